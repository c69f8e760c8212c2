"""The facet `IssueTracker` in memory."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from latency_shim import Comment, FacetError, Issue, IssueQuery, IssueSpec, IssueUpdate, PaginatedResult
from latency_shim.memory._clock import Clock, aware, utc_now
from latency_shim.memory._pages import PAGE_SIZE, page

__all__ = ["MemoryComment", "MemoryIssue", "MemoryIssueTracker"]


@dataclass(frozen=True)
class MemoryIssue:
    """An `Issue`, as it was when it was looked at."""

    id: str
    title: str
    body: str
    state: Literal["open", "closed"]
    labels: tuple[str, ...]
    assignees: tuple[str, ...]
    created_at: datetime.datetime
    updated_at: datetime.datetime


@dataclass(frozen=True)
class MemoryComment:
    """A `Comment`."""

    id: str
    body: str
    author: str
    created_at: datetime.datetime


class MemoryIssueTracker:
    """An `IssueTracker` that counts its issues from `"1"`.

    Issues are listed as they were created, open and closed ones unless `state` is asked for, and 30 at a time unless
    the query has a `limit`, so that code which forgets about pages shows it. Blank titles and comments are refused with
    `VALIDATION`, unknown ids with `NOT_FOUND`.
    """

    def __init__(self, user: str = "me", *, page_size: int = PAGE_SIZE, clock: Clock = utc_now) -> None:
        """Make a tracker without issues, in which `user` writes all comments."""
        self._user = user
        self._page_size = page_size
        self._now = aware(clock)
        self._issues: dict[str, MemoryIssue] = {}
        self._comments: dict[str, list[MemoryComment]] = {}

    async def create_issue(self, spec: IssueSpec, /) -> Issue:
        """Create an issue; return it with everything the tracker filled in."""
        now = self._now()
        issue = MemoryIssue(
            id=str(len(self._issues) + 1),
            title=_text(spec["title"], "the title of the issue"),
            body=spec.get("body", ""),
            state="open",
            labels=tuple(spec.get("labels", ())),
            assignees=tuple(spec.get("assignees", ())),
            created_at=now,
            updated_at=now,
        )
        self._issues[issue.id] = issue
        self._comments[issue.id] = []
        return issue

    async def get_issue(self, id: str, /) -> Issue:
        """Return the issue; `FacetError` with code `NOT_FOUND` when no such id exists."""
        return self._known(id)

    async def update_issue(self, id: str, update: IssueUpdate, /) -> Issue:
        """Change the fields that `update` names and no others; return the new state."""
        old = self._known(id)
        self._issues[id] = replace(
            old,
            title=_text(update.get("title", old.title), "the title of the issue"),
            body=update.get("body", old.body),
            state=update.get("state", old.state),
            labels=tuple(update.get("labels", old.labels)),
            assignees=tuple(update.get("assignees", old.assignees)),
            updated_at=self._now(),
        )
        return self._issues[id]

    async def list_issues(self, query: IssueQuery, /) -> PaginatedResult[Issue]:
        """Return a page of the issues that match."""
        found = [issue for issue in self._issues.values() if _matches(issue, query)]
        return page(found, query.get("offset", 0), query.get("limit", self._page_size))

    async def add_comment(self, issue_id: str, comment: str, /) -> Comment:
        """Add a comment with this text; return it as stored."""
        self._known(issue_id)
        comments = self._comments[issue_id]
        text = _text(comment, "the comment")
        comments.append(MemoryComment(f"{issue_id}.{len(comments) + 1}", text, self._user, self._now()))
        return comments[-1]

    async def list_comments(self, issue_id: str, /) -> Sequence[Comment]:
        """Return all comments of the issue, oldest first."""
        self._known(issue_id)
        return tuple(self._comments[issue_id])

    def _known(self, id: str) -> MemoryIssue:
        if id not in self._issues:
            raise FacetError(f"there is no issue {id!r}", "NOT_FOUND")
        return self._issues[id]


def _matches(issue: MemoryIssue, query: IssueQuery) -> bool:
    return (
        query.get("state", "all") in ("all", issue.state)
        and set(query.get("labels", ())) <= set(issue.labels)
        and ("assignee" not in query or query["assignee"] in issue.assignees)
    )


def _text(text: str, what: str) -> str:
    if not text.strip():
        raise FacetError(f"{what} is blank", "VALIDATION")
    return text
