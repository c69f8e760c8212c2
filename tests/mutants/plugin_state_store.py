"""Scratch memories that break a promise each."""

from collections.abc import Callable
from copy import copy
from typing import Any, ClassVar, Self, cast

import pytest

from latency_shim import PluginStateStore
from latency_shim.memory import MemoryPluginStateStore
from latency_shim.testing import PluginStateStoreContract
from mutants import breaks, keeps_all


class SUITE(PluginStateStoreContract):
    make: Callable[[], PluginStateStore] = MemoryPluginStateStore

    @pytest.fixture
    def state(self) -> PluginStateStore:
        return self.make()


@breaks("test_it_conforms_to_the_interface")
class WantsBytes(MemoryPluginStateStore):
    """`get` is annotated to take a key of bytes."""

    def get(self, key: bytes, /) -> Any:  # type: ignore[override] # pyright: ignore[reportIncompatibleMethodOverride]
        return super().get(cast("str", key))  # what the checkers say is what the mutant is for


class Wide(MemoryPluginStateStore):
    """A store that keeps what was once stored."""

    def __init__(self) -> None:
        super().__init__()
        self.once: dict[str, object] = {}

    def set(self, key: str, value: object, /) -> None:
        super().set(key, value)
        self.once[key] = value


@breaks("test_an_unset_key_gives_none")
class GivesTextForNothing(Wide):
    """`get` gives an empty text for a key that was never stored."""

    def get(self, key: str, /) -> Any:
        return super().get(key) if self.once else ""


@breaks("test_a_stored_value_is_the_same_object")
class Copies(MemoryPluginStateStore):
    """A value that is a dictionary is copied when it is stored."""

    def set(self, key: str, value: object, /) -> None:
        super().set(key, copy(value) if hasattr(value, "keys") else value)


@breaks("test_storing_again_replaces_the_value")
class KeepsTheFirst(MemoryPluginStateStore):
    """The first value of a key stays."""

    def set(self, key: str, value: object, /) -> None:
        self._values.setdefault(key, value)


@breaks("test_has_says_whether_a_key_is_stored")
class HasForever(Wide):
    """`has` is true for a key that was once stored."""

    def has(self, key: str, /) -> bool:
        return key in self.once


@breaks("test_a_stored_none_is_there")
class HasNoNone(MemoryPluginStateStore):
    """`has` is false for a stored `None`."""

    def has(self, key: str, /) -> bool:
        return self.get(key) is not None


@breaks("test_delete_says_whether_the_key_was_there")
class AlwaysDeleted(MemoryPluginStateStore):
    """`delete` always gives `True`."""

    def delete(self, key: str, /) -> bool:
        super().delete(key)
        return True


@breaks("test_what_was_deleted_is_forgotten")
class Remembers(Wide):
    """`get` gives what was deleted."""

    def get(self, key: str, /) -> Any:
        return self.once.get(key)


@breaks("test_stores_share_nothing")
class KeepsAllInItsClass(MemoryPluginStateStore):
    """What is stored is kept in the class."""

    all: ClassVar[dict[str, object]]

    def __new__(cls) -> Self:  # a class for each test
        anew: Any = cls if hasattr(cls, "all") else type(cls.__name__, (cls,), {"all": {}})
        made: Self = super().__new__(anew)
        return made

    def __init__(self) -> None:
        self._values = self.all


@keeps_all
class Pairs:
    """Pairs in a list, with methods that take more than they must."""

    def __init__(self, *pairs: tuple[object, object]) -> None:
        self.pairs = [*pairs]

    def get(self, name: object, default: object = None) -> Any:
        return next((value for key, value in self.pairs if key == name), default)

    def set(self, name: object, value: object, *, overwrite: bool = True) -> None:
        self.delete(name)
        self.pairs.insert(0, (name, value))

    def delete(self, *names: object) -> bool:
        before = len(self.pairs)
        self.pairs = [(key, value) for key, value in self.pairs if key not in names]
        return len(self.pairs) < before

    def has(self, name: object) -> bool:
        return any(key == name for key, _ in self.pairs)


@keeps_all
class Attributes:
    """Values as attributes of an object, methods as attributes too."""

    def __init__(self) -> None:
        values: dict[str, object] = {}
        self.get: Callable[[str], Any] = values.get
        self.set: Callable[[str, object], None] = values.__setitem__
        self.has: Callable[[str], bool] = values.__contains__
        self.delete: Callable[[str], bool] = lambda key: values.pop(key, values) is not values


# Faults that spare every example: histories find them.


@breaks("test_what_is_stored_in_any_history")
class CutsKeys(MemoryPluginStateStore):
    """Only the first 255 characters of a key count."""

    def get(self, key: str, /) -> Any:
        return super().get(key[:255])

    def set(self, key: str, value: object, /) -> None:
        super().set(key[:255], value)


@breaks("test_which_keys_there_are_in_any_history")
class HasFoldedKeys(MemoryPluginStateStore):
    """`has` passes over a zero byte at the end of a key."""

    def has(self, key: str, /) -> bool:
        return super().has(key) or super().has(key.rstrip("\0"))


@breaks("test_what_is_deleted_in_any_history")
class DeletesNothingEmpty(MemoryPluginStateStore):
    """`delete` gives `False` for an empty set."""

    def delete(self, key: str, /) -> bool:
        return not isinstance(self.get(key), set) and super().delete(key)
