"""The facets `Logger` in memory: entries to look at, in tests for one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import get_args

from latency_shim.facets import LogLevel

LEVELS: tuple[LogLevel, ...] = get_args(LogLevel)  # the least serious first


@dataclass(frozen=True)
class Entry:
    """What was logged."""

    level: LogLevel
    message: str
    context: Mapping[str, object]


@dataclass(frozen=True)
class InMemoryLogger:
    """A facets `Logger` that keeps its entries, and those of its children, in one list."""

    level: LogLevel = "info"
    context: Mapping[str, object] = field(default_factory=dict[str, object])
    entries: list[Entry] = field(default_factory=list[Entry])

    def debug(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        self._log("debug", message, context)

    def info(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        self._log("info", message, context)

    def warn(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        self._log("warn", message, context)

    def error(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        self._log("error", message, context)

    def child(self, context: Mapping[str, object], /) -> "InMemoryLogger":
        return replace(self, context={**self.context, **context})

    def _log(self, level: LogLevel, message: str, context: Mapping[str, object] | None) -> None:
        if LEVELS.index(level) >= LEVELS.index(self.level):
            self.entries.append(Entry(level, message, {**self.context, **(context or {})}))
