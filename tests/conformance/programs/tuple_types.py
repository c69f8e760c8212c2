"""Lengths and items of tuples, in values and in annotations."""

from collections import namedtuple
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, Protocol, Tuple, TypeVar

from typing_extensions import TypedDict, TypeVarTuple, Unpack

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class Point(NamedTuple):
    x: int
    y: int


Old = namedtuple("Old", ["a", "b"])


class Tuples(TypedDict, total=False):
    pair: tuple[int, str]
    old_pair: Tuple[int, str]
    single: tuple[int]
    many: tuple[int, ...]
    empty: tuple[()]
    bare: tuple
    old_bare: Tuple
    anything: tuple[Any, ...]
    nested: tuple[tuple[int, str], ...]
    records: tuple["Item", ...]
    first_then_many: tuple[str, *tuple[int, ...]]
    many_then_last: tuple[*tuple[int, ...], str]
    around: tuple[str, *tuple[int, ...], str]
    spelt_out: tuple[str, Unpack[tuple[int, ...]]]
    fixed_within: tuple[str, *tuple[int, int]]
    optional: tuple[int, str] | None
    point: Point
    sequence: Sequence[int]


class Item(TypedDict):
    name: str


pair: Tuples = {"pair": (1, "a")}
pair_item: Tuples = {"pair": ("a", "a")}  # E: pair[0] wrong-value
pair_items: Tuples = {"pair": ("a", 1)}  # E: pair[0] wrong-value; pair[1] wrong-value
pair_short: Tuples = {"pair": (1,)}  # E: pair wrong-value
pair_long: Tuples = {"pair": (1, "a", "b")}  # E: pair wrong-value
pair_empty: Tuples = {"pair": ()}  # E: pair wrong-value
pair_list: Tuples = {"pair": [1, "a"]}  # E: pair wrong-value
pair_none: Tuples = {"pair": None}  # E: pair none-for-absent-key
pair_bool: Tuples = {"pair": (True, "a")}  # R: pair[0] wrong-value -- a bool is no int here
old_pair: Tuples = {"old_pair": (1, "a")}
old_pair_item: Tuples = {"old_pair": (1, 2)}  # E: old_pair[1] wrong-value
old_pair_short: Tuples = {"old_pair": (1,)}  # E: old_pair wrong-value
single: Tuples = {"single": (1,)}
single_item: Tuples = {"single": ("a",)}  # E: single[0] wrong-value
single_long: Tuples = {"single": (1, 2)}  # E: single wrong-value
many: Tuples = {"many": (1, 2, 3)}
many_none: Tuples = {"many": ()}
many_item: Tuples = {"many": (1, "a", 2, None)}  # E: many[1] wrong-value; many[3] wrong-value
many_list: Tuples = {"many": [1]}  # E: many wrong-value
many_text: Tuples = {"many": "ab"}  # E: many wrong-value
empty: Tuples = {"empty": ()}
empty_not: Tuples = {"empty": (1,)}  # E: empty wrong-value
bare: Tuples = {"bare": (1, "a", None)}
bare_list: Tuples = {"bare": [1]}  # E: bare wrong-value
old_bare: Tuples = {"old_bare": (1, "a", None)}
old_bare_list: Tuples = {"old_bare": [1]}  # E: old_bare wrong-value
anything: Tuples = {"anything": (1, "a", None)}
anything_set: Tuples = {"anything": {1}}  # E: anything wrong-value
nested: Tuples = {"nested": ((1, "a"), (2, "b"))}
nested_item: Tuples = {"nested": ((1, "a"), (2, 3))}  # E: nested[1][1] wrong-value
nested_short: Tuples = {"nested": ((1, "a"), (2,))}  # E: nested[1] wrong-value
records: Tuples = {"records": ({"name": "a"},)}
records_wrong: Tuples = {"records": ({"name": "a"}, {"name": 1})}  # E: records[1].name wrong-value
records_missing: Tuples = {"records": ({},)}  # E: records[0].name missing-key
first: Tuples = {"first_then_many": ("a", 1, 2)}
first_alone: Tuples = {"first_then_many": ("a",)}
first_wrong: Tuples = {"first_then_many": (1, 2)}  # E: first_then_many[0] wrong-value
first_rest_wrong: Tuples = {"first_then_many": ("a", 1, "b")}  # E: first_then_many[2] wrong-value
first_missing: Tuples = {"first_then_many": ()}  # E: first_then_many wrong-value
last: Tuples = {"many_then_last": (1, 2, "a")}
last_wrong: Tuples = {"many_then_last": (1, 2, 3)}  # E: many_then_last[2] wrong-value
last_rest_wrong: Tuples = {"many_then_last": (1, "b", "a")}  # E: many_then_last[1] wrong-value
around: Tuples = {"around": ("a", 1, 2, "b")}
around_none: Tuples = {"around": ("a", "b")}
around_wrong: Tuples = {"around": ("a", 1, None, "b")}  # E: around[2] wrong-value
around_short: Tuples = {"around": ("a",)}  # E: around wrong-value
spelt_out: Tuples = {"spelt_out": ("a", 1)}
spelt_out_wrong: Tuples = {"spelt_out": ("a", "b")}  # E: spelt_out[1] wrong-value
fixed: Tuples = {"fixed_within": ("a", 1, 2)}
fixed_wrong: Tuples = {"fixed_within": ("a", 1, "b")}  # E: fixed_within[2] wrong-value
fixed_short: Tuples = {"fixed_within": ("a", 1)}  # E: fixed_within wrong-value
optional: Tuples = {"optional": (1, "a")}
optional_none: Tuples = {"optional": None}
optional_item: Tuples = {"optional": (1, 2)}  # E: optional[1] wrong-value
point: Tuples = {"point": Point(1, 2)}
point_plain: Tuples = {"point": (1, 2)}  # E: point wrong-value
point_for_pair: Tuples = {"many": Point(1, 2)}
point_for_other_pair: Tuples = {"pair": Point(1, 2)}  # E: pair[1] wrong-value
tuple_sequence: Tuples = {"sequence": (1, 2)}
tuple_sequence_wrong: Tuples = {"sequence": (1, "a")}  # E: sequence[1] wrong-value
untyped_namedtuple: Tuples = {"pair": Old(1, "a")}
untyped_namedtuple_wrong: Tuples = {"pair": Old(1, 2)}  # R: pair[1] wrong-value -- the items of a namedtuple without types are looked at

