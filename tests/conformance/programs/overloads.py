"""Overloads on either side: each overload of the interface needs one of the implementer that takes its calls."""

# fmt: off
from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Any, Literal, Protocol, TypeVar, overload

T = TypeVar("T")


class Look(Protocol):
    @overload
    def f(self, a: int) -> int: ...
    @overload
    def f(self, a: str) -> str: ...


class Same:
    @overload
    def f(self, a: int) -> int: ...
    @overload
    def f(self, a: str) -> str: ...
    def f(self, a: int | str) -> int | str: ...


class Reordered:
    @overload
    def f(self, a: str) -> str: ...
    @overload
    def f(self, a: int) -> int: ...
    def f(self, a: int | str) -> int | str: ...


class More:
    @overload
    def f(self, a: int) -> int: ...
    @overload
    def f(self, a: str) -> str: ...
    @overload
    def f(self, a: bytes) -> bytes: ...
    def f(self, a: int | str | bytes) -> int | str | bytes: ...


class MissingOne:
    @overload
    def f(self, a: int) -> int: ...
    @overload
    def f(self, a: bytes) -> bytes: ...
    def f(self, a: int | bytes) -> int | bytes: ...


class WrongResult:
    @overload
    def f(self, a: int) -> int: ...
    @overload
    def f(self, a: str) -> int: ...
    def f(self, a: int | str) -> int: ...


class Swapped:
    @overload
    def f(self, a: int) -> str: ...
    @overload
    def f(self, a: str) -> int: ...
    def f(self, a: int | str) -> int | str: ...


class Wider:
    @overload
    def f(self, a: float) -> int: ...  # type: ignore
    @overload
    def f(self, a: object) -> str: ...
    def f(self, a: object) -> int | str: ...  # type: ignore


class Narrower:
    @overload
    def f(self, a: bool) -> int: ...
    @overload
    def f(self, a: str) -> str: ...
    def f(self, a: bool | str) -> int | str: ...


class OptionalMore:
    @overload
    def f(self, a: int, b: int = 0) -> int: ...
    @overload
    def f(self, a: str, b: int = 0) -> str: ...
    def f(self, a: int | str, b: int = 0) -> int | str: ...


class RequiredMore:
    @overload
    def f(self, a: int, b: int) -> int: ...
    @overload
    def f(self, a: str, b: int) -> str: ...
    def f(self, a: int | str, b: int) -> int | str: ...


class OneRequiredMore:
    @overload
    def f(self, a: int) -> int: ...
    @overload
    def f(self, a: str, b: int) -> str: ...
    def f(self, a: int | str, b: int = 0) -> int | str: ...


class Renamed:
    @overload
    def f(self, x: int) -> int: ...
    @overload
    def f(self, x: str) -> str: ...
    def f(self, x: int | str) -> int | str: ...


class Plain:
    def f(self, a: int | str) -> int | str: ...


class PlainNever:
    def f(self, a: int | str) -> Any: ...


class PlainOneResult:
    def f(self, a: int | str) -> int: ...


class PlainNarrow:
    def f(self, a: int) -> int: ...


class PlainObject:
    def f(self, a: object) -> Any: ...


class PlainUnannotated:
    def f(self, a): return a


class PlainVariable:
    def f(self, a: T) -> T: ...


class PlainOpen:
    def f(self, *args: Any, **kwargs: Any) -> Any: ...


class PlainRenamed:
    def f(self, x: int | str) -> Any: ...


class PlainNone:
    def f(self) -> Any: ...


class PlainTwo:
    def f(self, a: Any, b: Any) -> Any: ...


class LaterAll:
    @overload
    async def f(self, a: int) -> int: ...
    @overload
    async def f(self, a: str) -> str: ...
    async def f(self, a: int | str) -> int | str: ...


class Static:
    @overload
    @staticmethod
    def f(a: int) -> int: ...
    @overload
    @staticmethod
    def f(a: str) -> str: ...
    @staticmethod
    def f(a: int | str) -> int | str: ...


