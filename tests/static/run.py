"""Run type checkers over the static programs, and compare what they report with the marks in the programs.

    python tests/static/run.py mypy pyright      these checkers; without names, all six
    python tests/static/run.py --versions mypy   for each supported Python version as well
    python tests/static/run.py --write FOLDER    only write the programs, to look at them
    python tests/static/run.py --work-tree       with the packages beside the programs, and not installed
    python tests/static/run.py --readme          also hold the table in the README against the result

The checkers see what is installed: the programs are checked in a folder of their own. See README.md beside this file
for what the marks mean.
"""

import argparse
import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import matrix

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
BIN = Path(sys.executable).parent
CLASSIFIERS: list[str] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["classifiers"]
VERSIONS = [one.rpartition(" ")[2] for one in CLASSIFIERS if re.search(r":: 3\.\d+$", one)]
TOOLS = "conformance", "loading", "memory", "testing"
ASKED = "reports deprecated calls only when asked"  # the reason of a mark
EXCUSE = r"\((?:not|but) ([\w, ]+): ([^()]+)\)"
MARK = re.compile(rf"# (?P<kind>E|OK) [^()#]+(?P<excuses>(?:{EXCUSE} ?)*)$")

Location = tuple[str, int]
Run = tuple[str, str | None, tuple[str, ...]]  # a checker, a version of Python, and further options


def json_lines(output: str) -> Iterator[Location]:
    """Read mypy's JSON: one object a line."""
    for line in output.splitlines():
        if line.startswith("{") and (message := json.loads(line))["severity"] == "error":
            yield message["file"], message["line"]


def pyright_json(output: str) -> Iterator[Location]:
    """Read the JSON of pyright and basedpyright, whose lines count from 0."""
    for message in json.loads(output)["generalDiagnostics"]:
        if message["severity"] == "error":
            yield message["file"], message["range"]["start"]["line"] + 1


def pyrefly_json(output: str) -> Iterator[Location]:
    """Read pyrefly's JSON."""
    for message in json.loads(output)["errors"]:
        if message.get("severity", "error") == "error":
            yield message["path"], message["line"]


def text_lines(output: str) -> Iterator[Location]:
    """Read `file.py:12: error` and `file.py:12:5: error[rule]`."""
    for match in re.finditer(r"^(?P<file>[^\s:]+\.py):(?P<line>\d+):(?:\d+:)? error", output, re.MULTILINE):
        yield match["file"], int(match["line"])


@dataclass(frozen=True)
class Checker:
    """The command of a checker in its strict mode, and the parser of its report."""

    arguments: Sequence[str]
    read: Callable[[str], Iterator[Location]]
    version: str = "--python-version={}"
    settings: tuple[str, str] = ("mypy.ini", "")  # a file that is written beside the programs, and its text
    asked: Sequence[str] = ()  # what makes it report deprecated calls, where its strict mode does not


STRICT = ("pyrightconfig.json", '{"typeCheckingMode": "strict"}')
# Without a file of its own pyrefly reads the one above each file, and so that of a project around the environment.
# The rule that is off asks for a style, as does the one that ty ignores.
PYREFLY = ("pyrefly.toml", 'preset = "strict"\n[errors]\nmissing-override-decorator = false\n')
PYTHON = sys.executable
CHECKERS = {
    "mypy": Checker(
        ["--strict", "--output=json", "--no-incremental", f"--python-executable={PYTHON}", "."],
        json_lines,
        asked=["--enable-error-code=deprecated"],
    ),
    "pyright": Checker(["--outputjson", f"--pythonpath={PYTHON}"], pyright_json, "--pythonversion={}", STRICT),
    "basedpyright": Checker(["--outputjson", f"--pythonpath={PYTHON}"], pyright_json, "--pythonversion={}", STRICT),
    "ty": Checker(
        [
            "check",
            "--error=all",
            "--ignore=missing-override-decorator",
            "--output-format=concise",
            f"--python={sys.prefix}",
            ".",
        ],
        text_lines,
    ),
    "pyrefly": Checker(
        ["check", "--config=pyrefly.toml", "--output-format=json", f"--python-interpreter-path={PYTHON}", "."],
        pyrefly_json,
        settings=PYREFLY,
        asked=["--error=deprecated"],
    ),
    "zuban": Checker(
        ["mypy", "--strict", f"--python-executable={PYTHON}", "."],
        text_lines,
        asked=["--enable-error-code=deprecated"],
    ),
}


