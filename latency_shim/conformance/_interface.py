# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# What is inspected here can be of any type.
"""A protocol compiled once: which members it has, in which order, and what each of them promises."""

import contextlib
import functools
import types
from collections import abc
from collections.abc import Iterator, Mapping
from typing import Any, Protocol, TypeVar, get_origin
from weakref import ref

from latency_shim.conformance._annotations import (
    UNKNOWN,
    arguments,
    bindings_in,
    is_type_var,
    of_class,
    of_function,
    parameters_of,
    qualified,
    raw_of_class,
    stripped,
    substitute,
    with_receiver,
)
from latency_shim.conformance._cache import KnownClasses
from latency_shim.conformance._inspection import (
    MISSING,
    class_name,
    in_class,
    is_a,
    is_contract,
    is_protocol,
    mro,
    namespace,
)
from latency_shim.conformance._signatures import Signature, bound_to, overloads_of, signature_of
from latency_shim.conformance._wording import named

_T_co = TypeVar("_T_co", covariant=True)
_T_contra = TypeVar("_T_contra", contravariant=True)


# The abstract classes of the standard library that are protocols to type checkers, with the types that they leave out.
class _Sized(Protocol):
    def __len__(self) -> int: ...


class _Hashable(Protocol):
    def __hash__(self) -> int: ...


class _Container(Protocol[_T_contra]):
    def __contains__(self, item: _T_contra, /) -> bool: ...


class _Iterable(Protocol[_T_co]):
    def __iter__(self) -> abc.Iterator[_T_co]: ...


class _Iterator(Protocol[_T_co]):
    def __next__(self) -> _T_co: ...


class _Reversible(Protocol[_T_co]):
    def __reversed__(self) -> abc.Iterator[_T_co]: ...


class _Awaitable(Protocol[_T_co]):
    def __await__(self) -> abc.Generator[Any, Any, _T_co]: ...


class _AsyncIterable(Protocol[_T_co]):
    def __aiter__(self) -> abc.AsyncIterator[_T_co]: ...


class _AsyncIterator(Protocol[_T_co]):
    def __anext__(self) -> abc.Awaitable[_T_co]: ...


class _Buffer(Protocol):
    def __buffer__(self, flags: int, /) -> memoryview: ...


class _ContextManager(Protocol[_T_co]):
    def __enter__(self) -> _T_co: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: types.TracebackType | None, /
    ) -> bool | None: ...


class _AsyncContextManager(Protocol[_T_co]):
    async def __aenter__(self) -> _T_co: ...
    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: types.TracebackType | None, /
    ) -> bool | None: ...


STANDARD: dict[int, Any] = {
    id(getattr(home, name)): stand_in
    for home, name, stand_in in (
        (abc, "Sized", _Sized),
        (abc, "Hashable", _Hashable),
        (abc, "Container", _Container),
        (abc, "Iterable", _Iterable),
        (abc, "Iterator", _Iterator),
        (abc, "Collection", None),
        (abc, "Reversible", _Reversible),
        (abc, "Awaitable", _Awaitable),
        (abc, "AsyncIterable", _AsyncIterable),
        (abc, "AsyncIterator", _AsyncIterator),
        (abc, "Buffer", _Buffer),
        (contextlib, "AbstractContextManager", _ContextManager),
        (contextlib, "AbstractAsyncContextManager", _AsyncContextManager),
    )
    if hasattr(home, name)
}
"""What stands in for each of them, by the id of the class; `Collection` only joins others."""

NOT_MEMBERS = frozenset(
    [
        "_MutableMapping__marker",
        "__abstractmethods__",
        "__annotate__",
        "__annotate_func__",
        "__annotations__",
        "__annotations_cache__",
        "__callable_proto_members_only__",
        "__class_getitem__",
        "__classcell__",
        "__classdictcell__",
        "__conditional_annotations__",
        "__dict__",
        "__doc__",
        "__final__",
        "__firstlineno__",
        "__match_args__",
        "__module__",
        "__non_callable_proto_members__",
        "__orig_bases__",
        "__orig_class__",
        "__parameters__",
        "__protocol_attrs__",
        "__qualname__",
        "__slots__",
        "__static_attributes__",
        "__subclasshook__",
        "__type_params__",
        "__typing_is_deprecated_inherited_runtime_protocol__",
        "__typing_is_runtime_checkable__",
        "__weakref__",
        "_is_protocol",
        "_is_runtime_protocol",
    ]
)
"""What Python puts into the namespace of a protocol."""


