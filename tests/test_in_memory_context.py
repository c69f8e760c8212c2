"""The example context keeps what the contract says of a context."""

import asyncio
import datetime
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import pytest

from examples.in_memory import InMemoryBinder, InMemoryContext, InMemoryRegistry
from latency_shim import (
    DECISION_HANDLER,
    Decision,
    DecisionHandler,
    DecisionOption,
    DecisionSpec,
    FacetError,
    FacetNotFoundError,
    Logger,
    PluginContext,
    PluginManifest,
    PluginStateStore,
    Urgency,
)
from latency_shim.facets import DecisionResult

MANIFEST: PluginManifest = {"id": "p", "version": "1.0.0", "name": "P", "provides": [], "requires": []}


@pytest.fixture
def context() -> PluginContext:
    return InMemoryContext(MANIFEST)


@pytest.fixture
def state(context: PluginContext) -> PluginStateStore:
    return context.state


def test_it_is_a_plugin_context_with_a_logger_and_a_store(context: PluginContext) -> None:
    assert isinstance(context, PluginContext)
    assert isinstance(context.logger, Logger)
    assert isinstance(context.state, PluginStateStore)
    assert context.manifest is MANIFEST


def test_require_raises_when_nothing_was_bound(context: PluginContext) -> None:
    with pytest.raises(FacetNotFoundError) as caught:
        context.require("Cache", "disk")
    assert caught.value.args == ("Cache", "disk")


def test_optional_gives_none_when_nothing_was_bound(context: PluginContext) -> None:
    assert context.optional("Cache") is None
    assert context.optional("Cache", qualifier="disk") is None


def test_what_is_provided_is_found_later(context: PluginContext) -> None:
    cache, disk = object(), object()
    context.provide("Cache", disk, "disk")
    assert context.require("Cache", "disk") is disk
    assert context.optional("Cache") is disk  # any provider will do
    context.provide("Cache", cache)
    assert context.require("Cache") is cache
    assert context.optional("Cache", "disk") is disk


def test_providing_again_replaces_what_was_provided(context: PluginContext) -> None:
    old, new = object(), object()
    context.provide("Cache", old, "disk")
    context.provide("Cache", new, "disk")
    assert context.require("Cache") is new
    assert context.require("Cache", "disk") is new


def test_a_provider_counts_whatever_its_truth_value_is(context: PluginContext) -> None:
    empty: list[object] = []
    context.provide("Cache", empty)
    assert context.require("Cache") is empty
    assert context.optional("Cache") is empty


def test_a_stored_value_comes_back_as_the_same_object(state: PluginStateStore) -> None:
    value = object()
    state.set("key", value)
    assert state.get("key") is value


def test_an_unset_key_gives_none(state: PluginStateStore) -> None:
    assert state.get("key") is None
    assert not state.has("key")


def test_a_stored_none_is_there(state: PluginStateStore) -> None:
    state.set("key", None)
    assert state.get("key") is None
    assert state.has("key")
    assert state.delete("key")


def test_delete_says_whether_the_key_was_there(state: PluginStateStore) -> None:
    state.set("key", 1)
    assert state.delete("key")
    assert not state.delete("key")
    assert not state.has("key")


def test_the_logger_is_the_standard_librarys(context: PluginContext, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        context.logger.info("%s of %s", 1, 2)
    assert caplog.messages == ["1 of 2"]
    assert context.logger is logging.getLogger("plugins.p")


@dataclass(frozen=True)
class Asked:
    title: str
    description: str
    options: Sequence[DecisionOption]
    urgency: Urgency
    id: str = "1"
    deadline: datetime.datetime | None = None
    result: DecisionResult | None = None
    status: Literal["pending", "resolved"] = "pending"
    created_at: datetime.datetime = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    resolved_at: datetime.datetime | None = None


class Patient:
    """Decides for the first option when it is looked at again."""

    async def request_decision(self, spec: DecisionSpec, /) -> Decision:
        self.asked = Asked(spec["title"], spec["description"], spec["options"], spec["urgency"])
        return self.asked

    async def get_decision(self, id: str, /) -> Decision:
        assert id == self.asked.id
        chosen: DecisionResult = {"selected_option": self.asked.options[0]["label"], "decided_by": "ada"}
        return replace(self.asked, result=chosen, status="resolved")

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        raise FacetError(f"{id}: {result}", "CONFLICT")

    async def list_pending_decisions(self) -> Sequence[Decision]:
        return []


def test_a_decision_goes_to_the_handler_and_waits_for_the_answer() -> None:
    registry = InMemoryRegistry()
    patient = Patient()
    handler: DecisionHandler = patient
    registry.register(DECISION_HANDLER, handler)
    context = asyncio.run(InMemoryBinder().bind([MANIFEST], registry)).contexts["p"]
    answer = asyncio.run(context.request_decision({"type": "approval", "prompt": "Publish?", "options": ["yes", "no"]}))
    assert (patient.asked.title, patient.asked.description) == ("approval", "Publish?")
    assert [option["label"] for option in patient.asked.options] == ["yes", "no"]
    assert answer.decision == "yes"
    assert answer.metadata == {"selected_option": "yes", "decided_by": "ada"}


def test_a_decision_without_a_handler_is_a_clear_error(context: PluginContext) -> None:
    with pytest.raises(FacetNotFoundError, match="DecisionHandler"):
        asyncio.run(context.request_decision({"type": "approval", "prompt": "Publish?"}))
