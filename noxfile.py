# /// script
# dependencies = ["nox>=2026.8.10"]
# ///
"""Every check of the project: `nox` runs them all, `nox --list` names them."""

import re
import shutil
import sys
from functools import cache
from pathlib import Path

import nox

nox.needs_version = ">=2026.8.10"  # it runs an interpreter to find it: a shim that answers with an error is none
nox.options.default_venv_backend = "virtualenv"
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = False  # also under CI; `oldest` sees to the one that must be there

ROOT = Path(__file__).parent
PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)
FREE_THREADED = [f"{version}t" for version in PYTHONS if version not in {"3.11", "3.12"}]
ONCE = " and not once"
QUICK = "not mutants and not scaffold"


@cache
def wheel_folder() -> Path:
    """Return the folder of this run's wheel, empty at first."""
    folder = ROOT / ".nox" / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def install(session: nox.Session, *groups: str) -> None:
    """Install the wheel, which is built once a run, and dependency groups."""
    folder = wheel_folder()
    if not any(folder.iterdir()):
        session.run_install(
            "python", "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)
        )
    [wheel] = folder.iterdir()
    session.install("--force-reinstall", "--no-deps", str(wheel))  # its version stays the same from run to run
    session.install(str(wheel), *nox.project.dependency_groups(PROJECT, *groups))


def documented(session: nox.Session) -> str:
    """Write the examples of README and docstrings to a folder, as programs to be checked."""
    folder = Path(session.create_tmp()).resolve() / "documented"
    shutil.rmtree(folder, ignore_errors=True)
    session.run("python", "tests/documents.py", str(folder), silent=True)
    return str(folder)


@nox.session(venv_backend="none")
def oldest(session: nox.Session) -> None:
    """Check that the oldest supported Python is installed; newer ones may be missing."""
    version = PYTHONS[0]
    if "{}.{}".format(*sys.version_info) != version:
        session.run(f"python{version}", "--version", external=True)


@nox.session
def lint(session: nox.Session) -> None:
    """Lint code, prose and workflows, check the formatting, and check that generated files are as the stubs say."""
    session.install(*nox.project.dependency_groups(PROJECT, "lint"))
    session.run("python", "scripts/generate.py", "--check")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("typos")
    session.run("python", "scripts/phrases.py")
    session.run("zizmor", "--offline", "--no-progress", ".github")


@nox.session(default=False)
def generate(session: nox.Session) -> None:
    """Generate from the stubs all files that repeat them."""
    session.install(*nox.project.dependency_groups(PROJECT, "lint"))
    session.run("python", "scripts/generate.py")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation site in .nox/site, and check its links, its anchors and what it loads."""
    session.install(*nox.project.dependency_groups(PROJECT, "docs"))
    site = ROOT / ".nox" / "site"
    shutil.rmtree(site, ignore_errors=True)
    session.run("zensical", "build", "--clean", "--strict")
    session.run("python", "tests/check_site.py", str(site))


@nox.session
def mypy(session: nox.Session) -> None:
    """Check the types of stubs, shim, benchmarks, examples and tests with mypy, strictly."""
    install(session, "types")
    session.run("mypy", "--package=latency")
    session.run("mypy", "latency_shim", "benchmarks", "examples", "scripts", "tests", "noxfile.py")
    hidden = [path for path in Path("latency_shim").rglob("*.py") if path.with_suffix(".pyi").exists()]
    session.run("mypy", *map(str, hidden))  # by name, else the .pyi beside each hides it
    session.run("mypy", documented(session))


@nox.session
def pyright(session: nox.Session) -> None:
    """Check types with pyright, strictly, and what an editor shows for the names that users meet most."""
    install(session, "types")
    session.run("pyright")
    session.run("pyright", documented(session))
    session.run("python", "tests/static/hovers.py", *session.posargs)


@nox.session
def static(session: nox.Session) -> None:
    """Run mypy and pyright over the static programs, for every supported version of Python."""
    install(session, "types")
    session.run("python", "tests/static/run.py", "--readme", "--versions", "mypy", "pyright")


@nox.session(default=False)
def oracle(session: nox.Session) -> None:
    """Compare the marks of the structural checker's programs with what pyright reports."""
    install(session, "types")
    session.run("python", "tests/conformance/oracle.py", *session.posargs)


