"""A plugin and providers as their authors write them."""

import asyncio
import datetime
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, assert_type

from latency_shim import (
    SOURCE_CONTROL,
    AbortSignal,
    AgentCapabilities,
    AgentResult,
    AgentUsage,
    Comment,
    Commit,
    CommitQuery,
    CommitSpec,
    Decision,
    DecisionOption,
    DecisionSpec,
    DevAgent,
    DiffEntry,
    EventBus,
    HealthCheck,
    HealthCheckResult,
    HealthContributor,
    HealthStatus,
    HealthStatusLevel,
    InvokeOptions,
    Issue,
    IssueQuery,
    IssueTracker,
    PaginatedResult,
    PipelineStatus,
    PluginContext,
    PluginManifest,
    SecretStore,
    SourceControl,
    StateStore,
    StreamChunk,
    Unsubscribe,
    Urgency,
    Workflow,
    WorkflowEngine,
    WorkflowSpec,
    WorkflowStatus,
    WorkflowStep,
)
from latency_shim.facets import LogLevel

manifest: PluginManifest = {
    "id": "digest",
    "version": "1.0.0",
    "name": "Digest",
    "provides": [{"facet": "Digest", "qualifier": "short", "priority": 1}],
    "requires": [{"facet": SOURCE_CONTROL}],
    "uses": [{"facet": "Logger", "optional": True}],
}


async def activate(context: PluginContext) -> None:
    source = context.require(SOURCE_CONTROL)
    page = await source.list_commits({"limit": 3})
    assert_type(page, PaginatedResult[Commit])
    assert_type(page.items, Sequence[Commit])
    assert_type(page.total, int)
    context.state.set("newest", page.items[0].sha)
    context.logger.info("%d commits", page.total)
    context.provide("Digest", object(), qualifier="short")
    assert_type(context.manifest["id"], str)
    context.manifest = manifest  # E read-only
    context.provide("Digest")  # E no implementation
    context.logger.info(page.total)  # E a message is text
    context.logger.inform("done")  # E no such method
    context.state.set("newest")  # E no value
    await context.request_decision({"prompt": "Ship?"})  # E no type
    await context.request_decision("Ship?")  # E no record


async def trackers(tracker: IssueTracker, query: IssueQuery) -> None:
    page = await tracker.list_issues(query)
    assert_type(page.items[0], Issue)
    await tracker.list_issues({"state": "all", "labels": ["bug"], "limit": 5, "offset": 5})
    await tracker.create_issue({"title": "Broken", "labels": ("bug",)})
    assert_type(await tracker.add_comment("7", "seen"), Comment)
    assert_type((await tracker.get_issue("7")).created_at, datetime.datetime)
    await tracker.list_issues()  # E the query is not optional
    await tracker.list_issues({"state": "new"})  # E no such state
    await tracker.create_issue({"titel": "Broken"})  # E misspelt key
    await tracker.update_issue("7")  # E no update
    await tracker.get_issue(7)  # E ids are text
    tracker.get_issue("7").title  # E not awaited


async def sources(source: SourceControl, spec: CommitSpec) -> None:
    query: CommitQuery = {"since": datetime.datetime.now(datetime.UTC), "author": "ada"}
    await source.list_commits(query)
    await source.list_branches()
    await source.list_branches(query={"limit": 1})
    await source.create_branch({"name": "topic", "from_": "main"})
    assert_type(await source.commit(spec), Commit)
    assert_type(await source.get_diff("main", "topic"), Sequence[DiffEntry])
    await source.get_diff("main")  # E no second commit
    await source.create_branch({"name": "topic", "from": "main"})  # E a keyword has an underscore
    await source.list_commits({"since": "yesterday"})  # E no datetime


async def stores(state: StateStore, secrets: SecretStore) -> None:
    assert_type(await state.get("key"), Any)
    assert_type(await state.keys("a"), Sequence[str])
    assert_type(await secrets.get_secret("token"), str | None)
    await secrets.set_secret("token", 7)  # E secrets are text
    await state.keys(7)  # E a prefix is text


