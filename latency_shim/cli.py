# ruff: noqa: T201 - a command line prints
"""The command line: `latency-shim`, also `python -m latency_shim`.

What is heavy loads where it is needed, so that `--help` is there at once.
"""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import contextmanager, redirect_stdout, suppress

TYPE_CHECKING = False  # true to type checkers; to import typing would take a quarter of the time of `--help`

if TYPE_CHECKING:
    import ast
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import Any, Literal, TextIO, TypeAlias

    from latency_shim.conformance import Violation

    Kind: TypeAlias = Literal["behaviour", "record", "typed-dict"]
    Choice: TypeAlias = Literal["named", "inherited", "members", "manifest", "guess"]

__all__ = ["main", "parser", "run"]

GROUP = "latency.plugins"
SCHEMA = 1  # of what `--json` prints; docs/cli.md describes it
OK, NOT_CONFORMING, UNUSABLE = 0, 1, 2
INTERRUPTED, CUT_OFF = 130, 141  # what a shell reports for SIGINT and SIGPIPE

HEADINGS: dict[Kind, str] = {
    "behaviour": "behaviours",
    "record": "records that are read (protocols)",
    "typed-dict": "records that are written (TypedDicts)",
}
REASONS: dict[Choice, str] = {
    "named": "",
    "inherited": ", which it inherits from",
    "members": ", found by its members",
    "manifest": ", as a manifest",
    "guess": "",
}
MISSING = {"missing-member", "missing-property"}
NOTHING_NEAR = "no interface of the contract is near"
NAME_ONE = "name one with --as INTERFACE (`latency-shim list` shows them)"

EXAMPLES = """\
examples:
  latency-shim check my_core.registry:Registry
  latency-shim check my_core:logger --as facets.Logger
  latency-shim check plugin.toml --json
  latency-shim show FacetRegistry
  latency-shim plugins --check
"""
CHECK_EXAMPLES = """\
examples:
  latency-shim check logging:root                        an object; its interface is found by itself
  latency-shim check my_core.store:Store                 a class; its instances are meant
  latency-shim check my_core:cache --as my_core:Cache    against your own protocol, TypedDict or FacetKey
  latency-shim check plugins/*.toml                      manifests

exit codes:
  0  all conform
  1  something does not conform
  2  wrong use, or a target cannot be loaded, or no interface is near
"""


class CannotError(Exception):
    """Something cannot be had; the text says in one line what, and why."""


class Interface:
    """What something is checked against."""

    def __init__(self, name: str, kind: Kind, form: Any, home: str = "") -> None:
        self.name = name  # as `--as` takes it
        self.kind: Kind = kind
        self.form = form  # the protocol or TypedDict
        self.home = home  # module below `latency_shim`; empty for a user's own


class Result:
    """What came of one target and one interface."""

    def __init__(
        self,
        target: str,
        interface: str | None = None,
        chosen: Choice | None = None,
        violations: tuple[Violation, ...] = (),
        error: str | None = None,
        note: str | None = None,
    ) -> None:
        self.target = target
        self.interface = interface
        self.chosen: Choice | None = chosen
        self.violations = violations
        self.error = error
        self.note = note

    @property
    def status(self) -> Literal["ok", "fail", "error", "none"]:
        """Say in one word what came of it; "none" where no interface is near."""
        if self.error is not None:
            return "error"
        if self.interface is None:
            return "none"
        return "fail" if self.violations else "ok"


class Plugin:
    """An entry point, and the distribution that has it."""

    def __init__(self, name: str, value: str, distribution: str | None, version: str | None) -> None:
        self.name = name
        self.value = value
        self.distribution = distribution
        self.version = version


class Verdict:
    """How an object fares against one interface of the contract."""

    def __init__(
        self, interface: Interface, members: frozenset[str], present: int, sound: int, violations: tuple[Violation, ...]
    ) -> None:
        self.interface = interface
        self.members = members
        self.present = present
        self.sound = sound
        self.violations = violations


