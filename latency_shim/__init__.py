"""The Latency plugin contract: composition, facets and runtime, all of it from here."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from latency import *

    from latency_shim import composition as composition
    from latency_shim import facets as facets
    from latency_shim import runtime as runtime
else:
    from latency_shim._barrel import barrel

    __getattr__, __dir__, __all__ = barrel(__name__)
