"""The example `StateStore` over SQLite, beyond the contract."""

import asyncio
import resource
import sqlite3
import threading
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from examples.sqlite_state_store import SqliteStateStore
from latency_shim import FacetError, StateStore
from odd_text import FOREIGN, NAMES, NOT_JSON, SURROGATES


@pytest.fixture
def store(tmp_path: Path) -> StateStore:
    return SqliteStateStore(tmp_path / "state.db")


def test_values_outlive_the_store(tmp_path: Path) -> None:
    asyncio.run(SqliteStateStore(tmp_path / "state.db").set("key", [1]))
    assert asyncio.run(SqliteStateStore(tmp_path / "state.db").get("key")) == [1]


def test_calls_at_the_same_time_do_not_disturb_each_other(store: StateStore) -> None:
    async def check() -> None:
        await asyncio.gather(*(store.set(str(number), number) for number in range(50)))
        assert await asyncio.gather(*(store.get(str(number)) for number in range(50))) == list(range(50))

    asyncio.run(check())


@pytest.mark.parametrize("value", NOT_JSON.values(), ids=NOT_JSON)
def test_a_value_that_is_no_json_is_refused_and_changes_nothing(store: StateStore, value: object) -> None:
    async def check() -> None:
        await store.set("key", "before")
        with pytest.raises(FacetError, match="'key'") as caught:
            await store.set("key", value)
        assert caught.value.code == "VALIDATION"
        assert await store.get("key") == "before"

    asyncio.run(check())


def test_a_file_that_is_no_database_is_a_facet_error(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    path.write_text("this is no database, but long enough to be looked at" * 100, encoding="utf-8")
    with pytest.raises(FacetError, match=r"state\.db") as caught:
        SqliteStateStore(path)
    assert caught.value.code == "CORRUPT"


@pytest.mark.parametrize("path", ["", "gone/state.db", "a\0b"])
def test_a_path_without_a_database_is_a_facet_error(tmp_path: Path, path: str) -> None:
    with pytest.raises(FacetError) as caught:
        SqliteStateStore(tmp_path / path)
    assert caught.value.code == "UNKNOWN"
    assert caught.value.__cause__ is not None


def test_keys_are_exact_and_so_are_prefixes(store: StateStore) -> None:
    async def check() -> None:
        for name in NAMES:
            await store.set(name, name)
        assert [await store.get(name) for name in NAMES] == NAMES
        for prefix in NAMES:
            assert sorted(await store.keys(prefix)) == sorted(name for name in NAMES if name.startswith(prefix))
        for name in NAMES:
            assert await store.delete(name)
            assert not await store.has(name)
        assert await store.keys() == []

    asyncio.run(check())


@pytest.mark.parametrize("key", SURROGATES)
def test_what_is_not_text_is_refused(store: StateStore, key: str) -> None:
    async def check() -> None:
        for call in (
            store.get(key),
            store.set(key, 1),
            store.set("key", {key: 1}),
            store.delete(key),
            store.has(key),
            store.keys(key),
        ):
            with pytest.raises(FacetError, match="surrogate") as caught:
                await call
            assert caught.value.code == "VALIDATION"
        assert await store.keys() == []

    asyncio.run(check())


@pytest.mark.parametrize("text", [*FOREIGN.values(), 5, "{"], ids=[*FOREIGN, "number", "text"])
def test_what_others_wrote_that_is_no_json_is_a_facet_error_and_can_be_replaced(tmp_path: Path, text: object) -> None:
    async def check() -> None:
        store = SqliteStateStore(tmp_path / "state.db")
        await store.set("other", 1)
        with closing(sqlite3.connect(tmp_path / "state.db")) as connection, connection:
            connection.execute("DROP TABLE state")
            connection.execute("CREATE TABLE state (key PRIMARY KEY, value)")  # without the types that the store gives
            connection.execute("INSERT INTO state VALUES ('key', ?), (x'ff', '1'), (CAST(x'ff' AS TEXT), '1')", [text])
        assert await store.keys() == ["key"]
        with pytest.raises(FacetError, match="'key'") as caught:
            await store.get("key")
        assert caught.value.code == "CORRUPT"
        assert await store.has("key")
        await store.set("key", 1)
        assert await store.get("key") == 1

    asyncio.run(check())


@contextmanager
def locked(path: Path) -> Generator[Callable[[], object]]:
    """Lock a database against all others; yield what unlocks it."""
    with closing(sqlite3.connect(path, check_same_thread=False, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield connection.rollback


def test_a_locked_database_is_waited_for(tmp_path: Path) -> None:
    store = SqliteStateStore(tmp_path / "state.db")
    with locked(tmp_path / "state.db") as unlock:
        timer = threading.Timer(0.2, unlock)
        timer.start()
        asyncio.run(store.set("key", 1))
        timer.join()
    assert asyncio.run(store.get("key")) == 1


def test_a_database_that_stays_locked_is_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SqliteStateStore(tmp_path / "state.db")
    with monkeypatch.context() as patch, locked(tmp_path / "state.db"):
        patch.setattr(SqliteStateStore, "patience", 0.01)
        for call in store.set("key", 1), store.get("key"), store.keys():
            with pytest.raises(FacetError, match="locked") as caught:
                asyncio.run(call)
            assert caught.value.code == "BUSY"
    asyncio.run(store.set("key", 2))
    assert asyncio.run(store.get("key")) == 2


def test_many_stores_may_write_at_the_same_time(tmp_path: Path) -> None:
    async def check() -> None:
        stores = [SqliteStateStore(tmp_path / "state.db") for _ in range(8)]
        await asyncio.gather(*(store.set(f"{id(store)} {number}", 1) for store in stores for number in range(10)))
        assert len(await stores[0].keys()) == 80

    asyncio.run(check())


def test_a_full_disk_is_a_facet_error_and_changes_nothing(tmp_path: Path) -> None:
    store = SqliteStateStore(tmp_path / "state.db")
    asyncio.run(store.set("key", "before"))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))  # no file may grow beyond it, which looks much the same
    try:
        with pytest.raises(FacetError) as caught:
            asyncio.run(store.set("key", "x" * 100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert isinstance(caught.value.__cause__, sqlite3.OperationalError)
    assert asyncio.run(store.get("key")) == "before"
    asyncio.run(store.set("key", "after"))
    assert asyncio.run(store.get("key")) == "after"


def test_calls_keep_their_order_when_one_is_cancelled(store: StateStore) -> None:
    async def check() -> None:
        calls = [asyncio.create_task(store.set("key", number)) for number in range(20)]
        await asyncio.sleep(0)
        for call in calls[1::2]:
            call.cancel()
        await asyncio.wait(calls)
        assert await store.get("key") == 18

    asyncio.run(check())
