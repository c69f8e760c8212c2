"""Coroutines, awaitables, generators and asynchronous iterators: what callers do with the result of a call."""

# fmt: off
import asyncio
import concurrent.futures
import types
import typing
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Coroutine, Generator, Iterable
from collections.abc import Iterator
from typing import Any, Generic, Optional, Protocol, TypeAlias, TypeVar, Union

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
MaybeInt: TypeAlias = "int | Awaitable[int]"
Later: TypeAlias = Awaitable[int]


class Job:
    """Something that can be awaited, and gives an int."""

    def __await__(self) -> Generator[Any, None, int]: ...


class TextJob:
    def __await__(self) -> Generator[Any, None, str]: ...


class JobOf(Generic[T]):
    def __await__(self) -> Generator[Any, None, T]: ...


class Number(int):
    """An int that can be awaited as well."""

    def __await__(self) -> Generator[Any, None, int]: ...


class Stream:
    """An asynchronous iterator of its own."""

    def __aiter__(self) -> "Stream": ...
    async def __anext__(self) -> int: ...


class Texts:
    def __aiter__(self) -> "Texts": ...
    async def __anext__(self) -> str: ...


class StreamOf(Generic[T]):
    def __aiter__(self) -> "StreamOf[T]": ...
    async def __anext__(self) -> T: ...


class Source:
    """Asynchronously iterable, and no iterator."""

    def __aiter__(self) -> AsyncIterator[int]: ...


class Half:
    """No iterator: it has no `__aiter__`."""

    async def __anext__(self) -> int: ...


class BothWays:
    def __await__(self) -> Generator[Any, None, int]: ...
    def __aiter__(self) -> "BothWays": ...
    async def __anext__(self) -> int: ...


class Coro(Protocol):
    async def f(self) -> int: ...


class CoroCall(Protocol):
    async def __call__(self) -> int: ...


class CoroSame:
    async def f(self) -> int: ...


async def coro_same_call() -> int: ...


coro_same: Coro = CoroSame()
by_coro_same: CoroCall = coro_same_call


class CoroUnannotated:
    async def f(self): return eval("0")


async def coro_unannotated_call(): return eval("0")


coro_unannotated: Coro = CoroUnannotated()
by_coro_unannotated: CoroCall = coro_unannotated_call


class CoroWrong:
    async def f(self) -> str: ...


async def coro_wrong_call() -> str: ...


coro_wrong: Coro = CoroWrong()  # E: f return-type
by_coro_wrong: CoroCall = coro_wrong_call  # E: __call__ return-type


class CoroNarrower:
    async def f(self) -> bool: ...


async def coro_narrower_call() -> bool: ...


coro_narrower: Coro = CoroNarrower()
by_coro_narrower: CoroCall = coro_narrower_call


class CoroPlain:
    def f(self) -> int: ...


def coro_plain_call() -> int: ...


coro_plain: Coro = CoroPlain()  # E: f sync-for-async
by_coro_plain: CoroCall = coro_plain_call  # E: __call__ sync-for-async


class CoroPlainNone:
    def f(self) -> None: ...


def coro_plain_none_call() -> None: ...


coro_plain_none: Coro = CoroPlainNone()  # E: f sync-for-async
by_coro_plain_none: CoroCall = coro_plain_none_call  # E: __call__ sync-for-async


class CoroPlainText:
    def f(self) -> str: ...


def coro_plain_text_call() -> str: ...


coro_plain_text: Coro = CoroPlainText()  # E: f sync-for-async
by_coro_plain_text: CoroCall = coro_plain_text_call  # E: __call__ sync-for-async


class CoroPlainAny:
    def f(self) -> Any: ...


def coro_plain_any_call() -> Any: ...


coro_plain_any: Coro = CoroPlainAny()
by_coro_plain_any: CoroCall = coro_plain_any_call


class CoroPlainObject:
    def f(self) -> object: ...


def coro_plain_object_call() -> object: ...


coro_plain_object: Coro = CoroPlainObject()  # E: f sync-for-async|return-type
by_coro_plain_object: CoroCall = coro_plain_object_call  # E: __call__ sync-for-async|return-type


class CoroPlainUnannotated:
    def f(self): return eval("0")


def coro_plain_unannotated_call(): return eval("0")


coro_plain_unannotated: Coro = CoroPlainUnannotated()
by_coro_plain_unannotated: CoroCall = coro_plain_unannotated_call


class CoroAwaitable:
    def f(self) -> Awaitable[int]: ...


def coro_awaitable_call() -> Awaitable[int]: ...


coro_awaitable: Coro = CoroAwaitable()  # S: an awaitable can be awaited, if not all that a coroutine can
by_coro_awaitable: CoroCall = coro_awaitable_call  # S: an awaitable can be awaited, if not all that a coroutine can


class CoroCoroutine:
    def f(self) -> Coroutine[Any, Any, int]: ...


def coro_coroutine_call() -> Coroutine[Any, Any, int]: ...


coro_coroutine: Coro = CoroCoroutine()  # S: an awaitable can be awaited, if not all that a coroutine can
by_coro_coroutine: CoroCall = coro_coroutine_call  # S: an awaitable can be awaited, if not all that a coroutine can


class CoroCoroutineType:
    def f(self) -> "types.CoroutineType[Any, Any, int]": ...


def coro_coroutine_type_call() -> "types.CoroutineType[Any, Any, int]": ...


coro_coroutine_type: Coro = CoroCoroutineType()
by_coro_coroutine_type: CoroCall = coro_coroutine_type_call


class CoroWrongCoroutine:
    def f(self) -> Coroutine[Any, Any, str]: ...


def coro_wrong_coroutine_call() -> Coroutine[Any, Any, str]: ...


coro_wrong_coroutine: Coro = CoroWrongCoroutine()  # E: f return-type
by_coro_wrong_coroutine: CoroCall = coro_wrong_coroutine_call  # E: __call__ return-type


class CoroGenerator:
    def f(self) -> Generator[int, None, None]: yield 1


def coro_generator_call() -> Generator[int, None, None]: yield 1


coro_generator: Coro = CoroGenerator()  # E: f sync-for-async
by_coro_generator: CoroCall = coro_generator_call  # E: __call__ sync-for-async


class CoroAsyncGenerator:
    async def f(self) -> AsyncIterator[int]: yield 1


async def coro_async_generator_call() -> AsyncIterator[int]: yield 1


coro_async_generator: Coro = CoroAsyncGenerator()  # E: f iterator-for-coroutine
by_coro_async_generator: CoroCall = coro_async_generator_call  # E: __call__ iterator-for-coroutine


class CoroAsyncGeneratorUnannotated:
    async def f(self): yield 1


async def coro_async_generator_unannotated_call(): yield 1


coro_async_generator_unannotated: Coro = CoroAsyncGeneratorUnannotated()  # E: f iterator-for-coroutine
by_coro_async_generator_unannotated: CoroCall = coro_async_generator_unannotated_call  # E: __call__ iterator-for-coroutine


class CoroAsyncIterator:
    def f(self) -> AsyncIterator[int]: ...


def coro_async_iterator_call() -> AsyncIterator[int]: ...


coro_async_iterator: Coro = CoroAsyncIterator()  # E: f iterator-for-coroutine
by_coro_async_iterator: CoroCall = coro_async_iterator_call  # E: __call__ iterator-for-coroutine


class CoroOptional:
    def f(self) -> int | Awaitable[int]: ...


def coro_optional_call() -> int | Awaitable[int]: ...


coro_optional: Coro = CoroOptional()  # E: f sync-for-async|return-type
by_coro_optional: CoroCall = coro_optional_call  # E: __call__ sync-for-async|return-type


class CoroGivesCoroutine:
    async def f(self) -> Awaitable[int]: ...


async def coro_gives_coroutine_call() -> Awaitable[int]: ...


coro_gives_coroutine: Coro = CoroGivesCoroutine()  # E: f return-type
by_coro_gives_coroutine: CoroCall = coro_gives_coroutine_call  # E: __call__ return-type


class CoroFuture:
    def f(self) -> "asyncio.Future[int]": ...


def coro_future_call() -> "asyncio.Future[int]": ...


coro_future: Coro = CoroFuture()  # S: an awaitable can be awaited, if not all that a coroutine can
by_coro_future: CoroCall = coro_future_call  # S: an awaitable can be awaited, if not all that a coroutine can


class CoroJob:
    def f(self) -> Job: ...


def coro_job_call() -> Job: ...


coro_job: Coro = CoroJob()  # S: an awaitable can be awaited, if not all that a coroutine can
by_coro_job: CoroCall = coro_job_call  # S: an awaitable can be awaited, if not all that a coroutine can


class Await(Protocol):
    def f(self) -> Awaitable[int]: ...


class AwaitCall(Protocol):
    def __call__(self) -> Awaitable[int]: ...


class AwaitSame:
    def f(self) -> Awaitable[int]: ...


def await_same_call() -> Awaitable[int]: ...


await_same: Await = AwaitSame()
by_await_same: AwaitCall = await_same_call


class AwaitCoroutineFunction:
    async def f(self) -> int: ...


async def await_coroutine_function_call() -> int: ...


await_coroutine_function: Await = AwaitCoroutineFunction()
by_await_coroutine_function: AwaitCall = await_coroutine_function_call


class AwaitCoroutineFunctionUnannotated:
    async def f(self): return eval("0")


async def await_coroutine_function_unannotated_call(): return eval("0")


await_coroutine_function_unannotated: Await = AwaitCoroutineFunctionUnannotated()
by_await_coroutine_function_unannotated: AwaitCall = await_coroutine_function_unannotated_call


class AwaitCoroutineFunctionWrong:
    async def f(self) -> str: ...


async def await_coroutine_function_wrong_call() -> str: ...


