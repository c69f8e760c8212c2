"""Pipelines of times alone that break a clause each."""

import datetime
from collections.abc import Callable, Mapping

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
