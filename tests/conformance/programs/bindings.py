"""What can stand for a method: static and class methods, callable attributes, partials, descriptors, properties."""

# fmt: off
import functools
import operator
from collections.abc import Callable
from functools import cached_property, partial, partialmethod
from typing import Any, ClassVar, Final, Generic, Protocol, TypeVar, overload

T = TypeVar("T")


class Take(Protocol):
    def f(self, a: int, /) -> int: ...


class Named(Protocol):
    def f(self, a: int) -> int: ...


class ByName(Protocol):
    def f(self, *, a: int) -> int: ...


def one(a: int) -> int: ...
def other(a: str) -> str: ...
def two(a: int, b: int) -> int: ...
def none() -> int: ...
def unannotated(a): return a
async def later(a: int) -> int: ...
def of_self(self: object, a: int) -> int: ...
def of_self_wrong(self: object, a: str) -> int: ...


# Methods


class Method:
    def f(self, a: int) -> int: ...


class SelfNamedOtherwise:
    def f(this, a: int) -> int: ...


class WithoutSelf:
    def f(a: int) -> int: ...  # type: ignore


class WithoutAny:
    def f() -> int: ...  # type: ignore


class SelfByArgs:
    def f(*args: Any) -> int: ...


class SelfByArgsAndKwargs:
    def f(*args: Any, **kwargs: Any) -> int: ...


class SelfOnly:
    def f(self, /, a: int) -> int: ...


class SelfByName:
    def f(*, self: object, a: int) -> int: ...  # type: ignore


class Static:
    @staticmethod
    def f(a: int) -> int: ...


class StaticSelf:
    @staticmethod
    def f(self: object, a: int) -> int: ...


class StaticWrong:
    @staticmethod
    def f(a: str) -> int: ...


class StaticNone:
    @staticmethod
    def f() -> int: ...


class OfClass:
    @classmethod
    def f(cls, a: int) -> int: ...


class OfClassWrong:
    @classmethod
    def f(cls, a: str) -> int: ...


class OfClassNone:
    @classmethod
    def f(cls) -> int: ...


class OfClassWithoutCls:
    @classmethod  # type: ignore
    def f() -> int: ...  # type: ignore


class StaticObject:
    f = staticmethod(one)


class StaticObjectWrong:
    f = staticmethod(other)


class StaticObjectTwo:
    f = staticmethod(two)


class ClassMethodObject:
    f = classmethod(of_self)


class ClassMethodObjectWrong:
    f = classmethod(of_self_wrong)


class Later:
    async def f(self, a: int) -> int: ...


class StaticLater:
    @staticmethod
    async def f(a: int) -> int: ...


class Inherited(Method): ...


class InheritedWrong(StaticWrong): ...


class Overridden(StaticWrong):
    def f(self, a: int) -> int: ...  # type: ignore


class Mixed(Method, StaticWrong): ...  # type: ignore


class MixedWrong(StaticWrong, Method): ...  # type: ignore


method: Take = Method()
self_named_otherwise: Take = SelfNamedOtherwise()
without_self: Take = WithoutSelf()  # E: f wrong-binding
without_any: Take = WithoutAny()  # E: f wrong-binding
self_by_args: Take = SelfByArgs()
self_by_args_and_kwargs: Named = SelfByArgsAndKwargs()
self_by_args_named: Named = SelfByArgs()  # E: f parameter-name
self_only: Named = SelfOnly()
self_by_name: Take = SelfByName()  # E: f wrong-binding
static: Take = Static()
static_named: Named = Static()
static_self: Take = StaticSelf()  # E: f wrong-binding
static_wrong: Take = StaticWrong()  # E: f parameter-type
static_none: Take = StaticNone()  # E: f too-few-parameters
of_class: Take = OfClass()
of_class_wrong: Take = OfClassWrong()  # E: f parameter-type
of_class_none: Take = OfClassNone()  # E: f too-few-parameters
of_class_without_cls: Take = OfClassWithoutCls()  # E: f wrong-binding
static_object: Take = StaticObject()
static_object_wrong: Take = StaticObjectWrong()  # E: f parameter-type; f return-type
static_object_two: Take = StaticObjectTwo()  # E: f extra-required-parameter
class_method_object: Take = ClassMethodObject()  # S: `classmethod` binds any function
class_method_object_wrong: Take = ClassMethodObjectWrong()  # E: f parameter-type
later_method: Take = Later()  # E: f async-for-sync
static_later: Take = StaticLater()  # E: f async-for-sync
inherited: Take = Inherited()
inherited_wrong: Take = InheritedWrong()  # E: f parameter-type
overridden: Take = Overridden()
mixed: Take = Mixed()
mixed_wrong: Take = MixedWrong()  # E: f parameter-type


