"""Forms in which an interface is given: aliases, Annotated, arguments, quotes, nested classes, runtime_checkable or not."""

import typing
from dataclasses import dataclass
from typing import Annotated, Any, Generic, Protocol, Sequence, TypeVar, runtime_checkable

import typing_extensions
from typing_extensions import TypeAlias, TypeAliasType, TypedDict

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Runs(Protocol):
    def run(self, number: int, /) -> str: ...


@runtime_checkable
class ChecksRuns(Protocol):
    def run(self, number: int, /) -> str: ...


class OtherRuns(typing_extensions.Protocol):
    def run(self, number: int, /) -> str: ...


@typing_extensions.runtime_checkable
class OtherChecksRuns(typing_extensions.Protocol):
    def run(self, number: int, /) -> str: ...


class MixedRuns(OtherRuns, Protocol):
    def stop(self) -> None: ...


class Getter(Protocol[T_co]):
    def get(self) -> T_co: ...


class OtherGetter(typing_extensions.Protocol[T_co]):
    def get(self) -> T_co: ...


class GenericGetter(Protocol, Generic[T_co]):
    def get(self) -> T_co: ...


class Row(TypedDict):
    name: str


class OldRow(typing.TypedDict):
    name: str


class Page(TypedDict, Generic[T]):
    items: Sequence[T]


class Outer:
    class Inner(Protocol):
        def run(self, number: int, /) -> str: ...

    class InnerRow(TypedDict):
        name: str


Alias = Runs
ExplicitAlias: TypeAlias = Runs
RowAlias: TypeAlias = "Row"
GetterOfInt = Getter[int]
GetterOf: TypeAlias = Getter[T]
AnnotatedRuns = Annotated[Runs, "whatever"]
AnnotatedTwice = Annotated[Annotated[Getter[int], 1], 2]
AnnotatedOf = Annotated[Getter[T], "whatever"]
Typed = TypeAliasType("Typed", Runs)
TypedGetter = TypeAliasType("TypedGetter", Getter[int])
TypedOf = TypeAliasType("TypedOf", Getter[T], type_params=(T,))
TypedOfTyped = TypeAliasType("TypedOfTyped", "TypedOf[int]")
TypedRow = TypeAliasType("TypedRow", Row)


class Right:
    def run(self, number: int) -> str:
        return "a"

    def stop(self) -> None: ...

    def get(self) -> int:
        return 1


class Wrong:
    def run(self, number: str) -> str:
        return number

    def get(self) -> str:
        return "a"


class Nothing:
    pass


