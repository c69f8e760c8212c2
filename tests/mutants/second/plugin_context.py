"""Contexts over a history that break a clause each."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

import pytest

from latency_shim import (
    Binder as BinderInterface,
)
from latency_shim import (
    Decision,
    DecisionHandler,
    DecisionRequest,
    DecisionResult,
    DecisionSpec,
    FacetNotFoundError,
    PluginContext,
    PluginManifest,
)
from mutants import plugin_context as first
from mutants import violates
from reference.binder import Binder
from reference.context import Answer, Context, Had
from reference.loggers import Console
from reference.stores import PluginState


class SUITE(first.SUITE):
    make: Callable[..., PluginContext] = Context

    @pytest.fixture
    def binder(self) -> BinderInterface:
        binder = Binder()
        binder.context_type = self.make
        return binder


class Finds(Context):
    """Base of those that find something else."""

    def found(self, facet: str, qualifier: str | None) -> tuple[Had, ...]:
        return self.better(facet, qualifier, super().found(facet, qualifier))

    def better(self, facet: str, qualifier: str | None, found: tuple[Had, ...]) -> tuple[Had, ...]:
        return found

    def all_of(self, facet: str) -> tuple[Had, ...]:
        return tuple(one for one in reversed(self.history) if one.facet == facet)


class Begins(Context):
    """Base of those that begin otherwise."""

    def __init__(
        self, manifest: PluginManifest, bound: Sequence[Had] = (), handler: Callable[[], Any] = lambda: None
    ) -> None:
        super().__init__(manifest, bound, handler)
        self.begin()

    def begin(self) -> None:
        pass


# The manifest.


@violates("The manifest of the plugin that holds this context")
class FewFields(Begins):
    """The manifest is only id, name, version and the facets."""

    def begin(self) -> None:
        kept = "id", "name", "version", "provides", "requires"
        self.manifest: Any = {key: value for key, value in self.manifest.items() if key in kept}


@violates("The manifest of the plugin that holds this context")
class WithoutExtras(Begins):
    """The entries of a manifest are cut to their facets."""

    def begin(self) -> None:
        self.manifest: Any = {
            **self.manifest,
            "requires": [{"facet": one["facet"]} for one in self.manifest["requires"]],
        }


# Requiring.


@violates("With `qualifier` it gives what was bound for that qualifier")
class Prefixes(Finds):
    """A qualifier finds what was bound for one that begins with it."""

    def better(self, facet: str, qualifier: str | None, found: tuple[Had, ...]) -> tuple[Had, ...]:
        return found or tuple(one for one in self.all_of(facet) if (one.qualifier or "").startswith(qualifier or "\0"))


@violates("or raises too", "test_no_other_provider_takes_the_place_of_a_qualified_one")
class UnqualifiedForQualified(Finds):
    """A qualifier finds what was bound without one, where that is all there is."""

    def better(self, facet: str, qualifier: str | None, found: tuple[Had, ...]) -> tuple[Had, ...]:
        every = self.all_of(facet)
        return found or (every if len(every) == 1 and every[0].qualifier is None else ())


@violates("With `qualifier` it gives what was bound for that qualifier")
class Folded(Finds):
    """Qualifiers are compared without regard to capital letters."""

    def better(self, facet: str, qualifier: str | None, found: tuple[Had, ...]) -> tuple[Had, ...]:
        folded = qualifier and qualifier.casefold()
        return found or tuple(one for one in self.all_of(facet) if one.qualifier and one.qualifier.casefold() == folded)


@violates("With `qualifier` it gives what was bound for that qualifier")
class DefaultIsUnqualified(Finds):
    """The qualifier `default` finds what has none."""

    def better(self, facet: str, qualifier: str | None, found: tuple[Had, ...]) -> tuple[Had, ...]:
        return found or (super().found(facet, None) if qualifier == "default" else ())


@violates("without, any provider that was bound or provided will do", "test_without_qualifier_any_provider_will_do")
class OnlySole(Finds):
    """Without a qualifier several qualified providers are none."""

    def better(self, facet: str, qualifier: str | None, found: tuple[Had, ...]) -> tuple[Had, ...]:
        return found if qualifier is not None or len(found) < 2 or found[0].qualifier is None else ()


@violates(
    "Raises `FacetNotFoundError` when nothing was bound",
    "test_no_other_provider_takes_the_place_of_a_qualified_one",
    "test_what_was_provided_with_a_qualifier_is_found_by_it",
)
class OtherError(Context):
    """With a qualifier that was not bound, while the facet was, `require` raises `LookupError`."""

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        if self.found(facet, None) and not self.found(facet, qualifier):
            raise LookupError(facet)
        return super().require(facet, qualifier)


@violates("Qualifier that was asked for, as it was given.")
class StrippedInError(Context):
    """The qualifier in the error is in small letters."""

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        try:
            return super().require(facet, qualifier)
        except FacetNotFoundError:
            raise FacetNotFoundError(facet, qualifier and qualifier.lower()) from None


@violates("It is the very object that was registered")
class InstantiatesClasses(Context):
    """A provider that is a class is given as an instance."""

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        found = super().require(facet, qualifier)
        return found() if isinstance(found, type) else found


@violates("never the truth value of the provider")
class FalsyProvided(Finds):
    """A provider that is not true is passed over where there is another."""

    def better(self, facet: str, qualifier: str | None, found: tuple[Had, ...]) -> tuple[Had, ...]:
        return tuple(sorted(found, key=lambda one: not one.provider)) if len(found) > 1 else found


@violates("Never raises for a provider that is not there", "test_optional_gives_none_when_nothing_was_bound")
class OptionalRaises(Context):
    """`optional` raises for an unknown qualifier of a facet that is there."""

    def optional(self, facet: str, /, qualifier: str | None = None) -> Any:
        return self.require(facet, qualifier) if self.found(facet, None) else None


@violates("Return the provider that was bound to this plugin for `facet`, or `None`")
class OptionalUnqualified(Context):
    """`optional` with a qualifier gives another provider where that one is not there."""

    def optional(self, facet: str, /, qualifier: str | None = None) -> Any:
        found = super().optional(facet, qualifier)
        return super().optional(facet) if found is None and not qualifier else found


@violates(
    "Return the provider that was bound to this plugin for `facet`, or `None`",
    "test_optional_gives_none_when_nothing_was_bound",
)
class OptionalFalls(Context):
    """`optional` with an unknown qualifier gives what there is."""

    def optional(self, facet: str, /, qualifier: str | None = None) -> Any:
        return next((one.provider for one in (*self.found(facet, qualifier), *self.found(facet, None))), None)


@violates("a later replacement in the registry is not seen")
class HandlerReplaced(Context):
    """The handler that is bound gives way to one that is registered later."""

    def handler(self) -> DecisionHandler:
        return self.registered_handler() or super().handler()


# Providing.


@violates("What is offered with a qualifier is found under no other qualifier")
class ProvidedByPrefix(Finds):
    """What is offered with a qualifier is found under one that differs in capital letters."""

    def better(self, facet: str, qualifier: str | None, found: tuple[Had, ...]) -> tuple[Had, ...]:
        return found or tuple(
            one for one in self.all_of(facet) if qualifier and (one.qualifier or "").lower() == qualifier.lower()
        )


@violates("with the same facet and qualifier, find it")
class UnqualifiedUnderAny(Finds):
    """What is provided without a qualifier is found under any."""

    provided = 0

    def provide(self, facet: str, implementation: object, /, qualifier: str | None = None) -> None:
        super().provide(facet, implementation, qualifier)
        self.provided += 1

    def better(self, facet: str, qualifier: str | None, found: tuple[Had, ...]) -> tuple[Had, ...]:
        own = self.history[len(self.history) - self.provided :]
        return found or tuple(one for one in own if one.facet == facet and one.qualifier is None)


@violates(
    "Later calls of `require` and `optional` on this context, with the same facet and qualifier, find it",
    "test_what_was_provided_last_is_found",
)
class QualifiedBoundWins(Finds):
    """What is provided with a qualifier gives way to what was bound for it."""

    def better(self, facet: str, qualifier: str | None, found: tuple[Had, ...]) -> tuple[Had, ...]:
        return found if qualifier is None else found[::-1]


@violates("Later calls of `require` and `optional` on this context, with the same facet and qualifier, find it")
class FirstOfThree(Context):
    """What is provided a third time does not replace the second."""

    def provide(self, facet: str, implementation: object, /, qualifier: str | None = None) -> None:
        if sum(one[:2] == (facet, qualifier) for one in self.history) < 2:
            super().provide(facet, implementation, qualifier)


@violates("Later calls of `require` and `optional` on this context, with the same facet and qualifier, find it")
class EqualIsKept(Context):
    """What is provided and equal to what was there does not replace it."""

    def provide(self, facet: str, implementation: object, /, qualifier: str | None = None) -> None:
        if not any(one == (facet, qualifier, implementation) for one in self.history):
            super().provide(facet, implementation, qualifier)


@violates("Later calls of `require` and `optional` on this context")
class ProvideAfterRequire(Context):
    """What a plugin has required stays, whatever it provides."""

    required: dict[tuple[str, str | None], Any]

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        self.__dict__.setdefault("required", {})
        return self.required.setdefault((facet, qualifier), super().require(facet, qualifier))


# Decisions.


@violates("The prompt becomes the title of the decision")
class ShortTitle(Context):
    """The title is the first line of the prompt."""

    def asked(self, request: DecisionRequest) -> DecisionSpec:
        found = super().asked(request)
        return {**found, "title": found["title"].partition("\n")[0]}


@violates("the options become its labels")
class UniqueLabels(Context):
    """Options that are equal but for spaces around them become one label."""

    def asked(self, request: DecisionRequest) -> DecisionSpec:
        found = super().asked(request)
        return {**found, "options": [{"label": one["label"].strip()} for one in found["options"]]}


@violates("the options become its labels")
class FewLabels(Context):
    """Only five options are passed on."""

    def asked(self, request: DecisionRequest) -> DecisionSpec:
        found = super().asked(request)
        return {**found, "options": found["options"][:5]}


@violates("a free question has none")
class EmptyIsYesNo(Context):
    """A question whose options are empty is given yes and no."""

    def asked(self, request: DecisionRequest) -> DecisionSpec:
        found = super().asked(request)
        empty = "options" in request and not found["options"]
        return {**found, "options": [{"label": "yes"}, {"label": "no"}]} if empty else found


@violates("The answer is the `selected_option`")
class FalsyAnswer(Context):
    """An empty answer to a free question becomes that of who decided."""

    def answer(self, decision: Decision) -> DecisionResult:
        found = super().answer(decision)
        return Answer(found.decision or (decision.result or {"decided_by": ""})["decided_by"], None)


@violates("The answer is the `selected_option`")
class LabelsOnly(Context):
    """An answer that is not an option becomes the first option."""

    def answer(self, decision: Decision) -> DecisionResult:
        found = super().answer(decision)
        labels = [one["label"] for one in decision.options]
        return found if not labels or found.decision in labels else Answer(labels[0], None)


@violates("and wait for the answer")
class WaitsForThePendingList(Context):
    """The answer is that of the last decision of the handler that was asked, and not of this question."""

    last: ClassVar[dict[int, str]] = {}

    async def request_decision(self, request: DecisionRequest, /) -> DecisionResult:
        handler = self.handler()
        decision = await handler.request_decision(self.asked(request))
        self.last[id(handler)] = decision.id
        await asyncio.sleep(0.01)
        while (decision := await handler.get_decision(self.last[id(handler)])).status == "pending":  # noqa: ASYNC110 - nothing tells when
            await asyncio.sleep(0.002)
        return self.answer(decision)


@violates("and wait for the answer")
class WaitsBriefly(Context):
    """A question that is not answered soon has the empty answer."""

    async def request_decision(self, request: DecisionRequest, /) -> DecisionResult:
        try:
            async with asyncio.timeout(0.03):
                return await super().request_decision(request)
        except TimeoutError:
            return Answer("", None)


@violates("The handler is the one that is bound or registered.")
class FalsyHandler(Context):
    """A handler that is not true is not asked."""

    def handler(self) -> DecisionHandler:
        found: Any = super().handler()
        if not found:
            raise FacetNotFoundError("DecisionHandler")
        handler: DecisionHandler = found
        return handler


# Logger and state.


@violates("It begins empty with each context")
class StateOfId(Begins):
    """State survives for the same plugin id where it holds more than one key."""

    states: ClassVar[dict[str, PluginState]] = {}

    def begin(self) -> None:
        before = self.states.get(self.manifest["id"])
        if before is not None and len({one.key for one in before.history}) > 1:
            self.state = before
        else:
            self.states[self.manifest["id"]] = self.state = PluginState()


@violates("`logger` and `state` belong to it alone")
class LoggerOfName(Begins):
    """Two plugins of one name share a logger."""

    loggers: ClassVar[dict[str, Console]] = {}

    def begin(self) -> None:
        self.logger = self.loggers.setdefault(self.manifest["name"], Console())


@violates("Later calls of `require` and `optional` on this context")
class NothingIsNothing(Context):
    """To provide `None` does nothing."""

    def provide(self, facet: str, implementation: object, /, qualifier: str | None = None) -> None:
        if implementation is not None:
            super().provide(facet, implementation, qualifier)


@violates("Later calls of `require` and `optional` on this context")
class KnowsThatNothingIs(Context):
    """What was once not there stays so for `optional`."""

    def optional(self, facet: str, /, qualifier: str | None = None) -> Any:
        gone = vars(self).setdefault("gone", set())
        if (facet, qualifier) in gone:
            return None
        if not self.found(facet, qualifier):
            gone.add((facet, qualifier))
        return super().optional(facet, qualifier)


@violates("Return the provider that was bound to this plugin for `facet`")
class FirstAndLast(Finds):
    """Of three providers of a facet with qualifiers the one in the middle is not found."""

    def better(self, facet: str, qualifier: str | None, found: tuple[Had, ...]) -> tuple[Had, ...]:
        all_ = [one for one in self.history if one.facet == facet and one.qualifier is not None]
        return tuple(one for one in found if not (len(all_) > 2 and one is all_[1]))


@violates("The answer is the `selected_option`.")
class AsksOnce(Context):
    """A question with the prompt of an earlier one has its answer."""

    async def request_decision(self, request: DecisionRequest, /) -> DecisionResult:
        known = vars(self).setdefault("known", {})
        if request["prompt"] not in known:
            known[request["prompt"]] = await super().request_decision(request)
        return known[request["prompt"]]  # type: ignore[no-any-return]


@violates("the options become its labels")
class SortsOptions(Context):
    """Options that are more than three are sorted."""

    def asked(self, request: DecisionRequest) -> DecisionSpec:
        options = request.get("options", ())
        return super().asked({**request, "options": sorted(options)} if len(options) > 3 else request)


@violates("It begins empty with each context.")
class NoneIsGone(Begins):
    """State that is set to `None` is deleted."""

    def begin(self) -> None:
        class Forgets(PluginState):
            def has(self, key: str, /) -> bool:
                return self.get(key) is not None

        self.state = Forgets()
