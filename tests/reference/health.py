"""A health check that asks everybody at once."""

import asyncio
import datetime
import time
from collections.abc import Sequence
from typing import NamedTuple, get_args

from latency_shim import HealthCheckResult, HealthContributor, HealthStatus, HealthStatusLevel

LEVELS: tuple[HealthStatusLevel, ...] = get_args(HealthStatusLevel)


class Contributed(NamedTuple):
    name: str
    contributor: HealthContributor


class Summary(NamedTuple):
    status: HealthStatusLevel
    uptime: float
    version: str
    timestamp: str
    checks: Sequence[HealthCheckResult]


class Health:
    """Keeps every contributor; of one name the last one counts."""

    def __init__(self, version: str = "0", limit_s: float = 5.0) -> None:
        self.history: tuple[Contributed, ...] = ()
        self.version = version
        self.limit = limit_s
        self.began = time.monotonic()

    def contributors(self) -> dict[str, HealthContributor]:
        return dict(self.history)

    def register_contributor(self, name: str, contributor: HealthContributor, /) -> None:
        self.history += (Contributed(name, contributor),)

    def judged(self, name: str, task: asyncio.Task[HealthCheckResult], milliseconds: float) -> HealthCheckResult:
        """Return what a contributor found, or what is found out about a contributor that has not."""
        result: HealthCheckResult = {"name": name, "status": "unhealthy", "duration": milliseconds}
        if not task.done():
            result["message"] = f"no answer within {self.limit:g} s"
        elif task.cancelled():
            result["message"] = "cancelled"
        elif error := task.exception():
            result["message"] = repr(error)
        else:
            result = {"duration": milliseconds, **task.result(), "name": name}
        return result

    async def asked(self, name: str, contributor: HealthContributor) -> HealthCheckResult:
        async def call() -> HealthCheckResult:
            return await contributor()

        began = time.perf_counter()
        task = asyncio.create_task(call())
        try:
            await asyncio.wait({task}, timeout=self.limit)
            return self.judged(name, task, (time.perf_counter() - began) * 1000)
        finally:
            task.cancel()

    def worst(self, checks: Sequence[HealthCheckResult]) -> HealthStatusLevel:
        return LEVELS[max((LEVELS.index(check["status"]) for check in checks), default=0)]

    async def get_health(self) -> HealthStatus:
        checks = tuple(await asyncio.gather(*(self.asked(*one) for one in self.contributors().items())))
        return Summary(
            self.worst(checks),
            time.monotonic() - self.began,
            self.version,
            datetime.datetime.now(datetime.UTC).isoformat(),
            checks,
        )
