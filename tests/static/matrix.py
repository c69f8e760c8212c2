"""Programs for every protocol and every TypedDict, from the facts of the TypeScript package in `surface.json`.

For each interface they hold implementers that must be accepted and, for each reason and each member, one that must
be rejected. They do not look at the stubs: a stub that says something else makes the run fail. A new interface in
`surface.json` needs no new line here.
"""

import ast
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
sys.path.append(str(ROOT / "scripts"))

import generate  # noqa: E402 - the folder has to be on the path

SURFACE: list[dict[str, Any]] = json.loads((Path(__file__).parent.parent / "surface.json").read_text(encoding="utf-8"))
ALIASES: dict[str, str] = {entry["ts_name"]: entry["py_type"] for entry in SURFACE if entry["py_form"] == "alias"}
TYPED_DICTS = {
    (entry["module"].partition(".")[0], entry["ts_name"]): entry
    for entry in SURFACE
    if entry["py_form"] == "typed_dict"
}

# Where DESIGN settles what the listing of the TypeScript package leaves open.
SETTLED = {"Any | None": "Any", "Callable[[object], None]": "Callable[[object], object]"}

# Reasons that a checker is known to let pass, wherever they occur.
NAMES = "(not mypy, zuban: compares no names of parameters)"
WEAK = {"renamed optional parameter": NAMES, "optional made positional-only": NAMES}

KEYS = {
    (stub.name, interface): ast.unparse(statement.target)
    for stub, statement, interface in generate.keys(generate.read(ROOT))
}
"""The facet key of an interface, by the interface's module and name."""

STANDARD = {
    **{key: f"from latency_shim.facets import {key}" for key in KEYS.values()},
    "implements": "from latency_shim.conformance import implements",
    "asyncio": "import asyncio",
    "datetime": "import datetime",
    "AsyncIterator": "from collections.abc import AsyncIterator",
    "Awaitable": "from collections.abc import Awaitable",
    "Callable": "from collections.abc import Callable",
    "Mapping": "from collections.abc import Mapping",
    "Sequence": "from collections.abc import Sequence",
    "dataclass": "from dataclasses import dataclass",
    "Any": "from typing import Any",
    "Literal": "from typing import Literal",
    "CoroutineType": "from types import CoroutineType",
    "NamedTuple": "from typing import NamedTuple",
}


@dataclass(frozen=True)
class Parameter:
    """A parameter of a method; required ones are positional-only in the contract, optional ones can be named."""

    name: str
    type: str
    default: str | None = None
    prefix: str = ""

    def __str__(self) -> str:
        default = "" if self.default is None else f" = {self.default}"
        return f"{self.prefix}{self.name}: {self.type}{default}"


@dataclass(frozen=True)
class Method:
    """A method as an implementer writes it."""

    name: str
    parameters: tuple[Parameter, ...]
    result: str
    is_async: bool
    separator: str = ""  # stands at the end of the parameters: "/", or at their start: "*"

    def lines(self) -> list[str]:
        parameters = [str(parameter) for parameter in self.parameters]
        parameters = [*parameters, "/"] if self.separator == "/" else [*filter(None, [self.separator]), *parameters]
        kind = "async def" if self.is_async else "def"
        head = f"    {kind} {self.name}({', '.join(['self', *parameters])}) -> {self.result}:"
        return [head, "        raise NotImplementedError"]


def method(signature: str) -> Method:
    """Read a method from the listing."""
    [function] = ast.parse(f"{signature}: ...").body
    assert isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
    arguments = function.args.args[1:]
    defaults = [None] * (len(arguments) - len(function.args.defaults)) + [*function.args.defaults]
    parameters = [
        Parameter(one.arg, settled(one.annotation), None if default is None else ast.unparse(default))
        for one, default in zip(arguments, defaults, strict=True)
    ]
    if function.args.vararg:
        parameters.append(Parameter(function.args.vararg.arg, settled(function.args.vararg.annotation), prefix="*"))
    is_async = isinstance(function, ast.AsyncFunctionDef)
    return Method(function.name, tuple(parameters), settled(function.returns), is_async)


def settled(annotation: ast.expr | None) -> str:
    assert annotation is not None
    text = ast.unparse(annotation)
    return SETTLED.get(text, text)


@dataclass(frozen=True)
class Attribute:
    """An attribute as an implementer declares it."""

    name: str
    type: str

    def lines(self) -> list[str]:
        return [f"    {self.name}: {self.type}"]


Member = Method | Attribute


def mark(reason: str | None) -> str:
    """Write the mark of a line that must be rejected for a reason."""
    return "" if reason is None else f"  # E {reason} {WEAK.get(reason, '')}".rstrip()


