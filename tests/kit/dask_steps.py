"""What the steps of the tests do; workers import it."""

import asyncio
import os
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from latency_shim import FacetError

Input = Mapping[str, object] | None
Outputs = Mapping[str, object]


class RateLimitedError(FacetError):
    """A subclass with a constructor of its own."""

    def __init__(self, retry_after: float, *, cause: object = None) -> None:
        super().__init__(f"try again in {retry_after:g} s", "RATE_LIMIT", cause=cause)
        self.retry_after = retry_after


class UnpicklableError(Exception):
    """An error that can be pickled, and not be made anew."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(f"{host}:{port} does not answer")


def quick(_input: Input, _outputs: Outputs) -> str:
    return "quick"


def failing(_input: Input, _outputs: Outputs) -> None:
    raise ValueError("this step fails")


def slow(_input: Input, _outputs: Outputs) -> None:
    time.sleep(0.5)


def limited(_input: Input, _outputs: Outputs) -> None:
    raise RateLimitedError(30, cause=KeyError("quota"))


def verbose(_input: Input, _outputs: Outputs) -> None:
    raise FacetError("x" * 100_000, "VERBOSE")


def exiting(_input: Input, _outputs: Outputs) -> None:
    sys.exit("no disk")


def unpicklable_error(_input: Input, _outputs: Outputs) -> None:
    raise UnpicklableError("example.org", 80)


class HostileError(Exception):
    """An error that fails when it is looked at, or sent."""

    def __str__(self) -> str:
        raise LookupError("no text")

    __repr__ = __str__

    def add_note(self, note: str) -> None:
        raise LookupError("no notes")

    def __reduce__(self) -> Any:
        sys.exit("not to be pickled")


def hostile_error(_input: Input, _outputs: Outputs) -> None:
    raise HostileError


def cancelled_error(_input: Input, _outputs: Outputs) -> None:
    raise asyncio.CancelledError("not I")


def endless(_input: Input, _outputs: Outputs) -> Any:
    return endless(_input, _outputs)


def exiting_output(_input: Input, _outputs: Outputs) -> object:
    return [HostileError()]


class Unreadable:
    """A value that can be pickled, and not be made anew."""

    def __reduce__(self) -> Any:
        return sys.exit, ("not to be read",)


def unreadable_output(_input: Input, _outputs: Outputs) -> object:
    return Unreadable()


def deep_output(_input: Input, _outputs: Outputs) -> object:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    return deep


def unpicklable_output(_input: Input, _outputs: Outputs) -> object:
    return threading.Lock()


def deadly(_input: Input, _outputs: Outputs) -> None:
    os._exit(1)


def told(input: Input, outputs: Outputs) -> object:
    return [input, dict(outputs)]


def meeting(input: Any, _outputs: Outputs) -> int:
    """Wait for the other of two that run at the same time; return the process."""
    folder = Path(input["folder"])
    (folder / str(os.getpid())).touch()
    deadline = time.monotonic() + 10
    while len(list(folder.iterdir())) < 2:
        if time.monotonic() > deadline:
            raise TimeoutError("the other did not come")
        time.sleep(0.005)
    return os.getpid()
