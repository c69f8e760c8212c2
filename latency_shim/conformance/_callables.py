# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# What is inspected here can be of any type.
"""What calls a callable takes and what a call gives, found out without calling it."""

import functools
import inspect
import types
from collections import abc
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias, get_args, get_origin

from latency_shim.conformance._interface import UNKNOWN, hints_of
from latency_shim.conformance._violation import hint_at, is_a, is_mock

Kind: TypeAlias = Literal[
    "plain", "coroutine", "awaitable", "generator", "async generator", "async iterator", "unknown"
]
"""What a call gives, as far as its being awaited or iterated over goes."""

AWAITABLE = {abc.Awaitable, abc.Coroutine, types.CoroutineType}
ASYNC_ITERATOR = {abc.AsyncIterator, abc.AsyncIterable, abc.AsyncGenerator}
ITERATOR = {abc.Iterator, abc.Iterable, abc.Generator, object}
POSITIONAL = {inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD}
LRU_CACHE = type(functools.lru_cache(callable))  # a wrapper in C, which passes everything on
EMPTY = inspect.Parameter.empty


@dataclass(frozen=True)
class Parameter:
    """A parameter of a callable; `kind` is one of `inspect`'s."""

    name: str
    kind: Any
    has_default: bool


NO_SELF = Parameter("self", inspect.Parameter.KEYWORD_ONLY, has_default=False)
"""Stands among the parameters of a function that has none for the object: so no call binds."""


@dataclass(frozen=True)
class Callee:
    """The layer of a callable that runs when it is called."""

    parameters: tuple[Parameter, ...] | None  # without the object that it is bound to; None where nobody knows
    kind: Kind
    hints: Mapping[str, Any]

    @property
    def positional(self) -> list[Parameter]:
        return [one for one in self.parameters or () if one.kind in POSITIONAL]

    def has(self, kind: Any) -> bool:
        return any(one.kind is kind for one in self.parameters or ())

    @property
    def keyword_only(self) -> dict[str, Parameter]:
        return {one.name: one for one in self.parameters or () if one.kind is inspect.Parameter.KEYWORD_ONLY}


def callee_of(function: Any, *, bound: bool = False, depth: int = 0) -> Callee:
    """Read a callable; `bound` where its first parameter is filled by the object it is an attribute of."""
    if depth > 20:  # noqa: PLR2004 - a chain of wrappers that long has no end
        return Callee(None, "unknown", {})
    if is_a(function, types.FunctionType):
        return of_function(function, bound=bound, depth=depth)
    if is_mock(type(function)):  # takes any call
        is_async = any(base.__name__ == "AsyncMock" for base in type(function).__mro__)
        return Callee(None, "coroutine" if is_async else "unknown", {})
    if is_a(function, LRU_CACHE):
        return callee_of(vars(function)["__wrapped__"], bound=bound, depth=depth + 1)
    if bound:
        whole = callee_of(function, depth=depth + 1)
        return replace(whole, parameters=whole.parameters and without_first(whole.parameters))
    if is_a(function, types.MethodType):
        return callee_of(function.__func__, bound=True, depth=depth + 1)
    if is_a(function, functools.partial):
        inner = callee_of(function.func, depth=depth + 1)
        known = inner.parameters is not None
        return Callee(parameters_by_inspection(function) if known else None, inner.kind, inner.hints)
    if is_a(function, type):
        return Callee(None, "plain", {"return": function})
    if not is_a(function, types.BuiltinFunctionType, types.MethodWrapperType):
        call = inspect.getattr_static(type(function), "__call__", None)
        if is_a(call, types.FunctionType):
            return of_function(call, bound=True, depth=depth)
    return Callee(None, "unknown", {})  # builtins tell their parameters on some versions of Python alone


def of_function(function: types.FunctionType, *, bound: bool, depth: int) -> Callee:
    """Read a function from its code; a wrapper that passes everything on is looked through."""
    parameters = without_first(of_code(function)) if bound else of_code(function)
    own = kind_of(function)
    inner = vars(function).get("__wrapped__")
    if callable(inner) and passes_all_on(parameters):
        wrapped = callee_of(inner, bound=bound, depth=depth + 1)
        return wrapped if own in {"plain", "unknown"} else Callee(wrapped.parameters, own, hints_of(function))
    if callable(inner) and own == "plain":
        own = "unknown"  # what it makes of what it wraps only a call would tell
    return Callee(parameters, own, hints_of(function))


