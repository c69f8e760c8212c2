"""What a checker infers from typed keys, own keys and plain names."""

from typing import Any, Generic, Literal, Protocol, TypeVar, assert_type

from latency_shim import (
    DECISION_HANDLER,
    DEV_AGENT,
    EVENT_BUS,
    HEALTH_CHECK,
    ISSUE_TRACKER,
    LOGGER,
    PIPELINE,
    SECRET_STORE,
    SOURCE_CONTROL,
    STATE_STORE,
    WORKFLOW_ENGINE,
    CICDPipeline,
    DecisionHandler,
    DevAgent,
    EventBus,
    FacetDeclaration,
    FacetKey,
    FacetProvider,
    FacetRegistry,
    FacetRequirement,
    HealthCheck,
    IssueTracker,
    PluginContext,
    SecretStore,
    SourceControl,
    StateStore,
    WorkflowEngine,
    facets,
)

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Mailer(Protocol):
    async def send(self, to: str, text: str, /) -> None: ...


class Box(Protocol[T_co]):
    def open(self) -> T_co: ...


class Local(Generic[T]):
    pass


MAILER = FacetKey("Mailer", Mailer)
NUMBERS = FacetKey("Numbers", Box[int])
EITHER = FacetKey("Either", Mailer | StateStore)
MODES = FacetKey("Modes", Literal["fast", "slow"])
LOCAL = FacetKey("Local", Local[bytes])


def every_facet_key_gives_its_type(registry: FacetRegistry) -> None:
    assert_type(registry.resolve(ISSUE_TRACKER), IssueTracker | None)
    assert_type(registry.resolve(SOURCE_CONTROL), SourceControl | None)
    assert_type(registry.resolve(DECISION_HANDLER), DecisionHandler | None)
    assert_type(registry.resolve(WORKFLOW_ENGINE), WorkflowEngine | None)
    assert_type(registry.resolve(LOGGER), facets.Logger | None)
    assert_type(registry.resolve(STATE_STORE), StateStore | None)
    assert_type(registry.resolve(EVENT_BUS), EventBus | None)
    assert_type(registry.resolve(SECRET_STORE), SecretStore | None)
    assert_type(registry.resolve(DEV_AGENT), DevAgent | None)
    assert_type(registry.resolve(PIPELINE), CICDPipeline | None)
    assert_type(registry.resolve(HEALTH_CHECK), HealthCheck | None)


def a_qualifier_changes_no_type(registry: FacetRegistry, context: PluginContext) -> None:
    assert_type(registry.resolve(ISSUE_TRACKER, "github"), IssueTracker | None)
    assert_type(registry.resolve(ISSUE_TRACKER, qualifier="github"), IssueTracker | None)
    assert_type(context.require(ISSUE_TRACKER, "github"), IssueTracker)
    assert_type(context.optional(ISSUE_TRACKER, qualifier=None), IssueTracker | None)


def a_context_requires_or_offers(context: PluginContext) -> None:
    assert_type(context.require(STATE_STORE), StateStore)
    assert_type(context.optional(STATE_STORE), StateStore | None)


def own_keys_give_their_types(registry: FacetRegistry, context: PluginContext) -> None:
    assert_type(MAILER, FacetKey[Mailer])
    assert_type(context.require(MAILER), Mailer)
    assert_type(context.require(NUMBERS).open(), int)
    assert_type(context.require(EITHER), Mailer | StateStore)
    assert_type(context.require(LOCAL), Local[bytes])
    assert_type(registry.resolve(MAILER), Mailer | None)


def a_function_over_any_key(registry: FacetRegistry, key: FacetKey[T]) -> T:
    found = registry.resolve(key)
    if found is None:
        raise LookupError(key)
    return found


def generic_use(registry: FacetRegistry) -> None:
    assert_type(a_function_over_any_key(registry, MAILER), Mailer)


def plain_names_give_any(registry: FacetRegistry, context: PluginContext, name: str) -> None:
    assert_type(registry.resolve("IssueTracker"), Any)
    assert_type(registry.resolve(name), Any)
    assert_type(context.require(name, "github"), Any)
    assert_type(context.optional(f"{name}Store"), Any)


def a_key_is_its_name(registry: FacetRegistry, mailer: Mailer) -> None:
    name: str = MAILER
    offer: FacetProvider = {"facet": MAILER}
    need: FacetRequirement = {"facet": MAILER, "optional": True}
    entries: list[FacetDeclaration] = [offer, need]
    registry.register(MAILER, mailer)
    registry.register(name, mailer)
    assert_type(registry.has(MAILER), bool)
    assert_type(MAILER.upper(), str)
    entries.clear()


def what_may_be_missing_is_looked_at_first(registry: FacetRegistry, context: PluginContext) -> None:
    registry.resolve(STATE_STORE).get("key")  # E may be None
    context.optional(STATE_STORE).get("key")  # E may be None
    context.require(STATE_STORE).gett("key")  # E no such method


def results_have_types(registry: FacetRegistry, context: PluginContext) -> None:
    wrong: SecretStore = context.require(STATE_STORE)  # E another facet
    number: int = context.require(STATE_STORE)  # E no number
    maybe: int = registry.resolve(STATE_STORE)  # E no number
    print(wrong, number, maybe)


def keys_are_not_mixed_up() -> None:
    other: FacetKey[SecretStore] = STATE_STORE  # E another facet's key
    plain: FacetKey[StateStore] = "StateStore"  # E a name is no key
    print(other, plain)


def keys_are_made_of_name_and_interface() -> None:
    FacetKey(Mailer, "Mailer")  # E swapped
    FacetKey("Mailer")  # E no interface
    FacetKey("Mailer", 3)  # E no interface
    FacetKey(3, Mailer)  # E no name


def the_interface_of_a_key_is_fixed() -> None:
    MAILER.protocol = Mailer  # E read-only