# Functions and other callables in the class or in the object


class FunctionInClass:
    f = of_self


class FunctionInClassWithoutSelf:
    f = one


class FunctionInClassWrong:
    f = of_self_wrong


class FunctionInObject:
    def __init__(self) -> None:
        self.f = one


class FunctionInObjectWrong:
    def __init__(self) -> None:
        self.f = other


class FunctionInObjectTwo:
    def __init__(self) -> None:
        self.f = two


class FunctionInObjectLater:
    def __init__(self) -> None:
        self.f = later


class FunctionInObjectUnannotated:
    def __init__(self) -> None:
        self.f = unannotated


class BoundInObject:
    def __init__(self) -> None:
        self.f = Method().f


class BoundWrongInObject:
    def __init__(self) -> None:
        self.f = StaticWrong().f


class BoundInClass:
    f = Method().f


class BoundInClassWrong:
    f = OfClassWrong().f


class NoneInClass:
    f = None


class NoneInObject:
    def __init__(self) -> None:
        self.f = None


class TextInClass:
    f = "text"


class NumberInObject:
    def __init__(self) -> None:
        self.f = 7


class CallableInClass:
    def __init__(self, f: Callable[[int], int]) -> None:
        self.f = f


class AnyCallable:
    def __init__(self, f: Callable[..., int]) -> None:
        self.f = f


class AnyAtAll:
    def __init__(self, f: Any) -> None:
        self.f = f


class Slots:
    __slots__ = ("f",)

    def __init__(self, f: Callable[[int], int]) -> None:
        self.f = f


class SlotsEmpty:
    __slots__ = ("f",)

    f: Callable[[int], int]


function_in_class: Take = FunctionInClass()
function_in_class_without_self: Take = FunctionInClassWithoutSelf()  # E: f wrong-binding|too-few-parameters
function_in_class_wrong: Take = FunctionInClassWrong()  # E: f parameter-type
function_in_object: Take = FunctionInObject()
function_in_object_wrong: Take = FunctionInObjectWrong()  # E: f parameter-type; f return-type
function_in_object_two: Take = FunctionInObjectTwo()  # E: f extra-required-parameter
function_in_object_later: Take = FunctionInObjectLater()  # E: f async-for-sync
function_in_object_unannotated: Take = FunctionInObjectUnannotated()
bound_in_object: Take = BoundInObject()
bound_wrong_in_object: Take = BoundWrongInObject()  # E: f parameter-type
bound_in_class: Take = BoundInClass()
bound_in_class_wrong: Take = BoundInClassWrong()  # E: f parameter-type
none_in_class: Take = NoneInClass()  # E: f member-is-none
none_in_object: Take = NoneInObject()  # E: f member-is-none
text_in_class: Take = TextInClass()  # E: f not-callable
number_in_object: Take = NumberInObject()  # E: f not-callable
callable_in_class: Take = CallableInClass(one)
callable_in_class_lambda: Take = CallableInClass(lambda a: a)
any_callable: Take = AnyCallable(one)
any_callable_none: Take = AnyCallable(none)  # R: f too-few-parameters -- the object has a function that fails
any_callable_other: Take = AnyAtAll(other)  # R: f parameter-type; f return-type -- the object has a function that fails
any_at_all: Take = AnyAtAll(one)
any_at_all_number: Take = AnyAtAll(7)  # R: f not-callable -- the object has what cannot be called
slots: Take = Slots(one)  # S: what a slot holds is not bound
slots_empty: Take = SlotsEmpty()  # E: f missing-member -- the object has nothing there
take_module_function: Take = one  # E: . wrong-object|missing-member


