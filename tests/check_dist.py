"""Check what is in the built sdist and wheel: `python tests/check_dist.py FOLDER`."""

import sys
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parent.parent
PACKAGES = "latency-stubs", "latency_shim"


def sources() -> set[str]:
    """Return every file of the two packages in the work tree."""
    return {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


def compare(what: str, found: Iterable[str], expected: set[str]) -> None:
    """Stop with every file that is missing or too much."""
    found = set(found)
    faults = [f"{what} lacks {name}" for name in sorted(expected - found)]
    faults += [f"{what} must not have {name}" for name in sorted(found - expected)]
    if faults:
        sys.exit("\n".join(faults))
    print(f"{what}: {len(found)} files, as expected")


def main(folder: Path) -> None:
    """Check the one sdist and the one wheel in a folder."""
    [wheel] = folder.glob("*.whl")
    [sdist] = folder.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    information = {name for name in names if ".dist-info/" in name}
    compare("wheel", set(names) - information, sources())
    if not any(name.endswith("licenses/LICENSE") for name in information):
        sys.exit("wheel lacks the licence")
    with tarfile.open(sdist) as archive:
        inside = {str(PurePosixPath(*PurePosixPath(name).parts[1:])) for name in archive.getnames()}
    needed = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "noxfile.py", "tests/conftest.py"}
    compare("sdist, as far as needed,", inside & (sources() | needed), sources() | needed)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
