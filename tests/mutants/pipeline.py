"""Pipelines that break a promise each."""

import asyncio
import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from latency_shim import CICDPipeline, FacetError, Pipeline, PipelineRun, TriggerOptions
from latency_shim.memory.pipeline import MemoryCICDPipeline, MemoryPipeline, MemoryPipelineRun
from latency_shim.testing import CICDPipelineContract
from mutants import breaks, keeps_all

ALSO = ("PipelineRun",)


class SUITE(CICDPipelineContract):
    make: Callable[[Mapping[str, float]], CICDPipeline] = MemoryCICDPipeline
    patience = 1.0

    @pytest.fixture
    def ci(self) -> CICDPipeline:
        return self.make({"lint": 0.005, "nightly": 0.2})

    @pytest.fixture
    def new_ci(self) -> Callable[[], CICDPipeline]:
        return lambda: self.make({"lint": 0.005, "nightly": 0.2})

    @pytest.fixture
    def pipeline_id(self) -> str:
        return "lint"

    @pytest.fixture
    def long_pipeline_id(self) -> str:
        return "nightly"


class Shows(MemoryCICDPipeline):
    """Base of those that show a run otherwise than it is."""

    async def get_pipeline_status(self, run_id: str, /) -> PipelineRun:
        return self.shown(self._known(run_id))

    def shown(self, run: MemoryPipelineRun) -> MemoryPipelineRun:
        return run


@breaks("test_it_conforms_to_the_interface")
class SaysToGiveANumber(MemoryCICDPipeline):
    """`cancel_pipeline` is annotated as giving a number."""

    async def cancel_pipeline(self, run_id: str, /) -> int:  # type: ignore[override]
        await super().cancel_pipeline(run_id)
        return None  # type: ignore[return-value]


@breaks("test_the_list_has_all_pipelines")
class ListsTheLast(MemoryCICDPipeline):
    """`list_pipelines` leaves the first one out."""

    async def list_pipelines(self) -> Sequence[Pipeline]:
        return (await super().list_pipelines())[1:]


@breaks("test_a_run_says_what_it_runs")
class NamesThePipeline(MemoryCICDPipeline):
    """A new run has the path of the pipeline in place of its id."""

    async def trigger_pipeline(self, pipeline_id: str, /, options: TriggerOptions | None = None) -> PipelineRun:
        run = await super().trigger_pipeline(pipeline_id, options)
        return replace(self._runs[run.id], pipeline_id=f"workflows/{pipeline_id}.yml")


@breaks("test_each_run_has_an_id_of_its_own")
class JoinsRuns(MemoryCICDPipeline):
    """A run that is triggered while another of its pipeline goes on is that one."""

    async def trigger_pipeline(self, pipeline_id: str, /, options: TriggerOptions | None = None) -> PipelineRun:
        for run in self._runs.values():
            if run.pipeline_id == pipeline_id and run.status == "running":
                return run
        return await super().trigger_pipeline(pipeline_id, options)


@breaks("test_an_empty_pipeline_id_is_refused")
class RefusesWithAnotherCode(MemoryCICDPipeline):
    """An empty id is refused with code `VALIDATION`."""

    async def trigger_pipeline(self, pipeline_id: str, /, options: TriggerOptions | None = None) -> PipelineRun:
        if not pipeline_id:
            raise FacetError("the id of the pipeline is empty", "VALIDATION")
        return await super().trigger_pipeline(pipeline_id, options)


@breaks("test_an_unknown_pipeline_is_not_found")
class RefusesUnknownPipelines(MemoryCICDPipeline):
    """An unknown pipeline is refused with code `VALIDATION_ERROR`."""

    async def trigger_pipeline(self, pipeline_id: str, /, options: TriggerOptions | None = None) -> PipelineRun:
        if pipeline_id not in self._pipelines:
            raise FacetError(f"{pipeline_id!r} is no pipeline", "VALIDATION_ERROR")
        return await super().trigger_pipeline(pipeline_id, options)


@breaks("test_a_run_is_found_by_its_id")
class GivesTheLatest(MemoryCICDPipeline):
    """`get_pipeline_status` gives the latest run that has been made."""

    async def get_pipeline_status(self, run_id: str, /) -> PipelineRun:
        return self._known(list(self._runs)[-1] if run_id in self._runs else run_id)


@breaks("test_the_status_of_an_unknown_run_is_not_found")
class ShowsUnknownRuns(MemoryCICDPipeline):
    """An unknown run is `pending`."""

    async def get_pipeline_status(self, run_id: str, /) -> PipelineRun:
        if run_id not in self._runs:
            return MemoryPipelineRun(run_id, "", "pending", datetime.datetime.now(datetime.UTC))
        return self._known(run_id)


