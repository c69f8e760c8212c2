"""Registries that break a promise each."""

import unicodedata
from collections.abc import Callable, Sequence
from copy import copy
from typing import Any, ClassVar, NamedTuple, Self

import pytest

from latency_shim import FacetRegistration, FacetRegistry, RegistrationOptions
from latency_shim.memory import MemoryRegistration, MemoryRegistry
from latency_shim.testing import FacetRegistryContract
from mutants import breaks, keeps_all, lacking


class SUITE(FacetRegistryContract):
    make: Callable[[], FacetRegistry] = MemoryRegistry

    @pytest.fixture
    def registry(self) -> FacetRegistry:
        return self.make()


@breaks("test_it_conforms_to_the_interface")
class RenamesAParameter(MemoryRegistry):
    """`has` calls its optional parameter otherwise, so `has(facet, qualifier=…)` does not work."""

    def has(self, facet: str, /, name: str | None = None) -> bool:  # pyright: ignore[reportIncompatibleMethodOverride]
        return super().has(facet, name)  # what pyright says is what the mutant is for


@breaks("test_an_unknown_facet_resolves_to_none")
class RaisesForAnUnknownFacet(MemoryRegistry):
    """`resolve` raises for a facet that nobody registered."""

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        self._entries[facet]
        return super().resolve(facet, qualifier)


@breaks("test_a_provider_resolves_to_the_same_object")
class Copies(MemoryRegistry):
    """A provider that is a dictionary is copied when it is registered."""

    def register(self, facet: str, provider: Any, /, options: RegistrationOptions | None = None) -> None:
        super().register(facet, copy(provider) if hasattr(provider, "keys") else provider, options)


@breaks("test_a_qualified_provider_resolves_to_the_same_object")
class IgnoresTheQualifier(MemoryRegistry):
    """`resolve` gives the provider of the highest priority for every qualifier that is there."""

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        return super().resolve(facet, None if self.has(facet, qualifier) else qualifier)


@breaks("test_no_other_provider_takes_the_place_of_a_qualified_one")
class FallsBack(MemoryRegistry):
    """`resolve` with an unknown qualifier gives any other provider."""

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        return super().resolve(facet, qualifier if self.has(facet, qualifier) else None)


@breaks("test_without_qualifier_any_sole_provider_is_found")
class MissesASoleQualifiedOne(MemoryRegistry):
    """`resolve` without qualifier does not find a sole provider that has one."""

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        sole = len(self._entries.get(facet, {})) == 1
        if sole:
            return self._entries[facet][qualifier].provider if qualifier in self._entries[facet] else None
        return super().resolve(facet, qualifier)


@breaks("test_names_and_qualifiers_are_compared_exactly")
class Normalises(MemoryRegistry):
    """Unicode forms of a name do not count."""

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        super().register(unicodedata.normalize("NFC", facet), provider, options)

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        return super().has(unicodedata.normalize("NFC", facet), qualifier)


@breaks("test_names_and_qualifiers_are_compared_exactly")
class StripsQualifiers(MemoryRegistry):
    """Spaces around a qualifier do not count."""

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        given: RegistrationOptions = {**(options or {})}
        if "qualifier" in given:
            given["qualifier"] = given["qualifier"].strip()
        super().register(facet, provider, given)


@breaks("test_without_qualifier_the_highest_priority_wins")
class ComparesAsText(MemoryRegistry):
    """`resolve` compares priorities as text, so that 9 is more than 10."""

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        if qualifier is not None:
            return super().resolve(facet, qualifier)
        entries = self._entries.get(facet, {}).values()
        best = max(entries, key=lambda entry: str(entry.registration.priority), default=None)
        return best.provider if best else None


@breaks("test_the_unqualified_provider_is_not_preferred")
class PrefersTheUnqualified(MemoryRegistry):
    """`resolve` without qualifier gives the unqualified provider where there is one and others have a priority."""

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        entries = self._entries.get(facet, {})
        if qualifier is None and None in entries and any(one.priority for one in self.list(facet)):
            return entries[None].provider
        return super().resolve(facet, qualifier)


@breaks("test_among_equals_the_earliest_wins")
class BreaksTiesByName(MemoryRegistry):
    """`resolve` takes the first in the alphabet among equals."""

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        first = min(self.list(facet), key=lambda one: (-one.priority, one.qualifier or ""), default=None)
        return super().resolve(facet, first.qualifier if first and qualifier is None else qualifier)


@breaks("test_a_priority_that_was_left_out_is_0")
class DefaultsToTheLowest(MemoryRegistry):
    """A provider without a priority has one of -1."""

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        super().register(facet, provider, {"priority": -1, **(options or {})})


