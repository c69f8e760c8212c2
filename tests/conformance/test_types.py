# pyright: reportUnknownArgumentType=false, reportUnknownLambdaType=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false
# What is checked here can be of any type.
"""Generated types and values, against an oracle that knows one rule for each form of a type and nothing else."""

import collections
import types
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Annotated, Any, Literal, NamedTuple, NotRequired, Protocol, TypedDict, Union

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from latency_shim.conformance import conforms, violations

many = settings(deadline=None, database=None, max_examples=100)
Says = Callable[[Any], bool]


class Form(NamedTuple):
    """A form of a type, the oracle of its values, and values of which most are right."""

    form: Any
    accepts: Says
    right: st.SearchStrategy[Any]


class Base: ...


class Derived(Base): ...


MEMBERS: list[Any] = [
    0,
    1,
    7,
    True,
    False,
    1.0,
    2.5,
    1j,
    "",
    "a",
    "b",
    "c",
    b"",
    b"a",
    None,
    Base(),
    Derived(),
    Base,
    Derived,
    int,
]


def leaf(form: Any, accepts: Says) -> Form:
    return Form(form, accepts, st.sampled_from([one for one in MEMBERS if accepts(one)]))


LEAVES = [
    leaf(int, lambda value: type(value) is int),
    leaf(float, lambda value: type(value) in (int, float)),
    leaf(complex, lambda value: type(value) in (int, float, complex)),
    leaf(bool, lambda value: type(value) is bool),
    leaf(str, lambda value: type(value) is str),
    leaf(bytes, lambda value: type(value) is bytes),
    leaf(None, lambda value: value is None),
    leaf(object, lambda _: True),
    leaf(Any, lambda _: True),
    leaf(Base, lambda value: isinstance(value, Base)),
    leaf(type[Base], lambda value: isinstance(value, type) and issubclass(value, Base)),
    leaf(Literal["a", "b"], lambda value: type(value) is str and value in ("a", "b")),
    leaf(Literal[1], lambda value: type(value) is int and value == 1),
    leaf(Literal[True, "a"], lambda value: value is True or (type(value) is str and value == "a")),
]


def is_text(value: object) -> bool:
    return isinstance(value, str | bytes)


def each(kind: Any, item: Says) -> Says:
    return lambda value: isinstance(value, kind) and not is_text(value) and all(map(item, value))


def both(kind: Any, key: Says, item: Says) -> Says:
    return lambda value: isinstance(value, kind) and all(key(one) and item(value[one]) for one in value)


def record(required: dict[str, Form], optional: dict[str, Form]) -> Form:
    fields = {**required, **optional}
    hints = {name: one.form for name, one in required.items()}
    hints |= {name: NotRequired[one.form] for name, one in optional.items()}

    def accepts(value: Any) -> bool:
        return (
            isinstance(value, dict)
            and required.keys() <= value.keys() <= fields.keys()
            and all(fields[key].accepts(one) for key, one in value.items())
        )

    of_required = {name: one.right for name, one in required.items()}
    right = st.fixed_dictionaries(of_required, optional={name: one.right for name, one in optional.items()})
    make: Any = TypedDict
    return Form(make("Generated", hints), accepts, right)


def attributes(members: dict[str, Form]) -> Form:
    """Return a protocol of properties."""

    def getter(one: Form) -> property:
        def get(self: object) -> Any: ...

        get.__annotations__ = {"return": one.form}
        return property(get)

    space = {name: getter(one) for name, one in members.items()}

    def accepts(value: Any) -> bool:
        return all(hasattr(value, name) and one.accepts(getattr(value, name)) for name, one in members.items())

    protocol = types.new_class("Attributes", (Protocol,), {}, lambda namespace: namespace.update(space))
    values = st.fixed_dictionaries({name: one.right for name, one in members.items()})
    return Form(protocol, accepts, values.map(lambda found: types.SimpleNamespace(**found)))


def is_hashable(value: object) -> bool:
    try:
        hash(value)
    except TypeError:
        return False
    return True


def container(generic: Any, kind: Any, *makes: Callable[[Any], Any]) -> Callable[[Form], Form]:
    def of_item(one: Form) -> Form:
        items = st.lists(one.right, max_size=3)
        if set in makes:
            items = st.lists(one.right.filter(is_hashable), max_size=3)
        return Form(generic[one.form], each(kind, one.accepts), st.one_of([items.map(make) for make in makes]))

    return of_item


