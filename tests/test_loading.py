# pyright: reportUnknownMemberType=false
# pytest leaves the types of paths open.
"""Manifests are read, plugins found and loaded, and plans made; all faults are reported at once, with their places."""

import copy
import json
import pickle
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, cast

import pytest

from latency_shim.conformance import conforms
from latency_shim.loading import (
    FoundPlugin,
    LoadError,
    ManifestError,
    Plugin,
    StoppablePlugin,
    discover,
    load,
    load_manifest,
)
from latency_shim.loading._lines import Lines

MANIFEST = {"id": "digest", "version": "1.0.0", "name": "Digest", "provides": [], "requires": [{"facet": "StateStore"}]}
TOML = """\
id = "digest"
version = "1.0.0"
name = "Digest"
provides = []

[[requires]]
facet = "StateStore"
"""


# --- manifests


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def refused(path: Path) -> ManifestError:
    with pytest.raises(ManifestError) as caught:
        load_manifest(path)
    assert str(path) in str(caught.value)
    return caught.value


def places(path: Path) -> list[tuple[int, str, str]]:
    """Return line, member and code of each violation."""
    found = [(one.location, one.member, one.code) for one in refused(path).violations]
    assert {location.file for location, _, _ in found if location} == {str(path)}
    return [(location.line, member, code) for location, member, code in found if location]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("plugin.toml", TOML),
        ("PLUGIN.TOML", TOML),
        ("plugin.json", json.dumps(MANIFEST)),
        ("crlf.toml", TOML.replace("\n", "\r\n")),
        ("mark.toml", b"\xef\xbb\xbf" + TOML.encode()),
        ("mark.json", b"\xef\xbb\xbf" + json.dumps(MANIFEST).encode()),
    ],
)
def test_a_manifest_is_read(tmp_path: Path, name: str, text: str | bytes) -> None:
    assert load_manifest(write(tmp_path, name, text)) == MANIFEST
    assert load_manifest(str(tmp_path / name)) == MANIFEST


def test_in_a_pyproject_the_manifest_is_a_table(tmp_path: Path) -> None:
    text = '[project]\nname = "x"\n' + "[tool.latency]\n" + TOML.replace("[[requires]]", "[[tool.latency.requires]]")
    path = write(tmp_path, "pyproject.toml", text)
    assert load_manifest(path) == MANIFEST
    path.write_text(text.replace('"1.0.0"', '"one"').replace('"StateStore"', '""'), encoding="utf-8")
    assert places(path) == [(5, "version", "invalid-value"), (10, "requires[0].facet", "invalid-value")]
    path.write_text('[project]\nname = "x"\n', encoding="utf-8")
    assert "has no table [tool.latency]" in str(refused(path))


def test_every_violation_is_told_with_its_line_in_toml(tmp_path: Path) -> None:
    text = """\
# a comment = "no key"
id = ""
version = "1"
"na\\u006de" = 7
provides = [
  { facet = "A", priority = -1 }, # of the first ]
  { facte = "]" },
]
a.b = 2026-01-01 07:32:00

[[requires]]
facet = ''
[[ requires ]]
facet = '''
x'''
qualifer = 'y'
[other]
id = "x"
"""
    assert places(write(tmp_path, "plugin.toml", text)) == [
        (2, "id", "invalid-value"),
        (3, "version", "invalid-value"),
        (4, "name", "wrong-value"),
        (6, "provides[0].priority", "invalid-value"),
        (7, "provides[1].facet", "missing-key"),
        (7, "provides[1].facte", "unknown-key"),
        (9, "a", "unknown-key"),
        (12, "requires[0].facet", "invalid-value"),
        (16, "requires[1].qualifer", "unknown-key"),
        (17, "other", "unknown-key"),
    ]


