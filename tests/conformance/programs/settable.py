"""Attributes that callers may set need an implementation that can be set; what can only be read is `read-only`."""

import enum
import functools
import threading
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, ClassVar, Final, Generic, NamedTuple, Optional, Protocol, TypeVar

from typing_extensions import Literal, TypedDict

T = TypeVar("T")


class Sets(Protocol):
    """A record."""

    size: int


class SetsAndRuns(Protocol):
    """A behaviour."""

    size: int

    def run(self) -> None: ...


class SetsByProperty(Protocol):
    @property
    def size(self) -> int: ...

    @size.setter
    def size(self, size: int) -> None: ...


class Reads(Protocol):
    @property
    def size(self) -> int: ...


class ReadsAndRuns(Protocol):
    @property
    def size(self) -> int: ...

    def run(self) -> None: ...


class SetsGeneric(Protocol[T]):
    size: T


class SetsInherited(Sets, Protocol):
    name: str


class ReadsThenSets(Reads, Protocol):
    size: int  # type: ignore[assignment]


class Runs:
    def run(self) -> None: ...


class Plain(Runs):
    name = "a"

    def __init__(self) -> None:
        self.size = 1


class ClassLevel(Runs):
    name = "a"
    size: int = 1


class UnannotatedClassLevel(Runs):
    size = 1


class Slots:
    __slots__ = ("size",)

    def __init__(self) -> None:
        self.size = 1

    def run(self) -> None: ...


class EmptySlots:
    __slots__ = ()
    size = 1

    def run(self) -> None: ...


class Property(Runs):
    name = "a"

    @property
    def size(self) -> int:
        return 1


class UntypedProperty(Runs):
    @property
    def size(self):
        return 1


class Setter(Runs):
    @property
    def size(self) -> int:
        return 1

    @size.setter
    def size(self, size: int) -> None: ...


class WiderSetter(Runs):
    @property
    def size(self) -> int:
        return 1

    @size.setter
    def size(self, size: int | str) -> None: ...


class NarrowerSetter(Runs):
    @property
    def size(self) -> int:
        return 1

    @size.setter
    def size(self, size: bool) -> None: ...


class OtherSetter(Runs):
    @property
    def size(self) -> int:
        return 1

    @size.setter
    def size(self, size: str) -> None: ...


class Deleter(Runs):
    @property
    def size(self) -> int:
        return 1

    @size.deleter
    def size(self) -> None: ...


class Cached(Runs):
    @functools.cached_property
    def size(self) -> int:
        return 1


class Below(Property):
    pass


class SetterBelow(Property):
    @Property.size.setter
    def size(self, size: int) -> None: ...


@dataclass
class Data(Runs):
    size: int
    name: str = "a"


@dataclass(frozen=True)
class Frozen(Runs):
    size: int
    name: str = "a"


@dataclass(frozen=True, slots=True)
class FrozenSlots(Runs):
    size: int


@dataclass(frozen=True)
class FrozenBelow(Frozen):
    other: int = 1


class PlainBelowFrozen(Frozen):
    pass


@dataclass(frozen=True)
class FrozenWithFactory(Runs):
    size: int = field(default_factory=int)


class Row(NamedTuple):
    size: int


class RowWithMethod(NamedTuple):
    size: int

    def run(self) -> None: ...


OldRow = namedtuple("OldRow", ["size"])


class FinalInClass(Runs):
    size: Final[int] = 1


class FinalInferred(Runs):
    size: Final = 1


class FinalInInit(Runs):
    def __init__(self) -> None:
        self.size: Final[int] = 1


class FinalDeclared(Runs):
    size: Final[int]

    def __init__(self) -> None:
        self.size = 1


class IsClassVar(Runs):
    size: ClassVar[int] = 1


class Member(enum.Enum):
    ONE = 1

    @property
    def size(self) -> int:
        return 1


class OwnSetattr(Runs):
    size = 1

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(name)