def parser() -> argparse.ArgumentParser:
    """Make the parser of the arguments."""
    whole = argparse.ArgumentParser(
        prog="latency-shim",
        description="Check objects, classes and manifests against the Latency plugin contract.",
        epilog=EXAMPLES,
        formatter_class=_Formatter,
        allow_abbrev=False,
    )
    whole.add_argument("--version", action=_Version, help="show the version and exit")
    commands = whole.add_subparsers(title="commands", dest="command", metavar="COMMAND", required=True)

    check = commands.add_parser(
        "check",
        help="check objects, classes and manifests",
        description="Check each TARGET, and show every way in which it departs from its interface.",
        epilog=CHECK_EXAMPLES,
        formatter_class=_Formatter,
        allow_abbrev=False,
    )
    check.add_argument(
        "targets",
        nargs="+",
        metavar="TARGET",
        help="module:attribute, or the path of a manifest that ends in .json or .toml",
    )
    check.add_argument(
        "--as",
        action="append",
        default=[],
        dest="interfaces",
        metavar="INTERFACE",
        help="a name of the contract, such as FacetRegistry or facets.Logger, or the module:attribute of your own "
        "protocol, TypedDict or FacetKey; may be repeated (default: inferred from the target)",
    )
    listing = commands.add_parser(
        "list",
        help="list the interfaces of the contract",
        description="List the interfaces of the contract.",
        formatter_class=_Formatter,
        allow_abbrev=False,
    )
    show = commands.add_parser(
        "show",
        help="show an interface as it stands in the stub",
        description="Show an interface as one reads it in the stub.",
        formatter_class=_Formatter,
        allow_abbrev=False,
    )
    show.add_argument("interface", metavar="INTERFACE", help="such as FacetRegistry, or facets.Logger")
    plugins = commands.add_parser(
        "plugins",
        help=f"list the installed plugins: entry points in the group {GROUP}",
        description=f"List the entry points in the group {GROUP}, without importing them.",
        formatter_class=_Formatter,
        allow_abbrev=False,
    )
    plugins.add_argument("--check", action="store_true", help="load each, and check it as `check` does")
    for command in check, listing, plugins:
        command.add_argument("--json", action="store_true", help="print one JSON document")
    for command in check, plugins:
        command.add_argument("--traceback", action="store_true", help="show the traceback of what cannot be loaded")
    return whole


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Writes as wide as the terminal is, which argparse asks a module that loads all kinds of compression."""

    def __init__(self, prog: str) -> None:
        columns = os.environ.get("COLUMNS", "")
        width = int(columns) if columns.isdecimal() else 0
        if not width:
            width = 80
            with suppress(AttributeError, ValueError, OSError):  # no terminal
                width = os.get_terminal_size(sys.__stdout__.fileno()).columns or width  # type: ignore[union-attr]
        super().__init__(prog, width=width - 2)


class _Version(argparse.Action):
    """Print the version, which is looked up only then."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:
        super().__init__(option_strings, dest, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("latency-stubs")
        except PackageNotFoundError:
            number = "(not installed)"
        print(f"latency-stubs {number}")
        parser.exit()


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    whole = parser()
    options, rest = whole.parse_known_args(argv)
    if options.command == "check" and not any(word.startswith("-") for word in rest):
        options.targets += rest  # those that stand behind an option
    elif rest:
        whole.error(f"unrecognized arguments: {' '.join(rest)}")
    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "check": _check_command,
        "list": _list_command,
        "show": _show_command,
        "plugins": _plugins_command,
    }
    with _current_directory():
        return commands[options.command](options)


def run(command: Callable[[], int] = main) -> int:
    """Run a command as a program: no traceback where the reader of a pipe goes away, nor when interrupted."""
    stdout: Any = sys.stdout
    with suppress(AttributeError):  # another object than the usual stream
        stdout.reconfigure(errors="backslashreplace")
    try:
        try:
            return command()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else it fails again when Python ends
        return CUT_OFF
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return INTERRUPTED


# --- the commands


def _check_command(options: argparse.Namespace) -> int:
    try:
        interfaces = [_interface(name) for name in options.interfaces]
    except CannotError as error:
        _complain("--as", error, options)
        return UNUSABLE
    results: list[Result] = []
    for target in options.targets:
        for one in _check_target(target, interfaces, options):
            results.append(one)
            if not options.json:
                _print_result(one)
    code = _exit_code(results)
    if options.json:
        _print_json({"exit_code": code, "results": [_as_json(one) for one in results]})
    return code


