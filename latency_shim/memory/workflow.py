"""A `WorkflowEngine` in memory: one step after another, in the event loop."""

import asyncio
import datetime
import uuid
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from graphlib import CycleError, TopologicalSorter
from typing import Any, Literal, TypeAlias

from latency_shim import FacetError, StepResult, Workflow, WorkflowSpec, WorkflowStatus, WorkflowStep

Function: TypeAlias = Callable[[Mapping[str, object] | None, Mapping[str, object]], Awaitable[object]]
"""What a step does: given the workflow's input and the outputs of the steps that it depends on, by id."""


@dataclass(frozen=True)
class StepRecord:
    """A `StepResult`."""

    step_id: str
    status: Literal["pending", "running", "completed", "failed", "skipped"] = "pending"
    output: object | None = None
    error: str | None = None
    started_at: datetime.datetime | None = None
    completed_at: datetime.datetime | None = None


@dataclass(frozen=True)
class WorkflowRecord:
    """A `Workflow`."""

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


class InMemoryWorkflowEngine:
    """A `WorkflowEngine` that knows by the name of a step which function to await.

    Unknown ids are `NOT_FOUND`; cycles, and steps that depend on none of the workflow or have a name without
    function, are `VALIDATION`; starting what is not pending is `CONFLICT`; cancelling what is over does nothing.
    A step that runs when its workflow is cancelled is `failed`.
    """

    def __init__(self, functions: Mapping[str, Function]) -> None:
        self._functions = functions
        self._workflows: dict[str, WorkflowRecord] = {}
        self._steps: dict[str, dict[str, StepRecord]] = {}  # of each workflow, by id
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def create_workflow(self, spec: WorkflowSpec, /) -> Workflow:
        steps = {step["id"]: step for step in spec["steps"]}
        for step in steps.values():
            if step["name"] not in self._functions:
                raise FacetError(f"step {step['id']!r}: there is no function {step['name']!r}", "VALIDATION")
            if unknown := set(step.get("depends_on", ())) - set(steps):
                raise FacetError(f"step {step['id']!r} depends on unknown {sorted(unknown)}", "VALIDATION")
        self._order(spec["steps"])
        id = uuid.uuid4().hex
        self._steps[id] = {step_id: StepRecord(step_id) for step_id in steps}
        self._workflows[id] = WorkflowRecord(
            id, spec["name"], spec.get("description"), tuple(spec["steps"]), (), _now()
        )
        return self._get(id)

    async def get_workflow(self, id: str, /) -> Workflow:
        return self._get(id)

    async def start_workflow(self, id: str, /, input: Mapping[str, object] | None = None) -> Workflow:
        if self._get(id).status != "pending":
            raise FacetError(f"workflow {id!r} was started already, or cancelled", "CONFLICT")
        self._change(id, status="running", input=input, started_at=_now())
        self._tasks[id] = asyncio.create_task(self._run(id))
        return self._get(id)

    async def cancel_workflow(self, id: str, /, reason: str | None = None) -> Workflow:
        if self._get(id).status not in ("pending", "running"):
            return self._get(id)
        if id in self._tasks:
            self._tasks[id].cancel()
        for step_id, step in self._steps[id].items():
            if step.status == "pending":
                self._change_step(id, step_id, status="skipped")
            if step.status == "running":
                error = f"cancelled: {reason}" if reason else "cancelled"
                self._change_step(id, step_id, status="failed", error=error, completed_at=_now())
        self._change(id, status="cancelled", completed_at=_now())
        return self._get(id)

    async def get_workflow_status(self, id: str, /) -> WorkflowStatus:
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
            self._change_step(id, step_id, status="running", started_at=_now())
            function = self._functions[steps[step_id]["name"]]
            try:
                output = await function(workflow.input, {other.step_id: other.output for other in before})
            except Exception as error:  # noqa: BLE001, whatever a step raises is its result
                self._change_step(id, step_id, status="failed", error=str(error) or repr(error), completed_at=_now())
            else:
                self._change_step(id, step_id, status="completed", output=output, completed_at=_now())
        failed = any(step.status == "failed" for step in self._steps[id].values())
        self._change(id, status="failed" if failed else "completed", completed_at=_now())

    def _order(self, steps: Sequence[WorkflowStep]) -> list[str]:
        """Give the ids of the steps, each after those that it depends on."""
        try:
            return [*TopologicalSorter({step["id"]: step.get("depends_on", ()) for step in steps}).static_order()]
        except CycleError as error:
            raise FacetError(f"steps depend on each other: {error.args[1]}", "VALIDATION", cause=error) from error

    def _may_run(self, before: Sequence[StepRecord]) -> bool:
        """Whether a step may run after those that it depends on."""
        return all(other.status == "completed" for other in before)

    def _get(self, id: str) -> WorkflowRecord:
        """Give the workflow as it is now."""
        if id not in self._workflows:
            raise FacetError(f"there is no workflow {id!r}", "NOT_FOUND")
        return replace(self._workflows[id], step_results=tuple(self._steps[id].values()))

    def _change(self, id: str, **changes: Any) -> None:
        self._workflows[id] = replace(self._workflows[id], **changes)

    def _change_step(self, id: str, step_id: str, **changes: Any) -> None:
        self._steps[id][step_id] = replace(self._steps[id][step_id], **changes)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
