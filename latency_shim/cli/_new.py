# ruff: noqa: T201 - a command line prints
"""`latency-shim new`."""

from __future__ import annotations

import re
import sys
from keyword import kwlist
from pathlib import Path
from string import Template

from latency_shim.cli import NOT_CHECKED, OK
from latency_shim.cli._parser import COMMANDS, UsageError, suggestion

TYPE_CHECKING = False  # true to type checkers

if TYPE_CHECKING:
    from latency_shim.cli._parser import Arguments

__all__ = ["KINDS", "command"]

TEMPLATES = Path(__file__).with_name("templates")
KINDS = {
    "plugin": ".venv/bin/latency-shim check $distribution",
    "provider": ".venv/bin/latency-shim check $distribution src/$package/store.py:FileStateStore",
    "core": ".venv/bin/latency-shim check src/$package/registry.py:Registry",
}
"""What can be written, with the command that checks it."""
SUFFIX = ".txt"
"""Of templates, so that nothing takes them for what they will be."""


def command(arguments: Arguments) -> int:
    """Write a project into a new folder."""
    kind, name = arguments.words
    if kind not in KINDS:
        near = suggestion(kind, KINDS) or f"; expected one of {', '.join(KINDS)}"
        raise UsageError(f"new: unknown kind {kind!r}{near}", COMMANDS["new"])
    package = re.sub(r"[-.]+", "_", name).lower()
    is_taken = package in {*sys.stdlib_module_names, *kwlist, "latency", "latency_shim", "tests"}
    if is_taken or not re.fullmatch(r"[A-Za-z][A-Za-z0-9]*([-_.][A-Za-z0-9]+)*", name):
        reason = "is taken" if is_taken else "cannot name a distribution"
        raise UsageError(f"new: {name!r} {reason}; write a name such as release-notes", COMMANDS["new"])
    folder = Path(name)
    try:
        folder.mkdir()
    except FileExistsError:
        print(f"error: {name} exists already: nothing was written", file=sys.stderr)
        return NOT_CHECKED
    except OSError as error:
        print(f"error: {name} cannot be made: {error.strerror}", file=sys.stderr)
        return NOT_CHECKED
    values = {
        "distribution": name,
        "package": package,
        "title": re.sub(r"[-_.]+", " ", name).capitalize(),
        "kind": kind,
    }
    values["check"] = Template(KINDS[kind]).substitute(values)
    for template in (path for part in ("common", kind) for path in sorted((TEMPLATES / part).rglob(f"*{SUFFIX}"))):
        parts = template.relative_to(TEMPLATES).parts[1:]
        file = folder.joinpath(*(package if part == "PACKAGE" else part for part in parts))
        file = file.with_name(file.name.removesuffix(SUFFIX))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(Template(template.read_text(encoding="utf-8")).substitute(values), encoding="utf-8")
        print(file)
    return OK
