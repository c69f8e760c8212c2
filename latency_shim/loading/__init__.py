"""For hosts: read manifests, find plugins and load them, and plan what will be bound."""

from latency_shim.loading._manifest import ManifestError, load_manifest
from latency_shim.loading._plan import Plan, PlannedBinding, PlannedPlugin, Problem, plan
from latency_shim.loading._plugins import (
    Discovery,
    FoundPlugin,
    LoadError,
    Plugin,
    StoppablePlugin,
    discover,
    load,
)

__all__ = [
    "Discovery",
    "FoundPlugin",
    "LoadError",
    "ManifestError",
    "Plan",
    "PlannedBinding",
    "PlannedPlugin",
    "Plugin",
    "Problem",
    "StoppablePlugin",
    "discover",
    "load",
    "load_manifest",
    "plan",
]
