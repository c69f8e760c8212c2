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


@pytest.fixture(autouse=True)
def _no_colour_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "NO_COLOR", "FORCE_COLOR":
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], str]:
    """A function that writes a file into the current directory."""
    monkeypatch.chdir(tmp_path)

    def to_file(name: str, text: str) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return name

    return to_file


@pytest.fixture
def printed(capfd: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """A function that runs the command line here, checks its exit code and that stderr is empty, and returns stdout."""

    def run(*arguments: str, code: int = 0) -> str:
        assert main(arguments) == code
        shown = capfd.readouterr()
        assert shown.err == ""
        return shown.out

    return run


@pytest.fixture
def complaint(printed: Callable[..., str]) -> Callable[..., str]:
    """A function that runs the command line, which must end with 2, and returns all lines but the summary."""

    def run(*arguments: str) -> str:
        *lines, last = printed(*arguments, code=2).splitlines()
        assert last.endswith(" not checked")
        return "\n".join(lines)

    return run


@pytest.fixture
def document(printed: Callable[..., str]) -> Callable[..., Any]:
    """A function that runs the command line, and returns the JSON that it prints."""

    def run(*arguments: str, code: int = 0) -> Any:
        return json.loads(printed(*arguments, "--format", "json", code=code))

    return run


@pytest.fixture
def program() -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """A function that runs the command line as a program of its own, in the current directory."""

    def run(*arguments: str, before: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", before + PROGRAM, *arguments],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            env={**os.environ, "PYTHONPATH": str(SHIM), **environment},
        )

    return run
