# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# What is inspected here can be of any type.
"""Whether a value of one type is assignable to another: yes, no, or unknown.

Only a sure no counts as a fault, so whatever is unusual is unknown.
"""

import collections
import contextlib
import functools
import io
import operator
import threading
import types
import typing
from collections import abc
from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple, get_args, get_origin

from latency_shim.conformance._annotations import (
    UNKNOWN,
    arguments,
    fields_of,
    is_open,
    is_type_parameter,
    is_union,
    is_unpacked,
    of_class,
    parameters_of,
    special_name,
    stripped,
)
from latency_shim.conformance._inspection import (
    MISSING,
    in_class,
    is_a,
    is_one_of,
    is_protocol,
    is_subclass,
    is_typed_dict,
    module_of,
    mro,
    namespace,
)
from latency_shim.conformance._signatures import (
    Signature,
    accepts_calls,
    of_callable_type,
    pairs,
    signature_of,
)

NUMBERS: dict[int, tuple[type, ...]] = {id(int): (float, complex), id(float): (complex,)}
COLLECTS: tuple[Any, ...] = (abc.Iterable, abc.Collection, abc.Container)
ITERATES: tuple[Any, ...] = (*COLLECTS, abc.Reversible)
SAME_ARGUMENTS: dict[int, tuple[Any, ...]] = {
    id(kind): others
    for kind, others in (
        (list, (abc.MutableSequence, abc.Sequence, *ITERATES)),
        (tuple, (abc.Sequence, *ITERATES)),
        (collections.deque, (abc.MutableSequence, abc.Sequence, *ITERATES)),
        (set, (abc.MutableSet, abc.Set, *COLLECTS)),
        (frozenset, (abc.Set, *COLLECTS)),
        (contextlib.nullcontext, (contextlib.AbstractContextManager, contextlib.AbstractAsyncContextManager)),
        (abc.MutableSequence, (abc.Sequence, *ITERATES)),
        (abc.Sequence, ITERATES),
        (abc.MutableSet, (abc.Set, *COLLECTS)),
        (abc.Set, COLLECTS),
        (abc.KeysView, (abc.Set, *ITERATES)),
        (abc.ValuesView, ITERATES),
        (abc.Collection, COLLECTS),
        (abc.Iterator, (abc.Iterable,)),
        (abc.AsyncIterator, (abc.AsyncIterable,)),
    )
}
"""Which standard generics take over the only argument of another."""
MAPPINGS: tuple[Any, ...] = (abc.MutableMapping, abc.Mapping)
COVARIANT: tuple[Any, ...] = (
    *ITERATES, abc.Iterator, abc.Sequence, abc.Set, abc.AsyncIterable, abc.AsyncIterator, abc.Awaitable,
    abc.Coroutine, abc.Generator, abc.AsyncGenerator, abc.KeysView, abc.ValuesView, abc.ItemsView, tuple, frozenset, type,
)  # fmt: skip
CALLABLE: Any = get_origin(typing.Callable[[], None])
IO_CLASSES: tuple[Any, ...] = (typing.IO, typing.TextIO, typing.BinaryIO)
DEEPEST = 40
"""Maximum depth of nested types; deeper ones are unknown."""
MOST_STEPS = 10_000
"""Maximum number of types compared for one verdict; the rest is unknown."""


class _State(threading.local):
    """The comparisons in progress, so that recursive types come to an end."""

    def __init__(self) -> None:
        self.depth = 0
        self.steps = 0
        self.known: dict[Any, bool | None] = {}


_state = _State()


def assignable(source: Any, target: Any) -> bool | None:
    """Return whether a `source` is assignable to a `target`; `None` if that is unknown."""
    if source is target and type(source) is type:
        return True
    state = _state
    if state.depth > DEEPEST or state.steps > MOST_STEPS:
        return None
    state.depth += 1
    state.steps += 1
    try:
        return _assignable(stripped(source), stripped(target))
    except Exception:  # noqa: BLE001 - a form can be any object
        return None
    finally:
        state.depth -= 1
        if not state.depth:
            state.steps = 0
            state.known.clear()


def _once(source: Any, target: Any, compared: Callable[[Any, Any], bool | None]) -> bool | None:
    """Compare two classes once; while they are compared, the verdict is unknown."""
    step = (source, target)
    if step in _state.known:
        return _state.known[step]
    _state.known[step] = None
    verdict = _state.known[step] = compared(source, target)
    return verdict


