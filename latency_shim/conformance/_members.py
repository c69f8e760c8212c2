# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# What is inspected here can be of any type.
"""Holding an object, or a class, against a protocol: each member is found, and judged by the rules of its kind."""

import functools
import linecache
import os.path
import re
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, cast, get_origin

from latency_shim.conformance._annotations import of_class, qualified, raw_of_class
from latency_shim.conformance._attributes import (
    explain_declaration,
    explain_in_class,
    explain_property,
    explain_settable,
    explain_value,
    explain_variable,
    has_attribute,
    no_value,
    validator_of,
)
from latency_shim.conformance._inspection import (
    FUNCTIONS,
    LRU_CACHE,
    MISSING,
    class_name,
    in_class,
    is_a,
    is_data_descriptor,
    is_dynamic,
    is_mock,
    is_plain,
    is_protocol,
    mro,
    namespace,
    own_values,
    qualname,
    type_of,
)
from latency_shim.conformance._interface import Interface, Member, function_of_property
from latency_shim.conformance._methods import Shape, Where, explain_method, explain_unbound, shape_of
from latency_shim.conformance._rules import (
    CLASS_NOT_INSTANCE,
    MISSING_MEMBER,
    MISSING_PROPERTY,
    UNVERIFIABLE,
    WRONG_OBJECT,
)
from latency_shim.conformance._validators import (
    Finding,
    GiveUpError,
    Run,
    TooManyError,
    Validator,
    explained,
    interface_plan,
)
from latency_shim.conformance._violation import Location, Violation
from latency_shim.conformance._wording import article, named, near, shown

PLAIN_METHODS = (types.FunctionType, staticmethod, classmethod)
DEFAULTS = (str, int, float, bool, types.NoneType, tuple)
"""Classes of values that stand in a class for those that an object lacks; they are not descriptors."""


