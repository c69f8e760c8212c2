"""Text that engines take for something else, and values that cannot be stored: for tests of providers."""

from typing import Any

NAMES = [
    "",
    "a",
    "A",
    "ab",
    "a\0",
    "a\0b",
    "\0",
    "a*",
    "a?",
    "a[b]",
    "[a-z]",
    "a\\",
    "a%",
    "a_",
    "^a",
    "a:b",
    "a b ",
    "a\nb",
    "'\"",
    "\x7f",
    "\x85",
    "é",
    "e\u0301",
    "É",
    "ß",
    "ss",
    "K",
    "\u212a",
    "İ",
    "\ufeff",
    "\U0010ffff",
    "x" * 500,
]
"""All differ, if only in capital letters, normal forms or what follows a NUL."""

SURROGATES = ["\ud800", "a\udcff", "\ud83d\ude00"]
"""They cannot be encoded as UTF-8."""

deep: list[object] = []
for _ in range(100_000):
    deep = [deep]


class Hostile(dict[str, object]):
    """A value that fails in its own way when it is looked at."""

    def items(self) -> Any:
        raise LookupError("hostile")


NOT_JSON = {
    "object": object(),
    "set": {1, 2},
    "NaN": float("nan"),
    "bytes": b"",
    "deep": deep,
    "huge": 10**5000,
    "hostile": Hostile(a=1),
}

FOREIGN = {
    "empty": b"",
    "bytes": b"\xff",
    "half": b"{",
    "python": b"'a'",
    "deep": b"[" * 100_000,
    "huge": b"9" * 5000,
    "NUL": b"\0",
}
"""What others may have written in place of JSON."""
