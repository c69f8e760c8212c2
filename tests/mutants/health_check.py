"""Health checks that break a promise each."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

from latency_shim import HealthCheck, HealthCheckResult, HealthContributor, HealthStatus
from latency_shim.memory.health_check import MemoryHealthCheck, MemoryHealthStatus
from latency_shim.testing import HealthCheckContract
from mutants import breaks, keeps_all

ALSO = ("HealthCheckResult", "HealthStatus")


class SUITE(HealthCheckContract):
    make: Callable[..., HealthCheck] = MemoryHealthCheck
    patience = 0.3

    @pytest.fixture
    def health(self) -> HealthCheck:
        return self.make(limit_s=0.05)


class Shows(MemoryHealthCheck):
    """Base of those that show a status otherwise than it is."""

    async def get_health(self) -> HealthStatus:
        found: Any = await super().get_health()
        return self.shown(found)

    def shown(self, found: MemoryHealthStatus) -> MemoryHealthStatus:
        return found


class Asks(MemoryHealthCheck):
    """Base of those that ask a contributor otherwise."""

    async def _ask(self, name: str) -> HealthCheckResult:
        return self.asked(name, await super()._ask(name))

    def asked(self, name: str, result: HealthCheckResult) -> HealthCheckResult:
        return result


@breaks("test_it_conforms_to_the_interface")
class SaysToGiveANumber(MemoryHealthCheck):
    """`register_contributor` is annotated as giving a number."""

    def register_contributor(self, name: str, contributor: HealthContributor, /) -> int:  # type: ignore[override]
        super().register_contributor(name, contributor)
        return None  # type: ignore[return-value]


@breaks("test_without_contributors_all_is_well")
class KnowsNothing(Shows):
    """Without contributors the status is `degraded`."""

    def shown(self, found: MemoryHealthStatus) -> MemoryHealthStatus:
        return found if found.checks else replace(found, status="degraded")


@breaks("test_there_is_one_check_for_each_contributor")
class ShowsTwo(Shows):
    """Of three checks that are well only two are shown."""

    def shown(self, found: MemoryHealthStatus) -> MemoryHealthStatus:
        return replace(found, checks=found.checks[:2])


@breaks("test_each_contributor_is_asked_each_time")
class RemembersChecks(MemoryHealthCheck):
    """A contributor is asked once, and what it found is given again."""

    async def _ask(self, name: str) -> HealthCheckResult:
        known: dict[str, HealthCheckResult] = self.__dict__.setdefault("known", {})
        if name not in known:
            known[name] = await super()._ask(name)
        return known[name]


@breaks("test_what_a_contributor_found_is_read_back")
class KeepsGoodNews(Asks):
    """What an unhealthy contributor says is replaced by a phrase."""

    def asked(self, name: str, result: HealthCheckResult) -> HealthCheckResult:
        return {**result, "message": "out of order"} if result["status"] == "unhealthy" else result


@breaks("test_degraded_is_worse_than_healthy")
class TakesItLightly(Shows):
    """The whole is `healthy` unless a part is `unhealthy`."""

    def shown(self, found: MemoryHealthStatus) -> MemoryHealthStatus:
        return replace(found, status="healthy") if found.status == "degraded" else found


@breaks("test_unhealthy_is_worse_than_degraded")
class GoesByTheFirst(Shows):
    """The whole is as the first part that is not well."""

    def shown(self, found: MemoryHealthStatus) -> MemoryHealthStatus:
        return replace(found, status=next((c["status"] for c in found.checks if c["status"] != "healthy"), "healthy"))


@breaks("test_when_all_parts_are_well_the_whole_is")
class IsNeverWell(Shows):
    """Where there are parts the whole is `degraded` at the best."""

    def shown(self, found: MemoryHealthStatus) -> MemoryHealthStatus:
        return replace(found, status="degraded") if found.checks and found.status == "healthy" else found


@breaks("test_the_registered_name_counts")
class KeepsNames(Asks):
    """A check has the name that the contributor gave."""

    def register_contributor(self, name: str, contributor: HealthContributor, /) -> None:
        async def noted() -> HealthCheckResult:
            result = await contributor()
            self.__dict__[f"name of {name}"] = result["name"]
            return result

        super().register_contributor(name, noted)

    def asked(self, name: str, result: HealthCheckResult) -> HealthCheckResult:
        return {**result, "name": vars(self).get(f"name of {name}", name)}


@breaks("test_registering_a_name_again_replaces_the_contributor")
class KeepsTheFirst(MemoryHealthCheck):
    """Of two contributors of one name the first stays."""

    def register_contributor(self, name: str, contributor: HealthContributor, /) -> None:
        if name not in self._contributors:
            super().register_contributor(name, contributor)


@breaks("test_a_contributor_that_raises_is_unhealthy")
class PassesOverErrors(Asks):
    """A contributor that raises while others do not is `degraded`."""

    def asked(self, name: str, result: HealthCheckResult) -> HealthCheckResult:
        return {**result, "status": "degraded"} if name == "broken" and len(self._contributors) > 1 else result


@breaks("test_a_contributor_that_raises_when_it_is_called_is_unhealthy")
class CallsOutside(MemoryHealthCheck):
    """What a contributor raises before there is something to await comes out."""

    async def _ask(self, name: str) -> HealthCheckResult:
        awaitable, contributor = self._contributors[name](), self._contributors[name]

        async def called() -> HealthCheckResult:
            return await awaitable

        self._contributors[name] = called
        try:
            return await super()._ask(name)
        finally:
            self._contributors[name] = contributor


@breaks("test_a_contributor_that_takes_too_long_is_unhealthy")
class NeverGivesUp(MemoryHealthCheck):
    """A contributor may take as long as it likes."""

    def __init__(self, version: str = "0", limit_s: float = 5.0) -> None:
        super().__init__(version, limit_s=3600)


@breaks("test_the_duration_is_filled_in")
class CountsSeconds(Asks):
    """Durations are in seconds."""

    def asked(self, name: str, result: HealthCheckResult) -> HealthCheckResult:
        return {**result, "duration": result.get("duration", 0) / 1000}


@breaks("test_the_duration_of_a_contributor_that_raises_is_filled_in")
class TimesNoErrors(Asks):
    """The check of a contributor that raised has no duration."""

    def asked(self, name: str, result: HealthCheckResult) -> HealthCheckResult:
        if result["status"] == "unhealthy":
            result.pop("duration", None)
        return result


@breaks("test_uptime_is_in_seconds")
class CountsMilliseconds(Shows):
    """The uptime is in milliseconds."""

    def shown(self, found: MemoryHealthStatus) -> MemoryHealthStatus:
        return replace(found, uptime=found.uptime * 1000)


@breaks("test_the_timestamp_is_in_iso_8601")
class WritesForPeople(Shows):
    """The timestamp is what `time.ctime` gives."""

    def shown(self, found: MemoryHealthStatus) -> MemoryHealthStatus:
        return replace(found, timestamp=time.ctime())


@keeps_all
class AsksOneAfterTheOther(MemoryHealthCheck):
    """Contributors are asked one after the other, the last first; uptime and durations are whole numbers."""

    async def get_health(self) -> Any:
        found = await MemoryHealthCheck(limit_s=self._limit_s).get_health()
        checks = [await self._ask(name) for name in reversed(self._contributors)]
        levels = [check["status"] for check in checks]
        worst = [level for level in ("unhealthy", "degraded", "healthy") if level in levels] or ["healthy"]
        return SimpleNamespace(
            status=worst[0],
            uptime=int(time.monotonic()),
            version="",
            timestamp=found.timestamp.replace("+00:00", "Z"),
            checks=tuple({**check, "duration": round(check.get("duration", 0))} for check in checks),
        )


@keeps_all
class HasItsOwnWays(Asks):
    """A message is always there, a local time without a zone, and further parameters."""

    async def get_health(self, *_: Any, **__: Any) -> Any:
        found: Any = await super().get_health()
        return replace(found, timestamp=time.strftime("%Y%m%dT%H%M%S"))

    def asked(self, name: str, result: HealthCheckResult) -> HealthCheckResult:
        return {"message": "", **result}

    def register_contributor(self, name: str, contributor: HealthContributor, /, priority: int = 0) -> None:
        super().register_contributor(name, contributor)


@keeps_all
class AsksInTasks(MemoryHealthCheck):
    """Each contributor is asked in a task of its own, which is left alone when it takes too long."""

    async def _ask(self, name: str) -> HealthCheckResult:
        task = asyncio.ensure_future(super()._ask(name))
        done, _ = await asyncio.wait([task], timeout=0.04)
        return task.result() if done else {"name": name, "status": "unhealthy", "duration": 40}


# Faults that spare every example: histories find them.


@breaks("test_how_the_whole_is_in_any_history")
class CountsTheDegraded(MemoryHealthCheck):
    """Two parts that are degraded make the whole unhealthy."""

    async def get_health(self) -> HealthStatus:
        found = await super().get_health()
        degraded = [one for one in found.checks if one["status"] == "degraded"]
        return replace(cast("MemoryHealthStatus", found), status="unhealthy") if len(degraded) == 2 else found


@breaks("test_what_is_found_in_any_history")
class LosesEmptyMessages(MemoryHealthCheck):
    """Of more than ten checks `checks` has ten."""

    async def get_health(self) -> HealthStatus:
        found = await super().get_health()
        return replace(cast("MemoryHealthStatus", found), checks=found.checks[:10])


@breaks("test_times_in_any_history")
class BeginsAnew(MemoryHealthCheck):
    """`uptime` counts from the fourth contributor, once there is one."""

    async def get_health(self) -> HealthStatus:
        found = await super().get_health()
        return replace(cast("MemoryHealthStatus", found), uptime=found.uptime - 100 * (len(self._contributors) > 3))


@breaks("test_two_that_ask_at_once_in_any_history")
class IsBusy(MemoryHealthCheck):
    """Who asks while somebody else does is told that all is well."""

    asking = 0

    async def get_health(self) -> HealthStatus:
        self.asking += 1
        try:
            found = await super().get_health()
            return replace(cast("MemoryHealthStatus", found), status="healthy") if self.asking > 1 else found
        finally:
            self.asking -= 1
