"""Coding agents that break a clause each."""

from collections.abc import AsyncIterator, Callable

from latency_shim import AgentResult, DevAgent, FacetError, InvokeOptions, StreamChunk
from mutants import dev_agent as first
from mutants import violates
from reference.agent import Agent


class SUITE(first.SUITE):
    make: Callable[[], DevAgent] = Agent


@violates("Id of the call, another one for each call", "test_each_call_has_an_id_of_its_own")
class IdsOfPrompts(Agent):
    """Two calls with the same prompt have one id."""

    async def invoke(self, prompt: str, /, options: InvokeOptions | None = None) -> AgentResult:
        found = await super().invoke(prompt, options)
        return found._replace(invocation_id=f"call-{prompt[:20]}")  # type: ignore[attr-defined, no-any-return]


@violates("does nothing when it is unknown or over")
class CancelOver(Agent):
    """To cancel a call that is over is refused."""

    async def cancel(self, invocation_id: str, /) -> None:
        if self.history and invocation_id == f"call-{len(self.history)}" and len(self.history) > 1:
            raise FacetError("it is over", "VALIDATION")
        await super().cancel(invocation_id)


@violates("It fails with the same codes as `invoke`", "test_an_empty_prompt_is_refused_by_a_stream")
class StreamOfNothing(Agent):
    """A stream of an empty prompt is empty."""

    async def invoke_stream(self, prompt: str, /, options: InvokeOptions | None = None) -> AsyncIterator[StreamChunk]:
        if prompt:
            async for piece in super().invoke_stream(prompt, options):
                yield piece
