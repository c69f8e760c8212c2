"""Histories of loggers: entries of all levels, with all kinds of messages and values, and children of children."""

import warnings
from collections import ChainMap, OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any, ClassVar, TypeAlias, get_args

import pytest

from latency_shim import Logger as ConsoleLogger
from latency_shim.facets import Logger, LogLevel
from latency_shim.testing._boundary import implementation
from latency_shim.testing._histories import Histories, History, Model, Step, Thing
from latency_shim.testing._models.stores import TEXTS
from latency_shim.testing._pools import OBJECTS

EACH: Mapping[str, str] = {
    "debug": "Log a message that helps to find a fault.",
    "info": "Log a message about normal operation.",
    "warn": "Log a message about a possible problem.",
    "error": "Log a failure.",
}
MERGED = "The mapping is merged into the entry."
DROPPED = "Entries below the configured level are dropped."
CHILD = "Return a logger that adds `context` to each of its entries."
FAMILY = "This logger stays as it was, children have children, and the context of a single call wins."
TAKEN = "it accepts any number of values."

Entries: TypeAlias = Callable[[], Sequence[tuple[LogLevel, str, Mapping[str, object]]]]
LoggerAt: TypeAlias = Callable[[LogLevel], Logger]
LEVELS: tuple[LogLevel, ...] = get_args(LogLevel)  # the least serious first
LINES: Sequence[str] = ("done", *(text for text in TEXTS if text.strip() == text and (text.isprintable() or not text)))


class Own(Mapping[str, object]):
    """A mapping that is not a dictionary."""

    def __init__(self, items: Mapping[str, object]) -> None:
        self._items = items

    def __getitem__(self, key: str) -> object:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)


CONTEXTS: Sequence[Any] = (
    None,
    {"a": 1},
    {},
    {"a": 2, "b": 2},
    {"b": "two"},
    {"c": None, "d": False, "e": 0, "f": "", "g": [], "h": {}},
    {"A": 1, "aa": 2, "a ": 3, " a": 4, "a.b": 5, "a_b": 6, "a-b": 7, "a/b": 8},
    {"a": {"a": {"a": 1}}, "b": [1, [2, {"c": None}]]},
    {"a": {"b": 1}},
    {"": "empty", "1": 1, "caf\u00e9": 1, "cafe\u0301": 2, "__class__": 3, "%s": 4, "{a}": 5},
    {"text": "%s {a} ${b}", "long": "x" * 5000, "\u65e5\u672c": "\U0001f511"},
    {"a": None},
    {"a": 0, "b": None},
    {str(number): number for number in range(60)},
    {"a": 1, "A": 2, "b": 3, "B": 4},
    {"number": 1.5, "big": 2**53 - 1, "minus": -7, "true": True},
)
"""What is merged into entries: values that JSON can hold, under keys that no entry has of its own."""
MAKE: Sequence[Callable[[Any], Any]] = (dict, MappingProxyType, ChainMap, OrderedDict, Own)


