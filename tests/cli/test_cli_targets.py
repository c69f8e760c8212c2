"""What can be a target, and what is said of words that are none."""

import json
import sys
from pathlib import Path

import pytest

from cli_fixtures import MANIFEST, REGISTRY, Document, Printed, Program, Write


@pytest.fixture
def project(write: Write) -> None:
    """A project with the src layout, and modules beside it."""
    write("src/mypkg/__init__.py", "")
    write("src/mypkg/store.py", f"from mypkg.names import NAME\n{REGISTRY}")
    write("src/mypkg/names.py", "NAME = 'a'\n")
    write("src/mypkg/deep/__init__.py", f"from ..names import NAME\n{REGISTRY}")
    write("plain.py", f"import helper\n{REGISTRY}")
    write("helper.py", "")
    write("my-plugin.py", REGISTRY)
    write("scripts/tool.py", f"import beside\n{REGISTRY}")
    write("scripts/beside.py", "")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "target",
    [
        "plain:Registry",
        "plain.py:Registry",
        "./plain.py:Registry",
        "my-plugin.py:Registry",
        "scripts/tool.py:Registry",
        "src/mypkg/store.py:Registry",
        "src/mypkg/deep/__init__.py:Registry",
    ],
)
def test_a_target_is_a_module_or_a_path_with_an_attribute(document: Document, target: str) -> None:
    [result] = document("check", target)["results"]
    assert (result["status"], result["note"]) == ("ok", None)


@pytest.mark.usefixtures("project")
def test_an_absolute_path_is_a_path_too(document: Document, tmp_path: Path) -> None:
    target = f"{tmp_path}/src/mypkg/store.py:Registry"
    assert document("check", target)["exit_code"] == 0


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("target", ["mypkg.store:Registry", "mypkg.deep:Registry"])
def test_a_module_in_src_is_found_and_that_is_said(document: Document, target: str) -> None:
    [result] = document("check", target)["results"]
    assert (result["status"], result["note"]) == ("ok", "mypkg is the one in src")


@pytest.mark.usefixtures("project")
def test_the_module_beside_is_taken_before_the_one_in_src(document: Document, write: Write) -> None:
    write("mypkg/__init__.py", REGISTRY)
    [result] = document("check", "mypkg:Registry")["results"]
    assert result["note"] is None


@pytest.mark.usefixtures("project")
def test_modules_and_files_of_one_package_are_checked_in_one_process(document: Document) -> None:
    report = document("check", "mypkg.store:Registry", "src/mypkg/store.py:Registry", "mypkg.deep:Registry")
    assert report["exit_code"] == 0


@pytest.mark.usefixtures("project")
def test_a_file_of_a_package_that_was_imported_from_elsewhere_is_refused(document: Document, write: Write) -> None:
    write("mypkg/__init__.py", "")
    write("mypkg/store.py", REGISTRY)
    _, result = document("check", "mypkg.store:Registry", "src/mypkg/store.py:Registry", code=2)["results"]
    assert result["error"].startswith("mypkg.store was imported from another file: ")


def test_one_module_with_many_classes_is_imported_once(document: Document, write: Write, tmp_path: Path) -> None:
    write(
        "many.py",
        f"open('count', 'a').write('x')\n{REGISTRY}\n" + "".join(f"class C{n}(Registry): ...\n" for n in range(100)),
    )
    report = document("check", *(f"many:C{number}" for number in range(100)))
    assert len(report["results"]) == 100
    assert tmp_path.joinpath("count").read_text() == "x"


@pytest.mark.parametrize(
    ("target", "error", "help_"),
    [
        ("logging:rot", "module 'logging' has no attribute 'rot'", "did you mean 'root'?"),
        ("logging:root.inof", "'root' has no attribute 'inof'", "did you mean 'info'?"),
        ("logging:qqqqqq", "module 'logging' has no attribute 'qqqqqq'", None),
        ("logginng:root", "there is no module 'logginng'", "did you mean 'logging'?"),
        ("logging.handlesr:x", "there is no module 'logging.handlesr'", "did you mean 'handlers'?"),
        ("logging", "which attribute of the module is meant? logging:NAME", None),
        ("core.py", "which attribute of the file is meant? core.py:NAME", None),
        ("core.py:x", "there is no such file", None),
        ("gone/core.py:x", "there is no such file", None),
        ("folder.py:x", "is not a regular file", None),
        ("gone.toml", "there is no such file", None),
        ("folder.toml", "is not a regular file", None),
        (
            "plugin.yaml",
            "is an unsupported kind of file",
            "YAML is not read: write the manifest in TOML or JSON",
        ),
        ("plugin.YML", "is an unsupported kind of file", "YAML is not read: write the manifest in TOML or JSON"),
        ("setup.cfg", "is an unsupported kind of file", "INI files are not read"),
        ("core.pyi", "is an unsupported kind of file", "a stub has no objects to check: name the module"),
        ("a-1-py3-none-any.whl", "is an unsupported kind of file", "a wheel is not read: install it"),
        ("notes", "is an unsupported kind of file", "expected module:attribute"),
        ("folder", "is a folder", "name a manifest, a module or a file in it"),
        ("no-such-distribution", "there is no such distribution, and it cannot be a module", None),
        ("pytest", "the distribution is installed, but has no entry point in the group latency.plugins", None),
        ("logging:", "names no target", "expected module:attribute"),
        (":root", "names no target", "expected module:attribute"),
        (".logging:root", "names no target", "expected module:attribute"),
        ("a/b", "names no target", "expected module:attribute"),
        ("", "names no target", "expected module:attribute"),
        ("a\0b.toml", "there is no such file", None),
    ],
)
def test_a_word_that_is_no_target_is_explained(
    document: Document, write: Write, tmp_path: Path, target: str, error: str, help_: str | None
) -> None:
    write("notes", "")
    for folder in "folder", "folder.toml", "folder.py":
        (tmp_path / folder).mkdir()
    [result] = document("check", target, code=2)["results"]
    assert result["error"] == error
    assert (result["help"] or "").startswith(help_ or "")


