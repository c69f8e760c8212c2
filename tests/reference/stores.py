"""Stores whose state is the history of what was written into them."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple


class Stored(NamedTuple):
    key: str
    value: Any


class Deleted(NamedTuple):
    key: str


Event = Stored | Deleted


def contents(history: Sequence[Event]) -> dict[str, Any]:
    """Return what is stored after all that happened."""
    found: dict[str, Any] = {}
    for event in history:
        if isinstance(event, Stored):
            found[event.key] = event.value
        else:
            found.pop(event.key, None)
    return found


class PluginState:
    """A plugin's scratch memory: it keeps the very objects."""

    def __init__(self) -> None:
        self.history: tuple[Event, ...] = ()

    def get(self, key: str, /) -> Any:
        return contents(self.history).get(key)

    def set(self, key: str, value: object, /) -> None:
        self.history += (Stored(key, value),)

    def delete(self, key: str, /) -> bool:
        found = self.has(key)
        self.history += (Deleted(key),)
        return found

    def has(self, key: str, /) -> bool:
        return key in contents(self.history)


class State:
    """A state store that writes a journal, with each value as JSON: a second store over it has the same values."""

    def __init__(self, journal: list[Event] | None = None) -> None:
        self.journal = [] if journal is None else journal

    async def get(self, key: str, /) -> Any:
        text = contents(self.journal).get(key)
        return None if text is None else json.loads(text)

    async def set(self, key: str, value: object, /) -> None:
        self.journal.append(Stored(key, json.dumps(value)))

    async def delete(self, key: str, /) -> bool:
        found = await self.has(key)
        self.journal.append(Deleted(key))
        return found

    async def has(self, key: str, /) -> bool:
        return key in contents(self.journal)

    async def keys(self, prefix: str | None = None) -> Sequence[str]:
        return tuple(key for key in contents(self.journal) if key.startswith(prefix or ""))


class Secrets:
    """A secret store that never overwrites."""

    def __init__(self) -> None:
        self.history: tuple[Event, ...] = ()

    def secrets(self) -> dict[str, str]:
        """Return the secrets as they stand."""
        return contents(self.history)

    async def get_secret(self, key: str, /) -> str | None:
        return self.secrets().get(key)

    async def set_secret(self, key: str, value: str, /) -> None:
        self.history += (Stored(key, value),)

    async def delete_secret(self, key: str, /) -> bool:
        found = key in self.secrets()
        self.history += (Deleted(key),)
        return found

    async def has_secret(self, key: str, /) -> bool:
        return key in self.secrets()
