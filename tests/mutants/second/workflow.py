"""Workflow engines over a history that break a clause each."""

import datetime
import unicodedata
from collections.abc import Callable
from typing import Any

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


def steps_of(seen: Seen) -> Any:
    return seen.step_results


@violates("The input that was passed to `start_workflow`.")
class InputIsGone(Shows):
    """A workflow that is over has no input."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(input=None) if seen.completed_at and seen.status == "completed" else seen


@violates("When it ended, however it did, if it has.")
class EndsNow(Shows):
    """A failed workflow ended when it is looked at."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(completed_at=datetime.datetime.now(datetime.UTC)) if seen.status == "failed" else seen


@violates("steps that depend on that one do not run", "test_what_depends_on_a_failed_step_does_not_run")
class FailsTogether(Shows):
    """A step that depends on a failed one is failed, too."""

    def shown(self, seen: Seen) -> Seen:
        results = [
            one._replace(status="failed", error="lost") if one.status == "skipped" and seen.status == "failed" else one
            for one in steps_of(seen)
        ]
        return seen._replace(step_results=results)


@violates("A workflow with a step that failed ends as `failed`")
class LastCounts(Shows):
    """A workflow whose last step is completed is completed."""

    def shown(self, seen: Seen) -> Seen:
        last = seen.step_results[-1].status == "completed"
        return seen._replace(status="completed") if seen.status == "failed" and last else seen


@violates("When it was started, if it was.")
class CancelStarts(Shows):
    """A workflow that is cancelled before it was started was started then."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(started_at=seen.started_at or seen.completed_at)


@violates("steps that have not started become `skipped`")
class FarStepsWait(Shows):
    """A step that depends on two others stays pending when its workflow is cancelled."""

    def shown(self, seen: Seen) -> Seen:
        many = {one["id"] for one in seen.steps if len(one.get("depends_on", ())) > 1}
        results = [
            one._replace(status="pending") if one.status == "skipped" and one.step_id in many else one
            for one in steps_of(seen)
        ]
        return seen._replace(step_results=results) if seen.status == "cancelled" else seen


@violates("Purpose of the workflow, if the spec stated it.")
class ForgetsItsPurpose(Shows):
    """A workflow that is over has no description."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(description=None) if seen.status in ("failed", "cancelled") else seen


@violates("The steps as the spec gave them.")
class StepsAsTheyRan(Shows):
    """The steps of a completed workflow are in the order in which they ran."""

    def shown(self, seen: Seen) -> Seen:
        began = {one.step_id: one.started_at for one in seen.step_results}
        if seen.status != "completed":
            return seen
        return seen._replace(steps=sorted(seen.steps, key=lambda step: began[step["id"]] or seen.created_at))


@violates("The progress of each step, one entry a step.")
class FoldsSteps(Shows):
    """A step has the result of one that differs in capital letters."""

    def shown(self, seen: Seen) -> Seen:
        by = {one.step_id.lower(): one for one in seen.step_results}
        return seen._replace(step_results=[by[one.step_id.lower()] for one in seen.step_results])


@violates("each step runs after those that it depends on.")
class StartsEarly(Engine):
    """A step that waits for three or more begins when all but the last one are done."""

    def next_steps(self, id: str) -> tuple[list[str], list[str]]:
        ready, lost = super().next_steps(id)
        results = {one.step_id: one.status for one in self.seen(id).step_results}
        for step in self.specs[id]["steps"]:
            needs = [results[one] for one in step.get("depends_on", ())]
            early = len(needs) > 2 and {*needs[:-1]} == {"completed"} and needs[-1] in ("pending", "running")
            if early and results[step["id"]] == "pending":
                ready.append(step["id"])
        return [*dict.fromkeys(ready)], lost


@violates("Cancel the workflow, which becomes `cancelled`", "test_workflows_are_apart")
class CancelsNamesakes(Engine):
    """With a workflow those of the same name are cancelled that have not been started."""

    async def cancel_workflow(self, id: str, /, reason: str | None = None) -> Any:
        name = self.specs[id]["name"] if id in self.specs else ""
        for other, spec in self.specs.items():
            if other != id and spec["name"] == name and self.seen(other).status == "pending":
                await super().cancel_workflow(other)
        return await super().cancel_workflow(id, reason)


@violates("Failures are `FacetError`; the contract names no codes.")
class StripsIds(Engine):
    """Blanks around an id do not count."""

    def seen(self, id: str) -> Seen:
        return super().seen(id.strip())


@violates("When it was created.")
class CreatedWhenStarted(Shows):
    """A workflow that was started was created then."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(created_at=seen.started_at or seen.created_at)


@violates("State of the step; a step is `skipped`, not `cancelled`.")
class SkipsWhatIsDone(Shows):
    """Steps that are done are skipped when their workflow is cancelled."""

    def shown(self, seen: Seen) -> Seen:
        results = [
            one._replace(status="skipped", output=None, started_at=None, completed_at=None)
            if one.status == "completed"
            else one
            for one in steps_of(seen)
        ]
        return seen._replace(step_results=results) if seen.status == "cancelled" else seen


@violates("Return only the status, which may be cheaper than `get_workflow`.")
class KnowsWhatItSaw(Engine):
    """The status alone is that of the last look at the whole workflow, until it is cancelled."""

    def __init__(self, functions: Any) -> None:
        super().__init__(functions)
        self.looked: dict[str, Any] = {}

    async def get_workflow(self, id: str, /) -> Any:
        self.looked[id] = found = self.seen(id)
        return found

    async def get_workflow_status(self, id: str, /) -> Any:
        found = self.seen(id).status
        return found if found == "cancelled" else self.looked.pop(id, self.seen(id)).status


@violates("The input that was passed to `start_workflow`.")
class TextInput(Shows):
    """Keys of the input that are empty are left out."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(input=seen.input and {key: value for key, value in seen.input.items() if key})


@violates("Name shown to people.")
class PlainNames(Shows):
    """Names are shown in a normal form."""

    def shown(self, seen: Seen) -> Seen:
        return seen._replace(name=unicodedata.normalize("NFC", seen.name))


@violates("The reason of the failure; `None` unless the step failed.")
class SkippedSaysWhy(Shows):
    """A skipped step says why it was."""

    def shown(self, seen: Seen) -> Seen:
        results = [
            one._replace(error="skipped") if one.status == "skipped" and seen.status == "failed" else one
            for one in steps_of(seen)
        ]
        return seen._replace(step_results=results)
