"""Whatever an object does when it is looked at, the structural checker answers, soon and in few words."""

import abc
import collections
import dataclasses
import datetime
import enum
import functools
import gc
import signal
import sys
import threading
import types
import typing
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, Literal, NamedTuple, NoReturn, Protocol, TypedDict, TypeVar
from unittest import mock

import pytest
import typeguard
from typing_extensions import TypedDict as GenericTypedDict

from latency_shim import BinderConfig, ExplicitBinding, FacetRegistration, IssueSpec, PluginStateStore, StateStore
from latency_shim.conformance import ConformanceError, class_violations, conforms, verify, violations

LIMIT = 20  # seconds a test may take; those that take longer hang
T = TypeVar("T")


class HangError(BaseException):
    """Not an `Exception`, so that the checker does not take it for one of the object's."""


@pytest.fixture(autouse=True)
def within_the_limit() -> Iterator[None]:
    def interrupt(*_: object) -> NoReturn:
        raise HangError

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, LIMIT)
    with typeguard.suppress_type_checks():  # of what `conftest` instruments: they look at hostile objects themselves
        yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


class Whole:
    """Conforms to `PluginStateStore`."""

    def get(self, key: str) -> Any:
        raise NotImplementedError(key)

    def set(self, key: str, value: object) -> None:
        raise NotImplementedError(key, value)

    def delete(self, key: str) -> bool:
        raise NotImplementedError(key)

    def has(self, key: str) -> bool:
        raise NotImplementedError(key)


class Node(TypedDict):
    """A record within records."""

    children: Sequence["Node"]


class Endless(Sequence[Any]):
    """Has no end, whatever it says of its length."""

    def __init__(self, item: Callable[[], object]) -> None:
        self.item = item

    def __len__(self) -> int:
        return 1

    def __getitem__(self, index: Any) -> Any:
        return self.item()


MEMBERS = ("get", "set", "delete", "has")
MISSING = [(name, "missing-member") for name in MEMBERS]
UNVERIFIABLE = [(name, "unverifiable") for name in MEMBERS]
BINDING: ExplicitBinding = {"plugin": "a", "facet": "b", "qualifier": "c"}


def raising(*_: object, **__: object) -> NoReturn:
    raise RuntimeError("hostile")


def nothing(*_: object) -> None:
    """Stand for a method that nobody calls."""


def yes(*_: object) -> bool:
    return True


def one(_: object) -> int:
    return 1


def hash_of_plugin(_: object) -> int:
    return hash("plugin")


def faults(obj: object, interface: Any = PluginStateStore) -> list[tuple[str, str]]:
    """Return place and code of each violation; every message must be short."""
    found = violations(obj, interface)
    assert all(len(fault.message) < 300 for fault in found)
    assert conforms(obj, interface) is not bool(found)
    return [(fault.member, fault.code) for fault in found]


def class_faults(cls: Any, interface: Any = PluginStateStore) -> list[tuple[str, str]]:
    found = class_violations(cls, interface)
    assert all(len(fault.message) < 300 for fault in found)
    return [(fault.member, fault.code) for fault in found]


def odd(**namespace: Any) -> Any:
    """Make an object that has all members and something odd."""
    return type("Odd", (Whole,), namespace)()


def with_get(get: object) -> Any:
    """Make an object with an attribute of its own in a method's place."""
    whole: Any = Whole()
    whole.get = get
    return whole


def of_meta(**namespace: Any) -> Any:
    """Make a class that has all members and an odd metaclass."""
    meta: Any = type("Meta", (type,), namespace)
    return meta("Odd", (Whole,), {})


def bare_of_meta(**namespace: Any) -> Any:
    meta: Any = type("Meta", (type,), namespace)
    return meta("Odd", (), {})


def record(**hints: Any) -> Any:
    """Make a protocol of attributes."""
    return types.new_class("Record", (Protocol,), {}, lambda namespace: namespace.update(__annotations__=hints))


def hostile() -> Any:
    """Return an object that refuses everything."""
    names = "eq ne repr str bool len iter contains getitem call hash index int float format dir sizeof reduce"
    namespace: dict[str, Any] = {f"__{name}__": raising for name in names.split()}
    return type("Hostile", (), {**namespace, "__getattr__": raising})()


# Looking at attributes


def test_a_class_that_was_made_of_the_namespace_of_another() -> None:
    copied = type("Copied", (), dict(vars(Whole)))()
    if sys.version_info < (3, 15):
        with pytest.raises(TypeError):
            vars(copied)
    assert faults(copied) == []
    assert faults(copied) == []  # once it is known, too


def test_getattribute_that_raises() -> None:
    assert faults(odd(__getattribute__=raising)) in ([], UNVERIFIABLE)


def test_getattribute_that_raises_attribute_errors() -> None:
    def refuse(_: object, name: str) -> NoReturn:
        raise AttributeError(name)

    assert faults(odd(__getattribute__=refuse)) in ([], MISSING, UNVERIFIABLE)


def test_getattribute_that_never_ends() -> None:
    def again(self: Any, name: str) -> Any:
        return getattr(self, name)

    assert faults(odd(__getattribute__=again)) in ([], UNVERIFIABLE)


def test_getattr_that_raises() -> None:
    assert faults(type("Odd", (), {"__getattr__": raising})()) == UNVERIFIABLE


