"""A `SourceControl` over a git checkout, by way of the git program."""

import asyncio
import os
import shutil
import signal
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Generic, Literal, TypeVar

from examples.stored_text import storable
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

_T = TypeVar("_T")
Status = Literal["added", "modified", "deleted", "renamed"]
_OPTIONS = (
    "--literal-pathspecs",
    *("-c", "log.showSignature=false"),
    *("-c", "i18n.commitEncoding=UTF-8"),
    *("-c", "i18n.logOutputEncoding=UTF-8"),
)
_ELSEWHERE = "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_PREFIX"
_STATUS: dict[str, Status] = {"A": "added", "D": "deleted", "R": "renamed"}  # all else changed in place


@dataclass(frozen=True)
class Page(Generic[_T]):
    """A `PaginatedResult`."""

    items: Sequence[_T]
    total: int
    has_more: bool


@dataclass(frozen=True)
class GitBranch:
    """A `Branch`. Git does not record when one was created: the time of its newest commit stands in."""

    name: str
    head: str
    is_default: bool
    created_at: datetime


@dataclass(frozen=True)
class GitCommit:
    """A `Commit`, with the author's address beside the name."""

    sha: str
    author: str
    email: str
    date: datetime
    message: str


@dataclass(frozen=True)
class GitDiffEntry:
    """A `DiffEntry`; binary files count no lines."""

    path: str
    status: Status
    additions: int
    deletions: int


