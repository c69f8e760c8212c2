# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# What is checked here can be of any type.
"""One validator for each form of a type: a quick `accepts`, and beside it what `explain`s.

`accepts` says whether a value is right. `explain` yields what is wrong with the value itself, and a part for each value
within it that is to be explained in turn; `explained` puts these together.
"""

import datetime
import re
import threading
import typing
from collections import abc, deque
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from typing import Any, Literal, NamedTuple, TypeAlias, get_args, get_origin
from weakref import ref

from latency_shim.conformance._annotations import (
    Reference,
    arguments_of,
    extra_items_of,
    fields_of,
    is_open,
    is_type_parameter,
    is_union,
    special_name,
    stripped,
)
from latency_shim.conformance._assignability import CALLABLE, IO_CLASSES, assignable, shape_of_tuple
from latency_shim.conformance._cache import plan_of
from latency_shim.conformance._inspection import (
    MISSING,
    class_name,
    in_class,
    is_a,
    is_contract,
    is_one_of,
    is_protocol,
    is_subclass,
    is_typed_dict,
    module_of,
)
from latency_shim.conformance._interface import STANDARD
from latency_shim.conformance._rules import (
    DUPLICATE_VALUE,
    INVALID_VALUE,
    MISSING_KEY,
    NONE_FOR_ABSENT_KEY,
    UNKNOWN_KEY,
    UNVERIFIABLE,
    WRONG_LITERAL,
    WRONG_VALUE,
)
from latency_shim.conformance._signatures import Signature, explain_calls, of_callable_type, signature_of
from latency_shim.conformance._violation import Violation
from latency_shim.conformance._wording import MOST_TEXT, cut, named, near, shown

MOST = 10_000
"""Items and attributes that objects compute and that are looked at in one check: they may have no end."""
DEEPEST = 50
"""Maximum depth of the fast path; deeper values go to `explained`, which does not recurse."""


class Part(NamedTuple):
    """A value within another: the step that leads to it, and the validator of its type."""

    step: str
    value: Any
    validator: "Validator"


Finding: TypeAlias = Violation | Part


class GiveUpError(Exception):
    """Raised when the fast path cannot decide: a cyclic or too deeply nested value."""


class Run:
    """One check. What was found of values that may be shared is kept."""

    __slots__ = ("computed", "depth", "found", "kept", "known")

    def __init__(self) -> None:
        self.found: dict[tuple[int, str], Any] = {}
        """Methods that were found, by object and name: `explain` need not look again."""
        self.known: dict[tuple[int, int], bool | None] = {}
        self.kept: list[Any] = []
        """The values of which something is known by their `id`: a computed one would go, and another get its address."""
        self.depth = 0
        self.computed = 0  # how many values objects have computed

    def may_compute(self) -> bool:
        """Count a value that an object computes; false if these are too many."""
        self.computed += 1
        return self.computed <= MOST


class Validator:
    """Accepts every value: for `Any` and unresolved types."""

    is_small = True
    """Whether looking at a value takes a bounded time."""
    is_light = True
    """Whether it takes no more than looking at items that are small."""
    is_flat = False
    """Whether all parts of a value can be explained at once: they have no parts, and are not unions."""
    name = "anything"

    def parts(self, step: str, value: Any, run: Run) -> Iterable["Finding"]:
        """Return the value that a step leads to, if it is not right; its faults at once, if that is possible."""
        if not self.is_light:
            return (Part(step, value, self),)
        computed = run.computed
        try:
            if self.accepts(value, run):
                return ()
        except Exception:  # noqa: BLE001 - explaining the value on its own tells what it raises
            run.computed = computed
        return self.parts_of_wrong(step, value, run)

    def parts_of_wrong(self, step: str, value: Any, run: Run) -> Iterable["Finding"]:
        """Return a value that is not right; its faults at once, if that is possible."""
        computed = run.computed
        try:
            if self.is_flat:
                return [one.within(step) for one in self.explain(value, run) if isinstance(one, Violation)]
        except Exception:  # noqa: BLE001 - explaining the value on its own tells what it raises
            run.computed = computed
        return (Part(step, value, self),)

    def knows(self, value: Any) -> bool:  # noqa: ARG002
        """Check whether a value needs no check, since its class was found to conform."""
        return False

    def accepts(self, value: Any, run: Run) -> bool:  # noqa: ARG002
        """Check whether a value is right."""
        return True

    def explain(self, value: Any, run: Run) -> Iterable[Finding]:  # noqa: ARG002
        """Yield what is wrong with a value, and its parts."""
        return ()

    def within(self, value: Any, run: Run) -> bool:
        """Check a value within another: each only once, however often and deep it occurs."""
        return self.accepts(value, run) if self.is_light else self.once(value, run)

    def accepts_all(self, values: Iterable[Any], run: Run) -> bool:
        """Check whether all of some values are right, each of which may occur often."""
        if self.is_small:
            return self.accepts_each(values, run)
        for one in values:  # noqa: SIM110 - a generator takes twice as long
            if not self.once(one, run):
                return False
        return True

    def accepts_each(self, values: Iterable[Any], run: Run) -> bool:
        """Check whether all of some values are right, each on its own."""
        accepts = self.accepts
        for one in values:  # noqa: SIM110 - a generator takes twice as long
            if not accepts(one, run):
                return False
        return True

    def once(self, value: Any, run: Run) -> bool:
        """Check a value that may occur often."""
        if self.is_small:
            return self.accepts(value, run)
        key = id(value), id(self)
        known = run.known.get(key, MISSING)
        if known is None or run.depth >= DEEPEST:
            raise GiveUpError
        if known is not MISSING:
            return bool(known)
        run.known[key] = None
        run.kept.append(value)
        run.depth += 1
        run.known[key] = verdict = self.accepts(value, run)
        run.depth -= 1
        return verdict


