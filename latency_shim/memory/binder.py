"""The binder in memory.

Its time grows linearly with the number of plugins, requirements and registrations, except for what an error has to
list: a walk through a group of plugins that depend on each other in many ways can be longer than the group.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain

from latency_shim import (
    AmbiguousFacetError,
    BinderConfig,
    BindingError,
    CircularDependencyError,
    FacetNotFoundError,
    FacetRegistration,
    FacetRegistry,
    PluginManifest,
    ResolutionError,
)
from latency_shim.memory.context import MemoryBinding, MemoryContext

__all__ = ["MemoryBinder", "MemoryBindingError", "MemoryBindingResult"]


@dataclass(frozen=True)
class MemoryBindingError:
    """A `BindingError`."""

    plugin: str
    facet: str
    qualifier: str | None
    error: ResolutionError


@dataclass(frozen=True)
class MemoryBindingResult:
    """A `BindingResult`."""

    contexts: Mapping[str, MemoryContext]
    errors: Sequence[BindingError]
    warnings: Sequence[str]

    @property
    def success(self) -> bool:
        """Whether there is no error."""
        return not self.errors


@dataclass(frozen=True)
class _Need:
    """What a required facet depends on: all plugins that declare it."""

    facet: str
    declaring: Sequence[str]


@dataclass
class _Plugin:
    """What the binder learns about one plugin."""

    manifest: PluginManifest
    bindings: list[MemoryBinding] = field(default_factory=list[MemoryBinding])
    errors: list[MemoryBindingError] = field(default_factory=list[MemoryBindingError])
    needs: list[_Need] = field(default_factory=list[_Need])


class MemoryBinder:
    """A `Binder`, which gives each plugin a `MemoryContext`.

    Warnings name providers that nobody uses, explicit bindings that decide nothing, and plugins that share an id, of
    which the last is bound.
    """

    async def bind(
        self,
        plugins: Sequence[PluginManifest],
        registry: FacetRegistry,
        /,
        config: BinderConfig | None = None,
    ) -> MemoryBindingResult:
        """Bind all plugins at once; return their contexts, or why there are none."""
        known = {manifest["id"]: _Plugin(manifest) for manifest in plugins}
        binding = _Binding(known, registry, config or {})
        for plugin in known.values():
            binding.bind(plugin)
        errors = [error for plugin in known.values() for error in plugin.errors]
        contexts: dict[str, MemoryContext] = {}
        for group in _groups({name: plugin.needs for name, plugin in known.items()}):
            if len(group) > 1:
                errors.append(_circle(group, known))
            elif not known[group[0]].errors:
                plugin = known[group[0]]
                contexts[group[0]] = MemoryContext(plugin.manifest, plugin.bindings, registry)
        return MemoryBindingResult(contexts, errors, [*_shared_ids(plugins), *binding.warnings()])


class _Binding:
    """One call of `bind`: what is the same for all its plugins."""

    def __init__(self, plugins: Mapping[str, _Plugin], registry: FacetRegistry, config: BinderConfig) -> None:
        self.plugins = plugins
        self.registry = registry
        self.strategy = config.get("resolution_strategy", "highest-priority")
        self.strict = config.get("strict_optional", False)
        self.given = config.get("explicit_bindings", ())
        self.explicit: dict[tuple[str, str], str] = {}  # by plugin and facet
        for binding in self.given:
            self.explicit.setdefault((binding["plugin"], binding["facet"]), binding["qualifier"])
        self.offers: dict[str, dict[str | None, list[str]]] = {}  # ids of plugins, by facet and qualifier
        for name, plugin in plugins.items():
            for offer in plugin.manifest["provides"]:
                of_facet = self.offers.setdefault(offer["facet"], {})
                of_facet.setdefault(offer.get("qualifier"), []).append(name)
        self.candidates: dict[tuple[str, str | None], Sequence[FacetRegistration]] = {}
        self.needs: dict[tuple[str, str | None, bool], _Need] = {}

    def bind(self, plugin: _Plugin) -> None:
        """Bind each requirement of one plugin, or note why not, and what it depends on."""
        name = plugin.manifest["id"]
        for (facet, asked), optional in _requirements(plugin.manifest).items():
            qualifier = self.explicit.get((name, facet), asked)
            candidates = self.left(facet, qualifier)
            if len(candidates) > 1:  # it depends on nobody: there are providers
                ambiguous = AmbiguousFacetError(facet, [one.qualifier or "<default>" for one in candidates])
                plugin.errors.append(MemoryBindingError(name, facet, qualifier, ambiguous))
                continue
            if candidates:
                provider = self.registry.resolve(facet, candidates[0].qualifier)
                plugin.bindings.append(MemoryBinding(facet, asked, candidates[0], provider))
            elif self.strict or not optional:
                missing = FacetNotFoundError(facet, qualifier)
                plugin.errors.append(MemoryBindingError(name, facet, qualifier, missing))
            if not optional:
                plugin.needs.append(self.need(facet, qualifier, candidates[0] if candidates else None))

    def left(self, facet: str, qualifier: str | None) -> Sequence[FacetRegistration]:
        """Return the registrations that are left to choose from: one to take it, none, or several that are ambiguous."""
        if (facet, qualifier) not in self.candidates:
            self.candidates[facet, qualifier] = self._choose(facet, qualifier)
        return self.candidates[facet, qualifier]

    def _choose(self, facet: str, qualifier: str | None) -> Sequence[FacetRegistration]:
        earliest: dict[str | None, FacetRegistration] = {}  # of a registry that keeps both of two the earlier counts
        for one in self.registry.list(facet):
            earliest.setdefault(one.qualifier, one)
        if qualifier is not None:
            return [earliest[qualifier]] if qualifier in earliest else []
        candidates = [*earliest.values()]
        if len(candidates) < 2 or self.strategy == "explicit":  # noqa: PLR2004, there is nothing to choose
            return candidates
        highest = max(one.priority for one in candidates)
        at_the_top = [one for one in candidates if one.priority == highest]
        left = candidates[:1] if self.strategy == "first" else at_the_top
        if len(left) == 1 and left[0].qualifier is None:  # which can only be fetched as the one that `resolve` gives
            tie_is_none = len(at_the_top) > 1 and self.registry.resolve(facet) is None
            if left[0] is not at_the_top[0] or tie_is_none:
                return candidates
        return left

    def need(self, facet: str, qualifier: str | None, registration: FacetRegistration | None) -> _Need:
        """Return the plugins that declare what was bound; where nothing is registered, those that declare a match."""
        key = (facet, qualifier, False) if registration is None else (facet, registration.qualifier, True)
        if key not in self.needs:
            offers = self.offers.get(facet, {})
            any_will_do = registration is None and qualifier is None
            declaring = chain.from_iterable(offers.values()) if any_will_do else offers.get(key[1], ())
            self.needs[key] = _Need(facet, [*dict.fromkeys(declaring)])
        return self.needs[key]

    def warnings(self) -> Iterator[str]:
        """Yield a warning for each provider that nobody uses, and for each explicit binding that decides nothing."""
        used = {(one.facet, one.registration.qualifier) for plugin in self.plugins.values() for one in plugin.bindings}
        asked = {name: _requirements(plugin.manifest) for name, plugin in self.plugins.items()}
        named = dict.fromkeys(facet for requirements in asked.values() for facet, _ in requirements)
        for facet in {**named, **dict.fromkeys(self.offers)}:
            for registration in self.registry.list(facet):
                if (facet, registration.qualifier) not in used:
                    yield f'nobody uses the provider "{registration.qualifier or "<default>"}" of facet "{facet}"'
        facets = {name: {facet for facet, _ in requirements} for name, requirements in asked.items()}
        seen: set[tuple[str, str]] = set()
        for binding in self.given:
            plugin, facet = binding["plugin"], binding["facet"]
            if plugin not in facets:
                yield f'explicit binding of facet "{facet}": there is no plugin "{plugin}"'
            elif facet not in facets[plugin]:
                yield f'explicit binding of facet "{facet}": the plugin "{plugin}" does not ask for it'
            elif (plugin, facet) in seen:
                yield (
                    f'explicit binding of facet "{facet}" to "{binding["qualifier"]}": an earlier one binds the '
                    f'plugin "{plugin}" to "{self.explicit[plugin, facet]}"'
                )
            seen.add((plugin, facet))


def _requirements(manifest: PluginManifest) -> dict[tuple[str, str | None], bool]:
    """Return facet and qualifier of each requirement, and whether it is optional; one that is required as well is not."""
    found: dict[tuple[str, str | None], bool] = {}
    for optional, requirements in (False, manifest["requires"]), (True, manifest.get("uses", ())):
        for one in requirements:
            key = one["facet"], one.get("qualifier")
            found[key] = (optional or one.get("optional", False)) and found.get(key, True)
    return found


def _shared_ids(plugins: Sequence[PluginManifest]) -> Iterator[str]:
    """Yield a warning for each id that more than one plugin has."""
    count: dict[str, int] = {}
    for manifest in plugins:
        count[manifest["id"]] = count.get(manifest["id"], 0) + 1
    for shared, number in count.items():
        if number > 1:
            yield f'{number} plugins have the id "{shared}": only the last of them is bound'


def _groups(needs: Mapping[str, Sequence[_Need]]) -> Iterator[list[str]]:
    """Yield the groups of plugins that depend on each other, most of them of one plugin; dependencies come first.

    Needs are nodes between the plugins: many plugins that need what many declare do not make as many edges as the
    product of both.
    """
    ids = [*needs]
    places = {name: place for place, name in enumerate(ids)}
    edges: list[Sequence[int]] = [() for _ in ids]
    place_of_need: dict[int, int] = {}  # by identity
    for place, name in enumerate(ids):
        for need in needs[name]:
            if id(need) not in place_of_need:
                place_of_need[id(need)] = len(edges)
                edges.append([places[other] for other in need.declaring])
        edges[place] = [place_of_need[id(need)] for need in needs[name]]
    for group in _strongly_connected(edges, range(len(ids))):
        if plugins := sorted(place for place in group if place < len(ids)):
            yield [ids[place] for place in plugins]


def _strongly_connected(edges: Sequence[Sequence[int]], starts: Iterable[int]) -> Iterator[list[int]]:
    """Yield the strongly connected components of a graph, each after those that it leads to (Tarjan's algorithm)."""
    numbers: dict[int, int] = {}  # of nodes in the order in which they are found
    lowest: dict[int, int] = {}  # number that a node leads back to
    stack: list[int] = []
    done: set[int] = set()
    for start in starts:
        if start in numbers:
            continue
        numbers[start] = lowest[start] = len(numbers)
        stack.append(start)
        path = [(start, iter(edges[start]))]
        while path:
            node, rest = path[-1]
            for other in rest:
                if other not in numbers:
                    numbers[other] = lowest[other] = len(numbers)
                    stack.append(other)
                    path.append((other, iter(edges[other])))
                    break
                if other not in done:
                    lowest[node] = min(lowest[node], numbers[other])
            else:
                path.pop()
                if path:
                    lowest[path[-1][0]] = min(lowest[path[-1][0]], lowest[node])
                if lowest[node] == numbers[node]:
                    group: list[int] = []
                    while node not in group[-1:]:
                        group.append(stack.pop())
                    done.update(group)
                    yield group


def _circle(group: Sequence[str], plugins: Mapping[str, _Plugin]) -> MemoryBindingError:
    """Return the error of plugins that depend on each other: a closed walk along the dependencies, through all of them."""
    members = frozenset(group)
    walk = [group[0]]
    unvisited = set(group[1:])
    while unvisited:
        way = _way(walk[-1], unvisited, members, plugins)
        walk += way
        unvisited.difference_update(way)
    walk += _way(walk[-1], {walk[0]}, members, plugins)
    facet = next(need.facet for need in plugins[walk[0]].needs if walk[1] in need.declaring)
    return MemoryBindingError(walk[0], facet, None, CircularDependencyError(walk))


def _way(start: str, goals: AbstractSet[str], members: AbstractSet[str], plugins: Mapping[str, _Plugin]) -> list[str]:
    """Return the shortest way from a plugin to another one, through those of its group, without the start."""
    before: dict[str, str] = {}
    seen: set[int] = set()  # needs, by identity
    queue = deque([start])
    while queue:
        plugin = queue.popleft()
        for need in plugins[plugin].needs:
            if id(need) in seen:
                continue
            seen.add(id(need))
            for other in need.declaring:
                if other == start or other in before or other not in members:
                    continue
                before[other] = plugin
                if other in goals:
                    way = [other]
                    while before[way[-1]] != start:
                        way.append(before[way[-1]])
                    return way[::-1]
                queue.append(other)
    raise AssertionError(f"no way from {start!r} to any of {sorted(goals)}")
