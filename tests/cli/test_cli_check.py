"""`latency-shim check`: classes, objects, files, and the interfaces that they are meant for."""

import json
import os
import sys
from pathlib import Path

import pytest

from cli_fixtures import FAULTY, MANIFEST, OWN, PLUGINS, REGISTRY, WITHOUT_LIST, Document, Printed, Write
from latency_shim import FacetRegistry, PluginManifest
from latency_shim.conformance import class_violations, violations

# Classes, objects, files


def test_a_class_that_conforms_is_one_line_and_a_summary(printed: Printed) -> None:
    shown = printed("check", "latency_shim.memory:MemoryRegistry", "--as", "FacetRegistry")
    assert shown == "ok    latency_shim.memory:MemoryRegistry  conforms to FacetRegistry\n1 checked\n"


def test_an_object_is_checked_as_it_is(printed: Printed) -> None:
    assert printed("check", "logging:root", "--as", "Logger").startswith("ok    logging:root  conforms to Logger\n")


def test_each_violation_has_its_place_and_help_stands_below(printed: Printed, write: Write) -> None:
    write("faulty.py", WITHOUT_LIST.replace("qualifier=None): ...", "qualifier): ..."))
    shown = printed("check", "faulty:Registry", "--as", "FacetRegistry", code=1)
    assert shown.splitlines() == [
        "FAIL  faulty:Registry  does not conform to FacetRegistry: 2 violations",
        "faulty.py:4: resolve: requires 'qualifier', which callers may leave out [parameter-required]",
        "faulty.py:2: list: is missing [missing-member]",
        "    help: did you mean 'list_all'?",
        "1 checked, 1 failed",
    ]


def test_one_violation_is_not_said_in_the_plural(printed: Printed, write: Write) -> None:
    write("faulty.py", WITHOUT_LIST)
    shown = printed("check", "faulty:Registry", "--as", "FacetRegistry", code=1)
    assert shown.splitlines()[0].endswith(": 1 violation")


def test_a_fault_of_the_whole_object_is_said_to_be_the_objects(printed: Printed, write: Write) -> None:
    write("mocks.py", "from unittest.mock import Mock\nmock = Mock()\n")
    shown = printed("check", "mocks:mock", "--as", "FacetRegistry", code=1)
    assert "mocks:mock: the object: " in shown
    assert "[unverifiable]" in shown


def test_a_dotted_attribute_is_followed(printed: Printed) -> None:
    shown = printed("check", "logging:Logger.manager.root", "--as", "Logger")
    assert shown.startswith("ok    logging:Logger.manager.root  conforms to Logger\n")


@pytest.mark.parametrize("path", sorted(PLUGINS.glob("*.[tj]*")), ids=lambda path: path.name)
def test_a_file_is_checked_as_a_manifest(printed: Printed, path: Path) -> None:
    assert printed("check", str(path)).startswith(f"ok    {path}  conforms to PluginManifest, as a manifest\n")


def test_all_faults_of_a_manifest_are_shown_with_their_lines(document: Document, write: Write) -> None:
    found = document("check", write("plugin.toml", FAULTY), code=1)["results"][0]["violations"]
    assert {(one["member"], one["code"], one["location"]["line"]) for one in found} == {
        ("version", "wrong-value", 3),
        ("provides[0].priority", "wrong-value", 9),
        ("requires[0].facet", "missing-key", 5),
        ("requires[0].facte", "unknown-key", 5),
    }
    assert {one["location"]["file"] for one in found} == {"plugin.toml"}


def test_a_manifest_can_stand_in_pyproject(document: Document, write: Write) -> None:
    write(
        "pyproject.toml",
        "[project]\nname = 'a'\n\n[tool.latency]\nid = 'a'\nname = 'A'\nprovides = []\nrequires = []\n",
    )
    [result] = document("check", "pyproject.toml", code=1)["results"]
    assert [(one["member"], one["location"]["line"]) for one in result["violations"]] == [("version", 4)]


def test_a_pyproject_without_a_manifest_is_not_checked(document: Document, write: Write) -> None:
    write("pyproject.toml", "[project]\nname = 'a'\n")
    [result] = document("check", "pyproject.toml", code=2)["results"]
    assert result["error"] == "has no table [tool.latency], which must hold the manifest"


def test_a_file_can_be_another_typed_dict(printed: Printed, write: Write) -> None:
    path = write("binder.json", '{"strict_optional": true}')
    assert "conforms to BinderConfig" in printed("check", path, "--as", "BinderConfig")