def _check_target(target: str, interfaces: Sequence[Interface], options: argparse.Namespace) -> list[Result]:
    """Check one target; what cannot be loaded is a result too."""
    try:
        is_file = _is_file(target)
        obj = _read(target) if is_file else _load(*_split(target))
        if not interfaces:
            return _judge_file(target, obj) if is_file else _find_some(target, obj)
    except CannotError as error:
        _complain(target, error, options)
        return [Result(target, error=str(error))]
    results: list[Result] = []
    for interface in interfaces:
        try:
            found = _judge_data(obj, interface) if is_file else _judge(obj, interface)
            results.append(Result(target, interface.name, "named", found))
        except CannotError as error:
            _complain(target, error, options)
            results.append(Result(target, interface.name, "named", error=str(error)))
    return results


def _list_command(options: argparse.Namespace) -> int:
    listed = [(one, _first_line(one.form)) for one in _contract()]
    if options.json:
        rows = [
            {
                "name": one.name,
                "package": one.home.partition(".")[0],
                "module": f"latency_shim.{one.home}",
                "kind": one.kind,
                "summary": summary,
            }
            for one, summary in listed
        ]
        _print_json({"interfaces": rows})
        return OK
    width = max(len(one.name) for one, _ in listed)
    for package in dict.fromkeys(one.home.partition(".")[0] for one, _ in listed):
        for kind, heading in HEADINGS.items():
            rows_of_kind = [
                (one.name, summary)
                for one, summary in listed
                if one.kind == kind and one.home.partition(".")[0] == package
            ]
            if rows_of_kind:
                print(_paint(f"{package}: {heading}", "1"))
            for name, summary in rows_of_kind:
                print(f"  {name:{width}}  {summary}")
    return OK


def _show_command(options: argparse.Namespace) -> int:
    try:
        print(_stub_text(options.interface))
    except CannotError as error:
        _complain(options.interface, error, options)
        return UNUSABLE
    return OK


def _plugins_command(options: argparse.Namespace) -> int:
    found = sorted(_plugins(), key=lambda plugin: (plugin.name, plugin.value))
    rows: list[dict[str, object]] = []
    results: list[Result] = []
    for plugin in found:
        name, version = plugin.distribution, plugin.version
        row: dict[str, object] = {"name": plugin.name, "value": plugin.value, "distribution": name, "version": version}
        rows.append(row)
        if not options.json:
            source = f"{name} {version}" if name else "(no distribution)"
            print(f"{_paint(_clean(plugin.name), '1')}  {_clean(plugin.value)}  {_clean(source)}")
        if options.check:
            of_plugin = _check_plugin(plugin, options)
            row["results"] = [_as_json(one) for one in of_plugin]
            results += of_plugin
            if not options.json:
                for one in of_plugin:
                    _print_result(one, "  ")
    code = _exit_code(results)
    if options.json:
        _print_json({"exit_code": code, "plugins": rows})
    elif not found:
        print(f"no plugins: there is no entry point in the group {GROUP}", file=sys.stderr)
    return code


def _plugins() -> Iterator[Plugin]:
    """Yield each entry point of the group, well formed or not.

    `importlib.metadata.entry_points` raises an error from 3.15 on if any entry point of any distribution is malformed.
    """
    from importlib.metadata import distributions

    seen: set[str] = set()
    for distribution in distributions():
        name: str | None = None
        version: str | None = None
        with suppress(Exception):  # the metadata may be missing
            name, version = distribution.name, distribution.version
        key = (name or "").lower().replace("-", "_").replace(".", "_")
        if name and key in seen:  # the first on the path is the one that is imported
            continue
        seen.add(key)
        section = ""
        for line in (distribution.read_text("entry_points.txt") or "").splitlines():
            text = line.strip()
            if text.startswith("["):
                section = text[1:].rstrip("]")
            elif section == GROUP and "=" in text and not text.startswith("#"):
                point, _, value = text.partition("=")
                yield Plugin(point.strip(), value.strip(), name, version)


def _check_plugin(plugin: Plugin, options: argparse.Namespace) -> list[Result]:
    """Load and check one entry point."""
    try:
        obj = _load(*_split_entry_point(plugin.value))
        # The contract does not say what a plugin's code looks like: one that is near no interface is no fault.
        return _find(plugin.value, obj) or [Result(plugin.value)]
    except CannotError as error:
        _complain(plugin.name, error, options)
        return [Result(plugin.value, error=str(error))]


# --- the interfaces


def _contract(module: str = "") -> list[Interface]:
    """Give the interfaces of the contract, in its order; or those of one module, without loading the others."""
    from latency_shim._barrel import MODULES

    found: list[Interface] = []
    names: set[str] = set()
    for home, public in MODULES.items():
        for name in public.split():
            form = _of_contract(home, name) if home.startswith(module) else None
            kind = _kind(form)
            if kind is not None:  # of a name that clashes, the root has the first
                found.append(Interface(f"{home.partition('.')[0]}.{name}" if name in names else name, kind, form, home))
            names.add(name)
    return found


