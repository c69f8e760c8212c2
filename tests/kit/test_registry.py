"""Registries that keep the contract."""

import pytest

from examples.zope_registry import ZopeRegistry
from latency_shim import FacetRegistry
from latency_shim.testing import FacetRegistryContract


class TestZopeRegistry(FacetRegistryContract):
    histories = 20  # it looks through all that is registered, each time

    @pytest.fixture
    def registry(self) -> FacetRegistry:
        return ZopeRegistry()