# Objects that can be called


class Callee:
    def __call__(self, a: int) -> int: ...


class CalleeWrong:
    def __call__(self, a: str) -> int: ...


class CalleeLater:
    async def __call__(self, a: int) -> int: ...


class CalleeTwo:
    def __call__(self, a: int, b: int) -> int: ...


class CalleeStatic:
    @staticmethod
    def __call__(a: int) -> int: ...


class CalleeOfClass:
    @classmethod
    def __call__(cls, a: int) -> int: ...


class CalleeAssigned:
    __call__ = of_self


class CalleeAssignedWrong:
    __call__ = of_self_wrong


class CalleeObject:
    __call__ = Callee()


class CalleeObjectWrong:
    __call__ = CalleeWrong()


class CalleeOfOwn:
    """What an object has for itself is not called."""

    def __init__(self) -> None:
        self.__call__ = one


class WithCallee:
    f = Callee()


class WithCalleeWrong:
    f = CalleeWrong()


class WithCalleeLater:
    f = CalleeLater()


class WithCalleeTwo:
    f = CalleeTwo()


class WithCalleeStatic:
    f = CalleeStatic()


class WithCalleeOfClass:
    f = CalleeOfClass()


class WithCalleeAssigned:
    f = CalleeAssigned()


class WithCalleeAssignedWrong:
    f = CalleeAssignedWrong()


class WithCalleeObject:
    f = CalleeObject()


class WithCalleeObjectWrong:
    f = CalleeObjectWrong()


class WithCalleeOfOwn:
    f = CalleeOfOwn()


class WithCalleeInObject:
    def __init__(self) -> None:
        self.f = Callee()


class WithCalleeInObjectWrong:
    def __init__(self) -> None:
        self.f = CalleeWrong()


with_callee: Take = WithCallee()
with_callee_wrong: Take = WithCalleeWrong()  # E: f parameter-type
with_callee_later: Take = WithCalleeLater()  # E: f async-for-sync
with_callee_two: Take = WithCalleeTwo()  # E: f extra-required-parameter
with_callee_static: Take = WithCalleeStatic()
with_callee_of_class: Take = WithCalleeOfClass()
with_callee_assigned: Take = WithCalleeAssigned()
with_callee_assigned_wrong: Take = WithCalleeAssignedWrong()  # E: f parameter-type
with_callee_object: Take = WithCalleeObject()
with_callee_object_wrong: Take = WithCalleeObjectWrong()  # E: f parameter-type
with_callee_of_own: Take = WithCalleeOfOwn()  # E: f not-callable
with_callee_in_object: Take = WithCalleeInObject()
with_callee_in_object_wrong: Take = WithCalleeInObjectWrong()  # E: f parameter-type


class Call(Protocol):
    def __call__(self, a: int, /) -> int: ...