class ObjectOf(Validator):
    """A protocol: an object has its members."""

    is_small = False
    is_light = False

    def __init__(self, form: Any) -> None:
        self.interface = Interface(form)
        self.name = self.interface.name

    @functools.cached_property
    def shapes(self) -> Mapping[str, Shape]:
        """Shapes of functions that are known to conform, by the names of the methods."""
        found = {member.name: shape_of(member) for member in self.interface.members if member.is_method}
        return {name: shape for name, shape in found.items() if shape is not None}

    def knows(self, value: Any) -> bool:
        """Check whether the class of an object is known to conform, and the object overrides no method itself.

        As with `isinstance`, what is done to a class after it was found to conform is not seen; one that does not
        conform is looked at again.
        """
        interface = self.interface
        if not interface.is_behaviour or id(type(value)) not in interface.known.ids:
            return False
        own: Any = getattr(value, "__dict__", None)  # runs no code: such a class is plain
        return type(own) is not dict or not own or own.keys().isdisjoint(interface.of_objects)

    def sure_methods(self, kind: type) -> set[str]:
        """Return the names of the methods that certainly conform for every instance of a class."""
        sure: set[str] = set()
        seen: set[str] = set()
        shapes = self.shapes
        for base in mro(kind)[:-1]:  # `object` has no plain functions
            space = namespace(base)
            found = [name for name in shapes if name in space and name not in seen]
            if not found:
                continue
            if not space.get("_is_protocol", False):
                prefix = f"{qualname(base)}."
                for name in found:
                    function = space[name]
                    if (
                        type(function) is types.FunctionType
                        and function.__qualname__ == prefix + name  # else it may only be declared elsewhere
                        and shapes[name].accepts(function)
                    ):
                        sure.add(name)
            seen.update(found)
            if len(seen) == len(shapes):
                break
        return sure

    def accepts(self, value: Any, run: Run) -> bool:
        interface, kind = self.interface, type(value)
        if is_a(value, type) or is_mock(kind):
            raise GiveUpError  # which is rare
        own = own_values(value)
        by_class = own.keys().isdisjoint(interface.of_objects)
        if interface.methods and not (by_class and kind in interface.known):
            sure = self.sure_methods(kind) - own.keys()
            run.found[id(value), ""] = own, sure
            for member in interface.members:
                if member.name not in sure and member.is_method and self._explain_method(value, member, own, run):
                    return False
            # What is called may be judged by the object: it may wrap another.
            if (
                "__call__" not in interface.methods
                and by_class
                and is_plain(kind)
                and (len(sure) == len(interface.methods) or self._is_plain(kind))
            ):
                interface.known.add(kind)
        return interface.is_behaviour or self._accepts_data(value, own, run)

    def _is_plain(self, kind: type) -> bool:
        """Check whether every method was found in a class as a function: so its objects cannot differ."""
        found = [in_class(kind, name) for name in self.interface.methods]
        return all(type(one) in PLAIN_METHODS for one in found) and all(
            type(getattr(one, "__func__", one)) is types.FunctionType for one in found
        )

    def _explain_method(self, value: Any, member: Member, own: dict[str, Any], run: Run) -> list[Finding]:
        """Return what is wrong with a method of an object; what was found once is not looked for again."""
        key = id(value), member.name
        if key not in run.found:
            run.found[key] = _guarded(member, explain_member, value, member, own, self)
        found: list[Finding] = run.found[key]
        return found

    def _accepts_data(self, value: Any, own: dict[str, Any], run: Run) -> bool:
        kind = type(value)
        is_simple = is_plain(kind)
        for member in self.interface.members:
            if member.is_method:
                continue
            name = member.name
            raw = in_class(kind, name)
            if is_simple and name in own and (raw is MISSING or type(raw) in DEFAULTS):
                found = own[name]
            elif is_simple and type(raw) is types.MemberDescriptorType:
                try:
                    found = raw.__get__(value, kind)
                except AttributeError:
                    return False
            else:
                found = None
                for finding in _guarded(member, explain_member, value, member, own, self):
                    if isinstance(finding, Violation):
                        return False
                    if not run.may_compute():
                        raise TooManyError
                    if not finding.validator.within(finding.value, run):
                        return False
                continue
            if (member.is_settable or member.is_of_class) and any(True for _ in explain_variable(member, kind, found)):
                return False
            if not validator_of(member).within(found, run):
                return False
        return True

    def explain(self, value: Any, run: Run) -> Iterable[Finding]:
        interface = self.interface
        if (id(value), "") in run.found:
            own, sure = run.found[id(value), ""]
        elif is_a(value, type):
            return _explain_class_object(value, self)
        elif is_mock(type(value)):
            return _explain_mock(value, self)
        else:
            own = own_values(value)
            sure = self.sure_methods(type(value)) - own.keys()
        found: list[Finding] = []
        for member in interface.members:
            if member.name in sure:
                continue
            if member.is_method:
                found += self._explain_method(value, member, own, run)
                continue
            one = _guarded(member, explain_member, value, member, own, self)
            if member.name not in own and not _is_stored(in_class(type(value), member.name)):
                for finding in one:
                    if not isinstance(finding, Violation) and not run.may_compute():
                        raise TooManyError
            found += one
        something_else = _explain_other_object(value, type(value), interface, found)
        return found if something_else is None else (something_else,)


class ClassOfObjects(Validator):
    """A class whose instances are to have the members of a protocol."""

    is_small = False
    is_light = False

    def __init__(self, plan: ObjectOf, form: Any) -> None:
        self.plan = plan
        self.form = form
        self.name = plan.name

    def explain(self, value: Any, run: Run) -> Iterator[Finding]:  # noqa: ARG002
        sure = self.plan.sure_methods(value)
        found: list[Finding] = []
        for member in self.plan.interface.members:
            if member.name not in sure:
                found += _guarded(member, explain_member_of_class, value, member, self.plan, self.form)
        something_else = _explain_other_object(None, value, self.plan.interface, found)
        yield from found if something_else is None else (something_else,)


def interface_of(form: Any) -> Interface:
    """Return a protocol as the checker reads it."""
    plan: Any = interface_plan(form)
    interface: Interface = plan.interface
    return interface


def explain_class(source: Any, target: Any) -> list[Violation]:
    """Return what is wrong with the instances of a class, which may have arguments."""
    plan: Any = interface_plan(target)
    return explained(get_origin(source) or source, ClassOfObjects(plan, source))


def _guarded(member: Member, explain: Callable[..., Iterable[Finding]], *args: Any) -> list[Finding]:
    """Return what is found of a member; if looking at it raises, that is the finding."""
    try:
        return list(explain(*args))
    except (GiveUpError, TooManyError):
        raise
    except Exception as error:  # noqa: BLE001 - an object may raise what it likes, wherever it is looked at
        raised = named(type(error))
        reason = f"looking at it raises {raised}"
        return [UNVERIFIABLE(member.name, reason=reason, expected="something to look at", found=raised)]


# Objects


