"""Implemented or not: defaults of a protocol, bodies that do nothing, abstract methods, assigned members, mixins."""

# fmt: off
import abc
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, ClassVar, Protocol, overload, runtime_checkable


class Get(Protocol):
    def get(self) -> Any: ...


# Bodies of the protocol that are defaults


class Constant(Protocol):
    def get(self) -> int:
        return 7


class ConstantNone(Protocol):
    def get(self) -> None:
        return None


class BareReturn(Protocol):
    def get(self) -> None:
        return


class ConstantFalse(Protocol):
    def get(self) -> bool:
        return False


class ConstantText(Protocol):
    def get(self) -> str:
        return ""


class DocumentedConstant(Protocol):
    def get(self) -> int:
        """Return 7."""
        return 7


class DocumentedReturn(Protocol):
    def get(self) -> None:
        """Do nothing."""
        return


class EmptyTuple(Protocol):
    def get(self) -> tuple[int, ...]:
        return ()


class EmptyList(Protocol):
    def get(self) -> list[int]:
        return []


class ReturnsSelf(Protocol):
    def get(self) -> object:
        return self


class Calls(Protocol):
    def get(self) -> int:
        return len("text")


class AsyncConstant(Protocol):
    async def get(self) -> int:
        return 7


class AsyncBareReturn(Protocol):
    async def get(self) -> None:
        return


class Yields(Protocol):
    def get(self) -> Iterator[int]:
        yield 1


class YieldsNothing(Protocol):
    def get(self) -> Iterator[int]:
        yield from ()


class AsyncYields(Protocol):
    async def get(self) -> AsyncIterator[int]:
        yield 1


class ReturnsEllipsis(Protocol):
    def get(self) -> object:
        return ...


class RaisesOther(Protocol):
    def get(self) -> int:
        raise LookupError("nothing there")


class Asserts(Protocol):
    def get(self) -> int:
        assert False


class PassThenReturn(Protocol):
    def get(self) -> int:
        pass
        return 7


class RaisesSometimes(Protocol):
    def get(self) -> int:
        if type(self) is object:
            raise NotImplementedError
        return 7


class ReturnsNotImplemented(Protocol):
    def get(self) -> Any:
        return NotImplemented


class ConstantProperty(Protocol):
    @property
    def get(self) -> int:
        return 7


class ConstantStatic(Protocol):
    @staticmethod
    def get() -> int:
        return 7


class ConstantOfClass(Protocol):
    @classmethod
    def get(cls) -> int:
        return 7


class ConstantValue(Protocol):
    get: int = 7


class Overloaded(Protocol):
    @overload
    def get(self) -> int: ...
    @overload
    def get(self, a: str) -> str: ...
    def get(self, a: str = "") -> int | str:
        return 7


class OfConstant(Constant): ...
class OfConstantNone(ConstantNone): ...
class OfBareReturn(BareReturn): ...
class OfConstantFalse(ConstantFalse): ...
class OfConstantText(ConstantText): ...
class OfDocumentedConstant(DocumentedConstant): ...
class OfDocumentedReturn(DocumentedReturn): ...
class OfEmptyTuple(EmptyTuple): ...
class OfEmptyList(EmptyList): ...
class OfReturnsSelf(ReturnsSelf): ...
class OfCalls(Calls): ...
class OfAsyncConstant(AsyncConstant): ...
class OfAsyncBareReturn(AsyncBareReturn): ...
class OfYields(Yields): ...
class OfYieldsNothing(YieldsNothing): ...
class OfAsyncYields(AsyncYields): ...
class OfReturnsEllipsis(ReturnsEllipsis): ...
class OfRaisesOther(RaisesOther): ...
class OfAsserts(Asserts): ...
class OfPassThenReturn(PassThenReturn): ...
class OfRaisesSometimes(RaisesSometimes): ...
class OfReturnsNotImplemented(ReturnsNotImplemented): ...
class OfConstantProperty(ConstantProperty): ...
class OfConstantStatic(ConstantStatic): ...
class OfConstantOfClass(ConstantOfClass): ...
class OfConstantValue(ConstantValue): ...
class OfOverloaded(Overloaded): ...