call_function: Call = one
call_other: Call = other  # E: __call__ parameter-type; __call__ return-type
call_two: Call = two  # E: __call__ extra-required-parameter
call_none: Call = none  # E: __call__ too-few-parameters
call_later: Call = later  # E: __call__ async-for-sync
call_unannotated: Call = unannotated
call_callee: Call = Callee()
call_callee_wrong: Call = CalleeWrong()  # E: __call__ parameter-type
call_callee_later: Call = CalleeLater()  # E: __call__ async-for-sync
call_callee_static: Call = CalleeStatic()
call_callee_of_class: Call = CalleeOfClass()
call_callee_assigned: Call = CalleeAssigned()
call_callee_assigned_wrong: Call = CalleeAssignedWrong()  # E: __call__ parameter-type
call_callee_object: Call = CalleeObject()
call_callee_object_wrong: Call = CalleeObjectWrong()  # E: __call__ parameter-type
call_callee_of_own: Call = CalleeOfOwn()  # R: __call__ missing-member -- a call looks in the class alone
call_bound: Call = Method().f
call_bound_wrong: Call = StaticWrong().f  # E: __call__ parameter-type
call_bound_later: Call = Later().f  # E: __call__ async-for-sync
call_unbound: Call = Method.f  # E: __call__ extra-required-parameter|parameter-type
call_static: Call = Static.f
call_class_method: Call = OfClass.f
call_class_method_wrong: Call = OfClassWrong.f  # E: __call__ parameter-type
call_lambda: Call = lambda a: a
call_lambda_default: Call = lambda a=0: a
call_lambda_args: Call = lambda *args: 0
call_lambda_two: Call = lambda a, b: a  # E: __call__ extra-required-parameter
call_lambda_none: Call = lambda: 0  # E: __call__ too-few-parameters
call_lambda_by_name: Call = lambda *, a: a  # E: __call__ parameter-kind
call_number: Call = 7  # E: __call__ missing-member
call_nothing: Call = None  # E: . wrong-object
call_len: Call = len  # S: builtins have no annotations at run time
call_abs: Call = abs
call_print: Call = print  # S: builtins have no annotations at run time
call_get: Call = {1: 2}.__getitem__
call_get_of_text: Call = {"a": 2}.__getitem__  # S: builtins have no annotations at run time
call_item: Call = operator.itemgetter(0)  # S: builtins have no annotations at run time
call_neg: Call = operator.neg
call_add: Call = operator.add  # E: __call__ extra-required-parameter
call_partial: Call = partial(two, 1)
call_partial_by_name: Call = partial(two, b=1)
call_partial_first_by_name: Call = partial(two, a=1)  # R: __call__ parameter-kind|too-few-parameters|extra-required-parameter -- the call fails, pyright knows no parameters of a partial
call_partial_none: Call = partial(one, 1)  # R: __call__ too-few-parameters -- the call fails, pyright knows no parameters of a partial
call_partial_too_few: Call = partial(two)  # R: __call__ extra-required-parameter -- the call fails, pyright knows no parameters of a partial
call_partial_other: Call = partial(other)  # E: __call__ parameter-type; __call__ return-type
call_partial_later: Call = partial(later)  # E: __call__ async-for-sync
call_partial_nested: Call = partial(partial(two, 1))
call_partial_bound: Call = partial(Method().f)
call_partial_callee: Call = partial(CalleeTwo(), 1)


# Partials


class PartialInClass:
    f = partial(two, 1)


class PartialInClassStatic:
    f = staticmethod(partial(two, 1))


class PartialInClassWrong:
    f = partial(other)


class PartialInObject:
    def __init__(self) -> None:
        self.f = partial(two, 1)


class PartialNone:
    f = staticmethod(partial(one, 1))


class WithPartialMethod:
    def g(self, b: int, a: int) -> int: ...

    f = partialmethod(g, 1)


class WithPartialMethodByName:
    def g(self, a: int, *, b: int) -> int: ...

    f = partialmethod(g, b=1)


class WithPartialMethodTooMany:
    def g(self, a: int) -> int: ...

    f = partialmethod(g, 1)


class WithPartialMethodTooFew:
    def g(self, a: int, b: int, c: int) -> int: ...

    f = partialmethod(g, 1)


class WithPartialMethodLater:
    async def g(self, b: int, a: int) -> int: ...

    f = partialmethod(g, 1)


class WithPartialMethodStatic:
    @staticmethod
    def g(b: int, a: int) -> int: ...

    f = partialmethod(g, 1)


partial_in_class_static: Take = PartialInClassStatic()
partial_in_class_wrong: Take = PartialInClassWrong()  # E: f parameter-type|too-few-parameters; f return-type
partial_in_object: Take = PartialInObject()
partial_none: Take = PartialNone()  # E: f too-few-parameters
with_partial_method: Take = WithPartialMethod()  # S: a partial method is a method
with_partial_method_by_name: Take = WithPartialMethodByName()  # S: a partial method is a method
with_partial_method_too_many: Take = WithPartialMethodTooMany()  # E: f too-few-parameters
with_partial_method_too_few: Take = WithPartialMethodTooFew()  # E: f extra-required-parameter
with_partial_method_later: Take = WithPartialMethodLater()  # E: f async-for-sync
with_partial_method_static: Take = WithPartialMethodStatic()  # S: a partial method is a method


