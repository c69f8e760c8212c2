"""What typed keys cost at checking time: `static_cost.py [RESULT.md]`, where the checkers are installed.

Plugins of a realistic size are generated in three versions, which differ only in how a provider is come by:

    typed    context.require(ISSUE_TRACKER)                              the key gives the type
    cast     cast(IssueTracker, context.require("IssueTracker"))         what users write without keys
    untyped  context.require("IssueTracker")                             gives Any: nothing after it is checked

Each checker runs over each version as a whole process, in its strict mode and without a cache. The versions take turns
within a round, and what is reported is the median over the rounds of the ratio within a round, which bears a machine
that others use as well. A first round, which warms the file system's cache, does not count.
"""

import argparse
import importlib.metadata
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

BIN = Path(sys.executable).parent
FEW, MANY = 200, 1000
HEAD = "| what | checker | 200 | 1,000 | target | met |\n|---|---|--:|--:|--:|---|"

CHECKERS = {
    "mypy": ["--strict", "--no-incremental", f"--cache-dir={os.devnull}", f"--python-executable={sys.executable}", "."],
    "pyright": ["--project=pyrightconfig.json", f"--pythonpath={sys.executable}"],
    "ty": ["check", f"--python={sys.prefix}", "."],
    "pyrefly": ["check", "--config=pyrefly.toml", f"--python-interpreter-path={sys.executable}", "."],
}
SETTINGS = {"pyrightconfig.json": '{"typeCheckingMode": "strict"}', "pyrefly.toml": 'preset = "strict"\n'}
VERSIONS = ["typed", "cast", "untyped"]
UNTYPED = {"mypy": 1.3, "pyright": 1.4, "ty": 1.3, "pyrefly": 1.3}
CAST = 1.1
GROWTH = 5  # of what is above a project without plugins: five times the plugins, five times the time

# For each facet: its key, and what a plugin does with the provider `found`.
USES = {
    "IssueTracker": (
        "ISSUE_TRACKER",
        """
        page = await found.list_issues({"state": "open", "labels": ["bug", "plugin-NUMBER"], "limit": 20})
        for issue in page.items:
            if not issue.assignees and "triage" not in issue.labels:
                await found.update_issue(issue.id, {"labels": [*issue.labels, "triage"], "state": "open"})
                await found.add_comment(issue.id, f"seen by plugin NUMBER at {issue.updated_at:%H:%M}")
            self.seen.append(f"{issue.id}: {issue.title}")
        if page.total == 0:
            created = await found.create_issue({"title": "Nothing to do", "labels": ["plugin-NUMBER"]})
            self.seen.append(created.title)
""",
    ),
    "SourceControl": (
        "SOURCE_CONTROL",
        """
        commits = await found.list_commits({"branch": "main", "limit": 50, "offset": NUMBER})
        for commit in commits.items:
            self.seen.append(f"{commit.sha[:7]} {commit.author}: {commit.message.splitlines()[0]}")
        branch = await found.create_branch({"name": "plugin-NUMBER", "from_": "main"})
        entries = await found.get_diff("main", branch.name)
        self.count += sum(entry.additions - entry.deletions for entry in entries if entry.status != "deleted")
        await found.commit({"message": "Plugin NUMBER", "files": [entry.path for entry in entries]})
""",
    ),
    "StateStore": (
        "STATE_STORE",
        """
        for key in await found.keys("plugin-NUMBER"):
            if await found.has(key):
                self.seen.append(f"{key}={await found.get(key)}")
        await found.set("plugin-NUMBER/count", self.count)
        if not await found.delete("plugin-NUMBER/old"):
            self.context.logger.debug("nothing old in %s", "plugin-NUMBER")
""",
    ),
    "EventBus": (
        "EVENT_BUS",
        """
        unsubscribe = found.on("plugin-NUMBER/changed", self.seen.append)
        await found.emit("plugin-NUMBER/started", {"count": self.count})
        unsubscribe()
        found.off("plugin-NUMBER/changed", self.seen.append)
""",
    ),
    "DecisionHandler": (
        "DECISION_HANDLER",
        """
        decision = await found.request_decision(
            {
                "title": "Ship plugin NUMBER?",
                "description": "It saw what it had to.",
                "options": [{"label": "ship"}, {"label": "wait", "description": "until tomorrow"}],
                "urgency": "low",
            }
        )
        for pending in await found.list_pending_decisions():
            self.seen.append(f"{pending.id} {pending.title}")
        if decision.result is not None:
            self.seen.append(f"{decision.result['selected_option']} by {decision.result['decided_by']}")
""",
    ),
    "WorkflowEngine": (
        "WORKFLOW_ENGINE",
        """
        workflow = await found.create_workflow(
            {
                "name": "release-NUMBER",
                "steps": [{"id": "build", "name": "Build"}, {"id": "ship", "name": "Ship", "depends_on": ["build"]}],
            }
        )
        started = await found.start_workflow(workflow.id, {"version": NUMBER})
        for result in started.step_results:
            if result.status == "failed":
                self.seen.append(f"{result.step_id}: {result.error}")
        if await found.get_workflow_status(workflow.id) == "running":
            await found.cancel_workflow(workflow.id, reason="enough")
""",
    ),
    "DevAgent": (
        "DEV_AGENT",
        """
        answer = await found.invoke("Summarise", {"timeout_ms": 500, "metadata": {"plugin": NUMBER}})
        if answer.usage is not None:
            self.count += answer.usage.input_tokens or 0
        async for chunk in found.invoke_stream("And again", {"timeout_ms": 500}):
            self.seen.append(chunk.text)
        await found.cancel(answer.invocation_id)
""",
    ),
}
PER_PLUGIN = 4

