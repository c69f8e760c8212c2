"""What a core implements: the registry of providers and the binder."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from latency.runtime import *
else:
    from latency_shim._barrel import barrel

    __getattr__, __dir__, __all__ = barrel(__name__)
