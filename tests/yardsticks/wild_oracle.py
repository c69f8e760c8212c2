"""What pyright says of pairs and values, asked once for a package, and whether the question is fair."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ASSIGNABILITY = frozenset({"reportReturnType", "reportAssignmentType", "reportArgumentType"})
SETTINGS = {
    "typeCheckingMode": "basic",
    "reportPrivateImportUsage": False,
    "reportMissingModuleSource": False,
    "reportIndexIssue": False,
}
HEAD = """\
from typing import Any, Protocol
def anything(*args: Any, **kwargs: Any) -> Any: ...
class Nothing: ...
class Impossible(Protocol):
    def no_class_has_this_method(self) -> int: ...
"""
MEMBER = re.compile(
    r'^ {4,6}"(?P<name>\w+)" (?P<fault>is not present|is an incompatible type|is invariant because it is mutable'
    r"|is (?:not )?read-only in protocol|is writable in protocol|[\w -]+ ClassVar\b.*)$"
)
SHAPE = re.compile(
    r"Extra parameter|Function accepts too (?:few|many)|Keyword parameter .* is missing|Missing keyword parameter"
    r"|Parameter name|Position-only|Positional parameter count|has no corresponding parameter"
    r"|is missing default argument"
)
RESULT = re.compile(r"return type .* is incompatible")
WHOLLY_UNSEEN = (
    "a property in place of a method",
    "an attribute in place of a method",  # pyright binds it
    "decorated",
    "descriptor",
    "made at run time",
    "stub differs",
    "compiled",
    "typeshed",
    "type inferred",
    "annotation cannot be resolved",
    "bound of a type parameter cannot be resolved",
)
DIFFERENT = frozenset(
    {
        "a property for an attribute of type Any",  # which pyright accepts
        "defined under TYPE_CHECKING",
        "stands for another type at run time",
    }
)
INVARIANT = "is invariant because it is mutable"
PARAMETER = re.compile(r"^(?:Keyword p|P)arameter .*is incompatible with type")


@dataclass
class Answer:
    """Pyright's messages for one line, by whether they are about assignability."""

    refused: list[str] = field(default_factory=list[str])
    other: list[str] = field(default_factory=list[str])


@dataclass
class Program:
    """The generated program, and which line asks what."""

    lines: list[str] = field(default_factory=list[str])
    asking: dict[str, int] = field(default_factory=dict[str, int])
    importing: dict[str, int] = field(default_factory=dict[str, int])
    copying: dict[str, range] = field(default_factory=dict[str, range])

    def add(self, text: str) -> int:
        self.lines += text.splitlines()
        return len(self.lines)


def program_of(asked: Mapping[str, Any]) -> Program:
    """Write the program that asks all questions about a package, each on a line of its own."""
    program = Program()
    program.add(HEAD)
    for module, name, short in asked["imports"]:
        program.importing[short] = program.add(f"from {module} import {name} as {short}")
    for name, text in asked["copies"].items():
        first = len(program.lines) + 1
        program.copying[name] = range(first, program.add(text) + 1)
    for source in sorted({pair["source"] for pair in asked["pairs"]}):
        text = f"def c_{source.replace('.', '_')}(x: {source}) -> Impossible: return x"
        program.asking[f"class {source}"] = program.add(text)
    for number, target in enumerate(sorted({pair["target"] for pair in asked["pairs"]})):
        program.asking[f"protocol {target}"] = program.add(f"def p_{number}(x: Nothing) -> {target}: return x")
    for number, pair in enumerate(asked["pairs"]):
        text = f"def pair_{number}(x: {pair['source']}) -> {pair['target']}: return x"
        program.asking[f"pair {number}"] = program.add(text)
        if pair["relaxed"]:
            text = f"def relaxed_{number}(x: {pair['source']}) -> {pair['relaxed']}: return x"
            program.asking[f"relaxed {number}"] = program.add(text)
    for number, value in enumerate(asked["values"]):
        program.asking[f"value {number}"] = program.add(f"value_{number}: {value['target']} = {value['text']}")
    return program


