"""What all facets share: their error, and pages of results."""

from collections.abc import Sequence
from typing import ClassVar, Final, TypeVar

from latency_shim._errors import attribute_of_error, reduce_error, reduce_error_ex, restore_error, shown
from latency_shim._typing import NotRequired, Protocol, TypedDict, runtime_checkable

__all__ = ["FacetError", "PaginatedQuery", "PaginatedResult"]

_T_co = TypeVar("_T_co", covariant=True)


class FacetError(Exception):
    """A facet's method failed; `code` says how, for programs."""

    code: Final[str]
    cause: Final[object]

    _stays = "cause"
    _defaults: ClassVar = {"_message": "", "code": "", "cause": None}

    def __init__(self, message: str, code: str, *, cause: object = None) -> None:
        """Make an error with a text for people and a code for programs."""
        self.args = message, code  # without a call of another base's constructor, which has arguments of its own
        self._message = message
        self.code = code
        self.cause = cause
        if isinstance(cause, BaseException):
            self.__cause__ = cause

    def __str__(self) -> str:
        return str(self._message)

    def __repr__(self) -> str:
        cause = [] if self.cause is None else [f"cause={shown(self.cause)}"]
        return f"{type(self).__name__}({', '.join([*map(shown, self.args), *cause])})"

    __getattr__ = attribute_of_error
    __reduce__ = reduce_error
    __reduce_ex__ = reduce_error_ex
    __setstate__ = restore_error


class PaginatedQuery(TypedDict):
    """The part of a long result that is asked for."""

    limit: NotRequired[int]
    offset: NotRequired[int]


@runtime_checkable
class PaginatedResult(Protocol[_T_co]):
    """One page of a result, and how much there is in all."""

    @property
    def items(self) -> Sequence[_T_co]:
        """The items of this page."""
        ...

    @property
    def total(self) -> int:
        """The number of matching items over all pages, not the length of this page."""
        ...

    @property
    def has_more(self) -> bool:
        """Whether there are items after this page."""
        ...
