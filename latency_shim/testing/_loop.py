"""An event loop that an implementation cannot hold up: what does not end in time is left behind."""

import asyncio
from collections.abc import Awaitable, Iterable
from contextvars import Context
from typing import Any, TypeVar

from latency_shim.testing._patience import AGAIN, OutOfPatienceError, guard
from latency_shim.testing._wording import shown

_T = TypeVar("_T")
GRACE = 1.0
"""Seconds that something cancelled may take to end."""
CLOSED = "the implementation closed the event loop of the test"
_left_behind: list[object] = []
"""Loops and tasks that did not end. Python would run their code again to destroy them, in the midst of another test."""


def new() -> asyncio.AbstractEventLoop:
    """Return an event loop that logs nothing about interrupted tasks: the failure reports them."""
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(_log)
    return loop


def _log(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    if not isinstance(context.get("exception"), OutOfPatienceError | SystemExit | KeyboardInterrupt):
        loop.default_exception_handler(context)


def run(
    loop: asyncio.AbstractEventLoop, context: Context | None, awaitable: Awaitable[_T], seconds: float | None
) -> _T:
    """Return what comes of something, in time."""
    __tracebackhide__ = True
    if loop.is_closed():
        if asyncio.iscoroutine(awaitable):
            awaitable.close()
        _left_behind.append(loop)
        raise AssertionError(CLOSED)
    task = loop.create_task(_awaited(awaitable), context=context)
    guard.again(AGAIN)  # what the loop cannot end, as code that does not await
    try:
        loop.run_until_complete(asyncio.wait({task}, timeout=seconds))
    except RuntimeError:
        if task.done() or loop.is_running():
            raise
        raise AssertionError("the implementation stopped the event loop of the test") from None
    if task.done():
        return task.result()
    task.cancel()
    grace = min(GRACE, seconds or GRACE)
    guard.again(grace)
    loop.run_until_complete(asyncio.wait({task}, timeout=grace))
    stubborn = ""
    if not task.done():
        stubborn = ", and goes on though it was cancelled"
        _left_behind.extend([loop, task])
    raise AssertionError(f"this is not done after {seconds:g} s, the suite's `patience`{stubborn}")


async def _awaited(awaitable: Awaitable[_T]) -> _T:
    """Make a coroutine of anything that can be awaited."""
    __tracebackhide__ = True
    return await awaitable


def close(loop: asyncio.AbstractEventLoop, seconds: float) -> str:
    """Close a loop; return what does not end, for a message."""
    if loop.is_closed():
        return "" if loop in _left_behind else CLOSED
    tasks = {task for task in asyncio.all_tasks(loop) if task not in _left_behind}  # those were told before
    for task in tasks:
        task.cancel()
    stubborn = _wait(loop, tasks, seconds)
    left = [f"the task {shown(str(_named(task)), 100)}, though it was cancelled" for task in stubborn]
    # Neither of these is cancelled: they would wait for what does not end.
    if _wait(loop, [loop.create_task(loop.shutdown_asyncgens())], seconds):
        left.append("an async generator, though it was closed")
    if _wait(loop, [loop.create_task(loop.shutdown_default_executor())], seconds):
        left.append("a call in a thread of the loop, as by asyncio.to_thread")
    if left or loop in _left_behind:
        _left_behind.extend([loop, *asyncio.all_tasks(loop)])
    else:
        loop.close()
    return f"this goes on after the test: {'; '.join(left)}" if left else ""


def _wait(loop: asyncio.AbstractEventLoop, tasks: Iterable[asyncio.Task[Any]], seconds: float) -> set[Any]:
    """Wait for tasks; return those that are not done in time."""
    waiting = set(tasks)
    if not waiting:
        return waiting
    try:
        return loop.run_until_complete(asyncio.wait(waiting, timeout=seconds))[1]
    except RuntimeError:  # a task stopped the loop
        return {task for task in waiting if not task.done()}


def _named(task: asyncio.Task[Any]) -> object:
    coroutine = task.get_coro()
    return getattr(coroutine, "__qualname__", coroutine)