def mapping(generic: Any, kind: Any) -> Callable[[tuple[Form, Form]], Form]:
    def of_items(two: tuple[Form, Form]) -> Form:
        key, item = two
        values = st.dictionaries(key.right.filter(is_hashable), item.right, max_size=2)
        return Form(generic[key.form, item.form], both(kind, key.accepts, item.accepts), values)

    return of_items


def tuple_of(items: list[Form]) -> Form:
    def accepts(value: Any) -> bool:
        same = isinstance(value, tuple) and len(value) == len(items)
        return same and all(one.accepts(item) for one, item in zip(items, value, strict=True))

    generic: Any = tuple
    form = generic[tuple(one.form for one in items)]
    return Form(form, accepts, st.tuples(*[one.right for one in items]))


def union(items: list[Form]) -> Form:
    generic: Any = Union
    form = generic[tuple(one.form for one in items)]
    return Form(form, lambda value: any(one.accepts(value) for one in items), st.one_of([one.right for one in items]))


def of_two(two: tuple[dict[str, Form], dict[str, Form]]) -> Form:
    required, optional = two
    return record(required, {name: one for name, one in optional.items() if name not in required})


def with_note(form: Any) -> Any:
    return Annotated[form, "a note"]


def list_of(form: Any) -> Any:
    generic: Any = list
    return generic[form]


def any_number(form: Any) -> Any:
    generic: Any = tuple
    return generic[form, ...]


def forms_of(inner: st.SearchStrategy[Form]) -> st.SearchStrategy[Form]:
    """Return the forms that hold others."""
    names = st.sampled_from("abc")
    fields = st.dictionaries(names, inner, max_size=2)
    return st.one_of(
        inner.map(container(list, list, list)),
        inner.map(container(Sequence, Sequence, list, tuple, collections.deque)),
        inner.map(container(Collection, Collection, list, tuple, set)),
        inner.map(container(Iterable, Iterable, list, tuple, set)),
        inner.map(container(AbstractSet, AbstractSet, set, frozenset)),
        inner.map(container(frozenset, frozenset, frozenset, set)),
        inner.map(container(collections.deque, collections.deque, collections.deque)),
        inner.map(lambda one: Form(any_number(one.form), each(tuple, one.accepts), st.lists(one.right).map(tuple))),
        st.lists(inner, max_size=2).map(tuple_of),
        st.tuples(inner, inner).map(mapping(dict, dict)),
        st.tuples(inner, inner).map(mapping(Mapping, Mapping)),
        st.lists(inner, min_size=1, max_size=3).map(union),
        inner.map(lambda one: union([one, LEAVES[6]])),
        inner.map(lambda one: one._replace(form=with_note(one.form))),
        st.tuples(fields, fields).map(of_two),
        st.dictionaries(names, inner, min_size=1, max_size=2).map(attributes),
    )


FORMS = st.recursive(st.sampled_from(LEAVES), forms_of, max_leaves=6)


def values_of(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    hashable = inner.filter(is_hashable)
    return st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.lists(hashable, max_size=3).map(frozenset),
        st.lists(hashable, max_size=2).map(set),
        st.lists(inner, max_size=2).map(collections.deque),
        st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
        st.dictionaries(hashable, inner, max_size=2),
        st.dictionaries(st.sampled_from("abc"), inner, max_size=2).map(collections.OrderedDict),
        st.dictionaries(st.sampled_from("abc"), inner, max_size=3).map(lambda found: types.SimpleNamespace(**found)),
    )


VALUES = st.recursive(st.sampled_from(MEMBERS), values_of, max_leaves=6)


@many
@given(one=FORMS, value=VALUES)
def test_a_value_conforms_exactly_when_the_oracle_accepts_it(one: Form, value: Any) -> None:
    interface = record({"value": one}, {})
    found = violations({"value": value}, interface.form)
    assert (not found) is one.accepts(value), (one.form, value, found)
    assert conforms({"value": value}, interface.form) is one.accepts(value)
    assert all(fault.member.startswith("value") for fault in found)


