"""The Latency plugin contract: composition, facets and runtime, all of it from here.

A *core* keeps a `FacetRegistry` of providers; a `Binder` matches what each plugin's `PluginManifest`
requires with what is registered; every plugin is handed a `PluginContext`. These stubs describe the
import name `latency`, which has no run-time module of its own: import `latency_shim`, where the same
names are real objects.

```python
from latency_shim import ISSUE_TRACKER, FacetRegistry, IssueTracker


def tracker(registry: FacetRegistry) -> IssueTracker | None:
    return registry.resolve(ISSUE_TRACKER)
```

`Logger` and `DecisionResult` are the composition ones here; those of the facets are
`latency_shim.facets.Logger` and `latency_shim.facets.DecisionResult`.
"""

# Generated from here on by `nox -s generate`; do not edit.
from latency import composition as composition
from latency import facets as facets
from latency import runtime as runtime
from latency.composition.context import DecisionRequest, DecisionResult, Logger, PluginContext, PluginStateStore
from latency.composition.facet import FacetDeclaration, FacetKey, FacetProvider, FacetRequirement
from latency.composition.manifest import PluginManifest
from latency.facets.common import FacetError, PaginatedQuery, PaginatedResult
from latency.facets.decision import DECISION_HANDLER, Decision, DecisionHandler, DecisionOption, DecisionSpec, Urgency
from latency.facets.dev_agent import (
    DEV_AGENT,
    AbortSignal,
    AgentCapabilities,
    AgentResult,
    AgentUsage,
    DevAgent,
    InvokeOptions,
    StreamChunk,
)
from latency.facets.events import EVENT_BUS, EventBus, Unsubscribe
from latency.facets.health_check import (
    HEALTH_CHECK,
    HealthCheck,
    HealthCheckResult,
    HealthContributor,
    HealthStatus,
    HealthStatusLevel,
)
from latency.facets.issue_tracker import ISSUE_TRACKER, Comment, Issue, IssueQuery, IssueSpec, IssueTracker, IssueUpdate
from latency.facets.logging import LOGGER, LogLevel
from latency.facets.pipeline import PIPELINE, CICDPipeline, Pipeline, PipelineRun, PipelineStatus, TriggerOptions
from latency.facets.secrets import SECRET_STORE, SecretStore
from latency.facets.source_control import (
    SOURCE_CONTROL,
    Branch,
    BranchSpec,
    Commit,
    CommitQuery,
    CommitSpec,
    DiffEntry,
    SourceControl,
)
from latency.facets.state import STATE_STORE, StateStore
from latency.facets.workflow import (
    WORKFLOW_ENGINE,
    StepResult,
    Workflow,
    WorkflowEngine,
    WorkflowSpec,
    WorkflowStatus,
    WorkflowStep,
)
from latency.runtime.binder import Binder, BinderConfig, BindingResult, ExplicitBinding
from latency.runtime.registry import FacetRegistration, FacetRegistry, RegistrationOptions
from latency.runtime.resolution import (
    AmbiguousFacetError,
    BindingError,
    CircularDependencyError,
    FacetNotFoundError,
    ResolutionError,
)

__all__ = [
    "DECISION_HANDLER",
    "DEV_AGENT",
    "EVENT_BUS",
    "HEALTH_CHECK",
    "ISSUE_TRACKER",
    "LOGGER",
    "PIPELINE",
    "SECRET_STORE",
    "SOURCE_CONTROL",
    "STATE_STORE",
    "WORKFLOW_ENGINE",
    "AbortSignal",
    "AgentCapabilities",
    "AgentResult",
    "AgentUsage",
    "AmbiguousFacetError",
    "Binder",
    "BinderConfig",
    "BindingError",
    "BindingResult",
    "Branch",
    "BranchSpec",
    "CICDPipeline",
    "CircularDependencyError",
    "Comment",
    "Commit",
    "CommitQuery",
    "CommitSpec",
    "Decision",
    "DecisionHandler",
    "DecisionOption",
    "DecisionRequest",
    "DecisionResult",
    "DecisionSpec",
    "DevAgent",
    "DiffEntry",
    "EventBus",
    "ExplicitBinding",
    "FacetDeclaration",
    "FacetError",
    "FacetKey",
    "FacetNotFoundError",
    "FacetProvider",
    "FacetRegistration",
    "FacetRegistry",
    "FacetRequirement",
    "HealthCheck",
    "HealthCheckResult",
    "HealthContributor",
    "HealthStatus",
    "HealthStatusLevel",
    "InvokeOptions",
    "Issue",
    "IssueQuery",
    "IssueSpec",
    "IssueTracker",
    "IssueUpdate",
    "LogLevel",
    "Logger",
    "PaginatedQuery",
    "PaginatedResult",
    "Pipeline",
    "PipelineRun",
    "PipelineStatus",
    "PluginContext",
    "PluginManifest",
    "PluginStateStore",
    "RegistrationOptions",
    "ResolutionError",
    "SecretStore",
    "SourceControl",
    "StateStore",
    "StepResult",
    "StreamChunk",
    "TriggerOptions",
    "Unsubscribe",
    "Urgency",
    "Workflow",
    "WorkflowEngine",
    "WorkflowSpec",
    "WorkflowStatus",
    "WorkflowStep",
]
