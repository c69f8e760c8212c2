"""Annotations that are evaluated when they are asked for: a name that is not there makes one annotation unknown."""

# fmt: off
import typing as t
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from typing import TYPE_CHECKING, Annotated, Any, Concatenate, Generic, Literal, Optional, ParamSpec, Protocol, Self
from typing import TypedDict, TypeVar, Union, Unpack, overload

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

P = ParamSpec("P")
T = TypeVar("T")


class Take(Protocol):
    def f(self, a: int) -> int: ...


class Same:
    def f(self, a: int) -> int: ...


class Text:
    def f(self, a: str) -> int: ...


class GivesText:
    def f(self, a: int) -> str: ...


class QuotedTwice:
    def f(self, a: "int") -> "int": ...


class QuotedTwiceText:
    def f(self, a: "str") -> "str": ...


class InUnion:
    def f(self, a: int | str) -> int: ...


class InOldUnion:
    def f(self, a: Union[int, "str"]) -> Optional[int]: ...


class ByModule:
    def f(self, a: t.Union[int, str]) -> t.Any: ...


class OpenAny:
    def f(self, *args: Any, **kwargs: Any) -> int: ...


class OpenObject:
    def f(self, *args: object, **kwargs: object) -> int: ...


class OpenText:
    def f(self, *args: str, **kwargs: str) -> int: ...


class Later:
    async def f(self, a: int) -> int: ...


class GivesLater:
    def f(self, a: int) -> Awaitable[int]: ...


class Own:
    def f(self, a: int) -> Own: ...


class NotYetDefined:
    def f(self, a: int) -> DefinedLater: ...


class DefinedLater(int): ...


same: Take = Same()
text: Take = Text()  # E: f parameter-type
gives_text: Take = GivesText()  # E: f return-type
quoted_twice: Take = QuotedTwice()
quoted_twice_text: Take = QuotedTwiceText()  # E: f parameter-type; f return-type
in_union: Take = InUnion()
in_old_union: Take = InOldUnion()  # E: f return-type
by_module: Take = ByModule()
open_any: Take = OpenAny()
open_object: Take = OpenObject()
open_text: Take = OpenText()  # E: f parameter-type
later: Take = Later()  # E: f async-for-sync
gives_later: Take = GivesLater()  # E: f async-for-sync
own: Take = Own()  # E: f return-type
not_yet_defined: Take = NotYetDefined()


# Names that exist for type checkers alone


class TakesDecimal(Protocol):
    def g(self, a: Decimal, b: int) -> int: ...


class GivesDecimal(Protocol):
    def g(self, a: int) -> Decimal: ...


class GivesLaterDecimal(Protocol):
    async def g(self, a: int) -> Decimal: ...


class DecimalOrInt(Protocol):
    def g(self, a: Decimal | int) -> Decimal | int: ...


class DecimalList(Protocol):
    def g(self, a: list[Decimal]) -> list[Decimal]: ...


class OnlyB(Protocol):
    def g(self, a: int, b: int) -> int: ...


class SameDecimal:
    def g(self, a: Decimal, b: int) -> int: ...


class SameDecimalText:
    def g(self, a: Decimal, b: str) -> int: ...


class SameDecimalResult:
    def g(self, a: Decimal, b: int) -> str: ...


class IntForDecimal:
    def g(self, a: int, b: int) -> int: ...


class FractionForDecimal:
    def g(self, a: Fraction, b: int) -> int: ...


class DecimalFewer:
    def g(self, a: Decimal) -> int: ...


class DecimalRenamed:
    def g(self, x: Decimal, b: int) -> int: ...


class DecimalLater:
    async def g(self, a: Decimal, b: int) -> int: ...


class DecimalResult:
    def g(self, a: int) -> Decimal: ...


class DecimalResultText:
    def g(self, a: str) -> Decimal: ...


class DecimalResultLater:
    async def g(self, a: int) -> Decimal: ...


class DecimalResultAwaitable:
    def g(self, a: int) -> Awaitable[Decimal]: ...


