"""Histories of what keeps values under text keys: a plugin's scratch memory, state stores and secret stores."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any, ClassVar

from latency_shim import PluginStateStore, SecretStore, StateStore
from latency_shim.testing._boundary import implementation
from latency_shim.testing._contract import default
from latency_shim.testing._histories import Histories, History, Model, Step, Thing
from latency_shim.testing._pools import NEAR, OBJECTS

SEVERAL = {"put": ("store", "key", "value"), "put_again": ("store", "key", "value"), "delete": ("store", "key")}
NOTHING = object()


class KeptModel(Model):
    """Stores beside dictionaries.

    Left open, and never asked: the empty key, the order of keys, and what becomes of a value that is changed after it
    was stored.
    """

    steps: ClassVar[Mapping[str, Sequence[str]]] = SEVERAL
    looks: ClassVar[Mapping[str, Sequence[str]]] = {"get": ("store", "key"), "has": ("store", "key")}
    few: ClassVar[Mapping[str, int]] = {"store": 2, "key": 4, "value": 5, "prefix": 3}
    asynchronous: ClassVar[bool] = True
    names: ClassVar[Mapping[str, str]] = {}
    """The methods of the interface, by kinds of steps."""
    promises: ClassVar[Mapping[str, str]] = {}
    """What each kind of step must keep."""

    def __init__(self, look_at: str | None, new: Callable[[], Any], dirty: set[str]) -> None:
        super().__init__(look_at)
        self.new: Callable[[], Any] = new
        self.dirty: set[str] = dirty
        self.kept: dict[str, tuple[Any, dict[str, Any]]] = {}
        self.listed: list[tuple[str, Sequence[str], list[str]]] = []

    async def pair(self, name: str) -> tuple[Any, dict[str, Any]]:
        """Return a store, emptied when it is first needed, and what it must hold."""
        if name not in self.kept:
            made = self.new()
            shared = next((pair for pair in self.kept.values() if pair[0] is made), None)
            if shared is None:
                for key in sorted(self.dirty):
                    found = getattr(made, self.names["delete"])(key)
                    if self.asynchronous:
                        await found
                self.dirty.clear()
            self.kept[name] = shared or (made, {})
        return self.kept[name]

    async def ask(self, kind: str, store: Any, name: str, *arguments: Any, shown: Any = None) -> tuple[Any, str]:
        """Put a call to the implementation; return what came of it, and the text of the call."""
        method = self.names[kind]
        told = ", ".join(map(self.shown, arguments)) if shown is None else shown
        text, call = f"{name}.{method}({told})", partial(getattr(store, method), *arguments)
        if self.asynchronous:
            return await self.awaited(self.promises[kind], f"await {text}", call), f"await {text}"
        return self.call(self.promises[kind], text, call), text

    def value_of(self, value: Any) -> Any:
        """Return the value to store."""
        return self.name(value) if isinstance(value, Thing) else value

    def same(self, one: object, other: object) -> bool:
        """Return whether a value is the stored one."""
        return one is other

    async def put(self, name: str, key: str, value: Any) -> None:
        """Store a value."""
        store, kept = await self.pair(name)
        self.dirty.add(key)
        given = self.value_of(value)
        await self.ask("put", store, name, key, given)
        kept[key] = given

    async def put_again(self, name: str, key: str, value: Any) -> None:
        """Store a value in place of the first that there is."""
        _, kept = await self.pair(name)
        await self.put(name, next(iter(kept), key), value)

    async def delete(self, name: str, key: str) -> None:
        """Forget a key."""
        store, kept = await self.pair(name)
        found, text = await self.ask("delete", store, name, key)
        expected = kept.pop(key, NOTHING) is not NOTHING
        if self.look_at in (None, "delete"):
            self.expect(self.promises["delete"], found is expected, f"({text}) is {expected}", found)

    async def get(self, name: str, key: str) -> None:
        """Look at a value."""
        store, kept = await self.pair(name)
        found, text = await self.ask("get", store, name, key)
        expected = kept.get(key)
        self.expect(self.promises["get"], self.same(found, expected), f"({text}) is {self.shown(expected)}", found)

    async def has(self, name: str, key: str) -> None:
        """Look whether there is a value."""
        store, kept = await self.pair(name)
        found, text = await self.ask("has", store, name, key)
        self.expect(self.promises["has"], found is (key in kept), f"({text}) is {key in kept}", found)

    async def keys(self, name: str, prefix: str | None) -> None:
        """Look at the keys."""
        store, kept = await self.pair(name)
        found, text = await (self.ask("keys", store, name) if prefix is None else self.ask("keys", store, name, prefix))
        expected = sorted(key for key in kept if key.startswith(prefix or ""))
        self.listed.append((text, found, sorted(found)))
        self.expect(self.promises["keys"], sorted(found) == expected, f"sorted({text}) == {expected}", sorted(found))

    async def keys_again(self) -> None:
        """Look once more at keys that were listed earlier."""
        for text, found, before in self.listed:
            self.lines.append("")
            same = sorted(found) == before
            self.expect(self.promises["keys_again"], same, f"what {text} returned is still {before}", sorted(found))
            del self.lines[-1:]

    @classmethod
    def tables(cls) -> Iterable[History]:
        """Return tables of near keys, and of all values."""
        keys, values = range(len(cls.pools["key"])), range(len(cls.pools["value"]))
        prefixes: list[Step] = []
        if "keys" in cls.looks:
            prefixes = [("keys", (0, prefix)) for prefix in range(len(cls.pools["prefix"]))]
        puts: list[Step] = [("put", (0, key, key % len(values))) for key in keys]
        looks: list[Step] = [step for key in keys for step in (("get", (0, key)), ("has", (0, key)))]
        yield [*puts, *looks, *prefixes, ("delete", (0, len(keys) // 2)), ("delete", (0, 0)), *looks, *prefixes[:8]]
        alone: list[Step] = []
        for key in keys:
            other = (key + 1) % len(keys)
            alone += [("put", (0, key, 0)), ("get", (0, other)), ("has", (0, other)), ("delete", (0, other))]
            alone += [("delete", (0, key)), ("delete", (0, key))]
        yield alone
        first: list[Step] = [("put", (0, 0, 0)), *looks[2:], *(("delete", (0, key)) for key in keys[1:]), *looks]
        yield first
        of_values: list[Step] = []
        for value in values:
            of_values += [("put", (0, 0, value)), ("get", (0, 0)), ("has", (0, 0)), *prefixes[:1]]
            of_values += [("put", (0, 1, value)), ("get", (0, 1)), ("delete", (0, 0)), ("get", (0, 0)), ("has", (0, 0))]
            of_values += [("put", (0, 1, (value + 1) % len(values))), ("get", (0, 1))]
        yield of_values


class ScratchModel(KeptModel):
    """A plugin's scratch memories."""

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {"store": ("state", "another"), "key": NEAR, "value": OBJECTS}
    asynchronous = False
    names: ClassVar[Mapping[str, str]] = {"put": "set", "get": "get", "has": "has", "delete": "delete"}
    promises: ClassVar[Mapping[str, str]] = {
        "put": "It replaces any earlier value.",
        "get": "It is the very object that was stored. `has` tells a stored `None` from a missing key.",
        "has": "Return whether `key` is stored. True for a stored `None` too.",
        "delete": "Forget `key`; return whether it was there.",
    }


