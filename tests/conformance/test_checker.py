# pyright: reportUnknownArgumentType=false
# What is checked here can be of any type.
"""What the structural checker refuses, and what it must let pass."""

import asyncio
import datetime
import logging
import pickle
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Generic, Protocol, TypedDict, TypeVar, runtime_checkable
from unittest.mock import MagicMock, Mock, create_autospec

import pytest
import typeguard

import contract
from examples.demo import PLUGINS
from examples.git_source_control import GitSourceControl
from examples.sqlite_state_store import SqliteStateStore
from latency_shim import (
    ISSUE_TRACKER,
    STATE_STORE,
    AbortSignal,
    Binder,
    BinderConfig,
    Comment,
    DecisionHandler,
    DevAgent,
    FacetKey,
    FacetRegistration,
    FacetRegistry,
    IssueQuery,
    IssueSpec,
    Logger,
    PaginatedResult,
    PluginContext,
    PluginManifest,
    PluginStateStore,
    RegistrationOptions,
    SourceControl,
    StateStore,
    facets,
)
from latency_shim.conformance import (
    ConformanceError,
    Violation,
    class_violations,
    conforms,
    implements,
    verify,
    violations,
)
from latency_shim.loading import load
from latency_shim.memory import MemoryBinder, MemoryContext, MemoryPluginStateStore, MemoryRegistry

T_co = TypeVar("T_co", covariant=True)
NOW = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def told(found: tuple[Violation, ...]) -> list[tuple[str, str]]:
    return [(fault.member, fault.code) for fault in found]


def variant(protocol: Any, body: str) -> type:
    """Make a class that conforms, but for what a piece of source changes."""
    scope: dict[str, Any] = {"Base": contract.conforming(protocol), "Any": Any, **IMPORTS}
    lines = "\n    ".join(body.strip().splitlines())
    exec(f"class Variant(Base):\n    {lines}", scope)  # noqa: S102 - our own text
    made: type = scope["Variant"]
    return made


PRELUDE = """
import asyncio, functools
from collections.abc import *
from functools import partial, partialmethod
from latency_shim import *

def passes_on(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper

def hides(function):
    @functools.wraps(function)
    def wrapper(self):
        return function(self, "key")
    return wrapper

def awaits(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper

class Callee:
    def __call__(self, key): ...

class AsyncCallee:
    async def __call__(self, key): ...
"""
IMPORTS: dict[str, Any] = {}
exec(PRELUDE, IMPORTS)  # noqa: S102 - our own text


# What conforms


@pytest.mark.parametrize(
    ("cls", "interface"),
    [
        (MemoryRegistry, FacetRegistry),
        (MemoryBinder, Binder),
        (MemoryContext, PluginContext),
        (MemoryPluginStateStore, PluginStateStore),
        (GitSourceControl, SourceControl),
        (SqliteStateStore, StateStore),
        (logging.Logger, Logger),
        (asyncio.Event, AbortSignal),
    ],
)
def test_the_examples_and_the_standard_library_conform(cls: type, interface: Any) -> None:
    assert class_violations(cls, interface) == ()


@pytest.mark.parametrize("plugin", PLUGINS)
def test_the_manifests_of_the_examples_conform(plugin: str) -> None:
    assert violations(load(plugin).manifest, PluginManifest) == ()


@pytest.mark.parametrize("protocol", contract.PROTOCOLS.values(), ids=contract.PROTOCOLS)
def test_an_object_with_every_member_conforms(protocol: Any) -> None:
    assert violations(contract.conforming(protocol)(), protocol) == ()


@pytest.mark.parametrize("record", contract.TYPED_DICTS.values(), ids=contract.TYPED_DICTS)
def test_a_full_record_and_one_with_only_the_required_keys_conform(record: Any) -> None:
    full = contract.sample(record)
    assert violations(full, record) == ()
    assert violations({key: full[key] for key in record.__required_keys__}, record) == ()


