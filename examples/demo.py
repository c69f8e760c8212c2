"""Binds three plugins to providers over a git checkout and an SQLite file, and runs them.

    python -m examples.demo
    python -m examples.demo --break missing

`--break` spoils the set-up in one way and shows what the core makes of it.
"""

import argparse
import asyncio
import json
import logging
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Literal, Protocol, cast

from examples.git_source_control import GitSourceControl
from examples.sqlite_state_store import SqliteStateStore
from latency_shim import (
    SOURCE_CONTROL,
    STATE_STORE,
    Binder,
    BinderConfig,
    BindingResult,
    FacetError,
    FacetProvider,
    FacetRegistry,
    PluginContext,
    PluginManifest,
    RegistrationOptions,
)
from latency_shim.memory import MemoryBinder, MemoryContext, MemoryRegistry

Fault = Literal["missing", "ambiguous", "cycle", "optional"]
FAULTS: Mapping[Fault, str] = {
    "missing": "nobody registers a StateStore",
    "ambiguous": "two SourceControl providers have the same priority",
    "cycle": "the digest requires the news board, which requires the digest",
    "optional": "strict_optional is on, and nobody registers the optional DecisionHandler",
}
PLUGINS = Path(__file__).parent / "plugins"


class Plugin(Protocol):
    """What this core asks of a plugin's code."""

    async def activate(self, context: PluginContext, /) -> None: ...


def load_manifest(path: Path) -> PluginManifest:
    """Read a manifest in TOML or JSON."""
    text = path.read_text(encoding="utf-8")
    data: object = tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)
    return cast("PluginManifest", data)  # our own files; the tests check them against PluginManifest


def load_plugins() -> dict[Path, PluginManifest]:
    """Read every manifest that lies beside the plugins."""
    paths = sorted(path for path in PLUGINS.iterdir() if path.suffix in {".toml", ".json"})
    return {path: load_manifest(path) for path in paths}


async def run(repository: Path, database: Path, fault: Fault | None = None) -> int:
    """Load, register, bind, run; return the exit code."""
    manifests = load_plugins()
    registry: FacetRegistry = MemoryRegistry()
    binder: Binder = MemoryBinder()
    config: BinderConfig = {}

    store = SqliteStateStore(database)
    registry.register(SOURCE_CONTROL, GitSourceControl(repository), {"qualifier": "git"})
    if fault != "missing":
        registry.register(STATE_STORE, store, {"qualifier": "sqlite"})
    if fault == "ambiguous":
        registry.register(SOURCE_CONTROL, GitSourceControl(repository), {"qualifier": "mirror"})
    if fault == "cycle":
        spoil(manifests)
    if fault == "optional":
        config["strict_optional"] = True

    plugins: dict[str, Plugin] = {}
    for path, manifest in manifests.items():
        plugin: Plugin = import_module(f"examples.plugins.{path.stem}").Plugin()
        plugins[manifest["id"]] = plugin
        for offer in manifest["provides"]:
            registry.register(offer["facet"], plugin, options_of(offer))

    result = await binder.bind(list(manifests.values()), registry, config)
    report(result)
    if not result.success:
        return 1
    print("\nThe plugins run:")
    for id, context in result.contexts.items():
        await plugins[id].activate(context)
    print("\nThe StateStore now holds:")
    for key in sorted(await store.keys()):
        print(f"  {key} = {json.dumps(await store.get(key), ensure_ascii=False)}")
    return 0


def options_of(offer: FacetProvider) -> RegistrationOptions:
    """Register what a manifest provides under the qualifier and with the priority that it names."""
    options: RegistrationOptions = {"priority": offer.get("priority", 0)}
    if "qualifier" in offer:
        options["qualifier"] = offer["qualifier"]
    return options


def spoil(manifests: Mapping[Path, PluginManifest]) -> None:
    """Make two plugins depend on each other."""
    for manifest in manifests.values():
        if manifest["id"] == "news-board":
            manifest["provides"] = [{"facet": "NewsBoard"}]
        if manifest["id"] == "commit-digest":
            manifest["requires"] = [*manifest["requires"], {"facet": "NewsBoard"}]


def report(result: BindingResult) -> None:
    """Print what was bound to what, and what was not."""
    print("Bound:" if result.contexts else "Nothing was bound.")
    for id, context in result.contexts.items():
        print(f"  {id}")
        if isinstance(context, MemoryContext):  # what was bound is this core's own knowledge
            for binding in context.bindings:
                name = f"{type(binding.provider).__module__}.{type(binding.provider).__qualname__}"
                print(f"    {binding.facet} -> {name} ({binding.registration.qualifier or '<default>'})")
    for failure in result.errors:
        print(f"error: plugin {failure.plugin}: {type(failure.error).__name__}: {failure.error}")
    for warning in result.warnings:
        print(f"warning: {warning}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the demo from the command line; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m examples.demo", description="Binds and runs plugins.")
    parser.add_argument(
        "--repo", type=Path, default=PLUGINS.parent.parent, help="git checkout to look at (default: this one)"
    )
    parser.add_argument(
        "--break",
        dest="fault",
        choices=FAULTS,
        help="; ".join(f"{name}: {what}" for name, what in FAULTS.items()),
    )
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="  %(name)s: %(message)s", stream=sys.stdout, force=True)
    if options.fault:
        print(f"Broken on purpose: {FAULTS[options.fault]}.\n")
    with tempfile.TemporaryDirectory() as folder:
        try:
            return asyncio.run(run(options.repo, Path(folder, "state.db"), options.fault))
        except FacetError as error:
            print(f"error: {error.code}: {error}", file=sys.stderr)
            return 1


if __name__ == "__main__":
    sys.exit(main())
