"""Every verdict of the structural checker, in every test, is reached in both ways: the quick one and the explaining one."""

from typing import Any

from latency_shim.conformance import Violation, _checking
from latency_shim.conformance._members import ObjectOf, explain_member_of_class
from latency_shim.conformance._validators import Validator


def install() -> None:
    """Let all that is checked from now on be checked both ways."""
    checking: Any = _checking
    quick, known, explained = checking.accepted, checking._is_known, checking.explained

    def accepted(value: object, validator: Validator) -> bool | None:
        verdict: bool | None = quick(value, validator)
        found = explained(value, validator)
        assert verdict is None or verdict is not bool(found), (verdict, found)
        return verdict

    def is_known(obj: object, interface: Any) -> bool:
        answer: bool = known(obj, interface)
        assert not answer or not explained(obj, checking._plan(interface))
        return answer

    checking.accepted, checking._is_known = accepted, is_known
    sure_methods = ObjectOf.sure_methods

    def sure(self: ObjectOf, kind: type) -> set[str]:
        found = sure_methods(self, kind)
        for member in self.interface.members:
            if member.name in found:
                findings = explain_member_of_class(kind, member, self, kind)
                assert not [one for one in findings if isinstance(one, Violation)], member.name
        return found

    ObjectOf.sure_methods = sure  # type: ignore[method-assign]
