"""A `HealthCheck` in memory: asks all contributors at the same time."""

import asyncio
import datetime
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from latency_shim import HealthCheckResult, HealthContributor, HealthStatus, HealthStatusLevel

SEVERITY: Mapping[HealthStatusLevel, int] = {"healthy": 0, "degraded": 1, "unhealthy": 2}


@dataclass(frozen=True)
class Status:
    """A `HealthStatus`."""

    status: HealthStatusLevel
    uptime: float
    version: str
    timestamp: str
    checks: Sequence[HealthCheckResult]


class InMemoryHealthCheck:
    """A `HealthCheck` that gives up on a contributor after a number of seconds."""

    def __init__(self, version: str = "0", limit_s: float = 5.0) -> None:
        self._version = version
        self._limit_s = limit_s
        self._started = time.monotonic()
        self._contributors: dict[str, HealthContributor] = {}

    async def get_health(self) -> HealthStatus:
        checks = await asyncio.gather(*(self._ask(name) for name in self._contributors))
        levels: list[HealthStatusLevel] = [check["status"] for check in checks]
        return Status(
            max(levels, key=SEVERITY.__getitem__) if levels else "healthy",
            time.monotonic() - self._started,
            self._version,
            datetime.datetime.now(datetime.UTC).isoformat(),
            checks,
        )

    def register_contributor(self, name: str, contributor: HealthContributor, /) -> None:
        self._contributors[name] = contributor

    async def _ask(self, name: str) -> HealthCheckResult:
        """Give what one contributor finds, or why it finds nothing."""
        started = time.monotonic()
        limit = asyncio.timeout(self._limit_s)
        result: HealthCheckResult
        try:
            async with limit:
                result = {**await self._contributors[name](), "name": name}
        except Exception as error:  # noqa: BLE001, whatever a contributor raises is its result
            message = f"took longer than {self._limit_s:g} s" if limit.expired() else str(error) or repr(error)
            result = {"name": name, "status": "unhealthy", "message": message}
        return {"duration": (time.monotonic() - started) * 1000, **result}
