"""TypedDicts behind the future import, and in quotes: what is required cannot be read from `__required_keys__`."""

from __future__ import annotations

import typing
from collections.abc import Mapping, Sequence

from typing import Annotated, Any, Generic, Optional, Protocol, TypeVar

import typing_extensions
from typing_extensions import NotRequired, ReadOnly, Required, TypedDict

T = TypeVar("T")


class Person(TypedDict):
    name: str
    age: NotRequired[int]


class Partial(TypedDict, total=False):
    name: Required[str]
    age: int
    nick: Optional[str]


class Quoted(TypedDict):
    name: "str"
    age: "NotRequired[int]"
    nick: NotRequired["str"]
    both: "NotRequired['int']"


class OldPerson(typing.TypedDict):
    name: str
    age: typing.NotRequired[int]


class OldPartial(typing.TypedDict, total=False):
    name: typing.Required[str]
    age: int


class Qualified(typing_extensions.TypedDict):
    name: str
    age: typing_extensions.NotRequired[int]
    nick: typing.NotRequired[str]


class Below(Person):
    city: str


class PartialBelow(Person, total=False):
    city: str
    street: Required[str]


class TotalBelow(Partial):
    city: NotRequired[str]
    street: str


class OldBelow(OldPerson, total=False):
    city: str


class Wrapped(TypedDict):
    name: Annotated[str, "whatever"]
    age: Annotated[NotRequired[int], "whatever"]
    nick: NotRequired[Annotated[str, "whatever"]]
    fixed: ReadOnly[NotRequired[int]]
    fixed_too: NotRequired[ReadOnly[int]]


class Later(TypedDict):
    address: NotRequired[Address]
    addresses: list[Address]
    parent: NotRequired[Later | None]


class Address(TypedDict):
    street: str
    town: NotRequired[str]


class Page(TypedDict, Generic[T]):
    items: Sequence[T]
    next: NotRequired[T]


class IntPage(Page[int]):
    note: NotRequired[str]


Functional = TypedDict("Functional", {"name": "str", "age": "NotRequired[int]", "nick": NotRequired["str"]})
FunctionalPartial = TypedDict("FunctionalPartial", {"name": "Required[str]", "age": "int"}, total=False)
OldFunctional = typing.TypedDict("OldFunctional", {"name": "str", "age": "typing.NotRequired[int]"})

