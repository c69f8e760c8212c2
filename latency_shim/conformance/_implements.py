"""The decorator `implements`, which type checkers check for each behaviour of the contract."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, overload

from latency_shim._typing import TypeForm
from latency_shim.conformance._checking import ConformanceError, class_violations, interface_name
from latency_shim.conformance._wording import named

_C = TypeVar("_C", bound=type)

# Generated from here on by `nox -s generate`; do not edit.
if TYPE_CHECKING:
    from latency_shim.composition.context import Logger as ContextLogger
    from latency_shim.composition.context import PluginContext, PluginStateStore
    from latency_shim.composition.facet import FacetKey
    from latency_shim.facets.decision import DecisionHandler
    from latency_shim.facets.dev_agent import AbortSignal, DevAgent
    from latency_shim.facets.events import EventBus
    from latency_shim.facets.health_check import HealthCheck
    from latency_shim.facets.issue_tracker import IssueTracker
    from latency_shim.facets.logging import Logger as LoggingLogger
    from latency_shim.facets.pipeline import CICDPipeline
    from latency_shim.facets.secrets import SecretStore
    from latency_shim.facets.source_control import SourceControl
    from latency_shim.facets.state import StateStore
    from latency_shim.facets.workflow import WorkflowEngine
    from latency_shim.runtime.binder import Binder
    from latency_shim.runtime.registry import FacetRegistry

    _ContextLogger = TypeVar("_ContextLogger", bound=type[ContextLogger])
    _PluginStateStore = TypeVar("_PluginStateStore", bound=type[PluginStateStore])
    _PluginContext = TypeVar("_PluginContext", bound=type[PluginContext])
    _DecisionHandler = TypeVar("_DecisionHandler", bound=type[DecisionHandler])
    _AbortSignal = TypeVar("_AbortSignal", bound=type[AbortSignal])
    _DevAgent = TypeVar("_DevAgent", bound=type[DevAgent])
    _EventBus = TypeVar("_EventBus", bound=type[EventBus])
    _HealthCheck = TypeVar("_HealthCheck", bound=type[HealthCheck])
    _IssueTracker = TypeVar("_IssueTracker", bound=type[IssueTracker])
    _LoggingLogger = TypeVar("_LoggingLogger", bound=type[LoggingLogger])
    _CICDPipeline = TypeVar("_CICDPipeline", bound=type[CICDPipeline])
    _SecretStore = TypeVar("_SecretStore", bound=type[SecretStore])
    _SourceControl = TypeVar("_SourceControl", bound=type[SourceControl])
    _StateStore = TypeVar("_StateStore", bound=type[StateStore])
    _WorkflowEngine = TypeVar("_WorkflowEngine", bound=type[WorkflowEngine])
    _Binder = TypeVar("_Binder", bound=type[Binder])
    _FacetRegistry = TypeVar("_FacetRegistry", bound=type[FacetRegistry])
# End of the generated part.


# One overload for each facet key and each behaviour, so that a checker reports a bad class at the decorator and keeps its own type.
# Generated from here on by `nox -s generate`; do not edit.
@overload
def implements(interface: "FacetKey[DecisionHandler]") -> "Callable[[_DecisionHandler], _DecisionHandler]": ...
@overload
def implements(interface: "FacetKey[DevAgent]") -> "Callable[[_DevAgent], _DevAgent]": ...
@overload
def implements(interface: "FacetKey[EventBus]") -> "Callable[[_EventBus], _EventBus]": ...
@overload
def implements(interface: "FacetKey[HealthCheck]") -> "Callable[[_HealthCheck], _HealthCheck]": ...
@overload
def implements(interface: "FacetKey[IssueTracker]") -> "Callable[[_IssueTracker], _IssueTracker]": ...
@overload
def implements(interface: "FacetKey[LoggingLogger]") -> "Callable[[_LoggingLogger], _LoggingLogger]": ...
@overload
def implements(interface: "FacetKey[CICDPipeline]") -> "Callable[[_CICDPipeline], _CICDPipeline]": ...
@overload
def implements(interface: "FacetKey[SecretStore]") -> "Callable[[_SecretStore], _SecretStore]": ...
@overload
def implements(interface: "FacetKey[SourceControl]") -> "Callable[[_SourceControl], _SourceControl]": ...
@overload
def implements(interface: "FacetKey[StateStore]") -> "Callable[[_StateStore], _StateStore]": ...
@overload
def implements(interface: "FacetKey[WorkflowEngine]") -> "Callable[[_WorkflowEngine], _WorkflowEngine]": ...
@overload
def implements(interface: "FacetKey[Any]") -> "Callable[[_C], _C]": ...
@overload
def implements(interface: "TypeForm[ContextLogger]") -> "Callable[[_ContextLogger], _ContextLogger]": ...
@overload
def implements(interface: "TypeForm[PluginStateStore]") -> "Callable[[_PluginStateStore], _PluginStateStore]": ...
@overload
def implements(interface: "TypeForm[PluginContext]") -> "Callable[[_PluginContext], _PluginContext]": ...
@overload
def implements(interface: "TypeForm[DecisionHandler]") -> "Callable[[_DecisionHandler], _DecisionHandler]": ...
@overload
def implements(interface: "TypeForm[AbortSignal]") -> "Callable[[_AbortSignal], _AbortSignal]": ...
@overload
def implements(interface: "TypeForm[DevAgent]") -> "Callable[[_DevAgent], _DevAgent]": ...
@overload
def implements(interface: "TypeForm[EventBus]") -> "Callable[[_EventBus], _EventBus]": ...
@overload
def implements(interface: "TypeForm[HealthCheck]") -> "Callable[[_HealthCheck], _HealthCheck]": ...
@overload
def implements(interface: "TypeForm[IssueTracker]") -> "Callable[[_IssueTracker], _IssueTracker]": ...
@overload
def implements(interface: "TypeForm[LoggingLogger]") -> "Callable[[_LoggingLogger], _LoggingLogger]": ...
@overload
def implements(interface: "TypeForm[CICDPipeline]") -> "Callable[[_CICDPipeline], _CICDPipeline]": ...
@overload
def implements(interface: "TypeForm[SecretStore]") -> "Callable[[_SecretStore], _SecretStore]": ...
@overload
def implements(interface: "TypeForm[SourceControl]") -> "Callable[[_SourceControl], _SourceControl]": ...
@overload
def implements(interface: "TypeForm[StateStore]") -> "Callable[[_StateStore], _StateStore]": ...
@overload
def implements(interface: "TypeForm[WorkflowEngine]") -> "Callable[[_WorkflowEngine], _WorkflowEngine]": ...
@overload
def implements(interface: "TypeForm[Binder]") -> "Callable[[_Binder], _Binder]": ...
@overload
def implements(interface: "TypeForm[FacetRegistry]") -> "Callable[[_FacetRegistry], _FacetRegistry]": ...
# End of the generated part.
@overload
def implements(interface: TypeForm[Any]) -> Callable[[_C], _C]: ...
def implements(interface: Any) -> Callable[[_C], _C]:
    """Check a class that is to implement an interface; raise `ConformanceError` if it does not."""

    def decorate(cls: _C) -> _C:
        if found := class_violations(cls, interface):
            raise ConformanceError(f"the class {named(cls)}", interface_name(interface), found)
        return cls

    return decorate
