"""Repositories over a history that break a clause each."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from latency_shim import Branch, BranchSpec, Commit, CommitQuery, CommitSpec, DiffEntry
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
