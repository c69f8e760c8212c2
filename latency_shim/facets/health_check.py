# Generated from latency-stubs/facets/health_check.pyi by `nox -s generate`; do not edit.
"""The facet `HealthCheck`: whether a system and its parts are well."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final, Literal, TypeAlias

from latency_shim._typing import NotRequired, Protocol, TypedDict, runtime_checkable
from latency_shim.composition.facet import FacetKey

__all__ = ["HEALTH_CHECK", "HealthCheck", "HealthCheckResult", "HealthContributor", "HealthStatus", "HealthStatusLevel"]

HealthStatusLevel: TypeAlias = Literal["healthy", "degraded", "unhealthy"]


class HealthCheckResult(TypedDict):
    """The result of one check."""

    name: str
    status: HealthStatusLevel
    message: NotRequired[str]
    duration: NotRequired[float]


HealthContributor: TypeAlias = Callable[[], Awaitable[HealthCheckResult]]


@runtime_checkable
class HealthStatus(Protocol):
    """The health of a system."""

    @property
    def status(self) -> HealthStatusLevel:
        """The worst status among the checks. `healthy` where there are none."""
        ...

    @property
    def uptime(self) -> float:
        """The time since the start, in seconds."""
        ...

    @property
    def version(self) -> str:
        """Version of what is running."""
        ...

    @property
    def timestamp(self) -> str:
        """The time of the check: text in ISO 8601, not a `datetime`."""
        ...

    @property
    def checks(self) -> Sequence[HealthCheckResult]:
        """The result of each contributor, one entry each."""
        ...


@runtime_checkable
class HealthCheck(Protocol):
    """Collects the health of all parts of a system."""

    async def get_health(self) -> HealthStatus:
        """Run every contributor and sum up."""
        ...

    def register_contributor(self, name: str, contributor: HealthContributor, /) -> None:
        """Add a check under a name of its own. Synchronous."""
        ...


HEALTH_CHECK: Final[FacetKey[HealthCheck]] = FacetKey("HealthCheck", HealthCheck)
