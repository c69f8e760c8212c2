"""The example registry over zope.interface, where the rules of the contract are not Zope's."""

from enum import Enum

import pytest

from examples.zope_registry import ZopeRegistry
from latency_shim import FacetRegistry
from odd_text import NAMES, SURROGATES


@pytest.fixture
def registry() -> FacetRegistry:
    return ZopeRegistry()


def places(registry: FacetRegistry, facet: str = "Facet") -> list[str | None]:
    return [found.qualifier for found in registry.list(facet)]


class Odd:
    """A provider that is false, and equal to everything."""

    def __bool__(self) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]


def test_facets_and_qualifiers_are_exact(registry: FacetRegistry) -> None:
    names = [name for name in [*NAMES, *SURROGATES] if name]  # what the empty one means is Zope's choice
    for facet in names:
        for qualifier in names:
            registry.register(facet, (facet, qualifier), {"qualifier": qualifier})
    for facet in names:
        assert places(registry, facet) == names
        assert [registry.resolve(facet, qualifier) for qualifier in names] == [(facet, name) for name in names]
        assert not registry.unregister(facet)


def test_a_facet_is_its_text_whatever_its_class_prints(registry: FacetRegistry) -> None:
    class Printed(str, Enum):  # noqa: UP042 - it prints `Printed.A`
        A = "Facet"

    registry.register(Printed.A, 1)
    registry.register("Printed.A", 2)
    assert (registry.resolve("Facet"), registry.resolve(Printed.A), registry.resolve("Printed.A")) == (1, 1, 2)


def test_the_largest_priority_wins_negative_ones_included(registry: FacetRegistry) -> None:
    registry.register("Facet", "low", {"qualifier": "low", "priority": -(10**20)})
    registry.register("Facet", "high", {"qualifier": "high", "priority": -1})
    assert registry.resolve("Facet") == "high"
    registry.register("Facet", "default")
    assert registry.resolve("Facet") == "default"


def test_registering_again_replaces_everything_but_the_place(registry: FacetRegistry) -> None:
    metadata: dict[str, object] = {"by": "first"}
    for qualifier in "a", "b":
        registry.register("Facet", f"first {qualifier}", {"qualifier": qualifier, "priority": 5, "metadata": metadata})
    registry.register("Facet", "second a", {"qualifier": "a", "priority": 5, "metadata": {"by": "second"}})
    metadata["by"] = "changed"
    found = registry.list("Facet")
    assert [(item.qualifier, item.priority, item.metadata) for item in found] == [
        ("a", 5, {"by": "second"}),
        ("b", 5, {"by": "first"}),
    ]
    assert registry.resolve("Facet") == "second a"
    registry.register("Facet", "third a", {"qualifier": "a"})
    assert (registry.resolve("Facet"), registry.list("Facet")[0].priority) == ("first b", 0)
    assert registry.list("Facet")[0].metadata is None
    assert [item.priority for item in found] == [5, 5]  # as it was then


def test_unregistering_forgets_the_place(registry: FacetRegistry) -> None:
    for qualifier in "a", "b":
        registry.register("Facet", qualifier, {"qualifier": qualifier})
    assert registry.unregister("Facet", "a")
    assert not registry.unregister("Facet", "a")
    registry.register("Facet", "a", {"qualifier": "a"})
    assert places(registry) == ["b", "a"]
    assert registry.resolve("Facet") == "b"


def test_unregistering_without_a_qualifier_removes_the_unqualified_provider_alone(registry: FacetRegistry) -> None:
    registry.register("Facet", "a", {"qualifier": "a"})
    assert not registry.unregister("Facet")
    registry.register("Facet", "default")
    assert registry.unregister("Facet")
    assert places(registry) == ["a"]


def test_registrations_count_and_not_the_truth_or_the_equality_of_providers(registry: FacetRegistry) -> None:
    first, second = Odd(), Odd()
    registry.register("Facet", first, {"qualifier": "a"})
    registry.register("Facet", second, {"qualifier": "b"})
    registry.register("None", None)
    assert registry.resolve("Facet", "b") is second
    assert registry.resolve("Facet") is first
    assert registry.has("None")
    assert registry.unregister("None")
    assert registry.unregister("Facet", "b")
    assert registry.resolve("Facet") is first
