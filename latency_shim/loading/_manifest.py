"""Reading manifests from files."""

import json
import os
import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn, cast

from latency_shim._typing import TypeForm
from latency_shim.composition.manifest import PluginManifest
from latency_shim.conformance import Location, Violation, violations
from latency_shim.conformance._checking import MOST_TOLD
from latency_shim.conformance._wording import count
from latency_shim.loading._lines import Lines
from latency_shim.loading._text import clean

FORMS = {".toml": "TOML", ".json": "JSON"}
MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"\x00\x00\xfe\xff": "UTF-32"}
"""Beginnings of files in other encodings."""
PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")
"""Where a message of tomllib says what it is about."""


class ManifestError(ValueError):
    """A file holds no valid manifest: it cannot be read or parsed (`reason`), or has `violations`, each with its line."""

    def __init__(
        self, path: str, reason: str = "", line: int | None = None, violations: Sequence[Violation] = ()
    ) -> None:
        """Store which file it is, and what is wrong with it."""
        super().__init__(path, reason, line, tuple(violations))
        self.path = path
        self.reason = reason
        self.line = line
        self.violations: tuple[Violation, ...] = tuple(violations)

    def __str__(self) -> str:
        place = clean(self.path) if self.line is None else f"{clean(self.path)}:{self.line}"
        if not self.violations:
            return f"{place}: {self.reason}"
        lines = [f"{place} is not a valid manifest: {count(len(self.violations), 'violation')}"]
        for violation in self.violations[:MOST_TOLD]:
            first, *rest = violation.lines()
            where = violation.location and f"{clean(violation.location.file)}:{violation.location.line}: "
            lines += [f"  {where or ''}{clean(first)}", *(f"  {line}" for line in rest)]
        if (more := len(self.violations) - MOST_TOLD) > 0:
            lines.append(f"  … and {count(more, 'more violation')}")
        return "\n".join(lines)


def load_manifest(path: str | os.PathLike[str]) -> PluginManifest:
    """Return the manifest that a TOML or JSON file holds; raise `ManifestError` with every fault, and its line.

    In a `pyproject.toml` the manifest is the table `[tool.latency]`. A key that appears twice is a fault, in JSON too.
    """
    file = os.fsdecode(path)
    data, found = checked_file(file, PluginManifest)
    if found:
        raise ManifestError(file, violations=found)
    return cast("PluginManifest", data)  # which has no violation


def checked_file(file: str, interface: TypeForm[Any]) -> tuple[object, list[Violation]]:
    """Return what a file holds, and its violations of a TypedDict; raise `ManifestError` if it cannot be read."""
    form = FORMS.get(Path(file).suffix.lower())
    if form is None:
        raise ManifestError(file, "is of an unknown kind: the name of a manifest ends in .toml or .json")
    text = _decoded(file)
    lines = Lines(text, form)
    found = [
        Violation(
            "duplicate-key",
            one.member,
            f"appears twice, first in line {one.first_line}",
            expected="one value",
            found="two",
            location=Location(file, one.line),
        )
        for one in lines.repeated
    ]
    try:
        data = _parsed(text, form, file)
    except ManifestError as error:
        if not found or not re.search("overwrite|twice|uplicate", error.reason):
            raise
        return None, found  # tomllib refuses it without naming the key
    within = ""
    if Path(file).name == "pyproject.toml":
        within = "tool.latency."
        data = _table(data, within, file)
        found = [one for one in found if one.member.startswith(within)]
    for one in violations(data, interface):
        line = lines.of((within + one.member).rstrip("."))
        found.append(replace(one, location=Location(file, line)))
    return data, sorted(found, key=_line)


def _decoded(file: str) -> str:
    """Return the text of a file; a mark of UTF-8 at its beginning, as some editors write it, is passed over."""
    try:
        data = Path(file).read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = (isinstance(error, OSError) and error.strerror) or error
        raise ManifestError(file, f"cannot be read: {reason}") from error
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            raise ManifestError(file, f"is {encoding}, but a manifest is UTF-8: save it as UTF-8")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ManifestError(file, f"is not UTF-8: found the byte {data[error.start]:#04x}", line) from error


def _parsed(text: str, form: str, file: str) -> object:
    """Return what a text in TOML or JSON holds."""
    try:
        if form == "TOML":
            return tomllib.loads(text)
        data: object = json.loads(text, parse_constant=_refuse)
        json.dumps(data, ensure_ascii=False).encode()  # fails if half of a surrogate pair was escaped
    except json.JSONDecodeError as error:
        raise ManifestError(file, f"is not valid JSON: {error.msg} (column {error.colno})", error.lineno) from error
    except RecursionError as error:
        raise ManifestError(file, "is nested too deeply") from error
    except UnicodeEncodeError as error:
        character = error.object[error.start]
        raise ManifestError(file, f"holds {character!a}, which is half of a character") from error
    except ValueError as error:
        message, line = clean(str(error)), None
        if place := PLACE.search(message):
            line = int(place[1])
            message = f"{message[: place.start()]}(column {place[2]})"
        raise ManifestError(file, f"is not valid {form}: {message}", line) from error
    return data


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a number")


def _table(data: Any, name: str, file: str) -> object:
    """Return a table within a document."""
    try:
        for part in name.rstrip(".").split("."):
            data = data[part]
    except (LookupError, TypeError):
        raise ManifestError(file, f"has no table [{name.rstrip('.')}], which must hold the manifest") from None
    return data


def _line(violation: Violation) -> int:
    return violation.location.line if violation.location else 0