def explain_member(obj: Any, member: Member, own: dict[str, Any], plan: ObjectOf) -> Iterable[Finding]:
    """Find a member of an object, and judge it."""
    name, kind = member.name, type(obj)
    raw = in_class(kind, name)
    if type(raw) is types.FunctionType and member.is_method and name not in own and name != "__call__":  # as nearly all
        return explain_method(member, raw, "class", kind, own.get("__orig_class__"))
    return _explain_unusual(obj, member, raw, own, plan)


def _explain_unusual(obj: Any, member: Member, raw: Any, own: dict[str, Any], plan: ObjectOf) -> Iterator[Finding]:
    """Judge a member that is not a plain method of the class of an object."""
    name, kind = member.name, type(obj)
    if name == "__call__" and (
        is_a(obj, *FUNCTIONS, functools.partial, LRU_CACHE) or is_alias(obj) or "__wrapped__" in own
    ):
        yield from explain_method(member, obj, "instance", kind)
        return
    if plan.interface.is_record:
        yield from _explain_attribute(obj, member, own, plan)
        return
    if name in OF_EVERY_CLASS and not member.is_method:
        return
    if raw is not MISSING and _is_inherited_from_object(kind, name):
        yield missing(obj, member, plan.interface, own)
    elif raw is not MISSING and (name not in own or is_data_descriptor(raw)):
        yield from _explain_found(obj, member, raw, "class", plan)
    elif name in own and not is_special(member):
        yield from _explain_found(obj, member, own[name], "instance", plan)
    elif (is_dynamic(kind) and not is_special(member)) or is_a(obj, types.ModuleType):
        try:
            value = getattr(obj, name)
        except AttributeError:
            yield missing(obj, member, plan.interface, own)
        else:
            yield from _explain_found(obj, member, value, "dynamic", plan)
    else:
        yield missing(obj, member, plan.interface, own)


def is_special(member: Member) -> bool:
    """Check whether a method is one that Python looks up in the class of an object alone."""
    return member.is_method and member.name[:2] == "__" == member.name[-2:]


def is_alias(obj: Any) -> bool:
    """Check whether an object is a generic class with arguments, which makes instances when it is called."""
    return class_name(type(obj)) in {"_GenericAlias", "GenericAlias"} and is_a(get_origin(obj), type)


def _is_inherited_from_object(kind: type, name: str) -> bool:
    """Check whether a class has a comparison only because every object has one, which compares nothing."""
    if name not in {"__lt__", "__le__", "__gt__", "__ge__"}:
        return False
    return kind is types.NoneType or in_class(kind, name) is namespace(object)[name]  # `None` has them since 3.12


def _explain_found(obj: Any, member: Member, raw: Any, where: Where, plan: ObjectOf) -> Iterator[Finding]:
    kind, own = type_of(obj), own_values(obj)
    if member.is_method:
        if where == "class" and _is_slot(raw):
            try:
                raw, where = raw.__get__(obj, type(obj)), "instance"
            except AttributeError:
                yield missing(obj, member, plan.interface, own)
                return
        yield from explain_method(member, raw, where, kind, own.get("__orig_class__"))
    elif where == "class" and _is_slot(raw):
        try:
            value = raw.__get__(obj, kind)
        except AttributeError:
            yield no_value(member)
            return
        yield from explain_value(member, value)
        yield from explain_variable(member, kind, value)
    elif where == "class":
        yield from explain_in_class(member, raw, kind)
        if function_of_property(raw) is None:
            yield from explain_variable(member, kind, raw)
    else:
        yield from explain_value(member, raw)
        yield from explain_variable(member, kind, raw)


def _is_stored(raw: Any) -> bool:
    """Check whether what a class has for an attribute is a value, or where an object stores one."""
    return raw is not MISSING and (_is_slot(raw) or in_class(type(raw), "__get__") is MISSING)


def _is_slot(raw: Any) -> bool:
    """Check whether an attribute of a class gives what an object holds in a slot, or an item of a named tuple."""
    return is_a(raw, types.MemberDescriptorType) or class_name(type(raw)) == "_tuplegetter"