await_coroutine_function_wrong: Await = AwaitCoroutineFunctionWrong()  # E: f return-type
by_await_coroutine_function_wrong: AwaitCall = await_coroutine_function_wrong_call  # E: __call__ return-type


class AwaitCoroutine:
    def f(self) -> Coroutine[Any, Any, int]: ...


def await_coroutine_call() -> Coroutine[Any, Any, int]: ...


await_coroutine: Await = AwaitCoroutine()
by_await_coroutine: AwaitCall = await_coroutine_call


class AwaitCoroutineWrong:
    def f(self) -> Coroutine[Any, Any, str]: ...


def await_coroutine_wrong_call() -> Coroutine[Any, Any, str]: ...


await_coroutine_wrong: Await = AwaitCoroutineWrong()  # E: f return-type
by_await_coroutine_wrong: AwaitCall = await_coroutine_wrong_call  # E: __call__ return-type


class AwaitOldCoroutine:
    def f(self) -> typing.Coroutine[Any, Any, int]: ...


def await_old_coroutine_call() -> typing.Coroutine[Any, Any, int]: ...


await_old_coroutine: Await = AwaitOldCoroutine()
by_await_old_coroutine: AwaitCall = await_old_coroutine_call


class AwaitCoroutineType:
    def f(self) -> "types.CoroutineType[Any, Any, int]": ...


def await_coroutine_type_call() -> "types.CoroutineType[Any, Any, int]": ...


await_coroutine_type: Await = AwaitCoroutineType()
by_await_coroutine_type: AwaitCall = await_coroutine_type_call


class AwaitOld:
    def f(self) -> typing.Awaitable[int]: ...


def await_old_call() -> typing.Awaitable[int]: ...


await_old: Await = AwaitOld()
by_await_old: AwaitCall = await_old_call


class AwaitAlias:
    def f(self) -> Later: ...


def await_alias_call() -> Later: ...


await_alias: Await = AwaitAlias()
by_await_alias: AwaitCall = await_alias_call


class AwaitAliasText:
    def f(self) -> "Later": ...


def await_alias_text_call() -> "Later": ...


await_alias_text: Await = AwaitAliasText()
by_await_alias_text: AwaitCall = await_alias_text_call


class AwaitFuture:
    def f(self) -> "asyncio.Future[int]": ...


def await_future_call() -> "asyncio.Future[int]": ...


await_future: Await = AwaitFuture()
by_await_future: AwaitCall = await_future_call


class AwaitFutureWrong:
    def f(self) -> "asyncio.Future[str]": ...


def await_future_wrong_call() -> "asyncio.Future[str]": ...


await_future_wrong: Await = AwaitFutureWrong()  # E: f return-type
by_await_future_wrong: AwaitCall = await_future_wrong_call  # E: __call__ return-type


class AwaitTask:
    def f(self) -> "asyncio.Task[int]": ...


def await_task_call() -> "asyncio.Task[int]": ...


await_task: Await = AwaitTask()
by_await_task: AwaitCall = await_task_call


class AwaitOtherFuture:
    def f(self) -> "concurrent.futures.Future[int]": ...


def await_other_future_call() -> "concurrent.futures.Future[int]": ...


await_other_future: Await = AwaitOtherFuture()  # E: f sync-for-async
by_await_other_future: AwaitCall = await_other_future_call  # E: __call__ sync-for-async


class AwaitJob:
    def f(self) -> Job: ...


def await_job_call() -> Job: ...


await_job: Await = AwaitJob()
by_await_job: AwaitCall = await_job_call


class AwaitJobText:
    def f(self) -> "Job": ...


def await_job_text_call() -> "Job": ...


await_job_text: Await = AwaitJobText()
by_await_job_text: AwaitCall = await_job_text_call


class AwaitJobWrong:
    def f(self) -> TextJob: ...


def await_job_wrong_call() -> TextJob: ...


await_job_wrong: Await = AwaitJobWrong()  # E: f return-type
by_await_job_wrong: AwaitCall = await_job_wrong_call  # E: __call__ return-type


class AwaitJobOf:
    def f(self) -> JobOf[int]: ...


def await_job_of_call() -> JobOf[int]: ...


await_job_of: Await = AwaitJobOf()
by_await_job_of: AwaitCall = await_job_of_call


class AwaitJobOfWrong:
    def f(self) -> JobOf[str]: ...


def await_job_of_wrong_call() -> JobOf[str]: ...


await_job_of_wrong: Await = AwaitJobOfWrong()  # E: f return-type
by_await_job_of_wrong: AwaitCall = await_job_of_wrong_call  # E: __call__ return-type


class AwaitNumber:
    def f(self) -> Number: ...


def await_number_call() -> Number: ...


await_number: Await = AwaitNumber()
by_await_number: AwaitCall = await_number_call


class AwaitUnionOfAwaitables:
    def f(self) -> Awaitable[int] | Job: ...


def await_union_of_awaitables_call() -> Awaitable[int] | Job: ...


await_union_of_awaitables: Await = AwaitUnionOfAwaitables()
by_await_union_of_awaitables: AwaitCall = await_union_of_awaitables_call


class AwaitUnion:
    def f(self) -> int | Awaitable[int]: ...


def await_union_call() -> int | Awaitable[int]: ...


await_union: Await = AwaitUnion()  # E: f sync-for-async|return-type
by_await_union: AwaitCall = await_union_call  # E: __call__ sync-for-async|return-type


class AwaitOptional:
    def f(self) -> Optional[Awaitable[int]]: ...


def await_optional_call() -> Optional[Awaitable[int]]: ...


await_optional: Await = AwaitOptional()  # E: f sync-for-async|return-type
by_await_optional: AwaitCall = await_optional_call  # E: __call__ sync-for-async|return-type


class AwaitPlain:
    def f(self) -> int: ...


def await_plain_call() -> int: ...


await_plain: Await = AwaitPlain()  # E: f sync-for-async
by_await_plain: AwaitCall = await_plain_call  # E: __call__ sync-for-async


class AwaitPlainAny:
    def f(self) -> Any: ...


def await_plain_any_call() -> Any: ...


await_plain_any: Await = AwaitPlainAny()
by_await_plain_any: AwaitCall = await_plain_any_call


class AwaitPlainUnannotated:
    def f(self): return eval("0")


def await_plain_unannotated_call(): return eval("0")


await_plain_unannotated: Await = AwaitPlainUnannotated()
by_await_plain_unannotated: AwaitCall = await_plain_unannotated_call


class AwaitPlainObject:
    def f(self) -> object: ...


def await_plain_object_call() -> object: ...


await_plain_object: Await = AwaitPlainObject()  # E: f sync-for-async|return-type
by_await_plain_object: AwaitCall = await_plain_object_call  # E: __call__ sync-for-async|return-type


class AwaitGenerator:
    def f(self) -> Generator[int, None, None]: yield 1


def await_generator_call() -> Generator[int, None, None]: yield 1


await_generator: Await = AwaitGenerator()  # E: f sync-for-async
by_await_generator: AwaitCall = await_generator_call  # E: __call__ sync-for-async


class AwaitAsyncGenerator:
    async def f(self) -> AsyncIterator[int]: yield 1


async def await_async_generator_call() -> AsyncIterator[int]: yield 1


await_async_generator: Await = AwaitAsyncGenerator()  # E: f iterator-for-coroutine
by_await_async_generator: AwaitCall = await_async_generator_call  # E: __call__ iterator-for-coroutine


class AwaitAsyncIterator:
    def f(self) -> AsyncIterator[int]: ...


def await_async_iterator_call() -> AsyncIterator[int]: ...


await_async_iterator: Await = AwaitAsyncIterator()  # E: f iterator-for-coroutine
by_await_async_iterator: AwaitCall = await_async_iterator_call  # E: __call__ iterator-for-coroutine


class AwaitStream:
    def f(self) -> Stream: ...


def await_stream_call() -> Stream: ...


await_stream: Await = AwaitStream()  # E: f iterator-for-coroutine
by_await_stream: AwaitCall = await_stream_call  # E: __call__ iterator-for-coroutine


class AwaitBothWays:
    def f(self) -> BothWays: ...


def await_both_ways_call() -> BothWays: ...


await_both_ways: Await = AwaitBothWays()
by_await_both_ways: AwaitCall = await_both_ways_call


class AwaitGivesAwaitable:
    async def f(self) -> Awaitable[int]: ...


async def await_gives_awaitable_call() -> Awaitable[int]: ...


await_gives_awaitable: Await = AwaitGivesAwaitable()  # E: f return-type
by_await_gives_awaitable: AwaitCall = await_gives_awaitable_call  # E: __call__ return-type


class Plain(Protocol):
    def f(self) -> int: ...


class PlainCall(Protocol):
    def __call__(self) -> int: ...


class PlainSame:
    def f(self) -> int: ...


def plain_same_call() -> int: ...


plain_same: Plain = PlainSame()
by_plain_same: PlainCall = plain_same_call


class PlainCoroutineFunction:
    async def f(self) -> int: ...


async def plain_coroutine_function_call() -> int: ...


plain_coroutine_function: Plain = PlainCoroutineFunction()  # E: f async-for-sync
by_plain_coroutine_function: PlainCall = plain_coroutine_function_call  # E: __call__ async-for-sync


class PlainCoroutineFunctionUnannotated:
    async def f(self): return eval("0")


async def plain_coroutine_function_unannotated_call(): return eval("0")


plain_coroutine_function_unannotated: Plain = PlainCoroutineFunctionUnannotated()  # E: f async-for-sync
by_plain_coroutine_function_unannotated: PlainCall = plain_coroutine_function_unannotated_call  # E: __call__ async-for-sync


class PlainAwaitable:
    def f(self) -> Awaitable[int]: ...


def plain_awaitable_call() -> Awaitable[int]: ...