person: Person = {"name": "a"}
person_full: Person = {"name": "a", "age": 1}
person_empty: Person = {}  # E: name missing-key
person_age_wrong: Person = {"name": "a", "age": "b"}  # E: age wrong-value
person_age_none: Person = {"name": "a", "age": None}  # E: age none-for-absent-key
person_unknown: Person = {"name": "a", "b": 1}  # E: b unknown-key
partial: Partial = {"name": "a"}
partial_empty: Partial = {}  # E: name missing-key
partial_age: Partial = {"age": 1}  # E: name missing-key
partial_nick: Partial = {"name": "a", "nick": None}
partial_age_none: Partial = {"name": "a", "age": None}  # E: age none-for-absent-key
quoted: Quoted = {"name": "a"}
quoted_full: Quoted = {"name": "a", "age": 1, "nick": "b", "both": 1}
quoted_empty: Quoted = {}  # E: name missing-key
quoted_wrong: Quoted = {"name": "a", "age": "b", "nick": 1, "both": "c"}  # E: age wrong-value; nick wrong-value; both wrong-value
quoted_none: Quoted = {"name": "a", "age": None, "nick": None}  # E: age none-for-absent-key; nick none-for-absent-key
old: OldPerson = {"name": "a"}
old_empty: OldPerson = {}  # E: name missing-key
old_age_none: OldPerson = {"name": "a", "age": None}  # E: age none-for-absent-key
old_partial: OldPartial = {"name": "a"}
old_partial_empty: OldPartial = {}  # E: name missing-key
old_partial_age_none: OldPartial = {"name": "a", "age": None}  # E: age none-for-absent-key
qualified: Qualified = {"name": "a"}
qualified_empty: Qualified = {}  # E: name missing-key
qualified_wrong: Qualified = {"name": "a", "age": "b", "nick": 1}  # E: age wrong-value; nick wrong-value
below: Below = {"name": "a", "city": "b"}
below_missing: Below = {"name": "a"}  # E: city missing-key
below_name_missing: Below = {"city": "a"}  # E: name missing-key
below_age_none: Below = {"name": "a", "city": "b", "age": None}  # E: age none-for-absent-key
partial_below: PartialBelow = {"name": "a", "street": "b"}
partial_below_missing: PartialBelow = {"age": 1}  # E: name missing-key; street missing-key
partial_below_none: PartialBelow = {"name": "a", "street": "b", "city": None}  # E: city none-for-absent-key
total_below: TotalBelow = {"name": "a", "street": "b"}
total_below_missing: TotalBelow = {"age": 1, "city": "a"}  # E: name missing-key; street missing-key
old_below: OldBelow = {"name": "a"}
old_below_missing: OldBelow = {"city": "a"}  # E: name missing-key
wrapped: Wrapped = {"name": "a"}
wrapped_full: Wrapped = {"name": "a", "age": 1, "nick": "b", "fixed": 1, "fixed_too": 1}
wrapped_empty: Wrapped = {}  # E: name missing-key
wrapped_wrong: Wrapped = {"name": "a", "age": "b", "nick": 1, "fixed": "c", "fixed_too": "d"}  # E: age wrong-value; nick wrong-value; fixed wrong-value; fixed_too wrong-value
wrapped_none: Wrapped = {"name": "a", "age": None, "fixed": None}  # E: age none-for-absent-key; fixed none-for-absent-key
later: Later = {"addresses": []}
later_full: Later = {"address": {"street": "a"}, "addresses": [{"street": "b", "town": "c"}], "parent": {"addresses": []}}
later_wrong: Later = {"address": {}, "addresses": [{"street": 1}]}  # E: address.street missing-key; addresses[0].street wrong-value
later_none: Later = {"address": None, "addresses": [], "parent": None}  # E: address none-for-absent-key
later_parent_wrong: Later = {"addresses": [], "parent": {"addresses": None}}  # E: parent.addresses wrong-value
page: Page[int] = {"items": [1]}
page_next_wrong: Page[int] = {"items": [1], "next": "a"}  # E: next wrong-value
page_item_wrong: Page[int] = {"items": ["a"]}  # E: items[0] wrong-value
int_page: IntPage = {"items": [1], "note": "a"}
int_page_wrong: IntPage = {"items": ["a"], "next": "b"}  # E: items[0] wrong-value; next wrong-value
int_page_none: IntPage = {"items": [], "note": None}  # E: note none-for-absent-key
functional: Functional = {"name": "a"}
functional_empty: Functional = {}  # E: name missing-key
functional_wrong: Functional = {"name": "a", "age": "b", "nick": 1}  # E: age wrong-value; nick wrong-value
functional_partial: FunctionalPartial = {"name": "a"}
functional_partial_empty: FunctionalPartial = {}  # E: name missing-key
old_functional: OldFunctional = {"name": "a"}
old_functional_empty: OldFunctional = {}  # E: name missing-key

# Protocols behind the future import


class Store(Protocol[T]):
    size: int
    page: Page[T]

    def find(self, key: str, /) -> T | None: ...

    async def load(self, *keys: str, limit: int = ...) -> Mapping[str, list[T]]: ...

    @property
    def address(self) -> Address | None: ...


class Base(Generic[T]):
    def __init__(self, size: Any = 1, page: Any = None) -> None:
        self.size = size
        self.page: Page[T] = page or {"items": []}

    async def load(self, *keys: str, limit: int = 1) -> dict[str, list[T]]:
        return {}

    @property
    def address(self) -> Address:
        return {"street": "a"}


class Ints(Base[int]):
    def find(self, key: str) -> int | None:
        return None


class Texts(Base[str]):
    def find(self, key: str) -> Optional[str]:
        return None


class ByInt(Base[int]):
    def find(self, key: int) -> int:
        return key




ints: Store[int] = Ints()
ints_wrong: Store[str] = Ints()  # E: find return-type; load return-type
texts: Store[str] = Texts()
by_int: Store[int] = ByInt()  # E: find parameter-type
ints_size: Store[int] = Ints(size="a")  # R: size wrong-value -- what is typed as Any is looked at
ints_page: Store[int] = Ints(page={"items": ["a"]})  # R: page.items[0] wrong-value -- what is typed as Any is looked at
