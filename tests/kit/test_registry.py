"""Registries that keep the contract."""

import pytest

from examples.zope_registry import ZopeRegistry
from latency_shim import FacetRegistry
from latency_shim.testing import FacetRegistryContract


class TestZopeRegistry(FacetRegistryContract):
    @pytest.fixture
    def registry(self) -> FacetRegistry:
        return ZopeRegistry()
