# Generated from latency-stubs/facets/source_control.pyi by `nox -s generate`; do not edit.
"""The facet `SourceControl`: branches, commits and differences of one repository."""

import datetime
from collections.abc import Sequence
from typing import Final, Literal

from latency_shim._typing import NotRequired, Protocol, TypedDict, runtime_checkable
from latency_shim.composition.facet import FacetKey
from latency_shim.facets.common import PaginatedQuery, PaginatedResult

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
    """The specification of a new branch."""

    name: str
    from_: NotRequired[str]


class CommitSpec(TypedDict):
    """The specification of a commit."""

    message: str
    files: Sequence[str]


class CommitQuery(PaginatedQuery):
    """A filter for commits."""

    branch: NotRequired[str]
    author: NotRequired[str]
    since: NotRequired[datetime.datetime]
    until: NotRequired[datetime.datetime]


@runtime_checkable
class Branch(Protocol):
    """A branch as the repository holds it."""

    @property
    def name(self) -> str:
        """Name of the branch."""
        ...

    @property
    def head(self) -> str:
        """SHA of its newest commit."""
        ...

    @property
    def is_default(self) -> bool:
        """Whether it is the repository's default branch."""
        ...

    @property
    def created_at(self) -> datetime.datetime:
        """When it was created. Timezone-aware."""
        ...


@runtime_checkable
class Commit(Protocol):
    """A commit as the repository holds it."""

    @property
    def sha(self) -> str:
        """The full SHA."""
        ...

    @property
    def message(self) -> str:
        """The commit message."""
        ...

    @property
    def author(self) -> str:
        """Name or id of the author."""
        ...

    @property
    def date(self) -> datetime.datetime:
        """When it was authored. Timezone-aware."""
        ...


@runtime_checkable
class DiffEntry(Protocol):
    """The change of one file between two commits."""

    @property
    def path(self) -> str:
        """Path of the file, relative to the repository's root."""
        ...

    @property
    def status(self) -> Literal["added", "modified", "deleted", "renamed"]:
        """The kind of change."""
        ...

    @property
    def additions(self) -> int:
        """Lines added."""
        ...

    @property
    def deletions(self) -> int:
        """Lines deleted."""
        ...


@runtime_checkable
class SourceControl(Protocol):
    """A repository under version control, such as a git checkout."""

    async def create_branch(self, spec: BranchSpec, /) -> Branch:
        """Create a branch and return it. Its head is that of its starting point."""
        ...

    async def get_branch(self, name: str, /) -> Branch:
        """Return the branch; `FacetError` with code `NOT_FOUND` when no such name exists."""
        ...

    async def list_branches(self, query: PaginatedQuery | None = None) -> PaginatedResult[Branch]:
        """Return a page of the branches; without `query`, as `{}` would."""
        ...

    async def commit(self, spec: CommitSpec, /) -> Commit:
        """Commit the files that `spec` names; return the new commit."""
        ...

    async def get_commit(self, ref: str, /) -> Commit:
        """Return the commit that a SHA, a tag or a symbolic name refers to."""
        ...

    async def list_commits(self, query: CommitQuery, /) -> PaginatedResult[Commit]:
        """Return a page of the commits that match; `{}` asks for no condition."""
        ...

    async def get_diff(self, from_: str, to: str, /) -> Sequence[DiffEntry]:
        """Return the changes from one commit to another, one entry a file."""
        ...


SOURCE_CONTROL: Final[FacetKey[SourceControl]] = FacetKey("SourceControl", SourceControl)
