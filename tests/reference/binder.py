"""A binder in steps: what is asked, what is chosen, who depends on whom, what comes of it."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from latency_shim import (
    DECISION_HANDLER,
    AmbiguousFacetError,
    BinderConfig,
    BindingError,
    BindingResult,
    CircularDependencyError,
    FacetNotFoundError,
    FacetRegistration,
    FacetRegistry,
    PluginContext,
    PluginManifest,
    ResolutionError,
)
from reference.context import Context, Had

Strategy = Literal["first", "highest-priority", "explicit"]


class Need(NamedTuple):
    """A requirement of a plugin as its manifest writes it, and the requirement that is looked up in its place."""

    plugin: str
    facet: str
    written: str | None
    wanted: str | None
    required: bool


class Bound(NamedTuple):
    need: Need
    qualifier: str | None
    provider: object


class Failed(NamedTuple):
    """A need for which there is nothing, or too much."""

    need: Need
    error: ResolutionError


class Missing(Failed):
    pass


class Problem(NamedTuple):
    plugin: str
    facet: str
    qualifier: str | None
    error: ResolutionError


class Result(NamedTuple):
    success: bool
    contexts: Mapping[str, PluginContext]
    errors: Sequence[BindingError]
    warnings: Sequence[str]


Outcome = Bound | Failed
Graph = Mapping[str, Mapping[str, str]]
"""For each plugin those that it depends on, and by which facet."""


def told(qualifier: str | None) -> str:
    return "<default>" if qualifier is None else qualifier


class Binder:
    """Binds without a state of its own."""

    context_type: Callable[..., PluginContext] = Context

    # What is asked.

    def bindings(self, config: BinderConfig) -> dict[tuple[str, str], str]:
        """Return the explicit bindings, the first of each plugin and facet."""
        found: dict[tuple[str, str], str] = {}
        for one in config.get("explicit_bindings", ()):
            found.setdefault((one["plugin"], one["facet"]), one["qualifier"])
        return found

    def needs(self, plugin: PluginManifest, config: BinderConfig) -> Sequence[Need]:
        """Return what a plugin asks for, each facet and qualifier once; required if one of the entries is."""
        bindings = self.bindings(config)
        entries = [(one, not one.get("optional", False)) for one in plugin["requires"]]
        entries += [(one, False) for one in plugin.get("uses", ())]
        found: dict[tuple[str, str | None], Need] = {}
        for entry, required in entries:
            facet, written = entry["facet"], entry.get("qualifier")
            wanted = bindings.get((plugin["id"], facet), written)
            earlier = found.get((facet, written))
            required = required or (earlier is not None and earlier.required)  # noqa: PLW2901 - of this need
            found[facet, written] = Need(plugin["id"], facet, written, wanted, required)
        return tuple(found.values())

    # What is chosen.

    def candidates(self, need: Need, registry: FacetRegistry) -> Sequence[FacetRegistration]:
        return [one for one in registry.list(need.facet) if need.wanted is None or one.qualifier == need.wanted]

    def left(self, candidates: Sequence[FacetRegistration], strategy: Strategy) -> Sequence[FacetRegistration]:
        """Return the candidates that a strategy leaves."""
        if strategy == "first":
            return candidates[:1]
        if strategy == "explicit":
            return candidates
        top = max((one.priority for one in candidates), default=0)
        return [one for one in candidates if one.priority == top]

    def can_be_fetched(self, chosen: FacetRegistration, registry: FacetRegistry) -> bool:
        """Return whether the registry has a call that gives the provider of this registration."""
        if chosen.qualifier is not None:
            return True
        top = self.left(registry.list(chosen.facet), "highest-priority")
        alone = len(top) == 1  # of several, a registry without the ability `ties` gives none
        return top[0].qualifier is None and (alone or self.fetched(chosen, registry) is not None)

    def fetched(self, chosen: FacetRegistration, registry: FacetRegistry) -> Any:
        return registry.resolve(chosen.facet, chosen.qualifier)

    def outcome(self, need: Need, registry: FacetRegistry, config: BinderConfig) -> Outcome:
        candidates = self.candidates(need, registry)
        if not candidates:
            return Missing(need, FacetNotFoundError(need.facet, need.wanted))
        left = candidates
        if need.wanted is None and len(candidates) > 1:
            left = self.left(candidates, config.get("resolution_strategy", "highest-priority"))
        if len(left) == 1 or need.wanted is not None:
            if self.can_be_fetched(left[0], registry):
                return Bound(need, left[0].qualifier, self.fetched(left[0], registry))
            left = candidates
        return Failed(need, AmbiguousFacetError(need.facet, [told(one.qualifier) for one in left]))

    def is_error(self, failed: Failed, config: BinderConfig) -> bool:
        return failed.need.required or not isinstance(failed, Missing) or config.get("strict_optional", False)

    # Who depends on whom.

    def offers(self, plugin: PluginManifest, outcome: Outcome) -> bool:
        """Return whether a plugin declares what a need was bound to, or what it lacks."""
        if isinstance(outcome, Failed) and not isinstance(outcome, Missing):
            return False
        facet = outcome.need.facet
        qualifiers = [one.get("qualifier") for one in plugin["provides"] if one["facet"] == facet]
        if isinstance(outcome, Bound):
            return outcome.qualifier in qualifiers
        wanted = outcome.need.wanted
        return bool(qualifiers) if wanted is None else wanted in qualifiers

    def graph(self, plugins: Sequence[PluginManifest], outcomes: Sequence[Outcome]) -> Graph:
        found: dict[str, dict[str, str]] = {plugin["id"]: {} for plugin in plugins}
        for outcome in outcomes:
            for other in plugins:
                need = outcome.need
                if need.required and other["id"] != need.plugin and self.offers(other, outcome):
                    found[need.plugin].setdefault(other["id"], need.facet)
        return found

    def circles(self, graph: Graph, order: Sequence[str]) -> Iterator[Sequence[str]]:
        """Yield a closed way through each group of plugins that depend on each other."""
        reached = {plugin: reachable(graph, plugin) for plugin in order}
        seen: set[str] = set()
        for plugin in order:
            group = {other for other in reached[plugin] if plugin in reached[other]}
            if group and plugin not in seen:
                seen |= group
                yield self.way(graph, plugin, group)

    def way(self, graph: Graph, first: str, group: set[str]) -> Sequence[str]:
        """Return a way along the dependencies through all of a group, and back."""
        way = [first]
        while missing := group - {*way}:
            paths = nearest(graph, way[-1])
            way += paths[min(missing, key=lambda one: len(paths[one]))]
        return [*way, *nearest(graph, way[-1])[first]]

    def order(self, graph: Graph) -> Sequence[str]:
        """Return all plugins, each after those that it depends on; a circle is entered anywhere."""
        done: dict[str, None] = {}
        for root in graph:
            stack = [root]
            entered: set[str] = set()
            while stack:
                plugin = stack[-1]
                ahead = [one for one in graph[plugin] if one not in done and one not in entered]
                entered.add(plugin)
                if plugin in done or not ahead:
                    done.setdefault(stack.pop())
                else:
                    stack.append(ahead[0])
        return tuple(done)

    # What comes of it.

    def problems(self, outcomes: Sequence[Outcome], graph: Graph, config: BinderConfig) -> Sequence[Problem]:
        failures = [one for one in outcomes if isinstance(one, Failed) and self.is_error(one, config)]
        found = [Problem(one.need.plugin, one.need.facet, one.need.wanted, one.error) for one in failures]
        return found + [
            Problem(circle[0], graph[circle[0]][circle[1]], None, CircularDependencyError(circle))
            for circle in self.circles(graph, tuple(graph))
        ]

    def failed(self, problems: Sequence[Problem]) -> set[str]:
        """Return the plugins that get no context."""
        circles = [one.error.cycle for one in problems if isinstance(one.error, CircularDependencyError)]
        return {one.plugin for one in problems} | {plugin for circle in circles for plugin in circle}

    def warnings(self, plugins: Sequence[PluginManifest], config: BinderConfig) -> Sequence[str]:
        found: list[str] = []
        ids = {plugin["id"] for plugin in plugins}
        seen: set[tuple[str, str]] = set()
        for one in config.get("explicit_bindings", ()):
            what = f"the explicit binding of {one['facet']!r} for plugin {one['plugin']!r}"
            if one["plugin"] not in ids:
                found.append(f"{what} is ignored: there is no such plugin")
            if (one["plugin"], one["facet"]) in seen:
                found.append(f"{what} to {one['qualifier']!r} is ignored: an earlier one counts")
            seen.add((one["plugin"], one["facet"]))
        return found

    def context(self, plugin: PluginManifest, bound: Sequence[Bound], registry: FacetRegistry) -> PluginContext:
        had = [Had(one.need.facet, one.need.written, one.provider) for one in bound]
        return self.context_type(plugin, had, lambda: registry.resolve(DECISION_HANDLER))

    async def bind(
        self, plugins: Sequence[PluginManifest], registry: FacetRegistry, /, config: BinderConfig | None = None
    ) -> BindingResult:
        given = config or {}
        outcomes = [self.outcome(need, registry, given) for one in plugins for need in self.needs(one, given)]
        graph = self.graph(plugins, outcomes)
        problems = self.problems(outcomes, graph, given)
        by_id = {plugin["id"]: plugin for plugin in plugins}
        bound = [one for one in outcomes if isinstance(one, Bound)]
        contexts = {
            id: self.context(by_id[id], [one for one in bound if one.need.plugin == id], registry)
            for id in self.order(graph)
            if id not in self.failed(problems)
        }
        return Result(not problems, contexts, problems, self.warnings(plugins, given))


def reachable(graph: Graph, start: str) -> set[str]:
    """Return all that a plugin depends on, at whatever remove."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = graph[waiting.pop()].keys() - found
        found |= new
        waiting += new
    return found


def nearest(graph: Graph, start: str) -> dict[str, Sequence[str]]:
    """Return the shortest way from a plugin to each that it depends on, at whatever remove."""
    ways: dict[str, Sequence[str]] = {}
    waiting: deque[tuple[str, Sequence[str]]] = deque([(start, ())])
    while waiting:
        plugin, way = waiting.popleft()
        for other in graph[plugin]:
            if other not in ways:
                ways[other] = (*way, other)
                waiting.append((other, ways[other]))
    return ways
