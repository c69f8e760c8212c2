"""The facet `HealthCheck` in memory."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from latency_shim import HealthCheckResult, HealthContributor, HealthStatus, HealthStatusLevel
from latency_shim.memory._clock import Clock, aware, utc_now

__all__ = ["MemoryHealthCheck", "MemoryHealthStatus"]

_SEVERITY: Mapping[HealthStatusLevel, int] = {level: number for number, level in enumerate(get_args(HealthStatusLevel))}


@dataclass(frozen=True)
class MemoryHealthStatus:
    """A `HealthStatus`."""

    status: HealthStatusLevel
    uptime: float
    version: str
    timestamp: str
    checks: Sequence[HealthCheckResult]


class MemoryHealthCheck:
    """A `HealthCheck` that asks all contributors at the same time, and gives up on one after `limit_s` seconds.

    One that raises, takes too long, is cancelled or returns no result counts as `unhealthy`, with the reason as the
    message. `uptime` counts from the making of this object.
    """

    def __init__(self, version: str = "0", *, limit_s: float = 5.0, clock: Clock = utc_now) -> None:
        """Make a health check without contributors, of a system of that version."""
        self._version = version
        self._limit_s = limit_s
        self._now = aware(clock)
        self._started = self._now()
        self._contributors: dict[str, HealthContributor] = {}

    async def get_health(self) -> HealthStatus:
        """Run every contributor and sum up."""
        checks = await asyncio.gather(*(self._ask(name) for name in self._contributors))
        levels: list[HealthStatusLevel] = [check["status"] for check in checks]
        now = self._now()
        return MemoryHealthStatus(
            status=max(levels, key=_SEVERITY.__getitem__) if levels else "healthy",
            uptime=max((now - self._started).total_seconds(), 0.0),
            version=self._version,
            timestamp=now.isoformat(),
            checks=checks,
        )

    def register_contributor(self, name: str, contributor: HealthContributor, /) -> None:
        """Add a check under a name of its own; one that is registered already is replaced."""
        self._contributors[name] = contributor

    async def _ask(self, name: str) -> HealthCheckResult:
        """Return what one contributor finds, or why it finds nothing."""
        started = time.monotonic()
        task = asyncio.ensure_future(_result(self._contributors[name]))
        try:
            await asyncio.wait(
                [task], timeout=self._limit_s
            )  # which waits for none that does not let itself be stopped
            result = self._found(task)
        finally:
            task.cancel()
        return {"duration": (time.monotonic() - started) * 1000, **result, "name": name}

    def _found(self, task: "asyncio.Future[HealthCheckResult]") -> HealthCheckResult:
        if not task.done():
            return _unhealthy(f"took longer than {self._limit_s:g} s")
        if task.cancelled():
            return _unhealthy("was cancelled")
        error = task.exception()
        return task.result() if error is None else _unhealthy(str(error) or repr(error))


async def _result(contributor: HealthContributor) -> HealthCheckResult:
    """Return a copy of what a contributor returns, which must be a result."""
    result: HealthCheckResult = {**await contributor()}
    if result.get("status") not in _SEVERITY:
        raise ValueError(f"status is {result.get('status')!r}, but must be one of {', '.join(_SEVERITY)}")
    return result


def _unhealthy(message: str) -> HealthCheckResult:
    return {"name": "", "status": "unhealthy", "message": message}
