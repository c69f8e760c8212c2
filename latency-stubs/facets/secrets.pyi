"""The facet `SecretStore`: passwords, tokens and the like.

```python
from latency_shim import FacetError, SecretStore


async def token(secrets: SecretStore) -> str:
    value = await secrets.get_secret("github-token")
    if value is None:
        raise FacetError("no secret github-token", "AUTH")
    return value
```
"""

from typing import Final, Protocol, runtime_checkable

from latency.composition.facet import FacetKey

__all__ = ["SECRET_STORE", "SecretStore"]

@runtime_checkable
class SecretStore(Protocol):
    """Keeps secret text under text keys.

    Values come back exactly as they were stored. Failures are `FacetError`; the contract names no
    codes. Keys are compared exactly, without Unicode normalisation.
    """

    async def get_secret(self, key: str, /) -> str | None:
        """Return the secret; `None` when there is none under `key`."""
    async def set_secret(self, key: str, value: str, /) -> None:
        """Store the secret under `key`, in place of any earlier one."""
    async def delete_secret(self, key: str, /) -> bool:
        """Forget the secret; return whether it was there."""
    async def has_secret(self, key: str, /) -> bool:
        """Return whether there is a secret under `key`; the value need not be revealed for it."""

SECRET_STORE: Final[FacetKey[SecretStore]]
"""Key of the facet `"SecretStore"`."""
