"""A `DecisionHandler` that forgets everything when the program ends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from latency_shim import Decision, DecisionOption, DecisionSpec, FacetError, Urgency
from latency_shim.facets import DecisionResult

URGENCIES: Sequence[Urgency] = "low", "medium", "high", "critical"


@dataclass(frozen=True)
class StoredDecision:
    """A `Decision`."""

    id: str
    title: str
    description: str
    options: Sequence[DecisionOption]
    urgency: Urgency
    created_at: datetime
    deadline: datetime | None = None
    result: DecisionResult | None = None
    status: Literal["pending", "resolved"] = "pending"
    resolved_at: datetime | None = None


class InMemoryDecisionHandler:
    """A `DecisionHandler`; it counts decisions from 1."""

    def __init__(self) -> None:
        self._decisions: dict[str, StoredDecision] = {}

    async def request_decision(self, spec: DecisionSpec, /) -> Decision:
        decision = StoredDecision(
            id=str(len(self._decisions) + 1),
            title=spec["title"],
            description=spec["description"],
            options=tuple(spec["options"]),
            urgency=spec["urgency"],
            deadline=spec.get("deadline"),
            created_at=datetime.now(UTC),
        )
        self._decisions[decision.id] = decision
        return decision

    async def get_decision(self, id: str, /) -> Decision:
        return self._known(id)

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        decision = self._known(id)
        if decision.status == "resolved":
            raise FacetError(f"decision {id!r} is resolved already", "CONFLICT")
        self._decisions[id] = replace(decision, status="resolved", result=result, resolved_at=datetime.now(UTC))
        return self._decisions[id]

    async def list_pending_decisions(self) -> Sequence[Decision]:
        pending = [decision for decision in self._decisions.values() if decision.status == "pending"]
        return sorted(pending, key=lambda decision: URGENCIES.index(decision.urgency), reverse=True)

    def _known(self, id: str) -> StoredDecision:
        if id not in self._decisions:
            raise FacetError(f"no decision {id!r}", "NOT_FOUND")
        return self._decisions[id]
