"""Histories of event buses: handlers that come and go, also while an event is delivered."""

import asyncio
import json
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import count
from typing import Any, ClassVar

from latency_shim import EventBus, Unsubscribe
from latency_shim.testing._boundary import implementation
from latency_shim.testing._histories import Histories, History, Model, Step, Thing
from latency_shim.testing._models.stores import VALUES
from latency_shim.testing._pools import NEAR, OBJECTS

NOW_ON = "Call `handler` with the payload of each `event` from now on."
RETURNED = "On a bus within the process each handler has been called when this returns"
ENDED = "Call what is returned to end it."
OFF = "A handler that is equal to the one given to `on` will do: two reads of a bound method are equal."
MEANWHILE = "A handler that subscribes while an event is delivered does not hear that event; one whose subscription ends before its turn is not called any more."
VERY = "A bus within the process passes the very payload, one between processes an equal one."
TWICE = "Equal payloads that are sent twice arrive twice."

IN_PROCESS = "in-process"
NUMBERS = count()


class Ear:
    """A listener, which may do something when it hears."""

    def __init__(self, place: int, bus: "BusModel") -> None:
        self.place, self.bus = place, bus
        self.partial = partial(self.bus.heard, place)

        def function(payload: object) -> object:
            return self.bus.heard(place, payload)

        self.function = function

    def hear(self, payload: object) -> object:
        """Listen."""
        return self.bus.heard(self.place, payload)

    def __call__(self, payload: object) -> object:
        """Listen."""
        return self.bus.heard(self.place, payload)

    def __len__(self) -> int:
        return 0

    @property
    def handler(self) -> Callable[[object], object]:
        """The handler; where it is a method, another object each time, equal to the others."""
        return (self.hear, self.function, self.partial, self)[self.place % 4]


