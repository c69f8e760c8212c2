# pyright: reportUnknownArgumentType=false, reportUnknownLambdaType=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false
# What is checked here can be of any type.
"""Verdicts that every Python gives, and what may be changed of an object without changing the verdict."""

import copy
import functools
import inspect
import types
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import test_history as history
import test_properties as properties
from latency_shim.conformance import class_violations, conforms, violations

some = settings(deadline=None, database=None, max_examples=60)

# The same on every Python

MISSING = {
    "Activate": "missing-member", "Call": "missing-member", "Getter": "missing-member", "Later": "missing-member",
    "Box[int]": "missing-member", "Box[str]": "missing-member", "Box": "missing-member", "Named": "missing-property",
    "Mixed": "missing-property missing-member", "Node": "missing-property missing-property",
    "Tree": "wrong-value", "Holder": "wrong-value",
}  # fmt: skip
"""The codes of an object that has nothing, by interface."""
OTHER = {**dict.fromkeys(MISSING, "wrong-object"), "Tree": "wrong-value", "Holder": "wrong-value"}
"""The codes of an object that is something else entirely."""
TABLE: dict[str, tuple[Mapping[str, str], Mapping[str, str]]] = {
    "activates": (OTHER, {"Activate": "", "Call": ""}),
    "activates_nothing": (OTHER, {"Activate": "too-few-parameters", "Call": "too-few-parameters"}),
    "plain": (OTHER, {"Activate": "sync-for-async", "Call": ""}),
    "bare": (OTHER, {"Activate": "too-few-parameters sync-for-async", "Call": "too-few-parameters"}),
    "two": (OTHER, {"Activate": "extra-required-parameter sync-for-async", "Call": "extra-required-parameter"}),
    "lambda": (OTHER, {"Activate": "unverifiable", "Call": ""}),
    "bare lambda": (OTHER, {"Activate": "too-few-parameters unverifiable", "Call": "too-few-parameters"}),
    "builtin": (MISSING, {"Activate": "", "Call": ""}),
    "len": (OTHER, {"Activate": "", "Call": ""}),
    "partial": (OTHER, {"Activate": "sync-for-async", "Call": ""}),
    "partial of bare": (OTHER, {"Activate": "too-few-parameters sync-for-async", "Call": "too-few-parameters"}),
    "partial of two": (
        OTHER,
        {"Activate": "extra-required-parameter sync-for-async", "Call": "extra-required-parameter"},
    ),
    "cached": (MISSING, {"Activate": "sync-for-async", "Call": ""}),
    "cached bare": (MISSING, {"Activate": "too-few-parameters sync-for-async", "Call": "too-few-parameters"}),
    "cached two": (
        MISSING,
        {"Activate": "extra-required-parameter sync-for-async", "Call": "extra-required-parameter"},
    ),
    "cached async": (MISSING, {"Activate": "", "Call": ""}),
    "method": (OTHER, {"Activate": "sync-for-async", "Call": ""}),
    "method of broken": (OTHER, {"Activate": "too-few-parameters sync-for-async", "Call": "too-few-parameters"}),
    "method of async": (OTHER, {"Activate": "", "Call": ""}),
    "called": (MISSING, {"Activate": "", "Call": ""}),
    "called bare": (MISSING, {"Activate": "", "Call": ""}),
    "wrapped": (MISSING, {"Activate": "sync-for-async", "Call": ""}),
    "wrapped bare": (MISSING, {"Activate": "too-few-parameters sync-for-async", "Call": "too-few-parameters"}),
    "whole": (
        MISSING,
        {
            "Getter": "",
            "Later": "sync-for-async",
            "Box[int]": "",
            "Box[str]": "return-type",
            "Box": "",
            "Named": "",
            "Mixed": "",
            "Node": "missing-property",
        },
    ),
    "sub": (
        MISSING,
        {
            "Getter": "",
            "Later": "sync-for-async",
            "Box[int]": "",
            "Box[str]": "return-type",
            "Box": "",
            "Named": "",
            "Mixed": "",
            "Node": "missing-property",
        },
    ),
    "broken": (
        MISSING,
        {
            "Getter": "too-few-parameters",
            "Later": "too-few-parameters sync-for-async",
            "Box[int]": "",
            "Box[str]": "return-type",
            "Box": "",
            "Named": "",
            "Mixed": "too-few-parameters",
            "Node": "missing-property",
        },
    ),
    "async": (
        MISSING,
        {
            "Getter": "",
            "Later": "",
            "Box[int]": "",
            "Box[str]": "return-type",
            "Box": "",
            "Named": "",
            "Mixed": "",
            "Node": "missing-property",
        },
    ),
    "whole class": (
        MISSING,
        {
            "Activate": "too-few-parameters sync-for-async",
            "Call": "too-few-parameters",
            "Getter": "class-not-instance",
            "Later": "class-not-instance",
            "Box[int]": "class-not-instance",
            "Box[str]": "class-not-instance",
            "Box": "class-not-instance",
            "Named": "",
            "Mixed": "class-not-instance",
            "Node": "class-not-instance",
        },
    ),
    "broken class": (
        MISSING,
        {
            "Activate": "too-few-parameters sync-for-async",
            "Call": "too-few-parameters",
            "Getter": "class-not-instance",
            "Later": "class-not-instance",
            "Box[int]": "class-not-instance",
            "Box[str]": "class-not-instance",
            "Box": "class-not-instance",
            "Named": "",
            "Mixed": "class-not-instance",
            "Node": "class-not-instance",
        },
    ),
    "own get": (
        MISSING,
        {
            "Getter": "",
            "Later": "sync-for-async",
            "Box[int]": "",
            "Box[str]": "return-type",
            "Box": "",
            "Named": "",
            "Mixed": "",
            "Node": "missing-property",
        },
    ),
    "own bare": (
        MISSING,
        {
            "Getter": "too-few-parameters",
            "Later": "too-few-parameters sync-for-async",
            "Box[int]": "",
            "Box[str]": "return-type",
            "Box": "",
            "Named": "",
            "Mixed": "too-few-parameters",
            "Node": "missing-property",
        },
    ),
    "own none": (
        MISSING,
        {
            "Getter": "member-is-none",
            "Later": "member-is-none",
            "Box[int]": "",
            "Box[str]": "return-type",
            "Box": "",
            "Named": "",
            "Mixed": "member-is-none",
            "Node": "missing-property",
        },
    ),
    "own name": (
        MISSING,
        {
            "Getter": "",
            "Later": "sync-for-async",
            "Box[int]": "",
            "Box[str]": "return-type",
            "Box": "",
            "Named": "wrong-value",
            "Mixed": "wrong-value",
            "Node": "missing-property wrong-value",
        },
    ),
    "own open": (
        MISSING,
        {
            "Getter": "",
            "Later": "sync-for-async",
            "Box[int]": "",
            "Box[str]": "",
            "Box": "",
            "Named": "",
            "Mixed": "",
            "Node": "missing-property",
        },
    ),
    "broken with own": (
        MISSING,
        {
            "Getter": "",
            "Later": "sync-for-async",
            "Box[int]": "",
            "Box[str]": "return-type",
            "Box": "",
            "Named": "",
            "Mixed": "",
            "Node": "missing-property",
        },
    ),
    "own partial": (
        MISSING,
        {
            "Getter": "",
            "Later": "sync-for-async",
            "Box[int]": "",
            "Box[str]": "return-type",
            "Box": "",
            "Named": "",
            "Mixed": "",
            "Node": "missing-property",
        },
    ),
    "own cached": (
        MISSING,
        {
            "Getter": "too-few-parameters",
            "Later": "too-few-parameters sync-for-async",
            "Box[int]": "",
            "Box[str]": "return-type",
            "Box": "",
            "Named": "",
            "Mixed": "too-few-parameters",
            "Node": "missing-property",
        },
    ),
    "given": (MISSING, {"Getter": "", "Later": "", "Mixed": "missing-property"}),
    "given plain": (MISSING, {"Getter": "", "Later": "", "Mixed": "missing-property"}),
    "given bare": (MISSING, {"Getter": "", "Later": "", "Mixed": "missing-property"}),
    "given none": (MISSING, {"Getter": "", "Later": "", "Mixed": "missing-property"}),
    "slots": (MISSING, {"Getter": "", "Later": "sync-for-async", "Named": "", "Mixed": "", "Node": "missing-property"}),
    "slots of bare": (
        MISSING,
        {
            "Getter": "too-few-parameters",
            "Later": "too-few-parameters sync-for-async",
            "Named": "wrong-value",
            "Mixed": "wrong-value too-few-parameters",
            "Node": "missing-property wrong-value",
        },
    ),
    "no slots": (MISSING, {}),
    "proxy": (
        MISSING,
        {
            "Getter": "",
            "Later": "sync-for-async",
            "Box[int]": "",
            "Box[str]": "return-type",
            "Box": "",
            "Named": "",
            "Mixed": "",
            "Node": "missing-property",
        },
    ),
    "proxy of broken": (
        MISSING,
        {
            "Getter": "too-few-parameters",
            "Later": "too-few-parameters sync-for-async",
            "Box[int]": "",
            "Box[str]": "return-type",
            "Box": "",
            "Named": "",
            "Mixed": "too-few-parameters",
            "Node": "missing-property",
        },
    ),
    "proxy of nothing": (MISSING, {}),
    "namespace": (
        MISSING,
        {"Getter": "", "Later": "sync-for-async", "Named": "", "Mixed": "", "Node": "missing-property"},
    ),
    "bare namespace": (
        MISSING,
        {
            "Getter": "too-few-parameters",
            "Later": "too-few-parameters sync-for-async",
            "Named": "wrong-value",
            "Mixed": "wrong-value too-few-parameters",
            "Node": "missing-property wrong-value",
        },
    ),
    "generic": (MISSING, {"Box[int]": "", "Box[str]": "", "Box": ""}),
    "generic of int": (MISSING, {"Box[int]": "", "Box[str]": "return-type", "Box": ""}),
    "generic of str": (MISSING, {"Box[int]": "return-type", "Box[str]": "", "Box": ""}),
    "equal": (MISSING, {"Getter": "", "Later": "sync-for-async", "Mixed": "missing-property"}),
    "unequal": (MISSING, {}),
    "nothing": (OTHER, {}),
    "number": (MISSING, {}),
    "linked": (MISSING, {"Named": "", "Mixed": "missing-member", "Node": ""}),
    "linked to wrong": (MISSING, {"Named": "", "Mixed": "missing-member", "Node": "wrong-value"}),
    "linked to wrong end": (MISSING, {"Named": "", "Mixed": "missing-member", "Node": "wrong-value"}),
    "cycle": (MISSING, {"Named": "", "Mixed": "missing-member", "Node": ""}),
    "wrong cycle": (MISSING, {"Named": "", "Mixed": "missing-member", "Node": "wrong-value"}),
    "tree": (
        MISSING,
        {
            "Getter": "",
            "Later": "",
            "Mixed": "missing-property",
            "Tree": "",
            "Holder": "missing-key missing-key unknown-key",
        },
    ),
    "wrong tree": (
        MISSING,
        {
            "Getter": "",
            "Later": "",
            "Mixed": "missing-property",
            "Tree": "wrong-value wrong-value",
            "Holder": "missing-key missing-key unknown-key",
        },
    ),
    "round tree": (
        MISSING,
        {
            "Getter": "",
            "Later": "",
            "Mixed": "missing-property",
            "Tree": "",
            "Holder": "missing-key missing-key unknown-key",
        },
    ),
    "wrong round tree": (
        MISSING,
        {
            "Getter": "",
            "Later": "",
            "Mixed": "missing-property",
            "Tree": "wrong-value wrong-value",
            "Holder": "missing-key missing-key unknown-key unknown-key",
        },
    ),
    "holder": (
        MISSING,
        {
            "Getter": "",
            "Later": "",
            "Mixed": "missing-property",
            "Tree": "missing-key unknown-key unknown-key",
            "Holder": "",
        },
    ),
    "wrong holder": (
        MISSING,
        {
            "Getter": "",
            "Later": "",
            "Mixed": "missing-property",
            "Tree": "missing-key unknown-key unknown-key",
            "Holder": "too-few-parameters too-few-parameters",
        },
    ),
    "holder of own": (
        MISSING,
        {
            "Getter": "",
            "Later": "",
            "Mixed": "missing-property",
            "Tree": "missing-key unknown-key unknown-key",
            "Holder": "too-few-parameters",
        },
    ),
}
"""The codes of each object by interface, as far as they differ from those."""