LAWFUL = [
    (StateStore, "async def get(self, name): ...", "a required parameter is called anything"),
    (StateStore, "async def get(self, key, default=None, *more, **others): ...", "more is taken than is passed"),
    (StateStore, "async def keys(self, *args, **kwargs): ...", "everything is taken"),
    (StateStore, "async def keys(self, **kwargs): ...\n    def x(self): ...", None),
    (StateStore, "def get(self, key) -> Awaitable[object]: ...", "an awaitable is promised"),
    (StateStore, "def get(self, key) -> 'asyncio.Future[object]': ...", "a future is promised"),
    (StateStore, "def get(self, key) -> Any: ...", "anything is promised"),
    (StateStore, "async def get(self, key: object) -> int: ...", "wider is taken, narrower is given"),
    (StateStore, "async def get(self, key: 'Unheard') -> 'OfIt': ...", "an annotation that cannot be resolved"),
    (StateStore, "@passes_on\nasync def get(self, key): ...", "a wrapper that passes everything on"),
    (StateStore, "get = AsyncCallee()", "a callable object"),
    (StateStore, "@staticmethod\nasync def get(key): ...", "a static method without self"),
    (StateStore, "@classmethod\nasync def get(cls, key): ...", "a class method"),
    (PluginStateStore, "get = partialmethod(lambda self, more, key: None, 1)", "a partial method"),
    (PluginStateStore, "get = staticmethod(partial(lambda more, key: None, 1))", "a partial"),
    (PluginStateStore, "get = {}.get", "a builtin"),
    (PluginStateStore, "get = Callee()", "a callable object"),
    (PluginStateStore, "get = lambda self, key: None", "a lambda"),
    (PluginStateStore, "def get(self, key, /): ...", "positional as the contract has it"),
    (FacetRegistry, "def list(self, facet) -> tuple[FacetRegistration, ...]: ...", "a narrower sequence"),
    (FacetRegistry, "def has(self, facet, qualifier=None, **more) -> bool: ...", "more names"),
    (FacetRegistry, "def has(self, *args, qualifier=None): ...", None),
    (DevAgent, "def invoke_stream(self, prompt, options=None) -> AsyncIterator[StreamChunk]: ...", "an iterator"),
    (DevAgent, "def invoke_stream(self, prompt, options=None): return self", "who knows"),
    (DevAgent, "async def invoke_stream(self, prompt, options=None):\n        yield prompt", "an async generator"),
]


@pytest.mark.parametrize(
    ("protocol", "body"), [pytest.param(one, body, id=why) for one, body, why in LAWFUL if why is not None]
)
def test_what_the_contract_allows_conforms(protocol: Any, body: str) -> None:
    cls = variant(protocol, body)
    assert class_violations(cls, protocol) == ()
    assert violations(cls(), protocol) == ()


UNLAWFUL = [
    (StateStore, "get = None", "get", "member-is-none"),
    (StateStore, "get = 7", "get", "not-callable"),
    (StateStore, "async def get(self): ...", "get", "too-few-parameters"),
    (StateStore, "async def get(self, key, default): ...", "get", "extra-required-parameter"),
    (StateStore, "async def get(self, *, key): ...", "get", "parameter-kind"),
    (StateStore, "async def get(self, key, *, mode): ...", "get", "extra-required-parameter"),
    (StateStore, "async def keys(self, start=None): ...", "keys", "parameter-name"),
    (StateStore, "async def keys(self, prefix): ...", "keys", "parameter-required"),
    (StateStore, "async def keys(self, prefix=None, /): ...", "keys", "parameter-kind"),
    (StateStore, "async def keys(self, *, prefix=None): ...", "keys", "parameter-kind"),
    (StateStore, "async def keys(self, **kwargs): ...", "keys", "too-few-parameters"),
    (StateStore, "async def keys(self, *args): ...", "keys", "parameter-name"),
    (StateStore, "async def keys(self): ...", "keys", "too-few-parameters"),
    (StateStore, "def get(self, key): ...", "get", "sync-for-async"),
    (StateStore, "def get(self, key) -> str: ...", "get", "sync-for-async"),
    (StateStore, "def get(self, key):\n        yield key", "get", "sync-for-async"),
    (StateStore, "async def get(self, key):\n        yield key", "get", "iterator-for-coroutine"),
    (StateStore, "get = lambda self, key: None", "get", "unverifiable"),
    (StateStore, "@hides\nasync def get(self, key): ...", "get", "too-few-parameters"),
    (StateStore, "@passes_on\ndef get(self, key): ...", "get", "sync-for-async"),
    (StateStore, "@property\ndef get(self): ...", "get", "unverifiable"),
    (StateStore, "@staticmethod\nasync def get(self, key): ...", "get", "wrong-binding"),
    (StateStore, "async def set(key, value): ...", "set", "wrong-binding"),
    (StateStore, "async def get(): ...", "get", "wrong-binding"),
    (StateStore, "async def get(*, key=None): ...", "get", "wrong-binding"),
    (AbortSignal, "def is_set(): ...", "is_set", "wrong-binding"),
    (StateStore, "async def has(self, key) -> str: ...", "has", "return-type"),
    (StateStore, "async def has(self, key: int): ...", "has", "parameter-type"),
    (StateStore, "async def keys(self, prefix: str = ''): ...", "keys", "parameter-type"),
    (StateStore, "def keys(self, prefix=None) -> Awaitable[int]: ...", "keys", "return-type"),
    (PluginStateStore, "async def get(self, key): ...", "get", "async-for-sync"),
    (PluginStateStore, "@awaits\ndef get(self, key): ...", "get", "async-for-sync"),
    (PluginStateStore, "def get(self, key) -> Awaitable[object]: ...", "get", "async-for-sync"),
    (PluginStateStore, "get = AsyncCallee()", "get", "async-for-sync"),
    (PluginStateStore, "def has(self, key):\n        yield key", "has", "return-type"),
    (FacetRegistry, "def list(self, facet) -> list[str]: ...", "list", "return-type"),
    (FacetRegistry, "def has(self, qualifier=None, facet=None): ...", "has", "parameter-kind"),
    (DevAgent, "async def invoke_stream(self, prompt, options=None): ...", "invoke_stream", "coroutine-for-iterator"),
    (DevAgent, "def invoke_stream(self, prompt, options=None):\n        yield 1", "invoke_stream", "sync-for-async"),
    (DevAgent, "def invoke_stream(self, prompt, options=None) -> list[str]: ...", "invoke_stream", "return-type"),
]