# What a plugin has of its own: about as many lines as deal with providers, as in the examples of this repository.
OWN = """
@dataclass(frozen=True)
class Settings:
    limit: int = 20
    width: int = 72
    words: tuple[str, ...] = ("plugin", "NUMBER")


def settings(text: str) -> Settings:
    values: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        name, equals, value = (part.strip() for part in line.partition("="))
        if not name or name.startswith("#"):
            continue
        if not equals:
            raise ValueError(f"line {number} of plugin NUMBER: no value for {name!r}")
        values[name] = value
    words = tuple(word for word in values.get("words", "").split(",") if word)
    return Settings(int(values.get("limit", "20")), int(values.get("width", "72")), words or ("plugin", "NUMBER"))


def ranked(lines: Iterable[str], chosen: Settings) -> list[tuple[str, int]]:
    counts = Counter(word.casefold() for line in lines for word in line.split())
    for word in chosen.words:
        counts.pop(word, None)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[: chosen.limit]


def written(lines: Sequence[str], chosen: Settings) -> str:
    newest = datetime.now(UTC) - timedelta(days=NUMBER % 7)
    head = f"{len(lines)} lines since {newest:%Y-%m-%d}"
    body = [textwrap.shorten(line, chosen.width) for line in lines]
    tail = [f"{word:<20}{count:>5}" for word, count in ranked(lines, chosen)]
    return "\\n".join([head, "=" * len(head), *body, "", *tail])
"""


def given(version: str, call: str, facet: str, key: str) -> str:
    """Write how a version comes by a provider; `call` is the method, and `require` never gives None."""
    if version == "typed":
        return f"{call}({key})"
    plain = f'{call}("{facet}")'
    result = facet if call.endswith("require") else f"{facet} | None"
    return f"cast({result}, {plain})" if version == "cast" else plain


def plugin(number: int, version: str) -> str:
    """Write the plugin of a number: four facets in use, and one of its own."""
    facets = [list(USES)[(number * 2 + index) % len(USES)] for index in range(PER_PLUGIN)]
    typed, report = version == "typed", f"Report{number}"
    imports = ["FacetRegistry", "PluginContext", "PluginManifest"]
    if typed:
        imports += ["FacetKey", *(USES[one][0] for one in facets)]
    elif version == "cast":
        imports += facets
    requires = ", ".join(f'{{"facet": "{one}"}}' for one in facets)
    lines = [
        f'"""Plugin {number}."""',
        "",
        "import textwrap",
        "from collections import Counter",
        "from collections.abc import Iterable, Sequence",
        "from dataclasses import dataclass",
        "from datetime import UTC, datetime, timedelta",
        f"from typing import Protocol{', cast' if version == 'cast' else ''}",
        "",
        f"from latency_shim import {', '.join(sorted(imports))}",
        "",
        "manifest: PluginManifest = {",
        f'    "id": "plugin-{number}",',
        '    "version": "1.0.0",',
        f'    "name": "Plugin {number}",',
        f'    "provides": [{{"facet": "{report}", "qualifier": "plain", "priority": 1}}],',
        f'    "requires": [{requires}],',
        "}",
        "",
        "",
        f"class {report}(Protocol):",
        "    def lines(self, limit: int, /) -> Sequence[str]: ...",
        "",
        "",
        *([f'REPORT = FacetKey("{report}", {report})', "", ""] if typed else []),
        *OWN.strip("\n").replace("NUMBER", str(number)).splitlines(),
        "",
        "",
        "class Plugin:",
        "    def __init__(self, context: PluginContext) -> None:",
        "        self.context = context",
        "        self.seen: list[object] = []",
        "        self.count = 0",
        "",
        "    def lines(self, limit: int, /) -> Sequence[str]:",
        "        return [str(one) for one in self.seen[:limit]]",
        "",
    ]
    for index, facet in enumerate(facets):
        key, body = USES[facet]
        optional = index % 2 == 1
        call = f"self.context.{'optional' if optional else 'require'}"
        found = given(version, call, facet, key)
        lines += [f"    async def use_{key.lower()}(self) -> None:", f"        found = {found}"]
        lines += ["        if found is None:", "            return"] if optional else []
        lines += [body.strip("\n").replace("NUMBER", str(number)), ""]
    lines += [
        "",
        "def activate(context: PluginContext) -> Plugin:",
        "    made = Plugin(context)",
        f"    context.provide({'REPORT' if typed else repr(report)}, made)",
        "    return made",
        "",
        "",
        "def report(registry: FacetRegistry) -> str:",
        f"    found = {given(version, 'registry.resolve', report, 'REPORT')}",
        f'    return "" if found is None else written(found.lines(10), settings("limit = {number}"))',
    ]
    return "\n".join(lines) + "\n"


