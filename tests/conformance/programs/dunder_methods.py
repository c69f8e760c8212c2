"""Parameters of dunder methods are positional-only in effect: operators and functions pass them, never by name."""

# fmt: off
from types import TracebackType
from typing import Any, Protocol, Self, SupportsIndex, overload


class Contains(Protocol):
    def __contains__(self, item: object) -> bool: ...


class Renamed:
    def __contains__(self, x: object) -> bool: ...


class Old:
    def __contains__(self, __x: object) -> bool: ...


class Only:
    def __contains__(self, x: object, /) -> bool: ...


class More:
    def __contains__(self, x: object, y: object = None) -> bool: ...


class MoreRequired:
    def __contains__(self, x: object, y: object) -> bool: ...


class None_:
    def __contains__(self) -> bool: ...


class ByName:
    def __contains__(self, *, item: object) -> bool: ...


class Args:
    def __contains__(self, *args: object) -> bool: ...


class Wrong:
    def __contains__(self, x: int) -> bool: ...


class WrongResult:
    def __contains__(self, x: object) -> str: ...


class Async:
    async def __contains__(self, x: object) -> bool: ...


class Missing: ...


class Nothing:
    __contains__ = None


contains_renamed: Contains = Renamed()  # S: dunder methods are called by position
contains_old: Contains = Old()  # S: dunder methods are called by position
contains_only: Contains = Only()  # S: dunder methods are called by position
contains_more: Contains = More()  # S: dunder methods are called by position
contains_more_required: Contains = MoreRequired()  # E: __contains__ extra-required-parameter
contains_none: Contains = None_()  # E: __contains__ too-few-parameters
contains_by_name: Contains = ByName()  # E: __contains__ parameter-kind
contains_args: Contains = Args()  # S: dunder methods are called by position
contains_wrong: Contains = Wrong()  # E: __contains__ parameter-type
contains_wrong_result: Contains = WrongResult()  # E: __contains__ return-type
contains_async: Contains = Async()  # E: __contains__ async-for-sync
contains_missing: Contains = Missing()  # E: __contains__ missing-member
contains_nothing: Contains = Nothing()  # E: __contains__ member-is-none
contains_list: Contains = [1]  # S: dunder methods are called by position
contains_dict: Contains = {1: 2}  # S: dunder methods are called by position
contains_text: Contains = "text"  # S: builtins have no annotations at run time
contains_range: Contains = range(3)  # S: dunder methods are called by position
contains_int: Contains = 7  # E: __contains__ missing-member


class Items(Protocol):
    def __getitem__(self, key: str) -> int: ...
    def __setitem__(self, key: str, value: int) -> None: ...
    def __delitem__(self, key: str) -> None: ...


class ItemsRenamed:
    def __getitem__(self, k: str) -> int: ...
    def __setitem__(self, k: str, v: int) -> None: ...
    def __delitem__(self, k: str) -> None: ...


class ItemsSwapped:
    def __getitem__(self, key: str) -> int: ...
    def __setitem__(self, value: str, key: int) -> None: ...
    def __delitem__(self, key: str) -> None: ...


class ItemsSwappedTypes:
    def __getitem__(self, key: str) -> int: ...
    def __setitem__(self, value: int, key: str) -> None: ...
    def __delitem__(self, key: str) -> None: ...


class ItemsOverloaded:
    @overload
    def __getitem__(self, k: str) -> int: ...
    @overload
    def __getitem__(self, k: int) -> str: ...
    def __getitem__(self, k: str | int) -> int | str: ...
    def __setitem__(self, k: str | int, v: object) -> None: ...
    def __delitem__(self, k: str | int) -> None: ...


class ItemsOfNumbers:
    def __getitem__(self, k: int) -> int: ...
    def __setitem__(self, k: int, v: int) -> None: ...
    def __delitem__(self, k: int) -> None: ...


class ItemsReadOnly:
    def __getitem__(self, k: str) -> int: ...


