"""Descriptors in place of data and of methods: with annotations, without, generic, overloaded, and `Mapped[int]`."""

import functools
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar, overload

T = TypeVar("T")
R = TypeVar("R")
T_co = TypeVar("T_co", covariant=True)


class Reads(Protocol):
    """A record."""

    @property
    def size(self) -> int: ...


class ReadsText(Protocol):
    @property
    def size(self) -> str: ...


class ReadsAndRuns(Protocol):
    """A behaviour."""

    @property
    def size(self) -> int: ...

    def run(self) -> None: ...


class SetsAndRuns(Protocol):
    size: int

    def run(self) -> None: ...


class Runs:
    def run(self) -> None: ...


# Descriptors with a fixed type


class IntField:
    def __get__(self, instance: object, owner: Any = None) -> int:
        return 1


class TextField:
    def __get__(self, instance: object, owner: Any = None) -> str:
        return "a"


class UntypedField:
    def __get__(self, instance, owner=None):
        return 1


class SettableIntField:
    def __get__(self, instance: object, owner: Any = None) -> int:
        return 1

    def __set__(self, instance: object, value: int) -> None: ...


class RefusingField:
    def __get__(self, instance: object, owner: Any = None) -> int:
        return 1

    def __set__(self, instance: object, value: int) -> None:
        raise AttributeError


class OverloadedField:
    @overload
    def __get__(self, instance: None, owner: Any) -> "OverloadedField": ...
    @overload
    def __get__(self, instance: object, owner: Any) -> int: ...
    def __get__(self, instance: object, owner: Any) -> "int | OverloadedField":
        return self if instance is None else 1


class OverloadedTextField:
    @overload
    def __get__(self, instance: None, owner: Any) -> "OverloadedTextField": ...
    @overload
    def __get__(self, instance: object, owner: Any) -> str: ...
    def __get__(self, instance: object, owner: Any) -> "str | OverloadedTextField":
        return self if instance is None else "a"


class ByIntField(Runs):
    size = IntField()


class ByTextField(Runs):
    size = TextField()


class ByUntypedField(Runs):
    size = UntypedField()


class BySettableField(Runs):
    size = SettableIntField()


class ByRefusingField(Runs):
    size = RefusingField()


class ByOverloadedField(Runs):
    size = OverloadedField()


class ByOverloadedTextField(Runs):
    size = OverloadedTextField()


class ByAnnotatedField(Runs):
    size: ClassVar[IntField] = IntField()


class InInstance(Runs):
    def __init__(self) -> None:
        self.size = IntField()  # is no descriptor there


int_field: Reads = ByIntField()  # S: pyright compares the descriptor, not what it gives
text_field: Reads = ByTextField()  # E: size wrong-value|return-type
untyped_field: Reads = ByUntypedField()  # S: pyright compares the descriptor, not what it gives
settable_field: Reads = BySettableField()  # S: pyright compares the descriptor, not what it gives
overloaded_field: Reads = ByOverloadedField()  # S: pyright compares the descriptor, not what it gives
overloaded_text_field: Reads = ByOverloadedTextField()  # E: size wrong-value|return-type
annotated_field: Reads = ByAnnotatedField()  # S: pyright compares the descriptor, not what it gives
in_instance: Reads = InInstance()  # E: size wrong-value
runs_int_field: ReadsAndRuns = ByIntField()  # S: pyright compares the descriptor, not what it gives
runs_text_field: ReadsAndRuns = ByTextField()  # E: size return-type
runs_untyped_field: ReadsAndRuns = ByUntypedField()  # S: pyright compares the descriptor, not what it gives
runs_overloaded_field: ReadsAndRuns = ByOverloadedField()  # S: pyright compares the descriptor, not what it gives
runs_overloaded_text_field: ReadsAndRuns = ByOverloadedTextField()  # E: size return-type
sets_settable_field: SetsAndRuns = BySettableField()  # S: pyright compares the descriptor, not what it gives
sets_refusing_field: SetsAndRuns = ByRefusingField()  # S: whether setting raises only a call would tell
sets_int_field: SetsAndRuns = ByIntField()  # S: a descriptor that cannot be set gives way to a value of the object

# Generic descriptors: what they give depends on their argument


class Field(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value

    def __get__(self, instance: object, owner: Any = None) -> T:
        return self.value

    def __set__(self, instance: object, value: T) -> None:
        self.value = value


class IntGenericField(Field[int]):
    pass


class TextGenericField(Field[str]):
    pass


class Factory(Generic[T]):
    """A descriptor that reads what a function gives, as `cached_property` does."""

    def __init__(self, function: Callable[[Any], T]) -> None:
        self.function = function

    def __get__(self, instance: object, owner: Any = None) -> T:
        return self.function(instance)


class ByField(Runs):
    size = Field(1)


class ByTextGeneric(Runs):
    size = TextGenericField("a")


class ByIntGeneric(Runs):
    size = IntGenericField(1)


class ByFactory(Runs):
    @Factory
    def size(self) -> int:
        return 1


field_read: ReadsAndRuns = ByField()  # S: pyright compares the descriptor, not what it gives
int_generic: ReadsAndRuns = ByIntGeneric()  # S: pyright compares the descriptor, not what it gives
text_generic: ReadsAndRuns = ByTextGeneric()  # S: the argument of the type of the descriptor is not known
factory: ReadsAndRuns = ByFactory()  # S: pyright compares the descriptor, not what it gives

# Columns, as object-relational mappers have them: the annotation names the descriptor


class Mapped(Generic[T]):
    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> "Mapped[T]": ...
        @overload
        def __get__(self, instance: object, owner: Any) -> T: ...
        def __get__(self, instance: object, owner: Any) -> "Mapped[T] | T": ...

        def __set__(self, instance: object, value: T) -> None: ...


class Column(Mapped[T]):
    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, instance: Any, owner: Any) -> Any:
        return self if instance is None else instance.__dict__[self.name]

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.name] = value


