"""The protocols, TypedDicts and classes of a package, and the pairs of class and protocol that are worth asking."""

import array
import asyncio
import collections
import concurrent.futures
import contextlib
import datetime
import decimal
import fractions
import importlib
import inspect
import io
import json
import logging
import pathlib
import pkgutil
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import uuid
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import typing_extensions

from wild_source import definitions, own_annotations

SKIPPED = re.compile(
    r"(^|\.)(tests?|testing|_?vendor(ed)?|conftest|__main__|setup|benchmarks?|examples?)(\.|$|_)|\.test_"
)
PER_PROTOCOL = 30  # pairs in which the class has every member
NEARLY = 6  # pairs in which one is missing
FOREIGN = 4  # pairs with classes of the standard library that have every member
HEIRS = 12  # pairs in which the class inherits the protocol


@dataclass
class Found:
    """The definitions of a package that a type checker can name."""

    protocols: list[type] = field(default_factory=list[type])
    typed_dicts: list[type] = field(default_factory=list[type])
    classes: list[type] = field(default_factory=list[type])
    modules: int = 0
    failed: list[str] = field(default_factory=list[str])


@dataclass(frozen=True)
class Pair:
    """A class and a protocol."""

    cls: type
    protocol: type
    inherits: bool


def import_all(package: str, most: int) -> tuple[list[str], list[str]]:
    """Import a package and its submodules, as far as they can be; return those that were and those that were not."""
    done: list[str] = []
    failed: list[str] = []
    waiting = [package]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        while waiting and len(done) < most:
            name = waiting.pop(0)
            try:
                module = importlib.import_module(name)
            except BaseException as error:  # noqa: BLE001 - a module may also exit
                failed.append(f"{name}: {type(error).__name__}")
                continue
            done.append(name)
            path = vars(module).get("__path__", ())  # a `__getattr__` of the module can raise
            names = sorted(found.name for found in pkgutil.iter_modules(path, f"{name}."))
            waiting += [one for one in names if not SKIPPED.search(one)]
    return done, failed


def collect(package: str, most: int = 600) -> Found:
    """Import a package and find its protocols, TypedDicts and public classes."""
    modules, failed = import_all(package, most)
    found = Found(modules=len(modules), failed=failed)
    seen: set[int] = set()
    for name in modules:
        for value in list(vars(sys.modules[name]).values()):
            sort(value, package, found, seen)
    for group in (found.protocols, found.typed_dicts, found.classes):
        group.sort(key=lambda cls: (cls.__module__, cls.__qualname__))
    return found


def sort(value: object, package: str, found: Found, seen: set[int]) -> None:
    if not isinstance(value, type) or id(value) in seen:
        return
    seen.add(id(value))
    if not is_nameable(value) or value.__module__.partition(".")[0] != package or SKIPPED.search(value.__module__):
        return
    if typing_extensions.is_typeddict(value):
        found.typed_dicts.append(value)
    elif is_protocol(value):
        found.protocols.append(value)
    elif not value.__qualname__.startswith("_"):
        found.classes.append(value)
    for nested in list(vars(value).values()):
        if isinstance(nested, type) and nested.__qualname__ == f"{value.__qualname__}.{nested.__name__}":
            sort(nested, package, found, seen)


def is_protocol(cls: type) -> bool:
    return bool(vars(cls).get("_is_protocol", False))


def is_nameable(cls: type) -> bool:
    """Return whether the name of a class leads to the class."""
    if type(cls.__module__) is not str or "<" in cls.__qualname__:
        return False
    place: object = sys.modules.get(cls.__module__)
    for part in cls.__qualname__.split("."):
        place = inspect.getattr_static(place, part, None)
    return place is cls


def members_of(protocol: type) -> frozenset[str]:
    return frozenset(typing_extensions.get_protocol_members(protocol))


@cache
def names_of(cls: type) -> frozenset[str]:
    """Return the names of the members of a class: its attributes, its annotations, and what its methods store."""
    found = set(dir(cls))
    for base in cls.__mro__:
        found |= set(own_annotations(base))
        found |= set(definitions(base))
    return frozenset(found)


def pairs_of(found: Found, seed: str) -> Iterator[Pair]:
    """Yield pairs, for each protocol in turn: the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - to sample
    named = [(cls, names_of(cls)) for cls in found.classes]
    queues = [
        list(chosen(protocol, named, chance)) for protocol in chance.sample(found.protocols, len(found.protocols))
    ]
    for turn in range(max(map(len, queues), default=0)):
        yield from (queue[turn] for queue in queues if turn < len(queue))


STANDARD: tuple[type, ...] = (
    bool,
    bytes,
    complex,
    dict,
    float,
    frozenset,
    int,
    list,
    memoryview,
    range,
    set,
    str,
    tuple,
    array.array,
    asyncio.Event,
    asyncio.Queue,
    collections.Counter,
    collections.OrderedDict,
    collections.deque,
    concurrent.futures.ThreadPoolExecutor,
    contextlib.AsyncExitStack,
    contextlib.ExitStack,
    datetime.date,
    datetime.datetime,
    datetime.timedelta,
    decimal.Decimal,
    fractions.Fraction,
    io.BytesIO,
    io.StringIO,
    io.TextIOWrapper,
    json.JSONEncoder,
    logging.Handler,
    logging.Logger,
    pathlib.Path,
    random.Random,
    re.Pattern,
    socket.socket,
    subprocess.Popen,
    tempfile.TemporaryDirectory,
    threading.Condition,
    threading.Thread,
    uuid.UUID,
    zipfile.ZipFile,
)


def chosen(protocol: type, classes: Sequence[tuple[type, frozenset[str]]], chance: random.Random) -> Iterator[Pair]:
    members = members_of(protocol)
    if not members or members <= set(dir(object)):
        return
    heirs = [cls for cls, _ in classes if protocol in cls.__mro__]
    others = [(cls, names) for cls, names in classes if protocol not in cls.__mro__]
    whole = [cls for cls, names in others if members <= names]
    nearly = [cls for cls, names in others if len(members - names) == 1 and len(members) > 1]
    pairs = [Pair(cls, protocol, inherits=False) for cls in sample(whole, PER_PROTOCOL, chance)]
    foreign = [cls for cls in STANDARD if protocol not in cls.__mro__ and members <= names_of(cls)]
    pairs += [Pair(cls, protocol, inherits=False) for cls in sample(foreign, FOREIGN, chance)]
    pairs += [Pair(cls, protocol, inherits=True) for cls in sample(heirs, HEIRS, chance)]
    pairs += [Pair(cls, protocol, inherits=False) for cls in sample(nearly, NEARLY, chance)]
    yield from chance.sample(pairs, len(pairs))


def sample(classes: Iterable[type], most: int, chance: random.Random) -> list[type]:
    classes = list(classes)
    return chance.sample(classes, min(most, len(classes)))
