"""Why a facet could not be resolved, as exceptions and as records of a binder."""

from collections.abc import Sequence
from typing import ClassVar, Final, TypeAlias

from latency_shim._errors import attribute_of_error, reduce_error, reduce_error_ex, restore_error
from latency_shim._typing import Protocol, runtime_checkable

__all__ = [
    "AmbiguousFacetError",
    "BindingError",
    "CircularDependencyError",
    "FacetNotFoundError",
    "ResolutionError",
]


class FacetNotFoundError(Exception):
    """No provider exists for a facet."""

    facet: Final[str]
    qualifier: Final[str | None]
    _defaults: ClassVar = {"facet": "", "qualifier": None}

    def __init__(self, facet: str, qualifier: str | None = None) -> None:
        """Say which facet is missing; in the text an empty qualifier reads as none."""
        self.facet = str(facet)  # a FacetKey would take its interface along when it is pickled
        self.args = self.facet, qualifier
        self.qualifier = qualifier

    def __str__(self) -> str:
        qualified = f' with qualifier "{self.qualifier}"' if self.qualifier else ""
        return f'No provider found for facet "{self.facet}"{qualified}'

    __getattr__ = attribute_of_error
    __reduce__ = reduce_error
    __reduce_ex__ = reduce_error_ex
    __setstate__ = restore_error


class AmbiguousFacetError(Exception):
    """Several providers exist for a facet, and nothing decides between them."""

    facet: Final[str]
    providers: Final[tuple[str, ...]]
    _defaults: ClassVar = {"facet": "", "providers": ()}

    def __init__(self, facet: str, providers: Sequence[str]) -> None:
        """Say which facet is ambiguous, and between which providers."""
        self.facet = str(facet)
        self.providers = tuple(providers)
        self.args = self.facet, self.providers

    def __str__(self) -> str:
        providers = ", ".join(map(str, self.providers))
        return (
            f'Multiple providers for facet "{self.facet}": {providers}. '
            "Specify a qualifier or configure explicit binding."
        )

    __getattr__ = attribute_of_error
    __reduce__ = reduce_error
    __reduce_ex__ = reduce_error_ex
    __setstate__ = restore_error


class CircularDependencyError(Exception):
    """Plugins depend on each other in a circle."""

    cycle: Final[tuple[str, ...]]
    _defaults: ClassVar = {"cycle": ()}

    def __init__(self, cycle: Sequence[str]) -> None:
        """Say which plugins form the circle."""
        self.cycle = tuple(cycle)
        self.args = (self.cycle,)

    def __str__(self) -> str:
        return f"Circular dependency detected: {' -> '.join(map(str, self.cycle))}"

    __getattr__ = attribute_of_error
    __reduce__ = reduce_error
    __reduce_ex__ = reduce_error_ex
    __setstate__ = restore_error


ResolutionError: TypeAlias = FacetNotFoundError | AmbiguousFacetError | CircularDependencyError


@runtime_checkable
class BindingError(Protocol):
    """A failure to bind one plugin."""

    @property
    def plugin(self) -> str:
        """Id of the plugin."""
        ...

    @property
    def facet(self) -> str:
        """Name of the facet that could not be bound."""
        ...

    @property
    def qualifier(self) -> str | None:
        """Qualifier that was asked for, if any."""
        ...

    @property
    def error(self) -> ResolutionError:
        """The exception, which was not raised."""
        ...
