"""The suite for workflow engines."""

from collections.abc import Mapping
from typing import Any, ClassVar

import pytest

from latency_shim import StepResult, Workflow, WorkflowEngine, WorkflowStep
from latency_shim.testing._models.workflow import WorkflowEngineHistories
from latency_shim.testing._suites._polling import poll

OVER = "completed", "failed", "cancelled"


def by_id(workflow: Workflow) -> dict[str, StepResult]:
    """Return the result of each step."""
    return {result.step_id: result for result in workflow.step_results}


def plain(step: WorkflowStep) -> tuple[object, ...]:
    """Return a step in a form in which equivalent steps are equal."""
    return step["id"], step["name"], step.get("description"), sorted(step.get("depends_on", ()))


class WorkflowEngineContract(WorkflowEngineHistories):
    """The promises of every `WorkflowEngine`. Needs the fixtures `engine` and `quick`, and `failing` and `slow` too.

    What a step does is not in the contract: it has an id, and a name from which your engine knows what to run.
    So the fixtures give names.
    """

    interface: ClassVar[Any] = WorkflowEngine
    fixture: ClassVar[str] = "engine"
    needs: ClassVar[Mapping[str, str]] = {
        "engine": "an engine of yours",
        "quick": "the name of a step that completes soon",
        "failing": "the name of a step that fails soon",
        "slow": "the name of a step that takes long enough to be cancelled",
    }
    needed_for: ClassVar[Mapping[str, str]] = {"failing": "failing", "slow": "slow"}
    abilities: ClassVar[Mapping[str, str]] = {
        "failing": "run a step that fails; without it the fixture `failing` is not needed",
        "slow": "be cancelled while a step runs; without it the fixture `slow` is not needed",
    }
    untested: ClassVar[Mapping[str, str]] = {
        "The output of the step;": "what a step does is up to the engine, so what it gives is too"
    }

    @pytest.fixture
    def unknown_id(self) -> str:
        """Return an id that no workflow has."""
        return "no-such-workflow"

    def create(self, it: WorkflowEngine, *steps: WorkflowStep) -> Workflow:
        """Return a new workflow."""
        return self.run(it.create_workflow({"name": "a workflow of the contract's tests", "steps": steps}))

    def over(self, it: WorkflowEngine, *steps: WorkflowStep) -> Workflow:
        """Return a workflow that was started and has come to its end."""

        async def start_and_wait() -> Workflow:
            workflow = await it.create_workflow({"name": "a workflow of the contract's tests", "steps": steps})
            await it.start_workflow(workflow.id)
            return await poll(lambda: it.get_workflow(workflow.id), lambda workflow: workflow.status in OVER)

        return self.run(start_and_wait())

    def cancelled(self, it: WorkflowEngine, *steps: WorkflowStep) -> Workflow:
        """Return a workflow that was cancelled while it ran."""

        async def start_and_cancel() -> Workflow:
            workflow = await it.create_workflow({"name": "a workflow of the contract's tests", "steps": steps})
            await it.start_workflow(workflow.id)
            await it.cancel_workflow(workflow.id, reason="a test of the contract")
            return await poll(lambda: it.get_workflow(workflow.id), lambda workflow: workflow.status in OVER)

        return self.run(start_and_cancel())

    def test_a_new_workflow_is_pending(self, it: WorkflowEngine, quick: str) -> None:
        """Create a workflow with a fresh id, `pending` … When it was started, if it was. … The result of
        `WorkflowEngine.get_workflow`, among others.

        If this fails, `create_workflow` started it: its status is `pending`, and it has neither start nor end.
        """
        created = self.create(it, {"id": "a", "name": quick})
        for workflow in created, self.run(it.get_workflow(created.id)):
            assert workflow.status == "pending"
            assert workflow.started_at is None
            assert workflow.completed_at is None

    def test_no_step_of_a_new_workflow_has_run(self, it: WorkflowEngine, quick: str) -> None:
        """nothing runs yet. … `None` until there is one. … When it started, if it has.

        If this fails, a step of a workflow that nobody started is not `pending`, or has output, error or times.
        """
        created = self.create(it, {"id": "a", "name": quick}, {"id": "b", "name": quick, "depends_on": ["a"]})
        for step in (*created.step_results, *self.run(it.get_workflow(created.id)).step_results):
            assert step.status == "pending"
            assert (step.output, step.error, step.started_at, step.completed_at) == (None, None, None, None)

    def test_each_workflow_has_an_id_of_its_own(self, it: WorkflowEngine, quick: str) -> None:
        """a fresh id … The engine's id.

        If this fails, two workflows of the same spec have one id: make a new one in each `create_workflow`.
        """
        ids = {self.create(it, {"id": "a", "name": quick}).id for _ in range(3)}
        assert len(ids) == 3

    def test_name_and_description_are_read_back(self, it: WorkflowEngine, quick: str) -> None:
        """Name shown to people. … Purpose of the workflow, if the spec stated it.

        If this fails, a workflow has not the name and description of its spec, or not `None` where there was none.
        """
        steps: list[WorkflowStep] = [{"id": "a", "name": quick}]
        full = self.run(it.create_workflow({"name": "Release", "description": "ships it", "steps": steps}))
        for workflow in full, self.run(it.get_workflow(full.id)):
            assert (workflow.name, workflow.description) == ("Release", "ships it")
        bare = self.run(it.create_workflow({"name": "Nightly", "steps": steps}))
        for workflow in bare, self.run(it.get_workflow(bare.id)):
            assert (workflow.name, workflow.description) == ("Nightly", None)

    def test_steps_are_read_back(self, it: WorkflowEngine, quick: str) -> None:
        """The steps as the spec gave them. … Used in both directions: passed in a `WorkflowSpec`, read back from a
        `Workflow`. … Name of the step … Purpose of the step.

        If this fails, `Workflow.steps` are not those of the spec, in its order, with all that it said of them.
        """
        steps: list[WorkflowStep] = [
            {"id": "b", "name": quick, "depends_on": ["c", "a"]},
            {"id": "c", "name": quick, "description": "comes before b"},
            {"id": "a", "name": quick, "depends_on": []},
        ]
        created = self.create(it, *steps)
        for workflow in created, self.run(it.get_workflow(created.id)):
            assert [*map(plain, workflow.steps)] == [*map(plain, steps)]

    def test_there_is_one_result_for_each_step(self, it: WorkflowEngine, quick: str) -> None:
        """The progress of each step, one entry a step. … An item of `Workflow.step_results`. … Id of the step.
        … unique in its workflow.

        If this fails, `step_results` leaves steps out, as those that have not started, or has one twice.
        """
        created = self.create(it, {"id": "b", "name": quick, "depends_on": ["a"]}, {"id": "a", "name": quick})
        for workflow in created, self.run(it.get_workflow(created.id)):
            assert sorted(step.step_id for step in workflow.step_results) == ["a", "b"]

    def test_get_gives_the_workflow_of_that_id(self, it: WorkflowEngine, quick: str) -> None:
        """Return the workflow as it is now.

        If this fails, `get_workflow` gave another workflow, such as the latest.
        """
        first = self.create(it, {"id": "first", "name": quick})
        second = self.create(it, {"id": "second", "name": quick})
        for workflow, step_id in (first, "first"), (second, "second"):
            found = self.run(it.get_workflow(workflow.id))
            assert (found.id, [step["id"] for step in found.steps]) == (workflow.id, [step_id])

    def test_an_unknown_workflow_is_refused(self, it: WorkflowEngine, unknown_id: str) -> None:
        """Failures are `FacetError`; the contract names no codes.

        If this fails, a method given an id that no workflow has raised no `FacetError`.
        """
        for method in it.get_workflow, it.start_workflow, it.cancel_workflow, it.get_workflow_status:
            with self.refuses():
                self.run(method(unknown_id))

    def test_a_workflow_that_is_started_is_pending_no_more(self, it: WorkflowEngine, quick: str) -> None:
        """Start a pending workflow, which becomes `running`

        If this fails, what `start_workflow` gave is not `running`, nor, on a quick engine, over already.
        """
        created = self.create(it, {"id": "a", "name": quick})
        assert self.run(it.start_workflow(created.id)).status in ("running", "completed")

    def test_a_workflow_runs_as_long_as_a_step_does(self, it: WorkflowEngine, slow: str) -> None:
        """becomes `running` … When it ended, however it did, if it has.

        If this fails, a workflow is over, or has an end, before its step is done.
        """
        created = self.create(it, {"id": "a", "name": slow})
        self.run(it.start_workflow(created.id))
        workflow = self.run(it.get_workflow(created.id))
        assert workflow.status == "running"
        assert workflow.completed_at is None

    def test_a_workflow_whose_steps_are_done_is_completed(self, it: WorkflowEngine, quick: str) -> None:
        """State of the workflow. … State of the step … State of a workflow. … absent or
        empty: it may start at once.

        If this fails, a workflow of steps that all complete does not come to `completed`, or one of its steps does not.
        """
        workflow = self.over(
            it,
            {"id": "a", "name": quick},
            {"id": "b", "name": quick, "depends_on": []},
            {"id": "c", "name": quick, "depends_on": ["a", "b"]},
        )
        assert workflow.status == "completed"
        assert {step.step_id: step.status for step in workflow.step_results} == dict.fromkeys("abc", "completed")

    def test_a_workflow_says_when_it_started_and_ended(self, it: WorkflowEngine, quick: str) -> None:
        """When it was created. … When it was started, if it was. … When it ended, however it did, if it has. …
        Timezone-aware.

        If this fails, a workflow that is over lacks one of its three times, or they are not in order.
        """
        workflow = self.over(it, {"id": "a", "name": quick})
        assert workflow.started_at is not None
        assert workflow.completed_at is not None
        assert workflow.created_at <= workflow.started_at <= workflow.completed_at

    def test_a_step_says_when_it_started_and_ended(self, it: WorkflowEngine, quick: str) -> None:
        """When it started, if it has. … When it ended, if it has.

        If this fails, a step that is over lacks one of its two times, or they are not in order.
        """
        [step] = self.over(it, {"id": "a", "name": quick}).step_results
        assert step.started_at is not None
        assert step.completed_at is not None
        assert step.started_at <= step.completed_at

    def test_each_step_runs_after_those_that_it_depends_on(self, it: WorkflowEngine, quick: str) -> None:
        """each step runs after those that it depends on. … Ids of the steps that must be done first

        If this fails, a step started, by the times of the results, before one of its `depends_on` had ended.
        """
        workflow = self.over(
            it,
            {"id": "d", "name": quick, "depends_on": ["b", "c"]},
            {"id": "c", "name": quick, "depends_on": ["a"]},
            {"id": "b", "name": quick, "depends_on": ["a"]},
            {"id": "a", "name": quick},
        )
        results = by_id(workflow)
        for step in workflow.steps:
            for other in step.get("depends_on", ()):
                started, ended = results[step["id"]].started_at, results[other].completed_at
                assert started is None or ended is None or ended <= started, (
                    f"{step['id']} started before {other} ended"
                )

    def test_the_input_is_kept(self, it: WorkflowEngine, quick: str) -> None:
        """`input` is kept as `Workflow.input`. … The input that was passed to `start_workflow`.

        If this fails, `Workflow.input` is not what `start_workflow` was given, right away or later.
        """
        given = {"version": "2.0", "targets": ["a", "b"]}
        created = self.create(it, {"id": "a", "name": quick})
        started = self.run(it.start_workflow(created.id, input=given))
        for workflow in started, self.run(it.get_workflow(created.id)):
            assert workflow.input is not None
            assert dict(workflow.input) == given

    def test_workflows_are_apart(self, it: WorkflowEngine, quick: str) -> None:
        """Start a pending workflow … Return the workflow as it is now.

        If this fails, starting one workflow, or cancelling it, did the same to another.
        """
        other = self.create(it, {"id": "a", "name": quick})
        self.over(it, {"id": "a", "name": quick})
        self.run(it.cancel_workflow(self.create(it, {"id": "a", "name": quick}).id))
        found = self.run(it.get_workflow(other.id))
        assert found.status == "pending"
        assert [step.status for step in found.step_results] == ["pending"]

    def test_the_status_alone_is_that_of_the_workflow(self, it: WorkflowEngine, quick: str) -> None:
        """Return only the status

        If this fails, `get_workflow_status` differs from the status in what `get_workflow` gives.
        """
        for workflow in self.create(it, {"id": "a", "name": quick}), self.over(it, {"id": "a", "name": quick}):
            assert self.run(it.get_workflow_status(workflow.id)) == workflow.status

    def test_a_step_that_fails_says_why(self, it: WorkflowEngine, failing: str, quick: str) -> None:
        """The reason of the failure; `None` unless the step failed.

        If this fails, a step that failed is not `failed` with a text in `error`, or another one has a text there.
        """
        results = by_id(self.over(it, {"id": "good", "name": quick}, {"id": "bad", "name": failing}))
        assert results["bad"].status == "failed"
        assert results["bad"].error
        assert results["good"].error is None

    def test_a_workflow_with_a_failed_step_is_failed(self, it: WorkflowEngine, failing: str) -> None:
        """A workflow with a step that failed ends as `failed` … When it ended, however it did, if it has.

        If this fails, a workflow whose only step failed is not `failed`, or has no end.
        """
        workflow = self.over(it, {"id": "bad", "name": failing})
        assert workflow.status == "failed"
        assert workflow.completed_at is not None

    def test_what_depends_on_a_failed_step_does_not_run(self, it: WorkflowEngine, failing: str, quick: str) -> None:
        """steps that depend on that one do not run. … Ids of the steps that must be done first

        If this fails, a step ran although one of its `depends_on`, or one of theirs, failed and so was never done.
        """
        results = by_id(
            self.over(
                it,
                {"id": "bad", "name": failing},
                {"id": "next", "name": quick, "depends_on": ["bad"]},
                {"id": "last", "name": quick, "depends_on": ["next"]},
            )
        )
        for step in "next", "last":
            assert results[step].status in ("skipped", "pending")
            assert results[step].started_at is None

    def test_a_pending_workflow_can_be_cancelled(self, it: WorkflowEngine, quick: str) -> None:
        """Cancel the workflow, which becomes `cancelled` … When it ended, however it did, if it has.

        If this fails, a workflow that nobody started is not `cancelled`, with an end, after `cancel_workflow`.
        """
        created = self.create(it, {"id": "a", "name": quick})
        for workflow in self.run(it.cancel_workflow(created.id)), self.run(it.get_workflow(created.id)):
            assert workflow.status == "cancelled"
            assert workflow.completed_at is not None

    def test_cancelling_a_pending_workflow_skips_its_steps(self, it: WorkflowEngine, quick: str) -> None:
        """steps that have not started become `skipped`.

        If this fails, the steps of a workflow that nobody started are not `skipped` when it is cancelled.
        """
        created = self.create(it, {"id": "a", "name": quick}, {"id": "b", "name": quick, "depends_on": ["a"]})
        self.run(it.cancel_workflow(created.id))
        found = self.run(it.get_workflow(created.id))
        assert {step.step_id: step.status for step in found.step_results} == {"a": "skipped", "b": "skipped"}

    def test_a_running_workflow_can_be_cancelled(self, it: WorkflowEngine, slow: str) -> None:
        """Cancel the workflow, which becomes `cancelled` … When it ended, however it did, if it has.

        If this fails, a workflow with a step that runs does not come to `cancelled`, with an end, once it is told to.
        """
        workflow = self.cancelled(it, {"id": "a", "name": slow})
        assert workflow.status == "cancelled"
        assert workflow.completed_at is not None

    def test_cancelling_skips_the_steps_that_have_not_started(self, it: WorkflowEngine, slow: str, quick: str) -> None:
        """steps that have not started become `skipped`. … a step is `skipped`, not `cancelled`.

        If this fails, a step that waited for another when the workflow was cancelled is not `skipped`.
        """
        workflow = self.cancelled(
            it,
            {"id": "a", "name": slow},
            {"id": "b", "name": quick, "depends_on": ["a"]},
            {"id": "c", "name": quick, "depends_on": ["b"]},
        )
        results = by_id(workflow)
        for step in "b", "c":
            assert (results[step].status, results[step].started_at) == ("skipped", None)
