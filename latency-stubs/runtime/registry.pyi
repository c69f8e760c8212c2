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
from typing_extensions import deprecated

__all__ = ["FacetRegistration", "FacetRegistry", "RegistrationOptions"]

_T = TypeVar("_T")

class RegistrationOptions(TypedDict):
    """Options of a registration.

    The last argument of `FacetRegistry.register`. Where a checker's message on a literal there
    is vague, give the literal a name of this type first: then it names the key that is wrong.
    """

    qualifier: NotRequired[str]
    """Tells the providers of one facet apart; absent: the unqualified provider.

    What an empty text means is left open.
    """
    priority: NotRequired[int]
    """Larger wins where no qualifier is asked for; absent means 0.

    Any whole number, also a negative one.
    """
    metadata: NotRequired[Mapping[str, object]]
    """Extra data about the registration; opaque, read back from `FacetRegistry.list`."""

@runtime_checkable
class FacetRegistration(Protocol):
    """A description of one registration; not the provider itself.

    An item of the result of `FacetRegistry.list`.
    """

    @property
    def facet(self) -> str:
        """Name of the facet."""
    @property
    def qualifier(self) -> str | None:
        """Qualifier of the provider; `None` for the unqualified provider."""
    @property
    def priority(self) -> int:
        """Larger wins; 0 when none was given."""
    @property
    def metadata(self) -> Mapping[str, object] | None:
        """Extra data that was given; `None` when there was none."""

@runtime_checkable
class FacetRegistry(Protocol):
    """Holds the providers of a core, by facet and qualifier.

    Synchronous. Without input or output; registries share nothing. There is at most one
    provider for each (facet, qualifier), the unqualified one included. Facets may be given as plain
    text or as `FacetKey`, which are equal. Names and qualifiers are compared exactly: capital letters, spaces
    and Unicode forms count.

    An existing core may lack two abilities, `ties` and `replacement`, and declares so to the contract kit.

    Annotate parameters and attributes with this protocol: a checker that knows a registry only as its
    own class gives what `resolve` is declared to give there, and takes what `register` is.
    """

    @overload  # typed key
    def register(self, facet: FacetKey[_T], provider: _T, /, options: RegistrationOptions | None = None) -> None:
        """Make `provider` available as `facet`.

        Registering the same (facet, qualifier) again replaces provider, priority and metadata and keeps the place in
        the order; a core that lacks `replacement` keeps both, and the earlier one resolves.

        A provider that is not known to implement the interface of a typed key is reported by type checkers that report
        deprecated calls; nothing else is deprecated about it.
        """
    @overload  # typed key, unfit provider: deprecated, since refused here it would pass under the plain name
    @deprecated("the provider is not known to implement the key's interface; see latency_shim.conformance.verify")
    def register(
        self, facet: FacetKey[Any], provider: object, /, options: RegistrationOptions | None = None
    ) -> None: ...
    @overload  # plain name
    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None: ...
    @overload  # typed key
    def resolve(self, facet: FacetKey[_T], /, qualifier: str | None = None) -> _T | None:
        """Return a provider of `facet`, or `None`; it never raises for that.

        With `qualifier`, exactly that provider; no other takes its place. Without, the one of the highest
        priority, whatever its qualifier; among equals at the top the earliest registered, or `None` from
        a core that lacks `ties`. It is the very object that was registered; what counts is the registration, never
        the truth value of the provider.
        """
    @overload  # typed key, where another type is expected: else mypy would take the plain name's Any
    def resolve(self, facet: FacetKey[Any], /, qualifier: str | None = None) -> object: ...
    @overload  # plain name
    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any: ...
    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        """Return one entry for each registration of `facet`.

        In the order of registration; empty for a facet that nobody registered. The sequence shows the state at the
        time of the call.
        """
    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        """Return whether `facet` has a provider: any, or with `qualifier` exactly that one.

        It goes by registration, never by the truth value of the provider.
        """
    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        """Remove a provider; return whether there was one to remove.

        With `qualifier` exactly that one; without, the unqualified provider and no other. Afterwards `resolve`,
        `has` and `list` agree that it is gone, and its place in the order is forgotten.
        """
