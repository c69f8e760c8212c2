"""The facet `SourceControl`: branches, commits and differences of one repository.

```python
from latency_shim import SourceControl


async def newest(source: SourceControl, count: int) -> list[str]:
    page = await source.list_commits({"limit": count})
    return [f"{commit.sha[:8]} {commit.author}" for commit in page.items]
```
"""

import datetime
from collections.abc import Sequence
from typing import Final, Literal, NotRequired, Protocol, TypedDict, runtime_checkable

from latency.composition.facet import FacetKey
from latency.facets.common import PaginatedQuery, PaginatedResult

__all__ = [
    "SOURCE_CONTROL",
    "Branch",
    "BranchSpec",
    "Commit",
    "CommitQuery",
    "CommitSpec",
    "DiffEntry",
    "SourceControl",
]

class BranchSpec(TypedDict):
    """The specification of a new branch.

    The argument of `SourceControl.create_branch`.
    """

    name: str
    """Name of the branch."""
    from_: NotRequired[str]
    """Branch or SHA to start at; absent means the repository's default branch.

    `from` in TypeScript; a keyword in Python.
    """

class CommitSpec(TypedDict):
    """The specification of a commit.

    The argument of `SourceControl.commit`.
    """

    message: str
    """The commit message."""
    files: Sequence[str]
    """Paths to include, relative to the repository's root."""

class CommitQuery(PaginatedQuery):
    """A filter for commits.

    The argument of `SourceControl.list_commits`. All keys that are given must match.
    """

    branch: NotRequired[str]
    """Only commits of this branch. Absent leaves the branch to the provider."""
    author: NotRequired[str]
    """Only commits of this author, by name or id."""
    since: NotRequired[datetime.datetime]
    """Only commits authored at or after this time. Timezone-aware."""
    until: NotRequired[datetime.datetime]
    """Only commits authored at or before this time. Timezone-aware."""

@runtime_checkable
class Branch(Protocol):
    """A branch as the repository holds it.

    The result of `SourceControl.get_branch`, among others.
    """

    @property
    def name(self) -> str:
        """Name of the branch."""
    @property
    def head(self) -> str:
        """SHA of its newest commit."""
    @property
    def is_default(self) -> bool:
        """Whether it is the repository's default branch."""
    @property
    def created_at(self) -> datetime.datetime:
        """When it was created. Timezone-aware."""

@runtime_checkable
class Commit(Protocol):
    """A commit as the repository holds it.

    The result of `SourceControl.get_commit`, among others.
    """

    @property
    def sha(self) -> str:
        """The full SHA."""
    @property
    def message(self) -> str:
        """The commit message."""
    @property
    def author(self) -> str:
        """Name or id of the author."""
    @property
    def date(self) -> datetime.datetime:
        """When it was authored. Timezone-aware."""

@runtime_checkable
class DiffEntry(Protocol):
    """The change of one file between two commits.

    An item of the result of `SourceControl.get_diff`.
    """

    @property
    def path(self) -> str:
        """Path of the file, relative to the repository's root."""
    @property
    def status(self) -> Literal["added", "modified", "deleted", "renamed"]:
        """The kind of change."""
    @property
    def additions(self) -> int:
        """Lines added."""
    @property
    def deletions(self) -> int:
        """Lines deleted."""

@runtime_checkable
class SourceControl(Protocol):
    """A repository under version control, such as a git checkout.

    Failures are `FacetError`, with the code `NOT_FOUND` among others. Implementations commonly
    refuse blank names, messages and refs, and a commit without files, with `VALIDATION_ERROR`; that is
    not promised.
    """

    async def create_branch(self, spec: BranchSpec, /) -> Branch:
        """Create a branch and return it. Its head is that of its starting point."""
    async def get_branch(self, name: str, /) -> Branch:
        """Return the branch; `FacetError` with code `NOT_FOUND` when no such name exists."""
    async def list_branches(self, query: PaginatedQuery | None = None) -> PaginatedResult[Branch]:
        """Return a page of the branches; without `query`, as `{}` would."""
    async def commit(self, spec: CommitSpec, /) -> Commit:
        """Commit the files that `spec` names; return the new commit."""
    async def get_commit(self, ref: str, /) -> Commit:
        """Return the commit that a SHA, a tag or a symbolic name refers to.

        `FacetError` with code `NOT_FOUND` when it names no commit.
        """
    async def list_commits(self, query: CommitQuery, /) -> PaginatedResult[Commit]:
        """Return a page of the commits that match; `{}` asks for no condition."""
    async def get_diff(self, from_: str, to: str, /) -> Sequence[DiffEntry]:
        """Return the changes from one commit to another, one entry a file.

        Each side is a SHA, a branch or a tag. `FacetError` with code `NOT_FOUND` when one
        stands for no commit. The same commit twice gives an empty sequence.
        """

SOURCE_CONTROL: Final[FacetKey[SourceControl]]
"""Key of the facet `"SourceControl"`."""
