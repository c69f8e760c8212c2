"""A registry whose state is the history of its registrations."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from latency_shim import FacetRegistration, RegistrationOptions


class Registered(NamedTuple):
    facet: str
    provider: object
    qualifier: str | None
    priority: int
    metadata: Mapping[str, object] | None


class Unregistered(NamedTuple):
    facet: str
    qualifier: str | None


class Registration(NamedTuple):
    facet: str
    qualifier: str | None
    priority: int
    metadata: Mapping[str, object] | None


Event = Registered | Unregistered


class Registry:
    """Keeps what happened; what is registered follows from it."""

    def __init__(self) -> None:
        self.history: tuple[Event, ...] = ()

    def registered(self, facet: str) -> tuple[Registered, ...]:
        """Return the registrations of a facet as they stand, in their order."""
        found: dict[str | None, Registered] = {}
        for event in self.history:
            if event.facet != facet:
                continue
            if isinstance(event, Registered):
                found[event.qualifier] = event  # a dict keeps the place of a key that is there
            else:
                found.pop(event.qualifier, None)
        return tuple(found.values())

    def matching(self, facet: str, qualifier: str | None) -> tuple[Registered, ...]:
        """Return the registrations that a question is about: all, or those of a qualifier."""
        return tuple(one for one in self.registered(facet) if qualifier is None or one.qualifier == qualifier)

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        given = options or {}
        self.history += (
            Registered(facet, provider, given.get("qualifier"), given.get("priority", 0), given.get("metadata")),
        )

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        candidates = self.matching(facet, qualifier)
        return max(candidates, key=lambda one: one.priority).provider if candidates else None  # the first of equals

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        return tuple(
            Registration(one.facet, one.qualifier, one.priority, one.metadata) for one in self.registered(facet)
        )

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        return bool(self.matching(facet, qualifier))

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        found = any(one.qualifier == qualifier for one in self.registered(facet))
        self.history += (Unregistered(facet, qualifier),)
        return found