@pytest.mark.parametrize("obj", TABLE)
def test_every_python_gives_the_same_verdict(obj: str) -> None:
    world = history.new_world()
    found = {
        name: " ".join(fault.code for fault in violations(world.OBJECTS[obj], interface))
        for name, interface in world.INTERFACES.items()
    }
    usual, differences = TABLE[obj]
    assert found == {**usual, **differences}


def test_every_object_is_in_the_table() -> None:
    assert list(TABLE) == list(history.names()[0])


class Later(Protocol):
    async def get(self, key: str, /) -> object: ...


def test_annotations_that_are_changed_in_place_are_seen() -> None:
    def get(_: object, key: str) -> object:
        return key

    assert codes(properties.holding(get=get), Later) == ["get sync-for-async"]
    get.__annotations__["return"] = Awaitable[object]
    assert codes(properties.holding(get=get), Later) == []


# Metamorphic relations


def codes(obj: Any, interface: Any) -> list[str]:
    return sorted(f"{fault.member} {fault.code}" for fault in violations(obj, interface))


def made(name: str, kind: Any, bases: tuple[type, ...], space: dict[str, Any]) -> Any:
    """Make a class by the metaclass of another."""
    meta: Any = type(kind)
    return meta(name, bases, space)


def with_more(obj: Any) -> Any:
    """Return an object with a member that nobody asks for."""
    kind: Any = type(obj)
    more: dict[str, Any] = {"further": lambda self: self, "_private": 7, "__odd__": property(lambda self: self)}
    return same_values(obj, made("More", kind, (kind,), more))


