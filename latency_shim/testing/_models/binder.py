"""Histories of binders: a registry and plugins that grow, and what comes of binding them."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from latency_shim import (
    AmbiguousFacetError,
    Binder,
    BindingError,
    BindingResult,
    CircularDependencyError,
    FacetNotFoundError,
    FacetRegistry,
)
from latency_shim.memory import MemoryBinder
from latency_shim.testing._boundary import implementation
from latency_shim.testing._contract import default
from latency_shim.testing._histories import Histories, History, Model, Step, Thing
from latency_shim.testing._models.registry import factory
from latency_shim.testing._pools import OBJECTS, near_names

COLLECTED = "Failures are collected in `BindingResult.errors`, not raised."
SUCCESS = "True exactly when `errors` is empty."
EVERYTHING = "Everything that went wrong."
DECIDES = "For each requirement an explicit binding decides, else its qualifier, else the strategy."
CONTEXTS = "One for each plugin without an error, providers before those that depend on them."
KEEPS = "No plugin of a circle has one; a plugin that depends on one that failed keeps its own."
PROVIDERS = "In the order of registration, the unqualified one as `<default>`."
QUALIFIER = "With an explicit binding the bound one, as in `error`. For a circle `None`."
CIRCLE = "Each group of plugins that depend on each other is one `CircularDependencyError`."
CYCLE = "The plugins along the circle; the first and the last are equal. They are ids. All plugins of the group are among them."
FIRST_OF_CIRCLE = "For a circle the first plugin of it."
FACET_OF_CIRCLE = "For a circle the facet by which the first plugin depends on the second."
UNCHANGED = "Changes neither manifests nor configuration nor registry."
WARNED = "Of two for the same plugin and facet the first counts, and a warning says so."
IGNORED = "One for a plugin that is not there is ignored, with a warning."
MANIFEST = "The manifest of the plugin that holds this context."

UNSET = "unset"


class World(Model):
    """A registry, plugins and a configuration: what `Binder.bind` is given.

    Left open, and never asked: two plugins of one id, an empty qualifier, one requirement written twice, the order of
    errors, the texts of warnings, which facet of several leads from the first plugin of a circle to the second, and
    which of several providers a context has without a qualifier.
    """

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {
        "plugin": ("p", "c", "q", "b", "a", "P", "p ", "p.q", "@scope/p", "10", "9", "p*"),
        "facet": ("Cache", "Clock", "A", "B", "C", *near_names("Cache", "Clock")[2:]),
        "qualifier": (None, "disk", "memory", "default", "<default>", "None", *near_names("disk", "memory")[2:-2]),
        "provider": OBJECTS,
        "priority": (None, 1, 2, -1, 10, 9, 0, -(2**70), 2**70),
        "optional": (None, False, True),
        "strategy": (UNSET, "highest-priority", "first", "explicit"),
        "strict": (UNSET, False, True),
        "part": ("requires", "uses"),
        "register": (False, True),
    }
    steps: ClassVar[Mapping[str, Sequence[str]]] = {
        "register": ("facet", "qualifier", "provider", "priority"),
        "register_": ("facet", "qualifier", "provider", "priority"),
        "requires": ("plugin", "facet", "qualifier", "optional"),
        "requires_": ("plugin", "facet", "qualifier", "optional"),
        "provides": ("plugin", "facet", "qualifier", "priority", "provider", "register"),
        "provides_": ("plugin", "facet", "qualifier", "priority", "provider", "register"),
        "uses": ("plugin", "facet", "qualifier"),
        "explicit": ("plugin", "facet", "qualifier"),
        "configure": ("strategy", "strict"),
    }
    looks: ClassVar[Mapping[str, Sequence[str]]] = {
        "errors": (),
        "circles": (),
        "contexts": (),
        "order": (),
        "bound": (),
        "unchanged": (),
        "warnings": (),
    }
    few: ClassVar[Mapping[str, int]] = {
        "plugin": 5,
        "facet": 3,
        "qualifier": 2,
        "provider": 6,
        "priority": 3,
        "optional": 2,
        "strategy": 2,
        "strict": 2,
    }
    always: ClassVar[Mapping[str, Sequence[int]]] = {"qualifier": (0,)}
    length: ClassVar[int] = 22
    sweeping: ClassVar[float] = 0.15

    def __init__(self, look_at: str | None, tested: Binder, new: Callable[[], FacetRegistry]) -> None:
        super().__init__(look_at)
        self.tested = tested
        self.registry = new()
        self.plugins: dict[str, Any] = {}
        self.settings: dict[str, Any] = {}
        self.made: list[str] = []
        self.facets: dict[str, None] = {}
        self.outcome: tuple[BindingResult, Outcome] | None = None

    async def _only_look(self, kind: str, arguments: Sequence[Any]) -> None:
        """Do nothing: no look changes anything here."""

    # What is given.

    async def register(self, facet: str, qualifier: str | None, provider: Thing, priority: int | None) -> None:
        """Register a provider."""
        options: Any = {} if qualifier is None else {"qualifier": qualifier}
        if priority is not None:
            options["priority"] = priority
        self.registry.register(facet, self.name(provider), options)
        self.made.append(f"registry.register({facet!r}, {provider}{f', {options!r}' if options else ''})")
        self.facets[facet] = None
        self.outcome = None

    register_ = register

    def manifest(self, plugin: str) -> Any:
        """Return a manifest, which has nothing before a step adds it."""
        self.outcome = None
        return self.plugins.setdefault(
            plugin, {"id": plugin, "version": "1.0.0", "name": plugin, "provides": [], "requires": []}
        )

    async def requires(self, plugin: str, facet: str, qualifier: str | None, optional: bool | None) -> None:  # noqa: FBT001
        """Add a requirement."""
        manifest = self.manifest(plugin)
        entry = _entry(facet, qualifier)
        if optional is not None:
            entry["optional"] = optional
        there = [one for one in manifest["requires"] if bool(one.get("optional")) == bool(optional)]
        if not any(_same(one, entry) for one in (*there, *(manifest.get("uses", ()) if optional else ()))):
            manifest["requires"].append(entry)
        self.facets[facet] = None

    requires_ = requires

    async def uses(self, plugin: str, facet: str, qualifier: str | None) -> None:
        """Add a facet that a plugin takes advantage of."""
        manifest = self.manifest(plugin)
        entry = _entry(facet, qualifier)
        optional = [one for one in manifest["requires"] if one.get("optional")]
        if not any(_same(one, entry) for one in (*manifest.setdefault("uses", []), *optional)):
            manifest["uses"].append(entry)
        self.facets[facet] = None

    async def provides(
        self,
        plugin: str,
        facet: str,
        qualifier: str | None,
        priority: int | None,
        provider: Thing,
        register: bool,  # noqa: FBT001
    ) -> None:
        """Add an offer, and register it, or do not."""
        manifest = self.manifest(plugin)
        entry = _entry(facet, qualifier)
        if priority is not None and priority >= 0:
            entry["priority"] = priority
        if not any(_same(one, entry) for one in manifest["provides"]):
            manifest["provides"].append(entry)
        if register:
            await self.register(facet, qualifier, provider, None)

    provides_ = provides

    async def explicit(self, plugin: str, facet: str, qualifier: str | None) -> None:
        """Bind explicitly."""
        binding = {"plugin": plugin, "facet": facet, "qualifier": qualifier or "disk"}
        self.settings.setdefault("explicit_bindings", []).append(binding)
        self.outcome = None

    async def configure(self, strategy: str, strict: bool | str) -> None:  # noqa: FBT001
        """Set the rest of the configuration."""
        for name, value in ("resolution_strategy", strategy), ("strict_optional", strict):
            self.settings.pop(name, None)
            if value != UNSET:
                self.settings[name] = value
        self.outcome = None

    # What comes of it.

    async def bound_now(self, settings: Mapping[str, Any] | None = None) -> "tuple[BindingResult, Outcome]":
        """Bind what is there; return the result, and what it must be."""
        if settings is None and self.outcome is not None:
            return self.outcome
        given: Any = _copied(self.settings if settings is None else settings)
        plugins = _copied([*self.plugins.values()])
        self.binding = plugins, given
        self.lines = []
        result = await self.awaited(COLLECTED, "", lambda: self.tested.bind(plugins, self.registry, given or None))
        expected = Outcome([*self.plugins.values()], self.registry, self.settings if settings is None else settings)
        await expected.bind()
        if settings is None:
            self.outcome = result, expected
            self.given = plugins, given
        return result, expected

    def program(self) -> Sequence[str]:
        """Return the calls that make what is bound, and what comes of it."""
        if not self.lines:
            return ()
        plugins, given = self.binding
        lines = ["registry = new_registry()", *self.made]
        lines += [f"{_name(number)} = {one!r}" for number, one in enumerate(plugins)]
        names = ", ".join(_name(number) for number in range(len(plugins)))
        text = f"result = await binder.bind([{names}], registry, {given!r})"
        if self.lines[0].startswith("  #"):
            return [*lines, text + self.lines[0]]
        return [*lines, text, *self.lines]

    async def errors(self) -> None:
        """Look at what could not be bound."""
        result, expected = await self.bound_now()
        told = [_told(one) for one in result.errors if not isinstance(one.error, CircularDependencyError)]
        wanted = [_told(one) for one in expected.errors if not isinstance(one.error, CircularDependencyError)]
        short = [one[:2] for one in told], [one[:2] for one in wanted]
        self.expect(EVERYTHING, {*short[0]} == {*short[1]}, f"errors of (plugin, facet) are {short[1]}", short[0])
        kinds = {one[:2] + one[3:4] for one in told}, {one[:2] + one[3:4] for one in wanted}
        self.expect(DECIDES, kinds[0] == kinds[1], f"errors are {sorted(kinds[1])}", sorted(kinds[0]))
        names = {one[:4] for one in told}, {one[:4] for one in wanted}
        self.expect(QUALIFIER, names[0] == names[1], f"(plugin, facet, qualifier, error) are {names[1]}", names[0])
        self.expect(PROVIDERS, {*told} == {*wanted}, f"errors tell {wanted}", told)
        bound = {(one["plugin"], one["facet"]) for one in self.settings.get("explicit_bindings", ())}
        counts = [sorted(map(repr, (one for one in ones if one[:2] not in bound))) for ones in (told, wanted)]
        self.expect(EVERYTHING, counts[0] == counts[1], f"errors are, each once, {counts[1]}", counts[0])
        self.expect(
            SUCCESS, result.success is (not result.errors), "result.success is (not result.errors)", result.success
        )

    async def circles(self) -> None:
        """Look at circles of plugins."""
        result, expected = await self.bound_now()
        await expected.see_who_depends()
        found = [(one, one.error.cycle) for one in result.errors if isinstance(one.error, CircularDependencyError)]
        groups = sorted(sorted({*cycle}) for _, cycle in found)
        self.expect(CIRCLE, groups == expected.groups, f"the groups of circles are {expected.groups}", groups)
        for one, cycle in found:
            edges = [*itertools.pairwise(cycle)]
            walk = cycle[0] == cycle[-1] and all(edge in expected.edges for edge in edges)
            self.expect(CYCLE, walk, f"a circle along {sorted(expected.edges)}", cycle)
            self.expect(FIRST_OF_CIRCLE, one.plugin == cycle[0], f"the error of {cycle} is of {cycle[0]!r}", one.plugin)
            facets = sorted(expected.edges[edges[0]])
            self.expect(FACET_OF_CIRCLE, one.facet in facets, f"facet of the circle {cycle} in {facets}", one.facet)
            self.expect(QUALIFIER, one.qualifier is None, f"qualifier of the circle {cycle} is None", one.qualifier)

    async def contexts(self) -> None:
        """Look at who has a context."""
        result, expected = await self.bound_now()
        await expected.see_who_depends()
        found, wanted = sorted(result.contexts), sorted(expected.contexts)
        in_circle = {*itertools.chain(*expected.groups)}
        failed = {one.plugin for one in expected.errors} | in_circle
        near = any(one in {*found} ^ {*wanted} for one in in_circle | {a for a, b in expected.edges if b in failed})
        self.expect(KEEPS if near else CONTEXTS, found == wanted, f"sorted(result.contexts) == {wanted}", found)
        for name in wanted:
            manifest = result.contexts[name].manifest
            text = f"result.contexts[{name!r}].manifest == {self.plugins[name]!r}"
            self.expect(MANIFEST, manifest == self.plugins[name], text, manifest)

    async def order(self) -> None:
        """Look at the order of contexts."""
        result, expected = await self.bound_now()
        await expected.see_who_depends()
        found = [*result.contexts]
        for one, other in expected.edges:
            if one in found and other in found:
                text = f"{other!r} comes before {one!r} in [*result.contexts]"
                self.expect(CONTEXTS, found.index(other) < found.index(one), text, found)

    async def bound(self) -> None:
        """Look at what plugins got."""
        result, expected = await self.bound_now()
        for name, context in expected.contexts.items():
            if name not in result.contexts:
                continue
            got = result.contexts[name]
            manifest = self.plugins[name]
            for one in (*manifest["requires"], *manifest.get("uses", ())):
                facet, qualifier = one["facet"], one.get("qualifier")
                fitting = [
                    binding.provider
                    for binding in context.bindings
                    if binding.facet == facet and qualifier in (None, binding.qualifier)
                ] or [None]
                text = f"result.contexts[{name!r}].optional({facet!r}, {qualifier!r})"
                found = self.call(DECIDES, text, partial(got.optional, facet, qualifier))
                fits = any(found is provider for provider in fitting)
                shown = " or ".join(map(self.shown, fitting))
                self.expect(DECIDES, fits, f"{text} is {shown}", found)
                if len(fitting) > 1 or fitting[0] is not None:
                    text = text.replace(".optional(", ".require(")
                    found = self.call(DECIDES, text, partial(got.require, facet, qualifier))
                    self.expect(DECIDES, any(found is one for one in fitting), f"{text} is {shown}", found)

    async def unchanged(self) -> None:
        """Look at what was given."""
        self.outcome = None
        before = _state(self.registry, self.facets)
        await self.bound_now()
        plugins, given = self.given
        self.expect(UNCHANGED, plugins == [*self.plugins.values()], "the manifests stay as they are", plugins)
        self.expect(UNCHANGED, given == self.settings, "the configuration stays as it is", given)
        after = _state(self.registry, self.facets)
        same = len(before) == len(after) and all(a is b or a == b for a, b in zip(before, after, strict=True))
        self.expect(UNCHANGED, same, "the registry stays as it is", "another")

    async def warnings(self) -> None:
        """Check that an explicit binding that decides nothing is reported."""
        result, _ = await self.bound_now()
        seen: set[tuple[str, str]] = set()
        given = self.settings.get("explicit_bindings", ())
        for at, one in enumerate(given):
            pair = one["plugin"], one["facet"]
            asked = self.plugins.get(one["plugin"])
            if asked is None or (pair in seen and one["facet"] in _facets(asked)):
                rest = {**self.settings, "explicit_bindings": [*given[:at], *given[at + 1 :]]}
                without, _ = await self.bound_now(rest)
                promise = IGNORED if asked is None else WARNED
                text = f"result.warnings names {one!r}"
                told = sorted(result.warnings) != sorted(without.warnings)
                self.expect(promise, told, text, result.warnings)
            seen.add(pair)

    @classmethod
    def tables(cls) -> Iterable[History]:
        """Return chains, diamonds and rings of plugins in several orders, and tables of names, objects and priorities."""
        looks: list[Step] = [(kind, ()) for kind in cls.looks]
        for needs in _SHAPES:
            for qualifier, register, order in itertools.product((0, 1), (0, 1), (1, -1)):
                yield [*_plugins(needs[::order], qualifier, register), *looks]
            yield [*_plugins(needs, 1, 1, asked=1), *looks, *_plugins(needs, 2, 1, asked=0), *looks]
        yield from _names()
        for at in range(len(OBJECTS)):
            requirements: list[Step] = [("requires", (0, 0, 0, 0)), ("requires", (1, 1, 1, 2)), ("uses", (2, 1, 1))]
            providers: list[Step] = [("register", (0, 0, at, 0)), ("register", (1, 1, at, 0))]
            yield [*providers, *requirements, *looks, ("explicit", (0, 0, 1)), ("register", (0, 1, at, 0)), *looks]
        for strategy, second in itertools.product(range(4), range(3)):
            several: list[Step] = [
                ("register", (0, 2, 0, 0)),
                ("register", (0, 1, 1, second)),
                ("register", (0, 0, 2, 0)),
            ]
            yield [
                ("configure", (strategy, 0)),
                *several,
                *(("requires", (plugin, 0, 0, 0)) for plugin in range(5)),
                *looks,
            ]
        for strategy, strict in itertools.product(range(4), range(3)):
            for first, second in itertools.product(range(4), range(4)):
                for one, other in (0, 1), (1, 0), (1, 2):
                    yield [
                        ("configure", (strategy, strict)),
                        ("register", (0, one, 0, first)),
                        ("register", (0, other, 1, second)),
                        ("requires", (0, 0, 0, 0)),
                        ("requires", (1, 0, 1, 0)),
                        ("uses", (2, 0, 2)),
                        ("uses", (2, 1, 0)),
                        ("explicit", (3, 0, 1)),
                        ("requires", (3, 0, 2, 0)),
                        *looks,
                        ("register", (0, 2, 2, second)),
                        *looks,
                    ]


class Outcome:
    """What must come of binding: what the binder in memory makes of it, and who depends on whom."""

    def __init__(self, plugins: Sequence[Any], registry: FacetRegistry, config: Any) -> None:
        self.given = plugins, registry, config
        self.edges: dict[tuple[str, str], set[str]] = {}
        self.groups: list[list[str]] = []

    async def bind(self) -> None:
        """Bind."""
        plugins, registry, config = self.given
        result = await MemoryBinder().bind(plugins, registry, config)
        self.errors, self.contexts = result.errors, result.contexts
        cycles = [one.error.cycle for one in self.errors if isinstance(one.error, CircularDependencyError)]
        self.groups = sorted(sorted({*cycle}) for cycle in cycles)

    async def see_who_depends(self) -> None:
        """See which plugin depends on which by what facets."""
        plugins, registry, config = self.given
        strategy: Any = {key: value for key, value in config.items() if key == "resolution_strategy"}
        explicit: dict[tuple[str, str], str] = {}
        for one in config.get("explicit_bindings", ()):
            explicit.setdefault((one["plugin"], one["facet"]), one["qualifier"])
        for manifest in plugins:
            for one in manifest["requires"]:
                if one.get("optional"):
                    continue
                facet, qualifier = one["facet"], explicit.get((manifest["id"], one["facet"]), one.get("qualifier"))
                alone: Any = {"id": "alone", "version": "1.0.0", "name": "", "provides": []}
                alone["requires"] = [_entry(facet, qualifier)]
                [*found] = (await MemoryBinder().bind([alone], registry, strategy)).contexts.values()
                there = [entry.qualifier for entry in registry.list(facet) if qualifier in (None, entry.qualifier)]
                matches: list[str | None] | None
                if found:
                    matches = [found[0].bindings[0].registration.qualifier]
                elif there:  # it is ambiguous
                    continue
                else:
                    matches = None if qualifier is None else [qualifier]
                for other in plugins:
                    offers = [offer for offer in other["provides"] if offer["facet"] == facet]
                    if other is not manifest and any(matches is None or o.get("qualifier") in matches for o in offers):
                        self.edges.setdefault((manifest["id"], other["id"]), set()).add(facet)


_SHAPES: Sequence[Sequence[tuple[int, Sequence[int]]]] = (
    # each plugin by its number, and those that it depends on
    [(0, [0])],
    [(0, [1]), (1, [])],
    [(0, [1]), (1, [2]), (2, [])],
    [(0, [1]), (1, [2]), (2, [3]), (3, [4]), (4, [])],
    [(0, [1, 2]), (1, [3]), (2, [3]), (3, [])],
    [(3, [0, 4]), (0, [2]), (4, [2]), (2, []), (1, [3])],
    [(0, [1, 2, 3]), (1, [2, 3]), (2, [3]), (3, [])],
    [(0, [1]), (1, [0])],
    [(0, [1]), (1, [2]), (2, [0])],
    [(0, [1]), (1, [2]), (2, [3]), (3, [4]), (4, [0])],
    [(0, [1]), (1, [0]), (2, [3]), (3, [2])],
    [(0, [1]), (1, [0]), (2, [0]), (3, [2])],
    [(0, [1, 4]), (1, [0]), (4, [])],
    [(0, [1, 2]), (1, [0]), (2, [0])],
    [(0, [1]), (1, [2, 0]), (2, [1])],
    [(0, [1]), (1, [2]), (2, [1]), (3, [4]), (4, [])],
    [(0, [1, 2]), (1, [2]), (2, [0, 1])],
    [(0, [1]), (1, [0]), (2, [3, 1]), (3, [2])],
)


def _plugins(
    needs: Sequence[tuple[int, Sequence[int]]], qualifier: int, register: int, asked: int | None = None
) -> Iterator[Step]:
    """Yield the steps that make plugins that depend on each other; each provides a facet of its own."""
    for plugin, others in needs:
        yield "provides", (plugin, plugin, qualifier, 0, plugin, register)
        for other in others:
            yield "requires", (plugin, other, qualifier if asked is None else asked, 0)


def _names() -> Iterator[History]:
    """Yield tables in which each provider is asked for by a name of its own."""
    for by_qualifier in True, False:
        places = [
            (0, at) if by_qualifier else (at, 1)
            for at in range(len(World.pools["qualifier" if by_qualifier else "facet"]))
        ]
        steps: list[Step] = []
        for at, where in enumerate(places):
            steps += [("register", (*where, at % len(OBJECTS), 0)), ("requires", (0, *where, 0))]
        yield [*steps, ("bound", ()), ("errors", ())]
        last: list[Step] = [("errors", ()), ("bound", ()), ("contexts", ())]
        for where, other in zip(places, [*places[1:], places[0]], strict=True):
            registered: Step = ("register", (*where, 0, 0))
            if other[1]:  # without a qualifier any will do
                yield [registered, ("requires", (0, *other, 0)), *last]
                yield [registered, ("requires", (0, *where, 0)), ("explicit", (0, *other)), *last]
            if where[1]:
                yield [registered, ("requires", (0, where[0], 0, 0)), ("explicit", (0, *where)), *last]
    ids = len(World.pools["plugin"])
    for one, another in itertools.permutations(range(ids), 2):
        if another in (0, (one + 1) % ids):
            yield [
                ("register", (0, 1, 0, 1)),
                ("register", (0, 2, 1, 0)),
                ("requires", (one, 0, 0, 0)),
                ("requires", (another, 0, 0, 0)),
                ("explicit", (one, 0, 2)),
                ("bound", ()),
                ("contexts", ()),
            ]


def _entry(facet: str, qualifier: str | None) -> dict[str, Any]:
    return {"facet": facet} if qualifier is None else {"facet": facet, "qualifier": qualifier}


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return one["facet"] == other["facet"] and one.get("qualifier") == other.get("qualifier")


def _facets(manifest: Mapping[str, Any]) -> set[str]:
    return {one["facet"] for one in (*manifest["requires"], *manifest.get("uses", ()))}


def _name(number: int) -> str:
    return f"plugin_{number + 1}"


def _told(one: BindingError) -> tuple[Any, ...]:
    error = one.error
    if isinstance(error, FacetNotFoundError):
        return one.plugin, one.facet, one.qualifier, "FacetNotFoundError", error.facet, error.qualifier
    if isinstance(error, AmbiguousFacetError):
        return one.plugin, one.facet, one.qualifier, "AmbiguousFacetError", error.facet, error.providers
    return one.plugin, one.facet, one.qualifier, type(error).__name__


def _state(registry: FacetRegistry, facets: Iterable[str]) -> list[Any]:
    """Return all that a registry says of some facets."""
    found: list[Any] = []
    for facet in facets:
        found += [(one.qualifier, one.priority) for one in registry.list(facet)]
        found += [registry.resolve(facet), *(registry.resolve(facet, one.qualifier) for one in registry.list(facet))]
    return found


def _copied(value: Any) -> Any:
    """Return a copy of a manifest or of settings, which hold nothing else than lists, mappings and what never changes."""
    if isinstance(value, dict):
        return {key: _copied(item) for key, item in value.items()}  # pyright: ignore[reportUnknownVariableType]
    return [*map(_copied, value)] if isinstance(value, list) else value  # pyright: ignore[reportUnknownArgumentType]


class BinderHistories(Histories):
    """The tests of histories that `BinderContract` has."""

    histories = 150

    @default
    def new_registry(self, registry: FacetRegistry) -> Callable[[], FacetRegistry]:
        """Return what makes an empty registry to bind with: the class of `registry`, unless you have another way."""
        return factory(registry, (World.pools["facet"],))

    def _holds(self, look_at: str, it: Binder, new_registry: Callable[[], FacetRegistry]) -> None:
        __tracebackhide__ = True
        tested: Any = implementation(it)
        self.holds(partial(World, look_at, tested, new_registry), self.drawn(World, look_at))

    def test_what_is_bound_in_any_history(self, it: Binder, new_registry: Callable[[], FacetRegistry]) -> None:
        """For each requirement an explicit binding decides, else its qualifier, else the strategy.

        If this fails, the message is a program in which a plugin gets another provider than it must, or none.
        """
        self._holds("bound", it, new_registry)

    def test_what_cannot_be_bound_in_any_history(self, it: Binder, new_registry: Callable[[], FacetRegistry]) -> None:
        """Everything that went wrong. … In the order of registration, the unqualified one as `<default>`. … With an
        explicit binding the bound one, as in `error`. … True exactly when `errors` is empty.

        If this fails, the message is a program in which an error is missing, made up, or says something else.
        """
        self._holds("errors", it, new_registry)

    def test_circles_in_any_history(self, it: Binder, new_registry: Callable[[], FacetRegistry]) -> None:
        """Each group of plugins that depend on each other is one `CircularDependencyError`. … The plugins along the
        circle; the first and the last are equal. They are ids. All plugins of the group are among them.

        If this fails, the message is a program in which a circle is not reported, made up, or reported wrongly.
        """
        self._holds("circles", it, new_registry)

    def test_who_has_a_context_in_any_history(self, it: Binder, new_registry: Callable[[], FacetRegistry]) -> None:
        """One for each plugin without an error … No plugin of a circle has one; a plugin that depends on one that
        failed keeps its own.

        If this fails, the message is a program in which a plugin has no context, or a wrong one, or one too many.
        """
        self._holds("contexts", it, new_registry)

    def test_the_order_of_contexts_in_any_history(self, it: Binder, new_registry: Callable[[], FacetRegistry]) -> None:
        """providers before those that depend on them. … was bound to a registration that the other `provides`

        If this fails, the message is a program in which a plugin stands before one that it depends on.
        """
        self._holds("order", it, new_registry)

    def test_what_is_given_stays_in_any_history(self, it: Binder, new_registry: Callable[[], FacetRegistry]) -> None:
        """Changes neither manifests nor configuration nor registry.

        If this fails, the message is a program in which `bind` changes what it was given.
        """
        self._holds("unchanged", it, new_registry)

    def test_warnings_in_any_history(self, it: Binder, new_registry: Callable[[], FacetRegistry]) -> None:
        """Of two for the same plugin and facet the first counts, and a warning says so. One for a plugin that is not
        there is ignored, with a warning.

        If this fails, the message is a program in which no warning names an explicit binding that decides nothing.
        """
        self._holds("warnings", it, new_registry)
