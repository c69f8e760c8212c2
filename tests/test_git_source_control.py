"""What the example `SourceControl` over git does beyond the contract, on a repository made for the test."""

import asyncio
import datetime
import os
import subprocess
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

import pytest

from examples.git_source_control import GitSourceControl
from latency_shim import CommitQuery, FacetError, SourceControl

T = TypeVar("T")
NOON = datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.UTC)


def hours(count: int) -> datetime.datetime:
    return NOON + datetime.timedelta(hours=count)


def run(call: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(call)


class Repository:
    """A scratch repository, whose commits are an hour apart."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.commits = 0
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("config", "user.name", "Ada")
        self.git("config", "user.email", "ada@example.org")

    def git(self, *arguments: str) -> str:
        date = hours(self.commits).isoformat()
        later = hours(self.commits + 100).isoformat()  # as after a rebase
        environment = {**os.environ, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": later}
        done = subprocess.run(  # noqa: S603 - our own arguments
            ["git", *arguments],  # noqa: S607 - the git on the path is meant
            cwd=self.path,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def commit(self, message: str, author: str = "Ada <ada@example.org>", **files: str | None) -> str:
        """Write or delete files, commit them, and give the SHA."""
        for name, text in files.items():
            path = self.path / name.replace("_", ".")
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", f"--author={author}", f"--message={message}")
        self.commits += 1
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


@pytest.fixture
def source(repository: Repository) -> SourceControl:
    return GitSourceControl(repository.path)


def code_of(call: Coroutine[Any, Any, object]) -> str:
    with pytest.raises(FacetError) as caught:
        run(call)
    return caught.value.code


def test_a_commit_is_found_by_all_that_git_knows_it_by(repository: Repository, source: SourceControl) -> None:
    sha = repository.commit("first\n\nwith a body", a_txt="1\n")
    repository.git("tag", "v1")
    for ref in sha[:10], "HEAD", "v1":
        commit = run(source.get_commit(ref))
        assert (commit.sha, commit.message, commit.author, commit.date) == (
            sha,
            "first\n\nwith a body",
            "Ada",
            NOON,
        )


@pytest.mark.parametrize("ref", ["no-such-thing", "--all", "--quiet", "HEAD:a.txt", "0" * 40])
def test_what_stands_for_no_commit_is_not_found(repository: Repository, source: SourceControl, ref: str) -> None:
    repository.commit("first", a_txt="1\n")
    assert code_of(source.get_commit(ref)) == "NOT_FOUND"
    assert code_of(source.get_diff("HEAD", ref)) == "NOT_FOUND"
    assert code_of(source.list_commits({"branch": ref})) == "NOT_FOUND"


def test_commits_come_newest_first(repository: Repository, source: SourceControl) -> None:
    shas = [repository.commit(str(number)) for number in range(5)]
    page = run(source.list_commits({"limit": 2, "offset": 1}))
    assert [commit.sha for commit in page.items] == [shas[3], shas[2]]


def test_since_and_until_go_by_the_time_of_authoring(repository: Repository, source: SourceControl) -> None:
    for number in range(4):
        repository.commit(str(number))
    page = run(source.list_commits({"since": hours(1), "until": hours(2)}))
    assert [commit.message for commit in page.items] == ["2", "1"]


@pytest.mark.parametrize("query", [{"offset": -1}, {"limit": -1}, {"since": datetime.datetime(2026, 1, 1)}])  # noqa: DTZ001 - a naive time is meant
def test_a_query_that_makes_no_sense_is_refused(
    repository: Repository, source: SourceControl, query: CommitQuery
) -> None:
    repository.commit("first")
    assert code_of(source.list_commits(query)) == "VALIDATION_ERROR"


def test_an_author_is_found_by_name_and_by_address(repository: Repository, source: SourceControl) -> None:
    repository.commit("hers")
    repository.commit("his", author="Alan <alan@example.org>")
    for author in "Alan", "alan@example.org":
        assert [commit.message for commit in run(source.list_commits({"author": author})).items] == ["his"]


def test_a_repository_without_commits_has_an_empty_page(source: SourceControl) -> None:
    page = run(source.list_commits({}))
    assert (list(page.items), page.total, page.has_more) == ([], 0, False)


def test_a_folder_that_is_no_repository_is_an_error(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / ".git").touch()  # no repository, and none is looked for above
    for call in (
        GitSourceControl(elsewhere).list_commits({}),
        GitSourceControl(tmp_path / "gone").get_commit("HEAD"),
    ):
        assert code_of(call) == "UNKNOWN"


@pytest.mark.parametrize(
    ("name", "code"),
    [("", "VALIDATION_ERROR"), (" ", "VALIDATION_ERROR"), ("a..b", "VALIDATION_ERROR"), ("main", "CONFLICT")],
)
def test_a_branch_that_cannot_be_is_refused(
    repository: Repository, source: SourceControl, name: str, code: str
) -> None:
    repository.commit("first")
    assert code_of(source.create_branch({"name": name})) == code


def test_a_branch_is_as_old_as_its_newest_commit(repository: Repository, source: SourceControl) -> None:
    repository.commit("first")
    assert run(source.get_branch("main")).created_at == hours(100)  # which git does record


def test_the_beginning_of_a_name_is_no_branch(repository: Repository, source: SourceControl) -> None:
    repository.commit("first")
    repository.git("branch", "topic/a")
    assert code_of(source.get_branch("topic")) == "NOT_FOUND"


def test_a_commit_has_only_the_files_it_names(repository: Repository, source: SourceControl) -> None:
    first = repository.commit("first", a_txt="1\n")
    (repository.path / "a.txt").unlink()
    (repository.path / "b[1].txt").write_text("new\n", encoding="utf-8")
    (repository.path / "*.txt").write_text("a name, not a pattern\n", encoding="utf-8")
    (repository.path / "c.txt").write_text("not asked for\n", encoding="utf-8")
    repository.git("add", "c.txt")
    commit = run(source.commit({"message": "second", "files": ["a.txt", "b[1].txt", "*.txt"]}))
    assert commit.message == "second"
    assert {(entry.path, entry.status) for entry in run(source.get_diff(first, commit.sha))} == {
        ("a.txt", "deleted"),
        ("b[1].txt", "added"),
        ("*.txt", "added"),
    }


def test_paths_are_relative_to_the_root_from_a_folder_too(repository: Repository) -> None:
    folder = repository.path / "folder"
    folder.mkdir()
    first = repository.commit("first")
    (folder / "a.txt").write_text("1\n", encoding="utf-8")
    source = GitSourceControl(folder)
    commit = run(source.commit({"message": "second", "files": ["folder/a.txt"]}))
    assert [entry.path for entry in run(source.get_diff(first, commit.sha))] == ["folder/a.txt"]


def test_the_environment_names_no_other_repository(
    repository: Repository,
    source: SourceControl,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    repository.commit("here")
    elsewhere = Repository(tmp_path_factory.mktemp("elsewhere"))
    elsewhere.commit("there")
    monkeypatch.setenv("GIT_DIR", str(elsewhere.path / ".git"))
    assert run(source.get_commit("HEAD")).message == "here"


def test_the_default_branch_is_that_of_the_origin(
    repository: Repository, tmp_path_factory: pytest.TempPathFactory
) -> None:
    sha = repository.commit("first")
    clone = tmp_path_factory.mktemp("clone")
    repository.git("clone", "--quiet", str(repository.path), str(clone))
    source = GitSourceControl(clone)
    run(source.create_branch({"name": "side"}))
    subprocess.run(["git", "switch", "--quiet", "side"], cwd=clone, check=True)  # noqa: S607 - the git on the path
    assert {branch.name: branch.is_default for branch in run(source.list_branches()).items} == {
        "main": True,
        "side": False,
    }
    assert run(source.get_commit("side")).sha == sha


def test_a_commit_that_cannot_be_is_refused(repository: Repository, source: SourceControl) -> None:
    repository.commit("first", a_txt="1\n")
    assert code_of(source.commit({"message": " ", "files": ["a.txt"]})) == "VALIDATION_ERROR"
    assert code_of(source.commit({"message": "empty", "files": []})) == "VALIDATION_ERROR"
    assert code_of(source.commit({"message": "lost", "files": ["gone.txt"]})) == "UNKNOWN"


def test_a_diff_knows_renamed_and_binary_files(repository: Repository, source: SourceControl) -> None:
    text = "".join(f"{number}\n" for number in range(20))
    before = repository.commit("before", old_txt=text)
    after = repository.commit("after", old_txt=None, new_txt=text + "20\n", bin_dat="\0")
    found = {
        (entry.path, entry.status, entry.additions, entry.deletions) for entry in run(source.get_diff(before, after))
    }
    assert found == {("new.txt", "renamed", 1, 0), ("bin.dat", "added", 0, 0)}
