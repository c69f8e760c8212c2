"""Awaitables and iterators as type arguments, as types of one's own, and in the methods that `await` and `for` call."""

# fmt: off
import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Coroutine, Generator, Iterable
from collections.abc import Iterator
from typing import Any, Generic, Protocol, Self, TypeVar, Union, overload

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
MaybeLater = Union[T, Awaitable[T]]


class Get(Protocol[T_co]):
    def get(self) -> T_co: ...


class AGet(Protocol[T_co]):
    async def get(self) -> T_co: ...


class Job(Generic[T]):
    """Something of one's own that can be awaited."""

    def __await__(self) -> Generator[Any, Any, T]: ...


class SubJob(Job[T]): ...


class Stream(Generic[T]):
    """Something of one's own over which one iterates."""

    def __aiter__(self) -> Self: ...
    async def __anext__(self) -> T: ...


class SubStream(Stream[T]): ...


class Plain:
    def get(self) -> int: ...


class PlainText:
    def get(self) -> str: ...


class Async:
    async def get(self) -> int: ...


class AsyncText:
    async def get(self) -> str: ...


class AsyncNested:
    async def get(self) -> Awaitable[int]: ...


class GivesAwaitable:
    def get(self) -> Awaitable[int]: ...


class GivesCoroutine:
    def get(self) -> Coroutine[Any, Any, int]: ...


class GivesFuture:
    def get(self) -> "asyncio.Future[int]": ...


class GivesJob:
    def get(self) -> Job[int]: ...


class GivesJobText:
    def get(self) -> Job[str]: ...


class GivesSubJob:
    def get(self) -> SubJob[int]: ...


class AsyncJob:
    async def get(self) -> Job[int]: ...


class GivesStream:
    def get(self) -> Stream[int]: ...


class GivesSubStream:
    def get(self) -> SubStream[int]: ...


class GivesStreamText:
    def get(self) -> Stream[str]: ...


class Generates:
    def get(self) -> Iterator[int]:
        yield 1


class AGenerates:
    async def get(self) -> AsyncIterator[int]:
        yield 1


class AGeneratesText:
    async def get(self) -> AsyncIterator[str]:
        yield ""


class AsyncIterates:
    async def get(self) -> AsyncIterator[int]: ...


class GivesMaybe:
    def get(self) -> int | Awaitable[int]: ...


class GivesList:
    def get(self) -> list[int]: ...


class AsyncList:
    async def get(self) -> list[int]: ...


