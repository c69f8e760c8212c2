"""The suite for event buses."""

import functools
import gc
import json
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import Any, ClassVar

from latency_shim import EventBus, Unsubscribe
from latency_shim.testing._models.events import IN_PROCESS, EventBusHistories

NUMBERS = count()


class Promise:
    """Something that a handler gives, which notes whether it was awaited."""

    awaited = False

    def __await__(self) -> Any:
        self.awaited = True
        yield from ()

    def __bool__(self) -> bool:
        return False


class Listener:
    """An object with a method that listens."""

    def __init__(self) -> None:
        self.heard: list[object] = []

    def hear(self, payload: object) -> None:
        """Note the payload."""
        self.heard.append(payload)


async def nothing() -> None:
    """Do nothing, so that the event loop can."""


class EventBusContract(EventBusHistories):
    """The promises of every `EventBus`. Needs the fixture `bus`.

    Payloads are values that JSON can hold, so that they may cross processes.
    """

    interface: ClassVar[Any] = EventBus
    fixture: ClassVar[str] = "bus"
    needs: ClassVar[Mapping[str, str]] = {
        "bus": "a bus of yours on which nobody listens, a new one for each test",
    }
    abilities: ClassVar[Mapping[str, str]] = {IN_PROCESS: "handlers are called some time after `emit` has returned"}

    def _on(self, bus: EventBus, event: str, handler: Callable[[object], object]) -> Unsubscribe:
        """Subscribe, in the event loop."""

        async def subscribe() -> Unsubscribe:
            return bus.on(event, handler)

        return self.run(subscribe())

    def _end(self, unsubscribe: Callable[..., None], *arguments: Any) -> None:
        """End a subscription, in the event loop."""

        async def end() -> None:
            unsubscribe(*arguments)

        self.run(end())

    def _wait_for(self, seen: Sequence[object], count: int) -> None:
        """Wait until so many payloads have come; on a bus within the process for a few turns of the loop only."""
        turns = 3
        deadline = time.monotonic() + (self.patience if IN_PROCESS in self.lacks else 0)
        while len(seen) < count and (turns > 0 or time.monotonic() < deadline):
            self.run(nothing())
            time.sleep(0.0005)
            turns -= 1

    def _settle(self, bus: EventBus) -> None:
        """Wait for an event that is sent after all others."""
        seen: list[object] = []
        event = f"sentinel {next(NUMBERS)}"
        self._on(bus, event, seen.append)
        self.run(bus.emit(event, "over"))
        self._wait_for(seen, 1)
        assert seen == ["over"], "an event that was sent after all others has not come, or not once"

    def test_a_handler_gets_the_payload_of_each_event(self, it: EventBus) -> None:
        """Call `handler` with the payload of each `event` from now on.

        If this fails, a handler is not called once for each event, with what `emit` was given.
        """
        seen: list[object] = []
        payloads: list[object] = [{"text": "hello", "to": ["a", None]}, 0, "", [1.5, True]]
        self._on(it, "greeting", seen.append)
        for payload in payloads:
            self.run(it.emit("greeting", payload))
        self._wait_for(seen, len(payloads))
        self._settle(it)
        assert sorted(map(json.dumps, seen)) == sorted(map(json.dumps, payloads))

    def test_equal_payloads_arrive_twice(self, it: EventBus) -> None:
        """Equal payloads that are sent twice arrive twice.

        If this fails, the bus takes a second event with an equal payload for a repetition of the first.
        """
        seen: list[object] = []
        self._on(it, "greeting", seen.append)
        for _ in range(2):
            self.run(it.emit("greeting", "hello"))
        self._wait_for(seen, 2)
        assert seen == ["hello", "hello"]

    def test_a_bus_within_the_process_passes_the_very_payload(self, it: EventBus) -> None:
        """A bus within the process passes the very payload

        If this fails, a handler got a copy of the payload, or an object that stands for it.
        """
        self.need(IN_PROCESS)
        seen: list[object] = []
        payload = {"text": "hello"}
        self._on(it, "greeting", lambda given: seen.append(given is payload))
        self.run(it.emit("greeting", payload))
        assert [one for one in seen if not one] == []

    def test_who_subscribes_during_an_event_does_not_hear_it(self, it: EventBus) -> None:
        """A handler that subscribes while an event is delivered does not hear that event

        If this fails, a handler that another one subscribed was called for the same event: go through a copy of the
        subscriptions.
        """
        seen: list[object] = []
        late: list[object] = []

        def subscribe(payload: object) -> None:
            seen.append(payload)
            it.on("greeting", late.append)

        self._on(it, "greeting", subscribe)
        self.run(it.emit("greeting", "hello"))
        self._wait_for(seen, 1)
        self._settle(it)
        assert late == []

    def test_who_is_unsubscribed_before_its_turn_is_not_called(self, it: EventBus) -> None:
        """one whose subscription ends before its turn is not called any more.

        If this fails, a handler was called after another one had ended its subscription: look again before each call.
        """
        seen: list[object] = []

        def first(_: object) -> None:
            seen.append("first")
            it.off("greeting", second)

        def second(_: object) -> None:
            seen.append("second")
            it.off("greeting", first)

        self._on(it, "greeting", first)
        self._on(it, "greeting", second)
        self.run(it.emit("greeting", "hello"))
        self._settle(it)
        assert len(seen) < 2

    def test_a_payload_that_was_left_out_is_none(self, it: EventBus) -> None:
        """A payload that was left out is `None`.

        If this fails, a handler got something else, or nothing, from `emit(event)`: call it with `None`.
        """
        seen: list[object] = []
        self._on(it, "greeting", seen.append)
        self.run(it.emit("greeting"))
        self._wait_for(seen, 1)
        assert seen == [None]

    def test_handlers_have_been_called_when_emit_returns(self, it: EventBus) -> None:
        """On a bus within the process each handler has been called when this returns

        If this fails, `emit` returns early: call the handlers first, or declare that the bus lacks "in-process".
        """
        self.need(IN_PROCESS)
        seen: list[object] = []

        async def emit() -> list[object]:
            it.on("greeting", seen.append)
            await it.emit("greeting", "hello")
            return [*seen]

        assert self.run(emit()) == ["hello"]

    def test_all_handlers_of_an_event_are_called(self, it: EventBus) -> None:
        """each handler has been called

        If this fails, only some of the handlers of an event get it.
        """
        seen: list[object] = []
        insert = functools.partial(seen.insert, 0)
        self._on(it, "greeting", seen.append)
        self._on(it, "greeting", insert)
        self._on(it, "greeting", lambda payload: seen.extend([payload]))
        self.run(it.emit("greeting", "hello"))
        self._wait_for(seen, 3)
        assert seen == ["hello"] * 3

    def test_an_event_that_was_sent_earlier_does_not_come(self, it: EventBus) -> None:
        """from now on.

        If this fails, a handler got what was sent before it listened: keep nothing for later.
        """
        seen: list[object] = []
        self.run(it.emit("greeting", "early"))
        self._settle(it)
        self._on(it, "greeting", seen.append)
        self.run(it.emit("greeting", "late"))
        self._wait_for(seen, 1)
        assert seen == ["late"]

    def test_other_events_do_not_come(self, it: EventBus) -> None:
        """the payload of each `event`

        If this fails, a handler got an event of another name: names are compared as they are, capital letters too.
        """
        seen: list[object] = []
        self._on(it, "greeting", seen.append)
        for event in "Greeting", "greeting:late", "greet", "greeting*", "*", "g?eeting":
            self.run(it.emit(event, event))
        self._settle(it)
        assert seen == []

    def test_a_handler_is_called_though_nobody_else_holds_it(self, it: EventBus) -> None:
        """Call `handler`

        If this fails, the bus holds handlers weakly: it must keep them until they are unsubscribed.
        """
        seen: list[object] = []
        self._on(it, "greeting", functools.partial(seen.append))
        gc.collect()
        self.run(it.emit("greeting", "hello"))
        self._wait_for(seen, 1)
        assert seen == ["hello"]

    def test_what_a_handler_gives_is_ignored(self, it: EventBus) -> None:
        """Handlers are plain callables, whose result is ignored and not awaited.

        If this fails, what one handler returned was awaited, or kept others from being called.
        """
        promise = Promise()
        seen: list[object] = []
        self._on(it, "greeting", lambda _: promise)
        self._on(it, "greeting", seen.append)
        self.run(it.emit("greeting", "hello"))
        self._wait_for(seen, 1)
        self._settle(it)
        assert seen == ["hello"]
        assert not promise.awaited

    def test_a_handler_that_ends_its_subscription_keeps_none_from_being_called(self, it: EventBus) -> None:
        """each handler has been called

        If this fails, a change of the subscriptions within a handler confuses the bus: go through a copy of them.
        """
        seen: list[object] = []

        unsubscribe = self._on(it, "greeting", lambda _: unsubscribe())
        self._on(it, "greeting", seen.append)
        self.run(it.emit("greeting", "hello"))
        self._wait_for(seen, 1)
        assert seen == ["hello"]

    def test_what_on_returned_ends_the_subscription(self, it: EventBus) -> None:
        """Call what is returned to end it.

        If this fails, a handler is still called after its `Unsubscribe` was.
        """
        seen: list[object] = []
        unsubscribe = self._on(it, "greeting", seen.append)
        self._end(unsubscribe)
        self.run(it.emit("greeting", "hello"))
        self._settle(it)
        assert seen == []

    def test_what_on_returned_ends_nothing_else(self, it: EventBus) -> None:
        """Ends the one subscription that it was returned for.

        If this fails, an `Unsubscribe` took other handlers of the event, or the handler's other events, with it.
        """
        self._end_one_of_three(it, lambda _, unsubscribe: unsubscribe())

    def test_off_ends_the_subscription(self, it: EventBus) -> None:
        """End the subscription of this handler.

        If this fails, a handler is still called after `off`.
        """
        seen: list[object] = []
        handler = seen.append
        self._on(it, "greeting", handler)
        self._end(it.off, "greeting", handler)
        self.run(it.emit("greeting", "hello"))
        self._settle(it)
        assert seen == []

    def test_off_takes_an_equal_handler(self, it: EventBus) -> None:
        """A handler that is equal to the one given to `on` will do: two reads of a bound method are equal.

        If this fails, `off` goes by identity: `bus.off(event, self.hear)` must end what `bus.on(event, self.hear)` began.
        """
        listener = Listener()
        others: list[object] = []
        self._on(it, "greeting", listener.hear)
        self._on(it, "greeting", others.append)
        self._end(it.off, "greeting", listener.hear)
        self.run(it.emit("greeting", "hello"))
        self._settle(it)
        assert listener.heard == []

    def test_off_ends_nothing_else(self, it: EventBus) -> None:
        """other handlers and events are not touched.

        If this fails, `off` took other handlers of the event, or the handler's other events, with it.
        """
        self._end_one_of_three(it, lambda handler, _: it.off("greeting", handler))

    def _end_one_of_three(self, it: EventBus, end: Callable[[Callable[[object], object], Unsubscribe], None]) -> None:
        """See that two other subscriptions go on."""
        seen: list[object] = []
        others: list[object] = []
        handler = seen.append
        unsubscribe = self._on(it, "greeting", handler)
        self._on(it, "farewell", handler)
        self._on(it, "greeting", others.append)
        self._end(end, handler, unsubscribe)
        self.run(it.emit("greeting", "hello"))
        self.run(it.emit("farewell", "bye"))
        self._wait_for(others, 1)
        self._wait_for(seen, 1)
        self._settle(it)
        assert "bye" in seen, "the handler no longer gets another event"
        assert others == ["hello"], "another handler of the event no longer gets it"