def write(folder: Path, version: str, count: int) -> Path:
    """Write a project of so many plugins; give its folder."""
    project = folder / f"{version}-{count}"
    package = project / "plugins"
    package.mkdir(parents=True)
    for name, text in SETTINGS.items():
        project.joinpath(name).write_text(text, encoding="utf-8")
    # What every project loads, so that a project without plugins tells what is paid once.
    package.joinpath("__init__.py").write_text("import latency_shim as latency_shim\n", encoding="utf-8")
    for number in range(count):
        package.joinpath(f"plugin_{number:04}.py").write_text(plugin(number, version), encoding="utf-8")
    return project


def run(checker: str, project: Path) -> tuple[float, float]:
    """Check a project; give seconds on the clock, and seconds of all processors together."""
    command = [str(BIN / checker), *CHECKERS[checker]]
    environment = {name: value for name, value in os.environ.items() if name not in {"MYPYPATH", "PYTHONPATH"}}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        command,
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"{checker} on {project.name}:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@dataclass(frozen=True)
class Row:
    """One line of the table; what is judged stands under one of the two sizes, or is the larger of both."""

    what: str
    checker: str
    few: float
    many: float
    target: float | None = None
    judged: float = 0

    def __str__(self) -> str:
        target, met = "", ""
        if self.target is not None:
            target, met = f"{self.target:g}", "yes" if self.judged <= self.target else "**no**"
        return f"| {self.what} | {self.checker} | {self.few:.2f} | {self.many:.2f} | {target} | {met} |"


def measured(checker: str, folder: Path, rounds: int, *, processor: bool) -> Iterator[Row]:
    """Run a checker over everything, version after version, in so many rounds; give its rows."""
    few: list[dict[str, float]] = []
    many: list[dict[str, float]] = []
    growth: list[float] = []
    for number in range(rounds + 1):
        turn = number % len(VERSIONS)
        versions = VERSIONS[turn:] + VERSIONS[:turn]
        found = {version: run(checker, folder / f"{version}-{FEW}")[processor] for version in versions}
        if number == 0:
            continue
        few.append(found)
        if number % 2:  # the large projects in every other round: they take their time, and vary less
            many.append({version: run(checker, folder / f"{version}-{MANY}")[processor] for version in versions})
            once = run(checker, folder / "typed-0")[processor]
            growth.append((many[-1]["typed"] - once) / (found["typed"] - once))

    def ratio(of: list[dict[str, float]], other: str) -> float:
        return statistics.median(one["typed"] / one[other] for one in of)

    yield Row("typed / untyped", checker, at := ratio(few, "untyped"), ratio(many, "untyped"), UNTYPED[checker], at)
    casts = ratio(few, "cast"), ratio(many, "cast")
    yield Row("typed / cast", checker, *casts, CAST, max(casts))
    yield Row("time for 1,000 / time for 200, typed", checker, 1, at := statistics.median(growth), GROWTH, at)


def rows(rounds: int, checkers: Sequence[str], *, processor: bool) -> list[Row]:
    """Measure; give the lines of the table."""
    with tempfile.TemporaryDirectory() as name:
        for version in VERSIONS:
            for count in (0, FEW, MANY):
                write(Path(name), version, count)
        return [row for checker in checkers for row in measured(checker, Path(name), rounds, processor=processor)]


def table(found: Sequence[Row]) -> str:
    """Write the lines as a table, those of one kind together."""
    kinds = list(dict.fromkeys(row.what for row in found))
    return "\n".join([HEAD, *(str(row) for kind in kinds for row in found if row.what == kind)])


def main() -> None:
    """Print the table, and what it was measured with; with a file named, write it there too."""
    parser = argparse.ArgumentParser(description="What typed keys cost at checking time.")
    parser.add_argument("result", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=5, help="5 take about a quarter of an hour, 1 about five minutes")
    parser.add_argument("--checker", action="append", choices=CHECKERS, help="all unless some are named")
    parser.add_argument("--processor", action="store_true", help="by processor time, for a machine in use by others")
    options = parser.parse_args()
    checkers: list[str] = options.checker or list(CHECKERS)
    versions = ", ".join(f"{one} {importlib.metadata.version(one)}" for one in checkers)
    measured_by = f"{'processor' if options.processor else 'elapsed'} time, {options.rounds} rounds"
    text = f"{versions}; {measured_by}.\n\n{table(rows(options.rounds, checkers, processor=options.processor))}"
    print(text)
    if options.result:
        options.result.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