plain_awaitable: Plain = PlainAwaitable()  # E: f async-for-sync
by_plain_awaitable: PlainCall = plain_awaitable_call  # E: __call__ async-for-sync


class PlainCoroutine:
    def f(self) -> Coroutine[Any, Any, int]: ...


def plain_coroutine_call() -> Coroutine[Any, Any, int]: ...


plain_coroutine: Plain = PlainCoroutine()  # E: f async-for-sync
by_plain_coroutine: PlainCall = plain_coroutine_call  # E: __call__ async-for-sync


class PlainFuture:
    def f(self) -> "asyncio.Future[int]": ...


def plain_future_call() -> "asyncio.Future[int]": ...


plain_future: Plain = PlainFuture()  # E: f async-for-sync
by_plain_future: PlainCall = plain_future_call  # E: __call__ async-for-sync


class PlainJob:
    def f(self) -> Job: ...


def plain_job_call() -> Job: ...


plain_job: Plain = PlainJob()  # E: f async-for-sync|return-type
by_plain_job: PlainCall = plain_job_call  # E: __call__ async-for-sync|return-type


class PlainNumber:
    def f(self) -> Number: ...


def plain_number_call() -> Number: ...


plain_number: Plain = PlainNumber()
by_plain_number: PlainCall = plain_number_call


class PlainNumberText:
    def f(self) -> "Number": ...


def plain_number_text_call() -> "Number": ...


plain_number_text: Plain = PlainNumberText()
by_plain_number_text: PlainCall = plain_number_text_call


class PlainOptional:
    def f(self) -> int | Awaitable[int]: ...


def plain_optional_call() -> int | Awaitable[int]: ...


plain_optional: Plain = PlainOptional()  # E: f async-for-sync|return-type
by_plain_optional: PlainCall = plain_optional_call  # E: __call__ async-for-sync|return-type


class PlainAsyncGenerator:
    async def f(self) -> AsyncIterator[int]: yield 1


async def plain_async_generator_call() -> AsyncIterator[int]: yield 1


plain_async_generator: Plain = PlainAsyncGenerator()  # E: f async-for-sync|return-type
by_plain_async_generator: PlainCall = plain_async_generator_call  # E: __call__ async-for-sync|return-type


class PlainAsyncIterator:
    def f(self) -> AsyncIterator[int]: ...


def plain_async_iterator_call() -> AsyncIterator[int]: ...


plain_async_iterator: Plain = PlainAsyncIterator()  # E: f async-for-sync|return-type
by_plain_async_iterator: PlainCall = plain_async_iterator_call  # E: __call__ async-for-sync|return-type


class PlainGenerator:
    def f(self) -> Iterator[int]: yield 1


def plain_generator_call() -> Iterator[int]: yield 1


plain_generator: Plain = PlainGenerator()  # E: f return-type
by_plain_generator: PlainCall = plain_generator_call  # E: __call__ return-type


class PlainGeneratorUnannotated:
    def f(self): yield 1


def plain_generator_unannotated_call(): yield 1


plain_generator_unannotated: Plain = PlainGeneratorUnannotated()  # E: f return-type
by_plain_generator_unannotated: PlainCall = plain_generator_unannotated_call  # E: __call__ return-type


class Object(Protocol):
    def f(self) -> object: ...


class ObjectCall(Protocol):
    def __call__(self) -> object: ...


class ObjectCoroutineFunction:
    async def f(self) -> int: ...


async def object_coroutine_function_call() -> int: ...


object_coroutine_function: Object = ObjectCoroutineFunction()
by_object_coroutine_function: ObjectCall = object_coroutine_function_call


class ObjectAwaitable:
    def f(self) -> Awaitable[int]: ...


def object_awaitable_call() -> Awaitable[int]: ...


object_awaitable: Object = ObjectAwaitable()
by_object_awaitable: ObjectCall = object_awaitable_call


class ObjectPlain:
    def f(self) -> int: ...


def object_plain_call() -> int: ...


object_plain: Object = ObjectPlain()
by_object_plain: ObjectCall = object_plain_call


class ObjectAsyncGenerator:
    async def f(self) -> AsyncIterator[int]: yield 1


async def object_async_generator_call() -> AsyncIterator[int]: yield 1


object_async_generator: Object = ObjectAsyncGenerator()
by_object_async_generator: ObjectCall = object_async_generator_call


class ObjectGenerator:
    def f(self) -> Iterator[int]: yield 1


def object_generator_call() -> Iterator[int]: yield 1


object_generator: Object = ObjectGenerator()
by_object_generator: ObjectCall = object_generator_call


class ObjectGeneratorUnannotated:
    def f(self): yield 1


def object_generator_unannotated_call(): yield 1


object_generator_unannotated: Object = ObjectGeneratorUnannotated()
by_object_generator_unannotated: ObjectCall = object_generator_unannotated_call


class Anything(Protocol):
    def f(self) -> Any: ...


class AnythingCall(Protocol):
    def __call__(self) -> Any: ...


class AnythingCoroutineFunction:
    async def f(self) -> int: ...


async def anything_coroutine_function_call() -> int: ...


anything_coroutine_function: Anything = AnythingCoroutineFunction()
by_anything_coroutine_function: AnythingCall = anything_coroutine_function_call


class AnythingPlain:
    def f(self) -> int: ...


def anything_plain_call() -> int: ...


anything_plain: Anything = AnythingPlain()
by_anything_plain: AnythingCall = anything_plain_call


class AnythingAsyncGenerator:
    async def f(self) -> AsyncIterator[int]: yield 1


async def anything_async_generator_call() -> AsyncIterator[int]: yield 1


anything_async_generator: Anything = AnythingAsyncGenerator()
by_anything_async_generator: AnythingCall = anything_async_generator_call


class AnythingGenerator:
    def f(self) -> Iterator[int]: yield 1


def anything_generator_call() -> Iterator[int]: yield 1


anything_generator: Anything = AnythingGenerator()
by_anything_generator: AnythingCall = anything_generator_call


class Unannotated(Protocol):
    def f(self): ...


class UnannotatedCall(Protocol):
    def __call__(self): ...


class UnannotatedCoroutineFunction:
    async def f(self) -> int: ...


async def unannotated_coroutine_function_call() -> int: ...


unannotated_coroutine_function: Unannotated = UnannotatedCoroutineFunction()  # S: pyright infers None for the protocol, which promises nothing
by_unannotated_coroutine_function: UnannotatedCall = unannotated_coroutine_function_call  # S: pyright infers None for the protocol, which promises nothing


class UnannotatedPlain:
    def f(self) -> int: ...


def unannotated_plain_call() -> int: ...


unannotated_plain: Unannotated = UnannotatedPlain()  # S: pyright infers None for the protocol, which promises nothing
by_unannotated_plain: UnannotatedCall = unannotated_plain_call  # S: pyright infers None for the protocol, which promises nothing


class UnannotatedGenerator:
    def f(self) -> Iterator[int]: yield 1


def unannotated_generator_call() -> Iterator[int]: yield 1


unannotated_generator: Unannotated = UnannotatedGenerator()  # S: pyright infers None for the protocol, which promises nothing
by_unannotated_generator: UnannotatedCall = unannotated_generator_call  # S: pyright infers None for the protocol, which promises nothing


class UnannotatedAsyncGenerator:
    async def f(self) -> AsyncIterator[int]: yield 1


async def unannotated_async_generator_call() -> AsyncIterator[int]: yield 1


unannotated_async_generator: Unannotated = UnannotatedAsyncGenerator()  # S: pyright infers None for the protocol, which promises nothing
by_unannotated_async_generator: UnannotatedCall = unannotated_async_generator_call  # S: pyright infers None for the protocol, which promises nothing


class CoroUnannotated(Protocol):
    async def f(self): ...


class CoroUnannotatedCall(Protocol):
    async def __call__(self): ...


class CoroUnannotatedCoroutineFunction:
    async def f(self) -> int: ...


async def coro_unannotated_coroutine_function_call() -> int: ...


coro_unannotated_coroutine_function: CoroUnannotated = CoroUnannotatedCoroutineFunction()  # S: pyright infers None for the protocol, which promises nothing
by_coro_unannotated_coroutine_function: CoroUnannotatedCall = coro_unannotated_coroutine_function_call  # S: pyright infers None for the protocol, which promises nothing


class CoroUnannotatedPlain:
    def f(self) -> int: ...


def coro_unannotated_plain_call() -> int: ...


coro_unannotated_plain: CoroUnannotated = CoroUnannotatedPlain()  # E: f sync-for-async
by_coro_unannotated_plain: CoroUnannotatedCall = coro_unannotated_plain_call  # E: __call__ sync-for-async


class Nothing(Protocol):
    def f(self) -> None: ...


class NothingCall(Protocol):
    def __call__(self) -> None: ...


class NothingCoroutineFunction:
    async def f(self) -> None: ...


async def nothing_coroutine_function_call() -> None: ...


nothing_coroutine_function: Nothing = NothingCoroutineFunction()  # E: f async-for-sync
by_nothing_coroutine_function: NothingCall = nothing_coroutine_function_call  # E: __call__ async-for-sync


class NothingGenerator:
    def f(self) -> Iterator[None]: yield


def nothing_generator_call() -> Iterator[None]: yield


nothing_generator: Nothing = NothingGenerator()  # E: f return-type
by_nothing_generator: NothingCall = nothing_generator_call  # E: __call__ return-type


class NothingAwaitable:
    def f(self) -> Awaitable[None]: ...


def nothing_awaitable_call() -> Awaitable[None]: ...


nothing_awaitable: Nothing = NothingAwaitable()  # E: f async-for-sync
by_nothing_awaitable: NothingCall = nothing_awaitable_call  # E: __call__ async-for-sync


class NothingLater(Protocol):
    async def f(self) -> None: ...


class NothingLaterCall(Protocol):
    async def __call__(self) -> None: ...


