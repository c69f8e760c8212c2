# pyright: reportUnknownMemberType=false
# redis leaves the types of some parameters open.
"""The example `StateStore` over Redis, beyond the contract."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from uuid import uuid4

import pytest
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from examples.redis_state_store import RedisStateStore
from latency_shim import FacetError
from odd_text import FOREIGN, NAMES, NOT_JSON, SURROGATES
from redis_server import RedisServer, intruder

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


def test_a_client_that_decodes_is_refused(redis_url: str) -> None:
    with pytest.raises(ValueError, match="decode_responses"):
        RedisStateStore(Redis.from_url(f"{redis_url}?decode_responses=true"))


@pytest.mark.parametrize("namespace", ["plain", "*", "[a-z]?\\"])
def test_keys_are_exact_and_so_are_prefixes(redis_url: str, namespace: str) -> None:
    async def check(client: Redis) -> None:
        store, other = RedisStateStore(client, f"{uuid4()}{namespace}"), RedisStateStore(client, f"{uuid4()}x")
        for name in NAMES:
            await store.set(name, name)
            await other.set(name, "other")
        assert [await store.get(name) for name in NAMES] == NAMES
        for prefix in NAMES:
            assert sorted(await store.keys(prefix)) == sorted(name for name in NAMES if name.startswith(prefix))

    run(redis_url, check)


def test_keys_of_others_that_are_not_utf_8_are_passed_over(redis_url: str) -> None:
    async def check(client: Redis) -> None:
        namespace = str(uuid4())
        store = RedisStateStore(client, namespace)
        await store.set("key", 1)
        await client.set(namespace.encode() + b":\xff", "1")
        assert await store.keys() == ["key"]

    run(redis_url, check)


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_what_others_wrote_that_is_no_json_is_a_facet_error_and_can_be_replaced(redis_url: str, text: bytes) -> None:
    async def check(client: Redis) -> None:
        namespace = str(uuid4())
        store = RedisStateStore(client, namespace)
        await client.set(f"{namespace}:key", text)
        with pytest.raises(FacetError, match="'key'") as caught:
            await store.get("key")
        assert caught.value.code == "CORRUPT"
        assert isinstance(caught.value.__cause__, ValueError | RecursionError)
        assert await store.has("key")
        await store.set("key", 1)
        assert await store.get("key") == 1

    run(redis_url, check)


def test_another_type_of_redis_is_a_facet_error(redis_url: str) -> None:
    async def check(client: Redis) -> None:
        namespace = str(uuid4())
        store = RedisStateStore(client, namespace)
        untyped: Any = client
        await untyped.rpush(f"{namespace}:key", "1")
        with pytest.raises(FacetError, match="WRONGTYPE"):
            await store.get("key")
        await store.set("key", 1)
        assert await store.get("key") == 1

    run(redis_url, check)


def test_a_server_without_memory_is_a_facet_error_and_keeps_what_it_has(own_redis_server: RedisServer) -> None:
    async def check(client: Redis) -> None:
        store = RedisStateStore(client)
        await store.set("key", "before")
        await client.config_set("maxmemory", 1)
        with pytest.raises(FacetError, match="Redis: ") as caught:
            await store.set("key", "after")
        assert caught.value.code == "FULL"
        assert await store.get("key") == "before"
        await client.config_set("maxmemory", 0)
        await store.set("key", "after")
        assert await store.get("key") == "after"

    run(own_redis_server.url, check)


def test_a_cancelled_call_leaves_the_store_usable(redis_url: str) -> None:
    async def check(client: Redis) -> None:
        store = RedisStateStore(client, str(uuid4()))
        await store.set("key", ["x" * 100_000])
        for rounds in range(30):
            call = asyncio.create_task(store.get("key"))
            for _ in range(rounds):
                await asyncio.sleep(0)
            call.cancel()
            await asyncio.wait([call])
            assert await store.has("key")
            assert await store.get("other") is None

    run(redis_url, check)


def test_keys_are_found_however_many_there_are(redis_url: str) -> None:
    async def check(client: Redis) -> None:
        store = RedisStateStore(client, str(uuid4()))
        names = sorted(f"key {number}" for number in range(3000))
        await asyncio.gather(*(store.set(name, 0) for name in names[:20]))
        for name in names[20:]:
            await store.set(name, 0)
        assert sorted(await store.keys()) == names

    run(redis_url, check)


@pytest.mark.parametrize("value", NOT_JSON.values(), ids=NOT_JSON)
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


def test_a_server_that_comes_back_is_found_again(own_redis_server: RedisServer) -> None:
    async def check(client: Redis) -> None:
        store = RedisStateStore(client)
        await store.set("key", 1)
        own_redis_server.stop()
        with pytest.raises(FacetError):
            await store.has("key")
        assert own_redis_server.start()
        await store.set("key", 2)
        assert await store.get("key") == 2

    run(own_redis_server.url, check)


@pytest.mark.parametrize("name", CALLS)
def test_a_wrong_password_is_reported_at_once(redis_url: str, name: str) -> None:
    async def check() -> None:
        async with intruder(redis_url) as client:
            begin = time.monotonic()
            with pytest.raises(FacetError, match=r"Redis: .*(password|auth)") as caught:
                await CALLS[name](RedisStateStore(client))
            assert time.monotonic() - begin < 1
            assert caught.value.code == "AUTH"
            assert caught.value.__cause__ is not None

    asyncio.run(check())


@pytest.mark.parametrize("key", SURROGATES)
def test_what_is_not_text_is_refused(redis_url: str, key: str) -> None:
    async def check(client: Redis) -> None:
        store = RedisStateStore(client, str(uuid4()))
        for call in (
            store.get(key),
            store.set(key, 1),
            store.set("key", [key]),
            store.delete(key),
            store.has(key),
            store.keys(key),
        ):
            with pytest.raises(FacetError, match="surrogate") as caught:
                await call
            assert caught.value.code == "VALIDATION"
        assert await store.keys() == []

    run(redis_url, check)