of_constant: Constant = OfConstant()
of_constant_none: ConstantNone = OfConstantNone()
of_bare_return: BareReturn = OfBareReturn()
of_constant_false: ConstantFalse = OfConstantFalse()
of_constant_text: ConstantText = OfConstantText()
of_documented_constant: DocumentedConstant = OfDocumentedConstant()
of_documented_return: DocumentedReturn = OfDocumentedReturn()
of_empty_tuple: EmptyTuple = OfEmptyTuple()
of_empty_list: EmptyList = OfEmptyList()
of_returns_self: ReturnsSelf = OfReturnsSelf()
of_calls: Calls = OfCalls()
of_async_constant: AsyncConstant = OfAsyncConstant()
of_async_bare_return: AsyncBareReturn = OfAsyncBareReturn()
of_yields: Yields = OfYields()
of_yields_nothing: YieldsNothing = OfYieldsNothing()
of_async_yields: AsyncYields = OfAsyncYields()
of_returns_ellipsis: ReturnsEllipsis = OfReturnsEllipsis()
of_raises_other: RaisesOther = OfRaisesOther()
of_asserts: Asserts = OfAsserts()
of_pass_then_return: PassThenReturn = OfPassThenReturn()
of_raises_sometimes: RaisesSometimes = OfRaisesSometimes()
of_returns_not_implemented: ReturnsNotImplemented = OfReturnsNotImplemented()
of_constant_property: ConstantProperty = OfConstantProperty()
of_constant_static: ConstantStatic = OfConstantStatic()
of_constant_of_class: ConstantOfClass = OfConstantOfClass()
of_constant_value: ConstantValue = OfConstantValue()
of_overloaded: Overloaded = OfOverloaded()

of_constant_for_get: Get = OfConstant()
of_calls_for_get: Get = OfCalls()


# Bodies of the protocol that are declarations


class Ellipsis_(Protocol):
    def get(self) -> int: ...


class Pass(Protocol):
    def get(self) -> None:
        pass


class Docstring(Protocol):
    def get(self) -> int:
        """Return a number."""
        ...


class OnlyDocstring(Protocol):
    def get(self) -> None:
        """Do nothing."""


class DocstringPass(Protocol):
    def get(self) -> None:
        """Do nothing."""
        pass


class PassTwice(Protocol):
    def get(self) -> None:
        pass
        ...


class RaisesClass(Protocol):
    def get(self) -> int:
        raise NotImplementedError


class RaisesInstance(Protocol):
    def get(self) -> int:
        raise NotImplementedError()


class RaisesText(Protocol):
    def get(self) -> int:
        raise NotImplementedError("text")


class RaisesFormatted(Protocol):
    def get(self) -> int:
        raise NotImplementedError(f"{type(self).__name__} has no get")


class RaisesJoined(Protocol):
    def get(self) -> int:
        raise NotImplementedError("%s has no get" % type(self).__name__)


class RaisesTwo(Protocol):
    def get(self) -> int:
        raise NotImplementedError("text", 7)


class RaisesFrom(Protocol):
    def get(self) -> int:
        raise NotImplementedError("text") from None


class DocumentedRaise(Protocol):
    def get(self) -> int:
        """Return a number."""
        raise NotImplementedError


class DocumentedRaiseText(Protocol):
    def get(self, name: str = "") -> int:
        """Return a number."""
        raise NotImplementedError("Subclasses must have get(), not only " + name)


class RaisesWithSelf(Protocol):
    def get(self) -> int:
        raise NotImplementedError(self)


class AsyncEllipsis(Protocol):
    async def get(self) -> int: ...


class AsyncPass(Protocol):
    async def get(self) -> None:
        pass


class AsyncRaises(Protocol):
    async def get(self) -> int:
        raise NotImplementedError


class AsyncRaisesText(Protocol):
    async def get(self) -> int:
        """Return a number."""
        raise NotImplementedError(f"{self!r} has no get")


class PropertyEllipsis(Protocol):
    @property
    def get(self) -> int: ...


class PropertyRaises(Protocol):
    @property
    def get(self) -> int:
        raise NotImplementedError


class PropertyRaisesText(Protocol):
    @property
    def get(self) -> int:
        raise NotImplementedError(f"{self} has no get")


class StaticEllipsis(Protocol):
    @staticmethod
    def get() -> int: ...


class OfClassRaises(Protocol):
    @classmethod
    def get(cls) -> int:
        raise NotImplementedError


class Declared(Protocol):
    get: int


