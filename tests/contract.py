"""Everything in the contract, by kind, so that a law can be tested over all of a kind at once."""

import datetime
import inspect
import json
import types
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from typing_extensions import is_typeddict  # knows its own TypedDict too, which the shim has on 3.11

import generate
from latency_shim import FacetKey

SURFACE: list[dict[str, Any]] = json.loads(Path(__file__).with_name("surface.json").read_text(encoding="utf-8"))
"""The facts of the TypeScript package, one entry a type."""

STUBS = generate.read(Path(__file__).parent.parent)
LEAVES = tuple(STUBS)

PUBLIC: Mapping[str, Any] = {
    f"{leaf}.{name}": getattr(module, name)
    for leaf, module in ((leaf, import_module(f"latency_shim.{leaf}")) for leaf in LEAVES)
    for name in module.__all__
}
"""Each public object by where it is defined: 'facets.state.StateStore'."""


def is_protocol(thing: Any) -> bool:
    return bool(getattr(thing, "_is_protocol", False))


PROTOCOLS = {name: thing for name, thing in PUBLIC.items() if is_protocol(thing)}
TYPED_DICTS = {name: thing for name, thing in PUBLIC.items() if is_typeddict(thing)}
ERRORS = {
    name: thing
    for name, thing in PUBLIC.items()
    if inspect.isclass(thing) and issubclass(thing, Exception) and not is_protocol(thing)
}
KEYS: Mapping[str, Any] = {name: thing for name, thing in PUBLIC.items() if isinstance(thing, FacetKey)}


IN_TYPESCRIPT = {entry["module"] for entry in SURFACE}
PYTHON_ONLY: Mapping[str, str] = {
    "composition.facet.FacetKey": "a type checker learns from it what a facet's name stands for",
    "facets.dev_agent.AbortSignal": "TypeScript has it in its standard library",
    "facets.dev_agent.AgentUsage": "TypeScript does not name the type",
    "runtime.resolution.ResolutionError": "TypeScript does not name the union",
    **dict.fromkeys(KEYS, "a facet key"),
    **{name: "its whole module" for name in PUBLIC if name.rpartition(".")[0] not in IN_TYPESCRIPT},
}
"""What the TypeScript package does not have, with the reason."""


def members(protocol: type) -> dict[str, Any]:
    """Return the members of a protocol in their order: functions and properties."""
    return {
        name: member
        for name, member in vars(protocol).items()
        if isinstance(member, property) or (inspect.isfunction(member) and not name.startswith("_"))
    }


def conforming(protocol: Any, without: str | None = None) -> type:
    """Make a class with just the members of a protocol, or all but one."""
    namespace = {
        name: sample(get_type_hints(member.fget)["return"]) if isinstance(member, property) else copied(member)
        for name, member in members(protocol).items()
        if name != without
    }
    return type("Conforming", (), namespace)


def copied(function: Any) -> Any:
    """Copy a function: one of a protocol itself implements nothing."""
    copy = types.FunctionType(function.__code__, function.__globals__, argdefs=function.__defaults__)
    copy.__kwdefaults__ = function.__kwdefaults__
    copy.__annotations__ = dict(function.__annotations__)
    return copy


def sample(hint: Any) -> Any:
    """Return a value of a type that occurs in the contract."""
    samples: dict[Any, Any] = {
        str: "text",
        int: 1,
        float: 1.5,
        bool: True,
        object: None,
        Any: None,
        bytes: b"bytes",
        type(None): None,
        datetime.datetime: datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC),
    }
    if is_typeddict(hint):
        samples[hint] = {
            key: "1.0.0" if key == "version" else sample(value) for key, value in get_type_hints(hint).items()
        }
    elif is_protocol(hint):
        samples[hint] = conforming(hint)()
    elif isinstance(hint, TypeVar):
        samples[hint] = object()
    elif isinstance(hint, type) and issubclass(hint, Exception):
        samples[hint] = hint("text")
    elif get_origin(hint) is Literal:
        samples[hint] = get_args(hint)[0]
    elif get_origin(hint) is Sequence:
        samples[hint] = [sample(get_args(hint)[0])]
    elif get_origin(hint) is Mapping:
        samples[hint] = {sample(get_args(hint)[0]): sample(get_args(hint)[1])}
    elif get_origin(hint) in {Union, types.UnionType}:
        samples[hint] = sample(get_args(hint)[0])
    if hint not in samples:
        raise NotImplementedError(f"add a sample of {hint} to tests/contract.py")
    return samples[hint]
