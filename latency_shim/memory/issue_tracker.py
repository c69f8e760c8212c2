"""An `IssueTracker` that forgets everything when the program ends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from examples.facets.pages import page
from latency_shim import Comment, FacetError, Issue, IssueQuery, IssueSpec, IssueUpdate, PaginatedResult


@dataclass(frozen=True)
class StoredIssue:
    """An `Issue`."""

    id: str
    title: str
    body: str
    state: Literal["open", "closed"]
    labels: tuple[str, ...]
    assignees: tuple[str, ...]
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True)
class StoredComment:
    """A `Comment`."""

    id: str
    body: str
    author: str
    created_at: datetime


class InMemoryIssueTracker:
    """An `IssueTracker`; it counts issues and comments from 1."""

    def __init__(self, user: str = "me") -> None:
        self._user = user
        self._issues: dict[str, StoredIssue] = {}
        self._comments: dict[str, list[StoredComment]] = {}

    async def create_issue(self, spec: IssueSpec, /) -> Issue:
        now = datetime.now(UTC)
        issue = StoredIssue(
            id=str(len(self._issues) + 1),
            title=_required(spec["title"], "Issue title is required"),
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
        return self._known(id)

    async def update_issue(self, id: str, update: IssueUpdate, /) -> Issue:
        old = self._known(id)
        self._issues[id] = replace(
            old,
            title=_required(update.get("title", old.title), "Issue title cannot be empty"),
            body=update.get("body", old.body),
            state=update.get("state", old.state),
            labels=tuple(update.get("labels", old.labels)),
            assignees=tuple(update.get("assignees", old.assignees)),
            updated_at=datetime.now(UTC),
        )
        return self._issues[id]

    async def list_issues(self, query: IssueQuery, /) -> PaginatedResult[Issue]:
        found = [issue for issue in self._issues.values() if _matches(issue, query)]
        return page(found, query.get("offset"), query.get("limit"))

    async def add_comment(self, issue_id: str, comment: str, /) -> Comment:
        self._known(issue_id)
        comments = self._comments[issue_id]
        text = _required(comment, "Comment cannot be empty")
        comments.append(StoredComment(f"{issue_id}.{len(comments) + 1}", text, self._user, datetime.now(UTC)))
        return comments[-1]

    async def list_comments(self, issue_id: str, /) -> Sequence[Comment]:
        self._known(issue_id)
        return tuple(self._comments[issue_id])

    def _known(self, id: str) -> StoredIssue:
        if id not in self._issues:
            raise FacetError(f"no issue {id!r}", "NOT_FOUND")
        return self._issues[id]


def _matches(issue: StoredIssue, query: IssueQuery) -> bool:
    return (
        query.get("state", "all") in ("all", issue.state)
        and set(query.get("labels", ())) <= set(issue.labels)
        and ("assignee" not in query or query["assignee"] in issue.assignees)
    )


def _required(text: str, message: str) -> str:
    if not text.strip():
        raise FacetError(message, "VALIDATION")
    return text
