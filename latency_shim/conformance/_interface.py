# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# What is inspected here can be of any type.
"""Reading an interface: which members it has, in which order, and what each of them promises."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from types import FunctionType
from typing import Any, ForwardRef, TypeVar, get_args, get_origin, get_type_hints
from weakref import ref

from latency_shim.composition.facet import FacetKey
from latency_shim.conformance._violation import is_a, namespace

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
        "__dict__",
        "__doc__",
        "__final__",
        "__firstlineno__",
        "__init__",
        "__match_args__",
        "__module__",
        "__new__",
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
        "__weakref__",
        "_abc_impl",
        "_is_protocol",
        "_is_runtime_protocol",
    ]
)
"""What Python puts into the namespace of a protocol."""
UNKNOWN: Any = object()
"""Stands for a type that is not stated or cannot be resolved: nothing is compared with it."""


@dataclass(frozen=True)
class Member:
    """A member of a protocol: a method, or data."""

    name: str
    owner: str  # the name of the protocol that declares it: the class itself would be kept for ever
    of_contract: bool
    raw: Any
    hint: Any = UNKNOWN  # of data
    bindings: Mapping[Any, Any] | None = None  # of the protocol's type parameters
    probes: dict[bool, Any] = field(default_factory=dict[bool, Any])  # see `_values.probe_of`

    @cached_property
    def is_method(self) -> bool:
        return isinstance(self.raw, FunctionType | classmethod | staticmethod)

    @cached_property
    def function(self) -> FunctionType:
        function: FunctionType = getattr(self.raw, "__func__", self.raw)
        return function

    @cached_property
    def hints(self) -> Mapping[str, Any]:
        """The types that the method states, as far as they can be resolved."""
        return {name: substitute(hint, self.bindings or {}) for name, hint in hints_of(self.function).items()}


class Interface:
    """A protocol as the checker reads it."""

    def __init__(self, protocol: type, bindings: Mapping[Any, Any]) -> None:
        """Read a protocol, and arguments for its type parameters."""
        self.members = tuple(members_of(protocol, bindings))
        self.methods = frozenset(member.name for member in self.members if member.is_method)
        self.is_behaviour = len(self.methods) == len(self.members)  # so the class of an object says everything
        self.is_record = bool(self.members) and not self.methods  # so its values are what counts
        self.needs_aware_times = is_contract(protocol)
        self.kinds: dict[int, ref[type]] = {}
        """The classes of which every object has methods that conform, by id: a class may hash as it likes."""

    def knows(self, kind: type) -> bool:
        """Whether the methods of a class were found to conform."""
        return id(kind) in self.kinds


def resolved(interface: Any) -> Any:
    """Give the form of a type that is meant: a facet key stands for its interface."""
    return interface.protocol if is_a(interface, FacetKey) else interface


def is_protocol(form: Any) -> bool:
    origin = form if is_a(form, type) else get_origin(form)
    return is_a(origin, type) and bool(type.__dict__["__dict__"].__get__(origin).get("_is_protocol", False))


def is_typed_dict(form: Any) -> bool:
    return type(form).__name__ == "_TypedDictMeta"  # the standard library's and that of typing_extensions


def name_of(form: Any) -> str:
    """Give the name of an interface as a person writes it."""
    args = ", ".join(name_of(arg) for arg in get_args(form))
    name = getattr(get_origin(form) or form, "__name__", str(form))
    return f"{name}[{args}]" if args else str(name)


known_interfaces: dict[int, Interface] = {}
"""What was read of protocols, by their ids. One that goes takes its entry along, before its id can be another's."""
_watched: dict[int, ref[Any]] = {}


def read(protocol: Any) -> Interface:
    """Read a protocol, which may have arguments."""
    place = id(protocol)
    if place in known_interfaces:
        return known_interfaces[place]
    origin = get_origin(protocol) or protocol
    bindings = dict(zip(getattr(origin, "__parameters__", ()), get_args(protocol), strict=False))

    def forget(_: object) -> None:
        del known_interfaces[place], _watched[place]

    interface = Interface(origin, bindings)
    _watched[place] = ref(protocol, forget)
    known_interfaces[place] = interface
    return interface