class EntriesModel(Model):
    """A logger, its children and their children, beside what they must write.

    Left open, and never asked: what else an entry has, keys that an entry itself may have, such as `message`, values
    that JSON cannot hold, control characters and blanks around a message, and what becomes of a mapping that is changed
    after the call.
    """

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {
        "which": (0, 1, 2, 3, 4, 5, 6, 7),
        "level": LEVELS,
        "message": LINES,
        "context": tuple(range(len(CONTEXTS))),
        "made": tuple(range(len(MAKE))),
        "form": (0, 1),
    }
    steps: ClassVar[Mapping[str, Sequence[str]]] = {
        "log": ("which", "level", "message", "context", "made", "form"),
        "log_": ("which", "level", "message", "context", "made", "form"),
        "child": ("which", "context", "made"),
    }
    looks: ClassVar[Mapping[str, Sequence[str]]] = {"written": (), "written_before": ()}
    few: ClassVar[Mapping[str, int]] = {"message": 3, "context": 5}
    length: ClassVar[int] = 16

    def __init__(self, look_at: str | None, level: LogLevel, logger_at: LoggerAt, entries: Entries) -> None:
        super().__init__(look_at)
        self.level, self.entries = level, entries
        self.before = len(entries())
        self.expected: list[tuple[str, str, dict[str, object]]] = []
        self.loggers: list[tuple[Logger, dict[str, object]]] = [(logger_at(level), {})]
        self.lines.append(f"logger_0 = logger_at({level!r})")

    def mapping(self, number: int, made: int) -> tuple[Any, str]:
        """Return a mapping, and its text."""
        items = CONTEXTS[number]
        if items is None:
            return None, "None"
        text = self.shown(items)
        return MAKE[made]({**items}), text if not made else f"{MAKE[made].__name__}({text})"

    async def log(self, which: int, level: LogLevel, message: str, number: int, made: int, form: int) -> None:
        """Write an entry."""
        place = which % len(self.loggers)
        logger, inherited = self.loggers[place]
        context, text = self.mapping(number, made)
        line = f"logger_{place}.{level}({self.shown(message)}"
        method: Callable[..., object] = getattr(logger, level)
        if form:
            found = self.call(MERGED, f"{line}, context={text})", partial(method, message, context=context))
        elif context is None:
            found = self.call(EACH[level], f"{line})", partial(method, message))
        else:
            found = self.call(MERGED, f"{line}, {text})", partial(method, message, context))
        self.lines.append("")
        self.expect(EACH[level], found is None, f"({line}…)) is None", found)
        del self.lines[-1:]
        if LEVELS.index(level) >= LEVELS.index(self.level):
            self.expected.append((level, message, {**inherited, **(CONTEXTS[number] or {})}))
        await self.last()

    log_ = log

    async def child(self, which: int, number: int, made: int) -> None:
        """Make a child."""
        place = which % len(self.loggers)
        parent, inherited = self.loggers[place]
        context, text = self.mapping(number, made)
        if context is None:
            return
        line = f"logger_{len(self.loggers)} = logger_{place}.child({text})"
        self.loggers.append((self.call(CHILD, line, lambda: parent.child(context)), {**inherited, **CONTEXTS[number]}))

    async def last(self) -> None:
        """See that the last entry is what was written, and no other entry came."""
        written = [*self.entries()][self.before :]
        self.lines.append("")
        count = len(self.expected)
        self.expect(DROPPED, len(written) == count, f"there are {count} entries", len(written))
        if written:
            self.compare(count, written[-1], self.expected[-1])
        del self.lines[-1:]

    def compare(self, number: int, found: Any, expected: tuple[str, str, dict[str, object]]) -> None:
        """Compare an entry with what was written."""
        level, message, context = found
        self.expect(EACH[expected[0]], level == expected[0], f"entry {number} is of level {expected[0]!r}", level)
        self.expect(
            EACH[expected[0]], message == expected[1], f"entry {number} says {self.shown(expected[1])}", message
        )
        told = {key: context[key] for key in expected[2] if key in context}
        self.expect(MERGED, _alike(told, expected[2]), f"entry {number} has {self.shown(expected[2])}", told)
        added = {key for other in CONTEXTS if other for key in other} & {*context} - {*expected[2]}
        self.expect(FAMILY, not added, f"entry {number} has nothing of other entries or loggers", sorted(added))

    async def written(self) -> None:
        """Look at all entries."""
        for number, (found, expected) in enumerate(
            zip([*self.entries()][self.before :], self.expected, strict=True), 1
        ):
            self.lines.append("")
            self.compare(number, found, expected)
            del self.lines[-1:]

    written_before = written

    @classmethod
    def tables(cls) -> Iterable[History]:
        """Return tables of messages, contexts, levels and families."""
        all_levels = range(len(LEVELS))
        yield [*(("log", (0, level, at, 0, 0, 0)) for at in range(len(LINES)) for level in all_levels), ("written", ())]
        for made in range(len(MAKE)):
            each = range(len(CONTEXTS))
            yield [*(("log", (0, (at + made) % 4, 0, at, made, at % 2)) for at in each), ("log", (0, 3, 0, 0, 0, 0)), ("written", ())]  # fmt: skip
            children: list[Step] = [("child", (0, at, made)) for at in each]
            logs: list[Step] = [("log", (at % 8, level, 0, (at + level) % 5, made, 0)) for at in range(16) for level in all_levels]  # fmt: skip
            yield [*children[:8], *logs, ("written", ())]
            yield [*(step for at in each for step in (("child", (at % 8, at, made)), ("log", (7, 3, 0, 0, 0, 0)), ("log", (at % 8, at % 4, 1, 1, 0, 1)))), *logs[:20], ("written", ())]  # fmt: skip
        chain: list[Step] = [("child", (at, (1, 4, 11, 2, 3, 6, 5)[at], 0)) for at in range(7)]
        yield [*chain, *(("log", (at, level, 0, number, 0, 0)) for at in range(8) for level in all_levels for number in (0, 3, 11)), ("written", ())]  # fmt: skip


