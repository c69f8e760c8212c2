# Generated from latency-stubs/facets/state.pyi by `nox -s generate`; do not edit.
"""The facet `StateStore`: values that outlive the process."""

from collections.abc import Sequence
from typing import Any, Final

from latency_shim._typing import Protocol, runtime_checkable
from latency_shim.composition.facet import FacetKey

__all__ = ["STATE_STORE", "StateStore"]


@runtime_checkable
class StateStore(Protocol):
    """Keeps values under text keys, for good."""

    async def get(self, key: str, /) -> Any:
        """Return the value stored under `key`; `None` when there is none."""
        ...

    async def set(self, key: str, value: object, /) -> None:
        """Store `value` under `key`, in place of any earlier value."""
        ...

    async def delete(self, key: str, /) -> bool:
        """Forget `key`; return whether it was there."""
        ...

    async def has(self, key: str, /) -> bool:
        """Return whether `key` is stored, even with the value `None`."""
        ...

    async def keys(self, prefix: str | None = None) -> Sequence[str]:
        """Return the keys that start with `prefix`, all without it, in no particular order."""
        ...


STATE_STORE: Final[FacetKey[StateStore]] = FacetKey("StateStore", StateStore)