class IntResult:
    def g(self, a: int) -> int: ...


class IntResultLater:
    async def g(self, a: int) -> int: ...


class DecimalOrIntSame:
    def g(self, a: Decimal | int) -> Decimal | int: ...


class DecimalOrIntText:
    def g(self, a: str) -> int: ...


class DecimalOrIntOne:
    def g(self, a: object) -> int: ...


class DecimalListSame:
    def g(self, a: list[Decimal]) -> list[Decimal]: ...


class DecimalListText:
    def g(self, a: str) -> list[Decimal]: ...


class AnnotatedDecimal:
    def g(self, a: Annotated[Decimal, "money"], b: Annotated[str, "text"]) -> int: ...


class OptionalDecimal:
    def g(self, a: Optional[Decimal], b: int) -> int: ...


class ArgsOfDecimal:
    def g(self, *args: Decimal | int, **kwargs: Decimal | int) -> int: ...


takes_decimal: TakesDecimal = SameDecimal()
takes_decimal_text: TakesDecimal = SameDecimalText()  # E: g parameter-type
takes_decimal_result: TakesDecimal = SameDecimalResult()  # E: g return-type
takes_decimal_int: TakesDecimal = IntForDecimal()  # S: the name exists for type checkers alone
takes_decimal_fraction: TakesDecimal = FractionForDecimal()  # S: the names exist for type checkers alone
takes_decimal_fewer: TakesDecimal = DecimalFewer()  # E: g too-few-parameters
takes_decimal_renamed: TakesDecimal = DecimalRenamed()  # E: g parameter-name
takes_decimal_later: TakesDecimal = DecimalLater()  # E: g async-for-sync
takes_decimal_annotated: TakesDecimal = AnnotatedDecimal()  # E: g parameter-type
takes_decimal_optional: TakesDecimal = OptionalDecimal()
takes_decimal_args: TakesDecimal = ArgsOfDecimal()
only_b_decimal: OnlyB = SameDecimal()  # S: the name exists for type checkers alone
only_b_decimal_text: OnlyB = SameDecimalText()  # E: g parameter-type
only_b_decimal_result: OnlyB = SameDecimalResult()  # E: g return-type
gives_decimal: GivesDecimal = DecimalResult()
gives_decimal_text: GivesDecimal = DecimalResultText()  # E: g parameter-type
gives_decimal_later: GivesDecimal = DecimalResultLater()  # S: the result's name exists for type checkers alone
gives_decimal_int: GivesDecimal = IntResult()  # S: the name exists for type checkers alone
later_decimal: GivesLaterDecimal = DecimalResultLater()
later_decimal_sync: GivesLaterDecimal = DecimalResult()  # S: the result's name exists for type checkers alone
later_decimal_awaitable: GivesLaterDecimal = DecimalResultAwaitable()  # S: an awaitable can be awaited
later_decimal_int: GivesLaterDecimal = IntResultLater()  # S: the name exists for type checkers alone
later_decimal_int_sync: GivesLaterDecimal = IntResult()  # E: g sync-for-async
decimal_or_int: DecimalOrInt = DecimalOrIntSame()
decimal_or_int_text: DecimalOrInt = DecimalOrIntText()  # E: g parameter-type
decimal_or_int_one: DecimalOrInt = DecimalOrIntOne()
decimal_list: DecimalList = DecimalListSame()
decimal_list_text: DecimalList = DecimalListText()  # E: g parameter-type


# Names of a function's own scope


def make() -> Any:
    class Local: ...

    class LocalBoth:
        def f(self, a: int) -> Local: ...

    class LocalText:
        def f(self, a: str) -> Local: ...

    return LocalBoth(), LocalText()


local_both: Take = make()[0]  # R: f return-type -- pyright knows nothing of it
local_text: Take = make()[1]  # R: f parameter-type; f return-type -- pyright knows nothing of it


# Kinds, by text


class Maybe(Protocol):
    def m(self) -> int | Awaitable[int]: ...


