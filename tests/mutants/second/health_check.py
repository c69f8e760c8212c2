"""Health checks over a history that break a clause each."""

import asyncio
import inspect
import time
from collections.abc import Callable, Sequence
from typing import Any

from latency_shim import HealthCheck, HealthCheckResult, HealthContributor, HealthStatusLevel
from mutants import health_check as first
from mutants import violates
from reference.health import Contributed, Health, Summary


class SUITE(first.SUITE):
    make: Callable[..., HealthCheck] = Health


class Sums(Health):
    """Base of those that sum up otherwise."""

    async def get_health(self) -> Any:
        found: Any = await super().get_health()
        return self.summed(found)

    def summed(self, found: Summary) -> Summary:
        return found


class Judges(Health):
    """Base of those that judge a contributor otherwise."""

    def judged(self, name: str, task: asyncio.Task[HealthCheckResult], milliseconds: float) -> HealthCheckResult:
        return self.result(super().judged(name, task, milliseconds), task)

    def result(self, result: HealthCheckResult, task: asyncio.Task[HealthCheckResult]) -> HealthCheckResult:
        return result


@violates("Run every contributor and sum up")
class KnownAtFirst(Health):
    """A contributor that is registered after the first check is not asked."""

    known: int | None = None

    def contributors(self) -> dict[str, HealthContributor]:
        self.known = self.known or len(self.history) or None
        return dict(self.history[: self.known])


@violates("Run every contributor and sum up")
class FirstFault(Health):
    """After a contributor that is unhealthy no other is asked."""

    async def get_health(self) -> Any:
        found: Any = await super().get_health()
        levels = [one["status"] for one in found.checks]
        if levels.count("unhealthy") > 1:
            return found._replace(checks=found.checks[: levels.index("unhealthy") + 1])
        return found


@violates("Run every contributor and sum up")
class Remembered(Judges):
    """A contributor that raised is not asked again."""

    raised: frozenset[str] = frozenset()

    async def asked(self, name: str, contributor: HealthContributor) -> HealthCheckResult:
        if name in self.raised:
            return {"name": name, "status": "unhealthy", "duration": 0.0}
        return await super().asked(name, contributor)

    def result(self, result: HealthCheckResult, task: asyncio.Task[HealthCheckResult]) -> HealthCheckResult:
        if task.done() and not task.cancelled() and task.exception():
            self.raised |= {result["name"]}
        return result


@violates("A contributor that takes too long counts as `unhealthy`")
class SlowOnce(Judges):
    """A contributor that takes too long counts as degraded where another is unhealthy."""

    async def get_health(self) -> Any:
        found: Any = await super().get_health()
        if sum(one["status"] == "unhealthy" for one in found.checks) < 2:
            return found
        slow = [one.get("message", "").startswith("no answer") for one in found.checks]
        checks = [{**one, "status": "degraded"} if late else one for one, late in zip(found.checks, slow, strict=True)]
        return found._replace(checks=checks)


@violates("So does one that raises; this does not raise for it")
class RaisesTimeouts(Judges):
    """A contributor that raises `TimeoutError` is degraded."""

    def result(self, result: HealthCheckResult, task: asyncio.Task[HealthCheckResult]) -> HealthCheckResult:
        late = task.done() and not task.cancelled() and isinstance(task.exception(), TimeoutError)
        return {**result, "status": "degraded"} if late else result


@violates("So does one that raises; this does not raise for it")
class LetsFacetErrors(Judges):
    """A `LookupError` of a contributor comes out."""

    def result(self, result: HealthCheckResult, task: asyncio.Task[HealthCheckResult]) -> HealthCheckResult:
        if task.done() and not task.cancelled() and isinstance(task.exception(), LookupError):
            raise task.exception() or LookupError
        return result


@violates("So does one that raises; this does not raise for it")
class CancelledComesOut(Judges):
    """A contributor that is cancelled from within is not judged but comes out."""

    def result(self, result: HealthCheckResult, task: asyncio.Task[HealthCheckResult]) -> HealthCheckResult:
        return task.result() if task.cancelled() else result


@violates("Duration of the check, in milliseconds")
class FromTheBeginning(Health):
    """The duration of each check is that of all of them."""

    async def get_health(self) -> Any:
        began = time.perf_counter()
        found: Any = await super().get_health()
        took = (time.perf_counter() - began) * 1000
        return found._replace(
            checks=[{**one, "duration": took} for one in found.checks] if len(found.checks) > 1 else found.checks
        )


@violates("`duration` is filled in")
class NoDurationWhenLate(Judges):
    """A contributor that takes too long has no duration."""

    def result(self, result: HealthCheckResult, task: asyncio.Task[HealthCheckResult]) -> HealthCheckResult:
        if not task.done():
            del result["duration"]
        return result


@violates("In the results the name is that under which the contributor was registered")
class NameOnFailure(Judges):
    """The check of a contributor that raises has the name of the error."""

    def result(self, result: HealthCheckResult, task: asyncio.Task[HealthCheckResult]) -> HealthCheckResult:
        failed = task.done() and not task.cancelled() and task.exception()
        return {**result, "name": type(failed).__name__} if isinstance(failed, OSError) else result


@violates("In the results the name is that under which the contributor was registered")
class LowerNames(Sums):
    """Names are stripped in the results."""

    def summed(self, found: Summary) -> Summary:
        return found._replace(checks=[{**one, "name": one["name"].strip()} for one in found.checks])


