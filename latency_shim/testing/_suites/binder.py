"""The suite for binders."""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import Any, ClassVar, Literal

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
from latency_shim.testing._contract import default
from latency_shim.testing._models.binder import BinderHistories
from latency_shim.testing._suites._plain import PlainProvider, PlainRegistry

A, B, C = PlainProvider("A"), PlainProvider("B"), PlainProvider("C")
CACHE: FacetRequirement = {"facet": "Cache"}
DISK: FacetRequirement = {"facet": "Cache", "qualifier": "disk"}
MAYBE_CACHE: FacetRequirement = {"facet": "Cache", "optional": True}
EXPLICIT: BinderConfig = {"resolution_strategy": "explicit"}
RING = {"a": "B", "b": "C", "c": "A"}  # what each plugin of a circle requires; `a` provides A, and so on
STRATEGIES: Sequence[Literal["first", "highest-priority", "explicit"]] = "first", "highest-priority", "explicit"


def plugin(
    id: str,
    requires: Iterable[FacetRequirement] = (),
    provides: Iterable[FacetProvider] = (),
    uses: Iterable[FacetRequirement] = (),
) -> PluginManifest:
    """Make a manifest."""
    return {
        "id": id,
        "version": "1.0.0",
        "name": f"The plugin {id}",
        "provides": [*provides],
        "requires": deepcopy([*requires]),
        "uses": deepcopy([*uses]),
    }


def ring(registry: FacetRegistry | None, needs: dict[str, str], qualifier: str = "") -> list[PluginManifest]:
    """Make plugins each of which requires some facets and provides one; register what they provide, if anywhere."""
    plugins: list[PluginManifest] = []
    for name, required in needs.items():
        offer: FacetProvider = {"facet": name.upper()}
        if qualifier:
            offer["qualifier"] = qualifier
        if registry is not None:
            registry.register(name.upper(), PlainProvider(name), {"qualifier": qualifier} if qualifier else None)
        plugins.append(plugin(name, [{"facet": facet} for facet in required], [offer]))
    return plugins


def circles(result: BindingResult) -> list[tuple[BindingError, Sequence[str]]]:
    """Return the records of circles, each with its plugins."""
    return [(one, one.error.cycle) for one in result.errors if isinstance(one.error, CircularDependencyError)]


def kind(error: Exception) -> str:
    """Name the error of the contract that this is."""
    kinds = FacetNotFoundError, AmbiguousFacetError, CircularDependencyError
    return next(one.__name__ for one in kinds if isinstance(error, one))


def told(result: BindingResult) -> list[tuple[str, str, str]]:
    """Return the plugin, the facet and the kind of each error."""
    return sorted((one.plugin, one.facet, kind(one.error)) for one in result.errors)


def ambiguous(result: BindingResult) -> AmbiguousFacetError:
    """Return the only error, which must be the given one."""
    assert told(result), "this is ambiguous and was bound, which is an error"
    [found] = result.errors
    assert isinstance(found.error, AmbiguousFacetError)
    return found.error


def not_found(result: BindingResult) -> FacetNotFoundError:
    """Return the only error, which must be the given one."""
    assert told(result), "there is no such provider, which is an error"
    [found] = result.errors
    assert isinstance(found.error, FacetNotFoundError)
    return found.error


