# pyright: reportUnknownArgumentType=false
# What is checked here can be of any type.
"""At run time the checker judges the static programs as their marks say: as mypy, pyright and the others do.

`tests/static/matrix.py` writes an implementer for each reason to be rejected and each liberty that the contract
gives; `nox -s static` sees that type checkers agree with the marks, and these tests that the structural checker does.
"""

import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from types import ModuleType
from typing import Any

import pytest

import documents
from latency_shim.conformance import class_violations, violations

sys.path.append(str(documents.ROOT / "tests" / "static"))
import matrix

PROGRAMS = {name: text for name, text in matrix.programs().items() if not name.startswith("implements_")}
REASON = r"(?:  # E (?P<reason>[^()]+?)(?: \(.*)?)?$"
# One code for each reason; where a fault shows in another way at run time, each way.
CODES = {
    "missing member": {"missing-member", "missing-property"},
    "sync for async": {"sync-for-async"},
    "async for sync": {"async-for-sync"},
    "coroutine for async iterator": {"coroutine-for-iterator"},
    "wrong result": {"return-type"},
    "wrong parameter type": {"parameter-type"},
    "wrong type": {"attribute-type", "wrong-value", "wrong-literal", "missing-member"},
    "extra required parameter": {"extra-required-parameter", "parameter-name", "parameter-required", "parameter-kind"}
    | {"parameter-type"},
    "too few parameters": {"too-few-parameters", "parameter-name", "parameter-kind", "parameter-type"},
    "renamed optional parameter": {"parameter-name"},
    "optional made required": {"parameter-required"},
    "optional parameter missing": {"too-few-parameters"},
    "optional made positional-only": {"parameter-kind"},
    "required made keyword-only": {"parameter-kind"},
    "missing *args": {"missing-var-positional"},
    "missing key": {"missing-key"},
    "unknown key": {"unknown-key"},
    "wrong literal": {"wrong-literal"},
    "None for an absent key": {"none-for-absent-key"},
}


def load(name: str) -> ModuleType:
    """Run a program; before 3.13 the class that its coroutines have takes no arguments."""
    text = PROGRAMS[name].replace("from types import CoroutineType", "from typing import Coroutine as CoroutineType")
    module = ModuleType(f"matrix_{name.removesuffix('.py')}")
    sys.modules[module.__name__] = module
    defined = "\n".join(line for line in text.splitlines() if not re.match(r"case\d+: .*# E", line))
    exec(defined, vars(module))  # noqa: S102 - our own program
    return module


def protocol_cases(name: str) -> Iterator[tuple[str, str, str | None]]:
    """Return class, interface and, if it must be rejected, the reason."""
    lines = PROGRAMS[name].splitlines()
    for line, following in pairwise(lines):
        if match := re.match(r"def check_(\w+)\(case: \w+\) -> (.*):", line):
            found = re.search(REASON, following)
            yield match[1], match[2], found["reason"] if found else None


@pytest.mark.parametrize("name", [name for name, text in PROGRAMS.items() if "def check_" in text])
def test_a_class_is_judged_as_the_marks_say(name: str) -> None:
    module: Any = load(name)
    for case, interface, reason in protocol_cases(name):
        found = class_violations(getattr(module, case), eval(interface, vars(module)))  # noqa: S307 - our own program
        codes = {fault.code for fault in found}
        assert codes <= CODES[reason] if reason else not codes, (case, reason, found)
        assert bool(codes) == bool(reason), (case, reason)


@pytest.mark.parametrize("name", [name for name, text in PROGRAMS.items() if "def check_" not in text])
def test_a_record_is_judged_as_the_marks_say(name: str) -> None:
    scope = vars(load(name))
    for line in PROGRAMS[name].splitlines():
        if match := re.match(r"case\d+: (\w+) = (.*?)" + REASON, line):
            found = violations(eval(match[2], scope), scope[match[1]])  # noqa: S307 - our own program
            codes = {fault.code for fault in found}
            assert codes <= CODES[match["reason"]] if match["reason"] else not codes, line
            assert bool(codes) == bool(match["reason"]), line
