"""Providers that fail on demand."""

import functools
import inspect
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing, suppress
from difflib import get_close_matches
from types import BuiltinFunctionType
from typing import Any, TypeVar, cast

__all__ = ["failing"]

_T = TypeVar("_T")


def failing(provider: _T, method: str, error: BaseException, *, times: int | None = None) -> _T:
    """Return a provider that does all that `provider` does, except that `method` raises `error`.

    It raises the first `times` times, and always without `times`; afterwards the method does its work. An async method
    raises when it is awaited, an async iterator at its first step. The provider itself stays as it is and shares its
    state with the one that is returned, which is an instance of the same class and conforms to the same interfaces:

    ```python
    import asyncio

    from latency_shim import STATE_STORE, FacetError
    from latency_shim.conformance import verify
    from latency_shim.memory import MemoryStateStore, failing


    async def main() -> None:
        store = failing(MemoryStateStore(), "set", FacetError("the disk is full", "IO"), times=1)
        verify(store, STATE_STORE)
        try:
            await store.set("runs", 1)
        except FacetError as error:
            assert error.code == "IO"
        await store.set("runs", 1)
        assert await store.get("runs") == 1


    asyncio.run(main())
    ```

    Raises `AttributeError` when the provider has no such method.
    """
    original = _method_of(provider, method)
    if not isinstance(cast("object", error), BaseException):
        raise TypeError(f"error must be an exception to raise, not {error!r}")
    if times is not None and times < 0:
        raise ValueError(f"times must not be negative, but is {times}")
    failed = 0

    def fail() -> None:
        nonlocal failed
        if times is None or failed < times:
            failed += 1
            raise error.with_traceback(None)

    return cast("_T", _stand_in(provider, method, _failing_first(original, fail)))


def _method_of(provider: object, name: str) -> Callable[..., Any]:
    """Return a method of a provider, or say that there is none."""
    cls = type(provider).__name__
    if not hasattr(provider, name):
        near = get_close_matches(name, dir(provider), 1)
        hint = f"; help: did you mean {near[0]!r}?" if near else ""
        raise AttributeError(f"{cls} has no method {name!r}{hint}", name=name, obj=provider)
    found: Any = getattr(provider, name)
    if not callable(found):
        raise TypeError(f"{name!r} of {cls} is {type(found).__name__}, not a method")
    method: Callable[..., Any] = found
    return method


def _failing_first(original: Callable[..., Any], fail: Callable[[], None]) -> Callable[..., Any]:
    """Return a function of the same kind and signature that fails, or else calls the original."""

    async def iterating(*args: Any, **keywords: Any) -> AsyncGenerator[Any, None]:
        fail()
        async with aclosing(original(*args, **keywords)) as iterator:
            async for item in iterator:
                yield item

    async def awaiting(*args: Any, **keywords: Any) -> Any:
        fail()
        return await original(*args, **keywords)

    def calling(*args: Any, **keywords: Any) -> Any:
        fail()
        return original(*args, **keywords)

    function: Callable[..., Any] = calling
    if inspect.isasyncgenfunction(original):
        function = iterating
    elif inspect.iscoroutinefunction(original):
        function = awaiting
    return functools.wraps(original)(function)


def _stand_in(provider: object, name: str, function: Callable[..., Any]) -> object:
    """Return an object that is the provider to whoever looks at it, with another method.

    Its class is derived from the provider's, so `isinstance` and static inspection see all members. What it is asked for
    it fetches from the provider: calls within the provider do not come to the failing method.
    """
    cls = type(provider)

    def get(_self: object, attribute: str, /) -> Any:
        return function if attribute == name else getattr(provider, attribute)

    def put(_self: object, attribute: str, value: object, /) -> None:
        setattr(provider, attribute, value)

    def delete(_self: object, attribute: str, /) -> None:
        delattr(provider, attribute)

    members: dict[str, Any] = {
        "__slots__": (),
        "__module__": cls.__module__,
        "__doc__": cls.__doc__,
        name: staticmethod(function),
        "__getattribute__": get,
        "__setattr__": put,
        "__delattr__": delete,
    }
    metaclass: Any = type(cls)
    derived: Any = metaclass(f"Failing{cls.__name__}", (cls,), members)
    builtin: Any = next(base for base in cls.__mro__ if isinstance(vars(base).get("__new__"), BuiltinFunctionType))
    stand_in: object = builtin.__new__(derived)
    with suppress(AttributeError, TypeError):  # a class with slots has no such dictionary
        object.__setattr__(stand_in, "__dict__", vars(provider))
    return stand_in
