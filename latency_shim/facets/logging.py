# Generated from latency-stubs/facets/logging.pyi by `nox -s generate`; do not edit.
"""The facet `Logger`: structured logging with levels and context."""

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from latency_shim._typing import Protocol, runtime_checkable
from latency_shim.composition.facet import FacetKey

__all__ = ["LOGGER", "LogLevel", "Logger"]

LogLevel: TypeAlias = Literal["debug", "info", "warn", "error"]


@runtime_checkable
class Logger(Protocol):
    """A structured logger: each entry is a message and a mapping."""

    def debug(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        """Log what helps to find a fault. [TypeScript]"""
        ...

    def info(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        """Log what is worth knowing in normal running. [TypeScript]"""
        ...

    def warn(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        """Log what may become a problem. [TypeScript]"""
        ...

    def error(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        """Log what went wrong. [TypeScript]"""
        ...

    def child(self, context: Mapping[str, object], /) -> "Logger":
        """Give a logger that adds `context` to each of its entries. [TypeScript]"""
        ...


LOGGER: Final[FacetKey[Logger]] = FacetKey("Logger", Logger)
