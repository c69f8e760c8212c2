"""The suites for plugin contexts, and for the logger and the scratch memory that they have."""

import warnings
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import pytest

from latency_shim import (
    DECISION_HANDLER,
    Binder,
    BinderConfig,
    ExplicitBinding,
    FacetKey,
    FacetNotFoundError,
    FacetRegistry,
    Logger,
    PluginContext,
    PluginManifest,
    PluginStateStore,
)
from latency_shim.testing._contract import default
from latency_shim.testing._models.context import ContextHistories
from latency_shim.testing._models.logging import LoggerHistories
from latency_shim.testing._models.stores import PluginStateStoreHistories
from latency_shim.testing._suites._plain import PlainDecisionHandler, PlainProvider, PlainRegistry

CLOCK, DISK, MEMORY, TAPE = map(PlainProvider, ("Clock", "disk", "memory", "tape"))
SETTINGS = {"size": 1}
TAGS: list[str] = []
NEVER: FacetKey[PlainProvider] = FacetKey("Mailer", PlainProvider)  # which nobody provides

READER: PluginManifest = {
    "id": "reader",
    "version": "1.0.0",
    "name": "A plugin that is bound to all that it asks for",
    "provides": [],
    "requires": [
        {"facet": "Clock"},
        {"facet": "Settings"},
        {"facet": "Tags"},
        {"facet": "Cache", "qualifier": "disk"},
        {"facet": "Cache", "qualifier": "memory"},
    ],
    "uses": [{"facet": "Mailer"}, {"facet": "Mailer", "qualifier": "smtp"}],
}
LONER: PluginManifest = {
    "id": "loner",
    "version": "2.0.0",
    "name": "A plugin that asks for nothing",
    "provides": [],
    "requires": [],
}


