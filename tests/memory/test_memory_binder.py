"""What the binder in memory does beyond the contract, which `tests/kit/test_binder.py` holds it to."""

import asyncio
import itertools
import subprocess
import sys
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
from mutants.registry import KeepsBoth

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


@pytest.mark.parametrize(
    ("plugin", "facet", "warning"),
    [
        ("q", "Cache", 'explicit binding of facet "Cache": there is no plugin "q"'),
        ("p", "Clock", 'explicit binding of facet "Clock": the plugin "p" does not ask for it'),
    ],
)
def test_an_explicit_binding_that_decides_nothing_is_a_warning(
    registry: FacetRegistry, plugin: str, facet: str, warning: str
) -> None:
    registry.register("Cache", A)
    config: BinderConfig = {"explicit_bindings": [{"plugin": plugin, "facet": facet, "qualifier": "x"}]}
    assert list(bind(registry, manifest("p", [CACHE]), config=config).warnings) == [warning]


def test_the_second_explicit_binding_of_a_requirement_is_a_warning(registry: FacetRegistry) -> None:
    registry.register("Cache", A, {"qualifier": "a"})
    config: BinderConfig = {
        "explicit_bindings": [{"plugin": "p", "facet": "Cache", "qualifier": qualifier} for qualifier in "ab"]
    }
    assert list(bind(registry, manifest("p", [CACHE]), config=config).warnings) == [
        'explicit binding of facet "Cache" to "b": an earlier one binds the plugin "p" to "a"'
    ]


def test_plugins_that_share_an_id_are_a_warning(registry: FacetRegistry) -> None:
    result = bind(registry, manifest("p", [CACHE]), manifest("p"))
    assert list(result.warnings) == ['2 plugins have the id "p": only the last of them is bound']
    assert result.success


def test_plugins_that_depend_on_nobody_keep_their_order(registry: FacetRegistry) -> None:
    assert list(bind(registry, *map(manifest, "cab")).contexts) == ["c", "a", "b"]


def test_two_registrations_of_one_qualifier_are_no_ambiguity() -> None:
    registry = KeepsBoth()
    registry.register("Cache", A, {"qualifier": "a"})
    registry.register("Cache", B, {"qualifier": "a"})
    for requirement in CACHE, FacetRequirement(facet="Cache", qualifier="a"):
        context = bind(registry, manifest("p", [requirement])).contexts["p"]
        assert context.require("Cache", requirement.get("qualifier")) is A


def test_a_tie_for_which_resolve_gives_nothing_is_ambiguous_though_the_first_is_asked_for() -> None:
    registry = KeepsBoth()
    registry.register("Cache", A)
    registry.register("Cache", B, {"qualifier": "b"})
    [error] = bind(registry, manifest("p", [CACHE]), config={"resolution_strategy": "first"}).errors
    assert isinstance(error.error, AmbiguousFacetError)


def test_a_circle_is_told_in_full(registry: FacetRegistry) -> None:
    ring = [provider_of(registry, f"F{number}", f"p{number}", f"F{(number + 1) % 30}") for number in range(30)]
    [error] = bind(registry, *ring).errors
    assert isinstance(error.error, CircularDependencyError)
    assert error.error.cycle == (*(f"p{number}" for number in range(30)), "p0")


def test_plugins_that_all_declare_what_all_miss_are_one_group(registry: FacetRegistry) -> None:
    plugins = [manifest(f"p{number}", [CACHE], [{"facet": "Cache"}]) for number in range(30)]
    assert len(bind(registry, *plugins).errors) == 30 + 1  # each misses it


COUNT = """
import asyncio, sys
from latency_shim.memory import MemoryBinder, MemoryRegistry

def steps(count, needs):
    registry = MemoryRegistry()
    plugins = []
    for number in range(count):
        registry.register(f"F{number}", object())
        requires = [{"facet": facet} for facet in needs(number, count)]
        provides = [{"facet": f"F{number}"}, {"facet": "Missing", "qualifier": f"q{number}"}]
        plugins.append({"id": f"p{number}", "version": "1", "name": "P", "requires": requires, "provides": provides})
    called = 0

    def note(frame, event, argument):
        nonlocal called
        called += event in ("call", "c_call")

    binding = MemoryBinder().bind(plugins, registry)
    sys.setprofile(note)
    try:
        binding.send(None)
    except StopIteration:
        sys.setprofile(None)
    return called

print(*(steps(2000, needs) / steps(200, needs) for needs in (
    lambda number, count: [f"F{number + 1}"] if number + 1 < count else [],  # a chain
    lambda number, count: [f"F{(number + 1) % count}"],  # a circle
    lambda number, count: ["F0"],  # all need the same
    lambda number, count: ["Missing"],  # all need what all declare
)))
"""


def test_steps_grow_with_the_number_of_plugins_and_no_faster() -> None:
    done = subprocess.run([sys.executable, "-c", COUNT], capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert max(map(float, done.stdout.split())) < 15
