# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# What is inspected here can be of any type.
"""Holding an object, or a class, against an interface."""

import functools
import inspect
import types
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import suppress
from typing import Any, Literal, TypeAlias, get_origin
from weakref import ref

from latency_shim.conformance._callables import (
    ITERATOR,
    LRU_CACHE,
    NO_SELF,
    Callee,
    binds,
    callee_of,
    calls,
    kind_of_type,
    signature_faults,
    written,
)
from latency_shim.conformance._fit import expected_callee, result_of, sure_methods
from latency_shim.conformance._interface import (
    UNKNOWN,
    Interface,
    Member,
    annotations_of,
    hints_of,
    is_contract,
    is_protocol,
    is_typed_dict,
    known_interfaces,
    name_of,
    read,
)
from latency_shim.conformance._types import assignable, has_attribute
from latency_shim.conformance._values import Trail, check, probe_of
from latency_shim.conformance._violation import Violation, hint_at, is_a, is_mock, mro, named, namespace, shown

MISSING: Any = object()
Where: TypeAlias = Literal["instance", "class", "dynamic"]
FUNCTIONS = (
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodType,
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
)
DEFAULTS = {str, int, float, bool, types.NoneType, tuple}
"""Classes of values that stand in a class for those that an object has not; they are no descriptors."""


def is_known(obj: object, form: Any) -> bool:
    """Whether an object needs no check: its class is known, and it has nothing of its own in a method's place.

    As with `isinstance`, what is done to a class after it was found to conform is not seen; one that does not
    conform is looked at again.
    """
    interface = known_interfaces.get(id(form))
    if interface is None or not interface.is_behaviour or id(type(obj)) not in interface.kinds:
        return False
    own: Any = getattr(obj, "__dict__", None)  # runs no code: see `is_plain`
    return type(own) is not dict or not own or own.keys().isdisjoint(interface.methods)


def remember(kind: type, interface: Interface) -> None:
    """Note that the methods of all objects of a class conform, for as long as there is that class."""
    kinds, place = interface.kinds, id(kind)
    kinds[place] = ref(kind, lambda _: kinds.pop(place, None) and None)  # before its id can be another's


def check_interface(obj: object, form: Any) -> list[Violation]:
    """Give each way in which an object departs from a protocol or a TypedDict."""
    if (interface := known_interfaces.get(id(form))) is not None:
        faults = check_object(obj, interface, form, Trail(check_nested, aware=interface.needs_aware_times))
    elif is_typed_dict(origin := origin_of(form)):
        faults = check(obj, form, Trail(check_nested, aware=is_contract(origin)))
    elif is_protocol(origin):
        interface = read(form)
        faults = check_object(obj, interface, form, Trail(check_nested, aware=interface.needs_aware_times))
    else:
        raise TypeError(f"an interface is a protocol, a TypedDict or a FacetKey, not {shown(form)}")
    try:
        return list(faults)
    except Exception as error:  # noqa: BLE001 - an object may raise what it likes, wherever it is looked at
        message = f"cannot be inspected: looking at it raises {named(type(error))}"
        return [Violation("unverifiable", "", message, name_of(form), named(type(error)))]


def origin_of(form: Any) -> Any:
    """Give what a form of a type is made from; what raises when it is looked at is no form of a type."""
    try:
        return get_origin(form) or form
    except Exception:  # noqa: BLE001 - anything can be given for an interface
        return None


def value_violations(value: object, hint: Any) -> list[Violation]:
    """Give each way in which a value that crosses the contract's boundary departs from its type."""
    return [fault.shortened() for fault in check(value, hint, Trail(check_nested, aware=True))]


def check_nested(obj: object, form: Any, trail: Trail) -> Iterator[Violation]:
    """Check a value of which a protocol is the type."""
    yield from check_object(obj, read(form), form, trail)


def guarded(member: Member, faults: Iterator[Violation]) -> list[Violation]:
    """Give the faults of a member; where looking at it raises, that is one."""
    try:
        return list(faults)
    except Exception as error:  # noqa: BLE001 - an object may raise what it likes, wherever it is looked at
        return [uninspectable(member, error)]