ANYTHING = Validator()


def wrong(expected: str, value: object, *, help: str = "") -> Violation:
    """Return the violation of a value of another type."""
    return WRONG_VALUE(expected=expected, found=shown(value), help=help)


class Instance(Validator):
    """An instance of a class. A `bool` is not accepted as a number; an `int` is accepted as a `float`."""

    def __init__(self, kind: type, *others: type) -> None:
        self.kind = kind
        self.kinds = (kind, *others)
        self.is_number = is_one_of(kind, int, float, complex)
        self.name = named(kind)

    def accepts(self, value: Any, run: Run) -> bool:  # noqa: ARG002
        kind = type(value)
        if kind is self.kind:
            return True
        if self.is_number and kind is bool:
            return False
        for one in self.kinds:  # noqa: SIM110 - a generator takes twice as long
            if is_subclass(kind, one):
                return True
        return False

    def explain(self, value: Any, run: Run) -> Iterable[Finding]:
        return () if self.accepts(value, run) else (wrong(self.name, value),)


class Time(Instance):
    """A datetime, timezone-aware if the contract requires it."""

    def __init__(self, *, aware: bool) -> None:
        super().__init__(datetime.datetime)
        self.aware = aware

    def accepts(self, value: Any, run: Run) -> bool:
        return super().accepts(value, run) and (not self.aware or _is_aware(value))

    def explain(self, value: Any, run: Run) -> Iterable[Finding]:
        if self.accepts(value, run):
            return ()
        if super().accepts(value, run):
            return (WRONG_VALUE(expected="a timezone-aware datetime", found="a naive datetime"),)
        return (wrong("a datetime", value),)


def _is_aware(time: Any) -> bool:
    try:
        return datetime.datetime.utcoffset(time) is not None
    except Exception:  # noqa: BLE001 - a zone is any code
        return False


class Nothing(Validator):
    """`None`, or `Never`."""

    def __init__(self, *, accepts_none: bool) -> None:
        self.accepts_none = accepts_none
        self.name = "None" if accepts_none else "no value (Never)"

    def accepts(self, value: Any, run: Run) -> bool:  # noqa: ARG002
        return value is None and self.accepts_none

    def explain(self, value: Any, run: Run) -> Iterable[Finding]:
        return () if self.accepts(value, run) else (wrong(self.name, value),)


class OneOf(Validator):
    """A `Literal`: exactly one of some values, of the same type."""

    def __init__(self, allowed: tuple[Any, ...]) -> None:
        self.allowed = allowed
        self.name = ("one of " if len(allowed) > 1 else "") + ", ".join(map(shown, allowed))

    def accepts(self, value: Any, run: Run) -> bool:  # noqa: ARG002
        kind = type(value)
        return any(value is one or (kind is type(one) and _equal(value, one)) for one in self.allowed)

    def explain(self, value: Any, run: Run) -> Iterable[Finding]:
        if self.accepts(value, run):
            return ()
        help_ = near(value, [one for one in self.allowed if type(one) is str]) if type(value) is str else ""
        return (WRONG_LITERAL(expected=self.name, found=shown(value), help=help_),)


def _equal(value: Any, other: Any) -> bool:
    return type(value) in (str, int, bool, bytes) and bool(value == other)  # a member of an enum is itself


class Promised(Instance):
    """A text or number of the contract's own records that keeps a promise which no type can express."""

    def __init__(self, kind: type, expected: str, keeps: Callable[[Any], object]) -> None:
        super().__init__(kind)
        self.expected = expected
        self.keeps = keeps

    def accepts(self, value: Any, run: Run) -> bool:
        return (type(value) is self.kind or super().accepts(value, run)) and bool(self.keeps(value))

    def explain(self, value: Any, run: Run) -> Iterable[Finding]:
        if super().accepts(value, run):
            return () if self.keeps(value) else (INVALID_VALUE(expected=self.expected, found=shown(value)),)
        return (wrong(self.name, value),)


class ClassOf(Validator):
    """`type[X]`: a class that extends another."""

    def __init__(self, form: Any) -> None:
        self.form = form
        self.name = f"type[{named(form)}]"

    def accepts(self, value: Any, run: Run) -> bool:  # noqa: ARG002
        return is_a(value, type) and assignable(value, self.form) is not False

    def explain(self, value: Any, run: Run) -> Iterable[Finding]:
        return () if self.accepts(value, run) else (wrong(self.name, value),)


