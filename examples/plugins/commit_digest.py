"""Summarises the newest commits, keeps the summary, and offers it to other plugins as a facet of its own."""

from typing import Protocol, runtime_checkable

from latency_shim import SOURCE_CONTROL, STATE_STORE, Commit, FacetKey, PluginContext


@runtime_checkable
class CommitDigest(Protocol):
    """The facet that this plugin provides."""

    def lines(self) -> list[str]:
        """Give the summary, a line for each commit."""
        ...


COMMIT_DIGEST = FacetKey("CommitDigest", CommitDigest)


class Plugin:
    """The plugin, which is also the `CommitDigest` that it provides."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    async def activate(self, context: PluginContext, /) -> None:
        source = context.require(SOURCE_CONTROL)  # to a type checker a SourceControl: no cast, no annotation
        page = await source.list_commits({"limit": 3})
        self._lines = [f"{commit.sha[:8]} {first_line(commit)}" for commit in page.items]
        await context.require(STATE_STORE).set("digest/newest", self._lines)
        context.logger.info("summarised %d of %d commits", len(page.items), page.total)

    def lines(self) -> list[str]:
        return self._lines


def first_line(commit: Commit) -> str:
    """Give the subject of a commit; empty where it has no message."""
    return commit.message.partition("\n")[0]
