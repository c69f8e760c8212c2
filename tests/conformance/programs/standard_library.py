"""Objects of the standard library, and methods that the standard library makes, held against protocols."""

# fmt: off
import argparse
import array
import asyncio
import collections
import collections.abc
import concurrent.futures
import configparser
import contextlib
import copy
import csv
import dataclasses
import datetime
import decimal
import enum
import fractions
import functools
import hashlib
import io
import json
import logging
import logging.handlers
import pathlib
import queue
import random
import re
import sched
import sqlite3
import string
import struct
import tempfile
import threading
import time
import types
import unittest
import uuid
import weakref
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


# Synchronisation and queues


class Lock(Protocol):
    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool: ...
    def release(self) -> None: ...


class Locks(Protocol):
    def acquire(self) -> bool: ...
    def release(self) -> None: ...


class ALocks(Protocol):
    async def acquire(self) -> bool: ...
    def release(self) -> None: ...


class Puts(Protocol):
    def put(self, item: Any) -> None: ...


class PutsFully(Protocol):
    def put(self, item: Any, block: bool = True, timeout: float | None = None) -> None: ...


class APuts(Protocol):
    async def put(self, item: Any) -> None: ...


class Sets(Protocol):
    def set(self) -> None: ...
    def is_set(self) -> bool: ...


class Waits(Protocol):
    def wait(self, timeout: float | None = None) -> bool: ...


class AWaits(Protocol):
    async def wait(self) -> bool: ...


class Starts(Protocol):
    def start(self) -> None: ...
    def join(self, timeout: float | None = None) -> None: ...


class JoinsNothing(Protocol):
    def join(self) -> None: ...


lock: Lock = threading.Lock()
lock_reentrant: Lock = threading.RLock()
lock_condition: Locks = threading.Condition()
lock_semaphore: Locks = threading.Semaphore()
lock_async: Locks = asyncio.Lock()  # E: acquire async-for-sync
lock_queue: Locks = queue.Queue()  # E: acquire missing-member; release missing-member
alock: ALocks = asyncio.Lock()
alock_semaphore: ALocks = asyncio.Semaphore()
alock_sync: ALocks = threading.Semaphore()  # S: what an unannotated function returns may be awaitable
puts: Puts = queue.Queue()
puts_fully: PutsFully = queue.Queue()
puts_simple: Puts = queue.SimpleQueue()
puts_async: Puts = asyncio.Queue()  # E: put async-for-sync
puts_list: Puts = []  # E: put missing-member
aputs: APuts = asyncio.Queue()
aputs_sync: APuts = queue.Queue()  # E: put sync-for-async
sets: Sets = threading.Event()
sets_async: Sets = asyncio.Event()
waits: Waits = threading.Event()
waits_async: Waits = asyncio.Event()  # E: wait too-few-parameters; wait async-for-sync
await_: AWaits = asyncio.Event()
await_sync: AWaits = threading.Event()  # S: what an unannotated function returns may be awaitable
starts: Starts = threading.Thread()
starts_timer: Starts = threading.Timer(1, print)
joins: JoinsNothing = threading.Thread()
joins_queue: JoinsNothing = queue.Queue()


# Executors and scheduling


class Submits(Protocol):
    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> concurrent.futures.Future[T]: ...


class SubmitsOne(Protocol):
    def submit(self, fn: Callable[[], int], /) -> concurrent.futures.Future[int]: ...


class SubmitsAsync(Protocol):
    async def submit(self, fn: Callable[[], int], /) -> int: ...


class Results(Protocol[T_co]):
    def result(self, timeout: float | None = None) -> T_co: ...
    def done(self) -> bool: ...


class ResultsNow(Protocol):
    def result(self) -> Any: ...
    def cancel(self) -> bool: ...


executor: Submits = concurrent.futures.ThreadPoolExecutor(1)
executor_one: SubmitsOne = concurrent.futures.ThreadPoolExecutor(1)
executor_async: SubmitsAsync = concurrent.futures.ThreadPoolExecutor(1)  # S: what an unannotated function returns may be awaitable
future_: Results[Any] = concurrent.futures.Future[int]()
future_now: ResultsNow = concurrent.futures.Future[int]()


# Text, files and paths


class Writes(Protocol):
    def write(self, s: str, /) -> int: ...


class WritesBytes(Protocol):
    def write(self, s: bytes, /) -> int: ...


class WritesTwo(Protocol):
    def write(self, s: str, end: str, /) -> int: ...


class Reads(Protocol):
    def read(self, size: int = -1, /) -> str: ...


class ReadsText(Protocol):
    def read_text(self, encoding: str | None = None, errors: str | None = None) -> str: ...


class ReadsTextPlain(Protocol):
    def read_text(self) -> str: ...


class ReadsTextOther(Protocol):
    def read_text(self, charset: str | None = None) -> str: ...


class ReadsTextAsync(Protocol):
    async def read_text(self) -> str: ...


class Joins(Protocol):
    def joinpath(self, *others: str) -> "Joins": ...


class Substitutes(Protocol):
    def substitute(self, mapping: Mapping[str, object] = {}, /, **kwds: object) -> str: ...