@pytest.mark.parametrize(
    ("name", "content", "error", "line"),
    [
        ("a.json", b'{"id": "a",\n "version" 1}', "is not valid JSON: Expecting ':' delimiter", 2),
        ("a.toml", b'id = "a"\nversion 1\n', "is not valid TOML: Expected '=' after a key in a key/value pair", 2),
        ("a.json", b"", "is not valid JSON: Expecting value", 1),
        ("a.json", b'{"id": "\xff"}', "is not UTF-8: found the byte 0xff", 1),
        ("a.json", b"[" * 100_000, "is nested too deeply", None),
    ],
    ids=["json", "toml", "empty", "encoding", "deep"],
)
def test_a_file_that_cannot_be_parsed_is_explained_with_the_place(
    document: Document, write: Write, name: str, content: bytes, error: str, line: int | None
) -> None:
    Path(write(name, "")).write_bytes(content)
    [result] = document("check", name, code=2)["results"]
    assert result["error"].startswith(error)
    assert result["location"] == (None if line is None else {"file": name, "line": line})


@pytest.mark.parametrize(
    ("text", "cause", "line"),
    [
        ("1 / 0\n", "ZeroDivisionError: division by zero", 1),
        ("import no_such_module_here\n", "ModuleNotFoundError: No module named 'no_such_module_here'", 1),
        ("\ndef f(:\n", "SyntaxError: invalid syntax", 2),
        ("raise SystemExit(0)\n", "SystemExit: 0", 1),
        ("raise KeyboardInterrupt\n", "KeyboardInterrupt", 1),
        ("raise ValueError('two\\nlines')\n", "ValueError: two lines", 1),
        ("raise GeneratorExit\n", "GeneratorExit", 1),
        ("class Odd(Exception):\n    def __str__(self): raise self\n\nraise Odd\n", "Odd", 4),
    ],
    ids=["error", "import", "syntax", "exit", "interrupt", "lines", "base-exception", "odd"],
)
def test_a_module_that_cannot_be_imported_is_explained_with_the_place(
    document: Document, write: Write, tmp_path: Path, text: str, cause: str, line: int
) -> None:
    write("broken.py", text)
    [result] = document("check", "broken:x", code=2)["results"]
    assert result["error"] == f"importing broken fails: {cause}"
    assert result["location"] == {"file": str(tmp_path / "broken.py"), "line": line}


def test_an_attribute_whose_code_fails_is_explained(document: Document, write: Write, tmp_path: Path) -> None:
    write("lazy.py", "def __getattr__(name):\n    raise RuntimeError('not today')\n")
    [result] = document("check", "lazy:x", code=2)["results"]
    assert result["error"] == "module 'lazy' does not give its attribute 'x': RuntimeError: not today"
    assert result["location"] == {"file": str(tmp_path / "lazy.py"), "line": 2}


def test_the_traceback_is_shown_when_asked_for(write: Write, program: Program) -> None:
    write("broken.py", "1 / 0\n")
    write("traceback.py", "import os; os._exit(0)\n")
    done = program("check", "--traceback", "broken:x")
    assert done.stdout.startswith("broken.py:1: error broken:x  importing broken fails: ZeroDivisionError")
    assert done.stderr.startswith("Traceback (most recent call last):\n")
    assert done.stderr.endswith("ZeroDivisionError: division by zero\n")


def test_an_attribute_can_be_called_json(document: Document, write: Write) -> None:
    write("plugin.py", f"class manifests:\n    json = {MANIFEST}\n")
    assert document("check", "plugin:manifests.json")["exit_code"] == 0


def test_a_file_can_be_called_like_an_attribute(document: Document, write: Write) -> None:
    write("plugin:manifest.json", json.dumps(MANIFEST))
    assert document("check", "plugin:manifest.json")["results"][0]["chosen"] == "manifest"


def test_the_path_of_modules_is_as_before(printed: Printed, write: Write) -> None:
    write("faultless.py", REGISTRY)
    before = list(sys.path)
    assert printed("check", "faultless:Registry").startswith("ok  ")
    assert sys.path == before


def test_the_current_directory_is_not_searched_if_python_is_told_so(write: Write, program: Program) -> None:
    write("faultless.py", REGISTRY)
    assert program("check", "faultless:Registry").returncode == 0
    done = program("check", "faultless:Registry", PYTHONSAFEPATH="1")
    assert done.returncode == 2
    assert done.stdout.startswith("error faultless:Registry  there is no module 'faultless'")
