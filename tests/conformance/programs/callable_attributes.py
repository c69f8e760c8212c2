"""Attributes whose type is a callable are compared like methods; functions as values, classes as callables."""

import functools
import operator
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Concatenate, Generic, Optional, ParamSpec, Protocol, TypeVar, Union

from typing_extensions import TypedDict

T = TypeVar("T")
P = ParamSpec("P")
T_co = TypeVar("T_co", covariant=True)


class Handler(Protocol):
    handle: Callable[[int], str]


class ReadHandler(Protocol):
    @property
    def handle(self) -> Callable[[int], str]: ...


class AnyHandler(Protocol):
    @property
    def handle(self) -> Callable[..., Any]: ...


class BareHandler(Protocol):
    @property
    def handle(self) -> Callable: ...


class NoArguments(Protocol):
    @property
    def handle(self) -> Callable[[], None]: ...


class AsyncHandler(Protocol):
    @property
    def handle(self) -> Callable[[int], Awaitable[str]]: ...


class MaybeHandler(Protocol):
    @property
    def handle(self) -> Callable[[int], str] | None: ...


class EitherHandler(Protocol):
    @property
    def handle(self) -> Union[Callable[[int], str], str]: ...


class Call(Protocol):
    def __call__(self, number: int, /, *, loud: bool = False) -> str: ...


class NamedHandler(Protocol):
    @property
    def handle(self) -> Call: ...


class Behaviour(Protocol):
    handle: Callable[[int], str]

    def close(self) -> None: ...


# Functions to be held


def right(number: int) -> str:
    return str(number)


def loud(number: int, *, loud: bool = False) -> str:
    return str(number)


def wide(number: object, more: str = "") -> str:
    return str(number)


def anything(*args: Any, **kwargs: Any) -> Any: ...


def untyped(number):
    return number


def takes_text(number: str) -> str:
    return number


def gives_int(number: int) -> int:
    return number


def none() -> None: ...


def two(number: int, other: int) -> str:
    return "a"


def by_name(*, number: int) -> str:
    return "a"


async def asynchronous(number: int) -> str:
    return "a"


def generator(number: int) -> Iterator[str]:
    yield "a"


class Called:
    def __call__(self, number: int) -> str:
        return "a"


class CalledWithText:
    def __call__(self, number: str) -> str:
        return "a"


class Made:
    def __init__(self, number: int) -> None: ...


class Word(str):
    def __new__(cls, number: int) -> "Word":
        return super().__new__(cls, str(number))


@dataclass
class Held:
    handle: Any


@dataclass
class HeldTyped(Generic[T]):
    handle: T


# A value that an object has of its own, which a type checker does not see


held: Handler = Held(right)
held_loud: Handler = Held(loud)
held_wide: Handler = Held(wide)
held_anything: Handler = Held(anything)
held_untyped: Handler = Held(untyped)
held_partial: Handler = Held(functools.partial(two, 1))
held_bound: Handler = Held(Called().__call__)
held_object: Handler = Held(Called())
held_builtin: Handler = Held(len)
held_class: Handler = Held(str)
held_none: Handler = Held(none)  # R: handle too-few-parameters; handle return-type -- what is typed as Any is looked at
held_two: Handler = Held(two)  # R: handle extra-required-parameter -- what is typed as Any is looked at
held_text: Handler = Held(takes_text)  # R: handle parameter-type -- what is typed as Any is looked at
held_int: Handler = Held(gives_int)  # R: handle return-type -- what is typed as Any is looked at
held_not_callable: Handler = Held("a")  # R: handle wrong-value -- what is typed as Any is looked at
held_nothing: Handler = Held(None)  # R: handle wrong-value -- what is typed as Any is looked at

# What a type checker sees too


class ByMethod:
    def handle(self, number: int) -> str:
        return "a"


class ByStatic:
    @staticmethod
    def handle(number: int) -> str:
        return "a"


class ByClass:
    @classmethod
    def handle(cls, number: int) -> str:
        return "a"


class ByAttribute:
    def __init__(self) -> None:
        self.handle = right


class ByClassAttribute:
    handle = staticmethod(right)


class ByObject:
    handle = Called()


class ByProperty:
    @property
    def handle(self) -> Callable[[int], str]:
        return right


class ByTextProperty:
    @property
    def handle(self) -> Callable[[str], str]:
        return takes_text


class ByStringProperty:
    @property
    def handle(self) -> str:
        return "a"


class ByTextMethod:
    def handle(self, number: str) -> str:
        return number


class ByIntMethod:
    def handle(self, number: int) -> int:
        return number


class ByAsyncMethod:
    async def handle(self, number: int) -> str:
        return "a"


class ByGenerator:
    def handle(self, number: int) -> Iterator[str]:
        yield "a"


class ByTwo:
    def handle(self, number: int, other: int) -> str:
        return "a"


class ByNone:
    def handle(self) -> None: ...


class ByName:
    def handle(self, *, number: int) -> str:
        return "a"


class ByAnything:
    def handle(self, *args: Any, **kwargs: Any) -> Any: ...


class ByTextObject:
    handle = CalledWithText()


