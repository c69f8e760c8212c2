# Generated from latency-stubs/facets/dev_agent.pyi by `nox -s generate`; do not edit.
"""The facet `DevAgent`: a coding agent that answers prompts."""

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Final

from latency_shim._typing import NotRequired, Protocol, TypedDict, runtime_checkable
from latency_shim.composition.facet import FacetKey

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
    """Tells a running call that its result is no longer wanted."""

    def is_set(self) -> bool:
        """Return whether the call must be aborted."""
        ...

    async def wait(self) -> object:
        """Return as soon as the call must be aborted; the returned value does not matter."""
        ...


class InvokeOptions(TypedDict):
    """Options of one call of an agent."""

    timeout_ms: NotRequired[float]
    signal: NotRequired[AbortSignal]
    metadata: NotRequired[Mapping[str, object]]


@runtime_checkable
class AgentUsage(Protocol):
    """The number of tokens that a call used."""

    @property
    def input_tokens(self) -> int | None:
        """Tokens read; `None` if the agent does not say."""
        ...

    @property
    def output_tokens(self) -> int | None:
        """Tokens written; `None` if the agent does not say."""
        ...


@runtime_checkable
class AgentResult(Protocol):
    """The result of a finished call."""

    @property
    def output(self) -> str:
        """The agent's answer."""
        ...

    @property
    def invocation_id(self) -> str:
        """Id of the call, another one for each call."""
        ...

    @property
    def usage(self) -> AgentUsage | None:
        """The number of tokens it used; `None` if the agent does not say."""
        ...


@runtime_checkable
class StreamChunk(Protocol):
    """A piece of a streamed answer."""

    @property
    def text(self) -> str:
        """The piece of text."""
        ...

    @property
    def metadata(self) -> Mapping[str, object] | None:
        """Extra data about the piece; opaque."""
        ...


@runtime_checkable
class AgentCapabilities(Protocol):
    """The capabilities of an agent."""

    @property
    def streaming(self) -> bool:
        """Whether `invoke_stream` can be used."""
        ...

    @property
    def cancellation(self) -> bool:
        """Whether a running call can be cancelled."""
        ...

    @property
    def models(self) -> Sequence[str]:
        """Ids of the models to choose from; empty when there is no choice."""
        ...


@runtime_checkable
class DevAgent(Protocol):
    """A coding agent, such as a language model behind a command line."""

    async def invoke(self, prompt: str, /, options: InvokeOptions | None = None) -> AgentResult:
        """Send the agent a prompt and wait for the whole answer."""
        ...

    def invoke_stream(self, prompt: str, /, options: InvokeOptions | None = None) -> AsyncIterator[StreamChunk]:
        """Send the agent a prompt and iterate over the answer as it comes."""
        ...

    async def cancel(self, invocation_id: str, /) -> None:
        """Cancel a running call; does nothing when it is unknown or over."""
        ...

    async def get_capabilities(self) -> AgentCapabilities:
        """Return the capabilities of this agent."""
        ...


DEV_AGENT: Final[FacetKey[DevAgent]] = FacetKey("DevAgent", DevAgent)
