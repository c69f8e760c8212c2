"""Histories of workflow engines: workflows of all shapes that are created, started, cancelled and run to their end."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, ClassVar

import pytest

from latency_shim import Workflow, WorkflowEngine
from latency_shim.testing._contract import default
from latency_shim.testing._histories import Histories, History, Model, Remembered, Step
from latency_shim.testing._models.stores import TEXTS

CREATE = "Create a workflow with a fresh id, `pending`; nothing runs yet."
GET = "Return the workflow as it is now."
START = "Start a pending workflow, which becomes `running`; each step runs after those that it depends on."
INPUT = "`input` is kept as `Workflow.input`."
FAILED = "A workflow with a step that failed ends as `failed`; steps that depend on that one do not run."
CANCEL = "Cancel the workflow, which becomes `cancelled`; steps that have not started become `skipped`."
STATUS = "Return only the status, which may be cheaper than `get_workflow`."
NAME = "Name shown to people."
WHAT_FOR = "Purpose of the workflow, if the spec stated it."
STEPS = "The steps as the spec gave them."
RESULTS = "The progress of each step, one entry a step."
STEP_STATUS = "State of the step; a step is `skipped`, not `cancelled`."
OUTPUT = "`None` until there is one."
ERROR = "The reason of the failure; `None` unless the step failed."
CREATED_AT = "When it was created. Timezone-aware."
STARTED_AT = "When it was started, if it was. Timezone-aware."
ENDED_AT = "When it ended, however it did, if it has. Timezone-aware."
STEP_STARTED_AT = "When it started, if it has. Timezone-aware."
STEP_ENDED_AT = "When it ended, if it has. Timezone-aware."
FAILS = "Failures are `FacetError`; the contract names no codes."

OVER = "completed", "failed", "cancelled"
ORDER = {"pending": 0, "running": 1, "completed": 2, "failed": 2, "skipped": 2, "cancelled": 2}
NAMES: Sequence[str] = ("Release", *(text for text in TEXTS if text.strip() == text and text.isprintable() and text))

_CHAIN = tuple((f"s{at}", "quick", (f"s{at - 1}",) if at else ()) for at in range(12))
_NEAR = ("a", "A", "aa", "a.b", "a-b", "a_b", "1", "01", "10", "-1")
GRAPHS: Sequence[Sequence[tuple[str, str, tuple[str, ...]]]] = (
    (("a", "quick", ()),),
    (("b", "quick", ("a",)), ("a", "quick", ())),
    (("d", "quick", ("b", "c")), ("c", "quick", ("a",)), ("b", "quick", ("a",)), ("a", "quick", ())),
    (("a", "quick", ()), ("b", "quick", ()), ("c", "quick", ())),
    (("all", "quick", ("e", "d", "c", "b", "a")), *((one, "quick", ()) for one in "abcde")),
    (("a", "quick", ()), *((one, "quick", ("a",)) for one in "bcdef"), ("z", "quick", tuple("fedcb"))),
    tuple(reversed(_CHAIN)),
    tuple((one, "quick", _NEAR[max(0, at - 1) : at]) for at, one in enumerate(_NEAR)),
    tuple((one, "quick", _NEAR[at + 1 :]) for at, one in enumerate(_NEAR)),
    (("z", "quick", ("b", "c", "d", "e", "last")), *((one, "quick", ()) for one in "bcde"), ("last", "quick", ("y",)), ("y", "quick", ("x",)), ("x", "quick", ())),
    (("bad", "failing", ()),),
    (("z", "quick", ("b", "c", "d", "e", "bad")), *((one, "quick", ()) for one in "bcde"), ("bad", "failing", ("b",))),
    (("last", "quick", ("next",)), ("next", "quick", ("bad",)), ("bad", "failing", ()), ("good", "quick", ())),
    (("d", "quick", ("c", "bad")), ("c", "quick", ("a",)), ("bad", "failing", ("a",)), ("a", "quick", ())),
    (("bad", "failing", ("b",)), ("b", "quick", ("a",)), ("a", "quick", ())),
    (("e", "quick", ("d", "a")), ("d", "quick", ("bad", "a")), ("bad", "failing", ()), ("a", "quick", ()), ("f", "quick", ("a",))),
    (("bad", "failing", ()), ("worse", "failing", ()), ("a", "quick", ("bad", "worse")), ("b", "quick", ("worse",))),
    (("bad", "failing", ()), ("worse", "failing", ("bad",)), ("worst", "failing", ("worse",))),
    (("a", "quick", ()), ("b", "slow", ("a",)), ("c", "quick", ("b",)), ("d", "quick", ("c", "a"))),
    (("late", "quick", ("long",)), ("long", "slow", ()), ("later", "quick", ("late",))),
    (("long", "slow", ()), ("bad", "failing", ()), ("next", "quick", ("bad",)), ("late", "quick", ("long",))),
)  # fmt: skip
"""Shapes of workflows: the id of each step, what kind it is, and what it depends on."""
INPUTS: Sequence[Any] = (
    None,
    {},
    {"version": "2.0", "targets": ["a", "b"]},
    {"": 0, "a": None, "b": False, "c": [], "d": {}, "e": ""},
    {"caf\u00e9": "cafe\u0301", "deep": {"deep": [{"deep": [1, 2.5, None]}]}},
    {"input": {"input": None}, "id": "none", "steps": []},
)


class WorkflowModel(Model):
    """An engine beside its workflows.

    Left open, and never asked: circles and unknown ids of steps, a workflow without steps, starting what is not
    pending, cancelling what is over, the order in which steps run that do not depend on each other, whether they run
    when another one has failed, whether a running workflow is seen at one moment, what a step gave, what becomes of a step that runs when its workflow is cancelled, and
    whether clocks of steps and workflows agree. A workflow that was returned earlier may show the new state.
    """

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {
        "graph": tuple(range(len(GRAPHS))),
        "name": NAMES,
        "description": (None, "", "ships it", *NAMES),
        "extra": (None, "", "what it does"),
        "which": (0, 1, 2, 3, 4, 5),
        "input": tuple(range(len(INPUTS))),
        "form": (0, 1, 2),
        "reason": (None, "", "too late"),
        "unknown": tuple(range(8)),
        "waits": (1, 0),
    }
    steps: ClassVar[Mapping[str, Sequence[str]]] = {
        "create": ("graph", "name", "description", "extra"),
        "create_": ("graph", "name", "description", "extra"),
        "start": ("which", "input", "form"),
        "finish": ("which",),
        "run": ("which", "input", "form"),
        "cancel": ("which", "reason", "waits"),
        "unknown": ("which", "unknown"),
    }
    looks: ClassVar[Mapping[str, Sequence[str]]] = {"get": ("which",), "results": ("which",), "status": ("which",)}
    few: ClassVar[Mapping[str, int]] = {"name": 2, "description": 3, "graph": 4}
    length: ClassVar[int] = 9
    most_looks: ClassVar[int] = 4

    def __init__(
        self,
        look_at: str | None,
        engine: WorkflowEngine,
        steps: Mapping[str, str | None],
        unknown_id: str,
        ids: set[str],
    ) -> None:
        super().__init__(look_at)
        self.engine, self.step_names, self.unknown_id, self.ids = engine, steps, unknown_id, ids
        self.workflows: list[dict[str, Any]] = []

    def one_of(self, which: int) -> dict[str, Any] | None:
        """Return one of the workflows, if there is any."""
        return self.workflows[which % len(self.workflows)] if self.workflows else None

    async def create(self, graph: int, name: str, description: str | None, extra: str | None) -> None:
        """Create a workflow."""
        shape = GRAPHS[graph]
        if any(self.step_names.get(kind) is None for _, kind, _ in shape):
            return
        steps: list[Any] = []
        for number, (step_id, kind, before) in enumerate(shape):
            step: dict[str, Any] = {"id": step_id, "name": self.step_names[kind]}
            if before or number % 2:
                step["depends_on"] = [*before]
            if extra is not None and number % 3 == 0:
                step["description"] = extra
            steps.append(step)
        spec: Any = {"name": name, "steps": steps}
        if description is not None:
            spec["description"] = description
        label = f"workflow_{len(self.workflows) + 1}"
        given: Any = {**spec, "steps": [{**step} for step in steps]}
        line = f"{label} = await engine.create_workflow({super().shown(spec)})"
        made = await self.awaited(CREATE, line, lambda: self.engine.create_workflow(given))
        self.lines.append("")
        self.expect(CREATE, made.id not in self.ids, f"{label}.id is a new one", made.id)
        self.ids.add(made.id)
        one: dict[str, Any] = {
            "label": label,
            "id": made.id,
            "spec": spec,
            "graph": shape,
            "phase": "pending",
            "input": None,
            "steps": {},
        }
        self.workflows.append(one)
        self.compare(label, made, one)
        self.compare_results(label, made, one)
        del self.lines[-1:]

    create_ = create

    async def start(self, which: int, number: int, form: int) -> None:
        """Start a workflow."""
        one = self.one_of(which)
        if one is None or one["phase"] != "pending":
            return
        value = INPUTS[number]
        call, text = partial(self.engine.start_workflow, one["id"]), f"engine.start_workflow({one['label']}.id"
        if form == 1 or (form == 0 and value is not None):
            call, text = partial(call, value), f"{text}, {value!r}"
        elif form:
            call, text = partial(call, input=value), f"{text}, input={value!r}"
        text = f"await {text})"
        one["phase"], one["input"] = "started", value
        found = await self.awaited(START, text, call)
        self.lines.append("")
        self.compare(f"({text})", found, one)
        self.compare_results(f"({text})", found, one)
        del self.lines[-1:]

    def is_slow(self, one: Mapping[str, Any]) -> bool:
        """Return whether a workflow takes so long that it has to be cancelled."""
        return any(kind == "slow" for _, kind, _ in one["graph"])

    async def finish(self, which: int) -> None:
        """Wait for the end of a workflow that was started."""
        one = self.one_of(which)
        if one is None or one["phase"] != "started" or self.is_slow(one):
            return
        self.lines.append(f"# until {one['label']} is over: await engine.get_workflow({one['label']}.id)")
        await self.until(one, lambda found: found.status in OVER)

    async def run(self, which: int, number: int, form: int) -> None:
        """Start a workflow and wait for its end."""
        await self.start(which, number, form)
        await self.finish(which)

    async def until(self, one: dict[str, Any], seen: Callable[[Workflow], bool]) -> None:
        """Look at a workflow until it is as it should be."""
        pause = 0.0
        while True:
            found = await self.engine.get_workflow(one["id"])
            self.lines.append("")
            self.compare(one["label"], found, one)
            self.compare_results(one["label"], found, one)
            del self.lines[-1:]
            if seen(found):
                return
            await asyncio.sleep(pause)
            pause = min(2 * pause + 0.0005, 1.0)

    async def cancel(self, which: int, reason: str | None, waits: int) -> None:
        """Cancel a workflow that is not over."""
        one = self.one_of(which)
        if one is None or one["phase"] not in ("pending", "started"):
            return
        slow = [step_id for step_id, kind, _ in one["graph"] if kind == "slow"]
        if one["phase"] == "started" and waits and slow:

            def runs(found: Workflow) -> bool:
                return any(step.step_id in slow and step.status == "running" for step in found.step_results)

            self.lines.append(f"# until the slow step of {one['label']} runs: await engine.get_workflow(…)")
            await self.until(one, runs)
        elif (await self.engine.get_workflow_status(one["id"])) in OVER:
            return
        text = f"await engine.cancel_workflow({one['label']}.id{'' if reason is None else f', reason={reason!r}'})"
        keywords: Any = {} if reason is None else {"reason": reason}
        one["phase"] = "cancelled" if slow or one["phase"] == "pending" else "perhaps"
        call = partial(self.engine.cancel_workflow, one["id"], **keywords)
        await self.awaited(CANCEL, text, call)
        await self.until(one, lambda found: found.status in OVER)

    async def unknown(self, which: int, form: int) -> None:
        """Ask for a workflow that is not there."""
        one, ids = self.one_of(which), [self.unknown_id]
        if one is not None and self.unknown_id == "no-such-workflow":  # ids are of any form
            own = one["id"]
            ids += [f"{own} ", f" {own}", f"{own}x", f"x{own}", f"{own}\n", f"{own}0", "None"]
        unknown = ids[form % len(ids)]
        if unknown in self.ids:
            return
        engine = self.engine
        for method in engine.get_workflow, engine.start_workflow, engine.cancel_workflow, engine.get_workflow_status:
            call: Any = partial(method, unknown)
            await self.refused(FAILS, (), f"await engine.{method.__name__}({unknown!r})", call)

    def compare(self, text: str, found: Workflow, one: dict[str, Any]) -> None:
        """Compare a workflow with what it must be, but for its steps."""
        spec, phase = one["spec"], one["phase"]
        self.expect(GET, found.id == one["id"], f"{text}.id == {one['id']!r}", found.id)
        self.expect(NAME, found.name == spec["name"], f"{text}.name == {self.shown(spec['name'])}", found.name)
        what_for = spec.get("description")
        self.expect(WHAT_FOR, found.description == what_for, f"{text}.description == {what_for!r}", found.description)
        steps, given = [*map(_plain, found.steps)], [*map(_plain, spec["steps"])]
        self.expect(STEPS, steps == given, f"{text}.steps == {self.shown(spec['steps'])}", found.steps)
        before = one.get("seen", {"status": "pending"})
        promise, allowed = self.allowed(one, before["status"])
        self.expect(promise, found.status in allowed, f"{text}.status is {' or '.join(allowed)}", found.status)
        value = None if found.input is None else dict(found.input)
        self.expect(INPUT, value == one["input"], f"{text}.input == {one['input']!r}", found.input)
        created = before.get("created_at", found.created_at)
        self.expect(CREATED_AT, found.created_at == created, f"{text}.created_at == {created!r}", found.created_at)
        was_started = one["input"] is not None or phase == "started" or before.get("started_at") is not None
        if was_started or phase == "pending" or before["status"] == "pending":
            is_set = (found.started_at is not None) == (was_started or one.get("was_started", False))
            self.expect(STARTED_AT, is_set, f"{text}.started_at is {'not ' * was_started}None", found.started_at)
        is_set = (found.completed_at is not None) == (found.status in OVER)
        shown = f"{text}.completed_at is {'not ' * (found.status in OVER)}None"
        self.expect(ENDED_AT, is_set, shown, found.completed_at)
        if was_started:
            one["was_started"] = True
        for field, promise in (("started_at", STARTED_AT), ("completed_at", ENDED_AT)):
            value, earlier = getattr(found, field), before.get(field)
            self.expect(promise, earlier in (None, value), f"{text}.{field} == {earlier!r}, as before", value)
        times = [time for time in (found.created_at, found.started_at, found.completed_at) if time is not None]
        self.expect(ENDED_AT, times == sorted(times), f"the times of {text} do not go back", times)
        one["seen"] = {field: getattr(found, field) for field in ("status", "created_at", "started_at", "completed_at")}
        if found.status in OVER and phase in ("started", "perhaps"):
            one["phase"] = "cancelled" if found.status == "cancelled" else "over"

    def allowed(self, one: Mapping[str, Any], before: str) -> tuple[str, Sequence[str]]:
        """Return what the status may be, and the promise by which it may not be another."""
        if one["phase"] == "pending":
            return CREATE, ("pending",)
        if one["phase"] == "cancelled":
            return CANCEL, ("cancelled",) if before == "cancelled" else ("running", "cancelled", "pending")
        end = "failed" if any(kind == "failing" for _, kind, _ in one["graph"]) else "completed"
        if one["phase"] == "over":
            return GET, (end,)
        promise = FAILED if end == "failed" else START
        return promise, ("running", end, *(["cancelled"] if one["phase"] == "perhaps" else []))

    def compare_results(self, text: str, found: Workflow, one: dict[str, Any]) -> None:
        """Compare the results of the steps with what they must be."""
        results = {result.step_id: result for result in found.step_results}
        ids = sorted(result.step_id for result in found.step_results)
        expected = sorted(step_id for step_id, _, _ in one["graph"])
        self.expect(RESULTS, ids == expected, f"the results of {text} are of {expected}", ids)
        fails = any(kind == "failing" for _, kind, _ in one["graph"])
        for step_id, kind, needs in one["graph"]:
            result, name = results[step_id], f"the result of {step_id!r} in {text}"
            status, earlier = result.status, one["steps"].get(step_id, {})
            promise, allowed = self.allowed_step(
                one, kind, [results[need] for need in needs], found.status, fails=fails
            )
            self.expect(promise, status in allowed, f"{name} is {' or '.join(allowed)}", status)
            later = ORDER[earlier.get("status", "pending")] <= ORDER[status] and (
                earlier.get("status") in (None, "pending", "running", status)
            )
            self.expect(STEP_STATUS, later, f"{name} is no more {earlier.get('status')}", status)
            begun = result.started_at is not None
            if status in ("pending", "skipped") and found.status != "cancelled":
                nothing = (result.started_at, result.output) == (None, None)
                self.expect(STEP_STARTED_AT, nothing, f"{name} has neither start nor output", result)
            elif status not in ("failed", "skipped", "pending") or (status == "failed" and kind == "failing"):
                self.expect(STEP_STARTED_AT, begun, f"{name}.started_at is not None", result.started_at)
            if status in ("pending", "running"):
                self.expect(STEP_ENDED_AT, result.completed_at is None, f"{name} has no end", result.completed_at)
            if status == "completed" or (status == "failed" and kind == "failing"):
                ended = result.completed_at is not None
                self.expect(STEP_ENDED_AT, ended, f"{name}.completed_at is not None", result.completed_at)
            says_why = bool(result.error) if status == "failed" else result.error is None
            self.expect(ERROR, says_why, f"{name} has {'an' if status == 'failed' else 'no'} error", result.error)
            self.compare_step_times(name, result, [results[need] for need in needs], over=found.status in OVER)
            for field in "started_at", "completed_at", "output", "error":
                value, before = getattr(result, field), earlier.get(field)
                same = before is None or before == value
                self.expect(
                    STEP_STARTED_AT if field == "started_at" else RESULTS,
                    same,
                    f"{name}.{field} stays {before!r}",
                    value,
                )
            one["steps"][step_id] = {
                field: getattr(result, field) for field in ("status", "started_at", "completed_at", "output", "error")
            }

    def compare_step_times(self, name: str, result: Any, needs: Sequence[Any], *, over: bool) -> None:
        """Compare the times of a step with each other, and with those of what it depends on."""
        if result.started_at is None:
            return
        if result.completed_at is not None:
            shown = f"{name}.completed_at >= {result.started_at!r}"
            self.expect(STEP_ENDED_AT, result.completed_at >= result.started_at, shown, result.completed_at)
        for need in needs:
            if need.completed_at is None and not over:  # that it has ended may be known a little later
                continue
            after = need.completed_at is not None and need.completed_at <= result.started_at
            self.expect(START, after, f"{name} started after {need.step_id!r} had ended", result.started_at)

    def allowed_step(
        self, one: Mapping[str, Any], kind: str, needs: Sequence[Any], of_all: str, *, fails: bool
    ) -> tuple[str, Sequence[str]]:
        """Return what the status of a step may be, and the promise by which it may not be another."""
        if one["phase"] == "pending":
            return CREATE, ("pending",)
        over = of_all in OVER
        ends = {"quick": ("completed",), "failing": ("failed",), "slow": ()}[kind]
        if any(need.status in ("failed", "skipped") for need in needs):
            lost = ("skipped",) if of_all == "cancelled" else ("skipped", "pending")
            return (FAILED if fails else CANCEL), lost
        if over and any(need.status != "completed" for need in needs):
            return START, ("skipped",) if of_all == "cancelled" else ("pending", "skipped")
        if of_all == "cancelled":
            return CANCEL, ("skipped", "running", "failed", "completed")
        # An engine may begin nothing more, or end what runs, once a step has failed.
        also = ("skipped", "failed", *(("pending",) if over else ())) if fails else ()
        return (FAILED if fails else START), (*(() if over else ("pending", "running")), *ends, *also)

    async def get(self, which: int) -> None:
        """Look at a workflow."""
        await self._look(which, self.compare)

    async def results(self, which: int) -> None:
        """Look at the results of steps."""
        await self._look(which, self.compare_results)

    async def _look(self, which: int, compare: Callable[[str, Workflow, dict[str, Any]], None]) -> None:
        one = self.one_of(which)
        if one is None:
            return
        text = f"await engine.get_workflow({one['label']}.id)"
        found = await self.awaited(GET, text, partial(self.engine.get_workflow, one["id"]))
        self.lines.append("")
        compare(f"({text})", found, one)
        self.lines[-2:] = [text]

    async def status(self, which: int) -> None:
        """Look at the status alone."""
        one = self.one_of(which)
        if one is None:
            return
        text = f"await engine.get_workflow_status({one['label']}.id)"
        found = await self.awaited(STATUS, text, partial(self.engine.get_workflow_status, one["id"]))
        after = (await self.engine.get_workflow(one["id"])).status
        fits = found == after or (found not in ("pending", *OVER) and after in OVER)
        self.expect(STATUS, fits, f"({text}) == {after!r}", found)
        self.lines[-1:] = [text]

    async def clean(self) -> None:
        """Cancel what is not over."""
        for one in self.workflows:
            if one["phase"] in ("started", "perhaps"):
                with suppress(Exception):
                    await self.engine.cancel_workflow(one["id"])

    @classmethod
    def tables(cls) -> Iterable[History]:
        """Return tables of names and inputs, and of workflows of all shapes."""
        looks: list[Step] = [("get", (0,)), ("results", (0,)), ("status", (0,))]
        for graph in range(len(GRAPHS)):
            start: list[Step] = [("create", (graph, graph % 5, graph % 4, graph % 3)), *looks]
            slow = any(kind == "slow" for _, kind, _ in GRAPHS[graph])
            yield [*start, ("start", (0, graph % 6, graph % 3)), *looks, ("cancel", (0, 2, 0)) if slow else ("finish", (0,)), *looks, *looks]  # fmt: skip
            if graph < 4 or graph == 13:
                yield [*start, ("cancel", (0, graph % 3, 0)), *looks, *looks]
                yield [*start, ("start", (0, 0, 0)), ("cancel", (0, graph % 3, 1)), *looks, *looks]
        for graph in 0, 10, 18:
            yield [
                ("create", (graph, 0, 0, 0)),
                ("get", (0,)),
                ("start", (0, 0, 0)),
                ("status", (0,)),
                ("get", (0,)),
                ("cancel", (0, 0, 0)) if graph == 18 else ("finish", (0,)),
                ("status", (0,)),
            ]
        names: list[Step] = []
        for at in range(len(NAMES)):
            names += [("create", (at % 3, at, (at + 5) % len(cls.pools["description"]), at % 3)), ("get", (at % 6,))]
        yield names
        for at in range(len(INPUTS)):
            for form in range(3):
                yield [("create", (0, 0, 0, 0)), ("run", (0, at, form)), *looks]
        some: list[Step] = [("create", (graph, 0, 2, 1)) for graph in (1, 2, 10, 1, 12, 0)]
        each: list[Step] = [(kind, (at,)) for at in range(6) for kind in ("get", "results", "status")]
        starts: list[Step] = [("start", (at, at, 0)) for at in (0, 2, 1, 4)]
        ends: list[Step] = [("finish", (at,)) for at in (4, 2, 1, 0)]
        yield [*some, *each, *starts, ("cancel", (3, 0, 0)), *each, *ends, *each, ("run", (5, 2, 0)), *each]
        yield [("create", (0, 0, 0, 0)), *(("unknown", (0, form)) for form in range(8)), *looks, ("run", (0, 0, 0)), *(("unknown", (0, form)) for form in range(8)), *looks]  # fmt: skip
        yield [("create", (18, 0, 0, 0)), ("create", (19, 0, 0, 0)), ("start", (0, 0, 0)), ("start", (1, 0, 0)), ("cancel", (0, 0, 0)), ("get", (1,)), ("results", (1,)), ("status", (1,)), ("cancel", (1, 0, 0)), *each[:6]]  # fmt: skip


def _plain(step: Any) -> tuple[object, ...]:
    return step["id"], step["name"], step.get("description"), sorted(step.get("depends_on", ()))


class WorkflowEngineHistories(Histories):
    """The tests of histories that `WorkflowEngineContract` has."""

    histories: ClassVar[int] = 20

    @default
    def new_engine(self, engine: WorkflowEngine) -> Callable[[], WorkflowEngine]:
        """Return what makes an engine for a history: the same one again, unless you have another way."""
        return lambda: engine

    @pytest.fixture
    def step_names(self, request: pytest.FixtureRequest) -> Mapping[str, str | None]:
        """Return the names of steps of each kind, `None` for a kind that the engine lacks."""
        return {
            kind: None if kind in self.lacks else request.getfixturevalue(kind) for kind in ("quick", "failing", "slow")
        }

    @default
    def about_workflows(
        self, new_engine: Callable[[], WorkflowEngine], step_names: Mapping[str, str | None], unknown_id: str
    ) -> Callable[[], Any]:
        """Return what makes an engine, with what is known of it."""
        remembered = Remembered[set[str]]()

        def make() -> tuple[Any, ...]:
            made = new_engine()
            return made, step_names, unknown_id, remembered.of(made, set)

        return make

    def _holds(self, look_at: str, about_workflows: Callable[[], Any]) -> None:
        __tracebackhide__ = True
        self.holds(lambda: WorkflowModel(look_at, *about_workflows()), self.drawn(WorkflowModel, look_at))

    def test_what_a_workflow_is_in_any_history(self, it: WorkflowEngine, about_workflows: Callable[[], Any]) -> None:
        """Create a workflow with a fresh id, `pending`; nothing runs yet. … Return the workflow as it is now. … `input` is
        kept as `Workflow.input`. … Cancel the workflow, which becomes `cancelled`

        If this fails, the message is a program in which a workflow is not what was asked for, or not where it must be.
        """
        self._holds("get", about_workflows)

    def test_how_far_steps_are_in_any_history(self, it: WorkflowEngine, about_workflows: Callable[[], Any]) -> None:
        """each step runs after those that it depends on. … steps that depend on that one do not run. … steps that have
        not started become `skipped`. … The progress of each step, one entry a step.

        If this fails, the message is a program in which a step runs that must not, or the reverse, or its result is wrong.
        """
        self._holds("results", about_workflows)

    def test_the_status_in_any_history(self, it: WorkflowEngine, about_workflows: Callable[[], Any]) -> None:
        """Return only the status

        If this fails, the message is a program in which `get_workflow_status` and `get_workflow` differ.
        """
        self._holds("status", about_workflows)