def check_object(obj: object, interface: Interface, form: Any, trail: Trail) -> Iterator[Violation]:
    """Check an object, all members in the order of the interface."""
    kind = type(obj)
    if is_a(obj, type):
        yield from check_class_as_object(type_of(obj), interface, form, trail)
        return
    if is_mock(kind):
        yield from check_mock(obj, interface, form, trail)
        return
    if interface.is_record:
        right = sure_values(obj, interface, aware=trail.aware)
        for member in interface.members:
            if member.name not in right:
                yield from guarded(member, check_attribute(obj, member, form, trail))
        return
    own = own_values(obj)
    by_class = own.keys().isdisjoint(interface.methods)
    known = by_class and interface.knows(kind)
    sure: AbstractSet[str] = interface.methods if known else sure_methods(interface, kind)
    if not by_class:
        sure -= own.keys()
    faulty = False
    for member in interface.members:
        if member.name not in sure:
            found = guarded(member, check_member(obj, member, own, form, trail))
            faulty = faulty or (bool(found) and member.is_method)
            yield from found
    if by_class and not known and not faulty and is_plain(kind):
        others = interface.methods - sure
        if not any(is_a(in_class(kind, name)[1], types.MemberDescriptorType) for name in others):  # a slot
            remember(kind, interface)


def is_plain(kind: type) -> bool:
    """Whether all attributes of the objects of a class are in the class and in a dictionary that each object has."""
    for base in mro(kind)[:-1]:
        space = namespace(base)
        if "__getattr__" in space or "__getattribute__" in space:
            return False
        if "__dict__" in space and type(space["__dict__"]) is not types.GetSetDescriptorType:
            return False
    return True


def check_class(cls: type, form: Any) -> Iterator[Violation]:
    """Check a class whose instances are meant."""
    if is_typed_dict(form):
        raise TypeError(f"{name_of(form)} is a TypedDict: its values are dictionaries, which have no class to check")
    if not is_protocol(form):
        raise TypeError(f"an interface is a protocol, a TypedDict or a FacetKey, not {shown(form)}")
    if not is_a(cls, type):
        raise TypeError(f"expected a class, not {shown(cls)}")
    interface = read(form)
    sure = sure_methods(interface, cls)
    for member in interface.members:
        if member.name not in sure:
            yield from guarded(member, check_member_of_class(cls, member, form))


def check_class_as_object(cls: type, interface: Interface, form: Any, trail: Trail) -> Iterator[Violation]:
    """Accept a class as the object where its methods are static; mostly an instance was meant."""
    found: list[Violation] = []
    for member in interface.members:
        raw = in_class(cls, member.name)[1]
        of_meta = in_class(type(cls), member.name)[1]
        if is_a(raw, staticmethod, classmethod) or (not member.is_method and raw is not MISSING):
            found += guarded(member, check_found(cls, member, raw, "class", form, trail))
        elif raw is MISSING and of_meta is not MISSING and member.is_method:
            found += guarded(member, check_method(member, of_meta, "class", cls, type(cls)))
        else:
            found.append(missing(cls, member, form))
    if found:
        message = f"is the class {named(cls)}, where an instance is meant"
        yield Violation("class-not-instance", "", message, f"an instance of {named(cls)}", f"the class {named(cls)}")


def check_mock(obj: Any, interface: Interface, form: Any, trail: Trail) -> Iterator[Violation]:
    """Judge a mock by the class that it was made after; without one it has whatever one asks for."""
    own = own_values(obj)
    specification = own.get("_spec_class")
    if is_a(specification, type):
        for member in interface.members:
            if member.name in own and not is_mock(type(own[member.name])):
                yield from guarded(member, check_found(obj, member, own[member.name], "instance", form, trail))
            elif (get_origin(form) or form) not in mro(type_of(specification)):
                yield from guarded(member, check_member_of_class(type_of(specification), member, form))
        return
    message = "is a mock without a spec, which has every attribute that one asks for"
    yield Violation("unverifiable", "", message, name_of(form), shown(obj))


def type_of(obj: Any) -> type:
    """Give the class where the attributes of an object are looked up; a class stands for itself."""
    return obj if is_a(obj, type) else type(obj)


