"""The contract kit: test suites for whoever implements an interface.

Subclass the suite of what you implement, give it a fixture, run pytest:

```python
import pytest

from latency_shim.testing import FacetRegistryContract


class TestMyRegistry(FacetRegistryContract):
    @pytest.fixture
    def registry(self):
        return MyRegistry()
```

`python -m latency_shim.testing` prints what each suite promises, and what no suite can test.
"""

try:
    import pytest
except ImportError as _error:
    raise ImportError('latency_shim.testing needs pytest: pip install "latency-stubs[testing]"') from _error

pytest.register_assert_rewrite("latency_shim.testing._suites")  # before any of them is imported

from latency_shim._barrel import barrel

TYPE_CHECKING = False  # true to type checkers

# Generated from here on by `nox -s generate`; do not edit.
if TYPE_CHECKING:
    from latency_shim.testing._contract import Contract
    from latency_shim.testing._plugins import plugin_context
    from latency_shim.testing._suites.binder import BinderContract
    from latency_shim.testing._suites.context import LoggerContract, PluginContextContract, PluginStateStoreContract
    from latency_shim.testing._suites.decision import DecisionHandlerContract
    from latency_shim.testing._suites.dev_agent import DevAgentContract
    from latency_shim.testing._suites.events import EventBusContract
    from latency_shim.testing._suites.health_check import HealthCheckContract
    from latency_shim.testing._suites.issue_tracker import IssueTrackerContract
    from latency_shim.testing._suites.logging import FacetLoggerContract
    from latency_shim.testing._suites.pipeline import CICDPipelineContract
    from latency_shim.testing._suites.plugin import PluginContract
    from latency_shim.testing._suites.registry import FacetRegistryContract
    from latency_shim.testing._suites.secrets import SecretStoreContract
    from latency_shim.testing._suites.source_control import SourceControlContract
    from latency_shim.testing._suites.state import StateStoreContract
    from latency_shim.testing._suites.workflow import WorkflowEngineContract
__all__ = [
    "BinderContract",
    "CICDPipelineContract",
    "Contract",
    "DecisionHandlerContract",
    "DevAgentContract",
    "EventBusContract",
    "FacetLoggerContract",
    "FacetRegistryContract",
    "HealthCheckContract",
    "IssueTrackerContract",
    "LoggerContract",
    "PluginContextContract",
    "PluginContract",
    "PluginStateStoreContract",
    "SecretStoreContract",
    "SourceControlContract",
    "StateStoreContract",
    "WorkflowEngineContract",
    "plugin_context",
]
_MODULES = {
    "testing._contract": "Contract",
    "testing._plugins": "plugin_context",
    "testing._suites.binder": "BinderContract",
    "testing._suites.context": "PluginContextContract PluginStateStoreContract LoggerContract",
    "testing._suites.decision": "DecisionHandlerContract",
    "testing._suites.dev_agent": "DevAgentContract",
    "testing._suites.events": "EventBusContract",
    "testing._suites.health_check": "HealthCheckContract",
    "testing._suites.issue_tracker": "IssueTrackerContract",
    "testing._suites.logging": "FacetLoggerContract",
    "testing._suites.pipeline": "CICDPipelineContract",
    "testing._suites.plugin": "PluginContract",
    "testing._suites.registry": "FacetRegistryContract",
    "testing._suites.secrets": "SecretStoreContract",
    "testing._suites.source_control": "SourceControlContract",
    "testing._suites.state": "StateStoreContract",
    "testing._suites.workflow": "WorkflowEngineContract",
}
# End of the generated part.

if not TYPE_CHECKING:
    __getattr__, __dir__, _ = barrel(__name__, _MODULES)
