"""A departure from an interface."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from latency_shim.conformance._wording import MOST_TEXT, cut


class Location(NamedTuple):
    """A place in a file."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Violation:
    """One way in which an object departs from an interface.

    `code` names the rule and is stable. `member` is the path to the fault, such as `provides[1].priority`, and empty
    for the object as a whole. `expected` and `found` are the two sides of the comparison. `help` says what to do, if
    that is known, and `location` where the method or class is defined, if it is defined in a file.
    """

    code: str
    member: str
    message: str
    expected: str
    found: str
    help: str = ""
    location: Location | None = None

    def within(self, place: str) -> "Violation":
        """Return the same violation, seen from further out."""
        joint = "" if not self.member or not place or self.member.startswith("[") else "."
        return replace(self, member=f"{place}{joint}{self.member}")

    def shortened(self) -> "Violation":
        """Return the same violation in a length that can be read, whatever names and values it mentions."""
        texts = {name: getattr(self, name) for name in ("member", "message", "expected", "found", "help")}
        if all(len(text) <= MOST_TEXT for text in texts.values()):
            return self
        return replace(self, **{name: cut(text, MOST_TEXT) for name, text in texts.items()})

    def lines(self) -> list[str]:
        """Return the text of the violation: what is wrong, and a line of help."""
        text = [f"{self.member or 'the object'}: {self.message} [{self.code}]"]
        return [*text, f"  help: {self.help}"] if self.help else text
