"""A `StateStore` over Redis: values as JSON, shared by all processes that use the same server and namespace."""

from collections.abc import Sequence
from typing import Any

import redis.asyncio

from examples.redis_client import escaped, failures, prepared
from examples.stored_text import decoded, dumped, loaded, storable


class RedisStateStore:
    """A `StateStore`. The client is yours: configure it as you like, without `decode_responses`, and close it.

    Each key is one of Redis, after the namespace and a colon. `keys` makes Redis look at all keys of its
    database, though without holding up others, and passes over keys that are not UTF-8.

    Codes of `FacetError`: `VALIDATION` for a key with a surrogate and a value that JSON cannot hold, `CORRUPT` for a
    value that is not JSON, `AUTH` for a refused password, `FULL`, `UNAVAILABLE` when the server cannot be reached,
    else `UNKNOWN`.
    """

    def __init__(self, client: redis.asyncio.Redis, namespace: str = "state") -> None:
        self._client = prepared(client)
        self._prefix = f"{namespace}:"

    async def get(self, key: str, /) -> Any:
        name = self._name(key)
        with failures():
            text = await self._client.get(name)
        return None if text is None else loaded(f"value of {key!r}", text)

    async def set(self, key: str, value: object, /) -> None:
        name, text = self._name(key), dumped(f"value of {key!r}", value)
        with failures():
            await self._client.set(name, text)

    async def delete(self, key: str, /) -> bool:
        name = self._name(key)
        with failures():
            return bool(await self._client.delete(name))

    async def has(self, key: str, /) -> bool:
        name = self._name(key)
        with failures():
            return bool(await self._client.exists(name))

    async def keys(self, prefix: str | None = None) -> Sequence[str]:
        pattern = escaped(self._name(prefix or "")) + "*"
        with failures():  # a set, since Redis may name a key twice
            found = {key async for key in self._client.scan_iter(match=pattern, count=1000)}
        return [key.removeprefix(self._prefix) for key in decoded(found)]

    def _name(self, key: str) -> str:
        return self._prefix + storable(f"key {key!r}", key)
