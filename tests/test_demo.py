"""The demo, as a person sees it."""

import asyncio
import datetime
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from examples import demo
from examples.git_source_control import GitCommit
from examples.plugins import busiest_author, commit_digest, news_board
from examples.plugins.commit_digest import COMMIT_DIGEST
from latency_shim import DECISION_HANDLER, STATE_STORE, Decision, DecisionSpec
from latency_shim.loading import Plugin
from latency_shim.memory import MemoryDecisionHandler, MemoryStateStore
from latency_shim.testing import PluginContract, plugin_context


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
    files = Path(demo.__file__).parent.joinpath("plugins").iterdir()
    assert sorted(path.suffix for path in files if path.suffix in {".json", ".toml"}) == [".json", ".toml", ".toml"]


def test_it_plans_runs_and_shows_what_was_produced(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert demo.main(["--repo", str(repository)]) == 0
    shown = capsys.readouterr().out
    assert "3 of 3 plugins can start, 0 problems" in shown
    assert 'SourceControl "git" -> git' in shown
    assert "StateStore -> sqlite" in shown
    assert "CommitDigest -> <default> of commit-digest" in shown
    assert re.search(r'digest/newest = \["[0-9a-f]{8} A beginning"\]', shown)
    assert re.search(r'board/text = "News\\n\* [0-9a-f]{8} A beginning"', shown)
    assert 'authors/busiest = {"author": "Ada", "commits": 1}' in shown


MISSING = 'No provider found for facet "{}" [missing]'
HELP = "Specify a qualifier or configure explicit binding."
AMBIGUOUS = f'Multiple providers for facet "SourceControl": git, mirror. {HELP} [ambiguous]'
CIRCULAR = "Circular dependency detected: commit-digest -> news-board -> commit-digest [circular]"


@pytest.mark.parametrize(
    ("fault", "plugin", "problem"),
    [
        ("missing", "commit-digest", MISSING.format("StateStore")),
        ("ambiguous", "commit-digest", AMBIGUOUS),
        ("cycle", "commit-digest", CIRCULAR),
        ("optional", "news-board", MISSING.format("DecisionHandler")),
    ],
)
def test_each_fault_is_shown_and_nothing_runs(
    repository: Path, capsys: pytest.CaptureFixture[str], fault: str, plugin: str, problem: str
) -> None:
    assert demo.main(["--repo", str(repository), "--break", fault]) == 1
    shown = capsys.readouterr().out
    assert f"problem: {plugin}: {problem}" in shown.splitlines()
    assert "The plugins run" not in shown


def test_every_fault_is_shown_in_these_tests() -> None:
    assert set(demo.FAULTS) == {"missing", "ambiguous", "cycle", "optional"}


class Answering(MemoryDecisionHandler):
    """Chooses the same option for whoever asks."""

    def __init__(self, answer: str) -> None:
        super().__init__()
        self.answer = answer

    async def request_decision(self, spec: DecisionSpec, /) -> Decision:
        asked = await super().request_decision(spec)
        return await self.resolve_decision(asked.id, {"selected_option": self.answer, "decided_by": "a test"})


@pytest.mark.parametrize(("answer", "published"), [("yes", True), ("no", False)])
def test_the_news_board_asks_first_if_somebody_can_be_asked(answer: str, published: bool) -> None:
    store = MemoryStateStore()
    providers = {COMMIT_DIGEST: commit_digest.Plugin(), STATE_STORE: store, DECISION_HANDLER: Answering(answer)}
    asyncio.run(news_board.activate(plugin_context(news_board.manifest, providers)))
    assert asyncio.run(store.has("board/text")) is published


class TestBusiestAuthor(PluginContract):
    @pytest.fixture
    def plugin(self) -> Plugin:
        return busiest_author


class TestCommitDigest(PluginContract):
    @pytest.fixture
    def plugin(self) -> Plugin:
        return commit_digest.Plugin()


class TestNewsBoard(PluginContract):
    @pytest.fixture
    def plugin(self) -> Plugin:
        return news_board

    @pytest.fixture
    def providers(self) -> Mapping[Any, object]:
        return {COMMIT_DIGEST: commit_digest.Plugin(), DECISION_HANDLER: Answering("yes")}


def test_a_commit_without_message_has_an_empty_first_line() -> None:
    commit = GitCommit("7" * 40, "Ada", "ada@example.org", datetime.datetime.now(datetime.UTC), "")
    assert commit_digest.first_line(commit) == ""


def test_a_folder_that_is_no_repository_is_one_line_and_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert demo.main(["--repo", str(tmp_path / "gone")]) == 1
    assert capsys.readouterr().err.startswith("error: FacetError: git cannot run in ")
