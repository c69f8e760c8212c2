# mypy: disable-error-code="no-untyped-call"
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# Dask types only a part of what it has.
"""Workflow engines that keep the contract."""

import asyncio
import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import dask.config
import dask_steps
import pytest
from distributed import Client, KilledWorker, LocalCluster

from examples.dask_workflow_engine import DaskStepResult, DaskWorkflowEngine, Function
from latency_shim import FacetError, Workflow, WorkflowEngine, WorkflowStep
from latency_shim.testing._suites._polling import poll
from mutants.workflow import SUITE
from odd_text import NAMES, SURROGATES

FUNCTIONS: Mapping[str, Function] = {
    name: function for name, function in vars(dask_steps).items() if callable(function) and name.islower()
}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder = tmp_path_factory.mktemp("dask")
    dask.config.refresh(paths=[], env={})  # nothing of the user's
    dask.config.set({"temporary-directory": str(folder), "distributed.scheduler.allowed-failures": 0})
    with (
        LocalCluster(
            n_workers=2,
            processes=True,
            threads_per_worker=1,
            dashboard_address="127.0.0.1:0",  # with `None` it takes port 8787, and warns if it cannot
            host="127.0.0.1",
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client
    dask.config.refresh()


@pytest.fixture
def dask_engine(client: Client) -> DaskWorkflowEngine:
    return DaskWorkflowEngine(client, FUNCTIONS)


def address(client: Client) -> str:
    return str(client.scheduler_info()["address"])


class TestDaskWorkflowEngine(SUITE):
    patience = 20.0  # on a machine that has much else to do
    histories = 2

    @pytest.fixture
    def engine(self, dask_engine: DaskWorkflowEngine) -> WorkflowEngine:
        return dask_engine

    @pytest.fixture
    def new_engine(self, engine: WorkflowEngine) -> Callable[[], WorkflowEngine]:
        return lambda: engine


def step(id: str, name: str, *depends_on: str) -> WorkflowStep:
    return {"id": id, "name": name, "depends_on": depends_on}


async def begin(engine: WorkflowEngine, *steps: WorkflowStep, input: Mapping[str, object] | None = None) -> Workflow:
    return await engine.start_workflow((await engine.create_workflow({"name": "test", "steps": steps})).id, input)


async def until(engine: WorkflowEngine, id: str, seen: Callable[[Workflow], bool]) -> Workflow:
    async with asyncio.timeout(20):
        return await poll(lambda: engine.get_workflow(id), seen)


def result(workflow: Workflow, step_id: str) -> Any:
    [found] = [found for found in workflow.step_results if found.step_id == step_id]
    return found


def finished(engine: WorkflowEngine, *steps: WorkflowStep, input: Mapping[str, object] | None = None) -> Workflow:
    """Run a workflow to its end."""

    async def run() -> Workflow:
        workflow = await begin(engine, *steps, input=input)
        return await until(engine, workflow.id, lambda workflow: workflow.completed_at is not None)

    return asyncio.run(run())


def test_a_function_gets_the_input_and_what_its_step_depends_on_gave(dask_engine: DaskWorkflowEngine) -> None:
    workflow = finished(
        dask_engine,
        step("d", "told", "b", "c"),
        step("b", "quick", "a"),
        step("c", "told", "a"),
        step("a", "quick"),
        input={"version": "2.0"},
    )
    assert result(workflow, "c").output == [{"version": "2.0"}, {"a": "quick"}]
    assert result(workflow, "d").output == [{"version": "2.0"}, {"b": "quick", "c": result(workflow, "c").output}]


def test_steps_run_at_the_same_time_in_two_processes(
    client: Client, dask_engine: DaskWorkflowEngine, tmp_path: Path
) -> None:
    client.wait_for_workers(2, timeout=20)
    workflow = finished(dask_engine, step("a", "meeting"), step("b", "meeting"), input={"folder": str(tmp_path)})
    processes = {result(workflow, "a").output, result(workflow, "b").output}
    assert len(processes) == 2
    assert os.getpid() not in processes


def test_an_error_of_a_facet_arrives_whole(dask_engine: DaskWorkflowEngine) -> None:
    found = result(finished(dask_engine, step("a", "limited")), "a")
    assert isinstance(found, DaskStepResult)
    error = found.exception
    assert isinstance(error, dask_steps.RateLimitedError)
    assert (found.error, str(error), error.code) == ("try again in 30 s", "try again in 30 s", "RATE_LIMIT")
    assert error.retry_after == 30
    assert "in limited\n" in error.__notes__[0]  # where it was raised


def test_a_long_error_is_not_cut_off(dask_engine: DaskWorkflowEngine) -> None:
    error = result(finished(dask_engine, step("a", "verbose")), "a").exception
    assert (type(error), str(error), error.code) == (FacetError, "x" * 100_000, "VERBOSE")


def test_a_step_that_exits_is_failed_and_its_worker_lives(dask_engine: DaskWorkflowEngine) -> None:
    found = result(finished(dask_engine, step("a", "exiting")), "a")
    assert (found.status, found.error) == ("failed", "no disk")
    assert isinstance(found.exception, SystemExit)


def test_an_error_that_cannot_be_pickled_is_told(dask_engine: DaskWorkflowEngine) -> None:
    found = result(finished(dask_engine, step("a", "unpicklable_error"), step("b", "quick", "a")), "a")
    assert found.status == "failed"
    assert found.error == "UnpicklableError('example.org:80 does not answer')"
    assert found.exception.code == "UNKNOWN"


def test_what_depends_on_a_failed_step_is_skipped_and_the_rest_is_not(dask_engine: DaskWorkflowEngine) -> None:
    workflow = finished(
        dask_engine,
        step("bad", "failing"),
        step("good", "quick"),
        step("next", "quick", "good", "bad"),
        step("last", "quick", "next"),
    )
    statuses = {step.step_id: step.status for step in workflow.step_results}
    assert workflow.status == "failed"
    assert statuses == {"bad": "failed", "good": "completed", "next": "skipped", "last": "skipped"}
    assert result(workflow, "bad").started_at <= result(workflow, "bad").completed_at


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("unpicklable_output", "lock"),
        ("unreadable_output", "not to be read"),
        ("exiting_output", "not to be pickled"),
        ("deep_output", "while getting the repr"),
        ("hostile_error", "HostileError"),
        ("cancelled_error", "not I"),
        ("endless", "recursion"),
    ],
)
def test_what_cannot_be_sent_or_read_is_a_failure_of_its_step_alone(
    dask_engine: DaskWorkflowEngine, name: str, error: str
) -> None:
    workflow = finished(dask_engine, step("a", name), step("b", "quick", "a"), step("c", "quick"))
    assert [step.status for step in workflow.step_results] == ["failed", "skipped", "completed"]
    assert error in result(workflow, "a").error
    assert isinstance(result(workflow, "a").exception, BaseException)


