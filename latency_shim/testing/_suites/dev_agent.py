"""The suite for coding agents."""

import asyncio
from collections.abc import Mapping
from typing import Any, ClassVar

import pytest

from latency_shim import DevAgent, InvokeOptions, StreamChunk
from latency_shim.testing._models.dev_agent import DevAgentHistories


class Signal:
    """An `AbortSignal` with nothing but what the contract asks of one, and `set` for the test."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def is_set(self) -> bool:
        return self._event.is_set()

    async def wait(self) -> None:
        await self._event.wait()

    def set(self) -> None:
        self._event.set()


class DevAgentContract(DevAgentHistories):
    """The promises of every `DevAgent`. Needs the fixtures `agent` and `long_prompt`."""

    interface: ClassVar[Any] = DevAgent
    fixture: ClassVar[str] = "agent"
    needs: ClassVar[Mapping[str, str]] = {
        "agent": "an agent of yours",
        "long_prompt": "a prompt whose answer takes long, a second at the least",
    }
    abilities: ClassVar[Mapping[str, str]] = {
        "streaming": "give an answer in pieces, by `invoke_stream`",
        "cancellation": "abort a call that is running",
    }
    untested: ClassVar[Mapping[str, str]] = {
        "or the call was cancelled.": "the id of a call is known when it is over, so no test can cancel one by its id",
        "Cancel a running call": "the id of a call is known when it is over, so no test can cancel one by its id",
        "absent: the agent's own limit.": "how long that is, no test can know",
        "The number of tokens it used; `None` if the agent does not say.": "only the agent can count them",
        "Ids of the models to choose from; empty when there is no choice.": "only the agent knows its models",
    }

    @pytest.fixture
    def prompt(self) -> str:
        """Return a prompt with a short answer."""
        return "Say hello."

    def stream(self, it: DevAgent, prompt: str, options: InvokeOptions | None = None) -> list[StreamChunk]:
        """Return all pieces of an answer."""

        async def collect() -> list[StreamChunk]:
            return [chunk async for chunk in it.invoke_stream(prompt, options)]

        return self.run(collect())

    def abort(self, it: DevAgent, prompt: str, signal: asyncio.Event | Signal, *, stream: bool = False) -> None:
        """Call the agent, and set the signal when the call is running."""

        async def call() -> None:
            asyncio.get_running_loop().call_later(0.02, signal.set)
            if stream:
                async for _ in it.invoke_stream(prompt, {"signal": signal}):
                    pass
            else:
                await it.invoke(prompt, {"signal": signal})

        self.run(call())

    def test_each_call_has_an_id_of_its_own(self, it: DevAgent, prompt: str) -> None:
        """Send the agent a prompt and wait for the whole answer. … The result of `DevAgent.invoke`. … The agent's
        answer. … Id of the call, another one for each call.

        If this fails, `invoke` gave no answer, or two calls have one `invocation_id`, such as that of their session.
        """
        assert self.run(it.invoke(prompt)).invocation_id != self.run(it.invoke(prompt)).invocation_id

    def test_metadata_is_opaque(self, it: DevAgent, prompt: str) -> None:
        """Extra data for logs, traces or the provider; opaque. … The last argument of `DevAgent.invoke`

        If this fails, the agent reads meaning into `metadata`: a call must work with whatever stands there.
        """
        self.run(it.invoke(prompt, options={"metadata": {"trace": {"span": 1}, "": None}}))

    def test_an_empty_prompt_is_refused(self, it: DevAgent) -> None:
        """`FacetError` with code `VALIDATION` when the prompt is empty … Failures are `FacetError`, with the codes
        `VALIDATION`, `TIMEOUT` and `CANCELLED` among others.

        If this fails, `invoke("")` raised no `FacetError` with code `VALIDATION`.
        """
        with self.refuses("VALIDATION"):
            self.run(it.invoke(""))

    def test_an_empty_prompt_is_refused_by_a_stream(self, it: DevAgent) -> None:
        """It fails with the same codes as `invoke`, at the call or at the first step of the iteration.

        If this fails, neither `invoke_stream("")` nor its first step raised a `FacetError` with code `VALIDATION`.
        """
        self.need("streaming")
        with self.refuses("VALIDATION"):
            self.run(anext(it.invoke_stream("")))

    def test_a_call_that_takes_too_long_fails(self, it: DevAgent, long_prompt: str) -> None:
        """`TIMEOUT` when it takes too long … Milliseconds after which this call fails with `TIMEOUT`

        If this fails, `invoke` went on past `timeout_ms`, or raised no `FacetError` with code `TIMEOUT`.
        """
        with self.refuses("TIMEOUT"):
            self.run(it.invoke(long_prompt, {"timeout_ms": 20}))

    def test_a_stream_that_takes_too_long_fails(self, it: DevAgent, long_prompt: str) -> None:
        """It fails with the same codes as `invoke` … Milliseconds after which this call fails with `TIMEOUT`

        If this fails, a stream went on past `timeout_ms`, or raised no `FacetError` with code `TIMEOUT`.
        """
        self.need("streaming")
        with self.refuses("TIMEOUT"):
            self.stream(it, long_prompt, {"timeout_ms": 20})

    def test_a_signal_that_is_set_before_the_call_cancels_it(self, it: DevAgent, long_prompt: str) -> None:
        """`CANCELLED` when the signal was set

        If this fails, `invoke` does not look at the signal before it begins.
        """
        signal = asyncio.Event()
        signal.set()
        with self.refuses("CANCELLED"):
            self.run(it.invoke(long_prompt, {"signal": signal}))

    def test_a_signal_that_is_set_during_the_call_cancels_it(self, it: DevAgent, long_prompt: str) -> None:
        """When it is set the call fails with `CANCELLED`.

        If this fails, `invoke` goes on when the signal is set, or raised no `FacetError` with code `CANCELLED`.
        """
        self.need("cancellation")
        with self.refuses("CANCELLED"):
            self.abort(it, long_prompt, asyncio.Event())

    def test_a_signal_that_is_set_before_the_stream_cancels_it(self, it: DevAgent, long_prompt: str) -> None:
        """It fails with the same codes as `invoke` … Return whether the call must be aborted.

        If this fails, a stream does not look at the signal before it begins.
        """
        self.need("streaming")
        signal = asyncio.Event()
        signal.set()
        with self.refuses("CANCELLED"):
            self.stream(it, long_prompt, {"signal": signal})

    def test_a_signal_that_is_set_during_the_stream_cancels_it(self, it: DevAgent, long_prompt: str) -> None:
        """It fails with the same codes as `invoke` … When it is set the call fails with `CANCELLED`.

        If this fails, a stream goes on when the signal is set, or raised no `FacetError` with code `CANCELLED`.
        """
        self.need("streaming")
        self.need("cancellation")
        with self.refuses("CANCELLED"):
            self.abort(it, long_prompt, asyncio.Event(), stream=True)

    def test_any_signal_will_do(self, it: DevAgent, long_prompt: str) -> None:
        """Return as soon as the call must be aborted; the returned value does not matter. … `asyncio.Event` and
        `anyio.Event` are such signals, unchanged.

        If this fails, the agent wants more of a signal than `is_set()` and `wait()`, or goes by what `wait()` gives.
        """
        self.need("cancellation")
        with self.refuses("CANCELLED"):
            self.abort(it, long_prompt, Signal())

    def test_a_signal_that_is_never_set_changes_nothing(self, it: DevAgent, prompt: str) -> None:
        """Return whether the call must be aborted. … When it is set the call fails with `CANCELLED`.

        If this fails, a call with a signal fails, or does not end, although nobody sets it.
        """
        self.run(it.invoke(prompt, {"signal": asyncio.Event()}))

    def test_a_stream_gives_the_answer_in_pieces(self, it: DevAgent, prompt: str) -> None:
        """Send the agent a prompt and iterate over the answer as it comes. … An async generator function
        implements it

        If this fails, `invoke_stream` gives nothing, or something else than pieces of an answer.
        """
        self.need("streaming")
        assert self.stream(it, prompt)

    def test_cancelling_an_unknown_call_does_nothing(self, it: DevAgent) -> None:
        """does nothing when it is unknown or over.

        If this fails, `cancel` raised for an id that no call has: it must do nothing.
        """
        self.run(it.cancel("no-such-invocation"))

    def test_cancelling_a_call_that_is_over_does_nothing(self, it: DevAgent, prompt: str) -> None:
        """does nothing when it is unknown or over.

        If this fails, `cancel` raised for a call that was over, or broke the calls that followed.
        """
        self.run(it.cancel(self.run(it.invoke(prompt)).invocation_id))
        self.run(it.invoke(prompt))

    def test_the_capabilities_say_what_it_can_do(self, it: DevAgent) -> None:
        """Return the capabilities of this agent. … Whether `invoke_stream` can be used. … Whether a running call can be
        cancelled. … The result of `DevAgent.get_capabilities`.

        If this fails, `get_capabilities` differs from what the class of tests says in `lacks`: set one right.
        """
        found = self.run(it.get_capabilities())
        declared = {ability: ability not in self.lacks for ability in self.abilities}
        assert {"streaming": found.streaming, "cancellation": found.cancellation} == declared
