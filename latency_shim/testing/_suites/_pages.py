"""Going through results that come in pages."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias, TypeVar

from latency_shim import PaginatedResult

_T = TypeVar("_T")
Listing: TypeAlias = Callable[[Any], Awaitable[PaginatedResult[_T]]]
MOST = 1000  # pages of one result


async def everything(listing: Listing[_T], query: Mapping[str, object]) -> list[_T]:
    """Return the matching items of all pages."""
    found: list[_T] = []
    for _ in range(MOST):
        page = await listing({**query, "offset": len(found)} if found else query)
        found += page.items
        if not page.items or not page.has_more:
            return found
    raise AssertionError(f"there are still more after {MOST} pages, and {len(found)} items; is `offset` passed over?")


async def one_by_one(listing: Listing[_T], query: Mapping[str, object]) -> tuple[list[_T], list[PaginatedResult[_T]]]:
    """Return all matching items, and for each of them the page of one item that begins there."""
    found = await everything(listing, query)
    return found, [await listing({**query, "limit": 1, "offset": offset}) for offset in range(len(found))]
