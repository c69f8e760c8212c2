"""Properties of the structural checker: its verdicts against brute force, and against what edits are known to break."""

import functools
import inspect
import types
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import chain, combinations
from typing import Annotated, Any, Final, Literal, NotRequired, Protocol, Required, Union, get_args, get_origin

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from typing_extensions import get_type_hints, is_typeddict

import contract
from latency_shim.conformance import class_violations, conforms, violations

ONLY = inspect.Parameter.POSITIONAL_ONLY
BOTH = inspect.Parameter.POSITIONAL_OR_KEYWORD
ARGS = inspect.Parameter.VAR_POSITIONAL
NAMED = inspect.Parameter.KEYWORD_ONLY
KWARGS = inspect.Parameter.VAR_KEYWORD
UNKNOWN_NAME = "a_name_of_nobody"
LANDED = "return dict(locals())"

few = settings(deadline=None, database=None, max_examples=6)
some = settings(deadline=None, database=None, max_examples=60)
many = settings(deadline=None, database=None, max_examples=120)


# Signatures


def parameter(name: str, kind: Any = BOTH, *, optional: bool = False) -> inspect.Parameter:
    return inspect.Parameter(name, kind, default=None if optional else inspect.Parameter.empty)


def made(signature: inspect.Signature | str, name: str = "method", head: str = "def", body: str = "return None") -> Any:
    """Make a function that really has a signature."""
    scope: dict[str, Any] = {"AsyncIterator": AsyncIterator, "Awaitable": Awaitable, "Any": Any}
    exec(f"{head} {name}{signature}:\n {body}", scope)  # noqa: S102 - our own text
    return scope[name]


@st.composite
def signatures(draw: st.DrawFn) -> inspect.Signature:
    """Draw a signature of up to five parameters, whose names are few so that two signatures share some.

    What says nothing of `*args` and `**kwargs` is gradual, as `...` is, if it has both.
    """
    names = draw(st.permutations("abcd"))
    counts = draw(st.tuples(*[st.integers(0, 2)] * 3).filter(lambda drawn: sum(drawn) <= len(names)))
    kinds = [kind for kind, count in zip((ONLY, BOTH, NAMED), counts, strict=True) for _ in range(count)]
    first_optional = draw(st.integers(0, counts[0] + counts[1]))
    parameters = [
        parameter(name, kind, optional=draw(st.booleans()) if kind is NAMED else index >= first_optional)
        for index, (name, kind) in enumerate(zip(names, kinds, strict=False))
    ]
    rest = draw(st.sampled_from([inspect.Parameter.empty, Any, object, object]))
    if draw(st.booleans()):
        parameters.insert(counts[0] + counts[1], parameter("args", ARGS).replace(annotation=rest))
    if draw(st.booleans()):
        parameters.append(parameter("kwargs", KWARGS).replace(annotation=rest))
    return inspect.Signature(parameters)


def is_gradual(signature: inspect.Signature) -> bool:
    """Return whether a signature accepts anything after the parameters that it names, and nobody knows what."""
    rest = [one.annotation for one in signature.parameters.values() if one.kind in {ARGS, KWARGS}]
    return len(rest) == 2 and object not in rest


def binds(function: Any, count: int, names: Sequence[str]) -> bool:
    """Return whether a call binds, by calling: `Signature.bind` refuses `f(a=1)` for `def f(a=None, /, **kwargs)`."""
    try:
        function(*[0] * count, **dict.fromkeys(names))
    except TypeError:
        return False
    return True


@functools.cache
def function_of(signature: str) -> Any:
    return made(signature)


