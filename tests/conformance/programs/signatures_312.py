"""Signatures in the syntax of Python 3.12: type parameters, `type` aliases, `**P` and `*Ts`."""

# fmt: off
import functools
import inspect
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Generator, Iterator
from typing import Any, Concatenate, Never, Protocol, Self, TypedDict, TypeAliasType, Unpack, overload

type Maybe[T] = T | Awaitable[T]
type MaybeInt = int | Awaitable[int]
type MaybeIntNested = MaybeInt
type Later = Awaitable[int]
type LaterOf[T] = Awaitable[T]
type Number = int
type NumberOrText = int | str
type Stream = AsyncIterator[int]
type Flow = Iterator[int]
type Function = Callable[[int], int]
type OptionalLater = Awaitable[int] | None
type Recursive = int | list[Recursive]
OldMaybe = TypeAliasType("OldMaybe", "int | Awaitable[int]")


class Job:
    def __await__(self) -> Generator[Any, None, int]: ...


# Aliases in place of types


class Aliased(Protocol):
    def f(self, a: Number) -> Number: ...


class TakesInt:
    def f(self, a: int) -> int: ...


class TakesText:
    def f(self, a: str) -> int: ...


class GivesText:
    def f(self, a: int) -> str: ...


class TakesAlias:
    def f(self, a: Number) -> Number: ...


class TakesEitherAlias:
    def f(self, a: NumberOrText) -> Number: ...


class GivesEitherAlias:
    def f(self, a: Number) -> NumberOrText: ...


class AliasedEither(Protocol):
    def f(self, a: NumberOrText) -> NumberOrText: ...


class Recurses(Protocol):
    def f(self, a: Recursive) -> Recursive: ...


class TakesRecursive:
    def f(self, a: Recursive) -> Recursive: ...


class TakesFunction(Protocol):
    def f(self, a: Function) -> Function: ...


class TakesFunctionSame:
    def f(self, a: Callable[[int], int]) -> Callable[[int], int]: ...


class PlainInt(Protocol):
    def f(self, a: int) -> int: ...


aliased: Aliased = TakesInt()
aliased_text: Aliased = TakesText()  # E: f parameter-type
aliased_gives_text: Aliased = GivesText()  # E: f return-type
aliased_alias: Aliased = TakesAlias()
aliased_either: Aliased = TakesEitherAlias()
aliased_gives_either: Aliased = GivesEitherAlias()  # E: f return-type
aliased_either_int: AliasedEither = TakesInt()  # E: f parameter-type
aliased_either_same: AliasedEither = TakesEitherAlias()
plain_alias: PlainInt = TakesAlias()
plain_either: PlainInt = TakesEitherAlias()
plain_gives_either: PlainInt = GivesEitherAlias()  # E: f return-type
recurses: Recurses = TakesRecursive()
recurses_int: Recurses = TakesInt()  # E: f parameter-type
recurses_text: Recurses = GivesText()  # E: f parameter-type; f return-type
takes_function: TakesFunction = TakesFunctionSame()
takes_function_int: TakesFunction = TakesInt()  # E: f parameter-type; f return-type


# Aliases of what can be awaited and iterated over


class GivesMaybe(Protocol):
    def g(self) -> MaybeInt: ...


class GivesMaybeOf(Protocol):
    def g(self) -> Maybe[int]: ...


class GivesMaybeNested(Protocol):
    def g(self) -> MaybeIntNested: ...


class GivesMaybeText(Protocol):
    def g(self) -> "MaybeInt": ...


class GivesOldMaybe(Protocol):
    def g(self) -> OldMaybe: ...


class GivesLater(Protocol):
    def g(self) -> Later: ...


class GivesLaterOf(Protocol):
    def g(self) -> LaterOf[int]: ...


class GivesOptionalLater(Protocol):
    def g(self) -> OptionalLater: ...


class GivesStream(Protocol):
    def g(self) -> Stream: ...


class GivesFlow(Protocol):
    def g(self) -> Flow: ...


class GivesCoroutine(Protocol):
    async def g(self) -> Number: ...


class GivesPlain(Protocol):
    def g(self) -> Number: ...


class Sync:
    def g(self) -> int: ...


class SyncText:
    def g(self) -> str: ...


class SyncAlias:
    def g(self) -> Number: ...


class Async:
    async def g(self) -> int: ...


class AsyncAlias:
    async def g(self) -> Number: ...


class AsyncText:
    async def g(self) -> str: ...


class SyncLater:
    def g(self) -> Later: ...


class SyncLaterOf:
    def g(self) -> LaterOf[int]: ...


class SyncLaterOfText:
    def g(self) -> LaterOf[str]: ...


class SyncMaybe:
    def g(self) -> MaybeInt: ...


class SyncMaybeOf:
    def g(self) -> Maybe[int]: ...


class SyncMaybeOfText:
    def g(self) -> Maybe[str]: ...


