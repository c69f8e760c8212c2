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
        """The label that was chosen, or free text. [TypeScript]"""
        ...

    @property
    def metadata(self) -> object | None:
        """Extra data about the answer; opaque. [TypeScript] `None` when there is none. [Python]"""
        ...


@runtime_checkable
class Logger(Protocol):
    """A logger in the style of a console: a message and any number of values."""

    def debug(self, message: str, /, *args: object) -> None:
        """Log what helps to find a fault. [TypeScript]"""
        ...

    def info(self, message: str, /, *args: object) -> None:
        """Log what is worth knowing in normal running. [TypeScript]"""
        ...

    def warn(self, message: str, /, *args: object) -> None:
        """Log what may become a problem. [TypeScript]"""
        ...

    def error(self, message: str, /, *args: object) -> None:
        """Log what went wrong. [TypeScript]"""
        ...


@runtime_checkable
class PluginStateStore(Protocol):
    """A plugin's own scratch memory: synchronous, in memory, gone with the context."""

    def get(self, key: str, /) -> Any:
        """Give the value that was stored under `key`; `None` when unset. [TypeScript]"""
        ...

    def set(self, key: str, value: object, /) -> None:
        """Store `value` under `key`. [TypeScript] It replaces any earlier value. [Python]"""
        ...

    def delete(self, key: str, /) -> bool:
        """Forget `key`; return whether it was there. [TypeScript]"""
        ...

    def has(self, key: str, /) -> bool:
        """Whether `key` is stored. [TypeScript] True for a stored `None` too. [Python]"""
        ...


@runtime_checkable
class PluginContext(Protocol):
    """What the core hands to one plugin."""

    @property
    def manifest(self) -> PluginManifest:
        """The manifest of the plugin that holds this context. [TypeScript]"""
        ...

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        """Give the provider that was bound to this plugin for `facet`."""
        ...

    def optional(self, facet: str, /, qualifier: str | None = None) -> Any:
        """Give the provider that was bound to this plugin for `facet`, or `None`."""
        ...

    def provide(self, facet: str, implementation: object, /, qualifier: str | None = None) -> None:
        """Offer an implementation of `facet`, while the plugin starts. [TypeScript]"""
        ...

    async def request_decision(self, request: DecisionRequest, /) -> DecisionResult:
        """Put a question to a human, through the core's `DecisionHandler`, and wait for the answer. [TypeScript]"""
        ...

    @property
    def logger(self) -> Logger:
        """Logger of this plugin alone. [TypeScript]"""
        ...

    @property
    def state(self) -> PluginStateStore:
        """Scratch memory of this plugin alone. [TypeScript]"""
        ...
