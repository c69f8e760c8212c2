"""Signatures with what came in Python 3.13: defaults of type parameters, and `warnings.deprecated`."""

# fmt: off
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, Concatenate, Generic, NoDefault, ParamSpec, Protocol, TypeVar, TypeVarTuple, Unpack, overload
from warnings import deprecated

P = ParamSpec("P", default=[int])
T_co = TypeVar("T_co", covariant=True, default=int)
Ts = TypeVarTuple("Ts", default=Unpack[tuple[int, str]])


class Get[T = int](Protocol):
    def get(self) -> T: ...


class GetNone[T](Protocol):
    def get(self) -> T: ...


class OldGet(Protocol[T_co]):
    def get(self) -> T_co: ...


class Later[T = Awaitable[int]](Protocol):
    def get(self) -> T: ...


class GetOf[S, T = list[S]](Protocol):
    def get(self) -> T: ...
    def put(self, item: S, /) -> None: ...


class Call[**P = [int], R = int](Protocol):
    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R: ...


class AnyCall[**P = ..., R = int](Protocol):
    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R: ...


class OldCall(Protocol[P, T_co]):
    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T_co: ...


class Gather[*Ts = *tuple[int, str]](Protocol):
    def __call__(self, *args: *Ts) -> int: ...


class OldGather(Protocol[*Ts]):
    def __call__(self, *args: *Ts) -> int: ...


class GetsInt:
    def get(self) -> int: ...


class GetsText:
    def get(self) -> str: ...


class GetsLater:
    async def get(self) -> int: ...


class GetsLaterText:
    async def get(self) -> str: ...


class GetsInts:
    def get(self) -> list[int]: ...
    def put(self, item: int, /) -> None: ...


class GetsTexts:
    def get(self) -> list[str]: ...
    def put(self, item: int, /) -> None: ...


def nothing() -> int: ...
def one(a: int) -> int: ...
def one_text(a: str) -> int: ...
def one_gives_text(a: int) -> str: ...
def two(a: int, b: str) -> int: ...
def two_texts(a: str, b: str) -> int: ...


get_int: Get = GetsInt()
get_text: Get = GetsText()  # E: get return-type
get_given: Get[str] = GetsText()
get_given_int: Get[str] = GetsInt()  # E: get return-type
get_none: GetNone = GetsText()
get_later: Get = GetsLater()  # E: get async-for-sync
old_get_int: OldGet = GetsInt()
old_get_text: OldGet = GetsText()  # E: get return-type
later_default: Later = GetsLater()
later_default_text: Later = GetsLaterText()  # E: get return-type
later_default_sync: Later = GetsInt()  # E: get sync-for-async
get_of: GetOf[int] = GetsInts()
get_of_texts: GetOf[int] = GetsTexts()  # E: get return-type
get_of_given: GetOf[int, list[str]] = GetsTexts()
call_default: Call = one
call_default_text: Call = one_text  # E: __call__ parameter-type
call_default_two: Call = two  # E: __call__ extra-required-parameter
call_default_gives_text: Call = one_gives_text  # E: __call__ return-type
call_given: Call[[str]] = one_text
call_given_int: Call[[str]] = one  # E: __call__ parameter-type
call_given_both: Call[[int], str] = one_gives_text
any_call: AnyCall = two
any_call_gives_text: AnyCall = one_gives_text  # E: __call__ return-type
any_call_given: AnyCall[[int]] = two  # E: __call__ extra-required-parameter
old_call: OldCall = one
old_call_text: OldCall = one_text  # E: __call__ parameter-type
gather: Gather = two
gather_one: Gather = one  # E: __call__ too-few-parameters
gather_texts: Gather = two_texts  # E: __call__ parameter-type
gather_given: Gather[int] = one
old_gather: OldGather = two
old_gather_texts: OldGather = two_texts  # E: __call__ parameter-type


# warnings.deprecated


class Take(Protocol):
    def f(self, a: int) -> int: ...


class TakeLater(Protocol):
    async def f(self, a: int) -> int: ...


class Deprecated:
    @deprecated("text")
    def f(self, a: int) -> int: ...


class DeprecatedTwo:
    @deprecated("text")
    def f(self, a: int, b: int) -> int: ...


class DeprecatedText:
    @deprecated("text")
    def f(self, a: str) -> int: ...


class DeprecatedLater:
    @deprecated("text")
    async def f(self, a: int) -> int: ...


class DeprecatedStatic:
    @staticmethod
    @deprecated("text")
    def f(a: int) -> int: ...


class DeprecatedOfClass:
    @classmethod
    @deprecated("text")
    def f(cls, a: int) -> int: ...


class DeprecatedOverload:
    @overload
    def f(self, a: int) -> int: ...
    @overload
    @deprecated("text")
    def f(self, a: str) -> str: ...
    def f(self, a: int | str) -> int | str: ...


class DeprecatedWithoutCategory:
    @deprecated("text", category=None)
    def f(self, a: int) -> int: ...


class TakeDeprecated(Protocol):
    @deprecated("text")
    def f(self, a: int) -> int: ...


class Plain:
    def f(self, a: int) -> int: ...


class PlainText:
    def f(self, a: str) -> int: ...


class PlainLater:
    async def f(self, a: int) -> int: ...


class OfDeprecated(TakeDeprecated): ...


@deprecated("text")
class Old:
    def __init__(self, a: int) -> None: ...


@deprecated("text")
class OldText:
    def __init__(self, a: str) -> None: ...


class MakeOld(Protocol):
    def __call__(self, a: int) -> object: ...


deprecated_same: Take = Deprecated()
deprecated_two: Take = DeprecatedTwo()  # E: f extra-required-parameter
deprecated_text: Take = DeprecatedText()  # E: f parameter-type
deprecated_later: Take = DeprecatedLater()  # E: f async-for-sync
deprecated_later_async: TakeLater = DeprecatedLater()
deprecated_sync_for_async: TakeLater = Deprecated()  # E: f sync-for-async
deprecated_static: Take = DeprecatedStatic()
deprecated_of_class: Take = DeprecatedOfClass()
deprecated_overload: Take = DeprecatedOverload()
deprecated_without_category: Take = DeprecatedWithoutCategory()
take_deprecated: TakeDeprecated = Plain()
take_deprecated_text: TakeDeprecated = PlainText()  # E: f parameter-type
take_deprecated_later: TakeDeprecated = PlainLater()  # E: f async-for-sync
take_deprecated_deprecated: TakeDeprecated = Deprecated()
of_deprecated: TakeDeprecated = OfDeprecated()  # E: f not-implemented
make_old: MakeOld = Old
make_old_text: MakeOld = OldText  # E: __call__ parameter-type