class File(Validator):
    """A type of files, which real files do not extend."""

    def __init__(self, form: Any) -> None:
        self.form = form
        self.name = named(form)

    def accepts(self, value: Any, run: Run) -> bool:  # noqa: ARG002
        return assignable(type(value), self.form) is not False

    def explain(self, value: Any, run: Run) -> Iterable[Finding]:
        return () if self.accepts(value, run) else (wrong(self.name, value),)


class CallableOf(Validator):
    """`Callable[[…], X]`: compared like a method."""

    def __init__(self, form: Any) -> None:
        self.expected = of_callable_type(form)
        self.name = named(form) if get_args(form) else "callable"

    def accepts(self, value: Any, run: Run) -> bool:
        return not any(True for _ in self.explain(value, run))

    def explain(self, value: Any, run: Run) -> Iterator[Finding]:  # noqa: ARG002
        if not callable(value):
            yield wrong("callable", value)
            return
        yield from self.explain_signature(signature_of(value), value)

    def explain_signature(self, found: Signature, function: Any) -> Iterator[Violation]:
        """Yield what is wrong with the signature of a callable."""
        from latency_shim.conformance._methods import explain_callable

        for rule, fields in explain_calls(self.expected, found):
            yield rule(expected=str(self.expected), found=str(found), **fields)
        yield from explain_callable(self.expected, found, function)


# What holds other values


class Holder(Validator):
    """A container of other values."""

    is_small = False
    is_light = False

    def finish(self, *inner: Validator) -> None:
        """Record whether all inner validators are small."""
        self.is_light = all(one.is_small for one in inner)


BUILT_IN: tuple[tuple[type, Any], ...] = tuple((kind, kind.__iter__) for kind in (list, tuple, set, frozenset, dict))
"""Containers of which a subclass computes no items."""
HELD: tuple[type, ...] = (deque, type({}.keys()), type({}.values()), type({}.items()))
"""Containers that hold their items, but of which a subclass may compute them."""
TEXT = (str, bytes, bytearray)


def items_of(value: Any, run: Run) -> Iterator[Any]:
    """Yield the items of a container; raise `TooManyError` after 10,000 computed ones."""
    for kind, iterate in BUILT_IN:
        if is_a(value, kind):
            yield from iterate(value)
            return
    if type(value) is range:
        yield from value[:1]  # all are of the same class
        return
    is_computed = not is_one_of(type(value), *HELD)
    for item in value:
        if is_computed and not run.may_compute():
            raise TooManyError
        yield item


class TooManyError(Exception):
    """An object computes more values than are looked at."""


class Items(Holder):
    """A container of one kind of items: `list[X]`, `Sequence[X]`, `Iterable[X]`, `set[X]`, `tuple[X, ...]`."""

    def __init__(self, origin: type, item: Any, *, aware: bool) -> None:
        self.origin = origin
        self.item = compiled(item, aware=aware)
        self.plain = list if is_subclass(list, origin) else None
        self.other_plain = tuple if is_subclass(tuple, origin) else None
        self.accepts_items: Callable[[Iterable[Any], Run], bool] | None = None
        """Checks all items, if each of them is small."""
        self.name = cut(f"{'a sequence' if origin is abc.Sequence else named(origin)} of {self.item.name}")

    @property
    def is_light(self) -> bool:  # type: ignore[override] # pyright: ignore[reportIncompatibleVariableOverride]
        return self.item.is_small

    @property
    def is_flat(self) -> bool:  # type: ignore[override] # pyright: ignore[reportIncompatibleVariableOverride]
        return self.item.is_flat

    def accepts(self, value: Any, run: Run) -> bool:
        item = self.item
        kind = type(value)
        if kind is self.plain or kind is self.other_plain:
            if self.accepts_items is None:
                accepted = item.accepts_all(value, run)
                if item.is_small:  # which a record is known to be once it is read
                    self.accepts_items = item.accepts_each
                return accepted
            return self.accepts_items(value, run)
        if is_a(value, *TEXT) or not is_subclass(type(value), self.origin):
            return False
        if item is ANYTHING or _is_spent(value):
            return True
        return item.accepts_all(items_of(value, run), run)

    def explain(self, value: Any, run: Run) -> Iterator[Finding]:
        item, kind = self.item, type(value)
        items: Iterable[Any] = value
        if kind is self.plain or kind is self.other_plain:
            is_ordered = True
        else:
            if is_a(value, *TEXT) or not is_subclass(kind, self.origin):
                yield wrong(self.name, value)
                return
            if item is ANYTHING or _is_spent(value):
                return
            is_ordered = not is_subclass(kind, abc.Set) and not is_subclass(kind, abc.Mapping)
            items = items_of(value, run)
        for index, one in enumerate(items):
            if not item.is_small:
                yield Part(f"[{index}]" if is_ordered else f"[{shown(one)}]", one, item)
            elif not item.accepts(one, run):
                yield from item.parts_of_wrong(f"[{index}]" if is_ordered else f"[{shown(one)}]", one, run)


def _is_spent(value: Any) -> bool:
    """Check whether looking at the items of a value would use them up, or is not possible."""
    kind = type(value)
    return in_class(kind, "__iter__") is MISSING or in_class(kind, "__next__") is not MISSING