class BusModel(Model):
    """A bus on which a handler listens to an event at most once.

    Left open, and never asked: what a handler that raises leads to, subscribing or unsubscribing twice, `off` for a
    handler that is unknown, and the order of handlers.
    """

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {
        "event": NEAR,
        "ear": (0, 1, 2, 3, 4, 5, 6, 7),
        "payload": (*OBJECTS, *(Thing(repr(one), "", one) for one in (1, 1.0, True, "1"))),
        "form": (0, 1, 2),
        "act": (None,),
        "other": (1, 0, 2, 3, 4, 5, 6),
    }
    steps: ClassVar[Mapping[str, Sequence[str]]] = {
        "on": ("event", "ear", "act", "other"),
        "emit": ("event", "payload", "form"),
        "emit_": ("event", "payload", "form"),
        "off": ("event", "ear"),
        "end": ("event", "ear"),
        "on_": ("event", "ear", "act", "other"),
    }
    few: ClassVar[Mapping[str, int]] = {"event": 3, "ear": 5, "payload": 3, "act": 3}
    length: ClassVar[int] = 20

    def __init__(self, look_at: str | None, bus: EventBus, patience: float, lacks: Iterable[str]) -> None:
        super().__init__(look_at)
        self.bus, self.patience, self.in_process = bus, patience, IN_PROCESS not in lacks
        self.ears: dict[int, Ear] = {}
        self.acts: dict[int, tuple[str | None, int]] = {}
        self.subscribed: dict[tuple[str, int], Unsubscribe] = {}
        self.log: list[tuple[str, int, object]] = []
        self.event = ""
        self.number = next(NUMBERS)

    def real(self, event: str) -> str:
        """Return the name of an event that no other history uses: on a bus between processes, events may be late."""
        return event if self.in_process else f"{event} {self.number}"

    def ear(self, place: int) -> Ear:
        """Return a listener."""
        return self.ears.setdefault(place, Ear(place, self))

    def heard(self, place: int, payload: object) -> object:
        """Note that a handler was called, and do what it does."""
        self.log.append(("called", place, payload))
        act, other = self.acts.get(place, (None, 0))
        key = self.event, other
        if act == "on" and key not in self.subscribed:
            self.subscribed[key] = self.bus.on(self.real(self.event), self.ear(other).handler)
            self.log.append(("subscribed", other, None))
        if act in ("end", "off") and key in self.subscribed:
            self.log.append(("ended", other, None))
            unsubscribe = self.subscribed.pop(key)
            if act == "end":
                unsubscribe()
            else:
                self.bus.off(self.real(self.event), self.ear(other).handler)
        return (True, 1, *(thing.value for thing in OBJECTS))[(place * 5 + len(self.log)) % (len(OBJECTS) + 2)]

    async def on(self, event: str, place: int, act: str | None, other: int) -> None:
        """Subscribe."""
        if (event, place) in self.subscribed:
            return
        self.acts[place] = act, other
        does = f"  # when called: {_act(act, other)}" if act else ""
        line = f"end_{place} = bus.on({event!r}, {_ear(place)}){does}"
        self.subscribed[event, place] = self.call(
            NOW_ON, line, lambda: self.bus.on(self.real(event), self.ear(place).handler)
        )

    on_ = on

    async def off(self, event: str, place: int) -> None:
        """Unsubscribe by the handler."""
        if self.subscribed.pop((event, place), None) is not None:
            line = f"bus.off({event!r}, {_ear(place)})"
            self.call(OFF, line, lambda: self.bus.off(self.real(event), self.ear(place).handler))

    async def end(self, event: str, place: int) -> None:
        """Unsubscribe by what `on` returned."""
        unsubscribe = self.subscribed.pop((event, place), None)
        if unsubscribe is not None:
            self.call(ENDED, f"end_{place}()  # of {event!r}", unsubscribe)

    async def clean(self) -> None:
        """End all subscriptions."""
        for unsubscribe in self.subscribed.values():
            with suppress(Exception):
                unsubscribe()

    async def emit(self, event: str, payload: Thing, form: int) -> None:
        """Send an event, and see who hears it."""
        value = self.name(payload) if form else None
        if not self.in_process and form:
            value = VALUES[int(OBJECTS.index(payload) if payload in OBJECTS else 0) % len(VALUES)]
        self.event = event
        self.log.clear()
        before = {place for one, place in self.subscribed if one == event}
        shown = self.shown(value)
        text = (f"emit({event!r})", f"emit({event!r}, {shown})", f"emit({event!r}, payload={shown})")[form]
        arguments: Any = ((), (value,), ())[form]
        keywords: Any = {"payload": value} if form == 2 else {}
        emit = partial(self.bus.emit, self.real(event), *arguments, **keywords)
        await self.awaited(NOW_ON, f"await bus.{text}", emit)
        if not self.in_process:
            await self._settle(len(before))
        self.lines.append("")
        called = [place for kind, place, _ in self.log if kind == "called"]
        ended = {place: at for at, (kind, place, _) in enumerate(self.log) if kind == "ended"}
        expected = sorted(before - {*ended} | ({*ended} & {*called} & before))
        late = [place for at, (kind, place, _) in enumerate(self.log) if kind == "called" and at > ended.get(place, at)]
        new = [place for place in called if place not in before]
        promise = MEANWHILE if late or (new and any(kind == "subscribed" for kind, *_ in self.log)) else NOW_ON
        if self.in_process and not {*called} >= {*expected}:
            promise = RETURNED
        self.expect(promise, sorted(called) == expected and not late, f"called are {_ears(expected)}", _ears(called))
        for kind, _, found in self.log:
            if kind == "called":
                same = found is value if self.in_process else json.dumps(found) == json.dumps(value)
                self.expect(VERY, same, f"the payload is {shown}", found)
        del self.lines[-1:]

    emit_ = emit

    async def _settle(self, expected: int) -> None:
        """Wait until so many handlers were called, and an event that was sent later has come."""
        deadline = time.monotonic() + self.patience / 2
        while len(self.log) < expected and time.monotonic() < deadline:  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.001)
        seen: list[object] = []
        event = f"sentinel {next(NUMBERS)}"
        unsubscribe = self.bus.on(event, seen.append)
        await self.bus.emit(event, "over")
        while not seen and time.monotonic() < deadline:  # noqa: ASYNC110
            await asyncio.sleep(0.001)
        unsubscribe()

    @classmethod
    def tables(cls) -> Iterable[History]:
        """Return a table of near names, one of payloads, and one of handlers."""
        events = range(len(NEAR))
        ons: list[Step] = [("on", (event, event % 4, 0, 0)) for event in events]
        emits: list[Step] = [("emit", (event, 1, 1)) for event in events]
        yield [*ons, *emits, ("end", (0, 0)), ("off", (9, 1)), *emits]
        yield [step for event in events for step in (("on", (event, 1, 0, 0)), ("emit", ((event + 1) % len(NEAR), 0, 1)), ("off", (event, 1)))]  # fmt: skip
        for ear in range(4):
            payloads: list[Step] = [("emit", (0, at, form)) for at in range(len(OBJECTS)) for form in (1, 1, 2)]
            yield [("on", (0, ear, 0, 0)), ("emit", (0, 0, 0)), *payloads]
        for first in range(4):
            for second in range(4, 8):
                both: list[Step] = [("on", (0, first, 0, 0)), ("on", (0, second, 0, 0)), ("on", (1, first, 0, 0))]
                sent: list[Step] = [("emit", (0, 0, 1)), ("emit", (1, 0, 1))]
                for way in "off", "end":
                    yield [*both, *sent, (way, (0, first)), *sent, ("on", (0, first, 0, 0)), *sent, (way, (0, second)), *sent]  # fmt: skip


