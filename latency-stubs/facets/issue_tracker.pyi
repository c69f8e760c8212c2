"""The facet `IssueTracker`: issues and their comments.

```python
from latency_shim import FacetError, IssueTracker


async def close(tracker: IssueTracker, id: str, reason: str) -> None:
    try:
        await tracker.add_comment(id, reason)
        await tracker.update_issue(id, {"state": "closed"})
    except FacetError as error:
        if error.code != "NOT_FOUND":
            raise
```
"""

import datetime
from collections.abc import Sequence
from typing import Final, Literal, NotRequired, Protocol, TypedDict, runtime_checkable

from latency.composition.facet import FacetKey
from latency.facets.common import PaginatedQuery, PaginatedResult

__all__ = [
    "ISSUE_TRACKER",
    "Comment",
    "Issue",
    "IssueQuery",
    "IssueSpec",
    "IssueTracker",
    "IssueUpdate",
]

class IssueSpec(TypedDict):
    """The fields of a new issue.

    The argument of `IssueTracker.create_issue`.
    """

    title: str
    """Summary in one line."""
    body: NotRequired[str]
    """Full text; absent leaves it to the tracker."""
    labels: NotRequired[Sequence[str]]
    """Labels to start with; absent leaves them to the tracker."""
    assignees: NotRequired[Sequence[str]]
    """Names or ids of the people it is given to; absent leaves them to the tracker."""

class IssueUpdate(TypedDict):
    """The changes to an issue; an absent key leaves its field alone.

    The second argument of `IssueTracker.update_issue`.
    """

    title: NotRequired[str]
    """New summary."""
    body: NotRequired[str]
    """New text."""
    state: NotRequired[Literal["open", "closed"]]
    """Opens or closes the issue."""
    labels: NotRequired[Sequence[str]]
    """The whole new set of labels; they replace the old ones."""
    assignees: NotRequired[Sequence[str]]
    """The whole new set of assignees; they replace the old ones."""

class IssueQuery(PaginatedQuery):
    """A filter for issues.

    The argument of `IssueTracker.list_issues`. All keys that are given must match.
    """

    state: NotRequired[Literal["open", "closed", "all"]]
    """Only issues in this state; `all` admits both; absent leaves it to the tracker."""
    labels: NotRequired[Sequence[str]]
    """Only issues that carry every one of these."""
    assignee: NotRequired[str]
    """Only issues given to this person."""

@runtime_checkable
class Issue(Protocol):
    """An issue as the tracker holds it.

    Trackers may add attributes of their own.
    """

    @property
    def id(self) -> str:
        """The tracker's id; text even where the tracker counts in numbers."""
    @property
    def title(self) -> str:
        """Summary in one line."""
    @property
    def body(self) -> str:
        """Full text. `""` where the tracker has none."""
    @property
    def state(self) -> Literal["open", "closed"]:
        """Whether the issue is open."""
    @property
    def labels(self) -> Sequence[str]:
        """Labels that it carries."""
    @property
    def assignees(self) -> Sequence[str]:
        """Names or ids of the people it is given to."""
    @property
    def created_at(self) -> datetime.datetime:
        """When it was created. Timezone-aware."""
    @property
    def updated_at(self) -> datetime.datetime:
        """When it last changed. Timezone-aware."""

@runtime_checkable
class Comment(Protocol):
    """A comment on an issue as the tracker holds it.

    Made by `IssueTracker.add_comment`.
    """

    @property
    def id(self) -> str:
        """The tracker's id of the comment."""
    @property
    def body(self) -> str:
        """Text of the comment."""
    @property
    def author(self) -> str:
        """Name or id of who wrote it."""
    @property
    def created_at(self) -> datetime.datetime:
        """When it was written. Timezone-aware."""

@runtime_checkable
class IssueTracker(Protocol):
    """A place where issues are kept, such as GitHub Issues or Jira.

    Failures are `FacetError`, with the codes `NOT_FOUND`, `VALIDATION` and `AUTH` among others.
    Implementations commonly refuse a blank title or comment with `VALIDATION`; that is not promised. Text is kept
    without Unicode normalisation.
    """

    async def create_issue(self, spec: IssueSpec, /) -> Issue:
        """Create an issue; return it with everything the tracker filled in."""
    async def get_issue(self, id: str, /) -> Issue:
        """Return the issue; `FacetError` with code `NOT_FOUND` when no such id exists."""
    async def update_issue(self, id: str, update: IssueUpdate, /) -> Issue:
        """Change the fields that `update` names and no others; return the new state.

        `FacetError` with code `NOT_FOUND` when no such issue exists.
        """
    async def list_issues(self, query: IssueQuery, /) -> PaginatedResult[Issue]:
        """Return a page of the issues that match; `{}` asks for no condition."""
    async def add_comment(self, issue_id: str, comment: str, /) -> Comment:
        """Add a comment with this text; return it as stored.

        `FacetError` with code `NOT_FOUND` when no such issue exists.
        """
    async def list_comments(self, issue_id: str, /) -> Sequence[Comment]:
        """Return all comments of the issue, oldest first.

        `FacetError` with code `NOT_FOUND` when no such issue exists. The sequence shows the state at
        the time of the call.
        """

ISSUE_TRACKER: Final[FacetKey[IssueTracker]]
"""Key of the facet `"IssueTracker"`."""
