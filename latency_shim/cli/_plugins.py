# ruff: noqa: T201 - a command line prints
"""`latency-shim plugins`."""

from __future__ import annotations

import sys

from latency_shim.cli._process import done
from latency_shim.cli._report import Report, clean, failed, paint, print_json
from latency_shim.loading import discover

TYPE_CHECKING = False  # true to type checkers

if TYPE_CHECKING:
    from latency_shim.cli._parser import Arguments
    from latency_shim.cli._plan import Manifest
    from latency_shim.cli._process import Job
    from latency_shim.loading import FoundPlugin

__all__ = ["command"]

GROUP = "latency.plugins"


def command(arguments: Arguments) -> int:
    """List the installed plugins, or check them."""
    found = discover()
    rows = [
        {"name": one.name, "value": one.value, "distribution": one.distribution, "version": one.version}
        for one in found
    ]
    if arguments.flag("check"):
        return check(arguments, found, found.problems, rows)
    code = 2 if found.problems else 0
    if arguments.format == "json":
        print_json({"exit_code": code, "plugins": rows, "problems": [*found.problems]})
        return code
    for one in found:
        source = " ".join(filter(None, [one.distribution, one.version])) or "(no distribution)"
        print(f"{paint(clean(one.name), '1')}  {clean(one.value)}  {clean(source)}")
    if not found:
        print(f"no plugins: there is no entry point in the group {GROUP}", file=sys.stderr)
    for problem in found.problems:
        print(f"{paint('error:', '1;31', sys.stderr)} {problem}", file=sys.stderr)
    return code


def check(
    arguments: Arguments, found: tuple[FoundPlugin, ...], problems: tuple[str, ...], rows: list[dict[str, str | None]]
) -> int:
    """Load and check each plugin, then plan all of them together."""
    from latency_shim.cli._plan import add_plan

    report = Report(arguments)
    report.extra["plugins"] = rows
    report.add([failed("plugins", one) for one in problems])
    if not found:
        report.add([failed("plugins", f"there is no entry point in the group {GROUP}")])
        return report.end()
    jobs: list[Job] = [
        {
            "kind": "entry-point",
            "target": f"{one.name} ({one.value})",
            "point": (one.name, one.value, one.distribution, one.version),
            "traceback": arguments.flag("traceback"),
        }
        for one in found
    ]
    manifests: list[Manifest] = []
    for one, (results, data) in zip(jobs, done(jobs, arguments.timeout), strict=True):
        report.add(results)
        if data is not None:
            manifests.append((one["target"], *data))
    if manifests:
        add_plan(report, manifests, arguments.values("provided"), arguments.timeout)
    return report.end()
