"""The arguments of each command, once: what is parsed, what `--help` says, and what a shell completes.

Python's own argparse takes as long to load and to write its help as Python takes to start, so it is not used here.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # true to type checkers; to import typing would double the time of `--help`

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["COMMANDS", "FORMATS", "Arguments", "Command", "Option", "UsageError", "parse"]

PROGRAM = "latency-shim"
SUMMARY = "Check objects, classes and manifests against the Latency plugin contract."
FORMATS = ("text", "json", "github", "sarif")
NARROWEST = 60
"""Columns below which help is not wrapped any more."""


class UsageError(Exception):
    """The arguments are wrong; the text is for whoever wrote them."""

    def __init__(self, message: str, command: Command | None = None) -> None:
        """Store the command whose usage is shown."""
        super().__init__(message)
        self.command = command


class Option:
    """An option of a command; with a `metavar` it takes a value, and without it is a flag."""

    def __init__(
        self, name: str, metavar: str, help: str, *, repeated: bool = False, choices: Sequence[str] = ()
    ) -> None:
        """Store what the help says."""
        self.name = name
        self.metavar = metavar
        self.help = help
        self.repeated = repeated
        self.choices = choices

    @property
    def label(self) -> str:
        """The option as the help shows it."""
        value = "|".join(self.choices) or self.metavar
        return f"--{self.name} {value}" if value else f"--{self.name}"


class Command:
    """A command: its words, its options and its help."""

    def __init__(
        self,
        name: str,
        summary: str,
        description: str,
        words: Sequence[tuple[str, str]],
        options: Sequence[Option],
        *,
        least: int,
        most: int | None,
        epilog: str = "",
    ) -> None:
        """Store what the help says, and how many words there can be."""
        self.name = name
        self.summary = summary
        self.description = description
        self.words = words
        self.options = {option.name: option for option in options}
        self.least = least
        self.most = most
        self.epilog = epilog

    @property
    def usage(self) -> str:
        """The first line of the help."""
        shown = [metavar for metavar, _ in self.words]
        if shown and self.most is None:
            shown[-1] += "..."
        if shown and not self.least:
            shown[-1] = f"[{shown[-1]}]"
        return " ".join([f"usage: {PROGRAM} {self.name}", *(["[options]"] if self.options else []), *shown])

    def help(self) -> str:
        """Return the whole help."""
        rows = [("--help", "show this help"), *((one.label, one.help) for one in self.options.values())]
        parts = [self.usage, "\n".join(wrapped(self.description))]
        if self.words:
            parts.append("\n".join(["arguments:", *table(self.words)]))
        parts.append("\n".join(["options:", *table(rows)]))
        return "\n\n".join([*parts, self.epilog] if self.epilog else parts)


class Arguments:
    """The arguments that were given, of one command."""

    def __init__(self, command: Command, words: Sequence[str], values: dict[str, list[str]]) -> None:
        """Store them."""
        self.command = command
        self.words = words
        self._values = values

    def flag(self, name: str) -> bool:
        """Return whether an option is given."""
        return name in self._values

    def values(self, name: str) -> list[str]:
        """Return all values that an option is given."""
        return self._values.get(name, [])

    def value(self, name: str, default: str = "") -> str:
        """Return the last value that an option is given."""
        return [default, *self.values(name)][-1]

    @property
    def format(self) -> str:
        """The format of the report."""
        return "json" if self.flag("json") else self.value("format", "text")

    @property
    def timeout(self) -> float:
        """The seconds that each target may take."""
        text = self.value("timeout", "60")
        try:
            seconds = float(text)
        except ValueError:
            seconds = -1
        if not 0 < seconds <= 1_000_000:  # noqa: PLR2004 - also refuses nan
            raise UsageError(f"--timeout takes a number of seconds above 0, not {text!r}", self.command)
        return seconds


JSON = Option("json", "", "the same as --format json")
FORMAT = Option("format", "FORMAT", "format of the report (default: text)", choices=FORMATS)
TIMEOUT = Option("timeout", "SECONDS", "time limit of each target (default: 60)")
PROVIDED = Option(
    "provided",
    "FACET",
    "a facet that the core itself provides, or FACET:QUALIFIER; may be repeated",
    repeated=True,
)
TRACEBACK = Option("traceback", "", "show the traceback of a target that cannot be loaded, on stderr")

CHECK = Command(
    "check",
    "check objects, classes and manifests",
    "Check each TARGET, and show every way in which it departs from its interface.",
    [
        (
            "TARGET",
            "module:attribute, path/to/file.py:attribute, a manifest in TOML or JSON, or an installed distribution",
        )
    ],
    [
        Option(
            "as",
            "INTERFACE",
            "a name of the contract, such as FacetRegistry or facets.Logger, or the module:attribute of your own "
            "protocol, TypedDict or FacetKey; may be repeated (default: inferred from the target)",
            repeated=True,
        ),
        Option("plan", "", "also plan the manifests together, as `plan` does"),
        PROVIDED,
        FORMAT,
        JSON,
        TIMEOUT,
        TRACEBACK,
    ],
    least=1,
    most=None,
    epilog="""\
