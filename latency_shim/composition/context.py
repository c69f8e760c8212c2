# Generated from latency-stubs/composition/context.pyi by `nox -s generate`; do not edit.
"""What a core hands to every plugin: its context, with a logger and a scratch store."""

from collections.abc import Sequence
from typing import Any

from latency_shim._typing import NotRequired, Protocol, TypedDict, runtime_checkable
from latency_shim.composition.manifest import PluginManifest

__all__ = ["DecisionRequest", "DecisionResult", "Logger", "PluginContext", "PluginStateStore"]


class DecisionRequest(TypedDict):
    """A simple question that a plugin puts to a human."""

    type: str
    prompt: str
    options: NotRequired[Sequence[str]]
    context: NotRequired[object]


@runtime_checkable
class DecisionResult(Protocol):
    """The answer to a `DecisionRequest`."""

    @property
    def decision(self) -> str:
        """The label that was chosen, or free text."""
        ...

    @property
    def metadata(self) -> object | None:
        """Extra data about the answer; opaque. `None` when there is none."""
        ...


@runtime_checkable
class Logger(Protocol):
    """A logger in the style of a console: each call passes a message and any number of values."""

    def debug(self, message: str, /, *args: object) -> None:
        """Log a message that helps to find a fault."""
        ...

    def info(self, message: str, /, *args: object) -> None:
        """Log a message about normal operation."""
        ...

    def warn(self, message: str, /, *args: object) -> None:
        """Log a message about a possible problem."""
        ...

    def error(self, message: str, /, *args: object) -> None:
        """Log a failure."""
        ...


@runtime_checkable
class PluginStateStore(Protocol):
    """A plugin's own scratch store: synchronous, in memory, gone with the context."""

    def get(self, key: str, /) -> Any:
        """Return the value that was stored under `key`; `None` when unset."""
        ...

    def set(self, key: str, value: object, /) -> None:
        """Store `value` under `key`. It replaces any earlier value."""
        ...

    def delete(self, key: str, /) -> bool:
        """Forget `key`; return whether it was there."""
        ...

    def has(self, key: str, /) -> bool:
        """Return whether `key` is stored. True for a stored `None` too."""
        ...


@runtime_checkable
class PluginContext(Protocol):
    """The interface of a core to one plugin."""

    @property
    def manifest(self) -> PluginManifest:
        """The manifest of the plugin that holds this context."""
        ...

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        """Return the provider that was bound to this plugin for `facet`."""
        ...

    def optional(self, facet: str, /, qualifier: str | None = None) -> Any:
        """Return the provider that was bound to this plugin for `facet`, or `None`."""
        ...

    def provide(self, facet: str, implementation: object, /, qualifier: str | None = None) -> None:
        """Offer an implementation of `facet`, while the plugin starts."""
        ...

    async def request_decision(self, request: DecisionRequest, /) -> DecisionResult:
        """Put a question to a human, through the core's `DecisionHandler`, and wait for the answer."""
        ...

    @property
    def logger(self) -> Logger:
        """Logger of this plugin alone."""
        ...

    @property
    def state(self) -> PluginStateStore:
        """Scratch memory of this plugin alone."""
        ...
