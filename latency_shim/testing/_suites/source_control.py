"""The suite for source control."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import pytest

from latency_shim import Commit, CommitQuery, DiffEntry, SourceControl
from latency_shim.testing._models.source_control import SourceControlHistories
from latency_shim.testing._suites._pages import everything, one_by_one

DAY = datetime.timedelta(days=1)
FAR_EAST = datetime.timezone(datetime.timedelta(hours=14))
FAR_WEST = datetime.timezone(datetime.timedelta(hours=-12))
UNKNOWN = "no-such-branch"

Write = Callable[[str, str], object]


class SourceControlContract(SourceControlHistories):
    """The promises of every `SourceControl`. Needs the fixtures `source` and `write`."""

    interface: ClassVar[Any] = SourceControl
    fixture: ClassVar[str] = "source"
    needs: ClassVar[Mapping[str, str]] = {
        "source": "a source control of yours, over a scratch repository with one commit or more",
        "write": "a function that writes a text to a path in the working copy: `write(path, text)`",
    }
    untested: ClassVar[Mapping[str, str]] = {
        "a SHA, a tag": "the interface cannot make a tag",
        "a branch or a tag.": "the interface cannot make a tag",
        "absent leaves it to the provider.": "whatever the provider does then is right",
        "Absent leaves the branch to the provider.": "whichever the provider takes is right",
        "When it was created.": "not every repository records when a branch was made",
    }

    @pytest.fixture
    def default_branch(self) -> str:
        """Return the name of the repository's default branch."""
        return "main"

    def committed(self, it: SourceControl, write: Write, files: dict[str, str]) -> Commit:
        """Write files, and give a commit of them."""
        for path, text in files.items():
            write(path, text)
        return self.run(it.commit({"message": "Change files", "files": [*files]}))

    def listed(self, it: SourceControl, query: CommitQuery) -> list[str]:
        """Return the SHA of each commit that a query finds, from all pages."""
        return [commit.sha for commit in self.run(everything(it.list_commits, query))]

    def difference(self, it: SourceControl, from_: str, to: str) -> dict[str, DiffEntry]:
        """Return the entries of a difference by their paths."""
        return {entry.path: entry for entry in self.run(it.get_diff(from_, to))}

    def test_a_new_branch_is_given_back(self, it: SourceControl) -> None:
        """Create a branch and return it. … The argument of `SourceControl.create_branch`. … Name of the branch.

        If this fails, what `create_branch` returns has another name than was asked for, or is said to be the default.
        """
        branch = self.run(it.create_branch({"name": "topic"}))
        assert (branch.name, branch.is_default) == ("topic", False)

    def test_a_new_branch_starts_at_the_default_branch(self, it: SourceControl, write: Write) -> None:
        """absent means the repository's default branch. … Its head is that of its starting point.

        If this fails, `create_branch` without `from_` starts somewhere else, such as at what is checked out.
        """
        first = self.committed(it, write, {"a.txt": "1\n"})
        second = self.committed(it, write, {"a.txt": "2\n"})
        self.run(it.create_branch({"name": "side", "from_": first.sha}))
        assert self.run(it.create_branch({"name": "topic"})).head == second.sha

    def test_a_new_branch_starts_at_a_given_commit(self, it: SourceControl, write: Write) -> None:
        """Branch or SHA to start at … `from` in TypeScript; a keyword in Python.

        If this fails, `create_branch` does not look at `from_`, or does not know the SHA of a commit.
        """
        first = self.committed(it, write, {"a.txt": "1\n"})
        self.committed(it, write, {"a.txt": "2\n"})
        assert self.run(it.create_branch({"name": "topic", "from_": first.sha})).head == first.sha

    def test_a_new_branch_starts_at_a_given_branch(self, it: SourceControl, write: Write) -> None:
        """Branch or SHA to start at … Its head is that of its starting point.

        If this fails, `create_branch` does not look at `from_`, or does not know the name of a branch.
        """
        self.run(it.create_branch({"name": "side"}))
        self.committed(it, write, {"a.txt": "1\n"})  # on one of the two: whether `side` is checked out is open
        side = self.run(it.get_branch("side"))
        assert self.run(it.create_branch({"name": "topic", "from_": "side"})).head == side.head

    def test_a_branch_is_found_by_its_name(self, it: SourceControl) -> None:
        """Return the branch … The result of `SourceControl.get_branch`, among others.

        If this fails, `get_branch` does not find what `create_branch` made, or gives another branch.
        """
        branch = self.run(it.create_branch({"name": "topic"}))
        found = self.run(it.get_branch("topic"))
        assert (found.name, found.head, found.is_default) == ("topic", branch.head, False)

    def test_the_head_of_a_branch_is_its_newest_commit(
        self, it: SourceControl, write: Write, default_branch: str
    ) -> None:
        """SHA of its newest commit. … The full SHA.

        If this fails, `head` does not follow when something is committed, or is written otherwise than `sha`.
        """
        for text in "1\n", "2\n":
            commit = self.committed(it, write, {"a.txt": text})
            assert self.run(it.get_branch(default_branch)).head == commit.sha

    def test_a_page_shows_the_state_at_the_time_of_the_call(self, it: SourceControl) -> None:
        """It shows the state at the time of the call.

        If this fails, a page changes with the repository, or `list_branches` gives an older one again.
        """
        before = self.run(it.list_branches())
        total = before.total
        self.run(it.create_branch({"name": "topic"}))
        after = self.run(it.list_branches())
        assert (before.total, after.total) == (total, total + 1)

    def test_an_unknown_branch_is_not_found(self, it: SourceControl) -> None:
        """Failures are `FacetError`, with the code `NOT_FOUND` among others. … `FacetError` with code `NOT_FOUND`
        when no such name exists.

        If this fails, `get_branch` does something else than raising `FacetError(…, "NOT_FOUND")` for an unknown name.
        """
        with self.refuses("NOT_FOUND"):
            self.run(it.get_branch(UNKNOWN))

    def test_all_branches_are_listed(self, it: SourceControl, default_branch: str) -> None:
        """Return a page of the branches

        If this fails, `list_branches` leaves out a branch, on all pages.
        """
        for name in "topic", "side":
            self.run(it.create_branch({"name": name}))
        found = [branch.name for branch in self.run(everything(it.list_branches, {}))]
        assert {default_branch, "topic", "side"} <= {*found}

    def test_branches_are_listed_without_a_query_as_with_an_empty_one(self, it: SourceControl) -> None:
        """without `query`, as `{}` would.

        If this fails, `list_branches()` is not the same as `list_branches({})`.
        """
        self.run(it.create_branch({"name": "topic"}))
        page, same = self.run(it.list_branches()), self.run(it.list_branches({}))
        assert [branch.name for branch in page.items] == [branch.name for branch in same.items]
        assert (page.total, page.has_more) == (same.total, same.has_more)

    def test_one_branch_is_the_default(self, it: SourceControl, default_branch: str) -> None:
        """Whether it is the repository's default branch.

        If this fails, `is_default` is not true for exactly the default branch; it is not what is checked out.
        """
        self.run(it.create_branch({"name": "topic"}))
        found = self.run(everything(it.list_branches, {}))
        assert [branch.name for branch in found if branch.is_default] == [default_branch]

    def test_a_page_has_no_more_items_than_its_limit(self, it: SourceControl, write: Write) -> None:
        """Base of the queries that return pages. … The maximum number of items

        If this fails, `list_branches` or `list_commits` gives more than `limit`.
        """
        self.committed(it, write, {"a.txt": "1\n"})
        for name in "topic", "side":
            self.run(it.create_branch({"name": name}))
        assert len(self.run(it.list_branches({"limit": 1})).items) <= 1
        assert len(self.run(it.list_commits({"limit": 1})).items) <= 1

    def test_a_page_begins_after_its_offset(self, it: SourceControl, write: Write, default_branch: str) -> None:
        """The number of items to skip. … Absent means 0. … The items of this page.

        If this fails, pages of `list_branches` or `list_commits` with growing `offset` do not together hold each
        branch or commit once.
        """
        self.committed(it, write, {"a.txt": "1\n"})
        self.run(it.create_branch({"name": "topic"}))
        found, pages = self.run(one_by_one(it.list_branches, {}))
        names = [branch.name for page in pages for branch in page.items[:1]]
        assert sorted(names) == sorted({branch.name for branch in found})
        first = self.run(it.list_branches({"limit": 1}))
        assert [branch.name for branch in first.items[:1]] == names[:1]
        commits, commit_pages = self.run(one_by_one(it.list_commits, {"branch": default_branch}))
        shas = [commit.sha for page in commit_pages for commit in page.items[:1]]
        assert sorted(shas) == sorted({commit.sha for commit in commits})

    def test_the_total_counts_what_matches_on_all_pages(
        self, it: SourceControl, write: Write, default_branch: str
    ) -> None:
        """`PaginatedResult[Issue]` is a page of issues. … The number of matching items over all pages, not the length
        of this page.

        If this fails, `total` counts a page alone, or commits that do not match.
        """
        self.run(it.create_branch({"name": "topic"}))
        commit = self.committed(it, write, {"a.txt": "1\n"})
        found, pages = self.run(one_by_one(it.list_branches, {}))
        assert {page.total for page in pages} == {len(found)}
        commits, commit_pages = self.run(one_by_one(it.list_commits, {"branch": default_branch}))
        assert {page.total for page in commit_pages} == {len(commits)}
        assert self.run(it.list_commits({"since": commit.date + DAY})).total == 0

    def test_a_page_says_whether_there_are_more(self, it: SourceControl, write: Write, default_branch: str) -> None:
        """Whether there are items after this page.

        If this fails, `has_more` is not true exactly where `offset + len(items)` is less than all that match.
        """
        self.committed(it, write, {"a.txt": "1\n"})
        self.run(it.create_branch({"name": "topic"}))
        for listing, query in (it.list_branches, {}), (it.list_commits, {"branch": default_branch}):
            found, pages = self.run(one_by_one(listing, query))
            assert [page.has_more for page in pages] == [
                offset + len(page.items) < len(found) for offset, page in enumerate(pages)
            ]

    def test_a_new_commit_is_given_back(self, it: SourceControl, write: Write) -> None:
        """return the new commit. … The argument of `SourceControl.commit`. … The commit message.

        If this fails, `commit` returns another commit than the one it made, or one with another message.
        """
        for message in "Add a file", "Change it":
            write("a.txt", message)
            commit = self.run(it.commit({"message": message, "files": ["a.txt"]}))
            assert commit.message.strip() == message

    def test_a_commit_has_the_files_it_names(self, it: SourceControl, write: Write) -> None:
        """Commit the files that `spec` names … Paths to include

        If this fails, `commit` leaves out some of `files`.
        """
        before = self.committed(it, write, {"a.txt": "1\n"})
        after = self.committed(it, write, {"a.txt": "2\n", "b.txt": "1\n", "c.txt": "1\n"})
        assert sorted(self.difference(it, before.sha, after.sha)) == ["a.txt", "b.txt", "c.txt"]

    def test_a_commit_has_no_other_files(self, it: SourceControl, write: Write) -> None:
        """Commit the files that `spec` names … Paths to include

        If this fails, `commit` takes everything that was changed: it must take what `files` names.
        """
        before = self.committed(it, write, {"a.txt": "1\n"})
        write("b.txt", "1\n")
        after = self.committed(it, write, {"a.txt": "2\n"})
        assert sorted(self.difference(it, before.sha, after.sha)) == ["a.txt"]

    def test_paths_are_relative_to_the_root(self, it: SourceControl, write: Write) -> None:
        """relative to the repository's root. … Path of the file, relative to the repository's root.

        If this fails, `commit` takes, or `get_diff` gives, another path for a file in a folder.
        """
        before = self.committed(it, write, {"a.txt": "1\n"})
        after = self.committed(it, write, {"docs/guide.txt": "1\n"})
        assert [*self.difference(it, before.sha, after.sha)] == ["docs/guide.txt"]

    def test_a_commit_is_found_by_its_sha(self, it: SourceControl, write: Write) -> None:
        """Return the commit that a SHA … The result of `SourceControl.get_commit`, among others. … Name or id of the
        author.

        If this fails, `get_commit` does not find what `commit` made, or describes it otherwise.
        """
        commits = [self.committed(it, write, {"a.txt": text}) for text in ("1\n", "2\n")]
        for commit in commits:
            found = self.run(it.get_commit(commit.sha))
            assert (found.sha, found.message, found.author) == (commit.sha, commit.message, commit.author)

    def test_a_commit_is_found_by_a_branch(self, it: SourceControl, write: Write, default_branch: str) -> None:
        """a symbolic name refers to.

        If this fails, `get_commit` does not take the name of a branch for its newest commit.
        """
        commit = self.committed(it, write, {"a.txt": "1\n"})
        assert self.run(it.get_commit(default_branch)).sha == commit.sha

    def test_what_stands_for_no_commit_is_not_found(self, it: SourceControl) -> None:
        """`FacetError` with code `NOT_FOUND` when it names no commit.

        If this fails, `get_commit` does something else than raising `FacetError(…, "NOT_FOUND")` for an unknown ref.
        """
        with self.refuses("NOT_FOUND"):
            self.run(it.get_commit(UNKNOWN))

    def test_an_empty_query_asks_for_no_condition(self, it: SourceControl) -> None:
        """Return a page of the commits that match; `{}` asks for no condition.

        If this fails, `list_commits({})` fails, or finds nothing where there are commits.
        """
        assert self.listed(it, {}) != []

    def test_commits_are_those_of_a_branch(self, it: SourceControl, write: Write, default_branch: str) -> None:
        """The argument of `SourceControl.list_commits`. … Only commits of this branch.

        If this fails, `list_commits` with a `branch` leaves out commits of it, or has some that it does not have.
        """
        before = self.run(it.get_branch(default_branch)).head
        self.run(it.create_branch({"name": "side"}))
        after = self.committed(it, write, {"a.txt": "1\n"}).sha  # on one of the two: which one is open
        for name in default_branch, "side":
            has_both = self.run(it.get_branch(name)).head == after
            assert {before, after} & {*self.listed(it, {"branch": name})} == ({before, after} if has_both else {before})

    def test_commits_are_those_of_an_author(self, it: SourceControl, write: Write, default_branch: str) -> None:
        """Only commits of this author, by name or id.

        If this fails, `list_commits` does not find a commit by its `author`, or finds it by another.
        """
        commit = self.committed(it, write, {"a.txt": "1\n"})
        assert commit.sha in self.listed(it, {"branch": default_branch, "author": commit.author})
        assert self.listed(it, {"branch": default_branch, "author": "nobody-of-that-name"}) == []

    def test_since_is_inclusive(self, it: SourceControl, write: Write, default_branch: str) -> None:
        """Only commits authored at or after this time. … When it was authored.

        If this fails, `list_commits` does not go by `date`, or leaves out a commit authored exactly at `since`.
        """
        commit = self.committed(it, write, {"a.txt": "1\n"})
        assert commit.sha in self.listed(it, {"branch": default_branch, "since": commit.date})
        assert commit.sha not in self.listed(it, {"branch": default_branch, "since": commit.date + DAY})

    def test_until_is_inclusive(self, it: SourceControl, write: Write, default_branch: str) -> None:
        """Only commits authored at or before this time.

        If this fails, `list_commits` does not go by `date`, or leaves out a commit authored exactly at `until`.
        """
        commit = self.committed(it, write, {"a.txt": "1\n"})
        assert commit.sha in self.listed(it, {"branch": default_branch, "until": commit.date})
        assert commit.sha not in self.listed(it, {"branch": default_branch, "until": commit.date - DAY})

    def test_a_time_is_the_same_in_every_timezone(self, it: SourceControl, write: Write, default_branch: str) -> None:
        """Timezone-aware.

        If this fails, `list_commits` compares the clocks on the wall in `since` and `until`: compare the times.
        """
        commit = self.committed(it, write, {"a.txt": "1\n"})
        query: CommitQuery = {"branch": default_branch}
        for zone in FAR_EAST, FAR_WEST:
            local = commit.date.astimezone(zone)
            assert commit.sha in self.listed(it, {**query, "since": local, "until": local})

    def test_all_keys_of_a_query_must_match(self, it: SourceControl, write: Write, default_branch: str) -> None:
        """All keys that are given must match.

        If this fails, `list_commits` goes by one of several keys alone, or is content with any.
        """
        commit = self.committed(it, write, {"a.txt": "1\n"})
        query: CommitQuery = {"branch": default_branch, "author": commit.author, "since": commit.date}
        assert commit.sha in self.listed(it, query)
        assert commit.sha not in self.listed(it, {**query, "since": commit.date + DAY})
        assert commit.sha not in self.listed(it, {**query, "author": "nobody-of-that-name"})

    def test_a_file_that_is_new_was_added(self, it: SourceControl, write: Write) -> None:
        """Return the changes from one commit to another … The kind of change. … An item of the
        result of `SourceControl.get_diff`.

        If this fails, `get_diff` does not say `added` of a file that only the second commit has.
        """
        before = self.committed(it, write, {"a.txt": "1\n"})
        after = self.committed(it, write, {"b.txt": "one\ntwo\n"})
        assert self.difference(it, before.sha, after.sha)["b.txt"].status == "added"

    def test_a_file_with_another_text_was_modified(self, it: SourceControl, write: Write) -> None:
        """Return the changes from one commit to another … The kind of change.

        If this fails, `get_diff` does not say `modified` of a file that both commits have, with different texts.
        """
        before = self.committed(it, write, {"a.txt": "1\n"})
        after = self.committed(it, write, {"a.txt": "2\n"})
        assert self.difference(it, before.sha, after.sha)["a.txt"].status == "modified"

    def test_a_file_that_is_gone_was_deleted(self, it: SourceControl, write: Write) -> None:
        """Return the changes from one commit to another … The kind of change.

        If this fails, `get_diff` does not say `deleted` of a file that only the first commit has.
        """
        before = self.committed(it, write, {"a.txt": "1\n"})
        after = self.committed(it, write, {"b.txt": "one\ntwo\n"})
        assert self.difference(it, after.sha, before.sha)["b.txt"].status == "deleted"

    def test_lines_that_were_added_are_counted(self, it: SourceControl, write: Write) -> None:
        """Lines added.

        If this fails, `additions` is not how many lines the second commit has that the first has not.
        """
        before = self.committed(it, write, {"a.txt": "1\n2\n"})
        after = self.committed(it, write, {"a.txt": "1\n3\n4\n5\n", "b.txt": "1\n2\n3\n"})
        found = self.difference(it, before.sha, after.sha)
        assert (found["a.txt"].additions, found["b.txt"].additions) == (3, 3)

    def test_lines_that_were_deleted_are_counted(self, it: SourceControl, write: Write) -> None:
        """Lines deleted.

        If this fails, `deletions` is not how many lines the first commit has that the second has not.
        """
        before = self.committed(it, write, {"a.txt": "1\n2\n"})
        after = self.committed(it, write, {"a.txt": "1\n3\n4\n5\n", "b.txt": "1\n2\n3\n"})
        found = self.difference(it, before.sha, after.sha)
        assert (found["a.txt"].deletions, found["b.txt"].deletions) == (1, 0)

    def test_a_file_that_changed_twice_has_one_entry(self, it: SourceControl, write: Write) -> None:
        """one entry a file.

        If this fails, `get_diff` gives what each commit in between did: it must compare the two that it was given.
        """
        before = self.committed(it, write, {"a.txt": "1\n"})
        self.committed(it, write, {"b.txt": "1\n"})
        after = self.committed(it, write, {"b.txt": "2\n"})
        entries = self.run(it.get_diff(before.sha, after.sha))
        assert [(entry.path, entry.status) for entry in entries] == [("b.txt", "added")]

    def test_the_same_commit_twice_has_no_difference(self, it: SourceControl, write: Write) -> None:
        """The same commit twice gives an empty sequence.

        If this fails, `get_diff` gives what a commit itself changed, or what is not committed.
        """
        commit = self.committed(it, write, {"a.txt": "1\n"})
        write("a.txt", "2\n")
        assert list(self.run(it.get_diff(commit.sha, commit.sha))) == []

    def test_each_side_of_a_difference_may_be_a_branch(
        self, it: SourceControl, write: Write, default_branch: str
    ) -> None:
        """Each side is a SHA, a branch

        If this fails, `get_diff` does not take the name of a branch for its newest commit.
        """
        before = self.committed(it, write, {"a.txt": "1\n"})
        self.committed(it, write, {"b.txt": "1\n"})
        assert self.difference(it, before.sha, default_branch)["b.txt"].status == "added"
        assert self.difference(it, default_branch, before.sha)["b.txt"].status == "deleted"

    @pytest.mark.parametrize("unknown", ["from_", "to"])
    def test_no_difference_with_what_stands_for_no_commit(
        self, it: SourceControl, default_branch: str, unknown: str
    ) -> None:
        """`FacetError` with code `NOT_FOUND` when one stands for no commit.

        If this fails, `get_diff` does something else than raising `FacetError(…, "NOT_FOUND")` for an unknown ref.
        """
        with self.refuses("NOT_FOUND"):
            if unknown == "from_":
                self.run(it.get_diff(UNKNOWN, default_branch))
            else:
                self.run(it.get_diff(default_branch, UNKNOWN))