class BusyModel(BusModel):
    """A bus whose handlers subscribe and unsubscribe others while they are called."""

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {
        **BusModel.pools,
        "event": ("a", "b"),
        "act": ("end", "off", "on", None),
    }
    few: ClassVar[Mapping[str, int]] = {"event": 1, "payload": 2, "form": 1}

    @classmethod
    def tables(cls) -> Iterable[History]:
        """Return a handler that does each of these things, before, after or between others."""
        many: list[Step] = [("on", (0, ear, 2 if ear == 1 else 3, 5)) for ear in range(5)]
        for act in range(3):
            yield [*many, *[("emit", (0, at, 1)) for at in range(3)], ("end", (0, act)), ("emit", (0, 0, 1))]
            for other in range(4):
                for order in (0, 1, 2, 3), (3, 2, 1, 0), (1, 0, 3, 2):
                    ons: list[Step] = [("on", (0, ear, act if ear == 0 else 3, other)) for ear in order]
                    sent: list[Step] = [("emit", (0, 0, 1)), ("emit", (0, 1, 1))]
                    yield [*ons, *sent, ("on", (0, 4, 3, 0)), *sent]
                    yield [*(on for on in ons if on[1][1] != cls.pools["other"][other]), *sent, *sent]


def _ear(place: int) -> str:
    return f"{('listener_%s.hear', 'function_%s', 'partial_%s', 'listener_%s')[place % 4] % place}"


def _ears(places: Iterable[int]) -> str:
    return f"[{', '.join(map(_ear, places))}]"


def _act(act: str, other: int) -> str:
    if act == "end":
        return f"end_{other}()"
    return f"bus.{act}(event, {_ear(other)})"


class EventBusHistories(Histories):
    """The tests of histories that `EventBusContract` has."""

    histories = 150

    def _holds(self, it: EventBus, model: type[BusModel]) -> None:
        __tracebackhide__ = True
        tested: Any = implementation(it)
        make = partial(model, None, tested, self.patience, self.lacks)
        histories = [*self.drawn(model, None)]
        self.holds(make, histories if IN_PROCESS not in self.lacks else histories[:1] + histories[-10:])

    def test_what_is_heard_in_any_history(self, it: EventBus) -> None:
        """Call `handler` with the payload of each `event` from now on. … A handler that is equal to the one given to
        `on` will do: two reads of a bound method are equal. … Equal payloads that are sent twice arrive twice.

        If this fails, the message is a program in which a handler is called too often, too rarely or wrongly.
        """
        self._holds(it, BusModel)

    def test_what_is_heard_while_handlers_come_and_go(self, it: EventBus) -> None:
        """A handler that subscribes while an event is delivered does not hear that event; one whose subscription ends
        before its turn is not called any more.

        If this fails, the message is a program in which handlers subscribe and unsubscribe while they are called.
        """
        self.need(IN_PROCESS)
        self._holds(it, BusyModel)