class PluginContextContract(ContextHistories):
    """The promises of every `PluginContext`. Needs the fixture `binder`, and takes your own `registry`.

    Without a binder make the contexts in a fixture `contexts`, by the plugins' ids: of `plugins`, each bound to what it
    requires in the registry that the fixture `filled` gives.
    """

    interface: ClassVar[Any] = PluginContext
    plugins: ClassVar[Sequence[PluginManifest]] = READER, LONER
    """The manifests of the plugins whose contexts are tested."""
    fixture: ClassVar[str] = "context"
    needs: ClassVar[Mapping[str, str]] = {
        "binder": "a binder of yours, which makes the contexts",
    }
    abilities: ClassVar[Mapping[str, str]] = {
        "decisions": "put questions to the registry's `DecisionHandler`",
        "binding": "be made anew, and with explicit bindings, by the fixture `binder`",
    }
    untested: ClassVar[Mapping[str, str]] = {
        "`manifest`, `logger` and `state` are read-only for the plugin": "a plugin that assigns is at fault itself",
        "An implementation may use plain attributes.": "it is a permission",
    }

    @default
    def registry(self) -> FacetRegistry:
        """Return an empty registry to bind with; by default a plain registry of the kit."""
        return PlainRegistry()

    @pytest.fixture
    def handler(self) -> PlainDecisionHandler:
        """Return the decision handler; do not override it."""
        return PlainDecisionHandler("no")

    @pytest.fixture
    def filled(self, registry: FacetRegistry, handler: PlainDecisionHandler) -> FacetRegistry:
        """Return the registry with all providers that the plugins are bound to; do not override it."""
        for facet, provider in ("Clock", CLOCK), ("Settings", SETTINGS), ("Tags", TAGS), (DECISION_HANDLER, handler):
            registry.register(facet, provider)
        for cache in DISK, MEMORY, TAPE:
            registry.register("Cache", cache, {"qualifier": cache.name})
        return registry

    @pytest.fixture
    def contexts(self, binder: Binder, filled: FacetRegistry) -> Mapping[str, PluginContext]:
        """Return the contexts of the plugins by their ids; override it only if you have no binder."""
        result = self.run(binder.bind(self.plugins, filled))
        failed = [str(one.error) for one in result.errors]
        if failed:
            pytest.fail(f"the binder gave no contexts to test: {failed}", pytrace=False)
        return result.contexts

    @pytest.fixture
    def context(self, contexts: Mapping[str, PluginContext]) -> PluginContext:
        """Return the context that most tests use."""
        return contexts["reader"]

    @pytest.fixture
    def another_context(self, contexts: Mapping[str, PluginContext]) -> PluginContext:
        """Return the context of a plugin that requires nothing."""
        return contexts["loner"]

    def bound(
        self, request: pytest.FixtureRequest, filled: FacetRegistry, config: BinderConfig | None = None
    ) -> Mapping[str, PluginContext]:
        """Return newly bound contexts."""
        self.need("binding")
        binder: Binder = request.getfixturevalue("binder")
        return self.run(binder.bind(self.plugins, filled, config)).contexts

    def test_the_manifest_is_that_of_the_plugin(self, it: PluginContext, another_context: PluginContext) -> None:
        """The manifest of the plugin that holds this context.

        If this fails, `manifest` is that of another plugin, or says something else than was bound.
        """
        for context, manifest in (it, READER), (another_context, LONER):
            for key in "id", "name", "version":
                assert context.manifest[key] == manifest[key]

    def test_require_gives_the_very_provider_that_was_bound(self, it: PluginContext) -> None:
        """It is the very object that was registered

        If this fails, `require` gave a copy or a wrapper of the provider that the registry has: give that object.
        """
        assert it.require("Settings") is SETTINGS

    def test_a_key_and_its_text_name_the_same_facet(self, it: PluginContext) -> None:
        """equal to it, with the same hash

        If this fails, the context goes by the type of a name, or by its identity: keys are equal to their text.
        """
        assert it.require(FacetKey("Clock", PlainProvider)) is CLOCK
        assert it.optional(FacetKey("Clock", PlainProvider)) is CLOCK

    def test_a_qualifier_gives_what_was_bound_for_it(self, it: PluginContext) -> None:
        """With `qualifier` it gives what was bound for that qualifier

        If this fails, `require(facet, qualifier)` gives another of several providers that the plugin has.
        """
        assert it.require("Cache", "memory") is MEMORY
        assert it.require("Cache", qualifier="disk") is DISK

    def test_no_other_provider_takes_the_place_of_a_qualified_one(self, it: PluginContext) -> None:
        """it gives what was bound for that qualifier, or raises too

        If this fails, `require` fell back on another provider: with a qualifier that was not bound it must raise.
        """
        with pytest.raises(FacetNotFoundError):
            it.require("Cache", "tape")
        with pytest.raises(FacetNotFoundError):
            it.require("Clock", "wall")

    def test_without_qualifier_any_provider_will_do(self, it: PluginContext) -> None:
        """without, any provider that was bound or provided will do.

        If this fails, `require` without a qualifier does not find a provider that was bound for one.
        """
        assert it.require("Cache") in (DISK, MEMORY)

    def test_without_qualifier_any_provider_will_do_that_was_provided(self, it: PluginContext) -> None:
        """without, any provider that was bound or provided will do.

        If this fails, `require` without a qualifier does not find what was provided with one.
        """
        smtp = PlainProvider("smtp")
        it.provide("Mailer", smtp, "smtp")
        assert it.require("Mailer") is smtp

    def test_a_qualifier_is_that_of_the_manifest(self, request: pytest.FixtureRequest, filled: FacetRegistry) -> None:
        """The qualifier is that of the manifest, also where an explicit binding chose another provider.

        If this fails, `require(facet, qualifier)` does not find what an operator bound to that requirement by an
        explicit binding: go by the qualifier of the requirement, not by that of the provider.
        """
        bindings: list[ExplicitBinding] = [{"plugin": "reader", "facet": "Cache", "qualifier": "tape"}]
        reader = self.bound(request, filled, {"explicit_bindings": bindings})["reader"]
        assert reader.require("Cache", "disk") is TAPE
        assert reader.optional("Cache", "memory") is TAPE

    def test_what_was_bound_is_fixed(self, it: PluginContext, filled: FacetRegistry) -> None:
        """What was bound is fixed: a later replacement in the registry is not seen.

        If this fails, the context looks into the registry again: keep the providers that were bound.
        """
        filled.register("Clock", PlainProvider("another clock"))
        assert it.require("Clock") is CLOCK

    def test_require_raises_when_nothing_was_bound(self, it: PluginContext) -> None:
        """Raises `FacetNotFoundError` when nothing was bound.

        If this fails, `require` gave something, or raised something else, for a facet that nobody registered.
        """
        with pytest.raises(FacetNotFoundError):
            it.require("Mailer")

    def test_what_is_raised_says_what_was_asked_for(self, it: PluginContext) -> None:
        """Name of the facet that was asked for. … Qualifier that was asked for, as it was given.

        If this fails, the `FacetNotFoundError` was made without the facet or the qualifier.
        """
        with pytest.raises(FacetNotFoundError) as caught:
            it.require("Mailer", "smtp")
        assert (caught.value.facet, caught.value.qualifier) == ("Mailer", "smtp")

    def test_what_is_registered_and_not_bound_is_not_there(self, another_context: PluginContext) -> None:
        """Raises `FacetNotFoundError` when nothing was bound

        If this fails, `require` gave what the plugin's manifest does not ask for: look at what was bound, and not into
        the registry.
        """
        with pytest.raises(FacetNotFoundError):
            another_context.require("Clock")

    def test_optional_gives_what_was_bound(self, it: PluginContext) -> None:
        """Facets that the plugin uses if they are available.

        If this fails, `optional` and `require` differ where there is a provider.
        """
        assert it.optional("Clock") is CLOCK
        assert it.optional("Cache", "memory") is MEMORY
        assert it.optional("Cache", "disk") is DISK

    def test_optional_gives_none_when_nothing_was_bound(self, it: PluginContext) -> None:
        """Never raises for a provider that is not there.

        If this fails, `optional` raised, or made something up, where `require` raises.
        """
        assert it.optional(NEVER) is None
        assert it.optional("Mailer", "smtp") is None
        assert it.optional("Cache", "tape") is None

    def test_the_truth_value_of_a_provider_does_not_count(self, it: PluginContext) -> None:
        """never the truth value of the provider.

        If this fails, the context tests a provider as in `if provider:`; use `is None`, or look whether it has one.
        """
        assert it.require("Tags") == []
        assert it.optional("Tags") == []

    def test_what_was_provided_is_required(self, it: PluginContext) -> None:
        """Later calls of `require` and `optional` on this context … Offer an implementation of `facet`, while the
        plugin starts.

        If this fails, what the plugin gave to `provide` is not found by its `require`.
        """
        mailer = PlainProvider("mailer")
        it.provide("Mailer", mailer)
        assert it.require("Mailer") is mailer

    def test_what_was_provided_is_there_as_optional(self, it: PluginContext) -> None:
        """Later calls of `require` and `optional` on this context

        If this fails, what the plugin gave to `provide` is found by its `require` and not by its `optional`.
        """
        mailer = PlainProvider("mailer")
        it.provide("Mailer", mailer)
        assert it.optional("Mailer") is mailer

    def test_what_was_provided_with_a_qualifier_is_found_by_it(self, it: PluginContext) -> None:
        """with the same facet and qualifier, find it … What is offered with a qualifier is found under no other
        qualifier.

        If this fails, the context does not keep apart what is provided with different qualifiers, or for different
        facets.
        """
        smtp, carrier = PlainProvider("smtp"), PlainProvider("carrier")
        it.provide("Mailer", smtp, "smtp")
        it.provide("Mailer", carrier, qualifier="pigeon")
        assert it.require("Mailer", "smtp") is smtp
        assert it.require("Mailer", "pigeon") is carrier
        for facet, qualifier in ("Mailer", "drum"), ("Printer", None):
            with pytest.raises(FacetNotFoundError):
                it.require(facet, qualifier)

    def test_what_was_provided_comes_before_what_was_bound(self, it: PluginContext) -> None:
        """Later calls of `require` and `optional` on this context, with the same facet and qualifier, find it

        If this fails, `provide` changes nothing where the plugin was bound to a provider of that facet.
        """
        clock = PlainProvider("own clock")
        it.provide("Clock", clock)
        assert it.require("Clock") is clock

    def test_what_was_provided_last_is_found(self, it: PluginContext) -> None:
        """Later calls of `require` and `optional` on this context, with the same facet and qualifier, find it

        If this fails, providing again for the same facet and qualifier changes nothing: it must replace the first.
        """
        old, new = PlainProvider("old"), PlainProvider("new")
        it.provide("Mailer", old, "smtp")
        it.provide("Mailer", new, "smtp")
        assert it.require("Mailer", "smtp") is new

    def test_state_lasts_as_long_as_the_context(self, it: PluginContext) -> None:
        """Scratch memory of this plugin alone.

        If this fails, `state` is another store each time: make it once for each context.
        """
        it.state.set("key", CLOCK)
        assert it.state.get("key") is CLOCK

    def test_state_begins_empty_with_each_context(
        self, it: PluginContext, request: pytest.FixtureRequest, filled: FacetRegistry
    ) -> None:
        """It begins empty with each context.

        If this fails, `state` outlives its context: make a new one for each, also for the same plugin.
        """
        it.state.set("key", CLOCK)
        assert not self.bound(request, filled)["reader"].state.has("key")

    def test_state_belongs_to_the_plugin_alone(self, it: PluginContext, another_context: PluginContext) -> None:
        """`logger` and `state` belong to it alone. … Two contexts never see each other's keys.

        If this fails, two plugins share their `state`: make one for each context.
        """
        it.state.set("key", CLOCK)
        assert not another_context.state.has("key")

    def test_the_logger_belongs_to_the_plugin_alone(self, it: PluginContext, another_context: PluginContext) -> None:
        """Logger of this plugin alone.

        If this fails, two plugins have the very same logger: make one for each, or get one by the plugin's id.
        """
        assert it.logger is not another_context.logger

    def test_a_question_goes_to_the_decision_handler(self, it: PluginContext, handler: PlainDecisionHandler) -> None:
        """Put a question to a human, through the core's `DecisionHandler` … The handler is the one
        that is bound or
        registered.

        If this fails, the `DecisionHandler` that was registered before binding was not asked, or more than once.
        """
        self.need("decisions")
        self.run(it.request_decision({"type": "approval", "prompt": "Publish?", "options": ["yes", "no"]}))
        assert len(handler.asked) == 1

    def test_a_question_becomes_a_decision(self, it: PluginContext, handler: PlainDecisionHandler) -> None:
        """The prompt becomes the title of the decision, the options become its labels

        If this fails, the `DecisionSpec` that the handler was given has another title than the prompt, or other labels
        than the options, in their order.
        """
        self.need("decisions")
        self.run(it.request_decision({"type": "approval", "prompt": "Publish?", "options": ["yes", "no"]}))
        for spec in handler.asked:
            assert spec["title"] == "Publish?"
            assert [option["label"] for option in spec["options"]] == ["yes", "no"]

    def test_a_free_question_has_no_options(self, it: PluginContext, handler: PlainDecisionHandler) -> None:
        """and a free question has none.

        If this fails, a question without options was given some.
        """
        self.need("decisions")
        self.run(it.request_decision({"type": "text", "prompt": "Which name?"}))
        for spec in handler.asked:
            assert list(spec["options"]) == []

    def test_the_answer_is_what_was_decided(self, it: PluginContext) -> None:
        """and wait for the answer. … The label that was chosen … The answer is the `selected_option`.

        If this fails, `request_decision` did not wait until the decision was resolved, or gave another answer.
        """
        self.need("decisions")
        answer = self.run(it.request_decision({"type": "approval", "prompt": "Publish?", "options": ["yes", "no"]}))
        assert answer.decision == "no"


