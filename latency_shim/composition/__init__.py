"""What a plugin author writes and holds: facet declarations, the manifest, the context."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from latency.composition import *
else:
    from latency_shim._barrel import barrel

    __getattr__, __dir__, __all__ = barrel(__name__)
