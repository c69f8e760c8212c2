"""Fixtures for tests of plugins, to be switched on: `pytest_plugins = ["latency_shim.testing.fixtures"]`.

Each facet of the contract has one that returns an empty provider in memory, a new one for each test.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, TypeVar

import pytest

from latency_shim.memory import (
    MemoryCICDPipeline,
    MemoryDecisionHandler,
    MemoryDevAgent,
    MemoryEventBus,
    MemoryHealthCheck,
    MemoryIssueTracker,
    MemoryLogger,
    MemorySecretStore,
    MemorySourceControl,
    MemoryStateStore,
    MemoryWorkflowEngine,
)

_T = TypeVar("_T")


@pytest.fixture
def run() -> Iterator[Callable[[Awaitable[Any]], Any]]:
    """Return a function that runs an awaitable to its end, in one event loop for the test."""
    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:

        def run_to_its_end(awaitable: Awaitable[_T]) -> _T:
            async def main() -> _T:
                return await awaitable

            return runner.run(main())

        yield run_to_its_end


@pytest.fixture
def decision_handler() -> MemoryDecisionHandler:
    """Return an empty `DecisionHandler`."""
    return MemoryDecisionHandler()


@pytest.fixture
def dev_agent() -> MemoryDevAgent:
    """Return a `DevAgent` that repeats its prompt."""
    return MemoryDevAgent()


@pytest.fixture
def event_bus() -> MemoryEventBus:
    """Return an `EventBus` without subscribers."""
    return MemoryEventBus()


@pytest.fixture
def facet_logger() -> MemoryLogger:
    """Return a `Logger` of the facets, which collects its entries."""
    return MemoryLogger()


@pytest.fixture
def health_check() -> MemoryHealthCheck:
    """Return a `HealthCheck` without contributors."""
    return MemoryHealthCheck()


@pytest.fixture
def issue_tracker() -> MemoryIssueTracker:
    """Return an empty `IssueTracker`."""
    return MemoryIssueTracker()


@pytest.fixture
def pipeline() -> MemoryCICDPipeline:
    """Return a `CICDPipeline` without pipelines."""
    return MemoryCICDPipeline({})


@pytest.fixture
def secret_store() -> MemorySecretStore:
    """Return an empty `SecretStore`."""
    return MemorySecretStore()


@pytest.fixture
def source_control() -> MemorySourceControl:
    """Return a `SourceControl` over a new repository."""
    return MemorySourceControl()


@pytest.fixture
def state_store() -> MemoryStateStore:
    """Return an empty `StateStore`."""
    return MemoryStateStore()


@pytest.fixture
def workflow_engine() -> MemoryWorkflowEngine:
    """Return a `WorkflowEngine` without step functions."""
    return MemoryWorkflowEngine({})
