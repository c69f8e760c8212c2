"""For hosts: read manifests, find plugins and load them, and plan what will be bound.

```python
from latency_shim import PluginManifest
from latency_shim.loading import discover, plan

for found in discover("latency.plugins"):  # entry points, which `load` imports
    print(found)

digest: PluginManifest = {
    "id": "digest",
    "version": "1.0.0",
    "name": "Digest",
    "provides": [],
    "requires": [{"facet": "SourceControl"}],
}
planned = plan([digest], [{"facet": "SourceControl", "qualifier": "git"}])
assert planned.ok
assert planned.order == ("digest",)
```

`Plugin` is a recommendation: the contract does not say what a plugin's code looks like.
"""

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