@violates("A name that is registered already is replaced")
class NotTwice(Health):
    """A name is replaced once: a third contributor is passed over."""

    def contributors(self) -> dict[str, HealthContributor]:
        found: dict[str, list[Contributed]] = {}
        for one in self.history:
            found.setdefault(one.name, []).append(one)
        return {name: every[:2][-1].contributor for name, every in found.items()}


@violates("A name that is registered already is replaced")
class NotAfterwards(Health):
    """A name is not replaced any more once it was asked."""

    asked_for: frozenset[str] = frozenset()

    def contributors(self) -> dict[str, HealthContributor]:
        found = super().contributors()
        self.asked_for |= found.keys()
        return found

    def register_contributor(self, name: str, contributor: HealthContributor, /) -> None:
        if name not in self.asked_for:
            super().register_contributor(name, contributor)


@violates("Add a check under a name of its own")
class FoldedNames(Health):
    """A name that differs in capital letters alone is replaced."""

    def contributors(self) -> dict[str, HealthContributor]:
        folded = {one.name.casefold(): one for one in self.history}
        return dict(folded.values())


@violates("Add a check under a name of its own")
class OneOfAContributor(Health):
    """A contributor that is registered under two names is asked under one."""

    def contributors(self) -> dict[str, HealthContributor]:
        found = super().contributors()
        return {name: one for name, one in found.items() if [*found.values()].count(one) == 1 or name == max(found)}


@violates("The result of each contributor, one entry each")
class NoExtras(Judges):
    """A message that is empty is left out."""

    def result(self, result: HealthCheckResult, task: asyncio.Task[HealthCheckResult]) -> HealthCheckResult:
        if "message" in result and not result["message"]:
            del result["message"]
        return result


@violates("The result of each contributor, one entry each", "test_registering_a_name_again_replaces_the_contributor")
class WellIsShort(Judges):
    """The message of a part that is well is left out."""

    def result(self, result: HealthCheckResult, task: asyncio.Task[HealthCheckResult]) -> HealthCheckResult:
        if result["status"] == "healthy":
            result.pop("message", None)
        return result


@violates("The worst status among the checks")
class Majority(Health):
    """The whole is well where more than two parts are well and only one is degraded."""

    def worst(self, checks: Sequence[HealthCheckResult]) -> HealthStatusLevel:
        levels = [one["status"] for one in checks]
        return (
            "healthy"
            if levels.count("healthy") > 2 and levels.count("healthy") == len(levels) - 1 and "degraded" in levels
            else super().worst(checks)
        )


@violates("The worst status among the checks")
class ManyDegraded(Health):
    """Where three parts are degraded the whole is unhealthy."""

    def worst(self, checks: Sequence[HealthCheckResult]) -> HealthStatusLevel:
        return "unhealthy" if sum(one["status"] == "degraded" for one in checks) > 2 else super().worst(checks)


@violates("The worst status among the checks")
class RaisedIsIgnored(Health):
    """A part that raised or took too long does not count for the whole."""

    def worst(self, checks: Sequence[HealthCheckResult]) -> HealthStatusLevel:
        failed = [
            one for one in checks if "(" in one.get("message", "") or one.get("message", "").startswith("no answer")
        ]
        return super().worst([one for one in checks if one not in failed])


@violates("The time since the start, in seconds")
class UptimeOfChecks(Sums):
    """`uptime` is the time since the last check but one."""

    def summed(self, found: Summary) -> Summary:
        self.began, self.earlier = self.earlier or self.began, time.monotonic()
        return found

    earlier: float | None = None


@violates("The time of the check")
class FirstTimestamp(Sums):
    """The timestamp is that of the first check."""

    first: str | None = None

    def summed(self, found: Summary) -> Summary:
        self.first = self.first or found.timestamp
        return found._replace(timestamp=self.first)


@violates("The result of each contributor, one entry each.")
class ReplacesInPlace(Sums):
    """Of more than ten checks only ten are listed."""

    def summed(self, found: Summary) -> Summary:
        return found._replace(checks=found.checks[:10])


@violates(
    "So does one that raises; this does not raise for it.",
    "test_a_contributor_that_raises_when_it_is_called_is_unhealthy",
)
class RaisesAtOnce(Health):
    """A contributor that raises before it is awaited raises here."""

    async def get_health(self) -> Any:
        for one in self.contributors().values():
            if not inspect.iscoroutinefunction(one):
                found: Any = one()
                close = getattr(found, "close", None)
                if close is not None:
                    close()
        return await super().get_health()


@violates(
    "So does one that raises; this does not raise for it.",
    "test_a_contributor_that_raises_is_unhealthy",
    "test_a_contributor_that_raises_when_it_is_called_is_unhealthy",
)
class KeyErrorIsWell(Judges):
    """A contributor that raises an error of its own class is degraded."""

    def judged(self, name: str, task: Any, milliseconds: float) -> Any:
        found = super().judged(name, task, milliseconds)
        error = task.exception() if task.done() and not task.cancelled() else None
        return {**found, "status": "degraded"} if isinstance(error, RuntimeError) else found


@violates("In the results the name is that under which the contributor was registered")
class OwnNames(Judges):
    """The contributor's own name counts if it is empty."""

    def judged(self, name: str, task: Any, milliseconds: float) -> Any:
        found = super().judged(name, task, milliseconds)
        own = not task.done() or task.cancelled() or task.exception() or task.result()["name"]
        return found if own else {**found, "name": ""}


@violates("The worst status among the checks.")
class MostAreWell(Sums):
    """One of six that is unhealthy makes the whole degraded."""

    def summed(self, found: Summary) -> Summary:
        bad = sum(one["status"] == "unhealthy" for one in found.checks)
        return found._replace(status="degraded") if bad == 1 and len(found.checks) > 5 else found
