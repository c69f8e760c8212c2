"""For tests of plugins: contexts over the core in memory."""

from collections.abc import Mapping
from typing import Any

import latency_shim
from latency_shim import DECISION_HANDLER, FacetKey, PluginContext, PluginManifest, RegistrationOptions, memory
from latency_shim._binding import requirements
from latency_shim.conformance import verify
from latency_shim.memory import MemoryRegistry
from latency_shim.memory.binder import bound

__all__ = ["plugin_context"]

_NAMED = (getattr(latency_shim, name) for name in dir(latency_shim))
KEYS: Mapping[str, FacetKey[Any]] = {str(key): key for key in _NAMED if issubclass(type(key), FacetKey)}
"""The key of each facet of the contract, by the facet's name."""


def in_memory(facet: str) -> Any:
    """Return a new and empty provider of a facet of the contract."""
    interface: Any = KEYS[facet].protocol
    return getattr(memory, f"Memory{interface.__name__}")()


def plugin_context(manifest: PluginManifest, providers: Mapping[Any, object] | None = None) -> PluginContext:
    """Return a context for a plugin under test, bound to what its manifest asks for.

    A key of `providers` is a facet, `{ISSUE_TRACKER: MemoryIssueTracker()}`, whose provider serves each requirement of
    that facet, or a pair, `{(ISSUE_TRACKER, "jira"): …}`, for one qualifier alone. The provider of a `FacetKey` must
    conform to its interface; under a plain name anything passes, such as a mock.

    Raises what a binder would report: `FacetNotFoundError` where something required is not given. A provider that the
    manifest does not ask for is a `ValueError`, except for a `DecisionHandler`, to which `request_decision` goes.
    """
    verify(manifest, PluginManifest, name="the manifest")
    registry = MemoryRegistry()
    asked = list(requirements(manifest))
    given: dict[tuple[Any, str | None], object] = {_pair(key): provider for key, provider in (providers or {}).items()}
    for (facet, qualifier), provider in given.items():
        name = repr(str(facet))
        key: Any = facet
        if isinstance(facet, FacetKey):
            verify(provider, key, name=f"the provider of {name}")
        of_facet = [each for other, each in asked if other == facet]
        serves = [each for each in of_facet if (facet, each) not in given] if qualifier is None else [qualifier]
        if qualifier is None and (None in of_facet or facet == DECISION_HANDLER):
            serves = [*serves, None]
        if not serves or (qualifier is not None and not {qualifier, None} & {*of_facet}):
            named = name if qualifier is None else f"{name} with the qualifier {qualifier!r}"
            there = ", ".join(sorted({repr(str(other)) for other, _ in asked})) or "nothing"
            raise ValueError(f"the plugin {manifest['id']!r} does not ask for {named}: its manifest asks for {there}")
        for each in dict.fromkeys(serves):
            options: RegistrationOptions = {"priority": 1} if each is None else {"qualifier": each}
            registry.register(key, provider, options)
    result = bound([manifest], registry, {})
    for failed in result.errors[:1]:
        for other in result.errors[1:]:
            failed.error.add_note(f"also: {other.error}")
        raise failed.error
    return result.contexts[manifest["id"]]


def _pair(key: Any) -> tuple[Any, str | None]:
    """Return the facet and the qualifier that a key of `providers` means."""
    match key:
        case str():
            return key, None
        case (str() as facet, str() as qualifier):
            return facet, qualifier
        case _:
            raise TypeError(f"a key of providers is a facet, or a facet and a qualifier, not {key!r}")