async def events(bus: EventBus, log: Callable[[object], int]) -> None:
    unsubscribe = bus.on("saved", log)
    assert_type(unsubscribe, Unsubscribe)
    bus.on("saved", print)
    await bus.emit("saved", payload={"id": 7})
    await bus.emit("saved")
    bus.off("saved", log)
    unsubscribe()
    bus.on("saved", lambda: None)  # E takes no payload
    bus.on("saved")  # E no handler
    await bus.emit(7)  # E names are text


async def workflows(engine: WorkflowEngine) -> None:
    steps: list[WorkflowStep] = [{"id": "build", "name": "Build"}]
    spec: WorkflowSpec = {"name": "release", "steps": steps}
    workflow: Workflow = await engine.create_workflow(spec)
    await engine.start_workflow(workflow.id, input={"version": 2})
    await engine.cancel_workflow(workflow.id, reason="enough")
    status: WorkflowStatus = await engine.get_workflow_status(workflow.id)
    level: LogLevel = "warn"
    run: PipelineStatus = status
    urgency: Urgency = "urgent"  # E no such urgency
    other: LogLevel = "warning"  # E no such level
    await engine.start_workflow(workflow.id, inputs={})  # E the name is input
    print(level, run, urgency, other)


async def decisions(decision: Decision) -> DecisionSpec:
    option: DecisionOption = {"label": "ship"}
    assert_type(decision.options, Sequence[DecisionOption])
    assert_type(decision.deadline, datetime.datetime | None)
    return {"title": "Ship?", "description": "", "options": [option], "urgency": decision.urgency}


async def disk() -> HealthCheckResult:
    return {"name": "disk", "status": "degraded", "duration": 1.5}


def tired() -> Awaitable[HealthCheckResult]:
    return disk()


def not_awaited() -> HealthCheckResult:
    return {"name": "disk", "status": "healthy"}


async def health(check: HealthCheck) -> HealthStatusLevel:
    contributor: HealthContributor = disk
    check.register_contributor("disk", contributor)
    check.register_contributor("tired", tired)
    check.register_contributor("disk", not_awaited)  # E not awaited
    status: HealthStatus = await check.get_health()
    assert_type(status.checks, Sequence[HealthCheckResult])
    assert_type(status.uptime, float)
    return status.status


@dataclass
class Chunk:
    text: str
    metadata: dict[str, object] | None = None


@dataclass(frozen=True)
class Result:
    output: str
    invocation_id: str
    usage: AgentUsage | None = None


class Agent:
    """Answers with the prompt, all at once or in one piece."""

    async def invoke(self, prompt: str, options: InvokeOptions | None = None) -> AgentResult:
        return Result(f"{prompt} {options}", "1")

    async def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> AsyncIterator[StreamChunk]:
        yield Chunk(f"{prompt} {options}")

    async def cancel(self, invocation_id: str) -> None: ...

    async def get_capabilities(self) -> AgentCapabilities:
        raise NotImplementedError


class Coroutine(Agent):
    async def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> AsyncIterator[StreamChunk]:  # E no generator
        raise NotImplementedError


async def agents(event: asyncio.Event) -> None:
    agent: DevAgent = Agent()
    signal: AbortSignal = event
    options: InvokeOptions = {"timeout_ms": 500, "signal": signal}
    result = await agent.invoke("Hello", options)
    assert_type(result.usage, AgentUsage | None)
    async for chunk in agent.invoke_stream("Hello", options=options):
        assert_type(chunk, StreamChunk)
    await agent.invoke("Hello", {"timeout": 500})  # E misspelt key
    await agent.invoke("Hello", {"signal": object()})  # E no signal
    await agent.invoke_stream("Hello")  # E an iterator, not a coroutine
