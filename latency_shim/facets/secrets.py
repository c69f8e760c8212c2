# Generated from latency-stubs/facets/secrets.pyi by `nox -s generate`; do not edit.
"""The facet `SecretStore`: passwords, tokens and the like."""

from typing import Final

from latency_shim._typing import Protocol, runtime_checkable
from latency_shim.composition.facet import FacetKey

__all__ = ["SECRET_STORE", "SecretStore"]


@runtime_checkable
class SecretStore(Protocol):
    """Keeps secret text under text keys."""

    async def get_secret(self, key: str, /) -> str | None:
        """Return the secret; `None` when there is none under `key`."""
        ...

    async def set_secret(self, key: str, value: str, /) -> None:
        """Store the secret under `key`, in place of any earlier one."""
        ...

    async def delete_secret(self, key: str, /) -> bool:
        """Forget the secret; return whether it was there."""
        ...

    async def has_secret(self, key: str, /) -> bool:
        """Return whether there is a secret under `key`; the value need not be revealed for it."""
        ...


SECRET_STORE: Final[FacetKey[SecretStore]] = FacetKey("SecretStore", SecretStore)
