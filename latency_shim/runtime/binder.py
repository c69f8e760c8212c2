# Generated from latency-stubs/runtime/binder.pyi by `nox -s generate`; do not edit.
"""Matching what plugins need with what a registry has."""

from collections.abc import Mapping, Sequence
from typing import Literal

from latency_shim._typing import NotRequired, Protocol, TypedDict, runtime_checkable
from latency_shim.composition.context import PluginContext
from latency_shim.composition.manifest import PluginManifest
from latency_shim.runtime.registry import FacetRegistry
from latency_shim.runtime.resolution import BindingError

__all__ = ["Binder", "BinderConfig", "BindingResult", "ExplicitBinding"]


class ExplicitBinding(TypedDict):
    """Decides which provider one plugin gets for one facet."""

    plugin: str
    facet: str
    qualifier: str


class BinderConfig(TypedDict):
    """Options of a binder."""

    resolution_strategy: NotRequired[Literal["first", "highest-priority", "explicit"]]
    explicit_bindings: NotRequired[Sequence[ExplicitBinding]]
    strict_optional: NotRequired[bool]


@runtime_checkable
class BindingResult(Protocol):
    """The result of binding plugins."""

    @property
    def success(self) -> bool:
        """Whether every plugin got what it requires. True exactly when `errors` is empty."""
        ...

    @property
    def contexts(self) -> Mapping[str, PluginContext]:
        """The context of each plugin, by the plugin's id."""
        ...

    @property
    def errors(self) -> Sequence[BindingError]:
        """Everything that went wrong."""
        ...

    @property
    def warnings(self) -> Sequence[str]:
        """Remarks for people, such as providers that nobody uses; they never change `success`."""
        ...


@runtime_checkable
class Binder(Protocol):
    """Matches what each plugin's manifest asks for with what is registered."""

    async def bind(
        self, plugins: Sequence[PluginManifest], registry: FacetRegistry, /, config: BinderConfig | None = None
    ) -> BindingResult:
        """Bind all plugins at once; return their contexts, or why there are none."""
        ...
