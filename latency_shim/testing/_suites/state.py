"""The suite for state stores."""

import json
from collections.abc import Mapping
from typing import Any, ClassVar

import pytest

from latency_shim import StateStore
from latency_shim.testing._models.stores import StateStoreHistories

VALUES: list[object] = [
    None,
    True,
    False,
    0,
    -7,
    0.5,
    "",
    "two\nlines",
    "ä",
    [],
    [1, [2, {}]],
    {},
    {"a": {"b": [None]}},
]


class StateStoreContract(StateStoreHistories):
    """The promises of every `StateStore`. Needs the fixture `store`."""

    interface: ClassVar[Any] = StateStore
    fixture: ClassVar[str] = "store"
    needs: ClassVar[Mapping[str, str]] = {
        "store": "an empty store of yours, a new one for each test",
        "reopened": "a function that opens the same store again",
    }
    needed_for: ClassVar[Mapping[str, str]] = {"reopened": "persistence"}
    abilities: ClassVar[Mapping[str, str]] = {"persistence": "values are gone when the store is opened again"}
    untested: ClassVar[Mapping[str, str]] = {
        "Failures are `FacetError`.": "what makes a store fail is different for each"
    }

    def test_a_missing_key_gives_none(self, it: StateStore) -> None:
        """`None` when there is none.

        If this fails, `get` raised, or made something up, for a key that was never stored: return `None`.
        """
        assert self.run(it.get("runs")) is None

    def test_each_key_has_its_own_value(self, it: StateStore) -> None:
        """Return the value stored under `key` … Store `value` under `key`

        If this fails, `get` does not give what `set` stored under that very key. Keys are text, in which
        capital letters count.
        """
        keys = "runs", "Runs", "last run", "run:2", "läufe"
        for key in keys:
            self.run(it.set(key, f"of {key}"))
        assert {key: self.run(it.get(key)) for key in keys} == {key: f"of {key}" for key in keys}

    @pytest.mark.parametrize("value", VALUES, ids=json.dumps)
    def test_a_value_survives_as_in_json(self, it: StateStore, value: object) -> None:
        """Values should survive a round trip through JSON.

        If this fails, `get` gives another value than was stored, although JSON can hold that value.
        """
        self.run(it.set("value", value))
        assert json.dumps(self.run(it.get("value")), sort_keys=True) == json.dumps(value, sort_keys=True)

    def test_keys_and_text_are_kept_exactly(self, it: StateStore) -> None:
        """Keys and text are kept exactly, without Unicode normalisation.

        If this fails, two keys or values are taken for the same that only look the same.
        """
        names = "Caf\u00e9", "Cafe\u0301"
        for name in names:
            self.run(it.set(name, name))
        assert sorted(self.run(it.keys())) == sorted(names)
        assert [self.run(it.get(name)) for name in names] == [*names]

    def test_values_are_still_there_when_the_store_is_opened_again(
        self, it: StateStore, request: pytest.FixtureRequest
    ) -> None:
        """Values are still there when the store is opened again, unless it lacks `persistence`.

        If this fails, `set` has not stored for good what it was given when it returned.
        """
        self.need("persistence")
        self.run(it.set("runs", {"count": 7}))
        self.run(it.set("gone", 1))
        self.run(it.delete("gone"))
        again: StateStore = request.getfixturevalue("reopened")()
        assert self.run(again.get("runs")) == {"count": 7}
        assert list(self.run(again.keys())) == ["runs"]

    def test_keys_shows_the_state_at_the_time_of_the_call(self, it: StateStore) -> None:
        """The sequence shows the state at the time of the call.

        If this fails, what `keys` returned changes with the store, or is kept for the next call.
        """
        self.run(it.set("a", 1))
        before = self.run(it.keys())
        self.run(it.set("b", 1))
        after = self.run(it.keys())
        assert (list(before), sorted(after)) == (["a"], ["a", "b"])

    def test_set_replaces_an_earlier_value(self, it: StateStore) -> None:
        """in place of any earlier value.

        If this fails, `set` kept the first value of a key, or added to it: it must overwrite.
        """
        self.run(it.set("runs", {"first": 1}))
        self.run(it.set("runs", {"second": 2}))
        assert self.run(it.get("runs")) == {"second": 2}

    def test_has_says_whether_a_key_is_stored(self, it: StateStore) -> None:
        """Return whether `key` is stored

        If this fails, `has` is not true exactly from `set` until `delete`.
        """
        assert self.run(it.has("runs")) is False
        self.run(it.set("runs", 1))
        assert self.run(it.has("runs")) is True
        assert self.run(it.has("run")) is False
        self.run(it.delete("runs"))
        assert self.run(it.has("runs")) is False

    @pytest.mark.parametrize("value", [None, False, 0, "", [], {}], ids=json.dumps)
    def test_the_truth_value_of_a_value_does_not_count(self, it: StateStore, value: object) -> None:
        """`has` tells a stored `None` from a missing key. … even with the value `None`.

        If this fails, `has`, `keys` or `delete` goes by the value: it must go by whether something was stored.
        """
        self.run(it.set("value", value))
        assert self.run(it.has("value")) is True
        assert list(self.run(it.keys())) == ["value"]
        assert self.run(it.delete("value")) is True

    def test_delete_says_whether_the_key_was_there(self, it: StateStore) -> None:
        """return whether it was there.

        If this fails, `delete` does not return `True` when it removed something and `False` otherwise.
        """
        assert self.run(it.delete("runs")) is False
        self.run(it.set("runs", 1))
        assert self.run(it.delete("runs")) is True
        assert self.run(it.delete("runs")) is False

    def test_delete_forgets_the_value(self, it: StateStore) -> None:
        """Forget `key`

        If this fails, `get` still gives the value of a key that was deleted, or `delete` took other keys with it.
        """
        self.run(it.set("runs", 1))
        self.run(it.set("runs:today", 2))
        self.run(it.delete("runs"))
        assert self.run(it.get("runs")) is None
        assert self.run(it.get("runs:today")) == 2

    def test_keys_gives_each_key_once(self, it: StateStore) -> None:
        """all without it

        If this fails, `keys` without a prefix is not exactly what is stored: each key once, none that is deleted.
        """
        assert list(self.run(it.keys())) == []
        for key in "a", "b", "gone", "a":
            self.run(it.set(key, 1))
        self.run(it.delete("gone"))
        assert sorted(self.run(it.keys())) == ["a", "b"]

    def test_keys_gives_those_that_start_with_a_prefix(self, it: StateStore) -> None:
        """Return the keys that start with `prefix`

        If this fails, `keys` with a prefix is not exactly what is stored and starts with it: `str.startswith`.
        """
        for key in "run:1", "run:2", "run", "rerun:1":
            self.run(it.set(key, 1))
        assert sorted(self.run(it.keys("run:"))) == ["run:1", "run:2"]
        assert sorted(self.run(it.keys("run"))) == ["run", "run:1", "run:2"]
        assert list(self.run(it.keys("walk"))) == []

    @pytest.mark.parametrize("prefix", ["a*", "a?", "a[b]", "a%", "a_", "a\\", "a.", "A"])
    def test_a_prefix_is_no_pattern(self, it: StateStore, prefix: str) -> None:
        """keys that start with `prefix`

        If this fails, some character of a prefix means more than itself, or capital letters do not count: escape
        what your engine takes for a pattern.
        """
        for key in f"{prefix}1", "ab1", "abc1", "a1":
            self.run(it.set(key, 1))
        assert list(self.run(it.keys(prefix))) == [f"{prefix}1"]
