"""Classes as callables: a call makes an object, so the constructor is judged."""

# fmt: off
import abc
import collections
import dataclasses
import enum
import functools
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, Never, Protocol, Self, TypedDict, TypeVar, overload

T = TypeVar("T")


class Product: ...


class Make(Protocol):
    def __call__(self, a: int) -> Product: ...


class MakeOnly(Protocol):
    def __call__(self, a: int, /) -> Product: ...


class MakeNothing(Protocol):
    def __call__(self) -> Product: ...


class MakeOpen(Protocol):
    def __call__(self, *args: Any, **kwargs: Any) -> Product: ...


class MakeInt(Protocol):
    def __call__(self, a: str, /) -> int: ...


class MakeText(Protocol):
    def __call__(self, a: object = "", /) -> str: ...


class MakeObject(Protocol):
    def __call__(self, a: int) -> object: ...


class MakeLater(Protocol):
    async def __call__(self, a: int) -> Product: ...


# __init__


class Init(Product):
    def __init__(self, a: int) -> None: ...


class InitRenamed(Product):
    def __init__(self, x: int) -> None: ...


class InitOnly(Product):
    def __init__(self, a: int, /) -> None: ...


class InitTwo(Product):
    def __init__(self, a: int, b: int) -> None: ...


class InitOptional(Product):
    def __init__(self, a: int = 0, b: int = 0) -> None: ...


class InitWrong(Product):
    def __init__(self, a: str) -> None: ...


class InitByName(Product):
    def __init__(self, *, a: int) -> None: ...


class InitOpen(Product):
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...


class InitUnannotated(Product):
    def __init__(self, a): ...


class InitInherited(Init): ...


class InitNone(Product): ...


class InitOfOther:
    def __init__(self, a: int) -> None: ...


class InitOverloaded(Product):
    @overload
    def __init__(self, a: int) -> None: ...
    @overload
    def __init__(self, a: str, b: str) -> None: ...
    def __init__(self, a: int | str, b: str = "") -> None: ...


class InitOverloadedWrong(Product):
    @overload
    def __init__(self, a: bytes) -> None: ...
    @overload
    def __init__(self, a: str, b: str) -> None: ...
    def __init__(self, a: bytes | str, b: str = "") -> None: ...


init: Make = Init
init_renamed: Make = InitRenamed  # E: __call__ parameter-name
init_renamed_only: MakeOnly = InitRenamed
init_only: Make = InitOnly  # E: __call__ parameter-kind
init_only_only: MakeOnly = InitOnly
init_two: Make = InitTwo  # E: __call__ extra-required-parameter
init_optional: Make = InitOptional
init_wrong: Make = InitWrong  # E: __call__ parameter-type
init_by_name: Make = InitByName  # E: __call__ parameter-kind
init_open: Make = InitOpen
init_unannotated: Make = InitUnannotated
init_inherited: Make = InitInherited
init_none: Make = InitNone  # E: __call__ too-few-parameters
init_none_nothing: MakeNothing = InitNone
init_required_nothing: MakeNothing = Init  # E: __call__ extra-required-parameter
init_optional_nothing: MakeNothing = InitOptional
init_any_open: MakeOpen = InitTwo
init_none_open: MakeOpen = InitNone
init_of_other: Make = InitOfOther  # E: __call__ return-type
init_of_other_open: MakeOpen = InitOfOther  # E: __call__ return-type
init_object: MakeObject = InitOfOther
init_later: MakeLater = Init  # E: __call__ sync-for-async
init_overloaded: Make = InitOverloaded
init_overloaded_wrong: Make = InitOverloadedWrong  # E: __call__ parameter-type
init_instance: Make = Init(1)  # E: __call__ missing-member


# __new__


class New(Product):
    def __new__(cls, a: int) -> Self: ...


class NewUnannotated(Product):
    def __new__(cls, a): return super().__new__(cls)


class NewTwo(Product):
    def __new__(cls, a: int, b: int) -> Self: ...


class NewWrong(Product):
    def __new__(cls, a: str) -> Self: ...


class NewOther:
    """A call gives what `__new__` says, and `__init__` does not run."""

    def __new__(cls, a: int) -> Product: ...  # type: ignore


