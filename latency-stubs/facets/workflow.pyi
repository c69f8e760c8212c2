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
"""Where a workflow is in its life. [TypeScript]"""

class WorkflowStep(TypedDict):
    """One step of a workflow, and what it waits for.

    Travels both ways: given in a `WorkflowSpec`, read back from a `Workflow`. [TypeScript]
    """

    id: str
    """Name of the step, unique in its workflow. [TypeScript]"""
    name: str
    """Name shown to people. [TypeScript]"""
    description: NotRequired[str]
    """What the step does. [TypeScript]"""
    depends_on: NotRequired[Sequence[str]]
    """Ids of the steps that must be done first; absent or empty: it may start at once. [TypeScript]

    What cycles and unknown ids lead to is left open. [Python]
    """

class WorkflowSpec(TypedDict):
    """What a workflow is made from.

    The argument of `WorkflowEngine.create_workflow`. [TypeScript]
    """

    name: str
    """Name shown to people. [TypeScript]"""
    description: NotRequired[str]
    """What the workflow is for. [TypeScript]"""
    steps: Sequence[WorkflowStep]
    """The steps; `depends_on` says what waits for what. [TypeScript]"""

@runtime_checkable
class StepResult(Protocol):
    """How far one step has come.

    An item of `Workflow.step_results`. [TypeScript]
    """

    @property
    def step_id(self) -> str:
        """Which step it is. [TypeScript]"""
    @property
    def status(self) -> Literal["pending", "running", "completed", "failed", "skipped"]:
        """Where the step is in its life; a step is `skipped`, not `cancelled`. [TypeScript]"""
    @property
    def output(self) -> object | None:
        """What the step gave. [TypeScript] `None` as long as it gave nothing. [Python]"""
    @property
    def error(self) -> str | None:
        """Why it failed; `None` unless it did. [TypeScript]"""
    @property
    def started_at(self) -> datetime.datetime | None:
        """When it started, if it has. [TypeScript] Timezone-aware. [Python]"""
    @property
    def completed_at(self) -> datetime.datetime | None:
        """When it ended, if it has. [TypeScript] Timezone-aware. [Python]"""

@runtime_checkable
class Workflow(Protocol):
    """A workflow as the engine holds it.

    The result of `WorkflowEngine.get_workflow`, among others. [TypeScript]
    """

    @property
    def id(self) -> str:
        """The engine's id. [TypeScript]"""
    @property
    def name(self) -> str:
        """Name shown to people. [TypeScript]"""
    @property
    def description(self) -> str | None:
        """What the workflow is for, if the spec said. [TypeScript]"""
    @property
    def steps(self) -> Sequence[WorkflowStep]:
        """The steps as the spec gave them. [TypeScript]"""
    @property
    def status(self) -> WorkflowStatus:
        """Where it is in its life. [TypeScript]"""
    @property
    def step_results(self) -> Sequence[StepResult]:
        """How far each step has come, one entry a step. [TypeScript]"""
    @property
    def input(self) -> Mapping[str, object] | None:
        """What `start_workflow` was given. [TypeScript]"""
    @property
    def created_at(self) -> datetime.datetime:
        """When it was created. [TypeScript] Timezone-aware. [Python]"""
    @property
    def started_at(self) -> datetime.datetime | None:
        """When it was started, if it was. [TypeScript] Timezone-aware. [Python]"""
    @property
    def completed_at(self) -> datetime.datetime | None:
        """When it ended, however it did, if it has. [TypeScript] Timezone-aware. [Python]"""

@runtime_checkable
class WorkflowEngine(Protocol):
    """Runs workflows.

    Failures are `FacetError`; the contract names no codes. [TypeScript]
    """

    async def create_workflow(self, spec: WorkflowSpec, /) -> Workflow:
        """Create a workflow with a fresh id, `pending`; nothing runs yet. [TypeScript]"""
    async def get_workflow(self, id: str, /) -> Workflow:
        """Give the workflow as it is now. [TypeScript]"""
    async def start_workflow(self, id: str, /, input: Mapping[str, object] | None = None) -> Workflow:
        """Start a pending workflow, which becomes `running`; each step runs after those that it depends on. [TypeScript]

        `input` is kept as `Workflow.input`. [TypeScript] A workflow with a step that failed ends as `failed`;
        steps that depend on that one do not run. A quick engine may return a workflow that is over already;
        starting one twice is left open. [Python]
        """
    async def cancel_workflow(self, id: str, /, reason: str | None = None) -> Workflow:
        """Cancel the workflow, which becomes `cancelled`; steps that have not started become `skipped`. [TypeScript]

        What cancelling a workflow does that is over is left open. [Python]
        """
    async def get_workflow_status(self, id: str, /) -> WorkflowStatus:
        """Give only the status, which may be cheaper than `get_workflow`. [TypeScript]"""

WORKFLOW_ENGINE: Final[FacetKey[WorkflowEngine]]
"""Key of the facet `"WorkflowEngine"`. [Python]"""
