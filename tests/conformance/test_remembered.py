# pyright: reportUnknownArgumentType=false, reportUnknownLambdaType=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false
# What is checked here can be of any type.
"""What is usual takes the quick way, and what is remembered goes when nobody needs it.

`both_ways` sees in every test that the quick way finds what the explaining one finds.
"""

import dataclasses
import gc
import subprocess
import sys
import types
import typing
import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, TypedDict

import pytest

import contract
from latency_shim import FacetRegistry, PluginContext, PluginManifest, PluginStateStore
from latency_shim.conformance import class_violations, conforms, violations
from latency_shim.conformance._cache import plan_of, plans
from latency_shim.conformance._members import ObjectOf
from latency_shim.conformance._validators import accepted, compiled, interface_plan
from latency_shim.memory import MemoryRegistry

TEXT = """
class Registry:
    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None: ...
    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any: ...
    def list(self, facet: str, /) -> Rows[FacetRegistration]: ...
    def has(self, facet: str, qualifier: str | None = None, *, strict: bool = False) -> bool: ...
    def unregister(self, name, qualifier=None, *more: int): ...
"""
# From 3.14 on an annotation `list[...]` would mean the method of that name: it is evaluated when the class is complete.
IMPORTS = "from abc import abstractmethod\nfrom typing import Any\nfrom latency_shim import *\nRows = list\n"
HEADS = {"types": IMPORTS, "text": f"from __future__ import annotations\n{IMPORTS}"}


def registry(head: str, old: str = "", new: str = "") -> type:
    scope: dict[str, Any] = {}
    exec(HEADS[head] + TEXT.replace(old, new), scope)  # noqa: S102 - our own text
    made: type = scope["Registry"]
    return made


def plan(protocol: Any) -> ObjectOf:
    """Return a protocol as the checker has compiled it."""
    found = interface_plan(protocol)
    assert isinstance(found, ObjectOf)
    return found


BEHAVIOURS = {name: one for name, one in contract.PROTOCOLS.items() if plan(one).interface.methods}


# The quick way


@pytest.mark.parametrize("head", HEADS)
def test_plain_functions_are_sure(head: str) -> None:
    assert plan(FacetRegistry).sure_methods(registry(head)) == plan(FacetRegistry).interface.methods


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("qualifier=None, *more: int", "qualifier", "parameter-required"),
        ("name, qualifier=None", "name, other=None", "parameter-name"),
        ("name, qualifier=None", "name, qualifier=None, /", "parameter-kind"),
        ("name, qualifier=None, *more: int", "name", "too-few-parameters"),
        ("self, name, qualifier=None, *more: int", "*, name, qualifier=None", "wrong-binding"),
        ("strict: bool = False", "strict: bool", "extra-required-parameter"),
        ("def unregister", "async def unregister", "async-for-sync"),
        ("Rows[FacetRegistration]", "str", "return-type"),
        ("Rows[FacetRegistration]", "Rows['int']", "return-type"),
        ("list(self, facet: str, /)", "list(self, facet: bytes, /)", "parameter-type"),
    ],
)
def test_a_fault_is_not_sure(head: str, old: str, new: str, code: str) -> None:
    cls = registry(head, old, new)
    assert [fault.code for fault in class_violations(cls, FacetRegistry)] == [code]
    assert len(plan(FacetRegistry).sure_methods(cls)) == 4


@pytest.mark.parametrize("head", HEADS)
def test_what_is_abstract_is_not_sure(head: str) -> None:
    cls = registry(head, "def unregister", "@abstractmethod\n    def unregister")
    assert [fault.code for fault in violations(cls(), FacetRegistry)] == ["not-implemented"]
    assert len(plan(FacetRegistry).sure_methods(cls)) == 4


@pytest.mark.parametrize("protocol", BEHAVIOURS.values(), ids=BEHAVIOURS)
def test_every_method_of_the_contract_has_a_quick_way(protocol: Any) -> None:
    methods = plan(protocol).interface.methods
    copies = {name: contract.copied(vars(protocol)[name]) for name in methods}
    for name, function in copies.items():
        function.__qualname__ = f"Copy.{name}"
    assert plan(protocol).sure_methods(type("Copy", (), copies)) == methods