def _alike(found: Any, expected: Any) -> bool:
    """Return whether JSON would make the same of both."""
    if isinstance(expected, dict):
        given: dict[str, Any] = expected  # pyright: ignore[reportUnknownVariableType]
        same_keys = isinstance(found, Mapping) and {*found} == {*given}  # pyright: ignore[reportUnknownArgumentType]
        return same_keys and all(_alike(found[key], given[key]) for key in given)
    if isinstance(expected, list):
        is_list = isinstance(found, Sequence) and not isinstance(found, str)
        return is_list and len(found) == len(expected) and all(map(_alike, found, expected))  # pyright: ignore[reportUnknownArgumentType]
    return bool(found == expected and isinstance(found, bool) == isinstance(expected, bool))


class FacetLoggerHistories(Histories):
    """The tests of histories that `FacetLoggerContract` has."""

    def test_what_is_written_in_any_history(self, it: Logger, logger_at: LoggerAt, entries: Entries) -> None:
        """Log a message that helps to find a fault. … Log a message about normal operation. … The mapping is merged into the entry. … Return a logger that adds
        `context` to each of its entries. … This logger stays as it was, children have children, and the context of a
        single call wins.

        If this fails, the message is a program in which an entry is not what was logged.
        """
        make = partial(EntriesModel, None, "debug", logger_at, entries)
        self.holds(make, self.drawn(EntriesModel, None))

    @pytest.mark.parametrize("configured", LEVELS[1:])
    def test_what_is_dropped_in_any_history(self, logger_at: LoggerAt, entries: Entries, configured: LogLevel) -> None:
        """Entries below the configured level are dropped. … Return a logger that adds `context` to each of its entries.

        If this fails, the message is a program in which a logger, or a child of one, drops what it must not, or the
        reverse.
        """
        make = partial(EntriesModel, None, configured, logger_at, entries)
        self.holds(make, self.drawn(EntriesModel, None))


class ConsoleModel(Model):
    """A logger of a context, of which only can be seen that it takes everything.

    Left open, and never asked: what it writes, and a message with more placeholders or fewer than there are values.
    """

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {
        "level": LEVELS,
        "message": ("done", "100 %", "{done} {} {0}", *(text for text in TEXTS if "%" not in text)),
        "count": (0, 1, 2, 3, 4, 5, 9, 30),
        "first": tuple(range(len(OBJECTS))),
    }
    steps: ClassVar[Mapping[str, Sequence[str]]] = {
        "log": ("level", "message"),
        "log_values": ("level", "message", "count", "first"),
    }

    def __init__(self, logger: ConsoleLogger) -> None:
        super().__init__()
        self.logger = logger

    async def log(self, level: str, message: str) -> None:
        """Log a message alone."""
        self.put(level, message, ())

    async def log_values(self, level: str, message: str, count: int, first: int) -> None:
        """Log values, with a placeholder for each."""
        things = [OBJECTS[(first + at) % len(OBJECTS)] for at in range(count)]
        self.put(level, " ".join([message.replace("%", ""), *["%s"] * count]), things)

    def put(self, level: str, message: str, things: Sequence[Thing]) -> None:
        """Put a call to the logger."""
        line = f"logger.{level}({', '.join([self.shown(message), *map(repr, things)])})"
        method, values = getattr(self.logger, level), [self.name(thing) for thing in things]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of `logging.Logger.warn`
            found = self.call(TAKEN, line, lambda: method(message, *values))
        self.expect(TAKEN, found is None, f"({line}) is None", found)

    @classmethod
    def tables(cls) -> Iterable[History]:
        """Return tables of messages and values."""
        messages, counts = range(len(cls.pools["message"])), range(len(cls.pools["count"]))
        yield [("log", (level, at)) for at in messages for level in range(len(LEVELS))]
        yield [("log_values", (at % 4, at, at % len(counts), at % len(OBJECTS))) for at in messages]
        yield [("log_values", ((at + count) % 4, 0, count, at)) for at in range(len(OBJECTS)) for count in counts]


class LoggerHistories(Histories):
    """The tests of histories that `LoggerContract` has."""

    def test_what_is_taken_in_any_history(self, it: ConsoleLogger) -> None:
        """it accepts any number of values.

        If this fails, the message is a program in which a method of the logger raises, or returns something.
        """
        tested: Any = implementation(it)
        self.holds(partial(ConsoleModel, tested), self.drawn(ConsoleModel, None))
