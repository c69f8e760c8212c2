"""Keys of TypedDicts: required or not, inherited, functional, unknown, absent or None; which dictionaries count."""

import enum
import types
import typing
from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict
from collections.abc import Mapping
from typing import Any, Protocol

from typing_extensions import Annotated, Never, NotRequired, Required, TypedDict


class Person(TypedDict):
    name: str
    age: NotRequired[int]


class Partial(TypedDict, total=False):
    name: Required[str]
    age: int
    nick: str | None


class PersonBelow(Person):
    city: str


class PartialBelow(Person, total=False):
    city: str


class TotalBelowPartial(Partial):
    city: str


class Old(typing.TypedDict):
    name: str
    age: typing.NotRequired[int]


class OldPartial(typing.TypedDict, total=False):
    name: typing.Required[str]
    age: int


class OldBelow(Old, total=False):
    city: str


class OtherHalf(TypedDict, total=False):
    size: int
    color: Required[str]


class Joined(Person, OtherHalf):
    weight: float


Functional = TypedDict("Functional", {"name": str, "in": NotRequired[int], "not a name": NotRequired[bool]})
FunctionalPartial = TypedDict("FunctionalPartial", {"class": Required[str], "def": int}, total=False)
OldFunctional = typing.TypedDict("OldFunctional", {"name": str, "from": typing.NotRequired[int]})


class Nothing(TypedDict):
    pass


class AllOptional(TypedDict, total=False):
    name: str


class Wrapped(TypedDict):
    name: Required[Annotated[str, "whatever"]]
    age: Annotated[NotRequired[int], "whatever"]
    nick: NotRequired[Annotated[str, "whatever"]]


class Forbidden(TypedDict):
    name: str
    age: NotRequired[Never]


# Required and other keys


person: Person = {"name": "a"}
person_full: Person = {"name": "a", "age": 1}
person_made: Person = Person(name="a", age=1)
person_made_of_dict: Person = Person({"name": "a"})
person_empty: Person = {}  # E: name missing-key
person_only_age: Person = {"age": 1}  # E: name missing-key
person_wrong: Person = {"name": 1}  # E: name wrong-value
person_age_wrong: Person = {"name": "a", "age": "b"}  # E: age wrong-value
person_both_wrong: Person = {"name": 1, "age": "b"}  # E: name wrong-value; age wrong-value
person_age_none: Person = {"name": "a", "age": None}  # E: age none-for-absent-key
person_name_none: Person = {"name": None}  # E: name wrong-value
person_unknown: Person = {"name": "a", "aeg": 1}  # E: aeg unknown-key
person_unknowns: Person = {"name": "a", "b": 1, "c": 2}  # E: b unknown-key; c unknown-key
person_near: Person = {"nmae": "a"}  # E: name missing-key; nmae unknown-key
person_all_wrong: Person = {"age": None, "b": 1}  # E: name missing-key; age none-for-absent-key; b unknown-key
person_case: Person = {"Name": "a"}  # E: name missing-key; Name unknown-key
person_int_key: Person = {"name": "a", 1: 2}  # E: 1 unknown-key
person_none_key: Person = {"name": "a", None: 2}  # E: None unknown-key
person_bytes_key: Person = {"name": "a", b"age": 2}  # E: b'age' unknown-key
partial: Partial = {"name": "a"}
partial_full: Partial = {"name": "a", "age": 1, "nick": "b"}
partial_nick_none: Partial = {"name": "a", "nick": None}
partial_age_none: Partial = {"name": "a", "age": None}  # E: age none-for-absent-key
partial_empty: Partial = {}  # E: name missing-key
partial_nick_wrong: Partial = {"name": "a", "nick": 1}  # E: nick wrong-value
nothing: Nothing = {}
nothing_unknown: Nothing = {"a": 1}  # E: a unknown-key
all_optional: AllOptional = {}
all_optional_none: AllOptional = {"name": None}  # E: name none-for-absent-key
wrapped: Wrapped = {"name": "a"}
wrapped_full: Wrapped = {"name": "a", "age": 1, "nick": "b"}
wrapped_empty: Wrapped = {}  # E: name missing-key
wrapped_age_wrong: Wrapped = {"name": "a", "age": "b"}  # E: age wrong-value
wrapped_nick_none: Wrapped = {"name": "a", "nick": None}  # E: nick none-for-absent-key
forbidden: Forbidden = {"name": "a"}
forbidden_given: Forbidden = {"name": "a", "age": 1}  # E: age wrong-value