@pytest.mark.parametrize(("protocol", "body", "member", "code"), UNLAWFUL)
def test_what_callers_would_stumble_over_is_refused(protocol: Any, body: str, member: str, code: str) -> None:
    cls = variant(protocol, body)
    assert told(class_violations(cls, protocol)) == [(member, code)]
    assert told(violations(cls(), protocol)) == [(member, code)]


@pytest.mark.parametrize("protocol", contract.PROTOCOLS.values(), ids=contract.PROTOCOLS)
def test_each_missing_member_is_named_in_the_order_of_the_interface(protocol: Any) -> None:
    found = violations(object(), protocol)
    assert [fault.member for fault in found] == list(contract.members(protocol))
    assert {fault.code for fault in found} <= {"missing-member", "missing-property"}


@pytest.mark.parametrize("protocol", contract.PROTOCOLS.values(), ids=contract.PROTOCOLS)
def test_a_class_that_inherits_a_protocol_and_implements_nothing_is_refused(protocol: Any) -> None:
    empty = type("Empty", (protocol,), {})
    assert {fault.code for fault in violations(empty(), protocol)} == {"not-implemented"}
    assert [fault.member for fault in violations(empty(), protocol)] == list(contract.members(protocol))


# Interfaces of users


class Greeter(Protocol):
    prefix: str

    def greet(self, name: str, /, *, loud: bool = False) -> str:
        return f"{self.prefix} {name}{'!' * loud}"

    def part(self, name: str) -> None: ...


class Shouter:
    prefix = ""

    def greet(self, name: str, /, *, lod: bool = False) -> str:
        return f"{name}{lod}"

    def part(self, name: str) -> None: ...


class Box(Protocol[T_co]):
    def open(self) -> T_co: ...


class Kept(Generic[T_co]):
    def __init__(self, value: T_co) -> None:
        self.value = value

    def open(self) -> int:
        return 7


class Tree(TypedDict):
    children: "list[Tree]"


class Address(TypedDict):
    street: str
    tags: dict[str, tuple[int, ...]]


def test_a_method_with_a_body_is_a_default_and_counts_when_inherited() -> None:
    class English(Greeter):
        prefix = "Hello"

        def part(self, name: str) -> None:
            print("Good bye", name)

    assert violations(English(), Greeter) == ()


def test_a_method_with_an_empty_body_is_none() -> None:
    silent = type("Silent", (Greeter,), {"prefix": ""})
    assert told(violations(silent(), Greeter)) == [("part", "not-implemented")]


