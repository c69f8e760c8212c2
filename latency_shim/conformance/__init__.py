"""The structural checker: every way in which an object departs from an interface.

`isinstance` only checks that the members exist. The checker finds out whether calls made according to the interface
will work, and lists everything that is wrong, as a compiler does:

```python
from latency_shim import STATE_STORE, StateStore
from latency_shim.conformance import conforms, verify, violations


class Forgetful:
    async def get(self, key): ...
    async def set(self, key): ...
    def has(self, key): ...
    async def keys(self, start=None): ...


assert [(violation.member, violation.code) for violation in violations(Forgetful(), StateStore)] == [
    ("set", "too-few-parameters"),
    ("delete", "missing-member"),
    ("has", "sync-for-async"),
    ("keys", "parameter-name"),
]
assert not conforms(Forgetful(), STATE_STORE)
```
"""

from latency_shim.conformance._checking import ConformanceError, class_violations, conforms, verify, violations
from latency_shim.conformance._implements import implements
from latency_shim.conformance._violation import Location, Violation

__all__ = [
    "ConformanceError",
    "Location",
    "Violation",
    "class_violations",
    "conforms",
    "implements",
    "verify",
    "violations",
]
