"""Scratch memories that keep the contract."""

from mutants.plugin_state_store import SUITE


class TestMemoryPluginStateStore(SUITE):
    pass
