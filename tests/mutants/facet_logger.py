"""Loggers of the facet that break a promise each."""

import logging
from collections import ChainMap
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import replace
from typing import get_args

import pytest

from latency_shim.facets import Logger, LogLevel
from latency_shim.memory.logging import MemoryLogEntry, MemoryLogger
from latency_shim.testing import FacetLoggerContract
from mutants import breaks, keeps_all

ALSO = ("LogLevel",)

Context = Mapping[str, object]
LEVELS: tuple[LogLevel, ...] = get_args(LogLevel)


class SUITE(FacetLoggerContract):
    make: Callable[..., Logger] = MemoryLogger

    @pytest.fixture
    def written(self) -> list[MemoryLogEntry]:
        return []

    @pytest.fixture
    def logger_at(self, written: list[MemoryLogEntry]) -> Callable[[LogLevel], Logger]:
        return lambda level: self.make(level, entries=written)

    @pytest.fixture
    def entries(self, written: list[MemoryLogEntry]) -> Callable[[], list[tuple[LogLevel, str, Context]]]:
        return lambda: [(entry.level, entry.message, entry.context) for entry in written]


@breaks("test_it_conforms_to_the_interface")
class NamesTheContextOtherwise(MemoryLogger):
    """`info` calls its parameter `extra`."""

    def info(self, message: str, /, extra: Context | None = None) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - it is wrong
        super().info(message, extra)

    def child(self, context: Context, /) -> MemoryLogger:
        return MemoryLogger(self.level, {**self.context, **context}, self.entries)


@breaks("test_each_method_writes_an_entry_of_its_level")
class DropsEmptyMessages(MemoryLogger):
    """An entry with an empty message is dropped."""

    def _log(self, level: LogLevel, message: str, context: Context | None) -> None:
        if message:
            super()._log(level, message, context)


@breaks("test_the_context_is_merged_into_the_entry")
class KeepsTextAlone(MemoryLogger):
    """Values of a context that are lists are left out."""

    def _log(self, level: LogLevel, message: str, context: Context | None) -> None:
        plain = {key: value for key, value in (context or {}).items() if not isinstance(value, list)}
        super()._log(level, message, plain)


@breaks("test_the_context_of_a_call_is_in_no_later_entry")
class Remembers(MemoryLogger):
    """What `info` is given stays for later calls, unless they have a context of the same keys."""

    def info(self, message: str, /, context: Context | None = None) -> None:
        super().info(message, context)
        if not self.context:
            object.__setattr__(self, "context", dict(context or {}))


@breaks("test_entries_below_the_level_are_dropped")
class WritesWarnings(MemoryLogger):
    """`warn` writes at any level."""

    def warn(self, message: str, /, context: Context | None = None) -> None:
        MemoryLogger.warn(replace(self, level="debug"), message, context)


@breaks("test_entries_of_the_level_and_above_are_written")
class DropsTheLevelItself(MemoryLogger):
    """Entries of the configured level are dropped, unless it is the lowest."""

    def _log(self, level: LogLevel, message: str, context: Context | None) -> None:
        if level != self.level or level == LEVELS[0]:
            super()._log(level, message, context)


@breaks("test_a_child_adds_its_context")
class AddsToInfoAlone(MemoryLogger):
    """The context of a child is not in what `error` writes."""

    def error(self, message: str, /, context: Context | None = None) -> None:
        MemoryLogger.error(replace(self, context={}), message, context)


@breaks("test_a_parent_stays_as_it_was")
class SharesContexts(MemoryLogger):
    """A child's context is its parent's from then on."""

    def child(self, context: Context, /) -> MemoryLogger:
        object.__setattr__(self, "context", {**self.context, **context})
        return self


@breaks("test_children_have_children")
class ForgetsItsParent(MemoryLogger):
    """A child has its own context alone."""

    def child(self, context: Context, /) -> MemoryLogger:
        return replace(self, context=context)


@breaks("test_what_a_call_is_given_wins")
class PrefersItsOwn(MemoryLogger):
    """The context of a child wins over that of a call."""

    def _log(self, level: LogLevel, message: str, context: Context | None) -> None:
        super()._log(level, message, {**(context or {}), **self.context})


@keeps_all
class AddsItsOwn(MemoryLogger):
    """Each entry has more in its context, and methods take options."""

    def debug(self, message: str, /, context: Context | None = None, *, stack: bool = False) -> None:
        super().debug(message, {"stack": stack, **(context or {})})

    def _log(self, level: LogLevel, message: str, context: Context | None) -> None:
        super()._log(level, message, {"time": 0.0, **(context or {})})


class Handler(logging.Handler):
    """Keeps what is logged as entries."""

    def __init__(self, entries: list[MemoryLogEntry]) -> None:
        super().__init__()
        self.entries = entries

    def emit(self, record: logging.LogRecord) -> None:
        self.entries.append(
            MemoryLogEntry(LEVELS[record.levelno // 10 - 1], record.getMessage(), vars(record)["context"])
        )


@keeps_all
class OverTheStandardLibrary:
    """The standard library does the work, and a child's context is looked at when it logs."""

    def __init__(self, level: LogLevel, entries: list[MemoryLogEntry]) -> None:
        logger = logging.Logger("apart", level.upper())  # noqa: LOG001 - it belongs to no tree
        logger.addHandler(Handler(entries))
        self.logger = logger
        self.context: Context = {}

    def _write(self, level: int, message: str, context: Context | None) -> None:
        self.logger.log(level, message, extra={"context": {**self.context, **(context or {})}})

    def debug(self, message: str, /, context: Context | None = None) -> None:
        self._write(logging.DEBUG, message, context)

    def info(self, message: str, /, context: Context | None = None) -> None:
        self._write(logging.INFO, message, context)

    def warn(self, message: str, /, context: Context | None = None) -> None:
        self._write(logging.WARNING, message, context)

    def error(self, message: str, /, context: Context | None = None) -> None:
        self._write(logging.ERROR, message, context)

    def child(self, context: Context, /) -> "OverTheStandardLibrary":
        child = copy(self)
        child.context = ChainMap(dict(context), dict(self.context))
        return child


@breaks("test_what_is_written_in_any_history")
class DropsWhatIsAbsent(MemoryLogger):
    """What is `None` is not merged into an entry."""

    def _log(self, level: LogLevel, message: str, context: Context | None) -> None:
        super()._log(level, message, {key: value for key, value in (context or {}).items() if value is not None})


@breaks("test_what_is_dropped_in_any_history")
class HasChattyGrandchildren(MemoryLogger):
    """A child of a child drops nothing."""

    def child(self, context: Context, /) -> MemoryLogger:
        made = super().child(context)
        return replace(made, level="debug") if self.context else made
