"""Bodies of functions that do nothing: what is declared, and not implemented."""

import dis
import functools
import linecache
import types
from typing import Any

_SKIPPED = {
    "CACHE", "COPY_FREE_VARS", "EXTENDED_ARG", "MAKE_CELL", "NOP", "NOT_TAKEN", "POP_TOP", "PRECALL", "PUSH_NULL",
    "RESUME", "RETURN_GENERATOR", "CALL_INTRINSIC_1", "RERAISE",
}  # fmt: skip
_CONSTANTS = {"LOAD_CONST", "LOAD_COMMON_CONSTANT", "RETURN_CONST"}


def is_stub(function: Any) -> bool:
    """Check whether the body of a function only declares it: `...`, `pass`, a docstring, or `NotImplementedError`.

    A `return` is a default.
    """
    for _ in range(20):  # wrappers within each other
        if type(function) is not types.FunctionType or "__wrapped__" not in vars(function):
            break
        function = vars(function)["__wrapped__"]
    return type(function) is types.FunctionType and _is_stub(function.__code__)


@functools.lru_cache(maxsize=2000)
def _is_stub(code: types.CodeType) -> bool:
    steps = [one for one in dis.get_instructions(code) if one.opname not in _SKIPPED]
    if not steps or len(steps) > 50:  # noqa: PLR2004 - more than a message
        return False
    names = [one.opname for one in steps]
    if steps[0].opname == "LOAD_GLOBAL" and steps[0].argval == "NotImplementedError":
        return names.count("RAISE_VARARGS") == 1 and not any(name.startswith("RETURN_") for name in names)
    if len(steps) > 2 or names[0] not in _CONSTANTS or steps[0].argval is not None:  # noqa: PLR2004 - load, return
        return False
    return not _is_written(steps[-1], code)


def _is_written(step: dis.Instruction, code: types.CodeType) -> bool:
    """Check whether a `return` is written where a function returns `None`, by the columns that its code notes."""
    place = step.positions
    if place is None or place.lineno is None or place.col_offset is None or place.end_col_offset is None:
        return False
    line = linecache.getline(code.co_filename, place.lineno).encode()
    if line:
        return line[place.col_offset : place.end_col_offset] in {b"None", b"return"}
    width = place.end_col_offset - place.col_offset
    if width == len("return"):
        return True
    # Without the source, `None` stands apart from `pass` by its column, as far as bodies are indented by four.
    return width == len("None") and place.lineno != code.co_firstlineno and place.col_offset % 4 == len("return ") % 4
