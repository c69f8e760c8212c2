"""Members that a protocol has from an abstract base class of the standard library, and standard protocols."""

import collections
import contextlib
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Collection,
    Container,
    Coroutine,
    Generator,
    Hashable,
    Iterable,
    Iterator,
    Reversible,
    Sequence,
    Sized,
)
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from dataclasses import dataclass
from types import TracebackType
from typing import (
    Any,
    Protocol,
    SupportsAbs,
    SupportsBytes,
    SupportsComplex,
    SupportsFloat,
    SupportsIndex,
    SupportsInt,
    SupportsRound,
    TypeVar,
)

from typing_extensions import Self

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class SizedThing(Sized, Protocol):
    def clear(self) -> None: ...


class JustSized(Sized, Protocol): ...


class Names(Iterable[str], Protocol): ...


class Items(Iterable[T_co], Protocol[T_co]): ...


class Steps(Iterator[int], Protocol): ...


class Bag(Container[str], Protocol): ...


class Group(Collection[int], Protocol): ...


class Backwards(Reversible[int], Protocol): ...


class Key(Hashable, Protocol):
    name: str


class Promise(Awaitable[int], Protocol):
    def cancel(self) -> bool: ...


class Lines(AsyncIterable[str], Protocol): ...


class LineSteps(AsyncIterable[str], Protocol):
    def __anext__(self) -> Awaitable[str]: ...


class Resource(AbstractContextManager[int], Protocol):
    def reset(self) -> None: ...


class AsyncResource(AbstractAsyncContextManager[int], Protocol): ...


class SizedNames(Sized, Iterable[str], Protocol): ...


class Below(SizedThing, Protocol):
    def fill(self) -> None: ...


# Implementations


class Empty:
    pass


class Length:
    def __len__(self) -> int:
        return 0

    def clear(self) -> None: ...


class LengthOnly:
    def __len__(self) -> int:
        return 0


class ClearOnly:
    def clear(self) -> None: ...


class LengthText:
    def __len__(self) -> str:
        return "a"

    def clear(self) -> None: ...


class LengthUntyped:
    def __len__(self):
        return 0

    def clear(self): ...


class LengthArgument:
    def __len__(self, other: int) -> int:
        return 0

    def clear(self) -> None: ...


class LengthAsync:
    async def __len__(self) -> int:
        return 0

    def clear(self) -> None: ...


class LengthNone:
    __len__ = None

    def clear(self) -> None: ...


class LengthOfInstance:
    def __init__(self) -> None:
        self.__len__ = lambda: 1

    def clear(self) -> None: ...


class Filled(Length):
    def fill(self) -> None: ...


class IsSized(Sized):
    def __len__(self) -> int:
        return 0

    def clear(self) -> None: ...


sized: SizedThing = Length()
sized_builtin: SizedThing = [1]
sized_set: SizedThing = {1}
sized_dict: SizedThing = {}
sized_deque: SizedThing = collections.deque([1])
sized_untyped: SizedThing = LengthUntyped()
sized_inherited: SizedThing = IsSized()
sized_missing: SizedThing = ClearOnly()  # E: __len__ missing-member
sized_other_missing: SizedThing = LengthOnly()  # E: clear missing-member
sized_both_missing: SizedThing = Empty()  # E: __len__ missing-member; clear missing-member
sized_text: SizedThing = "a"  # E: clear missing-member
sized_result: SizedThing = LengthText()  # E: __len__ return-type
sized_argument: SizedThing = LengthArgument()  # E: __len__ extra-required-parameter
sized_async: SizedThing = LengthAsync()  # E: __len__ async-for-sync
sized_none: SizedThing = LengthNone()  # E: __len__ member-is-none
sized_instance: SizedThing = LengthOfInstance()  # R: __len__ missing-member -- len() looks in the class alone
just_sized: JustSized = (1, 2)
just_sized_range: JustSized = range(3)
just_sized_int: JustSized = 1  # E: __len__ missing-member
just_sized_iterator: JustSized = iter([1])  # E: __len__ missing-member
below: Below = Filled()
below_missing: Below = Length()  # E: fill missing-member
below_base_missing: Below = Empty()  # E: __len__ missing-member; clear missing-member; fill missing-member


class EachText:
    def __iter__(self) -> Iterator[str]:
        return iter(())


class EachInt:
    def __iter__(self) -> Iterator[int]:
        return iter(())


class EachGenerated:
    def __iter__(self):
        yield "a"


class EachTextGenerated:
    def __iter__(self) -> Generator[str, None, None]:
        yield "a"


class EachUntyped:
    def __iter__(self):
        return iter("a")


class EachList:
    def __iter__(self) -> list[str]:
        return []


class EachIterable:
    def __iter__(self) -> Iterable[str]:
        return []


