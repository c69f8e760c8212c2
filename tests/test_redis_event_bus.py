# pyright: reportUnknownMemberType=false
# redis leaves the types of some parameters open.
"""The example `EventBus` over Redis, beyond the contract."""

import asyncio
import sys
import time
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
from odd_text import FOREIGN, NAMES, NOT_JSON, SURROGATES
from redis_server import RedisServer, intruder


@asynccontextmanager
async def buses(url: str, *namespaces: str) -> AsyncGenerator[list[RedisEventBus]]:
    """Yield a bus for each namespace, with a client each."""
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


def reports() -> list[dict[str, Any]]:
    """Return what the running loop reports from now on."""
    reported: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: reported.append(context))
    return reported


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
        reported = reports()
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


@pytest.mark.parametrize("payload", NOT_JSON.values(), ids=NOT_JSON)
def test_a_payload_that_is_no_json_is_refused(redis_url: str, payload: object) -> None:
    async def check() -> None:
        seen: list[object] = []
        async with buses(redis_url, str(uuid4())) as (bus,):
            bus.on("greeting", seen.append)
            with pytest.raises(FacetError, match="'greeting'") as caught:
                await bus.emit("greeting", payload)
            assert caught.value.code == "VALIDATION"
            await bus.emit("greeting", 1)
            await until(lambda: bool(seen))
        assert seen == [1]

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


OTHER_JSON = {"number": b"1", "text": b'"abc"', "object": b'{"a": 1, "b": 2, "c": 3}', "long": b"[1, 2, 3, 4]"}


@pytest.mark.parametrize("text", [*FOREIGN.values(), *OTHER_JSON.values()], ids=[*FOREIGN, *OTHER_JSON])
def test_a_message_of_others_that_is_no_event_is_reported_and_keeps_nothing_from_coming(
    redis_url: str, text: bytes
) -> None:
    async def check() -> None:
        reported = reports()
        seen: list[object] = []
        namespace = str(uuid4())
        async with buses(redis_url, namespace) as (bus,), Redis.from_url(redis_url) as other:
            bus.on("greeting", seen.append)
            await other.publish(f"{namespace}:greeting", text)
            await bus.emit("greeting", 1)
            await until(lambda: bool(seen))
        assert seen == [1]
        assert [context["exception"].code for context in reported] == ["CORRUPT"]

    run(check)


def test_a_channel_whose_name_is_not_utf_8_keeps_nothing_from_coming(redis_url: str) -> None:
    async def check() -> None:
        seen: list[object] = []
        namespace = str(uuid4())
        async with buses(redis_url, namespace) as (bus,), Redis.from_url(redis_url) as other:
            for event in "greeting", "\ufffd", "\xff":
                bus.on(event, seen.append)
            for name in b"\xff", b"greeting\xff", b"\xc3", b"\xed\xa0\x80":
                await other.publish(namespace.encode() + b":" + name, '["other", 1, 1]')
            await bus.emit("greeting", 2)
            await until(lambda: bool(seen))
        assert seen == [2]

    run(check)


class Own(BaseException):
    """What no handler should raise."""


@pytest.mark.parametrize("kind", [asyncio.CancelledError, GeneratorExit, StopIteration, Own, BaseExceptionGroup])
def test_whatever_a_handler_raises_is_reported_and_keeps_nothing_from_coming(
    redis_url: str, kind: type[BaseException]
) -> None:
    def fail(_: object) -> None:
        raise kind("a group", [Own()]) if kind is BaseExceptionGroup else kind

    async def check() -> None:
        reported = reports()
        seen: list[object] = []
        async with buses(redis_url, str(uuid4())) as (bus,):
            bus.on("greeting", fail)
            bus.on("greeting", seen.append)
            await bus.emit("greeting", 1)
            await bus.emit("greeting", 2)
            await until(lambda: len(seen) == 2)
        assert seen == [1, 2]
        assert [type(context["exception"]) for context in reported] == [kind] * 2

    run(check)


@pytest.mark.parametrize("kind", [SystemExit, KeyboardInterrupt])
def test_a_handler_that_exits_leaves_the_loop_and_the_bus_can_go_on(redis_url: str, kind: type[BaseException]) -> None:
    def leave(_: object) -> None:
        raise kind

    seen: list[object] = []

    async def emit(bus: RedisEventBus, event: str) -> None:
        await bus.emit(event)
        await until(lambda: bool(seen))

    with asyncio.Runner() as runner:
        client = Redis.from_url(redis_url)
        bus = runner.run(RedisEventBus(client, str(uuid4())).__aenter__())
        bus.on("leave", leave)
        bus.on("stay", seen.append)
        with pytest.raises(kind):
            runner.run(emit(bus, "leave"))
        runner.run(emit(bus, "stay"))
        assert seen == [None]
        runner.run(bus.__aexit__(None, None, None))
        runner.run(client.aclose())


