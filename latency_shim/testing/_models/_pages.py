"""Walking through results that come in pages, and comparing each page with what it must be."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from latency_shim import PaginatedResult
from latency_shim.testing._histories import Model

AT_MOST = "The maximum number of items"
PASSED_OVER = "The number of items to skip. Absent means 0."
TOTAL = "The number of matching items over all pages, not the length of this page."
HAS_MORE = "Whether there are items after this page."
STATE = "It shows the state at the time of the call."

SIZES = (None, 1, 2, 3, 7)
"""The limits of queries. What a limit of 0 leads to is left open."""
STARTS = (0, 1, 2, 3, 1000)
"""The offsets of queries. What a negative one leads to is left open."""


async def walk(
    model: Model,
    promise: str,
    name: str,
    listing: Callable[[Any], Awaitable[PaginatedResult[Any]]],
    query: Mapping[str, object],
    start: int = 0,
) -> list[Any]:
    """Return all items past some, from however many pages; the order of items is left open, and how full pages are."""
    found: list[Any] = []
    total: int | None = None
    limit: Any = query.get("limit")
    while True:
        offset = start + len(found)
        asked = {**query, "offset": offset} if offset else query
        text = f"await {name}({model.shown(asked)})"
        page = await model.awaited(promise, text, partial(listing, asked))
        items = [*page.items]
        model.lines.append("")
        if limit is not None:
            model.expect(AT_MOST, len(items) <= limit, f"len(({text}).items) <= {limit}", len(items))
        total = page.total if total is None else total
        model.expect(TOTAL, page.total == total, f"({text}).total == {total}", page.total)
        more = offset + len(items) < total
        model.expect(HAS_MORE, page.has_more is more, f"({text}).has_more is {more}", page.has_more)
        empty = not items and more
        model.expect(TOTAL, not empty, f"({text}).items are some of those that remain", items)
        del model.lines[-1:]
        found += items
        if not more:
            break
    model.lines.append("")
    count = max(0, total - start)
    text = f"{count} items come with growing offset from {start}, of a total of {total}"
    model.expect(PASSED_OVER if start else TOTAL, len(found) == count, text, len(found))
    del model.lines[-1:]
    return found


def told(names: Mapping[str, str], ids: Sequence[str]) -> list[str]:
    """Return what a program calls the items of these ids, those that it knows."""
    return sorted(names[one] for one in ids if one in names)


class Frozen:
    """What was listed earlier, and how it looked then."""

    def __init__(self) -> None:
        self._seen: list[tuple[str, Callable[[], object], object]] = []

    def keep(self, text: str, look: Callable[[], object]) -> None:
        """Keep something that was listed."""
        self._seen.append((text, look, look()))

    def compare(self, model: Model, promise: str) -> None:
        """Look at all of it once more."""
        for text, found, before in self._all():
            model.lines.append("")
            model.expect(promise, found == before, f"what {text} returned is still {model.shown(before)}", found)
            del model.lines[-1:]

    def _all(self) -> Iterator[tuple[str, object, object]]:
        for text, look, before in self._seen:
            yield text, look(), before
