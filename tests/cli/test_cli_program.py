"""The program: its help, its arguments, the commands that only print, and how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli_fixtures import MANIFEST, PROGRAM, ROOT, SHIM, WITHOUT_LIST, Document, Printed, Program, Write
from latency_shim.cli import _show, main
from latency_shim.cli._parser import COMMANDS


def test_help_shows_every_command_and_examples(printed: Printed) -> None:
    shown = printed("--help")
    for word in *COMMANDS, "examples:", "latency-shim check my_core.registry:Registry":
        assert word in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_shows_each_of_its_options(printed: Printed, name: str) -> None:
    shown = printed(name, "--help")
    assert shown.startswith(f"usage: latency-shim {name}")
    assert all(option.label in shown for option in COMMANDS[name].options.values())
    assert printed(name, "ignored", "-h", "--nonsense") == shown


def test_help_of_check_names_the_exit_codes(printed: Printed) -> None:
    assert "exit codes:" in printed("check", "--help")


@pytest.mark.parametrize("columns", ["60", "80", "200"])
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_as_wide_as_the_terminal(
    printed: Printed, monkeypatch: pytest.MonkeyPatch, columns: str, name: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    shown = printed(*filter(None, [name, "--help"])).partition("examples:")[0]
    assert max(map(len, shown.splitlines())) <= int(columns)


def test_version(printed: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.version", {"latency-stubs": "1.2.3"}.__getitem__)
    assert printed("--version") == "latency-stubs 1.2.3\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "which command?"),
        (["chek"], "unknown command 'chek'; did you mean check?"),
        (["--jsn"], "unknown option '--jsn'"),
        (["check"], "check needs TARGET"),
        (["check", "a:b", "--jsn"], "check has no option --jsn; did you mean --json?"),
        (["check", "a:b", "-v"], "check has no option -v"),
        (["check", "a:b", "--as"], "--as needs INTERFACE"),
        (["check", "a:b", "--json=1"], "--json takes no value"),
        (
            ["check", "a:b", "--format", "yaml"],
            "--format: unknown format 'yaml'; expected one of text, json, github, sarif",
        ),
        (["check", "a:b", "--format=jsn"], "--format: unknown format 'jsn'; did you mean json?"),
        (["check", "a:b", "--timeout", "soon"], "--timeout takes a number of seconds above 0, not 'soon'"),
        (["check", "a:b", "--timeout", "0"], "--timeout takes a number of seconds above 0, not '0'"),
        (["check", "a:b", "--timeout", "nan"], "--timeout takes a number of seconds above 0, not 'nan'"),
        (["list", "more"], "list takes no further argument: 'more'"),
        (["show"], "show needs INTERFACE"),
        (["new", "plugin"], "new needs NAME"),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, list) else "",  # pyright: ignore[reportUnknownArgumentType, reportUnknownLambdaType]
)
def test_wrong_arguments_are_explained_on_stderr(
    capfd: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(arguments) == 2
    shown = capfd.readouterr()
    assert shown.out == ""
    usage, error = shown.err.splitlines()
    assert usage.startswith("usage: latency-shim ")
    assert error == f"error: {message}"


def test_a_target_can_begin_with_a_dash(printed: Printed, write: Write) -> None:
    write("-plugin.json", json.dumps(MANIFEST))
    assert printed("check", "--", "-plugin.json").startswith("ok    -plugin.json")


def test_help_loads_nothing_heavy() -> None:
    source = """