get_int: Get[int] = Plain()
get_int_async: Get[int] = Async()  # E: get async-for-sync
get_int_awaitable: Get[int] = GivesAwaitable()  # E: get async-for-sync
get_int_job: Get[int] = GivesJob()  # E: get async-for-sync|return-type
get_int_generates: Get[int] = AGenerates()  # E: get async-for-sync|return-type
get_any_async: Get[Any] = Async()
get_object_async: Get[object] = Async()
get_open_async: Get = Async()
get_awaitable: Get[Awaitable[int]] = Async()
get_awaitable_plain: Get[Awaitable[int]] = Plain()  # E: get sync-for-async
get_awaitable_text: Get[Awaitable[int]] = AsyncText()  # E: get return-type
get_awaitable_job: Get[Awaitable[int]] = GivesJob()
get_awaitable_job_text: Get[Awaitable[int]] = GivesJobText()  # E: get return-type
get_awaitable_nested: Get[Awaitable[int]] = AsyncNested()  # E: get return-type
get_awaitable_of_any: Get[Awaitable[Any]] = AsyncText()
get_awaitable_twice: Get[Awaitable[Awaitable[int]]] = AsyncNested()
get_awaitable_twice_once: Get[Awaitable[Awaitable[int]]] = Async()  # E: get return-type
get_coroutine: Get[Coroutine[Any, Any, int]] = Async()
get_coroutine_given: Get[Coroutine[Any, Any, int]] = GivesCoroutine()
get_coroutine_job: Get[Coroutine[Any, Any, int]] = GivesJob()  # E: get return-type
get_maybe: Get[int | Awaitable[int]] = Plain()
get_maybe_async: Get[int | Awaitable[int]] = Async()
get_maybe_text: Get[int | Awaitable[int]] = PlainText()  # E: get return-type
get_maybe_async_text: Get[int | Awaitable[int]] = AsyncText()  # E: get return-type
get_maybe_alias: Get[MaybeLater[int]] = Async()
get_maybe_alias_text: Get[MaybeLater[int]] = AsyncText()  # E: get return-type
get_job: Get[Job[int]] = GivesJob()
get_job_sub: Get[Job[int]] = GivesSubJob()
get_job_text: Get[Job[int]] = GivesJobText()  # E: get return-type
get_job_async: Get[Job[int]] = Async()  # E: get return-type
get_job_awaitable: Get[Job[int]] = GivesAwaitable()  # E: get return-type
get_job_plain: Get[Job[int]] = Plain()  # E: get return-type|sync-for-async
get_job_awaited: Get[Job[int]] = AsyncJob()  # E: get return-type
get_stream: Get[Stream[int]] = GivesStream()
get_stream_sub: Get[Stream[int]] = GivesSubStream()
get_stream_generates: Get[Stream[int]] = AGenerates()  # E: get return-type
get_stream_plain: Get[Stream[int]] = Plain()  # E: get return-type|sync-for-async
get_stream_async: Get[Stream[int]] = AsyncIterates()  # E: get return-type|coroutine-for-iterator
get_aiterator: Get[AsyncIterator[int]] = AGenerates()
get_aiterator_text: Get[AsyncIterator[int]] = AGeneratesText()  # E: get return-type
get_aiterator_stream: Get[AsyncIterator[int]] = GivesStream()
get_aiterator_stream_text: Get[AsyncIterator[int]] = GivesStreamText()  # E: get return-type
get_aiterator_async: Get[AsyncIterator[int]] = AsyncIterates()  # E: get coroutine-for-iterator
get_aiterator_generates: Get[AsyncIterator[int]] = Generates()  # E: get sync-for-async
get_iterator: Get[Iterator[int]] = Generates()
get_iterator_agenerates: Get[Iterator[int]] = AGenerates()  # E: get async-for-sync|return-type
get_iterable: Get[Iterable[int]] = Generates()
get_iterable_list: Get[Iterable[int]] = GivesList()
get_iterable_async: Get[Iterable[int]] = AsyncList()  # E: get async-for-sync
aget_int: AGet[int] = Async()
aget_int_plain: AGet[int] = Plain()  # E: get sync-for-async
aget_text: AGet[int] = AsyncText()  # E: get return-type
aget_any: AGet[Any] = AsyncText()
aget_open: AGet = AsyncText()
aget_awaitable: AGet[Awaitable[int]] = AsyncNested()
aget_awaitable_once: AGet[Awaitable[int]] = Async()  # E: get return-type
aget_job: AGet[Job[int]] = AsyncJob()
aget_job_given: AGet[Job[int]] = GivesJob()  # E: get return-type
aget_iterator: AGet[AsyncIterator[int]] = AsyncIterates()
aget_iterator_agenerates: AGet[AsyncIterator[int]] = AGenerates()  # E: get iterator-for-coroutine
aget_iterable: AGet[Iterable[int]] = AsyncList()
aget_maybe: AGet[int | Awaitable[int]] = Async()


# Types of one's own that are promised


class Starts(Protocol):
    def start(self) -> Job[int]: ...


class Streams(Protocol):
    def stream(self) -> Stream[int]: ...


class StartsSame:
    def start(self) -> Job[int]: ...


class StartsSub:
    def start(self) -> SubJob[int]: ...


class StartsAsync:
    async def start(self) -> int: ...