# In annotations


class GivesPair(Protocol):
    def run(self) -> tuple[int, str]: ...


class GivesMany(Protocol):
    def run(self) -> tuple[int, ...]: ...


class GivesEmpty(Protocol):
    def run(self) -> tuple[()]: ...


class GivesSequence(Protocol):
    def run(self) -> Sequence[int]: ...


class GivesTuple(Protocol):
    def run(self) -> tuple: ...


class GivesMixed(Protocol):
    def run(self) -> tuple[str, *tuple[int, ...]]: ...


class TakesPair(Protocol):
    def run(self, value: tuple[int, str], /) -> None: ...


class TakesMany(Protocol):
    def run(self, value: tuple[int, ...], /) -> None: ...


class Pair:
    def run(self) -> tuple[int, str]:
        return 1, "a"


class OldPair:
    def run(self) -> Tuple[int, str]:
        return 1, "a"


class BoolPair:
    def run(self) -> "tuple[bool, str]":
        return True, "a"


class IntPair:
    def run(self) -> tuple[int, int]:
        return 1, 2


class IntTriple:
    def run(self) -> tuple[int, int, int]:
        return 1, 2, 3


class Ints:
    def run(self) -> tuple[int, ...]:
        return ()


class Texts:
    def run(self) -> tuple[str, ...]:
        return ()


class Empty:
    def run(self) -> tuple[()]:
        return ()


class Plain:
    def run(self) -> tuple:
        return ()


class Points:
    def run(self) -> Point:
        return Point(1, 2)


class Mixed:
    def run(self) -> tuple[str, int, int]:
        return "a", 1, 2


class MixedWrong:
    def run(self) -> tuple[str, int, str]:
        return "a", 1, "b"


class MixedUnpacked:
    def run(self) -> "tuple[str, Unpack[tuple[int, ...]]]":
        return ("a",)


class Lists:
    def run(self) -> list[int]:
        return []