class SubstitutesNamed(Protocol):
    def substitute(self, **kwds: object) -> str: ...


class SubstitutesPositional(Protocol):
    def substitute(self, a: Mapping[str, object], b: int, /) -> str: ...


class Matches(Protocol):
    def match(self, text: str, /) -> re.Match[str] | None: ...


class Closes(Protocol):
    def close(self) -> None: ...


class Encodes(Protocol):
    def encode(self, o: Any) -> str: ...


class EncodesAsync(Protocol):
    async def encode(self, o: Any) -> str: ...


class Decodes(Protocol):
    def decode(self, s: str) -> Any: ...


writes: Writes = io.StringIO()
writes_two: WritesTwo = io.StringIO()  # E: write too-few-parameters
reads: Reads = io.StringIO()
reads_text: ReadsText = pathlib.Path()
reads_text_plain: ReadsTextPlain = pathlib.Path()
reads_text_other: ReadsTextOther = pathlib.Path()  # E: read_text parameter-name
reads_text_async: ReadsTextAsync = pathlib.Path()  # S: what an unannotated function returns may be awaitable
joins_path: Joins = pathlib.Path()
substitutes: Substitutes = string.Template("")
substitutes_named: SubstitutesNamed = string.Template("")
substitutes_positional: SubstitutesPositional = string.Template("")  # E: substitute too-few-parameters
matches: Matches = re.compile("")
closes: Closes = io.BytesIO()
closes_generator: Closes = (one for one in [1])
closes_closing: Closes = contextlib.closing(io.StringIO())  # E: close missing-member
encodes: Encodes = json.JSONEncoder()
encodes_async: EncodesAsync = json.JSONEncoder()  # S: what an unannotated function returns may be awaitable
decodes: Decodes = json.JSONDecoder()


# Collections, and the methods that abstract classes give


class Gets(Protocol):
    def get(self, key: str, /) -> int | None: ...


class GetsDefault(Protocol):
    def get(self, key: str, default: int | None = None, /) -> int | None: ...


class Pops(Protocol):
    def pop(self) -> int: ...


class PopsAt(Protocol):
    def pop(self, index: int, /) -> int: ...


class Counts(Protocol):
    def most_common(self, n: int | None = None) -> Sequence[tuple[str, int]]: ...


class Moves(Protocol):
    def move_to_end(self, key: str, last: bool = True) -> None: ...


class Updates(Protocol):
    def update(self, other: Mapping[str, int], /) -> None: ...


class Items(Protocol):
    def items(self) -> Iterable[tuple[str, int]]: ...


class Appends(Protocol):
    def append(self, item: int, /) -> None: ...
    def extend(self, items: list[int], /) -> None: ...


class AppendsLeft(Protocol):
    def appendleft(self, item: int, /) -> None: ...


class Adds(Protocol):
    def add(self, item: int, /) -> None: ...


class Table(collections.abc.Mapping[str, int]):
    def __getitem__(self, key: str) -> int: ...
    def __iter__(self) -> Iterator[str]: ...
    def __len__(self) -> int: ...


class MutableTable(Table, collections.abc.MutableMapping[str, int]):
    def __setitem__(self, key: str, value: int) -> None: ...
    def __delitem__(self, key: str) -> None: ...


class Row(collections.abc.Sequence[int]):
    def __getitem__(self, index: Any) -> Any: ...
    def __len__(self) -> int: ...


class Bag(collections.abc.Set[int]):
    def __contains__(self, x: object) -> bool: ...
    def __iter__(self) -> Iterator[int]: ...
    def __len__(self) -> int: ...


class Indexes(Protocol):
    def index(self, value: int, /) -> int: ...
    def count(self, value: int, /) -> int: ...


class Disjoint(Protocol):
    def isdisjoint(self, other: Iterable[int], /) -> bool: ...


gets_table: Gets = Table()
gets_table_default: GetsDefault = Table()  # S: each call is taken by an overload of the stub
gets_mutable: Gets = MutableTable()
gets_user_dict: Gets = collections.UserDict[str, int]()
gets_chain: Gets = collections.ChainMap[str, int]()
gets_weak: Gets = weakref.WeakValueDictionary[str, Any]()
gets_counter: Gets = collections.Counter[str]()
gets_queue: Gets = queue.Queue[int]()  # S: the standard library is not annotated
gets_row: Gets = Row()  # E: get missing-member
pops_list: Pops = [1]
pops_deque: Pops = collections.deque([1])
pops_user_list: PopsAt = collections.UserList([1])
pops_set: Pops = {1}
pops_array: Pops = array.array("i")
pops_mutable: Pops = MutableTable()  # E: pop extra-required-parameter
counts: Counts = collections.Counter[str]()
moves: Moves = collections.OrderedDict[str, int]()
updates_dict: Updates = {"a": 1}
updates_mutable: Updates = MutableTable()
updates_set: Updates = {"a"}
items_table: Items = Table()
items_dict: Items = {"a": 1}
appends_list: Appends = [1]
appends_deque: Appends = collections.deque([1])
appends_user_list: Appends = collections.UserList([1])
appends_left: AppendsLeft = collections.deque([1])
appends_left_list: AppendsLeft = [1]  # E: appendleft missing-member
adds_set: Adds = {1}
adds_weak: Adds = weakref.WeakSet[Any]()
indexes_row: Indexes = Row()
indexes_tuple: Indexes = (1, 2)
indexes_range: Indexes = range(3)
indexes_set: Indexes = {1}  # E: index missing-member; count missing-member
disjoint_bag: Disjoint = Bag()
disjoint_set: Disjoint = {1}