def test_getattr_that_never_ends() -> None:
    def again(self: Any, name: str) -> Any:
        return getattr(self, name)

    assert faults(type("Odd", (), {"__getattr__": again})()) == UNVERIFIABLE


def test_getattr_that_has_everything_but_nothing_that_can_be_called() -> None:
    def number(_: object, __: str) -> int:
        return 1

    assert faults(type("Odd", (), {"__getattr__": number})()) == [(name, "not-callable") for name in MEMBERS]


def test_getattr_is_not_asked_for_what_is_there() -> None:
    asked: list[str] = []

    def ask(_: object, name: str) -> NoReturn:
        asked.append(name)
        raise AttributeError(name)

    assert faults(odd(__getattr__=ask)) == []
    assert not set(asked) & set(MEMBERS)


def test_class_attribute_that_raises() -> None:
    assert faults(odd(__class__=property(raising))) == []


@pytest.mark.parametrize("lie", [type, int, dict, types.ModuleType, types.FunctionType, mock.Mock])
def test_object_that_lies_about_its_class(lie: type) -> None:
    assert faults(odd(__class__=lie)) == []


def test_dict_attribute_that_raises() -> None:
    assert faults(odd(__dict__=property(raising))) == []


def test_names_in_an_object_that_are_no_text() -> None:
    namespace = types.SimpleNamespace()
    vars(namespace)[typing.cast("str", 1)] = 2

    assert faults(namespace) == MISSING


@pytest.mark.filterwarnings("ignore:non-string key")  # of 3.13, about just that
def test_names_in_a_class_that_are_no_text() -> None:
    namespace: dict[Any, Any] = {1: 2}

    assert faults(type("Odd", (), namespace)()) == MISSING


def test_module_attribute_that_raises() -> None:
    assert faults(odd(__module__=hostile())) == []


def test_dead_proxy() -> None:
    whole = Whole()
    proxy = weakref.proxy(whole)
    del whole

    assert faults(proxy) == UNVERIFIABLE


def test_dead_proxy_in_place_of_a_record() -> None:
    whole = Whole()
    proxy = weakref.proxy(whole)
    del whole

    assert {code for _, code in faults(proxy, FacetRegistration)} == {"unverifiable"}


@pytest.mark.parametrize("interface", [ExplicitBinding, BinderConfig])
def test_dead_proxy_in_place_of_a_dictionary(interface: Any) -> None:
    whole = Whole()
    proxy = weakref.proxy(whole)
    del whole

    assert faults(proxy, interface) == [("", "wrong-value")]


def test_dead_proxy_within_a_dictionary() -> None:
    whole = Whole()
    proxy = weakref.proxy(whole)
    del whole

    assert faults({**BINDING, "plugin": proxy}, ExplicitBinding) == [("plugin", "wrong-value")]


def test_live_proxy_conforms_as_what_it_stands_for() -> None:
    whole = Whole()

    assert faults(weakref.proxy(whole)) == []


def test_live_proxy_of_what_does_not_conform() -> None:
    empty = type("Empty", (), {})()

    assert faults(weakref.proxy(empty)) == MISSING


class Transparent:
    """Passes everything on."""

    def __init__(self, target: object) -> None:
        self.target = target

    def __getattr__(self, name: str) -> Any:
        return getattr(self.target, name)


def test_transparent_proxy_conforms_as_its_target() -> None:
    assert faults(Transparent(Whole())) == []


def test_transparent_proxy_has_the_faults_of_its_target() -> None:
    assert faults(Transparent(with_get(None))) == [("get", "member-is-none")]


def test_transparent_proxy_that_was_never_given_a_target() -> None:
    assert faults(Transparent.__new__(Transparent)) == UNVERIFIABLE


def test_transparent_proxies_are_each_looked_at() -> None:
    assert faults(Transparent(Whole())) == []
    assert faults(Transparent(object())) == MISSING


# Metaclasses


@pytest.mark.parametrize("name", ["instancecheck", "subclasscheck", "getattribute", "eq", "hash", "call", "repr"])
def test_metaclass_that_raises(name: str) -> None:
    cls = of_meta(**({} if name == "call" else {f"__{name}__": raising}))

    assert faults(object.__new__(cls)) == []
    assert class_faults(cls) == []


@pytest.mark.parametrize("name", ["instancecheck", "subclasscheck", "getattribute", "eq", "hash", "repr"])
def test_metaclass_that_raises_of_a_class_without_members(name: str) -> None:
    cls = bare_of_meta(**{f"__{name}__": raising})

    assert faults(object.__new__(cls)) == MISSING
    assert class_faults(cls) == MISSING


@pytest.mark.parametrize("name", ["__module__", "__mro__", "__dict__", "__name__", "__annotations__", "__bases__"])
def test_metaclass_whose_properties_raise(name: str) -> None:
    cls = of_meta(**{name: property(raising)})

    assert faults(object.__new__(cls)) == []
    assert class_faults(cls) == []


def test_classes_that_cannot_be_hashed() -> None:
    cls = of_meta(__hash__=None)

    assert faults(cls()) == []
    assert class_faults(cls) == []


def test_classes_that_cannot_be_hashed_in_place_of_a_value() -> None:
    assert faults({**BINDING, "plugin": of_meta(__hash__=None)()}, ExplicitBinding) == [("plugin", "wrong-value")]


