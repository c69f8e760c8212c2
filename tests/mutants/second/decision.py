"""Decision handlers over a history that break a clause each."""

import asyncio
import datetime
from collections.abc import Callable, Sequence

from latency_shim import Decision, DecisionHandler, DecisionSpec, FacetError
from latency_shim.facets import DecisionResult
from mutants import decision as first
from mutants import violates
from reference.decisions import Answered, Asked, Decisions, Seen


class SUITE(first.SUITE):
    make: Callable[[], DecisionHandler] = Decisions


class Shows(Decisions):
    """Base of those that show decisions otherwise."""

    def seen(self, asked: Asked) -> Seen:
        return self.shown(super().seen(asked))

    def shown(self, seen: Seen) -> Seen:
        return seen


class Lists(Decisions):
    """Base of those that list decisions otherwise."""

    async def list_pending_decisions(self) -> Sequence[Decision]:
        return self.listed([*await super().list_pending_decisions()])

    def listed(self, pending: list[Decision]) -> Sequence[Decision]:
        return pending


class Resolves(Decisions):
    """Base of those that keep another result."""

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        return await super().resolve_decision(id, self.kept(result))

    def kept(self, result: DecisionResult) -> DecisionResult:
        return result


@violates("return it, pending")
class OneOption(Decisions):
    """A decision with a single option is resolved at once."""

    async def request_decision(self, spec: DecisionSpec, /) -> Decision:
        asked = await super().request_decision(spec)
        if len(asked.options) != 1:
            return asked
        return await self.resolve_decision(asked.id, {"selected_option": asked.options[0]["label"], "decided_by": ""})


@violates("It does not wait for the answer")
class OneAtATime(Decisions):
    """A third question waits until one of the others is answered, for a short time."""

    async def request_decision(self, spec: DecisionSpec, /) -> Decision:
        if len(await self.list_pending_decisions()) > 1:
            await asyncio.sleep(0.4)
        return await super().request_decision(spec)


@violates("What the spec gave is copied over")
class LiveOptions(Shows):
    """Options are those of the latest decision with the same title."""

    def shown(self, seen: Seen) -> Seen:
        same = [one for one in self.history if isinstance(one, Asked) and one.spec["title"] == seen.title]
        return seen._replace(options=same[-1].spec["options"])


@violates("What the spec gave is copied over")
class TitleIsStripped(Shows):
    """Spaces around a title are lost."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(title=seen.title.strip())


@violates("The background of the question; required, unlike other descriptions")
class EmptyDescription(Shows):
    """An empty description becomes the title."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(description=seen.description or seen.title)


@violates("Used in both directions: passed in a `DecisionSpec`, read back from a `Decision`")
class FalsyParts(Shows):
    """What is empty in an option is left out."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(options=[{k: v for k, v in one.items() if v or k == "label"} for one in seen.options])  # type: ignore[misc]


@violates("The options to choose from")
class UniqueLabels(Shows):
    """Of two options with the same label one is lost."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(options=[*{one["label"]: one for one in seen.options}.values()])


@violates("The options to choose from")
class SortedWhenMany(Shows):
    """More than three options are sorted."""

    def shown(self, seen: Seen) -> Seen:
        options = seen.options
        return seen._replace(options=options if len(options) < 4 else sorted(options, key=lambda one: one["label"]))


