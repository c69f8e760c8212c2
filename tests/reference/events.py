"""An event bus whose subscriptions are numbered and never forgotten, only ended."""

from collections.abc import Callable
from typing import NamedTuple

from latency_shim import Unsubscribe

Handler = Callable[[object], object]


class Subscribed(NamedTuple):
    number: int
    event: str
    handler: Handler


class Ended(NamedTuple):
    number: int


class Bus:
    """Calls the handlers of an event in the order in which they subscribed."""

    def __init__(self) -> None:
        self.history: tuple[Subscribed | Ended, ...] = ()

    def subscriptions(self, event: str) -> tuple[Subscribed, ...]:
        """Return the subscriptions to an event that have not ended."""
        ended = {one.number for one in self.history if isinstance(one, Ended)}
        return tuple(
            one
            for one in self.history
            if isinstance(one, Subscribed) and one.event == event and one.number not in ended
        )

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        for one in self.subscriptions(event):
            if one in self.subscriptions(event):  # an earlier handler may have ended it
                one.handler(payload)

    def on(self, event: str, handler: Handler, /) -> Unsubscribe:
        number = len(self.history)
        self.history += (Subscribed(number, event, handler),)

        def unsubscribe() -> None:
            self.history += (Ended(number),)

        return unsubscribe

    def off(self, event: str, handler: Handler, /) -> None:
        self.history += tuple(Ended(one.number) for one in self.subscriptions(event) if one.handler == handler)
