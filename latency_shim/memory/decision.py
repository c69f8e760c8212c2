"""The facet `DecisionHandler` in memory."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from latency_shim import Decision, DecisionOption, DecisionSpec, FacetError, Urgency
from latency_shim.facets import DecisionResult
from latency_shim.memory._clock import Clock, aware, utc_now

__all__ = ["MemoryDecision", "MemoryDecisionHandler"]

_URGENCIES: Sequence[Urgency] = get_args(Urgency)  # the least pressing first


@dataclass(frozen=True)
class MemoryDecision:
    """A `Decision`, as it was when it was asked for or looked at."""

    id: str
    title: str
    description: str
    options: Sequence[DecisionOption]
    urgency: Urgency
    created_at: datetime.datetime
    deadline: datetime.datetime | None = None
    result: DecisionResult | None = None
    status: Literal["pending", "resolved"] = "pending"
    resolved_at: datetime.datetime | None = None


class MemoryDecisionHandler:
    """A `DecisionHandler` that counts its decisions from `"1"`.

    In tests the human is you: `resolve_decision` decides. A label that is not an option of the decision is refused with
    `INVALID`; without options any text will do. The most urgent and oldest are listed first.
    """

    def __init__(self, *, clock: Clock = utc_now) -> None:
        """Make a handler without decisions."""
        self._now = aware(clock)
        self._decisions: dict[str, MemoryDecision] = {}

    async def request_decision(self, spec: DecisionSpec, /) -> Decision:
        """Ask for a decision; return it, pending."""
        decision = MemoryDecision(
            id=str(len(self._decisions) + 1),
            title=spec["title"],
            description=spec["description"],
            options=spec["options"],
            urgency=spec["urgency"],
            deadline=spec.get("deadline"),
            created_at=self._now(),
        )
        self._decisions[decision.id] = _copy(decision)
        return _copy(decision)

    async def get_decision(self, id: str, /) -> Decision:
        """Return the decision; `FacetError` with code `NOT_FOUND` when no such id exists."""
        return _copy(self._known(id))

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        """Decide; return the decision. `FacetError` with code `NOT_FOUND`, `CONFLICT` or `INVALID` when that fails."""
        decision = self._known(id)
        if decision.status == "resolved":
            raise FacetError(f"decision {id!r} is resolved already", "CONFLICT")
        labels = [option["label"] for option in decision.options]
        if labels and result["selected_option"] not in labels:
            chosen = result["selected_option"]
            raise FacetError(f"decision {id!r} has no option {chosen!r}; its options: {', '.join(labels)}", "INVALID")
        self._decisions[id] = _copy(replace(decision, status="resolved", result=result, resolved_at=self._now()))
        return _copy(self._decisions[id])

    async def list_pending_decisions(self) -> Sequence[Decision]:
        """Return all decisions that are pending, the most urgent first, of these the oldest."""
        pending = [_copy(decision) for decision in self._decisions.values() if decision.status == "pending"]
        return sorted(pending, key=lambda decision: _URGENCIES.index(decision.urgency), reverse=True)

    def _known(self, id: str) -> MemoryDecision:
        if id not in self._decisions:
            raise FacetError(f"there is no decision {id!r}", "NOT_FOUND")
        return self._decisions[id]


def _copy(decision: MemoryDecision) -> MemoryDecision:
    """Return a decision that shares no mapping with another one."""
    result = decision.result
    return replace(
        decision,
        options=tuple(_copy_of_option(option) for option in decision.options),
        result=None if result is None else {**result},
    )


def _copy_of_option(option: DecisionOption) -> DecisionOption:
    copied: DecisionOption = {**option}
    if "metadata" in option:
        copied["metadata"] = dict(option["metadata"])
    return copied
