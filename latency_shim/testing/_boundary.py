"""Checking every value that an implementation returns, with the structural checker and with typeguard."""

import inspect
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, get_origin

import typeguard

from latency_shim.conformance import ConformanceError
from latency_shim.conformance._annotations import UNKNOWN
from latency_shim.conformance._checking import fresh_violations, value_violations
from latency_shim.conformance._members import interface_of
from latency_shim.conformance._wording import named
from latency_shim.conformance._wording import shown as object_shown
from latency_shim.testing._patience import guard
from latency_shim.testing._wording import cut

if TYPE_CHECKING:
    from latency_shim.conformance._interface import Member


class Watched:
    """Stands for an implementation, and checks what each of its members returns."""

    def __init__(self, target: object, interface: Any) -> None:
        self._target = target
        self._interface = named(interface)
        self._members: Mapping[str, Member] = {member.name: member for member in interface_of(interface).members}

    def __repr__(self) -> str:
        kind = type(self._target)
        return f"<{kind.__module__}.{kind.__qualname__} object>"  # its own might be long

    def __getattr__(self, name: str) -> Any:
        __tracebackhide__ = True
        guard.again()
        value = getattr(self._target, name)
        member = self._members.get(name)
        if member is None:
            return value
        where = f"{self._interface}.{name}"
        if not member.is_method:
            return expect(value, member.hint, where)
        hint = member.hints.get("return", UNKNOWN)

        def call(*args: Any, **keywords: Any) -> Any:
            __tracebackhide__ = True
            guard.again()
            if inspect.iscoroutinefunction(member.function):
                return expect_awaited(partial(value, *args, **keywords), hint, f"what {where}() gives when awaited")
            result = value(*args, **keywords)
            if get_origin(hint) is AsyncIterator:
                return expect_items(result, hint, f"what {where}() gives")
            return expect(result, hint, f"what {where}() gives")

        call.__qualname__ = where  # as failing assertions show it
        return call


def implementation(watched: Any) -> Any:
    """Return the implementation for which an object stands."""
    return object.__getattribute__(watched, "_target")


def nonconformance(obj: object, interface: Any) -> ConformanceError | None:
    """Return an error that lists how an object departs from an interface, if it does.

    What is remembered of its class does not count, since a test may have changed the class.
    """
    found = fresh_violations(obj, interface)
    return ConformanceError(object_shown(obj), named(interface), found) if found else None


def expect(value: object, hint: Any, where: str) -> Any:
    """Return the value; if it is not of the type that the contract has, raise with what is wrong."""
    __tracebackhide__ = True
    if hint is UNKNOWN:
        return value
    faults = [line for fault in value_violations(value, hint) for line in fault.lines()]
    if not faults:
        try:
            typeguard.check_type(
                value,
                hint,
                forward_ref_policy=typeguard.ForwardRefPolicy.IGNORE,
                collection_check_strategy=typeguard.CollectionCheckStrategy.ALL_ITEMS,
            )
        except typeguard.TypeCheckError as error:
            faults = [str(error)]
    if faults:
        raise AssertionError("\n  ".join([f"{where} is not {named(hint)}:", *cut(faults)]))
    return value


async def expect_awaited(call: Callable[[], Awaitable[object]], hint: Any, where: str) -> Any:
    """Call an async method where a loop is running, await what it gave, and check it."""
    __tracebackhide__ = True
    result = call()
    if not inspect.isawaitable(result):
        raise AssertionError(f"{where}: it cannot be awaited, the method is not async")
    return expect(await result, hint, where)


async def expect_items(result: AsyncIterator[object], hint: Any, where: str) -> AsyncIterator[Any]:
    """Iterate over what a method gave, and check each item."""
    __tracebackhide__ = True
    expect(result, hint, where)
    [item_hint] = hint.__args__
    async for item in result:
        yield expect(item, item_hint, f"an item of {where}")
