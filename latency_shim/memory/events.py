"""The facet `EventBus` in memory: a bus within the process."""

from collections.abc import Callable, Iterator
from itertools import count
from typing import TypeAlias

from latency_shim import Unsubscribe

__all__ = ["MemoryEventBus"]

_Handler: TypeAlias = Callable[[object], object]


class MemoryEventBus:
    """An `EventBus` that calls handlers in the order in which they subscribed, with the very payload.

    What a handler raises comes out of `emit`, and later handlers are not called. A handler that subscribed twice is
    called twice; `off` ends all its subscriptions to the event. Unsubscribing again does nothing.
    """

    def __init__(self) -> None:
        """Make a bus on which nobody listens."""
        self._handlers: dict[str, dict[int, _Handler]] = {}  # of each event, by a number of the subscription
        self._numbers = count()

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        """Call each handler of the event."""
        for handler in self._listening(event):
            handler(payload)

    def on(self, event: str, handler: Callable[[object], object], /) -> Unsubscribe:
        """Call `handler` with the payload of each `event` from now on; call what is returned to end that."""
        handlers = self._handlers.setdefault(event, {})
        number = next(self._numbers)
        handlers[number] = handler

        def unsubscribe() -> None:
            handlers.pop(number, None)

        return unsubscribe

    def off(self, event: str, handler: Callable[[object], object], /) -> None:
        """End the subscriptions of a handler that is equal to this one."""
        handlers = self._handlers.get(event, {})
        for number in [number for number, known in handlers.items() if known == handler]:
            del handlers[number]

    def _listening(self, event: str) -> Iterator[_Handler]:
        """Yield those who listen now, unless they have unsubscribed by the time that it is their turn."""
        handlers = self._handlers.get(event, {})
        for number, handler in [*handlers.items()]:
            if number in handlers:
                yield handler
