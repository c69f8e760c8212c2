"""Loggers of the composition that keep the contract."""

import logging

import pytest

from latency_shim import Logger
from latency_shim.testing import LoggerContract


class TestStandardLibrary(LoggerContract):
    @pytest.fixture
    def logger(self) -> Logger:
        return logging.getLogger("plugins.contract")
