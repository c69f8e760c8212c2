"""The facet `WorkflowEngine`: steps with dependencies, run to an end.

```python
from latency_shim import WorkflowEngine, WorkflowSpec, WorkflowStatus

spec: WorkflowSpec = {
    "name": "release",
    "steps": [
        {"id": "test", "name": "Test"},
        {"id": "build", "name": "Build"},
        {"id": "publish", "name": "Publish", "depends_on": ["test", "build"]},
    ],
}


async def run(engine: WorkflowEngine) -> WorkflowStatus:
    workflow = await engine.create_workflow(spec)
    await engine.start_workflow(workflow.id, input={"version": "2.0"})
    return await engine.get_workflow_status(workflow.id)
```
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import Final, Literal, NotRequired, Protocol, TypeAlias, TypedDict, runtime_checkable

from latency.composition.facet import FacetKey

__all__ = [
    "WORKFLOW_ENGINE",
    "StepResult",
    "Workflow",
    "WorkflowEngine",
    "WorkflowSpec",
    "WorkflowStatus",
    "WorkflowStep",
]

WorkflowStatus: TypeAlias = Literal["pending", "running", "completed", "failed", "cancelled"]
"""State of a workflow."""

class WorkflowStep(TypedDict):
    """One step of a workflow, and what it waits for.

    Used in both directions: passed in a `WorkflowSpec`, read back from a `Workflow`.
    """

    id: str
    """Name of the step, unique in its workflow."""
    name: str
    """Name shown to people."""
    description: NotRequired[str]
    """Purpose of the step."""
    depends_on: NotRequired[Sequence[str]]
    """Ids of the steps that must be done first; absent or empty: it may start at once.

    What cycles and unknown ids lead to is left open.
    """

class WorkflowSpec(TypedDict):
    """The specification of a workflow.

    The argument of `WorkflowEngine.create_workflow`.
    """

    name: str
    """Name shown to people."""
    description: NotRequired[str]
    """Purpose of the workflow."""
    steps: Sequence[WorkflowStep]
    """The steps; `depends_on` says what waits for what."""

@runtime_checkable
class StepResult(Protocol):
    """The progress of one step.

    An item of `Workflow.step_results`.
    """

    @property
    def step_id(self) -> str:
        """Id of the step."""
    @property
    def status(self) -> Literal["pending", "running", "completed", "failed", "skipped"]:
        """State of the step; a step is `skipped`, not `cancelled`."""
    @property
    def output(self) -> object | None:
        """The output of the step; `None` until there is one."""
    @property
    def error(self) -> str | None:
        """The reason of the failure; `None` unless the step failed."""
    @property
    def started_at(self) -> datetime.datetime | None:
        """When it started, if it has. Timezone-aware."""
    @property
    def completed_at(self) -> datetime.datetime | None:
        """When it ended, if it has. Timezone-aware."""

@runtime_checkable
class Workflow(Protocol):
    """A workflow as the engine holds it.

    The result of `WorkflowEngine.get_workflow`, among others.
    """

    @property
    def id(self) -> str:
        """The engine's id."""
    @property
    def name(self) -> str:
        """Name shown to people."""
    @property
    def description(self) -> str | None:
        """Purpose of the workflow, if the spec stated it."""
    @property
    def steps(self) -> Sequence[WorkflowStep]:
        """The steps as the spec gave them."""
    @property
    def status(self) -> WorkflowStatus:
        """State of the workflow."""
    @property
    def step_results(self) -> Sequence[StepResult]:
        """The progress of each step, one entry a step."""
    @property
    def input(self) -> Mapping[str, object] | None:
        """The input that was passed to `start_workflow`."""
    @property
    def created_at(self) -> datetime.datetime:
        """When it was created. Timezone-aware."""
    @property
    def started_at(self) -> datetime.datetime | None:
        """When it was started, if it was. Timezone-aware."""
    @property
    def completed_at(self) -> datetime.datetime | None:
        """When it ended, however it did, if it has. Timezone-aware."""

@runtime_checkable
class WorkflowEngine(Protocol):
    """Runs workflows.

    Failures are `FacetError`; the contract names no codes.
    """

    async def create_workflow(self, spec: WorkflowSpec, /) -> Workflow:
        """Create a workflow with a fresh id, `pending`; nothing runs yet."""
    async def get_workflow(self, id: str, /) -> Workflow:
        """Return the workflow as it is now."""
    async def start_workflow(self, id: str, /, input: Mapping[str, object] | None = None) -> Workflow:
        """Start a pending workflow, which becomes `running`; each step runs after those that it depends on.

        `input` is kept as `Workflow.input`. A workflow with a step that failed ends as `failed`;
        steps that depend on that one do not run. A quick engine may return a workflow that is over already;
        starting one twice is left open.
        """
    async def cancel_workflow(self, id: str, /, reason: str | None = None) -> Workflow:
        """Cancel the workflow, which becomes `cancelled`; steps that have not started become `skipped`.

        What cancelling a workflow does that is over is left open.
        """
    async def get_workflow_status(self, id: str, /) -> WorkflowStatus:
        """Return only the status, which may be cheaper than `get_workflow`."""

WORKFLOW_ENGINE: Final[FacetKey[WorkflowEngine]]
"""Key of the facet `"WorkflowEngine"`."""
