# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# A value may be anything.
"""State stores over a journal that break a clause each."""

import fnmatch
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

import pytest

from latency_shim import StateStore
from mutants import state as first
from mutants import violates
from reference.stores import Deleted, State, Stored, contents


class SUITE(first.SUITE):
    make: Callable[..., StateStore] = State
    lacks: ClassVar = {}

    @pytest.fixture
    def reopened(self, store: State) -> Callable[[], StateStore]:
        return lambda: self.make(store.journal)


class Names(State):
    """Base of those that keep keys otherwise."""

    def key(self, key: str) -> str:
        return key

    async def get(self, key: str, /) -> Any:
        return await super().get(self.key(key))

    async def set(self, key: str, value: object, /) -> None:
        await super().set(self.key(key), value)

    async def delete(self, key: str, /) -> bool:
        return await super().delete(self.key(key))

    async def has(self, key: str, /) -> bool:
        return await super().has(self.key(key))


class Values(State):
    """Base of those that keep values otherwise."""

    def value(self, value: Any) -> Any:
        return value

    async def set(self, key: str, value: object, /) -> None:
        await super().set(key, self.value(value))


class Keys(State):
    """Base of those that list keys otherwise."""

    async def keys(self, prefix: str | None = None) -> Sequence[str]:
        return self.listed([*contents(self.journal)], prefix)

    def listed(self, keys: list[str], prefix: str | None) -> Sequence[str]:
        return [key for key in keys if key.startswith(prefix or "")]


@violates("Keys and text are kept exactly, without Unicode normalisation", "test_keys_and_text_are_kept_exactly")
class NormalForm(Names):
    """Keys are kept in a normal form."""

    def key(self, key: str) -> str:
        return unicodedata.normalize("NFC", key)


@violates("Keys and text are kept exactly, without Unicode normalisation", "test_keys_and_text_are_kept_exactly")
class Compatible(Names):
    """Keys are kept in the compatibility form, in which a ligature is two letters."""

    def key(self, key: str) -> str:
        return unicodedata.normalize("NFKC", key) if key.isprintable() else key


@violates("Keys and text are kept exactly")
class CutAtNul(Names):
    """A key ends at a NUL character, unless it begins with it."""

    def key(self, key: str) -> str:
        return key[:1] + key[1:].partition("\0")[0]


@violates("Keys and text are kept exactly")
class StrippedKeys(Names):
    """A line break at the end of a key does not count."""

    def key(self, key: str) -> str:
        return key.removesuffix("\n")


@violates("Keys and text are kept exactly")
class LongKeys(Names):
    """A key is cut after 255 characters."""

    def key(self, key: str) -> str:
        return key[:255]


@violates("Keys and text are kept exactly")
class PathKeys(Names):
    """A slash at the end of a key does not count."""

    def key(self, key: str) -> str:
        return key.rstrip("/") or key


@violates("Keys and text are kept exactly, without Unicode normalisation", "test_keys_and_text_are_kept_exactly")
class NormalText(Values):
    """Text within a value is kept in a normal form."""

    def value(self, value: Any) -> Any:
        if isinstance(value, str):
            return unicodedata.normalize("NFC", value)
        return {key: self.value(one) for key, one in value.items()} if isinstance(value, dict) else value


@violates("Keys and text are kept exactly")
class LineEnds(Values):
    """Line ends within a value are made those of the platform."""

    def value(self, value: Any) -> Any:
        return value.replace("\r\n", "\n") if isinstance(value, str) else value


@violates("Values should survive a round trip through JSON")
class BoolsAreNumbers(Values):
    """A truth value within a list is kept as a number."""

    def value(self, value: Any) -> Any:
        if isinstance(value, list):
            return [int(one) if isinstance(one, bool) else self.value(one) for one in value]
        return value


@violates("Values should survive a round trip through JSON")
class DropsNull(Values):
    """What is `None` within a mapping is left out."""

    def value(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self.value(one) for key, one in value.items() if one is not None}
        return value


