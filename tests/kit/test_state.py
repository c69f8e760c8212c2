# pyright: reportUnknownMemberType=false
# redis leaves the types of some parameters open.
"""State stores that keep the contract."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from redis.asyncio import Redis

from examples.redis_state_store import RedisStateStore
from examples.sqlite_state_store import SqliteStateStore
from latency_shim import StateStore
from latency_shim.testing import StateStoreContract


class TestSqliteStateStore(StateStoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> StateStore:
        return SqliteStateStore(tmp_path / "state.db")

    @pytest.fixture
    def reopened(self, tmp_path: Path) -> Callable[[], StateStore]:
        return lambda: SqliteStateStore(tmp_path / "state.db")


class TestRedisStateStore(StateStoreContract):
    @pytest.fixture
    def prefix(self) -> str:
        return f"{uuid4()}[?]"

    @pytest.fixture
    def store(self, redis_url: str, prefix: str) -> Iterator[StateStore]:
        client = Redis.from_url(redis_url)
        yield RedisStateStore(client, prefix)
        self.run(client.aclose())

    @pytest.fixture
    def reopened(self, redis_url: str, prefix: str) -> Iterator[Callable[[], StateStore]]:
        client = Redis.from_url(redis_url)
        yield lambda: RedisStateStore(client, prefix)
        self.run(client.aclose())
