# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# A value may be anything.
"""Event buses over a history that break a clause each."""

import asyncio
import copy
from collections.abc import Callable
from typing import Any

from latency_shim import EventBus, Unsubscribe
from mutants import events as first
from mutants import violates
from reference.events import Bus, Ended, Handler, Subscribed


class SUITE(first.SUITE):
    make: Callable[[], EventBus] = Bus


class Emits(Bus):
    """Base of those that emit something else."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        await super().emit(event, self.sent(event, payload))

    def sent(self, event: str, payload: object) -> object:
        return payload


# What arrives.


@violates("Equal payloads that are sent twice arrive twice")
class FalsyOnce(Bus):
    """A second payload in a row that is `None` does not arrive."""

    last: tuple[str, object] | None = None

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        repeated = self.last == (event, payload) and payload is None
        self.last = event, payload
        if not repeated:
            await super().emit(event, payload)


@violates("Equal payloads that are sent twice arrive twice")
class SameObjectOnce(Bus):
    """The very payload that was sent before does not arrive again, unless it is text or a number."""

    last: object = None

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        repeated = self.last is payload and not isinstance(payload, str | int | None)
        self.last = payload
        if not repeated:
            await super().emit(event, payload)


@violates("Equal payloads that are sent twice arrive twice")
class EqualLater(Bus):
    """An event equal to one that was sent before another does not arrive."""

    sent: tuple[tuple[str, object], ...] = ()

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        repeated = (event, payload) in self.sent[:-1]
        self.sent += ((event, payload),)
        if not repeated:
            await super().emit(event, payload)


@violates("A bus within the process passes the very payload")
class CopiesLists(Emits):
    """A payload that is a list in a mapping is copied."""

    def sent(self, event: str, payload: object) -> object:
        return copy.deepcopy(payload) if isinstance(payload, list | tuple) else payload


@violates("A bus within the process passes the very payload")
class FalsyIsNone(Emits):
    """An empty payload arrives as `None`."""

    def sent(self, event: str, payload: object) -> object:
        return None if isinstance(payload, list | dict) and not payload else payload


@violates("A bus within the process passes the very payload")
class CallsPayloads(Emits):
    """A payload that can be called is called."""

    def sent(self, event: str, payload: object) -> object:
        return payload() if isinstance(payload, type) else payload


@violates("A payload that was left out is `None`")
class LastPayload(Bus):
    """A payload that is left out is the last one of the event."""

    payloads: dict[str, object]

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        kept = self.__dict__.setdefault("payloads", {})
        if payload is not None:
            kept[event] = payload
        await super().emit(event, kept.get(event))


@violates("Call `handler` with the payload of each `event` from now on")
class OnceEach(Bus):
    """A handler of the event `once` is called once."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        called = self.subscriptions(event)
        await super().emit(event, payload)
        if event.endswith("once"):
            self.history += tuple(Ended(one.number) for one in called)


@violates("from now on", "test_an_event_that_was_sent_earlier_does_not_come")
class Replays(Bus):
    """A new subscriber hears the last event that nobody has heard."""

    unheard: dict[str, object]

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        if not self.subscriptions(event):
            self.__dict__.setdefault("unheard", {})[event] = payload
        await super().emit(event, payload)

    def on(self, event: str, handler: Handler, /) -> Unsubscribe:
        unsubscribe = super().on(event, handler)
        unheard = self.__dict__.setdefault("unheard", {})
        if unheard.pop(event, None):
            handler(None)
        return unsubscribe


@violates("Call `handler` with the payload of each `event`")
class Wildcards(Bus):
    """A handler of `*` hears all events."""

    def subscriptions(self, event: str) -> tuple[Subscribed, ...]:
        every = super().subscriptions(event)
        return every if event == "*" else (*every, *super().subscriptions("*"))


@violates("Call `handler` with the payload of each `event`", "test_other_events_do_not_come")
class Namespaces(Bus):
    """A handler of `a` hears `a.b` and `a:b`."""

    def subscriptions(self, event: str) -> tuple[Subscribed, ...]:
        above = event.replace(":", ".").rpartition(".")[0]
        return (*super().subscriptions(event), *(super().subscriptions(above) if above else ()))


@violates("Call `handler` with the payload of each `event`")
class Stripped(Bus):
    """Spaces around the name of an event do not count."""

    def on(self, event: str, handler: Handler, /) -> Unsubscribe:
        return super().on(event.strip(), handler)

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        await super().emit(event.strip(), payload)


