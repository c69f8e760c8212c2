"""docs/conformance.md shows each code by the message that it produces: every example there runs, with that output."""

import re
from pathlib import Path
from typing import Any

import pytest

import documents
from latency_shim import conformance

PAGE = (documents.ROOT / "docs" / "conformance.md").read_text(encoding="utf-8")
SECTIONS = re.findall(r"^### (.+?)\n(.*?)(?=^### |\Z)", PAGE, re.DOTALL | re.MULTILINE)
SOURCES = [*Path(str(conformance.__file__)).parent.glob("*.py")]
PRELUDE = """
import datetime
from collections.abc import Callable
from dataclasses import dataclass
from unittest.mock import Mock
from latency_shim import *
from latency_shim.conformance import *
from examples.in_memory import InMemoryRegistry, InMemoryState as Whole

class WholeSecrets:
    async def get_secret(self, key): ...
    async def set_secret(self, key, value): ...
    async def delete_secret(self, key): ...
    async def has_secret(self, key): ...

class WholeAgent:
    async def invoke(self, prompt, options=None): ...
    async def invoke_stream(self, prompt, options=None):
        yield prompt
    async def cancel(self, invocation_id): ...
    async def get_capabilities(self): ...

def report(obj, interface):
    try:
        verify(obj, interface)
    except ConformanceError as error:
        print(error)

def report_class(cls, interface):
    try:
        implements(interface)(cls)
    except ConformanceError as error:
        print(error)
"""


@pytest.mark.parametrize(("code", "section"), SECTIONS, ids=[code for code, _ in SECTIONS])
def test_example_prints_what_the_page_shows(code: str, section: str, capsys: pytest.CaptureFixture[str]) -> None:
    match = re.search(r"```py\n(.*?)```\n+```text\n(.*?)```", section, re.DOTALL)
    assert match is not None
    scope: dict[str, Any] = {}
    exec(PRELUDE, scope)  # noqa: S102 - our own
    exec(match[1], scope)  # noqa: S102 - our own page
    assert capsys.readouterr().out == match[2]
    assert f"[{code}]" in match[2]


def test_every_code_of_the_checker_is_on_the_page_and_no_other() -> None:
    used: set[str] = set()
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        used |= set(re.findall(r'(?:Violation|fault)\(\s*"([a-z-]+)"', text))
        used |= set(re.findall(r'yield "([a-z]+-[a-z-]+)", ', text))
        used |= set(re.findall(r'code, what = \("([a-z-]+)".*?\("([a-z-]+)"', text)[0] if "code, what" in text else ())
    assert used == {code for code, _ in SECTIONS}


def test_the_table_lists_every_section() -> None:
    assert re.findall(r"^\| \[`(.+?)`\]", PAGE, re.MULTILINE) == [code for code, _ in SECTIONS]


def test_the_example_of_the_module_runs() -> None:
    match = re.search(r"```python\n(.*?)```", conformance.__doc__ or "", re.DOTALL)
    assert match is not None
    exec(match[1], {})  # noqa: S102 - our own docstring
