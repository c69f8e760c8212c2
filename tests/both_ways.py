"""Every verdict of the structural checker, in every test, is reached in both ways: the short one and the long one."""

import threading
from collections.abc import Callable
from typing import Any

from latency_shim import conformance
from latency_shim.conformance import Violation, _check, _interface, _values

_ways = threading.local()


def _unless_long(where: Any, name: str, otherwise: Callable[[], object]) -> None:
    """Let a function that finds out in a short way find out nothing while the long way is taken."""
    short = getattr(where, name)

    def chosen(*args: Any, **kwargs: Any) -> Any:
        return otherwise() if getattr(_ways, "long", False) else short(*args, **kwargs)

    setattr(where, name, chosen)


def _compared(name: str) -> None:
    """Take both ways, and give what the short one gives."""
    check = getattr(conformance, name)

    def compared(*args: Any) -> tuple[Violation, ...]:
        found = tuple(check(*args))
        _ways.long = True
        try:
            assert tuple(check(*args)) == found
        finally:
            _ways.long = False
        return found

    setattr(conformance, name, compared)


def install() -> None:
    """Let all that is checked from now on be checked both ways."""
    _unless_long(_check, "sure_methods", set)
    _unless_long(_check, "sure_values", set)
    _unless_long(_check, "probe_of", lambda: _values.never)
    _unless_long(_values.Record, "probe", lambda: _values.never)
    _unless_long(_interface.Interface, "knows", bool)
    _compared("check_interface")
    _compared("check_class")
    where: Any = conformance
    known = where.is_known

    def is_known(obj: object, form: Any) -> bool:
        answer: bool = known(obj, form)
        assert not (answer and where.check_interface(obj, form))
        return answer

    where.is_known = is_known