def of_subclass(obj: Any) -> Any:
    return same_values(obj, made("Sub", type(obj), (type(obj),), {}))


def of_renamed_class(obj: Any) -> Any:
    """Return an object whose class has another name, and is otherwise a copy."""
    kind: Any = type(obj)
    left_out = {"__dict__", "__weakref__"}
    space = {name: one for name, one in vars(kind).items() if name not in left_out}
    return same_values(obj, made("Renamed", kind, kind.__bases__, space))


def same_values(obj: Any, kind: Any) -> Any:
    """Return an object of another class, with the same values."""
    found = kind.__new__(kind)
    vars(found).update(vars(obj))
    return found


CHANGES: dict[str, Callable[[Any], Any]] = {
    "an extra member": with_more,
    "a subclass": of_subclass,
    "a subclass of a subclass": lambda obj: of_subclass(of_subclass(obj)),
    "a rename": of_renamed_class,
    "a copy": copy.copy,
    "a deep copy": copy.deepcopy,
    "nothing": lambda obj: obj,
}


@some
@given(wanted=properties.signatures(), given_one=properties.signatures(), data=st.data())
def test_what_does_not_matter_leaves_the_verdict(wanted: Any, given_one: Any, data: st.DataObject) -> None:
    interface = properties.interface_of(wanted)
    way = data.draw(
        st.sampled_from(sorted({*properties.WAYS} - {"own attribute", "partial", "bound method", "constructor"}))
    )
    obj = properties.WAYS[way](given_one)
    before = codes(obj, interface)
    for name in data.draw(st.lists(st.sampled_from(sorted(CHANGES)), min_size=1, max_size=4)):
        obj = CHANGES[name](obj)
        assert codes(obj, interface) == before, name
        assert conforms(obj, interface) is not bool(before), name
        assert bool(class_violations(type(obj), interface)) is bool(before), name


