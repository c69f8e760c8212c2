"""Histories: calls in every order, put to an implementation and to a model of it at the same time.

A history is a list of steps, and a step is the name of a method of a `Model` with numbers: the places of its arguments
in the model's pools, the simplest first. So a history can be drawn, cut short and simplified without knowing what its
steps mean. What it does is written down as it is played, as a program of calls.
"""

import random
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import product
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar

import pytest

from latency_shim import FacetError
from latency_shim.testing._contract import Contract

_T = TypeVar("_T")
Step: TypeAlias = tuple[str, tuple[int, ...]]
History: TypeAlias = Sequence[Step]

_REPLAYS = 1500
_AT_ONCE = 0.1
"""The part of a suite's patience after which a history is interrupted between two steps, to wait anew."""


class Draw:
    """Choices that depend on a seed and a number alone, the same on every Python."""

    def __init__(self, seed: object, number: int) -> None:
        self._random = random.Random(f"{seed} {number}").random  # noqa: S311 - no secret

    def below(self, limit: int) -> int:
        """Return a whole number from 0."""
        return int(self._random() * limit)

    def one(self, items: Sequence[_T]) -> _T:
        """Return one of some items."""
        return items[self.below(len(items))]

    def some(self, items: Sequence[_T], count: int) -> list[_T]:
        """Return several of some items, each at most once."""
        left = [*items]
        return [left.pop(self.below(len(left))) for _ in range(min(count, len(left)))]

    def chance(self, probability: float) -> bool:
        """Return whether something happens that has this probability."""
        return self._random() < probability


class Broken(Exception):  # noqa: N818 - it is no error of the kit
    """A promise that an implementation breaks."""

    def __init__(self, promise: str) -> None:
        super().__init__(promise)
        self.promise: str = promise
        self.program: Sequence[str] = ()
        self.played: int = 0
        """How many steps of the history were played, with the one that breaks the promise."""


class Thing:
    """An object of a pool, with the text that makes it and the name that it has in programs."""

    def __init__(self, name: str, text: str, value: object) -> None:
        self.name: str = name
        self.text: str = text
        self.value: object = value

    def __repr__(self) -> str:
        return self.name


