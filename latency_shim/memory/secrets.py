"""A `SecretStore` in memory: it forgets everything with the process, which is enough for tests."""


class InMemorySecretStore:
    """A `SecretStore`: a dictionary."""

    def __init__(self) -> None:
        self._secrets: dict[str, str] = {}

    async def get_secret(self, key: str, /) -> str | None:
        return self._secrets.get(key)

    async def set_secret(self, key: str, value: str, /) -> None:
        self._secrets[key] = value

    async def delete_secret(self, key: str, /) -> bool:
        return self._secrets.pop(key, None) is not None

    async def has_secret(self, key: str, /) -> bool:
        return key in self._secrets
