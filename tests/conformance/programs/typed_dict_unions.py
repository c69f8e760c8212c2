"""Unions in TypedDicts: a Literal key singles out one branch, whose faults are told; others are told as a whole."""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, Literal, Optional, Protocol, TypeVar, Union

from typing_extensions import NotRequired, TypeAlias, TypedDict

T = TypeVar("T")


class Circle(TypedDict):
    kind: Literal["circle"]
    radius: float


class Square(TypedDict):
    kind: Literal["square"]
    side: float
    name: NotRequired[str]


class Polygon(TypedDict):
    kind: Literal["polygon", "triangle"]
    points: Sequence["Point"]


class Point(TypedDict):
    x: int
    y: int


class Group(TypedDict):
    kind: Literal["group"]
    shapes: "list[Shape]"


Shape: TypeAlias = Union[Circle, Square, Polygon, Group]


class Drawing(TypedDict, total=False):
    shape: Shape
    shapes: list[Shape]
    by_name: Mapping[str, Circle | Square]
    optional: Circle | Square | None
    annotated: Annotated[Union[Circle, Square], "kind"]
    shape_or_text: Circle | Square | str
    shape_or_list: "Circle | list[Circle]"


circle: Drawing = {"shape": {"kind": "circle", "radius": 1.5}}
square: Drawing = {"shape": {"kind": "square", "side": 1, "name": "a"}}
polygon: Drawing = {"shape": {"kind": "triangle", "points": [{"x": 1, "y": 2}]}}
group: Drawing = {"shape": {"kind": "group", "shapes": [{"kind": "circle", "radius": 1}]}}
circle_wrong: Drawing = {"shape": {"kind": "circle", "radius": "a"}}  # E: shape.radius wrong-value
circle_missing: Drawing = {"shape": {"kind": "circle"}}  # E: shape.radius missing-key
circle_unknown: Drawing = {"shape": {"kind": "circle", "radius": 1, "side": 2}}  # E: shape.side unknown-key
circle_other_keys: Drawing = {"shape": {"kind": "circle", "side": 2}}  # E: shape.radius missing-key; shape.side unknown-key
square_name_none: Drawing = {"shape": {"kind": "square", "side": 1, "name": None}}  # E: shape.name none-for-absent-key
square_both_wrong: Drawing = {"shape": {"kind": "square", "side": "a", "name": 1}}  # E: shape.side wrong-value; shape.name wrong-value
polygon_deep_wrong: Drawing = {"shape": {"kind": "polygon", "points": [{"x": 1, "y": 2}, {"x": "a", "y": 1}]}}  # E: shape.points[1].x wrong-value
group_deep_wrong: Drawing = {"shape": {"kind": "group", "shapes": [{"kind": "circle", "radius": "a"}]}}  # E: shape.shapes[0].radius wrong-value
group_deeper_wrong: Drawing = {"shape": {"kind": "group", "shapes": [{"kind": "group", "shapes": [{"kind": "square"}]}]}}  # E: shape.shapes[0].shapes[0].side missing-key
kind_unknown: Drawing = {"shape": {"kind": "line", "radius": 1}}  # E: shape wrong-value
kind_missing: Drawing = {"shape": {"radius": 1}}  # E: shape wrong-value
kind_wrong: Drawing = {"shape": {"kind": 1, "radius": 1}}  # E: shape wrong-value
shape_empty: Drawing = {"shape": {}}  # E: shape wrong-value
shape_text: Drawing = {"shape": "circle"}  # E: shape wrong-value
shape_list: Drawing = {"shape": []}  # E: shape wrong-value
shape_none: Drawing = {"shape": None}  # E: shape none-for-absent-key
shapes_wrong: Drawing = {"shapes": [{"kind": "circle", "radius": 1}, {"kind": "square"}, {"kind": "circle", "radius": None}]}  # E: shapes[1].side missing-key; shapes[2].radius wrong-value
by_name_wrong: Drawing = {"by_name": {"a": {"kind": "circle", "radius": "b"}}}  # E: by_name['a'].radius wrong-value
optional: Drawing = {"optional": {"kind": "circle", "radius": 1}}
optional_none: Drawing = {"optional": None}
optional_wrong: Drawing = {"optional": {"kind": "circle", "radius": "a"}}  # E: optional.radius wrong-value
annotated_wrong: Drawing = {"annotated": {"kind": "square", "side": "a"}}  # E: annotated.side wrong-value
shape_or_text: Drawing = {"shape_or_text": "a"}
shape_or_text_wrong: Drawing = {"shape_or_text": {"kind": "circle", "radius": "a"}}  # E: shape_or_text.radius wrong-value
shape_or_text_int: Drawing = {"shape_or_text": 1}  # E: shape_or_text wrong-value
shape_or_list: Drawing = {"shape_or_list": [{"kind": "circle", "radius": 1}]}
shape_or_list_wrong: Drawing = {"shape_or_list": [{"kind": "circle", "radius": "a"}]}  # E: shape_or_list[0].radius wrong-value
shape_or_list_circle_wrong: Drawing = {"shape_or_list": {"kind": "circle", "radius": "a"}}  # E: shape_or_list.radius wrong-value

