# pyright: reportUnknownArgumentType=false
# What is checked here can be of any type.
"""Checking takes time that grows at most as the value does, right or wrong: counted in steps, not in seconds."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import FrameType, SimpleNamespace
from typing import Any, Literal, NotRequired, Protocol, TypedDict

import pytest

from latency_shim import IssueSpec, PluginManifest
from latency_shim.conformance import ConformanceError, conforms, verify, violations

DOUBLED = 2.6
"""How much more steps a value twice the size may take."""
Step = Callable[[FrameType, str, Any], Any]


def steps(call: Callable[[], object]) -> int:
    """Return how many lines of Python a call runs."""
    count = 0

    def trace(frame: FrameType, event: str, arg: object) -> Step:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def growth(of_size: Callable[[int], tuple[Any, Any]], size: int) -> list[int]:
    """Return the steps of a check of a value and a type of a size, twice that, and four times."""
    found: list[int] = []
    for factor in 1, 2, 4:
        value, interface = of_size(size * factor)
        found.append(steps(lambda value=value, interface=interface: violations(value, interface)))  # type: ignore[misc]
    return found


def assert_linear(of_size: Callable[[int], tuple[Any, Any]], size: int) -> None:
    """Check that a value twice the size takes little more than twice the steps."""
    violations(*of_size(2))  # what is read of the types is read once
    one, two, four = growth(of_size, size)
    assert two <= one * DOUBLED, (one, two, four)
    assert four <= two * DOUBLED, (one, two, four)


# Types


class Node(TypedDict):
    """A tree."""

    children: "list[Node]"
    name: NotRequired[str]


class Even(TypedDict):
    next: "Odd | None"


class Odd(TypedDict):
    next: "Even | None"


class Linked(Protocol):
    @property
    def next(self) -> "Linked | None": ...


class Numbers(TypedDict):
    rows: list[int]
    nested: NotRequired[list[dict[str, list[int]]]]
    table: NotRequired[dict[str, tuple[int, str]]]
    any: NotRequired[Sequence[int | str | None]]


class Open(TypedDict):
    """A record of which all keys may be absent."""


WRONG: Any = object()

Wide: Any = TypedDict("Wide", {f"key_{number}": NotRequired[int] for number in range(200)})  # type: ignore[misc] # pyright: ignore


class Left(TypedDict):
    kind: Literal["left"]
    inner: "Tagged"


class Right(TypedDict):
    kind: Literal["right"]
    inner: "Tagged"


class End(TypedDict):
    kind: Literal["end"]
    value: int


Tagged = Left | Right | End


class Tags(TypedDict):
    inner: Tagged


# Values of a size: each with all right, and with something wrong

LAST: dict[str, Callable[[Any], Any]] = {"right": lambda right: right, "wrong": lambda _: WRONG}


def rows(size: int, last: Any) -> tuple[Any, Any]:
    return {"rows": [*[1] * size, last]}, Numbers


def all_rows(size: int, last: Any) -> tuple[Any, Any]:
    return {"rows": [last] * size}, Numbers


def nested_rows(size: int, last: Any) -> tuple[Any, Any]:
    return {"rows": [], "nested": [{"a": [1, last], "b": []} for _ in range(size)]}, Numbers


def table(size: int, last: Any) -> tuple[Any, Any]:
    return {"rows": [], "table": {f"key {number}": (last, "a") for number in range(size)}}, Numbers


def optional_rows(size: int, last: Any) -> tuple[Any, Any]:
    return {"rows": [], "any": [None, "a", last] * size}, Numbers


def deep(size: int, last: Any) -> tuple[Any, Any]:
    value: Any = {"children": [] if last == 1 else last}
    for _ in range(size):
        value = {"children": [value]}
    return value, Node


def bushy(size: int, last: Any) -> tuple[Any, Any]:
    leaf: Any = {"children": [] if last == 1 else last}
    return {"children": [{"children": [dict(leaf), {"children": []}]} for _ in range(size)]}, Node


def mutual(size: int, last: Any) -> tuple[Any, Any]:
    value: Any = None if last == 1 else last
    for _ in range(2 * size):
        value = {"next": value}
    return value, Even


def linked(size: int, last: Any) -> tuple[Any, Any]:
    value: Any = None if last == 1 else last
    for _ in range(size):
        value = SimpleNamespace(next=value)
    return value, Linked


def tagged(size: int, last: Any) -> tuple[Any, Any]:
    value: Any = {"kind": "end", "value": last}
    for number in range(size):
        value = {"kind": ("left", "right")[number % 2], "inner": value}
    return {"inner": value}, Tags


def providers(size: int, last: Any) -> tuple[Any, Any]:
    facet = "a" if last == 1 else last
    provides = [{"facet": facet, "qualifier": f"{number}"} for number in range(size)]
    return {"id": "p", "version": "1.0.0", "name": "P", "provides": provides, "requires": []}, PluginManifest


def misspelt(size: int, last: Any) -> tuple[Any, Any]:
    return {f"kay_{number}": last for number in range(size)}, Wide


def shared(size: int, last: Any) -> tuple[Any, Any]:
    """Make a value of few parts that occur in a great many ways."""
    value: Any = {"children": [] if last == 1 else last}
    for _ in range(size):
        value = {"children": [value, value]}
    return value, Node


def cyclic(size: int, last: Any) -> tuple[Any, Any]:
    value, _ = deep(size, last)
    inner = value
    for _ in range(size - 1):
        [inner] = inner["children"]
    inner["children"].append(value)
    return value, Node


def crossed(size: int, last: Any) -> tuple[Any, Any]:
    """Make values of which each is within all others."""
    nodes: list[dict[str, Any]] = [{"children": []} for _ in range(3)]
    for node in nodes:
        node["children"] += nodes
    nodes[0]["children"] += [{"children": [] if last == 1 else last} for _ in range(size)]
    return nodes[0], Node


SHAPES = {
    one.__name__: one
    for one in (
        rows, all_rows, nested_rows, table, optional_rows, deep, bushy, mutual, linked, tagged, providers,
        misspelt, shared, cyclic, crossed,
    )
}  # fmt: skip


@pytest.mark.parametrize("last", LAST)
@pytest.mark.parametrize("shape", SHAPES)
def test_steps_grow_as_the_value_does(shape: str, last: str) -> None:
    assert_linear(lambda size: SHAPES[shape](size, LAST[last](1)), 60)
