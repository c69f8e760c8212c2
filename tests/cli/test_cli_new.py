"""What `latency-shim new` writes is a project whose checks pass from the first day on."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import latency_shim
from cli_fixtures import Printed, Write
from latency_shim.cli import main
from latency_shim.cli._new import KINDS

NAMES = {"plugin": "release-notes", "provider": "My.File_Store", "core": "tiny-core"}


@pytest.mark.parametrize("kind", KINDS)
def test_each_file_is_written_and_told(printed: Printed, write: Write, tmp_path: Path, kind: str) -> None:
    del write
    told = printed("new", kind, "some-name").splitlines()
    written = [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()]
    assert sorted(told) == sorted(map(str, written))
    texts = [tmp_path.joinpath(path).read_text(encoding="utf-8") for path in written]
    assert not [text for text in texts if "$" in text or "PACKAGE" in text]


@pytest.mark.parametrize("kind", ["plugin", "provider"])
def test_the_manifest_conforms(printed: Printed, write: Write, kind: str) -> None:
    del write
    printed("new", kind, "some-name")
    assert printed("check", "some-name/src/some_name/manifest.toml").startswith("ok")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["plugn", "a"], "new: unknown kind 'plugn'; did you mean plugin?"),
        (["x", "a"], "new: unknown kind 'x'; expected one of plugin, provider, core"),
        (["plugin", "a b"], "new: 'a b' cannot name a distribution; write a name such as release-notes"),
        (["plugin", "../a"], "new: '../a' cannot name a distribution; write a name such as release-notes"),
        (["plugin", "1a"], "new: '1a' cannot name a distribution; write a name such as release-notes"),
        (["plugin", ""], "new: '' cannot name a distribution; write a name such as release-notes"),
        (["plugin", "json"], "new: 'json' is taken; write a name such as release-notes"),
        (["plugin", "class"], "new: 'class' is taken; write a name such as release-notes"),
        (["plugin", "latency-shim"], "new: 'latency-shim' is taken; write a name such as release-notes"),
    ],
)
def test_a_wrong_kind_or_name_is_explained(
    capfd: pytest.CaptureFixture[str], write: Write, tmp_path: Path, arguments: list[str], message: str
) -> None:
    del write
    assert main(["new", *arguments]) == 2
    assert capfd.readouterr().err.endswith(f"error: {message}\n")
    assert not [*tmp_path.iterdir()]


def test_nothing_that_exists_is_overwritten(capfd: pytest.CaptureFixture[str], write: Write) -> None:
    write("mine/pyproject.toml", "mine")
    assert main(["new", "plugin", "mine"]) == 2
    assert capfd.readouterr().err == "error: mine exists already: nothing was written\n"
    assert Path("mine/pyproject.toml").read_text(encoding="utf-8") == "mine"


@pytest.mark.scaffold
@pytest.mark.parametrize("kind", KINDS)
def test_a_new_project_builds_and_passes_all_its_checks(
    printed: Printed, write: Write, tmp_path: Path, kind: str
) -> None:
    del write
    name = NAMES[kind]
    printed("new", kind, name)
    project = tmp_path / name
    site = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-build-isolation"]
    run([*pip, "--no-deps", f"--target={site}", str(project)], project)
    run([sys.executable, "-m", "ruff", "check", "--no-cache"], project)
    run([sys.executable, "-m", "ruff", "format", "--check", "--no-cache"], project)
    run([sys.executable, "-m", "mypy", "--strict", "src", "tests"], project)
    run([sys.executable, "-m", "pyright", f"--pythonpath={sys.executable}"], project)
    shutil.rmtree(project / "src")  # what is installed is tested
    run([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"], project, site)
    if kind == "core":
        [module] = site.glob("*/registry.py")
        run([*SHIM, "check", f"{module}:Registry", "--as", "FacetRegistry"], project, site)
        run([sys.executable, "-c", "import tiny_core; tiny_core.main()"], project, site)
    else:
        run([*SHIM, "check", name], project, site)
        run([*SHIM, "plugins", "--check", "--provided", "IssueTracker"], project, site)


SHIM = [sys.executable, "-c", "import sys; from latency_shim.cli import run; sys.exit(run())"]


def run(command: list[str], folder: Path, site: Path | None = None) -> None:
    """Run a command, which must end with 0."""
    path = [str(site or ""), str(Path(latency_shim.__file__).parent.parent)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, path))} if site else {**os.environ}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, f"{' '.join(command[2:4])}:\n{done.stdout}{done.stderr}"
