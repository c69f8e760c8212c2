# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# What is inspected here can be of any type.
"""Looking at objects without running their code."""

import sys
import types
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

MISSING: Any = object()
"""Sentinel for a missing attribute."""
LRU_CACHE = type(lru_cache(callable))
"""The wrapper in C that `functools.lru_cache` and `functools.cache` make."""
FUNCTIONS = (
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodType,
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
    types.MethodWrapperType,
    types.ClassMethodDescriptorType,
)

_mro = type.__dict__["__mro__"].__get__
_namespace = type.__dict__["__dict__"].__get__
_class_name = type.__dict__["__name__"].__get__
_qualname = type.__dict__["__qualname__"].__get__
_class_module = type.__dict__["__module__"].__get__


def mro(kind: type) -> tuple[type, ...]:
    """Return the method resolution order, not what a metaclass says of it."""
    found: tuple[type, ...] = _mro(kind)
    return found


def namespace(kind: type) -> Mapping[str, Any]:
    """Return the attributes that a class itself defines."""
    found: Mapping[str, Any] = _namespace(kind)
    return found


def class_name(kind: type) -> str:
    """Return the name of a class, not what a metaclass says of it."""
    found: str = _class_name(kind)
    return found


def qualname(kind: type) -> str:
    """Return the qualified name of a class, not what a metaclass says of it."""
    found: str = _qualname(kind)
    return found


def module_of(kind: type) -> str:
    """Return the name of the module that defines a class."""
    found = namespace(kind).get("__module__")
    if type(found) is str:
        return found
    builtin = _class_module(kind) if not (kind.__flags__ & HEAP) else ""
    return builtin if type(builtin) is str else ""


HEAP = 1 << 9
"""The flag of classes that a `class` statement, or a call, makes."""


def is_a(value: object, *kinds: type) -> bool:
    """Check the real class of a value; `isinstance` also asks `__class__`, which can say anything, or raise."""
    found = type(value)
    for kind in kinds:
        if found is kind:
            return True
    for base in _mro(found)[1:-1]:
        for kind in kinds:
            if base is kind:
                return True
    return False


def is_one_of(thing: object, *others: object) -> bool:
    """Check identity; `in` also asks `__eq__`, which can say anything, or raise."""
    for other in others:  # noqa: SIM110 - a generator takes four times as long
        if thing is other:
            return True
    return False


def is_subclass(kind: type, other: type) -> bool:
    """Check whether a class is a subclass of another, virtual ones included; if a metaclass raises, it is not."""
    for base in _mro(kind):
        if base is other:
            return True
    if type(other) is type:
        return False
    meta = type(kind)
    if meta is not type and any(in_class(meta, name) is not in_class(type, name) for name in ("__eq__", "__hash__")):
        # It may pass for any class, where classes are kept in a set.
        return any(is_subclass(base, other) for base in _mro(kind)[1:] if type(base) is type)
    try:
        return type(other).__subclasscheck__(other, kind) is True
    except Exception:  # noqa: BLE001 - a metaclass may raise what it likes
        return False


def type_of(obj: Any) -> type:
    """Return the class in which the attributes of an object are looked up; a class stands for itself."""
    return obj if is_a(obj, type) else type(obj)


def in_class(kind: type, name: str) -> Any:
    """Return an attribute of a class or of those that it extends, as it is stored there, or `MISSING`."""
    for base in _mro(kind):
        space = _namespace(base)
        if name in space:
            return space[name]
    return MISSING


def owner_in_class(kind: type, name: str) -> type | None:
    """Return the class of the method resolution order that stores an attribute."""
    return next((base for base in _mro(kind) if name in _namespace(base)), None)


def own_values(obj: object) -> dict[str, Any]:
    """Return the attributes of an object itself."""
    if type(in_class(type(obj), "__dict__")) not in (types.GetSetDescriptorType, types.MemberDescriptorType):
        return {}
    try:
        values = object.__getattribute__(obj, "__dict__")
    except Exception:  # noqa: BLE001 - objects with slots have none, and proxies may raise
        return {}
    own: dict[str, Any] = values if type(values) is dict else {}
    return own


def is_plain(kind: type) -> bool:
    """Check whether all attributes of the instances of a class are in the class and in a dictionary of each."""
    for base in mro(kind)[:-1]:
        space = namespace(base)
        if "__getattr__" in space or "__getattribute__" in space:
            return False
        # Before 3.15 the descriptor of another class, from a namespace that was copied, works for no object.
        own = space.get("__dict__")
        if own is not None and (type(own) is not types.GetSetDescriptorType or own.__objclass__ not in (base, object)):
            return False
    return True


OF_OBJECTS, OF_MODULES = (_namespace(one)["__getattribute__"] for one in (object, types.ModuleType))
"""The look-ups that find only what is stored."""


def is_dynamic(kind: type) -> bool:
    """Check whether instances of a class have attributes that are stored nowhere."""
    looks_up = False
    for base in _mro(kind):
        space = _namespace(base)
        if "__getattr__" in space:
            return True
        if not looks_up and "__getattribute__" in space:
            found = space["__getattribute__"]
            if found is not OF_OBJECTS and found is not OF_MODULES:
                return True
            looks_up = True
    return False


def is_data_descriptor(raw: Any) -> bool:
    """Check whether a class attribute takes precedence over an instance attribute."""
    return in_class(type(raw), "__set__") is not MISSING or is_a(raw, property)


def is_mock(kind: type) -> bool:
    """Check whether a class is one of `unittest.mock`."""
    if "unittest.mock" in sys.modules:
        for base in _mro(kind):
            name = _namespace(base).get("__module__")
            if type(name) is str and name == "unittest.mock":
                return True
    return False


def is_protocol(form: Any) -> bool:
    """Check whether a class is a protocol; `Protocol` itself is none."""
    return is_a(form, type) and bool(namespace(form).get("_is_protocol", False)) and not is_root(form)


def is_root(kind: type) -> bool:
    """Check whether a class is `Protocol`, of either module."""
    return class_name(kind) == "Protocol" and module_of(kind) in {"typing", "typing_extensions"}


def is_typed_dict(form: Any) -> bool:
    """Check whether a class is a TypedDict, of the standard library or of `typing_extensions`."""
    return is_a(form, type) and any(class_name(base) == "_TypedDictMeta" for base in mro(type(form)))


def is_contract(kind: type) -> bool:
    """Check whether a class is one of the contract's: no body does anything there, and all times are aware."""
    return module_of(kind).partition(".")[0] == "latency_shim"
