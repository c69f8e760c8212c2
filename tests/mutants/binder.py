"""Binders that break a promise each."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from itertools import takewhile
from types import MappingProxyType, SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest

from latency_shim import (
    AmbiguousFacetError,
    Binder,
    BinderConfig,
    BindingError,
    BindingResult,
    CircularDependencyError,
    ExplicitBinding,
    FacetNotFoundError,
    FacetProvider,
    FacetRegistration,
    FacetRegistry,
    FacetRequirement,
    PluginManifest,
    RegistrationOptions,
)
from latency_shim._binding import Binding, Need
from latency_shim.memory import (
    MemoryBinder,
    MemoryBindingError,
    MemoryBindingResult,
    MemoryContext,
    MemoryRegistration,
)
from latency_shim.testing import BinderContract
from mutants import breaks, keeps_all

ALSO = (
    "BinderConfig",
    "BindingResult",
    "ExplicitBinding",
    "composition.facet:FacetRequirement.optional",
    "composition.facet:FacetRequirement.qualifier",
    "composition.manifest:PluginManifest.requires",
    "composition.manifest:PluginManifest.uses",
    "runtime.resolution:AmbiguousFacetError.providers",
    "runtime.resolution:BindingError",
    "runtime.resolution:CircularDependencyError.cycle",
)


class SUITE(BinderContract):
    make: Callable[[], Binder] = MemoryBinder

    @pytest.fixture
    def binder(self) -> Binder:
        return self.make()


class Altered(MemoryBinder):
    """A binder that does the right thing with something else than it was given, or reports something else."""

    given: FacetRegistry
    settings: BinderConfig
    plugins: Sequence[PluginManifest]

    def config(self, config: BinderConfig) -> BinderConfig:
        return config

    def manifest(self, manifest: PluginManifest) -> PluginManifest:
        return manifest

    def listed(self, facet: str) -> Sequence[FacetRegistration]:
        return self.given.list(facet)

    def resolved(self, facet: str, qualifier: str | None) -> Any:
        return self.given.resolve(facet, qualifier)

    def error(self, failed: BindingError) -> BindingError:
        return failed

    def errors(self, errors: Sequence[BindingError]) -> Sequence[BindingError]:
        return [self.error(one) for one in errors]

    def outcome(self, outcome: MemoryBindingResult) -> Any:
        return replace(outcome, errors=self.errors(outcome.errors))

    async def bind(
        self, plugins: Sequence[PluginManifest], registry: FacetRegistry, /, config: BinderConfig | None = None
    ) -> Any:
        self.given, self.plugins, self.settings = registry, plugins, config or {}
        outcome = await super().bind([self.manifest(one) for one in plugins], View(self), self.config(self.settings))
        return self.outcome(outcome)


class View:
    """The registry as a binder sees it."""

    def __init__(self, binder: Altered) -> None:
        self.binder = binder

    def register(self, facet: str, provider: object, /, options: Any = None) -> None:
        self.binder.given.register(facet, provider, options)

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        return self.binder.resolved(facet, qualifier)

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        return self.binder.listed(facet)

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        return self.binder.given.has(facet, qualifier)

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        return self.binder.given.unregister(facet, qualifier)


def without(requirement: FacetRequirement, key: str) -> Any:
    return {name: value for name, value in requirement.items() if name != key}


def circle(failed: BindingError) -> tuple[str, ...]:
    """Return the plugins of a circle, or nothing for another error."""
    return failed.error.cycle if isinstance(failed.error, CircularDependencyError) else ()


def told_otherwise(failed: BindingError, **changes: Any) -> MemoryBindingError:
    return replace(MemoryBindingError(failed.plugin, failed.facet, failed.qualifier, failed.error), **changes)


@breaks("test_it_conforms_to_the_interface")
class WantsAList:
    """`bind` is annotated to take nothing but a list of plugins."""

    async def bind(
        self, plugins: list[PluginManifest], registry: FacetRegistry, /, config: BinderConfig | None = None
    ) -> BindingResult:
        return await MemoryBinder().bind(plugins, registry, config)


@breaks("test_what_was_bound_is_the_very_object_that_is_registered")
class Copies(Altered):
    """A provider that is a dictionary is copied when it is bound."""

    def resolved(self, facet: str, qualifier: str | None) -> Any:
        found = super().resolved(facet, qualifier)
        return copy(found) if hasattr(found, "keys") else found


@breaks("test_a_provider_is_bound_whatever_its_truth_value_is")
class CountsTruth(Altered):
    """A provider that is not true counts as not found."""

    def listed(self, facet: str) -> Sequence[FacetRegistration]:
        return [one for one in super().listed(facet) if self.given.resolve(facet, one.qualifier)]


class Decides(Altered):
    """A binder with other explicit bindings than it was given."""

    def decisions(self, binding: ExplicitBinding) -> Iterable[ExplicitBinding]:
        raise NotImplementedError

    def config(self, config: BinderConfig) -> BinderConfig:
        bindings = config.get("explicit_bindings", ())
        return {**config, "explicit_bindings": [other for one in bindings for other in self.decisions(one)]}

    def priority(self, facet: str, qualifier: str) -> int | None:
        return next((one.priority for one in self.given.list(facet) if one.qualifier == qualifier), None)


@breaks("test_an_explicit_binding_comes_before_the_strategy")
class PriorityBeatsBindings(Decides):
    """An explicit binding gives way to a provider of a higher priority."""

    def decisions(self, binding: ExplicitBinding) -> Iterable[ExplicitBinding]:
        own = self.priority(binding["facet"], binding["qualifier"])
        if own is None or own == max(one.priority for one in self.given.list(binding["facet"])):
            yield binding


@breaks("test_an_explicit_binding_comes_before_the_qualifier")
class QualifierBeatsBindings(Decides):
    """An explicit binding gives way to the qualifier of a requirement."""

    def decisions(self, binding: ExplicitBinding) -> Iterable[ExplicitBinding]:
        manifests = [one for one in self.plugins if one["id"] == binding["plugin"]]
        asked = [need for one in manifests for need in one["requires"] if need["facet"] == binding["facet"]]
        if not any("qualifier" in one and self.given.has(one["facet"], one["qualifier"]) for one in asked):
            yield binding


@breaks("test_an_explicit_binding_is_for_its_plugin_alone")
class BindsEveryPlugin(Decides):
    """An explicit binding decides for every plugin."""

    def decisions(self, binding: ExplicitBinding) -> Iterable[ExplicitBinding]:
        return [{**binding, "plugin": manifest["id"]} for manifest in self.plugins]


@breaks("test_an_explicit_binding_is_for_its_facet_alone")
class BindsEveryFacet(Decides):
    """An explicit binding decides for every facet that the plugin requires."""

    def decisions(self, binding: ExplicitBinding) -> Iterable[ExplicitBinding]:
        facets = [
            requirement["facet"]
            for manifest in self.plugins
            if manifest["id"] == binding["plugin"]
            for requirement in manifest["requires"]
        ]
        return [{**binding, "facet": facet} for facet in facets or [binding["facet"]]]


@breaks("test_an_explicit_binding_to_an_unknown_qualifier_is_not_found")
class PassesOverUnknownBindings(Decides):
    """An explicit binding to a provider that is not registered is passed over, if no plugin declares it."""

    def decisions(self, binding: ExplicitBinding) -> Iterable[ExplicitBinding]:
        there = self.given.list(binding["facet"])
        declared = any(offer["facet"] == binding["facet"] for one in self.plugins for offer in one["provides"])
        if not there or declared or self.priority(binding["facet"], binding["qualifier"]) is not None:
            yield binding


@breaks("test_the_first_of_two_explicit_bindings_counts")
class TakesTheLastBinding(Altered):
    """Of two explicit bindings for one plugin and facet the last counts."""

    def config(self, config: BinderConfig) -> BinderConfig:
        return {**config, "explicit_bindings": [*config.get("explicit_bindings", ())][::-1]}


class Silent(Altered):
    """A binder that leaves out some warnings."""

    word: str

    def outcome(self, outcome: MemoryBindingResult) -> Any:
        return replace(outcome, warnings=[one for one in outcome.warnings if self.word not in one])


@breaks("test_a_second_explicit_binding_is_a_warning")
class HidesSecondBindings(Silent):
    """There is no warning for a second explicit binding."""

    word = "an earlier one"


@breaks("test_an_explicit_binding_for_an_absent_plugin_is_a_warning")
class HidesAbsentPlugins(Silent):
    """There is no warning for an explicit binding of a plugin that is not there."""

    word = "there is no plugin"


@breaks("test_an_explicit_binding_for_an_absent_plugin_is_ignored")
class RefusesAbsentPlugins(Altered):
    """An explicit binding of a plugin that is not there is an error, where its provider is there."""

    def outcome(self, outcome: MemoryBindingResult) -> Any:
        ids = {one["id"] for one in self.plugins}
        found = [
            MemoryBindingError(
                one["plugin"], one["facet"], one["qualifier"], FacetNotFoundError(one["facet"], one["qualifier"])
            )
            for one in self.settings.get("explicit_bindings", ())
            if one["plugin"] not in ids and self.given.has(one["facet"], one["qualifier"])
        ]
        return replace(outcome, errors=[*outcome.errors, *found])


class Requires(Altered):
    """A binder that understands requirements otherwise."""

    def requirement(self, requirement: FacetRequirement) -> FacetRequirement | None:
        raise NotImplementedError

    def manifest(self, manifest: PluginManifest) -> PluginManifest:
        optional: list[FacetRequirement] = [{**one, "optional": True} for one in manifest.get("uses", ())]
        requirements = map(self.requirement, [*manifest["requires"], *optional])
        return {**manifest, "requires": [one for one in requirements if one is not None], "uses": []}


@breaks("test_a_qualifier_comes_before_the_strategy")
class PriorityBeatsQualifiers(Requires):
    """The qualifier of a requirement gives way to a provider of a higher priority."""

    def requirement(self, requirement: FacetRequirement) -> FacetRequirement:
        registered = self.given.list(requirement["facet"])
        asked = [one.priority for one in registered if one.qualifier == requirement.get("qualifier")]
        beaten = asked and any(one.priority > asked[0] for one in registered)
        return without(requirement, "qualifier") if beaten else requirement


@breaks("test_no_other_provider_takes_the_place_of_a_qualified_one")
class FallsBack(Requires):
    """A requirement whose qualifier is not registered gets what there is, if there is an unqualified provider."""

    def requirement(self, requirement: FacetRequirement) -> FacetRequirement:
        facet, qualifier = requirement["facet"], requirement.get("qualifier")
        unqualified = any(one.qualifier is None for one in self.given.list(facet))
        there = self.given.has(facet, qualifier) or not unqualified
        return requirement if there else without(requirement, "qualifier")


@breaks("test_the_strategy_is_highest_priority_unless_one_is_named")
class DefaultsToFirst(Altered):
    """A configuration without strategy means `first`."""

    def config(self, config: BinderConfig) -> BinderConfig:
        return {"resolution_strategy": "first", **config} if config else config


@breaks("test_highest_priority_takes_the_highest")
class MistakesHighestPriority(Altered):
    """`highest-priority`, where it is named, means `first`."""

    def config(self, config: BinderConfig) -> BinderConfig:
        named = config.get("resolution_strategy") == "highest-priority"
        return {**config, "resolution_strategy": "first"} if named else config


@breaks("test_the_priority_of_the_registration_counts")
class GoesByManifests(Altered):
    """The priority that a manifest declares takes the place of that of the registration."""

    def listed(self, facet: str) -> Sequence[FacetRegistration]:
        declared = {
            offer.get("qualifier"): offer["priority"]
            for manifest in self.plugins
            for offer in manifest["provides"]
            if offer["facet"] == facet and "priority" in offer
        }
        return [
            MemoryRegistration(facet, one.qualifier, declared.get(one.qualifier, one.priority), one.metadata)
            for one in super().listed(facet)
        ]


@breaks("test_a_tie_at_the_top_is_ambiguous")
class TakesTheEarliestOfEquals(Altered):
    """Among providers of one priority the earliest is taken, as `resolve` does."""

    def listed(self, facet: str) -> Sequence[FacetRegistration]:
        registered = super().listed(facet)
        tie = not self.settings and len({one.priority for one in registered}) == 1
        return registered[:1] if tie else registered


@breaks("test_first_takes_the_earliest_registered")
class FetchesWithoutQualifier(Altered):
    """What `first` chose is fetched without its qualifier."""

    def resolved(self, facet: str, qualifier: str | None) -> Any:
        first = self.settings.get("resolution_strategy") == "first"
        return super().resolved(facet, None if first else qualifier)


@breaks("test_explicit_takes_none_of_several")
class TakesExplicitForThePriority(Altered):
    """`explicit` means `highest-priority`."""

    def config(self, config: BinderConfig) -> BinderConfig:
        named = config.get("resolution_strategy") == "explicit"
        return {**config, "resolution_strategy": "highest-priority"} if named else config


@breaks("test_explicit_leaves_qualifiers_and_bindings_to_decide")
class DecidesNothingUnderExplicit(Requires):
    """Under `explicit` a qualifier does not decide."""

    def requirement(self, requirement: FacetRequirement) -> FacetRequirement:
        explicit = self.settings.get("resolution_strategy") == "explicit"
        return without(requirement, "qualifier") if explicit else requirement


@breaks("test_a_single_candidate_is_never_ambiguous")
class RefusesASingleOne(Altered):
    """Under `explicit` a single candidate is ambiguous."""

    def listed(self, facet: str) -> Sequence[FacetRegistration]:
        registered = super().listed(facet)
        sole = self.settings.get("resolution_strategy") == "explicit" and len(registered) == 1
        return [*registered, MemoryRegistration(facet, "again")] if sole else registered


@breaks("test_the_unqualified_provider_is_bound_where_resolve_gives_it")
class RefusesTheUnqualified(Altered):
    """The unqualified provider is ambiguous wherever there are others."""

    def listed(self, facet: str) -> Sequence[FacetRegistration]:
        registered = super().listed(facet)
        highest = max(registered, key=lambda one: one.priority, default=None)
        if highest is None or highest.qualifier is not None:
            return registered
        return [MemoryRegistration(facet, one.qualifier, 0, None) for one in registered]


@breaks("test_the_unqualified_provider_is_ambiguous_where_resolve_gives_another")
class TakesWhatResolveGives(Altered):
    """Where `first` chooses the unqualified provider, what `resolve(facet)` gives is bound."""

    def listed(self, facet: str) -> Sequence[FacetRegistration]:
        registered = super().listed(facet)
        if self.settings.get("resolution_strategy") == "first" and registered and registered[0].qualifier is None:
            return [max(registered, key=lambda one: one.priority)]
        return registered


@breaks("test_a_required_facet_that_is_missing_is_an_error")
class ForgetsTheQualifier(Altered):
    """`FacetNotFoundError` does not say the qualifier."""

    def error(self, failed: BindingError) -> BindingError:
        if isinstance(failed.error, FacetNotFoundError) and not self.settings:
            return told_otherwise(failed, error=FacetNotFoundError(failed.facet))
        return failed


@breaks("test_an_error_tells_plugin_facet_and_qualifier")
class TellsNoQualifier(Altered):
    """`BindingError.qualifier` is `None` without a configuration."""

    def error(self, failed: BindingError) -> BindingError:
        return failed if self.settings else told_otherwise(failed, qualifier=None)


@breaks("test_an_error_tells_the_qualifier_that_is_bound_explicitly")
class TellsWhatWasRequired(Altered):
    """The error of an explicit binding names the qualifier of the requirement."""

    def error(self, failed: BindingError) -> BindingError:
        asked = [
            need.get("qualifier")
            for one in self.plugins
            if one["id"] == failed.plugin
            for need in one["requires"]
            if need["facet"] == failed.facet
        ]
        return told_otherwise(failed, qualifier=asked[0]) if self.settings and asked else failed


@breaks("test_an_optional_facet_that_is_there_is_bound")
class PassesOverOptional(Requires):
    """Optional requirements are never bound."""

    def requirement(self, requirement: FacetRequirement) -> FacetRequirement | None:
        sole = len(self.given.list(requirement["facet"])) == 1
        return None if requirement.get("optional") and sole else requirement


@breaks("test_what_is_used_may_be_missing")
class RequiresWhatIsUsed(Altered):
    """What is missing of `uses` is an error."""

    def manifest(self, manifest: PluginManifest) -> PluginManifest:
        missing = [] if self.settings else [one for one in manifest.get("uses", ()) if not self.given.has(one["facet"])]
        return {**manifest, "requires": [*manifest["requires"], *missing]}


@breaks("test_what_is_used_may_be_missing")
class IsStrictWhereItIsNamed(Altered):
    """`strict_optional: False` makes errors of what is missing too."""

    def config(self, config: BinderConfig) -> BinderConfig:
        return {**config, "strict_optional": "strict_optional" in config}


@breaks("test_what_is_required_and_used_is_one_requirement")
class TellsBoth(Altered):
    """A missing facet of `requires` is reported once more for each `uses` of the same facet."""

    def errors(self, errors: Sequence[BindingError]) -> Sequence[BindingError]:
        used = {
            (one["id"], need["facet"])
            for one in self.plugins
            for need in one.get("uses", ())
            if any(other["facet"] == need["facet"] for other in one["requires"])
        }
        return [*errors, *(one for one in errors if (one.plugin, one.facet) in used)]


@breaks("test_what_is_required_as_optional_may_be_missing")
class RequiresWhatIsOptional(Altered):
    """`optional: true` is passed over."""

    def manifest(self, manifest: PluginManifest) -> PluginManifest:
        required = [
            one if self.settings or self.given.has(one["facet"]) else without(one, "optional")
            for one in manifest["requires"]
        ]
        return {**manifest, "requires": required}


@breaks("test_a_requirement_is_not_optional_unless_it_says_so")
class TakesAnyOptionalForTrue(Requires):
    """A requirement that has `optional` is optional, whatever it says."""

    def requirement(self, requirement: FacetRequirement) -> FacetRequirement:
        return {**requirement, "optional": "optional" in requirement}


@breaks("test_a_manifest_may_lack_uses")
class NeedsUses(Altered):
    """A manifest without `uses` is a `KeyError`."""

    def manifest(self, manifest: PluginManifest) -> PluginManifest:
        if "uses" not in manifest:
            raise KeyError("uses")
        return manifest


@breaks("test_strict_optional_makes_a_missing_one_an_error")
class IsNeverStrict(Altered):
    """`strict_optional` is passed over."""

    def config(self, config: BinderConfig) -> BinderConfig:
        return {**config, "strict_optional": False}


@breaks("test_ambiguity_is_an_error_for_optional_facets_too")
class PassesOverAmbiguity(Requires):
    """An optional requirement with several candidates gets nothing, without an error."""

    def requirement(self, requirement: FacetRequirement) -> FacetRequirement | None:
        several = len(self.given.list(requirement["facet"])) > 1
        return None if requirement.get("optional") and several else requirement


class Undecided(Altered):
    """A binder that reports an ambiguity in another way."""

    def providers(self, error: AmbiguousFacetError) -> Sequence[str]:
        raise NotImplementedError

    def error(self, failed: BindingError) -> BindingError:
        if not isinstance(failed.error, AmbiguousFacetError):
            return failed
        return told_otherwise(failed, error=AmbiguousFacetError(failed.facet, self.providers(failed.error)))


@breaks("test_an_ambiguity_is_between_those_that_were_left")
class NamesEveryCandidate(Undecided):
    """An ambiguity names all providers of the facet."""

    def providers(self, error: AmbiguousFacetError) -> Sequence[str]:
        return [one.qualifier or "<default>" for one in self.given.list(error.facet)]


@breaks("test_an_ambiguity_is_told_in_the_order_of_registration")
class SortsProviders(Undecided):
    """An ambiguity names the providers in the order of the alphabet."""

    def providers(self, error: AmbiguousFacetError) -> Sequence[str]:
        return sorted(error.providers)


@breaks("test_the_unqualified_provider_has_a_name_of_its_own_in_an_ambiguity")
class CallsTheUnqualifiedNothing(Undecided):
    """An ambiguity names the unqualified provider with an empty text."""

    def providers(self, error: AmbiguousFacetError) -> Sequence[str]:
        return [one.removeprefix("<default>") for one in error.providers]


@breaks("test_every_failure_is_collected")
class StopsAtTheFirst(Altered):
    """Only the first missing facet of each plugin is reported."""

    def errors(self, errors: Sequence[BindingError]) -> Sequence[BindingError]:
        first = {one.plugin: one for one in reversed(errors)}
        return [one for one in errors if first[one.plugin] is one or circle(one)]


@breaks("test_success_is_the_absence_of_errors")
class SucceedsInPart(Altered):
    """`success` is true as soon as one plugin is bound."""

    def outcome(self, outcome: MemoryBindingResult) -> Any:
        return SimpleNamespace(
            success=outcome.success or bool(outcome.contexts),
            contexts=outcome.contexts,
            errors=outcome.errors,
            warnings=outcome.warnings,
        )


@breaks("test_a_context_stands_under_the_id_of_its_plugin")
class ConfusesManifests(Altered):
    """Every context has the manifest of the first plugin."""

    def outcome(self, outcome: MemoryBindingResult) -> Any:
        contexts: Mapping[str, Any] = outcome.contexts
        return replace(
            outcome,
            contexts={
                name: MemoryContext(self.plugins[0], context.bindings, self.given) for name, context in contexts.items()
            },
        )


@breaks("test_a_plugin_with_an_error_has_no_context")
class GivesContextsToAll(Altered):
    """A plugin with an error has a context too."""

    def outcome(self, outcome: MemoryBindingResult) -> Any:
        ids = {one.plugin for one in outcome.errors if not circle(one)}
        failed = {one["id"]: MemoryContext(one) for one in self.plugins if one["id"] in ids}
        return replace(outcome, contexts={**outcome.contexts, **failed})


@breaks("test_a_failure_leaves_other_plugins_bound")
class StopsBinding(Altered):
    """No plugin that is given after one that fails has a context."""

    def outcome(self, outcome: MemoryBindingResult) -> Any:
        failed = {one.plugin for one in outcome.errors}
        before = [one["id"] for one in takewhile(lambda one: one["id"] not in failed, self.plugins)]
        return replace(outcome, contexts={name: one for name, one in outcome.contexts.items() if name in before})


@breaks("test_who_depends_on_a_plugin_that_failed_keeps_its_context")
class LeavesOutDependants(Altered):
    """A plugin that requires what one provides that failed has no context."""

    def outcome(self, outcome: MemoryBindingResult) -> Any:
        failed = {one.plugin for one in outcome.errors if not circle(one)}
        lost = {offer["facet"] for one in self.plugins if one["id"] in failed for offer in one["provides"]}
        kept = [one["id"] for one in self.plugins if not any(need["facet"] in lost for need in one["requires"])]
        return replace(outcome, contexts={name: one for name, one in outcome.contexts.items() if name in kept})


@breaks("test_contexts_come_providers_first")
class KeepsTheOrderOfPlugins(Altered):
    """Contexts come in the order in which the manifests were given."""

    def outcome(self, outcome: MemoryBindingResult) -> Any:
        ids = [one["id"] for one in self.plugins if one["id"] in outcome.contexts]
        return replace(outcome, contexts={name: outcome.contexts[name] for name in ids})


@breaks("test_contexts_come_providers_first")
class SortsContexts(Altered):
    """Contexts come in the order of the ids of their plugins."""

    def outcome(self, outcome: MemoryBindingResult) -> Any:
        return replace(outcome, contexts=dict(sorted(outcome.contexts.items())))


@breaks("test_warnings_do_not_change_success")
class FailsForWarnings(Altered):
    """`success` is false where there are warnings."""

    def outcome(self, outcome: MemoryBindingResult) -> Any:
        return SimpleNamespace(
            success=outcome.success and not outcome.warnings,
            contexts=outcome.contexts,
            errors=outcome.errors,
            warnings=outcome.warnings,
        )


@breaks("test_no_configuration_and_an_empty_one_are_the_same")
class TellsEmptyFromNone(MemoryBinder):
    """An empty configuration means `first`, and none `highest-priority`."""

    async def bind(
        self, plugins: Sequence[PluginManifest], registry: FacetRegistry, /, config: BinderConfig | None = None
    ) -> MemoryBindingResult:
        return await super().bind(plugins, registry, {"resolution_strategy": "first"} if config == {} else config)


@breaks("test_manifests_stay_as_they_are")
class CompletesManifests(Altered):
    """What a manifest leaves out is written into it."""

    def manifest(self, manifest: PluginManifest) -> PluginManifest:
        for requirement in manifest["requires"]:
            requirement.setdefault("optional", False)
        return manifest


@breaks("test_the_configuration_stays_as_it_is")
class CompletesTheConfiguration(Altered):
    """What the configuration leaves out is written into it."""

    def config(self, config: BinderConfig) -> BinderConfig:
        config.setdefault("resolution_strategy", "highest-priority")
        return config


@breaks("test_the_registry_stays_as_it_is")
class RegistersWhatIsDeclared(Altered):
    """What manifests provide and none requires is registered."""

    def outcome(self, outcome: MemoryBindingResult) -> Any:
        required = {need["facet"] for manifest in self.plugins for need in manifest["requires"]}
        for manifest in self.plugins:
            for offer in manifest["provides"]:
                if offer["facet"] not in required and not self.given.has(offer["facet"]):
                    options: RegistrationOptions = {"qualifier": offer["qualifier"]} if "qualifier" in offer else {}
                    self.given.register(offer["facet"], object(), options)
        return outcome


@breaks("test_two_plugins_that_need_each_other_are_a_circle")
class MissesPairs(Altered):
    """A circle of two is not seen."""

    def errors(self, errors: Sequence[BindingError]) -> Sequence[BindingError]:
        return [one for one in errors if len(circle(one)) != 3]


class Rounds(Altered):
    """A binder that reports circles in another way."""

    def circle(self, failed: BindingError, cycle: tuple[str, ...]) -> Iterable[BindingError]:
        raise NotImplementedError

    def errors(self, errors: Sequence[BindingError]) -> Sequence[BindingError]:
        return [other for one in errors for other in (self.circle(one, circle(one)) if circle(one) else [one])]

    def members(self, cycle: tuple[str, ...]) -> Sequence[PluginManifest]:
        return [one for one in self.plugins if one["id"] in cycle]


@breaks("test_a_circle_is_closed")
class LeavesCirclesOpen(Rounds):
    """A circle does not end with the plugin that it begins with."""

    def circle(self, failed: BindingError, cycle: tuple[str, ...]) -> Iterable[BindingError]:
        yield told_otherwise(failed, error=CircularDependencyError(cycle[:-1]))


@breaks("test_a_circle_follows_the_dependencies")
class TellsCirclesBackwards(Rounds):
    """A circle leads from each plugin to one that depends on it."""

    def circle(self, failed: BindingError, cycle: tuple[str, ...]) -> Iterable[BindingError]:
        yield told_otherwise(failed, error=CircularDependencyError(cycle[::-1]))


@breaks("test_a_circle_is_an_error_of_its_first_plugin")
class TellsTheSecondPlugin(Rounds):
    """`BindingError.plugin` of a circle is its second plugin."""

    def circle(self, failed: BindingError, cycle: tuple[str, ...]) -> Iterable[BindingError]:
        yield told_otherwise(failed, plugin=cycle[1])


@breaks("test_a_circle_is_an_error_of_the_facet_that_its_first_plugin_needs")
class TellsWhatTheFirstProvides(Rounds):
    """`BindingError.facet` of a circle is a facet that its first plugin provides."""

    def circle(self, failed: BindingError, cycle: tuple[str, ...]) -> Iterable[BindingError]:
        [first] = self.members(cycle[:1])
        yield told_otherwise(failed, facet=first["provides"][0]["facet"])


@breaks("test_a_circle_is_an_error_of_no_qualifier")
class TellsTheQualifierOfACircle(Rounds):
    """`BindingError.qualifier` of a circle is that of a requirement of its first plugin."""

    def circle(self, failed: BindingError, cycle: tuple[str, ...]) -> Iterable[BindingError]:
        [first] = self.members(cycle[:1])
        yield told_otherwise(failed, qualifier=first["requires"][0].get("qualifier"))


@breaks("test_plugins_that_all_depend_on_each_other_are_one_error")
class TellsAGroupForEachPlugin(Rounds):
    """A group with several circles in it is one error for each of its plugins."""

    def circle(self, failed: BindingError, cycle: tuple[str, ...]) -> Iterable[BindingError]:
        members = self.members(cycle)
        simple = sum(len(one["requires"]) for one in members) == len(members)
        return [failed] * (1 if simple else len(members))


@breaks("test_a_circle_names_every_plugin_of_its_group")
class TellsTheShortestCircle(Rounds):
    """Of a group that cannot be walked in one round only two plugins are named."""

    def circle(self, failed: BindingError, cycle: tuple[str, ...]) -> Iterable[BindingError]:
        around = len(cycle) == len({*cycle}) + 1
        yield failed if around else told_otherwise(failed, error=CircularDependencyError([*cycle[:2], cycle[0]]))


@breaks("test_each_group_is_an_error_of_its_own")
class TellsOneCircle(Altered):
    """Only the first circle is reported."""

    def errors(self, errors: Sequence[BindingError]) -> Sequence[BindingError]:
        first = next(filter(circle, errors), None)
        return [one for one in errors if one is first or not circle(one)]


@breaks("test_who_only_depends_on_a_circle_is_not_part_of_it")
class DrawsInDependants(Rounds):
    """A circle names also who depends on it."""

    def circle(self, failed: BindingError, cycle: tuple[str, ...]) -> Iterable[BindingError]:
        offered = {offer["facet"] for one in self.members(cycle) for offer in one["provides"]}
        dependants = {one["id"] for one in self.plugins for need in one["requires"] if need["facet"] in offered}
        round_trip = [*cycle[:-1], *sorted(dependants.difference(cycle)), cycle[0]]
        yield told_otherwise(failed, error=CircularDependencyError(round_trip))


class Depends(MemoryBinder):
    """A binder that finds other dependencies."""

    plugins: Sequence[PluginManifest]
    given: FacetRegistry

    def declares(self, offer: FacetProvider, qualifier: str | None, registration: FacetRegistration | None) -> bool:
        """Say whether this is what a requirement is about, with its qualifier, and what was bound, if anything."""
        if registration is None:
            return qualifier in (None, offer.get("qualifier"))
        return registration.qualifier == offer.get("qualifier")

    def declaring(self, facet: str, qualifier: str | None, registration: FacetRegistration | None) -> list[str]:
        return [
            plugin["id"]
            for plugin in self.plugins
            for offer in plugin["provides"]
            if offer["facet"] == facet and self.declares(offer, qualifier, registration)
        ]

    def need(self, facet: str, qualifier: str | None, registration: FacetRegistration | None) -> Any:
        return Need(facet, self.declaring(facet, qualifier, registration))

    async def bind(
        self, plugins: Sequence[PluginManifest], registry: FacetRegistry, /, config: BinderConfig | None = None
    ) -> MemoryBindingResult:
        self.plugins, self.given = plugins, registry

        def need(_: object, *asked: Any) -> Any:
            return self.need(*asked)

        with patch.object(Binding, "need", need):
            return await super().bind(plugins, registry, config)


@breaks("test_a_dependency_is_on_who_declares_what_was_bound")
class ComparesWithTheRequirement(Depends):
    """A plugin that provides with a qualifier is depended on only by requirements that name it."""

    def declares(self, offer: FacetProvider, qualifier: str | None, registration: FacetRegistration | None) -> bool:
        named = registration is None or offer.get("qualifier") == qualifier
        return named and super().declares(offer, qualifier, registration)


@breaks("test_who_declares_another_registration_is_not_depended_on")
class ComparesFacets(Depends):
    """A plugin is depended on if it provides the facet that was bound, with whatever qualifier."""

    def declares(self, offer: FacetProvider, qualifier: str | None, registration: FacetRegistration | None) -> bool:
        return registration is not None or super().declares(offer, qualifier, registration)


@breaks("test_where_nothing_is_registered_all_who_declare_it_are_depended_on")
class DependsOnWhatIsBoundAlone(Depends):
    """Where no provider of a facet is registered, there is no dependency."""

    def declaring(self, facet: str, qualifier: str | None, registration: FacetRegistration | None) -> list[str]:
        return super().declaring(facet, qualifier, registration) if self.given.has(facet) else []


@breaks("test_where_nothing_is_registered_all_who_declare_it_are_depended_on")
class DependsOnTheFirst(Depends):
    """Where nothing is registered, only the first plugin that declares it is depended on."""

    def declaring(self, facet: str, qualifier: str | None, registration: FacetRegistration | None) -> list[str]:
        found = super().declaring(facet, qualifier, registration)
        return found[:1] if registration is None else found


@breaks("test_nothing_is_registered_where_what_was_asked_for_is_not")
class LooksForAnyProvider(Depends):
    """Where some provider of the facet is registered, a requirement that it does not meet is not a dependency."""

    def declaring(self, facet: str, qualifier: str | None, registration: FacetRegistration | None) -> list[str]:
        unmet = registration is None and self.given.has(facet)
        return [] if unmet else super().declaring(facet, qualifier, registration)


@breaks("test_where_nothing_is_registered_only_a_match_counts")
class DependsOnAnyQualifier(Depends):
    """Where nothing is registered, a plugin is depended on that provides the facet with another qualifier."""

    def declares(self, offer: FacetProvider, qualifier: str | None, registration: FacetRegistration | None) -> bool:
        return registration is None or super().declares(offer, qualifier, registration)


@breaks("test_what_is_only_used_makes_no_circle")
class DependsOnWhatIsUsed(Requires):
    """An optional requirement that can be met is a dependency too."""

    def requirement(self, requirement: FacetRequirement) -> FacetRequirement:
        return without(requirement, "optional") if self.given.has(requirement["facet"]) else requirement


@breaks("test_strict_optional_makes_no_dependency")
class RequiresWhereStrict(Requires):
    """With `strict_optional` all requirements are dependencies."""

    def requirement(self, requirement: FacetRequirement) -> FacetRequirement:
        return without(requirement, "optional") if self.settings.get("strict_optional") else requirement


@breaks("test_a_plugin_does_not_depend_on_itself")
class DependsOnItself(Altered):
    """A plugin that requires what it provides is a circle."""

    def errors(self, errors: Sequence[BindingError]) -> Sequence[BindingError]:
        found = [
            MemoryBindingError(one["id"], need["facet"], None, CircularDependencyError([one["id"], one["id"]]))
            for one in self.plugins
            for need in one["requires"]
            if any(offer["facet"] == need["facet"] for offer in one["provides"])
        ]
        return [*errors, *found]


@breaks("test_what_is_ambiguous_makes_no_dependency")
class TakesAmbiguousForMissing(Altered):
    """For dependencies a facet that is ambiguous counts as one that nobody registered."""

    hidden: frozenset[str] = frozenset()

    def listed(self, facet: str) -> Sequence[FacetRegistration]:
        return [] if facet in self.hidden else super().listed(facet)

    async def bind(
        self, plugins: Sequence[PluginManifest], registry: FacetRegistry, /, config: BinderConfig | None = None
    ) -> Any:
        outcome = await super().bind(plugins, registry, config)
        self.hidden = frozenset(one.facet for one in outcome.errors if isinstance(one.error, AmbiguousFacetError))
        again = await super().bind(plugins, registry, config)
        self.hidden = frozenset()
        known = [circle(one) for one in outcome.errors]
        new = [one for one in again.errors if circle(one) and circle(one) not in known]
        return replace(outcome, errors=[*outcome.errors, *new])


@keeps_all
class TellsItOtherwise(Altered):
    """Errors come in another order, as plain objects in a tuple, with other warnings."""

    def outcome(self, outcome: MemoryBindingResult) -> Any:
        errors = [
            SimpleNamespace(plugin=one.plugin, facet=one.facet, qualifier=one.qualifier, error=one.error)
            for one in reversed(outcome.errors)
        ]
        return SimpleNamespace(
            success=not errors,
            contexts=MappingProxyType(outcome.contexts),
            errors=(*errors,),
            warnings=(*outcome.warnings, "this is a test"),
        )


@keeps_all
class BeginsElsewhere(Rounds):
    """A circle begins with another of its plugins."""

    def circle(self, failed: BindingError, cycle: tuple[str, ...]) -> Iterable[BindingError]:
        turned = [*cycle[1:], cycle[1]]
        [first] = self.members(cycle[1:2])
        [second] = self.members((turned[1],))
        offered = {offer["facet"] for offer in second["provides"]}
        facet = next(need["facet"] for need in first["requires"] if need["facet"] in offered)
        yield told_otherwise(failed, plugin=cycle[1], facet=facet, error=CircularDependencyError(turned))


@breaks("test_no_plugin_of_a_circle_has_a_context")
class BindsTheRestOfACircle(Altered):
    """Of a circle only the plugin that the error is about goes without context."""

    def outcome(self, outcome: MemoryBindingResult) -> Any:
        failed = {one.plugin for one in outcome.errors}
        round_it = {name for one in outcome.errors for name in circle(one)}
        rest = [one for one in self.plugins if one["id"] in round_it - failed]
        return replace(outcome, contexts={**outcome.contexts, **{one["id"]: MemoryContext(one) for one in rest}})


@keeps_all
class TakesItsTime:
    """`bind` is slow, calls its parameters otherwise and takes further ones."""

    async def bind(self, manifests: Any, store: Any, config: Any = None, **further: Any) -> BindingResult:
        await asyncio.sleep(0.001)
        return await MemoryBinder().bind([*manifests], store, config)


class UnavailableError(FacetNotFoundError):
    pass


@keeps_all
class RaisesItsOwn(Altered):
    """The error of a missing facet is of a subclass of the contract's class."""

    def error(self, failed: BindingError) -> BindingError:
        if isinstance(failed.error, FacetNotFoundError):
            return told_otherwise(failed, error=UnavailableError(failed.error.facet, failed.error.qualifier))
        return failed


