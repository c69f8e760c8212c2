# ruff: noqa: T201 - a command line prints
"""The command line: `latency-shim`, also `python -P -m latency_shim`.

Each command stands in a module of its own, which loads only when that command is given.
"""

import os
import sys

TYPE_CHECKING = False  # true to type checkers; to import typing would double the time of `--help`

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

__all__ = ["main", "run"]

OK, NOT_CONFORMING, NOT_CHECKED = 0, 1, 2
INTERRUPTED, TERMINATED, CUT_OFF = 130, 143, 141
"""What a shell reports for SIGINT, SIGTERM and SIGPIPE."""


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run the command line; return the exit code."""
    from latency_shim.cli import _parser

    try:
        arguments = _parser.parse(sys.argv[1:] if argv is None else argv)
        if isinstance(arguments, str):
            print(arguments)
            return OK
        name = f"latency_shim.cli._{arguments.command.name}"
        __import__(name)
        command: Callable[[_parser.Arguments], int] = sys.modules[name].command
        return command(arguments)
    except _parser.UsageError as error:
        usage = error.command.usage if error.command else f"usage: {_parser.PROGRAM} COMMAND [options] ..."
        print(f"{usage}\nerror: {error}", file=sys.stderr)
        return NOT_CHECKED


def run(command: "Callable[[], int]" = main) -> int:
    """Run a command as a program; its exit code is never 0 or 1 if something unforeseen happens."""
    tidy_path()
    stdout: Any = sys.stdout
    if hasattr(stdout, "reconfigure"):  # else it is another object than the usual stream
        stdout.reconfigure(errors="backslashreplace")
    try:
        try:
            return command()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else it fails again when Python ends
        return CUT_OFF
    except KeyboardInterrupt as interrupt:
        print(" ".join(["interrupted", *map(str, interrupt.args)]), file=sys.stderr)
        return INTERRUPTED
    except Exception:  # noqa: BLE001 - else Python ends with 1, which means that a target does not conform
        import traceback

        traceback.print_exc()
        print("error: this is a fault of latency-shim itself; nothing is known about the targets", file=sys.stderr)
        return NOT_CHECKED


search_path: list[str] | None = None
"""The path on which modules of others are looked for; `None` as long as it is `sys.path` itself."""


def tidy_path() -> None:
    """Look for modules of our own in the standard library and the environment, and never in the current directory.

    Python puts the folder of the program, or the current directory, and those of PYTHONPATH before the standard
    library; a `json.py` there would be taken for the standard one.
    """
    global search_path  # noqa: PLW0603 - `sys.path` is global too
    standard = os.path.dirname(os.__file__)  # noqa: PTH120 - pathlib is heavy
    if search_path is not None or standard not in sys.path:
        return
    search_path = sys.path[:] if sys.flags.safe_path else sys.path[1:]
    place = search_path.index(standard)
    try:
        here = os.path.realpath(os.curdir)
    except OSError:  # it is gone
        here = ""
    first = [folder for folder in search_path[:place] if os.path.realpath(folder) != here]
    sys.path[:] = search_path[place:] + first
