"""Interfaces that extend others: inherited, overridden and generic members; aliases and `Annotated` forms of interfaces."""

# fmt: off
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Iterator
from typing import Annotated, Any, Generic, Protocol, TypeAlias, TypeVar, Union, overload, runtime_checkable

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
K = TypeVar("K")


class Base: ...
class Derived(Base): ...


class A(Protocol):
    def a(self, x: int) -> Base: ...


class B(Protocol):
    def b(self) -> int: ...


class AB(A, B, Protocol):
    def c(self) -> int: ...


class Only(A, Protocol): ...


class Narrow(A, Protocol):
    def a(self, x: int) -> Derived: ...


class More(A, Protocol):
    def a(self, x: int, y: int = 0) -> Base: ...


class NoProtocol(A):
    def a(self, x: int) -> Base: ...
    def other(self) -> int: ...


class AsDefault(A, Protocol):
    def a(self, x: int) -> Base:
        return Base()


class Diamond(Narrow, More, Protocol):  # type: ignore
    ...


@runtime_checkable
class Checkable(A, Protocol): ...


class HasA:
    def a(self, x: int) -> Base: ...


class HasADerived:
    def a(self, x: int) -> Derived: ...


class HasAMore:
    def a(self, x: int, y: int = 0) -> Base: ...


class HasAText:
    def a(self, x: str) -> Base: ...


class HasB:
    def b(self) -> int: ...


class HasABC:
    def a(self, x: int) -> Base: ...
    def b(self) -> int: ...
    def c(self) -> int: ...


class HasABCWrong:
    def a(self, x: str) -> Base: ...
    async def b(self) -> int: ...
    def c(self, x: int) -> int: ...


class HasC:
    def c(self) -> int: ...


class Combined(HasA, HasB, HasC): ...


class CombinedWrong(HasAText, HasB): ...


class OfNoProtocol(NoProtocol): ...


class OfAsDefault(AsDefault): ...


only: Only = HasA()
only_text: Only = HasAText()  # E: a parameter-type
only_missing: Only = HasB()  # E: a missing-member
both: AB = HasABC()
both_wrong: AB = HasABCWrong()  # E: a parameter-type; b async-for-sync; c extra-required-parameter
both_missing: AB = HasA()  # E: b missing-member; c missing-member
both_combined: AB = Combined()
both_combined_wrong: AB = CombinedWrong()  # E: a parameter-type; c missing-member
narrow: Narrow = HasADerived()
narrow_base: Narrow = HasA()  # E: a return-type
narrow_for_a: A = HasADerived()
more: More = HasAMore()
more_less: More = HasA()  # E: a too-few-parameters
no_protocol: A = OfNoProtocol()
as_default: AsDefault = OfAsDefault()
as_default_for_a: A = OfAsDefault()
as_default_missing: AsDefault = HasB()  # E: a missing-member
checkable: Checkable = HasA()
checkable_text: Checkable = HasAText()  # E: a parameter-type


# Generic ones


class Get(Protocol[T_co]):
    def get(self) -> T_co: ...


class Put(Protocol[T_contra]):
    def put(self, item: T_contra) -> None: ...


class Box(Get[T], Put[T], Protocol[T]): ...


class IntBox(Box[int], Protocol): ...


class Pair(Get[T], Put[K], Protocol[T, K]): ...


class Reversed(Pair[K, T], Protocol[T, K]): ...


class ListGet(Get[list[T]], Protocol[T]): ...


class LaterGet(Get[Awaitable[T]], Protocol[T]): ...


class TextGet(Get[str], Protocol):
    def size(self) -> int: ...


class GetInt:
    def get(self) -> int: ...


class GetText:
    def get(self) -> str: ...
    def size(self) -> int: ...


class GetIntPutInt:
    def get(self) -> int: ...
    def put(self, item: int) -> None: ...


class GetIntPutText:
    def get(self) -> int: ...
    def put(self, item: str) -> None: ...


class GetList:
    def get(self) -> list[int]: ...


class GetLater:
    async def get(self) -> int: ...


class GetSize:
    def get(self) -> int: ...
    def size(self) -> int: ...