def in_class(kind: type, name: str) -> tuple[type | None, Any]:
    """Find an attribute in a class and those it extends, without running code."""
    for base in mro(kind):
        if name in namespace(base):
            return base, namespace(base)[name]
    return None, MISSING


def own_values(obj: object) -> dict[str, Any]:
    """Give the attributes of an object itself, without running code."""
    try:
        values = object.__getattribute__(obj, "__dict__")
    except Exception:  # noqa: BLE001 - objects with slots have none, and proxies may raise
        return {}
    own: dict[str, Any] = values if type(values) is dict else {}
    return own


def is_dynamic(kind: type) -> bool:
    """Whether objects of a class have attributes that are in no dictionary."""
    if in_class(kind, "__getattr__")[1] is not MISSING:
        return True
    standard = namespace(object)["__getattribute__"], namespace(types.ModuleType)["__getattribute__"]
    return in_class(kind, "__getattribute__")[1] not in standard


def check_member(obj: object, member: Member, own: dict[str, Any], form: Any, trail: Trail) -> Iterator[Violation]:
    """Find a member of an object, and check it."""
    name = member.name
    _, raw = in_class(type(obj), name)
    if name == "__call__" and is_a(obj, *FUNCTIONS, functools.partial, LRU_CACHE):
        yield from check_method(member, obj, "instance", obj, type(obj))
    elif raw is not MISSING and (name not in own or is_data_descriptor(raw)):
        yield from check_found(obj, member, raw, "class", form, trail)
    elif name in own:
        yield from check_found(obj, member, own[name], "instance", form, trail)
    elif is_dynamic(type(obj)) or is_a(obj, types.ModuleType):
        try:
            value = getattr(obj, name)
        except AttributeError:
            yield missing(obj, member, form)
        else:
            yield from check_found(obj, member, value, "dynamic", form, trail)
    else:
        yield missing(obj, member, form)


def is_data_descriptor(raw: Any) -> bool:
    return in_class(type(raw), "__set__")[1] is not MISSING or is_a(raw, property)


def missing(obj: object, member: Member, form: Any) -> Violation:
    """Say that a member is missing, and what may have been meant."""
    kind = type_of(obj)
    wanted = {one.name for one in read(form).members}
    names = {name for base in mro(kind) for name in [*namespace(base), *own_values(obj)] if type(name) is str}
    near = hint_at(member.name, sorted(name for name in names - wanted if not name.startswith("__")))
    given: Any = obj
    if is_a(obj, dict) and dict.__contains__(given, member.name):
        near = "; the dict has it as a key"
    code, what = ("missing-member", "method") if member.is_method else ("missing-property", "attribute")
    return Violation(code, member.name, f"is missing{near}", f"{a(what)} {what}", "nothing")