# Who hears.


@violates("Send an event to those who listen now")
class TenHandlers(Bus):
    """Only ten handlers of an event are called."""

    def subscriptions(self, event: str) -> tuple[Subscribed, ...]:
        return super().subscriptions(event)[:10]


@violates("On a bus within the process each handler has been called when this returns")
class LateNested(Bus):
    """An event that is emitted by a task while another is delivered is delivered after it returns."""

    busy = False

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        if self.busy:
            asyncio.get_running_loop().call_soon(
                lambda: asyncio.ensure_future(super(LateNested, self).emit(event, payload))
            )
            return
        self.busy = True
        try:
            await asyncio.sleep(0)
            await super().emit(event, payload)
        finally:
            self.busy = False


@violates("A handler that subscribes while an event is delivered does not hear that event")
class SecondLevel(Bus):
    """A handler that replaces itself while an event is delivered is called for the same event."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        before = self.subscriptions(event)
        await super().emit(event, payload)
        now = self.subscriptions(event)
        gone = [one for one in before if one not in now]
        for one in now:
            if one not in before and any(each.handler == one.handler for each in gone):
                one.handler(payload)


@violates("A handler that subscribes while an event is delivered does not hear that event")
class AfterTheLast(Bus):
    """A handler that the last handler subscribes hears the event."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        before = self.subscriptions(event)
        for one in before[:-1]:
            if one in self.subscriptions(event):
                one.handler(payload)
        known = self.subscriptions(event)
        for one in before[-1:]:
            if one in known:
                one.handler(payload)
        if len(before) > 1:
            for one in self.subscriptions(event):
                if one not in known and one not in before:
                    one.handler(payload)


@violates(
    "one whose subscription ends before its turn is not called any more",
    "test_who_is_unsubscribed_before_its_turn_is_not_called",
)
class EndedByOff(Bus):
    """A handler that another ends by `off` is still called for the event, unlike one ended by `Unsubscribe`."""

    ended_by_off: frozenset[int] = frozenset()

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        self.ended_by_off = frozenset()
        for one in self.subscriptions(event):
            if one in self.subscriptions(event) or one.number in self.ended_by_off:
                one.handler(payload)

    def off(self, event: str, handler: Handler, /) -> None:
        self.ended_by_off |= {one.number for one in self.subscriptions(event) if one.handler == handler}
        super().off(event, handler)


@violates("one whose subscription ends before its turn is not called any more")
class EndedByUnsubscribe(EndedByOff):
    """A handler that another ends by its `Unsubscribe` is still called for the event, unlike one ended by `off`."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        before = self.subscriptions(event)
        self.ended_by_off = frozenset()
        for one in before:
            if one.number not in self.ended_by_off:
                one.handler(payload)


@violates("Handlers are plain callables, whose result is ignored and not awaited")
class FalseStops(Bus):
    """A handler that gives `False` keeps those after it from being called."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        for one in self.subscriptions(event):
            if one in self.subscriptions(event) and one.handler(payload) is False:
                break


@violates("Handlers are plain callables, whose result is ignored and not awaited")
class TrueEnds(Bus):
    """A handler that gives a true number is unsubscribed."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        for one in self.subscriptions(event):
            if one in self.subscriptions(event) and one.handler(payload) == "stop":
                self.history += (Ended(one.number),)


@violates("Handlers are plain callables")
class ByName(Bus):
    """A handler that is a class is refused."""

    def on(self, event: str, handler: Handler, /) -> Unsubscribe:
        if isinstance(handler, type):
            raise TypeError("a handler is a function")
        return super().on(event, handler)


# Ending.


@violates("A handler that is equal to the one given to `on` will do")
class OffByIdentity(Bus):
    """`off` knows a bound method by its object, which must be the same, and other handlers by identity."""

    def off(self, event: str, handler: Handler, /) -> None:
        def same(one: Handler) -> bool:
            if hasattr(one, "__func__") and hasattr(handler, "__func__"):
                return one == handler
            return one is handler

        self.history += tuple(Ended(one.number) for one in self.subscriptions(event) if same(one.handler))


@violates("other handlers and events are not touched")
class OffByName(Bus):
    """`off` ends the subscriptions of all methods of that name."""

    def off(self, event: str, handler: Handler, /) -> None:
        def name(one: Any) -> Any:
            return getattr(one, "__func__", one)

        self.history += tuple(
            Ended(one.number) for one in self.subscriptions(event) if name(one.handler) == name(handler)
        )


@violates("other handlers and events are not touched")
class OffByRepr(Bus):
    """`off` ends the subscriptions of all handlers of the same object."""

    def off(self, event: str, handler: Handler, /) -> None:
        owner: Any = getattr(handler, "__self__", handler)
        self.history += tuple(
            Ended(one.number)
            for one in self.subscriptions(event)
            if getattr(one.handler, "__self__", one.handler) is owner
        )


@violates("other handlers and events are not touched")
class OffEverywhere(Bus):
    """`off` for an event that nobody listens to ends the handler's other subscriptions."""

    def off(self, event: str, handler: Handler, /) -> None:
        if self.subscriptions(event):
            super().off(event, handler)
        else:
            every = [one for one in self.history if isinstance(one, Subscribed)]
            self.history += tuple(Ended(one.number) for one in every if one.handler == handler)