box: Box[int] = GetIntPutInt()
box_text: Box[str] = GetIntPutInt()  # E: get return-type; put parameter-type
box_half: Box[int] = GetIntPutText()  # E: put parameter-type
box_open: Box = GetIntPutText()  # S: what a variable stands for is not solved
box_missing: Box[int] = GetInt()  # E: put missing-member
int_box: IntBox = GetIntPutInt()
int_box_half: IntBox = GetIntPutText()  # E: put parameter-type
pair: Pair[int, str] = GetIntPutText()
pair_swapped: Pair[str, int] = GetIntPutText()  # E: get return-type; put parameter-type
reversed_: Reversed[str, int] = GetIntPutText()
reversed_swapped: Reversed[int, str] = GetIntPutText()  # E: get return-type; put parameter-type
list_get: ListGet[int] = GetList()
list_get_text: ListGet[str] = GetList()  # E: get return-type
list_get_int: ListGet[int] = GetInt()  # E: get return-type
later_get: LaterGet[int] = GetLater()
later_get_text: LaterGet[str] = GetLater()  # E: get return-type
later_get_sync: LaterGet[int] = GetInt()  # E: get sync-for-async
text_get: TextGet = GetText()
text_get_int: TextGet = GetSize()  # E: get return-type


# Methods that are generic themselves


class First(Protocol):
    def first(self, items: list[T], /) -> T: ...


class Maps(Protocol):
    def map(self, function: Callable[[T], K], item: T, /) -> K: ...


class FirstSame:
    def first(self, items: list[T], /) -> T: ...


class FirstOther:
    def first(self, items: list[K], /) -> K: ...


class FirstAny:
    def first(self, items: list[Any], /) -> Any: ...


class FirstInt:
    def first(self, items: list[int], /) -> int: ...


class FirstText:
    def first(self, items: str, /) -> Any: ...


class FirstNone:
    def first(self) -> Any: ...


class MapsSame:
    def map(self, function: Callable[[T], K], item: T, /) -> K: ...


class MapsOther:
    def map(self, function: Callable[[K], T], item: K, /) -> T: ...


class MapsOne:
    def map(self, function: Callable[[T], K], /) -> K: ...


class MapsText:
    def map(self, function: str, item: Any, /) -> Any: ...


first_same: First = FirstSame()
first_other: First = FirstOther()
first_any: First = FirstAny()
first_int: First = FirstInt()  # E: first parameter-type; first return-type
first_text: First = FirstText()  # E: first parameter-type
first_none: First = FirstNone()  # E: first too-few-parameters
maps_same: Maps = MapsSame()
maps_other: Maps = MapsOther()
maps_one: Maps = MapsOne()  # E: map too-few-parameters
maps_text: Maps = MapsText()  # E: map parameter-type


# Aliases and other forms of an interface

Alias: TypeAlias = A
GenericAlias: TypeAlias = Get[int]
OpenAlias: TypeAlias = Get[T]
Plain = A
Noted = Annotated[A, "note"]


alias: Alias = HasA()
alias_text: Alias = HasAText()  # E: a parameter-type
plain_alias: Plain = HasA()
plain_alias_text: Plain = HasAText()  # E: a parameter-type
generic_alias: GenericAlias = GetInt()
generic_alias_text: GenericAlias = GetText()  # E: get return-type
open_alias: OpenAlias[int] = GetInt()
open_alias_text: OpenAlias[int] = GetText()  # E: get return-type
open_alias_bare: OpenAlias = GetText()
noted: Noted = HasA()
noted_text: Noted = HasAText()  # E: a parameter-type
noted_in_place: Annotated[A, "note"] = HasA()
noted_in_place_text: Annotated[A, "note"] = HasAText()  # E: a parameter-type
noted_generic: Annotated[Get[int], "note", 7] = GetInt()
noted_generic_text: Annotated[Get[int], "note", 7] = GetText()  # E: get return-type
quoted: "A" = HasA()
quoted_text: "A" = HasAText()  # E: a parameter-type
quoted_generic: "Get[int]" = GetInt()
quoted_generic_text: "Get[int]" = GetText()  # E: get return-type
