"""Workflow engines that break a promise each."""

import asyncio
import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from types import SimpleNamespace
from typing import Any

import pytest

from latency_shim import FacetError, Workflow, WorkflowEngine, WorkflowSpec, WorkflowStatus, WorkflowStep
from latency_shim.memory.workflow import MemoryStepResult, MemoryWorkflow, MemoryWorkflowEngine, StepFunction
from latency_shim.testing import WorkflowEngineContract
from mutants import breaks, keeps_all

ALSO = ("StepResult", "Workflow", "WorkflowStep")


async def quick(_input: object, outputs: Mapping[str, object]) -> object:
    await asyncio.sleep(0)
    return sorted(outputs)


async def failing(*_: object) -> object:
    raise ValueError("this step fails")


async def slow(*_: object) -> object:
    await asyncio.sleep(60)
    return "never seen"


FUNCTIONS: Mapping[str, StepFunction] = {"quick": quick, "failing": failing, "slow": slow}


class SUITE(WorkflowEngineContract):
    make: Callable[[Mapping[str, StepFunction]], WorkflowEngine] = MemoryWorkflowEngine
    patience = 1.0

    @pytest.fixture
    def engine(self) -> WorkflowEngine:
        return self.make(FUNCTIONS)

    @pytest.fixture
    def new_engine(self) -> Callable[[], WorkflowEngine]:
        return lambda: self.make(FUNCTIONS)

    @pytest.fixture
    def quick(self) -> str:
        return "quick"

    @pytest.fixture
    def failing(self) -> str:
        return "failing"

    @pytest.fixture
    def slow(self) -> str:
        return "slow"


class Shows(MemoryWorkflowEngine):
    """Base of those that show a workflow otherwise than it is."""

    def _get(self, id: str) -> MemoryWorkflow:
        return self.shown(super()._get(id), list(self._steps[id].values()))

    def shown(self, workflow: MemoryWorkflow, steps: list[MemoryStepResult]) -> MemoryWorkflow:
        return workflow


@breaks("test_it_conforms_to_the_interface")
class SaysToGiveANumber(MemoryWorkflowEngine):
    """`get_workflow_status` is annotated as giving a number."""

    async def get_workflow_status(self, id: str, /) -> int:  # type: ignore[override]
        status: Any = await super().get_workflow_status(id)
        return status  # type: ignore[no-any-return]


@breaks("test_a_new_workflow_is_pending")
class StartsWithItsCreation(MemoryWorkflowEngine):
    """A new workflow says that it started when it was created."""

    async def create_workflow(self, spec: WorkflowSpec, /) -> Workflow:
        created = await super().create_workflow(spec)
        self._change(created.id, started_at=created.created_at)
        return self._get(created.id)


@breaks("test_no_step_of_a_new_workflow_has_run")
class GivesOutputBeforeIt(Shows):
    """The output of a step that has not run is an empty text."""

    def shown(self, workflow: MemoryWorkflow, steps: list[MemoryStepResult]) -> MemoryWorkflow:
        return replace(workflow, step_results=[replace(step, output=step.output or "") for step in steps])


@breaks("test_each_workflow_has_an_id_of_its_own")
class RepeatsAnId(MemoryWorkflowEngine):
    """The third pending workflow of the same steps is the first."""

    async def create_workflow(self, spec: WorkflowSpec, /) -> Workflow:
        like = [one for one in self._workflows.values() if (one.status, one.steps) == ("pending", [*spec["steps"]])]
        return self._get(like[0].id) if len(like) > 1 else await super().create_workflow(spec)


@breaks("test_name_and_description_are_read_back")
class DescribesWithNothing(MemoryWorkflowEngine):
    """A workflow without description has an empty one."""

    async def create_workflow(self, spec: WorkflowSpec, /) -> Workflow:
        return await super().create_workflow({"description": "", **spec})


