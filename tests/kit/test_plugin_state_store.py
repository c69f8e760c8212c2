"""Scratch memories that keep the contract."""

from mutants.plugin_state_store import SUITE


class TestInMemoryState(SUITE):
    pass
