"""What stores of text and JSON share: what cannot be stored, or read, is a `FacetError` that says so."""

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from latency_shim import FacetError


def storable(name: str, text: str, code: str = "VALIDATION") -> str:
    """Return the text, which must be encodable as UTF-8: without surrogates. The error holds only the name."""
    if re.search("[\ud800-\udfff]", text):
        raise FacetError(f"{name} is not Unicode text: it contains a surrogate", code)
    return text


def decoded(names: Iterable[bytes]) -> list[str]:
    """Return the names that are UTF-8; what others named otherwise cannot be asked for by text."""
    found: list[str] = []
    for name in names:
        with suppress(UnicodeDecodeError):
            found.append(name.decode())
    return found


def dumped(name: str, value: object) -> str:
    """Return a value as JSON, which must not be circular, nested too deeply or not finite."""
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    except Exception as error:  # a value of its own class may raise anything
        raise FacetError(f"{name} is not JSON: {error}", "VALIDATION", cause=error) from error
    return storable(name, text)


def loaded(name: str, text: Any) -> Any:
    """Return the value of JSON that others may have written."""
    try:
        return json.loads(text)
    except (TypeError, ValueError, RecursionError) as error:
        raise FacetError(f"{name} is not JSON: {error}", "CORRUPT", cause=error) from error
