"""Secret stores that break a promise each."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any
from unicodedata import normalize

import pytest

from latency_shim import SecretStore
from latency_shim.memory.secrets import MemorySecretStore
from latency_shim.testing import SecretStoreContract
from mutants import breaks, keeps_all


class SUITE(SecretStoreContract):
    make: Callable[[], SecretStore] = MemorySecretStore

    @pytest.fixture
    def secrets(self) -> SecretStore:
        return self.make()


@breaks("test_it_conforms_to_the_interface")
class WantsBytes(MemorySecretStore):
    """`set_secret` is declared to take bytes."""

    async def set_secret(self, key: str, value: bytes, /) -> None:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride] - it is wrong
        await super().set_secret(key, value)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@breaks("test_a_missing_key_gives_none")
class RaisesForAMissingKey(MemorySecretStore):
    """`get_secret` raises `KeyError` for a key that never was."""

    def __init__(self) -> None:
        super().__init__()
        self.known: set[str] = set()

    async def set_secret(self, key: str, value: str, /) -> None:
        self.known.add(key)
        await super().set_secret(key, value)

    async def get_secret(self, key: str, /) -> str | None:
        if key not in self.known:
            raise KeyError(key)
        return await super().get_secret(key)


@breaks("test_each_key_has_its_own_secret")
class IgnoresCase(MemorySecretStore):
    """Capital letters in keys do not count."""

    async def set_secret(self, key: str, value: str, /) -> None:
        await super().set_secret(key.lower(), value)

    async def get_secret(self, key: str, /) -> str | None:
        return await super().get_secret(key.lower())


@breaks("test_keys_are_compared_exactly")
class NormalisesKeys(MemorySecretStore):
    """Unicode forms of a key do not count."""

    async def has_secret(self, key: str, /) -> bool:
        return await super().has_secret(normalize("NFC", key))


@breaks("test_a_secret_comes_back_exactly_as_it_was_stored")
class Strips(MemorySecretStore):
    """White space around a secret is lost."""

    async def set_secret(self, key: str, value: str, /) -> None:
        await super().set_secret(key, value.strip())


@breaks("test_an_empty_secret_is_a_secret")
class TakesEmptyForMissing(MemorySecretStore):
    """`get_secret` gives `None` for the empty text."""

    async def get_secret(self, key: str, /) -> str | None:
        return await super().get_secret(key) or None


@breaks("test_set_replaces_an_earlier_secret")
class KeepsTheFirst(MemorySecretStore):
    """`set_secret` does not overwrite."""

    async def set_secret(self, key: str, value: str, /) -> None:
        self._secrets.setdefault(key, value)


@breaks("test_has_says_whether_there_is_a_secret")
class HasWhatStartsTheSame(MemorySecretStore):
    """`has_secret` is true for the beginning of a key."""

    async def has_secret(self, key: str, /) -> bool:
        return any(known.startswith(key) for known in self._secrets)


@breaks("test_delete_says_whether_the_secret_was_there")
class AlwaysDeletes(MemorySecretStore):
    """`delete_secret` returns `True` for a key that was not there."""

    async def delete_secret(self, key: str, /) -> bool:
        await super().delete_secret(key)
        return True


@breaks("test_delete_forgets_the_secret")
class DeletesTheFamily(MemorySecretStore):
    """`delete_secret` takes all keys that go on after a colon with it."""

    async def delete_secret(self, key: str, /) -> bool:
        for other in [known for known in self._secrets if known.startswith(f"{key}:")]:
            del self._secrets[other]
        return await super().delete_secret(key)


class Text(str):
    """Text of a class of its own."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "<secret>"


@keeps_all
class HidesSecrets(MemorySecretStore):
    """Secrets come back as text of a class that does not show it."""

    async def get_secret(self, key: str, /) -> Text | None:
        value = await super().get_secret(key)
        return None if value is None else Text(value)


@keeps_all
class Reads(MemorySecretStore):
    """`has_secret` reads the secret, slowly, and everything takes options."""

    async def get_secret(self, key: str, /, **options: object) -> str | None:
        await asyncio.sleep(0.001)
        return await super().get_secret(key)

    def has_secret(self, key: str, /, *, fast: bool = False) -> Coroutine[Any, Any, bool]:  # pyright: ignore[reportIncompatibleMethodOverride] - it wants its own kind
        async def read() -> bool:
            return await self.get_secret(key) is not None

        return read()


# Faults that spare every example: histories find them.


@breaks("test_what_is_stored_in_any_history")
class LosesAByteOrderMark(MemorySecretStore):
    """A byte order mark at the beginning of a secret is dropped."""

    async def set_secret(self, key: str, value: str, /) -> None:
        await super().set_secret(key, value.removeprefix("\ufeff"))


@breaks("test_which_secrets_there_are_in_any_history")
class HasNothingBlank(MemorySecretStore):
    """`has_secret` is false for a secret of spaces."""

    async def has_secret(self, key: str, /) -> bool:
        return await super().has_secret(key) and await self.get_secret(key) != " "


@breaks("test_what_is_deleted_in_any_history")
class DeletesOfEqualValue(MemorySecretStore):
    """`delete_secret` gives `True` for a key that once was there, if it ends with a space."""

    async def delete_secret(self, key: str, /) -> bool:
        return await super().delete_secret(key) or (key.endswith(" ") and await self.has_secret(key[:-1]))