class GitSourceControl:
    """A `SourceControl` on POSIX; branches are the local ones, authors are known by name or by address.

    Names of files and branches that are not UTF-8 are as `os.fsdecode` returns them. A date that `datetime` cannot hold
    is 1970. A call that is cancelled raises when its git has ended, or was ended after `patience`.

    Codes of `FacetError`: `NOT_FOUND` for a ref that stands for no commit, `CONFLICT` for a branch that exists,
    `VALIDATION_ERROR` for what git cannot be asked, else `UNKNOWN`, with the words of git. A commit that fails leaves
    the index as it was.
    """

    patience = 1.0
    """Seconds in which git may end by itself when a call is cancelled, and then after each signal."""

    def __init__(self, checkout: Path) -> None:
        self._checkout = checkout
        self._committing = asyncio.Lock()

    async def create_branch(self, spec: BranchSpec, /) -> Branch:
        name = _required(spec["name"], "Branch name is required")
        code, checked, _ = await self._run("check-ref-format", "--branch", name)
        if code != 0 or checked != f"{name}\n":  # `@{-1}` would be another name
            raise FacetError(f"{name!r} cannot be the name of a branch", "VALIDATION_ERROR")
        if await self._succeeds("show-ref", "--verify", "--quiet", f"refs/heads/{name}"):
            raise FacetError(f"branch {name!r} exists", "CONFLICT")
        start = await self._sha(spec.get("from_") or await self._default_branch())
        await self._git("branch", name, start)
        return await self.get_branch(name)

    async def get_branch(self, name: str, /) -> Branch:
        for branch in await self._branches():
            if branch.name == name:
                return branch
        raise FacetError(f"no branch {name!r}", "NOT_FOUND")

    async def list_branches(self, query: PaginatedQuery | None = None) -> PaginatedResult[Branch]:
        wanted: PaginatedQuery = query or {}
        return _page(await self._branches(), wanted.get("offset"), wanted.get("limit"))

    async def commit(self, spec: CommitSpec, /) -> Commit:
        message = storable("message", _required(spec["message"], "Commit message is required"), "VALIDATION_ERROR")
        files = spec["files"]
        if not files:
            raise FacetError("At least one file must be staged", "VALIDATION_ERROR")
        root = Path((await self._git("rev-parse", "--show-toplevel")).removesuffix("\n"))  # what paths are relative to
        index = root / (await self._git("rev-parse", "--git-path", "index", folder=root)).removesuffix("\n")
        async with self._committing:
            head = await self._head()
            with _kept(index) as restore:
                try:
                    await self._git("add", "--all", "--", *files, folder=root)
                    options = "--quiet", "--cleanup=verbatim", f"--message={message}"
                    await self._git("commit", *options, "--", *files, folder=root)
                except BaseException:  # cancellation too
                    if await self._head() == head:
                        restore()
                    raise
            return await self.get_commit("HEAD")

    async def get_commit(self, ref: str, /) -> Commit:
        sha = await self._sha(_required(ref, "Commit ref is required"))
        [commit] = await self._log("--max-count=1", sha)
        return commit

    async def list_commits(self, query: CommitQuery, /) -> PaginatedResult[Commit]:
        for bound in query.get("since"), query.get("until"):
            if bound is not None and bound.tzinfo is None:
                raise FacetError(f"a time needs a timezone: {bound}", "VALIDATION_ERROR")
        branch = query.get("branch", "HEAD")
        await self._git("rev-parse", "--git-dir")  # fails outside a checkout
        if branch == "HEAD" and not await self._succeeds("rev-parse", "--verify", "--quiet", "HEAD"):
            return _page([])  # nothing was committed yet
        wanted: list[Commit] = []
        for commit in await self._log(await self._sha(branch)):
            if query.get("author", commit.author) not in (commit.author, commit.email):
                continue
            if query.get("since", commit.date) <= commit.date <= query.get("until", commit.date):
                wanted.append(commit)
        return _page(wanted, query.get("offset"), query.get("limit"))

    async def get_diff(self, from_: str, to: str, /) -> Sequence[DiffEntry]:
        base = await self._sha(_required(from_, 'Diff "from" ref is required'))
        target = await self._sha(_required(to, 'Diff "to" ref is required'))
        diff = "diff-tree", "-r", "-z", "--find-renames"  # which no configuration changes, unlike `diff`
        names = iter(_fields(await self._git(*diff, "--name-status", base, target)))
        counts = iter(_fields(await self._git(*diff, "--numstat", base, target)))
        entries: list[DiffEntry] = []
        for letter in names:
            status = _STATUS.get(letter[0], "modified")
            additions, deletions, path = next(counts).split("\t", 2)
            for _ in range(2 if status == "renamed" else 0):  # here the old path and the new one come apart
                path = next(counts)
            for _ in range(2 if status == "renamed" else 1):
                next(names)
            entries.append(GitDiffEntry(path, status, _lines(additions), _lines(deletions)))
        return entries

    async def _branches(self) -> list[Branch]:
        default = await self._default_branch()
        refs = await self._git(
            "for-each-ref", "--format=%(refname:lstrip=2)%00%(objectname)%00%(committer)", "refs/heads"
        )
        branches: list[Branch] = []
        for line in refs.split("\n")[:-1]:
            name, head, committer = line.split("\0")
            branches.append(GitBranch(name, head, name == default, _time(committer)))
        return branches

    async def _default_branch(self) -> str:
        """Return the branch that the origin calls its default, without an origin the one checked out."""
        for ref in "refs/remotes/origin/HEAD", "HEAD":
            if await self._succeeds("symbolic-ref", "--quiet", ref):
                full = (await self._git("symbolic-ref", ref)).removesuffix("\n")
                return full.removeprefix("refs/heads/").removeprefix("refs/remotes/origin/")
        return "HEAD"

    async def _log(self, *arguments: str) -> list[GitCommit]:
        log = await self._git("log", "-z", "--date=raw", "--format=%H%n%an%n%ae%n%ad%n%B", *arguments)
        commits: list[GitCommit] = []
        for entry in _fields(_readable(log)):
            sha, author, email, date, message = entry.split("\n", 4)
            commits.append(GitCommit(sha, author, email, _time(date), message.rstrip("\n")))
        return commits

    async def _head(self) -> str:
        _, sha, _ = await self._run("rev-parse", "--verify", "--quiet", "HEAD")
        return sha

    async def _sha(self, ref: str) -> str:
        for name in ref, f"origin/{ref}":  # a fresh clone has most branches on the origin's side only
            with suppress(FacetError):
                code, out, _ = await self._run(
                    "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
                )
                if code == 0 and out[0] != "^":  # `^HEAD` is what HEAD does not lead to
                    return out.strip()
        await self._git("rev-parse", "--git-dir")  # fails outside a checkout
        raise FacetError(f"{ref!r} stands for no commit", "NOT_FOUND")

    async def _succeeds(self, *arguments: str) -> bool:
        code, _, _ = await self._run(*arguments)
        return code == 0

    async def _git(self, *arguments: str, folder: Path | None = None) -> str:
        code, out, err = await self._run(*arguments, folder=folder)
        if code != 0:
            raise FacetError(
                f"git {arguments[0]}: {(err or _readable(out)).strip() or f'exit status {code}'}", "UNKNOWN"
            )
        return out

    async def _run(self, *arguments: str, folder: Path | None = None) -> tuple[int, str, str]:
        starting = asyncio.ensure_future(self._start(arguments, folder or self._checkout))
        try:
            process = await asyncio.shield(starting)  # else a cancelled start is killed, and may leave a lock
            out, err = await process.communicate()
        except asyncio.CancelledError:
            await self._end(await starting)
            raise
        return process.returncode or 0, out.decode(errors="surrogateescape"), err.decode(errors="replace")

    async def _start(self, arguments: Iterable[str], folder: Path) -> asyncio.subprocess.Process:
        try:
            return await asyncio.create_subprocess_exec(
                "git",
                *_OPTIONS,
                *(argument.encode(errors="surrogateescape") for argument in arguments),
                cwd=folder,
                env={name: value for name, value in os.environ.items() if name not in _ELSEWHERE},
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                start_new_session=True,  # so that what git starts, as hooks, can be ended with it
            )
        except ValueError as error:
            raise FacetError(f"git cannot be asked this: {error}", "VALIDATION_ERROR", cause=error) from error
        except OSError as error:
            raise FacetError(f"git cannot run in {folder}: {error}", "UNKNOWN", cause=error) from error

    async def _end(self, process: asyncio.subprocess.Process) -> None:
        """Wait for the end of git, then end it and what it started: a signal at a bad moment leaves a lock behind."""
        for sign in 0, signal.SIGTERM, signal.SIGKILL:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, sign)
            with suppress(TimeoutError):
                async with asyncio.timeout(self.patience):
                    await process.communicate()
                    return


