# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# A value may be anything.
"""Structured loggers that break a clause each."""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from latency_shim import facets
from mutants import facet_logger as first
from mutants import violates
from reference.loggers import LEVELS, Entry, Structured


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


class Writes(Structured):
    """Base of those that write something else."""

    def write(self, level: Any, message: str, context: Any) -> None:
        super().write(*self.written(level, message, {**(context or {})}))

    def written(self, level: Any, message: str, context: dict[str, Any]) -> Any:
        return level, message, context


@violates("The mapping is merged into the entry.")
class DotsNest(Writes):
    """A key with a dot stands for a mapping in a mapping."""

    def written(self, level: Any, message: str, context: dict[str, Any]) -> Any:
        nested = {key.split(".")[0]: {key.split(".")[1]: value} for key, value in context.items() if "." in key}
        return level, message, {**{key: value for key, value in context.items() if "." not in key}, **nested}


@violates("The mapping is merged into the entry.")
class MergesDeeply(Structured):
    """Mappings of logger and call are merged."""

    def write(self, level: Any, message: str, context: Any) -> None:
        both = {
            key: {**self.inherited[key], **value}  # type: ignore[dict-item]
            for key, value in (context or {}).items()
            if isinstance(value, dict) and isinstance(self.inherited.get(key), dict)
        }
        super().write(level, message, {**(context or {}), **both})


@violates("The mapping is merged into the entry.")
class TruthIsANumber(Writes):
    """Truth values become numbers."""

    def written(self, level: Any, message: str, context: dict[str, Any]) -> Any:
        return level, message, {key: int(value) if isinstance(value, bool) else value for key, value in context.items()}


@violates("The mapping is merged into the entry.")
class ShortValues(Writes):
    """Long texts are cut."""

    def written(self, level: Any, message: str, context: dict[str, Any]) -> Any:
        return (
            level,
            message,
            {key: value[:1000] if isinstance(value, str) else value for key, value in context.items()},
        )


@violates("The mapping is merged into the entry.")
class FoldsKeys(Writes):
    """Of keys that differ in capital letters the last one stays."""

    def written(self, level: Any, message: str, context: dict[str, Any]) -> Any:
        last = {key.lower(): key for key in context}
        return level, message, {key: value for key, value in context.items() if last[key.lower()] == key}


@violates("Log a failure.")
class NormalMessages(Writes):
    """Messages are written in a normal form."""

    def written(self, level: Any, message: str, context: dict[str, Any]) -> Any:
        return level, unicodedata.normalize("NFC", message), context


@violates("Log a message about a possible problem.", "test_the_context_is_merged_into_the_entry")
class WarnsOnce(Structured):
    """A warning that was written just before is not written again."""

    def write(self, level: Any, message: str, context: Any) -> None:
        if level == "warn" and self.entries and self.entries[-1][:2] == (level, message):
            return
        super().write(level, message, context)


@violates("The mapping is merged into the entry.")
class DictionariesAlone(Structured):
    """A mapping that is not a dictionary is left out."""

    def write(self, level: Any, message: str, context: Any) -> None:
        super().write(level, message, context if isinstance(context, dict) else None)


@violates("Return a logger that adds `context` to each of its entries.")
class ForgetsWhatIsFalse(Structured):
    """What is false in the context of a child is left out."""

    def child(self, context: Any, /) -> Any:
        return super().child({key: value for key, value in context.items() if value or value is None})


@violates("This logger stays as it was, children have children, and the context of a single call wins.")
class SharesWithChildren(Structured):
    """What a child of a child was made with is added to that child."""

    def child(self, context: Any, /) -> Any:
        made: Any = super().child(context)
        if self.inherited:
            self.inherited = made.inherited
        return made


@violates("Entries below the configured level are dropped.")
class EmptyContextsPass(Structured):
    """An entry of the level below is written if it has a context."""

    def write(self, level: Any, message: str, context: Any) -> None:
        near = LEVELS.index(level) == LEVELS.index(self.level) - 1
        if near and len(context or {}) > 2:
            self.entries.append(Entry(level, message, {**self.inherited, **context}))
        super().write(level, message, context)
