"""Issue trackers over a history that break a clause each."""

import asyncio
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from latency_shim import Comment, Issue, IssueQuery, IssueSpec, IssueTracker, IssueUpdate, PaginatedResult
from mutants import issue_tracker as first
from mutants import violates
from reference.issues import Created, Issues, Ticket


class SUITE(first.SUITE):
    make: Callable[[], IssueTracker] = Issues


@violates("Text is kept without Unicode normalisation", "test_text_is_kept_without_normalisation")
class NormalComments(Issues):
    """Comments are kept in a normal form."""

    async def add_comment(self, issue_id: str, comment: str, /) -> Comment:
        return await super().add_comment(issue_id, unicodedata.normalize("NFC", comment))


@violates(
    "Change the fields that `update` names and no others",
    "test_a_body_that_is_taken_away_is_an_empty_text",
    "test_an_empty_set_replaces_the_old_one_too",
)
class EmptyIsAbsent(Issues):
    """What is empty in an update changes nothing."""

    async def update_issue(self, id: str, update: IssueUpdate, /) -> Issue:
        return await super().update_issue(id, {k: v for k, v in update.items() if v})  # type: ignore[arg-type]


@violates("they replace the old ones")
class KeepsAssignees(Issues):
    """New assignees are added to the old ones where there are several."""

    async def update_issue(self, id: str, update: IssueUpdate, /) -> Issue:
        before = self.known(id).assignees
        if "assignees" in update and len(before) > 1:
            update = {**update, "assignees": [*before, *update["assignees"]]}
        return await super().update_issue(id, update)


@violates("Only issues that carry every one of these")
class AnyOfThree(Issues):
    """Of three labels one is enough."""

    def fits(self, ticket: Ticket, query: IssueQuery) -> bool:
        wanted = query.get("labels", ())
        if len(wanted) < 3:
            return super().fits(ticket, query)
        return any(super(AnyOfThree, self).fits(ticket, {**query, "labels": [one]}) for one in wanted)


@violates("All keys that are given must match")
class ClosedByAnyone(Issues):
    """Among closed issues the assignee does not count."""

    def fits(self, ticket: Ticket, query: IssueQuery) -> bool:
        if ticket.state == "closed" and "state" in query:
            return super().fits(ticket, {"state": query["state"], "labels": query.get("labels", ())})
        return super().fits(ticket, query)


@violates(
    "The number of matching items over all pages, not the length of this page",
    "test_the_total_counts_what_matches_on_all_pages",
)
class TotalOfTheRest(Issues):
    """The total of a page past the first does not count what was passed over."""

    async def list_issues(self, query: IssueQuery, /) -> PaginatedResult[Issue]:
        found: PaginatedResult[Issue] = await super().list_issues(query)
        passed = 0 if found.has_more else query.get("offset", 0)
        return found._replace(total=max(0, found.total - passed))  # type: ignore[attr-defined, no-any-return]


@violates("oldest first")
class ManyComments(Issues):
    """More than forty comments come newest first."""

    async def list_comments(self, issue_id: str, /) -> Sequence[Comment]:
        found = await super().list_comments(issue_id)
        return found[::-1] if len(found) > 40 else found


@violates("return it with everything the tracker filled in", "test_all_labels_that_are_asked_for_must_be_there")
class SharesIds(Issues):
    """An issue whose title another has gets that one's labels."""

    async def create_issue(self, spec: IssueSpec, /) -> Issue:
        same = [one for one in self.tickets() if one.title == spec["title"]]
        return await super().create_issue(
            {**spec, "labels": same[0].labels} if same and not spec.get("labels") else spec
        )


class Updates(Issues):
    """Base of those that change something else."""

    async def update_issue(self, id: str, update: Any, /) -> Any:
        return await super().update_issue(id, self.meant(self.known(id), update))

    def meant(self, ticket: Ticket, update: Any) -> Any:
        return update


@violates("Change the fields that `update` names and no others")
class ClosedByNobody(Updates):
    """An issue that is closed is given to nobody any more, if it was given to several."""

    def meant(self, ticket: Ticket, update: Any) -> Any:
        several = update.get("state") == "closed" and len(ticket.assignees) > 1
        return {"assignees": [], **update} if several else update


