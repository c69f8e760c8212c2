"""The suite for decision handlers."""

import datetime
import time
from collections.abc import Mapping
from typing import Any, ClassVar

import pytest

from latency_shim import Decision, DecisionHandler, DecisionSpec, FacetError
from latency_shim.facets import DecisionResult
from latency_shim.testing._models.decision import DecisionHandlerHistories

SHIP: DecisionResult = {"selected_option": "ship", "decided_by": "ada"}


class DecisionHandlerContract(DecisionHandlerHistories):
    """The promises of every `DecisionHandler`. Needs the fixture `handler`."""

    interface: ClassVar[Any] = DecisionHandler
    fixture: ClassVar[str] = "handler"
    needs: ClassVar[Mapping[str, str]] = {
        "handler": "a decision handler of yours, in which the test alone decides",
    }
    untested: ClassVar[Mapping[str, str]] = {
        "When it was asked for.": "the handler's clock is not the test's, and a recorded answer is older",
    }

    @pytest.fixture
    def unknown_id(self) -> str:
        """Return an id that no decision has; override it if ids must have a certain form."""
        return "no-such-decision"

    @pytest.fixture
    def deadline(self) -> datetime.datetime:
        """Return a time at which a decision can be due."""
        now = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=5, minutes=30)))
        return now.replace(minute=0, second=0, microsecond=0) + datetime.timedelta(days=7)

    def asked(self, it: DecisionHandler, title: str = "Release 2.0?") -> Decision:
        """Return a new decision, with the options `ship` and `wait`."""
        return self.run(it.request_decision(self.spec(title)))

    def spec(self, title: str = "Release 2.0?") -> DecisionSpec:
        """Return the specification of a decision."""
        return {
            "title": title,
            "description": "All checks are green.",
            "options": [
                {"label": "ship"},
                {"label": "wait", "description": "until Monday", "metadata": {"days": 3, "who": ["ada", "alan"]}},
            ],
            "urgency": "high",
        }

    def pending(self, it: DecisionHandler) -> list[str]:
        """Return the ids of the pending decisions."""
        return [decision.id for decision in self.run(it.list_pending_decisions())]

    def test_a_new_decision_is_pending(self, it: DecisionHandler) -> None:
        """Ask for a decision; return it, pending. It does not wait for the answer. … Whether it was decided.

        If this fails, a new decision is not `pending`.
        """
        assert self.asked(it).status == "pending"

    def test_nothing_is_decided_while_pending(self, it: DecisionHandler) -> None:
        """The outcome; `None` while pending. … When it was decided; `None` while pending.

        If this fails, a pending decision has a `result` or a `resolved_at` already.
        """
        decision = self.asked(it)
        assert (decision.result, decision.resolved_at) == (None, None)

    def test_a_decision_has_what_it_was_asked_for_with(self, it: DecisionHandler) -> None:
        """What the spec gave is copied over. … The question in one line. … The background of the question … How
        urgent it is; there is no default. … How urgent it is. … The argument of
        `DecisionHandler.request_decision`.

        If this fails, title, description or urgency of a decision are not those of the `DecisionSpec`.
        """
        decision = self.asked(it)
        assert (decision.title, decision.description) == ("Release 2.0?", "All checks are green.")
        assert decision.urgency == "high"

    @pytest.mark.parametrize("urgency", ["low", "medium", "high", "critical"])
    def test_a_decision_can_be_of_any_urgency(self, it: DecisionHandler, urgency: Any) -> None:
        """How pressing a decision is, rising from left to right.

        If this fails, `request_decision` refuses or changes some `urgency`.
        """
        assert self.run(it.request_decision({**self.spec(), "urgency": urgency})).urgency == urgency

    def test_options_are_read_back_as_given(self, it: DecisionHandler) -> None:
        """Used in both directions: passed in a `DecisionSpec`, read back from a `Decision`. … The options to choose from. … Text of
        the option, and what `DecisionResult.selected_option` names. … The consequences of the option. … Extra data; opaque.

        If this fails, an option has lost its label, description or metadata, or they come in another order.
        """
        given = self.spec()["options"]
        found = self.asked(it).options
        assert [option["label"] for option in found] == ["ship", "wait"]
        for option, original in zip(found, given, strict=True):
            assert {key: option.get(key) for key in original} == original

    def test_a_deadline_is_kept(self, it: DecisionHandler, deadline: datetime.datetime) -> None:
        """When it should be decided. … Timezone-aware.

        If this fails, `deadline` is dropped, or another time than the one given; the timezone may be another.
        """
        assert self.run(it.request_decision({**self.spec(), "deadline": deadline})).deadline == deadline

    def test_an_overdue_decision_stays_pending(self, it: DecisionHandler) -> None:
        """An overdue decision stays pending.

        If this fails, a decision was resolved, or left out of those that are pending, when its deadline passed.
        """
        deadline = datetime.datetime.now(datetime.UTC) + datetime.timedelta(milliseconds=5)
        decision = self.run(it.request_decision({**self.spec(), "deadline": deadline}))
        time.sleep(0.01)
        assert self.run(it.get_decision(decision.id)).status == "pending"
        assert decision.id in self.pending(it)

    def test_without_a_deadline_there_is_none(self, it: DecisionHandler) -> None:
        """When it should be decided, if ever.

        If this fails, a decision that was asked for without a deadline has one: it is `None` then.
        """
        assert self.asked(it).deadline is None

    def test_a_decision_is_found_by_its_id(self, it: DecisionHandler) -> None:
        """Return the decision … The handler's id. … The result of `DecisionHandler.get_decision`, among others.

        If this fails, `get_decision` does not find what `request_decision` made, or finds another.
        """
        decisions = [self.asked(it, title) for title in ("Release 2.0?", "Release 3.0?")]
        found = [self.run(it.get_decision(decision.id)) for decision in decisions]
        assert [(decision.id, decision.title) for decision in found] == [
            (decisions[0].id, "Release 2.0?"),
            (decisions[1].id, "Release 3.0?"),
        ]

    def test_to_get_an_unknown_decision_is_not_found(self, it: DecisionHandler, unknown_id: str) -> None:
        """Failures are `FacetError`, with the codes `NOT_FOUND` … `FacetError` with code `NOT_FOUND` when no such
        id exists.

        If this fails, `get_decision` does something else than raising `FacetError(…, "NOT_FOUND")` for an unknown id.
        """
        with self.refuses("NOT_FOUND"):
            self.run(it.get_decision(unknown_id))

    def test_what_is_decided_is_resolved(self, it: DecisionHandler) -> None:
        """Decide; return the decision, resolved

        If this fails, `resolve_decision` returns a decision that is still `pending`, or another one.
        """
        decision = self.asked(it)
        resolved = self.run(it.resolve_decision(decision.id, SHIP))
        assert (resolved.id, resolved.status) == (decision.id, "resolved")

    def test_what_is_resolved_has_its_result(self, it: DecisionHandler) -> None:
        """and with `result`. … Label of the option that was chosen. … Why. … Name or id of the person or system that
        decided.

        If this fails, the `result` of a resolved decision is not what `resolve_decision` was given.
        """
        for result in SHIP, DecisionResult(selected_option="wait", decided_by="bot", rationale="It is Friday."):
            found = self.run(it.resolve_decision(self.asked(it).id, result)).result
            assert found is not None
            assert {**found} == result

    def test_what_is_resolved_has_its_time(self, it: DecisionHandler) -> None:
        """`resolved_at` is set. … When it was decided

        If this fails, `resolve_decision` returns a decision without the time.
        """
        assert self.run(it.resolve_decision(self.asked(it).id, SHIP)).resolved_at is not None

    def test_what_is_resolved_stays_so(self, it: DecisionHandler) -> None:
        """Return the decision … The outcome;

        If this fails, `get_decision` does not know of what `resolve_decision` did.
        """
        decision = self.asked(it)
        self.run(it.resolve_decision(decision.id, SHIP))
        found = self.run(it.get_decision(decision.id))
        assert (found.status, found.result is None, found.resolved_at is None) == ("resolved", False, False)

    def test_to_resolve_an_unknown_decision_is_not_found(self, it: DecisionHandler, unknown_id: str) -> None:
        """`FacetError` with code `NOT_FOUND` when no such id exists

        If this fails, `resolve_decision` does something else than raising `FacetError(…, "NOT_FOUND")` for an unknown
        id.
        """
        with self.refuses("NOT_FOUND"):
            self.run(it.resolve_decision(unknown_id, SHIP))

    def test_a_decision_is_resolved_once(self, it: DecisionHandler) -> None:
        """and `CONFLICT` among others. … `CONFLICT` when it is resolved already.

        If this fails, `resolve_decision` does something else than raising `FacetError(…, "CONFLICT")` for a decision
        that is resolved, be it with the same answer.
        """
        decision = self.asked(it)
        self.run(it.resolve_decision(decision.id, SHIP))
        for selected in "wait", "ship":
            with self.refuses("CONFLICT"):
                self.run(it.resolve_decision(decision.id, {"selected_option": selected, "decided_by": "ada"}))

    def test_a_second_answer_changes_nothing(self, it: DecisionHandler) -> None:
        """`CONFLICT` when it is resolved already.

        If this fails, `resolve_decision` stores an answer and then refuses it: look first.
        """
        decision = self.asked(it)
        self.run(it.resolve_decision(decision.id, SHIP))
        with self.refuses():
            self.run(it.resolve_decision(decision.id, {"selected_option": "wait", "decided_by": "alan"}))
        found = self.run(it.get_decision(decision.id)).result
        assert found is not None
        assert found["selected_option"] == "ship"

    def test_a_label_that_is_no_option_is_refused_as_invalid_or_accepted(self, it: DecisionHandler) -> None:
        """it is refused with the code `INVALID`.

        If this fails, `resolve_decision` fails otherwise than with `FacetError(…, "INVALID")` for a label that is not
        an option. It may also accept it.
        """
        decision = self.asked(it)
        try:
            self.run(it.resolve_decision(decision.id, {"selected_option": "postpone", "decided_by": "ada"}))
        except FacetError as error:
            assert error.code == "INVALID"  # noqa: PT017 - it need not fail

    def test_a_decision_without_options_takes_any_text(self, it: DecisionHandler) -> None:
        """A decision without options takes any text.

        If this fails, the answer to a free question is refused since it is not an option, or is changed.
        """
        decision = self.run(it.request_decision({**self.spec(), "options": []}))
        resolved = self.run(it.resolve_decision(decision.id, {"selected_option": "after lunch", "decided_by": "ada"}))
        assert resolved.result is not None
        assert resolved.result["selected_option"] == "after lunch"

    def test_what_is_pending_shows_the_state_at_the_time_of_the_call(self, it: DecisionHandler) -> None:
        """The sequence shows the state at the time of the call.

        If this fails, what `list_pending_decisions` returned changes with the handler.
        """
        decision = self.asked(it)
        before = self.run(it.list_pending_decisions())
        self.run(it.resolve_decision(decision.id, SHIP))
        self.run(it.list_pending_decisions())
        assert decision.id in [one.id for one in before]

    def test_all_that_is_pending_is_listed(self, it: DecisionHandler) -> None:
        """Return all decisions that are pending

        If this fails, `list_pending_decisions` leaves out a decision that is pending; the order is free.
        """
        decisions = [self.asked(it, title) for title in ("Release 2.0?", "Release 3.0?", "Release 4.0?")]
        assert {decision.id for decision in decisions} <= {*self.pending(it)}

    def test_what_is_resolved_is_not_pending(self, it: DecisionHandler) -> None:
        """decisions that are pending

        If this fails, `list_pending_decisions` gives what is resolved, or no longer gives what is not.
        """
        resolved, other = self.asked(it), self.asked(it, "Release 3.0?")
        self.run(it.resolve_decision(resolved.id, SHIP))
        found = self.pending(it)
        assert (resolved.id in found, other.id in found) == (False, True)
