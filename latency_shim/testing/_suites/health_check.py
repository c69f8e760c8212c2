"""The suite for health checks."""

import asyncio
import datetime
import time
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from latency_shim import HealthCheck, HealthCheckResult, HealthContributor, HealthStatusLevel
from latency_shim.testing._models.health_check import HealthCheckHistories


def found(name: str, status: HealthStatusLevel, message: str = "") -> HealthContributor:
    """Return a contributor that always returns the same result."""

    async def contributor() -> HealthCheckResult:
        return {"name": name, "status": status, "message": message} if message else {"name": name, "status": status}

    return contributor


async def fails() -> HealthCheckResult:
    """Raise, as a contributor should not."""
    raise RuntimeError("this contributor raises")


class HealthCheckContract(HealthCheckHistories):
    """The promises of every `HealthCheck`. Needs the fixture `health`.

    A test waits until yours gives up on a contributor: make one that does so soon, or set `patience` to more than
    that takes.
    """

    interface: ClassVar[Any] = HealthCheck
    fixture: ClassVar[str] = "health"
    needs: ClassVar[Mapping[str, str]] = {
        "health": "a health check of yours without contributors",
    }
    untested: ClassVar[Mapping[str, str]] = {
        "Version of what is running.": "only the implementation knows what is running"
    }

    def checks(self, it: HealthCheck) -> dict[str, HealthCheckResult]:
        """Return the result of each contributor."""
        return {check["name"]: check for check in self.run(it.get_health()).checks}

    def overall(self, it: HealthCheck, *levels: HealthStatusLevel) -> HealthStatusLevel:
        """Return the status for these results."""
        for number, level in enumerate(levels):
            it.register_contributor(f"part {number}", found(f"part {number}", level))
        return self.run(it.get_health()).status

    def test_without_contributors_all_is_well(self, it: HealthCheck) -> None:
        """`healthy` where there are none.

        If this fails, the status is not `healthy`, or there are checks, although nobody registered a contributor.
        """
        health = self.run(it.get_health())
        assert (health.status, list(health.checks)) == ("healthy", [])

    def test_there_is_one_check_for_each_contributor(self, it: HealthCheck) -> None:
        """The result of each contributor, one entry each. … Add a check under a name of its own. … Each part registers
        a contributor. … Name of the check. … The result of `HealthCheck.get_health`.

        If this fails, `checks` leaves contributors out, as those that are well, or has one twice.
        """
        for name in "disk", "queue", "cache":
            it.register_contributor(name, found(name, "healthy"))
        names = [check["name"] for check in self.run(it.get_health()).checks]
        assert sorted(names) == ["cache", "disk", "queue"]

    def test_each_contributor_is_asked_each_time(self, it: HealthCheck) -> None:
        """Run every contributor and sum up. … A check: called without arguments and awaited.

        If this fails, `get_health` gave what it had found before: it must ask all contributors again.
        """
        looks: list[HealthStatusLevel] = ["healthy", "degraded"]

        async def contributor() -> HealthCheckResult:
            return {"name": "disk", "status": looks.pop(0)}

        it.register_contributor("disk", contributor)
        assert [self.checks(it)["disk"]["status"] for _ in range(2)] == ["healthy", "degraded"]

    def test_what_a_contributor_found_is_read_back(self, it: HealthCheck) -> None:
        """Made by contributors, read back from `HealthStatus.checks`. … The health of the part. … More about it, for
        people.

        If this fails, a check has not the status and message that its contributor gave.
        """
        it.register_contributor("disk", found("disk", "degraded", "91 % full"))
        it.register_contributor("queue", found("queue", "unhealthy", "no answer"))
        seen = {name: (check["status"], check.get("message")) for name, check in self.checks(it).items()}
        assert seen == {"disk": ("degraded", "91 % full"), "queue": ("unhealthy", "no answer")}

    def test_degraded_is_worse_than_healthy(self, it: HealthCheck) -> None:
        """The worst status among the checks. … How well something is, getting worse from left to right.

        If this fails, the status is not `degraded` although a part is, and none is worse.
        """
        assert self.overall(it, "healthy", "degraded", "healthy") == "degraded"

    def test_unhealthy_is_worse_than_degraded(self, it: HealthCheck) -> None:
        """The worst status among the checks. … How well something is, getting worse from left to right.

        If this fails, the status is not `unhealthy` although a part is.
        """
        assert self.overall(it, "degraded", "unhealthy", "healthy") == "unhealthy"

    def test_when_all_parts_are_well_the_whole_is(self, it: HealthCheck) -> None:
        """The worst status among the checks.

        If this fails, the status is not `healthy` although each part is.
        """
        assert self.overall(it, "healthy", "healthy") == "healthy"

    def test_the_registered_name_counts(self, it: HealthCheck) -> None:
        """In the results the name is that under which the contributor was registered

        If this fails, a check has the name that the contributor gave: put that of `register_contributor` there.
        """
        it.register_contributor("disk", found("/dev/sda1", "healthy"))
        [check] = self.run(it.get_health()).checks
        assert check["name"] == "disk"

    def test_registering_a_name_again_replaces_the_contributor(self, it: HealthCheck) -> None:
        """A name that is registered already is replaced.

        If this fails, the first contributor of a name stays, or both do.
        """
        it.register_contributor("disk", found("disk", "unhealthy", "the first"))
        it.register_contributor("disk", found("disk", "healthy", "the second"))
        checks = self.run(it.get_health()).checks
        assert [check.get("message") for check in checks] == ["the second"]

    def test_a_contributor_that_raises_is_unhealthy(self, it: HealthCheck) -> None:
        """So does one that raises; this does not raise for it.

        If this fails, the error of a contributor came out of `get_health`, or did not make its check `unhealthy`.
        """
        it.register_contributor("broken", fails)
        it.register_contributor("disk", found("disk", "healthy"))
        seen = {name: check["status"] for name, check in self.checks(it).items()}
        assert seen == {"broken": "unhealthy", "disk": "healthy"}

    def test_a_contributor_that_raises_when_it_is_called_is_unhealthy(self, it: HealthCheck) -> None:
        """So does one that raises; this does not raise for it.

        If this fails, a contributor is called outside of the `try` in which it is awaited.
        """

        def contributor() -> Any:
            raise RuntimeError("this contributor raises before there is anything to await")

        it.register_contributor("broken", contributor)
        assert self.checks(it)["broken"]["status"] == "unhealthy"

    def test_a_contributor_that_takes_too_long_is_unhealthy(self, it: HealthCheck) -> None:
        """A contributor that takes too long counts as `unhealthy`; how long is up to the implementation, 5 seconds
        unless it says otherwise.

        If this fails, `get_health` waited for a contributor longer than the suite's `patience`, or its check is not
        `unhealthy`.
        """

        async def contributor() -> HealthCheckResult:
            await asyncio.Event().wait()
            raise AssertionError("this is never reached")

        it.register_contributor("stuck", contributor)
        assert self.checks(it)["stuck"]["status"] == "unhealthy"

    def test_the_duration_is_filled_in(self, it: HealthCheck) -> None:
        """`duration` is filled in. … Duration of the check, in milliseconds.

        If this fails, a check whose contributor did not say how long it took, has no such `duration` in milliseconds.
        """

        async def contributor() -> HealthCheckResult:
            await asyncio.sleep(0.02)
            return {"name": "disk", "status": "healthy"}

        it.register_contributor("disk", contributor)
        took, check = self.timed(lambda: self.checks(it)["disk"])
        assert 5 <= check.get("duration", -1) <= took * 1000 + 20

    def test_the_duration_of_a_contributor_that_raises_is_filled_in(self, it: HealthCheck) -> None:
        """`duration` is filled in.

        If this fails, the check of a contributor that raised has no `duration`.
        """
        it.register_contributor("broken", fails)
        assert self.checks(it)["broken"].get("duration", -1) >= 0

    def test_uptime_is_in_seconds(self, it: HealthCheck) -> None:
        """The time since the start, in seconds.

        If this fails, `uptime` is negative, or does not grow with the clock, by one each second.
        """
        first = self.run(it.get_health()).uptime
        took, second = self.timed(lambda: self.run(self.later(it)))
        assert first >= 0
        assert 0 <= second - first <= took + 1

    def test_the_timestamp_is_in_iso_8601(self, it: HealthCheck) -> None:
        """The time of the check: text in ISO 8601, not a `datetime`.

        If this fails, `timestamp` is not such as `2026-01-31T12:00:00+00:00`, or far from what the clock says.
        """
        time_of_look = datetime.datetime.fromisoformat(self.run(it.get_health()).timestamp)
        if time_of_look.tzinfo is not None:
            assert abs(datetime.datetime.now(datetime.UTC) - time_of_look) < datetime.timedelta(minutes=1)

    async def later(self, it: HealthCheck) -> float:
        """Return the uptime a few milliseconds later."""
        await asyncio.sleep(0.02)
        return (await it.get_health()).uptime

    def timed(self, call: Callable[[], Any]) -> tuple[float, Any]:
        """Return the seconds that a call took, and its result."""
        started = time.perf_counter()
        result = call()
        return time.perf_counter() - started, result
