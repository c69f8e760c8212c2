"""Arguments of generic bases in the syntax of PEP 695, mixed with the older one, and aliases made by `type`."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, Literal, Protocol, TypedDict, TypeVar

T = TypeVar("T")


class Getter[T](Protocol):
    def get(self) -> T: ...


class Sink[T](Protocol):
    def put(self, item: T, /) -> None: ...


class Channel[T](Getter[T], Sink[T], Protocol):
    pass


class IntChannel(Channel[int], Protocol):
    pass


class Lookup[K, V](Protocol):
    def find(self, key: K, /) -> V: ...


class Holder[T](Protocol):
    @property
    def value(self) -> T: ...


class Box[T]:
    def __init__(self, value: T) -> None:
        self.value = value

    def get(self) -> T:
        return self.value

    def put(self, item: T, /) -> None:
        self.value = item


class IntBox(Box[int]):
    pass


class ListBox[U](Box[list[U]]):
    pass


class IntListBox(ListBox[int]):
    pass


class Shadowing[T](Box[str]):
    def other(self) -> T:
        raise LookupError


class ShadowingInt(Shadowing[int]):
    pass


class Bounded[T: (int, str)](Box[T]):
    pass


class BoundedInt(Bounded[int]):
    pass


class OfOld(Box[T], Generic[T]):
    pass


class OfOldInt(OfOld[int]):
    pass


@dataclass
class Cell[T]:
    value: T


int_get: Getter[int] = IntBox(1)
int_get_wrong: Getter[str] = IntBox(1)  # E: get return-type
int_put: Sink[int] = IntBox(1)
int_put_wrong: Sink[str] = IntBox(1)  # E: put parameter-type
int_channel: Channel[int] = IntBox(1)
int_channel_wrong: Channel[str] = IntBox(1)  # E: get return-type; put parameter-type
int_channel_given: IntChannel = IntBox(1)
list_channel_given: IntChannel = IntListBox([1])  # E: get return-type; put parameter-type
list_get: Getter[list[int]] = IntListBox([1])
list_get_wrong: Getter[list[str]] = IntListBox([1])  # E: get return-type
list_get_sequence: Getter[Sequence[int]] = IntListBox([1])
list_get_sequence_wrong: Getter[Sequence[str]] = IntListBox([1])  # E: get return-type
shadowing_right: Getter[str] = ShadowingInt("a")
shadowing_wrong: Getter[int] = ShadowingInt("a")  # E: get return-type
bounded_right: Getter[int] = BoundedInt(1)
bounded_wrong: Getter[str] = BoundedInt(1)  # E: get return-type
of_old_right: Getter[int] = OfOldInt(1)
of_old_wrong: Getter[str] = OfOldInt(1)  # E: get return-type
open_right: Getter[int] = Box(1)
open_put_wrong: Sink[str] = Box[int](1)  # E: put parameter-type
value_right: Holder[int] = IntBox(1)
value_wrong: Holder[str] = IntBox(1)  # E: value wrong-value
cell_right: Holder[int] = Cell(1)
cell_wrong: Holder[str] = Cell(1)  # E: value wrong-value


class Table[K, V]:
    def find(self, key: K, /) -> V:
        raise KeyError(key)


class Swapped[A, B](Table[B, A]):
    pass


class SwappedMade(Swapped[int, str]):
    pass


swapped_right: Lookup[str, int] = SwappedMade()
swapped_wrong: Lookup[int, str] = SwappedMade()  # E: find parameter-type; find return-type

# Aliases made by `type`, in annotations, in interfaces and as interfaces

type Number = int | float
type Text = str
type Numbers = list[Number]
type Pair[A] = tuple[A, A]
type Maybe[A] = A | None
type Table2[A, B] = Mapping[A, Sequence[B]]
type Later = "Maybe[Undefined]"  # type: ignore # noqa: F821
type Handler[A] = Callable[[A], None]
type Getting = Getter[int]
type GettingOf[A] = Getter[A]
type AnnotatedGetting = Annotated[Getter[int], "whatever"]
type Mode = Literal["r", "w"]
type Tree = dict[str, Tree] | int
type Chain[A] = tuple[A, Chain[A]] | None


class TakesNumber(Protocol):
    def take(self, number: Number, /) -> Text: ...


class TakesPair(Protocol):
    def take(self, pair: Pair[int], /) -> Maybe[str]: ...


class Plain:
    def take(self, number: int | float, /) -> str:
        return str(number)


class ByAlias:
    def take(self, number: Number) -> Text:
        return str(number)


class Narrow:
    def take(self, number: int, /) -> str:
        return str(number)


class OtherResult:
    def take(self, number: Number, /) -> Number:
        return number


class OfPair:
    def take(self, pair: tuple[int, int], /) -> str | None:
        return str(pair)


class OfPairAlias:
    def take(self, pair: Pair[int], /) -> Maybe[str]:
        return str(pair)


class OfTextPair:
    def take(self, pair: Pair[str], /) -> str:
        return str(pair)


class GivesMaybeInt:
    def take(self, pair: Pair[int], /) -> Maybe[int]:
        return pair[0]


takes_plain: TakesNumber = Plain()
takes_alias: TakesNumber = ByAlias()
takes_narrow: TakesNumber = Narrow()  # E: take parameter-type
takes_other_result: TakesNumber = OtherResult()  # E: take return-type
takes_pair: TakesPair = OfPair()
takes_pair_alias: TakesPair = OfPairAlias()
takes_text_pair: TakesPair = OfTextPair()  # E: take parameter-type
gives_maybe_int: TakesPair = GivesMaybeInt()  # E: take return-type

alias_right: Getting = IntBox(1)
alias_wrong: Getting = Box[str]("a")  # E: get return-type
alias_wrong_list: Getting = IntListBox([1])  # E: get return-type
alias_missing: Getting = Cell(1)  # E: get missing-member
generic_alias_right: GettingOf[int] = IntBox(1)
generic_alias_wrong: GettingOf[str] = IntBox(1)  # E: get return-type
annotated_alias_right: AnnotatedGetting = IntBox(1)
annotated_alias_wrong: AnnotatedGetting = IntListBox([1])  # E: get return-type


class Record(TypedDict):
    number: Number
    text: Text
    numbers: Numbers
    pair: Pair[int]
    maybe: Maybe[str]
    table: Table2[str, int]
    mode: Mode
    tree: Tree
    chain: Chain[int]


class Partial(TypedDict, total=False):
    number: Number
    text: Text
    numbers: Numbers
    pair: Pair[int]
    maybe: Maybe[str]
    table: Table2[str, int]
    mode: Mode
    tree: Tree
    chain: Chain[int]


record: Record = {"number": 1.5, "text": "a", "numbers": [1, 2.5], "pair": (1, 2), "maybe": None, "table": {"a": [1]}, "mode": "r", "tree": {"a": {"b": 1}}, "chain": (1, (2, None))}
number_int: Partial = {"number": 1}
number_wrong: Partial = {"number": "a"}  # E: number wrong-value
text_wrong: Partial = {"text": 1}  # E: text wrong-value
numbers_wrong: Partial = {"numbers": [1, "a"]}  # E: numbers[1] wrong-value
pair_wrong_item: Partial = {"pair": (1, "a")}  # E: pair[1] wrong-value
pair_too_long: Partial = {"pair": (1, 2, 3)}  # E: pair wrong-value
maybe_wrong: Partial = {"maybe": 1}  # E: maybe wrong-value
table_wrong: Partial = {"table": {"a": ["b"]}}  # E: table['a'][0] wrong-value
table_key_wrong: Partial = {"table": {1: [1]}}  # E: table[1] wrong-value
mode_wrong: Partial = {"mode": "x"}  # E: mode wrong-literal
tree_deep: Partial = {"tree": {"a": {"b": {"c": {"d": 1}}}}}
tree_deep_wrong: Partial = {"tree": {"a": {"b": "c"}}}  # E: tree['a']['b'] wrong-value
chain_deep: Partial = {"chain": (1, (2, (3, None)))}
chain_deep_wrong: Partial = {"chain": (1, ("a", None))}  # E: chain[1][0] wrong-value

# Generic TypedDicts in the new syntax


class Page[T](TypedDict):
    items: Sequence[T]
    total: int


class Response[T](TypedDict):
    page: Page[T]
    first: T


class IntPage(Page[int]):
    note: str


class Wrapped(TypedDict):
    response: Response[int]
    pages: list[Page[str]]


page_right: Page[int] = {"items": [1], "total": 1}
page_wrong: Page[int] = {"items": ["a"], "total": 1}  # E: items[0] wrong-value
response_right: Response[int] = {"page": {"items": [1], "total": 1}, "first": 1}
response_wrong: Response[int] = {"page": {"items": ["a"], "total": 1}, "first": 1}  # E: page.items[0] wrong-value
response_first_wrong: Response[int] = {"page": {"items": [1], "total": 1}, "first": "a"}  # E: first wrong-value
int_page_right: IntPage = {"items": [1], "total": 1, "note": "a"}
int_page_wrong: IntPage = {"items": ["a"], "total": 1, "note": "a"}  # E: items[0] wrong-value
wrapped_right: Wrapped = {"response": {"page": {"items": [1], "total": 1}, "first": 1}, "pages": [{"items": ["a"], "total": 1}]}
wrapped_wrong: Wrapped = {"response": {"page": {"items": ["a"], "total": 1}, "first": 1}, "pages": []}  # E: response.page.items[0] wrong-value
wrapped_pages_wrong: Wrapped = {"response": {"page": {"items": [], "total": 1}, "first": 1}, "pages": [{"items": [1], "total": 1}]}  # E: pages[0].items[0] wrong-value

# Methods with type parameters of their own


class Transform(Protocol):
    def run[S](self, value: S, /) -> S: ...


class Maker(Protocol):
    def make(self, value: int, /) -> list[int]: ...


class Same:
    def run[R](self, value: R, /) -> R:
        return value


class Lists:
    def make[R](self, value: R, /) -> list[R]:
        return [value]


class Awaits:
    def make[R](self, value: R, /) -> Awaitable[list[R]]:
        raise LookupError


class TooMany:
    def run[R](self, value: R, other: R, /) -> R:
        return value


transform_right: Transform = Same()
transform_too_many: Transform = TooMany()  # E: run extra-required-parameter
maker_right: Maker = Lists()
maker_awaits: Maker = Awaits()  # E: make async-for-sync

# Parameters that classes of one name have are told apart


class Outer[T]:
    class Inner[T]:  # type: ignore
        def get(self) -> T:
            raise LookupError

    def items(self) -> Iterator[T]:
        raise LookupError


class OuterInt(Outer[int]):
    pass


class InnerText(Outer.Inner[str]):
    pass


inner_right: Getter[str] = InnerText()
inner_wrong: Getter[int] = InnerText()  # E: get return-type
