# Generated from latency-stubs/facets/decision.pyi by `nox -s generate`; do not edit.
"""The facet `DecisionHandler`: decisions that wait for a human."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Final, Literal, TypeAlias

from latency_shim._typing import NotRequired, Protocol, TypedDict, runtime_checkable
from latency_shim.composition.facet import FacetKey

__all__ = [
    "DECISION_HANDLER",
    "Decision",
    "DecisionHandler",
    "DecisionOption",
    "DecisionResult",
    "DecisionSpec",
    "Urgency",
]

Urgency: TypeAlias = Literal["low", "medium", "high", "critical"]


class DecisionOption(TypedDict):
    """One thing that can be chosen."""

    label: str
    description: NotRequired[str]
    metadata: NotRequired[Mapping[str, object]]


class DecisionSpec(TypedDict):
    """What a decision is asked for with."""

    title: str
    description: str
    options: Sequence[DecisionOption]
    urgency: Urgency
    deadline: NotRequired[datetime.datetime]


class DecisionResult(TypedDict):
    """What was decided."""

    selected_option: str
    rationale: NotRequired[str]
    decided_by: str


@runtime_checkable
class Decision(Protocol):
    """A decision as the handler holds it."""

    @property
    def id(self) -> str:
        """The handler's id. [TypeScript]"""
        ...

    @property
    def title(self) -> str:
        """The question in one line. [TypeScript]"""
        ...

    @property
    def description(self) -> str:
        """What one must know to decide. [TypeScript]"""
        ...

    @property
    def options(self) -> Sequence[DecisionOption]:
        """What can be chosen. [TypeScript]"""
        ...

    @property
    def urgency(self) -> Urgency:
        """How pressing it is. [TypeScript]"""
        ...

    @property
    def deadline(self) -> datetime.datetime | None:
        """When it should be decided, if ever. [TypeScript] Timezone-aware. [Python]"""
        ...

    @property
    def result(self) -> DecisionResult | None:
        """What was decided; `None` while pending. [TypeScript]"""
        ...

    @property
    def status(self) -> Literal["pending", "resolved"]:
        """Whether it was decided. [TypeScript]"""
        ...

    @property
    def created_at(self) -> datetime.datetime:
        """When it was asked for. [TypeScript] Timezone-aware. [Python]"""
        ...

    @property
    def resolved_at(self) -> datetime.datetime | None:
        """When it was decided; `None` while pending. [TypeScript] Timezone-aware. [Python]"""
        ...


@runtime_checkable
class DecisionHandler(Protocol):
    """Keeps decisions until somebody takes them."""

    async def request_decision(self, spec: DecisionSpec, /) -> Decision:
        """Ask for a decision; return it, pending. It does not wait for the answer. [TypeScript]"""
        ...

    async def get_decision(self, id: str, /) -> Decision:
        """Give the decision; `FacetError` with code `NOT_FOUND` when there is none of that id. [TypeScript]"""
        ...

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        """Decide; return the decision, resolved and with `result`. [TypeScript] `resolved_at` is set. [Python]"""
        ...

    async def list_pending_decisions(self) -> Sequence[Decision]:
        """Give all decisions that are pending, usually the most urgent and oldest first. [TypeScript]"""
        ...


DECISION_HANDLER: Final[FacetKey[DecisionHandler]] = FacetKey("DecisionHandler", DecisionHandler)
