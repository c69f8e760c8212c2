"""The suite for secret stores."""

from collections.abc import Mapping
from typing import Any, ClassVar

import pytest

from latency_shim import SecretStore
from latency_shim.testing._models.stores import SecretStoreHistories

SECRETS = {
    "lines": "-----BEGIN KEY-----\nabc=\n-----END KEY-----\n",
    "carriage returns": "a\r\nb\rc",
    "spaces": "  a\tb  ",
    "other scripts": "pässwörd ключ 🔑",
    "signs": r"""%s ${HOME} "a" 'b' \n <c> [d] # ; = &amp;""",
    "a number": "007",
    "long": "0123456789abcdef" * 64,
}


class SecretStoreContract(SecretStoreHistories):
    """The promises of every `SecretStore`. Needs the fixture `secrets`."""

    interface: ClassVar[Any] = SecretStore
    fixture: ClassVar[str] = "secrets"
    needs: ClassVar[Mapping[str, str]] = {
        "secrets": "an empty store of yours, a new one for each test",
    }
    untested: ClassVar[Mapping[str, str]] = {
        "Failures are `FacetError`; the contract names no codes.": "what makes a store fail is different for each",
        "the value need not be revealed for it.": "it is a liberty of the store, not a duty",
    }

    def test_a_missing_key_gives_none(self, it: SecretStore) -> None:
        """`None` when there is none under `key`.

        If this fails, `get_secret` raised, or made something up, for a key that was never stored: return `None`.
        """
        assert self.run(it.get_secret("token")) is None

    def test_each_key_has_its_own_secret(self, it: SecretStore) -> None:
        """Return the secret … Store the secret under `key`

        If this fails, `get_secret` does not give what `set_secret` stored under that very key. Keys are text, in
        which capital letters count.
        """
        keys = "token", "Token", "api token", "token:2", "schlüssel"
        for key in keys:
            self.run(it.set_secret(key, f"of {key}"))
        assert {key: self.run(it.get_secret(key)) for key in keys} == {key: f"of {key}" for key in keys}

    def test_keys_are_compared_exactly(self, it: SecretStore) -> None:
        """Keys are compared exactly, without Unicode normalisation.

        If this fails, two keys are taken for the same that only look the same.
        """
        self.run(it.set_secret("Caf\u00e9", "abc"))
        assert self.run(it.has_secret("Cafe\u0301")) is False

    @pytest.mark.parametrize("what", SECRETS)
    def test_a_secret_comes_back_exactly_as_it_was_stored(self, it: SecretStore, what: str) -> None:
        """Values come back exactly as they were stored.

        If this fails, a secret was stripped, translated or cut: encode it if your engine cannot hold all text.
        """
        self.run(it.set_secret("token", SECRETS[what]))
        assert self.run(it.get_secret("token")) == SECRETS[what]

    def test_an_empty_secret_is_a_secret(self, it: SecretStore) -> None:
        """Values come back exactly as they were stored. … Return whether there is a secret under `key`

        If this fails, the empty text passes for no secret at all: compare with `None`, not by truth value.
        """
        self.run(it.set_secret("token", ""))
        assert self.run(it.get_secret("token")) == ""
        assert self.run(it.has_secret("token")) is True
        assert self.run(it.delete_secret("token")) is True

    def test_set_replaces_an_earlier_secret(self, it: SecretStore) -> None:
        """in place of any earlier one.

        If this fails, `set_secret` kept the first secret of a key: it must overwrite.
        """
        self.run(it.set_secret("token", "first"))
        self.run(it.set_secret("token", "second"))
        assert self.run(it.get_secret("token")) == "second"

    def test_has_says_whether_there_is_a_secret(self, it: SecretStore) -> None:
        """Return whether there is a secret under `key`

        If this fails, `has_secret` is not true exactly from `set_secret` until `delete_secret`.
        """
        assert self.run(it.has_secret("token")) is False
        self.run(it.set_secret("token", "abc"))
        assert self.run(it.has_secret("token")) is True
        assert self.run(it.has_secret("tok")) is False
        self.run(it.delete_secret("token"))
        assert self.run(it.has_secret("token")) is False

    def test_delete_says_whether_the_secret_was_there(self, it: SecretStore) -> None:
        """return whether it was there.

        If this fails, `delete_secret` does not return `True` when it removed something and `False` otherwise.
        """
        assert self.run(it.delete_secret("token")) is False
        self.run(it.set_secret("token", "abc"))
        assert self.run(it.delete_secret("token")) is True
        assert self.run(it.delete_secret("token")) is False

    def test_delete_forgets_the_secret(self, it: SecretStore) -> None:
        """Forget the secret

        If this fails, `get_secret` still gives a secret that was deleted, or `delete_secret` took others with it.
        """
        self.run(it.set_secret("token", "abc"))
        self.run(it.set_secret("token:2", "def"))
        self.run(it.delete_secret("token"))
        assert self.run(it.get_secret("token")) is None
        assert self.run(it.get_secret("token:2")) == "def"