def ask(program: Program, folder: Path) -> dict[int, Answer]:
    """Run pyright over a program and return its answers by line."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "questions.py"
    file.write_text("\n".join(program.lines) + "\n", encoding="utf-8")
    (folder / "pyrightconfig.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "pyright", "--outputjson", f"--pythonpath={sys.executable}", "-p", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8"},  # messages are read
    )
    answers: dict[int, Answer] = {}
    for message in json.loads(done.stdout)["generalDiagnostics"]:
        if message["severity"] != "error" or Path(message["file"]).name != file.name:
            continue
        answer = answers.setdefault(message["range"]["start"]["line"] + 1, Answer())
        text = message["message"].replace("\xa0", " ")
        kind = answer.refused if message.get("rule") in ASSIGNABILITY else answer.other
        kind.append(text if message.get("rule") in ASSIGNABILITY else f"{message.get('rule')}: {text}")
    return answers


def names_in(text: str) -> set[str]:
    return set(re.findall(r"\bN\d+\b", text))


class Judge:
    """Says for each question pyright's answer, or why it is not fair to ask."""

    def __init__(self, asked: Mapping[str, Any], program: Program, answers: Mapping[int, Answer]) -> None:
        self.asked = asked
        self.program = program
        self.answers = answers

    def at(self, question: str) -> Answer:
        return self.answers.get(self.program.asking[question], Answer())

    def broken(self, text: str) -> bool:
        """Return whether an import or a copy that a question rests on is wrong."""
        lines = [self.program.importing[name] for name in names_in(text)]
        for name in re.findall(r"\bCopy\d+\b", text):
            lines += self.program.copying[name]
        return any(line in self.answers for line in lines)

    def pair(self, number: int) -> tuple[str, str]:
        """Return "yes", "no" or "" for a pair, and the message, or the reason why it is left out."""
        pair = self.asked["pairs"][number]
        reason = self.unknown(number, pair)
        if reason:
            return "", reason
        refused = self.at(f"pair {number}").refused
        if not refused:
            missing = any(not member["present"] for member in pair["facts"].values())
            return ("", "not there at run time") if missing else ("yes", "")
        message = refused[0]
        if pair["relaxed"] and not refuses_setting(message, pair["facts"]) and not self.broken(pair["relaxed"]):
            relaxed = self.at(f"relaxed {number}").refused
            if not relaxed:
                return "", "invariance"
            message = relaxed[0]
        reason = unfair_refusal(message, pair["facts"])
        return ("", reason) if reason else ("no", refused[0])

    def unknown(self, number: int, pair: Mapping[str, Any]) -> str:
        """Return why neither answer of pyright's to a pair counts, or ""."""
        answer = self.at(f"pair {number}")
        text = f"{pair['source']} {pair['target']}"
        if self.broken(text) or answer.other:
            return "pyright cannot read the question"
        if not self.at(f"class {pair['source']}").refused:
            return "pyright does not know the class"
        if not self.at(f"protocol {pair['target']}").refused:
            return "pyright does not know the protocol"
        for member in pair["facts"].values():
            if {"typeshed", "type inferred"} <= {*member["class"]}:  # a stub's method, which each instance gets
                return "typeshed"
        reasons = {one for member in pair["facts"].values() for one in (*member["class"], *member["protocol"])}
        different = reasons & DIFFERENT
        return min(different, default="")

    def value(self, number: int) -> tuple[str, str]:
        """Return the same for a value."""
        value = self.asked["values"][number]
        answer = self.at(f"value {number}")
        if self.broken(f"{value['target']} {value['text']}") or answer.other:
            return "", "pyright cannot read the question"
        return ("no", answer.refused[0]) if answer.refused else ("yes", "")


@dataclass
class Fault:
    """Pyright's messages for one member."""

    texts: set[str] = field(default_factory=set[str])
    below: list[str] = field(default_factory=list[str])


def faults_in(message: str) -> dict[str, Fault]:
    """Return the members that a message names, each with the lines below it."""
    found: dict[str, Fault] = {}
    last: Fault | None = None
    for line in message.splitlines()[2:]:
        match = MEMBER.match(line)
        if match:
            last = found.setdefault(match["name"], Fault())
            last.texts.add(match["fault"])
        elif last and line.strip() != "...":
            last.below.append(line.strip())
    return found


def refuses_setting(message: str, facts: Mapping[str, Any]) -> bool:
    """Return whether pyright refuses an attribute because it cannot be set, which a run time sees too."""
    return "is writable in protocol" in message or any(
        facts[name]["read_only"] for name in faults_in(message) if name in facts
    )


def unfair_refusal(message: str, facts: Mapping[str, Any]) -> str:
    """Return why a run time cannot see any of the faults that pyright names, or "" where it can see one."""
    reasons = [unseen(name, fault, facts.get(name)) for name, fault in faults_in(message).items()]
    return reasons[0] if reasons and all(reasons) else ""


def unseen(name: str, fault: Fault, facts: Mapping[str, Any] | None) -> str:
    """Return why a run time cannot see a fault, or ""."""
    if facts is None:
        return "of the constructor, which is no member at run time"
    if "is not present" in fault.texts:
        return "made at run time" if facts["present"] else ""
    if facts["read_only"] or any("writable" in text or "read-only" in text for text in fault.texts):
        return ""
    if all("ClassVar" in text for text in fault.texts):
        return "declared as ClassVar on one side alone"
    if INVARIANT in fault.texts or any("is invariant" in line for line in fault.below):
        return "invariance"
    return unseen_type(fault.below, {*facts["class"], *facts["protocol"]}, special=is_special(name))


def is_special(name: str) -> bool:
    """Return whether a method is one that Python calls by position."""
    return name.startswith("__") and name.endswith("__") and name != "__call__"


def unseen_type(lines: list[str], reasons: set[str], *, special: bool) -> str:
    """Return why a run time cannot see that a member has another type, or ""."""
    if wholly := reasons.intersection(WHOLLY_UNSEEN):
        return min(wholly)
    shapes = [line for line in lines if SHAPE.search(line)]
    of_result = any(RESULT.search(line) for line in lines)
    of_parameter = any(PARAMETER.search(line) for line in lines)
    if special and shapes and all(line.startswith("Parameter name") for line in shapes):
        if not (of_result or of_parameter):
            return "the name of a special method's parameter"
    elif shapes:
        return ""
    if of_parameter and not of_result:
        reasons = {one for one in reasons if not one.startswith("result ")}
    if of_result and not of_parameter:
        reasons = {one for one in reasons if not one.startswith("parameter ")}
    return min(reasons, default="")
