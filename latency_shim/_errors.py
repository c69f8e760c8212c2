"""How the errors of the contract are pickled and copied, whatever other exceptions a subclass derives from.

Exceptions written in C keep their state in slots of their own, set it in their constructors, and pickle the arguments of
those constructors alone. An error of the contract may come first or last among its bases, and its constructor may be
another one, so it is rebuilt without a call of any constructor, and all of its state travels by name.
"""

from types import GetSetDescriptorType, MemberDescriptorType
from typing import Any, SupportsIndex

HEAP_TYPE = 1 << 9  # of `type.__flags__`; the other classes are written in C


class Kept:
    """A value that copies share and that no pickle takes along, unless it `travels` and can be pickled."""

    __slots__ = ("travels", "value")

    def __init__(self, value: object = None, *, travels: bool = False) -> None:
        self.value = value
        self.travels = travels

    def __deepcopy__(self, memo: object) -> "Kept":
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return Kept, (self.value,) if self.travels and _picklable(self.value) else ()


def reduce_error(self: BaseException) -> tuple[Any, ...]:
    """Return how to rebuild an error, as `__reduce__` does."""
    state: dict[str, Any] = {}
    for cls in type(self).__mro__:
        for name, member in vars(cls).items():
            if isinstance(member, GetSetDescriptorType | MemberDescriptorType) and not name.startswith("__"):
                try:
                    value = member.__get__(self, type(self))
                except (AttributeError, TypeError):  # it was never set
                    continue
                if value is not None and cls is not BaseExceptionGroup:  # whose slots are read-only
                    state.setdefault(name, value)
    state |= vars(self)
    error: Any = self
    if (stays := getattr(type(self), "_stays", "")) in state:
        state[stays] = Kept(state[stays])
    arguments: tuple[Any, ...] = ()
    if isinstance(self, AttributeError):
        state["obj"] = Kept(error.obj, travels=True)  # Python puts it there: the object that lacks the attribute
    if isinstance(self, BaseExceptionGroup):
        arguments = error.message, error.exceptions
    return rebuilt, (type(error), *arguments), state


def reduce_error_ex(self: BaseException, protocol: SupportsIndex) -> str | tuple[Any, ...]:
    """Return what the first `__reduce__` of the contract or of a subclass does: other bases know their own state alone."""
    for cls in type(self).__mro__:
        if "__reduce__" in vars(cls) and getattr(cls, "__reduce_ex__", None) is reduce_error_ex:
            reduced: tuple[Any, ...] = vars(cls)["__reduce__"](self)
            return reduced
    return object.__reduce_ex__(self, protocol)


def rebuilt(cls: Any, *arguments: object) -> Any:
    """Return a new error without a call of Python code, which may demand other arguments."""
    native = cls
    while native.__flags__ & HEAP_TYPE:
        native = native.__base__
    return native.__new__(cls, *arguments)


def restore_error(self: BaseException, state: dict[str, Any] | None) -> None:
    """Set the attributes of an error that was rebuilt, as `__setstate__` does."""
    for name, kept in (state or {}).items():
        value = kept.value if type(kept) is Kept else kept
        BaseException.__setattr__(self, name, value)
        if name == "cause" and value is not kept and isinstance(value, BaseException):
            self.__cause__ = value


def attribute_of_error(self: BaseException, name: str) -> Any:
    """Return an attribute that the constructor would have set from `args`: it may be another base's that was called."""
    for cls in type(self).__mro__:
        defaults: dict[str, object] = vars(cls).get("_defaults", {})
        if name in defaults:
            default: Any = defaults[name]
            try:
                value = self.args[list(defaults).index(name)]
                return value if default is None else type(default)(value)  # as the constructor does
            except (IndexError, TypeError):
                return default
    raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)


def shown(value: object) -> str:
    """Return the `repr` of a value, or its class if there is none."""
    try:
        return repr(value)
    except Exception:  # noqa: BLE001 - a value's own code may raise anything
        return f"<{type(value).__name__}>"


def _picklable(value: object) -> bool:
    from pickle import dumps  # noqa: PLC0415 - needed for errors that are pickled alone

    try:
        dumps(value)
    except Exception:  # noqa: BLE001 - a value's own code may raise anything
        return False
    return True