def test_data_of_a_behaviour_is_checked_where_it_can_be_had() -> None:
    class Wrong:
        def __init__(self) -> None:
            self.prefix = 7

        def greet(self, name: str, /, *, loud: bool = False) -> str:
            return f"{name}{loud}"

        def part(self, name: str) -> None: ...

    assert told(violations(Wrong(), Greeter)) == [("prefix", "wrong-value")]
    assert class_violations(Wrong, Greeter) == ()


def test_a_property_of_a_behaviour_is_never_run() -> None:
    class Lazy:
        @property
        def manifest(self) -> PluginManifest:
            raise AssertionError("a property ran")

        logger = logging.getLogger()
        state = MemoryPluginStateStore()
        require = optional = MemoryContext.require
        provide = MemoryContext.provide
        request_decision = MemoryContext.request_decision

    assert violations(Lazy(), PluginContext) == ()


def test_required_parameters_that_have_names_can_be_given_by_name() -> None:
    class Other:
        prefix = ""
        greet = Greeter.greet

        def part(self, who: str) -> None: ...

    assert told(violations(Other(), Greeter)) == [("part", "parameter-name")]


def test_arguments_of_a_generic_interface_count() -> None:
    assert violations(Kept(7), Box[int]) == ()
    assert told(violations(Kept(7), Box[str])) == [("open", "return-type")]
    page = SimpleNamespace(items=[7], total=1, has_more=False)
    assert violations(page, PaginatedResult[int]) == ()
    assert told(violations(page, PaginatedResult[str])) == [("items[0]", "wrong-value")]


def test_a_typed_dict_of_a_user_is_checked_all_the_way_down() -> None:
    assert violations({"street": "Main", "tags": {"a": (1, 2)}}, Address) == ()
    assert told(violations({"street": "Main", "tags": {"a": (1, "2")}}, Address)) == [("tags['a'][1]", "wrong-value")]


def test_a_facet_key_stands_for_its_interface() -> None:
    assert told(violations(object(), FacetKey("Greeter", Greeter)))[-1] == ("part", "missing-member")
    assert violations(object(), ISSUE_TRACKER) == violations(object(), ISSUE_TRACKER.protocol)


@pytest.mark.parametrize("form", [int, "StateStore", None, 7, int | str, list[int], MemoryRegistry])
def test_what_is_no_interface_is_refused_by_name(form: Any) -> None:
    with pytest.raises(TypeError, match="an interface is a protocol, a TypedDict or a FacetKey, not "):
        violations(object(), form)


def test_a_class_has_no_values_to_hold_against_a_typed_dict() -> None:
    with pytest.raises(TypeError, match="IssueSpec is a TypedDict"):
        class_violations(dict, IssueSpec)


def test_class_violations_wants_a_class() -> None:
    instance: Any = MemoryRegistry()
    with typeguard.suppress_type_checks(), pytest.raises(TypeError, match="expected a class, not a MemoryRegistry"):
        class_violations(instance, FacetRegistry)


# Records


def registration(**values: object) -> SimpleNamespace:
    return SimpleNamespace(**{"facet": "Cache", "qualifier": None, "priority": 0, "metadata": None, **values})


@pytest.mark.parametrize(
    ("values", "place", "code"),
    [
        ({"facet": 7}, "facet", "wrong-value"),
        ({"priority": True}, "priority", "wrong-value"),
        ({"priority": 1.0}, "priority", "wrong-value"),
        ({"qualifier": b"disk"}, "qualifier", "wrong-value"),
        ({"metadata": {7: 7}}, "metadata[7]", "wrong-value"),
        ({"metadata": [("a", 1)]}, "metadata", "wrong-value"),
    ],
)
def test_each_value_of_a_record_is_checked(values: dict[str, object], place: str, code: str) -> None:
    assert violations(registration(), FacetRegistration) == ()
    assert told(violations(registration(**values), FacetRegistration)) == [(place, code)]


def test_all_items_are_checked_and_each_is_named() -> None:
    manifest = {
        "id": "p",
        "version": "1.0.0",
        "name": "P",
        "provides": [{"facet": "A"}, {"facet": "B", "priority": "high"}],
        "requires": ({"facet": "A"}, {"facet": 7}, {"fact": "C"}),
    }
    assert told(violations(manifest, PluginManifest)) == [
        ("provides[1].priority", "wrong-value"),
        ("requires[1].facet", "wrong-value"),
        ("requires[2].facet", "missing-key"),
        ("requires[2].fact", "unknown-key"),
    ]