def test_a_json_file_that_holds_no_object_is_no_manifest(printed: Printed, write: Write) -> None:
    assert "plugin.json:1: the object: " in printed("check", write("plugin.json", "[1]"), code=1)


@pytest.mark.parametrize(
    ("name", "content"), [("a.json", json.dumps(MANIFEST)), ("a.toml", "id = 'a'\nversion = '1.0.0'")]
)
def test_a_byte_order_mark_is_refused_as_the_parsers_of_python_do(
    document: Document, write: Write, name: str, content: str
) -> None:
    [result] = document("check", write(name, f"\ufeff{content}"), code=2)["results"]
    assert result["error"] == "begins with a byte order mark, which tomllib and json refuse"
    assert result["help"] == "save it as UTF-8 without a byte order mark"


@pytest.mark.parametrize(
    ("name", "content", "member"),
    [
        ("a.json", json.dumps(MANIFEST)[:-1] + ',\n"id": "b"}', "id"),
        (
            "a.json",
            json.dumps({**MANIFEST, "requires": []})[:-2] + '{"facet": "A", "facet": "B"}]}',
            "requires[0].facet",
        ),
        ("a.toml", 'id = "a"\nid = "b"\n', "id"),
    ],
)
def test_a_key_that_appears_twice_is_a_violation(
    document: Document, write: Write, name: str, content: str, member: str
) -> None:
    [result] = document("check", write(name, content), code=1)["results"]
    assert member in [one["member"] for one in result["violations"] if one["code"] == "duplicate-key"]


def test_several_targets_are_reported_in_their_order(document: Document, write: Write) -> None:
    write("faulty.py", WITHOUT_LIST)
    write("plugin.json", json.dumps(MANIFEST))
    targets = ["plugin.json", "gone.toml", "faulty:Registry", "gone.py:x", "plugin.yaml", "logging:root", "plugin.json"]
    results = document("check", *targets, code=2)["results"]
    assert [one["target"] for one in results] == targets
    assert [one["status"] for one in results] == ["ok", "error", "fail", "error", "error", "ok", "ok"]


def test_targets_can_stand_on_both_sides_of_an_option(document: Document) -> None:
    report = document("check", "logging:root", "--as", "Logger", "logging:lastResort.__class__", code=1)
    assert len(report["results"]) == 2


def test_manifests_that_share_an_id_do_not_fit_together(document: Document, write: Write) -> None:
    write("a.json", json.dumps(MANIFEST))
    write("b.toml", "name = 'A'\nid = 'a'\nversion = '1.0.0'\nprovides = []\nrequires = []\n")
    first, second, together = document("check", "a.json", "b.toml", code=1)["results"]
    assert first["status"] == second["status"] == "ok"
    assert together["status"] == "fail"
    [violation] = together["violations"]
    assert violation["message"] == "'a' is the id of a.json too"
    assert violation["location"] == {"file": "b.toml", "line": 2}


def test_one_manifest_given_twice_fits_itself(document: Document, write: Write) -> None:
    path = write("a.json", json.dumps(MANIFEST))
    assert len(document("check", path, path)["results"]) == 2


# Interfaces that are named


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
def test_an_interface_is_known_by_all_its_names(printed: Printed, name: str) -> None:
    shown = printed("check", "latency_shim.memory:MemoryStateStore", "--as", name)
    assert shown.splitlines()[0].endswith("  conforms to StateStore")


def test_of_two_interfaces_with_one_name_the_composition_has_the_first(printed: Printed) -> None:
    assert "  conforms to Logger\n" in printed("check", "logging:root", "--as", "composition.Logger")
    assert "does not conform to facets.Logger: " in printed("check", "logging:root", "--as", "facets.Logger", code=1)


@pytest.mark.parametrize("interface", ["own:Cache", "own:CACHE", "own.py:Cache"])
@pytest.mark.parametrize(("cls", "code"), [("Good", 0), ("Bad", 1)])
def test_users_name_their_own_protocols_and_keys(
    printed: Printed, write: Write, interface: str, cls: str, code: int
) -> None:
    write("own.py", OWN)
    assert interface in printed("check", f"own:{cls}", "--as", interface, code=code)


def test_users_name_their_own_typed_dicts_for_files(printed: Printed, write: Write) -> None:
    write("own.py", OWN)
    shown = printed("check", write("settings.toml", 'size = "big"'), "--as", "own:Settings", code=1)
    assert "settings.toml:1: size: " in shown


