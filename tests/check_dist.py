"""Check the built sdist and wheel: `python tests/check_dist.py FOLDER [AGAIN] [--release TAG]`.

The contents must be exact, and the same bytes as those in the folder AGAIN. What is released must also have the version
of the tag, and URLs.
"""

import argparse
import email.message
import email.parser
import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parent.parent
PACKAGES = "latency-stubs", "latency_shim"
IMPORT_NAMES = ["latency_shim"]  # stubs describe `latency`, but nothing here can be imported by that name
URLS = {"Source", "Documentation", "Changelog"}
PLACEHOLDER = "URL-OF-THIS-REPOSITORY"


def sources() -> set[str]:
    """Return every file of the two packages in the work tree."""
    return {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


def tracked() -> set[str] | None:
    """Return every file that git tracks, or `None` if this is not a clone."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        return None
    command = [git, "-C", str(ROOT), "ls-files", "-z"]
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True)  # noqa: S603
    return {name for name in done.stdout.split("\0") if name and (ROOT / name).exists()}


def compare(what: str, found: Iterable[str], expected: set[str]) -> list[str]:
    """Return a message for every file that is missing or too much."""
    found = set(found)
    print(f"{what}: {len(found)} files")
    faults = [f"{what} lacks {name}" for name in sorted(expected - found)]
    return faults + [f"{what} must not have {name}" for name in sorted(found - expected)]


def check_wheel(path: Path) -> tuple[email.message.Message, list[str]]:
    """Return the metadata of a wheel, and a message for each fault."""
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        information = path.name.removesuffix("-py3-none-any.whl") + ".dist-info"
        metadata = email.parser.Parser().parsestr(archive.read(f"{information}/METADATA").decode())
    records = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}
    faults = compare("wheel", names, sources() | {f"{information}/{name}" for name in records})
    if metadata.get_all("Import-Name") != IMPORT_NAMES:
        faults.append(f"wheel has the import names {metadata.get_all('Import-Name')}, not {IMPORT_NAMES}")
    return metadata, faults


def check_sdist(path: Path) -> list[str]:
    """Return a message for each fault of an sdist, which has all that git tracks."""
    with tarfile.open(path) as archive:
        inside = {str(PurePosixPath(*PurePosixPath(name).parts[1:])) for name in archive.getnames()}
    files = tracked()
    if files is not None:
        return compare("sdist", inside, files | {"PKG-INFO"})
    needed = sources() | {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "noxfile.py", "tests/conftest.py"}
    return compare("sdist, as far as needed,", inside & needed, needed)


def check_same(paths: Iterable[Path], again: Path) -> list[str]:
    """Return a message for each file of which another build has other bytes."""
    faults: list[str] = []
    for path in paths:
        digest, other = (hashlib.sha256(one.read_bytes()).hexdigest() for one in (path, again / path.name))
        print(f"{path.name}: sha256 {digest}")
        if digest != other:
            faults.append(f"{path.name} is not reproducible: another build has the hash {other}")
    return faults


def check_release(metadata: email.message.Message, tag: str) -> list[str]:
    """Return a message for each fault that only matters once the wheel is published."""
    faults: list[str] = []
    if tag != f"v{metadata['Version']}":
        faults.append(f"the version is {metadata['Version']}, but the tag is {tag}")
    missing = URLS - {str(url).partition(",")[0] for url in metadata.get_all("Project-URL", [])}
    if missing:
        faults.append(f"[project.urls] lacks {', '.join(sorted(missing))}")
    if f"## [{metadata['Version']}]" not in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"):
        faults.append(f"CHANGELOG.md has no section [{metadata['Version']}]")
    faults += [
        f"{path.relative_to(ROOT)} has {PLACEHOLDER} in place of the address"
        for path in [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]
        if PLACEHOLDER in path.read_text(encoding="utf-8")
    ]
    faults += [
        f"README.md has the relative link {link}, which leads nowhere on a package index"
        for link in re.findall(r"\]\((?!https?://|#)([^)]+)\)", str(metadata.get_payload()))
    ]
    return faults


def main() -> None:
    """Check the one sdist and the one wheel in a folder; stop with all faults."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("again", type=Path, nargs="?")
    parser.add_argument("--release", metavar="TAG")
    arguments = parser.parse_args()
    [wheel] = arguments.folder.glob("*.whl")
    [sdist] = arguments.folder.glob("*.tar.gz")
    metadata, faults = check_wheel(wheel)
    faults += check_sdist(sdist)
    if arguments.again:
        faults += check_same((wheel, sdist), arguments.again)
    if arguments.release:
        faults += check_release(metadata, arguments.release)
    sys.exit("\n".join(faults) or None)


if __name__ == "__main__":
    main()
