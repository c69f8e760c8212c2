"""Histories of plugin contexts: what was bound, what is provided, scratch memory, and questions."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import product
from typing import Any, ClassVar

import pytest

from latency_shim import DECISION_HANDLER, Binder, FacetNotFoundError, FacetRegistry, PluginContext
from latency_shim._binding import Binding
from latency_shim.memory import MemoryDecisionHandler
from latency_shim.testing._histories import Broken, Histories, History, Model, Step, Thing
from latency_shim.testing._models.registry import factory
from latency_shim.testing._pools import NEAR, OBJECTS, keyed, near_names

BOUND = "With `qualifier` it gives what was bound for that qualifier, or raises too; without, any provider that was bound or provided will do."
RAISES = "Raises `FacetNotFoundError` when nothing was bound."
ASKED = "Qualifier that was asked for, as it was given."
FIXED = "What was bound is fixed: a later replacement in the registry is not seen."
MANIFEST_WRITES = "The qualifier is that of the manifest, also where an explicit binding chose another provider."
NONE = "Never raises for a provider that is not there."
FIND = "Later calls of `require` and `optional` on this context, with the same facet and qualifier, find it"
NO_OTHER = "What is offered with a qualifier is found under no other qualifier."
EMPTY = "It begins empty with each context."
ALONE = "Two contexts never see each other's keys."
MANIFEST = "The manifest of the plugin that holds this context."
TITLE = "The prompt becomes the title of the decision, the options become its labels, and a free question has none."
ANSWER = "The answer is the `selected_option`."
HANDLER = "The handler is the one that is bound or registered."

PLUGINS = "reader", "loner"


class ContextModel(Model):
    """Two contexts beside what must be found in them.

    Left open, and never asked: which of several providers is given without a qualifier, whether a provider is found by
    its own qualifier, whether a plugin finds what another provides, and whatever a binder leaves open.
    """

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {
        "plugin": PLUGINS,
        "facet": keyed((*near_names("Cache", "Clock"), *NEAR)),
        "qualifier": (None, *near_names("disk", "memory"), "None", "<default>", *NEAR),
        "provider": OBJECTS,
        "priority": (0, 1, -1),
        "key": ("key", "Key", "key "),
    }
    steps: ClassVar[Mapping[str, Sequence[str]]] = {
        "requires": ("plugin", "facet", "qualifier", "provider", "priority"),
        "requires_": ("plugin", "facet", "qualifier", "provider", "priority"),
        "explicit": ("plugin", "facet", "qualifier", "provider"),
        "provide": ("plugin", "facet", "qualifier", "provider"),
        "provide_": ("plugin", "facet", "qualifier", "provider"),
        "replace": ("facet", "qualifier", "provider", "priority"),
        "remember": ("plugin", "key", "provider"),
        "bind": (),
    }
    looks: ClassVar[Mapping[str, Sequence[str]]] = {
        "require": ("plugin", "facet", "qualifier"),
        "optional": ("plugin", "facet", "qualifier"),
        "state": ("plugin", "key"),
        "manifest": ("plugin",),
    }
    few: ClassVar[Mapping[str, int]] = {"facet": 2, "qualifier": 3, "provider": 6, "priority": 2, "key": 2}
    always: ClassVar[Mapping[str, Sequence[int]]] = {"qualifier": (0,)}
    length: ClassVar[int] = 16

    def __init__(self, look_at: str | None, tested: Binder, new: Callable[[], FacetRegistry]) -> None:
        super().__init__(look_at)
        self.tested, self.registry = tested, new()
        self.lines.append("registry = new_registry()")
        self.plugins: dict[str, Any] = {
            name: {"id": name, "version": "1.0.0", "name": name, "description": "", "provides": [], "requires": []}
            for name in PLUGINS
        }
        self.explicits: list[Any] = []
        self.contexts: Mapping[str, PluginContext] | None = None
        self.bound: dict[str, dict[tuple[str, str | None], Any]] = {}
        self.own: dict[str, set[tuple[str, str | None]]] = {}
        self.provided: dict[str, dict[tuple[str, str | None], Any]] = {}
        self.provided_before: list[tuple[tuple[str, str | None], Any]] = []
        self.kept: dict[str, dict[str, Any]] = {}
        self.replaced = False

    async def requires(self, plugin: str, facet: str, qualifier: str | None, provider: Thing, priority: int) -> None:
        """Add a requirement, and register what it gets; the first is required, others are used."""
        await self.replace(facet, qualifier, provider, priority)
        entry: Any = {"facet": facet} if qualifier is None else {"facet": facet, "qualifier": qualifier}
        manifest = self.plugins[plugin]
        there = (*manifest["requires"], *manifest.get("uses", ()))
        if entry not in there:
            manifest.setdefault("uses", []).append(entry)
            self.contexts = None

    requires_ = requires

    async def explicit(self, plugin: str, facet: str, qualifier: str | None, provider: Thing) -> None:
        """Bind explicitly."""
        if qualifier is not None:
            await self.replace(facet, qualifier, provider, 0)
            self.explicits.append({"plugin": plugin, "facet": facet, "qualifier": qualifier})
            self.contexts = None

    async def replace(self, facet: str, qualifier: str | None, provider: Thing, priority: int) -> None:
        """Register a provider, perhaps after the plugins were bound."""
        options: Any = {} if qualifier is None else {"qualifier": qualifier}
        if priority:
            options["priority"] = priority
        self.registry.register(facet, self.name(provider), options)
        self.lines.append(f"registry.register({facet!r}, {provider}, {options!r})")
        self.replaced = self.contexts is not None

    async def bind(self) -> None:
        """Bind all anew."""
        config: Any = {"explicit_bindings": self.explicits} if self.explicits else {}
        manifests = [*self.plugins.values()]
        text = ", ".join(map(repr, manifests))
        line = f"contexts = (await binder.bind([{text}], registry, {config!r})).contexts"
        result = await self.awaited(BOUND, line, lambda: self.tested.bind(manifests, self.registry, config))
        self.contexts = result.contexts

        def resolves(facet: str) -> bool:
            return self.registry.resolve(facet) is not None

        expected = Binding(manifests, config, self.registry.list, resolves)
        self.replaced = False
        self.provided_before += [each for provided in self.provided.values() for each in provided.items()]
        for name in PLUGINS:
            self.bound[name], self.own[name], self.provided[name], self.kept[name] = {}, set(), {}, {}
            for one in expected.plugins[name].bindings:
                if one.registration is not None:
                    qualifier = one.registration.qualifier
                    self.bound[name][one.facet, one.qualifier] = self.registry.resolve(one.facet, qualifier)
                    self.own[name].add((one.facet, qualifier))

    async def context(self, plugin: str) -> PluginContext | None:
        """Return a context; `None` if the plugin could not be bound, which is for the binder to tell."""
        if self.contexts is None:
            await self.bind()
        return (self.contexts or {}).get(plugin)

    async def provide(self, plugin: str, facet: str, qualifier: str | None, provider: Thing) -> None:
        """Offer an implementation."""
        context = await self.context(plugin)
        if context is None:
            return
        value = self.name(provider)
        text = f"contexts[{plugin!r}].provide({facet!r}, {provider}"
        if qualifier is None:
            self.call(FIND, f"{text})", partial(context.provide, facet, value))
        else:
            self.call(FIND, f"{text}, {qualifier!r})", partial(context.provide, facet, value, qualifier))
        self.provided[plugin][facet, qualifier] = value

    provide_ = provide

    def fitting(self, plugin: str, facet: str, qualifier: str | None) -> tuple[list[Any], bool]:
        """Return what may be found, and whether there may be nothing."""
        key = facet, qualifier
        provided, bound = self.provided[plugin], self.bound[plugin]
        exact = [found[key] for found in (provided, bound) if key in found][:1]
        some = exact or [
            value
            for found in (provided, bound)
            for (name, _), value in found.items()
            if name == facet and qualifier is None
        ]
        may_miss = not some
        if key not in provided:  # whether a plugin finds what others provide, or what was provided before, is open
            elsewhere = [each for other in PLUGINS if other != plugin for each in self.provided[other].items()]
            some += [
                value
                for (name, its), value in (*elsewhere, *self.provided_before)
                if name == facet and qualifier in (None, its)
            ]
        if not exact and key in self.own[plugin]:
            some += [
                self.registry.resolve(facet, qualifier),
                *(value for (name, _), value in bound.items() if name == facet),
            ]
        return some, may_miss

    async def require(self, plugin: str, facet: str, qualifier: str | None) -> None:
        """Look at what is required."""
        context = await self.context(plugin)
        if context is None:
            return
        fitting, may_miss = self.fitting(plugin, facet, qualifier)
        text = f"contexts[{plugin!r}].require({facet!r}{'' if qualifier is None else f', {qualifier!r}'})"
        promise = self.promise(plugin, facet, qualifier)
        self.lines.append(text)
        expected = [*map(self.shown, fitting), *(["FacetNotFoundError"] if may_miss else [])]
        try:
            found = context.require(facet) if qualifier is None else context.require(facet, qualifier)
        except FacetNotFoundError as error:
            self.expect(promise, may_miss, f"{text} is {' or '.join(expected)}", error)
            asked = error.facet, error.qualifier
            self.expect(ASKED, asked == (facet, qualifier), f"{text} raises of {(facet, qualifier)!r}", asked)
        except Exception as error:
            self.lines[-1] += f"  # raises {error!r}, but must be {' or '.join(expected)}"
            raise Broken(promise) from error
        else:
            promise = promise if fitting else NO_OTHER if self.provided[plugin] else RAISES
            self.expect(promise, any(found is one for one in fitting), f"{text} is {' or '.join(expected)}", found)
        self.lines[-1] = text

    def promise(self, plugin: str, facet: str, qualifier: str | None) -> str:
        """Return what is promised of a requirement."""
        if (facet, qualifier) in self.provided[plugin]:
            return FIND
        if self.replaced:
            return FIXED
        return MANIFEST_WRITES if self.explicits else BOUND

    async def optional(self, plugin: str, facet: str, qualifier: str | None) -> None:
        """Look at what is optional."""
        context = await self.context(plugin)
        if context is None:
            return
        fitting, may_miss = self.fitting(plugin, facet, qualifier)
        text = f"contexts[{plugin!r}].optional({facet!r}, qualifier={qualifier!r})"
        promise = self.promise(plugin, facet, qualifier) if fitting else NONE
        found = self.call(promise, text, partial(context.optional, facet, qualifier=qualifier))
        fits = any(found is one for one in fitting) or (may_miss and found is None)
        expected = [*map(self.shown, fitting), *(["None"] if may_miss else [])]
        self.expect(promise, fits, f"{text} is {' or '.join(expected)}", found)
        self.lines[-1] = text

    async def remember(self, plugin: str, key: str, provider: Thing) -> None:
        """Store something in the scratch memory."""
        context = await self.context(plugin)
        if context is not None:
            value = self.name(provider)
            self.call(
                ALONE, f"contexts[{plugin!r}].state.set({key!r}, {provider})", lambda: context.state.set(key, value)
            )
            self.kept[plugin][key] = value

    async def state(self, plugin: str, key: str) -> None:
        """Look into the scratch memory."""
        context = await self.context(plugin)
        if context is not None:
            text = f"contexts[{plugin!r}].state.get({key!r})"
            expected = self.kept[plugin].get(key)
            promise = EMPTY if key not in self.kept[plugin] else ALONE
            found = self.call(promise, text, lambda: context.state.get(key))
            self.expect(promise, found is expected, f"{text} is {self.shown(expected)}", found)
            self.lines.append("")
            has = context.state.has(key)
            text = f"contexts[{plugin!r}].state.has({key!r}) is {key in self.kept[plugin]}"
            self.expect(promise, has is (key in self.kept[plugin]), text, has)
            del self.lines[-1:]

    async def manifest(self, plugin: str) -> None:
        """Look at the manifest."""
        context = await self.context(plugin)
        if context is not None:
            text = f"contexts[{plugin!r}].manifest"
            found = self.call(MANIFEST, text, lambda: context.manifest)
            expected = self.plugins[plugin]
            fits = {"uses": [], **found} == {"uses": [], **expected}  # a core may fill in what is left out
            self.expect(MANIFEST, fits, f"{text} == {expected!r}", found)
            self.lines[-1] = text

    @classmethod
    def tables(cls) -> Iterable[History]:
        """Return tables of near names and odd objects, bound and provided."""
        qualifiers, facets = range(len(cls.pools["qualifier"])), range(len(cls.pools["facet"]) - 3)
        for places in [(0, one) for one in qualifiers], [(one, 1) for one in facets]:
            for kind in "requires", "provide":
                rest = (0,) if kind == "requires" else ()
                steps: list[Step] = [(kind, (0, *place, at % len(OBJECTS), *rest)) for at, place in enumerate(places)]
                looks: list[Step] = [(look, (0, *place)) for place in places for look in ("require", "optional")]
                if kind == "provide":
                    steps.append(("provide", (0, *places[3], 0)))
                yield [*steps, *looks, *(("require", (1, *place)) for place in places[:9])]
                first: Step = (kind, (0, *places[1], 0, *rest))
                yield [first, *looks]
        for at in range(len(OBJECTS)):
            looks = [(look, (0, 0, qualifier)) for qualifier in (0, 1, 2) for look in ("require", "optional")]
            state: list[Step] = [
                ("remember", (0, 0, at)),
                ("state", (0, 0)),
                ("state", (1, 0)),
                ("bind", ()),
                ("state", (0, 0)),
            ]
            for qualifier in 0, 1:
                yield [
                    ("requires", (0, 0, qualifier, at, 0)),
                    *looks,
                    ("replace", (0, qualifier, 1, 0)),
                    *looks,
                    *state,
                ]
                yield [("provide", (0, 0, qualifier, at)), *looks, ("provide", (0, 0, qualifier, 1)), *looks]
                yield [("requires", (0, 0, qualifier, 1, 0)), ("explicit", (0, 0, 2, at)), *looks, ("manifest", (0,))]


class Human(MemoryDecisionHandler):
    """A handler whose human answers after a while, by prompt."""

    def __init__(self, name: str, looks: int) -> None:
        super().__init__()
        self.name, self.looks = name, looks
        self.asked: list[tuple[str, list[str]]] = []

    async def request_decision(self, spec: Any, /) -> Any:
        """Note what is asked, and answer later."""
        self.asked.append((spec["title"], [option["label"] for option in spec["options"]]))
        decision = await super().request_decision(spec)
        asyncio.get_running_loop().call_later(0.002 * self.looks, self._answer, decision.id, spec["title"])
        return decision

    def _answer(self, id: str, title: str) -> None:
        answer: Any = super().resolve_decision(
            id, {"selected_option": answer_to(self.name, title), "decided_by": "ada"}
        )
        with suppress(StopIteration):
            answer.send(None)  # it waits for nothing


def answer_to(name: str, prompt: str) -> str:
    """Return what a human answers."""
    return "" if "empty" in prompt else prompt.partition("=")[2] or f"{name} says {prompt}"


QUESTIONS: Sequence[tuple[str, Sequence[str] | None]] = (
    ("Publish?=no", ["yes", "no"]),
    ("Publish?=yes", ["yes", "no"]),
    ("What is it called?", None),
    ("Which?= 0", ["0", " 0", "00"]),
    ("Which?=b", ("c", "b", "a")),
    ("Which? (empty)", ["", "b"]),
    ("Which? (empty, free)", None),
    ("caf\u00e9?=cafe\u0301", ["caf\u00e9", "cafe\u0301"]),
    ("Only one=it", ["it"]),
    ("Many=7", [str(number) for number in range(20)]),
)


class ContextHistories(Histories):
    """The tests of histories that `PluginContextContract` has."""

    histories = 120

    def _binder(self, request: pytest.FixtureRequest) -> Binder:
        self.need("binding")
        found: Binder = request.getfixturevalue("binder")
        return found

    def _holds(self, look_at: str, request: pytest.FixtureRequest, registry: FacetRegistry) -> None:
        __tracebackhide__ = True
        binder = self._binder(request)
        new = factory(registry, (ContextModel.pools["facet"],))
        self.holds(partial(ContextModel, look_at, binder, new), self.drawn(ContextModel, look_at))

    def test_what_is_required_in_any_history(self, request: pytest.FixtureRequest, registry: FacetRegistry) -> None:
        """With `qualifier` it gives what was bound for that qualifier, or raises too; without, any provider that was
        bound or provided will do. The qualifier is that of the manifest, also where an explicit binding
        chose another provider. What was bound is fixed: a later replacement in the registry is not seen.

        If this fails, the message is a program in which `require` is wrong after what was bound and provided.
        """
        self._holds("require", request, registry)

    def test_what_is_optional_in_any_history(self, request: pytest.FixtureRequest, registry: FacetRegistry) -> None:
        """Never raises for a provider that is not there. … What is offered with a qualifier is found under no other
        qualifier.

        If this fails, the message is a program in which `optional` is wrong after what was bound and provided.
        """
        self._holds("optional", request, registry)

    def test_scratch_memory_in_any_history(self, request: pytest.FixtureRequest, registry: FacetRegistry) -> None:
        """It begins empty with each context. … Two contexts never see each other's keys.

        If this fails, the message is a program in which a context's `state` has what it must not have, or has not.
        """
        self._holds("state", request, registry)

    def test_the_manifest_in_any_history(self, request: pytest.FixtureRequest, registry: FacetRegistry) -> None:
        """The manifest of the plugin that holds this context.

        If this fails, the message is a program in which `manifest` is another one.
        """
        self._holds("manifest", request, registry)

    def test_questions_and_answers(self, request: pytest.FixtureRequest, registry: FacetRegistry) -> None:
        """The handler is the one that is bound or registered. The prompt becomes the title of the decision, the options
        become its labels, and a free question has none. The answer is the `selected_option`.

        If this fails, the message says which question was put wrongly, or which answer is another's.
        """
        __tracebackhide__ = True
        self.need("decisions")
        binder = self._binder(request)
        new = factory(registry, ((DECISION_HANDLER,),))
        for bound, looks in product((None, "b", "a"), (0, 1, 8)):
            told = self.run(_questions(binder, new(), bound, looks))
            if told:
                pytest.fail(f"PluginContext promises: {told}", pytrace=False)


async def _questions(binder: Binder, registry: FacetRegistry, bound: str | None, looks: int) -> str:
    """Put all questions, one after the other and at once; return what is wrong."""
    humans = {"a": Human("a", looks), "b": Human("b", looks)}
    registry.register(DECISION_HANDLER, humans["a"], {"qualifier": "a", "priority": 1})
    registry.register(DECISION_HANDLER, humans["b"], {"qualifier": "b"})
    asks: Any = [] if bound is None else [{"facet": DECISION_HANDLER, "qualifier": bound}]
    plugins: Any = [
        {"id": name, "version": "1.0.0", "name": name, "provides": [], "requires": asks} for name in PLUGINS
    ]
    result = await binder.bind(plugins, registry)
    if set(result.contexts) != set(PLUGINS):
        return ""
    expected = humans[bound or "a"]
    requests: list[Any] = []
    for prompt, options in QUESTIONS:
        for context in (None, {"run": 1}):
            one: Any = {"type": "choice", "prompt": prompt}
            if options is not None:
                one["options"] = options
            if context is not None:
                one["context"] = context
            requests.append(one)
    pairs = [(name, one) for one in requests for name in PLUGINS]
    first = pairs[:6]
    try:
        answers = [(await result.contexts[name].request_decision(one)).decision for name, one in first]
        answers += [
            one.decision for one in await asyncio.gather(*(result.contexts[n].request_decision(q) for n, q in pairs))
        ]
    except Exception as error:  # noqa: BLE001 - which is told
        return f"{ANSWER}\n\n    request_decision raises {error!r} for one of {[one['prompt'] for one in requests]}"
    sent = [*first, *pairs]
    for (name, one), answer in zip(sent, answers, strict=True):
        wanted = answer_to(expected.name, one["prompt"])
        if answer != wanted:
            promise = HANDLER if answer == answer_to("b" if expected.name == "a" else "a", one["prompt"]) else ANSWER
            return f"{promise}\n\n    contexts[{name!r}].request_decision({one!r}) is answered by {wanted!r}, but it is {answer!r}"
    asked = sorted(expected.asked)
    must = sorted((one["prompt"], [*one.get("options", ())]) for _, one in sent)
    if asked != must:
        wrong: list[Any] = [one for one in asked if one not in must][:1] or [f"{len(asked)} decisions, not {len(must)}"]
        return f"{TITLE}\n\n    the handler is asked {wrong[0]!r}, but the questions are {must[:: len(PLUGINS) * 2]}"
    others = [human for human in humans.values() if human is not expected and human.asked]
    return f"{HANDLER}\n\n    another handler is asked too: {others[0].asked}" if others else ""
