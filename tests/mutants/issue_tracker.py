"""Issue trackers that break a promise each."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast
from unicodedata import normalize

import pytest

from latency_shim import (
    Comment,
    FacetError,
    Issue,
    IssueQuery,
    IssueSpec,
    IssueTracker,
    IssueUpdate,
    PaginatedResult,
)
from latency_shim.memory._pages import Page, page
from latency_shim.memory.issue_tracker import MemoryComment, MemoryIssue, MemoryIssueTracker
from latency_shim.testing import IssueTrackerContract
from mutants import breaks, keeps_all
from mutants._listings import Lazily

ALSO = (
    "Comment",
    "Issue",
    "IssueQuery",
    "IssueSpec",
    "IssueUpdate",
    "facets.common:PaginatedQuery",
    "facets.common:PaginatedResult",
)


class SUITE(IssueTrackerContract):
    make: Callable[[], IssueTracker] = MemoryIssueTracker

    @pytest.fixture
    def tracker(self) -> IssueTracker:
        return self.make()

    @pytest.fixture
    def new_tracker(self) -> Callable[[], IssueTracker]:
        return self.make


def stored(issue: Issue) -> MemoryIssue:
    return cast("MemoryIssue", issue)


@breaks("test_it_conforms_to_the_interface")
class TakesNumbers(MemoryIssueTracker):
    """An id is said to be a number."""

    async def get_issue(self, id: int, /) -> Issue:  # type: ignore[override] # pyright: ignore[reportIncompatibleMethodOverride] - the fault
        return await super().get_issue(cast("str", id))


@breaks("test_a_new_issue_has_what_was_given")
class GivesNoLabelsAtFirst(MemoryIssueTracker):
    """A new issue comes back without its labels."""

    async def create_issue(self, spec: IssueSpec, /) -> Issue:
        return replace(stored(await super().create_issue(spec)), labels=())


@breaks("test_a_title_is_enough_for_an_issue")
class NeedsABody(MemoryIssueTracker):
    """An issue must have a body."""

    async def create_issue(self, spec: IssueSpec, /) -> Issue:
        if "body" not in spec:
            raise FacetError("there is no body", "VALIDATION")
        return await super().create_issue(spec)


@breaks("test_an_issue_is_found_by_its_id")
class WritesIdsInTwoWays(MemoryIssueTracker):
    """What is found by an id has another one."""

    async def get_issue(self, id: str, /) -> Issue:
        return replace(stored(await super().get_issue(id)), id=f"#{id}")


@breaks("test_to_get_an_unknown_issue_is_not_found")
class RaisesAnotherError(MemoryIssueTracker):
    """An unknown id is a `KeyError`."""

    async def get_issue(self, id: str, /) -> Issue:
        return self._issues[id]


@breaks("test_update_gives_the_new_state")
class GivesTheOldState(MemoryIssueTracker):
    """An update gives the issue as it was."""

    async def update_issue(self, id: str, update: IssueUpdate, /) -> Issue:
        old = self._known(id)
        await super().update_issue(id, update)
        return old


class Updates(MemoryIssueTracker):
    """Base of those that get an update wrong."""

    async def update_issue(self, id: str, update: IssueUpdate, /) -> Issue:
        self._known(id)
        return await super().update_issue(id, self.misread(id, update))

    def misread(self, id: str, update: IssueUpdate) -> IssueUpdate:
        raise NotImplementedError


@breaks("test_update_changes_what_it_names")
class ChangesTheTitleAlone(Updates):
    """Beside a title nothing is changed."""

    def misread(self, id: str, update: IssueUpdate) -> IssueUpdate:
        return {"title": update["title"]} if "title" in update else update


@breaks("test_update_changes_nothing_else")
class ResetsAssignees(Updates):
    """With a new title the issue is nobody's."""

    def misread(self, id: str, update: IssueUpdate) -> IssueUpdate:
        return {**update, "assignees": ()} if "title" in update else update


@breaks("test_update_closes_and_opens_an_issue")
class NeverOpensAgain(Updates):
    """What was closed stays closed."""

    def misread(self, id: str, update: IssueUpdate) -> IssueUpdate:
        return {**update, "state": "closed"} if self._issues[id].state == "closed" else update


