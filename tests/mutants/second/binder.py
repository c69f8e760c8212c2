"""Binders in steps that break a clause each."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from latency_shim import (
    AmbiguousFacetError,
    BinderConfig,
    BindingResult,
    CircularDependencyError,
    FacetNotFoundError,
    FacetRegistration,
    FacetRegistry,
    PluginContext,
    PluginManifest,
)
from latency_shim import (
    Binder as Interface,
)
from mutants import binder as first
from mutants import violates
from reference.binder import Binder, Bound, Failed, Graph, Missing, Need, Outcome, Problem, Result, Strategy


class SUITE(first.SUITE):
    make: Callable[[], Interface] = Binder


class Tells(Binder):
    """Base of those that give another result than they found."""

    async def bind(
        self, plugins: Sequence[PluginManifest], registry: FacetRegistry, /, config: BinderConfig | None = None
    ) -> BindingResult:
        found: Any = await super().bind(plugins, registry, config)
        return self.told(found)

    def told(self, found: Result) -> Result:
        return found


class Sees(Binder):
    """Base of those that see needs otherwise."""

    def needs(self, plugin: PluginManifest, config: BinderConfig) -> Sequence[Need]:
        return [self.need(one) for one in super().needs(plugin, config)]

    def need(self, need: Need) -> Need:
        return need


# Explicit bindings.


@violates("Of two for the same plugin and facet the first counts")
class LastOfThree(Binder):
    """Of three explicit bindings the last counts."""

    def bindings(self, config: BinderConfig) -> dict[tuple[str, str], str]:
        given = config.get("explicit_bindings", ())
        found = super().bindings(config)
        return {
            key: [one["qualifier"] for one in given if (one["plugin"], one["facet"]) == key][
                0 if len(given) < 3 else -1
            ]
            for key in found
        }


@violates("Decisions for single plugins, before all else")
class OnlyFirst(Binder):
    """Only the first of several explicit bindings is seen."""

    def bindings(self, config: BinderConfig) -> dict[tuple[str, str], str]:
        return dict(list(super().bindings(config).items())[:1])


@violates("and a warning says so", "test_a_second_explicit_binding_is_a_warning")
class WarnsOfOthers(Binder):
    """A second explicit binding is a warning only where it names another qualifier than the first."""

    def warnings(self, plugins: Sequence[PluginManifest], config: BinderConfig) -> Sequence[str]:
        given = config.get("explicit_bindings", ())
        return (
            super().warnings(plugins, config) if len({one["qualifier"] for one in given}) > 1 or len(given) < 2 else ()
        )


@violates("One for a plugin that is not there is ignored, with a warning")
class AbsentOnlyAlone(Binder):
    """An explicit binding for an absent plugin is reported only if there is no other binding."""

    def warnings(self, plugins: Sequence[PluginManifest], config: BinderConfig) -> Sequence[str]:
        found = super().warnings(plugins, config)
        given = config.get("explicit_bindings", ())
        return found if len(given) < 2 else [one for one in found if "no such plugin" not in one]


@violates("One for a plugin that is not there is ignored")
class AbsentStops(Binder):
    """An explicit binding for an absent plugin hides those after it."""

    async def bind(
        self, plugins: Sequence[PluginManifest], registry: FacetRegistry, /, config: BinderConfig | None = None
    ) -> BindingResult:
        ids = {one["id"] for one in plugins}
        given = list((config or {}).get("explicit_bindings", ()))
        for number, one in enumerate(given):
            if one["plugin"] not in ids:
                return await super().bind(
                    plugins, registry, {**(config or {}), "explicit_bindings": given[: number + 1]}
                )
        return await super().bind(plugins, registry, config)


@violates("For each requirement an explicit binding decides")
class NotForUses(Binder):
    """An explicit binding does not decide for optional requirements."""

    def needs(self, plugin: PluginManifest, config: BinderConfig) -> Sequence[Need]:
        return [one if one.required else one._replace(wanted=one.written) for one in super().needs(plugin, config)]


@violates("For each requirement an explicit binding decides, else its qualifier")
class OnlyUnqualifiedNeeds(Sees):
    """An explicit binding decides for a qualified requirement only where that is not optional."""

    def need(self, need: Need) -> Need:
        return need if need.required or need.written is None else need._replace(wanted=need.written)


@violates("One that is not registered counts as not found: nothing takes its place")
class FallsBackToQualifier(Binder):
    """Where what is bound explicitly is not registered, the qualifier of the requirement decides."""

    def outcome(self, need: Need, registry: FacetRegistry, config: BinderConfig) -> Outcome:
        found = super().outcome(need, registry, config)
        if isinstance(found, Missing) and need.written is not None and need.wanted != need.written:
            other = super().outcome(need._replace(wanted=need.written), registry, config)
            return other if isinstance(other, Bound) else found
        return found


@violates("One that is not registered counts as not found")
class OptionalFallsBack(Binder):
    """An optional requirement whose explicit binding is not registered goes by the strategy."""

    def outcome(self, need: Need, registry: FacetRegistry, config: BinderConfig) -> Outcome:
        found = super().outcome(need, registry, config)
        if isinstance(found, Missing) and not need.required and need.wanted != need.written:
            other = super().outcome(need._replace(wanted=None), registry, config)
            return other if isinstance(other, Bound) else found
        return found


# Strategies.


@violates("`first`: the earliest registered")
class FirstByPriority(Binder):
    """`first` takes a provider of a priority above 0 before one below."""

    def left(self, candidates: Sequence[FacetRegistration], strategy: Strategy) -> Sequence[FacetRegistration]:
        if strategy == "first":
            return [one for one in candidates if one.priority >= 0][:1] or candidates[:1]
        return super().left(candidates, strategy)


@violates("`first`: the earliest registered", "test_the_unqualified_provider_is_ambiguous_where_resolve_gives_another")
class FirstQualified(Binder):
    """`first` takes the earliest provider with a qualifier."""

    def left(self, candidates: Sequence[FacetRegistration], strategy: Strategy) -> Sequence[FacetRegistration]:
        if strategy == "first":
            return [one for one in candidates if one.qualifier is not None][:1]
        return super().left(candidates, strategy)


@violates("`first`: the earliest registered")
class FirstTies(Binder):
    """Ties are reported under `first` too, where all priorities are equal and three or more."""

    def left(self, candidates: Sequence[FacetRegistration], strategy: Strategy) -> Sequence[FacetRegistration]:
        if strategy == "first" and len(candidates) > 2 and len({one.priority for one in candidates}) == 1:
            return candidates
        return super().left(candidates, strategy)


@violates("`highest-priority`: the highest")
class NegativeIsZero(Binder):
    """Negative priorities count as 0, so that two of them are ambiguous."""

    def left(self, candidates: Sequence[FacetRegistration], strategy: Strategy) -> Sequence[FacetRegistration]:
        if strategy == "highest-priority" and all(one.priority <= 0 for one in candidates):
            return candidates
        return super().left(candidates, strategy)


@violates("a tie at the top is ambiguous")
class ZeroTies(Binder):
    """A tie at the priority 0 goes to the earliest."""

    def left(self, candidates: Sequence[FacetRegistration], strategy: Strategy) -> Sequence[FacetRegistration]:
        found = super().left(candidates, strategy)
        return found[:1] if strategy == "highest-priority" and found[0].priority == 0 else found


@violates("a tie at the top is ambiguous")
class TiesBelow(Binder):
    """A tie below the top is ambiguous too."""

    def left(self, candidates: Sequence[FacetRegistration], strategy: Strategy) -> Sequence[FacetRegistration]:
        found = super().left(candidates, strategy)
        rest = [one.priority for one in candidates if one not in found]
        return candidates if strategy == "highest-priority" and len(set(rest)) < len(rest) else found


@violates("a tie at the top is ambiguous")
class UnqualifiedWins(Binder):
    """The unqualified provider wins a tie at the top."""

    def left(self, candidates: Sequence[FacetRegistration], strategy: Strategy) -> Sequence[FacetRegistration]:
        found = super().left(candidates, strategy)
        unqualified = [one for one in found if one.qualifier is None]
        return unqualified if strategy == "highest-priority" and unqualified else found


@violates("`explicit`: nothing, so more than one candidate is ambiguous")
class ExplicitPriority(Binder):
    """`explicit` takes the highest where there are three candidates or more."""

    def left(self, candidates: Sequence[FacetRegistration], strategy: Strategy) -> Sequence[FacetRegistration]:
        many = strategy == "explicit" and len(candidates) > 2
        return super().left(candidates, "highest-priority" if many else strategy)


@violates("A single candidate never is", "test_a_single_candidate_is_never_ambiguous")
class SingleUnqualified(Binder):
    """Under `explicit` a single candidate that has no qualifier is ambiguous."""

    def outcome(self, need: Need, registry: FacetRegistry, config: BinderConfig) -> Outcome:
        found = super().outcome(need, registry, config)
        if isinstance(found, Bound) and found.qualifier is None and config.get("resolution_strategy") == "explicit":
            return Failed(need, AmbiguousFacetError(need.facet, ["<default>"]))
        return found


@violates("The priority of the registration counts, not that of a manifest")
class DeclaredBreaksTies(Binder):
    """A tie goes to the provider whose manifest declares the highest priority."""

    declared: dict[str | None, int]

    async def bind(
        self, plugins: Sequence[PluginManifest], registry: FacetRegistry, /, config: BinderConfig | None = None
    ) -> BindingResult:
        self.declared = {o.get("qualifier"): o.get("priority", 0) for one in plugins for o in one["provides"]}
        return await super().bind(plugins, registry, config)

    def left(self, candidates: Sequence[FacetRegistration], strategy: Strategy) -> Sequence[FacetRegistration]:
        found = super().left(candidates, strategy)
        return (
            sorted(found, key=lambda one: -self.declared.get(one.qualifier, 0))[:1]
            if any(self.declared.values())
            else found
        )


@violates(
    "A provider that was chosen is fetched by its qualifier",
    "test_an_explicit_binding_comes_before_the_qualifier",
    "test_explicit_leaves_qualifiers_and_bindings_to_decide",
    "test_the_first_of_two_explicit_bindings_counts",
)
class FetchedByNeed(Binder):
    """What was chosen is fetched without its qualifier where it has the highest priority, which may be a tie."""

    def fetched(self, chosen: FacetRegistration, registry: FacetRegistry) -> Any:
        highest = max(one.priority for one in registry.list(chosen.facet))
        return registry.resolve(chosen.facet, None if chosen.priority == highest else chosen.qualifier)


@violates("The unqualified one can be fetched only where `resolve(facet)` gives it")
class FirstUnqualified(Binder):
    """Under `first` the unqualified provider is ambiguous even if it is the earliest and the highest."""

    def outcome(self, need: Need, registry: FacetRegistry, config: BinderConfig) -> Outcome:
        found = super().outcome(need, registry, config)
        candidates = self.candidates(need, registry)
        if (
            isinstance(found, Bound)
            and found.qualifier is None
            and config.get("resolution_strategy") == "first"
            and len(candidates) > 1
        ):
            return Failed(need, AmbiguousFacetError(need.facet, [one.qualifier or "<default>" for one in candidates]))
        return found


@violates("where it does not, the requirement is ambiguous")
class UnqualifiedOfMany(Binder):
    """Where `first` chooses the unqualified provider of three or more, what `resolve(facet)` gives is bound."""

    def can_be_fetched(self, chosen: FacetRegistration, registry: FacetRegistry) -> bool:
        return super().can_be_fetched(chosen, registry) or len(registry.list(chosen.facet)) > 2


@violates("It is the very object that was registered")
class CallsClasses(Binder):
    """A provider that is a class is bound as an instance."""

    def fetched(self, chosen: FacetRegistration, registry: FacetRegistry) -> Any:
        found = super().fetched(chosen, registry)
        return found() if isinstance(found, type) else found


@violates("what counts is the registration, never the truth value of the provider")
class FalsyQualified(Binder):
    """A qualified provider that is not true counts as not found."""

    def outcome(self, need: Need, registry: FacetRegistry, config: BinderConfig) -> Outcome:
        found = super().outcome(need, registry, config)
        if isinstance(found, Bound) and found.qualifier is not None and not found.provider:
            return Missing(need, FacetNotFoundError(need.facet, need.wanted))
        return found


@violates("Asks for exactly this implementation")
class DefaultNeed(Binder):
    """The qualifier `default` of a requirement asks for the unqualified provider."""

    def candidates(self, need: Need, registry: FacetRegistry) -> Sequence[FacetRegistration]:
        found = super().candidates(need, registry)
        if need.wanted == "default" and not found:
            return [one for one in registry.list(need.facet) if one.qualifier is None]
        return found


@violates("Names and qualifiers are compared exactly")
class FoldedNeed(Binder):
    """Qualifiers of requirements are compared without regard to capital letters."""

    def candidates(self, need: Need, registry: FacetRegistry) -> Sequence[FacetRegistration]:
        listed = registry.list(need.facet)
        wanted = need.wanted and need.wanted.casefold()
        return super().candidates(need, registry) or [
            one for one in listed if (one.qualifier or "").casefold() == wanted
        ]


# Missing and ambiguous.


@violates(
    "A facet that is missing is a `FacetNotFoundError` if it is required",
    "test_a_requirement_is_not_optional_unless_it_says_so",
    "test_every_failure_is_collected",
    "test_strict_optional_makes_a_missing_one_an_error",
)
class OncePerFacet(Tells):
    """A facet that several plugins miss is an error of the first alone."""

    def told(self, found: Result) -> Result:
        seen: set[str] = set()
        errors: list[Any] = []
        for one in found.errors:
            if not isinstance(one.error, FacetNotFoundError) or one.facet not in seen:
                errors.append(one)
            seen.add(one.facet)
        return found._replace(errors=errors)


@violates("if it is optional only with `strict_optional`", "test_strict_optional_makes_a_missing_one_an_error")
class StrictForUses(Binder):
    """`strict_optional` makes errors of `uses` alone, not of what is required as optional."""

    def needs(self, plugin: PluginManifest, config: BinderConfig) -> Sequence[Need]:
        used = {(one["facet"], one.get("qualifier")) for one in plugin.get("uses", ())}
        found = super().needs(plugin, config)
        return found if used else [one for one in found if one.required or not config.get("strict_optional")]


@violates(
    "`True`: optional facets that are missing are errors too; absent means `False`", "test_what_is_used_may_be_missing"
)
class StrictIfThere(Binder):
    """`strict_optional` is true as soon as it is there."""

    def is_error(self, failed: Failed, config: BinderConfig) -> bool:
        return super().is_error(failed, config) or "strict_optional" in config


@violates(
    "is one requirement: if it is missing, that is one error", "test_what_is_required_and_used_is_one_requirement"
)
class UsesToo(Binder):
    """A facet that is required and used is two errors where it is missing and strict."""

    def needs(self, plugin: PluginManifest, config: BinderConfig) -> Sequence[Need]:
        found = list(super().needs(plugin, config))
        if config.get("strict_optional"):
            for one in plugin.get("uses", ()):
                found += [
                    need._replace(required=False)
                    for need in found
                    if need.required and (need.facet, need.written) == (one["facet"], one.get("qualifier"))
                ]
        return found


@violates("with the same qualifier, is one requirement")
class OneForTheFacet(Binder):
    """A facet that is required and used is one requirement also with different qualifiers."""

    def needs(self, plugin: PluginManifest, config: BinderConfig) -> Sequence[Need]:
        found = super().needs(plugin, config)
        required = {one.facet for one in found if one.required}
        return [one for one in found if one.required or one.facet not in required]


@violates("A facet that a plugin requires and also uses, with the same qualifier, is one requirement")
class UsesWins(Binder):
    """A facet that is required and used is optional."""

    def needs(self, plugin: PluginManifest, config: BinderConfig) -> Sequence[Need]:
        used = {(one["facet"], one.get("qualifier")) for one in plugin.get("uses", ())}
        return [
            one._replace(required=one.required and (one.facet, one.written) not in used)
            for one in super().needs(plugin, config)
        ]


@violates("An entry with `optional: true` counts as one of `uses`")
class OptionalTwice(Binder):
    """An optional entry makes a required one of the same facet optional."""

    def needs(self, plugin: PluginManifest, config: BinderConfig) -> Sequence[Need]:
        hoped = {(one["facet"], one.get("qualifier")) for one in plugin["requires"] if one.get("optional")}
        return [
            one._replace(required=one.required and (one.facet, one.written) not in hoped)
            for one in super().needs(plugin, config)
        ]


@violates(
    "Several providers that nothing decides between are an `AmbiguousFacetError`, for optional facets too",
    "test_ambiguity_is_an_error_for_optional_facets_too",
)
class UsesMayBeAmbiguous(Binder):
    """An ambiguous facet of `uses` is not an error."""

    def is_error(self, failed: Failed, config: BinderConfig) -> bool:
        return super().is_error(failed, config) and (failed.need.required or isinstance(failed, Missing))


@violates("In the order of registration")
class AmbiguityReversed(Binder):
    """An ambiguity of three or more names the highest priority first."""

    def outcome(self, need: Need, registry: FacetRegistry, config: BinderConfig) -> Outcome:
        found = super().outcome(need, registry, config)
        if isinstance(found, Failed) and isinstance(found.error, AmbiguousFacetError):
            ranks = {one.qualifier or "<default>": -one.priority for one in registry.list(need.facet)}
            return Failed(need, AmbiguousFacetError(need.facet, sorted(found.error.providers, key=ranks.__getitem__)))
        return found


@violates("the unqualified one as `<default>`")
class DefaultLast(Binder):
    """An ambiguity names the unqualified provider last."""

    def outcome(self, need: Need, registry: FacetRegistry, config: BinderConfig) -> Outcome:
        found = super().outcome(need, registry, config)
        if isinstance(found, Failed) and isinstance(found.error, AmbiguousFacetError):
            ordered = sorted(found.error.providers, key=lambda one: one == "<default>")
            return Failed(need, AmbiguousFacetError(need.facet, ordered))
        return found


@violates("Name of the facet that could not be bound", "test_every_failure_is_collected")
class FirstFacet(Binder):
    """A second error of a plugin has the facet of the first."""

    def problems(self, outcomes: Sequence[Outcome], graph: Graph, config: BinderConfig) -> Sequence[Problem]:
        facets: dict[str, str] = {}
        found = super().problems(outcomes, graph, config)
        return [one._replace(facet=facets.setdefault(one.plugin, one.facet)) for one in found]


@violates(
    "With an explicit binding the bound one, as in `error`",
    "test_an_error_tells_the_qualifier_that_is_bound_explicitly",
)
class WrittenQualifier(Binder):
    """`BindingError.qualifier` is the one that the manifest writes, where it writes one."""

    def problems(self, outcomes: Sequence[Outcome], graph: Graph, config: BinderConfig) -> Sequence[Problem]:
        written = {(one.need.plugin, one.need.facet, one.need.wanted): one.need.written for one in outcomes}
        return [
            one._replace(qualifier=written.get((one.plugin, one.facet, one.qualifier)) or one.qualifier)
            for one in super().problems(outcomes, graph, config)
        ]


@violates("Qualifier that was asked for, if any")
class InventedQualifier(Binder):
    """The qualifier of an ambiguity is that of the first provider that was left."""

    def problems(self, outcomes: Sequence[Outcome], graph: Graph, config: BinderConfig) -> Sequence[Problem]:
        return [
            one._replace(qualifier=one.error.providers[0]) if isinstance(one.error, AmbiguousFacetError) else one
            for one in super().problems(outcomes, graph, config)
        ]


@violates("True exactly when `errors` is empty", "test_success_is_the_absence_of_errors")
class SuccessWithoutPlugins(Tells):
    """Without plugins there is no success."""

    def told(self, found: Result) -> Result:
        return found._replace(success=found.success and bool(found.contexts))


@violates("`{}` and `None` mean the same", "test_what_is_used_may_be_missing")
class EmptyIsStrict(Binder):
    """An empty configuration means `strict_optional`."""

    async def bind(
        self, plugins: Sequence[PluginManifest], registry: FacetRegistry, /, config: BinderConfig | None = None
    ) -> BindingResult:
        return await super().bind(plugins, registry, {"strict_optional": True} if config == {} else config)


@violates("Changes neither manifests nor configuration nor registry")
class SortsProvides(Binder):
    """What a manifest provides is sorted in place."""

    async def bind(
        self, plugins: Sequence[PluginManifest], registry: FacetRegistry, /, config: BinderConfig | None = None
    ) -> BindingResult:
        for one in plugins:
            if isinstance(one["provides"], list):
                one["provides"].sort(key=lambda offer: offer["facet"])
        return await super().bind(plugins, registry, config)


@violates("Changes neither manifests nor configuration nor registry")
class Reregisters(Binder):
    """Providers are registered again as they are bound, without their metadata."""

    def fetched(self, chosen: FacetRegistration, registry: FacetRegistry) -> Any:
        found = super().fetched(chosen, registry)
        if chosen.qualifier is not None:
            registry.register(chosen.facet, found, {"qualifier": chosen.qualifier, "priority": chosen.priority})
        return found


@violates("Changes neither manifests nor configuration nor registry")
class RemovesUsedBindings(Binder):
    """Explicit bindings for absent plugins are removed from the configuration."""

    async def bind(
        self, plugins: Sequence[PluginManifest], registry: FacetRegistry, /, config: BinderConfig | None = None
    ) -> BindingResult:
        ids = {one["id"] for one in plugins}
        found = await super().bind(plugins, registry, config)
        given = (config or {}).get("explicit_bindings", ())
        if isinstance(given, list):
            given[:] = [one for one in given if one["plugin"] in ids or len(given) < 2]
        return found


# Contexts.


@violates(
    "One for each plugin without an error",
    "test_a_context_stands_under_the_id_of_its_plugin",
    "test_a_failure_leaves_other_plugins_bound",
)
class NeedlessHasNone(Binder):
    """A plugin that requires and provides nothing has no context."""

    async def bind(
        self, plugins: Sequence[PluginManifest], registry: FacetRegistry, /, config: BinderConfig | None = None
    ) -> Any:
        found: Any = await super().bind(plugins, registry, config)
        idle = {one["id"] for one in plugins if not (one["requires"] or one["provides"] or one.get("uses"))}
        return found._replace(
            contexts={id: one for id, one in found.contexts.items() if id not in idle or len(plugins) == 1}
        )


@violates("a plugin that depends on one that failed keeps its own")
class FarDependents(Binder):
    """A plugin that depends on a failed one by way of another loses its context."""

    def problems(self, outcomes: Sequence[Outcome], graph: Graph, config: BinderConfig) -> Sequence[Problem]:
        self.graph_of = graph
        return super().problems(outcomes, graph, config)

    graph_of: Graph

    def failed(self, problems: Sequence[Problem]) -> set[str]:
        found = super().failed(problems)
        near = {id for id, needs in self.graph_of.items() if needs.keys() & found}
        return found | {id for id, needs in self.graph_of.items() if needs.keys() & near and id not in near}


@violates("a plugin that depends on one that failed keeps its own")
class DependentsOfCircles(Binder):
    """A plugin that depends on a circle loses its context."""

    graph_of: Graph

    def problems(self, outcomes: Sequence[Outcome], graph: Graph, config: BinderConfig) -> Sequence[Problem]:
        self.graph_of = graph
        return super().problems(outcomes, graph, config)

    def failed(self, problems: Sequence[Problem]) -> set[str]:
        circular = {id for one in problems if isinstance(one.error, CircularDependencyError) for id in one.error.cycle}
        return super().failed(problems) | {id for id, needs in self.graph_of.items() if needs.keys() & circular}


@violates("No plugin of a circle has one")
class LateInACircle(Binder):
    """Of a circle of four or more the last plugin keeps its context."""

    def failed(self, problems: Sequence[Problem]) -> set[str]:
        found = super().failed(problems)
        late = {
            one.error.cycle[-2]
            for one in problems
            if isinstance(one.error, CircularDependencyError) and len(one.error.cycle) > 4
        }
        return found - late


@violates("providers before those that depend on them", "test_contexts_come_providers_first")
class OneLevel(Binder):
    """Contexts come in the order of how many plugins each depends on itself."""

    def order(self, graph: Graph) -> Sequence[str]:
        return sorted(graph, key=lambda plugin: len(graph[plugin]))


@violates("providers before those that depend on them")
class OrderOfQualifiers(Binder):
    """In the order a dependency on a qualified registration does not count."""

    async def bind(
        self, plugins: Sequence[PluginManifest], registry: FacetRegistry, /, config: BinderConfig | None = None
    ) -> BindingResult:
        self.qualified = {one["id"] for one in plugins if any("qualifier" in offer for offer in one["provides"])}
        return await super().bind(plugins, registry, config)

    qualified: set[str]

    def order(self, graph: Graph) -> Sequence[str]:
        return super().order(
            {
                id: {one: facet for one, facet in needs.items() if one not in self.qualified}
                for id, needs in graph.items()
            }
        )


@violates("The context of each plugin, by the plugin's id")
class BoundOfAll(Binder):
    """A context has what was bound to the plugins before it too."""

    def context(self, plugin: PluginManifest, bound: Sequence[Bound], registry: FacetRegistry) -> PluginContext:
        self.before = (*self.before, *bound)
        return super().context(plugin, self.before, registry)

    before: tuple[Bound, ...] = ()


# Who depends on whom.


@violates("A plugin depends on another when what it requires, and not only uses")
class StrictDepends(Binder):
    """What is used and bound is a dependency where `strict_optional` is set."""

    def needs(self, plugin: PluginManifest, config: BinderConfig) -> Sequence[Need]:
        found = super().needs(plugin, config)
        self.strict = config.get("strict_optional", False)
        return found

    strict = False

    def graph(self, plugins: Sequence[PluginManifest], outcomes: Sequence[Outcome]) -> Graph:
        if self.strict:
            outcomes = [
                Bound(one.need._replace(required=True), *one[1:]) if isinstance(one, Bound) else one for one in outcomes
            ]
        return super().graph(plugins, outcomes)


@violates("was bound to a registration that the other `provides`")
class DependsByNeed(Binder):
    """Where a qualifier was asked for, and an explicit binding chose another, the asked one makes the dependency."""

    def offers(self, plugin: PluginManifest, outcome: Outcome) -> bool:
        if isinstance(outcome, Bound) and outcome.need.written is not None:
            outcome = outcome._replace(qualifier=outcome.need.written)
        return super().offers(plugin, outcome)


@violates("was bound to a registration that the other `provides`")
class OnlyFirstProvider(Binder):
    """Of several plugins that declare what was bound only the first is depended on."""

    def graph(self, plugins: Sequence[PluginManifest], outcomes: Sequence[Outcome]) -> Graph:
        found = super().graph(plugins, outcomes)
        facets: dict[str, dict[str, str]] = {}
        bound = {(one.need.plugin, one.need.facet) for one in outcomes if isinstance(one, Bound)}
        for id, needs in found.items():
            facets[id] = {}
            for other, facet in needs.items():
                if facet not in facets[id].values() or (id, facet) not in bound:
                    facets[id][other] = facet
        return facets


@violates("was bound to a registration that the other `provides`")
class OnlyFirstOffer(Binder):
    """Only the first entry of `provides` of each facet is looked at."""

    def offers(self, plugin: PluginManifest, outcome: Outcome) -> bool:
        seen: dict[str, Any] = {}
        for one in plugin["provides"]:
            seen.setdefault(one["facet"], one)
        return super().offers({**plugin, "provides": list(seen.values())}, outcome)


@violates("where nothing is registered for what was asked")
class MissingQualified(Binder):
    """Where a qualifier is missing, a plugin that declares the facet without one is depended on."""

    def offers(self, plugin: PluginManifest, outcome: Outcome) -> bool:
        if isinstance(outcome, Missing):
            return any(
                one["facet"] == outcome.need.facet and one.get("qualifier") in (None, outcome.need.wanted)
                for one in plugin["provides"]
            ) or super().offers(plugin, outcome)
        return super().offers(plugin, outcome)


@violates("after explicit bindings")
class MissingAsWritten(Binder):
    """Where an explicit binding is not found, who declares what the requirement writes is depended on."""

    def offers(self, plugin: PluginManifest, outcome: Outcome) -> bool:
        if isinstance(outcome, Missing) and outcome.need.written is not None:
            outcome = Missing(outcome.need._replace(wanted=outcome.need.written), outcome.error)
        return super().offers(plugin, outcome)


@violates("A plugin depends on another")
class SelfWithOthers(Binder):
    """A plugin that requires what it and another provide depends on the other no more."""

    def graph(self, plugins: Sequence[PluginManifest], outcomes: Sequence[Outcome]) -> Graph:
        own = {(one["id"], offer["facet"]) for one in plugins for offer in one["provides"]}
        found = super().graph(plugins, outcomes)
        return {id: {o: f for o, f in needs.items() if (id, f) not in own} for id, needs in found.items()}


@violates("Each group of plugins that depend on each other is one `CircularDependencyError`")
class LargestOnly(Binder):
    """A circle of two is not reported if there is another circle."""

    def circles(self, graph: Graph, order: Sequence[str]) -> Iterator[Sequence[str]]:
        found = list(super().circles(graph, order))
        return (one for one in found if len(one) > 3 or len(found) == 1)


@violates(
    "Each group of plugins that depend on each other",
    "test_a_circle_names_every_plugin_of_its_group",
    "test_plugins_that_all_depend_on_each_other_are_one_error",
)
class Diamonds(Binder):
    """A diamond of dependencies is reported as a circle."""

    def circles(self, graph: Graph, order: Sequence[str]) -> Iterator[Sequence[str]]:
        yield from super().circles(graph, order)
        for id, needs in graph.items():
            ways = [end for one in needs for end in graph[one]]
            for end in ways:
                if ways.count(end) > 1 and id not in graph[end]:
                    yield id, next(iter(needs)), id
                    return


@violates("All plugins of the group are among them")
class ShortWay(Binder):
    """A circle leaves out a plugin that can be passed by, in a group with a chord."""

    def way(self, graph: Graph, first: str, group: set[str]) -> Sequence[str]:
        found = list(super().way(graph, first, group))
        for at in range(len(found) - 2):
            if found[at + 2] in graph[found[at]] and found[at + 1] not in (first, found[at]) and len(group) > 3:
                return [*found[: at + 1], *found[at + 2 :]]
        return found


@violates("the first and the last are equal")
class OpenTwo(Binder):
    """A circle of two is not closed."""

    def way(self, graph: Graph, first: str, group: set[str]) -> Sequence[str]:
        found = super().way(graph, first, group)
        return found[:-1] if len(group) == 2 else found


@violates("The plugins along the circle")
class ManifestOrder(Binder):
    """A group with several circles in it is reported in the order of the manifests."""

    def way(self, graph: Graph, first: str, group: set[str]) -> Sequence[str]:
        found = super().way(graph, first, group)
        return found if len(found) == len(group) + 1 else [*(id for id in graph if id in group), first]


@violates("For a circle the facet by which the first plugin depends on the second")
class LastFacet(Binder):
    """The facet of a circle is the last that its first plugin requires."""

    def problems(self, outcomes: Sequence[Outcome], graph: Graph, config: BinderConfig) -> Sequence[Problem]:
        last = {one.need.plugin: one.need.facet for one in outcomes if one.need.required}
        return [
            one._replace(facet=last[one.plugin]) if isinstance(one.error, CircularDependencyError) else one
            for one in super().problems(outcomes, graph, config)
        ]


@violates("Everything that went wrong")
class CirclesOnly(Tells):
    """If there is a circle, a missing facet of the same plugin is not reported."""

    def told(self, found: Result) -> Result:
        circular = {
            id for one in found.errors if isinstance(one.error, CircularDependencyError) for id in one.error.cycle
        }
        return found._replace(
            errors=[
                one
                for one in found.errors
                if one.plugin not in circular or isinstance(one.error, CircularDependencyError)
            ]
        )


@violates("An item of `BinderConfig.explicit_bindings`", "test_an_explicit_binding_is_for_its_facet_alone")
class BindsAllFacets(Binder):
    """An explicit binding decides for the plugin's facets without one, too, if it is registered there."""

    def needs(self, plugin: PluginManifest, config: BinderConfig) -> Sequence[Need]:
        own = [one["qualifier"] for one in config.get("explicit_bindings", ()) if one["plugin"] == plugin["id"]]
        found = super().needs(plugin, config)
        return [one._replace(wanted=own[0]) if own and one.wanted is None else one for one in found]


