"""Where the names of annotations are looked up, behind the future import: modules, classes, functions, later names."""

from __future__ import annotations

import collections.abc as abc
import datetime as dt
import typing as t
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

import typing_extensions as te

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Runs(Protocol):
    def run(self, value: Later, /) -> abc.Sequence[Later]: ...


class Times(Protocol):
    when: dt.datetime

    def until(self, other: dt.datetime, /) -> t.Optional[dt.timedelta]: ...


class Nested(Protocol):
    def run(self, value: Outer.Inner, /) -> Outer.Inner.Innermost: ...


class Generic_(Protocol[T_co]):
    def get(self) -> T_co: ...

    def get_all(self) -> abc.Mapping[str, list[T_co]]: ...


class Aliased(te.Protocol):
    def run(self, value: Number, /) -> te.Literal["a", "b"]: ...


class Later:
    pass


class LaterBelow(Later):
    pass


class Outer:
    class Inner:
        class Innermost:
            pass

    class Other:
        pass

    def make(self) -> Inner:
        return self.Inner()


Number = t.Union[int, float]


class RunsRight:
    def run(self, value: Later) -> list[LaterBelow]:
        return []


class RunsQuoted:
    def run(self, value: "Later") -> "tuple[Later, ...]":
        return ()


class RunsNarrow:
    def run(self, value: LaterBelow) -> list[Later]:
        return []


class RunsOther:
    def run(self, value: object) -> list[Outer]:
        return []


class TimesRight:
    when = dt.datetime(2026, 1, 1)

    def until(self, other: dt.date) -> dt.timedelta:
        raise LookupError


class TimesWrong:
    when: Any = dt.date(2026, 1, 1)

    def until(self, other: dt.timedelta) -> dt.datetime:
        raise LookupError


class NestedRight:
    def run(self, value: Outer.Inner) -> Outer.Inner.Innermost:
        raise LookupError


class NestedWrong:
    def run(self, value: Outer.Other) -> Outer.Other:
        return value


class Box(Generic[T]):
    def get(self) -> T:
        raise LookupError

    def get_all(self) -> dict[str, list[T]]:
        return {}


class LaterBox(Box[Later]):
    pass


class AliasedRight:
    def run(self, value: Number) -> te.Literal["a"]:
        return "a"


class AliasedWrong:
    def run(self, value: int) -> str:
        return "a"


runs: Runs = RunsRight()
runs_quoted: Runs = RunsQuoted()
runs_narrow: Runs = RunsNarrow()  # E: run parameter-type
runs_other: Runs = RunsOther()  # E: run return-type
times: Times = TimesRight()
times_wrong: Times = TimesWrong()  # E: when wrong-value; until parameter-type; until return-type
nested: Nested = NestedRight()
nested_wrong: Nested = NestedWrong()  # E: run parameter-type; run return-type
box: Generic_[Later] = LaterBox()
box_base: Generic_[object] = LaterBox()
box_wrong: Generic_[int] = LaterBox()  # E: get return-type; get_all return-type
aliased: Aliased = AliasedRight()
aliased_wrong: Aliased = AliasedWrong()  # E: run parameter-type; run return-type

# Names of a class's own body, which annotations of its methods may use at the class's level only


class InBody(Protocol):
    class Part:
        pass

    part: Part

    def other(self) -> int: ...


class HasPart:
    Part = InBody.Part
    part: Any = InBody.Part()

    def other(self) -> int:
        return 1


class HasWrongPart(HasPart):
    part: Any = 1


in_body: InBody = HasPart()
in_body_wrong: InBody = HasWrongPart()  # R: part wrong-value -- what is typed as Any is looked at

# Names of a function


def make() -> tuple[Any, Any, Any]:
    class Local:
        pass

    class Right:
        def give(self) -> Local:
            return Local()

        def size(self) -> int:
            return 1

    class Wrong:
        def give(self) -> Local:
            return Local()

        def size(self) -> str:
            return "a"

    return Local, Right(), Wrong()


class Gives(Protocol):
    def give(self) -> int: ...

    def size(self) -> int: ...


_, local_right, local_wrong = make()
from_function: Gives = local_right  # R: give return-type -- what is typed as Any is looked at, as far as its names are known
from_function_wrong: Gives = local_wrong  # R: give return-type; size return-type -- what is typed as Any is looked at, as far as its names are known


# Dataclasses, properties, class variables, inherited annotations


class Record(Protocol):
    name: str
    sizes: abc.Sequence[int]
    later: Later | None


@dataclass
class Base:
    name: str
    sizes: list[int]


@dataclass
class Below(Base):
    later: Later | None = None


@dataclass(frozen=True)
class Frozen:
    name: str
    sizes: tuple[int, ...]
    later: Later | None = None


class FinalName:
    name: t.Final[str] = "a"
    sizes: abc.Sequence[int] = ()
    later: Later | None = None


class ByProperty:
    name = "a"
    later: Later | None = None

    @property
    def sizes(self) -> tuple[int, ...]:
        return ()


record: Record = Below("a", [1])  # E: sizes attribute-type
record_frozen: Record = Frozen("a", ())  # E: name read-only; sizes read-only; later read-only
record_final: Record = FinalName()  # E: name read-only
record_property: Record = ByProperty()  # E: sizes read-only


class ReadRecord(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def sizes(self) -> abc.Sequence[int]: ...

    @property
    def later(self) -> Later | None: ...

    def close(self) -> None: ...


class Closes:
    name = "a"
    later = None

    @property
    def sizes(self) -> tuple[int, ...]:
        return ()

    def close(self) -> None: ...


class ClosesWrong(Closes):
    @property
    def sizes(self) -> tuple[str, ...]:  # type: ignore[override]
        return ()


read_record: ReadRecord = Closes()
read_record_wrong: ReadRecord = ClosesWrong()  # E: sizes return-type
