"""Binders that keep the contract."""

import pytest

from examples.in_memory import InMemoryRegistry
from latency_shim import FacetRegistry
from mutants.binder import SUITE


class TestInMemoryBinder(SUITE):
    pass


class TestInMemoryBinderOverItsOwnRegistry(SUITE):
    @pytest.fixture
    def registry(self) -> FacetRegistry:
        return InMemoryRegistry()