def test_classes_that_cannot_be_compared() -> None:
    namespace: dict[str, Any] = {"__eq__": raising, "__hash__": one}
    meta: Any = type("Meta", (type,), namespace)

    for _ in range(2):
        assert faults(meta("One", (Whole,), {})()) == []
        assert faults(meta("Other", (), {})()) == MISSING


def test_classes_that_are_equal_to_all_others() -> None:
    namespace: dict[str, Any] = {"__eq__": yes, "__hash__": one}
    meta: Any = type("Meta", (type,), namespace)

    assert faults(meta("Good", (Whole,), {})()) == []
    assert faults(meta("Bad", (), {})()) == MISSING


def test_metaclass_that_puts_members_into_the_order_of_bases() -> None:
    def order(cls: Any) -> Any:
        return (*type.mro(cls)[:-1], Whole, object)

    assert faults(bare_of_meta(mro=order)()) == []


@pytest.mark.parametrize("cls", [type, abc.ABCMeta], ids=str)
def test_metaclass_given_as_a_class(cls: type) -> None:
    assert class_faults(cls) == MISSING


def test_classes_given_where_instances_are_meant() -> None:
    assert faults(Whole) == [("", "class-not-instance")]


def test_class_with_static_methods_is_an_object_that_conforms() -> None:
    namespace = {name: staticmethod(getattr(Whole(), name)) for name in MEMBERS}

    assert faults(type("Static", (), namespace)) == []


def test_class_with_class_methods_is_an_object_that_conforms() -> None:
    namespace: dict[str, Any] = {name: classmethod(vars(Whole)[name]) for name in MEMBERS}

    assert faults(type("OfClass", (), namespace)) == []


def test_class_that_has_its_methods_from_a_metaclass_conforms() -> None:
    namespace = {name: vars(Whole)[name] for name in MEMBERS}

    assert faults(bare_of_meta(**namespace)) == []


# Functions


@pytest.mark.parametrize("passing_on", [True, False])
def test_function_that_wraps_itself(passing_on: bool) -> None:
    def get(self: object, key: object) -> object:
        return self, key

    def passing(*args: object, **kwargs: object) -> object:
        return args, kwargs

    function: Any = passing if passing_on else get
    vars(function)["__wrapped__"] = function

    assert faults(odd(get=function)) in ([], [("get", "unverifiable")])


def test_functions_that_wrap_each_other() -> None:
    def one(*args: object, **kwargs: object) -> object:
        return args, kwargs

    def other(*args: object, **kwargs: object) -> object:
        return args, kwargs

    vars(one)["__wrapped__"], vars(other)["__wrapped__"] = other, one

    assert faults(odd(get=one)) in ([], [("get", "unverifiable")])


def test_callable_that_is_wrapped_without_end() -> None:
    def another(_: object, __: str) -> Any:
        return cls()

    def call(self: object, key: object) -> object:
        return self, key

    cls = type("Chain", (), {"__getattr__": another, "__call__": call})

    assert faults(with_get(cls())) == []


def test_wrapper_that_passes_everything_on_is_looked_through() -> None:
    def get(self: object, key: object, more: object) -> object:
        return self, key, more

    @functools.wraps(get)
    def wrapper(*args: Any, **kwargs: Any) -> object:
        return get(*args, **kwargs)

    assert faults(odd(get=wrapper)) == [("get", "extra-required-parameter")]


def test_wrapper_that_passes_everything_on_to_too_few_parameters() -> None:
    def get(self: object) -> object:
        return self

    @functools.wraps(get)
    def wrapper(*args: Any, **kwargs: Any) -> object:
        return get(*args, **kwargs)

    assert faults(odd(get=wrapper)) == [("get", "too-few-parameters")]


def test_async_wrapper_that_passes_everything_on_is_looked_through() -> None:
    async def get(self: object, key: object, more: object) -> object:
        return self, key, more

    @functools.wraps(get)
    async def wrapper(*args: Any, **kwargs: Any) -> object:
        return await get(*args, **kwargs)

    methods = {"get": wrapper, **dict.fromkeys(["set", "delete", "has", "keys"])}

    assert ("get", "extra-required-parameter") in faults(type("Odd", (), methods)(), StateStore)


def test_wrapper_is_judged_where_it_does_not_pass_everything_on() -> None:
    def get(self: object, key: object) -> object:
        return self, key

    @functools.wraps(get)
    def wrapper(self: object) -> object:
        return get(self, "key")

    assert faults(odd(get=wrapper)) == [("get", "too-few-parameters")]


def test_wrapper_may_take_what_the_wrapped_does_not() -> None:
    def get(self: object) -> object:
        return self

    @functools.wraps(get)
    def wrapper(self: object, key: object) -> object:
        return get(self), key

    assert faults(odd(get=wrapper)) == []


@pytest.mark.parametrize("name", ["__signature__", "__wrapped__", "__name__", "__annotations__", "__code__"])
def test_callable_of_which_an_attribute_raises(name: str) -> None:
    def call(self: object, key: object) -> object:
        return self, key

    assert faults(with_get(type("Call", (), {name: property(raising), "__call__": call})())) == []


@pytest.mark.parametrize("name", ["__getattr__", "__getattribute__", "__eq__", "__repr__", "__bool__", "__len__"])
def test_callable_that_raises_when_it_is_looked_at(name: str) -> None:
    def call(self: object, key: object) -> object:
        return self, key

    cls = type("Call", (), {name: raising, "__call__": call})

    assert faults(with_get(cls())) == []
    assert faults(odd(get=cls())) == []


