"""TypedDicts and protocols that refer to themselves and to each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ForwardRef, Generic, List, Optional, Protocol, TypeVar, Union

from typing_extensions import NotRequired, TypeAlias, TypedDict

T = TypeVar("T")

Json: TypeAlias = "Union[dict[str, Json], list[Json], str, int, float, bool, None]"


class Node(TypedDict):
    value: int
    children: "list[Node]"


class Linked(TypedDict):
    value: int
    next: "Linked | None"


class Chain(TypedDict, total=False):
    value: int
    next: "Chain"


class Left(TypedDict, total=False):
    name: str
    right: "Right"


class Right(TypedDict, total=False):
    size: int
    left: Left
    third: "Third"


class Third(TypedDict, total=False):
    lefts: "Sequence[Left]"
    rights: "Mapping[str, Right]"
    thirds: List["Third"]
    either: "Left | list[Third] | None"


class Document(TypedDict, total=False):
    body: "Json"
    name: str


class Of(TypedDict, Generic[T]):
    value: T
    rest: "NotRequired[Of[T]]"
    wrapped: "NotRequired[Of[list[T]]]"


node: Node = {"value": 1, "children": []}
node_deep: Node = {"value": 1, "children": [{"value": 2, "children": [{"value": 3, "children": []}]}]}
node_wrong: Node = {"value": 1, "children": [{"value": "a", "children": []}]}  # E: children[0].value wrong-value
node_deep_wrong: Node = {"value": 1, "children": [{"value": 2, "children": [{"value": 3, "children": [{"value": "a", "children": []}]}]}]}  # E: children[0].children[0].children[0].value wrong-value
node_deep_missing: Node = {"value": 1, "children": [{"value": 2, "children": []}, {"value": 3}]}  # E: children[1].children missing-key
node_none: Node = {"value": 1, "children": None}  # E: children wrong-value
linked: Linked = {"value": 1, "next": {"value": 2, "next": None}}
linked_wrong: Linked = {"value": 1, "next": {"value": 2, "next": {"value": "a", "next": None}}}  # E: next.next.value wrong-value
linked_missing: Linked = {"value": 1, "next": {"value": 2}}  # E: next.next missing-key
chain: Chain = {"next": {"next": {"next": {"value": 1}}}}
chain_wrong: Chain = {"next": {"next": {"next": {"value": "a"}}}}  # E: next.next.next.value wrong-value
chain_unknown: Chain = {"next": {"nxt": {}}}  # E: next.nxt unknown-key
left: Left = {"name": "a", "right": {"size": 1, "left": {"name": "b", "right": {}}}}
left_wrong: Left = {"name": "a", "right": {"size": 1, "left": {"name": 1}}}  # E: right.left.name wrong-value
left_deep_wrong: Left = {"right": {"left": {"right": {"left": {"right": {"size": "a"}}}}}}  # E: right.left.right.left.right.size wrong-value
third: Third = {"lefts": [{"name": "a"}], "rights": {"a": {"third": {}}}, "thirds": [{}], "either": [{}]}
third_lefts_wrong: Third = {"lefts": [{"name": "a"}, {"right": {"third": {"lefts": [{"name": 1}]}}}]}  # E: lefts[1].right.third.lefts[0].name wrong-value
third_rights_wrong: Third = {"rights": {"a": {"left": {"right": {"size": "a"}}}}}  # E: rights['a'].left.right.size wrong-value
third_thirds_wrong: Third = {"thirds": [{"thirds": [{"thirds": [{}, {"lefts": None}]}]}]}  # E: thirds[0].thirds[0].thirds[1].lefts none-for-absent-key
third_either: Third = {"either": {"name": "a"}}
third_either_wrong: Third = {"either": [{"either": [{"lefts": 1}]}]}  # E: either[0].either[0].lefts wrong-value
of: Of[int] = {"value": 1, "rest": {"value": 2}, "wrapped": {"value": [3]}}
of_rest_wrong: Of[int] = {"value": 1, "rest": {"value": 2, "rest": {"value": "a"}}}  # E: rest.rest.value wrong-value
of_wrapped_wrong: Of[int] = {"value": 1, "wrapped": {"value": [2, "a"]}}  # E: wrapped.value[1] wrong-value
of_wrapped_twice: Of[int] = {"value": 1, "wrapped": {"value": [2], "wrapped": {"value": [[3]]}}}
of_wrapped_twice_wrong: Of[int] = {"value": 1, "wrapped": {"value": [2], "wrapped": {"value": [["a"]]}}}  # E: wrapped.wrapped.value[0][0] wrong-value
document: Document = {"body": {"a": [1, "b", None, {"c": True}]}, "name": "a"}
document_wrong: Document = {"body": {"a": [1, {"b": b"c"}]}}  # E: body['a'][1]['b'] wrong-value
document_wrong_list: Document = {"body": [1, object()]}  # E: body[1] wrong-value

# A value that contains itself


def loops() -> Any:
    value: Any = {"value": 1, "children": []}
    value["children"].append(value)
    return value


def loops_with_fault() -> Any:
    value: Any = {"value": 1, "children": []}
    value["children"] += [value, {"value": "a", "children": [value]}]
    return value


def shares() -> Any:
    value: Any = {"value": 1, "children": []}
    for _ in range(30):
        value = {"value": 1, "children": [value, value]}
    return value


looping: Node = loops()
looping_wrong: Node = loops_with_fault()  # R: children[1].value wrong-value -- what is typed as Any is looked at
sharing: Node = shares()

# Protocols


class Person(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def friends(self) -> "Sequence[Person]": ...

    @property
    def boss(self) -> "Person | None": ...


class Maker(Protocol):
    def make(self) -> "Product": ...


class Product(Protocol):
    def maker(self) -> Maker: ...


class Step(Protocol):
    def next(self) -> "Step | None": ...


class Visitor(Protocol):
    def visit(self, step: "Visited", /) -> None: ...


class Visited(Protocol):
    def accept(self, visitor: Visitor, /) -> None: ...


@dataclass
class APerson:
    name: Any
    friends: Any = ()
    boss: Any = None


class Factory:
    def make(self) -> "Thing":
        return Thing()


class Thing:
    def maker(self) -> Factory:
        return Factory()


class OddFactory:
    def make(self) -> "OddThing":
        return OddThing()


class OddThing:
    def maker(self) -> str:
        return "a"


class AStep:
    def next(self) -> "AStep | None":
        return None


class OddStep:
    def next(self) -> "Thing | None":
        return None


class AVisitor:
    def visit(self, step: Visited) -> None: ...


class AVisited:
    def accept(self, visitor: Visitor) -> None: ...


class NarrowVisitor:
    def visit(self, step: AVisited) -> None: ...


class WideVisitor:
    def visit(self, step: object) -> None: ...


person: Person = APerson("a", [APerson("b")], APerson("c"))
person_wrong: Person = APerson("a", [APerson("b", [APerson(1)])])  # R: friends[0].friends[0].name wrong-value -- what is typed as Any is looked at
person_boss_wrong: Person = APerson("a", boss=APerson("b", boss=APerson("c", friends=1)))  # R: boss.boss.friends wrong-value -- what is typed as Any is looked at
maker: Maker = Factory()
maker_wrong: Maker = OddFactory()  # E: make return-type
product: Product = Thing()
product_wrong: Product = OddThing()  # E: maker return-type
step: Step = AStep()
step_wrong: Step = OddStep()  # E: next return-type
visitor: Visitor = AVisitor()
visitor_wide: Visitor = WideVisitor()
visited: Visited = AVisited()
visitor_narrow: Visitor = NarrowVisitor()  # E: visit parameter-type


# What was right under an assumption about a circle is not kept when the assumption fails


class Ping(Protocol):
    def pong(self) -> "Pong": ...

    def size(self) -> int: ...


class Pong(Protocol):
    def ping(self) -> Ping: ...


class APing:
    def pong(self) -> "APong":
        return APong()

    def size(self) -> str:
        return "a"


class APong:
    def ping(self) -> APing:
        return APing()


class RightPing:
    def pong(self) -> "RightPong":
        return RightPong()

    def size(self) -> int:
        return 1


class RightPong:
    def ping(self) -> RightPing:
        return RightPing()


pong_wrong: Pong = APong()  # E: ping return-type
ping: Ping = RightPing()
pong: Pong = RightPong()
