"""The binder in memory."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from latency_shim import BinderConfig, BindingError, FacetRegistry, PluginManifest, ResolutionError
from latency_shim._binding import Binding as _Binding
from latency_shim._binding import BoundPlugin, shared_ids
from latency_shim.memory.context import MemoryBinding, MemoryContext

__all__ = ["MemoryBinder", "MemoryBindingError", "MemoryBindingResult"]


@dataclass(frozen=True)
class MemoryBindingError:
    """A `BindingError`."""

    plugin: str
    facet: str
    qualifier: str | None
    error: ResolutionError


@dataclass(frozen=True)
class MemoryBindingResult:
    """A `BindingResult`."""

    contexts: Mapping[str, MemoryContext]
    errors: Sequence[BindingError]
    warnings: Sequence[str]

    @property
    def success(self) -> bool:
        """Whether there is no error."""
        return not self.errors


class MemoryBinder:
    """A `Binder`, which gives each plugin a `MemoryContext`.

    Warnings name providers that nobody uses, explicit bindings that decide nothing, and plugins that share an id, of
    which the last is bound.
    """

    async def bind(
        self,
        plugins: Sequence[PluginManifest],
        registry: FacetRegistry,
        /,
        config: BinderConfig | None = None,
    ) -> MemoryBindingResult:
        """Bind all plugins at once; return their contexts, or why there are none."""
        return bound(plugins, registry, config or {})


def bound(plugins: Sequence[PluginManifest], registry: FacetRegistry, config: BinderConfig) -> MemoryBindingResult:
    """Bind plugins, where no event loop may be needed."""
    binding = _Binding(plugins, config, registry.list, lambda facet: registry.resolve(facet) is not None)
    contexts: dict[str, MemoryContext] = {}
    for name in binding.order:
        plugin = binding.plugins[name]
        contexts[name] = MemoryContext(plugin.manifest, [*_fetched(plugin, registry)], registry)
    errors = [MemoryBindingError(one.plugin, one.facet, one.qualifier, one.error) for one in binding.failures]
    shared = [
        f'{number} plugins have the id "{name}": only the last of them is bound'
        for name, number in shared_ids(plugins).items()
    ]
    return MemoryBindingResult(contexts, errors, [*shared, *binding.warnings()])


def _fetched(plugin: BoundPlugin, registry: FacetRegistry) -> Iterator[MemoryBinding]:
    """Yield what was bound to a plugin, with the provider."""
    for one in plugin.bindings:
        if one.registration is not None:
            provider = registry.resolve(one.facet, one.registration.qualifier)
            yield MemoryBinding(one.facet, one.qualifier, one.registration, provider)
