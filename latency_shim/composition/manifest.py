# Generated from latency-stubs/composition/manifest.pyi by `nox -s generate`; do not edit.
"""A plugin's description of itself: what it is, what it offers, what it needs."""

from collections.abc import Sequence

from latency_shim._typing import NotRequired, TypedDict
from latency_shim.composition.facet import FacetProvider, FacetRequirement

__all__ = ["PluginManifest"]


class PluginManifest(TypedDict):
    """Static declaration of one plugin."""

    id: str
    version: str
    name: str
    description: NotRequired[str]
    provides: Sequence[FacetProvider]
    requires: Sequence[FacetRequirement]
    uses: NotRequired[Sequence[FacetRequirement]]
