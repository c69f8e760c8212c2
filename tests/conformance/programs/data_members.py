"""Data members: where a value may come from, what is no value, and a plain method where data is meant."""

import enum
import functools
import types
from collections import namedtuple
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import Any, ClassVar, Generic, NamedTuple, Optional, Protocol, TypeVar, Union

from typing_extensions import TypedDict

T = TypeVar("T")


class HasName(Protocol):
    """Settable data, and nothing else: a record."""

    name: str


class ReadsName(Protocol):
    @property
    def name(self) -> str: ...


class Greets(Protocol):
    """Settable data beside a method: a behaviour."""

    name: str

    def greet(self) -> str: ...


class ReadsAndGreets(Protocol):
    @property
    def name(self) -> str: ...

    def greet(self) -> str: ...


class Greeting:
    def greet(self) -> str:
        return "hello"


# Where values come from


class InClass(Greeting):
    name = "a"


class AnnotatedInClass(Greeting):
    name: str = "a"


class InInit(Greeting):
    def __init__(self) -> None:
        self.name = "a"


class AnnotatedInInit(Greeting):
    def __init__(self) -> None:
        self.name: str = "a"


class InMethod(Greeting):
    def __init__(self) -> None:
        self.prepare()

    def prepare(self) -> None:
        self.name = "a"


class InNew(Greeting):
    name: str

    def __new__(cls) -> "InNew":
        made = super().__new__(cls)
        made.name = "a"
        return made


class InSlots:
    __slots__ = ("name",)

    def __init__(self) -> None:
        self.name = "a"

    def greet(self) -> str:
        return self.name


class Inherited(InInit):
    pass


@dataclass
class Data(Greeting):
    name: str


@dataclass
class DataWithDefault(Greeting):
    name: str = "a"


@dataclass
class DataWithFactory(Greeting):
    name: str = field(default_factory=str)


@dataclass(kw_only=True)
class DataByKeyword(Greeting):
    name: str


@dataclass
class DataAfterMark(Greeting):
    _: KW_ONLY
    name: str = "a"


@dataclass(slots=True)
class DataWithSlots(Greeting):
    name: str


@dataclass(frozen=True)
class DataFrozen(Greeting):
    name: str


class Pair(NamedTuple):
    name: str
    size: int


class Member(enum.Enum):
    ONE = 1
    TWO = 2


class Description(enum.Enum):
    ONE = "a"

    def __init__(self, title: str) -> None:
        self.title = title


class ByProperty(Greeting):
    @property
    def name(self) -> str:
        return "a"


class ByCachedProperty(Greeting):
    @functools.cached_property
    def name(self) -> str:
        return "a"


class ByPropertyWithSetter(Greeting):
    @property
    def name(self) -> str:
        return "a"

    @name.setter
    def name(self, name: str) -> None: ...


class ByOldProperty(Greeting):
    def _get(self) -> str:
        return "a"

    name = property(_get)


class ByClassVar(Greeting):
    name: ClassVar[str] = "a"


name_in_class: HasName = InClass()
name_annotated: HasName = AnnotatedInClass()
name_in_init: HasName = InInit()
name_annotated_in_init: HasName = AnnotatedInInit()
name_in_method: HasName = InMethod()
name_in_new: HasName = InNew()
name_in_slots: HasName = InSlots()
name_inherited: HasName = Inherited()
name_data: HasName = Data("a")
name_data_default: HasName = DataWithDefault()
name_data_factory: HasName = DataWithFactory()
name_data_keyword: HasName = DataByKeyword(name="a")
name_data_mark: HasName = DataAfterMark()
name_data_slots: HasName = DataWithSlots("a")
name_setter: HasName = ByPropertyWithSetter()  # S: a property with a setter can be read and set like any attribute
reads_data_frozen: ReadsName = DataFrozen("a")
reads_pair: ReadsName = Pair("a", 1)
reads_member: ReadsName = Member.ONE
reads_property: ReadsName = ByProperty()
reads_cached: ReadsName = ByCachedProperty()  # S: a cached property can be read like any attribute
reads_old_property: ReadsName = ByOldProperty()  # S: a property made by a call can be read like any other
reads_in_class: ReadsName = InClass()
reads_in_init: ReadsName = InInit()
reads_in_slots: ReadsName = InSlots()
reads_class_var: ReadsName = ByClassVar()  # S: a class variable can be read from an object
greets_in_class: Greets = InClass()
greets_in_init: Greets = InInit()
greets_in_slots: Greets = InSlots()
greets_data: Greets = Data("a")
greets_data_factory: Greets = DataWithFactory()
greets_data_slots: Greets = DataWithSlots("a")
greets_setter: Greets = ByPropertyWithSetter()  # S: a property with a setter can be read and set like any attribute
reads_and_greets_property: ReadsAndGreets = ByProperty()
reads_and_greets_cached: ReadsAndGreets = ByCachedProperty()  # S: a cached property can be read like any attribute
reads_and_greets_frozen: ReadsAndGreets = DataFrozen("a")
reads_and_greets_old: ReadsAndGreets = ByOldProperty()  # S: a property made by a call can be read like any other