def is_contract(interface: type) -> bool:
    """Whether an interface is one of the contract's: no body does anything, and all times are aware."""
    return interface.__module__.partition(".")[0] == "latency_shim"


def members_of(protocol: type, bindings: Mapping[Any, Any]) -> Iterator[Member]:
    """Give each member of a protocol and of those that it extends, in the order of their declaration."""
    seen: set[str] = set()
    roots = {"typing.Protocol", "typing_extensions.Protocol"}
    bases = [
        base for base in protocol.__mro__ if f"{base.__module__}.{base.__name__}" not in roots and is_protocol(base)
    ]
    for base in reversed(bases):
        for name in dict.fromkeys([*annotations_of(base), *vars(base)]):
            if name in NOT_MEMBERS or name in seen:
                continue
            seen.add(name)
            owner = next(one for one in bases if name in vars(one) or name in annotations_of(one))
            raw = vars(owner).get(name, UNKNOWN)
            hint = substitute(data_hint(owner, name, raw), bindings)
            yield Member(name, owner.__name__, is_contract(owner), raw, hint, bindings)


def annotations_of(kind: type) -> Mapping[str, Any]:
    """Give the names that a class annotates, whatever their annotations are."""
    own: Mapping[str, Any] = {}
    with suppress(Exception):  # annotations can be any code
        if sys.version_info >= (3, 14):
            from annotationlib import Format, get_annotations

            own = get_annotations(kind, format=Format.FORWARDREF)
        else:
            own = namespace(kind).get("__annotations__", {})
    return own if type(own) is dict else {}


def data_hint(owner: type, name: str, raw: Any) -> Any:
    """Give the type of a data member."""
    if isinstance(raw, property) and raw.fget is not None:
        return hints_of(raw.fget).get("return", UNKNOWN)
    if name in annotations_of(owner):
        return hints_of(owner).get(name, UNKNOWN)
    return UNKNOWN


def hints_of(thing: Any) -> Mapping[str, Any]:
    """Give the types that are annotated; all of them or, where one cannot be resolved, those that can."""
    if cannot_be_unwrapped(thing):
        return {}
    with suppress(Exception):  # annotations can be any code
        return get_type_hints(thing)
    found: dict[str, Any] = {}
    raw: Mapping[str, Any] = {}
    with suppress(Exception):
        raw = annotations_of(thing) if isinstance(thing, type) else function_annotations(thing)
    scope = getattr(sys.modules.get(str(getattr(thing, "__module__", ""))), "__dict__", {})
    for name, annotation in raw.items():
        if is_a(annotation, str, ForwardRef):
            text = annotation if is_a(annotation, str) else annotation.__forward_arg__
            with suppress(Exception):  # else that one stays unknown
                found[name] = eval(text, dict(scope))  # noqa: S307 - what get_type_hints does, one by one
        else:
            found[name] = type(None) if annotation is None else annotation
    return found


def cannot_be_unwrapped(thing: Any) -> bool:
    """Whether get_type_hints, which follows wrappers, would go in a circle, or ask an object for `__wrapped__`."""
    seen: list[Any] = []
    while type(thing) is FunctionType and "__wrapped__" in vars(thing):
        if any(thing is one for one in seen):
            return True
        seen.append(thing)
        thing = vars(thing)["__wrapped__"]
    return bool(seen) and not is_a(thing, FunctionType, type)


def function_annotations(function: Any) -> Mapping[str, Any]:
    if sys.version_info >= (3, 14):
        from annotationlib import Format, get_annotations

        return get_annotations(function, format=Format.FORWARDREF)
    annotations: Any = getattr(function, "__annotations__", None)
    return annotations if type(annotations) is dict else {}


def substitute(hint: Any, bindings: Mapping[Any, Any]) -> Any:
    """Put arguments in the place of type parameters; what is left open is unknown."""
    if isinstance(hint, TypeVar):
        return bindings.get(hint, UNKNOWN)
    parameters = getattr(hint, "__parameters__", ())
    if not parameters or isinstance(hint, type):
        return hint
    try:
        return hint[tuple(bindings.get(parameter, Any) for parameter in parameters)]
    except TypeError:
        return UNKNOWN