def test_each_interface_gives_a_result(document: Document) -> None:
    report = document("check", "logging:root", "--as", "Logger", "--as", "AbortSignal", "--as", "Logger", code=1)
    assert [(one["interface"], one["status"]) for one in report["results"]] == [
        ("Logger", "ok"),
        ("AbortSignal", "fail"),
    ]


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("logger_", "the contract has no interface 'logger_'"),
        ("LogLevel", "LogLevel is neither a protocol nor a TypedDict nor a FacetKey"),
        ("FacetError", "FacetError is neither a protocol nor a TypedDict nor a FacetKey"),
        ("logging:root", "logging:root is neither a protocol nor a TypedDict nor a FacetKey"),
        ("gone:Cache", "there is no module 'gone'"),
        ("logging:Lgger", "module 'logging' has no attribute 'Lgger'"),
        ("logging:", "names no attribute of a module"),
        ("typing:Protocol", "typing:Protocol is neither a protocol nor a TypedDict nor a FacetKey"),
        ("empty:Empty", "empty:Empty has no members, so everything conforms to it"),
        ("empty:Nothing", "empty:Nothing has no members, so everything conforms to it"),
        ("empty:Heir", "empty:Heir has no members, so everything conforms to it"),
        ("exits:x", "it ended the process, with exit code 0, before a verdict was reached"),
    ],
)
def test_an_interface_that_cannot_be_had_ends_it_before_anything_is_checked(
    document: Document, write: Write, name: str, error: str
) -> None:
    write("exits.py", "import os; os._exit(0)")
    write(
        "empty.py",
        "from typing import Protocol, TypedDict\nclass Empty(Protocol): ...\n"
        "class Nothing(TypedDict): ...\nclass Heir(Empty, Protocol): ...\n",
    )
    [result] = document("check", "logging:root", "--as", name, code=2)["results"]
    assert result["error"] == error
    assert result["target"].startswith("--as")


def test_a_file_is_not_checked_against_a_protocol(document: Document) -> None:
    [result] = document("check", str(PLUGINS / "news_board.json"), "--as", "Binder", code=2)["results"]
    assert result["error"] == "a file holds data, but Binder is not a TypedDict"


# Interfaces that are found


@pytest.mark.parametrize(
    ("target", "interface"),
    [
        ("latency_shim.memory:MemoryRegistry", "FacetRegistry"),
        ("latency_shim.memory:MemoryBinder", "Binder"),
        ("latency_shim.memory:MemoryContext", "PluginContext"),
        ("latency_shim.memory:MemoryPluginStateStore", "PluginStateStore"),
        ("latency_shim.memory:MemorySourceControl", "SourceControl"),
        ("latency_shim.memory:MemoryStateStore", "StateStore"),
        ("logging:root", "Logger"),
    ],
)
def test_what_something_is_meant_for_is_found_by_its_members(printed: Printed, target: str, interface: str) -> None:
    shown = printed("check", target)
    assert shown == f"ok    {target}  conforms to {interface}, found by its members\n1 checked\n"


def test_of_two_interfaces_the_more_specific_one_is_found(printed: Printed, write: Write) -> None:
    methods = "".join(
        f"    def {name}(self, message, *args, context=None): ...\n" for name in ("debug", "info", "warn", "error")
    )
    write("both.py", f"class Both:\n{methods}    def child(self, context): return self\n")
    assert printed("check", "both:Both", "--as", "Logger", "--as", "facets.Logger").count("ok    ") == 2
    assert printed("check", "both:Both").startswith(
        "ok    both:Both  conforms to facets.Logger, found by its members\n"
    )


def test_an_interface_that_is_inherited_is_meant_even_if_nothing_is_implemented(printed: Printed, write: Write) -> None:
    write("heir.py", "from latency_shim import Binder\nclass Heir(Binder): ...\n")
    shown = printed("check", "heir:Heir", code=1)
    assert shown.startswith("FAIL  heir:Heir  does not conform to Binder, which it inherits from: 1 violation\n")
    assert "guess" not in shown


def test_a_near_miss_names_the_closest_interface_and_says_that_it_is_a_guess(document: Document, write: Write) -> None:
    write("faulty.py", WITHOUT_LIST)
    [result] = document("check", "faulty:Registry", code=1)["results"]
    assert (result["interface"], result["chosen"]) == ("FacetRegistry", "guess")
    assert result["note"].startswith(
        "FacetRegistry is a guess: it is the closest, with 4 of 5 members; name one with --as INTERFACE"
    )