def _assignable(source: Any, target: Any) -> bool | None:
    if target is object:
        return True
    if is_open(source) or is_open(target):
        return None
    if special_name(source) in {"Never", "NoReturn"}:
        return True
    if source is target or (type(source) is type(target) and source == target):
        return True
    if is_type_parameter(target, "TypeVar"):
        return _of_bound(source, target)
    if special_name(source) == "Self" or special_name(target) == "Self":
        return None
    if is_type_parameter(source, "TypeVar"):
        return _of_type_variable(source, target)
    if is_union(source):
        return every(assignable(one, target) for one in get_args(source))
    if get_origin(source) is Literal and len(get_args(source)) > 1:
        return every(assignable(Literal[one], target) for one in get_args(source))
    if get_origin(source) is type and is_union(stripped(get_args(source)[0])):
        return every(
            assignable(types.GenericAlias(type, (one,)), target) for one in get_args(stripped(get_args(source)[0]))
        )
    if is_union(target):
        return some(assignable(source, one) for one in get_args(target))
    if special_name(target) in {"Never", "NoReturn"}:
        return False
    if is_type_parameter(source, "NewType"):
        return True if source is target else assignable(source.__supertype__, target)
    if is_type_parameter(target, "NewType"):
        return False if assignable(source, target.__supertype__) is False else None
    return _of_forms(source, target)


def _of_bound(source: Any, target: Any) -> bool | None:
    """Say no if nothing that a type variable may stand for accepts a type."""
    constraints = getattr(target, "__constraints__", ())
    if constraints:
        return None if some(assignable(source, one) for one in constraints) is not False else False
    upper = getattr(target, "__bound__", None)
    return None if upper is None or assignable(source, upper) is not False else False


def _of_type_variable(source: Any, target: Any) -> bool | None:
    """Say no if nothing that a type variable may stand for is assignable to a type."""
    constraints = getattr(source, "__constraints__", ())
    if constraints:
        return None if some(assignable(one, target) for one in constraints) is not False else False
    upper = getattr(source, "__bound__", None)
    if upper is None or assignable(upper, target) is not False:
        return None
    return None if assignable(target, upper) is not False else False


def _of_forms(source: Any, target: Any) -> bool | None:
    origin, wanted = get_origin(source), get_origin(target)
    if origin is Literal:
        if special_name(target) == "LiteralString":
            return all(type(value) is str for value in get_args(source))
        if wanted is Literal:
            allowed = [(type(value), value) for value in get_args(target)]
            return all((type(value), value) in allowed for value in get_args(source))
        return every(assignable(type(value), target) for value in get_args(source))
    if special_name(source) == "LiteralString":
        return True if special_name(target) == "LiteralString" else assignable(str, target)
    if wanted is Literal or special_name(target) == "LiteralString":
        if wanted is Literal:
            return _is_complete(source, get_args(target))
        return None if source is str else False  # whether a text is a literal one is not known
    if special_name(origin) in {"TypeIs", "TypeGuard"}:
        return True if special_name(wanted) == special_name(origin) else assignable(bool, target)
    if special_name(wanted) in {"TypeIs", "TypeGuard"}:
        return None
    if origin is CALLABLE or wanted is CALLABLE or target is CALLABLE:
        return _of_callables(source, target)
    plain, other = source if origin is None else origin, target if wanted is None else wanted
    if not is_a(plain, type) or not is_a(other, type):
        return None
    return _of_classes(source, target, plain, other)


def _is_complete(source: Any, values: tuple[Any, ...]) -> bool:
    """Check whether some literals are all values of a type."""
    if source is bool:
        return True in values and False in values
    if source is types.NoneType:
        return None in values
    members = own_members(source) if is_a(source, type) else ()
    return bool(members) and all(any(one is value for value in values) for one in members)


def own_members(kind: type) -> tuple[Any, ...]:
    """Return the members of an enumeration."""
    found = namespace(kind).get("_member_map_")
    return tuple(found.values()) if type(found) is dict else ()


def _of_classes(source: Any, target: Any, plain: type, wanted: type) -> bool | None:
    if is_typed_dict(wanted) or is_typed_dict(plain):
        return _of_records(source, target, plain, wanted)
    if plain is type or wanted is type:
        return _of_class_objects(source, target, plain, wanted)
    if is_one_of(wanted, float, complex) and any(is_one_of(wanted, *NUMBERS.get(id(base), ())) for base in mro(plain)):
        return True
    if is_one_of(wanted, *IO_CLASSES) and not is_one_of(plain, *IO_CLASSES):
        return _of_files(target, plain)
    if is_subclass(plain, wanted) or _takes_over(plain, wanted):
        return _of_arguments(source, target, plain, wanted)
    if is_protocol(wanted) or _is_standard_protocol(wanted):
        return _of_structure(source, target, plain)
    return False


