"""ParamSpec, Concatenate, TypeVarTuple, and unpacked tuples and TypedDicts as parameters."""

# fmt: off
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from typing import Any, Concatenate, Generic, NotRequired, ParamSpec, Protocol, Required, TypedDict, TypeVar
from typing import TypeVarTuple, Unpack

P = ParamSpec("P")
Q = ParamSpec("Q")
T = TypeVar("T")
R_co = TypeVar("R_co", covariant=True)
Ts = TypeVarTuple("Ts")


# A protocol that is generic over parameters


class Call(Protocol[P, R_co]):
    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co: ...


class Run(Protocol[P]):
    def f(self, *args: P.args, **kwargs: P.kwargs) -> int: ...


class RunAfter(Protocol[P]):
    def f(self, first: bytes, /, *args: P.args, **kwargs: P.kwargs) -> int: ...


def nothing() -> int: ...
def one(a: int) -> int: ...
def one_renamed(x: int) -> int: ...
def one_text(a: str) -> int: ...
def one_gives_text(a: int) -> str: ...
def two(a: int, b: str) -> int: ...
def two_optional(a: int, b: str = "") -> int: ...
def two_swapped(a: str, b: int) -> int: ...
def many(*args: int) -> int: ...
def open_(*args: Any, **kwargs: Any) -> int: ...
def objects(*args: object, **kwargs: object) -> int: ...
def by_name(*, k: int) -> int: ...
def after(first: bytes, a: int) -> int: ...
async def later(a: int) -> int: ...


none_nothing: Call[[], int] = nothing
none_one: Call[[], int] = one  # E: __call__ extra-required-parameter
none_optional: Call[[], int] = open_
none_many: Call[[], int] = many
list_one: Call[[int], int] = one
list_one_renamed: Call[[int], int] = one_renamed
list_one_text: Call[[int], int] = one_text  # E: __call__ parameter-type
list_one_gives_text: Call[[int], int] = one_gives_text  # E: __call__ return-type
list_one_two: Call[[int], int] = two  # E: __call__ extra-required-parameter
list_one_optional: Call[[int], int] = two_optional
list_one_nothing: Call[[int], int] = nothing  # E: __call__ too-few-parameters
list_one_many: Call[[int], int] = many
list_one_open: Call[[int], int] = open_
list_one_objects: Call[[int], int] = objects
list_one_by_name: Call[[int], int] = by_name  # E: __call__ too-few-parameters; __call__ extra-required-parameter
list_one_later: Call[[int], int] = later  # E: __call__ async-for-sync
list_two: Call[[int, str], int] = two
list_two_swapped: Call[[int, str], int] = two_swapped  # E: __call__ parameter-type
list_two_one: Call[[int, str], int] = one  # E: __call__ too-few-parameters
list_two_many: Call[[int, str], int] = many  # E: __call__ parameter-type
list_two_optional: Call[[int, str], int] = two_optional
any_nothing: Call[..., int] = nothing
any_one: Call[..., int] = one
any_two: Call[..., int] = two
any_by_name: Call[..., int] = by_name
any_open: Call[..., int] = open_
any_gives_text: Call[..., int] = one_gives_text  # E: __call__ return-type
any_later: Call[..., int] = later  # E: __call__ async-for-sync
any_later_awaited: Call[..., Awaitable[int]] = later
concatenated_one: Call[Concatenate[int, ...], int] = one
concatenated_two: Call[Concatenate[int, ...], int] = two
concatenated_text: Call[Concatenate[int, ...], int] = one_text  # E: __call__ parameter-type
concatenated_nothing: Call[Concatenate[int, ...], int] = nothing  # E: __call__ too-few-parameters
concatenated_by_name: Call[Concatenate[int, ...], int] = by_name  # E: __call__ too-few-parameters
concatenated_open: Call[Concatenate[int, ...], int] = open_
given_none: Call = nothing
given_none_two: Call = two
given_none_by_name: Call = by_name
given_none_number: Call = 7  # E: __call__ missing-member
nested: Call[[Call[[int], int]], int] = nothing  # E: __call__ too-few-parameters


class RunNothing:
    def f(self) -> int: ...


class RunOne:
    def f(self, a: int) -> int: ...


class RunText:
    def f(self, a: str) -> int: ...


class RunOpen:
    def f(self, *args: Any, **kwargs: Any) -> int: ...


class RunUnannotated:
    def f(self, *args, **kwargs): ...


class RunStatic:
    @staticmethod
    def f(a: int) -> int: ...


