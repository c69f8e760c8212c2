"""Health checks that keep the contract."""

from mutants.health_check import SUITE


class TestMemoryHealthCheck(SUITE):
    pass
