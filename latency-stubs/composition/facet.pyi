"""What plugins declare about facets, and the key that names one.

A *facet* is a named ability that one plugin offers and another asks for. In a manifest a facet is
plain text; in code it is best a `FacetKey`, which is the same text and also knows the interface:

```python
from typing import Protocol

from latency_shim import FacetKey, FacetProvider, FacetRequirement


class Cache(Protocol):
    def look_up(self, key: str, /) -> bytes | None: ...


CACHE = FacetKey("Cache", Cache)

offer: FacetProvider = {"facet": CACHE, "qualifier": "memory", "priority": 10}
need: FacetRequirement = {"facet": CACHE, "optional": True}

assert CACHE == "Cache"
assert CACHE.protocol is Cache
```
"""

from typing import Generic, NotRequired, Self, TypeAlias, TypedDict, TypeVar

from typing_extensions import TypeForm

__all__ = ["FacetDeclaration", "FacetKey", "FacetProvider", "FacetRequirement"]

_T = TypeVar("_T")

class FacetProvider(TypedDict):
    """A facet that a plugin implements.

    Written in `PluginManifest.provides`.
    """

    facet: str
    """Name of the facet that is implemented; not empty."""
    qualifier: NotRequired[str]
    """Tells implementations of one facet apart, such as `github` and `jira`."""
    priority: NotRequired[int]
    """Larger wins when several implementations could serve; a whole number, not negative.

    Absent means 0.
    """

class FacetRequirement(TypedDict):
    """A dependency of a plugin on a facet.

    Written in `PluginManifest.requires` and `PluginManifest.uses`.
    """

    facet: str
    """Name of the facet that is asked for; not empty."""
    qualifier: NotRequired[str]
    """Asks for exactly this implementation; absent means that any will do."""
    optional: NotRequired[bool]
    """`True`: the plugin works without it. Absent means `False`."""

FacetDeclaration: TypeAlias = FacetProvider | FacetRequirement
"""Either kind of manifest entry. No key tells the two apart."""

class FacetKey(str, Generic[_T]):
    """A facet's name that also knows the facet's interface.

    The key is the text itself: equal to it, with the same hash, so a registry that keys on `str` needs to know
    nothing about it, and JSON and TOML writers take it. To a type checker
    `registry.resolve(ISSUE_TRACKER)` is `IssueTracker | None`, without a cast.

    Each facets module defines the key of its facet; make your own for a facet of your own:

    ```python
    from typing import Protocol

    from latency_shim import FacetKey


    class Clock(Protocol):
        def now(self) -> float: ...


    CLOCK = FacetKey("Clock", Clock)
    assert {"Clock": 1}[CLOCK] == 1
    ```

    Two keys of one name are equal whatever their interfaces: the name is what counts. Keys pickle and
    copy where their interface does.
    """

    def __new__(cls, name: str, protocol: TypeForm[_T]) -> Self:
        """Make the key of the facet `name`, whose providers implement `protocol`.

        Raises `TypeError` when `name` is not text, which catches swapped arguments.
        """
    @property
    def protocol(self) -> TypeForm[_T]:
        """The interface that providers of this facet implement."""
