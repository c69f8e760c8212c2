"""Hosts and plugins that use `latency_shim.loading`."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, assert_type

import core
import plugin as digest
from latency_shim import (
    AmbiguousFacetError,
    CircularDependencyError,
    FacetNotFoundError,
    FacetProvider,
    FacetRegistry,
    PluginContext,
    PluginManifest,
)
from latency_shim.conformance import Violation
from latency_shim.loading import (
    Discovery,
    FoundPlugin,
    LoadError,
    ManifestError,
    Plan,
    PlannedBinding,
    PlannedPlugin,
    Plugin,
    Problem,
    StoppablePlugin,
    discover,
    load,
    load_manifest,
    plan,
)


class Board:
    """A plugin whose manifest lies beside it."""

    manifest = load_manifest(Path(__file__).with_name("board.toml"))

    async def activate(self, context: PluginContext) -> None: ...


class Computed:
    @property
    def manifest(self) -> PluginManifest:
        return digest.manifest

    async def activate(self, context: PluginContext, /) -> None: ...
    async def deactivate(self) -> None: ...


class Stored:
    def __init__(self, manifest: PluginManifest) -> None:
        self.manifest = manifest
        self.context: PluginContext | None = None

    async def activate(self, context: PluginContext) -> None:
        self.context = context


class Inherited(Plugin):
    """A plugin may inherit the protocol."""

    async def activate(self, context: PluginContext, /) -> None: ...


class NotAsync:
    manifest = digest.manifest

    def activate(self, context: PluginContext) -> None: ...


class NoManifest:
    async def activate(self, context: PluginContext) -> None: ...


class NoContext:
    manifest = digest.manifest

    async def activate(self) -> None: ...


class Unannotated:
    manifest = {"id": "board", "version": "1.0.0", "name": "Board", "provides": [{"facet": "Board"}], "requires": [{"facet": "Digest"}]}

    async def activate(self, context: PluginContext) -> None: ...


class StopsAtOnce(Board):
    def deactivate(self) -> None: ...


def what_a_plugin_is() -> None:
    module: Plugin = digest
    board: Plugin = Board()
    computed: StoppablePlugin = Computed()
    stored: Plugin = Stored(digest.manifest)
    other: Plugin = core  # E a module without manifest
    not_async: Plugin = NotAsync()  # E not async
    no_manifest: Plugin = NoManifest()  # E no manifest
    no_context: Plugin = NoContext()  # E takes no context
    unannotated: Plugin = Unannotated()  # E a manifest is annotated (not pyrefly: keeps the literal's own type)
    of_a_class: Plugin = Board  # E a class
    function: Plugin = digest.activate  # E a function
    not_stoppable: StoppablePlugin = Board()  # E no deactivate
    at_once: StoppablePlugin = StopsAtOnce()  # E not async
    print(module, board, computed, stored, other, not_async, no_manifest, no_context, unannotated)
    print(of_a_class, function, not_stoppable, at_once)


def manifests_are_read(path: Path) -> None:
    assert_type(load_manifest(path), PluginManifest)
    assert_type(load_manifest("board.toml")["id"], str)
    load_manifest(b"board.toml")  # E a path is text
    load_manifest({"id": "board"})  # E a path
    load_manifest()  # E no path
    try:
        load_manifest(path)
    except ManifestError as error:
        assert_type(error.path, str)
        assert_type(error.reason, str)
        assert_type(error.line, int | None)
        assert_type(error.violations, tuple[Violation, ...])
        value: ValueError = error
        print(value, error.code)  # E no such attribute


def plugins_are_found() -> None:
    found = discover()
    assert_type(found, Discovery)
    assert_type(found.problems, tuple[str, ...])
    assert_type(found[0], FoundPlugin)
    assert_type(discover("my.plugins"), Discovery)
    for one in found:
        assert_type(one.name, str)
        assert_type(one.distribution, str | None)
        assert_type(load(one), Plugin)
        one.name = "other"  # E read-only
        one.load()  # E `load` is a function
    discover(7)  # E a name
    load(found)  # E one of them
    load(digest)  # E its name
    found.append(found[0])  # E a tuple


async def plugins_are_loaded(context: PluginContext) -> None:
    try:
        plugin = load("hello:Hello")
    except LoadError as error:
        assert_type(error.plugin, str)
        assert_type(error.violations, tuple[Violation, ...])
        return
    assert_type(plugin.manifest, PluginManifest)
    await plugin.activate(context)
    if isinstance(plugin, StoppablePlugin):
        await plugin.deactivate()
    plugin.deactivate()  # E only of a StoppablePlugin
    plugin.manifest = digest.manifest  # E read-only
    await plugin.activate()  # E no context
    await plugin.activate({})  # E no context
    await plugin.activate(context=context)  # E the parameter has no name


def a_plan_is_made(registry: FacetRegistry, manifests: Mapping[str, PluginManifest], offers: list[FacetProvider]) -> None:
    assert_type(plan(manifests.values(), registry), Plan)
    plan([digest.manifest])
    plan((digest.manifest, load_manifest("board.toml")), [{"facet": "SourceControl", "qualifier": "git"}])
    plan([digest.manifest], offers, {"resolution_strategy": "first"})
    plan([digest.manifest], registry, config=None)
    plan([{"id": "board", "version": "1.0.0", "name": "Board", "provides": [], "requires": [{"facet": "Digest"}]}])
    plan(one for one in manifests.values())
    plan()  # E no manifests
    plan(digest.manifest)  # E several manifests
    plan(manifests)  # E its values
    plan([Board()])  # E manifests, not plugins
    plan(["board.toml"])  # E manifests, not paths
    plan([{"id": "board"}])  # E keys are missing
    plan([digest.manifest], ["SourceControl"])  # E records
    plan([digest.manifest], [{"facte": "SourceControl"}])  # E misspelt key
    plan([digest.manifest], registry, {"strategy": "first"})  # E misspelt key


def a_plan_is_read(planned: Plan, plugins: Mapping[str, Plugin], start: Callable[[Plugin], None]) -> None:
    assert_type(planned.ok, bool)
    assert_type(planned.order, tuple[str, ...])
    assert_type(planned.plugins, tuple[PlannedPlugin, ...])
    assert_type(planned.problems, tuple[Problem, ...])
    assert_type(planned.warnings, tuple[str, ...])
    assert_type(planned.to_json(), str)
    assert_type(planned.to_mermaid(), str)
    for id in planned.order:
        start(plugins[id])
    for one in planned.plugins:
        assert_type(one.after, tuple[str, ...])
        assert_type(one.bindings, tuple[PlannedBinding, ...])
        assert_type(one.bindings[0].provider, str | None)
        assert_type(one.bindings[0].priority, int | None)
    for problem in planned.problems:
        assert_type(problem.kind, Literal["duplicate-id", "missing", "ambiguous", "circular"])
        if isinstance(problem.error, FacetNotFoundError):
            assert_type(problem.error.facet, str)
        elif isinstance(problem.error, AmbiguousFacetError):
            print(problem.error.providers)
        elif isinstance(problem.error, CircularDependencyError):
            print(problem.error.cycle)
        problem.error.facet  # E may be None
    planned.ok = True  # E read-only
    planned.problems = ()  # E read-only
    planned.order.append("board")  # E a tuple
    planned.to_dot()  # E no such method
    start(planned.plugins[0])  # E what was planned, not a plugin


def of_its_own(reason: str) -> None:
    LoadError("board", reason)
    ManifestError("board.toml", reason, line=7)
    LoadError(reason)  # E which plugin
    ManifestError("board.toml", reason, 7, reason)  # E violations
