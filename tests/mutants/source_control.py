"""Source control that breaks a promise each."""

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple, TypeVar, cast

import pytest

from latency_shim import (
    Branch,
    BranchSpec,
    Commit,
    CommitQuery,
    CommitSpec,
    DiffEntry,
    FacetError,
    PaginatedQuery,
    PaginatedResult,
)
from latency_shim.memory._pages import Page
from latency_shim.memory.source_control import MemoryBranch, MemoryCommit, MemoryDiffEntry, MemorySourceControl
from latency_shim.testing import SourceControlContract
from latency_shim.testing._suites.source_control import Write
from mutants import breaks, keeps_all
from mutants._listings import Lazily

_T = TypeVar("_T")
SECOND = timedelta(seconds=1)

ALSO = (
    "Branch",
    "BranchSpec",
    "Commit",
    "CommitQuery",
    "CommitSpec",
    "DiffEntry",
    "facets.common:PaginatedQuery",
    "facets.common:PaginatedResult",
)


class SUITE(SourceControlContract):
    make: Callable[[], MemorySourceControl] = MemorySourceControl

    @pytest.fixture
    def source(self) -> MemorySourceControl:
        return self.make()

    @pytest.fixture
    def write(self, source: MemorySourceControl) -> Write:
        return source.working_copy.__setitem__

    @pytest.fixture
    def new_source(self) -> Callable[[], tuple[MemorySourceControl, Write]]:
        def new() -> tuple[MemorySourceControl, Write]:
            made = self.make()
            return made, made.working_copy.__setitem__

        return new


@breaks("test_it_conforms_to_the_interface")
class HasAnotherName(MemorySourceControl):
    """The optional parameter of `list_branches` has another name."""

    async def list_branches(self, wanted: PaginatedQuery | None = None) -> PaginatedResult[Branch]:  # pyright: ignore[reportIncompatibleMethodOverride] - the fault
        return await super().list_branches(wanted)


class Branches(MemorySourceControl):
    """Base of those that begin a branch wrongly."""

    async def create_branch(self, spec: BranchSpec, /) -> Branch:
        return await super().create_branch(self.misread(spec))

    def misread(self, spec: BranchSpec) -> BranchSpec:
        raise NotImplementedError


@breaks("test_a_new_branch_is_given_back")
class GivesTheFullName(MemorySourceControl):
    """A new branch comes back with a longer name."""

    async def create_branch(self, spec: BranchSpec, /) -> Branch:
        branch = cast("MemoryBranch", await super().create_branch(spec))
        return replace(branch, name=f"refs/heads/{branch.name}")


@breaks("test_a_new_branch_starts_at_the_default_branch")
class StartsAtWhatIsCheckedOut(MemorySourceControl):
    """A new branch is checked out, and the next one starts there."""

    async def create_branch(self, spec: BranchSpec, /) -> Branch:
        branch = await super().create_branch({"from_": self.checked_out, **spec})
        self.checked_out = branch.name
        return branch


@breaks("test_a_new_branch_starts_at_a_given_commit")
class KnowsOnlyBranches(Branches):
    """A branch cannot start at a commit, it starts at the default branch then."""

    def misread(self, spec: BranchSpec) -> BranchSpec:
        return spec if spec.get("from_") in self._branches else {"name": spec["name"]}


@breaks("test_a_new_branch_starts_at_a_given_branch")
class KnowsOnlyCommits(Branches):
    """A branch cannot start at another one, it starts at the default branch then."""

    def misread(self, spec: BranchSpec) -> BranchSpec:
        return spec if spec.get("from_") in self._commits else {"name": spec["name"]}


@breaks("test_a_branch_is_found_by_its_name")
class FindsOnlyTheDefault(MemorySourceControl):
    """What is found by a name is always said to be the default branch."""

    async def get_branch(self, name: str, /) -> Branch:
        return replace(self._branch(name), is_default=True)


