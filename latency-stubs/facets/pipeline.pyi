"""The facet `Pipeline`: continuous integration and delivery.

```python
from latency_shim import CICDPipeline, PipelineRun


async def deploy(ci: CICDPipeline, branch: str) -> PipelineRun:
    run = await ci.trigger_pipeline("deploy.yml", {"branch": branch, "parameters": {"target": "staging"}})
    return await ci.get_pipeline_status(run.id)
```
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import Final, Literal, NotRequired, Protocol, TypeAlias, TypedDict, runtime_checkable

from latency.composition.facet import FacetKey

__all__ = ["PIPELINE", "CICDPipeline", "Pipeline", "PipelineRun", "PipelineStatus", "TriggerOptions"]

PipelineStatus: TypeAlias = Literal["pending", "running", "completed", "failed", "cancelled"]
"""Where a run is in its life."""

class TriggerOptions(TypedDict):
    """Options for starting a run.

    The last argument of `CICDPipeline.trigger_pipeline`.
    """

    branch: NotRequired[str]
    """Branch to run on; absent leaves it to the backend."""
    parameters: NotRequired[Mapping[str, str]]
    """Inputs of the pipeline; all values are text."""
    environment: NotRequired[Mapping[str, str]]
    """Environment variables of the run; a backend may merge or refuse them."""

@runtime_checkable
class Pipeline(Protocol):
    """A pipeline that can be run, not one of its runs.

    An item of the result of `CICDPipeline.list_pipelines`.
    """

    @property
    def id(self) -> str:
        """The backend's id."""
    @property
    def name(self) -> str:
        """Name shown to people."""
    @property
    def description(self) -> str | None:
        """Purpose of the pipeline, if the backend knows."""
    @property
    def default_branch(self) -> str | None:
        """Branch it runs on by default, if the backend knows."""

@runtime_checkable
class PipelineRun(Protocol):
    """One run of a pipeline.

    The result of `CICDPipeline.get_pipeline_status`, among others.
    """

    @property
    def id(self) -> str:
        """The backend's id of the run."""
    @property
    def pipeline_id(self) -> str:
        """Id of the pipeline that runs."""
    @property
    def status(self) -> PipelineStatus:
        """State of the run."""
    @property
    def created_at(self) -> datetime.datetime:
        """When it was created or queued. Timezone-aware."""
    @property
    def started_at(self) -> datetime.datetime | None:
        """When it started, if it has. Timezone-aware."""
    @property
    def completed_at(self) -> datetime.datetime | None:
        """When it ended, however it did, if it has. Timezone-aware."""
    @property
    def logs_url(self) -> str | None:
        """Address of the logs, if there is one."""

@runtime_checkable
class CICDPipeline(Protocol):
    """A service that runs pipelines, such as GitHub Actions.

    Failures are `FacetError`, with the codes `VALIDATION_ERROR`, `NOT_FOUND` and `AUTH` among others.
    """

    async def trigger_pipeline(self, pipeline_id: str, /, options: TriggerOptions | None = None) -> PipelineRun:
        """Start a run of the pipeline; return it, with `pipeline_id` as given.

        `FacetError` with code `VALIDATION_ERROR` when the id is empty or invalid, `NOT_FOUND` when
        there is no such pipeline.
        """
    async def get_pipeline_status(self, run_id: str, /) -> PipelineRun:
        """Return the run as it is now: the whole run, not only its status.

        `FacetError` with code `NOT_FOUND` when no such id exists.
        """
    async def cancel_pipeline(self, run_id: str, /) -> None:
        """Cancel the run, which ends as `cancelled`; does nothing when it is over.

        `FacetError` with code `NOT_FOUND` when no such id exists.
        """
    async def list_pipelines(self) -> Sequence[Pipeline]:
        """Return all pipelines, in one piece."""

PIPELINE: Final[FacetKey[CICDPipeline]]
"""Key of the facet `"Pipeline"`."""
