# ruff: noqa: T201 - a command line prints
"""Results, and the four ways to write them: text, JSON, GitHub's workflow commands, SARIF."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # true to type checkers; to import typing takes longer than all that is here

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any, Literal, TextIO, TypeAlias, TypedDict

    from latency_shim.cli._parser import Arguments
    from latency_shim.conformance import Violation

    Choice: TypeAlias = Literal["named", "inherited", "members", "manifest", "guess", "plugin", "together"]

    class Place(TypedDict):
        """A place in a file."""

        file: str
        line: int

    class Fault(TypedDict):
        """A violation, as a report has it."""

        code: str
        member: str
        message: str
        expected: str
        found: str
        help: str
        location: Place | None

    class Result(TypedDict):
        """The result of one target and one interface."""

        target: str
        status: Literal["ok", "fail", "error"]
        interface: str | None
        chosen: Choice | None
        violations: list[Fault]
        error: str | None
        help: str | None
        location: Place | None
        note: str | None


__all__ = ["VERSION", "Report", "checked", "clean", "count", "failed", "fault", "paint", "print_json", "together"]

VERSION = 2
"""Of the JSON report; `schemas/report.json` describes it."""
REASONS: dict[Choice | None, str] = {
    "inherited": ", which it inherits from",
    "members": ", found by its members",
    "manifest": ", as a manifest",
    "plugin": ", as a plugin",
}


# Making results


def checked(
    target: str,
    interface: str,
    chosen: Choice,
    violations: Iterable[Violation] = (),
    *,
    note: str | None = None,
) -> Result:
    """Return the result for a target that was checked."""
    faults = [fault(one) for one in violations]
    return {
        "target": target,
        "status": "fail" if faults else "ok",
        "interface": interface,
        "chosen": chosen,
        "violations": faults,
        "error": None,
        "help": None,
        "location": None,
        "note": note,
    }


def together(faults: Sequence[Fault]) -> Result:
    """Return the result for all manifests together."""
    return {
        "target": "all manifests",
        "status": "fail" if faults else "ok",
        "interface": None,
        "chosen": "together",
        "violations": [*faults],
        "error": None,
        "help": None,
        "location": None,
        "note": None,
    }


def failed(
    target: str,
    error: str,
    *,
    interface: str | None = None,
    help: str | None = None,
    location: Place | None = None,
) -> Result:
    """Return the result for a target that could not be checked."""
    return {
        "target": target,
        "status": "error",
        "interface": interface,
        "chosen": None,
        "violations": [],
        "error": error,
        "help": help,
        "location": location,
        "note": None,
    }


def fault(violation: Violation) -> Fault:
    """Return a violation as a report has it."""
    place = violation.location
    return {
        "code": violation.code,
        "member": violation.member,
        "message": violation.message,
        "expected": violation.expected,
        "found": violation.found,
        "help": violation.help,
        "location": None if place is None else {"file": place.file, "line": place.line},
    }


# Writing them


class Report:
    """Takes results one after another; text is printed at once, documents at the end."""

    def __init__(self, arguments: Arguments, *, quiet: bool = False) -> None:
        """Begin an empty report; a quiet one omits what conforms, except in a document."""
        self.format = arguments.format
        self.quiet = quiet
        self.results: list[Result] = []
        self.extra: dict[str, Any] = {}
        """The keys of the JSON report beside the results."""

    def add(self, results: Iterable[Result]) -> None:
        """Add results."""
        for one in results:
            self.results.append(one)
            if self.format == "text" and not (self.quiet and one["status"] == "ok"):
                for line in text(one):
                    print(line)
            elif self.format == "github":
                for line in github(one):
                    print(line)
        sys.stdout.flush()  # what targets print on stderr stays in order

    def show(self, text: str) -> None:
        """Print what only people read."""
        if self.format == "text":
            print(text)

    @property
    def exit_code(self) -> int:
        """The exit code: 2 if a target was not checked, or none was; 1 if one does not conform."""
        found = {one["status"] for one in self.results}
        if "error" in found or not found:
            return 2
        return 1 if "fail" in found else 0

    def end(self) -> int:
        """Write what is still to be written; return the exit code."""
        code = self.exit_code
        if self.format == "json":
            print_json({"exit_code": code, "results": self.results, **self.extra})
        elif self.format == "sarif":
            print_sarif(self.results, code)
        else:
            print(summary(self.results))
        return code


def summary(results: Sequence[Result]) -> str:
    """Return the last line: how many targets there were, and how they fared."""
    states = [one["status"] for one in results if one["chosen"] != "together"]
    parts = [f"{len(states) - states.count('error')} checked"]
    parts += [f"{states.count('fail')} failed"] if "fail" in states else []
    parts += [f"{states.count('error')} not checked"] if "error" in states else []
    apart = any(one["chosen"] == "together" and one["violations"] for one in results)
    return ", ".join(parts) + ("; all manifests together do not fit" if apart else "")


def text(result: Result) -> list[str]:
    """Return the lines of a result: what came of it, then each fault with its place, and help."""
    target = clean(result["target"])
    if result["status"] == "error":
        lines = [f"{paint('error', '1;31')} {target}  {clean(result['error'] or '')}"]
        if result["location"]:
            lines = [f"{where(result, result['location'])}: {lines[0]}"]
        return [*lines, f"    {paint('help:', '36')} {clean(result['help'])}"] if result["help"] else lines
    name = f"{result['interface']}{REASONS.get(result['chosen'], '')}"
    if result["chosen"] == "together":
        problems = count(len(result["violations"]), "problem")
        lines = [f"{paint('FAIL', '1;31')}  {target}  do not fit together: {problems}"]
        lines = lines if result["violations"] else [f"{paint('ok', '32')}    {target}  fit together"]
    elif result["status"] == "ok":
        lines = [f"{paint('ok', '32')}    {target}  conforms to {name}"]
    else:
        faults = count(len(result["violations"]), "violation")
        lines = [f"{paint('FAIL', '1;31')}  {target}  does not conform to {name}: {faults}"]
    for one in result["violations"]:
        member = paint(clean(one["member"]) or "the object", "1")
        place = where(result, one["location"])
        lines.append(f"{place}: {member}: {clean(one['message'])} {paint('[' + one['code'] + ']', '2')}")
        if one["help"]:
            lines.append(f"    {paint('help:', '36')} {clean(one['help'])}")
    if result["note"]:
        lines.append(f"    note: {clean(result['note'])}")
    return lines


def github(result: Result) -> list[str]:
    """Return the workflow commands of a result, which GitHub shows beside the lines of code."""
    if result["status"] == "error":
        message = "\n".join([f"{result['target']}: {result['error']}", *([result["help"]] if result["help"] else [])])
        return [annotation(result, result["location"], "not checked", message)]
    return [
        annotation(
            result,
            one["location"],
            f"{result['target']}: {one['code']}",
            f"{one['member'] or 'the object'}: {one['message']}" + (f"\nhelp: {one['help']}" if one["help"] else ""),
        )
        for one in result["violations"]
    ]


def annotation(result: Result, place: Place | None, title: str, message: str) -> str:
    """Return a workflow command."""
    properties = {"title": title}
    if place:
        properties = {"file": shortened(place["file"]), "line": str(place["line"]), **properties}
    elif is_file(result):
        properties = {"file": result["target"], **properties}
    shown = ",".join(f"{key}={escaped(one).replace(':', '%3A').replace(',', '%2C')}" for key, one in properties.items())
    return f"::error {shown}::{escaped(message)}"


def escaped(message: str) -> str:
    """Return a text as workflow commands want it."""
    message = "\n".join(clean(line) for line in message.split("\n"))
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def print_sarif(results: Sequence[Result], code: int) -> None:
    """Print a SARIF 2.1.0 log of one run."""
    from latency_shim.cli._parser import version
    from latency_shim.conformance._rules import RULES

    found = [(result, one) for result in results for one in result["violations"]]
    number = version().split()[-1]  # unless it is not installed
    used = sorted({one["code"] for _, one in found})
    summaries = {name: rule.summary for name, rule in RULES.items()}
    rules = [{"id": name, "shortDescription": {"text": summaries.get(name, name)}} for name in used]
    notifications = [
        {
            "level": "error",
            "message": {"text": "\n".join(filter(None, [f"{one['target']}: {one['error']}", one["help"]]))},
            **physical(one, one["location"]),
        }
        for one in results
        if one["status"] == "error"
    ]
    print_json_text(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "latency-shim",
                            **({"semanticVersion": number} if "." in number else {}),
                            "rules": rules,
                        }
                    },
                    "invocations": [
                        {
                            "executionSuccessful": not notifications and bool(results),
                            "exitCode": code,
                            "toolExecutionNotifications": notifications,
                        }
                    ],
                    "results": [
                        {
                            "ruleId": one["code"],
                            "ruleIndex": used.index(one["code"]),
                            "level": "error",
                            "message": {
                                "text": f"{result['target']} as {result['interface']}: "
                                f"{one['member'] or 'the object'}: {one['message']}"
                                + (f"\nhelp: {one['help']}" if one["help"] else "")
                            },
                            **physical(result, one["location"], one["member"]),
                        }
                        for result, one in found
                    ],
                }
            ],
        }
    )


def physical(result: Result, place: Place | None, member: str = "") -> dict[str, object]:
    """Return the locations of a SARIF result."""
    location: dict[str, object] = {
        "logicalLocations": [{"fullyQualifiedName": f"{result['target']}{'.' if member else ''}{member}"}]
    }
    file = place["file"] if place else result["target"] if is_file(result) else ""
    if file:
        from urllib.parse import quote

        uri = quote(shortened(file).replace(os.sep, "/"))
        of_file: dict[str, object] = {"artifactLocation": {"uri": f"file://{uri}" if uri.startswith("/") else uri}}
        if place:
            of_file["region"] = {"startLine": place["line"]}
        location["physicalLocation"] = of_file
    return {"locations": [location]}


def print_json(document: dict[str, object]) -> None:
    """Print a JSON document with the version of its form."""
    print_json_text({"schema": VERSION, **document})


def print_json_text(document: dict[str, object]) -> None:
    """Print a JSON document."""
    import json

    print(json.dumps(document, indent=2))


# Wording


def is_file(result: Result) -> bool:
    """Return whether the target of a result is a file that exists, so that it can be opened."""
    return os.path.isfile(result["target"])  # noqa: PTH113 - pathlib is heavy


def where(result: Result, place: Place | None) -> str:
    """Return a place as editors understand it."""
    return clean(f"{shortened(place['file'])}:{place['line']}" if place else result["target"])


def shortened(path: str) -> str:
    """Return the path of a file, from the current directory on if it is below."""
    try:
        here = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118 - pathlib is heavy
    except OSError:  # it is gone
        return path
    return path.removeprefix(here)


def count(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def clean(text: str) -> str:
    """Return a text in one line, without characters that a terminal would obey."""
    return "".join(
        one if one.isprintable() else one.encode("unicode_escape").decode() for one in " ".join(text.split())
    )


def paint(text: str, code: str, stream: TextIO | None = None) -> str:
    """Return a text in colour, if it goes to a terminal."""
    return f"\x1b[{code}m{text}\x1b[0m" if has_colour(stream or sys.stdout) else text


def has_colour(stream: TextIO) -> bool:
    """Return whether colour is wanted."""
    environment = os.environ.get
    if environment("NO_COLOR"):
        return False
    if environment("FORCE_COLOR"):
        return True
    if environment("TERM") == "dumb" or (os.name == "nt" and not environment("WT_SESSION")):
        return False
    return stream.isatty()