def test_every_violation_is_told_with_its_line_in_json(tmp_path: Path) -> None:
    text = """\
{
  "id": "", "version": "1.0.0",
  "na\\u006de": "{\\"id\\": [}",
  "requires": [
    {"facet": "A", "qualifier": null},
    {
      "facte": "B"
    }
  ],
  "uses": [[
    ]]
}
"""
    assert places(write(tmp_path, "plugin.json", text)) == [
        (1, "provides", "missing-key"),
        (2, "id", "invalid-value"),
        (5, "requires[0].qualifier", "none-for-absent-key"),
        (6, "requires[1].facet", "missing-key"),
        (7, "requires[1].facte", "unknown-key"),
        (10, "uses[0]", "wrong-value"),
    ]


def test_the_text_has_a_line_for_each_violation(tmp_path: Path) -> None:
    path = write(tmp_path, "plugin.toml", TOML.replace("facet", "facte").replace("1.0.0", "one"))
    assert str(refused(path)).splitlines() == [
        f"{path} is not a valid manifest: 3 violations",
        f"  {path}:2: version: must be a semantic version such as '1.0.0', not 'one' [invalid-value]",
        f"  {path}:6: requires[0].facet: is required [missing-key]",
        f"  {path}:7: requires[0].facte: unexpected key in FacetRequirement [unknown-key]",
        "    help: did you mean 'facet'?",
    ]


def test_the_text_stops_after_a_hundred_violations(tmp_path: Path) -> None:
    path = write(tmp_path, "plugin.json", json.dumps({**MANIFEST, "uses": [{}] * 150}))
    error = refused(path)
    assert len(error.violations) == 150
    assert str(error).endswith("  … and 50 more violations")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("plugin.json", '{"id": "a",\n "id": "b"}', (2, "id", "duplicate-key")),
        (
            "plugin.json",
            '{"uses": [{"facet": "a"},\n {"facet": "a", "f\\u0061cet": "a"}]}',
            (2, "uses[1].facet", "duplicate-key"),
        ),
        ("plugin.toml", 'id = "a"\nname = "b"\n\nid = "c"\n', (4, "id", "duplicate-key")),
        ("plugin.toml", '[[uses]]\nfacet = "a"\n"facet" = "b"\n', (3, "uses[0].facet", "duplicate-key")),
        ("plugin.toml", "[a]\n[b]\n[a]\n", (3, "a", "duplicate-key")),
    ],
)
def test_a_key_that_appears_twice_is_a_violation(
    tmp_path: Path, name: str, text: str, expected: tuple[int, str, str]
) -> None:
    path = write(tmp_path, name, text)
    assert expected in places(path)
    assert "appears twice, first in line" in str(refused(path))


@pytest.mark.parametrize(
    ("name", "text", "line", "reason"),
    [
        ("a.toml", 'id = "a"\nname = \n', 2, "is not valid TOML: Invalid value (column 8)"),
        ("a.toml", 'id = "a\nname = "id = 1"\nid = 2', 1, "is not valid TOML: Illegal character '\\n' (column 8)"),
        ("a.json", '{"id": "a"\n"x"}', 2, "is not valid JSON: Expecting ',' delimiter (column 1)"),
        ("a.json", "", 1, "is not valid JSON: Expecting value (column 1)"),
        ("a.json", '{"id": NaN}', None, "is not valid JSON: NaN is not a number"),
        ("a.json", '{"id": ' + "[" * 100_000, None, "is nested too deeply"),
        ("a.json", '{"id": "\\ud800"}', None, "holds '\\ud800', which is half of a character"),
        ("a.json", b'{"id":\n "\xff"}', 2, "is not UTF-8: found the byte 0xff"),
        ("a.toml", TOML.encode("utf-16"), None, "is UTF-16, but a manifest is UTF-8: save it as UTF-8"),
        ("a.yaml", "id: a", None, "is of an unknown kind: the name of a manifest ends in .toml or .json"),
        ("toml", "", None, "is of an unknown kind"),
    ],
)
def test_a_file_that_cannot_be_parsed_is_told_with_line_and_reason(
    tmp_path: Path, name: str, text: str | bytes, line: int | None, reason: str
) -> None:
    error = refused(write(tmp_path, name, text))
    assert reason in error.reason
    assert error.line == line


