# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# A value may be anything.
"""Registries over a history that break a clause each."""

import unicodedata
from collections.abc import Callable, Sequence
from types import FunctionType
from typing import Any, ClassVar

from latency_shim import FacetRegistration, FacetRegistry, RegistrationOptions
from mutants import registry as first
from mutants import violates
from reference.registry import Event, Registered, Registration, Registry, Unregistered


class SUITE(first.SUITE):
    make: Callable[[], FacetRegistry] = Registry


def top(candidates: Sequence[Registered]) -> Any:
    return max(candidates, key=lambda one: one.priority).provider if candidates else None


class Chooses(Registry):
    """Base of those that choose otherwise where no qualifier is asked for."""

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        if qualifier is not None:
            return super().resolve(facet, qualifier)
        return self.chosen(self.registered(facet))

    def chosen(self, candidates: Sequence[Registered]) -> Any:
        return top(candidates)


class Takes(Registry):
    """Base of those that take something else than they are given."""

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        super().register(facet, provider, options)
        last = self.history[-1]
        assert isinstance(last, Registered)
        self.history = self.history[:-1]
        self.history += (self.taken(last),)

    def taken(self, event: Registered) -> Registered:
        return event

    def earlier(self, event: Registered) -> Registered | None:
        """Return what was registered with the facet and qualifier of an event."""
        return next((one for one in self.registered(event.facet) if one.qualifier == event.qualifier), None)


# Registering.


@violates("Registering the same (facet, qualifier) again replaces provider")
class KeepsEqual(Takes):
    """A provider that is equal to the one before does not replace it."""

    def taken(self, event: Registered) -> Registered:
        before = self.earlier(event)
        return event._replace(provider=before.provider) if before and before.provider == event.provider else event


@violates("Registering the same (facet, qualifier) again replaces provider")
class KeepsHigher(Takes):
    """A registration with a lower priority does not replace one with a higher."""

    def taken(self, event: Registered) -> Registered:
        before = self.earlier(event)
        return before if before and before.priority > event.priority else event


@violates("replaces provider, priority and metadata")
class KeepsPriority(Takes):
    """A priority stays where the new registration names none."""

    def taken(self, event: Registered) -> Registered:
        before = self.earlier(event)
        return event._replace(priority=before.priority) if before and event.priority == 0 else event


@violates("replaces provider, priority and metadata")
class KeepsMetadata(Takes):
    """Metadata stays where the new registration has none and the priority is the same."""

    def taken(self, event: Registered) -> Registered:
        before = self.earlier(event)
        same = before and before.priority == event.priority and event.metadata is None
        return event._replace(metadata=before.metadata) if before and same else event


@violates("replaces provider, priority and metadata")
class MergesMetadata(Takes):
    """Metadata of the registration before is merged with the new."""

    def taken(self, event: Registered) -> Registered:
        before = self.earlier(event)
        if not before or before.metadata is None or event.metadata is None:
            return event
        return event._replace(metadata={**before.metadata, **event.metadata})


@violates("keeps the place in the order")
class MovesThird(Registry):
    """What is registered a third time goes to the end."""

    def registered(self, facet: str) -> tuple[Registered, ...]:
        found = super().registered(facet)
        times = [
            sum(isinstance(one, Registered) and one[2] == each.qualifier for one in self.history) for each in found
        ]
        late = [each for each, count in zip(found, times, strict=True) if count > 2]
        return (*(each for each in found if each not in late), *late)


@violates("keeps the place in the order")
class MovesUnqualified(Registry):
    """The unqualified provider that is registered again goes to the end."""

    def registered(self, facet: str) -> tuple[Registered, ...]:
        found: dict[str | None, Registered] = {}
        for event in self.history:
            if event.facet == facet:
                if event.qualifier is None or isinstance(event, Unregistered):
                    found.pop(event.qualifier, None)
                if isinstance(event, Registered):
                    found[event.qualifier] = event
        return tuple(found.values())


