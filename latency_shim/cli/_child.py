"""The child process, in which targets are loaded and checked."""

from __future__ import annotations

import gc
import marshal
import os
import sys
from contextlib import suppress

TYPE_CHECKING = False  # true to type checkers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

    from latency_shim.cli._process import Job

__all__ = ["main", "work"]


def main() -> NoReturn:
    """Do what the parent writes to stdin, as a process that was spawned."""
    from latency_shim import cli

    head = sys.stdin.buffer.read(8)
    jobs, token, cli.search_path = marshal.loads(sys.stdin.buffer.read(int.from_bytes(head, "big")))  # noqa: S302
    work(jobs, token, os.dup(1), os.dup(0))


def work(jobs: Sequence[Job], token: bytes, channel: int, lifeline: int) -> NoReturn:
    """Do jobs and report the results of each; then end, whatever the targets have started."""
    isolate(lifeline)
    pid = os.getpid()
    # All that is ours is imported before the first target can bring modules of the same names.
    gc.disable()  # of what is imported nothing is garbage
    from latency_shim.cli import _jobs, _targets

    gc.enable()
    _targets.own_path[:] = sys.path

    for job in jobs:
        data = marshal.dumps(_jobs.do(job))
        for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
            with suppress(BaseException):  # whatever the target has put there
                stream.flush()  # type: ignore[union-attr]
        if os.getpid() != pid:  # the target has forked, and two processes came back
            os._exit(0)
        message = token + len(data).to_bytes(8, "big") + data
        while message:
            message = message[os.write(channel, message) :]
    os._exit(0)


def isolate(lifeline: int) -> None:
    """Keep targets away from the streams and from the terminal of the command line."""
    os.dup2(2, 1)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    if sys.platform == "win32":
        return
    import fcntl
    import signal

    os.setsid()  # a group of its own, which can be killed as a whole
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    with suppress(OSError, AttributeError):  # not on every system
        fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(lifeline, fcntl.F_SETFL, os.O_ASYNC)  # the kernel ends this process when the parent is gone