class MakesProperty(Runs):
    size = property(lambda self: 1)


class MakesBoth(Runs):
    def _get(self) -> int:
        return 1

    def _set(self, size: int) -> None: ...

    size = property(_get, _set)


plain: Sets = Plain()
plain_runs: SetsAndRuns = Plain()
plain_by_property: SetsByProperty = Plain()
class_level: Sets = ClassLevel()
class_level_runs: SetsAndRuns = ClassLevel()
class_level_by_property: SetsByProperty = ClassLevel()
unannotated: Sets = UnannotatedClassLevel()
slots: Sets = Slots()
slots_runs: SetsAndRuns = Slots()
slots_by_property: SetsByProperty = Slots()
data: Sets = Data(1)
data_runs: SetsAndRuns = Data(1)
data_generic: SetsGeneric[int] = Data(1)
data_inherited: SetsInherited = Data(1)
data_by_property: SetsByProperty = Data(1)
setter_by_property: SetsByProperty = Setter()
wider_setter: SetsByProperty = WiderSetter()
setter_below: SetsByProperty = SetterBelow()
setter: Sets = Setter()  # S: a property with a setter can be read and set like any attribute
setter_runs: SetsAndRuns = Setter()  # S: a property with a setter can be read and set like any attribute

property_record: Sets = Property()  # E: size read-only
property_runs: SetsAndRuns = Property()  # E: size read-only
property_by_property: SetsByProperty = Property()  # E: size read-only
property_generic: SetsGeneric[int] = Property()  # E: size read-only
property_inherited: SetsInherited = Property()  # E: size read-only
property_below: SetsAndRuns = Below()  # E: size read-only
property_untyped: SetsAndRuns = UntypedProperty()  # E: size read-only
property_deleter: SetsAndRuns = Deleter()  # E: size read-only
property_made: SetsAndRuns = MakesProperty()  # E: size read-only
reads_then_sets: ReadsThenSets = Property()  # E: size read-only
reads_then_sets_data: ReadsThenSets = Data(1)
frozen: Sets = Frozen(1)  # E: size read-only
frozen_runs: SetsAndRuns = Frozen(1)  # E: size read-only
frozen_by_property: SetsByProperty = Frozen(1)  # E: size read-only
frozen_slots: SetsAndRuns = FrozenSlots(1)  # E: size read-only
frozen_below: Sets = FrozenBelow(1)  # E: size read-only
frozen_plain_below: Sets = PlainBelowFrozen(1)  # E: size read-only
frozen_factory: SetsAndRuns = FrozenWithFactory()  # E: size read-only
frozen_both: SetsInherited = Frozen(1)  # E: size read-only; name read-only
row: Sets = Row(1)  # E: size read-only
row_runs: SetsAndRuns = RowWithMethod(1)  # E: size read-only
row_by_property: SetsByProperty = Row(1)  # E: size read-only
row_old: Sets = OldRow(1)  # E: size read-only
final_in_class: Sets = FinalInClass()  # E: size read-only
final_inferred: SetsAndRuns = FinalInferred()  # E: size read-only
final_declared: SetsAndRuns = FinalDeclared()  # E: size read-only
final_in_init: SetsAndRuns = FinalInInit()  # S: annotations in the body of a method leave no trace
class_var: Sets = IsClassVar()  # E: size read-only
member: SetsAndRuns = Member.ONE  # E: size read-only; run missing-member
cached: SetsAndRuns = Cached()  # S: a cached property can be set
empty_slots: SetsAndRuns = EmptySlots()  # R: size read-only -- a class with empty slots has no place for a value
own_setattr: SetsAndRuns = OwnSetattr()

# What a setter takes


narrower_setter: SetsByProperty = NarrowerSetter()  # E: size parameter-type|attribute-type
other_setter: SetsByProperty = OtherSetter()  # E: size parameter-type|attribute-type
made_both: SetsByProperty = MakesBoth()  # S: a property made by a call can be read and set like any other

