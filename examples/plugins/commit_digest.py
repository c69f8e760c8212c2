"""Summarises the newest commits, keeps the summary, and offers it to other plugins as a facet of its own."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

from latency_shim import SOURCE_CONTROL, STATE_STORE, Commit, FacetKey, PluginContext
from latency_shim.loading import load_manifest


@runtime_checkable
class CommitDigest(Protocol):
    """The facet that this plugin provides."""

    def lines(self) -> Sequence[str]:
        """Return the summary, a line for each commit."""
        ...


COMMIT_DIGEST = FacetKey("CommitDigest", CommitDigest)


class Plugin:
    """The plugin, which is also the `CommitDigest` that it provides."""

    manifest = load_manifest(Path(__file__).with_suffix(".toml"))

    def __init__(self) -> None:
        self._lines: Sequence[str] = ()

    async def activate(self, context: PluginContext, /) -> None:
        source = context.require(SOURCE_CONTROL)
        store = context.require(STATE_STORE)
        page = await source.list_commits({"limit": 3})
        self._lines = [f"{commit.sha[:8]} {first_line(commit)}" for commit in page.items]
        await store.set("digest/newest", self._lines)
        context.provide(COMMIT_DIGEST, self)
        context.logger.info("summarised %d of %d commits", len(page.items), page.total)

    def lines(self) -> Sequence[str]:
        return self._lines


def first_line(commit: Commit) -> str:
    """Return the subject of a commit; empty if it has no message."""
    return commit.message.partition("\n")[0]
