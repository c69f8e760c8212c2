"""A `SourceControl` over a git checkout, by way of the git program."""

import asyncio
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Generic, Literal, TypeVar

from latency_shim import (
    Branch,
    BranchSpec,
    Commit,
    CommitQuery,
    CommitSpec,
    DiffEntry,
    FacetError,
    PaginatedQuery,
    PaginatedResult,
)

_T = TypeVar("_T")
Status = Literal["added", "modified", "deleted", "renamed"]
_ELSEWHERE = "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_PREFIX"
_STATUS: dict[str, Status] = {"A": "added", "D": "deleted", "R": "renamed"}  # all else changed in place


@dataclass(frozen=True)
class Page(Generic[_T]):
    """A `PaginatedResult`."""

    items: Sequence[_T]
    total: int
    has_more: bool


@dataclass(frozen=True)
class GitBranch:
    """A `Branch`. Git does not record when one was created: the time of its newest commit stands in."""

    name: str
    head: str
    is_default: bool
    created_at: datetime


@dataclass(frozen=True)
class GitCommit:
    """A `Commit`, with the author's address beside the name."""

    sha: str
    author: str
    email: str
    date: datetime
    message: str


@dataclass(frozen=True)
class GitDiffEntry:
    """A `DiffEntry`; binary files count no lines."""

    path: str
    status: Status
    additions: int
    deletions: int


