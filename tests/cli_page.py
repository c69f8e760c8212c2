"""The examples of docs/cli.md: `python tests/cli_page.py --write` writes what they print into the page."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "cli.md"
GUIDE = ROOT / "docs" / "ci.md"
PROGRAM = "import sys; from latency_shim.cli import run; sys.exit(run())"


def files(page: Path = PAGE) -> dict[str, str]:
    """The files of a page, by their names."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```\w+\n# file: (\S+)\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return dict(blocks)


def examples() -> Iterator[tuple[str, str]]:
    """The commands of the page, each with what it prints."""
    text = PAGE.read_text(encoding="utf-8")
    for block in re.findall(r"^```console\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        for example in block.split("$ latency-shim ")[1:]:
            command, _, output = example.partition("\n")
            yield command, output


def output_of(command: str, folder: Path) -> str:
    """Return the output of a command in a folder with the files of the page."""
    for name, content in files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"\n{content}", encoding="utf-8")  # on the lines on which they are seen
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM, *command.split()],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    return re.sub(r'("semanticVersion": )"[^"]*"', r'\1"0.1.0"', done.stdout + done.stderr)


def written(folder: Path) -> str:
    """The page with what its examples print."""

    def block(match: re.Match[str]) -> str:
        commands = re.findall(r"^\$ latency-shim (.*)$", match[1], re.MULTILINE)
        return "".join(
            ["```console\n", *(f"$ latency-shim {one}\n{output_of(one, folder)}" for one in commands), "```"]
        )

    return re.sub(r"^```console\n(.*?)^```", block, PAGE.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


if __name__ == "__main__" and sys.argv[1:] == ["--write"]:
    with tempfile.TemporaryDirectory() as name:
        PAGE.write_text(written(Path(name)), encoding="utf-8")
