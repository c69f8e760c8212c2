# pyright: reportUnknownArgumentType=false
# What is checked here can be of any type.
"""A verdict depends on the object and the interface alone: not on what was checked before, nor by which function."""

import functools
import gc
import itertools
import subprocess
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from latency_shim.conformance import ConformanceError, class_violations, conforms, verify, violations

many = settings(deadline=None, database=None, max_examples=60)

WORLD = '''
import functools, types
from collections.abc import *
from typing import *

T = TypeVar("T")


class Activate(Protocol):
    async def __call__(self, context: object, /) -> None: ...


class Call(Protocol):
    def __call__(self, key: str, /) -> object: ...


class Getter(Protocol):
    def get(self, key: str, /) -> object: ...


class Later(Protocol):
    async def get(self, key: str, /) -> object: ...


class Box(Protocol[T]):
    def open(self) -> T: ...


class Named(Protocol):
    @property
    def name(self) -> str: ...


class Mixed(Protocol):
    name: str
    def get(self, key: str, /) -> object: ...


class Node(Protocol):
    @property
    def next(self) -> "Node | None": ...
    @property
    def name(self) -> str: ...


class Tree(TypedDict):
    children: "list[Tree]"
    name: NotRequired[str]


class Holder(TypedDict):
    getter: Getter
    call: Callable[[str], object]


INTERFACES = {
    "Activate": Activate, "Call": Call, "Getter": Getter, "Later": Later, "Box[int]": Box[int], "Box[str]": Box[str],
    "Box": Box, "Named": Named, "Mixed": Mixed, "Node": Node, "Tree": Tree, "Holder": Holder,
}


async def activates(context): ...
async def activates_nothing(): ...
def plain(key): ...
def bare(): ...
def two(key, more): ...


class Gives:
    """A descriptor that can be called, and gives something else for each object."""
    def __get__(self, obj, kind=None):
        return self if obj is None else vars(obj).get("given", self)
    def __call__(self, key): ...


class Given:
    get = Gives()
    def __init__(self, given=None):
        if given is not None:
            self.given = given


class Whole:
    name = "a"
    def get(self, key): ...
    def open(self) -> int: return 1


class Sub(Whole): ...
class Broken(Whole):
    def get(self): ...
class Async(Whole):
    async def get(self, key): ...
class Slotted:
    __slots__ = ("get", "name")
class Proxy:
    def __init__(self, target): self.target = target
    def __getattr__(self, name): return getattr(self.target, name)
class Called:
    def __init__(self, call): self.call = call
    def __call__(self, *args, **kwargs): return self.call(*args, **kwargs)
class Generically(Generic[T]):
    def open(self) -> T: ...


class Meta(type):
    def __eq__(cls, other): return True
    def __hash__(cls): return 1
class Equal(metaclass=Meta):
    def get(self, key): ...
class Unequal(metaclass=Meta): ...


def own(obj, **values):
    for name, value in values.items():
        setattr(obj, name, value)
    return obj


def linked(length, end):
    for _ in range(length):
        end = types.SimpleNamespace(next=end, name="a")
    return end


def cycle(name):
    first = types.SimpleNamespace(name="a")
    first.next = types.SimpleNamespace(name=name, next=first)
    return first


def tree(*children, **more):
    return {"children": list(children), **more}


leaf, wrong_leaf = tree(), tree(name=7)
round_tree, wrong_round_tree = tree(), tree(name=7)
round_tree["children"].append(round_tree)
wrong_round_tree["children"] += [round_tree, wrong_round_tree]

OBJECTS = {
    "activates": activates, "activates_nothing": activates_nothing, "plain": plain, "bare": bare, "two": two,
    "lambda": lambda key: key, "bare lambda": lambda: 1, "builtin": str.lower, "len": len,
    "partial": functools.partial(two, 1), "partial of bare": functools.partial(bare),
    "partial of two": functools.partial(two),
    "cached": functools.lru_cache(plain), "cached bare": functools.lru_cache(bare),
    "cached two": functools.lru_cache(two),
    "cached async": functools.lru_cache(activates),
    "method": Whole().get, "method of broken": Broken().get, "method of async": Async().get,
    "called": Called(plain), "called bare": Called(bare),
    "wrapped": functools.update_wrapper(Called(plain), plain),
    "wrapped bare": functools.update_wrapper(Called(bare), bare),
    "whole": Whole(), "sub": Sub(), "broken": Broken(), "async": Async(),
    "whole class": Whole, "broken class": Broken,
    "own get": own(Whole(), get=plain), "own bare": own(Whole(), get=bare), "own none": own(Whole(), get=None),
    "own name": own(Whole(), name=7), "own open": own(Sub(), open=lambda: "a"),
    "broken with own": own(Broken(), get=plain),
    "own partial": own(Whole(), get=functools.partial(two, 1)),
    "own cached": own(Whole(), get=functools.lru_cache(bare)),
    "given": Given(), "given plain": Given(plain), "given bare": Given(bare), "given none": Given(7),
    "slots": own(Slotted(), get=plain, name="a"), "slots of bare": own(Slotted(), get=bare, name=7),
    "no slots": Slotted(),
    "proxy": Proxy(Whole()), "proxy of broken": Proxy(Broken()), "proxy of nothing": Proxy(object()),
    "namespace": types.SimpleNamespace(get=plain, name="a"), "bare namespace": types.SimpleNamespace(get=bare, name=7),
    "generic": Generically(), "generic of int": Generically[int](), "generic of str": Generically[str](),
    "equal": Equal(), "unequal": Unequal(), "nothing": None, "number": 7,
    "linked": linked(4, None), "linked to wrong": linked(4, linked(1, 7)), "linked to wrong end": linked(60, 7),
    "cycle": cycle("a"), "wrong cycle": cycle(7),
    "tree": tree(leaf, leaf), "wrong tree": tree(leaf, wrong_leaf, wrong_leaf), "round tree": round_tree,
    "wrong round tree": wrong_round_tree,
    "holder": {"getter": Whole(), "call": plain}, "wrong holder": {"getter": Broken(), "call": bare},
    "holder of own": {"getter": own(Whole(), get=bare), "call": functools.lru_cache(plain)},
}
'''


