"""The examples of README, docs and docstrings run; every docstring says where its promise comes from."""

import ast
import re
from pathlib import Path

import pytest

import documents
from cli_fixtures import Printed

STUBS = documents.ROOT / "latency-stubs"
PROGRAMS = documents.programs()


@pytest.mark.parametrize("name", PROGRAMS)
def test_examples_run(name: str) -> None:
    exec(compile(PROGRAMS[name], documents.ROOT / name, "exec"), {"__name__": "example"})  # noqa: S102 - our own


def test_the_readme_shows_what_the_command_line_prints(printed: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(documents.ROOT)
    shown = printed("check", "examples.broken:BrokenRegistry", "examples/broken.toml", code=1)
    readme = (documents.ROOT / "README.md").read_text(encoding="utf-8")
    assert f"```text\n{shown}```" in readme


@pytest.mark.parametrize("path", sorted(STUBS.rglob("*.pyi")), ids=lambda path: str(path.relative_to(STUBS)))
def test_every_stub_module_has_an_example(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring is not None
    assert "```python\n" in docstring


def described(path: Path) -> list[tuple[str, str | None]]:
    """Give each public class, method, key, attribute and constant of a stub, with its docstring."""
    found: list[tuple[str, str | None]] = []

    def walk(body: list[ast.stmt], prefix: str) -> None:
        seen: set[str] = set()
        for statement, following in zip(body, [*body[1:], None], strict=True):
            if isinstance(statement, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                if statement.name not in seen:  # of overloads the first one speaks for all
                    found.append((prefix + statement.name, ast.get_docstring(statement)))
                seen.add(statement.name)
            if isinstance(statement, ast.ClassDef):
                walk(statement.body, f"{prefix}{statement.name}.")
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                text = following.value if isinstance(following, ast.Expr) else None
                docstring = text.value if isinstance(text, ast.Constant) else None
                found.append((prefix + statement.target.id, str(docstring) if docstring else None))

    walk(ast.parse(path.read_text(encoding="utf-8")).body, "")
    return found


EVERYTHING = [
    pytest.param(docstring, id=f"{path.relative_to(STUBS)}:{name}")
    for path in sorted(STUBS.rglob("*.pyi"))
    for name, docstring in described(path)
]


@pytest.mark.parametrize("docstring", EVERYTHING)
def test_every_promise_says_where_it_comes_from(docstring: str | None) -> None:
    assert docstring is not None
    assert re.search(r"\[(TypeScript|Python)\]", docstring)
