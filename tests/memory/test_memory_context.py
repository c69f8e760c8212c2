"""What the context in memory does beyond the contract, which `tests/kit/test_plugin_context.py` holds it to."""

import asyncio
import logging
from typing import Any

import pytest

from latency_shim import DECISION_HANDLER, Decision, DecisionRequest, FacetNotFoundError, PluginContext, PluginManifest
from latency_shim.memory import MemoryBinder, MemoryContext, MemoryDecisionHandler, MemoryRegistry
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


def ask(context: PluginContext, handler: MemoryDecisionHandler, request: DecisionRequest, answer: str) -> Decision:
    """Ask, answer, and give the decision."""

    async def both() -> Decision:
        asking = asyncio.ensure_future(context.request_decision(request))
        await asyncio.sleep(0)
        pending = await handler.list_pending_decisions()
        await handler.resolve_decision(pending[0].id, {"selected_option": answer, "decided_by": "ada"})
        assert (await asking).decision == answer
        return pending[0]

    return asyncio.run(both())


def test_type_and_context_of_a_question_are_in_the_description() -> None:
    handler = MemoryDecisionHandler()
    registry = MemoryRegistry()
    registry.register(DECISION_HANDLER, handler)
    context = MemoryContext(MANIFEST, registry=registry)
    decision = ask(context, handler, {"type": "text", "prompt": "Which name?", "context": {"was": "Ada"}}, "Alan")
    assert (decision.title, decision.description) == ("Which name?", "text\n\n{'was': 'Ada'}")
    decision = ask(context, handler, {"type": "text", "prompt": "Which name?", "context": "It was Ada."}, "Alan")
    assert decision.description == "text\n\nIt was Ada."


def test_a_question_goes_to_the_handler_that_is_bound_before_the_one_that_is_registered() -> None:
    registered, bound = MemoryDecisionHandler(), MemoryDecisionHandler()
    registry = MemoryRegistry()
    registry.register(DECISION_HANDLER, registered, {"priority": 1})
    registry.register(DECISION_HANDLER, bound, {"qualifier": "team"})
    manifest: PluginManifest = {**MANIFEST, "uses": [{"facet": "DecisionHandler", "qualifier": "team"}]}
    context = asyncio.run(MemoryBinder().bind([manifest], registry)).contexts["p"]
    ask(context, bound, {"type": "text", "prompt": "Which name?"}, "Alan")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("saved",), "saved"),
        (("saved %s", 7), "saved 7"),
        (("saved %(count)s", {"count": 7}), "saved 7"),
        (("saved", 7, "files"), "saved 7 files"),
        (("100 %", 7), "100 % 7"),
        (("saved %d", "some"), "saved %d some"),
    ],
)
def test_values_without_a_place_follow_the_message(
    context: PluginContext, caplog: pytest.LogCaptureFixture, arguments: Any, message: str
) -> None:
    context.logger.error(*arguments)
    assert caplog.messages == [message]


def test_a_log_record_tells_the_level_and_the_place_of_the_call(
    context: PluginContext, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        for log in context.logger.debug, context.logger.info, context.logger.warn, context.logger.error:
            log("here")
    assert [record.levelname for record in caplog.records] == ["DEBUG", "INFO", "WARNING", "ERROR"]
    assert {record.filename for record in caplog.records} == {"test_memory_context.py"}


def test_what_is_not_logged_is_not_merged(context: PluginContext) -> None:
    class Value:
        def __str__(self) -> str:
            raise AssertionError("it was merged")

    context.logger.debug("%s", Value())