@violates("An item of `BinderConfig.explicit_bindings`")
class BindsByBeginning(Binder):
    """An explicit binding is for the plugins whose id ends in that of the plugin, too."""

    def needs(self, plugin: PluginManifest, config: BinderConfig) -> Sequence[Need]:
        mine: Any = [
            {**one, "plugin": plugin["id"]}
            for one in config.get("explicit_bindings", ())
            if plugin["id"].endswith(one["plugin"])
        ]
        return super().needs(plugin, {**config, "explicit_bindings": mine})


class Once(Binder):
    """Base of those that keep something from need to need."""

    async def bind(self, plugins: Any, registry: Any, /, config: Any = None) -> Any:
        self.given: dict[str, int] = {}
        return await super().bind(plugins, registry, config)


@violates("`first`: the earliest registered.")
class TakesTurns(Once):
    """Under `first` the third plugin that asks for a facet gets the second provider."""

    def left(self, candidates: Any, strategy: Any) -> Any:
        if strategy == "first":
            key = candidates[0].facet
            self.given[key] = self.given.get(key, 0) + 1
            if self.given[key] == 3:
                return candidates[1:2]
        return super().left(candidates, strategy)


@violates("Whether every plugin got what it requires.")
class SomeIsEnough(Tells):
    """If most plugins have a context it is a success."""

    def told(self, found: Result) -> Result:
        return found._replace(success=found.success or len(found.contexts) > 2 * len(found.errors))


