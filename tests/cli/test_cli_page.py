"""docs/cli.md is true, and the commands of docs/ci.md are enough for a repository of plugins."""

import re
import shlex
from pathlib import Path

import pytest

from cli_fixtures import ROOT, Printed, Program, Write
from cli_page import GUIDE, PAGE, examples, files, output_of
from latency_shim.cli._parser import COMMANDS, FORMATS

TEXT = PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize(("command", "output"), [*examples()])
def test_examples_of_the_page_are_true(tmp_path: Path, command: str, output: str) -> None:
    assert output_of(command, tmp_path) == output, "run `python tests/cli_page.py --write`"


def test_the_page_shows_each_format_of_one_run() -> None:
    runs = [command for command, _ in examples() if command.startswith("check binder.toml")]
    assert [run.partition("--format ")[2] or "text" for run in runs] == list(FORMATS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_page_names_each_command(name: str) -> None:
    assert re.search(rf"`{name}\b", TEXT)


def test_a_workflow_of_documented_commands_passes_in_a_new_project(
    printed: Printed, write: Write, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed("new", "plugin", "release-notes")
    write("site/release_notes-0.1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: release-notes\nVersion: 0.1.0\n")
    entry_points = "[latency.plugins]\nrelease-notes = release_notes:Plugin\n"
    write("site/release_notes-0.1.0.dist-info/entry_points.txt", entry_points)
    (tmp_path / "site" / "release_notes").symlink_to(tmp_path / "release-notes" / "src" / "release_notes")
    monkeypatch.chdir("release-notes")
    [workflow] = files(GUIDE).values()
    steps = re.findall(r"- run: latency-shim (.*)", workflow)
    assert len(steps) >= 4
    for step in steps:
        done = program(*shlex.split(step), path=str(tmp_path / "site"))
        assert (done.returncode, done.stderr) == (0, ""), f"{step}\n{done.stdout}"


def test_the_guide_names_the_hook_of_this_repository() -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert re.findall(r"- id: (\S+)", GUIDE.read_text(encoding="utf-8")) == re.findall(r"- id: (\S+)", hooks)


def test_the_hook_checks_all_manifests_together(write: Write, program: Program) -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    [entry] = re.findall(r"entry: latency-shim (.*)", hooks)
    manifest = 'id = "a"\nversion = "1.0.0"\nname = "A"\nprovides = []\nrequires = []\n'
    write("a/manifest.toml", manifest)
    write("b/manifest.toml", manifest)
    assert program(entry, "a/manifest.toml").returncode == 0
    assert program(entry, "a/manifest.toml", "b/manifest.toml").returncode == 1
