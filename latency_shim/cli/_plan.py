"""`latency-shim plan`, and the plan of manifests that were checked."""

from __future__ import annotations

from latency_shim.cli import OK
from latency_shim.cli._process import done
from latency_shim.cli._report import Report, failed, together
from latency_shim.cli._targets import TargetError, job

TYPE_CHECKING = False  # true to type checkers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any, TypeAlias

    from latency_shim.cli._parser import Arguments
    from latency_shim.cli._process import Job
    from latency_shim.cli._report import Fault, Place

    Manifest: TypeAlias = tuple[str, int, dict[str, Any]]
    """The target that it comes from, the line of its id, or 0, and the manifest itself."""

__all__ = ["add_plan", "add_shared_ids", "command"]


def command(arguments: Arguments) -> int:
    """Plan the manifests of files."""
    report = Report(arguments, quiet=True)
    jobs: list[Job] = []
    for word in arguments.words:
        try:
            one = job(word)
        except TargetError as error:
            report.add([failed(word, str(error), help=error.help)])
            continue
        if one["kind"] == "file":
            jobs.append(one)
        else:
            report.add([failed(word, "is not a manifest", help="name files in TOML or JSON")])
    manifests: list[Manifest] = []
    for one, (results, data) in zip(jobs, done(jobs, arguments.timeout), strict=True):
        report.add(results)
        if data is not None:
            manifests.append((one["target"], *data))
    if report.exit_code == OK:
        add_plan(report, manifests, arguments.values("provided"), arguments.timeout)
    return report.end()


def add_plan(report: Report, manifests: Sequence[Manifest], provided: Iterable[str], timeout: float) -> None:
    """Plan manifests together, and add every problem."""
    job: Job = {
        "kind": "plan",
        "target": "all manifests",
        "manifests": [manifest for _, _, manifest in manifests],
        "provided": [provider(one) for one in provided],
    }
    places = {str(manifest["id"]): place_of(file, line) for file, line, manifest in manifests}
    for results, plan in done([job], timeout):
        report.add(results)
        if plan is None:
            continue
        report.extra["plan"] = plan["document"]
        report.show(plan["text"])
        faults: list[Fault] = []
        for plugin, fault in plan["problems"]:
            fault["location"] = places.get(plugin)
            faults.append(fault)
        report.add([together(faults)])


def provider(text: str) -> dict[str, str]:
    """Return the facet that a core provides: `Facet` or `Facet:qualifier`."""
    facet, colon, qualifier = text.partition(":")
    return {"facet": facet, "qualifier": qualifier} if colon else {"facet": facet}


def add_shared_ids(report: Report, manifests: Iterable[Manifest]) -> None:
    """Add a problem for each manifest whose id another one has, too."""
    first: dict[str, str] = {}
    faults = [
        duplicate(name, first[name], place_of(file, line))
        for file, line, manifest in manifests
        if first.setdefault(name := str(manifest["id"]), file) != file
    ]
    if faults:
        report.add([together(faults)])


def place_of(file: str, line: int) -> Place | None:
    """Return the place of a manifest; nothing if it is not in a file."""
    return {"file": file, "line": line} if line else None


def duplicate(name: str, earlier: str, place: Place | None) -> Fault:
    """Return the problem of an id that is taken."""
    return {
        "code": "duplicate-id",
        "member": "id",
        "message": f"{name!r} is the id of {earlier} too",
        "expected": "an id that no other plugin has",
        "found": name,
        "help": "",
        "location": place,
    }
