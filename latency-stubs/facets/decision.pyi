"""The facet `DecisionHandler`: decisions that wait for a human.

A decision is asked for, stays pending as long as it takes, and is resolved once:

```python
from latency_shim import Decision, DecisionHandler, DecisionSpec

spec: DecisionSpec = {
    "title": "Release 2.0?",
    "description": "All checks are green.",
    "options": [{"label": "ship"}, {"label": "wait", "description": "until Monday"}],
    "urgency": "high",
}


async def answer(handler: DecisionHandler) -> Decision:
    pending = await handler.request_decision(spec)
    return await handler.resolve_decision(pending.id, {"selected_option": "ship", "decided_by": "ada"})
```
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import Final, Literal, NotRequired, Protocol, TypeAlias, TypedDict, runtime_checkable

from latency.composition.facet import FacetKey

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
"""How pressing a decision is, rising from left to right."""

class DecisionOption(TypedDict):
    """An option to choose from.

    Used in both directions: passed in a `DecisionSpec`, read back from a `Decision`.
    """

    label: str
    """Text of the option, and what `DecisionResult.selected_option` names."""
    description: NotRequired[str]
    """The consequences of the option."""
    metadata: NotRequired[Mapping[str, object]]
    """Extra data; opaque."""

class DecisionSpec(TypedDict):
    """The specification of a decision.

    The argument of `DecisionHandler.request_decision`.
    """

    title: str
    """The question in one line."""
    description: str
    """The background of the question; required, unlike other descriptions."""
    options: Sequence[DecisionOption]
    """The options to choose from."""
    urgency: Urgency
    """How urgent it is; there is no default."""
    deadline: NotRequired[datetime.datetime]
    """When it should be decided. Timezone-aware. An overdue decision stays pending."""

class DecisionResult(TypedDict):
    """The outcome of a decision.

    The argument of `DecisionHandler.resolve_decision`, read back from `Decision.result`. Not the
    `DecisionResult` of the composition, the result of `PluginContext.request_decision`.
    """

    selected_option: str
    """Label of the option that was chosen."""
    rationale: NotRequired[str]
    """Why."""
    decided_by: str
    """Name or id of the person or system that decided."""

@runtime_checkable
class Decision(Protocol):
    """A decision as the handler holds it.

    The result of `DecisionHandler.get_decision`, among others. What the spec gave is copied
    over.
    """

    @property
    def id(self) -> str:
        """The handler's id."""
    @property
    def title(self) -> str:
        """The question in one line."""
    @property
    def description(self) -> str:
        """The background of the question."""
    @property
    def options(self) -> Sequence[DecisionOption]:
        """The options to choose from."""
    @property
    def urgency(self) -> Urgency:
        """How urgent it is."""
    @property
    def deadline(self) -> datetime.datetime | None:
        """When it should be decided, if ever. Timezone-aware."""
    @property
    def result(self) -> DecisionResult | None:
        """The outcome; `None` while pending."""
    @property
    def status(self) -> Literal["pending", "resolved"]:
        """Whether it was decided."""
    @property
    def created_at(self) -> datetime.datetime:
        """When it was asked for. Timezone-aware."""
    @property
    def resolved_at(self) -> datetime.datetime | None:
        """When it was decided; `None` while pending. Timezone-aware."""

@runtime_checkable
class DecisionHandler(Protocol):
    """Keeps decisions until somebody takes them.

    Failures are `FacetError`, with the codes `NOT_FOUND` and `CONFLICT` among others.
    """

    async def request_decision(self, spec: DecisionSpec, /) -> Decision:
        """Ask for a decision; return it, pending. It does not wait for the answer."""
    async def get_decision(self, id: str, /) -> Decision:
        """Return the decision; `FacetError` with code `NOT_FOUND` when no such id exists."""
    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        """Decide; return the decision, resolved and with `result`. `resolved_at` is set.

        `FacetError` with code `NOT_FOUND` when no such id exists, `CONFLICT` when it is resolved already.
        Whether a label that is not an option is accepted or refused is left open; it is refused with the code
        `INVALID`. A decision without options takes any text.
        """
    async def list_pending_decisions(self) -> Sequence[Decision]:
        """Return all decisions that are pending, usually the most urgent and oldest first.

        The order is not promised. The sequence shows the state at the time of the call.
        """

DECISION_HANDLER: Final[FacetKey[DecisionHandler]]
"""Key of the facet `"DecisionHandler"`."""