class Base:
    def __init_subclass__(cls) -> None:
        for name in vars(cls).get("__annotations__", {}) or getattr(cls, "columns", ()):
            setattr(cls, name, Column(name))

    def __init__(self, **values: Any) -> None:
        for name, value in values.items():
            setattr(self, name, value)

    def run(self) -> None: ...


class User(Base):
    columns = ("size", "name")
    size: Mapped[int]
    name: Mapped[str]


class Strange(Base):
    columns = ("size",)
    size: Mapped[str]


class HasName(Protocol):
    name: str

    def run(self) -> None: ...


class HasNameRecord(Protocol):
    name: str


user: SetsAndRuns = User(size=1, name="a")  # S: pyright compares the descriptor, not what it gives
user_reads: ReadsAndRuns = User(size=1, name="a")  # S: pyright compares the descriptor, not what it gives
user_record: Reads = User(size=1, name="a")  # S: pyright compares the descriptor, not what it gives
user_name: HasName = User(size=1, name="a")  # S: pyright compares the descriptor, not what it gives
user_name_record: HasNameRecord = User(size=1, name="a")  # S: pyright compares the descriptor, not what it gives
strange: Reads = Strange(size="a")  # E: size wrong-value
strange_runs: ReadsAndRuns = Strange(size="a")  # S: the annotation of a descriptor says nothing of what it gives

# Descriptors in place of methods


class Call(Protocol):
    def run(self, number: int, /) -> str: ...


class AsyncCall(Protocol):
    async def run(self, number: int, /) -> str: ...


class Bound(Generic[R]):
    """Binds a function as methods are bound."""

    def __init__(self, function: Callable[[Any, int], R]) -> None:
        self.function = function

    @overload
    def __get__(self, instance: None, owner: Any) -> "Bound[R]": ...
    @overload
    def __get__(self, instance: object, owner: Any) -> Callable[[int], R]: ...
    def __get__(self, instance: object, owner: Any) -> "Bound[R] | Callable[[int], R]":
        return self if instance is None else functools.partial(self.function, instance)


class Callee:
    def __call__(self, number: int) -> str:
        return "a"


class TextCallee:
    def __call__(self, number: str) -> str:
        return "a"


class AsyncCallee:
    async def __call__(self, number: int) -> str:
        return "a"


class GivesCallee:
    def __get__(self, instance: object, owner: Any = None) -> Callee:
        return Callee()


class GivesText:
    def __get__(self, instance: object, owner: Any = None) -> str:
        return "a"


class ByBound:
    @Bound
    def run(self, number: int) -> str:
        return "a"


class ByCallee:
    run = Callee()


class ByTextCallee:
    run = TextCallee()


class ByAsyncCallee:
    run = AsyncCallee()


class ByGivenCallee:
    run = GivesCallee()


class ByGivenText:
    run = GivesText()


class ByPartialMethod:
    def _run(self, prefix: str, number: int) -> str:
        return prefix

    run = functools.partialmethod(_run, "a")


class ByDispatch:
    @functools.singledispatchmethod
    def run(self, number: int) -> str:
        return "a"


class ByCache:
    @functools.lru_cache
    def run(self, number: int) -> str:
        return "a"


class ByTextCache:
    @functools.cache
    def run(self, number: str) -> str:
        return "a"


class ByCallableProperty:
    @property
    def run(self) -> Callable[[int], str]:
        return str


class ByAwaitable:
    def run(self, number: int) -> Awaitable[str]:
        raise LookupError


bound: Call = ByBound()  # S: pyright compares the descriptor, not what it gives
callee: Call = ByCallee()
text_callee: Call = ByTextCallee()  # E: run parameter-type
async_callee: Call = ByAsyncCallee()  # E: run async-for-sync
async_callee_right: AsyncCall = ByAsyncCallee()
sync_callee: AsyncCall = ByCallee()  # E: run sync-for-async
given_callee: Call = ByGivenCallee()  # S: pyright compares the descriptor, not what it gives
given_text: Call = ByGivenText()  # E: run not-callable|unverifiable
partial_method: Call = ByPartialMethod()  # S: pyright compares the descriptor, not what it gives
dispatch: Call = ByDispatch()  # S: pyright compares the descriptor, not what it gives
cache: Call = ByCache()
text_cache: Call = ByTextCache()  # R: run parameter-type -- a cache passes on what it is called with
callable_property: Call = ByCallableProperty()  # S: the property gives what can be called
awaitable: Call = ByAwaitable()  # E: run async-for-sync