def _takes_over(plain: type, wanted: type) -> bool:
    return is_one_of(wanted, *SAME_ARGUMENTS.get(id(plain), ()))


def _is_standard_protocol(kind: type) -> bool:
    from latency_shim.conformance._interface import STANDARD

    return id(kind) in STANDARD


def _of_structure(source: Any, target: Any, plain: type) -> bool | None:
    """Compare a class with a protocol, member by member."""
    from latency_shim.conformance._members import explain_class

    if plain is object:
        return False
    if is_one_of(plain, type, types.ModuleType, types.FunctionType) or in_class(plain, "__getattr__") is not MISSING:
        return None

    def compared(one: Any, other: Any) -> bool | None:
        faults = explain_class(one, other)
        return None if all(fault.code in {"unverifiable", "not-implemented"} for fault in faults) else False

    return _once(source, target, compared)


def _of_class_objects(source: Any, target: Any, plain: type, wanted: type) -> bool | None:
    """Compare `type[X]` with `type[Y]`."""
    if plain is type and wanted is type:
        have, want = get_args(source), get_args(target)
        return assignable(have[0], want[0]) if have and want else True if not want else None
    if wanted is type:
        return is_subclass(plain, type) or (None if plain is object or is_protocol(plain) else False)
    if is_subclass(type, wanted):
        return True
    return None if is_protocol(wanted) or _is_standard_protocol(wanted) else False


def _of_files(target: Any, plain: type) -> bool | None:
    """Compare a class with the types of files, which real files do not extend."""
    if not is_subclass(plain, io.IOBase):
        return None if is_one_of(plain, object) or "read" in dir(plain) or "write" in dir(plain) else False
    args = get_args(target)
    is_text = target is typing.TextIO or args == (str,)
    is_binary = target is typing.BinaryIO or args == (bytes,)
    if is_subclass(plain, io.TextIOBase):
        return not is_binary
    return not is_text if is_subclass(plain, io.RawIOBase) or is_subclass(plain, io.BufferedIOBase) else None


# Records


def _of_records(source: Any, target: Any, plain: type, wanted: type) -> bool | None:
    if not is_typed_dict(wanted):
        if is_protocol(wanted):
            return False if _of_structure(dict, target, dict) is False else None
        if is_subclass(wanted, dict) or wanted is abc.MutableMapping:
            return None
        return _of_classes(abc.Mapping[str, object], target, abc.Mapping, wanted)
    if not is_typed_dict(plain):
        return None if plain is dict else False
    if plain is wanted and not (get_args(source) and get_args(target)):
        return True
    return _once(source, target, _of_fields)


def _of_fields(source: Any, target: Any) -> bool | None:
    """Compare two TypedDicts, key by key."""
    have = fields_of(get_origin(source) or source, get_args(source))
    verdicts: list[bool | None] = []
    for key, (form, required) in fields_of(get_origin(target) or target, get_args(target)).items():
        if key not in have:
            verdicts.append(False if required else None)
        elif required and not have[key][1]:
            verdicts.append(False)
        else:
            verdicts.append(assignable(have[key][0], form))
    return every(verdicts)


# Callables


def _of_callables(source: Any, target: Any) -> bool | None:
    wanted = of_callable_type(target) if CALLABLE in (target, get_origin(target)) else None
    if wanted is None:  # something callable, where something else is expected
        other = get_origin(target) or target
        if not is_a(other, type):
            return None
        if is_protocol(other):
            return _called_by_protocol(of_callable_type(source), target)
        return None if other is object or is_subclass(types.FunctionType, other) else False
    if CALLABLE in (source, get_origin(source)):
        return signatures_fit(of_callable_type(source), wanted)
    plain = get_origin(source) or source
    if not is_a(plain, type):
        return None
    if plain is type:
        args = get_args(source)
        made = (get_origin(args[0]) or args[0]) if args else None
        return signatures_fit(signature_of(made), wanted) if is_a(made, type) else None
    call = in_class(plain, "__call__")
    if call is MISSING:
        return None if is_one_of(plain, object) or in_class(plain, "__getattr__") is not MISSING else False
    if not is_a(call, types.FunctionType):
        return None
    return signatures_fit(signature_of(call, bound=True, owner=plain), wanted)


def _called_by_protocol(source: Signature, target: Any) -> bool | None:
    from latency_shim.conformance._members import interface_of

    interface = interface_of(target)
    call = next((one for one in interface.members if one.name == "__call__"), None)
    if call is None:
        return False
    if len(interface.members) > 1:
        return None
    return every(signatures_fit(source, one) for one in call.signatures)