class Providers(Items):
    """The `provides` of a manifest: each facet with each qualifier at most once."""

    def accepts(self, value: Any, run: Run) -> bool:
        if not super().accepts(value, run):
            return False
        if not is_one_of(type(value), list, tuple):
            return not any(True for _ in self._repeated(value, run))
        seen: set[tuple[str, str | None]] = set()
        for one in value:
            if type(one) is not dict:
                return not any(True for _ in self._repeated(value, run))
            facet, qualifier = one["facet"], one.get("qualifier")
            if type(facet) is not str or (type(qualifier) is not str and qualifier is not None):
                return not any(True for _ in self._repeated(value, run))
            seen.add((facet, qualifier))
        return len(seen) == len(value)

    def explain(self, value: Any, run: Run) -> Iterator[Finding]:
        yield from super().explain(value, run)
        if not is_a(value, *TEXT) and is_subclass(type(value), self.origin):
            yield from self._repeated(value, run)

    def _repeated(self, value: Any, run: Run) -> Iterator[Violation]:
        seen: set[tuple[str | None, str | None]] = set()
        for index, one in enumerate(items_of(value, run)):
            if type(one) is not dict and not is_a(one, dict):
                continue
            facet, qualifier = dict.get(one, "facet"), dict.get(one, "qualifier")
            if qualifier is None and dict.__contains__(one, "qualifier"):  # which is told as it is
                continue
            if type(facet) is not str or (qualifier is not None and type(qualifier) is not str):
                if not is_a(facet, str) or not (qualifier is None or is_a(qualifier, str)):
                    continue
                facet, qualifier = _key(facet), _key(qualifier)
            pair = facet, qualifier
            if pair in seen:
                found = f"facet {pair[0]!r}" + ("" if pair[1] is None else f" with qualifier {pair[1]!r}")
                yield DUPLICATE_VALUE(f"[{index}]", expected="each facet and qualifier once", found=cut(found))
            seen.add(pair)


VERSION = re.compile(
    r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)"
    r"(-(0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*)?"
    r"(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?",
    re.ASCII,
)
"""A semantic version."""


def _is_natural(value: int) -> bool:
    return int.__ge__(value, 0)


@cache
def promised(record: str, key: str) -> Validator | None:
    """Return the validator of a key of the contract's records whose value keeps more promises than its type."""
    if (record, key) in {("PluginManifest", "id"), ("FacetProvider", "facet"), ("FacetRequirement", "facet")}:
        return Promised(str, "a non-empty string", len)
    if (record, key) == ("PluginManifest", "version"):
        return Promised(str, "a semantic version such as '1.0.0'", VERSION.fullmatch)
    if (record, key) == ("FacetProvider", "priority"):
        return Promised(int, "a non-negative integer", _is_natural)
    if (record, key) == ("PluginManifest", "provides"):
        from latency_shim.composition.facet import FacetProvider

        return Providers(abc.Sequence, FacetProvider, aware=True)
    return None


class Tuple(Holder):
    """A tuple whose items have types of their own: some at its start, any number of others, some at its end."""

    def __init__(self, form: Any, *, aware: bool) -> None:
        shape = shape_of_tuple(get_args(form))
        self.start = [compiled(one, aware=aware) for one in shape.start]
        self.rest = compiled(shape.rest, aware=aware) if shape.is_open else None
        self.end = [compiled(one, aware=aware) for one in shape.end]
        self.finish(*self.start, self.rest or ANYTHING, *self.end)
        self.is_small = self.is_light and self.rest is None
        self.name = named(form)

    def _parts(self, value: Any) -> Iterator[tuple[Any, Validator]] | None:
        """Return each item with its validator, or nothing if the length is wrong."""
        length = tuple.__len__(value)
        more = length - len(self.start) - len(self.end)
        if more < 0 or (more and self.rest is None):
            return None
        return zip(tuple.__iter__(value), [*self.start, *[self.rest or ANYTHING] * more, *self.end], strict=True)

    def accepts(self, value: Any, run: Run) -> bool:
        parts = self._parts(value) if is_a(value, tuple) else None
        return parts is not None and all(item.once(one, run) for one, item in parts)

    def explain(self, value: Any, run: Run) -> Iterator[Finding]:  # noqa: ARG002
        if not is_a(value, tuple):
            yield wrong(self.name, value)
            return
        parts = self._parts(value)
        if parts is None:
            yield WRONG_VALUE(expected=self.name, found=f"a tuple of length {tuple.__len__(value)}")
            return
        for index, (one, item) in enumerate(parts):
            yield Part(f"[{index}]", one, item)


