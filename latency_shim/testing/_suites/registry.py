"""The suite for registries."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from latency_shim import FacetKey, FacetRegistry
from latency_shim.testing._contract import default
from latency_shim.testing._models.registry import RegistryHistories


@dataclass(frozen=True)
class Provider:
    """A provider to be registered; a copy of it is equal, so that only tests of identity fail for copies."""

    name: str = ""

    def __repr__(self) -> str:
        return f"<provider {self.name}>"


A, B, C = Provider("A"), Provider("B"), Provider("C")
CACHE: FacetKey[Provider] = FacetKey("Cache", Provider)


class FacetRegistryContract(RegistryHistories):
    """The promises of every `FacetRegistry`. Needs the fixture `registry`."""

    interface: ClassVar[Any] = FacetRegistry
    fixture: ClassVar[str] = "registry"
    needs: ClassVar[Mapping[str, str]] = {
        "registry": "an empty registry of yours, a new one for each test",
    }
    abilities: ClassVar[Mapping[str, str]] = {
        "ties": "`resolve` without a qualifier gives `None` where several have the highest priority",
        "replacement": "registering the same (facet, qualifier) again keeps both, and the earlier one resolves",
    }
    untested: ClassVar[Mapping[str, str]] = {
        "Without input or output": "a test cannot see what a registry does elsewhere"
    }

    @default
    def another_registry(self, registry: FacetRegistry) -> FacetRegistry:
        """Return a second empty registry; needed if a class is not enough to make one."""
        try:
            return type(registry)()
        except TypeError:
            self.no_fixture("another_registry", "a second empty registry")

    def test_an_unknown_facet_resolves_to_none(self, it: FacetRegistry) -> None:
        """Return a provider of `facet`, or `None`; it never raises for that.

        If this fails, `resolve` raised, or made something up, for a facet that nobody registered: return `None`.
        """
        assert it.resolve("Cache") is None
        assert it.resolve("Cache", "disk") is None

    def test_a_provider_resolves_to_the_same_object(self, it: FacetRegistry) -> None:
        """It is the very object that was registered

        If this fails, `resolve` gave a copy or a wrapper: return the object that `register` was given.
        """
        provider = {"size": 1}
        it.register("Cache", provider)
        assert it.resolve("Cache") is provider

    def test_a_qualified_provider_resolves_to_the_same_object(self, it: FacetRegistry) -> None:
        """With `qualifier`, exactly that provider

        If this fails, `resolve(facet, qualifier)` does not find what was registered with that qualifier.
        """
        it.register("Cache", A, {"qualifier": "memory"})
        it.register("Cache", B, {"qualifier": "disk"})
        assert it.resolve("Cache", "memory") is A
        assert it.resolve("Cache", qualifier="disk") is B

    def test_no_other_provider_takes_the_place_of_a_qualified_one(self, it: FacetRegistry) -> None:
        """no other takes its place.

        If this fails, `resolve` fell back on another provider: with an unknown qualifier it must give `None`.
        """
        it.register("Cache", A)
        it.register("Cache", B, {"qualifier": "disk", "priority": 9})
        assert it.resolve("Cache", "memory") is None

    def test_without_qualifier_any_sole_provider_is_found(self, it: FacetRegistry) -> None:
        """absent means that any will do.

        If this fails, `resolve` without a qualifier looks at the unqualified provider alone: it must find any.
        """
        it.register("Cache", A, {"qualifier": "disk"})
        assert it.resolve("Cache") == A

    def test_names_and_qualifiers_are_compared_exactly(self, it: FacetRegistry) -> None:
        """Names and qualifiers are compared exactly: capital letters, spaces and Unicode forms count.

        If this fails, a name or a qualifier is stripped, folded or normalised: take it as it is.
        """
        names = "Caf\u00e9", "Cafe\u0301", "caf\u00e9", "Caf\u00e9 ", "Caf\u00e9.*"
        it.register(names[0], A)
        assert [name for name in names if it.has(name)] == [names[0]]
        for qualifier in names:
            it.register("Cache", Provider(qualifier), {"qualifier": qualifier})
        assert sorted(str(entry.qualifier) for entry in it.list("Cache")) == sorted(names)

    def test_without_qualifier_the_highest_priority_wins(self, it: FacetRegistry) -> None:
        """Without, the one of the highest priority

        If this fails, `resolve` without a qualifier goes by something else than the largest priority.
        """
        it.register("Cache", A, {"qualifier": "a", "priority": 9})
        it.register("Cache", B, {"qualifier": "b", "priority": 10})
        it.register("Cache", C, {"qualifier": "c", "priority": 2})
        assert it.resolve("Cache") == B

    def test_the_unqualified_provider_is_not_preferred(self, it: FacetRegistry) -> None:
        """whatever its qualifier

        If this fails, `resolve` without a qualifier prefers the unqualified provider, or the others.
        """
        it.register("Cache", A, {"priority": 1})
        it.register("Cache", B, {"qualifier": "b", "priority": 2})
        it.register("Clock", A, {"priority": 2})
        it.register("Clock", B, {"qualifier": "b", "priority": 1})
        assert [it.resolve(facet) for facet in ("Cache", "Clock")] == [B, A]

    def test_among_equals_the_earliest_wins(self, it: FacetRegistry) -> None:
        """among equals at the top the earliest registered, or `None` from a core that lacks `ties`.

        If this fails, `resolve` without a qualifier breaks a tie of priorities in another way.
        """
        it.register("Cache", A, {"qualifier": "z", "priority": 1})
        it.register("Cache", B, {"qualifier": "a", "priority": 1})
        if "ties" in self.lacks:
            assert it.resolve("Cache") is None
        self.need("ties")
        assert it.resolve("Cache") == A

    def test_a_priority_that_was_left_out_is_0(self, it: FacetRegistry) -> None:
        """Larger wins where no qualifier is asked for; absent means 0. … Larger wins; 0 when none was given.

        If this fails, a provider without a priority is not ranked, or not listed, as one of priority 0.
        """
        it.register("Cache", A, {"qualifier": "a"})
        it.register("Cache", B, {"qualifier": "b", "priority": 1})
        assert it.resolve("Cache") == B
        assert sorted(entry.priority for entry in it.list("Cache")) == [0, 1]

    def test_a_priority_may_be_negative(self, it: FacetRegistry) -> None:
        """Any whole number, also a negative one.

        If this fails, a negative priority is refused, or taken for another number.
        """
        it.register("Cache", A, {"qualifier": "a", "priority": -10})
        it.register("Cache", B, {"qualifier": "b", "priority": -9})
        assert it.resolve("Cache") == B
        assert sorted(entry.priority for entry in it.list("Cache")) == [-10, -9]

    def test_the_truth_value_of_a_provider_does_not_count(self, it: FacetRegistry) -> None:
        """what counts is the registration, never the truth value of the provider. … It goes by registration,
        never by the truth value of the provider.

        If this fails, `resolve`, `has` or `unregister` tests a provider as in `if provider:`; use `is None`.
        """
        it.register("Cache", [], {"priority": 1})
        it.register("Cache", [], {"qualifier": "disk"})
        assert it.resolve("Cache") == []
        assert it.resolve("Cache", "disk") == []
        assert it.has("Cache")
        assert it.has("Cache", "disk")
        assert it.unregister("Cache", "disk")

    def test_list_has_one_entry_for_each_registration(self, it: FacetRegistry) -> None:
        """Return one entry for each registration of `facet`. … Name of the facet.

        If this fails, `list` leaves registrations out, or has those of another facet.
        """
        it.register("Cache", A)
        it.register("Cache", A, {"qualifier": "disk"})
        it.register("Clock", B)
        assert sorted((entry.facet, entry.qualifier or "") for entry in it.list("Cache")) == [
            ("Cache", ""),
            ("Cache", "disk"),
        ]

    def test_list_is_in_the_order_of_registration(self, it: FacetRegistry) -> None:
        """In the order of registration

        If this fails, `list` sorts: it must keep the order in which `register` was called.
        """
        for provider, qualifier, priority in (A, "b", 1), (B, "c", 3), (C, "a", 2):
            it.register("Cache", provider, {"qualifier": qualifier, "priority": priority})
        assert [entry.qualifier for entry in it.list("Cache")] == ["b", "c", "a"]

    def test_list_of_an_unknown_facet_is_empty(self, it: FacetRegistry) -> None:
        """empty for a facet that nobody registered.

        If this fails, `list` raised, or gave entries, for a facet that nobody registered.
        """
        assert list(it.list("Cache")) == []

    def test_list_shows_the_state_at_the_time_of_the_call(self, it: FacetRegistry) -> None:
        """The sequence shows the state at the time of the call.

        If this fails, what `list` returned changes with the registry, or is kept for the next call.
        """
        it.register("Cache", A, {"qualifier": "a"})
        before = it.list("Cache")
        it.register("Cache", B, {"qualifier": "b"})
        after = it.list("Cache")
        assert [entry.qualifier for entry in before] == ["a"]
        assert sorted(str(entry.qualifier) for entry in after) == ["a", "b"]

    def test_list_reads_back_what_was_given(self, it: FacetRegistry) -> None:
        """Extra data about the registration; opaque, read back from `FacetRegistry.list`.

        If this fails, an entry of `list` does not say the qualifier, priority or metadata that `register` was given.
        """
        it.register("Cache", A, {"qualifier": "disk", "priority": 7, "metadata": {"path": "var"}})
        [entry] = it.list("Cache")
        assert (entry.qualifier, entry.priority) == ("disk", 7)
        assert entry.metadata is not None
        assert dict(entry.metadata) == {"path": "var"}

    def test_what_was_left_out_reads_back_as_none(self, it: FacetRegistry) -> None:
        """`None` for the unqualified provider. … Extra data that was given; `None` when there was none.

        If this fails, an entry of `list` has a stand-in, such as `"default"` or `{}`, for what was never given.
        """
        it.register("Cache", A)
        [entry] = it.list("Cache")
        assert entry.qualifier is None
        assert entry.metadata is None

    def test_has_says_whether_there_is_any_provider(self, it: FacetRegistry) -> None:
        """Return whether `facet` has a provider: any

        If this fails, `has` without a qualifier is not true exactly for facets with some provider.
        """
        assert not it.has("Cache")
        it.register("Cache", A, {"qualifier": "disk"})
        assert it.has("Cache")
        assert not it.has("Clock")

    def test_has_says_whether_there_is_a_qualified_provider(self, it: FacetRegistry) -> None:
        """or with `qualifier` exactly that one.

        If this fails, `has` with a qualifier counts a provider of another qualifier, or misses the right one.
        """
        it.register("Cache", A)
        it.register("Cache", B, {"qualifier": "disk"})
        assert it.has("Cache", "disk")
        assert not it.has("Cache", "memory")

    def test_registering_again_replaces_the_provider(self, it: FacetRegistry) -> None:
        """Registering the same (facet, qualifier) again replaces provider, priority and metadata … a core that lacks
        `replacement` keeps both, and the earlier one resolves.

        If this fails, the first provider of a (facet, qualifier) stays, or something of its registration.
        """
        it.register("Cache", A, {"qualifier": "disk", "metadata": {"path": "var"}})
        it.register("Cache", B, {"qualifier": "disk", "priority": 3})
        if "replacement" in self.lacks:
            assert it.resolve("Cache", "disk") == A
            assert [entry.priority for entry in it.list("Cache")] == [0, 3]
        self.need("replacement")
        assert it.resolve("Cache", "disk") == B
        assert [entry.priority for entry in it.list("Cache")] == [3]
        assert [entry for entry in it.list("Cache") if entry.metadata == {"path": "var"}] == []

    def test_registering_again_keeps_the_place_in_the_order(self, it: FacetRegistry) -> None:
        """keeps the place in the order

        If this fails, a provider that replaces another goes to the end: it must take the other's place.
        """
        self.need("replacement")
        it.register("Cache", A, {"qualifier": "a"})
        it.register("Cache", B, {"qualifier": "b"})
        it.register("Cache", C, {"qualifier": "a"})
        assert [entry.qualifier for entry in it.list("Cache")] == ["a", "b"]

    def test_there_is_at_most_one_unqualified_provider(self, it: FacetRegistry) -> None:
        """There is at most one provider for each (facet, qualifier), the unqualified one included.

        If this fails, registering twice without a qualifier left two providers, or the first one.
        """
        self.need("replacement")
        it.register("Cache", A)
        it.register("Cache", B)
        assert [entry.qualifier for entry in it.list("Cache")] == [None]
        assert it.resolve("Cache") == B

    def test_unregister_says_whether_there_was_something_to_remove(self, it: FacetRegistry) -> None:
        """Remove a provider; return whether there was one to remove.

        If this fails, `unregister` does not return `True` when it removed something and `False` otherwise.
        """
        it.register("Cache", A, {"qualifier": "disk"})
        assert it.unregister("Cache", "memory") is False
        assert it.unregister("Cache", "disk") is True
        assert it.unregister("Cache", "disk") is False
        assert it.unregister("Clock") is False

    def test_unregister_with_a_qualifier_removes_exactly_that_provider(self, it: FacetRegistry) -> None:
        """With `qualifier` exactly that one

        If this fails, `unregister(facet, qualifier)` removed providers of other qualifiers too.
        """
        it.register("Cache", A)
        it.register("Cache", B, {"qualifier": "disk"})
        it.register("Cache", C, {"qualifier": "memory"})
        it.unregister("Cache", "disk")
        assert {entry.qualifier for entry in it.list("Cache")} == {None, "memory"}

    def test_unregister_without_a_qualifier_leaves_the_qualified_ones(self, it: FacetRegistry) -> None:
        """without, the unqualified provider and no other.

        If this fails, `unregister(facet)` took the unqualified provider's neighbours with it.
        """
        it.register("Cache", A)
        it.register("Cache", B, {"qualifier": "disk"})
        assert it.unregister("Cache")
        assert [entry.qualifier for entry in it.list("Cache")] == ["disk"]

    def test_unregister_without_a_qualifier_removes_no_qualified_one(self, it: FacetRegistry) -> None:
        """without, the unqualified provider and no other.

        If this fails, `unregister(facet)` removed the only provider, which has a qualifier, or said that it did: it
        must return `False`, as for anything that is not there.
        """
        it.register("Cache", A, {"qualifier": "disk"})
        assert it.unregister("Cache") is False
        assert it.has("Cache", "disk")

    def test_what_was_unregistered_loses_its_place_in_the_order(self, it: FacetRegistry) -> None:
        """its place in the order is forgotten.

        If this fails, a provider that is removed and registered again stands where it stood: it must go to the end.
        """
        it.register("Cache", A, {"qualifier": "z"})
        it.register("Cache", B, {"qualifier": "a"})
        it.unregister("Cache", "z")
        it.register("Cache", A, {"qualifier": "z"})
        assert it.list("Cache")[-1].qualifier == "z"

    def test_what_was_unregistered_is_gone_for_every_method(self, it: FacetRegistry) -> None:
        """Afterwards `resolve`, `has` and `list` agree that it is gone

        If this fails, some method still knows a provider that was removed.
        """
        it.register("Cache", A)
        it.unregister("Cache")
        assert it.resolve("Cache") is None
        assert not it.has("Cache")
        assert list(it.list("Cache")) == []

    def test_facets_are_apart(self, it: FacetRegistry) -> None:
        """Make `provider` available as `facet`.

        If this fails, one facet's providers are found, or removed, under another's name.
        """
        it.register("Cache", A, {"qualifier": "disk"})
        it.register("Clock", B, {"qualifier": "disk"})
        assert it.resolve("Cache", "disk") == A
        assert it.resolve("Clock", "disk") == B
        it.unregister("Clock", "disk")
        assert it.has("Cache", "disk")

    def test_a_key_and_its_text_name_the_same_facet(self, it: FacetRegistry) -> None:
        """Facets may be given as plain text or as `FacetKey`, which are equal.

        If this fails, the registry goes by the type of a name, or by its identity: keys are equal to their text.
        """
        it.register(CACHE, A)
        assert it.resolve("Cache") == A
        assert it.resolve(CACHE) == A
        it.register("Clock", B)
        assert it.resolve(FacetKey("Clock", Provider)) == B

    def test_registries_share_nothing(self, it: FacetRegistry, another_registry: FacetRegistry) -> None:
        """registries share nothing.

        If this fails, what is registered is kept in the class or the module: keep it in each registry.
        """
        it.register("Cache", A)
        assert not another_registry.has("Cache")
