"""Callables in fields and class variables, callbacks with further members, and functions changed after they were made."""

# fmt: off
import dataclasses
import enum
import functools
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from types import MethodType, SimpleNamespace
from typing import Any, ClassVar, Final, Generic, NamedTuple, Protocol, TypeVar

T = TypeVar("T")


class Take(Protocol):
    def f(self, a: int, /) -> int: ...


class TakeLater(Protocol):
    async def f(self, a: int, /) -> int: ...


class Call(Protocol):
    def __call__(self, a: int, /) -> int: ...


class CallLater(Protocol):
    async def __call__(self, a: int, /) -> int: ...


def one(a: int) -> int: ...
def two(a: int, b: int) -> int: ...
def text(a: str) -> int: ...
def none() -> int: ...
async def later(a: int) -> int: ...
def of_self(self: Any, a: int) -> int: ...
def gives_awaitable(a: int) -> Awaitable[int]: ...


# Fields


@dataclass
class Data:
    f: Callable[[int], int]


@dataclass(frozen=True)
class DataFrozen:
    f: Callable[[int], int]


@dataclass(slots=True)
class DataSlots:
    f: Callable[[int], int]


@dataclass
class DataAny:
    f: Callable[..., Any]


@dataclass
class DataText:
    f: Callable[[str], int]


@dataclass
class DataLater:
    f: Callable[[int], Coroutine[Any, Any, int]]


@dataclass
class DataOptional:
    f: Callable[[int], int] | None = None


@dataclass
class DataDefault:
    f: Callable[[int], int] = one


@dataclass
class DataFactory:
    f: Callable[[int], int] = field(default_factory=lambda: one)


@dataclass
class DataGeneric(Generic[T]):
    f: Callable[[T], T]


class Row(NamedTuple):
    f: Callable[[int], int]


class RowText(NamedTuple):
    f: Callable[[str], int]


class Holder:
    f: Callable[[int], int]

    def __init__(self, f: Callable[[int], int]) -> None:
        self.f = f


class HolderOfAny:
    def __init__(self, f: Any) -> None:
        self.f = f


class HolderFinal:
    def __init__(self, f: Callable[[int], int]) -> None:
        self.f: Final = f


class Empty:
    def __init__(self) -> None: ...

    f: Callable[[int], int]


data: Take = Data(one)
data_frozen: Take = DataFrozen(one)
data_slots: Take = DataSlots(one)
data_any: Take = DataAny(one)
data_any_two: Take = DataAny(two)  # R: f extra-required-parameter -- the object has a function that fails
data_any_text: Take = DataAny(text)  # R: f parameter-type -- the object has a function that fails
data_any_later: Take = DataAny(later)  # R: f async-for-sync -- the object has an async function
data_any_later_async: TakeLater = DataAny(later)
data_any_sync_for_async: TakeLater = DataAny(one)  # R: f sync-for-async -- the object has a function that is not async
data_text: Take = DataText(text)  # E: f parameter-type
data_later: TakeLater = DataLater(later)  # S: an awaitable can be awaited, if not all that a coroutine can
data_later_sync: Take = DataLater(later)  # E: f async-for-sync
data_optional: Take = DataOptional(one)  # S: the object has a function
data_optional_none: Take = DataOptional()  # E: f member-is-none
data_default: Take = DataDefault()
data_factory: Take = DataFactory()
data_generic: Take = DataGeneric(one)
row: Take = Row(one)  # S: what a field holds is not bound
row_text: Take = RowText(text)  # E: f parameter-type
holder: Take = Holder(one)  # S: what a field holds is not bound
holder_lambda: Take = Holder(lambda a: a)  # S: what a field holds is not bound
holder_builtin: Take = Holder(abs)  # S: what a field holds is not bound
holder_of_any: Take = HolderOfAny(one)
holder_of_any_none: Take = HolderOfAny(None)  # R: f member-is-none -- the object has None there
holder_of_any_nothing: Take = HolderOfAny(none)  # R: f too-few-parameters -- the object has a function that fails
holder_final: Take = HolderFinal(one)
empty: Take = Empty()  # E: f missing-member -- the object has nothing there
namespace: Take = SimpleNamespace(f=one)  # S: a namespace has any attributes
namespace_two: Take = SimpleNamespace(f=two)  # E: f extra-required-parameter
namespace_empty: Take = SimpleNamespace()  # E: f missing-member


# Class variables: a function in a class is bound, whatever it is declared as