class SyncJob:
    def g(self) -> Job: ...


class Generates:
    def g(self) -> Flow:
        yield 1


class AGenerates:
    async def g(self) -> Stream:
        yield 1


class GivesAGenerated:
    def g(self) -> Stream: ...


class Nothing:
    def g(self) -> None: ...


maybe_sync: GivesMaybe = Sync()
maybe_sync_alias: GivesMaybe = SyncAlias()
maybe_async: GivesMaybe = Async()
maybe_async_alias: GivesMaybe = AsyncAlias()
maybe_text: GivesMaybe = SyncText()  # E: g return-type
maybe_async_text: GivesMaybe = AsyncText()  # E: g return-type
maybe_later: GivesMaybe = SyncLater()
maybe_maybe: GivesMaybe = SyncMaybe()
maybe_maybe_of: GivesMaybe = SyncMaybeOf()
maybe_maybe_of_text: GivesMaybe = SyncMaybeOfText()  # E: g return-type
maybe_job: GivesMaybe = SyncJob()
maybe_of_sync: GivesMaybeOf = Sync()
maybe_of_async: GivesMaybeOf = Async()
maybe_of_text: GivesMaybeOf = SyncText()  # E: g return-type
maybe_of_async_text: GivesMaybeOf = AsyncText()  # E: g return-type
maybe_of_same: GivesMaybeOf = SyncMaybeOf()
maybe_nested_sync: GivesMaybeNested = Sync()
maybe_nested_async: GivesMaybeNested = Async()
maybe_nested_async_text: GivesMaybeNested = AsyncText()  # E: g return-type
maybe_quoted_sync: GivesMaybeText = Sync()
maybe_quoted_async: GivesMaybeText = Async()
maybe_quoted_async_text: GivesMaybeText = AsyncText()  # E: g return-type
maybe_old_sync: GivesOldMaybe = Sync()
maybe_old_async: GivesOldMaybe = Async()
maybe_old_async_text: GivesOldMaybe = AsyncText()  # E: g return-type
later_async: GivesLater = Async()
later_sync: GivesLater = Sync()  # E: g sync-for-async
later_same: GivesLater = SyncLater()
later_of: GivesLater = SyncLaterOf()
later_of_text: GivesLater = SyncLaterOfText()  # E: g return-type
later_async_text: GivesLater = AsyncText()  # E: g return-type
later_maybe: GivesLater = SyncMaybe()  # E: g sync-for-async|return-type
later_of_async: GivesLaterOf = Async()
later_of_async_text: GivesLaterOf = AsyncText()  # E: g return-type
later_of_sync: GivesLaterOf = Sync()  # E: g sync-for-async
optional_async: GivesOptionalLater = Async()
optional_none: GivesOptionalLater = Nothing()
optional_sync: GivesOptionalLater = Sync()  # E: g return-type
stream_generates: GivesStream = AGenerates()
stream_gives: GivesStream = GivesAGenerated()
stream_async: GivesStream = Async()  # E: g coroutine-for-iterator
stream_generates_sync: GivesStream = Generates()  # E: g sync-for-async
flow_generates: GivesFlow = Generates()
flow_generates_async: GivesFlow = AGenerates()  # E: g async-for-sync|return-type
coroutine_async: GivesCoroutine = Async()
coroutine_alias: GivesCoroutine = AsyncAlias()
coroutine_text: GivesCoroutine = AsyncText()  # E: g return-type
coroutine_sync: GivesCoroutine = SyncAlias()  # E: g sync-for-async
coroutine_stream: GivesCoroutine = GivesAGenerated()  # E: g iterator-for-coroutine
plain_sync: GivesPlain = SyncAlias()
plain_async: GivesPlain = Async()  # E: g async-for-sync
plain_later: GivesPlain = SyncLater()  # E: g async-for-sync
plain_maybe: GivesPlain = SyncMaybe()  # E: g async-for-sync|return-type


# Type parameters


class Call[**P, R](Protocol):
    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R: ...


class CallAfter[**P](Protocol):
    def __call__(self, first: bytes, /, *args: P.args, **kwargs: P.kwargs) -> int: ...


class Gather[*Ts](Protocol):
    def __call__(self, *args: *Ts) -> int: ...


class Identity(Protocol):
    def __call__[T](self, a: T, /) -> T: ...


class BoundIdentity(Protocol):
    def __call__[T: int](self, a: T, /) -> T: ...


