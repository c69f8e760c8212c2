# pyright: reportUnknownMemberType=false
# redis leaves the types of some parameters open.
"""Event buses that keep the contract."""

from collections.abc import Iterator
from typing import ClassVar
from uuid import uuid4

import pytest
from redis.asyncio import Redis

from examples.redis_event_bus import RedisEventBus
from latency_shim import EventBus
from latency_shim.testing import EventBusContract


class TestRedisEventBus(EventBusContract):
    lacks: ClassVar = {"in-process": "events take the way over Redis"}

    @pytest.fixture
    def bus(self, redis_url: str) -> Iterator[EventBus]:
        client = Redis.from_url(redis_url)
        bus = RedisEventBus(client, f"{uuid4()}[?]")
        self.run(bus.__aenter__())
        yield bus
        self.run(bus.__aexit__(None, None, None))
        self.run(client.aclose())
