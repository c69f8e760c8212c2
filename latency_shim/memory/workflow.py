"""The facet `WorkflowEngine` in memory."""

import asyncio
import datetime
import uuid
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from graphlib import CycleError, TopologicalSorter
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from latency_shim import FacetError, StepResult, Workflow, WorkflowSpec, WorkflowStatus, WorkflowStep
from latency_shim.memory._clock import Clock, aware, utc_now

__all__ = ["MemoryStepResult", "MemoryWorkflow", "MemoryWorkflowEngine", "StepFunction"]

StepFunction: TypeAlias = Callable[[Mapping[str, object] | None, Mapping[str, object]], Awaitable[object]]
"""What a step does: it is given the workflow's input, and the outputs of the steps that it depends on, by id."""


@dataclass(frozen=True)
class MemoryStepResult:
    """A `StepResult`, as it was when it was looked at."""

    step_id: str
    status: Literal["pending", "running", "completed", "failed", "skipped"] = "pending"
    output: object | None = None
    error: str | None = None
    started_at: datetime.datetime | None = None
    completed_at: datetime.datetime | None = None


@dataclass(frozen=True)
class MemoryWorkflow:
    """A `Workflow`, as it was when it was looked at."""

    id: str
    name: str
    description: str | None
    steps: Sequence[WorkflowStep]
    step_results: Sequence[StepResult]
    created_at: datetime.datetime
    status: WorkflowStatus = "pending"
    input: Mapping[str, object] | None = None
    started_at: datetime.datetime | None = None
    completed_at: datetime.datetime | None = None