class Model:
    """What an implementation must do in a history; made anew for each time that a history is played.

    A subclass has a method for each kind of step. It puts the call to the implementation, by `call`, compares with
    the expected result, and reports a difference by `expect`.
    """

    steps: ClassVar[Mapping[str, Sequence[str]]] = {}
    """The pools of the arguments of each kind of step that changes something."""
    looks: ClassVar[Mapping[str, Sequence[str]]] = {}
    """The same, of each kind of step that only looks."""
    pools: ClassVar[Mapping[str, Sequence[Any]]] = {}
    """What arguments are taken from, the simplest first."""
    few: ClassVar[Mapping[str, int]] = {}
    """How many of a pool a history uses at the most, unless all."""
    always: ClassVar[Mapping[str, Sequence[int]]] = {}
    """What each history uses of a pool in any case."""
    length: ClassVar[int] = 14
    """How many steps change something."""
    sweeping: ClassVar[float] = 0.3
    """How likely all is looked at after a step."""
    most_looks: ClassVar[int] = 16
    """How many looks there are at the most after a step."""

    def __init__(self, look_at: str | None = None) -> None:
        """Make a model; with `look_at` only looks of that kind are compared."""
        self.look_at = look_at
        self.lines: list[str] = []
        self.things: dict[str, Thing] = {}

    async def play(self, left: Iterator[Step], seconds: float) -> tuple[bool, Broken | None]:
        """Play the steps of a history that are left, for some time; return whether it is over, and what is broken.

        So the patience of a suite is not for a whole history, however slow the implementation.
        """
        until = time.monotonic() + seconds
        over = True
        try:
            for kind, places in left:
                pools = self.steps.get(kind) or self.looks.get(kind, ())
                arguments = [self.pools[pool][place] for pool, place in zip(pools, places, strict=True)]
                if kind in self.looks and self.look_at not in (None, kind):
                    await self._only_look(kind, arguments)
                else:
                    await getattr(self, kind)(*arguments)
                if time.monotonic() > until:
                    over = False
                    break
        except Broken as broken:
            program = self.program()
            broken.program = [*self._definitions(program), *program]
            return True, broken
        finally:
            if over:
                await self.clean()
        return over, None

    def program(self) -> Sequence[str]:
        """Return the calls of the history."""
        return self.lines

    async def clean(self) -> None:
        """Leave the implementation as it was before."""

    async def _only_look(self, kind: str, arguments: Sequence[Any]) -> None:
        """Look without comparing: another test reports what is wrong here."""
        lines = len(self.lines)
        try:
            await getattr(self, kind)(*arguments)
        except Broken:
            self.lines[lines:] = [line.removeprefix("assert ").partition("  # ")[0] for line in self.lines[lines:]]

    def name(self, thing: Thing) -> object:
        """Return the object of a pool, and note that the program uses it."""
        self.things[thing.name] = thing
        return thing.value

    def _definitions(self, program: Sequence[str]) -> Iterator[str]:
        for name, thing in sorted(self.things.items()):
            if thing.text and any(name in line for line in program):
                yield f"{name} = {thing.text}" if "\n" not in thing.text else thing.text

    def shown(self, value: object) -> str:
        """Return what a program calls an object."""
        for thing in self.things.values():
            if thing.value is value:
                return thing.name
        text = _text(value)
        return text if len(text) <= 200 else f"{text[:100]} … {text[-60:]}"  # noqa: PLR2004

    def call(self, promise: str, line: str, call: Callable[[], _T]) -> _T:
        """Put a call to the implementation, which must not raise."""
        self.lines.append(line)
        try:
            return call()
        except Exception as error:
            self.lines[-1] = f"{line}  # raises {_text(error)}"
            raise Broken(promise) from error

    async def awaited(self, promise: str, line: str, call: Callable[[], Awaitable[_T]]) -> _T:
        """Put a call to the implementation and await it; it must not raise."""
        self.lines.append(line)
        try:
            return await call()
        except Exception as error:
            self.lines[-1] = f"{line}  # raises {_text(error)}"
            raise Broken(promise) from error

    async def refused(
        self, promise: str, codes: Sequence[str], text: str, call: Callable[[], Awaitable[object]]
    ) -> None:
        """Put a call that must fail with a `FacetError`, of one of these codes if there are any."""
        of_code = f" with code {' or '.join(codes)}" if codes else ""
        self.lines.append(f"{text}  # must raise FacetError{of_code}")
        try:
            await call()
        except FacetError as error:
            if not codes or error.code in codes:
                return
            self.lines[-1] += f", but the code is {error.code!r}"
        except Exception as error:  # noqa: BLE001 - any other is wrong
            self.lines[-1] += f", but raises {_text(error)}"
        else:
            self.lines[-1] += ", but raises nothing"
        raise Broken(promise)

    def expect(self, promise: str, fits: object, line: str, found: object) -> None:
        """Tell a difference: `line` states in the last line of the program what must hold, in place of the call."""
        self.lines[-1] = f"assert {line}"
        if not fits:
            self.lines[-1] += f"  # but it is {self.shown(found)}"
            raise Broken(promise)

    @classmethod
    def drawn(cls, draw: Draw, look_at: str | None) -> list[Step]:
        """Draw a history: few of each pool, steps in any order, and looks between them."""
        few = {
            name: [*dict.fromkeys((*cls.always.get(name, ()), *draw.some(range(len(pool)), 1 + draw.below(most))))]
            for name, pool in cls.pools.items()
            for most in [cls.few.get(name, len(pool))]
        }
        history: list[Step] = []
        kinds = [*cls.steps]
        for _ in range(1 + draw.below(cls.length)):
            history.append(_step(cls.steps, draw.one(kinds), few, draw))
            if draw.chance(cls.sweeping):
                history += cls._sweep(draw, few, look_at)
            elif cls.looks and draw.chance(0.3):
                history.append(_step(cls.looks, draw.one([*cls.looks]), few, draw))
        return history + cls._sweep(draw, few, look_at)

    @classmethod
    def _sweep(cls, draw: Draw, few: Mapping[str, Sequence[int]], look_at: str | None) -> list[Step]:
        """Return looks at everything that a history is about."""
        found: list[Step] = []
        for kind, pools in cls.looks.items():
            if look_at in (None, kind, f"{kind}_again"):
                looks: list[Step] = [(kind, places) for places in product(*(few[pool] for pool in pools))]
                found += draw.some(looks, cls.most_looks)
        return found

    @classmethod
    def tables(cls) -> Iterable[History]:
        """Return histories that are always played first."""
        return ()


def _step(kinds: Mapping[str, Sequence[str]], kind: str, few: Mapping[str, Sequence[int]], draw: Draw) -> Step:
    return kind, tuple(draw.one(few[pool]) for pool in kinds[kind])


def _text(value: object) -> str:
    try:
        return repr(value)
    except Exception:  # noqa: BLE001 - the text of a value may raise anything
        return f"an object of {type(value).__name__}"