def of_code(function: types.FunctionType) -> tuple[Parameter, ...]:
    """Read the parameters that a function really has, whatever it says of itself."""
    code = function.__code__
    names = code.co_varnames
    total, only = code.co_argcount, code.co_posonlyargcount
    defaults = len(function.__defaults__ or ())
    parameters = [
        Parameter(
            name,
            inspect.Parameter.POSITIONAL_ONLY if index < only else inspect.Parameter.POSITIONAL_OR_KEYWORD,
            index >= total - defaults,
        )
        for index, name in enumerate(names[:total])
    ]
    end = total + code.co_kwonlyargcount
    keyword_only = [
        Parameter(name, inspect.Parameter.KEYWORD_ONLY, name in (function.__kwdefaults__ or {}))
        for name in names[total:end]
    ]
    if code.co_flags & inspect.CO_VARARGS:
        parameters.append(Parameter(names[end], inspect.Parameter.VAR_POSITIONAL, has_default=True))
        end += 1
    parameters += keyword_only
    if code.co_flags & inspect.CO_VARKEYWORDS:
        parameters.append(Parameter(names[end], inspect.Parameter.VAR_KEYWORD, has_default=True))
    return tuple(parameters)


def without_first(parameters: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Take off the parameter that the object fills; a function without one cannot be called on an object."""
    if parameters and parameters[0].kind in POSITIONAL:
        return parameters[1:]
    if parameters and parameters[0].kind is inspect.Parameter.VAR_POSITIONAL:
        return parameters
    return (NO_SELF, *parameters)


def passes_all_on(parameters: tuple[Parameter, ...] | None) -> bool:
    kinds = [one.kind for one in parameters or ()]
    return kinds == [inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD]


def parameters_by_inspection(function: Any) -> tuple[Parameter, ...] | None:
    try:
        signature = inspect.signature(function, follow_wrapped=False)
    except Exception:  # noqa: BLE001 - builtins have none, and objects may raise what they like
        return None
    return tuple(
        Parameter(one.name, one.kind, one.default is not EMPTY or one.kind.name.startswith("VAR"))
        for one in signature.parameters.values()
    )


def kind_of(function: types.FunctionType) -> Kind:
    """Say what a call of a function gives, by its code and, where that says nothing, by its annotation."""
    flags = function.__code__.co_flags
    if flags & inspect.CO_COROUTINE or inspect.iscoroutinefunction(function):
        return "coroutine"
    if flags & inspect.CO_ASYNC_GENERATOR:
        return "async generator"
    if flags & inspect.CO_ITERABLE_COROUTINE:
        return "awaitable"
    if flags & inspect.CO_GENERATOR:
        return "generator"
    result = hints_of(function).get("return", UNKNOWN)
    if result is Any:
        return "unknown"
    if result is UNKNOWN and "return" in (getattr(function, "__annotations__", None) or {}):
        return "unknown"  # annotated with what cannot be resolved
    return kind_of_type(result)


def kind_of_type(result: Any) -> Kind:
    """Say what a value of a type is good for."""
    try:
        return kind_of_form(result)
    except Exception:  # noqa: BLE001 - an annotation can be any object
        return "unknown"


def kind_of_form(result: Any) -> Kind:
    origin = get_origin(result) or result
    if origin in AWAITABLE:
        return "awaitable"
    if origin in ASYNC_ITERATOR:
        return "async iterator"
    if isinstance(origin, type) and origin not in {object, type}:
        if hasattr(origin, "__await__"):
            return "awaitable"
        if hasattr(origin, "__aiter__"):
            return "async iterator"
    elif get_args(result):  # a union: an awaitable may be in it
        kinds = {kind_of_type(one) for one in get_args(result) if not isinstance(one, str | int)}
        return "unknown" if kinds & {"awaitable", "async iterator", "unknown"} else "plain"
    return "plain"


Fault: TypeAlias = tuple[str, str]
"""A code, and what is wrong."""


def signature_faults(expected: Callee, found: Callee) -> Iterator[Fault]:
    """Give each reason for which a call that the contract allows would not bind."""
    if found.parameters is None or all(binds(found, *call) for call in calls(expected, len(found.positional))):
        return
    faults = list(diagnose(expected, found))
    yield from faults or [("parameter-kind", "does not take the calls that the contract allows")]


def calls(expected: Callee, known: int) -> Iterator[tuple[int, frozenset[str]]]:
    """Give each form of a call that a signature allows: how many values by position, and the names of others.

    Where any number of values is allowed, it goes beyond the parameters that are `known` of the other side.
    Names do not depend on each other, so each optional one alone, and all of them, will do.
    """
    positional = expected.positional
    most = max(len(positional), known) + 1 if expected.has(inspect.Parameter.VAR_POSITIONAL) else len(positional)
    for count in range(most + 1):
        rest = positional[count:]
        required = [one for one in rest if not one.has_default]
        if any(one.kind is inspect.Parameter.POSITIONAL_ONLY for one in required):
            continue
        named = [one for one in rest if one.kind is not inspect.Parameter.POSITIONAL_ONLY]
        named += expected.keyword_only.values()
        always = frozenset(one.name for one in named if not one.has_default)
        optional = [one.name for one in named if one.has_default]
        if expected.has(inspect.Parameter.VAR_KEYWORD):
            optional.append("any_name_at_all")
        yield count, always
        yield count, always.union(optional)
        for name in optional:
            yield count, always | {name}


def binds(callee: Callee, count: int, names: frozenset[str]) -> bool:
    """Whether a call with so many values by position, and others by these names, finds its parameters."""
    positional = callee.positional
    if count > len(positional) and not callee.has(inspect.Parameter.VAR_POSITIONAL):
        return False
    left = set(names)
    for index, one in enumerate(positional):
        can_be_named = one.kind is not inspect.Parameter.POSITIONAL_ONLY
        if index < count:
            if can_be_named and one.name in left:
                return False  # twice
        elif can_be_named and one.name in left:
            left.discard(one.name)
        elif not one.has_default:
            return False
    for one in callee.keyword_only.values():
        if one.name in left:
            left.discard(one.name)
        elif not one.has_default:
            return False
    return not left or callee.has(inspect.Parameter.VAR_KEYWORD)


def diagnose(expected: Callee, found: Callee) -> Iterator[Fault]:
    """Say what is wrong with a signature that does not take every call."""
    ours, theirs = expected.positional, found.positional
    names = [one.name for one in theirs]
    takes_more = found.has(inspect.Parameter.VAR_POSITIONAL)
    takes_names = found.has(inspect.Parameter.VAR_KEYWORD)
    if expected.has(inspect.Parameter.VAR_POSITIONAL) and not takes_more:
        yield "missing-var-positional", "does not take any number of further values"
    for index, want in enumerate(ours):
        have = theirs[index] if index < len(theirs) else None
        can_be_named = want.kind is not inspect.Parameter.POSITIONAL_ONLY
        if have is None:
            if want.name in found.keyword_only:
                yield "parameter-kind", f"takes {want.name!r} only by name"
            elif not takes_more:
                yield "too-few-parameters", f"has no parameter for {want.name!r}"
            elif can_be_named and not takes_names:
                yield "parameter-name", f"does not take {want.name!r} by name"
            continue
        if want.has_default and not have.has_default:
            yield "parameter-required", f"requires {have.name!r}, which callers may leave out"
        if not can_be_named or (have.name == want.name and have.kind is not inspect.Parameter.POSITIONAL_ONLY):
            continue
        if have.name == want.name:
            if not takes_names:
                yield "parameter-kind", f"takes {want.name!r} only by position"
        elif want.name in names:
            yield "parameter-kind", f"has {want.name!r} at another place"
        elif want.name not in found.keyword_only and not takes_names:
            yield (
                "parameter-name",
                f"has {have.name!r} in place of {want.name!r}, which callers may give by name",
            )
    for have in theirs[len(ours) :]:
        if not have.has_default and have.name not in expected.keyword_only:
            yield "extra-required-parameter", f"requires {have.name!r}, which nobody passes"
    for name, want in expected.keyword_only.items():
        if name not in found.keyword_only and name not in names and not takes_names:
            near = hint_at(name, sorted(found.keyword_only.keys() - expected.keyword_only.keys()))
            yield "parameter-name", f"does not take {name!r} by name{near}"
        elif want.has_default and name in found.keyword_only and not found.keyword_only[name].has_default:
            yield "parameter-required", f"requires {name!r}, which callers may leave out"
    known = {one.name for one in ours} | set(expected.keyword_only)
    for name, have in found.keyword_only.items():
        if not have.has_default and name not in known:
            yield "extra-required-parameter", f"requires {name!r}, which nobody passes"
    if expected.has(inspect.Parameter.VAR_KEYWORD) and not takes_names:
        yield "parameter-kind", "does not take further values by name"


def written(callee: Callee) -> str:
    """Write the parameters of a callable as one reads them."""
    if callee.parameters is None:
        return "(…)"
    parts: list[str] = []
    last_only = -1
    for index, one in enumerate(callee.parameters):
        if one.kind is inspect.Parameter.POSITIONAL_ONLY:
            last_only = index
    star_written = False
    for index, one in enumerate(callee.parameters):
        if one.kind is inspect.Parameter.VAR_POSITIONAL:
            star_written = True
            parts.append(f"*{one.name}")
        elif one.kind is inspect.Parameter.VAR_KEYWORD:
            parts.append(f"**{one.name}")
        else:
            if one.kind is inspect.Parameter.KEYWORD_ONLY and not star_written:
                star_written = True
                parts.append("*")
            parts.append(f"{one.name}=…" if one.has_default else one.name)
        if index == last_only:
            parts.append("/")
    return f"({', '.join(parts)})"
