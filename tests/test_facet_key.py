"""A facet key is the facet's name and knows the facet's interface."""

import copy
import json
import pickle
from typing import Any, Protocol

import pytest
import typeguard

from latency_shim import ISSUE_TRACKER, FacetKey, IssueTracker


class Cache(Protocol):
    def look_up(self, key: str, /) -> bytes | None: ...


CACHE = FacetKey("Cache", Cache)


def test_it_is_equal_to_its_name_and_hashes_like_it() -> None:
    assert CACHE == "Cache"
    assert hash(CACHE) == hash("Cache")
    assert {"Cache": 1}[CACHE] == 1


def test_it_knows_its_interface() -> None:
    assert CACHE.protocol is Cache
    assert ISSUE_TRACKER.protocol is IssueTracker


def test_it_is_written_as_its_name() -> None:
    assert f"{CACHE}" == str(CACHE) == "Cache"
    assert type(str(CACHE)) is str
    assert json.dumps({"facet": CACHE}) == '{"facet": "Cache"}'


def test_a_subclass_shows_and_keeps_its_class() -> None:
    class Typed(FacetKey[Cache]):
        pass

    key = Typed("Cache", Cache)
    assert repr(key).startswith("Typed('Cache', ")
    assert type(copy.copy(key)) is Typed


def test_its_repr_shows_name_and_interface() -> None:
    assert repr(CACHE) == f"FacetKey('Cache', {Cache!r})"


@pytest.mark.parametrize("number", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_pickles(number: int) -> None:
    again = pickle.loads(pickle.dumps(CACHE, number))
    assert (type(again), again, again.protocol) == (FacetKey, "Cache", Cache)


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy])
def test_it_copies(duplicate: Any) -> None:
    again = duplicate(CACHE)
    assert (type(again), again, again.protocol) == (FacetKey, "Cache", Cache)


def test_it_can_be_subscripted() -> None:
    explicit = FacetKey[Cache]("Cache", Cache)
    assert explicit == CACHE


def test_its_interface_cannot_be_replaced() -> None:
    with pytest.raises(AttributeError):
        CACHE.protocol = IssueTracker  # type: ignore[assignment, misc]  # pyright: ignore[reportAttributeAccessIssue] - it is refused


def test_swapped_arguments_are_refused_with_the_right_order() -> None:
    with (
        typeguard.suppress_type_checks(),
        pytest.raises(TypeError, match=r"FacetKey\(name, protocol\): name must be a str, not <class"),
    ):
        FacetKey(Cache, "Cache")  # type: ignore[arg-type]
