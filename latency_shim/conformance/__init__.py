"""The structural checker: every way in which an object departs from an interface.

`isinstance` sees names alone. This answers whether calls by the contract will work, and says all that is
wrong at once, like a compiler:

```python
from latency_shim import STATE_STORE, StateStore
from latency_shim.conformance import conforms, verify, violations


class Forgetful:
    async def get(self, key): ...
    async def set(self, key): ...
    def has(self, key): ...
    async def keys(self, start=None): ...


assert [(fault.member, fault.code) for fault in violations(Forgetful(), StateStore)] == [
    ("set", "too-few-parameters"),
    ("delete", "missing-member"),
    ("has", "sync-for-async"),
    ("keys", "parameter-name"),
]
assert not conforms(Forgetful(), STATE_STORE)
```
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, overload

from latency_shim._typing import TypeForm, TypeIs
from latency_shim.composition.facet import FacetKey
from latency_shim.conformance._check import check_class, check_interface, is_known
from latency_shim.conformance._interface import name_of, resolved
from latency_shim.conformance._violation import Violation, named, shown

__all__ = ["ConformanceError", "Violation", "class_violations", "conforms", "implements", "verify", "violations"]

_T = TypeVar("_T")
_C = TypeVar("_C", bound=type)


class ConformanceError(TypeError):
    """An object does not conform to an interface; `violations` says in which ways."""

    def __init__(self, subject: str, interface: str, violations: tuple[Violation, ...]) -> None:
        """Say what was checked, against what, and all that is wrong."""
        super().__init__(subject, interface, violations)
        self.subject = subject
        self.interface = interface
        self.violations = violations

    def __str__(self) -> str:
        count = f"{len(self.violations)} violation{'' if len(self.violations) == 1 else 's'}"
        lines = [f"{self.subject} does not conform to {self.interface}: {count}"]
        lines += [f"  {fault.member or 'the object'}: {fault.message} [{fault.code}]" for fault in self.violations]
        return "\n".join(lines)


def violations(obj: object, interface: TypeForm[Any] | FacetKey[Any]) -> tuple[Violation, ...]:
    """Give every way in which an object departs from an interface, in the interface's order; `()` where none."""
    if is_known(obj, interface):
        return ()
    return tuple(fault.shortened() for fault in check_interface(obj, resolved(interface)))


def class_violations(cls: type, interface: TypeForm[Any] | FacetKey[Any]) -> tuple[Violation, ...]:
    """Give every way in which the instances of a class will depart from an interface."""
    return tuple(fault.shortened() for fault in check_class(cls, resolved(interface)))


@overload
def verify(obj: object, interface: FacetKey[_T]) -> _T: ...
@overload
def verify(obj: object, interface: TypeForm[_T]) -> _T: ...
def verify(obj: object, interface: Any) -> Any:
    """Give the object back, known as what it was verified to be; raise `ConformanceError` where it is not."""
    if found := violations(obj, interface):
        raise ConformanceError(shown(obj), name_of(resolved(interface)), found)
    return obj


@overload
def conforms(obj: object, interface: FacetKey[_T]) -> TypeIs[_T]: ...
@overload
def conforms(obj: object, interface: TypeForm[_T]) -> TypeIs[_T]: ...
def conforms(obj: object, interface: Any) -> bool:
    """Whether an object conforms to an interface."""
    return is_known(obj, interface) or not violations(obj, interface)


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
    """Decorate a class that is to implement an interface; raise `ConformanceError` where it does not."""

    def decorate(cls: _C) -> _C:
        if found := class_violations(cls, interface):
            raise ConformanceError(f"the class {named(cls)}", name_of(resolved(interface)), found)
        return cls

    return decorate