@breaks("test_a_priority_may_be_negative")
class TakesNegativeForZero(MemoryRegistry):
    """A negative priority counts as 0."""

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        given: RegistrationOptions = {**(options or {})}
        super().register(facet, provider, {**given, "priority": max(given.get("priority", 0), 0)})


@breaks("test_the_truth_value_of_a_provider_does_not_count")
class CountsTruth(MemoryRegistry):
    """`has` goes by the truth value of the provider."""

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        return bool(self.resolve(facet, qualifier))


@breaks("test_list_has_one_entry_for_each_registration")
class ListsProviders(MemoryRegistry):
    """`list` has one entry for each provider, and not for each registration."""

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        entries = reversed(self._entries.get(facet, {}).values())
        return [*{id(entry.provider): entry.registration for entry in entries}.values()][::-1]


@breaks("test_list_is_in_the_order_of_registration")
class Sorts(MemoryRegistry):
    """`list` sorts by qualifier."""

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        return sorted(super().list(facet), key=lambda one: one.qualifier or "")


@breaks("test_list_of_an_unknown_facet_is_empty")
class ListRaises(MemoryRegistry):
    """`list` raises for a facet that nobody registered."""

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        self._entries[facet]
        return super().list(facet)


@breaks("test_list_shows_the_state_at_the_time_of_the_call")
class GivesTheSameList(MemoryRegistry):
    """`list` gives one list for each facet, which it brings up to date."""

    def __init__(self) -> None:
        super().__init__()
        self.lists: dict[str, list[FacetRegistration]] = {}

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        kept = self.lists.setdefault(facet, [])
        kept[:] = super().list(facet)
        return kept


@breaks("test_list_reads_back_what_was_given")
class DropsMetadata(MemoryRegistry):
    """`list` knows no metadata."""

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        return [MemoryRegistration(one.facet, one.qualifier, one.priority, None) for one in super().list(facet)]


@breaks("test_what_was_left_out_reads_back_as_none")
class MakesUpMetadata(MemoryRegistry):
    """Metadata that was not given reads back as an empty dictionary."""

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        super().register(facet, provider, {"metadata": {}, **(options or {})})


@breaks("test_has_says_whether_there_is_any_provider")
class HasOnlyTheUnqualified(MemoryRegistry):
    """`has` without qualifier looks for the unqualified provider alone."""

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        return qualifier in self._entries.get(facet, {})


@breaks("test_has_says_whether_there_is_a_qualified_provider")
class HasAny(MemoryRegistry):
    """`has` with a qualifier counts every provider."""

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        return super().has(facet)


@breaks("test_registering_again_replaces_the_provider")
class KeepsTheOldPriority(MemoryRegistry):
    """What replaces a provider keeps the priority of the first."""

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        given: RegistrationOptions = {**(options or {})}
        for one in self.list(facet):
            if one.qualifier == given.get("qualifier"):
                given["priority"] = one.priority
        super().register(facet, provider, given)


@breaks("test_registering_again_replaces_the_provider")
class KeepsTheOldMetadata(MemoryRegistry):
    """What replaces a provider keeps the metadata of the first."""

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        given: RegistrationOptions = {**(options or {})}
        for one in self.list(facet):
            if one.qualifier == given.get("qualifier") and one.metadata is not None:
                given["metadata"] = one.metadata
        super().register(facet, provider, given)


@breaks("test_registering_again_keeps_the_place_in_the_order")
class MovesToTheEnd(MemoryRegistry):
    """A provider that replaces another goes to the end."""

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        self._entries.get(facet, {}).pop((options or {}).get("qualifier"), None)
        super().register(facet, provider, options)


@breaks("test_what_was_unregistered_loses_its_place_in_the_order")
class RemembersPlaces(MemoryRegistry):
    """A provider that is registered again after it was removed stands where it stood."""

    def __init__(self) -> None:
        super().__init__()
        self.places: dict[tuple[str, str | None], int] = {}

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        super().register(facet, provider, options)
        self.places.setdefault((facet, (options or {}).get("qualifier")), len(self.places))

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        return sorted(super().list(facet), key=lambda one: self.places[facet, one.qualifier])


@breaks("test_there_is_at_most_one_unqualified_provider")
class KeepsTheFirstUnqualified(MemoryRegistry):
    """Registering again without qualifier does nothing."""

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        if "qualifier" in (options or {}) or None not in self._entries.get(facet, {}):
            super().register(facet, provider, options)


