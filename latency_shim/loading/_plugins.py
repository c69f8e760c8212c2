"""Finding and loading plugins."""

import inspect
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import Distribution, DistributionFinder
from types import ModuleType
from typing import Any, Self

from latency_shim._typing import Protocol, runtime_checkable
from latency_shim.composition.context import PluginContext
from latency_shim.composition.manifest import PluginManifest
from latency_shim.conformance import Violation, violations
from latency_shim.conformance._wording import count
from latency_shim.loading._text import clean, told

GROUP = "latency.plugins"
VALUE = re.compile(r"(?P<module>\w+(?:\.\w+)*)\s*(?::\s*(?P<attribute>\w+(?:\.\w+)*))?\s*(?:\[.*\])?")
"""What an entry point names: a module, or an attribute of one; extras may follow."""


@runtime_checkable
class Plugin(Protocol):
    """The interface of a plugin to its host: a recommendation of this package, and not part of the contract.

    A module, or an instance of a class, that has `manifest` and `activate`. A plugin that holds something that must be
    released is a `StoppablePlugin` as well.
    """

    @property
    def manifest(self) -> PluginManifest:
        """The plugin's description of itself."""
        ...

    async def activate(self, context: PluginContext, /) -> None:
        """Start: get from the context what the manifest declares, and provide what it declares."""
        ...


@runtime_checkable
class StoppablePlugin(Plugin, Protocol):
    """A `Plugin` that has something to release.

    A host stops its plugins in reverse order: `if isinstance(plugin, StoppablePlugin): await plugin.deactivate()`.
    """

    async def deactivate(self) -> None:
        """Stop, and release what `activate` acquired."""
        ...


@dataclass(frozen=True, slots=True)
class FoundPlugin:
    """An entry point of a distribution; nothing of it is imported yet."""

    name: str
    """Name of the entry point."""
    value: str
    """The object reference: `package.module` or `package.module:attribute`."""
    distribution: str | None = None
    """Name of the distribution that has it; `None` if its metadata has none."""
    version: str | None = None
    """Version of the distribution."""

    def __str__(self) -> str:
        source = " ".join(filter(None, [self.distribution, self.version]))
        return clean(f"plugin {self.name!r} ({self.value}{f', of {source}' if source else ''})")


class Discovery(tuple[FoundPlugin, ...]):  # noqa: SLOT001 - it has one attribute more
    """The plugins that were found, sorted by name; `problems` says what could not be read, a line for each."""

    problems: tuple[str, ...]

    def __new__(cls, plugins: Sequence[FoundPlugin] = (), problems: Sequence[str] = ()) -> Self:
        """Store the plugins, and the problems beside them."""
        self = super().__new__(cls, plugins)
        self.problems = tuple(problems)
        return self


class LoadError(Exception):
    """A plugin cannot be loaded: `plugin` names it, `reason` says why; `violations` are those of its manifest or code."""

    def __init__(self, plugin: str, reason: str, violations: Sequence[Violation] = ()) -> None:
        """Store which plugin it is, and why it cannot be loaded."""
        super().__init__(plugin, reason, tuple(violations))
        self.plugin = plugin
        self.reason = reason
        self.violations: tuple[Violation, ...] = tuple(violations)

    def __str__(self) -> str:
        lines = [f"  {clean(line)}" for one in self.violations for line in one.lines()]
        return "\n".join([f"{self.plugin}: {self.reason}", *lines])


def discover(group: str = GROUP) -> Discovery:
    """Return the entry points of a group, without importing anything.

    Of several distributions of one name the first on the path counts, as in imports. A distribution or an entry point
    that is broken hides no other; the `problems` of the result report it.
    """
    found: list[FoundPlugin] = []
    problems: list[str] = []
    seen: set[str] = set()
    for distribution in _distributions(problems):
        name: str | None = None
        version: str | None = None
        with suppress(Exception):  # the metadata may be missing or broken
            name, version = distribution.name, distribution.version
        key = re.sub(r"[-_.]+", "-", name or "").lower()
        if key and key in seen:
            continue
        seen.add(key)
        source = clean(
            " ".join(filter(None, [name, version])) or f"a distribution without a name in {_place(distribution)}"
        )
        try:
            text = distribution.read_text("entry_points.txt") or ""
        except Exception as error:  # noqa: BLE001 - any importer can bring its own distributions
            problems.append(f"{source}: entry_points.txt cannot be read: {told(error)}")
            continue
        for line, point in _entry_points(text, group):
            if isinstance(point, str):
                problems.append(f"{source}: entry_points.txt:{line}: {point}")
            else:
                found.append(FoundPlugin(*point, name, version))
    return Discovery(
        sorted(dict.fromkeys(found), key=lambda one: (one.name, one.distribution or "", one.value)), problems
    )


