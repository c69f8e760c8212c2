"""What all facets share: their error, and pages of results.

```python
from latency_shim import FacetError


class RateLimited(FacetError):
    def __init__(self, retry_after: float) -> None:
        super().__init__(f"try again in {retry_after:g} s", "RATE_LIMIT")


try:
    raise RateLimited(30)
except FacetError as error:
    assert error.code == "RATE_LIMIT"
    assert str(error) == "try again in 30 s"
```
"""

from collections.abc import Sequence
from typing import Final, NotRequired, Protocol, TypedDict, TypeVar, runtime_checkable

__all__ = ["FacetError", "PaginatedQuery", "PaginatedResult"]

_T_co = TypeVar("_T_co", covariant=True)

class FacetError(Exception):
    """A facet's method failed; `code` says how, for programs.

    Base of every failure of a facet: catch this one, subclass it freely. `str()` gives
    the message; `args` is `(message, code)`. It survives pickling, copying and process pools with all
    attributes but `cause`, which copies share and pickles leave out. That holds for subclasses with a
    constructor of their own, and for subclasses of another exception, in either order of the bases.

    The constructor calls that of no other base, whose arguments are its own: set what the other base
    needs, or call its constructor, in yours.

    ```python
    import copy
    import errno

    from latency_shim import FacetError


    class Down(FacetError, ConnectionError):
        def __init__(self, host: str) -> None:
            super().__init__(f"{host} is down", "DOWN")
            self.errno = errno.EHOSTDOWN


    again = copy.copy(Down("example.org"))
    assert (again.code, str(again), again.errno) == ("DOWN", "example.org is down", errno.EHOSTDOWN)
    ```
    """

    code: Final[str]
    """The kind of failure, such as `NOT_FOUND`; an open set. Each facet names its own."""
    cause: Final[object]
    """The value given as `cause`, or `None`.

    Like `__cause__`, it does not travel in a pickle: from another process it comes back as `None`.
    """

    def __init__(self, message: str, code: str, *, cause: object = None) -> None:
        """Make an error with a text for people and a code for programs.

        `cause` may be any value. When it is an exception it also becomes `__cause__`, as
        `raise … from cause` does.
        """

class PaginatedQuery(TypedDict):
    """The part of a long result that is asked for.

    Base of the queries that return pages.
    """

    limit: NotRequired[int]
    """The maximum number of items; absent leaves it to the provider."""
    offset: NotRequired[int]
    """The number of items to skip. Absent means 0."""

@runtime_checkable
class PaginatedResult(Protocol[_T_co]):
    """One page of a result, and how much there is in all.

    `PaginatedResult[Issue]` is a page of issues. It shows the state at the time of the call.
    """

    @property
    def items(self) -> Sequence[_T_co]:
        """The items of this page."""
    @property
    def total(self) -> int:
        """The number of matching items over all pages, not the length of this page."""
    @property
    def has_more(self) -> bool:
        """Whether there are items after this page."""