class StartsPlain:
    def start(self) -> int: ...


class StartsUnannotated:
    def start(self): return eval("0")


class StreamsSame:
    def stream(self) -> Stream[int]: ...


class StreamsGenerates:
    async def stream(self) -> AsyncIterator[int]:
        yield 1


class StreamsAsync:
    async def stream(self) -> Stream[int]: ...


starts_same: Starts = StartsSame()
starts_sub: Starts = StartsSub()
starts_async: Starts = StartsAsync()  # E: start return-type
starts_plain: Starts = StartsPlain()  # E: start return-type|sync-for-async
starts_unannotated: Starts = StartsUnannotated()
streams_same: Streams = StreamsSame()
streams_generates: Streams = StreamsGenerates()  # E: stream return-type
streams_async: Streams = StreamsAsync()  # E: stream coroutine-for-iterator|return-type|async-for-sync


# The methods that `await`, `for` and `async for` call


class Awaits(Protocol):
    def __await__(self) -> Generator[Any, Any, int]: ...


class AwaitsGenerator:
    def __await__(self) -> Generator[Any, Any, int]:
        yield
        return 1


class AwaitsOther:
    def __await__(self) -> Generator[Any, Any, str]:
        yield
        return ""


class AwaitsUnannotated:
    def __await__(self):
        return (yield)


class AwaitsCoroutine:
    async def __await__(self) -> int: ...


class AwaitsNot:
    def __iter__(self) -> Generator[Any, Any, int]: ...


awaits_generator: Awaits = AwaitsGenerator()
awaits_other: Awaits = AwaitsOther()  # E: __await__ return-type
awaits_unannotated: Awaits = AwaitsUnannotated()
awaits_coroutine: Awaits = AwaitsCoroutine()  # E: __await__ async-for-sync|return-type
awaits_not: Awaits = AwaitsNot()  # E: __await__ missing-member


class Iterates(Protocol):
    def __iter__(self) -> Iterator[int]: ...


class IteratesGenerator:
    def __iter__(self) -> Iterator[int]:
        yield 1


class IteratesUnannotated:
    def __iter__(self):
        yield 1


class IteratesText:
    def __iter__(self) -> Iterator[str]:
        yield ""


class IteratesList:
    def __iter__(self) -> list[int]: ...


class IteratesAsync:
    async def __iter__(self) -> Iterator[int]: ...


class IteratesAsyncGenerator:
    async def __iter__(self) -> AsyncIterator[int]:
        yield 1


class IteratesItself:
    def __iter__(self) -> Self: ...
    def __next__(self) -> int: ...


class IteratesItselfText:
    def __iter__(self) -> Self: ...
    def __next__(self) -> str: ...


class IteratesByIndex:
    def __getitem__(self, index: int) -> int: ...


iterates_generator: Iterates = IteratesGenerator()
iterates_unannotated: Iterates = IteratesUnannotated()
iterates_text: Iterates = IteratesText()  # E: __iter__ return-type
iterates_list: Iterates = IteratesList()  # E: __iter__ return-type
iterates_async: Iterates = IteratesAsync()  # E: __iter__ async-for-sync
iterates_async_generator: Iterates = IteratesAsyncGenerator()  # E: __iter__ async-for-sync|return-type
iterates_itself: Iterates = IteratesItself()
iterates_itself_text: Iterates = IteratesItselfText()  # E: __iter__ return-type
iterates_by_index: Iterates = IteratesByIndex()  # E: __iter__ missing-member
iterates_builtin: Iterates = [1]
iterates_range: Iterates = range(7)
iterates_dict: Iterates = {1: ""}


class AIterates(Protocol):
    def __aiter__(self) -> AsyncIterator[int]: ...


class AIteratesGenerator:
    async def __aiter__(self) -> AsyncIterator[int]:
        yield 1


