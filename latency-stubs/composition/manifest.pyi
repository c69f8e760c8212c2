"""A plugin's description of itself: what it is, what it offers, what it needs.

A manifest is plain data that JSON or TOML can hold. It is written by the plugin's author and read by
the binder:

```python
import tomllib

from latency_shim import PluginManifest

manifest: PluginManifest = {
    "id": "release-notes",
    "version": "1.2.0",
    "name": "Release notes",
    "provides": [],
    "requires": [{"facet": "SourceControl", "qualifier": "git"}],
    "uses": [{"facet": "IssueTracker"}],
}

same = tomllib.loads('''
id = "release-notes"
version = "1.2.0"
name = "Release notes"
provides = []
requires = [{ facet = "SourceControl", qualifier = "git" }]
uses = [{ facet = "IssueTracker" }]
''')
assert same == manifest
```
"""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from latency.composition.facet import FacetProvider, FacetRequirement

__all__ = ["PluginManifest"]

class PluginManifest(TypedDict):
    """Static declaration of one plugin.

    Nothing in it is computed, so a core can read it without loading the plugin's code.
    """

    id: str
    """Unique name of the plugin in package style, not empty; the key of `BindingResult.contexts`.

    What happens when two plugins share an id is left open.
    """
    version: str
    """Version of the plugin, a semantic version such as `1.2.0`."""
    name: str
    """Name shown to people."""
    description: NotRequired[str]
    """Free text for people."""
    provides: Sequence[FacetProvider]
    """Facets that the plugin implements; may be empty; each (facet, qualifier) at most once."""
    requires: Sequence[FacetRequirement]
    """Facets that must be there when the plugin is bound; may be empty.

    An entry with `optional: true` counts as one of `uses`.
    """
    uses: NotRequired[Sequence[FacetRequirement]]
    """Facets that the plugin uses if they are available. Absent means none."""