# What is missing


class Nothing(Greeting):
    pass


class Declared(Greeting):
    name: str


class DeclaredSlot:
    __slots__ = ("name",)
    name: str

    def greet(self) -> str:
        return "a"


class Later(Greeting):
    def prepare(self) -> None:
        self.name = "a"


class OnAnother(Greeting):
    def __init__(self, other: "InInit") -> None:
        other.name = "b"


class Deleted(Greeting):
    def __init__(self) -> None:
        self.name = "a"
        del self.name


class Private(Greeting):
    def __init__(self) -> None:
        self.__name = "a"
        self._name = "a"


class Local(Greeting):
    def __init__(self) -> None:
        name = "a"
        del name


class Near(Greeting):
    nmae = "a"
    Name = "a"


@dataclass
class Temporary(Greeting):
    name: InitVar[str]


missing_nothing: HasName = Nothing()  # E: name missing-property
missing_reads: ReadsName = Nothing()  # E: name missing-property
missing_greets: Greets = Nothing()  # E: name missing-property
missing_on_another: Greets = OnAnother(InInit())  # E: name missing-property
missing_private: Greets = Private()  # E: name missing-property
missing_local: Greets = Local()  # E: name missing-property
missing_near: Greets = Near()  # E: name missing-property
missing_dict: HasName = {"name": "a"}  # E: name missing-property
missing_init_var: Greets = Temporary("a")  # R: name missing-property -- the value is used up when the object is made
missing_declared: HasName = Declared()  # R: name missing-property -- declared, and never given a value
missing_declared_greets: Greets = Declared()  # R: name missing-property -- declared, and never given a value
missing_later: HasName = Later()  # R: name missing-property -- not given a value so far
missing_later_greets: Greets = Later()  # R: name missing-property -- not given a value so far
missing_deleted: Greets = Deleted()  # R: name missing-property -- deleted
missing_both: Greets = object()  # E: name missing-property; greet missing-member

# Values of another type


class IntInClass(Greeting):
    name = 1


class IntInInit(Greeting):
    def __init__(self) -> None:
        self.name = 1


class NoneInClass(Greeting):
    name = None


class BytesInSlots:
    __slots__ = ("name",)

    def __init__(self) -> None:
        self.name = b"a"

    def greet(self) -> str:
        return "a"


@dataclass
class IntData(Greeting):
    name: int


@dataclass
class OptionalData(Greeting):
    name: str | None


@dataclass
class AnyData(Greeting):
    name: Any


class IntProperty(Greeting):
    @property
    def name(self) -> int:
        return 1


class IntCachedProperty(Greeting):
    @functools.cached_property
    def name(self) -> int:
        return 1


class UntypedProperty(Greeting):
    @property
    def name(self):
        return "a"


class OptionalProperty(Greeting):
    @property
    def name(self) -> Optional[str]:
        return "a"


class LiarProperty(Greeting):
    @property
    def name(self) -> Any:
        return 1


class OldIntProperty(Greeting):
    def _get(self) -> int:
        return 1

    name = property(_get)


class WrongPair(NamedTuple):
    name: int
    size: int


class Shadow(InClass):
    name = 1  # type: ignore[assignment]


class ShadowInInit(InClass):
    def __init__(self) -> None:
        self.name = 1  # type: ignore[assignment]


int_in_class: HasName = IntInClass()  # E: name wrong-value
int_in_init: HasName = IntInInit()  # E: name wrong-value
none_in_class: HasName = NoneInClass()  # E: name wrong-value
bytes_in_slots: HasName = BytesInSlots()  # E: name wrong-value
int_data: HasName = IntData(1)  # E: name wrong-value
optional_data: HasName = OptionalData("a")  # E: name attribute-type
optional_data_none: HasName = OptionalData(None)  # E: name wrong-value
any_data: HasName = AnyData("a")
any_data_int: HasName = AnyData(1)  # R: name wrong-value -- what is typed as Any is looked at
int_property: ReadsName = IntProperty()  # E: name wrong-value|return-type
int_cached: ReadsName = IntCachedProperty()  # E: name wrong-value|return-type
untyped_property: ReadsName = UntypedProperty()
wrong_pair: ReadsName = WrongPair(1, 2)  # E: name wrong-value
shadow: HasName = Shadow()  # E: name wrong-value
shadow_in_init: HasName = ShadowInInit()  # E: name wrong-value
greets_int: Greets = IntInClass()  # E: name wrong-value
greets_int_in_init: Greets = IntInInit()  # E: name wrong-value
greets_none: Greets = NoneInClass()  # E: name wrong-value
greets_bytes: Greets = BytesInSlots()  # E: name wrong-value
greets_int_data: Greets = IntData(1)  # E: name wrong-value
greets_optional_data: Greets = OptionalData("a")  # E: name attribute-type
reads_and_greets_int: ReadsAndGreets = IntProperty()  # E: name return-type
reads_and_greets_int_cached: ReadsAndGreets = IntCachedProperty()  # E: name return-type
reads_and_greets_old_int: ReadsAndGreets = OldIntProperty()  # E: name return-type
reads_and_greets_optional: ReadsAndGreets = OptionalProperty()  # E: name return-type
reads_and_greets_untyped: ReadsAndGreets = UntypedProperty()
reads_and_greets_liar: ReadsAndGreets = LiarProperty()

