"""A complete core in memory: registry, binder, context, and each of the eleven facets.

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

TYPE_CHECKING = False  # true to type checkers

if TYPE_CHECKING:
    from latency_shim.memory._clock import Clock
    from latency_shim.memory._failing import failing
    from latency_shim.memory.binder import MemoryBinder, MemoryBindingError, MemoryBindingResult
    from latency_shim.memory.context import MemoryBinding, MemoryContext, MemoryPluginLogger, MemoryPluginStateStore
    from latency_shim.memory.decision import MemoryDecisionHandler
    from latency_shim.memory.dev_agent import MemoryDevAgent
    from latency_shim.memory.events import MemoryEventBus
    from latency_shim.memory.health_check import MemoryHealthCheck
    from latency_shim.memory.issue_tracker import MemoryIssueTracker
    from latency_shim.memory.logging import MemoryLogEntry, MemoryLogger
    from latency_shim.memory.pipeline import MemoryCICDPipeline
    from latency_shim.memory.registry import MemoryRegistration, MemoryRegistry
    from latency_shim.memory.secrets import MemorySecretStore
    from latency_shim.memory.source_control import MemorySourceControl
    from latency_shim.memory.state import MemoryStateStore
    from latency_shim.memory.workflow import MemoryWorkflowEngine, StepFunction

__all__ = [
    "Clock",
    "MemoryBinder",
    "MemoryBinding",
    "MemoryBindingError",
    "MemoryBindingResult",
    "MemoryCICDPipeline",
    "MemoryContext",
    "MemoryDecisionHandler",
    "MemoryDevAgent",
    "MemoryEventBus",
    "MemoryHealthCheck",
    "MemoryIssueTracker",
    "MemoryLogEntry",
    "MemoryLogger",
    "MemoryPluginLogger",
    "MemoryPluginStateStore",
    "MemoryRegistration",
    "MemoryRegistry",
    "MemorySecretStore",
    "MemorySourceControl",
    "MemoryStateStore",
    "MemoryWorkflowEngine",
    "StepFunction",
    "failing",
]

_HOMES = {
    "_clock": "Clock",
    "_failing": "failing",
    "binder": "MemoryBinder MemoryBindingError MemoryBindingResult",
    "context": "MemoryBinding MemoryContext MemoryPluginLogger MemoryPluginStateStore",
    "decision": "MemoryDecisionHandler",
    "dev_agent": "MemoryDevAgent",
    "events": "MemoryEventBus",
    "health_check": "MemoryHealthCheck",
    "issue_tracker": "MemoryIssueTracker",
    "logging": "MemoryLogEntry MemoryLogger",
    "pipeline": "MemoryCICDPipeline",
    "registry": "MemoryRegistration MemoryRegistry",
    "secrets": "MemorySecretStore",
    "source_control": "MemorySourceControl",
    "state": "MemoryStateStore",
    "workflow": "MemoryWorkflowEngine StepFunction",
}


def __getattr__(name: str) -> object:
    """Load the module of a name when the name is first asked for."""
    for module, names in _HOMES.items():
        if name in names.split():
            value: object = getattr(__import__(f"{__name__}.{module}", fromlist=[name]), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """List the public names."""
    return __all__
