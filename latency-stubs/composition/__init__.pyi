"""What a plugin author writes and holds: facet declarations, the manifest, the context.

```python
from latency_shim.composition import PluginContext, PluginManifest

manifest: PluginManifest = {
    "id": "hello",
    "version": "1.0.0",
    "name": "Hello",
    "provides": [],
    "requires": [],
}


def activate(context: PluginContext) -> None:
    context.logger.info("hello from %s", context.manifest["id"])
```
"""

# Generated from here on by `nox -s generate`; do not edit.
from latency.composition.context import DecisionRequest, DecisionResult, Logger, PluginContext, PluginStateStore
from latency.composition.facet import FacetDeclaration, FacetKey, FacetProvider, FacetRequirement
from latency.composition.manifest import PluginManifest

__all__ = [
    "DecisionRequest",
    "DecisionResult",
    "FacetDeclaration",
    "FacetKey",
    "FacetProvider",
    "FacetRequirement",
    "Logger",
    "PluginContext",
    "PluginManifest",
    "PluginStateStore",
]