class MappingOf(Holder):
    """A mapping: `dict[K, V]`, `Mapping[K, V]`, and the like."""

    def __init__(self, origin: type, key: Any, value: Any, *, aware: bool) -> None:
        self.origin = origin
        self.key, self.value = compiled(key, aware=aware), compiled(value, aware=aware)
        self.name = "a mapping" if origin is abc.Mapping else named(origin)

    @property
    def is_light(self) -> bool:  # type: ignore[override] # pyright: ignore[reportIncompatibleVariableOverride]
        return self.key.is_small and self.value.is_small

    def accepts(self, value: Any, run: Run) -> bool:
        if not is_subclass(type(value), self.origin):
            return False
        key, inner = self.key.once, self.value.once
        return all(key(one, run) and inner(other, run) for one, other in _pairs(value, run))

    def explain(self, value: Any, run: Run) -> Iterator[Finding]:
        if not is_subclass(type(value), self.origin):
            yield wrong(self.name, value)
            return
        for key, item in _pairs(value, run):
            step = f"[{shown(key)}]"
            if not self.key.is_light or not self.key.accepts(key, run):
                yield Part(step, key, Key(self.key))
            if self.value.is_small:
                yield from self.value.parts(step, item, run)
            else:
                yield Part(step, item, self.value)


def _pairs(value: Any, run: Run) -> Iterable[tuple[Any, Any]]:
    if is_a(value, dict):
        return dict.items(value)
    return ((key, value[key]) for key in items_of(value, run))


class Key(Validator):
    """A key of a mapping, whose faults are reported as those of a key."""

    is_light = False

    def __init__(self, inner: Validator) -> None:
        self.inner = inner
        self.name = f"a key of type {inner.name}"

    def accepts(self, value: Any, run: Run) -> bool:
        return self.inner.within(value, run)

    def explain(self, value: Any, run: Run) -> Iterable[Finding]:
        if not self.inner.is_light or self.inner.accepts(value, run):
            return (Part("", value, self.inner),)
        return (WRONG_VALUE(expected=self.name, found=shown(value)),)


class Field(NamedTuple):
    """A key of a TypedDict."""

    validator: Validator
    is_required: bool
    expected: str


class Record(Holder):
    """A TypedDict. Its fields are compiled when they are first needed: they may be of the same type."""

    def __init__(self, form: Any) -> None:
        record: Any = get_origin(form) or form
        self.name = named(form)
        self.plain_name = class_name(record)
        self.of_contract = is_contract(record)
        self._record = ref(record)  # the TypedDict itself is not kept: it may go
        self._args = arguments_of(form)
        self.fields: dict[str, Field] = {}
        self.kinds: dict[str, tuple[type, Callable[[Any], object] | None]] = {}
        self.checks: dict[str, Callable[[Any, Run], bool]] = {}
        self.required: tuple[str, ...] = ()
        self.others: Validator | None = None
        self.is_read = False

    def read(self) -> None:
        """Compile the fields."""
        aware, record = self.of_contract, self._record()
        for key, (form, required) in fields_of(record, self._args).items():
            validator = promised(self.plain_name, key) if aware else None
            self.fields[key] = Field(validator or compiled(form, aware=aware), required, named(form))
        self.required = tuple(key for key, field in self.fields.items() if field.is_required)
        # The quickest of all: a value whose class is just the one.
        validators = {key: field.validator for key, field in self.fields.items()}
        for key, one in validators.items():
            if type(one) is Instance or isinstance(one, Promised):
                self.kinds[key] = one.kind, one.keeps if isinstance(one, Promised) else None
        self.checks = {key: one.accepts if one.is_small else one.within for key, one in validators.items()}
        extra = extra_items_of(record)
        self.others = None if extra is None else compiled(extra, aware=aware)
        self.finish(*(field.validator for field in self.fields.values()), self.others or ANYTHING)
        self.is_small = self.is_light
        self.is_flat = all(isinstance(field.validator, LEAVES) for field in self.fields.values()) and not self.others
        self.is_read = True

    def within(self, value: Any, run: Run) -> bool:
        if not self.is_read:
            self.read()
        return super().within(value, run)

    def once(self, value: Any, run: Run) -> bool:
        if not self.is_read:
            self.read()
        return super().once(value, run)

    def accepts(self, value: Any, run: Run) -> bool:
        if not self.is_read:
            self.read()
        return self.accepts_each((value,), run)

    def accepts_all(self, values: Iterable[Any], run: Run) -> bool:
        if not self.is_read:
            self.read()
        return super().accepts_all(values, run)

    def accepts_each(self, values: Iterable[Any], run: Run) -> bool:
        kinds, checks, required = self.kinds, self.checks, self.required
        for value in values:
            if type(value) is not dict:
                if self._accepts_subclass(value, run):
                    continue
                return False
            for key, item in value.items():
                if type(key) is not str:
                    if self._accepts_subclass(value, run):
                        break
                    return False
                kind = kinds.get(key)
                if kind is not None and kind[0] is type(item) and (kind[1] is None or kind[1](item)):
                    continue
                check = checks.get(key)
                if check is None:
                    check = self.others.within if self.others is not None else None
                if check is None or not check(item, run):
                    return False
            else:
                for key in required:
                    if key not in value:
                        return False
        return True

    def _accepts_subclass(self, value: Any, run: Run) -> bool:
        """Check a dictionary of another class, or with keys of another class."""
        if not is_a(value, dict):
            return False
        plain = {_key(key): item for key, item in dict.items(value)}
        return None not in plain and self.accepts(plain, run)

    def explain(self, value: Any, run: Run) -> Iterator[Finding]:
        if not self.is_read:
            self.read()
        if not is_a(value, dict):
            yield wrong(f"a dict ({self.name})", value)
            return
        given: dict[Any, Any] = value
        present: dict[str, Any] = {}
        odd: list[str] = []
        for original, item in dict.items(given):
            key = original if type(original) is str else _key(original)
            if key is None:
                odd.append(shown(original))
            else:
                present[key] = item
        for key, (validator, required, expected) in self.fields.items():
            if key not in present:
                if required:
                    yield MISSING_KEY(key, expected=expected, found="nothing")
            elif present[key] is None and not required and not validator.accepts(None, run):
                yield NONE_FOR_ABSENT_KEY(key, expected=expected, found="None", help="leave the key out")
            elif (kind := self.kinds.get(key)) is None or kind[0] is not type(present[key]) or kind[1] is not None:
                yield from validator.parts(key, present[key], run)
        others = [name for name in present if name not in self.fields]
        missing = [name for name in self.fields if name not in present] if others else []
        for number, name in enumerate(others):
            if self.others is not None:
                yield Part(name, present[name], self.others)
            else:
                yield self._unknown_key(cut(name), near(name, missing) if number < MOST_COMPARED else "")
        yield from map(self._unknown_key, odd)

    @cached_property
    def _known_keys(self) -> str:
        return ", ".join(self.fields)

    def _unknown_key(self, name: str, help: str = "") -> Violation:
        return UNKNOWN_KEY(name, record=self.name, expected=self._known_keys, found=name, help=help)


