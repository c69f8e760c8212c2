# ruff: noqa: T201 - a command line prints
"""`latency-shim completion`: the arguments as argparse knows them, from which shtab makes a script."""

from __future__ import annotations

import argparse
import sys

from latency_shim.cli import NOT_CHECKED, OK
from latency_shim.cli._parser import COMMANDS, PROGRAM, Arguments, UsageError

__all__ = ["command"]


def command(arguments: Arguments) -> int:
    """Print a completion script."""
    try:
        import shtab
    except ImportError:
        print('error: shtab is not installed\nhelp: pip install "latency-stubs[completion]"', file=sys.stderr)
        return NOT_CHECKED
    [shell] = arguments.words
    if shell not in shtab.SUPPORTED_SHELLS:
        raise UsageError(f"no completion for {shell!r}; expected one of {', '.join(shtab.SUPPORTED_SHELLS)}")
    print(shtab.complete(parser(), shell))
    return OK


def parser() -> argparse.ArgumentParser:
    """Return a parser with the same commands and options."""
    whole = argparse.ArgumentParser(prog=PROGRAM)
    whole.add_argument("--version", action="store_true", help="show the version")
    commands = whole.add_subparsers()
    for one in COMMANDS.values():
        sub = commands.add_parser(one.name, help=one.summary)
        for option in one.options.values():
            if option.metavar:
                sub.add_argument(
                    f"--{option.name}", metavar=option.metavar, choices=option.choices or None, help=option.help
                )
            else:
                sub.add_argument(f"--{option.name}", action="store_true", help=option.help)
        for metavar, help_ in one.words:
            action = sub.add_argument(metavar.lower(), nargs="*" if one.most is None else None, help=help_)
            if metavar in {"TARGET", "MANIFEST"}:
                action.complete = {"bash": "_shtab_compgen_files", "zsh": "_files", "tcsh": "f"}  # type: ignore[attr-defined]
    return whole