class StaticWrong:
    @overload
    @staticmethod
    def f(a: int) -> int: ...
    @overload
    @staticmethod
    def f(a: bytes) -> bytes: ...
    @staticmethod
    def f(a: int | bytes) -> int | bytes: ...


class OfClass:
    @overload
    @classmethod
    def f(cls, a: int) -> int: ...
    @overload
    @classmethod
    def f(cls, a: str) -> str: ...
    @classmethod
    def f(cls, a: int | str) -> int | str: ...


class Inherited(Same): ...


class InObject:
    def __init__(self) -> None:
        self.f = Same().f


class InObjectWrong:
    def __init__(self) -> None:
        self.f = MissingOne().f


class UnannotatedImplementation:
    @overload
    def f(self, a: int) -> int: ...
    @overload
    def f(self, a: str) -> str: ...
    def f(self, a): return a


class OpenImplementation:
    @overload
    def f(self, a: int) -> int: ...
    @overload
    def f(self, a: bytes) -> bytes: ...
    def f(self, *args: Any, **kwargs: Any) -> Any: ...


class ImplementationInQuotes:
    @overload
    def f(self, a: "int") -> "int": ...
    @overload
    def f(self, a: "str") -> "str": ...
    def f(self, a: "int | str") -> "int | str": ...


same: Look = Same()
reordered: Look = Reordered()
more: Look = More()
missing_one: Look = MissingOne()  # E: f parameter-type
wrong_result: Look = WrongResult()  # E: f return-type
swapped: Look = Swapped()  # E: f return-type
wider: Look = Wider()
narrower: Look = Narrower()  # E: f parameter-type
optional_more: Look = OptionalMore()
required_more: Look = RequiredMore()  # E: f extra-required-parameter
one_required_more: Look = OneRequiredMore()  # E: f extra-required-parameter|parameter-type
renamed: Look = Renamed()  # E: f parameter-name
plain: Look = Plain()  # E: f return-type
plain_never: Look = PlainNever()
plain_one_result: Look = PlainOneResult()  # E: f return-type
plain_narrow: Look = PlainNarrow()  # E: f parameter-type; f return-type
plain_object: Look = PlainObject()
plain_unannotated: Look = PlainUnannotated()
plain_variable: Look = PlainVariable()  # S: what the variable takes is what it gives
plain_open: Look = PlainOpen()
plain_renamed: Look = PlainRenamed()  # E: f parameter-name
plain_none: Look = PlainNone()  # E: f too-few-parameters
plain_two: Look = PlainTwo()  # E: f extra-required-parameter
later_all: Look = LaterAll()  # E: f async-for-sync
static: Look = Static()
static_wrong: Look = StaticWrong()  # E: f parameter-type
of_class: Look = OfClass()
inherited: Look = Inherited()
in_object: Look = InObject()
in_object_wrong: Look = InObjectWrong()  # E: f parameter-type
unannotated_implementation: Look = UnannotatedImplementation()
open_implementation: Look = OpenImplementation()  # E: f parameter-type
implementation_in_quotes: Look = ImplementationInQuotes()


# Functions


class LookCall(Protocol):
    @overload
    def __call__(self, a: int) -> int: ...
    @overload
    def __call__(self, a: str) -> str: ...


@overload
def same_call(a: int) -> int: ...
@overload
def same_call(a: str) -> str: ...
def same_call(a: int | str) -> int | str: ...


@overload
def missing_call(a: int) -> int: ...
@overload
def missing_call(a: bytes) -> bytes: ...
def missing_call(a: int | bytes) -> int | bytes: ...


def plain_call(a: Any) -> Any: ...
def narrow_call(a: int) -> Any: ...
def none_call() -> Any: ...
def variable_call(a: T) -> T: ...


class SameCallee:
    @overload
    def __call__(self, a: int) -> int: ...
    @overload
    def __call__(self, a: str) -> str: ...
    def __call__(self, a: int | str) -> int | str: ...


class MissingCallee:
    @overload
    def __call__(self, a: int) -> int: ...
    @overload
    def __call__(self, a: bytes) -> bytes: ...
    def __call__(self, a: int | bytes) -> int | bytes: ...


