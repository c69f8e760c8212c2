# pyright: reportUnknownArgumentType=false, reportUnknownLambdaType=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false
# What is checked here can be of any type.
"""Checking takes time that grows at most as the value does, right or wrong: counted in steps, not in seconds."""

import itertools
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import FrameType, ModuleType, SimpleNamespace
from typing import Any, Literal, NotRequired, Protocol, TypedDict

import pytest

from both_ways import one_way
from latency_shim import IssueSpec, PluginManifest
from latency_shim.conformance import ConformanceError, verify, violations
from latency_shim.conformance._validators import accepted, compiled

DOUBLED = 2.6
"""How much more steps a value twice the size may take."""
MOST = 3_000_000
"""Steps after which a test stops."""
Step = Callable[[FrameType, str, Any], Any]


class TooManyStepsError(BaseException):
    """Not an `Exception`, so that the checker does not take it for one of the object's."""


def steps(call: Callable[[], object], most: int = MOST) -> int:
    """Return how many lines of Python a call runs."""
    count = 0

    def trace(*_: object) -> Step:
        nonlocal count
        count += 1
        if count > most:
            sys.settrace(before)
            raise TooManyStepsError
        return trace

    before = sys.gettrace()
    with one_way():
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


def assert_linear(of_size: Callable[[int], tuple[Any, Any]], size: int, most: float = DOUBLED) -> None:
    """Check that a value twice the size takes little more than twice the steps."""
    violations(*of_size(2))  # what is read of the types is read once
    one, two, four = growth(of_size, size)
    assert two <= one * most, (one, two, four)
    assert four <= two * most, (one, two, four)


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

Wide: Any = TypedDict("Wide", dict.fromkeys([f"key_{number}" for number in range(200)], NotRequired[int]))  # type: ignore[misc]


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
    assert_linear(lambda size: SHAPES[shape](size, LAST[last](1)), 30)


# Types of a size. The steps of reading them count: each is made anew.

NUMBER = itertools.count()


def program(*lines: str) -> Any:
    """Run a program of types."""
    module = ModuleType(f"growth_{next(NUMBER)}")
    sys.modules[module.__name__] = module
    text = "\n".join(["from collections.abc import *", "from typing import *", *lines])
    exec(text, vars(module))  # noqa: S102 - our own text
    return module


def nested(depth: int, value: Any, wrap: Callable[[Any], Any]) -> Any:
    for _ in range(depth):
        value = wrap(value)
    return value


def union_of_records(size: int, last: Any) -> tuple[Any, Any]:
    lines = [f"U{size} = int"]
    for level in reversed(range(size)):
        lines += [f"class R{level}{branch}(TypedDict):\n    next: U{level + 1}" for branch in "abcd"]
        lines.append(f"U{level} = R{level}a | R{level}b | R{level}c | R{level}d")
    return nested(size, last, lambda value: {"next": value}), program(*lines, "class Top(TypedDict):\n    top: U0").Top


def union_of_containers(size: int, last: Any) -> tuple[Any, Any]:
    lines = ["U0 = int"]
    kinds = "list", "Sequence", "Collection", "Iterable"
    lines += [f"U{level + 1} = {' | '.join(f'{kind}[U{level}]' for kind in kinds)}" for level in range(size)]
    value = nested(size, last, lambda value: [value])
    return {"top": value}, program(*lines, f"class Top(TypedDict):\n    top: U{size}").Top


def records_of_each_other(size: int, last: Any) -> tuple[Any, Any]:
    lines: list[str] = []
    for one in range(size):
        lines.append(f"class R{one}(TypedDict, total=False):")
        lines += [f"    key_{other}: 'R{other}'" for other in range(size)]
    value = {} if last == 1 else last
    for one in reversed(range(size)):
        value = {f"key_{one}": value}
    return value, program(*lines).R0


def protocols_of_each_other(size: int, last: Any) -> tuple[Any, Any]:
    lines: list[str] = []
    for one in range(size):
        lines.append(f"class P{one}(Protocol):")
        lines += [f"    def m{n}(self, other: 'P{n}') -> 'P{(one + n) % size}': ..." for n in range(size)]
        lines.append(f"class C{one}:")
        is_wrong = last is WRONG and one == size - 1
        results = [f"C{(one + n) % size}" if not is_wrong else "int" for n in range(size)]
        lines += [
            f"    def m{n}(self, other: 'P{n}') -> '{result}': raise KeyError" for n, result in enumerate(results)
        ]
    module = program(*lines)
    return module.C0(), module.P0