items_renamed: Items = ItemsRenamed()  # S: dunder methods are called by position
items_swapped: Items = ItemsSwapped()  # S: dunder methods are called by position
items_swapped_types: Items = ItemsSwappedTypes()  # E: __setitem__ parameter-type
items_overloaded: Items = ItemsOverloaded()  # S: dunder methods are called by position
items_of_numbers: Items = ItemsOfNumbers()  # E: __getitem__ parameter-type; __setitem__ parameter-type; __delitem__ parameter-type
items_read_only: Items = ItemsReadOnly()  # E: __setitem__ missing-member; __delitem__ missing-member
items_dict: Items = {"a": 1}  # S: dunder methods are called by position
items_list: Items = [1]  # S: builtins have no annotations at run time


class Context(Protocol):
    def __enter__(self) -> Self: ...
    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> bool | None: ...


class ContextRenamed:
    def __enter__(self) -> Self: ...
    def __exit__(self, t: type[BaseException] | None, v: BaseException | None, b: TracebackType | None) -> None: ...


class ContextArgs:
    def __enter__(self) -> Self: ...
    def __exit__(self, *args: object) -> None: ...


class ContextUnannotated:
    def __enter__(self): return self
    def __exit__(self, *exc_info): ...


class ContextTwo:
    def __enter__(self) -> Self: ...
    def __exit__(self, a: object, b: object) -> None: ...


class ContextNone:
    def __enter__(self) -> Self: ...
    def __exit__(self) -> None: ...


class ContextOther:
    def __enter__(self) -> int: ...
    def __exit__(self, *args: object) -> None: ...


class ContextNarrow:
    def __enter__(self) -> Self: ...
    def __exit__(self, t: type[ValueError] | None, v: ValueError | None, b: TracebackType | None) -> None: ...


class ContextRequired:
    def __enter__(self) -> Self: ...
    def __exit__(self, t: type[BaseException], v: BaseException, b: TracebackType) -> None: ...


class ContextAsync:
    async def __aenter__(self) -> Self: ...
    async def __aexit__(self, *args: object) -> None: ...


class ContextAsyncMethods:
    async def __enter__(self) -> Self: ...
    async def __exit__(self, *args: object) -> None: ...


context_renamed: Context = ContextRenamed()  # S: dunder methods are called by position
context_args: Context = ContextArgs()  # S: dunder methods are called by position
context_unannotated: Context = ContextUnannotated()  # S: dunder methods are called by position
context_two: Context = ContextTwo()  # E: __exit__ too-few-parameters
context_none: Context = ContextNone()  # E: __exit__ too-few-parameters
context_other: Context = ContextOther()  # E: __enter__ return-type
context_narrow: Context = ContextNarrow()  # E: __exit__ parameter-type
context_required: Context = ContextRequired()  # E: __exit__ parameter-type
context_async: Context = ContextAsync()  # E: __enter__ missing-member; __exit__ missing-member
context_async_methods: Context = ContextAsyncMethods()  # E: __enter__ async-for-sync; __exit__ async-for-sync


class AsyncContext(Protocol):
    async def __aenter__(self) -> Self: ...
    async def __aexit__(self, exc_type: Any, exc: Any, tb: Any) -> bool | None: ...


class AsyncContextSync:
    def __aenter__(self) -> Self: ...
    def __aexit__(self, *args: object) -> None: ...


async_context: AsyncContext = ContextAsync()  # S: dunder methods are called by position
async_context_sync: AsyncContext = AsyncContextSync()  # E: __aenter__ sync-for-async; __aexit__ sync-for-async


class Ordered(Protocol):
    def __lt__(self, other: Any) -> bool: ...


class OrderedRenamed:
    def __lt__(self, that: object) -> bool: ...


class OrderedNotImplemented:
    def __lt__(self, that: object) -> bool:
        return NotImplemented


class Unordered: ...


