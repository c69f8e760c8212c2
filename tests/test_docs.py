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