class NothingLaterSame:
    async def f(self) -> None: ...


async def nothing_later_same_call() -> None: ...


nothing_later_same: NothingLater = NothingLaterSame()
by_nothing_later_same: NothingLaterCall = nothing_later_same_call


class NothingLaterInt:
    async def f(self) -> int: ...


async def nothing_later_int_call() -> int: ...


nothing_later_int: NothingLater = NothingLaterInt()  # E: f return-type
by_nothing_later_int: NothingLaterCall = nothing_later_int_call  # E: __call__ return-type


class NothingLaterPlain:
    def f(self) -> None: ...


def nothing_later_plain_call() -> None: ...


nothing_later_plain: NothingLater = NothingLaterPlain()  # E: f sync-for-async
by_nothing_later_plain: NothingLaterCall = nothing_later_plain_call  # E: __call__ sync-for-async


class Either(Protocol):
    def f(self) -> int | Awaitable[int]: ...


class EitherCall(Protocol):
    def __call__(self) -> int | Awaitable[int]: ...


class EitherPlain:
    def f(self) -> int: ...


def either_plain_call() -> int: ...


either_plain: Either = EitherPlain()
by_either_plain: EitherCall = either_plain_call


class EitherPlainUnannotated:
    def f(self): return eval("0")


def either_plain_unannotated_call(): return eval("0")


either_plain_unannotated: Either = EitherPlainUnannotated()
by_either_plain_unannotated: EitherCall = either_plain_unannotated_call


class EitherBool:
    def f(self) -> bool: ...


def either_bool_call() -> bool: ...


either_bool: Either = EitherBool()
by_either_bool: EitherCall = either_bool_call


class EitherCoroutineFunction:
    async def f(self) -> int: ...


async def either_coroutine_function_call() -> int: ...


either_coroutine_function: Either = EitherCoroutineFunction()
by_either_coroutine_function: EitherCall = either_coroutine_function_call


class EitherCoroutineFunctionUnannotated:
    async def f(self): return eval("0")


async def either_coroutine_function_unannotated_call(): return eval("0")


either_coroutine_function_unannotated: Either = EitherCoroutineFunctionUnannotated()
by_either_coroutine_function_unannotated: EitherCall = either_coroutine_function_unannotated_call


class EitherAwaitable:
    def f(self) -> Awaitable[int]: ...


def either_awaitable_call() -> Awaitable[int]: ...


either_awaitable: Either = EitherAwaitable()
by_either_awaitable: EitherCall = either_awaitable_call


class EitherCoroutine:
    def f(self) -> Coroutine[Any, Any, int]: ...


def either_coroutine_call() -> Coroutine[Any, Any, int]: ...


either_coroutine: Either = EitherCoroutine()
by_either_coroutine: EitherCall = either_coroutine_call


class EitherSame:
    def f(self) -> int | Awaitable[int]: ...


def either_same_call() -> int | Awaitable[int]: ...


either_same: Either = EitherSame()
by_either_same: EitherCall = either_same_call


class EitherReordered:
    def f(self) -> Awaitable[int] | int: ...


def either_reordered_call() -> Awaitable[int] | int: ...


either_reordered: Either = EitherReordered()
by_either_reordered: EitherCall = either_reordered_call


class EitherOld:
    def f(self) -> Union[Awaitable[int], int]: ...


def either_old_call() -> Union[Awaitable[int], int]: ...


either_old: Either = EitherOld()
by_either_old: EitherCall = either_old_call


class EitherOldTyping:
    def f(self) -> typing.Union[typing.Awaitable[int], int]: ...


def either_old_typing_call() -> typing.Union[typing.Awaitable[int], int]: ...


either_old_typing: Either = EitherOldTyping()
by_either_old_typing: EitherCall = either_old_typing_call


class EitherText:
    def f(self) -> "int | Awaitable[int]": ...


def either_text_call() -> "int | Awaitable[int]": ...


either_text: Either = EitherText()
by_either_text: EitherCall = either_text_call


class EitherHalfText:
    def f(self) -> Union["Awaitable[int]", "int"]: ...


def either_half_text_call() -> Union["Awaitable[int]", "int"]: ...


either_half_text: Either = EitherHalfText()
by_either_half_text: EitherCall = either_half_text_call


class EitherAlias:
    def f(self) -> MaybeInt: ...


def either_alias_call() -> MaybeInt: ...


either_alias: Either = EitherAlias()
by_either_alias: EitherCall = either_alias_call


class EitherAliasText:
    def f(self) -> "MaybeInt": ...


def either_alias_text_call() -> "MaybeInt": ...


either_alias_text: Either = EitherAliasText()
by_either_alias_text: EitherCall = either_alias_text_call


class EitherJob:
    def f(self) -> Job: ...


def either_job_call() -> Job: ...


either_job: Either = EitherJob()
by_either_job: EitherCall = either_job_call


class EitherJobOf:
    def f(self) -> JobOf[int]: ...


def either_job_of_call() -> JobOf[int]: ...


either_job_of: Either = EitherJobOf()
by_either_job_of: EitherCall = either_job_of_call


class EitherNumber:
    def f(self) -> Number: ...


def either_number_call() -> Number: ...


either_number: Either = EitherNumber()
by_either_number: EitherCall = either_number_call


class EitherAny:
    def f(self) -> Any: ...


def either_any_call() -> Any: ...


either_any: Either = EitherAny()
by_either_any: EitherCall = either_any_call


class EitherUnionOfJobs:
    def f(self) -> int | Job: ...


def either_union_of_jobs_call() -> int | Job: ...


either_union_of_jobs: Either = EitherUnionOfJobs()
by_either_union_of_jobs: EitherCall = either_union_of_jobs_call


class EitherWrong:
    def f(self) -> str: ...


def either_wrong_call() -> str: ...


either_wrong: Either = EitherWrong()  # E: f return-type
by_either_wrong: EitherCall = either_wrong_call  # E: __call__ return-type


class EitherWrongCoroutineFunction:
    async def f(self) -> str: ...


async def either_wrong_coroutine_function_call() -> str: ...


either_wrong_coroutine_function: Either = EitherWrongCoroutineFunction()  # E: f return-type
by_either_wrong_coroutine_function: EitherCall = either_wrong_coroutine_function_call  # E: __call__ return-type


class EitherWrongAwaitable:
    def f(self) -> Awaitable[str]: ...


def either_wrong_awaitable_call() -> Awaitable[str]: ...


either_wrong_awaitable: Either = EitherWrongAwaitable()  # E: f return-type
by_either_wrong_awaitable: EitherCall = either_wrong_awaitable_call  # E: __call__ return-type


class EitherWrongJob:
    def f(self) -> TextJob: ...


def either_wrong_job_call() -> TextJob: ...


either_wrong_job: Either = EitherWrongJob()  # E: f return-type
by_either_wrong_job: EitherCall = either_wrong_job_call  # E: __call__ return-type


class EitherHalfWrong:
    def f(self) -> int | Awaitable[str]: ...


def either_half_wrong_call() -> int | Awaitable[str]: ...


either_half_wrong: Either = EitherHalfWrong()  # E: f return-type
by_either_half_wrong: EitherCall = either_half_wrong_call  # E: __call__ return-type


class EitherOtherHalfWrong:
    def f(self) -> str | Awaitable[int]: ...


def either_other_half_wrong_call() -> str | Awaitable[int]: ...


either_other_half_wrong: Either = EitherOtherHalfWrong()  # E: f return-type
by_either_other_half_wrong: EitherCall = either_other_half_wrong_call  # E: __call__ return-type


class EitherOptional:
    def f(self) -> int | None: ...


def either_optional_call() -> int | None: ...


either_optional: Either = EitherOptional()  # E: f return-type
by_either_optional: EitherCall = either_optional_call  # E: __call__ return-type


class EitherNested:
    async def f(self) -> int | Awaitable[int]: ...


async def either_nested_call() -> int | Awaitable[int]: ...


either_nested: Either = EitherNested()  # E: f return-type
by_either_nested: EitherCall = either_nested_call  # E: __call__ return-type


class EitherAsyncGenerator:
    async def f(self) -> AsyncIterator[int]: yield 1


async def either_async_generator_call() -> AsyncIterator[int]: yield 1


either_async_generator: Either = EitherAsyncGenerator()  # E: f return-type|iterator-for-coroutine
by_either_async_generator: EitherCall = either_async_generator_call  # E: __call__ return-type|iterator-for-coroutine


class EitherGenerator:
    def f(self) -> Iterator[int]: yield 1


def either_generator_call() -> Iterator[int]: yield 1


either_generator: Either = EitherGenerator()  # E: f return-type
by_either_generator: EitherCall = either_generator_call  # E: __call__ return-type


class EitherGeneratorUnannotated:
    def f(self): yield 1


def either_generator_unannotated_call(): yield 1


either_generator_unannotated: Either = EitherGeneratorUnannotated()  # E: f return-type
by_either_generator_unannotated: EitherCall = either_generator_unannotated_call  # E: __call__ return-type


class EitherObject:
    def f(self) -> object: ...


def either_object_call() -> object: ...


either_object: Either = EitherObject()  # E: f return-type
by_either_object: EitherCall = either_object_call  # E: __call__ return-type


class EitherOld(Protocol):
    def f(self) -> Union[int, Awaitable[int]]: ...


class EitherOldCall(Protocol):
    def __call__(self) -> Union[int, Awaitable[int]]: ...


class EitherOldPlain:
    def f(self) -> int: ...


def either_old_plain_call() -> int: ...


either_old_plain: EitherOld = EitherOldPlain()
by_either_old_plain: EitherOldCall = either_old_plain_call


class EitherOldCoroutineFunction:
    async def f(self) -> int: ...


async def either_old_coroutine_function_call() -> int: ...


