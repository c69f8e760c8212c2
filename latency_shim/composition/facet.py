"""What plugins declare about facets, and the key that names one."""

from typing import Any, Generic, Self, TypeAlias, TypeVar

from latency_shim._typing import NotRequired, TypedDict, TypeForm

__all__ = ["FacetDeclaration", "FacetKey", "FacetProvider", "FacetRequirement"]

_T = TypeVar("_T")


class FacetProvider(TypedDict):
    """A facet that a plugin implements."""

    facet: str
    qualifier: NotRequired[str]
    priority: NotRequired[int]


class FacetRequirement(TypedDict):
    """A dependency of a plugin on a facet."""

    facet: str
    qualifier: NotRequired[str]
    optional: NotRequired[bool]


FacetDeclaration: TypeAlias = FacetProvider | FacetRequirement


class FacetKey(str, Generic[_T]):
    """A facet's name that also knows the facet's interface."""

    __slots__ = ("_protocol",)
    _protocol: TypeForm[_T]

    def __new__(cls, name: str, protocol: TypeForm[_T]) -> Self:
        """Make the key of the facet `name`, whose providers implement `protocol`."""
        if not isinstance(name, str):  # pyright: ignore[reportUnnecessaryIsInstance] - not all callers are checked
            raise TypeError(f"FacetKey(name, protocol): name must be a str, not {name!r}")
        self = super().__new__(cls, name)
        self._protocol = protocol
        return self

    @property
    def protocol(self) -> TypeForm[_T]:
        """The interface that providers of this facet implement."""
        return self._protocol

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r}, {self._protocol!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), self._protocol)
