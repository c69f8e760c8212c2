# pyright: reportUnknownArgumentType=false, reportUnknownVariableType=false
# What is checked here can be of any type.
"""Each annotated assignment of the programs is judged as its mark says; `oracle.py` holds the marks against pyright."""

from collections.abc import Iterable
from typing import Any, get_origin

import pytest

import programs
from latency_shim.conformance import Violation, class_violations, violations

CASES = programs.all_cases()


def values_of(case: programs.Case) -> tuple[Any, Any]:
    """Return the interface and the value of a case."""
    program = programs.load(case.program)
    if error := program.errors.get(case.name):
        raise error
    return program.values[case.name]


def compare(case: programs.Case, found: Iterable[Violation]) -> None:
    """Check that each fault of the mark is found, and nothing else."""
    place = f"{case.program}.py:{case.line}"
    found = list(found)
    assert bool(found) == bool(case.faults), (place, found)
    for member, codes in case.faults:
        assert any(fault.member == member and fault.code in codes for fault in found), (place, member, codes, found)
    for fault in found:
        assert any(fault.member == member and fault.code in codes for member, codes in case.faults), (place, fault)


def is_in_class(case: programs.Case) -> bool:
    """Return whether a class of the program has only methods."""
    program = programs.load(case.program)
    if case.name in program.errors:
        return False
    interface, value = program.values[case.name]
    protocol, kind = get_origin(interface) or interface, type(value)
    if not isinstance(protocol, type):
        return False
    spaces: list[dict[str, Any]] = [dict(vars(base)) for base in (*protocol.__mro__, *kind.__mro__)]
    names = {"__annotations__", "__annotate_func__", "__getattr__", "__slots__"}  # the second since 3.14
    return (
        getattr(protocol, "_is_protocol", False)
        and kind.__module__ == program.module.__name__
        and not isinstance(value, type)
        and not getattr(value, "__dict__", None)
        and not any(space.get(name) for space in spaces for name in names)
        and not any(isinstance(one, property) for space in spaces for one in space.values())
        # A class that extends it may implement what a class calls abstract.
        and not any(getattr(one, "__isabstractmethod__", False) is True for one in vars(kind).values())
        and not any(getattr(getattr(kind, name, None), "__isabstractmethod__", False) is True for name in dir(kind))
    )


IN_CLASSES = [case for case in CASES if is_in_class(case)]


@pytest.mark.parametrize("case", CASES, ids=[case.label for case in CASES])
def test_an_object_is_judged_as_the_mark_says(case: programs.Case) -> None:
    interface, value = values_of(case)
    compare(case, violations(value, interface))


@pytest.mark.parametrize("case", IN_CLASSES, ids=[case.label for case in IN_CLASSES])
def test_a_class_is_judged_as_its_instance(case: programs.Case) -> None:
    interface, value = values_of(case)
    compare(case, class_violations(type(value), interface))