@violates("End the subscription of this handler")
class OffAgain(Bus):
    """A handler that was ended by `off` and subscribes again is not ended a second time."""

    def off(self, event: str, handler: Handler, /) -> None:
        ended = {one.number for one in self.history if isinstance(one, Ended)}
        again = [one for one in self.history if isinstance(one, Subscribed) and one.number in ended]
        if not any(one.handler == handler for one in again):
            super().off(event, handler)


@violates("Call what is returned to end it.", "test_what_on_returned_ends_nothing_else")
class EndsEverywhere(Bus):
    """To end a subscription ends those of the handler to all events."""

    def on(self, event: str, handler: Handler, /) -> Unsubscribe:
        end = super().on(event, handler)

        def unsubscribe() -> None:
            end()
            for one in {one.event for one in self.history if isinstance(one, Subscribed)}:
                self.off(one, handler)

        return unsubscribe


@violates(
    "A bus within the process passes the very payload",
    "test_a_bus_within_the_process_passes_the_very_payload",
    "test_a_handler_gets_the_payload_of_each_event",
)
class TypedPayloads(Emits):
    """A mapping gets the name of the event, in a copy, if it has no type."""

    def sent(self, event: str, payload: object) -> object:
        return {**payload, "type": event} if isinstance(payload, dict) and payload else payload


@violates("A bus within the process passes the very payload")
class NumbersForTruth(Emits):
    """A truth value arrives as a number."""

    def sent(self, event: str, payload: object) -> object:
        return int(payload) if isinstance(payload, bool) else payload


@violates("Call `handler` with the payload of each `event` from now on.")
class FoldsEvents(Bus):
    """Letters beyond ASCII in names of events are compared without regard to case."""

    def subscriptions(self, event: str) -> Any:
        return (
            super().subscriptions(event)
            if event.isascii()
            else tuple(
                one
                for name in dict.fromkeys(one.event for one in self.history if isinstance(one, Subscribed))
                if name.casefold() == event.casefold()
                for one in super(FoldsEvents, self).subscriptions(name)
            )
        )


@violates(
    "one whose subscription ends before its turn is not called any more",
    "test_a_handler_that_ends_its_subscription_keeps_none_from_being_called",
)
class SkipsTheNext(Bus):
    """When a handler ends its own subscription the next one is passed over."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        skip = False
        for one in self.subscriptions(event):
            if skip or one not in self.subscriptions(event):
                skip = False
                continue
            one.handler(payload)
            skip = one not in self.subscriptions(event)


@violates("Call `handler` with the payload of each `event` from now on.")
class WearsOut(Bus):
    """A handler is called fifteen times."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        counts = vars(self).setdefault("counts", {})
        for one in self.subscriptions(event):
            if one in self.subscriptions(event) and counts.get(one.number, 0) < 15:
                counts[one.number] = counts.get(one.number, 0) + 1
                one.handler(payload)


@violates("Call `handler` with the payload of each `event` from now on.")
class FirstOfEvents(Bus):
    """A handler hears only the first two of the events that it subscribes to."""

    def on(self, event: str, handler: Handler, /) -> Unsubscribe:
        events = {one.event for one in self.history if isinstance(one, Subscribed) and one.handler == handler}
        return super().on(event, handler) if len(events | {event}) < 3 else lambda: None


@violates("Equal payloads that are sent twice arrive twice.")
class FiveInARow(Bus):
    """What was sent three times in a row does not arrive a fourth time."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        sent = vars(self).setdefault("sent", [])
        sent.append((event, id(payload)))
        if len(sent) < 4 or len({*sent[-4:]}) > 1:
            await super().emit(event, payload)