class EachAsync:
    async def __iter__(self) -> Iterator[str]:
        return iter(())


class EachArgument:
    def __iter__(self, start: int) -> Iterator[str]:
        return iter(())


class EachNone:
    __iter__ = None


class ByIndex:
    def __getitem__(self, index: int) -> str:
        raise IndexError

    def __len__(self) -> int:
        return 0


class IterableOfText(Iterable[str]):
    def __iter__(self) -> Iterator[str]:
        return iter(())


class OwnStep:
    def __next__(self) -> str:
        raise StopIteration

    def __iter__(self) -> Self:
        return self


class IntStep:
    def __next__(self) -> int:
        raise StopIteration

    def __iter__(self) -> Self:
        return self


class IterOfOwn:
    def __iter__(self) -> OwnStep:
        return OwnStep()


class IterOfInt:
    def __iter__(self) -> IntStep:
        return IntStep()


class NextOnly:
    def __next__(self) -> int:
        raise StopIteration


class NextAsync:
    async def __next__(self) -> int:
        raise StopIteration

    def __iter__(self) -> Self:
        return self


names: Names = EachText()
names_list: Names = ["a"]
names_text: Names = "abc"
names_file: Names = IterableOfText()
names_generated: Names = EachGenerated()
names_text_generated: Names = EachTextGenerated()
names_untyped: Names = EachUntyped()
names_own: Names = IterOfOwn()
names_step: Names = OwnStep()
names_ints: Names = EachInt()  # E: __iter__ return-type
names_int_steps: Names = IterOfInt()  # E: __iter__ return-type
names_result_list: Names = EachList()  # E: __iter__ return-type
names_result_iterable: Names = EachIterable()  # E: __iter__ return-type
names_async: Names = EachAsync()  # E: __iter__ async-for-sync
names_argument: Names = EachArgument()  # E: __iter__ extra-required-parameter
names_none: Names = EachNone()  # E: __iter__ member-is-none
names_missing: Names = Empty()  # E: __iter__ missing-member
names_int: Names = 1  # E: __iter__ missing-member
names_by_index: Names = ByIndex()  # E: __iter__ missing-member
names_int_list: Names = [1]  # S: what a list holds is not looked at where it stands for a behaviour
items: Items[int] = EachInt()
items_text: Items[str] = EachText()
items_wrong: Items[int] = EachText()  # E: __iter__ return-type
items_bare: Items = EachText()  # type: ignore[type-arg]
steps: Steps = IntStep()
steps_iterator: Steps = iter([1])
steps_text: Steps = OwnStep()  # E: __next__ return-type
steps_next_only: Steps = NextOnly()  # E: __iter__ missing-member
steps_iter_only: Steps = EachInt()  # E: __next__ missing-member
steps_async: Steps = NextAsync()  # E: __next__ async-for-sync; __iter__ return-type
sized_names: SizedNames = ["a"]
sized_names_missing: SizedNames = EachText()  # E: __len__ missing-member
sized_names_by_index: SizedNames = ByIndex()  # E: __iter__ missing-member


class Has:
    def __contains__(self, item: object) -> bool:
        return True


class HasText:
    def __contains__(self, item: str, /) -> bool:
        return True


class HasInt:
    def __contains__(self, item: int, /) -> bool:
        return True


class HasNothing:
    def __contains__(self) -> bool:
        return True


class HasTwo:
    def __contains__(self, item: object, other: object) -> bool:
        return True


class HasText2:
    def __contains__(self, item: object) -> str:
        return "a"


class Grouped:
    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[int]:
        return iter(())

    def __contains__(self, item: object) -> bool:
        return False


class Reverses:
    def __iter__(self) -> Iterator[int]:
        return iter(())

    def __reversed__(self) -> Iterator[int]:
        return iter(())


class ReversesText(Reverses):
    def __reversed__(self) -> Iterator[str]:  # type: ignore[override]
        return iter(())


bag: Bag = Has()
bag_text: Bag = "abc"
bag_narrow: Bag = HasText()
bag_int: Bag = HasInt()  # E: __contains__ parameter-type
bag_nothing: Bag = HasNothing()  # E: __contains__ too-few-parameters
bag_two: Bag = HasTwo()  # E: __contains__ extra-required-parameter
bag_result: Bag = HasText2()  # E: __contains__ return-type
bag_missing: Bag = Empty()  # E: __contains__ missing-member
bag_by_iteration: Bag = EachText()  # E: __contains__ missing-member
group: Group = Grouped()
group_list: Group = [1]
group_missing: Group = EachInt()  # E: __contains__ missing-member; __len__ missing-member
backwards: Backwards = Reverses()
backwards_list: Backwards = [1]
backwards_text: Backwards = ReversesText()  # E: __reversed__ return-type
backwards_missing: Backwards = EachInt()  # E: __reversed__ missing-member


