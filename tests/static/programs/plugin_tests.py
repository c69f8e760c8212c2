"""Tests with `latency_shim.testing`, as authors of plugins and providers write them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, assert_type

import core
import plugin as digest
import pytest
from latency_shim import (
    ISSUE_TRACKER,
    SOURCE_CONTROL,
    STATE_STORE,
    Binder,
    FacetRegistry,
    IssueTracker,
    PluginContext,
    PluginStateStore,
    StateStore,
)
from latency_shim.loading import Plugin
from latency_shim.memory import (
    MemoryBinder,
    MemoryIssueTracker,
    MemoryPluginStateStore,
    MemoryRegistry,
    MemorySourceControl,
    MemoryStateStore,
)
from latency_shim.testing import (
    BinderContract,
    CICDPipelineContract,
    Contract,
    DecisionHandlerContract,
    DevAgentContract,
    EventBusContract,
    FacetLoggerContract,
    FacetRegistryContract,
    HealthCheckContract,
    IssueTrackerContract,
    LoggerContract,
    PluginContextContract,
    PluginContract,
    PluginStateStoreContract,
    SecretStoreContract,
    SourceControlContract,
    StateStoreContract,
    WorkflowEngineContract,
    plugin_context,
)


def test_a_context_is_made(store: StateStore, tracker: IssueTracker) -> None:
    assert_type(plugin_context(digest.manifest), PluginContext)
    plugin_context(digest.manifest, None)
    plugin_context(digest.manifest, {})
    plugin_context(digest.manifest, {SOURCE_CONTROL: MemorySourceControl()})
    plugin_context(digest.manifest, {SOURCE_CONTROL: MemorySourceControl(), STATE_STORE: store, ISSUE_TRACKER: tracker})
    plugin_context(digest.manifest, {(SOURCE_CONTROL, "git"): MemorySourceControl()})
    plugin_context(digest.manifest, {SOURCE_CONTROL: MemorySourceControl(), (ISSUE_TRACKER, "jira"): MemoryIssueTracker()})
    plugin_context(digest.manifest, {"SourceControl": object(), ("Digest", "short"): object()})
    plugin_context(digest.manifest, providers={SOURCE_CONTROL: MemorySourceControl(), "Digest": object()})
    plugin_context()  # E no manifest
    plugin_context("digest")  # E a manifest
    plugin_context(digest)  # E a manifest
    plugin_context({"id": "digest"})  # E keys are missing
    plugin_context(digest.manifest, MemorySourceControl())  # E by facet
    plugin_context(digest.manifest, [SOURCE_CONTROL])  # E by facet
    plugin_context(digest.manifest, provider=MemorySourceControl())  # E the name is providers


def test_providers_are_collected_first(tracker: MemoryIssueTracker, given: dict[str, object]) -> None:
    one = {ISSUE_TRACKER: tracker}
    several = {ISSUE_TRACKER: tracker, STATE_STORE: MemoryStateStore()}
    mixed = {ISSUE_TRACKER: tracker, (ISSUE_TRACKER, "jira"): tracker}
    plugin_context(digest.manifest, one)
    plugin_context(digest.manifest, several)
    plugin_context(digest.manifest, mixed)
    plugin_context(digest.manifest, given)


async def test_a_context_is_used() -> None:
    context = plugin_context(digest.manifest, {SOURCE_CONTROL: MemorySourceControl()})
    await digest.activate(context)
    assert_type(context.require(ISSUE_TRACKER), IssueTracker)
    await digest.activate(digest.manifest)  # E no context
    context.create_issue({"title": "Hello"})  # E no tracker


class TestDigest(PluginContract):
    lacks = {"eager": "it asks when the first commit comes"}

    @pytest.fixture
    def plugin(self) -> Plugin:
        return digest

    @pytest.fixture
    def providers(self) -> Mapping[Any, object]:
        return {SOURCE_CONTROL: MemorySourceControl()}

    @pytest.fixture
    def another_plugin(self) -> Plugin:
        return digest

    def test_of_its_own(self, plugin: Plugin, providers: Mapping[Any, object]) -> None:
        context = plugin_context(plugin.manifest, providers)
        assert_type(self.run(plugin.activate(context)), None)
        assert_type(self.run(context.require(ISSUE_TRACKER).get_issue("1")).title, str)
        with self.refuses("NOT_FOUND"):
            self.run(context.require(ISSUE_TRACKER).get_issue("2"))
        self.run(plugin.activate)  # E not called
        self.run(context.require(ISSUE_TRACKER))  # E nothing to await
        self.refuses(404)  # E codes are text


class TestWrong(PluginContract):
    lacks = ["eager"]  # E each with the reason
    expected_failures = {"test_its_manifest_stays_as_it_is": True}  # E a reason is text
    patience = "10"  # E a number

    @pytest.fixture
    def plugin(self) -> Plugin:
        return core  # E a module without manifest


class TestRegistry(FacetRegistryContract):
    patience = 2

    @pytest.fixture
    def registry(self) -> FacetRegistry:
        return MemoryRegistry()

    @pytest.fixture
    def another_registry(self) -> FacetRegistry:
        return MemoryBinder()  # E no registry


class TestBinder(BinderContract):
    """Fixtures that a suite has itself may be overridden, and ask for others."""

    @pytest.fixture
    def binder(self) -> Binder:
        return MemoryBinder()

    @pytest.fixture
    def registry(self, binder: Binder) -> Iterator[FacetRegistry]:
        yield MemoryRegistry()


class TestState(PluginStateStoreContract):
    @pytest.fixture
    def state(self) -> PluginStateStore:
        return MemoryPluginStateStore()

    @pytest.fixture
    def another_state(self, tmp_path: Path) -> PluginStateStore:
        return MemoryPluginStateStore()


class TestTracker(IssueTrackerContract):
    @pytest.fixture
    def tracker(self) -> MemoryIssueTracker:
        return MemoryIssueTracker()


class TestOfAnInterfaceOfOnesOwn(Contract):
    interface = IssueTracker
    fixture = "tracker"
    needs = {"tracker": "a tracker of yours"}

    def test_an_issue_has_a_title(self, it: IssueTracker) -> None:
        assert self.run(it.create_issue({"title": "Slow"})).title == "Slow"
        self.run(it.create_issue({"titel": "Slow"}))  # E misspelt key


SUITES: list[type[Contract]] = [
    CICDPipelineContract,
    DecisionHandlerContract,
    DevAgentContract,
    EventBusContract,
    FacetLoggerContract,
    HealthCheckContract,
    LoggerContract,
    PluginContextContract,
    SecretStoreContract,
    SourceControlContract,
    StateStoreContract,
    WorkflowEngineContract,
]
interface: type[Contract] = plugin_context  # E no suite

