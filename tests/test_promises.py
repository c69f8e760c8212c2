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
SUITES = [pytest.param(module, id=module) for module in mutants.MODULES]


def also(module: str) -> tuple[str, ...]:
    """Give the names beside the interface for which a suite answers, as its module of mutants says."""
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


@pytest.mark.parametrize("module", SUITES)
def test_each_sentence_of_the_contract_is_tested_or_named_as_untested(module: str) -> None:
    suite = mutants.suite(module)
    told = [*suite.untested, *(quote for quotes in promises.quotes(suite).values() for quote in quotes)]
    silent = [
        sentence
        for sentence in promises.of_interface(suite, also(module))
        if not any(one in sentence or sentence in one for one in told)
    ]
    assert silent == []


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