either_old_coroutine_function: EitherOld = EitherOldCoroutineFunction()
by_either_old_coroutine_function: EitherOldCall = either_old_coroutine_function_call


class EitherOldWrong:
    def f(self) -> str: ...


def either_old_wrong_call() -> str: ...


either_old_wrong: EitherOld = EitherOldWrong()  # E: f return-type
by_either_old_wrong: EitherOldCall = either_old_wrong_call  # E: __call__ return-type


class EitherOldWrongCoroutineFunction:
    async def f(self) -> str: ...


async def either_old_wrong_coroutine_function_call() -> str: ...


either_old_wrong_coroutine_function: EitherOld = EitherOldWrongCoroutineFunction()  # E: f return-type
by_either_old_wrong_coroutine_function: EitherOldCall = either_old_wrong_coroutine_function_call  # E: __call__ return-type


class EitherText(Protocol):
    def f(self) -> "int | Awaitable[int]": ...


class EitherTextCall(Protocol):
    def __call__(self) -> "int | Awaitable[int]": ...


class EitherTextPlain:
    def f(self) -> int: ...


def either_text_plain_call() -> int: ...


either_text_plain: EitherText = EitherTextPlain()
by_either_text_plain: EitherTextCall = either_text_plain_call


class EitherTextCoroutineFunction:
    async def f(self) -> int: ...


async def either_text_coroutine_function_call() -> int: ...


either_text_coroutine_function: EitherText = EitherTextCoroutineFunction()
by_either_text_coroutine_function: EitherTextCall = either_text_coroutine_function_call


class EitherTextWrong:
    def f(self) -> str: ...


def either_text_wrong_call() -> str: ...


either_text_wrong: EitherText = EitherTextWrong()  # E: f return-type
by_either_text_wrong: EitherTextCall = either_text_wrong_call  # E: __call__ return-type


class EitherTextWrongCoroutineFunction:
    async def f(self) -> str: ...


async def either_text_wrong_coroutine_function_call() -> str: ...


either_text_wrong_coroutine_function: EitherText = EitherTextWrongCoroutineFunction()  # E: f return-type
by_either_text_wrong_coroutine_function: EitherTextCall = either_text_wrong_coroutine_function_call  # E: __call__ return-type


class EitherAlias(Protocol):
    def f(self) -> MaybeInt: ...


class EitherAliasCall(Protocol):
    def __call__(self) -> MaybeInt: ...


class EitherAliasPlain:
    def f(self) -> int: ...


def either_alias_plain_call() -> int: ...


either_alias_plain: EitherAlias = EitherAliasPlain()
by_either_alias_plain: EitherAliasCall = either_alias_plain_call


class EitherAliasCoroutineFunction:
    async def f(self) -> int: ...


async def either_alias_coroutine_function_call() -> int: ...


either_alias_coroutine_function: EitherAlias = EitherAliasCoroutineFunction()
by_either_alias_coroutine_function: EitherAliasCall = either_alias_coroutine_function_call


class EitherAliasSame:
    def f(self) -> MaybeInt: ...


def either_alias_same_call() -> MaybeInt: ...


either_alias_same: EitherAlias = EitherAliasSame()
by_either_alias_same: EitherAliasCall = either_alias_same_call


class EitherAliasWrong:
    def f(self) -> str: ...


def either_alias_wrong_call() -> str: ...


either_alias_wrong: EitherAlias = EitherAliasWrong()  # E: f return-type
by_either_alias_wrong: EitherAliasCall = either_alias_wrong_call  # E: __call__ return-type


class EitherAliasWrongCoroutineFunction:
    async def f(self) -> str: ...


async def either_alias_wrong_coroutine_function_call() -> str: ...


either_alias_wrong_coroutine_function: EitherAlias = EitherAliasWrongCoroutineFunction()  # E: f return-type
by_either_alias_wrong_coroutine_function: EitherAliasCall = either_alias_wrong_coroutine_function_call  # E: __call__ return-type


class EitherNothing(Protocol):
    def f(self) -> None | Awaitable[None]: ...


class EitherNothingCall(Protocol):
    def __call__(self) -> None | Awaitable[None]: ...


class EitherNothingPlain:
    def f(self) -> None: ...


def either_nothing_plain_call() -> None: ...


either_nothing_plain: EitherNothing = EitherNothingPlain()
by_either_nothing_plain: EitherNothingCall = either_nothing_plain_call


class EitherNothingCoroutineFunction:
    async def f(self) -> None: ...


async def either_nothing_coroutine_function_call() -> None: ...


either_nothing_coroutine_function: EitherNothing = EitherNothingCoroutineFunction()
by_either_nothing_coroutine_function: EitherNothingCall = either_nothing_coroutine_function_call


class EitherNothingOptionalCoroutine:
    def f(self) -> Optional[Coroutine[Any, Any, None]]: ...


def either_nothing_optional_coroutine_call() -> Optional[Coroutine[Any, Any, None]]: ...


either_nothing_optional_coroutine: EitherNothing = EitherNothingOptionalCoroutine()
by_either_nothing_optional_coroutine: EitherNothingCall = either_nothing_optional_coroutine_call


class EitherNothingInt:
    def f(self) -> int: ...


def either_nothing_int_call() -> int: ...


either_nothing_int: EitherNothing = EitherNothingInt()  # E: f return-type
by_either_nothing_int: EitherNothingCall = either_nothing_int_call  # E: __call__ return-type


class OptionalLater(Protocol):
    def f(self) -> Optional[Awaitable[int]]: ...


class OptionalLaterCall(Protocol):
    def __call__(self) -> Optional[Awaitable[int]]: ...


class OptionalLaterNone:
    def f(self) -> None: ...


def optional_later_none_call() -> None: ...


optional_later_none: OptionalLater = OptionalLaterNone()
by_optional_later_none: OptionalLaterCall = optional_later_none_call


class OptionalLaterCoroutineFunction:
    async def f(self) -> int: ...


async def optional_later_coroutine_function_call() -> int: ...


optional_later_coroutine_function: OptionalLater = OptionalLaterCoroutineFunction()
by_optional_later_coroutine_function: OptionalLaterCall = optional_later_coroutine_function_call


class OptionalLaterAwaitable:
    def f(self) -> Awaitable[int]: ...


def optional_later_awaitable_call() -> Awaitable[int]: ...


optional_later_awaitable: OptionalLater = OptionalLaterAwaitable()
by_optional_later_awaitable: OptionalLaterCall = optional_later_awaitable_call


class OptionalLaterInt:
    def f(self) -> int: ...


def optional_later_int_call() -> int: ...


optional_later_int: OptionalLater = OptionalLaterInt()  # E: f return-type
by_optional_later_int: OptionalLaterCall = optional_later_int_call  # E: __call__ return-type


class EitherIterator(Protocol):
    def f(self) -> Iterator[int] | AsyncIterator[int]: ...


class EitherIteratorCall(Protocol):
    def __call__(self) -> Iterator[int] | AsyncIterator[int]: ...


class EitherIteratorGenerator:
    def f(self) -> Iterator[int]: yield 1


def either_iterator_generator_call() -> Iterator[int]: yield 1


either_iterator_generator: EitherIterator = EitherIteratorGenerator()
by_either_iterator_generator: EitherIteratorCall = either_iterator_generator_call


class EitherIteratorGeneratorUnannotated:
    def f(self): yield 1


def either_iterator_generator_unannotated_call(): yield 1


either_iterator_generator_unannotated: EitherIterator = EitherIteratorGeneratorUnannotated()
by_either_iterator_generator_unannotated: EitherIteratorCall = either_iterator_generator_unannotated_call


class EitherIteratorAsyncGenerator:
    async def f(self) -> AsyncIterator[int]: yield 1


async def either_iterator_async_generator_call() -> AsyncIterator[int]: yield 1


either_iterator_async_generator: EitherIterator = EitherIteratorAsyncGenerator()
by_either_iterator_async_generator: EitherIteratorCall = either_iterator_async_generator_call


class EitherIteratorAsyncGeneratorUnannotated:
    async def f(self): yield 1


async def either_iterator_async_generator_unannotated_call(): yield 1


either_iterator_async_generator_unannotated: EitherIterator = EitherIteratorAsyncGeneratorUnannotated()
by_either_iterator_async_generator_unannotated: EitherIteratorCall = either_iterator_async_generator_unannotated_call


class EitherIteratorStream:
    def f(self) -> Stream: ...


def either_iterator_stream_call() -> Stream: ...


either_iterator_stream: EitherIterator = EitherIteratorStream()
by_either_iterator_stream: EitherIteratorCall = either_iterator_stream_call


class EitherIteratorCoroutineFunction:
    async def f(self) -> int: ...


async def either_iterator_coroutine_function_call() -> int: ...


either_iterator_coroutine_function: EitherIterator = EitherIteratorCoroutineFunction()  # E: f return-type|coroutine-for-iterator|async-for-sync
by_either_iterator_coroutine_function: EitherIteratorCall = either_iterator_coroutine_function_call  # E: __call__ return-type|coroutine-for-iterator|async-for-sync


class EitherIteratorPlain:
    def f(self) -> int: ...


def either_iterator_plain_call() -> int: ...


either_iterator_plain: EitherIterator = EitherIteratorPlain()  # E: f return-type
by_either_iterator_plain: EitherIteratorCall = either_iterator_plain_call  # E: __call__ return-type


class EitherIteratorList:
    def f(self) -> list[int]: ...


def either_iterator_list_call() -> list[int]: ...


either_iterator_list: EitherIterator = EitherIteratorList()  # E: f return-type
by_either_iterator_list: EitherIteratorCall = either_iterator_list_call  # E: __call__ return-type


class Gives(Protocol):
    def f(self) -> Coroutine[Any, Any, int]: ...


class GivesCall(Protocol):
    def __call__(self) -> Coroutine[Any, Any, int]: ...


