# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# What is inspected here can be of any type.
"""Whether a value of one type may stand where another is expected: yes, no, or not known.

Only a sure no counts as a conflict, so whatever is unusual is not known.
"""

import functools
import operator
import types
from collections import abc
from typing import Annotated, Any, Final, Literal, TypeVar, Union, get_args, get_origin

from latency_shim.conformance._interface import UNKNOWN, annotations_of, is_protocol, is_typed_dict, read
from latency_shim.conformance._violation import mro, namespace

COVARIANT = {
    abc.AsyncIterable, abc.AsyncIterator, abc.Awaitable, abc.Collection, abc.Container, abc.Iterable, abc.Iterator,
    abc.Reversible, abc.Sequence, abc.Set,
}  # fmt: skip
NUMBERS: dict[type, tuple[type, ...]] = {int: (float, complex), float: (complex,)}


def assignable(source: Any, target: Any) -> bool | None:
    """Say whether a `source` may stand where a `target` is expected; `None` where that is not known."""
    source, target = stripped(source), stripped(target)
    if target is object:
        return True
    for side in source, target:
        if side is Any or side is UNKNOWN or isinstance(side, TypeVar | str):
            return None
    if source == target:
        return True
    if get_origin(source) in {Union, types.UnionType}:
        return every(assignable(one, target) for one in get_args(source))
    if get_origin(target) in {Union, types.UnionType}:
        return some(assignable(source, one) for one in get_args(target))
    if get_origin(source) is Literal:
        if get_origin(target) is Literal:
            allowed: list[tuple[type, Any]] = [(type(value), value) for value in get_args(target)]
            return all((type(value), value) in allowed for value in get_args(source))
        return every(assignable(type(value), target) for value in get_args(source))
    if get_origin(target) is Literal:
        kinds: set[type] = {type(value) for value in get_args(target)}
        return None if source in kinds or source is object else never(source, kinds)
    return of_classes(source, target)


def never(source: Any, kinds: set[type]) -> bool | None:
    """Say no where a class can have no value among those of some literals."""
    return False if isinstance(source, type) and not any(issubclass(kind, source) for kind in kinds) else None


def of_classes(source: Any, target: Any) -> bool | None:
    """Compare classes and classes with arguments."""
    plain, wanted = get_origin(source) or source, get_origin(target) or target
    if not isinstance(plain, type) or not isinstance(wanted, type):
        return None
    if is_typed_dict(plain) or is_typed_dict(wanted):
        other = wanted if is_typed_dict(plain) else plain
        may_be = is_typed_dict(other) or is_protocol(other) or issubclass(dict, other) or issubclass(other, dict)
        return None if may_be else False
    if is_protocol(wanted):
        return structural(plain, wanted)
    if is_protocol(plain):
        return nominal(plain, wanted)
    if wanted in NUMBERS.get(plain, ()):
        return True
    try:
        if not issubclass(plain, wanted):
            return False
    except TypeError:
        return None
    return of_arguments(source, target, plain, wanted)


def nominal(protocol: type, wanted: type) -> bool | None:
    """Say no: what is known as a protocol need not be of a class; but an abstract class may take it by its members."""
    if wanted.__module__ in {"collections.abc", "typing"} or wanted in protocol.__mro__:
        return None
    return False


def structural(plain: type, wanted: type) -> bool | None:
    """Say no where a class has no trace of one of a protocol's members; more is not said here."""
    if plain in {object, type} or is_protocol(plain) or hasattr(plain, "__getattr__"):
        return None
    return None if all(has_attribute(plain, member.name) for member in read(wanted).members) else False


def has_attribute(cls: type, name: str) -> bool:
    """Whether instances of a class have an attribute: it is in the class, annotated, or assigned in a method."""
    for base in mro(cls):
        if name in namespace(base) or name in annotations_of(base):
            return True
        for value in namespace(base).values():
            function = value.__func__ if type(value) in {staticmethod, classmethod} else value
            if (
                type(function) is types.FunctionType
                and name in function.__code__.co_names
                and name in assigned(function.__code__)
            ):
                return True
    return False


@functools.lru_cache(maxsize=1000)
def assigned(code: types.CodeType) -> frozenset[str]:
    """Give the names of the attributes that a function assigns."""
    import dis

    return frozenset(str(one.argval) for one in dis.get_instructions(code) if one.opname == "STORE_ATTR")


def of_arguments(source: Any, target: Any, plain: type, wanted: type) -> bool | None:
    """Compare the arguments of two generic classes of which one is a subclass of the other."""
    have: tuple[Any, ...] = get_args(source)
    want: tuple[Any, ...] = get_args(target)
    if not want:
        return True
    if plain is tuple and have and wanted in COVARIANT:
        have = have[:1] if have[-1] is ... else (functools.reduce(operator.or_, have),)
    elif plain is str and wanted in COVARIANT:
        have = (str,)
    elif plain is bytes and wanted in COVARIANT:
        have = (int,)
    if wanted in COVARIANT and len(have) == len(want) == 1:
        return assignable(have[0], want[0])
    if wanted is abc.Mapping and issubclass(plain, abc.Mapping) and len(have) == len(want) == 2:  # noqa: PLR2004
        return False if assignable(have[1], want[1]) is False else None
    return None


def stripped(hint: Any) -> Any:
    """Take off what says nothing about values."""
    while get_origin(hint) in {Annotated, Final}:
        hint = get_args(hint)[0]
    return type(None) if hint is None else hint


def every(verdicts: abc.Iterable[bool | None]) -> bool | None:
    found = set(verdicts)
    return False if False in found else None if None in found else True


def some(verdicts: abc.Iterable[bool | None]) -> bool | None:
    found = set(verdicts)
    return True if True in found else None if None in found else False
