"""A repository as a history of branches and commits, each commit with the whole tree."""

import datetime
import difflib
import hashlib
from collections.abc import Mapping, MutableMapping, Sequence
from typing import Literal, NamedTuple

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
from reference.pages import page


class Head(NamedTuple):
    name: str
    head: str
    is_default: bool
    created_at: datetime.datetime


class Snapshot(NamedTuple):
    sha: str
    message: str
    author: str
    date: datetime.datetime
    parent: str | None
    tree: Mapping[str, str]


class Branched(NamedTuple):
    name: str
    start: str
    at: datetime.datetime


class Committed(NamedTuple):
    branch: str
    commit: Snapshot


class Difference(NamedTuple):
    path: str
    status: Literal["added", "modified", "deleted", "renamed"]
    additions: int
    deletions: int


DEFAULT = "main"


class Repository:
    """Has its default branch checked out; `files` is the working copy."""

    def __init__(self, author: str = "reference") -> None:
        self.author = author
        self.files: MutableMapping[str, str] = {"README": "made\n"}
        first = self.snapshot("Begin", None, dict(self.files))
        self.history: tuple[Branched | Committed, ...] = (
            Committed(DEFAULT, first),
            Branched(DEFAULT, first.sha, first.date),
        )

    def now(self) -> datetime.datetime:
        return datetime.datetime.now(datetime.UTC)

    def snapshot(self, message: str, parent: str | None, tree: Mapping[str, str]) -> Snapshot:
        now = self.now()
        text = repr((message, self.author, now, parent, sorted(tree.items())))
        sha = hashlib.sha1(text.encode("utf-8", "backslashreplace"), usedforsecurity=False).hexdigest()
        return Snapshot(sha, message, self.author, now, parent, tree)

    # What is there.

    def heads(self) -> dict[str, Head]:
        found: dict[str, Head] = {}
        for event in self.history:
            if isinstance(event, Branched):
                found[event.name] = Head(event.name, event.start, event.name == DEFAULT, event.at)
            elif event.branch in found:
                found[event.branch] = found[event.branch]._replace(head=event.commit.sha)
        return found

    def commits(self) -> dict[str, Snapshot]:
        return {one.commit.sha: one.commit for one in self.history if isinstance(one, Committed)}

    def line(self, sha: str | None) -> Sequence[Snapshot]:
        """Return a commit and those before it, the newest first."""
        found: list[Snapshot] = []
        commits = self.commits()
        while sha is not None:
            found.append(commits[sha])
            sha = commits[sha].parent
        return found

    def named(self, ref: str) -> Snapshot:
        """Return the commit that a SHA, a branch or HEAD stands for."""
        heads, commits = self.heads(), self.commits()
        sha = heads[DEFAULT if ref == "HEAD" else ref].head if ref == "HEAD" or ref in heads else ref
        if sha not in commits:
            raise FacetError(f"{ref!r} stands for no commit", "NOT_FOUND")
        return commits[sha]

    def branch(self, name: str) -> Head:
        if name not in self.heads():
            raise FacetError(f"there is no branch {name!r}", "NOT_FOUND")
        return self.heads()[name]

    def fits(self, commit: Snapshot, query: CommitQuery) -> bool:
        return query.get("author", commit.author) == commit.author and query.get(
            "since", commit.date
        ) <= commit.date <= query.get("until", commit.date)

    # What can be asked.

    async def create_branch(self, spec: BranchSpec, /) -> Branch:
        if spec["name"] in self.heads():
            raise FacetError(f"there is a branch {spec['name']!r} already", "CONFLICT")
        start = self.named(spec.get("from_", DEFAULT))
        self.history += (Branched(spec["name"], start.sha, self.now()),)
        return self.branch(spec["name"])

    async def get_branch(self, name: str, /) -> Branch:
        return self.branch(name)

    async def list_branches(self, query: PaginatedQuery | None = None) -> PaginatedResult[Branch]:
        return page(tuple(self.heads().values()), query or {})

    async def commit(self, spec: CommitSpec, /) -> Commit:
        parent = self.named("HEAD")
        tree = dict(parent.tree)
        for path in spec["files"]:
            if path not in self.files and path not in tree:
                raise FacetError(f"there is no file {path!r}", "NOT_FOUND")
            if path in self.files:
                tree[path] = self.files[path]
            else:
                del tree[path]
        made = self.snapshot(spec["message"], parent.sha, tree)
        self.history += (Committed(DEFAULT, made),)
        return made

    async def get_commit(self, ref: str, /) -> Commit:
        return self.named(ref)

    async def list_commits(self, query: CommitQuery, /) -> PaginatedResult[Commit]:
        line = self.line(self.branch(query.get("branch", DEFAULT)).head)
        return page([one for one in line if self.fits(one, query)], query)

    async def get_diff(self, from_: str, to: str, /) -> Sequence[DiffEntry]:
        old, new = self.named(from_).tree, self.named(to).tree
        return tuple(
            difference(path, old.get(path), new.get(path))
            for path in sorted(old.keys() | new.keys())
            if old.get(path) != new.get(path)
        )


def difference(path: str, old: str | None, new: str | None) -> Difference:
    """Return what happened to one file."""
    lines = list(difflib.ndiff((old or "").splitlines(keepends=True), (new or "").splitlines(keepends=True)))
    added, deleted = (sum(line.startswith(sign) for line in lines) for sign in ("+ ", "- "))
    return Difference(path, "added" if old is None else "deleted" if new is None else "modified", added, deleted)
