"""What the example `SourceControl` over git does beyond the contract, on a repository made for the test."""

import asyncio
import datetime
import os
import subprocess
import time
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
        """Write or delete files, commit them, and return the SHA."""
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


def odd_commit(
    repository: Repository, date: str, *, author: bytes = b"Ada <ada@example.org>", message: str = "odd"
) -> str:
    """Make a commit as other programs may make it, on the branch `odd`."""
    tree, parent = repository.git("rev-parse", "HEAD^{tree}", "HEAD").split()
    text = b"tree %b\nparent %b\nauthor %b %b\ncommitter %b %b\n\n%b\n" % (
        tree.encode(),
        parent.encode(),
        author,
        date.encode(),
        author,
        date.encode(),
        message.encode(),
    )
    done = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"],  # noqa: S607 - the git on the path
        cwd=repository.path,
        input=text,
        capture_output=True,
        check=True,
    )
    sha = done.stdout.decode().strip()
    repository.git("update-ref", "refs/heads/odd", sha)
    return sha


EPOCH = datetime.datetime.fromtimestamp(0, datetime.UTC)


@pytest.mark.parametrize(
    ("date", "time"),
    [
        ("1767268800 +0100", NOON),
        ("1767268800 +9999", NOON),
        ("1767268800 -2400", NOON),
        ("1767268800 +2400", NOON),
        ("253402300800 +0000", EPOCH),
        ("99999999999999 +0000", EPOCH),
        ("99999999999999999999999 +0000", EPOCH),
        ("-5 +0000", None),
        ("abc +0000", EPOCH),
        ("", EPOCH),
        ("+0000", EPOCH),
    ],
)
def test_an_odd_date_hides_nothing(
    repository: Repository, source: SourceControl, date: str, time: datetime.datetime | None
) -> None:
    first = repository.commit("first")
    sha = odd_commit(repository, date)
    assert {branch.name: branch.head for branch in run(source.list_branches()).items} == {"main": first, "odd": sha}
    assert [commit.sha for commit in run(source.list_commits({"branch": "odd"})).items] == [sha, first]
    assert run(source.list_commits({"branch": "odd", "since": NOON, "author": "Ada"})).total >= 1
    commit, branch = run(source.get_commit("odd")), run(source.get_branch("odd"))
    assert commit.message == "odd"
    if time is not None:
        assert (commit.date, branch.created_at) == (time, time)


@pytest.mark.parametrize("author", [b"\xff\xfe <a@b>", b" <>", b"", b"A\xc3 <a@\xff>", b"a <b> <c> > <d>"])
def test_an_odd_author_hides_nothing(repository: Repository, source: SourceControl, author: bytes) -> None:
    first = repository.commit("first")
    sha = odd_commit(repository, "1767268800 +0100", author=author)
    commits = run(source.list_commits({"branch": "odd"})).items
    assert [commit.sha for commit in commits] == [sha, first]
    commits[0].author.encode()
    assert run(source.list_branches()).total == 2


NOT_ASKABLE = {"NUL": "\0", "NUL inside": "a\0b", "surrogate": "a\ud800", "long": "x" * 3_000_000}


@pytest.mark.parametrize("text", NOT_ASKABLE.values(), ids=NOT_ASKABLE)
def test_what_git_cannot_be_asked_is_a_facet_error(repository: Repository, source: SourceControl, text: str) -> None:
    sha = repository.commit("first", a_txt="1\n")
    (repository.path / "a.txt").write_text("2\n", encoding="utf-8")
    unknown = source.get_commit(text), source.get_diff("HEAD", text), source.list_commits({"branch": text})
    assert [*map(code_of, unknown)] == ["NOT_FOUND"] * 3
    assert code_of(source.get_branch(text)) == "NOT_FOUND"
    assert code_of(source.create_branch({"name": "side", "from_": text})) == "NOT_FOUND"
    code = "UNKNOWN" if len(text) > 9 else "VALIDATION_ERROR"  # what is too long
    assert code_of(source.create_branch({"name": text})) == "VALIDATION_ERROR" or code == "UNKNOWN"
    assert code_of(source.commit({"message": text, "files": ["a.txt"]})) == code
    assert code_of(source.commit({"message": "text", "files": ["a.txt", text]})) == code
    assert run(source.list_commits({"author": text})).total == 0
    assert [branch.head for branch in run(source.list_branches()).items] == [sha]
    assert repository.git("status", "--porcelain") == "M a.txt"  # stripped: it is not staged


