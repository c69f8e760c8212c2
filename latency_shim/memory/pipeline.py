"""The facet `Pipeline` in memory."""

import datetime
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from latency_shim import FacetError, Pipeline, PipelineRun, PipelineStatus, TriggerOptions
from latency_shim.memory._clock import Clock, aware, utc_now

__all__ = ["MemoryCICDPipeline", "MemoryPipeline", "MemoryPipelineRun"]


@dataclass(frozen=True)
class MemoryPipeline:
    """A `Pipeline`."""

    id: str
    name: str
    description: str | None = None
    default_branch: str | None = None


@dataclass(frozen=True)
class MemoryPipelineRun:
    """A `PipelineRun`, as it was when it was looked at."""

    id: str
    pipeline_id: str
    status: PipelineStatus
    created_at: datetime.datetime
    started_at: datetime.datetime | None = None
    completed_at: datetime.datetime | None = None
    logs_url: str | None = None


class MemoryCICDPipeline:
    """A `CICDPipeline` whose runs do nothing, and are completed after a time by the clock.

    It is made from the ids of its pipelines and how many seconds the runs of each take:
    `MemoryCICDPipeline({"deploy.yml": 60})`. Unknown ids are refused with `NOT_FOUND`.
    """

    def __init__(self, pipelines: Mapping[str, float] = MappingProxyType({}), *, clock: Clock = utc_now) -> None:
        """Make a service with these pipelines and no runs."""
        self._pipelines = dict(pipelines)
        self._now = aware(clock)
        self._runs: dict[str, MemoryPipelineRun] = {}
        self.triggered: list[tuple[str, TriggerOptions]] = []
        """Id of the pipeline and options of each run, in order: to look at in tests."""

    async def trigger_pipeline(self, pipeline_id: str, /, options: TriggerOptions | None = None) -> PipelineRun:
        """Start a run of the pipeline; return it."""
        if not pipeline_id:
            raise FacetError("the id of the pipeline is empty", "VALIDATION_ERROR")
        if pipeline_id not in self._pipelines:
            known = ", ".join(map(repr, self._pipelines)) or "none"
            raise FacetError(f"there is no pipeline {pipeline_id!r}; known: {known}", "NOT_FOUND")
        now = self._now()
        run = MemoryPipelineRun(uuid.uuid4().hex, pipeline_id, "running", now, now)
        self._runs[run.id] = run
        given: TriggerOptions = {**(options or {})}
        self.triggered.append((pipeline_id, given))
        return run

    async def get_pipeline_status(self, run_id: str, /) -> PipelineRun:
        """Return the run as it is now."""
        return self._known(run_id)

    async def cancel_pipeline(self, run_id: str, /) -> None:
        """Cancel the run; does nothing when it is over."""
        run = self._known(run_id)
        if run.completed_at is None:
            self._runs[run_id] = replace(run, status="cancelled", completed_at=self._now())

    async def list_pipelines(self) -> Sequence[Pipeline]:
        """Return all pipelines."""
        return [MemoryPipeline(name, name) for name in self._pipelines]

    def _known(self, run_id: str) -> MemoryPipelineRun:
        """Return the run as it is now: completed, when its time has passed."""
        if run_id not in self._runs:
            raise FacetError(f"there is no run {run_id!r}", "NOT_FOUND")
        run = self._runs[run_id]
        end = run.created_at + datetime.timedelta(seconds=self._pipelines[run.pipeline_id])
        if run.completed_at is None and end <= self._now():
            self._runs[run_id] = run = replace(run, status="completed", completed_at=end)
        return run
