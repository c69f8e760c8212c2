# ruff: noqa: T201 - a command line prints
"""`latency-shim list`."""

from __future__ import annotations

from latency_shim.cli import OK
from latency_shim.cli._matching import contract
from latency_shim.cli._report import paint, print_json

TYPE_CHECKING = False  # true to type checkers

if TYPE_CHECKING:
    from latency_shim.cli._matching import Kind
    from latency_shim.cli._parser import Arguments

__all__ = ["command"]

HEADINGS: dict[Kind, str] = {
    "behaviour": "behaviours",
    "record": "records that are read (protocols)",
    "typed-dict": "records that are written (TypedDicts)",
}


def command(arguments: Arguments) -> int:
    """List the interfaces of the contract."""
    rows = [
        {
            "name": one.name,
            "package": one.module.partition(".")[0],
            "module": f"latency_shim.{one.module}",
            "kind": one.kind,
            "summary": str(one.form.__doc__ or "").strip().partition("\n")[0],
        }
        for one in contract()
    ]
    if arguments.format == "json":
        print_json({"interfaces": rows})
        return OK
    width = max(len(row["name"]) for row in rows)
    for package in dict.fromkeys(row["package"] for row in rows):
        for kind, heading in HEADINGS.items():
            listed = [row for row in rows if (row["package"], row["kind"]) == (package, kind)]
            if listed:
                print(paint(f"{package}: {heading}", "1"))
            for row in listed:
                print(f"  {row['name']:{width}}  {row['summary']}")
    return OK