@pytest.mark.parametrize("name", ["-x", "--help", "-", "--delete", "@{-1}", "HEAD", "-mmain", "a\nb", "a b", "a~1"])
def test_an_option_or_an_expression_is_no_name_of_a_branch(
    repository: Repository, source: SourceControl, name: str
) -> None:
    repository.commit("first")
    repository.git("switch", "--quiet", "--create", "before")
    repository.git("switch", "--quiet", "main")
    assert code_of(source.create_branch({"name": name})) == "VALIDATION_ERROR"
    assert {branch.name for branch in run(source.list_branches()).items} == {"main", "before"}


@pytest.mark.parametrize(
    "ref", ["^HEAD", "HEAD..HEAD", "HEAD...HEAD", "HEAD^@", "HEAD^!", "-", "--", "--branches", "-5"]
)
def test_a_ref_that_stands_for_several_commits_is_not_found(
    repository: Repository, source: SourceControl, ref: str
) -> None:
    repository.commit("first")
    repository.commit("second")
    assert code_of(source.get_commit(ref)) == "NOT_FOUND"
    assert code_of(source.get_diff(ref, "HEAD")) == "NOT_FOUND"
    assert code_of(source.list_commits({"branch": ref})) == "NOT_FOUND"
    assert code_of(source.create_branch({"name": "side", "from_": ref})) == "NOT_FOUND"


@pytest.mark.parametrize(
    "name", ["-x", "--all", ":(exclude)a", "a\nb", "\udcff", "caf\udce9", 'a"b', "a\tb", " a ", "e\u0301", "é"]
)
def test_names_of_files_are_exact(repository: Repository, source: SourceControl, name: str) -> None:
    first = repository.commit("first", a="1\n")
    for path in name, "other":
        (repository.path / path).write_text("1\n", encoding="utf-8")
    commit = run(source.commit({"message": "second", "files": [name]}))
    [entry] = run(source.get_diff(first, commit.sha))
    assert (entry.path, entry.status) == (name, "added")
    (repository.path / name).write_text("2\n", encoding="utf-8")
    run(source.commit({"message": "third", "files": [entry.path]}))
    (repository.path / name).rename(repository.path / "moved")
    run(source.commit({"message": "fourth", "files": [name, "moved"]}))
    [entry] = run(source.get_diff("HEAD~1", "HEAD"))
    assert (entry.path, entry.status) == ("moved", "renamed")


@pytest.mark.parametrize(
    "name", ["caf\udce9", "\udcff", "a\x85b", "a\u2028b", "\u2003a\u00a0", "e\u0301", "é", "@@", "a'b\"", "ü.lock2"]
)
def test_names_of_branches_are_exact(repository: Repository, source: SourceControl, name: str) -> None:
    sha = repository.commit("first")
    run(source.create_branch({"name": name}))
    assert run(source.get_branch(name)).head == sha
    assert {branch.name for branch in run(source.list_branches()).items} == {"main", name}
    repository.git("symbolic-ref", "HEAD", f"refs/heads/{name}")
    assert run(source.get_branch(name)).is_default
    assert run(source.get_commit(name)).sha == sha
    assert run(source.list_commits({"branch": name})).total == 1


@pytest.mark.parametrize(
    "message",
    ["-x", "# a comment", "  indented", "a  \n\n\n\nb", "a\n---\nb", "\n\na", "e\u0301", "a\r\nb", "\x1b[31m"],
)
def test_messages_are_exact(repository: Repository, message: str, source: SourceControl) -> None:
    repository.commit("first")
    repository.git("config", "commit.cleanup", "strip")
    repository.git("config", "i18n.commitEncoding", "ISO-8859-1")
    (repository.path / "a").touch()
    assert run(source.commit({"message": message, "files": ["a"]})).message == message
    assert run(source.get_commit("HEAD")).message == message