# Faults that spare every example: histories find them.


@breaks("test_what_is_bound_in_any_history")
class StripsIds(Altered):
    """An explicit binding also counts for a plugin whose id is the same but for spaces."""

    def config(self, config: BinderConfig) -> BinderConfig:
        ids = {one["id"] for one in self.plugins}
        given = config.get("explicit_bindings", ())
        more: list[ExplicitBinding] = [
            {**one, "plugin": id} for one in given for id in ids if id.strip() == one["plugin"].strip()
        ]
        return (
            {**config, "explicit_bindings": [*given, *(one for one in more if one not in given)]} if given else config
        )


@breaks("test_what_cannot_be_bound_in_any_history")
class TellsThree(Altered):
    """Of more than three errors three are reported."""

    def errors(self, errors: Sequence[BindingError]) -> Sequence[BindingError]:
        return [one for at, one in enumerate(errors) if at < 3 or circle(one)]


@breaks("test_circles_in_any_history")
class MissesLongCircles(Altered):
    """A circle of five plugins is not reported."""

    def errors(self, errors: Sequence[BindingError]) -> Sequence[BindingError]:
        return [one for one in errors if len({*circle(one)}) != 5]


@breaks("test_who_has_a_context_in_any_history")
class ForgetsTheFifth(Altered):
    """There are four contexts at the most."""

    def outcome(self, outcome: MemoryBindingResult) -> Any:
        return replace(outcome, contexts=dict([*outcome.contexts.items()][:4]))


@breaks("test_the_order_of_contexts_in_any_history")
class SortsFourContexts(Altered):
    """Four contexts and more come in the order of the manifests."""

    def outcome(self, outcome: MemoryBindingResult) -> Any:
        given = [one["id"] for one in self.plugins if one["id"] in outcome.contexts]
        return (
            replace(outcome, contexts={name: outcome.contexts[name] for name in given}) if len(given) > 3 else outcome
        )


@breaks("test_what_is_given_stays_in_any_history")
class ReversesExplicitBindings(Altered):
    """Explicit bindings are reversed in place if there are several."""

    def outcome(self, outcome: MemoryBindingResult) -> Any:
        given: Any = self.settings.get("explicit_bindings", ())
        if len(given) > 1:
            given.reverse()
        return super().outcome(outcome)


@breaks("test_warnings_in_any_history")
class WarnsOnce(Altered):
    """Of several warnings of plugins that are not there only the first is reported."""

    def outcome(self, outcome: MemoryBindingResult) -> Any:
        absent = [one for one in outcome.warnings if "there is no plugin" in one]
        return replace(outcome, warnings=[one for one in outcome.warnings if one not in absent[1:]])
