"""Writes the digest of another plugin out for people, and asks first if somebody can be asked."""

from pathlib import Path

from examples.plugins.commit_digest import COMMIT_DIGEST
from latency_shim import DECISION_HANDLER, STATE_STORE, PluginContext
from latency_shim.loading import load_manifest

manifest = load_manifest(Path(__file__).with_suffix(".json"))


async def activate(context: PluginContext) -> None:
    """Publish the digest; without a `DecisionHandler` unasked."""
    lines = context.require(COMMIT_DIGEST).lines()
    store = context.require(STATE_STORE)
    if context.optional(DECISION_HANDLER) is not None:
        answer = await context.request_decision({"type": "approval", "prompt": "Publish?", "options": ["yes", "no"]})
        if answer.decision != "yes":
            context.logger.warn("not published: the answer was %s", answer.decision)
            return
    await store.set("board/text", "\n".join(["News", *(f"* {line}" for line in lines)]))
    context.logger.info("published %d lines", len(lines))
