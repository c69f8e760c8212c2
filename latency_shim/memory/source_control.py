"""A `SourceControl` that forgets everything when the program ends, and its working copy."""

import difflib
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from examples.facets.pages import page
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


@dataclass(frozen=True)
class StoredBranch:
    """A `Branch`."""

    name: str
    head: str
    is_default: bool
    created_at: datetime


@dataclass(frozen=True)
class StoredCommit:
    """A `Commit`, the one before it, and all files as they are then."""

    sha: str
    author: str
    message: str
    date: datetime
    parent: str | None
    files: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True)
class Change:
    """A `DiffEntry`; a file that was renamed is one deleted and one added."""

    path: str
    status: Literal["added", "modified", "deleted", "renamed"]
    additions: int
    deletions: int


class InMemorySourceControl:
    """A `SourceControl`, begun with an empty commit; there is one author, and `main` is always checked out.

    Write to and delete from `working_copy`, paths and texts, what is to be committed.
    """

    def __init__(self, author: str = "me") -> None:
        self._author = author
        self._branches: dict[str, tuple[str, datetime]] = {}
        self._commits: dict[str, StoredCommit] = {}
        self.checked_out = self.default = "main"
        self.working_copy: dict[str, str] = {}
        self._branches["main"] = self._add("begin", None, {}).sha, datetime.now(UTC)

    async def create_branch(self, spec: BranchSpec, /) -> Branch:
        name = _required(spec["name"], "Branch name is required")
        if name in self._branches:
            raise FacetError(f"branch {name!r} exists", "CONFLICT")
        self._branches[name] = self._commit(spec.get("from_", self.default)).sha, datetime.now(UTC)
        return self._branch(name)

    async def get_branch(self, name: str, /) -> Branch:
        return self._branch(name)

    async def list_branches(self, query: PaginatedQuery | None = None) -> PaginatedResult[Branch]:
        wanted: PaginatedQuery = query or {}
        return page([self._branch(name) for name in self._branches], wanted.get("offset"), wanted.get("limit"))

    async def commit(self, spec: CommitSpec, /) -> Commit:
        message = _required(spec["message"], "Commit message is required")
        if not spec["files"]:
            raise FacetError("At least one file must be staged", "VALIDATION_ERROR")
        parent = self._commit(self.checked_out)
        files = {path: text for path, text in parent.files.items() if path not in spec["files"]}
        for path in spec["files"]:
            if path in self.working_copy:
                files[path] = self.working_copy[path]
            elif path not in parent.files:
                raise FacetError(f"no file {path!r}", "VALIDATION_ERROR")
        commit = self._add(message, parent.sha, files)
        self._branches[self.checked_out] = commit.sha, self._branches[self.checked_out][1]
        return commit

    async def get_commit(self, ref: str, /) -> Commit:
        return self._commit(_required(ref, "Commit ref is required"))

    async def list_commits(self, query: CommitQuery, /) -> PaginatedResult[Commit]:
        found: list[Commit] = []
        sha: str | None = self._commit(query.get("branch", self.checked_out)).sha
        while sha is not None:
            commit = self._commits[sha]
            if query.get("author", commit.author) == commit.author and query.get(
                "since", commit.date
            ) <= commit.date <= query.get("until", commit.date):
                found.append(commit)
            sha = commit.parent
        return page(found, query.get("offset"), query.get("limit"))

    async def get_diff(self, from_: str, to: str, /) -> Sequence[DiffEntry]:
        old = self._commit(_required(from_, 'Diff "from" ref is required')).files
        new = self._commit(_required(to, 'Diff "to" ref is required')).files
        return [
            _change(path, old.get(path), new.get(path))
            for path in sorted({**old, **new})
            if old.get(path) != new.get(path)
        ]

    def _branch(self, name: str) -> StoredBranch:
        if name not in self._branches:
            raise FacetError(f"no branch {name!r}", "NOT_FOUND")
        head, created_at = self._branches[name]
        return StoredBranch(name, head, name == self.default, created_at)

    def _commit(self, ref: str) -> StoredCommit:
        sha, _ = self._branches.get(ref, (ref, None))
        if sha not in self._commits:
            raise FacetError(f"{ref!r} stands for no commit", "NOT_FOUND")
        return self._commits[sha]

    def _add(self, message: str, parent: str | None, files: Mapping[str, str]) -> StoredCommit:
        date = datetime.now(UTC)
        sha = hashlib.sha256(repr((message, self._author, date, parent, sorted(files.items()))).encode()).hexdigest()
        self._commits[sha] = StoredCommit(sha, self._author, message, date, parent, files)
        return self._commits[sha]


def _change(path: str, old: str | None, new: str | None) -> Change:
    lines = list(difflib.ndiff((old or "").splitlines(), (new or "").splitlines()))
    additions = sum(line.startswith("+ ") for line in lines)
    deletions = sum(line.startswith("- ") for line in lines)
    status: Literal["added", "modified", "deleted"] = (
        "added" if old is None else "deleted" if new is None else "modified"
    )
    return Change(path, status, additions, deletions)


def _required(text: str, message: str) -> str:
    if not text.strip():
        raise FacetError(message, "VALIDATION_ERROR")
    return text
