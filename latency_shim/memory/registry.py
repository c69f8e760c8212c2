"""The registry in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, overload

from latency_shim import FacetKey, FacetRegistration, RegistrationOptions

__all__ = ["MemoryRegistration", "MemoryRegistry"]

_T = TypeVar("_T")


@dataclass(frozen=True)
class MemoryRegistration:
    """A `FacetRegistration`."""

    facet: str
    qualifier: str | None = None
    priority: int = 0
    metadata: Mapping[str, object] | None = None


@dataclass(frozen=True)
class _Entry:
    """A registration and its provider."""

    registration: MemoryRegistration
    provider: object = field(repr=False)


class MemoryRegistry:
    """A `FacetRegistry` that keeps providers in dictionaries, in the order of registration.

    The overloads of `resolve` give a typed key its type where a type checker knows the registry as this very class; a
    single `def resolve(…) -> Any` would implement the contract as well.
    """

    def __init__(self) -> None:
        """Make an empty registry; it shares nothing with others."""
        self._entries: dict[str, dict[str | None, _Entry]] = {}

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        """Register a provider of `facet`; an earlier one of the same qualifier is replaced, and its place kept."""
        given: RegistrationOptions = options or {}
        metadata = given.get("metadata")
        registration = MemoryRegistration(
            facet,
            given.get("qualifier"),
            given.get("priority", 0),
            None if metadata is None else dict(metadata),
        )
        self._entries.setdefault(facet, {})[registration.qualifier] = _Entry(registration, provider)

    @overload
    def resolve(self, facet: FacetKey[_T], /, qualifier: str | None = None) -> _T | None: ...
    @overload
    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any: ...
    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        """Return the provider of that qualifier; without, the one of the highest priority, the earliest of equals."""
        entries = self._entries.get(facet, {})
        if qualifier is not None:
            return entries[qualifier].provider if qualifier in entries else None
        best = max(entries.values(), key=lambda entry: entry.registration.priority, default=None)
        return best.provider if best else None

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        """Return the registrations of `facet` as they are now, in the order of registration."""
        return [entry.registration for entry in self._entries.get(facet, {}).values()]

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        """Return whether `facet` has a provider: any, or with `qualifier` exactly that one."""
        entries = self._entries.get(facet, {})
        return bool(entries) if qualifier is None else qualifier in entries

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        """Remove exactly the provider of that qualifier, without one the unqualified one; return whether it was there."""
        return self._entries.get(facet, {}).pop(qualifier, None) is not None