@violates("keeps the place in the order")
class MovesWithPriority(Registry):
    """What is registered again with another priority goes to the end."""

    def registered(self, facet: str) -> tuple[Registered, ...]:
        found: dict[str | None, Registered] = {}
        for event in self.history:
            if event.facet != facet:
                continue
            before = found.get(event.qualifier)
            if isinstance(event, Unregistered) or (before and before.priority != event.priority):
                found.pop(event.qualifier, None)
            if isinstance(event, Registered):
                found[event.qualifier] = event
        return tuple(found.values())


@violates("There is at most one provider for each (facet, qualifier), the unqualified one included.")
class ListsReplaced(Registry):
    """A provider that was replaced by one of a lower priority is still listed, and found without a qualifier."""

    def registered(self, facet: str) -> tuple[Registered, ...]:
        found: list[Registered] = []
        for event in self.history:
            if event.facet != facet:
                continue
            same = [one for one in found if one.qualifier == event.qualifier]
            if isinstance(event, Unregistered):
                found = [one for one in found if one not in same]
            elif same and same[0].priority <= event.priority:
                found[found.index(same[0])] = event
            else:
                found.append(event)
        return tuple(found)


@violates("Names and qualifiers are compared exactly")
class StripsNames(Takes):
    """Spaces in front of a facet's name do not count when it is registered."""

    def taken(self, event: Registered) -> Registered:
        return event._replace(facet=event.facet.lstrip())


@violates("Names and qualifiers are compared exactly")
class FoldsQualifiers(Registry):
    """Qualifiers are asked for without regard to capital letters, where the exact one is not there."""

    def matching(self, facet: str, qualifier: str | None) -> tuple[Registered, ...]:
        found = super().matching(facet, qualifier)
        if found or qualifier is None:
            return found
        return tuple(one for one in self.registered(facet) if (one.qualifier or "").casefold() == qualifier.casefold())


@violates("capital letters, spaces and Unicode forms count")
class CompatibleForms(Registry):
    """Compatibility forms of a qualifier, such as a ligature, are taken for it where it is not there."""

    def matching(self, facet: str, qualifier: str | None) -> tuple[Registered, ...]:
        found = super().matching(facet, qualifier)
        if found or qualifier is None:
            return found
        plain = unicodedata.normalize("NFKC", qualifier)
        return tuple(
            one for one in self.registered(facet) if unicodedata.normalize("NFKC", one.qualifier or "") == plain
        )


@violates("Names and qualifiers are compared exactly")
class CutsNul(Takes):
    """A qualifier ends at a NUL character."""

    def taken(self, event: Registered) -> Registered:
        return event._replace(qualifier=event.qualifier and event.qualifier.partition("\0")[0])


@violates("Names and qualifiers are compared exactly", "test_names_and_qualifiers_are_compared_exactly")
class DottedNames(Registry):
    """A name with a dot finds what is registered before the dot."""

    def registered(self, facet: str) -> tuple[Registered, ...]:
        return super().registered(facet) or super().registered(facet.rpartition(".")[0])


@violates("Names and qualifiers are compared exactly")
class Star(Registry):
    """The qualifier `*` stands for any."""

    def matching(self, facet: str, qualifier: str | None) -> tuple[Registered, ...]:
        return super().matching(facet, None if qualifier == "*" else qualifier)


@violates("With `qualifier`, exactly that provider")
class DefaultQualifier(Registry):
    """The qualifier `default` stands for the unqualified provider."""

    def matching(self, facet: str, qualifier: str | None) -> tuple[Registered, ...]:
        found = super().matching(facet, qualifier)
        if qualifier == "default" and not found:
            return tuple(one for one in self.registered(facet) if one.qualifier is None)
        return found


@violates("Names and qualifiers are compared exactly")
class ShortNames(Takes):
    """A name is cut after 64 characters."""

    def taken(self, event: Registered) -> Registered:
        return event._replace(qualifier=event.qualifier and event.qualifier[:64])


