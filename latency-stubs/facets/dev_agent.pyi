"""The facet `DevAgent`: a coding agent that answers prompts.

```python
import asyncio

from latency_shim import DevAgent


async def ask(agent: DevAgent, prompt: str) -> str:
    stop = asyncio.Event()  # an AbortSignal: stop.set() aborts the call
    result = await agent.invoke(prompt, {"timeout_ms": 60_000, "signal": stop})
    return result.output


async def follow(agent: DevAgent, prompt: str) -> str:
    return "".join([chunk.text async for chunk in agent.invoke_stream(prompt)])
```
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Final, NotRequired, Protocol, TypedDict, runtime_checkable

from latency.composition.facet import FacetKey

__all__ = [
    "DEV_AGENT",
    "AbortSignal",
    "AgentCapabilities",
    "AgentResult",
    "AgentUsage",
    "DevAgent",
    "InvokeOptions",
    "StreamChunk",
]

@runtime_checkable
class AbortSignal(Protocol):
    """Tells a running call that its result is no longer wanted.

    `asyncio.Event` and `anyio.Event` are such signals, unchanged.
    """

    def is_set(self) -> bool:
        """Return whether the call must be aborted."""
    async def wait(self) -> object:
        """Return as soon as the call must be aborted; the returned value does not matter."""

class InvokeOptions(TypedDict):
    """Options of one call of an agent.

    The last argument of `DevAgent.invoke` and `DevAgent.invoke_stream`.
    """

    timeout_ms: NotRequired[float]
    """Milliseconds after which this call fails with `TIMEOUT`; absent: the agent's own limit."""
    signal: NotRequired[AbortSignal]
    """When it is set the call fails with `CANCELLED`."""
    metadata: NotRequired[Mapping[str, object]]
    """Extra data for logs, traces or the provider; opaque."""

@runtime_checkable
class AgentUsage(Protocol):
    """The number of tokens that a call used.

    An unnamed object in TypeScript.
    """

    @property
    def input_tokens(self) -> int | None:
        """Tokens read; `None` if the agent does not say."""
    @property
    def output_tokens(self) -> int | None:
        """Tokens written; `None` if the agent does not say."""

@runtime_checkable
class AgentResult(Protocol):
    """The result of a finished call.

    The result of `DevAgent.invoke`.
    """

    @property
    def output(self) -> str:
        """The agent's answer."""
    @property
    def invocation_id(self) -> str:
        """Id of the call, another one for each call."""
    @property
    def usage(self) -> AgentUsage | None:
        """The number of tokens it used; `None` if the agent does not say."""

@runtime_checkable
class StreamChunk(Protocol):
    """A piece of a streamed answer.

    An item of the result of `DevAgent.invoke_stream`.
    """

    @property
    def text(self) -> str:
        """The piece of text."""
    @property
    def metadata(self) -> Mapping[str, object] | None:
        """Extra data about the piece; opaque."""

@runtime_checkable
class AgentCapabilities(Protocol):
    """The capabilities of an agent.

    The result of `DevAgent.get_capabilities`.
    """

    @property
    def streaming(self) -> bool:
        """Whether `invoke_stream` can be used."""
    @property
    def cancellation(self) -> bool:
        """Whether a running call can be cancelled."""
    @property
    def models(self) -> Sequence[str]:
        """Ids of the models to choose from; empty when there is no choice."""

@runtime_checkable
class DevAgent(Protocol):
    """A coding agent, such as a language model behind a command line.

    Failures are `FacetError`, with the codes `VALIDATION`, `TIMEOUT` and `CANCELLED` among others.
    """

    async def invoke(self, prompt: str, /, options: InvokeOptions | None = None) -> AgentResult:
        """Send the agent a prompt and wait for the whole answer.

        `FacetError` with code `VALIDATION` when the prompt is empty, `TIMEOUT` when it takes too long,
        `CANCELLED` when the signal was set or the call was cancelled.
        """
    def invoke_stream(self, prompt: str, /, options: InvokeOptions | None = None) -> AsyncIterator[StreamChunk]:
        """Send the agent a prompt and iterate over the answer as it comes.

        An async generator function implements it; `async def … -> AsyncIterator` does not. It fails
        with the same codes as `invoke`, at the call or at the first step of the iteration.
        """
    async def cancel(self, invocation_id: str, /) -> None:
        """Cancel a running call; does nothing when it is unknown or over."""
    async def get_capabilities(self) -> AgentCapabilities:
        """Return the capabilities of this agent."""

DEV_AGENT: Final[FacetKey[DevAgent]]
"""Key of the facet `"DevAgent"`."""
