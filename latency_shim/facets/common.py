"""What all facets share: their error, and pages of results."""

from collections.abc import Sequence
from typing import Any, Final, TypeVar

from latency_shim._errors import reduce_error
from latency_shim._typing import NotRequired, Protocol, TypedDict, runtime_checkable

__all__ = ["FacetError", "PaginatedQuery", "PaginatedResult"]

_T_co = TypeVar("_T_co", covariant=True)


class FacetError(Exception):
    """A facet's method failed; `code` says how, for programs."""

    code: Final[str]
    cause: Final[object]

    def __init__(self, message: str, code: str, *, cause: object = None) -> None:
        """Make an error with a text for people and a code for programs."""
        super().__init__(message, code)
        self.code = code
        self.cause = cause
        if isinstance(cause, BaseException):
            self.__cause__ = cause

    def __str__(self) -> str:
        return str(self.args[0])

    def __repr__(self) -> str:
        if self.cause is None:
            return super().__repr__()
        message, code = self.args
        return f"{type(self).__name__}({message!r}, {code!r}, cause={self.cause!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        rebuild, arguments, state = reduce_error(self)
        if isinstance(self.cause, BaseException):
            state["__cause__"] = self.cause
        return rebuild, arguments, state


class PaginatedQuery(TypedDict):
    """Which part of a long result is wanted."""

    limit: NotRequired[int]
    offset: NotRequired[int]


@runtime_checkable
class PaginatedResult(Protocol[_T_co]):
    """One page of a result, and how much there is in all."""

    @property
    def items(self) -> Sequence[_T_co]:
        """The items of this page. [TypeScript]"""
        ...

    @property
    def total(self) -> int:
        """How many items match over all pages; not the length of this one. [TypeScript]"""
        ...

    @property
    def has_more(self) -> bool:
        """Whether something lies past this page. [TypeScript]"""
        ...