class Program:
    """A program that grows by a class and a line that must be accepted or rejected."""

    def __init__(self, entry: dict[str, Any]) -> None:
        self.package = entry["module"].partition(".")[0]
        self.lines = ["class Wrong:", "    pass", "", ""]
        self.count = 0

    def define(self, members: Sequence[Member], head: str = "class {}:") -> str:
        """Write a class; give its name."""
        self.count += 1
        name = f"Case{self.count}"
        body = [line for member in members for line in member.lines()]
        self.lines += [*head.format(name).split("\n"), *(body or ["    pass"]), "", ""]
        return name

    def check(self, name: str, interface: str, reason: str | None) -> None:
        """Write a line on which a class is taken for an interface; with a reason it must be rejected."""
        self.lines += [
            f"def check_{name}(case: {name}) -> {interface}:",
            f"    return case{mark(reason)}",
            "",
            "",
        ]

    def text(self) -> str:
        """Write the program, with the imports that it needs."""
        body = "\n".join(self.lines)
        used = {node.id for node in ast.walk(ast.parse(body)) if isinstance(node, ast.Name)}
        imports = [line for name, line in STANDARD.items() if name in used]
        for package in ("composition", "facets", "runtime"):
            names = sorted(used & set(self.homes(package)))
            if names:
                imports.append(f"from latency_shim.{package} import {', '.join(names)}")
        return "\n".join([*imports, "", "", body]).rstrip() + "\n"

    def homes(self, package: str) -> Iterator[str]:
        """Return the names that a program takes from a package: its own first, of names that clash."""
        others = {entry["ts_name"] for entry in SURFACE if entry["module"].startswith(self.package)} | ADDED.get(
            self.package, set()
        )
        for entry in SURFACE:
            if entry["module"].startswith(package) and (package == self.package or entry["ts_name"] not in others):
                yield entry["ts_name"]
        yield from ADDED.get(package, ())


ADDED = {"facets": {"AbortSignal", "AgentUsage"}}


def members_of(entry: dict[str, Any]) -> list[Member]:
    """Return the members of a protocol."""
    members: list[Member] = []
    for member in entry["members"]:
        if member["kind"] == "method":
            members.append(method(member["py_signature"]))
        else:
            members.append(Attribute(member["py_name"], str(member["py_type"]).replace("[T]", "[str]")))
    return members


def faulty_methods(one: Method) -> Iterator[tuple[str, Method]]:
    """Yield each way to get a method wrong, with the reason for which it must be rejected."""
    whole = one.parameters
    if one.result != "Any":  # with which everything is compatible, a coroutine too
        if one.result.startswith("AsyncIterator"):
            yield "coroutine for async iterator", replace(one, is_async=True)
        else:
            yield "sync for async" if one.is_async else "async for sync", replace(one, is_async=not one.is_async)
        yield "wrong result", replace(one, result="Wrong")
    yield "extra required parameter", replace(one, parameters=(Parameter("extra", "str"), *whole))
    for index, parameter in enumerate(whole):

        def changed(new: Parameter | None, index: int = index) -> tuple[Parameter, ...]:
            return (*whole[:index], *([new] if new else []), *whole[index + 1 :])

        default = None if parameter.default is None else "Wrong()"
        wrong = replace(parameter, type="Wrong", default=default)
        yield "wrong parameter type", replace(one, parameters=changed(wrong))
        if parameter.prefix:
            yield "missing *args", replace(one, parameters=changed(None))
        elif parameter.default is None and not whole[-1].prefix:
            yield "too few parameters", replace(one, parameters=changed(None))
        elif parameter.default is not None:
            yield (
                "renamed optional parameter",
                replace(one, parameters=changed(replace(parameter, name=f"my_{parameter.name}"))),
            )
            yield "optional made required", replace(one, parameters=changed(replace(parameter, default=None)))
            yield "optional parameter missing", replace(one, parameters=changed(None))
            yield "optional made positional-only", replace(one, separator="/")
    if whole and not any(parameter.prefix for parameter in whole):
        yield "required made keyword-only", replace(one, separator="*")


def lawful_methods(one: Method) -> Iterator[Method]:
    """Yield each way to write a method that the contract allows."""
    yield one
    yield replace(
        one,
        parameters=tuple(
            replace(parameter, name=f"my_{parameter.name}") if parameter.default is None else parameter
            for parameter in one.parameters
        ),
    )
    yield replace(
        one,
        parameters=tuple(
            parameter if parameter.prefix else replace(parameter, type="object") for parameter in one.parameters
        ),
    )
    if not any(parameter.prefix for parameter in one.parameters):
        yield replace(one, parameters=(*one.parameters, Parameter("extra", "int", "0")))
    if one.is_async:
        yield replace(one, is_async=False, result=f"CoroutineType[Any, Any, {one.result}]")