by_same_call: LookCall = same_call
by_missing_call: LookCall = missing_call  # E: __call__ parameter-type
by_plain_call: LookCall = plain_call
by_narrow_call: LookCall = narrow_call  # E: __call__ parameter-type
by_none_call: LookCall = none_call  # E: __call__ too-few-parameters
by_variable_call: LookCall = variable_call
by_same_callee: LookCall = SameCallee()
by_missing_callee: LookCall = MissingCallee()  # E: __call__ parameter-type
by_lambda: LookCall = lambda a: a


# An overloaded implementer of an interface without overloads


class TakeInt(Protocol):
    def f(self, a: int) -> int: ...


class TakeEither(Protocol):
    def f(self, a: int | str) -> int | str: ...


class TakeEitherGiveInt(Protocol):
    def f(self, a: int | str) -> int: ...


class TakeBytes(Protocol):
    def f(self, a: bytes) -> object: ...


class TakeOptional(Protocol):
    def f(self, a: int | None = None) -> int | None: ...


class Optionally:
    @overload
    def f(self, a: None = None) -> None: ...
    @overload
    def f(self, a: int) -> int: ...
    def f(self, a: int | None = None) -> int | None: ...


class OptionallyWhole:
    @overload
    def f(self, a: None = None) -> None: ...
    @overload
    def f(self, a: int | None = None) -> int | None: ...
    def f(self, a: int | None = None) -> int | None: ...


class NeverOptionally:
    @overload
    def f(self, a: None) -> None: ...
    @overload
    def f(self, a: int) -> int: ...
    def f(self, a: int | None) -> int | None: ...


take_int_same: TakeInt = Same()
take_int_reordered: TakeInt = Reordered()
take_int_swapped: TakeInt = Swapped()  # E: f return-type
take_int_narrower: TakeInt = Narrower()  # E: f parameter-type
take_int_missing_one: TakeInt = MissingOne()
take_int_required: TakeInt = RequiredMore()  # E: f extra-required-parameter
take_int_one_required: TakeInt = OneRequiredMore()
take_int_open: TakeInt = OpenImplementation()
take_int_later: TakeInt = LaterAll()  # E: f async-for-sync
take_either: TakeEither = Same()  # S: each call of a union's members is taken by an overload
take_either_wrong: TakeEither = MissingOne()  # E: f parameter-type
take_either_whole: TakeEither = Plain()
take_either_give_int: TakeEitherGiveInt = Same()  # E: f return-type
take_bytes: TakeBytes = Same()  # E: f parameter-type
take_bytes_more: TakeBytes = More()
take_optional: TakeOptional = Optionally()  # S: each call of a union's members is taken by an overload
take_optional_whole: TakeOptional = OptionallyWhole()
take_optional_never: TakeOptional = NeverOptionally()  # E: f parameter-required|extra-required-parameter


# Overloads that differ in number, names and literals


class Open_(Protocol):
    @overload
    def f(self, mode: Literal["r"] = "r") -> str: ...
    @overload
    def f(self, mode: Literal["b"]) -> bytes: ...


class OpenSame:
    @overload
    def f(self, mode: Literal["r"] = "r") -> str: ...
    @overload
    def f(self, mode: Literal["b"]) -> bytes: ...
    def f(self, mode: str = "r") -> str | bytes: ...


class OpenText:
    def f(self, mode: str = "r") -> Any: ...


class OpenMore:
    @overload
    def f(self, mode: Literal["r"] = "r") -> str: ...
    @overload
    def f(self, mode: Literal["b", "x"]) -> bytes: ...
    def f(self, mode: str = "r") -> str | bytes: ...


class OpenOther:
    @overload
    def f(self, mode: Literal["r"] = "r") -> str: ...
    @overload
    def f(self, mode: Literal["x"]) -> bytes: ...
    def f(self, mode: str = "r") -> str | bytes: ...


class OpenRequired:
    @overload
    def f(self, mode: Literal["r"]) -> str: ...
    @overload
    def f(self, mode: Literal["b"]) -> bytes: ...
    def f(self, mode: str) -> str | bytes: ...


