"""A context for the test of a plugin is bound as a core would bind it, and says what is wrong with what it is given."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from latency_shim import (
    DECISION_HANDLER,
    ISSUE_TRACKER,
    STATE_STORE,
    FacetNotFoundError,
    PluginContext,
    PluginManifest,
)
from latency_shim.conformance import ConformanceError, verify
from latency_shim.memory import MemoryDecisionHandler, MemoryIssueTracker, MemoryStateStore
from latency_shim.testing import plugin_context
from mutants import QUIET

MANIFEST: PluginManifest = {
    "id": "triage",
    "version": "1.0.0",
    "name": "Triage",
    "provides": [],
    "requires": [{"facet": "IssueTracker"}, {"facet": "IssueTracker", "qualifier": "jira"}],
    "uses": [{"facet": "StateStore", "qualifier": "disk"}],
}


def test_a_provider_serves_each_requirement_of_its_facet() -> None:
    tracker, store = MemoryIssueTracker(), MemoryStateStore()
    context = plugin_context(MANIFEST, {ISSUE_TRACKER: tracker, STATE_STORE: store})
    assert context.require(ISSUE_TRACKER) is tracker
    assert context.require(ISSUE_TRACKER, "jira") is tracker
    assert context.optional(STATE_STORE, "disk") is store
    verify(context, PluginContext)


def test_a_provider_can_be_given_for_one_qualifier() -> None:
    tracker, jira = MemoryIssueTracker(), MemoryIssueTracker()
    context = plugin_context(MANIFEST, {ISSUE_TRACKER: tracker, (ISSUE_TRACKER, "jira"): jira})
    assert context.require(ISSUE_TRACKER) is tracker
    assert context.require(ISSUE_TRACKER, "jira") is jira
    assert context.optional(STATE_STORE) is None


def test_what_is_required_and_not_given_is_not_found() -> None:
    with pytest.raises(FacetNotFoundError) as caught:
        plugin_context(MANIFEST)
    assert caught.value.facet == "IssueTracker"
    assert caught.value.__notes__ == ['also: No provider found for facet "IssueTracker" with qualifier "jira"']


def test_a_plugin_that_needs_nothing_gets_a_context() -> None:
    context = plugin_context({**MANIFEST, "requires": []})
    assert context.manifest["id"] == "triage"


def test_a_context_can_be_made_while_a_loop_runs() -> None:
    async def main() -> PluginContext:
        return plugin_context({**MANIFEST, "requires": []})

    assert asyncio.run(main()).optional(STATE_STORE) is None


def test_a_question_goes_to_the_handler_although_the_manifest_does_not_name_it() -> None:
    handler = MemoryDecisionHandler()
    context = plugin_context({**MANIFEST, "requires": []}, {DECISION_HANDLER: handler})

    async def main() -> str:
        asked = asyncio.ensure_future(context.request_decision({"type": "t", "prompt": "Close?", "options": ["yes"]}))
        await asyncio.sleep(0)
        pending = await handler.list_pending_decisions()
        await handler.resolve_decision(pending[0].id, {"selected_option": "yes", "decided_by": "ada"})
        return (await asked).decision

    assert asyncio.run(main()) == "yes"


WRONG: list[tuple[dict[Any, object], type[Exception], str]] = [
    (
        {"Clock": object()},
        ValueError,
        "the plugin 'triage' does not ask for 'Clock': its manifest asks for 'IssueTracker', 'St",
    ),
    ({(ISSUE_TRACKER, "jira"): 1}, ConformanceError, "the provider of 'IssueTracker'"),
    ({("StateStore", "svn"): 1}, ValueError, "'StateStore' with the qualifier 'svn'"),
    ({ISSUE_TRACKER: MemoryStateStore()}, ConformanceError, "the provider of 'IssueTracker'"),
    ({7: object()}, TypeError, "a key of providers is a facet, or a facet and a qualifier, not 7"),
    ({("IssueTracker", "jira", "x"): object()}, TypeError, "not ('IssueTracker', 'jira', 'x')"),
]


@pytest.mark.parametrize(("providers", "error", "message"), WRONG)
def test_a_provider_that_cannot_be_meant_is_refused(
    providers: dict[Any, object], error: type[Exception], message: str
) -> None:
    with pytest.raises(error) as caught:
        plugin_context(MANIFEST, providers)
    assert message in str(caught.value)


def test_a_mock_passes_under_a_plain_name() -> None:
    mock = object()
    assert plugin_context(MANIFEST, {"IssueTracker": mock}).require("IssueTracker") is mock


def test_a_manifest_that_is_not_valid_is_refused() -> None:
    with pytest.raises(ConformanceError, match="the manifest"):
        plugin_context({**MANIFEST, "version": "one"})


def test_the_fixtures_are_there_when_they_are_switched_on(pytester: pytest.Pytester) -> None:
    pytester.makeconftest('pytest_plugins = ["latency_shim.testing.fixtures"]')
    pytester.makepyfile(
        """
        from latency_shim import *
        from latency_shim.conformance import verify

        def test_all(
            decision_handler, dev_agent, event_bus, facet_logger, health_check, issue_tracker, pipeline, secret_store,
            source_control, state_store, workflow_engine, run
        ):
            for key, provider in {
                DECISION_HANDLER: decision_handler, DEV_AGENT: dev_agent, EVENT_BUS: event_bus, LOGGER: facet_logger,
                HEALTH_CHECK: health_check, ISSUE_TRACKER: issue_tracker, PIPELINE: pipeline,
                SOURCE_CONTROL: source_control, STATE_STORE: state_store, WORKFLOW_ENGINE: workflow_engine,
                SECRET_STORE: secret_store,
            }.items():
                verify(provider, key)
            assert run(state_store.get("x")) is None
        """
    )
    pytester.runpytest_inprocess(*QUIET).assert_outcomes(passed=1)


STALE: PluginManifest = {
    "id": "stale",
    "version": "1.0.0",
    "name": "Stale issues",
    "provides": [],
    "requires": [{"facet": "IssueTracker"}],
}


async def close_while_paging(context: PluginContext) -> None:
    """Close stale issues with a fault that many pagers have: the list gets shorter while it is paged through."""
    tracker = context.require(ISSUE_TRACKER)
    offset, more = 0, True
    while more:
        page = await tracker.list_issues({"state": "open", "limit": 50, "offset": offset})
        for issue in page.items:
            await tracker.update_issue(issue.id, {"state": "closed"})
        offset, more = offset + len(page.items), page.has_more


async def close_the_first_page_again_and_again(context: PluginContext) -> None:
    tracker = context.require(ISSUE_TRACKER)
    while (page := await tracker.list_issues({"state": "open", "limit": 50})).items:
        for issue in page.items:
            await tracker.update_issue(issue.id, {"state": "closed"})


@pytest.mark.parametrize(
    ("activate", "closed"), [(close_while_paging, 70), (close_the_first_page_again_and_again, 120)]
)
def test_the_tracker_in_memory_shows_a_plugin_that_closes_issues_while_it_pages_through_them(
    activate: Callable[[PluginContext], Awaitable[None]], closed: int
) -> None:
    async def main() -> int:
        tracker = MemoryIssueTracker()
        for number in range(120):
            await tracker.create_issue({"title": f"Issue {number}"})
        await activate(plugin_context(STALE, {ISSUE_TRACKER: tracker}))
        return (await tracker.list_issues({"state": "closed"})).total

    assert asyncio.run(main()) == closed