@breaks("test_the_head_of_a_branch_is_its_newest_commit")
class RemembersHeads(MemorySourceControl):
    """The head of a branch does not follow a second commit."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: dict[str, Branch] = {}

    async def get_branch(self, name: str, /) -> Branch:
        if name not in self.seen or len(self._commits) == 2:  # the first one was there before
            self.seen[name] = self._branch(name)
        return self.seen[name]


@breaks("test_an_unknown_branch_is_not_found")
class HasAnotherCode(MemorySourceControl):
    """An unknown branch has a code that the program made up."""

    async def get_branch(self, name: str, /) -> Branch:
        if name not in self._branches:
            raise FacetError(name, "BRANCH_NOT_FOUND")
        return await super().get_branch(name)


@breaks("test_all_branches_are_listed")
class LeavesOutTheDefault(MemorySourceControl):
    """The default branch is not listed if there are other branches."""

    async def list_branches(self, query: PaginatedQuery | None = None) -> PaginatedResult[Branch]:
        all_of_them = self._branches
        self._branches = {name: head for name, head in all_of_them.items() if len(all_of_them) < 3 or name != "main"}
        try:
            return await super().list_branches(query)
        finally:
            self._branches = all_of_them


@breaks("test_branches_are_listed_without_a_query_as_with_an_empty_one")
class GivesOneBranchUnasked(MemorySourceControl):
    """Without a query there is one branch on the page."""

    async def list_branches(self, query: PaginatedQuery | None = None) -> PaginatedResult[Branch]:
        return await super().list_branches({"limit": 1} if query is None else query)


@breaks("test_a_page_shows_the_state_at_the_time_of_the_call")
class KeepsItsPage(MemorySourceControl):
    """The first page of branches that was asked for without a query is kept."""

    first: PaginatedResult[Branch] | None = None

    async def list_branches(self, query: PaginatedQuery | None = None) -> PaginatedResult[Branch]:
        if query is not None:
            return await super().list_branches(query)
        self.first = self.first or await super().list_branches()
        return self.first


class Pages(MemorySourceControl):
    """Base of those that get a page of either wrong."""

    async def list_branches(self, query: PaginatedQuery | None = None) -> PaginatedResult[Branch]:
        wanted: PaginatedQuery = query or {}
        found = await super().list_branches(self.misread(wanted))
        return self.wrong(Page(found.items, found.total, found.has_more), wanted)

    async def list_commits(self, query: CommitQuery, /) -> PaginatedResult[Commit]:
        found = await super().list_commits(cast("CommitQuery", self.misread(query)))
        return self.wrong(Page(found.items, found.total, found.has_more), query)

    def misread(self, query: PaginatedQuery) -> PaginatedQuery:
        return query

    def wrong(self, page: Page[_T], query: PaginatedQuery) -> Page[_T]:
        return page


@breaks("test_one_branch_is_the_default")
class HasNoDefault(Pages):
    """No branch of a list is the default."""

    def wrong(self, page: Page[_T], query: PaginatedQuery) -> Page[_T]:
        items: list[Any] = [
            replace(item, is_default=False) if isinstance(item, MemoryBranch) else item for item in page.items
        ]
        return replace(page, items=items)


@breaks("test_a_page_has_no_more_items_than_its_limit")
class PassesOverTheLimit(Pages):
    """A limit is passed over."""

    def misread(self, query: PaginatedQuery) -> PaginatedQuery:
        return cast("PaginatedQuery", {name: value for name, value in query.items() if name != "limit"})


@breaks("test_a_page_has_no_more_items_than_its_limit")
class PassesOverTheLimitOfCommits(MemorySourceControl):
    """A limit of commits is passed over."""

    async def list_commits(self, query: CommitQuery, /) -> PaginatedResult[Commit]:
        return await super().list_commits({**query, "limit": 99})


@breaks("test_a_page_begins_after_its_offset")
class IsOneTooFar(Pages):
    """Pages begin one item too early, but the first."""

    def misread(self, query: PaginatedQuery) -> PaginatedQuery:
        return cast("PaginatedQuery", {**query, "offset": max(query.get("offset", 0) - 1, 0)})

    def wrong(self, page: Page[_T], query: PaginatedQuery) -> Page[_T]:
        return replace(page, has_more=query.get("offset", 0) + len(page.items) < page.total)


@breaks("test_the_total_counts_what_matches_on_all_pages")
class CountsThePage(Pages):
    """The total is that of the page."""

    def wrong(self, page: Page[_T], query: PaginatedQuery) -> Page[_T]:
        return replace(page, total=len(page.items))


@breaks("test_the_total_counts_what_matches_on_all_pages")
class CountsWhatDoesNotMatch(Pages):
    """The total of no commit at all is one."""

    def wrong(self, page: Page[_T], query: PaginatedQuery) -> Page[_T]:
        return replace(page, total=max(page.total, 1))


@breaks("test_a_page_says_whether_there_are_more")
class NeverHasMore(Pages):
    """Nothing ever lies past the page."""

    def wrong(self, page: Page[_T], query: PaginatedQuery) -> Page[_T]:
        return replace(page, has_more=False)


@breaks("test_a_new_commit_is_given_back")
class WritesMessagesItself(MemorySourceControl):
    """A message begins with a word that was not given."""

    async def commit(self, spec: CommitSpec, /) -> Commit:
        return await super().commit({**spec, "message": f"change: {spec['message']}"})


@breaks("test_a_commit_has_the_files_it_names")
class CommitsTwoFiles(MemorySourceControl):
    """A commit has no more than two files."""

    async def commit(self, spec: CommitSpec, /) -> Commit:
        return await super().commit({**spec, "files": spec["files"][:2]})


@breaks("test_a_commit_has_no_other_files")
class CommitsEverything(MemorySourceControl):
    """A commit has everything that was changed."""

    async def commit(self, spec: CommitSpec, /) -> Commit:
        return await super().commit({**spec, "files": [*self.working_copy]})


class Differences(MemorySourceControl):
    """Base of those that get a difference wrong."""

    async def get_diff(self, from_: str, to: str, /) -> Sequence[DiffEntry]:
        return [self.wrong(cast("MemoryDiffEntry", entry)) for entry in await super().get_diff(from_, to)]

    def wrong(self, change: MemoryDiffEntry) -> MemoryDiffEntry:
        raise NotImplementedError


@breaks("test_paths_are_relative_to_the_root")
class GivesTheLastPartOfAPath(Differences):
    """A difference has names of files without their folder."""

    def wrong(self, change: MemoryDiffEntry) -> MemoryDiffEntry:
        return replace(change, path=change.path.rpartition("/")[2])


@breaks("test_a_commit_is_found_by_its_sha")
class KnowsNoAuthor(MemorySourceControl):
    """What is found by a SHA is nobody's."""

    async def get_commit(self, ref: str, /) -> Commit:
        return replace(self._commit(ref), author="" if ref in self._commits else "me")