class MaybeSync:
    def m(self) -> int: ...


class MaybeAsync:
    async def m(self) -> int: ...


class MaybeText:
    def m(self) -> str: ...


class MaybeAsyncText:
    async def m(self) -> str: ...


class MaybeUnknown:
    def m(self) -> Decimal: ...


maybe_sync: Maybe = MaybeSync()
maybe_async: Maybe = MaybeAsync()
maybe_text: Maybe = MaybeText()  # E: m return-type
maybe_async_text: Maybe = MaybeAsyncText()  # E: m return-type
maybe_unknown: Maybe = MaybeUnknown()  # S: the name exists for type checkers alone


class Stream(Protocol):
    def s(self) -> AsyncIterator[int]: ...


class StreamGenerates:
    async def s(self) -> AsyncIterator[int]:
        yield 1


class StreamText:
    async def s(self) -> AsyncIterator[str]:
        yield ""


class StreamCoroutine:
    async def s(self) -> AsyncIterator[int]: ...


class StreamOwn:
    def s(self) -> OwnStream: ...


class OwnStream:
    def __aiter__(self) -> Self: ...
    async def __anext__(self) -> int: ...


stream: Stream = StreamGenerates()
stream_text: Stream = StreamText()  # E: s return-type
stream_coroutine: Stream = StreamCoroutine()  # E: s coroutine-for-iterator
stream_own: Stream = StreamOwn()


# Special forms, by text


class Call(Protocol[P]):
    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> int: ...


class Options(TypedDict):
    k: int


class Named(Protocol):
    def n(self, **kwargs: Unpack[Options]) -> int: ...


class NamedSame:
    def n(self, **kwargs: Unpack[Options]) -> int: ...


class NamedText:
    def n(self, *, k: str) -> int: ...


class NamedOpen:
    def n(self, **kwargs: object) -> int: ...


class Modes(Protocol):
    def o(self, mode: Literal["r", "w"]) -> int: ...


class ModesSame:
    def o(self, mode: Literal["r", "w"]) -> int: ...


class ModesFewer:
    def o(self, mode: Literal["r"]) -> int: ...


class Overloaded(Protocol):
    @overload
    def p(self, a: int) -> int: ...
    @overload
    def p(self, a: str) -> str: ...


class OverloadedSame:
    @overload
    def p(self, a: int) -> int: ...
    @overload
    def p(self, a: str) -> str: ...
    def p(self, a: int | str) -> int | str: ...


class OverloadedMissing:
    @overload
    def p(self, a: int) -> int: ...
    @overload
    def p(self, a: Decimal) -> str: ...
    def p(self, a: int | Decimal) -> int | str: ...


class OverloadedPlain:
    def p(self, a: int | str) -> Any: ...


class SelfProtocol(Protocol):
    def q(self) -> Self: ...


class SelfSame:
    def q(self) -> Self: ...


class SelfNamed:
    def q(self) -> SelfNamed: ...


class SelfOther:
    def q(self) -> SelfSame: ...


def one(a: int) -> int: ...
def one_text(a: str) -> int: ...
def one_decimal(a: Decimal) -> int: ...


call_one: Call[[int]] = one
call_one_text: Call[[int]] = one_text  # E: __call__ parameter-type
call_one_decimal: Call[[int]] = one_decimal  # S: the name exists for type checkers alone
call_any: Call[...] = one
named_same: Named = NamedSame()
named_text: Named = NamedText()  # E: n parameter-type
named_open: Named = NamedOpen()
modes_same: Modes = ModesSame()
modes_fewer: Modes = ModesFewer()  # E: o parameter-type
overloaded_same: Overloaded = OverloadedSame()
overloaded_missing: Overloaded = OverloadedMissing()  # S: the name exists for type checkers alone
overloaded_plain: Overloaded = OverloadedPlain()
self_same: SelfProtocol = SelfSame()
self_named: SelfProtocol = SelfNamed()
self_other: SelfProtocol = SelfOther()  # E: q return-type
