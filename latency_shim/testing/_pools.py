"""What histories take their arguments from: names that are nearly equal, and objects of every kind."""

from collections.abc import Sequence
from typing import Any

from latency_shim import FacetKey
from latency_shim.testing._histories import Thing

_E_ACUTE, _COMBINED = "\u00e9", "e\u0301"

NEAR: Sequence[str] = (
    "a",
    "b",
    "A",
    "aa",
    "a ",
    " a",
    "a\t",
    "a\n",
    "\na",
    "ab",
    "ba",
    "a.b",
    "a:b",
    "a/b",
    "a/",
    "/a",
    "a\\",
    "a-b",
    "a_b",
    "a b",
    "a,b",
    "a#",
    "a@b",
    "a|b",
    "a;b",
    "a=b",
    "a+b",
    "a&b",
    "a%",
    "%",
    "a%2Fb",
    "a%20",
    "_",
    "a_",
    "a*",
    "*",
    "a?",
    "?",
    "[a]",
    "a[b]",
    "a.",
    ".",
    "..",
    "^a",
    "a$",
    "${a}",
    "$a",
    "{a}",
    "~a",
    "'a'",
    '"a"',
    "(a)",
    "<a>",
    "a\0",
    "\0",
    "\0a",
    "a\0b",
    "a\x1f",
    "a\x7f",
    "a\u00a0",
    "a\u200b",
    "\ufeffa",
    _E_ACUTE,
    _COMBINED,
    "e",
    _E_ACUTE.upper(),
    "\ufb01",
    "fi",
    "\uff41",
    "\u00df",
    "ss",
    "SS",
    "\u0131",
    "i",
    "I",
    "\u0130",
    "\u017f",
    "s",
    "\u212a",
    "K",
    "k",
    "\u03c2",
    "\u03c3",
    "\u03a3",
    "\u0430",
    "\U0001f511",
    "0",
    "00",
    "1",
    "01",
    "-1",
    "0.0",
    "1e0",
    "None",
    "none",
    "null",
    "True",
    "true",
    "false",
    "undefined",
    "default",
    "<default>",
    "Default",
    "any",
    "unqualified",
    "self",
    "id",
    "__class__",
    "__init__",
    "__proto__",
    "get",
    "keys",
    *("x" * (length - 1) + end for length in (8, 16, 32, 64, 128, 255, 256, 257, 1024) for end in "yz"),
    *("w" * length for length in (31, 32, 33, 255, 256, 257)),
)
"""Names that are different, though what folds, strips, cuts, expands or normalises them takes some for others."""

JOINERS: Sequence[str] = (":", ".", "/", "|", "#", "@", "-", "_", " ", ",", ";", "\0", "\x1f", "::", "=", "~", "\\", "")
"""What an implementation might put between two names to make one of them."""


def near_names(name: str, other: str) -> Sequence[str]:
    """Return names near to one that reads well, which is the first; `other` is the second."""
    return (
        name,
        other,
        name.lower(),
        name.upper(),
        f"{name} ",
        f" {name}",
        f"{name}s",
        name[:-1],
        name[1:],
        f"{name}.a",
        f"{name}:a",
        f"{name}/a",
        f"{name}*",
        "*",
        f"{name}%",
        f"{name}\0",
        f"{name[:-1]}\u00e9",
        f"{name[:-1]}e\u0301",
        f"{name}-{name}",
        f"{name[:-1]}?",
        f"{name[:-1]}_",
        "default",
        "0",
    )


class Equal:
    """Objects that are equal to everything."""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 1


class Shy:
    """Objects without a truth value, a length, a comparison or a hash."""

    def _refuse(self, *_: object) -> Any:
        raise RuntimeError("nobody may ask")

    __bool__ = __len__ = __eq__ = __hash__ = __iter__ = _refuse


class Agreeable:
    """Objects that have every attribute."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self


_EQUAL = "class Equal:\n        __eq__ = lambda *_: True\n        __hash__ = lambda _: 1"

OBJECTS: Sequence[Thing] = (
    Thing("one", "object()", object()),
    Thing("two", "object()", object()),
    Thing("three", "object()", object()),
    Thing("empty", "[]", []),
    Thing("another_empty", "[]", []),
    Thing("mapping", '{"size": 1}', {"size": 1}),
    Thing("equal_mapping", '{"size": 1}', {"size": 1}),
    Thing("False", "", value=False),
    Thing("0", "", 0),
    Thing('""', "", ""),
    Thing("None", "", None),
    Thing("()", "", ()),
    Thing("0.0", "", 0.0),
    Thing("int", "", int),
    Thing("len", "", len),
    Thing("anonymous", "lambda: 1", lambda: 1),
    Thing("bound", '{"size": 1}.get', {"size": 1}.get),
    Thing("NotImplemented", "", NotImplemented),
    Thing("...", "", ...),
    Thing("numbers", "{1, 2}", {1, 2}),
    Thing("iterator", "iter([1, 2])", iter([1, 2])),
    Thing("error", 'ValueError("no")', ValueError("no")),
    Thing("text", '"text"', "text"),
    Thing("equal", "unittest.mock.ANY  # equal to everything", Equal()),
    Thing("shy", "object of a class whose __bool__, __eq__, __hash__ and __len__ raise", Shy()),
    Thing("agreeable", "unittest.mock.Mock()", Agreeable()),
)
"""Objects whose truth value, equality, hash or type may mislead; the simplest first."""


def keyed(names: Sequence[str]) -> Sequence[str]:
    """Return the names, and some of them as typed keys."""
    return (*names, *(FacetKey(name, object) for name in names[:3]))
