"""Arguments of generic bases, through the whole MRO, of classes that implement generic protocols."""

from collections import OrderedDict, UserDict, UserList, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, Protocol, TypeVar

T = TypeVar("T")
U = TypeVar("U")
K = TypeVar("K")
V = TypeVar("V")
T_co = TypeVar("T_co", covariant=True)
K_contra = TypeVar("K_contra", contravariant=True)
V_co = TypeVar("V_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)


class Getter(Protocol[T_co]):
    def get(self) -> T_co: ...


class Sink(Protocol[T_contra]):
    def put(self, item: T_contra, /) -> None: ...


class Channel(Protocol[T]):
    def get(self) -> T: ...

    def put(self, item: T, /) -> None: ...


class Lookup(Protocol[K_contra, V_co]):
    def find(self, key: K_contra, /) -> V_co: ...


class Many(Protocol[T_co]):
    def all(self) -> Sequence[T_co]: ...


class Source(Protocol[T_co]):
    async def read(self) -> T_co: ...


class Stream(Protocol[T_co]):
    def __iter__(self) -> Iterator[T_co]: ...


class Holder(Protocol[T_co]):
    @property
    def value(self) -> T_co: ...


# A class that gives an argument to its base


class Box(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value

    def get(self) -> T:
        return self.value

    def put(self, item: T, /) -> None:
        self.value = item

    def all(self) -> list[T]:
        return [self.value]

    async def read(self) -> T:
        return self.value

    def __iter__(self) -> Iterator[T]:
        yield self.value


class IntBox(Box[int]):
    pass


class StillIntBox(IntBox):
    pass


class Renamed(Box[U]):
    pass


class TextRenamed(Renamed[str]):
    pass


class Nested(Box[list[U]]):
    pass


class NestedInt(Nested[int]):
    pass


class Optional(Box[U | None]):
    pass


class OptionalText(Optional[str]):
    pass


class Deep(Nested[dict[str, U]]):
    pass


class DeepBool(Deep[bool]):
    pass


class Bare(Box):  # type: ignore[type-arg]
    pass


int_get: Getter[int] = IntBox(1)
int_get_object: Getter[object] = IntBox(1)
int_get_float: Getter[float] = IntBox(1)
int_get_union: Getter[int | str] = IntBox(1)
int_get_str: Getter[str] = IntBox(1)  # E: get return-type
int_get_none: Getter[None] = IntBox(1)  # E: get return-type
int_put: Sink[int] = IntBox(1)
int_put_bool: Sink[bool] = IntBox(1)
int_put_str: Sink[str] = IntBox(1)  # E: put parameter-type
int_put_object: Sink[object] = IntBox(1)  # E: put parameter-type
int_put_union: Sink[int | str] = IntBox(1)  # E: put parameter-type
int_channel: Channel[int] = IntBox(1)
int_channel_str: Channel[str] = IntBox(1)  # E: get return-type; put parameter-type
int_all: Many[int] = IntBox(1)
int_all_str: Many[str] = IntBox(1)  # E: all return-type
int_read: Source[int] = IntBox(1)
int_read_str: Source[str] = IntBox(1)  # E: read return-type
int_iter: Stream[int] = IntBox(1)
int_iter_str: Stream[str] = IntBox(1)  # E: __iter__ return-type

still_get: Getter[int] = StillIntBox(1)
still_get_str: Getter[str] = StillIntBox(1)  # E: get return-type
still_put_str: Sink[str] = StillIntBox(1)  # E: put parameter-type

renamed_get: Getter[str] = TextRenamed("a")
renamed_get_int: Getter[int] = TextRenamed("a")  # E: get return-type
renamed_put_int: Sink[int] = TextRenamed("a")  # E: put parameter-type
renamed_iter_int: Stream[int] = TextRenamed("a")  # E: __iter__ return-type

nested_get: Getter[list[int]] = NestedInt([1])
nested_get_sequence: Getter[Sequence[int]] = NestedInt([1])
nested_get_other_items: Getter[Sequence[str]] = NestedInt([1])  # E: get return-type
nested_get_other_list: Getter[list[str]] = NestedInt([1])  # E: get return-type
nested_get_item: Getter[int] = NestedInt([1])  # E: get return-type
nested_put: Sink[list[int]] = NestedInt([1])
nested_put_item: Sink[int] = NestedInt([1])  # E: put parameter-type
nested_put_other_list: Sink[list[str]] = NestedInt([1])  # E: put parameter-type

optional_get: Getter[str | None] = OptionalText(None)
optional_get_str: Getter[str] = OptionalText(None)  # E: get return-type
optional_put_none: Sink[None] = OptionalText(None)
optional_put_int: Sink[int] = OptionalText(None)  # E: put parameter-type

deep_get: Getter[list[dict[str, bool]]] = DeepBool([{"a": True}])
deep_get_mappings: Getter[Sequence[Mapping[str, int]]] = DeepBool([{"a": True}])
deep_get_other: Getter[Sequence[Mapping[str, str]]] = DeepBool([{"a": True}])  # E: get return-type

bare_get: Getter[str] = Bare(1)
bare_put: Sink[bytes] = Bare(1)
open_get: Getter[int] = Box(1)
open_get_str: Getter[str] = Box(1)  # S: an object of a generic class made without an argument does not say which it is

# Several parameters, several bases, order of parameters


class Table(Generic[K, V]):
    def find(self, key: K, /) -> V:
        raise KeyError(key)


class Reversed(Table[V, K], Generic[K, V]):
    pass


class IntToText(Table[int, str]):
    pass


class TextToInt(Reversed[int, str]):
    pass


class ByText(Table[str, V]):
    pass


class ByTextBytes(ByText[bytes]):
    pass


table_right: Lookup[int, str] = IntToText()
table_swapped: Lookup[str, int] = IntToText()  # E: find parameter-type; find return-type
table_wrong_key: Lookup[bytes, str] = IntToText()  # E: find parameter-type
table_wrong_value: Lookup[int, bytes] = IntToText()  # E: find return-type
reversed_right: Lookup[str, int] = TextToInt()
reversed_wrong: Lookup[int, str] = TextToInt()  # E: find parameter-type; find return-type
partly_right: Lookup[str, bytes] = ByTextBytes()
partly_wrong_key: Lookup[int, bytes] = ByTextBytes()  # E: find parameter-type
partly_wrong_value: Lookup[str, int] = ByTextBytes()  # E: find return-type


class Readable(Generic[T]):
    def get(self) -> T:
        raise LookupError


class Writable(Generic[T]):
    def put(self, item: T, /) -> None:
        raise LookupError


class Both(Readable[int], Writable[str]):
    pass


class Diamond(Readable[T], Writable[T]):
    pass


class DiamondInt(Diamond[int]):
    pass


both_get: Getter[int] = Both()
both_put: Sink[str] = Both()
both_get_wrong: Getter[str] = Both()  # E: get return-type
both_put_wrong: Sink[int] = Both()  # E: put parameter-type
both_channel: Channel[int] = Both()  # E: put parameter-type
diamond_right: Channel[int] = DiamondInt()
diamond_wrong: Channel[str] = DiamondInt()  # E: get return-type; put parameter-type

# A method that a subclass overrides counts, not that of the generic base


class Overridden(Box[int]):
    def get(self) -> str:  # type: ignore[override]
        return "a"


class OverriddenAgain(Overridden):
    pass


overridden_right: Getter[str] = OverriddenAgain(1)
overridden_wrong: Getter[int] = OverriddenAgain(1)  # E: get return-type

# Values of attributes count, not what a class was given


value_right: Holder[int] = IntBox(1)
value_wrong: Holder[str] = IntBox(1)  # E: value wrong-value
value_list: Holder[list[int]] = NestedInt([1])
value_list_wrong: Holder[list[str]] = NestedInt([1])  # E: value[0] wrong-value


@dataclass
class Cell(Generic[T]):
    value: T


class Triple(NamedTuple, Generic[T]):
    value: T


class IntCell(Cell[int]):
    pass


cell_right: Holder[int] = IntCell(1)
cell_wrong: Holder[str] = IntCell(1)  # E: value wrong-value
cell_open: Holder[int] = Cell(1)
cell_open_wrong: Holder[str] = Cell(1)  # E: value wrong-value
triple_right: Holder[int] = Triple(1)
triple_wrong: Holder[str] = Triple(1)  # E: value wrong-value

# A class variable of another class with the same name is another one


class Crossed(Table[U, T], Generic[T, U]):
    def get(self) -> T:
        raise LookupError


class CrossedMade(Crossed[int, str]):
    pass


crossed_find: Lookup[str, int] = CrossedMade()
crossed_find_wrong: Lookup[int, str] = CrossedMade()  # E: find parameter-type; find return-type
crossed_get: Getter[int] = CrossedMade()
crossed_get_wrong: Getter[str] = CrossedMade()  # E: get return-type

# Generic methods of generic classes keep their own parameters open


class Caller(Protocol):
    def call(self, value: int, /) -> int: ...


class TextCaller(Protocol):
    def call(self, value: int, /) -> str: ...


class Identity(Generic[T]):
    def call(self, value: U, /) -> U:
        return value


class Pairing(Generic[T]):
    def call(self, value: U, /) -> tuple[T, U]:
        raise LookupError


class PairCaller(Protocol):
    def call(self, value: int, /) -> tuple[str, int]: ...


class IntPairCaller(Protocol):
    def call(self, value: int, /) -> tuple[int, int]: ...


class IdentityText(Identity[str]):
    pass


class PairingText(Pairing[str]):
    pass


identity_right: Caller = IdentityText()
identity_wrong: TextCaller = IdentityText()  # E: call return-type
pairing_right: PairCaller = PairingText()
pairing_wrong: IntPairCaller = PairingText()  # E: call return-type

# Standard library classes with arguments as bases: their methods have no annotations at run time


class HasGet(Protocol):
    def get(self, key: str, /) -> object: ...


class Appends(Protocol):
    def append(self, item: str, /) -> None: ...


class Names(list[str]):
    pass


class Numbers(deque[int]):
    pass


class ByName(dict[str, int]):
    pass


class Ordered(OrderedDict[str, int]):
    pass


class OwnList(UserList[str]):
    pass


class OwnDict(UserDict[str, int]):
    pass


names_append: Appends = Names()
numbers_append: Appends = Numbers()  # S: methods of built-in classes have no annotations
by_name_get: HasGet = ByName()
ordered_get: HasGet = Ordered()
own_append: Appends = OwnList()
own_get: HasGet = OwnDict()

# A class that inherits the protocol itself, with an argument


class Explicit(Getter[int]):
    def get(self) -> int:
        return 1


class ExplicitDefault(Protocol[T]):
    def items(self) -> list[T]:
        return []


class Inherits(ExplicitDefault[int]):
    pass


class InheritsOpen(ExplicitDefault[T]):
    pass


class InheritsLater(InheritsOpen[str]):
    pass


class Items(Protocol[T_co]):
    def items(self) -> Sequence[T_co]: ...


explicit_right: Getter[int] = Explicit()
explicit_wrong: Getter[str] = Explicit()  # E: get return-type
default_right: Items[int] = Inherits()
default_wrong: Items[str] = Inherits()  # E: items return-type
default_own_right: ExplicitDefault[int] = Inherits()
default_own_wrong: ExplicitDefault[str] = Inherits()  # E: items return-type
default_later_right: Items[str] = InheritsLater()
default_later_wrong: Items[int] = InheritsLater()  # E: items return-type
