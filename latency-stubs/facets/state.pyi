"""The facet `StateStore`: values that outlive the process.

```python
from latency_shim import StateStore


async def count_run(store: StateStore) -> int:
    runs: int = (await store.get("runs") or 0) + 1
    await store.set("runs", runs)
    return runs
```
"""

from collections.abc import Sequence
from typing import Any, Final, Protocol, runtime_checkable

from latency.composition.facet import FacetKey

__all__ = ["STATE_STORE", "StateStore"]

@runtime_checkable
class StateStore(Protocol):
    """Keeps values under text keys, for good.

    Values should survive a round trip through JSON. Failures are `FacetError`. Values are still there
    when the store is opened again, unless it lacks `persistence`. Keys and text are kept exactly, without Unicode
    normalisation. Not the `PluginStateStore` of a context, whose methods are not awaited.
    """

    async def get(self, key: str, /) -> Any:
        """Return the value stored under `key`; `None` when there is none.

        `has` tells a stored `None` from a missing key.
        """
    async def set(self, key: str, value: object, /) -> None:
        """Store `value` under `key`, in place of any earlier value."""
    async def delete(self, key: str, /) -> bool:
        """Forget `key`; return whether it was there."""
    async def has(self, key: str, /) -> bool:
        """Return whether `key` is stored, even with the value `None`."""
    async def keys(self, prefix: str | None = None) -> Sequence[str]:
        """Return the keys that start with `prefix`, all without it, in no particular order.

        The sequence shows the state at the time of the call.
        """

STATE_STORE: Final[FacetKey[StateStore]]
"""Key of the facet `"StateStore"`."""
