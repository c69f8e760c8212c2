"""What a departure from an interface is, and how it is told."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LONGEST = 60


@dataclass(frozen=True, slots=True)
class Violation:
    """One way in which an object departs from an interface.

    `code` names the kind of fault and is stable; `member` says where, as a path such as
    `provides[1].priority`, empty for the object as a whole; `expected` and `found` say what is compared.
    """

    code: str
    member: str
    message: str
    expected: str
    found: str

    def within(self, place: str) -> "Violation":
        """Give the same violation seen from further out."""
        joint = "" if not self.member or self.member.startswith("[") else "."
        return Violation(self.code, f"{place}{joint}{self.member}", self.message, self.expected, self.found)

    def shortened(self) -> "Violation":
        """Give the same violation in a length that can be read, whatever names and values it tells of."""
        return Violation(
            self.code, *(cut(text, 240) for text in (self.member, self.message, self.expected, self.found))
        )


def cut(text: str, length: int = LONGEST) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"


def is_a(value: object, *kinds: type) -> bool:
    """Go by what a value is; `isinstance` also asks its `__class__`, which can say anything, or raise."""
    return issubclass(type(value), kinds)


def shown(value: object) -> str:
    """Show a value in a few characters, without running any code of it."""
    kind = type(value)
    if type(value) is int and value.bit_length() > 4 * LONGEST:
        return "a huge int"
    if value is None or value is ... or any(kind is one for one in (bool, int, float)):
        return repr(value)
    if type(value) is str or type(value) is bytes:
        text = repr(value[:LONGEST])
        return cut(text)
    if is_a(value, type):
        return f"the class {named(value)}"
    return f"{'an' if named(kind)[:1].lower() in 'aeiou' else 'a'} {named(kind)}"


def named(kind: Any) -> str:
    """Give the name of a class or another form of a type, without running any code of it."""
    if is_a(kind, type):
        return cut(str(type.__dict__["__name__"].__get__(kind)))
    text = re.sub(r"\b(?:\w+\.)+(?=\w)", "", str(kind))  # names without their modules
    return cut(text)


def hint_at(name: str, known: list[str]) -> str:
    """Give the end of a sentence that names the nearest known name, if one is near."""
    from difflib import get_close_matches  # which loads where something is wrong

    near = get_close_matches(name, known, 1)
    return f"; did you mean {near[0]!r}?" if near else ""


_mro = type.__dict__["__mro__"].__get__
_namespace = type.__dict__["__dict__"].__get__


def mro(kind: type) -> tuple[type, ...]:
    found: tuple[type, ...] = _mro(kind)  # not what a metaclass says
    return found


def namespace(kind: type) -> Mapping[str, Any]:
    found: Mapping[str, Any] = _namespace(kind)
    return found


def is_mock(kind: type) -> bool:
    for base in mro(kind):
        module = namespace(base).get("__module__")
        if type(module) is str and module == "unittest.mock":
            return True
    return False
