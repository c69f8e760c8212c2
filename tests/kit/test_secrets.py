"""Secret stores that keep the contract."""

from pathlib import Path
from typing import Any

import pytest
from keyrings.alt.file import PlaintextKeyring  # type: ignore[import-untyped]  # pyright: ignore[reportMissingTypeStubs]

from examples.keyring_secret_store import KeyringSecretStore
from latency_shim import SecretStore
from latency_shim.testing import SecretStoreContract


class TestKeyringSecretStore(SecretStoreContract):
    @pytest.fixture
    def secrets(self, tmp_path: Path) -> SecretStore:
        backend: Any = PlaintextKeyring()
        backend.file_path = str(tmp_path / "secrets.cfg")
        return KeyringSecretStore("tests", backend)
