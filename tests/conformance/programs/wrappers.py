"""Decorated functions and methods: what a wrapper says of itself counts, then what it wraps; else nothing is known."""

# fmt: off
import abc
import asyncio
import contextlib
import functools
import types
import typing
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Coroutine, Generator, Iterable, Iterator
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager, contextmanager
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar, cast, overload

P = ParamSpec("P")
T = TypeVar("T")
S = TypeVar("S")
F = TypeVar("F", bound=Callable[..., Any])


class Sync(Protocol):
    def f(self, a: int) -> int: ...


class Async(Protocol):
    async def f(self, a: int) -> int: ...


class Lists(Protocol):
    def f(self, a: int) -> list[int]: ...


class Iterates(Protocol):
    def f(self, a: int) -> Iterator[int]: ...


class AIterates(Protocol):
    def f(self, a: int) -> AsyncIterator[int]: ...


class Manages(Protocol):
    def f(self, a: int) -> AbstractContextManager[int]: ...


class AManages(Protocol):
    def f(self, a: int) -> AbstractAsyncContextManager[int]: ...


class SyncCall(Protocol):
    def __call__(self, a: int) -> int: ...


class AsyncCall(Protocol):
    async def __call__(self, a: int) -> int: ...


# A wrapper that passes everything on


def passes_on(function: Callable[P, T]) -> Callable[P, T]:
    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> T:
        return function(*args, **kwargs)

    return wrapper


