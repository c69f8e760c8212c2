"""How things are timed: always beside a peer, turn by turn, so that what slows one down slows down the other."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from timeit import Timer
from typing import Any


@dataclass(frozen=True)
class Row:
    """A line of the table: how many times what a peer costs, and how many are the most that is wanted."""

    what: str
    peer: str
    ratio: float
    target: float | None


def ratio(rounds: int, ours: Callable[[], object], peer: Callable[[], object], *, calls: int) -> float:
    """Time two functions in turns of many calls, and give how many times the peer's time it takes."""

    def turn(function: Callable[[], object]) -> float:
        return Timer(function).timeit(calls)  # which collects no garbage meanwhile

    return over(rounds, lambda: turn(ours), lambda: turn(peer))


def ratio_of_new(
    rounds: int,
    ours: Callable[[object], object],
    peer: Callable[[object], object],
    make: tuple[Callable[[], object], Callable[[], object]],
    *,
    objects: tuple[int, int] = (100, 100),
) -> float:
    """Time two functions of an object, each of a class that it never saw; making them is not timed."""

    def turn(function: Callable[[object], object], place: int) -> float:
        return seconds(function, [make[place]() for _ in range(objects[place])])

    return over(rounds, lambda: turn(ours, 0), lambda: turn(peer, 1))


def seconds(function: Callable[[Any], object], arguments: Iterable[object]) -> float:
    """Time a function with each of some arguments, while no garbage is collected."""
    gc.collect()
    gc.disable()
    try:
        start = perf_counter()
        for argument in arguments:
            function(argument)
        return perf_counter() - start
    finally:
        gc.enable()


def over(rounds: int, ours: Callable[[], float], peer: Callable[[], float]) -> float:
    """Take turns, after one that does not count; what is compared stands next to each other in time."""
    times = [(ours(), peer()) for _ in range(rounds + 1)][1:]
    return median(one / other for one, other in times)


def ratios_of_processes(
    rounds: int, peer: Sequence[str], *ours: Sequence[str], files: dict[str, str] | None = None
) -> list[float]:
    """Time whole processes of this Python; give how many times the peer's time each takes."""
    times = times_of_processes(rounds, peer, *ours, files=files)
    return [median(turn[place] / turn[0] for turn in times) for place in range(1, len(ours) + 1)]


def times_of_processes(rounds: int, *commands: Sequence[str], files: dict[str, str] | None = None) -> list[list[float]]:
    """Time whole processes of this Python, in turns, in a folder with some files; byte code is cached."""
    with TemporaryDirectory() as folder:
        for name, text in (files or {}).items():
            Path(folder, name).write_text(text, encoding="utf-8")
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = str(Path(folder, "cache"))

        def run(arguments: Sequence[str]) -> float:
            start = perf_counter()
            subprocess.run([sys.executable, *arguments], env=environment, cwd=folder, check=True, capture_output=True)
            return perf_counter() - start

        for command in commands:
            run(command)
        return [[run(command) for command in commands] for _ in range(rounds)]


def machine() -> str:
    """Return the machine's processor and cores."""
    model = ""
    with suppress(OSError):  # only Linux tells it there
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    return f"{model or 'unknown processor'}, {os.cpu_count()} cores, {sys.platform}"
