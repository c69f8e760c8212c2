"""Modules and classes as objects that implement an interface."""

# fmt: off
import logging
import math
from collections.abc import Callable
from typing import Any, ClassVar, Generic, Protocol, Self, TypeVar

import _plain_module
from _plain_module import Callee, Make

T = TypeVar("T")


# Modules


class F(Protocol):
    def f(self, a: int) -> int: ...


class FRenamed(Protocol):
    def f(self, x: int) -> int: ...


class FOnly(Protocol):
    def f(self, x: int, /) -> int: ...


class FText(Protocol):
    def f(self, a: str) -> int: ...


class FLater(Protocol):
    async def f(self, a: int) -> int: ...


class FNone(Protocol):
    def f(self) -> int: ...


class FStatic(Protocol):
    @staticmethod
    def f(a: int) -> int: ...


class Missing(Protocol):
    def missing(self) -> int: ...


class Two(Protocol):
    def two(self, a: int) -> int: ...


class TwoBoth(Protocol):
    def two(self, a: int, b: int) -> int: ...


class Default(Protocol):
    def default(self, a: int) -> int: ...


class Later(Protocol):
    async def later(self, a: int) -> int: ...


class LaterSync(Protocol):
    def later(self, a: int) -> int: ...


class MakeProtocol(Protocol):
    def Make(self, a: int) -> Make: ...


class MakeText(Protocol):
    def Make(self, a: str) -> Make: ...


class CalleeProtocol(Protocol):
    def callee(self, a: int) -> int: ...


class CalleeText(Protocol):
    def callee(self, a: str) -> int: ...


class FunctionProtocol(Protocol):
    def function(self, a: int, /) -> int: ...


class Nothing(Protocol):
    def nothing(self) -> int: ...


class Name(Protocol):
    def name(self) -> str: ...


class Data(Protocol):
    timeout: int
    name: str


class DataText(Protocol):
    timeout: str


class DataReadOnly(Protocol):
    @property
    def timeout(self) -> int: ...


class DataMissing(Protocol):
    timeot: int


class DataAndMethods(Protocol):
    timeout: int

    def f(self, a: int) -> int: ...


class AnyCallable(Protocol):
    f: Callable[[int], int]


class Sqrt(Protocol):
    def sqrt(self, x: float, /) -> float: ...


class Logging(Protocol):
    def info(self, msg: str, *args: object) -> None: ...


class GetLogger(Protocol):
    def getLogger(self, name: str | None = None) -> logging.Logger: ...


module_f: F = _plain_module
module_f_renamed: FRenamed = _plain_module  # E: f parameter-name
module_f_only: FOnly = _plain_module
module_f_text: FText = _plain_module  # E: f parameter-type
module_f_later: FLater = _plain_module  # E: f sync-for-async
module_f_none: FNone = _plain_module  # E: f extra-required-parameter
module_f_static: FStatic = _plain_module
module_missing: Missing = _plain_module  # E: missing missing-member
module_two: Two = _plain_module  # E: two extra-required-parameter
module_two_both: TwoBoth = _plain_module
module_default: Default = _plain_module
module_later: Later = _plain_module
module_later_sync: LaterSync = _plain_module  # E: later async-for-sync
module_make: MakeProtocol = _plain_module
module_make_text: MakeText = _plain_module  # E: Make parameter-type
module_callee: CalleeProtocol = _plain_module
module_callee_text: CalleeText = _plain_module  # E: callee parameter-type
module_function: FunctionProtocol = _plain_module
module_nothing: Nothing = _plain_module  # R: nothing member-is-none -- None cannot be called
module_name: Name = _plain_module  # E: name not-callable
module_data: Data = _plain_module
module_data_text: DataText = _plain_module  # E: timeout wrong-value
module_data_read_only: DataReadOnly = _plain_module
module_data_missing: DataMissing = _plain_module  # E: timeot missing-property
module_data_and_methods: DataAndMethods = _plain_module
module_any_callable: AnyCallable = _plain_module
module_math: Sqrt = math
module_logging: Logging = logging
module_logging_get: GetLogger = logging


# Classes whose own methods are static, class methods or of the metaclass


class G(Protocol):
    def g(self, a: int) -> int: ...


class GLater(Protocol):
    async def g(self, a: int) -> int: ...


class GNone(Protocol):
    def g(self) -> int: ...


class GSelf(Protocol):
    def g(self, this: Any, a: int) -> int: ...


class Instance:
    def g(self, a: int) -> int: ...


class Static:
    @staticmethod
    def g(a: int) -> int: ...


class StaticText:
    @staticmethod
    def g(a: str) -> int: ...


class OfClass:
    @classmethod
    def g(cls, a: int) -> int: ...


class OfClassText:
    @classmethod
    def g(cls, a: str) -> int: ...


class Meta(type):
    def g(cls, a: int) -> int: ...


class MetaText(type):
    def g(cls, a: str) -> int: ...


class OfMeta(metaclass=Meta): ...


class OfMetaText(metaclass=MetaText): ...


class OfMetaAndStatic(metaclass=MetaText):
    @staticmethod
    def g(a: int) -> int: ...


class HoldsFunction:
    g: ClassVar[Callable[[int], int]] = staticmethod(Static.g)


class InheritsStatic(Static): ...


class SelfByName:
    def g(this: Any, this_: Any = None, a: int = 0) -> int: ...


class_static: G = Static
class_static_text: G = StaticText  # E: . class-not-instance
class_static_later: GLater = Static  # E: . class-not-instance
class_of_class: G = OfClass
class_of_class_text: G = OfClassText  # E: . class-not-instance
class_of_meta: G = OfMeta
class_of_meta_text: G = OfMetaText  # E: . class-not-instance
class_of_meta_and_static: G = OfMetaAndStatic  # S: the class's own attributes come before its metaclass's
class_inherits: G = InheritsStatic
class_instance: G = Instance  # E: . class-not-instance
class_instance_none: GNone = Instance  # E: . class-not-instance
class_instance_object: G = Instance()
class_missing: G = Make  # E: . class-not-instance