examples:
  latency-shim check logging:root                        an object; its interface is inferred
  latency-shim check my_core.store:Store                 a class; its instances are checked
  latency-shim check src/my_core/store.py:Store          the same, by its file
  latency-shim check my_core:cache --as my_core:Cache    against your own protocol, TypedDict or FacetKey
  latency-shim check plugins/*.toml pyproject.toml       manifests

exit codes:
  0  all targets conform
  1  a target does not conform
  2  wrong usage, or a target was not checked, or there was nothing to check""",
)
COMMANDS = {
    one.name: one
    for one in (
        CHECK,
        Command(
            "plan",
            "plan which providers plugins will get",
            "Show what each plugin will be bound to, the order in which plugins start, and every problem. Nothing is "
            "imported.",
            [("MANIFEST", "a manifest in TOML or JSON")],
            [
                PROVIDED,
                FORMAT,
                JSON,
                TIMEOUT,
            ],
            least=1,
            most=None,
        ),
        Command(
            "plugins",
            "list the installed plugins",
            "List the entry points in the group latency.plugins, without importing them.",
            [],
            [
                Option("check", "", "load and check each plugin, then plan all together"),
                PROVIDED,
                FORMAT,
                JSON,
                TIMEOUT,
                TRACEBACK,
            ],
            least=0,
            most=0,
        ),
        Command(
            "list",
            "list the interfaces of the contract",
            "List the interfaces of the contract.",
            [],
            [JSON],
            least=0,
            most=0,
        ),
        Command(
            "show",
            "show the stub of an interface",
            "Show the stub of an interface, with all docstrings.",
            [("INTERFACE", "such as FacetRegistry, or facets.Logger")],
            [],
            least=1,
            most=1,
        ),
        Command(
            "schema",
            "print the JSON Schema of a record",
            "Print the JSON Schema of a TypedDict of the contract, such as PluginManifest, or of the report of "
            "--format json. Without a NAME, list them.",
            [("NAME", "such as PluginManifest, or report")],
            [],
            least=0,
            most=1,
        ),
        Command(
            "new",
            "write a project: a plugin, a provider or a core",
            "Write a project into the folder NAME: pyproject.toml with an entry point, manifest, module and tests.",
            [("KIND", "plugin, provider or core"), ("NAME", "of the distribution, such as release-notes")],
            [],
            least=2,
            most=2,
        ),
        Command(
            "completion",
            "print a completion script for a shell",
            'Print a completion script. Needs the extra: pip install "latency-stubs[completion]".',
            [("SHELL", "bash, zsh or tcsh")],
            [],
            least=1,
            most=1,
        ),
    )
}
EPILOG = """\
examples:
  latency-shim check my_core.registry:Registry
  latency-shim check my_core:logger --as facets.Logger
  latency-shim check plugin.toml --format json
  latency-shim show FacetRegistry
  latency-shim plugins --check

`latency-shim COMMAND --help` shows the options of a command."""


def parse(words: Sequence[str]) -> Arguments | str:
    """Return the arguments, or the text of the help that is asked for; raise `UsageError` if they are wrong."""
    first, *rest = words or [""]
    if first in {"-h", "--help"}:
        return overview()
    if first == "--version":
        return version()
    command = COMMANDS.get(first)
    if command is None:
        if not first:
            raise UsageError("which command?")
        kind = "option" if first.startswith("-") else "command"
        raise UsageError(f"unknown {kind} {first!r}{suggestion(first, COMMANDS)}")
    if any(word in {"-h", "--help"} for word in rest):
        return command.help()
    return arguments(command, rest)


def arguments(command: Command, rest: Sequence[str]) -> Arguments:
    """Return the arguments of a command; options can stand anywhere before `--`."""
    words: list[str] = []
    values: dict[str, list[str]] = {}
    remaining = iter(rest)
    for word in remaining:
        if word == "--":
            words += remaining
        elif word.startswith("-") and word != "-":
            name, equals, given = word.removeprefix("--").partition("=")
            option = command.options.get(name) if word.startswith("--") else None
            if option is None:
                near = suggestion(name, command.options, "--")
                raise UsageError(f"{command.name} has no option {word.partition('=')[0]}{near}", command)
            values.setdefault(name, []).extend(value(command, option, remaining, given if equals else None))
        else:
            words.append(word)
    if len(words) < command.least:
        missing = command.words[min(len(words), len(command.words) - 1)][0]
        raise UsageError(f"{command.name} needs {missing}", command)
    if command.most is not None and len(words) > command.most:
        raise UsageError(f"{command.name} takes no further argument: {words[command.most]!r}", command)
    return Arguments(command, words, values)


def value(command: Command, option: Option, remaining: Iterator[str], given: str | None) -> list[str]:
    """Return the value of an option; nothing for a flag."""
    if not option.metavar:
        if given is not None:
            raise UsageError(f"--{option.name} takes no value", command)
        return []
    text = next(remaining, None) if given is None else given
    if text is None:
        raise UsageError(f"--{option.name} needs {option.metavar}", command)
    if option.choices and text not in option.choices:
        near = suggestion(text, option.choices) or f"; expected one of {', '.join(option.choices)}"
        raise UsageError(f"--{option.name}: unknown {option.metavar.lower()} {text!r}{near}", command)
    return [text]


def suggestion(name: str, known: Iterable[str], dashes: str = "") -> str:
    """Return help that names what is spelt much the same."""
    from difflib import get_close_matches

    near = get_close_matches(name, [*known], 1)
    return f"; did you mean {dashes}{near[0]}?" if near else ""


def overview() -> str:
    """Return the help of the program."""
    commands = table([(one.name, one.summary) for one in COMMANDS.values()])
    options = table([("--help", "show this help"), ("--version", "show the version")])
    parts = [
        f"usage: {PROGRAM} COMMAND [options] ...",
        "\n".join(wrapped(SUMMARY)),
        "\n".join(["commands:", *commands]),
        "\n".join(["options:", *options]),
        EPILOG,
    ]
    return "\n\n".join(parts)


def version() -> str:
    """Return the version of the distribution."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as of

    try:
        return f"latency-stubs {of('latency-stubs')}"
    except PackageNotFoundError:
        return "latency-stubs (not installed)"


# Layout


def table(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Return the lines of two columns."""
    width = min(max(len(left) for left, _ in rows), 24)
    lines: list[str] = []
    for left, right in rows:
        first, *others = wrapped(right, width + 4)
        lines.append(f"  {left:{width}}  {first}" if len(left) <= width else f"  {left}")
        indent = " " * (width + 4)
        lines += [indent + line for line in ([] if len(left) <= width else [first]) + others]
    return lines


def wrapped(text: str, indent: int = 0) -> list[str]:
    """Return the lines of a text, as wide as the terminal leaves room for."""
    width = max(columns(), NARROWEST) - indent - 1
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".lstrip()
    return lines


def columns() -> int:
    """Return how wide the terminal is."""
    text = os.environ.get("COLUMNS", "")
    if text.isdecimal() and int(text):
        return int(text)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (AttributeError, ValueError, OSError):  # no terminal
        return 80
