# Generated from latency-stubs/facets/workflow.pyi by `nox -s generate`; do not edit.
"""The facet `WorkflowEngine`: steps with dependencies, run to an end."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Final, Literal, TypeAlias

from latency_shim._typing import NotRequired, Protocol, TypedDict, runtime_checkable
from latency_shim.composition.facet import FacetKey

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


class WorkflowStep(TypedDict):
    """One step of a workflow, and what it waits for."""

    id: str
    name: str
    description: NotRequired[str]
    depends_on: NotRequired[Sequence[str]]


class WorkflowSpec(TypedDict):
    """The specification of a workflow."""

    name: str
    description: NotRequired[str]
    steps: Sequence[WorkflowStep]


@runtime_checkable
class StepResult(Protocol):
    """The progress of one step."""

    @property
    def step_id(self) -> str:
        """Id of the step."""
        ...

    @property
    def status(self) -> Literal["pending", "running", "completed", "failed", "skipped"]:
        """State of the step; a step is `skipped`, not `cancelled`."""
        ...

    @property
    def output(self) -> object | None:
        """The output of the step; `None` until there is one."""
        ...

    @property
    def error(self) -> str | None:
        """The reason of the failure; `None` unless the step failed."""
        ...

    @property
    def started_at(self) -> datetime.datetime | None:
        """When it started, if it has. Timezone-aware."""
        ...

    @property
    def completed_at(self) -> datetime.datetime | None:
        """When it ended, if it has. Timezone-aware."""
        ...


@runtime_checkable
class Workflow(Protocol):
    """A workflow as the engine holds it."""

    @property
    def id(self) -> str:
        """The engine's id."""
        ...

    @property
    def name(self) -> str:
        """Name shown to people."""
        ...

    @property
    def description(self) -> str | None:
        """Purpose of the workflow, if the spec stated it."""
        ...

    @property
    def steps(self) -> Sequence[WorkflowStep]:
        """The steps as the spec gave them."""
        ...

    @property
    def status(self) -> WorkflowStatus:
        """State of the workflow."""
        ...

    @property
    def step_results(self) -> Sequence[StepResult]:
        """The progress of each step, one entry a step."""
        ...

    @property
    def input(self) -> Mapping[str, object] | None:
        """The input that was passed to `start_workflow`."""
        ...

    @property
    def created_at(self) -> datetime.datetime:
        """When it was created. Timezone-aware."""
        ...

    @property
    def started_at(self) -> datetime.datetime | None:
        """When it was started, if it was. Timezone-aware."""
        ...

    @property
    def completed_at(self) -> datetime.datetime | None:
        """When it ended, however it did, if it has. Timezone-aware."""
        ...


@runtime_checkable
class WorkflowEngine(Protocol):
    """Runs workflows."""

    async def create_workflow(self, spec: WorkflowSpec, /) -> Workflow:
        """Create a workflow with a fresh id, `pending`; nothing runs yet."""
        ...

    async def get_workflow(self, id: str, /) -> Workflow:
        """Return the workflow as it is now."""
        ...

    async def start_workflow(self, id: str, /, input: Mapping[str, object] | None = None) -> Workflow:
        """Start a pending workflow, which becomes `running`; each step runs after those that it depends on."""
        ...

    async def cancel_workflow(self, id: str, /, reason: str | None = None) -> Workflow:
        """Cancel the workflow, which becomes `cancelled`; steps that have not started become `skipped`."""
        ...

    async def get_workflow_status(self, id: str, /) -> WorkflowStatus:
        """Return only the status, which may be cheaper than `get_workflow`."""
        ...


WORKFLOW_ENGINE: Final[FacetKey[WorkflowEngine]] = FacetKey("WorkflowEngine", WorkflowEngine)
