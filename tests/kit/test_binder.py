"""Binders that keep the contract."""

import pytest

from latency_shim import FacetRegistry
from latency_shim.memory import MemoryRegistry
from mutants.binder import SUITE


class TestMemoryBinderOverItsOwnRegistry(SUITE):
    @pytest.fixture
    def registry(self) -> FacetRegistry:
        return MemoryRegistry()
