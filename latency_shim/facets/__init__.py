"""The abilities that plugins offer and ask for, one module each, with the keys that name them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from latency.facets import *
else:
    from latency_shim._barrel import barrel

    __getattr__, __dir__, __all__ = barrel(__name__)
