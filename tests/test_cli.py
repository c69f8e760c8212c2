"""The command line, as a person and as a program see it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import latency_shim
from latency_shim import FacetRegistry, PluginManifest, cli
from latency_shim.cli import main
from latency_shim.conformance import class_violations, violations

ROOT = Path(__file__).parent.parent
PACKAGE = Path(latency_shim.__file__).parent
PLUGINS = ROOT / "examples" / "plugins"

Write = Callable[[str, str], str]

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


@pytest.fixture(autouse=True)
def _no_colour_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "NO_COLOR", "FORCE_COLOR":
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """Give what writes a file into the current directory; what is imported from there is forgotten again."""
    monkeypatch.chdir(tmp_path)
    before = set(sys.modules)

    def to_file(name: str, text: str) -> str:
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")
        return name

    yield to_file
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", None)).startswith(str(tmp_path)):
            del sys.modules[name]


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    """Run the command line, see its exit code and that stderr is empty, and give what it prints."""
    assert main(arguments) == code
    shown = capsys.readouterr()
    assert shown.err == ""
    return shown.out


def complaint(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run the command line, which must end with 2, and give its one line on stderr."""
    assert main(arguments) == 2
    [line] = capsys.readouterr().err.splitlines()
    return line


def document(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> Any:
    assert main([*arguments, "--json"]) == code
    return json.loads(capsys.readouterr().out)


def program(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run `python -m latency_shim` in the current directory."""
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "latency_shim", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent), **environment},
    )


# --- check: classes, objects, files


def test_a_class_that_conforms_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(capsys, "check", "latency_shim.memory:MemoryRegistry", "--as", "FacetRegistry")
    assert shown == "ok  latency_shim.memory:MemoryRegistry  conforms to FacetRegistry\n"


def test_an_object_is_checked_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "check", "logging:root", "--as", "Logger") == "ok  logging:root  conforms to Logger\n"


def test_each_violation_stands_on_a_line_below(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    write("faulty.py", WITHOUT_LIST.replace("qualifier=None): ...", "qualifier): ..."))
    shown = printed(capsys, "check", "faulty:Registry", "--as", "FacetRegistry", code=1)
    expected = class_violations(sys.modules["faulty"].Registry, FacetRegistry)
    assert [one.member for one in expected] == ["resolve", "list"]
    assert shown.splitlines() == [
        "FAIL  faulty:Registry  does not conform to FacetRegistry: 2 violations",
        *(f"    {line}" for one in expected for line in one.lines()),
    ]
    assert shown.endswith("\n      help: did you mean 'list_all'?\n")


def test_one_violation_is_not_said_in_the_plural(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    write("faulty.py", WITHOUT_LIST)
    shown = printed(capsys, "check", "faulty:Registry", "--as", "FacetRegistry", code=1)
    assert shown.splitlines()[0].endswith(": 1 violation")


def test_a_fault_of_the_whole_object_is_said_to_be_the_objects(
    capsys: pytest.CaptureFixture[str], write: Write
) -> None:
    write("mocks.py", "from unittest.mock import Mock\nmock = Mock()\n")
    shown = printed(capsys, "check", "mocks:mock", "--as", "FacetRegistry", code=1)
    assert "    the object: " in shown


def test_what_is_unverifiable_does_not_conform(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    write("mocks.py", "from unittest.mock import Mock\nmock = Mock()\n")
    shown = printed(capsys, "check", "mocks:mock", "--as", "FacetRegistry", code=1)
    assert "[unverifiable]" in shown


def test_a_dotted_attribute_is_followed(capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(capsys, "check", "logging:Logger.manager.root", "--as", "Logger")
    assert shown == "ok  logging:Logger.manager.root  conforms to Logger\n"


@pytest.mark.parametrize("path", sorted(PLUGINS.glob("*.[tj]*")), ids=lambda path: path.name)
def test_a_file_is_checked_as_manifest(capsys: pytest.CaptureFixture[str], path: Path) -> None:
    assert printed(capsys, "check", str(path)) == f"ok  {path}  conforms to PluginManifest, as a manifest\n"


def test_all_faults_of_a_manifest_are_shown_with_their_paths(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    found = document(capsys, "check", write("plugin.toml", FAULTY), code=1)["results"][0]["violations"]
    assert {(one["member"], one["code"]) for one in found} == {
        ("version", "wrong-value"),
        ("provides[0].priority", "wrong-value"),
        ("requires[0].facet", "missing-key"),
        ("requires[0].facte", "unknown-key"),
    }


def test_a_file_can_be_another_typed_dict(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    path = write("binder.json", '{"strict_optional": true}')
    assert "conforms to BinderConfig" in printed(capsys, "check", path, "--as", "BinderConfig")


def test_a_json_file_that_holds_no_object_is_no_manifest(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    assert "    the object: " in printed(capsys, "check", write("plugin.json", "[1]"), code=1)


def test_a_file_may_start_with_a_byte_order_mark(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    path = write("plugin.json", f"\ufeff{json.dumps(MANIFEST)}")
    assert printed(capsys, "check", path).startswith("ok  ")


def test_several_targets_are_reported_in_their_order(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    write("faulty.py", WITHOUT_LIST)
    shown = printed(capsys, "check", "faulty:Registry", "latency_shim.memory:MemoryRegistry", code=1)
    assert [line.split("  ")[:2] for line in shown.splitlines() if not line.startswith(" ")] == [
        ["FAIL", "faulty:Registry"],
        ["ok", "latency_shim.memory:MemoryRegistry"],
    ]


def test_targets_may_stand_on_both_sides_of_an_option(capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(capsys, "check", "logging:root", "--as", "Logger", "logging:lastResort.__class__", code=1)
    assert len([line for line in shown.splitlines() if not line.startswith(" ")]) == 2


# --- check: interfaces


@pytest.mark.parametrize(
    "name",
    [
        "StateStore",
        "facets.StateStore",
        "facets.state.StateStore",
        "latency_shim.facets.StateStore",
        "latency.StateStore",
        "STATE_STORE",
        "facets.STATE_STORE",
    ],
)
def test_an_interface_is_known_by_all_its_names(capsys: pytest.CaptureFixture[str], name: str) -> None:
    shown = printed(capsys, "check", "examples.sqlite_state_store:SqliteStateStore", "--as", name)
    assert shown.endswith("  conforms to StateStore\n")


def test_a_clashing_name_means_the_composition_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "check", "logging:root", "--as", "composition.Logger").endswith("conforms to Logger\n")


def test_the_other_one_is_reached_through_its_package(capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(capsys, "check", "logging:root", "--as", "facets.Logger", code=1)
    assert shown.startswith("FAIL  logging:root  does not conform to facets.Logger: ")


@pytest.mark.parametrize("interface", ["own:Cache", "own:CACHE"])
@pytest.mark.parametrize(("cls", "code"), [("Good", 0), ("Bad", 1)])
def test_users_name_their_own_protocols_and_keys(
    capsys: pytest.CaptureFixture[str], write: Write, interface: str, cls: str, code: int
) -> None:
    write("own.py", OWN)
    assert interface in printed(capsys, "check", f"own:{cls}", "--as", interface, code=code)


def test_users_name_their_own_typed_dicts_for_files(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    write("own.py", OWN)
    shown = printed(capsys, "check", write("settings.toml", 'size = "big"'), "--as", "own:Settings", code=1)
    assert "    size: " in shown


def test_several_interfaces_give_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(capsys, "check", "logging:root", "--as", "Logger", "--as", "AbortSignal", code=1)
    assert shown.startswith("ok  logging:root  conforms to Logger\nFAIL  logging:root  does not conform to AbortSignal")


# --- check: interfaces that are found


@pytest.mark.parametrize(
    ("target", "interface"),
    [
        ("latency_shim.memory:MemoryRegistry", "FacetRegistry"),
        ("latency_shim.memory:MemoryBinder", "Binder"),
        ("latency_shim.memory:MemoryContext", "PluginContext"),
        ("latency_shim.memory:MemoryPluginStateStore", "PluginStateStore"),
        ("examples.git_source_control:GitSourceControl", "SourceControl"),
        ("examples.git_source_control:GitCommit", "Commit"),
        ("examples.sqlite_state_store:SqliteStateStore", "StateStore"),
        ("logging:root", "Logger"),
    ],
)
def test_what_something_is_meant_for_is_found_by_its_members(
    capsys: pytest.CaptureFixture[str], target: str, interface: str
) -> None:
    assert printed(capsys, "check", target) == f"ok  {target}  conforms to {interface}, found by its members\n"


def test_of_two_interfaces_the_more_specific_one_is_found(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    methods = "".join(
        f"    def {name}(self, message, *args, context=None): ...\n" for name in ("debug", "info", "warn", "error")
    )
    write("both.py", f"class Both:\n{methods}    def child(self, context): return self\n")
    assert printed(capsys, "check", "both:Both", "--as", "Logger", "--as", "facets.Logger").count("ok  ") == 2
    assert printed(capsys, "check", "both:Both") == "ok  both:Both  conforms to facets.Logger, found by its members\n"


def test_an_interface_that_is_inherited_is_meant_even_if_nothing_is_implemented(
    capsys: pytest.CaptureFixture[str], write: Write
) -> None:
    write("heir.py", "from latency_shim import Binder\nclass Heir(Binder): ...\n")
    shown = printed(capsys, "check", "heir:Heir", code=1)
    assert shown.startswith("FAIL  heir:Heir  does not conform to Binder, which it inherits from: 1 violation\n")
    assert "guess" not in shown


def test_a_near_miss_names_the_closest_interface_and_says_that_it_is_a_guess(
    capsys: pytest.CaptureFixture[str], write: Write
) -> None:
    write("faulty.py", WITHOUT_LIST)
    head, *faults, note = printed(capsys, "check", "faulty:Registry", code=1).splitlines()
    assert head == "FAIL  faulty:Registry  does not conform to FacetRegistry: 1 violation"
    assert [line.split(":")[0] for line in faults] == ["    list", "      help"]
    assert note.startswith(
        "    note: FacetRegistry is a guess: it is the closest, with 4 of 5 members; name one with --as"
    )


def test_the_closest_is_the_one_of_which_most_is_right(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    methods = "".join(f"    async def {name}: ...\n" for name in ("get(self, k)", "set(self, k, v)", "delete(self, k)"))
    write("store.py", f"class Store:\n{methods}    async def has(self, k): ...\n")  # a PluginStateStore but for async
    assert "does not conform to StateStore: 1 violation\n" in printed(capsys, "check", "store:Store", code=1)


def test_a_wider_interface_that_is_nearly_implemented_is_remarked_on(
    capsys: pytest.CaptureFixture[str], write: Write
) -> None:
    methods = "".join(f"    def {name}: ...\n" for name in ("get(self, k)", "set(self, k, v)", "delete(self, k)"))
    write("store.py", f"class Store:\n{methods}    def has(self, k): ...\n    def keys(self, prefix=None): ...\n")
    ok, note = printed(capsys, "check", "store:Store").splitlines()
    assert ok == "ok  store:Store  conforms to PluginStateStore, found by its members"
    assert note == "    note: it has the members of StateStore too, with 5 violations; --as StateStore shows them"


@pytest.mark.parametrize("text", ["name = 'A'", "from unittest.mock import Mock\nname = Mock()", "name = {'id': 'a'}"])
def test_where_no_interface_is_near_it_says_how_to_name_one(
    capsys: pytest.CaptureFixture[str], write: Write, text: str
) -> None:
    write("other.py", text)
    assert complaint(capsys, "check", "other:name") == (
        "error: other:name: no interface of the contract is near: "
        "name one with --as INTERFACE (`latency-shim list` shows them)"
    )


def test_a_dict_that_looks_like_a_manifest_is_one(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    write("plugin.py", f"manifest = {MANIFEST}\n")
    shown = printed(capsys, "check", "plugin:manifest")
    assert shown == "ok  plugin:manifest  conforms to PluginManifest, as a manifest\n"


def test_a_dict_that_lacks_some_keys_still_looks_like_a_manifest(
    capsys: pytest.CaptureFixture[str], write: Write
) -> None:
    write("plugin.py", "manifest = {'id': 'a', 'version': '1.0.0', 'provides': []}\n")
    assert "does not conform to PluginManifest, as a manifest: 2 violations\n" in printed(
        capsys, "check", "plugin:manifest", code=1
    )


@pytest.mark.parametrize("name", ["Logger", "PluginManifest", "LOGGER"])
def test_an_interface_is_not_checked_against_others(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert complaint(capsys, "check", f"latency_shim:{name}") == (
        f"error: latency_shim:{name}: it is an interface itself, and not what implements one"
    )


# --- check: what cannot be loaded


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("1 / 0\n", "ZeroDivisionError: division by zero ({path}, line 1)"),
        ("import no_such_module_here\n", "ModuleNotFoundError: No module named 'no_such_module_here' ({path}, line 1)"),
        ("def f(:\n", "SyntaxError: invalid syntax (broken.py, line 1)"),
        ("raise SystemExit(0)\n", "SystemExit: 0 ({path}, line 1)"),
        ("raise ValueError('two\\nlines \\x1b[31m')\n", "ValueError: two lines \\x1b[31m ({path}, line 1)"),
        ("raise GeneratorExit\n", "GeneratorExit ({path}, line 1)"),
        (
            "class Odd(Exception):\n    def __str__(self): raise self\n\nraise Odd\n",
            "Odd ({path}, line 4)",
        ),
    ],
    ids=["error", "import", "syntax", "exit", "lines", "base-exception", "odd"],
)
def test_a_module_that_cannot_be_imported_is_one_line_with_the_cause(
    capsys: pytest.CaptureFixture[str], write: Write, tmp_path: Path, text: str, cause: str
) -> None:
    write("broken.py", text)
    expected = f"error: broken:x: importing broken fails: {cause.format(path=tmp_path / 'broken.py')}"
    assert complaint(capsys, "check", "broken:x") == expected


def test_the_traceback_is_shown_when_asked_for(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    write("broken.py", "1 / 0\n")
    assert main(["check", "--traceback", "broken:x"]) == 2
    error, *traceback = capsys.readouterr().err.splitlines()
    assert error.startswith("error: broken:x: ")
    assert traceback[0] == "Traceback (most recent call last):"
    assert traceback[-1] == "ZeroDivisionError: division by zero"


def test_an_interrupt_ends_it(write: Write) -> None:
    write("broken.py", "raise KeyboardInterrupt\n")
    with pytest.raises(KeyboardInterrupt):
        main(["check", "broken:x"])


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("logging:rot", "module 'logging' has no attribute 'rot' (did you mean 'root'"),
        ("logging:root.inof", "'root' has no attribute 'inof' (did you mean 'info'"),
        ("logging:qqqqqq", "module 'logging' has no attribute 'qqqqqq'"),
        ("logginng:root", "No module named 'logginng' (did you mean 'logging'"),
        ("logging.handlesr:x", "No module named 'logging.handlesr' (did you mean 'handlers'"),
        ("logging", "say which attribute of the module is meant: logging:NAME"),
        ("core.py", "neither module:attribute nor a path that ends in .json or .toml"),
        ("logging:", "neither module:attribute nor a path that ends in .json or .toml"),
        (":root", "neither module:attribute nor a path that ends in .json or .toml"),
        (".logging:root", "neither module:attribute nor a path that ends in .json or .toml"),
        ("gone.toml", "cannot be read: No such file or directory"),
    ],
)
def test_a_target_that_is_not_there_is_one_line(
    capsys: pytest.CaptureFixture[str], write: Write, target: str, message: str
) -> None:
    del write  # its current directory is empty
    assert complaint(capsys, "check", target).startswith(f"error: {target}: {message}")


def test_an_attribute_whose_code_fails_is_one_line(
    capsys: pytest.CaptureFixture[str], write: Write, tmp_path: Path
) -> None:
    write("lazy.py", "def __getattr__(name):\n    raise RuntimeError('not today')\n")
    assert complaint(capsys, "check", "lazy:x") == (
        "error: lazy:x: module 'lazy' does not give its attribute 'x': "
        f"RuntimeError: not today ({tmp_path / 'lazy.py'}, line 2)"
    )


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.json", b'{"id": "a",\n "version" 1}', "is not valid JSON: Expecting ':' delimiter (at line 2, column 12)"),
        ("a.toml", b'id = "a"\nversion 1\n', "is not valid TOML: Expected '=' after a key in a key/value pair"),
        ("a.json", b"", "is not valid JSON: Expecting value (at line 1, column 1)"),
        ("a.json", b'{"id": "\xff"}', "is not UTF-8: byte 0xff at offset 8"),
        ("a.json", b"[" * 100_000, "is not valid JSON: "),
    ],
    ids=["json", "toml", "empty", "encoding", "deep"],
)
def test_a_file_that_cannot_be_parsed_is_one_line_with_the_place(
    capsys: pytest.CaptureFixture[str], write: Write, name: str, content: bytes, message: str
) -> None:
    Path(write(name, "")).write_bytes(content)
    assert complaint(capsys, "check", name).startswith(f"error: {name}: {message}")


def test_toml_says_where_too(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    assert complaint(capsys, "check", write("a.toml", "id 1")).endswith("(at line 1, column 4)")


def test_a_folder_is_no_file(capsys: pytest.CaptureFixture[str], write: Write, tmp_path: Path) -> None:
    del write
    tmp_path.joinpath("folder.toml").mkdir()
    assert complaint(capsys, "check", "folder.toml").startswith("error: folder.toml: cannot be read: ")


def test_an_attribute_may_be_called_json(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    write("plugin.py", f"class manifests:\n    json = {MANIFEST}\n")
    assert printed(capsys, "check", "plugin:manifests.json").startswith("ok  plugin:manifests.json  ")


def test_the_other_targets_are_still_checked_and_2_wins_over_1(
    capsys: pytest.CaptureFixture[str], write: Write
) -> None:
    write("faulty.py", WITHOUT_LIST)
    assert main(["check", "gone:x", "faulty:Registry", "logging:root"]) == 2
    shown = capsys.readouterr()
    assert shown.err.startswith("error: gone:x: ")
    assert "FAIL  faulty:Registry" in shown.out
    assert "ok  logging:root" in shown.out


def test_what_a_module_prints_when_it_is_imported_goes_to_stderr(
    capsys: pytest.CaptureFixture[str], write: Write
) -> None:
    write("loud.py", f"print('here I am')\n{REGISTRY}")
    assert main(["check", "loud:Registry", "--json"]) == 0
    shown = capsys.readouterr()
    assert shown.err == "here I am\n"
    assert json.loads(shown.out)["exit_code"] == 0


def test_the_current_directory_is_searched_as_long_as_it_takes(
    capsys: pytest.CaptureFixture[str], write: Write
) -> None:
    write("faultless.py", REGISTRY)
    before = list(sys.path)
    assert printed(capsys, "check", "faultless:Registry").startswith("ok  ")
    assert sys.path == before


# --- check: wrong use


def test_an_interface_that_is_not_there_ends_it_before_anything_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "logging:root", "--as", "logger_"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == (
        "error: --as: the contract has no interface 'logger_' (did you mean 'Logger'?); "
        "your own is written module:attribute\n"
    )


@pytest.mark.parametrize("name", ["LogLevel", "FacetError", "logging:root", "logging:Logger"])
def test_an_interface_must_be_one(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert complaint(capsys, "check", "logging:root", "--as", name) == (
        f"error: --as: {name} is neither a protocol nor a TypedDict nor a FacetKey"
    )


def test_an_own_interface_that_cannot_be_loaded_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    line = complaint(capsys, "check", "logging:root", "--as", "gone:Cache")
    assert line.startswith("error: --as: No module named 'gone'")


def test_a_file_is_not_checked_against_a_protocol(capsys: pytest.CaptureFixture[str]) -> None:
    path = str(PLUGINS / "news_board.json")
    assert complaint(capsys, "check", path, "--as", "Binder") == (
        f"error: {path}: a file holds data, and Binder is no TypedDict"
    )


@pytest.mark.parametrize(
    "arguments",
    [[], ["check"], ["check", "logging:root", "--jsn"], ["check", "--js", "a:b"], ["nope"], ["list", "more"], ["show"]],
    ids=" ".join,
)
def test_wrong_arguments_are_a_usage_error(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "usage: latency-shim" in shown.err


# --- JSON


def test_json_has_an_entry_for_each_target_and_interface(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    write("faulty.py", WITHOUT_LIST)
    found = document(capsys, "check", "logging:root", "faulty:Registry", "gone.toml", code=2)
    [fault] = class_violations(sys.modules["faulty"].Registry, FacetRegistry)
    note = found["results"][1].pop("note")
    assert note.startswith("FacetRegistry is a guess")
    assert found == {
        "schema": 1,
        "exit_code": 2,
        "results": [
            {
                "target": "logging:root",
                "status": "ok",
                "interface": "Logger",
                "chosen": "members",
                "violations": [],
                "error": None,
                "note": None,
            },
            {
                "target": "faulty:Registry",
                "status": "fail",
                "interface": "FacetRegistry",
                "chosen": "guess",
                "violations": [
                    {
                        "code": fault.code,
                        "member": fault.member,
                        "message": fault.message,
                        "expected": fault.expected,
                        "found": fault.found,
                        "help": "did you mean 'list_all'?",
                        "location": {"file": str(Path("faulty.py").resolve()), "line": 2},
                    }
                ],
                "error": None,
            },
            {
                "target": "gone.toml",
                "status": "error",
                "interface": None,
                "chosen": None,
                "violations": [],
                "error": "cannot be read: No such file or directory",
                "note": None,
            },
        ],
    }


def test_json_holds_what_the_checker_gives(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    manifest = {**MANIFEST, "version": "\x1b\n\udc80", "nmae": "A"}
    found = document(capsys, "check", write("plugin.json", json.dumps(manifest)), code=1)["results"][0]["violations"]
    assert [one["message"] for one in found] == [one.message for one in violations(manifest, PluginManifest)]


def test_json_has_no_location_for_what_is_in_no_class(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    path = write("plugin.toml", FAULTY)
    found = document(capsys, "check", path, code=1)["results"][0]["violations"]
    assert {one["member"]: one["help"] for one in found if one["help"]} == {
        "requires[0].facte": "did you mean 'facet'?"
    }
    assert [one["location"] for one in found] == [None] * len(found)


def test_json_has_no_colour(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert document(capsys, "check", "logging:root")["exit_code"] == 0


# --- colour


def test_there_is_no_colour_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    assert "\x1b" not in printed(capsys, "check", "logging:root")


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
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    terminal: bool,
    environment: dict[str, str],
    coloured: bool,
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    monkeypatch.setenv("WT_SESSION", "1")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in printed(capsys, "check", "logging:root")) is coloured


def test_what_a_terminal_would_obey_is_not_printed(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    path = write("plugin.json", json.dumps({**MANIFEST, "\x1b[31mred\n": 1}))
    shown = printed(capsys, "check", path, code=1)
    assert "\x1b" not in shown
    assert len(shown.splitlines()) == 2


# --- list and show


def test_list_has_each_interface_with_its_first_line(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "list").splitlines()
    assert "  FacetRegistry          Holds the providers of a core, by facet and qualifier." in lines
    assert "  facets.Logger          A structured logger: each entry is a message and a mapping." in lines


def test_list_is_grouped_by_package_and_kind(capsys: pytest.CaptureFixture[str]) -> None:
    headings = [line for line in printed(capsys, "list").splitlines() if not line.startswith(" ")]
    kinds = "behaviours", "records that are read (protocols)", "records that are written (TypedDicts)"
    assert headings == [f"{package}: {kind}" for package in ("composition", "facets", "runtime") for kind in kinds]


def test_list_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    listed = document(capsys, "list")
    assert listed["schema"] == 1
    assert {
        "name": "facets.DecisionResult",
        "package": "facets",
        "module": "latency_shim.facets.decision",
        "kind": "typed-dict",
        "summary": "What was decided.",
    } in listed["interfaces"]


def test_every_listed_name_can_be_checked_against_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    names = [one["name"] for one in document(capsys, "list")["interfaces"]]
    assert len(names) == len(set(names))
    for name in names:
        assert main(["check", "logging:root", "--as", name]) in {0, 1}
        assert name in capsys.readouterr().out
        assert f"class {name.rpartition('.')[2]}(" in printed(capsys, "show", name)


def test_show_prints_the_class_as_the_stub_has_it(capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(capsys, "show", "facets.Logger")
    stub = ROOT.joinpath("latency-stubs", "facets", "logging.pyi").read_text(encoding="utf-8")
    assert shown.startswith("@runtime_checkable\nclass Logger(Protocol):\n")
    assert shown in stub
    assert "def child(" in shown


def test_show_takes_a_key_for_its_interface(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "show", "PIPELINE") == printed(capsys, "show", "CICDPipeline")


@pytest.mark.parametrize(
    ("name", "start"), [("LogLevel", "LogLevel: TypeAlias = Literal["), ("FacetError", "class FacetError(Exception):")]
)
def test_show_knows_the_other_names_of_the_contract_too(
    capsys: pytest.CaptureFixture[str], name: str, start: str
) -> None:
    shown = printed(capsys, "show", name)
    assert shown.startswith(start)
    assert '"""' in shown  # the docstring is there


def test_show_suggests_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert complaint(capsys, "show", "issue-tracker") == (
        "error: issue-tracker: the contract has no interface 'issue-tracker' (did you mean 'IssueTracker'?); "
        "your own is written module:attribute"
    )


def test_show_has_no_stub_of_a_users_own_interface(capsys: pytest.CaptureFixture[str]) -> None:
    assert complaint(capsys, "show", "own:Cache") == "error: own:Cache: only what is in the contract has a stub here"


def test_show_says_where_it_looked_for_the_stubs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(cli, "__file__", str(tmp_path / "latency_shim" / "cli.py"))
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    monkeypatch.chdir(tmp_path)
    assert complaint(capsys, "show", "Binder") == (
        f"error: Binder: the stubs are not found: no folder latency-stubs in {tmp_path}, nor on sys.path"
    )


def test_show_finds_the_stubs_on_the_path(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(cli, "__file__", str(tmp_path / "latency_shim" / "cli.py"))
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(ROOT)])
    assert "class Binder(Protocol)" in printed(capsys, "show", "Binder")


# --- plugins

Install = Callable[..., None]


@pytest.fixture
def install(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Give what installs a distribution with entry points."""
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])

    def distribution(**points: str) -> None:
        folder = tmp_path / "some_plugins-1.2.dist-info"
        folder.mkdir()
        lines = "".join(f"{name} = {value}\n" for name, value in points.items())
        write(f"{folder.name}/METADATA", "Metadata-Version: 2.1\nName: some-plugins\nVersion: 1.2\n")
        write(f"{folder.name}/entry_points.txt", f"[latency.plugins]\n{lines}")

    return distribution


def test_plugins_lists_entry_points_without_importing_them(
    capsys: pytest.CaptureFixture[str], install: Install, write: Write
) -> None:
    write("some_broken.py", "1 / 0\n")
    install(second="some_broken:Plugin", first="some_broken:registry")
    assert printed(capsys, "plugins").splitlines() == [
        "first  some_broken:registry  some-plugins 1.2",
        "second  some_broken:Plugin  some-plugins 1.2",
    ]
    assert "some_broken" not in sys.modules


def test_plugins_as_json(capsys: pytest.CaptureFixture[str], install: Install) -> None:
    install(first="gone:registry")
    assert document(capsys, "plugins") == {
        "schema": 1,
        "exit_code": 0,
        "plugins": [
            {"name": "first", "value": "gone:registry", "distribution": "some-plugins", "version": "1.2"},
        ],
    }


def test_no_plugins_are_no_fault(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.distributions", lambda: ())
    assert main(["plugins"]) == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == "no plugins: there is no entry point in the group latency.plugins\n"


def test_plugins_check_checks_each(capsys: pytest.CaptureFixture[str], install: Install, write: Write) -> None:
    write("some_core.py", REGISTRY)
    write("some_faulty.py", WITHOUT_LIST)
    install(a="some_core:Registry", b="some_faulty:Registry [extra]")
    shown = printed(capsys, "plugins", "--check", code=1).splitlines()
    assert shown[:3] == [
        "a  some_core:Registry  some-plugins 1.2",
        "  ok  some_core:Registry  conforms to FacetRegistry, found by its members",
        "b  some_faulty:Registry [extra]  some-plugins 1.2",
    ]
    assert shown[3].startswith("  FAIL  some_faulty:Registry [extra]  does not conform to FacetRegistry: 1 violation")


def test_a_plugin_that_cannot_be_loaded_does_not_stop_the_others(
    capsys: pytest.CaptureFixture[str], install: Install, write: Write
) -> None:
    write("some_core.py", REGISTRY)
    write("some_broken.py", "1 / 0\n")
    install(a="some_broken:Plugin", b="no module", c="some_core:Registry")
    assert main(["plugins", "--check"]) == 2
    shown = capsys.readouterr()
    assert "  ok  some_core:Registry" in shown.out
    first, second = shown.err.splitlines()
    assert first.startswith("error: a: importing some_broken fails: ZeroDivisionError: division by zero")
    assert second == "error: b: No module named 'nomodule'" or second.startswith("error: b: ")


def test_a_malformed_entry_point_of_another_distribution_hides_no_plugin(
    capsys: pytest.CaptureFixture[str], install: Install, write: Write, tmp_path: Path
) -> None:
    (tmp_path / "another-1.dist-info").mkdir()  # without metadata, too
    write("another-1.dist-info/entry_points.txt", "[console_scripts]\nbad = no module\n[latency.plugins]\n# none\n")
    install(first="gone:registry")
    assert printed(capsys, "plugins") == "first  gone:registry  some-plugins 1.2\n"


def test_of_two_versions_of_a_distribution_the_first_on_the_path_counts(
    capsys: pytest.CaptureFixture[str], install: Install, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "older" / "Some_Plugins-1.1.dist-info").mkdir(parents=True)
    write("older/Some_Plugins-1.1.dist-info/METADATA", "Metadata-Version: 2.1\nName: Some_Plugins\nVersion: 1.1\n")
    write("older/Some_Plugins-1.1.dist-info/entry_points.txt", "[latency.plugins]\nold = gone:old\n")
    install(first="gone:registry")
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "older")])
    assert printed(capsys, "plugins") == "first  gone:registry  some-plugins 1.2\n"


def test_a_plugin_that_is_near_no_interface_is_said_to_load(
    capsys: pytest.CaptureFixture[str], install: Install, write: Write
) -> None:
    write("some_plugin.py", "class Plugin:\n    async def activate(self, context): ...\n")
    install(a="some_plugin:Plugin", b="some_plugin")
    shown = printed(capsys, "plugins", "--check").splitlines()
    assert shown[1] == "  --  some_plugin:Plugin  loads; no interface of the contract is near"
    assert shown[3] == "  --  some_plugin  loads; no interface of the contract is near"


def test_plugins_check_as_json_holds_results(
    capsys: pytest.CaptureFixture[str], install: Install, write: Write
) -> None:
    write("some_plugin.py", f"class Plugin: ...\nmanifest = {MANIFEST}\n")
    install(a="some_plugin:Plugin", b="some_plugin:manifest", c="some_plugin:gone")
    found = document(capsys, "plugins", "--check", code=2)
    assert found["exit_code"] == 2
    assert [[one["status"] for one in row["results"]] for row in found["plugins"]] == [["none"], ["ok"], ["error"]]


# --- the program


def test_help_shows_every_command_and_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    shown = capsys.readouterr().out
    for word in "check", "list", "show", "plugins", "examples:", "latency-shim check my_core.registry:Registry":
        assert word in shown


def test_help_of_check_names_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    assert "exit codes:" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.version", {"latency-stubs": "1.2.3"}.__getitem__)
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == "latency-stubs 1.2.3\n"


def test_help_loads_nothing_heavy() -> None:
    heavy = (
        "ast",
        "dataclasses",
        "difflib",
        "importlib.metadata",
        "inspect",
        "json",
        "pathlib",
        "shutil",
        "tomllib",
        "typing",
    )
    source = f"""
import sys, argparse
argparse.ArgumentParser().format_help()  # from 3.14 on it loads some of these itself
before = set(sys.modules)
from latency_shim.cli import parser
parser().format_help()
loaded = set(sys.modules) - before
print(sorted(loaded & {{*{heavy}}} | {{name for name in loaded if name.startswith("latency_shim.")}}))
"""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", source],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
    )
    assert done.stdout == "['latency_shim._barrel', 'latency_shim.cli']\n"


def test_the_module_is_the_program(write: Write) -> None:
    write("faulty.py", WITHOUT_LIST)
    done = program("check", "faulty:Registry")
    assert done.returncode == 1
    assert done.stdout.startswith("FAIL  faulty:Registry  does not conform to FacetRegistry: 1 violation\n")
    assert done.stderr == ""


def test_an_interrupt_is_no_traceback(write: Write) -> None:
    write("broken.py", "raise KeyboardInterrupt\n")
    done = program("check", "logging:root", "broken:x")
    assert done.returncode == 130
    assert done.stdout.startswith("ok  logging:root")
    assert done.stderr == "interrupted\n"


def test_a_name_that_the_output_cannot_hold_is_escaped(write: Write) -> None:
    done = program("check", write("grün.json", json.dumps(MANIFEST)), PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.startswith("ok  gr\\xfcn.json  conforms to ")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no broken pipes")
@pytest.mark.parametrize("arguments", [["list"], ["--help"], ["check", "logging:root", "--json"]], ids=" ".join)
def test_a_reader_that_goes_away_is_no_traceback(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "latency_shim", *arguments],
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        )
    finally:
        os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 141 or arguments == ["--help"]  # which argparse prints, and never minds


def test_the_current_directory_is_not_searched_where_python_does_not(write: Write) -> None:
    write("faultless.py", REGISTRY)
    assert program("check", "faultless:Registry").returncode == 0
    done = program("check", "faultless:Registry", PYTHONSAFEPATH="1")
    assert done.returncode == 2
    assert done.stderr.startswith("error: faultless:Registry: No module named 'faultless'")


# --- the page

PAGE = ROOT.joinpath("docs", "cli.md").read_text(encoding="utf-8")
EXAMPLES = [
    (command, "".join(f"{line}\n" for line in output))
    for block in re.findall(r"^```console\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    for command, *output in (example.splitlines() for example in block.split("$ latency-shim ")[1:])
]


def test_the_page_has_examples() -> None:
    assert len(EXAMPLES) >= 5


@pytest.mark.parametrize(("command", "output"), EXAMPLES)
def test_examples_of_the_page_are_true(
    capsys: pytest.CaptureFixture[str], write: Write, command: str, output: str
) -> None:
    [manifest] = re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    write("plugin.toml", manifest)
    main(command.split())
    shown = capsys.readouterr()
    assert shown.out + shown.err == output


@pytest.mark.parametrize(
    "arguments", [["check", "logging:root"], ["list"], ["plugins", "--check"]], ids=lambda arguments: arguments[0]
)
def test_the_page_describes_every_key(
    capsys: pytest.CaptureFixture[str], install: Install, arguments: list[str]
) -> None:
    install(a="logging:Logger", b="gone:x")

    found: set[str] = set()

    def remember(pairs: list[tuple[str, Any]]) -> None:
        found.update(key for key, _ in pairs)

    main([*arguments, "--json"])
    json.loads(capsys.readouterr().out, object_pairs_hook=remember)
    assert len(found) > 5
    assert {key for key in found if f"`{key}`" not in PAGE} == set()
