"""The python examples of README, docs and docstrings, to be run and to be type-checked.

`python tests/documents.py FOLDER` writes each document's examples as one program into a folder.
"""

import sys
from pathlib import Path

from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.markdown import PythonCodeBlockParser

ROOT = Path(__file__).parent.parent
RUN_ELSEWHERE = "first-core.md", "first-plugin.md", "first-provider.md", "host.md"
"""Pages whose files test_tutorials.py writes and runs."""
SYBIL = Sybil(
    parsers=[PythonCodeBlockParser()], document_types={".py": PythonDocStringDocument, ".pyi": PythonDocStringDocument}
)


def programs() -> dict[str, str]:
    """Return the examples of each document as one program, on the lines where they stand in the document."""
    found: dict[str, str] = {}
    paths = {
        ROOT / "README.md",
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("latency-stubs/**/*.pyi"),
        *ROOT.glob("latency_shim/memory/*.py"),
        ROOT / "latency_shim" / "loading" / "__init__.py",
    }
    for path in sorted(paths - {ROOT / "docs" / name for name in RUN_ELSEWHERE}):
        program = ""
        for example in SYBIL.parse(path).examples():
            program += "\n" * (example.line - program.count("\n")) + str(example.parsed)
        if program:
            found[path.relative_to(ROOT).as_posix()] = program
    return found


def write_programs(folder: Path) -> None:
    """Write each document's program under a name that can be a module's."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, program in programs().items():
        module = name.rpartition(".")[0].replace("/", "_").replace("-", "_")
        folder.joinpath(f"{module}.py").write_text(program, encoding="utf-8")


if __name__ == "__main__":
    write_programs(Path(sys.argv[1]))
