"""Plugin contexts that keep the contract."""

from collections.abc import Mapping
from typing import ClassVar

import pytest

from latency_shim import FacetRegistry, PluginContext
from latency_shim.memory import MemoryBinding, MemoryContext, MemoryRegistry
from latency_shim.testing import PluginContextContract
from mutants.plugin_context import SUITE


class TestMemoryContext(SUITE):
    @pytest.fixture
    def registry(self) -> FacetRegistry:
        return MemoryRegistry()


class TestContextsWithoutABinder(PluginContextContract):
    lacks: ClassVar = {
        "decisions": "the context has no registry, so it knows no handler",
        "binding": "there is no binder",
    }

    @pytest.fixture
    def contexts(self, filled: FacetRegistry) -> Mapping[str, PluginContext]:
        bound: dict[str, list[MemoryBinding]] = {}
        for manifest in self.plugins:
            bound[manifest["id"]] = [
                MemoryBinding(need["facet"], need.get("qualifier"), one, filled.resolve(need["facet"], one.qualifier))
                for need in manifest["requires"]
                for one in filled.list(need["facet"])
                if need.get("qualifier") in (None, one.qualifier)
            ]
        return {manifest["id"]: MemoryContext(manifest, bound[manifest["id"]]) for manifest in self.plugins}
