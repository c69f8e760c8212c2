"""Plugins that keep the rules of the suite, in each form that a plugin can have."""

import sys
from collections.abc import Mapping
from types import ModuleType
from typing import Any, ClassVar

import pytest

from latency_shim import SOURCE_CONTROL, PluginContext, PluginManifest
from latency_shim.loading import Plugin
from latency_shim.memory import MemorySourceControl
from latency_shim.testing import PluginContract
from mutants import QUIET
from mutants.plugin import SUITE


class TestPlugin(SUITE):
    pass


manifest: PluginManifest = {
    "id": "digest",
    "version": "1.0.0",
    "name": "Digest",
    "provides": [{"facet": "Digest"}],
    "requires": [{"facet": "SourceControl"}],
}


async def activate(context: PluginContext, /) -> None:
    page = await context.require(SOURCE_CONTROL).list_commits({})
    context.provide("Digest", [commit.message for commit in page.items])


class TestAModule(PluginContract):
    @pytest.fixture
    def plugin(self) -> ModuleType:
        return sys.modules[__name__]


class Registered:
    """A plugin that the host registers for what it provides, and that asks for facets later."""

    manifest = manifest

    async def activate(self, context: PluginContext, /) -> None:
        self.context = context


class TestAPluginThatLacksAbilities(PluginContract):
    lacks: ClassVar = {"eager": "it asks when it is asked", "provide": "the host registers it"}

    @pytest.fixture
    def plugin(self) -> Plugin:
        return Registered()

    @pytest.fixture
    def providers(self) -> Mapping[Any, object]:
        return {SOURCE_CONTROL: MemorySourceControl()}


def test_a_provider_that_is_needed_is_named(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pytest
        from latency_shim.testing import PluginContract

        class Mine:
            manifest = {"id": "p", "version": "1.0.0", "name": "P", "provides": [],
                        "requires": [{"facet": "Clock", "qualifier": "utc"}]}
            async def activate(self, context):
                context.require("Clock")

        class TestMine(PluginContract):
            @pytest.fixture
            def plugin(self):
                return Mine()
        """
    )
    result = pytester.runpytest_inprocess(*QUIET, "-k", "starts")
    result.stdout.fnmatch_lines(
        ['TestMine has no fixture `providers`, which gives what the manifest requires, such as {("Clock", "utc"): …}*']
    )
