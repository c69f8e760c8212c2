"""ReadOnly items on every Python, closed TypedDicts and extra items (PEP 705 and PEP 728, by typing_extensions)."""

import typing
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Generic, Literal, Protocol, TypeVar

from typing_extensions import Never, NotRequired, ReadOnly, Required, TypedDict

T = TypeVar("T")


class Fixed(TypedDict):
    name: ReadOnly[str]
    age: NotRequired[ReadOnly[int]]
    nick: ReadOnly[NotRequired[str]]
    both: Required[ReadOnly[int]]


class FixedPartial(TypedDict, total=False):
    name: ReadOnly[str]
    age: ReadOnly[Required[int]]
    tags: ReadOnly[Sequence[str]]
    inner: ReadOnly["Fixed"]
    optional: ReadOnly[str | None]
    annotated: Annotated[ReadOnly[int], "whatever"]
    annotated_too: ReadOnly[Annotated[int, "whatever"]]


class FixedBelow(Fixed):
    name: str
    age: Required[int]  # type: ignore[misc]


class FixedOf(TypedDict, Generic[T]):
    value: ReadOnly[T]


FixedMade = TypedDict("FixedMade", {"name": ReadOnly[str], "in": NotRequired[ReadOnly[int]]})

fixed: Fixed = {"name": "a", "both": 1}
fixed_full: Fixed = {"name": "a", "age": 1, "nick": "b", "both": 1}
fixed_empty: Fixed = {}  # E: name missing-key; both missing-key
fixed_wrong: Fixed = {"name": 1, "age": "a", "nick": 2, "both": "b"}  # E: name wrong-value; age wrong-value; nick wrong-value; both wrong-value
fixed_none: Fixed = {"name": "a", "age": None, "nick": None, "both": 1}  # E: age none-for-absent-key; nick none-for-absent-key
fixed_unknown: Fixed = {"name": "a", "both": 1, "c": 2}  # E: c unknown-key
partial: FixedPartial = {"age": 1}
partial_empty: FixedPartial = {}  # E: age missing-key
partial_tags_wrong: FixedPartial = {"age": 1, "tags": ["a", 1]}  # E: tags[1] wrong-value
partial_inner_wrong: FixedPartial = {"age": 1, "inner": {"name": "a"}}  # E: inner.both missing-key
partial_optional: FixedPartial = {"age": 1, "optional": None}
partial_none: FixedPartial = {"age": 1, "name": None}  # E: name none-for-absent-key
partial_annotated: FixedPartial = {"age": 1, "annotated": 1, "annotated_too": 1}
partial_annotated_wrong: FixedPartial = {"age": 1, "annotated": "a", "annotated_too": "b"}  # E: annotated wrong-value; annotated_too wrong-value
below: FixedBelow = {"name": "a", "age": 1, "both": 1}
below_missing: FixedBelow = {"name": "a", "both": 1}  # E: age missing-key
below_wrong: FixedBelow = {"name": 1, "age": 1, "both": 1}  # E: name wrong-value
of: FixedOf[int] = {"value": 1}
of_wrong: FixedOf[int] = {"value": "a"}  # E: value wrong-value
made: FixedMade = {"name": "a"}
made_wrong: FixedMade = {"name": 1, "in": "a"}  # E: name wrong-value; in wrong-value

# Closed: no other keys, which is what is checked of the others as well


class Closed(TypedDict, closed=True):
    name: str
    age: NotRequired[int]


class Open(TypedDict, closed=False):
    name: str


class ClosedBelow(Open, closed=True):
    age: NotRequired[int]


ClosedMade = TypedDict("ClosedMade", {"name": str}, closed=True)

closed: Closed = {"name": "a", "age": 1}
closed_unknown: Closed = {"name": "a", "b": 1}  # E: b unknown-key
closed_missing: Closed = {}  # E: name missing-key
open_known: Open = {"name": "a"}
open_unknown: Open = {"name": "a", "b": 1}  # E: b unknown-key
closed_below: ClosedBelow = {"name": "a"}
closed_below_unknown: ClosedBelow = {"name": "a", "b": 1}  # E: b unknown-key
closed_made: ClosedMade = {"name": "a"}
closed_made_unknown: ClosedMade = {"name": "a", "b": 1}  # E: b unknown-key

# Extra items: any other key, with a value of this type