LIES = [
    types.MethodType, types.FunctionType, types.BuiltinFunctionType, types.MemberDescriptorType, functools.partial,
    property, staticmethod, classmethod, type, int,
]  # fmt: skip


@pytest.mark.parametrize("lie", LIES)
def test_callable_that_lies_about_its_class(lie: type) -> None:
    def call(self: object, key: object) -> object:
        return self, key

    cls = type("Call", (), {"__class__": lie, "__call__": call})

    assert faults(with_get(cls())) == []
    assert faults(odd(get=cls())) == []


def test_signature_that_lies_is_not_believed() -> None:
    def get(self: object) -> object:
        return self

    vars(get)["__signature__"] = "(key)"

    assert faults(odd(get=get)) == [("get", "too-few-parameters")]


def test_builtin_functions_conform() -> None:
    store: dict[str, object] = {}
    of_builtins = types.SimpleNamespace(
        get=store.get, set=store.__setitem__, delete=store.__delitem__, has=store.__contains__
    )

    assert faults(of_builtins) == []


def test_methods_inherited_from_builtins_conform() -> None:
    namespace = {name: vars(Whole)[name] for name in ("set", "delete", "has")}

    assert faults(type("Store", (dict,), namespace)()) == []
    assert class_faults(type("Store", (dict,), namespace)) == []


def test_namespace_of_functions_conforms() -> None:
    whole = Whole()

    assert faults(types.SimpleNamespace(get=whole.get, set=whole.set, delete=whole.delete, has=whole.has)) == []


def test_module_of_functions_conforms() -> None:
    module = types.ModuleType("store")
    vars(module).update({name: getattr(Whole(), name) for name in MEMBERS})

    assert faults(module) == []


def test_partial_as_an_attribute_of_the_object() -> None:
    assert faults(with_get(functools.partial(Whole.get, Whole()))) == []


def test_partial_that_fills_too_much() -> None:
    assert faults(with_get(functools.partial(Whole.get, Whole(), "key"))) == [("get", "too-few-parameters")]


@pytest.mark.parametrize("base", [object, str, Exception, dict])
def test_partial_method(base: type) -> None:
    cls = type("Odd", (Whole, base), {"get": functools.partialmethod(Whole.get)})

    assert faults(cls()) == []
    assert class_faults(cls) == []


@pytest.mark.parametrize("base", [object, str, Exception, dict])
def test_partial_method_that_fills_too_much(base: type) -> None:
    cls = type("Odd", (Whole, base), {"set": functools.partialmethod(Whole.set, "key")})

    assert faults(cls()) == [("set", "too-few-parameters")]
    assert class_faults(cls) == [("set", "too-few-parameters")]


def test_single_dispatch_method() -> None:
    assert faults(odd(get=functools.singledispatchmethod(Whole.get))) == []


def test_cached_function() -> None:
    assert faults(odd(get=functools.lru_cache(Whole.get))) == []


def test_cached_function_with_too_few_parameters() -> None:
    def get(self: object) -> object:
        return self

    assert faults(odd(get=functools.lru_cache(get))) == [("get", "too-few-parameters")]


def test_method_of_another_object() -> None:
    assert faults(with_get(Whole().get)) == []


def test_method_bound_twice() -> None:
    def get(self: object, other: object, key: object) -> object:
        return self, other, key

    assert faults(with_get(types.MethodType(types.MethodType(get, 1), 2))) == []


def test_method_made_of_a_partial() -> None:
    found = faults(with_get(types.MethodType(functools.partial(Whole.get), Whole())))  # which pytest cannot show

    assert found == []


def test_method_made_of_a_callable_object() -> None:
    class Decorated:
        def __call__(self, obj: object, key: object) -> object:
            return obj, key

        def __get__(self, obj: object, owner: object) -> object:
            return self if obj is None else types.MethodType(self, obj)

    assert faults(odd(get=Decorated())) == []
    assert class_faults(type(odd(get=Decorated()))) == []


def test_function_held_against_a_protocol_of_a_call() -> None:
    class Handler(Protocol):
        def __call__(self, event: str, /) -> object: ...

    def handle(event: str) -> object:
        return event

    assert faults(handle, Handler) == []
    assert faults(functools.partial(handle), Handler) == []


@pytest.mark.parametrize("as_partial", [True, False])
def test_function_of_too_few_parameters_held_against_a_protocol_of_a_call(as_partial: bool) -> None:
    class Handler(Protocol):
        def __call__(self, event: str, /) -> object: ...

    def handle() -> object:
        raise NotImplementedError

    assert faults(functools.partial(handle) if as_partial else handle, Handler) == [("__call__", "too-few-parameters")]


# Annotations


@pytest.mark.parametrize("annotation", [[str], {}, {"a": 1}, {str}, 1, "((", "nobody", ..., NotImplemented])
def test_annotation_that_is_no_type(annotation: object) -> None:
    def get(self: object, key: object) -> object:
        return self, key

    get.__annotations__ = {"key": annotation, "return": annotation}

    assert faults(odd(get=get, has=get)) == []


@pytest.mark.parametrize("name", ["eq", "hash", "repr", "bool", "getattr", "getattribute", "class"])
def test_annotation_that_raises(name: str) -> None:
    def get(self: object, key: object) -> object:
        return self, key

    annotation = type("Odd", (), {f"__{name}__": property(raising) if name == "class" else raising})()
    get.__annotations__ = {"key": annotation, "return": annotation}

    assert faults(odd(get=get, has=get)) == []


