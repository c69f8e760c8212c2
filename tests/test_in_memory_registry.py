"""The example registry keeps what the contract says of a registry."""

import pytest

from examples.in_memory import InMemoryRegistry
from latency_shim import FacetKey, FacetRegistry


class Provider:
    def __bool__(self) -> bool:
        return False  # a provider counts whatever its truth value is

    def __eq__(self, other: object) -> bool:
        raise AssertionError("a registry compares no providers")

    __hash__ = object.__hash__


A, B, C = Provider(), Provider(), Provider()
CACHE = FacetKey("Cache", Provider)


@pytest.fixture
def registry() -> FacetRegistry:
    return InMemoryRegistry()


def test_it_is_a_facet_registry(registry: FacetRegistry) -> None:
    assert isinstance(registry, FacetRegistry)


def test_an_unknown_facet_resolves_to_none(registry: FacetRegistry) -> None:
    assert registry.resolve("Cache") is None
    assert registry.resolve("Cache", "disk") is None


def test_a_provider_resolves_to_the_same_object(registry: FacetRegistry) -> None:
    registry.register("Cache", A)
    assert registry.resolve("Cache") is A


def test_a_qualifier_gives_exactly_that_provider_or_none(registry: FacetRegistry) -> None:
    registry.register("Cache", A)
    registry.register("Cache", B, {"qualifier": "disk"})
    assert registry.resolve("Cache", "disk") is B
    assert registry.resolve("Cache", qualifier="memory") is None


def test_a_sole_qualified_provider_resolves_without_qualifier(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "disk"})
    assert registry.resolve("Cache") is A


def test_without_qualifier_the_highest_priority_wins(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "a", "priority": 1})
    registry.register("Cache", B, {"qualifier": "b", "priority": 2})
    registry.register("Cache", C, {"qualifier": "c", "priority": 0})
    assert registry.resolve("Cache") is B


def test_among_equals_the_earliest_registered_wins(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "z"})
    registry.register("Cache", B, {"qualifier": "a"})
    assert registry.resolve("Cache") is A


def test_priority_defaults_to_0(registry: FacetRegistry) -> None:
    registry.register("Cache", A)
    [registration] = registry.list("Cache")
    assert (registration.priority, registration.qualifier, registration.metadata) == (0, None, None)


def test_list_reads_back_what_was_given_in_the_order_of_registration(registry: FacetRegistry) -> None:
    metadata = {"path": "var/cache"}
    registry.register("Cache", A, {"qualifier": "z", "priority": 1, "metadata": metadata})
    registry.register("Cache", B, {"qualifier": "a", "priority": 2})
    registry.register("Clock", C)
    first, second = registry.list("Cache")
    assert (first.facet, first.qualifier, first.priority, first.metadata) == ("Cache", "z", 1, metadata)
    assert (second.facet, second.qualifier, second.priority, second.metadata) == ("Cache", "a", 2, None)


def test_list_of_an_unknown_facet_is_empty(registry: FacetRegistry) -> None:
    assert list(registry.list("Cache")) == []


def test_registering_again_replaces_the_provider_in_its_place(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "a"})
    registry.register("Cache", B, {"qualifier": "b"})
    registry.register("Cache", C, {"qualifier": "a"})
    assert [registration.qualifier for registration in registry.list("Cache")] == ["a", "b"]
    assert registry.resolve("Cache", "a") is C


def test_registering_again_without_qualifier_replaces_the_unqualified_provider(
    registry: FacetRegistry,
) -> None:
    registry.register("Cache", A)
    registry.register("Cache", B)
    assert len(registry.list("Cache")) == 1
    assert registry.resolve("Cache") is B


def test_has_goes_by_registration(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "disk"})
    assert registry.has("Cache")
    assert registry.has("Cache", "disk")
    assert not registry.has("Cache", "memory")
    assert not registry.has("Clock")


def test_unregister_says_whether_something_was_removed(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "disk"})
    assert not registry.unregister("Cache", "memory")
    assert registry.unregister("Cache", "disk")
    assert not registry.unregister("Cache", "disk")
    assert not registry.unregister("Clock")


def test_unregistering_the_unqualified_provider_leaves_the_others(registry: FacetRegistry) -> None:
    registry.register("Cache", A)
    registry.register("Cache", B, {"qualifier": "disk"})
    assert registry.unregister("Cache")
    assert registry.resolve("Cache", "disk") is B
    assert [registration.qualifier for registration in registry.list("Cache")] == ["disk"]


def test_what_was_unregistered_is_gone_for_every_method(registry: FacetRegistry) -> None:
    registry.register("Cache", A)
    assert registry.unregister("Cache")
    assert not registry.has("Cache")
    assert registry.resolve("Cache") is None
    assert list(registry.list("Cache")) == []


def test_registries_share_nothing(registry: FacetRegistry) -> None:
    registry.register("Cache", A)
    assert not InMemoryRegistry().has("Cache")


def test_a_key_and_its_name_are_the_same_facet(registry: FacetRegistry) -> None:
    registry.register(CACHE, A)
    assert registry.resolve("Cache") is A
    assert registry.resolve(CACHE) is A
    assert registry.has("Cache")
