"""Comparison and other special methods, of which `object` has some; `__doc__`, `__name__` and their like."""

import functools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, ClassVar, Protocol, TypeVar

from typing_extensions import Self

T_contra = TypeVar("T_contra", contravariant=True)


class Less(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


class LessThan(Protocol[T_contra]):
    def __lt__(self, other: T_contra, /) -> bool: ...


class Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...

    def __le__(self, other: Any, /) -> bool: ...

    def __gt__(self, other: Any, /) -> bool: ...

    def __ge__(self, other: Any, /) -> bool: ...


class Equal(Protocol):
    def __eq__(self, other: object, /) -> bool: ...


class Unequal(Protocol):
    def __ne__(self, other: object, /) -> bool: ...


class Hashes(Protocol):
    def __hash__(self) -> int: ...


class Shows(Protocol):
    def __repr__(self) -> str: ...

    def __str__(self) -> str: ...


class Formats(Protocol):
    def __format__(self, spec: str, /) -> str: ...


class Truth(Protocol):
    def __bool__(self) -> bool: ...


class Adds(Protocol):
    def __add__(self, other: int, /) -> int: ...


class Indexes(Protocol):
    def __getitem__(self, index: int, /) -> str: ...


class SetsAttribute(Protocol):
    def __setattr__(self, name: str, value: Any, /) -> None: ...


class Nothing:
    pass


class LessOwn:
    def __lt__(self, other: "LessOwn") -> bool:
        return True


class LessAny:
    def __lt__(self, other: Any) -> bool:
        return True


class LessText:
    def __lt__(self, other: str) -> bool:
        return True


class LessUntyped:
    def __lt__(self, other):
        return True


class LessWithoutOther:
    def __lt__(self) -> bool:
        return True


class LessNone:
    __lt__ = None


class LessGivesText:
    def __lt__(self, other: Any) -> str:
        return "a"


class LessRenamed:
    def __lt__(self, something_else: Any) -> bool:
        return True


class LessOfInstance:
    def __init__(self) -> None:
        self.__lt__: Callable[[Any], bool] = lambda other: True


class LessBelow(LessAny):
    pass


class GreaterOnly:
    def __gt__(self, other: Any) -> bool:
        return True


@functools.total_ordering
class Total:
    def __lt__(self, other: object) -> bool:
        return True


@dataclass(order=True)
class OrderedData:
    size: int


@dataclass
class UnorderedData:
    size: int


less_any: Less = LessAny()
less_below: Less = LessBelow()
less_untyped: Less = LessUntyped()
less_renamed: Less = LessRenamed()
less_own: Less = LessOwn()
less_int: Less = 1
less_text: Less = "a"
less_data: Less = OrderedData(1)
less_nothing: Less = Nothing()  # E: __lt__ missing-member
less_object: Less = object()  # E: __lt__ missing-member
less_none_value: Less = None  # E: . wrong-object
less_greater: Less = GreaterOnly()  # E: __lt__ missing-member
less_unordered: Less = UnorderedData(1)  # E: __lt__ missing-member
less_complex: Less = 1j  # S: complex has a method of that name, which refuses every number
less_none: Less = LessNone()  # E: __lt__ member-is-none
less_without: Less = LessWithoutOther()  # E: __lt__ too-few-parameters
less_gives_text: Less = LessGivesText()  # E: __lt__ return-type
less_of_instance: Less = LessOfInstance()  # R: __lt__ missing-member -- operators look in the class alone
less_function: Less = functools.total_ordering  # E: . wrong-object
less_than_text: LessThan[str] = LessText()
less_than_int: LessThan[int] = LessText()  # E: __lt__ parameter-type
less_than_own: LessThan[int] = LessOwn()  # E: __lt__ parameter-type
ordered_total: Ordered = Total()
ordered_data: Ordered = OrderedData(1)
ordered_int: Ordered = 1
ordered_less: Ordered = LessAny()  # E: __le__ missing-member; __gt__ missing-member; __ge__ missing-member
ordered_nothing: Ordered = Nothing()  # E: __lt__ missing-member; __le__ missing-member; __gt__ missing-member; __ge__ missing-member


class EqualText:
    def __eq__(self, other: str) -> bool:  # type: ignore[override]
        return True


class EqualOwn:
    def __eq__(self, other: object) -> bool:
        return True


class HashNone:
    __hash__: ClassVar[None]  # type: ignore[assignment]


equal_nothing: Equal = Nothing()
equal_none: Equal = None
equal_own: Equal = EqualOwn()
equal_text: Equal = EqualText()  # E: __eq__ parameter-type
equal_int: Equal = 1
equal_function: Equal = math.sqrt
unequal_nothing: Unequal = Nothing()
unequal_own: Unequal = EqualOwn()
hashes_nothing: Hashes = Nothing()
hashes_int: Hashes = 1
hashes_none: Hashes = None
hashes_tuple: Hashes = (1,)
hashes_list: Hashes = [1]  # E: __hash__ member-is-none
hashes_dict: Hashes = {}  # E: __hash__ member-is-none
hashes_set: Hashes = {1}  # E: __hash__ member-is-none
hashes_equal: Hashes = EqualOwn()  # E: __hash__ member-is-none
hashes_data: Hashes = OrderedData(1)  # E: __hash__ member-is-none
shows_nothing: Shows = Nothing()
shows_int: Shows = 1
formats_nothing: Formats = Nothing()
sets_attribute: SetsAttribute = Nothing()
truth_int: Truth = 1
truth_none: Truth = None
truth_list: Truth = [1]  # E: __bool__ missing-member
truth_nothing: Truth = Nothing()  # E: __bool__ missing-member
adds_int: Adds = 1
adds_list: Adds = [1]  # S: built-in methods have no annotations
adds_nothing: Adds = Nothing()  # E: __add__ missing-member
indexes_list: Indexes = ["a"]
indexes_text: Indexes = "a"
indexes_int: Indexes = 1  # E: __getitem__ missing-member
indexes_nothing: Indexes = Nothing()  # E: __getitem__ missing-member


class Copies(Protocol):
    def __copy__(self) -> Self: ...


class CopiesOwn:
    def __copy__(self) -> "CopiesOwn":
        return self


class Exits(Protocol):
    def __exit__(self, *details: object) -> object: ...


class Iterates(Protocol):
    def __iter__(self) -> Iterator[int]: ...

    def __len__(self) -> int: ...


copies: Copies = CopiesOwn()
copies_nothing: Copies = Nothing()  # E: __copy__ missing-member
exits_nothing: Exits = Nothing()  # E: __exit__ missing-member
iterates_list: Iterates = [1]
iterates_nothing: Iterates = Nothing()  # E: __iter__ missing-member; __len__ missing-member

# Names that classes, functions and modules have, and objects have not


class Named(Protocol):
    @property
    def __name__(self) -> str: ...


class SettableName(Protocol):
    __name__: str


class Located(Protocol):
    @property
    def __module__(self) -> str: ...

    def run(self) -> None: ...


class SettableModule(Protocol):
    __module__: str

    def run(self) -> None: ...


class Documented(Protocol):
    @property
    def __doc__(self) -> str | None: ...

    def run(self) -> None: ...


class HasDict(Protocol):
    __dict__: dict[str, Any]


class HasClass(Protocol):
    @property
    def __class__(self) -> type[Any]: ...

    def run(self) -> None: ...


class HasFields(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]


class HasCode(Protocol):
    @property
    def __code__(self) -> Any: ...


class HasWrapped(Protocol):
    @property
    def __wrapped__(self) -> Any: ...


class HasSlots(Protocol):
    __slots__: tuple[str, ...]

    def run(self) -> None: ...


class Runs:
    """Documented."""

    def run(self) -> None: ...


class RunsWithName:
    __name__ = "a"

    def run(self) -> None: ...


class RunsWithSlots:
    __slots__ = ("size",)

    def run(self) -> None: ...


def function() -> None: ...


@functools.cache
def cached() -> None: ...


named_function: Named = function
named_class: Named = Runs
named_module: Named = math
named_builtin: Named = len
named_own: Named = RunsWithName()
named_object: Named = Runs()  # E: __name__ missing-property
named_int: Named = 1  # E: __name__ missing-property
settable_name_function: SettableName = function
settable_name_object: SettableName = Runs()  # E: __name__ missing-property
located: Located = Runs()
located_settable: SettableModule = Runs()
documented: Documented = Runs()
documented_other: Documented = RunsWithName()
documented_missing: Documented = Nothing()  # E: run missing-member
has_dict: HasDict = Runs()
has_class: HasClass = Runs()
has_fields: HasFields = OrderedData(1)
has_fields_class: HasFields = OrderedData  # E: . class-not-instance
has_fields_missing: HasFields = Runs()  # E: __dataclass_fields__ missing-property
has_code: HasCode = function
has_code_object: HasCode = Runs()  # E: __code__ missing-property
has_wrapped: HasWrapped = cached
has_slots: HasSlots = RunsWithSlots()

# Private and mangled names


class Private(Protocol):
    _size: int

    def _run(self) -> None: ...


class Mangled(Protocol):
    def __run(self) -> None: ...

    def run(self) -> None: ...


class HasPrivate:
    _size = 1

    def _run(self) -> None: ...


private: Private = HasPrivate()
private_missing: Private = Nothing()  # E: _size missing-property; _run missing-member
private_namespace: Private = SimpleNamespace(_size=1, _run=function)  # S: a namespace has any attributes