@breaks("test_a_commit_is_found_by_a_branch")
class KnowsShasAlone(MemorySourceControl):
    """A commit is found by its SHA alone."""

    async def get_commit(self, ref: str, /) -> Commit:
        if ref in self._branches:
            raise FacetError(ref, "NOT_FOUND")
        return self._commit(ref)


@breaks("test_what_stands_for_no_commit_is_not_found")
class GivesTheNewestInstead(MemorySourceControl):
    """An unknown ref stands for what is checked out."""

    async def get_commit(self, ref: str, /) -> Commit:
        return self._commit(ref if ref in {*self._branches, *self._commits} else self.checked_out)


@breaks("test_an_empty_query_asks_for_no_condition")
class NeedsACondition(MemorySourceControl):
    """A query must have a key."""

    async def list_commits(self, query: CommitQuery, /) -> PaginatedResult[Commit]:
        if not query:
            raise FacetError("which ones?", "VALIDATION_ERROR")
        return await super().list_commits(query)


class Commits(MemorySourceControl):
    """Base of those that misread a query for commits."""

    async def list_commits(self, query: CommitQuery, /) -> PaginatedResult[Commit]:
        return await super().list_commits(self.misread(query))

    def misread(self, query: CommitQuery) -> CommitQuery:
        raise NotImplementedError


@breaks("test_commits_are_those_of_a_branch")
class PassesOverTheBranch(Commits):
    """All branches have the commits of the one that is checked out."""

    def misread(self, query: CommitQuery) -> CommitQuery:
        return {**query, "branch": self.checked_out}


@breaks("test_commits_are_those_of_an_author")
class PassesOverTheAuthor(Commits):
    """An author is passed over, unless there is a time."""

    def misread(self, query: CommitQuery) -> CommitQuery:
        return query if "since" in query else {**query, "author": "me"}


@breaks("test_since_is_inclusive")
class BeginsAfterSince(Commits):
    """What was authored at `since` itself is left out, unless there is an author or an end too."""

    def misread(self, query: CommitQuery) -> CommitQuery:
        if "since" not in query or "author" in query or "until" in query:
            return query
        return {**query, "since": query["since"] + SECOND}