class PluginStateStoreContract(PluginStateStoreHistories):
    """The promises of every `PluginStateStore`. Needs the fixture `state`."""

    interface: ClassVar[Any] = PluginStateStore
    fixture: ClassVar[str] = "state"
    needs: ClassVar[Mapping[str, str]] = {
        "state": "an empty store of yours, a new one for each test",
    }

    @default
    def another_state(self, state: PluginStateStore) -> PluginStateStore:
        """Return the store of another context; needed if a class is not enough to make one."""
        try:
            return type(state)()
        except TypeError:
            self.no_fixture("another_state", "the store of another context")

    def test_an_unset_key_gives_none(self, it: PluginStateStore) -> None:
        """`None` when unset.

        If this fails, `get` raised, or made something up, for a key that was never stored.
        """
        assert it.get("key") is None

    def test_a_stored_value_is_the_same_object(self, it: PluginStateStore) -> None:
        """Return the value that was stored under `key` … It is the very object that was stored. … Store `value` under
        `key`.

        If this fails, `get` gives a copy, or the value of another key.
        """
        first, second = {"size": 1}, {"size": 1}
        it.set("first", first)
        it.set("second", second)
        assert it.get("first") is first
        assert it.get("second") is second

    def test_storing_again_replaces_the_value(self, it: PluginStateStore) -> None:
        """It replaces any earlier value.

        If this fails, the first value of a key stays.
        """
        it.set("key", 1)
        it.set("key", 2)
        assert it.get("key") == 2

    def test_has_says_whether_a_key_is_stored(self, it: PluginStateStore) -> None:
        """Return whether `key` is stored.

        If this fails, `has` is not true exactly from the time that a key is stored until it is deleted.
        """
        assert not it.has("key")
        it.set("key", 1)
        assert it.has("key")
        assert not it.has("other")
        it.delete("key")
        assert not it.has("key")

    def test_a_stored_none_is_there(self, it: PluginStateStore) -> None:
        """`has` tells a stored `None` from a missing key. … True for a stored `None` too.

        If this fails, `has` or `delete` goes by the value, and not by whether there is one.
        """
        it.set("key", None)
        assert it.get("key") is None
        assert it.has("key")
        assert it.delete("key")

    def test_delete_says_whether_the_key_was_there(self, it: PluginStateStore) -> None:
        """return whether it was there.

        If this fails, `delete` does not return `True` for a key that was stored, and `False` otherwise.
        """
        it.set("key", 1)
        assert it.delete("other") is False
        assert it.delete("key") is True
        assert it.delete("key") is False

    def test_what_was_deleted_is_forgotten(self, it: PluginStateStore) -> None:
        """Forget `key`

        If this fails, `get` still gives a value that was deleted, or lost that of another key.
        """
        it.set("key", 1)
        it.set("other", 2)
        it.delete("key")
        assert it.get("key") is None
        assert it.get("other") == 2

    def test_stores_share_nothing(self, it: PluginStateStore, another_state: PluginStateStore) -> None:
        """Two contexts never see each other's keys.

        If this fails, what is stored is kept in the class or the module: keep it in each store.
        """
        it.set("key", 1)
        assert not another_state.has("key")


