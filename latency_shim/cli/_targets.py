"""What the words of the command line name, and loading it."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress

TYPE_CHECKING = False  # true to type checkers

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from typing import Any

    from latency_shim.cli._process import Job
    from latency_shim.cli._report import Place

__all__ = [
    "TargetError",
    "attribute_of",
    "failing",
    "job",
    "load",
    "object_job",
    "our_path",
    "place_of",
    "use_path_of_targets",
]

UNREAD = {
    ".yaml": "YAML is not read: write the manifest in TOML or JSON",
    ".yml": "YAML is not read: write the manifest in TOML or JSON",
    ".json5": "JSON5 is not read: write the manifest in TOML or JSON",
    ".jsonc": "JSON with comments is not read: write the manifest in TOML or JSON",
    ".ini": "INI files are not read: write the manifest in TOML or JSON",
    ".cfg": "INI files are not read: write the manifest in TOML or JSON, or in pyproject.toml as [tool.latency]",
    ".pyi": "a stub has no objects to check: name the module",
    ".ipynb": "notebooks are not read: name a module",
    ".pyc": "compiled files are not read: name the module",
    ".whl": "a wheel is not read: install it, then name the distribution",
    ".zip": "archives are not read: install it, then name the distribution",
    ".gz": "archives are not read: install it, then name the distribution",
}
"""Help for kinds of files that look like a target, and are none."""
EXPECTED = (
    "expected module:attribute, path/to/file.py:attribute, a manifest in .toml or .json, or an installed distribution"
)


class TargetError(Exception):
    """A target cannot be loaded."""

    def __init__(self, message: str, help: str = "", place: Place | None = None) -> None:
        """Store what is wrong, help, and where it is."""
        super().__init__(message)
        self.help = help
        self.place = place


# Words


def job(word: str) -> Job:
    """Return what is to be done for a target; raise `TargetError` if it cannot be any."""
    path, colon, attribute = word.rpartition(":")
    names_attribute = bool(colon) and is_dotted(attribute)
    if word.lower().endswith((".toml", ".json")) and not (names_attribute and is_dotted(path) and not exists(word)):
        return {"kind": "file", "target": word}
    if names_attribute and (path.lower().endswith(".py") or os.sep in path or "/" in path):
        return object_job(word)
    if names_attribute and is_dotted(path):
        return object_job(word)
    suffix = os.path.splitext(word)[1].lower()  # noqa: PTH122 - pathlib is heavy
    if suffix == ".py":
        raise TargetError(f"which attribute of the file is meant? {word}:NAME")
    if suffix in UNREAD:
        raise TargetError("is an unsupported kind of file", UNREAD[suffix])
    if os.path.isdir(word):  # noqa: PTH112
        raise TargetError("is a folder", f"name a manifest, a module or a file in it: {EXPECTED}")
    if exists(word):
        raise TargetError("is an unsupported kind of file", EXPECTED)
    if not colon and "/" not in word and os.sep not in word and word.replace("-", "_").replace(".", "_").isidentifier():
        return {"kind": "distribution", "target": word}
    raise TargetError("names no target", EXPECTED)


def object_job(word: str) -> Job:
    """Return the job for an attribute of a module or of a file."""
    module, _, attribute = word.rpartition(":")
    if not (is_dotted(attribute) and (is_dotted(module) or module.lower().endswith(".py"))):
        raise TargetError("names no attribute of a module", EXPECTED)
    is_path = not is_dotted(module) or module.lower().endswith(".py")
    return {"kind": "object", "target": word, "file" if is_path else "module": module, "attribute": attribute}


def is_dotted(name: str) -> bool:
    """Return whether a text is a dotted name."""
    return all(part.isidentifier() for part in name.split("."))


def exists(path: str) -> bool:
    """Return whether the file exists."""
    return os.path.exists(path)  # noqa: PTH110 - pathlib is heavy


# Loading, in the child


own_path: list[str] = []
"""Where the child finds modules of our own; nothing of a target is there."""


def use_path_of_targets(first: Iterable[str] = ()) -> None:
    """Search modules where the user expects it: in these folders first. What targets import later is found there, too."""
    from latency_shim import cli

    sys.path[:] = [*first, *(own_path if cli.search_path is None else cli.search_path)]


@contextmanager
def our_path() -> Generator[None]:
    """Import modules of our own: a target could have some of the same names."""
    theirs = sys.path[:]
    sys.path[:] = own_path
    try:
        yield
    finally:
        sys.path[:] = theirs


def load(job: Job) -> tuple[object, str | None]:
    """Return the object of a target, and a note on where it was found."""
    if "file" in job:
        module, note = load_file(job["file"]), None
        name = f"{job['file']}"
    else:
        module, note = load_module(job["module"])
        name = f"module {job['module']!r}"
    return attribute_of(module, job["attribute"], name), note


def attribute_of(module: object, attribute: str, name: str) -> object:
    """Return an attribute, which may be dotted, of a module."""
    obj = module
    for part in attribute.split(".") if attribute else ():
        with failing(f"{name} does not give its attribute {part!r}"):
            try:
                obj = getattr(obj, part)
            except AttributeError as error:
                if error.name not in {part, None}:
                    raise
                raise TargetError(*no_attribute(name, part, obj)) from error
        name = repr(part)
    return obj


def no_attribute(name: str, part: str, obj: object) -> tuple[str, str]:
    """Return the fault of a missing attribute, and help."""
    message = f"{name} has no attribute {part!r}"
    file: Any = getattr(obj, "__file__", None) or ""
    shadowed = f"{part and getattr(obj, '__name__', '')}.py"
    if isinstance(file, str) and exists(shadowed) and not same_file(file, shadowed):
        return f"{message}: it is {file}", f"name the file if you mean it: {shadowed}:{part}"
    return message, suggestion(part, dir(obj))


def load_module(module: str) -> tuple[object, str | None]:
    """Import a module, from the current directory, from `src` in it, or from the environment."""
    here = current_directory()
    folders = [here] if here and not sys.flags.safe_path else []
    note = None
    top = module.partition(".")[0]
    for folder in folders:
        source = os.path.join(folder, "src")  # noqa: PTH118 - as the path has it
        if not holds(folder, top) and holds(source, top):
            folders = [folder, source]
            note = f"{top} is the one in src"
            break
    from importlib import import_module

    use_path_of_targets(folders)
    try:
        with failing(f"importing {module} fails"):
            return import_module(module), note
    except TargetError as error:
        if not isinstance(error.__cause__, ModuleNotFoundError):
            raise
        raise not_found(module, error.__cause__) or error from error.__cause__


def load_file(path: str) -> object:
    """Import the module that a file is."""
    full = os.path.realpath(path)
    if not os.path.isfile(full):  # noqa: PTH113
        raise TargetError("there is no such file" if not exists(full) else "is not a regular file")
    folder, name = os.path.split(full)
    module = os.path.splitext(name)[0]  # noqa: PTH122
    while os.path.isfile(os.path.join(folder, "__init__.py")):  # noqa: PTH113, PTH118
        folder, package = os.path.split(folder)
        module = f"{package}.{module}"
    module = module.removesuffix(".__init__")
    here = current_directory()
    use_path_of_targets([folder, *([here] if here and here != folder else [])])
    with failing(f"importing {path} fails"):
        known: Any = sys.modules.get(module)
        if known is None and is_dotted(module):
            from importlib import import_module

            known = import_module(module)
        if known is not None and same_file(str(getattr(known, "__file__", None)), full):
            imported: object = known
            return imported
        if "." in module:
            raise TargetError(f"{module} was imported from another file: {getattr(known, '__file__', None)}")
        return load_by_itself(module, full)


def load_by_itself(name: str, full: str) -> object:
    """Import a file whose name is that of another module, or no name."""
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location(f"latency_shim_target_{name}", full)
    if spec is None or spec.loader is None:
        raise TargetError("is not Python")
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def holds(folder: str, name: str) -> bool:
    """Return whether a folder has a module or a package."""
    base = os.path.join(folder, name)  # noqa: PTH118
    return os.path.isfile(f"{base}.py") or os.path.isfile(os.path.join(base, "__init__.py"))  # noqa: PTH113, PTH118


def same_file(one: str, other: str) -> bool:
    """Return whether two paths are of one file."""
    try:
        return os.path.samefile(one, other)  # noqa: PTH121
    except OSError:
        return False


def current_directory() -> str:
    """Return the current directory; nothing if it is gone."""
    try:
        return os.getcwd()  # noqa: PTH109
    except OSError:
        return ""


def not_found(module: str, error: ModuleNotFoundError) -> TargetError | None:
    """Return that there is no such module, with suggestions; `None` if it is one that this module imports."""
    missing = error.name or ""
    if not f"{module}.".startswith(f"{missing}."):
        return None
    with our_path():
        from pkgutil import iter_modules

    parent, _, last = missing.rpartition(".")
    path: Any = getattr(sys.modules.get(parent), "__path__", ()) if parent else None
    return TargetError(f"there is no module {missing!r}", suggestion(last, [one.name for one in iter_modules(path)]))


# Failures


@contextmanager
def failing(what: str) -> Generator[None]:
    """Run code of others, which may raise whatever it likes; SystemExit too, as a module without a main guard does."""
    try:
        yield
    except TargetError:
        raise
    except BaseException as error:
        raise TargetError(f"{what}: {cause(error)}", place=place_of(error)) from error


def cause(error: BaseException) -> str:
    """Return an exception in one line."""
    name = type(error).__name__
    text = ""
    with suppress(BaseException):  # the text of another's exception may do anything
        text = " ".join(str(error).split())
    if isinstance(error, SyntaxError):
        text = str(error.msg)
    return f"{name}: {text}" if text else name


def place_of(error: BaseException) -> Place | None:
    """Return where an exception was raised: in the last file that is not Python's own machinery."""
    if isinstance(error, SyntaxError) and error.filename and error.lineno:
        return {"file": error.filename, "line": error.lineno}
    found: Place | None = None
    entry = error.__traceback__
    ours = os.path.dirname(__file__) + os.sep  # noqa: PTH120
    while entry is not None:
        file = entry.tb_frame.f_code.co_filename
        if not file.startswith(("<", ours)) and f"{os.sep}importlib{os.sep}" not in file:
            found = {"file": file, "line": entry.tb_lineno}
        entry = entry.tb_next
    return found


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return help that names what is spelt much the same, whatever its case; private names only for a private name."""
    from difflib import get_close_matches

    spelt = {letters(one): one for one in known if name.startswith("_") or not one.startswith("_")}
    wanted = letters(name)
    near = [repr(spelt[one]) for one in ([wanted] if wanted in spelt else get_close_matches(wanted, spelt))]
    return f"did you mean {' or '.join(near)}?" if near else ""


def letters(name: str) -> str:
    """Return a name without what spellings differ in."""
    return name.replace("-", "").replace("_", "").casefold()