class Config(Binder):
    """Base of those that read another configuration."""

    async def bind(self, plugins: Any, registry: Any, /, config: Any = None) -> Any:
        return await super().bind(plugins, registry, self.read(config or {}, plugins))

    def read(self, config: Any, plugins: Any) -> Any:
        return config


@violates("The rule if neither a binding nor a qualifier decides")
class BindingsInsteadOfStrategy(Config):
    """With explicit bindings the strategy is that of the default."""

    def read(self, config: Any, plugins: Any) -> Any:
        rest = {key: value for key, value in config.items() if key != "resolution_strategy"}
        return rest if config.get("explicit_bindings") else config


@violates("`True`: optional facets that are missing are errors too")
class StrictForFew(Config):
    """With three plugins or more nothing is strict."""

    def read(self, config: Any, plugins: Any) -> Any:
        return {**config, "strict_optional": False} if len(plugins) > 2 else config


@violates("Remarks for people")
class QuietIfItFails(Tells):
    """If something cannot be bound the warnings are lost."""

    def told(self, found: Result) -> Result:
        return found if found.success else found._replace(warnings=())


@violates("One for each plugin without an error")
class LosesTheLast(Tells):
    """Of more than four plugins without errors the last one has no context."""

    def told(self, found: Result) -> Result:
        many = len(found.contexts) > 4
        return found._replace(contexts=dict([*found.contexts.items()][:-1])) if many and found.success else found