class GivesCoroutineFunction:
    async def f(self) -> int: ...


async def gives_coroutine_function_call() -> int: ...


gives_coroutine_function: Gives = GivesCoroutineFunction()
by_gives_coroutine_function: GivesCall = gives_coroutine_function_call


class GivesSame:
    def f(self) -> Coroutine[Any, Any, int]: ...


def gives_same_call() -> Coroutine[Any, Any, int]: ...


gives_same: Gives = GivesSame()
by_gives_same: GivesCall = gives_same_call


class GivesAwaitable:
    def f(self) -> Awaitable[int]: ...


def gives_awaitable_call() -> Awaitable[int]: ...


gives_awaitable: Gives = GivesAwaitable()  # E: f return-type
by_gives_awaitable: GivesCall = gives_awaitable_call  # E: __call__ return-type


class GivesPlain:
    def f(self) -> int: ...


def gives_plain_call() -> int: ...


gives_plain: Gives = GivesPlain()  # E: f sync-for-async
by_gives_plain: GivesCall = gives_plain_call  # E: __call__ sync-for-async


class GivesWrong:
    async def f(self) -> str: ...


async def gives_wrong_call() -> str: ...


gives_wrong: Gives = GivesWrong()  # E: f return-type
by_gives_wrong: GivesCall = gives_wrong_call  # E: __call__ return-type


class AIter(Protocol):
    def f(self) -> AsyncIterator[int]: ...


class AIterCall(Protocol):
    def __call__(self) -> AsyncIterator[int]: ...


class AIterSame:
    def f(self) -> AsyncIterator[int]: ...


def a_iter_same_call() -> AsyncIterator[int]: ...


a_iter_same: AIter = AIterSame()
by_a_iter_same: AIterCall = a_iter_same_call


class AIterText:
    def f(self) -> "AsyncIterator[int]": ...


def a_iter_text_call() -> "AsyncIterator[int]": ...


a_iter_text: AIter = AIterText()
by_a_iter_text: AIterCall = a_iter_text_call


class AIterOld:
    def f(self) -> typing.AsyncIterator[int]: ...


def a_iter_old_call() -> typing.AsyncIterator[int]: ...


a_iter_old: AIter = AIterOld()
by_a_iter_old: AIterCall = a_iter_old_call


class AIterAsyncGenerator:
    async def f(self) -> AsyncIterator[int]: yield 1


async def a_iter_async_generator_call() -> AsyncIterator[int]: yield 1


a_iter_async_generator: AIter = AIterAsyncGenerator()
by_a_iter_async_generator: AIterCall = a_iter_async_generator_call


class AIterAsyncGeneratorAsGenerator:
    async def f(self) -> AsyncGenerator[int, None]: yield 1


async def a_iter_async_generator_as_generator_call() -> AsyncGenerator[int, None]: yield 1


a_iter_async_generator_as_generator: AIter = AIterAsyncGeneratorAsGenerator()
by_a_iter_async_generator_as_generator: AIterCall = a_iter_async_generator_as_generator_call


class AIterAsyncGeneratorUnannotated:
    async def f(self): yield 1


async def a_iter_async_generator_unannotated_call(): yield 1


a_iter_async_generator_unannotated: AIter = AIterAsyncGeneratorUnannotated()
by_a_iter_async_generator_unannotated: AIterCall = a_iter_async_generator_unannotated_call


class AIterAsyncGeneratorWrong:
    async def f(self) -> AsyncIterator[str]: yield ""


async def a_iter_async_generator_wrong_call() -> AsyncIterator[str]: yield ""


a_iter_async_generator_wrong: AIter = AIterAsyncGeneratorWrong()  # E: f return-type
by_a_iter_async_generator_wrong: AIterCall = a_iter_async_generator_wrong_call  # E: __call__ return-type


class AIterGivesGenerator:
    def f(self) -> AsyncGenerator[int, None]: ...


def a_iter_gives_generator_call() -> AsyncGenerator[int, None]: ...


a_iter_gives_generator: AIter = AIterGivesGenerator()
by_a_iter_gives_generator: AIterCall = a_iter_gives_generator_call


class AIterGivesIterable:
    def f(self) -> AsyncIterable[int]: ...


def a_iter_gives_iterable_call() -> AsyncIterable[int]: ...


a_iter_gives_iterable: AIter = AIterGivesIterable()  # E: f return-type
by_a_iter_gives_iterable: AIterCall = a_iter_gives_iterable_call  # E: __call__ return-type


class AIterWrong:
    def f(self) -> AsyncIterator[str]: ...


def a_iter_wrong_call() -> AsyncIterator[str]: ...


a_iter_wrong: AIter = AIterWrong()  # E: f return-type
by_a_iter_wrong: AIterCall = a_iter_wrong_call  # E: __call__ return-type


class AIterCoroutineFunction:
    async def f(self) -> AsyncIterator[int]: ...


async def a_iter_coroutine_function_call() -> AsyncIterator[int]: ...


a_iter_coroutine_function: AIter = AIterCoroutineFunction()  # E: f coroutine-for-iterator
by_a_iter_coroutine_function: AIterCall = a_iter_coroutine_function_call  # E: __call__ coroutine-for-iterator


class AIterCoroutineFunctionUnannotated:
    async def f(self): return eval("0")


async def a_iter_coroutine_function_unannotated_call(): return eval("0")


a_iter_coroutine_function_unannotated: AIter = AIterCoroutineFunctionUnannotated()  # E: f coroutine-for-iterator
by_a_iter_coroutine_function_unannotated: AIterCall = a_iter_coroutine_function_unannotated_call  # E: __call__ coroutine-for-iterator


class AIterCoroutine:
    def f(self) -> Coroutine[Any, Any, AsyncIterator[int]]: ...


def a_iter_coroutine_call() -> Coroutine[Any, Any, AsyncIterator[int]]: ...


a_iter_coroutine: AIter = AIterCoroutine()  # E: f coroutine-for-iterator
by_a_iter_coroutine: AIterCall = a_iter_coroutine_call  # E: __call__ coroutine-for-iterator


class AIterAwaitable:
    def f(self) -> Awaitable[AsyncIterator[int]]: ...


def a_iter_awaitable_call() -> Awaitable[AsyncIterator[int]]: ...


a_iter_awaitable: AIter = AIterAwaitable()  # E: f coroutine-for-iterator
by_a_iter_awaitable: AIterCall = a_iter_awaitable_call  # E: __call__ coroutine-for-iterator


class AIterGenerator:
    def f(self) -> Iterator[int]: yield 1


def a_iter_generator_call() -> Iterator[int]: yield 1


a_iter_generator: AIter = AIterGenerator()  # E: f sync-for-async
by_a_iter_generator: AIterCall = a_iter_generator_call  # E: __call__ sync-for-async


class AIterGeneratorUnannotated:
    def f(self): yield 1


def a_iter_generator_unannotated_call(): yield 1


a_iter_generator_unannotated: AIter = AIterGeneratorUnannotated()  # E: f sync-for-async
by_a_iter_generator_unannotated: AIterCall = a_iter_generator_unannotated_call  # E: __call__ sync-for-async


class AIterIterator:
    def f(self) -> Iterator[int]: ...


def a_iter_iterator_call() -> Iterator[int]: ...


a_iter_iterator: AIter = AIterIterator()  # E: f sync-for-async|return-type
by_a_iter_iterator: AIterCall = a_iter_iterator_call  # E: __call__ sync-for-async|return-type


class AIterList:
    def f(self) -> list[int]: ...


def a_iter_list_call() -> list[int]: ...


a_iter_list: AIter = AIterList()  # E: f sync-for-async|return-type
by_a_iter_list: AIterCall = a_iter_list_call  # E: __call__ sync-for-async|return-type


class AIterPlain:
    def f(self) -> int: ...


def a_iter_plain_call() -> int: ...


a_iter_plain: AIter = AIterPlain()  # E: f sync-for-async|return-type
by_a_iter_plain: AIterCall = a_iter_plain_call  # E: __call__ sync-for-async|return-type


class AIterUnannotated:
    def f(self): return eval("0")


def a_iter_unannotated_call(): return eval("0")


a_iter_unannotated: AIter = AIterUnannotated()
by_a_iter_unannotated: AIterCall = a_iter_unannotated_call


class AIterAny:
    def f(self) -> Any: ...


def a_iter_any_call() -> Any: ...


a_iter_any: AIter = AIterAny()
by_a_iter_any: AIterCall = a_iter_any_call


class AIterStream:
    def f(self) -> Stream: ...


def a_iter_stream_call() -> Stream: ...


a_iter_stream: AIter = AIterStream()
by_a_iter_stream: AIterCall = a_iter_stream_call


class AIterStreamText:
    def f(self) -> "Stream": ...


def a_iter_stream_text_call() -> "Stream": ...


a_iter_stream_text: AIter = AIterStreamText()
by_a_iter_stream_text: AIterCall = a_iter_stream_text_call


class AIterStreamOf:
    def f(self) -> StreamOf[int]: ...


def a_iter_stream_of_call() -> StreamOf[int]: ...


a_iter_stream_of: AIter = AIterStreamOf()
by_a_iter_stream_of: AIterCall = a_iter_stream_of_call


class AIterStreamOfWrong:
    def f(self) -> StreamOf[str]: ...


def a_iter_stream_of_wrong_call() -> StreamOf[str]: ...


a_iter_stream_of_wrong: AIter = AIterStreamOfWrong()  # E: f return-type
by_a_iter_stream_of_wrong: AIterCall = a_iter_stream_of_wrong_call  # E: __call__ return-type


class AIterTexts:
    def f(self) -> Texts: ...


def a_iter_texts_call() -> Texts: ...


a_iter_texts: AIter = AIterTexts()  # E: f return-type
by_a_iter_texts: AIterCall = a_iter_texts_call  # E: __call__ return-type