# Properties and other descriptors


class Property:
    @property
    def f(self) -> Callable[[int], int]:
        return one


class PropertyWrong:
    @property
    def f(self) -> Callable[[str], int]:
        return len


class PropertyTwo:
    @property
    def f(self) -> Callable[[int, int], int]:
        return two


class PropertyCallee:
    @property
    def f(self) -> Callee: ...


class PropertyCalleeWrong:
    @property
    def f(self) -> CalleeWrong: ...


class PropertyAny:
    @property
    def f(self) -> Any: ...


class PropertyAnyCallable:
    @property
    def f(self) -> Callable[..., int]: ...


class PropertyNumber:
    @property
    def f(self) -> int: ...


class PropertyNone:
    @property
    def f(self) -> None: ...


class PropertyOptional:
    @property
    def f(self) -> Callable[[int], int] | None: ...


class PropertyUnannotated:
    @property
    def f(self):
        return one


class PropertyProtocol:
    @property
    def f(self) -> Call: ...


class PropertyText:
    @property
    def f(self) -> "Callable[[int], int]":
        return one


class Cached:
    @cached_property
    def f(self) -> Callable[[int], int]:
        return one


class CachedWrong:
    @cached_property
    def f(self) -> int:
        return 7


property_callable: Take = Property()  # S: the property gives what can be called
property_wrong: Take = PropertyWrong()  # E: f parameter-type
property_two: Take = PropertyTwo()  # E: f extra-required-parameter
property_callee: Take = PropertyCallee()  # S: the property gives what can be called
property_callee_wrong: Take = PropertyCalleeWrong()  # E: f parameter-type
property_any: Take = PropertyAny()  # S: the property gives what can be called
property_any_callable: Take = PropertyAnyCallable()  # S: the property gives what can be called
property_number: Take = PropertyNumber()  # E: f not-callable
property_none: Take = PropertyNone()  # E: f not-callable|member-is-none
property_optional: Take = PropertyOptional()  # E: f not-callable|member-is-none
property_unannotated: Take = PropertyUnannotated()  # E: f unverifiable -- only running the property would tell
property_protocol: Take = PropertyProtocol()  # S: the property gives what can be called
property_text: Take = PropertyText()  # S: the property gives what can be called
cached: Take = Cached()  # S: the property gives what can be called
cached_wrong: Take = CachedWrong()  # E: f not-callable


class GivesCallable:
    def __get__(self, instance: object, owner: type | None = None) -> Callable[[int], int]:
        return one


class GivesOther:
    def __get__(self, instance: object, owner: type | None = None) -> Callable[[str], int]:
        return len


class GivesNumber:
    def __get__(self, instance: object, owner: type | None = None) -> int:
        return 7


class GivesCallee:
    def __get__(self, instance: object, owner: type | None = None) -> Callee:
        return Callee()


class GivesAnything:
    def __get__(self, instance: object, owner: type | None = None) -> Any: ...


class GivesEither:
    @overload
    def __get__(self, instance: None, owner: type) -> "GivesEither": ...
    @overload
    def __get__(self, instance: object, owner: type) -> Callable[[int], int]: ...
    def __get__(self, instance: object, owner: type) -> Any:
        return self if instance is None else one


class Data:
    def __get__(self, instance: object, owner: type | None = None) -> Callable[[int], int]:
        return one

    def __set__(self, instance: object, value: object) -> None: ...


class DescriptorCallable:
    f = GivesCallable()


class DescriptorOther:
    f = GivesOther()


class DescriptorNumber:
    f = GivesNumber()


class DescriptorCallee:
    f = GivesCallee()


class DescriptorAnything:
    f = GivesAnything()


class DescriptorEither:
    f = GivesEither()


class DescriptorData:
    f = Data()


descriptor_callable: Take = DescriptorCallable()  # S: the descriptor gives what can be called
descriptor_other: Take = DescriptorOther()  # E: f parameter-type
descriptor_number: Take = DescriptorNumber()  # E: f not-callable
descriptor_callee: Take = DescriptorCallee()  # S: the descriptor gives what can be called
descriptor_anything: Take = DescriptorAnything()  # S: the descriptor gives what can be called
descriptor_either: Take = DescriptorEither()  # S: the descriptor gives what can be called
descriptor_data: Take = DescriptorData()  # S: the descriptor gives what can be called


