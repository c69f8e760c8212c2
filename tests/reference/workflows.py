"""A workflow engine that writes down what happens to each step."""

import asyncio
import datetime
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Literal, NamedTuple, cast

from latency_shim import FacetError, StepResult, Workflow, WorkflowSpec, WorkflowStatus, WorkflowStep

Function = Callable[[object, Mapping[str, object]], Awaitable[object]]
StepStatus = Literal["pending", "running", "completed", "failed", "skipped"]
Status = StepStatus | Literal["cancelled"]


class Happened(NamedTuple):
    """Something in the life of a workflow (`step` is None) or of one of its steps."""

    workflow: str
    step: str | None
    status: Status
    at: datetime.datetime
    value: object = None


class StepSeen(NamedTuple):
    step_id: str
    status: StepStatus
    output: object | None
    error: str | None
    started_at: datetime.datetime | None
    completed_at: datetime.datetime | None


class Seen(NamedTuple):
    id: str
    name: str
    description: str | None
    steps: Sequence[WorkflowStep]
    status: WorkflowStatus
    step_results: Sequence[StepResult]
    input: Mapping[str, object] | None
    created_at: datetime.datetime
    started_at: datetime.datetime | None
    completed_at: datetime.datetime | None


OVER = ("completed", "failed", "cancelled", "skipped")


class Engine:
    """Runs each step as a task, whose function is known by the name of the step."""

    def __init__(self, functions: Mapping[str, Function]) -> None:
        self.functions = functions
        self.specs: dict[str, WorkflowSpec] = {}
        self.history: tuple[Happened, ...] = ()
        self.tasks: dict[str, asyncio.Task[None]] = {}

    def note(self, workflow: str, step: str | None, status: Status, value: object = None) -> None:
        self.history += (Happened(workflow, step, status, datetime.datetime.now(datetime.UTC), value),)

    def story(self, workflow: str, step: str | None) -> dict[str, Happened]:
        """Return what happened to a workflow or to a step, by the status that it led to."""
        return {one.status: one for one in self.history if (one.workflow, one.step) == (workflow, step)}

    # What is seen of it.

    def step_seen(self, workflow: str, step: str) -> StepSeen:
        story = self.story(workflow, step)
        last = [*story.values()][-1] if story else None
        started = story.get("running")
        return StepSeen(
            step,
            cast("StepStatus", last.status) if last else "pending",
            last.value if last and last.status == "completed" else None,
            str(last.value) if last and last.status == "failed" else None,
            started and started.at,
            last.at if last and last.status in OVER and started else None,
        )

    def seen(self, id: str) -> Seen:
        if id not in self.specs:
            raise FacetError(f"there is no workflow {id!r}", "NOT_FOUND")
        spec, story = self.specs[id], self.story(id, None)
        last, started = [*story.values()][-1], story.get("running")
        return Seen(
            id,
            spec["name"],
            spec.get("description"),
            spec["steps"],
            cast("WorkflowStatus", last.status),
            tuple(self.step_seen(id, step["id"]) for step in spec["steps"]),
            cast("Mapping[str, object] | None", started and started.value),
            story["pending"].at,
            started and started.at,
            last.at if last.status in OVER else None,
        )

    # What runs.

    def next_steps(self, id: str) -> tuple[list[str], list[str]]:
        """Return the steps that can start now, and those that never will."""
        results = {one.step_id: one.status for one in self.seen(id).step_results}
        ready: list[str] = []
        lost: list[str] = []
        for step in self.specs[id]["steps"]:
            before = {results[one] for one in step.get("depends_on", ())}
            if results[step["id"]] != "pending":
                continue
            if before & {"failed", "skipped"}:
                lost.append(step["id"])
            elif before <= {"completed"}:
                ready.append(step["id"])
        return ready, lost

    async def run_step(self, id: str, step: WorkflowStep, input: object) -> None:
        self.note(id, step["id"], "running")
        outputs = {one: self.step_seen(id, one).output for one in step.get("depends_on", ())}
        try:
            output = await self.functions[step["name"]](input, outputs)
        except Exception as error:  # noqa: BLE001 - whatever it is, the step failed
            self.note(id, step["id"], "failed", str(error) or repr(error))
        else:
            self.note(id, step["id"], "completed", output)

    async def run(self, id: str, input: object) -> None:
        steps = {step["id"]: step for step in self.specs[id]["steps"]}
        async with asyncio.TaskGroup() as group:
            running: set[asyncio.Task[None]] = set()
            while True:
                ready, lost = self.next_steps(id)
                for one in lost:
                    self.note(id, one, "skipped")
                for one in ready:
                    running.add(group.create_task(self.run_step(id, steps[one], input)))
                if not (running or lost):
                    break
                if running:
                    await asyncio.sleep(0)  # what was started notes that it runs
                    _, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        statuses = {one.status for one in self.seen(id).step_results}
        self.note(id, None, "failed" if "failed" in statuses else "completed")

    # What can be asked.

    async def create_workflow(self, spec: WorkflowSpec, /) -> Workflow:
        steps = spec["steps"]
        ids = [step["id"] for step in steps]
        done: set[str] = set()
        while new := {one["id"] for one in steps if done.issuperset(one.get("depends_on", ()))} - done:
            done |= new
        if len({*ids}) < len(ids) or done != {*ids}:
            raise FacetError("steps have ids of their own, and depend on other steps, in no circle", "VALIDATION")
        id = f"workflow-{len(self.specs)}"
        self.specs[id] = {**spec, "steps": tuple(cast("WorkflowStep", {**step}) for step in steps)}
        self.note(id, None, "pending")
        return self.seen(id)

    async def get_workflow(self, id: str, /) -> Workflow:
        return self.seen(id)

    async def start_workflow(self, id: str, /, input: Mapping[str, object] | None = None) -> Workflow:
        if self.seen(id).status != "pending":
            raise FacetError(f"workflow {id!r} was started already", "CONFLICT")
        self.note(id, None, "running", input)
        self.tasks[id] = asyncio.create_task(self.run(id, input))
        return self.seen(id)

    async def cancel_workflow(self, id: str, /, reason: str | None = None) -> Workflow:
        seen = self.seen(id)
        if seen.status in OVER:
            return seen
        if id in self.tasks:
            self.tasks[id].cancel()
        for step in seen.step_results:
            if step.status == "pending":
                self.note(id, step.step_id, "skipped")
            elif step.status == "running":
                self.note(id, step.step_id, "failed", f"cancelled: {reason}" if reason else "cancelled")
        self.note(id, None, "cancelled")
        return self.seen(id)

    async def get_workflow_status(self, id: str, /) -> WorkflowStatus:
        return self.seen(id).status