class LoggerContract(LoggerHistories):
    """The promises of every `Logger` of the composition. Needs the fixture `logger`."""

    interface: ClassVar[Any] = Logger
    fixture: ClassVar[str] = "logger"
    needs: ClassVar[Mapping[str, str]] = {
        "logger": "a logger of yours",
    }
    untested: ClassVar[Mapping[str, str]] = {
        "How they are merged into the message is the implementation's choice.": "it is a permission",
        "The standard library's `logging.Logger` is one, unchanged.": "it is about that class; this project's tests show it",
    }

    def log(self, method: Any) -> None:
        """Log with no value, with one, and with several; as many placeholders as values."""
        method("a message of the contract kit")
        method("100 %")
        method("%s", CLOCK)
        method("%s %s %s %s", "text", 1.5, None, {"key": [CLOCK]})

    def test_debug_takes_any_number_of_values(self, it: Logger) -> None:
        """Log a message that helps to find a fault. … it accepts any number of values.

        If this fails, `debug` raised for a message with values of any type, or without any.
        """
        self.log(it.debug)

    def test_info_takes_any_number_of_values(self, it: Logger) -> None:
        """Log a message about normal operation. … it accepts any number of values.

        If this fails, `info` raised for a message with values of any type, or without any.
        """
        self.log(it.info)

    def test_warn_takes_any_number_of_values(self, it: Logger) -> None:
        """Log a message about a possible problem. … it accepts any number of values. … `logging.Logger.warn` does so, and issues a
        `DeprecationWarning` in favour of its `warning`.

        If this fails, `warn` raised for a message with values of any type, or without any.
        """
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            self.log(it.warn)

    def test_error_takes_any_number_of_values(self, it: Logger) -> None:
        """Log a failure. … it accepts any number of values.

        If this fails, `error` raised for a message with values of any type, or without any.
        """
        self.log(it.error)
