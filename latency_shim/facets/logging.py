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
        """Log what helps to find a fault."""
        ...

    def info(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        """Log what is worth knowing in normal running."""
        ...

    def warn(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        """Log what may become a problem."""
        ...

    def error(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        """Log what went wrong."""
        ...

    def child(self, context: Mapping[str, object], /) -> "Logger":
        """Give a logger that adds `context` to each of its entries."""
        ...


LOGGER: Final[FacetKey[Logger]] = FacetKey("Logger", Logger)
