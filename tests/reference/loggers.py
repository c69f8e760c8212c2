"""Loggers, which write entries into a list that they are given."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, get_args

from latency_shim import facets

LEVELS: tuple[facets.LogLevel, ...] = get_args(facets.LogLevel)


class Line(NamedTuple):
    """An entry of a console."""

    level: str
    message: str
    values: tuple[object, ...]


class Console:
    """A logger of the composition."""

    def __init__(self) -> None:
        self.lines: tuple[Line, ...] = ()

    def write(self, level: str, message: str, values: tuple[object, ...]) -> None:
        self.lines += (Line(level, message, values),)

    def debug(self, message: str, /, *args: object) -> None:
        self.write("debug", message, args)

    def info(self, message: str, /, *args: object) -> None:
        self.write("info", message, args)

    def warn(self, message: str, /, *args: object) -> None:
        self.write("warn", message, args)

    def error(self, message: str, /, *args: object) -> None:
        self.write("error", message, args)


class Entry(NamedTuple):
    level: facets.LogLevel
    message: str
    context: Mapping[str, object]


class Structured:
    """A logger of the facet."""

    def __init__(
        self, level: facets.LogLevel, entries: list[Entry], inherited: Mapping[str, object] = MappingProxyType({})
    ) -> None:
        self.level: facets.LogLevel = level
        self.entries = entries
        self.inherited: Mapping[str, object] = {**inherited}

    def write(self, level: facets.LogLevel, message: str, context: Mapping[str, object] | None) -> None:
        if LEVELS.index(level) >= LEVELS.index(self.level):
            self.entries.append(Entry(level, message, {**self.inherited, **(context or {})}))

    def debug(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        self.write("debug", message, context)

    def info(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        self.write("info", message, context)

    def warn(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        self.write("warn", message, context)

    def error(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        self.write("error", message, context)

    def child(self, context: Mapping[str, object], /) -> facets.Logger:
        return type(self)(self.level, self.entries, {**self.inherited, **context})
