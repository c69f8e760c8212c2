"""Histories of health checks: contributors that are added, replaced, fail, and take too long."""

import asyncio
import datetime
import itertools
from collections.abc import Awaitable, Callable, Generator, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from latency_shim import FacetError, HealthCheck, HealthStatus
from latency_shim.testing._boundary import implementation
from latency_shim.testing._contract import default
from latency_shim.testing._histories import Histories, History, Model, Step
from latency_shim.testing._pools import NEAR

RUN = "Run every contributor and sum up."
WORST = "The worst status among the checks. `healthy` where there are none."
EACH = "The result of each contributor, one entry each."
RAISES = "So does one that raises; this does not raise for it."
SLOW = "A contributor that takes too long counts as `unhealthy`"
NAMES = "In the results the name is that under which the contributor was registered, and `duration` is filled in."
REPLACED = "A name that is registered already is replaced."
ADD = "Add a check under a name of its own."
TIME = "The time of the check: text in ISO 8601, not a `datetime`."
UPTIME = "The time since the start, in seconds."
FOUND = "More about it, for people."

LEVELS = ("healthy", "degraded", "unhealthy")
FINDINGS: Sequence[Any] = (
    *({"name": "own name", "status": level} for level in LEVELS),
    {"name": "own name", "status": "degraded", "message": "91 % full"},
    {"name": "own name", "status": "healthy", "message": ""},
    {"name": "own name", "status": "unhealthy", "message": "healthy"},
    {"name": "", "status": "healthy", "duration": 0.0},
    {"name": "own name", "status": "degraded", "duration": 12.5, "message": "two\nlines"},
    ValueError("no"),
    FacetError("no network", "AUTH"),
    KeyError("status"),
    TimeoutError(),
    RuntimeError(),
    StopAsyncIteration(),
    AssertionError("healthy"),
    ExceptionGroup("both", [ValueError("a"), ValueError("b")]),
    "hangs",
)
HANGS = len(FINDINGS) - 1


class Contributor:
    """A contributor, which counts its calls."""

    def __init__(self, finding: Any, kind: int) -> None:
        self.finding, self.kind, self.calls = finding, kind, 0

    def __len__(self) -> int:
        return 0

    async def find(self) -> Any:
        """Find something, after a turn of the loop."""
        self.calls += 1
        if self.kind % 2:
            await asyncio.sleep(0)
        if isinstance(self.finding, Exception):
            raise self.finding.with_traceback(None)
        if self.finding == "hangs":
            await asyncio.Event().wait()
        found: Any = self.finding
        return {**found}

    def __call__(self) -> Awaitable[Any]:
        if isinstance(self.finding, Exception):  # at once, not when it is awaited
            self.calls += 1
            raise self.finding.with_traceback(None)
        return Promise(self)

    @property
    def given(self) -> Callable[[], Awaitable[Any]]:
        """What is registered."""
        return (self.find, self, partial(self.find), lambda: self.find())[self.kind % 4]  # noqa: PLW0108 - a function that is not async


class Promise:
    """An awaitable that is not a coroutine."""

    def __init__(self, contributor: Contributor) -> None:
        self.contributor = contributor

    def __await__(self) -> Generator[Any, Any, Any]:
        return self.contributor.find().__await__()


