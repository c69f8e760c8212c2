"""The facet `HealthCheck`: whether a system and its parts are well.

```python
from latency_shim import HealthCheck, HealthCheckResult


async def disk() -> HealthCheckResult:
    return {"name": "disk", "status": "degraded", "message": "91 % full"}


def watch(health: HealthCheck) -> None:
    health.register_contributor("disk", disk)
```
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final, Literal, NotRequired, Protocol, TypeAlias, TypedDict, runtime_checkable

from latency.composition.facet import FacetKey

__all__ = [
    "HEALTH_CHECK",
    "HealthCheck",
    "HealthCheckResult",
    "HealthContributor",
    "HealthStatus",
    "HealthStatusLevel",
]

HealthStatusLevel: TypeAlias = Literal["healthy", "degraded", "unhealthy"]
"""How well something is, getting worse from left to right."""

class HealthCheckResult(TypedDict):
    """The result of one check.

    Made by contributors, read back from `HealthStatus.checks`.
    """

    name: str
    """Name of the check."""
    status: HealthStatusLevel
    """The health of the part."""
    message: NotRequired[str]
    """More about it, for people."""
    duration: NotRequired[float]
    """Duration of the check, in milliseconds."""

HealthContributor: TypeAlias = Callable[[], Awaitable[HealthCheckResult]]
"""A check: called without arguments and awaited."""

@runtime_checkable
class HealthStatus(Protocol):
    """The health of a system.

    The result of `HealthCheck.get_health`.
    """

    @property
    def status(self) -> HealthStatusLevel:
        """The worst status among the checks. `healthy` where there are none."""
    @property
    def uptime(self) -> float:
        """The time since the start, in seconds."""
    @property
    def version(self) -> str:
        """Version of what is running."""
    @property
    def timestamp(self) -> str:
        """The time of the check: text in ISO 8601, not a `datetime`."""
    @property
    def checks(self) -> Sequence[HealthCheckResult]:
        """The result of each contributor, one entry each."""

@runtime_checkable
class HealthCheck(Protocol):
    """Collects the health of all parts of a system.

    Each part registers a contributor.
    """

    async def get_health(self) -> HealthStatus:
        """Run every contributor and sum up.

        A contributor that takes too long counts as `unhealthy`; how long is up to the implementation,
        5 seconds unless it says otherwise. So does one that raises; this does not raise for it.
        In the results the name is that under which the contributor was registered, and `duration` is
        filled in.
        """
    def register_contributor(self, name: str, contributor: HealthContributor, /) -> None:
        """Add a check under a name of its own. Synchronous.

        A name that is registered already is replaced.
        """

HEALTH_CHECK: Final[FacetKey[HealthCheck]]
"""Key of the facet `"HealthCheck"`."""
