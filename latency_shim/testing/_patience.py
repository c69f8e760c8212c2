"""Interrupting code that takes longer than a suite's `patience`.

Code on the main thread is interrupted by a signal, which also ends system calls such as a sleep. On other threads, and
on Windows, the interpreter raises an exception between two instructions, so a system call has to return first. Code
that catches every exception in a loop is interrupted again and again; if that does not help, the process ends.
"""

import ctypes
import os
import signal
import sys
import sysconfig
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any, NoReturn

import pytest

from latency_shim.testing._wording import shown

AGAIN = 0.25
"""Seconds between two interruptions."""
LAST = 5.0
"""Seconds of interruptions after which the process ends."""
SIGNAL = getattr(signal, "SIGURG", None) if hasattr(signal, "pthread_kill") else None
"""The signal that interrupts: by default it is ignored, and hardly anything else uses it."""
NEVER = float("inf")

_LIBRARY = tuple({sysconfig.get_path(name) + os.sep for name in ("stdlib", "platstdlib")})
_THIRD_PARTY = f"{os.sep}site-packages{os.sep}"


class OutOfPatienceError(BaseException):
    """Raised in code that takes too long; not an `Exception`, so that little code catches it."""


@dataclass
class _Limit:
    """How long something may take, and what became of it."""

    seconds: float = NEVER
    thread: int = 0
    by_signal: bool = False
    deadline: float = NEVER
    fired: int = 0
    place: str = ""
    is_due: bool = False


class Guard:
    """Interrupts what runs within `limit`, one thing at a time, as tests do."""

    def __init__(self) -> None:
        """Begin without a limit."""
        self._lock = threading.Condition()
        self._limit = _Limit()
        self._watching = False
        self._wakes = NEVER
        self.at_work = ""
        """What runs now, for people."""
        self.config: Any = None
        """The configuration of pytest, whose capture is suspended for last words."""

    @contextmanager
    def limit(self, seconds: float, what: str = "this") -> Generator[None]:
        """Fail if the block takes too long, whatever comes of it; convert what would end the whole run."""
        before = self._limit
        main = threading.current_thread() is threading.main_thread()
        handlers = _Handlers(self, main=main)
        limit = self._limit = _Limit(
            NEVER if is_debugging() else seconds, threading.get_ident(), main and SIGNAL is not None
        )
        self.again()
        try:
            yield
        except KeyboardInterrupt as error:
            if handlers.stopped or not handlers.are_set:
                raise  # by whoever runs the tests
            raise pytest.fail.Exception(raised(error), pytrace=False) from None
        finally:
            try:
                self._end(limit)
            except OutOfPatienceError:  # at the last moment
                self._end(limit)
            self._limit = before
            handlers.restore()
            self.again()
            if limit.fired:
                raise pytest.fail.Exception(
                    f"{what} is not done after {seconds:g} s, the suite's `patience`{limit.place}", pytrace=False
                ) from None

    def again(self, spare: float = 0.0) -> None:
        """Begin the time anew: something else is asked of the implementation."""
        limit = self._limit
        if limit.fired:
            return
        limit.deadline = time.monotonic() + limit.seconds + spare
        if limit.deadline < self._wakes:
            with self._lock:
                if not self._watching:
                    self._watching = True
                    threading.Thread(target=self._watch, name="latency_shim.testing", daemon=True).start()
                self._lock.notify()

    def rest(self) -> None:
        """Interrupt nothing until the block ends."""
        self._limit.seconds = NEVER
        self.again()

    def _end(self, limit: _Limit) -> None:
        """Interrupt no more."""
        limit.deadline, limit.is_due = NEVER, False
        with self._lock:
            limit.deadline, limit.is_due = NEVER, False
            if limit.fired and not limit.by_signal:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(limit.thread), None)

    def _watch(self) -> NoReturn:
        with self._lock:
            while True:
                limit = self._limit
                left = limit.deadline - time.monotonic()
                if left > 0:
                    self._wakes = limit.deadline
                    self._lock.wait(None if left == NEVER else left)
                else:
                    self._interrupt(limit)

    def _interrupt(self, limit: _Limit) -> None:
        """Interrupt what takes too long."""
        limit.deadline = time.monotonic() + AGAIN
        frames: dict[int, FrameType] = sys._current_frames()  # pyright: ignore[reportPrivateUsage]  # noqa: SLF001 - public, but for its name
        limit.place = limit.place or where(frames.get(limit.thread))
        limit.fired += 1
        limit.is_due = True
        if limit.fired * AGAIN > LAST:
            self._give_up(limit)
        if limit.by_signal and SIGNAL is not None:
            signal.pthread_kill(limit.thread, SIGNAL)
        else:
            ctypes.pythonapi.PyThreadState_SetAsyncExc(
                ctypes.c_ulong(limit.thread), ctypes.py_object(OutOfPatienceError)
            )

    def on_signal(self, *_: object) -> None:
        """Raise in the code that was interrupted."""
        limit = self._limit
        if limit.is_due:
            limit.is_due = False
            raise OutOfPatienceError

    def _give_up(self, limit: _Limit) -> NoReturn:
        """End the process, since nothing else helps, with last words on the real standard error."""
        if self.config is not None and (capture := self.config.pluginmanager.getplugin("capturemanager")):
            capture.suspend_global_capture(in_=True)
        print(  # noqa: T201
            f"\n\nlatency_shim.testing: {self.at_work or 'a test'} is not done after the suite's `patience`{limit.place}, "
            "and cannot be interrupted: it catches every exception, or waits in compiled code. The process ends here; "
            "under pytest-xdist, as with `-n1`, the other tests would go on.",
            file=sys.stderr,
            flush=True,
        )
        os._exit(1)


