"""The table of promises and of the mutants that break them: `python tests/promise_table.py` prints it.

It runs every mutant first. `--write` puts the table into `docs/promises.md`.
"""

import contextlib
import io
import sys
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import mutants

ROOT = Path(__file__).parent.parent
DOCUMENT = ROOT / "docs" / "promises.md"
HEAD = """\
# Promises, and what breaks them

`nox -s promises` writes this page. Each test of the contract kit stands for a promise. Beside it is the fault of a
mutant, an implementation with one deliberate fault that only this test finds. Below each table are correct but unusual
implementations that pass all tests, and promises that have no test, with the reason.

The second table has variants of a second core, which shares no code with the core in memory. Each breaks the clause
beside it by a fault that the most obvious example does not show. The last column counts the tests that notice the
fault; histories are played until one notices it, and are not played if a readable test does.
"""


def words(name: str) -> str:
    """Return the name of a test as a sentence."""
    return name.removeprefix("test_").replace("_", " ")


def rows(module: str, outcomes: mutants.Outcomes) -> list[str]:
    """Return the part of one suite."""
    suite = mutants.suite(module)
    name_of_suite = next(base.__name__ for base in suite.__mro__ if "interface" in vars(base))
    marked, histories = mutants.marked(module), mutants.of_histories(suite)
    lines = [f"## {name_of_suite}", "", "| promise | broken by a mutant that | tests it fails |", "|---|---|--:|"]
    for test in suite.contract_tests:
        for name, cls in marked.items():
            if cls.breaks == test:
                failed = sorted(outcomes.failed.get(name, set()) - (histories - {test}))
                count = len(failed) if failed in ([], [test]) else ", ".join(map(words, failed))
                lines.append(f"| {words(test)} | {doc(cls)} | {count} |")
    kept = [f"- {doc(cls)}" for name, cls in marked.items() if not cls.breaks and not outcomes.failed.get(name)]
    lines += ["", "All tests pass for an implementation where:", "", *kept]
    if suite.untested:
        lines += ["", "Not tested:", "", *(f"- *{promise}* ({reason})" for promise, reason in suite.untested.items())]
    return [*lines, ""]


def rows_of_second_core(module: str, outcomes: mutants.Outcomes) -> list[str]:
    """Return the part of one suite and the second core."""
    lines = ["| clause | broken by a variant of the second core that | tests it fails |", "|---|---|--:|"]
    for name, cls in mutants.marked(module).items():
        clause = getattr(cls, mutants.CLAUSE).replace("|", "\\|")
        lines.append(f"| {clause} | {doc(cls)} | {len(outcomes.failed.get(name, ())) or 'none'} |")
    return [*lines, ""]


def doc(cls: type) -> str:
    return " ".join((cls.__doc__ or "").split()).replace("|", "\\|")


def table(outcomes: Mapping[str, mutants.Outcomes]) -> str:
    """Return the whole page."""
    counts: dict[str, int] = {"first": 0, "second": 0}
    survivors: dict[str, int] = {"first": 0, "second": 0}
    parts: list[str] = []
    for module in mutants.FIRST:
        parts += rows(module, outcomes[module])
        second = f"second.{module}"
        if second in outcomes:
            parts += rows_of_second_core(second, outcomes[second])
        for core, one in ("first", module), ("second", second):
            cases = mutants.marked(one) if one in outcomes else {}
            counts[core] += sum(core == "second" or bool(cls.breaks) for cls in cases.values())
            survivors[core] += sum(
                (core == "second" or bool(cls.breaks)) and not outcomes[one].failed.get(name)
                for name, cls in cases.items()
            )
    summary = (
        f"{counts['first']} mutants of the core in memory, {survivors['first']} survivors; "
        f"{counts['second']} of the second core, {survivors['second']} survivors."
    )
    return "\n".join([HEAD, summary, "", *parts]).rstrip() + "\n"


def run_module(module: str) -> mutants.Outcomes:
    """Run the cases of a module."""
    found = mutants.Outcomes(module)
    with TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        path = Path(folder) / f"test_{module.replace('.', '_')}.py"
        path.write_text(mutants.FILE.format(module=module), encoding="utf-8")
        pytest.main([str(path), f"--rootdir={folder}", *mutants.QUIET], plugins=[found])
    return found


def run_all(chosen: Iterable[str] = mutants.MODULES) -> dict[str, mutants.Outcomes]:
    """Run the cases of modules, each module in a process; those that take longest begin first."""
    modules = sorted(chosen, key=lambda module: len(mutants.marked(module)), reverse=True)
    with ProcessPoolExecutor(mp_context=get_context("spawn"), max_tasks_per_child=1) as processes:
        return dict(zip(modules, processes.map(run_module, modules), strict=True))


sys.path.append(str(ROOT))  # also in the processes that this one starts

if __name__ == "__main__":
    page = table(run_all())
    print(page)
    if "--write" in sys.argv:
        DOCUMENT.write_text(page, encoding="utf-8")
