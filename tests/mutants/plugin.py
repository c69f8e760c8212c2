"""Plugins that break a rule each."""

from collections.abc import Callable
from typing import Any, ClassVar

import pytest

from latency_shim import (
    ISSUE_TRACKER,
    SECRET_STORE,
    SOURCE_CONTROL,
    STATE_STORE,
    FacetNotFoundError,
    PluginContext,
    PluginManifest,
)
from latency_shim.loading import Plugin
from latency_shim.memory import MemoryStateStore
from latency_shim.testing import PluginContract
from mutants import breaks, keeps_all


class Mail:
    """A facet of the plugin's own."""


class Good:
    """A plugin that keeps all rules."""

    version = "1.0.0"

    def __init__(self) -> None:
        self.own_manifest: PluginManifest = {
            "id": "digest",
            "version": self.version,
            "name": "Digest",
            "provides": [{"facet": "Mail"}, {"facet": "StateStore", "qualifier": "digest"}],
            "requires": [{"facet": "SourceControl", "qualifier": "git"}, {"facet": "Clock"}],
            "uses": [{"facet": "IssueTracker"}, {"facet": "Mailer", "qualifier": "smtp"}],
        }

    @property
    def manifest(self) -> PluginManifest:
        return self.own_manifest

    async def activate(self, context: PluginContext, /) -> None:
        self.ask(context)
        context.provide("Mail", self.mail())
        context.provide(STATE_STORE, MemoryStateStore(), "digest")
        context.require(STATE_STORE, "digest")

    def ask(self, context: PluginContext) -> None:
        context.require("Clock")
        context.require(SOURCE_CONTROL)
        context.optional(ISSUE_TRACKER)
        context.optional("Mailer", "smtp")

    def mail(self) -> object:
        return Mail()


class SUITE(PluginContract):
    make: Callable[[], Plugin] = Good

    @pytest.fixture
    def plugin(self) -> Plugin:
        return self.make()

    @pytest.fixture
    def providers(self) -> dict[Any, object]:
        return {"Clock": object(), ("Mailer", "smtp"): object()}


@breaks("test_it_conforms_to_the_interface")
class NamesNoAwaitable(Good):
    """`activate` is not async, and does not say that what it returns can be awaited."""

    def activate(self, context: PluginContext, /) -> object:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return super().activate(context)  # what type checkers say is what the mutant is for


@breaks("test_its_manifest_is_valid")
class HasNoVersion(Good):
    """The version of the manifest is not a semantic version."""

    version = "one"


@breaks("test_it_starts_with_what_it_asks_for")
class FailsToStart(Good):
    """Activation fails."""

    def ask(self, context: PluginContext) -> None:
        raise LookupError


@breaks("test_it_asks_only_for_what_its_manifest_declares")
class AsksForMore(Good):
    """Activation asks for a facet that the manifest does not name."""

    def ask(self, context: PluginContext) -> None:
        super().ask(context)
        context.optional(SECRET_STORE)


@breaks("test_it_asks_only_for_what_its_manifest_declares")
class AsksForAnotherQualifier(Good):
    """Activation asks for a qualifier that the manifest does not name."""

    def ask(self, context: PluginContext) -> None:
        super().ask(context)
        context.optional(SOURCE_CONTROL, "svn")


@breaks("test_it_provides_what_its_manifest_declares")
class ProvidesLess(Good):
    """Activation does not provide all that the manifest declares."""

    async def activate(self, context: PluginContext, /) -> None:
        self.ask(context)
        context.provide(STATE_STORE, MemoryStateStore(), "digest")


@breaks("test_it_provides_what_its_manifest_declares")
class ProvidesSomethingElse(Good):
    """What is provided does not conform to its interface."""

    async def activate(self, context: PluginContext, /) -> None:
        await super().activate(context)
        context.provide("StateStore", Mail(), "digest")


@breaks("test_it_provides_nothing_else")
class ProvidesMore(Good):
    """Activation provides what the manifest does not declare."""

    def ask(self, context: PluginContext) -> None:
        super().ask(context)
        context.provide("Printer", object())


@breaks("test_it_works_without_each_optional_facet")
class RequiresWhatItUses(Good):
    """Activation requires what the manifest only uses."""

    def ask(self, context: PluginContext) -> None:
        super().ask(context)
        context.require(ISSUE_TRACKER)


@breaks("test_without_a_required_facet_it_does_not_start")
class GoesOnWithout(Good):
    """Activation goes on where a required facet is missing."""

    def ask(self, context: PluginContext) -> None:
        context.optional("Clock")
        context.optional(SOURCE_CONTROL)


@breaks("test_without_a_required_facet_it_does_not_start")
class RaisesItsOwn(Good):
    """Activation raises another error where a required facet is missing."""

    def ask(self, context: PluginContext) -> None:
        try:
            super().ask(context)
        except FacetNotFoundError:
            raise LookupError from None


@breaks("test_two_activations_share_nothing")
class SharesWhatItProvides(Good):
    """What is provided is the same object for all plugins of the class."""

    shared: ClassVar = Mail()

    def mail(self) -> object:
        return self.shared


@breaks("test_two_activations_share_nothing")
class AsksTheFirst(Good):
    """Activation also asks the context that came before."""

    last: ClassVar[list[PluginContext]] = []

    def ask(self, context: PluginContext) -> None:
        for each in self.last[-1:]:
            each.optional(ISSUE_TRACKER)
        self.last.append(context)
        super().ask(context)


@breaks("test_its_manifest_stays_as_it_is")
class WritesItsManifest(Good):
    """Activation writes into the manifest."""

    def ask(self, context: PluginContext) -> None:
        super().ask(context)
        context.manifest["name"] = "other"


@keeps_all
class Plain:
    """The manifest is a plain attribute, and nothing is asked for or provided."""

    manifest: ClassVar[PluginManifest] = {"id": "p", "version": "1.0.0", "name": "P", "provides": [], "requires": []}

    async def activate(self, context: PluginContext) -> None:
        context.logger.info("hello")


@keeps_all
class ProvidesItself(Good):
    """The plugin is the provider of what it provides."""

    def mail(self) -> object:
        return self


@keeps_all
class AsksMoreThanOnce(Good):
    """A facet is asked for with and without its qualifier."""

    def ask(self, context: PluginContext) -> None:
        super().ask(context)
        context.require(SOURCE_CONTROL, "git")
        context.optional("Mailer")
