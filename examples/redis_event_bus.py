"""An `EventBus` over Redis: events reach all processes that listen on the same server and namespace."""

import asyncio
import logging
import uuid
from collections.abc import Callable
from itertools import count
from types import TracebackType
from typing import Any, Self

import redis.asyncio

from examples.redis_client import escaped, failures, prepared
from examples.stored_text import decoded, dumped, loaded, storable
from latency_shim import FacetError, Unsubscribe

Handler = Callable[[object], object]
log = logging.getLogger(__name__)


class RedisEventBus:
    """An `EventBus`, while it is entered:

    ```python
    async with Redis.from_url(url) as client, RedisEventBus(client) as bus:
        bus.on("greeting", print)
        await bus.emit("greeting", {"text": "hello"})
    ```

    Payloads are values that JSON can hold. An event is a message on the channel of its name, after the namespace
    and a colon: a JSON array of the bus that sent it, a number, and the payload. The number tells a bus what it
    emitted before a handler subscribed; of what other buses emitted at that moment the handler may hear.

    A bus hears all events of its namespace, and itself finds the handlers: so `on` and `off` count at once. Redis
    keeps no messages: while it cannot be reached `emit` raises, and what others emit is lost. The bus tries to
    reach it again until it is left. A client that retries may send an event twice when its connection breaks.

    `FacetError` has code `VALIDATION` for a name with a surrogate and a payload that JSON cannot hold, `UNAVAILABLE`
    when the server cannot be reached or the bus is not entered, `AUTH` for a refused password, else `UNKNOWN`.

    Handlers are callbacks of the event loop. What one raises goes to the loop's exception handler, `CancelledError`
    too; `SystemExit` and `KeyboardInterrupt` leave the loop, as they do from any callback. In all cases the bus goes
    on. So it does after messages of others that are not UTF-8 or not as above.

    The client is yours: make it without `decode_responses`, and close it after the bus.
    """

    pause = 1.0
    """Seconds between attempts to reach Redis."""
    patience = 15.0
    """Seconds in which Redis must answer, else the connection is made anew."""

    def __init__(self, client: redis.asyncio.Redis, namespace: str = "events") -> None:
        self._client = prepared(client)
        self._prefix = f"{namespace}:"
        self._id = uuid.uuid4().hex
        self._numbers = count()  # of subscriptions and events, in the order in which they came about
        self._handlers: dict[str, dict[int, Handler]] = {}  # of each event, by the number of the subscription
        self._reader: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._reader = asyncio.create_task(self._read(await self._subscribed()))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._reader is not None:
            self._reader.cancel()
            await asyncio.wait([self._reader])
            self._reader = None

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        if self._reader is None:
            raise FacetError("enter the bus first: async with bus", "UNAVAILABLE")
        channel = self._prefix + storable(f"event {event!r}", event)
        text = dumped(f"payload of {event!r}", [self._id, next(self._numbers), payload])
        with failures():
            await self._client.publish(channel, text)

    def on(self, event: str, handler: Handler, /) -> Unsubscribe:
        handlers = self._handlers.setdefault(event, {})
        number = next(self._numbers)
        handlers[number] = handler

        def unsubscribe() -> None:
            handlers.pop(number, None)

        return unsubscribe

    def off(self, event: str, handler: Handler, /) -> None:
        handlers = self._handlers.get(event, {})
        for number in [number for number, known in handlers.items() if known is handler or known == handler]:
            del handlers[number]

    async def _subscribed(self) -> Any:
        """Return a connection on which all events come from now on."""
        channels = self._client.pubsub()
        try:
            with failures():
                async with asyncio.timeout(self.patience):
                    await channels.psubscribe(escaped(self._prefix) + "*")
                    await channels.get_message(timeout=None)  # the confirmation
        except BaseException:
            await channels.aclose()
            raise
        return channels

    async def _read(self, channels: Any) -> None:
        """Hand on what comes, over a new connection after each failure, until this is cancelled."""
        while True:
            try:
                async with channels or await self._subscribed() as listening:
                    await self._listen(listening)
            except Exception as error:  # noqa: BLE001 - whatever it is, the bus must not stay deaf
                log.warning("Redis cannot be reached, events get lost: %s", error)
            channels = None
            await asyncio.sleep(self.pause)

    async def _listen(self, channels: Any) -> None:
        asked = False
        while True:
            message = await channels.get_message(timeout=self.patience)
            if message is None and asked:
                raise TimeoutError(f"no answer in {self.patience:g} s")
            if message is None:
                await channels.ping()  # the answer is a message too
            elif message["type"] == "pmessage":
                self._deliver(message["channel"], message["data"])
            asked = message is None

    def _deliver(self, channel: bytes, text: bytes) -> None:
        for event in decoded([channel.removeprefix(self._prefix.encode())]):
            for number in self._handlers.get(event, ()):
                asyncio.get_running_loop().call_soon(self._call, event, number, text)

    def _call(self, event: str, number: int, text: bytes) -> None:
        """Call a handler, unless its subscription ended in the meantime or is younger than the event."""
        match loaded(f"message of {event!r}", text):  # for each handler a copy of its own
            case [sender, sent, payload]:
                handler = self._handlers[event].get(number)
                if handler is not None and (sender != self._id or sent > number):
                    handler(payload)
            case _:
                raise FacetError(f"message of {event!r} is not [bus, number, payload]", "CORRUPT")