@violates(
    "Qualifiers of the providers that were left.",
    "test_an_ambiguity_is_told_in_the_order_of_registration",
)
class OnceAmongThem(Tells):
    """An ambiguity names two providers at the most."""

    def told(self, found: Result) -> Result:
        told: Any = found.errors
        errors = [
            one._replace(error=AmbiguousFacetError(one.error.facet, one.error.providers[:2]))
            if isinstance(one.error, AmbiguousFacetError)
            else one
            for one in told
        ]
        return found._replace(errors=errors)


@violates("providers before those that depend on them", "test_nothing_is_registered_where_what_was_asked_for_is_not")
class UsedFirst(Binder):
    """A plugin whose provider is listed after it comes before that, if it asks with a qualifier."""

    def graph(self, plugins: Any, outcomes: Any) -> Any:
        found: Any = super().graph(plugins, outcomes)
        ids = [one["id"] for one in plugins]
        asks = {one.need.plugin for one in outcomes if one.need.written is not None}
        return {
            plugin: {
                other: facet
                for other, facet in ways.items()
                if not (plugin in asks and ids.index(other) > ids.index(plugin))
            }
            for plugin, ways in found.items()
        }


@violates(
    "Name of the facet that could not be bound.", "test_a_circle_is_an_error_of_the_facet_that_its_first_plugin_needs"
)
class FacetOfTheEnd(Binder):
    """The facet of a circle is that of the way back."""

    def problems(self, outcomes: Any, graph: Any, config: Any) -> Any:
        return [
            one._replace(facet=graph[one.error.cycle[-2]][one.error.cycle[-1]])
            if isinstance(one.error, CircularDependencyError)
            else one
            for one in super().problems(outcomes, graph, config)
        ]