# Made methods


@dataclass(order=True)
class Ordered:
    a: int


@dataclass
class Unordered:
    a: int


@dataclass(frozen=True)
class Frozen:
    a: int


@dataclass(eq=False)
class NoEqual:
    a: int


@functools.total_ordering
class Totally:
    def __lt__(self, other: object) -> bool: ...
    def __eq__(self, other: object) -> bool: ...


class Point(NamedTuple):
    x: int
    y: int = 0


class Colour(enum.Enum):
    RED = 1


class Level(enum.IntEnum):
    LOW = 1


class Less(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...
    def __le__(self, other: Any, /) -> bool: ...


class Hashes(Protocol):
    def __hash__(self) -> int: ...


class Replaces(Protocol):
    def _replace(self, *, x: int) -> Any: ...


class ReplacesZ(Protocol):
    def _replace(self, *, z: int) -> Any: ...


class AsDict(Protocol):
    def _asdict(self) -> dict[str, Any]: ...


class Makes(Protocol):
    @classmethod
    def _make(cls, iterable: Iterable[Any], /) -> Any: ...


class Converts(Protocol):
    def to_bytes(self, length: int, byteorder: str) -> bytes: ...


less_ordered: Less = Ordered(1)
less_unordered: Less = Unordered(1)  # E: __lt__ missing-member; __le__ missing-member
less_totally: Less = Totally()
less_point: Less = Point(1)
less_level: Less = Level.LOW
less_colour: Less = Colour.RED  # E: __lt__ missing-member; __le__ missing-member
hashes_unordered: Hashes = Unordered(1)  # E: __hash__ member-is-none
hashes_frozen: Hashes = Frozen(1)
hashes_no_equal: Hashes = NoEqual(1)
hashes_totally: Hashes = Totally()  # E: __hash__ member-is-none
hashes_point: Hashes = Point(1)
replaces: Replaces = Point(1)
as_dict: AsDict = Point(1)
as_dict_tuple: AsDict = (1, 2)  # E: _asdict missing-member
makes: Makes = Point(1)


# Numbers, times and others


class Quantizes(Protocol):
    def quantize(self, exp: Any) -> Any: ...


class Formats(Protocol):
    def strftime(self, format: str, /) -> str: ...


class Isoformats(Protocol):
    def isoformat(self) -> str: ...


class Randoms(Protocol):
    def randint(self, a: int, b: int) -> int: ...
    def choice(self, seq: Sequence[int]) -> int: ...


class Shuffles(Protocol):
    def shuffle(self, x: Any, random: Any) -> None: ...


class Digests(Protocol):
    def update(self, data: bytes, /) -> None: ...
    def hexdigest(self) -> str: ...


class Parses(Protocol):
    def parse_args(self, args: Sequence[str] | None = None) -> Any: ...


class Emits(Protocol):
    def emit(self, record: logging.LogRecord) -> None: ...


class Logs(Protocol):
    def debug(self, msg: object, *args: object) -> None: ...
    def error(self, msg: object, *args: object, exc_info: Any = None) -> None: ...


class LogsStrict(Protocol):
    def debug(self, event: str, /, **fields: object) -> None: ...


class Executes(Protocol):
    def execute(self, sql: str, /) -> Any: ...


class Tests(Protocol):
    def setUp(self) -> None: ...
    def assertEqual(self, first: Any, second: Any, msg: Any = None) -> None: ...


quantizes: Quantizes = decimal.Decimal(1)
quantizes_fraction: Quantizes = fractions.Fraction(1)  # E: quantize missing-member
formats: Formats = datetime.date(2026, 1, 1)
formats_delta: Formats = datetime.timedelta()  # E: strftime missing-member
isoformats: Isoformats = datetime.date(2026, 1, 1)
isoformats_time: Isoformats = datetime.datetime(2026, 1, 1)
randoms: Randoms = random.Random()
randoms_system: Randoms = random.SystemRandom()
randoms_module: Randoms = random
shuffles: Shuffles = random.Random()  # E: shuffle too-few-parameters
digests: Digests = hashlib.sha256()
parses: Parses = argparse.ArgumentParser()
emits: Emits = logging.StreamHandler()
emits_null: Emits = logging.NullHandler()
emits_logger: Emits = logging.getLogger()  # E: emit missing-member
logs: Logs = logging.getLogger()
logs_adapter: Logs = logging.LoggerAdapter(logging.getLogger())
logs_module: Logs = logging
logs_strict: LogsStrict = logging.getLogger()  # S: the standard library takes any keyword arguments and looks at them later
executes: Executes = sqlite3.connect(":memory:")
tests: Tests = unittest.TestCase()
