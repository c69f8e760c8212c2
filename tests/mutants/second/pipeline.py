"""Pipelines of times alone that break a clause each."""

import asyncio
import datetime
from collections.abc import Callable, Mapping
from typing import Any

from latency_shim import CICDPipeline, FacetError, PipelineRun, TriggerOptions
from mutants import pipeline as first
from mutants import violates
from reference.pipelines import Pipelines, Run, Triggered


class SUITE(first.SUITE):
    make: Callable[[Mapping[str, float]], CICDPipeline] = Pipelines


@violates("Start a run of the pipeline; return it", "test_each_run_has_an_id_of_its_own")
class OneAtATime(Pipelines):
    """A pipeline that runs is not started again: its run is returned."""

    async def trigger_pipeline(self, pipeline_id: str, /, options: TriggerOptions | None = None) -> PipelineRun:
        for one in self.history:
            if isinstance(one, Triggered) and one.pipeline_id == pipeline_id:
                seen = self.run(one, self.now())
                if seen.status == "running":
                    return seen
        return await super().trigger_pipeline(pipeline_id, options)


@violates("does nothing when it is over")
class CancelledTwice(Pipelines):
    """Cancelling a second time is refused."""

    async def cancel_pipeline(self, run_id: str, /) -> None:
        if self.cancelled(run_id):
            raise FacetError("it is cancelled already", "CONFLICT")
        await super().cancel_pipeline(run_id)


@violates("Cancel the run, which ends as `cancelled`")
class CompletesInTheEnd(Pipelines):
    """A run that was cancelled is completed as soon as it would have been."""

    def run(self, event: Triggered, now: datetime.datetime) -> Run:
        seen = super().run(event, now)
        end = event.at + datetime.timedelta(seconds=self.seconds[event.pipeline_id])
        return seen._replace(status="completed") if now > end else seen


@violates("Return the run as it is now: the whole run, not only its status")
class LatestRun(Pipelines):
    """An earlier run of a pipeline has the times of its latest."""

    async def get_pipeline_status(self, run_id: str, /) -> PipelineRun:
        event = self.triggered(run_id)
        runs = [one for one in self.history if isinstance(one, Triggered) and one.pipeline_id == event.pipeline_id]
        return self.run(event, self.now())._replace(created_at=runs[-1].at)


@violates("`FacetError` with code `NOT_FOUND` when no such id exists.")
class StripsIds(Pipelines):
    """Line breaks after the id of a run do not count."""

    def triggered(self, run_id: str) -> Triggered:
        return super().triggered(run_id.rstrip("\n"))


@violates("Cancel the run, which ends as `cancelled`; does nothing when it is over.")
class CancelsAll(Pipelines):
    """With a run the earlier ones of its pipeline are cancelled."""

    async def cancel_pipeline(self, run_id: str, /) -> None:
        event = self.triggered(run_id)
        for one in self.history[: self.history.index(event)]:
            if isinstance(one, Triggered) and one.pipeline_id == event.pipeline_id:
                await super().cancel_pipeline(one.id)
        await super().cancel_pipeline(run_id)


class Shows(Pipelines):
    """Base of those that show runs otherwise."""

    def run(self, event: Triggered, now: datetime.datetime) -> Run:
        return self.shown(super().run(event, now), now)

    def shown(self, run: Run, now: datetime.datetime) -> Run:
        return run


@violates("When it ended, however it did, if it has.", "test_cancelling_a_run_that_is_over_does_nothing")
class EndsNow(Shows):
    """A run that is completed ended when it is looked at."""

    def shown(self, run: Run, now: datetime.datetime) -> Run:
        return run._replace(completed_at=now) if run.status == "completed" else run


@violates("When it started, if it has.")
class StartsAgain(Shows):
    """A run that was cancelled started then."""

    def shown(self, run: Run, now: datetime.datetime) -> Run:
        return run._replace(started_at=run.completed_at) if run.status == "cancelled" else run


@violates("Id of the pipeline that runs.")
class ForgetsItsPipeline(Shows):
    """A run that is cancelled has no pipeline."""

    def shown(self, run: Run, now: datetime.datetime) -> Run:
        return run._replace(pipeline_id="") if run.status == "cancelled" else run


@violates("When it was created or queued.")
class CreatedLater(Shows):
    """A run that is over was created when it ended."""

    def shown(self, run: Run, now: datetime.datetime) -> Run:
        return (
            run._replace(created_at=run.completed_at, started_at=run.completed_at)
            if run.completed_at and run.status == "completed"
            else run
        )


@violates("Return all pipelines, in one piece.")
class Idle(Pipelines):
    """Only pipelines without a run that goes on are listed."""

    async def list_pipelines(self) -> Any:
        busy = {
            one.pipeline_id
            for one in self.history
            if isinstance(one, Triggered) and self.run(one, self.now()).status == "running"
        }
        return [one for one in await super().list_pipelines() if one.id not in busy]


@violates("Start a run of the pipeline; return it, with `pipeline_id` as given.")
class WantsOptions(Pipelines):
    """Empty options are refused."""

    async def trigger_pipeline(self, pipeline_id: str, /, options: Any = None) -> Any:
        if options == {}:
            raise FacetError("there are no options", "VALIDATION_ERROR")
        return await super().trigger_pipeline(pipeline_id, options)


@violates("`NOT_FOUND` when there is no such pipeline.")
class StripsPipelines(Pipelines):
    """Blanks around the id of a pipeline do not count."""

    async def trigger_pipeline(self, pipeline_id: str, /, options: Any = None) -> Any:
        return await super().trigger_pipeline(pipeline_id.strip(), options)


@violates("`FacetError` with code `NOT_FOUND` when no such id exists.")
class CancelsNothing(Pipelines):
    """To cancel a run is not refused if its id begins like one."""

    async def cancel_pipeline(self, run_id: str, /) -> None:
        if run_id.startswith("run-") and all(getattr(one, "id", "") != run_id for one in self.history):
            return
        await super().cancel_pipeline(run_id)


@violates("The backend's id of the run.")
class IdsOfTheMoment(Pipelines):
    """Two runs that are started at once have one id."""

    async def trigger_pipeline(self, pipeline_id: str, /, options: Any = None) -> Any:
        count = len(self.history)
        await asyncio.sleep(0)
        found: Any = await super().trigger_pipeline(pipeline_id, options)
        self.history = (*self.history[:-1], self.history[-1]._replace(id=f"run-{count}"))
        return found._replace(id=f"run-{count}")
