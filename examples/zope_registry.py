"""A `FacetRegistry` over the adapter registry of zope.interface, in which Zope, Plone and Pyramid find components.

There a component is registered for an interface and a name: here the facet makes the interface, the qualifier is the
name, and the unqualified provider has Zope's empty name. Storing, finding and removing is Zope's; this module adds
what Zope leaves open, priorities and an order.

(Not over svcs: it has one service for each type, and can remove none.)
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from zope.interface.adapter import AdapterRegistry  # type: ignore[import-untyped]
from zope.interface.interface import InterfaceClass  # type: ignore[import-untyped]

from latency_shim import FacetRegistration, RegistrationOptions


@dataclass(frozen=True, eq=False)
class Component:
    """The component that Zope stores: a provider and its `FacetRegistration`."""

    facet: str
    qualifier: str | None
    priority: int
    metadata: Mapping[str, object] | None
    provider: object
    place: int  # in the order of registration


class ZopeRegistry:
    """A `FacetRegistry`. The empty text as qualifier means the unqualified provider, as in Zope."""

    def __init__(self) -> None:
        self._components: Any = AdapterRegistry()
        self._interfaces: dict[str, object] = {}  # of each facet that was ever registered
        self._places = count()

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        given: RegistrationOptions = options or {}
        interface = self._interfaces.setdefault(facet, InterfaceClass(str.__str__(facet), __doc__="A facet."))
        name, metadata = given.get("qualifier", ""), given.get("metadata")
        before: Component | None = self._components.registered((), interface, name)
        component = Component(
            facet,
            name or None,
            given.get("priority", 0),
            None if metadata is None else dict(metadata),
            provider,
            next(self._places) if before is None else before.place,
        )
        self._components.unregister((), interface, name)
        self._components.register((), interface, name, component)

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        found = self._find(facet, qualifier)
        best = max(found, key=lambda component: (component.priority, -component.place), default=None)
        return best.provider if best else None

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        found = [*self._find(facet)]
        found.sort(key=lambda component: component.place)
        return found

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        return any(True for _ in self._find(facet, qualifier))

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        there = self.has(facet, qualifier or "")
        self._components.unregister((), self._interfaces.get(facet), qualifier or "")
        return there

    def _find(self, facet: str, name: str | None = None) -> Iterable[Component]:
        """Return the components of a facet, of one name if that is given."""
        interface = self._interfaces.get(facet)
        if interface is None:
            return
        if name is None:
            for _, component in self._components.lookupAll((), interface):
                yield component
        elif component := self._components.lookup((), interface, name):
            yield component
