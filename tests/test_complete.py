"""Each behaviour of the contract has all that belongs to it; a failure says what to add, and where."""

import inspect
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

import contract
import documents
import generate
import mutants
from latency_shim import memory, testing
from latency_shim.conformance import class_violations

sys.path.append(str(documents.ROOT / "tests" / "static"))

import run as static_programs

EXCEPTIONS = {"facets.dev_agent.AbortSignal": "callers pass one, such as an asyncio.Event"}
BEHAVIOURS = [
    pytest.param(contract.PUBLIC[f"{stub.name}.{one.name}"], stub, id=f"{stub.name}.{one.name}")
    for stub, one in generate.behaviours(contract.STUBS)
    if f"{stub.name}.{one.name}" not in EXCEPTIONS
]
each_behaviour = pytest.mark.parametrize(("interface", "stub"), BEHAVIOURS)


def file_of(stub: generate.Stub) -> str:
    """Return the name of the file that belongs to a module of the contract, in several folders."""
    return f"{stub.name.rpartition('.')[2]}.py"


def suites() -> set[Any]:
    return {suite.interface for name in testing.__all__ if hasattr(suite := getattr(testing, name), "interface")}


@each_behaviour
def test_each_behaviour_has_a_suite(interface: Any, stub: generate.Stub) -> None:
    assert interface in suites(), (
        f"write a suite of {interface.__name__} in latency_shim/testing/_suites/{file_of(stub)}, "
        "then run `nox -s generate`"
    )


@each_behaviour
def test_each_behaviour_has_mutants(interface: Any, stub: generate.Stub) -> None:
    assert interface in {mutants.suite(module).interface for module in mutants.MODULES}, (
        f"write mutants of {interface.__name__} in tests/mutants/{file_of(stub)}, with a SUITE"
    )


@each_behaviour
def test_each_behaviour_has_an_implementation_in_memory(interface: Any, stub: generate.Stub) -> None:
    in_memory = [value for name in memory.__all__ if inspect.isclass(value := getattr(memory, name))]
    assert any(not class_violations(one, interface) for one in in_memory), (
        f"implement {interface.__name__} in latency_shim/memory/{file_of(stub)}, run `nox -s generate`, and let the "
        f"SUITE in tests/mutants/{file_of(stub)} make it: so tests/kit/test_cores.py runs the suite"
    )


@pytest.mark.parametrize(("interface", "stub"), [one for one in BEHAVIOURS if str(one.id).startswith("facets.")])
def test_each_behaviour_of_the_facets_has_a_key(interface: Any, stub: generate.Stub) -> None:
    assert interface in {key.protocol for key in contract.KEYS.values()}, (
        f"define the key of {interface.__name__} in {stub.path}: NAME: Final[FacetKey[{interface.__name__}]]"
    )


def test_each_public_name_occurs_in_a_static_program() -> None:
    with tempfile.TemporaryDirectory() as folder:
        static_programs.write_programs(Path(folder))
        missing = static_programs.unnamed(Path(folder))
    assert not missing, f"use {', '.join(missing)} in a program of tests/static/programs/"


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_each_exception_is_still_one(name: str) -> None:
    assert contract.PUBLIC[name] not in suites()
