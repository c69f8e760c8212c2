"""Every verdict of the structural checker, in every test, is reached both ways: quickly, and with explanations."""

import threading
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from latency_shim.conformance import Violation, _checking
from latency_shim.conformance._members import ObjectOf, explain_member_of_class
from latency_shim.conformance._validators import Run, Validator


class _State(threading.local):
    compares = True


_state = _State()


@contextmanager
def one_way() -> Generator[bool]:
    """Check one way only in this block, as outside the tests; yield whether both ways were to be compared."""
    before = _state.compares
    _state.compares = False
    try:
        yield before
    finally:
        _state.compares = before


def install() -> None:
    """Let all that is checked from now on be checked both ways."""
    checking: Any = _checking
    quick, known, explained = checking.accepted, ObjectOf.knows, checking.explained

    def accepted(value: object, validator: Validator, run: Run | None = None) -> bool | None:
        verdict: bool | None = quick(value, validator, run)
        with one_way() as compares:
            if compares:
                found = explained(value, validator)
                assert verdict is None or verdict is not bool(found), (verdict, found)
        return verdict

    def knows(self: ObjectOf, value: object) -> bool:
        answer = known(self, value)
        with one_way() as compares:
            assert not (answer and compares) or not explained(value, self)
        return answer

    checking.accepted = accepted
    ObjectOf.knows = knows  # type: ignore[method-assign]
    sure_methods = ObjectOf.sure_methods

    def sure(self: ObjectOf, kind: type) -> set[str]:
        found = sure_methods(self, kind)
        with one_way() as compares:
            for member in self.interface.members if compares else ():
                if member.name in found:
                    findings = explain_member_of_class(kind, member, self, kind)
                    assert not [one for one in findings if isinstance(one, Violation)], member.name
        return found

    ObjectOf.sure_methods = sure  # type: ignore[method-assign]
