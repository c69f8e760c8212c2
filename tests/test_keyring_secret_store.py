"""The example `SecretStore` over keyring, beyond the contract."""

import asyncio
import threading
import time
import traceback
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backends import fail
from keyring.errors import InitError, KeyringLocked, PasswordDeleteError, PasswordSetError
from keyrings.alt.file import PlaintextKeyring  # type: ignore[import-untyped]  # pyright: ignore[reportMissingTypeStubs]

from examples.keyring_secret_store import KeyringSecretStore
from latency_shim import FacetError
from odd_text import NAMES, SURROGATES

CALLS: dict[str, Callable[[KeyringSecretStore], Coroutine[Any, Any, object]]] = {
    "get": lambda secrets: secrets.get_secret("token"),
    "set": lambda secrets: secrets.set_secret("token", "s3cret"),
    "delete": lambda secrets: secrets.delete_secret("token"),
    "has": lambda secrets: secrets.has_secret("token"),
}


def in_file(path: Path, kind: type[Any] = PlaintextKeyring) -> Any:
    backend = kind()
    backend.file_path = str(path)
    return backend


@pytest.mark.parametrize("name", CALLS)
def test_without_a_keyring_every_method_is_a_facet_error(name: str) -> None:
    broken: Any = fail.Keyring
    with pytest.raises(FacetError, match="secret 'token': NoKeyringError") as caught:
        asyncio.run(CALLS[name](KeyringSecretStore("tests", broken())))
    assert caught.value.code == "UNAVAILABLE"


@pytest.mark.parametrize("name", CALLS)
def test_so_is_a_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "secrets").write_text("no section, but s3cret", encoding="utf-8")
    with pytest.raises(FacetError, match="secret 'token': MissingSectionHeaderError") as caught:
        asyncio.run(CALLS[name](KeyringSecretStore("tests", in_file(tmp_path / "secrets"))))
    assert caught.value.code == "UNKNOWN"
    assert "s3cret" not in "".join(traceback.format_exception(caught.value))


class Failing(PlaintextKeyring):  # type: ignore[misc]
    """A back end that says too much when it fails."""

    priority = -1  # keyring never chooses it by itself
    kind: type[Exception] | None = None

    def fail(self, *given: str) -> None:
        if self.kind is not None:
            raise self.kind(given, "s3cret") from ValueError(given, "s3cret")

    def get_password(self, service: str, username: str) -> Any:
        self.fail(service, username)
        return super().get_password(service, username)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]

    def set_password(self, service: str, username: str, password: str) -> None:
        self.fail(service, username, password)
        super().set_password(service, username, password)  # pyright: ignore[reportUnknownMemberType]


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (PasswordSetError, "UNKNOWN"),
        (KeyringLocked, "UNAVAILABLE"),
        (InitError, "UNAVAILABLE"),
        (OSError, "UNKNOWN"),
        (StopIteration, "UNKNOWN"),
    ],
)
@pytest.mark.parametrize("name", CALLS)
def test_an_error_does_not_hold_the_secret(tmp_path: Path, name: str, kind: type[Exception], code: str) -> None:
    backend = in_file(tmp_path / "secrets", Failing)
    secrets = KeyringSecretStore("tests", backend)
    backend.kind = kind
    with pytest.raises(FacetError, match=f"'token': {kind.__name__}$") as caught:
        asyncio.run(CALLS[name](secrets))
    error = caught.value
    assert (error.code, error.cause, error.__cause__, error.__context__) == (code, None, None, None)
    assert "s3cret" not in "".join(traceback.format_exception(error))
    backend.kind = None
    asyncio.run(secrets.set_secret("token", "new"))
    assert asyncio.run(secrets.get_secret("token")) == "new"


@pytest.mark.parametrize("text", SURROGATES)
def test_what_is_not_text_is_refused(tmp_path: Path, text: str) -> None:
    async def check() -> None:
        secrets = KeyringSecretStore("tests", in_file(tmp_path / "secrets"))
        for call in (
            secrets.get_secret(text),
            secrets.set_secret(text, "abc"),
            secrets.set_secret("token", f"s3cret{text}"),
            secrets.delete_secret(text),
            secrets.has_secret(text),
        ):
            with pytest.raises(FacetError, match="surrogate") as caught:
                await call
            assert caught.value.code == "VALIDATION"
            assert "s3cret" not in "".join(traceback.format_exception(caught.value))
            assert caught.value.__context__ is None
        assert not await secrets.has_secret("token")

    asyncio.run(check())


def test_a_secret_that_cannot_be_deleted_is_a_facet_error(tmp_path: Path) -> None:
    class Kept(PlaintextKeyring):  # type: ignore[misc]
        priority = -1  # keyring never chooses it by itself

        def delete_password(self, service: str, username: str) -> None:
            raise PasswordDeleteError("not allowed")

    backend = in_file(tmp_path / "secrets", Kept)

    async def check() -> None:
        secrets = KeyringSecretStore("tests", backend)
        await secrets.set_secret("token", "abc")
        with pytest.raises(FacetError, match="cannot delete the secret 'token': PasswordDeleteError"):
            await secrets.delete_secret("token")

    asyncio.run(check())


def test_secrets_outlive_the_store_and_belong_to_its_service(tmp_path: Path) -> None:
    backend = in_file(tmp_path / "secrets")
    asyncio.run(KeyringSecretStore("one", backend).set_secret("token", "abc"))
    assert asyncio.run(KeyringSecretStore("one", in_file(tmp_path / "secrets")).get_secret("token")) == "abc"
    assert asyncio.run(KeyringSecretStore("other", backend).get_secret("token")) is None
    assert backend.get_password("one", "token") == "abc"


def test_keys_and_secrets_are_exact(tmp_path: Path) -> None:
    async def check() -> None:
        secrets = KeyringSecretStore("tests", in_file(tmp_path / "secrets"))
        names = [*NAMES, "^", "^^", "^41^", "a=b", "a: b", "#a", ";a", "[tests]", "%(a)s"]
        for name in names:
            await secrets.set_secret(name, name)
        assert [await secrets.get_secret(name) for name in names] == names
        for name in names:
            assert await secrets.delete_secret(name)
            assert not await secrets.has_secret(name)

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
        stores = [KeyringSecretStore("tests", backend) for _ in range(2)]
        keys = [f"key {number}" for number in range(20)]
        await asyncio.gather(*(stores[number % 2].set_secret(key, key) for number, key in enumerate(keys)))
        assert await asyncio.gather(*map(stores[0].get_secret, keys)) == keys

    asyncio.run(check())
    assert threading.get_ident() not in threads