def load(found: FoundPlugin | str) -> Plugin:
    """Import a plugin and return it; raise `LoadError` whatever goes wrong, but let `KeyboardInterrupt` pass.

    An entry point, or a text such as `package.module:attribute`, names a module, an instance, or a class, which is
    called without arguments. The plugin must conform to `Plugin`, to `StoppablePlugin` if it has `deactivate`, and its
    manifest to `PluginManifest`.
    """
    point = FoundPlugin(found, found) if isinstance(found, str) else found
    name = f"plugin {clean(point.value)!r}" if isinstance(found, str) else str(found)
    match = VALUE.fullmatch(point.value.strip())
    if match is None:
        raise LoadError(name, "names no plugin: expected package.module or package.module:attribute")
    plugin: Any = _guarded(name, f"importing {match['module']} fails", import_module, match["module"])
    for part in (match["attribute"] or "").split(".") if match["attribute"] else ():
        plugin = _guarded(name, f"getting the attribute {part!r} fails", getattr, plugin, part)
    if isinstance(plugin, type):
        plugin = _guarded(name, f"calling the class {plugin.__name__} without arguments fails", plugin)
    elif inspect.isroutine(plugin):
        raise LoadError(name, f"is the function {plugin.__name__}: expected a module, a class or an instance")
    interface = StoppablePlugin if _guarded(name, "it cannot be looked at", hasattr, plugin, "deactivate") else Plugin
    if faults := violations(plugin, interface):
        what = f"the module {plugin.__name__}" if isinstance(plugin, ModuleType) else _described(plugin)
        raise LoadError(
            name, f"{what} does not conform to {interface.__name__}: {count(len(faults), 'violation')}", faults
        )
    manifest = _guarded(name, "getting its manifest fails", getattr, plugin, "manifest")
    if faults := violations(manifest, PluginManifest):
        raise LoadError(name, f"its manifest is not valid: {count(len(faults), 'violation')}", faults)
    verified: Plugin = plugin
    return verified


def _guarded(name: str, what: str, call: Any, *arguments: object) -> Any:
    """Return what a call of a plugin's code returns; it may raise whatever it likes, or exit."""
    try:
        return call(*arguments)
    except KeyboardInterrupt:
        raise
    except SystemExit as error:
        raise LoadError(name, f"{what}: it exits, with {told(error)}") from error
    except BaseException as error:
        raise LoadError(name, f"{what}: {told(error)}") from error


def _described(plugin: object) -> str:
    return f"the instance of {type(plugin).__module__}.{type(plugin).__qualname__}"


def _distributions(problems: list[str]) -> Iterator[Distribution]:
    """Yield the distributions of all importers, in the order of the path."""
    for finder in sys.meta_path:
        find: Any = getattr(finder, "find_distributions", None)
        if find is None:
            continue
        try:
            yield from find(DistributionFinder.Context())
        except Exception as error:  # noqa: BLE001 - any importer can bring its own distributions
            problems.append(f"the importer {type(finder).__name__} cannot list its distributions: {told(error)}")


def _place(distribution: Distribution) -> str:
    try:
        return str(distribution.locate_file(""))
    except Exception:  # noqa: BLE001 - any importer can bring its own distributions
        return "an unknown place"


def _entry_points(text: str, group: str) -> Iterator[tuple[int, tuple[str, str] | str]]:
    """Yield the entry points of a group with their lines, or what is wrong with one.

    `importlib.metadata` raises an error for all entry points if one of any distribution is malformed.
    """
    section = ""
    names: set[str] = set()
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if not line or line[0] in "#;":
            continue
        if line.startswith("["):
            section = line[1:].rstrip("]").strip()
            if section == group and not line.endswith("]"):
                yield number, f"{clean(line)!r} lacks the closing bracket"
        elif section == group:
            name, _, value = (part.strip() for part in line.partition("="))
            if name in names:
                yield number, f"the entry point {name!r} appears twice"
            elif name and VALUE.fullmatch(value):
                names.add(name)
                yield number, (name, value)
            else:
                yield number, f"{clean(line)!r} is not an entry point: expected name = package.module:attribute"
