"""Compare the structural checker's verdicts with the marks in the typing community's conformance programs.

`typing_conformance.py CHECKOUT [--write PAGE]` takes the path of a checkout of the public repository `python/typing`,
prints a table, and fails if a verdict differs from its mark without a reason in `KNOWN`, or if a reason is no longer
needed.

A program is executed statement by statement; a statement that raises is skipped. A verdict is taken for each assignment
whose target is declared as a protocol or a TypedDict: `violations(value, declared)` against the mark on the line.
"""

import __future__

import argparse
import ast
import contextlib
import copy
import io
import platform
import re
import subprocess
import sys
import types
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, TypeAlias

import typing_extensions

from latency_shim.conformance import violations

PATTERNS = (
    "protocols_*.py",
    "typeddicts_*.py",
    "callables_protocol.py",
    "generics_self_protocols.py",
    "generics_defaults*.py",
)
MARK = re.compile(r"# (E(?:\?|\[[^\]]+\])?)(?=[:\s]|$)")
START, END = "<!-- typing-conformance -->", "<!-- /typing-conformance -->"

Place: TypeAlias = Literal["declaration", "later assignment", "function"]
Outcome: TypeAlias = Literal["agree", "false alarm", "miss", "crash"]
OUTCOMES: tuple[Outcome, ...] = ("agree", "false alarm", "miss", "crash")

DECLARED_ONLY = "the value fits; the mark is about the type that the assigned variable is declared with"
KNOWN: Mapping[tuple[str, str], str] = {
    ("typeddicts_extra_items.py", "movie2: MovieBase2 = details2"): DECLARED_ONLY,
    ("typeddicts_extra_items.py", "movie3: MovieBase2 = details3"): DECLARED_ONLY,
    ("typeddicts_extra_items.py", "extra_int2 = not_closed"): DECLARED_ONLY,
    ("typeddicts_extra_items.py", "extra_str = extra_int"): DECLARED_ONLY,  # which is a copy of itself by then
    ("typeddicts_type_consistency.py", "a1: A1 = b1"): DECLARED_ONLY,
    ("typeddicts_type_consistency.py", "a2: A2 = b2"): DECLARED_ONLY,
    ("typeddicts_type_consistency.py", "a3: A3 = b3"): (
        "the value equals that of `a3_1`, which is marked: extra keys are an error in a literal, but not in a variable "
        "of another TypedDict, and at run time the two look the same"
    ),
}


@dataclass(frozen=True)
class Verdict:
    """The verdict on one assignment, with its mark."""

    file: str
    line: int
    source: str
    place: Place
    mark: str
    found: tuple[str, ...]
    outcome: Outcome

    @property
    def complains(self) -> bool:
        return bool(self.found)

    def __str__(self) -> str:
        found = ", ".join(self.found) or "no violation"
        return f"{self.file}:{self.line}: {self.source}\n    {self.outcome}: marked {self.mark or 'OK'}, found {found}"


class UnavailableError(Exception):
    """A value that cannot be made up."""


def instance_of(kind: type[object]) -> object:
    """Return an instance made without `__init__`."""
    return object.__new__(kind)


def interface(form: Any) -> Any:
    """Return the protocol or TypedDict, with its arguments, for which an annotation stands, or `None`."""
    while True:
        if isinstance(form, typing_extensions.TypeAliasType):
            form = form.__value__
        elif typing_extensions.get_origin(form) is typing_extensions.Annotated:
            form = form.__origin__
        else:
            break
    origin = typing_extensions.get_origin(form) or form
    is_interface = isinstance(origin, type) and (
        typing_extensions.is_protocol(origin) or typing_extensions.is_typeddict(origin)
    )
    return form if is_interface else None