def _of_contract(home: str, name: str) -> Any:
    from importlib import import_module

    return getattr(import_module(f"latency_shim.{home}"), name)


def _home(name: str) -> tuple[str, str]:
    """Give the module of the contract that defines a name, which may say its package, and the bare name."""
    from latency_shim._barrel import MODULES

    scope, _, bare = name.removeprefix("latency_shim.").removeprefix("latency.").rpartition(".")
    for home, public in MODULES.items():
        if bare in public.split() and scope in {"", home, home.partition(".")[0]}:
            return home, bare
    near = _suggestion(name, [one.name for one in _contract()])
    raise CannotError(f"the contract has no interface {name!r}{near}; your own is written module:attribute")


def _interface(name: str) -> Interface:
    """Give the interface that `--as` names."""
    from latency_shim.conformance._checking import resolved

    if ":" in name:
        home, form = "", _load(*_split(name))
    else:
        home, bare = _home(name)
        form = _of_contract(home, bare)
    form = resolved(form)
    if home:
        for one in _contract(home):
            if one.form is form:
                return one
    with _failing(f"{name} cannot be looked at"):
        kind = _kind(form)
    if kind is None:
        raise CannotError(f"{name} is neither a protocol nor a TypedDict nor a FacetKey")
    return Interface(name, kind, form)


def _kind(form: Any) -> Kind | None:
    """Say which kind of interface it is; `None` where it is none."""
    from latency_shim.conformance._inspection import is_protocol, is_typed_dict
    from latency_shim.conformance._members import interface_of

    form = getattr(form, "__origin__", form)  # `Page[Issue]` is of the kind of `Page`
    if is_typed_dict(form):
        return "typed-dict"
    if not is_protocol(form):
        return None
    return "record" if interface_of(form).is_record else "behaviour"


# --- what an object is meant for


def _find_some(target: str, obj: object) -> list[Result]:
    found = _find(target, obj)
    if not found:
        raise CannotError(f"{NOTHING_NEAR}: {NAME_ONE}")
    return found


def _find(target: str, obj: Any) -> list[Result]:
    """Check an object against what it is plainly meant for, else against the closest; empty if nothing is near."""
    with _failing("cannot be checked"):
        return _find_among(target, obj)


def _find_among(target: str, obj: Any) -> list[Result]:
    from latency_shim.conformance._checking import resolved

    contract = _contract()
    manifest = next(one for one in contract if one.name == "PluginManifest")
    if (_class(obj) is not None and _kind(obj) is not None) or resolved(obj) is not obj:
        raise CannotError("it is an interface itself, and not what implements one")
    if dict in type(obj).__mro__:
        keys = set(dict[object, object].keys(obj))  # without code of a subclass
        if 2 * len(keys & manifest.form.__required_keys__) > len(manifest.form.__required_keys__):
            return [Result(target, manifest.name, "manifest", _judge(obj, manifest))]
    parents = (_class(obj) or type(obj)).__mro__
    behaviours = [_verdict(obj, one) for one in contract if one.kind == "behaviour"]
    plain = [one for one in behaviours if one.interface.form in parents or not one.violations]
    if plain:
        return [
            Result(
                target,
                one.interface.name,
                "inherited" if one.interface.form in parents else "members",
                one.violations,
                note=_wider(one, behaviours),
            )
            for one in _most_specific(plain)
        ]
    records = [_verdict(obj, one) for one in contract if one.kind == "record"]
    plain = [one for one in records if not one.violations]
    if plain:
        return [Result(target, one.interface.name, "members") for one in _most_specific(plain)]
    return _guess(target, [*behaviours, *records])


def _guess(target: str, verdicts: Iterable[Verdict]) -> list[Result]:
    """Take the interface that comes closest, if at least half of its members are there."""
    near = [
        one
        for one in verdicts
        if 2 * one.present >= len(one.members)
        and all(violation.member for violation in one.violations)
        and (one.sound or any(violation.code != "unverifiable" for violation in one.violations))  # a mock has all
    ]
    if not near:
        return []
    best = max(near, key=lambda one: (one.sound, one.present, -len(one.violations)))
    name = best.interface.name
    note = f"{name} is a guess: it is the closest, with {best.present} of {len(best.members)} members; {NAME_ONE}"
    return [Result(target, name, "guess", best.violations, note=note)]


