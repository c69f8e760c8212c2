"""An `EventBus` within the process."""

from collections.abc import Callable
from itertools import count

from latency_shim import Unsubscribe

Handler = Callable[[object], object]


class InMemoryEventBus:
    """An `EventBus` that calls the handlers in the order in which they came, and passes on what they raise."""

    def __init__(self) -> None:
        self._handlers: dict[str, dict[int, Handler]] = {}  # of each event, by a number of the subscription
        self._numbers = count()

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        for handler in [*self._handlers.get(event, {}).values()]:
            handler(payload)

    def on(self, event: str, handler: Handler, /) -> Unsubscribe:
        handlers = self._handlers.setdefault(event, {})
        number = next(self._numbers)
        handlers[number] = handler

        def unsubscribe() -> None:
            handlers.pop(number, None)

        return unsubscribe

    def off(self, event: str, handler: Handler, /) -> None:
        handlers = self._handlers.get(event, {})
        for number in [number for number, known in handlers.items() if known == handler]:
            del handlers[number]