def test_the_closest_is_the_one_of_which_most_is_right(printed: Printed, write: Write) -> None:
    methods = "".join(f"    async def {name}: ...\n" for name in ("get(self, k)", "set(self, k, v)", "delete(self, k)"))
    write("store.py", f"class Store:\n{methods}    async def has(self, k): ...\n")  # a PluginStateStore but for async
    assert "does not conform to StateStore: 1 violation\n" in printed("check", "store:Store", code=1)


def test_a_wider_interface_that_is_nearly_implemented_is_remarked_on(printed: Printed, write: Write) -> None:
    methods = "".join(f"    def {name}: ...\n" for name in ("get(self, k)", "set(self, k, v)", "delete(self, k)"))
    write("store.py", f"class Store:\n{methods}    def has(self, k): ...\n    def keys(self, prefix=None): ...\n")
    ok, note, _ = printed("check", "store:Store").splitlines()
    assert ok == "ok    store:Store  conforms to PluginStateStore, found by its members"
    assert note == "    note: it has the members of StateStore too, with 5 violations; --as StateStore shows them"


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("manifest = {}\n    async def activate(self, context): ...", "members"),
        ("manifest = {}\n    def activate(self, context): ...", "guess"),
        ("async def activate(self, context): ...", "guess"),
    ],
)
def test_a_plugin_is_found_by_its_members(document: Document, write: Write, text: str, chosen: str) -> None:
    write("plugin.py", f"class Plugin:\n    {text.format(MANIFEST)}\n")
    [result] = document("check", "plugin:Plugin", code=int(chosen == "guess"))["results"]
    assert (result["interface"], result["chosen"]) == ("latency_shim.loading:Plugin", chosen)


@pytest.mark.parametrize("text", ["name = 'A'", "from unittest.mock import Mock\nname = Mock()", "name = {'id': 'a'}"])
def test_if_no_interface_is_near_it_says_how_to_name_one(document: Document, write: Write, text: str) -> None:
    write("other.py", text)
    [result] = document("check", "other:name", code=2)["results"]
    assert result["error"] == "no interface of the contract is similar"
    assert result["help"] == "name one with --as INTERFACE; `latency-shim list` shows them"


@pytest.mark.parametrize(
    ("text", "code"), [(f"{MANIFEST}", 0), ("{'id': 'a', 'version': '1.0.0', 'provides': []}", 1)], ids=["all", "most"]
)
def test_a_dict_that_looks_like_a_manifest_is_one(document: Document, write: Write, text: str, code: int) -> None:
    write("plugin.py", f"manifest = {text}\n")
    [result] = document("check", "plugin:manifest", code=code)["results"]
    assert (result["interface"], result["chosen"]) == ("PluginManifest", "manifest")


@pytest.mark.parametrize("name", ["Logger", "PluginManifest", "LOGGER"])
def test_an_interface_is_not_checked_against_others(document: Document, name: str) -> None:
    [result] = document("check", f"latency_shim:{name}", code=2)["results"]
    assert result["error"] == "is an interface itself"


# What the report has of them


def test_the_report_has_what_the_checker_finds(document: Document, write: Write) -> None:
    manifest = {**MANIFEST, "version": "\x1b\n\udc80", "nmae": "A"}
    found = document("check", write("plugin.json", json.dumps({**manifest, "version": "\x1b\n"})), code=1)
    expected = violations({**manifest, "version": "\x1b\n"}, PluginManifest)
    assert [one["message"] for one in found["results"][0]["violations"]] == [one.message for one in expected]


def test_a_violation_is_where_the_checker_says(
    document: Document, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("faulty_here.py", WITHOUT_LIST)
    [result] = document("check", "faulty_here:Registry", code=1)["results"]
    monkeypatch.setattr(sys, "path", [os.curdir, *sys.path])
    cls = __import__("faulty_here").Registry
    del sys.modules["faulty_here"]
    [fault] = class_violations(cls, FacetRegistry)
    assert fault.location is not None
    [violation] = result["violations"]
    assert violation["location"]["line"] == fault.location.line
    assert violation["location"]["file"] == str(Path("faulty_here.py").resolve())
    assert {key: violation[key] for key in ("code", "member", "message", "expected", "found", "help")} == {
        key: getattr(fault, key) for key in ("code", "member", "message", "expected", "found", "help")
    }


def test_the_registry_of_the_samples_conforms(printed: Printed, write: Write) -> None:
    write("core.py", REGISTRY)
    assert printed("check", "core:Registry").startswith("ok")