class Named:
    name = "a"


class Unhashable:
    name = "a"
    __hash__ = None  # type: ignore[assignment]


class Compared:
    name = "a"

    def __eq__(self, other: object) -> bool:
        return True


class ComparedAndHashed(Compared):
    def __hash__(self) -> int:
        return 1


class HashText:
    name = "a"

    def __hash__(self) -> str:  # type: ignore[override]
        return "a"


@dataclass
class Data:
    name: str


@dataclass(frozen=True)
class Frozen:
    name: str


@dataclass(eq=False)
class Identity:
    name: str


@dataclass(unsafe_hash=True)
class Unsafe:
    name: str


class ListOfNames(list[str]):
    name = "a"


class ReadKey(Hashable, Protocol):
    @property
    def name(self) -> str: ...


key: Key = Named()
key_hashed: Key = ComparedAndHashed()
key_identity: Key = Identity("a")
key_unsafe: Key = Unsafe("a")
key_none: Key = Unhashable()  # R: __hash__ member-is-none -- type checkers take the type of what is assigned from object
key_compared: Key = Compared()  # E: __hash__ member-is-none
key_text: Key = HashText()  # E: __hash__ return-type
key_data: Key = Data("a")  # E: __hash__ member-is-none
key_list: Key = ListOfNames()  # E: __hash__ member-is-none
read_key_frozen: ReadKey = Frozen("a")
read_key_data: ReadKey = Data("a")  # E: __hash__ member-is-none


class Promised:
    def __await__(self) -> Generator[Any, None, int]:
        yield
        return 1

    def cancel(self) -> bool:
        return True


class PromisedText:
    def __await__(self) -> Generator[Any, None, str]:
        yield
        return "a"

    def cancel(self) -> bool:
        return True


class PromisedUntyped:
    def __await__(self):
        yield
        return 1

    def cancel(self):
        return True


class PromisedAsync:
    async def __await__(self) -> int:
        return 1

    def cancel(self) -> bool:
        return True


promise: Promise = Promised()
promise_untyped: Promise = PromisedUntyped()
promise_text: Promise = PromisedText()  # E: __await__ return-type
promise_async: Promise = PromisedAsync()  # E: __await__ async-for-sync
promise_missing: Promise = Empty()  # E: __await__ missing-member; cancel missing-member
promise_only_cancel: Promise = ClearOnly()  # E: __await__ missing-member; cancel missing-member


class AsyncLines:
    async def __aiter__(self) -> AsyncIterator[str]:
        raise LookupError


class GeneratedLines:
    async def __aiter__(self) -> AsyncIterator[str]:
        yield "a"


class PlainLines:
    def __aiter__(self) -> AsyncIterator[str]:
        raise LookupError


class IntLines:
    def __aiter__(self) -> AsyncGenerator[int, None]:
        raise LookupError


class SyncLines:
    def __iter__(self) -> Iterator[str]:
        return iter(())


class OwnLine:
    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> str:
        return "a"


class AwaitableLine:
    def __aiter__(self) -> Self:
        return self

    def __anext__(self) -> Awaitable[str]:
        raise LookupError


class IntLine:
    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> int:
        return 1


class SyncLine:
    def __aiter__(self) -> Self:
        return self

    def __anext__(self) -> str:
        return "a"


class LinesOfOwn:
    def __aiter__(self) -> OwnLine:
        return OwnLine()


class LinesOfInts:
    def __aiter__(self) -> IntLine:
        return IntLine()


lines: Lines = PlainLines()
lines_generated: Lines = GeneratedLines()
lines_own: Lines = OwnLine()
lines_of_own: Lines = LinesOfOwn()
lines_coroutine: Lines = AsyncLines()  # E: __aiter__ coroutine-for-iterator
lines_ints: Lines = IntLines()  # E: __aiter__ return-type
lines_of_ints: Lines = LinesOfInts()  # E: __aiter__ return-type
lines_sync: Lines = SyncLines()  # E: __aiter__ missing-member
line_steps: LineSteps = OwnLine()
line_steps_awaitable: LineSteps = AwaitableLine()
line_steps_int: LineSteps = IntLine()  # E: __anext__ return-type; __aiter__ return-type
line_steps_sync: LineSteps = SyncLine()  # E: __anext__ sync-for-async; __aiter__ return-type
line_steps_iterable: LineSteps = PlainLines()  # E: __anext__ missing-member


class Held:
    def __enter__(self) -> int:
        return 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None, /
    ) -> None: ...

    def reset(self) -> None: ...


class HeldLoosely:
    def __enter__(self):
        return 1

    def __exit__(self, *details: object) -> bool | None: ...

    def reset(self): ...