def test_a_naive_time_is_refused_where_the_contract_says_aware() -> None:
    comment = SimpleNamespace(id="1", body="", author="ada", created_at=NOW.replace(tzinfo=None))
    assert told(violations(comment, Comment)) == [("created_at", "wrong-value")]
    comment.created_at = NOW
    assert conforms(comment, Comment)


def test_a_number_may_be_whole_where_it_may_be_broken() -> None:
    assert conforms({"name": "disk", "status": "healthy", "duration": 3}, facets.HealthCheckResult)


def test_text_is_no_sequence_of_texts() -> None:
    assert told(violations({"title": "Broken", "labels": "bug"}, IssueSpec)) == [("labels", "wrong-value")]


@pytest.mark.parametrize("labels", [["bug"], ("bug",), deque(["bug"])])
def test_any_real_sequence_will_do(labels: object) -> None:
    assert conforms({"title": "Broken", "labels": labels}, IssueSpec)


def test_keys_that_are_inherited_are_checked_first() -> None:
    assert told(violations({"limit": "7", "state": "new"}, IssueQuery)) == [
        ("limit", "wrong-value"),
        ("state", "wrong-literal"),
    ]


@pytest.mark.parametrize("thing", [[], "{}", None, Mapping])
def test_what_is_no_dict_is_no_record(thing: object) -> None:
    assert told(violations(thing, BinderConfig)) == [("", "wrong-value")]


def test_a_dict_given_for_a_record_with_attributes_is_told_so() -> None:
    [first, *_] = violations({"facet": "Cache"}, FacetRegistration)
    assert first.help == "the dict has it as a key, not as an attribute"


def test_near_misses_are_suggested() -> None:
    assert "did you mean 'qualifier'?" in violations({"qualifer": "disk"}, RegistrationOptions)[0].help
    assert "did you mean 'lod'?" in violations(Shouter(), Greeter)[0].help
    assert "did you mean 'open'?" in violations({"title": "x", "state": "opn"}, facets.IssueUpdate)[0].help

    class Misspelt(MemoryRegistry):
        unregster = MemoryRegistry.unregister
        unregister = None  # type: ignore[assignment]

    del Misspelt.unregister
    assert violations(Misspelt(), FacetRegistry) == ()  # it is still inherited
    assert "did you mean 'gett'?" in violations(SimpleNamespace(gett=print), PluginStateStore)[0].help


# Ways to ask


def test_verify_gives_the_very_object() -> None:
    registry = MemoryRegistry()
    assert verify(registry, FacetRegistry) is registry


def test_verify_raises_with_every_violation_in_a_text_like_a_compilers() -> None:
    with pytest.raises(ConformanceError) as caught:
        verify(SimpleNamespace(get=None), STATE_STORE)
    assert len(caught.value.violations) == 5
    assert str(caught.value).splitlines()[:3] == [
        "a SimpleNamespace does not conform to StateStore: 5 violations",
        "  get: must be a method, not None [member-is-none]",
        "  set: is missing [missing-member]",
    ]


def test_the_error_survives_pickling() -> None:
    with pytest.raises(ConformanceError) as caught:
        verify(object(), STATE_STORE)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.violations) == (str(caught.value), caught.value.violations)


def test_implements_gives_the_class_back_unchanged() -> None:
    assert implements(FacetRegistry)(MemoryRegistry) is MemoryRegistry
    assert implements(FacetKey("Registry", FacetRegistry))(MemoryRegistry) is MemoryRegistry


def test_implements_refuses_at_class_creation() -> None:
    def create() -> type:
        @implements(Box[int])
        class Shut:
            pass

        return Shut

    with pytest.raises(ConformanceError, match="the class Shut does not conform to Box\\[int\\]: 1 violation"):
        create()


def test_a_class_is_no_instance_of_itself() -> None:
    assert told(violations(MemoryRegistry, FacetRegistry)) == [("", "class-not-instance")]


def test_a_class_whose_methods_are_static_is_an_object_that_conforms() -> None:
    class Shared:
        @staticmethod
        def open() -> int:
            return 7

    assert violations(Shared, Box) == ()


def test_an_attribute_of_the_instance_counts_before_the_class() -> None:
    state = MemoryPluginStateStore()
    assert conforms(state, PluginStateStore)
    state.get = None  # type: ignore[method-assign, assignment]
    assert told(violations(state, PluginStateStore)) == [("get", "member-is-none")]


