"""The snapshot of the public surface: what it has of a definition. That it is up to date is part of lint."""

import ast

import pytest

import api


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("X = 1", ["X = 1"]),
        ("X: Final[int] = 1", ["X: Final[int] = 1"]),
        ('def X(a: int = 1, /, *, b: str) -> None:\n    """Do it."""', ["def X(a: int=1, /, *, b: str) -> None"]),
        ("async def X() -> int: return 1", ["async def X() -> int"]),
        ("@overload\ndef X() -> int: ...\n@overload\ndef X(a: int) -> str: ...",
         ["@overload def X() -> int", "@overload def X(a: int) -> str"]),
        ("class X(A, B[int]):\n    a: int\n    def b(self) -> None: ...\n    def _c(self) -> None: ...",
         ["class X(A, B[int])", "    a: int", "    def b(self) -> None"]),
        ("@final\nclass X: ...", ["@final class X"]),
        ("class X:\n    @property\n    def a(self) -> int: return 1", ["class X", "    @property def a(self) -> int"]),
        ("class X:\n    def __init__(self, a):\n        self.a = a\n        self._b: int = 1\n        self.c: int = 1",
         ["class X", "    def __init__(self, a)", "    self.a", "    self.c: int"]),
        ("if T:\n    X = 1\nelse:\n    X = 2", ["X = 1", "X = 2"]),
        ("Y = 1\n_X = 2", []),
    ],
)  # fmt: skip
def test_a_definition_is_written_down_without_its_body(source: str, lines: list[str]) -> None:
    assert list(api.definition("X", ast.parse(source).body)) == lines


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("def X(a: int) -> None: ...", "def X(b: int) -> None: ..."),
        ("def X(a: int = 1) -> None: ...", "def X(a: int = 2) -> None: ..."),
        ("def X(a: int) -> None: ...", "def X(a: int, /) -> None: ..."),
        ("def X() -> int: ...", "async def X() -> int: ..."),
        ("class X:\n    a: int", "class X:\n    a: str"),
        ("class X(TypedDict): ...", "class X(TypedDict, total=False): ..."),
    ],
)
def test_what_callers_notice_changes_the_snapshot(before: str, after: str) -> None:
    old, new = (list(api.definition("X", ast.parse(source).body)) for source in (before, after))
    assert old != new
