"""Workflow engines over a history that break a clause each."""

from collections.abc import Callable

from latency_shim import Workflow, WorkflowEngine, WorkflowSpec
from mutants import violates
from mutants import workflow as first
from reference.workflows import Engine, Seen


class SUITE(first.SUITE):
    make: Callable[..., WorkflowEngine] = Engine


class Shows(Engine):
    """Base of those that show workflows otherwise."""

    def seen(self, id: str) -> Seen:
        return self.shown(super().seen(id))

    def shown(self, seen: Seen) -> Seen:
        return seen


@violates("Ids of the steps that must be done first")
class FirstOfThree(Engine):
    """Of several steps that must be done first only two are waited for."""

    async def create_workflow(self, spec: WorkflowSpec, /) -> Workflow:
        await super().create_workflow(spec)
        id = [*self.specs][-1]
        steps = [{**one, "depends_on": [*one.get("depends_on", ())][:2]} for one in self.specs[id]["steps"]]
        self.specs[id]["steps"] = steps  # type: ignore[typeddict-item]
        return self.seen(id)


@violates("steps that depend on that one do not run", "test_what_depends_on_a_failed_step_does_not_run")
class NearOnly(Engine):
    """A step that depends on a skipped one runs."""

    def next_steps(self, id: str) -> tuple[list[str], list[str]]:
        ready, lost = super().next_steps(id)
        results = {one.step_id: one.status for one in self.seen(id).step_results}
        needs = {
            one["id"]: {results[before] for before in one.get("depends_on", ())} for one in self.specs[id]["steps"]
        }
        far = [one for one in lost if "failed" not in needs[one]]
        return [*ready, *far], [one for one in lost if one not in far]


@violates("`input` is kept as `Workflow.input`")
class EmptyInput(Shows):
    """An empty input is none."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(input=seen.input or None)


@violates("The steps as the spec gave them")
class NoEmptyKeys(Shows):
    """What is empty in a step is left out."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(steps=[{k: v for k, v in one.items() if v} for one in seen.steps])  # type: ignore[misc]


@violates("Purpose of the workflow, if the spec stated it")
class EmptyDescription(Shows):
    """An empty description is none."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(description=seen.description or None)


@violates("steps that have not started become `skipped`", "test_cancelling_a_pending_workflow_skips_its_steps")
class PendingCancelled(Shows):
    """The steps of a workflow that is cancelled before it was started stay pending."""

    def shown(self, seen: Seen) -> Seen:
        if seen.status != "cancelled" or seen.started_at is not None:
            return seen
        return seen._replace(step_results=[one._replace(status="pending") for one in seen.step_results])  # type: ignore[attr-defined]


@violates("When it ended, however it did, if it has", "test_a_pending_workflow_can_be_cancelled")
class CancelledNeverEnds(Shows):
    """A workflow that is cancelled before it was started has no end."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(completed_at=seen.completed_at if seen.started_at else None)
