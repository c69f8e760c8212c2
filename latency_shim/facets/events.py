# Generated from latency-stubs/facets/events.pyi by `nox -s generate`; do not edit.
"""The facet `EventBus`: named events with a payload."""

from collections.abc import Callable
from typing import Final, TypeAlias

from latency_shim._typing import Protocol, runtime_checkable
from latency_shim.composition.facet import FacetKey

__all__ = ["EVENT_BUS", "EventBus", "Unsubscribe"]

Unsubscribe: TypeAlias = Callable[[], None]


@runtime_checkable
class EventBus(Protocol):
    """Carries events from whoever emits them to whoever listens."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        """Send an event to those who listen now."""
        ...

    def on(self, event: str, handler: Callable[[object], object], /) -> Unsubscribe:
        """Call `handler` with the payload of each `event` from now on."""
        ...

    def off(self, event: str, handler: Callable[[object], object], /) -> None:
        """End the subscription of this handler."""
        ...


EVENT_BUS: Final[FacetKey[EventBus]] = FacetKey("EventBus", EventBus)