@pytest.mark.parametrize("record", contract.TYPED_DICTS.values(), ids=contract.TYPED_DICTS)
def test_every_record_of_the_contract_has_a_quick_way(record: Any) -> None:
    value = contract.sample(record)
    assert accepted(value, compiled(record)) is True
    assert accepted({**value, "unheard": 1}, compiled(record)) is False


def test_items_of_a_manifest_are_checked_the_quick_way() -> None:
    value = {"id": "p", "version": "1.0.0", "name": "P", "provides": [{"facet": "A"}], "requires": [{"facet": "B"}]}
    assert accepted(value, compiled(PluginManifest)) is True
    assert accepted({**value, "provides": [{"facet": 7}]}, compiled(PluginManifest)) is False
    assert accepted({**value, "version": "latest"}, compiled(PluginManifest)) is False


def test_the_values_of_a_dataclass_are_checked_the_quick_way() -> None:
    class Entry(Protocol):
        @property
        def name(self) -> str: ...
        @property
        def tags(self) -> Sequence[str]: ...
        @property
        def extra(self) -> Mapping[str, int] | None: ...

    for slots in True, False:
        fields: list[Any] = [("name", str), ("tags", list[str]), ("extra", object, None)]
        made = dataclasses.make_dataclass("Made", fields, slots=slots)
        assert accepted(made("a", ["b"]), plan(Entry)) is True
        assert accepted(made("a", [7], {"a": 7}), plan(Entry)) is False


# What is remembered


def test_a_class_that_conforms_is_remembered_and_one_that_does_not_is_not() -> None:
    known = plan(FacetRegistry).interface.known
    conforms(MemoryRegistry(), FacetRegistry)
    conforms(object(), FacetRegistry)
    assert MemoryRegistry in known
    assert object not in known


class Callback(Protocol):
    def __call__(self, key: str, /) -> object: ...


class Getter(Protocol):
    def get(self, key: str, /) -> object: ...


class Gives:
    """A descriptor that gives another function for each object."""

    def __get__(self, obj: Any, kind: Any = None) -> Any:
        return vars(obj)["given"]

    def __call__(self, key: str) -> object:
        raise NotImplementedError(key)


def asked(obj: object, name: str) -> Any:
    return object.__getattribute__(obj, name)


@pytest.mark.parametrize(
    ("obj", "protocol"),
    [
        (lambda key: key, Callback),
        (str.lower, Callback),
        (type("Given", (), {"get": Gives()})(), Getter),
        (type("Called", (), {"get": type("Call", (), {"__call__": lambda _, key: key})()})(), Getter),
        (types.SimpleNamespace(get=str.lower), Getter),
        (type("Proxy", (), {"__getattr__": lambda *_: str.lower})(), Getter),
        (type("Open", (), {"get": lambda _, key: key, "__getattribute__": asked})(), Getter),
    ],
    ids=["function", "builtin", "descriptor", "callable", "namespace", "getattr", "getattribute"],
)
def test_classes_whose_objects_can_differ_are_not_remembered(obj: object, protocol: Any) -> None:
    assert violations(obj, protocol) == ()
    assert type(obj) not in plan(protocol).interface.known


def test_data_of_a_class_that_is_remembered_is_looked_at_in_each_object() -> None:
    cls = contract.conforming(PluginContext)
    functions = {name: contract.copied(vars(cls)[name]) for name in plan(PluginContext).interface.methods}
    right: Any = type("Context", (cls,), functions)()
    wrong = type(right)()
    wrong.manifest = {}
    assert violations(right, PluginContext) == ()
    assert type(right) in plan(PluginContext).interface.known
    assert [fault.member for fault in violations(wrong, PluginContext)][:1] == ["manifest.id"]
    assert violations(right, PluginContext) == ()