@violates("Values should survive a round trip through JSON")
class EmptyIsNone(Values):
    """An empty mapping within a mapping is kept as `None`."""

    def value(self, value: Any) -> Any:
        return {key: None if one == {} else one for key, one in value.items()} if isinstance(value, dict) else value


@violates("Return the value stored under `key`")
class TextOfNumbers(Values):
    """Text that reads as a number comes back as one."""

    def value(self, value: Any) -> Any:
        return int(value) if isinstance(value, str) and value.isdecimal() else value


@violates("in place of any earlier value", "test_set_replaces_an_earlier_value")
class MergesMappings(State):
    """A mapping is merged into the one that was stored."""

    async def set(self, key: str, value: object, /) -> None:
        before = await self.get(key)
        await super().set(key, {**before, **value} if isinstance(before, dict) and isinstance(value, dict) else value)


@violates("in place of any earlier value")
class EqualIsKept(State):
    """A value that is equal to the stored one does not replace it, so `True` stays for 1."""

    async def set(self, key: str, value: object, /) -> None:
        if not await self.has(key) or await self.get(key) != value:
            await super().set(key, value)


@violates("Forget `key`")
class DeletesOne(State):
    """What was replaced comes back when the key is deleted."""

    async def delete(self, key: str, /) -> bool:
        times = sum(isinstance(one, Stored) and one.key == key for one in self.journal)
        found = await super().delete(key)
        if found and times > 2:
            self.journal.append([one for one in self.journal if isinstance(one, Stored) and one.key == key][-2])
        return found


@violates("Forget `key`", "test_delete_forgets_the_value")
class DeletesBelow(State):
    """With a key those go that begin with it and a slash or a dot."""

    async def delete(self, key: str, /) -> bool:
        found = await super().delete(key)
        self.journal += [
            Deleted(one) for one in contents(self.journal) if one.startswith((f"{key}/", f"{key}.", f"{key}:"))
        ]
        return found


@violates("return whether it was there", "test_the_truth_value_of_a_value_does_not_count")
class DeletedNone(State):
    """What is deleted with the value `None` or 0 was not there."""

    async def delete(self, key: str, /) -> bool:
        zero = await self.get(key) == 0
        return await super().delete(key) and not zero


@violates("Return whether `key` is stored, even with the value `None`", "test_delete_says_whether_the_key_was_there")
class HasAgain(State):
    """A key that was deleted and stored again is not there."""

    async def has(self, key: str, /) -> bool:
        return await super().has(key) and Deleted(key) not in self.journal[:-1]


@violates("`None` when there is none")
class GetsNear(State):
    """A key with a slash at its end finds the one without."""

    async def get(self, key: str, /) -> Any:
        return await super().get(key if await self.has(key) else key.rstrip("/"))


@violates("Return the keys that start with `prefix`")
class SubString(Keys):
    """A prefix that begins with a slash is found within keys."""

    def listed(self, keys: list[str], prefix: str | None) -> Sequence[str]:
        if prefix and not prefix[0].isalnum():
            return [key for key in keys if prefix in key]
        return super().listed(keys, prefix)


@violates("Return the keys that start with `prefix`", "test_keys_gives_those_that_start_with_a_prefix")
class NotItself(Keys):
    """The key that is the prefix itself is not given."""

    def listed(self, keys: list[str], prefix: str | None) -> Sequence[str]:
        return [key for key in super().listed(keys, prefix) if key != prefix]


@violates("Return the keys that start with `prefix`", "test_a_prefix_is_no_pattern")
class Brackets(Keys):
    """Brackets in a prefix are a pattern."""

    def listed(self, keys: list[str], prefix: str | None) -> Sequence[str]:
        if prefix and "[" in prefix:
            return [key for key in keys if fnmatch.fnmatchcase(key, f"{prefix}*")]
        return super().listed(keys, prefix)


@violates("Return the keys that start with `prefix`")
class ByteOrder(Keys):
    """A prefix finds the keys between it and its successor of one byte, so those above U+00FF are missed."""

    def listed(self, keys: list[str], prefix: str | None) -> Sequence[str]:
        if not prefix:
            return keys
        return [key for key in super().listed(keys, prefix) if key < f"{prefix}\xff"]


