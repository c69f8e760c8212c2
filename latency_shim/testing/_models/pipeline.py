"""Histories of pipelines: runs that are started, cancelled, and come to their end."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, ClassVar

import pytest

from latency_shim import CICDPipeline, PipelineRun
from latency_shim.testing._contract import default
from latency_shim.testing._histories import Histories, History, Model, Remembered, Step

TRIGGER = "Start a run of the pipeline; return it, with `pipeline_id` as given."
INVALID = "`FacetError` with code `VALIDATION_ERROR` when the id is empty or invalid, `NOT_FOUND` when there is no such pipeline."
GET = "Return the run as it is now: the whole run, not only its status."
UNKNOWN = "`FacetError` with code `NOT_FOUND` when no such id exists."
CANCEL = "Cancel the run, which ends as `cancelled`; does nothing when it is over."
LIST = "Return all pipelines, in one piece."
IDS = "The backend's id of the run."
LIFE = "State of the run."
CREATED_AT = "When it was created or queued. Timezone-aware."
STARTED_AT = "When it started, if it has. Timezone-aware."
ENDED_AT = "When it ended, however it did, if it has. Timezone-aware."

OVER = "completed", "failed", "cancelled"
ORDER = {"pending": 0, "running": 1, "completed": 2, "failed": 2, "cancelled": 2}


class PipelineModel(Model):
    """A service beside its runs, which are real: so there are few.

    Left open, and never asked: what branch, parameters and environment lead to, how long a run takes, whether it
    completes or fails, whether one that is cancelled has started, and which ids are invalid.
    """

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {
        "pipeline": ("quick", "long"),
        "options": (0, 1, 2),
        "which": (0, 1, 2, 3, 4),
        "form": tuple(range(9)),
    }
    steps: ClassVar[Mapping[str, Sequence[str]]] = {
        "trigger": ("pipeline", "options"),
        "trigger_": ("pipeline", "options"),
        "cancel": ("which",),
        "finish": ("which",),
        "unknown": ("which", "form"),
        "at_once": ("pipeline",),
    }
    looks: ClassVar[Mapping[str, Sequence[str]]] = {"get": ("which",), "listed": ()}
    length: ClassVar[int] = 7
    most_looks: ClassVar[int] = 5

    def __init__(
        self, look_at: str | None, ci: CICDPipeline, pipelines: Mapping[str, str | None], unknown_id: str, ids: set[str]
    ) -> None:
        super().__init__(look_at)
        self.ci, self.pipelines, self.unknown_id, self.ids = ci, pipelines, unknown_id, ids
        self.runs: list[dict[str, Any]] = []

    def one_of(self, which: int) -> dict[str, Any] | None:
        """Return one of the runs, if there is any."""
        return self.runs[which % len(self.runs)] if self.runs else None

    async def trigger(self, pipeline: str, options: int) -> None:
        """Start a run."""
        pipeline_id = self.pipelines[pipeline]
        if pipeline_id is None:
            return
        name = f"run_{len(self.runs) + 1}"
        call = partial(self.ci.trigger_pipeline, pipeline_id, *((), (None,), ({},))[options])
        line = f"{name} = await ci.trigger_pipeline({pipeline_id!r}{('', ', None', ', {}')[options]})"
        self.made(await self.awaited(TRIGGER, line, call), pipeline)

    trigger_ = trigger

    def made(self, run: PipelineRun, pipeline: str) -> None:
        """Note a new run."""
        name = f"run_{len(self.runs) + 1}"
        self.lines.append("")
        self.expect(IDS, run.id not in self.ids, f"{name}.id is a new one", run.id)
        self.ids.add(run.id)
        self.runs.append({"name": name, "id": run.id, "pipeline": pipeline, "phase": "runs"})
        self.compare(name, run, self.runs[-1])
        del self.lines[-1:]

    def compare(self, text: str, found: PipelineRun, one: dict[str, Any]) -> None:
        """Compare a run with what it must be."""
        pipeline_id = self.pipelines[one["pipeline"]]
        self.expect(GET, found.id == one["id"], f"{text}.id == {one['id']!r}", found.id)
        same = found.pipeline_id == pipeline_id
        self.expect(TRIGGER, same, f"{text}.pipeline_id == {pipeline_id!r}", found.pipeline_id)
        before = one.get("seen", {"status": "pending"})
        if before["status"] in OVER:
            self.expect(
                CANCEL, found.status == before["status"], f"{text}.status is still {before['status']}", found.status
            )
        later = ORDER[found.status] >= ORDER[before["status"]]
        self.expect(LIFE, later, f"{text}.status is no more {before['status']}", found.status)
        if one["phase"] == "runs":
            self.expect(LIFE, found.status != "cancelled", f"{text}.status is not 'cancelled'", found.status)
        created = before.get("created_at", found.created_at)
        self.expect(CREATED_AT, found.created_at == created, f"{text}.created_at == {created!r}", found.created_at)
        for field, promise in (("started_at", STARTED_AT), ("completed_at", ENDED_AT)):
            value, earlier = getattr(found, field), before.get(field)
            same = earlier in (None, value) or (found.status == "cancelled" and field == "started_at")
            self.expect(promise, same, f"{text}.{field} == {earlier!r}, as before", value)
        if found.status in ("pending", "running", "completed"):
            begun = (found.started_at is not None) == (found.status != "pending")
            self.expect(STARTED_AT, begun, f"{text}.started_at is set if it is not pending", found.started_at)
        ended = (found.completed_at is not None) == (found.status in OVER)
        self.expect(ENDED_AT, ended, f"{text}.completed_at is set if it is over", found.completed_at)
        times = [time for time in (found.created_at, found.started_at, found.completed_at) if time is not None]
        self.expect(ENDED_AT, times == sorted(times), f"the times of {text} do not go back", times)
        one["seen"] = {field: getattr(found, field) for field in ("status", "created_at", "started_at", "completed_at")}

    async def until_over(self, one: dict[str, Any]) -> str:
        """Wait for the end of a run; return how it ended."""
        pause = 0.001
        while True:
            found = await self.ci.get_pipeline_status(one["id"])
            self.lines.append("")
            self.compare(one["name"], found, one)
            del self.lines[-1:]
            if found.status in OVER:
                return found.status
            await asyncio.sleep(pause)
            pause = min(2 * pause, 1.0)

    async def finish(self, which: int) -> None:
        """Wait for the end of a run."""
        one = self.one_of(which)
        if one is None or one["pipeline"] != "quick":
            return
        self.lines.append(f"# until {one['name']} is over: await ci.get_pipeline_status({one['name']}.id)")
        await self.until_over(one)

    async def cancel(self, which: int) -> None:
        """Cancel a run, or try to when it is over."""
        one = self.one_of(which)
        if one is None:
            return
        before = one.get("seen", {}).get("status")
        one["phase"] = "cancelled" if before not in OVER else one["phase"]
        text = f"await ci.cancel_pipeline({one['name']}.id)"
        call: Any = partial(self.ci.cancel_pipeline, one["id"])
        found: object = await self.awaited(CANCEL, text, call)
        self.lines.append("")
        self.expect(CANCEL, found is None, f"({text}) is None", found)
        del self.lines[-1:]
        if before not in OVER and one["pipeline"] == "long":
            status = await self.until_over(one)
            self.lines.append("")
            self.expect(CANCEL, status == "cancelled", f"{one['name']} ends as 'cancelled'", status)
            del self.lines[-1:]

    async def unknown(self, which: int, form: int) -> None:
        """Ask for runs and pipelines that are not there."""
        one, ids, names = self.one_of(which), [self.unknown_id], [self.unknown_id]
        if one is not None and self.unknown_id == "no-such-id":  # ids are of any form
            own, name = one["id"], self.pipelines[one["pipeline"]]
            ids += [f"{own} ", f" {own}", f"{own}x", f"x{own}", f"{own}\n", f"{own}0", "None", str(name)]
            names += [f"{name} ", f" {name}", f"{name}x", f"x{name}", f"{name}\n", f"{name}0", "None", own]
        run_id, pipeline_id = ids[form % len(ids)], names[form % len(names)]
        if run_id not in self.ids:
            for method in self.ci.get_pipeline_status, self.ci.cancel_pipeline:
                call: Any = partial(method, run_id)
                await self.refused(UNKNOWN, ("NOT_FOUND",), f"await ci.{method.__name__}({run_id!r})", call)
        codes = ("NOT_FOUND",) if pipeline_id == self.unknown_id else ("NOT_FOUND", "VALIDATION_ERROR")
        call = partial(self.ci.trigger_pipeline, pipeline_id)
        await self.refused(INVALID, codes, f"await ci.trigger_pipeline({pipeline_id!r})", call)
        call = partial(self.ci.trigger_pipeline, "", {})
        await self.refused(INVALID, ("VALIDATION_ERROR",), "await ci.trigger_pipeline('', {})", call)

    async def at_once(self, pipeline: str) -> None:
        """Start two runs at the same time."""
        pipeline_id = self.pipelines[pipeline]
        if pipeline_id is None:
            return
        line = f"await asyncio.gather(*(ci.trigger_pipeline({pipeline_id!r}) for _ in range(2)))"
        found = await self.awaited(
            TRIGGER, line, lambda: asyncio.gather(*(self.ci.trigger_pipeline(pipeline_id) for _ in range(2)))
        )
        for run in found:
            self.made(run, pipeline)

    async def get(self, which: int) -> None:
        """Look at a run."""
        one = self.one_of(which)
        if one is None:
            return
        text = f"await ci.get_pipeline_status({one['name']}.id)"
        found = await self.awaited(GET, text, partial(self.ci.get_pipeline_status, one["id"]))
        self.lines.append("")
        self.compare(f"({text})", found, one)
        self.lines[-2:] = [text]

    async def listed(self) -> None:
        """Look at the pipelines."""
        found = await self.awaited(LIST, "await ci.list_pipelines()", self.ci.list_pipelines)
        self.lines.append("")
        ids = [pipeline.id for pipeline in found]
        expected = [one for one in self.pipelines.values() if one is not None]
        has_all = all(ids.count(one) == 1 for one in expected)
        self.expect(LIST, has_all, f"the pipelines have {expected}, each once", ids)
        del self.lines[-1:]

    async def clean(self) -> None:
        """Cancel what is not over."""
        for one in self.runs:
            if one.get("seen", {}).get("status") not in OVER and one["pipeline"] == "long":
                with suppress(Exception):
                    await self.ci.cancel_pipeline(one["id"])

    @classmethod
    def tables(cls) -> Iterable[History]:
        """Return tables of how runs come to their ends."""
        looks: list[Step] = [("listed", ()), *(("get", (at,)) for at in range(5))]
        some: list[Step] = [("trigger", (0, 0)), ("trigger", (1, 1)), ("trigger", (0, 2)), ("trigger", (1, 0))]
        for first in 0, 1, 0:
            yield [
                ("listed", ()),
                ("trigger", (first, 0)),
                *looks,
                ("cancel", (0,)) if first else ("finish", (0,)),
                *looks,
            ]
        long: list[Step] = [("trigger", (1, 0)), ("trigger", (1, 0)), ("trigger", (0, 0)), ("trigger", (1, 1))]
        yield [*long, ("cancel", (1,)), *looks, ("cancel", (3,)), *looks, ("finish", (2,)), ("cancel", (0,)), *looks]
        yield [("listed", ()), *some, *looks, ("cancel", (1,)), *looks, ("finish", (2,)), *looks, ("cancel", (1,)), *looks, ("finish", (0,)), ("cancel", (0,)), ("cancel", (0,)), *looks, ("cancel", (3,)), *looks, *looks]  # fmt: skip
        yield [*some[1:3], *(("unknown", (at % 2, at)) for at in range(9)), *looks, ("finish", (1,)), *(("unknown", (1, at)) for at in range(9)), *looks]  # fmt: skip
        yield [("at_once", (0,)), ("at_once", (1,)), *looks, ("cancel", (2,)), *looks, ("finish", (1,)), ("finish", (0,)), *looks]  # fmt: skip


class CICDPipelineHistories(Histories):
    """The tests of histories that `CICDPipelineContract` has."""

    histories: ClassVar[int] = 10

    @pytest.fixture
    def pipeline_ids(self, request: pytest.FixtureRequest, pipeline_id: str) -> Mapping[str, str | None]:
        """Return the ids of pipelines of each kind, `None` for a kind that the implementation lacks."""
        is_lacking = "cancellation" in self.lacks
        return {"quick": pipeline_id, "long": None if is_lacking else request.getfixturevalue("long_pipeline_id")}

    @default
    def new_ci(self, ci: CICDPipeline) -> Callable[[], CICDPipeline]:
        """Return what makes a service for a history: the same one again, unless you have another way."""
        return lambda: ci

    @default
    def about_pipelines(
        self, new_ci: Callable[[], CICDPipeline], pipeline_ids: Mapping[str, str | None], unknown_id: str
    ) -> Callable[[], Any]:
        """Return what makes a service, with what is known of it."""
        remembered = Remembered[set[str]]()

        def make() -> tuple[Any, ...]:
            made = new_ci()
            return made, pipeline_ids, unknown_id, remembered.of(made, set)

        return make

    def _holds(self, look_at: str, about_pipelines: Callable[[], Any]) -> None:
        __tracebackhide__ = True
        self.holds(lambda: PipelineModel(look_at, *about_pipelines()), self.drawn(PipelineModel, look_at))

    def test_what_becomes_of_runs_in_any_history(self, it: CICDPipeline, about_pipelines: Callable[[], Any]) -> None:
        """Start a run of the pipeline; return it, with `pipeline_id` as given. … Return the run as it is now: the whole
        run, not only its status. … Cancel the run, which ends as `cancelled`; does nothing when it is over. …
        `FacetError` with code `NOT_FOUND` when no such id exists.

        If this fails, the message is a program in which a run is not where it must be, or is not found.
        """
        self._holds("get", about_pipelines)

    def test_which_pipelines_there_are_in_any_history(
        self, it: CICDPipeline, about_pipelines: Callable[[], Any]
    ) -> None:
        """Return all pipelines, in one piece.

        If this fails, the message is a program in which `list_pipelines` is wrong after runs were started.
        """
        self._holds("listed", about_pipelines)
