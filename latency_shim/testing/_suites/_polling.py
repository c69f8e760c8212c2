"""Looking again and again at what goes on by itself."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

_T = TypeVar("_T")


async def poll(look: Callable[[], Awaitable[_T]], until: Callable[[_T], bool]) -> _T:
    """Look until what is seen is as it should be, and give that; first often, then once a second."""
    pause = 0.001
    while not until(seen := await look()):
        await asyncio.sleep(pause)
        pause = min(2 * pause, 1.0)
    return seen
