"""A `WorkflowEngine` over Dask distributed: steps run in the processes of a cluster, on one machine or on many.

```python
with LocalCluster(n_workers=2) as cluster, Client(cluster) as client:
    engine = DaskWorkflowEngine(client, {"test": run_tests, "build": build_wheel})
```

In a script this stands below `if __name__ == "__main__":`, for each worker process imports the script.
"""

import asyncio
import datetime
import traceback
import uuid
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from typing import Any, Literal, TypeAlias

from distributed import Client, get_worker
from distributed.protocol import pickle

from latency_shim import FacetError, StepResult, Workflow, WorkflowSpec, WorkflowStatus, WorkflowStep

_pickle: Any = pickle  # as Dask pickles; it is not typed

Function: TypeAlias = Callable[[Mapping[str, object] | None, Mapping[str, object]], object]
"""What a step does, in a worker process.

It is called with the workflow's input and with the outputs of the steps that it depends on, by their ids; what it
returns is the output of its step, what it raises its error. All these are pickled, the function too, so one that
stands in a module must be importable in the workers. When a worker dies, Dask may run its step once more elsewhere.
"""


@dataclass(frozen=True)
class DaskStepResult:
    """A `StepResult`, with the very error that the step raised."""

    step_id: str
    status: Literal["pending", "running", "completed", "failed", "skipped"]
    output: object | None = None
    error: str | None = None
    exception: BaseException | None = None
    started_at: datetime.datetime | None = None  # by the worker's clock
    completed_at: datetime.datetime | None = None


@dataclass(frozen=True)
class DaskWorkflow:
    """A `Workflow`."""

    id: str
    name: str
    description: str | None
    steps: Sequence[WorkflowStep]
    status: WorkflowStatus
    step_results: Sequence[StepResult]
    input: Mapping[str, object] | None
    created_at: datetime.datetime
    started_at: datetime.datetime | None
    completed_at: datetime.datetime | None


@dataclass
class _Run:
    """The state of a workflow."""

    id: str
    spec: WorkflowSpec
    steps: Mapping[str, WorkflowStep]  # each after those that it depends on
    created_at: datetime.datetime
    input: Mapping[str, object] | None = None
    started_at: datetime.datetime | None = None
    cancelled_at: datetime.datetime | None = None
    cancellation: str = ""
    futures: dict[str, Any] = field(default_factory=dict[str, Any])  # of steps not known to be over
    begun: dict[str, datetime.datetime] = field(default_factory=dict[str, Any])  # when steps began, as workers tell
    results: dict[str, DaskStepResult] = field(default_factory=dict[str, Any])  # of steps that are over