class _Handlers:
    """The handlers of signals while a block runs on the main thread."""

    def __init__(self, guard: Guard, *, main: bool) -> None:
        self.stopped = False
        self.are_set = False
        self._before: dict[int, Any] = {}
        if main:
            if SIGNAL is not None:
                self._before[SIGNAL] = signal.signal(SIGNAL, guard.on_signal)
            handler = signal.getsignal(signal.SIGINT)
            if handler is signal.default_int_handler:
                self._before[signal.SIGINT] = signal.signal(signal.SIGINT, self._stop)
            # Where the signal is ignored, as in a job in the background, nobody stops the tests by it.
            self.are_set = handler in (signal.default_int_handler, signal.SIG_IGN)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        """Note that somebody stops the tests: an implementation may raise `KeyboardInterrupt` too."""
        self.stopped = True
        signal.default_int_handler(number, frame)

    def restore(self) -> None:
        """Put back the handlers of before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)


def is_debugging() -> bool:
    """Check whether somebody may stop at a breakpoint."""
    return not {"pydevd", "debugpy"}.isdisjoint(sys.modules)


def where(frame: FrameType | None, at: str = ": at") -> str:
    """Return the place of the innermost frame outside the standard library and other packages, for a message."""
    innermost = frame
    while frame is not None:
        path = frame.f_code.co_filename
        if not path.startswith(("<", *_LIBRARY)) and _THIRD_PARTY not in path:
            break
        frame = frame.f_back
    found = frame or innermost
    if found is None:
        return ""
    code = found.f_code
    return f"{at} {os.path.basename(code.co_filename)}:{found.f_lineno}, in `{shown(code.co_name)}`"  # noqa: PTH119


def raised(error: BaseException) -> str:
    """Return what an implementation raised to end the run, and where, for a message."""
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    text = f": {shown(str(error), 100)}" if str(error) else ""
    return f"the implementation raises {type(error).__name__}{text}{where(traceback and traceback.tb_frame, ', at')}"


guard = Guard()
