"""Loggers of the facet that keep the contract."""

from mutants.facet_logger import SUITE


class TestMemoryLogger(SUITE):
    pass
