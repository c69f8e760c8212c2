"""`Self`, and type parameters that stand for the object itself, in protocols and in classes that implement them."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Any, Generic, Optional, Protocol, TypeVar

from typing_extensions import Self

T = TypeVar("T")
TCopy = TypeVar("TCopy", bound="CopyByVariable")


class Copy(Protocol):
    def copy(self) -> Self: ...


class CopyByVariable(Protocol):
    def copy(self: TCopy) -> TCopy: ...


class CopyOrNone(Protocol):
    def copy(self) -> Self | None: ...


class Copies(Protocol):
    def copies(self) -> Sequence[Self]: ...


class AsyncCopy(Protocol):
    async def copy(self) -> Self: ...


class Enter(Protocol):
    def __enter__(self) -> Self: ...

    def __exit__(self, *args: object) -> object: ...


class Same(Protocol):
    def same(self, other: Self, /) -> bool: ...


class Parent(Protocol):
    @property
    def parent(self) -> Self | None: ...


class Chain(Protocol):
    def then(self, function: Callable[[Self], Self], /) -> Self: ...


class Build(Protocol):
    @classmethod
    def build(cls, text: str, /) -> Self: ...


class Steps(Protocol):
    def __iter__(self) -> Iterator[Self]: ...


# Implementations of `copy`


class BySelf:
    def copy(self) -> Self:
        return self


class Below(BySelf):
    pass


class ByName:
    def copy(self) -> "ByName":
        return self


class BelowByName(ByName):
    pass


class ByVariable:
    def copy(self: T) -> T:
        return self


class ByAny:
    def copy(self) -> Any:
        return self


class ByNothing:
    def copy(self):  # no annotation
        return self


class ToText:
    def copy(self) -> str:
        return "a"


class ToObject:
    def copy(self) -> object:
        return self


class ToNone:
    def copy(self) -> None: ...


class ToOther:
    def copy(self) -> "ByName":
        return ByName()


class ToSubclass:
    def copy(self) -> "IsSubclass":
        return IsSubclass()


class IsSubclass(ToSubclass):
    pass


class ToSelfOrNone:
    def copy(self) -> Optional[Self]:
        return None


class AsyncSelf:
    async def copy(self) -> Self:
        return self


class AsyncByAwaitable:
    def copy(self) -> Awaitable[Self]:
        raise LookupError


class AsyncText:
    async def copy(self) -> str:
        return "a"


class OfGeneric(Generic[T]):
    def copy(self) -> "OfGeneric[T]":
        return self


class OfGenericSelf(Generic[T]):
    def copy(self) -> Self:
        return self


class Explicit(Copy):
    def copy(self) -> Self:
        return self


copy_self: Copy = BySelf()
copy_below: Copy = Below()
copy_name: Copy = ByName()
copy_below_name: Copy = BelowByName()  # E: copy return-type
copy_variable: Copy = ByVariable()
copy_any: Copy = ByAny()
copy_nothing: Copy = ByNothing()
copy_text: Copy = ToText()  # E: copy return-type
copy_object: Copy = ToObject()  # E: copy return-type
copy_none: Copy = ToNone()  # E: copy return-type
copy_other: Copy = ToOther()  # E: copy return-type
copy_subclass: Copy = ToSubclass()
copy_is_subclass: Copy = IsSubclass()
copy_or_none: Copy = ToSelfOrNone()  # E: copy return-type
copy_async: Copy = AsyncSelf()  # E: copy async-for-sync
copy_generic: Copy = OfGeneric[int]()
copy_generic_self: Copy = OfGenericSelf[int]()
copy_explicit: Copy = Explicit()

variable_self: CopyByVariable = BySelf()
variable_name: CopyByVariable = ByName()
variable_variable: CopyByVariable = ByVariable()
variable_text: CopyByVariable = ToText()  # E: copy return-type
variable_none: CopyByVariable = ToNone()  # E: copy return-type

or_none_self: CopyOrNone = BySelf()
or_none_none: CopyOrNone = ToNone()
or_none_either: CopyOrNone = ToSelfOrNone()
or_none_text: CopyOrNone = ToText()  # E: copy return-type

async_self: AsyncCopy = AsyncSelf()
async_awaitable: AsyncCopy = AsyncByAwaitable()  # S: callers await the result, and any awaitable will do
async_text: AsyncCopy = AsyncText()  # E: copy return-type
async_sync: AsyncCopy = BySelf()  # E: copy sync-for-async

# Within other forms


class ListOfSelf:
    def copies(self) -> list[Self]:
        return [self]


class TupleOfName:
    def copies(self) -> "tuple[TupleOfName, ...]":
        return (self,)


class ListOfText:
    def copies(self) -> list[str]:
        return []


class ListOfOther:
    def copies(self) -> list[BySelf]:
        return []


copies_self: Copies = ListOfSelf()
copies_name: Copies = TupleOfName()
copies_text: Copies = ListOfText()  # E: copies return-type
copies_other: Copies = ListOfOther()  # E: copies return-type

# Context managers


class EnterSelf:
    def __enter__(self) -> Self:
        return self

    def __exit__(self, *args: object) -> None: ...


class EnterBelow(EnterSelf):
    pass


class EnterText:
    def __enter__(self) -> str:
        return "a"

    def __exit__(self, *args: object) -> None: ...


enter_self: Enter = EnterSelf()
enter_below: Enter = EnterBelow()
enter_text: Enter = EnterText()  # E: __enter__ return-type

# Parameters


class SameSelf:
    def same(self, other: Self, /) -> bool:
        return True


class SameName:
    def same(self, other: "SameName", /) -> bool:
        return True


class BelowSameName(SameName):
    pass


class SameObject:
    def same(self, other: object, /) -> bool:
        return True


class SameText:
    def same(self, other: str, /) -> bool:
        return True


same_self: Same = SameSelf()
same_name: Same = SameName()
same_below: Same = BelowSameName()
same_object: Same = SameObject()
same_text: Same = SameText()  # E: same parameter-type

# Attributes


class Node:
    def __init__(self, parent: "Node | None" = None) -> None:
        self.parent = parent


class SelfNode:
    parent: Self | None = None


class TextNode:
    parent = "a"



parent_none: Parent = Node()
parent_node: Parent = Node(Node())
parent_self: Parent = SelfNode()
parent_text: Parent = TextNode()  # E: parent wrong-value

# Callables, class methods, iterators


class ChainSelf:
    def then(self, function: Callable[[Self], Self], /) -> Self:
        return function(self)


class ChainAny:
    def then(self, function: Callable[..., Any], /) -> Self:
        return function(self)


class ChainText:
    def then(self, function: Callable[[str], str], /) -> Self:
        return self


chain_self: Chain = ChainSelf()
chain_any: Chain = ChainAny()
chain_text: Chain = ChainText()  # E: then parameter-type


class BuildSelf:
    @classmethod
    def build(cls, text: str, /) -> Self:
        return cls()


class BuildName:
    @classmethod
    def build(cls, text: str, /) -> "BuildName":
        return cls()


class BuildStatic:
    @staticmethod
    def build(text: str, /) -> "BuildStatic":
        return BuildStatic()


class BuildText:
    @classmethod
    def build(cls, text: str, /) -> str:
        return text


build_self: Build = BuildSelf()
build_name: Build = BuildName()
build_static: Build = BuildStatic()
build_text: Build = BuildText()  # E: build return-type


class StepsSelf:
    def __iter__(self) -> Iterator[Self]:
        yield self


class StepsText:
    def __iter__(self) -> Iterator[str]:
        yield "a"


steps_self: Steps = StepsSelf()
steps_text: Steps = StepsText()  # E: __iter__ return-type
