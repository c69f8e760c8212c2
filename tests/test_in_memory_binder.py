"""The example binder keeps what the contract says of a binder."""

import asyncio
import copy
import itertools
from collections.abc import Sequence
from typing import Literal

import pytest

from examples.in_memory import InMemoryBinder, InMemoryRegistry
from latency_shim import (
    AmbiguousFacetError,
    Binder,
    BinderConfig,
    BindingError,
    BindingResult,
    CircularDependencyError,
    FacetNotFoundError,
    FacetProvider,
    FacetRegistry,
    FacetRequirement,
    PluginManifest,
)

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
    return InMemoryRegistry()


@pytest.fixture
def binder() -> Binder:
    return InMemoryBinder()


def bind(registry: FacetRegistry, *plugins: PluginManifest, config: BinderConfig | None = None) -> BindingResult:
    return asyncio.run(InMemoryBinder().bind(plugins, registry, config))


def only(result: BindingResult) -> BindingError:
    [error] = result.errors
    assert not result.success
    return error


def test_it_is_a_binder(binder: Binder) -> None:
    assert isinstance(binder, Binder)


def test_nothing_to_bind_is_a_success(registry: FacetRegistry) -> None:
    result = bind(registry)
    assert isinstance(result, BindingResult)
    assert (result.success, dict(result.contexts), list(result.errors)) == (True, {}, [])


def test_a_context_has_the_manifest_and_what_was_bound(registry: FacetRegistry) -> None:
    registry.register("Cache", A)
    plugin = manifest("p", [CACHE])
    context = bind(registry, plugin).contexts["p"]
    assert context.manifest is plugin
    assert context.require("Cache") is A


def test_a_missing_required_facet_is_not_found(registry: FacetRegistry) -> None:
    result = bind(registry, manifest("p", [{"facet": "Cache", "qualifier": "disk"}]))
    error = only(result)
    assert (error.plugin, error.facet, error.qualifier) == ("p", "Cache", "disk")
    assert isinstance(error.error, FacetNotFoundError)
    assert (error.error.facet, error.error.qualifier) == ("Cache", "disk")
    assert "p" not in result.contexts


def test_every_failure_is_collected(registry: FacetRegistry) -> None:
    result = bind(registry, manifest("p", [CACHE, {"facet": "Clock"}]), manifest("q", [CACHE]))
    assert [(error.plugin, error.facet) for error in result.errors] == [
        ("p", "Cache"),
        ("p", "Clock"),
        ("q", "Cache"),
    ]


def test_a_failing_plugin_leaves_others_bound(registry: FacetRegistry) -> None:
    result = bind(registry, manifest("p", [CACHE]), manifest("q"))
    assert list(result.contexts) == ["q"]


OPTIONAL = [
    pytest.param(manifest("p", uses=[CACHE]), id="uses"),
    pytest.param(manifest("p", requires=[{"facet": "Cache", "optional": True}]), id="optional: true"),
]


@pytest.mark.parametrize("plugin", OPTIONAL)
def test_a_missing_optional_facet_is_no_error(registry: FacetRegistry, plugin: PluginManifest) -> None:
    result = bind(registry, plugin)
    assert result.success
    assert result.contexts["p"].optional("Cache") is None


@pytest.mark.parametrize("plugin", OPTIONAL)
def test_a_missing_optional_facet_is_an_error_where_strict(registry: FacetRegistry, plugin: PluginManifest) -> None:
    error = only(bind(registry, plugin, config={"strict_optional": True}))
    assert isinstance(error.error, FacetNotFoundError)


@pytest.mark.parametrize("plugin", OPTIONAL)
def test_an_optional_facet_that_is_there_is_bound(registry: FacetRegistry, plugin: PluginManifest) -> None:
    registry.register("Cache", A)
    assert bind(registry, plugin).contexts["p"].require("Cache") is A


@pytest.mark.parametrize("plugin", OPTIONAL)
def test_ambiguity_is_an_error_for_optional_facets_too(registry: FacetRegistry, plugin: PluginManifest) -> None:
    registry.register("Cache", A, {"qualifier": "a"})
    registry.register("Cache", B, {"qualifier": "b"})
    assert isinstance(only(bind(registry, plugin)).error, AmbiguousFacetError)


