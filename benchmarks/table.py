"""Print what was measured as a page of Markdown: `table.py FOLDER [PAGE.md]`, which writes the page too.

The folder holds a result of `measure.py` for each Python, and perhaps what `static_cost.py` wrote, as `static.md`.
"""

import json
import sys
from pathlib import Path
from typing import Any

HEAD = """\
# Benchmarks

`nox -s bench` measures these figures, and `nox -s bench -- --write` writes them into this page. Each figure is a ratio:
the time of the operation divided by the time of a peer, measured alternately in the same run, the median of many
rounds. Less is better. The text below the tables is written by hand.
"""

STATIC = """\
Type checkers over generated projects of 200 and of 1,000 plugins with typed keys, compared with two variants of the
same programs: with a `cast` of each result, as users write without typed keys, and with untyped results, so that
nothing after them is checked:
"""


def page(results: list[dict[str, Any]]) -> str:
    """Put the results of all versions of Python into one table."""
    first = results[0]
    versions = ", ".join(result["python"] for result in results)
    peers = ", ".join(f"{name} {number}" for name, number in first["peers"].items())
    columns = [".".join(result["python"].split(".")[:2]) for result in results]
    lines = [
        f"{first['date']}; Python {versions}; {peers}; {first['machine']}.",
        "",
        f"| what | peer | {' | '.join(columns)} | target | met |",
        f"|---|---|{'---:|' * len(columns)}---:|---|",
    ]
    for rows in zip(*(result["rows"] for result in results), strict=True):
        what, peer, target = rows[0]["what"], rows[0]["peer"], rows[0]["target"]
        ratios = [row["ratio"] for row in rows]
        met = "" if target is None else "yes" if all(one <= target for one in ratios) else "**no**"
        wanted = "" if target is None else f"{target:g}"
        lines.append(f"| {what} | {peer} | {' | '.join(f'{one:.2f}' for one in ratios)} | {wanted} | {met} |")
    return "\n".join(lines)


def main() -> None:
    """Print the table; with a second argument write it into that page, below what it says by hand."""
    results = [json.loads(path.read_text(encoding="utf-8")) for path in Path(sys.argv[1]).glob("*.json")]
    results.sort(key=lambda result: [int(part) for part in result["python"].split(".")[:2]])
    table = page(results)
    static = Path(sys.argv[1], "static.md")
    if static.exists():
        table += f"\n\n{STATIC}\n{static.read_text(encoding='utf-8')}"
    print(table)
    if len(sys.argv) > 2:  # noqa: PLR2004 - the page is named
        path = Path(sys.argv[2])
        kept = path.read_text(encoding="utf-8").partition("\n## ") if path.exists() else ("", "", "")
        path.write_text(f"{HEAD}\n{table}\n{kept[1]}{kept[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
