"""The facet `SourceControl` in memory, with its working copy."""

import datetime
import difflib
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

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
from latency_shim.memory._clock import Clock, aware, utc_now
from latency_shim.memory._pages import PAGE_SIZE, page

__all__ = ["MemoryBranch", "MemoryCommit", "MemoryDiffEntry", "MemorySourceControl"]


@dataclass(frozen=True)
class MemoryBranch:
    """A `Branch`, as it was when it was looked at."""

    name: str
    head: str
    is_default: bool
    created_at: datetime.datetime


@dataclass(frozen=True)
class MemoryCommit:
    """A `Commit`, the one before it, and all files as they are then."""

    sha: str
    author: str
    message: str
    date: datetime.datetime
    parent: str | None
    files: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True)
class MemoryDiffEntry:
    """A `DiffEntry`; a file that was renamed is one deleted and one added."""

    path: str
    status: Literal["added", "modified", "deleted", "renamed"]
    additions: int
    deletions: int


class MemorySourceControl:
    """A `SourceControl` that begins with an empty commit on `main`, which is checked out.

    Write to and delete from `working_copy`, a dictionary of paths and texts, what is to be committed; assign to
    `checked_out` to change the branch. `HEAD` stands for its newest commit. All commits are by one author. Lists have 30
    items at a time unless the query has a `limit`. Blank names, messages and refs are refused with `VALIDATION_ERROR`,
    unknown ones with `NOT_FOUND`, a branch that exists with `CONFLICT`.
    """

    def __init__(self, author: str = "me", *, page_size: int = PAGE_SIZE, clock: Clock = utc_now) -> None:
        """Make a repository of one empty commit."""
        self._author = author
        self._page_size = page_size
        self._now = aware(clock)
        self._branches: dict[str, tuple[str, datetime.datetime]] = {}
        self._commits: dict[str, MemoryCommit] = {}
        self.default = "main"
        """Name of the default branch."""
        self.checked_out = self.default
        """Name of the branch that `commit` adds to."""
        self.working_copy: dict[str, str] = {}
        """Paths and texts of the files that can be committed."""
        self._branches[self.default] = self._add("begin", None, {}).sha, self._now()

    async def create_branch(self, spec: BranchSpec, /) -> Branch:
        """Create a branch and return it."""
        name = _text(spec["name"], "the name of the branch")
        if name in self._branches:
            raise FacetError(f"there is a branch {name!r} already", "CONFLICT")
        self._branches[name] = self._commit(spec.get("from_", self.default)).sha, self._now()
        return self._branch(name)

    async def get_branch(self, name: str, /) -> Branch:
        """Return the branch; `FacetError` with code `NOT_FOUND` when no such name exists."""
        return self._branch(name)

    async def list_branches(self, query: PaginatedQuery | None = None) -> PaginatedResult[Branch]:
        """Return a page of the branches, in the order of their creation."""
        wanted: PaginatedQuery = query or {}
        found = [self._branch(name) for name in self._branches]
        return page(found, wanted.get("offset", 0), wanted.get("limit", self._page_size))

    async def commit(self, spec: CommitSpec, /) -> Commit:
        """Commit the files that `spec` names, as they are in the working copy; return the new commit."""
        message = _text(spec["message"], "the commit message")
        if not spec["files"]:
            raise FacetError("there are no files to commit", "VALIDATION_ERROR")
        parent = self._commit(self.checked_out)
        files = {path: text for path, text in parent.files.items() if path not in spec["files"]}
        for path in spec["files"]:
            if path in self.working_copy:
                files[path] = self.working_copy[path]
            elif path not in parent.files:
                raise FacetError(f"there is no file {path!r} in the working copy", "VALIDATION_ERROR")
        commit = self._add(message, parent.sha, files)
        self._branches[self.checked_out] = commit.sha, self._branches[self.checked_out][1]
        return commit

    async def get_commit(self, ref: str, /) -> Commit:
        """Return the commit that a SHA, a branch or `HEAD` stands for."""
        return self._commit(_text(ref, "the ref"))

    async def list_commits(self, query: CommitQuery, /) -> PaginatedResult[Commit]:
        """Return a page of the commits that match, newest first, of the branch that is checked out unless one is named."""
        found: list[Commit] = []
        sha: str | None = self._commit(query.get("branch", self.checked_out)).sha
        while sha is not None:
            commit = self._commits[sha]
            if query.get("author", commit.author) == commit.author and query.get(
                "since", commit.date
            ) <= commit.date <= query.get("until", commit.date):
                found.append(commit)
            sha = commit.parent
        return page(found, query.get("offset", 0), query.get("limit", self._page_size))

    async def get_diff(self, from_: str, to: str, /) -> Sequence[DiffEntry]:
        """Return what changed from one commit to another, one entry a file."""
        old = self._commit(_text(from_, "the ref to compare from")).files
        new = self._commit(_text(to, "the ref to compare to")).files
        return [
            _entry(path, old.get(path), new.get(path))
            for path in sorted({**old, **new})
            if old.get(path) != new.get(path)
        ]

    def _branch(self, name: str) -> MemoryBranch:
        if name not in self._branches:
            raise FacetError(f"there is no branch {name!r}", "NOT_FOUND")
        head, created_at = self._branches[name]
        return MemoryBranch(name, head, name == self.default, created_at)

    def _commit(self, ref: str) -> MemoryCommit:
        sha, _ = self._branches.get(self.checked_out if ref == "HEAD" else ref, (ref, None))
        if sha not in self._commits:
            raise FacetError(f"{ref!r} stands for no commit", "NOT_FOUND")
        return self._commits[sha]

    def _add(self, message: str, parent: str | None, files: Mapping[str, str]) -> MemoryCommit:
        date = self._now()
        content = repr((message, self._author, date, parent, len(self._commits), sorted(files.items())))
        sha = hashlib.sha256(content.encode()).hexdigest()
        self._commits[sha] = MemoryCommit(sha, self._author, message, date, parent, files)
        return self._commits[sha]


def _entry(path: str, old: str | None, new: str | None) -> MemoryDiffEntry:
    lines = list(difflib.ndiff((old or "").splitlines(), (new or "").splitlines()))
    additions = sum(line.startswith("+ ") for line in lines)
    deletions = sum(line.startswith("- ") for line in lines)
    status: Literal["added", "modified", "deleted"] = (
        "added" if old is None else "deleted" if new is None else "modified"
    )
    return MemoryDiffEntry(path, status, additions, deletions)


def _text(text: str, what: str) -> str:
    if not text.strip():
        raise FacetError(f"{what} is blank", "VALIDATION_ERROR")
    return text