WORLDS = itertools.count()


def new_world() -> Any:
    """Make all objects and interfaces anew: nothing has ever been checked of them."""
    module = types.ModuleType(f"history_{next(WORLDS)}")  # each has its own place for names in text
    sys.modules[module.__name__] = module
    exec(compile(WORLD, "<world>", "exec"), vars(module))  # noqa: S102 - our own text
    return module


def told(found: tuple[Any, ...]) -> tuple[tuple[str, str, str], ...]:
    return tuple((fault.code, fault.member, fault.message) for fault in found)


def verdict(obj: Any, interface: Any) -> tuple[tuple[str, str, str], ...]:
    return told(violations(obj, interface))


@functools.cache
def names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    world = new_world()
    return tuple(world.OBJECTS), tuple(world.INTERFACES)


@functools.cache
def first_look(obj: str, interface: str) -> tuple[tuple[str, str, str], ...]:
    """Return the verdict on an object that is checked first of all."""
    world = new_world()
    return verdict(world.OBJECTS[obj], world.INTERFACES[interface])


def by_violations(obj: Any, interface: Any, expected: tuple[Any, ...]) -> None:
    assert verdict(obj, interface) == expected


def by_conforms(obj: Any, interface: Any, expected: tuple[Any, ...]) -> None:
    assert conforms(obj, interface) is not bool(expected)


def by_verify(obj: Any, interface: Any, expected: tuple[Any, ...]) -> None:
    try:
        assert verify(obj, interface) is obj
        assert not expected
    except ConformanceError as error:
        assert told(error.violations) == expected  # noqa: PT017 - or it conforms