def _verdict(obj: object, interface: Interface) -> Verdict:
    from latency_shim.conformance._members import interface_of

    members = frozenset(member.name for member in interface_of(interface.form).members)
    found = _judge(obj, interface)
    missing = {one.member for one in found if one.code in MISSING}
    faulty = {one.member.partition(".")[0].partition("[")[0] for one in found}
    return Verdict(interface, members, len(members - missing), len(members - faulty), found)


def _most_specific(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Leave out each interface whose members another one has too, and more."""
    return [one for one in verdicts if not any(one.members < other.members for other in verdicts)]


def _wider(verdict: Verdict, verdicts: Iterable[Verdict]) -> str | None:
    """Remark on an interface that has all these members and more, all of which are there, if not as they should be."""
    for other in verdicts:
        if verdict.members < other.members and other.present == len(other.members):
            name = other.interface.name
            return f"it has the members of {name} too, with {_count(other.violations)}; --as {name} shows them"
    return None


def _judge(obj: object, interface: Interface) -> tuple[Violation, ...]:
    """Ask the checker; instances are meant where the object is a class."""
    # Reading a record may run code that prints.
    with _failing(f"cannot be checked against {interface.name}"), redirect_stdout(sys.stderr):
        from latency_shim.conformance import class_violations, violations

        cls = _class(obj)
        return violations(obj, interface.form) if cls is None else class_violations(cls, interface.form)


def _judge_data(data: object, interface: Interface) -> tuple[Violation, ...]:
    if interface.kind != "typed-dict":
        raise CannotError(f"a file holds data, and {interface.name} is no TypedDict")
    return _judge(data, interface)


def _judge_file(path: str, data: object) -> list[Result]:
    manifest = _interface("PluginManifest")
    return [Result(path, manifest.name, "manifest", _judge(data, manifest))]


def _class(obj: Any) -> type | None:
    """Give the object if it is a class; `isinstance` would believe a `__class__` that lies."""
    return obj if type in type(obj).__mro__ else None


# --- loading


def _is_dotted(name: str) -> bool:
    return all(part.isidentifier() for part in name.split("."))


def _is_file(target: str) -> bool:
    """Tell a path from a module:attribute that ends like one."""
    if not target.lower().endswith((".json", ".toml")):
        return False
    module, colon, attribute = target.partition(":")
    return not (colon and _is_dotted(module) and _is_dotted(attribute)) or os.path.exists(target)  # noqa: PTH110 - pathlib is heavy


def _split(target: str) -> tuple[str, str]:
    """Take a module:attribute apart."""
    module, _, attribute = target.partition(":")
    if _is_dotted(module) and _is_dotted(attribute):
        return module, attribute
    if ":" not in target and _is_dotted(target) and not target.endswith(".py"):
        raise CannotError(f"say which attribute of the module is meant: {target}:NAME")
    raise CannotError("neither module:attribute nor a path that ends in .json or .toml")


def _split_entry_point(value: str) -> tuple[str, str]:
    """Take the value of an entry point apart: the attribute may be absent, and extras may follow."""
    module, colon, attribute = "".join(value.partition("[")[0].split()).partition(":")
    if not _is_dotted(module) or (colon and not _is_dotted(attribute)):
        raise CannotError(f"{value!r} is not module:attribute")
    return module, attribute


def _load(module: str, attribute: str) -> object:
    """Import a module and get an attribute of it; what is printed meanwhile goes to stderr."""
    from importlib import import_module

    with redirect_stdout(sys.stderr):
        try:
            with _failing(f"importing {module} fails"):
                obj: object = import_module(module)
        except CannotError as error:
            if not isinstance(error.__cause__, ModuleNotFoundError):
                raise
            raise CannotError(_not_found(module, error.__cause__) or str(error)) from error.__cause__
        name = f"module {module!r}"
        for part in attribute.split(".") if attribute else ():
            obj = _attribute(obj, part, name)
            name = repr(part)
    return obj


def _attribute(obj: object, part: str, name: str) -> object:
    with _failing(f"{name} does not give its attribute {part!r}"):
        try:
            return getattr(obj, part)
        except AttributeError as error:
            if error.name not in {part, None}:
                raise
            raise CannotError(f"{name} has no attribute {part!r}{_suggestion(part, dir(obj))}") from error


def _not_found(module: str, error: ModuleNotFoundError) -> str | None:
    """Say that there is no such module, and suggest others; `None` where it is one that this module imports."""
    missing = error.name or ""
    if not f"{module}.".startswith(f"{missing}."):
        return None
    from pkgutil import iter_modules

    parent, _, last = missing.rpartition(".")
    path: Any = getattr(sys.modules.get(parent), "__path__", ()) if parent else None
    return f"{_clean(str(error))}{_suggestion(last, [one.name for one in iter_modules(path)])}"


@contextmanager
def _failing(what: str) -> Generator[None]:
    """Run others' code, which may raise whatever it likes; SystemExit too, as a module without a main guard does."""
    try:
        yield
    except (CannotError, KeyboardInterrupt):
        raise
    except BaseException as error:
        raise CannotError(f"{what}: {_cause(error)}") from error


def _read(path: str) -> object:
    """Read a file in JSON or TOML."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib is heavy
            data = file.read()
    except (OSError, ValueError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or error
        raise CannotError(f"cannot be read: {reason}") from error
    form = "JSON" if path.lower().endswith(".json") else "TOML"
    try:
        return _parse(data.decode("utf-8-sig"), form)
    except UnicodeDecodeError as error:
        raise CannotError(f"is not UTF-8: byte {error.object[error.start]:#04x} at offset {error.start}") from error
    except (ValueError, RecursionError) as error:
        raise CannotError(f"is not valid {form}: {_clean(str(error))}") from error


def _parse(text: str, form: str) -> object:
    if form == "TOML":
        import tomllib

        return tomllib.loads(text)
    import json

    try:
        return json.loads(text)
    except json.JSONDecodeError as error:  # said as tomllib says it
        raise ValueError(f"{error.msg} (at line {error.lineno}, column {error.colno})") from error


@contextmanager
def _current_directory() -> Generator[None]:
    """Look for modules in the current directory first, as `python -m` does."""
    here = ""
    with suppress(OSError):  # it may be gone
        here = os.getcwd()  # noqa: PTH109 - pathlib is heavy
    if not here or sys.flags.safe_path or sys.path[:1] in ([here], [""]):
        yield
        return
    sys.path.insert(0, here)
    try:
        yield
    finally:
        with suppress(ValueError):
            sys.path.remove(here)


# --- the stubs


def _stub_text(name: str) -> str:
    """Give the source text of a public name of the contract, as the stub has it."""
    import ast

    from latency_shim.conformance._checking import resolved

    if ":" in name:
        raise CannotError("only what is in the contract has a stub here")
    home, bare = _home(name)
    thing = _of_contract(home, bare)
    if resolved(thing) is not thing:
        bare = resolved(thing).__name__
    path = _stubs().joinpath(*home.split(".")).with_suffix(".pyi")
    try:
        text = path.read_text(encoding="utf-8")
        body = ast.parse(text).body
    except (OSError, ValueError, SyntaxError) as error:
        raise CannotError(f"the stub cannot be read: {_clean(str(error))}") from error
    lines = text.splitlines()
    for statement, following in zip(body, [*body[1:], None], strict=True):
        if _defines(statement, bare):
            first = min([statement.lineno, *(one.lineno for one in getattr(statement, "decorator_list", ()))])
            # What stands behind a name that is not a class describes it.
            last = following if following and type(following).__name__ == "Expr" else statement
            return "\n".join(lines[first - 1 : last.end_lineno])
    raise CannotError(f"{path} does not define {bare}")


def _defines(statement: ast.stmt, name: str) -> bool:
    target: Any = getattr(statement, "target", None)  # of an annotated name
    return name in {getattr(statement, "name", None), getattr(target, "id", None)}


def _stubs() -> Path:
    """Find the stubs: beside the shim, in a work tree too, else on the path."""
    from pathlib import Path

    beside = Path(__file__).resolve().parent.parent
    for folder in (beside, *map(Path, sys.path)):
        stubs = folder / "latency-stubs"
        if stubs.is_dir():
            return stubs
    raise CannotError(f"the stubs are not found: no folder latency-stubs in {beside}, nor on sys.path")


def _first_line(form: Any) -> str:
    return str(form.__doc__ or "").strip().partition("\n")[0]


# --- printing


def _exit_code(results: Iterable[Result]) -> int:
    found = {one.status for one in results}
    if "error" in found:
        return UNUSABLE
    return NOT_CONFORMING if "fail" in found else OK


def _print_result(result: Result, indent: str = "") -> None:
    """Print a line for an interface, and one for each violation; what is an error stands on stderr."""
    target = _clean(result.target)
    if result.status == "none":
        print(f"{indent}{_paint('--', '33')}  {target}  loads; {NOTHING_NEAR}")
    if result.status not in {"ok", "fail"} or result.chosen is None:
        return
    reason = REASONS[result.chosen]
    if result.violations:
        faults = _count(result.violations)
        print(f"{indent}{_paint('FAIL', '1;31')}  {target}  does not conform to {result.interface}{reason}: {faults}")
    else:
        print(f"{indent}{_paint('ok', '32')}  {target}  conforms to {result.interface}{reason}")
    for one in result.violations:
        member = _paint(_clean(one.member) or "the object", "1")
        print(f"{indent}    {member}: {_clean(one.message)} {_paint(f'[{one.code}]', '2')}")
        if one.help:
            print(f"{indent}      {_paint('help:', '36')} {_clean(one.help)}")
    if result.note:
        print(f"{indent}    note: {result.note}")


def _as_json(result: Result) -> dict[str, object]:
    return {
        "target": result.target,
        "status": result.status,
        "interface": result.interface,
        "chosen": result.chosen,
        "violations": [
            {
                "code": one.code,
                "member": one.member,
                "message": one.message,
                "expected": one.expected,
                "found": one.found,
                "help": one.help,
                "location": one.location and {"file": one.location.file, "line": one.location.line},
            }
            for one in result.violations
        ],
        "error": result.error,
        "note": result.note,
    }


def _print_json(document: dict[str, object]) -> None:
    import json

    print(json.dumps({"schema": SCHEMA, **document}, indent=2))


def _complain(what: str, error: CannotError, options: argparse.Namespace) -> None:
    """Say on stderr what cannot be had, after what stands on stdout so far."""
    sys.stdout.flush()
    print(f"{_paint('error:', '1;31', sys.stderr)} {_clean(what)}: {error}", file=sys.stderr)
    if getattr(options, "traceback", False) and error.__cause__ is not None:
        import traceback

        traceback.print_exception(error.__cause__)


def _cause(error: BaseException) -> str:
    """Give an exception in one line, with the place where it was raised."""
    name = type(error).__name__
    text = ""
    with suppress(Exception):
        text = _clean(str(error))
    place = ""
    entry = None if isinstance(error, SyntaxError) else error.__traceback__  # a SyntaxError names its place itself
    while entry is not None:
        file = entry.tb_frame.f_code.co_filename
        if not file.startswith("<") and f"{os.sep}importlib{os.sep}" not in file and file != __file__:
            place = f" ({_clean(file)}, line {entry.tb_lineno})"
        entry = entry.tb_next
    return f"{name}: {text}{place}" if text else f"{name}{place}"


def _suggestion(name: str, known: Iterable[str]) -> str:
    """Suggest the names that are spelt much the same, whatever their case; private ones only for such a one."""
    from difflib import get_close_matches

    spelt = {_letters(one): one for one in known if name.startswith("_") or not one.startswith("_")}
    letters = _letters(name)
    near = [repr(spelt[one]) for one in ([letters] if letters in spelt else get_close_matches(letters, spelt))]
    return f" (did you mean {' or '.join(near)}?)" if near else ""


def _letters(name: str) -> str:
    return name.replace("-", "").replace("_", "").casefold()


def _count(violations: Sequence[Violation]) -> str:
    return f"{len(violations)} violation{'' if len(violations) == 1 else 's'}"


def _clean(text: str) -> str:
    """Put a text into one line, without what a terminal would obey."""
    return "".join(
        one if one.isprintable() else one.encode("unicode_escape").decode() for one in " ".join(text.split())
    )


def _paint(text: str, code: str, stream: TextIO | None = None) -> str:
    """Colour a text where it is for a person's eyes."""
    return f"\x1b[{code}m{text}\x1b[0m" if _has_colour(stream or sys.stdout) else text


def _has_colour(stream: TextIO) -> bool:
    environment = os.environ.get
    if environment("NO_COLOR"):
        return False
    if environment("FORCE_COLOR"):
        return True
    if environment("TERM") == "dumb" or (os.name == "nt" and not environment("WT_SESSION")):
        return False
    return stream.isatty()