@violates("Change the fields that `update` names and no others")
class OpensForNothing(Updates):
    """An update that names nothing opens the issue."""

    def meant(self, ticket: Ticket, update: Any) -> Any:
        return update or {"state": "open"}


@violates("Change the fields that `update` names and no others")
class OpenedAnew(Updates):
    """An issue that is opened again has no labels."""

    def meant(self, ticket: Ticket, update: Any) -> Any:
        again = update.get("state") == "open" and ticket.state == "closed"
        return {"labels": [], **update} if again else update


@violates("Change the fields that `update` names and no others")
class TitleWithBody(Updates):
    """A new body alone is the new title, too, if it is short and the title is not."""

    def meant(self, ticket: Ticket, update: Any) -> Any:
        return {**update, "title": update["body"]} if {*update} == {"body"} and 0 < len(update["body"]) < 6 else update


class Fits(Issues):
    """Base of those that find others."""

    def fits(self, ticket: Ticket, query: Any) -> bool:
        return super().fits(*self.compared(ticket, query))

    def compared(self, ticket: Ticket, query: Any) -> tuple[Ticket, Any]:
        return ticket, query


@violates("Only issues that carry every one of these")
class NoneOfThese(Fits):
    """An empty set of labels finds the issues without any."""

    def fits(self, ticket: Ticket, query: Any) -> bool:
        return super().fits(ticket, query) and not (query.get("labels") == [] and ticket.labels)


@violates("Only issues that carry every one of these")
class BeginsWithLabel(Fits):
    """A label finds those that begin with it."""

    def compared(self, ticket: Ticket, query: Any) -> tuple[Ticket, Any]:
        wanted = {*query.get("labels", ())}
        more = {label for label in wanted if any(one.startswith(label) for one in ticket.labels)}
        return ticket._replace(labels=[*ticket.labels, *more]), query


@violates("Only issues given to this person")
class FirstAssignee(Fits):
    """Only the first of several assignees is found."""

    def compared(self, ticket: Ticket, query: Any) -> tuple[Ticket, Any]:
        return ticket._replace(assignees=ticket.assignees[:1]), query


@violates("Only issues given to this person")
class AssigneeInAnyCase(Fits):
    """People are found without regard to capital letters."""

    def fits(self, ticket: Ticket, query: Any) -> bool:
        wanted = query.get("assignee", "").lower()
        rest = {key: value for key, value in query.items() if key != "assignee"}
        return super().fits(ticket, rest) and (not wanted or wanted in map(str.lower, ticket.assignees))


@violates("`all` admits both")
class AllWithLabels(Fits):
    """With labels `all` means open."""

    def compared(self, ticket: Ticket, query: Any) -> tuple[Ticket, Any]:
        return ticket, {**query, "state": "open"} if query.get("labels") and query.get("state") == "all" else query


class Pages(Issues):
    """Base of those whose pages are wrong."""

    async def list_issues(self, query: Any, /) -> Any:
        return self.cut(await super().list_issues(query), query)

    def cut(self, page: Any, query: Any) -> Any:
        return page


@violates("Whether there are items after this page", "test_a_page_says_whether_there_are_more")
class AtTheEnd(Pages):
    """A later page that ends with the last item has more after it."""

    def cut(self, page: Any, query: Any) -> Any:
        at_end = query.get("offset", 0) > 1 and query.get("offset", 0) + len(page.items) == page.total
        return page._replace(has_more=True) if at_end and page.items else page


@violates("The number of matching items over all pages, not the length of this page")
class TotalOfTen(Pages):
    """The total is ten at the most."""

    def cut(self, page: Any, query: Any) -> Any:
        return page._replace(total=min(page.total, 10))


@violates("The number of items to skip")
class LastPageAgain(Pages):
    """Past the end stands the last item again."""

    def cut(self, page: Any, query: Any) -> Any:
        last = [one for one in self.tickets() if self.fits(one, query)][-1:]
        return page if page.items or not query.get("offset") else page._replace(items=tuple(last))


