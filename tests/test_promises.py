"""The kit and the contract tell the same: each promise is tested, or named with the reason why not."""

import importlib
import pkgutil
import re
from typing import Any

import pytest

import mutants
import promises
from latency_shim.testing import _models

EVERYTHING = "\n".join(promises.promised().values())
STRUCTURE = "test_it_conforms_to_the_interface"  # whose promise stands in no docstring
SUITES = [pytest.param(module, id=module) for module in mutants.FIRST]


def also(module: str) -> tuple[str, ...]:
    """Return the names beside the interface for which a suite answers, as its module of mutants says."""
    names: tuple[str, ...] = mutants.constant(module, "ALSO", ())
    return names


@pytest.mark.parametrize("module", SUITES)
def test_each_test_quotes_the_contract(module: str) -> None:
    quoted = promises.quotes(mutants.suite(module))
    wrong = [
        (name, quote)
        for name, quotes in quoted.items()
        for quote in quotes
        if quote not in EVERYTHING and name != STRUCTURE
    ]
    assert wrong == []


@pytest.mark.parametrize("module", SUITES)
def test_each_test_says_what_a_failure_means(module: str) -> None:
    for test in mutants.suite(module).contract_tests.values():
        assert re.search(r"\n\s*If this fails, ", test.__doc__ or "")


def test_the_table_has_every_clause_of_the_stubs_in_its_order() -> None:
    table: dict[str, list[str]] = {}
    for clause in promises.clauses():
        table.setdefault(clause.place, []).append(clause.text)
    stated = {place: text for place, text in promises.stated().items() if text}
    told = {place: " ".join(texts) for place, texts in table.items()}
    differing = {place for place in stated.keys() | told.keys() if stated.get(place) != told.get(place)}
    assert not differing, f"write into {promises.TABLE.name} what the stubs say of {', '.join(sorted(differing))}"


def test_each_clause_has_a_source() -> None:
    assert {clause.source for clause in promises.clauses()} == set(promises.SOURCES)


@pytest.mark.parametrize("module", SUITES)
def test_each_clause_names_its_tests_or_why_it_has_none(module: str) -> None:
    suite = mutants.suite(module)
    silent = [
        f"{clause.place}: {clause.text}"
        for clause in promises.of_suite(suite, also(module))
        if not {*suite.contract_tests, *promises.NO_TESTS} & {*clause.tests}
    ]
    assert silent == []


def test_each_test_that_a_clause_names_is_one_of_a_suite_that_answers_for_it() -> None:
    tests: dict[promises.Clause, set[str]] = {}
    for module in mutants.FIRST:
        suite = mutants.suite(module)
        for clause in promises.of_suite(suite, also(module)):
            tests.setdefault(clause, {*promises.NO_TESTS}).update(suite.contract_tests)
    unknown = [
        f"{clause.place}: {test}"
        for clause in promises.clauses()
        for test in clause.tests
        if test not in promises.NO_TESTS and test not in tests.get(clause, ())
    ]
    assert unknown == []


def test_a_clause_that_leaves_something_open_has_no_test() -> None:
    mixed = [one for one in promises.clauses() if {*promises.NO_TESTS} & {*one.tests} and len(one.tests) > 1]
    assert mixed == []


@pytest.mark.parametrize("module", SUITES)
def test_each_untested_clause_is_named_by_the_suite_with_the_reason(module: str) -> None:
    suite = mutants.suite(module)
    told = " … ".join(suite.untested)
    unexplained = [
        clause.text
        for clause in promises.of_suite(suite, also(module))
        if promises.UNTESTED in clause.tests
        and not any(one.strip(".,;") in clause.text or clause.text.strip(".,;") in told for one in suite.untested)
    ]
    assert unexplained == []


@pytest.mark.parametrize("module", SUITES)
def test_what_is_named_as_untested_stands_in_the_contract_and_is_not_tested(module: str) -> None:
    suite = mutants.suite(module)
    quoted = [quote for quotes in promises.quotes(suite).values() for quote in quotes]
    for sentence, reason in suite.untested.items():
        assert sentence in EVERYTHING
        assert sentence not in quoted
        assert reason.strip()


@pytest.mark.parametrize("module", [one.name for one in pkgutil.iter_modules(_models.__path__)])
def test_each_promise_that_a_history_can_break_stands_in_the_contract(module: str) -> None:
    defined: dict[str, Any] = vars(importlib.import_module(f"{_models.__name__}.{module}"))
    told = [value for name, value in defined.items() if name.isupper() and isinstance(value, str) and " " in value]
    told += [text for value in defined.values() for text in getattr(value, "promises", {}).values()]
    assert [text for text in told if text not in EVERYTHING] == []
