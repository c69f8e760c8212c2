# pyright: reportUnknownMemberType=false
# redis leaves the types of some parameters open.
"""The example `EventBus` over Redis, beyond the contract."""

import asyncio
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from examples.redis_event_bus import RedisEventBus
from latency_shim import FacetError
from redis_server import RedisServer


@asynccontextmanager
async def buses(url: str, *namespaces: str) -> AsyncGenerator[list[RedisEventBus]]:
    """Give a bus for each namespace, with a client each."""
    if not namespaces:
        yield []
        return
    async with (
        Redis.from_url(url, retry=Retry(NoBackoff(), 0)) as client,
        RedisEventBus(client, namespaces[0]) as bus,
        buses(url, *namespaces[1:]) as others,
    ):
        yield [bus, *others]


async def until(condition: Callable[[], bool]) -> None:
    for _ in range(10_000):
        if condition():
            return
        await asyncio.sleep(0.002)
    pytest.fail("it has not come about in 20 s")


def run(check: Callable[[], Awaitable[None]]) -> None:
    async def checked() -> None:
        await check()
        assert len(asyncio.all_tasks()) == 1, "a task is left"

    asyncio.run(checked())


def test_an_event_reaches_the_other_buses_of_its_namespace(redis_url: str) -> None:
    async def check() -> None:
        one, other = str(uuid4()), str(uuid4())
        seen: list[object] = []
        async with buses(redis_url, one, one, other) as (first, second, apart):
            second.on("greeting", seen.append)
            apart.on("greeting", lambda payload: seen.append((payload, "apart")))
            await apart.emit("farewell")
            await first.emit("greeting", {"text": "grüß dich"})
            await until(lambda: bool(seen))
        assert seen == [{"text": "grüß dich"}]

    run(check)


PROGRAM = """
import asyncio, sys
from redis.asyncio import Redis
from examples.redis_event_bus import RedisEventBus

async def main(url, namespace):
    async with Redis.from_url(url) as client, RedisEventBus(client, namespace) as bus:
        end = asyncio.Event()
        bus.on("end", lambda payload: end.set())
        await bus.emit("greeting", {"text": "hello"})
        await end.wait()

asyncio.run(main(*sys.argv[1:]))
"""


def test_an_event_crosses_processes(redis_url: str) -> None:
    async def check() -> None:
        namespace = str(uuid4())
        seen: list[object] = []
        async with buses(redis_url, namespace) as (bus,):
            bus.on("greeting", seen.append)
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-c", PROGRAM, redis_url, namespace, cwd=Path(__file__).parent.parent
            )
            await until(lambda: bool(seen))
            assert process.returncode is None
            await bus.emit("end")
            assert await process.wait() == 0
        assert seen == [{"text": "hello"}]

    run(check)


def test_a_handler_that_raises_is_reported_and_keeps_nothing_from_coming(redis_url: str) -> None:
    async def check() -> None:
        reported: list[dict[str, Any]] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, context: reported.append(context))
        seen: list[object] = []
        async with buses(redis_url, str(uuid4())) as (bus,):
            bus.on("greeting", lambda _: 1 / 0)
            bus.on("greeting", seen.append)
            await bus.emit("greeting", 1)
            await bus.emit("greeting", 2)
            await until(lambda: len(seen) == 2)
        assert seen == [1, 2]
        assert [type(context["exception"]) for context in reported] == [ZeroDivisionError] * 2

    run(check)


@pytest.mark.parametrize("payload", [object(), {1, 2}, float("nan")])
def test_a_payload_that_is_no_json_is_refused(redis_url: str, payload: object) -> None:
    async def check() -> None:
        async with buses(redis_url, str(uuid4())) as (bus,):
            with pytest.raises(FacetError, match="'greeting'") as caught:
                await bus.emit("greeting", payload)
            assert caught.value.code == "VALIDATION"

    run(check)


def test_a_bus_that_is_not_entered_does_not_emit(redis_url: str) -> None:
    async def check() -> None:
        async with Redis.from_url(redis_url) as client:
            bus = RedisEventBus(client, str(uuid4()))
            with pytest.raises(FacetError, match="enter the bus"):
                await bus.emit("greeting")
            async with bus:
                await bus.emit("greeting")
            with pytest.raises(FacetError, match="enter the bus"):
                await bus.emit("greeting")

    run(check)


def test_a_server_that_is_gone_is_a_facet_error_and_may_come_back(
    own_redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(RedisEventBus, "pause", 0.01)

    async def check() -> None:
        seen: list[object] = []
        async with buses(own_redis_server.url, "here") as (bus,):
            bus.on("greeting", seen.append)
            await bus.emit("greeting", "before")
            await until(lambda: bool(seen))
            own_redis_server.stop()
            with pytest.raises(FacetError, match="Redis: ") as caught:
                await bus.emit("greeting", "lost")
            assert caught.value.code == "UNAVAILABLE"
            assert isinstance(caught.value.__cause__, Exception)
            await until(lambda: "events get lost" in caplog.text)
            assert own_redis_server.start()
            while "after" not in seen:
                await bus.emit("greeting", "after")
                await asyncio.sleep(0.01)
        assert "lost" not in seen

    run(check)


def test_entering_without_a_server_is_a_facet_error(own_redis_server: RedisServer) -> None:
    own_redis_server.stop()

    async def check() -> None:
        with pytest.raises(FacetError, match="Redis: ") as caught:
            async with buses(own_redis_server.url, "here"):
                pass
        assert caught.value.code == "UNAVAILABLE"

    run(check)