class Required(Protocol):
    def get(self, name: str, /, *, more: int = 0) -> int: ...


class OfEllipsis(Ellipsis_): ...
class OfPass(Pass): ...
class OfDocstring(Docstring): ...
class OfOnlyDocstring(OnlyDocstring): ...
class OfDocstringPass(DocstringPass): ...
class OfPassTwice(PassTwice): ...
class OfRaisesClass(RaisesClass): ...
class OfRaisesInstance(RaisesInstance): ...
class OfRaisesText(RaisesText): ...
class OfRaisesFormatted(RaisesFormatted): ...
class OfRaisesJoined(RaisesJoined): ...
class OfRaisesTwo(RaisesTwo): ...
class OfRaisesFrom(RaisesFrom): ...
class OfDocumentedRaise(DocumentedRaise): ...
class OfDocumentedRaiseText(DocumentedRaiseText): ...
class OfRaisesWithSelf(RaisesWithSelf): ...
class OfAsyncEllipsis(AsyncEllipsis): ...
class OfAsyncPass(AsyncPass): ...
class OfAsyncRaises(AsyncRaises): ...
class OfAsyncRaisesText(AsyncRaisesText): ...
class OfPropertyEllipsis(PropertyEllipsis): ...
class OfPropertyRaises(PropertyRaises): ...
class OfPropertyRaisesText(PropertyRaisesText): ...
class OfStaticEllipsis(StaticEllipsis): ...
class OfOfClassRaises(OfClassRaises): ...
class OfDeclared(Declared): ...
class OfRequired(Required): ...


of_ellipsis: Ellipsis_ = OfEllipsis()  # E: get not-implemented
of_pass: Pass = OfPass()  # R: get not-implemented -- the protocol's body does nothing
of_docstring: Docstring = OfDocstring()  # E: get not-implemented
of_only_docstring: OnlyDocstring = OfOnlyDocstring()  # R: get not-implemented -- the protocol's body does nothing
of_docstring_pass: DocstringPass = OfDocstringPass()  # R: get not-implemented -- the protocol's body does nothing
of_pass_twice: PassTwice = OfPassTwice()  # R: get not-implemented -- the protocol's body does nothing
of_raises_class: RaisesClass = OfRaisesClass()  # E: get not-implemented
of_raises_instance: RaisesInstance = OfRaisesInstance()  # E: get not-implemented
of_raises_text: RaisesText = OfRaisesText()  # E: get not-implemented
of_raises_formatted: RaisesFormatted = OfRaisesFormatted()  # E: get not-implemented
of_raises_joined: RaisesJoined = OfRaisesJoined()  # E: get not-implemented
of_raises_two: RaisesTwo = OfRaisesTwo()  # E: get not-implemented
of_raises_from: RaisesFrom = OfRaisesFrom()  # R: get not-implemented -- the protocol's body only raises
of_documented_raise: DocumentedRaise = OfDocumentedRaise()  # E: get not-implemented
of_documented_raise_text: DocumentedRaiseText = OfDocumentedRaiseText()  # E: get not-implemented
of_raises_with_self: RaisesWithSelf = OfRaisesWithSelf()  # E: get not-implemented
of_async_ellipsis: AsyncEllipsis = OfAsyncEllipsis()  # E: get not-implemented
of_async_pass: AsyncPass = OfAsyncPass()  # R: get not-implemented -- the protocol's body does nothing
of_async_raises: AsyncRaises = OfAsyncRaises()  # E: get not-implemented
of_async_raises_text: AsyncRaisesText = OfAsyncRaisesText()  # E: get not-implemented
of_property_ellipsis: PropertyEllipsis = OfPropertyEllipsis()  # E: get not-implemented
of_property_raises: PropertyRaises = OfPropertyRaises()  # E: get not-implemented
of_property_raises_text: PropertyRaisesText = OfPropertyRaisesText()  # E: get not-implemented
of_static_ellipsis: StaticEllipsis = OfStaticEllipsis()  # E: get not-implemented
of_of_class_raises: OfClassRaises = OfOfClassRaises()  # E: get not-implemented
of_declared: Declared = OfDeclared()  # E: get missing-property|not-implemented
of_required: Required = OfRequired()  # E: get not-implemented

of_ellipsis_for_get: Get = OfEllipsis()  # E: get not-implemented
of_raises_for_get: Get = OfRaisesFormatted()  # E: get not-implemented
of_pass_for_get: Get = OfPass()  # R: get not-implemented -- the body of the other protocol does nothing