class AIteratesCoroutine:
    async def __aiter__(self) -> AsyncIterator[int]: ...


class AIteratesItself:
    def __aiter__(self) -> Self: ...
    async def __anext__(self) -> int: ...


class AIteratesItselfText:
    def __aiter__(self) -> Self: ...
    async def __anext__(self) -> str: ...


class AIteratesAwaitable:
    def __aiter__(self) -> Self: ...
    def __anext__(self) -> Awaitable[int]: ...


class AIteratesPlain:
    def __aiter__(self) -> Self: ...
    def __anext__(self) -> int: ...


class AIteratesSync:
    def __aiter__(self) -> Iterator[int]: ...


aiterates_generator: AIterates = AIteratesGenerator()
aiterates_coroutine: AIterates = AIteratesCoroutine()  # E: __aiter__ coroutine-for-iterator
aiterates_itself: AIterates = AIteratesItself()
aiterates_itself_text: AIterates = AIteratesItselfText()  # E: __aiter__ return-type
aiterates_awaitable: AIterates = AIteratesAwaitable()
aiterates_plain: AIterates = AIteratesPlain()  # E: __aiter__ return-type
aiterates_sync: AIterates = AIteratesSync()  # E: __aiter__ sync-for-async|return-type


class ANext(Protocol):
    async def __anext__(self) -> int: ...


class ANextAwaitable(Protocol):
    def __anext__(self) -> Awaitable[int]: ...


anext_async: ANext = AIteratesItself()
anext_awaitable: ANext = AIteratesAwaitable()  # S: an awaitable can be awaited, if not all that a coroutine can
anext_plain: ANext = AIteratesPlain()  # E: __anext__ sync-for-async
anext_awaitable_async: ANextAwaitable = AIteratesItself()
anext_awaitable_text: ANextAwaitable = AIteratesItselfText()  # E: __anext__ return-type
anext_awaitable_plain: ANextAwaitable = AIteratesPlain()  # E: __anext__ sync-for-async


# Parameters that are awaited and iterated over


class Waits(Protocol):
    def wait(self, job: Coroutine[Any, Any, int], /) -> None: ...


class WaitsAny:
    def wait(self, job: Awaitable[int], /) -> None: ...


class WaitsFuture:
    def wait(self, job: "asyncio.Future[int]", /) -> None: ...


class WaitsText:
    def wait(self, job: Awaitable[str], /) -> None: ...


class WaitsInt:
    def wait(self, job: int, /) -> None: ...


class WaitsMaybe:
    def wait(self, job: int | Awaitable[int], /) -> None: ...


waits_any: Waits = WaitsAny()
waits_future: Waits = WaitsFuture()  # E: wait parameter-type
waits_text: Waits = WaitsText()  # E: wait parameter-type
waits_int: Waits = WaitsInt()  # E: wait parameter-type
waits_maybe: Waits = WaitsMaybe()


class Reads(Protocol):
    def read(self, lines: AsyncIterator[int], /) -> None: ...


class ReadsIterable:
    def read(self, lines: AsyncIterable[int], /) -> None: ...


class ReadsGenerator:
    def read(self, lines: AsyncGenerator[int, None], /) -> None: ...


class ReadsText:
    def read(self, lines: AsyncIterable[str], /) -> None: ...


class ReadsSync:
    def read(self, lines: Iterable[int], /) -> None: ...


class ReadsEither:
    def read(self, lines: Iterable[int] | AsyncIterable[int], /) -> None: ...


class ReadsStream:
    def read(self, lines: Stream[int], /) -> None: ...


reads_iterable: Reads = ReadsIterable()
reads_generator: Reads = ReadsGenerator()  # E: read parameter-type
reads_text: Reads = ReadsText()  # E: read parameter-type
reads_sync: Reads = ReadsSync()  # E: read parameter-type
reads_either: Reads = ReadsEither()
reads_stream: Reads = ReadsStream()  # E: read parameter-type
