# pyright: reportUnknownArgumentType=false, reportUnknownLambdaType=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false
# What is checked here can be of any type.
"""Checking runs no code of the object, and changes nothing: neither methods, nor descriptors, nor annotations."""

import functools
import sys
import types
import weakref
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Sized
from typing import Any, ClassVar, Literal, Protocol, TypedDict

import pytest
import typeguard
from hypothesis import given, settings
from hypothesis import strategies as st

from latency_shim.conformance import class_violations, conforms, violations

some = settings(deadline=None, database=None, max_examples=40)
ran: list[str] = []
"""What was run of the objects that are checked."""


@pytest.fixture(autouse=True)
def nothing_ran() -> Iterator[None]:
    ran.clear()
    with typeguard.suppress_type_checks():  # of what `conftest` instruments: they look at the objects themselves
        yield


def recording(name: str, result: Callable[..., Any] | None = None) -> Callable[..., Any]:
    """Return a function that notes that it ran, and raises or gives a result."""

    def run(*args: Any, **kwargs: Any) -> Any:
        ran.append(name)
        if result is None:
            raise RuntimeError(name)
        return result(*args, **kwargs)

    return run


class Getter(Protocol):
    def get(self, key: str, /) -> object: ...
    def set(self, key: str, value: object, /) -> None: ...


class Mixed(Protocol):
    name: str

    def get(self, key: str, /) -> object: ...


class Callback(Protocol):
    def __call__(self, key: str, /) -> object: ...


class Items(TypedDict):
    items: Sequence[int]
    other: str


def get(self: object, key: str) -> object:
    raise AssertionError(self, key)


def put(self: object, key: str, value: object) -> None:
    raise AssertionError(self, key, value)


SPECIAL = [
    "eq", "ne", "lt", "le", "gt", "ge", "hash", "bool", "len", "length_hint", "repr", "str", "format", "bytes",
    "int", "float", "complex", "index", "call", "iter", "next", "contains", "getitem", "setitem", "delitem",
    "reversed", "missing", "enter", "exit", "await", "aiter", "anext", "aenter", "aexit", "add", "radd", "iadd",
    "or", "ror", "and", "neg", "pos", "abs", "round", "dir", "sizeof", "reduce", "reduce_ex", "getstate",
    "setstate", "copy", "deepcopy", "setattr", "delattr", "getnewargs", "getnewargs_ex", "instancecheck",
    "subclasscheck", "set", "delete", "set_name", "prepare", "mro_entries", "class_getitem", "fspath", "buffer",
]  # fmt: skip
"""Special methods that the checker has no reason to run. What looks attributes up is below."""
COMPARED: dict[str, Any] = {"eq": lambda *_: True, "hash": lambda _: 1, "bool": lambda _: False}


def odd_class(names: Sequence[str], bases: tuple[type, ...] = (), **namespace: Any) -> Any:
    special = {f"__{name}__": recording(name, COMPARED.get(name)) for name in names}
    of_meta = {name: one for name, one in special.items() if name not in {"__set_name__", "__eq__", "__hash__"}}
    meta: Any = type("Meta", (type,), of_meta)
    made = meta("Odd", bases, {"get": get, "set": put, **special, **namespace})
    ran.clear()
    return made


@some
@given(names=st.lists(st.sampled_from(SPECIAL), unique=True))
def test_no_special_method_runs(names: list[str]) -> None:
    cls = odd_class([name for name in names if name not in {"call", "setattr"}])
    obj: Any = object.__new__(cls)

    assert violations(obj, Getter) == ()
    assert class_violations(cls, Getter) == ()
    assert [fault.code for fault in violations(obj, Items)] == ["wrong-value"]
    assert [fault.member for fault in violations({"items": obj, "other": obj}, Items)] == ["items", "other"]
    assert [fault.code for fault in violations({"items": [obj], "other": "a"}, Items)] == ["wrong-value"]
    assert [fault.member for fault in violations(obj, Mixed)] == ["name"]
    assert [fault.member for fault in class_violations(cls, Mixed)] == ["name"]
    assert not conforms(obj, Mixed)
    assert ran == []


def test_all_special_methods_at_once_do_not_run() -> None:
    cls = odd_class([*SPECIAL, "call"])
    obj: Any = object.__new__(cls)

    assert violations(obj, Getter) == ()
    assert class_violations(cls, Getter) == ()
    assert {fault.code for fault in violations({"items": [obj], "other": obj}, Items)} == {"wrong-value"}
    assert ran == []


