"""The facet `EventBus`: named events with a payload.

```python
from latency_shim import EventBus


async def greet(bus: EventBus) -> list[object]:
    seen: list[object] = []
    unsubscribe = bus.on("greeting", seen.append)
    await bus.emit("greeting", {"text": "hello"})
    unsubscribe()
    return seen
```
"""

from collections.abc import Callable
from typing import Final, Protocol, TypeAlias, runtime_checkable

from latency.composition.facet import FacetKey

__all__ = ["EVENT_BUS", "EventBus", "Unsubscribe"]

Unsubscribe: TypeAlias = Callable[[], None]
"""Ends the one subscription that it was returned for."""

@runtime_checkable
class EventBus(Protocol):
    """Carries events from whoever emits them to whoever listens.

    Handlers are plain callables, whose result is ignored and not awaited. What a handler that raises
    leads to is left open, and so is subscribing one handler twice, unsubscribing twice, and `off` for a
    handler that is unknown. Equal payloads that are sent twice arrive twice.
    """

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        """Send an event to those who listen now.

        On a bus within the process each handler has been called when this returns; on a bus between
        processes the event has only been sent. A handler that subscribes while an event is delivered does
        not hear that event; one whose subscription ends before its turn is not called any more. A bus within the
        process passes the very payload, one between processes an equal one.
        """
    def on(self, event: str, handler: Callable[[object], object], /) -> Unsubscribe:
        """Call `handler` with the payload of each `event` from now on.

        Synchronous. Call what is returned to end it. A payload that was left out is
        `None`.
        """
    def off(self, event: str, handler: Callable[[object], object], /) -> None:
        """End the subscription of this handler.

        Synchronous; other handlers and events are not touched. A handler that is equal to the one given
        to `on` will do: two reads of a bound method are equal.
        """

EVENT_BUS: Final[FacetKey[EventBus]]
"""Key of the facet `"EventBus"`."""