@pytest.mark.parametrize(
    ("path", "reason"),
    [("absent.toml", "No such file or directory"), ("folder.toml", "Is a directory"), ("nul\0.toml", "null byte")],
)
def test_a_file_that_cannot_be_read_is_told_with_the_reason(tmp_path: Path, path: str, reason: str) -> None:
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(ManifestError, match=reason):
        load_manifest(tmp_path / path)


@pytest.mark.parametrize("text", ["[1]", '"text"', "null"])
def test_what_is_no_table_is_a_violation(tmp_path: Path, text: str) -> None:
    path = write(tmp_path, "plugin.json", text)
    assert places(path) == [(1, "", "wrong-value")]


def test_an_error_survives_pickling_and_copying(tmp_path: Path) -> None:
    for error in refused(write(tmp_path, "a.json", "{}")), LoadError("plugin 'x'", "importing x fails"):
        for again in pickle.loads(pickle.dumps(error)), copy.deepcopy(error):
            assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


def test_lines_are_found_in_any_order_of_tables() -> None:
    lines = Lines('[a.b]\nx = 1\n[[a.c]]\n[a.c.d]\ny.z = [\n1,\n{ k = """\n"""" }]\n[[a.c]]\nw = 1', "TOML")
    found = {name: lines.of(name) for name in ("a.b.x", "a.c[0].d.y.z[0]", "a.c[0].d.y.z[1].k", "a.c[1].w", "a.c[1].v")}
    assert found == {
        "a.b.x": 2,
        "a.c[0].d.y.z[0]": 6,
        "a.c[0].d.y.z[1].k": 7,
        "a.c[1].w": 10,
        "a.c[1].v": 9,
    }
    assert lines.repeated == []


def test_keys_with_dots_and_brackets_are_not_taken_for_paths() -> None:
    assert Lines('{"a": {"b": 1}, "a.b": 2, "a[0]": 3}', "JSON").repeated == []
    assert Lines('"a.b" = 1\n[a]\nb = 1\n"" = 2', "TOML").repeated == []


ODD = ["a", "b.c", "d[0]", "", "\n", "\\", '"', "'", "#", "{", "]", "\u2028", "é", '"""', "'''", "\\u0041"]


def some_json(chance: random.Random, depth: int = 0) -> object:
    kind = chance.randrange(4 if depth < 4 else 2)
    if kind == 0:
        return chance.choice([None, True, -1.5e3, 7])
    if kind == 1:
        return chance.choice(ODD)
    if kind == 2:
        return [some_json(chance, depth + 1) for _ in range(chance.randrange(4))]
    return {chance.choice(ODD): some_json(chance, depth + 1) for _ in range(chance.randrange(4))}


def members(data: Any, member: str = "") -> Iterator[tuple[str, object]]:
    """Yield each scalar of a document with its path."""
    if isinstance(data, dict):
        for name, value in cast("dict[str, object]", data).items():
            yield from members(value, f"{member}.{name}" if member else name)
    elif isinstance(data, list):
        for number, value in enumerate(cast("list[object]", data)):
            yield from members(value, f"{member}[{number}]")
    else:
        yield member, data


@pytest.mark.parametrize("seed", range(100))
def test_each_value_of_any_json_document_is_found_on_its_line(seed: int) -> None:
    data = {"top": some_json(random.Random(seed))}  # noqa: S311 - a test
    text = json.dumps(data, indent=1, ensure_ascii=False)
    lines = Lines(text, "JSON")
    assert lines.repeated == []
    paths = [member for member, _ in members(data)]
    for member, value in members(data):
        if not any(other != member and other.startswith(member) for other in paths) and paths.count(member) == 1:
            line = text.split("\n")[lines.of(member) - 1]
            assert line.removesuffix(",").endswith(json.dumps(value, ensure_ascii=False))


@pytest.mark.parametrize("name", ["plugin.toml", "plugin.json"])
def test_a_file_with_any_slip_of_the_pen_is_told_as_one_error(tmp_path: Path, name: str) -> None:
    text = TOML if name.endswith("toml") else json.dumps(MANIFEST, indent=1)
    chance = random.Random(1)  # noqa: S311 - a test
    for _ in range(300):
        characters = list(text)
        for _ in range(chance.randrange(1, 4)):
            characters[chance.randrange(len(characters))] = chance.choice([*"\"'[]{}=\n\\#.,\0", '"""', ""])
        path = write(tmp_path, name, "".join(characters))
        with suppress(ManifestError):
            load_manifest(path)


