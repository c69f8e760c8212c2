"""Values of TypedDict keys: scalars, containers of every kind with the place of the fault, classes, protocols, Any."""

import array
import collections
import datetime
import decimal
import enum
import fractions
import os
import pathlib
import re
import types
import uuid
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque
from collections.abc import (
    Collection,
    Container,
    Hashable,
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
    ValuesView,
)
from dataclasses import dataclass
from typing import Any, Dict, Final, FrozenSet, List, Literal, NamedTuple, NewType, Optional, Protocol, TypeVar, Union
from typing import Set as OldSet

from typing_extensions import Annotated, LiteralString, TypedDict

T = TypeVar("T")
UserId = NewType("UserId", int)


class Color(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


class Mode(enum.StrEnum):
    READ = "r"


class Flags(enum.Flag):
    A = 1
    B = 2


# Scalars


class Scalars(TypedDict, total=False):
    text: str
    number: int
    real: float
    imaginary: complex
    flag: bool
    data: bytes
    nothing: None
    anything: Any
    thing: object
    optional: int | None
    old_optional: Optional[str]
    either: Union[int, str]
    number_or_flag: int | bool
    literal: Literal["a", "b"]
    mixed_literal: Literal[1, "one", True, None]
    literal_member: Literal[Color.RED]
    literal_bytes: Literal[b"a"]
    literal_text: LiteralString
    user: UserId
    annotated: Annotated[int, "whatever"]
    color: Color
    level: Level
    mode: Mode
    flags: Flags


text: Scalars = {"text": "a"}
text_int: Scalars = {"text": 1}  # E: text wrong-value
text_bytes: Scalars = {"text": b"a"}  # E: text wrong-value
text_enum: Scalars = {"text": Mode.READ}
text_color: Scalars = {"text": Color.RED}  # E: text wrong-value
number: Scalars = {"number": 1}
number_text: Scalars = {"number": "1"}  # E: number wrong-value
number_float: Scalars = {"number": 1.0}  # E: number wrong-value
number_bool: Scalars = {"number": True}  # R: number wrong-value -- a bool is no int here
number_level: Scalars = {"number": Level.LOW}
real: Scalars = {"real": 1.5}
real_int: Scalars = {"real": 1}
real_bool: Scalars = {"real": False}  # R: real wrong-value -- a bool is no float here
real_complex: Scalars = {"real": 1j}  # E: real wrong-value
real_decimal: Scalars = {"real": decimal.Decimal("1.5")}  # E: real wrong-value
real_fraction: Scalars = {"real": fractions.Fraction(1, 2)}  # E: real wrong-value
real_text: Scalars = {"real": "1.5"}  # E: real wrong-value
imaginary: Scalars = {"imaginary": 1j}
imaginary_real: Scalars = {"imaginary": 1.5}
imaginary_int: Scalars = {"imaginary": 1}
imaginary_bool: Scalars = {"imaginary": True}  # R: imaginary wrong-value -- a bool is no complex here
flag: Scalars = {"flag": True}
flag_int: Scalars = {"flag": 1}  # E: flag wrong-value
flag_none: Scalars = {"flag": None}  # E: flag none-for-absent-key
data: Scalars = {"data": b"a"}
data_text: Scalars = {"data": "a"}  # E: data wrong-value
data_array: Scalars = {"data": bytearray(b"a")}  # E: data wrong-value
data_view: Scalars = {"data": memoryview(b"a")}  # E: data wrong-value
nothing: Scalars = {"nothing": None}
nothing_int: Scalars = {"nothing": 0}  # E: nothing wrong-value
anything: Scalars = {"anything": object()}
anything_none: Scalars = {"anything": None}
thing: Scalars = {"thing": 1}
thing_none: Scalars = {"thing": None}
optional: Scalars = {"optional": 1}
optional_none: Scalars = {"optional": None}
optional_text: Scalars = {"optional": "a"}  # E: optional wrong-value
optional_bool: Scalars = {"optional": True}  # R: optional wrong-value -- a bool is no int here
old_optional: Scalars = {"old_optional": None}
old_optional_int: Scalars = {"old_optional": 1}  # E: old_optional wrong-value
either_int: Scalars = {"either": 1}
either_text: Scalars = {"either": "a"}
either_none: Scalars = {"either": None}  # E: either none-for-absent-key
either_bytes: Scalars = {"either": b"a"}  # E: either wrong-value
either_bool: Scalars = {"either": True}  # R: either wrong-value -- a bool is no int here
number_or_flag: Scalars = {"number_or_flag": True}
literal: Scalars = {"literal": "a"}
literal_other: Scalars = {"literal": "c"}  # E: literal wrong-literal
literal_int: Scalars = {"literal": 1}  # E: literal wrong-literal
literal_none: Scalars = {"literal": None}  # E: literal none-for-absent-key
mixed_literal: Scalars = {"mixed_literal": "one"}
mixed_literal_true: Scalars = {"mixed_literal": True}
mixed_literal_none: Scalars = {"mixed_literal": None}
mixed_literal_false: Scalars = {"mixed_literal": False}  # E: mixed_literal wrong-literal
mixed_literal_float: Scalars = {"mixed_literal": 1.0}  # E: mixed_literal wrong-literal
literal_member: Scalars = {"literal_member": Color.RED}
literal_other_member: Scalars = {"literal_member": Color.BLUE}  # E: literal_member wrong-literal
literal_member_value: Scalars = {"literal_member": "red"}  # E: literal_member wrong-literal
literal_bytes: Scalars = {"literal_bytes": b"a"}
literal_bytes_text: Scalars = {"literal_bytes": "a"}  # E: literal_bytes wrong-literal
literal_text: Scalars = {"literal_text": "a"}
literal_text_int: Scalars = {"literal_text": 1}  # E: literal_text wrong-value
literal_text_made: Scalars = {"literal_text": str(1)}  # S: whether a text is a literal one is not known at run time
user: Scalars = {"user": UserId(1)}
user_int: Scalars = {"user": 1}  # S: a NewType leaves no trace in its values
user_text: Scalars = {"user": "a"}  # E: user wrong-value
user_bool: Scalars = {"user": UserId(True)}  # R: user wrong-value -- a bool is no int here
annotated: Scalars = {"annotated": 1}
annotated_text: Scalars = {"annotated": "a"}  # E: annotated wrong-value
color: Scalars = {"color": Color.RED}
color_value: Scalars = {"color": "red"}  # E: color wrong-value
color_class: Scalars = {"color": Color}  # E: color wrong-value
level_int: Scalars = {"level": 1}  # E: level wrong-value
mode_text: Scalars = {"mode": "r"}  # E: mode wrong-value
flags: Scalars = {"flags": Flags.A | Flags.B}
flags_int: Scalars = {"flags": 3}  # E: flags wrong-value

# Sequences


class Sequences(TypedDict, total=False):
    items: list[int]
    old_items: List[int]
    bare: list
    texts: list[str]
    sequence: Sequence[int]
    text_sequence: Sequence[str]
    bytes_sequence: Sequence[bytes]
    object_sequence: Sequence[object]
    bare_sequence: Sequence
    mutable: MutableSequence[int]
    queue: deque[int]
    user_list: UserList[int]
    nested: Sequence[Sequence[int]]
    optional: Sequence[int] | None
    optional_items: list[int | None]
    reals: list[float]
    literals: list[Literal["a", "b"]]
    colors: list[Color]
    array: "array.array[int]"


items: Sequences = {"items": [1, 2]}
items_wrong: Sequences = {"items": [1, "a"]}  # E: items[1] wrong-value
items_all_wrong: Sequences = {"items": ["a", None, 1.5]}  # E: items[0] wrong-value; items[1] wrong-value; items[2] wrong-value
items_bool: Sequences = {"items": [1, True]}  # R: items[1] wrong-value -- a bool is no int here
items_tuple: Sequences = {"items": (1, 2)}  # E: items wrong-value
items_set: Sequences = {"items": {1}}  # E: items wrong-value
items_dict: Sequences = {"items": {1: 2}}  # E: items wrong-value
items_range: Sequences = {"items": range(2)}  # E: items wrong-value
items_generator: Sequences = {"items": (each for each in [1])}  # E: items wrong-value
old_items_wrong: Sequences = {"old_items": ["a"]}  # E: old_items[0] wrong-value
bare: Sequences = {"bare": [1, "a"]}
bare_tuple: Sequences = {"bare": (1,)}  # E: bare wrong-value
texts_text: Sequences = {"texts": "ab"}  # E: texts wrong-value
texts_bytes: Sequences = {"texts": [b"a"]}  # E: texts[0] wrong-value
sequence_list: Sequences = {"sequence": [1]}
sequence_tuple: Sequences = {"sequence": (1, 2)}
sequence_range: Sequences = {"sequence": range(2)}
sequence_deque: Sequences = {"sequence": deque([1])}
sequence_array: Sequences = {"sequence": array.array("i", [1])}
sequence_user_list: Sequences = {"sequence": UserList([1])}
sequence_bytes: Sequences = {"sequence": b"ab"}  # R: sequence wrong-value -- bytes are no sequence of numbers here
sequence_byte_array: Sequences = {"sequence": bytearray(b"ab")}  # R: sequence wrong-value -- bytes are no sequence of numbers here
sequence_wrong: Sequences = {"sequence": (1, "a")}  # E: sequence[1] wrong-value
sequence_deque_wrong: Sequences = {"sequence": deque(["a"])}  # E: sequence[0] wrong-value
sequence_set: Sequences = {"sequence": {1}}  # E: sequence wrong-value
sequence_iterator: Sequences = {"sequence": iter([1])}  # E: sequence wrong-value
sequence_dict: Sequences = {"sequence": {}}  # E: sequence wrong-value
sequence_text: Sequences = {"sequence": "ab"}  # E: sequence wrong-value
sequence_bool: Sequences = {"sequence": [True]}  # R: sequence[0] wrong-value -- a bool is no int here
text_sequence: Sequences = {"text_sequence": ["a"]}
text_sequence_text: Sequences = {"text_sequence": "ab"}  # R: text_sequence wrong-value -- a text is no sequence of texts here
text_sequence_wrong: Sequences = {"text_sequence": [1]}  # E: text_sequence[0] wrong-value
bytes_sequence: Sequences = {"bytes_sequence": [b"a"]}
bytes_sequence_bytes: Sequences = {"bytes_sequence": b"ab"}  # E: bytes_sequence wrong-value
object_sequence: Sequences = {"object_sequence": [1, "a"]}
object_sequence_text: Sequences = {"object_sequence": "ab"}  # R: object_sequence wrong-value -- a text is no sequence here
bare_sequence: Sequences = {"bare_sequence": (1,)}
bare_sequence_set: Sequences = {"bare_sequence": {1}}  # E: bare_sequence wrong-value
mutable: Sequences = {"mutable": [1]}
mutable_wrong: Sequences = {"mutable": ["a"]}  # E: mutable[0] wrong-value
mutable_tuple: Sequences = {"mutable": (1,)}  # E: mutable wrong-value
queue: Sequences = {"queue": deque([1])}
queue_wrong: Sequences = {"queue": deque([1, "a"])}  # E: queue[1] wrong-value
queue_list: Sequences = {"queue": [1]}  # E: queue wrong-value
user_list: Sequences = {"user_list": UserList([1])}
user_list_wrong: Sequences = {"user_list": UserList(["a"])}  # E: user_list[0] wrong-value
nested: Sequences = {"nested": [[1], (2,)]}
nested_wrong: Sequences = {"nested": [[1], [2, "a"]]}  # E: nested[1][1] wrong-value
nested_flat: Sequences = {"nested": [1]}  # E: nested[0] wrong-value
optional_sequence: Sequences = {"optional": None}
optional_sequence_wrong: Sequences = {"optional": ["a"]}  # E: optional[0] wrong-value
optional_sequence_text: Sequences = {"optional": 1}  # E: optional wrong-value
optional_items: Sequences = {"optional_items": [1, None]}
optional_items_wrong: Sequences = {"optional_items": [None, "a"]}  # E: optional_items[1] wrong-value
reals: Sequences = {"reals": [1, 1.5]}
reals_wrong: Sequences = {"reals": [1, "a"]}  # E: reals[1] wrong-value
literals: Sequences = {"literals": ["a", "b"]}
literals_wrong: Sequences = {"literals": ["a", "c"]}  # E: literals[1] wrong-literal
colors_wrong: Sequences = {"colors": [Color.RED, "blue"]}  # E: colors[1] wrong-value

# Collections, iterables and sets


class Collections(TypedDict, total=False):
    iterable: Iterable[int]
    text_iterable: Iterable[str]
    collection: Collection[int]
    text_collection: Collection[str]
    container: Container[int]
    reversible: Reversible[int]
    iterator: Iterator[int]
    sized: Sized
    hashable: Hashable
    a_set: set[int]
    old_set: OldSet[int]
    frozen: frozenset[int]
    old_frozen: FrozenSet[str]
    abstract: Set[int]
    text_abstract: Set[str]
    mutable: MutableSet[int]
    keys: KeysView[str]
    values: ValuesView[int]
    bare_iterable: Iterable
    pairs: Iterable[tuple[str, int]]
    sets: list[set[str]]


iterable_list: Collections = {"iterable": [1]}
iterable_tuple: Collections = {"iterable": (1,)}
iterable_set: Collections = {"iterable": {1}}
iterable_dict: Collections = {"iterable": {1: "a"}}
iterable_range: Collections = {"iterable": range(2)}
iterable_generator: Collections = {"iterable": (each for each in [1])}
iterable_iterator_wrong: Collections = {"iterable": iter(["a"])}  # S: looking at the items of an iterator would use them up
iterable_list_wrong: Collections = {"iterable": [1, "a"]}  # E: iterable[1] wrong-value
iterable_tuple_wrong: Collections = {"iterable": ("a",)}  # E: iterable[0] wrong-value
iterable_set_wrong: Collections = {"iterable": {"a"}}  # E: iterable['a'] wrong-value
iterable_frozen_wrong: Collections = {"iterable": frozenset({"a"})}  # E: iterable['a'] wrong-value
iterable_dict_wrong: Collections = {"iterable": {"a": 1}}  # E: iterable['a'] wrong-value
iterable_deque_wrong: Collections = {"iterable": deque([1, "a"])}  # E: iterable[1] wrong-value
iterable_bool: Collections = {"iterable": [True]}  # R: iterable[0] wrong-value -- a bool is no int here
iterable_int: Collections = {"iterable": 1}  # E: iterable wrong-value
iterable_text: Collections = {"iterable": "ab"}  # E: iterable wrong-value
text_iterable: Collections = {"text_iterable": ["a"]}
text_iterable_dict: Collections = {"text_iterable": {"a": 1}}
text_iterable_text: Collections = {"text_iterable": "ab"}  # R: text_iterable wrong-value -- a text is no iterable of texts here
collection_list: Collections = {"collection": [1]}
collection_set: Collections = {"collection": {1}}
collection_wrong: Collections = {"collection": [1, None]}  # E: collection[1] wrong-value
collection_set_wrong: Collections = {"collection": {"a"}}  # E: collection['a'] wrong-value
collection_iterator: Collections = {"collection": iter([1])}  # E: collection wrong-value
collection_bytes: Collections = {"collection": b"ab"}  # R: collection wrong-value -- bytes are no collection of numbers here
text_collection_text: Collections = {"text_collection": "ab"}  # R: text_collection wrong-value -- a text is no collection of texts here
container: Collections = {"container": [1]}
container_int: Collections = {"container": 1}  # E: container wrong-value
reversible: Collections = {"reversible": [1]}
reversible_wrong: Collections = {"reversible": ["a"]}  # E: reversible[0] wrong-value
reversible_set: Collections = {"reversible": {1}}  # E: reversible wrong-value
iterator: Collections = {"iterator": iter([1])}
iterator_list: Collections = {"iterator": [1]}  # E: iterator wrong-value
sized: Collections = {"sized": [1]}
sized_text: Collections = {"sized": "a"}
sized_int: Collections = {"sized": 1}  # E: sized wrong-value
hashable: Collections = {"hashable": (1,)}
hashable_text: Collections = {"hashable": "a"}
hashable_list: Collections = {"hashable": [1]}  # E: hashable wrong-value
a_set: Collections = {"a_set": {1}}
a_set_wrong: Collections = {"a_set": {"a"}}  # E: a_set['a'] wrong-value
a_set_frozen: Collections = {"a_set": frozenset({1})}  # E: a_set wrong-value
a_set_list: Collections = {"a_set": [1]}  # E: a_set wrong-value
a_set_bool: Collections = {"a_set": {True}}  # R: a_set[True] wrong-value -- a bool is no int here
old_set_wrong: Collections = {"old_set": {None}}  # E: old_set[None] wrong-value
frozen: Collections = {"frozen": frozenset({1})}
frozen_wrong: Collections = {"frozen": frozenset({"a"})}  # E: frozen['a'] wrong-value
frozen_set: Collections = {"frozen": {1}}  # E: frozen wrong-value
old_frozen_wrong: Collections = {"old_frozen": frozenset({1})}  # E: old_frozen[1] wrong-value
abstract: Collections = {"abstract": {1}}
abstract_frozen: Collections = {"abstract": frozenset({1})}
abstract_keys: Collections = {"abstract": {1: 2}.keys()}
abstract_wrong: Collections = {"abstract": {"a"}}  # E: abstract['a'] wrong-value
abstract_keys_wrong: Collections = {"abstract": {"a": 2}.keys()}  # E: abstract['a'] wrong-value
abstract_list: Collections = {"abstract": [1]}  # E: abstract wrong-value
text_abstract_text: Collections = {"text_abstract": "ab"}  # E: text_abstract wrong-value
mutable_set: Collections = {"mutable": {1}}
mutable_set_wrong: Collections = {"mutable": {"a"}}  # E: mutable['a'] wrong-value
mutable_set_frozen: Collections = {"mutable": frozenset({1})}  # E: mutable wrong-value
keys: Collections = {"keys": {"a": 1}.keys()}
keys_wrong: Collections = {"keys": {1: 1}.keys()}  # E: keys[1] wrong-value
values: Collections = {"values": {"a": 1}.values()}
values_wrong: Collections = {"values": {"a": "b"}.values()}  # E: values[0] wrong-value
values_list: Collections = {"values": [1]}  # E: values wrong-value
bare_iterable: Collections = {"bare_iterable": {1, "a"}}
bare_iterable_int: Collections = {"bare_iterable": 1}  # E: bare_iterable wrong-value
pairs: Collections = {"pairs": [("a", 1)]}
pairs_items: Collections = {"pairs": {"a": 1}.items()}
pairs_wrong: Collections = {"pairs": [("a", 1), ("b", "c")]}  # E: pairs[1][1] wrong-value
sets: Collections = {"sets": [{"a"}, set()]}
sets_wrong: Collections = {"sets": [{"a"}, {1}]}  # E: sets[1][1] wrong-value

# Mappings


class Mappings(TypedDict, total=False):
    plain: dict[str, int]
    old: Dict[str, int]
    bare: dict
    mapping: Mapping[str, int]
    mutable: MutableMapping[str, int]
    default: defaultdict[str, int]
    counter: Counter[str]
    ordered: OrderedDict[str, int]
    chain: ChainMap[str, int]
    proxy: types.MappingProxyType[str, int]
    by_number: Mapping[int, str]
    by_pair: Mapping[tuple[str, int], bool]
    objects: Mapping[str, object]
    anything: dict[str, Any]
    nested: Mapping[str, Mapping[str, Sequence[int]]]
    optional: dict[str, int | None] | None
    by_color: dict[Color, int]


plain_dict: Mappings = {"plain": {"a": 1}}
plain_value: Mappings = {"plain": {"a": 1, "b": "c"}}  # E: plain['b'] wrong-value
plain_key: Mappings = {"plain": {1: 1}}  # E: plain[1] wrong-value
plain_both: Mappings = {"plain": {1: "a"}}  # E: plain[1] wrong-value
plain_bool: Mappings = {"plain": {"a": True}}  # R: plain['a'] wrong-value -- a bool is no int here
plain_none: Mappings = {"plain": {"a": None}}  # E: plain['a'] wrong-value
plain_list: Mappings = {"plain": [("a", 1)]}  # E: plain wrong-value
plain_proxy: Mappings = {"plain": types.MappingProxyType({"a": 1})}  # E: plain wrong-value
plain_counter: Mappings = {"plain": Counter[str]("a")}
plain_default: Mappings = {"plain": defaultdict[str, int](int, a=1)}
plain_ordered_wrong: Mappings = {"plain": OrderedDict[str, str](a="b")}  # E: plain['a'] wrong-value
old_dict_wrong: Mappings = {"old": {"a": "b"}}  # E: old['a'] wrong-value
bare_dict: Mappings = {"bare": {1: "a"}}
bare_dict_list: Mappings = {"bare": []}  # E: bare wrong-value
mapping: Mappings = {"mapping": {"a": 1}}
mapping_proxy: Mappings = {"mapping": types.MappingProxyType({"a": 1})}
mapping_chain: Mappings = {"mapping": ChainMap({"a": 1})}
mapping_user: Mappings = {"mapping": UserDict({"a": 1})}
mapping_environment: Mappings = {"objects": os.environ}
mapping_value: Mappings = {"mapping": {"a": "b"}}  # E: mapping['a'] wrong-value
mapping_proxy_wrong: Mappings = {"mapping": types.MappingProxyType({"a": "b"})}  # E: mapping['a'] wrong-value
mapping_chain_wrong: Mappings = {"mapping": ChainMap({"a": "b"})}  # E: mapping['a'] wrong-value
mapping_user_wrong: Mappings = {"mapping": UserDict({"a": "b"})}  # E: mapping['a'] wrong-value
mapping_list: Mappings = {"mapping": [1]}  # E: mapping wrong-value
mapping_text: Mappings = {"mapping": "a"}  # E: mapping wrong-value
mutable_mapping: Mappings = {"mutable": {"a": 1}}
mutable_mapping_wrong: Mappings = {"mutable": {"a": "b"}}  # E: mutable['a'] wrong-value
mutable_mapping_proxy: Mappings = {"mutable": types.MappingProxyType({"a": 1})}  # E: mutable wrong-value
default: Mappings = {"default": defaultdict(int, a=1)}
default_wrong: Mappings = {"default": defaultdict[str, str](str, a="b")}  # E: default['a'] wrong-value
default_dict: Mappings = {"default": {"a": 1}}  # E: default wrong-value
counter: Mappings = {"counter": Counter("ab")}
counter_wrong: Mappings = {"counter": Counter([1])}  # E: counter[1] wrong-value
counter_dict: Mappings = {"counter": {"a": 1}}  # E: counter wrong-value
ordered: Mappings = {"ordered": OrderedDict(a=1)}
ordered_wrong: Mappings = {"ordered": OrderedDict(a="b")}  # E: ordered['a'] wrong-value
ordered_dict: Mappings = {"ordered": {"a": 1}}  # E: ordered wrong-value
chain: Mappings = {"chain": ChainMap({"a": 1})}
chain_wrong: Mappings = {"chain": ChainMap({"a": "b"})}  # E: chain['a'] wrong-value
proxy: Mappings = {"proxy": types.MappingProxyType({"a": 1})}
proxy_wrong: Mappings = {"proxy": types.MappingProxyType({"a": "b"})}  # E: proxy['a'] wrong-value
by_number: Mappings = {"by_number": {1: "a"}}
by_number_wrong: Mappings = {"by_number": {"1": "a"}}  # E: by_number['1'] wrong-value
by_number_value: Mappings = {"by_number": {1: 2}}  # E: by_number[1] wrong-value
by_pair: Mappings = {"by_pair": {("a", 1): True}}
objects: Mappings = {"objects": {"a": object()}}
objects_key: Mappings = {"objects": {1: object()}}  # E: objects[1] wrong-value
anything_dict: Mappings = {"anything": {"a": [1, {"b": None}]}}
nested_mapping: Mappings = {"nested": {"a": {"b": [1]}}}
nested_mapping_wrong: Mappings = {"nested": {"a": {"b": [1, "c"]}}}  # E: nested['a']['b'][1] wrong-value
nested_mapping_flat: Mappings = {"nested": {"a": [1]}}  # E: nested['a'] wrong-value
optional_mapping: Mappings = {"optional": {"a": None}}
optional_mapping_none: Mappings = {"optional": None}
optional_mapping_wrong: Mappings = {"optional": {"a": "b"}}  # E: optional['a'] wrong-value
by_color: Mappings = {"by_color": {Color.RED: 1}}

# Classes and protocols as types of values


class Shape(Protocol):
    def area(self) -> float: ...


class HasName(Protocol):
    @property
    def name(self) -> str: ...


class Square:
    name = "square"

    def area(self) -> float:
        return 1.0


class Line:
    name = 1

    def area(self) -> str:
        return "a"


@dataclass
class Point:
    x: int
    y: int


class Row(NamedTuple):
    x: int
    y: int


class Inner(TypedDict):
    name: str


class Objects(TypedDict, total=False):
    time: datetime.datetime
    date: datetime.date
    span: datetime.timedelta
    amount: decimal.Decimal
    path: pathlib.Path
    path_like: os.PathLike[str]
    identifier: uuid.UUID
    pattern: re.Pattern[str]
    error: Exception
    point: Point
    row: Row
    shape: Shape
    shapes: Sequence[Shape]
    named: HasName
    inner: Inner
    inner_or_text: Inner | str
    shape_or_none: Shape | None
    module: types.ModuleType
    function: types.FunctionType
    a_class: type
    quoted: "Point"
    quoted_item: list["Point"]


time: Objects = {"time": datetime.datetime(2026, 1, 1)}
time_date: Objects = {"time": datetime.date(2026, 1, 1)}  # E: time wrong-value
time_text: Objects = {"time": "2026-01-01"}  # E: time wrong-value
date_time: Objects = {"date": datetime.datetime(2026, 1, 1)}
date: Objects = {"date": datetime.date(2026, 1, 1)}
span_int: Objects = {"span": 1}  # E: span wrong-value
amount: Objects = {"amount": decimal.Decimal(1)}
amount_int: Objects = {"amount": 1}  # E: amount wrong-value
path: Objects = {"path": pathlib.Path("a")}
path_text: Objects = {"path": "a"}  # E: path wrong-value
path_pure: Objects = {"path": pathlib.PurePath("a")}  # E: path wrong-value
path_like: Objects = {"path_like": pathlib.PurePath("a")}
path_like_text: Objects = {"path_like": "a"}  # E: path_like wrong-value
identifier: Objects = {"identifier": uuid.UUID(int=1)}
identifier_text: Objects = {"identifier": str(uuid.UUID(int=1))}  # E: identifier wrong-value
pattern: Objects = {"pattern": re.compile("a")}
pattern_text: Objects = {"pattern": "a"}  # E: pattern wrong-value
error: Objects = {"error": ValueError()}
error_class: Objects = {"error": ValueError}  # E: error wrong-value
point: Objects = {"point": Point(1, 2)}
point_row: Objects = {"point": Row(1, 2)}  # E: point wrong-value
point_class: Objects = {"point": Point}  # E: point wrong-value
row: Objects = {"row": Row(1, 2)}
row_tuple: Objects = {"row": (1, 2)}  # E: row wrong-value
shape: Objects = {"shape": Square()}
shape_result: Objects = {"shape": Line()}  # E: shape.area return-type
shape_missing: Objects = {"shape": Point(1, 2)}  # E: shape.area missing-member
shapes: Objects = {"shapes": [Square(), Square()]}
shapes_wrong: Objects = {"shapes": [Square(), Line(), Point(1, 2)]}  # E: shapes[1].area return-type; shapes[2].area missing-member
named: Objects = {"named": Square()}
named_wrong: Objects = {"named": Line()}  # E: named.name wrong-value
named_missing: Objects = {"named": Point(1, 2)}  # E: named.name missing-property
inner: Objects = {"inner": {"name": "a"}}
inner_or_text: Objects = {"inner_or_text": "a"}
inner_or_text_wrong: Objects = {"inner_or_text": {"name": 1}}  # E: inner_or_text.name wrong-value
inner_or_text_int: Objects = {"inner_or_text": 1}  # E: inner_or_text wrong-value
shape_or_none: Objects = {"shape_or_none": None}
shape_or_none_wrong: Objects = {"shape_or_none": Line()}  # E: shape_or_none.area return-type
module: Objects = {"module": types}
module_text: Objects = {"module": "types"}  # E: module wrong-value
a_class: Objects = {"a_class": Point}
a_class_instance: Objects = {"a_class": Point(1, 2)}  # E: a_class wrong-value
quoted: Objects = {"quoted": Point(1, 2), "quoted_item": [Point(1, 2)]}
quoted_wrong: Objects = {"quoted": 1, "quoted_item": [2]}  # E: quoted wrong-value; quoted_item[0] wrong-value


def hidden(value: Any) -> Any:
    return value


class Hostile(Mapping[str, int]):
    def __getitem__(self, key: str) -> int:
        raise RuntimeError

    def __iter__(self) -> Iterator[str]:
        raise RuntimeError

    def __len__(self) -> int:
        return 1


hostile: Mappings = {"mapping": Hostile()}  # R: mapping unverifiable -- it raises when it is read
hidden_wrong: Scalars = {"number": hidden("a")}  # R: number wrong-value -- what is typed as Any is looked at
hidden_counter: Mappings = {"counter": hidden(Counter({"a": "b"}))}  # R: counter['a'] wrong-value -- what is typed as Any is looked at
