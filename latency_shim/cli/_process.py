"""Jobs are done in a child process, which reports over a channel of its own.

Whatever the code of a target does to its process, the verdict comes from here: a job without a well-formed report is
an error. What is left of the child, its threads and its own children, is killed.
"""

from __future__ import annotations

import marshal
import os
import sys
from time import monotonic

TYPE_CHECKING = False  # true to type checkers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any, TypeAlias

    from latency_shim.cli._report import Result

    Job: TypeAlias = dict[str, Any]
    """A job as data that `marshal` accepts; the keys "kind" and "target" are always present."""
    Done: TypeAlias = tuple[list[Result], Any]
    """The results of a job, and data for what comes after it."""

__all__ = ["done"]

TOKEN_LENGTH = 16
LONGEST_REPORT = 1 << 28
KILLED = 9
"""What SIGKILL is on every POSIX system."""


class SilentError(Exception):
    """A child does not report as it should; the text says what it did instead."""


def done(jobs: Sequence[Job], timeout: float) -> Iterator[Done]:
    """Yield what came of each job, in order; a child that fails is followed by another for the jobs that are left."""
    from latency_shim.cli._report import failed

    finished = 0
    while finished < len(jobs):
        child = Child(jobs[finished:])
        try:
            while finished < len(jobs):
                results = child.report(timeout)
                finished += 1
                yield results
        except SilentError as error:
            job = jobs[finished]
            finished += 1
            yield [failed(job["target"], str(error))], None
        except KeyboardInterrupt:
            at_work = jobs[min(finished, len(jobs) - 1)]["target"]
            raise KeyboardInterrupt(f"while {at_work} was being checked") from None
        finally:
            child.kill()


class Child:
    """A process that does jobs, one after another."""

    def __init__(self, jobs: Sequence[Job]) -> None:
        """Start it."""
        handle_signals()
        fill_standard_streams()
        self._token = os.urandom(TOKEN_LENGTH)
        self._ended = False
        # Of each pipe one end is here, the other one in the child. The child dies when its lifeline is cut.
        self._channel, self._pid, self._lifeline = (fork if can_fork() else spawn)(jobs, self._token)

    def report(self, timeout: float) -> Done:
        """Return what the child reports next."""
        end = monotonic() + timeout
        head = self._read(TOKEN_LENGTH + 8, end, timeout)
        length = int.from_bytes(head[TOKEN_LENGTH:], "big")
        if head[:TOKEN_LENGTH] != self._token or length > LONGEST_REPORT:
            raise SilentError("it wrote to the channel over which its verdict is reported")
        results: Done = marshal.loads(self._read(length, end, timeout))  # noqa: S302 - from our own child
        return results

    def _read(self, length: int, end: float, timeout: float) -> bytes:
        """Read from the channel, until the time is up."""
        data = b""
        while len(data) < length:
            if not readable(self._channel, end - monotonic()):
                raise SilentError(f"no verdict after {timeout:g} s; --timeout SECONDS allows more")
            part = os.read(self._channel, length - len(data))
            if not part:
                raise SilentError(self.kill())
            data += part
        return data

    def kill(self) -> str:
        """Kill the child and what it started; return how it ended."""
        if self._ended:
            return ""
        self._ended = True
        status = end_of(self._pid)
        os.close(self._channel)
        os.close(self._lifeline)
        code = os.waitstatus_to_exitcode(status)
        if code >= 0:
            return f"it ended the process, with exit code {code}, before a verdict was reached"
        if code == -KILLED:
            return "the process was killed, or it closed the channel over which its verdict is reported"
        import signal

        return f"the process crashed: {signal.Signals(-code).name}"


def can_fork() -> bool:
    """Return whether a fork of this process is a sound process, which takes no time to start."""
    try:
        threads = os.listdir("/proc/self/task")  # noqa: PTH208 - pathlib takes long to load; `threading` knows not all
    except OSError:  # not Linux, where alone a fork is safe
        return False
    return len(threads) == 1 and hasattr(os, "fork")


def fork(jobs: Sequence[Job], token: bytes) -> tuple[int, int, int]:
    """Start a child as a copy of this process; return its channel, its number and its lifeline."""
    channel, report_to = os.pipe()
    watched, lifeline = os.pipe()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # pyright: ignore[reportUnnecessaryComparison] - it is if it is closed
            stream.flush()
    pid = os.fork()
    if pid:
        os.close(report_to)
        os.close(watched)
        return channel, pid, lifeline
    try:
        os.close(channel)
        os.close(lifeline)
        from latency_shim.cli._child import work

        work(jobs, token, report_to, watched)
    finally:
        os._exit(70)  # not reached, unless something fails


def spawn(jobs: Sequence[Job], token: bytes) -> tuple[int, int, int]:
    """Start a child as a new Python; return its channel, its number and its lifeline."""
    import subprocess

    from latency_shim import cli

    # The same `latency_shim` is loaded, whichever comes first on the path, then all else from the same path.
    start = "import sys, marshal; home, path = marshal.loads(bytes.fromhex(sys.argv.pop()))\n"
    code = f"{start}sys.path[:] = [home]; import latency_shim; sys.path[:] = path\n"
    code += "from latency_shim.cli._child import main; main()"
    home = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))  # noqa: PTH120 - pathlib is heavy
    process = subprocess.Popen(  # noqa: S603 - this Python
        [sys.executable, *(["-P"] if sys.flags.safe_path else []), "-c", code, marshal.dumps((home, sys.path)).hex()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    process.returncode = 0  # waiting for it is done here
    assert process.stdin is not None  # noqa: S101 - for type checkers
    assert process.stdout is not None  # noqa: S101
    data = marshal.dumps(([*jobs], token, cli.search_path))
    process.stdin.write(len(data).to_bytes(8, "big") + data)
    process.stdin.flush()
    channel, lifeline = os.dup(process.stdout.fileno()), os.dup(process.stdin.fileno())
    process.stdout.close()
    process.stdin.close()
    return channel, process.pid, lifeline


def readable(channel: int, seconds: float) -> bool:
    """Wait until something can be read from a pipe, or it is closed; return whether that is so in time."""
    if sys.platform == "win32":
        import _winapi
        import msvcrt
        from time import sleep

        end = monotonic() + seconds
        while monotonic() < end:
            try:
                if _winapi.PeekNamedPipe(msvcrt.get_osfhandle(channel), 0)[0]:
                    return True
            except OSError:  # closed
                return True
            sleep(0.01)
        return False
    else:  # noqa: RET505 - one of both is unreachable to type checkers
        from select import select

        return bool(select([channel], [], [], max(0, seconds))[0])


def end_of(pid: int) -> int:
    """Kill a process and all of its group; return its status, which is its own if it has ended before."""
    import signal

    if sys.platform == "win32":
        os.kill(pid, signal.SIGTERM)
    else:
        try:
            os.killpg(pid, signal.SIGKILL)
        except OSError:  # it has no group yet
            os.kill(pid, signal.SIGKILL)
    return os.waitpid(pid, 0)[1]


def fill_standard_streams() -> None:
    """Open the standard streams that are closed, else a pipe takes their place and gets what is printed."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free


def handle_signals() -> None:
    """End with an exception when told to end, so that the child ends too."""
    import signal

    def end(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, end)