@nox.session(name="static-all", default=False)
def static_all(session: nox.Session) -> None:
    """Run all six type checkers over the static programs, from wheel, editable install and work tree."""
    install(session, "checkers")
    session.run("python", "tests/static/run.py", "--readme", *session.posargs)
    session.install("--editable", ".")
    session.run("python", "tests/static/run.py", *session.posargs)
    session.run("python", "-m", "pip", "uninstall", "--quiet", "--yes", "latency-stubs")
    session.run("python", "tests/static/run.py", "--work-tree", *session.posargs)


@nox.session
def verifytypes(session: nox.Session) -> None:
    """Check that every public type is complete, in the shim and in the stubs."""
    install(session, "checkers")
    session.run("pyright", "--verifytypes", "latency_shim", "--ignoreexternal")
    # pyright scores no package that is stubs alone: so the stubs under another name, as a package that is typed.
    packages = session.run("python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", silent=True)
    copy = Path(str(packages).strip()) / "latency_copy"
    shutil.rmtree(copy, ignore_errors=True)
    for stub in (ROOT / "latency-stubs").rglob("*.pyi"):
        target = copy / stub.relative_to(ROOT / "latency-stubs")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            stub.read_text(encoding="utf-8").replace("from latency", "from latency_copy"), encoding="utf-8"
        )
    (copy / "py.typed").touch()
    session.run("pyright", "--verifytypes", "latency_copy")
    session.run("pyrefly", "coverage", "check", "latency-stubs")


@nox.session
def drift(session: nox.Session) -> None:
    """Compare stubs and shim with stubtest and by syntax tree, and prove that both comparisons bite."""
    install(session, "types")
    session.env["PYTHONPATH"] = str(ROOT / "scripts")
    session.run("python", "tests/drift.py")
    session.run("python", "tests/prove_drift.py")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests against the wheel; on the oldest Python also the slow ones that are the same on every version."""
    install(session, "test")
    chosen = QUICK if session.python == PYTHONS[0] else QUICK + ONCE
    session.run("pytest", "--numprocesses=auto", "-m", chosen, *session.posargs)


@nox.session(name="free-threaded", python=FREE_THREADED)
def free_threaded(session: nox.Session) -> None:
    """Run the tests on Pythons without the global lock, those with threads in many rounds."""
    install(session, "test")
    session.env["PYTHON_GIL"] = "0"  # else an extension module that does not know of it brings the lock back
    session.run("python", "-c", "import sys; assert not sys._is_gil_enabled()")
    session.run("pytest", "tests/test_threads.py", "--rounds=500", *session.posargs)
    session.run("pytest", "--numprocesses=auto", "-m", QUICK + ONCE, *session.posargs)


@nox.session
def mutants(session: nox.Session) -> None:
    """Check that each mutant fails the test of the promise that it breaks, and no other."""
    install(session, "test")
    session.run("pytest", "tests/test_mutants.py", "-m", "not variants", *session.posargs)


@nox.session(default=False)
def variants(session: nox.Session) -> None:
    """Run the variants of the second reference core too, and compare the page of promises."""
    install(session, "test")
    session.run("pytest", "tests/test_mutants.py", "-m", "variants", *session.posargs)


@nox.session
def scaffold(session: nox.Session) -> None:
    """Build each project that `latency-shim new` writes, install it beside the wheel and run all its checks."""
    install(session, "scaffold")
    session.run("pytest", "-m", "scaffold", *session.posargs)


@nox.session(default=False)
def promises(session: nox.Session) -> None:
    """Run each mutant against its suite of the contract kit, and write the table of what it breaks."""
    install(session, "test")
    session.run("python", "tests/promise_table.py", "--write")


@nox.session(python=PYTHONS[0])
def minimums(session: nox.Session) -> None:
    """Run the tests with the lowest version of each dependency that is declared."""
    install(session, "test")
    declared = [
        *PROJECT["project"]["dependencies"],
        *(extra for extras in PROJECT["project"]["optional-dependencies"].values() for extra in extras),
        *nox.project.dependency_groups(PROJECT, "test"),
    ]
    session.install(*(requirement.replace(">=", "==") for requirement in declared if ">=" in requirement))
    session.run("pytest", "--numprocesses=auto", "-m", QUICK + ONCE, *session.posargs)


@nox.session(name="typing-conformance", python=PYTHONS[1:], default=False)  # the programs have syntax of 3.12
def typing_conformance(session: nox.Session) -> None:
    """Compare verdicts with the marks of a checkout of python/typing; with --write PAGE, put the table into a page."""
    if not session.posargs:
        session.error("which checkout of python/typing? nox -s typing-conformance -- PATH [--write docs/yardsticks.md]")
    install(session, "typing-conformance")
    session.run("python", "tests/yardsticks/typing_conformance.py", *session.posargs)


@nox.session(python=PYTHONS[0], default=False)
def wild(session: nox.Session) -> None:
    """Compare verdicts on released packages with pyright's; with --write PAGE, put the table into a page."""
    install(session, "wild")
    session.run("python", "tests/yardsticks/wild.py", *session.posargs)


