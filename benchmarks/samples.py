"""What is measured: classes made anew from text, and values."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from typing import Any

from latency_shim import PluginManifest  # noqa: TC001 - pyright and mypy alike
from latency_shim.memory import MemoryBinder, MemoryRegistry

REGISTRY = """
class Registry:
    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None: ...
    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any: ...
    def list(self, facet: str, /) -> Sequence[FacetRegistration]: ...
    def has(self, facet: str, /, qualifier: str | None = None) -> bool: ...
    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool: ...
"""
FAULTY = REGISTRY.replace("/, options: RegistrationOptions | None = None", "/").replace("has(", "knows(")
IMPORTS = """
from collections.abc import Sequence
from typing import Any

from latency_shim import PluginManifest  # noqa: TC001 - pyright and mypy alike
from latency_shim.memory import MemoryBinder, MemoryRegistry
from latency_shim import *
"""
Invalid: type[Exception] = import_module("zope.interface").Invalid  # what zope's check raises
ZOPE = """
from zope.interface import Interface

class IRegistry(Interface):
    def register(facet, provider, options=None): "Register."
    def resolve(facet, qualifier=None): "Resolve."
    def list(facet): "List."
    def has(facet, qualifier=None): "Ask."
    def unregister(facet, qualifier=None): "Unregister."
"""
STORE = """
class Store:
    def get(self, key): return None
    def set(self, key, value): return None
    def delete(self, key): return False
    def has(self, key): return False
"""
IN_ONE_PROCESS = """
import many
from latency_shim import PluginStateStore
from latency_shim.conformance import class_violations

print([class_violations(getattr(many, f"C{number}"), PluginStateStore) for number in range(100)])
"""
KIT = """
import pytest
from latency_shim.memory import MemoryBinder, MemoryRegistry
from latency_shim.testing import BinderContract, FacetRegistryContract

class TestRegistry(FacetRegistryContract):
    @pytest.fixture
    def registry(self): return MemoryRegistry()

class TestBinder(BinderContract):
    @pytest.fixture
    def binder(self): return MemoryBinder()
"""


def chain(length: int) -> Callable[[], object]:
    """Return a function that binds plugins of which each requires what the next one provides."""
    registry = MemoryRegistry()
    plugins: list[PluginManifest] = []
    for number in range(length):
        registry.register(f"F{number}", object())
        plugins.append(
            {
                "id": f"p{number}",
                "version": "1.0.0",
                "name": "A link of a chain",
                "provides": [{"facet": f"F{number}"}],
                "requires": [{"facet": f"F{number + 1}"}] if number + 1 < length else [],
            }
        )

    def bind() -> object:
        try:
            MemoryBinder().bind(plugins, registry).send(None)  # it waits for nothing, so it needs no event loop
        except StopIteration as done:
            if len(done.value.contexts) == length:
                return done.value
        raise AssertionError("a plugin was not bound")

    return bind


def maker(text: str = REGISTRY, *, head: str = "") -> Callable[[], object]:
    """Return a function that makes an object of a new class each time, all from the same source."""
    scope: dict[str, Any] = {}
    exec(IMPORTS, scope)  # noqa: S102 - our own text
    code = compile(f"{head}\n{text}", "sample", "exec")

    def make() -> object:
        exec(code, scope)  # noqa: S102 - our own text
        return scope["Registry"]()

    return make


def zope() -> tuple[Callable[[object], object], Callable[[str], Callable[[], object]]]:
    """Return zope's check of a registry, and a maker of makers of objects of a text that say they are one."""
    scope: dict[str, Any] = {}
    exec(ZOPE, scope)  # noqa: S102 - our own text
    declare = import_module("zope.interface").classImplements

    def declared(text: str) -> Callable[[], object]:
        make = maker(text)

        def make_declared() -> object:
            made = make()
            declare(type(made), scope["IRegistry"])
            return made

        return make_declared

    return partial(import_module("zope.interface.verify").verifyObject, scope["IRegistry"]), declared


def wide(methods: int) -> tuple[Any, Callable[[], object]]:
    """Return a protocol of many methods, and a maker of objects that have them."""
    body = "\n".join(f"    def method_{number}(self, name: str, /) -> int: ..." for number in range(methods))
    scope: dict[str, Any] = {}
    exec(f"from typing import Protocol\nclass Wide(Protocol):\n{body}", scope)  # noqa: S102 - our own text
    return scope["Wide"], maker(f"class Registry:\n{body}")


def now() -> datetime.datetime:
    """Return a timezone-aware time."""
    return datetime.datetime.now(datetime.UTC)


@dataclass
class Issue:
    """An issue with its values."""

    id: str = "1"
    title: str = "It is slow"
    body: str = "Very."
    state: str = "open"
    labels: Sequence[str] = ("bug", "speed")
    assignees: Sequence[str] = ("ada",)
    created_at: datetime.datetime = field(default_factory=now)
    updated_at: datetime.datetime = field(default_factory=now)


MANIFEST: dict[str, object] = {
    "id": "digest",
    "version": "1.0.0",
    "name": "Digest",
    "provides": [{"facet": "Digest"}, {"facet": "Digest", "qualifier": "short", "priority": 3}],
    "requires": [{"facet": "SourceControl"}, {"facet": "IssueTracker", "optional": True}],
    "uses": [{"facet": "Logger", "qualifier": "console"}],
}
LONG_MANIFEST: dict[str, object] = {
    "id": "digest",
    "version": "1.0.0",
    "name": "Digest",
    "description": "What was done today.",
    "provides": [
        {"facet": "Digest"},
        {"facet": "Digest", "qualifier": "short", "priority": 3},
        {"facet": "Summary"},
        {"facet": "Summary", "qualifier": "short", "priority": 3},
    ],
    "requires": [
        {"facet": "SourceControl"},
        {"facet": "IssueTracker", "optional": True},
        {"facet": "StateStore", "qualifier": "disk"},
        {"facet": "EventBus"},
    ],
    "uses": [
        {"facet": "Logger", "qualifier": "console"},
        {"facet": "Logger", "qualifier": "file"},
        {"facet": "SecretStore"},
    ],
}
FAULTY_MANIFEST: dict[str, object] = LONG_MANIFEST | {
    "version": 1,
    "provides": [{"facet": "Digest"}, {"qualifier": "short", "priority": 3}, {"facet": "Summary"}, {"facet": "Report"}],
    "requires": [
        {"facet": "SourceControl"},
        {"facet": "IssueTracker", "optional": "yes"},
        {"facet": "StateStore", "qualifier": "disk"},
        {"facet": "EventBus"},
    ],
}