class AIterSource:
    def f(self) -> Source: ...


def a_iter_source_call() -> Source: ...


a_iter_source: AIter = AIterSource()  # E: f return-type
by_a_iter_source: AIterCall = a_iter_source_call  # E: __call__ return-type


class AIterHalf:
    def f(self) -> Half: ...


def a_iter_half_call() -> Half: ...


a_iter_half: AIter = AIterHalf()  # E: f return-type
by_a_iter_half: AIterCall = a_iter_half_call  # E: __call__ return-type


class AIterBothWays:
    def f(self) -> BothWays: ...


def a_iter_both_ways_call() -> BothWays: ...


a_iter_both_ways: AIter = AIterBothWays()
by_a_iter_both_ways: AIterCall = a_iter_both_ways_call


class AIterJob:
    def f(self) -> Job: ...


def a_iter_job_call() -> Job: ...


a_iter_job: AIter = AIterJob()  # E: f coroutine-for-iterator|return-type
by_a_iter_job: AIterCall = a_iter_job_call  # E: __call__ coroutine-for-iterator|return-type


class AIterUnion:
    def f(self) -> Stream | AsyncIterator[int]: ...


def a_iter_union_call() -> Stream | AsyncIterator[int]: ...


a_iter_union: AIter = AIterUnion()
by_a_iter_union: AIterCall = a_iter_union_call


class AIterOptional:
    def f(self) -> Optional[AsyncIterator[int]]: ...


def a_iter_optional_call() -> Optional[AsyncIterator[int]]: ...


a_iter_optional: AIter = AIterOptional()  # E: f return-type
by_a_iter_optional: AIterCall = a_iter_optional_call  # E: __call__ return-type


class AIterable(Protocol):
    def f(self) -> AsyncIterable[int]: ...


class AIterableCall(Protocol):
    def __call__(self) -> AsyncIterable[int]: ...


class AIterableSame:
    def f(self) -> AsyncIterable[int]: ...


def a_iterable_same_call() -> AsyncIterable[int]: ...


a_iterable_same: AIterable = AIterableSame()
by_a_iterable_same: AIterableCall = a_iterable_same_call


class AIterableIterator:
    def f(self) -> AsyncIterator[int]: ...


def a_iterable_iterator_call() -> AsyncIterator[int]: ...


a_iterable_iterator: AIterable = AIterableIterator()
by_a_iterable_iterator: AIterableCall = a_iterable_iterator_call


class AIterableAsyncGenerator:
    async def f(self) -> AsyncIterator[int]: yield 1


async def a_iterable_async_generator_call() -> AsyncIterator[int]: yield 1


a_iterable_async_generator: AIterable = AIterableAsyncGenerator()
by_a_iterable_async_generator: AIterableCall = a_iterable_async_generator_call


class AIterableStream:
    def f(self) -> Stream: ...


def a_iterable_stream_call() -> Stream: ...


a_iterable_stream: AIterable = AIterableStream()
by_a_iterable_stream: AIterableCall = a_iterable_stream_call


class AIterableSource:
    def f(self) -> Source: ...


def a_iterable_source_call() -> Source: ...


a_iterable_source: AIterable = AIterableSource()
by_a_iterable_source: AIterableCall = a_iterable_source_call


class AIterableHalf:
    def f(self) -> Half: ...


def a_iterable_half_call() -> Half: ...


a_iterable_half: AIterable = AIterableHalf()  # E: f return-type
by_a_iterable_half: AIterableCall = a_iterable_half_call  # E: __call__ return-type


class AIterableTexts:
    def f(self) -> Texts: ...


def a_iterable_texts_call() -> Texts: ...


a_iterable_texts: AIterable = AIterableTexts()  # E: f return-type
by_a_iterable_texts: AIterableCall = a_iterable_texts_call  # E: __call__ return-type


class AIterableCoroutineFunction:
    async def f(self) -> AsyncIterator[int]: ...


async def a_iterable_coroutine_function_call() -> AsyncIterator[int]: ...


a_iterable_coroutine_function: AIterable = AIterableCoroutineFunction()  # E: f coroutine-for-iterator
by_a_iterable_coroutine_function: AIterableCall = a_iterable_coroutine_function_call  # E: __call__ coroutine-for-iterator


class AGen(Protocol):
    def f(self) -> AsyncGenerator[int, None]: ...


class AGenCall(Protocol):
    def __call__(self) -> AsyncGenerator[int, None]: ...


class AGenAsyncGenerator:
    async def f(self) -> AsyncGenerator[int, None]: yield 1


async def a_gen_async_generator_call() -> AsyncGenerator[int, None]: yield 1


a_gen_async_generator: AGen = AGenAsyncGenerator()
by_a_gen_async_generator: AGenCall = a_gen_async_generator_call


class AGenAsyncGeneratorAsIterator:
    async def f(self) -> AsyncIterator[int]: yield 1


async def a_gen_async_generator_as_iterator_call() -> AsyncIterator[int]: yield 1


a_gen_async_generator_as_iterator: AGen = AGenAsyncGeneratorAsIterator()  # S: an asynchronous generator is one whatever its annotation promises
by_a_gen_async_generator_as_iterator: AGenCall = a_gen_async_generator_as_iterator_call  # S: an asynchronous generator is one whatever its annotation promises


class AGenStream:
    def f(self) -> Stream: ...


def a_gen_stream_call() -> Stream: ...


a_gen_stream: AGen = AGenStream()  # E: f return-type
by_a_gen_stream: AGenCall = a_gen_stream_call  # E: __call__ return-type


class AGenCoroutineFunction:
    async def f(self) -> int: ...


async def a_gen_coroutine_function_call() -> int: ...


a_gen_coroutine_function: AGen = AGenCoroutineFunction()  # E: f coroutine-for-iterator
by_a_gen_coroutine_function: AGenCall = a_gen_coroutine_function_call  # E: __call__ coroutine-for-iterator


class CoroOfIterator(Protocol):
    async def f(self) -> AsyncIterator[int]: ...


class CoroOfIteratorCall(Protocol):
    async def __call__(self) -> AsyncIterator[int]: ...


class CoroOfIteratorSame:
    async def f(self) -> AsyncIterator[int]: ...


async def coro_of_iterator_same_call() -> AsyncIterator[int]: ...


coro_of_iterator_same: CoroOfIterator = CoroOfIteratorSame()
by_coro_of_iterator_same: CoroOfIteratorCall = coro_of_iterator_same_call


class CoroOfIteratorAsyncGenerator:
    async def f(self) -> AsyncIterator[int]: yield 1


async def coro_of_iterator_async_generator_call() -> AsyncIterator[int]: yield 1


coro_of_iterator_async_generator: CoroOfIterator = CoroOfIteratorAsyncGenerator()  # E: f iterator-for-coroutine
by_coro_of_iterator_async_generator: CoroOfIteratorCall = coro_of_iterator_async_generator_call  # E: __call__ iterator-for-coroutine


class CoroOfIteratorGives:
    def f(self) -> AsyncIterator[int]: ...


def coro_of_iterator_gives_call() -> AsyncIterator[int]: ...


coro_of_iterator_gives: CoroOfIterator = CoroOfIteratorGives()  # E: f iterator-for-coroutine
by_coro_of_iterator_gives: CoroOfIteratorCall = coro_of_iterator_gives_call  # E: __call__ iterator-for-coroutine


class CoroOfIteratorStream:
    async def f(self) -> Stream: ...


async def coro_of_iterator_stream_call() -> Stream: ...


coro_of_iterator_stream: CoroOfIterator = CoroOfIteratorStream()
by_coro_of_iterator_stream: CoroOfIteratorCall = coro_of_iterator_stream_call


class CoroOfIteratorCoroutine:
    def f(self) -> "types.CoroutineType[Any, Any, AsyncIterator[int]]": ...


def coro_of_iterator_coroutine_call() -> "types.CoroutineType[Any, Any, AsyncIterator[int]]": ...


coro_of_iterator_coroutine: CoroOfIterator = CoroOfIteratorCoroutine()
by_coro_of_iterator_coroutine: CoroOfIteratorCall = coro_of_iterator_coroutine_call


class CoroOfIteratorPlain:
    async def f(self) -> int: ...


async def coro_of_iterator_plain_call() -> int: ...


coro_of_iterator_plain: CoroOfIterator = CoroOfIteratorPlain()  # E: f return-type
by_coro_of_iterator_plain: CoroOfIteratorCall = coro_of_iterator_plain_call  # E: __call__ return-type


class Iter(Protocol):
    def f(self) -> Iterator[int]: ...


class IterCall(Protocol):
    def __call__(self) -> Iterator[int]: ...


class IterSame:
    def f(self) -> Iterator[int]: ...


def iter_same_call() -> Iterator[int]: ...


iter_same: Iter = IterSame()
by_iter_same: IterCall = iter_same_call


class IterGenerator:
    def f(self) -> Iterator[int]: yield 1


def iter_generator_call() -> Iterator[int]: yield 1


iter_generator: Iter = IterGenerator()
by_iter_generator: IterCall = iter_generator_call


class IterGeneratorAsGenerator:
    def f(self) -> Generator[int, None, None]: yield 1


def iter_generator_as_generator_call() -> Generator[int, None, None]: yield 1


iter_generator_as_generator: Iter = IterGeneratorAsGenerator()
by_iter_generator_as_generator: IterCall = iter_generator_as_generator_call


class IterGeneratorUnannotated:
    def f(self): yield 1


def iter_generator_unannotated_call(): yield 1


iter_generator_unannotated: Iter = IterGeneratorUnannotated()
by_iter_generator_unannotated: IterCall = iter_generator_unannotated_call


class IterGeneratorWrong:
    def f(self) -> Iterator[str]: yield ""


def iter_generator_wrong_call() -> Iterator[str]: yield ""


