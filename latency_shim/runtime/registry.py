# Generated from latency-stubs/runtime/registry.pyi by `nox -s generate`; do not edit.
"""Where a core keeps the providers of facets."""

from collections.abc import Mapping, Sequence
from typing import Any

from latency_shim._typing import NotRequired, Protocol, TypedDict, runtime_checkable

__all__ = ["FacetRegistration", "FacetRegistry", "RegistrationOptions"]


class RegistrationOptions(TypedDict):
    """Options of a registration."""

    qualifier: NotRequired[str]
    priority: NotRequired[int]
    metadata: NotRequired[Mapping[str, object]]


@runtime_checkable
class FacetRegistration(Protocol):
    """A description of one registration; not the provider itself."""

    @property
    def facet(self) -> str:
        """Name of the facet."""
        ...

    @property
    def qualifier(self) -> str | None:
        """Qualifier of the provider; `None` for the unqualified provider."""
        ...

    @property
    def priority(self) -> int:
        """Larger wins; 0 when none was given."""
        ...

    @property
    def metadata(self) -> Mapping[str, object] | None:
        """Extra data that was given; `None` when there was none."""
        ...


@runtime_checkable
class FacetRegistry(Protocol):
    """Holds the providers of a core, by facet and qualifier."""

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        """Make `provider` available as `facet`."""
        ...

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        """Return a provider of `facet`, or `None`; it never raises for that."""
        ...

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        """Return one entry for each registration of `facet`."""
        ...

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        """Return whether `facet` has a provider: any, or with `qualifier` exactly that one."""
        ...

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        """Remove a provider; return whether there was one to remove."""
        ...