@many
@given(one=FORMS, data=st.data())
def test_a_value_that_is_made_for_a_type_conforms(one: Form, data: st.DataObject) -> None:
    value = data.draw(one.right)
    holder = types.SimpleNamespace(value=value)
    interface = attributes({"value": one}).form
    assert (not violations(holder, interface)) is one.accepts(value), (one.form, value, violations(holder, interface))
    spoilt = spoil(value, data.draw(st.sampled_from(MEMBERS)), data)
    found = violations(types.SimpleNamespace(value=spoilt), interface)
    assert (not found) is one.accepts(spoilt), (one.form, spoilt, found)


def spoil(value: Any, instead: Any, data: st.DataObject) -> Any:
    """Put something else in the place of a part of a value."""
    if isinstance(value, dict) and value and data.draw(st.booleans()):
        key = data.draw(st.sampled_from(list(value)))
        return {**value, key: spoil(value[key], instead, data)}
    if isinstance(value, list | tuple | collections.deque) and value:
        index = data.draw(st.integers(0, len(value) - 1))
        items = [spoil(one, instead, data) if number == index else one for number, one in enumerate(value)]
        return type(value)(items)
    if isinstance(value, types.SimpleNamespace) and vars(value):
        name = data.draw(st.sampled_from(list(vars(value))))
        return types.SimpleNamespace(**{**vars(value), name: spoil(vars(value)[name], instead, data)})
    return instead


@pytest.mark.parametrize("one", LEAVES, ids=[str(number) for number in range(len(LEAVES))])
def test_each_leaf_against_each_member(one: Form) -> None:
    for value in MEMBERS:
        right = one.accepts(value)
        for form, held in (one.form, value), (list_of(one.form), [value]), (any_number(one.form), (value, value)):
            interface = record({"value": leaf(form, one.accepts)}, {}).form
            assert (not violations({"value": held}, interface)) is right, (form, held)


# Values that are computed, and gone when the next one is computed


class Node(TypedDict):
    children: Sequence["Node"]
    table: NotRequired[Mapping[str, "Node"]]


class Getter(Protocol):
    def get(self, key: str, /) -> object: ...


class Link(Protocol):
    @property
    def next(self) -> "Link | None": ...
    @property
    def name(self) -> str: ...


class Getters(TypedDict):
    items: Sequence[Getter]


class Computed(Sequence[Any]):
    """Makes each item when it is asked for."""

    def __init__(self, wrong: int, make: Callable[[bool], Any]) -> None:
        self.wrong = wrong
        self.make = make

    def __len__(self) -> int:
        return 8

    def __getitem__(self, index: Any) -> Any:
        if index >= 8:
            raise IndexError
        return self.make(index == self.wrong)


class ComputedMapping(Mapping[str, Any]):
    def __init__(self, wrong: int) -> None:
        self.items_of = Computed(wrong, node)

    def __len__(self) -> int:
        return 8

    def __iter__(self) -> Iterator[str]:
        return map(str, range(8))

    def __getitem__(self, key: str) -> Any:
        return self.items_of[int(key)]


class Chain:
    """Makes the next link when it is asked for."""

    def __init__(self, wrong: int, number: int = 0) -> None:
        self.wrong = wrong
        self.number = number

    @property
    def next(self) -> Any:
        return None if self.number == 8 else Chain(self.wrong, self.number + 1)

    @property
    def name(self) -> Any:
        return 7 if self.number == self.wrong else "a"


def node(wrong: bool) -> Any:
    return {"children": 7 if wrong else []}


def getter(wrong: bool) -> Any:
    return types.SimpleNamespace(get=len if not wrong else node.__defaults__)


COMPUTED: dict[str, Callable[[int], tuple[Any, Any]]] = {
    "records": lambda wrong: ({"children": Computed(wrong, node)}, Node),
    "records in records": lambda wrong: ({"children": [{"children": Computed(wrong, node)}]}, Node),
    "records in a mapping": lambda wrong: ({"children": [], "table": ComputedMapping(wrong)}, Node),
    "objects": lambda wrong: ({"items": Computed(wrong, getter)}, Getters),
    "attributes": lambda wrong: (Chain(wrong), Link),
}


@pytest.mark.parametrize("shape", COMPUTED)
def test_computed_values_are_each_looked_at(shape: str) -> None:
    for wrong in range(9):
        value, interface = COMPUTED[shape](wrong)
        is_wrong = wrong < 8 or shape == "attributes"
        assert len(violations(value, interface)) == is_wrong, wrong
        assert conforms(value, interface) is not is_wrong
