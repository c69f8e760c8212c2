"""Programs that specify the structural checker: their annotated assignments, and what the marks expect of each.

A program is a module of `programs/`. Each annotated assignment at its top level is a case, on one line:

    name: Interface = value                             accepted by pyright and by the checker
    name: Interface = value  # E: member code           refused by both; the checker reports this code for this member
    name: Interface = value  # S: reason                refused by pyright alone, for this reason
    name: Interface = value  # R: member code -- reason refused by the checker alone, for this reason

Several faults are separated by `;`, codes that are equally good by `|`; `.` stands for the object as a whole, and a
reason may follow the faults of `E` as well. Assignments annotated with `TypeAlias` or `Final` are no cases. A program
whose name ends in `_312`, `_313` or `_314` needs that Python; a file whose name begins with `_` is no program.
"""

import __future__

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, cast

FOLDER = Path(__file__).parent / "programs"
NO_CASES = {"TypeAlias", "Final"}
ASSIGNMENT = re.compile(r"(?P<name>\w+): (?P<annotation>[^=]+?) = ")
MARK = re.compile(r"#\s*(?P<kind>[ESR]):\s*(?P<rest>.*)$")
FAULT = re.compile(r"(?P<member>\S+) (?P<codes>[a-z-]+(?:\|[a-z-]+)*)")

Kind = Literal["", "E", "S", "R"]
Fault = tuple[str, frozenset[str]]


@dataclass(frozen=True)
class Case:
    """One annotated assignment, and what its mark expects."""

    program: str
    name: str
    line: int
    kind: Kind
    faults: tuple[Fault, ...]
    reason: str

    @property
    def label(self) -> str:
        """Return the name of the test."""
        return f"{self.program}:{self.name}"

    @property
    def pyright_refuses(self) -> bool:
        """Whether a type checker reports an error on the line."""
        return self.kind in {"E", "S"}


@dataclass
class Program:
    """A program as it was executed: the interface and the value of each case."""

    module: ModuleType
    values: dict[str, tuple[Any, Any]] = field(default_factory=dict[str, tuple[Any, Any]])
    errors: dict[str, Exception] = field(default_factory=dict[str, Exception])


def paths() -> list[Path]:
    """Return the programs, also those that need a newer Python."""
    return sorted(path for path in FOLDER.glob("*.py") if not path.name.startswith("_"))


def runs_here(path: Path) -> bool:
    """Whether this Python can execute a program."""
    match = re.search(r"_3(\d\d)$", path.stem)
    return match is None or sys.version_info >= (3, int(match[1]))


def parse_mark(line: str, place: str) -> tuple[Kind, tuple[Fault, ...], str]:
    """Return the kind, the faults and the reason of the mark that ends a line."""
    match = MARK.search(line)
    if match is None:
        assert not re.search(r"#\s*[ESR]\b", line), f"{place}: unreadable mark"
        return "", (), ""
    kind, rest = cast("Kind", match["kind"]), match["rest"].strip()
    if kind == "S":
        assert rest, f"{place}: a mark S needs a reason"
        return kind, (), rest
    text, _, reason = rest.partition(" -- ")
    assert reason or kind == "E", f"{place}: a mark R needs a reason"
    faults: list[Fault] = []
    for part in text.split(";"):
        found = FAULT.fullmatch(part.strip())
        assert found, f"{place}: unreadable fault {part.strip()!r}"
        member = "" if found["member"] == "." else found["member"]
        faults.append((member, frozenset(found["codes"].split("|"))))
    return kind, tuple(faults), reason.strip()


def is_case(annotation: str) -> bool:
    """Whether an assignment with this annotation is checked."""
    return annotation.partition("[")[0].rpartition(".")[2] not in NO_CASES


def cases_of(path: Path) -> Iterator[Case]:
    """Yield the cases of a program, in the order of its lines; any Python can read them."""
    seen: set[str] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        place = f"{path.name}:{number}"
        match = ASSIGNMENT.match(line)
        if match is None or not is_case(match["annotation"]):
            assert not MARK.search(line), f"{place}: a mark on a line without a case"
            continue
        assert match["name"] not in seen, f"{place}: a second {match['name']}"
        seen.add(match["name"])
        yield Case(path.stem, match["name"], number, *parse_mark(line, place))


def all_cases() -> list[Case]:
    """Return the cases of the programs that this Python can execute."""
    return [case for path in paths() if runs_here(path) for case in cases_of(path)]


@cache
def load(name: str) -> Program:
    """Execute a program statement by statement, and evaluate the annotation and the value of each case."""
    path = FOLDER / f"{name}.py"
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    program = Program(ModuleType(f"programs_{name}"))
    module = program.module
    module.__file__ = str(path)
    sys.modules[module.__name__] = module  # where annotations in text are looked up
    if str(FOLDER) not in sys.path:
        sys.path.append(str(FOLDER))  # a program may import a module that begins with `_`
    flags = 0
    cases = {case.line: case.name for case in cases_of(path)}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            flags |= __future__.annotations.compiler_flag
        if isinstance(node, ast.AnnAssign) and node.value and node.lineno in cases:
            name = cases.pop(node.lineno)
            try:
                interface = evaluate(node.annotation, path, vars(module))
                if isinstance(interface, str):
                    interface = evaluate(ast.parse(interface, mode="eval").body, path, vars(module))
                value = evaluate(node.value, path, vars(module))
            except Exception as error:  # noqa: BLE001 - shown by the test of the case
                program.errors[name] = error
                continue
            program.values[name] = interface, value
            vars(module)[name] = value
        else:
            code = compile(ast.Module([node], []), str(path), "exec", flags, dont_inherit=True)
            exec(code, vars(module))  # noqa: S102 - our own program
    assert not cases, f"{path.name}: cases that are no statements of one line: {cases}"
    return program


def evaluate(node: ast.expr, path: Path, scope: dict[str, Any]) -> Any:
    """Return the value of an expression of a program."""
    return eval(compile(ast.Expression(node), str(path), "eval", dont_inherit=True), scope)  # noqa: S307 - our own
