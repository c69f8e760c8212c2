"""Protocols that extend generic protocols with arguments, bare generic protocols, defaults of type parameters."""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Union

from typing_extensions import Annotated, Protocol, TypedDict, TypeVar

T = TypeVar("T")
U = TypeVar("U")
T_co = TypeVar("T_co", covariant=True)
U_co = TypeVar("U_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
D_co = TypeVar("D_co", covariant=True, default=int)
E_contra = TypeVar("E_contra", contravariant=True, default=str)
F_co = TypeVar("F_co", covariant=True, default=D_co)
B_co = TypeVar("B_co", covariant=True, bound=int)


class Getter(Protocol[T_co]):
    def get(self) -> T_co: ...


class Sink(Protocol[T_contra]):
    def put(self, item: T_contra, /) -> None: ...


class Holder(Protocol[T_co]):
    @property
    def value(self) -> T_co: ...


class IntGetter(Getter[int], Protocol): ...


class ListGetter(Getter[list[T]], Protocol[T]): ...


class NamedListGetter(ListGetter[int], Protocol):
    @property
    def name(self) -> str: ...


class Channel(Getter[T], Sink[T], Protocol[T]): ...


class Codec(Getter[U_co], Sink[T_contra], Protocol[T_contra, U_co]): ...


class Swapped(Codec[U, T], Protocol[T, U]): ...


class SwappedMade(Swapped[int, str], Protocol): ...


class Narrowed(Getter[object], Protocol):
    def get(self) -> int: ...


class IntHolder(Holder[int], Protocol): ...


class IntOrTextHolder(Holder["int | str"], Protocol): ...


class Implicit(Getter, Protocol): ...  # type: ignore[type-arg]


class Ints:
    value = 1
    name = "ints"

    def get(self) -> int:
        return 1

    def put(self, item: int, /) -> None: ...


class Texts:
    value = "a"
    name = "texts"

    def get(self) -> str:
        return "a"

    def put(self, item: str, /) -> None: ...


class IntLists:
    name = "lists"

    def get(self) -> list[int]:
        return [1]


class TextLists:
    name = "lists"

    def get(self) -> list[str]:
        return ["a"]


class Mixed:
    def get(self) -> str:
        return "a"

    def put(self, item: int, /) -> None: ...


class Bare:
    def get(self):  # no annotation
        return 1

    def put(self, item, /): ...


int_getter: IntGetter = Ints()
int_getter_wrong: IntGetter = Texts()  # E: get return-type
int_getter_bare: IntGetter = Bare()
list_getter: ListGetter[int] = IntLists()
list_getter_wrong: ListGetter[int] = TextLists()  # E: get return-type
list_getter_not_list: ListGetter[int] = Ints()  # E: get return-type
named: NamedListGetter = IntLists()
named_wrong: NamedListGetter = TextLists()  # E: get return-type
named_both_wrong: NamedListGetter = Bare()  # E: name missing-property
channel: Channel[int] = Ints()
channel_wrong: Channel[int] = Texts()  # E: get return-type; put parameter-type
codec: Codec[int, str] = Mixed()
codec_wrong: Codec[str, int] = Mixed()  # E: get return-type; put parameter-type
swapped: Swapped[str, int] = Mixed()
swapped_wrong: Swapped[int, str] = Mixed()  # E: get return-type; put parameter-type
swapped_made: SwappedMade = Mixed()  # E: get return-type; put parameter-type
narrowed: Narrowed = Ints()
narrowed_wrong: Narrowed = Texts()  # E: get return-type
int_holder: IntHolder = Ints()
int_holder_wrong: IntHolder = Texts()  # E: value wrong-value
union_holder: IntOrTextHolder = Texts()
implicit: Implicit = Texts()

# Without arguments the parameters are unknown, or their defaults


class DefaultGetter(Protocol[D_co]):
    def get(self) -> D_co: ...


class DefaultSink(Protocol[E_contra]):
    def put(self, item: E_contra, /) -> None: ...


class DefaultBoth(Protocol[D_co, E_contra]):
    def get(self) -> D_co: ...

    def put(self, item: E_contra, /) -> None: ...


class DefaultOfDefault(Protocol[D_co, F_co]):
    def get(self) -> D_co: ...

    def other(self) -> F_co: ...


class DefaultInherited(DefaultGetter, Protocol): ...


class DefaultGiven(DefaultGetter[str], Protocol): ...


class Two:
    def get(self) -> str:
        return "a"

    def other(self) -> str:
        return "a"


class OneEach:
    def get(self) -> str:
        return "a"

    def other(self) -> int:
        return 1


bare_text: Getter = Texts()  # type: ignore[type-arg]
bare_int: Getter = Ints()  # type: ignore[type-arg]
bare_missing: Getter = object()  # E: get missing-member
bare_channel: Channel = Mixed()  # type: ignore[type-arg]
bound_right: Getter[int] = Ints()
default_right: DefaultGetter = Ints()
default_wrong: DefaultGetter = Texts()  # E: get return-type
default_given: DefaultGetter[str] = Texts()
default_given_wrong: DefaultGetter[str] = Ints()  # E: get return-type
default_sink: DefaultSink = Texts()
default_sink_wrong: DefaultSink = Ints()  # E: put parameter-type
default_both: DefaultBoth = Ints()  # E: put parameter-type
default_both_first_given: DefaultBoth[str] = Texts()
default_both_first_given_wrong: DefaultBoth[str] = Mixed()  # E: put parameter-type
default_of_default: DefaultOfDefault = Two()  # E: get return-type; other return-type
default_of_given: DefaultOfDefault[str] = Two()
default_of_given_wrong: DefaultOfDefault[str] = OneEach()  # E: other return-type
default_both_given: DefaultOfDefault[str, int] = OneEach()
default_inherited: DefaultInherited = Ints()
default_inherited_wrong: DefaultInherited = Texts()  # E: get return-type
default_in_between: DefaultGiven = Texts()
default_in_between_wrong: DefaultGiven = Ints()  # E: get return-type

# Defaults of the type parameters of implementing classes


class Made(Generic[D_co]):
    def get(self) -> D_co:
        raise LookupError


class MadeOfDefault(Made):
    pass


class MadeOfText(Made[str]):
    pass


made_default: Getter[int] = MadeOfDefault()
made_default_wrong: Getter[str] = MadeOfDefault()  # E: get return-type
made_text: Getter[str] = MadeOfText()
made_text_wrong: Getter[int] = MadeOfText()  # E: get return-type

# Parameters within other forms


class Everywhere(Protocol[T]):
    def a_list(self, value: list[T], /) -> Sequence[T]: ...

    def a_mapping(self) -> Mapping[str, T]: ...

    def a_union(self, value: T | None, /) -> Union[T, None]: ...

    def a_callback(self, function: Callable[[T], T], /) -> None: ...

    def a_tuple(self) -> tuple[T, ...]: ...

    def annotated(self) -> Annotated[T, "whatever"]: ...

    async def asynchronous(self) -> T: ...

    def awaitable(self) -> Awaitable[T]: ...

    def iterator(self) -> Iterator[T]: ...

    def many(self, *values: T) -> None: ...

    def nested(self) -> Getter[T]: ...


class EverywhereInt:
    def a_list(self, value: list[int], /) -> Sequence[int]:
        return value

    def a_mapping(self) -> Mapping[str, int]:
        return {}

    def a_union(self, value: int | None, /) -> int | None:
        return value

    def a_callback(self, function: Callable[[int], int], /) -> None: ...

    def a_tuple(self) -> tuple[int, ...]:
        return ()

    def annotated(self) -> int:
        return 1

    async def asynchronous(self) -> int:
        return 1

    async def awaitable(self) -> int:
        return 1

    def iterator(self) -> Iterator[int]:
        yield 1

    def many(self, *values: int) -> None: ...

    def nested(self) -> Ints:
        return Ints()


everywhere: Everywhere[int] = EverywhereInt()
everywhere_wrong: Everywhere[str] = EverywhereInt()  # E: a_list parameter-type; a_list return-type; a_mapping return-type; a_union parameter-type; a_union return-type; a_callback parameter-type; a_tuple return-type; annotated return-type; asynchronous return-type; awaitable return-type; iterator return-type; many parameter-type; nested return-type

# Values of generic records, within each other


class Page(Protocol[T_co]):
    @property
    def items(self) -> Sequence[T_co]: ...

    @property
    def first(self) -> T_co | None: ...


class Report(Protocol[T_co]):
    @property
    def pages(self) -> Sequence[Page[T_co]]: ...

    @property
    def by_name(self) -> Mapping[str, Holder[T_co]]: ...


class IntReport(Report[int], Protocol): ...


@dataclass
class APage(Generic[T]):
    items: list[T]
    first: T | None = None


@dataclass
class AHolder(Generic[T]):
    value: T


@dataclass
class AReport(Generic[T]):
    pages: list[APage[T]]
    by_name: dict[str, AHolder[T]]


page: Page[int] = APage([1])
page_wrong: Page[int] = APage([1, "a"])  # E: items[1] wrong-value
page_first_wrong: Page[int] = APage([1], "a")  # E: first wrong-value
report: Report[int] = AReport([APage([1])], {"a": AHolder(1)})
report_wrong: Report[int] = AReport([APage(["a"])], {"a": AHolder("b")})  # E: pages[0].items[0] wrong-value; by_name['a'].value wrong-value
int_report: IntReport = AReport([APage([1])], {"a": AHolder(1)})
int_report_wrong: IntReport = AReport([APage([1]), APage([1, "b"])], {})  # E: pages[1].items[1] wrong-value
object_report: Report[object] = AReport[object]([APage(["a"])], {})
any_report: Report[Any] = AReport([APage(["a"])], {})


# A protocol given as an argument to another


class Shape(Protocol):
    def area(self) -> float: ...


class Square:
    def area(self) -> int:
        return 1


class Line:
    def length(self) -> int:
        return 1


class Squares:
    def get(self) -> Square:
        return Square()


class Lines:
    def get(self) -> Line:
        return Line()


shapes: Getter[Shape] = Squares()
shapes_wrong: Getter[Shape] = Lines()  # E: get return-type
shape_page: Page[Shape] = APage([Square()])
shape_page_wrong: Page[Shape] = APage([Line()])  # E: items[0].area missing-member


class Row(TypedDict):
    name: str


class Rows:
    def get(self) -> Row:
        return {"name": "a"}


rows: Getter[Row] = Rows()
rows_mapping: Getter[Mapping[str, object]] = Rows()
rows_wrong: Getter[Row] = Ints()  # E: get return-type
rows_page: Page[Row] = APage([Row(name="a")])


class Iterables(Protocol[T_co]):
    def each(self) -> Iterable[Iterable[T_co]]: ...


class ListsOfInts:
    def each(self) -> list[tuple[int, ...]]:
        return []


iterables: Iterables[int] = ListsOfInts()
iterables_wrong: Iterables[str] = ListsOfInts()  # E: each return-type
