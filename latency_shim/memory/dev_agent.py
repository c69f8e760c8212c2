"""A `DevAgent` in memory: it says what it is told, word by word."""

import asyncio
import uuid
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from latency_shim import AgentCapabilities, AgentResult, AgentUsage, FacetError, InvokeOptions, StreamChunk


@dataclass(frozen=True)
class Usage:
    """An `AgentUsage`."""

    input_tokens: int | None
    output_tokens: int | None


@dataclass(frozen=True)
class Result:
    """An `AgentResult`."""

    output: str
    invocation_id: str
    usage: AgentUsage | None = None


@dataclass(frozen=True)
class Chunk:
    """A `StreamChunk`."""

    text: str
    metadata: Mapping[str, object] | None = None


@dataclass(frozen=True)
class Capabilities:
    """`AgentCapabilities`."""

    streaming: bool = True
    cancellation: bool = True
    models: Sequence[str] = ()


class InMemoryDevAgent:
    """A `DevAgent` that takes its time for each word; without `timeout_ms` a call may take half a minute."""

    def __init__(self, seconds_per_word: float = 0.001) -> None:
        self._seconds_per_word = seconds_per_word
        self._running: dict[str, asyncio.Event] = {}  # set to cancel the call of that id

    async def invoke(self, prompt: str, /, options: InvokeOptions | None = None) -> AgentResult:
        id = uuid.uuid4().hex
        words = [word async for word in self._words(id, prompt, options or {})]
        return Result("".join(words), id, Usage(len(prompt.split()), len(words)))

    async def invoke_stream(self, prompt: str, /, options: InvokeOptions | None = None) -> AsyncIterator[StreamChunk]:
        async with aclosing(self._words(uuid.uuid4().hex, prompt, options or {})) as words:
            async for word in words:
                yield Chunk(word)

    async def cancel(self, invocation_id: str, /) -> None:
        if invocation_id in self._running:
            self._running[invocation_id].set()

    async def get_capabilities(self) -> AgentCapabilities:
        return Capabilities()

    async def _words(self, id: str, prompt: str, options: InvokeOptions) -> AsyncGenerator[str, None]:
        """Give the answer in pieces, until someone does not want it any more."""
        if not prompt:
            raise FacetError("the prompt is empty", "VALIDATION")
        stop = self._running[id] = asyncio.Event()
        signals = [stop, options["signal"]] if "signal" in options else [stop]
        waiting = [asyncio.ensure_future(signal.wait()) for signal in signals]
        now = asyncio.get_running_loop().time
        deadline = now() + options.get("timeout_ms", 30_000) / 1000
        try:
            for number, word in enumerate(prompt.split()):
                await asyncio.wait(
                    waiting,
                    timeout=min(self._seconds_per_word, max(deadline - now(), 0)),
                    return_when=asyncio.FIRST_COMPLETED,
                )
                if any(signal.is_set() for signal in signals):
                    raise FacetError("the call was cancelled", "CANCELLED")
                if now() >= deadline:
                    raise FacetError(f"this took longer than {options.get('timeout_ms', 30_000)} ms", "TIMEOUT")
                yield f" {word}" if number else word
        finally:
            del self._running[id]
            for task in waiting:
                task.cancel()
