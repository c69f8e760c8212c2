"""The decorator `implements`, which type checkers check for each behaviour of the contract."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, overload

from latency_shim._typing import TypeForm
from latency_shim.composition.facet import FacetKey
from latency_shim.conformance._checking import ConformanceError, class_violations, interface_name
from latency_shim.conformance._wording import named

_C = TypeVar("_C", bound=type)

if TYPE_CHECKING:
    from latency_shim import (
        Binder,
        CICDPipeline,
        DecisionHandler,
        DevAgent,
        EventBus,
        FacetRegistry,
        HealthCheck,
        IssueTracker,
        PluginContext,
        PluginStateStore,
        SecretStore,
        SourceControl,
        StateStore,
        WorkflowEngine,
    )
    from latency_shim import Logger as ContextLogger
    from latency_shim.facets import Logger as FacetLogger

    _FacetRegistry = TypeVar("_FacetRegistry", bound=type[FacetRegistry])
    _Binder = TypeVar("_Binder", bound=type[Binder])
    _PluginContext = TypeVar("_PluginContext", bound=type[PluginContext])
    _PluginStateStore = TypeVar("_PluginStateStore", bound=type[PluginStateStore])
    _IssueTracker = TypeVar("_IssueTracker", bound=type[IssueTracker])
    _SourceControl = TypeVar("_SourceControl", bound=type[SourceControl])
    _DecisionHandler = TypeVar("_DecisionHandler", bound=type[DecisionHandler])
    _WorkflowEngine = TypeVar("_WorkflowEngine", bound=type[WorkflowEngine])
    _StateStore = TypeVar("_StateStore", bound=type[StateStore])
    _EventBus = TypeVar("_EventBus", bound=type[EventBus])
    _SecretStore = TypeVar("_SecretStore", bound=type[SecretStore])
    _DevAgent = TypeVar("_DevAgent", bound=type[DevAgent])
    _CICDPipeline = TypeVar("_CICDPipeline", bound=type[CICDPipeline])
    _HealthCheck = TypeVar("_HealthCheck", bound=type[HealthCheck])
    _ContextLogger = TypeVar("_ContextLogger", bound=type[ContextLogger])
    _FacetLogger = TypeVar("_FacetLogger", bound=type[FacetLogger])


# One overload for each behaviour, so that a checker reports a bad class at the decorator and keeps its own type.
@overload
def implements(interface: "TypeForm[FacetRegistry]") -> "Callable[[_FacetRegistry], _FacetRegistry]": ...
@overload
def implements(interface: "TypeForm[Binder]") -> "Callable[[_Binder], _Binder]": ...
@overload
def implements(interface: "TypeForm[PluginContext]") -> "Callable[[_PluginContext], _PluginContext]": ...
@overload
def implements(interface: "TypeForm[PluginStateStore]") -> "Callable[[_PluginStateStore], _PluginStateStore]": ...
@overload
def implements(interface: "TypeForm[IssueTracker]") -> "Callable[[_IssueTracker], _IssueTracker]": ...
@overload
def implements(interface: "TypeForm[SourceControl]") -> "Callable[[_SourceControl], _SourceControl]": ...
@overload
def implements(interface: "TypeForm[DecisionHandler]") -> "Callable[[_DecisionHandler], _DecisionHandler]": ...
@overload
def implements(interface: "TypeForm[WorkflowEngine]") -> "Callable[[_WorkflowEngine], _WorkflowEngine]": ...
@overload
def implements(interface: "TypeForm[StateStore]") -> "Callable[[_StateStore], _StateStore]": ...
@overload
def implements(interface: "TypeForm[EventBus]") -> "Callable[[_EventBus], _EventBus]": ...
@overload
def implements(interface: "TypeForm[SecretStore]") -> "Callable[[_SecretStore], _SecretStore]": ...
@overload
def implements(interface: "TypeForm[DevAgent]") -> "Callable[[_DevAgent], _DevAgent]": ...
@overload
def implements(interface: "TypeForm[CICDPipeline]") -> "Callable[[_CICDPipeline], _CICDPipeline]": ...
@overload
def implements(interface: "TypeForm[HealthCheck]") -> "Callable[[_HealthCheck], _HealthCheck]": ...
@overload
def implements(interface: "TypeForm[ContextLogger]") -> "Callable[[_ContextLogger], _ContextLogger]": ...
@overload
def implements(interface: "TypeForm[FacetLogger]") -> "Callable[[_FacetLogger], _FacetLogger]": ...
@overload
def implements(interface: TypeForm[Any] | FacetKey[Any]) -> Callable[[_C], _C]: ...
def implements(interface: Any) -> Callable[[_C], _C]:
    """Check a class that is to implement an interface; raise `ConformanceError` if it does not."""

    def decorate(cls: _C) -> _C:
        if found := class_violations(cls, interface):
            raise ConformanceError(f"the class {named(cls)}", interface_name(interface), found)
        return cls

    return decorate
