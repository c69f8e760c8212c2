"""Pages of what is in memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

_T = TypeVar("_T")


@dataclass(frozen=True)
class Page(Generic[_T]):
    """A `PaginatedResult`."""

    items: Sequence[_T]
    total: int
    has_more: bool


def page(items: Sequence[_T], offset: int | None, limit: int | None) -> Page[_T]:
    """Give the part of all items that is asked for; without a limit, all from the offset on."""
    start = max(offset or 0, 0)
    end = len(items) if limit is None else start + max(limit, 0)
    return Page(items[start:end], total=len(items), has_more=end < len(items))