class RunAfterOne:
    def f(self, first: bytes, a: int) -> int: ...


class RunAfterNothing:
    def f(self, first: bytes) -> int: ...


class RunAfterWrong:
    def f(self, first: int, a: int) -> int: ...


class RunSame(Generic[P]):
    def f(self, *args: P.args, **kwargs: P.kwargs) -> int: ...


class RunSameAfter(Generic[P]):
    def f(self, first: bytes, /, *args: P.args, **kwargs: P.kwargs) -> int: ...


class RunSameHeld(Generic[P]):
    def __init__(self, function: Callable[P, int]) -> None: ...
    def f(self, *args: P.args, **kwargs: P.kwargs) -> int: ...


class RunInherits(RunSame[[int]]): ...


class RunInheritsText(RunSame[[str]]): ...


class RunInheritsProtocol(Run[[int]]):
    def f(self, a: int) -> int: ...


run_none: Run[[]] = RunNothing()
run_none_one: Run[[]] = RunOne()  # E: f extra-required-parameter
run_one: Run[[int]] = RunOne()
run_one_bare: Run[int] = RunOne()
run_one_text: Run[[int]] = RunText()  # E: f parameter-type
run_one_nothing: Run[[int]] = RunNothing()  # E: f too-few-parameters
run_one_open: Run[[int]] = RunOpen()
run_one_static: Run[[int]] = RunStatic()
run_one_unannotated: Run[[int, str]] = RunUnannotated()  # S: a result that is not annotated is not judged
run_any: Run[...] = RunOne()
run_any_nothing: Run[...] = RunNothing()
run_given_none: Run = RunOne()
run_same: Run[[int]] = RunSame[[int]]()
run_same_text: Run[[int]] = RunSame[[str]]()  # E: f parameter-type
run_same_held: Run[[int]] = RunSameHeld(one)
run_same_held_text: Run[[int]] = RunSameHeld(one_text)  # S: what an object's parameters stand for is not seen
run_inherits: Run[[int]] = RunInherits()
run_inherits_text: Run[[int]] = RunInheritsText()  # E: f parameter-type
run_inherits_protocol: Run[[int]] = RunInheritsProtocol()
run_inherits_protocol_text: Run[[str]] = RunInheritsProtocol()  # E: f parameter-type
after_one: RunAfter[[int]] = RunAfterOne()
after_none: RunAfter[[]] = RunAfterNothing()
after_none_one: RunAfter[[]] = RunAfterOne()  # E: f extra-required-parameter
after_one_nothing: RunAfter[[int]] = RunAfterNothing()  # E: f too-few-parameters
after_wrong: RunAfter[[int]] = RunAfterWrong()  # E: f parameter-type
after_any: RunAfter[...] = RunAfterOne()
after_any_none: RunAfter[...] = RunNothing()  # E: f too-few-parameters
after_any_open: RunAfter[...] = RunOpen()
after_same: RunAfter[[int]] = RunSameAfter[[int]]()


# A method that is generic over parameters


class Submit(Protocol):
    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T: ...


class SubmitSame:
    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T: ...


