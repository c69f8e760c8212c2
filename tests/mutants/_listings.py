"""Listings that faulty implementations return."""

from collections.abc import Callable, Sequence
from typing import Any


class Lazily(Sequence[Any]):
    """Items that are looked at anew each time."""

    def __init__(self, items: Sequence[Any], look: Callable[[Any], Any]) -> None:
        self.items, self.look = items, look

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, at: Any) -> Any:
        found = self.items[at]
        return [*map(self.look, found)] if isinstance(at, slice) else self.look(found)
