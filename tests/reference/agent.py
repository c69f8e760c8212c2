"""A coding agent that repeats its prompt, one word after another."""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import NamedTuple

from latency_shim import AgentCapabilities, AgentResult, AgentUsage, FacetError, InvokeOptions, StreamChunk


class Usage(NamedTuple):
    input_tokens: int | None
    output_tokens: int | None


class Answer(NamedTuple):
    output: str
    invocation_id: str
    usage: AgentUsage | None


class Piece(NamedTuple):
    text: str
    metadata: Mapping[str, object] | None


class Able(NamedTuple):
    streaming: bool
    cancellation: bool
    models: Sequence[str]


class Agent:
    """Takes a millisecond for each word."""

    def __init__(self, pause: float = 0.001, limit_ms: float = 60_000.0) -> None:
        self.pause = pause
        self.limit_ms = limit_ms
        self.history: tuple[asyncio.Event, ...] = ()
        """For each call, in their order, whether it was cancelled."""

    def begun(self, prompt: str) -> str:
        """Return the id of a new call."""
        if not prompt:
            raise FacetError("the prompt is empty", "VALIDATION")
        self.history += (asyncio.Event(),)
        return f"call-{len(self.history)}"

    async def words(self, id: str, prompt: str, options: InvokeOptions) -> AsyncIterator[str]:
        ends = time.monotonic() + options.get("timeout_ms", self.limit_ms) / 1000
        signals = [self.history[-1], *([options["signal"]] if "signal" in options else [])]
        stops = [asyncio.ensure_future(one.wait()) for one in signals]
        try:
            for number, word in enumerate(prompt.split(" ")):
                left = ends - time.monotonic()
                await asyncio.wait(stops, timeout=max(0, min(self.pause, left)), return_when=asyncio.FIRST_COMPLETED)
                if any(one.is_set() for one in signals):
                    raise FacetError(f"{id} was cancelled", "CANCELLED")
                if time.monotonic() >= ends:
                    raise FacetError(f"{id} took too long", "TIMEOUT")
                yield f" {word}" if number else word
        finally:
            for stop in stops:
                stop.cancel()

    async def invoke(self, prompt: str, /, options: InvokeOptions | None = None) -> AgentResult:
        id = self.begun(prompt)
        words = [word async for word in self.words(id, prompt, options or {})]
        return Answer("".join(words), id, Usage(len(words), len(words)))

    async def invoke_stream(self, prompt: str, /, options: InvokeOptions | None = None) -> AsyncIterator[StreamChunk]:
        id = self.begun(prompt)
        async for word in self.words(id, prompt, options or {}):
            yield Piece(word, {"invocation_id": id})

    async def cancel(self, invocation_id: str, /) -> None:
        numbers = {f"call-{number}": stop for number, stop in enumerate(self.history, 1)}
        if invocation_id in numbers:
            numbers[invocation_id].set()

    async def get_capabilities(self) -> AgentCapabilities:
        return Able(streaming=True, cancellation=True, models=())
