"""A core in one file: a registry, a binder and a context that keep every promise of the contract.

Read it as a model for a core of your own. It is written to be read, not to be fast. The overloads could be
left out: a single `def resolve(…) -> Any` implements the contract as well. With them a typed key gives its
type also where a checker knows the registry as this very class.
"""

import asyncio
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from graphlib import TopologicalSorter
from typing import Any, Literal, TypeVar, overload

from latency_shim import (
    DECISION_HANDLER,
    AmbiguousFacetError,
    BinderConfig,
    BindingError,
    CircularDependencyError,
    DecisionHandler,
    DecisionRequest,
    DecisionResult,
    FacetKey,
    FacetNotFoundError,
    FacetRegistration,
    FacetRegistry,
    Logger,
    PluginContext,
    PluginManifest,
    PluginStateStore,
    RegistrationOptions,
    ResolutionError,
)

_T = TypeVar("_T")
Strategy = Literal["first", "highest-priority", "explicit"]


@dataclass(frozen=True)
class Registration:
    """A `FacetRegistration`."""

    facet: str
    qualifier: str | None
    priority: int
    metadata: Mapping[str, object] | None


class InMemoryRegistry:
    """A `FacetRegistry` in a dictionary of dictionaries, which keep the order of registration."""

    def __init__(self) -> None:
        self._entries: dict[str, dict[str | None, tuple[Registration, object]]] = {}

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        given: RegistrationOptions = options or {}
        registration = Registration(facet, given.get("qualifier"), given.get("priority", 0), given.get("metadata"))
        self._entries.setdefault(facet, {})[registration.qualifier] = registration, provider

    @overload
    def resolve(self, facet: FacetKey[_T], /, qualifier: str | None = None) -> _T | None: ...
    @overload
    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any: ...
    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        entries = self._entries.get(facet, {})
        if qualifier is not None:
            return entries[qualifier][1] if qualifier in entries else None
        best = max(entries.values(), key=lambda entry: entry[0].priority, default=None)
        return best[1] if best else None

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        return [registration for registration, _ in self._entries.get(facet, {}).values()]

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        entries = self._entries.get(facet, {})
        return bool(entries) if qualifier is None else qualifier in entries

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        return self._entries.get(facet, {}).pop(qualifier, None) is not None


class InMemoryState:
    """A `PluginStateStore`: a dictionary."""

    def __init__(self) -> None:
        self._values: dict[str, object] = {}

    def get(self, key: str, /) -> Any:
        return self._values.get(key)

    def set(self, key: str, value: object, /) -> None:
        self._values[key] = value

    def delete(self, key: str, /) -> bool:
        there = key in self._values
        self._values.pop(key, None)
        return there

    def has(self, key: str, /) -> bool:
        return key in self._values


@dataclass(frozen=True)
class Answer:
    """The `DecisionResult` that a plugin gets."""

    decision: str
    metadata: object | None = None


@dataclass(frozen=True)
class Binding:
    """What was bound to one requirement of one plugin."""

    facet: str
    qualifier: str | None  # as it was asked for
    registration: FacetRegistration
    provider: object