@breaks("test_unregister_says_whether_there_was_something_to_remove")
class AlwaysRemoved(MemoryRegistry):
    """`unregister` with a qualifier always gives `True`."""

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        return super().unregister(facet, qualifier) or qualifier is not None


@breaks("test_unregister_with_a_qualifier_removes_exactly_that_provider")
class RemovesTheFacet(MemoryRegistry):
    """`unregister` with a qualifier that is there removes all providers of the facet."""

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        removed = super().unregister(facet, qualifier)
        if removed and qualifier is not None:
            self._entries[facet].clear()
        return removed


@breaks("test_unregister_without_a_qualifier_leaves_the_qualified_ones")
class RemovesAllWithoutQualifier(MemoryRegistry):
    """`unregister` without qualifier removes all providers of the facet, if one of them has none."""

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        if qualifier is None and None in self._entries.get(facet, {}):
            return bool(self._entries.pop(facet, None))
        return super().unregister(facet, qualifier)


@breaks("test_unregister_without_a_qualifier_removes_no_qualified_one")
class RemovesASoleOne(MemoryRegistry):
    """`unregister` without qualifier removes a sole provider that has one."""

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        registered = self.list(facet)
        sole = qualifier is None and len(registered) == 1
        return super().unregister(facet, registered[0].qualifier if sole else qualifier)


@breaks("test_what_was_unregistered_is_gone_for_every_method")
class HasForever(MemoryRegistry):
    """`has` is true for a facet that once had a provider."""

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        return facet in self._entries if qualifier is None else super().has(facet, qualifier)


@breaks("test_facets_are_apart")
class RemovesFromAllFacets(MemoryRegistry):
    """`unregister` removes the qualifier from every facet."""

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        removed = super().unregister(facet, qualifier)
        for other in self._entries:
            super().unregister(other, qualifier)
        return removed


@breaks("test_a_key_and_its_text_name_the_same_facet")
class GoesByTheTypeOfAName(MemoryRegistry):
    """What is registered by a key is not found by the text."""

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        super().register(facet if type(facet) is str else f"key {facet}", provider, options)


@breaks("test_registries_share_nothing")
class KeepsAllInItsClass(MemoryRegistry):
    """What is registered is kept in the class."""

    all: ClassVar[dict[str, dict[str | None, Any]]]

    def __new__(cls) -> Self:  # a class for each test
        anew: Any = cls if hasattr(cls, "all") else type(cls.__name__, (cls,), {"all": {}})
        made: Self = super().__new__(anew)
        return made

    def __init__(self) -> None:
        self._entries = self.all


@keeps_all
class TakesAnything(MemoryRegistry):
    """`list` gives a tuple, and everything takes any further arguments."""

    def register(
        self, facet: str, provider: object, /, options: RegistrationOptions | None = None, *args: Any, **keywords: Any
    ) -> None:
        super().register(facet, provider, options)

    def resolve(self, facet: str, /, qualifier: str | None = None, *args: Any, **keywords: Any) -> Any:
        return super().resolve(facet, qualifier)

    def list(self, facet: str, /, *args: Any, **keywords: Any) -> Sequence[FacetRegistration]:
        return (*super().list(facet),)

    def has(self, *args: Any, **keywords: Any) -> bool:
        return super().has(*args, **keywords)

    def unregister(self, *args: Any, **keywords: Any) -> bool:
        return super().unregister(*args, **keywords)


class Entry(NamedTuple):
    facet: str
    qualifier: str | None
    priority: int
    metadata: dict[str, object] | None
    provider: object


@keeps_all
class OneDictionary:
    """Registrations are named tuples, with the provider, in one dictionary by (facet, qualifier)."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str | None], Entry] = {}

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        given: RegistrationOptions = options or {}
        qualifier, metadata = given.get("qualifier"), given.get("metadata")
        copied = None if metadata is None else {**metadata}
        self.entries[facet, qualifier] = Entry(facet, qualifier, given.get("priority", 0), copied, provider)

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        found = [one for one in self.list(facet) if qualifier in (None, one.qualifier)]
        return max(found, key=lambda one: one.priority).provider if found else None

    def list(self, facet: str, /) -> Sequence[Entry]:
        return [entry for (name, _), entry in self.entries.items() if name == facet]

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        return any(qualifier in (None, one.qualifier) for one in self.list(facet))

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        return self.entries.pop((facet, qualifier), None) is not None


@keeps_all
class DecidesWhatIsLeftOpen(MemoryRegistry):
    """An empty qualifier is none."""

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        given: RegistrationOptions = {**(options or {})}
        if given.get("qualifier") == "":
            del given["qualifier"]
        super().register(facet, provider, given)

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        return super().resolve(facet, qualifier or None)

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        return super().unregister(facet, qualifier or None)


class KeepsBoth:
    """A core in which neither of two registrations replaces the other, and a tie is nobody's."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        given: RegistrationOptions = options or {}
        metadata: Any = given.get("metadata")
        self.entries.append(Entry(facet, given.get("qualifier"), given.get("priority", 0), metadata, provider))

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        if qualifier is not None:
            return next((one.provider for one in self.list(facet) if one.qualifier == qualifier), None)
        highest = max((one.priority for one in self.list(facet)), default=0)
        best = [one.provider for one in self.list(facet) if one.priority == highest]
        return best[0] if len(best) == 1 else None

    def list(self, facet: str, /) -> Sequence[Entry]:
        return [one for one in self.entries if one.facet == facet]

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        return any(qualifier in (None, one.qualifier) for one in self.list(facet))

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        there = next((one for one in self.list(facet) if one.qualifier == qualifier), None)
        if there is not None:
            self.entries.remove(there)
        return there is not None