class HeldText:
    def __enter__(self) -> str:
        return "a"

    def __exit__(self, *details: object) -> None: ...

    def reset(self) -> None: ...


class HeldWithoutDetails:
    def __enter__(self) -> int:
        return 1

    def __exit__(self, kind: object, error: object) -> None: ...

    def reset(self) -> None: ...


class HeldWithoutEnd:
    def __enter__(self) -> int:
        return 1

    def reset(self) -> None: ...


class AsyncHeld:
    async def __aenter__(self) -> int:
        return 1

    async def __aexit__(self, *details: object) -> None: ...


class AsyncHeldText:
    async def __aenter__(self) -> str:
        return "a"

    async def __aexit__(self, *details: object) -> None: ...


class AsyncHeldSync:
    def __aenter__(self) -> int:
        return 1

    async def __aexit__(self, *details: object) -> None: ...


class Inherits(AbstractContextManager[int]):
    def __exit__(self, *details: object) -> None: ...

    def __enter__(self) -> int:
        return 1

    def reset(self) -> None: ...


resource: Resource = Held()
resource_loose: Resource = HeldLoosely()
resource_inherits: Resource = Inherits()
resource_text: Resource = HeldText()  # E: __enter__ return-type
resource_details: Resource = HeldWithoutDetails()  # E: __exit__ too-few-parameters
resource_end: Resource = HeldWithoutEnd()  # E: __exit__ missing-member
resource_async: Resource = AsyncHeld()  # E: __enter__ missing-member; __exit__ missing-member; reset missing-member
resource_null: Resource = contextlib.nullcontext(1)  # E: reset missing-member
async_resource: AsyncResource = AsyncHeld()
async_resource_null: AsyncResource = contextlib.nullcontext(1)
async_resource_text: AsyncResource = AsyncHeldText()  # E: __aenter__ return-type
async_resource_sync: AsyncResource = AsyncHeldSync()  # E: __aenter__ sync-for-async
async_resource_missing: AsyncResource = Held()  # E: __aenter__ missing-member; __aexit__ missing-member

# The protocols of typing


class Number:
    def __int__(self) -> int:
        return 1

    def __float__(self) -> float:
        return 1.0

    def __index__(self) -> int:
        return 1

    def __abs__(self) -> str:
        return "a"

    def __round__(self, digits: int = 0) -> int:
        return 1

    def __bytes__(self) -> bytes:
        return b""


class FloatInt:
    def __int__(self) -> float:
        return 1.0


supports_int: SupportsInt = Number()
supports_int_float: SupportsInt = 1.5
supports_int_text: SupportsInt = "a"  # E: __int__ missing-member
supports_int_none: SupportsInt = None  # E: . wrong-object
supports_int_result: SupportsInt = FloatInt()  # E: __int__ return-type
supports_float: SupportsFloat = 1
supports_float_text: SupportsFloat = "a"  # E: __float__ missing-member
supports_index: SupportsIndex = Number()
supports_index_float: SupportsIndex = 1.5  # E: __index__ missing-member
supports_complex: SupportsComplex = 1j
supports_complex_text: SupportsComplex = "a"  # E: __complex__ missing-member
supports_bytes: SupportsBytes = b""
supports_bytes_text: SupportsBytes = "a"  # E: __bytes__ missing-member
supports_bytes_own: SupportsBytes = Number()
supports_abs: SupportsAbs[int] = 1
supports_abs_own: SupportsAbs[str] = Number()
supports_abs_wrong: SupportsAbs[int] = Number()  # E: __abs__ return-type
supports_round: SupportsRound[int] = Number()


# Callable and Awaitable as bases, and coroutines as awaitables


class Runs(Protocol):
    def run(self) -> Awaitable[int]: ...


class RunsCoroutine:
    async def run(self) -> int:
        return 1


class RunsOwn:
    def run(self) -> Promised:
        return Promised()


class RunsOwnText:
    def run(self) -> PromisedText:
        return PromisedText()


class RunsCoroutineType:
    def run(self) -> Coroutine[Any, Any, int]:
        raise LookupError


class RunsText:
    def run(self) -> Callable[[], int]:
        raise LookupError


runs: Runs = RunsCoroutine()
runs_own: Runs = RunsOwn()
runs_coroutine: Runs = RunsCoroutineType()
runs_own_text: Runs = RunsOwnText()  # E: run return-type
runs_text: Runs = RunsText()  # E: run sync-for-async


class Sequenced(Protocol):
    def rows(self) -> Sequence[Sized]: ...


class GivesRows:
    def rows(self) -> list[Length]:
        return []


class GivesNumbers:
    def rows(self) -> list[int]:
        return []


sequenced: Sequenced = GivesRows()
sequenced_wrong: Sequenced = GivesNumbers()  # E: rows return-type