def _explain_attribute(obj: Any, member: Member, own: dict[str, Any], plan: ObjectOf) -> Iterator[Finding]:
    """Judge an attribute of a record, which is made to be read."""
    kind = type(obj)
    raw = in_class(kind, member.name)
    if function_of_property(raw) is not None and raw is member.raw:
        yield from explain_property(member, raw, kind)
        return
    if is_a(raw, types.FunctionType, classmethod, staticmethod) and member.name not in own:
        yield from explain_in_class(member, raw, kind)
        return
    try:
        value = getattr(obj, member.name)
    except AttributeError:
        if raw is MISSING and member.name not in own:
            yield missing(obj, member, plan.interface, own)
        else:
            yield no_value(member)
        return
    yield from explain_value(member, value)
    if is_a(raw, property) and member.is_settable:
        yield from explain_property(member, raw, kind)
    else:
        yield from explain_variable(member, kind, value)


OF_EVERY_CLASS = {"__doc__", "__module__"}
"""What each class has, though builtin ones store it elsewhere."""


NOTHING: Mapping[str, Any] = {}


def missing(obj: Any, member: Member, interface: Interface, own: Mapping[str, Any] = NOTHING) -> Violation:
    """Return the violation of a member that an object, or a class, does not have, and what may have been meant."""
    kind = type_of(obj)
    spaces = [*map(namespace, mro(kind)[:-1]), own]
    names = {name for space in spaces for name in space if type(name) is str and name[:2] != "__"}
    help_ = near(member.name, names.difference([one.name for one in interface.members]))
    if is_a(obj, dict) and dict.__contains__(obj, member.name):
        help_ = "the dict has it as a key, not as an attribute"
    rule, what = (MISSING_MEMBER, "a method") if member.is_method else (MISSING_PROPERTY, "an attribute")
    return rule(member.name, expected=what, found="nothing", help=help_, location=location_of_class(kind))


def location_of_class(kind: type) -> Location | None:
    """Return where a class is defined, if it is defined in a file."""
    space = namespace(kind)
    for one in space.values():
        if type(one) is types.FunctionType and (file := one.__code__.co_filename)[:1] != "<":
            break
    else:
        return None
    line = space.get("__firstlineno__")
    if type(line) is int:
        return Location(file, line)
    lines = linecache.getlines(file) if file in linecache.cache or os.path.isabs(file) else []  # noqa: PTH117 - of which a `Path` costs ten times as much
    if not lines:
        return None
    codes = [one.__code__ for one in space.values() if type(one) is types.FunctionType]
    lines = lines[: min(code.co_firstlineno for code in codes if code.co_filename == file)]
    pattern = re.compile(rf"\s*class\s+{re.escape(class_name(kind))}\b")
    return next(
        (Location(file, number) for number in range(len(lines), 0, -1) if pattern.match(lines[number - 1])), None
    )


# Objects that are something else


def _explain_other_object(obj: Any, kind: type, interface: Interface, findings: list[Finding]) -> Violation | None:
    """Return the one violation of an object that is something else entirely, in place of all that it lacks."""
    if len(findings) < max(len(interface.members), 1) or any(
        not isinstance(one, Violation) or one.code not in {"missing-member", "missing-property"} for one in findings
    ):
        return None
    expected = article(interface.plain_name)
    if kind is types.NoneType:
        return WRONG_OBJECT(expected=expected, found="None")
    if is_a(obj, types.CoroutineType):
        return WRONG_OBJECT(expected=expected, found="a coroutine", help="await it")
    if is_a(obj, types.FunctionType, types.MethodType, types.BuiltinFunctionType, functools.partial):
        return WRONG_OBJECT(expected=expected, found=shown(obj), help="call it, if it makes the object")
    if is_a(obj, types.GeneratorType, types.AsyncGeneratorType):
        return WRONG_OBJECT(expected=expected, found=shown(obj))
    other = _other_interface(kind, interface)
    return None if other is None else WRONG_OBJECT(expected=expected, found=f"{other}, which {named(kind)} implements")


def _other_interface(kind: type, interface: Interface) -> str | None:
    """Return the name of the behaviour of the contract that a class implements in place of one of the contract's."""
    if not interface.of_contract:
        return None
    from importlib import import_module

    from latency_shim._barrel import MODULES

    found: dict[str, int] = {}
    for home, names in MODULES.items():
        module = import_module(f"latency_shim.{home}")
        for name in names.split():
            protocol = getattr(module, name)
            if not is_protocol(protocol) or protocol is interface.protocol:
                continue
            other = interface_of(protocol)
            if other.methods and all(in_class(kind, member.name) is not MISSING for member in other.members):
                faults = len(explained(kind, ClassOfObjects(other_plan(protocol), kind)))
                found[name] = len(other.members) - faults
    return article(max(found, key=lambda name: found[name])) if found else None