def call_forms(signature: inspect.Signature, most: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield every call that a signature allows: so many values by position, others by these names.

    A gradual signature allows what it names, and more than that only perhaps.
    """
    allowed = list(signature.parameters.values())
    names = [one.name for one in allowed if one.kind in {BOTH, NAMED}]
    if is_gradual(signature):
        allowed = [one for one in allowed if one.kind not in {ARGS, KWARGS}]
    else:
        names.append(UNKNOWN_NAME)
    function = function_of(str(inspect.Signature(allowed)))
    for count in range(most + 1):
        for size in range(len(names) + 1):
            for chosen in combinations(names, size):
                if binds(function, count, chosen):
                    yield count, chosen


def binds_extended(function: Any, count: int, names: Sequence[str], wanted: inspect.Signature) -> bool:
    """Return whether a call binds, perhaps with more arguments: after all positional ones, and by other names.

    What is named and left out must have a default, and so must what is in the place of a positional one.
    """
    known = [one.name for one in wanted.parameters.values() if one.kind in {BOTH, NAMED}]
    most = sum(one.kind in {ONLY, BOTH} for one in wanted.parameters.values())
    if isinstance(inspect.getattr_static(function, "__call__", None), staticmethod):  # of which `inspect` knows nothing
        function = function.__call__
    placed = [one.name for one in inspect.signature(function).parameters.values() if one.kind in {ONLY, BOTH}]
    known += placed[:most]
    more = [name for name in "abcd" if name not in known]
    numbers = range(count, count + (5 if count == most else 1))
    return any(
        binds(function, number, (*names, *chosen))
        for number in numbers
        if not set(placed[count:number]).intersection(known)
        for size in range(len(more) + 1)
        for chosen in combinations(more, size)
    )


def unbound_forms(wanted: inspect.Signature, function: Any) -> list[tuple[int, tuple[str, ...]]]:
    """Return the calls that a signature allows, and that a function refuses."""
    forms = call_forms(wanted, len(wanted.parameters) + 6)
    if is_gradual(wanted):
        return [form for form in forms if not binds_extended(function, *form, wanted)]
    return [form for form in forms if not binds(function, *form)]


def misplaced(wanted: inspect.Signature, function: Any) -> list[str]:
    """Return the parameters whose argument lands elsewhere by position than by name; the function returns locals."""
    positional = [one for one in wanted.parameters.values() if one.kind in {ONLY, BOTH}]
    found: list[str] = []
    for index, one in enumerate(positional):
        value = object()
        places: set[str] = set()
        for args, named in (([0] * index + [value], {}), ([0] * index, {one.name: value})):
            others = [other for other in "abcd" if other not in named]
            for chosen in chain.from_iterable(combinations(others, size) for size in range(4)):  # what else is required
                with suppress(TypeError):
                    landed = function(*args, **named, **dict.fromkeys(chosen))
                    places.update(name for name, got in landed.items() if got is value)
                    break
        if one.kind is BOTH and len(places) > 1:
            found.append(one.name)
    return found


def with_self(signature: inspect.Signature) -> inspect.Signature:
    return signature.replace(parameters=[parameter("self", ONLY), *signature.parameters.values()])


def interface_of(wanted: inspect.Signature, name: str = "method") -> Any:
    """Return a protocol of one method."""
    function = made(with_self(wanted), name)
    return types.new_class("Interface", (Protocol,), {}, lambda namespace: namespace.update({name: function}))


def holding(**namespace: Any) -> Any:
    """Return an object whose class has some attributes."""
    return type("Implementer", (), namespace)()


def with_own(function: Any) -> Any:
    implementer = holding()
    implementer.method = function
    return implementer


def both(signature: inspect.Signature) -> inspect.Signature:
    """Return a signature with a first parameter for a partial to fill."""
    return signature.replace(parameters=[parameter("filled", ONLY), *signature.parameters.values()])


WAYS: dict[str, Callable[[inspect.Signature], Any]] = {
    "method": lambda one: holding(method=made(with_self(one))),
    "static method": lambda one: holding(method=staticmethod(made(one))),
    "class method": lambda one: holding(method=classmethod(made(with_self(one)))),
    "own attribute": lambda one: with_own(made(one)),
    "partial": lambda one: with_own(functools.partial(made(both(one)), 0)),
    "partial method": lambda one: holding(method=functools.partialmethod(made(with_self(both(one))), 0)),
    "bound method": lambda one: with_own(holding(other=made(with_self(one))).other),
    "callable object": lambda one: holding(method=holding(__call__=made(with_self(one)))),
    "wrapper": lambda one: holding(method=passing_all_on(made(with_self(one)))),
    "constructor": lambda one: with_own(type("Made", (), {"__init__": made(with_self(one))})),
}
"""How an object comes by a method of a signature."""


@many
@given(wanted=signatures(), given_one=signatures(), way=st.sampled_from(sorted(WAYS)))
@example(
    wanted=inspect.Signature([parameter("args", ARGS)]),
    given_one=inspect.Signature([parameter(name, optional=True) for name in "abc"]),
    way="method",
)
@example(
    wanted=inspect.Signature([parameter("args", ARGS), parameter("a", NAMED, optional=True)]),
    given_one=inspect.Signature([parameter("a", optional=True), parameter("args", ARGS)]),
    way="method",
)
@example(
    wanted=inspect.Signature([parameter("args", ARGS), parameter("kwargs", KWARGS)]),
    given_one=inspect.Signature([parameter("a"), parameter("b", NAMED)]),
    way="method",
)
def test_a_method_conforms_exactly_when_every_call_form_binds(
    wanted: inspect.Signature, given_one: inspect.Signature, way: str
) -> None:
    implementer = WAYS[way](given_one)
    unbound = [*unbound_forms(wanted, implementer.method), *misplaced(wanted, made(given_one, body=LANDED))]

    found = violations(implementer, interface_of(wanted))

    assert (not found) is (not unbound), f"{wanted} by {way} {given_one}: {found}, does not bind {unbound[:3]}"


def keyword_filled(signature: inspect.Signature, body: str = "return None") -> Any:
    """Return a partial that fills the last parameter that has a name, by that name."""
    names = [one.name for one in signature.parameters.values() if one.kind in {BOTH, NAMED}]
    return functools.partial(made(signature, body=body), **dict.fromkeys(names[-1:]))


CALLBACKS: dict[str, Callable[[inspect.Signature], Any]] = {
    "function": made,
    "bound method": lambda one: holding(other=made(with_self(one))).other,
    "partial": lambda one: functools.partial(made(both(one)), 0),
    "partial by name": keyword_filled,
    "callable object": lambda one: holding(__call__=made(with_self(one))),
    "object with a static call": lambda one: holding(__call__=staticmethod(made(one))),
    "cached": lambda one: functools.lru_cache(made(one)),
    "wrapper": lambda one: passing_all_on(made(one)),
    "class": lambda one: type("Made", (), {"__init__": made(with_self(one))}),
    "class with a constructor of its own": lambda one: type("Made", (), {"__new__": constructor(one)}),
}
"""What has a signature when it is called."""


def constructor(signature: inspect.Signature) -> Any:
    return made(with_self(signature), "__new__")


@many
@given(wanted=signatures(), given_one=signatures(), way=st.sampled_from(sorted(CALLBACKS)))
def test_a_callback_conforms_exactly_when_every_call_form_binds(
    wanted: inspect.Signature, given_one: inspect.Signature, way: str
) -> None:
    callback = CALLBACKS[way](given_one)
    landing = keyword_filled(given_one, body=LANDED) if way == "partial by name" else made(given_one, body=LANDED)
    unbound = [*unbound_forms(wanted, callback), *misplaced(wanted, landing)]

    found = violations(callback, interface_of(wanted, "__call__"))

    assert (not found) is (not unbound), f"{wanted} by {way} {given_one}: {found}, does not bind {unbound[:3]}"


@some
@given(wanted=signatures(), way=st.sampled_from(sorted(WAYS)))
def test_a_signature_takes_all_calls_that_itself_allows(wanted: inspect.Signature, way: str) -> None:
    assert violations(WAYS[way](wanted), interface_of(wanted)) == ()


@some
@given(given_one=signatures(), way=st.sampled_from(sorted(CALLBACKS)))
def test_what_is_gradual_accepts_every_signature(given_one: inspect.Signature, way: str) -> None:
    for rest in inspect.Parameter.empty, Any:
        wanted = [
            parameter("args", ARGS).replace(annotation=rest),
            parameter("kwargs", KWARGS).replace(annotation=rest),
        ]
        assert violations(CALLBACKS[way](given_one), interface_of(inspect.Signature(wanted), "__call__")) == ()


# Behaviours

HEADS = {"def": ("def", "return None"), "async": ("async def", "return None"), "stream": ("async def", "yield None")}


@dataclass(frozen=True)
class Method:
    """A method as an implementer would write it."""

    name: str
    parameters: tuple[inspect.Parameter, ...]
    form: str
    result: str = ""
    static: bool = False
    wrapped: bool = False
    instead: tuple[Any, ...] = ()

    def raw(self) -> Any:
        """Return the class's attribute with the method's name."""
        if self.instead:
            return self.instead[0]
        head, body = HEADS[self.form]
        signature = inspect.Signature([parameter("self", ONLY), *self.parameters])
        function = made(signature, self.name, head, body)
        if self.result:
            function.__annotations__ = {**function.__annotations__, "return": self.result}
        if self.wrapped:
            function = passing_all_on(function)
        return staticmethod(function) if self.static else function

    def adding(self, new: inspect.Parameter) -> "Method":
        """Return the method with one more parameter, after those of its kind."""
        ordered = [*self.parameters, new]
        ordered.sort(key=lambda one: (one.kind, one.default is None))
        return replace(self, parameters=tuple(ordered))

    def changing(self, index: int, **changes: Any) -> "Method":
        parameters = [*self.parameters]
        parameters[index] = parameters[index].replace(**changes)
        return replace(self, parameters=tuple(parameters))

    def of_kind(self, kind: Any, first: int) -> "Method":
        return replace(
            self, parameters=(*self.parameters[:first], *(one.replace(kind=kind) for one in self.parameters[first:]))
        )

    def has(self, kind: Any) -> bool:
        return any(one.kind is kind for one in self.parameters)

    @property
    def optional(self) -> list[int]:
        return [index for index, one in enumerate(self.parameters) if one.default is None]

    @property
    def required(self) -> list[int]:
        empty = inspect.Parameter.empty
        return [index for index, one in enumerate(self.parameters) if one.default is empty and one.kind in {ONLY, BOTH}]


def passing_all_on(function: Callable[..., object]) -> Callable[..., object]:
    @functools.wraps(function)
    def wrapper(*args: object, **kwargs: object) -> object:
        return function(*args, **kwargs)

    return wrapper


def method_of(name: str, function: Any) -> Method:
    """Read from a protocol the method that an implementer would write."""
    plain = [
        one.replace(annotation=inspect.Parameter.empty, default=one.default if one.default is one.empty else None)
        for one in list(inspect.signature(function).parameters.values())[1:]
    ]
    result = get_origin(get_type_hints(function).get("return"))
    form = "async" if inspect.iscoroutinefunction(function) else "stream" if result is AsyncIterator else "def"
    return Method(name, tuple(plain), form)


BEHAVIOURS = {
    name: protocol
    for name, protocol in contract.PROTOCOLS.items()
    if any(inspect.isfunction(member) for member in contract.members(protocol).values())
}

Edit = Callable[[Method], Method]


def broken(method: Method) -> Iterator[tuple[str, Method]]:
    """Yield each way of breaking a method, with the code that says so."""
    yield "member-is-none", replace(method, instead=(None,))
    yield "not-callable", replace(method, instead=("text",))
    yield "wrong-binding", replace(method, static=True)
    if method.form == "def":
        yield "async-for-sync", replace(method, form="async")
    if method.form == "async":
        yield "sync-for-async", replace(method, form="def")
        yield "iterator-for-coroutine", replace(method, form="stream")
    if method.form == "stream":
        yield "coroutine-for-iterator", replace(method, form="async")
    if method.optional:
        first = method.optional[0]
        yield "parameter-required", method.changing(first, default=inspect.Parameter.empty)
        yield "parameter-name", method.changing(first, name="other")
        by_name = tuple(one.replace(kind=NAMED) if one.default is None else one for one in method.parameters)
        yield "parameter-kind", replace(method, parameters=by_name)
        yield "parameter-kind", replace(method, parameters=tuple(one.replace(kind=ONLY) for one in method.parameters))
    yield "extra-required-parameter", method.adding(parameter("more", NAMED))
    if method.has(ARGS):
        yield (
            "missing-var-positional",
            replace(method, parameters=tuple(one for one in method.parameters if one.kind is not ARGS)),
        )
    else:
        if not method.optional:
            yield "extra-required-parameter", method.adding(parameter("more", BOTH))
        if method.parameters:
            yield "too-few-parameters", replace(method, parameters=method.parameters[:-1])


def lawful(method: Method) -> Iterator[tuple[str, Edit]]:
    """Yield each way of changing a method that every caller survives."""

    def renamed(one: Method) -> Method:
        for index in one.required:
            one = one.changing(index, name=f"renamed_{index}")
        return one

    def named_as_well(one: Method) -> Method:
        return replace(one, parameters=tuple(p.replace(kind=BOTH) if p.kind is ONLY else p for p in one.parameters))

    def wider(one: Method) -> Method:
        return replace(one, parameters=tuple(p.replace(annotation=object) for p in one.parameters))

    yield "renamed", renamed
    yield "named as well", named_as_well
    yield "wider", wider
    yield "wrapped", lambda one: replace(one, wrapped=True)
    yield "**kwargs", lambda one: one.adding(parameter("kwargs", KWARGS))
    yield "optional by name", lambda one: one.adding(parameter("more", NAMED, optional=True))
    if not method.has(ARGS):
        yield "*args", lambda one: one.adding(parameter("args", ARGS))
        yield "optional", lambda one: one.adding(parameter("further", BOTH, optional=True))
    if method.form == "async":
        yield "def of awaitable", lambda one: replace(one, form="def", result="Awaitable[Any]")
    if method.form == "stream":
        yield "def of iterator", lambda one: replace(one, form="def", result="AsyncIterator[Any]")


def class_of(protocol: Any, methods: Mapping[str, Method], without: Sequence[str] = ()) -> type:
    """Make a class of real functions, with values for data members."""
    namespace: dict[str, Any] = {}
    for name, member in contract.members(protocol).items():
        if name in without:
            continue
        if name in methods:
            namespace[name] = methods[name].raw()
        else:
            namespace[name] = contract.sample(get_type_hints(member.fget)["return"])
    return type("Implementer", (), namespace)


def methods_of(protocol: Any) -> dict[str, Method]:
    members = contract.members(protocol)
    return {name: method_of(name, member) for name, member in members.items() if inspect.isfunction(member)}


@pytest.mark.parametrize("name", sorted(BEHAVIOURS))
def test_a_class_of_the_same_signatures_conforms(name: str) -> None:
    protocol = BEHAVIOURS[name]

    assert violations(class_of(protocol, methods_of(protocol))(), protocol) == ()


@pytest.mark.parametrize("name", sorted(BEHAVIOURS))
@few
@given(data=st.data())
def test_known_faults_are_told_exactly(name: str, data: st.DataObject) -> None:
    protocol = BEHAVIOURS[name]
    methods = methods_of(protocol)
    expected: list[tuple[str, str]] = []
    without: list[str] = []
    for member in contract.members(protocol):
        if data.draw(st.integers(0, 9), label=f"keep, drop or break {member}") == 0:
            without.append(member)
            expected.append((member, "missing-member" if member in methods else "missing-property"))
        elif member in methods and data.draw(st.booleans(), label=f"break {member}"):
            code, methods[member] = data.draw(st.sampled_from(list(broken(methods[member]))), label=member)
            expected.append((member, code))
    implementer = class_of(protocol, methods, without)

    assert [(one.member, one.code) for one in violations(implementer(), protocol)] == expected
    assert conforms(implementer(), protocol) is not bool(expected)


@pytest.mark.parametrize("name", sorted(BEHAVIOURS))
@few
@given(data=st.data())
def test_known_faults_of_a_class_are_those_of_its_objects(name: str, data: st.DataObject) -> None:
    protocol = BEHAVIOURS[name]
    methods = methods_of(protocol)
    for member, method in methods.items():
        if data.draw(st.booleans(), label=f"break {member}"):
            _, methods[member] = data.draw(st.sampled_from(list(broken(method))), label=member)
    implementer = class_of(protocol, methods)

    assert class_violations(implementer, protocol) == violations(implementer(), protocol)


@pytest.mark.parametrize("name", sorted(BEHAVIOURS))
@few
@given(data=st.data())
def test_lawful_changes_break_nothing(name: str, data: st.DataObject) -> None:
    protocol = BEHAVIOURS[name]
    methods = methods_of(protocol)
    for member, method in methods.items():
        changes = dict(lawful(method))
        chosen = data.draw(st.lists(st.sampled_from(sorted(changes)), unique=True, max_size=3), label=member)
        for change in chosen:
            methods[member] = changes[change](methods[member])
    implementer = class_of(protocol, methods)

    assert violations(implementer(), protocol) == ()
    assert class_violations(implementer, protocol) == ()


@pytest.mark.parametrize("name", sorted(BEHAVIOURS))
@few
@given(data=st.data())
def test_a_fault_is_seen_through_lawful_changes(name: str, data: st.DataObject) -> None:
    protocol = BEHAVIOURS[name]
    methods = methods_of(protocol)
    member = data.draw(st.sampled_from(sorted(methods)))
    code, faulty = data.draw(st.sampled_from(list(broken(methods[member]))))
    methods = {one: replace(method, wrapped=True) for one, method in methods.items()}
    methods[member] = replace(faulty, wrapped=not faulty.static)
    implementer = class_of(protocol, methods)

    assert [(one.member, one.code) for one in violations(implementer(), protocol)] == [(member, code)]


# Records


@dataclass
class Fault:
    """One edit of a value, and the violations that it must cause."""

    path: str
    told: frozenset[tuple[str, str]]
    apply: Callable[[], object] = field(repr=False)


def fault(path: str, code: str, apply: Callable[[], object]) -> Fault:
    return Fault(path, frozenset({(path, code)}), apply)


def stripped(hint: Any) -> Any:
    while get_origin(hint) in {Annotated, Final, NotRequired, Required}:
        hint = get_args(hint)[0]
    return hint


def takes_none(hint: Any) -> bool:
    return hint in {object, Any, None, type(None)} or any(takes_none(one) for one in get_args(hint) if is_union(hint))


def is_union(hint: Any) -> bool:
    return get_origin(hint) in {Union, types.UnionType}


def told_of(hint: Any, path: str) -> Iterator[tuple[str, str]]:
    """Yield the violations of an untyped object in place of a value of a type."""
    if hint in {object, Any}:
        return
    rest = [one for one in get_args(hint) if one is not type(None)]
    if is_union(hint) and len(rest) == 1:
        yield from told_of(rest[0], path)
    elif contract.is_protocol(hint):
        for name, member in contract.members(hint).items():
            yield f"{path}.{name}", "missing-property" if isinstance(member, property) else "missing-member"
    else:
        yield path, "wrong-literal" if get_origin(hint) is Literal else "wrong-value"


def faults_of(value: Any, hint: Any, path: str, put: Callable[[Any], None] | None) -> Iterator[Fault]:
    """Yield each edit that breaks a value of a type, here and further in."""
    hint = stripped(hint)
    if put is not None and (told := frozenset(told_of(hint, path))):
        yield Fault(path, told, lambda: put(object()))
    if is_union(hint):
        hint = next((one for one in get_args(hint) if one is not type(None)), hint)
    if is_typeddict(hint):
        yield from faults_of_record(value, hint, path)
    elif get_origin(hint) is Sequence:
        for index, item in enumerate(value):
            yield from faults_of(
                item, get_args(hint)[0], f"{path}[{index}]", functools.partial(value.__setitem__, index)
            )
    elif get_origin(hint) is Mapping:
        for key, item in value.items():
            yield from faults_of(item, get_args(hint)[1], f"{path}[{key!r}]", functools.partial(value.__setitem__, key))


def faults_of_record(value: dict[str, Any], record: Any, path: str) -> Iterator[Fault]:
    before = f"{path}." if path else ""
    yield fault(f"{before}zzz", "unknown-key", lambda: value.update(zzz=1))
    for key, hint in get_type_hints(record).items():
        place = f"{before}{key}"
        if key not in value:
            continue
        if key in record.__required_keys__:
            yield fault(place, "missing-key", functools.partial(value.pop, key))
        elif not takes_none(stripped(hint)):
            yield fault(place, "none-for-absent-key", functools.partial(value.__setitem__, key, None))
        yield from faults_of(value[key], hint, place, functools.partial(value.__setitem__, key))


def record_of(draw: st.DrawFn, value: Any, hint: Any) -> Any:
    """Leave out some optional keys of a sample, and give sequences some more items."""
    hint = stripped(hint)
    if is_union(hint):
        hint = next((one for one in get_args(hint) if one is not type(None)), hint)
    if is_typeddict(hint):
        hints = get_type_hints(hint)
        kept = [key for key in value if key in hint.__required_keys__ or draw(st.booleans())]
        return {key: record_of(draw, value[key], hints[key]) for key in kept}
    if get_origin(hint) is Sequence:
        return [
            record_of(draw, contract.sample(get_args(hint)[0]), get_args(hint)[0])
            for _ in range(draw(st.integers(0, 3)))
        ]
    return value


@st.composite
def values(draw: st.DrawFn, record: Any) -> Any:
    value = record_of(draw, contract.sample(record), record)
    for index, one in enumerate(value.get("provides", ())):
        one["qualifier"] = f"number {index}"  # each facet with each qualifier once
    return value


@pytest.mark.parametrize("name", sorted(contract.TYPED_DICTS))
@few
@given(data=st.data())
def test_a_valid_record_conforms(name: str, data: st.DataObject) -> None:
    record = contract.TYPED_DICTS[name]

    assert violations(data.draw(values(record)), record) == ()


@pytest.mark.parametrize("name", sorted(contract.TYPED_DICTS))
@few
@given(data=st.data())
def test_faults_of_a_record_are_told_with_their_paths(name: str, data: st.DataObject) -> None:
    record = contract.TYPED_DICTS[name]
    value = data.draw(values(record), label="value")
    chosen: list[Fault] = []
    drawn = st.lists(st.sampled_from(list(faults_of(value, record, "", None))), min_size=1, max_size=3)
    for one in data.draw(drawn, label="faults"):
        if not any(other.path.startswith(one.path) or one.path.startswith(other.path) for other in chosen):
            chosen.append(one)
    for one in chosen:
        one.apply()

    found = violations(value, record)

    assert len({(one.member, one.code) for one in found}) == len(found)
    assert {(one.member, one.code) for one in found} == frozenset[tuple[str, str]]().union(
        *(one.told for one in chosen)
    )
