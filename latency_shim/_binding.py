"""Which registration each requirement is bound to, in which order plugins start, and what is in the way.

It needs no provider, so that a binder and a plan made before anything is loaded decide alike. Its time grows linearly
with the number of plugins, requirements and registrations, except for what an error has to list: a walk through a group
of plugins that depend on each other in many ways can be longer than the group.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain

from latency_shim.composition.manifest import PluginManifest
from latency_shim.runtime.binder import BinderConfig, ExplicitBinding
from latency_shim.runtime.registry import FacetRegistration
from latency_shim.runtime.resolution import (
    AmbiguousFacetError,
    CircularDependencyError,
    FacetNotFoundError,
    ResolutionError,
)

UNQUALIFIED = "<default>"
"""What the unqualified provider is called where others are named by their qualifiers."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A `BindingError`."""

    plugin: str
    facet: str
    qualifier: str | None
    error: ResolutionError


@dataclass(frozen=True, slots=True)
class Bound:
    """The binding of one requirement; `registration` is `None` for an optional one without a provider."""

    facet: str
    qualifier: str | None  # as the manifest has it
    optional: bool
    registration: FacetRegistration | None


@dataclass(frozen=True, slots=True)
class Need:
    """The dependencies of a required facet: all plugins that declare it."""

    facet: str
    declaring: Sequence[str]


@dataclass(slots=True)
class BoundPlugin:
    """The outcome for one plugin."""

    manifest: PluginManifest
    bindings: list[Bound] = field(default_factory=list[Bound])
    needs: list[Need] = field(default_factory=list[Need])
    failures: list[Failure] = field(default_factory=list[Failure])


class Binding:
    """The outcome of binding plugins: by `listed`, which gives the registrations of a facet in their order.

    `fetchable` says whether asking for a facet without a qualifier gives a provider: in a registry that gives nothing on
    a tie it may not.
    """

    def __init__(
        self,
        manifests: Iterable[PluginManifest],
        config: BinderConfig,
        listed: Callable[[str], Sequence[FacetRegistration]],
        fetchable: Callable[[str], bool],
    ) -> None:
        """Bind all plugins; of several with one id the last counts."""
        self.plugins = {manifest["id"]: BoundPlugin(manifest) for manifest in manifests}
        self.order: list[str] = []
        """Ids of the plugins without a failure, each after those that it depends on."""
        self.failures: list[Failure] = []
        self.circles: list[list[str]] = []
        """Ids of the plugins in each circle, in the order of the plugins."""
        self.offers: dict[str, dict[str | None, list[str]]] = {}
        """Ids of the plugins that declare a facet and qualifier."""
        self._config = config
        self._listed = listed
        self._fetchable = fetchable
        self._candidates: dict[tuple[str, str | None], Sequence[FacetRegistration]] = {}
        self._needs: dict[tuple[str, str | None, bool], Need] = {}
        self._explicit: dict[tuple[str, str], str] = {}  # by plugin and facet
        for binding in self._given():
            self._explicit.setdefault((binding["plugin"], binding["facet"]), binding["qualifier"])
        for name, plugin in self.plugins.items():
            for offer in plugin.manifest["provides"]:
                of_facet = self.offers.setdefault(offer["facet"], {})
                of_facet.setdefault(offer.get("qualifier"), []).append(name)
        for name, plugin in self.plugins.items():
            self._bind(name, plugin)
            self.failures += plugin.failures
        for group in _groups({name: plugin.needs for name, plugin in self.plugins.items()}):
            if len(group) > 1:
                self.circles.append(group)
                self.failures.append(_circle(group, self.plugins))
            elif not self.plugins[group[0]].failures:
                self.order.append(group[0])

    def _given(self) -> Sequence[ExplicitBinding]:
        return self._config.get("explicit_bindings", ())

    def _bind(self, name: str, plugin: BoundPlugin) -> None:
        """Bind each requirement of one plugin, or note why not, and what it depends on."""
        for (facet, asked), optional in requirements(plugin.manifest).items():
            qualifier = self._explicit.get((name, facet), asked)
            candidates = self._left(facet, qualifier)
            if len(candidates) > 1:  # it depends on nobody: there are providers
                ambiguous = AmbiguousFacetError(facet, [one.qualifier or UNQUALIFIED for one in candidates])
                plugin.failures.append(Failure(name, facet, qualifier, ambiguous))
                continue
            registration = candidates[0] if candidates else None
            if registration is None and (not optional or self._config.get("strict_optional", False)):
                plugin.failures.append(Failure(name, facet, qualifier, FacetNotFoundError(facet, qualifier)))
            else:
                plugin.bindings.append(Bound(facet, asked, optional, registration))
            if not optional:
                plugin.needs.append(self.need(facet, qualifier, registration))

    def _left(self, facet: str, qualifier: str | None) -> Sequence[FacetRegistration]:
        """Return the registrations that are left to choose from: one to take it, none, or several that are ambiguous."""
        if (facet, qualifier) not in self._candidates:
            self._candidates[facet, qualifier] = self._choose(facet, qualifier)
        return self._candidates[facet, qualifier]

    def _choose(self, facet: str, qualifier: str | None) -> Sequence[FacetRegistration]:
        earliest: dict[str | None, FacetRegistration] = {}  # of a registry that keeps both of two the earlier counts
        for one in self._listed(facet):
            earliest.setdefault(one.qualifier, one)
        if qualifier is not None:
            return [earliest[qualifier]] if qualifier in earliest else []
        candidates = [*earliest.values()]
        strategy = self._config.get("resolution_strategy", "highest-priority")
        if len(candidates) < 2 or strategy == "explicit":  # noqa: PLR2004 - there is nothing to choose
            return candidates
        highest = max(one.priority for one in candidates)
        at_the_top = [one for one in candidates if one.priority == highest]
        left = candidates[:1] if strategy == "first" else at_the_top
        if len(left) == 1 and left[0].qualifier is None:  # which can only be fetched as the one that `resolve` gives
            is_tie = len(at_the_top) > 1 and not self._fetchable(facet)
            if left[0] is not at_the_top[0] or is_tie:
                return candidates
        return left

    def need(self, facet: str, qualifier: str | None, registration: FacetRegistration | None) -> Need:
        """Return the plugins that declare what was bound; where nothing is registered, those that declare a match."""
        key = (facet, qualifier, False) if registration is None else (facet, registration.qualifier, True)
        if key not in self._needs:
            offers = self.offers.get(facet, {})
            any_will_do = registration is None and qualifier is None
            declaring = chain.from_iterable(offers.values()) if any_will_do else offers.get(key[1], ())
            self._needs[key] = Need(facet, [*dict.fromkeys(declaring)])
        return self._needs[key]

    def warnings(self) -> Iterator[str]:
        """Yield a warning for each provider that nobody uses, and for each explicit binding that decides nothing."""
        used = {
            (one.facet, one.registration.qualifier)
            for plugin in self.plugins.values()
            for one in plugin.bindings
            if one.registration is not None
        }
        asked = {name: requirements(plugin.manifest) for name, plugin in self.plugins.items()}
        named = dict.fromkeys(facet for of_plugin in asked.values() for facet, _ in of_plugin)
        for facet in {**named, **dict.fromkeys(self.offers)}:
            for registration in self._listed(facet):
                if (facet, registration.qualifier) not in used:
                    yield f'nobody uses the provider "{registration.qualifier or UNQUALIFIED}" of facet "{facet}"'
        facets = {name: {facet for facet, _ in of_plugin} for name, of_plugin in asked.items()}
        seen: set[tuple[str, str]] = set()
        for binding in self._given():
            plugin, facet = binding["plugin"], binding["facet"]
            if plugin not in facets:
                yield f'explicit binding of facet "{facet}": there is no plugin "{plugin}"'
            elif facet not in facets[plugin]:
                yield f'explicit binding of facet "{facet}": the plugin "{plugin}" does not ask for it'
            elif (plugin, facet) in seen:
                yield (
                    f'explicit binding of facet "{facet}" to "{binding["qualifier"]}": an earlier one binds the '
                    f'plugin "{plugin}" to "{self._explicit[plugin, facet]}"'
                )
            seen.add((plugin, facet))