class NewOtherIgnoresInit:
    def __new__(cls, a: int) -> Product: ...  # type: ignore
    def __init__(self, a: str, b: str) -> None: ...


class NewText(Product):
    def __new__(cls, a: int) -> str: ...  # type: ignore


class NewAndInit(Product):
    def __new__(cls, *args: Any, **kwargs: Any) -> Self: ...
    def __init__(self, a: int) -> None: ...


class NewAndInitWrong(Product):
    def __new__(cls, *args: Any, **kwargs: Any) -> Self: ...
    def __init__(self, a: int, b: int) -> None: ...


class NewWrongAndInit(Product):
    def __new__(cls, a: int, b: int) -> Self: ...
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...


class NewStatic(Product):
    @staticmethod
    def __new__(cls, a: int) -> "NewStatic": ...


class NewInherited(New): ...


class NewInheritedAndInit(NewTwo):
    def __init__(self, *args: Any) -> None: ...


new: Make = New
new_unannotated: Make = NewUnannotated
new_two: Make = NewTwo  # E: __call__ extra-required-parameter
new_wrong: Make = NewWrong  # E: __call__ parameter-type
new_other: Make = NewOther
new_other_ignores_init: Make = NewOtherIgnoresInit
new_text: Make = NewText  # E: __call__ return-type
new_and_init: Make = NewAndInit
new_and_init_wrong: Make = NewAndInitWrong  # E: __call__ extra-required-parameter
new_wrong_and_init: Make = NewWrongAndInit  # E: __call__ extra-required-parameter
new_static: Make = NewStatic
new_inherited: Make = NewInherited
new_inherited_and_init: Make = NewInheritedAndInit  # E: __call__ extra-required-parameter|parameter-name


# __call__ of a metaclass


class Meta(type):
    def __call__(cls, a: int) -> Product: ...


class MetaOther(type):
    def __call__(cls, a: int) -> str: ...


class MetaOpen(type):
    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        return super().__call__(*args, **kwargs)


class MetaUnannotated(type):
    def __call__(cls, *args, **kwargs):
        return super().__call__(*args, **kwargs)


class OfMeta(metaclass=Meta):
    def __init__(self, a: str, b: str) -> None: ...


class OfMetaOther(Product, metaclass=MetaOther):
    def __init__(self, a: int) -> None: ...


class OfMetaOpen(Product, metaclass=MetaOpen):
    def __init__(self, a: int) -> None: ...


class OfMetaUnannotated(Product, metaclass=MetaUnannotated):
    def __init__(self, a: int) -> None: ...


class OfMetaUnannotatedTwo(Product, metaclass=MetaUnannotated):
    def __init__(self, a: int, b: int) -> None: ...


class OfABC(Product, abc.ABC):
    def __init__(self, a: int) -> None: ...


class OfABCWrong(Product, abc.ABC):
    def __init__(self, a: str) -> None: ...


of_meta: Make = OfMeta
of_meta_other: Make = OfMetaOther  # E: __call__ return-type
of_meta_open: Make = OfMetaOpen
of_meta_unannotated: Make = OfMetaUnannotated
of_meta_unannotated_two: Make = OfMetaUnannotatedTwo  # E: __call__ extra-required-parameter
of_abc: Make = OfABC
of_abc_wrong: Make = OfABCWrong  # E: __call__ parameter-type


# Dataclasses, named tuples and other made classes


@dataclass
class Data(Product):
    a: int


@dataclass
class DataTwo(Product):
    a: int
    b: int


@dataclass
class DataDefault(Product):
    a: int
    b: int = 0
    c: list[int] = field(default_factory=list)


@dataclass
class DataWrong(Product):
    a: str


@dataclass(kw_only=True)
class DataByName(Product):
    a: int


@dataclass(frozen=True, slots=True)
class DataFrozen(Product):
    a: int


@dataclass
class DataNotInit(Product):
    a: int
    b: int = field(init=False)


@dataclass
class DataInherited(Data):
    b: int = 0


@dataclass
class DataInheritedRequired(Data):
    b: int


@dataclass
class DataInQuotes(Product):
    a: "int"


