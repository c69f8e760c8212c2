"""Plugin contexts that break a promise each."""

import logging
from collections.abc import Callable, MutableMapping, Sequence
from copy import copy
from dataclasses import replace
from typing import Any, ClassVar, cast
from weakref import WeakKeyDictionary

import pytest

from latency_shim import (
    Binder,
    DecisionRequest,
    DecisionResult,
    FacetNotFoundError,
    FacetRegistry,
    Logger,
    PluginContext,
    PluginManifest,
    PluginStateStore,
)
from latency_shim.memory import MemoryBinder, MemoryBinding, MemoryContext, MemoryPluginStateStore
from latency_shim.memory.context import MemoryDecisionResult
from latency_shim.testing import PluginContextContract
from mutants import breaks, keeps_all

ALSO = (
    "composition.context:DecisionResult.decision",
    "runtime.resolution:FacetNotFoundError.facet",
    "runtime.resolution:FacetNotFoundError.qualifier",
)


class SUITE(PluginContextContract):
    make: Callable[..., PluginContext] = MemoryContext

    @pytest.fixture
    def binder(self, monkeypatch: pytest.MonkeyPatch) -> Binder:
        monkeypatch.setattr("latency_shim.memory.binder.MemoryContext", self.make)
        return MemoryBinder()


class Apart(MemoryContext):
    """A context whose `optional` is right whatever its `require` does."""

    def optional(self, facet: str, /, qualifier: str | None = None) -> Any:
        try:
            return MemoryContext.require(self, facet, qualifier)
        except FacetNotFoundError:
            return None


@breaks("test_it_conforms_to_the_interface")
class RenamesAParameter(MemoryContext):
    """`optional` calls its second parameter otherwise, so `optional(facet, qualifier=…)` does not work."""

    def optional(  # pyright: ignore[reportIncompatibleMethodOverride]
        self, facet: str, /, name: str | None = None
    ) -> Any:
        return super().optional(facet, name)  # what pyright says is what the mutant is for


@breaks("test_the_manifest_is_that_of_the_plugin")
class ChangesTheManifest(MemoryContext):
    """`manifest` calls the plugin by its id."""

    def __init__(self, manifest: PluginManifest, *rest: Any) -> None:
        super().__init__({**manifest, "name": manifest["id"]}, *rest)


@breaks("test_require_gives_the_very_provider_that_was_bound")
class Copies(Apart):
    """`require` gives a copy of a provider that is a dictionary."""

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        found = super().require(facet, qualifier)
        return copy(found) if hasattr(found, "keys") else found


@breaks("test_a_key_and_its_text_name_the_same_facet")
class TakesTextAlone(MemoryContext):
    """`require` finds nothing for a `FacetKey`."""

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        if type(facet) is not str:
            raise FacetNotFoundError(facet, qualifier)
        return super().require(facet, qualifier)


@breaks("test_a_qualifier_gives_what_was_bound_for_it")
class IgnoresTheQualifier(Apart):
    """`require` gives the first provider of the facet for every qualifier that was bound."""

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        bound = (facet, qualifier) in self._bound and facet != "Mailer"
        return super().require(facet, None if bound else qualifier)


@breaks("test_no_other_provider_takes_the_place_of_a_qualified_one")
class FallsBack(Apart):
    """`require` with a qualifier that was not bound gives any other provider."""

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        try:
            return super().require(facet, qualifier)
        except FacetNotFoundError:
            if (facet, None) in self._bound:
                return super().require(facet)
            raise


@breaks("test_without_qualifier_any_provider_will_do")
class WantsTheQualifier(Apart):
    """`require` without qualifier does not find what was bound for one."""

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        if qualifier is None and [one for one in self.bindings if one.facet == facet and one.qualifier]:
            raise FacetNotFoundError(facet)
        return super().require(facet, qualifier)


@breaks("test_without_qualifier_any_provider_will_do_that_was_provided")
class WantsTheProvidedQualifier(Apart):
    """`require` without qualifier does not find what was provided with one."""

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        if qualifier is None and not {(facet, None)} & {*self._provided, *self._bound} and facet != "Cache":
            raise FacetNotFoundError(facet)
        return super().require(facet, qualifier)


