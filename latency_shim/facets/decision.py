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
    """An option to choose from."""

    label: str
    description: NotRequired[str]
    metadata: NotRequired[Mapping[str, object]]


class DecisionSpec(TypedDict):
    """The specification of a decision."""

    title: str
    description: str
    options: Sequence[DecisionOption]
    urgency: Urgency
    deadline: NotRequired[datetime.datetime]


class DecisionResult(TypedDict):
    """The outcome of a decision."""

    selected_option: str
    rationale: NotRequired[str]
    decided_by: str


@runtime_checkable
class Decision(Protocol):
    """A decision as the handler holds it."""

    @property
    def id(self) -> str:
        """The handler's id."""
        ...

    @property
    def title(self) -> str:
        """The question in one line."""
        ...

    @property
    def description(self) -> str:
        """The background of the question."""
        ...

    @property
    def options(self) -> Sequence[DecisionOption]:
        """The options to choose from."""
        ...

    @property
    def urgency(self) -> Urgency:
        """How urgent it is."""
        ...

    @property
    def deadline(self) -> datetime.datetime | None:
        """When it should be decided, if ever. Timezone-aware."""
        ...

    @property
    def result(self) -> DecisionResult | None:
        """The outcome; `None` while pending."""
        ...

    @property
    def status(self) -> Literal["pending", "resolved"]:
        """Whether it was decided."""
        ...

    @property
    def created_at(self) -> datetime.datetime:
        """When it was asked for. Timezone-aware."""
        ...

    @property
    def resolved_at(self) -> datetime.datetime | None:
        """When it was decided; `None` while pending. Timezone-aware."""
        ...


@runtime_checkable
class DecisionHandler(Protocol):
    """Keeps decisions until somebody takes them."""

    async def request_decision(self, spec: DecisionSpec, /) -> Decision:
        """Ask for a decision; return it, pending. It does not wait for the answer."""
        ...

    async def get_decision(self, id: str, /) -> Decision:
        """Return the decision; `FacetError` with code `NOT_FOUND` when no such id exists."""
        ...

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        """Decide; return the decision, resolved and with `result`. `resolved_at` is set."""
        ...

    async def list_pending_decisions(self) -> Sequence[Decision]:
        """Return all decisions that are pending, usually the most urgent and oldest first."""
        ...


DECISION_HANDLER: Final[FacetKey[DecisionHandler]] = FacetKey("DecisionHandler", DecisionHandler)