MOST_COMPARED = 20
"""Unknown keys of one record that are compared with the missing ones: each takes time."""


def _key(key: object) -> str | None:
    """Return the text of a key, which may be of a class that extends `str`."""
    if type(key) is str:
        return key
    text: Any = key
    return str.__str__(text) if is_a(key, str) else None


class Union(Holder):
    """A union: a value is right if one branch accepts it."""

    def __init__(self, form: Any, *, aware: bool) -> None:
        self.form = form
        self.branches = [compiled(one, aware=aware) for one in get_args(form)]
        self.finish(*self.branches)
        self.is_small = self.is_light
        self.name = cut(" or ".join(dict.fromkeys(one.name for one in self.branches)), MOST_TEXT)

    def accepts(self, value: Any, run: Run) -> bool:
        return any(one.within(value, run) for one in self.branches)

    def explain(self, value: Any, run: Run) -> Iterator[Finding]:  # noqa: ARG002
        for one in self.branches:
            yield Part("", value, one)

    def meant(self, value: Any) -> Validator | None:
        """Return the only branch that the `Literal` keys of a record select."""
        if not is_a(value, dict):
            return None
        records = [one for one in self.branches if isinstance(one, Record)]
        for one in records:
            if not one.is_read:
                one.read()
        fitting: list[Record] = []
        for one in records:
            tags = {key: field.validator for key, field in one.fields.items() if isinstance(field.validator, OneOf)}
            found = {key: dict.get(value, key, MISSING) for key in tags}
            if tags and all(tags[key].accepts(tag, Run()) for key, tag in found.items()):
                fitting.append(one)
        return fitting[0] if len(fitting) == 1 and len(records) > 1 else None


class Standard(Holder):
    """An abstract class of the standard library that counts as a protocol, such as `Sized`."""

    def __init__(self, form: Any) -> None:
        self.inner = interface_plan(form)
        self.name = named(form)

    def accepts(self, value: Any, run: Run) -> bool:
        return self.inner.accepts(value, run)

    def explain(self, value: Any, run: Run) -> Iterator[Finding]:
        found = list(self.inner.explain(value, run))
        is_none = any(isinstance(one, Violation) and one.code in {"missing-member", "member-is-none"} for one in found)
        yield from (wrong(self.name, value),) if is_none else found


class Alias(Holder):
    """A `type` alias, possibly recursive."""

    def __init__(self, form: Any, *, aware: bool) -> None:
        self.form = form
        self.aware = aware
        self.name = named(form)
        self.inner: Validator | None = None

    def _read(self) -> Validator:
        if self.inner is None:
            self.inner = compiled(stripped(self.form), aware=self.aware)
        return self.inner

    def accepts(self, value: Any, run: Run) -> bool:
        return self._read().accepts(value, run)

    def explain(self, value: Any, run: Run) -> Iterable[Finding]:  # noqa: ARG002
        return (Part("", value, self._read()),)


LEAVES = (Instance, Nothing, OneOf, ClassOf, File)
for _leaf in LEAVES:
    _leaf.is_flat = True


# Compiling


def compiled(form: Any, *, aware: bool = False) -> Validator:
    """Return the validator of a form of a type; `aware` if points in time must say their zone.

    A form that occurs often within another is compiled once: types are graphs, too.
    """
    key = id(form), aware
    state = _compiling
    if key in state.known:
        return state.known[key][1]
    state.depth += 1
    try:
        validator = _compiled(form, aware)
    except Exception:  # noqa: BLE001 - a form can be any object
        validator = ANYTHING
    finally:
        state.depth -= 1
    if state.depth:
        state.known[key] = form, validator
    else:
        state.known.clear()
    return validator


