"""Generic classes and standard containers with arguments, in annotations: given, left open, and invariant."""

import collections
import contextlib
import datetime
import decimal
import fractions
import pathlib
import re
import uuid
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Collection,
    Container,
    Coroutine,
    Generator,
    Hashable,
    ItemsView,
    Iterable,
    Iterator,
    KeysView,
    Mapping,
    MutableMapping,
    MutableSequence,
    MutableSet,
    Reversible,
    Sequence,
    Set,
    Sized,
)
from contextlib import AbstractContextManager
from types import MappingProxyType, TracebackType
from typing import Any, ContextManager, Dict, FrozenSet, Generic, List, Optional, Protocol, TypeVar, Union
from typing import Sequence as OldSequence

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)


class Gives(Protocol[T_co]):
    def run(self) -> T_co: ...


class Takes(Protocol[T_contra]):
    def run(self, value: T_contra, /) -> None: ...


class Box(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value


class Cup(Generic[T_co]):
    def pour(self) -> T_co:
        raise LookupError


class IntBox(Box[int]):
    pass


class IntCup(Cup[int]):
    pass


class Base:
    pass


class Derived(Base):
    pass


class GivesBox:
    def run(self) -> Box:  # type: ignore[type-arg]
        return Box(1)


class GivesIntBox:
    def run(self) -> Box[int]:
        return Box(1)


class GivesBoolBox:
    def run(self) -> Box[bool]:
        return Box(True)


class GivesAnyBox:
    def run(self) -> "Box[Any]":
        return Box(1)


class GivesIntBoxClass:
    def run(self) -> IntBox:
        return IntBox(1)


class GivesIntCup:
    def run(self) -> Cup[int]:
        return Cup()


class GivesIntCupClass:
    def run(self) -> IntCup:
        return IntCup()


class GivesDerivedCup:
    def run(self) -> Cup[Derived]:
        return Cup()


class GivesDerived:
    def run(self) -> Derived:
        return Derived()


class GivesBase:
    def run(self) -> Base:
        return Base()


class GivesObject:
    def run(self) -> object:
        return 1


box_open: Gives[Box[int]] = GivesBox()
box_any: Gives[Box[int]] = GivesAnyBox()
box_int: Gives[Box[int]] = GivesIntBox()
box_class: Gives[Box[int]] = GivesIntBoxClass()
box_bare: Gives[Box] = GivesIntBox()  # type: ignore[type-arg]
box_of_any: Gives[Box[Any]] = GivesIntBox()
box_str: Gives[Box[str]] = GivesIntBox()  # E: run return-type
box_str_class: Gives[Box[str]] = GivesIntBoxClass()  # E: run return-type
box_bool: Gives[Box[int]] = GivesBoolBox()  # S: only an assignment to what is in the box could object
box_object: Gives[Box[int]] = GivesObject()  # E: run return-type
box_subclass: Gives[IntBox] = GivesIntBox()  # E: run return-type
cup_int: Gives[Cup[int]] = GivesIntCup()
cup_float: Gives[Cup[float]] = GivesIntCup()
cup_object: Gives[Cup[object]] = GivesIntCup()
cup_class: Gives[Cup[int]] = GivesIntCupClass()
cup_str: Gives[Cup[str]] = GivesIntCup()  # E: run return-type
cup_str_class: Gives[Cup[str]] = GivesIntCupClass()  # E: run return-type
cup_base: Gives[Cup[Base]] = GivesDerivedCup()
cup_derived: Gives[Cup[int]] = GivesDerivedCup()  # E: run return-type
derived_base: Gives[Base] = GivesDerived()
base_derived: Gives[Derived] = GivesBase()  # E: run return-type

# Standard containers


class GivesList:
    def run(self) -> list[int]:
        return []


class GivesOldList:
    def run(self) -> List[int]:
        return []


class GivesBareList:
    def run(self) -> list:  # type: ignore[type-arg]
        return []


class GivesListOfLists:
    def run(self) -> list[list[int]]:
        return []


class GivesSet:
    def run(self) -> set[int]:
        return set()


class GivesFrozen:
    def run(self) -> FrozenSet[int]:
        return frozenset()


class GivesDict:
    def run(self) -> dict[str, int]:
        return {}


class GivesOldDict:
    def run(self) -> Dict[str, int]:
        return {}


class GivesDefault:
    def run(self) -> defaultdict[str, int]:
        return defaultdict(int)


class GivesCounter:
    def run(self) -> Counter[str]:
        return Counter()


class GivesOrdered:
    def run(self) -> OrderedDict[str, int]:
        return OrderedDict()


class GivesChain:
    def run(self) -> collections.ChainMap[str, int]:
        return collections.ChainMap()


class GivesDeque:
    def run(self) -> deque[int]:
        return deque()


class GivesProxy:
    def run(self) -> MappingProxyType[str, int]:
        return MappingProxyType({})


class GivesMapping:
    def run(self) -> Mapping[str, int]:
        return {}


class GivesMutableMapping:
    def run(self) -> MutableMapping[str, int]:
        return {}


class GivesSequence:
    def run(self) -> Sequence[int]:
        return []


class GivesRange:
    def run(self) -> range:
        return range(1)


class GivesIterable:
    def run(self) -> Iterable[int]:
        return []


class GivesIterator:
    def run(self) -> Iterator[int]:
        return iter(())


class GivesGenerator:
    def run(self) -> Generator[int, None, None]:
        yield 1


class GivesKeys:
    def run(self) -> KeysView[str]:
        return {}.keys()


class GivesItems:
    def run(self) -> ItemsView[str, int]:
        return {}.items()


class GivesText:
    def run(self) -> str:
        return "a"


class GivesBytes:
    def run(self) -> bytes:
        return b""


class GivesOptionalList:
    def run(self) -> Optional[list[int]]:
        return None


class GivesUnionOfLists:
    def run(self) -> Union[list[int], tuple[int, ...]]:
        return []


list_list: Gives[list[int]] = GivesList()
list_old: Gives[list[int]] = GivesOldList()
old_list: Gives[List[int]] = GivesList()
list_bare: Gives[list[int]] = GivesBareList()
list_str: Gives[list[str]] = GivesList()  # E: run return-type
list_float: Gives[list[float]] = GivesList()  # S: only a change of the list could object
list_object: Gives[list[object]] = GivesList()  # S: only a change of the list could object
list_tuple: Gives[list[int]] = GivesSequence()  # E: run return-type
list_lists: Gives[list[list[int]]] = GivesListOfLists()
list_lists_str: Gives[list[list[str]]] = GivesListOfLists()  # E: run return-type
list_optional: Gives[list[int]] = GivesOptionalList()  # E: run return-type
list_union: Gives[list[int]] = GivesUnionOfLists()  # E: run return-type
sequence_union: Gives[Sequence[int]] = GivesUnionOfLists()
sequence_list: Gives[Sequence[int]] = GivesList()
sequence_old: Gives[OldSequence[int]] = GivesList()
sequence_float: Gives[Sequence[float]] = GivesList()
sequence_str: Gives[Sequence[str]] = GivesList()  # E: run return-type
sequence_lists: Gives[Sequence[Sequence[float]]] = GivesListOfLists()
sequence_lists_str: Gives[Sequence[Sequence[str]]] = GivesListOfLists()  # E: run return-type
sequence_deque: Gives[Sequence[int]] = GivesDeque()
sequence_deque_str: Gives[Sequence[str]] = GivesDeque()  # E: run return-type
sequence_range: Gives[Sequence[int]] = GivesRange()
sequence_range_str: Gives[Sequence[str]] = GivesRange()  # E: run return-type
sequence_bytes: Gives[Sequence[int]] = GivesBytes()
sequence_iterable: Gives[Sequence[int]] = GivesIterable()  # E: run return-type
sequence_set: Gives[Sequence[int]] = GivesSet()  # E: run return-type
sequence_dict: Gives[Sequence[str]] = GivesDict()  # E: run return-type
mutable_sequence: Gives[MutableSequence[int]] = GivesList()
mutable_sequence_deque: Gives[MutableSequence[int]] = GivesDeque()
mutable_sequence_str: Gives[MutableSequence[str]] = GivesList()  # E: run return-type
mutable_sequence_range: Gives[MutableSequence[int]] = GivesRange()  # E: run return-type
set_set: Gives[set[int]] = GivesSet()
set_str: Gives[set[str]] = GivesSet()  # E: run return-type
set_frozen: Gives[set[int]] = GivesFrozen()  # E: run return-type
abstract_set: Gives[Set[int]] = GivesSet()
abstract_set_frozen: Gives[Set[float]] = GivesFrozen()
abstract_set_str: Gives[Set[str]] = GivesFrozen()  # E: run return-type
abstract_set_keys: Gives[Set[str]] = GivesKeys()
abstract_set_keys_int: Gives[Set[int]] = GivesKeys()  # E: run return-type
abstract_set_list: Gives[Set[int]] = GivesList()  # E: run return-type
mutable_set: Gives[MutableSet[int]] = GivesSet()
mutable_set_frozen: Gives[MutableSet[int]] = GivesFrozen()  # E: run return-type
frozen_float: Gives[frozenset[float]] = GivesFrozen()
frozen_str: Gives[frozenset[str]] = GivesFrozen()  # E: run return-type
dict_dict: Gives[dict[str, int]] = GivesDict()
dict_old: Gives[dict[str, int]] = GivesOldDict()
dict_default: Gives[dict[str, int]] = GivesDefault()
dict_counter: Gives[dict[str, int]] = GivesCounter()
dict_counter_wrong: Gives[dict[int, int]] = GivesCounter()  # E: run return-type
dict_ordered: Gives[dict[str, int]] = GivesOrdered()
dict_chain: Gives[dict[str, int]] = GivesChain()  # E: run return-type
dict_mapping: Gives[dict[str, int]] = GivesMapping()  # E: run return-type
dict_value: Gives[dict[str, str]] = GivesDict()  # E: run return-type
dict_key: Gives[dict[int, int]] = GivesDict()  # E: run return-type
default_dict: Gives[defaultdict[str, int]] = GivesDict()  # E: run return-type
mapping_dict: Gives[Mapping[str, int]] = GivesDict()
mapping_float: Gives[Mapping[str, float]] = GivesDict()
mapping_object: Gives[Mapping[str, object]] = GivesDict()
mapping_counter: Gives[Mapping[str, int]] = GivesCounter()
mapping_counter_wrong: Gives[Mapping[str, str]] = GivesCounter()  # E: run return-type
mapping_chain: Gives[Mapping[str, int]] = GivesChain()
mapping_chain_wrong: Gives[Mapping[str, str]] = GivesChain()  # E: run return-type
mapping_proxy: Gives[Mapping[str, int]] = GivesProxy()
mapping_proxy_wrong: Gives[Mapping[str, str]] = GivesProxy()  # E: run return-type
mapping_value: Gives[Mapping[str, str]] = GivesDict()  # E: run return-type
mapping_key: Gives[Mapping[int, int]] = GivesDict()  # E: run return-type
mapping_list: Gives[Mapping[int, int]] = GivesList()  # E: run return-type
mutable_mapping: Gives[MutableMapping[str, int]] = GivesDict()
mutable_mapping_proxy: Gives[MutableMapping[str, int]] = GivesProxy()  # E: run return-type
mutable_mapping_mapping: Gives[MutableMapping[str, int]] = GivesMapping()  # E: run return-type
mutable_mapping_value: Gives[MutableMapping[str, str]] = GivesDict()  # E: run return-type
mapping_mutable: Gives[Mapping[str, float]] = GivesMutableMapping()
iterable_list: Gives[Iterable[int]] = GivesList()
iterable_list_str: Gives[Iterable[str]] = GivesList()  # E: run return-type
iterable_dict: Gives[Iterable[str]] = GivesDict()
iterable_dict_values: Gives[Iterable[int]] = GivesDict()  # E: run return-type
iterable_mapping: Gives[Iterable[int]] = GivesMapping()  # E: run return-type
iterable_items: Gives[Iterable[tuple[str, int]]] = GivesItems()
iterable_items_wrong: Gives[Iterable[str]] = GivesItems()  # E: run return-type
iterable_text: Gives[Iterable[str]] = GivesText()
iterable_text_int: Gives[Iterable[int]] = GivesText()  # E: run return-type
iterable_generator: Gives[Iterable[int]] = GivesGenerator()
iterable_generator_str: Gives[Iterable[str]] = GivesGenerator()  # E: run return-type
iterator_iterator: Gives[Iterator[int]] = GivesIterator()
iterator_generator: Gives[Iterator[float]] = GivesGenerator()
iterator_list: Gives[Iterator[int]] = GivesList()  # E: run return-type
generator_iterator: Gives[Generator[int, None, None]] = GivesIterator()  # E: run return-type
collection_list: Gives[Collection[int]] = GivesList()
collection_set_str: Gives[Collection[str]] = GivesSet()  # E: run return-type
collection_iterator: Gives[Collection[int]] = GivesIterator()  # E: run return-type
container_list: Gives[Container[int]] = GivesList()
container_range: Gives[Container[int]] = GivesRange()
sized_dict: Gives[Sized] = GivesDict()
sized_iterator: Gives[Sized] = GivesIterator()  # E: run return-type
reversible_list: Gives[Reversible[int]] = GivesList()
reversible_set: Gives[Reversible[int]] = GivesSet()  # E: run return-type
hashable_frozen: Gives[Hashable] = GivesFrozen()
hashable_dict: Gives[Hashable] = GivesDict()  # E: run return-type

# Parameters


class TakesList:
    def run(self, value: list[int], /) -> None: ...


class TakesSequence:
    def run(self, value: Sequence[int], /) -> None: ...


class TakesIterableOfObjects:
    def run(self, value: Iterable[object], /) -> None: ...


class TakesMapping:
    def run(self, value: Mapping[str, object], /) -> None: ...


class TakesDict:
    def run(self, value: dict[str, int], /) -> None: ...


class TakesSized:
    def run(self, value: Sized, /) -> None: ...


class TakesBoxOfAny:
    def run(self, value: Box[Any], /) -> None: ...


class TakesBoxOfStr:
    def run(self, value: Box[str], /) -> None: ...


takes_list: Takes[list[int]] = TakesList()
takes_sequence: Takes[list[int]] = TakesSequence()
takes_sequence_tuple: Takes[tuple[int, int]] = TakesSequence()
takes_sequence_str: Takes[list[str]] = TakesSequence()  # E: run parameter-type
takes_sequence_text: Takes[str] = TakesSequence()  # E: run parameter-type
takes_objects: Takes[dict[str, int]] = TakesIterableOfObjects()
takes_objects_int: Takes[int] = TakesIterableOfObjects()  # E: run parameter-type
takes_list_sequence: Takes[Sequence[int]] = TakesList()  # E: run parameter-type
takes_mapping: Takes[dict[str, int]] = TakesMapping()
takes_mapping_key: Takes[dict[int, int]] = TakesMapping()  # E: run parameter-type
takes_dict: Takes[defaultdict[str, int]] = TakesDict()
takes_dict_mapping: Takes[Mapping[str, int]] = TakesDict()  # E: run parameter-type
takes_sized: Takes[Sequence[int]] = TakesSized()
takes_sized_iterator: Takes[Iterator[int]] = TakesSized()  # E: run parameter-type
takes_box: Takes[Box[int]] = TakesBoxOfAny()
takes_box_str: Takes[Box[int]] = TakesBoxOfStr()  # E: run parameter-type

# Other classes of the standard library


class GivesPath:
    def run(self) -> pathlib.Path:
        return pathlib.Path()


class GivesPurePath:
    def run(self) -> pathlib.PurePath:
        return pathlib.PurePath()


class GivesTime:
    def run(self) -> datetime.datetime:
        return datetime.datetime.now()


class GivesDate:
    def run(self) -> datetime.date:
        return datetime.date.today()


class GivesDecimal:
    def run(self) -> decimal.Decimal:
        return decimal.Decimal()


class GivesFraction:
    def run(self) -> fractions.Fraction:
        return fractions.Fraction()


class GivesPattern:
    def run(self) -> re.Pattern[str]:
        return re.compile("")


class GivesUUID:
    def run(self) -> uuid.UUID:
        return uuid.uuid4()


class GivesOSError:
    def run(self) -> OSError:
        return OSError()


class GivesManager:
    def run(self) -> AbstractContextManager[int]:
        return contextlib.nullcontext(1)


class GivesNullContext:
    def run(self) -> contextlib.nullcontext[int]:
        return contextlib.nullcontext(1)


class GivesExitStack:
    def run(self) -> contextlib.ExitStack:
        return contextlib.ExitStack()


class GivesTraceback:
    def run(self) -> TracebackType | None:
        return None


class GivesAsyncGenerator:
    def run(self) -> AsyncGenerator[int, None]:
        raise LookupError


class GivesAsyncIterable:
    def run(self) -> AsyncIterable[int]:
        raise LookupError


class GivesCoroutine:
    def run(self) -> Coroutine[Any, Any, int]:
        raise LookupError


path_path: Gives[pathlib.Path] = GivesPath()
path_pure: Gives[pathlib.PurePath] = GivesPath()
path_path_pure: Gives[pathlib.Path] = GivesPurePath()  # E: run return-type
path_text: Gives[pathlib.Path] = GivesText()  # E: run return-type
text_path: Gives[str] = GivesPath()  # E: run return-type
date_time: Gives[datetime.date] = GivesTime()
time_date: Gives[datetime.datetime] = GivesDate()  # E: run return-type
float_decimal: Gives[float] = GivesDecimal()  # E: run return-type
decimal_decimal: Gives[decimal.Decimal] = GivesDecimal()
float_fraction: Gives[float] = GivesFraction()  # E: run return-type
pattern: Gives[re.Pattern[str]] = GivesPattern()
pattern_bytes: Gives[re.Pattern[bytes]] = GivesPattern()  # E: run return-type
uuid_text: Gives[str] = GivesUUID()  # E: run return-type
os_error: Gives[Exception] = GivesOSError()
os_error_value: Gives[ValueError] = GivesOSError()  # E: run return-type
manager: Gives[AbstractContextManager[int]] = GivesManager()
manager_old: Gives[ContextManager[int]] = GivesManager()
manager_null: Gives[AbstractContextManager[int]] = GivesNullContext()
manager_null_wrong: Gives[AbstractContextManager[str]] = GivesNullContext()  # E: run return-type
manager_stack: Gives[AbstractContextManager[contextlib.ExitStack]] = GivesExitStack()
manager_text: Gives[AbstractContextManager[str]] = GivesManager()  # E: run return-type
manager_path: Gives[AbstractContextManager[int]] = GivesText()  # E: run return-type
traceback: Gives[TracebackType | None] = GivesTraceback()
traceback_required: Gives[TracebackType] = GivesTraceback()  # E: run return-type
async_iterator: Gives[AsyncIterator[int]] = GivesAsyncGenerator()
async_iterator_str: Gives[AsyncIterator[str]] = GivesAsyncGenerator()  # E: run return-type
async_iterable: Gives[AsyncIterable[int]] = GivesAsyncGenerator()
async_iterator_iterable: Gives[AsyncIterator[int]] = GivesAsyncIterable()  # E: run return-type
coroutine: Gives[Coroutine[Any, Any, int]] = GivesCoroutine()
coroutine_str: Gives[Coroutine[Any, Any, str]] = GivesCoroutine()  # E: run return-type