# Inherited


below: PersonBelow = {"name": "a", "city": "b"}
below_city_missing: PersonBelow = {"name": "a"}  # E: city missing-key
below_name_missing: PersonBelow = {"city": "b", "age": 1}  # E: name missing-key
below_age_none: PersonBelow = {"name": "a", "city": "b", "age": None}  # E: age none-for-absent-key
partial_below: PartialBelow = {"name": "a"}
partial_below_name_missing: PartialBelow = {"city": "b"}  # E: name missing-key
partial_below_city_none: PartialBelow = {"name": "a", "city": None}  # E: city none-for-absent-key
total_below: TotalBelowPartial = {"name": "a", "city": "b"}
total_below_missing: TotalBelowPartial = {"name": "a", "age": 1}  # E: city missing-key
total_below_name_missing: TotalBelowPartial = {"city": "b"}  # E: name missing-key
joined: Joined = {"name": "a", "color": "b", "weight": 1.5}
joined_missing: Joined = {"size": 1, "age": 1}  # E: name missing-key; color missing-key; weight missing-key
joined_wrong: Joined = {"name": 1, "color": 2, "weight": "a", "size": "b"}  # E: name wrong-value; size wrong-value; color wrong-value; weight wrong-value
below_for_above: Person = PersonBelow(name="a", city="b")  # R: city unknown-key -- a key that the record does not know is told, also where a subclass has it

# The TypedDict of typing


old: Old = {"name": "a"}
old_empty: Old = {}  # E: name missing-key
old_age_none: Old = {"name": "a", "age": None}  # E: age none-for-absent-key
old_partial: OldPartial = {"name": "a"}
old_partial_empty: OldPartial = {}  # E: name missing-key
old_partial_age_none: OldPartial = {"name": "a", "age": None}  # E: age none-for-absent-key
old_below: OldBelow = {"name": "a"}
old_below_empty: OldBelow = {}  # E: name missing-key
old_below_city_wrong: OldBelow = {"name": "a", "city": 1}  # E: city wrong-value

# Made by a call: keys that are no names


functional: Functional = {"name": "a", "in": 1, "not a name": True}
functional_wrong: Functional = {"name": "a", "in": "b", "not a name": False}  # E: in wrong-value
functional_empty: Functional = {}  # E: name missing-key
functional_partial: FunctionalPartial = {"class": "a", "def": 1}
functional_partial_empty: FunctionalPartial = {}  # E: class missing-key
functional_partial_none: FunctionalPartial = {"class": "a", "def": None}  # E: def none-for-absent-key
old_functional: OldFunctional = {"name": "a", "from": 1}
old_functional_wrong: OldFunctional = {"from": "a"}  # E: name missing-key; from wrong-value

# Which dictionaries count


class Name(str):
    pass


class Key(str, enum.Enum):
    NAME = "name"
    AGE = "age"


class StrKey(enum.StrEnum):
    NAME = "name"
    AGE = "age"
    CITY = "city"


class OwnDict(dict[str, Any]):
    pass


class Forgetful(dict[str, Any]):
    def __getitem__(self, key: str) -> Any:
        raise KeyError(key)

    def __iter__(self) -> Any:
        return iter(())


class OwnMapping(UserDict[str, Any]):
    pass



def untyped(**values: Any) -> dict[str, Any]:
    return values


def anything(value: Any) -> Any:
    return value


