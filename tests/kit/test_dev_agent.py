"""Coding agents that keep the contract."""

from mutants.dev_agent import SUITE


class TestMemoryDevAgent(SUITE):
    pass