@violates("Facets may be given as plain text or as `FacetKey`, which are equal")
class TextOnly(Registry):
    """`unregister` does not know a facet by its key."""

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        return type(facet) is str and super().unregister(facet, qualifier)


@violates("registries share nothing")
class SharedRemovals(Registry):
    """What is unregistered in one registry is gone from all."""

    removed: ClassVar[list[tuple[str, str | None]]] = []

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        found = super().unregister(facet, qualifier)
        if found:
            self.removed.append((facet, qualifier))
        return found

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        key = facet, (options or {}).get("qualifier")
        self.removed[:] = [one for one in self.removed if one != key]
        super().register(facet, provider, options)

    def registered(self, facet: str) -> tuple[Registered, ...]:
        return tuple(one for one in super().registered(facet) if (facet, one.qualifier) not in self.removed)


@violates("Any whole number, also a negative one.")
class NegativeAlone(Chooses):
    """A provider of a negative priority does not resolve where it is the only one."""

    def chosen(self, candidates: Sequence[Registered]) -> Any:
        return top(candidates if len(candidates) > 1 else [one for one in candidates if one.priority >= 0])


@violates("Any whole number, also a negative one.")
class SmallPriorities(Takes):
    """A priority above a thousand is a thousand."""

    def taken(self, event: Registered) -> Registered:
        return event._replace(priority=min(event.priority, 1000))


@violates("Any whole number, also a negative one.")
class FloatPriorities(Chooses):
    """Priorities are compared as floats, so that near large ones are equal."""

    def chosen(self, candidates: Sequence[Registered]) -> Any:
        return max(candidates, key=lambda one: float(one.priority)).provider if candidates else None


@violates("absent means 0")
class AbsentIsLow(Registry):
    """An absent priority loses against a negative one."""

    absent: frozenset[int] = frozenset()

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        super().register(facet, provider, options)
        if "priority" not in (options or {}):
            self.absent |= {id(self.history[-1])}

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        given = [one for one in self.matching(facet, qualifier) if id(one) not in self.absent]
        return top(given) if any(one.priority < 0 for one in given) else super().resolve(facet, qualifier)


# Resolving.


@violates("whatever its qualifier")
class UnqualifiedOnTies(Chooses):
    """Among equals at the top the unqualified provider is preferred."""

    def chosen(self, candidates: Sequence[Registered]) -> Any:
        return top(sorted(candidates, key=lambda one: one.qualifier is not None))


@violates("among equals at the top the earliest registered")
class LatestOfThree(Chooses):
    """Among three equals or more the latest wins."""

    def chosen(self, candidates: Sequence[Registered]) -> Any:
        highest = [one for one in candidates if one.priority == max(each.priority for each in candidates)]
        return highest[-1].provider if len(highest) > 2 else top(candidates)


@violates("among equals at the top the earliest registered")
class EarliestEver(Chooses):
    """Among equals at the top the provider wins that was ever registered earliest, removed in between or not."""

    def chosen(self, candidates: Sequence[Registered]) -> Any:
        def began(one: Registered) -> int:
            return next(n for n, e in enumerate(self.history) if e.facet == one.facet and e.qualifier == one.qualifier)

        return top(sorted(candidates, key=began))


@violates("among equals at the top the earliest registered")
class LatestReplaced(Chooses):
    """Among equals at the top the one that was replaced last loses."""

    def chosen(self, candidates: Sequence[Registered]) -> Any:
        return top(sorted(candidates, key=self.history.index))


@violates("Without, the one of the highest priority")
class HighestEver(Chooses):
    """A provider goes by the highest priority that it ever had."""

    def chosen(self, candidates: Sequence[Registered]) -> Any:
        def highest(one: Registered) -> int:
            same = [e for e in self.history if isinstance(e, Registered) and e[:3:2] == one[:3:2]]
            return max(e.priority for e in same)

        return max(candidates, key=highest).provider if candidates else None