def signatures_fit(found: Signature, expected: Signature) -> bool | None:
    """Return whether a callable can be called as another, and returns what is expected."""
    if found.parameters is None:
        return None
    if not accepts_calls(expected, found):
        return False
    verdicts = [assignable(want.type, have.type) for want, have in pairs(expected, found)]
    verdicts.append(assignable(effective(found), awaitable(expected)))
    return every(verdicts)


def effective(signature: Signature) -> Any:
    """Return the type of what a call returns; a coroutine function returns a coroutine."""
    if signature.kind == "coroutine":
        return _of(abc.Coroutine, Any, Any, Any if signature.result is UNKNOWN else signature.result)
    origin, args = get_origin(signature.result), get_args(signature.result)
    # A generator is one, whatever its annotation promises.
    if signature.kind == "generator" and is_one_of(origin, abc.Iterator, abc.Iterable) and args:
        return _of(abc.Generator, args[0], Any, Any)
    if signature.kind == "async generator" and is_one_of(origin, abc.AsyncIterator, abc.AsyncIterable) and args:
        return _of(abc.AsyncGenerator, args[0], Any)
    if signature.kind == "awaitable" and origin is abc.Generator and len(args) == 3:  # noqa: PLR2004 - `types.coroutine`
        return _of(abc.Coroutine, Any, Any, args[2])
    if signature.result is UNKNOWN:
        if signature.kind == "generator":
            return abc.Generator[Any, Any, Any]
        return abc.AsyncGenerator[Any, Any] if signature.kind == "async generator" else UNKNOWN
    return signature.result


def awaitable(signature: Signature) -> Any:
    """Return the type of what callers expect: of a coroutine function, anything that they can await."""
    if signature.kind != "coroutine":
        return effective(signature)
    return _of(abc.Awaitable, Any if signature.result is UNKNOWN else signature.result)


def _of(origin: Any, *args: Any) -> Any:
    """Return a generic class with arguments."""
    return origin[args]


# Generic classes


def _of_arguments(source: Any, target: Any, plain: type, wanted: type) -> bool | None:
    """Compare the type arguments of two generic classes, one a subclass of the other."""
    if wanted is tuple:
        return _of_tuples(source, target, plain)
    want = get_args(target)
    if not want:
        return True
    have = arguments_as(source, plain, wanted)
    if have is None and _is_standard_protocol(wanted) and module_of(plain) not in {"builtins", "collections"}:
        return _of_structure(source, target, plain)
    if have is None or len(have) != len(want):
        return None
    parameters = parameters_of(wanted)
    return every(
        _argument(one, other, _variance(wanted, parameters, number))
        for number, (one, other) in enumerate(zip(have, want, strict=True))
    )


def _variance(wanted: type, parameters: tuple[Any, ...], number: int) -> str:
    if is_one_of(wanted, *COVARIANT):
        return "contravariant" if wanted is abc.Generator and number == 1 else "covariant"
    if wanted is abc.Mapping and number == 1:
        return "covariant"
    if number < len(parameters):
        one = parameters[number]
        if getattr(one, "__covariant__", False):
            return "covariant"
        if getattr(one, "__contravariant__", False):
            return "contravariant"
    return "invariant"


def _argument(have: Any, want: Any, variance: str) -> bool | None:
    if type(have) in (list, tuple) or type(want) in (list, tuple) or have is ... or want is ...:
        return None  # of a ParamSpec
    if variance == "contravariant":
        return assignable(want, have)
    verdict = assignable(have, want)
    if variance == "covariant":
        return verdict
    # That a type is narrower than an invariant one does no harm at run time.
    return verdict if verdict is not True or assignable(want, have) is True else None


