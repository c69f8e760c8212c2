"""The example `StateStore` over SQLite, beyond the contract."""

import asyncio
from pathlib import Path

import pytest

from examples.sqlite_state_store import SqliteStateStore
from latency_shim import FacetError, StateStore


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


@pytest.mark.parametrize("value", [object(), {1, 2}, float("nan")])
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
    assert caught.value.code == "UNKNOWN"
