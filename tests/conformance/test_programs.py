"""Each annotated assignment of the programs is judged as its mark says; `oracle.py` holds the marks against pyright."""

import programs
import pytest

from latency_shim.conformance import violations

CASES = programs.all_cases()


@pytest.mark.parametrize("case", CASES, ids=[case.label for case in CASES])
def test_case(case: programs.Case) -> None:
    program = programs.load(case.program)
    if error := program.errors.get(case.name):
        raise error
    interface, value = program.values[case.name]
    found = violations(value, interface)
    place = f"{case.program}.py:{case.line}"
    assert bool(found) == bool(case.faults), (place, found)
    for member, codes in case.faults:
        assert any(fault.member == member and fault.code in codes for fault in found), (place, member, codes, found)
    for fault in found:
        assert any(fault.member == member and fault.code in codes for member, codes in case.faults), (place, fault)