# --- finding plugins


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Return a function that installs a distribution with entry points, in a folder that comes first on the path."""

    def install(name: str, points: str | bytes, metadata: str | None = None, folder: str = "site") -> Path:
        home = tmp_path / folder
        if not home.exists():
            home.mkdir()
            monkeypatch.syspath_prepend(str(home))
        info = home / f"{name.replace('-', '_')}-1.0.dist-info"
        info.mkdir()
        if metadata is None:
            metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
        write(info, "METADATA", metadata)
        write(info, "entry_points.txt", points)
        return home

    return install


def test_entry_points_are_found_without_an_import(site: Callable[..., Path]) -> None:
    home = site(
        "acme",
        "[other]\nx = y\n[latency.plugins]\n# a comment\ndigest = acme_digest:Plugin [extra]\nboard=acme_board\n",
    )
    write(home, "acme_digest.py", "raise SystemExit")
    found = discover()
    assert list(found) == [
        FoundPlugin("board", "acme_board", "acme", "1.0"),
        FoundPlugin("digest", "acme_digest:Plugin [extra]", "acme", "1.0"),
    ]
    assert found.problems == ()
    assert "acme_digest" not in sys.modules
    assert str(found[0]) == "plugin 'board' (acme_board, of acme 1.0)"


def test_another_group_can_be_asked_for(site: Callable[..., Path]) -> None:
    site("acme", "[latency.plugins]\na = b\n[acme.plugins]\nc = d\n")
    assert [one.name for one in discover("acme.plugins")] == ["c"]
    assert list(discover("acme.other")) == []


def test_what_is_broken_hides_nothing_else_and_is_told(site: Callable[..., Path]) -> None:
    site("one", "[latency.plugins]\nno equals sign\n = nameless\nspaced = a b\nsound = a:b\nsound = c:d\n")
    site("two", b"[latency.plugins]\nx = \xff\n")
    site("three", "[latency.plugins\nlost = x\n")
    site("four", "[latency.plugins]\nfourth = x\n", metadata="")
    site("five", "garbage\n\0\n[other\n[latency.plugins]\nfifth = x\n")
    found = discover()
    assert [one.name for one in found] == ["fifth", "fourth", "lost", "sound"]
    told = sorted(found.problems)
    assert [line.partition(": ")[0] for line in told] == ["one 1.0"] * 4 + ["three 1.0", "two 1.0"]
    assert (
        "one 1.0: entry_points.txt:4: 'spaced = a b' is not an entry point: expected name = package.module:attribute"
        in told
    )
    assert "one 1.0: entry_points.txt:6: the entry point 'sound' appears twice" in told
    assert "three 1.0: entry_points.txt:1: '[latency.plugins' lacks the closing bracket" in told


def test_the_first_of_several_distributions_of_one_name_counts(site: Callable[..., Path]) -> None:
    site("My.Plugins", "[latency.plugins]\nx = old\n", folder="later")
    site("my-plugins", "[latency.plugins]\nx = new\n", folder="earlier")
    assert [one.value for one in discover()] == ["new"]


def test_an_importer_that_fails_hides_no_other(site: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing:
        def find_distributions(self, context: object) -> object:
            raise RuntimeError("no network")

    site("acme", "[latency.plugins]\nx = y\n")
    monkeypatch.setattr(sys, "meta_path", [Failing(), *sys.meta_path])
    found = discover()
    assert [one.name for one in found] == ["x"]
    assert found.problems[0].startswith("the importer Failing cannot list its distributions: RuntimeError: no network")


# --- loading plugins

GOOD = f"""
manifest = {MANIFEST!r}
async def activate(context): ...

class Good:
    manifest = manifest
    async def activate(self, context): ...
    async def deactivate(self): ...

instance = Good()
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Return a function that writes a module with a name of its own."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def write_module(text: str) -> str:
        name = f"plugin_{tmp_path.name.replace('-', '_')}"
        write(tmp_path, f"{name}.py", text)
        monkeypatch.delitem(sys.modules, name, raising=False)
        return name

    return write_module


