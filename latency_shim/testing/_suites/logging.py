"""The suite for loggers of the facet: those that take a message and a mapping."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, TypeAlias, get_args

import pytest

from latency_shim.facets import Logger, LogLevel
from latency_shim.testing._boundary import Watched
from latency_shim.testing._models.logging import FacetLoggerHistories

Entries: TypeAlias = Callable[[], Sequence[tuple[LogLevel, str, Mapping[str, object]]]]
LoggerAt: TypeAlias = Callable[[LogLevel], Logger]

LEVELS: tuple[LogLevel, ...] = get_args(LogLevel)  # the least serious first


class FacetLoggerContract(FacetLoggerHistories):
    """The promises of every `latency_shim.facets.Logger`. Needs the fixtures `logger_at` and `entries`.

    An entry may have more in its context than a test has put there.
    """

    interface: ClassVar[Any] = Logger
    fixture: ClassVar[str] = "logger"
    needs: ClassVar[Mapping[str, str]] = {
        "logger_at": "a function that takes a level and makes a logger of yours for it",
        "entries": "a function that gives what was logged so far: a list of tuples (level, message, context)",
    }

    @pytest.fixture
    def logger(self, logger_at: LoggerAt) -> Logger:
        """Return a logger that drops nothing."""
        return logger_at("debug")

    def test_each_method_writes_an_entry_of_its_level(self, it: Logger, entries: Entries) -> None:
        """Log a message that helps to find a fault. … Log a message about normal operation. … Log a message about a
        possible problem. … Log a failure. … All of it is synchronous.

        If this fails, a method writes no entry, more than one, or one of another level or message.
        """
        it.debug("50 % done")
        it.info("{done}")
        it.warn("done")
        it.error("")
        assert [(level, message) for level, message, _ in entries()] == [
            ("debug", "50 % done"),
            ("info", "{done}"),
            ("warn", "done"),
            ("error", ""),
        ]

    def test_the_context_is_merged_into_the_entry(self, it: Logger, entries: Entries) -> None:
        """The mapping is merged into the entry.

        If this fails, an entry lacks what a method was given as `context`.
        """
        for method in it.debug, it.info, it.warn, it.error:
            method("slow", {"ms": 1250, "path": ["a", "b"]})
            method("slow", {"ms": 1300, "path": []})
        assert [(context.get("ms"), context.get("path")) for _, _, context in entries()] == [
            (1250, ["a", "b"]),
            (1300, []),
        ] * 4

    def test_the_context_of_a_call_is_in_no_later_entry(self, it: Logger, entries: Entries) -> None:
        """The mapping is merged into the entry.

        If this fails, the `context` of one call is kept for later calls: it belongs to its own entry alone.
        """
        it.info("first", {"ms": 1})
        it.info("second", {"path": "a"})
        it.info("third")
        assert [[key for key in ("ms", "path") if key in context] for _, _, context in entries()] == [
            ["ms"],
            ["path"],
            [],
        ]

    @pytest.mark.parametrize("configured", LEVELS)
    def test_entries_below_the_level_are_dropped(
        self, logger_at: LoggerAt, entries: Entries, configured: LogLevel
    ) -> None:
        """Entries below the configured level are dropped. … How serious an entry is, rising from left to right.

        If this fails, a logger writes entries that are less serious than its level.
        """
        written = self._written_at(configured, logger_at, entries)
        assert [level for level in written if level in LEVELS[: LEVELS.index(configured)]] == []

    @pytest.mark.parametrize("configured", LEVELS)
    def test_entries_of_the_level_and_above_are_written(
        self, logger_at: LoggerAt, entries: Entries, configured: LogLevel
    ) -> None:
        """Entries below the configured level are dropped. … How serious an entry is, rising from left to right.

        If this fails, a logger drops entries that are as serious as its level, or more so.
        """
        written = self._written_at(configured, logger_at, entries)
        assert [level for level in LEVELS[LEVELS.index(configured) :] if level not in written] == []

    def _written_at(self, level: LogLevel, logger_at: LoggerAt, entries: Entries) -> list[LogLevel]:
        """Return the levels of the entries that a logger at a level writes, out of one entry of each."""
        logger: Any = Watched(logger_at(level), self.interface)
        for method in logger.debug, logger.info, logger.warn, logger.error:
            method("done")
        return [level for level, _, _ in entries()]

    def test_a_child_adds_its_context(self, it: Logger, entries: Entries) -> None:
        """Return a logger that adds `context` to each of its entries.

        If this fails, an entry of a child lacks the context that `child` was given, or what the call was given.
        """
        child = it.child({"request": 7})
        for method in child.debug, child.info, child.warn, child.error:
            method("slow", {"ms": 1250})
            method("done")
        assert [(context.get("request"), context.get("ms")) for _, _, context in entries()] == [
            (7, 1250),
            (7, None),
        ] * 4

    def test_a_parent_stays_as_it_was(self, it: Logger, entries: Entries) -> None:
        """This logger stays as it was

        If this fails, the context of a child is in entries of the logger that it came from, or of its other children.
        """
        it.child({"request": 7})
        sibling = it.child({"user": "ada"})
        it.info("done")
        sibling.info("done")
        assert [[key for key in ("request", "user") if key in context] for _, _, context in entries()] == [[], ["user"]]

    def test_children_have_children(self, it: Logger, entries: Entries) -> None:
        """children have children

        If this fails, the context of a child is not in the entries of the child's own children.
        """
        it.child({"request": 7}).child({"user": "ada"}).info("done", {"ms": 1})
        [(_, _, context)] = entries()
        assert [context.get(key) for key in ("request", "user", "ms")] == [7, "ada", 1]

    def test_what_a_call_is_given_wins(self, it: Logger, entries: Entries) -> None:
        """the context of a single call wins.

        If this fails, a key of a child's context is stronger than the same key of a single call.
        """
        child = it.child({"step": "all", "request": 7})
        child.info("done", {"step": "one"})
        child.info("done")
        assert [context.get("step") for _, _, context in entries()] == ["one", "all"]
