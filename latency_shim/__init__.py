"""The Latency plugin contract: composition, facets and runtime, all of it from here."""

TYPE_CHECKING = False  # true to type checkers, as typing's own is; importing that one costs more than all that is here

CONTRACT = "0.1.1"
"""Version of the contract: that of the TypeScript package `@generacy-ai/latency` which it follows."""

if TYPE_CHECKING:
    from latency import *

    __version__: str

    from latency_shim import composition as composition
    from latency_shim import facets as facets
    from latency_shim import runtime as runtime
else:
    from latency_shim._barrel import barrel

    __getattr__, __dir__, __all__ = barrel(__name__)
