"""Count the phrases that the project's prose avoids: a ratchet, whose counts may only fall.

`phrases.toml` lists each phrase with its replacement and the number of places that still have it. The check fails if a
count has risen, and if it has fallen below that of the table; `--write` lowers the counts of the table.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
TABLE = Path(__file__).with_name("phrases.toml")
PAGES = ["*.md", "docs/**/*.md", "tests/static/*.md"]
GENERATED = "docs/promises.md"  # from docstrings, which count
CODE = ["*.py", *(f"{folder}/**/*.py*" for folder in ("benchmarks", "examples", "latency_shim", "latency-stubs"))]
"""Files of which every text counts, docstrings and messages alike."""
TESTED = ["scripts/**/*.py", "tests/**/*.py"]
"""Files of which only the docstrings count: the other texts are data."""


class Place(NamedTuple):
    """A piece of prose with its file and first line."""

    file: str
    line: int
    text: str


def of_page(file: str, source: str) -> Iterator[Place]:
    """Yield the paragraphs of a Markdown page, without blocks of code."""
    prose = re.sub(
        r"^( *)```.*?^\1```", lambda block: "\n" * block[0].count("\n"), source, flags=re.DOTALL | re.MULTILINE
    )
    line = 1
    for text in re.split(r"(\n\s*\n)", prose):
        if text.strip():
            yield Place(file, line, " ".join(text.split()))
        line += text.count("\n")


def of_module(file: str, source: str, *, docstrings: bool) -> Iterator[Place]:
    """Yield the texts of a module, or only those that stand alone, as docstrings do."""
    for node in ast.walk(ast.parse(source)):
        inner = node.value if docstrings and isinstance(node, ast.Expr) else None if docstrings else node
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            prose = re.sub(r"```.*?```", "", inner.value, flags=re.DOTALL)
            yield Place(file, inner.lineno, " ".join(prose.split()))


def prose(root: Path) -> Iterator[Place]:
    """Yield all prose of the project."""
    for patterns, docstrings in ((CODE, False), (TESTED, True)):
        for path in sorted({path for pattern in patterns for path in root.glob(pattern)}):
            if path.suffix in {".py", ".pyi"} and "programs" not in path.parts:
                yield from of_module(
                    path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"), docstrings=docstrings
                )
    for path in sorted({path for pattern in PAGES for path in root.glob(pattern)} - {root / GENERATED}):
        yield from of_page(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))


def found(places: list[Place], phrase: str) -> list[Place]:
    """Return each place with a phrase, as often as it has it."""
    edges = r"\b" if phrase[0].isalnum() else "", r"\b" if phrase[-1].isalnum() else ""
    pattern = re.compile(edges[0] + re.escape(phrase) + edges[1])
    return [place for place in places for _ in pattern.finditer(place.text)]


def check(root: Path, table: str) -> list[str]:
    """Return a message for each phrase whose count is not that of the table."""
    places = list(prose(root))
    messages: list[str] = []
    for phrase, entry in tomllib.loads(table).items():
        there = found(places, phrase)
        if len(there) > entry["places"]:
            where = ", ".join(f"{place.file}:{place.line}" for place in there)
            messages.append(
                f"{phrase!r} occurs {len(there)} times, but only {entry['places']} are allowed; "
                f"help: {entry['instead']}. In {where}"
            )
        elif len(there) < entry["places"]:
            messages.append(f"{phrase!r} occurs only {len(there)} times: run `python scripts/phrases.py --write`")
    return messages


def lowered(root: Path, table: str) -> str:
    """Return the table with the counts that have fallen."""
    places = list(prose(root))
    for phrase, entry in tomllib.loads(table).items():
        count = min(len(found(places, phrase)), entry["places"])
        table = re.sub(rf'^("{re.escape(phrase)}" = .*places = )\d+', rf"\g<1>{count}", table, flags=re.MULTILINE)
    return table


def main(arguments: list[str]) -> int:
    """Check the prose, or write the counts that have fallen; return the exit code."""
    if "--write" in arguments:
        TABLE.write_text(lowered(ROOT, TABLE.read_text(encoding="utf-8")), encoding="utf-8")
    messages = check(ROOT, TABLE.read_text(encoding="utf-8"))
    print(*messages, sep="\n", end="\n" if messages else "")
    return 1 if messages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
