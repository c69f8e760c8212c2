"""The benchmarks run; how fast anything is, no test says."""

import json
import subprocess
import sys
from pathlib import Path

import documents

MEASURE = documents.ROOT / "benchmarks" / "measure.py"
TABLE = documents.ROOT / "benchmarks" / "table.py"


def run(*arguments: object) -> str:
    done = subprocess.run(  # noqa: S603 - our own programs
        [sys.executable, *map(str, arguments)], capture_output=True, text=True, check=True
    )
    return done.stdout


def test_all_is_measured_and_put_into_the_page(tmp_path: Path) -> None:
    result = tmp_path / "result.json"
    run(MEASURE, result, "--rounds=1", "--classes=10")
    rows = json.loads(result.read_text(encoding="utf-8"))["rows"]
    assert all(row["ratio"] > 0 for row in rows)

    page = tmp_path / "page.md"
    page.write_text("# Old\n\n| old |\n\n## What it says\n\nBy hand.\n", encoding="utf-8")
    table = run(TABLE, tmp_path, page)
    text = page.read_text(encoding="utf-8")
    assert table in text
    assert len([line for line in table.splitlines() if line.startswith("| ")]) == len(rows) + 1
    assert text.startswith("# Benchmarks\n")
    assert text.endswith("\n\n## What it says\n\nBy hand.\n")
    assert "| old |" not in text