# Builtins and method descriptors in a class


class Builtins:
    f = abs


class BuiltinLen:
    f = len


class OfDict:
    f = {1: 1}.__getitem__


class Lambda:
    f = lambda self, a: a


class LambdaWithoutSelf:
    f = lambda a: a


class LambdaTwo:
    f = lambda self, a, b: a


class LambdaStatic:
    f = staticmethod(lambda a: a)


class IntSubclass(int):
    f = int.__add__


builtin: Take = Builtins()  # S: builtins in a class are not bound
builtin_len: Take = BuiltinLen()  # S: builtins have no annotations at run time
of_dict: Take = OfDict()
lambda_: Take = Lambda()
lambda_without_self: Take = LambdaWithoutSelf()  # E: f wrong-binding|too-few-parameters
lambda_two: Take = LambdaTwo()  # E: f extra-required-parameter
lambda_static: Take = LambdaStatic()
int_subclass: Take = IntSubclass()


# Dynamic attributes


class Dynamic:
    def __getattr__(self, name: str) -> Any:
        if name == "f":
            return one
        raise AttributeError(name)


class DynamicNothing:
    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


class DynamicOther:
    def __getattr__(self, name: str) -> Any:
        return other


dynamic: Take = Dynamic()  # S: the object has the attribute
dynamic_nothing: Take = DynamicNothing()  # E: f missing-member
dynamic_other: Take = DynamicOther()  # E: f parameter-type; f return-type


# Protocols whose members are static and class methods, and callable attributes


class StaticProtocol(Protocol):
    @staticmethod
    def f(a: int, /) -> int: ...


class ClassMethodProtocol(Protocol):
    @classmethod
    def f(cls, a: int, /) -> int: ...


class AttributeProtocol(Protocol):
    @property
    def f(self) -> Callable[[int], int]: ...


static_by_static: StaticProtocol = Static()
static_by_method: StaticProtocol = Method()
static_by_class_method: StaticProtocol = OfClass()
static_by_static_wrong: StaticProtocol = StaticWrong()  # E: f parameter-type
static_by_static_self: StaticProtocol = StaticSelf()  # E: f wrong-binding
static_by_function: StaticProtocol = FunctionInObject()
static_by_none: StaticProtocol = StaticNone()  # E: f too-few-parameters
class_by_static: ClassMethodProtocol = Static()
class_by_method: ClassMethodProtocol = Method()
class_by_class_method: ClassMethodProtocol = OfClass()
class_by_class_method_wrong: ClassMethodProtocol = OfClassWrong()  # E: f parameter-type
class_by_class_method_none: ClassMethodProtocol = OfClassNone()  # E: f too-few-parameters
attribute_by_property: AttributeProtocol = Property()
attribute_by_property_wrong: AttributeProtocol = PropertyWrong()  # S: the value that the property gives fits
attribute_by_method: AttributeProtocol = Method()
attribute_by_method_wrong: AttributeProtocol = StaticWrong()  # E: f parameter-type|wrong-value
attribute_by_method_none: AttributeProtocol = StaticNone()  # E: f too-few-parameters|wrong-value
attribute_by_method_later: AttributeProtocol = Later()  # E: f async-for-sync|wrong-value
attribute_by_static: AttributeProtocol = Static()
attribute_by_class_method: AttributeProtocol = OfClass()
attribute_by_function: AttributeProtocol = FunctionInObject()
attribute_by_function_wrong: AttributeProtocol = FunctionInObjectWrong()  # E: f parameter-type|wrong-value; f return-type|wrong-value
attribute_by_number: AttributeProtocol = NumberInObject()  # E: f wrong-value|not-callable
attribute_by_none: AttributeProtocol = NoneInObject()  # E: f wrong-value|member-is-none
attribute_by_callee: AttributeProtocol = WithCallee()
attribute_by_callee_wrong: AttributeProtocol = WithCalleeWrong()  # E: f parameter-type|wrong-value
