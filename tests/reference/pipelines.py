"""Pipelines whose runs are only times: what a run looks like follows from the clock."""

import datetime
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from latency_shim import FacetError, Pipeline, PipelineRun, PipelineStatus, TriggerOptions


class Defined(NamedTuple):
    id: str
    name: str
    description: str | None
    default_branch: str | None


class Triggered(NamedTuple):
    id: str
    pipeline_id: str
    options: TriggerOptions
    at: datetime.datetime


class Cancelled(NamedTuple):
    id: str
    at: datetime.datetime


class Run(NamedTuple):
    id: str
    pipeline_id: str
    status: PipelineStatus
    created_at: datetime.datetime
    started_at: datetime.datetime | None
    completed_at: datetime.datetime | None
    logs_url: str | None


class Pipelines:
    """Runs pipelines that do nothing, each for so many seconds."""

    def __init__(self, seconds: Mapping[str, float]) -> None:
        self.seconds = {**seconds}
        self.history: tuple[Triggered | Cancelled, ...] = ()

    def now(self) -> datetime.datetime:
        return datetime.datetime.now(datetime.UTC)

    def triggered(self, run_id: str) -> Triggered:
        for event in self.history:
            if isinstance(event, Triggered) and event.id == run_id:
                return event
        raise FacetError(f"there is no run {run_id!r}", "NOT_FOUND")

    def cancelled(self, run_id: str) -> datetime.datetime | None:
        return next((one.at for one in self.history if isinstance(one, Cancelled) and one.id == run_id), None)

    def run(self, event: Triggered, now: datetime.datetime) -> Run:
        """Return what a run is at a time."""
        end = event.at + datetime.timedelta(seconds=self.seconds[event.pipeline_id])
        cancelled = self.cancelled(event.id)
        status: PipelineStatus = "cancelled" if cancelled else "completed" if now >= end else "running"
        over = cancelled or (end if now >= end else None)
        return Run(event.id, event.pipeline_id, status, event.at, event.at, over, None)

    async def trigger_pipeline(self, pipeline_id: str, /, options: TriggerOptions | None = None) -> PipelineRun:
        if not pipeline_id:
            raise FacetError("a pipeline has an id", "VALIDATION_ERROR")
        if pipeline_id not in self.seconds:
            raise FacetError(f"there is no pipeline {pipeline_id!r}", "NOT_FOUND")
        event = Triggered(f"run-{len(self.history)}", pipeline_id, options or {}, self.now())
        self.history += (event,)
        return self.run(event, event.at)

    async def get_pipeline_status(self, run_id: str, /) -> PipelineRun:
        return self.run(self.triggered(run_id), self.now())

    async def cancel_pipeline(self, run_id: str, /) -> None:
        event, now = self.triggered(run_id), self.now()
        if self.run(event, now).completed_at is None:
            self.history += (Cancelled(run_id, now),)

    async def list_pipelines(self) -> Sequence[Pipeline]:
        return tuple(Defined(id, id.capitalize(), None, "main") for id in self.seconds)