def test_off_ends_the_subscription_of_an_equal_handler(redis_url: str) -> None:
    class Listener:
        def __init__(self) -> None:
            self.seen: list[object] = []

        def hear(self, payload: object) -> None:
            self.seen.append(payload)

    class Unequal:
        def __call__(self, payload: object) -> None:
            gone.hear(payload)

        def __eq__(self, other: object) -> bool:
            return False

        __hash__ = object.__hash__

    gone, stays, unequal = Listener(), Listener(), Unequal()

    async def check() -> None:
        async with buses(redis_url, str(uuid4())) as (bus,):
            for handler in gone.hear, stays.hear, unequal:
                bus.on("greeting", handler)
            bus.off("greeting", gone.hear)
            bus.off("greeting", unequal)
            await bus.emit("greeting", 1)
            await until(lambda: bool(stays.seen))

    run(check)
    assert gone.seen == []


def test_a_handler_does_not_hear_what_was_emitted_before_it_subscribed(redis_url: str) -> None:
    async def check() -> None:
        late: list[object] = []
        during: list[object] = []
        seen: list[object] = []
        async with buses(redis_url, str(uuid4())) as (bus,):

            def hear(payload: object) -> None:
                if not seen:
                    bus.on("greeting", during.append)
                seen.append(payload)

            bus.on("greeting", hear)
            sending = asyncio.create_task(bus.emit("greeting", 1))
            await asyncio.sleep(0)  # it is on its way
            bus.on("greeting", late.append)
            await sending
            await until(lambda: len(seen) == 1)
            await bus.emit("greeting", 2)
            await until(lambda: len(during) == 1)
        assert (seen, late, during) == ([1, 2], [2], [2])

    run(check)


def test_a_handler_whose_subscription_ends_during_an_event_does_not_hear_it(redis_url: str) -> None:
    async def check() -> None:
        seen: list[object] = []
        async with buses(redis_url, str(uuid4())) as (bus,):
            bus.on("greeting", lambda _: end())
            end = bus.on("greeting", lambda _: seen.append("gone"))
            bus.on("greeting", seen.append)
            await bus.emit("greeting", 1)
            await until(lambda: bool(seen))
        assert seen == [1]

    run(check)


def test_equal_payloads_arrive_as_often_as_they_are_sent_and_each_handler_has_its_own(redis_url: str) -> None:
    async def check() -> None:
        seen: list[list[object]] = []
        async with buses(redis_url, str(uuid4())) as (bus,):
            bus.on("greeting", lambda payload: payload.append("changed"))  # type: ignore[attr-defined]
            bus.on("greeting", seen.append)  # type: ignore[arg-type]
            await bus.emit("greeting", [1])
            await bus.emit("greeting", [1])
            await until(lambda: len(seen) == 2)
        assert seen == [[1], [1]]

    run(check)


def test_names_of_events_are_exact(redis_url: str) -> None:
    async def check() -> None:
        seen: list[object] = []
        async with buses(redis_url, str(uuid4())) as (bus,):
            for name in NAMES:
                bus.on(name, lambda payload, name=name: seen.append((name, payload)))  # type: ignore[misc]
            for name in NAMES:
                await bus.emit(name, name)
            await until(lambda: len(seen) >= len(NAMES))
        assert seen == [(name, name) for name in NAMES]

    run(check)


@pytest.mark.parametrize("event", SURROGATES)
def test_a_name_that_is_not_text_is_refused(redis_url: str, event: str) -> None:
    async def check() -> None:
        async with buses(redis_url, str(uuid4())) as (bus,):
            bus.on(event, print)
            with pytest.raises(FacetError, match="surrogate") as caught:
                await bus.emit(event)
            assert caught.value.code == "VALIDATION"

    run(check)


def test_a_connection_that_the_server_closes_is_made_again(redis_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RedisEventBus, "pause", 0.01)

    async def check() -> None:
        seen: list[object] = []
        async with buses(redis_url, str(uuid4())) as (bus,), Redis.from_url(redis_url) as other:
            bus.on("greeting", seen.append)
            untyped: Any = other
            await untyped.client_kill_filter(_type="pubsub")
            while not seen:
                await bus.emit("greeting", 1)
                await asyncio.sleep(0.01)

    run(check)


def test_a_connection_without_answers_is_made_again(
    own_redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(RedisEventBus, "pause", 0.01)
    monkeypatch.setattr(RedisEventBus, "patience", 0.3)

    async def check() -> None:
        seen: list[object] = []
        async with buses(own_redis_server.url, "here") as (bus,):
            bus.on("greeting", seen.append)
            await asyncio.sleep(0.8)
            assert not caplog.text  # it answers
            with own_redis_server.hanging():
                await until(lambda: "no answer in 0.3 s" in caplog.text)
                with pytest.raises(FacetError, match="Redis: no answer") as caught:
                    await RedisEventBus(Redis.from_url(own_redis_server.url)).__aenter__()
                assert caught.value.code == "UNAVAILABLE"
            while not seen:
                await bus.emit("greeting", 1)
                await asyncio.sleep(0.01)

    run(check)


def test_a_wrong_password_is_reported_at_once(redis_url: str) -> None:
    async def check() -> None:
        async with intruder(redis_url) as client:
            begin = time.monotonic()
            with pytest.raises(FacetError, match="password") as caught:
                await RedisEventBus(client).__aenter__()
            assert time.monotonic() - begin < 1
            assert caught.value.code == "AUTH"

    run(check)


def test_a_client_that_decodes_is_refused(redis_url: str) -> None:
    with pytest.raises(ValueError, match="decode_responses"):
        RedisEventBus(Redis.from_url(f"{redis_url}?decode_responses=true"))
