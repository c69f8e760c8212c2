"""`isinstance` with the protocols of the shim narrows."""

from typing import assert_type

from latency_shim import (
    AbortSignal,
    AgentUsage,
    Binder,
    FacetRegistration,
    FacetRegistry,
    Issue,
    IssueTracker,
    PluginStateStore,
    facets,
)


def an_object_becomes_what_it_was_checked_for(thing: object) -> None:
    if isinstance(thing, FacetRegistry):
        assert_type(thing, FacetRegistry)
    if isinstance(thing, Binder):
        assert_type(thing, Binder)
    if isinstance(thing, facets.Logger):
        assert_type(thing, facets.Logger)
    if isinstance(thing, AbortSignal):
        assert_type(thing.is_set(), bool)


def records_too(thing: object) -> str | None:
    if isinstance(thing, Issue):
        return thing.title
    if isinstance(thing, FacetRegistration):
        return thing.qualifier
    if isinstance(thing, AgentUsage):
        assert_type(thing.input_tokens, int | None)
    return None


async def narrowed_methods_are_typed(thing: object) -> None:
    if isinstance(thing, IssueTracker):
        issue = await thing.get_issue("7")
        assert_type(issue, Issue)
        issue.titel  # E no such attribute
    if isinstance(thing, PluginStateStore):
        thing.set("key")  # E no value
