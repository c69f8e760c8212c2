"""The example `SecretStore` over keyring, beyond the contract."""

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backends import fail
from keyring.errors import NoKeyringError, PasswordDeleteError
from keyrings.alt.file import PlaintextKeyring  # type: ignore[import-untyped]  # pyright: ignore[reportMissingTypeStubs]

from examples.keyring_secret_store import KeyringSecretStore
from latency_shim import FacetError

CALLS: dict[str, Callable[[KeyringSecretStore], Coroutine[Any, Any, object]]] = {
    "get": lambda secrets: secrets.get_secret("token"),
    "set": lambda secrets: secrets.set_secret("token", "abc"),
    "delete": lambda secrets: secrets.delete_secret("token"),
    "has": lambda secrets: secrets.has_secret("token"),
}


def in_file(path: Path, kind: type[Any] = PlaintextKeyring) -> Any:
    backend = kind()
    backend.file_path = str(path)
    return backend


@pytest.mark.parametrize("name", CALLS)
def test_a_keyring_that_fails_is_a_facet_error_in_every_method(name: str) -> None:
    broken: Any = fail.Keyring
    with pytest.raises(FacetError, match="secret 'token': ") as caught:
        asyncio.run(CALLS[name](KeyringSecretStore("tests", broken())))
    assert caught.value.code == "UNKNOWN"
    assert isinstance(caught.value.__cause__, NoKeyringError)


@pytest.mark.parametrize("name", CALLS)
def test_so_is_a_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "secrets").write_text("no section", encoding="utf-8")
    with pytest.raises(FacetError, match="no section headers"):
        asyncio.run(CALLS[name](KeyringSecretStore("tests", in_file(tmp_path / "secrets"))))


def test_a_secret_that_cannot_be_deleted_is_a_facet_error(tmp_path: Path) -> None:
    class Kept(PlaintextKeyring):  # type: ignore[misc]
        priority = -1  # keyring never chooses it by itself

        def delete_password(self, service: str, username: str) -> None:
            raise PasswordDeleteError("not allowed")

    backend = in_file(tmp_path / "secrets", Kept)

    async def check() -> None:
        secrets = KeyringSecretStore("tests", backend)
        await secrets.set_secret("token", "abc")
        with pytest.raises(FacetError, match="cannot delete the secret 'token': not allowed"):
            await secrets.delete_secret("token")

    asyncio.run(check())


def test_secrets_outlive_the_store_and_belong_to_its_service(tmp_path: Path) -> None:
    backend = in_file(tmp_path / "secrets")
    asyncio.run(KeyringSecretStore("one", backend).set_secret("token", "abc"))
    assert asyncio.run(KeyringSecretStore("one", in_file(tmp_path / "secrets")).get_secret("token")) == "abc"
    assert asyncio.run(KeyringSecretStore("other", backend).get_secret("token")) is None
    assert backend.get_password("one", "token") == "abc"


def test_keys_that_look_like_others_in_disguise_are_their_own(tmp_path: Path) -> None:
    async def check() -> None:
        secrets = KeyringSecretStore("tests", in_file(tmp_path / "secrets"))
        keys = ["A", "a", "^a", "^A", "^^a", "^^A", "^"]
        for key in keys:
            await secrets.set_secret(key, f"of {key}")
        assert [await secrets.get_secret(key) for key in keys] == [f"of {key}" for key in keys]

    asyncio.run(check())


def test_without_a_back_end_it_is_the_one_that_keyring_has(tmp_path: Path) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(in_file(tmp_path / "secrets"))
    try:
        asyncio.run(KeyringSecretStore("tests").set_secret("token", "abc"))
        assert keyring.get_password("tests", "token") == "abc"
    finally:
        keyring.set_keyring(before)


def test_calls_wait_in_threads_for_each_other(tmp_path: Path) -> None:
    threads: set[int] = set()

    class Slow(PlaintextKeyring):  # type: ignore[misc]
        priority = -1  # keyring never chooses it by itself

        def set_password(self, service: str, username: str, password: str) -> None:
            threads.add(threading.get_ident())
            time.sleep(0.002)
            super().set_password(service, username, password)  # pyright: ignore[reportUnknownMemberType]

    backend = in_file(tmp_path / "secrets", Slow)

    async def check() -> None:
        secrets = KeyringSecretStore("tests", backend)
        keys = [f"key {number}" for number in range(20)]
        await asyncio.gather(*(secrets.set_secret(key, key) for key in keys))
        assert await asyncio.gather(*map(secrets.get_secret, keys)) == keys

    asyncio.run(check())
    assert threading.get_ident() not in threads
