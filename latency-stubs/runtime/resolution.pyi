"""Why a facet could not be resolved, as exceptions and as records of a binder.

The three exceptions are not subclasses of `FacetError`: that class is for facets that failed at work, these
are for facets that were never resolved.

```python
from latency_shim import AmbiguousFacetError, CircularDependencyError, FacetNotFoundError

assert str(FacetNotFoundError("Cache")) == 'No provider found for facet "Cache"'
assert str(FacetNotFoundError("Cache", "disk")) == 'No provider found for facet "Cache" with qualifier "disk"'
assert AmbiguousFacetError("Cache", ["disk", "memory"]).providers == ("disk", "memory")
assert str(CircularDependencyError(["a", "b", "a"])) == "Circular dependency detected: a -> b -> a"
```
"""

from collections.abc import Sequence
from typing import Final, Protocol, TypeAlias, runtime_checkable

__all__ = [
    "AmbiguousFacetError",
    "BindingError",
    "CircularDependencyError",
    "FacetNotFoundError",
    "ResolutionError",
]

class FacetNotFoundError(Exception):
    """No provider exists for a facet.

    Register one, or make the requirement optional. Raised by `PluginContext.require`, collected
    by `Binder.bind`. It survives pickling, copying and process pools with all
    attributes, also in a subclass of another exception.
    """

    facet: Final[str]
    """Name of the facet that was asked for."""
    qualifier: Final[str | None]
    """Qualifier that was asked for, as it was given."""

    def __init__(self, facet: str, qualifier: str | None = None) -> None:
        """Say which facet is missing; in the text an empty qualifier reads as none."""

class AmbiguousFacetError(Exception):
    """Several providers exist for a facet, and nothing decides between them.

    Ask for a qualifier, give the providers different priorities, or bind one with `ExplicitBinding`.
    Collected by `Binder.bind`. It survives pickling, copying and process pools with all
    attributes, also in a subclass of another exception.
    """

    facet: Final[str]
    """Name of the facet that was asked for."""
    providers: Final[tuple[str, ...]]
    """Qualifiers of the providers that were left.

    In the order of registration, the unqualified one as `<default>`.
    """

    def __init__(self, facet: str, providers: Sequence[str]) -> None:
        """Say which facet is ambiguous, and between which providers."""

class CircularDependencyError(Exception):
    """Plugins depend on each other in a circle.

    Make one of the requirements optional, or move what both need into a third plugin. Collected
    by `Binder.bind`. It survives pickling, copying and process pools with all
    attributes, also in a subclass of another exception.
    """

    cycle: Final[tuple[str, ...]]
    """The plugins along the circle; the first and the last are equal.

    They are ids. All plugins of the group are among them.
    """

    def __init__(self, cycle: Sequence[str]) -> None:
        """Say which plugins form the circle."""

ResolutionError: TypeAlias = FacetNotFoundError | AmbiguousFacetError | CircularDependencyError
"""The exceptions that a `BindingError` can hold."""

@runtime_checkable
class BindingError(Protocol):
    """A failure to bind one plugin.

    A record, not an exception: `error` is the exception.
    """

    @property
    def plugin(self) -> str:
        """Id of the plugin.

        For a circle the first plugin of it.
        """
    @property
    def facet(self) -> str:
        """Name of the facet that could not be bound.

        For a circle the facet by which the first plugin depends on the second.
        """
    @property
    def qualifier(self) -> str | None:
        """Qualifier that was asked for, if any.

        With an explicit binding the bound one, as in `error`. For a circle `None`.
        """
    @property
    def error(self) -> ResolutionError:
        """The exception, which was not raised."""
