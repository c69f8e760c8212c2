"""Finds out who wrote most of the newest hundred commits; the module itself is the plugin."""

from collections import Counter
from pathlib import Path

from latency_shim import SOURCE_CONTROL, STATE_STORE, PluginContext
from latency_shim.loading import load_manifest

manifest = load_manifest(Path(__file__).with_suffix(".toml"))


async def activate(context: PluginContext) -> None:
    """Count the authors of commits in git: the plugin insists on git, as its manifest says."""
    source = context.require(SOURCE_CONTROL, "git")  # to a type checker a SourceControl: no cast, no annotation
    store = context.require(STATE_STORE)
    page = await source.list_commits({"limit": 100})
    for author, count in Counter(commit.author for commit in page.items).most_common(1):
        await store.set("authors/busiest", {"author": author, "commits": count})
        context.logger.info("%s wrote %d of %d commits", author, count, len(page.items))
