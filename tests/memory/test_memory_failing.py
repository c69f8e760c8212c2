"""Providers that fail on demand."""

import asyncio
import types
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, assert_type

import pytest

from latency_shim import (
    DEV_AGENT,
    EVENT_BUS,
    ISSUE_TRACKER,
    STATE_STORE,
    DevAgent,
    FacetError,
    IssueTracker,
    PluginContext,
    StateStore,
)
from latency_shim.conformance import verify, violations
from latency_shim.facets import LOGGER
from latency_shim.memory import (
    MemoryContext,
    MemoryDevAgent,
    MemoryEventBus,
    MemoryIssueTracker,
    MemoryLogger,
    MemoryStateStore,
    failing,
)

DOWN = FacetError("the tracker is down", "UNAVAILABLE")


def test_a_method_fails_as_often_as_is_said_and_then_works() -> None:
    async def use() -> None:
        tracker = failing(MemoryIssueTracker(), "create_issue", DOWN, times=2)
        for _ in range(2):
            with pytest.raises(FacetError) as caught:
                await tracker.create_issue({"title": "It is slow"})
            assert caught.value is DOWN
        assert (await tracker.create_issue({"title": "It is slow"})).title == "It is slow"

    asyncio.run(use())


def test_a_method_fails_for_ever_unless_it_is_said_how_often() -> None:
    async def use() -> None:
        tracker = failing(MemoryIssueTracker(), "get_issue", DOWN)
        issue = await tracker.create_issue({"title": "It is slow"})
        for _ in range(5):
            with pytest.raises(FacetError):
                await tracker.get_issue(issue.id)

    asyncio.run(use())


def test_an_async_method_fails_when_it_is_awaited() -> None:
    async def use() -> None:
        awaitable = failing(MemoryStateStore(), "get", DOWN).get("key")
        with pytest.raises(FacetError):
            await awaitable

    asyncio.run(use())


def test_an_async_iterator_fails_at_its_first_step() -> None:
    async def use() -> None:
        agent = failing(MemoryDevAgent(), "invoke_stream", DOWN, times=1)
        iterator = agent.invoke_stream("one two")
        with pytest.raises(FacetError):
            await anext(iterator)
        assert [chunk.text async for chunk in agent.invoke_stream("one two")] == ["one", " two"]

    asyncio.run(use())


def test_an_iterator_that_is_left_early_is_closed() -> None:
    closed: list[str] = []

    class Counter:
        async def count(self) -> AsyncIterator[int]:
            try:
                for number in range(10):
                    yield number
            finally:
                closed.append("closed")

    async def use() -> None:
        iterator: Any = failing(Counter(), "count", DOWN, times=0).count()
        assert await anext(iterator) == 0
        await iterator.aclose()
        assert closed == ["closed"]

    asyncio.run(use())


def test_a_sync_method_fails_when_it_is_called() -> None:
    bus = failing(MemoryEventBus(), "on", DOWN, times=1)
    with pytest.raises(FacetError):
        bus.on("greeting", print)
    seen: list[object] = []
    bus.on("greeting", seen.append)
    asyncio.run(bus.emit("greeting", "hello"))
    assert seen == ["hello"]


def test_the_provider_stays_as_it_is_and_shares_its_state() -> None:
    async def use() -> None:
        store = MemoryStateStore()
        broken = failing(store, "set", DOWN)
        await store.set("runs", 1)
        assert await broken.get("runs") == 1
        await broken.delete("runs")
        assert not await store.has("runs")

    asyncio.run(use())


def test_calls_within_the_provider_do_not_fail() -> None:
    class Counting(MemoryStateStore):
        async def has(self, key: str, /) -> bool:
            return await self.get(key) is not None

    async def use() -> None:
        store = failing(Counting(), "get", DOWN)
        await store.set("runs", 1)
        assert await store.has("runs")

    asyncio.run(use())


def test_several_methods_can_fail() -> None:
    async def use() -> None:
        store = failing(failing(MemoryStateStore(), "get", DOWN), "set", ValueError("no"), times=1)
        with pytest.raises(ValueError, match="no"):
            await store.set("runs", 1)
        await store.set("runs", 1)
        with pytest.raises(FacetError):
            await store.get("runs")
        assert await store.has("runs")
        assert violations(store, STATE_STORE) == ()

    asyncio.run(use())


