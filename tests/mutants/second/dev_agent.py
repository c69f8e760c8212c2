# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# A value may be anything.
"""Coding agents that break a clause each."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

from latency_shim import AgentResult, DevAgent, FacetError, InvokeOptions, StreamChunk
from mutants import dev_agent as first
from mutants import violates
from reference.agent import Agent, Answer


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


@violates("Milliseconds after which this call fails with `TIMEOUT`")
class WholeMilliseconds(Agent):
    """A stream knows no limit of less than a millisecond."""

    async def invoke_stream(self, prompt: str, /, options: Any = None) -> AsyncIterator[StreamChunk]:
        given = {key: value for key, value in (options or {}).items() if key != "timeout_ms" or value >= 1}
        async for piece in super().invoke_stream(prompt, given):  # type: ignore[arg-type]
            yield piece


@violates("Milliseconds after which this call fails with `TIMEOUT`")
class KeepsTheLimit(Agent):
    """A limit that was short is that of the next call, too, if that one has none."""

    async def invoke(self, prompt: str, /, options: Any = None) -> Any:
        given = {**(options or {})}
        if given.get("timeout_ms", 60_000) < 10:
            self.limit_ms = 1
        return await super().invoke(prompt, given)  # type: ignore[arg-type]


@violates("does nothing when it is unknown or over.")
class CancelsAll(Agent):
    """An empty id stands for all calls that are running."""

    async def cancel(self, invocation_id: str, /) -> None:
        for stop in self.history if not invocation_id else ():
            stop.set()
        await super().cancel(invocation_id)


@violates("does nothing when it is unknown or over.")
class CancelsTheNext(Agent):
    """To cancel a call that is over cancels the one after it."""

    async def cancel(self, invocation_id: str, /) -> None:
        numbers = {f"call-{number}": number for number in range(1, len(self.history))}
        if invocation_id in numbers:
            self.history[numbers[invocation_id]].set()


@violates("When it is set the call fails with `CANCELLED`.")
class OneSignal(Agent):
    """The signal of a call that was aborted is that of the next call, too."""

    last: Any = None

    async def invoke(self, prompt: str, /, options: Any = None) -> Any:
        given = {**(options or {})}
        if "signal" not in given and self.last is not None and self.last.is_set():
            given["signal"] = self.last
        self.last = given.get("signal")
        return await super().invoke(prompt, given)  # type: ignore[arg-type]


@violates("Send the agent a prompt and iterate over the answer as it comes.")
class OneStream(Agent):
    """As long as a stream has not come to its end there is no other."""

    busy = False

    async def invoke_stream(self, prompt: str, /, options: Any = None) -> AsyncIterator[StreamChunk]:
        if self.busy:
            raise FacetError("busy", "BUSY")
        try:
            async for piece in super().invoke_stream(prompt, options):
                self.busy = True
                yield piece
        except FacetError:
            self.busy = False
            raise
        self.busy = False


@violates("When it is set the call fails with `CANCELLED`.", "test_any_signal_will_do")
class GoesByTheAnswer(Agent):
    """A signal whose `wait` gives nothing true is none."""

    async def invoke(self, prompt: str, /, options: Any = None) -> Any:
        signal = (options or {}).get("signal")
        given: Any = {key: value for key, value in (options or {}).items() if key != "signal"}
        call = asyncio.ensure_future(super().invoke(prompt, given))
        if signal is None:
            return await call
        if signal.is_set():
            call.cancel()
            raise FacetError("aborted", "CANCELLED")
        stop = asyncio.ensure_future(signal.wait())
        try:
            await asyncio.wait([call, stop], return_when=asyncio.FIRST_COMPLETED)
            if stop.done() and stop.result():
                call.cancel()
                raise FacetError("aborted", "CANCELLED")
            return await call
        finally:
            stop.cancel()


@violates("Return the capabilities of this agent.")
class StreamsNoMore(Agent):
    """Once a stream has failed the agent says that it cannot stream."""

    streams = True

    async def invoke_stream(self, prompt: str, /, options: Any = None) -> AsyncIterator[StreamChunk]:
        try:
            async for piece in super().invoke_stream(prompt, options):
                yield piece
        except FacetError:
            self.streams = False
            raise

    async def get_capabilities(self) -> Any:
        return (await super().get_capabilities())._replace(streaming=self.streams)  # type: ignore[attr-defined]


@violates("Extra data for logs, traces or the provider; opaque.")
class ReadsMetadata(Agent):
    """A limit in the metadata counts."""

    async def invoke(self, prompt: str, /, options: Any = None) -> Any:
        metadata = (options or {}).get("metadata", {})
        given: Any = {**(options or {}), **{key: metadata[key] for key in metadata if key == "timeout_ms"}}
        return await super().invoke(prompt, given)


@violates("Id of the call, another one for each call.")
class IdsAtOnce(Agent):
    """Calls that run at the same time have one id."""

    running = 0

    async def invoke(self, prompt: str, /, options: Any = None) -> Any:
        self.running += 1
        try:
            found: Any = await super().invoke(prompt, options)
        finally:
            self.running -= 1
        return found._replace(invocation_id="both") if self.running > 1 else found


@violates("`FacetError` with code `VALIDATION` when the prompt is empty")
class EmptyWithOptions(Agent):
    """An empty prompt with metadata has an empty answer."""

    async def invoke(self, prompt: str, /, options: Any = None) -> Any:
        if not prompt and (options or {}).get("metadata"):
            return Answer("", f"empty-{len(self.history)}", None)
        return await super().invoke(prompt, options)
