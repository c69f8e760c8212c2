"""Repositories over a history that break a clause each."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from latency_shim import Branch, BranchSpec, Commit, CommitQuery, CommitSpec, DiffEntry, FacetError
from latency_shim.testing._suites.source_control import Write
from mutants import source_control as first
from mutants import violates
from reference.repository import DEFAULT, Repository, Snapshot


class SUITE(first.SUITE):
    make: Callable[[], Any] = Repository

    @pytest.fixture
    def write(self, source: Any) -> Write:
        write: Write = source.files.__setitem__
        return write

    @pytest.fixture
    def new_source(self) -> Callable[[], tuple[Any, Write]]:
        def new() -> tuple[Any, Write]:
            made = self.make()
            return made, made.files.__setitem__

        return new


@violates("Its head is that of its starting point", "test_a_new_branch_starts_at_a_given_branch")
class FromBranch(Repository):
    """A branch that starts at another starts at the default branch."""

    async def create_branch(self, spec: BranchSpec, /) -> Branch:
        start = spec.get("from_", DEFAULT)
        return await super().create_branch({**spec, "from_": DEFAULT if start in self.heads() else start})


@violates("Commit the files that `spec` names")
class CommitsAll(Repository):
    """What changed and was committed before is committed too."""

    async def commit(self, spec: CommitSpec, /) -> Commit:
        tracked = [path for path in self.named("HEAD").tree if path in self.files]
        return await super().commit({**spec, "files": [*spec["files"], *tracked]})


@violates("Only commits authored at or before this time", "test_a_time_is_the_same_in_every_timezone")
class UntilBefore(Repository):
    """`until` with `since` leaves out a commit at that very time."""

    def fits(self, commit: Snapshot, query: CommitQuery) -> bool:
        return super().fits(commit, query) and not ("since" in query and query.get("until") == commit.date)


@violates("Lines added")
class CountsBytes(Repository):
    """A file that was added without a line break at its end counts one line less."""

    async def get_diff(self, from_: str, to: str, /) -> Sequence[DiffEntry]:
        tree = self.named(to).tree
        return [
            one._replace(additions=tree[one.path].count("\n")) if one.status == "added" else one  # type: ignore[attr-defined]
            for one in await super().get_diff(from_, to)
        ]


@violates(
    "Return the changes from one commit to another",
    "test_a_file_that_is_gone_was_deleted",
    "test_each_side_of_a_difference_may_be_a_branch",
)
class OneWay(Repository):
    """A difference is always from the older commit to the newer."""

    async def get_diff(self, from_: str, to: str, /) -> Sequence[DiffEntry]:
        if self.named(from_).date > self.named(to).date:
            from_, to = to, from_
        return await super().get_diff(from_, to)


@violates("Branch or SHA to start at")
class SlashIsDefault(Repository):
    """A branch with a slash in its name is taken for the default branch, if another starts there."""

    async def create_branch(self, spec: Any, /) -> Any:
        meant: Any = {**spec, "from_": DEFAULT} if "/" in spec.get("from_", "") else spec
        return await super().create_branch(meant)


@violates("SHA of its newest commit.")
class Aliases(Repository):
    """Branches that start at the newest commit of the default branch go on with it."""

    def __init__(self) -> None:
        super().__init__()
        self.aliases: set[str] = set()

    async def create_branch(self, spec: Any, /) -> Any:
        found = await super().create_branch(spec)
        if spec.get("from_") == DEFAULT:
            self.aliases.add(found.name)
        return found

    def heads(self) -> dict[str, Any]:
        found = super().heads()
        return {
            name: one._replace(head=found[DEFAULT].head) if name in self.aliases else one for name, one in found.items()
        }


@violates("Return a page of the branches; without `query`, as `{}` would.")
class TenBranches(Repository):
    """Only ten branches are listed."""

    async def list_branches(self, query: Any = None) -> Any:
        found = await super().list_branches(query)
        return found if found.total <= 10 else found._replace(total=10, items=found.items[:10], has_more=False)  # type: ignore[attr-defined]


@violates("Whether it is the repository's default branch.")
class AllOfMain(Repository):
    """Each branch whose name begins with that of the default branch is one."""

    def heads(self) -> dict[str, Any]:
        return {name: one._replace(is_default=name.startswith(DEFAULT)) for name, one in super().heads().items()}


@violates("Only commits of this author, by name or id.")
class AuthorsBegin(Repository):
    """An author is found by the beginning of the name."""

    def fits(self, commit: Snapshot, query: Any) -> bool:
        author = query.get("author", "")
        meant: Any = {**query, "author": commit.author} if author.startswith(commit.author) else query
        return super().fits(commit, meant)


@violates("Only commits authored at or after this time.")
class SinceOnTheWall(Repository):
    """The clock on the wall counts in `since`, if there is no `until`."""

    def fits(self, commit: Snapshot, query: Any) -> bool:
        if "since" in query and "until" not in query:
            query = {**query, "since": query["since"].replace(tzinfo=commit.date.tzinfo)}
        return super().fits(commit, query)


@violates("All keys that are given must match.")
class UntilEverywhere(Repository):
    """With `until` and `author` only the time counts."""

    def fits(self, commit: Snapshot, query: Any) -> bool:
        return super().fits(commit, {"until": query["until"]} if {"until", "author"} <= {*query} else query)


@violates("Only commits of this branch.")
class OwnCommits(Repository):
    """Of a branch that is not the default one the commits are listed that the default branch does not have."""

    async def list_commits(self, query: Any, /) -> Any:
        name = query.get("branch", DEFAULT)
        found = await super().list_commits(query)
        main = {one.sha for one in self.line(self.branch(DEFAULT).head)}
        if name == DEFAULT or not found.items:
            return found
        items = tuple(one for one in found.items if one.sha not in main or one.sha == self.branch(name).head)
        return found._replace(items=items, total=len(items), has_more=False)  # type: ignore[attr-defined]


@violates("The number of matching items over all pages, not the length of this page")
class TotalOfAll(Repository):
    """The total of a page past the first is that of all commits."""

    async def list_commits(self, query: Any, /) -> Any:
        found = await super().list_commits(query)
        return found._replace(total=len(self.commits())) if query.get("offset") and len(query) > 2 else found  # type: ignore[attr-defined]


@violates("`FacetError` with code `NOT_FOUND` when it names no commit.")
class LongSha(Repository):
    """What follows a SHA does not count."""

    def named(self, ref: str) -> Snapshot:
        return super().named(ref[:40] if ref[:40] in self.commits() else ref)


@violates("`FacetError` with code `NOT_FOUND` when no such name exists.")
class NearBranch(Repository):
    """A branch is found by the beginning of its name, if there is one alone."""

    def branch(self, name: str) -> Any:
        near = [one for one in self.heads() if one.startswith(name)]
        return super().branch(near[0] if len(near) == 1 else name)


@violates("`FacetError` with code `NOT_FOUND` when no such name exists.")
class LeavesBehind(Repository):
    """A branch that starts at nothing is there afterwards."""

    async def create_branch(self, spec: Any, /) -> Any:
        try:
            return await super().create_branch(spec)
        except FacetError:
            if spec["name"] not in self.heads():
                await super().create_branch({"name": spec["name"]})
            raise


class Differs(Repository):
    """Base of those that tell other differences."""

    async def get_diff(self, from_: str, to: str, /) -> Any:
        old, new = self.named(from_).tree, self.named(to).tree
        return [made for one in await super().get_diff(from_, to) for made in self.seen(one, old, new)]

    def seen(self, one: Any, old: Any, new: Any) -> Any:
        return [one]


@violates("Return the changes from one commit to another, one entry a file.")
class NoSpaces(Differs):
    """A file with a space in its path is left out."""

    def seen(self, one: Any, old: Any, new: Any) -> Any:
        return [] if " " in one.path else [one]


@violates("Path of the file, relative to the repository's root.")
class TwoFolders(Differs):
    """The path of a file in a folder of a folder begins in the latter."""

    def seen(self, one: Any, old: Any, new: Any) -> Any:
        return [one._replace(path="/".join(one.path.split("/")[-2:]))]


@violates("Lines added.", "test_lines_that_were_added_are_counted", "test_lines_that_were_deleted_are_counted")
class WholeFile(Differs):
    """A file of which more than half was changed was written anew."""

    def seen(self, one: Any, old: Any, new: Any) -> Any:
        lines = len(new.get(one.path, "").splitlines())
        rewritten = one.status == "modified" and one.additions > lines / 2 and one.deletions
        return [one._replace(additions=lines, deletions=len(old[one.path].splitlines())) if rewritten else one]


@violates("Lines deleted.")
class ForgetsLargeFiles(Differs):
    """Of a deleted file of many lines none is counted."""

    def seen(self, one: Any, old: Any, new: Any) -> Any:
        return [one._replace(deletions=0) if one.status == "deleted" and one.deletions > 5 else one]


@violates("The kind of change.")
class EmptyIsDeleted(Differs):
    """A file that lost lines and got none but the first was deleted."""

    def seen(self, one: Any, old: Any, new: Any) -> Any:
        return [
            one._replace(status="deleted")
            if one.status == "modified" and one.additions == 1 and one.deletions > 2
            else one
        ]


@violates("Lines added.")
class NoBlankLines(Differs):
    """Lines that begin with a blank are not counted."""

    def seen(self, one: Any, old: Any, new: Any) -> Any:
        if one.status != "added":
            return [one]
        return [one._replace(additions=sum(not line.startswith(" ") for line in new[one.path].splitlines()))]


@violates(
    "Return the changes from one commit to another, one entry a file.",
    "test_a_file_that_is_gone_was_deleted",
    "test_each_side_of_a_difference_may_be_a_branch",
)
class FromTheFork(Repository):
    """A difference begins where the two went apart."""

    async def get_diff(self, from_: str, to: str, /) -> Any:
        line = [one.sha for one in self.line(self.named(to).sha)]
        base = next((one.sha for one in self.line(self.named(from_).sha) if one.sha in line), from_)
        return await super().get_diff(base, to)


@violates("Commit the files that `spec` names")
class ByBeginning(Repository):
    """With a file those are committed whose path begins with its path."""

    async def commit(self, spec: Any, /) -> Any:
        more = [path for path in self.files if any(path.startswith(one) for one in spec["files"])]
        meant: Any = {**spec, "files": [*dict.fromkeys([*spec["files"], *more])]}
        return await super().commit(meant)


@violates("The commit message.")
class ShortMessages(Repository):
    """A message is cut after a thousand characters."""

    async def commit(self, spec: Any, /) -> Any:
        meant: Any = {**spec, "message": spec["message"][:1000]}
        return await super().commit(meant)


@violates("Commit the files that `spec` names")
class FirstFile(Repository):
    """Of files in different folders those of the first are committed."""

    async def commit(self, spec: Any, /) -> Any:
        folder = spec["files"][0].rpartition("/")[0]
        meant: Any = {**spec, "files": [one for one in spec["files"] if one.rpartition("/")[0] == folder]}
        return await super().commit(meant)
