"""The core in memory, as tests of plugins and hosts use it."""

import datetime
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from typing import Any, assert_type

from latency_shim import (
    DECISION_HANDLER,
    ISSUE_TRACKER,
    LOGGER,
    STATE_STORE,
    Binder,
    BindingError,
    BindingResult,
    Branch,
    CICDPipeline,
    Comment,
    Commit,
    Decision,
    DecisionHandler,
    DevAgent,
    DiffEntry,
    EventBus,
    FacetError,
    FacetKey,
    FacetRegistration,
    FacetRegistry,
    HealthCheck,
    HealthCheckResult,
    HealthStatus,
    Issue,
    IssueTracker,
    Logger,
    PaginatedResult,
    Pipeline,
    PipelineRun,
    PluginContext,
    PluginManifest,
    PluginStateStore,
    SecretStore,
    SourceControl,
    StateStore,
    StepResult,
    StreamChunk,
    Workflow,
    WorkflowEngine,
    facets,
)
from latency_shim.facets import AgentCapabilities, AgentResult, AgentUsage
from latency_shim.memory import (
    Clock,
    MemoryAgentCapabilities,
    MemoryAgentResult,
    MemoryAgentUsage,
    MemoryBinder,
    MemoryBinding,
    MemoryBindingError,
    MemoryBindingResult,
    MemoryBranch,
    MemoryCICDPipeline,
    MemoryComment,
    MemoryCommit,
    MemoryContext,
    MemoryDecision,
    MemoryDecisionHandler,
    MemoryDecisionResult,
    MemoryDevAgent,
    MemoryDiffEntry,
    MemoryEventBus,
    MemoryHealthCheck,
    MemoryHealthStatus,
    MemoryIssue,
    MemoryIssueTracker,
    MemoryLogEntry,
    MemoryLogger,
    MemoryPipeline,
    MemoryPipelineRun,
    MemoryPluginLogger,
    MemoryPluginStateStore,
    MemoryRegistration,
    MemoryRegistry,
    MemorySecretStore,
    MemorySourceControl,
    MemoryStateStore,
    MemoryStepResult,
    MemoryStreamChunk,
    MemoryWorkflow,
    MemoryWorkflowEngine,
    StepFunction,
    failing,
)

MANIFEST: PluginManifest = {
    "id": "triage",
    "version": "1.0.0",
    "name": "Triage",
    "provides": [],
    "requires": [{"facet": ISSUE_TRACKER}],
}
DIGEST = FacetKey("Digest", Callable[[], str])


async def step(workflow: Mapping[str, object] | None, before: Mapping[str, object], /) -> object:
    return [workflow, before]


async def named(workflow: Mapping[str, object] | None, before: Mapping[str, object]) -> int:
    return len(before)


def plain(workflow: Mapping[str, object] | None, before: Mapping[str, object]) -> int:
    return len(before)


def each_class_is_what_its_name_says() -> None:
    registry: FacetRegistry = MemoryRegistry()
    binder: Binder = MemoryBinder()
    context: PluginContext = MemoryContext(MANIFEST)
    state: PluginStateStore = MemoryPluginStateStore()
    log: Logger = MemoryPluginLogger("plugins.triage")
    tracker: IssueTracker = MemoryIssueTracker()
    source: SourceControl = MemorySourceControl()
    handler: DecisionHandler = MemoryDecisionHandler()
    engine: WorkflowEngine = MemoryWorkflowEngine({"build": step})
    logger: facets.Logger = MemoryLogger()
    store: StateStore = MemoryStateStore()
    bus: EventBus = MemoryEventBus()
    secrets: SecretStore = MemorySecretStore()
    agent: DevAgent = MemoryDevAgent()
    ci: CICDPipeline = MemoryCICDPipeline({"deploy.yml": 60})
    health: HealthCheck = MemoryHealthCheck()
    confused: StateStore = MemorySecretStore()  # E another facet
    swapped: facets.Logger = MemoryPluginLogger("plugins.triage")  # E the logger of a context
    print(registry, binder, context, state, log, tracker, source, handler, engine, logger, store, bus, secrets)
    print(agent, ci, health, confused, swapped)


