"""What the child process does for each target."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from latency_shim.cli._matching import Interface, find, interfaces, judge
from latency_shim.cli._report import checked, failed, fault
from latency_shim.cli._targets import (
    TargetError,
    cause,
    exists,
    failing,
    load,
    our_path,
    own_path,
    place_of,
    use_path_of_targets,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from latency_shim.cli._process import Job
    from latency_shim.cli._report import Choice, Result
    from latency_shim.loading import FoundPlugin, Plan, Problem

__all__ = ["do"]

_named: dict[str, Interface] = {}
"""Interfaces that `--as` names."""
for _name in ("latency_shim.conformance", "difflib"):  # which the checker asks for while targets are being checked
    import_module(_name)  # before a target can bring a module of the same name


def do(job: Job) -> tuple[list[Result], Any]:
    """Do a job; return its results, and data for what comes after. Whatever goes wrong is a result too."""
    target = job["target"]
    sys.path[:] = own_path  # until a target is loaded
    try:
        return _JOBS[job["kind"]](job)
    except TargetError as error:
        if job.get("traceback") and error.__cause__ is not None:
            _print_traceback(error.__cause__)
        return [failed(target, str(error), help=error.help or None, location=error.place)], None
    except BaseException as error:  # noqa: BLE001 - code of the target may still run, and raise what it likes
        if job.get("traceback"):
            _print_traceback(error)
        return [failed(target, f"cannot be checked: {cause(error)}", location=place_of(error))], None


def _print_traceback(error: BaseException) -> None:
    with our_path():
        import traceback

        traceback.print_exception(error)


def _interfaces(job: Job) -> tuple[list[Result], None]:
    """Load the interfaces that `--as` names, so that a wrong one ends it before anything is checked."""
    interfaces(job["names"], _named)
    return [], None


def _object(job: Job) -> tuple[list[Result], None]:
    """Check an attribute of a module or of a file."""
    target = job["target"]
    obj, note = load(job)
    named = interfaces(job.get("names", ()), _named)
    with failing("cannot be checked"):
        results = [_against(target, one, obj) for one in named] or find(target, obj)
    for one in results:
        one["note"] = "; ".join(filter(None, [note, one["note"]])) or None
    return results, None


def _against(target: str, interface: Interface, obj: object) -> Result:
    try:
        return checked(target, interface.name, "named", judge(obj, interface))
    except TargetError as error:
        return failed(target, str(error), interface=interface.name, help=error.help, location=error.place)


def _file(job: Job) -> tuple[list[Result], Any]:
    """Check what a file holds."""
    target = job["target"]
    named = interfaces(job.get("names", ()), _named)
    manifest: tuple[int, object] | None = None
    results: list[Result] = []
    for one in named or interfaces(["PluginManifest"], _named):
        if one.kind != "typed-dict":
            error = f"a file holds data, but {one.name} is not a TypedDict"
            results.append(failed(target, error, interface=one.name))
            continue
        data, result = _record(target, one, "named" if named else "manifest")
        if one.name == "PluginManifest" and result["status"] == "ok":
            manifest = _line_of_id(target), data
        results.append(result)
    return results, manifest


def _record(path: str, interface: Interface, chosen: Choice) -> tuple[object, Result]:
    """Read a file and check it against a TypedDict."""
    import os

    from latency_shim.loading._manifest import ManifestError, checked_file

    if not exists(path):
        raise TargetError("there is no such file")
    if not os.path.isfile(path):  # noqa: PTH113 - a pipe would be waited for
        raise TargetError("is not a regular file")
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            marked = file.read(3) == b"\xef\xbb\xbf"
        data, found = checked_file(path, interface.form)
    except ManifestError as error:
        place = None if error.line is None else {"file": path, "line": error.line}
        return None, failed(path, error.reason, interface=interface.name, location=place)  # type: ignore[arg-type]
    except OSError as error:
        raise TargetError(f"cannot be read: {error.strerror}") from error
    if marked:
        help_ = "save it as UTF-8 without a byte order mark"
        return None, failed(path, "begins with a byte order mark, which tomllib and json refuse", help=help_)
    return data, checked(path, interface.name, chosen, found)


def _line_of_id(path: str) -> int:
    """Return the line where a valid manifest has its id."""
    from latency_shim.loading._lines import Lines

    with open(path, encoding="utf-8") as file:  # noqa: PTH123
        lines = Lines(file.read(), "TOML" if path.lower().endswith(".toml") else "JSON")
    return lines.of("tool.latency.id" if path.endswith("pyproject.toml") else "id")


def _distribution(job: Job) -> tuple[list[Result], Any]:
    """Check the plugins of an installed distribution."""
    import re

    from latency_shim.loading import discover

    target = job["target"]
    name = _normalized(target)
    plugins = [one for one in discover() if _normalized(one.distribution or "") == name]
    if plugins:
        results = [_plugin({"target": f"{target}: {one.name}"}, one) for one in plugins]
        return [one for of_plugin, _ in results for one in of_plugin], None
    from importlib.metadata import PackageNotFoundError, version

    try:
        version(target)
    except PackageNotFoundError:
        if re.fullmatch(r"[A-Za-z_][\w.]*", target):
            raise TargetError(f"which attribute of the module is meant? {target}:NAME") from None
        raise TargetError("there is no such distribution, and it cannot be a module") from None
    raise TargetError("the distribution is installed, but has no entry point in the group latency.plugins")


def _normalized(name: str) -> str:
    return name.lower().replace("-", "_").replace(".", "_")


def _entry_point(job: Job) -> tuple[list[Result], Any]:
    """Load and check an installed plugin."""
    from latency_shim.loading import FoundPlugin

    return _plugin(job, FoundPlugin(*job["point"]))


def _plugin(job: Job, found: FoundPlugin) -> tuple[list[Result], Any]:
    from latency_shim.loading import LoadError
    from latency_shim.loading import load as load_plugin

    target = job["target"]
    use_path_of_targets()
    try:
        plugin = load_plugin(found)
    except LoadError as error:
        if not error.violations:
            if job.get("traceback") and error.__cause__ is not None:
                _print_traceback(error.__cause__)
            place = place_of(error.__cause__) if error.__cause__ is not None else None
            return [failed(target, error.reason, interface="Plugin", location=place)], None
        interface = "PluginManifest" if error.reason.startswith("its manifest") else "Plugin"
        return [{**checked(target, interface, "plugin", error.violations), "note": error.reason}], None
    with failing("its manifest cannot be read"):
        manifest = _plain(plugin.manifest)
    return [checked(target, "Plugin", "plugin")], (0, manifest)


def _plain(value: Any) -> Any:
    """Return a valid manifest as plain data."""
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int):
        return int(value)
    if hasattr(value, "items"):
        mapping: Mapping[str, object] = value
        return {_plain(key): _plain(one) for key, one in mapping.items()}
    sequence: Sequence[object] = value
    return [_plain(one) for one in sequence]


def _plan(job: Job) -> tuple[list[Result], Any]:
    """Plan manifests together."""
    from latency_shim.loading import plan

    return [], _planned(plan(job["manifests"], job["provided"]))


def _planned(plan: Plan) -> dict[str, Any]:
    import json

    from latency_shim.conformance import Violation

    problems = [
        (one.plugin, fault(Violation(one.kind, one.facet or "", one.message, "", "", one.help or _help(one))))
        for one in plan.problems
    ]
    # Problems are told as violations.
    text = "\n".join(line for line in str(plan).splitlines() if not line.startswith(("problem: ", "  help: ")))
    return {"text": text, "document": json.loads(plan.to_json()), "problems": problems}


def _help(problem: Problem) -> str:
    if problem.kind != "missing" or problem.facet is None:
        return ""
    qualifier = f":{problem.qualifier}" if problem.qualifier else ""
    return f"if the core provides it: --provided {problem.facet}{qualifier}"


_JOBS: dict[str, Callable[[Job], tuple[list[Result], Any]]] = {
    "interfaces": _interfaces,
    "object": _object,
    "file": _file,
    "distribution": _distribution,
    "entry-point": _entry_point,
    "plan": _plan,
}
