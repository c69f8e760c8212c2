"""A `StateStore` in memory: it forgets everything with the process."""

import json
from collections.abc import Sequence
from typing import Any

from latency_shim import FacetError


class InMemoryStateStore:
    """A `StateStore` in a dictionary of JSON texts, so that nobody can change a value that was stored.

    A value that JSON cannot hold is a `FacetError` with code `VALIDATION`.
    """

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    async def get(self, key: str, /) -> Any:
        return json.loads(self._texts[key]) if key in self._texts else None

    async def set(self, key: str, value: object, /) -> None:
        try:
            self._texts[key] = json.dumps(value, allow_nan=False)
        except (TypeError, ValueError) as error:
            raise FacetError(f"value of {key!r} is no JSON: {error}", "VALIDATION", cause=error) from error

    async def delete(self, key: str, /) -> bool:
        return self._texts.pop(key, None) is not None

    async def has(self, key: str, /) -> bool:
        return key in self._texts

    async def keys(self, prefix: str | None = None) -> Sequence[str]:
        return [key for key in self._texts if key.startswith(prefix or "")]