@pytest.mark.parametrize(
    "name", ["whole", "sub", "broken", "async", "own get", "own bare", "own none", "given", "given bare"]
)
@pytest.mark.parametrize("change", CHANGES)
def test_changes_that_do_not_matter_to_objects_of_a_class(name: str, change: str) -> None:
    world = history.new_world()
    obj = world.OBJECTS[name]
    for interface in world.INTERFACES.values():
        before = codes(obj, interface)
        assert codes(CHANGES[change](obj), interface) == before
        assert codes(obj, interface) == before


@some
@given(wanted=properties.signatures(), given_one=properties.signatures())
def test_more_members_of_an_interface_never_turn_a_no_into_a_yes(wanted: Any, given_one: Any) -> None:
    one, more = properties.interface_of(wanted), properties.interface_of(wanted)
    wider: Any = types.new_class(
        "Wider", (more, Protocol), {}, lambda space: space.update(further=properties.made("(self)"))
    )
    obj = properties.holding(method=properties.made(properties.with_self(given_one)))
    assert set(codes(obj, one)) <= set(codes(obj, wider))
    both = properties.holding(method=vars(type(obj))["method"], further=properties.made("(self)"))
    assert codes(both, wider) == codes(obj, one)


@some
@given(wanted=properties.signatures(), data=st.data())
def test_an_optional_parameter_that_is_made_required_turns_a_yes_into_a_no(wanted: Any, data: st.DataObject) -> None:
    interface = properties.interface_of(wanted)
    optional = [
        one
        for one in wanted.parameters.values()
        if one.default is None and one.kind not in {properties.ARGS, properties.KWARGS}
    ]
    if not optional:
        return
    chosen = data.draw(st.sampled_from(optional))
    seen = False
    parameters: list[inspect.Parameter] = []
    for one in wanted.parameters.values():  # those before it must be required, too
        positional = one.kind in {properties.ONLY, properties.BOTH}
        seen = seen or one.name == chosen.name
        required = one.name == chosen.name or (positional and not seen and chosen.kind is not properties.NAMED)
        parameters.append(one.replace(default=inspect.Parameter.empty) if required else one)
    stricter = wanted.replace(parameters=parameters)
    right = properties.holding(method=properties.made(properties.with_self(wanted)))
    wrong = properties.holding(method=properties.made(properties.with_self(stricter)))
    assert codes(right, interface) == []
    assert codes(wrong, interface) != []
    assert codes(right, properties.interface_of(stricter)) == []


