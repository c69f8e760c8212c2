"""Pages of what is in memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

_T = TypeVar("_T")

PAGE_SIZE = 30
"""How many items a page has at the most where a query has no `limit`."""


@dataclass(frozen=True)
class Page(Generic[_T]):
    """A `PaginatedResult`."""

    items: Sequence[_T]
    total: int
    has_more: bool


def page(found: Sequence[_T], offset: int, limit: int) -> Page[_T]:
    """Return a page of all items that match; what is negative counts as 0."""
    start = max(offset, 0)
    end = start + max(limit, 0)
    return Page((*found[start:end],), total=len(found), has_more=end < len(found))