class BinderContract(BinderHistories):
    """The promises of every `Binder`. Needs the fixture `binder`, and takes your own `registry`."""

    interface: ClassVar[Any] = Binder
    fixture: ClassVar[str] = "binder"
    needs: ClassVar[Mapping[str, str]] = {
        "binder": "a binder of yours, a new one for each test",
    }

    @default
    def registry(self) -> FacetRegistry:
        """Return an empty registry to bind with; by default a plain registry of the kit."""
        return PlainRegistry()

    def bind(
        self, it: Binder, registry: FacetRegistry, *plugins: PluginManifest, config: BinderConfig | None = None
    ) -> BindingResult:
        """Bind plugins."""
        return self.run(it.bind([*plugins], registry, config))

    # What is chosen.

    def test_what_was_bound_is_the_very_object_that_is_registered(self, it: Binder, registry: FacetRegistry) -> None:
        """It is the very object that was registered

        If this fails, the plugin's context gives a copy or a wrapper of the provider: give what the registry gave.
        """
        provider = {"size": 1}
        registry.register("Cache", provider)
        assert self.bind(it, registry, plugin("p", [CACHE])).contexts["p"].require("Cache") is provider

    def test_a_provider_is_bound_whatever_its_truth_value_is(self, it: Binder, registry: FacetRegistry) -> None:
        """what counts is the registration, never the truth value of the provider.

        If this fails, the binder tests a provider as in `if provider:`; go by what `FacetRegistry.list` has.
        """
        registry.register("Cache", [])
        result = self.bind(it, registry, plugin("p", [CACHE]))
        assert told(result) == []
        assert result.contexts["p"].require("Cache") == []

    def test_an_explicit_binding_comes_before_the_strategy(self, it: Binder, registry: FacetRegistry) -> None:
        """For each requirement an explicit binding decides … Qualifier of the provider it gets; not optional here.

        If this fails, a plugin did not get the provider that `explicit_bindings` names for it.
        """
        registry.register("Cache", A, {"qualifier": "memory", "priority": 9})
        registry.register("Cache", B, {"qualifier": "disk"})
        config: BinderConfig = {"explicit_bindings": [{"plugin": "p", "facet": "Cache", "qualifier": "disk"}]}
        assert self.bind(it, registry, plugin("p", [CACHE]), config=config).contexts["p"].require("Cache") == B

    def test_an_explicit_binding_comes_before_the_qualifier(self, it: Binder, registry: FacetRegistry) -> None:
        """an explicit binding decides, else its qualifier … Decisions for single plugins, before all else

        If this fails, the qualifier of a requirement won over an explicit binding.
        """
        registry.register("Cache", A, {"qualifier": "disk"})
        registry.register("Cache", B, {"qualifier": "memory"})
        config: BinderConfig = {"explicit_bindings": [{"plugin": "p", "facet": "Cache", "qualifier": "memory"}]}
        assert self.bind(it, registry, plugin("p", [DISK]), config=config).contexts["p"].require("Cache") == B

    def test_an_explicit_binding_is_for_its_plugin_alone(self, it: Binder, registry: FacetRegistry) -> None:
        """Decisions for single plugins … Id of the plugin.

        If this fails, an explicit binding decided for a plugin of another id too.
        """
        registry.register("Cache", A, {"qualifier": "memory", "priority": 9})
        registry.register("Cache", B, {"qualifier": "disk"})
        config: BinderConfig = {"explicit_bindings": [{"plugin": "q", "facet": "Cache", "qualifier": "disk"}]}
        result = self.bind(it, registry, plugin("p", [CACHE]), plugin("q", [CACHE]), config=config)
        assert result.contexts["p"].require("Cache") == A

    def test_an_explicit_binding_is_for_its_facet_alone(self, it: Binder, registry: FacetRegistry) -> None:
        """Decisions for single plugins … Name of the facet.

        If this fails, an explicit binding decided for another facet of the plugin too.
        """
        registry.register("Cache", A, {"qualifier": "memory", "priority": 9})
        registry.register("Cache", B, {"qualifier": "disk"})
        registry.register("Clock", C, {"qualifier": "disk"})
        config: BinderConfig = {"explicit_bindings": [{"plugin": "p", "facet": "Clock", "qualifier": "disk"}]}
        result = self.bind(it, registry, plugin("p", [CACHE, {"facet": "Clock"}]), config=config)
        assert result.contexts["p"].require("Cache") == A

    def test_an_explicit_binding_to_an_unknown_qualifier_is_not_found(
        self, it: Binder, registry: FacetRegistry
    ) -> None:
        """One that is not registered counts as not found: nothing takes its place. … An item of
        `BinderConfig.explicit_bindings`.

        If this fails, an explicit binding to a provider that is not registered fell back on another.
        """
        registry.register("Cache", A, {"qualifier": "memory"})
        config: BinderConfig = {"explicit_bindings": [{"plugin": "p", "facet": "Cache", "qualifier": "disk"}]}
        assert not_found(self.bind(it, registry, plugin("p", [CACHE]), config=config)).facet == "Cache"

    def test_the_first_of_two_explicit_bindings_counts(self, it: Binder, registry: FacetRegistry) -> None:
        """Of two for the same plugin and facet the first counts

        If this fails, a later item of `explicit_bindings` won over an earlier one for the same plugin and facet.
        """
        registry.register("Cache", A, {"qualifier": "memory"})
        registry.register("Cache", B, {"qualifier": "disk"})
        result = self.bind(it, registry, plugin("p", [CACHE]), config=self.bound_to("disk", "memory"))
        assert result.contexts["p"].require("Cache") == B

    def test_a_second_explicit_binding_is_a_warning(self, it: Binder, registry: FacetRegistry) -> None:
        """and a warning says so.

        If this fails, `BindingResult.warnings` does not tell that the second of two explicit bindings for the same
        plugin and facet decides nothing.
        """
        registry.register("Cache", A, {"qualifier": "memory"})
        assert self.bind(it, registry, plugin("p", [CACHE]), config=self.bound_to("memory", "memory")).warnings

    def test_an_explicit_binding_for_an_absent_plugin_is_ignored(self, it: Binder, registry: FacetRegistry) -> None:
        """One for a plugin that is not there is ignored

        If this fails, an item of `explicit_bindings` whose plugin is not bound made an error.
        """
        registry.register("Cache", A, {"qualifier": "disk"})
        assert told(self.bind(it, registry, plugin("q"), config=self.bound_to("disk"))) == []

    def test_an_explicit_binding_for_an_absent_plugin_is_a_warning(self, it: Binder, registry: FacetRegistry) -> None:
        """is ignored, with a warning.

        If this fails, `BindingResult.warnings` does not tell that an explicit binding is for no plugin.
        """
        assert self.bind(it, registry, plugin("q"), config=self.bound_to("disk")).warnings

    def bound_to(self, *qualifiers: str) -> BinderConfig:
        """Make a configuration with explicit bindings of the plugin `p` and the facet `Cache`."""
        return {"explicit_bindings": [{"plugin": "p", "facet": "Cache", "qualifier": one} for one in qualifiers]}

    def test_a_qualifier_comes_before_the_strategy(self, it: Binder, registry: FacetRegistry) -> None:
        """else its qualifier, else the strategy. … Asks for exactly this implementation

        If this fails, a requirement with a qualifier got a provider of another qualifier.
        """
        registry.register("Cache", A, {"qualifier": "memory", "priority": 9})
        registry.register("Cache", B, {"qualifier": "disk"})
        assert self.bind(it, registry, plugin("p", [DISK])).contexts["p"].require("Cache", "disk") == B

    def test_no_other_provider_takes_the_place_of_a_qualified_one(self, it: Binder, registry: FacetRegistry) -> None:
        """Asks for exactly this implementation; absent means that any will do.

        If this fails, a requirement whose qualifier is not registered fell back on another provider.
        """
        registry.register("Cache", A, {"qualifier": "memory"})
        registry.register("Cache", B)
        assert not_found(self.bind(it, registry, plugin("p", [DISK]))).facet == "Cache"

    def test_the_strategy_is_highest_priority_unless_one_is_named(self, it: Binder, registry: FacetRegistry) -> None:
        """absent means `highest-priority`.

        If this fails, the binder goes by another strategy where the configuration has none.
        """
        registry.register("Cache", A, {"qualifier": "a"})
        registry.register("Cache", B, {"qualifier": "b", "priority": 1})
        result = self.bind(it, registry, plugin("p", [CACHE]), config={"strict_optional": False})
        assert result.contexts["p"].require("Cache") == B

    def test_highest_priority_takes_the_highest(self, it: Binder, registry: FacetRegistry) -> None:
        """`highest-priority`: the highest

        If this fails, the strategy `highest-priority` does not take the provider of the largest priority.
        """
        registry.register("Cache", A, {"qualifier": "a", "priority": 9})
        registry.register("Cache", B, {"qualifier": "b", "priority": 10})
        registry.register("Cache", C, {"qualifier": "c", "priority": 2})
        result = self.bind(it, registry, plugin("p", [CACHE]), config={"resolution_strategy": "highest-priority"})
        assert result.contexts["p"].require("Cache") == B

    def test_the_priority_of_the_registration_counts(self, it: Binder, registry: FacetRegistry) -> None:
        """The priority of the registration counts, not that of a manifest.

        If this fails, the binder goes by `priority` in what manifests provide: go by what `FacetRegistry.list` has.
        """
        registry.register("Cache", A, {"qualifier": "a", "priority": 1})
        registry.register("Cache", B, {"qualifier": "b", "priority": 2})
        offer: FacetProvider = {"facet": "Cache", "qualifier": "a", "priority": 9}
        result = self.bind(it, registry, plugin("q", provides=[offer]), plugin("p", [CACHE]))
        assert result.contexts["p"].require("Cache") == B

    def test_a_tie_at_the_top_is_ambiguous(self, it: Binder, registry: FacetRegistry) -> None:
        """a tie at the top is ambiguous. … A registry's `resolve` takes the earliest of equals, so a binder must look
        at `FacetRegistry.list` itself.

        If this fails, the binder took one of several providers of the same highest priority, as `resolve` does.
        """
        registry.register("Cache", A, {"qualifier": "a", "priority": 1})
        registry.register("Cache", B, {"qualifier": "b", "priority": 1})
        assert ambiguous(self.bind(it, registry, plugin("p", [CACHE]))).facet == "Cache"

    def test_first_takes_the_earliest_registered(self, it: Binder, registry: FacetRegistry) -> None:
        """`first`: the earliest registered. … A provider that was chosen is fetched by its qualifier.

        If this fails, the strategy `first` chose another provider, or what it chose was fetched with
        `resolve(facet)`, which gives the one of the highest priority.
        """
        registry.register("Cache", A, {"qualifier": "a", "priority": 1})
        registry.register("Cache", B, {"qualifier": "b", "priority": 2})
        registry.register("Cache", C, {"qualifier": "c", "priority": 0})
        result = self.bind(it, registry, plugin("p", [CACHE]), config={"resolution_strategy": "first"})
        assert result.contexts["p"].require("Cache") == A

    def test_explicit_takes_none_of_several(self, it: Binder, registry: FacetRegistry) -> None:
        """`explicit`: nothing, so more than one candidate is ambiguous.

        If this fails, the strategy `explicit` bound one of several providers: all of them are left undecided.
        """
        registry.register("Cache", A, {"qualifier": "a"})
        registry.register("Cache", B, {"qualifier": "b", "priority": 1})
        result = self.bind(it, registry, plugin("p", [CACHE]), config=deepcopy(EXPLICIT))
        assert sorted(ambiguous(result).providers) == ["a", "b"]

    def test_explicit_leaves_qualifiers_and_bindings_to_decide(self, it: Binder, registry: FacetRegistry) -> None:
        """The rule if neither a binding nor a qualifier decides

        If this fails, the strategy `explicit` finds ambiguous what a qualifier or an explicit binding decides.
        """
        registry.register("Cache", A, {"qualifier": "memory"})
        registry.register("Cache", B, {"qualifier": "disk"})
        config: BinderConfig = {
            "resolution_strategy": "explicit",
            "explicit_bindings": [{"plugin": "q", "facet": "Cache", "qualifier": "disk"}],
        }
        result = self.bind(it, registry, plugin("p", [DISK]), plugin("q", [CACHE]), config=config)
        assert told(result) == []
        assert [result.contexts[name].require("Cache") for name in "pq"] == [B, B]

    def test_a_single_candidate_is_never_ambiguous(self, it: Binder, registry: FacetRegistry) -> None:
        """A single candidate never is.

        If this fails, some strategy refused the only provider that there is, with a qualifier or without.
        """
        registry.register("Cache", A, {"qualifier": "memory"})
        registry.register("Clock", B)
        for strategy in STRATEGIES:
            config: BinderConfig = {"resolution_strategy": strategy}
            result = self.bind(it, registry, plugin("p", [CACHE, {"facet": "Clock"}]), config=config)
            assert told(result) == []
            assert [result.contexts["p"].require(facet) for facet in ("Cache", "Clock")] == [A, B]

    def test_the_unqualified_provider_is_bound_where_resolve_gives_it(
        self, it: Binder, registry: FacetRegistry
    ) -> None:
        """The unqualified one can be fetched only where `resolve(facet)` gives it

        If this fails, the unqualified provider was not bound though it is chosen and has the highest priority.
        """
        registry.register("Cache", A, {"priority": 1})
        registry.register("Cache", B, {"qualifier": "b"})
        result = self.bind(it, registry, plugin("p", [CACHE]))
        assert told(result) == []
        assert result.contexts["p"].require("Cache") == A

    def test_the_unqualified_provider_is_ambiguous_where_resolve_gives_another(
        self, it: Binder, registry: FacetRegistry
    ) -> None:
        """where it does not, the requirement is ambiguous.

        If this fails, `first` chose the unqualified provider, and `resolve(facet)`, the only way to fetch it, gave
        another, which was bound in its place.
        """
        registry.register("Cache", A)
        registry.register("Cache", B, {"qualifier": "b", "priority": 1})
        config: BinderConfig = {"resolution_strategy": "first"}
        assert ambiguous(self.bind(it, registry, plugin("p", [CACHE]), config=config)).facet == "Cache"

    # What cannot be had.

    def test_a_required_facet_that_is_missing_is_an_error(self, it: Binder, registry: FacetRegistry) -> None:
        """A facet that is missing is a `FacetNotFoundError` if it is required … Facets that must
        be there when the plugin is bound … The exception, which was not raised.

        If this fails, a requirement that cannot be met gave no `FacetNotFoundError` of its facet and qualifier.
        """
        for requirement, qualifier in (CACHE, None), (DISK, "disk"):
            error = not_found(self.bind(it, registry, plugin("p", [requirement])))
            assert (error.facet, error.qualifier) == ("Cache", qualifier)

    def test_an_error_tells_plugin_facet_and_qualifier(self, it: Binder, registry: FacetRegistry) -> None:
        """Id of the plugin. … Name of the facet that could not be bound. … Qualifier that was asked for, if any. … A
        record, not an exception: `error` is the exception.

        If this fails, an item of `errors` does not say whose requirement could not be met.
        """
        for requirement, qualifier in (CACHE, None), (DISK, "disk"):
            [failed] = self.bind(it, registry, plugin("q"), plugin("p", [requirement])).errors
            assert (failed.plugin, failed.facet, failed.qualifier) == ("p", "Cache", qualifier)

    def test_an_error_tells_the_qualifier_that_is_bound_explicitly(self, it: Binder, registry: FacetRegistry) -> None:
        """With an explicit binding the bound one, as in `error`.

        If this fails, the error of an explicit binding to a missing provider names the qualifier of the requirement.
        """
        [failed] = self.bind(it, registry, plugin("p", [DISK]), config=self.bound_to("tape")).errors
        assert isinstance(failed.error, FacetNotFoundError)
        assert (failed.qualifier, failed.error.qualifier) == ("tape", "tape")

    def test_an_optional_facet_that_is_there_is_bound(self, it: Binder, registry: FacetRegistry) -> None:
        """Facets that the plugin uses if they are available.

        If this fails, `uses`, or a requirement with `optional: true`, was not bound though its facet is registered.
        """
        registry.register("Cache", A)
        result = self.bind(it, registry, plugin("p", uses=[CACHE]), plugin("q", [MAYBE_CACHE]))
        assert [result.contexts[name].optional("Cache") for name in "pq"] == [A, A]

    def test_what_is_used_may_be_missing(self, it: Binder, registry: FacetRegistry) -> None:
        """if it is optional only with `strict_optional` … absent means `False`.

        If this fails, a facet of `uses` that nobody registered is an error, or its plugin has no context.
        """
        configs: list[BinderConfig] = [{}, {"strict_optional": False}]
        for config in configs:
            result = self.bind(it, registry, plugin("p", uses=[CACHE]), config=config)
            assert told(result) == []
            assert result.contexts["p"].optional("Cache") is None

    def test_what_is_required_and_used_is_one_requirement(self, it: Binder, registry: FacetRegistry) -> None:
        """A facet that a plugin requires and also uses, with the same qualifier, is one requirement: if it is missing,
        that is one error.

        If this fails, a facet in both `requires` and `uses` gave two errors with `strict_optional`, or none.
        """
        result = self.bind(it, registry, plugin("p", [CACHE], uses=[CACHE]), config={"strict_optional": True})
        assert told(result) == [("p", "Cache", "FacetNotFoundError")]

    def test_what_is_required_as_optional_may_be_missing(self, it: Binder, registry: FacetRegistry) -> None:
        """An entry with `optional: true` counts as one of `uses`. … `True`: the plugin works without it.

        If this fails, a requirement with `optional: true` that nobody registered is an error.
        """
        result = self.bind(it, registry, plugin("p", [MAYBE_CACHE]))
        assert told(result) == []
        assert result.contexts["p"].optional("Cache") is None

    def test_a_requirement_is_not_optional_unless_it_says_so(self, it: Binder, registry: FacetRegistry) -> None:
        """Absent means `False`.

        If this fails, a requirement with `optional: false`, or without `optional`, was treated as an optional one.
        """
        required: FacetRequirement = {"facet": "Cache", "optional": False}
        for requirement in required, CACHE:
            result = self.bind(it, registry, plugin("p", [requirement]))
            assert told(result) == [("p", "Cache", "FacetNotFoundError")]

    def test_a_manifest_may_lack_uses(self, it: Binder, registry: FacetRegistry) -> None:
        """Absent means none.

        If this fails, the binder cannot do with a manifest that has no `uses`.
        """
        manifest: PluginManifest = {"id": "p", "version": "1.0.0", "name": "P", "provides": [], "requires": []}
        assert set(self.bind(it, registry, manifest).contexts) == {"p"}

    def test_strict_optional_makes_a_missing_one_an_error(self, it: Binder, registry: FacetRegistry) -> None:
        """`True`: optional facets that are missing are errors too

        If this fails, `strict_optional` does not make an error of each optional facet that nobody registered.
        """
        config: BinderConfig = {"strict_optional": True}
        for one in plugin("p", uses=[CACHE]), plugin("p", [MAYBE_CACHE]):
            result = self.bind(it, registry, one, config=config)
            assert told(result) == [("p", "Cache", "FacetNotFoundError")]

    def test_ambiguity_is_an_error_for_optional_facets_too(self, it: Binder, registry: FacetRegistry) -> None:
        """Several providers that nothing decides between are an `AmbiguousFacetError`, for optional facets too: it is
        a fault of the configuration.

        If this fails, several providers for an optional facet were treated as none, or one of them was taken.
        """
        registry.register("Cache", A, {"qualifier": "a"})
        registry.register("Cache", B, {"qualifier": "b"})
        for one in plugin("p", uses=[CACHE]), plugin("p", [MAYBE_CACHE]):
            result = self.bind(it, registry, one, config=deepcopy(EXPLICIT))
            assert told(result) == [("p", "Cache", "AmbiguousFacetError")]

    def test_an_ambiguity_is_between_those_that_were_left(self, it: Binder, registry: FacetRegistry) -> None:
        """Qualifiers of the providers that were left.

        If this fails, `AmbiguousFacetError.providers` has not just those of the highest priority.
        """
        registry.register("Cache", A, {"qualifier": "a", "priority": 1})
        registry.register("Cache", B, {"qualifier": "b"})
        registry.register("Cache", C, {"qualifier": "c", "priority": 1})
        assert sorted(ambiguous(self.bind(it, registry, plugin("p", [CACHE]))).providers) == ["a", "c"]

    def test_an_ambiguity_is_told_in_the_order_of_registration(self, it: Binder, registry: FacetRegistry) -> None:
        """In the order of registration

        If this fails, `AmbiguousFacetError.providers` is sorted in another way.
        """
        for qualifier in "b", "c", "a":
            registry.register("Cache", A, {"qualifier": qualifier})
        result = self.bind(it, registry, plugin("p", [CACHE]), config=deepcopy(EXPLICIT))
        assert list(ambiguous(result).providers) == ["b", "c", "a"]

    def test_the_unqualified_provider_has_a_name_of_its_own_in_an_ambiguity(
        self, it: Binder, registry: FacetRegistry
    ) -> None:
        """the unqualified one as `<default>`.

        If this fails, `AmbiguousFacetError.providers` leaves the unqualified provider out, or calls it otherwise.
        """
        registry.register("Cache", A, {"qualifier": "a"})
        registry.register("Cache", B)
        result = self.bind(it, registry, plugin("p", [CACHE]), config=deepcopy(EXPLICIT))
        assert sorted(ambiguous(result).providers) == ["<default>", "a"]

    # What comes back.

    def test_every_failure_is_collected(self, it: Binder, registry: FacetRegistry) -> None:
        """Failures are collected in `BindingResult.errors`, not raised. … Everything that went wrong.

        If this fails, `bind` stops at the first failure, of a plugin or of all, or raised them.
        """
        result = self.bind(it, registry, plugin("p", [CACHE, {"facet": "Clock"}]), plugin("q", [CACHE]))
        failed = sorted((one.plugin, one.facet) for one in result.errors)
        assert failed == [("p", "Cache"), ("p", "Clock"), ("q", "Cache")]

    def test_success_is_the_absence_of_errors(self, it: Binder, registry: FacetRegistry) -> None:
        """Whether every plugin got what it requires. True exactly when `errors` is empty. … Returned by
        `Binder.bind`.

        If this fails, `success` and `errors` contradict each other.
        """
        assert self.bind(it, registry).success
        assert self.bind(it, registry, plugin("p")).success
        assert not self.bind(it, registry, plugin("p"), plugin("q", [CACHE])).success

    def test_a_context_stands_under_the_id_of_its_plugin(self, it: Binder, registry: FacetRegistry) -> None:
        """The context of each plugin, by the plugin's id.

        If this fails, `contexts` has the context of one plugin under the id of another.
        """
        result = self.bind(it, registry, plugin("p"), plugin("q"))
        assert {name: context.manifest["id"] for name, context in result.contexts.items()} == {"p": "p", "q": "q"}

    def test_a_plugin_with_an_error_has_no_context(self, it: Binder, registry: FacetRegistry) -> None:
        """One for each plugin without an error

        If this fails, `contexts` has an entry for a plugin that did not get what it requires.
        """
        assert "p" not in self.bind(it, registry, plugin("p", [CACHE]), plugin("q")).contexts

    def test_a_failure_leaves_other_plugins_bound(self, it: Binder, registry: FacetRegistry) -> None:
        """One for each plugin without an error

        If this fails, a plugin without an error has no context since another failed.
        """
        assert "q" in self.bind(it, registry, plugin("p", [CACHE]), plugin("q")).contexts

    def test_who_depends_on_a_plugin_that_failed_keeps_its_context(self, it: Binder, registry: FacetRegistry) -> None:
        """a plugin that depends on one that failed keeps its own.

        If this fails, a plugin without an error has no context since one failed that provides for it.
        """
        registry.register("P", A)
        plugins = plugin("q", [{"facet": "P"}]), plugin("p", [CACHE], [{"facet": "P"}])
        assert "q" in self.bind(it, registry, *plugins).contexts

    def test_contexts_come_providers_first(self, it: Binder, registry: FacetRegistry) -> None:
        """providers before those that depend on them. … A plugin depends on another when what it requires, and not
        only uses, was bound to a registration that the other `provides`

        If this fails, a plugin stands before one that it depends on: sort `contexts` by what was bound.
        """
        a, c, b = ring(registry, {"a": "C", "c": "B", "b": ""})
        for order in (a, b, c), (b, c, a), (a, c, b):
            assert list(self.bind(it, registry, *order).contexts) == ["b", "c", "a"]

    def test_warnings_do_not_change_success(self, it: Binder, registry: FacetRegistry) -> None:
        """Remarks for people, such as providers that nobody uses; they never change `success`.

        If this fails, something harmless, such as a provider that nobody uses, made `bind` a failure.
        """
        registry.register("Cache", A, {"qualifier": "a", "priority": 1})
        registry.register("Cache", B, {"qualifier": "b"})
        result = self.bind(it, registry, plugin("p", [CACHE], [{"facet": "Clock"}]))
        assert result.success

    def test_no_configuration_and_an_empty_one_are_the_same(self, it: Binder, registry: FacetRegistry) -> None:
        """The last argument of `Binder.bind`. `{}` and `None` mean the same. … absent means none.

        If this fails, `bind` without configuration differs from `bind` with `{}` or with `None`.
        """
        registry.register("Cache", A, {"qualifier": "a"})
        registry.register("Cache", B, {"qualifier": "b", "priority": 1})
        plugins = [plugin("p", [CACHE])]
        results = (
            self.run(it.bind(plugins, registry)),
            self.run(it.bind(plugins, registry, None)),
            self.run(it.bind(plugins, registry, config={})),
        )
        for result in results:
            assert result.contexts["p"].require("Cache") == B

    def test_manifests_stay_as_they_are(self, it: Binder, registry: FacetRegistry) -> None:
        """Changes neither manifests

        If this fails, `bind` wrote into a manifest, or into the list of them: make a copy first.
        """
        plugins = [plugin("q", [CACHE, MAYBE_CACHE]), plugin("p", provides=[{"facet": "Cache"}])]
        before = deepcopy(plugins)
        self.run(it.bind(plugins, registry))
        assert plugins == before

    def test_the_configuration_stays_as_it_is(self, it: Binder, registry: FacetRegistry) -> None:
        """Changes neither manifests nor configuration

        If this fails, `bind` wrote into the configuration, defaults for instance: make a copy first.
        """
        config: BinderConfig = {"explicit_bindings": [{"plugin": "p", "facet": "Cache", "qualifier": "disk"}]}
        before = deepcopy(config)
        self.bind(it, registry, plugin("p", [CACHE]), config=config)
        assert config == before

    def test_the_registry_stays_as_it_is(self, it: Binder, registry: FacetRegistry) -> None:
        """Changes neither manifests nor configuration nor registry.

        If this fails, `bind` registered something, such as what manifests say that plugins provide, or removed it.
        """
        registry.register("Cache", A, {"qualifier": "a"})
        registry.register("Cache", B, {"qualifier": "b"})
        self.bind(it, registry, plugin("p", [DISK], [{"facet": "Clock"}, {"facet": "Cache", "qualifier": "disk"}]))
        assert not registry.has("Clock")
        assert [entry.qualifier for entry in registry.list("Cache")] == ["a", "b"]
        assert [registry.resolve("Cache", qualifier) for qualifier in "ab"] == [A, B]

    # Who depends on whom.

    def test_two_plugins_that_need_each_other_are_a_circle(self, it: Binder, registry: FacetRegistry) -> None:
        """A plugin depends on another when what it requires, and not only uses, was bound to a registration that the
        other `provides`

        If this fails, plugins were bound that wait for each other: this is a `CircularDependencyError`.
        """
        assert circles(self.bind(it, registry, *ring(registry, {"a": "B", "b": "A"})))

    def test_a_circle_is_closed(self, it: Binder, registry: FacetRegistry) -> None:
        """the first and the last are equal. They are ids.

        If this fails, `CircularDependencyError.cycle` does not end with the plugin that it begins with.
        """
        for _, cycle in circles(self.bind(it, registry, *ring(registry, RING))):
            assert cycle[0] == cycle[-1]
            assert set(cycle) == {"a", "b", "c"}

    def test_a_circle_follows_the_dependencies(self, it: Binder, registry: FacetRegistry) -> None:
        """The plugins along the circle

        If this fails, `CircularDependencyError.cycle` does not lead from each plugin to one that it depends on.
        """
        for _, cycle in circles(self.bind(it, registry, *ring(registry, RING))):
            assert {*pairwise(cycle)} <= {("a", "b"), ("b", "c"), ("c", "a")}

    def test_a_circle_is_an_error_of_its_first_plugin(self, it: Binder, registry: FacetRegistry) -> None:
        """For a circle the first plugin of it.

        If this fails, `BindingError.plugin` is not the id with which `CircularDependencyError.cycle` begins.
        """
        for failed, cycle in circles(self.bind(it, registry, *ring(registry, RING))):
            assert failed.plugin == cycle[0]

    def test_a_circle_is_an_error_of_the_facet_that_its_first_plugin_needs(
        self, it: Binder, registry: FacetRegistry
    ) -> None:
        """For a circle the facet by which the first plugin depends on the second.

        If this fails, `BindingError.facet` is another facet than that of the first step of the circle.
        """
        for failed, cycle in circles(self.bind(it, registry, *ring(registry, RING))):
            assert failed.facet == RING[cycle[0]]

    def test_a_circle_is_an_error_of_no_qualifier(self, it: Binder, registry: FacetRegistry) -> None:
        """For a circle `None`.

        If this fails, `BindingError.qualifier` of a circle is that of some requirement in it.
        """
        plugins = ring(registry, RING, "disk")
        for one in plugins:
            for requirement in one["requires"]:
                requirement["qualifier"] = "disk"
        for failed, _ in circles(self.bind(it, registry, *plugins)):
            assert failed.qualifier is None

    def test_no_plugin_of_a_circle_has_a_context(self, it: Binder, registry: FacetRegistry) -> None:
        """No plugin of a circle has one

        If this fails, only the plugin that the error names goes without a context: leave out all that are in `cycle`.
        """
        result = self.bind(it, registry, *ring(registry, RING))
        for _, cycle in circles(result):
            assert set(cycle).isdisjoint(result.contexts)

    def test_plugins_that_all_depend_on_each_other_are_one_error(self, it: Binder, registry: FacetRegistry) -> None:
        """Each group of plugins that depend on each other is one `CircularDependencyError`.

        If this fails, a group with several circles in it gave several errors, or none.
        """
        group = ring(registry, {"a": "B", "b": "CA", "c": "AB"})
        assert len(circles(self.bind(it, registry, *group))) == 1

    def test_a_circle_names_every_plugin_of_its_group(self, it: Binder, registry: FacetRegistry) -> None:
        """All plugins of the group are among them.

        If this fails, `CircularDependencyError.cycle` leaves out plugins that depend on each other with those in it.
        """
        group = ring(registry, {"a": "B", "b": "AC", "c": "BD", "d": "C"})
        for _, cycle in circles(self.bind(it, registry, *group)):
            assert set(cycle) == {"a", "b", "c", "d"}

    def test_each_group_is_an_error_of_its_own(self, it: Binder, registry: FacetRegistry) -> None:
        """Each group of plugins that depend on each other

        If this fails, of two groups that have nothing to do with each other only one was reported, or both as one.
        """
        plugins = ring(registry, {**RING, "x": "Y", "y": "Z", "z": "X"})
        found = [set(cycle) for _, cycle in circles(self.bind(it, registry, *plugins))]
        assert sorted(found, key=min) == [{"a", "b", "c"}, {"x", "y", "z"}]

    def test_who_only_depends_on_a_circle_is_not_part_of_it(self, it: Binder, registry: FacetRegistry) -> None:
        """group of plugins that depend on each other

        If this fails, a plugin is named that depends on a circle, or that the circle depends on, and not both.
        """
        plugins = ring(registry, {**RING, "c": "AE", "d": "A", "e": ""})
        for _, cycle in circles(self.bind(it, registry, *plugins)):
            assert set(cycle) == {"a", "b", "c"}

    def test_a_dependency_is_on_who_declares_what_was_bound(self, it: Binder, registry: FacetRegistry) -> None:
        """was bound to a registration that the other `provides`

        If this fails, the binder did not see a circle where providers have qualifiers that nobody asks for: compare
        what a manifest provides with the registration that was bound, and not with the requirement.
        """
        assert circles(self.bind(it, registry, *ring(registry, RING, "disk")))

    def test_who_declares_another_registration_is_not_depended_on(self, it: Binder, registry: FacetRegistry) -> None:
        """was bound to a registration that the other `provides`

        If this fails, the binder saw a circle where what was bound is not a plugin's: a declaration of the same facet
        with another qualifier, or with none, does not count.
        """
        for facet in "A", "B":
            registry.register(facet, A, {"qualifier": "built-in"})
        plugins = [*ring(None, {"a": "B"}, "mine"), *ring(None, {"b": "A"})]
        result = self.bind(it, registry, *plugins)
        assert told(result) == []
        assert set(result.contexts) == {"a", "b"}

    def test_where_nothing_is_registered_all_who_declare_it_are_depended_on(
        self, it: Binder, registry: FacetRegistry
    ) -> None:
        """where nothing is registered … on each other plugin that declares a match.

        If this fails, plugins that could only ever provide for each other were not reported as a circle, or only one of
        several that declare a facet was looked at.
        """
        for qualifier in "", "disk":
            assert circles(self.bind(it, registry, *ring(None, RING, qualifier)))
        plugins = [*ring(None, RING), plugin("x", provides=[{"facet": "A"}])]
        for order in plugins, plugins[::-1]:
            assert circles(self.bind(it, registry, *order))

    def test_nothing_is_registered_where_what_was_asked_for_is_not(self, it: Binder, registry: FacetRegistry) -> None:
        """where nothing is registered for what was asked (facet and qualifier, after explicit bindings)

        If this fails, the binder took a facet for registered since there is a provider with another qualifier than is
        asked for, by the requirement or by an explicit binding.
        """
        registry.register("B", B, {"qualifier": "other"})
        registry.register("A", A)
        registry.register("C", C)
        others = (
            plugin("b", [{"facet": "C"}], [{"facet": "B", "qualifier": "disk"}]),
            plugin("c", [{"facet": "A"}], [{"facet": "C"}]),
        )
        asking = plugin("a", [{"facet": "B", "qualifier": "disk"}], [{"facet": "A"}])
        assert circles(self.bind(it, registry, asking, *others))
        config: BinderConfig = {"explicit_bindings": [{"plugin": "a", "facet": "B", "qualifier": "disk"}]}
        asking["requires"] = [{"facet": "B"}]
        assert circles(self.bind(it, registry, asking, *others, config=config))

    def test_where_nothing_is_registered_only_a_match_counts(self, it: Binder, registry: FacetRegistry) -> None:
        """on each other plugin that declares a match.

        If this fails, a plugin was depended on that declares the facet with another qualifier than is asked for.
        """
        asking = plugin("p", [{"facet": "B", "qualifier": "disk"}], [{"facet": "P"}])
        other = plugin("b", [{"facet": "P"}], [{"facet": "B", "qualifier": "memory"}])
        assert circles(self.bind(it, registry, asking, other)) == []

    def test_what_is_only_used_makes_no_circle(self, it: Binder, registry: FacetRegistry) -> None:
        """when what it requires, and not only uses

        If this fails, an optional requirement, in `uses` or with `optional: true`, was counted as a dependency.
        """
        [other] = ring(registry, {"b": "A"})
        registry.register("A", A)
        using = plugin("a", provides=[{"facet": "A"}], uses=[{"facet": "B"}])
        hoping = plugin("a", [{"facet": "B", "optional": True}], [{"facet": "A"}])
        for one in using, hoping:
            assert told(self.bind(it, registry, one, other)) == []

    def test_strict_optional_makes_no_dependency(self, it: Binder, registry: FacetRegistry) -> None:
        """and not only uses

        If this fails, `strict_optional` made optional requirements into dependencies: it only makes errors of them.
        """
        plugins = [
            plugin("a", provides=[{"facet": "A"}], uses=[{"facet": "B"}]),
            plugin("b", provides=[{"facet": "B"}], uses=[{"facet": "A"}]),
        ]
        assert circles(self.bind(it, registry, *plugins, config={"strict_optional": True})) == []

    def test_a_plugin_does_not_depend_on_itself(self, it: Binder, registry: FacetRegistry) -> None:
        """A plugin depends on another

        If this fails, a plugin that requires what it provides itself is reported as a circle.
        """
        result = self.bind(it, registry, *ring(registry, {"a": "A"}))
        assert told(result) == []
        assert set(result.contexts) == {"a"}

    def test_what_is_ambiguous_makes_no_dependency(self, it: Binder, registry: FacetRegistry) -> None:
        """was bound to a registration that the other `provides`; where nothing is registered

        If this fails, a requirement that was not bound, though there are providers for it, made a circle.
        """
        for qualifier, priority in ("x", 1), ("y", 1), ("z", 0):
            registry.register("B", B, {"qualifier": qualifier, "priority": priority})
        [first] = ring(registry, {"a": "B"})
        second = plugin("b", [{"facet": "A"}], [{"facet": "B", "qualifier": "x"}])
        result = self.bind(it, registry, first, second)
        assert told(result) == [("a", "B", "AmbiguousFacetError")]
