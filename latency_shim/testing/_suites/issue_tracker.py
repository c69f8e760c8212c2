"""The suite for issue trackers."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import pytest

from latency_shim import Issue, IssueQuery, IssueSpec, IssueTracker
from latency_shim.testing._models.issue_tracker import IssueTrackerHistories
from latency_shim.testing._suites._pages import everything, one_by_one


class IssueTrackerContract(IssueTrackerHistories):
    """The promises of every `IssueTracker`. Needs the fixture `tracker`."""

    interface: ClassVar[Any] = IssueTracker
    fixture: ClassVar[str] = "tracker"
    needs: ClassVar[Mapping[str, str]] = {
        "tracker": "a tracker of yours, with few issues or none",
    }
    untested: ClassVar[Mapping[str, str]] = {
        "`VALIDATION` and `AUTH` among others.": "what a tracker refuses, and whom, is its own matter",
        "absent leaves it to the tracker": "whatever the tracker does then is right",
        "absent leaves them to the tracker": "whatever the tracker does then is right",
        "absent leaves it to the provider.": "whatever the tracker does then is right",
        "Trackers may add attributes of their own.": "it allows something, and demands nothing",
        "When it was created.": "the tracker's clock is not the test's, and a recorded answer is older",
        "When it was written.": "the tracker's clock is not the test's, and a recorded answer is older",
        "Name or id of who wrote it.": "whom the tracker takes the test for is not known",
    }
    comments: ClassVar[int] = 31
    """How many comments one issue is given: more than your backend gives at a time, if you know."""

    @pytest.fixture
    def labels(self) -> tuple[str, str]:
        """Return two labels; override it if not all texts can be labels."""
        return "bug", "docs"

    @pytest.fixture
    def assignees(self) -> tuple[str, str]:
        """Return two possible assignees; override it if they must be known."""
        return "ada", "alan"

    @pytest.fixture
    def unknown_id(self) -> str:
        """Return an id that no issue has; override it if ids must have a certain form."""
        return "no-such-issue"

    def made(
        self, it: IssueTracker, title: str = "It is slow", *, labels: Sequence[str] = (), assignees: Sequence[str] = ()
    ) -> Issue:
        """Return a new issue."""
        return self.run(
            it.create_issue({"title": title, "body": "Very.", "labels": [*labels], "assignees": [*assignees]})
        )

    def listed(self, it: IssueTracker, query: IssueQuery, *issues: Issue) -> list[int]:
        """Return the numbers, from 1, of the issues that a query finds on all pages."""
        found = [issue.id for issue in self.run(everything(it.list_issues, query))]
        return [number for number, issue in enumerate(issues, 1) if issue.id in found]

    def test_a_new_issue_has_what_was_given(
        self, it: IssueTracker, labels: tuple[str, str], assignees: tuple[str, str]
    ) -> None:
        """Create an issue … The argument of `IssueTracker.create_issue`. … Summary in one line. … Full text …
        Labels to start with … Labels that it carries. … Names or ids of the people it is given to

        If this fails, `create_issue` drops or changes something of the `IssueSpec`.
        """
        spec: IssueSpec = {"title": "It is slow", "body": "Very.", "labels": [*labels], "assignees": [assignees[0]]}
        issue = self.run(it.create_issue(spec))
        assert (issue.title, issue.body) == ("It is slow", "Very.")
        assert sorted(issue.labels) == sorted(labels)
        assert list(issue.assignees) == [assignees[0]]

    def test_text_is_kept_without_normalisation(self, it: IssueTracker) -> None:
        """Text is kept without Unicode normalisation.

        If this fails, title, body or a comment came back in another Unicode form than it was given in.
        """
        text = "Caf\u00e9 Cafe\u0301"
        issue = self.run(it.create_issue({"title": text, "body": text}))
        found = self.run(it.get_issue(issue.id))
        comment = self.run(it.add_comment(issue.id, text))
        assert (found.title, found.body, comment.body) == (text, text, text)

    def test_a_title_is_enough_for_an_issue(self, it: IssueTracker) -> None:
        """return it with everything the tracker filled in.

        If this fails, `create_issue` needs more than a title, or leaves something out that an issue has.
        """
        assert self.run(it.create_issue({"title": "It is slow"})).title == "It is slow"

    def test_an_issue_is_found_by_its_id(self, it: IssueTracker) -> None:
        """Return the issue … The tracker's id; text even where the tracker counts in numbers.

        If this fails, `get_issue` does not find what `create_issue` made by the id that it gave, or finds another.
        """
        issues = [self.made(it, title) for title in ("It is slow", "It is loud")]
        found = [self.run(it.get_issue(issue.id)) for issue in issues]
        assert [(issue.id, issue.title) for issue in found] == [
            (issues[0].id, "It is slow"),
            (issues[1].id, "It is loud"),
        ]

    def test_to_get_an_unknown_issue_is_not_found(self, it: IssueTracker, unknown_id: str) -> None:
        """Failures are `FacetError`, with the codes `NOT_FOUND` … `FacetError` with code `NOT_FOUND` when no such
        id exists.

        If this fails, `get_issue` does something else than raising `FacetError(…, "NOT_FOUND")` for an unknown id.
        """
        with self.refuses("NOT_FOUND"):
            self.run(it.get_issue(unknown_id))

    def test_update_gives_the_new_state(self, it: IssueTracker) -> None:
        """return the new state.

        If this fails, `update_issue` returns the issue as it was before.
        """
        issue = self.made(it)
        assert self.run(it.update_issue(issue.id, {"title": "It is fast"})).title == "It is fast"

    def test_update_changes_what_it_names(self, it: IssueTracker) -> None:
        """Change the fields that `update` names … The second argument of `IssueTracker.update_issue`. … New summary.
        … New text.

        If this fails, a title or body that `update_issue` was given is not that of the issue afterwards.
        """
        issue = self.made(it)
        self.run(it.update_issue(issue.id, {"title": "It is fast", "body": "Rather."}))
        found = self.run(it.get_issue(issue.id))
        assert (found.title, found.body) == ("It is fast", "Rather.")

    def test_update_changes_nothing_else(
        self, it: IssueTracker, labels: tuple[str, str], assignees: tuple[str, str]
    ) -> None:
        """Change the fields that `update` names and no others

        If this fails, `update_issue` resets fields whose keys are absent, or changes other issues too.
        """
        issue = self.made(it, labels=labels, assignees=assignees[:1])
        other = self.made(it, "It is loud")
        self.run(it.update_issue(issue.id, {"title": "It is fast"}))
        found = self.run(it.get_issue(issue.id))
        assert found.body == "Very."
        assert sorted(found.labels) == sorted(labels)
        assert list(found.assignees) == [assignees[0]]
        assert found.state == issue.state
        assert self.run(it.get_issue(other.id)).title == "It is loud"

    def test_update_closes_and_opens_an_issue(self, it: IssueTracker) -> None:
        """Opens or closes the issue. … Whether the issue is open.

        If this fails, the `state` that `update_issue` was given is not that of the issue afterwards.
        """
        issue = self.made(it)
        for state in "closed", "open":
            self.run(it.update_issue(issue.id, {"state": state}))
            assert self.run(it.get_issue(issue.id)).state == state

    def test_new_labels_replace_the_old_ones(self, it: IssueTracker, labels: tuple[str, str]) -> None:
        """The whole new set of labels; they replace the old ones.

        If this fails, `update_issue` adds labels to those that are there, or leaves them as they are.
        """
        issue = self.made(it, labels=labels[:1])
        self.run(it.update_issue(issue.id, {"labels": [labels[1]]}))
        assert list(self.run(it.get_issue(issue.id)).labels) == [labels[1]]

    def test_new_assignees_replace_the_old_ones(self, it: IssueTracker, assignees: tuple[str, str]) -> None:
        """The whole new set of assignees; they replace the old ones.

        If this fails, `update_issue` adds assignees to those that are there, or leaves them as they are.
        """
        issue = self.made(it, assignees=assignees[:1])
        self.run(it.update_issue(issue.id, {"assignees": [assignees[1]]}))
        assert list(self.run(it.get_issue(issue.id)).assignees) == [assignees[1]]

    def test_an_empty_set_replaces_the_old_one_too(
        self, it: IssueTracker, labels: tuple[str, str], assignees: tuple[str, str]
    ) -> None:
        """The whole new set of labels … The whole new set of assignees

        If this fails, `update_issue` takes an empty set for an absent key: test `"labels" in update`.
        """
        issue = self.made(it, labels=labels, assignees=assignees[:1])
        self.run(it.update_issue(issue.id, {"labels": [], "assignees": []}))
        found = self.run(it.get_issue(issue.id))
        assert (list(found.labels), list(found.assignees)) == ([], [])

    def test_a_body_that_is_taken_away_is_an_empty_text(self, it: IssueTracker) -> None:
        """`""` where the tracker has none.

        If this fails, `update_issue` takes an empty body for an absent one, or an issue without one has a stand-in.
        """
        issue = self.made(it)
        self.run(it.update_issue(issue.id, {"body": ""}))
        assert self.run(it.get_issue(issue.id)).body == ""

    def test_the_time_of_the_last_change_does_not_go_back(self, it: IssueTracker) -> None:
        """When it last changed. Timezone-aware.

        If this fails, `updated_at` is earlier after an update than before: set it when something changes.
        """
        issue = self.made(it)
        before = self.run(it.get_issue(issue.id)).updated_at
        self.run(it.update_issue(issue.id, {"title": "It is fast"}))
        assert self.run(it.get_issue(issue.id)).updated_at >= before

    def test_to_update_an_unknown_issue_is_not_found(self, it: IssueTracker, unknown_id: str) -> None:
        """`FacetError` with code `NOT_FOUND` when no such issue exists.

        If this fails, `update_issue` does something else than raising `FacetError(…, "NOT_FOUND")` for an unknown id.
        """
        with self.refuses("NOT_FOUND"):
            self.run(it.update_issue(unknown_id, {"title": "It is fast"}))

    def test_an_empty_query_asks_for_no_condition(self, it: IssueTracker, labels: tuple[str, str]) -> None:
        """Return a page of the issues that match; `{}` asks for no condition.

        If this fails, `list_issues({})` fails, or leaves out issues of the state that your tracker gives unasked.
        """
        issues = [self.made(it), self.made(it, labels=labels), self.made(it)]
        self.run(it.update_issue(issues[2].id, {"state": "closed"}))
        assert self.listed(it, {}, *issues) in ([1, 2], [3], [1, 2, 3])

    def test_a_state_that_is_asked_for_is_matched(self, it: IssueTracker) -> None:
        """The argument of `IssueTracker.list_issues`. … Only issues in this state

        If this fails, `list_issues` with a `state` leaves out issues in that state, or gives others.
        """
        issues = [self.made(it), self.made(it)]
        self.run(it.update_issue(issues[0].id, {"state": "closed"}))
        assert self.listed(it, {"state": "closed"}, *issues) == [1]
        assert self.listed(it, {"state": "open"}, *issues) == [2]

    def test_the_state_all_admits_both(self, it: IssueTracker) -> None:
        """`all` admits both

        If this fails, `list_issues({"state": "all"})` leaves out open issues or closed ones.
        """
        issues = [self.made(it), self.made(it)]
        self.run(it.update_issue(issues[0].id, {"state": "closed"}))
        assert self.listed(it, {"state": "all"}, *issues) == [1, 2]

    def test_all_labels_that_are_asked_for_must_be_there(self, it: IssueTracker, labels: tuple[str, str]) -> None:
        """Only issues that carry every one of these.

        If this fails, `list_issues` is content with one of several labels, or leaves out an issue that has more.
        """
        issues = [self.made(it, labels=some) for some in (labels, labels[:1], ())]
        assert self.listed(it, {"labels": [labels[0]]}, *issues) == [1, 2]
        assert self.listed(it, {"labels": [*labels]}, *issues) == [1]

    def test_an_assignee_that_is_asked_for_is_matched(self, it: IssueTracker, assignees: tuple[str, str]) -> None:
        """Only issues given to this person.

        If this fails, `list_issues` with an `assignee` leaves out issues of that person, or gives those of others.
        """
        issues = [self.made(it, assignees=[one]) for one in assignees]
        assert self.listed(it, {"assignee": assignees[1]}, *issues) == [2]

    def test_all_keys_of_a_query_must_match(
        self, it: IssueTracker, labels: tuple[str, str], assignees: tuple[str, str]
    ) -> None:
        """All keys that are given must match.

        If this fails, `list_issues` goes by one of several keys alone, or is content with any.
        """
        (label, other_label), (person, other_person) = labels, assignees
        issues = [
            self.made(it, labels=[one], assignees=[somebody])
            for one, somebody in ((label, person), (other_label, person), (label, other_person), (label, person))
        ]
        self.run(it.update_issue(issues[3].id, {"state": "closed"}))
        assert self.listed(it, {"state": "open", "labels": [label], "assignee": person}, *issues) == [1]

    def test_a_page_has_no_more_items_than_its_limit(self, it: IssueTracker) -> None:
        """Base of the queries that return pages. … The maximum number of items

        If this fails, `list_issues` gives more issues than `limit`.
        """
        for _ in range(3):
            self.made(it)
        for limit in 1, 2:
            assert len(self.run(it.list_issues({"state": "all", "limit": limit})).items) <= limit

    def test_a_page_begins_after_its_offset(self, it: IssueTracker) -> None:
        """The number of items to skip. … Absent means 0. … The items of this page.

        If this fails, pages with growing `offset` do not together hold each issue once.
        """
        for _ in range(3):
            self.made(it)
        found, pages = self.run(one_by_one(it.list_issues, {"state": "all"}))
        ids = [issue.id for page in pages for issue in page.items[:1]]
        assert sorted(ids) == sorted({issue.id for issue in found})
        first = self.run(it.list_issues({"state": "all", "limit": 1}))
        assert [issue.id for issue in first.items[:1]] == ids[:1]

    def test_the_total_counts_what_matches_on_all_pages(self, it: IssueTracker, labels: tuple[str, str]) -> None:
        """`PaginatedResult[Issue]` is a page of issues. … The number of matching items over all pages, not the length
        of this page.

        If this fails, `total` counts this page alone, or issues that do not match.
        """
        for label in labels[0], labels[0], labels[1]:
            self.made(it, labels=[label])
        for query in {"state": "all"}, {"labels": labels[:1]}:
            found, pages = self.run(one_by_one(it.list_issues, query))
            assert {page.total for page in pages} == {len(found)}

    def test_a_page_says_whether_there_are_more(self, it: IssueTracker) -> None:
        """Whether there are items after this page.

        If this fails, `has_more` is not true exactly where `offset + len(items)` is less than all that match.
        """
        for _ in range(3):
            self.made(it)
        found, pages = self.run(one_by_one(it.list_issues, {"state": "all"}))
        assert [page.has_more for page in pages] == [
            offset + len(page.items) < len(found) for offset, page in enumerate(pages)
        ]

    def test_a_page_shows_the_state_at_the_time_of_the_call(self, it: IssueTracker, labels: tuple[str, str]) -> None:
        """It shows the state at the time of the call.

        If this fails, a page changes with the tracker, or `list_issues` gives an older one again.
        """
        issue = self.made(it, labels=labels[:1])
        query: IssueQuery = {"state": "open", "labels": [labels[0]]}
        page = self.run(it.list_issues(query))
        before = [one.id for one in page.items]
        self.run(it.update_issue(issue.id, {"state": "closed"}))
        after = [one.id for one in self.run(it.list_issues(query)).items]
        assert [one.id for one in page.items] == before
        assert issue.id not in after

    def test_comments_show_the_state_at_the_time_of_the_call(self, it: IssueTracker) -> None:
        """The sequence shows the state at the time of the call.

        If this fails, what `list_comments` returned changes with the issue, or is kept for the next call.
        """
        issue = self.made(it)
        before = self.run(it.list_comments(issue.id))
        self.run(it.add_comment(issue.id, "Indeed."))
        after = self.run(it.list_comments(issue.id))
        assert (len(before), len(after)) == (0, 1)

    def test_a_comment_is_given_back_as_stored(self, it: IssueTracker) -> None:
        """Add a comment with this text; return it as stored. … Text of the comment. … The tracker's id of the
        comment. … Made by `IssueTracker.add_comment`.

        If this fails, what `add_comment` returns has another text, id or author than what `list_comments` gives.
        """
        issue = self.made(it)
        comment = self.run(it.add_comment(issue.id, "Me too"))
        [stored] = self.run(it.list_comments(issue.id))
        assert comment.body == "Me too"
        assert (comment.id, comment.body, comment.author) == (stored.id, stored.body, stored.author)

    def test_to_comment_on_an_unknown_issue_is_not_found(self, it: IssueTracker, unknown_id: str) -> None:
        """`FacetError` with code `NOT_FOUND` when no such issue exists.

        If this fails, `add_comment` does something else than raising `FacetError(…, "NOT_FOUND")` for an unknown id.
        """
        with self.refuses("NOT_FOUND"):
            self.run(it.add_comment(unknown_id, "Me too"))

    def test_comments_come_oldest_first(self, it: IssueTracker) -> None:
        """oldest first.

        If this fails, `list_comments` gives comments in another order than that in which they were added.
        """
        issue = self.made(it)
        texts = ["Me too", "And I", "Closed"]
        for text in texts:
            self.run(it.add_comment(issue.id, text))
        assert [comment.body for comment in self.run(it.list_comments(issue.id))] == texts

    def test_no_comment_is_left_out(self, it: IssueTracker) -> None:
        """Return all comments of the issue

        If this fails, `list_comments` gives the first page of your backend alone: go on to the last one.
        """
        issue = self.made(it)
        texts = [f"comment {number}" for number in range(self.comments)]
        for text in texts:
            self.run(it.add_comment(issue.id, text))
        assert sorted(comment.body for comment in self.run(it.list_comments(issue.id))) == sorted(texts)

    def test_comments_are_those_of_the_issue(self, it: IssueTracker) -> None:
        """comments of the issue

        If this fails, `list_comments` gives comments of other issues.
        """
        issue, other = self.made(it), self.made(it)
        self.run(it.add_comment(other.id, "Me too"))
        assert list(self.run(it.list_comments(issue.id))) == []

    def test_to_list_comments_of_an_unknown_issue_is_not_found(self, it: IssueTracker, unknown_id: str) -> None:
        """`FacetError` with code `NOT_FOUND` when no such issue exists.

        If this fails, `list_comments` does something else than raising `FacetError(…, "NOT_FOUND")` for an unknown
        id; an empty list is for an issue without comments.
        """
        with self.refuses("NOT_FOUND"):
            self.run(it.list_comments(unknown_id))