class HealthModel(Model):
    """A health check beside its contributors.

    Left open, and never asked: the order of checks, whether contributors run at once, the message for one that fails,
    whether a duration that is given is kept, and what becomes of cancellation.
    """

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {
        "name": NEAR,
        "finding": FINDINGS[:-1],
        "kind": (0, 1, 2, 3, 4, 5, 6, 7),
    }
    steps: ClassVar[Mapping[str, Sequence[str]]] = {
        "register_contributor": ("name", "finding", "kind"),
        "replace": ("name", "finding", "kind"),
    }
    looks: ClassVar[Mapping[str, Sequence[str]]] = {"status": (), "checks": (), "rest": (), "at_once": ()}
    few: ClassVar[Mapping[str, int]] = {"name": 4, "finding": 5}
    length: ClassVar[int] = 8

    def __init__(self, look_at: str | None, new: Callable[[], HealthCheck], left: set[str]) -> None:
        super().__init__(look_at)
        self.health, self.left = new(), left
        self.known: dict[str, Contributor] = {}
        self.gone: list[Contributor] = []
        for name in sorted(left):
            self._register(name, Contributor(FINDINGS[0], 0))
        self.uptime = 0.0

    async def _only_look(self, kind: str, arguments: Sequence[Any]) -> None:
        """Look, if it takes little time."""
        if kind == "rest":
            await super()._only_look(kind, arguments)

    def _register(self, name: str, contributor: Contributor) -> None:
        if name in self.known:
            self.gone.append(self.known[name])
        self.known[name] = contributor
        self.left.add(name)
        self.health.register_contributor(name, contributor.given)

    async def register_contributor(self, name: str, finding: Any, kind: int) -> None:
        """Add a contributor."""
        contributor = Contributor(finding, kind)
        told = (
            finding
            if isinstance(finding, str)
            else f"raises {finding!r}"
            if isinstance(finding, Exception)
            else finding
        )
        line = f"health.register_contributor({name!r}, contributor)  # which {told if isinstance(told, str) else f'returns {told}'}"
        promise = REPLACED if name in self.known else ADD
        self.call(promise, line, partial(self._register, name, contributor))

    async def replace(self, name: str, finding: Any, kind: int) -> None:
        """Replace the first contributor."""
        await self.register_contributor(next(iter(self.known), name), finding, kind)

    async def asked(self) -> HealthStatus:
        """Ask how all is; see that each contributor ran."""
        before = {name: one.calls for name, one in self.known.items()}
        calls = sum(one.calls for one in self.gone)
        found = await self.awaited(RAISES, "status = await health.get_health()", self.health.get_health)
        self.lines.append("")
        ran = {name: one.calls - before[name] for name, one in self.known.items()}
        wrong = {name: count for name, count in ran.items() if count != 1}
        self.expect(RUN, not wrong, "each contributor ran once", wrong)
        still = sum(one.calls for one in self.gone) - calls
        self.expect(REPLACED, not still, "no contributor that was replaced runs", still)
        return found

    async def status(self) -> None:
        """Look at the worst."""
        found = await self.asked()
        expected = max((_level(one.finding) for one in self.known.values()), key=LEVELS.index, default="healthy")
        failing = [
            one
            for one in self.known.values()
            if _level(one.finding) == "unhealthy" and isinstance(one.finding, Exception)
        ]
        promise = RAISES if failing else SLOW if any(one.finding == "hangs" for one in self.known.values()) else WORST
        self.expect(promise, found.status == expected, f"status.status == {expected!r}", found.status)
        del self.lines[-1:]

    async def checks(self) -> None:
        """Look at what was found."""
        found = await self.asked()
        names = sorted(one["name"] for one in found.checks)
        self.expect(NAMES, names == sorted(self.known), f"the names of status.checks are {sorted(self.known)}", names)
        for one in found.checks:
            contributor = self.known[one["name"]]
            text = f"the check {one['name']!r}"
            level = _level(contributor.finding)
            promise = (
                RAISES
                if isinstance(contributor.finding, Exception)
                else SLOW
                if contributor.finding == "hangs"
                else EACH
            )
            self.expect(promise, one["status"] == level, f"{text} is {level!r}", one["status"])
            duration = one.get("duration")
            fits = isinstance(duration, int | float) and 0 <= duration < 60_000
            self.expect(NAMES, fits, f"{text} has a duration, in milliseconds", duration)
            finding: Any = contributor.finding
            message: object = finding.get("message") if issubclass(type(finding), dict) else None
            if message:
                self.expect(FOUND, one.get("message") == message, f"{text} says {message!r}", one.get("message"))
        del self.lines[-1:]

    async def rest(self) -> None:
        """Look at the times."""
        found = await self.asked()
        try:
            time = datetime.datetime.fromisoformat(found.timestamp)
        except ValueError:
            time = None
        self.expect(TIME, time is not None, "datetime.fromisoformat(status.timestamp)", found.timestamp)
        self.expect(UPTIME, found.uptime >= self.uptime, f"status.uptime >= {self.uptime}", found.uptime)
        self.uptime = found.uptime
        del self.lines[-1:]

    async def at_once(self) -> None:
        """Ask twice at the same time."""
        first, second = await self.awaited(
            RUN,
            "first, second = await asyncio.gather(health.get_health(), health.get_health())",
            lambda: asyncio.gather(self.health.get_health(), self.health.get_health()),
        )
        expected = max((_level(one.finding) for one in self.known.values()), key=LEVELS.index, default="healthy")
        self.lines.append("")
        self.expect(WORST, first.status == second.status == expected, f"both are {expected!r}", first.status)
        names = [sorted(one["name"] for one in status.checks) for status in (first, second)]
        self.expect(EACH, names == [sorted(self.known)] * 2, f"the checks of both are {sorted(self.known)}", names)
        del self.lines[-1:]

    @classmethod
    def tables(cls) -> Iterable[History]:
        """Return tables of names, findings, kinds of contributors and combinations of levels."""
        looks: list[Step] = [(kind, ()) for kind in cls.looks]
        yield [*looks, *(("register_contributor", (at, at % 3, at % 4)) for at in range(len(NEAR))), *looks]
        yield [("register_contributor", (0, 0, 0)), *looks, ("register_contributor", (1, 2, 0)), *looks, ("register_contributor", (2, 1, 0)), *looks]  # fmt: skip
        for finding in range(len(cls.pools["finding"])):
            for kind in range(4):
                yield [("register_contributor", (0, finding, kind)), *looks, ("register_contributor", (0, (finding + 1) % HANGS, kind)), *looks]  # fmt: skip
                yield [("register_contributor", (1, 0, 0)), ("register_contributor", (0, finding, kind)), ("register_contributor", (2, 1, 1)), *looks]  # fmt: skip
        for level, place in itertools.product((1, 2), (0, 4, 8)):
            yield [*(("register_contributor", (at, level if at == place else 0, at % 4)) for at in range(9)), *looks]
        for levels in itertools.product(range(3), repeat=3):
            yield [*(("register_contributor", (at, level, at)) for at, level in enumerate(levels)), *looks]