@breaks("test_an_unknown_run_cannot_be_cancelled")
class CancelsUnknownRuns(MemoryCICDPipeline):
    """Cancelling an unknown run does nothing."""

    async def cancel_pipeline(self, run_id: str, /) -> None:
        if run_id in self._runs:
            await super().cancel_pipeline(run_id)


@breaks("test_a_run_says_when_it_started")
class ForgetsTheStart(Shows):
    """A run that is over has no start."""

    def shown(self, run: MemoryPipelineRun) -> MemoryPipelineRun:
        return run if run.completed_at is None else replace(run, started_at=None)


@breaks("test_a_run_has_an_end_when_it_is_over")
class ForgetsTheEnd(Shows):
    """A run that is over has no end."""

    def shown(self, run: MemoryPipelineRun) -> MemoryPipelineRun:
        return replace(run, completed_at=None)


@breaks("test_a_run_can_be_cancelled")
class CancelsNothing(MemoryCICDPipeline):
    """A run that is cancelled goes on to its end."""

    async def cancel_pipeline(self, run_id: str, /) -> None:
        self._known(run_id)


@breaks("test_cancelling_a_run_that_is_over_does_nothing")
class CancelsWhatIsOver(MemoryCICDPipeline):
    """A run that was over is `cancelled` all the same."""

    async def cancel_pipeline(self, run_id: str, /) -> None:
        await super().cancel_pipeline(run_id)
        self._runs[run_id] = replace(self._runs[run_id], status="cancelled")


@keeps_all
class QueuesRuns(Shows):
    """A run waits in a queue at first, and each answer takes a while; one that was cancelled there never started."""

    def shown(self, run: MemoryPipelineRun) -> MemoryPipelineRun:
        waiting = datetime.datetime.now(datetime.UTC) - run.created_at < datetime.timedelta(seconds=0.003)
        if run.status == "running" and waiting:
            return replace(run, status="pending", started_at=None)
        return replace(run, started_at=None) if run.status == "cancelled" else run

    async def trigger_pipeline(self, pipeline_id: str, /, options: TriggerOptions | None = None) -> PipelineRun:
        await asyncio.sleep(0.001)
        return self.shown(self._runs[(await super().trigger_pipeline(pipeline_id, options)).id])


@keeps_all
class IsOverAtOnce(MemoryCICDPipeline):
    """The runs of the quick pipeline have failed when they are given, before they started."""

    async def trigger_pipeline(self, pipeline_id: str, /, options: TriggerOptions | None = None) -> PipelineRun:
        run = self._runs[(await super().trigger_pipeline(pipeline_id, options)).id]
        if pipeline_id == "lint":
            run = replace(run, status="failed", started_at=None, completed_at=run.created_at)
        self._runs[run.id] = run
        return run


@keeps_all
class CancelsLater(MemoryCICDPipeline):
    """A run goes on a little after `cancel_pipeline`."""

    async def cancel_pipeline(self, run_id: str, /) -> None:
        self._known(run_id)
        self._later = asyncio.get_running_loop().call_later(0.005, lambda: asyncio.ensure_future(self._end(run_id)))

    async def _end(self, run_id: str) -> None:
        await super().cancel_pipeline(run_id)


@keeps_all
class HasItsOwnWays(MemoryCICDPipeline):
    """Records of another kind, in a tuple, with more in them; further parameters."""

    async def list_pipelines(self, page: int = 1) -> tuple[MemoryPipeline, ...]:
        return tuple(MemoryPipeline(id, id.title(), "", "main") for id in self._pipelines)

    async def trigger_pipeline(self, pipeline_id: str, /, options: TriggerOptions | None = None, **more: Any) -> Any:
        return self.other(self._runs[(await super().trigger_pipeline(pipeline_id, options)).id])

    async def get_pipeline_status(self, run_id: str, /) -> Any:
        return self.other(self._known(run_id))

    def other(self, run: MemoryPipelineRun) -> Any:
        return SimpleNamespace(**vars(run) | {"logs_url": f"memory:{run.id}", "attempt": 1})


@breaks("test_what_becomes_of_runs_in_any_history")
class FindsNearRuns(MemoryCICDPipeline):
    """A run is found with blanks around its id."""

    async def get_pipeline_status(self, run_id: str, /) -> PipelineRun:
        return await super().get_pipeline_status(run_id.strip() if len(run_id) > 10 else run_id)


@breaks("test_which_pipelines_there_are_in_any_history")
class ListsWhatRuns(MemoryCICDPipeline):
    """Once a pipeline has run, those that have not are listed no more."""

    async def list_pipelines(self) -> Sequence[Pipeline]:
        ran = {pipeline_id for pipeline_id, _ in self.triggered}
        return [one for one in await super().list_pipelines() if not ran or one.id in ran]
