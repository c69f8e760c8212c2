# ruff: noqa: T201 - a command line prints
"""`latency-shim schema`."""

from __future__ import annotations

import os
import sys

from latency_shim.cli import NOT_CHECKED, OK
from latency_shim.cli._parser import suggestion

TYPE_CHECKING = False  # true to type checkers

if TYPE_CHECKING:
    from latency_shim.cli._parser import Arguments

__all__ = ["command"]

FOLDER = os.path.join(os.path.dirname(__file__), "schemas")  # noqa: PTH118, PTH120 - pathlib is heavy


def command(arguments: Arguments) -> int:
    """Print a JSON Schema, or the names of all."""
    names = sorted(name.removesuffix(".json") for name in os.listdir(FOLDER))  # noqa: PTH208
    if not arguments.words:
        print("\n".join(names))
        return OK
    [name] = arguments.words
    if name not in names:
        near = suggestion(name, names)
        print(f"error: there is no schema {name!r}{near}", "`latency-shim schema` lists all", sep="\n", file=sys.stderr)
        return NOT_CHECKED
    with open(os.path.join(FOLDER, f"{name}.json"), encoding="utf-8") as file:  # noqa: PTH118, PTH123
        print(file.read(), end="")
    return OK
