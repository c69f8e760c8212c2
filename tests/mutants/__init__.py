"""Faulty implementations, each of which breaks one promise, and odd ones that keep them all.

A module here belongs to a suite of the kit. Its `SUITE` is the suite with all its fixtures, for whatever the class
attribute `make` makes; `@breaks("test_…")` marks a class, derived from a correct one by a small override, that must
fail that test of the suite and no other; `@keeps_all` one that must pass them all. The docstring of either says
what it does. The modules of `second` have variants of the second core, of which `@violates` says the clause.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import pytest

from latency_shim.testing import Contract

_C = TypeVar("_C", bound=type)
BREAKS = "breaks"  # the attribute of a marked class that names the test
CLAUSE = "clause"  # the attribute of a variant of the second core that quotes what it breaks
LACKS = "lacks"  # the attribute of a marked class, and of its suite, that names the abilities it does not have

FIRST = sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py"))
SECOND = sorted(f"second.{path.stem}" for path in Path(__file__).parent.glob("second/[!_]*.py"))
MODULES = [*FIRST, *SECOND]

QUIET = [f"-pno:{name}" for name in ("cacheprovider", "asyncio", "randomly", "xdist", "hypothesispytest")]
"""Options for a run of pytest within a test: without plugins that it does not need, some of which are slow to load."""

FILE = """
import mutants

for name, case in mutants.cases({module!r}).items():
    globals()[name] = case
"""
"""A test file that runs everything of a module here."""


def breaks(test: str) -> Callable[[_C], _C]:
    """Mark a class that must fail one test of its suite, and no other."""

    def mark(cls: _C) -> _C:
        setattr(cls, BREAKS, test)
        return cls

    return mark


def violates(clause: str, *tests: str) -> Callable[[_C], _C]:
    """Mark a variant of the second core, with the clause that it breaks and all readable tests that notice it."""

    def mark(cls: _C) -> _C:
        setattr(cls, CLAUSE, clause)
        setattr(cls, BREAKS, tests)
        return cls

    return mark


def keeps_all(cls: _C) -> _C:
    """Mark a class that must pass all tests of its suite."""
    setattr(cls, BREAKS, None)
    return cls


def lacking(**abilities: str) -> Callable[[_C], _C]:
    """Mark a class that is declared to lack abilities, each with the reason."""

    def mark(cls: _C) -> _C:
        setattr(cls, LACKS, abilities)
        return cls

    return mark


def lacks_of(cls: type) -> dict[str, Any]:
    """Return the attribute of a suite for a class, if the class is marked as lacking abilities, or as lacking none."""
    return {LACKS: vars(cls)[LACKS]} if LACKS in vars(cls) else {}


def marked(module: str) -> dict[str, Any]:
    """Return the marked classes of a module, by name, in their order."""
    return {
        name: thing
        for name, thing in vars(import_module(f"mutants.{module}")).items()
        if isinstance(thing, type) and BREAKS in vars(thing)
    }


def constant(module: str, name: str, default: Any = None) -> Any:
    """Return an attribute of a module of this package."""
    return getattr(import_module(f"mutants.{module}"), name, default)


def suite(module: str) -> type[Contract]:
    """Return the suite of a module, with its fixtures."""
    found: type[Contract] = constant(module, "SUITE")
    return found


def expected(case: Any) -> set[str]:
    """Return the tests that a marked class must fail."""
    named: str | tuple[str, ...] | None = getattr(case, BREAKS)
    return {named} if isinstance(named, str) else set(named or ())


def cases(module: str) -> dict[str, type]:
    """Make a test class for each marked class of a module."""
    return {
        f"Test{name}": type(f"Test{name}", (suite(module),), {"make": cls, "shrinking": 0, **lacks_of(cls)})
        for name, cls in marked(module).items()
    }


def of_histories(suite: type[Contract]) -> set[str]:
    """Return the names of the tests of a suite that play histories, and so fail for many a fault."""
    return {name for name, test in suite.contract_tests.items() if "._models." in test.__module__}


@dataclass
class Outcomes:
    """A plugin for pytest that notes which tests of which case failed, and how many ran.

    A mutant that must fail another test does without the tests of histories, which would find most of them too. Of a
    variant of the second core that a test has noticed no more histories are played: they take long.
    """

    module: str
    failed: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    ran: dict[str, int] = field(default_factory=dict[str, int])

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        histories = of_histories(suite(self.module))
        broken = {name: cls.breaks for name, cls in marked(self.module).items()}

        def is_run(item: pytest.Item) -> bool:
            _, case, test = item.nodeid.split("::")
            breaks = broken[case.removeprefix("Test")]
            if not isinstance(breaks, str):  # it must pass all tests, or is a variant of the second core
                return True
            return breaks in histories or test.partition("[")[0] not in histories

        items[:] = sorted(filter(is_run, items), key=lambda item: self._is_of_histories(item.nodeid))

    def _is_of_histories(self, nodeid: str) -> bool:
        return nodeid.rpartition("::")[2].partition("[")[0] in of_histories(suite(self.module))

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        name = item.nodeid.split("::")[1].removeprefix("Test")
        if self.module in SECOND and name in self.failed and self._is_of_histories(item.nodeid):
            pytest.skip("it was noticed already")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        _, case, test = report.nodeid.split("::")
        name = case.removeprefix("Test")
        if report.failed:
            self.failed.setdefault(name, set()).add(test.partition("[")[0])
        if report.when == "call" and not report.skipped:
            self.ran[name] = self.ran.get(name, 0) + 1
