"""Scratch memories over a history that break a clause each."""

from collections.abc import Callable
from typing import Any

from latency_shim import PluginStateStore
from mutants import plugin_state_store as first
from mutants import violates
from reference.stores import Deleted, PluginState, Stored


class SUITE(first.SUITE):
    make: Callable[[], PluginStateStore] = PluginState


@violates("It is the very object that was stored")
class CopiesEmpty(PluginState):
    """An empty list comes back as another."""

    def get(self, key: str, /) -> Any:
        found = super().get(key)
        return [] if found == [] else found


@violates("It replaces any earlier value")
class KeepsEqual(PluginState):
    """A value that is equal to the stored one does not replace it."""

    def set(self, key: str, value: object, /) -> None:
        if not (self.has(key) and self.get(key) == value):
            super().set(key, value)


@violates("Forget `key`")
class ComesBack(PluginState):
    """What was replaced comes back when the key is deleted and asked for again."""

    def get(self, key: str, /) -> Any:
        stored = [one.value for one in self.history if isinstance(one, Stored) and one.key == key]
        deleted = Deleted(key) in self.history
        return stored[0] if deleted and not self.has(key) and len(stored) > 1 else super().get(key)


@violates("return whether it was there")
class DeletedTwice(PluginState):
    """What is deleted a second time, after it was stored again, was not there."""

    def delete(self, key: str, /) -> bool:
        before = Deleted(key) in self.history
        return super().delete(key) and not before


@violates("Return whether `key` is stored")
class Folded(PluginState):
    """A key is there if one that differs in capital letters is."""

    def has(self, key: str, /) -> bool:
        return super().has(key) or super().has(key.lower())
