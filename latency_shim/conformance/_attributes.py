# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# What is inspected here can be of any type.
"""The rules of data members: what an attribute holds, what a class declares it to hold, and whether it can be set."""

import dis
import functools
import types
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from latency_shim.conformance._annotations import (
    UNKNOWN,
    arguments,
    bindings_in,
    is_open,
    is_type_parameter,
    is_union,
    of_class,
    of_function,
    parameters_of,
    qualified,
    raw_of_class,
    special_name,
    stripped,
    substitute,
)
from latency_shim.conformance._assignability import CALLABLE, assignable
from latency_shim.conformance._bodies import is_stub
from latency_shim.conformance._inspection import (
    MISSING,
    class_name,
    in_class,
    is_a,
    is_protocol,
    is_subclass,
    is_typed_dict,
    mro,
    namespace,
)
from latency_shim.conformance._interface import Member, function_of_property
from latency_shim.conformance._methods import (
    explain_method,
    found_signature,
    given_by,
    location_of,
    not_implemented,
)
from latency_shim.conformance._rules import (
    ATTRIBUTE_TYPE,
    METHOD_FOR_DATA,
    MISSING_PROPERTY,
    READ_ONLY,
    RETURN_TYPE,
)
from latency_shim.conformance._signatures import UNKNOWN_SIGNATURE
from latency_shim.conformance._validators import CallableOf, Finding, Part, Validator, accepted, compiled
from latency_shim.conformance._violation import Violation
from latency_shim.conformance._wording import named

METHODS = (types.FunctionType, classmethod, staticmethod, functools.partialmethod, functools.singledispatchmethod)


def validator_of(member: Member) -> Validator:
    """Return the validator of a data member's values, compiled when it is first needed."""
    kept: Validator | None = member.__dict__.get("validator")
    if kept is None:
        kept = member.__dict__["validator"] = compiled(member.hint, aware=member.of_contract)
    return kept


def explain_value(member: Member, value: Any) -> Iterator[Finding]:
    """Yield the value of an attribute, to be explained in turn."""
    yield Part(member.name, value, validator_of(member))


def explain_in_class(member: Member, raw: Any, cls: type) -> Iterator[Finding]:
    """Yield what is wrong with what a class holds in the place of data."""
    if is_a(raw, *METHODS):
        yield from _explain_method(member, raw, cls)
    elif function_of_property(raw) is not None:
        yield from explain_property(member, raw, cls)
    elif in_class(type(raw), "__get__") is MISSING or is_a(raw, type):
        yield from explain_value(member, raw)
    elif is_a(raw, property):
        yield no_value(member)
    elif is_a(getter := in_class(type(raw), "__get__"), types.FunctionType):
        found = stripped(given_by(getter))
        is_known = not is_type_parameter(found, "TypeVar") and not (get_args(found) and parameters_of(found))
        if is_known and assignable(found, member.hint) is False:
            yield RETURN_TYPE(
                member.name, expected=named(member.hint), found=named(found), location=location_of(getter)
            )


def no_value(member: Member) -> Violation:
    """Return the violation of an attribute without a value."""
    expected = named(member.hint) if member.hint is not UNKNOWN else "a value"
    return MISSING_PROPERTY(member.name, expected=expected, found="no value", help="set it when the object is made")


def _explain_method(member: Member, raw: Any, cls: type) -> Iterator[Finding]:
    """Judge a method in the place of data: right if the data is something to call."""
    hint = stripped(member.hint)
    if is_open(hint) or hint is object or not _excludes_methods(hint):
        validator = validator_of(member)
        if isinstance(validator, CallableOf):
            found = found_signature(raw, "class", cls)
            for fault in validator.explain_signature(found.signature or UNKNOWN_SIGNATURE, found.function):
                yield fault.within(member.name)
        for call in getattr(getattr(validator, "interface", None), "members", ()):
            if call.is_method and call.name == "__call__":  # a protocol of a call
                for fault in explain_method(call, raw, "class", cls):
                    yield fault.within(member.name)
        return
    location = location_of(getattr(raw, "__func__", raw))
    yield METHOD_FOR_DATA(
        member.name, expected=named(hint), found="a method", help="make it a property, or set it", location=location
    )