ordered_renamed: Ordered = OrderedRenamed()  # S: dunder methods are called by position
ordered_not_implemented: Ordered = OrderedNotImplemented()  # S: dunder methods are called by position
ordered_int: Ordered = 7  # S: dunder methods are called by position
ordered_text: Ordered = "text"  # S: dunder methods are called by position
unordered: Ordered = Unordered()  # E: __lt__ missing-member
unordered_none: Ordered = None  # E: . wrong-object


class Equal(Protocol):
    def __eq__(self, other: object, /) -> bool: ...


class EqualRenamed:
    def __eq__(self, that: object) -> bool: ...


class EqualNarrow:
    def __eq__(self, that: "EqualNarrow") -> bool: ...  # type: ignore


equal_renamed: Equal = EqualRenamed()
equal_inherited: Equal = Unordered()
equal_int: Equal = 7
equal_narrow: Equal = EqualNarrow()  # E: __eq__ parameter-type


class Hash(Protocol):
    def __hash__(self) -> int: ...


class Unhashable:
    __hash__ = None  # type: ignore


class EqualOnly:
    def __eq__(self, other: object) -> bool: ...


hash_inherited: Hash = Unordered()
hash_int: Hash = 7
hash_none: Hash = Unhashable()  # R: __hash__ member-is-none -- None cannot be called
hash_equal_only: Hash = EqualOnly()  # E: __hash__ member-is-none
hash_list: Hash = [1]  # E: __hash__ member-is-none


class Adding(Protocol):
    def __add__(self, other: int, /) -> object: ...


class AddingRenamed:
    def __add__(self, that: int) -> int: ...


class AddingText:
    def __add__(self, that: str) -> int: ...


class AddingRight:
    def __radd__(self, that: int) -> int: ...


adding_renamed: Adding = AddingRenamed()
adding_int: Adding = 7
adding_float: Adding = 7.5
adding_text: Adding = AddingText()  # E: __add__ parameter-type
adding_right: Adding = AddingRight()  # E: __add__ missing-member
adding_str: Adding = "text"  # S: builtins have no annotations at run time


class Index(Protocol):
    def __index__(self) -> int: ...


class IndexOwn:
    def __index__(self) -> int: ...


class IndexText:
    def __index__(self) -> str: ...


index_own: Index = IndexOwn()
index_typing: SupportsIndex = IndexOwn()
index_int: Index = 7
index_bool: Index = True
index_float: Index = 7.5  # E: __index__ missing-member
index_text: Index = IndexText()  # E: __index__ return-type
index_typing_text: SupportsIndex = IndexText()  # E: __index__ return-type


class GetAttr(Protocol):
    def __getattr__(self, name: str, /) -> Any: ...


class GetAttrRenamed:
    def __getattr__(self, attribute: str) -> int: ...


get_attr_renamed: GetAttr = GetAttrRenamed()
get_attr_missing: GetAttr = Unordered()  # E: __getattr__ missing-member


class Call(Protocol):
    def __call__(self, item: int) -> int: ...


class CallRenamed:
    def __call__(self, x: int) -> int: ...


class CallOnly:
    def __call__(self, item: int, /) -> int: ...


class CallSame:
    def __call__(self, item: int) -> int: ...


call_same: Call = CallSame()
call_renamed: Call = CallRenamed()  # E: __call__ parameter-name
call_only: Call = CallOnly()  # E: __call__ parameter-kind


class Formatting(Protocol):
    def __format__(self, spec: str) -> str: ...
    def __str__(self) -> str: ...
    def __repr__(self) -> str: ...


formatting_inherited: Formatting = Unordered()  # S: dunder methods are called by position
formatting_int: Formatting = 7  # S: dunder methods are called by position


class Getter(Protocol):
    def __get__(self, instance: object, owner: type | None = None) -> Any: ...


class GetterRenamed:
    def __get__(self, obj: object, kind: type | None = None) -> Any: ...


class GetterRequired:
    def __get__(self, obj: object, kind: type | None) -> Any: ...


getter_renamed: Getter = GetterRenamed()  # S: dunder methods are called by position
getter_required: Getter = GetterRequired()  # E: __get__ parameter-required