@violates("The maximum number of items")
class NoMoreThanFive(Pages):
    """A page of more than five has five items, and says that there is no more than asked for."""

    def cut(self, page: Any, query: Any) -> Any:
        return page._replace(items=page.items[:5])


@violates(
    "Create an issue; return it with everything the tracker filled in.",
    "test_a_state_that_is_asked_for_is_matched",
    "test_all_keys_of_a_query_must_match",
    "test_an_assignee_that_is_asked_for_is_matched",
    "test_comments_are_those_of_the_issue",
)
class SameAgain(Issues):
    """An issue with the title, body and labels of an open one is that one."""

    async def create_issue(self, spec: Any, /) -> Any:
        for one in self.tickets():
            same = (spec["title"], spec.get("body"), sorted(spec.get("labels", ()))) == (
                one.title,
                one.body,
                sorted(one.labels),
            )
            if same and one.state == "open":
                return one
        return await super().create_issue(spec)


@violates("Create an issue; return it with everything the tracker filled in.")
class CountsTooSoon(Issues):
    """Two issues that are created at once have one id."""

    async def create_issue(self, spec: Any, /) -> Any:
        id = str(sum(isinstance(one, Created) for one in self.history) + 1)
        await asyncio.sleep(0)
        self.history += (Created(id, {**spec}, self.now()),)  # type: ignore[typeddict-item]
        return self.known(id)


@violates("Change the fields that `update` names and no others")
class WritesAll(Issues):
    """Of two updates at once the later one writes all fields as it has read them."""

    async def update_issue(self, id: str, update: Any, /) -> Any:
        before = self.known(id)
        await asyncio.sleep(0)
        rest = {field: getattr(before, field) for field in ("title", "body", "state", "labels", "assignees")}
        return await super().update_issue(id, {**rest, **update})  # type: ignore[typeddict-item]


@violates("`FacetError` with code `NOT_FOUND` when no such id exists.")
class NumbersAsText(Issues):
    """An id may have blanks and zeros before it."""

    def known(self, id: str) -> Ticket:
        return super().known(str(int(id)) if id.strip().isdigit() else id)


@violates("When it was created.")
class CreatedLast(Issues):
    """An issue was created when it was closed."""

    def tickets(self) -> tuple[Ticket, ...]:
        return tuple(
            one._replace(created_at=one.updated_at) if one.state == "closed" else one for one in super().tickets()
        )


@violates("When it last changed.")
class SeenIsChanged(Issues):
    """To look at an issue changes `updated_at`."""

    async def get_issue(self, id: str, /) -> Any:
        return self.known(id)._replace(updated_at=self.now())


class Comments(Issues):
    """Base of those with other comments."""

    async def list_comments(self, issue_id: str, /) -> Any:
        return self.listed(self.known(issue_id), [*await super().list_comments(issue_id)])

    def listed(self, ticket: Ticket, comments: list[Any]) -> Any:
        return comments


@violates("Return all comments of the issue, oldest first.")
class ClosedIsSilent(Comments):
    """A closed issue has only its last comment."""

    def listed(self, ticket: Ticket, comments: list[Any]) -> Any:
        return comments[-1:] if ticket.state == "closed" else comments


@violates("Return all comments of the issue, oldest first.")
class OnceEach(Comments):
    """A text is listed once, at its last place."""

    def listed(self, ticket: Ticket, comments: list[Any]) -> Any:
        return [one for at, one in enumerate(comments) if one.body not in [other.body for other in comments[at + 1 :]]]


@violates("Add a comment with this text; return it as stored.")
class ShortComments(Issues):
    """A comment is cut after a thousand characters."""

    async def add_comment(self, issue_id: str, comment: str, /) -> Any:
        return await super().add_comment(issue_id, comment[:1000])


@violates("Change the fields that `update` names and no others")
class CommentOpens(Issues):
    """A comment opens the issue again."""

    async def add_comment(self, issue_id: str, comment: str, /) -> Any:
        if self.known(issue_id).state == "closed":
            await self.update_issue(issue_id, {"state": "open"})
        return await super().add_comment(issue_id, comment)