@violates("no other takes its place")
class FallsBackOnSole(Registry):
    """With an unknown qualifier a sole qualified provider of a facet is given."""

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        found = self.registered(facet)
        if len(found) == 1 and qualifier and found[0].qualifier and found[0].qualifier.startswith(qualifier):
            return found[0].provider
        return super().resolve(facet, qualifier)


@violates("It is the very object that was registered")
class CallsFactories(Registry):
    """A provider that is a class is given as an instance."""

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        found = super().resolve(facet, qualifier)
        return found() if isinstance(found, type) else found


@violates("It is the very object that was registered")
class CallsFunctions(Registry):
    """A provider that is a function without parameters is called."""

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        found = super().resolve(facet, qualifier)
        return found() if isinstance(found, FunctionType) and not found.__code__.co_argcount else found


@violates("It is the very object that was registered")
class EqualIsSame(Takes):
    """A provider that is equal to one of another facet is taken for it."""

    def taken(self, event: Registered) -> Registered:
        for one in self.history:
            if isinstance(one, Registered) and one.provider == event.provider:
                return event._replace(provider=one.provider)
        return event


@violates("what counts is the registration, never the truth value of the provider")
class NoneIsNothing(Registry):
    """A provider that is 0 or empty text is passed over."""

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        candidates = [
            one for one in self.matching(facet, qualifier) if not isinstance(one.provider, int | str) or one.provider
        ]
        return top(candidates)


# Listing.


@violates("In the order of registration")
class ByPriority(Registry):
    """More than three registrations are listed with the highest priority first."""

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        found = super().list(facet)
        return found if len(found) < 4 else sorted(found, key=lambda one: -one.priority)


@violates("In the order of registration")
class UnqualifiedFirst(Registry):
    """The unqualified provider is listed first."""

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        return sorted(super().list(facet), key=lambda one: one.qualifier is not None)


@violates("Return one entry for each registration of `facet`")
class HidesNegative(Registry):
    """A registration without a qualifier and below 0 is not listed."""

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        return [one for one in super().list(facet) if one.qualifier is not None or one.priority >= 0]


@violates("Return one entry for each registration of `facet`")
class OnePerProvider(Registry):
    """A provider that stands under three qualifiers is listed once."""

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        found = self.registered(facet)
        ids = [id(one.provider) for one in found]
        kept = [one for n, one in enumerate(found) if ids.count(id(one.provider)) < 3 or ids.index(ids[n]) == n]
        return [Registration(one.facet, one.qualifier, one.priority, one.metadata) for one in kept]


@violates("The sequence shows the state at the time of the call")
class CachedUntilRegistered(Registry):
    """What `list` gave is kept until something is registered, so `unregister` is not seen."""

    shown: tuple[tuple[str, int], Sequence[FacetRegistration]] | None = None

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        state = facet, sum(isinstance(one, Registered) for one in self.history)
        if self.shown is None or self.shown[0] != state:
            self.shown = state, super().list(facet)
        return self.shown[1]


