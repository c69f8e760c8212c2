"""Classes named in annotations where a protocol is expected: which attributes their instances will have."""

import enum
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, NamedTuple, Optional, Protocol, TypeVar

from typing_extensions import NotRequired, Self, TypedDict

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class HasSize(Protocol):
    @property
    def size(self) -> int: ...


class SetsSize(Protocol):
    size: int


class Runs(Protocol):
    def run(self, number: int, /) -> str: ...


class AsyncRuns(Protocol):
    async def run(self, number: int, /) -> str: ...


class Sized(Protocol):
    def __len__(self) -> int: ...


class Less(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


class Called(Protocol):
    def __call__(self, number: int, /) -> str: ...


class Holder(Protocol[T_co]):
    @property
    def value(self) -> T_co: ...


class Gives(Protocol[T_co]):
    def give(self) -> T_co: ...


# Where attributes come from


class InInit:
    def __init__(self) -> None:
        self.size = 1


class AnnotatedInInit:
    def __init__(self, size: int) -> None:
        self.size: int = size


class InOtherMethod:
    def prepare(self) -> None:
        self.size = 1


class InClassMethod:
    @classmethod
    def make(cls) -> Self:
        made = cls()
        made.size = 1  # type: ignore[attr-defined]
        return made


class OnAnother:
    def __init__(self, other: InInit) -> None:
        other.size = 1


class OnMember:
    def __init__(self, other: InInit) -> None:
        self.other = other
        self.other.size = 1


class OnOtherInMethod:
    def copy_to(self, target: InInit) -> None:
        target.size = 1


class InTuple:
    def __init__(self) -> None:
        self.size, self.name = 1, "a"


class InLoop:
    def __init__(self, values: list[int]) -> None:
        for self.size in values:
            pass


class Augmented:
    size = 0

    def grow(self) -> None:
        self.size += 1


class RenamedSelf:
    def __init__(this) -> None:
        this.size = 1


class SelfIsRebound:
    def __init__(self, other: InInit) -> None:
        me = self
        me.name = "a"  # type: ignore[attr-defined]
        other.size = 1


class Read:
    def __init__(self, other: InInit) -> None:
        self.name = str(other.size)


class Annotated:
    size: int


class InClass:
    size = 1


class TextInClass:
    size = "a"


class ByProperty:
    @property
    def size(self) -> int:
        return 1


class ByTextProperty:
    @property
    def size(self) -> str:
        return "a"


class ByMethod:
    def size(self) -> int:
        return 1


class BySlots:
    __slots__ = ("size",)

    def __init__(self) -> None:
        self.size = 1


class ByAnnotatedSlots:
    __slots__ = ("size",)
    size: int


@dataclass
class ByField:
    size: int


@dataclass
class ByTextField:
    size: str


@dataclass(frozen=True)
class ByFrozenField:
    size: int


@dataclass
class ByDefault:
    size: int = 1


@dataclass
class ByFactory:
    size: int = field(default_factory=int)


class ByRow(NamedTuple):
    size: int


class ByClassVar:
    size: ClassVar[int] = 1


class ByDict(TypedDict):
    size: int


class Below(InInit):
    pass


class BelowField(ByField):
    pass


class Dynamic:
    def __getattr__(self, name: str) -> Any:
        return 1


class Nothing:
    pass


class GivesInInit:
    def give(self) -> InInit:
        return InInit()


class GivesAnnotatedInInit:
    def give(self) -> AnnotatedInInit:
        return AnnotatedInInit(1)


class GivesInOtherMethod:
    def give(self) -> InOtherMethod:
        return InOtherMethod()


class GivesInClassMethod:
    def give(self) -> InClassMethod:
        return InClassMethod()


class GivesOnAnother:
    def give(self) -> OnAnother:
        return OnAnother(InInit())


class GivesOnMember:
    def give(self) -> OnMember:
        return OnMember(InInit())


class GivesOnOtherInMethod:
    def give(self) -> OnOtherInMethod:
        return OnOtherInMethod()


class GivesInTuple:
    def give(self) -> InTuple:
        return InTuple()


class GivesInLoop:
    def give(self) -> InLoop:
        return InLoop([1])


class GivesAugmented:
    def give(self) -> Augmented:
        return Augmented()


class GivesRenamedSelf:
    def give(self) -> RenamedSelf:
        return RenamedSelf()


class GivesSelfIsRebound:
    def give(self) -> SelfIsRebound:
        return SelfIsRebound(InInit())


class GivesRead:
    def give(self) -> Read:
        return Read(InInit())


class GivesAnnotated:
    def give(self) -> Annotated:
        return Annotated()


class GivesInClass:
    def give(self) -> InClass:
        return InClass()


class GivesTextInClass:
    def give(self) -> TextInClass:
        return TextInClass()


class GivesByProperty:
    def give(self) -> ByProperty:
        return ByProperty()


class GivesByTextProperty:
    def give(self) -> ByTextProperty:
        return ByTextProperty()


class GivesByMethod:
    def give(self) -> ByMethod:
        return ByMethod()


class GivesBySlots:
    def give(self) -> BySlots:
        return BySlots()


class GivesByAnnotatedSlots:
    def give(self) -> ByAnnotatedSlots:
        return ByAnnotatedSlots()


class GivesByField:
    def give(self) -> ByField:
        return ByField(1)


class GivesByTextField:
    def give(self) -> ByTextField:
        return ByTextField("a")


class GivesByFrozenField:
    def give(self) -> ByFrozenField:
        return ByFrozenField(1)


class GivesByDefault:
    def give(self) -> ByDefault:
        return ByDefault()


class GivesByFactory:
    def give(self) -> ByFactory:
        return ByFactory()


class GivesByRow:
    def give(self) -> ByRow:
        return ByRow(1)


class GivesByClassVar:
    def give(self) -> ByClassVar:
        return ByClassVar()


class GivesByDict:
    def give(self) -> ByDict:
        return {"size": 1}


class GivesBelow:
    def give(self) -> Below:
        return Below()


class GivesBelowField:
    def give(self) -> BelowField:
        return BelowField(1)


class GivesDynamic:
    def give(self) -> Dynamic:
        return Dynamic()


class GivesNothing:
    def give(self) -> Nothing:
        return Nothing()


class GivesInt:
    def give(self) -> int:
        return 1


class GivesNone:
    def give(self) -> None: ...


class GivesHasSize:
    def give(self) -> HasSize:
        return InInit()


class GivesSetsSize:
    def give(self) -> SetsSize:
        return InInit()


in_init: Gives[HasSize] = GivesInInit()
annotated_in_init: Gives[HasSize] = GivesAnnotatedInInit()
in_other_method: Gives[HasSize] = GivesInOtherMethod()
in_class_method: Gives[HasSize] = GivesInClassMethod()  # E: give return-type
on_another: Gives[HasSize] = GivesOnAnother()  # E: give return-type
on_member: Gives[HasSize] = GivesOnMember()  # E: give return-type
on_other_in_method: Gives[HasSize] = GivesOnOtherInMethod()  # E: give return-type
in_tuple: Gives[HasSize] = GivesInTuple()
in_loop: Gives[HasSize] = GivesInLoop()
augmented: Gives[HasSize] = GivesAugmented()
renamed_self: Gives[HasSize] = GivesRenamedSelf()
self_is_rebound: Gives[HasSize] = GivesSelfIsRebound()  # E: give return-type
read: Gives[HasSize] = GivesRead()  # E: give return-type
annotated: Gives[HasSize] = GivesAnnotated()
in_class: Gives[HasSize] = GivesInClass()
text_in_class: Gives[HasSize] = GivesTextInClass()  # E: give return-type
by_property: Gives[HasSize] = GivesByProperty()
by_text_property: Gives[HasSize] = GivesByTextProperty()  # E: give return-type
by_method: Gives[HasSize] = GivesByMethod()  # E: give return-type
by_slots: Gives[HasSize] = GivesBySlots()
by_annotated_slots: Gives[HasSize] = GivesByAnnotatedSlots()
by_field: Gives[HasSize] = GivesByField()
by_text_field: Gives[HasSize] = GivesByTextField()  # E: give return-type
by_frozen_field: Gives[HasSize] = GivesByFrozenField()
by_default: Gives[HasSize] = GivesByDefault()
by_factory: Gives[HasSize] = GivesByFactory()
by_row: Gives[HasSize] = GivesByRow()
by_dict: Gives[HasSize] = GivesByDict()  # E: give return-type
by_class_var: Gives[HasSize] = GivesByClassVar()  # S: a class variable can be read from an object
below: Gives[HasSize] = GivesBelow()
below_field: Gives[HasSize] = GivesBelowField()
dynamic: Gives[HasSize] = GivesDynamic()  # S: what __getattr__ gives only a call would tell
nothing: Gives[HasSize] = GivesNothing()  # E: give return-type
an_int: Gives[HasSize] = GivesInt()  # E: give return-type
none: Gives[HasSize] = GivesNone()  # E: give return-type
has_size: Gives[HasSize] = GivesHasSize()
sets_for_has: Gives[HasSize] = GivesSetsSize()
has_for_sets: Gives[SetsSize] = GivesHasSize()  # E: give return-type
sets_in_init: Gives[SetsSize] = GivesInInit()
sets_by_property: Gives[SetsSize] = GivesByProperty()  # E: give return-type
sets_by_frozen: Gives[SetsSize] = GivesByFrozenField()  # E: give return-type
sets_by_row: Gives[SetsSize] = GivesByRow()  # E: give return-type
sets_by_field: Gives[SetsSize] = GivesByField()

# Methods of the class


class Runner:
    def run(self, number: int) -> str:
        return "a"


class TextRunner:
    def run(self, number: str) -> str:
        return "a"


class IntRunner:
    def run(self, number: int) -> int:
        return 1


class AsyncRunner:
    async def run(self, number: int) -> str:
        return "a"


class BusyRunner:
    def run(self, number: int, other: int) -> str:
        return "a"


class DataRunner:
    run = 1


class RunnerInInit:
    def __init__(self) -> None:
        self.run = Runner().run


class GivesRunner:
    def give(self) -> Runner:
        return Runner()


class GivesTextRunner:
    def give(self) -> TextRunner:
        return TextRunner()


class GivesIntRunner:
    def give(self) -> IntRunner:
        return IntRunner()


class GivesAsyncRunner:
    def give(self) -> AsyncRunner:
        return AsyncRunner()


class GivesBusyRunner:
    def give(self) -> BusyRunner:
        return BusyRunner()


class GivesDataRunner:
    def give(self) -> DataRunner:
        return DataRunner()


class GivesRunnerInInit:
    def give(self) -> RunnerInInit:
        return RunnerInInit()


class GivesText:
    def give(self) -> str:
        return "a"


class GivesFunction:
    def give(self) -> Callable[[int], str]:
        return str


class GivesTextFunction:
    def give(self) -> Callable[[str], str]:
        return str


class GivesList:
    def give(self) -> list[Runner]:
        return []


class GivesListOfNothing:
    def give(self) -> list[Nothing]:
        return []


class GivesOptional:
    def give(self) -> Runner | None:
        return None


class GivesIter:
    def give(self) -> Iterator[Runner]:
        raise LookupError


runner: Gives[Runs] = GivesRunner()
text_runner: Gives[Runs] = GivesTextRunner()  # E: give return-type
int_runner: Gives[Runs] = GivesIntRunner()  # E: give return-type
async_runner: Gives[Runs] = GivesAsyncRunner()  # E: give return-type
busy_runner: Gives[Runs] = GivesBusyRunner()  # E: give return-type
data_runner: Gives[Runs] = GivesDataRunner()  # E: give return-type
runner_in_init: Gives[Runs] = GivesRunnerInInit()
nothing_runs: Gives[Runs] = GivesNothing()  # E: give return-type
int_runs: Gives[Runs] = GivesInt()  # E: give return-type
async_async: Gives[AsyncRuns] = GivesAsyncRunner()
async_sync: Gives[AsyncRuns] = GivesRunner()  # E: give return-type
optional_runs: Gives[Runs] = GivesOptional()  # E: give return-type
optional_optional: Gives[Runs | None] = GivesOptional()
list_runs: Gives[Sequence[Runs]] = GivesList()
list_runs_wrong: Gives[Sequence[Runs]] = GivesListOfNothing()  # E: give return-type
iterable_runs: Gives[Iterable[Runs]] = GivesIter()
sized_text: Gives[Sized] = GivesText()
sized_list: Gives[Sized] = GivesList()
sized_int: Gives[Sized] = GivesInt()  # E: give return-type
sized_nothing: Gives[Sized] = GivesNothing()  # E: give return-type
less_int: Gives[Less] = GivesInt()
less_nothing: Gives[Less] = GivesNothing()  # E: give return-type
called_function: Gives[Called] = GivesFunction()
called_text_function: Gives[Called] = GivesTextFunction()  # E: give return-type
called_nothing: Gives[Called] = GivesNothing()  # E: give return-type

# Generic protocols and generic classes


class Box(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value


@dataclass
class Cell(Generic[T]):
    value: T


class IntCell(Cell[int]):
    pass


class GivesBox:
    def give(self) -> Box[int]:
        return Box(1)


class GivesCell:
    def give(self) -> Cell[int]:
        return Cell(1)


class GivesIntCell:
    def give(self) -> IntCell:
        return IntCell(1)


box: Gives[Holder[int]] = GivesBox()
box_wrong: Gives[Holder[str]] = GivesBox()  # S: annotations in the body of a method leave no trace
cell: Gives[Holder[int]] = GivesCell()
cell_wrong: Gives[Holder[str]] = GivesCell()  # E: give return-type
int_cell: Gives[Holder[int]] = GivesIntCell()
int_cell_wrong: Gives[Holder[str]] = GivesIntCell()  # E: give return-type
in_init_holder: Gives[Holder[int]] = GivesInInit()  # E: give return-type

# TypedDicts against each other, and against mappings


class Point(TypedDict):
    x: int
    y: int


class Point3(Point):
    z: int


class SamePoint(TypedDict):
    x: int
    y: int


class PartialPoint(TypedDict):
    x: int
    y: NotRequired[int]


class TextPoint(TypedDict):
    x: str
    y: int


class Other(TypedDict):
    name: str


class GivesPoint:
    def give(self) -> Point:
        return {"x": 1, "y": 2}


class GivesPoint3:
    def give(self) -> Point3:
        return {"x": 1, "y": 2, "z": 3}


class GivesSamePoint:
    def give(self) -> SamePoint:
        return {"x": 1, "y": 2}


class GivesPartialPoint:
    def give(self) -> PartialPoint:
        return {"x": 1}


class GivesTextPoint:
    def give(self) -> TextPoint:
        return {"x": "a", "y": 1}


class GivesOther:
    def give(self) -> Other:
        return {"name": "a"}


class GivesDict:
    def give(self) -> dict[str, int]:
        return {}


point: Gives[Point] = GivesPoint()
point_three: Gives[Point] = GivesPoint3()
point_same: Gives[Point] = GivesSamePoint()
point_partial: Gives[Point] = GivesPartialPoint()  # E: give return-type
point_text: Gives[Point] = GivesTextPoint()  # E: give return-type
point_other: Gives[Point] = GivesOther()  # E: give return-type
three_point: Gives[Point3] = GivesPoint()  # E: give return-type
point_dict: Gives[Point] = GivesDict()  # S: a TypedDict is a dict at run time
point_int: Gives[Point] = GivesInt()  # E: give return-type
point_mapping: Gives[Mapping[str, object]] = GivesPoint()
point_mapping_key: Gives[Mapping[int, object]] = GivesPoint()  # E: give return-type
point_dict_back: Gives[dict[str, int]] = GivesPoint()  # S: a TypedDict is a dict at run time
point_list: Gives[list[int]] = GivesPoint()  # E: give return-type
point_text_back: Gives[str] = GivesPoint()  # E: give return-type

# Nominal classes


class Base:
    pass


class Derived(Base):
    pass


class Color(enum.Enum):
    RED = 1


class GivesDerived:
    def give(self) -> Derived:
        return Derived()


class GivesProtocol:
    def give(self) -> Runs:
        return Runner()


class GivesPartial:
    def give(self) -> functools.partial[str]:
        return functools.partial(str, 1)


class GivesOptionalBase:
    def give(self) -> Optional[Base]:
        return None


derived: Gives[Base] = GivesDerived()
derived_derived: Gives[Derived] = GivesDerived()
derived_other: Gives[Color] = GivesDerived()  # E: give return-type
protocol_for_class: Gives[Runner] = GivesProtocol()  # E: give return-type
optional_base: Gives[Base] = GivesOptionalBase()  # E: give return-type
partial: Gives[functools.partial[str]] = GivesPartial()
partial_called: Gives[Called] = GivesPartial()