import sys
before = set(sys.modules)
from latency_shim.cli import main
main(["--help"])
print("LOADED", *sorted(set(sys.modules) - before))
"""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", source],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(SHIM)},
    )
    loaded = done.stdout.splitlines()[-1].split()[1:]
    assert loaded == [
        "__future__",
        "latency_shim",
        "latency_shim._barrel",
        "latency_shim.cli",
        "latency_shim.cli._parser",
    ]


def test_the_module_is_the_program(write: Write) -> None:
    write("plugin.json", json.dumps(MANIFEST))
    done = subprocess.run(
        [sys.executable, "-P", "-m", "latency_shim", "check", "plugin.json"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(SHIM)},
    )
    assert done.returncode == 0
    assert done.stdout.startswith("ok    plugin.json  conforms to PluginManifest")


def test_results_and_errors_are_in_order_on_one_stream(write: Write, program: Program) -> None:
    write("faulty.py", WITHOUT_LIST)
    done = program("check", "gone:x", "faulty:Registry", "gone:y", "logging:root")
    assert [line.split()[0] for line in done.stdout.splitlines() if not line.startswith((" ", "faulty.py"))] == [
        "error",
        "FAIL",
        "error",
        "ok",
        "2",
    ]
    assert done.stderr == ""


def test_a_name_that_the_output_cannot_hold_is_escaped(write: Write, program: Program) -> None:
    done = program("check", write("grün.json", json.dumps(MANIFEST)), PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.startswith("ok    gr\\xfcn.json  conforms to ")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no broken pipes")
@pytest.mark.parametrize("arguments", [["list"], ["--help"], ["check", "logging:root", "--json"]], ids=" ".join)
def test_a_reader_that_goes_away_is_no_traceback(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", PROGRAM, *arguments],
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ, "PYTHONPATH": str(SHIM)},
        )
    finally:
        os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 141


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a current directory cannot be removed")
def test_the_current_directory_can_be_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    code = f"import os; os.chdir({str(gone)!r}); os.rmdir({str(gone)!r})\n{PROGRAM}"
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code, "check", "logging:root"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(SHIM)},
    )
    assert (done.returncode, done.stderr) == (0, "")


# list and show


def test_list_has_each_interface_with_its_first_line(printed: Printed) -> None:
    lines = printed("list").splitlines()
    assert "  FacetRegistry          Holds the providers of a core, by facet and qualifier." in lines
    assert "  facets.Logger          A structured logger: each entry is a message and a mapping." in lines


def test_list_is_grouped_by_package_and_kind(printed: Printed) -> None:
    headings = [line for line in printed("list").splitlines() if not line.startswith(" ")]
    kinds = "behaviours", "records that are read (protocols)", "records that are written (TypedDicts)"
    assert headings == [f"{package}: {kind}" for package in ("composition", "facets", "runtime") for kind in kinds]


def test_list_as_json(printed: Printed) -> None:
    listed = json.loads(printed("list", "--json"))
    assert listed["schema"] == 2
    [result] = [one for one in listed["interfaces"] if one["name"] == "facets.DecisionResult"]
    assert result["package"] == "facets"
    assert result["module"] == "latency_shim.facets.decision"
    assert result["kind"] == "typed-dict"
    assert result["summary"]


def test_every_listed_name_can_be_checked_against_and_shown(printed: Printed, document: Document) -> None:
    names = [one["name"] for one in json.loads(printed("list", "--json"))["interfaces"]]
    assert len(names) == len(set(names))
    as_each = [word for name in names for word in ("--as", name)]
    results = document("check", "logging:root", *as_each, code=1)["results"]
    assert [one["interface"] for one in results] == names
    for name in names:
        assert f"class {name.rpartition('.')[2]}(" in printed("show", name)


def test_show_prints_the_class_as_the_stub_has_it(printed: Printed) -> None:
    shown = printed("show", "facets.Logger")
    stub = ROOT.joinpath("latency-stubs", "facets", "logging.pyi").read_text(encoding="utf-8")
    assert shown.startswith("@runtime_checkable\nclass Logger(Protocol):\n")
    assert shown in stub
    assert "def child(" in shown


def test_show_takes_a_key_for_its_interface(printed: Printed) -> None:
    assert printed("show", "PIPELINE") == printed("show", "CICDPipeline")


@pytest.mark.parametrize(
    ("name", "start"), [("LogLevel", "LogLevel: TypeAlias = Literal["), ("FacetError", "class FacetError(Exception):")]
)
def test_show_knows_the_other_names_of_the_contract_too(printed: Printed, name: str, start: str) -> None:
    shown = printed("show", name)
    assert shown.startswith(start)
    assert '"""' in shown  # the docstring is there


@pytest.mark.parametrize(
    ("name", "error"),
    [
        (
            "issue-tracker",
            "error: issue-tracker: the contract has no interface 'issue-tracker'\nhelp: did you mean 'IssueTracker'?\n",
        ),
        ("own:Cache", "error: own:Cache: only the contract has stubs here\n"),
    ],
)
def test_show_explains_a_name_that_has_no_stub(capfd: pytest.CaptureFixture[str], name: str, error: str) -> None:
    assert main(["show", name]) == 2
    assert capfd.readouterr().err == error


def test_show_says_where_it_looked_for_the_stubs(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(_show, "__file__", str(tmp_path / "latency_shim" / "cli" / "_show.py"))
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert main(["show", "Binder"]) == 2
    assert f"no folder latency-stubs in {tmp_path}, nor on sys.path" in capfd.readouterr().err


def test_show_finds_the_stubs_on_the_path(printed: Printed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(_show, "__file__", str(tmp_path / "latency_shim" / "cli" / "_show.py"))
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(ROOT)])
    assert "class Binder(Protocol)" in printed("show", "Binder")


# schema and completion


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion_knows_every_command_and_option(printed: Printed, shell: str) -> None:
    shown = printed("completion", shell)
    assert all(name in shown for name in COMMANDS)
    assert "timeout" in shown


def test_completion_needs_an_extra(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert main(["completion", "bash"]) == 2
    assert 'help: pip install "latency-stubs[completion]"' in capfd.readouterr().err


def test_completion_says_which_shells_there_are(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "cmd"]) == 2
    assert "no completion for 'cmd'; expected one of bash, zsh, tcsh" in capfd.readouterr().err


def test_schema_lists_and_prints(printed: Printed) -> None:
    names = printed("schema").splitlines()
    assert {"PluginManifest", "report", "facets.DecisionResult"} <= {*names}
    for name in names:
        assert json.loads(printed("schema", name))["title"] == name


def test_schema_suggests_names(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "PluginManifst"]) == 2
    assert "there is no schema 'PluginManifst'; did you mean PluginManifest?" in capfd.readouterr().err