HOOKS = ["getattribute", "getattr", "instancecheck", "subclasscheck", "call", "repr", "str", "bool", "dir", "or", "ror"]
"""Not hash and equality, which the abstract classes of the standard library ask for."""


@pytest.mark.parametrize("name", HOOKS)
@pytest.mark.parametrize("raises", [True, False])
def test_no_hook_of_a_metaclass_runs(name: str, raises: bool) -> None:
    answers: dict[str, Callable[..., Any]] = {
        "getattribute": type.__getattribute__, "repr": lambda _: "odd", "str": lambda _: "odd",
        "dir": lambda _: [], "call": object.__new__,
    }  # fmt: skip
    hook = recording(name, None if raises else answers.get(name, lambda *_: True))
    meta: Any = type("Meta", (type,), {f"__{name}__": hook})
    cls = meta("Odd", (), {"get": get, "set": put})
    bare = meta("Bare", (), {})
    ran.clear()

    for _ in range(2):
        assert violations(object.__new__(cls), Getter) == ()
        assert class_violations(cls, Getter) == ()
        assert {fault.code for fault in violations(object.__new__(bare), Getter)} == {"missing-member"}
        assert [fault.code for fault in violations({"items": [1, object.__new__(cls)], "other": "a"}, Items)] == [
            "wrong-value"
        ]
        assert [fault.member for fault in violations({"items": object.__new__(cls), "other": bare}, Items)] == [
            "items", "other",
        ]  # fmt: skip
    assert ran == []


def equal_to_all(other: type) -> Any:
    """Make a class that is equal to all others, and hashes like one of them."""
    meta: Any = type(
        "Equal",
        (type,),
        {
            "__eq__": lambda *_: True,
            "__hash__": lambda _: hash(other),
            "__instancecheck__": lambda *_: True,
            "__subclasscheck__": lambda *_: True,
        },
    )
    return meta("Anything", (), {})


class Values(TypedDict, total=False):
    listed: list[int]
    sequence: Sequence[int]
    mapping: Mapping[str, int]
    iterable: Iterable[int]
    collection: Collection[int]
    text: str
    number: float
    literal: Literal["a"]
    item: tuple[int, ...]
    kind: type[int]
    sized: Sized
    either: int | Sequence[str] | None


@pytest.mark.parametrize("other", [int, str, list, tuple, dict, set, type({}.keys()), range])
def test_a_class_that_is_equal_to_all_others_passes_nothing(other: type) -> None:
    right: dict[str, Any] = {
        "listed": [1], "sequence": (1,), "mapping": {"a": 1}, "iterable": {1}, "collection": [1], "text": "a",
        "number": 1.5, "literal": "a", "item": (1,), "kind": bool, "sized": [], "either": range(0),
    }  # fmt: skip
    assert set(right) == set(Values.__annotations__)
    equal = equal_to_all(other)
    for value in equal(), equal:
        for key in right:  # noqa: PLC0206 - the value does not matter
            assert violations({key: right[key]}, Values) == ()
            assert violations({key: value}, Values), key
            assert violations({key: right[key]}, Values) == ()
        for key in "listed", "sequence", "iterable", "collection", "item":
            assert violations({key: [value] if key != "item" else (value,)}, Values), key
        assert violations(value, Getter)
        assert class_violations(equal, Getter)


# Descriptors, properties and what else computes


def descriptor(*names: str, **more: Any) -> Any:
    hooks = {f"__{name}__": recording(name) for name in names}
    return type("Descriptor", (), {**hooks, **more})()


CALLABLE = {"__call__": get}
DESCRIPTORS: dict[str, Any] = {
    "callable that gives": lambda: descriptor("get", **CALLABLE),
    "callable that is set": lambda: descriptor("get", "set", **CALLABLE),
    "callable that is deleted": lambda: descriptor("get", "delete", **CALLABLE),
    "not callable": lambda: descriptor("get"),
    "with a getattr": lambda: descriptor("get", "getattr", **CALLABLE),
    "with a signature": lambda: descriptor("get", __signature__=property(recording("signature")), **CALLABLE),
    "property": lambda: property(recording("property")),
    "cached property": lambda: functools.cached_property(recording("cached property")),
    "lru cache": lambda: functools.lru_cache(recording("cache")),
    "partial method": lambda: functools.partialmethod(recording("partial"), "a"),
    "single dispatch": lambda: functools.singledispatchmethod(recording("dispatch")),
    "method": lambda: recording("method"),
    "class method": lambda: classmethod(recording("class method")),
    "static method": lambda: staticmethod(recording("static method")),
    "class": lambda: type("Made", (), {"__new__": recording("new"), "__init__": recording("init")}),
    "class of a metaclass": lambda: type("Meta", (type,), {"__call__": recording("call")})("Made", (), {}),
}


