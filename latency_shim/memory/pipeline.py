"""A `CICDPipeline` in memory: each run is over after a while, and nothing else happens."""

import datetime
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from latency_shim import FacetError, Pipeline, PipelineRun, PipelineStatus, TriggerOptions


@dataclass(frozen=True)
class PipelineRecord:
    """A `Pipeline`."""

    id: str
    name: str
    description: str | None = None
    default_branch: str | None = None


@dataclass(frozen=True)
class RunRecord:
    """A `PipelineRun`."""

    id: str
    pipeline_id: str
    status: PipelineStatus
    created_at: datetime.datetime
    started_at: datetime.datetime | None = None
    completed_at: datetime.datetime | None = None
    logs_url: str | None = None


class InMemoryCICDPipeline:
    """A `CICDPipeline` made from the ids of its pipelines, and how many seconds the runs of each take."""

    def __init__(self, pipelines: Mapping[str, float]) -> None:
        self._pipelines = pipelines
        self._runs: dict[str, RunRecord] = {}

    async def trigger_pipeline(self, pipeline_id: str, /, options: TriggerOptions | None = None) -> PipelineRun:
        if not pipeline_id:
            raise FacetError("the id of the pipeline is empty", "VALIDATION_ERROR")
        if pipeline_id not in self._pipelines:
            raise FacetError(f"there is no pipeline {pipeline_id!r}", "NOT_FOUND")
        now = datetime.datetime.now(datetime.UTC)
        run = RunRecord(uuid.uuid4().hex, pipeline_id, "running", now, now)
        self._runs[run.id] = run
        return run

    async def get_pipeline_status(self, run_id: str, /) -> PipelineRun:
        return self._now(run_id)

    async def cancel_pipeline(self, run_id: str, /) -> None:
        run = self._now(run_id)
        if run.completed_at is None:
            self._runs[run_id] = replace(run, status="cancelled", completed_at=datetime.datetime.now(datetime.UTC))

    async def list_pipelines(self) -> Sequence[Pipeline]:
        return [PipelineRecord(id, id) for id in self._pipelines]

    def _now(self, run_id: str) -> RunRecord:
        """Give the run as it is now: over, when its time has passed."""
        if run_id not in self._runs:
            raise FacetError(f"there is no run {run_id!r}", "NOT_FOUND")
        run = self._runs[run_id]
        end = run.created_at + datetime.timedelta(seconds=self._pipelines[run.pipeline_id])
        if run.completed_at is None and end <= datetime.datetime.now(datetime.UTC):
            self._runs[run_id] = run = replace(run, status="completed", completed_at=end)
        return run