@pytest.mark.parametrize("name", ["instancecheck", "subclasscheck", "getattribute", "eq", "hash"])
def test_annotation_whose_metaclass_raises(name: str) -> None:
    def has(self: object, key: object) -> object:
        return self, key

    has.__annotations__ = {"key": bare_of_meta(**{f"__{name}__": raising})}

    assert faults(odd(has=has)) in ([], [("has", "parameter-type")])


def test_annotations_that_are_no_dictionary() -> None:
    cls = type("Call", (), {"__annotations__": 1, "__call__": nothing})

    assert faults(with_get(cls())) == []


def test_class_whose_annotations_are_no_dictionary() -> None:
    cls = type("Entry", (), {"__annotations__": None})

    assert {code for _, code in class_faults(cls, FacetRegistration)} == {"missing-property"}


def test_record_with_an_annotation_that_cannot_be_resolved() -> None:
    hints: dict[str, Any] = {"known": int, "unknown": "Nowhere"}
    interface: Any = TypedDict("interface", hints)  # type: ignore[misc]  # pyright: ignore[reportArgumentType]

    assert faults({"known": 1, "unknown": 2}, interface) == []
    assert faults({"known": "text"}, interface) == [("known", "wrong-value"), ("unknown", "missing-key")]


BARE: list[Any] = [
    typing.List, typing.Dict, typing.Sequence, typing.Mapping, typing.Tuple, typing.Set, typing.Type,  # noqa: UP006
    typing.Counter[str], collections.defaultdict[str, int], typing.Iterable, tuple[int, ...], type[int],
]  # fmt: skip


@pytest.mark.parametrize("hint", BARE, ids=str)
@pytest.mark.parametrize("value", [1, [1], {"a": 1}, (), None, typing.Counter("a")], ids=repr)
def test_less_usual_types_of_values(hint: Any, value: object) -> None:
    assert faults(types.SimpleNamespace(value=value), record(value=hint)) in ([], [("value", "wrong-value")])


def test_record_with_parameters() -> None:
    class Box(GenericTypedDict, Generic[T]):
        value: T

    assert faults({"value": 1}, Box[int]) == []
    assert faults({"value": "text"}, Box[int]) == [("value", "wrong-value")]


# Nothing is run


def test_property_in_place_of_a_method_is_not_run() -> None:
    assert faults(odd(get=property(raising))) == [("get", "unverifiable")]


def test_property_of_a_behaviour_is_not_run() -> None:
    class Counting(Protocol):
        total: int

        def count(self) -> None: ...

    ran: list[object] = []
    namespace: dict[str, Any] = {"total": property(ran.append), "count": nothing}

    assert faults(type("Odd", (), namespace)(), Counting) == []
    assert ran == []


def test_cached_property_is_not_run() -> None:
    ran: list[object] = []
    cached = functools.cached_property(ran.append)
    cached.__set_name__(Whole, "get")

    faults(odd(get=cached))

    assert ran == []


def test_descriptor_is_not_asked_for_a_value() -> None:
    ran: list[object] = []

    class Computed:
        def __get__(self, obj: object, owner: object) -> Callable[[str], object]:
            ran.append(obj)
            return str.upper

    faults(odd(get=Computed()))

    assert ran == []


@pytest.mark.parametrize("descriptor", [functools.partialmethod(Whole.get), functools.singledispatchmethod(Whole.get)])
def test_no_object_is_made_and_dropped(descriptor: object) -> None:
    dropped: list[int] = []

    def drop(self: object) -> None:
        dropped.append(id(self))

    obj = odd(get=descriptor, __del__=drop)

    faults(obj)

    assert dropped == []


def test_callable_class_attribute_is_not_called() -> None:
    faults(odd(get=type("Call", (), {"__call__": raising})()))


def test_signature_of_a_callable_is_not_computed() -> None:
    ran: list[object] = []
    namespace: dict[str, Any] = {"__signature__": property(ran.append), "__call__": nothing}

    assert faults(with_get(type("Call", (), namespace)())) == []
    assert ran == []


def test_property_of_a_record_that_raises() -> None:
    obj = type("Odd", (), {"value": property(raising)})()

    assert faults(obj, record(value=int)) == [("value", "unverifiable")]


def test_getter_of_a_property_that_raises_when_it_is_looked_at() -> None:
    class Counting(Protocol):
        total: int

        def count(self) -> None: ...

    namespace: dict[str, Any] = {"total": property(hostile()), "count": nothing}

    assert faults(type("Odd", (), namespace)(), Counting) == []


# Classes of the less usual kinds


def test_slot_of_another_class_in_place_of_a_method() -> None:
    other = type("Other", (), {"__slots__": ("get",)})

    assert [place for place, _ in faults(odd(get=vars(other)["get"]))] == ["get"]


def test_slot_of_another_class_in_place_of_a_value() -> None:
    other: Any = type("Other", (), {"__slots__": ("value",)})

    assert [place for place, _ in faults(type("Odd", (), {"value": other.value})(), record(value=int))] == ["value"]


class Slots:
    """Has its methods in slots."""

    __slots__ = MEMBERS

    def __init__(self, get: object) -> None:
        whole = Whole()
        self.get, self.set, self.delete, self.has = get, whole.set, whole.delete, whole.has