def arguments_as(source: Any, plain: type, wanted: type) -> tuple[Any, ...] | None:
    """Return the arguments that a type has when it is seen as one of the classes that it extends."""
    if plain is tuple:
        shape = shape_of_tuple(get_args(source))
        real = [*shape.start, *([shape.rest] if shape.is_open else []), *shape.end]
        if not is_one_of(wanted, abc.Sequence, *ITERATES) or not real:
            return None
        return (functools.reduce(operator.or_, real),) if all(not is_open(one) for one in real) else (Any,)
    if is_one_of(wanted, abc.Sequence, *ITERATES):
        text = next(
            (
                item
                for kind, item in ((str, str), (bytes, int), (bytearray, int), (range, int))
                if is_subclass(plain, kind)
            ),
            None,
        )
        if text is not None:
            return (text,)
    known = arguments(source)
    if known.get(id(wanted)):
        return known[id(wanted)]
    for base in mro(plain):
        args = known.get(id(base), ())
        if not args:
            continue
        if is_one_of(wanted, *SAME_ARGUMENTS.get(id(base), ())) and len(args) == 1:
            return args
        if _is_mapping(base):
            pair = (*args, int)[:2] if base is collections.Counter else args
            if (is_one_of(wanted, *MAPPINGS) or wanted is dict) and len(pair) == 2:  # noqa: PLR2004 - keys and values
                return pair
            if is_one_of(wanted, *ITERATES):
                return args[:1]
        if is_one_of(base, abc.Coroutine, types.CoroutineType) and is_one_of(wanted, abc.Awaitable, abc.Coroutine):
            return args[2:] if wanted is abc.Awaitable else args
        if wanted is abc.Awaitable and module_of(base) == "_asyncio":
            return args  # of a future, or task
        if is_one_of(base, abc.Generator) and is_one_of(wanted, abc.Iterator, abc.Iterable):
            return args[:1]
        if is_one_of(base, abc.AsyncGenerator) and is_one_of(wanted, abc.AsyncIterator, abc.AsyncIterable):
            return args[:1]
        if is_one_of(base, abc.ItemsView) and is_one_of(wanted, abc.Set, *ITERATES):
            return (types.GenericAlias(tuple, args),)
    return None


def _is_mapping(kind: type) -> bool:
    return (
        kind is dict
        or is_one_of(kind, *MAPPINGS, types.MappingProxyType, collections.ChainMap)
        or (module_of(kind) == "collections" and is_subclass(kind, dict))
    )


class Shape(NamedTuple):
    """The items of a tuple: some at its start, any number of others, and some at its end."""

    start: tuple[Any, ...]
    rest: Any = None
    end: tuple[Any, ...] = ()
    is_open: bool = False


def shape_of_tuple(args: tuple[Any, ...]) -> Shape:
    """Return the items that the arguments of `tuple[…]` state."""
    if len(args) == 2 and args[1] is ...:  # noqa: PLR2004 - tuple[X, ...]
        return Shape((), args[0], is_open=True)
    for number, one in enumerate(args):
        if is_unpacked(one):
            inner = get_args(one)[0] if special_name(get_origin(one)) == "Unpack" else one
            end = shape_of_tuple(args[number + 1 :])
            if get_origin(inner) is not tuple:  # a type parameter
                return Shape(args[:number], Any, end.start, is_open=True)
            middle = shape_of_tuple(get_args(inner))
            if middle.is_open:
                return Shape((*args[:number], *middle.start), middle.rest, (*middle.end, *end.start), is_open=True)
            return Shape((*args[:number], *middle.start, *end.start), end.rest, end.end, is_open=end.is_open)
    return Shape(args)


def _of_tuples(source: Any, target: Any, plain: type) -> bool | None:
    """Compare tuples item by item, as far as their lengths are stated."""
    if target is tuple:
        return True
    args = get_args(source)
    if plain is not tuple:
        fields = namespace(plain).get("_fields")
        hints = of_class(plain)
        args = tuple(hints.get(name, Any) for name in fields) if type(fields) is tuple else ()
        if not args:
            return None
    elif source is tuple:
        return None
    have, want = shape_of_tuple(args), shape_of_tuple(get_args(target))
    least, wanted = len(have.start) + len(have.end), len(want.start) + len(want.end)
    if have.is_open and is_open(have.rest) and least <= wanted:
        return None
    if least < wanted if want.is_open else (have.is_open or least != wanted):
        return False
    items = [*have.start, *([have.rest] if have.is_open else []), *have.end]
    if not want.is_open:
        return every(assignable(one, other) for one, other in zip(items, want.start, strict=True))
    verdicts = [assignable(one, other) for one, other in zip(items, want.start, strict=False)]
    verdicts += [assignable(one, other) for one, other in zip(reversed(items), reversed(want.end), strict=False)]
    verdicts += [assignable(one, want.rest) for one in items[len(want.start) : len(items) - len(want.end)]]
    return every(verdicts)


def every(verdicts: Iterable[bool | None]) -> bool | None:
    """Return no if one says no, else unknown if one is unknown."""
    found = list(verdicts)
    return False if False in found else None if None in found else True


def some(verdicts: Iterable[bool | None]) -> bool | None:
    """Return yes if one says yes, else unknown if one is unknown."""
    found = list(verdicts)
    return True if True in found else None if None in found else False