@breaks("test_steps_are_read_back")
class SortsSteps(Shows):
    """A workflow's steps are sorted by id."""

    def shown(self, workflow: MemoryWorkflow, steps: list[MemoryStepResult]) -> MemoryWorkflow:
        return replace(workflow, steps=sorted(workflow.steps, key=lambda step: step["id"]))


@breaks("test_there_is_one_result_for_each_step")
class RepeatsResults(Shows):
    """A workflow of several steps has the first result twice."""

    def shown(self, workflow: MemoryWorkflow, steps: list[MemoryStepResult]) -> MemoryWorkflow:
        return replace(workflow, step_results=[*steps[: len(steps) > 1], *steps])


@breaks("test_get_gives_the_workflow_of_that_id")
class GetsTheLatest(MemoryWorkflowEngine):
    """As long as the latest workflow is pending, `get_workflow` gives it in place of any."""

    async def get_workflow(self, id: str, /) -> Workflow:
        found = await super().get_workflow(id)
        latest = self._get(list(self._workflows)[-1])
        return latest if latest.status == "pending" else found


@breaks("test_an_unknown_workflow_is_refused")
class KnowsTheStatusOfAll(MemoryWorkflowEngine):
    """An unknown workflow has the status `pending`."""

    async def get_workflow_status(self, id: str, /) -> WorkflowStatus:
        return "pending" if id not in self._workflows else await super().get_workflow_status(id)


@breaks("test_a_workflow_that_is_started_is_pending_no_more")
class StartsBehindTheBack(MemoryWorkflowEngine):
    """`start_workflow` gives a workflow that is still `pending`."""

    async def start_workflow(self, id: str, /, input: Mapping[str, object] | None = None) -> Workflow:
        await super().start_workflow(id, input)
        return replace(self._get(id), status="pending")


@breaks("test_a_workflow_runs_as_long_as_a_step_does")
class EndsWhileItRuns(Shows):
    """A workflow that runs has an end: now."""

    def shown(self, workflow: MemoryWorkflow, steps: list[MemoryStepResult]) -> MemoryWorkflow:
        now = datetime.datetime.now(datetime.UTC)
        return replace(workflow, completed_at=now) if workflow.status == "running" else workflow


@breaks("test_a_workflow_whose_steps_are_done_is_completed")
class LeavesStepsRunning(Shows):
    """The steps of a workflow that is `completed` seem to run."""

    def shown(self, workflow: MemoryWorkflow, steps: list[MemoryStepResult]) -> MemoryWorkflow:
        if workflow.status == "completed":
            return replace(workflow, step_results=[replace(step, status="running") for step in steps])
        return workflow


@breaks("test_a_workflow_says_when_it_started_and_ended")
class NeverEnds(Shows):
    """A workflow that is `completed` has no end."""

    def shown(self, workflow: MemoryWorkflow, steps: list[MemoryStepResult]) -> MemoryWorkflow:
        return replace(workflow, completed_at=None) if workflow.status == "completed" else workflow


@breaks("test_a_step_says_when_it_started_and_ended")
class ForgetsWhenAStepStarted(Shows):
    """A step that is `completed` has no start."""

    def shown(self, workflow: MemoryWorkflow, steps: list[MemoryStepResult]) -> MemoryWorkflow:
        return replace(
            workflow,
            step_results=[replace(step, started_at=None) if step.status == "completed" else step for step in steps],
        )


@breaks("test_each_step_runs_after_those_that_it_depends_on")
class RunsInTheOrderOfTheSpec(MemoryWorkflowEngine):
    """Steps run in the order of the spec."""

    def _order(self, steps: Sequence[WorkflowStep]) -> list[str]:
        return [step["id"] for step in steps]

    def _may_run(self, before: Sequence[MemoryStepResult]) -> bool:
        return not any(other.status in ("failed", "skipped") for other in before)


