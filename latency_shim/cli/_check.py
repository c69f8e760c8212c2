"""`latency-shim check`."""

from __future__ import annotations

from latency_shim.cli._process import done
from latency_shim.cli._report import Report, failed
from latency_shim.cli._targets import TargetError, job, object_job

TYPE_CHECKING = False  # true to type checkers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from latency_shim.cli._parser import Arguments
    from latency_shim.cli._plan import Manifest
    from latency_shim.cli._process import Done, Job
    from latency_shim.cli._report import Result

__all__ = ["command"]


def command(arguments: Arguments) -> int:
    """Check each target."""
    report = Report(arguments)
    names = list(dict.fromkeys(arguments.values("as")))
    try:
        for name in names:
            if ":" in name:
                object_job(name)
            else:
                from latency_shim.cli._matching import home

                home(name)
    except TargetError as error:
        report.add([failed("--as", str(error), help=error.help)])
        return report.end()
    jobs = [_job(word, names, traceback=arguments.flag("traceback")) for word in arguments.words]
    manifests: list[Manifest] = []
    outcomes = _done_in_order(jobs, names, arguments.timeout)
    if names:
        results, _ = next(outcomes)
        if results:  # an interface cannot be had
            report.add(results)
            return report.end()
    for one, (results, data) in zip(jobs, outcomes, strict=True):
        report.add(results)
        if data is not None:
            manifests.append((one["target"], *data))
    _add_together(report, manifests, arguments)
    return report.end()


def _add_together(report: Report, manifests: Sequence[Manifest], arguments: Arguments) -> None:
    """Add what is to be said of all manifests together."""
    from latency_shim.cli._plan import add_plan, add_shared_ids

    if not arguments.flag("plan"):
        add_shared_ids(report, manifests)
    elif manifests:
        add_plan(report, manifests, arguments.values("provided"), arguments.timeout)
    else:
        report.add([failed("--plan", "there is no valid manifest to plan with")])


def _job(word: str, names: Sequence[str], *, traceback: bool) -> Job:
    try:
        return {**job(word), "names": names, "traceback": traceback}
    except TargetError as error:
        return {"kind": "wrong", "target": word, "results": [failed(word, str(error), help=error.help)]}


def _done_in_order(jobs: Sequence[Job], names: Sequence[str], timeout: float) -> Iterator[Done]:
    """Do jobs, those without foreign code in a process of their own, and yield what came of each in their order.

    If interfaces are named, what came of loading them is yielded first.
    """
    own = any(":" in name for name in names)
    data = [one for one in jobs if one["kind"] == "file" and not own]
    code = [one for one in jobs if one["kind"] != "wrong" and one not in data]
    loading: list[Job] = [{"kind": "interfaces", "target": f"--as {' '.join(names)}", "names": names}] if names else []
    for_code = done([*loading, *code] if code else [], timeout)
    for_data = done(data if code else [*loading, *data], timeout)
    if names:
        yield next(for_code if code else for_data)
    for one in jobs:
        if one["kind"] == "wrong":
            results: list[Result] = one["results"]
            yield results, None
        else:
            yield next(for_data if one in data else for_code)
