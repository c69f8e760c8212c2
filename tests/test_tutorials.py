"""The tutorials, and the guide for hosts, work as written."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from mutants import QUIET

DOCS = Path(__file__).parent.parent / "docs"
BLOCK = re.compile(r"^(?:[^\n]*`([\w-]+\.\w+)`:\n\n)?```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
SITE = "site"
"""The folder where what is installed lies: `latency-shim` passes over the current directory."""
PLUGINS = ("hello.py", "stale.py", "pyproject.toml")


def work_through(page: str, pytester: pytest.Pytester) -> dict[str, str]:
    """Do what a page says in an empty folder: write its files, run its commands, compare their output."""
    output = ""
    files: dict[str, str] = {}
    for file, kind, text in BLOCK.findall((DOCS / page).read_text(encoding="utf-8")):
        if file:
            files[file] = text
            pytester.path.joinpath(file).write_text(text, encoding="utf-8")
        elif kind == "console":
            for line in text.splitlines():
                output = run(line.removeprefix("$ "), pytester)
        elif kind == "text":
            assert [line for line in text.splitlines() if line not in output] == [], output
    return files


def run(command: str, pytester: pytest.Pytester) -> str:
    """Run a command, as far as it can be done without a network; give its output."""
    program, *rest = shlex.split(command)
    if command == "pip install .":
        install(pytester.path)
    elif program == "pytest":
        return pytester.runpytest_subprocess(*QUIET, *rest).stdout.str()
    elif program in {"python", "latency-shim"} and rest[:1] != ["-m"]:
        arguments = rest if program == "python" else ["-m", "latency_shim", *rest]
        done = subprocess.run(  # noqa: S603 - our own pages
            [sys.executable, *arguments],
            cwd=pytester.path,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(pytester.path / SITE), *sys.path])},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout + done.stderr
    return ""


def install(folder: Path) -> None:
    """Do what an installation does of which there is something to see: write the metadata with the entry points."""
    project = tomllib.loads(folder.joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    name, version = project["name"], project["version"]
    info = folder / SITE / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    info.joinpath("METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8")
    points = "".join(
        f"[{group}]\n" + "".join(f"{point} = {value}\n" for point, value in entries.items())
        for group, entries in project["entry-points"].items()
    )
    info.joinpath("entry_points.txt").write_text(points, encoding="utf-8")


def lines_of(text: str) -> int:
    return sum(bool(line.strip()) for line in text.splitlines())


def test_the_first_plugin_works_as_written(pytester: pytest.Pytester) -> None:
    files = work_through("first-plugin.md", pytester)
    assert lines_of(files["hello.py"]) + lines_of(files["test_hello.py"]) <= 10


def test_the_host_works_as_written(pytester: pytest.Pytester) -> None:
    page = (DOCS / "first-plugin.md").read_text(encoding="utf-8")
    for file, _, text in BLOCK.findall(page):
        if file in PLUGINS:
            pytester.path.joinpath(file).write_text(text, encoding="utf-8")
    install(pytester.path)
    files = work_through("host.md", pytester)
    assert files["host.py"].count("\n") < 45
    assert lines_of(files["host.py"]) < 40


def test_the_first_provider_works_as_written(pytester: pytest.Pytester) -> None:
    work_through("first-provider.md", pytester)


def test_the_first_core_works_as_written(pytester: pytest.Pytester) -> None:
    work_through("first-core.md", pytester)