TEXTS: Sequence[str] = (
    "text",
    "other",
    "",
    " ",
    "  a\tb  ",
    "text\n",
    "\ntext",
    "a\r\nb\rc",
    "Text",
    "\u00e9",
    "e\u0301",
    "\ufb01",
    "\uff41",
    "\ufefftext",
    "text\u200b",
    "text\u00a0",
    "a\0b",
    "\0",
    "text\0",
    "\x7f\x1b[0m",
    "\U0001f511",
    "\u0130\u0131\u00df",
    "007",
    "1e3",
    "0.10",
    "None",
    "null",
    "true",
    "%s %(a)s %%",
    "${HOME} $a {a} {{a}}",
    "\\n \\ \\\\ \\u0041",
    "'a' \"b\" `c`",
    "<c> &amp; ]]>",
    "# ; = : , |",
    "a=b==",
    "dGV4dA==",
    "%41+b",
    "{}",
    '["a"]',
    *("x" * (length - 1) + end for length in (64, 128, 255, 256, 1024, 4096, 20_000) for end in "yz"),
)
"""Texts that what strips, cuts, expands, encodes, parses or normalises them changes."""

VALUES: Sequence[Any] = (
    1,
    None,
    0,
    False,
    True,
    "",
    [],
    {},
    -7,
    0.5,
    -1.25e-7,
    1e100,
    2**31,
    2**53 - 1,
    -(2**53) + 1,
    [None],
    [[]],
    [1, [2, {"a": [False, 0, None, ""]}]],
    {"a": {"b": [None]}},
    {"": 0},
    {"None": None, "null": "null"},
    {"__class__": "a", "value": 1, "type": "b"},
    {"\u00e9": 1, "e\u0301": 2},
    {"a b": [], "A B": {}},
    {"1": 1, "01": 2},
    *TEXTS[1:],
    [*range(300)],
    {str(number): number for number in range(300)},
    ["deep", ["deep", ["deep", ["deep", ["deep", ["deep", ["deep"]]]]]]],
)
"""Values that JSON can hold, those that are easily confused among them."""


