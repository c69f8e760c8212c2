# ruff: noqa: T201 - a command line prints
"""`latency-shim show`."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

from latency_shim import cli
from latency_shim.cli import NOT_CHECKED, OK
from latency_shim.cli._matching import home, of_contract
from latency_shim.cli._targets import TargetError

TYPE_CHECKING = False  # true to type checkers

if TYPE_CHECKING:
    from typing import Any

    from latency_shim.cli._parser import Arguments

__all__ = ["command"]


def command(arguments: Arguments) -> int:
    """Show an interface as the stub has it."""
    [name] = arguments.words
    try:
        print(stub_text(name))
    except TargetError as error:
        print(f"error: {name}: {error}", *([f"help: {error.help}"] if error.help else []), sep="\n", file=sys.stderr)
        return NOT_CHECKED
    return OK


def stub_text(name: str) -> str:
    """Return the text of a public name of the contract, as the stub has it."""
    from latency_shim.conformance._checking import resolved

    if ":" in name:
        raise TargetError("only the contract has stubs here")
    module, bare = home(name)
    thing = of_contract(module, bare)
    if resolved(thing) is not thing:
        bare = resolved(thing).__name__
    path = stubs().joinpath(*module.split(".")).with_suffix(".pyi")
    text = path.read_text(encoding="utf-8")
    body = ast.parse(text).body
    lines = text.splitlines()
    for statement, following in zip(body, [*body[1:], None], strict=True):
        if defines(statement, bare):
            first = min([statement.lineno, *(one.lineno for one in getattr(statement, "decorator_list", ()))])
            # The docstring of a name that is not a class stands behind it.
            last = following if following and type(following).__name__ == "Expr" else statement
            return "\n".join(lines[first - 1 : last.end_lineno])
    raise TargetError(f"{path} does not define {bare}")


def defines(statement: ast.stmt, name: str) -> bool:
    """Return whether a statement defines a name."""
    target: Any = getattr(statement, "target", None)  # of an annotated name
    return name in {getattr(statement, "name", None), getattr(target, "id", None)}


def stubs() -> Path:
    """Return the folder of the stubs: beside the shim, in a work tree too, else on the path."""
    beside = Path(__file__).resolve().parents[2]
    for folder in (beside, *map(Path, cli.search_path or sys.path)):
        found = folder / "latency-stubs"
        if found.is_dir():
            return found
    raise TargetError(f"the stubs are not found: no folder latency-stubs in {beside}, nor on sys.path")