@pytest.mark.parametrize("attribute", ["", ":Good", ":instance", ":Good [extra]"])
def test_a_module_a_class_and_an_instance_are_plugins(module: Callable[[str], str], attribute: str) -> None:
    plugin = load(FoundPlugin("digest", module(GOOD) + attribute, "acme", "1.0"))
    assert plugin.manifest == MANIFEST
    assert conforms(plugin, Plugin)
    assert isinstance(plugin, StoppablePlugin) == bool(attribute)


def test_a_plugin_can_be_loaded_by_its_name_alone(module: Callable[[str], str]) -> None:
    assert load(f"{module(GOOD)}:Good").manifest["id"] == "digest"


@pytest.mark.parametrize(
    ("text", "attribute", "message"),
    [
        (
            "import no_such_module",
            "",
            "importing * fails: ModuleNotFoundError: No module named 'no_such_module' (*, line 1)",
        ),
        ("x = (", "", "importing * fails: SyntaxError: *"),
        ("1 / 0", "", "importing * fails: ZeroDivisionError: division by zero (*, line 1)"),
        ("import sys; sys.exit(3)", "", "importing * fails: it exits, with SystemExit: 3 (*, line 1)"),
        ("raise GeneratorExit", "", "importing * fails: GeneratorExit *"),
        ("class E(Exception):\n def __str__(self): 1 / 0\nraise E", "", "importing * fails: E (*, line 3)"),
        ("", ":Plugin", "getting the attribute 'Plugin' fails: AttributeError: *"),
        (
            "def __getattr__(name): raise OSError(name)",
            ":Plugin",
            "getting the attribute 'Plugin' fails: OSError: Plugin *",
        ),
        (
            "class Plugin:\n def __init__(self, x): ...",
            ":Plugin",
            "calling the class Plugin without arguments fails: TypeError: *",
        ),
        ("def make(): ...", ":make", "is the function make: expected a module, a class or an instance"),
        (
            "",
            "",
            "the module * does not conform to Plugin: 2 violations\n  manifest: is missing *\n  activate: is missing *",
        ),
        ("class P: manifest = {}\np = P()", ":p", "the instance of *.P does not conform to Plugin: *"),
        (
            GOOD.replace("async def activate(self", "def activate(self"),
            ":Good",
            "*does not conform to StoppablePlugin: 1 violation\n  activate: must be async*",
        ),
        (
            GOOD.replace("async def deactivate", "def deactivate"),
            ":Good",
            "*does not conform to StoppablePlugin: 1 violation\n  deactivate: must be async*",
        ),
        (GOOD.replace("1.0.0", "one"), ":Good", "*version: must be a semantic version*"),
        (
            "class P:\n @property\n def manifest(self): 1 / 0\n async def activate(self, context): ...",
            ":P",
            "getting its manifest fails: ZeroDivisionError: *",
        ),
        (
            "class P:\n @property\n def manifest(self): return {}\n async def activate(self, context): ...",
            ":P",
            "its manifest is not valid: 5 violations\n  id: is required *",
        ),
    ],
)
def test_whatever_goes_wrong_is_one_error_that_names_the_plugin(
    module: Callable[[str], str], text: str, attribute: str, message: str
) -> None:
    found = FoundPlugin("digest", module(text) + attribute, "acme", "1.0")
    with pytest.raises(LoadError) as caught:
        load(found)
    assert str(caught.value).startswith(f"plugin 'digest' ({found.value}, of acme 1.0): ")
    assert fnmatchcase(str(caught.value), f"*: {message}")


@pytest.mark.parametrize("value", ["", "a b", "a:", "a:b:c", "1/2", "a..b"])
def test_a_text_that_names_no_plugin_is_refused(value: str) -> None:
    with pytest.raises(LoadError, match="names no plugin: expected"):
        load(value)


def test_an_interrupt_passes(module: Callable[[str], str]) -> None:
    with pytest.raises(KeyboardInterrupt):
        load(module("raise KeyboardInterrupt"))
