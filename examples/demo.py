"""A host: loads three plugins, plans, binds them to providers over a git checkout and an SQLite file, and runs them.

    python -m examples.demo
    python -m examples.demo --break missing

`--break` spoils the set-up in one way and shows what the plan makes of it.
"""

import argparse
import asyncio
import json
import logging
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from examples.git_source_control import GitSourceControl
from examples.sqlite_state_store import SqliteStateStore
from latency_shim import (
    SOURCE_CONTROL,
    STATE_STORE,
    BinderConfig,
    FacetError,
    FacetNotFoundError,
    FacetRegistry,
    PluginManifest,
    RegistrationOptions,
)
from latency_shim.loading import LoadError, load, plan
from latency_shim.memory import MemoryBinder, MemoryRegistry

Fault = Literal["missing", "ambiguous", "cycle", "optional"]
FAULTS: Mapping[Fault, str] = {
    "missing": "nobody registers a StateStore",
    "ambiguous": "two SourceControl providers have the same priority",
    "cycle": "the digest requires the news board, which requires the digest",
    "optional": "strict_optional is on, and nobody registers the optional DecisionHandler",
}
PLUGINS = "examples.plugins.busiest_author", "examples.plugins.commit_digest:Plugin", "examples.plugins.news_board"
"""What entry points would name; these plugins are not installed."""


async def run(repository: Path, database: Path, fault: Fault | None = None) -> int:
    """Load, plan, bind and run; return the exit code."""
    store = SqliteStateStore(database)
    registry: FacetRegistry = MemoryRegistry()
    registry.register(SOURCE_CONTROL, GitSourceControl(repository), {"qualifier": "git"})
    if fault != "missing":
        registry.register(STATE_STORE, store, {"qualifier": "sqlite"})
    if fault == "ambiguous":
        registry.register(SOURCE_CONTROL, GitSourceControl(repository), {"qualifier": "mirror"})
    config: BinderConfig = {"strict_optional": fault == "optional"}

    plugins = {plugin.manifest["id"]: plugin for plugin in map(load, PLUGINS)}
    manifests = [plugin.manifest for plugin in plugins.values()]
    planned = plan([circular(one) for one in manifests] if fault == "cycle" else manifests, registry, config)
    print(planned)
    if not planned.ok:
        return 1

    print("\nThe plugins run:")
    for plugin in [plugins[id] for id in planned.order]:
        result = await MemoryBinder().bind([plugin.manifest], registry, config)
        for failure in result.errors:  # what the plan did not foresee
            raise failure.error
        for context in result.contexts.values():
            await plugin.activate(context)
            for offer in plugin.manifest["provides"]:
                options: RegistrationOptions = {"priority": offer.get("priority", 0)}
                if (qualifier := offer.get("qualifier")) is not None:
                    options["qualifier"] = qualifier
                registry.register(offer["facet"], context.require(offer["facet"], qualifier), options)

    print("\nThe StateStore now holds:")
    for key in sorted(await store.keys()):
        print(f"  {key} = {json.dumps(await store.get(key), ensure_ascii=False)}")
    return 0


def circular(manifest: PluginManifest) -> PluginManifest:
    """Return a manifest by which the digest and the news board depend on each other."""
    if manifest["id"] == "news-board":
        return {**manifest, "provides": [{"facet": "NewsBoard"}]}
    if manifest["id"] == "commit-digest":
        return {**manifest, "requires": [*manifest["requires"], {"facet": "NewsBoard"}]}
    return manifest


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the demo from the command line; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m examples.demo", description="Plans, binds and runs plugins.")
    parser.add_argument(
        "--repo", type=Path, default=Path(__file__).parent.parent, help="git checkout to look at (default: this one)"
    )
    parser.add_argument(
        "--break", dest="fault", choices=FAULTS, help="; ".join(f"{name}: {what}" for name, what in FAULTS.items())
    )
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="  %(name)s: %(message)s", stream=sys.stdout, force=True)
    if options.fault:
        print(f"Broken on purpose: {FAULTS[options.fault]}.\n")
    with tempfile.TemporaryDirectory() as folder:
        try:
            return asyncio.run(run(options.repo, Path(folder, "state.db"), options.fault))
        except (LoadError, FacetError, FacetNotFoundError) as error:
            print(f"error: {type(error).__name__}: {error}", file=sys.stderr)
            return 1


if __name__ == "__main__":
    sys.exit(main())