class MemoryWorkflowEngine:
    """A `WorkflowEngine` that runs one step after another in the event loop.

    It is made from functions by the names of steps: `MemoryWorkflowEngine({"Build": build})` with
    `async def build(input, outputs)`. Unknown ids are refused with `NOT_FOUND`; steps that share an id, depend on each
    other or on none of the workflow, or have a name without function, with `VALIDATION`; starting what is not pending
    with `CONFLICT`. Cancelling what is over does nothing. A step that runs when its workflow is cancelled is `failed`.
    """

    def __init__(self, functions: Mapping[str, StepFunction] = MappingProxyType({}), *, clock: Clock = utc_now) -> None:
        """Make an engine without workflows; `functions` says by the name of a step what to await."""
        self._functions = dict(functions)
        self._now = aware(clock)
        self._workflows: dict[str, MemoryWorkflow] = {}
        self._steps: dict[str, dict[str, MemoryStepResult]] = {}  # of each workflow, by id
        self._tasks: dict[str, asyncio.Task[None]] = {}  # of the workflows that run

    async def create_workflow(self, spec: WorkflowSpec, /) -> Workflow:
        """Create a workflow with a fresh id, `pending`; nothing runs yet."""
        steps = [_copy(step) for step in spec["steps"]]
        self._check(steps)
        new = uuid.uuid4().hex
        self._steps[new] = {step["id"]: MemoryStepResult(step["id"]) for step in steps}
        self._workflows[new] = MemoryWorkflow(new, spec["name"], spec.get("description"), steps, (), self._now())
        return self._get(new)

    async def get_workflow(self, id: str, /) -> Workflow:
        """Return the workflow as it is now."""
        return self._get(id)

    async def start_workflow(self, id: str, /, input: Mapping[str, object] | None = None) -> Workflow:
        """Start a pending workflow; each step runs after those that it depends on."""
        if self._get(id).status != "pending":
            raise FacetError(f"workflow {id!r} is {self._get(id).status}, not pending", "CONFLICT")
        kept = None if input is None else dict(input)
        self._change(id, status="running", input=kept, started_at=self._now())
        self._tasks[id] = asyncio.create_task(self._run(id))
        return self._get(id)

    async def cancel_workflow(self, id: str, /, reason: str | None = None) -> Workflow:
        """Cancel the workflow; steps that have not started become `skipped`."""
        if self._get(id).status not in ("pending", "running"):
            return self._get(id)
        for step_id, step in self._steps[id].items():
            if step.status == "pending":
                self._change_step(id, step_id, status="skipped")
            if step.status == "running":
                error = f"cancelled: {reason}" if reason else "cancelled"
                self._change_step(id, step_id, status="failed", error=error, completed_at=self._now())
        self._change(id, status="cancelled", completed_at=self._now())
        if id in self._tasks:
            self._tasks.pop(id).cancel()
        return self._get(id)

    async def get_workflow_status(self, id: str, /) -> WorkflowStatus:
        """Return only the status."""
        return self._get(id).status

    async def _run(self, id: str) -> None:
        """Run the steps of a workflow, each after those that it depends on."""
        workflow = self._get(id)
        steps = {step["id"]: step for step in workflow.steps}
        for step_id in self._order(workflow.steps):
            before = [self._steps[id][other] for other in steps[step_id].get("depends_on", ())]
            if not self._may_run(before):
                self._change_step(id, step_id, status="skipped")
                continue
            self._change_step(id, step_id, status="running", started_at=self._now())
            function = self._functions[steps[step_id]["name"]]
            result: dict[str, object]
            try:
                output = await function(workflow.input, {other.step_id: other.output for other in before})
                result = {"status": "completed", "output": output}
            except Exception as error:  # noqa: BLE001, whatever a step raises is its result
                result = {"status": "failed", "error": str(error) or repr(error)}
            if self._workflows[id].status != "running":  # it was cancelled, and the step did not stop
                return
            self._change_step(id, step_id, completed_at=self._now(), **result)
        failed = any(step.status == "failed" for step in self._steps[id].values())
        self._change(id, status="failed" if failed else "completed", completed_at=self._now())
        del self._tasks[id]

    def _order(self, steps: Sequence[WorkflowStep]) -> list[str]:
        """Return the ids of the steps, each after those that it depends on."""
        try:
            return [*TopologicalSorter({step["id"]: step.get("depends_on", ()) for step in steps}).static_order()]
        except CycleError as error:
            raise FacetError(f"steps depend on each other: {error.args[1]}", "VALIDATION", cause=error) from error

    def _may_run(self, before: Sequence[MemoryStepResult]) -> bool:
        """Return whether a step may run after the steps that it depends on."""
        return all(other.status == "completed" for other in before)

    def _check(self, steps: Sequence[WorkflowStep]) -> None:
        """Refuse steps that cannot be run."""
        ids = {step["id"] for step in steps}
        if len(ids) < len(steps):
            raise FacetError(f"{len(steps)} steps have only {len(ids)} ids", "VALIDATION")
        for step in steps:
            if step["name"] not in self._functions:
                raise FacetError(f"step {step['id']!r}: there is no function {step['name']!r}", "VALIDATION")
            if unknown := set(step.get("depends_on", ())) - ids:
                raise FacetError(f"step {step['id']!r} depends on unknown {sorted(unknown)}", "VALIDATION")
        self._order(steps)

    def _get(self, id: str) -> MemoryWorkflow:
        """Return the workflow as it is now."""
        if id not in self._workflows:
            raise FacetError(f"there is no workflow {id!r}", "NOT_FOUND")
        workflow = self._workflows[id]
        steps = [_copy(step) for step in workflow.steps]
        return replace(workflow, steps=steps, step_results=tuple(self._steps[id].values()))

    def _change(self, id: str, **changes: Any) -> None:
        self._workflows[id] = replace(self._workflows[id], **changes)

    def _change_step(self, id: str, step_id: str, **changes: Any) -> None:
        self._steps[id][step_id] = replace(self._steps[id][step_id], **changes)


def _copy(step: WorkflowStep) -> WorkflowStep:
    """Return a step that shares nothing with another one."""
    copied: WorkflowStep = {**step}
    if "depends_on" in step:
        copied["depends_on"] = [*step["depends_on"]]
    return copied
