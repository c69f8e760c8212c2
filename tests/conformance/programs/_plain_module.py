"""A module that implements protocols."""

from collections.abc import Callable
from typing import Any

timeout: int = 100
name = "module"


def f(a: int) -> int: ...
def text(a: str) -> str: ...
async def later(a: int) -> int: ...
def two(a: int, b: int) -> int: ...
def default(a: int, b: int = 0) -> int: ...


class Make:
    def __init__(self, a: int) -> None: ...


class Callee:
    def __call__(self, a: int) -> int: ...


callee = Callee()
nothing: Any = None
function: Callable[[int], int] = f