@breaks("test_new_labels_replace_the_old_ones")
class AddsLabels(Updates):
    """New labels are added to the old ones."""

    def misread(self, id: str, update: IssueUpdate) -> IssueUpdate:
        new = update.get("labels")
        return {**update, "labels": (*new, *self._issues[id].labels)} if new else update


@breaks("test_new_assignees_replace_the_old_ones")
class AddsAssignees(Updates):
    """New assignees are added to the old ones."""

    def misread(self, id: str, update: IssueUpdate) -> IssueUpdate:
        new = update.get("assignees")
        return {**update, "assignees": (*new, *self._issues[id].assignees)} if new else update


@breaks("test_an_empty_set_replaces_the_old_one_too")
class TakesAnEmptySetForAbsent(Updates):
    """Labels cannot be taken away."""

    def misread(self, id: str, update: IssueUpdate) -> IssueUpdate:
        return {**update, "labels": update.get("labels") or self._issues[id].labels}


@breaks("test_a_body_that_is_taken_away_is_an_empty_text")
class HasAStandIn(Updates):
    """An empty body becomes another text."""

    def misread(self, id: str, update: IssueUpdate) -> IssueUpdate:
        return {**update, "body": update.get("body") or "(none)"} if "body" in update else update


@breaks("test_the_time_of_the_last_change_does_not_go_back")
class SetsTheClockBack(MemoryIssueTracker):
    """Each update was made an hour ago."""

    async def update_issue(self, id: str, update: IssueUpdate, /) -> Issue:
        new = stored(await super().update_issue(id, update))
        self._issues[id] = replace(new, updated_at=new.updated_at - timedelta(hours=1))
        return self._issues[id]


@breaks("test_to_update_an_unknown_issue_is_not_found")
class MakesWhatItUpdates(MemoryIssueTracker):
    """An update of an unknown issue makes it."""

    async def update_issue(self, id: str, update: IssueUpdate, /) -> Issue:
        if id not in self._issues:
            return await self.create_issue({"title": update.get("title", "?")})
        return await super().update_issue(id, update)


class Lists(MemoryIssueTracker):
    """Base of those that misread a query, or get a page wrong."""

    async def list_issues(self, query: IssueQuery, /) -> PaginatedResult[Issue]:
        found = await super().list_issues(self.misread(query))
        return self.wrong(Page(found.items, found.total, found.has_more), query)

    def misread(self, query: IssueQuery) -> IssueQuery:
        return query

    def wrong(self, page: Page[Issue], query: IssueQuery) -> Page[Issue]:
        return page


def without(query: IssueQuery, key: str) -> IssueQuery:
    return cast("IssueQuery", {name: value for name, value in query.items() if name != key})


@breaks("test_an_empty_query_asks_for_no_condition")
class LooksForIssuesWithoutLabels(Lists):
    """An empty query finds issues that carry no label."""

    def wrong(self, page: Page[Issue], query: IssueQuery) -> Page[Issue]:
        return replace(page, items=[issue for issue in page.items if query or not issue.labels])


@breaks("test_a_state_that_is_asked_for_is_matched")
class PassesOverTheState(Lists):
    """A state alone is passed over."""

    def misread(self, query: IssueQuery) -> IssueQuery:
        return {} if len(query) == 1 and "state" in query else query


@breaks("test_the_state_all_admits_both")
class TakesAllForOpen(Lists):
    """The state `all` means open issues."""

    def misread(self, query: IssueQuery) -> IssueQuery:
        return {**query, "state": "open"} if query.get("state") == "all" else query


@breaks("test_all_labels_that_are_asked_for_must_be_there")
class IsContentWithOneLabel(Lists):
    """Of several labels the first one is enough."""

    def misread(self, query: IssueQuery) -> IssueQuery:
        return {**query, "labels": [*query.get("labels", ())][:1]}


@breaks("test_an_assignee_that_is_asked_for_is_matched")
class PassesOverTheAssignee(Lists):
    """An assignee alone is passed over."""

    def misread(self, query: IssueQuery) -> IssueQuery:
        return {} if len(query) == 1 and "assignee" in query else query


@breaks("test_all_keys_of_a_query_must_match")
class GoesByLabelsAlone(Lists):
    """Beside labels the assignee does not count."""

    def misread(self, query: IssueQuery) -> IssueQuery:
        return without(query, "assignee") if "labels" in query else query


@breaks("test_a_page_has_no_more_items_than_its_limit")
class PassesOverTheLimit(Lists):
    """A limit is passed over."""

    def misread(self, query: IssueQuery) -> IssueQuery:
        return without(query, "limit")


