"""Coding agents that break a promise each."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

import pytest

from latency_shim import AgentCapabilities, AgentResult, DevAgent, FacetError, InvokeOptions, StreamChunk
from latency_shim.memory.dev_agent import MemoryAgentCapabilities, MemoryAgentResult, MemoryDevAgent
from latency_shim.testing import DevAgentContract
from mutants import breaks, keeps_all

ALSO = ("AbortSignal", "AgentCapabilities", "AgentResult", "InvokeOptions")


class SUITE(DevAgentContract):
    make: Callable[[], DevAgent] = MemoryDevAgent
    patience = 0.5

    @pytest.fixture
    def agent(self) -> DevAgent:
        return self.make()

    @pytest.fixture
    def long_prompt(self) -> str:
        return "word " * 5_000


def without(options: InvokeOptions | None, name: str) -> Any:
    """Return the options without one of them."""
    return {key: value for key, value in (options or {}).items() if key != name}


def is_set(options: InvokeOptions | None) -> bool:
    """Return whether a call must be aborted before it begins."""
    signal = (options or {}).get("signal")
    return signal is not None and signal.is_set()


@breaks("test_it_conforms_to_the_interface")
class SaysToGiveANumber(MemoryDevAgent):
    """`cancel` is annotated as giving a number."""

    async def cancel(self, invocation_id: str, /) -> int:  # type: ignore[override]
        await super().cancel(invocation_id)
        return None  # type: ignore[return-value]


@breaks("test_each_call_has_an_id_of_its_own")
class HasOneId(MemoryDevAgent):
    """All calls have the same id."""

    async def invoke(self, prompt: str, /, options: InvokeOptions | None = None) -> AgentResult:
        return MemoryAgentResult((await super().invoke(prompt, options)).output, "session-1")


@breaks("test_metadata_is_opaque")
class ReadsMetadata(MemoryDevAgent):
    """Metadata must be text."""

    async def invoke(self, prompt: str, /, options: InvokeOptions | None = None) -> AgentResult:
        if not all(isinstance(value, str) for value in (options or {}).get("metadata", {}).values()):
            raise FacetError("metadata must be text", "VALIDATION")
        return await super().invoke(prompt, options)


@breaks("test_an_empty_prompt_is_refused")
class AnswersNothing(MemoryDevAgent):
    """An empty prompt has an empty answer."""

    async def invoke(self, prompt: str, /, options: InvokeOptions | None = None) -> AgentResult:
        return await super().invoke(prompt, options) if prompt else MemoryAgentResult("", "nothing")


@breaks("test_an_empty_prompt_is_refused_by_a_stream")
class StreamsNothing(MemoryDevAgent):
    """A stream has another code for an empty prompt."""

    def invoke_stream(self, prompt: str, /, options: InvokeOptions | None = None) -> AsyncIterator[StreamChunk]:
        if not prompt:
            raise FacetError("the prompt is empty", "VALIDATION_ERROR")
        return super().invoke_stream(prompt, options)


@breaks("test_a_call_that_takes_too_long_fails")
class TakesSeconds(MemoryDevAgent):
    """`timeout_ms` is taken for seconds."""

    async def invoke(self, prompt: str, /, options: InvokeOptions | None = None) -> AgentResult:
        longer: InvokeOptions = {"timeout_ms": 1000 * (options or {}).get("timeout_ms", 30)}
        return await super().invoke(prompt, {**(options or {}), **longer})


@breaks("test_a_stream_that_takes_too_long_fails")
class EndsItsStream(MemoryDevAgent):
    """A stream that takes too long just ends."""

    async def invoke_stream(self, prompt: str, /, options: InvokeOptions | None = None) -> AsyncIterator[StreamChunk]:
        try:
            async for chunk in super().invoke_stream(prompt, options):
                yield chunk
        except FacetError as error:
            if error.code != "TIMEOUT":
                raise


@breaks("test_a_signal_that_is_set_before_the_call_cancels_it")
class LooksAtNoSignalBefore(MemoryDevAgent):
    """A signal that is set when the call begins is passed over."""

    async def invoke(self, prompt: str, /, options: InvokeOptions | None = None) -> AgentResult:
        return await super().invoke(prompt, without(options, "signal") if is_set(options) else options)


class Stubborn(MemoryDevAgent):
    """Base of those that look at a signal when a call begins, and at some not again."""

    def heeds(self, signal: object) -> bool:
        return False

    async def invoke(self, prompt: str, /, options: InvokeOptions | None = None) -> AgentResult:
        if is_set(options) or self.heeds((options or {}).get("signal")):
            return await super().invoke(prompt, options)
        return await super().invoke(prompt, without(options, "signal"))


@breaks("test_a_signal_that_is_set_during_the_call_cancels_it")
class PassesOverEvents(Stubborn):
    """An `asyncio.Event` that is set while the call runs is passed over."""

    def heeds(self, signal: object) -> bool:
        return not isinstance(signal, asyncio.Event)


@breaks("test_any_signal_will_do")
class KnowsEventsAlone(Stubborn):
    """A signal other than an `asyncio.Event` is passed over."""

    def heeds(self, signal: object) -> bool:
        return isinstance(signal, asyncio.Event)


@breaks("test_a_signal_that_is_set_before_the_stream_cancels_it")
class StreamsAfterASignal(MemoryDevAgent):
    """A stream passes over a signal that is set when it begins."""

    def invoke_stream(self, prompt: str, /, options: InvokeOptions | None = None) -> AsyncIterator[StreamChunk]:
        return super().invoke_stream(prompt, without(options, "signal") if is_set(options) else options)


@breaks("test_a_signal_that_is_set_during_the_stream_cancels_it")
class StreamsOn(MemoryDevAgent):
    """A stream looks at the signal when it begins, and not again."""

    def invoke_stream(self, prompt: str, /, options: InvokeOptions | None = None) -> AsyncIterator[StreamChunk]:
        return super().invoke_stream(prompt, options if is_set(options) else without(options, "signal"))


@breaks("test_a_signal_that_is_never_set_changes_nothing")
class WaitsForTheSignal(MemoryDevAgent):
    """A call with a signal ends no sooner than the signal is set."""

    async def invoke(self, prompt: str, /, options: InvokeOptions | None = None) -> AgentResult:
        result = await super().invoke(prompt, options)
        if signal := (options or {}).get("signal"):
            await signal.wait()
        return result


@breaks("test_a_stream_gives_the_answer_in_pieces")
class StreamsText(MemoryDevAgent):
    """A stream gives no pieces where the answer is short."""

    async def invoke_stream(self, prompt: str, /, options: InvokeOptions | None = None) -> AsyncIterator[StreamChunk]:
        async for chunk in super().invoke_stream(prompt, options):
            if len(prompt) > 100:
                yield chunk


@breaks("test_cancelling_an_unknown_call_does_nothing")
class RefusesUnknownCalls(MemoryDevAgent):
    """Cancelling a call that never was is refused."""

    async def cancel(self, invocation_id: str, /) -> None:
        if invocation_id.startswith("no-such"):
            raise FacetError(f"there is no call {invocation_id!r}", "NOT_FOUND")


@breaks("test_cancelling_a_call_that_is_over_does_nothing")
class RefusesCallsThatAreOver(MemoryDevAgent):
    """Cancelling a call that is over is refused."""

    async def cancel(self, invocation_id: str, /) -> None:
        if not invocation_id.startswith("no-such"):
            raise FacetError(f"call {invocation_id!r} is over", "NOT_FOUND")


@breaks("test_the_capabilities_say_what_it_can_do")
class HidesStreaming(MemoryDevAgent):
    """The capabilities have no streaming, which works."""

    async def get_capabilities(self) -> AgentCapabilities:
        return MemoryAgentCapabilities(streaming=False)


@keeps_all
class RefusesAtTheCall(MemoryDevAgent):
    """A stream refuses an empty prompt at the call, and is an iterator of its own; prompts of blanks are refused."""

    def invoke_stream(self, prompt: str, /, options: InvokeOptions | None = None) -> AsyncIterator[StreamChunk]:
        if not prompt.strip():
            raise FacetError("the prompt is blank", "VALIDATION")
        return Iterator(super().invoke_stream(prompt, options))


class Iterator:
    """An async iterator that is not a generator."""

    def __init__(self, chunks: AsyncIterator[StreamChunk]) -> None:
        self._chunks = chunks

    def __aiter__(self) -> AsyncIterator[StreamChunk]:
        return self

    async def __anext__(self) -> StreamChunk:
        return await anext(self._chunks)


@keeps_all
class WaitsForTheWhole(MemoryDevAgent):
    """A stream gives the whole answer as one piece, and counts no tokens; records are namespaces."""

    async def invoke(self, prompt: str, /, options: InvokeOptions | None = None) -> Any:
        result = await super().invoke(prompt, options)
        return SimpleNamespace(output=result.output, invocation_id=result.invocation_id, usage=None)

    async def invoke_stream(self, prompt: str, /, options: InvokeOptions | None = None) -> AsyncIterator[Any]:
        yield SimpleNamespace(text=(await self.invoke(prompt, options)).output, metadata={"whole": True})


@keeps_all
class PollsTheSignal(MemoryDevAgent):
    """The signal is looked at now and then, and never waited for."""

    async def invoke(self, prompt: str, /, options: InvokeOptions | None = None) -> AgentResult:
        call = asyncio.ensure_future(super().invoke(prompt, without(options, "signal")))
        while not is_set(options) and not (await asyncio.wait([call], timeout=0.002))[0]:
            pass
        if not is_set(options):
            return await call
        call.cancel()
        with suppress(asyncio.CancelledError):
            await call
        raise FacetError("aborted", "CANCELLED")


@breaks("test_what_becomes_of_calls_in_any_history")
class CountsWholeMilliseconds(MemoryDevAgent):
    """A limit of less than a millisecond is none."""

    async def invoke(self, prompt: str, /, options: InvokeOptions | None = None) -> AgentResult:
        if options and 0 < options.get("timeout_ms", 1) < 1:
            options = without(options, "timeout_ms")
        return await super().invoke(prompt, options)