CONFORMING = [
    "examples.git_source_control:GitSourceControl",
    "examples.sqlite_state_store:SqliteStateStore",
    *(
        f"latency_shim.memory:{name}"
        for path in sorted((ROOT / "latency_shim" / "memory").glob("*.py"))
        for name in re.findall(r"^class (Memory\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        if name not in {"MemoryBinding", "MemoryLogEntry"}  # which no interface of the contract describes
    ),
    "logging:root",
    "examples/plugins/commit_digest.toml",
    "examples/plugins/busiest_author.toml",
    "examples/plugins/news_board.json",
]
BROKEN = ["examples.broken:BrokenRegistry", "examples/broken.toml"]


@nox.session
def check(session: nox.Session) -> None:
    """Check the example core, providers and manifests with the command line, then a broken registry and manifest."""
    install(session)
    if session.posargs:
        session.run("latency-shim", "check", *session.posargs)
        return
    session.run("latency-shim", "check", *CONFORMING)
    session.run("latency-shim", "check", *BROKEN, success_codes=[1])


@cache
def bench_folder() -> Path:
    """Return the folder of this run's measurements, empty at first."""
    folder = ROOT / ".nox" / "bench"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


@nox.session(python=PYTHONS, default=False)
def bench(session: nox.Session) -> None:
    """Measure against peers and print the table; with --write, write it into docs/benchmarks.md."""
    install(session, "bench")
    folder = bench_folder()
    write = "--write" in session.posargs
    options = [option for option in session.posargs if option != "--write"]
    session.run("python", "benchmarks/measure.py", str(folder / f"{session.python}.json"), *options)
    if session.python == PYTHONS[0]:  # the one that is there; checkers judge for all versions alike
        install(session, "checkers")
        session.run("python", "benchmarks/static_cost.py", str(folder / "static.md"), *options)
    session.run("python", "benchmarks/table.py", str(folder), *(["docs/benchmarks.md"] if write else []))


@nox.session
def demo(session: nox.Session) -> None:
    """Run the example host, with its plugins, on the wheel alone."""
    install(session)
    folder = Path(session.create_tmp()).resolve()
    shutil.copytree(ROOT / "examples", folder / "examples", dirs_exist_ok=True)
    # With -P the folder that one is in is not searched: it has a latency_shim that is not the wheel's.
    session.run(
        "python", "-P", "-m", "examples.demo", f"--repo={ROOT}", *session.posargs, env={"PYTHONPATH": str(folder)}
    )


@nox.session
def build(session: nox.Session) -> None:
    """Build sdist and wheel, build them again from the sdist, compare, check what is in them, and import the wheel.

    With `-- --release TAG FOLDER` it also checks what only a release needs, and copies both files into the folder.
    """
    session.install(*nox.project.dependency_groups(PROJECT, "build"))
    temporary = Path(session.create_tmp()).resolve()
    dist, again, copy = temporary / "dist", temporary / "again", temporary / "copy"
    for folder in (dist, again, copy):
        shutil.rmtree(folder, ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", str(dist))
    [sdist] = dist.glob("*.tar.gz")
    shutil.unpack_archive(sdist, copy, filter="data")
    [unpacked] = copy.iterdir()  # another place, and other times of files
    (unpacked / "PKG-INFO").unlink()
    session.run("python", "-m", "build", "--outdir", str(again), str(unpacked), silent=True)
    release, target = session.posargs[:2], session.posargs[2:]
    session.run("python", "tests/check_dist.py", str(dist), str(again), *release)
    for name in target:
        shutil.copytree(dist, ROOT / name)
    clean = dist / "clean"
    session.run("python", "-m", "venv", str(clean))
    session.chdir(dist)
    python = str(clean / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    [wheel] = dist.glob("*.whl")
    session.run(python, "-m", "pip", "install", "--quiet", str(wheel), external=True)
    session.run(
        python,
        "-c",
        "from latency_shim import *; import sys; assert 'latency' not in sys.modules",
        external=True,
    )
