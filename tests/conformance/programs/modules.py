"""Modules held against protocols: their functions are methods without `self`, their values are data."""

import asyncio
import bisect
import colorsys
import errno
import json
import keyword
import logging
import math
import operator
import shlex
import string
import sys
import textwrap
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol


class HasPi(Protocol):
    @property
    def pi(self) -> float: ...


class SetsPi(Protocol):
    pi: float


class HasTextPi(Protocol):
    @property
    def pi(self) -> str: ...


class HasLetters(Protocol):
    @property
    def ascii_letters(self) -> str: ...

    @property
    def digits(self) -> str: ...


class HasKeywords(Protocol):
    @property
    def kwlist(self) -> Sequence[str]: ...

    @property
    def iskeyword(self) -> Callable[[str], bool]: ...


class HasIntKeywords(Protocol):
    @property
    def kwlist(self) -> int: ...


class Dumps(Protocol):
    def dumps(self, obj: object, /) -> str: ...


class DumpsAndLoads(Protocol):
    def dumps(self, obj: object, /) -> str: ...

    def loads(self, text: str, /) -> Any: ...


class DumpsWithFormat(Protocol):
    def dumps(self, obj: object, /, format: str = ...) -> str: ...


class DumpsTwo(Protocol):
    def dumps(self, obj: object, other: object, /) -> str: ...


class AsyncDumps(Protocol):
    async def dumps(self, obj: object, /) -> str: ...


class Dedents(Protocol):
    def dedent(self, text: str, /) -> str: ...


class Converts(Protocol):
    def rgb_to_hsv(self, r: float, g: float, b: float) -> tuple[float, float, float]: ...


class ConvertsRenamed(Protocol):
    def rgb_to_hsv(self, red: float, green: float, blue: float) -> Any: ...


class Quotes(Protocol):
    def quote(self, s: str) -> str: ...

    def join(self, split_command: Iterable[str]) -> str: ...


class HasMissing(Protocol):
    def dumps(self, obj: object, /) -> str: ...

    def encode(self, obj: object, /) -> str: ...


class Sleeps(Protocol):
    def sleep(self, delay: float) -> Any: ...


class SleepsAsync(Protocol):
    async def sleep(self, delay: float, /) -> Any: ...


class SleepsNow(Protocol):
    def sleep(self, delay: float, /) -> None: ...


class Adds(Protocol):
    def add(self, a: Any, b: Any, /) -> Any: ...


class HasDecoder(Protocol):
    JSONDecoder: type[json.JSONDecoder]


class HasSubmodule(Protocol):
    @property
    def decoder(self) -> Any: ...


class Logs(Protocol):
    def info(self, message: object, /, *args: object) -> None: ...

    def warning(self, message: object, /, *args: object) -> None: ...


class HasCode(Protocol):
    @property
    def ENOENT(self) -> int: ...


class HasName(Protocol):
    @property
    def __name__(self) -> str: ...


class Nothing(Protocol): ...


class MethodForData(Protocol):
    @property
    def dumps(self) -> str: ...


class DataForMethod(Protocol):
    def pi(self) -> float: ...


class Insorts(Protocol):
    def insort(self, a: Any, x: Any, /) -> None: ...


pi: HasPi = math
pi_sets: SetsPi = math  # S: whether a module's value may be set is known to type checkers alone
pi_text: HasTextPi = math  # E: pi wrong-value
pi_missing: HasPi = json  # E: pi missing-property
letters: HasLetters = string
keywords: HasKeywords = keyword
keywords_int: HasIntKeywords = keyword  # E: kwlist wrong-value
dumps: Dumps = json
dumps_and_loads: DumpsAndLoads = json
dumps_format: DumpsWithFormat = json  # E: dumps parameter-name|too-few-parameters
dumps_two: DumpsTwo = json  # E: dumps too-few-parameters
dumps_async: AsyncDumps = json  # S: what an unannotated function returns may be awaitable
dumps_missing: HasMissing = json  # E: encode missing-member
dumps_none: Dumps = math  # E: dumps missing-member
dedents: Dedents = textwrap
converts: Converts = colorsys
converts_renamed: ConvertsRenamed = colorsys  # E: rgb_to_hsv parameter-name
quotes: Quotes = shlex
sleeps: Sleeps = asyncio
sleeps_async: SleepsAsync = asyncio
sleeps_now: SleepsNow = asyncio  # E: sleep async-for-sync
adds: Adds = operator
decoder: HasDecoder = json
submodule: HasSubmodule = json
logs: Logs = logging
code: HasCode = errno
name: HasName = errno
nothing: Nothing = sys
method_for_data: MethodForData = json  # E: dumps method-for-data|wrong-value
data_for_method: DataForMethod = math  # E: pi not-callable
insorts: Insorts = bisect
