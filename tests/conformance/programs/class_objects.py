"""Class objects held against protocols: class attributes, static and class methods, metaclasses, `type[...]`."""

import enum
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, NamedTuple, Protocol, Type, TypeVar

from typing_extensions import Self, TypedDict

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Runs(Protocol):
    def run(self, number: int, /) -> str: ...


class Builds(Protocol):
    @classmethod
    def build(cls, text: str, /) -> Any: ...


class HasSize(Protocol):
    size: int


class ReadsSize(Protocol):
    @property
    def size(self) -> int: ...


class HasClassSize(Protocol):
    size: ClassVar[int]


class SizeAndRun(Protocol):
    size: int

    def run(self, number: int, /) -> str: ...


class Makes(Protocol):
    def __call__(self, number: int, /) -> "Made": ...


class MakesAny(Protocol):
    def __call__(self, *args: Any, **kwargs: Any) -> Any: ...


class MakesNothing(Protocol):
    def __call__(self) -> object: ...


class Iterates(Protocol):
    def __iter__(self) -> Iterator[Any]: ...


class RunsUnbound(Protocol):
    def run(_self, self: Any, number: int, /) -> str: ...  # pyright: ignore[reportSelfClsParameterName]


# Classes


class Made:
    def __init__(self, number: int) -> None: ...


class MadeOfText:
    def __init__(self, text: str) -> None: ...


class MadeOfTwo:
    def __init__(self, number: int, other: int) -> None: ...


class MadeBelow(Made):
    pass


class MadeByNew:
    def __new__(cls, number: int) -> "Made":  # type: ignore[misc]
        return Made(number)


class Instance:
    def run(self, number: int) -> str:
        return "a"


class Static:
    size = 1

    @staticmethod
    def run(number: int) -> str:
        return "a"


class OfClass:
    size = 1

    @classmethod
    def run(cls, number: int) -> str:
        return "a"

    @classmethod
    def build(cls, text: str) -> Self:
        return cls()


class StaticText:
    size = 1

    @staticmethod
    def run(number: str) -> str:
        return "a"


class StaticTwo:
    @staticmethod
    def run(number: int, other: int) -> str:
        return "a"


class StaticInt:
    @staticmethod
    def run(number: int) -> int:
        return 1


class AsyncStatic:
    @staticmethod
    async def run(number: int) -> str:
        return "a"


class Below(OfClass):
    pass


class SizeInClass:
    size: int = 1


class SizeClassVar:
    size: ClassVar[int] = 1


class SizeText:
    size = "a"


class SizeInInit:
    def __init__(self) -> None:
        self.size = 1


class SizeProperty:
    @property
    def size(self) -> int:
        return 1


class SizeDeclared:
    size: int


@dataclass
class SizeField:
    size: int


@dataclass
class SizeDefault:
    size: int = 1


class SizeRow(NamedTuple):
    size: int


class Color(enum.Enum):
    RED = 1
    BLUE = 2


class Meta(type):
    def run(cls, number: int) -> str:
        return "a"

    @property
    def size(cls) -> int:
        return 1

    def __iter__(cls) -> Iterator[int]:
        return iter(())


class OfMeta(metaclass=Meta):
    pass


class OfMetaBelow(OfMeta):
    pass


class MetaText(type):
    def run(cls, number: str) -> str:
        return "a"


class OfMetaText(metaclass=MetaText):
    pass


class MetaOfInstance(type):
    size = 1


class OfMetaOfInstance(metaclass=MetaOfInstance):
    pass


class Nothing:
    pass


# Methods: static and class methods can be called on the class, others want an instance


static: Runs = Static
of_class: Runs = OfClass
below: Runs = Below
builds: Builds = OfClass
of_meta: Runs = OfMeta
of_meta_below: Runs = OfMetaBelow
of_meta_iterates: Iterates = OfMeta
enum_iterates: Iterates = Color
both: SizeAndRun = Static  # S: the class itself has the value
both_of_class: SizeAndRun = OfClass  # S: the class itself has the value
instance: Runs = Instance  # E: . class-not-instance
static_text: Runs = StaticText  # E: . class-not-instance
static_two: Runs = StaticTwo  # E: . class-not-instance
static_int: Runs = StaticInt  # E: . class-not-instance
static_async: Runs = AsyncStatic  # E: . class-not-instance
of_meta_text: Runs = OfMetaText  # E: . class-not-instance
nothing: Runs = Nothing  # E: . class-not-instance
builtin: Runs = int  # E: . class-not-instance
class_object: Runs = object  # E: . class-not-instance
class_type: Runs = type  # E: . class-not-instance
class_protocol: Runs = Runs  # E: . class-not-instance
class_record: Runs = SizeField  # E: . class-not-instance
enum_class: Runs = Color  # E: . class-not-instance
list_iterates: Iterates = list  # E: . class-not-instance
unbound: RunsUnbound = Instance


# A plain method that would take the call by accident, with a value for `self`


class Logs(Protocol):
    def log(self, message: str, /, *values: object) -> None: ...


class LogsPlainly:
    def log(self, message: str, *values: object) -> None: ...


class LogsUntyped:
    def log(self, *values): ...


logs: Logs = LogsPlainly()
logs_class: Logs = LogsPlainly  # E: . class-not-instance
logs_untyped_class: Logs = LogsUntyped  # E: . class-not-instance

# Data: what a class has itself


