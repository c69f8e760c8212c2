# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# What is inspected here can be of any type.
"""Checking values against types, all the way down, with the path to whatever is wrong."""

import datetime
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Annotated, Any, Final, Literal, NotRequired, Required, TypeVar, Union, get_args, get_origin
from weakref import WeakKeyDictionary

from latency_shim.conformance._interface import (
    UNKNOWN,
    Member,
    hints_of,
    is_protocol,
    is_typed_dict,
    name_of,
    substitute,
)
from latency_shim.conformance._violation import Violation, cut, hint_at, is_a, named, shown

MOST = 10_000  # items of a sequence that computes them, which may have no end
DEEPEST = 100
TOO_DEEP = 0, 0
Nested = Callable[[object, Any, "Trail"], Iterator[Violation]]
Probe = Callable[[Any], bool]
"""Whether it is sure that a value is right."""


class Trail:
    """Where a check is, so that a value within itself is not walked for ever."""

    def __init__(
        self,
        nested: Nested,
        *,
        aware: bool,
        within: tuple[tuple[int, int], ...] = (),
        right: dict[tuple[int, int], object] | None = None,
        left: Iterator[int] | None = None,
    ) -> None:
        self.nested = nested
        self.aware = aware
        self.within = within
        self.right = {} if right is None else right  # what was found to be right need not be looked at again
        self.left = iter(range(MOST)) if left is None else left  # how many computed items are still looked at, in all

    def into(self, value: object, hint: Any) -> "Trail":
        """Go one step down."""
        step = id(value), id(hint)
        return Trail(self.nested, aware=self.aware, within=(*self.within, step), right=self.right, left=self.left)

    def some(self, values: Any) -> Iterator[Any]:
        """Give items that an object computes, and not without end."""
        for value, _ in zip(values, self.left, strict=False):
            yield value


def check(value: object, hint: Any, trail: Trail) -> Iterator[Violation]:
    """Give each way in which a value departs from a type."""
    while get_origin(hint) in {Annotated, Final, NotRequired, Required}:
        hint = get_args(hint)[0]
    step = id(value), id(hint)
    if hint is Any or hint is UNKNOWN or hint is object or isinstance(hint, TypeVar | str):
        return
    if step in trail.within or step in trail.right:
        return
    if len(trail.within) >= DEEPEST:
        if TOO_DEEP not in trail.right:  # told once: what is that deep can be reached in a great many ways
            trail.right[TOO_DEEP] = value
            yield Violation("unverifiable", "", "lies too deep to be checked", named(hint), shown(value))
        return
    found = False
    for fault in check_form(value, hint, trail.into(value, hint)):
        found = True
        yield fault
    if not found and not is_a(value, str, int, float, bytes, type(None)):
        trail.right[step] = value, hint  # which keeps both, and so their ids