class InMemoryContext:
    """A `PluginContext` over what the binder bound.

    What a plugin provides is seen by this plugin alone. The logger is the standard library's of the plugin's id.
    A decision goes to the `DecisionHandler` that the registry resolves; without one, asking is a
    `FacetNotFoundError`.
    """

    def __init__(
        self,
        manifest: PluginManifest,
        bindings: Sequence[Binding] = (),
        registry: FacetRegistry | None = None,
    ) -> None:
        self.manifest = manifest
        self.bindings = bindings
        self.state: PluginStateStore = InMemoryState()
        self.logger: Logger = logging.getLogger(f"plugins.{manifest['id']}")
        self._registry: FacetRegistry = InMemoryRegistry() if registry is None else registry
        self._provided: dict[tuple[str, str | None], object] = {}
        self._bound: dict[tuple[str, str | None], object] = {}
        # A provider is found as it was asked for, else by its own qualifier, else by its facet alone.
        for binding in bindings:
            self._bound.setdefault((binding.facet, binding.qualifier), binding.provider)
        for binding in bindings:
            self._bound.setdefault((binding.facet, binding.registration.qualifier), binding.provider)
        for binding in bindings:
            self._bound.setdefault((binding.facet, None), binding.provider)

    @overload
    def require(self, facet: FacetKey[_T], /, qualifier: str | None = None) -> _T: ...
    @overload
    def require(self, facet: str, /, qualifier: str | None = None) -> Any: ...
    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        for providers in self._provided, self._bound:
            if (facet, qualifier) in providers:
                return providers[facet, qualifier]
        if qualifier is None:  # then any provider will do
            for (name, _), provider in self._provided.items():
                if name == facet:
                    return provider
        raise FacetNotFoundError(facet, qualifier)

    @overload
    def optional(self, facet: FacetKey[_T], /, qualifier: str | None = None) -> _T | None: ...
    @overload
    def optional(self, facet: str, /, qualifier: str | None = None) -> Any: ...
    def optional(self, facet: str, /, qualifier: str | None = None) -> Any:
        try:
            return self.require(facet, qualifier)
        except FacetNotFoundError:
            return None

    def provide(self, facet: str, implementation: object, /, qualifier: str | None = None) -> None:
        self._provided[facet, qualifier] = implementation

    async def request_decision(self, request: DecisionRequest, /) -> DecisionResult:
        handler: DecisionHandler | None = self._registry.resolve(DECISION_HANDLER)
        if handler is None:
            raise FacetNotFoundError(DECISION_HANDLER)
        decision = await handler.request_decision(
            {
                "title": request["type"],
                "description": request["prompt"],
                "options": [{"label": label} for label in request.get("options", ())],
                "urgency": "medium",
            }
        )
        while decision.result is None:
            await asyncio.sleep(0.05)
            decision = await handler.get_decision(decision.id)
        return Answer(decision.result["selected_option"], metadata=decision.result)


@dataclass(frozen=True)
class Failure:
    """A `BindingError`."""

    plugin: str
    facet: str
    qualifier: str | None
    error: ResolutionError


@dataclass(frozen=True)
class Outcome:
    """A `BindingResult`."""

    contexts: Mapping[str, PluginContext]
    errors: Sequence[BindingError]
    warnings: Sequence[str]

    @property
    def success(self) -> bool:
        return not self.errors


@dataclass
class _Plugin:
    """What the binder learns about one plugin."""

    manifest: PluginManifest
    bindings: list[Binding] = field(default_factory=list[Binding])
    failures: list[Failure] = field(default_factory=list[Failure])
    needs: dict[str, str] = field(default_factory=dict[str, str])  # plugins it waits for, each by which facet

    @property
    def id(self) -> str:
        return self.manifest["id"]


class InMemoryBinder:
    """A `Binder`."""

    async def bind(
        self,
        plugins: Sequence[PluginManifest],
        registry: FacetRegistry,
        /,
        config: BinderConfig | None = None,
    ) -> Outcome:
        known = {manifest["id"]: _Plugin(manifest) for manifest in plugins}
        for plugin in known.values():
            _bind_one(plugin, known.values(), registry, config or {})
        errors = [failure for plugin in known.values() for failure in plugin.failures]
        bound = {id: plugin for id, plugin in known.items() if not plugin.failures}
        for circle in _circles({id: list(plugin.needs) for id, plugin in known.items()}):
            first, second = circle[:2]
            errors.append(Failure(first, known[first].needs[second], None, CircularDependencyError(circle)))
            for id in circle:
                bound.pop(id, None)
        order = TopologicalSorter(
            {id: [other for other in plugin.needs if other in bound] for id, plugin in bound.items()}
        )
        return Outcome(
            contexts={
                id: InMemoryContext(bound[id].manifest, bound[id].bindings, registry) for id in order.static_order()
            },
            errors=errors,
            warnings=[*_unused(known.values(), registry), *_idle(known, config or {})],
        )


def _bind_one(plugin: _Plugin, plugins: Iterable[_Plugin], registry: FacetRegistry, config: BinderConfig) -> None:
    """Bind each requirement of one plugin, or note why not, and which plugins it waits for."""
    strategy = config.get("resolution_strategy", "highest-priority")
    explicit = {
        binding["facet"]: binding["qualifier"]
        for binding in config.get("explicit_bindings", ())
        if binding["plugin"] == plugin.id
    }
    for facet, asked, optional in _requirements(plugin.manifest):
        qualifier = explicit.get(facet, asked)
        registration: FacetRegistration | None = None
        try:
            registration = _choose(registry, facet, qualifier, strategy)
        except AmbiguousFacetError as error:
            plugin.failures.append(Failure(plugin.id, facet, qualifier, error))
            continue  # something is registered for it, so it waits for no plugin
        except FacetNotFoundError as error:
            if not optional or config.get("strict_optional", False):
                plugin.failures.append(Failure(plugin.id, facet, qualifier, error))
        else:
            provider = registry.resolve(facet, registration.qualifier)
            plugin.bindings.append(Binding(facet, asked, registration, provider))
        if not optional:
            for other in _declaring(plugins, facet, qualifier, registration):
                if other != plugin.id:
                    plugin.needs.setdefault(other, facet)