def _excludes_methods(hint: Any) -> bool:
    """Check whether no bound method can be what a type describes."""
    return assignable(types.MethodType, hint) is False and get_origin(hint) is not CALLABLE and hint is not CALLABLE


def explain_property(member: Member, raw: Any, cls: type) -> Iterator[Finding]:
    """Compare the annotations of a property with the interface."""
    getter = function_of_property(raw)
    if not is_protocol(cls) and (raw is member.raw or _is_of_protocol(raw, member.name, cls)):
        if member.of_contract or is_stub(getter):
            yield not_implemented(member, member.owner_name)
        return
    if not is_a(getter, types.FunctionType):
        return
    found = substitute(of_function(getter, cls).get("return", UNKNOWN), _bindings(raw, member.name, cls))
    location = location_of(getter)
    if assignable(found, member.hint) is False:
        yield RETURN_TYPE(member.name, expected=named(member.hint), found=named(found), location=location)
    if not member.is_settable or not is_a(raw, property):
        return
    if raw.fset is None:
        found = "a property without a setter"
        yield READ_ONLY(member.name, expected="an attribute that can be set", found=found, location=location)
    elif is_a(raw.fset, types.FunctionType):
        accepted = of_function(raw.fset, cls).get(raw.fset.__code__.co_varnames[1:2][0], UNKNOWN)
        if assignable(member.hint, accepted) is False:
            yield ATTRIBUTE_TYPE(member.name, expected=named(member.hint), found=named(accepted), location=location)


def _is_of_protocol(raw: Any, name: str, cls: type) -> bool:
    return any(is_protocol(base) and namespace(base).get(name) is raw for base in mro(cls))


def _bindings(raw: Any, name: str, cls: type) -> Any:
    for base in mro(cls):
        if namespace(base).get(name, MISSING) is raw:
            return bindings_in(base, arguments(cls))
    return {}


def explain_settable(member: Member, cls: type) -> Iterator[Finding]:
    """Check that an attribute that callers may set can be set, as far as a class says."""
    if not member.is_settable or member.name[:2] == "__":
        return
    for base in mro(cls):
        space = namespace(base)
        fields = space.get("__dataclass_fields__")
        parameters = space.get("__dataclass_params__")
        if base is cls and has_no_place(member, cls) and type(space.get("_fields")) is not tuple:
            found = "a class attribute without a slot"
        elif type(fields) is dict and member.name in fields and getattr(parameters, "frozen", False) is True:
            found = "a field of a frozen dataclass"
        elif type(space.get("_fields")) is tuple and member.name in space["_fields"] and tuple in mro(base):
            found = "a field of a named tuple"
        elif member.name in raw_of_class(base) and not is_protocol(base):
            qualifiers = qualified(of_class(base)[member.name])[1]
            if not qualifiers & {"ClassVar", "Final"}:
                return
            found = "a final attribute" if "Final" in qualifiers else "a class variable"
        elif member.name in space:
            return
        else:
            continue
        yield READ_ONLY(member.name, expected="an attribute that can be set", found=found)
        return


def explain_variable(member: Member, cls: type, value: Any) -> Iterator[Finding]:
    """Judge the declaration of an attribute: callers may set it, or read it from the class."""
    if not (member.is_settable or member.is_of_class):
        return
    if member.is_of_class and in_class(cls, member.name) is MISSING:
        yield MISSING_PROPERTY(member.name, expected="a class variable", found="an attribute of the instance alone")
        return
    read_only = list(explain_settable(member, cls))
    yield from read_only
    declared = declared_type(member, cls, cls)
    # If the value is not of the type that is declared, a descriptor made it; if it is wrong, that is told.
    if not read_only and declared is not MISSING and may_be(value, declared) and may_be(value, member.hint):
        yield from _explain_declared(member, declared)


