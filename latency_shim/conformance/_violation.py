"""A departure from an interface."""

from dataclasses import dataclass
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
        if not place:
            return self
        joint = "" if not self.member or self.member.startswith("[") else "."
        member = f"{place}{joint}{self.member}"
        return Violation(self.code, member, self.message, self.expected, self.found, self.help, self.location)

    def shortened(self) -> "Violation":
        """Return the same violation in a length that can be read, whatever names and values it mentions."""
        texts = self.member, self.message, self.expected, self.found, self.help
        if len("".join(texts)) <= MOST_TEXT:  # as nearly always
            return self
        member, message, expected, found, help_ = (cut(text, MOST_TEXT) for text in texts)
        return Violation(self.code, member, message, expected, found, help_, self.location)

    def lines(self) -> list[str]:
        """Return the text of the violation: what is wrong, and a line of help."""
        text = [f"{self.member or 'the object'}: {self.message} [{self.code}]"]
        return [*text, f"  help: {self.help}"] if self.help else text
