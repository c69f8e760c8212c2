"""The suite for pipelines of continuous integration and delivery."""

from collections.abc import Mapping
from typing import Any, ClassVar

import pytest

from latency_shim import CICDPipeline, PipelineRun
from latency_shim.testing._models.pipeline import CICDPipelineHistories
from latency_shim.testing._suites._polling import poll

OVER = "completed", "failed", "cancelled"


class CICDPipelineContract(CICDPipelineHistories):
    """The promises of every `CICDPipeline`. Needs the fixtures `ci` and `pipeline_id`, and `long_pipeline_id` too.

    Runs are real: give pipelines that do no harm, and set `patience` to what a run of yours may take.
    """

    interface: ClassVar[Any] = CICDPipeline
    fixture: ClassVar[str] = "ci"
    needs: ClassVar[Mapping[str, str]] = {
        "ci": "an implementation of yours",
        "pipeline_id": "the id of a pipeline whose runs end by themselves, the sooner the better",
        "long_pipeline_id": "the id of a pipeline whose runs take long enough to be cancelled",
    }
    needed_for: ClassVar[Mapping[str, str]] = {"long_pipeline_id": "cancellation"}
    abilities: ClassVar[Mapping[str, str]] = {
        "cancellation": "run a pipeline long enough to be cancelled; without it `long_pipeline_id` is not needed"
    }
    untested: ClassVar[Mapping[str, str]] = {
        "and `AUTH` among others.": "a suite cannot take away the access that it was given",
        "or invalid": "which ids are invalid is the backend's",
        "Address of the logs, if there is one.": "where that is, is the backend's",
    }

    @pytest.fixture
    def unknown_id(self) -> str:
        """Return a well-formed id that neither a pipeline nor a run has."""
        return "no-such-id"

    def run_to_its_end(self, it: CICDPipeline, pipeline_id: str) -> list[PipelineRun]:
        """Start a run, and give what is seen of it until it is over."""
        seen: list[PipelineRun] = []

        async def start_and_watch() -> None:
            seen.append(await it.trigger_pipeline(pipeline_id))

            async def look() -> PipelineRun:
                seen.append(await it.get_pipeline_status(seen[0].id))
                return seen[-1]

            await poll(look, lambda run: run.status in OVER)

        self.run(start_and_watch())
        return seen

    def test_the_list_has_all_pipelines(self, it: CICDPipeline, pipeline_id: str) -> None:
        """Return all pipelines, in one piece.

        If this fails, `list_pipelines` leaves out a pipeline that can be run.
        """
        assert pipeline_id in [pipeline.id for pipeline in self.run(it.list_pipelines())]

    def test_a_run_says_what_it_runs(self, it: CICDPipeline, pipeline_id: str) -> None:
        """Start a run of the pipeline; return it, with `pipeline_id` as given. … Id of the pipeline that runs.

        If this fails, what `trigger_pipeline` gave has another `pipeline_id`, such as the pipeline's name.
        """
        assert self.run(it.trigger_pipeline(pipeline_id)).pipeline_id == pipeline_id

    def test_each_run_has_an_id_of_its_own(self, it: CICDPipeline, pipeline_id: str) -> None:
        """The backend's id of the run.

        If this fails, two runs have one id, such as that of their pipeline.
        """
        assert self.run(it.trigger_pipeline(pipeline_id)).id != self.run(it.trigger_pipeline(pipeline_id)).id

    def test_an_empty_pipeline_id_is_refused(self, it: CICDPipeline) -> None:
        """`FacetError` with code `VALIDATION_ERROR` when the id is empty … Failures are `FacetError`, with the codes
        `VALIDATION_ERROR`, `NOT_FOUND`

        If this fails, `trigger_pipeline("")` raised no `FacetError` with code `VALIDATION_ERROR`.
        """
        with self.refuses("VALIDATION_ERROR"):
            self.run(it.trigger_pipeline(""))

    def test_an_unknown_pipeline_is_not_found(self, it: CICDPipeline, unknown_id: str) -> None:
        """`NOT_FOUND` when there is no such pipeline.

        If this fails, `trigger_pipeline` raised no `FacetError` with code `NOT_FOUND` for an id that no pipeline has.
        """
        with self.refuses("NOT_FOUND"):
            self.run(it.trigger_pipeline(unknown_id))

    def test_a_run_is_found_by_its_id(self, it: CICDPipeline, pipeline_id: str) -> None:
        """Return the run as it is now: the whole run, not only its status. … The result of
        `CICDPipeline.get_pipeline_status`, among others.

        If this fails, `get_pipeline_status` gave another run, such as the latest, or what it gave lacks its ids.
        """
        runs = [self.run(it.trigger_pipeline(pipeline_id)) for _ in range(2)]
        found = [self.run(it.get_pipeline_status(run.id)) for run in runs]
        assert [(run.id, run.pipeline_id) for run in found] == [(run.id, pipeline_id) for run in runs]

    def test_the_status_of_an_unknown_run_is_not_found(self, it: CICDPipeline, unknown_id: str) -> None:
        """`FacetError` with code `NOT_FOUND` when no such id exists.

        If this fails, `get_pipeline_status` raised no `FacetError` with code `NOT_FOUND` for an id that no run has.
        """
        with self.refuses("NOT_FOUND"):
            self.run(it.get_pipeline_status(unknown_id))

    def test_an_unknown_run_cannot_be_cancelled(self, it: CICDPipeline, unknown_id: str) -> None:
        """`FacetError` with code `NOT_FOUND` when no such id exists.

        If this fails, `cancel_pipeline` raised no `FacetError` with code `NOT_FOUND` for an id that no run has.
        """
        with self.refuses("NOT_FOUND"):
            self.run(it.cancel_pipeline(unknown_id))

    def test_a_run_says_when_it_started(self, it: CICDPipeline, pipeline_id: str) -> None:
        """When it was created or queued. … When it started, if it has. … Timezone-aware. … State of the
        run.

        If this fails, a run that is `running` or `completed` has no start, or one that is `pending` has.
        """
        for run in self.run_to_its_end(it, pipeline_id):
            if run.status == "pending":
                assert run.started_at is None
            if run.status in ("running", "completed"):
                assert run.started_at is not None
                assert run.created_at <= run.started_at

    def test_a_run_has_an_end_when_it_is_over(self, it: CICDPipeline, pipeline_id: str) -> None:
        """When it ended, however it did, if it has.

        If this fails, a run that is over has no `completed_at`, or one that is not over has.
        """
        for run in self.run_to_its_end(it, pipeline_id):
            assert (run.completed_at is not None) == (run.status in OVER)

    def test_a_run_can_be_cancelled(self, it: CICDPipeline, long_pipeline_id: str) -> None:
        """Cancel the run, which ends as `cancelled`

        If this fails, a run did not come to `cancelled` after `cancel_pipeline`, but to another end or to none.
        """

        async def start_and_cancel() -> PipelineRun:
            run = await it.trigger_pipeline(long_pipeline_id)
            await it.cancel_pipeline(run.id)
            return await poll(lambda: it.get_pipeline_status(run.id), lambda run: run.status in OVER)

        assert self.run(start_and_cancel()).status == "cancelled"

    def test_cancelling_a_run_that_is_over_does_nothing(self, it: CICDPipeline, pipeline_id: str) -> None:
        """does nothing when it is over.

        If this fails, `cancel_pipeline` refused a run that was over, or changed it.
        """
        over = self.run_to_its_end(it, pipeline_id)[-1]
        self.run(it.cancel_pipeline(over.id))
        found = self.run(it.get_pipeline_status(over.id))
        assert (found.status, found.completed_at) == (over.status, over.completed_at)