def many_methods(size: int, last: Any) -> tuple[Any, Any]:
    result = "int" if last == 1 else "str"
    module = program(
        "class P(Protocol):",
        *[f"    def m{n}(self, a: int, /, b: str = '') -> int: ..." for n in range(size)],
        "class C:",
        *[f"    def m{n}(self, a: int, b: str = '') -> {result}: raise KeyError" for n in range(size)],
    )
    return module.C(), module.P


def many_parameters(kinds: str) -> Callable[[int, Any], tuple[Any, Any]]:
    def of_size(size: int, last: Any) -> tuple[Any, Any]:
        names = ", ".join(f"p{n}: int = 0" for n in range(size))
        others = names if last == 1 else names.replace(f"p{size - 1}:", "other:")
        module = program(
            f"class P(Protocol):\n    def get(self, {kinds}{names}) -> int: ...",
            f"class C:\n    def get(self, {kinds}{others}) -> int: raise KeyError",
        )
        return module.C(), module.P

    return of_size


def many_overloads(size: int, last: Any) -> tuple[Any, Any]:
    lines: list[str] = []
    for head in "P(Protocol)", "C":
        lines.append(f"class {head}:")
        for n in range(size):
            result = "str" if last is WRONG and head == "C" and n == size - 1 else "int"
            lines.append(f"    @overload\n    def get(self, key: Literal[{n}]) -> {result}: ...")
    module = program(*lines, "    def get(self, key): raise KeyError")
    return module.C(), module.P


def many_bases(size: int, last: Any) -> tuple[Any, Any]:
    lines = ["T = TypeVar('T')", "class P0(Protocol[T]):\n    def m0(self) -> T: ..."]
    lines.append("class C0(Generic[T]):\n    def m0(self) -> T: raise KeyError")
    for n in range(1, size):
        lines.append(f"class P{n}(P{n - 1}[T], Protocol[T]):\n    def m{n}(self) -> T: ...")
        lines.append(f"class C{n}(C{n - 1}[T]):\n    def m{n}(self) -> T: raise KeyError")
    result = "int" if last == 1 else "str"
    module = program(*lines, f"class C(C{size - 1}[{result}]): ...", f"P = P{size - 1}[int]")
    return module.C(), module.P


def many_missing(size: int, last: Any) -> tuple[Any, Any]:
    _, interface = many_methods(size, last)
    return SimpleNamespace(**{f"n{n}x": last for n in range(size)}), interface


BY_DEPTH = {one.__name__: one for one in (union_of_records, union_of_containers)}
BY_TYPE = {
    "records_of_each_other": (records_of_each_other, 5),  # each has as many keys as there are
    "protocols_of_each_other": (protocols_of_each_other, 2),
    "many_methods": (many_methods, 20),
    "many_parameters": (many_parameters(""), 5),
    "many_parameters_by_name": (many_parameters("*, "), 10),
    "many_overloads": (many_overloads, 5),
    "many_bases": (many_bases, 5),
    "many_missing": (many_missing, 20),
}


@pytest.mark.parametrize("last", LAST)
@pytest.mark.parametrize("shape", BY_DEPTH)
def test_steps_grow_as_the_depth_of_a_type_does(shape: str, last: str) -> None:
    # The interpreter itself takes four times as long per level to hash a union of generic aliases.
    assert_linear(lambda size: BY_DEPTH[shape](size, LAST[last](1)), 4 if shape == "union_of_records" else 2)


@pytest.mark.parametrize("last", LAST)
@pytest.mark.parametrize("shape", BY_TYPE)
def test_steps_grow_as_the_value_and_the_type_do(shape: str, last: str) -> None:
    of_size, size = BY_TYPE[shape]
    # Classes and protocols that all refer to each other are n² pairs of n methods.
    most = 8 if shape == "protocols_of_each_other" else 2 * DOUBLED
    assert_linear(lambda size: of_size(size, LAST[last](1)), size, most)


def test_twenty_records_that_refer_to_each_other_are_read_soon() -> None:
    value, interface = records_of_each_other(20, 1)
    assert steps(lambda: violations(value, interface)) < 300_000  # some 7 ms


def test_a_wrong_leaf_of_a_tree_of_unions_is_found_soon() -> None:
    value, interface = union_of_records(8, WRONG)
    assert steps(lambda: violations(value, interface)) < 150_000


# Values without an end, and values that are very large