class Program:
    """One conformance program, which is executed and judged."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = path.read_text(encoding="utf-8")
        self.lines = self.text.splitlines()
        self.tree = ast.parse(self.text, str(path))
        self.classes = {node.name: node for node in self.tree.body if isinstance(node, ast.ClassDef)}
        self.module = types.ModuleType(path.stem)
        self.module.__file__ = str(path)
        self.flags = 0
        self.verdicts: list[Verdict] = []

    def run(self) -> list[Verdict]:
        """Execute the module, then what can be had of its functions; return all verdicts."""
        sys.modules[self.path.stem] = self.module
        try:
            self.execute(self.tree.body, vars(self.module), "declaration")
            for node in self.tree.body:
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    self.execute(self.assignments(node), self.parameters(node), "function")
        finally:
            del sys.modules[self.path.stem]
        return list(self.settle_tags())

    def execute(self, body: Iterable[ast.stmt], names: dict[str, Any], place: Place) -> None:
        """Execute statements one by one, and judge the assignments to names with a declared interface."""
        declared: dict[str, Any] = {}
        again: Place = "later assignment" if place == "declaration" else place
        for node in body:
            with contextlib.suppress(Exception):  # many a line is marked because it fails
                match node:
                    case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation, value=value):
                        form = interface(self.annotation(annotation, names))
                        if value is not None:
                            names[name] = self.evaluate(value, names)
                            self.judge(node, names[name], form, place)
                        declared[name] = form
                    case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in declared:
                        names[name] = self.evaluate(value, names)
                        self.judge(node, names[name], declared[name], again)
                    case ast.ImportFrom(module="__future__"):
                        for alias in node.names:
                            self.flags |= getattr(__future__, alias.name).compiler_flag
                    case _:
                        code = ast.Module([node], [])
                        exec(compile(code, str(self.path), "exec", self.flags, dont_inherit=True), names)  # noqa: S102 - the programs are there to be run

    def evaluate(self, node: ast.expr, names: dict[str, Any]) -> Any:
        """Return the value of an expression."""
        code = compile(ast.Expression(node), str(self.path), "eval", self.flags, dont_inherit=True)
        return eval(code, names)  # noqa: S307 - the programs are there to be run

    def annotation(self, node: ast.expr, names: dict[str, Any]) -> Any:
        """Return what an annotation stands for, in quotes or not."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node = ast.parse(node.value.strip(), mode="eval").body
        return self.evaluate(node, names)

    def judge(self, node: ast.stmt, value: object, form: Any, place: Place) -> None:
        """Take the verdict on a value that is assigned to a name declared as an interface."""
        if form is None:
            return
        crash = False
        try:
            found = tuple(fault.code for fault in violations(value, form))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the checker's failure
            crash, found = True, (repr(error),)
        source = " ".join((ast.get_source_segment(self.text, node) or "").split())
        mark = next((mark for line in range(node.lineno, (node.end_lineno or 0) + 1) if (mark := self.mark(line))), "")
        outcome: Outcome = "agree"
        if crash:
            outcome = "crash"
        elif mark in {"", "E"} and bool(found) != bool(mark):
            outcome = "false alarm" if found else "miss"
        self.verdicts.append(Verdict(self.path.name, node.lineno, source, place, mark, found, outcome))

    def mark(self, line: int) -> str:
        """Return the mark on a line, counted from 1, without its explanation."""
        match = MARK.search(self.lines[line - 1])
        return match[1] if match else ""

    def settle_tags(self) -> Iterator[Verdict]:
        """Yield the verdicts, with those on tagged lines judged together.

        Of the lines with `E[tag]` exactly one is an error, of those with `E[tag+]` at least one.
        """
        marked = Counter(self.mark(line) for line in range(1, len(self.lines) + 1))
        judged = Counter(verdict.mark for verdict in self.verdicts)
        complaints = Counter(verdict.mark for verdict in self.verdicts if verdict.complains)
        for verdict in self.verdicts:
            mark, outcome = verdict.mark, verdict.outcome
            if "[" in mark and outcome != "crash":
                if not complaints[mark] and judged[mark] == marked[mark]:
                    outcome = "miss"
                elif complaints[mark] > 1 and verdict.complains and not mark.endswith("+]"):
                    outcome = "false alarm"
            yield replace(verdict, outcome=outcome)

    def assignments(self, function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[ast.stmt]:
        """Yield the plain assignments of a body; nothing else of it is executed."""
        return (node for node in function.body if isinstance(node, ast.Assign | ast.AnnAssign))

    def parameters(self, function: ast.FunctionDef | ast.AsyncFunctionDef) -> dict[str, Any]:
        """Return the names of a body: those of the module, and the parameters for which a value can be made up."""
        names = dict(vars(self.module))
        arguments = function.args
        for argument in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]:
            names.pop(argument.arg, None)
            if argument.annotation is not None:
                with contextlib.suppress(Exception):
                    names[argument.arg] = self.stand_in(self.annotation(argument.annotation, vars(self.module)))
        return names

    def stand_in(self, form: Any) -> object:
        """Make up a value: for a protocol an implementation, for another class an instance made without `__init__`."""
        kind = typing_extensions.get_origin(form) or form
        # The dict that a TypedDict is at run time does not keep the type it was declared with, and nothing is known of
        # the items of list[int]: what is said of such parameters cannot be seen in a value.
        if not isinstance(kind, type) or typing_extensions.is_typeddict(kind):
            raise UnavailableError
        if kind.__module__ == "builtins":
            if kind is not form:
                raise UnavailableError
            return kind()
        if typing_extensions.is_protocol(kind):
            return self.implementation(kind, typing_extensions.get_args(form))
        return instance_of(kind)

    def implementation(self, protocol: type, arguments: tuple[Any, ...]) -> object:
        """Make an object with exactly the members of a protocol, whose type variables are replaced by arguments."""
        definition = self.classes.get(protocol.__name__)
        if definition is None or {base.__name__ for base in protocol.__mro__[1:]} - {"Protocol", "Generic", "object"}:
            raise UnavailableError
        variables = getattr(protocol, "__parameters__", ())
        names = vars(self.module) | {variable.__name__: one for variable, one in zip(variables, arguments, strict=True)}
        definition = copy.deepcopy(definition)
        definition.bases, definition.keywords, definition.decorator_list = [], [], []
        setattr(definition, "type_params", [])  # noqa: B010 - which the syntax tree has from Python 3.12 on
        data: dict[str, ast.expr] = {}
        for member in definition.body:
            match member:
                case ast.FunctionDef() | ast.AsyncFunctionDef():
                    member.body = ast.parse("raise AssertionError('nobody calls this')").body
                    member.decorator_list = [one for one in member.decorator_list if "abstract" not in ast.unparse(one)]
                case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
                    data[name] = annotation
                case _:
                    pass
        module = ast.fix_missing_locations(ast.Module([definition], []))
        exec(compile(module, str(self.path), "exec", self.flags, dont_inherit=True), names)  # noqa: S102 - made from the program
        made: object = names[protocol.__name__]()
        for name, annotation in data.items():
            setattr(made, name, self.stand_in(self.annotation(annotation, names)))
        return made