@violates("When it should be decided")
class NaiveZone(Shows):
    """A deadline loses its microseconds."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(deadline=seen.deadline and seen.deadline.replace(microsecond=0))


@violates("An overdue decision stays pending")
class OverdueResolved(Decisions):
    """A decision that is more than a day overdue is not listed."""

    async def list_pending_decisions(self) -> Sequence[Decision]:
        limit = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
        return [one for one in await super().list_pending_decisions() if one.deadline is None or one.deadline > limit]


@violates("An overdue decision stays pending")
class OverdueConflicts(Decisions):
    """An overdue decision cannot be resolved any more."""

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        deadline = self.known(id).deadline
        if deadline is not None and deadline < datetime.datetime.now(datetime.UTC):
            raise FacetError("too late", "CONFLICT")
        return await super().resolve_decision(id, result)


@violates("The handler's id")
class IdsOfTitles(Decisions):
    """Two decisions of one title that are asked for one after the other have one id, if the first is resolved."""

    async def request_decision(self, spec: DecisionSpec, /) -> Decision:
        asked = await super().request_decision(spec)
        last = self.history[-1]
        before = [one for one in self.history[:-1] if isinstance(one, Asked) and one.spec["title"] == spec["title"]]
        if before and self.answer_to(before[-1].id) and isinstance(last, Asked):
            kept = [one for one in self.history[:-1] if one.id != before[-1].id]
            self.history = (*kept, last._replace(id=before[-1].id))
            return self.known(before[-1].id)
        return asked


@violates("`FacetError` with code `NOT_FOUND` when no such id exists")
class NearIds(Decisions):
    """An id is known without regard to capital letters and spaces around it."""

    def known(self, id: str) -> Seen:
        return super().known(id.strip().lower())


@violates("`FacetError` with code `NOT_FOUND` when no such id exists")
class EmptyId(Decisions):
    """The empty id stands for the latest decision."""

    def known(self, id: str) -> Seen:
        return super().known(id or (self.history[-1].id if self.history else ""))


@violates("Decide; return the decision, resolved and with `result`")
class NoRationale(Resolves):
    """A rationale that is empty is left out."""

    def kept(self, result: DecisionResult) -> DecisionResult:
        return {key: value for key, value in result.items() if value or key != "rationale"}  # type: ignore[return-value]


@violates("Label of the option that was chosen")
class FoldedLabels(Decisions):
    """A label that differs in capital letters from an option is kept as the option has it."""

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        labels = {one["label"].lower(): one["label"] for one in self.known(id).options}
        given = result["selected_option"]
        return await super().resolve_decision(id, {**result, "selected_option": labels.get(given.lower(), given)})


@violates("it is refused with the code `INVALID`")
class ConflictForLabels(Decisions):
    """The empty label is refused as a conflict."""

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        if self.known(id).options and not result["selected_option"]:
            raise FacetError("nothing is chosen", "CONFLICT")
        return await super().resolve_decision(id, result)


@violates("`CONFLICT` when it is resolved already", "test_a_decision_is_resolved_once")
class SameAnswerTwice(Decisions):
    """Who decided may decide again."""

    async def resolve_decision(self, id: str, result: DecisionResult, /) -> Decision:
        before = self.answer_to(id)
        if before and before.result["decided_by"] != result["decided_by"]:
            return await super().resolve_decision(id, result)
        self.history = tuple(one for one in self.history if one is not before)
        try:
            return await super().resolve_decision(id, result)
        except FacetError:
            self.history += (before,) if before else ()
            raise


@violates("`resolved_at` is set")
class ResolvedWhenSeen(Shows):
    """`resolved_at` is the time at which the decision is looked at."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(resolved_at=seen.resolved_at and datetime.datetime.now(datetime.UTC))


@violates("When it was asked for")
class CreatedWhenSeen(Shows):
    """`created_at` of a resolved decision is the time at which it was resolved."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(created_at=seen.resolved_at or seen.created_at)


@violates("Return all decisions that are pending")
class UrgentOnly(Lists):
    """Where something is critical nothing else is listed."""

    def listed(self, pending: list[Decision]) -> Sequence[Decision]:
        return [one for one in pending if one.urgency == "critical"] or pending


@violates("Return all decisions that are pending")
class OneOfATitle(Lists):
    """Of pending decisions with one title only the first is listed."""

    def listed(self, pending: list[Decision]) -> Sequence[Decision]:
        return [*{one.title: one for one in pending[::-1]}.values()]


@violates("Return all decisions that are pending")
class Few(Lists):
    """Only twenty decisions are listed."""

    def listed(self, pending: list[Decision]) -> Sequence[Decision]:
        return pending[:20]


@violates("The sequence shows the state at the time of the call")
class CachedList(Decisions):
    """The list is kept until another decision is asked for, so answers are not seen."""

    shown: tuple[int, Sequence[Decision]] = (0, ())

    async def list_pending_decisions(self) -> Sequence[Decision]:
        count = len(self.all())
        if self.shown[0] != count:
            self.shown = count, await super().list_pending_decisions()
        return self.shown[1]


@violates("`None` while pending")
class OthersResult(Shows):
    """A pending decision has the result of a resolved one with the same title and description."""

    def shown(self, seen: Seen) -> Seen:
        for one in self.history:
            if isinstance(one, Asked) and one.spec["title"] == seen.title and seen.result is None:
                answer = self.answer_to(one.id)
                if answer and one.spec["description"] == seen.description:
                    return seen._replace(result=answer.result)
        return seen


@violates("What the spec gave is copied over.")
class ShortTitles(Shows):
    """Titles are cut after 250 characters."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(title=seen.title[:250])


@violates("What the spec gave is copied over.")
class Urgent(Shows):
    """What is overdue is critical."""

    def shown(self, seen: Seen) -> Seen:
        overdue = seen.deadline is not None and seen.deadline.year < 2020
        return seen._replace(urgency="critical") if overdue else seen


@violates("all decisions that are pending")
class WithoutReason(Lists):
    """What was decided without a rationale, and nothing after it, is listed still."""

    async def list_pending_decisions(self) -> Sequence[Decision]:
        last = self.history[-1] if self.history else None
        found = [*await super().list_pending_decisions()]
        if isinstance(last, Answered) and "rationale" not in last.result and last.result["decided_by"] == "bot":
            found.append(self.known(last.id))
        return found


@violates("Decide; return the decision, resolved and with `result`.")
class StripsNames(Resolves):
    """Blanks around the name of who decides are lost."""

    def kept(self, result: DecisionResult) -> DecisionResult:
        return {**result, "decided_by": result["decided_by"].strip()}


@violates("What the spec gave is copied over.")
class InHours(Shows):
    """A deadline is in full minutes of UTC."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(deadline=seen.deadline and seen.deadline.replace(second=0))
