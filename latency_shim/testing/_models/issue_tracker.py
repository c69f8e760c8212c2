"""Histories of issue trackers: issues that are made, changed, commented on and looked for."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from latency_shim import Comment, Issue, IssueTracker
from latency_shim.testing._contract import default
from latency_shim.testing._histories import Histories, History, Model, Remembered, Step
from latency_shim.testing._models._pages import SIZES, STARTS, STATE, Frozen, told, walk
from latency_shim.testing._models.stores import TEXTS
from latency_shim.testing._pools import near_names

CREATE = "Create an issue; return it with everything the tracker filled in."
GET = "Return the issue; `FacetError` with code `NOT_FOUND` when no such id exists."
UPDATE = "Change the fields that `update` names and no others; return the new state."
LABELS = "The whole new set of labels; they replace the old ones."
ASSIGNEES = "The whole new set of assignees; they replace the old ones."
MATCH = "Return a page of the issues that match; `{}` asks for no condition."
ALL_KEYS = "All keys that are given must match."
COMMENT = "Add a comment with this text; return it as stored."
COMMENTS = "Return all comments of the issue, oldest first."
UNKNOWN = "`FacetError` with code `NOT_FOUND` when no such issue exists."
LISTED = "The sequence shows the state at the time of the call."
IDS = "The tracker's id; text even where the tracker counts in numbers."
COMMENT_IDS = "The tracker's id of the comment."
CREATED_AT = "When it was created. Timezone-aware."
UPDATED_AT = "When it last changed. Timezone-aware."
WRITTEN_AT = "When it was written. Timezone-aware."

SUMMARIES: Sequence[str] = (
    "It is slow",
    "It is loud",
    *(text for text in TEXTS if text.strip() == text and text.isprintable() and 0 < len(text) <= 255),
)
BODIES: Sequence[str] = (
    "Very.",
    "",
    "one\n\n- two\n  three",
    *(text for text in TEXTS if text.strip() == text and text.isprintable() and text),
)
GROUPS: Sequence[Any] = (None, (), (0,), (1,), (0, 1), (2,), (3, 0), (2, 4, 5), (5, 6, 0, 1))
"""Which of the labels, or of the people, by number; `None` for an absent key."""


class Known:
    """All that was asked of a tracker in a test: it is the same one in all histories, since it may be a real one."""

    def __init__(self, labels: Sequence[str], assignees: Sequence[str], unknown_id: str) -> None:
        self.labels = _near(labels, ("bug", "docs"))
        self.assignees = _near(assignees, ("ada", "alan"))
        self.unknown_id = unknown_id
        self.issues: list[dict[str, Any]] = []
        self.latest: Any = None


def _near(given: Sequence[str], free: tuple[str, str]) -> Sequence[str]:
    """Return the texts, and many that are near to them if the fixture says that all will do."""
    if tuple(given) != free:
        return given
    near = [name for name in near_names(*free) if name.strip() == name and name.isprintable() and name]
    return [*dict.fromkeys((*free, *near))]


class TrackerModel(Model):
    """A tracker beside its issues.

    Left open, and never asked: the state of a new issue, what is filled in for an absent key, the order of labels, of
    assignees and of issues, blanks around a text and control characters in it, the same label twice, whether a comment
    changes `updated_at`, and what becomes of a spec that is changed after the call. An issue that was returned
    earlier may show the new state; one on a page may not.
    """

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {
        "title": SUMMARIES,
        "body": (None, *BODIES),
        "labels": GROUPS,
        "assignees": GROUPS,
        "new_title": (None, *SUMMARIES),
        "state": (None, "closed", "open"),
        "wanted": (None, "all", "open", "closed"),
        "some": GROUPS,
        "assignee": (None, 0, 1, 2, 3, 4, 5, 6),
        "which": tuple(range(60)),
        "text": (*BODIES[:1], *BODIES[2:]),
        "form": tuple(range(11)),
        "size": SIZES,
        "start": STARTS,
    }
    steps: ClassVar[Mapping[str, Sequence[str]]] = {
        "create": ("title", "body", "labels", "assignees"),
        "update": ("which", "new_title", "body", "state", "labels", "assignees"),
        "close": ("which", "state"),
        "comment": ("which", "text"),
        "unknown": ("which", "form"),
        "at_once": ("which", "title", "text"),
    }
    looks: ClassVar[Mapping[str, Sequence[str]]] = {
        "get": ("which",),
        "found": ("wanted", "some", "assignee"),
        "pages": ("wanted", "some", "size", "start"),
        "comments": ("which",),
        "found_again": (),
    }
    few: ClassVar[Mapping[str, int]] = {
        "title": 3,
        "body": 3,
        "labels": 4,
        "assignees": 3,
        "text": 3,
        "form": 2,
        "some": 4,
    }
    length: ClassVar[int] = 12
    most_looks: ClassVar[int] = 8

    def __init__(self, look_at: str | None, tracker: IssueTracker, known: Known) -> None:
        super().__init__(look_at)
        self.tracker, self.known = tracker, known
        self.issues: list[dict[str, Any]] = []
        self.frozen = Frozen()
        if known.issues:
            self.lines.append(f"# the tracker has {len(known.issues)} other issues, of earlier tests")

    async def _only_look(self, kind: str, arguments: Sequence[Any]) -> None:
        """Look, if it takes little time."""
        if kind not in ("pages", "found"):
            await super()._only_look(kind, arguments)

    def one_of(self, which: int) -> dict[str, Any] | None:
        """Return one of the issues of this history, if there is any."""
        return self.issues[which % len(self.issues)] if self.issues else None

    def group(self, texts: Sequence[str], numbers: Sequence[int]) -> list[str]:
        """Return some of the labels, or of the people, each once."""
        return [*dict.fromkeys(texts[number % len(texts)] for number in numbers)]

    async def create(self, title: str, body: str | None, labels: Any, assignees: Any) -> None:
        """Make an issue."""
        spec: Any = {"title": title}
        if body is not None:
            spec["body"] = body
        if labels is not None:
            spec["labels"] = self.group(self.known.labels, labels)
        if assignees is not None:
            spec["assignees"] = self.group(self.known.assignees, assignees)
        name = f"issue_{len(self.issues) + 1}"
        line = f"{name} = await tracker.create_issue({self.shown(spec)})"
        issue = await self.awaited(CREATE, line, lambda: self.tracker.create_issue(spec))
        self.lines.append("")
        self.made(issue, {"title": title, **spec})
        del self.lines[-1:]

    def made(self, issue: Issue, spec: Mapping[str, Any]) -> None:
        """Note a new issue, with what the tracker filled in."""
        name = f"issue_{len(self.issues) + 1}"
        new = issue.id not in {one["id"] for one in self.known.issues}
        self.expect(IDS, new, f"{name}.id is a new one", issue.id)
        one: dict[str, Any] = {
            "id": issue.id,
            "name": name,
            "title": spec["title"],
            "body": spec.get("body", issue.body),
            "state": issue.state,
            "labels": sorted(spec.get("labels", issue.labels)),
            "assignees": sorted(spec.get("assignees", issue.assignees)),
            "comments": [],
            "changed": True,
        }
        self.issues.append(one)
        self.known.issues.append(one)
        self.compare(CREATE, name, issue, one)

    def compare(self, promise: str, name: str, found: Issue, one: dict[str, Any]) -> None:
        """Compare an issue with what it must be."""
        self.expect(IDS, found.id == one["id"], f"{name}.id == {one['id']!r}", found.id)
        for field in "title", "body", "state":
            value = getattr(found, field)
            self.expect(promise, value == one[field], f"{name}.{field} == {self.shown(one[field])}", value)
        for field, replaced in ("labels", LABELS), ("assignees", ASSIGNEES):
            value = sorted(getattr(found, field))
            broken = replaced if promise == UPDATE else promise
            self.expect(broken, value == one[field], f"sorted({name}.{field}) == {self.shown(one[field])}", value)

    def compare_times(self, name: str, found: Issue, one: dict[str, Any]) -> None:
        """Compare the times of an issue with those that were seen before."""
        created = one.setdefault("created_at", found.created_at)
        self.expect(CREATED_AT, found.created_at == created, f"{name}.created_at == {created!r}", found.created_at)
        before = one.get("updated_at")
        if before is not None and one["changed"]:
            self.expect(UPDATED_AT, found.updated_at >= before, f"{name}.updated_at >= {before!r}", found.updated_at)
        elif before is not None:
            self.expect(UPDATED_AT, found.updated_at == before, f"{name}.updated_at == {before!r}", found.updated_at)
        floor = one.get("floor") or created
        after = f"{name}.updated_at >= {floor!r}, when another issue was made before this was changed"
        self.expect(UPDATED_AT, found.updated_at >= floor, after, found.updated_at)
        one["updated_at"], one["changed"] = found.updated_at, False
        self.known.latest = max(self.known.latest or found.created_at, found.created_at)

    async def update(
        self, which: int, title: str | None, body: str | None, state: str | None, labels: Any, assignees: Any
    ) -> None:
        """Change an issue."""
        one = self.one_of(which)
        if one is None:
            return
        given: dict[str, Any] = {"title": title, "body": body, "state": state}
        if labels is not None:
            given["labels"] = self.group(self.known.labels, labels)
        if assignees is not None:
            given["assignees"] = self.group(self.known.assignees, assignees)
        await self.change(one, {key: value for key, value in given.items() if value is not None})

    async def close(self, which: int, state: str | None) -> None:
        """Close or open an issue."""
        if (one := self.one_of(which)) is not None:
            await self.change(one, {"state": state or "closed"})

    async def change(self, one: dict[str, Any], update: Any) -> None:
        """Change an issue, and compare what comes back."""
        text = f"await tracker.update_issue({one['name']}.id, {self.shown(update)})"
        found = await self.awaited(UPDATE, text, lambda: self.tracker.update_issue(one["id"], update))
        self.note(one, update)
        self.lines.append("")
        self.compare(UPDATE, f"({text})", found, one)
        del self.lines[-1:]

    def note(self, one: dict[str, Any], update: Mapping[str, Any]) -> None:
        """Note a change."""
        new: dict[str, Any] = {
            key: sorted(value) if key in ("labels", "assignees") else value for key, value in update.items()
        }
        if any(one[key] != value for key, value in new.items()):
            one["floor"] = self.known.latest or one.get("floor")
        one.update(new, changed=True)

    async def comment(self, which: int, text: str) -> None:
        """Comment on an issue."""
        one = self.one_of(which)
        if one is None:
            return
        line = f"await tracker.add_comment({one['name']}.id, {self.shown(text)})"
        found = await self.awaited(COMMENT, line, lambda: self.tracker.add_comment(one["id"], text))
        one["changed"] = True
        self.lines.append("")
        self.expect(COMMENT, found.body == text, f"({line}).body == {self.shown(text)}", found.body)
        del self.lines[-1:]
        one["comments"].append((found.id, text, found.author))

    async def unknown(self, which: int, form: int) -> None:
        """Ask for an issue that is not there."""
        one, ids = self.one_of(which), [self.known.unknown_id]
        if one is not None and self.known.unknown_id == "no-such-issue":  # ids are of any form
            own = one["id"]
            ids += [
                f"{own} ",
                f" {own}",
                f"{own}x",
                f"x{own}",
                f"{own}\n",
                f"{own}0",
                f"0{own}",
                f"#{own}",
                f"{own}.0",
                "None",
            ]
        unknown = ids[form % len(ids)]
        if unknown in {one["id"] for one in self.known.issues}:
            return
        calls: dict[str, Any] = {
            f"get_issue({unknown!r})": partial(self.tracker.get_issue, unknown),
            f"update_issue({unknown!r}, {{'title': 'New'}})": partial(
                self.tracker.update_issue, unknown, {"title": "New"}
            ),
            f"add_comment({unknown!r}, 'New')": partial(self.tracker.add_comment, unknown, "New"),
            f"list_comments({unknown!r})": partial(self.tracker.list_comments, unknown),
        }
        for text, call in calls.items():
            promise = GET if text.startswith("get") else UNKNOWN
            await self.refused(promise, ("NOT_FOUND",), f"await tracker.{text}", call)

    async def at_once(self, which: int, title: str, text: str) -> None:
        """Ask for several things at the same time."""
        specs: list[Any] = [{"title": title, "body": body} for body in ("one", "other")]
        line = f"await asyncio.gather(tracker.create_issue({specs[0]!r}), tracker.create_issue({specs[1]!r}))"
        made = await self.awaited(CREATE, line, lambda: asyncio.gather(*map(self.tracker.create_issue, specs)))
        self.lines.append("")
        for issue, spec in zip(made, specs, strict=True):
            self.made(issue, spec)
        del self.lines[-1:]
        one = self.issues[which % len(self.issues)]
        updates: list[Any] = [{"title": title}, {"body": text}, {"state": "closed"}]
        changes = ", ".join(f"tracker.update_issue({one['name']}.id, {self.shown(update)})" for update in updates)
        await self.awaited(
            UPDATE,
            f"await asyncio.gather({changes})",
            lambda: asyncio.gather(*(self.tracker.update_issue(one["id"], update) for update in updates)),
        )
        for update in updates:
            self.note(one, update)
        line = f"await asyncio.gather(*(tracker.add_comment({one['name']}.id, text) for text in {[text, title]}))"
        found: list[Comment] = await self.awaited(
            COMMENT,
            line,
            lambda: asyncio.gather(*(self.tracker.add_comment(one["id"], body) for body in (text, title))),
        )
        one["changed"] = True
        listed = await self.tracker.list_comments(one["id"])
        new = [(comment.id, comment.body, comment.author) for comment in found]
        if [comment.id for comment in listed][-2:] == [new[1][0], new[0][0]]:  # which of the two came first is open
            new.reverse()
        one["comments"] += new

    async def get(self, which: int) -> None:
        """Look at an issue."""
        one = self.one_of(which)
        if one is None:
            return
        text = f"await tracker.get_issue({one['name']}.id)"
        found = await self.awaited(GET, text, lambda: self.tracker.get_issue(one["id"]))
        self.lines.append("")
        self.compare(UPDATE if one["changed"] else GET, f"({text})", found, one)
        self.compare_times(f"({text})", found, one)
        self.lines[-2:] = [text]

    def query(self, state: str | None, labels: Any, assignee: int | None) -> dict[str, Any]:
        """Return a query."""
        query: dict[str, Any] = {}
        if state is not None:
            query["state"] = state
        if labels is not None:
            query["labels"] = self.group(self.known.labels, labels)
        if assignee is not None:
            query["assignee"] = self.known.assignees[assignee % len(self.known.assignees)]
        return query

    def matching(self, query: Mapping[str, Any]) -> list[list[str]]:
        """Return which issues match, by ids, in each way that is right."""
        fits = [
            one
            for one in self.known.issues
            if {*query.get("labels", ())} <= {*one["labels"]} and query.get("assignee") in (None, *one["assignees"])
        ]
        if "state" in query:
            return [[one["id"] for one in fits if query["state"] in ("all", one["state"])]]
        return [
            [one["id"] for one in fits if one["state"] in states]
            for states in (("open",), ("closed",), ("open", "closed"))
        ]

    async def found(self, state: str | None, labels: Any, assignee: int | None) -> None:
        """Look for issues."""
        query = self.query(state, labels, assignee)
        lines = len(self.lines)
        items = await walk(self, MATCH, "tracker.list_issues", self.tracker.list_issues, query)
        self.lines[lines:] = [f"found = await tracker.list_issues({self.shown(query)})  # and all other pages"]
        names = {one["id"]: one["name"] for one in self.known.issues}
        ways = [told(names, ids) for ids in self.matching(query)]
        found = told(names, [issue.id for issue in items])
        self.lines.append("")
        promise = ALL_KEYS if len(query) > 1 else MATCH
        self.expect(promise, found in ways, f"found are {' or '.join(map(self.shown, ways))}", found)
        by_id = {one["id"]: one for one in self.known.issues}
        for issue in items:
            if issue.id in by_id:
                self.compare(MATCH, f"the found {names[issue.id]}", issue, by_id[issue.id])
        del self.lines[-1:]

    async def pages(self, state: str | None, labels: Any, size: int | None, start: int) -> None:
        """Look at pages of all sizes."""
        query = self.query(state, labels, None)
        if size is not None:
            query["limit"] = size
        text = f"tracker.list_issues({self.shown(query)})"
        items = await walk(self, MATCH, "tracker.list_issues", self.tracker.list_issues, query, start)
        ids = [issue.id for issue in items]
        self.lines.append("")
        self.expect(MATCH, len({*ids}) == len(ids), f"no issue is on two pages of {text}", ids)
        ours = [one["id"] for one in self.known.issues]
        fits = any({*ids} & {*ours} <= {*way} for way in self.matching(query))
        self.expect(MATCH, fits, f"each issue on the pages of {text} matches", ids)
        del self.lines[-1:]

    async def comments(self, which: int) -> None:
        """Look at the comments of an issue."""
        one = self.one_of(which)
        if one is None:
            return
        text = f"await tracker.list_comments({one['name']}.id)"
        found = await self.awaited(COMMENTS, text, lambda: self.tracker.list_comments(one["id"]))
        self.frozen.keep(text, lambda: [(comment.id, comment.body) for comment in found])
        bodies = [comment.body for comment in found]
        expected = [body for _, body, _ in one["comments"]]
        shown = f"[comment.body for comment in {text}] == {self.shown(expected)}"
        self.expect(COMMENTS, bodies == expected, shown, bodies)
        ids = [comment.id for comment in found]
        same = ids == [one_id for one_id, _, _ in one["comments"]] and len({*ids}) == len(ids)
        self.expect(COMMENT_IDS, same, f"the ids of {text} are those of add_comment, and different", ids)
        authors = [comment.author for comment in found]
        told_before = [author for _, _, author in one["comments"]]
        self.expect(COMMENT, authors == told_before, f"the authors of {text} are {told_before}", authors)
        times = [comment.created_at for comment in found]
        self.expect(COMMENTS, sorted(times) == times, f"the times of {text} do not go back", times)
        before = one.setdefault("times", {})
        times_before = [before.setdefault(comment.id, comment.created_at) for comment in found]
        self.expect(WRITTEN_AT, times == times_before, f"the times of {text} are {times_before}", times)
        self.lines[-1:] = [text]

    async def found_again(self) -> None:
        """Look once more at what was listed earlier; list for the next time."""
        self.frozen.compare(self, STATE)
        query: Any = {"state": "all", "limit": 5}
        page = await self.tracker.list_issues(query)
        self.lines.append(f"await tracker.list_issues({query!r})")
        self.frozen.keep(self.lines[-1], lambda: ([_brief(issue) for issue in page.items], page.total, page.has_more))

    @classmethod
    def tables(cls) -> Iterable[History]:
        """Return tables of texts, labels and people, and of what is asked of several issues."""
        title, body = len(cls.pools["title"]), len(cls.pools["body"])
        yield [step for at in range(0, max(title, body), 6) for one in range(at, at + 6) for step in (("create", (one % title, one % body, 0, 0)), ("get", (one,)))]  # fmt: skip
        updates: list[Step] = [("create", (0, 1, 4, 4)), ("create", (1, 1, 2, 2)), ("get", (0,))]
        for at in range(max(title, body)):
            one: Step = (
                "update",
                (at % 2, at % (title + 1), at % body, at % 3, at % len(GROUPS), (at + 2) % len(GROUPS)),
            )
            updates += [one, ("get", (at % 2,)), ("get", (at + 1,))]
        yield updates
        each: list[Step] = [("create", (0, 1, 6, 6)), ("get", (0,))]
        for field in range(1, 6):
            for place in range(1, 9 if field > 3 else 3):
                each += [("update", (0, *(place if one == field else 0 for one in range(1, 6)))), ("get", (0,))]
        yield [
            *each,
            ("update", (0, 0, 0, 0, 0, 0)),
            ("get", (0,)),
            ("close", (0, 1)),
            ("update", (0, 0, 0, 0, 0, 0)),
            ("get", (0,)),
            ("found_again", ()),
        ]
        kinds: list[Step] = [("create", (at % 2, 1, at % 9, (at // 2) % 9)) for at in range(18)]
        closed: list[Step] = [("close", (at, 1)) for at in (0, 1, 5)]
        queries: list[Step] = [("found", (state, group, person)) for state in range(4) for group, person in ((0, 0), (4, 0), (7, 0), (0, 1), (0, 2), (2, 1), (8, 3))]  # fmt: skip
        pages: list[Step] = [("pages", (state, group, size, start)) for state, group in ((1, 0), (2, 2), (3, 0)) for size in range(5) for start in range(5)]  # fmt: skip
        again: list[Step] = [("found_again", ())]
        yield [*again, *kinds, *again, *closed, *again, *queries, *pages, ("close", (1, 2)), *again, *queries[:14]]
        texts: list[Step] = []
        for at in range(len(cls.pools["text"])):
            texts += [("comment", (at % 2, at)), *([("comments", (at % 2,))] if at % 5 == 0 else [])]
        yield [("create", (0, 1, 2, 2)), ("create", (1, 1, 2, 2)), ("comments", (0,)), *texts, ("comments", (0,)), ("comments", (1,)), ("update", (0, 2, 2, 1, 3, 3)), ("comments", (0,)), ("get", (0,)), ("get", (1,)), *again]  # fmt: skip
        yield [("create", (0, 1, 2, 2)), *(("unknown", (0, form)) for form in range(11)), ("get", (0,)), ("comments", (0,)), *queries[:7]]  # fmt: skip
        yield [("create", (0, 1, 2, 2)), ("at_once", (0, 1, 0)), ("get", (0,)), ("get", (1,)), ("get", (2,)), ("comments", (0,)), ("found", (1, 0, 0))]  # fmt: skip


def _brief(issue: Issue) -> tuple[object, ...]:
    return issue.id, issue.title, issue.body, issue.state, sorted(issue.labels), sorted(issue.assignees)


class NearLabels(TrackerModel):
    """A tracker with an issue for each of many labels that are nearly equal, and for each of as many people."""

    @classmethod
    def tables(cls) -> Iterable[History]:
        """Return the one table."""
        numbers = range(len(cls.pools["label"]))
        creates: list[Step] = [("create_near", (number,)) for number in numbers]
        yield [*creates, *(("found_near", (number,)) for number in numbers)]

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {**TrackerModel.pools, "label": tuple(range(20))}
    steps: ClassVar[Mapping[str, Sequence[str]]] = {"create_near": ("label",)}
    looks: ClassVar[Mapping[str, Sequence[str]]] = {**TrackerModel.looks, "found_near": ("label",)}

    async def create_near(self, number: int) -> None:
        """Make an issue with a label, for a person."""
        await self.create("It is slow", "Very.", (number,), (number,))

    async def found_near(self, number: int) -> None:
        """Look for the issues of a label, and of a person."""
        await self.found("all", (number,), None)
        await self.found("all", None, number)


class IssueTrackerHistories(Histories):
    """The tests of histories that `IssueTrackerContract` has."""

    histories: ClassVar[int] = 30

    @default
    def new_tracker(self, tracker: IssueTracker) -> Callable[[], IssueTracker]:
        """Return what makes a tracker for a history: the same one again, unless you have another way.

        The kit makes none by itself, since a tracker may reach something real.
        """
        return lambda: tracker

    @default
    def about_issues(
        self,
        new_tracker: Callable[[], IssueTracker],
        labels: tuple[str, str],
        assignees: tuple[str, str],
        unknown_id: str,
    ) -> Callable[[], Any]:
        """Return what makes a tracker, with what is known of it."""
        remembered = Remembered[Known]()

        def make() -> tuple[IssueTracker, Known]:
            made = new_tracker()
            return made, remembered.of(made, lambda: Known(labels, assignees, unknown_id))

        return make

    def _holds(self, look_at: str, about_issues: Callable[[], Any]) -> None:
        __tracebackhide__ = True
        self.holds(lambda: TrackerModel(look_at, *about_issues()), self.drawn(TrackerModel, look_at))
        if look_at == "found":
            self.holds(lambda: NearLabels(None, *about_issues()), NearLabels.tables())

    def test_what_an_issue_is_in_any_history(self, it: IssueTracker, about_issues: Callable[[], Any]) -> None:
        """Create an issue; return it with everything the tracker filled in. … Change the fields that `update` names
        and no others; return the new state. … `FacetError` with code `NOT_FOUND` when no such id exists. …
        Text is kept without Unicode normalisation.

        If this fails, the message is a program in which an issue is not what was asked for.
        """
        self._holds("get", about_issues)

    def test_which_issues_are_found_in_any_history(self, it: IssueTracker, about_issues: Callable[[], Any]) -> None:
        """Return a page of the issues that match; `{}` asks for no condition. … All keys that are given must match. …
        Only issues that carry every one of these.

        If this fails, the message is a program in which `list_issues` leaves out issues that match, or has others.
        """
        self._holds("found", about_issues)

    def test_pages_of_issues_in_any_history(self, it: IssueTracker, about_issues: Callable[[], Any]) -> None:
        """The maximum number of items … The number of items to skip. Absent means 0. … The number of
        matching items over all pages, not the length of this page. … Whether there are items after this page.

        If this fails, the message is a program in which a page of `list_issues` is too long, or does not fit the next.
        """
        self._holds("pages", about_issues)

    def test_which_comments_there_are_in_any_history(self, it: IssueTracker, about_issues: Callable[[], Any]) -> None:
        """Add a comment with this text; return it as stored. … Return all comments of the issue, oldest first.

        If this fails, the message is a program in which comments are lost, changed or in another order.
        """
        self._holds("comments", about_issues)

    def test_what_was_listed_stays_in_any_history(self, it: IssueTracker, about_issues: Callable[[], Any]) -> None:
        """It shows the state at the time of the call. … The sequence shows the state at the time of the call.

        If this fails, the message is a program in which a page, or a list of comments, changed with the tracker.
        """
        self._holds("found_again", about_issues)
