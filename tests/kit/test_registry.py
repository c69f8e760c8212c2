"""Registries that keep the contract."""

import pytest

from examples.zope_registry import ZopeRegistry
from latency_shim import FacetRegistry
from latency_shim.testing import FacetRegistryContract
from mutants.registry import SUITE


class TestMemoryRegistry(SUITE):
    pass


class TestZopeRegistry(FacetRegistryContract):
    @pytest.fixture
    def registry(self) -> FacetRegistry:
        return ZopeRegistry()
