"""A complete core in memory: registry, binder, context, and each facet.

For tests of plugins, for hosts that need no more, and as a model for implementations of your own. It keeps every
promise of the contract, as the contract kit shows, and needs nothing but the standard library:

```python
import asyncio

from latency_shim import ISSUE_TRACKER, FacetError, PluginManifest
from latency_shim.memory import MemoryBinder, MemoryIssueTracker, MemoryRegistry, failing

manifest: PluginManifest = {
    "id": "triage",
    "version": "1.0.0",
    "name": "Triage",
    "provides": [],
    "requires": [{"facet": "IssueTracker"}],
}


async def main() -> None:
    registry = MemoryRegistry()
    registry.register(ISSUE_TRACKER, failing(MemoryIssueTracker(), "get_issue", FacetError("no network", "AUTH")))
    result = await MemoryBinder().bind([manifest], registry)
    tracker = result.contexts["triage"].require(ISSUE_TRACKER)
    issue = await tracker.create_issue({"title": "It is slow"})
    try:
        await tracker.get_issue(issue.id)
    except FacetError as error:
        assert error.code == "AUTH"


asyncio.run(main())
```

Everything is gone with the process. No class is safe to use from several threads.
"""

from latency_shim._barrel import barrel

TYPE_CHECKING = False  # true to type checkers

# Generated from here on by `nox -s generate`; do not edit.
if TYPE_CHECKING:
    from latency_shim.memory._clock import Clock
    from latency_shim.memory._failing import failing
    from latency_shim.memory.binder import MemoryBinder, MemoryBindingError, MemoryBindingResult
    from latency_shim.memory.context import (
        MemoryBinding,
        MemoryContext,
        MemoryDecisionResult,
        MemoryPluginLogger,
        MemoryPluginStateStore,
    )
    from latency_shim.memory.decision import MemoryDecision, MemoryDecisionHandler
    from latency_shim.memory.dev_agent import (
        MemoryAgentCapabilities,
        MemoryAgentResult,
        MemoryAgentUsage,
        MemoryDevAgent,
        MemoryStreamChunk,
    )
    from latency_shim.memory.events import MemoryEventBus
    from latency_shim.memory.health_check import MemoryHealthCheck, MemoryHealthStatus
    from latency_shim.memory.issue_tracker import MemoryComment, MemoryIssue, MemoryIssueTracker
    from latency_shim.memory.logging import MemoryLogEntry, MemoryLogger
    from latency_shim.memory.pipeline import MemoryCICDPipeline, MemoryPipeline, MemoryPipelineRun
    from latency_shim.memory.registry import MemoryRegistration, MemoryRegistry
    from latency_shim.memory.secrets import MemorySecretStore
    from latency_shim.memory.source_control import MemoryBranch, MemoryCommit, MemoryDiffEntry, MemorySourceControl
    from latency_shim.memory.state import MemoryStateStore
    from latency_shim.memory.workflow import MemoryStepResult, MemoryWorkflow, MemoryWorkflowEngine, StepFunction
__all__ = [
    "Clock",
    "MemoryAgentCapabilities",
    "MemoryAgentResult",
    "MemoryAgentUsage",
    "MemoryBinder",
    "MemoryBinding",
    "MemoryBindingError",
    "MemoryBindingResult",
    "MemoryBranch",
    "MemoryCICDPipeline",
    "MemoryComment",
    "MemoryCommit",
    "MemoryContext",
    "MemoryDecision",
    "MemoryDecisionHandler",
    "MemoryDecisionResult",
    "MemoryDevAgent",
    "MemoryDiffEntry",
    "MemoryEventBus",
    "MemoryHealthCheck",
    "MemoryHealthStatus",
    "MemoryIssue",
    "MemoryIssueTracker",
    "MemoryLogEntry",
    "MemoryLogger",
    "MemoryPipeline",
    "MemoryPipelineRun",
    "MemoryPluginLogger",
    "MemoryPluginStateStore",
    "MemoryRegistration",
    "MemoryRegistry",
    "MemorySecretStore",
    "MemorySourceControl",
    "MemoryStateStore",
    "MemoryStepResult",
    "MemoryStreamChunk",
    "MemoryWorkflow",
    "MemoryWorkflowEngine",
    "StepFunction",
    "failing",
]
_MODULES = {
    "memory._clock": "Clock",
    "memory._failing": "failing",
    "memory.binder": "MemoryBinder MemoryBindingError MemoryBindingResult",
    "memory.context": "MemoryBinding MemoryContext MemoryDecisionResult MemoryPluginLogger MemoryPluginStateStore",
    "memory.decision": "MemoryDecision MemoryDecisionHandler",
    "memory.dev_agent": "MemoryAgentCapabilities MemoryAgentResult MemoryAgentUsage MemoryDevAgent MemoryStreamChunk",
    "memory.events": "MemoryEventBus",
    "memory.health_check": "MemoryHealthCheck MemoryHealthStatus",
    "memory.issue_tracker": "MemoryComment MemoryIssue MemoryIssueTracker",
    "memory.logging": "MemoryLogEntry MemoryLogger",
    "memory.pipeline": "MemoryCICDPipeline MemoryPipeline MemoryPipelineRun",
    "memory.registry": "MemoryRegistration MemoryRegistry",
    "memory.secrets": "MemorySecretStore",
    "memory.source_control": "MemoryBranch MemoryCommit MemoryDiffEntry MemorySourceControl",
    "memory.state": "MemoryStateStore",
    "memory.workflow": "MemoryStepResult MemoryWorkflow MemoryWorkflowEngine StepFunction",
}
# End of the generated part.

if not TYPE_CHECKING:
    __getattr__, __dir__, _ = barrel(__name__, _MODULES)
