# Generated from latency-stubs/facets/pipeline.pyi by `nox -s generate`; do not edit.
"""The facet `Pipeline`: continuous integration and delivery."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Final, Literal, TypeAlias

from latency_shim._typing import NotRequired, Protocol, TypedDict, runtime_checkable
from latency_shim.composition.facet import FacetKey

__all__ = ["PIPELINE", "CICDPipeline", "Pipeline", "PipelineRun", "PipelineStatus", "TriggerOptions"]

PipelineStatus: TypeAlias = Literal["pending", "running", "completed", "failed", "cancelled"]


class TriggerOptions(TypedDict):
    """Options for starting a run."""

    branch: NotRequired[str]
    parameters: NotRequired[Mapping[str, str]]
    environment: NotRequired[Mapping[str, str]]


@runtime_checkable
class Pipeline(Protocol):
    """A pipeline that can be run, not one of its runs."""

    @property
    def id(self) -> str:
        """The backend's id."""
        ...

    @property
    def name(self) -> str:
        """Name shown to people."""
        ...

    @property
    def description(self) -> str | None:
        """Purpose of the pipeline, if the backend knows."""
        ...

    @property
    def default_branch(self) -> str | None:
        """Branch it runs on by default, if the backend knows."""
        ...


@runtime_checkable
class PipelineRun(Protocol):
    """One run of a pipeline."""

    @property
    def id(self) -> str:
        """The backend's id of the run."""
        ...

    @property
    def pipeline_id(self) -> str:
        """Id of the pipeline that runs."""
        ...

    @property
    def status(self) -> PipelineStatus:
        """State of the run."""
        ...

    @property
    def created_at(self) -> datetime.datetime:
        """When it was created or queued. Timezone-aware."""
        ...

    @property
    def started_at(self) -> datetime.datetime | None:
        """When it started, if it has. Timezone-aware."""
        ...

    @property
    def completed_at(self) -> datetime.datetime | None:
        """When it ended, however it did, if it has. Timezone-aware."""
        ...

    @property
    def logs_url(self) -> str | None:
        """Address of the logs, if there is one."""
        ...


@runtime_checkable
class CICDPipeline(Protocol):
    """A service that runs pipelines, such as GitHub Actions."""

    async def trigger_pipeline(self, pipeline_id: str, /, options: TriggerOptions | None = None) -> PipelineRun:
        """Start a run of the pipeline; return it, with `pipeline_id` as given."""
        ...

    async def get_pipeline_status(self, run_id: str, /) -> PipelineRun:
        """Return the run as it is now: the whole run, not only its status."""
        ...

    async def cancel_pipeline(self, run_id: str, /) -> None:
        """Cancel the run, which ends as `cancelled`; does nothing when it is over."""
        ...

    async def list_pipelines(self) -> Sequence[Pipeline]:
        """Return all pipelines, in one piece."""
        ...


PIPELINE: Final[FacetKey[CICDPipeline]] = FacetKey("Pipeline", CICDPipeline)
