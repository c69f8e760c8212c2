"""The second core keeps the contract."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from latency_shim import (Binder, CICDPipeline, DecisionHandler, DevAgent, EventBus, FacetRegistry, HealthCheck, IssueTracker, Logger, PluginStateStore, SecretStore, StateStore, WorkflowEngine, facets)
from latency_shim import testing
from reference import agent, binder, decisions, events, health, issues, loggers, pipelines, registry, repository, stores, workflows
from mutants.workflow import FUNCTIONS

class TestRegistry(testing.FacetRegistryContract):
    @pytest.fixture
    def registry(self): return registry.Registry()
class Reg:
    @pytest.fixture
    def registry(self): return registry.Registry()
    @pytest.fixture
    def binder(self): return binder.Binder()
class TestBinder(Reg,testing.BinderContract): pass
class TestContext(Reg,testing.PluginContextContract): pass
class TestBinder2(testing.BinderContract):
    @pytest.fixture
    def binder(self): return binder.Binder()
class TestLogger(testing.LoggerContract):
    @pytest.fixture
    def logger(self): return loggers.Console()
class TestState(testing.PluginStateStoreContract):
    @pytest.fixture
    def state(self): return stores.PluginState()
class TestStore(testing.StateStoreContract):
    @pytest.fixture
    def store(self): return stores.State()
class TestSecrets(testing.SecretStoreContract):
    @pytest.fixture
    def secrets(self): return stores.Secrets()
class TestBus(testing.EventBusContract):
    @pytest.fixture
    def bus(self): return events.Bus()
class TestDecisions(testing.DecisionHandlerContract):
    @pytest.fixture
    def handler(self): return decisions.Decisions()
class TestHealth(testing.HealthCheckContract):
    patience=0.3
    @pytest.fixture
    def health(self): return health.Health(limit=0.05)
class TestIssues(testing.IssueTrackerContract):
    @pytest.fixture
    def tracker(self): return issues.Issues()
class TestAgent(testing.DevAgentContract):
    patience=0.5
    @pytest.fixture
    def agent(self): return agent.Agent()
    @pytest.fixture
    def long_prompt(self): return "word "*5000
class TestPipe(testing.CICDPipelineContract):
    patience=1
    @pytest.fixture
    def ci(self): return pipelines.Pipelines({"lint": 0.005, "nightly": 0.2})
    @pytest.fixture
    def pipeline_id(self): return "lint"
    @pytest.fixture
    def long_pipeline_id(self): return "nightly"
class TestRepo(testing.SourceControlContract):
    @pytest.fixture
    def source(self): return repository.Repository()
    @pytest.fixture
    def write(self, source): return source.files.__setitem__
class TestFlow(testing.WorkflowEngineContract):
    patience=1
    @pytest.fixture
    def engine(self): return workflows.Engine(FUNCTIONS)
    @pytest.fixture
    def quick(self): return "quick"
    @pytest.fixture
    def slow(self): return "slow"
    @pytest.fixture
    def failing(self): return "failing"
class TestFL(testing.FacetLoggerContract):
    @pytest.fixture
    def written(self): return []
    @pytest.fixture
    def logger_at(self, written): return lambda level: loggers.Structured(level, written)
    @pytest.fixture
    def entries(self, written): return lambda: [tuple(e) for e in written]