def test_methods_in_slots_conform() -> None:
    assert faults(Slots(Whole().get)) == []


def test_methods_in_slots_are_looked_at_in_each_object() -> None:
    assert faults(Slots(Whole().get)) == []
    assert faults(Slots(None)) == [("get", "member-is-none")]


def test_slots_without_values() -> None:
    assert faults(Slots.__new__(Slots)) == MISSING


def test_dataclass_with_slots_conforms() -> None:
    assert faults(dataclasses.make_dataclass("Store", [("size", int)], bases=(Whole,), slots=True)(1)) == []


def test_named_tuple_conforms_as_a_record() -> None:
    class Registration(NamedTuple):
        facet: str
        qualifier: str | None
        priority: int
        metadata: None

    assert faults(Registration("a", None, 1, None), FacetRegistration) == []
    assert faults(Registration("a", None, priority=True, metadata=None), FacetRegistration) == [
        ("priority", "wrong-value")
    ]


def test_enum_member_conforms() -> None:
    class Store(Whole, enum.Enum):
        ONLY = 1

    assert faults(Store.ONLY) == []


def test_dictionary_given_where_a_record_is_meant() -> None:
    value = {"facet": "a", "qualifier": None, "priority": 1, "metadata": None}

    assert {code for _, code in faults(value, FacetRegistration)} == {"missing-property"}


OBJECTS: list[Any] = [
    None, ..., NotImplemented, 1, "text", b"", object(), print, functools.partial(print), types, abs, len, (), [], {},
    typing, list[int], int | str, T, super(Whole, Whole()), weakref.ref(Whole), iter(()), memoryview(b""),
]  # fmt: skip


def name_of_class(obj: object) -> str:
    return type(obj).__name__


@pytest.mark.parametrize("obj", OBJECTS, ids=name_of_class)
def test_any_object_gets_an_answer(obj: object) -> None:
    expected = {*MISSING, ("", "unverifiable"), ("", "wrong-object"), ("get", "extra-required-parameter")}
    assert set(faults(obj)) <= expected
    assert faults(obj, ExplicitBinding)[0][1] in {"wrong-value", "missing-key"}


@pytest.mark.parametrize("interface", [one for one in OBJECTS if one != ""] + [int, Whole, type], ids=name_of_class)
def test_what_is_no_interface_is_refused(interface: Any) -> None:
    for check in violations, verify, conforms:
        with pytest.raises(TypeError, match="interface") as caught:
            check(Whole(), interface)
        assert caught.type is TypeError
        assert len(str(caught.value)) < 300


def test_hostile_interface_is_refused() -> None:
    with pytest.raises(TypeError, match="interface"):
        violations(Whole(), hostile())


def test_interface_that_raises_in_all_its_attributes_is_refused() -> None:
    with pytest.raises(TypeError, match="interface"):
        violations(Whole(), odd(__getattribute__=raising))


@pytest.mark.parametrize("cls", [one for one in OBJECTS if not isinstance(one, type)], ids=name_of_class)
def test_what_is_no_class_is_refused(cls: Any) -> None:
    with pytest.raises(TypeError, match="class"):
        class_violations(cls, PluginStateStore)


def test_hostile_object_in_place_of_a_class_is_refused() -> None:
    with pytest.raises(TypeError, match="class"):
        class_violations(odd(__getattribute__=raising), PluginStateStore)


# Mocks


@pytest.mark.parametrize("kind", [mock.Mock, mock.MagicMock, mock.AsyncMock, mock.NonCallableMock])
def test_mock_without_a_spec_cannot_be_verified(kind: Any) -> None:
    assert faults(kind()) == [("", "unverifiable")]


MOCKS: dict[str, Callable[[Any], Any]] = {
    "Mock(spec=)": lambda cls: mock.Mock(spec=cls),
    "Mock(spec_set=)": lambda cls: mock.Mock(spec_set=cls),
    "MagicMock(spec=)": lambda cls: mock.MagicMock(spec=cls),
    "NonCallableMock(spec=)": lambda cls: mock.NonCallableMock(spec=cls),
    "Mock(spec=instance)": lambda cls: mock.Mock(spec=cls()),
    "create_autospec(instance=True)": lambda cls: mock.create_autospec(cls, instance=True),
    "create_autospec(instance)": lambda cls: mock.create_autospec(cls()),
}


@pytest.mark.parametrize("make", MOCKS.values(), ids=MOCKS.keys())
def test_mock_of_a_conforming_class_conforms(make: Callable[[Any], Any]) -> None:
    assert faults(make(Whole)) == []


@pytest.mark.parametrize("make", MOCKS.values(), ids=MOCKS.keys())
def test_mock_of_a_faulty_class_is_faulty(make: Callable[[Any], Any]) -> None:
    def get(self: object) -> object:
        return self

    assert faults(make(type("Faulty", (Whole,), {"get": get}))) == [("get", "too-few-parameters")]


@pytest.mark.parametrize("make", [mock.Mock, mock.create_autospec])
def test_mock_of_the_protocol_conforms(make: Any) -> None:
    assert faults(make(spec=PluginStateStore)) == []


def test_mock_of_a_protocol_that_extends_it_conforms() -> None:
    class More(PluginStateStore, Protocol):
        def clear(self) -> None: ...

    assert faults(mock.Mock(spec=More)) == []


