"""A plugin of pytest that sums up which promises were kept, for people and with `--latency-report=FILE` as JSON.

It is installed with the distribution; where plugins are not loaded by themselves, name it: `-p latency_shim.testing.report`.
"""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

SCHEMA = 1
"""The version of the report's form. A member that is added does not change it."""
NAME = "latency_shim.testing.report: collector"
WORST_FIRST = (
    "broken",
    "error",
    "unexpectedly-kept",
    "expected-failure",
    "skipped",
    "not-run",
    "lacking",
    "kept",
)
"""The outcomes; of several tests of a promise the worst counts."""
DISTRIBUTIONS = "latency-stubs", "pytest", "typeguard"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.getgroup("latency", "the Latency contract").addoption(
        "--latency-report",
        metavar="FILE",
        help="write which promises of the Latency contract were kept, as JSON",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Collect what the tests of suites tell; under pytest-xdist where the reports come together."""
    if hasattr(config, "workerinput") or config.pluginmanager.has_plugin(NAME):
        return
    given: str | None = config.getoption("--latency-report", None)
    path = config.invocation_params.dir / given if given else None
    if path is not None and not path.parent.is_dir():
        raise pytest.UsageError(f"--latency-report: there is no folder {path.parent}")
    config.pluginmanager.register(Collector(path), NAME)


class Collector:
    """Collects the outcomes of contract tests."""

    def __init__(self, path: Path | None) -> None:
        """Begin without outcomes; write a report if there is a path for it."""
        self._path = path
        self._abouts: dict[str, dict[str, Any]] = {}
        self._runs: dict[tuple[str, str], dict[str, Any]] = {}
        self._lacking: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Record the report of a phase of a test."""
        facts: dict[str, Any] | None = getattr(report, "latency_contract", None)
        if facts is None:
            return
        if "about" in facts:
            self._abouts[facts["class"]] = facts["about"]
        key = facts["class"], json.dumps(facts["variant"], sort_keys=True)
        run = self._runs.setdefault(key, {"variant": facts["variant"], "implementation": None, "found": {}})
        run["implementation"] = facts.get("implementation", run["implementation"])
        if facts["outcome"]:
            run["found"].setdefault(facts["test"], []).append((facts["outcome"], facts["reason"]))
        if facts["outcome"] == "lacking":
            self._lacking.append(f"{report.nodeid}: {facts['reason']}")

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Print the promises that were not checked since an ability is lacking."""
        if self._lacking:
            count = len(self._lacking)
            terminalreporter.section(f"contract: {count} promise{'s'[count == 1 :]} not checked")
            for line in self._lacking:
                terminalreporter.line(line)

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        """Write the report."""
        if self._path is not None:
            text = json.dumps(self.report(exitstatus), indent=2, ensure_ascii=False)
            self._path.write_text(text + "\n", encoding="utf-8")

    def report(self, exit_status: int) -> dict[str, Any]:
        """Return the report, as JSON can hold it."""
        return {
            "schema": SCHEMA,
            "contract": _contract(),
            "versions": {"python": sys.version.split()[0], **{name: _version(name) for name in DISTRIBUTIONS}},
            "exit_status": int(exit_status),
            "suites": [
                self._suite(place, run) for (place, _), run in sorted(self._runs.items()) if place in self._abouts
            ],
        }

    def _suite(self, place: str, run: dict[str, Any]) -> dict[str, Any]:
        """Return the part of one class of tests, with one set of parameters."""
        about = self._abouts[place]
        promises: list[dict[str, str]] = []
        for test, promise in about["promises"].items():
            found = run["found"].get(test) or [("not-run", "")]
            outcome, reason = min(found, key=lambda one: WORST_FIRST.index(one[0]))
            promises.append({"test": test, "promise": promise, "outcome": outcome, "reason": reason})
        counts = {name: sum(one["outcome"] == name for one in promises) for name in reversed(WORST_FIRST)}
        return {
            "class": place,
            "variant": run["variant"],
            "suite": about["suite"],
            "interface": about["interface"],
            "implementation": run["implementation"],
            "conforms": counts["kept"] + counts["lacking"] == len(promises),
            "counts": counts,
            "lacks": about["lacks"],
            "expected_failures": about["expected_failures"],
            "promises": promises,
            "untested": about["untested"],
        }


def _contract() -> str:
    from latency_shim import CONTRACT  # noqa: PLC0415 - only what is written needs it

    return CONTRACT


def _version(distribution: str) -> str | None:
    from importlib import metadata  # noqa: PLC0415 - only what is written needs it

    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None