class StateModel(KeptModel):
    """A state store."""

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {
        "store": ("store",),
        "key": NEAR,
        "value": VALUES,
        "prefix": (None, "", *NEAR, *(name[:-1] for name in NEAR if len(name) > 1)),
    }
    looks: ClassVar[Mapping[str, Sequence[str]]] = {
        **KeptModel.looks,
        "keys": ("store", "prefix"),
        "keys_again": (),
    }
    names: ClassVar[Mapping[str, str]] = {"put": "set", "get": "get", "has": "has", "delete": "delete", "keys": "keys"}
    promises: ClassVar[Mapping[str, str]] = {
        "put": "in place of any earlier value.",
        "get": "Values should survive a round trip through JSON.",
        "has": "Return whether `key` is stored, even with the value `None`.",
        "delete": "Forget `key`; return whether it was there.",
        "keys": "the keys that start with `prefix`, all without it, in no particular order.",
        "keys_again": "The sequence shows the state at the time of the call.",
    }
    always: ClassVar[Mapping[str, Sequence[int]]] = {"prefix": (0, 1)}

    def same(self, one: object, other: object) -> bool:
        """Return whether JSON makes the same of both."""
        return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


class SecretModel(KeptModel):
    """A secret store."""

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {"store": ("secrets",), "key": NEAR, "value": TEXTS}
    names: ClassVar[Mapping[str, str]] = {
        "put": "set_secret",
        "get": "get_secret",
        "has": "has_secret",
        "delete": "delete_secret",
    }
    promises: ClassVar[Mapping[str, str]] = {
        "put": "in place of any earlier one.",
        "get": "Values come back exactly as they were stored.",
        "has": "Return whether there is a secret under `key`",
        "delete": "Forget the secret; return whether it was there.",
    }

    def same(self, one: object, other: object) -> bool:
        """Return whether two texts are the same."""
        return isinstance(one, str) and one == other if other is not None else one is None


class KeptHistories(Histories):
    """What the tests of histories of stores have in common."""

    kept: ClassVar[type[KeptModel]]

    def _holds(self, look_at: str, new: Callable[[], Any]) -> None:
        __tracebackhide__ = True
        dirty: set[str] = set()
        self.holds(partial(self.kept, look_at, new, dirty), self.drawn(self.kept, look_at))


