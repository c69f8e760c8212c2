"""Secret stores over a history that break a clause each."""

import base64
import unicodedata
from collections.abc import Callable

from latency_shim import SecretStore
from mutants import secrets as first
from mutants import violates
from reference.stores import Deleted, Secrets, Stored, contents


class SUITE(first.SUITE):
    make: Callable[[], SecretStore] = Secrets


class Names(Secrets):
    """Base of those that keep keys otherwise."""

    def key(self, key: str) -> str:
        return key

    async def get_secret(self, key: str, /) -> str | None:
        return await super().get_secret(self.key(key))

    async def set_secret(self, key: str, value: str, /) -> None:
        await super().set_secret(self.key(key), value)

    async def delete_secret(self, key: str, /) -> bool:
        return await super().delete_secret(self.key(key))

    async def has_secret(self, key: str, /) -> bool:
        return await super().has_secret(self.key(key))


class Values(Secrets):
    """Base of those that keep secrets otherwise."""

    def value(self, value: str) -> str:
        return value

    async def set_secret(self, key: str, value: str, /) -> None:
        await super().set_secret(key, self.value(value))


@violates("Keys are compared exactly, without Unicode normalisation")
class Compatible(Names):
    """Keys are kept in the compatibility form."""

    def key(self, key: str) -> str:
        return unicodedata.normalize("NFKC", key) if unicodedata.is_normalized("NFC", key) else key


@violates("Keys are compared exactly")
class Variables(Names):
    """A hyphen in a key is an underscore, as in the names of variables."""

    def key(self, key: str) -> str:
        return key.replace("-", "_")


@violates("Keys are compared exactly")
class Folded(Names):
    """Letters beyond ASCII are compared without regard to capitals."""

    def key(self, key: str) -> str:
        return "".join(one if one.isascii() else one.casefold() for one in key)


@violates("Keys are compared exactly")
class Ends(Names):
    """Spaces at the end of a key do not count."""

    def key(self, key: str) -> str:
        return key.rstrip(" ")


@violates("Keys are compared exactly")
class Nul(Names):
    """A key ends at a NUL character."""

    def key(self, key: str) -> str:
        return key.partition("\0")[0]


@violates("Values come back exactly as they were stored")
class Normal(Values):
    """A secret is kept in a normal form."""

    def value(self, value: str) -> str:
        return unicodedata.normalize("NFC", value)


@violates("Values come back exactly as they were stored")
class LineEnds(Values):
    """A line break of Windows at the end of a secret is made that of Unix."""

    def value(self, value: str) -> str:
        return f"{value[:-2]}\n" if value.endswith("\r\n") else value


@violates("Values come back exactly as they were stored")
class Spaces(Values):
    """A secret of nothing but spaces is empty."""

    def value(self, value: str) -> str:
        return value if value.strip() else ""


@violates("Values come back exactly as they were stored")
class Mark(Values):
    """A byte order mark at the beginning of a secret is lost."""

    def value(self, value: str) -> str:
        return value.removeprefix("\ufeff")


@violates("Values come back exactly as they were stored")
class Escapes(Values):
    """A percent sign that is doubled becomes a single one."""

    def value(self, value: str) -> str:
        return value.replace("%%", "%")


@violates("in place of any earlier one")
class ShorterStays(Secrets):
    """A secret does not replace one that begins with it."""

    async def set_secret(self, key: str, value: str, /) -> None:
        before = self.secrets().get(key)
        if before is None or not value or not before.startswith(value):
            await super().set_secret(key, value)


@violates("in place of any earlier one")
class EmptyDeletes(Secrets):
    """An empty secret in place of an earlier one deletes it."""

    async def set_secret(self, key: str, value: str, /) -> None:
        if not value and key in self.secrets():
            self.history += (Deleted(key),)
        else:
            await super().set_secret(key, value)


@violates("return whether it was there", "test_an_empty_secret_is_a_secret")
class DeletedEmpty(Secrets):
    """An empty secret is deleted without saying so."""

    async def delete_secret(self, key: str, /) -> bool:
        return (bool(self.secrets().get(key)) and await super().delete_secret(key)) or (
            await super().delete_secret(key) and False
        )


@violates("return whether it was there", "test_delete_says_whether_the_secret_was_there")
class DeletedAgain(Secrets):
    """What was deleted, stored and deleted again was not there."""

    async def delete_secret(self, key: str, /) -> bool:
        return (Deleted(key) not in self.history and await super().delete_secret(key)) or (
            await super().delete_secret(key) and False
        )


@violates("Forget the secret")
class ComesBack(Secrets):
    """What was replaced comes back when what replaced it is deleted."""

    def secrets(self) -> dict[str, str]:
        found: dict[str, list[str]] = {}
        for one in self.history:
            if isinstance(one, Stored):
                found.setdefault(one.key, []).append(one.value)
            elif found.get(one.key):
                found[one.key].pop()
        return {key: stack[-1] for key, stack in found.items() if stack}


@violates("Forget the secret")
class DeletesBelow(Secrets):
    """With a secret those go whose key begins with its key and a slash."""

    async def delete_secret(self, key: str, /) -> bool:
        found = await super().delete_secret(key)
        self.history += tuple(Deleted(one) for one in self.secrets() if one.startswith(f"{key}/"))
        return found


@violates("Return whether there is a secret under `key`")
class HasGot(Secrets):
    """A key whose secret is a space or a line break has none."""

    async def has_secret(self, key: str, /) -> bool:
        return not (self.secrets().get(key) or "x").isspace() and await super().has_secret(key)


@violates("Return whether there is a secret under `key`")
class HasBelow(Secrets):
    """A key has a secret if one begins with it and a slash."""

    async def has_secret(self, key: str, /) -> bool:
        return await super().has_secret(key) or any(one.startswith(f"{key}/") for one in contents(self.history))


@violates("`None` when there is none under `key`")
class Cached(Secrets):
    """A secret that was asked for while it was not there is not there until another is stored twice."""

    missed: frozenset[tuple[str, int]] = frozenset()

    async def get_secret(self, key: str, /) -> str | None:
        if (key, len(self.history) - 1) in self.missed:
            return None
        found = await super().get_secret(key)
        if found is None:
            self.missed |= {(key, len(self.history))}
        return found


@violates("Values come back exactly as they were stored.", "test_a_secret_comes_back_exactly_as_it_was_stored")
class LineEnd(Values):
    """A line break at the end of a secret is lost."""

    def value(self, value: str) -> str:
        return value.removesuffix("\n")


@violates("Values come back exactly as they were stored.")
class FourKilobytes(Values):
    """A secret is cut after 4096 bytes."""

    def value(self, value: str) -> str:
        return value[:4095]


@violates("Values come back exactly as they were stored.")
class Decodes(Values):
    """A secret that is text in base 64 is decoded."""

    def value(self, value: str) -> str:
        return base64.b64decode(value).decode() if value.endswith("=") and len(value) > 7 else value


@violates("Return whether there is a secret under `key`")
class LongKeys(Names):
    """A key is cut after 256 characters."""

    def key(self, key: str) -> str:
        return key[:256]


@violates("in place of any earlier one.")
class SameLength(Secrets):
    """A secret of the same length and beginning does not replace the earlier one."""

    async def set_secret(self, key: str, value: str, /) -> None:
        before = self.secrets().get(key, "")
        if not (before and len(before) == len(value) and before[:50] == value[:50]):
            await super().set_secret(key, value)
