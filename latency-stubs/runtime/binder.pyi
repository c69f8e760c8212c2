"""Matching what plugins need with what a registry has.

```python
from latency_shim import Binder, BinderConfig, FacetRegistry, PluginManifest

config: BinderConfig = {
    "resolution_strategy": "highest-priority",
    "explicit_bindings": [{"plugin": "release-notes", "facet": "IssueTracker", "qualifier": "jira"}],
}


async def start(binder: Binder, plugins: list[PluginManifest], registry: FacetRegistry) -> list[str]:
    result = await binder.bind(plugins, registry, config)
    if not result.success:
        raise ExceptionGroup("plugins cannot start", [failure.error for failure in result.errors])
    return list(result.contexts)  # providers before those that depend on them
```
"""

from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired, Protocol, TypedDict, runtime_checkable

from latency.composition.context import PluginContext
from latency.composition.manifest import PluginManifest
from latency.runtime.registry import FacetRegistry
from latency.runtime.resolution import BindingError

__all__ = ["Binder", "BinderConfig", "BindingResult", "ExplicitBinding"]

class ExplicitBinding(TypedDict):
    """Decides which provider one plugin gets for one facet.

    An item of `BinderConfig.explicit_bindings`. Of two for the same plugin and facet the first counts,
    and a warning says so. One for a plugin that is not there is ignored, with a warning.
    """

    plugin: str
    """Id of the plugin."""
    facet: str
    """Name of the facet."""
    qualifier: str
    """Qualifier of the provider it gets; not optional here.

    One that is not registered counts as not found: nothing takes its place.
    """

class BinderConfig(TypedDict):
    """Options of a binder.

    The last argument of `Binder.bind`. `{}` and `None` mean the same.
    """

    resolution_strategy: NotRequired[Literal["first", "highest-priority", "explicit"]]
    """The rule if neither a binding nor a qualifier decides; absent means `highest-priority`.

    `first`: the earliest registered. `highest-priority`: the highest, and a tie at the top is
    ambiguous. `explicit`: nothing, so more than one candidate is ambiguous. A single candidate never
    is.
    """
    explicit_bindings: NotRequired[Sequence[ExplicitBinding]]
    """Decisions for single plugins, before all else; absent means none."""
    strict_optional: NotRequired[bool]
    """`True`: optional facets that are missing are errors too; absent means `False`."""

@runtime_checkable
class BindingResult(Protocol):
    """The result of binding plugins.

    Returned by `Binder.bind`.
    """

    @property
    def success(self) -> bool:
        """Whether every plugin got what it requires. True exactly when `errors` is empty."""
    @property
    def contexts(self) -> Mapping[str, PluginContext]:
        """The context of each plugin, by the plugin's id.

        One for each plugin without an error, providers before those that depend on them. No plugin of a circle has
        one; a plugin that depends on one that failed keeps its own.
        """
    @property
    def errors(self) -> Sequence[BindingError]:
        """Everything that went wrong."""
    @property
    def warnings(self) -> Sequence[str]:
        """Remarks for people, such as providers that nobody uses; they never change `success`."""

@runtime_checkable
class Binder(Protocol):
    """Matches what each plugin's manifest asks for with what is registered.

    For each requirement an explicit binding decides, else its qualifier, else the strategy. The priority of the
    registration counts, not that of a manifest.
    """

    async def bind(
        self,
        plugins: Sequence[PluginManifest],
        registry: FacetRegistry,
        /,
        config: BinderConfig | None = None,
    ) -> BindingResult:
        """Bind all plugins at once; return their contexts, or why there are none.

        - Failures are collected in `BindingResult.errors`, not raised.
        - A facet that is missing is a `FacetNotFoundError` if it is required, and if it is optional only with
          `strict_optional`.
        - A facet that a plugin requires and also uses, with the same qualifier, is one requirement: if it is missing,
          that is one error.
        - Several providers that nothing decides between are an `AmbiguousFacetError`, for optional
          facets too: it is a fault of the configuration. A registry's `resolve` takes the earliest of
          equals, so a binder must look at `FacetRegistry.list` itself.
        - A provider that was chosen is fetched by its qualifier. The unqualified one can be fetched only
          where `resolve(facet)` gives it; where it does not, the requirement is ambiguous.
        - A plugin depends on another when what it requires, and not only uses, was bound to a
          registration that the other `provides`; where nothing is registered for what was asked (facet and
          qualifier, after explicit bindings), on each other plugin that declares a match. Each group of plugins that
          depend on each other is one `CircularDependencyError`.

        Changes neither manifests nor configuration nor registry.
        """
