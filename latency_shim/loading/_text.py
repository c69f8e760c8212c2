"""Texts of others in messages."""

import os
from contextlib import suppress


def clean(text: str) -> str:
    """Return a text on one line, without characters that a terminal would obey."""
    return "".join(
        one if one.isprintable() else one.encode("unicode_escape").decode() for one in " ".join(text.split())
    )


def told(error: BaseException) -> str:
    """Return what an exception says, and where it was raised: in the last file that is not Python's own machinery."""
    name = type(error).__name__
    text = ""
    with suppress(Exception):  # the text of another's exception may raise anything
        text = clean(str(error))
    place = ""
    entry = None if isinstance(error, SyntaxError) else error.__traceback__  # a SyntaxError names its place itself
    while entry is not None:
        file = entry.tb_frame.f_code.co_filename
        if not file.startswith("<") and f"{os.sep}importlib{os.sep}" not in file and not file.startswith(_HERE):
            place = f" ({clean(file)}, line {entry.tb_lineno})"
        entry = entry.tb_next
    return f"{name}: {text}{place}" if text else f"{name}{place}"


_HERE = os.path.dirname(__file__) + os.sep  # noqa: PTH120 - as traces have it