@dataclass
class Marks:
    """The marks of the programs."""

    rejected: dict[Location, frozenset[str]] = field(default_factory=dict[Location, frozenset[str]])
    accepted: dict[Location, frozenset[str]] = field(default_factory=dict[Location, frozenset[str]])
    reasons: set[str] = field(default_factory=set[str])
    asked: set[Location] = field(default_factory=set[Location])  # where some are excused unless asked

    def when_asked(self) -> "Marks":
        """Return the marks for a checker that was asked to report deprecated calls."""
        return Marks(self.rejected | dict.fromkeys(self.asked, frozenset[str]()), self.accepted)


def write_programs(folder: Path) -> int:
    """Write every program into a folder; return their number."""
    shutil.copytree(HERE / "programs", folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in matrix.programs().items():
        folder.joinpath(name).write_text(text, encoding="utf-8")
    return len(list(folder.glob("*.py")))


def read_marks(folder: Path) -> Marks:
    """Read the marks of all programs: for each marked line, the checkers that are excused there."""
    marks = Marks()
    for path in folder.glob("*.py"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = MARK.search(line)
            if match is None:
                assert not re.search(r"# (E|OK)\b", line), f"{path.name}:{number}: a mark that cannot be read"
                continue
            excuses = [(re.findall(r"\w+", names), reason) for names, reason in re.findall(EXCUSE, match["excuses"])]
            excused = frozenset(name for names, _ in excuses for name in names)
            assert excused <= CHECKERS.keys(), f"{path.name}:{number}: unknown checker in {match[0]!r}"
            marks.reasons |= {f"{name} {reason}" for names, reason in excuses for name in names}
            if any(reason == ASKED for _, reason in excuses):
                marks.asked.add((path.name, number))
            (marks.rejected if match["kind"] == "E" else marks.accepted)[path.name, number] = excused
    return marks


def run_checker(name: str, folder: Path, version: str | None = None, extra: Sequence[str] = ()) -> set[Location]:
    """Return each place where a checker reports an error."""
    checker = CHECKERS[name]
    options = [*extra, checker.version.format(version)] if version else extra
    command = [str(BIN / name), *checker.arguments[:1], *options, *checker.arguments[1:]]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    try:
        places = [(Path(folder, file), line) for file, line in checker.read(done.stdout)]
    except (ValueError, KeyError) as error:
        sys.exit(f"{name} gave no report that can be read ({error!r}):\n{done.stdout[:2000]}{done.stderr[:2000]}")
    if done.returncode not in {0, 1}:
        sys.exit(f"{name} failed with exit code {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return {(path.name, line) for path, line in places if path.parent == folder}


def run_checkers(checkers: Sequence[str], folder: Path, versions: Sequence[str]) -> dict[Run, set[Location]]:
    """Return what checkers report: by default, for versions of Python, and asked to report deprecated calls."""
    for file, text in {CHECKERS[name].settings for name in checkers}:
        folder.joinpath(file).write_text(text, encoding="utf-8")
    runs: list[Run] = []
    for name in checkers:
        runs += [(name, version, ()) for version in (None, *versions)]
        if asked := tuple(CHECKERS[name].asked):
            runs.append((name, None, asked))

    def places(run: Run) -> set[Location]:
        name, version, asked = run
        return run_checker(name, folder, version, asked)

    with ThreadPoolExecutor(os.cpu_count()) as pool:  # each is a process
        return dict(zip(runs, pool.map(places, runs), strict=True))


def compare(name: str, found: set[Location], marks: Marks, folder: Path) -> tuple[str, list[str]]:
    """Return a checker's row of the table, and each line on which it disagrees with the marks."""
    missed = {place for place in marks.rejected if place not in found}
    alarms = {place for place in found if place not in marks.rejected}
    faults = [(place, "must be rejected, and is not") for place in missed if name not in marks.rejected[place]]
    faults += [(place, "must be accepted, and is not") for place in alarms if name not in marks.accepted.get(place, ())]
    faults += [
        (place, "has a mark for this checker that is no longer needed")
        for place, excused in marks.rejected.items()
        if name in excused and place not in missed
    ]
    faults += [
        (place, "has a mark for this checker that is no longer needed")
        for place, excused in marks.accepted.items()
        if name in excused and place not in alarms
    ]
    row = f"| {name} | {len(list(folder.glob('*.py')))} | {len(marks.rejected)} | {len(missed)} | {len(alarms)} |"
    return row, [
        f"{name}: {file}:{line}: {what}: {source(folder, file, line)}" for (file, line), what in sorted(faults)
    ]


def source(folder: Path, file: str, line: int) -> str:
    return folder.joinpath(file).read_text(encoding="utf-8").splitlines()[line - 1].strip()


def unnamed(folder: Path) -> list[str]:
    """Return the public names that occur in no program."""
    used: set[str] = set()
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Name):
                used.add(node.id)
            elif isinstance(node, ast.Attribute):
                used.add(node.attr)
    barrels = [*(ROOT / "latency-stubs").rglob("__init__.pyi")]
    barrels += [ROOT / "latency_shim" / tool / "__init__.py" for tool in TOOLS]
    names: set[str] = set()
    for barrel in barrels:
        for statement in ast.parse(barrel.read_text(encoding="utf-8")).body:
            match statement:
                case ast.Assign([ast.Name("__all__")], value) | ast.AugAssign(ast.Name("__all__"), value=value):
                    names |= set(ast.literal_eval(value))
                case _:
                    pass
    return sorted(names - used)


ADD_TO = "tests/static/programs/"
HEAD = """\
| checker | programs | lines that must fail | missed | false alarms |
|---|--:|--:|--:|--:|"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; return the exit code."""
    parser = argparse.ArgumentParser(prog="python tests/static/run.py", description="Check the static programs.")
    parser.add_argument("checkers", nargs="*", metavar="CHECKER", help=f"any of {', '.join(CHECKERS)} (default: all)")
    parser.add_argument("--versions", action="store_true", help=f"for each of Python {', '.join(VERSIONS)} as well")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="only write the programs into a folder")
    parser.add_argument("--work-tree", action="store_true", help="with the packages beside the programs; not for mypy")
    parser.add_argument("--readme", action="store_true", help="compare the rows of the README's table")
    options = parser.parse_args(arguments)
    checkers: list[str] = options.checkers or list(CHECKERS)
    if options.work_tree and "mypy" in checkers:
        checkers.remove("mypy")
        print("mypy is left out: it finds stub packages only where they are installed")
    if unknown := set(checkers) - set(CHECKERS):
        parser.error(f"unknown checker: {', '.join(sorted(unknown))}")
    if options.write:
        options.write.mkdir(parents=True, exist_ok=True)
        print(f"{write_programs(options.write)} programs written to {options.write}")
        return 0

    rows: list[str] = []
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        write_programs(folder)
        for package in ("latency-stubs", "latency_shim") if options.work_tree else ():
            shutil.copytree(ROOT / package, folder / package)
        marks = read_marks(folder)
        faults += [f"{name} is public and occurs in no program: use it in {ADD_TO}" for name in unnamed(folder)]
        found = run_checkers(checkers, folder, VERSIONS if options.versions else ())
        for (checker, version, asked), places in found.items():
            row, wrong = compare(checker, places, marks.when_asked() if asked else marks, folder)
            if version:
                faults += [f"for Python {version}: {line}" for line in wrong]
                print(f"{checker} for Python {version}: {len(wrong)} lines not as marked")
            elif asked:
                faults += [f"with {' '.join(asked)}: {line}" for line in wrong]
            else:
                rows.append(row)
                faults += wrong
    table = "\n".join([HEAD, *rows])
    print(table)
    print("\n".join(f"known weakness: {reason}" for reason in sorted(marks.reasons)))
    if options.readme:
        readme = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
        faults += [f"README.md has another row: write {row}" for row in rows if row not in readme]
    print("\n".join(faults[:60]) if faults else "every checker reports an error on exactly the marked lines")
    if len(faults) > 60:
        print(f"… and {len(faults) - 60} more")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
