# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# What is named here can be of any type.
"""Names and values as messages show them, in few characters and without running code of theirs."""

import re
import types
from collections.abc import Iterable
from typing import Any, Literal, get_args, get_origin

from latency_shim.conformance._inspection import class_name, is_a

LONGEST = 60
NEAR = 0.6
"""How much of two names, from 0 to 1, must be the same if one is written for the other."""
MOST_TEXT = 240
"""Characters of a field of a violation."""


def cut(text: str, length: int = LONGEST) -> str:
    """Return a text, shortened where it is too long to be read."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


def article(noun: str) -> str:
    """Return a noun with its article."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def shown(value: object) -> str:
    """Return a few characters that show a value."""
    kind = type(value)
    if type(value) is int and value.bit_length() > 4 * LONGEST:
        return "a huge int"
    if value is None or value is ... or kind is bool or kind is int or kind is float:
        return repr(value)
    if type(value) is str or type(value) is bytes:
        return cut(repr(value[:LONGEST]))
    if kind is types.FunctionType or kind is types.BuiltinFunctionType:
        return f"the function {cut(str(object.__getattribute__(value, '__name__')))}"
    if is_a(value, type):
        return f"the class {named(value)}"
    return article(named(kind))


def named(form: Any) -> str:
    """Return the name of a class, or of another form of a type, as written in source code."""
    if type(form) is type:
        return cut(class_name(form))
    try:
        return cut(_named(form, 0))
    except Exception:  # noqa: BLE001 - a form can be any object
        return "an unknown type"


def _named(form: Any, depth: int) -> str:
    if form is None or form is types.NoneType:
        return "None"
    if form is ...:
        return "..."
    if is_a(form, type) and type(form) is not types.GenericAlias:
        return class_name(form)
    if type(form) in (list, tuple):
        return f"[{', '.join(_named(one, depth + 1) for one in form)}]"
    args = get_args(form) if depth < 4 else ()  # noqa: PLR2004 - deeper ones are cut off anyway
    origin: Any = get_origin(form)
    if origin is Literal:
        return f"Literal[{', '.join(map(shown, args))}]"
    if type(form) is types.UnionType or class_name(type(form)) in {"_UnionGenericAlias", "Union"}:
        return " | ".join(_named(one, depth + 1) for one in args)
    plain: Any = form if origin is None else origin
    if is_a(plain, type):
        name = class_name(plain)
    else:
        name = re.sub(r"\b(?:\w+\.)+(?=\w)", "", str(getattr(plain, "__name__", None) or plain))
    if origin is tuple and form != origin and not args:
        return "tuple[()]"
    return f"{name}[{', '.join(_named(one, depth + 1) for one in args)}]" if args else name


def count(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def near(name: str, known: Iterable[str]) -> str:
    """Return help that names the nearest known name, if one is near."""
    name = name[:LONGEST]
    # Most have too few letters in common, which is found out in no time.
    likely = [
        one
        for one in known
        if len(one) <= 2 * LONGEST and sum(map(one.__contains__, name)) >= NEAR * (len(one) + len(name)) / 2
    ]
    if not likely:
        return ""
    from difflib import get_close_matches

    found = get_close_matches(name, likely, 1, NEAR)
    return f"did you mean {found[0]!r}?" if found else ""