class Declared:
    f: Callable[[int], int] = one


class DeclaredWithSelf:
    f: Callable[[int], int] = of_self  # type: ignore


class DeclaredClassVar:
    f: ClassVar[Callable[[Any, int], int]] = of_self


class DeclaredStatic:
    f: ClassVar[Any] = staticmethod(one)


class DeclaredPartial:
    f: ClassVar[Any] = staticmethod(functools.partial(one))


class Members(enum.Enum):
    RED = 1

    def f(self, a: int, /) -> int: ...


class MembersText(enum.Enum):
    RED = 1

    def f(self, a: str, /) -> int: ...


declared: Take = Declared()  # E: f wrong-binding|too-few-parameters -- the function is bound, and fails
declared_with_self: Take = DeclaredWithSelf()  # S: the function is bound, whatever it is declared as
declared_class_var: Take = DeclaredClassVar()  # S: a class variable is a member as well
declared_static: Take = DeclaredStatic()  # S: a class variable is a member as well
declared_partial: Take = DeclaredPartial()  # S: a class variable is a member as well
member: Take = Members.RED
member_text: Take = MembersText.RED  # E: f parameter-type


# Callbacks with further members


class NamedCall(Protocol):
    __name__: str

    def __call__(self, a: int, /) -> int: ...


class DocumentedCall(Protocol):
    __qualname__: str
    __doc__: str | None
    __module__: str

    def __call__(self, a: int, /) -> int: ...


class MarkedCall(Protocol):
    priority: int

    def __call__(self, a: int, /) -> int: ...


class CachedCall(Protocol):
    def __call__(self, a: int, /) -> int: ...
    def cache_clear(self) -> None: ...


class BoundCall(Protocol):
    @property
    def __self__(self) -> object: ...

    def __call__(self, a: int, /) -> int: ...


class Marked:
    priority = 1

    def __call__(self, a: int) -> int: ...


class MarkedText:
    priority = "1"

    def __call__(self, a: int) -> int: ...


class MarkedTwo:
    priority = 1

    def __call__(self, a: int, b: int) -> int: ...


@functools.cache
def cached(a: int) -> int: ...


named_call: NamedCall = one
named_call_lambda: NamedCall = lambda a: a
named_call_two: NamedCall = two  # E: __call__ extra-required-parameter
named_call_object: NamedCall = Marked()  # E: __name__ missing-property
named_call_class: NamedCall = int
documented_call: DocumentedCall = one
documented_call_bound: DocumentedCall = Data(one).f
marked_call: MarkedCall = Marked()
marked_call_text: MarkedCall = MarkedText()  # E: priority wrong-value
marked_call_two: MarkedCall = MarkedTwo()  # E: __call__ extra-required-parameter
marked_call_function: MarkedCall = one  # E: priority missing-property
cached_call: CachedCall = cached
cached_call_function: CachedCall = one  # E: cache_clear missing-member
bound_call: BoundCall = Members.RED.f
bound_call_function: BoundCall = one  # E: __self__ missing-property


# Functions that were changed, or that say what they are not


def signed(a: int, b: int) -> int: ...
def defaulted(a: int, b: int) -> int: ...
def annotated(a: int) -> int: ...
def annotated_none(a: str) -> str: ...
def wrapped(a: int) -> int: ...
def wrapped_two(a: int, b: int) -> int: ...


signed.__signature__ = None  # type: ignore
defaulted.__defaults__ = (1,)
annotated.__annotations__["a"] = str
annotated_none.__annotations__.clear()
wrapped.__wrapped__ = two  # type: ignore
wrapped_two.__wrapped__ = one  # type: ignore

by_signed: Call = signed  # E: __call__ extra-required-parameter
by_defaulted: Call = defaulted  # S: the function was changed
by_annotated: Call = annotated  # R: __call__ parameter-type -- the function was changed
by_annotated_none: Call = annotated_none  # S: the function was changed
by_wrapped: Call = wrapped
by_wrapped_two: Call = wrapped_two  # E: __call__ extra-required-parameter


# Methods that are bound by hand


class Owner:
    def g(self, a: int) -> int: ...


bound_by_hand: Call = MethodType(of_self, Owner())
bound_by_hand_two: Call = MethodType(two, 1)
bound_by_hand_none: Call = MethodType(none, Owner())  # R: __call__ wrong-binding|too-few-parameters|extra-required-parameter -- the call fails
bound_by_get: Call = of_self.__get__(Owner())
