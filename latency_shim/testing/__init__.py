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

import sys
from importlib import import_module
from typing import Any

try:
    import pytest
except ImportError as _error:
    raise ImportError('latency_shim.testing needs pytest: pip install "latency-stubs[testing]"') from _error

pytest.register_assert_rewrite("latency_shim.testing._suites")  # before any of them is imported

TYPE_CHECKING = False  # true to type checkers

if TYPE_CHECKING:
    from latency_shim.testing._contract import Contract
    from latency_shim.testing._suites.binder import BinderContract
    from latency_shim.testing._suites.context import LoggerContract, PluginContextContract, PluginStateStoreContract
    from latency_shim.testing._suites.decision import DecisionHandlerContract
    from latency_shim.testing._suites.dev_agent import DevAgentContract
    from latency_shim.testing._suites.events import EventBusContract
    from latency_shim.testing._suites.health_check import HealthCheckContract
    from latency_shim.testing._suites.issue_tracker import IssueTrackerContract
    from latency_shim.testing._suites.logging import FacetLoggerContract
    from latency_shim.testing._suites.pipeline import CICDPipelineContract
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
    "PluginStateStoreContract",
    "SecretStoreContract",
    "SourceControlContract",
    "StateStoreContract",
    "WorkflowEngineContract",
]

_HOMES = {
    "BinderContract": "_suites.binder",
    "CICDPipelineContract": "_suites.pipeline",
    "Contract": "_contract",
    "DecisionHandlerContract": "_suites.decision",
    "DevAgentContract": "_suites.dev_agent",
    "EventBusContract": "_suites.events",
    "FacetLoggerContract": "_suites.logging",
    "FacetRegistryContract": "_suites.registry",
    "HealthCheckContract": "_suites.health_check",
    "IssueTrackerContract": "_suites.issue_tracker",
    "LoggerContract": "_suites.context",
    "PluginContextContract": "_suites.context",
    "PluginStateStoreContract": "_suites.context",
    "SecretStoreContract": "_suites.secrets",
    "SourceControlContract": "_suites.source_control",
    "StateStoreContract": "_suites.state",
    "WorkflowEngineContract": "_suites.workflow",
}


def __getattr__(name: str) -> Any:
    """Load the module of a suite when the suite is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
    value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return value


def __dir__() -> list[str]:
    return __all__
