"""The contract kit bites: for each promise an implementation that breaks it fails there, and nowhere else."""

import pytest

import mutants
import promise_table
import promises

pytestmark = pytest.mark.mutants
CASES = [
    pytest.param(module, name, marks=[pytest.mark.variants] if module in mutants.SECOND else [])
    for module in mutants.MODULES
    for name in mutants.marked(module)
]


@pytest.fixture(scope="session")
def outcomes(request: pytest.FixtureRequest) -> dict[str, mutants.Outcomes]:
    """Run the cases of each module that a chosen test needs, on all cores."""
    items = [item for item in request.session.items if isinstance(item, pytest.Function)]
    chosen = {str(item.callspec.params["module"]) for item in items if {"module", "outcomes"} <= {*item.fixturenames}}
    return promise_table.run_all(chosen)


@pytest.mark.parametrize(("module", "name"), CASES)
def test_a_mutant_fails_where_it_breaks_a_promise_and_nowhere_else(
    module: str, name: str, outcomes: dict[str, mutants.Outcomes]
) -> None:
    found = outcomes[module]
    expected, failed = mutants.expected(mutants.marked(module)[name]), found.failed.get(name, set())
    assert found.ran[name] > 0
    others = mutants.of_histories(mutants.suite(module)) - expected  # which find the same fault
    assert (failed - others if expected else failed) == expected


@pytest.mark.parametrize("module", mutants.FIRST)
def test_each_promise_of_a_suite_has_a_mutant(module: str) -> None:
    broken = {test for cls in mutants.marked(module).values() for test in mutants.expected(cls)}
    assert broken == set(mutants.suite(module).contract_tests)


@pytest.mark.parametrize("module", mutants.SECOND)
def test_a_variant_of_the_second_core_quotes_what_it_breaks(module: str) -> None:
    everything = "\n".join(promises.promised().values())
    for cls in mutants.marked(module).values():
        assert getattr(cls, mutants.CLAUSE) in everything


@pytest.mark.variants
def test_the_docs_hold_the_table_and_nothing_survives(outcomes: dict[str, mutants.Outcomes]) -> None:
    missing = [module for module in mutants.MODULES if module not in outcomes]
    page = promise_table.table({**outcomes, **promise_table.run_all(missing)})
    assert " mutants of the core in memory, 0 survivors;" in page
    assert promise_table.DOCUMENT.read_text(encoding="utf-8") == page