@pytest.mark.parametrize("kind", DESCRIPTORS)
def test_nothing_in_the_place_of_a_method_runs(kind: str) -> None:
    cls: Any = type("Odd", (), {"set": put, "get": DESCRIPTORS[kind]()})
    own: Any = types.SimpleNamespace(get=DESCRIPTORS[kind](), set=put)

    for _ in range(2):
        for interface in Getter, Mixed:
            violations(cls(), interface)
            class_violations(cls, interface)
            violations(own, interface)
            violations(cls, interface)
            conforms(cls(), interface)
    violations(DESCRIPTORS[kind](), Callback)
    assert ran == []


@pytest.mark.parametrize("kind", DESCRIPTORS)
def test_no_property_in_the_place_of_a_behaviours_data_runs(kind: str) -> None:
    cls: Any = type("Odd", (), {"get": get, "name": DESCRIPTORS[kind]()})

    violations(cls(), Mixed)
    class_violations(cls, Mixed)
    violations(cls, Mixed)
    assert ran == []


class Signed(functools.partial[Any]):
    @property
    def __signature__(self) -> Any:
        ran.append("signature")
        raise RuntimeError

    @property
    def __wrapped__(self) -> Any:
        ran.append("wrapped")
        raise RuntimeError

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        ran.append("call")
        raise RuntimeError


def test_no_property_of_a_callable_runs() -> None:
    names = [
        "__signature__", "__wrapped__", "__annotations__", "__name__", "__code__", "__defaults__", "__func__",
        "__self__", "__text_signature__", "__isabstractmethod__", "__doc__", "__module__", "__dict__", "func", "args",
    ]  # fmt: skip
    for name in names:
        odd: Any = type("Call", (), {name: property(recording(name)), "__call__": get})()
        for obj in odd, types.SimpleNamespace(get=odd, set=odd), type("Odd", (), {"get": odd, "set": odd})():
            violations(obj, Callback)
            violations(obj, Getter)
    signed = Signed(recording("inner"), 1)
    violations(signed, Callback)
    violations(types.SimpleNamespace(get=signed, set=signed), Getter)
    violations(type("Odd", (), {"get": signed, "set": signed})(), Getter)
    assert ran == []


# Annotations

CALLS = [
    "__import__('os').system('exit 1')",
    "ran.append('text')",
    "(lambda: ran.append('lambda'))()",
    "[ran.append(one) for one in 'a']",
    "{ran.append(one) for one in 'a'}",
    "dict[ran.append('key'), int]",
    "list[ran.append('item')]",
    "int | ran.append('union')",
    "ran.append('and') and int",
    "int if ran.append('if') else str",
    "(one := ran.append('walrus'))",
    "f\"{ran.append('format')}\"",
    "not ran.append('not')",
    "ran.append('compared') == 1",
    "__import__('nowhere')",
    "exec('ran.append(1)')",
    "Literal[ran.append('literal')]",
    "ran[ran.append('index')]",
    "Callable[[ran.append('parameter')], int]",
    "tuple[int, *ran.append('starred')]",
    "ran.__class__.__subclasses__()[0]()",
]


IMPORTS = "from collections.abc import *\nfrom typing import *\n"


def module_of(text: str) -> Any:
    module = types.ModuleType("harmless_annotations")
    sys.modules[module.__name__] = module
    vars(module)["ran"] = ran
    exec(f"{IMPORTS}{text}", vars(module))  # noqa: S102 - our own text
    ran.clear()
    return module


INTERFACE = """
class Interface(Protocol):
    name: {0}
    def get(self, key: {0}, /) -> {0}: ...
class Record(TypedDict):
    name: {0}
    nested: "list[Record]"
class Class:
    name: {0}
    def get(self, key: {0}) -> {0}: return self.name
"""