class _Compiling(threading.local):
    def __init__(self) -> None:
        self.depth = 0
        self.known: dict[tuple[int, bool], tuple[Any, Validator]] = {}


_compiling = _Compiling()


def _compiled(form: Any, aware: bool) -> Validator:
    origin = get_origin(form)
    if type(form) is Reference or is_type_parameter(form if origin is None else origin, "TypeAliasType"):
        return plan_of(form, lambda one: Alias(one, aware=aware))
    form = stripped(form)
    if form is object or is_open(form):
        return ANYTHING
    if is_one_of(form, *IO_CLASSES):
        return File(form)
    if type(form) is type:
        return _of_class(form, aware)
    origin, args = get_origin(form), get_args(form)
    if is_union(form):
        return Union(form, aware=aware)
    if origin is Literal:
        return OneOf(args)
    if is_type_parameter(form, "NewType"):
        return compiled(form.__supertype__, aware=aware)
    if is_type_parameter(form, "TypeVar"):
        return _of_type_variable(form, aware)
    if origin is CALLABLE or form is CALLABLE or form is typing.Callable:
        return CallableOf(form)
    name = special_name(form) or special_name(origin)
    if name == "LiteralString":
        return Instance(str)
    if name in {"Never", "NoReturn"}:
        return Nothing(accepts_none=False)
    if name in {"TypeGuard", "TypeIs"}:
        return Instance(bool)
    kind = form if origin is None else origin
    if not is_a(kind, type):
        return ANYTHING
    if is_typed_dict(kind):
        return plan_of(form, Record)
    if is_protocol(kind):
        return interface_plan(form)
    if id(kind) in STANDARD and not _is_container(kind):
        return Standard(form)
    if is_one_of(kind, *IO_CLASSES):
        return File(form)
    if not args or is_a(form, type):
        if form is not tuple and kind is tuple and not args:
            return Tuple(form, aware=aware)
        return _of_class(kind, aware)
    if kind is tuple and not (len(args) == 2 and args[1] is ...):  # noqa: PLR2004 - tuple[X, ...]
        return Tuple(form, aware=aware)
    return _of_generic(kind, args, aware)


def _of_class(kind: type, aware: bool) -> Validator:
    if kind is type(None):
        return Nothing(accepts_none=True)
    if kind is datetime.datetime:
        return Time(aware=aware)
    if kind is float:
        return Instance(float, int)
    if kind is complex:
        return Instance(complex, float, int)
    return Instance(kind)


def _of_type_variable(form: Any, aware: bool) -> Validator:
    constraints = getattr(form, "__constraints__", ())
    if constraints:
        return Union(typing.Union[constraints], aware=aware)  # noqa: UP007
    bound = getattr(form, "__bound__", None)
    return ANYTHING if bound is None else compiled(bound, aware=aware)


def _is_container(kind: type) -> bool:
    """Check whether an abstract class holds items that can be looked at."""
    return is_subclass(kind, abc.Iterable) and not is_subclass(kind, abc.Iterator)


def _of_generic(kind: type, args: tuple[Any, ...], aware: bool) -> Validator:
    if kind is type:
        return ClassOf(args[0])
    if kind is tuple:
        return Items(tuple, args[0], aware=aware)
    if module_of(kind) not in {"builtins", "collections", "collections.abc"}:
        return Instance(kind)
    if is_subclass(kind, abc.Mapping):
        key, value = args if len(args) == 2 else (args[0], int)  # noqa: PLR2004 - a Counter counts
        return MappingOf(kind, key, value, aware=aware)
    if _is_container(kind) and len(args) == 1:
        return Items(kind, args[0], aware=aware)
    return Instance(kind)


def interface_plan(form: Any) -> Validator:
    """Return the validator of a protocol."""
    from latency_shim.conformance._members import ObjectOf

    return plan_of(form, ObjectOf)


# Explaining


class Obligation:
    """A node of the work list: a value and its validator."""

    __slots__ = ("findings", "is_refused", "is_told", "open_branches", "parents", "validator", "value")

    def __init__(self, value: Any, validator: Validator) -> None:
        self.value = value
        self.validator = validator
        self.findings: list[Violation | tuple[str, Obligation]] = []
        self.parents: list[Obligation] = []
        self.open_branches = 0
        self.is_refused = False
        self.is_told = False


def accepted(value: Any, validator: Validator, run: Run | None = None) -> bool | None:
    """Return whether a value is right, found the quick way; `None` if that way does not know."""
    try:
        return validator.accepts(value, Run() if run is None else run)
    except (GiveUpError, TooManyError, RecursionError):
        return None
    except Exception:  # noqa: BLE001 - an object may raise what it likes, wherever it is looked at
        return None


