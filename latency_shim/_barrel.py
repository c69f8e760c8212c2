"""The barrels, which load a module when one of its names is first asked for."""

import sys

TYPE_CHECKING = False  # true to type checkers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Generated from here on by `nox -s generate`; do not edit.
MODULES = {
    "composition.context": "DecisionRequest DecisionResult Logger PluginContext PluginStateStore",
    "composition.facet": "FacetDeclaration FacetKey FacetProvider FacetRequirement",
    "composition.manifest": "PluginManifest",
    "facets.common": "FacetError PaginatedQuery PaginatedResult",
    "facets.decision": "DECISION_HANDLER Decision DecisionHandler DecisionOption DecisionResult DecisionSpec Urgency",
    "facets.dev_agent": "DEV_AGENT AbortSignal AgentCapabilities AgentResult AgentUsage DevAgent InvokeOptions StreamChunk",
    "facets.events": "EVENT_BUS EventBus Unsubscribe",
    "facets.health_check": "HEALTH_CHECK HealthCheck HealthCheckResult HealthContributor HealthStatus HealthStatusLevel",
    "facets.issue_tracker": "ISSUE_TRACKER Comment Issue IssueQuery IssueSpec IssueTracker IssueUpdate",
    "facets.logging": "LOGGER LogLevel Logger",
    "facets.pipeline": "PIPELINE CICDPipeline Pipeline PipelineRun PipelineStatus TriggerOptions",
    "facets.secrets": "SECRET_STORE SecretStore",
    "facets.source_control": "SOURCE_CONTROL Branch BranchSpec Commit CommitQuery CommitSpec DiffEntry SourceControl",
    "facets.state": "STATE_STORE StateStore",
    "facets.workflow": "WORKFLOW_ENGINE StepResult Workflow WorkflowEngine WorkflowSpec WorkflowStatus WorkflowStep",
    "runtime.binder": "Binder BinderConfig BindingResult ExplicitBinding",
    "runtime.registry": "FacetRegistration FacetRegistry RegistrationOptions",
    "runtime.resolution": "AmbiguousFacetError BindingError CircularDependencyError FacetNotFoundError ResolutionError",
}
# End of the generated part.


def barrel(
    package: str, modules: "Mapping[str, str]" = MODULES
) -> "tuple[Callable[[str], object], Callable[[], list[str]], list[str]]":
    """Return `__getattr__`, `__dir__` and `__all__` of a package that re-exports the modules below it.

    Of two modules that define one name the first counts: at the root, `composition` before `facets`.
    """
    root, _, below = package.partition(".")
    homes: dict[str, str] = {}
    for module, names in modules.items():
        if module.startswith(below):
            for name in names.split():
                homes.setdefault(name, f"{root}.{module}")
    public = sorted(homes)
    if not below:
        homes |= {name: f"{root}.{name}" for name in ("composition", "facets", "runtime")}
    namespace = sys.modules[package]

    def get(name: str) -> object:
        if name == "__version__" and not below:
            version = _version()
            setattr(namespace, name, version)
            return version
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        home = homes[name]
        __import__(home)
        value = sys.modules[home]
        if not home.endswith(f".{name}"):  # else the name is that of a subpackage
            value = getattr(value, name)
        setattr(namespace, name, value)
        return value

    return get, lambda: public, public


def _version() -> str:
    """Return the version of the distribution."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - few ask, and it is slow to load

    try:
        return version("latency-stubs")
    except PackageNotFoundError as error:
        raise AttributeError("the distribution latency-stubs is not installed, so it has no version") from error
