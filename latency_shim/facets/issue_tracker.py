# Generated from latency-stubs/facets/issue_tracker.pyi by `nox -s generate`; do not edit.
"""The facet `IssueTracker`: issues and their comments."""

import datetime
from collections.abc import Sequence
from typing import Final, Literal

from latency_shim._typing import NotRequired, Protocol, TypedDict, runtime_checkable
from latency_shim.composition.facet import FacetKey
from latency_shim.facets.common import PaginatedQuery, PaginatedResult

__all__ = ["ISSUE_TRACKER", "Comment", "Issue", "IssueQuery", "IssueSpec", "IssueTracker", "IssueUpdate"]


class IssueSpec(TypedDict):
    """The fields of a new issue."""

    title: str
    body: NotRequired[str]
    labels: NotRequired[Sequence[str]]
    assignees: NotRequired[Sequence[str]]


class IssueUpdate(TypedDict):
    """The changes to an issue; an absent key leaves its field alone."""

    title: NotRequired[str]
    body: NotRequired[str]
    state: NotRequired[Literal["open", "closed"]]
    labels: NotRequired[Sequence[str]]
    assignees: NotRequired[Sequence[str]]


class IssueQuery(PaginatedQuery):
    """A filter for issues."""

    state: NotRequired[Literal["open", "closed", "all"]]
    labels: NotRequired[Sequence[str]]
    assignee: NotRequired[str]


@runtime_checkable
class Issue(Protocol):
    """An issue as the tracker holds it."""

    @property
    def id(self) -> str:
        """The tracker's id; text even where the tracker counts in numbers."""
        ...

    @property
    def title(self) -> str:
        """Summary in one line."""
        ...

    @property
    def body(self) -> str:
        """Full text. `""` where the tracker has none."""
        ...

    @property
    def state(self) -> Literal["open", "closed"]:
        """Whether the issue is open."""
        ...

    @property
    def labels(self) -> Sequence[str]:
        """Labels that it carries."""
        ...

    @property
    def assignees(self) -> Sequence[str]:
        """Names or ids of the people it is given to."""
        ...

    @property
    def created_at(self) -> datetime.datetime:
        """When it was created. Timezone-aware."""
        ...

    @property
    def updated_at(self) -> datetime.datetime:
        """When it last changed. Timezone-aware."""
        ...


@runtime_checkable
class Comment(Protocol):
    """A comment on an issue as the tracker holds it."""

    @property
    def id(self) -> str:
        """The tracker's id of the comment."""
        ...

    @property
    def body(self) -> str:
        """Text of the comment."""
        ...

    @property
    def author(self) -> str:
        """Name or id of who wrote it."""
        ...

    @property
    def created_at(self) -> datetime.datetime:
        """When it was written. Timezone-aware."""
        ...


@runtime_checkable
class IssueTracker(Protocol):
    """A place where issues are kept, such as GitHub Issues or Jira."""

    async def create_issue(self, spec: IssueSpec, /) -> Issue:
        """Create an issue; return it with everything the tracker filled in."""
        ...

    async def get_issue(self, id: str, /) -> Issue:
        """Return the issue; `FacetError` with code `NOT_FOUND` when no such id exists."""
        ...

    async def update_issue(self, id: str, update: IssueUpdate, /) -> Issue:
        """Change the fields that `update` names and no others; return the new state."""
        ...

    async def list_issues(self, query: IssueQuery, /) -> PaginatedResult[Issue]:
        """Return a page of the issues that match; `{}` asks for no condition."""
        ...

    async def add_comment(self, issue_id: str, comment: str, /) -> Comment:
        """Add a comment with this text; return it as stored."""
        ...

    async def list_comments(self, issue_id: str, /) -> Sequence[Comment]:
        """Return all comments of the issue, oldest first."""
        ...


ISSUE_TRACKER: Final[FacetKey[IssueTracker]] = FacetKey("IssueTracker", IssueTracker)