class SubmitNamed:
    def submit(self, fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T: ...


class SubmitOther:
    def submit(self, function: Callable[Q, T], /, *args: Q.args, **kwargs: Q.kwargs) -> T: ...


class SubmitOpen:
    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any: ...


class SubmitObjects:
    def submit(self, fn: Callable[..., T], /, *args: object, **kwargs: object) -> T: ...


class SubmitUnannotated:
    def submit(self, fn, *args, **kwargs): return fn(*args, **kwargs)


class SubmitAll:
    def submit(self, *args: Any, **kwargs: Any) -> Any: ...


class SubmitArgs:
    def submit(self, fn: Callable[..., T], /, *args: Any) -> T: ...


class SubmitKwargs:
    def submit(self, fn: Callable[..., T], /, **kwargs: Any) -> T: ...


class SubmitFunction:
    def submit(self, fn: Callable[[], T], /) -> T: ...


class SubmitRequired:
    def submit(self, fn: Callable[P, T], name: str, /, *args: P.args, **kwargs: P.kwargs) -> T: ...


class SubmitText:
    def submit(self, fn: str, /, *args: Any, **kwargs: Any) -> Any: ...


class SubmitLater:
    async def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T: ...


class SubmitTuple:
    def submit(self, fn: Callable[[Unpack[Ts]], T], /, *args: Unpack[Ts]) -> T: ...


submit_same: Submit = SubmitSame()
submit_named: Submit = SubmitNamed()
submit_other: Submit = SubmitOther()
submit_open: Submit = SubmitOpen()
submit_objects: Submit = SubmitObjects()  # S: every call binds
submit_unannotated: Submit = SubmitUnannotated()
submit_all: Submit = SubmitAll()
submit_args: Submit = SubmitArgs()  # E: submit parameter-kind
submit_kwargs: Submit = SubmitKwargs()  # E: submit missing-var-positional
submit_function: Submit = SubmitFunction()  # E: submit missing-var-positional; submit parameter-kind
submit_required: Submit = SubmitRequired()  # R: submit extra-required-parameter -- a call with the function alone fails
submit_text: Submit = SubmitText()  # E: submit parameter-type
submit_later: Submit = SubmitLater()  # E: submit async-for-sync
submit_tuple: Submit = SubmitTuple()  # E: submit parameter-kind


# Decorators: callables from callables


class Decorate(Protocol):
    def __call__(self, function: Callable[P, T], /) -> Callable[P, T]: ...


def decorate(function: Callable[P, T]) -> Callable[P, T]: ...
def decorate_later(function: Callable[P, T]) -> Callable[P, Awaitable[T]]: ...
def decorate_any(function: Callable[..., Any]) -> Callable[..., Any]: ...
def decorate_unannotated(function): return function
def decorate_itself(function: T) -> T: ...
def decorate_none(function: Callable[[], T]) -> Callable[[], T]: ...
def decorate_number(function: Callable[P, T]) -> int: ...
def decorate_two(function: Callable[P, T], name: str) -> Callable[P, T]: ...


decorate_same: Decorate = decorate
decorate_by_any: Decorate = decorate_any
decorate_by_unannotated: Decorate = decorate_unannotated
decorate_by_itself: Decorate = decorate_itself
decorate_by_none: Decorate = decorate_none  # S: two variables are not compared
decorate_by_number: Decorate = decorate_number  # E: __call__ return-type
decorate_by_two: Decorate = decorate_two  # E: __call__ extra-required-parameter
decorate_by_later: Decorate = decorate_later  # S: two variables are not compared


# TypeVarTuple


class Gather(Protocol[Unpack[Ts]]):
    def f(self, *args: Unpack[Ts]) -> int: ...


class GatherStar(Protocol[*Ts]):
    def f(self, *args: *Ts) -> int: ...


class GatherAfter(Protocol[*Ts]):
    def f(self, first: bytes, /, *args: *Ts) -> int: ...


class GatherTuple(Protocol):
    def f(self, *args: *tuple[int, str]) -> int: ...


class GatherTupleOpen(Protocol):
    def f(self, *args: *tuple[int, *tuple[str, ...]]) -> int: ...


class GatherInts(Protocol):
    def f(self, *args: *tuple[int, ...]) -> int: ...


class TakesNone:
    def f(self) -> int: ...


class TakesOne:
    def f(self, a: int, /) -> int: ...


class TakesTwo:
    def f(self, a: int, b: str) -> int: ...


class TakesTwoSwapped:
    def f(self, a: str, b: int) -> int: ...


class TakesThree:
    def f(self, a: int, b: str, c: int) -> int: ...


class TakesThreeOptional:
    def f(self, a: int, b: str, c: int = 0) -> int: ...


class TakesInts:
    def f(self, *args: int) -> int: ...


class TakesObjects:
    def f(self, *args: object) -> int: ...


class TakesIntThenTexts:
    def f(self, a: int, *args: str) -> int: ...


class TakesTuple:
    def f(self, *args: *tuple[int, str]) -> int: ...


class TakesTupleWrong:
    def f(self, *args: *tuple[str, str]) -> int: ...


class TakesTupleLonger:
    def f(self, *args: *tuple[int, str, int]) -> int: ...


class TakesTupleOpen:
    def f(self, *args: *tuple[int, *tuple[str, ...]]) -> int: ...


class TakesTupleInts:
    def f(self, *args: Unpack[tuple[int, ...]]) -> int: ...


class TakesSame(Generic[*Ts]):
    def f(self, *args: *Ts) -> int: ...


class TakesAll:
    def f(self, *args: *Ts) -> int: ...


class TakesFirst:
    def f(self, a: bytes, b: int, c: str) -> int: ...


gather_two: Gather[int, str] = TakesTwo()
gather_two_swapped: Gather[int, str] = TakesTwoSwapped()  # E: f parameter-type
gather_two_one: Gather[int, str] = TakesOne()  # E: f too-few-parameters
gather_two_three: Gather[int, str] = TakesThree()  # E: f extra-required-parameter
gather_two_three_optional: Gather[int, str] = TakesThreeOptional()
gather_two_ints: Gather[int, str] = TakesInts()  # E: f parameter-type
gather_two_objects: Gather[int, str] = TakesObjects()
gather_two_tuple: Gather[int, str] = TakesTuple()
gather_two_tuple_wrong: Gather[int, str] = TakesTupleWrong()  # E: f parameter-type
gather_two_tuple_longer: Gather[int, str] = TakesTupleLonger()  # E: f extra-required-parameter|parameter-type
gather_two_tuple_open: Gather[int, str] = TakesTupleOpen()
gather_two_all: Gather[int, str] = TakesAll()
gather_two_same: Gather[int, str] = TakesSame[int, str]()
gather_two_same_wrong: Gather[int, str] = TakesSame[str]()  # E: f too-few-parameters; f parameter-type
gather_star_two: GatherStar[int, str] = TakesTwo()
gather_star_two_swapped: GatherStar[int, str] = TakesTwoSwapped()  # E: f parameter-type
gather_star_none: GatherStar[()] = TakesNone()
gather_star_none_one: GatherStar[()] = TakesOne()  # E: f extra-required-parameter
gather_star_given_none: GatherStar = TakesTwo()
gather_after: GatherAfter[int, str] = TakesFirst()
gather_after_wrong: GatherAfter[str, int] = TakesFirst()  # E: f parameter-type
gather_after_too_few: GatherAfter[int, str, int] = TakesFirst()  # E: f too-few-parameters
gather_tuple: GatherTuple = TakesTwo()
gather_tuple_swapped: GatherTuple = TakesTwoSwapped()  # E: f parameter-type
gather_tuple_one: GatherTuple = TakesOne()  # E: f too-few-parameters
gather_tuple_three: GatherTuple = TakesThree()  # E: f extra-required-parameter
gather_tuple_same: GatherTuple = TakesTuple()
gather_tuple_open: GatherTupleOpen = TakesTupleOpen()
gather_tuple_open_likewise: GatherTupleOpen = TakesIntThenTexts()
gather_tuple_open_two: GatherTupleOpen = TakesTwo()  # E: f missing-var-positional|extra-required-parameter|parameter-required
gather_tuple_open_objects: GatherTupleOpen = TakesObjects()
gather_tuple_open_ints: GatherTupleOpen = TakesInts()  # E: f parameter-type
gather_ints: GatherInts = TakesInts()
gather_ints_tuple: GatherInts = TakesTupleInts()
gather_ints_two: GatherInts = TakesOne()  # E: f missing-var-positional; f extra-required-parameter|parameter-required|missing-var-positional


# TypedDicts as keyword arguments


class Options(TypedDict):
    a: int
    b: NotRequired[str]


class OptionsTotal(TypedDict, total=False):
    a: int
    b: Required[str]


class OptionsMore(Options):
    c: NotRequired[bool]


class OptionsMoreRequired(Options):
    c: bool


class OptionsNone(TypedDict): ...


class OptionsRequired(TypedDict):
    a: int
    b: str


class OptionsText(TypedDict):
    a: str
    b: NotRequired[str]


class Named(Protocol):
    def f(self, **kwargs: Unpack[Options]) -> int: ...


class NamedTotal(Protocol):
    def f(self, **kwargs: Unpack[OptionsTotal]) -> int: ...


class NamedAfter(Protocol):
    def f(self, x: int, /, **kwargs: Unpack[Options]) -> int: ...


class NamedNone(Protocol):
    def f(self, **kwargs: Unpack[OptionsNone]) -> int: ...


class Written(Protocol):
    def f(self, *, a: int, b: str = "") -> int: ...


class WrittenRequired(Protocol):
    def f(self, *, a: int, b: str) -> int: ...


class WrittenPositional(Protocol):
    def f(self, a: int, b: str = "") -> int: ...


class Kwargs(Protocol):
    def f(self, **kwargs: int) -> int: ...


class OfOptions:
    def f(self, **kwargs: Unpack[Options]) -> int: ...


class OfOptionsInQuotes:
    def f(self, **kwargs: "Unpack[Options]") -> int: ...


class OfOptionsTotal:
    def f(self, **kwargs: Unpack[OptionsTotal]) -> int: ...


class OfOptionsMore:
    def f(self, **kwargs: Unpack[OptionsMore]) -> int: ...


class OfOptionsMoreRequired:
    def f(self, **kwargs: Unpack[OptionsMoreRequired]) -> int: ...


class OfOptionsRequired:
    def f(self, **kwargs: Unpack[OptionsRequired]) -> int: ...


class OfOptionsText:
    def f(self, **kwargs: Unpack[OptionsText]) -> int: ...


class OfOptionsNone:
    def f(self, **kwargs: Unpack[OptionsNone]) -> int: ...


class OfOptionsAfter:
    def f(self, x: int, **kwargs: Unpack[Options]) -> int: ...


class OfWritten:
    def f(self, *, a: int, b: str = "") -> int: ...


class OfWrittenPositional:
    def f(self, a: int, b: str = "") -> int: ...


class OfWrittenRequired:
    def f(self, *, a: int, b: str) -> int: ...


class OfWrittenText:
    def f(self, *, a: str, b: str = "") -> int: ...


class OfWrittenLess:
    def f(self, *, a: int) -> int: ...


class OfWrittenMore:
    def f(self, *, a: int, b: str = "", c: bool = False) -> int: ...


class OfWrittenMoreRequired:
    def f(self, *, a: int, b: str = "", c: bool) -> int: ...


class OfNothing:
    def f(self) -> int: ...


class OfKwargs:
    def f(self, **kwargs: object) -> int: ...


class OfKwargsInt:
    def f(self, **kwargs: int) -> int: ...


class OfOpen:
    def f(self, *args: Any, **kwargs: Any) -> int: ...


class OfOneAndKwargs:
    def f(self, *, a: int, **kwargs: str) -> int: ...


options_same: Named = OfOptions()
options_in_quotes: Named = OfOptionsInQuotes()
options_total: Named = OfOptionsTotal()  # E: f parameter-required
options_more: Named = OfOptionsMore()  # S: every key binds; more keys come only with a dict of a subtype
options_more_required: Named = OfOptionsMoreRequired()  # E: f extra-required-parameter
options_required: Named = OfOptionsRequired()  # E: f parameter-required
options_text: Named = OfOptionsText()  # E: f parameter-type
options_none: Named = OfOptionsNone()  # E: f parameter-name
options_written: Named = OfWritten()  # S: every key binds; more keys come only with a dict of a subtype
options_written_positional: Named = OfWrittenPositional()  # S: every key binds; more keys come only with a dict of a subtype
options_written_required: Named = OfWrittenRequired()  # E: f parameter-required
options_written_text: Named = OfWrittenText()  # E: f parameter-type
options_written_less: Named = OfWrittenLess()  # E: f parameter-name
options_written_more: Named = OfWrittenMore()  # S: every key binds; more keys come only with a dict of a subtype
options_written_more_required: Named = OfWrittenMoreRequired()  # E: f extra-required-parameter
options_nothing: Named = OfNothing()  # E: f parameter-name
options_kwargs: Named = OfKwargs()
options_kwargs_int: Named = OfKwargsInt()  # E: f parameter-type
options_open: Named = OfOpen()
options_one_and_kwargs: Named = OfOneAndKwargs()  # S: every key binds; more keys come only with a dict of a subtype
options_total_same: NamedTotal = OfOptionsTotal()
options_total_other: NamedTotal = OfOptions()  # E: f parameter-required
options_after: NamedAfter = OfOptionsAfter()
options_after_missing: NamedAfter = OfOptions()  # E: f too-few-parameters
options_no_keys: NamedNone = OfNothing()  # S: every key binds; more keys come only with a dict of a subtype
options_no_keys_same: NamedNone = OfOptionsNone()
options_no_keys_required: NamedNone = OfOptions()  # E: f extra-required-parameter
written_options: Written = OfOptions()
written_options_in_quotes: Written = OfOptionsInQuotes()
written_options_more: Written = OfOptionsMore()
written_options_more_required: Written = OfOptionsMoreRequired()  # E: f extra-required-parameter
written_options_required: Written = OfOptionsRequired()  # E: f parameter-required
written_options_text: Written = OfOptionsText()  # E: f parameter-type
written_options_none: Written = OfOptionsNone()  # E: f parameter-name
written_required_options: WrittenRequired = OfOptions()
written_required_options_total: WrittenRequired = OfOptionsTotal()
written_positional_options: WrittenPositional = OfOptions()  # E: f too-few-parameters|parameter-kind
kwargs_options: Kwargs = OfOptions()  # E: f parameter-kind|parameter-type|extra-required-parameter