@breaks("test_a_page_begins_after_its_offset")
class IsOneTooFar(Lists):
    """Pages begin one item too early, but the first."""

    def misread(self, query: IssueQuery) -> IssueQuery:
        return {**query, "offset": max(query.get("offset", 0) - 1, 0)}

    def wrong(self, page: Page[Issue], query: IssueQuery) -> Page[Issue]:
        return replace(page, has_more=query.get("offset", 0) + len(page.items) < page.total)


@breaks("test_the_total_counts_what_matches_on_all_pages")
class CountsThePage(Lists):
    """The total is that of the page."""

    def wrong(self, page: Page[Issue], query: IssueQuery) -> Page[Issue]:
        return replace(page, total=len(page.items))


@breaks("test_the_total_counts_what_matches_on_all_pages")
class CountsAll(Lists):
    """The total counts issues that do not match."""

    def wrong(self, page: Page[Issue], query: IssueQuery) -> Page[Issue]:
        return replace(page, total=len(self._issues))


@breaks("test_a_page_says_whether_there_are_more")
class AlwaysHasMore(Lists):
    """Something always lies past the page."""

    def wrong(self, page: Page[Issue], query: IssueQuery) -> Page[Issue]:
        return replace(page, has_more=True)


@breaks("test_a_page_says_whether_there_are_more")
class NeverHasMore(Lists):
    """Nothing ever lies past the page."""

    def wrong(self, page: Page[Issue], query: IssueQuery) -> Page[Issue]:
        return replace(page, has_more=False)


@breaks("test_text_is_kept_without_normalisation")
class NormalisesBodies(MemoryIssueTracker):
    """The body of an issue comes back in another Unicode form."""

    async def create_issue(self, spec: IssueSpec, /) -> Issue:
        body = {"body": normalize("NFC", spec["body"])} if "body" in spec else {}
        return await super().create_issue(cast("IssueSpec", {**spec, **body}))


