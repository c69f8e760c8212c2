"""State stores that break a promise each."""

import asyncio
import json
from collections.abc import Callable, Coroutine, Sequence
from copy import copy
from fnmatch import fnmatchcase
from typing import Any, ClassVar
from unicodedata import normalize

import pytest

from latency_shim import StateStore
from latency_shim.memory.state import MemoryStateStore
from latency_shim.testing import StateStoreContract
from mutants import breaks, keeps_all, lacking


class SUITE(StateStoreContract):
    make: Callable[[], StateStore] = MemoryStateStore
    lacks: ClassVar = {"persistence": "it is gone with the process"}

    @pytest.fixture
    def store(self) -> StateStore:
        return self.make()

    @pytest.fixture
    def reopened(self, store: Any) -> Callable[[], StateStore]:
        again: Callable[[], StateStore] = store.reopened
        return again


@breaks("test_it_conforms_to_the_interface")
class NamesThePrefixOtherwise(MemoryStateStore):
    """`keys` calls its parameter `start`."""

    async def keys(self, start: str | None = None) -> Sequence[str]:  # pyright: ignore[reportIncompatibleMethodOverride] - it is wrong
        return await super().keys(start)


@breaks("test_a_missing_key_gives_none")
class RaisesForAMissingKey(MemoryStateStore):
    """`get` raises `KeyError` for a key that never was."""

    def __init__(self) -> None:
        super().__init__()
        self.known: set[str] = set()

    async def set(self, key: str, value: object, /) -> None:
        self.known.add(key)
        await super().set(key, value)

    async def get(self, key: str, /) -> Any:
        if key not in self.known:
            raise KeyError(key)
        return await super().get(key)


@breaks("test_each_key_has_its_own_value")
class IgnoresCase(MemoryStateStore):
    """Capital letters in keys count for `keys` alone."""

    async def set(self, key: str, value: object, /) -> None:
        await super().set(key, value)
        for known in self._texts:
            if known.lower() == key.lower():
                self._texts[known] = self._texts[key]


@breaks("test_a_value_survives_as_in_json")
class KeepsText(MemoryStateStore):
    """Floating point numbers come back as text."""

    async def get(self, key: str, /) -> Any:
        value = await super().get(key)
        return str(value) if isinstance(value, float) else value


@breaks("test_keys_and_text_are_kept_exactly")
class NormalisesKeys(MemoryStateStore):
    """Unicode forms of a key do not count."""

    async def set(self, key: str, value: object, /) -> None:
        await super().set(normalize("NFC", key), value)


@breaks("test_keys_and_text_are_kept_exactly")
class NormalisesText(MemoryStateStore):
    """Text comes back in another Unicode form."""

    async def get(self, key: str, /) -> Any:
        value = await super().get(key)
        return normalize("NFC", value) if isinstance(value, str) else value


@keeps_all
@lacking()
class Reopens(MemoryStateStore):
    """What was stored is there when the store is opened again."""

    def reopened(self) -> StateStore:
        return copy(self)


@breaks("test_values_are_still_there_when_the_store_is_opened_again")
@lacking()
class Forgets(MemoryStateStore):
    """A store that is opened again is empty, and it is not declared."""

    def reopened(self) -> StateStore:
        return type(self)()


@breaks("test_keys_shows_the_state_at_the_time_of_the_call")
class GivesTheSameList(MemoryStateStore):
    """`keys` without a prefix gives one list, which it brings up to date."""

    def __init__(self) -> None:
        super().__init__()
        self.listed: list[str] = []

    async def keys(self, prefix: str | None = None) -> Sequence[str]:
        if prefix is not None:
            return await super().keys(prefix)
        self.listed[:] = self._texts
        return self.listed


@breaks("test_set_replaces_an_earlier_value")
class Merges(MemoryStateStore):
    """A mapping is merged into one that is there already."""

    async def set(self, key: str, value: Any, /) -> None:
        before: Any = await self.get(key)
        await super().set(key, before | value if isinstance(before, dict) else value)


@breaks("test_has_says_whether_a_key_is_stored")
class HasWhatStartsTheSame(MemoryStateStore):
    """`has` is true for the beginning of a key."""

    async def has(self, key: str, /) -> bool:
        return bool(await self.keys(key))


@breaks("test_the_truth_value_of_a_value_does_not_count")
class HasNoNone(MemoryStateStore):
    """`has` gets the value, and is false for a stored `None`."""

    async def has(self, key: str, /) -> bool:
        return await self.get(key) is not None


@breaks("test_delete_says_whether_the_key_was_there")
class AlwaysDeletes(MemoryStateStore):
    """`delete` returns `True` for a key that was not there."""

    async def delete(self, key: str, /) -> bool:
        await super().delete(key)
        return True