open_same: Open_ = OpenSame()
open_text: Open_ = OpenText()
open_more: Open_ = OpenMore()
open_other: Open_ = OpenOther()  # E: f parameter-type
open_required: Open_ = OpenRequired()  # E: f parameter-required


class Arity(Protocol):
    @overload
    def f(self) -> int: ...
    @overload
    def f(self, a: int, b: int) -> str: ...


class AritySame:
    @overload
    def f(self) -> int: ...
    @overload
    def f(self, a: int, b: int) -> str: ...
    def f(self, a: int = 0, b: int = 0) -> int | str: ...


class ArityOptional:
    def f(self, a: int = 0, b: int = 0) -> Any: ...


class ArityOne:
    def f(self, a: int = 0) -> Any: ...


class ArityRequired:
    def f(self, a: int, b: int) -> Any: ...


class ArityArgs:
    def f(self, *args: int) -> Any: ...


class ArityOnly:
    @overload
    def f(self) -> int: ...
    @overload
    def f(self, a: int, b: int, c: int) -> str: ...
    def f(self, a: int = 0, b: int = 0, c: int = 0) -> int | str: ...


arity_same: Arity = AritySame()
arity_optional: Arity = ArityOptional()
arity_one: Arity = ArityOne()  # E: f too-few-parameters
arity_required: Arity = ArityRequired()  # E: f extra-required-parameter|parameter-required
arity_args: Arity = ArityArgs()  # E: f parameter-name
arity_only: Arity = ArityOnly()  # E: f extra-required-parameter


class Later(Protocol):
    @overload
    async def f(self, a: int) -> int: ...
    @overload
    async def f(self, a: str) -> str: ...


class LaterWrong:
    @overload
    async def f(self, a: int) -> int: ...
    @overload
    async def f(self, a: str) -> int: ...
    async def f(self, a: int | str) -> int: ...


class LaterPlain:
    async def f(self, a: Any) -> Any: ...


class LaterHalf:
    @overload
    async def f(self, a: int) -> int: ...
    @overload
    def f(self, a: str) -> str: ...
    def f(self, a: int | str) -> Any: ...


later_same: Later = LaterAll()
later_wrong: Later = LaterWrong()  # E: f return-type
later_plain: Later = LaterPlain()
later_half: Later = LaterHalf()  # E: f sync-for-async
later_sync: Later = Same()  # E: f sync-for-async


class Half(Protocol):
    @overload
    def f(self, a: int) -> int: ...
    @overload
    async def f(self, a: str) -> str: ...


half_same: Half = LaterHalf()  # E: f async-for-sync; f sync-for-async


class HalfSame:
    @overload
    def f(self, a: int) -> int: ...
    @overload
    async def f(self, a: str) -> str: ...
    def f(self, a: int | str) -> Any: ...


half_right: Half = HalfSame()


class Generic_(Protocol):
    @overload
    def f(self, a: type[T]) -> T: ...
    @overload
    def f(self, a: str) -> Any: ...


class GenericSame:
    @overload
    def f(self, a: type[T]) -> T: ...
    @overload
    def f(self, a: str) -> Any: ...
    def f(self, a: Any) -> Any: ...


class GenericPlain:
    def f(self, a: Any) -> Any: ...


class GenericMissing:
    def f(self, a: type[T]) -> T: ...


generic_same: Generic_ = GenericSame()
generic_plain: Generic_ = GenericPlain()
generic_missing: Generic_ = GenericMissing()  # E: f parameter-type


# A protocol whose overloads are implemented, as a default


class WithDefault(Protocol):
    @overload
    def f(self, a: int) -> int: ...
    @overload
    def f(self, a: str) -> str: ...
    def f(self, a: int | str) -> int | str:
        return a


class OfDefault(WithDefault): ...


class OfNoDefault(Look): ...


class OverridesOverloads(Look):
    @overload
    def f(self, a: int) -> int: ...
    @overload
    def f(self, a: str) -> str: ...
    def f(self, a: int | str) -> int | str:
        return a


of_default: WithDefault = OfDefault()
of_no_default: Look = OfNoDefault()  # E: f not-implemented
overrides_overloads: Look = OverridesOverloads()