# Inherited from further away


class Deeper(OfEllipsis): ...


class Wider(Ellipsis_, Protocol):
    def other(self) -> int:
        return 7


class OfWider(Wider): ...


class OfWiderWithGet(Wider):
    def get(self) -> int: ...


class DefaultsIt(Ellipsis_, Protocol):
    def get(self) -> int:
        return 7


class OfDefaultsIt(DefaultsIt): ...


class Mixin:
    def get(self) -> int:
        return 7


class MixinFirst(Mixin, Ellipsis_): ...


class MixinLast(Ellipsis_, Mixin): ...


class MixinDeep(MixinFirst): ...


class MixinStub:
    def get(self) -> int:
        raise NotImplementedError


class MixinStubFirst(MixinStub, Ellipsis_): ...


class Overrides(Ellipsis_):
    def get(self) -> int:
        return 7


class OverridesBySuper(Ellipsis_):
    def get(self) -> int:
        return super().get()  # type: ignore


class OverridesByStub(Ellipsis_):
    def get(self) -> int: ...


class OverridesByRaise(Ellipsis_):
    def get(self) -> int:
        raise NotImplementedError


class OverridesByPass(Pass):
    def get(self) -> None:
        pass


class OverridesInObject(Ellipsis_):
    def __init__(self) -> None:
        self.get = lambda: 7


deeper: Ellipsis_ = Deeper()  # E: get not-implemented
of_wider: Wider = OfWider()  # E: get not-implemented
of_wider_for_ellipsis: Ellipsis_ = OfWider()  # E: get not-implemented
of_wider_with_get: Wider = OfWiderWithGet()
of_defaults_it: DefaultsIt = OfDefaultsIt()
of_defaults_it_for_ellipsis: Ellipsis_ = OfDefaultsIt()
mixin_first: Ellipsis_ = MixinFirst()
mixin_last: Ellipsis_ = MixinLast()  # E: get not-implemented
mixin_deep: Ellipsis_ = MixinDeep()
mixin_stub_first: Ellipsis_ = MixinStubFirst()
overrides: Ellipsis_ = Overrides()
overrides_by_super: Ellipsis_ = OverridesBySuper()
overrides_by_stub: Ellipsis_ = OverridesByStub()
overrides_by_raise: Ellipsis_ = OverridesByRaise()
overrides_by_pass: Pass = OverridesByPass()
overrides_in_object: Ellipsis_ = OverridesInObject()


# A class that does not inherit a protocol has its own bodies, whatever they do


class OwnEllipsis:
    def get(self) -> int: ...


class OwnPass:
    def get(self) -> None:
        pass


class OwnRaise:
    def get(self) -> int:
        raise NotImplementedError


class OwnRaiseText:
    def get(self) -> int:
        raise NotImplementedError("not supported by this engine")


class OwnReturn:
    def get(self) -> None:
        return


class OwnDocstring:
    def get(self) -> None:
        """Do nothing."""


class OwnInherited(OwnRaise): ...


own_ellipsis: Get = OwnEllipsis()
own_pass: Get = OwnPass()
own_raise: Get = OwnRaise()
own_raise_text: Get = OwnRaiseText()
own_return: Get = OwnReturn()
own_docstring: Get = OwnDocstring()
own_inherited: Get = OwnInherited()


# Abstract methods


class Abstract(Protocol):
    @abstractmethod
    def get(self) -> int: ...


class AbstractDefault(Protocol):
    @abstractmethod
    def get(self) -> int:
        return 7


class AbstractProperty(Protocol):
    @property
    @abstractmethod
    def get(self) -> int: ...


class ImplementsAbstract(Abstract):
    def get(self) -> int:
        return 7


class ImplementsAbstractDefault(AbstractDefault):
    def get(self) -> int:
        return super().get()


class ImplementsAbstractProperty(AbstractProperty):
    @property
    def get(self) -> int:
        return 7


class ImplementsAbstractPropertyByValue(AbstractProperty):
    get = 7  # type: ignore


class AbstractWithoutABC:
    """Without `ABC` nothing keeps anyone from making an object."""

    @abstractmethod
    def get(self) -> int: ...


class AbstractWithoutABCBody:
    @abstractmethod
    def get(self) -> int:
        return 7


