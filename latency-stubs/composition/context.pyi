"""What a core hands to every plugin: its context, with a logger and a scratch store.

A plugin needs nothing else of the core, so it runs on any core:

```python
from latency_shim import ISSUE_TRACKER, PluginContext


async def activate(context: PluginContext) -> None:
    tracker = context.require(ISSUE_TRACKER)
    page = await tracker.list_issues({"state": "open", "limit": 10})
    context.state.set("open", page.total)
    context.logger.info("%s open issues", page.total)
```
"""

from collections.abc import Sequence
from typing import Any, NotRequired, Protocol, TypedDict, TypeVar, overload, runtime_checkable

from latency.composition.facet import FacetKey
from latency.composition.manifest import PluginManifest
from typing_extensions import deprecated

__all__ = ["DecisionRequest", "DecisionResult", "Logger", "PluginContext", "PluginStateStore"]

_T = TypeVar("_T")

class DecisionRequest(TypedDict):
    """A simple question that a plugin puts to a human.

    The argument of `PluginContext.request_decision`. For decisions with a life of their own see
    `DecisionSpec` in the facets.
    """

    type: str
    """Category of the question, such as `approval` or `choice`; any text."""
    prompt: str
    """The question as it is shown."""
    options: NotRequired[Sequence[str]]
    """Labels to choose from; absent when the answer is free."""
    context: NotRequired[object]
    """Extra data for whoever answers; opaque."""

@runtime_checkable
class DecisionResult(Protocol):
    """The answer to a `DecisionRequest`.

    Made by the core, read by the plugin. Not the `DecisionResult` of the facets, the argument of
    `DecisionHandler.resolve_decision`.
    """

    @property
    def decision(self) -> str:
        """The label that was chosen, or free text."""
    @property
    def metadata(self) -> object | None:
        """Extra data about the answer; opaque. `None` when there is none."""

@runtime_checkable
class Logger(Protocol):
    """A logger in the style of a console: each call passes a message and any number of values.

    Synchronous; it accepts any number of values. How they are merged into the message is the
    implementation's choice. The standard library's `logging.Logger` is one, unchanged.
    """

    def debug(self, message: str, /, *args: object) -> None:
        """Log a message that helps to find a fault."""
    def info(self, message: str, /, *args: object) -> None:
        """Log a message about normal operation."""
    def warn(self, message: str, /, *args: object) -> None:
        """Log a message about a possible problem.

        `logging.Logger.warn` does so, and issues a `DeprecationWarning` in favour of its `warning`.
        """
    def error(self, message: str, /, *args: object) -> None:
        """Log a failure."""

@runtime_checkable
class PluginStateStore(Protocol):
    """A plugin's own scratch store: synchronous, in memory, gone with the context.

    Two contexts never see each other's keys. For values that must last, ask for the facet
    `StateStore`, whose methods are awaited. `isinstance` accepts a `StateStore` too, since it only checks that the
    members exist.
    """

    def get(self, key: str, /) -> Any:
        """Return the value that was stored under `key`; `None` when unset.

        It is the very object that was stored. `has` tells a stored `None` from a missing key.
        """
    def set(self, key: str, value: object, /) -> None:
        """Store `value` under `key`. It replaces any earlier value."""
    def delete(self, key: str, /) -> bool:
        """Forget `key`; return whether it was there."""
    def has(self, key: str, /) -> bool:
        """Return whether `key` is stored. True for a stored `None` too."""

@runtime_checkable
class PluginContext(Protocol):
    """The interface of a core to one plugin.

    `manifest`, `logger` and `state` are read-only for the plugin; `logger` and `state` belong to it
    alone. An implementation may use plain attributes.
    """

    @property
    def manifest(self) -> PluginManifest:
        """The manifest of the plugin that holds this context."""
    @overload  # typed key
    def require(self, facet: FacetKey[_T], /, qualifier: str | None = None) -> _T:
        """Return the provider that was bound to this plugin for `facet`.

        Raises `FacetNotFoundError` when nothing was bound. With `qualifier` it gives
        what was bound for that qualifier, or raises too; without, any provider that was bound or provided will do.
        The qualifier is that of the manifest, also where an explicit binding chose another provider. What
        was bound is fixed: a later replacement in the registry is not seen. Which of several providers is given
        without a qualifier, and whether one is also found by its own qualifier, is left open.
        """
    @overload  # typed key, where another type is expected: else mypy would take the plain name's Any
    def require(self, facet: FacetKey[Any], /, qualifier: str | None = None) -> object: ...
    @overload  # plain name
    def require(self, facet: str, /, qualifier: str | None = None) -> Any: ...
    @overload  # typed key
    def optional(self, facet: FacetKey[_T], /, qualifier: str | None = None) -> _T | None:
        """Return the provider that was bound to this plugin for `facet`, or `None`.

        Never raises for a provider that is not there.
        """
    @overload  # typed key, where another type is expected: else mypy would take the plain name's Any
    def optional(self, facet: FacetKey[Any], /, qualifier: str | None = None) -> object: ...
    @overload  # plain name
    def optional(self, facet: str, /, qualifier: str | None = None) -> Any: ...
    @overload  # typed key
    def provide(self, facet: FacetKey[_T], implementation: _T, /, qualifier: str | None = None) -> None:
        """Offer an implementation of `facet`, while the plugin starts.

        Later calls of `require` and `optional` on this context, with the same facet and qualifier, find
        it; whether other plugins do is the core's choice. What is offered with a qualifier is found under no other
        qualifier.
        """
    @overload  # typed key, unfit provider: deprecated, since refused here it would pass under the plain name
    @deprecated("the provider is not known to implement the key's interface; see latency_shim.conformance.verify")
    def provide(self, facet: FacetKey[Any], implementation: object, /, qualifier: str | None = None) -> None: ...
    @overload  # plain name
    def provide(self, facet: str, implementation: object, /, qualifier: str | None = None) -> None: ...
    async def request_decision(self, request: DecisionRequest, /) -> DecisionResult:
        """Put a question to a human, through the core's `DecisionHandler`, and wait for the answer.

        The handler is the one that is bound or registered. The prompt becomes the title of the decision, the options
        become its labels, and a free question has none. The answer is the `selected_option`. What becomes of `type` and
        `context`, and what happens where the core has no handler, is left open.
        """
    @property
    def logger(self) -> Logger:
        """Logger of this plugin alone."""
    @property
    def state(self) -> PluginStateStore:
        """Scratch memory of this plugin alone.

        It begins empty with each context.
        """