# Tags that are numbers, truth values, members of enumerations, or several


class Op(enum.Enum):
    ADD = "add"
    DROP = "drop"


class Add(TypedDict):
    op: Literal[Op.ADD]
    value: int


class Drop(TypedDict):
    op: Literal[Op.DROP]
    name: str


class One(TypedDict):
    version: Literal[1]
    value: int


class Two(TypedDict):
    version: Literal[2]
    value: str


class Success(TypedDict):
    ok: Literal[True]
    value: int


class Failure(TypedDict):
    ok: Literal[False]
    error: str


class OneA(TypedDict):
    version: Literal[1]
    kind: Literal["a"]
    value: int


class OneB(TypedDict):
    version: Literal[1]
    kind: Literal["b"]
    value: str


class TwoA(TypedDict):
    version: Literal[2]
    kind: Literal["a"]
    value: bytes


class Tags(TypedDict, total=False):
    op: Add | Drop
    version: One | Two
    result: Success | Failure
    several: OneA | OneB | TwoA


op: Tags = {"op": {"op": Op.ADD, "value": 1}}
op_wrong: Tags = {"op": {"op": Op.ADD, "value": "a"}}  # E: op.value wrong-value
op_other: Tags = {"op": {"op": Op.DROP, "value": 1}}  # E: op.name missing-key; op.value unknown-key
version: Tags = {"version": {"version": 2, "value": "a"}}
version_wrong: Tags = {"version": {"version": 2, "value": 1}}  # E: version.value wrong-value
version_bool: Tags = {"version": {"version": True, "value": 1}}  # E: version wrong-value
result: Tags = {"result": {"ok": True, "value": 1}}
result_wrong: Tags = {"result": {"ok": False, "error": 1}}  # E: result.error wrong-value
result_other: Tags = {"result": {"ok": False, "value": 1}}  # E: result.error missing-key; result.value unknown-key
result_int: Tags = {"result": {"ok": 1, "value": 1}}  # E: result wrong-value
several: Tags = {"several": {"version": 1, "kind": "b", "value": "a"}}
several_wrong: Tags = {"several": {"version": 1, "kind": "b", "value": 1}}  # E: several.value wrong-value
several_none_fits: Tags = {"several": {"version": 2, "kind": "b", "value": 1}}  # E: several wrong-value

# Unions without tags


class Named(TypedDict):
    name: str


class Sized(TypedDict):
    size: int


class Untagged(TypedDict, total=False):
    either: Named | Sized
    or_none: Named | None
    or_text: Named | str
    or_list: Named | list[Named]
    old: Optional[Named]
    lists: list[int] | list[str]
    list_or_mapping: list[int] | dict[str, int]
    nested: Named | Sized | None | list[Union[Named, Sized]]
    same: Union[Named, Mapping[str, int]]