def test_a_requirements_qualifier_decides(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "a", "priority": 9})
    registry.register("Cache", B, {"qualifier": "b"})
    context = bind(registry, manifest("p", [{"facet": "Cache", "qualifier": "b"}])).contexts["p"]
    assert context.require("Cache", "b") is B
    assert context.require("Cache") is B


def test_what_was_bound_is_found_by_its_own_qualifier_too(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "a"})
    context = bind(registry, manifest("p", [CACHE])).contexts["p"]
    assert context.require("Cache", "a") is A
    assert context.optional("Cache", "b") is None


def test_two_qualifiers_of_one_facet_are_both_bound(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "a"})
    registry.register("Cache", B, {"qualifier": "b"})
    wanted: list[FacetRequirement] = [
        {"facet": "Cache", "qualifier": "b"},
        {"facet": "Cache", "qualifier": "a"},
    ]
    context = bind(registry, manifest("p", wanted)).contexts["p"]
    assert (context.require("Cache", "a"), context.require("Cache", "b")) == (A, B)


def test_the_default_strategy_takes_the_highest_priority(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "a"})
    registry.register("Cache", B, {"qualifier": "b", "priority": 1})
    for config in None, BinderConfig(), BinderConfig(resolution_strategy="highest-priority"):
        assert bind(registry, manifest("p", [CACHE]), config=config).contexts["p"].require("Cache") is B


def test_a_tie_at_the_top_is_ambiguous_between_those_tied(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "z", "priority": 1})
    registry.register("Cache", B)
    registry.register("Cache", C, {"qualifier": "a", "priority": 1})
    error = only(bind(registry, manifest("p", [CACHE]))).error
    assert isinstance(error, AmbiguousFacetError)
    assert (error.facet, error.providers) == ("Cache", ("z", "a"))


def test_the_unqualified_provider_is_called_default_in_an_ambiguity(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "a"})
    registry.register("Cache", B)
    error = only(bind(registry, manifest("p", [CACHE]))).error
    assert isinstance(error, AmbiguousFacetError)
    assert error.providers == ("a", "default")


def test_strategy_first_takes_the_earliest_registered(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "a", "priority": 1})
    registry.register("Cache", B, {"qualifier": "b", "priority": 2})
    registry.register("Cache", C, {"qualifier": "c", "priority": 0})
    result = bind(registry, manifest("p", [CACHE]), config={"resolution_strategy": "first"})
    assert result.contexts["p"].require("Cache") is A


def test_strategy_explicit_is_ambiguous_between_all(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "a"})
    registry.register("Cache", B, {"qualifier": "b", "priority": 1})
    error = only(bind(registry, manifest("p", [CACHE]), config={"resolution_strategy": "explicit"})).error
    assert isinstance(error, AmbiguousFacetError)
    assert error.providers == ("a", "b")


STRATEGIES: list[Literal["first", "highest-priority", "explicit"]] = ["first", "highest-priority", "explicit"]


@pytest.mark.parametrize("qualifier", [None, "a"])
@pytest.mark.parametrize("strategy", STRATEGIES)
def test_a_single_candidate_is_never_ambiguous(
    registry: FacetRegistry, qualifier: str | None, strategy: Literal["first", "highest-priority", "explicit"]
) -> None:
    registry.register("Cache", A, {"qualifier": qualifier} if qualifier else None)
    result = bind(registry, manifest("p", [CACHE]), config={"resolution_strategy": strategy})
    assert result.contexts["p"].require("Cache") is A


def test_the_unqualified_provider_is_bound_where_resolve_gives_it(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"priority": 1})
    registry.register("Cache", B, {"qualifier": "b"})
    assert bind(registry, manifest("p", [CACHE])).contexts["p"].require("Cache") is A


