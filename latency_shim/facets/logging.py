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
        """Log a message that helps to find a fault."""
        ...

    def info(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        """Log a message about normal operation."""
        ...

    def warn(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        """Log a message about a possible problem."""
        ...

    def error(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        """Log a failure."""
        ...

    def child(self, context: Mapping[str, object], /) -> "Logger":
        """Return a logger that adds `context` to each of its entries."""
        ...


LOGGER: Final[FacetKey[Logger]] = FacetKey("Logger", Logger)