own_dict: Person = OwnDict(name="a")  # S: a TypedDict is a dict at run time
own_dict_wrong: Person = OwnDict(name=1)  # E: name wrong-value
own_dict_unknown: Person = OwnDict(name="a", b=1)  # E: b unknown-key
forgetful: Person = Forgetful(name="a")  # S: what a subclass of dict computes does not count
plain: Person = untyped(name="a")  # S: a TypedDict is a dict at run time
plain_empty: Person = untyped()  # E: name missing-key
plain_none: Person = untyped(name="a", age=None)  # E: age none-for-absent-key
default: Person = defaultdict[str, str](str, name="a")  # S: a TypedDict is a dict at run time
default_empty: Person = defaultdict[str, str](str)  # E: name missing-key
ordered: Person = OrderedDict[str, str](name="a")  # S: a TypedDict is a dict at run time
ordered_wrong: Person = OrderedDict[str, int](name=1)  # E: name wrong-value
counter: Person = Counter[str](["name"])  # E: name wrong-value
proxy: Person = types.MappingProxyType({"name": "a"})  # E: . wrong-value
user_dict: Person = OwnMapping(name="a")  # E: . wrong-value
chain: Person = ChainMap({"name": "a"})  # E: . wrong-value
pairs: Person = [("name", "a")]  # E: . wrong-value
text: Person = "name"  # E: . wrong-value
namespace: Person = types.SimpleNamespace(name="a")  # E: . wrong-value
number: Person = 1  # E: . wrong-value
any_dict: Person = anything({"name": "a"})
any_wrong: Person = anything({"name": 1})  # R: name wrong-value -- what is typed as Any is looked at
any_list: Person = anything([])  # R: . wrong-value -- what is typed as Any is looked at
str_key: Person = {Name("name"): "a"}  # S: a key that is a text by inheritance is equal to the plain one
enum_key: Person = {Key.NAME: "a"}  # S: a member of an enumeration of texts is equal to the plain one
str_enum_key: Person = {StrKey.NAME: "a", StrKey.AGE: 1}  # S: a member of an enumeration of texts is equal to the plain one
str_enum_key_wrong: Person = {StrKey.NAME: 1}  # E: name wrong-value
str_enum_key_none: Person = {StrKey.NAME: "a", StrKey.AGE: None}  # E: age none-for-absent-key
str_enum_key_unknown: Person = {StrKey.NAME: "a", StrKey.CITY: "b"}  # E: city unknown-key

# Within other values


class People(TypedDict, total=False):
    first: Person
    rest: list[Person]
    by_name: Mapping[str, Person]
    either: Person | None
    any_dict: dict[str, Any]
    mapping: Mapping[str, object]


people: People = {"first": {"name": "a"}, "rest": [{"name": "b"}], "by_name": {"c": {"name": "c"}}, "either": None}
people_first_wrong: People = {"first": {"name": 1}}  # E: first.name wrong-value
people_first_missing: People = {"first": {}}  # E: first.name missing-key
people_first_unknown: People = {"first": {"name": "a", "b": 1}}  # E: first.b unknown-key
people_first_none: People = {"first": None}  # E: first none-for-absent-key
people_first_list: People = {"first": []}  # E: first wrong-value
people_rest_wrong: People = {"rest": [{"name": "a"}, {"name": 1}, {}]}  # E: rest[1].name wrong-value; rest[2].name missing-key
people_by_name_wrong: People = {"by_name": {"a": {"nmae": "a"}}}  # E: by_name['a'].name missing-key; by_name['a'].nmae unknown-key
people_either_wrong: People = {"either": {"name": 1}}  # E: either.name wrong-value
people_any: People = {"any_dict": {"a": 1}, "mapping": {"b": object()}}
people_any_key: People = {"any_dict": {1: 1}}  # E: any_dict[1] wrong-value


class HasPerson(Protocol):
    @property
    def person(self) -> Person: ...


class Holder:
    def __init__(self, person: Any) -> None:
        self.person = person


holder: HasPerson = Holder({"name": "a"})
holder_wrong: HasPerson = Holder({"name": 1, "b": 2})  # R: person.name wrong-value; person.b unknown-key -- what is typed as Any is looked at
holder_none: HasPerson = Holder(None)  # R: person wrong-value -- what is typed as Any is looked at
