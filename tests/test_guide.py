"""The guide to the contract kit works as written, from an empty file to a green run."""

import re
from pathlib import Path

import pytest

import latency_shim.testing
from mutants import QUIET

GUIDE = (Path(__file__).parent.parent / "docs" / "testing.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^(?:[^\n]*`(\w+\.py)`:\n\n)?```(python|console|text)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def test_the_guide_works_as_written(pytester: pytest.Pytester) -> None:
    outcomes: list[dict[str, int]] = []
    output: list[str] = []
    for file, kind, text in BLOCK.findall(GUIDE):
        if file:
            pytester.path.joinpath(file).write_text(text, encoding="utf-8")
        elif kind == "console" and text.startswith("$ pytest"):
            result = pytester.runpytest_subprocess(*QUIET, *text.split()[2:])  # a test_registry is loaded here
            outcomes.append(result.parseoutcomes())
            output = result.outlines
        elif kind == "text":
            assert [line for line in text.splitlines() if not any(line in found for found in output)] == []
    first, second, third = outcomes
    assert first["failed"] == 1
    assert second["failed"] > 5
    assert set(third) == {"passed"}


def test_the_guide_names_every_suite_and_its_fixture() -> None:
    for name in latency_shim.testing.__all__:
        if name.endswith("Contract") and name != "Contract":
            fixture = getattr(latency_shim.testing, name).fixture
            assert re.search(rf"^\| `{name}`.* \| .*`(binder|logger_at|{fixture})`", GUIDE, re.MULTILINE), name
