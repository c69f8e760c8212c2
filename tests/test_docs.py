"""The examples of README, docs and docstrings run; every docstring says where its promise comes from."""

import ast
import re
import sys
from pathlib import Path

import pytest

import documents
import promises
from cli_fixtures import Printed

STUBS = documents.ROOT / "latency-stubs"
PROGRAMS = documents.programs()
README = (documents.ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PROGRAMS)
def test_examples_run(name: str) -> None:
    exec(compile(PROGRAMS[name], documents.ROOT / name, "exec"), {"__name__": "example"})  # noqa: S102 - our own


WORKED_THROUGH = {"cli.md", "conformance.md", *documents.RUN_ELSEWHERE}
"""Pages whose blocks of every kind are run, and their outputs compared."""
SHOWN = {
    ("ci.md", "console"): "pytest writes the report",
    ("ci.md", "yaml"): "the steps and the hook are tested in tests/cli/test_cli_page.py",
    ("index.md", "console"): "how to install from a clone",
    ("testing.md", "console"): "how to install, and pytest that writes the report",
    ("testing.md", "output"): "a counterexample of the kit, as tests/kit has them",
    ("three-ways.md", "text"): "a message of mypy, as in the README",
    ("typescript.md", "typescript"): "the language to come from",
}
"""Other blocks that are not programs, with the reason why they are there."""


def test_every_block_of_the_documentation_runs_or_has_a_reason() -> None:
    found = {
        (path.name, kind)
        for path in documents.ROOT.glob("docs/**/*.md")
        for kind in re.findall(r"^```(\w*)\n.*?^```$", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
        if path.name not in WORKED_THROUGH and kind != "python"
    }
    assert found == set(SHOWN)


def test_the_readme_shows_what_the_command_line_prints(printed: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(documents.ROOT)
    shown = printed("check", "examples.broken:BrokenRegistry", "examples/broken.toml", code=1)
    assert f"```text\n{shown}```" in README


def test_the_readme_is_short_and_shows_code_at_once() -> None:
    lines = README.splitlines()
    assert len(lines) < 200
    assert lines.index("```python") < 30


def test_the_readme_imports_nothing_that_is_not_installed() -> None:
    modules = {
        name.partition(".")[0]
        for node in ast.walk(ast.parse(PROGRAMS["README.md"]))
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else []
        )
    }
    assert modules - sys.stdlib_module_names == {"latency", "latency_shim", "pytest"}


@pytest.mark.parametrize("path", sorted(STUBS.rglob("*.pyi")), ids=lambda path: str(path.relative_to(STUBS)))
def test_every_stub_module_has_an_example(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring is not None
    assert "```python\n" in docstring


SOURCES = {place: set[str]() for place in promises.stated()}
for clause in promises.clauses():
    SOURCES.setdefault(clause.place, set()).add(clause.source)


@pytest.mark.parametrize("place", SOURCES)
def test_every_promise_says_where_it_comes_from(place: str) -> None:
    assert promises.stated().get(place), f"{place} has no docstring"
    assert SOURCES[place] & {promises.TYPESCRIPT, promises.PYTHON}, f"tests/{promises.TABLE.name} has no promise of it"


def test_no_docstring_has_a_mark_of_its_source() -> None:
    marked = [place for place, text in promises.stated().items() if re.search(r"\[(TypeScript|Python)\]", text)]
    assert marked == []
