"""Finds out who wrote most of the newest hundred commits."""

from collections import Counter

from latency_shim import SOURCE_CONTROL, STATE_STORE, PluginContext


class Plugin:
    """The plugin; it insists on git, as its manifest says."""

    async def activate(self, context: PluginContext, /) -> None:
        source = context.require(SOURCE_CONTROL, "git")
        page = await source.list_commits({"limit": 100})
        for author, count in Counter(commit.author for commit in page.items).most_common(1):
            await context.require(STATE_STORE).set("authors/busiest", {"author": author, "commits": count})
            context.logger.info("%s wrote %d of %d commits", author, count, len(page.items))