REASON = "it keeps to the text of the TypeScript contract"


@keeps_all
@lacking(ties=REASON, replacement=REASON)
class LacksBoth(KeepsBoth):
    """Both of two equal registrations are kept, and a tie at the top gives `None`, as is declared."""


@breaks("test_among_equals_the_earliest_wins")
@lacking(ties=REASON, replacement=REASON)
class LacksTiesAndTakesTheLatest(KeepsBoth):
    """It lacks `ties`, and gives the latest among equals in place of `None`."""

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        if qualifier is not None:
            return super().resolve(facet, qualifier)
        latest_first = [*reversed(self.list(facet))]
        return max(latest_first, key=lambda one: one.priority).provider if latest_first else None


@breaks("test_registering_again_replaces_the_provider")
@lacking(ties=REASON, replacement=REASON)
class LacksReplacementAndForgetsTheFirst(KeepsBoth):
    """It lacks `replacement`, and the later one resolves."""

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        if qualifier is None:
            return super().resolve(facet)
        return next((one.provider for one in reversed(self.list(facet)) if one.qualifier == qualifier), None)


# Faults that spare every example: histories find them.


@breaks("test_what_resolves_in_any_history")
class RemembersPlacesForTies(MemoryRegistry):
    """Among equals the one wins that was once registered first, though it was removed since."""

    def __init__(self) -> None:
        super().__init__()
        self.places: dict[tuple[str, str | None], int] = {}

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        super().register(facet, provider, options)
        self.places.setdefault((facet, (options or {}).get("qualifier")), len(self.places))

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        if qualifier is None:
            best = min(
                self.list(facet), key=lambda one: (-one.priority, self.places[facet, one.qualifier]), default=None
            )
            return best and self._entries[facet][best.qualifier].provider
        return super().resolve(facet, qualifier)


@breaks("test_what_is_listed_in_any_history")
class KeepsTheHigherPriority(MemoryRegistry):
    """What replaces a provider of a negative priority keeps the metadata of the first."""

    def register(self, facet: str, provider: object, /, options: RegistrationOptions | None = None) -> None:
        given: RegistrationOptions = {**(options or {})}
        for one in self.list(facet):
            if one.qualifier == given.get("qualifier") and one.priority < 0 and one.metadata is not None:
                given["metadata"] = one.metadata
        super().register(facet, provider, given)


@breaks("test_what_was_listed_stays_in_any_history")
class RefillsTheListOfThree(MemoryRegistry):
    """Of a facet with three registrations `list` always gives the same list, which it brings up to date."""

    def __init__(self) -> None:
        super().__init__()
        self.lists: dict[str, list[FacetRegistration]] = {}

    def list(self, facet: str, /) -> Sequence[FacetRegistration]:
        found = [*super().list(facet)]
        if facet in self.lists or len(found) > 2:
            self.lists.setdefault(facet, [])[:] = found
        return self.lists.get(facet, found)


@breaks("test_what_a_registry_has_in_any_history")
class HasNoThird(MemoryRegistry):
    """`has` without qualifier is false for more than three providers."""

    def has(self, facet: str, /, qualifier: str | None = None) -> bool:
        return super().has(facet, qualifier) and (qualifier is not None or len(self.list(facet)) <= 3)


@breaks("test_what_is_removed_in_any_history")
class RemovesNothingEmpty(MemoryRegistry):
    """`unregister` gives `False` for a provider that is `None`."""

    def unregister(self, facet: str, /, qualifier: str | None = None) -> bool:
        entry = self._entries.get(facet, {}).get(qualifier)
        return super().unregister(facet, qualifier) and entry is not None and entry.provider is not None