def test_mock_of_a_conforming_class_with_a_method_put_out_of_action() -> None:
    broken = mock.Mock(spec=Whole)
    broken.get = None

    assert faults(broken) == [("get", "member-is-none")]


def test_mock_in_place_of_a_method_conforms() -> None:
    assert faults(with_get(mock.Mock())) in ([], [("get", "unverifiable")])


def test_async_mock_in_place_of_an_async_method_conforms() -> None:
    names = ("get", "set", "delete", "has", "keys")
    store = types.SimpleNamespace(**{name: mock.AsyncMock() for name in names})

    assert faults(store, StateStore) in ([], [(name, "unverifiable") for name in names])


def test_async_mock_in_place_of_a_method_that_is_not_async() -> None:
    assert faults(with_get(mock.AsyncMock())) in ([("get", "async-for-sync")], [("get", "unverifiable")])


# Values


def test_values_that_raise() -> None:
    value = {"plugin": hostile(), "facet": hostile(), "qualifier": hostile()}

    assert faults(value, ExplicitBinding) == [(key, "wrong-value") for key in value]


def test_values_whose_class_raises() -> None:
    liar = odd(__class__=property(raising))

    assert faults({**BINDING, "plugin": liar}, ExplicitBinding) == [("plugin", "wrong-value")]


@pytest.mark.parametrize("hint", [str, int, float, bool, Literal["a"], list[str], Sequence[str], Mapping[str, str]])
def test_hostile_value_of_each_type(hint: Any) -> None:
    code = "wrong-literal" if hint == Literal["a"] else "wrong-value"

    for value in hostile(), odd(__getattribute__=raising), odd(__class__=property(raising)):
        assert faults(types.SimpleNamespace(value=value), record(value=hint)) == [("value", code)]


@pytest.mark.parametrize("hint", [str, int, float, bool, list[str], Sequence[str], Mapping[str, str]])
def test_value_that_lies_about_its_class(hint: Any) -> None:
    liar = odd(__class__=typing.get_origin(hint) or hint)

    assert faults(types.SimpleNamespace(value=liar), record(value=hint)) == [("value", "wrong-value")]


def test_value_that_says_it_is_a_dictionary() -> None:
    assert faults(odd(__class__=dict), ExplicitBinding) == [("", "wrong-value")]


def test_dictionary_that_raises_is_read_as_the_dictionary_that_it_is() -> None:
    names = ["contains", "iter", "getitem", "len", "eq"]
    namespace = {**{f"__{name}__": raising for name in names}, "keys": raising, "items": raising, "get": raising}
    cls: Any = type("Odd", (dict,), namespace)

    assert faults(cls(BINDING), ExplicitBinding) == []
    assert faults(cls(), ExplicitBinding) == [(key, "missing-key") for key in BINDING]


def test_dictionary_that_raises_where_a_mapping_is_meant() -> None:
    cls: Any = type("Odd", (dict,), {"__iter__": raising, "items": raising, "keys": raising, "__getitem__": raising})

    assert faults(types.SimpleNamespace(value=cls(a=1)), record(value=Mapping[str, int])) == []


def test_dictionary_that_raises_where_a_behaviour_is_meant() -> None:
    cls = type("Odd", (dict,), {"__contains__": raising, "__iter__": raising})

    assert set(faults(cls())) <= set(MISSING)


def test_keys_that_raise_when_compared() -> None:
    namespace: dict[str, Any] = {"__hash__": hash_of_plugin, "__eq__": raising}
    key: Any = type("Key", (), namespace)()

    value: dict[Any, Any] = {key: 1, "facet": "a", "qualifier": "b"}

    assert ("plugin", "missing-key") in faults(value, ExplicitBinding)


def test_time_that_raises() -> None:
    cls = type("Time", (datetime.datetime,), {"tzinfo": property(raising)})
    interface = record(value=datetime.datetime)
    interface.__module__ = "latency_shim"  # whose times are aware

    assert faults(types.SimpleNamespace(value=cls(2026, 1, 1)), interface) in ([], [("value", "wrong-value")])


def test_time_whose_zone_does_not_say_how_far_it_is_off() -> None:
    interface = record(value=datetime.datetime)
    interface.__module__ = "latency_shim"  # whose times are aware
    naive = datetime.datetime(2026, 1, 1, tzinfo=type("Nowhere", (datetime.tzinfo,), {"utcoffset": nothing})())

    assert faults(types.SimpleNamespace(value=naive), interface) == [("value", "wrong-value")]


@pytest.mark.parametrize(
    "value",
    [10**100_000, -(10**100_000), b"x" * 10**7, [["x" * 10**6] * 1000]],
    ids=["int", "negative", "bytes", "lists"],
)
def test_huge_values_are_told_shortly(value: object) -> None:
    assert faults({**BINDING, "plugin": value}, ExplicitBinding) == [("plugin", "wrong-value")]


def test_huge_keys_are_told_shortly() -> None:
    value: dict[Any, Any] = {**BINDING, "x" * 10**6: 1, 10**10_000: 1, ("x" * 10**6,): 1}
    found = violations(value, ExplicitBinding)

    assert [fault.code for fault in found] == ["unknown-key"] * 3
    assert all(len(fault.member) < 300 for fault in found)


