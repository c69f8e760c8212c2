"""Functions and methods written in C: their parameters are judged where they tell them, their types never."""

# fmt: off
import json
import math
import operator
import os
import random
import re
from collections.abc import Callable, Iterable
from typing import Any, Protocol


class Zero(Protocol):
    def __call__(self) -> object: ...


class One(Protocol):
    def __call__(self, a: Any, /) -> object: ...


class OneNamed(Protocol):
    def __call__(self, a: Any) -> object: ...


class OneOptional(Protocol):
    def __call__(self, a: Any = None, /) -> object: ...


class Two(Protocol):
    def __call__(self, a: Any, b: Any, /) -> object: ...


class Three(Protocol):
    def __call__(self, a: Any, b: Any, c: Any, /) -> object: ...


class Many(Protocol):
    def __call__(self, *args: Any) -> object: ...


class Path(Protocol):
    def __call__(self, path: Any) -> object: ...


class Reverse(Protocol):
    def __call__(self, a: Any, /, *, reverse: bool = False) -> object: ...


class Later(Protocol):
    async def __call__(self, a: Any, /) -> object: ...


zero_random: Zero = random.random
zero_len: Zero = len  # E: __call__ extra-required-parameter
zero_upper: Zero = "text".upper
zero_getcwd: Zero = os.getcwd
zero_append: Zero = [1].append  # E: __call__ extra-required-parameter
zero_list: Zero = list
zero_dict: Zero = dict
one_len: One = len
one_abs: One = abs
one_repr: One = repr
one_isinstance: One = isinstance  # E: __call__ extra-required-parameter
one_sorted: One = sorted
one_sum: One = sum
one_round: One = round
one_max: One = max
one_iter: One = iter
one_print: One = print
one_upper: One = "text".upper  # E: __call__ too-few-parameters
one_upper_of_class: One = str.upper
one_join: One = ", ".join
one_split: One = "text".split
one_append: One = [1].append
one_insert: One = [1].insert  # E: __call__ extra-required-parameter
one_pop: One = [1].pop
one_get: One = {1: 2}.get
one_pop_of_dict: One = {1: 2}.pop
one_sqrt: One = math.sqrt
one_pow: One = math.pow  # E: __call__ extra-required-parameter
one_fspath: One = os.fspath
one_exp: One = math.exp
one_dumps: One = json.dumps
one_sub: One = re.compile("a").sub  # E: __call__ extra-required-parameter
one_int: One = int
one_str: One = str
one_neg: One = operator.neg
one_add: One = operator.add  # E: __call__ extra-required-parameter
one_item: One = operator.itemgetter(0)
one_attribute: One = operator.attrgetter("a")
one_method: One = operator.methodcaller("a")
one_random: One = random.random  # E: __call__ too-few-parameters
one_add_of_int: One = (7).__add__
one_add_of_class: One = int.__add__  # E: __call__ extra-required-parameter
one_equal: One = (7).__eq__
one_bit_length: One = (7).bit_length  # E: __call__ too-few-parameters
one_bit_length_of_class: One = int.bit_length
named_len: OneNamed = len  # E: __call__ parameter-name|parameter-kind
named_sqrt: OneNamed = math.sqrt  # E: __call__ parameter-name|parameter-kind
named_fspath: OneNamed = os.fspath  # E: __call__ parameter-name
path_fspath: Path = os.fspath
optional_pop: OneOptional = [1].pop
optional_exit: OneOptional = "text".split
optional_len: OneOptional = len  # E: __call__ parameter-required
optional_input: OneOptional = input
two_isinstance: Two = isinstance
two_len: Two = len  # E: __call__ too-few-parameters
two_add: Two = operator.add
two_pow: Two = math.pow
two_get: Two = {1: 2}.get
two_insert: Two = [1].insert
two_getattr: Two = getattr
two_append: Two = [1].append  # E: __call__ too-few-parameters
two_sorted: Two = sorted  # E: __call__ too-few-parameters
two_join_of_class: Two = str.join
two_sqrt: Two = math.sqrt  # E: __call__ too-few-parameters
three_get: Three = {1: 2}.get  # E: __call__ too-few-parameters
three_pow: Three = pow
three_split: Three = "text".split  # E: __call__ too-few-parameters
many_print: Many = print
many_len: Many = len  # E: __call__ missing-var-positional|extra-required-parameter
many_max: Many = max  # S: it tells no parameters
many_random: Many = random.random  # E: __call__ missing-var-positional
reverse_sorted: Reverse = sorted
reverse_len: Reverse = len  # E: __call__ parameter-name
later_len: Later = len  # S: what a builtin gives is not known


# In a class, where functions of C are not bound, and in an object


class F(Protocol):
    def f(self, a: Any, /) -> object: ...


class FTwo(Protocol):
    def f(self, a: Any, b: Any, /) -> object: ...


class OfAppend:
    def __init__(self) -> None:
        self.f = list[Any]().append


class OfInsert:
    def __init__(self) -> None:
        self.f = list[Any]().insert


class OfLenStatic:
    f = staticmethod(len)


class OfIsinstanceStatic:
    f = staticmethod(isinstance)


class Text(str):
    f = str.join


class TextUpper(str):
    f = str.upper


class Table(dict[Any, Any]):
    f = dict.get


class OfSelf:
    f = dict[Any, Any]().get


in_object_append: F = OfAppend()
in_object_insert: F = OfInsert()  # E: f extra-required-parameter
in_object_insert_two: FTwo = OfInsert()
static_len: F = OfLenStatic()
static_isinstance: F = OfIsinstanceStatic()  # E: f extra-required-parameter
static_isinstance_two: FTwo = OfIsinstanceStatic()
text_join: F = Text()
text_upper: F = TextUpper()  # E: f too-few-parameters
table_get: F = Table()
table_get_two: FTwo = Table()
in_class_get: F = OfSelf()


# Builtin objects that implement interfaces of one method


class Appends(Protocol):
    def append(self, item: int, /) -> None: ...


class AppendsNamed(Protocol):
    def append(self, item: int) -> None: ...


class Gets(Protocol):
    def get(self, key: str, /) -> int | None: ...


class GetsDefault(Protocol):
    def get(self, key: str, default: int, /) -> int | None: ...


class GetsThree(Protocol):
    def get(self, key: str, a: int, b: int, /) -> int | None: ...


class Uppers(Protocol):
    def upper(self) -> str: ...


class Writes(Protocol):
    def write(self, text: str, /) -> object: ...


class Inserts(Protocol):
    def insert(self, index: int, /) -> None: ...


class Conjugates(Protocol):
    def conjugate(self) -> object: ...


appends: Appends = [1]
appends_set: Appends = {1}  # E: append missing-member
appends_named: AppendsNamed = [1]  # E: append parameter-name|parameter-kind
gets: Gets = {"a": 1}
gets_default: GetsDefault = {"a": 1}
gets_three: GetsThree = {"a": 1}  # E: get too-few-parameters
gets_list: Gets = [1]  # E: get missing-member
uppers: Uppers = "text"
uppers_bytes: Uppers = b"text"  # S: builtins have no annotations at run time
inserts: Inserts = [1]  # E: insert extra-required-parameter
conjugates: Conjugates = 7
conjugates_text: Conjugates = "text"  # E: conjugate missing-member