def providers_are_set_up(now: datetime.datetime, today: datetime.date) -> None:
    clock: Clock = lambda: now
    MemoryIssueTracker("ada", page_size=10, clock=clock)
    MemorySourceControl("ada", clock=lambda: now)
    MemoryHealthCheck("1.2.0", limit_s=0.5)
    MemoryDevAgent(lambda prompt: prompt.upper(), seconds_per_word=0)
    MemoryDevAgent(str.upper)
    MemoryWorkflowEngine({"build": named})
    MemoryWorkflowEngine()
    MemoryCICDPipeline()
    MemoryLogger("debug", {"request": 7})
    MemoryIssueTracker(clock=now)  # E a function
    MemoryIssueTracker(clock=lambda: today)  # E a datetime
    MemoryIssueTracker("ada", 10)  # E by name alone
    MemoryIssueTracker(page_size="10")  # E a number
    MemoryCICDPipeline(["deploy.yml"])  # E how long each takes
    MemoryCICDPipeline({"deploy.yml": "60"})  # E a number
    MemoryDevAgent("answer")  # E a function
    MemoryDevAgent(lambda: "answer")  # E takes the prompt
    MemoryLogger("warning")  # E no such level
    MemoryWorkflowEngine({"build": plain})  # E not async
    MemoryWorkflowEngine({"build": step("a", {})})  # E a function
    wrong: StepFunction = plain  # E not async
    print(wrong)


def a_registry_knows_the_types(registry: MemoryRegistry, clock: Callable[[], str]) -> None:
    registry.register(ISSUE_TRACKER, MemoryIssueTracker())
    registry.register(STATE_STORE, MemoryStateStore(), {"qualifier": "memory", "priority": 2})
    registry.register(DIGEST, clock)
    registry.register("Digest", 42)
    assert_type(registry.resolve(ISSUE_TRACKER), IssueTracker | None)
    assert_type(registry.resolve(STATE_STORE, qualifier="memory"), StateStore | None)
    assert_type(registry.resolve("Digest"), Any)
    assert_type(registry.list(ISSUE_TRACKER), Sequence[FacetRegistration])
    assert_type(registry.has("Digest", "memory"), bool)
    registry.register(ISSUE_TRACKER, MemoryIssueTracker(), "memory")  # E options are a record
    registry.register(ISSUE_TRACKER)  # E no provider
    registry.resolve(ISSUE_TRACKER).create_issue({"title": "Slow"})  # E may be None


def providers_are_checked_where_the_interface_is_named(registry: FacetRegistry) -> None:
    registry.register(LOGGER, MemoryLogger())
    registry.register(ISSUE_TRACKER, MemoryStateStore())  # E another facet (not mypy, pyrefly, zuban: reports deprecated calls only when asked)
    registry.register(LOGGER, MemoryPluginLogger("plugins"))  # E the logger of a context (not mypy, pyrefly, zuban: reports deprecated calls only when asked)
    registry.register(ISSUE_TRACKER, MemoryIssueTracker)  # E a class (not mypy, pyrefly, zuban: reports deprecated calls only when asked)


def a_context_knows_the_types(context: MemoryContext, clock: Callable[[], str]) -> None:
    assert_type(context.require(ISSUE_TRACKER), IssueTracker)
    assert_type(context.optional(DECISION_HANDLER), DecisionHandler | None)
    assert_type(context.require("Digest"), Any)
    assert_type(context.bindings, Sequence[MemoryBinding])
    context.provide(DIGEST, clock)
    context.provide("Digest")  # E no implementation
    context.optional(DECISION_HANDLER).list_pending_decisions()  # E may be None
    MemoryContext("triage")  # E a manifest
    MemoryContext({"id": "triage"})  # E keys are missing


async def plugins_are_bound(registry: MemoryRegistry) -> None:
    result = await MemoryBinder().bind([MANIFEST], registry, {"strict_optional": True})
    assert_type(result, MemoryBindingResult)
    assert_type(result.contexts, Mapping[str, MemoryContext])
    general: BindingResult = result
    for failure in result.errors:
        assert_type(failure, BindingError)
    for binding in result.contexts["triage"].bindings:
        assert_type(binding.facet, str)
        assert_type(binding.qualifier, str | None)
        assert_type(binding.registration, FacetRegistration)
        assert_type(binding.provider, object)
    await MemoryBinder().bind(MANIFEST, registry)  # E a sequence of manifests
    await MemoryBinder().bind([MANIFEST], {})  # E no registry
    await MemoryBinder().bind([MANIFEST], registry, {"strict": True})  # E misspelt key
    MemoryBinder().bind([MANIFEST], registry).contexts  # E not awaited
    result.success = True  # E read-only
    print(general)


async def providers_fail_on_demand(store: StateStore) -> None:
    down = FacetError("try again", "RATE_LIMIT")
    assert_type(failing(MemoryIssueTracker(), "create_issue", down), MemoryIssueTracker)
    assert_type(failing(store, "set", OSError("the disk is full"), times=1), StateStore)
    failing(store, "set", FacetError)  # E an error, not its class
    failing(store, "set", "the disk is full")  # E an error
    failing(store, "set", down, 1)  # E by name alone
    failing(store, MemoryStateStore.set, down)  # E the name of the method
    failing(store, "set")  # E no error
    failing(store, "set", down, times="1")  # E a number