@violates("The sequence shows the state at the time of the call")
class LiveUnregister(Registry):
    """What is unregistered vanishes from the lists that were given before."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[list[FacetRegistration]] = []

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        self.given.append([*super().list(facet)])
        return self.given[-1]

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        for one in self.given:
            one[:] = [each for each in one if (each.facet, each.qualifier) != (facet, qualifier)]
        return super().unregister(facet, qualifier)


@violates("read back from `FacetRegistry.list`")
class CopiesText(Takes):
    """Metadata comes back as text."""

    def taken(self, event: Registered) -> Registered:
        if event.metadata is None:
            return event
        return event._replace(
            metadata={
                key: value if isinstance(value, str | int) else str(value) for key, value in event.metadata.items()
            }
        )


@violates("`None` when there was none")
class EmptyMetadata(Takes):
    """Metadata that is an empty mapping is none."""

    def taken(self, event: Registered) -> Registered:
        return event._replace(metadata=event.metadata or None)


@violates("Larger wins; 0 when none was given")
class ZeroIsOne(Takes):
    """A priority of 0 that is given is read back as 1 where there is metadata."""

    def taken(self, event: Registered) -> Registered:
        return event._replace(priority=event.priority or 1) if event.metadata else event


# Having and removing.


@violates("It goes by registration, never by the truth value of the provider")
class HasNoZero(Registry):
    """A facet whose only provider is 0 is not there."""

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        return any(one.provider != 0 for one in self.matching(facet, qualifier))


@violates("Return whether `facet` has a provider: any")
class HasEver(Registry):
    """A facet that had two providers and has none is still there."""

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        removed = sum(isinstance(one, Unregistered) and one.facet == facet for one in self.history)
        return super().has(facet, qualifier) or (qualifier is None and removed > 1)


@violates("or with `qualifier` exactly that one")
class HasPrefix(Registry):
    """A qualifier is there if one that begins with it is."""

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        return any((one.qualifier or "").startswith(qualifier or "") for one in self.registered(facet))


@violates("return whether there was one to remove")
class RemovedBefore(Registry):
    """What was removed and registered again is removed without saying so."""

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        before = any(isinstance(one, Unregistered) and one == (facet, qualifier) for one in self.history)
        return super().unregister(facet, qualifier) and not before


@violates("With `qualifier` exactly that one")
class RemovesNear(Registry):
    """With the last qualified provider the unqualified one goes too."""

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        found = super().unregister(facet, qualifier)
        left = self.registered(facet)
        if qualifier is not None and len(left) == 1 and left[0].qualifier is None:
            super().unregister(facet)
        return found


@violates("without, the unqualified provider and no other")
class RemovesEqual(Registry):
    """With the unqualified provider the others that are the same object go too."""

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        gone = [one.provider for one in self.registered(facet) if qualifier is None and one.qualifier is None]
        for one in self.registered(facet):
            if one.provider in gone and one.qualifier is not None:
                super().unregister(facet, one.qualifier)
        return super().unregister(facet, qualifier)


@violates(
    "Afterwards `resolve`, `has` and `list` agree that it is gone",
    "test_what_was_unregistered_loses_its_place_in_the_order",
)
class RemovesOnceOnly(Registry):
    """What was replaced comes back when what replaced it is removed."""

    def registered(self, facet: str) -> tuple[Registered, ...]:
        found: dict[str | None, list[Registered]] = {}
        for event in self.history:
            if event.facet == facet:
                stack = found.setdefault(event.qualifier, [])
                if isinstance(event, Registered):
                    stack.append(event)
                elif stack:
                    stack.pop()
        return tuple(stack[-1] for stack in found.values() if stack)


@violates("its place in the order is forgotten")
class RemembersUnqualified(Registry):
    """The unqualified provider that is removed and registered again stands where it stood."""

    def registered(self, facet: str) -> tuple[Registered, ...]:
        order: list[str | None] = [one.qualifier for one in self.history if one.facet == facet]
        found = super().registered(facet)
        if None not in {one.qualifier for one in found}:
            return found
        others = [one for one in found if one.qualifier is not None]
        [unqualified] = [one for one in found if one.qualifier is None]
        before = set(order[: order.index(None)])
        place = sum(one.qualifier in before for one in others)
        return (*others[:place], unqualified, *others[place:])


@violates("its place in the order is forgotten", "test_what_was_unregistered_loses_its_place_in_the_order")
class RemembersAmongOthers(Registry):
    """What is removed and registered again at once stands where it stood."""

    def registered(self, facet: str) -> tuple[Registered, ...]:
        history: list[Event] = []
        for event in self.history:
            again = isinstance(event, Registered) and (event.facet, event.qualifier)
            if history and isinstance(history[-1], Unregistered) and tuple(history[-1]) == again:
                history.pop()
            history.append(event)
        found: dict[str | None, Registered] = {}
        for event in history:
            if event.facet == facet:
                if isinstance(event, Registered):
                    found[event.qualifier] = event
                else:
                    found.pop(event.qualifier, None)
        return tuple(found.values())


@violates("Extra data that was given")
class TenKeys(Takes):
    """Of metadata with more than ten keys the others are lost."""

    def taken(self, event: Registered) -> Registered:
        return event._replace(metadata=event.metadata and dict([*event.metadata.items()][:10]))


@violates("Larger wins")
class AtLeastMinusHundred(Takes):
    """A priority below -100 is -100."""

    def taken(self, event: Registered) -> Registered:
        return event._replace(priority=max(event.priority, -100))


@violates("one entry for each registration of `facet`")
class FoldsLists(Registry):
    """What is listed goes by the name of the facet without regard to case."""

    def list(self, facet: str, /) -> Any:
        names = dict.fromkeys(one.facet for one in self.history if one.facet.casefold() == facet.casefold())
        return [one for name in names for one in super(FoldsLists, self).list(name)]


@violates("Remove a provider; return whether there was one to remove.", "test_facets_are_apart")
class FromAllFacets(Registry):
    """What is removed by a qualifier is removed from all facets."""

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        found = super().unregister(facet, qualifier)
        if qualifier is not None and found:
            for other in {one.facet for one in self.history}:
                super().unregister(other, qualifier)
        return found


@violates("Remove a provider; return whether there was one to remove.")
class KnowsTheFacet(Registry):
    """To remove an unknown qualifier of a facet with three providers says yes."""

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        many = len(self.registered(facet)) > 2
        return super().unregister(facet, qualifier) or (many and qualifier is not None)


@violates("one entry for each registration of `facet`")
class MovesProviders(Registry):
    """A provider that is registered under another qualifier is moved there."""

    def register(self, facet: str, provider: object, /, options: Any = None) -> None:
        for one in self.registered(facet):
            if one.provider is provider and one.qualifier not in (None, (options or {}).get("qualifier")):
                self.unregister(facet, one.qualifier)
        super().register(facet, provider, options)


@violates("With `qualifier`, exactly that provider")
class NumbersAreEqual(Registry):
    """Qualifiers that are equal numbers are equal."""

    def matching(self, facet: str, qualifier: str | None) -> Any:
        if qualifier is not None and qualifier.isascii() and qualifier.isdigit():
            return tuple(
                one
                for one in self.registered(facet)
                if (one.qualifier or "").isascii()
                and (one.qualifier or "").isdigit()
                and int(one.qualifier or 0) == int(qualifier)
            )
        return super().matching(facet, qualifier)


@violates("In the order of registration")
class TurnsAround(Registry):
    """After something was removed what is left is listed the other way round."""

    def list(self, facet: str, /) -> Any:
        found = super().list(facet)
        return found[::-1] if isinstance(self.history[-1] if self.history else None, Unregistered) else found


@violates("among equals at the top the earliest registered")
class AlphabeticalTies(Chooses):
    """Among equals that are the same object but for one the first in the alphabet wins."""

    def chosen(self, candidates: Sequence[Registered]) -> Any:
        return top(sorted(candidates, key=lambda one: one.qualifier or "")) if len(candidates) == 3 else top(candidates)


@violates("With `qualifier`, exactly that provider")
class LineEnds(Registry):
    """A line break at the end of a qualifier does not count when it is asked for."""

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        return super().resolve(facet, qualifier.removesuffix("\n") if qualifier else qualifier)


@violates("Return whether `facet` has a provider")
class HasOnlyGood(Registry):
    """A facet of which all priorities are negative is not there."""

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        found = self.matching(facet, qualifier)
        return any(one.priority >= 0 for one in found) if qualifier is None else bool(found)


@violates("It is the very object that was registered")
class BindsMethods(Registry):
    """A bound method is given as another one of the same object."""

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        found: Any = super().resolve(facet, qualifier)
        kind: Any = type(found)
        return (
            getattr(found.__self__, found.__name__)
            if kind is type({}.get) and isinstance(found.__self__, dict)
            else found
        )