def _required(text: str, message: str) -> str:
    if not text.strip():
        raise FacetError(message, "VALIDATION_ERROR")
    return text


def _page(items: Sequence[_T], offset: int | None = None, limit: int | None = None) -> Page[_T]:
    if (offset or 0) < 0 or (limit or 0) < 0:
        raise FacetError(f"no page begins at {offset} and has {limit} items", "VALIDATION_ERROR")
    start = offset or 0
    end = len(items) if limit is None else start + limit
    return Page(items[start:end], total=len(items), has_more=end < len(items))


def _fields(text: str) -> Iterable[str]:
    """Return what NUL ends or separates."""
    return text.removesuffix("\0").split("\0") if text else ()


def _lines(count: str) -> int:
    return 0 if count == "-" else int(count)


def _readable(text: str) -> str:
    """Return text of people with a sign in place of what is not UTF-8."""
    return text.encode(errors="surrogateescape").decode(errors="replace")


def _time(text: str) -> datetime:
    """Return the time at the end of a text, in seconds and a time zone, as git keeps it."""
    before, _, offset = text.rpartition(" ")
    zone: tzinfo = UTC
    with suppress(ValueError):
        zone = datetime.strptime(offset, "%z").tzinfo or UTC
    try:
        return datetime.fromtimestamp(int(before.rpartition(" ")[2]), zone)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)


@contextmanager
def _kept(index: Path) -> Generator[Callable[[], None]]:
    """Keep a copy of the index; yield what puts it back, unless others have locked it meanwhile."""

    def restore() -> None:
        lock = index.with_name("index.lock")
        with suppress(OSError), lock.open("x"):
            try:
                saved.replace(index) if saved.exists() else index.unlink(missing_ok=True)
            finally:
                lock.unlink()

    try:
        with TemporaryDirectory(dir=index.parent) as folder:
            saved = Path(folder, "index")
            if index.exists():
                shutil.copy2(index, saved)  # with its time, by which git knows what may have changed since
            yield restore
    except OSError as error:
        raise FacetError(f"the index of git cannot be kept: {error}", "UNKNOWN", cause=error) from error