def test_a_commit_that_fails_leaves_the_index_as_it_was(repository: Repository, source: SourceControl) -> None:
    repository.commit("first", a_txt="1\n", b_txt="1\n")
    (repository.path / ".gitignore").write_text("ignored\n", encoding="utf-8")
    for name in "a.txt", "b.txt", "c.txt", "ignored":
        (repository.path / name).write_text("2\n", encoding="utf-8")
    repository.git("add", "b.txt")
    (repository.path / "b.txt").write_text("3\n", encoding="utf-8")
    before = repository.git("status", "--porcelain"), repository.git("diff", "--cached")

    def unchanged() -> bool:
        return (repository.git("status", "--porcelain"), repository.git("diff", "--cached")) == before

    for files in ["a.txt", "gone"], ["c.txt", "ignored"], ["a.txt", "../outside"], ["a.txt", ""]:
        assert code_of(source.commit({"message": "no", "files": files})) == "UNKNOWN"
        assert unchanged()
    hook(repository, "pre-commit", "exit 1")
    assert code_of(source.commit({"message": "no", "files": ["a.txt", "b.txt", "c.txt"]})) == "UNKNOWN"
    assert unchanged()
    hook(repository, "pre-commit", "exit 0")
    run(source.commit({"message": "yes", "files": ["a.txt", "b.txt", "c.txt"]}))
    assert repository.git("status", "--porcelain") == "?? .gitignore"


def test_commits_at_the_same_time_do_not_disturb_each_other(repository: Repository, source: SourceControl) -> None:
    repository.commit("first")
    for number in range(5):
        (repository.path / str(number)).touch()

    async def check() -> None:
        await asyncio.gather(*(source.commit({"message": f"{n}", "files": [f"{n}"]}) for n in range(5)))

    run(check())
    assert run(source.list_commits({})).total == 6


def hook(repository: Repository, name: str, script: str) -> None:
    path = repository.path / ".git" / "hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.mark.parametrize("begin", ["", "trap '' TERM;"])
@pytest.mark.parametrize("name", ["pre-commit", "post-commit"])
def test_a_cancelled_call_ends_git_and_what_it_started(
    repository: Repository, source: SourceControl, begin: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(GitSourceControl, "patience", 0.1)
    repository.commit("first")
    (repository.path / "a").touch()
    pid = repository.path / ".git" / "pid"
    hook(repository, name, f"{begin} echo $PPID > .git/pid.new; mv .git/pid.new .git/pid; sleep 0.6; touch .git/late")

    async def check() -> None:
        call = asyncio.create_task(source.commit({"message": "second", "files": ["a"]}))
        while not pid.exists():
            assert not call.done()
            await asyncio.sleep(0.01)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        with pytest.raises(ProcessLookupError):
            os.kill(int(pid.read_text(encoding="utf-8")), 0)

    run(check())
    assert repository.git("status", "--porcelain") == ("?? a" if name == "pre-commit" else "")
    hook(repository, name, "")
    (repository.path / "b").touch()
    assert run(source.commit({"message": "third", "files": ["b"]})).message == "third"
    time.sleep(0.6)
    assert not (repository.path / ".git" / "late").exists()


def test_a_call_may_be_cancelled_at_any_time(repository: Repository, source: SourceControl) -> None:
    repository.commit("first", a="1\n")

    async def check() -> None:
        for round in range(25):
            (repository.path / "a").write_text(f"{round}\n", encoding="utf-8")
            (repository.path / f"new {round}").touch()
            before = repository.git("rev-parse", "HEAD")
            call = asyncio.create_task(source.commit({"message": f"{round}", "files": ["a", f"new {round}"]}))
            await asyncio.sleep(round * 0.002)
            call.cancel()
            await asyncio.wait([call])
            if repository.git("rev-parse", "HEAD") == before:
                assert repository.git("diff", "--cached", "--name-only") == ""
                await source.commit({"message": f"{round}", "files": ["a", f"new {round}"]})
            assert repository.git("status", "--porcelain") == ""

    run(check())