class PluginStateStoreHistories(KeptHistories):
    """The tests of histories that `PluginStateStoreContract` has."""

    kept: ClassVar[type[KeptModel]] = ScratchModel

    @default
    def new_state(self, state: PluginStateStore) -> Callable[[], PluginStateStore]:
        """Return what makes an empty store: its class, unless you have another way."""
        try:
            fresh = type(state)()
        except Exception:  # noqa: BLE001 - it needs arguments
            return lambda: state
        return type(state) if fresh is not state else lambda: state

    def test_what_is_stored_in_any_history(
        self, it: PluginStateStore, new_state: Callable[[], PluginStateStore]
    ) -> None:
        """It is the very object that was stored. … It replaces any earlier value. … Two contexts never see each
        other's keys.

        If this fails, the message is a program in which `get` is wrong after what was stored and deleted.
        """
        self._holds("get", new_state)

    def test_which_keys_there_are_in_any_history(
        self, it: PluginStateStore, new_state: Callable[[], PluginStateStore]
    ) -> None:
        """Return whether `key` is stored. True for a stored `None` too.

        If this fails, the message is a program in which `has` is wrong after what was stored and deleted.
        """
        self._holds("has", new_state)

    def test_what_is_deleted_in_any_history(
        self, it: PluginStateStore, new_state: Callable[[], PluginStateStore]
    ) -> None:
        """Forget `key`; return whether it was there.

        If this fails, the message is a program in which `delete` says otherwise than it must.
        """
        self._holds("delete", new_state)


class StateStoreHistories(KeptHistories):
    """The tests of histories that `StateStoreContract` has."""

    kept: ClassVar[type[KeptModel]] = StateModel

    def _of(self, it: StateStore) -> Callable[[], Any]:
        tested = implementation(it)
        return lambda: tested

    def test_what_is_stored_in_any_history(self, it: StateStore) -> None:
        """Values should survive a round trip through JSON. … in place of any earlier value. … Keys and text are kept
        exactly, without Unicode normalisation.

        If this fails, the message is a program in which `get` is wrong after what was stored and deleted.
        """
        self._holds("get", self._of(it))

    def test_which_keys_there_are_in_any_history(self, it: StateStore) -> None:
        """Return whether `key` is stored, even with the value `None`.

        If this fails, the message is a program in which `has` is wrong after what was stored and deleted.
        """
        self._holds("has", self._of(it))

    def test_which_keys_are_listed_in_any_history(self, it: StateStore) -> None:
        """the keys that start with `prefix`, all without it

        If this fails, the message is a program in which `keys` is wrong after what was stored and deleted.
        """
        self._holds("keys", self._of(it))

    def test_what_was_listed_stays_in_any_history(self, it: StateStore) -> None:
        """The sequence shows the state at the time of the call.

        If this fails, the message is a program in which what `keys` returned changed with the store.
        """
        dirty: set[str] = set()
        random = islice(self.drawn(StateModel, "keys_again"), len([*StateModel.tables()]), None)
        self.holds(partial(StateModel, "keys_again", self._of(it), dirty), random)

    def test_what_is_deleted_in_any_history(self, it: StateStore) -> None:
        """Forget `key`; return whether it was there.

        If this fails, the message is a program in which `delete` says otherwise than it must.
        """
        self._holds("delete", self._of(it))


class SecretStoreHistories(KeptHistories):
    """The tests of histories that `SecretStoreContract` has."""

    kept: ClassVar[type[KeptModel]] = SecretModel

    def _of(self, it: SecretStore) -> Callable[[], Any]:
        tested = implementation(it)
        return lambda: tested

    def test_what_is_stored_in_any_history(self, it: SecretStore) -> None:
        """Values come back exactly as they were stored. … in place of any earlier one. … Keys are compared exactly,
        without Unicode normalisation.

        If this fails, the message is a program in which `get_secret` is wrong after what was stored and deleted.
        """
        self._holds("get", self._of(it))

    def test_which_secrets_there_are_in_any_history(self, it: SecretStore) -> None:
        """Return whether there is a secret under `key`

        If this fails, the message is a program in which `has_secret` is wrong after what was stored and deleted.
        """
        self._holds("has", self._of(it))

    def test_what_is_deleted_in_any_history(self, it: SecretStore) -> None:
        """Forget the secret; return whether it was there.

        If this fails, the message is a program in which `delete_secret` says otherwise than it must.
        """
        self._holds("delete", self._of(it))
