"""The names that the contract has twice, and the paths by which everything is reached."""

import logging
from typing import TYPE_CHECKING, Any, assert_type

import latency_shim
import latency_shim.composition
import latency_shim.facets
import latency_shim.facets.issue_tracker as leaf
from latency_shim import DecisionRequest, Logger, PluginContext, facets
from latency_shim.composition.context import Logger as LeafLogger
from latency_shim.facets.logging import Logger as LeafFacetLogger

if TYPE_CHECKING:
    import latency


def the_root_has_the_loggers_of_the_composition(root: Logger) -> None:
    assert_type(root, latency_shim.composition.Logger)
    assert_type(root, LeafLogger)
    assert_type(root, "latency.Logger")
    assert_type(root, "latency.composition.Logger")


def the_facets_have_their_own(logger: facets.Logger) -> None:
    assert_type(logger, latency_shim.facets.Logger)
    assert_type(logger, LeafFacetLogger)
    assert_type(logger, "latency.facets.Logger")
    assert_type(logger.child({"request": 7}), facets.Logger)
    logger.info("told", {"ms": 7})
    logger.info("told", context=None)
    logger.info("told %s", "so")  # E no mapping


async def the_root_has_the_decision_result_of_the_composition(context: PluginContext) -> None:
    request: DecisionRequest = {"type": "approval", "prompt": "Ship?"}
    answer = await context.request_decision(request)
    assert_type(answer, latency_shim.DecisionResult)
    assert_type(answer.decision, str)
    answer["selected_option"]  # E that is the other one


async def the_facets_decision_result_is_a_dictionary(handler: latency_shim.DecisionHandler) -> None:
    result: facets.DecisionResult = {"selected_option": "ship", "decided_by": "ada"}
    decision = await handler.resolve_decision("1", result)
    assert_type(decision.result, facets.DecisionResult | None)
    wrong: facets.DecisionResult = {"decision": "ship"}  # E that is the other one
    print(wrong)


def the_loggers_are_not_exchangeable(mine: Logger, theirs: facets.Logger) -> None:
    child: facets.Logger = mine  # E no child, and no context
    plain: Logger = theirs  # E takes no further values
    print(child, plain)


def the_standard_librarys_logger(name: str) -> Logger:
    logger: Logger = logging.getLogger(name)
    adapter: Logger = logging.LoggerAdapter(logging.getLogger(name), {})
    print(adapter)
    return logger


def an_object_of_a_leaf_is_one_of_the_root(tracker: leaf.IssueTracker, issues: list[leaf.Issue]) -> None:
    root: latency_shim.IssueTracker = tracker
    same: list[latency_shim.Issue] = issues
    spec: dict[str, latency_shim.IssueSpec] = {"first": leaf.IssueSpec(title="First")}
    assert_type(leaf.ISSUE_TRACKER, latency_shim.FacetKey[latency_shim.IssueTracker])
    print(root, same, spec)


def a_misspelt_name_is_an_error() -> None:
    print(latency_shim.IsueTracker)  # E no such name
    print(facets.Loger)  # E no such name


def stores_give_any(store: latency_shim.PluginStateStore) -> None:
    assert_type(store.get("key"), Any)