class ByText:
    handle = "a"


class ByNothing:
    handle = None


class ByLoud:
    def handle(self, number: int, *, loud: bool = False) -> str:
        return "a"


class ByNested:
    class handle(str):
        def __new__(cls, number: int) -> "ByNested.handle":
            raise LookupError


class ByWrongNested:
    class handle:
        def __init__(self, number: str) -> None: ...


class Nowhere:
    pass


read_method: ReadHandler = ByMethod()
read_static: ReadHandler = ByStatic()
read_class: ReadHandler = ByClass()
read_attribute: ReadHandler = ByAttribute()
read_class_attribute: ReadHandler = ByClassAttribute()
read_object: ReadHandler = ByObject()
read_property: ReadHandler = ByProperty()
read_anything: ReadHandler = ByAnything()
read_loud: ReadHandler = ByLoud()
read_nested: ReadHandler = ByNested()
read_wrong_nested: ReadHandler = ByWrongNested()  # E: handle parameter-type; handle return-type
read_text_method: ReadHandler = ByTextMethod()  # E: handle parameter-type
read_int_method: ReadHandler = ByIntMethod()  # E: handle return-type
read_async_method: ReadHandler = ByAsyncMethod()  # E: handle async-for-sync
read_generator: ReadHandler = ByGenerator()  # E: handle return-type
read_two: ReadHandler = ByTwo()  # E: handle extra-required-parameter
read_none: ReadHandler = ByNone()  # E: handle too-few-parameters; handle return-type
read_by_name: ReadHandler = ByName()  # E: handle too-few-parameters; handle extra-required-parameter
read_text_object: ReadHandler = ByTextObject()  # E: handle parameter-type
read_text: ReadHandler = ByText()  # E: handle wrong-value
read_nothing: ReadHandler = ByNothing()  # E: handle wrong-value
read_nowhere: ReadHandler = Nowhere()  # E: handle missing-property
set_attribute: Handler = ByAttribute()
set_text: Handler = ByText()  # E: handle wrong-value
set_nowhere: Handler = Nowhere()  # E: handle missing-property
set_property: Handler = ByProperty()  # E: handle read-only
set_method: Handler = ByMethod()
set_two: Handler = ByTwo()  # E: handle extra-required-parameter

any_method: AnyHandler = ByMethod()
any_two: AnyHandler = ByTwo()
any_none: AnyHandler = ByNone()
any_async: AnyHandler = ByAsyncMethod()
any_text: AnyHandler = ByText()  # E: handle wrong-value
any_nothing: AnyHandler = ByNothing()  # E: handle wrong-value
bare_method: BareHandler = ByMethod()
bare_two: BareHandler = ByTwo()
bare_text: BareHandler = ByText()  # E: handle wrong-value
no_arguments_none: NoArguments = ByNone()
no_arguments_method: NoArguments = ByMethod()  # E: handle extra-required-parameter; handle return-type
no_arguments_anything: NoArguments = ByAnything()
async_async: AsyncHandler = ByAsyncMethod()
async_sync: AsyncHandler = ByMethod()  # E: handle sync-for-async
async_generator: AsyncHandler = ByGenerator()  # E: handle sync-for-async
maybe_method: MaybeHandler = ByMethod()
maybe_nothing: MaybeHandler = ByNothing()
maybe_property: MaybeHandler = ByProperty()
either_method: EitherHandler = ByMethod()
either_text: EitherHandler = ByText()
named_loud: NamedHandler = ByLoud()
named_method: NamedHandler = ByMethod()  # E: handle.__call__ parameter-name
named_text: NamedHandler = ByText()  # E: handle.__call__ missing-member

# In a behaviour a property is judged by its annotation


class Behaves(ByAttribute):
    def close(self) -> None: ...


class BehavesByMethod(ByMethod):
    def close(self) -> None: ...


class BehavesByTwo(ByTwo):
    def close(self) -> None: ...


class ReadBehaviour(Protocol):
    @property
    def handle(self) -> Callable[[int], str]: ...

    def close(self) -> None: ...


class BehavesByProperty(ByProperty):
    def close(self) -> None: ...


class BehavesByStringProperty(ByStringProperty):
    def close(self) -> None: ...


class BehavesByTextProperty(ByTextProperty):
    def close(self) -> None: ...


behaves: Behaviour = Behaves()
behaves_by_method: Behaviour = BehavesByMethod()
behaves_by_two: Behaviour = BehavesByTwo()  # E: handle extra-required-parameter
reads: ReadBehaviour = BehavesByProperty()
reads_string: ReadBehaviour = BehavesByStringProperty()  # E: handle return-type
reads_text: ReadBehaviour = BehavesByTextProperty()  # E: handle return-type

# In annotations: callables within parameters and results


class Subscribes(Protocol):
    def on(self, handler: Callable[[int], str], /) -> Callable[[], None]: ...


class SubscribesRight:
    def on(self, handler: Callable[[int], str]) -> Callable[[], None]:
        return none


class SubscribesWide:
    def on(self, handler: Callable[..., object]) -> Callable[..., None]:
        return none


class SubscribesObject:
    def on(self, handler: object) -> Callable[[], None]:
        return none


