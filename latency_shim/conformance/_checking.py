# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# What is checked here can be of any type.
"""The public functions."""

from typing import Any, TypeVar, get_origin, overload

from latency_shim._typing import TypeForm, TypeIs
from latency_shim.composition.facet import FacetKey
from latency_shim.conformance._annotations import stripped
from latency_shim.conformance._cache import plans
from latency_shim.conformance._inspection import is_a, is_typed_dict
from latency_shim.conformance._interface import interface_origin, is_interface_protocol
from latency_shim.conformance._members import ClassOfObjects, ObjectOf
from latency_shim.conformance._validators import Run, Validator, accepted, compiled, explained, interface_plan
from latency_shim.conformance._violation import Violation
from latency_shim.conformance._wording import count, named, shown

_T = TypeVar("_T")
MOST_TOLD = 100
"""Violations in the text of an error."""


class ConformanceError(TypeError):
    """An object does not conform to an interface. `violations` has every violation, the text the first 100."""

    def __init__(self, subject: str, interface: str, violations: tuple[Violation, ...]) -> None:
        """Store what was checked, the interface and the violations."""
        super().__init__(subject, interface, violations)
        self.subject = subject
        self.interface = interface
        self.violations = violations

    def __str__(self) -> str:
        lines = [f"{self.subject} does not conform to {self.interface}: {count(len(self.violations), 'violation')}"]
        lines += [f"  {line}" for violation in self.violations[:MOST_TOLD] for line in violation.lines()]
        if (more := len(self.violations) - MOST_TOLD) > 0:
            lines.append(f"  … and {count(more, 'more violation')}")
        return "\n".join(lines)


def violations(obj: object, interface: TypeForm[Any] | FacetKey[Any]) -> tuple[Violation, ...]:
    """Return every way in which an object departs from an interface, in the interface's order; `()` if it conforms."""
    entry = plans.get(id(interface))
    plan = _plan(interface) if entry is None else entry[1]
    if plan.knows(obj):
        return ()
    run = Run()
    if accepted(obj, plan, run):
        return ()
    return tuple([violation.shortened() for violation in explained(obj, plan, run)])


def fresh_violations(obj: object, interface: Any) -> tuple[Violation, ...]:
    """Return the violations of an object whose class may have changed since it was found to conform."""
    return tuple([violation.shortened() for violation in explained(obj, _plan(interface))])


def class_violations(cls: type, interface: TypeForm[Any] | FacetKey[Any]) -> tuple[Violation, ...]:
    """Return every way in which the instances of a class will depart from an interface."""
    plan = _plan(interface)
    if not isinstance(plan, ObjectOf):
        raise TypeError(f"{plan.name} is a TypedDict: its values are dictionaries, which have no class to check")
    if not is_a(cls, type):
        raise TypeError(f"expected a class, not {shown(cls)}: violations() checks objects")
    return tuple(violation.shortened() for violation in explained(cls, ClassOfObjects(plan, cls)))


@overload
def verify(obj: object, interface: FacetKey[_T], *, name: str | None = None) -> _T: ...
@overload
def verify(obj: object, interface: TypeForm[_T], *, name: str | None = None) -> _T: ...
def verify(obj: object, interface: Any, *, name: str | None = None) -> Any:
    """Return the object with the interface as its static type; raise `ConformanceError` if it does not conform.

    `name` says in the error which object it is, such as the entry point that made it.
    """
    if found := violations(obj, interface):
        raise ConformanceError(
            shown(obj) if name is None else f"{name} ({shown(obj)})", interface_name(interface), found
        )
    return obj


@overload
def conforms(obj: object, interface: FacetKey[_T]) -> TypeIs[_T]: ...
@overload
def conforms(obj: object, interface: TypeForm[_T]) -> TypeIs[_T]: ...
def conforms(obj: object, interface: Any) -> bool:
    """Return whether an object conforms to an interface.

    Type checkers narrow the object in both branches: if its static type is the interface already, the else branch is
    unreachable to them. Use `verify` there.
    """
    entry = plans.get(id(interface))
    plan = _plan(interface) if entry is None else entry[1]
    if plan.knows(obj):
        return True
    verdict = accepted(obj, plan)
    return not explained(obj, plan) if verdict is None else verdict


def _plan(interface: Any) -> Validator:
    """Return the plan of an interface; anything else than an interface is refused."""
    form = interface if id(interface) in plans else resolved(interface)
    if (entry := plans.get(id(form))) is not None:
        known: Validator = entry[1]
        return known
    kind, given = "", shown(interface)
    try:
        given = given if get_origin(interface) is None else named(interface)
        form = form if type(form) is str else stripped(form)
        kind = "protocol" if is_interface_protocol(form) else "record" if is_typed_dict(interface_origin(form)) else ""
    except Exception:  # noqa: BLE001, S110 - anything can be given for an interface
        pass
    if kind:
        return interface_plan(form) if kind == "protocol" else compiled(form)
    raise TypeError(f"an interface is a protocol, a TypedDict or a FacetKey, not {given}")


def resolved(interface: Any) -> Any:
    """Return the interface that is meant: a facet key stands for its own."""
    return interface.protocol if is_a(interface, FacetKey) else interface


def interface_name(interface: Any) -> str:
    """Return the name of an interface."""
    return _plan(interface).name


def value_violations(value: object, hint: Any) -> list[Violation]:
    """Return each way in which a value that crosses the contract's boundary departs from its type."""
    return [violation.shortened() for violation in explained(value, compiled(hint, aware=True))]