def _requirements(manifest: PluginManifest) -> Iterable[tuple[str, str | None, bool]]:
    """Give facet, qualifier and whether it is optional for each requirement."""
    for requirement in manifest["requires"]:
        yield requirement["facet"], requirement.get("qualifier"), requirement.get("optional", False)
    for requirement in manifest.get("uses", ()):
        yield requirement["facet"], requirement.get("qualifier"), True


def _choose(registry: FacetRegistry, facet: str, qualifier: str | None, strategy: Strategy) -> FacetRegistration:
    """Choose among what is registered, or raise why that cannot be done."""
    registered = registry.list(facet)
    candidates = [one for one in registered if qualifier in (None, one.qualifier)]
    if not candidates:
        raise FacetNotFoundError(facet, qualifier)
    highest = max(candidates, key=lambda one: one.priority)  # the earliest of them
    if qualifier is not None or strategy == "explicit":
        left = candidates
    elif strategy == "first":
        left = candidates[:1]
    else:
        left = [one for one in candidates if one.priority == highest.priority]
    chosen = left[0]
    if len(left) == 1 and chosen.qualifier is None and chosen is not highest:
        left = candidates  # without a qualifier the registry would give another one
    if len(left) > 1:
        raise AmbiguousFacetError(facet, [one.qualifier or "default" for one in left])
    return chosen


def _declaring(
    plugins: Iterable[_Plugin], facet: str, qualifier: str | None, registration: FacetRegistration | None
) -> Iterable[str]:
    """Give the ids of the plugins that declare what was bound; where nothing is registered, what would do."""
    for plugin in plugins:
        for offer in plugin.manifest["provides"]:
            offered = offer.get("qualifier")
            fits = qualifier in (None, offered) if registration is None else registration.qualifier == offered
            if offer["facet"] == facet and fits:
                yield plugin.id


def _circles(needs: Mapping[str, Sequence[str]]) -> Iterable[list[str]]:
    """Give each group of plugins that depend on each other, as a closed walk along the dependencies."""
    within = {id: {other for other in needs if _path(needs, id, other)} for id in needs}
    seen: set[str] = set()
    for id in needs:
        group = {other for other in within[id] if id in within[other]}
        if id in seen or not group:
            continue
        seen |= group
        walk = [id]
        while unvisited := [other for other in needs if other in group.difference(walk)]:
            nearest = min(unvisited, key=lambda other: len(_path(needs, walk[-1], other)))
            walk += _path(needs, walk[-1], nearest)
        yield walk + _path(needs, walk[-1], id)


def _path(needs: Mapping[str, Sequence[str]], start: str, goal: str) -> list[str]:
    """Give the shortest way from a plugin to one it depends on, without the start; empty if there is none."""
    paths = [[other] for other in needs[start]]
    reached = set(needs[start])
    for path in paths:  # grows as it is walked
        if path[-1] == goal:
            return path
        for other in needs[path[-1]]:
            if other not in reached:
                reached.add(other)
                paths.append([*path, other])
    return []


def _unused(plugins: Iterable[_Plugin], registry: FacetRegistry) -> Iterable[str]:
    """Warn of registrations that nobody uses, of facets that a manifest names."""
    used = {(one.facet, one.registration.qualifier) for plugin in plugins for one in plugin.bindings}
    named = {facet: None for plugin in plugins for facet, _, _ in _requirements(plugin.manifest)}
    named |= {offer["facet"]: None for plugin in plugins for offer in plugin.manifest["provides"]}
    for facet in named:
        for registration in registry.list(facet):
            if (facet, registration.qualifier) not in used:
                yield f'nobody uses the provider "{registration.qualifier or "default"}" of facet "{facet}"'


def _idle(plugins: Mapping[str, _Plugin], config: BinderConfig) -> Iterable[str]:
    """Warn of explicit bindings that decide nothing."""
    for binding in config.get("explicit_bindings", ()):
        plugin = plugins.get(binding["plugin"])
        if plugin is None or binding["facet"] not in {facet for facet, _, _ in _requirements(plugin.manifest)}:
            yield f'no plugin "{binding["plugin"]}" asks for facet "{binding["facet"]}", as an explicit binding says'