class SubscribesBool:
    def on(self, handler: Callable[[bool], object]) -> "Callable[[], None]":
        return none


class SubscribesText:
    def on(self, handler: Callable[[str], str]) -> Callable[[], None]:
        return none


class SubscribesTwo:
    def on(self, handler: Callable[[int, int], str]) -> Callable[[], None]:
        return none


class SubscribesAsync:
    def on(self, handler: Callable[[int], Awaitable[str]]) -> Callable[[], None]:
        return none


class SubscribesInt:
    def on(self, handler: Callable[[int], int]) -> Callable[[], None]:
        return none


class GivesMore:
    def on(self, handler: Callable[[int], str]) -> Callable[[int], None]:
        return print


class GivesText:
    def on(self, handler: Callable[[int], str]) -> str:
        return "a"


class GivesProtocol:
    def on(self, handler: Call) -> Callable[[], None]:
        return none


class GivesCoroutine:
    def on(self, handler: Callable[[int], str]) -> Callable[[], Coroutine[Any, Any, None]]:
        raise LookupError


class TakesMaybe:
    def on(self, handler: Optional[Callable[[int], str]]) -> Callable[[], None]:
        return none


subscribes: Subscribes = SubscribesRight()
subscribes_wide: Subscribes = SubscribesWide()
subscribes_object: Subscribes = SubscribesObject()
subscribes_bool: Subscribes = SubscribesBool()
subscribes_text: Subscribes = SubscribesText()  # E: on parameter-type
subscribes_two: Subscribes = SubscribesTwo()  # E: on parameter-type
subscribes_async: Subscribes = SubscribesAsync()  # E: on parameter-type
subscribes_int: Subscribes = SubscribesInt()  # E: on parameter-type
subscribes_maybe: Subscribes = TakesMaybe()
gives_more: Subscribes = GivesMore()  # E: on return-type
gives_text: Subscribes = GivesText()  # E: on return-type
gives_protocol: Subscribes = GivesProtocol()  # E: on parameter-type
gives_coroutine: Subscribes = GivesCoroutine()  # E: on return-type


class Decorates(Protocol):
    def decorate(self, function: Callable[P, T], /) -> Callable[P, T]: ...


class DecoratesSame:
    def decorate(self, function: Callable[P, T], /) -> Callable[P, T]:
        return function


class DecoratesAny:
    def decorate(self, function: Callable[..., Any], /) -> Callable[..., Any]:
        return function


class DecoratesVariable:
    def decorate(self, function: T, /) -> T:
        return function


class DecoratesNothing:
    def decorate(self) -> None: ...


class DecoratesText:
    def decorate(self, function: str, /) -> str:
        return function


class Binds(Protocol):
    def bind(self, function: Callable[Concatenate[int, P], T], /) -> Callable[P, T]: ...


class BindsSame:
    def bind(self, function: Callable[Concatenate[int, P], T], /) -> Callable[P, T]:
        return functools.partial(function, 1)


decorates: Decorates = DecoratesSame()
decorates_any: Decorates = DecoratesAny()
decorates_variable: Decorates = DecoratesVariable()
decorates_nothing: Decorates = DecoratesNothing()  # E: decorate too-few-parameters; decorate return-type
decorates_text: Decorates = DecoratesText()  # E: decorate parameter-type; decorate return-type
binds: Binds = BindsSame()

# Callables in TypedDicts: a value that can be called, with parameters that fit


class Hooks(TypedDict, total=False):
    start: Callable[[int], str]
    stop: Callable[[], None] | None
    other: Callable[..., Any]
    call: Call
    many: list[Callable[[int], object]]


hooks: Hooks = {"start": right, "stop": none, "other": anything, "call": loud, "many": [right, print, wide]}
hooks_lambda: Hooks = {"start": lambda number: "a", "stop": None}
hooks_class: Hooks = {"start": Word, "other": Made}
hooks_builtin: Hooks = {"many": [abs, operator.neg]}
hooks_text: Hooks = {"start": "a"}  # E: start wrong-value
hooks_int: Hooks = {"other": 1}  # E: other wrong-value
hooks_two: Hooks = {"start": two}  # E: start extra-required-parameter
hooks_none: Hooks = {"start": none}  # E: start too-few-parameters; start return-type
hooks_takes_text: Hooks = {"start": takes_text}  # E: start parameter-type
hooks_stop_text: Hooks = {"stop": "a"}  # E: stop wrong-value
hooks_call: Hooks = {"call": right}  # E: call.__call__ parameter-name
hooks_many: Hooks = {"many": [right, none]}  # E: many[1] too-few-parameters

# Class attributes that are functions are bound, and callable class variables are not data


class WithClassVar(Protocol):
    handle: ClassVar[Callable[[int], str]]


class HasClassVar:
    handle: ClassVar[Callable[[int], str]] = Called()


class HasStatic:
    handle = staticmethod(right)


with_class_var: WithClassVar = HasClassVar()


@dataclass
class WithField:
    handle: Callable[[int], str] = field(default=right)


with_field: Handler = WithField()
with_field_read: ReadHandler = WithField()
