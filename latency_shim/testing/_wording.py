"""Messages of a few lines, whatever an implementation returns."""

from collections.abc import Sequence

WIDTH = 400
"""Characters of a line."""
LINES = 20
"""Lines of what could be without end."""


def shown(text: object, width: int = WIDTH) -> str:
    """Return a text, or the `repr` of anything else, cut in the middle."""
    line = text if isinstance(text, str) else repr(text)
    if len(line) <= width:
        return line
    half = width // 2
    return f"{line[:half]} … {line[-half:]} ({len(line)} characters)"


def cut(lines: Sequence[str], most: int = LINES) -> list[str]:
    """Return the first of some lines, each cut."""
    found = [shown(line) for line in lines[:most]]
    return found if len(lines) <= most else [*found, f"… and {len(lines) - most} more lines"]