def verdicts_of(checkout: Path) -> list[Verdict]:
    """Run the conformance programs of a checkout; return the verdicts on all of them."""
    tests = checkout / "conformance" / "tests"
    paths = [path for pattern in PATTERNS for path in sorted(tests.glob(pattern))]
    if not paths:
        raise SystemExit(f"{checkout} is no checkout of python/typing: it has no programs in conformance/tests")
    sys.path.append(str(tests))  # programs import each other
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # some print
            return [verdict for path in paths for verdict in Program(path).run()]
    except SyntaxError as error:
        python = platform.python_version()
        raise SystemExit(
            f"{error.filename} has syntax that Python {python} does not know: take 3.12 or later"
        ) from None
    finally:
        sys.path.remove(str(tests))


def complaints(verdicts: Iterable[Verdict], known: Mapping[tuple[str, str], str]) -> list[str]:
    """Return the differences for which no reason is known, and the reasons for which there is no difference."""
    verdicts = list(verdicts)
    differing = {(verdict.file, verdict.source) for verdict in verdicts if verdict.outcome != "agree"}
    there = {(verdict.file, verdict.source) for verdict in verdicts}
    unknown = [
        str(verdict)
        for verdict in verdicts
        if verdict.outcome != "agree" and (verdict.file, verdict.source) not in known
    ]
    stale = [
        f"{file}: {source}\n    {'agrees now' if (file, source) in there else 'is not there'}: take it out of KNOWN"
        for file, source in known
        if (file, source) not in differing
    ]
    return unknown + stale


def table(verdicts: Iterable[Verdict], known: Mapping[tuple[str, str], str]) -> str:
    """Return the table of agreement, and the table of known differences."""
    verdicts = list(verdicts)
    declarations = [verdict for verdict in verdicts if verdict.place == "declaration"]
    parts = {
        f"`{file}`": [one for one in declarations if one.file == file]
        for file in dict.fromkeys(one.file for one in declarations)
    }
    parts |= {
        "**annotated assignments of all files**": declarations,
        "later assignments to the same names": [one for one in verdicts if one.place == "later assignment"],
        "assignments in functions": [one for one in verdicts if one.place == "function"],
    }
    lines = ["| file | verdicts | agree | false alarms | misses | crashes |", "|---|--:|--:|--:|--:|--:|"]
    for name, some in parts.items():
        counts = Counter(one.outcome for one in some)
        lines.append(f"| {name} | {len(some)} | {' | '.join(str(counts[outcome]) for outcome in OUTCOMES)} |")
    lines += ["", "Known differences:", "", "| file | assignment | reason |", "|---|---|---|"]
    for (file, source), reason in known.items():
        escaped = source.replace("|", "\\|")
        lines.append(f"| `{file}` | `{escaped}` | {reason} |")
    return "\n".join(lines)


def commit_of(checkout: Path) -> str:
    """Return the abbreviated commit of a checkout; nothing if it is a plain folder."""
    command = ["git", f"--git-dir={checkout / '.git'}", "rev-parse", "--short=8", "HEAD"]
    with contextlib.suppress(OSError, subprocess.CalledProcessError):
        done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603 - our own command
        return done.stdout.strip()
    return ""


def write(page: Path, text: str) -> None:
    """Put text between the markers of a page."""
    before, start, rest = page.read_text(encoding="utf-8").partition(START)
    _, end, after = rest.partition(END)
    if not (start and end):
        raise SystemExit(f"{page} has no {START} with a {END} after it")
    page.write_text(f"{before}{START}\n\n{text}\n\n{END}{after}", encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Print the table; return 1 if there is a difference without a reason or a reason without a difference."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkout", type=Path, help="path of a checkout of python/typing")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="page to put the table into")
    options = parser.parse_args(arguments)
    verdicts = verdicts_of(options.checkout.resolve())
    commit = commit_of(options.checkout)
    programs = f"`python/typing` at {commit}" if commit else "`python/typing`"
    text = f"{programs}, Python {platform.python_version()}:\n\n{table(verdicts, KNOWN)}"
    print(text)
    if options.write is not None:
        write(options.write, text)
    wrong = complaints(verdicts, KNOWN)
    if wrong:
        print(f"\n{len(wrong)} to look at:\n", *wrong, sep="\n", file=sys.stderr)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