@breaks("test_the_input_is_kept")
class DropsTheInput(MemoryWorkflowEngine):
    """A workflow does not keep its input."""

    async def start_workflow(self, id: str, /, input: Mapping[str, object] | None = None) -> Workflow:
        return await super().start_workflow(id)


@breaks("test_workflows_are_apart")
class CancelsOthers(MemoryWorkflowEngine):
    """Cancelling one workflow cancels all pending ones."""

    async def cancel_workflow(self, id: str, /, reason: str | None = None) -> Workflow:
        for other in [other for other, workflow in self._workflows.items() if workflow.status == "pending"]:
            await super().cancel_workflow(other, reason)
        return await super().cancel_workflow(id, reason)


@breaks("test_the_status_alone_is_that_of_the_workflow")
class KnowsAnOldStatus(MemoryWorkflowEngine):
    """The status alone stays `running`."""

    async def get_workflow_status(self, id: str, /) -> WorkflowStatus:
        status = await super().get_workflow_status(id)
        return "running" if status == "completed" else status


@breaks("test_a_step_that_fails_says_why")
class FailsWithoutWords(MemoryWorkflowEngine):
    """The error of a step that failed is an empty text."""

    def _change_step(self, id: str, step_id: str, **changes: Any) -> None:
        super()._change_step(id, step_id, **changes | ({"error": ""} if "error" in changes else {}))


@breaks("test_a_workflow_with_a_failed_step_is_failed")
class CompletesAllTheSame(Shows):
    """A workflow with a step that failed is `completed`."""

    def shown(self, workflow: MemoryWorkflow, steps: list[MemoryStepResult]) -> MemoryWorkflow:
        return replace(workflow, status="completed") if workflow.status == "failed" else workflow


@breaks("test_what_depends_on_a_failed_step_does_not_run")
class RunsAfterFailures(MemoryWorkflowEngine):
    """A step runs as soon as those that it depends on have ended, however they did."""

    def _may_run(self, before: Sequence[MemoryStepResult]) -> bool:
        return True


@breaks("test_a_pending_workflow_can_be_cancelled")
class CancelsWithoutEnd(MemoryWorkflowEngine):
    """A workflow that was cancelled before its start has no end."""

    async def cancel_workflow(self, id: str, /, reason: str | None = None) -> Workflow:
        was = self._get(id).status
        await super().cancel_workflow(id, reason)
        if was == "pending":
            self._change(id, completed_at=None)
        return self._get(id)


class LeavesSteps(MemoryWorkflowEngine):
    """Base of those that leave steps of a cancelled workflow pending."""

    where = ""

    async def cancel_workflow(self, id: str, /, reason: str | None = None) -> Workflow:
        was, steps = self._get(id).status, dict(self._steps[id])
        await super().cancel_workflow(id, reason)
        if was == self.where:
            self._steps[id] |= {step_id: step for step_id, step in steps.items() if step.status == "pending"}
        return self._get(id)


@breaks("test_cancelling_a_pending_workflow_skips_its_steps")
class LeavesStepsOfPendingOnes(LeavesSteps):
    """The steps of a workflow that was cancelled before its start stay `pending`."""

    where = "pending"


@breaks("test_a_running_workflow_can_be_cancelled")
class CancelsWithFailure(MemoryWorkflowEngine):
    """A workflow that is cancelled while it runs is `failed`."""

    def _change(self, id: str, **changes: Any) -> None:
        if (self._workflows[id].status, changes.get("status")) == ("running", "cancelled"):
            changes["status"] = "failed"
        super()._change(id, **changes)


@breaks("test_cancelling_skips_the_steps_that_have_not_started")
class LeavesStepsOfRunningOnes(LeavesSteps):
    """The steps that waited when their workflow was cancelled stay `pending`."""

    where = "running"


@keeps_all
class IsSlow(MemoryWorkflowEngine):
    """Nothing happens at once, neither the start of a step nor what is asked for."""

    async def get_workflow(self, id: str, /) -> Workflow:
        await asyncio.sleep(0.002)
        return await super().get_workflow(id)

    async def _run(self, id: str) -> None:
        await asyncio.sleep(0.01)
        await super()._run(id)


