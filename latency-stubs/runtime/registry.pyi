"""Where a core keeps the providers of facets.

```python
from latency_shim import SECRET_STORE, FacetRegistry, SecretStore


def set_up(registry: FacetRegistry, vault: SecretStore, environment: SecretStore) -> None:
    registry.register(SECRET_STORE, vault, {"qualifier": "vault", "priority": 10})
    registry.register(SECRET_STORE, environment, options={"qualifier": "environment"})


def secrets(registry: FacetRegistry) -> SecretStore | None:
    return registry.resolve(SECRET_STORE)  # the vault; a type checker knows it as SecretStore | None
```
"""

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, Protocol, TypedDict, TypeVar, overload, runtime_checkable

from latency.composition.facet import FacetKey

__all__ = ["FacetRegistration", "FacetRegistry", "RegistrationOptions"]

_T = TypeVar("_T")

class RegistrationOptions(TypedDict):
    """How a provider is registered.

    The last argument of `FacetRegistry.register`. [TypeScript]
    """

    qualifier: NotRequired[str]
    """Tells the providers of one facet apart; absent: the unqualified provider. [TypeScript]

    What an empty text means is left open. [Python]
    """
    priority: NotRequired[int]
    """Larger wins where no qualifier is asked for; absent means 0. [TypeScript]"""
    metadata: NotRequired[Mapping[str, object]]
    """Extra data about the registration; opaque, read back from `FacetRegistry.list`. [TypeScript]"""

@runtime_checkable
class FacetRegistration(Protocol):
    """What a registry tells about one registration; not the provider itself.

    An item of what `FacetRegistry.list` gives. [TypeScript]
    """

    @property
    def facet(self) -> str:
        """Name of the facet. [TypeScript]"""
    @property
    def qualifier(self) -> str | None:
        """What tells it apart; `None` for the unqualified provider. [TypeScript]"""
    @property
    def priority(self) -> int:
        """Larger wins; 0 when none was given. [TypeScript]"""
    @property
    def metadata(self) -> Mapping[str, object] | None:
        """Extra data that was given; `None` when there was none. [TypeScript]"""

@runtime_checkable
class FacetRegistry(Protocol):
    """Holds the providers of a core, by facet and qualifier.

    Synchronous and without input or output; registries share nothing. [TypeScript] There is at most
    one provider for each (facet, qualifier), the unqualified one included. [Python] Facets may be
    given as plain text or as `FacetKey`, which are equal.
    """

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        """Make `provider` available as `facet`. [TypeScript]

        Registering the same (facet, qualifier) again replaces that provider and keeps its place in
        the order. [Python]
        """
    @overload  # typed key
    def resolve(self, facet: FacetKey[_T], /, qualifier: str | None = None) -> _T | None:
        """Give a provider of `facet`: the object that was registered, or `None`; it never raises for that. [TypeScript]

        With `qualifier`, exactly that provider; no other takes its place. [TypeScript] Without, the
        one of the highest priority [TypeScript], among equals the earliest registered. [Python] What
        counts is the registration, never the truth value of the provider. [Python]
        """
    @overload  # plain name
    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any: ...
    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        """Give one entry for each registration of `facet`. [TypeScript]

        In the order of registration; empty for a facet that nobody registered. [Python]
        """
    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        """Whether `facet` has a provider: any, or with `qualifier` exactly that one. [TypeScript]"""
    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        """Remove a provider; return whether there was one to remove. [TypeScript]

        What it does without `qualifier` when only qualified providers exist is left open. [Python]
        """
