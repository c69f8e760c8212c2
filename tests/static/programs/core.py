"""A core of a user's own: what the protocols give to callers, and what they ask of implementers."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeVar, assert_type, overload

from latency_shim import (
    Binder,
    BinderConfig,
    BindingError,
    BindingResult,
    ExplicitBinding,
    FacetKey,
    FacetRegistration,
    FacetRegistry,
    PluginContext,
    PluginManifest,
    RegistrationOptions,
)

T = TypeVar("T")


class Entry(NamedTuple):
    facet: str
    qualifier: str | None
    priority: int
    metadata: Mapping[str, object] | None


class Overloaded:
    """With overloads of its own, a registry gives types also where it is known as this class."""

    def register(
        self, facet: str, provider: object, /, options: RegistrationOptions | None = None
    ) -> None: ...
    @overload
    def resolve(self, facet: FacetKey[T], /, qualifier: str | None = None) -> T | None: ...
    @overload
    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any: ...
    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any: ...
    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        return [Entry(facet, None, 0, None)]

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        return bool(facet and qualifier)

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        return bool(facet and qualifier)


class Explicit(FacetRegistry):
    """An implementation may inherit the protocol; what it overrides is checked at once."""

    def register(
        self, facet: str, provider: object, /, options: RegistrationOptions | None = None
    ) -> None: ...
    def has(self, facet: bytes, /, qualifier: str | None = None) -> bool:  # E another parameter
        return bool(facet and qualifier)


def taken_for_a_registry() -> FacetRegistry:
    return Overloaded()


def registrations_are_read(registry: FacetRegistry) -> None:
    for registration in registry.list("Cache"):
        assert_type(registration.priority, int)
        assert_type(registration.metadata, Mapping[str, object] | None)
        registration.priority = 3  # E read-only


def options_are_checked(registry: FacetRegistry, provider: object) -> None:
    registry.register("Cache", provider)
    registry.register("Cache", provider, {"qualifier": "disk", "priority": 1, "metadata": {"shared": True}})
    registry.register("Cache", provider, options=None)
    registry.register("Cache", provider, {"qualifer": "disk"})  # E misspelt key
    registry.register("Cache", provider, {"priority": "high"})  # E a number
    registry.register("Cache", provider, {"qualifier": None})  # E absent rather than None
    registry.register("Cache")  # E no provider
    registry.register(facet="Cache", provider=provider)  # E required parameters have no names
    registry.resolve("Cache", name="disk")  # E the name is qualifier
    registry.resolve(7)  # E no name


async def binding(binder: Binder, registry: FacetRegistry, manifests: list[PluginManifest]) -> None:
    strategy: Literal["first", "highest-priority", "explicit"] = "first"
    choice: ExplicitBinding = {"plugin": "p", "facet": "Cache", "qualifier": "disk"}
    config: BinderConfig = {"resolution_strategy": strategy, "explicit_bindings": [choice]}
    result = await binder.bind(manifests, registry, config)
    assert_type(result, BindingResult)
    assert_type(result.contexts, Mapping[str, PluginContext])
    assert_type(result.errors, Sequence[BindingError])
    assert_type(result.warnings, Sequence[str])
    await binder.bind(manifests, registry)
    await binder.bind((), registry, config=None)
    await binder.bind(manifests)  # E no registry
    await binder.bind(manifests, {})  # E no registry
    wrong: BinderConfig = {"resolution_strategy": "frist"}  # E misspelt strategy
    result.success = True  # E read-only
    result.contexts["p"] = result.contexts["q"]  # E a mapping is read
    binder.bind(manifests, registry).success  # E not awaited
    print(wrong)