def a(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"


def uninspectable(member: Member, error: BaseException) -> Violation:
    message = f"cannot be inspected: looking at it raises {named(type(error))}"
    return Violation("unverifiable", member.name, message, "something to look at", named(type(error)))


def check_found(obj: object, member: Member, raw: Any, where: Where, form: Any, trail: Trail) -> Iterator[Violation]:
    """Check what was found for a member of an object."""
    if not member.is_method:
        yield from check_data(obj, member, raw, where, trail)
        return
    if is_a(raw, types.MemberDescriptorType):
        try:
            raw, where = raw.__get__(obj, type(obj)), "instance"
        except AttributeError:
            yield missing(obj, member, form)
            return
    yield from check_method(member, raw, where, obj, type_of(obj))


def check_data(obj: object, member: Member, raw: Any, where: Where, trail: Trail) -> Iterator[Violation]:
    """Check a data member of a behaviour, where its value can be had without running code."""
    if where == "class":
        if is_a(raw, types.MemberDescriptorType):
            try:
                raw = raw.__get__(obj, type(obj))
            except AttributeError:
                yield Violation("missing-property", member.name, "is a slot that holds no value", "a value", "nothing")
                return
        elif in_class(type(raw), "__get__")[1] is not MISSING:
            yield from check_property(member, raw)
            return
    if probe_of(member, aware=trail.aware)(raw):
        return
    for fault in check(raw, member.hint, trail):
        yield fault.within(member.name)


def check_property(member: Member, raw: Any) -> Iterator[Violation]:
    """Check a property by what it says of itself."""
    if not is_a(raw, property) or raw.fget is None:
        return
    if raw is member.raw:
        if does_nothing(member):
            yield not_implemented(member)
        return
    found = hints_of(raw.fget).get("return", UNKNOWN)
    if assignable(found, member.hint) is False:
        message = f"gives {named(found)}, where the contract has {named(member.hint)}"
        yield Violation("return-type", member.name, message, named(member.hint), named(found))


def not_implemented(member: Member) -> Violation:
    message = f"is inherited from {member.owner}, where it does nothing, and is not implemented"
    return Violation("not-implemented", member.name, message, "an implementation", "the protocol's own body")


def check_member_of_class(cls: type, member: Member, form: Any) -> Iterator[Violation]:
    """Check a member as the instances of a class will have it."""
    _, raw = in_class(cls, member.name)
    if not member.is_method and (found := annotated(cls, member)) is not UNKNOWN:
        if assignable(found, member.hint) is False:
            message = f"is declared as {named(found)}, where the contract has {named(member.hint)}"
            yield Violation("attribute-type", member.name, message, named(member.hint), named(found))
        return
    if raw is MISSING:
        if not member.is_method and has_attribute(cls, member.name):
            return
        if in_class(cls, "__getattr__")[1] is not MISSING:
            message = "may be computed by __getattr__, which only an instance can tell"
            yield Violation("unverifiable", member.name, message, member.name, "__getattr__")
            return
        if member.is_method and has_attribute(cls, member.name):
            message = "is set when an instance is made, which only an instance can tell"
            yield Violation("unverifiable", member.name, message, member.name, "an attribute of instances")
            return
        yield missing(cls, member, form)
    elif member.is_method:
        if not is_a(raw, types.MemberDescriptorType):
            yield from check_method(member, raw, "class", None, cls)
    elif in_class(type(raw), "__get__")[1] is not MISSING:
        yield from check_property(member, raw)


def annotated(cls: type, member: Member) -> Any:
    """Give the type with which a class declares an attribute, if it does."""
    for base in mro(cls):
        if not is_protocol(base) and member.name in annotations_of(base):
            return hints_of(base).get(member.name, Any)
        if member.name in namespace(base) and not is_a(namespace(base)[member.name], types.MemberDescriptorType):
            return UNKNOWN
    return UNKNOWN


def sure_values(obj: object, interface: Interface, *, aware: bool) -> set[str]:
    """Give the names of attributes of a record whose values are sure to be right, and can be had without code."""
    kind = type(obj)
    own = own_values(obj)
    if not is_plain(kind):
        return set()
    spaces = [namespace(base) for base in mro(kind)]
    sure: set[str] = set()
    for member in interface.members:
        name = member.name
        raw = next((space[name] for space in spaces if name in space), MISSING)
        if type(raw) is types.MemberDescriptorType:
            with suppress(Exception):  # it may be empty
                if probe_of(member, aware=aware)(raw.__get__(obj, kind)):
                    sure.add(name)
        elif name in own and (raw is MISSING or type(raw) in DEFAULTS) and probe_of(member, aware=aware)(own[name]):
            sure.add(name)
    return sure


def check_attribute(obj: Any, member: Member, form: Any, trail: Trail) -> Iterator[Violation]:
    """Check the value of an attribute of a record, which is made to be read."""
    _, raw = in_class(type(obj), member.name)
    if is_a(raw, property) and raw is member.raw and does_nothing(member):
        yield not_implemented(member)
        return
    try:
        value = getattr(obj, member.name)
    except AttributeError:
        if raw is MISSING and member.name not in own_values(obj):
            yield missing(obj, member, form)
        else:
            yield Violation("missing-property", member.name, "holds no value", named(member.hint), "nothing")
        return
    if probe_of(member, aware=trail.aware)(value):
        return
    for fault in check(value, member.hint, trail):
        yield fault.within(member.name)


# Methods


def bind(raw: Any, where: Where, obj: object, owner: type) -> tuple[Any, bool]:
    """Give what will run when an attribute is called, and whether the object still fills its first parameter."""
    if where != "class":
        return raw, False
    if is_a(raw, staticmethod):
        return raw.__func__, False
    if is_a(raw, classmethod):
        return raw.__func__, True
    if is_a(raw, functools.singledispatchmethod):
        return raw.func, True
    if is_a(raw, functools.partialmethod):
        return functools.partial(raw.func, None, *raw.args, **raw.keywords), False
    if is_a(raw, *FUNCTIONS):
        return raw, not is_a(raw, types.BuiltinFunctionType, types.MethodType)
    if callable(raw) and not is_a(raw, type) and in_class(type(raw), "__get__")[1] is not MISSING:
        with suppress(Exception):  # a descriptor may raise what it likes
            return raw.__get__(obj, owner), obj is None
    return raw, False


def check_method(member: Member, raw: Any, where: Where, obj: object, owner: type) -> Iterator[Violation]:
    """Check what will run when a method is called; without an object, on any instance of the owner."""
    name = member.name
    if raw is None:
        yield Violation("member-is-none", name, "is None, where a method is meant", "a method", "None")
        return
    if where == "class" and is_a(raw, property, functools.cached_property):
        message = "is a property, whose value only running it would tell"
        yield Violation("unverifiable", name, message, "a method", "a property")
        return
    function, bound = bind(raw, where, obj, owner)
    if not callable(function):
        yield Violation(
            "not-callable", name, f"is {shown(function)}, which cannot be called", "a method", shown(function)
        )
        return
    if is_a(function, types.FunctionType) and (
        vars(function).get("__isabstractmethod__", False) or is_inherited_stub(function, name, owner)
    ):
        yield not_implemented(member)
        return
    expected = expected_callee(member)
    found = callee_of(function, bound=bound)
    yield from check_signature(member, raw, function, expected, found)
    mixed = list(check_awaiting(member, expected, found, function))
    yield from mixed
    with suppress(Exception):  # what cannot be compared is in no conflict
        yield from list(check_types(member, expected, found, with_result=not mixed))


def is_lambda(function: Any) -> bool:
    return type(function) is types.FunctionType and function.__code__.co_name == "<lambda>"


def is_inherited_stub(function: Any, name: str, owner: type) -> bool:
    """Whether a class has a function only because a protocol that it inherits declares it."""
    for base in mro(owner):
        if is_protocol(base) and getattr(namespace(base).get(name), "__func__", namespace(base).get(name)) is function:
            return is_contract(base) or is_stub(function)
    return False


def does_nothing(member: Member) -> bool:
    """Whether what a protocol has for a property is a declaration, and no default."""
    return member.of_contract or is_stub(getattr(member.raw, "fget", None))


def check_signature(member: Member, raw: Any, function: Any, expected: Callee, found: Callee) -> Iterator[Violation]:
    """Check that every call that the contract allows will bind."""
    faults = list(signature_faults(expected, found))
    if not faults:
        return
    if is_a(function, types.FunctionType):  # perhaps only the object's own parameter is at fault
        first = function.__code__.co_varnames[:1]
        is_static = is_a(raw, staticmethod)
        names = {"self"} if is_static else {one.name for one in expected.positional}
        other = callee_of(function, bound=is_static)
        fits_otherwise = all(binds(other, *call) for call in calls(expected, len(other.positional)))
        if NO_SELF in (found.parameters or ()) or (fits_otherwise and first and names.issuperset(first)):
            message = (
                "is a static method, so nothing fills its first parameter"
                if is_static
                else "has no parameter for the object itself"
            )
            yield Violation("wrong-binding", member.name, message, written(expected), written(found))
            return
    for code, message in dict.fromkeys(faults):
        yield Violation(code, member.name, message, written(expected), written(found))


def check_awaiting(member: Member, expected: Callee, found: Callee, function: Any) -> Iterator[Violation]:
    """Check that what is awaited can be, what is iterated over can be, and nothing else is either."""
    result = member.hints.get("return", UNKNOWN)
    wanted = expected.kind
    got = found.kind

    def fault(code: str, message: str, form: str) -> Violation:
        return Violation(code, member.name, message, form, got)

    if got == "plain" and wanted == "coroutine" and is_lambda(function):
        yield fault("unverifiable", "is a lambda: whether it gives an awaitable cannot be known", "async def")
    elif got == "unknown":
        return
    elif wanted in {"coroutine", "awaitable"}:
        if got in {"async generator", "async iterator"}:
            yield fault("iterator-for-coroutine", "gives an async iterator, which cannot be awaited", "async def")
        elif got not in {"coroutine", "awaitable"} and not (wanted == "awaitable" and "return" not in found.hints):
            yield fault("sync-for-async", "is not async, so its result cannot be awaited", "async def")
    elif wanted in {"async iterator", "async generator"}:
        if got in {"coroutine", "awaitable"}:
            message = "gives a coroutine, which cannot be iterated over: yield in it, or leave out async"
            yield fault("coroutine-for-iterator", message, "an async iterator")
        elif got == "generator":
            yield fault("sync-for-async", "is a generator that is not async", "an async iterator")
    elif got in {"coroutine", "awaitable", "async generator"} and result is not object:
        if kind_of_type(result) not in {"awaitable", "async iterator", "unknown"} or result is Any:
            yield fault("async-for-sync", "is async, so callers get an object to await and no result", "def")
    elif got == "generator" and result is not Any and result is not UNKNOWN and not may_iterate(result):
        yield Violation("return-type", member.name, "is a generator", named(result), "a generator")


def may_iterate(result: Any) -> bool:
    """Whether a generator can be what a type names."""
    return any((get_origin(result) or result) is one for one in ITERATOR)


def check_types(member: Member, expected: Callee, found: Callee, *, with_result: bool) -> Iterator[Violation]:
    """Check annotations, where both sides have them and they can be resolved."""
    for want, have in pairs_of(expected, found):
        wanted, had = member.hints.get(want, UNKNOWN), found.hints.get(have, UNKNOWN)
        if assignable(wanted, had) is False:
            message = f"takes {named(had)} as {have!r}, where callers pass {named(wanted)}"
            yield Violation("parameter-type", member.name, message, named(wanted), named(had))
    wanted, had = result_of(member.hints, expected), result_of(found.hints, found)
    if with_result and found.kind != "generator" and assignable(had, wanted) is False:
        message = f"gives {named(had)}, where callers expect {named(wanted)}"
        yield Violation("return-type", member.name, message, named(wanted), named(had))


def pairs_of(expected: Callee, found: Callee) -> Iterator[tuple[str, str]]:
    """Give the names of the parameters that take the same value on both sides."""
    if found.parameters is None:
        return
    ours, theirs = expected.positional, found.positional
    for want, have in zip(ours, theirs, strict=False):
        yield want.name, have.name
    for kind in inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD:
        names = [[one.name for one in side.parameters or () if one.kind is kind] for side in (expected, found)]
        if all(names):
            yield names[0][0], names[1][0]
        if kind is inspect.Parameter.VAR_POSITIONAL and names[1]:
            for want in ours[len(theirs) :]:
                yield want.name, names[1][0]
    for name in expected.keyword_only.keys() & found.keyword_only.keys():
        yield name, name


# Bodies that do nothing


@functools.cache
def stubs() -> set[tuple[bytes, tuple[str, ...]]]:
    """Give the byte code of functions that do nothing, in each way to write that."""
    bodies = ["...", "pass", "return None", "raise NotImplementedError", "raise NotImplementedError()"]
    bodies += ['raise NotImplementedError("text")']
    found: set[tuple[bytes, tuple[str, ...]]] = set()
    for head in "def f(self):", "async def f(self):":
        for docstring in "", '"""Text."""; ':
            for body in bodies:
                scope: dict[str, Any] = {}
                exec(f"{head} {docstring}{body}", scope)  # noqa: S102 - our own text
                code = scope["f"].__code__
                found.add((code.co_code, code.co_names))
    return found


def is_stub(function: Any) -> bool:
    """Whether the body of a function does nothing, so that inheriting it implements nothing."""
    code = getattr(function, "__code__", None)
    return code is not None and (code.co_code, code.co_names) in stubs()