def check_form(value: object, hint: Any, trail: Trail) -> Iterator[Violation]:
    """Go by the form of a type."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in {Union, types.UnionType}:
        yield from check_union(value, hint, trail)
    elif origin is Literal:
        yield from check_literal(value, args)
    elif is_typed_dict(origin or hint):
        yield from check_typed_dict(value, hint, trail)
    elif is_protocol(hint):
        yield from trail.nested(value, hint, trail)
    elif hint in {None, type(None)}:
        if value is not None:
            yield wrong("None", value)
    elif hint is datetime.datetime:
        yield from check_time(value, aware=trail.aware)
    elif hint in {int, float, complex}:
        numbers = {int: (int,), float: (int, float), complex: (int, float, complex)}[hint]
        if is_a(value, bool) or not is_a(value, *numbers):
            yield wrong(named(hint), value)
    elif isinstance(origin, type) and not args:
        if not safely_instance(value, origin):
            yield wrong(named(origin), value)
    elif isinstance(origin, type) and issubclass(origin, Sequence) and origin is not tuple:
        yield from check_sequence(value, hint, trail)
    elif isinstance(origin, type) and issubclass(origin, Mapping) and len(args) == 2:  # noqa: PLR2004 - keys and values
        yield from check_mapping(value, hint, trail)
    elif origin is not None and callable(origin) and getattr(origin, "__name__", "") == "Callable":
        if not callable(value):
            yield wrong("a callable", value)
    elif isinstance(hint, type):
        if not safely_instance(value, hint):
            yield wrong(named(hint), value)
    else:
        yield from check_by_typeguard(value, hint)


def wrong(expected: str, value: object) -> Violation:
    return Violation("wrong-value", "", f"must be {expected}, not {shown(value)}", expected, shown(value))


def safely_instance(value: object, kind: type) -> bool:
    """Go by what a value is, not by what it says it is; a class that is asked may answer with an error."""
    try:
        return issubclass(type(value), kind)
    except Exception:  # noqa: BLE001 - odd metaclasses
        return True


def check_union(value: object, hint: Any, trail: Trail) -> Iterator[Violation]:
    """Accept what one branch accepts; else tell what is wrong with the one branch that could be meant."""
    found = [list(check(value, branch, trail)) for branch in get_args(hint)]
    if not all(found):
        return
    meant = [faults for faults in found if any(fault.member for fault in faults)]
    if len(meant) == 1:
        yield from meant[0]
    elif value is not None and len(rest := [branch for branch in get_args(hint) if branch is not type(None)]) == 1:
        yield from found[get_args(hint).index(rest[0])]
    else:
        yield wrong(name_of_union(hint), value)


def name_of_union(hint: Any) -> str:
    return " or ".join("None" if branch is type(None) else name_of(branch) for branch in get_args(hint))


def check_literal(value: object, allowed: tuple[Any, ...]) -> Iterator[Violation]:
    """Accept exactly one of some values, of the same type."""
    if any(type(value) is type(one) and value == one for one in allowed):
        return
    expected = ", ".join(map(repr, allowed))
    hint = hint_at(value, [one for one in allowed if isinstance(one, str)]) if type(value) is str else ""
    yield Violation("wrong-literal", "", f"must be one of {expected}, not {shown(value)}{hint}", expected, shown(value))


def check_time(value: object, *, aware: bool) -> Iterator[Violation]:
    """Accept a point in time; where the contract says so, only one with a timezone."""
    if not safely_instance(value, datetime.datetime):
        yield wrong("a datetime", value)
    elif aware and not is_aware(value):
        yield Violation(
            "wrong-value", "", "must be a timezone-aware datetime, not a naive one", "an aware datetime", "a naive one"
        )


def is_aware(time: Any) -> bool:
    """Whether a point in time says how far its zone is off."""
    try:
        return datetime.datetime.utcoffset(time) is not None
    except Exception:  # noqa: BLE001 - a zone is any code
        return False


def check_sequence(value: object, hint: Any, trail: Trail) -> Iterator[Violation]:
    """Accept a sequence with the right items; text is no sequence of texts here."""
    expected = "a sequence" if get_origin(hint) is Sequence else named(get_origin(hint))
    if is_a(value, str, bytes, bytearray) or not safely_instance(value, get_origin(hint)):
        yield wrong(f"{expected} of {name_of(get_args(hint)[0])}", value)
        return
    every: Any = value
    built_in = next((one for one in (list, tuple) if is_a(value, one)), None)  # of which a subclass computes nothing
    items: Any = trail.some(every) if built_in is None else built_in.__iter__(every)
    try:
        for index, item in enumerate(items):
            for fault in check(item, get_args(hint)[0], trail):
                yield fault.within(f"[{index}]")
    except Exception as error:  # noqa: BLE001 - a sequence may compute its items
        yield unreadable("an item", error)


def check_mapping(value: object, hint: Any, trail: Trail) -> Iterator[Violation]:
    """Accept a mapping with the right keys and values."""
    if not safely_instance(value, get_origin(hint)):
        yield wrong("a mapping", value)
        return
    key_hint, value_hint = get_args(hint)
    mapping: Any = value
    items: Any = dict.items(mapping) if is_a(value, dict) else trail.some(pairs(mapping))
    try:
        for key, item in items:
            for fault in check(key, key_hint, trail):
                message = f"has a key that {fault.message}"
                yield Violation(fault.code, f"[{shown(key)}]", message, fault.expected, fault.found)
            for fault in check(item, value_hint, trail):
                yield fault.within(f"[{shown(key)}]")
    except Exception as error:  # noqa: BLE001 - a mapping may compute its items
        yield unreadable("a value", error)


def unreadable(what: str, error: Exception) -> Violation:
    raised = named(type(error))
    return Violation("unverifiable", "", f"cannot be read: {what} of it raises {raised}", "something to read", raised)


def pairs(mapping: Any) -> Iterator[tuple[Any, Any]]:
    for key in mapping:
        yield key, mapping[key]


def check_typed_dict(value: object, record: Any, trail: Trail) -> Iterator[Violation]:
    """Accept a dictionary with the right keys and values."""
    if not is_a(value, dict):
        yield wrong(f"a dict ({name_of(record)})", value)
        return
    record, known = of_record(record)
    if known.probe(aware=trail.aware)(value):
        return
    hints = known.hints
    names = [*hints]
    required = record.__required_keys__
    given: Any = value
    items = list(dict.items(given))  # what a subclass of dict computes does not count
    present = {key: item for key, item in items if type(key) is str}
    for key, hint in hints.items():
        if key not in present:
            if key in required:
                yield Violation("missing-key", key, "is required", named(hint), "nothing")
        elif present[key] is None and key not in required and any(True for _ in check(None, hint, trail)):
            message = "must be left out where there is no value, not None"
            yield Violation("none-for-absent-key", key, message, f"{named(hint)}, or no key", "None")
        else:
            for fault in check(present[key], hint, trail):
                yield fault.within(key)
    for key, _ in items:
        if type(key) is not str or key not in hints:
            near = hint_at(key, [name for name in names if name not in present]) if type(key) is str else ""
            place = cut(key) if type(key) is str else shown(key)
            yield Violation("unknown-key", place, f"is no key of {name_of(record)}{near}", ", ".join(names), place)


class Record:
    """A TypedDict as the checker reads it."""

    def __init__(self, record: Any, bindings: Mapping[Any, Any]) -> None:
        """Read a TypedDict, and arguments for its type parameters."""
        known = {key: substitute(hint, bindings) for key, hint in hints_of(record).items()}
        self.hints = {key: known.get(key, UNKNOWN) for key in [*known, *record.__annotations__]}
        self.required: frozenset[str] = record.__required_keys__
        self.probes: dict[bool, Probe] = {}

    def probe(self, *, aware: bool) -> Probe:
        """Give the probe of its values."""
        if aware not in self.probes:
            self.probes[aware] = probe_of_record(self, aware=aware)
        return self.probes[aware]


_records: WeakKeyDictionary[Any, Record] = WeakKeyDictionary()


def of_record(form: Any) -> tuple[Any, Record]:
    """Read a TypedDict, which may have arguments: once, if all of its types are known."""
    record, args = get_origin(form) or form, get_args(form)
    if args:
        return record, Record(record, dict(zip(getattr(record, "__parameters__", ()), args, strict=False)))
    if record not in _records:
        read = Record(record, {})
        if UNKNOWN in read.hints.values():
            return record, read
        _records[record] = read
    return record, _records[record]


# The short way to a yes


def always(_: object) -> bool:
    return True


def never(_: object) -> bool:
    return False


def probe_of(member: Member, *, aware: bool) -> Probe:
    """Give a probe that knows the common values of a member; what it does not know is checked the long way."""
    probes: dict[bool, Probe] = member.probes
    if aware not in probes:
        try:
            probes[aware] = probe_of_hint(member.hint, aware=aware)
        except Exception:  # noqa: BLE001 - an annotation can be any object
            probes[aware] = never
    return probes[aware]


def probe_of_hint(hint: Any, *, aware: bool, inner: bool = False, within: tuple[Any, ...] = ()) -> Probe:
    """Give a probe that knows the common values of a type, and runs no code of them.

    It looks at each item of one sequence or mapping, but not of those that are `inner` ones of another: they may
    share their parts in a great many ways. Nor does it know a record that is `within` itself.
    """
    while get_origin(hint) in {Annotated, Final, NotRequired, Required}:
        hint = get_args(hint)[0]
    origin: Any = get_origin(hint)
    args = get_args(hint)
    if hint is Any or hint is UNKNOWN or hint is object or isinstance(hint, TypeVar):
        return always
    if origin in {Union, types.UnionType}:
        probes = [probe_of_hint(one, aware=aware, inner=inner, within=within) for one in args]
        return lambda value: any(probe(value) for probe in probes)
    if get_origin(hint) is Literal and all(type(one) is str for one in args):
        return lambda value: type(value) is str and value in args
    if is_typed_dict(hint) and hint not in within:
        return probe_of_record(of_record(hint)[1], aware=aware, inner=inner, within=(*within, hint))
    if hint is datetime.datetime:
        return lambda value: type(value) is datetime.datetime and (not aware or is_aware(value))
    if hint is float:
        return lambda value: type(value) is float or type(value) is int
    if any(hint is kind for kind in (types.NoneType, str, int, bool)):
        return lambda value: type(value) is hint
    if inner or not is_a(origin, type):
        return never
    probes = [probe_of_hint(one, aware=aware, inner=True, within=within) for one in args]
    if issubclass(origin, Sequence) and len(probes) == 1:
        [probe_item] = probes
        kinds = [kind for kind in (list, tuple) if origin is not tuple and issubclass(kind, origin)]
        return lambda value: type(value) in kinds and all(map(probe_item, value))
    if issubclass(dict, origin) and issubclass(origin, Mapping) and len(probes) == 2:  # noqa: PLR2004 - keys and values
        probe_key, probe_item = probes
        return lambda value: type(value) is dict and all(map(probe_key, value)) and all(map(probe_item, value.values()))
    return never


def probe_of_record(record: Record, *, aware: bool, inner: bool = False, within: tuple[Any, ...] = ()) -> Probe:
    """Give the probe of a TypedDict."""
    required = record.required
    hints = record.hints.items()
    probes = {key: probe_of_hint(hint, aware=aware, inner=inner, within=within) for key, hint in hints}

    def probe(value: Any) -> bool:
        if type(value) is not dict:
            return False
        for key, item in value.items():
            if type(key) is not str or not probes.get(key, never)(item):
                return False
        return required <= value.keys()

    return probe


def check_by_typeguard(value: object, hint: Any) -> Iterator[Violation]:
    """Leave the less usual forms of types to typeguard."""
    try:
        import typeguard
    except ImportError:
        message = f"cannot be checked against {named(hint)} without typeguard: install latency-stubs[conformance]"
        yield Violation("unverifiable", "", message, named(hint), shown(value))
        return
    configuration = typeguard.TypeCheckConfiguration(
        forward_ref_policy=typeguard.ForwardRefPolicy.IGNORE,
        collection_check_strategy=typeguard.CollectionCheckStrategy.ALL_ITEMS,
    )
    memo = typeguard.TypeCheckMemo({}, {}, config=configuration)
    try:
        typeguard.check_type_internal(value, hint, memo)  # check_type would obey suppress_type_checks
    except typeguard.TypeCheckError:
        yield wrong(named(hint), value)
    except Exception:  # noqa: BLE001 - a form that typeguard does not know, or a value that raises
        return