# What can be read satisfies what is only read


read_plain: Reads = Plain()
read_class_level: Reads = ClassLevel()
read_property: ReadsAndRuns = Property()
read_frozen: Reads = Frozen(1)
read_frozen_runs: ReadsAndRuns = Frozen(1)
read_row: Reads = Row(1)
read_row_runs: ReadsAndRuns = RowWithMethod(1)
read_final: Reads = FinalInClass()  # S: what is final can be read from an object
read_final_init: ReadsAndRuns = FinalInInit()
read_slots: ReadsAndRuns = Slots()
read_setter: ReadsAndRuns = Setter()
read_member: Reads = Member.ONE
read_empty_slots: ReadsAndRuns = EmptySlots()

# Wrong values of what can only be read are told too


class TextProperty(Runs):
    @property
    def size(self) -> str:
        return "a"


@dataclass(frozen=True)
class TextFrozen(Runs):
    size: str


text_property: SetsAndRuns = TextProperty()  # E: size read-only; size return-type
text_frozen: SetsAndRuns = TextFrozen("a")  # E: size read-only; size wrong-value

# A type that is narrower than what callers may set: only a call can object


class SetsFloat(Protocol):
    size: float


class SetsObject(Protocol):
    size: object


class SetsOptional(Protocol):
    size: Optional[int]


class SetsSequence(Protocol):
    size: Sequence[int]


class SetsMapping(Protocol):
    size: Mapping[str, object]


class SetsMode(Protocol):
    size: Literal["r", "w"]


class SetsCallable(Protocol):
    size: Callable[[int], object]


@dataclass
class Holds(Generic[T]):
    size: T


class IsList:
    def __init__(self) -> None:
        self.size: list[int] = [1]


class IsDict:
    size: dict[str, int] = {}


class IsR:
    size: Literal["r"] = "r"


class IsBool:
    size: bool = True


invariant_float: SetsFloat = Plain()  # S: what callers set later is not known
invariant_object: SetsObject = Plain()  # S: what callers set later is not known
invariant_optional: SetsOptional = ClassLevel()  # E: size attribute-type
invariant_sequence: SetsSequence = IsList()  # S: what callers set later is not known
invariant_mapping: SetsMapping = IsDict()  # E: size attribute-type
invariant_mode: SetsMode = IsR()  # E: size attribute-type
invariant_bool: Sets = IsBool()  # E: size wrong-value
invariant_any: SetsFloat = Holds[Any](1)
invariant_wrong: SetsSequence = Plain()  # E: size wrong-value
invariant_namespace: Sets = SimpleNamespace(size=1)  # S: a namespace has any attributes


# Members that are themselves records


class Inner(Protocol):
    size: int


class Outer(Protocol):
    @property
    def inner(self) -> Inner: ...

    @property
    def inners(self) -> Sequence[Inner]: ...


class OuterRecord(TypedDict):
    inner: Inner


@dataclass
class HasInner(Generic[T]):
    inner: T
    inners: list[T] = field(default_factory=list)


outer: Outer = HasInner(Data(1))
outer_frozen: Outer = HasInner(Frozen(1))  # E: inner.size read-only
outer_frozen_items: Outer = HasInner[Any](Data(1), [Data(1), Frozen(1)])  # R: inners[1].size read-only -- what is typed as Any is looked at
outer_record: OuterRecord = {"inner": Plain()}
outer_record_property: OuterRecord = {"inner": Property()}  # E: inner.size read-only


# Standard library classes


class HasName(Protocol):
    name: str


class HasDaemon(Protocol):
    daemon: bool

    def start(self) -> None: ...


class HasReal(Protocol):
    real: int


class HasArgs(Protocol):
    args: tuple[Any, ...]


thread: HasDaemon = threading.Thread()
thread_name: HasName = threading.Thread()
number: HasReal = 1  # S: whether a descriptor in C can be set is not seen
error: HasArgs = ValueError()
