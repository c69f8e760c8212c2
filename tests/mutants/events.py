"""Event buses that break a promise each."""

import asyncio
import contextlib
import json
import weakref
from collections.abc import Callable
from inspect import isawaitable
from itertools import islice
from typing import Any

import pytest

from latency_shim import EventBus, Unsubscribe
from latency_shim.memory.events import MemoryEventBus
from latency_shim.testing import EventBusContract
from mutants import breaks, keeps_all, lacking

ALSO = ("Unsubscribe",)
Handler = Callable[[object], object]


class SUITE(EventBusContract):
    make: Callable[[], EventBus] = MemoryEventBus

    @pytest.fixture
    def bus(self) -> EventBus:
        return self.make()


@breaks("test_it_conforms_to_the_interface")
class NamesThePayloadOtherwise(MemoryEventBus):
    """`emit` calls its parameter `data`."""

    async def emit(self, event: str, /, data: object | None = None) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - it is wrong
        await super().emit(event, data)


@breaks("test_a_handler_gets_the_payload_of_each_event")
class PassesOverFalse(MemoryEventBus):
    """`emit` gives `None` in place of a payload that counts as false."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        await super().emit(event, payload or None)


@breaks("test_a_payload_that_was_left_out_is_none")
class FillsIn(MemoryEventBus):
    """A payload that was left out is an empty mapping."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        await super().emit(event, {} if payload is None else payload)


@breaks("test_handlers_have_been_called_when_emit_returns")
class CallsLater(MemoryEventBus):
    """`emit` leaves it to the event loop to call the handlers."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        loop = asyncio.get_running_loop()
        loop.call_soon(lambda: [handler(payload) for handler in self._listening(event)])


@breaks("test_all_handlers_of_an_event_are_called")
class CallsTwo(MemoryEventBus):
    """No more than two handlers of an event are called."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        for handler in islice(self._listening(event), 2):
            handler(payload)


@breaks("test_an_event_that_was_sent_earlier_does_not_come")
class Replays(MemoryEventBus):
    """A new handler is called with the latest payload of its event."""

    def __init__(self) -> None:
        super().__init__()
        self.latest: dict[str, object] = {}

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        await super().emit(event, payload)
        self.latest[event] = payload

    def on(self, event: str, handler: Handler, /) -> Unsubscribe:
        if event in self.latest:
            handler(self.latest[event])
        return super().on(event, handler)


@breaks("test_other_events_do_not_come")
class IgnoresCase(MemoryEventBus):
    """Capital letters in names of events do not count."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        await super().emit(event.lower(), payload)


@breaks("test_a_handler_is_called_though_nobody_else_holds_it")
class HoldsWeakly(MemoryEventBus):
    """Partial functions are held weakly."""

    def on(self, event: str, handler: Handler, /) -> Unsubscribe:
        if not hasattr(handler, "func"):
            return super().on(event, handler)
        held: weakref.WeakSet[Handler] = weakref.WeakSet([handler])
        return super().on(event, lambda payload: [each(payload) for each in held])


@breaks("test_what_a_handler_gives_is_ignored")
class Awaits(MemoryEventBus):
    """What a handler gives is awaited if it can be."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        for handler in self._listening(event):
            result = handler(payload)
            if isawaitable(result):
                await result


@breaks("test_a_handler_that_ends_its_subscription_keeps_none_from_being_called")
class GoesThroughTheHandlersThemselves(MemoryEventBus):
    """`emit` goes on no further when a handler ends its subscription."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        with contextlib.suppress(RuntimeError):
            for handler in self._handlers.get(event, {}).values():
                handler(payload)


@breaks("test_what_on_returned_ends_the_subscription")
class EndsNothing(MemoryEventBus):
    """What `on` returns does nothing."""

    def on(self, event: str, handler: Handler, /) -> Unsubscribe:
        super().on(event, handler)
        return lambda: None


@breaks("test_what_on_returned_ends_nothing_else")
class EndsAllOfTheHandler(MemoryEventBus):
    """An `Unsubscribe` ends the subscriptions of its handler to other events as well."""

    def on(self, event: str, handler: Handler, /) -> Unsubscribe:
        super().on(event, handler)

        def unsubscribe() -> None:
            for each in self._handlers:
                self.off(each, handler)

        return unsubscribe


@breaks("test_off_ends_the_subscription")
class KeepsTheOnlyOne(MemoryEventBus):
    """`off` does nothing where an event has one handler only."""

    def off(self, event: str, handler: Handler, /) -> None:
        if len(self._handlers[event]) > 1:
            super().off(event, handler)


@breaks("test_off_ends_nothing_else")
class ClearsTheEvent(MemoryEventBus):
    """`off` takes all handlers of the event off."""

    def off(self, event: str, handler: Handler, /) -> None:
        self._handlers[event].clear()


@breaks("test_a_bus_within_the_process_passes_the_very_payload")
class Copies(MemoryEventBus):
    """Each handler gets a copy of the payload."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        for handler in self._listening(event):
            handler(json.loads(json.dumps(payload)))


