"""Hold the structural checker against pyright on released packages: `wild.py [PACKAGE ...]`.

    --write PAGE.md      put the table between `<!-- wild -->` and `<!-- /wild -->` of a page
    --details FILE       write every disagreement into a file, as JSON
    --most N             ask at most so many pairs of class and protocol for each package, and so many values
    --seed TEXT          choose others

The packages must be installed beside the checker, and so must pyright. Each package is imported and checked in a
process of its own; pyright is then asked once about all of its pairs and values.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from importlib.metadata import packages_distributions, version
from pathlib import Path
from typing import Any

from wild_oracle import Judge, ask, program_of

HERE = Path(__file__).parent
PACKAGES = (
    "altair",
    "anyio",
    "cattrs",
    "dask",
    "faststream",
    "httpx",
    "hypothesis",
    "langchain_core",
    "langgraph",
    "litestar",
    "mcp",
    "narwhals",
    "openai",
    "optype",
    "pandas",
    "psycopg",
    "pydantic_ai",
    "rich",
    "sqlalchemy",
    "starlette",
    "strawberry",
    "structlog",
    "textual",
    "trio",
    "xarray",
    "zarr",
)
"""What is imported; the dependency group `wild` names what is installed."""
PATIENCE = 600  # seconds for all checks of a package
MARKS = "<!-- wild -->", "<!-- /wild -->"


@dataclass
class Row:
    """The result for a package."""

    package: str
    protocols: int = 0
    typed_dicts: int = 0
    agreed: int = 0
    alarms: int = 0
    misses: int = 0
    crashes: int = 0
    timeouts: int = 0
    left_out: Counter[str] = field(default_factory=Counter[str])
    details: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])

    @property
    def asked(self) -> int:
        return self.agreed + self.alarms + self.misses + self.crashes + self.timeouts

    def count(self, ours: dict[str, Any], verdict: str, message: str) -> None:
        """Count one question."""
        if not verdict:
            self.left_out[message] += 1
            return
        outcome = ours["outcome"]
        if outcome == "crash":
            self.crashes += 1
        elif outcome == "time-out":
            self.timeouts += 1
        elif bool(ours["ours"]) == (verdict == "no"):
            self.agreed += 1
            return
        elif ours["ours"]:
            outcome = "false alarm"
            self.alarms += 1
        else:
            outcome = "miss"
            self.misses += 1
        self.details.append({"package": self.package, **ours, "outcome": outcome, "pyright": message})


def measure(package: str, folder: Path, most: int, seed: str) -> Row:
    """Check a package and ask pyright about it."""
    row = Row(package)
    result = folder / f"{package}.json"
    result.unlink(missing_ok=True)  # of an earlier run, if the folder was kept
    command = [sys.executable, str(HERE / "wild_child.py"), package, str(result), str(most), seed]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command, capture_output=True, text=True, check=False, timeout=PATIENCE, cwd=folder
        )
    except subprocess.TimeoutExpired:
        row.timeouts = 1
        row.details.append({"package": package, "outcome": "time-out", "where": "the whole package"})
        return row
    if not result.exists():
        row.crashes = 1
        last = (done.stdout.splitlines() or [""])[-1]
        row.details.append({"package": package, "outcome": "crash", "where": last, "error": done.stderr[-2000:]})
        return row
    asked = json.loads(result.read_text(encoding="utf-8"))
    row.protocols, row.typed_dicts = asked["protocols"], asked["typed_dicts"]
    row.left_out.update(asked["left_out"])
    if not asked["pairs"] and not asked["values"]:
        return row
    program = program_of(asked)
    judge = Judge(asked, program, ask(program, folder / f"{package}-questions"))
    verdicts = [(pair, *judge.pair(number)) for number, pair in enumerate(asked["pairs"])]
    verdicts += [(value, *judge.value(number)) for number, value in enumerate(asked["values"])]
    for verdict in verdicts:
        row.count(*verdict)
    (folder / f"{package}-verdicts.json").write_text(json.dumps(verdicts, indent=1), encoding="utf-8")
    return row


def version_of(package: str) -> str:
    names = packages_distributions().get(package, [package])
    return version(names[0])


def share(row: Row) -> str:
    return f"{100 * row.agreed / row.asked:.1f} %" if row.asked else ""


def table(rows: list[Row]) -> str:
    """Return the table of all packages, and below it what was left out."""
    total = Row("**all**")
    for row in rows:
        for name in ("protocols", "typed_dicts", "agreed", "alarms", "misses", "crashes", "timeouts"):
            setattr(total, name, getattr(total, name) + getattr(row, name))
        total.left_out.update(row.left_out)
    lines = [
        "| package | protocols | TypedDicts | asked | agreement | false alarms | misses | crashes | time-outs |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for row in [*rows, total]:
        name = row.package if row is total else f"{row.package} {version_of(row.package)}"
        counts = (row.alarms, row.misses, row.crashes, row.timeouts)
        lines.append(
            f"| {name} | {row.protocols} | {row.typed_dicts} | {row.asked} | {share(row)} |"
            f" {' | '.join(map(str, counts))} |"
        )
    lines += ["", "| not asked, because | questions |", "|---|--:|"]
    lines += [f"| {reason} | {count} |" for reason, count in total.left_out.most_common()]
    return "\n".join(lines)


def put(page: Path, text: str) -> None:
    """Put a text between the marks of a page."""
    before, _, rest = page.read_text(encoding="utf-8").partition(MARKS[0])
    _, mark, after = rest.partition(MARKS[1])
    if not mark:
        raise SystemExit(f"{page} has no {' and '.join(MARKS)}")
    page.write_text(f"{before}{MARKS[0]}\n{text}\n{MARKS[1]}{after}", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("packages", nargs="*", default=PACKAGES)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--details", type=Path)
    parser.add_argument("--most", type=int, default=150)
    parser.add_argument("--seed", default="0")
    parser.add_argument("--keep", type=Path, help="keep questions and answers in this folder")
    options = parser.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as name:
        folder = options.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        for package in options.packages:
            rows.append(measure(package, folder.resolve(), options.most, options.seed))
            row = rows[-1]
            print(package, row.asked, share(row), row.alarms, row.misses, row.crashes, row.timeouts, file=sys.stderr)
    text = table(rows)
    print(text)
    if options.details:
        details = [one for row in rows for one in row.details]
        options.details.write_text(json.dumps(details, indent=1), encoding="utf-8")
    if options.write:
        put(options.write, text)


if __name__ == "__main__":
    main()
