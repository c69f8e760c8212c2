"""The page of the checker's rules: `python tests/rules_page.py` says whether it is up to date.

The table comes from the rules, and the text below each example is what the example prints. `--write` writes both into
`docs/conformance.md`.
"""

import contextlib
import io
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
DOCUMENT = ROOT / "docs" / "conformance.md"
COMMAND = "python tests/rules_page.py --write"
TABLE = re.compile(r"(?<=<!-- rules -->\n).*?(?=<!-- /rules -->)", re.DOTALL)
SECTION = re.compile(r"^### `([a-z-]+)`\n(.*?)(?=^##|\Z)", re.DOTALL | re.MULTILINE)
EXAMPLE = re.compile(r"(?<=```py\n)(.*?)(```\n+```text\n)(.*?)(?=```)", re.DOTALL)
PRELUDE = """
import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from unittest.mock import Mock
from latency_shim import *
from latency_shim.conformance import *
from latency_shim.memory.state import MemoryStateStore
from latency_shim.memory import MemoryContext, MemoryPluginStateStore as Whole, MemoryRegistry

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


def sections(page: str) -> dict[str, str]:
    """Return the section of each rule, by the rule's code."""
    return dict(SECTION.findall(page))


def printed(example: str) -> str:
    """Run an example and return what it prints."""
    scope: dict[str, Any] = {"__name__": "example"}
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(PRELUDE, scope)  # noqa: S102 - our own
        exec(example, scope)  # noqa: S102 - our own page
    return output.getvalue()


def current(page: str) -> str:
    """Return the page with the table and the outputs as they are now."""
    from latency_shim.conformance._rules import table  # noqa: PLC0415 - run as a program, the path is set first

    page = TABLE.sub(lambda _: f"{table()}\n", page)
    return EXAMPLE.sub(lambda match: f"{match[1]}{match[2]}{printed(match[1])}", page)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    text = DOCUMENT.read_text(encoding="utf-8")
    if "--write" in sys.argv:
        DOCUMENT.write_text(current(text), encoding="utf-8")
    elif current(text) != text:
        sys.exit(f"{DOCUMENT.name} is out of date: run {COMMAND}")