@keeps_all
@lacking(**{"in-process": "it copies payloads, as a bus between processes does"})
class CopiesAndSaysSo(Copies):
    """Each handler gets a copy of the payload, as is declared."""


@keeps_all
class CallsTheLatestFirst(MemoryEventBus):
    """Those that subscribed last are called first, and `emit` takes more arguments."""

    async def emit(self, event: str, /, payload: object | None = None, **options: object) -> None:
        handlers = self._handlers.get(event, {})
        for number, handler in reversed([*handlers.items()]):
            if number in handlers:
                handler(payload)


@breaks("test_equal_payloads_arrive_twice")
class PassesOverRepetitions(MemoryEventBus):
    """An event whose payload equals the one before it is passed over."""

    latest: tuple[str, object] | None = None

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        if self.latest != (event, payload):
            await super().emit(event, payload)
        self.latest = event, payload


@breaks("test_who_subscribes_during_an_event_does_not_hear_it")
class CallsNewcomers(MemoryEventBus):
    """A handler that subscribes during an event is called for it."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        called: set[int] = set()
        handlers = self._handlers.get(event, {})
        while left := [number for number in handlers if number not in called and len(called) < 10]:
            called.add(left[0])
            handlers[left[0]](payload)


@breaks("test_who_is_unsubscribed_before_its_turn_is_not_called")
class CallsWhoHasGone(MemoryEventBus):
    """A handler that is unsubscribed during an event is called for it."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        for handler in [*self._handlers.get(event, {}).values()]:
            handler(payload)


@breaks("test_off_takes_an_equal_handler")
class GoesByIdentity(MemoryEventBus):
    """`off` goes by identity."""

    def off(self, event: str, handler: Handler, /) -> None:
        for number, known in [*self._handlers.get(event, {}).items()]:
            if known is handler:
                del self._handlers[event][number]


@keeps_all
class RemembersSubscriptions(MemoryEventBus):
    """Subscribing a handler twice counts once, ending what has ended raises, and failures are swallowed."""

    def __init__(self) -> None:
        super().__init__()
        self.guards: dict[tuple[str, Handler], Unsubscribe] = {}

    def on(self, event: str, handler: Any, /) -> Unsubscribe:
        self.off(event, handler)

        def guarded(payload: object) -> None:
            with contextlib.suppress(Exception):
                handler(payload)

        def unsubscribe() -> None:
            del self.guards[event, handler]
            end()

        end = super().on(event, guarded)
        self.guards[event, handler] = unsubscribe
        return unsubscribe

    def off(self, event: str, handler: Handler, /) -> None:
        if (event, handler) in self.guards:
            self.guards[event, handler]()


@keeps_all
class IsSlow(MemoryEventBus):
    """`emit` takes its time before and after it calls each handler."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        for handler in self._listening(event):
            await asyncio.sleep(0)
            handler(payload)
        await asyncio.sleep(0.001)


# Faults that spare every example: histories find them.


@breaks("test_what_is_heard_in_any_history")
class DropsTheSameAgain(MemoryEventBus):
    """A payload that is an empty list, and the very one that was sent before, is not sent."""

    last: object = None

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        if payload is not self.last or payload != []:
            await super().emit(event, payload)
        self.last = payload


@breaks("test_what_is_heard_while_handlers_come_and_go")
class ForgetsWhoSubscribesMeanwhile(MemoryEventBus):
    """A handler that subscribes while an event is delivered to four others hears nothing."""

    async def emit(self, event: str, /, payload: object | None = None) -> None:
        before = {*self._handlers.get(event, {})}
        await super().emit(event, payload)
        if len(before) > 3:
            for number in {*self._handlers[event]} - before:
                del self._handlers[event][number]