@dataclass
class DataInQuotesWrong(Product):
    a: "str"


@dataclass(init=False)
class DataOwnInit(Product):
    a: int
    b: int

    def __init__(self, a: int) -> None: ...


class Named(NamedTuple):
    a: int


class NamedTwo(NamedTuple):
    a: int
    b: int


class MakeTuple(Protocol):
    def __call__(self, a: int) -> tuple[int, ...]: ...


class Record(TypedDict):
    a: int


class MakeRecord(Protocol):
    def __call__(self, *, a: int) -> Record: ...


class MakeDict(Protocol):
    def __call__(self, *, a: int) -> dict[str, int]: ...


class Colour(enum.Enum):
    RED = 1


class MakeColour(Protocol):
    def __call__(self, value: Any, /) -> Colour: ...


class Fault(ValueError): ...


class MakeFault(Protocol):
    def __call__(self, message: str, /) -> Exception: ...


data: Make = Data
data_two: Make = DataTwo  # E: __call__ extra-required-parameter
data_default: Make = DataDefault
data_wrong: Make = DataWrong  # E: __call__ parameter-type
data_by_name: Make = DataByName  # E: __call__ parameter-kind
data_frozen: Make = DataFrozen
data_not_init: Make = DataNotInit
data_inherited: Make = DataInherited
data_inherited_required: Make = DataInheritedRequired  # E: __call__ extra-required-parameter
data_in_quotes: Make = DataInQuotes
data_in_quotes_wrong: Make = DataInQuotesWrong  # E: __call__ parameter-type
data_own_init: Make = DataOwnInit
named: MakeTuple = Named
named_two: MakeTuple = NamedTwo  # E: __call__ extra-required-parameter
record: MakeRecord = Record
colour: MakeColour = Colour
fault: MakeFault = Fault
fault_builtin: MakeFault = ValueError


# Builtins


make_int: MakeInt = int
make_float: MakeInt = float  # E: __call__ return-type
make_text: MakeText = str
make_text_int: MakeText = int  # E: __call__ return-type
make_text_object: MakeText = object  # E: __call__ return-type|too-few-parameters
make_object: MakeObject = Product  # E: __call__ too-few-parameters
make_dict: MakeDict = dict


# Generic classes and partials


class Box(Generic[T]):
    def __init__(self, value: T) -> None: ...


class MakeBox(Protocol):
    def __call__(self, value: int) -> Box[int]: ...


class MakeBoxOfText(Protocol):
    def __call__(self, value: int) -> Box[str]: ...


box: MakeBox = Box
box_of_int: MakeBox = Box[int]
box_of_text: MakeBox = Box[str]  # E: __call__ parameter-type|return-type
box_for_text: MakeBoxOfText = Box  # S: an unsolved variable may be anything
partial_of_class: Make = functools.partial(InitTwo, b=1)
partial_of_class_first: MakeOnly = functools.partial(InitTwo, 1)
partial_of_class_wrong: Make = functools.partial(InitOfOther)  # E: __call__ return-type
partial_of_class_none: Make = functools.partial(Init, 1)  # R: __call__ too-few-parameters -- the call fails, pyright knows no parameters of a partial


# Classes as members


class Factory(Protocol):
    def make(self, a: int) -> Product: ...


class WithClass:
    make = Init


class WithClassTwo:
    make = InitTwo


class WithClassOfOther:
    make = InitOfOther


class WithClassInObject:
    def __init__(self, make: type[Init]) -> None:
        self.make = make


class WithNested:
    class make(Product):
        def __init__(self, a: int) -> None: ...


class WithNestedWrong:
    class make(Product):
        def __init__(self, a: str) -> None: ...


class WithProperty:
    @property
    def make(self) -> type[Init]: ...


with_class: Factory = WithClass()
with_class_two: Factory = WithClassTwo()  # E: make extra-required-parameter
with_class_of_other: Factory = WithClassOfOther()  # E: make return-type
with_class_in_object: Factory = WithClassInObject(Init)
with_nested: Factory = WithNested()
with_nested_wrong: Factory = WithNestedWrong()  # E: make parameter-type
with_property: Factory = WithProperty()  # S: the property gives what can be called