# A method, a class or a function where data is meant, and the other way round


class ByMethod(Greeting):
    def name(self) -> str:
        return "a"


class ByAsyncMethod(Greeting):
    async def name(self) -> str:
        return "a"


class ByUntypedMethod(Greeting):
    def name(self):
        return "a"


class ByStaticMethod(Greeting):
    @staticmethod
    def name() -> str:
        return "a"


class ByClassMethod(Greeting):
    @classmethod
    def name(cls) -> str:
        return "a"


class ByGenerator(Greeting):
    def name(self):
        yield "a"


class ByMethodWithArguments(Greeting):
    def name(self, other: str) -> str:
        return other


class ByLambda(Greeting):
    name = lambda self: "a"


class ByInnerClass(Greeting):
    class name:
        pass


class ByFunctionInInit(Greeting):
    def __init__(self) -> None:
        self.name = str


class ByPropertyForMethod:
    name = "a"

    @property
    def greet(self) -> str:
        return "a"


class ByTextForMethod:
    name = "a"
    greet = "a"


method_for_data: HasName = ByMethod()  # E: name method-for-data
method_for_property: ReadsName = ByMethod()  # E: name method-for-data
method_for_data_greets: Greets = ByMethod()  # E: name method-for-data
method_for_property_greets: ReadsAndGreets = ByMethod()  # E: name method-for-data
async_method_for_data: ReadsAndGreets = ByAsyncMethod()  # E: name method-for-data
untyped_method_for_data: ReadsAndGreets = ByUntypedMethod()  # E: name method-for-data
static_method_for_data: ReadsAndGreets = ByStaticMethod()  # E: name method-for-data
class_method_for_data: ReadsAndGreets = ByClassMethod()  # E: name method-for-data
generator_for_data: ReadsAndGreets = ByGenerator()  # E: name method-for-data
method_with_arguments: ReadsName = ByMethodWithArguments()  # E: name method-for-data
lambda_for_data: ReadsName = ByLambda()  # E: name method-for-data
inner_class_for_data: ReadsName = ByInnerClass()  # E: name wrong-value
class_in_init: ReadsAndGreets = ByFunctionInInit()  # E: name wrong-value
text_for_method: Greets = ByTextForMethod()  # E: greet not-callable
property_for_method: Greets = ByPropertyForMethod()  # E: greet unverifiable|not-callable

# A method is a value too, where the type of the data allows it


class HasObject(Protocol):
    @property
    def name(self) -> object: ...


class HasAny(Protocol):
    @property
    def name(self) -> Any: ...


class HasCallable(Protocol):
    @property
    def name(self) -> Callable[[], str]: ...


class HasHashable(Protocol):
    @property
    def name(self) -> Hashable: ...


class HasUnion(Protocol):
    @property
    def name(self) -> Union[str, Callable[[], str]]: ...


class HasMethodType(Protocol):
    @property
    def name(self) -> types.MethodType: ...


class HasParameter(Protocol[T]):
    name: T


class HasIntOrNone(Protocol):
    @property
    def name(self) -> int | None: ...


class Called(Protocol):
    def __call__(self) -> str: ...


class HasCalled(Protocol):
    @property
    def name(self) -> Called: ...


method_object: HasObject = ByMethod()
method_any: HasAny = ByMethod()
method_callable: HasCallable = ByMethod()
method_hashable: HasHashable = ByMethod()
method_union: HasUnion = ByMethod()
method_type: HasMethodType = ByMethod()
method_called: HasCalled = ByMethod()
method_parameter: HasParameter = ByMethod()  # type: ignore[type-arg]
method_parameter_str: HasParameter[str] = ByMethod()  # E: name method-for-data
method_int_or_none: HasIntOrNone = ByMethod()  # E: name method-for-data
data_object: HasObject = InInit()
data_any: HasAny = NoneInClass()
data_object_missing: HasObject = Nothing()  # E: name missing-property
data_any_missing: HasAny = Nothing()  # E: name missing-property
data_callable: HasCallable = InInit()  # E: name wrong-value

