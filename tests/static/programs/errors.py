"""Each error is one class, by whatever path it is imported."""

from typing import TYPE_CHECKING, assert_type

import latency_shim
import latency_shim.facets
import latency_shim.facets.common
import latency_shim.runtime
import latency_shim.runtime.resolution
from latency_shim import (
    AmbiguousFacetError,
    BindingError,
    CircularDependencyError,
    FacetError,
    FacetNotFoundError,
    ResolutionError,
)

if TYPE_CHECKING:
    import latency
    import latency.facets
    import latency.facets.common
    import latency.runtime
    import latency.runtime.resolution


def facet_error(
    root: latency_shim.FacetError,
    package: latency_shim.facets.FacetError,
    leaf: latency_shim.facets.common.FacetError,
    stub_root: "latency.FacetError",
    stub_package: "latency.facets.FacetError",
    stub_leaf: "latency.facets.common.FacetError",
) -> None:
    assert_type(root, FacetError)
    assert_type(package, FacetError)
    assert_type(leaf, FacetError)
    assert_type(stub_root, FacetError)
    assert_type(stub_package, FacetError)
    assert_type(stub_leaf, FacetError)


def facet_not_found_error(
    root: latency_shim.FacetNotFoundError,
    package: latency_shim.runtime.FacetNotFoundError,
    leaf: latency_shim.runtime.resolution.FacetNotFoundError,
    stub_root: "latency.FacetNotFoundError",
    stub_package: "latency.runtime.FacetNotFoundError",
    stub_leaf: "latency.runtime.resolution.FacetNotFoundError",
) -> None:
    assert_type(root, FacetNotFoundError)
    assert_type(package, FacetNotFoundError)
    assert_type(leaf, FacetNotFoundError)
    assert_type(stub_root, FacetNotFoundError)
    assert_type(stub_package, FacetNotFoundError)
    assert_type(stub_leaf, FacetNotFoundError)


def ambiguous_facet_error(
    root: latency_shim.AmbiguousFacetError,
    package: latency_shim.runtime.AmbiguousFacetError,
    leaf: latency_shim.runtime.resolution.AmbiguousFacetError,
    stub_root: "latency.AmbiguousFacetError",
    stub_package: "latency.runtime.AmbiguousFacetError",
    stub_leaf: "latency.runtime.resolution.AmbiguousFacetError",
) -> None:
    assert_type(root, AmbiguousFacetError)
    assert_type(package, AmbiguousFacetError)
    assert_type(leaf, AmbiguousFacetError)
    assert_type(stub_root, AmbiguousFacetError)
    assert_type(stub_package, AmbiguousFacetError)
    assert_type(stub_leaf, AmbiguousFacetError)


def circular_dependency_error(
    root: latency_shim.CircularDependencyError,
    package: latency_shim.runtime.CircularDependencyError,
    leaf: latency_shim.runtime.resolution.CircularDependencyError,
    stub_root: "latency.CircularDependencyError",
    stub_package: "latency.runtime.CircularDependencyError",
    stub_leaf: "latency.runtime.resolution.CircularDependencyError",
) -> None:
    assert_type(root, CircularDependencyError)
    assert_type(package, CircularDependencyError)
    assert_type(leaf, CircularDependencyError)
    assert_type(stub_root, CircularDependencyError)
    assert_type(stub_package, CircularDependencyError)
    assert_type(stub_leaf, CircularDependencyError)


class BlankError(FacetError):
    def __init__(self, what: str) -> None:
        super().__init__(f"{what} is blank", "VALIDATION")


def attributes(
    failed: FacetError,
    missing: FacetNotFoundError,
    several: AmbiguousFacetError,
    circle: CircularDependencyError,
) -> None:
    assert_type(failed.code, str)
    assert_type(failed.cause, object)
    assert_type(missing.facet, str)
    assert_type(missing.qualifier, str | None)
    assert_type(several.providers, tuple[str, ...])
    assert_type(circle.cycle, tuple[str, ...])
    failed.code = "OTHER"  # E read-only
    missing.facet = "Other"  # E read-only
    several.providers = ()  # E read-only
    circle.cycle = ()  # E read-only
    missing.code  # E no FacetError


def constructors() -> None:
    FacetError("gone", "NOT_FOUND", cause={"status": 404})
    FacetError("gone", "NOT_FOUND", cause=KeyError("7"))
    FacetNotFoundError("Cache")
    FacetNotFoundError("Cache", qualifier=None)
    AmbiguousFacetError("Cache", ["disk", "memory"])
    CircularDependencyError(("a", "b", "a"))
    BlankError("title")
    FacetError("gone")  # E no code
    FacetError("gone", 404)  # E a code is text
    FacetError("gone", "NOT_FOUND", KeyError("7"))  # E the cause is named
    FacetNotFoundError()  # E no facet
    FacetNotFoundError("Cache", 7)  # E a qualifier is text
    AmbiguousFacetError("Cache")  # E no providers
    AmbiguousFacetError("Cache", [1, 2])  # E qualifiers are text
    CircularDependencyError([1])  # E ids are text


def caught(context: latency_shim.PluginContext) -> None:
    try:
        context.require("Cache")
    except BlankError as error:
        assert_type(error, BlankError)
    except FacetError as error:
        assert_type(error.code, str)
    except (FacetNotFoundError, AmbiguousFacetError) as error:
        assert_type(error.facet, str)


def caught_in_a_group(context: latency_shim.PluginContext) -> None:
    try:
        context.require("Cache")
    except* FacetNotFoundError as group:
        assert_type(group, ExceptionGroup[FacetNotFoundError])


def told_apart(failure: BindingError) -> str:
    error: ResolutionError = failure.error
    if isinstance(error, FacetNotFoundError):
        return error.qualifier or ""
    if isinstance(error, AmbiguousFacetError):
        return ", ".join(error.providers)
    assert_type(error, CircularDependencyError)  # OK told apart (but ty: keeps in the type that it is none of the others)
    return error.cycle[0]


def no_facet_error(missing: FacetNotFoundError) -> FacetError:
    return missing  # E derives from Exception alone
