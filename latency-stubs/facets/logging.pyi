"""The facet `Logger`: structured logging with levels and context.

Not the logger of a `PluginContext`, which is the composition `Logger` and takes values in place of a
mapping. At the package's root `Logger` means that one; this one is `latency_shim.facets.Logger`:

```python
from latency_shim.facets import Logger


def handle(logger: Logger, request_id: str) -> None:
    log = logger.child({"request": request_id})
    log.info("accepted")
    log.warn("slow", {"ms": 1250})
```
"""

from collections.abc import Mapping
from typing import Final, Literal, Protocol, TypeAlias, runtime_checkable

from latency.composition.facet import FacetKey

__all__ = ["LOGGER", "LogLevel", "Logger"]

LogLevel: TypeAlias = Literal["debug", "info", "warn", "error"]
"""How serious an entry is, rising from left to right."""

@runtime_checkable
class Logger(Protocol):
    """A structured logger: each entry is a message and a mapping.

    All of it is synchronous. The mapping is merged into the entry. Entries below the configured level are
    dropped.
    """

    def debug(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        """Log a message that helps to find a fault."""
    def info(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        """Log a message about normal operation."""
    def warn(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        """Log a message about a possible problem."""
    def error(self, message: str, /, context: Mapping[str, object] | None = None) -> None:
        """Log a failure."""
    def child(self, context: Mapping[str, object], /) -> Logger:
        """Return a logger that adds `context` to each of its entries.

        This logger stays as it was, children have children, and the context of a single call wins.
        """

LOGGER: Final[FacetKey[Logger]]
"""Key of the facet `"Logger"`."""
