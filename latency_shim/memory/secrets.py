"""The facet `SecretStore` in memory."""

__all__ = ["MemorySecretStore"]


class MemorySecretStore:
    """A `SecretStore`: a dictionary, whose text shows no secret."""

    def __init__(self) -> None:
        """Make an empty store."""
        self._secrets: dict[str, str] = {}

    async def get_secret(self, key: str, /) -> str | None:
        """Return the secret; `None` when there is none under `key`."""
        return self._secrets.get(key)

    async def set_secret(self, key: str, value: str, /) -> None:
        """Store the secret under `key`, in place of any earlier one."""
        self._secrets[key] = value

    async def delete_secret(self, key: str, /) -> bool:
        """Forget the secret; return whether it was there."""
        return self._secrets.pop(key, None) is not None

    async def has_secret(self, key: str, /) -> bool:
        """Return whether there is a secret under `key`."""
        return key in self._secrets