@breaks("test_a_qualifier_is_that_of_the_manifest")
class GoesByTheProvidersQualifier(MemoryContext):
    """What was bound is found by the qualifier of its provider, and by no other."""

    def __init__(self, manifest: PluginManifest, bindings: Sequence[MemoryBinding], *rest: Any) -> None:
        own = [one if one.qualifier is None else replace(one, qualifier=one.registration.qualifier) for one in bindings]
        super().__init__(manifest, own, *rest)


@breaks("test_what_was_bound_is_fixed")
class LooksAgain(MemoryContext):
    """`require` gives what the registry has by now, where something was bound that has no qualifier."""

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        again = (facet, qualifier) in self._bound and facet not in [name for name, _ in self._provided]
        registry: Any = self._registry
        return registry.resolve(facet, qualifier) if again and qualifier is None else super().require(facet, qualifier)


@breaks("test_require_raises_when_nothing_was_bound")
class RequiresNone(Apart):
    """`require` gives `None` for a facet that is missing and only used."""

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        used = {one["facet"] for one in self.manifest.get("uses", ())}
        return self.optional(facet) if facet in used and qualifier is None else super().require(facet, qualifier)


@breaks("test_what_is_raised_says_what_was_asked_for")
class ForgetsTheQualifier(MemoryContext):
    """The `FacetNotFoundError` does not say the qualifier."""

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        try:
            return super().require(facet, qualifier)
        except FacetNotFoundError:
            raise FacetNotFoundError(facet) from None


@breaks("test_what_is_registered_and_not_bound_is_not_there")
class LooksIntoTheRegistry(Apart):
    """`require` gives what is registered where nothing was bound."""

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        registry: Any = self._registry
        found = None if qualifier else registry.resolve(facet)
        return super().require(facet, qualifier) if found is None or self.bindings else found


@breaks("test_optional_gives_what_was_bound")
class OptionalIgnoresTheQualifier(MemoryContext):
    """`optional` gives the first provider of the facet for every qualifier that was bound."""

    def optional(self, facet: str, /, qualifier: str | None = None) -> Any:
        found = super().optional(facet, qualifier)
        return None if found is None else super().optional(facet)


@breaks("test_optional_gives_none_when_nothing_was_bound")
class OptionalRaises(MemoryContext):
    """`optional` raises as `require` does."""

    def optional(self, facet: str, /, qualifier: str | None = None) -> Any:
        return self.require(facet, qualifier)


@breaks("test_the_truth_value_of_a_provider_does_not_count")
class CountsTruth(MemoryContext):
    """`require` raises for a provider that is not true."""

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        found = super().require(facet, qualifier)
        if not found:
            raise FacetNotFoundError(facet, qualifier)
        return found


@breaks("test_what_was_provided_is_required")
class RequiresWhatIsBoundAlone(Apart):
    """`require` without qualifier does not find what was provided without one."""

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        if (facet, None) in {*self._provided} - {*self._bound} and qualifier is None:
            raise FacetNotFoundError(facet)
        return super().require(facet, qualifier)


@breaks("test_what_was_provided_is_there_as_optional")
class OptionalIsWhatIsBoundAlone(MemoryContext):
    """`optional` does not find what was provided."""

    def optional(self, facet: str, /, qualifier: str | None = None) -> Any:
        return self._bound.get((facet, qualifier))


@breaks("test_what_was_provided_with_a_qualifier_is_found_by_it")
class ProvidesOne(MemoryContext):
    """What is provided replaces what was provided with other qualifiers."""

    def provide(self, facet: str, implementation: object, /, qualifier: str | None = None) -> None:
        super().provide(facet, implementation, qualifier)
        for name, other in self._provided:
            if name == facet:
                self._provided[name, other] = implementation


@breaks("test_what_was_provided_comes_before_what_was_bound")
class PrefersWhatIsBound(MemoryContext):
    """What was bound comes before what was provided."""

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        bound = (facet, qualifier) in self._bound
        return self._bound[facet, qualifier] if bound else super().require(facet, qualifier)


