"""Structured loggers that break a clause each."""

from collections.abc import Callable, Mapping

from latency_shim import facets
from mutants import facet_logger as first
from mutants import violates
from reference.loggers import Structured


class SUITE(first.SUITE):
    make: Callable[..., facets.Logger] = Structured


@violates("The mapping is merged into the entry")
class DropsFalsy(Structured):
    """Values that are empty text are left out of an entry."""

    def write(self, level: facets.LogLevel, message: str, context: Mapping[str, object] | None) -> None:
        super().write(level, message, {key: value for key, value in (context or {}).items() if value != ""})


@violates("Return a logger that adds `context` to each of its entries")
class ForgetsGrandparents(Structured):
    """A child of a child of a child has not what the first logger was given."""

    def child(self, context: Mapping[str, object], /) -> facets.Logger:
        kept = self.inherited if len(self.inherited) < 2 else dict([*self.inherited.items()][1:])
        return type(self)(self.level, self.entries, {**kept, **context})


@violates("This logger stays as it was, children have children, and the context of a single call wins")
class ParentWins(Structured):
    """What a logger was made with wins over what its child was."""

    def child(self, context: Mapping[str, object], /) -> facets.Logger:
        return type(self)(self.level, self.entries, {**context, **self.inherited})


@violates("Entries below the configured level are dropped")
class ChildLogsAll(Structured):
    """A child of a child drops nothing."""

    def child(self, context: Mapping[str, object], /) -> facets.Logger:
        return type(self)("debug" if self.inherited else self.level, self.entries, {**self.inherited, **context})
