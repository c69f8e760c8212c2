"""A `StateStore` over Redis: values as JSON, shared by all processes that use the same server and namespace."""

import json
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import Any

import redis.asyncio
from redis import exceptions

from latency_shim import FacetError


class RedisStateStore:
    """A `StateStore`. The client is yours: configure it as you like, and close it.

    Each key is one of Redis, after the namespace and a colon. `keys` makes Redis look at all keys of its
    database, though without holding up others. A value that JSON cannot hold is a `FacetError` with code
    `VALIDATION`, a server that cannot be reached one with code `UNAVAILABLE`, any other failure has `UNKNOWN`.
    """

    def __init__(self, client: redis.asyncio.Redis, namespace: str = "state") -> None:
        self._client: Any = client  # the types of its methods differ from version to version
        self._prefix = f"{namespace}:"

    async def get(self, key: str, /) -> Any:
        with failures():
            text = await self._client.get(self._prefix + key)
        return None if text is None else json.loads(text)

    async def set(self, key: str, value: object, /) -> None:
        try:
            text = json.dumps(value, allow_nan=False)
        except (TypeError, ValueError) as error:
            raise FacetError(f"value of {key!r} is no JSON: {error}", "VALIDATION", cause=error) from error
        with failures():
            await self._client.set(self._prefix + key, text)

    async def delete(self, key: str, /) -> bool:
        with failures():
            return bool(await self._client.delete(self._prefix + key))

    async def has(self, key: str, /) -> bool:
        with failures():
            return bool(await self._client.exists(self._prefix + key))

    async def keys(self, prefix: str | None = None) -> Sequence[str]:
        pattern = escaped(self._prefix + (prefix or "")) + "*"
        with failures():  # a set, since Redis may name a key twice
            found = {key async for key in self._client.scan_iter(match=pattern, count=1000)}
        names = [key.decode() if isinstance(key, bytes) else key for key in found]
        return [name.removeprefix(self._prefix) for name in names]


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
