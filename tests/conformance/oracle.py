"""Compare the marks of the programs with what pyright reports: `python tests/conformance/oracle.py [PROGRAM...]`."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import programs

VERSION = "3.14"
# Definitions are right and wrong on purpose; that they are written as meant is what the other rules see to.
ELSEWHERE = {
    "reportAbstractUsage",
    "reportIncompatibleMethodOverride",
    "reportIncompatibleVariableOverride",
    "reportInconsistentConstructor",
    "reportInconsistentOverload",
    "reportInvalidTypeVarUse",
    "reportNoOverloadImplementation",
    "reportRedeclaration",
    "reportReturnType",
    "reportSelfClsParameterName",
}
SETTINGS = {"typeCheckingMode": "standard", "include": ["."], "reportMissingModuleSource": False}

Messages = dict[tuple[str, int], list[tuple[str, str]]]


def ask(paths: Sequence[Path]) -> Messages:
    """Return the rule and the text of each error that pyright reports, by file and line."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        for path in [*paths, *programs.FOLDER.glob("_*.py")]:
            shutil.copy(path, folder)
        folder.joinpath("pyrightconfig.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
        pyright = str(Path(sys.executable).parent / "pyright")
        options = ["--outputjson", "--pythonversion", VERSION, "--pythonpath", sys.executable]
        done = subprocess.run([pyright, *options], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if done.returncode not in {0, 1}:
        sys.exit(f"pyright failed with exit code {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    messages: Messages = {}
    for message in json.loads(done.stdout)["generalDiagnostics"]:
        if message["severity"] == "error":
            place = Path(message["file"]).name, message["range"]["start"]["line"] + 1
            messages.setdefault(place, []).append((message.get("rule", ""), message["message"]))
    return messages


def compare(paths: Sequence[Path]) -> tuple[Counter[str], list[str]]:
    """Return how many cases each mark has, and each line on which pyright and the marks differ."""
    messages = ask(paths)
    counts: Counter[str] = Counter()
    faults: list[str] = []
    for path in paths:
        for case in programs.cases_of(path):
            counts[case.kind] += 1
            found = messages.pop((path.name, case.line), [])
            if bool(found) != case.pyright_refuses:
                what = "refuses" if found else "accepts"
                text = "".join(f"\n        {line}" for _, told in found for line in told.splitlines())
                faults.append(f"{path.name}:{case.line}: {case.name}: pyright {what} it, marked {case.kind!r}{text}")
    for (file, line), found in sorted(messages.items()):
        others = [f"{file}:{line}: {rule}: {text}" for rule, text in found if rule not in ELSEWHERE]
        faults += [] if file.startswith("_") else others
    return counts, faults


def main(names: Sequence[str]) -> int:
    """Print what was compared; return the exit code."""
    paths = [path for path in programs.paths() if not names or path.stem in names]
    counts, faults = compare(paths)
    kinds = ", ".join(f"{counts[kind]} {kind or 'unmarked'}" for kind in ("", "E", "S", "R"))
    print(f"{len(paths)} programs, {counts.total()} cases: {kinds}")
    print("\n".join(faults) if faults else "pyright reports an error on exactly the lines marked E and S")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