pair_pair: GivesPair = Pair()
pair_old: GivesPair = OldPair()
pair_bool_item: GivesPair = BoolPair()
pair_int_pair: GivesPair = IntPair()  # E: run return-type
pair_triple: GivesPair = IntTriple()  # E: run return-type
pair_ints: GivesPair = Ints()  # E: run return-type
pair_gives_empty: GivesPair = Empty()  # E: run return-type
pair_unknown: GivesPair = Plain()
pair_points: GivesPair = Points()  # E: run return-type
pair_lists: GivesPair = Lists()  # E: run return-type
many_ints: GivesMany = Ints()
many_pair: GivesMany = IntPair()
many_triple: GivesMany = IntTriple()
many_empty: GivesMany = Empty()
many_points: GivesMany = Points()
many_plain: GivesMany = Plain()
many_texts: GivesMany = Texts()  # E: run return-type
many_mixed: GivesMany = Pair()  # E: run return-type
many_lists: GivesMany = Lists()  # E: run return-type
empty_empty: GivesEmpty = Empty()
empty_ints: GivesEmpty = Ints()  # E: run return-type
empty_pair: GivesEmpty = IntPair()  # E: run return-type
sequence_ints: GivesSequence = Ints()
sequence_pair: GivesSequence = IntPair()
sequence_empty: GivesSequence = Empty()
sequence_points: GivesSequence = Points()
sequence_mixed: GivesSequence = Pair()  # E: run return-type
sequence_texts: GivesSequence = Texts()  # E: run return-type
tuple_pair: GivesTuple = Pair()
tuple_ints: GivesTuple = Ints()
tuple_points: GivesTuple = Points()
tuple_lists: GivesTuple = Lists()  # E: run return-type
mixed_right: GivesMixed = Mixed()
mixed_wrong: GivesMixed = MixedWrong()  # E: run return-type
mixed_unpacked: GivesMixed = MixedUnpacked()
mixed_ints: GivesMixed = Ints()  # E: run return-type


class AcceptsPair:
    def run(self, value: tuple[int, str], /) -> None: ...


class AcceptsObjects:
    def run(self, value: tuple[object, ...], /) -> None: ...


class AcceptsSequence:
    def run(self, value: Sequence[int | str], /) -> None: ...


class AcceptsIterable:
    def run(self, value: Iterable[int], /) -> None: ...


class AcceptsCollection:
    def run(self, value: Collection[object], /) -> None: ...


class AcceptsSingle:
    def run(self, value: tuple[int], /) -> None: ...


class AcceptsPoint:
    def run(self, value: Point, /) -> None: ...


class AcceptsTuple:
    def run(self, value: tuple, /) -> None: ...


takes_pair: TakesPair = AcceptsPair()
takes_objects: TakesPair = AcceptsObjects()
takes_sequence: TakesPair = AcceptsSequence()
takes_iterable: TakesPair = AcceptsIterable()  # E: run parameter-type
takes_collection: TakesPair = AcceptsCollection()
takes_single: TakesPair = AcceptsSingle()  # E: run parameter-type
takes_point: TakesPair = AcceptsPoint()  # E: run parameter-type
takes_tuple: TakesPair = AcceptsTuple()
takes_many_iterable: TakesMany = AcceptsIterable()
takes_many_pair: TakesMany = AcceptsPair()  # E: run parameter-type
takes_many_single: TakesMany = AcceptsSingle()  # E: run parameter-type

# Type parameters that stand for any number of types


class Row(Protocol[Unpack[Ts]]):
    def run(self) -> tuple[Unpack[Ts]]: ...


class ARow(Generic[Unpack[Ts]]):
    def run(self) -> tuple[Unpack[Ts]]:
        raise LookupError


class IntTextRow(ARow[int, str]):
    pass


row_right: Row[int, str] = Pair()
row_wrong: Row[int, int] = Pair()  # E: run return-type
row_short: Row[int] = Pair()  # E: run return-type
row_points: Row[int, int] = Points()
row_empty: Row[()] = Empty()
row_inherited: GivesPair = IntTextRow()
row_inherited_wrong: GivesMany = IntTextRow()  # E: run return-type


@dataclass
class Held:
    pair: Any


class HasPair(Protocol):
    pair: tuple[int, str]


held: HasPair = Held((1, "a"))
held_wrong: HasPair = Held((1, 2))  # R: pair[1] wrong-value -- what is typed as Any is looked at
held_long: HasPair = Held((1, "a", 2))  # R: pair wrong-value -- what is typed as Any is looked at