class DaskWorkflowEngine:
    """A `WorkflowEngine` that submits the steps of a workflow to a client's cluster, as one graph of futures.

    `functions` says what the steps of each name do. The status of a future is known without asking the cluster, and
    what a step gave is fetched in a thread, so nothing here blocks the event loop. Workflows are known as long as the
    engine lives. Dask cannot stop a function that runs: when a workflow is cancelled such a step is `failed`, its
    function goes on in its worker, and what that gives is dropped.

    Errors: `NOT_FOUND` for unknown ids; `VALIDATION` for steps with the same id, a name without function, or
    dependencies that are unknown or go in a circle, and for what cannot be pickled; `CONFLICT` for starting what is
    not pending; `UNAVAILABLE` for failures of Dask. What fails once it runs is in the results, whose `exception` is the
    very error.
    """

    def __init__(self, client: Client, functions: Mapping[str, Function]) -> None:
        if client.asynchronous:
            raise ValueError("an asynchronous client belongs to one event loop; give one made without `asynchronous`")
        self._client: Any = client  # whose methods are not typed
        self._functions = functions
        self._runs: dict[str, _Run] = {}
        self._topic = f"workflow-steps-{uuid.uuid4().hex}"
        self._client.subscribe_topic(self._topic, self._note)  # type: ignore[no-untyped-call]  # which is Dask's

    async def create_workflow(self, spec: WorkflowSpec, /) -> Workflow:
        steps = {step["id"]: step for step in spec["steps"]}
        if len(steps) != len(spec["steps"]):
            raise FacetError("two steps have the same id", "VALIDATION")
        for id, step in steps.items():
            if step["name"] not in self._functions:
                raise FacetError(f"step {id!r}: there is no function for {step['name']!r}", "VALIDATION")
            if unknown := set(step.get("depends_on", ())) - set(steps):
                raise FacetError(f"step {id!r} depends on unknown {sorted(unknown)}", "VALIDATION")
        try:
            order = [*TopologicalSorter({id: step.get("depends_on", ()) for id, step in steps.items()}).static_order()]
        except CycleError as error:
            raise FacetError(f"steps depend on each other: {error.args[1]}", "VALIDATION", cause=error) from error
        run = _Run(uuid.uuid4().hex, spec, {id: steps[id] for id in order}, _now())
        self._runs[run.id] = run
        return _shown(run)

    async def get_workflow(self, id: str, /) -> Workflow:
        return await self._look(self._run(id))

    async def start_workflow(self, id: str, /, input: Mapping[str, object] | None = None) -> Workflow:
        run = self._run(id)
        if run.started_at or run.cancelled_at:
            raise FacetError(f"workflow {id!r} was started already, or cancelled", "CONFLICT")
        try:  # first of all, for either all steps go to the cluster or none
            work = {step["id"]: _pickle.dumps((self._functions[step["name"]], input)) for step in run.steps.values()}
        except Exception as error:
            raise FacetError(f"workflow {id!r} cannot be pickled: {error}", "VALIDATION", cause=error) from error
        begin = _now()
        futures: dict[str, Any] = {}
        with _failures_of_dask():
            for number, (step_id, step) in enumerate(run.steps.items()):
                before = [futures[other] for other in step.get("depends_on", ())]  # a worker gets what they give
                arguments = step_id, work[step_id], before, (self._topic, id, number)
                futures[step_id] = self._client.submit(
                    run_step, *arguments, key=f"{_ascii(step['name'])}-{id}-{number}"
                )
        run.input, run.started_at, run.futures = input, begin, futures
        return _shown(run)

    async def cancel_workflow(self, id: str, /, reason: str | None = None) -> Workflow:
        run = self._run(id)
        if (await self._look(run)).completed_at is None:
            run.cancelled_at = _now()  # at once, so that nobody takes what Dask cancels for failures
            run.cancellation = f"cancelled: {reason}" if reason else "cancelled"
            futures, run.futures = run.futures, {}
            try:
                with _failures_of_dask():
                    await asyncio.to_thread(self._client.cancel, [*futures.values()])
            except FacetError:
                run.cancelled_at, run.futures = None, futures
                raise
        return _shown(run)

    async def get_workflow_status(self, id: str, /) -> WorkflowStatus:
        return (await self._look(self._run(id))).status

    def _run(self, id: str) -> _Run:
        if id not in self._runs:
            raise FacetError(f"there is no workflow {id!r}", "NOT_FOUND")
        return self._runs[id]

    def _note(self, event: tuple[float, Any]) -> None:
        """Note that a step has begun; its worker says so, perhaps when its workflow was cancelled a moment ago."""
        _, (id, number, time) = event
        run = self._runs[id]
        run.begun[[*run.steps][number]] = datetime.datetime.fromisoformat(time)

    async def _look(self, run: _Run) -> DaskWorkflow:
        """Fetch what is over, and show the workflow as it is now."""
        over = [(id, future) for id, future in run.futures.items() if future.status not in ("pending", "lost")]
        if over:
            await asyncio.to_thread(_fetch, run, over)
        return _shown(run)


