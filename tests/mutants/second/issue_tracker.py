"""Issue trackers over a history that break a clause each."""

import unicodedata
from collections.abc import Callable, Sequence

from latency_shim import Comment, Issue, IssueQuery, IssueSpec, IssueTracker, IssueUpdate, PaginatedResult
from mutants import issue_tracker as first
from mutants import violates
from reference.issues import Issues, Ticket


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