class Submit(Protocol):
    def submit[T, **P](self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T: ...


def nothing() -> int: ...
def one(a: int) -> int: ...
def one_text(a: str) -> int: ...
def one_gives_text(a: int) -> str: ...
def two(a: int, b: str) -> int: ...
def after(first: bytes, a: int) -> int: ...
def open_(*args: Any, **kwargs: Any) -> int: ...
def objects(*args: object) -> int: ...
def identity[T](a: T) -> T: ...
def bound[T: int](a: T) -> T: ...
def bound_text[T: str](a: T) -> T: ...
def constrained[T: (int, str)](a: T) -> T: ...
def takes_object(a: object) -> int: ...
def generic_pass[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        return function(*args, **kwargs)

    return wrapper


@generic_pass
def passed(a: int) -> int: ...
@generic_pass
def passed_text(a: str) -> int: ...


call_none: Call[[], int] = nothing
call_none_one: Call[[], int] = one  # E: __call__ extra-required-parameter
call_one: Call[[int], int] = one
call_one_text: Call[[int], int] = one_text  # E: __call__ parameter-type
call_one_gives_text: Call[[int], int] = one_gives_text  # E: __call__ return-type
call_two: Call[[int, str], int] = two
call_two_one: Call[[int, str], int] = one  # E: __call__ too-few-parameters
call_any: Call[..., int] = two
call_any_gives_text: Call[..., int] = one_gives_text  # E: __call__ return-type
call_concatenate: Call[Concatenate[int, ...], int] = two
call_concatenate_none: Call[Concatenate[int, ...], int] = nothing  # E: __call__ too-few-parameters
call_open: Call[[int], int] = open_
call_after: CallAfter[[int]] = after
call_after_one: CallAfter[[int]] = one  # E: __call__ too-few-parameters; __call__ parameter-type
call_after_any: CallAfter[...] = after
call_after_bare: CallAfter[int] = after
gather: Gather[int, str] = two
gather_one: Gather[int, str] = one  # E: __call__ too-few-parameters
gather_text: Gather[int] = one_text  # E: __call__ parameter-type
gather_none: Gather[()] = nothing
gather_none_one: Gather[()] = one  # E: __call__ extra-required-parameter
gather_objects: Gather[int, str] = objects
identity_same: Identity = identity
identity_int: Identity = one  # E: __call__ parameter-type; __call__ return-type
identity_text: Identity = one_text  # E: __call__ parameter-type; __call__ return-type
identity_bound: Identity = bound  # E: __call__ parameter-type
identity_object: Identity = takes_object  # E: __call__ return-type
bound_same: BoundIdentity = bound
bound_identity: BoundIdentity = identity
bound_other: BoundIdentity = bound_text  # E: __call__ parameter-type
bound_int: BoundIdentity = one  # E: __call__ return-type
call_identity: Call[[int], int] = identity
call_identity_text: Call[[str], int] = identity  # E: __call__ return-type
call_bound: Call[[int], int] = bound
call_bound_text: Call[[int], object] = bound_text  # E: __call__ parameter-type
call_constrained: Call[[int], int] = constrained
call_constrained_bytes: Call[[bytes], object] = constrained  # E: __call__ parameter-type
call_passed: Call[[int], int] = passed
call_passed_text: Call[[int], int] = passed_text  # E: __call__ parameter-type


class SubmitSame:
    def submit[S, **Q](self, fn: Callable[Q, S], /, *args: Q.args, **kwargs: Q.kwargs) -> S: ...


class SubmitOpen:
    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any: ...


class SubmitFunction:
    def submit[T](self, fn: Callable[[], T], /) -> T: ...


submit_same: Submit = SubmitSame()
submit_open: Submit = SubmitOpen()
submit_function: Submit = SubmitFunction()  # E: submit missing-var-positional; submit parameter-kind


# Generic classes


class Box[T](Protocol):
    def put(self, item: T) -> None: ...
    def take(self) -> T: ...


class IntBox:
    def put(self, item: int) -> None: ...
    def take(self) -> int: ...


class AnyBox[T]:
    def put(self, item: T) -> None: ...
    def take(self) -> T: ...


class OfAnyBox(AnyBox[int]): ...


class OfAnyBoxText(AnyBox[str]): ...


class OfBox(Box[int]):
    def put(self, item: int) -> None: ...
    def take(self) -> int: ...


class HalfBox:
    def put(self, item: object) -> None: ...
    def take(self) -> Never: ...


box_int: Box[int] = IntBox()
box_int_text: Box[str] = IntBox()  # E: put parameter-type; take return-type
box_any: Box[int] = AnyBox[int]()
box_of_any: Box[int] = OfAnyBox()
box_of_any_text: Box[int] = OfAnyBoxText()  # E: put parameter-type; take return-type
box_of_box: Box[int] = OfBox()
box_half: Box[int] = HalfBox()
box_bare: Box = IntBox()


# A function that is marked as one that gives a coroutine


def marked() -> Any: ...


marked = inspect.markcoroutinefunction(marked)


class LaterCall(Protocol):
    async def __call__(self) -> int: ...


class PlainCall(Protocol):
    def __call__(self) -> int: ...


marked_later: LaterCall = marked
marked_plain: PlainCall = marked  # R: __call__ async-for-sync -- it is marked as one that gives a coroutine
