"""Where facets take the time from."""

import datetime
from collections.abc import Callable
from typing import TypeAlias

__all__ = ["Clock"]

Clock: TypeAlias = Callable[[], datetime.datetime]
"""A function that returns the time, as a timezone-aware `datetime`. Pass a facet your own to decide in tests what time
it is: `now = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC); MemoryIssueTracker(clock=lambda: now)`."""


def utc_now() -> datetime.datetime:
    """Return the time of the system."""
    return datetime.datetime.now(datetime.UTC)


def aware(clock: Clock) -> Clock:
    """Return the clock, guarded: the contract promises timezone-aware times."""

    def now() -> datetime.datetime:
        time = clock()
        if time.utcoffset() is None:
            raise ValueError(f"the clock must return a timezone-aware datetime, not {time!r}; help: datetime.now(UTC)")
        return time

    return now