@violates("all without it")
class Hidden(Keys):
    """Keys that begin with an underscore are not given without a prefix."""

    def listed(self, keys: list[str], prefix: str | None) -> Sequence[str]:
        return [key for key in super().listed(keys, prefix) if prefix or not key.startswith("_")]


@violates("all without it")
class EmptyPrefix(Keys):
    """An empty prefix gives no keys."""

    def listed(self, keys: list[str], prefix: str | None) -> Sequence[str]:
        return [] if prefix == "" else super().listed(keys, prefix)


@violates("all without it")
class EmptyKey(Keys):
    """The empty key is not given."""

    def listed(self, keys: list[str], prefix: str | None) -> Sequence[str]:
        return [key for key in super().listed(keys, prefix) if key]


@violates("The sequence shows the state at the time of the call")
class CachedKeys(State):
    """What `keys` gave is kept until a key is stored, so `delete` is not seen."""

    shown: tuple[tuple[str | None, int], Sequence[str]] | None = None

    async def keys(self, prefix: str | None = None) -> Sequence[str]:
        state = prefix, sum(isinstance(one, Stored) for one in self.journal)
        if self.shown is None or self.shown[0] != state:
            self.shown = state, await super().keys(prefix)
        return self.shown[1]


@violates("Values are still there when the store is opened again")
class LosesReplaced(State):
    """A store that is opened again has the first value of each key."""

    def __init__(self, journal: Any = None) -> None:
        super().__init__(journal)
        if journal:
            for one in [*journal][::-1]:
                if isinstance(one, Stored) and one.key in contents(journal):
                    journal.append(one)


@violates(
    "Values are still there when the store is opened again",
    "test_values_are_still_there_when_the_store_is_opened_again",
)
class ComesBack(State):
    """A store that is opened again has what was deleted last."""

    def __init__(self, journal: Any = None) -> None:
        super().__init__(journal)
        if journal and isinstance(journal[-1], Deleted):
            journal.pop()


@violates("Values should survive a round trip through JSON.")
class WholeNumbers(Values):
    """A whole number that is a float becomes an integer, and a huge one loses digits."""

    def value(self, value: Any) -> Any:
        return float(value) if type(value) is int and abs(value) > 2**50 else value


@violates("Values should survive a round trip through JSON.")
class FlatLists(Values):
    """A list in a list that is alone there takes its place."""

    def value(self, value: Any) -> Any:
        return value[0] if isinstance(value, list) and len(value) == 1 and isinstance(value[0], list) else value


@violates("Values should survive a round trip through JSON.")
class SortsKeys(Values):
    """Long texts are cut."""

    def value(self, value: Any) -> Any:
        return value[:5000] if isinstance(value, str) else value


@violates("Return whether `key` is stored, even with the value `None`.")
class NothingIsNotThere(State):
    """A key that had another value and has `None` is not there."""

    async def has(self, key: str, /) -> bool:
        had = sum(getattr(one, "key", None) == key for one in self.journal) > 1
        return await super().has(key) and not (had and await self.get(key) is None)


@violates("Forget `key`; return whether it was there.")
class WithTheSame(State):
    """With a key those are deleted that differ from it in capital letters."""

    async def delete(self, key: str, /) -> bool:
        for other in [one for one in contents(self.journal) if one != key and one.lower() == key.lower()]:
            await super().delete(other)
        return await super().delete(key)


@violates("the keys that start with `prefix`", "test_a_prefix_is_no_pattern")
class PrefixInAnyCase(State):
    """A prefix is compared without regard to capital letters."""

    async def keys(self, prefix: str | None = None) -> Any:
        return [key for key in contents(self.journal) if key.lower().startswith((prefix or "").lower())]


@violates("the keys that start with `prefix`")
class HundredKeys(State):
    """With a prefix a hundred keys are listed at the most, without one all."""

    async def keys(self, prefix: str | None = None) -> Any:
        found = await super().keys(prefix)
        return found[:20] if prefix else found