@breaks("test_until_is_inclusive")
class EndsBeforeUntil(Commits):
    """What was authored at `until` itself is left out, unless there is a beginning too."""

    def misread(self, query: CommitQuery) -> CommitQuery:
        return query if "until" not in query or "since" in query else {**query, "until": query["until"] - SECOND}


@breaks("test_a_time_is_the_same_in_every_timezone")
class ReadsTheClockOnTheWall(Commits):
    """The timezone of `until` is passed over."""

    def misread(self, query: CommitQuery) -> CommitQuery:
        return {**query, "until": query["until"].replace(tzinfo=UTC)} if "until" in query else query


@breaks("test_all_keys_of_a_query_must_match")
class GoesByTheAuthorAlone(Commits):
    """Beside an author the time does not count."""

    def misread(self, query: CommitQuery) -> CommitQuery:
        return {**query, "since": datetime.min.replace(tzinfo=UTC)} if "author" in query else query


@breaks("test_a_file_that_is_new_was_added")
class SaysModifiedOfTheNew(Differences):
    """A new file of two lines was modified."""

    def wrong(self, change: MemoryDiffEntry) -> MemoryDiffEntry:
        return replace(change, status="modified") if change.status == "added" and change.additions == 2 else change


@breaks("test_a_file_with_another_text_was_modified")
class SaysAddedOfTheModified(Differences):
    """A modified file was added."""

    def wrong(self, change: MemoryDiffEntry) -> MemoryDiffEntry:
        return replace(change, status="added") if change.status == "modified" else change


@breaks("test_a_file_that_is_gone_was_deleted")
class SaysModifiedOfTheDeleted(Differences):
    """A deleted file of two lines was modified."""

    def wrong(self, change: MemoryDiffEntry) -> MemoryDiffEntry:
        return replace(change, status="modified") if change.status == "deleted" and change.deletions == 2 else change


@breaks("test_lines_that_were_added_are_counted")
class CountsHowManyMore(Differences):
    """Lines that took the place of others are not counted as added."""

    def wrong(self, change: MemoryDiffEntry) -> MemoryDiffEntry:
        return replace(change, additions=max(change.additions - change.deletions, 0))


@breaks("test_lines_that_were_deleted_are_counted")
class CountsHowManyFewer(Differences):
    """Lines whose place others took are not counted as deleted."""

    def wrong(self, change: MemoryDiffEntry) -> MemoryDiffEntry:
        return replace(change, deletions=max(change.deletions - change.additions, 0))


@breaks("test_a_file_that_changed_twice_has_one_entry")
class GoesFromCommitToCommit(MemorySourceControl):
    """A difference is what each commit did, one after the other."""

    async def get_diff(self, from_: str, to: str, /) -> Sequence[DiffEntry]:
        steps = [self._commit(to)]
        while (parent := steps[-1].parent) and steps[-1].sha != self._commit(from_).sha:
            steps.append(self._commit(parent))
        if steps[-1].sha != self._commit(from_).sha:
            return await super().get_diff(from_, to)
        pairs = zip(steps[:0:-1], steps[-2::-1], strict=True)
        return [entry for old, new in pairs for entry in await super(type(self), self).get_diff(old.sha, new.sha)]


@breaks("test_the_same_commit_twice_has_no_difference")
class ComparesWithTheWorkingCopy(MemorySourceControl):
    """The same commit twice is compared with what is not committed."""

    async def get_diff(self, from_: str, to: str, /) -> Sequence[DiffEntry]:
        files: Mapping[str, str] = self._commit(from_).files
        if from_ == to:
            return [MemoryDiffEntry(path, "modified", 1, 1) for path in files if files[path] != self.working_copy[path]]
        return await super().get_diff(from_, to)


@breaks("test_each_side_of_a_difference_may_be_a_branch")
class ComparesNothingWithABranch(MemorySourceControl):
    """There is no difference to a branch."""

    async def get_diff(self, from_: str, to: str, /) -> Sequence[DiffEntry]:
        entries = await super().get_diff(from_, to)
        return () if {from_, to} & {*self._branches} else entries


@breaks("test_no_difference_with_what_stands_for_no_commit")
class TakesTheUnknownForEmpty(MemorySourceControl):
    """An unknown second side has no difference."""

    async def get_diff(self, from_: str, to: str, /) -> Sequence[DiffEntry]:
        return await super().get_diff(from_, to) if to in {*self._commits, *self._branches} else ()


