"""Fixtures and samples for tests of the command line."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import latency_shim
from latency_shim.cli import main

SHIM = Path(latency_shim.__file__).parent.parent
PROGRAM = "import sys; from latency_shim.cli import run; sys.exit(run())"
"""As the installed script does it."""
ROOT = Path(__file__).parent.parent
PLUGINS = ROOT / "examples" / "plugins"

Write = Callable[[str, str], str]
Printed = Callable[..., str]
Document = Callable[..., Any]
Program = Callable[..., "subprocess.CompletedProcess[str]"]

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


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """A function that writes a file into the current directory."""
    monkeypatch.chdir(tmp_path)

    def to_file(name: str, text: str) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return name

    return to_file


@pytest.fixture
def printed(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Printed:
    """A function that runs the command line here, checks its exit code and that stderr is empty, and returns stdout."""

    for name in "NO_COLOR", "FORCE_COLOR":
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str, code: int = 0) -> str:
        assert main(arguments) == code
        shown = capfd.readouterr()
        assert shown.err == ""
        return shown.out

    return run


@pytest.fixture
def document(printed: Printed) -> Document:
    """A function that runs the command line, and returns the JSON that it prints."""

    def run(*arguments: str, code: int = 0) -> Any:
        return json.loads(printed(*arguments, "--format", "json", code=code))

    return run


@pytest.fixture
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A function that runs the command line as the installed script does, in a process of its own."""
    script = tmp_path_factory.mktemp("bin") / "latency-shim"

    def run(
        *arguments: str, before: str = "", path: str = "", **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        script.write_text(before + PROGRAM, encoding="utf-8")  # with `-c` Python 3.13 imports linecache from the folder
        return subprocess.run(  # noqa: S603 - our own program
            [sys.executable, str(script), *arguments],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(SHIM), path])), **environment},
        )

    return run
