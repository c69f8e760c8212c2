"""A `SecretStore` over `keyring`: the operating system's own store of passwords, or another back end."""

import asyncio
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked, NoKeyringError

from examples.stored_text import storable
from latency_shim import FacetError

_T = TypeVar("_T")
_THREAD = ThreadPoolExecutor(1)  # of all stores, since they may share a file that the back end reads and writes


class KeyringSecretStore:
    """A `SecretStore`: each secret is the password of a user, named by its key, of one service.

    Without a back end it is the one that `keyring` finds fit for the machine. Calls go to a thread, since a keyring
    may ask somebody for a password first, and one after the other. `keyring` cannot look without reading:
    `has_secret` reads the secret, and forgets it.

    Codes of `FacetError`: `VALIDATION` for a key or a secret with a surrogate, `UNAVAILABLE` when there is no keyring
    or it is locked, else `UNKNOWN`. The error names the class of the back end's error and no more: its text, or a
    variable in its traceback, may be the secret.

    The tests use `keyrings.alt.file.PlaintextKeyring`, which keeps secrets for everybody to read: it is for tests.
    """

    def __init__(self, service: str, backend: KeyringBackend | None = None) -> None:
        self._service = service
        self._backend: Any = keyring.get_keyring() if backend is None else backend

    async def get_secret(self, key: str, /) -> str | None:
        return await self._run("read", key, lambda: self._backend.get_password(self._service, user(key)))

    async def set_secret(self, key: str, value: str, /) -> None:
        storable(f"secret {key!r}", value)
        await self._run("store", key, lambda: self._backend.set_password(self._service, user(key), value))

    async def delete_secret(self, key: str, /) -> bool:
        def delete() -> bool:
            if self._backend.get_password(self._service, user(key)) is None:
                return False
            self._backend.delete_password(self._service, user(key))
            return True

        return await self._run("delete", key, delete)

    async def has_secret(self, key: str, /) -> bool:
        return await self.get_secret(key) is not None

    async def _run(self, what: str, key: str, call: Callable[[], _T]) -> _T:
        def attempt() -> _T:
            try:
                return call()
            except Exception as error:  # noqa: BLE001 - a back end may raise anything
                code = "UNAVAILABLE" if isinstance(error, InitError | KeyringLocked | NoKeyringError) else "UNKNOWN"
                failure = FacetError(f"cannot {what} the secret {key!r}: {type(error).__name__}", code)
            raise failure  # here, so that the back end's error is not its context

        storable(f"key {key!r}", key)
        return await asyncio.get_running_loop().run_in_executor(_THREAD, attempt)


def user(key: str) -> str:
    """Return the name for a key: not empty, and the same to back ends that change case or know no Unicode."""
    return re.sub(r"[^a-z0-9._-]", lambda found: f"^{ord(found[0]):x}^", key) or "^"
