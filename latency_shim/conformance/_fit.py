# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# What is inspected here can be of any type.
"""The short way to a yes: most methods are plain functions, of which the code says at once that they conform.

Whatever is out of the ordinary is left to the long way, which knows everything and explains it.
"""

import functools
import inspect
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from latency_shim.conformance._callables import ASYNC_ITERATOR, AWAITABLE, Callee, callee_of, kind_of_type
from latency_shim.conformance._interface import UNKNOWN, Interface, Member
from latency_shim.conformance._types import assignable
from latency_shim.conformance._violation import is_a, mro, namespace

ASYNC = inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR | inspect.CO_ITERABLE_COROUTINE | inspect.CO_GENERATOR
FLAGS = {
    "plain": {0},
    "unknown": {0},
    "coroutine": {inspect.CO_COROUTINE},
    "async iterator": {0, inspect.CO_ASYNC_GENERATOR},
    "async generator": {0, inspect.CO_ASYNC_GENERATOR},
}
"""For each kind of method what the code of one that is of it may say."""
ALIASES = {types.GenericAlias, types.UnionType, type(typing.List[int]), type(typing.Optional[int])}  # noqa: UP006, UP045


@dataclass(frozen=True, slots=True)
class Shape:
    """What a function is compared with."""

    kind: str
    flags: set[int]  # that its code may have, of those in `ASYNC`
    names: tuple[str, ...]  # of positional parameters, without the object's own
    required: int  # how many of these
    named: tuple[str, ...]  # the last of these, which callers may name
    star: bool  # whether any number of further values is passed
    hints: Mapping[str, Any]  # by these names, and that of the further values
    result: Any
    gives: Any  # what a caller has in the end


def shapes_of(interface: Interface) -> Mapping[str, Shape]:
    """Give the shape of each method that has one, read once."""
    kept: dict[str, Shape] | None = interface.__dict__.get("_shapes")
    if kept is None:
        found = {member.name: shape_of(member) for member in interface.members if member.is_method}
        kept = {name: shape for name, shape in found.items() if shape is not None}
        object.__setattr__(interface, "_shapes", kept)
    return kept


def shape_of(member: Member) -> Shape | None:
    """Give what a method that conforms looks like, where that is easily said."""
    expected = expected_callee(member)
    result = member.hints.get("return", UNKNOWN)
    kinds = {one.kind for one in expected.parameters or ()}
    by_name = {inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.VAR_KEYWORD}
    if member.name == "__call__" or member.bindings or expected.kind not in FLAGS or kinds & by_name:
        return None
    if expected.kind in {"plain", "unknown"} and kind_of_type(result) not in {"plain", "unknown"}:
        return None
    positional = expected.positional
    star = [one for one in expected.parameters or () if one.kind is inspect.Parameter.VAR_POSITIONAL]
    hints = {one.name: member.hints.get(one.name, UNKNOWN) for one in [*positional, *star]}
    return Shape(
        expected.kind,
        FLAGS[expected.kind],
        tuple(one.name for one in positional),
        sum(not one.has_default for one in positional),
        tuple(one.name for one in positional if one.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD),
        bool(star),
        {**hints, "return": result},
        result,
        result_of(member.hints, expected),
    )


def sure_methods(interface: Interface, kind: type) -> set[str]:
    """Give the names of methods of which it is sure that they conform, for every object of a class."""
    sure: set[str] = set()
    spaces = [namespace(base) for base in mro(kind)]
    declared = [space for space in spaces if space.get("_is_protocol", False)]
    for name, shape in shapes_of(interface).items():
        for space in spaces:
            if name in space:
                function = space[name]
                if (
                    type(function) is types.FunctionType
                    and not (declared and is_declared(function, name, declared))
                    and fits(function, shape)
                ):
                    sure.add(name)
                break
    return sure


def is_declared(function: Any, name: str, declared: list[Mapping[str, Any]]) -> bool:
    """Whether a function stands in a protocol that a class inherits: so it may be no implementation."""
    return any(getattr(space.get(name), "__func__", space.get(name)) is function for space in declared)


def fits(function: Any, shape: Shape) -> bool:
    """Whether a plain function is sure to take every call, and to give what is meant."""
    code = function.__code__
    names = code.co_varnames
    total = code.co_argcount
    end = len(shape.names) + 1
    first = end - len(shape.named)
    if (
        code.co_flags & ASYNC not in shape.flags
        or total < end
        or total - 1 - len(function.__defaults__ or ()) > shape.required
        or code.co_posonlyargcount > first
        or names[first:end] != shape.named
        or (shape.star and not code.co_flags & inspect.CO_VARARGS)
        or (code.co_kwonlyargcount and not has_all_defaults(function))
        or function.__dict__  # it wraps another, is abstract, or is marked as async
    ):
        return False
    wanted = shape.hints
    if names[1:end] != shape.names or shape.star:
        places = [*names[1:end], names[total + code.co_kwonlyargcount]] if shape.star else names[1:end]
        wanted = {**dict(zip(places, shape.hints.values(), strict=False)), "return": shape.result}
    try:
        for name, had in function.__annotations__.items():
            want = wanted.get(name, UNKNOWN)
            if had is not want and had != want and not agrees(had, want, name, function, shape):
                return False
    except Exception:  # noqa: BLE001 - annotations can be any objects; the long way copes with them
        return False
    return True


def has_all_defaults(function: Any) -> bool:
    """Whether everything that is taken only by name may be left out."""
    code = function.__code__
    names = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
    return all(name in (function.__kwdefaults__ or ()) for name in names)


def agrees(had: Any, want: Any, name: str, function: Any, shape: Shape) -> bool:
    """Whether an annotation, once it is resolved, is sure to be in no conflict."""
    if type(had) is str:
        if getattr(function, "__type_params__", ()):
            return False
        had = eval(compiled(had), function.__globals__)  # noqa: S307 - what get_type_hints does
    if had is None:
        had = types.NoneType
    if had is want or had is Any or had == want:
        return True
    if not settled(had):
        return False
    if name != "return":
        return assignable(want, had) is not False
    if shape.kind == "coroutine":
        comparable = (get_origin(had) or had) not in AWAITABLE | ASYNC_ITERATOR
    else:
        comparable = shape.kind in {"plain", "unknown"} and kind_of_type(had) in {"plain", "unknown"}
    return comparable and assignable(had, shape.gives) is not False


@functools.lru_cache(maxsize=1000)
def compiled(text: str) -> types.CodeType:
    return compile(text, "<annotation>", "eval")


def settled(hint: Any) -> bool:
    """Whether an annotation is what resolving it would give: there is no text in it, nor what is taken off."""
    if is_a(hint, type) or get_origin(hint) is Literal:
        return True
    return type(hint) in ALIASES and all(settled(one) for one in get_args(hint))


def expected_callee(member: Member) -> Callee:
    """Read what the contract says of a method, once."""
    kept: Callee | None = member.__dict__.get("_callee")
    if kept is None:
        kept = callee_of(member.function, bound=not is_a(member.raw, staticmethod))
        object.__setattr__(member, "_callee", kept)
    return kept


def result_of(hints: Mapping[str, Any], callee: Callee) -> Any:
    """Give the type of what a caller has in the end, after awaiting, or of each item."""
    result = hints.get("return", UNKNOWN)
    origin, args = get_origin(result), get_args(result)
    if callee.kind == "awaitable" and origin in AWAITABLE and args:
        return args[-1]
    if callee.kind == "awaitable":
        return UNKNOWN
    if origin in ASYNC_ITERATOR and args:
        return args[0]
    return result