def test_a_negative_verdict_is_looked_at_again() -> None:
    class Growing:
        pass

    assert not conforms(Growing(), Box[int])
    Growing.open = Kept.open  # type: ignore[attr-defined]
    assert conforms(Growing(), Box[int])


# Objects that answer to everything


@pytest.mark.parametrize("mock", [Mock(), MagicMock()])
def test_a_mock_without_a_spec_is_unverifiable(mock: object) -> None:
    assert told(violations(mock, StateStore)) == [("", "unverifiable")]


def test_a_mock_is_judged_by_its_spec() -> None:
    assert violations(Mock(spec=MemoryRegistry), FacetRegistry) == ()
    assert violations(create_autospec(MemoryRegistry, instance=True), FacetRegistry) == ()
    assert told(violations(Mock(spec=dict), Box)) == [("open", "missing-member")]


def test_a_proxy_is_judged_by_what_it_gives() -> None:
    class Proxy:
        def __init__(self, target: object) -> None:
            self.target = target

        def __getattr__(self, name: str) -> object:
            return getattr(self.target, name)

    assert violations(Proxy(MemoryRegistry()), FacetRegistry) == ()
    assert told(violations(Proxy(object()), Box)) == [("open", "missing-member")]


def test_a_module_can_implement_an_interface() -> None:
    assert violations(logging, Logger) == ()


def test_the_signature_that_counts_is_that_of_the_code() -> None:
    class Lying:
        def open(self, key: str) -> int:
            return len(key)

    Lying.open.__signature__ = None  # type: ignore[attr-defined]
    assert told(violations(Lying(), Box)) == [("open", "extra-required-parameter")]


def test_a_dataclass_is_judged_by_its_fields() -> None:
    @dataclass
    class Entry:
        facet: str
        qualifier: str | None = None
        priority: int = 0
        metadata: Mapping[str, object] | None = None

    assert class_violations(Entry, FacetRegistration) == ()
    assert violations(Entry("Cache"), FacetRegistration) == ()


def test_attributes_that_are_set_in_a_method_are_seen_in_a_class() -> None:
    class Entry:
        def __init__(self, facet: str) -> None:
            self.facet, self.qualifier, self.priority = facet, None, 0

    assert told(class_violations(Entry, FacetRegistration)) == [("metadata", "missing-property")]


def test_callables_are_values_too() -> None:
    class Hook(Protocol):
        @property
        def run(self) -> Callable[[], None]: ...

    assert violations(SimpleNamespace(run=print), Hook) == ()
    assert told(violations(SimpleNamespace(run=7), Hook)) == [("run", "wrong-value")]


def test_the_handler_that_stores_decisions_is_typed_all_the_way() -> None:
    assert told(violations(object(), DecisionHandler))[0] == ("request_decision", "missing-member")


def test_a_wrong_value_is_found_however_deep_it_lies() -> None:
    tree: dict[str, Any] = {"children": [{"childs": []}]}
    for _ in range(5000):
        tree = {"children": [tree]}
    assert [fault.code for fault in violations(tree, Tree)] == ["missing-key", "unknown-key"]


def test_a_fault_is_told_wherever_the_faulty_value_stands() -> None:
    wrong = {"facet": 7}
    manifest = {"id": "p", "version": "1.0.0", "name": "P", "provides": [wrong, wrong], "requires": [wrong]}
    places = ["provides[0].facet", "provides[1].facet", "requires[0].facet"]
    assert [fault.member for fault in violations(manifest, PluginManifest)] == places


def test_a_sequence_whose_items_cannot_be_had_is_unverifiable() -> None:
    class Broken(deque[str]):
        def __iter__(self) -> Any:
            raise RuntimeError

    assert told(violations({"title": "x", "labels": Broken()}, IssueSpec)) == [("labels", "unverifiable")]


def test_a_protocol_that_inherits_from_a_runtime_checkable_one_has_no_further_member() -> None:
    @runtime_checkable
    class Named(Protocol):
        def name(self) -> str: ...

    class Titled(Named, Protocol):
        def title(self) -> str: ...

    class Book:
        def name(self) -> str:
            return "book"

        def title(self) -> str:
            return "Book"

    for interface in Titled, runtime_checkable(Titled):
        assert violations(Book(), interface) == ()
