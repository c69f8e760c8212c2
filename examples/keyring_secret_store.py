"""A `SecretStore` over `keyring`: the operating system's own store of passwords, or another back end."""

import asyncio
import re
import threading
from collections.abc import Callable
from typing import Any, TypeVar

import keyring
from keyring.backend import KeyringBackend

from latency_shim import FacetError

_T = TypeVar("_T")


class KeyringSecretStore:
    """A `SecretStore`: each secret is the password of a user, named by its key, of one service.

    Without a back end it is the one that `keyring` finds fit for the machine. Calls go to a thread, since a keyring
    may ask somebody for a password first, and one after the other. A failure of any kind is a `FacetError` with
    code `UNKNOWN`. `keyring` cannot look without reading: `has_secret` reads the secret, and forgets it. Some back
    ends take capital letters for small ones, so the user's name has `^a` for an A (and `^^` for a ^).

    The tests use `keyrings.alt.file.PlaintextKeyring`, which keeps secrets for everybody to read: it is for tests.
    """

    def __init__(self, service: str, backend: KeyringBackend | None = None) -> None:
        self._service = service
        self._backend: Any = keyring.get_keyring() if backend is None else backend
        self._lock = threading.Lock()

    async def get_secret(self, key: str, /) -> str | None:
        return await self._run("read", key, lambda: self._backend.get_password(self._service, user(key)))

    async def set_secret(self, key: str, value: str, /) -> None:
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
        def locked() -> _T:
            with self._lock:
                return call()

        try:
            return await asyncio.to_thread(locked)
        except Exception as error:  # a back end may raise anything
            raise FacetError(f"cannot {what} the secret {key!r}: {error}", "UNKNOWN", cause=error) from error


def user(key: str) -> str:
    """Give the name for a key, in which capital letters do not count."""
    return re.sub(r"[A-Z^]", lambda found: f"^{found[0].lower()}", key)