def other_plan(protocol: type) -> "ObjectOf":
    """Return the plan of a protocol."""
    plan: ObjectOf = cast("ObjectOf", interface_plan(protocol))
    return plan


def _explain_class_object(cls: type, plan: ObjectOf) -> Iterator[Finding]:
    """Accept a class object if its methods are static; otherwise report that an instance is expected."""
    found: list[Finding] = []
    for member in plan.interface.members:
        raw = in_class(cls, member.name)
        of_meta = in_class(type(cls), member.name)
        if member.name == "__call__" and member.is_method:
            found += _guarded(member, explain_method, member, cls, "instance", type(cls))
        elif is_a(raw, staticmethod, classmethod):
            found += _guarded(member, _explain_found, cls, member, raw, "class", plan)
        elif member.is_method and is_a(raw, types.FunctionType):  # which a class does not bind
            found += _guarded(member, explain_unbound, member, raw, cls)
        elif not member.is_method and raw is not MISSING and _is_of_class_itself(member, raw, cls):
            found += _guarded(member, explain_value, member, raw)
        elif raw is MISSING and of_meta is not MISSING and member.is_method:
            found += _guarded(member, explain_method, member, of_meta, "class", type(cls))
        elif of_meta is not MISSING and not member.is_method:
            continue
        else:
            found.append(missing(cls, member, plan.interface))
    if not any(isinstance(one, Violation) for one in found):
        yield from found
        return
    if all(member.name == "__call__" for member in plan.interface.members):
        yield from found
        return
    yield CLASS_NOT_INSTANCE(
        expected=f"an instance of {named(cls)}", found=f"the class {named(cls)}", help="call it to make an instance"
    )


def _is_of_class_itself(member: Member, raw: Any, cls: type) -> bool:
    """Check whether a class has an attribute itself, and does not just declare it for its instances."""
    if in_class(type(raw), "__get__") is not MISSING or member.is_of_class:
        return False
    declared = next((of_class(base)[member.name] for base in mro(cls) if member.name in raw_of_class(base)), None)
    return declared is None or "ClassVar" in qualified(declared)[1]


def _explain_mock(obj: Any, plan: ObjectOf) -> Iterator[Finding]:
    """Check a mock against its spec; without a spec it is unverifiable."""
    own = own_values(obj)
    specification: Any = own.get("_spec_class")
    if not is_a(specification, type):
        reason = "it is a mock without a spec, which has every attribute that is asked for"
        yield UNVERIFIABLE(reason=reason, expected=plan.name, found=shown(obj), help="pass spec= to the mock")
        return
    for member in plan.interface.members:
        if member.name in own and not is_mock(type(own[member.name])):
            yield from _guarded(member, _explain_found, obj, member, own[member.name], "instance", plan)
        elif plan.interface.protocol not in mro(specification):
            yield from _guarded(member, explain_member_of_class, specification, member, plan, specification)


# Classes


def explain_member_of_class(cls: type, member: Member, plan: ObjectOf, form: Any) -> Iterator[Finding]:
    """Judge a member as the instances of a class will have it."""
    raw = in_class(cls, member.name)
    if raw is not MISSING and _is_inherited_from_object(cls, member.name):
        yield missing(cls, member, plan.interface)
        return
    if not member.is_method:
        declared = explain_declaration(member, cls, form)
        if declared is not None:
            yield from declared
            yield from explain_settable(member, cls)
            return
    if raw is MISSING:
        yield from _explain_missing_in_class(cls, member, plan)
    elif member.is_method:
        if not is_a(raw, types.MemberDescriptorType):
            yield from explain_method(member, raw, "class", cls, form, is_of_instance=False)
    else:
        yield from explain_in_class(member, raw, cls)
        if function_of_property(raw) is None:
            yield from explain_settable(member, cls)


def _explain_missing_in_class(cls: type, member: Member, plan: ObjectOf) -> Iterator[Finding]:
    if member.name in OF_EVERY_CLASS:
        return
    if has_attribute(cls, member.name):
        return  # set when an instance is made: what it is only an instance can tell
    if in_class(cls, "__getattr__") is not MISSING and not is_special(member):
        reason = "__getattr__ may compute it, and only an instance can tell"
        yield UNVERIFIABLE(member.name, reason=reason, expected=member.name, found="__getattr__")
        return
    yield missing(cls, member, plan.interface)
