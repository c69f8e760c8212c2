"""The facet `DevAgent` in memory."""

import asyncio
import uuid
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from latency_shim import AgentCapabilities, AgentResult, AgentUsage, FacetError, InvokeOptions, StreamChunk

__all__ = ["MemoryAgentCapabilities", "MemoryAgentResult", "MemoryAgentUsage", "MemoryDevAgent", "MemoryStreamChunk"]

_TIMEOUT_MS = 30_000


@dataclass(frozen=True)
class MemoryAgentUsage:
    """An `AgentUsage`, in words instead of tokens."""

    input_tokens: int | None
    output_tokens: int | None


@dataclass(frozen=True)
class MemoryAgentResult:
    """An `AgentResult`."""

    output: str
    invocation_id: str
    usage: AgentUsage | None = None


@dataclass(frozen=True)
class MemoryStreamChunk:
    """A `StreamChunk`."""

    text: str
    metadata: Mapping[str, object] | None = None


@dataclass(frozen=True)
class MemoryAgentCapabilities:
    """The `AgentCapabilities` of this agent."""

    streaming: bool = True
    cancellation: bool = True
    models: Sequence[str] = ()


def _echo(prompt: str, /) -> str:
    return prompt


class MemoryDevAgent:
    """A `DevAgent` that answers with what a function makes of the prompt, word by word.

    Without a function the answer is the prompt. Each word takes its time, so that a call can be cancelled and can take
    too long; without `timeout_ms` it may take half a minute.
    """

    def __init__(self, answer: Callable[[str], str] = _echo, *, seconds_per_word: float = 0.001) -> None:
        """Make an agent that answers a prompt with `answer(prompt)`; a `FacetError` that it raises is passed on."""
        self._answer = answer
        self._seconds_per_word = seconds_per_word
        self._running: dict[str, asyncio.Event] = {}  # set to cancel the call of that id

    async def invoke(self, prompt: str, /, options: InvokeOptions | None = None) -> AgentResult:
        """Return the whole answer; `FacetError` with code `VALIDATION`, `TIMEOUT` or `CANCELLED` when that fails."""
        invocation_id = uuid.uuid4().hex
        pieces = [piece async for piece in self._pieces(invocation_id, prompt, options or {})]
        return MemoryAgentResult("".join(pieces), invocation_id, MemoryAgentUsage(len(prompt.split()), len(pieces)))

    async def invoke_stream(self, prompt: str, /, options: InvokeOptions | None = None) -> AsyncIterator[StreamChunk]:
        """Yield the answer word by word; it fails as `invoke` does, at the first step or at a later one."""
        async with aclosing(self._pieces(uuid.uuid4().hex, prompt, options or {})) as pieces:
            async for piece in pieces:
                yield MemoryStreamChunk(piece)

    async def cancel(self, invocation_id: str, /) -> None:
        """Cancel a running call; does nothing when it is unknown or over."""
        if invocation_id in self._running:
            self._running[invocation_id].set()

    async def get_capabilities(self) -> AgentCapabilities:
        """Return what this agent can do: everything, with no choice of models."""
        return MemoryAgentCapabilities()

    async def _pieces(self, id: str, prompt: str, options: InvokeOptions) -> AsyncGenerator[str, None]:
        """Yield the answer in pieces, until it is not wanted any more."""
        if not prompt:
            raise FacetError("the prompt is empty", "VALIDATION")
        stop = self._running[id] = asyncio.Event()
        signals = [stop, options["signal"]] if "signal" in options else [stop]
        waiting = [asyncio.ensure_future(signal.wait()) for signal in signals]
        now = asyncio.get_running_loop().time
        limit_ms = options.get("timeout_ms", _TIMEOUT_MS)
        deadline = now() + limit_ms / 1000
        try:
            for number, word in enumerate(self._answer(prompt).split()):
                await asyncio.wait(
                    waiting,
                    timeout=min(self._seconds_per_word, max(deadline - now(), 0)),
                    return_when=asyncio.FIRST_COMPLETED,
                )
                if any(signal.is_set() for signal in signals):
                    raise FacetError("the call was cancelled", "CANCELLED")
                if now() >= deadline:
                    raise FacetError(f"the call took longer than {limit_ms:g} ms", "TIMEOUT")
                yield f" {word}" if number else word
        finally:
            del self._running[id]
            for task in waiting:
                task.cancel()
