# pyright: reportUnknownMemberType=false
# redis leaves the types of some parameters open.
"""The example `StateStore` over Redis, beyond the contract."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar
from uuid import uuid4

import pytest
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from examples.redis_state_store import RedisStateStore
from latency_shim import FacetError
from redis_server import RedisServer

_T = TypeVar("_T")


def run(url: str, use: Callable[[Redis], Awaitable[_T]]) -> _T:
    async def connected() -> _T:
        async with Redis.from_url(url, retry=Retry(NoBackoff(), 0)) as client:
            return await use(client)

    return asyncio.run(connected())


def test_stores_of_one_namespace_share_their_values_and_others_do_not(redis_url: str) -> None:
    async def check(client: Redis) -> None:
        one, other = str(uuid4()), str(uuid4())
        await RedisStateStore(client, one).set("key", [1])
        assert await RedisStateStore(client, one).get("key") == [1]
        assert await RedisStateStore(client, other).get("key") is None
        assert await RedisStateStore(client, other).keys() == []

    run(redis_url, check)


def test_a_client_that_decodes_does_as_well(redis_url: str) -> None:
    async def check(client: Redis) -> None:
        store = RedisStateStore(client, str(uuid4()))
        await store.set("läufe", {"ä": 1})
        assert await store.keys("l") == ["läufe"]
        assert await store.get("läufe") == {"ä": 1}

    run(f"{redis_url}?decode_responses=true", check)


def test_keys_are_found_however_many_there_are(redis_url: str) -> None:
    async def check(client: Redis) -> None:
        store = RedisStateStore(client, str(uuid4()))
        names = sorted(f"key {number}" for number in range(3000))
        await asyncio.gather(*(store.set(name, 0) for name in names[:20]))
        for name in names[20:]:
            await store.set(name, 0)
        assert sorted(await store.keys()) == names

    run(redis_url, check)


@pytest.mark.parametrize("value", [object(), {1, 2}, float("nan")])
def test_a_value_that_is_no_json_is_refused_and_changes_nothing(redis_url: str, value: object) -> None:
    async def check(client: Redis) -> None:
        store = RedisStateStore(client, str(uuid4()))
        await store.set("key", "before")
        with pytest.raises(FacetError, match="'key'") as caught:
            await store.set("key", value)
        assert caught.value.code == "VALIDATION"
        assert await store.get("key") == "before"

    run(redis_url, check)


CALLS: dict[str, Callable[[RedisStateStore], Awaitable[object]]] = {
    "get": lambda store: store.get("key"),
    "set": lambda store: store.set("key", 1),
    "delete": lambda store: store.delete("key"),
    "has": lambda store: store.has("key"),
    "keys": lambda store: store.keys(),
}


def test_a_server_that_is_gone_is_a_facet_error_in_every_method(own_redis_server: RedisServer) -> None:
    async def check(client: Redis) -> None:
        store = RedisStateStore(client)
        await store.set("key", 1)
        own_redis_server.stop()
        for call in CALLS.values():
            with pytest.raises(FacetError, match="Redis: ") as caught:
                await call(store)
            assert caught.value.code == "UNAVAILABLE"
            assert isinstance(caught.value.__cause__, Exception)

    run(own_redis_server.url, check)


@pytest.mark.parametrize("name", CALLS)
def test_what_redis_refuses_is_a_facet_error(redis_url: str, name: str) -> None:
    async def check(client: Redis) -> None:
        with pytest.raises(FacetError, match=r"Redis: .*(password|auth)") as caught:
            await CALLS[name](RedisStateStore(client))
        assert caught.value.__cause__ is not None

    run(redis_url.replace("//:", "//:no"), check)


def test_a_key_that_cannot_be_sent_is_a_facet_error(redis_url: str) -> None:
    async def check(client: Redis) -> None:
        with pytest.raises(FacetError, match="surrogates") as caught:
            await RedisStateStore(client).get("\ud800")
        assert caught.value.code == "UNKNOWN"

    run(redis_url, check)