async def a_tracker_is_used(tracker: MemoryIssueTracker, source: MemorySourceControl) -> None:
    issue = await tracker.create_issue({"title": "Slow", "labels": ["stale"]})
    assert_type(issue, Issue)
    assert_type(await tracker.list_issues({"state": "open"}), PaginatedResult[Issue])
    assert_type(await source.list_branches(), PaginatedResult[Branch])
    assert_type(await source.get_diff("main", "topic"), Sequence[DiffEntry])
    issue.title = "Fast"  # E read-only
    await tracker.create_issue({"titel": "Slow"})  # E misspelt key
    await tracker.list_issues()  # E the query is not optional
    await tracker.get_issue(7)  # E ids are text


async def what_a_test_looks_at(
    logger: MemoryLogger, ci: MemoryCICDPipeline, source: MemorySourceControl, bus: MemoryEventBus, agent: MemoryDevAgent
) -> None:
    logger.info("saved", {"id": 7})
    for entry in logger.child({"request": 7}).entries:
        assert_type(entry, MemoryLogEntry)
        assert_type(entry.level, facets.LogLevel)
        entry.message = "lost"  # E read-only
    for pipeline, options in ci.triggered:
        assert_type(pipeline, str)
        print(options.get("branch"))
    source.working_copy["README.md"] = "Hello"
    source.working_copy["README.md"] = b"Hello"  # E files are text
    bus.on("saved", print)
    bus.on("saved", lambda: None)  # E takes no payload
    async for chunk in agent.invoke_stream("Hello"):
        assert_type(chunk, StreamChunk)
    await agent.invoke_stream("Hello")  # E an iterator, not a coroutine


def records_are_what_readers_expect(now: datetime.datetime, error: Any) -> list[object]:
    branch: Branch = MemoryBranch("main", "7" * 40, True, now)
    commit: Commit = MemoryCommit("7" * 40, "ada", "A beginning", now, None, {"README.md": "Hello"})
    entry: DiffEntry = MemoryDiffEntry("README.md", "added", 1, 0)
    issue: Issue = MemoryIssue("1", "Slow", "", "open", ("stale",), (), now, now)
    comment: Comment = MemoryComment("1", "seen", "ada", now)
    decision: Decision = MemoryDecision("1", "Ship?", "", [{"label": "yes"}], "low", now)
    usage: AgentUsage = MemoryAgentUsage(3, None)
    answer: AgentResult = MemoryAgentResult("Hello", "1", usage)
    chunk: StreamChunk = MemoryStreamChunk("Hello")
    capabilities: AgentCapabilities = MemoryAgentCapabilities(models=["echo"])
    check: HealthCheckResult = {"name": "disk", "status": "healthy"}
    status: HealthStatus = MemoryHealthStatus("healthy", 1.0, "1.2.0", "2026-01-01T00:00:00Z", [check])
    pipeline: Pipeline = MemoryPipeline("deploy.yml", "Deploy")
    run: PipelineRun = MemoryPipelineRun("1", "deploy.yml", "running", now)
    result: StepResult = MemoryStepResult("build", "completed", output=7)
    workflow: Workflow = MemoryWorkflow("1", "release", None, [{"id": "build", "name": "build"}], [result], now)
    registration: FacetRegistration = MemoryRegistration("Cache", "disk", 1)
    failure: BindingError = MemoryBindingError("triage", "Cache", None, error)
    outcome: BindingResult = MemoryBindingResult({}, [failure], [])
    assert_type(MemoryDecisionResult("yes").decision, str)
    MemoryIssue("1", "Slow", "", "new", (), (), now, now)  # E no such state
    MemoryIssue(id="1", title="Slow")  # E the rest is missing
    MemoryBinding("Cache", None, "disk", object())  # E a registration
    MemoryDiffEntry("README.md", "moved", 1, 0)  # E no such status
    return [branch, commit, entry, issue, comment, decision, answer, chunk, capabilities, status, pipeline, run, workflow, registration, outcome]


class Labelled(MemoryIssueTracker):
    """Subclasses are for behaviour that a test needs; what they override is checked."""

    async def get_issue(self, id: str, /) -> Issue:
        return await super().get_issue(id.upper())

    async def add_comment(self, issue_id: str, /) -> Comment:  # E takes no comment
        return await super().add_comment(issue_id, "seen")


class Slow(MemoryDevAgent):
    async def invoke_stream(self, prompt: str, /, options: facets.InvokeOptions | None = None) -> AsyncIterator[StreamChunk]:
        yield MemoryStreamChunk(prompt)

    def cancel(self, invocation_id: str, /) -> None: ...  # E not async
