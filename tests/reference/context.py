"""A plugin's context: what was bound, followed by what was provided."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from latency_shim import (
    DECISION_HANDLER,
    Decision,
    DecisionHandler,
    DecisionRequest,
    DecisionResult,
    DecisionSpec,
    FacetNotFoundError,
    Logger,
    PluginManifest,
    PluginStateStore,
)
from reference.loggers import Console
from reference.stores import PluginState


class Had(NamedTuple):
    """A provider that a plugin has, under the qualifier by which the plugin asks for it."""

    facet: str
    qualifier: str | None
    provider: object


class Answer(NamedTuple):
    decision: str
    metadata: object | None


class Context:
    """A context that returns the latest provider: a plugin's own comes before a bound one."""

    def __init__(
        self, manifest: PluginManifest, bound: Sequence[Had] = (), handler: Callable[[], Any] = lambda: None
    ) -> None:
        self.manifest = manifest
        self.logger: Logger = Console()
        self.state: PluginStateStore = PluginState()
        self.history: tuple[Had, ...] = tuple(bound)
        self.registered_handler = handler

    def found(self, facet: str, qualifier: str | None) -> tuple[Had, ...]:
        """Return all that answers a question, the best first."""
        of_facet = tuple(one for one in reversed(self.history) if one.facet == facet)
        exact = tuple(one for one in of_facet if one.qualifier == qualifier)
        return exact if qualifier is not None else exact + tuple(one for one in of_facet if one.qualifier is not None)

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        for one in self.found(facet, qualifier):
            return one.provider
        raise FacetNotFoundError(facet, qualifier)

    def optional(self, facet: str, /, qualifier: str | None = None) -> Any:
        return next((one.provider for one in self.found(facet, qualifier)), None)

    def provide(self, facet: str, implementation: object, /, qualifier: str | None = None) -> None:
        self.history += (Had(facet, qualifier, implementation),)

    def handler(self) -> DecisionHandler:
        bound = self.found(DECISION_HANDLER, None)
        found: Any = bound[0].provider if bound else self.registered_handler()
        if found is None:
            raise FacetNotFoundError(DECISION_HANDLER)
        handler: DecisionHandler = found
        return handler

    def asked(self, request: DecisionRequest) -> DecisionSpec:
        """Return what is put to the handler."""
        return {
            "title": request["prompt"],
            "description": request["type"],
            "options": [{"label": label} for label in request.get("options", ())],
            "urgency": "medium",
        }

    def answer(self, decision: Decision) -> DecisionResult:
        result = decision.result or {"selected_option": "", "decided_by": ""}
        return Answer(result["selected_option"], {"decided_by": result["decided_by"]})

    async def request_decision(self, request: DecisionRequest, /) -> DecisionResult:
        handler = self.handler()
        decision = await handler.request_decision(self.asked(request))
        while decision.status == "pending":
            await asyncio.sleep(0.002)
            decision = await handler.get_decision(decision.id)
        return self.answer(decision)