@some
@given(wanted=properties.signatures(), given_one=properties.signatures())
def test_what_is_async_is_judged_by_its_parameters_in_the_same_way(wanted: Any, given_one: Any) -> None:
    names = "too-few-parameters extra-required-parameter parameter-required parameter-name parameter-kind wrong-binding"

    def of_calls(head: str) -> list[str]:
        method = properties.made(properties.with_self(wanted), head=head)
        interface: Any = types.new_class("Interface", (Protocol,), {}, lambda space: space.update(method=method))
        obj = properties.holding(method=properties.made(properties.with_self(given_one), head=head))
        return [one for one in codes(obj, interface) if one.partition(" ")[2] in names or "var" in one]

    assert of_calls("async def") == of_calls("def")


@some
@given(wanted=properties.signatures(), given_one=properties.signatures())
def test_a_wrapper_that_passes_all_on_leaves_the_verdict(wanted: Any, given_one: Any) -> None:
    function = properties.made(properties.with_self(given_one))
    plain = properties.holding(method=function)
    wrapped = properties.holding(method=properties.passing_all_on(function))
    partial = properties.holding(method=functools.partialmethod(function))
    interface = properties.interface_of(wanted)
    assert bool(codes(plain, interface)) is bool(codes(wrapped, interface)) is bool(codes(partial, interface))
