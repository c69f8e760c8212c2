"""Defaults of type parameters in the syntax of PEP 696, and `ReadOnly` of the standard library."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, NotRequired, Protocol, ReadOnly, Required, TypedDict, TypeVar

D = TypeVar("D", default=str)


class Getter[T = int](Protocol):
    def get(self) -> T: ...


class Sink[T = str](Protocol):
    def put(self, item: T, /) -> None: ...


class Pair[A = int, B = A](Protocol):
    def first(self) -> A: ...

    def second(self) -> B: ...


class Lists[A = int, B = list[A]](Protocol):
    def first(self) -> A: ...

    def second(self) -> B: ...


class OldDefault(Protocol[D]):
    def get(self) -> D: ...


class Inherited(Getter, Protocol): ...


class GivenText(Getter[str], Protocol): ...


class Ints:
    def get(self) -> int:
        return 1

    def put(self, item: int, /) -> None: ...

    def first(self) -> int:
        return 1

    def second(self) -> int:
        return 1


class Texts:
    def get(self) -> str:
        return "a"

    def put(self, item: str, /) -> None: ...

    def first(self) -> str:
        return "a"

    def second(self) -> str:
        return "a"


class ListOfInts(Ints):
    def second(self) -> list[int]:  # type: ignore[override]
        return [1]


class Box[T = int]:
    def get(self) -> T:
        raise LookupError


class BoxOfDefault(Box):
    pass


class BoxOfText(Box[str]):
    pass


class Cell[T = int, U = list[T]]:
    def first(self) -> T:
        raise LookupError

    def second(self) -> U:
        raise LookupError


class CellOfText(Cell[str]):
    pass


class CellOfBoth(Cell[str, int]):
    pass


getter: Getter = Ints()
getter_wrong: Getter = Texts()  # E: get return-type
getter_given: Getter[str] = Texts()
getter_given_wrong: Getter[str] = Ints()  # E: get return-type
sink: Sink = Texts()
sink_wrong: Sink = Ints()  # E: put parameter-type
pair: Pair = Ints()
pair_wrong: Pair = Texts()  # E: first return-type; second return-type
pair_text: Pair[str] = Texts()
pair_text_wrong: Pair[str] = Ints()  # E: first return-type; second return-type
pair_both: Pair[int, int] = Ints()
pair_both_wrong: Pair[int, str] = Ints()  # E: second return-type
lists: Lists = ListOfInts()
lists_wrong: Lists = Ints()  # E: second return-type
lists_text_wrong: Lists[str] = Texts()  # E: second return-type
lists_given: Lists[int, int] = Ints()
old: OldDefault = Texts()
old_wrong: OldDefault = Ints()  # E: get return-type
inherited: Inherited = Ints()
inherited_wrong: Inherited = Texts()  # E: get return-type
given: GivenText = Texts()
given_wrong: GivenText = Ints()  # E: get return-type
box: Getter[int] = BoxOfDefault()
box_wrong: Getter[str] = BoxOfDefault()  # E: get return-type
box_text: Getter[str] = BoxOfText()
box_text_wrong: Getter[int] = BoxOfText()  # E: get return-type
cell: Lists[str, list[str]] = CellOfText()
cell_wrong: Lists[str, list[int]] = CellOfText()  # E: second return-type
cell_both: Lists[str, int] = CellOfBoth()
cell_both_wrong: Lists[int, str] = CellOfBoth()  # E: first return-type; second return-type

# Aliases with defaults

type GetterOf[T = int] = Getter[T]
type PageOf[T = str] = Page[T]

alias: GetterOf[str] = Texts()
alias_wrong: GetterOf[str] = Ints()  # E: get return-type
alias_default: GetterOf = Ints()
alias_default_wrong: GetterOf = Texts()  # E: get return-type

# TypedDicts


class Page[T = int](TypedDict):
    items: Sequence[T]
    first: NotRequired[ReadOnly[T]]


class Fixed(TypedDict):
    name: ReadOnly[str]
    age: NotRequired[ReadOnly[int]]
    nick: ReadOnly[NotRequired[str]]


class FixedPartial(TypedDict, total=False):
    name: Required[ReadOnly[str]]
    age: ReadOnly[Annotated[int, "whatever"]]


class FixedBelow(Fixed):
    name: str


page: Page = {"items": [1]}
page_wrong: Page = {"items": ["a"]}  # E: items[0] wrong-value
page_first_wrong: Page = {"items": [1], "first": "a"}  # E: first wrong-value
page_text: Page[str] = {"items": ["a"], "first": "a"}
page_text_wrong: Page[str] = {"items": [1]}  # E: items[0] wrong-value
page_alias: PageOf = {"items": ["a"]}
page_alias_wrong: PageOf = {"items": [1]}  # E: items[0] wrong-value
page_alias_given: PageOf[int] = {"items": [1]}
page_alias_given_wrong: PageOf[int] = {"items": ["a"]}  # E: items[0] wrong-value
fixed: Fixed = {"name": "a"}
fixed_wrong: Fixed = {"name": 1, "age": "a", "nick": 2}  # E: name wrong-value; age wrong-value; nick wrong-value
fixed_none: Fixed = {"name": "a", "age": None, "nick": None}  # E: age none-for-absent-key; nick none-for-absent-key
fixed_missing: Fixed = {"age": 1}  # E: name missing-key
fixed_partial: FixedPartial = {"name": "a"}
fixed_partial_missing: FixedPartial = {"age": 1}  # E: name missing-key
fixed_partial_wrong: FixedPartial = {"name": "a", "age": "b"}  # E: age wrong-value
fixed_below: FixedBelow = {"name": "a", "age": 1}
fixed_below_wrong: FixedBelow = {"name": 1}  # E: name wrong-value
