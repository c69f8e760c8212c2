"""What the example binder does beyond the contract, which `tests/kit/test_binder.py` holds it to."""

import asyncio
import itertools
from collections.abc import Sequence

import pytest

from latency_shim import (
    AmbiguousFacetError,
    BinderConfig,
    BindingResult,
    CircularDependencyError,
    FacetNotFoundError,
    FacetProvider,
    FacetRegistry,
    FacetRequirement,
    PluginManifest,
)
from latency_shim.memory import MemoryBinder, MemoryRegistry

A, B, C = object(), object(), object()
CACHE: FacetRequirement = {"facet": "Cache"}


def manifest(
    id: str,
    requires: Sequence[FacetRequirement] = (),
    provides: Sequence[FacetProvider] = (),
    uses: Sequence[FacetRequirement] = (),
) -> PluginManifest:
    return {
        "id": id,
        "version": "1.0.0",
        "name": id,
        "requires": list(requires),
        "provides": list(provides),
        "uses": list(uses),
    }


@pytest.fixture
def registry() -> FacetRegistry:
    return MemoryRegistry()


def bind(registry: FacetRegistry, *plugins: PluginManifest, config: BinderConfig | None = None) -> BindingResult:
    return asyncio.run(MemoryBinder().bind(plugins, registry, config))


def test_errors_come_in_the_order_of_plugins_and_requirements(registry: FacetRegistry) -> None:
    result = bind(registry, manifest("p", [{"facet": "Clock"}, CACHE]), manifest("a", [CACHE]))
    assert [(error.plugin, error.facet) for error in result.errors] == [("p", "Clock"), ("p", "Cache"), ("a", "Cache")]


def test_a_qualifier_names_a_requirement_and_no_provider(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "a"})
    context = bind(registry, manifest("p", [CACHE])).contexts["p"]
    assert context.require("Cache") is A
    assert context.optional("Cache", "a") is None


def test_what_an_explicit_binding_decided_is_found_as_it_was_asked_for(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "a"})
    registry.register("Cache", B, {"qualifier": "b"})
    config: BinderConfig = {"explicit_bindings": [{"plugin": "p", "facet": "Cache", "qualifier": "b"}]}
    result = bind(registry, manifest("p", [{"facet": "Cache", "qualifier": "a"}]), config=config)
    assert result.contexts["p"].require("Cache", "a") is B


def test_an_explicit_binding_that_is_not_found_is_told_by_its_own_qualifier(registry: FacetRegistry) -> None:
    config: BinderConfig = {"explicit_bindings": [{"plugin": "p", "facet": "Cache", "qualifier": "b"}]}
    [error] = bind(registry, manifest("p", [{"facet": "Cache", "qualifier": "a"}]), config=config).errors
    assert isinstance(error.error, FacetNotFoundError)
    assert (error.qualifier, error.error.qualifier) == ("b", "b")


def test_where_resolve_gives_another_than_the_unqualified_all_are_left(registry: FacetRegistry) -> None:
    registry.register("Cache", A)
    registry.register("Cache", B, {"qualifier": "b", "priority": 1})
    [error] = bind(registry, manifest("p", [CACHE]), config={"resolution_strategy": "first"}).errors
    assert isinstance(error.error, AmbiguousFacetError)
    assert error.error.providers == ("<default>", "b")


def provider_of(registry: FacetRegistry, facet: str, id: str, *requires: str) -> PluginManifest:
    """Register a facet that a plugin declares."""
    registry.register(facet, object())
    return manifest(id, [{"facet": name} for name in requires], [{"facet": facet}])


def test_a_circle_begins_with_the_plugin_that_was_given_first_and_walks_along_the_dependencies(
    registry: FacetRegistry,
) -> None:
    result = bind(
        registry,
        provider_of(registry, "A", "a", "B"),
        provider_of(registry, "B", "b", "A", "C"),
        provider_of(registry, "C", "c", "B"),
    )
    [error] = result.errors
    assert isinstance(error.error, CircularDependencyError)
    assert error.error.cycle[0] == "a"
    needs = {("a", "b"), ("b", "a"), ("b", "c"), ("c", "b")}
    assert set(itertools.pairwise(error.error.cycle)) <= needs


def test_no_plugin_of_a_circle_is_bound_and_all_others_are(registry: FacetRegistry) -> None:
    result = bind(
        registry,
        provider_of(registry, "A", "a", "B"),
        provider_of(registry, "B", "b", "A"),
        manifest("c", [{"facet": "A"}]),
    )
    assert list(result.contexts) == ["c"]


def test_an_unused_provider_is_a_warning(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "a", "priority": 1})
    registry.register("Cache", B, {"qualifier": "b"})
    registry.register("Clock", C)  # no manifest names it
    result = bind(registry, manifest("p", [CACHE]))
    assert list(result.warnings) == ['nobody uses the provider "b" of facet "Cache"']


def test_what_is_used_only_optionally_or_by_a_failing_plugin_is_used(registry: FacetRegistry) -> None:
    registry.register("Cache", A)
    registry.register("Clock", B)
    result = bind(registry, manifest("p", uses=[CACHE]), manifest("q", [{"facet": "Clock"}, {"facet": "Mailer"}]))
    assert list(result.warnings) == []


def test_an_unused_optional_facet_is_a_warning_too(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "a"})
    registry.register("Cache", B, {"qualifier": "b"})
    result = bind(registry, manifest("p", uses=[{"facet": "Cache", "qualifier": "a"}]))
    assert list(result.warnings) == ['nobody uses the provider "b" of facet "Cache"']


@pytest.mark.parametrize(("plugin", "facet"), [("q", "Cache"), ("p", "Clock")])
def test_an_explicit_binding_that_decides_nothing_is_a_warning(
    registry: FacetRegistry, plugin: str, facet: str
) -> None:
    registry.register("Cache", A)
    config: BinderConfig = {"explicit_bindings": [{"plugin": plugin, "facet": facet, "qualifier": "x"}]}
    result = bind(registry, manifest("p", [CACHE]), config=config)
    assert list(result.warnings) == [f'no plugin "{plugin}" asks for facet "{facet}", as an explicit binding says']