def test_classes_that_go_leave_nothing_behind() -> None:
    known = plan(PluginStateStore).interface.known.ids
    gc.collect()
    before = len(known)
    classes = [contract.conforming(PluginStateStore) for _ in range(100)]
    assert all(conforms(cls(), PluginStateStore) for cls in classes)
    assert len(known) == before + 100
    del classes
    gc.collect()
    assert len(known) == before


# What is released


def test_an_interface_that_goes_leaves_nothing_behind() -> None:
    class Short(Protocol):
        def open(self) -> None: ...

    class Record(TypedDict):
        name: str

    assert not conforms(object(), Short)
    assert conforms({"name": "a"}, Record)
    gone = weakref.ref(Short), weakref.ref(Record)
    places = id(Short), id(Record)
    assert all(place in plans for place in places)
    del Short, Record
    gc.collect()
    assert [one() for one in gone] == [None, None]
    assert not any(place in plans for place in places)


def test_interfaces_may_go_while_others_are_forgotten() -> None:
    """Let the collector run at each place within the bookkeeping, as it may."""

    def dropped(number: int) -> None:
        for _ in range(3):
            short: Any = types.new_class(f"Short{number}", (Protocol,), {}, lambda space: space.update(get=print))
            violations(object(), short)

    before = gc.get_threshold()
    try:
        for number in range(60):
            gc.disable()
            dropped(number)
            fresh: Any = type("Fresh", (), {})
            gc.set_threshold(gc.get_count()[0] + number)

            def compiled(_: Any) -> object:
                gc.enable()
                return None

            plan_of(fresh, compiled)
    finally:
        gc.set_threshold(*before)
        gc.enable()


MODULE = """
from typing import Generic, NotRequired, Protocol, TypedDict, TypeVar

T = TypeVar("T")

class Node(Protocol):
    def parent(self, other: "Node") -> "Node | None": ...
    def leaves(self) -> "list[Leaf]": ...

class Leaf(Protocol):
    node: Node

class Tree(TypedDict):
    children: "list[Tree]"
    owner: NotRequired["Owner"]

class Owner(TypedDict):
    trees: "dict[str, Tree]"

class Box(Protocol[T]):
    def open(self, other: "Box[T]") -> T: ...

class Whole:
    def parent(self, other: Node) -> Node | None:
        return other
    def leaves(self) -> list[Leaf]:
        return []
    def open(self, other: Box[int]) -> int:
        return 1
"""


def reload_often() -> None:
    """Check against the interfaces of a module that is run again and again, and count those that stay."""
    module = types.ModuleType("conformance_reloaded")
    sys.modules[module.__name__] = module
    space: Any = module
    whole: Any = None
    code = compile(MODULE, "<reloaded>", "exec")
    gone: list[weakref.ref[Any]] = []
    before = len(plans)
    for _ in range(200):
        exec(code, vars(module))  # noqa: S102 - our own text
        whole = space.Whole()
        assert violations(whole, space.Node) == ()
        assert violations(types.SimpleNamespace(node=whole), space.Leaf) == ()
        assert violations(whole, space.Box[int]) == ()
        assert violations({"children": [{"children": []}], "owner": {"trees": {}}}, space.Tree) == ()
        gone += [weakref.ref(one) for one in (space.Node, space.Leaf, space.Tree, space.Owner, space.Box)]
    del whole
    for forget in getattr(typing, "_cleanups", ()):  # `typing` itself remembers `Box[int]`
        forget()
    gc.collect()
    assert sum(one() is not None for one in gone) <= 5 * 16  # of a thousand
    assert len(plans) <= before + 5 * 16


def test_a_module_that_is_reloaded_leaves_few_interfaces_behind() -> None:
    """Reload in a process of its own: how many stay depends on how many there are."""
    text = "import sys; sys.path[:0] = sys.argv[1:]; import test_remembered; test_remembered.reload_often()"
    command = [sys.executable, "-c", text, str(Path(__file__).parent), *sys.path]
    answer = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own
    assert answer.returncode == 0, answer.stderr
