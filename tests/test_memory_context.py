"""What the example context does beyond the contract, which `tests/kit/test_plugin_context.py` holds it to."""

import asyncio
import logging

import pytest

from latency_shim import DECISION_HANDLER, FacetNotFoundError, PluginContext, PluginManifest
from latency_shim.memory import MemoryBinder, MemoryContext, MemoryRegistry
from latency_shim.testing._suites._plain import PlainDecisionHandler

MANIFEST: PluginManifest = {"id": "p", "version": "1.0.0", "name": "P", "provides": [], "requires": []}


@pytest.fixture
def context() -> PluginContext:
    return MemoryContext(MANIFEST)


def test_without_qualifier_any_provider_will_do_that_was_provided(context: PluginContext) -> None:
    cache, disk = object(), object()
    context.provide("Cache", disk, "disk")
    assert context.optional("Cache") is disk
    context.provide("Cache", cache)
    assert context.require("Cache") is cache
    assert context.optional("Cache", "disk") is disk


def test_the_logger_is_the_standard_librarys(context: PluginContext, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        context.logger.info("%s of %s", 1, 2)
    assert caplog.messages == ["1 of 2"]
    assert [record.name for record in caplog.records] == ["plugins.p"]


def test_a_question_is_put_as_a_decision_and_the_decision_comes_back() -> None:
    registry = MemoryRegistry()
    handler = PlainDecisionHandler("yes")
    registry.register(DECISION_HANDLER, handler)
    context = asyncio.run(MemoryBinder().bind([MANIFEST], registry)).contexts["p"]
    answer = asyncio.run(context.request_decision({"type": "approval", "prompt": "Publish?", "options": ["yes", "no"]}))
    [asked] = handler.asked
    assert (asked["title"], asked["description"]) == ("Publish?", "approval")
    assert [option["label"] for option in asked["options"]] == ["yes", "no"]
    assert answer.metadata == {"selected_option": "yes", "decided_by": "the contract kit"}


def test_a_question_without_a_handler_is_a_clear_error(context: PluginContext) -> None:
    with pytest.raises(FacetNotFoundError, match="DecisionHandler"):
        asyncio.run(context.request_decision({"type": "approval", "prompt": "Publish?"}))