def passes_on_bare(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


def passes_on_itself(function: F) -> F:
    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    return cast(F, wrapper)


def passes_on_without_wraps(function: Callable[P, T]) -> Callable[P, T]:
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> T:
        return function(*args, **kwargs)

    return wrapper


def passes_on_async(function: Callable[P, Awaitable[T]]) -> "Callable[P, types.CoroutineType[Any, Any, T]]":
    @functools.wraps(function)
    async def wrapper(*args: P.args, **kwargs: P.kwargs) -> T:
        return await function(*args, **kwargs)

    return wrapper


def passes_on_async_bare(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        return await function(*args, **kwargs)

    return wrapper


def passes_on_with_self(function: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    @functools.wraps(function)
    def wrapper(self: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return function(self, *args, **kwargs)

    return wrapper


def passes_on_with_self_bare(function):
    @functools.wraps(function)
    def wrapper(self, *args, **kwargs):
        return function(self, *args, **kwargs)

    return wrapper


def logs(function: Callable[P, T]) -> Callable[P, T]:
    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> T:
        print("before")
        try:
            result = function(*args, **kwargs)
        finally:
            print("after")
        return result

    return wrapper


def logs_bare(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print("before")
        try:
            return function(*args, **kwargs)
        finally:
            print("after")

    return wrapper


class PassesOn:
    @passes_on
    def f(self, a: int) -> int: ...


class PassesOnText:
    @passes_on
    def f(self, a: str) -> int: ...


class PassesOnTwo:
    @passes_on
    def f(self, a: int, b: int) -> int: ...


class PassesOnNone:
    @passes_on
    def f(self) -> int: ...


class PassesOnRenamed:
    @passes_on
    def f(self, x: int) -> int: ...


class PassesOnGivesText:
    @passes_on
    def f(self, a: int) -> str: ...


class PassesOnLater:
    @passes_on
    async def f(self, a: int) -> int: ...


class PassesOnTwice:
    @passes_on
    @passes_on
    def f(self, a: int) -> int: ...


class PassesOnTwiceText:
    @passes_on
    @passes_on
    def f(self, a: str) -> int: ...


class PassesOnBare:
    @passes_on_bare
    def f(self, a: int) -> int: ...


class PassesOnBareTwo:
    @passes_on_bare
    def f(self, a: int, b: int) -> int: ...


class PassesOnBareLater:
    @passes_on_bare
    async def f(self, a: int) -> int: ...


class PassesOnItself:
    @passes_on_itself
    def f(self, a: int) -> int: ...


class PassesOnItselfTwo:
    @passes_on_itself
    def f(self, a: int, b: int) -> int: ...


class PassesOnItselfLater:
    @passes_on_itself
    async def f(self, a: int) -> int: ...


class PassesOnWithoutWraps:
    @passes_on_without_wraps
    def f(self, a: int) -> int: ...


class PassesOnWithoutWrapsTwo:
    @passes_on_without_wraps
    def f(self, a: int, b: int) -> int: ...


class PassesOnAsync:
    @passes_on_async
    async def f(self, a: int) -> int: ...


class PassesOnAsyncText:
    @passes_on_async
    async def f(self, a: str) -> int: ...


class PassesOnAsyncBare:
    @passes_on_async_bare
    async def f(self, a: int) -> int: ...


class PassesOnWithSelf:
    @passes_on_with_self
    def f(self, a: int) -> int: ...


class PassesOnWithSelfBare:
    @passes_on_with_self_bare
    def f(self, a: int) -> int: ...


class Logs:
    @logs
    def f(self, a: int) -> int: ...


class LogsText:
    @logs
    def f(self, a: str) -> int: ...


class LogsBare:
    @logs_bare
    def f(self, a: int) -> int: ...


class LogsLater:
    @logs
    async def f(self, a: int) -> int: ...


class LogsBareLater:
    @logs_bare
    async def f(self, a: int) -> int: ...


class StaticPassesOn:
    @staticmethod
    @passes_on
    def f(a: int) -> int: ...


class ClassPassesOn:
    @classmethod
    @passes_on
    def f(cls, a: int) -> int: ...


class ClassPassesOnText:
    @classmethod
    @passes_on
    def f(cls, a: str) -> int: ...


class PassesOnWrongSelf:
    @passes_on
    def f(a: int) -> int: ...  # type: ignore


passes: Sync = PassesOn()
passes_text: Sync = PassesOnText()  # E: f parameter-type
passes_two: Sync = PassesOnTwo()  # E: f extra-required-parameter
passes_none: Sync = PassesOnNone()  # E: f too-few-parameters
passes_renamed: Sync = PassesOnRenamed()  # E: f parameter-name
passes_gives_text: Sync = PassesOnGivesText()  # E: f return-type
passes_later: Sync = PassesOnLater()  # E: f async-for-sync
passes_async: Async = PassesOnLater()
passes_sync_for_async: Async = PassesOn()  # E: f sync-for-async
passes_twice: Sync = PassesOnTwice()
passes_twice_text: Sync = PassesOnTwiceText()  # E: f parameter-type
passes_bare: Sync = PassesOnBare()
passes_bare_two: Sync = PassesOnBareTwo()  # E: f extra-required-parameter
passes_bare_later: Sync = PassesOnBareLater()  # E: f async-for-sync
passes_bare_async: Async = PassesOnBareLater()
passes_bare_sync_for_async: Async = PassesOnBare()  # E: f sync-for-async
passes_itself: Sync = PassesOnItself()
passes_itself_two: Sync = PassesOnItselfTwo()  # E: f extra-required-parameter
passes_itself_async: Async = PassesOnItselfLater()
passes_without_wraps: Sync = PassesOnWithoutWraps()
passes_without_wraps_two: Sync = PassesOnWithoutWrapsTwo()  # S: what a wrapper calls is not seen without `wraps`
passes_async_async: Async = PassesOnAsync()
passes_async_sync: Sync = PassesOnAsync()  # E: f async-for-sync
passes_async_text: Async = PassesOnAsyncText()  # E: f parameter-type
passes_async_bare: Async = PassesOnAsyncBare()
passes_with_self: Sync = PassesOnWithSelf()
passes_with_self_bare: Sync = PassesOnWithSelfBare()
logs_same: Sync = Logs()
logs_text: Sync = LogsText()  # E: f parameter-type
logs_bare_same: Sync = LogsBare()
logs_later: Async = LogsLater()
logs_bare_later: Async = LogsBareLater()
static_passes: Sync = StaticPassesOn()
class_passes: Sync = ClassPassesOn()
class_passes_text: Sync = ClassPassesOnText()  # E: f parameter-type
passes_wrong_self: Sync = PassesOnWrongSelf()  # E: f wrong-binding|too-few-parameters


# A wrapper that changes parameters


def injects(function: Callable[Concatenate[S, str, P], T]) -> Callable[Concatenate[S, P], T]:
    @functools.wraps(function)
    def wrapper(self: S, *args: P.args, **kwargs: P.kwargs) -> T:
        return function(self, "session", *args, **kwargs)

    return wrapper


def injects_bare(function):
    @functools.wraps(function)
    def wrapper(self, *args, **kwargs):
        return function(self, "session", *args, **kwargs)

    return wrapper


def injects_by_name(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, session="session", **kwargs)

    return wrapper


def takes_one(function: Callable[..., T]) -> Callable[[Any, int], T]:
    @functools.wraps(function)
    def wrapper(self: Any, a: int) -> T:
        return function(self)

    return wrapper


def takes_none(function: Callable[..., T]) -> Callable[[Any], T]:
    @functools.wraps(function)
    def wrapper(self: Any) -> T:
        return function(self, 7)

    return wrapper


class Injects:
    @injects
    def f(self, session: str, /, a: int) -> int: ...


class InjectsBare:
    @injects_bare
    def f(self, session: str, a: int) -> int: ...


class InjectsByName:
    @injects_by_name
    def f(self, a: int, *, session: str) -> int: ...


class TakesOne:
    @takes_one
    def f(self) -> int: ...


class TakesNone:
    @takes_none
    def f(self, a: int) -> int: ...


class SyncOnly(Protocol):
    def f(self, a: int, /) -> int: ...


def connects(function: Callable[Concatenate[str, P], T]) -> Callable[P, T]:
    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> T:
        return function("connection", *args, **kwargs)

    return wrapper


def connects_async(function: Callable[Concatenate[str, P], Awaitable[T]]) -> "Callable[P, types.CoroutineType[Any, Any, T]]":
    @functools.wraps(function)
    async def wrapper(*args: P.args, **kwargs: P.kwargs) -> T:
        return await function("connection", *args, **kwargs)

    return wrapper


def drops(function: Callable[[], T]) -> Callable[..., T]:
    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> T:
        return function()

    return wrapper


@connects
def connects_call(connection: str, a: int) -> int: ...
@connects
def connects_call_two(connection: str, a: int, b: int) -> int: ...
@connects_async
async def connects_call_later(connection: str, a: int) -> int: ...
@drops
def drops_call() -> int: ...


by_connects: SyncCall = connects_call
by_connects_two: SyncCall = connects_call_two  # S: only running the wrapper would tell what it passes on
by_connects_later: AsyncCall = connects_call_later
by_connects_later_sync: SyncCall = connects_call_later  # E: __call__ async-for-sync
by_drops: SyncCall = drops_call
injects_one: SyncOnly = Injects()
injects_one_bare: Sync = InjectsBare()  # S: the wrapper changes what it wraps, which pyright looks at
injects_one_by_name: Sync = InjectsByName()  # S: the wrapper changes what it wraps, which pyright looks at
takes_one_for_none: SyncOnly = TakesOne()
takes_none_for_one: Sync = TakesNone()  # E: f too-few-parameters


# A wrapper that changes the result


def runs(function: Callable[P, Coroutine[Any, Any, T]]) -> Callable[P, T]:
    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> T:
        return asyncio.run(function(*args, **kwargs))

    return wrapper


def runs_bare(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return asyncio.run(function(*args, **kwargs))

    return wrapper


def in_thread(function: Callable[P, T]) -> "Callable[P, types.CoroutineType[Any, Any, T]]":
    @functools.wraps(function)
    async def wrapper(*args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.to_thread(function, *args, **kwargs)

    return wrapper


def in_thread_bare(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        return await asyncio.to_thread(function, *args, **kwargs)

    return wrapper


def in_thread_sync(function: Callable[P, T]) -> Callable[P, Coroutine[Any, Any, T]]:
    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> Coroutine[Any, Any, T]:
        return asyncio.to_thread(function, *args, **kwargs)

    return wrapper


def in_thread_sync_bare(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return asyncio.to_thread(function, *args, **kwargs)

    return wrapper


def listify(function: Callable[P, Iterable[T]]) -> Callable[P, list[T]]:
    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> list[T]:
        return list(function(*args, **kwargs))

    return wrapper


def listify_bare(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return list(function(*args, **kwargs))

    return wrapper


def sums(function: Callable[P, Iterable[int]]) -> Callable[P, int]:
    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> int:
        return sum(function(*args, **kwargs))

    return wrapper


def sums_bare(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return sum(function(*args, **kwargs))

    return wrapper


def shows(function: Callable[P, object]) -> Callable[P, str]:
    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> str:
        return str(function(*args, **kwargs))

    return wrapper


def repeats(function: Callable[P, T]) -> Callable[P, Iterator[T]]:
    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> Iterator[T]:
        while True:
            yield function(*args, **kwargs)

    return wrapper


def repeats_bare(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        while True:
            yield function(*args, **kwargs)

    return wrapper


def repeats_async_bare(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        while True:
            yield await function(*args, **kwargs)

    return wrapper


class Runs:
    @runs
    async def f(self, a: int) -> int: ...


class RunsText:
    @runs
    async def f(self, a: str) -> int: ...


class RunsBare:
    @runs_bare
    async def f(self, a: int) -> int: ...


class InThread:
    @in_thread
    def f(self, a: int) -> int: ...


class InThreadText:
    @in_thread
    def f(self, a: str) -> int: ...


class InThreadBare:
    @in_thread_bare
    def f(self, a: int) -> int: ...


class InThreadSync:
    @in_thread_sync
    def f(self, a: int) -> int: ...


class InThreadSyncBare:
    @in_thread_sync_bare
    def f(self, a: int) -> int: ...


class Listify:
    @listify
    def f(self, a: int) -> Iterator[int]:
        yield a


class ListifyText:
    @listify
    def f(self, a: int) -> Iterator[str]:
        yield ""


class ListifyWrong:
    @listify
    def f(self, a: str) -> Iterator[int]:
        yield 1


class ListifyBare:
    @listify_bare
    def f(self, a: int) -> Iterator[int]:
        yield a


class ListifyUnannotated:
    @listify_bare
    def f(self, a):
        yield a


class Sums:
    @sums
    def f(self, a: int) -> Iterator[int]:
        yield a


class SumsBare:
    @sums_bare
    def f(self, a: int) -> Iterator[int]:
        yield a


class Shows:
    @shows
    def f(self, a: int) -> int: ...


class Repeats:
    @repeats
    def f(self, a: int) -> int: ...


class RepeatsBare:
    @repeats_bare
    def f(self, a: int) -> int: ...


class RepeatsAsyncBare:
    @repeats_async_bare
    async def f(self, a: int) -> int: ...


runs_sync: Sync = Runs()
runs_async: Async = Runs()  # S: what a wrapper makes of what it wraps is not known
runs_text: Sync = RunsText()  # E: f parameter-type
runs_sync_bare: Sync = RunsBare()  # S: the wrapper changes what it wraps, which pyright looks at
in_thread_async: Async = InThread()
in_thread_for_sync: Sync = InThread()  # E: f async-for-sync
in_thread_text: Async = InThreadText()  # S: only running the wrapper would tell what it passes on
in_thread_async_bare: Async = InThreadBare()  # S: the wrapper changes what it wraps, which pyright looks at
in_thread_for_sync_bare: Sync = InThreadBare()  # R: f async-for-sync -- the wrapper is async; pyright looks at what it wraps
in_thread_sync_async: Async = InThreadSync()  # S: an awaitable can be awaited, if not all that a coroutine can
in_thread_sync_for_sync: Sync = InThreadSync()  # S: only running the wrapper would tell what it returns
in_thread_sync_bare_async: Async = InThreadSyncBare()  # S: the wrapper changes what it wraps, which pyright looks at
listify_lists: Lists = Listify()
listify_iterates: Iterates = Listify()  # S: only running the wrapper would tell what it returns
listify_text: Lists = ListifyText()  # S: what a wrapper makes of what it wraps is not known
listify_wrong: Lists = ListifyWrong()  # E: f parameter-type
listify_lists_bare: Lists = ListifyBare()  # S: the wrapper changes what it wraps, which pyright looks at
listify_unannotated: Lists = ListifyUnannotated()  # S: the wrapper changes what it wraps, which pyright looks at
sums_sync: Sync = Sums()
sums_iterates: Iterates = Sums()  # S: only running the wrapper would tell what it returns
sums_sync_bare: Sync = SumsBare()  # S: the wrapper changes what it wraps, which pyright looks at
shows_sync: Sync = Shows()  # S: only running the wrapper would tell what it returns
repeats_iterates: Iterates = Repeats()
repeats_sync: Sync = Repeats()  # E: f return-type
repeats_iterates_bare: Iterates = RepeatsBare()  # S: the wrapper changes what it wraps, which pyright looks at
repeats_sync_bare: Sync = RepeatsBare()  # R: f return-type -- the wrapper is a generator; pyright looks at what it wraps
repeats_async_iterates: AIterates = RepeatsAsyncBare()  # S: the wrapper changes what it wraps, which pyright looks at


# Context managers


class Managing:
    @contextmanager
    def f(self, a: int) -> Iterator[int]:
        yield a


class ManagingUnannotated:
    @contextmanager
    def f(self, a):
        yield a


class ManagingText:
    @contextmanager
    def f(self, a: int) -> Iterator[str]:
        yield ""


class ManagingNone:
    @contextmanager
    def f(self) -> Iterator[int]:
        yield 1


class ManagingWrong:
    @contextmanager
    def f(self, a: str) -> Iterator[int]:
        yield 1


class ManagingStatic:
    @staticmethod
    @contextmanager
    def f(a: int) -> Generator[int, None, None]:
        yield a


class AManaging:
    @asynccontextmanager
    async def f(self, a: int) -> AsyncIterator[int]:
        yield a


class AManagingUnannotated:
    @asynccontextmanager
    async def f(self, a):
        yield a


class AManagingGenerator:
    @asynccontextmanager
    async def f(self, a: int) -> AsyncGenerator[int, None]:
        yield a


class AManagingNone:
    @asynccontextmanager
    async def f(self) -> AsyncIterator[int]:
        yield 1


class Manager:
    def __enter__(self) -> int: ...
    def __exit__(self, *args: object) -> None: ...


class AManager:
    async def __aenter__(self) -> int: ...
    async def __aexit__(self, *args: object) -> None: ...


class GivesManager:
    def f(self, a: int) -> Manager: ...


class GivesAManager:
    def f(self, a: int) -> AManager: ...


class NotManaging:
    def f(self, a: int) -> Iterator[int]:
        yield a


class NotManagingAsync:
    async def f(self, a: int) -> AManager: ...


managing: Manages = Managing()
managing_unannotated: Manages = ManagingUnannotated()
managing_text: Manages = ManagingText()  # S: what a wrapper makes of what it wraps is not known
managing_none: Manages = ManagingNone()  # E: f too-few-parameters
managing_wrong: Manages = ManagingWrong()  # E: f parameter-type
managing_static: Manages = ManagingStatic()
managing_for_iterates: Iterates = Managing()  # E: f return-type
amanaging: AManages = AManaging()
amanaging_unannotated: AManages = AManagingUnannotated()
amanaging_generator: AManages = AManagingGenerator()
amanaging_none: AManages = AManagingNone()  # E: f too-few-parameters
gives_manager: Manages = GivesManager()
gives_manager_wrong: AManages = GivesManager()  # E: f return-type
gives_amanager: AManages = GivesAManager()
gives_amanager_wrong: Manages = GivesAManager()  # E: f return-type
not_managing: Manages = NotManaging()  # E: f return-type
not_managing_async: AManages = NotManagingAsync()  # E: f async-for-sync


# functools


class Cached:
    @functools.cache
    def f(self, a: int) -> int: ...


class CachedText:
    @functools.cache
    def f(self, a: int) -> str: ...


class CachedTwo:
    @functools.cache
    def f(self, a: int, b: int) -> int: ...


class CachedLater:
    @functools.cache
    async def f(self, a: int) -> int: ...


class Lru:
    @functools.lru_cache(maxsize=7)
    def f(self, a: int) -> int: ...


class LruStatic:
    @staticmethod
    @functools.lru_cache
    def f(a: int) -> int: ...


class Dispatching:
    @functools.singledispatchmethod
    def f(self, a: int) -> int: ...


class DispatchingTwo:
    @functools.singledispatchmethod
    def f(self, a: int, b: int) -> int: ...


class DispatchingLater:
    @functools.singledispatchmethod
    async def f(self, a: int) -> int: ...


@functools.cache
def cached_call(a: int) -> int: ...
@functools.cache
def cached_call_two(a: int, b: int) -> int: ...
@functools.lru_cache
async def cached_call_later(a: int) -> int: ...
@functools.singledispatch
def dispatching_call(a: int) -> int: ...
@functools.singledispatch
def dispatching_call_text(a: int) -> str: ...
@functools.singledispatch
async def dispatching_call_later(a: int) -> int: ...
@passes_on
def passes_call(a: int) -> int: ...
@passes_on
def passes_call_two(a: int, b: int) -> int: ...
@passes_on
async def passes_call_later(a: int) -> int: ...


cached: Sync = Cached()
cached_text: Sync = CachedText()  # E: f return-type
cached_two: Sync = CachedTwo()  # R: f extra-required-parameter -- the call fails, pyright forgets the parameters
cached_later: Sync = CachedLater()  # E: f async-for-sync
cached_later_async: Async = CachedLater()
lru: Sync = Lru()
lru_static: Sync = LruStatic()
dispatching: Sync = Dispatching()  # S: the descriptor gives what can be called
dispatching_two: Sync = DispatchingTwo()  # E: f extra-required-parameter
dispatching_later: Sync = DispatchingLater()  # E: f async-for-sync
by_cached: SyncCall = cached_call
by_cached_two: SyncCall = cached_call_two  # R: __call__ extra-required-parameter -- the call fails
by_cached_later: SyncCall = cached_call_later  # E: __call__ async-for-sync
by_cached_later_async: AsyncCall = cached_call_later
by_dispatching: SyncCall = dispatching_call
by_dispatching_text: SyncCall = dispatching_call_text  # S: other functions may be registered
by_dispatching_later: SyncCall = dispatching_call_later  # S: other functions may be registered
by_dispatching_later_async: AsyncCall = dispatching_call_later
by_passes: SyncCall = passes_call
by_passes_two: SyncCall = passes_call_two  # E: __call__ extra-required-parameter
by_passes_later: SyncCall = passes_call_later  # E: __call__ async-for-sync
by_passes_later_async: AsyncCall = passes_call_later


# Classes as decorators


class Decorated(Generic[P, T]):
    def __init__(self, function: Callable[P, T]) -> None:
        functools.update_wrapper(self, function)
        self.function = function

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        return self.function(*args, **kwargs)


class DecoratedBare:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function

    def __call__(self, *args, **kwargs):
        return self.function(*args, **kwargs)


@Decorated
def decorated_call(a: int) -> int: ...
@Decorated
def decorated_call_text(a: str) -> int: ...
@Decorated
async def decorated_call_later(a: int) -> int: ...
@DecoratedBare
def decorated_bare_call(a: int) -> int: ...
@DecoratedBare
async def decorated_bare_call_later(a: int) -> int: ...


by_decorated: SyncCall = decorated_call
by_decorated_text: SyncCall = decorated_call_text  # E: __call__ parameter-type
by_decorated_later_async: AsyncCall = decorated_call_later
by_decorated_bare: SyncCall = decorated_bare_call
by_decorated_bare_later_async: AsyncCall = decorated_bare_call_later


# Proxies in the manner of wrapt: objects that stand for a function and bind like one


class BoundFunctionProxy:
    def __init__(self, wrapped: Any, instance: Any, wrapper: Any) -> None:
        self.__wrapped__ = wrapped
        self._instance = instance
        self._wrapper = wrapper

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__wrapped__, name)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._wrapper(self.__wrapped__, self._instance, args, kwargs)


class FunctionProxy:
    def __init__(self, wrapped: Any, wrapper: Any) -> None:
        self.__wrapped__ = wrapped
        self._wrapper = wrapper

    @property
    def __class__(self):  # type: ignore
        return type(self.__wrapped__)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__wrapped__, name)

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        return BoundFunctionProxy(self.__wrapped__.__get__(instance, owner), instance, self._wrapper)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._wrapper(self.__wrapped__, None, args, kwargs)


def proxied(function: Callable[P, T]) -> Callable[P, T]:
    def wrapper(wrapped: Any, instance: Any, args: Any, kwargs: Any) -> Any:
        return wrapped(*args, **kwargs)

    return FunctionProxy(function, wrapper)  # type: ignore


class Proxied:
    @proxied
    def f(self, a: int) -> int: ...


class ProxiedTwo:
    @proxied
    def f(self, a: int, b: int) -> int: ...


class ProxiedText:
    @proxied
    def f(self, a: str) -> int: ...


class ProxiedLater:
    @proxied
    async def f(self, a: int) -> int: ...


class ProxiedStatic:
    @staticmethod
    @proxied
    def f(a: int) -> int: ...


@proxied
def proxied_call(a: int) -> int: ...
@proxied
def proxied_call_two(a: int, b: int) -> int: ...
@proxied
async def proxied_call_later(a: int) -> int: ...


proxied_same: Sync = Proxied()
proxied_two: Sync = ProxiedTwo()  # E: f extra-required-parameter
proxied_text: Sync = ProxiedText()  # E: f parameter-type
proxied_async: Async = ProxiedLater()
proxied_later: Sync = ProxiedLater()  # E: f async-for-sync
proxied_static: Sync = ProxiedStatic()
by_proxied: SyncCall = proxied_call
by_proxied_two: SyncCall = proxied_call_two  # E: __call__ extra-required-parameter
by_proxied_later: SyncCall = proxied_call_later  # E: __call__ async-for-sync
by_proxied_later_async: AsyncCall = proxied_call_later
by_proxied_bound: SyncCall = Proxied().f
by_proxied_bound_two: SyncCall = ProxiedTwo().f  # E: __call__ extra-required-parameter


class ObjectProxy:
    """Stands for an object, wholly."""

    def __init__(self, wrapped: Any) -> None:
        object.__setattr__(self, "__wrapped__", wrapped)

    @property
    def __class__(self):  # type: ignore
        return type(object.__getattribute__(self, "__wrapped__"))

    def __getattr__(self, name: str) -> Any:
        return getattr(object.__getattribute__(self, "__wrapped__"), name)


def proxy_of(obj: T) -> T:
    return ObjectProxy(obj)  # type: ignore


class Plain:
    def f(self, a: int) -> int: ...


class PlainTwo:
    def f(self, a: int, b: int) -> int: ...


proxy: Sync = proxy_of(Plain())
proxy_two: Sync = proxy_of(PlainTwo())  # E: f extra-required-parameter
proxy_nothing: Sync = proxy_of(ObjectProxy(7))  # E: f missing-member


# Other decorators of the standard library


class Reentrant(contextlib.ContextDecorator):
    def __enter__(self) -> None: ...
    def __exit__(self, *args: object) -> None: ...


class UnderContext:
    @Reentrant()
    def f(self, a: int) -> int: ...


class UnderContextTwo:
    @Reentrant()
    def f(self, a: int, b: int) -> int: ...


class Final_:
    @typing.final
    def f(self, a: int) -> int: ...


class NoTypeCheck:
    @typing.no_type_check
    def f(self, a: str) -> str: ...


class OldCoroutine:
    @types.coroutine
    def f(self, a: int) -> Generator[Any, Any, int]:
        yield
        return a


class Registered:
    @functools.partial(functools.wraps, assigned=())(print)
    def f(self, a: int) -> int: ...


under_context: Sync = UnderContext()
under_context_two: Sync = UnderContextTwo()  # E: f extra-required-parameter
final_: Sync = Final_()
no_type_check: Sync = NoTypeCheck()  # S: the annotations are not to be judged
old_coroutine: Async = OldCoroutine()  # S: an awaitable can be awaited, if not all that a coroutine can
