"""The abilities that plugins offer and ask for, one module each, with the keys that name them.

`Logger` and `DecisionResult` are those of the facets here; at the package's root the same names mean
those of the composition.

```python
from latency_shim import facets, runtime


def log_of(registry: runtime.FacetRegistry) -> facets.Logger | None:
    return registry.resolve(facets.LOGGER)
```
"""

# Generated from here on by `nox -s generate`; do not edit.
from latency.facets.common import FacetError, PaginatedQuery, PaginatedResult
from latency.facets.decision import (
    DECISION_HANDLER,
    Decision,
    DecisionHandler,
    DecisionOption,
    DecisionResult,
    DecisionSpec,
    Urgency,
)
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
from latency.facets.logging import LOGGER, Logger, LogLevel
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
    "Branch",
    "BranchSpec",
    "CICDPipeline",
    "Comment",
    "Commit",
    "CommitQuery",
    "CommitSpec",
    "Decision",
    "DecisionHandler",
    "DecisionOption",
    "DecisionResult",
    "DecisionSpec",
    "DevAgent",
    "DiffEntry",
    "EventBus",
    "FacetError",
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