@breaks("test_a_page_shows_the_state_at_the_time_of_the_call")
class KeepsPages(MemoryIssueTracker):
    """A page of the open issues with some labels is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: dict[str, PaginatedResult[Issue]] = {}

    async def list_issues(self, query: IssueQuery, /) -> PaginatedResult[Issue]:
        page = await super().list_issues(query)
        return self.pages.setdefault(str(query), page) if {*query} == {"state", "labels"} else page


@breaks("test_comments_show_the_state_at_the_time_of_the_call")
class GivesItsOwnList(MemoryIssueTracker):
    """`list_comments` gives the list that is added to."""

    async def list_comments(self, issue_id: str, /) -> Sequence[Comment]:
        await super().list_comments(issue_id)
        return self._comments[issue_id]


@breaks("test_a_comment_is_given_back_as_stored")
class MakesUpIds(MemoryIssueTracker):
    """A new comment has an id that it does not keep."""

    async def add_comment(self, issue_id: str, comment: str, /) -> Comment:
        return replace(cast("MemoryComment", await super().add_comment(issue_id, comment)), id="new")


@breaks("test_to_comment_on_an_unknown_issue_is_not_found")
class HasAnotherCode(MemoryIssueTracker):
    """A comment on an unknown issue is refused as if it was invalid."""

    async def add_comment(self, issue_id: str, comment: str, /) -> Comment:
        if issue_id not in self._issues:
            raise FacetError("where?", "VALIDATION")
        return await super().add_comment(issue_id, comment)


class Comments(MemoryIssueTracker):
    """Base of those that list comments wrongly."""

    async def list_comments(self, issue_id: str, /) -> Sequence[Comment]:
        return self.wrong([*await super().list_comments(issue_id)])

    def wrong(self, comments: list[Comment]) -> list[Comment]:
        raise NotImplementedError


@breaks("test_comments_come_oldest_first")
class GivesNewestFirst(Comments):
    """The newest comment comes first."""

    def wrong(self, comments: list[Comment]) -> list[Comment]:
        return comments[::-1]


@breaks("test_no_comment_is_left_out")
class GivesOnePage(Comments):
    """There are no more than 30 comments."""

    def wrong(self, comments: list[Comment]) -> list[Comment]:
        return comments[:30]


@breaks("test_comments_are_those_of_the_issue")
class MixesComments(MemoryIssueTracker):
    """The comments of all issues are one list."""

    async def list_comments(self, issue_id: str, /) -> Sequence[Comment]:
        self._known(issue_id)
        return [comment for comments in self._comments.values() for comment in comments]


@breaks("test_to_list_comments_of_an_unknown_issue_is_not_found")
class HasNoCommentsOnNothing(MemoryIssueTracker):
    """An unknown issue has no comments."""

    async def list_comments(self, issue_id: str, /) -> Sequence[Comment]:
        return await super().list_comments(issue_id) if issue_id in self._issues else ()


@keeps_all
class GivesSmallPages(Lists):
    """Two items a page at the most, open issues unless asked, the newest first."""

    def misread(self, query: IssueQuery) -> IssueQuery:
        return {"state": "open", **query, "limit": min(query.get("limit", 2), 2)}

    async def list_issues(self, query: IssueQuery, /) -> PaginatedResult[Issue]:
        self._issues = dict(reversed(self._issues.items()))
        try:
            return await super().list_issues(query)
        finally:
            self._issues = dict(reversed(self._issues.items()))


@keeps_all
class HasMuchBefore(MemoryIssueTracker):
    """It holds issues already, some of them with the labels and the people of the tests."""

    def __init__(self, *more: object, **keywords: object) -> None:
        super().__init__()
        for _ in range(3):
            asyncio.run(self.create_issue({"title": "old", "labels": ["bug"], "assignees": ["alan"]}))


@keeps_all
class IsCoarseAndLoose(MemoryIssueTracker):
    """Times are days, lists come in another order, records have more attributes and are no class of their own."""

    async def get_issue(self, id: str, /, *, fresh: bool = True) -> Any:
        await asyncio.sleep(0.001)
        issue = await super().get_issue(id)
        return SimpleNamespace(
            id=issue.id,
            title=issue.title,
            body=issue.body,
            state=issue.state,
            labels=[*reversed(issue.labels)],
            assignees=(*issue.assignees,),
            created_at=day(issue.created_at),
            updated_at=day(issue.updated_at),
            votes=3,
        )

    async def update_issue(self, id: str, update: IssueUpdate, /) -> Any:
        await super().update_issue(id, update)
        return await self.get_issue(id)


def day(time: datetime) -> datetime:
    return time.replace(hour=0, minute=0, second=0, microsecond=0)


@breaks("test_what_an_issue_is_in_any_history")
class CutsLongTitles(MemoryIssueTracker):
    """Titles are cut after 200 characters."""

    async def create_issue(self, spec: IssueSpec, /) -> Issue:
        return await super().create_issue({**spec, "title": spec["title"][:200]})


@breaks("test_which_issues_are_found_in_any_history")
class FoldsLabels(MemoryIssueTracker):
    """Labels are compared without regard to case."""

    async def list_issues(self, query: IssueQuery, /) -> PaginatedResult[Issue]:
        wanted = {label.lower() for label in query.get("labels", ())}
        rest: IssueQuery = {**query, "labels": []}
        found = [
            issue
            for issue in (await super().list_issues({**rest, "offset": 0, "limit": 10**6})).items
            if wanted <= {label.lower() for label in issue.labels}
        ]
        return page(found, query.get("offset", 0), query.get("limit", 30))


@breaks("test_pages_of_issues_in_any_history")
class NeverGivesSeven(MemoryIssueTracker):
    """Pages of seven have eight items."""

    async def list_issues(self, query: IssueQuery, /) -> PaginatedResult[Issue]:
        return await super().list_issues({**query, "limit": 8} if query.get("limit") == 7 else query)


@breaks("test_which_comments_there_are_in_any_history")
class DropsTheSameComment(MemoryIssueTracker):
    """A comment with the text of an earlier one is not kept."""

    async def add_comment(self, issue_id: str, comment: str, /) -> Comment:
        for earlier in await self.list_comments(issue_id):
            if earlier.body == comment:
                return earlier
        return await super().add_comment(issue_id, comment)


@breaks("test_what_was_listed_stays_in_any_history")
class FillsPagesAgain(MemoryIssueTracker):
    """A page of several issues shows new titles."""

    async def list_issues(self, query: IssueQuery, /) -> PaginatedResult[Issue]:
        found = await super().list_issues(query)
        return Page(Lazily(found.items, lambda issue: self._issues[issue.id]), found.total, found.has_more)