def may_be(value: Any, form: Any) -> bool:
    """Check whether a value may be of a type, going by its class alone."""
    form = stripped(form)
    if is_union(form):
        return any(may_be(value, one) for one in get_args(form))
    validator = compiled(form)
    if validator.is_small:
        return accepted(value, validator) is not False
    origin = get_origin(form) or form
    return not is_a(origin, type) or is_protocol(origin) or is_typed_dict(origin) or is_subclass(type(value), origin)


def has_no_place(member: Member, cls: type) -> bool:
    """Check whether instances of a class have no place for a value: neither a dictionary nor a slot."""
    if (
        type.__dict__["__dictoffset__"].__get__(cls)
        or in_class(cls, "__setattr__") is not namespace(object)["__setattr__"]
    ):
        return False
    raw = in_class(cls, member.name)
    return in_class(type(raw), "__set__") is MISSING and function_of_property(raw) is None


def explain_declaration(member: Member, cls: type, form: Any) -> Iterator[Finding] | None:
    """Judge the type with which a class declares an attribute; return nothing if it declares none."""
    raw = in_class(cls, member.name)
    is_descriptor = raw is not MISSING and in_class(type(raw), "__get__") is not MISSING
    if is_descriptor and not is_a(raw, types.MemberDescriptorType, property):
        return None  # it gives what it likes
    declared = declared_type(member, cls, form)
    return None if declared is MISSING else _explain_declared(member, declared)


def declared_type(member: Member, cls: type, form: Any) -> Any:
    """Return the type with which a class declares an attribute, if it does."""
    for base in mro(cls):
        space = namespace(base)
        if (not is_protocol(base) or is_protocol(cls)) and member.name in raw_of_class(base):
            declared = qualified(of_class(base).get(member.name, UNKNOWN))[0]
            return substitute(declared, bindings_in(base, arguments(form)))
        if member.name in space and not is_a(space[member.name], types.MemberDescriptorType):
            return MISSING
    return MISSING


def _explain_declared(member: Member, found: Any) -> Iterator[Finding]:
    origin = stripped(get_origin(found) or found)
    if is_a(origin, type) and in_class(origin, "__get__") is not MISSING and not is_a(origin, types.FunctionType):
        return  # a descriptor gives what it likes
    if special_name(found) in {"InitVar", "KW_ONLY"} or class_name(type(found)) == "InitVar":
        return
    may_be_set = member.is_settable or member.is_of_class  # to anything that the interface accepts
    if assignable(found, member.hint) is False or (may_be_set and assignable(member.hint, found) is False):
        yield ATTRIBUTE_TYPE(member.name, expected=named(member.hint), found=named(found))


def has_attribute(cls: type, name: str) -> bool:
    """Check whether instances of a class have an attribute: it is in the class, declared, or set on `self`."""
    for base in mro(cls):
        space = namespace(base)
        if name in space or (name in raw_of_class(base) and (not is_protocol(base) or is_protocol(cls))):
            return True
        for value in space.values():
            function = value.__func__ if type(value) in (staticmethod, classmethod) else value
            code = function.__code__ if type(function) is types.FunctionType else None
            if code is not None and name in code.co_names and name in assigned_to_first(code):
                return True
    return False


@functools.lru_cache(maxsize=1000)
def assigned_to_first(code: types.CodeType) -> frozenset[str]:
    """Return the names of the attributes that a function sets on its first parameter."""
    first = code.co_varnames[:1] if code.co_argcount else ()
    found: set[str] = set()
    before: dis.Instruction | None = None
    for one in dis.get_instructions(code):
        if one.opname in {"CACHE", "EXTENDED_ARG", "NOP"}:
            continue
        if one.opname == "STORE_ATTR" and before is not None:
            name = before.argval[-1] if type(before.argval) is tuple else before.argval
            if before.opname.startswith(("LOAD_FAST", "LOAD_DEREF", "STORE_FAST_LOAD_FAST")) and (name,) == first:
                found.add(str(one.argval))
        before = one
    return frozenset(found)
