"""Histories of source control: branches that begin somewhere, commits, and what differs between them."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from latency_shim import Branch, Commit, SourceControl
from latency_shim.testing._contract import default
from latency_shim.testing._histories import Histories, History, Model, Remembered, Step
from latency_shim.testing._models._pages import SIZES, STARTS, STATE, Frozen, told, walk

CREATE = "Create a branch and return it. Its head is that of its starting point."
BRANCH = "Return the branch; `FacetError` with code `NOT_FOUND` when no such name exists."
HEAD = "SHA of its newest commit."
DEFAULT = "Whether it is the repository's default branch."
BRANCHES = "Return a page of the branches; without `query`, as `{}` would."
COMMIT = "Commit the files that `spec` names; return the new commit."
MESSAGE = "The commit message."
GET = "Return the commit that a SHA, a tag or a symbolic name refers to."
UNKNOWN = "`FacetError` with code `NOT_FOUND` when it names no commit."
MATCH = "Return a page of the commits that match; `{}` asks for no condition."
ALL_KEYS = "All keys that are given must match."
OF_BRANCH = "Only commits of this branch."
AUTHOR = "Only commits of this author, by name or id."
SINCE = "Only commits authored at or after this time. Timezone-aware."
UNTIL = "Only commits authored at or before this time. Timezone-aware."
DIFF = "Return the changes from one commit to another, one entry a file."
SAME = "The same commit twice gives an empty sequence."
NO_DIFF = "`FacetError` with code `NOT_FOUND` when one stands for no commit."
STATUS = "The kind of change."
ADDED = "Lines added."
DELETED = "Lines deleted."
FAILS = "Failures are `FacetError`, with the code `NOT_FOUND` among others."

Write = Callable[[str, str], object]

NAMES: Sequence[str] = (
    "topic-{}",
    "topic-{}1",
    "feature/topic-{}",
    "fix/topic-{}",
    "topic_{}",
    "topic.{}",
    "{}-topic",
    "main-{}",
    "HEAD-{}",
    "origin-{}",
    "th\u00e9me-{}",
    "\u65e5\u672c-{}",
    "a+b-{}",
    "a=b,c-{}",
    "x" * 90 + "-{}",
)
"""Names of branches, each with a number that no other history has; those that git allows on every file system."""
PATHS: Sequence[str] = (
    "a.txt",
    "b.txt",
    "docs/a.txt",
    "docs/guide/a.txt",
    "a b.txt",
    "a",
    "a.txt.txt",
    ".hidden",
    "-a.txt",
    "[ab].txt",
    "{a,b}.txt",
    "$a.txt",
    "!a.txt",
    "#a.txt",
    "a;b.txt",
    "a%20b.txt",
    "'a'.txt",
    "\u65e5\u672c.txt",
    "~a.txt",
    "@a.txt",
)
LINES: Sequence[Sequence[int]] = (
    (0, 1),
    (0, 1, 2),
    (1,),
    (0, 2, 3, 4),
    (),
    (5, 6, 7, 8, 9),
    (0, 9),
    (0, 10),
    tuple(range(10)),
)
"""Which lines a text has, by number and always in their order, so that there is one shortest way to another text."""
TEXT_OF_LINES: Sequence[str] = (
    "one",
    "two",
    "- three",
    "+ four",
    "",
    "@@ -1 +1 @@",
    "++ seven",
    "? eight",
    " nine",
    "diff --git a b",
)
UNTERMINATED = 10
"""The number of a line that is always the last one, and ends without a line break."""
MESSAGES: Sequence[str] = (
    "Change files",
    "Fix it",
    "One\n\nTwo\nthree",
    "-m",
    "--amend",
    "#1 is done",
    "%s %H 100 %",
    "fixup! Fix it",
    "Caf\u00e9 Cafe\u0301",
    "\u65e5\u672c\U0001f511",
    "'a' \"b\" `c` $d",
    "x" * 3000,
)
MOMENTS: Sequence[Any] = (None, -1, 0, 1)
"""Seconds after the date of a commit; `None` for an absent key."""
ZONES = tuple(datetime.timezone(datetime.timedelta(hours=hours)) for hours in (0, 14, -12))


class Known:
    """All that is known of a repository: it is the same one in several histories, unless a new one can be made."""

    def __init__(self, source: SourceControl, write: Write, default_branch: str) -> None:
        self.source, self.write, self.default_branch = source, write, default_branch
        self.heads: dict[str, str] = {}
        self.commits: dict[str, dict[str, Any]] = {}
        self.number = 0
        self.versions = 0


class SourceModel(Model):
    """A repository beside its branches and commits.

    Left open, and never asked: the branch that is checked out, and so the one to which a commit goes; the order of
    branches and commits; what is refused; a name that is there already; files that did not change or are not there;
    short SHAs; blanks around a message; renamed files; how a text without a line break at its end differs from the
    same with one; and where the times of a branch come from.
    """

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {
        "name": NAMES,
        "start": ("absent", "default", "branch", "commit"),
        "which": tuple(range(40)),
        "other": tuple(range(40)),
        "path": PATHS,
        "second": (None, *PATHS),
        "lines": LINES,
        "message": MESSAGES,
        "form": tuple(range(10)),
        "since": MOMENTS,
        "until": MOMENTS,
        "zone": ZONES,
        "author": (None, "own", "{}x", "x{}", ".*", "%", "nobody"),
        "size": SIZES,
        "first": STARTS,
        "by": ("sha", "branch"),
    }
    steps: ClassVar[Mapping[str, Sequence[str]]] = {
        "branch": ("name", "start", "which"),
        "commit": ("message", "path", "second", "lines"),
        "commit_": ("message", "path", "second", "lines"),
        "write": ("lines",),
        "dirty": ("path", "lines"),
        "unknown": ("which", "form"),
    }
    looks: ClassVar[Mapping[str, Sequence[str]]] = {
        "branches": (),
        "get": ("which", "by"),
        "log": ("which", "other", "author", "since", "until", "zone"),
        "pages": ("which", "size", "first"),
        "diff": ("which", "other", "by"),
        "listed_again": (),
    }
    few: ClassVar[Mapping[str, int]] = {"name": 3, "path": 4, "second": 3, "message": 2, "which": 6, "other": 6, "author": 2, "since": 2, "until": 2, "zone": 2, "size": 2, "first": 2}  # fmt: skip
    length: ClassVar[int] = 10
    most_looks: ClassVar[int] = 6

    def __init__(self, look_at: str | None, known: Known) -> None:
        super().__init__(look_at)
        self.known, self.source = known, known.source
        self.frozen = Frozen()
        known.number += 1
        self.number = known.number
        self.names: dict[str, str] = {}
        self.mine: list[str] = []
        self.left: dict[str, str] = {}

    async def _only_look(self, kind: str, arguments: Sequence[Any]) -> None:
        """Look, if it takes little time."""
        if kind == "get":
            await super()._only_look(kind, arguments)

    async def begin(self) -> None:
        """Learn what the repository holds."""
        if self.known.heads:
            return
        main = self.known.default_branch
        query: Any = {"branch": main}
        items = await walk(self, MATCH, "source.list_commits", self.source.list_commits, query)
        for commit in items:
            self.known.commits[commit.sha] = _facts(commit)
        head = (
            await self.awaited(BRANCH, f"await source.get_branch({main!r})", partial(self.source.get_branch, main))
        ).head
        self.known.heads[main] = head
        self.known.commits[head] = {**self.known.commits[head], "line": frozenset(self.known.commits), "tree": {}}
        self.lines.clear()

    def branches_here(self) -> list[str]:
        """Return the default branch, and those of this history."""
        return [self.known.default_branch, *self.mine]

    def commits_here(self) -> list[str]:
        """Return the commit that was there first, and those of this history."""
        return [self.known.heads[self.known.default_branch], *self.names] if not self.names else [*self.names]

    def shown(self, value: object) -> str:
        """Return what a program calls an object."""
        if isinstance(value, str) and value in self.names:
            return f"{self.names[value]}.sha"
        return super().shown(value)

    def told_query(self, query: Mapping[str, Any]) -> str:
        """Return the text of a query."""
        return "{" + ", ".join(f"{key!r}: {self.shown(value)}" for key, value in query.items()) + "}"

    async def branch(self, name: str, start: str, which: int) -> None:
        """Create a branch."""
        await self.begin()
        full = name.format(self.number)
        if full in self.known.heads or self.left:  # what is not committed may be in the way of a new branch
            return
        spec: Any = {"name": full}
        here, commits = self.branches_here(), self.commits_here()
        expected = self.known.heads[self.known.default_branch]
        if start == "default":
            spec["from_"] = self.known.default_branch
        elif start == "branch":
            spec["from_"] = here[which % len(here)]
            expected = self.known.heads[spec["from_"]]
        elif start == "commit":
            spec["from_"] = expected = commits[which % len(commits)]
        text = f"await source.create_branch({self.told_query(spec)})"
        made = await self.awaited(CREATE, text, lambda: self.source.create_branch(spec))
        self.known.heads[full] = expected
        self.mine.append(full)
        self.lines.append("")
        self.compare_branch(CREATE, f"({text})", made, full)
        del self.lines[-1:]

    def compare_branch(self, promise: str, text: str, found: Branch, name: str) -> None:
        """Compare a branch with what it must be."""
        head = self.known.heads[name]
        self.expect(promise, found.name == name, f"{text}.name == {name!r}", found.name)
        self.expect(promise, found.head == head, f"{text}.head == {self.shown(head)}", found.head)
        is_default = name == self.known.default_branch
        self.expect(DEFAULT, found.is_default is is_default, f"{text}.is_default is {is_default}", found.is_default)

    def text_of(self, path: str, lines: Sequence[int]) -> str:
        """Return a text, of which no other file has a line, and no other commit the first one."""
        self.known.versions += 1
        ends = [f"{path} {TEXT_OF_LINES[line]}\n" if TEXT_OF_LINES[line].isalpha() else f"{TEXT_OF_LINES[line]} {path}\n" for line in lines if line < UNTERMINATED]  # fmt: skip
        last = f"{path} end" if UNTERMINATED in lines else ""
        return "".join([f"{path} version {self.known.versions}\n", *ends, last])

    async def write(self, lines: Sequence[int]) -> None:
        """Write a file that no commit names."""
        await self.begin()
        path = f"scratch-{self.known.versions}.txt"
        self.lines.append(f"write({path!r}, 'text')")
        self.known.write(path, self.text_of(path, lines))

    async def dirty(self, path: str, lines: Sequence[int]) -> None:
        """Write a file that was committed, and leave it so; where there is one branch alone, which is checked out."""
        await self.begin()
        before = self.known.commits[self.known.heads[self.known.default_branch]]["tree"].get(path)
        if self.mine or before is None:
            return
        self.left.setdefault(path, before)
        text = self.text_of(path, lines)
        self.lines.append(f"write({path!r}, {text!r})")
        self.known.write(path, text)

    async def clean(self) -> None:
        """Write back what was left."""
        for path, text in self.left.items():
            self.known.write(path, text)

    async def commit(self, message: str, path: str, second: str | None, lines: Sequence[int]) -> None:
        """Commit one file or two."""
        await self.begin()
        paths = [*dict.fromkeys(one for one in (path, second) if one is not None)]
        texts = {one: self.text_of(one, sorted({*lines, at}) if at else lines) for at, one in enumerate(paths)}
        for one, text in texts.items():
            self.lines.append(f"write({one!r}, {text!r})")
            self.known.write(one, text)
            self.left.pop(one, None)
        spec: Any = {"message": message, "files": paths}
        name = f"commit_{len(self.names) + 1}"
        call = f"source.commit({self.shown(spec)})"
        made = await self.awaited(COMMIT, f"{name} = await {call}", lambda: self.source.commit(spec))
        self.lines.append("")
        new = made.sha not in self.known.commits
        self.expect("The full SHA.", new, f"{name}.sha is a new one", made.sha)
        self.expect(MESSAGE, made.message.strip() == message, f"{name}.message == {self.shown(message)}", made.message)
        moved: list[str] = []
        del self.lines[-1:]
        branches = await walk(self, BRANCHES, "source.list_branches", self.source.list_branches, {})
        self.lines.append("")
        for found in branches:
            if found.head != self.known.heads.get(found.name):
                moved.append(found.name)
                self.expect(HEAD, found.head == made.sha, f"the head of {found.name!r} is {name}.sha", found.head)
        self.expect(HEAD, len(moved) == 1, f"{name}.sha is the head of one branch, and no other one changed", moved)
        del self.lines[-1:]
        parent = self.known.commits[self.known.heads[moved[0]]]
        self.known.heads[moved[0]] = made.sha
        facts = _facts(made)
        facts["line"], facts["tree"] = parent["line"] | {made.sha}, {**parent["tree"], **texts}
        self.known.commits[made.sha] = facts
        self.names[made.sha] = name

    commit_ = commit

    async def unknown(self, which: int, form: int) -> None:
        """Ask for what is not there."""
        await self.begin()
        main, commits = self.known.default_branch, self.commits_here()
        sha = commits[which % len(commits)]
        last = "0" if sha[-1:] != "0" else "1"
        forms = ("no-such-branch", f"{main}x", main[:-1], f"x{main}", f"{main}/x", sha[:-1] + last, f"{sha}0", "0" * len(sha), f"{main} x", "nobody")  # fmt: skip
        ref = forms[form]
        if ref in self.known.heads or ref in self.known.commits:
            return
        text = self.shown(ref)
        source = self.source
        await self.refused(UNKNOWN, ("NOT_FOUND",), f"await source.get_commit({text})", partial(source.get_commit, ref))
        head = self.known.heads[main]
        for from_, to in ((ref, head), (head, ref), (ref, ref)):
            call = f"await source.get_diff({self.shown(from_)}, {self.shown(to)})"
            await self.refused(NO_DIFF, ("NOT_FOUND",), call, partial(source.get_diff, from_, to))
        await self.refused(BRANCH, ("NOT_FOUND",), f"await source.get_branch({text})", partial(source.get_branch, ref))
        spec: Any = {"name": f"lost-{self.known.versions}-{self.number}-{form}", "from_": ref}
        call = f"await source.create_branch({spec!r})"
        await self.refused(FAILS, (), call, partial(source.create_branch, spec))
        call = f"await source.get_branch({spec['name']!r})"
        await self.refused(BRANCH, ("NOT_FOUND",), call, partial(source.get_branch, spec["name"]))

    async def branches(self) -> None:
        """Look at the branches."""
        await self.begin()
        for name in self.branches_here():
            text = f"await source.get_branch({name!r})"
            found = await self.awaited(BRANCH, text, partial(self.source.get_branch, name))
            self.lines.append("")
            self.compare_branch(HEAD, f"({text})", found, name)
            self.lines[-2:] = [text]
        items = await walk(self, BRANCHES, "source.list_branches", self.source.list_branches, {})
        names = sorted(branch.name for branch in items)
        self.lines.append("")
        self.expect(BRANCHES, names == sorted(self.known.heads), f"the branches are {sorted(self.known.heads)}", names)
        for branch in items:
            if branch.name in self.branches_here():
                self.compare_branch(HEAD, f"the listed {branch.name!r}", branch, branch.name)
        del self.lines[-1:]
        page, same = await self.source.list_branches(), await self.source.list_branches({})
        text = "list_branches() and list_branches({}) are alike"
        self.lines.append("")
        self.expect(BRANCHES, _page(page) == _page(same), text, _page(page))
        del self.lines[-1:]

    async def get(self, which: int, by: str) -> None:
        """Look at a commit."""
        await self.begin()
        names = self.branches_here()
        ref = names[which % len(names)]
        sha = self.known.heads[ref]
        if by == "sha":
            commits = self.commits_here()
            ref = sha = commits[which % len(commits)]
        text = f"await source.get_commit({self.shown(ref)})"
        found = await self.awaited(GET, text, partial(self.source.get_commit, ref))
        self.lines.append("")
        expected = self.known.commits[sha]
        self.expect(GET, found.sha == sha, f"({text}).sha == {self.shown(sha)}", found.sha)
        for field, value in (("message", found.message.strip()), ("author", found.author), ("date", found.date)):
            self.expect(GET, value == expected[field], f"({text}).{field} == {self.shown(expected[field])}", value)
        self.lines[-2:] = [text]

    async def log(self, which: int, other: int, author: str | None, since: Any, until: Any, zone: Any) -> None:
        """Look for commits."""
        await self.begin()
        names, commits = self.branches_here(), self.commits_here()
        branch = names[which % len(names)]
        near = self.known.commits[commits[other % len(commits)]]
        query: dict[str, Any] = {"branch": branch}
        if author is not None:
            query["author"] = near["author"] if author == "own" else author.format(near["author"])
        for key, moment in (("since", since), ("until", until)):
            if moment is not None:
                query[key] = (near["date"] + datetime.timedelta(seconds=moment)).astimezone(zone)
        line = [self.known.commits[sha] for sha in self.known.commits[self.known.heads[branch]]["line"]]
        expected = sorted(
            one["sha"]
            for one in line
            if query.get("author", one["author"]) == one["author"]
            and query.get("since", one["date"]) <= one["date"] <= query.get("until", one["date"])
        )
        lines = len(self.lines)
        items = await walk(self, MATCH, "source.list_commits", self.source.list_commits, query)
        self.lines[lines:] = [f"found = await source.list_commits({self.told_query(query)})  # and all other pages"]
        self.lines.append("")
        found = sorted(commit.sha for commit in items)
        given = {*query} - {"branch"}
        promises = {"author": AUTHOR, "since": SINCE, "until": UNTIL}
        promise = ALL_KEYS if len(given) > 1 else promises[next(iter(given))] if given else OF_BRANCH
        names_of = {sha: self.names.get(sha, sha[:8]) for sha in self.known.commits}
        text = f"found are {told(names_of, expected)}"
        self.expect(promise, found == expected, text, told(names_of, found) if {*found} <= {*names_of} else found)
        for commit in items:
            same = _facts(commit) == {key: self.known.commits[commit.sha][key] for key in _facts(commit)}
            self.expect(MATCH, same, f"the found {names_of[commit.sha]} is as it was committed", commit)
        del self.lines[-1:]

    async def pages(self, which: int, size: int | None, first: int) -> None:
        """Look at pages of all sizes."""
        await self.begin()
        names = self.branches_here()
        branch = names[which % len(names)]
        limited: dict[str, Any] = {} if size is None else {"limit": size}
        for text, listing, query in (
            ("source.list_branches", self.source.list_branches, limited),
            ("source.list_commits", self.source.list_commits, {"branch": branch, **limited}),
        ):
            items: list[Any] = await walk(self, MATCH, text, listing, query, first)
            keys = [item.name if "branches" in text else item.sha for item in items]
            allowed = (
                {*self.known.heads} if "branches" in text else self.known.commits[self.known.heads[branch]]["line"]
            )
            self.lines.append("")
            twice = len({*keys}) == len(keys)
            self.expect(MATCH, twice, f"nothing is on two pages of {text}({self.told_query(query)})", keys)
            self.expect(
                MATCH, {*keys} <= allowed, f"all on the pages of {text}({self.told_query(query)}) matches", keys
            )
            del self.lines[-1:]

    async def diff(self, which: int, other: int, by: str) -> None:
        """Look at what differs."""
        await self.begin()
        commits, names = self.commits_here(), self.branches_here()
        from_ = names[which % len(names)] if by == "branch" else commits[which % len(commits)]
        to = commits[other % len(commits)]
        old, new = (self.known.commits[self.known.heads.get(ref, ref)] for ref in (from_, to))
        text = f"await source.get_diff({self.shown(from_)}, {self.shown(to)})"
        found = await self.awaited(DIFF, text, partial(self.source.get_diff, from_, to))
        paths = sorted(path for path in old["tree"].keys() | new["tree"].keys() if old["tree"].get(path) != new["tree"].get(path))  # fmt: skip
        entries = sorted(found, key=lambda entry: entry.path)
        self.lines.append("")
        differing = [entry.path for entry in entries]
        self.expect(DIFF if paths else SAME, differing == paths, f"the paths of {text} are {paths}", differing)
        for entry in entries:
            before, after = old["tree"].get(entry.path), new["tree"].get(entry.path)
            status = "added" if before is None else "deleted" if after is None else "modified"
            shown = f"the entry of {entry.path!r} in ({text})"
            self.expect(STATUS, entry.status == status, f"{shown} has status {status!r}", entry.status)
            added, deleted = _lines(before, after), _lines(after, before)
            self.expect(ADDED, entry.additions == added, f"{shown} has {added} additions", entry.additions)
            self.expect(DELETED, entry.deletions == deleted, f"{shown} has {deleted} deletions", entry.deletions)
        self.lines[-2:] = [text]

    async def listed_again(self) -> None:
        """Look once more at what was listed earlier; list for the next time."""
        await self.begin()
        self.frozen.compare(self, STATE)
        query: Any = {"branch": self.known.default_branch}
        branches, commits = await self.source.list_branches({}), await self.source.list_commits(query)
        self.lines.append(f"await source.list_branches(), await source.list_commits({query!r})")
        self.frozen.keep("list_branches({})", lambda: _page(branches))
        self.frozen.keep(f"list_commits({query!r})", lambda: _page(commits))

    @classmethod
    def tables(cls) -> Iterable[History]:
        """Return tables of branches, files, messages, differences and queries."""
        branches: list[Step] = [("branches", ())]
        again: list[Step] = [("listed_again", ())]
        names = range(len(NAMES))
        steps: list[Step] = [("commit", (0, 0, 0, 0)), *again, ("commit", (0, 0, 0, 1))]
        yield [
            *steps,
            *(("branch", (at, at % 4, at)) for at in names),
            *again,
            *branches,
            ("get", (3, 1)),
            ("get", (9, 1)),
        ]
        yield [("commit", (0, 0, 0, 0)), ("branch", (0, 0, 0)), ("commit", (1, 1, 0, 1)), *again, ("branch", (2, 2, 1)), ("commit", (1, 2, 0, 2)), ("branch", (3, 3, 0)), *branches, *again, *(("diff", (one, other, by)) for one in range(3) for other in range(3) for by in (0, 1)), *(("log", (at, 0, 0, 0, 0, 0)) for at in range(4))]  # fmt: skip
        files: list[Step] = []
        for at in range(len(PATHS) // 2):
            two = 2 * at, 2 * at + 2  # the second pool begins with none
            files += [("write", (0,)), ("commit", (at % len(MESSAGES), *two, at % len(LINES))), ("get", (at, 0))]
        yield [*files, *(("diff", (one, other, 0)) for one, other in ((0, 4), (0, 9), (9, 0), (9, 9), (8, 9)))]
        texts: list[Step] = []
        for at in range(len(LINES)):
            texts += [
                ("commit", ((at + 9) % len(MESSAGES), 0, 0, at)),
                ("get", (at, 0)),
                ("diff", (0, at, 0)),
                ("diff", (at, 0, 0)),
                ("diff", (at - 1 if at else 0, at, 0)),
            ]
        yield [
            *texts,
            ("commit", (0, 0, 0, 0)),
            *(("diff", (one, other, 0)) for one in range(0, 9, 2) for other in range(1, 9, 3)),
        ]
        commits: list[Step] = [("commit", (0, at % 3, 0, at % 4)) for at in range(6)]
        logs: list[Step] = [("log", (0, other, author, since, until, zone)) for other, author, since, until, zone in ((0, 0, 2, 2, 0), (2, 1, 2, 0, 1), (2, 0, 0, 2, 2), (3, 1, 1, 3, 1), (5, 1, 3, 0, 0), (0, 0, 0, 1, 0), (1, 2, 0, 0, 0), (1, 3, 2, 0, 0), (1, 4, 0, 0, 0), (1, 5, 0, 0, 0), (1, 1, 0, 3, 2))]  # fmt: skip
        pages: list[Step] = [("pages", (0, size, first)) for size in range(5) for first in range(5)]
        yield [*again, *commits, ("branch", (0, 0, 0)), *logs, *pages, *again]
        first: list[Step] = [("commit", (0, 0, 6, 0)), ("commit", (0, 5, 2, 1))]
        left: list[Step] = [("dirty", (at, 2)) for at in (0, 2, 5, 6)]
        yield [
            *first,
            *left[:2],
            ("commit", (0, 5, 0, 2)),
            ("diff", (1, 2, 0)),
            *left[2:],
            ("commit", (0, 6, 1, 0)),
            ("diff", (1, 3, 0)),
            ("diff", (2, 3, 0)),
            ("branches", ()),
        ]
        yield [("commit", (0, 0, 0, 0)), *(("unknown", (0, form)) for form in range(10)), *branches]


def _facts(commit: Commit) -> dict[str, Any]:
    return {"sha": commit.sha, "message": commit.message.strip(), "author": commit.author, "date": commit.date}


def _page(page: Any) -> object:
    items = [(item.sha, item.message) if hasattr(item, "sha") else (item.name, item.head) for item in page.items]
    return items, page.total, page.has_more


def _lines(before: str | None, after: str | None) -> int:
    """Return how many lines a text has that the other has not."""
    return len({*(after or "").splitlines()} - {*(before or "").splitlines()})


class SourceControlHistories(Histories):
    """The tests of histories that `SourceControlContract` has."""

    histories: ClassVar[int] = 30

    @default
    def new_source(self, source: SourceControl, write: Write) -> Callable[[], tuple[SourceControl, Write]]:
        """Return what makes a source control, and what writes to its working copy: the same ones again, unless you have
        another way.
        """
        return lambda: (source, write)

    @default
    def about_source(
        self, new_source: Callable[[], tuple[SourceControl, Write]], default_branch: str
    ) -> Callable[[], Any]:
        """Return what makes a source control, with what is known of it."""
        remembered = Remembered[Known]()

        def make() -> Known:
            made, write = new_source()
            return remembered.of(made, lambda: Known(made, write, default_branch))

        return make

    def _holds(self, look_at: str, about_source: Callable[[], Any]) -> None:
        __tracebackhide__ = True
        self.holds(lambda: SourceModel(look_at, about_source()), self.drawn(SourceModel, look_at))

    def test_which_branches_there_are_in_any_history(self, it: SourceControl, about_source: Callable[[], Any]) -> None:
        """Create a branch and return it. Its head is that of its starting point. … SHA of its newest commit. … Whether
        it is the repository's default branch.

        If this fails, the message is a program in which branches, or their heads, are others than they must be.
        """
        self._holds("branches", about_source)

    def test_what_a_commit_is_in_any_history(self, it: SourceControl, about_source: Callable[[], Any]) -> None:
        """Commit the files that `spec` names; return the new commit. … Return the commit that a SHA, a tag or a symbolic
        name refers to. … `FacetError` with code `NOT_FOUND` when it names no commit.

        If this fails, the message is a program in which a commit is not what was committed, or is not found.
        """
        self._holds("get", about_source)

    def test_which_commits_are_found_in_any_history(self, it: SourceControl, about_source: Callable[[], Any]) -> None:
        """Return a page of the commits that match; `{}` asks for no condition. … Only commits of this branch. … Only
        commits of this author, by name or id. … All keys that are given must match.

        If this fails, the message is a program in which `list_commits` leaves out commits that match, or has others.
        """
        self._holds("log", about_source)

    def test_pages_of_commits_and_branches_in_any_history(
        self, it: SourceControl, about_source: Callable[[], Any]
    ) -> None:
        """The maximum number of items … The number of items to skip. Absent means 0. … The number of
        matching items over all pages, not the length of this page. … Whether there are items after this page.

        If this fails, the message is a program in which a page is too long, or does not fit the next.
        """
        self._holds("pages", about_source)

    def test_what_differs_in_any_history(self, it: SourceControl, about_source: Callable[[], Any]) -> None:
        """Return the changes from one commit to another, one entry a file. … The kind of change. … Lines added.
        … Lines deleted. … The same commit twice gives an empty sequence.

        If this fails, the message is a program in which `get_diff` is wrong.
        """
        self._holds("diff", about_source)

    def test_what_was_listed_stays_in_any_history(self, it: SourceControl, about_source: Callable[[], Any]) -> None:
        """It shows the state at the time of the call.

        If this fails, the message is a program in which a page changed with the repository.
        """
        self._holds("listed_again", about_source)