@pytest.mark.parametrize("text", [*SURROGATES, *NAMES])
def test_names_and_ids_are_any_text(client: Client, text: str) -> None:
    engine = DaskWorkflowEngine(client, {text: dask_steps.told})
    steps = step(text, text), step(f"{text}2", text, text)
    workflow = finished(engine, *steps, input={text: text})
    assert result(workflow, f"{text}2").output == [{text: text}, {text: [{text: text}, {}]}]
    assert result(workflow, text).started_at is not None


def test_a_worker_that_dies_is_a_failure_of_its_step(client: Client, dask_engine: DaskWorkflowEngine) -> None:
    workflow = finished(dask_engine, step("a", "deadly"), step("b", "quick", "a"))
    assert [step.status for step in workflow.step_results] == ["failed", "skipped"]
    assert isinstance(result(workflow, "a").exception, KilledWorker)
    client.wait_for_workers(2, timeout=20)  # it is replaced
    assert finished(dask_engine, step("a", "quick")).status == "completed"


def test_a_step_that_runs_is_seen_to_without_waiting_for_it(dask_engine: DaskWorkflowEngine) -> None:
    async def run() -> None:
        workflow = await begin(dask_engine, step("a", "slow"), step("b", "quick", "a"))
        workflow = await until(dask_engine, workflow.id, lambda workflow: result(workflow, "a").status != "pending")
        assert (workflow.status, result(workflow, "b").status) == ("running", "pending")
        assert result(workflow, "a").status == "running"
        assert workflow.started_at is not None
        assert result(workflow, "a").started_at >= workflow.started_at
        began = time.monotonic()
        for _ in range(10):
            assert await dask_engine.get_workflow_status(workflow.id) == "running"
        assert time.monotonic() - began < 0.5

    asyncio.run(run())


