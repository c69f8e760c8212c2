"""What suites need beside an implementation of yours: a registry to bind with, and somebody who decides."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from latency_shim import Decision, DecisionOption, DecisionSpec, FacetError, RegistrationOptions, Urgency
from latency_shim.facets import DecisionResult


@dataclass(frozen=True)
class PlainProvider:
    """A provider, of nothing in particular; a copy of it is equal, so that only tests of identity fail for copies."""

    name: str = ""

    def __repr__(self) -> str:
        return f"<provider {self.name}>"


@dataclass(frozen=True)
class PlainRegistration:
    """A `FacetRegistration`, with its provider."""

    facet: str
    qualifier: str | None
    priority: int
    metadata: Any
    provider: object


class PlainRegistry:
    """A `FacetRegistry`."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, str | None], PlainRegistration] = {}

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        """See the contract."""
        given = options or {}
        entry = PlainRegistration(
            facet, given.get("qualifier"), given.get("priority", 0), given.get("metadata"), provider
        )
        self._entries[facet, entry.qualifier] = entry

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        """See the contract."""
        found = [entry for entry in self.list(facet) if qualifier in (None, entry.qualifier)]
        return max(found, key=lambda entry: entry.priority).provider if found else None

    def list(self, facet: str, /) -> Sequence[PlainRegistration]:
        """See the contract."""
        return [entry for entry in self._entries.values() if entry.facet == facet]

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        """See the contract."""
        return any(qualifier in (None, entry.qualifier) for entry in self.list(facet))

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        """See the contract."""
        return self._entries.pop((facet, qualifier), None) is not None


@dataclass(frozen=True)
class PlainDecision:
    """A `Decision`."""

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


class PlainDecisionHandler:
    """A `DecisionHandler` whose human decides for `answer` as soon as they are asked."""

    def __init__(self, answer: str) -> None:
        self.answer = answer
        self.asked: list[DecisionSpec] = []

    async def request_decision(self, spec: DecisionSpec, /) -> Decision:
        """See the contract."""
        self.asked.append(spec)
        return self._decision(len(self.asked), None)

    async def get_decision(self, id: str, /) -> Decision:
        """See the contract."""
        if id not in map(str, range(1, len(self.asked) + 1)):
            raise FacetError(f"no decision {id}", "NOT_FOUND")
        return self._decision(int(id), {"selected_option": self.answer, "decided_by": "the contract kit"})

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        """See the contract."""
        await self.get_decision(id)
        raise FacetError(f"decision {id} is resolved; not {result['selected_option']}", "CONFLICT")

    async def list_pending_decisions(self) -> Sequence[Decision]:
        """See the contract."""
        return []

    def _decision(self, number: int, result: DecisionResult | None) -> PlainDecision:
        spec, now = self.asked[number - 1], datetime.datetime.now(datetime.UTC)
        return PlainDecision(
            id=str(number),
            title=spec["title"],
            description=spec["description"],
            options=spec["options"],
            urgency=spec["urgency"],
            deadline=spec.get("deadline"),
            result=result,
            status="pending" if result is None else "resolved",
            created_at=now,
            resolved_at=None if result is None else now,
        )