@breaks("test_delete_forgets_the_value")
class DeletesTheFamily(MemoryStateStore):
    """`delete` takes all keys that go on after a colon with it."""

    async def delete(self, key: str, /) -> bool:
        for other in await self.keys(f"{key}:"):
            await super().delete(other)
        return await super().delete(key)


@breaks("test_keys_gives_each_key_once")
class ListsWrites(MemoryStateStore):
    """`keys` without a prefix has a key as often as it was set."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[str] = []

    async def set(self, key: str, value: object, /) -> None:
        self.written.append(key)
        await super().set(key, value)

    async def keys(self, prefix: str | None = None) -> Sequence[str]:
        return await super().keys(prefix) if prefix else [key for key in self.written if await self.has(key)]


@breaks("test_keys_gives_those_that_start_with_a_prefix")
class FindsWithin(MemoryStateStore):
    """`keys` has keys with the prefix anywhere in them."""

    async def keys(self, prefix: str | None = None) -> Sequence[str]:
        return [key for key in self._texts if (prefix or "") in key]


@breaks("test_a_prefix_is_no_pattern")
class TakesPatterns(MemoryStateStore):
    """`keys` takes the prefix for a pattern of the shell."""

    async def keys(self, prefix: str | None = None) -> Sequence[str]:
        return [key for key in self._texts if fnmatchcase(key, f"{prefix or ''}*")]


@keeps_all
class KeepsObjects:
    """Values are kept as they are, keys come back as a tuple, latest first, and `keys` takes options."""

    def __init__(self) -> None:
        self._values: dict[str, object] = {}

    async def get(self, key: str, default: object = None, /) -> Any:
        return self._values.get(key, default)

    async def set(self, key: str, value: object, /, **options: object) -> None:
        self._values[key] = value

    async def delete(self, key: str, /) -> bool:
        there = key in self._values
        self._values.pop(key, None)
        return there

    async def has(self, key: str, /) -> bool:
        return key in self._values

    async def keys(self, prefix: str | None = None, *, limit: int = 1000) -> tuple[str, ...]:
        return (*reversed([key for key in self._values if key.startswith(prefix or "")]),)[:limit]


@keeps_all
class GivesTuples(MemoryStateStore):
    """Arrays come back as tuples."""

    async def get(self, key: str, /) -> Any:
        value: Any = await super().get(key)
        return (*value,) if isinstance(value, list) else value


@keeps_all
class IsSlow(MemoryStateStore):
    """Each call takes its time, and one is a plain function that gives a coroutine."""

    async def get(self, key: str, /) -> Any:
        await asyncio.sleep(0.001)
        return await super().get(key)

    def set(self, key: str, value: object, /) -> Coroutine[Any, Any, None]:  # pyright: ignore[reportIncompatibleMethodOverride] - it wants its own kind
        return super().set(key, value)


@keeps_all
class TakesMore(MemoryStateStore):
    """Values that JSON cannot hold are stored too."""

    async def set(self, key: str, value: object, /) -> None:
        self._texts[key] = json.dumps(value, default=str)


# Faults that spare every example: histories find them.


@breaks("test_what_is_stored_in_any_history")
class CutsLongText(MemoryStateStore):
    """A text loses what follows its first 4095 characters."""

    async def set(self, key: str, value: object, /) -> None:
        await super().set(key, value[:4095] if isinstance(value, str) else value)


@breaks("test_which_keys_there_are_in_any_history")
class HasKeysWithoutControlCharacters(MemoryStateStore):
    """`has` takes a key that ends with a zero byte for the one without."""

    async def has(self, key: str, /) -> bool:
        return await super().has(key) or await super().has(key.rstrip("\0"))


@breaks("test_which_keys_are_listed_in_any_history")
class ListsAHundred(MemoryStateStore):
    """`keys` gives a hundred keys at the most."""

    async def keys(self, prefix: str | None = None) -> Sequence[str]:
        return (await super().keys(prefix))[:100]


@breaks("test_what_was_listed_stays_in_any_history")
class KeepsTheListOfPrefix(MemoryStateStore):
    """`keys` with an empty prefix always gives the same list, which it brings up to date."""

    def __init__(self) -> None:
        super().__init__()
        self.listed: list[str] = []

    async def keys(self, prefix: str | None = None) -> Sequence[str]:
        if prefix != "":
            return await super().keys(prefix)
        self.listed[:] = await super().keys(prefix)
        return self.listed


@breaks("test_what_is_deleted_in_any_history")
class DeletesLongKeysQuietly(MemoryStateStore):
    """`delete` gives `False` for a key of more than 255 characters."""

    async def delete(self, key: str, /) -> bool:
        return await super().delete(key) and len(key) <= 255