def explained(value: Any, validator: Validator, before: Run | None = None) -> list[Violation]:
    """Return everything that is wrong with a value; what was found of it `before` stays.

    Each value is looked at once for each type that it must be of. A value that is within itself is right there, unless
    it is wrong elsewhere. Nothing here recurs, so the depth of values has no bound.
    """
    run = Run()
    if before is not None:
        run.found = before.found
    first = _findings(value, validator, run)
    whole = [finding for finding in first if isinstance(finding, Violation)]
    if len(whole) == len(first):
        return whole
    quick: Run | None = Run()
    root = Obligation(value, validator)
    known = {(id(value), id(validator)): root}
    waiting = [root]
    while waiting:
        one = waiting.pop()
        for finding in first if one is root else _findings(one.value, one.validator, run):
            if isinstance(finding, Violation):
                one.findings.append(finding)
                continue
            step, part, inner = finding
            if not isinstance(one.validator, Union):
                if isinstance(inner, LEAVES):
                    one.findings += [fault.within(step) for fault in _faults_of(inner, part, run)]
                    continue
                if quick is not None and not inner.is_small:
                    try:
                        if inner.within(part, quick):
                            continue
                    except (GiveUpError, TooManyError, RecursionError):
                        quick = None  # all is explained from here on
                    except Exception:  # noqa: BLE001, S110 - explaining it tells what an object raises
                        pass
            key = id(part), id(inner)
            if key not in known:
                known[key] = Obligation(part, inner)
                waiting.append(known[key])
            one.findings.append((step, known[key]))
            known[key].parents.append(one)
    _refuse(known.values())
    return list(_told(root))


def _faults_of(leaf: Validator, value: Any, run: Run) -> list[Violation]:
    """Return what is wrong with a value that has no parts."""
    return [finding for finding in leaf.explain(value, run) if isinstance(finding, Violation)]


def _findings(value: Any, validator: Validator, run: Run) -> list[Finding]:
    found: list[Finding] = []
    try:
        found.extend(validator.explain(value, run))
    except TooManyError:
        if run.computed == MOST + 1:  # told once
            reason = f"it computes more than {MOST:,} values"
            found.append(UNVERIFIABLE(reason=reason, expected="values that come to an end", found="no end"))
    except Exception as error:  # noqa: BLE001 - an object may raise what it likes, wherever it is looked at
        raised = named(type(error))
        reason = f"looking at it raises {raised}"
        found.append(UNVERIFIABLE(reason=reason, expected=validator.name, found=raised))
    return found


def _refuse(obligations: Iterable[Obligation]) -> None:
    """Propagate refusals from parts to wholes; a union is refused when its last branch is."""
    waiting: list[Obligation] = []
    for one in obligations:
        if isinstance(one.validator, Union):
            one.open_branches = len(one.findings)
        elif any(isinstance(finding, Violation) for finding in one.findings):
            one.is_refused = True
            waiting.append(one)
    while waiting:
        one = waiting.pop()
        for parent in one.parents:
            if parent.is_refused:
                continue
            if isinstance(parent.validator, Union):
                parent.open_branches -= 1
                if parent.open_branches:
                    continue
            parent.is_refused = True
            waiting.append(parent)


def _told(root: Obligation) -> Iterator[Violation]:
    """Yield the violations, in order, with their paths; of a value that occurs again, the first alone."""
    waiting: list[tuple[str, Violation | Obligation]] = [("", root)]
    while waiting:
        path, one = waiting.pop()
        if isinstance(one, Violation):
            yield one.within(path)
            continue
        if not one.is_refused:
            continue
        findings: list[Violation | tuple[str, Obligation]] = list(one.findings)
        if isinstance(one.validator, Union):
            findings = _of_union(one, one.validator)
        if one.is_told:
            findings = [*[finding for finding in findings if isinstance(finding, Violation)][:1]]
        one.is_told = True
        for finding in reversed(findings):
            if isinstance(finding, Violation):
                waiting.append((path, finding))
            else:
                step, part = finding
                joint = "" if not path or not step or step.startswith("[") else "."
                waiting.append((f"{path}{joint}{step}" if len(path) < LONGEST_PATH else path, part))


LONGEST_PATH = 400


def _of_union(one: Obligation, union: Union) -> list[Violation | tuple[str, Obligation]]:
    """Return the findings of the one branch that is meant; else what the whole union is."""
    branches = [finding for finding in one.findings if not isinstance(finding, Violation)]
    tagged = union.meant(one.value)
    if tagged is not None:
        return [branch for branch in branches if branch[1].validator is tagged]
    is_scalar = type(one.value) in SCALARS
    shaped = [
        branch for branch in branches if not is_scalar and not any(_is_at_root(one) for one in branch[1].findings)
    ]
    if len(shaped) == 1:
        return [shaped[0]]
    others = [branch for branch in branches if not isinstance(branch[1].validator, Nothing)]
    if len(others) == 1 and one.value is not None and type(one.value) not in SCALARS:
        return [others[0]]
    return [wrong(union.name, one.value)]


SCALARS = (str, bytes, bool, int, float)
"""Classes of values that have no members of their own to be explained."""


def _is_at_root(finding: Violation | tuple[str, Obligation]) -> bool:
    """Check whether a finding says that a value is something else altogether."""
    if isinstance(finding, Violation):
        return not finding.member
    return not finding[0] and any(isinstance(inner, Violation) and not inner.member for inner in finding[1].findings)
