"""The facet `StateStore` in memory."""

import json
from collections.abc import Sequence
from typing import Any

from latency_shim import FacetError

__all__ = ["MemoryStateStore"]


class MemoryStateStore:
    """A `StateStore` that is gone with the process, unlike what the contract promises of others.

    Values are kept as JSON, so that nobody can change one that was stored; one that JSON cannot hold is refused with
    `VALIDATION`.
    """

    def __init__(self) -> None:
        """Make an empty store."""
        self._texts: dict[str, str] = {}

    async def get(self, key: str, /) -> Any:
        """Return the value stored under `key`; `None` when there is none."""
        return json.loads(self._texts[key]) if key in self._texts else None

    async def set(self, key: str, value: object, /) -> None:
        """Store `value` under `key`, in place of any earlier value."""
        try:
            self._texts[key] = json.dumps(value, allow_nan=False)
        except (TypeError, ValueError, RecursionError) as error:
            raise FacetError(f"JSON cannot hold the value of {key!r}: {error}", "VALIDATION", cause=error) from error

    async def delete(self, key: str, /) -> bool:
        """Forget `key`; return whether it was there."""
        return self._texts.pop(key, None) is not None

    async def has(self, key: str, /) -> bool:
        """Return whether `key` is stored."""
        return key in self._texts

    async def keys(self, prefix: str | None = None) -> Sequence[str]:
        """Return the keys that start with `prefix`, all without it, in the order in which they were first stored."""
        return [key for key in self._texts if key.startswith(prefix or "")]
