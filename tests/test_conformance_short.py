# pyright: reportUnknownArgumentType=false
# What is checked here can be of any type.
"""The short way to a yes is taken where it can be; `both_ways` sees that it finds what the long one finds."""

import dataclasses
import gc
import sys
import weakref
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypedDict

import pytest

import contract
from examples.in_memory import InMemoryRegistry
from latency_shim import FacetRegistry, PluginContext, PluginManifest, PluginStateStore, facets
from latency_shim.conformance import _check, class_violations, conforms, violations
from latency_shim.conformance._fit import sure_methods
from latency_shim.conformance._interface import read
from latency_shim.conformance._values import of_record

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


LONG = [
    facets.DecisionSpec,  # has sequences within a sequence
    facets.InvokeOptions,  # has an object with methods
    facets.WorkflowSpec,  # has sequences within a sequence
]
BEHAVIOURS = {name: one for name, one in contract.PROTOCOLS.items() if read(one).methods}


@pytest.mark.parametrize("head", HEADS)
def test_plain_functions_are_sure(head: str) -> None:
    interface = read(FacetRegistry)
    assert sure_methods(interface, registry(head)) == interface.methods


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
        ("def unregister", "@abstractmethod\n    def unregister", "not-implemented"),
        ("list(self, facet: str, /)", "list(self, facet: bytes, /)", "parameter-type"),
    ],
)
def test_a_fault_is_not_sure(head: str, old: str, new: str, code: str) -> None:
    cls = registry(head, old, new)
    assert [fault.code for fault in class_violations(cls, FacetRegistry)] == [code]
    assert len(sure_methods(read(FacetRegistry), cls)) == 4


@pytest.mark.parametrize("protocol", BEHAVIOURS.values(), ids=BEHAVIOURS)
def test_every_method_of_the_contract_has_a_short_way(protocol: Any) -> None:
    copies = {name: copied(vars(protocol)[name]) for name in read(protocol).methods}
    assert sure_methods(read(protocol), type("Copy", (), copies)) == read(protocol).methods


def copied(function: Any) -> Any:
    copy = type(function)(function.__code__, function.__globals__, argdefs=function.__defaults__)
    copy.__annotations__ = dict(function.__annotations__)
    return copy


@pytest.mark.parametrize("record", contract.TYPED_DICTS.values(), ids=contract.TYPED_DICTS)
def test_values_that_are_sure_are_right(record: Any) -> None:
    value = contract.sample(record)
    probe = of_record(record)[1].probe(aware=True)
    assert probe(value) is (record not in LONG)
    assert not probe({**value, "unheard": 1})


def test_a_manifest_is_sure() -> None:
    value = {"id": "p", "version": "1", "name": "P", "provides": [{"facet": "A"}], "requires": [{"facet": "B"}]}
    probe = of_record(PluginManifest)[1].probe(aware=True)
    assert probe(value)
    assert not probe({**value, "provides": [{"facet": 7}]})


def test_the_values_of_a_dataclass_are_sure() -> None:
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
        assert _check.sure_values(made("a", ["b"]), read(Entry), aware=True) == {"name", "tags", "extra"}
        assert _check.sure_values(made(7, [7], {"a": 7}), read(Entry), aware=True) == {"extra"}


# What is remembered


def test_a_class_that_conforms_is_remembered_and_one_that_does_not_is_not() -> None:
    conforms(InMemoryRegistry(), FacetRegistry)
    conforms(object(), FacetRegistry)
    assert read(FacetRegistry).knows(InMemoryRegistry)
    assert not read(FacetRegistry).knows(object)


def test_data_of_a_class_that_is_remembered_is_looked_at_in_each_object() -> None:
    cls = contract.conforming(PluginContext)
    functions = {name: copied(vars(cls)[name]) for name in read(PluginContext).methods}
    right: Any = type("Context", (cls,), functions)()
    wrong = type(right)()
    wrong.manifest = {}
    assert violations(right, PluginContext) == ()
    assert read(PluginContext).knows(type(right))
    assert [fault.member for fault in violations(wrong, PluginContext)][:1] == ["manifest.id"]
    assert violations(right, PluginContext) == ()


def test_classes_that_go_leave_nothing_behind() -> None:
    interface = read(PluginStateStore)
    gc.collect()
    before = len(interface.kinds)
    classes = [contract.conforming(PluginStateStore) for _ in range(100)]
    assert all(conforms(cls(), PluginStateStore) for cls in classes)
    assert len(interface.kinds) == before + 100
    del classes
    gc.collect()
    assert len(interface.kinds) == before


@pytest.mark.xfail(
    sys.version_info[:2] == (3, 14),
    reason="on 3.14 the annotations of a method keep its class alive, and a protocol's methods are kept",
)
def test_an_interface_that_goes_leaves_nothing_behind() -> None:
    class Short(Protocol):
        def open(self) -> None: ...

    class Record(TypedDict):
        name: str

    assert not conforms(object(), Short)
    assert conforms({"name": "a"}, Record)
    gone = weakref.ref(Short), weakref.ref(Record)
    del Short, Record
    gc.collect()
    assert [one() for one in gone] == [None, None]
