"""A registry with a fault in each method, for the checker to find; nothing else uses it."""

from latency_shim import FacetRegistration, RegistrationOptions


class BrokenRegistry:
    """Looks like a `FacetRegistry`: `isinstance` would miss all but one of its faults."""

    def register(self, facet: str, provider: object, options: RegistrationOptions) -> None:
        """Require what callers may leave out."""

    async def resolve(self, facet: str, qualifier: str | None = None) -> object:
        """Have to be awaited."""
        return facet if qualifier is None else qualifier

    def list(self, facet: str) -> dict[str, FacetRegistration]:
        """Return a mapping in place of a sequence."""
        return {}

    def has(self, facet: str, name: str | None = None) -> bool:
        """Call the qualifier by another name."""
        return facet == name

    def unregster(self, facet: str, qualifier: str | None = None) -> bool:
        """Have a misspelt name."""
        return facet == qualifier
