"""What is checked in the tests of the command line."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

ROOT = Path(__file__).parent.parent.parent
PLUGINS = ROOT / "examples" / "plugins"

Write = Callable[[str, str], str]
Printed = Callable[..., str]
Document = Callable[..., Any]
Program = Callable[..., CompletedProcess[str]]

REGISTRY = """
class Registry:
    def register(self, facet, provider, options=None): ...
    def resolve(self, facet, qualifier=None): ...
    def list(self, facet): return []
    def has(self, facet, qualifier=None): return False
    def unregister(self, facet, qualifier=None): return False
"""
WITHOUT_LIST = REGISTRY.replace("def list", "def list_all")
OWN = """
from typing import Protocol, TypedDict
from latency_shim import FacetKey

class Cache(Protocol):
    def look_up(self, key: str, /) -> bytes | None: ...

class Settings(TypedDict):
    size: int

CACHE = FacetKey("Cache", Cache)

class Good:
    def look_up(self, key): return None

class Bad:
    def look_down(self, key): return None
"""
MANIFEST: dict[str, object] = {"id": "a", "version": "1.0.0", "name": "A", "provides": [], "requires": []}
FAULTY = """
id = "a"
version = 1
name = "A"
requires = [{ facte = "Cache" }]

[[provides]]
facet = "Cache"
priority = "high"
"""