def test_the_unqualified_provider_is_ambiguous_where_resolve_gives_another(registry: FacetRegistry) -> None:
    registry.register("Cache", A)
    registry.register("Cache", B, {"qualifier": "b", "priority": 1})
    error = only(bind(registry, manifest("p", [CACHE]), config={"resolution_strategy": "first"})).error
    assert isinstance(error, AmbiguousFacetError)
    assert error.providers == ("default", "b")


def test_an_explicit_binding_beats_qualifier_and_strategy(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "a", "priority": 9})
    registry.register("Cache", B, {"qualifier": "b"})
    config: BinderConfig = {"explicit_bindings": [{"plugin": "p", "facet": "Cache", "qualifier": "b"}]}
    result = bind(
        registry, manifest("p", [{"facet": "Cache", "qualifier": "a"}]), manifest("q", [CACHE]), config=config
    )
    assert result.contexts["p"].require("Cache", "a") is B  # asked for as the manifest does
    assert result.contexts["q"].require("Cache") is A  # the binding is for the other plugin


def test_an_explicit_binding_to_an_unknown_qualifier_is_not_found(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "a"})
    config: BinderConfig = {"explicit_bindings": [{"plugin": "p", "facet": "Cache", "qualifier": "b"}]}
    error = only(bind(registry, manifest("p", [CACHE]), config=config)).error
    assert isinstance(error, FacetNotFoundError)
    assert error.qualifier == "b"


def provider_of(registry: FacetRegistry, facet: str, id: str, *requires: str) -> PluginManifest:
    """Register a facet that a plugin declares."""
    registry.register(facet, object())
    return manifest(id, [{"facet": name} for name in requires], [{"facet": facet}])


def circles(result: BindingResult) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (error.plugin, error.facet, error.error.cycle)
        for error in result.errors
        if isinstance(error.error, CircularDependencyError)
    ]


def test_two_plugins_that_depend_on_each_other_are_a_circle(registry: FacetRegistry) -> None:
    result = bind(registry, provider_of(registry, "A", "a", "B"), provider_of(registry, "B", "b", "A"))
    assert circles(result) == [("a", "B", ("a", "b", "a"))]
    assert len(result.errors) == 1
    assert not result.contexts


def test_a_circle_is_closed_along_the_dependencies(registry: FacetRegistry) -> None:
    result = bind(
        registry,
        provider_of(registry, "A", "a", "C"),
        provider_of(registry, "B", "b", "A"),
        provider_of(registry, "C", "c", "B"),
    )
    assert circles(result) == [("a", "C", ("a", "c", "b", "a"))]


def test_each_group_is_one_error_that_names_all_of_it(registry: FacetRegistry) -> None:
    result = bind(
        registry,
        provider_of(registry, "A", "a", "B"),
        provider_of(registry, "B", "b", "A", "C"),
        provider_of(registry, "C", "c", "B"),
        provider_of(registry, "X", "x", "Y"),
        provider_of(registry, "Y", "y", "X"),
    )
    first, second = circles(result)
    assert set(first[2]) == {"a", "b", "c"}
    assert second == ("x", "Y", ("x", "y", "x"))
    needs = {("a", "b"), ("b", "a"), ("b", "c"), ("c", "b")}
    assert set(itertools.pairwise(first[2])) <= needs


def test_a_plugin_outside_the_circle_is_bound(registry: FacetRegistry) -> None:
    result = bind(
        registry,
        provider_of(registry, "A", "a", "B"),
        provider_of(registry, "B", "b", "A"),
        manifest("c", [{"facet": "A"}]),
    )
    assert list(result.contexts) == ["c"]


def test_a_plugin_does_not_depend_on_itself(registry: FacetRegistry) -> None:
    assert bind(registry, provider_of(registry, "A", "a", "A")).success


@pytest.mark.parametrize("kind", ["uses", "optional"])
def test_an_optional_requirement_makes_no_circle(registry: FacetRegistry, kind: str) -> None:
    other = provider_of(registry, "B", "b", "A")
    registry.register("A", A)
    offers: list[FacetProvider] = [{"facet": "A"}]
    weak: FacetRequirement = {"facet": "B"}
    plugin = (
        manifest("a", uses=[weak], provides=offers)
        if kind == "uses"
        else manifest("a", [{**weak, "optional": True}], offers)
    )
    assert bind(registry, plugin, other).success


