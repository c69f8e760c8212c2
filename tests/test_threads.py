"""Eight threads at once: the checker, the barrels and the errors are for all threads, and cores share nothing.

Each round starts all threads at the same moment, since a fault of this kind needs two threads in one place. The option
`--rounds` says how many there are; with a free-threaded Python a session of its own runs more of them.
"""

import asyncio
import gc
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

import pytest

from latency_shim import EVENT_BUS, STATE_STORE, EventBus, FacetError, FacetKey, PluginManifest, StateStore
from latency_shim.conformance import Violation, conforms, verify, violations
from latency_shim.memory import MemoryBinder, MemoryEventBus, MemoryRegistry, MemoryStateStore

THREADS = 8
T = TypeVar("T")


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> range:
    return range(int(str(request.config.getoption("--rounds"))))


@pytest.fixture(autouse=True)
def _frequent_turns() -> Iterator[None]:
    """Let threads take turns as often as they can, if only one of them runs at a time."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def at_once(work: Callable[[int], T]) -> list[T]:
    """Return the results of threads that begin together; an exception of any of them comes out."""
    barrier = threading.Barrier(THREADS)

    def wait_and_work(number: int) -> T:
        barrier.wait(timeout=60)
        return work(number)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(wait_and_work, range(THREADS)))


def store_class(**replaced: Any) -> Any:
    """Return a new class with the methods of a `StateStore`, and others in their place."""
    own = {name: value for name, value in vars(MemoryStateStore).items() if name not in {"__dict__", "__weakref__"}}
    return type("Store", (), {**own, **replaced})


def codes(found: tuple[Violation, ...]) -> list[tuple[str, str]]:
    """Return member and code of each violation."""
    return [(violation.member, violation.code) for violation in found]


def test_all_threads_accept_a_class_that_is_new_to_the_checker(rounds: range) -> None:
    for _ in rounds:
        store = store_class()()
        assert at_once(lambda _, store=store: conforms(store, StateStore)) == [True] * THREADS  # type: ignore[misc]


def test_all_threads_find_the_same_faults_in_a_class_that_is_new_to_the_checker(rounds: range) -> None:
    def get(self: object) -> None: ...

    expected = [("get", "too-few-parameters"), ("keys", "missing-member")]
    for _ in rounds:
        kind = store_class(get=get)
        del kind.keys
        store = kind()
        found = at_once(lambda _, store=store: codes(violations(store, STATE_STORE)))  # type: ignore[misc]
        assert [[(member, code) for member, code in one if code != "sync-for-async"] for one in found] == [
            expected
        ] * THREADS


def test_all_threads_compile_an_interface_that_is_new_to_the_checker(rounds: range) -> None:
    class Right:
        def look(self, key: str) -> int:
            return len(key)

    class Wrong:
        def look(self) -> int:
            return 1

    for _ in rounds:

        class Fresh(Protocol):
            def look(self, key: str, /) -> int: ...

        def look(number: int, interface: Any = Fresh) -> list[tuple[str, str]]:
            return codes(violations(Wrong() if number % 2 else Right(), interface))

        assert at_once(look) == [[], [("look", "too-few-parameters")]] * (THREADS // 2)


def test_interfaces_of_one_thread_may_go_while_others_are_checked(rounds: range) -> None:
    def come_and_go(_: int) -> list[tuple[str, str]]:
        class Passing(Protocol):
            def stay(self) -> "Passing": ...

        found = codes(violations(object(), FacetKey("Passing", Passing)))
        gc.collect(0)
        return found

    for _ in rounds:
        assert at_once(come_and_go) == [[("stay", "missing-member")]] * THREADS


def test_the_core_of_each_thread_is_its_own(rounds: range) -> None:
    async def work(number: int) -> tuple[object, list[object], object]:
        registry, heard = MemoryRegistry(), list[object]()
        registry.register(STATE_STORE, verify(MemoryStateStore(), STATE_STORE), {"qualifier": str(number)})
        registry.register(EVENT_BUS, MemoryEventBus())
        manifest: PluginManifest = {
            "id": f"plugin-{number}",
            "version": "1.0.0",
            "name": "Plugin",
            "provides": [],
            "requires": [{"facet": STATE_STORE, "qualifier": str(number)}, {"facet": EVENT_BUS}],
        }
        context = (await MemoryBinder().bind([manifest], registry)).contexts[f"plugin-{number}"]
        bus: EventBus = context.require(EVENT_BUS)
        bus.on("done", heard.append)
        await context.require(STATE_STORE, str(number)).set("number", number)
        await bus.emit("done", number)
        return await context.require(STATE_STORE).get("number"), heard, len(registry.list(STATE_STORE))

    for _ in rounds:
        assert at_once(lambda number: asyncio.run(work(number))) == [(n, [n], 1) for n in range(THREADS)]


def test_a_registry_that_nobody_changes_may_be_read_by_all(rounds: range) -> None:
    registry, store = MemoryRegistry(), MemoryStateStore()
    registry.register(STATE_STORE, store, {"qualifier": "a"})

    def read(_: int) -> bool:
        return registry.resolve(STATE_STORE) is store and registry.has("StateStore", "a") and not registry.list("Cache")

    for _ in rounds:
        assert at_once(read) == [True] * THREADS


class DownError(FacetError, OSError):
    """An error of two bases, which a pickle finds in this module."""


def test_errors_of_two_bases_travel_from_all_threads(rounds: range) -> None:
    def travel(number: int) -> tuple[str, str]:
        error = pickle.loads(pickle.dumps(DownError(f"host {number}", "DOWN")))
        return str(error), error.code

    for _ in rounds:
        assert at_once(travel) == [(f"host {number}", "DOWN") for number in range(THREADS)]


FIRST_USE = """
import threading
import latency_shim
from latency_shim import facets

names = list(latency_shim.__all__)
seen = [None] * 8
barrier = threading.Barrier(8)

def use(number):
    barrier.wait(60)
    order = names[number:] + names[:number]
    seen[number] = {name: getattr(latency_shim, name) for name in order}

threads = [threading.Thread(target=use, args=(number,)) for number in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join(60)
assert all(one is not None for one in seen)
assert all(one[name] is seen[0][name] for one in seen for name in names)
"""


def test_all_threads_may_be_the_first_to_use_a_name(rounds: range) -> None:
    for _ in rounds[::10]:  # a process takes longer than the rounds of other tests
        done = subprocess.run([sys.executable, "-c", FIRST_USE], capture_output=True, text=True, check=False)  # noqa: S603
        assert (done.returncode, done.stderr) == (0, "")
