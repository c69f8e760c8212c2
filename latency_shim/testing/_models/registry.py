"""Histories of registries."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from latency_shim import FacetRegistration, FacetRegistry, RegistrationOptions
from latency_shim.memory import MemoryRegistration, MemoryRegistry
from latency_shim.testing._contract import default
from latency_shim.testing._histories import Histories, History, Model, Step, Thing
from latency_shim.testing._pools import JOINERS, NEAR, OBJECTS, keyed, near_names

REGISTER = "Make `provider` available as `facet`."
REPLACED = "Registering the same (facet, qualifier) again replaces provider, priority and metadata"
EXACTLY = "With `qualifier`, exactly that provider; no other takes its place."
HIGHEST = "Without, the one of the highest priority, whatever its qualifier"
TIES = "among equals at the top the earliest registered, or `None` from a core that lacks `ties`."
VERY = (
    "It is the very object that was registered; what counts is the registration, never the truth value of the provider."
)
NEVER_RAISES = "a provider of `facet`, or `None`; it never raises for that."
ENTRIES = "one entry for each registration of `facet`."
ORDER = "In the order of registration; empty for a facet that nobody registered."
FROZEN = "The sequence shows the state at the time of the call."
GIVEN = "Extra data about the registration; opaque, read back from `FacetRegistry.list`."
LARGER = "Larger wins; 0 when none was given."
HAS = "Return whether `facet` has a provider: any, or with `qualifier` exactly that one."
REMOVE = "Remove a provider; return whether there was one to remove."
GONE = "Afterwards `resolve`, `has` and `list` agree that it is gone, and its place in the order is forgotten."
APART = "registries share nothing."

PRIORITIES = (None, 1, -1, 2, 0, -2, 10, 9, -10, 2**63, -(2**63), 2**70, 10**30, -(10**30))
METADATA: Sequence[Mapping[str, object] | None] = (
    None,
    {"path": "var"},
    {"path": None},
    {"qualifier": "a", "priority": 9},
    {"": [1, {"a": ()}]},
    {str(number): number for number in range(60)},
)


class BothKept(MemoryRegistry):
    """A registry without the ability `replacement`, as the model of one."""

    def __init__(self) -> None:
        super().__init__()
        self.both: list[tuple[MemoryRegistration, object]] = []

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        """Add a registration, whatever is there."""
        one = MemoryRegistry()
        one.register(facet, provider, options)
        entry: Any = one.list(facet)[0]
        self.both.append((entry, provider))

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        """Return all of them."""
        return [one for one, _ in self.both if one.facet == facet]

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        """Return the earliest."""
        found = [pair for pair in self.both if pair[0].facet == facet and qualifier in (None, pair[0].qualifier)]
        if qualifier is None:
            found.sort(key=lambda pair: -pair[0].priority)
        return found[0][1] if found else None

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        """Return whether there is any."""
        return any(qualifier in (None, one.qualifier) for one in self.list(facet))

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        """Remove the earliest."""
        for pair in self.both:
            if (pair[0].facet, pair[0].qualifier) == (facet, qualifier):
                self.both.remove(pair)
                return True
        return False


class RegistryModel(Model):
    """A registry, or two, beside those in memory.

    Left open, and never asked: an empty qualifier or name, whether metadata is copied, and what a registry without
    `replacement` removes of two.
    """

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {
        "registry": ("registry", "another"),
        "facet": keyed((*near_names("Cache", "Clock"), *NEAR)),
        "qualifier": (None, *near_names("disk", "memory"), "None", "<default>", *NEAR),
        "provider": OBJECTS,
        "priority": PRIORITIES,
        "metadata": METADATA,
        "form": (0, 1),
    }
    steps: ClassVar[Mapping[str, Sequence[str]]] = {
        "register": ("registry", "facet", "qualifier", "provider", "priority", "metadata", "form"),
        "unregister": ("registry", "facet", "qualifier", "form"),
        "register_again": ("registry", "facet", "qualifier", "provider", "priority", "metadata", "form"),
    }
    looks: ClassVar[Mapping[str, Sequence[str]]] = {
        "resolve": ("registry", "facet", "qualifier", "form"),
        "list": ("registry", "facet"),
        "list_again": (),
        "has": ("registry", "facet", "qualifier", "form"),
    }
    few: ClassVar[Mapping[str, int]] = {
        "registry": 2,
        "facet": 2,
        "qualifier": 4,
        "provider": 4,
        "priority": 3,
        "metadata": 2,
        "form": 2,
    }

    always: ClassVar[Mapping[str, Sequence[int]]] = {"qualifier": (0,)}

    def __init__(self, look_at: str | None, new: Callable[[], FacetRegistry], lacks: Iterable[str]) -> None:
        super().__init__(look_at)
        self.lacks = frozenset(lacks)
        self.new = new
        self.pairs: dict[str, tuple[FacetRegistry, MemoryRegistry]] = {}
        self.listed: list[tuple[str, Sequence[FacetRegistration], Sequence[Any]]] = []

    def pair(self, name: str) -> tuple[FacetRegistry, MemoryRegistry]:
        """Return a registry, made when it is first needed, and its model."""
        if name not in self.pairs:
            made = self.new()
            shared = next((pair for pair in self.pairs.values() if pair[0] is made), None)
            model = BothKept() if "replacement" in self.lacks else MemoryRegistry()
            self.pairs[name] = shared or (made, model)
            self.lines.append(f"{name} = new_registry()")
        return self.pairs[name]

    async def register(
        self,
        name: str,
        facet: str,
        qualifier: str | None,
        provider: Thing,
        priority: int | None,
        metadata: Mapping[str, object] | None,
        form: int,
    ) -> None:
        """Register a provider."""
        registry, model = self.pair(name)
        options: RegistrationOptions = {}
        if qualifier is not None:
            options["qualifier"] = qualifier
        if priority is not None:
            options["priority"] = priority
        if metadata is not None:
            options["metadata"] = {**metadata}
        value = self.name(provider)
        text = f"{name}.register({facet!r}, {provider}"
        if not options and not form:
            self.call(REGISTER, f"{text})", partial(registry.register, facet, value))
        elif form:
            self.call(
                REGISTER, f"{text}, options={options!r})", partial(registry.register, facet, value, options=options)
            )
        else:
            self.call(REGISTER, f"{text}, {options!r})", partial(registry.register, facet, value, options))
        model.register(facet, value, options)

    async def register_again(self, name: str, facet: str, *rest: Any) -> None:
        """Register a provider in place of the first that there is."""
        _, model = self.pair(name)
        first = model.list(facet)
        await self.register(name, facet, first[0].qualifier if first else rest[0], *rest[1:])

    async def unregister(self, name: str, facet: str, qualifier: str | None, form: int) -> None:
        """Remove a provider."""
        registry, model = self.pair(name)
        there = [one for one in model.list(facet) if one.qualifier == qualifier]
        if len(there) > 1:  # a core without `replacement`, of which the contract does not say what it removes
            return
        text, call = _of(f"{name}.unregister", registry.unregister, facet, qualifier, form)
        found = self.call(REMOVE, text, call)
        expected = model.unregister(facet, qualifier)
        if self.look_at in (None, "unregister"):
            self.expect(REMOVE, found is expected, f"{text} is {expected}", found)

    async def resolve(self, name: str, facet: str, qualifier: str | None, form: int) -> None:
        """Look at what resolves."""
        registry, model = self.pair(name)
        expected = model.resolve(facet, qualifier)
        entries = model.list(facet)
        top = max((one.priority for one in entries), default=0)
        highest = [one for one in entries if one.priority == top]
        if qualifier is None and len(highest) > 1 and "ties" in self.lacks:
            expected = None
        text, call = _of(f"{name}.resolve", registry.resolve, facet, qualifier, form)
        promise = EXACTLY if qualifier is not None else TIES if len(highest) > 1 else HIGHEST
        if not entries:
            promise = NEVER_RAISES
        found = self.call(promise, text, call)
        if found is not None and all(found is not thing.value for thing in self.things.values()):
            promise = VERY
        self.expect(promise, found is expected, f"{text} is {self.shown(expected)}", found)

    async def has(self, name: str, facet: str, qualifier: str | None, form: int) -> None:
        """Look whether there is a provider."""
        registry, model = self.pair(name)
        expected = model.has(facet, qualifier)
        text, call = _of(f"{name}.has", registry.has, facet, qualifier, form)
        found = self.call(HAS, text, call)
        self.expect(HAS, found is expected, f"{text} is {expected}", found)

    async def list(self, name: str, facet: str) -> None:
        """Look at the registrations."""
        registry, model = self.pair(name)
        expected = [_told(one) for one in model.list(facet)]
        text = f"{name}.list({facet!r})"
        found = self.call(ENTRIES, text, partial(registry.list, facet))
        self.listed.append((text, found, [_told(one) for one in found]))
        self._compare(text, found, expected)

    async def list_again(self, *_: object) -> None:
        """Look once more at what was listed earlier."""
        for text, found, before in self.listed:
            self.lines.append("")
            told = [_told(one) for one in found]
            self.expect(FROZEN, told == before, f"what {text} returned is still {before!r}", told)
            del self.lines[-1:]

    def _compare(self, text: str, found: Sequence[FacetRegistration], expected: Sequence[Any]) -> None:
        def column(number: int) -> list[Any]:
            return [one[number] for one in told]

        told = [_told(one) for one in found]
        wanted = [[one[number] for one in expected] for number in range(4)]
        pairs = "[(entry.facet, entry.qualifier) for entry in " + text + "]"
        here, there = [*zip(column(0), column(1), strict=True)], [*zip(wanted[0], wanted[1], strict=True)]
        promise = ORDER if sorted(map(repr, here)) == sorted(map(repr, there)) else ENTRIES
        self.expect(promise, here == there, f"{pairs} == {there}", here)
        of_each = f"for entry in {text}]"
        self.expect(LARGER, column(2) == wanted[2], f"[entry.priority {of_each} == {wanted[2]}", column(2))
        self.expect(GIVEN, column(3) == wanted[3], f"[entry.metadata {of_each} == {wanted[3]}", column(3))
        self.lines[-1] = text

    @classmethod
    def tables(cls) -> Iterable[History]:
        """Return tables of near names, of what joins to the same, and of odd objects."""
        yield from _table([(0, 0, one) for one in range(len(cls.pools["qualifier"]))])
        for qualifier in 0, 1:
            yield from _table([(0, one, qualifier) for one in range(len(cls.pools["facet"]) - 3)])
        for at in range(len(OBJECTS)):
            rest: list[Step] = [("resolve", (0, 0, q, 0)) for q in (0, 1, 2)]
            rest += [("has", (0, 0, q, 0)) for q in (0, 1, 2)] + [("list", (0, 0)), ("list_again", ())]
            first: Step = ("register", (0, 0, 0, at, 0, 0, 0))
            second: Step = ("register", (0, 0, 1, at, 1, 0, 0))
            removed: list[Step] = [("unregister", (0, 0, one, 0)) for one in (1, 0, 1)]
            yield [first, *rest, second, *rest, first, *rest, removed[0], *rest, removed[1], *rest, removed[2]]
        for higher in range(len(PRIORITIES)):
            for lower in range(len(PRIORITIES)):
                looks: list[Step] = [("resolve", (0, 0, 0, 0)), ("list", (0, 0))]
                yield [
                    ("register", (0, 0, 1, 0, higher, 0, 0)),
                    ("register", (0, 0, 0, 1, lower, 0, 0)),
                    *looks,
                    ("register", (0, 0, 2, 2, higher, 0, 0)),
                    *looks,
                ]


class JoinedNames(RegistryModel):
    """A registry in which each facet and qualifier, joined, are another facet and qualifier, joined."""

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {
        **RegistryModel.pools,
        "facet": ("a", *(f"a{joiner}b" for joiner in JOINERS), *(f"a{joiner}None" for joiner in JOINERS)),
        "qualifier": (
            None,
            "c",
            *(f"b{joiner}c" for joiner in JOINERS),
            *(f"{joiner}c" for joiner in JOINERS if joiner),
        ),
    }

    @classmethod
    def tables(cls) -> Iterable[History]:
        """Return the one table."""
        facets, qualifiers = cls.pools["facet"], cls.pools["qualifier"]
        pairs = [(0, 0, one) for one in range(len(qualifiers))]
        yield from _table(
            pairs + [(0, one, 1) for one in range(len(facets))] + [(0, one, 0) for one in range(len(facets))]
        )


def _table(places: Sequence[tuple[int, int, int]]) -> Iterator[History]:
    """Return a history that registers a provider for each of many names, and then removes one of them."""
    places = [*dict.fromkeys(places)]
    for start in range(1, len(places), 30):  # not all at once: a registry may take long to list many
        yield from _part_of_table([places[0], *places[start : start + 30]])


def _part_of_table(places: Sequence[tuple[int, int, int]]) -> Iterator[History]:
    """Return a history that registers a provider for each of many names, and then removes one of them."""
    steps: list[Step] = [
        ("register", (*place, at % len(OBJECTS), at % 2, at % 3, 0)) for at, place in enumerate(places)
    ]
    looks: list[Step] = [step for place in places for step in (("resolve", (*place, 0)), ("has", (*place, 0)))]
    looks += [("list", place) for place in dict.fromkeys(place[:2] for place in places)]
    for removed in places[0], places[len(places) // 2]:
        yield [*steps, *looks, ("unregister", (*removed, 0)), *looks]
    first: Step = ("register", (*places[0], 0, 0, 0, 0))
    yield [first, *(step for place in places[1:] for step in (("resolve", (*place, 0)), ("has", (*place, 0))))]
    yield [first, *(("unregister", (*place, 1)) for place in places[1:]), *looks]
    yield [step for kept in (0, 1) for step in _each_alone(places, kept)]


def _each_alone(places: Sequence[tuple[int, int, int]], form: int) -> Iterator[Step]:
    """Return steps that look for each name while its neighbour alone is there."""
    for one, other in zip(places, [*places[1:], places[0]], strict=True):
        yield "register", (*one, 0, 0, 0, form)
        yield "resolve", (*other, form)
        yield "has", (*other, form)
        yield "unregister", (*other, form)
        yield "unregister", (*one, form)


def _told(entry: FacetRegistration) -> tuple[str, str | None, int, Mapping[str, object] | None]:
    metadata = entry.metadata
    return entry.facet, entry.qualifier, entry.priority, None if metadata is None else dict(metadata)


def _of(
    name: str, method: Callable[..., Any], facet: str, qualifier: str | None, form: int
) -> tuple[str, Callable[[], Any]]:
    """Return the text of a call, and the call; an absent qualifier is given as `None` in the other form."""
    if qualifier is None and not form:
        return f"{name}({facet!r})", partial(method, facet)
    if form:
        return f"{name}({facet!r}, qualifier={qualifier!r})", partial(method, facet, qualifier=qualifier)
    return f"{name}({facet!r}, {qualifier!r})", partial(method, facet, qualifier)


def factory(registry: FacetRegistry, facets: Sequence[Sequence[str]]) -> Callable[[], FacetRegistry]:
    """Return what makes an empty registry: the class of this one; else this one, emptied, if that needs arguments."""
    try:
        fresh = type(registry)()
    except Exception:  # noqa: BLE001 - it needs arguments
        fresh = registry
    if fresh is not registry:
        return type(registry)

    def emptied() -> FacetRegistry:
        for facet in itertools.chain(*facets):
            for entry in [*registry.list(facet)]:
                registry.unregister(facet, entry.qualifier)
        return registry

    return emptied


class RegistryHistories(Histories):
    """The tests of histories that `FacetRegistryContract` has."""

    histories = 300

    @default
    def new_registry(self, registry: FacetRegistry) -> Callable[[], FacetRegistry]:
        """Return what makes an empty registry: its class, unless you have another way."""
        return factory(registry, (RegistryModel.pools["facet"], JoinedNames.pools["facet"]))

    def _holds(self, look_at: str, new_registry: Callable[[], FacetRegistry]) -> None:
        __tracebackhide__ = True
        for model in RegistryModel, JoinedNames:
            self.holds(partial(model, look_at, new_registry, self.lacks), self.drawn(model, look_at))

    def test_what_resolves_in_any_history(self, it: FacetRegistry, new_registry: Callable[[], FacetRegistry]) -> None:
        """With `qualifier`, exactly that provider; no other takes its place. Without, the one of the highest
        priority, whatever its qualifier; among equals at the top the earliest registered … It is the very object that
        was registered; what counts is the registration, never the truth value of the provider.

        If this fails, the message is a program in which `resolve` is wrong after what was registered and removed.
        """
        self._holds("resolve", new_registry)

    def test_what_is_listed_in_any_history(self, it: FacetRegistry, new_registry: Callable[[], FacetRegistry]) -> None:
        """one entry for each registration of `facet`. In the order of registration … Larger wins; 0 when none was
        given. … Extra data that was given; `None` when there was none. … Registering the same (facet, qualifier) again
        replaces provider, priority and metadata and keeps the place in the order

        If this fails, the message is a program in which `list` is wrong after what was registered and removed.
        """
        self._holds("list", new_registry)

    def test_what_was_listed_stays_in_any_history(
        self, it: FacetRegistry, new_registry: Callable[[], FacetRegistry]
    ) -> None:
        """The sequence shows the state at the time of the call.

        If this fails, the message is a program in which what `list` returned changed with the registry.
        """
        self._holds("list_again", new_registry)

    def test_what_a_registry_has_in_any_history(
        self, it: FacetRegistry, new_registry: Callable[[], FacetRegistry]
    ) -> None:
        """Return whether `facet` has a provider: any, or with `qualifier` exactly that one. It goes by registration, never by
        the truth value of the provider.

        If this fails, the message is a program in which `has` is wrong after what was registered and removed.
        """
        self._holds("has", new_registry)

    def test_what_is_removed_in_any_history(self, it: FacetRegistry, new_registry: Callable[[], FacetRegistry]) -> None:
        """Remove a provider; return whether there was one to remove. With `qualifier` exactly that one; without, the
        unqualified provider and no other.

        If this fails, the message is a program in which `unregister` says otherwise than it must.
        """
        self._holds("unregister", new_registry)