either: Untagged = {"either": {"name": "a"}}
either_other: Untagged = {"either": {"size": 1}}
either_wrong: Untagged = {"either": {"name": 1}}  # E: either wrong-value
either_both: Untagged = {"either": {"name": "a", "size": 1}}  # E: either wrong-value
either_empty: Untagged = {"either": {}}  # E: either wrong-value
or_none: Untagged = {"or_none": None}
or_none_wrong: Untagged = {"or_none": {"name": 1}}  # E: or_none.name wrong-value
or_none_missing: Untagged = {"or_none": {}}  # E: or_none.name missing-key
or_none_text: Untagged = {"or_none": "a"}  # E: or_none wrong-value
or_text: Untagged = {"or_text": "a"}
or_text_wrong: Untagged = {"or_text": {"name": 1}}  # E: or_text.name wrong-value
or_list: Untagged = {"or_list": [{"name": "a"}]}
or_list_wrong: Untagged = {"or_list": [{"name": "a"}, {"name": 1}]}  # E: or_list[1].name wrong-value
or_list_named_wrong: Untagged = {"or_list": {"nmae": "a"}}  # E: or_list.name missing-key; or_list.nmae unknown-key
old_wrong: Untagged = {"old": {"name": 1}}  # E: old.name wrong-value
lists: Untagged = {"lists": ["a"]}
lists_empty: Untagged = {"lists": []}
lists_wrong: Untagged = {"lists": [1, "a"]}  # E: lists wrong-value
list_or_mapping_wrong: Untagged = {"list_or_mapping": {"a": "b"}}  # E: list_or_mapping['a'] wrong-value
list_or_mapping_list_wrong: Untagged = {"list_or_mapping": [1, "b"]}  # E: list_or_mapping[1] wrong-value
nested: Untagged = {"nested": [{"name": "a"}, {"size": 1}]}
nested_wrong: Untagged = {"nested": [{"name": "a"}, {"size": "b"}]}  # E: nested[1] wrong-value
same_mapping: Untagged = {"same": {"name": 1}}
same_named: Untagged = {"same": {"name": "a"}}

# Generic and inherited tags, tags in protocols


class Event(TypedDict, Generic[T]):
    type: Literal["event"]
    payload: T


class Error(TypedDict):
    type: Literal["error"]
    reason: str


class Base(TypedDict):
    type: str


class Below(Base):
    type: Literal["below"]
    value: int


class AlsoBelow(Base):
    type: Literal["also"]
    other: int


class Message(TypedDict, total=False):
    ints: Event[int] | Error
    below: Below | AlsoBelow


class Receives(Protocol):
    @property
    def last(self) -> Event[int] | Error: ...


@dataclass
class Receiver:
    last: Any


ints: Message = {"ints": {"type": "event", "payload": 1}}
ints_wrong: Message = {"ints": {"type": "event", "payload": "a"}}  # E: ints.payload wrong-value
ints_error_wrong: Message = {"ints": {"type": "error", "payload": 1}}  # E: ints.reason missing-key; ints.payload unknown-key
below: Message = {"below": {"type": "also", "other": 1}}
below_wrong: Message = {"below": {"type": "also", "other": "a"}}  # E: below.other wrong-value
receives: Receives = Receiver({"type": "error", "reason": "a"})
receives_wrong: Receives = Receiver({"type": "event", "payload": "a"})  # R: last.payload wrong-value -- what is typed as Any is looked at

# Tags of objects


class Cat(Protocol):
    kind: Literal["cat"]
    lives: int


class Dog(Protocol):
    kind: Literal["dog"]
    name: str


class Owns(TypedDict):
    pet: Cat | Dog


@dataclass
class ACat:
    kind: Any
    lives: Any = 9


owns: Owns = {"pet": ACat("cat")}
owns_other: Owns = {"pet": ACat("bird")}  # R: pet wrong-value -- what is typed as Any is looked at
