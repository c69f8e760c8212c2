"""What the stubs promise, clause by clause, and what the kit's suites make of it."""

import ast
import inspect
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from latency_shim.testing import Contract

STUBS = Path(__file__).parent.parent / "latency-stubs"
TABLE = Path(__file__).parent / "clauses.toml"
TYPESCRIPT, PYTHON, REMARK = SOURCES = "TypeScript", "Python", "remark"
OPEN, UNTESTED = NO_TESTS = "left open", "untested"


class Clause(NamedTuple):
    """A part of what a docstring says, with its source, and the tests that stand for it or why there are none."""

    place: str
    text: str
    source: str
    tests: tuple[str, ...]


def text_of(docstring: str) -> str:
    """Return the prose of a docstring on one line: without code, and without the signs of a list."""
    prose = re.sub(r"```.*?```", "", docstring, flags=re.DOTALL)
    return " ".join(re.sub(r"^\s*- ", "", prose, flags=re.MULTILINE).split())


def docstrings(tree: ast.AST, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield each class, member and constant of a stub with its docstring; the first of several overloads has it."""
    body: list[ast.stmt] = getattr(tree, "body", [])
    overloaded: set[str] = set()
    for statement, following in zip(body, [*body[1:], None], strict=True):
        if isinstance(statement, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            if statement.name not in overloaded:
                yield prefix + statement.name, ast.get_docstring(statement) or ""
            overloaded.add(statement.name)
        if isinstance(statement, ast.ClassDef):
            yield from docstrings(statement, f"{prefix}{statement.name}.")
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            text = following.value if isinstance(following, ast.Expr) else None
            written = text.value if isinstance(text, ast.Constant) else ""
            yield prefix + statement.target.id, inspect.cleandoc(str(written))


def stated() -> dict[str, str]:
    """Return all that the stubs state, by module and dotted name: `facets.state:StateStore.get`."""
    found: dict[str, str] = {}
    for path in sorted(STUBS.rglob("*.pyi")):
        module = path.relative_to(STUBS).with_suffix("").as_posix().replace("/", ".")
        for name, docstring in docstrings(ast.parse(path.read_text(encoding="utf-8"))):
            found[f"{module}:{name}"] = text_of(docstring)
    return found


def clauses() -> list[Clause]:
    """Return all clauses of the table."""
    table: dict[str, dict[str, list[str]]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return [
        Clause(place, text, source, tuple(tests))
        for place, rows in table.items()
        for text, (source, *tests) in rows.items()
    ]


def promised() -> dict[str, str]:
    """Return all that is promised, by place: what is stated without the remarks."""
    found: dict[str, list[str]] = {}
    for clause in clauses():
        if clause.source != REMARK:
            found.setdefault(clause.place, []).append(clause.text)
    return {place: " ".join(texts) for place, texts in found.items()}


def of_suite(suite: type[Contract], also: tuple[str, ...]) -> list[Clause]:
    """Return each clause for which a suite has to answer: its interface's, and of names that go with it."""
    module = suite.interface.__module__.partition(".")[2]
    names = suite.interface.__name__, *also
    return [
        clause
        for clause in clauses()
        if clause.source != REMARK
        and any(f"{clause.place}.".startswith((f"{module}:{name}.", f"{name}.")) for name in names)
    ]


def quotes(suite: type[Contract]) -> dict[str, list[str]]:
    """Return what each test of a suite quotes of the contract."""
    found: dict[str, list[str]] = {}
    for name, test in suite.contract_tests.items():
        promise = " ".join((test.__doc__ or "").partition("\n\n")[0].split())
        found[name] = promise.split(" … ")
    return found