def run_step(step_id: str, work: bytes, before: Sequence[bytes], note: tuple[str, str, int]) -> bytes:
    """Run a step in a worker, after those that it depends on; return its result, pickled.

    An error is a value here. Dask would carry one that is raised as well, but not when it began, and not whole: a
    long message is cut off, and the error made anew by a constructor that it knows nothing of. And Dask sees bytes
    alone, since a worker may end, or wait forever, for a value that fails when it is pickled.
    """
    results: list[DaskStepResult] = [_pickle.loads(other) for other in before]
    if any(other.status != "completed" for other in results):
        return _packed(DaskStepResult(step_id, "skipped"))
    begin = _now()
    topic, *step = note
    get_worker().log_event(topic, [*step, begin.isoformat()])
    try:
        function, input = _pickle.loads(work)
        output = function(input, {other.step_id: other.output for other in results})
        return _packed(DaskStepResult(step_id, "completed", output, started_at=begin, completed_at=_now()))
    except BaseException as error:  # noqa: BLE001, `SystemExit` too, which would end the worker
        with suppress(BaseException):  # its traceback cannot be pickled, and goes along as text
            error.add_note("In the worker:\n" + "".join(traceback.format_exception(error)))
        with suppress(BaseException):
            return _packed(_failed(step_id, error.with_traceback(None), begin))
        return _packed(_failed(step_id, FacetError(_told(error, repr), "UNKNOWN"), begin))


def _packed(result: DaskStepResult) -> bytes:
    """Return the result as bytes that can be read, else raise whatever its values raise."""
    packed: bytes = _pickle.dumps(result)
    _pickle.loads(packed)
    return packed


def _told(error: BaseException, *ways: Callable[[BaseException], str]) -> str:
    """Return the text of an error, whose own methods may fail too."""
    for way in ways:
        with suppress(BaseException):
            if text := way(error):
                return text
    return type(error).__name__


@contextmanager
def _failures_of_dask() -> Generator[None]:
    """Turn what Dask raises into `FacetError`, as when the cluster is gone."""
    try:
        yield
    except Exception as error:
        raise FacetError(f"Dask: {error}", "UNAVAILABLE", cause=error) from error


def _fetch(run: _Run, over: Sequence[tuple[str, Any]]) -> None:
    """Fetch what steps gave that are over; those that they depend on come first."""
    for step_id, future in over:
        try:
            result: DaskStepResult = _pickle.loads(future.result())
        except BaseException as error:  # noqa: BLE001, a worker died, or what it sent cannot be read here
            before = [run.results.get(other) for other in run.steps[step_id].get("depends_on", ())]
            if all(other and other.status == "completed" for other in before):
                result = _failed(step_id, error.with_traceback(None), run.begun.get(step_id))
            else:
                result = DaskStepResult(step_id, "skipped")
        if run.cancelled_at is None:
            run.results.setdefault(step_id, result)
            run.futures.pop(step_id, None)  # the cluster need not keep it


def _failed(step_id: str, error: BaseException, begin: datetime.datetime | None) -> DaskStepResult:
    return DaskStepResult(step_id, "failed", None, _told(error, str, repr), error, begin, _now())


def _shown(run: _Run) -> DaskWorkflow:
    """Return the workflow as far as it is known."""
    results = [_shown_step(run, step["id"]) for step in run.spec["steps"]]
    status: WorkflowStatus
    end: datetime.datetime | None = None
    if run.cancelled_at:
        status, end = "cancelled", run.cancelled_at
    elif run.started_at is None:
        status = "pending"
    elif len(run.results) < len(results):
        status = "running"
    else:
        status = "failed" if any(step.status == "failed" for step in results) else "completed"
        end = max([run.started_at, *(step.completed_at for step in results if step.completed_at)])
    return DaskWorkflow(
        run.id,
        run.spec["name"],
        run.spec.get("description"),
        run.spec["steps"],
        status,
        results,
        run.input,
        run.created_at,
        run.started_at,
        end,
    )


def _shown_step(run: _Run, step_id: str) -> DaskStepResult:
    if step_id in run.results:
        return run.results[step_id]
    begin = run.begun.get(step_id)
    if run.cancelled_at is None:
        return DaskStepResult(step_id, "running" if begin else "pending", started_at=begin)
    if begin is None:
        return DaskStepResult(step_id, "skipped")
    return DaskStepResult(
        step_id, "failed", error=run.cancellation, started_at=begin, completed_at=max(begin, run.cancelled_at)
    )


def _ascii(text: str) -> str:
    """Return text that Dask can send: a surrogate would end the connection."""
    return text.encode("ascii", "backslashreplace").decode()


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
