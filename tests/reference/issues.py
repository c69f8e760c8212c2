"""An issue tracker whose issues are replayed from what was asked of it."""

import datetime
from collections.abc import Sequence
from functools import reduce
from typing import Literal, NamedTuple, TypeVar

from latency_shim import (
    Comment,
    FacetError,
    Issue,
    IssueQuery,
    IssueSpec,
    IssueUpdate,
    PaginatedResult,
)
from reference.pages import page

_Spec = TypeVar("_Spec", IssueSpec, IssueUpdate)


class Ticket(NamedTuple):
    id: str
    title: str
    body: str
    state: Literal["open", "closed"]
    labels: Sequence[str]
    assignees: Sequence[str]
    created_at: datetime.datetime
    updated_at: datetime.datetime


class Remark(NamedTuple):
    id: str
    body: str
    author: str
    created_at: datetime.datetime


class Created(NamedTuple):
    id: str
    spec: IssueSpec
    at: datetime.datetime


class Updated(NamedTuple):
    id: str
    update: IssueUpdate
    at: datetime.datetime


class Commented(NamedTuple):
    id: str
    remark: Remark


def updated(ticket: Ticket, event: Updated) -> Ticket:
    """Return an issue as it is after an update."""
    change = event.update
    return ticket._replace(
        title=change.get("title", ticket.title),
        body=change.get("body", ticket.body),
        state=change.get("state", ticket.state),
        labels=tuple(change.get("labels", ticket.labels)),
        assignees=tuple(change.get("assignees", ticket.assignees)),
        updated_at=event.at,
    )


class Issues:
    """Counts issues and comments from one."""

    def __init__(self, author: str = "reference") -> None:
        self.history: tuple[Created | Updated | Commented, ...] = ()
        self.author = author

    def now(self) -> datetime.datetime:
        return datetime.datetime.now(datetime.UTC)

    def begun(self, event: Created) -> Ticket:
        spec = event.spec
        labels, assignees = tuple(spec.get("labels", ())), tuple(spec.get("assignees", ()))
        return Ticket(event.id, spec["title"], spec.get("body", ""), "open", labels, assignees, event.at, event.at)

    def tickets(self) -> tuple[Ticket, ...]:
        """Return all issues as they are now."""
        return tuple(
            reduce(updated, (one for one in self.history if isinstance(one, Updated) and one.id == event.id), start)
            for event in self.history
            if isinstance(event, Created)
            for start in [self.begun(event)]
        )

    def known(self, id: str) -> Ticket:
        for ticket in self.tickets():
            if ticket.id == id:
                return ticket
        raise FacetError(f"there is no issue {id!r}", "NOT_FOUND")

    def fits(self, ticket: Ticket, query: IssueQuery) -> bool:
        return (
            query.get("state", "all") in ("all", ticket.state)
            and set(query.get("labels", ())) <= set(ticket.labels)
            and ("assignee" not in query or query["assignee"] in ticket.assignees)
        )

    async def create_issue(self, spec: IssueSpec, /) -> Issue:
        id = str(sum(isinstance(one, Created) for one in self.history) + 1)
        self.history += (Created(id, frozen(spec), self.now()),)
        return self.known(id)

    async def get_issue(self, id: str, /) -> Issue:
        return self.known(id)

    async def update_issue(self, id: str, update: IssueUpdate, /) -> Issue:
        self.known(id)
        self.history += (Updated(id, frozen(update), self.now()),)
        return self.known(id)

    async def list_issues(self, query: IssueQuery, /) -> PaginatedResult[Issue]:
        return page([ticket for ticket in self.tickets() if self.fits(ticket, query)], query)

    async def add_comment(self, issue_id: str, comment: str, /) -> Comment:
        self.known(issue_id)
        remark = Remark(f"c{len(self.history)}", comment, self.author, self.now())
        self.history += (Commented(issue_id, remark),)
        return remark

    async def list_comments(self, issue_id: str, /) -> Sequence[Comment]:
        self.known(issue_id)
        return tuple(one.remark for one in self.history if isinstance(one, Commented) and one.id == issue_id)


def frozen(given: _Spec) -> _Spec:
    """Return a copy of a spec or an update, which the caller cannot change afterwards."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}  # type: ignore[return-value]