def test_what_nobody_registered_makes_a_circle_of_those_that_declare_it(registry: FacetRegistry) -> None:
    result = bind(
        registry,
        manifest("a", [{"facet": "B"}], [{"facet": "A"}]),
        manifest("b", [{"facet": "A"}], [{"facet": "B"}]),
    )
    assert circles(result) == [("a", "B", ("a", "b", "a"))]
    assert sum(isinstance(error.error, FacetNotFoundError) for error in result.errors) == 2


def test_an_ambiguous_requirement_makes_no_circle(registry: FacetRegistry) -> None:
    registry.register("B", B, {"qualifier": "x"})
    registry.register("B", C, {"qualifier": "y"})
    plugin = manifest("b", [{"facet": "A"}], [{"facet": "B", "qualifier": "x"}])
    result = bind(registry, provider_of(registry, "A", "a", "B"), plugin)
    assert isinstance(only(result).error, AmbiguousFacetError)


def test_strictness_makes_no_optional_requirement_a_dependency(registry: FacetRegistry) -> None:
    result = bind(
        registry,
        manifest("a", uses=[{"facet": "B"}], provides=[{"facet": "A"}]),
        manifest("b", uses=[{"facet": "A"}], provides=[{"facet": "B"}]),
        config={"strict_optional": True},
    )
    assert circles(result) == []
    assert len(result.errors) == 2


def test_of_what_nobody_registered_only_a_match_is_depended_on(registry: FacetRegistry) -> None:
    result = bind(
        registry,
        manifest("a", [{"facet": "B", "qualifier": "x"}], [{"facet": "A"}]),
        manifest("b", [{"facet": "A"}], [{"facet": "B", "qualifier": "y"}]),
    )
    assert circles(result) == []


def test_a_plugin_that_declares_another_qualifier_is_not_depended_on(registry: FacetRegistry) -> None:
    registry.register("A", A, {"qualifier": "x"})
    registry.register("B", B)
    result = bind(
        registry,
        manifest("a", [{"facet": "B"}], [{"facet": "A", "qualifier": "y"}]),
        manifest("b", [{"facet": "A"}], [{"facet": "B"}]),
    )
    assert result.success


def test_contexts_come_providers_first(registry: FacetRegistry) -> None:
    plugins = [
        provider_of(registry, "C", "c", "B"),
        provider_of(registry, "B", "b", "A"),
        provider_of(registry, "A", "a"),
    ]
    for order in itertools.permutations(plugins):
        assert list(bind(registry, *order).contexts) == ["a", "b", "c"]


def test_an_unused_provider_is_a_warning_and_no_error(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "a", "priority": 1})
    registry.register("Cache", B, {"qualifier": "b"})
    registry.register("Clock", C)  # no manifest names it
    result = bind(registry, manifest("p", [CACHE]))
    assert result.success
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
    assert result.success
    assert list(result.warnings) == [f'no plugin "{plugin}" asks for facet "{facet}", as an explicit binding says']


def test_bind_changes_nothing_that_it_was_given(registry: FacetRegistry) -> None:
    plugins = [provider_of(registry, "A", "a", "B"), provider_of(registry, "B", "b", "Cache")]
    config: BinderConfig = {"explicit_bindings": [{"plugin": "b", "facet": "Cache", "qualifier": "x"}]}
    before = copy.deepcopy((plugins, config, [list(registry.list(facet)) for facet in ("A", "B", "Cache")]))
    bind(registry, *plugins, config=config)
    assert (plugins, config, [list(registry.list(facet)) for facet in ("A", "B", "Cache")]) == before


def test_two_plugins_do_not_see_each_others_state(registry: FacetRegistry) -> None:
    contexts = bind(registry, manifest("p"), manifest("q")).contexts
    contexts["p"].state.set("key", 1)
    assert not contexts["q"].state.has("key")
    assert contexts["p"].logger is not contexts["q"].logger