def protocol_program(entry: dict[str, Any]) -> str:
    """Write the program of one protocol."""
    program = Program(entry)
    interface = entry["ts_name"] + ("[str]" if entry.get("type_params") else "")
    members = members_of(entry)
    is_record = entry["py_form"] == "record_protocol"
    heads = ["class {}:"]
    if is_record:
        heads = ["@dataclass(frozen=True)\nclass {}:", "@dataclass\nclass {}:", "class {}(NamedTuple):"]
    for head in heads:
        program.check(program.define(members, head), interface, None)
    for index, member in enumerate(members):

        def variant(new: Member | None, reason: str | None, index: int = index) -> None:
            changed = [*members[:index], *([new] if new else []), *members[index + 1 :]]
            program.check(program.define(changed, heads[0]), interface, reason)

        variant(None, "missing member")
        if isinstance(member, Method):
            for lawful in lawful_methods(member):
                variant(lawful, None)
            for reason, faulty in faulty_methods(member):
                variant(faulty, reason)
        else:
            if not member.type.startswith("object"):
                variant(replace(member, type="Wrong"), "wrong type")
            name = f"assign_{member.name}"
            program.lines += [f"def {name}(record: {interface}) -> None:"]
            program.lines += [
                f"    record.{member.name} = record.{member.name}{mark('read-only attribute')}",
                "",
                "",
            ]
    return program.text()


def implements_program(entry: dict[str, Any], key: str) -> str:
    """Write the program in which classes are checked by `@implements` and a facet key."""
    program = Program(entry)
    program.check(program.define(members_of(entry), f"@implements({key})\nclass {{}}:"), entry["ts_name"], None)
    program.lines.append(f"implements({key})(Wrong)  # E no member")
    return program.text()


def value(package: str, annotation: str) -> str:
    """Write a value of a type that occurs in a TypedDict."""
    literals = {
        "str": '"text"',
        "int": "1",
        "float": "1.5",
        "bool": "True",
        "object": '"anything"',
        "datetime.datetime": "datetime.datetime.now(datetime.UTC)",
        "AbortSignal": "asyncio.Event()",
    }
    annotation = ALIASES.get(annotation, annotation)
    inner = annotation.partition("[")[2].removesuffix("]")
    if annotation in literals:
        return literals[annotation]
    if annotation.startswith("Literal"):
        return inner.partition(",")[0]
    if annotation.startswith("Sequence"):
        return f"[{value(package, inner)}]"
    if annotation.startswith("Mapping"):
        return f'{{"key": {value(package, inner.partition(", ")[2])}}}'
    package = package if (package, annotation) in TYPED_DICTS else "composition"
    return dictionary(items_of(TYPED_DICTS[package, annotation], required_only=True))


PROMISED = {"version": '"1.0.0"'}
"""Values of keys of which the contract promises more than a type says."""


def items_of(entry: dict[str, Any], *, required_only: bool = False) -> dict[str, str]:
    """Return keys and values of a TypedDict, written out."""
    package = entry["module"].partition(".")[0]
    return {
        member["py_name"]: PROMISED.get(member["py_name"]) or value(package, plain(member["py_type"]))
        for member in [*inherited(entry), *entry["members"]]
        if not (required_only and member["optional"])
    }


def inherited(entry: dict[str, Any]) -> list[dict[str, Any]]:
    package = entry["module"].partition(".")[0]
    return [member for base in entry["extends"] for member in TYPED_DICTS[package, base]["members"]]


def plain(annotation: str) -> str:
    return (
        annotation.removeprefix("NotRequired[").removesuffix("]")
        if annotation.startswith("NotRequired")
        else annotation
    )


def dictionary(items: dict[str, str]) -> str:
    return "{" + ", ".join(f'"{key}": {text}' for key, text in items.items()) + "}"


def typed_dict_program(entry: dict[str, Any]) -> str:
    """Write the program of one TypedDict."""
    program = Program(entry)
    name = entry["ts_name"]
    full, required = items_of(entry), items_of(entry, required_only=True)

    def check(items: dict[str, str], reason: str | None) -> None:
        program.count += 1
        program.lines.append(f"case{program.count}: {name} = {dictionary(items)}{mark(reason)}")

    check(full, None)
    check(required, None)
    for key in required:
        check({other: text for other, text in full.items() if other != key}, "missing key")
    check({**full, "unheard_of": "1"}, "unknown key")
    for member in [*inherited(entry), *entry["members"]]:
        annotation = plain(member["py_type"])
        if annotation != "object":
            check({**full, member["py_name"]: "Wrong()"}, "wrong type")
        if ALIASES.get(annotation, annotation).startswith("Literal"):
            check({**full, member["py_name"]: '"unheard of"'}, "wrong literal")
        if member["optional"]:
            check({**full, member["py_name"]: "None"}, None if annotation == "object" else "None for an absent key")
    return program.text()


def programs() -> dict[str, str]:
    """Return every program by the name of its file."""
    found: dict[str, str] = {}
    for entry in SURFACE:
        name = f"{entry['module'].replace('.', '_')}_{entry['ts_name']}.py"
        if entry["py_form"] in {"behaviour_protocol", "record_protocol"}:
            found[name] = protocol_program(entry)
            if key := KEYS.get((entry["module"], entry["ts_name"])):
                found[f"implements_{name}"] = implements_program(entry, key)
        elif entry["py_form"] == "typed_dict":
            found[name] = typed_dict_program(entry)
    return found
