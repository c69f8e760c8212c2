"""A decision handler whose decisions are questions and answers in a history."""

import datetime
from collections.abc import Sequence
from typing import Literal, NamedTuple, cast, get_args

from latency_shim import Decision, DecisionOption, DecisionSpec, FacetError, Urgency
from latency_shim.facets import DecisionResult

URGENCIES: tuple[Urgency, ...] = get_args(Urgency)


class Asked(NamedTuple):
    id: str
    spec: DecisionSpec
    at: datetime.datetime


class Answered(NamedTuple):
    id: str
    result: DecisionResult
    at: datetime.datetime


class Seen(NamedTuple):
    """A decision as it stood when somebody looked at it."""

    id: str
    title: str
    description: str
    options: Sequence[DecisionOption]
    urgency: Urgency
    deadline: datetime.datetime | None
    result: DecisionResult | None
    status: Literal["pending", "resolved"]
    created_at: datetime.datetime
    resolved_at: datetime.datetime | None


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class Decisions:
    """Keeps every question, and its answer when there is one."""

    def __init__(self) -> None:
        self.history: tuple[Asked | Answered, ...] = ()

    def answer_to(self, id: str) -> Answered | None:
        return next((one for one in self.history if isinstance(one, Answered) and one.id == id), None)

    def seen(self, asked: Asked) -> Seen:
        spec, answer = asked.spec, self.answer_to(asked.id)
        return Seen(
            asked.id,
            spec["title"],
            spec["description"],
            spec["options"],
            spec["urgency"],
            spec.get("deadline"),
            answer and answer.result,
            "resolved" if answer else "pending",
            asked.at,
            answer and answer.at,
        )

    def all(self) -> tuple[Seen, ...]:
        """Return all decisions, oldest first."""
        return tuple(self.seen(one) for one in self.history if isinstance(one, Asked))

    def known(self, id: str) -> Seen:
        for one in self.all():
            if one.id == id:
                return one
        raise FacetError(f"there is no decision {id!r}", "NOT_FOUND")

    def labels(self, decision: Decision) -> set[str]:
        return {option["label"] for option in decision.options}

    async def request_decision(self, spec: DecisionSpec, /) -> Decision:
        options = tuple(cast("DecisionOption", dict(option)) for option in spec["options"])
        asked = Asked(f"decision-{len(self.history)}", {**spec, "options": options}, now())
        self.history += (asked,)
        return self.seen(asked)

    async def get_decision(self, id: str, /) -> Decision:
        return self.known(id)

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        decision = self.known(id)
        if decision.status == "resolved":
            raise FacetError(f"decision {id!r} is resolved already", "CONFLICT")
        if decision.options and result["selected_option"] not in self.labels(decision):
            raise FacetError(f"{result['selected_option']!r} is no option of decision {id!r}", "INVALID")
        self.history += (Answered(id, {**result}, now()),)
        return self.known(id)

    async def list_pending_decisions(self) -> Sequence[Decision]:
        pending = [one for one in self.all() if one.status == "pending"]
        return tuple(sorted(pending, key=lambda one: -URGENCIES.index(one.urgency)))
