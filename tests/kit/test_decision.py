"""Decision handlers that keep the contract."""

from mutants.decision import SUITE


class TestMemoryDecisionHandler(SUITE):
    pass