class Shrinking:
    """The search for a shorter and simpler history that fails as well."""

    def __init__(
        self,
        history: History,
        still_fails: Callable[[History], bool],
        pools: Mapping[str, Sequence[str]],
        seconds: float,
    ) -> None:
        self.steps = [*history]
        self._still_fails, self._pools = still_fails, pools
        self._deadline = time.monotonic() + seconds
        self._replays = 0

    def run(self) -> History:
        """Return a history with fewer steps, then with simpler arguments."""
        with suppress(TimeoutError):
            self._keep_two()
            self._drop()
            for pool in dict.fromkeys(name for names in self._pools.values() for name in names):
                self._simplify_everywhere(pool)
            for at in range(len(self.steps)):
                self._simplify(at)
            self._drop()
        return self.steps

    def _fails(self, candidate: Sequence[Step]) -> bool:
        self._replays += 1
        if self._replays > _REPLAYS or time.monotonic() > self._deadline:
            raise TimeoutError
        if not self._still_fails(candidate):
            return False
        self.steps = [*candidate]
        return True

    def _keep_two(self) -> None:
        """Try the last step after each other one alone, for half of the time: short histories take little of it."""
        *others, last = self.steps
        half = (self._deadline + time.monotonic()) / 2
        for other in dict.fromkeys(others):
            if time.monotonic() > half or self._fails([other, last]):
                break

    def _drop(self) -> None:
        """Leave out steps: many at once, then single ones."""
        size = len(self.steps)
        while size:
            at = 0
            while at < len(self.steps):
                if not self._fails([*self.steps[:at], *self.steps[at + size :]]):
                    at += size
            size //= 2

    def _simplify_everywhere(self, pool: str) -> None:
        """Put something simpler in the place of what several steps take from a pool."""
        used = {place for step in self.steps for name, place in self._arguments(step) if name == pool}
        for old in sorted(used, reverse=True):
            for new in range(old):
                if self._fails([self._replaced(step, pool, old, new) for step in self.steps]):
                    break

    def _simplify(self, at: int) -> None:
        """Put simpler arguments in the place of those of one step."""
        for argument in range(len(self.steps[at][1])):
            for simpler in range(self.steps[at][1][argument]):
                kind, places = self.steps[at]
                changed = kind, (*places[:argument], simpler, *places[argument + 1 :])
                if self._fails([*self.steps[:at], changed, *self.steps[at + 1 :]]):
                    break

    def _arguments(self, step: Step) -> Iterable[tuple[str, int]]:
        return zip(self._pools.get(step[0], ()), step[1], strict=True)

    def _replaced(self, step: Step, pool: str, old: int, new: int) -> Step:
        places = tuple(new if (name, place) == (pool, old) else place for name, place in self._arguments(step))
        return step[0], places


class Remembered(Generic[_T]):
    """What is known of an implementation from earlier histories, as long as the same one is used again."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._last: tuple[object, _T] | None = None

    def of(self, implementation: object, begin: Callable[[], _T]) -> _T:
        """Return what is known of an implementation; of another than before what `begin` returns."""
        if self._last is None or self._last[0] is not implementation:
            self._last = implementation, begin()
        return self._last[1]


class Histories(Contract):
    """Base of the suites that have tests of histories."""

    histories: ClassVar[int] = 60
    """How many random histories each of these tests plays; less for an implementation that is slow."""
    shrinking: ClassVar[float] = 3.0
    """Seconds that finding a shorter counterexample may take: the verdict does not depend on it."""
    seed: ClassVar[object] = 0
    """What random histories depend on: the same for everybody, unless you set another one."""

    def holds(self, model: Callable[[], Model], histories: Iterable[History]) -> None:
        """Play histories; fail with the shortest program that breaks the promise which the first failing one breaks."""
        __tracebackhide__ = True
        for history in histories:
            broken = self._play(model(), history)
            if broken is not None:
                self._tell(model, history, broken)

    def _play(self, model: Model, history: History) -> Broken | None:
        """Play a history; return what it breaks."""
        __tracebackhide__ = True
        left = iter(history)
        while True:
            over, broken = self.run(model.play(left, _AT_ONCE * self.patience))
            if broken is not None:
                broken.played = len(history) - sum(1 for _ in left)
            if over:
                return broken

    def drawn(self, model: type[Model], look_at: str | None) -> Iterator[History]:
        """Yield the histories of a model: the tables that look at the same, and random ones."""
        for table in model.tables():
            if look_at not in model.looks or any(kind == look_at for kind, _ in table):
                yield table
        for number in range(self.histories):
            yield model.drawn(Draw(self.seed, number), look_at)

    def _tell(self, model: Callable[[], Model], history: History, broken: Broken) -> None:
        __tracebackhide__ = True
        last = broken

        def still_fails(candidate: History) -> bool:
            nonlocal last
            again = self._play(model(), candidate)
            if again is None or again.promise != broken.promise:
                return False
            last = again
            return True

        kind = type(model())
        pools = {**kind.steps, **kind.looks}
        Shrinking(history[: broken.played], still_fails, pools, min(self.shrinking, self.patience / 2)).run()
        name = getattr(self.interface, "__name__", self.interface)
        program = "\n".join(f"    {line}" for line in last.program)
        pytest.fail(f"{name} promises: {last.promise}\n\n{program}", pytrace=False)
