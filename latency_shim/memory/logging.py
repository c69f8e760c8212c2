"""The facet `Logger` in memory: entries to look at, in tests for one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import get_args

from latency_shim.facets import LogLevel

__all__ = ["MemoryLogEntry", "MemoryLogger"]

_LEVELS: tuple[LogLevel, ...] = get_args(LogLevel)  # the least serious first


@dataclass(frozen=True)
class MemoryLogEntry:
    """One entry: the contexts of the logger and of the call are merged."""

    level: LogLevel
    message: str
    context: Mapping[str, object]


@dataclass(frozen=True)
class MemoryLogger:
    """A facets `Logger` whose `entries` hold what was logged by it and by its children, in order."""

    level: LogLevel = "info"
    """The least serious level that is kept."""
    context: Mapping[str, object] = field(default_factory=dict[str, object])
    """The context that is added to each entry."""
    entries: list[MemoryLogEntry] = field(default_factory=list[MemoryLogEntry])
    """The entries that were logged."""

    def debug(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        """Log a message that helps to find a fault."""
        self._log("debug", message, context)

    def info(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        """Log a message about normal operation."""
        self._log("info", message, context)

    def warn(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        """Log a message about a possible problem."""
        self._log("warn", message, context)

    def error(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        """Log a failure."""
        self._log("error", message, context)

    def child(self, context: Mapping[str, object], /) -> "MemoryLogger":
        """Return a logger that adds `context` to each of its entries."""
        return replace(self, context={**self.context, **context})

    def _log(self, level: LogLevel, message: str, context: Mapping[str, object] | None) -> None:
        if _LEVELS.index(level) >= _LEVELS.index(self.level):
            self.entries.append(MemoryLogEntry(level, message, {**self.context, **(context or {})}))