def check_everything(module: Any) -> None:
    whole: Any = object.__new__(module.Class)
    whole.name = "a"
    for interface in module.Interface, Getter, Mixed, Callback:
        for obj in whole, whole.get, module.Class, types.SimpleNamespace(name=1, get=whole.get):
            violations(obj, interface)
        class_violations(module.Class, interface)
        conforms(whole, interface)
    # Of what cannot be evaluated, nothing is known: only the form around it can be wrong.
    assert {fault.member for fault in violations({"name": 1, "nested": []}, module.Record)} <= {"name"}
    assert {fault.member for fault in violations(whole, module.Interface)} <= {"name"}
    assert {fault.member for fault in violations({"name": 1, "nested": [7]}, module.Record)} - {"name"} == {"nested[0]"}
    assert violations(types.SimpleNamespace(name=1), module.Interface)[-1].code == "missing-member"
    assert ran == []


@pytest.mark.parametrize("call", CALLS)
def test_text_in_annotations_is_not_run(call: str) -> None:
    check_everything(module_of(INTERFACE.format(repr(call))))


@pytest.mark.parametrize("call", CALLS[:16])
def test_annotations_that_the_future_import_makes_text_are_not_run(call: str) -> None:
    module = types.ModuleType("harmless_annotations")
    sys.modules[module.__name__] = module
    vars(module)["ran"] = ran
    text = f"from __future__ import annotations\n{IMPORTS}{INTERFACE.format(call)}"
    if ":=" in call:
        return  # refused by the compiler
    exec(compile(text, "<text>", "exec"), vars(module))  # noqa: S102 - our own text
    check_everything(module)


@pytest.mark.skipif(sys.version_info < (3, 14), reason="annotations are evaluated late since 3.14")
@pytest.mark.parametrize("call", CALLS[1:8])  # each of which notes that it ran
def test_annotations_that_are_evaluated_late_and_call_something_are_not_run(call: str) -> None:
    check_everything(module_of(INTERFACE.format(call)))


def test_a_literal_of_what_cannot_be_evaluated_says_nothing() -> None:
    module = module_of("class Record(TypedDict):\n    color: 'Literal[Color.RED]'\n    other: 'Literal[ran.append(1)]'")
    assert violations({"color": 1, "other": 2}, module.Record) == ()
    assert ran == []


# What is there before is there after


def snapshot(thing: Any) -> dict[Any, Any]:
    found = object.__getattribute__(thing, "__dict__") if not isinstance(thing, type) else dict(vars(thing))
    late = {"__annotations__", "__annotations_cache__", "__static_attributes__"}
    return {name: one for name, one in dict(found).items() if name not in late}


def state(*things: Any) -> list[Any]:
    return [(snapshot(one), type(one), weakref.getweakrefcount(one) if isinstance(one, type) else 0) for one in things]


def test_nothing_is_changed() -> None:
    class Whole:
        """Conforms, or not."""

        name = "a"
        table: ClassVar[dict[str, int]] = {}
        get = get
        set = put

        def __init__(self) -> None:
            self.own = [1, 2]

    class Part(Whole):
        get = None  # type: ignore[assignment]

    things: list[Any] = [Whole(), Part(), Whole, Part, get, types.SimpleNamespace(get=Whole().get)]
    before = [snapshot(one) for one in things]
    functions = [(one.__code__, one.__defaults__, dict(one.__annotations__), dict(vars(one))) for one in (get, put)]
    interfaces: list[Any] = [Getter, Mixed, Callback]
    of_interfaces = [{name: id(one) for name, one in snapshot(one).items()} for one in interfaces]
    for interface in interfaces:
        for thing in things:
            violations(thing, interface)
        class_violations(Whole, interface)
        class_violations(Part, interface)
    value = {"items": [1, 2, "a"], "other": 7}
    copied = {"items": [1, 2, "a"], "other": 7}
    violations(value, Items)
    assert value == copied
    assert [snapshot(one) for one in things] == before
    assert [(one.__code__, one.__defaults__, one.__annotations__, vars(one)) for one in (get, put)] == functions
    after = [{name: id(one) for name, one in snapshot(one).items()} for one in interfaces]
    assert after == of_interfaces


def test_iterators_are_not_used_up() -> None:
    generator = (number for number in range(3))
    for value in generator, map(str, [1]), zip([1], [2], strict=True), iter([1]), reversed([1]):
        violations({"items": value, "other": "a"}, Items)
        assert next(iter(value), None) is not None