size_in_class: HasSize = SizeInClass  # E: . class-not-instance
size_read: ReadsSize = SizeInClass  # E: . class-not-instance
size_default: HasSize = SizeDefault  # E: . class-not-instance
size_meta: ReadsSize = OfMeta  # S: a property of the metaclass is an attribute of the class
size_meta_instance: HasSize = OfMetaOfInstance
size_class_var: ReadsSize = SizeClassVar
size_text: HasSize = SizeText  # E: size wrong-value
size_in_init: HasSize = SizeInInit  # E: . class-not-instance
size_property: ReadsSize = SizeProperty  # E: . class-not-instance
size_declared: HasSize = SizeDeclared  # E: . class-not-instance
size_field: HasSize = SizeField  # E: . class-not-instance
size_row: ReadsSize = SizeRow  # E: . class-not-instance
size_nothing: HasSize = Nothing  # E: . class-not-instance

# Calls: a class is called to make an instance


makes: Makes = Made
makes_below: Makes = MadeBelow
makes_by_new: Makes = MadeByNew
makes_text: Makes = MadeOfText  # E: __call__ parameter-type; __call__ return-type
makes_two: Makes = MadeOfTwo  # E: __call__ extra-required-parameter; __call__ return-type
makes_nothing: Makes = Nothing  # E: __call__ too-few-parameters; __call__ return-type
makes_object: MakesNothing = Nothing
makes_object_builtin: MakesNothing = list
makes_object_made: MakesNothing = Made  # E: __call__ extra-required-parameter
makes_any: MakesAny = Instance
makes_any_made: MakesAny = Made
makes_instance: Makes = Made(1)  # E: __call__ missing-member
makes_function: Makes = lambda number: Made(number)

# `type[...]` as the type of a member


class Base:
    pass


class Derived(Base):
    pass


class Kind(Protocol):
    @property
    def kind(self) -> type[Base]: ...


class OldKind(Protocol):
    @property
    def kind(self) -> Type[Base]: ...


class AnyKind(Protocol):
    @property
    def kind(self) -> type: ...


class AnyKindOfAny(Protocol):
    @property
    def kind(self) -> type[Any]: ...


class UnionKind(Protocol):
    @property
    def kind(self) -> type[Base] | type[int] | None: ...


class GenericKind(Protocol[T]):
    @property
    def kind(self) -> type[T]: ...


class ProtocolKind(Protocol):
    @property
    def kind(self) -> type[HasSize]: ...


class KindAndRun(Protocol):
    kind: type[Base]

    def run(self, number: int, /) -> str: ...


@dataclass
class Kinds(Generic[T]):
    kind: T

    def run(self, number: int) -> str:
        return "a"


class HasInnerKind:
    class kind(Base):
        pass


class HasOtherInnerKind:
    class kind:
        pass


kind: Kind = Kinds(Base)
kind_derived: Kind = Kinds(Derived)
kind_inner: Kind = HasInnerKind()
kind_other: Kind = Kinds(int)  # E: kind wrong-value
kind_other_inner: Kind = HasOtherInnerKind()  # E: kind wrong-value
kind_instance: Kind = Kinds(Base())  # E: kind wrong-value
kind_none: Kind = Kinds(None)  # E: kind wrong-value
kind_text: Kind = Kinds("Base")  # E: kind wrong-value
old_kind: OldKind = Kinds(Derived)
old_kind_other: OldKind = Kinds(int)  # E: kind wrong-value
any_kind: AnyKind = Kinds(int)
any_kind_instance: AnyKind = Kinds(1)  # E: kind wrong-value
any_kind_of_any: AnyKindOfAny = Kinds(int)
any_kind_of_any_instance: AnyKindOfAny = Kinds(1)  # E: kind wrong-value
union_kind: UnionKind = Kinds(Derived)
union_kind_none: UnionKind = Kinds(None)
union_kind_int: UnionKind = Kinds(int)
union_kind_bool: UnionKind = Kinds(bool)
union_kind_other: UnionKind = Kinds(str)  # E: kind wrong-value
generic_kind: GenericKind[Base] = Kinds(Derived)
generic_kind_other: GenericKind[Base] = Kinds(str)  # E: kind wrong-value
protocol_kind: ProtocolKind = Kinds(SizeField)
protocol_kind_in_class: ProtocolKind = Kinds(SizeInClass)
protocol_kind_other: ProtocolKind = Kinds(Nothing)  # E: kind wrong-value
protocol_kind_instance: ProtocolKind = Kinds(SizeInClass())  # E: kind wrong-value
kind_and_run: KindAndRun = Kinds[type[Base]](Derived)
kind_and_run_other: KindAndRun = Kinds(int)  # E: kind wrong-value


class Registry(TypedDict, total=False):
    kind: type[Base]
    kinds: list[type[Base]]
    error: type[BaseException]
    number: type[int]
    factory: Callable[[], Base]


registry: Registry = {"kind": Derived, "kinds": [Base, Derived], "error": ValueError, "number": int, "factory": Base}
registry_bool: Registry = {"number": bool}
registry_other: Registry = {"kind": int}  # E: kind wrong-value
registry_instance: Registry = {"kind": Base()}  # E: kind wrong-value
registry_item: Registry = {"kinds": [Base, Base()]}  # E: kinds[1] wrong-value
registry_error: Registry = {"error": ValueError()}  # E: error wrong-value
registry_number: Registry = {"number": 1}  # E: number wrong-value
registry_factory: Registry = {"factory": int}  # E: factory return-type|wrong-value