def by_class(obj: Any, interface: Any, expected: tuple[Any, ...]) -> None:
    """Check the class of an object, of which nothing is expected: it may have something of its own."""
    if hasattr(interface, "__total__"):
        return
    before = told(class_violations(type(obj), interface))
    assert verdict(obj, interface) == expected
    assert told(class_violations(type(obj), interface)) == before


WAYS: list[Callable[[Any, Any, tuple[Any, ...]], None]] = [by_violations, by_conforms, by_verify, by_class]


@many
@given(data=st.data())
def test_verdicts_do_not_depend_on_what_was_checked_before(data: st.DataObject) -> None:
    objects, interfaces = names()
    world = new_world()
    questions = st.tuples(st.sampled_from(objects), st.sampled_from(interfaces), st.sampled_from(WAYS))
    for obj, interface, way in data.draw(st.lists(questions, min_size=4, max_size=40)):
        way(world.OBJECTS[obj], world.INTERFACES[interface], first_look(obj, interface))


@many
@given(data=st.data())
def test_verdicts_on_objects_of_one_class_do_not_depend_on_each_other(data: st.DataObject) -> None:
    """Draw from the objects that share a class, of which one might be taken for another."""
    objects, interfaces = names()
    world = new_world()
    kinds: dict[type, list[str]] = {}
    for name in objects:
        kinds.setdefault(type(world.OBJECTS[name]), []).append(name)
    shared = data.draw(st.sampled_from([found for found in kinds.values() if len(found) > 1]))
    interface = data.draw(st.sampled_from(interfaces))
    for obj in data.draw(st.permutations([*shared, *shared])):
        way = data.draw(st.sampled_from(WAYS))
        way(world.OBJECTS[obj], world.INTERFACES[interface], first_look(obj, interface))


def test_every_pair_of_objects_in_either_order() -> None:
    """Ask of each interface all objects in order and back, in one world."""
    objects, interfaces = names()
    world = new_world()
    for interface in interfaces:
        for obj in (*objects, *reversed(objects)):
            assert verdict(world.OBJECTS[obj], world.INTERFACES[interface]) == first_look(obj, interface), obj
    gc.collect()
    for obj in objects:
        for interface in reversed(interfaces):
            assert verdict(world.OBJECTS[obj], world.INTERFACES[interface]) == first_look(obj, interface), obj


FRESH = """
import sys
sys.path[:0] = sys.argv[1:]
import test_history as history
objects, interfaces = history.names()
world = history.new_world()
for obj in reversed(objects):
    for interface in interfaces:
        print((obj, interface, history.verdict(world.OBJECTS[obj], world.INTERFACES[interface])))
"""


def test_a_fresh_process_says_the_same() -> None:
    objects, interfaces = names()
    command = [sys.executable, "-c", FRESH, *[str(Path(__file__).parent), *sys.path]]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own
    expected = [(obj, one, first_look(obj, one)) for obj in reversed(objects) for one in interfaces]
    assert answer.stdout.splitlines() == [str(one) for one in expected]


def test_a_function_says_nothing_of_another() -> None:
    world = new_world()
    bad, good = world.activates_nothing, world.activates
    assert [len(violations(one, world.Activate)) for one in (bad, good, bad, good)] == [1, 0, 1, 0]
    assert [len(violations(one, world.Activate)) for one in (world.bare, good, world.bare)] == [2, 0, 2]


@pytest.mark.parametrize("change", ["get", "class"])
def test_what_an_object_gets_later_is_seen(change: str) -> None:
    world = new_world()
    whole = world.Whole()
    assert conforms(whole, world.Getter)
    if change == "get":
        whole.get = world.bare
    else:
        whole.__class__ = world.Broken
    assert [fault.code for fault in violations(whole, world.Getter)] == ["too-few-parameters"]
    if change == "get":
        del whole.get
    else:
        whole.__class__ = world.Sub
    assert conforms(whole, world.Getter)