iter_generator_wrong: Iter = IterGeneratorWrong()  # E: f return-type
by_iter_generator_wrong: IterCall = iter_generator_wrong_call  # E: __call__ return-type


class IterList:
    def f(self) -> list[int]: ...


def iter_list_call() -> list[int]: ...


iter_list: Iter = IterList()  # E: f return-type
by_iter_list: IterCall = iter_list_call  # E: __call__ return-type


class IterAsyncGenerator:
    async def f(self) -> AsyncIterator[int]: yield 1


async def iter_async_generator_call() -> AsyncIterator[int]: yield 1


iter_async_generator: Iter = IterAsyncGenerator()  # E: f async-for-sync|return-type
by_iter_async_generator: IterCall = iter_async_generator_call  # E: __call__ async-for-sync|return-type


class IterCoroutineFunction:
    async def f(self) -> Iterator[int]: ...


async def iter_coroutine_function_call() -> Iterator[int]: ...


iter_coroutine_function: Iter = IterCoroutineFunction()  # E: f async-for-sync
by_iter_coroutine_function: IterCall = iter_coroutine_function_call  # E: __call__ async-for-sync


class Iterables(Protocol):
    def f(self) -> Iterable[int]: ...


class IterablesCall(Protocol):
    def __call__(self) -> Iterable[int]: ...


class IterablesGenerator:
    def f(self) -> Iterator[int]: yield 1


def iterables_generator_call() -> Iterator[int]: yield 1


iterables_generator: Iterables = IterablesGenerator()
by_iterables_generator: IterablesCall = iterables_generator_call


class IterablesGeneratorUnannotated:
    def f(self): yield 1


def iterables_generator_unannotated_call(): yield 1


iterables_generator_unannotated: Iterables = IterablesGeneratorUnannotated()
by_iterables_generator_unannotated: IterablesCall = iterables_generator_unannotated_call


class IterablesList:
    def f(self) -> list[int]: ...


def iterables_list_call() -> list[int]: ...


iterables_list: Iterables = IterablesList()
by_iterables_list: IterablesCall = iterables_list_call


class IterablesAsyncGenerator:
    async def f(self) -> AsyncIterator[int]: yield 1


async def iterables_async_generator_call() -> AsyncIterator[int]: yield 1


iterables_async_generator: Iterables = IterablesAsyncGenerator()  # E: f async-for-sync|return-type
by_iterables_async_generator: IterablesCall = iterables_async_generator_call  # E: __call__ async-for-sync|return-type


class MaybeIter(Protocol):
    def f(self) -> Iterator[int] | None: ...


class MaybeIterCall(Protocol):
    def __call__(self) -> Iterator[int] | None: ...


class MaybeIterSame:
    def f(self) -> Iterator[int] | None: ...


def maybe_iter_same_call() -> Iterator[int] | None: ...


maybe_iter_same: MaybeIter = MaybeIterSame()
by_maybe_iter_same: MaybeIterCall = maybe_iter_same_call


class MaybeIterGenerator:
    def f(self) -> Iterator[int]: yield 1


def maybe_iter_generator_call() -> Iterator[int]: yield 1


maybe_iter_generator: MaybeIter = MaybeIterGenerator()
by_maybe_iter_generator: MaybeIterCall = maybe_iter_generator_call


class MaybeIterGeneratorAsGenerator:
    def f(self) -> Generator[int, None, None]: yield 1


def maybe_iter_generator_as_generator_call() -> Generator[int, None, None]: yield 1


maybe_iter_generator_as_generator: MaybeIter = MaybeIterGeneratorAsGenerator()
by_maybe_iter_generator_as_generator: MaybeIterCall = maybe_iter_generator_as_generator_call


class MaybeIterGeneratorUnannotated:
    def f(self): yield 1


def maybe_iter_generator_unannotated_call(): yield 1


maybe_iter_generator_unannotated: MaybeIter = MaybeIterGeneratorUnannotated()
by_maybe_iter_generator_unannotated: MaybeIterCall = maybe_iter_generator_unannotated_call


class MaybeIterGeneratorWrong:
    def f(self) -> Iterator[str]: yield ""


def maybe_iter_generator_wrong_call() -> Iterator[str]: yield ""


maybe_iter_generator_wrong: MaybeIter = MaybeIterGeneratorWrong()  # E: f return-type
by_maybe_iter_generator_wrong: MaybeIterCall = maybe_iter_generator_wrong_call  # E: __call__ return-type


class MaybeIterNone:
    def f(self) -> None: ...


def maybe_iter_none_call() -> None: ...


maybe_iter_none: MaybeIter = MaybeIterNone()
by_maybe_iter_none: MaybeIterCall = maybe_iter_none_call


class MaybeIterAsyncGenerator:
    async def f(self) -> AsyncIterator[int]: yield 1


async def maybe_iter_async_generator_call() -> AsyncIterator[int]: yield 1


maybe_iter_async_generator: MaybeIter = MaybeIterAsyncGenerator()  # E: f async-for-sync|return-type
by_maybe_iter_async_generator: MaybeIterCall = maybe_iter_async_generator_call  # E: __call__ async-for-sync|return-type


class MaybeIterOld(Protocol):
    def f(self) -> Optional[Iterable[int]]: ...


class MaybeIterOldCall(Protocol):
    def __call__(self) -> Optional[Iterable[int]]: ...


class MaybeIterOldGenerator:
    def f(self) -> Iterator[int]: yield 1


def maybe_iter_old_generator_call() -> Iterator[int]: yield 1


maybe_iter_old_generator: MaybeIterOld = MaybeIterOldGenerator()
by_maybe_iter_old_generator: MaybeIterOldCall = maybe_iter_old_generator_call


class MaybeIterOldGeneratorUnannotated:
    def f(self): yield 1


def maybe_iter_old_generator_unannotated_call(): yield 1


maybe_iter_old_generator_unannotated: MaybeIterOld = MaybeIterOldGeneratorUnannotated()
by_maybe_iter_old_generator_unannotated: MaybeIterOldCall = maybe_iter_old_generator_unannotated_call


class MaybeIterOldList:
    def f(self) -> list[int]: ...


def maybe_iter_old_list_call() -> list[int]: ...


maybe_iter_old_list: MaybeIterOld = MaybeIterOldList()
by_maybe_iter_old_list: MaybeIterOldCall = maybe_iter_old_list_call


class MaybeIterOldInt:
    def f(self) -> int: ...


def maybe_iter_old_int_call() -> int: ...


maybe_iter_old_int: MaybeIterOld = MaybeIterOldInt()  # E: f return-type
by_maybe_iter_old_int: MaybeIterOldCall = maybe_iter_old_int_call  # E: __call__ return-type


class Lists(Protocol):
    def f(self) -> list[int]: ...


class ListsCall(Protocol):
    def __call__(self) -> list[int]: ...


class ListsGeneratorUnannotated:
    def f(self): yield 1


def lists_generator_unannotated_call(): yield 1


lists_generator_unannotated: Lists = ListsGeneratorUnannotated()  # E: f return-type
by_lists_generator_unannotated: ListsCall = lists_generator_unannotated_call  # E: __call__ return-type


class ListsGenerator:
    def f(self) -> Iterator[int]: yield 1


def lists_generator_call() -> Iterator[int]: yield 1


lists_generator: Lists = ListsGenerator()  # E: f return-type
by_lists_generator: ListsCall = lists_generator_call  # E: __call__ return-type


class Gener(Protocol):
    def f(self) -> Generator[int, str, bytes]: ...


class GenerCall(Protocol):
    def __call__(self) -> Generator[int, str, bytes]: ...


class GenerSame:
    def f(self) -> Generator[int, str, bytes]: yield 1


def gener_same_call() -> Generator[int, str, bytes]: yield 1


gener_same: Gener = GenerSame()
by_gener_same: GenerCall = gener_same_call


class GenerUnannotated:
    def f(self): yield 1


def gener_unannotated_call(): yield 1


gener_unannotated: Gener = GenerUnannotated()  # S: only running it tells what a generator returns
by_gener_unannotated: GenerCall = gener_unannotated_call  # S: only running it tells what a generator returns


class GenerIterator:
    def f(self) -> Iterator[int]: yield 1


def gener_iterator_call() -> Iterator[int]: yield 1


gener_iterator: Gener = GenerIterator()  # S: a generator is one whatever its annotation promises
by_gener_iterator: GenerCall = gener_iterator_call  # S: a generator is one whatever its annotation promises


class GenerGivesIterator:
    def f(self) -> Iterator[int]: ...


def gener_gives_iterator_call() -> Iterator[int]: ...


gener_gives_iterator: Gener = GenerGivesIterator()  # E: f return-type
by_gener_gives_iterator: GenerCall = gener_gives_iterator_call  # E: __call__ return-type


class GenerWrongItem:
    def f(self) -> Generator[str, str, bytes]: yield ""


def gener_wrong_item_call() -> Generator[str, str, bytes]: yield ""


gener_wrong_item: Gener = GenerWrongItem()  # E: f return-type
by_gener_wrong_item: GenerCall = gener_wrong_item_call  # E: __call__ return-type


class GenerWrongSent:
    def f(self) -> Generator[int, int, bytes]: yield 1


def gener_wrong_sent_call() -> Generator[int, int, bytes]: yield 1


gener_wrong_sent: Gener = GenerWrongSent()  # E: f return-type
by_gener_wrong_sent: GenerCall = gener_wrong_sent_call  # E: __call__ return-type


class GenerWrongReturned:
    def f(self) -> Generator[int, str, str]: yield 1


def gener_wrong_returned_call() -> Generator[int, str, str]: yield 1


gener_wrong_returned: Gener = GenerWrongReturned()  # E: f return-type
by_gener_wrong_returned: GenerCall = gener_wrong_returned_call  # E: __call__ return-type