class HangingModel(HealthModel):
    """A health check with a contributor that never comes back."""

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {**HealthModel.pools, "finding": FINDINGS}

    @classmethod
    def tables(cls) -> Iterable[History]:
        """Return one history that takes long."""
        hangs: Step = ("register_contributor", (1, HANGS, 1))
        others: list[Step] = [("register_contributor", (at, level, 0)) for at, level in ((0, 0), (2, 1))]
        yield [others[0], hangs, others[1], ("checks", ()), ("status", ())]
        yield [hangs, ("register_contributor", (3, HANGS, 0)), ("checks", ()), ("status", ())]


def _level(finding: Any) -> str:
    return str(finding["status"]) if issubclass(type(finding), dict) else "unhealthy"


class HealthCheckHistories(Histories):
    """The tests of histories that `HealthCheckContract` has."""

    @default
    def new_health(self, health: HealthCheck) -> Callable[[], HealthCheck]:
        """Return what makes a health check without contributors: the class, unless you have another way."""
        try:
            fresh = type(health)()
        except Exception:  # noqa: BLE001 - it needs arguments
            return lambda: health
        return type(health) if fresh is not health else lambda: health

    def _holds(self, look_at: str, it: HealthCheck, new: Callable[[], HealthCheck]) -> None:
        __tracebackhide__ = True
        shared: set[str] = set()
        is_shared = not isinstance(new, type)

        def model() -> HealthModel:
            return HealthModel(look_at, new, shared if is_shared else set())

        self.holds(model, self.drawn(HealthModel, look_at))
        if look_at in ("status", "checks"):
            tested: Any = implementation(it)
            slow = shared if is_shared else set[str]()
            self.holds(lambda: HangingModel(look_at, lambda: tested, slow), HangingModel.tables())

    def test_how_the_whole_is_in_any_history(self, it: HealthCheck, new_health: Callable[[], HealthCheck]) -> None:
        """The worst status among the checks. `healthy` where there are none. … A contributor that takes too long counts
        as `unhealthy` … So does one that raises; this does not raise for it.

        If this fails, the message is a program in which `status` is wrong, or a contributor does not run once.
        """
        self._holds("status", it, new_health)

    def test_what_is_found_in_any_history(self, it: HealthCheck, new_health: Callable[[], HealthCheck]) -> None:
        """The result of each contributor, one entry each. … A name that is registered already is replaced. … In the
        results the name is that under which the contributor was registered, and `duration` is filled in.

        If this fails, the message is a program in which `checks` is wrong, or a contributor does not run once.
        """
        self._holds("checks", it, new_health)

    def test_times_in_any_history(self, it: HealthCheck, new_health: Callable[[], HealthCheck]) -> None:
        """The time since the start, in seconds. … The time of the check: text in ISO 8601, not a `datetime`.

        If this fails, the message is a program in which `uptime` or `timestamp` is wrong.
        """
        self._holds("rest", it, new_health)

    def test_two_that_ask_at_once_in_any_history(self, it: HealthCheck, new_health: Callable[[], HealthCheck]) -> None:
        """Run every contributor and sum up. … The result of each contributor, one entry each.

        If this fails, the message is a program in which two calls of `get_health` at the same time disturb each other.
        """
        self._holds("at_once", it, new_health)