def requirements(manifest: PluginManifest) -> dict[tuple[str, str | None], bool]:
    """Return facet and qualifier of each requirement, and whether it is optional; one that is required as well is not."""
    found: dict[tuple[str, str | None], bool] = {}
    for optional, listed in (False, manifest["requires"]), (True, manifest.get("uses", ())):
        for one in listed:
            key = one["facet"], one.get("qualifier")
            found[key] = (optional or one.get("optional", False)) and found.get(key, True)
    return found


def shared_ids(manifests: Iterable[PluginManifest]) -> dict[str, int]:
    """Return the ids that more than one plugin has, with the number of these plugins."""
    number: dict[str, int] = {}
    for manifest in manifests:
        number[manifest["id"]] = number.get(manifest["id"], 0) + 1
    return {name: count for name, count in number.items() if count > 1}


def _groups(needs: Mapping[str, Sequence[Need]]) -> Iterator[list[str]]:
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


def _circle(group: Sequence[str], plugins: Mapping[str, BoundPlugin]) -> Failure:
    """Return the error of plugins that depend on each other: a closed walk along the dependencies, through all of them."""
    members = frozenset(group)
    walk = [group[0]]
    unvisited = set(group[1:])
    pending: dict[int, list[str]] = {}  # of each need, by identity, who declares it, the first last
    while unvisited:
        way: list[str] = []
        for need in plugins[walk[-1]].needs:  # mostly there is one next to it
            if id(need) not in pending:
                pending[id(need)] = [*reversed(need.declaring)]
            declaring = pending[id(need)]
            while declaring and declaring[-1] not in unvisited:
                declaring.pop()
            way = declaring[-1:]
            if way:
                break
        way = way or _way(walk[-1], unvisited, members, plugins)
        walk += way
        unvisited.difference_update(way)
    walk += _way(walk[-1], {walk[0]}, members, plugins)
    facet = next(need.facet for need in plugins[walk[0]].needs if walk[1] in need.declaring)
    return Failure(walk[0], facet, None, CircularDependencyError(walk))


def _way(
    start: str, goals: AbstractSet[str], members: AbstractSet[str], plugins: Mapping[str, BoundPlugin]
) -> list[str]:
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
