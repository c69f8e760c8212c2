"""Decision handlers that break a promise each."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType, SimpleNamespace
from typing import Any, cast

import pytest

from latency_shim import Decision, DecisionHandler, DecisionSpec, FacetError
from latency_shim.facets import DecisionResult
from latency_shim.memory.decision import MemoryDecision, MemoryDecisionHandler
from latency_shim.testing import DecisionHandlerContract
from mutants import breaks, keeps_all

ALSO = (
    "Decision",
    "DecisionOption",
    "DecisionResult.decided_by",
    "DecisionResult.rationale",
    "DecisionResult.selected_option",
    "DecisionSpec",
    "Urgency",
)


class SUITE(DecisionHandlerContract):
    make: Callable[[], DecisionHandler] = MemoryDecisionHandler

    @pytest.fixture
    def handler(self) -> DecisionHandler:
        return self.make()


@breaks("test_it_conforms_to_the_interface")
class TakesNumbers(MemoryDecisionHandler):
    """An id is said to be a number."""

    async def get_decision(self, id: int, /) -> Decision:  # type: ignore[override] # pyright: ignore[reportIncompatibleMethodOverride] - the fault
        return await super().get_decision(cast("str", id))


class Requests(MemoryDecisionHandler):
    """Base of those that give a new decision back wrongly."""

    async def request_decision(self, spec: DecisionSpec, /) -> Decision:
        return self.wrong(cast("MemoryDecision", await super().request_decision(spec)))

    def wrong(self, decision: MemoryDecision) -> MemoryDecision:
        raise NotImplementedError


@breaks("test_a_new_decision_is_pending")
class DecidesAtOnce(Requests):
    """A new decision is resolved."""

    def wrong(self, decision: MemoryDecision) -> MemoryDecision:
        return replace(decision, status="resolved")


@breaks("test_nothing_is_decided_while_pending")
class HasATimeAtOnce(Requests):
    """A new decision has a time of its resolution."""

    def wrong(self, decision: MemoryDecision) -> MemoryDecision:
        return replace(decision, resolved_at=decision.created_at)


@breaks("test_a_decision_has_what_it_was_asked_for_with")
class SaysTheTitleTwice(Requests):
    """A new decision has its title as its description."""

    def wrong(self, decision: MemoryDecision) -> MemoryDecision:
        return replace(decision, description=decision.title)


@breaks("test_a_decision_can_be_of_any_urgency")
class KnowsNothingCritical(Requests):
    """A critical decision counts as high."""

    def wrong(self, decision: MemoryDecision) -> MemoryDecision:
        return replace(decision, urgency="high") if decision.urgency == "critical" else decision


@breaks("test_options_are_read_back_as_given")
class KeepsLabelsAlone(Requests):
    """Options have labels and nothing else."""

    def wrong(self, decision: MemoryDecision) -> MemoryDecision:
        return replace(decision, options=[{"label": option["label"]} for option in decision.options])


@breaks("test_a_deadline_is_kept")
class ReadsTheClockOnTheWall(Requests):
    """The timezone of a deadline is passed over."""

    def wrong(self, decision: MemoryDecision) -> MemoryDecision:
        return replace(decision, deadline=decision.deadline and decision.deadline.replace(tzinfo=UTC))


@breaks("test_without_a_deadline_there_is_none")
class IsAlwaysDue(Requests):
    """A decision without a deadline is due at once."""

    def wrong(self, decision: MemoryDecision) -> MemoryDecision:
        return replace(decision, deadline=decision.deadline or decision.created_at)


@breaks("test_a_decision_is_found_by_its_id")
class GivesTheFirst(MemoryDecisionHandler):
    """Whatever the id, the first decision is found."""

    async def get_decision(self, id: str, /) -> Decision:
        self._known(id)
        return self._known("1")


@breaks("test_to_get_an_unknown_decision_is_not_found")
class RaisesAnotherError(MemoryDecisionHandler):
    """An unknown id is a `KeyError`."""

    async def get_decision(self, id: str, /) -> Decision:
        return self._decisions[id]


class Resolutions(MemoryDecisionHandler):
    """Base of those that give a resolved decision back wrongly."""

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        return self.wrong(cast("MemoryDecision", await super().resolve_decision(id, result)))

    def wrong(self, decision: MemoryDecision) -> MemoryDecision:
        raise NotImplementedError


@breaks("test_what_is_decided_is_resolved")
class IsStillPending(Resolutions):
    """A decision comes back as pending from its resolution."""

    def wrong(self, decision: MemoryDecision) -> MemoryDecision:
        return replace(decision, status="pending")


@breaks("test_what_is_resolved_has_its_result")
class DropsTheRationale(Resolutions):
    """Nobody learns why."""

    def wrong(self, decision: MemoryDecision) -> MemoryDecision:
        assert decision.result
        result = decision.result
        return replace(
            decision, result={"selected_option": result["selected_option"], "decided_by": result["decided_by"]}
        )


@breaks("test_what_is_resolved_has_its_time")
class HasNoTime(Resolutions):
    """A decision comes back without a time from its resolution."""

    def wrong(self, decision: MemoryDecision) -> MemoryDecision:
        return replace(decision, resolved_at=None)


@breaks("test_what_is_resolved_stays_so")
class KeepsTheOldState(MemoryDecisionHandler):
    """What is looked up is what was asked for, without the result."""

    async def get_decision(self, id: str, /) -> Decision:
        return replace(self._known(id), status="pending")


@breaks("test_to_resolve_an_unknown_decision_is_not_found")
class HasAnotherCode(MemoryDecisionHandler):
    """What is unknown cannot be resolved, as if it was already."""

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        if id not in self._decisions:
            raise FacetError(id, "CONFLICT")
        return await super().resolve_decision(id, result)


@breaks("test_a_decision_is_resolved_once")
class AcceptsTheSameAnswer(MemoryDecisionHandler):
    """The same answer may be given twice."""

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        decision = self._known(id)
        return decision if decision.result == result else await super().resolve_decision(id, result)


@breaks("test_a_second_answer_changes_nothing")
class StoresFirst(MemoryDecisionHandler):
    """A second answer is stored, and then refused."""

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        old = self._known(id)
        self._decisions[id] = replace(old, result=result)
        return await super().resolve_decision(id, result)


@breaks("test_all_that_is_pending_is_listed")
class ListsTwo(MemoryDecisionHandler):
    """No more than two decisions are listed."""

    async def list_pending_decisions(self) -> Sequence[Decision]:
        return (await super().list_pending_decisions())[:2]


@breaks("test_what_is_resolved_is_not_pending")
class ListsEverything(MemoryDecisionHandler):
    """What is resolved is listed as well."""

    async def list_pending_decisions(self) -> Sequence[Decision]:
        return [*self._decisions.values()]


@keeps_all
class ListsInAnotherOrder(MemoryDecisionHandler):
    """The newest comes first; it holds decisions already, and methods return awaitables that are not coroutines."""

    def __init__(self) -> None:
        super().__init__()
        for _ in range(3):
            asyncio.run(
                self.request_decision({"title": "Old?", "description": "", "options": [], "urgency": "critical"})
            )

    async def list_pending_decisions(self, *, newest_first: bool = True) -> Sequence[Decision]:
        found = sorted(await super().list_pending_decisions(), key=lambda one: one.created_at, reverse=newest_first)
        return tuple(found)

    def get_decision(self, id: str, /) -> Awaitable[Decision]:  # type: ignore[override] # pyright: ignore[reportIncompatibleMethodOverride] - what callers await
        async def get() -> Decision:
            return await super(ListsInAnotherOrder, self).get_decision(id)

        return asyncio.ensure_future(get())


@breaks("test_an_overdue_decision_stays_pending")
class ForgetsWhatIsOverdue(MemoryDecisionHandler):
    """A decision that is overdue is not listed any more."""

    async def list_pending_decisions(self) -> Sequence[Decision]:
        now = datetime.now(UTC)
        return [one for one in await super().list_pending_decisions() if one.deadline is None or one.deadline > now]


@breaks("test_a_label_that_is_no_option_is_refused_as_invalid_or_accepted")
class RefusesWithAnotherCode(MemoryDecisionHandler):
    """A label that is not an option is refused with `VALIDATION`."""

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        try:
            return await super().resolve_decision(id, result)
        except FacetError as error:
            raise FacetError(str(error), "VALIDATION" if error.code == "INVALID" else error.code) from error


@breaks("test_a_decision_without_options_takes_any_text")
class RefusesFreeText(MemoryDecisionHandler):
    """An answer to a question without options is refused."""

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        if not (await self.get_decision(id)).options:
            raise FacetError("it has no such option", "INVALID")
        return await super().resolve_decision(id, result)


@keeps_all
class TakesAnyLabel(MemoryDecisionHandler):
    """A label that is not an option is accepted."""

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        before = self._decisions.get(id)
        if before is None or before.status == "resolved":
            return await super().resolve_decision(id, result)
        self._decisions[id] = replace(before, options=())
        await super().resolve_decision(id, result)
        self._decisions[id] = replace(self._decisions[id], options=before.options)
        return await self.get_decision(id)


@breaks("test_what_is_pending_shows_the_state_at_the_time_of_the_call")
class GivesTheSameList(MemoryDecisionHandler):
    """`list_pending_decisions` gives one list, which it brings up to date."""

    def __init__(self) -> None:
        super().__init__()
        self.listed: list[Decision] = []

    async def list_pending_decisions(self) -> Sequence[Decision]:
        self.listed[:] = await super().list_pending_decisions()
        return self.listed


@keeps_all
class IsSlowAndLoose(MemoryDecisionHandler):
    """Times are UTC, records have no class of their own, options have more keys, and it takes its time."""

    async def request_decision(self, spec: DecisionSpec, /, **keywords: object) -> Any:
        return self.loose(await super().request_decision(spec))

    async def get_decision(self, id: str, /) -> Any:
        return self.loose(await super().get_decision(id))

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Any:
        await asyncio.sleep(0.001)
        return self.loose(await super().resolve_decision(id, result))

    def loose(self, decision: Decision) -> SimpleNamespace:
        return SimpleNamespace(
            id=decision.id,
            title=decision.title,
            description=decision.description,
            options=[{"description": "", "metadata": MappingProxyType({}), **one} for one in decision.options],
            urgency=decision.urgency,
            deadline=decision.deadline and decision.deadline.astimezone(UTC),
            result=decision.result,
            status=decision.status,
            created_at=decision.created_at,
            resolved_at=decision.resolved_at,
            votes={},
        )


# Faults that spare every example: histories find them.


@breaks("test_what_is_decided_in_any_history")
class TwentyOptions(MemoryDecisionHandler):
    """A decision has twenty options at the most."""

    async def request_decision(self, spec: DecisionSpec, /) -> Decision:
        return await super().request_decision({**spec, "options": spec["options"][:20]})


@breaks("test_what_is_pending_in_any_history")
class ListsThree(MemoryDecisionHandler):
    """`list_pending_decisions` gives three decisions at the most."""

    async def list_pending_decisions(self) -> Sequence[Decision]:
        return (await super().list_pending_decisions())[:3]


@breaks("test_what_was_listed_stays_in_any_history")
class RefillsALongList(MemoryDecisionHandler):
    """Once four decisions are pending, `list_pending_decisions` always gives the same list, brought up to date."""

    listed: list[Decision] | None = None

    async def list_pending_decisions(self) -> Sequence[Decision]:
        found = [*await super().list_pending_decisions()]
        if self.listed is None and len(found) > 3:
            self.listed = []
        if self.listed is None:
            return found
        self.listed[:] = found
        return self.listed
