"""The suite for plugins."""

from collections.abc import Mapping
from copy import deepcopy
from types import ModuleType
from typing import Any, ClassVar

import pytest

from latency_shim import FacetNotFoundError, PluginManifest
from latency_shim._binding import requirements
from latency_shim.conformance import violations
from latency_shim.loading import Plugin
from latency_shim.memory import MemoryBinding, MemoryContext, MemoryRegistration, MemoryRegistry
from latency_shim.testing._contract import Contract, default
from latency_shim.testing._plugins import KEYS, in_memory

Requirement = tuple[str, str | None]


class WatchedContext(MemoryContext):
    """A context that notes what its plugin asks for and provides."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.asked: list[Requirement] = []
        self.offered: dict[Requirement, object] = {}

    def require(self, facet: str, /, qualifier: str | None = None) -> Any:
        self.asked.append((str(facet), qualifier))
        return super().require(facet, qualifier)

    def optional(self, facet: str, /, qualifier: str | None = None) -> Any:
        self.asked.append((str(facet), qualifier))
        try:
            return super().require(facet, qualifier)
        except FacetNotFoundError:
            return None

    def provide(self, facet: str, implementation: object, /, qualifier: str | None = None) -> None:
        self.offered[str(facet), qualifier] = implementation
        super().provide(facet, implementation, qualifier)

    def undeclared(self) -> list[Requirement]:
        """Return what the plugin asked for, although its manifest does not name it and the plugin does not provide it."""
        declared = [*requirements(self.manifest), *self.offered]
        return [
            (facet, qualifier)
            for facet, qualifier in self.asked
            if not any(facet == name and qualifier in (None, other) for name, other in declared)
        ]


class PluginContract(Contract):
    """The promises of every plugin to any core. Needs the fixture `plugin`, a new plugin of yours.

    It is activated with the providers of the fixture `providers`, and with empty ones in memory for other facets of the
    contract. The interface `latency_shim.loading.Plugin` is a recommendation; all else follows from the contract.
    """

    interface: ClassVar[Any] = Plugin
    fixture: ClassVar[str] = "plugin"
    needs: ClassVar[Mapping[str, str]] = {
        "plugin": "a plugin of yours",
    }
    abilities: ClassVar[Mapping[str, str]] = {
        "eager": "ask for each required facet while it is activated",
        "provide": "offer what the manifest provides through `PluginContext.provide`",
    }

    @default
    def another_plugin(self, plugin: Any) -> Plugin:
        """Return a second plugin of the same kind; needed if a class is not enough to make one."""
        try:
            made: Plugin = plugin if isinstance(plugin, ModuleType) else plugin.__class__()  # pyright: ignore[reportAssignmentType]
        except TypeError:
            self.no_fixture("another_plugin", "a second plugin of the same kind")
        return made

    @pytest.fixture
    def providers(self) -> Mapping[Any, object]:
        """Return providers by facet, or by facet and qualifier, as `plugin_context` takes them."""
        return {}

    def context(
        self, plugin: Plugin, providers: Mapping[Any, object], without: Requirement | None = None
    ) -> WatchedContext:
        """Make a context with all that the manifest asks for, as far as there is a provider, or with all but one."""
        manifest = deepcopy(plugin.manifest)
        registry = MemoryRegistry()
        bindings: list[MemoryBinding] = []
        made: dict[str, object] = {}
        for (facet, qualifier), optional in requirements(manifest).items():
            if (facet, qualifier) == without:
                continue
            provider = providers.get((facet, qualifier), providers.get(facet))
            if provider is None and facet in KEYS:
                provider = made.setdefault(facet, in_memory(facet))
            if provider is not None:
                bindings.append(MemoryBinding(facet, qualifier, MemoryRegistration(facet, qualifier), provider))
            elif not optional:
                key = f'{{"{facet}": …}}' if qualifier is None else f'{{("{facet}", "{qualifier}"): …}}'
                self.no_fixture("providers", f"what the manifest requires, such as {key}")
        if "DecisionHandler" in providers:
            registry.register("DecisionHandler", providers["DecisionHandler"])
        return WatchedContext(manifest, bindings, registry)

    def activate(self, plugin: Plugin, context: WatchedContext) -> Exception | None:
        """Activate a plugin; return what it raised."""
        try:
            self.run(plugin.activate(context))
        except Exception as error:  # noqa: BLE001 - a plugin may raise anything
            return error
        return None

    def activated(self, plugin: Plugin, context: WatchedContext) -> WatchedContext:
        """Activate a plugin; pass the test over if that fails, which another test reports."""
        if (error := self.activate(plugin, context)) is not None:
            self.pass_over(f"the plugin cannot be activated: {error!r}")
        return context

    def test_its_manifest_is_valid(self, plugin: Plugin) -> None:
        """Version of the plugin, a semantic version such as `1.2.0`.

        If this fails, the message lists all that is wrong with the manifest.
        """
        faults = [line for fault in violations(plugin.manifest, PluginManifest) for line in fault.lines()]
        if faults:
            pytest.fail("\n  ".join(["the manifest is not valid:", *faults]), pytrace=False)

    def test_it_starts_with_what_it_asks_for(self, plugin: Plugin, providers: Mapping[Any, object]) -> None:
        """Facets that must be there when the plugin is bound

        If this fails, `activate` raises although everything is there that the manifest asks for.
        """
        context = self.context(plugin, providers)
        error = self.activate(plugin, context)
        if error is not None and not context.undeclared():
            raise error

    def test_it_asks_only_for_what_its_manifest_declares(self, plugin: Plugin, providers: Mapping[Any, object]) -> None:
        """Raises `FacetNotFoundError` when nothing was bound

        If this fails, `activate` asks for a facet, or a qualifier, that stands in neither `requires` nor `uses`: add it.
        """
        context = self.context(plugin, providers)
        self.activate(plugin, context)
        assert context.undeclared() == []

    def test_it_provides_what_its_manifest_declares(self, plugin: Plugin, providers: Mapping[Any, object]) -> None:
        """Facets that the plugin implements … Offer an implementation of `facet`, while the plugin starts.

        If this fails, `activate` does not call `context.provide` for an entry of `provides`, or with an implementation
        that does not conform to the facet's interface.
        """
        self.need("provide")
        context = self.activated(plugin, self.context(plugin, providers))
        declared = {(offer["facet"], offer.get("qualifier")) for offer in context.manifest["provides"]}
        assert sorted(declared - {*context.offered}, key=str) == []
        for (facet, _), implementation in context.offered.items():
            faults = violations(implementation, KEYS[facet]) if facet in KEYS else ()
            assert [line for fault in faults for line in fault.lines()] == []

    def test_it_provides_nothing_else(self, plugin: Plugin, providers: Mapping[Any, object]) -> None:
        """Written in `PluginManifest.provides`.

        If this fails, `activate` calls `context.provide` for what does not stand in `provides`: add it.
        """
        context = self.activated(plugin, self.context(plugin, providers))
        declared = {(offer["facet"], offer.get("qualifier")) for offer in context.manifest["provides"]}
        assert sorted({*context.offered} - declared, key=str) == []

    def test_it_works_without_each_optional_facet(self, plugin: Plugin, providers: Mapping[Any, object]) -> None:
        """`True`: the plugin works without it. … Facets that the plugin uses if they are available.

        If this fails, `activate` raises where one facet of `uses` is missing: ask for it with `optional`, which gives
        `None` then.
        """
        self.activated(plugin, self.context(plugin, providers))
        for missing, optional in requirements(plugin.manifest).items():
            if optional:
                error = self.activate(plugin, self.context(plugin, providers, without=missing))
                assert error is None, (
                    f"{_named(missing)} is missing, which is optional, and activation fails: {error!r}"
                )

    def test_without_a_required_facet_it_does_not_start(self, plugin: Plugin, providers: Mapping[Any, object]) -> None:
        """Raises `FacetNotFoundError` when nothing was bound.

        If this fails, `activate` goes on, or raises something else, where a required facet is missing: ask for it with
        `require`, and let the error out.
        """
        self.need("eager")
        self.activated(plugin, self.context(plugin, providers))
        for missing, optional in requirements(plugin.manifest).items():
            if not optional:
                error = self.activate(plugin, self.context(plugin, providers, without=missing))
                assert isinstance(error, FacetNotFoundError), f"{_named(missing)} is missing, and activation: {error!r}"

    def test_two_activations_share_nothing(
        self, plugin: Plugin, another_plugin: Plugin, providers: Mapping[Any, object]
    ) -> None:
        """`logger` and `state` belong to it alone.

        If this fails, the plugin keeps something in its class or module: an object that it provides, or the context of
        its first activation. Make such things in `activate`, and keep them in the instance.
        """
        first = self.activated(plugin, self.context(plugin, providers))
        asked = [*first.asked]
        second = self.activated(another_plugin, self.context(another_plugin, providers))
        assert first.asked == asked, "the second activation asks the context of the first"
        for place, offered in first.offered.items():
            if offered is not plugin:
                assert second.offered.get(place) is not offered, f"both provide the same object for {_named(place)}"

    def test_its_manifest_stays_as_it_is(self, plugin: Plugin, providers: Mapping[Any, object]) -> None:
        """`manifest`, `logger` and `state` are read-only for the plugin

        If this fails, `activate` writes to the manifest.
        """
        before = deepcopy(plugin.manifest)
        context = self.activated(plugin, self.context(plugin, providers))
        assert context.manifest == before
        assert plugin.manifest == before


def _named(place: Requirement) -> str:
    facet, qualifier = place
    return repr(facet) if qualifier is None else f"{facet!r} with the qualifier {qualifier!r}"