def test_a_step_that_runs_when_its_workflow_is_cancelled_is_failed_for_good(dask_engine: DaskWorkflowEngine) -> None:
    async def run() -> None:
        workflow = await begin(dask_engine, step("a", "slow"), step("b", "quick", "a"))
        await until(dask_engine, workflow.id, lambda workflow: result(workflow, "a").status == "running")
        cancelled = await dask_engine.cancel_workflow(workflow.id, reason="no time")
        assert cancelled.status == "cancelled"
        found = result(cancelled, "a")
        assert (found.status, found.error) == ("failed", "cancelled: no time")
        assert found.started_at <= found.completed_at
        assert result(cancelled, "b").status == "skipped"
        await asyncio.sleep(0.6)  # it has run to its end
        assert await dask_engine.get_workflow(workflow.id) == cancelled
        assert await dask_engine.cancel_workflow(workflow.id) == cancelled

    asyncio.run(run())


def test_a_workflow_whose_cancellation_fails_goes_on(
    client: Client, dask_engine: DaskWorkflowEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_futures: object) -> None:
        raise OSError("the connection is closed")

    async def run() -> None:
        workflow = await begin(dask_engine, step("a", "slow"), step("b", "quick", "a"))
        with monkeypatch.context() as patch:
            patch.setattr(client, "cancel", fail)
            with pytest.raises(FacetError, match="closed") as caught:
                await dask_engine.cancel_workflow(workflow.id)
        assert caught.value.code == "UNAVAILABLE"
        workflow = await until(dask_engine, workflow.id, lambda workflow: workflow.completed_at is not None)
        assert workflow.status == "completed"

    asyncio.run(run())


def test_a_workflow_that_cannot_be_pickled_stays_pending(client: Client) -> None:
    lock = threading.Lock()

    def locked(_input: object, _outputs: object) -> bool:
        return lock.locked()

    async def run() -> None:
        engine = DaskWorkflowEngine(client, {"quick": dask_steps.quick, "locked": locked})
        steps = step("a", "quick"), step("b", "locked", "a")
        workflow = await engine.create_workflow({"name": "test", "steps": steps})
        with pytest.raises(FacetError, match="pickle") as caught:
            await engine.start_workflow(workflow.id)
        assert caught.value.code == "VALIDATION"
        assert await engine.get_workflow(workflow.id) == workflow

    asyncio.run(run())


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        ([step("a", "quick"), step("a", "slow")], "same id"),
        ([step("a", "quiet")], "no function for 'quiet'"),
        ([step("a", "quick", "b")], r"unknown \['b'\]"),
        ([step("a", "quick", "b"), step("b", "quick", "a")], "depend on each other"),
    ],
)
def test_steps_that_make_no_graph_are_refused(
    dask_engine: DaskWorkflowEngine, steps: list[WorkflowStep], message: str
) -> None:
    with pytest.raises(FacetError, match=message) as caught:
        asyncio.run(dask_engine.create_workflow({"name": "test", "steps": steps}))
    assert caught.value.code == "VALIDATION"


def test_a_workflow_is_started_once(dask_engine: DaskWorkflowEngine) -> None:
    async def run() -> None:
        workflow = await begin(dask_engine, step("a", "quick"))
        with pytest.raises(FacetError) as caught:
            await dask_engine.start_workflow(workflow.id)
        assert caught.value.code == "CONFLICT"

    asyncio.run(run())


def test_a_workflow_without_steps_is_over_at_once(dask_engine: DaskWorkflowEngine) -> None:
    assert finished(dask_engine).status == "completed"


def test_without_a_cluster_nothing_starts_and_what_ran_is_failed(client: Client) -> None:
    async def run() -> None:
        with Client(address(client)) as other:
            engine = DaskWorkflowEngine(other, FUNCTIONS)
            running = await begin(engine, step("a", "slow"))
            pending = await engine.create_workflow({"name": "test", "steps": [step("a", "quick")]})
        with pytest.raises(FacetError, match="Dask: ") as caught:
            await engine.start_workflow(pending.id)
        assert caught.value.code == "UNAVAILABLE"
        assert await engine.get_workflow_status(pending.id) == "pending"
        lost = await engine.get_workflow(running.id)
        assert (lost.status, result(lost, "a").status) == ("failed", "failed")
        assert result(lost, "a").error

    asyncio.run(run())


def test_an_asynchronous_client_is_refused(client: Client) -> None:
    async def run() -> None:
        async with Client(address(client), asynchronous=True) as other:
            with pytest.raises(ValueError, match="without `asynchronous`"):
                DaskWorkflowEngine(other, {})

    asyncio.run(run())