runs: Runs = Right()
runs_wrong: Runs = Wrong()  # E: run parameter-type
checks: ChecksRuns = Right()
checks_wrong: ChecksRuns = Wrong()  # E: run parameter-type
checks_nothing: ChecksRuns = Nothing()  # E: run missing-member
other: OtherRuns = Right()
other_wrong: OtherRuns = Wrong()  # E: run parameter-type
other_checks: OtherChecksRuns = Right()
other_checks_wrong: OtherChecksRuns = Wrong()  # E: run parameter-type
mixed: MixedRuns = Right()
mixed_wrong: MixedRuns = Wrong()  # E: run parameter-type; stop missing-member
getter: Getter[int] = Right()
getter_wrong: Getter[int] = Wrong()  # E: get return-type
other_getter_wrong: OtherGetter[int] = Wrong()  # E: get return-type
generic_getter: GenericGetter[int] = Right()
generic_getter_wrong: GenericGetter[int] = Wrong()  # E: get return-type
getter_any: Getter[Any] = Wrong()
quoted: "Runs" = Right()
quoted_wrong: "Runs" = Wrong()  # E: run parameter-type
quoted_getter_wrong: "Getter[int]" = Wrong()  # E: get return-type
quoted_argument_wrong: Getter["int"] = Wrong()  # E: get return-type
inner: Outer.Inner = Right()
inner_wrong: Outer.Inner = Wrong()  # E: run parameter-type
inner_row: Outer.InnerRow = {"name": "a"}
inner_row_wrong: Outer.InnerRow = {"name": 1}  # E: name wrong-value
alias: Alias = Right()
alias_wrong: Alias = Wrong()  # E: run parameter-type
explicit_wrong: ExplicitAlias = Wrong()  # E: run parameter-type
row_alias: RowAlias = {"name": "a"}
row_alias_wrong: RowAlias = {"name": 1}  # E: name wrong-value
getter_of_int_wrong: GetterOfInt = Wrong()  # E: get return-type
getter_of: GetterOf[str] = Wrong()
getter_of_wrong: GetterOf[str] = Right()  # E: get return-type
annotated: AnnotatedRuns = Right()
annotated_wrong: AnnotatedRuns = Wrong()  # E: run parameter-type
annotated_here_wrong: Annotated[Runs, "here"] = Wrong()  # E: run parameter-type
annotated_twice: AnnotatedTwice = Right()
annotated_twice_wrong: AnnotatedTwice = Wrong()  # E: get return-type
annotated_of_wrong: AnnotatedOf[int] = Wrong()  # E: get return-type
annotated_row: Annotated[Row, "row"] = {"name": "a"}
annotated_row_wrong: Annotated[Row, "row"] = {"name": 1}  # E: name wrong-value
typed: Typed = Right()
typed_wrong: Typed = Wrong()  # E: run parameter-type
typed_getter: TypedGetter = Right()
typed_getter_wrong: TypedGetter = Wrong()  # E: get return-type
typed_of: TypedOf[str] = Wrong()
typed_of_wrong: TypedOf[str] = Right()  # E: get return-type
typed_of_typed: TypedOfTyped = Right()
typed_of_typed_wrong: TypedOfTyped = Wrong()  # E: get return-type
typed_row: TypedRow = {"name": "a"}
typed_row_wrong: TypedRow = {"name": 1}  # E: name wrong-value
old_row: OldRow = {"name": "a"}
old_row_wrong: OldRow = {"name": 1}  # E: name wrong-value
page: Page[int] = {"items": [1]}
page_wrong: Page[int] = {"items": ["a"]}  # E: items[0] wrong-value
page_quoted: "Page[int]" = {"items": [1]}
page_quoted_wrong: Page["int"] = {"items": ["a"]}  # E: items[0] wrong-value
page_of_rows: Page[Row] = {"items": [{"name": "a"}]}
page_of_rows_wrong: Page[Row] = {"items": [{"name": 1}]}  # E: items[0].name wrong-value

# The same forms as types of values


class Holds(TypedDict, total=False):
    alias: Alias
    annotated: AnnotatedRuns
    typed: Typed
    typed_of: TypedOf[int]
    typed_row: TypedRow
    rows: list[TypedRow]
    row_alias: "RowAlias"
    getter_of: GetterOf[int]
    inner: Outer.Inner


class HasTyped(Protocol):
    @property
    def runs(self) -> Typed: ...

    @property
    def row(self) -> "TypedRow | None": ...


class GivesTyped(Protocol):
    def give(self) -> TypedGetter: ...


@dataclass
class ATyped:
    runs: Any
    row: Any = None


class GivesRight:
    def give(self) -> Right:
        return Right()


class GivesWrong:
    def give(self) -> Wrong:
        return Wrong()


holds: Holds = {"alias": Right(), "annotated": Right(), "typed": Right(), "typed_of": Right(), "typed_row": {"name": "a"}}
holds_alias_wrong: Holds = {"alias": Wrong()}  # E: alias.run parameter-type
holds_annotated_wrong: Holds = {"annotated": Wrong()}  # E: annotated.run parameter-type
holds_typed_wrong: Holds = {"typed": Wrong()}  # E: typed.run parameter-type
holds_typed_of_wrong: Holds = {"typed_of": Wrong()}  # E: typed_of.get return-type
holds_typed_row_wrong: Holds = {"typed_row": {"name": 1}}  # E: typed_row.name wrong-value
holds_rows_wrong: Holds = {"rows": [{"name": "a"}, {}]}  # E: rows[1].name missing-key
holds_row_alias_wrong: Holds = {"row_alias": {"name": 1}}  # E: row_alias.name wrong-value
holds_getter_of_wrong: Holds = {"getter_of": Wrong()}  # E: getter_of.get return-type
holds_inner_wrong: Holds = {"inner": Wrong()}  # E: inner.run parameter-type
has_typed: HasTyped = ATyped(Right())
has_typed_wrong: HasTyped = ATyped(Wrong())  # R: runs.run parameter-type -- what is typed as Any is looked at
has_typed_row_wrong: HasTyped = ATyped(Right(), {"name": 1})  # R: row.name wrong-value -- what is typed as Any is looked at
gives_typed: GivesTyped = GivesRight()
gives_typed_wrong: GivesTyped = GivesWrong()  # E: give return-type