@pytest.mark.parametrize(
    ("provider", "method", "key"),
    [
        (MemoryIssueTracker(), "create_issue", ISSUE_TRACKER),
        (MemoryStateStore(), "keys", STATE_STORE),
        (MemoryDevAgent(), "invoke", DEV_AGENT),
        (MemoryDevAgent(), "invoke_stream", DEV_AGENT),
        (MemoryEventBus(), "emit", EVENT_BUS),
        (MemoryEventBus(), "on", EVENT_BUS),
        (MemoryLogger(), "info", LOGGER),
    ],
)
def test_it_still_conforms_and_is_of_the_same_class(provider: Any, method: str, key: Any) -> None:
    broken = failing(provider, method, DOWN)
    assert verify(broken, key) is broken
    assert isinstance(broken, key.protocol)
    assert isinstance(broken, type(provider))


def test_members_that_are_set_on_the_object_are_seen() -> None:
    context = failing(
        MemoryContext({"id": "p", "version": "1.0.0", "name": "P", "provides": [], "requires": []}), "require", DOWN
    )
    assert isinstance(context, PluginContext)
    assert verify(context, PluginContext).manifest["id"] == "p"


def test_a_type_checker_knows_the_providers_own_type() -> None:
    assert_type(failing(MemoryIssueTracker(), "get_issue", DOWN), MemoryIssueTracker)
    trackers: list[IssueTracker] = [MemoryIssueTracker()]
    assert_type(failing(trackers[0], "get_issue", DOWN, times=1), IssueTracker)
    agents: list[DevAgent] = [failing(MemoryDevAgent(), "invoke", DOWN)]
    stores: list[StateStore] = [failing(MemoryStateStore(), "get", DOWN)]
    assert agents
    assert stores


@dataclass(frozen=True, slots=True)
class Slotted:
    """A provider with slots that cannot be assigned to."""

    name: str

    def greet(self) -> str:
        return f"hello {self.name}"

    def leave(self) -> str:
        return f"bye {self.name}"


class Directory(dict[str, str]):
    """A provider that is a dictionary."""

    def look_up(self, name: str) -> str:
        return self[name]

    def known(self) -> list[str]:
        return [*self.keys()]


def test_providers_of_other_kinds_can_fail() -> None:
    slotted = failing(Slotted("ada"), "greet", DOWN, times=1)
    with pytest.raises(FacetError):
        slotted.greet()
    assert (slotted.greet(), slotted.leave(), slotted.name) == ("hello ada", "bye ada", "ada")

    directory = failing(Directory(ada="1"), "look_up", DOWN, times=1)
    with pytest.raises(FacetError):
        directory.look_up("ada")
    assert (directory.look_up("ada"), directory.known()) == ("1", ["ada"])

    module = types.ModuleType("provider")
    module.__dict__["greet"] = lambda: "hello"
    broken: Any = failing(module, "greet", DOWN, times=1)
    with pytest.raises(FacetError):
        broken.greet()
    assert broken.greet() == "hello"


def test_a_method_that_is_set_on_the_object_can_fail() -> None:
    store: Any = MemoryStateStore()
    store.ping = lambda: "pong"
    broken = failing(store, "ping", DOWN, times=1)
    with pytest.raises(FacetError):
        broken.ping()
    assert broken.ping() == "pong"


def test_an_attribute_that_is_set_is_that_of_the_provider() -> None:
    provider: Any = MemoryEventBus()
    broken = failing(provider, "emit", DOWN)
    broken.name = "bus"
    assert provider.name == "bus"
    del broken.name
    assert not hasattr(provider, "name")


def test_a_misspelt_method_is_a_clear_error() -> None:
    with pytest.raises(AttributeError, match="MemoryIssueTracker has no method 'creat_issue'; help: did you mean 'cr"):
        failing(MemoryIssueTracker(), "creat_issue", DOWN)


def test_what_is_no_method_is_a_clear_error() -> None:
    with pytest.raises(TypeError, match="'entries' of MemoryLogger is list, not a method"):
        failing(MemoryLogger(), "entries", DOWN)


def test_what_cannot_be_raised_is_a_clear_error() -> None:
    wrong: Any = "NOT_FOUND"
    with pytest.raises(TypeError, match="error must be an exception to raise, not 'NOT_FOUND'"):
        failing(MemoryLogger(), "info", wrong)


def test_a_negative_number_of_times_is_a_clear_error() -> None:
    with pytest.raises(ValueError, match="times must not be negative, but is -1"):
        failing(MemoryLogger(), "info", DOWN, times=-1)