@breaks("test_no_difference_with_what_stands_for_no_commit")
class RaisesAnotherError(MemorySourceControl):
    """An unknown first side is a `KeyError`."""

    async def get_diff(self, from_: str, to: str, /) -> Sequence[DiffEntry]:
        if from_ not in self._branches:
            self._commits[from_]
        return await super().get_diff(from_, to)


@keeps_all
class ChecksOutNewBranches(MemorySourceControl):
    """A new branch is checked out."""

    async def create_branch(self, spec: BranchSpec, /) -> Branch:
        branch = await super().create_branch(spec)
        self.checked_out = branch.name
        return branch


@keeps_all
class GivesSmallPages(Pages):
    """One item a page at the most, and all by keyword too."""

    def misread(self, query: PaginatedQuery) -> PaginatedQuery:
        return cast("PaginatedQuery", {**query, "limit": 1})


class LooseCommit(NamedTuple):
    sha: str
    message: str
    author: str
    date: datetime
    signed: bool = False


@keeps_all
class IsSlowAndLoose(MemorySourceControl):
    """Dates are whole seconds, messages end in a new line, records are tuples, and it takes its time."""

    def _add(self, message: str, parent: str | None, files: Mapping[str, str]) -> MemoryCommit:
        commit = super()._add(message, parent, files)
        self._commits[commit.sha] = replace(commit, date=commit.date.replace(microsecond=0))
        return self._commits[commit.sha]

    async def commit(self, spec: CommitSpec, /, **keywords: object) -> Commit:
        return await self.get_commit((await super().commit(spec)).sha)

    async def get_commit(self, ref: str, /, *more: object) -> Commit:
        await asyncio.sleep(0.001)
        commit = await super().get_commit(ref)
        return LooseCommit(commit.sha, f"{commit.message}\n", commit.author, commit.date)

    async def get_diff(self, from_: str, to: str, /) -> Sequence[DiffEntry]:
        return (*(await super().get_diff(from_, to))[::-1],)


@breaks("test_which_branches_there_are_in_any_history")
class CutsLongNames(MemorySourceControl):
    """Names of branches are cut after 80 characters."""

    async def create_branch(self, spec: BranchSpec, /) -> Branch:
        return await super().create_branch({**spec, "name": spec["name"][:80]})


@breaks("test_what_a_commit_is_in_any_history")
class KeepsTheFirstLine(MemorySourceControl):
    """Of a message of several lines the first is kept."""

    async def commit(self, spec: CommitSpec, /) -> Commit:
        return await super().commit({**spec, "message": spec["message"].split("\n", maxsplit=1)[0]})


@breaks("test_which_commits_are_found_in_any_history")
class TakesAuthorsForPatterns(MemorySourceControl):
    """The author of a query is a regular expression."""

    async def list_commits(self, query: CommitQuery, /) -> PaginatedResult[Commit]:
        author = query.get("author")
        if author is not None and re.fullmatch(author, self._author):
            return await super().list_commits({**query, "author": self._author})
        return await super().list_commits(query)


@breaks("test_pages_of_commits_and_branches_in_any_history")
class PassesOverOneMore(MemorySourceControl):
    """A page of three branches begins one later, unless it is the first."""

    async def list_branches(self, query: PaginatedQuery | None = None) -> PaginatedResult[Branch]:
        if query and query.get("limit") == 3 and query.get("offset", 0):
            query = {**query, "offset": query.get("offset", 0) + 1}
        return await super().list_branches(query)


@breaks("test_what_differs_in_any_history")
class CountsSignsOfLines(MemorySourceControl):
    """A line that begins with plus is counted twice when its file is new."""

    async def get_diff(self, from_: str, to: str, /) -> Sequence[DiffEntry]:
        new = self._commit(to).files
        return [
            replace(entry, additions=entry.additions + new[entry.path].count("\n+"))
            if entry.status == "added"
            else entry
            for entry in cast("list[MemoryDiffEntry]", await super().get_diff(from_, to))
        ]


@breaks("test_what_was_listed_stays_in_any_history")
class ShowsNewHeads(MemorySourceControl):
    """A page of branches has their new heads."""

    async def list_branches(self, query: PaginatedQuery | None = None) -> PaginatedResult[Branch]:
        found = await super().list_branches(query)
        return Page(Lazily(found.items, lambda branch: self._branch(branch.name)), found.total, found.has_more)