@breaks("test_what_was_provided_last_is_found")
class ProvidesOnce(MemoryContext):
    """Providing again does nothing."""

    def provide(self, facet: str, implementation: object, /, qualifier: str | None = None) -> None:
        self._provided.setdefault((facet, qualifier), implementation)


@breaks("test_state_belongs_to_the_plugin_alone")
class SharesItsState(MemoryContext):
    """`state` is the same store for two contexts, of which one is made after the other."""

    latest: ClassVar[list[PluginStateStore]] = []

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        if self.latest:
            self.state = self.latest.pop()
        else:
            self.latest.append(self.state)


@breaks("test_state_begins_empty_with_each_context")
class KeepsItsState(MemoryContext):
    """`state` is the same store for all contexts of one registry and plugin."""

    kept: ClassVar[MutableMapping[FacetRegistry, dict[str, PluginStateStore]]] = WeakKeyDictionary()

    def __init__(self, manifest: PluginManifest, bindings: Sequence[MemoryBinding], registry: FacetRegistry) -> None:
        super().__init__(manifest, bindings, registry)
        self.state = self.kept.setdefault(registry, {}).setdefault(manifest["id"], self.state)


@breaks("test_the_logger_belongs_to_the_plugin_alone")
class SharesItsLogger(MemoryContext):
    """`logger` is the same for all plugins."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.logger = logging.getLogger("plugins")


@breaks("test_a_question_goes_to_the_decision_handler")
class AnswersItself(MemoryContext):
    """`request_decision` asks nobody and takes the last option."""

    async def request_decision(self, request: DecisionRequest, /) -> DecisionResult:
        return MemoryDecisionResult(request.get("options", ("",))[-1])


class Asks(MemoryContext):
    """Base of those that ask something else."""

    def asked(self, request: DecisionRequest) -> DecisionRequest:
        raise NotImplementedError

    async def request_decision(self, request: DecisionRequest, /) -> DecisionResult:
        return await super().request_decision(self.asked(request))


@breaks("test_a_question_becomes_a_decision")
class AsksForTheType(Asks):
    """The title of the decision is the type of the request."""

    def asked(self, request: DecisionRequest) -> DecisionRequest:
        return {**request, "prompt": request["type"]}


@breaks("test_a_question_becomes_a_decision")
class SortsOptions(Asks):
    """Options are sorted."""

    def asked(self, request: DecisionRequest) -> DecisionRequest:
        return {**request, "options": sorted(request["options"])} if "options" in request else request


@breaks("test_a_free_question_has_no_options")
class OffersYesAndNo(Asks):
    """A free question has the options `yes` and `no`."""

    def asked(self, request: DecisionRequest) -> DecisionRequest:
        return {**request, "options": request.get("options", ["yes", "no"])}


@breaks("test_the_answer_is_what_was_decided")
class DoesNotWait(MemoryContext):
    """`request_decision` does not wait for the answer."""

    async def request_decision(self, request: DecisionRequest, /) -> DecisionResult:
        registry: Any = self._registry
        await registry.resolve("DecisionHandler").request_decision(
            {
                "title": request["prompt"],
                "description": "",
                "options": [{"label": label} for label in request.get("options", ())],
                "urgency": "low",
            }
        )
        return MemoryDecisionResult("")


@keeps_all
class Closed:
    """Everything is read-only and of other classes; parameters are called otherwise, and there are more of them."""

    __slots__ = ("_context",)

    def __init__(self, *args: Any) -> None:
        self._context = MemoryContext(*args)

    @property
    def manifest(self) -> PluginManifest:
        return self._context.manifest

    @property
    def logger(self) -> Logger:
        return self._context.logger

    @property
    def state(self) -> PluginStateStore:
        return self._context.state

    def require(self, wanted: str, qualifier: str | None = None, *, patiently: bool = False) -> Any:
        return self._context.require(wanted, qualifier)

    def optional(self, wanted: str, qualifier: str | None = None, **further: Any) -> Any:
        return self._context.optional(wanted, qualifier)

    def provide(self, facet: str, provider: object, qualifier: str | None = None, priority: int = 0) -> None:
        self._context.provide(facet, provider, qualifier)

    async def request_decision(self, question: DecisionRequest) -> DecisionResult:
        return await self._context.request_decision(question)


@breaks("test_state_lasts_as_long_as_the_context")
class Forgets(Closed):
    """`state` is a new store each time."""

    @property
    def state(self) -> PluginStateStore:
        return MemoryPluginStateStore()


@keeps_all
class CompletesItsManifest(MemoryContext):
    """`manifest` is a copy in which nothing is left out; without qualifier the last provider is found."""

    def __init__(self, manifest: PluginManifest, bindings: Sequence[MemoryBinding], *rest: Any) -> None:
        super().__init__({"uses": [], "description": "", **manifest}, bindings[::-1], *rest)


@keeps_all
class ProvidesForAll(MemoryContext):
    """What a plugin provides is there for all plugins of the registry that provide nothing of that name."""

    by_registry: ClassVar[MutableMapping[FacetRegistry, dict[tuple[str, str | None], object]]] = WeakKeyDictionary()

    def __init__(self, manifest: PluginManifest, bindings: Sequence[MemoryBinding], registry: FacetRegistry) -> None:
        super().__init__(manifest, bindings, registry)
        self._of_all = self.by_registry.setdefault(registry, {})

    def provide(self, facet: str, implementation: object, /, qualifier: str | None = None) -> None:
        super().provide(facet, implementation, qualifier)
        self._of_all[facet, qualifier] = implementation

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        try:
            return super().require(facet, qualifier)
        except FacetNotFoundError:
            if (facet, qualifier) not in self._of_all:
                raise
            return self._of_all[facet, qualifier]

    def optional(self, facet: str, /, qualifier: str | None = None) -> Any:
        try:
            return self.require(facet, qualifier)
        except FacetNotFoundError:
            return None


# Faults that spare every example: histories find them.


@breaks("test_what_is_required_in_any_history")
class FindsTheUnqualifiedAsDefault(MemoryContext):
    """What is provided without a qualifier is also found as `default`."""

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        asked = None if qualifier == "default" and (facet, None) in self._provided else qualifier
        return super().require(facet, asked)

    def optional(self, facet: str, /, qualifier: str | None = None) -> Any:
        return Apart.optional(cast("Apart", self), facet, qualifier)


@breaks("test_what_is_optional_in_any_history")
class RemembersWhatIsMissing(MemoryContext):
    """What `optional` once did not find it never finds, if the qualifier is `disk`."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.missing: set[tuple[str, str | None]] = set()

    def optional(self, facet: str, /, qualifier: str | None = None) -> Any:
        found = super().optional(facet, qualifier)
        if found is None and qualifier == "disk":
            self.missing.add((facet, qualifier))
        return None if (facet, qualifier) in self.missing else found


@breaks("test_scratch_memory_in_any_history")
class SharesOneKey(MemoryContext):
    """The key `Key` is shared by all contexts."""

    class State(MemoryPluginStateStore):
        shared: ClassVar[list[object]] = []

        def set(self, key: str, value: object, /) -> None:
            super().set(key, value)
            if key == "Key":
                self.shared[:] = [value]

        def get(self, key: str, /) -> Any:
            return self.shared[0] if key == "Key" and self.shared else super().get(key)

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.state = self.State()


@breaks("test_the_manifest_in_any_history")
class DropsAnEmptyDescription(MemoryContext):
    """A description that is empty is left out of the manifest."""

    def __init__(self, manifest: PluginManifest, *arguments: Any) -> None:
        super().__init__(manifest, *arguments)
        kept: Any = {key: value for key, value in manifest.items() if value != ""}
        self.manifest = kept


@breaks("test_questions_and_answers")
class TwelveOptions(MemoryContext):
    """A question has twelve options at the most."""

    async def request_decision(self, request: DecisionRequest, /) -> DecisionResult:
        asked: DecisionRequest = {**request}
        if "options" in asked:
            asked["options"] = asked["options"][:12]
        return await super().request_decision(asked)