# Values of other forms, with their paths


class Address(TypedDict):
    street: str


class Owner(Protocol):
    name: str
    tags: Sequence[str]
    sizes: Mapping[str, int]
    address: Address
    parent: Optional["Owner"]


@dataclass
class AnOwner:
    name: str
    tags: Any = ()
    sizes: Any = field(default_factory=dict)
    address: Any = field(default_factory=lambda: {"street": "a"})
    parent: Optional["Owner"] = None


owner: Owner = AnOwner("a")
owner_tags: Owner = AnOwner("a", tags=["a"])
owner_tags_wrong: Owner = AnOwner("a", tags=["a", 1])  # R: tags[1] wrong-value -- what is typed as Any is looked at
owner_tags_text: Owner = AnOwner("a", tags="ab")  # R: tags wrong-value -- a text is no sequence of texts here
owner_sizes_wrong: Owner = AnOwner("a", sizes={"a": "b"})  # R: sizes['a'] wrong-value -- what is typed as Any is looked at
owner_address_wrong: Owner = AnOwner("a", address={"street": 1, "town": 2})  # R: address.street wrong-value; address.town unknown-key -- what is typed as Any is looked at
owner_address_missing: Owner = AnOwner("a", address={})  # R: address.street missing-key -- what is typed as Any is looked at
owner_parent: Owner = AnOwner("a", parent=AnOwner("b"))
owner_parent_wrong: Owner = AnOwner("a", parent=AnOwner("b", tags=[1]))  # R: parent.tags[0] wrong-value -- what is typed as Any is looked at
owner_bool: Owner = AnOwner("a", sizes={"a": True})  # R: sizes['a'] wrong-value -- a bool is no int here

# Members of protocols that have a value


class HasDefault(Protocol):
    name: str = "a"

    def greet(self) -> str: ...


class InheritsDefault(HasDefault):
    def greet(self) -> str:
        return "a"


class DefaultProperty(Protocol):
    @property
    def name(self) -> str:
        return "a"


class InheritsDefaultProperty(DefaultProperty):
    pass


class StubProperty(Protocol):
    @property
    def name(self) -> str: ...


class InheritsStubProperty(StubProperty):
    pass


class OverridesStubProperty(StubProperty):
    name = "a"  # type: ignore[assignment]


inherits_default: HasDefault = InheritsDefault()
default_missing: HasDefault = Greeting()  # E: name missing-property
inherits_default_property: DefaultProperty = InheritsDefaultProperty()
default_property_missing: DefaultProperty = Greeting()  # E: name missing-property
inherits_stub_property: StubProperty = InheritsStubProperty()  # E: name not-implemented
overrides_stub_property: StubProperty = OverridesStubProperty()

# Numbers


class Counted(Protocol):
    @property
    def count(self) -> int: ...


class Measured(Protocol):
    @property
    def size(self) -> float: ...


class Flagged(Protocol):
    @property
    def flag(self) -> bool: ...


class Level(enum.IntEnum):
    LOW = 1


counted: Counted = types.SimpleNamespace(count=1)  # S: a namespace has any attributes
counted_missing: Counted = types.SimpleNamespace(cuont=1)  # E: count missing-property
counted_wrong: Counted = types.SimpleNamespace(count="a")  # E: count wrong-value


@dataclass
class Counts:
    count: int = 1
    size: float = 1.0
    flag: bool = True


counted_int: Counted = Counts()
counted_bool: Counted = Counts(True)  # R: count wrong-value -- a bool is no int here
counted_enum: Counted = Counts(Level.LOW)
measured: Measured = Counts()
measured_int: Measured = Counts(size=1)
measured_bool: Measured = Counts(size=True)  # R: size wrong-value -- a bool is no float here
flagged: Flagged = Counts()

# Enumerations and generic named tuples


class HasValue(Protocol):
    @property
    def value(self) -> int: ...


class HasTextValue(Protocol):
    @property
    def value(self) -> str: ...


class HasTitle(Protocol):
    @property
    def title(self) -> str: ...


class Row(NamedTuple, Generic[T]):
    value: T


Untyped = namedtuple("Untyped", ["value", "title"])

member_value: HasValue = Member.ONE
member_text_value: HasTextValue = Member.ONE  # R: value wrong-value -- type checkers take the type of an enum's value from Enum, where it is Any
member_title: HasTitle = Description.ONE
member_missing: HasTitle = Member.TWO  # E: title missing-property
row: HasValue = Row(1)
row_wrong: HasTextValue = Row(1)  # E: value wrong-value
untyped: HasValue = Untyped(1, "a")
untyped_wrong: HasTextValue = Untyped(1, "a")  # R: value wrong-value -- the values of a namedtuple without types are looked at
