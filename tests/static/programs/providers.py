"""What may be registered or provided under a typed key, and under a plain name."""

from typing import Any, Final, LiteralString, Protocol, TypeVar, assert_type, overload

from latency_shim import (
    LOGGER,
    SECRET_STORE,
    STATE_STORE,
    DecisionRequest,
    DecisionResult,
    FacetKey,
    FacetRegistration,
    FacetRegistry,
    Logger,
    PluginContext,
    PluginManifest,
    PluginStateStore,
    RegistrationOptions,
    SecretStore,
    StateStore,
)
from latency_shim.conformance import implements, verify

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Cache(Protocol):
    def look_up(self, key: str, /) -> int | None: ...


class Box(Protocol[T_co]):
    def open(self) -> T_co: ...


class Memory:
    def look_up(self, key: str) -> int:
        return len(key)


class Async:
    async def look_up(self, key: str) -> int:
        return len(key)


class Numbers:
    def open(self) -> int:
        return 7


class Letters:
    def open(self) -> str:
        return "seven"


CACHE: Final = FacetKey("Cache", Cache)
NUMBERS = FacetKey("Numbers", Box[int])
EITHER = FacetKey("Either", Cache | Box[int])


def what_fits_a_key(registry: FacetRegistry, context: PluginContext, cache: Cache, either: Memory | Cache, any: Any) -> None:
    registry.register(CACHE, Memory())
    registry.register(CACHE, cache, {"qualifier": "memory"})
    registry.register(CACHE, either, options={"priority": 1})
    registry.register(CACHE, any)
    registry.register(NUMBERS, Numbers())
    registry.register(EITHER, Memory())
    registry.register(EITHER, Numbers())
    context.provide(CACHE, Memory())
    context.provide(CACHE, cache, "memory")
    context.provide(NUMBERS, Numbers(), qualifier="seven")


def keys_known_less_well(registry: FacetRegistry, key: FacetKey[T], provider: T, other: FacetKey[Any]) -> None:
    registry.register(key, provider)
    registry.register(other, 42)


def what_no_one_knows_is_verified(registry: FacetRegistry, context: PluginContext, thing: object) -> None:
    registry.register(STATE_STORE, verify(thing, STATE_STORE))
    context.provide(STATE_STORE, verify(thing, STATE_STORE))


def plain_names_take_anything(
    registry: FacetRegistry, context: PluginContext, name: str, literal: LiteralString, any: Any, thing: object
) -> None:
    registry.register("Cache", 42)
    registry.register("Cache", thing, {"qualifier": "memory"})
    registry.register("Cache", [])
    registry.register("Cache", lambda: 7)
    registry.register(literal, thing)
    registry.register(name, 42)
    registry.register(name, None, options={})
    registry.register(f"{name}Store", thing)
    registry.register(any, 42)
    context.provide(name, 42)
    context.provide("Cache", {}, "memory")


def what_does_not_fit_a_key(registry: FacetRegistry, thing: object, maybe: Memory | None) -> None:
    registry.register(CACHE, 42)  # E no interface (not mypy, pyrefly, zuban: reports deprecated calls only when asked)
    registry.register(CACHE, Async())  # E a coroutine (not mypy, pyrefly, zuban: reports deprecated calls only when asked)
    registry.register(CACHE, Memory)  # E the class (not mypy, pyrefly, zuban: reports deprecated calls only when asked)
    registry.register(CACHE, maybe)  # E may be None (not mypy, pyrefly, zuban: reports deprecated calls only when asked)
    registry.register(CACHE, thing, {"priority": 1})  # E may be anything (not mypy, pyrefly, zuban: reports deprecated calls only when asked)
    registry.register(NUMBERS, Letters())  # E of text (not mypy, pyrefly, zuban: reports deprecated calls only when asked)


