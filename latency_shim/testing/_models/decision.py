"""Histories of decision handlers: questions that wait, and answers."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from latency_shim import Decision, DecisionHandler
from latency_shim.testing._boundary import implementation
from latency_shim.testing._histories import Histories, History, Model, Step
from latency_shim.testing._models.stores import TEXTS

COPIED = "What the spec gave is copied over."
PENDING = "Ask for a decision; return it, pending. It does not wait for the answer."
UNDECIDED = "The outcome; `None` while pending."
RESULT = "Decide; return the decision, resolved and with `result`."
RESOLVED_AT = "`resolved_at` is set."
NOT_FOUND = "`FacetError` with code `NOT_FOUND` when no such id exists"
CONFLICT = "`CONFLICT` when it is resolved already."
LISTED = "all decisions that are pending"
FROZEN = "The sequence shows the state at the time of the call."
AWARE = "Timezone-aware."
IDS = "The handler's id."

LABELS = ("ship", "wait", "Ship", "ship ", *(text for text in TEXTS[2:] if text.strip() and len(text) < 2000))
OPTIONS: Sequence[Any] = (
    [{"label": "ship"}, {"label": "wait"}],
    [{"label": "wait"}, {"label": "ship", "description": "now"}],
    [{"label": label} for label in LABELS],
    [{"label": "ship", "description": "", "metadata": {"days": 3, "who": ["ada", None], "": {}}}],
    [{"label": "ship", "metadata": {}}, {"label": "Ship", "metadata": {"label": "x"}}],
    [{"label": str(number)} for number in range(40, 0, -1)],
)
_ZONES = (datetime.UTC, datetime.timezone(datetime.timedelta(hours=5, minutes=30)))
DEADLINES = (
    None,
    datetime.datetime(2100, 1, 2, 3, 4, 5, tzinfo=_ZONES[0]),
    datetime.datetime(2100, 1, 2, 3, 4, 5, tzinfo=_ZONES[1]),
    datetime.datetime(2001, 1, 2, 3, 4, tzinfo=_ZONES[1]),
)


class DecisionModel(Model):
    """A handler beside the decisions that were asked for.

    Left open, and never asked: the order of what is pending, other decisions that the handler has, and a label that is
    not an option. Descriptions, titles and reasons are never blank.
    """

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {
        "title": ("Release?", "Release 2?", "release?", *(text for text in TEXTS if text.strip() and "\0" not in text)),
        "options": OPTIONS,
        "urgency": ("high", "low", "medium", "critical"),
        "deadline": DEADLINES,
        "which": (0, 1, 2, 3, 4, 5),
        "choice": (0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
        "rationale": (None, "It is Friday.", "no\nyes"),
        "who": ("ada", "bot", "Ada "),
        "unknown": (0, 1, 2, 3, 4, 5),
    }
    steps: ClassVar[Mapping[str, Sequence[str]]] = {
        "ask": ("title", "options", "urgency", "deadline"),
        "ask_": ("title", "options", "urgency", "deadline"),
        "resolve": ("which", "choice", "rationale", "who"),
        "resolve_": ("which", "choice", "rationale", "who"),
        "get_unknown": ("which", "unknown"),
    }
    looks: ClassVar[Mapping[str, Sequence[str]]] = {"get": ("which",), "pending": (), "pending_again": ()}
    few: ClassVar[Mapping[str, int]] = {"title": 2, "options": 3}

    def __init__(self, look_at: str | None, handler: DecisionHandler, unknown_id: str) -> None:
        super().__init__(look_at)
        self.handler, self.unknown_id = handler, unknown_id
        self.asked: list[dict[str, Any]] = []
        self.listed: list[tuple[Sequence[Decision], list[tuple[Any, ...]]]] = []

    async def ask(self, title: str, options: Any, urgency: str, deadline: datetime.datetime | None) -> None:
        """Ask for a decision."""
        spec: Any = {"title": title, "description": f"About {title}", "options": _copied(options), "urgency": urgency}
        if deadline is not None:
            spec["deadline"] = deadline
        name = f"decision_{len(self.asked) + 1}"
        line = f"{name} = await handler.request_decision({self.shown(spec)})"
        decision = await self.awaited(PENDING, line, lambda: self.handler.request_decision(spec))
        known = {one["id"] for one in self.asked}
        self.asked.append({**spec, "options": _copied(options), "id": decision.id, "result": None})
        self.lines.append("")
        self.expect(IDS, decision.id not in known, f"{name}.id is a new one", decision.id)
        self.compare(name, decision, self.asked[-1])
        del self.lines[-1:]

    ask_ = ask

    def compare(self, name: str, found: Decision, expected: Mapping[str, Any]) -> None:
        """Compare a decision with what it must be."""
        self.expect(IDS, found.id == expected["id"], f"{name}.id == {expected['id']!r}", found.id)
        for field in "title", "description", "urgency":
            value = getattr(found, field)
            self.expect(COPIED, value == expected[field], f"{name}.{field} == {expected[field]!r}", value)
        options: list[Any] = [*found.options]
        told = [
            {key: value for key, value in one.items() if key in wanted or value not in (None, {}, "")}
            for one, wanted in zip(options, expected["options"], strict=False)
        ]
        same = told == expected["options"] and len(options) == len(told)
        self.expect(COPIED, same, f"{name}.options == {self.shown(expected['options'])}", options)
        deadline = expected.get("deadline")
        self.expect(COPIED, found.deadline == deadline, f"{name}.deadline == {deadline!r}", found.deadline)
        result = expected["result"]
        self.expect(
            RESULT if result else UNDECIDED,
            found.status == ("resolved" if result else "pending"),
            f"{name}.status == {'resolved' if result else 'pending'!r}",
            found.status,
        )
        got = None if found.result is None else {key: value for key, value in found.result.items() if value is not None}
        self.expect(RESULT if result else UNDECIDED, got == result, f"{name}.result == {result!r}", found.result)
        is_set = (found.resolved_at is not None) == (result is not None)
        self.expect(RESOLVED_AT, is_set, f"{name}.resolved_at is {'not ' if result else ''}None", found.resolved_at)
        for time in found.created_at, found.resolved_at, found.deadline:
            self.expect(AWARE, time is None or time.utcoffset() is not None, f"{name} has aware times", time)
        if "created_at" in expected:
            text = f"{name}.created_at == {expected['created_at']!r}"
            self.expect("When it was asked for.", found.created_at == expected["created_at"], text, found.created_at)
        if found.resolved_at is not None and "resolved_at" in expected:
            text = f"{name}.resolved_at == {expected['resolved_at']!r}"
            self.expect("When it was decided", found.resolved_at == expected["resolved_at"], text, found.resolved_at)

    def chosen(self, which: int) -> tuple[str, dict[str, Any]] | None:
        """Return one of the decisions, if there is any."""
        if not self.asked:
            return None
        number = which % len(self.asked)
        return f"decision_{number + 1}", self.asked[number]

    async def resolve(self, which: int, choice: int, rationale: str | None, who: str) -> None:
        """Decide, or try to decide once more."""
        one = self.chosen(which)
        if one is None:
            return
        name, decision = one
        labels = [option["label"] for option in decision["options"]]
        result: Any = {"selected_option": labels[choice % len(labels)], "decided_by": who}
        if rationale is not None:
            result["rationale"] = rationale
        text = f"await handler.resolve_decision({name}.id, {result!r})"
        if decision["result"] is not None:
            await self.refused(
                CONFLICT, ("CONFLICT",), text, partial(self.handler.resolve_decision, decision["id"], result)
            )
            return
        given: Any = {**result}
        found = await self.awaited(RESULT, text, lambda: self.handler.resolve_decision(decision["id"], given))
        decision["result"] = result
        self.lines.append("")
        self.compare(f"({text})", found, decision)
        del self.lines[-1:]

    resolve_ = resolve

    async def get_unknown(self, which: int, form: int) -> None:
        """Ask for a decision that is not there."""
        one = self.chosen(which)
        known = {decision["id"] for decision in self.asked}
        ids = [self.unknown_id]
        if one is not None and self.unknown_id == "no-such-decision":  # ids are of any form
            ids += [f"{one[1]['id']} ", f" {one[1]['id']}", f"{one[1]['id']}x", f"x{one[1]['id']}", f"{one[1]['id']}\n"]
        unknown = ids[form % len(ids)]
        if unknown in known:
            return
        text = f"await handler.get_decision({unknown!r})"
        await self.refused(NOT_FOUND, ("NOT_FOUND",), text, partial(self.handler.get_decision, unknown))
        result: Any = {"selected_option": "ship", "decided_by": "ada"}
        text = f"await handler.resolve_decision({unknown!r}, {result!r})"
        await self.refused(NOT_FOUND, ("NOT_FOUND",), text, partial(self.handler.resolve_decision, unknown, result))

    async def get(self, which: int) -> None:
        """Look at a decision."""
        one = self.chosen(which)
        if one is None:
            return
        name, decision = one
        text = f"await handler.get_decision({name}.id)"
        found = await self.awaited(PENDING, text, lambda: self.handler.get_decision(decision["id"]))
        self.lines.append("")
        self.compare(f"({text})", found, decision)
        decision.setdefault("created_at", found.created_at)
        if decision["result"] is not None:
            decision.setdefault("resolved_at", found.resolved_at)
        self.lines[-2:] = [text]

    async def pending(self) -> None:
        """Look at what is pending."""
        text = "await handler.list_pending_decisions()"
        found = await self.awaited(LISTED, text, self.handler.list_pending_decisions)
        self.listed.append((found, [_brief(one) for one in found]))
        ids = [one.id for one in found]
        ours = [one["id"] for one in self.asked]
        told = sorted(f"decision_{ours.index(one) + 1}" for one in ids if one in ours)
        expected = sorted(f"decision_{at + 1}" for at, one in enumerate(self.asked) if one["result"] is None)
        self.expect(LISTED, told == expected, f"({text}) are {expected}", told)
        self.lines.append("")
        for one in found:
            if one.id in ours:
                self.compare(f"decision_{ours.index(one.id) + 1} in ({text})", one, self.asked[ours.index(one.id)])
        self.lines[-2:] = [text]

    async def pending_again(self) -> None:
        """Look once more at what was listed earlier."""
        for listed, before in self.listed:
            self.lines.append("")
            found = [_brief(one) for one in listed]
            self.expect(FROZEN, found == before, f"what was listed is still {before}", found)
            del self.lines[-1:]

    async def clean(self) -> None:
        """Decide what is pending."""
        for one in self.asked:
            if one["result"] is None:
                result: Any = {"selected_option": one["options"][0]["label"], "decided_by": "ada"}
                try:
                    await self.handler.resolve_decision(one["id"], result)
                except Exception:  # noqa: BLE001 - it was told, if a promise is broken
                    return

    @classmethod
    def tables(cls) -> Iterable[History]:
        """Return tables of titles, options, urgencies and deadlines, and of several decisions at once."""
        looks: list[Step] = [("pending", ()), *(("get", (which,)) for which in range(4)), ("pending_again", ())]
        yield [step for at in range(len(cls.pools["title"])) for step in (("ask", (at, 0, 0, 0)), ("get", (at % 6,)))]
        for at in range(len(OPTIONS)):
            for choice in range(10):
                yield [("ask", (0, at, choice % 4, choice % 4)), ("resolve", (0, choice, choice % 3, 0)), ("get", (0,))]
        for order in (0, 1, 2, 3), (3, 1, 0, 2), (2, 3, 1, 0):
            asks: list[Step] = [("ask", (at % 2, at % 3, at, at)) for at in range(4)]
            answers: list[Step] = []
            for at in order:
                answers += [("resolve", (at, at % 2, at % 3, 0)), *looks, ("resolve", (at, at % 2, 0, 0)), *looks]
            yield [*asks, *looks, *answers, ("ask", (0, 0, 0, 0)), *looks]
        each: list[Step] = [step for at in range(6) for step in (("ask", (at, 0, 0, 0)), ("resolve", (at, 1, 1, 0)))]
        yield [*each, ("ask", (0, 0, 0, 0)), *(("get", (which,)) for which in range(6)), ("pending", ())]
        yield [("ask", (0, 0, 0, 0)), *(("get_unknown", (0, form)) for form in range(6)), *looks]


def _copied(options: Sequence[Any]) -> list[Any]:
    return [{key: dict(value) if key == "metadata" else value for key, value in one.items()} for one in options]


def _brief(one: Decision) -> tuple[Any, ...]:
    return one.id, one.status, one.result is None, one.resolved_at is None


class DecisionHandlerHistories(Histories):
    """The tests of histories that `DecisionHandlerContract` has."""

    def _holds(self, look_at: str, it: DecisionHandler, unknown_id: str) -> None:
        __tracebackhide__ = True
        tested: Any = implementation(it)
        self.holds(partial(DecisionModel, look_at, tested, unknown_id), self.drawn(DecisionModel, look_at))

    def test_what_is_decided_in_any_history(self, it: DecisionHandler, unknown_id: str) -> None:
        """What the spec gave is copied over. … Decide; return the decision, resolved and with `result`. … `FacetError`
        with code `NOT_FOUND` when no such id exists, `CONFLICT` when it is resolved already.

        If this fails, the message is a program in which a decision is not what was asked for, or not as it was decided.
        """
        self._holds("get", it, unknown_id)

    def test_what_is_pending_in_any_history(self, it: DecisionHandler, unknown_id: str) -> None:
        """all decisions that are pending

        If this fails, the message is a program in which `list_pending_decisions` is wrong.
        """
        self._holds("pending", it, unknown_id)

    def test_what_was_listed_stays_in_any_history(self, it: DecisionHandler, unknown_id: str) -> None:
        """The sequence shows the state at the time of the call.

        If this fails, the message is a program in which what `list_pending_decisions` returned changes later.
        """
        self._holds("pending_again", it, unknown_id)