class GitSourceControl:
    """A `SourceControl`; branches are the local ones, authors are known by name or by address."""

    def __init__(self, checkout: Path) -> None:
        self._checkout = checkout

    async def create_branch(self, spec: BranchSpec, /) -> Branch:
        name = _required(spec["name"], "Branch name is required")
        if not await self._succeeds("check-ref-format", "--branch", name):
            raise FacetError(f"{name!r} cannot be the name of a branch", "VALIDATION_ERROR")
        if await self._succeeds("show-ref", "--verify", "--quiet", f"refs/heads/{name}"):
            raise FacetError(f"branch {name!r} exists", "CONFLICT")
        start = await self._sha(spec.get("from_") or await self._default_branch())
        await self._git("branch", name, start)
        return await self.get_branch(name)

    async def get_branch(self, name: str, /) -> Branch:
        for branch in await self._branches():
            if branch.name == name:
                return branch
        raise FacetError(f"no branch {name!r}", "NOT_FOUND")

    async def list_branches(self, query: PaginatedQuery | None = None) -> PaginatedResult[Branch]:
        wanted: PaginatedQuery = query or {}
        return _page(await self._branches(), wanted.get("offset"), wanted.get("limit"))

    async def commit(self, spec: CommitSpec, /) -> Commit:
        message = _required(spec["message"], "Commit message is required")
        if not spec["files"]:
            raise FacetError("At least one file must be staged", "VALIDATION_ERROR")
        root = Path((await self._git("rev-parse", "--show-toplevel")).rstrip("\n"))  # which the paths are relative to
        await self._git("add", "--all", "--", *spec["files"], folder=root)
        await self._git("commit", "--quiet", "--message", message, "--", *spec["files"], folder=root)
        return await self.get_commit("HEAD")

    async def get_commit(self, ref: str, /) -> Commit:
        sha = await self._sha(_required(ref, "Commit ref is required"))
        [commit] = await self._log("--max-count=1", sha)
        return commit

    async def list_commits(self, query: CommitQuery, /) -> PaginatedResult[Commit]:
        for bound in query.get("since"), query.get("until"):
            if bound is not None and bound.tzinfo is None:
                raise FacetError(f"a time needs a timezone: {bound}", "VALIDATION_ERROR")
        branch = query.get("branch", "HEAD")
        await self._git("rev-parse", "--git-dir")  # fails outside a checkout
        if branch == "HEAD" and not await self._succeeds("rev-parse", "--verify", "--quiet", "HEAD"):
            return _page([])  # nothing was committed yet
        wanted: list[Commit] = []
        for commit in await self._log(await self._sha(branch)):
            if query.get("author", commit.author) not in (commit.author, commit.email):
                continue
            if query.get("since", commit.date) <= commit.date <= query.get("until", commit.date):
                wanted.append(commit)
        return _page(wanted, query.get("offset"), query.get("limit"))

    async def get_diff(self, from_: str, to: str, /) -> Sequence[DiffEntry]:
        base = await self._sha(_required(from_, 'Diff "from" ref is required'))
        target = await self._sha(_required(to, 'Diff "to" ref is required'))
        names = iter(_fields(await self._git("diff", "--name-status", "--find-renames", "-z", base, target)))
        counts = iter(_fields(await self._git("diff", "--numstat", "--find-renames", "-z", base, target)))
        entries: list[DiffEntry] = []
        for letter in names:
            status = _STATUS.get(letter[0], "modified")
            additions, deletions, path = next(counts).split("\t", 2)
            for _ in range(2 if status == "renamed" else 0):  # here the old path and the new one come apart
                path = next(counts)
            for _ in range(2 if status == "renamed" else 1):
                next(names)
            entries.append(GitDiffEntry(path, status, _lines(additions), _lines(deletions)))
        return entries

    async def _branches(self) -> list[Branch]:
        default = await self._default_branch()
        refs = await self._git(
            "for-each-ref",
            "--format=%(refname:lstrip=2)%00%(objectname)%00%(committerdate:iso-strict)",
            "refs/heads",
        )
        branches: list[Branch] = []
        for line in refs.splitlines():
            name, head, date = line.split("\0")
            branches.append(GitBranch(name, head, name == default, datetime.fromisoformat(date)))
        return branches

    async def _default_branch(self) -> str:
        """Give the branch that the origin calls its default, without an origin the one checked out."""
        for ref in "refs/remotes/origin/HEAD", "HEAD":
            if await self._succeeds("symbolic-ref", "--quiet", ref):
                full = (await self._git("symbolic-ref", ref)).strip()
                return full.removeprefix("refs/heads/").removeprefix("refs/remotes/origin/")
        return "HEAD"

    async def _log(self, *arguments: str) -> list[GitCommit]:
        log = await self._git("log", "-z", "--format=%H%n%an%n%ae%n%aI%n%B", *arguments)
        commits: list[GitCommit] = []
        for entry in _fields(log):
            sha, author, email, date, message = entry.split("\n", 4)
            commits.append(GitCommit(sha, author, email, datetime.fromisoformat(date), message.strip()))
        return commits

    async def _sha(self, ref: str) -> str:
        for name in ref, f"origin/{ref}":  # a fresh clone has most branches on the origin's side only
            code, out, _ = await self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
            if code == 0:
                return out.strip()
        await self._git("rev-parse", "--git-dir")  # fails outside a checkout
        raise FacetError(f"{ref!r} stands for no commit", "NOT_FOUND")

    async def _succeeds(self, *arguments: str) -> bool:
        code, _, _ = await self._run(*arguments)
        return code == 0

    async def _git(self, *arguments: str, folder: Path | None = None) -> str:
        code, out, err = await self._run(*arguments, folder=folder)
        if code != 0:
            raise FacetError(f"git {arguments[0]}: {(err or out).strip()}", "UNKNOWN")
        return out

    async def _run(self, *arguments: str, folder: Path | None = None) -> tuple[int, str, str]:
        environment = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
        try:
            process = await asyncio.create_subprocess_exec(
                "git",
                "--literal-pathspecs",
                "-c",
                "log.showSignature=false",
                *arguments,
                cwd=folder or self._checkout,
                env=environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
            )
        except OSError as error:
            raise FacetError(f"git cannot run in {self._checkout}: {error}", "UNKNOWN", cause=error) from error
        out, err = await process.communicate()
        return process.returncode or 0, out.decode(errors="replace"), err.decode(errors="replace")


def _required(text: str, message: str) -> str:
    if not text.strip():
        raise FacetError(message, "VALIDATION_ERROR")
    return text


def _page(items: Sequence[_T], offset: int | None = None, limit: int | None = None) -> Page[_T]:
    if (offset or 0) < 0 or (limit or 0) < 0:
        raise FacetError(f"no page begins at {offset} and has {limit} items", "VALIDATION_ERROR")
    start = offset or 0
    end = len(items) if limit is None else start + limit
    return Page(items[start:end], total=len(items), has_more=end < len(items))


def _fields(text: str) -> Iterable[str]:
    """Give what NUL ends or separates."""
    return text.removesuffix("\0").split("\0") if text else ()


def _lines(count: str) -> int:
    return 0 if count == "-" else int(count)
