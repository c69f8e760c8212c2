"""`latency-shim plugins` and `latency-shim plan`."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli_fixtures import MANIFEST, SHIM, Document, Printed, Program, Write

Install = Callable[..., None]

PLUGIN = """
class Plugin:
    manifest = {manifest}
    async def activate(self, context): ...
"""


def manifest(name: str, *, provides: tuple[str, ...] = (), requires: tuple[str, ...] = ()) -> dict[str, object]:
    return {
        **MANIFEST,
        "id": name,
        "provides": [{"facet": one} for one in provides],
        "requires": [{"facet": one} for one in requires],
    }


def plugin(name: str, **facets: tuple[str, ...]) -> str:
    return PLUGIN.format(manifest=manifest(name, **facets))


@pytest.fixture
def install(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """A function that installs a distribution with entry points."""
    del write
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site"), *sys.path])

    def distribution(name: str = "some-plugins", /, **points: str) -> None:
        folder = tmp_path / "site" / f"{name.replace('-', '_')}-1.2.dist-info"
        folder.mkdir(parents=True)
        lines = "".join(f"{name} = {value}\n" for name, value in points.items())
        folder.joinpath("METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n")
        folder.joinpath("entry_points.txt").write_text(f"[latency.plugins]\n{lines}")

    return distribution


def test_plugins_lists_entry_points_without_importing_them(printed: Printed, install: Install, write: Write) -> None:
    write("site/some_broken.py", "import os; os._exit(0)\n")
    install(second="some_broken:Plugin", first="some_broken:registry")
    assert printed("plugins").splitlines() == [
        "first  some_broken:registry  some-plugins 1.2",
        "second  some_broken:Plugin  some-plugins 1.2",
    ]


def test_plugins_as_json(document: Document, install: Install) -> None:
    install(first="gone:registry")
    assert document("plugins") == {
        "schema": 2,
        "exit_code": 0,
        "plugins": [{"name": "first", "value": "gone:registry", "distribution": "some-plugins", "version": "1.2"}],
        "problems": [],
    }


def test_no_plugins_are_no_fault_but_nothing_to_check(write: Write, program: Program) -> None:
    del write
    done = program("plugins")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "no plugins: there is no entry point in the group latency.plugins\n"
    done = program("plugins", "--check")
    assert done.returncode == 2
    assert (
        done.stdout == "error plugins  there is no entry point in the group latency.plugins\n0 checked, 1 not checked\n"
    )


def test_a_malformed_entry_point_hides_no_other_and_is_told(write: Write, program: Program, tmp_path: Path) -> None:

    write(
        "site/bad-1.dist-info/entry_points.txt",
        "[console_scripts]\nbad = no module\n[latency.plugins]\nworse = no module\n",
    )
    write("site/odd-1.dist-info/entry_points.txt", "no section\n[[[\n=\n\x00\n")
    write("site/good-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: good\nVersion: 1\n")
    write("site/good-1.dist-info/entry_points.txt", "[latency.plugins]\ngood = some_plugin:Plugin\n")
    write("site/some_plugin.py", plugin("a"))
    path = f"{SHIM}:{tmp_path / 'site'}"
    done = program("plugins", PYTHONPATH=path)
    assert done.returncode == 2
    assert done.stdout == "good  some_plugin:Plugin  good 1\n"
    assert "'worse = no module' is not an entry point" in done.stderr
    done = program("plugins", "--check", PYTHONPATH=path)
    assert done.returncode == 2
    assert "ok    good (some_plugin:Plugin)  conforms to Plugin" in done.stdout


KINDS = {
    "right": (plugin("a"), "ok", None),
    "module": ("manifest = {}\nasync def activate(context, /): ...\n".format(manifest("a")), "ok", None),
    "no-manifest": ("class Plugin:\n    async def activate(self, context): ...\n", "fail", "missing-property"),
    "no-activate": (f"class Plugin:\n    manifest = {MANIFEST}\n", "fail", "missing-member"),
    "sync-activate": (
        f"class Plugin:\n    manifest = {MANIFEST}\n    def activate(self, context): ...\n",
        "fail",
        "sync-for-async",
    ),
    "wrong-manifest": (plugin("").replace("'name': 'A'", "'nmae': 'A'"), "fail", "missing-key"),
    "no-id": (plugin(""), "fail", "invalid-value"),
    "function": ("def Plugin(): ...\n", "error", "is the function Plugin: expected a module, a class or an instance"),
    "needs-arguments": (
        "class Plugin:\n    def __init__(self, x): ...\n",
        "error",
        "calling the class Plugin without arguments fails: TypeError",
    ),
    "raises": ("1 / 0\n", "error", "importing some_plugin fails: ZeroDivisionError: division by zero"),
    "exits": ("raise SystemExit(0)\n", "error", "importing some_plugin fails"),
    "ends": ("import os; os._exit(0)\n", "error", "it ended the process, with exit code 0"),
    "gone": ("", "error", "getting the attribute 'Plugin' fails"),
}


@pytest.mark.parametrize(("text", "status", "told"), KINDS.values(), ids=KINDS)
def test_plugins_check_judges_each_plugin_and_its_manifest(
    document: Document, install: Install, write: Write, text: str, status: str, told: str | None
) -> None:
    write("site/some_plugin.py", text)
    write("site/good_plugin.py", plugin("good"))
    install(a="some_plugin" if "async def activate(context" in text else "some_plugin:Plugin", z="good_plugin:Plugin")
    code = {"ok": 0, "fail": 1, "error": 2}[status]
    report = document("plugins", "--check", code=code)
    first, second, together = report["results"]
    assert (first["status"], second["status"], together["status"]) == (status, "ok", "ok")
    if status == "fail":
        assert told in [one["code"] for one in first["violations"]]
    if status == "error":
        assert told in first["error"]
    assert "good" in report["plan"]["order"]


def test_plugins_check_plans_all_together(document: Document, install: Install, write: Write) -> None:
    write("site/needs.py", plugin("needs", requires=("Cache",)))
    write("site/first.py", plugin("same"))
    write("site/second.py", plugin("same"))
    write("site/chicken.py", plugin("chicken", provides=("Chicken",), requires=("Egg",)))
    write("site/egg.py", plugin("egg", provides=("Egg",), requires=("Chicken",)))
    install(**{name: f"{name}:Plugin" for name in ("needs", "first", "second", "chicken", "egg")})
    report = document("plugins", "--check", code=1)
    *each, together = report["results"]
    assert {one["status"] for one in each} == {"ok"}
    assert {one["code"] for one in together["violations"]} == {"duplicate-id", "missing", "circular"}


def test_a_distribution_is_a_target(document: Document, install: Install, write: Write) -> None:
    write("site/some_plugin.py", plugin("a"))
    install(a="some_plugin:Plugin", b="gone:Plugin")
    first, second = document("check", "some_plugins", code=2)["results"]
    assert (first["target"], first["status"]) == ("some_plugins: a", "ok")
    assert (second["target"], second["status"]) == ("some_plugins: b", "error")


def test_a_plugin_does_not_see_the_current_directory(program: Program, write: Write, tmp_path: Path) -> None:

    write("site/good-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: good\nVersion: 1\n")
    write("site/good-1.dist-info/entry_points.txt", "[latency.plugins]\ngood = some_plugin:Plugin\n")
    write("site/some_plugin.py", plugin("a"))
    write("some_plugin.py", "import os; os._exit(0)")
    assert program("plugins", "--check", PYTHONPATH=f"{SHIM}:{tmp_path / 'site'}").returncode == 0


# plan


@pytest.fixture
def manifests(write: Write) -> None:
    write("store.json", json.dumps(manifest("store", provides=("StateStore",))))
    write("user.json", json.dumps(manifest("user", requires=("StateStore",))))
    write("other.json", json.dumps(manifest("other", requires=("Cache",))))
    write("chicken.json", json.dumps(manifest("chicken", provides=("Chicken",), requires=("Egg",))))
    write("egg.json", json.dumps(manifest("egg", provides=("Egg",), requires=("Chicken",))))
    write("faulty.json", "{}")


@pytest.mark.usefixtures("manifests")
def test_a_plan_shows_who_gets_what_in_which_order(printed: Printed) -> None:
    assert printed("plan", "user.json", "store.json").splitlines() == [
        "2 of 2 plugins can start, 0 problems",
        "1. store 1.0.0",
        "2. user 1.0.0, after store",
        "     StateStore -> <default> of store",
        "2 checked",
    ]


@pytest.mark.usefixtures("manifests")
@pytest.mark.parametrize(
    ("files", "code"),
    [
        (["other.json"], "missing"),
        (["chicken.json", "egg.json"], "circular"),
        (["user.json", "user.json"], "duplicate-id"),
    ],
)
def test_each_problem_is_a_violation_of_the_manifests_together(document: Document, files: list[str], code: str) -> None:
    for arguments in (["plan", *files], ["check", *files, "--plan"]):
        *_, together = document(*arguments, code=1)["results"]
        violations = [one for one in together["violations"] if one["code"] == code]
        assert violations
        assert violations[0]["location"]["file"] in files


@pytest.mark.usefixtures("manifests")
def test_what_the_core_provides_takes_part(document: Document) -> None:
    assert document("plan", "other.json", "--provided", "Cache")["plan"]["ok"]
    assert document("plan", "other.json", "--provided", "Cache:redis")["plan"]["ok"]


@pytest.mark.usefixtures("manifests")
@pytest.mark.parametrize(
    ("word", "code"), [("faulty.json", 1), ("gone.json", 2), ("logging:root", 2), ("plugin.yaml", 2)]
)
def test_there_is_no_plan_if_a_manifest_is_faulty(document: Document, word: str, code: int) -> None:
    report = document("plan", "store.json", word, code=code)
    assert "plan" not in report


@pytest.mark.usefixtures("manifests")
def test_check_with_a_plan_needs_a_manifest(document: Document) -> None:
    *_, result = document("check", "logging:root", "--plan", code=2)["results"]
    assert result["error"] == "there is no valid manifest to plan with"