class Extra(TypedDict, extra_items=int):
    name: str
    flag: NotRequired[bool]


class ExtraBelow(Extra):
    size: NotRequired[int]


class ExtraAny(TypedDict, extra_items=Any):
    name: str


class ExtraObject(TypedDict, extra_items=object):
    name: str


class ExtraNone(TypedDict, extra_items=int | None):
    name: str


class ExtraNever(TypedDict, extra_items=Never):
    name: str


class ExtraList(TypedDict, extra_items=list[int]):
    name: str


class ExtraReadOnly(TypedDict, extra_items=ReadOnly[str]):
    size: int


class ExtraRecord(TypedDict, extra_items=Closed):
    pass


class ExtraQuoted(TypedDict, extra_items="Closed"):
    pass


class ExtraLiteral(TypedDict, extra_items=Literal["a", "b"]):
    pass


class ExtraPartial(TypedDict, total=False, extra_items=int):
    name: str


ExtraMade = TypedDict("ExtraMade", {"name": str}, extra_items=int)

extra: Extra = {"name": "a", "b": 1, "c": 2}
extra_none: Extra = {"name": "a"}
extra_flag: Extra = {"name": "a", "flag": True}
extra_wrong: Extra = {"name": "a", "b": "c"}  # E: b wrong-value
extra_bool: Extra = {"name": "a", "b": True}  # R: b wrong-value -- a bool is no int here
extra_known_wrong: Extra = {"name": 1, "b": 1}  # E: name wrong-value
extra_missing: Extra = {"b": 1}  # E: name missing-key
extra_key_none: Extra = {"name": "a", "b": None}  # E: b wrong-value|none-for-absent-key
extra_below: ExtraBelow = {"name": "a", "size": 1, "b": 2}
extra_below_wrong: ExtraBelow = {"name": "a", "b": "c"}  # E: b wrong-value
extra_any: ExtraAny = {"name": "a", "b": object(), "c": None}
extra_object: ExtraObject = {"name": "a", "b": object(), "c": None}
extra_or_none: ExtraNone = {"name": "a", "b": None, "c": 1}
extra_or_none_wrong: ExtraNone = {"name": "a", "b": "c"}  # E: b wrong-value
extra_never: ExtraNever = {"name": "a"}
extra_never_unknown: ExtraNever = {"name": "a", "b": 1}  # E: b unknown-key|wrong-value
extra_list: ExtraList = {"name": "a", "b": [1]}
extra_list_wrong: ExtraList = {"name": "a", "b": [1, "c"]}  # E: b[1] wrong-value
extra_read_only: ExtraReadOnly = {"size": 1, "b": "c"}
extra_read_only_wrong: ExtraReadOnly = {"size": 1, "b": 2}  # E: b wrong-value
extra_record: ExtraRecord = {"a": {"name": "b"}}
extra_record_wrong: ExtraRecord = {"a": {"name": 1, "c": 2}}  # E: a.name wrong-value; a.c unknown-key
extra_quoted: ExtraQuoted = {"a": {"name": "b"}}
extra_quoted_wrong: ExtraQuoted = {"a": {"name": 1}}  # E: a.name wrong-value
extra_literal: ExtraLiteral = {"x": "a"}
extra_literal_wrong: ExtraLiteral = {"x": "c"}  # E: x wrong-literal
extra_partial: ExtraPartial = {"b": 1}
extra_partial_wrong: ExtraPartial = {"name": 1, "b": "c"}  # E: name wrong-value; b wrong-value
extra_made: ExtraMade = {"name": "a", "b": 1}
extra_made_wrong: ExtraMade = {"name": "a", "b": "c"}  # E: b wrong-value


# Within each other, and in protocols


class Holds(TypedDict):
    closed: Closed
    extras: list[Extra]


class Gives(Protocol):
    def give(self) -> Extra: ...


class GivesExtra:
    def give(self) -> Extra:
        return {"name": "a"}


class GivesMapping:
    def give(self) -> Mapping[str, object]:
        return {}


holds: Holds = {"closed": {"name": "a"}, "extras": [{"name": "a", "b": 1}]}
holds_wrong: Holds = {"closed": {"name": "a", "b": 1}, "extras": [{"name": "a", "b": "c"}]}  # E: closed.b unknown-key; extras[0].b wrong-value
gives: Gives = GivesExtra()
gives_mapping: Gives = GivesMapping()  # E: give return-type
