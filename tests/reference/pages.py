"""Pages of a list."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from latency_shim import FacetError, PaginatedQuery

_T = TypeVar("_T")
MOST = 50  # items on a page whose query names no limit


class Page(NamedTuple, Generic[_T]):
    items: Sequence[_T]
    total: int
    has_more: bool


def page(everything: Sequence[_T], query: PaginatedQuery) -> Page[_T]:
    offset, limit = query.get("offset", 0), query.get("limit", MOST)
    if offset < 0 or limit < 0:
        raise FacetError("neither limit nor offset can be negative", "VALIDATION")
    end = offset + limit
    return Page(tuple(everything[offset:end]), len(everything), end < len(everything))
