"""Writes the digest of another plugin out for people, and asks first where somebody can be asked."""

from examples.plugins.commit_digest import COMMIT_DIGEST
from latency_shim import DECISION_HANDLER, STATE_STORE, PluginContext


class Plugin:
    """The plugin; without a `DecisionHandler` it publishes unasked."""

    async def activate(self, context: PluginContext, /) -> None:
        lines = context.require(COMMIT_DIGEST).lines()
        if context.optional(DECISION_HANDLER) is not None:
            answer = await context.request_decision(
                {"type": "approval", "prompt": "Publish?", "options": ["yes", "no"]}
            )
            if answer.decision != "yes":
                context.logger.warn("not published: the answer was %s", answer.decision)
                return
        text = "\n".join(["News", *(f"* {line}" for line in lines)])
        await context.require(STATE_STORE).set("board/text", text)
        context.logger.info("published %d lines", len(lines))
