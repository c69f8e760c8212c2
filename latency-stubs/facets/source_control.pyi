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
    """What a new branch is made from.

    The argument of `SourceControl.create_branch`. [TypeScript]
    """

    name: str
    """Name of the branch. [TypeScript]"""
    from_: NotRequired[str]
    """Branch or SHA to start at; absent means the repository's default branch. [TypeScript]

    `from` in TypeScript; a keyword in Python. [Python]
    """

class CommitSpec(TypedDict):
    """What a commit is made from.

    The argument of `SourceControl.commit`. [TypeScript]
    """

    message: str
    """The commit message. [TypeScript]"""
    files: Sequence[str]
    """Paths to include [TypeScript], relative to the repository's root. [Python]"""

class CommitQuery(PaginatedQuery):
    """Which commits are wanted.

    The argument of `SourceControl.list_commits`. [TypeScript] All keys that are given must match. [Python]
    """

    branch: NotRequired[str]
    """Only commits of this branch. [TypeScript] Absent leaves the branch to the provider. [Python]"""
    author: NotRequired[str]
    """Only commits of this author, by name or id. [TypeScript]"""
    since: NotRequired[datetime.datetime]
    """Only commits authored at or after this time. [TypeScript] Timezone-aware. [Python]"""
    until: NotRequired[datetime.datetime]
    """Only commits authored at or before this time. [TypeScript] Timezone-aware. [Python]"""

@runtime_checkable
class Branch(Protocol):
    """A branch as the repository holds it.

    The result of `SourceControl.get_branch`, among others. [TypeScript]
    """

    @property
    def name(self) -> str:
        """Name of the branch. [TypeScript]"""
    @property
    def head(self) -> str:
        """SHA of its newest commit. [TypeScript]"""
    @property
    def is_default(self) -> bool:
        """Whether it is the repository's default branch. [TypeScript]"""
    @property
    def created_at(self) -> datetime.datetime:
        """When it was created. [TypeScript] Timezone-aware. [Python]"""

@runtime_checkable
class Commit(Protocol):
    """A commit as the repository holds it.

    The result of `SourceControl.get_commit`, among others. [TypeScript]
    """

    @property
    def sha(self) -> str:
        """The full SHA. [TypeScript]"""
    @property
    def message(self) -> str:
        """The commit message. [TypeScript]"""
    @property
    def author(self) -> str:
        """Name or id of the author. [TypeScript]"""
    @property
    def date(self) -> datetime.datetime:
        """When it was authored. [TypeScript] Timezone-aware. [Python]"""

@runtime_checkable
class DiffEntry(Protocol):
    """What happened to one file between two commits.

    An item of what `SourceControl.get_diff` gives. [TypeScript]
    """

    @property
    def path(self) -> str:
        """Path of the file, relative to the repository's root. [TypeScript]"""
    @property
    def status(self) -> Literal["added", "modified", "deleted", "renamed"]:
        """What happened to the file. [TypeScript]"""
    @property
    def additions(self) -> int:
        """Lines added. [TypeScript]"""
    @property
    def deletions(self) -> int:
        """Lines deleted. [TypeScript]"""

@runtime_checkable
class SourceControl(Protocol):
    """A repository under version control, such as a git checkout.

    Failures are `FacetError`, with the code `NOT_FOUND` among others. [TypeScript] Implementations commonly
    refuse blank names, messages and refs, and a commit without files, with `VALIDATION_ERROR`; that is
    not promised. [Python]
    """

    async def create_branch(self, spec: BranchSpec, /) -> Branch:
        """Create a branch and return it. [TypeScript] Its head is that of what it starts at. [Python]"""
    async def get_branch(self, name: str, /) -> Branch:
        """Give the branch; `FacetError` with code `NOT_FOUND` when there is none of that name. [TypeScript]"""
    async def list_branches(self, query: PaginatedQuery | None = None) -> PaginatedResult[Branch]:
        """Give a page of the branches; without `query`, as `{}` would. [TypeScript]"""
    async def commit(self, spec: CommitSpec, /) -> Commit:
        """Commit the files that `spec` names; return the new commit. [TypeScript]"""
    async def get_commit(self, ref: str, /) -> Commit:
        """Give the commit that a SHA, a tag or a symbolic name stands for. [TypeScript]

        `FacetError` with code `NOT_FOUND` when it stands for none. [TypeScript]
        """
    async def list_commits(self, query: CommitQuery, /) -> PaginatedResult[Commit]:
        """Give a page of the commits that match; `{}` asks for no condition. [TypeScript]"""
    async def get_diff(self, from_: str, to: str, /) -> Sequence[DiffEntry]:
        """Give what changed from one commit to another, one entry a file. [TypeScript]

        Each side is a SHA, a branch or a tag. [TypeScript] `FacetError` with code `NOT_FOUND` when one
        stands for no commit. [TypeScript] The same commit twice gives an empty sequence. [Python]
        """

SOURCE_CONTROL: Final[FacetKey[SourceControl]]
"""Key of the facet `"SourceControl"`. [Python]"""
