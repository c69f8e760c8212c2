"""What a core implements: the registry of providers and the binder.

```python
from latency_shim.runtime import Binder, FacetRegistry


def check_core(registry: object, binder: object) -> bool:
    return isinstance(registry, FacetRegistry) and isinstance(binder, Binder)


assert not check_core(registry=[], binder={})
```
"""

# Generated from here on by `nox -s generate`; do not edit.
from latency.runtime.binder import Binder, BinderConfig, BindingResult, ExplicitBinding
from latency.runtime.registry import FacetRegistration, FacetRegistry, RegistrationOptions
from latency.runtime.resolution import (
    AmbiguousFacetError,
    BindingError,
    CircularDependencyError,
    FacetNotFoundError,
    ResolutionError,
)

__all__ = [
    "AmbiguousFacetError",
    "Binder",
    "BinderConfig",
    "BindingError",
    "BindingResult",
    "CircularDependencyError",
    "ExplicitBinding",
    "FacetNotFoundError",
    "FacetRegistration",
    "FacetRegistry",
    "RegistrationOptions",
    "ResolutionError",
]