@keeps_all
class IsEager(MemoryWorkflowEngine):
    """`start_workflow` gives a workflow that is over already, unless it takes long."""

    async def start_workflow(self, id: str, /, input: Mapping[str, object] | None = None) -> Workflow:
        await super().start_workflow(id, input)
        await asyncio.wait([self._tasks[id]], timeout=0.02)
        return self._get(id)


@keeps_all
class TakesItsTimeToCancel(MemoryWorkflowEngine):
    """`cancel_workflow` gives a workflow that runs, and it is `cancelled` a little later."""

    async def cancel_workflow(self, id: str, /, reason: str | None = None) -> Workflow:
        if self._get(id).status == "running":
            self._canceller = asyncio.ensure_future(self._cancel_later(id))
            return self._get(id)
        return await super().cancel_workflow(id, reason)

    async def _cancel_later(self, id: str) -> None:
        await asyncio.sleep(0.005)
        await super().cancel_workflow(id)


class UnknownWorkflowError(FacetError):
    """An error of an engine's own."""

    def __init__(self, id: str) -> None:
        super().__init__(f"no workflow {id}", "workflow.unknown")


@keeps_all
class HasItsOwnWays(MemoryWorkflowEngine):
    """Codes of its own, records of any kind, `depends_on` filled in, results in another order, further parameters."""

    def _get(self, id: str) -> Any:
        if id not in self._workflows:
            raise UnknownWorkflowError(id)
        workflow = super()._get(id)
        return SimpleNamespace(
            **asdict(workflow)
            | {
                "steps": [{"depends_on": (), **step} for step in workflow.steps],
                "step_results": tuple(SimpleNamespace(**vars(step)) for step in self._steps[id].values())[::-1],
            }
        )

    async def start_workflow(
        self, id: str, /, input: Mapping[str, object] | None = None, *extra: Any, **more: Any
    ) -> Workflow:
        return await super().start_workflow(id, input)


@keeps_all
class LeavesWhatIsLeftOpen(Shows):
    """What depends on a failed step stays `pending`; a step that ran when its workflow was cancelled is `skipped`."""

    def shown(self, workflow: MemoryWorkflow, steps: list[MemoryStepResult]) -> MemoryWorkflow:
        for number, step in enumerate(steps):
            if workflow.status == "failed" and step.status == "skipped":
                steps[number] = replace(step, status="pending")
            if workflow.status == "cancelled" and step.status == "failed":
                steps[number] = replace(step, status="skipped", error=None)
        return replace(workflow, step_results=steps)


@breaks("test_what_a_workflow_is_in_any_history")
class DropsWhatIsFalse(MemoryWorkflowEngine):
    """What is false in the input is dropped."""

    async def start_workflow(self, id: str, /, input: Mapping[str, object] | None = None) -> Workflow:
        kept = None if input is None else {key: value for key, value in input.items() if value}
        return await super().start_workflow(id, kept)


@breaks("test_how_far_steps_are_in_any_history")
class WaitsForFour(MemoryWorkflowEngine):
    """A step waits for four others at the most."""

    def _order(self, steps: Sequence[WorkflowStep]) -> list[str]:
        return super()._order([{**step, "depends_on": [*step.get("depends_on", ())][:4]} for step in steps])

    def _may_run(self, before: Sequence[MemoryStepResult]) -> bool:
        return super()._may_run(before[:4])


@breaks("test_the_status_in_any_history")
class SaysCompleted(MemoryWorkflowEngine):
    """The status of a workflow that has failed is `completed`, if asked for alone."""

    async def get_workflow_status(self, id: str, /) -> WorkflowStatus:
        status = await super().get_workflow_status(id)
        return "completed" if status == "failed" else status