def test_huge_names_of_classes_are_told_shortly() -> None:
    cls = type("X" * 10_000, (), {})

    assert faults({**BINDING, "plugin": cls(), "facet": cls}, ExplicitBinding) == [
        ("plugin", "wrong-value"),
        ("facet", "wrong-value"),
    ]
    assert faults(cls) == [("", "class-not-instance")]
    with pytest.raises(ConformanceError) as caught:
        verify(cls(), PluginStateStore)
    assert len(str(caught.value)) < 1000


def test_huge_names_of_parameters_are_told_shortly() -> None:
    scope: dict[str, Any] = {}
    exec(f"def get(self, key, {'k' * 10_000}): ...", scope)  # noqa: S102 - our own text

    assert faults(odd(get=scope["get"])) == [("get", "extra-required-parameter")]


def test_huge_annotations_are_told_shortly() -> None:
    def has(self: object, key: object) -> object:
        return self, key

    has.__annotations__ = {"return": Literal[tuple(f"{number:0>500}" for number in range(100))]}

    assert faults(odd(has=has)) == [("has", "return-type")]


def test_list_within_itself() -> None:
    value: list[Any] = []
    value.append(value)

    assert faults({"title": "a", "labels": value}, IssueSpec) == [("labels[0]", "wrong-value")]


def test_dictionary_within_itself() -> None:
    value: dict[str, Any] = {"children": []}
    value["children"].append(value)

    assert faults(value, Node) == []


def test_record_within_itself() -> None:
    namespace = types.SimpleNamespace(value=None)
    namespace.value = namespace
    interface: Any = record(value=object)
    interface.__annotations__["value"] = interface

    assert faults(namespace, interface) == []


def test_record_that_shares_its_parts_in_a_great_many_ways() -> None:
    value: dict[str, Any] = {"children": []}
    for _ in range(40):
        value = {"children": [value, value]}

    assert faults(value, Node) == []


def test_record_that_is_ever_deeper() -> None:
    def node() -> object:
        return {"children": Endless(node)}

    assert [code for _, code in faults(node(), Node)] == ["unverifiable"]


def test_sequences_without_end_within_each_other() -> None:
    def deeper() -> Endless:
        return Endless(deeper)

    found = faults(types.SimpleNamespace(value=deeper()), record(value=Sequence[Sequence[Sequence[str]]]))

    assert {code for _, code in found} == {"unverifiable"}


def test_sequence_without_end() -> None:
    assert faults({"title": "a", "labels": Endless(str)}, IssueSpec) == [("labels", "unverifiable")]


def test_range_of_a_great_many_numbers() -> None:
    assert faults(types.SimpleNamespace(value=range(10**12)), record(value=Sequence[int])) == []


def test_range_of_a_great_many_numbers_where_texts_are_meant() -> None:
    found = faults({"title": "a", "labels": range(10**12)}, IssueSpec)

    assert found[0] == ("labels[0]", "wrong-value")


def test_generator_where_a_sequence_is_meant_is_not_used_up() -> None:
    generator = iter("ab")

    assert faults({"title": "a", "labels": generator}, IssueSpec) == [("labels", "wrong-value")]
    assert next(generator) == "a"


def test_mapping_without_end() -> None:
    class Numbers(Mapping[str, int]):
        def __len__(self) -> int:
            return 1

        def __iter__(self) -> Iterator[str]:
            number = 0
            while True:
                yield str(number)
                number += 1

        def __getitem__(self, key: str) -> int:
            return int(key)

    assert faults(types.SimpleNamespace(value=Numbers()), record(value=Mapping[str, int])) == [
        ("value", "unverifiable")
    ]


# What is remembered


def test_faulty_class_is_looked_at_again() -> None:
    cls: Any = type("Later", (Whole,), {"get": None})

    assert faults(cls()) == [("get", "member-is-none")]
    del cls.get
    assert faults(cls()) == []


def test_object_of_a_conforming_class_with_attributes_of_its_own() -> None:
    assert faults(Whole()) == []
    assert faults(with_get(None)) == [("get", "member-is-none")]


def test_checked_classes_are_not_kept() -> None:
    cls: Any = type("Short", (Whole,), {})
    assert faults(cls()) == class_faults(cls) == []
    gone = weakref.ref(cls)

    del cls
    gc.collect()

    assert gone() is None


def test_protocols_that_were_checked_against_are_not_kept() -> None:
    def namespace(names: dict[str, Any]) -> None:
        names["get"] = vars(Whole)["get"]

    interface: Any = types.new_class("Short", (Protocol,), {}, namespace)
    assert faults(Whole(), interface) == []
    gone = weakref.ref(interface)

    del interface
    gc.collect()

    assert gone() is None


def test_threads_do_not_interfere() -> None:
    def shrunk(self: object) -> object:
        return self

    shared = [Whole(), odd(get=shrunk)]
    found: list[list[tuple[str, str]]] = []
    start = threading.Barrier(8)

    def check() -> None:
        start.wait()
        for _ in range(20):
            found.extend(faults(obj) for obj in (*shared, odd(), odd(get=shrunk)))

    threads = [threading.Thread(target=check) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 8 * 20 * 4
    assert found.count([]) == found.count([("get", "too-few-parameters")]) == 8 * 20 * 2


def test_the_message_of_an_error_is_made_without_the_object() -> None:
    with pytest.raises(ConformanceError) as caught:
        verify(hostile(), PluginStateStore)

    assert "does not conform to PluginStateStore" in str(caught.value)