class OfAbstractWithoutABC(AbstractWithoutABC): ...


class ImplementsAbstractWithoutABC(AbstractWithoutABC):
    def get(self) -> int:
        return 7


class AbstractBase(ABC):
    @abstractmethod
    def get(self) -> int: ...


class ImplementsAbstractBase(AbstractBase):
    def get(self) -> int:
        return 7


class BaseOfABC(ABC):
    def get(self) -> int:
        raise NotImplementedError


class OfBaseOfABC(BaseOfABC): ...


implements_abstract: Abstract = ImplementsAbstract()
implements_abstract_default: AbstractDefault = ImplementsAbstractDefault()
implements_abstract_property: AbstractProperty = ImplementsAbstractProperty()
implements_abstract_property_by_value: AbstractProperty = ImplementsAbstractPropertyByValue()
abstract_for_get: Get = ImplementsAbstract()
abstract_structural: Abstract = OwnEllipsis()
abstract_without_abc: Get = AbstractWithoutABC()  # R: get not-implemented -- the class says that a subclass has to
abstract_without_abc_body: Get = AbstractWithoutABCBody()  # R: get not-implemented -- the class says so
of_abstract_without_abc: Get = OfAbstractWithoutABC()  # R: get not-implemented -- the class says so
implements_abstract_without_abc: Get = ImplementsAbstractWithoutABC()
implements_abstract_base: Get = ImplementsAbstractBase()
of_base_of_abc: Get = OfBaseOfABC()


# Assigned members


class AssignedFromProtocol:
    get = Ellipsis_.get


class AssignedFromDefault:
    get = Constant.get


class AssignedFromOther:
    get = Mixin.get


class AssignedFromDocstring:
    get = OnlyDocstring.get


class AssignedFromRaise:
    get = RaisesFormatted.get


class AssignedAsStatic:
    get = staticmethod(StaticEllipsis.get)


class NestedClass:
    class get:
        pass


class NestedClassWithCall:
    class get:
        def __call__(self) -> int: ...


class NestedClassWithInit:
    class get:
        def __init__(self, name: str) -> None: ...


class AnnotatedOnly:
    get: Callable[[], int]


class AnnotatedInClass:
    get: ClassVar[Callable[[], int]]


class AssignedNone:
    get: Any = None


class AssignedEllipsis:
    get: Any = ...


class AssignedNotImplemented:
    get: Any = NotImplemented


class GetInt(Protocol):
    def get(self) -> int: ...


assigned_from_protocol: GetInt = AssignedFromProtocol()  # R: get not-implemented -- the protocol's body does nothing
assigned_from_default: GetInt = AssignedFromDefault()
assigned_from_other: GetInt = AssignedFromOther()
assigned_from_docstring: Get = AssignedFromDocstring()  # R: get not-implemented -- the protocol's body does nothing
assigned_from_raise: Get = AssignedFromRaise()  # R: get not-implemented -- the protocol's body does nothing
assigned_as_static: GetInt = AssignedAsStatic()  # R: get not-implemented -- the protocol's body does nothing
nested_class: Get = NestedClass()  # R: get not-implemented -- an empty class is a placeholder
nested_class_for_int: GetInt = NestedClass()  # E: get not-implemented|return-type
nested_class_with_call: GetInt = NestedClassWithCall()  # E: get return-type
nested_class_with_init: GetInt = NestedClassWithInit()  # E: get extra-required-parameter; get return-type
annotated_only: Get = AnnotatedOnly()  # E: get missing-member
annotated_in_class: Get = AnnotatedInClass()  # E: get missing-member
assigned_none: Get = AssignedNone()  # R: get member-is-none -- None cannot be called
assigned_ellipsis: Get = AssignedEllipsis()  # R: get not-callable -- an ellipsis cannot be called
assigned_not_implemented: Get = AssignedNotImplemented()  # R: get not-callable -- it cannot be called


# Deleted and hidden


class Hidden(Mixin):
    get = None  # type: ignore


class HiddenByProperty(Mixin):
    @property
    def get(self) -> int: ...  # type: ignore


class HiddenByUnset(Mixin):
    get: int  # type: ignore


hidden: Get = Hidden()  # R: get member-is-none -- None cannot be called
hidden_by_property: Get = HiddenByProperty()  # E: get not-callable
