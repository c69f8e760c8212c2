"""An `EventBus` over Redis: events reach all processes that listen on the same server and namespace."""

import asyncio
import json
import logging
from collections.abc import Callable, Generator
from contextlib import contextmanager
from itertools import count
from types import TracebackType
from typing import Any, Self

import redis.asyncio
from redis import exceptions

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
    and a colon. A bus hears all events of its namespace, and itself finds the handlers: so `on` and `off` count
    at once. Redis keeps no messages: while it cannot be reached `emit` raises, and what others emit is lost. The
    bus tries to reach it again until it is left.

    `FacetError` has code `VALIDATION` for a payload that JSON cannot hold, `UNAVAILABLE` when the server cannot be
    reached or the bus is not entered, else `UNKNOWN`. What a handler raises goes to the event loop's exception
    handler. The client is yours: close it after the bus.
    """

    pause = 1.0
    """Seconds between attempts to reach Redis."""

    def __init__(self, client: redis.asyncio.Redis, namespace: str = "events") -> None:
        self._client: Any = client  # the types of its methods differ from version to version
        self._prefix = f"{namespace}:"
        self._handlers: dict[str, dict[int, Handler]] = {}  # of each event, by a number of the subscription
        self._numbers = count()
        self._reader: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        channels = self._client.pubsub()
        try:
            with failures():
                await channels.psubscribe(escaped(self._prefix) + "*")
                await channels.get_message(timeout=None)  # it is confirmed: from now on all events come
        except BaseException:
            await channels.aclose()
            raise
        self._reader = asyncio.create_task(self._read(channels))
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
        try:
            text = json.dumps(payload, allow_nan=False)
        except (TypeError, ValueError) as error:
            raise FacetError(f"payload of {event!r} is no JSON: {error}", "VALIDATION", cause=error) from error
        with failures():
            await self._client.publish(self._prefix + event, text)

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

    async def _read(self, channels: Any) -> None:
        """Hand on what comes, until this is cancelled."""
        try:
            while True:
                try:
                    async for message in channels.listen():
                        if message["type"] == "pmessage":
                            self._deliver(message["channel"], message["data"])
                except (exceptions.RedisError, OSError) as error:
                    log.warning("Redis cannot be reached, events get lost: %s", error)
                    await asyncio.sleep(self.pause)
        finally:
            await channels.aclose()

    def _deliver(self, channel: str | bytes, text: str | bytes) -> None:
        name = channel.decode() if isinstance(channel, bytes) else channel
        for handler in [*self._handlers.get(name.removeprefix(self._prefix), {}).values()]:
            try:
                handler(json.loads(text))
            except Exception as error:  # noqa: BLE001 - others shall get the event, and later ones come
                asyncio.get_running_loop().call_exception_handler(
                    {"message": f"A handler of {name} failed", "exception": error}
                )


def escaped(text: str) -> str:
    """Give a pattern of Redis that matches just this text."""
    return "".join(f"\\{sign}" if sign in "*?[]\\" else sign for sign in text)


@contextmanager
def failures() -> Generator[None]:
    """Make a `FacetError` of what goes wrong with Redis, or with text that cannot be sent."""
    try:
        yield
    except (exceptions.RedisError, OSError, UnicodeError) as error:
        gone = isinstance(error, exceptions.ConnectionError | exceptions.TimeoutError | OSError)
        raise FacetError(f"Redis: {error}", "UNAVAILABLE" if gone else "UNKNOWN", cause=error) from error