class Member:
    """A member of a protocol: a method, or data."""

    def __init__(self, name: str, owner: type, bindings: Mapping[Any, Any]) -> None:
        """Read the member that a protocol declares. The protocol itself is not kept: it may go."""
        self.name = name
        self.owner_name = class_name(owner)
        self.of_contract = is_contract(owner)
        self._owner = ref(owner)
        self._bindings = bindings
        raw = self.raw
        self.is_method = is_a(raw, types.FunctionType, classmethod, staticmethod)
        hint, qualifiers = (UNKNOWN, frozenset()) if self.is_method else _declared(owner, name, raw)
        self.hint: Any = with_receiver(substitute(hint, bindings), owner)
        """The type of data."""
        is_descriptor = not is_a(raw, property) and in_class(type(raw), "__get__") is not MISSING
        self.is_settable = not (self.is_method or is_descriptor or qualifiers & {"ClassVar", "Final", "ReadOnly"}) and (
            not is_a(raw, property) or raw.fset is not None
        )
        """Whether callers may set the attribute."""
        self.is_of_class = "ClassVar" in qualifiers
        """Whether the class itself has the attribute."""

    @property
    def raw(self) -> Any:
        """The protocol's own attribute for the member, if there is one."""
        owner = self._owner()
        return UNKNOWN if owner is None else namespace(owner).get(self.name, UNKNOWN)

    @property
    def function(self) -> Any:
        """The function of the method."""
        return getattr(self.raw, "__func__", self.raw)

    @functools.cached_property
    def signatures(self) -> tuple[Signature, ...]:
        """The calls that the method must accept, one signature for each overload, and their results."""
        owner = self._owner()
        is_bound = not is_a(self.raw, staticmethod)
        functions = overloads_of(self.function, owner, self.name) or [self.function]
        found = (bound_to(signature_of(one, bound=is_bound, owner=owner), self._bindings) for one in functions)
        return tuple(_with_opaque_types(one, self._bindings) for one in found)

    @property
    def hints(self) -> Mapping[str, Any]:
        """The types that the method states, by the names of its parameters and `return`."""
        [first, *_] = self.signatures
        return {**{one.name: one.type for one in first.parameters or ()}, "return": first.result}


def _with_opaque_types(signature: Signature, bindings: Mapping[Any, Any]) -> Signature:
    """Put a class of which nothing else is known in the place of each type variable of a generic method.

    Callers choose what it stands for, so an implementation must accept, and return, whatever that is.
    """
    forms = [signature.result, *(one.type for one in signature.parameters or ())]
    free = {one for form in forms for one in (form, *parameters_of(form)) if is_type_var(form if one is form else one)}
    opaque: dict[Any, Any] = {}
    for one in free.difference(value for value in bindings.values() if is_type_var(value)):
        upper = one.__bound__
        if not one.__constraints__ and (upper is None or is_a(upper, type)):
            with contextlib.suppress(Exception):  # a class that cannot be extended
                opaque[one] = types.new_class(one.__name__, () if upper is None else (upper,))
    return bound_to(signature, opaque)


def _declared(owner: type, name: str, raw: Any) -> tuple[Any, frozenset[str]]:
    """Return the type of data, and its qualifiers."""
    getter = function_of_property(raw)
    if getter is not None:
        return of_function(getter, owner).get("return", UNKNOWN), frozenset()
    return qualified(of_class(owner).get(name, UNKNOWN))


def function_of_property(raw: Any) -> Any:
    """Return the function that computes a property, cached or not."""
    if is_a(raw, property):
        return raw.fget
    return raw.func if is_a(raw, functools.cached_property) else None


class Interface:
    """A protocol as the checker reads it."""

    def __init__(self, form: Any) -> None:
        """Read a protocol, which may have arguments."""
        protocol = get_origin(form) or form
        self.name = named(form)
        self.plain_name = class_name(protocol)
        self.of_contract = is_contract(protocol)
        self._protocol = ref(protocol)
        self.members = tuple(members_of(protocol, form))
        self.methods = frozenset(member.name for member in self.members if member.is_method)
        self.of_objects = self.methods | {"__orig_class__"}
        """What an object may have for itself, so that its class does not say everything: `Box[int]()` is not a `Box[str]()`."""
        self.is_behaviour = len(self.methods) == len(self.members)  # so the class of an object says everything
        self.is_record = bool(self.members) and not self.methods  # so its values are what counts
        self.known = KnownClasses()

    @property
    def protocol(self) -> type | None:
        """The protocol, for as long as anybody holds it."""
        return self._protocol()


def members_of(protocol: type, form: Any) -> Iterator[Member]:
    """Yield each member of a protocol and of those that it extends, in the order of their declaration."""
    args = arguments(form)
    bases = [base for base in mro(protocol) if is_protocol(base) or id(base) in STANDARD]
    spaces: dict[int, type | None] = {id(base): STANDARD.get(id(base), base) for base in bases}
    seen: set[str] = set()
    for base in reversed(bases):
        space = spaces[id(base)]
        if space is None:
            continue
        for name in dict.fromkeys([*raw_of_class(space), *namespace(space)]):
            if name in seen or not is_member(space, name):
                continue
            seen.add(name)
            stand_in, owner = next(
                (one, base) for base in bases if (one := spaces[id(base)]) is not None and is_member(one, name)
            )
            bindings = bindings_in(owner, args)
            if stand_in is not owner:
                given = args.get(id(owner)) or (Any,)
                bindings = dict.fromkeys(getattr(stand_in, "__parameters__", ()), given[0])
            yield Member(name, stand_in, bindings)


def is_member(protocol: type, name: str) -> bool:
    """Check whether a protocol declares a member itself."""
    if name in {"__init__", "__new__", "__slots__"} or name.startswith("_abc_"):
        return False
    if name in raw_of_class(protocol):
        return True
    space = namespace(protocol)
    if name == "__hash__" and space.get(name, MISSING) is None:
        return False  # what Python puts there beside `__eq__`
    return name in space and name not in NOT_MEMBERS


def interface_origin(form: Any) -> Any:
    """Return the protocol or TypedDict of a form, or the form itself."""
    return get_origin(form) or form


def is_interface_protocol(form: Any) -> bool:
    """Check whether a form is a protocol, with or without arguments, or an abstract class that counts as one."""
    origin = interface_origin(form)
    return is_protocol(origin) or id(origin) in STANDARD


def looked_through(form: Any) -> Any:
    """Return the interface that is meant by an alias, or by `Annotated`."""
    return stripped(form)


def name_of(form: Any) -> str:
    """Return the name of an interface as written in source code."""
    return named(form)