def what_is_not_to_be_provided(context: PluginContext, secrets: SecretStore) -> None:
    context.provide(STATE_STORE, 42)  # E no interface (not mypy, pyrefly, zuban: reports deprecated calls only when asked)
    context.provide(STATE_STORE, secrets, "vault")  # E another facet (not mypy, pyrefly, zuban: reports deprecated calls only when asked)


def other_faults_are_reported_with_a_key_too(registry: FacetRegistry, context: PluginContext) -> None:
    registry.register(CACHE, Memory(), {"qualifer": "memory"})  # E misspelt key
    registry.register(CACHE)  # E no provider
    context.provide(CACHE)  # E no implementation
    context.provide(CACHE, Memory(), 7)  # E a qualifier is text


def wants_secrets(store: SecretStore) -> None: ...


def results_are_what_the_key_says(registry: FacetRegistry, context: PluginContext) -> None:
    wants_secrets(registry.resolve(SECRET_STORE))  # E may be None
    wants_secrets(registry.resolve(STATE_STORE))  # E another facet
    wants_secrets(context.require(STATE_STORE))  # E another facet
    wants_secrets(context.optional(STATE_STORE))  # E another facet
    numbers: list[int] = context.require(STATE_STORE)  # E no list
    several: list[SecretStore] = [registry.resolve(STATE_STORE)]  # E another facet
    print(numbers, several)


def wherever_they_are_used(registry: FacetRegistry, context: PluginContext, name: str) -> StateStore | None:
    anything: object = registry.resolve(STATE_STORE)
    things: list[object] = [context.require(STATE_STORE), context.optional(STATE_STORE)]
    number = registry.resolve("Number") + context.require(name)
    assert_type(number, Any)
    wants_secrets(context.require(name))
    context.logger.info("%s %s %s", anything, things, registry.resolve(STATE_STORE))
    return registry.resolve(STATE_STORE) if number else context.optional(STATE_STORE)


class Rest:
    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any: ...
    def list(self, facet: str, /) -> list[FacetRegistration]:
        raise LookupError(facet)

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        return bool(facet and qualifier)

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        return bool(facet and qualifier)


class Plain(Rest):
    """An implementer writes no overloads."""

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None: ...


class Typed(Rest):
    """Or it writes those that it cares for."""

    @overload
    def register(self, facet: FacetKey[T], provider: T, /, options: RegistrationOptions | None = None) -> None: ...
    @overload
    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None: ...
    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None: ...


class OnlyNumbers(Rest):
    def register(self, facet: str, provider: int, /, options: RegistrationOptions | None = None) -> None: ...


class OnlyKeys(Rest):
    def register(self, facet: FacetKey[T], provider: T, /, options: RegistrationOptions | None = None) -> None: ...


class Inherits(FacetRegistry):
    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None: ...
    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any: ...


class AnyRegistry(Protocol):
    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None: ...


def registries() -> list[FacetRegistry]:
    return [Plain(), Typed()]


def no_registries(numbers: OnlyNumbers, keys: OnlyKeys) -> None:
    registry: FacetRegistry = numbers  # E other providers too
    registry = keys  # E plain names too
    print(registry)


def the_overloads_serve_as_one_method(registry: FacetRegistry) -> AnyRegistry:
    return registry


@implements(FacetRegistry)
class Decorated(Plain):
    pass


implements(FacetRegistry)(Typed)
implements(FacetRegistry)(OnlyNumbers)  # E other providers too
assert_type(Decorated(), Decorated)


class Context:
    def __init__(self, manifest: PluginManifest, logger: Logger, state: PluginStateStore) -> None:
        self.manifest = manifest
        self.logger = logger
        self.state = state

    def require(self, facet: str, /, qualifier: str | None = None) -> Any: ...
    def optional(self, facet: str, /, qualifier: str | None = None) -> Any: ...
    def provide(self, facet: str, implementation: object, /, qualifier: str | None = None) -> None: ...
    async def request_decision(self, request: DecisionRequest, /) -> DecisionResult:
        raise NotImplementedError


def contexts(context: Context) -> PluginContext:
    context.provide(LOGGER, 42)
    return context