def test_values_that_are_linked_five_thousand_deep() -> None:
    for last in LAST.values():
        for shape in linked, deep, mutual:
            value, interface = shape(5000, last(1))
            found = violations(value, interface)
            assert bool(found) is (last(1) is WRONG)
            assert all(len(fault.member) < 500 for fault in found)


def test_shared_parts_are_told_once() -> None:
    value, interface = shared(18, WRONG)
    assert len(violations(value, interface)) == 1


def test_the_text_of_an_error_ends_and_its_violations_do_not() -> None:
    with pytest.raises(ConformanceError) as caught:
        verify({"title": "a", "labels": [7] * 50_000}, IssueSpec)
    assert len(caught.value.violations) == 50_000
    text = str(caught.value)
    assert len(text) < 100_000
    assert text.count("[wrong-value]") == 100
    assert text.splitlines()[-1] == "  … and 49,900 more violations"


def test_an_error_of_a_hundred_violations_is_told_whole() -> None:
    for number, more in (100, False), (101, True):
        with pytest.raises(ConformanceError) as caught:
            verify({"title": "a", "labels": [7] * number}, IssueSpec)
        assert ("more violation" in str(caught.value)) is more


def test_two_hundred_misspelt_keys_are_told_soon() -> None:
    value, interface = misspelt(200, 1)
    assert steps(lambda: violations(value, interface)) < 2_500_000


def test_whether_something_conforms_is_known_at_the_first_fault() -> None:
    value = {"title": "a", "labels": [7] * 50_000}
    node = compiled(IssueSpec)
    assert accepted({"title": "a"}, node)  # what is read of the type is read once
    assert steps(lambda: accepted(value, node)) < 1_000


computed = itertools.count()


def another(make: Callable[[], Any]) -> Any:
    """Compute a value: a check that goes on and on is ended."""
    if next(computed) > 120_000:  # in both ways, some of them twice
        raise TooManyStepsError
    return make()


class Endless(Sequence[Any]):
    """Computes items without an end, whatever it says of its length."""

    def __init__(self, item: Callable[[], object]) -> None:
        self.item = item

    def __len__(self) -> int:
        return 1

    def __getitem__(self, index: Any) -> Any:
        return another(self.item)


class EndlessMapping(Mapping[str, Any]):
    def __len__(self) -> int:
        return 1

    def __iter__(self) -> Iterator[str]:
        return map(str, itertools.count())

    def __getitem__(self, key: str) -> Any:
        return another(lambda: {"children": Endless(dict)})


class Anew:
    """Computes another object at each access."""

    @property
    def next(self) -> Any:
        return another(Anew)


class AnewByName:
    def __getattr__(self, name: str) -> Any:
        return another(AnewByName)


class AnewAlways:
    def __getattribute__(self, name: str) -> Any:
        return another(AnewAlways) if name in {"next", "left", "right"} else object.__getattribute__(self, name)


class Computes:
    """A descriptor that is not a property."""

    def __get__(self, obj: object, kind: Any = None) -> Any:
        return another(AnewByDescriptor)


class AnewByDescriptor:
    next = left = right = Computes()


class Both(Protocol):
    @property
    def left(self) -> "Both": ...
    @property
    def right(self) -> "Both": ...


class Held(TypedDict):
    children: Sequence["Held"]
    table: NotRequired[Mapping[str, "Held"]]


def endless_items() -> Any:
    return {"children": Endless(endless_items)}


ENDLESS: dict[str, tuple[Callable[[], Any], Any]] = {
    "sequence": (lambda: {"title": "a", "labels": Endless(str)}, IssueSpec),
    "sequences of sequences": (endless_items, Held),
    "sequences of records": (lambda: {"children": Endless(lambda: {"children": Endless(dict)})}, Held),
    "mapping": (lambda: {"children": [], "table": EndlessMapping()}, Held),
    "properties": (Anew, Linked),
    "attributes by name": (AnewByName, Linked),
    "two attributes by name": (AnewByName, Both),
    "attributes of any name": (AnewAlways, Linked),
    "descriptors": (AnewByDescriptor, Linked),
    "two descriptors": (AnewByDescriptor, Both),
}


@pytest.mark.parametrize("shape", ENDLESS)
def test_what_has_no_end_is_unverifiable(shape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "computed", itertools.count())
    make, interface = ENDLESS[shape]
    found = violations(make(), interface)
    assert [fault.code for fault in found] == ["unverifiable"]
    assert "more than 10,000 values" in found[0].message
