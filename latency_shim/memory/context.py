"""What the core in memory hands to a plugin: its context, with a logger and a scratch store."""

import asyncio
import logging
import pprint
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, overload

from latency_shim import (
    DECISION_HANDLER,
    DecisionHandler,
    DecisionRequest,
    DecisionResult,
    FacetKey,
    FacetNotFoundError,
    FacetRegistration,
    FacetRegistry,
    Logger,
    PluginManifest,
    PluginStateStore,
)

__all__ = ["MemoryBinding", "MemoryContext", "MemoryDecisionResult", "MemoryPluginLogger", "MemoryPluginStateStore"]

_T = TypeVar("_T")
_POLLING_S = 0.02  # between two looks at a decision that is pending: the contract has no way to be told


class MemoryPluginStateStore:
    """A `PluginStateStore`: a dictionary, which holds the very objects that it is given."""

    def __init__(self) -> None:
        """Make an empty store; it shares nothing with others."""
        self._values: dict[str, object] = {}

    def get(self, key: str, /) -> Any:
        """Return the value that was stored under `key`; `None` when unset."""
        return self._values.get(key)

    def set(self, key: str, value: object, /) -> None:
        """Store `value` under `key`."""
        self._values[key] = value

    def delete(self, key: str, /) -> bool:
        """Forget `key`; return whether it was there."""
        there = key in self._values
        self._values.pop(key, None)
        return there

    def has(self, key: str, /) -> bool:
        """Return whether `key` is stored."""
        return key in self._values


class MemoryPluginLogger:
    """A composition `Logger` that writes to a logger of the standard library.

    Values are merged into the message as the standard library does, by `%`; those for which the message has no place
    follow it. `warn` logs a warning, without the `DeprecationWarning` of `logging.Logger.warn`.
    """

    def __init__(self, name: str) -> None:
        """Write to `logging.getLogger(name)`."""
        self._logger = logging.getLogger(name)

    def debug(self, message: str, /, *args: object) -> None:
        """Log a message that helps to find a fault."""
        self._log(logging.DEBUG, message, args)

    def info(self, message: str, /, *args: object) -> None:
        """Log a message about normal operation."""
        self._log(logging.INFO, message, args)

    def warn(self, message: str, /, *args: object) -> None:
        """Log a message about a possible problem."""
        self._log(logging.WARNING, message, args)

    def error(self, message: str, /, *args: object) -> None:
        """Log a failure."""
        self._log(logging.ERROR, message, args)

    def _log(self, level: int, message: str, args: tuple[object, ...]) -> None:
        if not self._logger.isEnabledFor(level):
            return
        try:
            logging.LogRecord("", level, "", 0, message, args, None).getMessage()
        except Exception:  # noqa: BLE001, the text of a value may raise anything
            message = message.replace("%", "%%") + " %s" * len(args)
        self._logger.log(level, message, *args, stacklevel=3)  # of whoever called debug, info, warn or error


@dataclass(frozen=True)
class MemoryDecisionResult:
    """A composition `DecisionResult`, whose metadata is the facets `DecisionResult` that the handler gave."""

    decision: str
    metadata: object | None = None


@dataclass(frozen=True)
class MemoryBinding:
    """The binding of one requirement of a plugin; an argument of `MemoryContext`."""

    facet: str
    """Name of the facet."""
    qualifier: str | None
    """Qualifier of the requirement, as the manifest writes it."""
    registration: FacetRegistration
    """The registration of the provider, whose qualifier may differ from the requirement's."""
    provider: object = field(repr=False)
    """The provider."""


class MemoryContext:
    """A `PluginContext` over what was bound to a plugin.

    What the plugin provides is found by this context alone. The logger is `plugins.` and the plugin's id of the
    standard library.
    """

    def __init__(
        self,
        manifest: PluginManifest,
        bindings: Sequence[MemoryBinding] = (),
        registry: FacetRegistry | None = None,
    ) -> None:
        """Make the context of one plugin; `registry` is only asked for a `DecisionHandler` that was not bound."""
        self.manifest = manifest
        self.bindings = bindings
        self.logger: Logger = MemoryPluginLogger(f"plugins.{manifest['id']}")
        self.state: PluginStateStore = MemoryPluginStateStore()
        self._registry = registry
        self._provided: dict[tuple[str, str | None], object] = {}
        self._bound: dict[tuple[str, str | None], object] = {}
        for binding in bindings:
            self._bound.setdefault((binding.facet, binding.qualifier), binding.provider)

    @overload
    def require(self, facet: FacetKey[_T], /, qualifier: str | None = None) -> _T: ...
    @overload
    def require(self, facet: str, /, qualifier: str | None = None) -> Any: ...
    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        """Return what was provided or bound for a facet; without `qualifier`, any; raise `FacetNotFoundError`."""
        for providers in self._provided, self._bound:
            if (facet, qualifier) in providers:
                return providers[facet, qualifier]
        if qualifier is None:
            for (name, _), provider in (*self._provided.items(), *self._bound.items()):
                if name == facet:
                    return provider
        raise FacetNotFoundError(facet, qualifier)

    @overload
    def optional(self, facet: FacetKey[_T], /, qualifier: str | None = None) -> _T | None: ...
    @overload
    def optional(self, facet: str, /, qualifier: str | None = None) -> Any: ...
    def optional(self, facet: str, /, qualifier: str | None = None) -> Any:
        """Return what `require` returns, and `None` where that raises."""
        try:
            return self.require(facet, qualifier)
        except FacetNotFoundError:
            return None

    def provide(self, facet: str, implementation: object, /, qualifier: str | None = None) -> None:
        """Offer an implementation to later calls of `require` and `optional` on this context."""
        self._provided[facet, qualifier] = implementation

    async def request_decision(self, request: DecisionRequest, /) -> DecisionResult:
        """Ask the `DecisionHandler` that is bound, else the one that the registry resolves, and wait for the answer.

        The prompt becomes the title of the decision, the options its labels; its description holds `type` and, as
        text, `context`. It is of medium urgency. Without a handler: `FacetNotFoundError`.
        """
        handler: DecisionHandler | None
        try:
            handler = self.require(DECISION_HANDLER)
        except FacetNotFoundError:
            handler = None if self._registry is None else self._registry.resolve(DECISION_HANDLER)
            if handler is None:
                raise
        decision = await handler.request_decision(
            {
                "title": request["prompt"],
                "description": _description(request),
                "options": [{"label": label} for label in request.get("options", ())],
                "urgency": "medium",
            }
        )
        while decision.result is None:
            await asyncio.sleep(_POLLING_S)
            decision = await handler.get_decision(decision.id)
        return MemoryDecisionResult(decision.result["selected_option"], metadata=decision.result)


def _description(request: DecisionRequest) -> str:
    """Return the type of a request, and its context if it has one, as text."""
    if "context" not in request:
        return request["type"]
    context = request["context"]
    return f"{request['type']}\n\n{context if isinstance(context, str) else pprint.pformat(context)}"
