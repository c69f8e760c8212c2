"""The demo, as a person sees it."""

import asyncio
import datetime
import os
import re
import subprocess
from pathlib import Path

import pytest
import typeguard

from examples import demo
from examples.git_source_control import GitCommit
from examples.plugins import commit_digest, news_board
from examples.plugins.commit_digest import COMMIT_DIGEST
from examples.sqlite_state_store import SqliteStateStore
from latency_shim import DECISION_HANDLER, STATE_STORE, DecisionRequest, DecisionResult, PluginManifest
from latency_shim.memory import MemoryContext
from latency_shim.memory.context import MemoryDecisionResult

MANIFESTS = demo.load_plugins()


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a repository with one commit."""
    path = tmp_path_factory.mktemp("repository")
    identity = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Ada"), ("EMAIL", "ada@example.org"))
    }
    for arguments in (["init", "--quiet"], ["commit", "--quiet", "--allow-empty", "--message=A beginning"]):
        subprocess.run(["git", *arguments], cwd=path, check=True, env={**os.environ, **identity})  # noqa: S603, S607 - our own arguments, the git on the path
    return path


def test_there_are_two_manifests_in_toml_and_one_in_json() -> None:
    assert sorted(path.suffix for path in MANIFESTS) == [".json", ".toml", ".toml"]


@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.name)
def test_each_manifest_is_a_plugin_manifest(path: Path) -> None:
    typeguard.check_type(MANIFESTS[path], PluginManifest)


def test_it_binds_runs_and_shows_what_was_produced(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert demo.main(["--repo", str(repository)]) == 0
    shown = capsys.readouterr().out
    assert "SourceControl -> examples.git_source_control.GitSourceControl (git)" in shown
    assert "StateStore -> examples.sqlite_state_store.SqliteStateStore (sqlite)" in shown
    assert "CommitDigest -> examples.plugins.commit_digest.Plugin (<default>)" in shown
    assert re.search(r'digest/newest = \["[0-9a-f]{8} A beginning"\]', shown)
    assert re.search(r'board/text = "News\\n\* [0-9a-f]{8} A beginning"', shown)
    assert 'authors/busiest = {"author": "Ada", "commits": 1}' in shown


NOT_FOUND = 'FacetNotFoundError: No provider found for facet "{}"'
AMBIGUOUS = (
    'AmbiguousFacetError: Multiple providers for facet "{}": {}. Specify a qualifier or configure explicit binding.'
)
CIRCULAR = "CircularDependencyError: Circular dependency detected: {}"


@pytest.mark.parametrize(
    ("fault", "plugin", "error"),
    [
        ("missing", "commit-digest", NOT_FOUND.format("StateStore")),
        ("ambiguous", "commit-digest", AMBIGUOUS.format("SourceControl", "git, mirror")),
        ("cycle", "commit-digest", CIRCULAR.format("commit-digest -> news-board -> commit-digest")),
        ("optional", "news-board", NOT_FOUND.format("DecisionHandler")),
    ],
)
def test_each_fault_is_shown_as_the_core_reports_it(
    repository: Path, capsys: pytest.CaptureFixture[str], fault: str, plugin: str, error: str
) -> None:
    assert demo.main(["--repo", str(repository), "--break", fault]) == 1
    assert f"error: plugin {plugin}: {error}" in capsys.readouterr().out.splitlines()


def test_every_fault_is_shown_in_these_tests() -> None:
    assert set(demo.FAULTS) == {"missing", "ambiguous", "cycle", "optional"}


def test_what_a_plugin_provides_is_registered_as_its_manifest_says() -> None:
    assert demo.options_of({"facet": "Cache", "qualifier": "disk", "priority": 3}) == {
        "qualifier": "disk",
        "priority": 3,
    }
    assert demo.options_of({"facet": "Cache"}) == {"priority": 0}


@pytest.mark.parametrize(("decision", "published"), [("yes", True), ("no", False)])
def test_the_news_board_asks_first_where_somebody_can_be_asked(tmp_path: Path, decision: str, published: bool) -> None:
    class Asking(MemoryContext):
        async def request_decision(self, request: DecisionRequest, /) -> DecisionResult:
            assert request["type"] == "approval"
            return MemoryDecisionResult(decision)

    store = SqliteStateStore(tmp_path / "state.db")
    manifest = next(manifest for manifest in MANIFESTS.values() if manifest["id"] == "news-board")
    context = Asking(manifest)
    context.provide(COMMIT_DIGEST, commit_digest.Plugin())
    context.provide(STATE_STORE, store)
    context.provide(DECISION_HANDLER, object())
    asyncio.run(news_board.Plugin().activate(context))
    assert asyncio.run(store.has("board/text")) is published


def test_a_commit_without_message_has_an_empty_first_line() -> None:
    commit = GitCommit("7" * 40, "Ada", "ada@example.org", datetime.datetime.now(datetime.UTC), "")
    assert commit_digest.first_line(commit) == ""


def test_a_folder_that_is_no_repository_is_one_line_and_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert demo.main(["--repo", str(tmp_path / "gone")]) == 1
    assert capsys.readouterr().err.startswith("error: UNKNOWN: git cannot run in ")
