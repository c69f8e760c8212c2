"""Methods under a second name, bases that are `Any`, annotated receivers, private names, and odd parameters."""

# fmt: off
from collections.abc import Callable
from typing import Any, Generic, Protocol, Self, TypeVar, overload

T = TypeVar("T")


class Take(Protocol):
    def f(self, a: int) -> int: ...


class TakeLater(Protocol):
    async def f(self, a: int) -> int: ...


class TakeOnly(Protocol):
    def f(self, a: int, /) -> int: ...


# A second name


class Alias:
    def g(self, a: int) -> int: ...

    f = g


class AliasText:
    def g(self, a: str) -> int: ...

    f = g


class AliasStatic:
    @staticmethod
    def g(a: int) -> int: ...

    f = g


class AliasOfClass:
    @classmethod
    def g(cls, a: int) -> int: ...

    f = g


class AliasLater:
    async def g(self, a: int) -> int: ...

    f = g


class AliasInherited(Alias):
    def g(self, a: str) -> int: ...  # type: ignore


class AliasOverloaded:
    @overload
    def g(self, a: int) -> int: ...
    @overload
    def g(self, a: str) -> str: ...
    def g(self, a: Any) -> Any: ...

    f = g


class Conditional:
    if len("text") > 7:
        def f(self, a: str) -> int: ...
    else:
        def f(self, a: int) -> int: ...


class Redefined:
    def f(self, a: str) -> int: ...  # type: ignore
    def f(self, a: int) -> int: ...


class Deleted:
    def f(self, a: int) -> int: ...
    del f


class Added: ...


Added.f = lambda self, a: a  # type: ignore


alias: Take = Alias()
alias_text: Take = AliasText()  # E: f parameter-type
alias_static: Take = AliasStatic()
alias_of_class: Take = AliasOfClass()
alias_later: Take = AliasLater()  # E: f async-for-sync
alias_inherited: Take = AliasInherited()
alias_overloaded: Take = AliasOverloaded()
conditional: Take = Conditional()
redefined: Take = Redefined()
deleted: Take = Deleted()  # R: f missing-member -- the class has it no more
added: Take = Added()  # S: the class was changed


# Bases that type checkers know nothing of


class OfAny(Any): ...


class OfAnyWith(Any):
    def f(self, a: int) -> int: ...


class OfAnyText(Any):
    def f(self, a: str) -> int: ...


of_any: Take = OfAny()  # R: f missing-member -- the object has nothing there
of_any_with: Take = OfAnyWith()
of_any_text: Take = OfAnyText()  # R: f parameter-type -- the call may fail, whatever the class extends


# Annotated receivers


class SelfAnnotated:
    def f(self: "SelfAnnotated", a: int) -> int: ...


class SelfVariable:
    def f(self: T, a: int) -> int: ...


class SelfOther:
    def f(self: "Alias", a: int) -> int: ...  # type: ignore


class SelfObject:
    def f(self: object, a: int) -> int: ...


class SelfInt(Generic[T]):
    def f(self: "SelfInt[int]", a: int) -> int: ...


class ClassAnnotated:
    @classmethod
    def f(cls: type[Self], a: int) -> int: ...


class ProtocolSelf(Protocol):
    def f(self: Any, a: int) -> int: ...


self_annotated: Take = SelfAnnotated()
self_variable: Take = SelfVariable()
self_other: Take = SelfOther()  # S: the annotation of a receiver is not compared
self_object: Take = SelfObject()
self_int: Take = SelfInt[int]()
class_annotated: Take = ClassAnnotated()
protocol_self: ProtocolSelf = Alias()
protocol_self_text: ProtocolSelf = AliasText()  # E: f parameter-type


# Private and other names


class Private(Protocol):
    def _f(self, a: int) -> int: ...


class Underscored(Protocol):
    def f_(self, a: int) -> int: ...


class HasPrivate:
    def _f(self, a: int) -> int: ...


class HasPrivateText:
    def _f(self, a: str) -> int: ...


class HasUnderscored:
    def f_(self, a: int) -> int: ...


private: Private = HasPrivate()
private_text: Private = HasPrivateText()  # E: _f parameter-type
private_missing: Private = Alias()  # E: _f missing-member
underscored: Underscored = HasUnderscored()
underscored_missing: Underscored = Alias()  # E: f_ missing-member


# Odd parameters


class SelfAsName(Protocol):
    def f(self, /, self_: int) -> int: ...


class NamedSelf(Protocol):
    def f(this, self: int) -> int: ...


class Defaulted:
    def f(self, a: int = "text") -> int: ...  # type: ignore


class DefaultNone:
    def f(self, a: int = None) -> int: ...  # type: ignore


class Sentinel:
    def f(self, a: Any = object()) -> int: ...


class UnderscoreParameter:
    def f(self, _: int) -> int: ...


class UnderscoreNamed:
    def f(self, a: int, _unused: object = None) -> int: ...


class UnderscoreKwargs:
    def f(self, a: int, **_: Any) -> int: ...


class UnderscoreArgs:
    def f(self, a: int, *_: Any) -> int: ...


class OnlyUnderscores:
    def f(self, *_: Any, **__: Any) -> int: ...


class HasNamedSelf:
    def f(this, self: int) -> int: ...


class HasSelfNamed:
    def f(self, self_: int) -> int: ...


class MaybeNone(Protocol):
    def f(self, a: int | None = None) -> int: ...


class TakesLaterStatic:
    @staticmethod
    async def f(a: int) -> int: ...


class TakesLaterOfClass:
    @classmethod
    async def f(cls, a: int) -> int: ...


class TakesLaterOfClassSync:
    @classmethod
    def f(cls, a: int) -> int: ...


defaulted: Take = Defaulted()
default_none: Take = DefaultNone()
default_none_maybe: MaybeNone = DefaultNone()  # E: f parameter-type
sentinel: Take = Sentinel()
sentinel_maybe: MaybeNone = Sentinel()
underscore_parameter: Take = UnderscoreParameter()  # E: f parameter-name
underscore_parameter_only: TakeOnly = UnderscoreParameter()
underscore_named: Take = UnderscoreNamed()
underscore_kwargs: Take = UnderscoreKwargs()
underscore_args: Take = UnderscoreArgs()
only_underscores: Take = OnlyUnderscores()
named_self: NamedSelf = HasNamedSelf()
named_self_other: NamedSelf = Alias()  # E: f parameter-name
self_as_name: SelfAsName = HasSelfNamed()
later_static: TakeLater = TakesLaterStatic()
later_of_class: TakeLater = TakesLaterOfClass()
later_of_class_sync: TakeLater = TakesLaterOfClassSync()  # E: f sync-for-async


# Protocols with a constructor


class Made(Protocol):
    def __init__(self, a: int) -> None: ...
    def f(self, a: int) -> int: ...


class MadeOfText:
    def __init__(self, a: str) -> None: ...
    def f(self, a: int) -> int: ...


class MadeOfInt:
    def __init__(self, a: int) -> None: ...
    def f(self, a: int) -> int: ...


made: Made = MadeOfInt(1)
made_of_text: Made = MadeOfText("")  # S: nobody calls the constructor of an object
made_of_nothing: Made = Alias()  # S: nobody calls the constructor of an object
