"""Whatever a target does to its process, the verdict stands, and nothing that was not checked ends with 0."""

import _thread
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli_fixtures import MANIFEST, PROGRAM, REGISTRY, SHIM, WITHOUT_LIST, Document, Program, Write
from latency_shim.cli import _process

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="made for processes of POSIX")

SILENT = {
    "exit-0": ("import os; os._exit(0)", "it ended the process, with exit code 0, before a verdict was reached"),
    "exit-1": ("import os; os._exit(1)", "it ended the process, with exit code 1, before a verdict was reached"),
    "exit-in-thread": (
        "import os, threading, time; threading.Thread(target=os._exit, args=(0,)).start(); time.sleep(30)",
        "it ended the process, with exit code 0, before a verdict was reached",
    ),
    "crash": ("import ctypes; ctypes.string_at(0)", "the process crashed: SIGSEGV"),
    "abort": ("import os; os.abort()", "the process crashed: SIGABRT"),
    "kill": ("import os; os.kill(os.getpid(), 9)", "the process was killed, or it closed the channel"),
    "close-all": ("import os; os.closerange(0, 256)", "the process was killed, or it closed the channel"),
    "write-to-all": (
        "import os\nfor fd in range(3, 64):\n    try: os.write(fd, b'x' * 99)\n    except OSError: pass",
        "it wrote to the channel over which its verdict is reported",
    ),
    "exec": (
        "import os, sys; os.execv(sys.executable, ['python', '-c', 'pass'])",
        "the process was killed, or it closed the channel",
    ),
}
HARMLESS = {
    "print": "print('{ polluted')",
    "write-to-1": "import os; os.write(1, b'{ polluted')",
    "child-process": "import subprocess, sys; subprocess.run([sys.executable, '-c', 'print(\"polluted\")'])",
    "child-that-stays": "import subprocess as s, sys; s.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])",
    "fork": "import os; os.fork()",
    "thread": "import threading, time; threading.Thread(target=time.sleep, args=(60,)).start()",
    "atexit": "import atexit, os; atexit.register(os._exit, 0); atexit.register(print, 'polluted')",
    "stdout-closed": "import sys; sys.stdout.close()",
    "stdout-replaced": "import sys; sys.stdout = sys.stderr = None",
    "stdout-that-fails": "import sys\nclass Bad:\n    def flush(self): raise SystemExit(0)\nsys.stdout = Bad()",
    "fd-1-closed": "import os; os.close(1); os.close(2)",
    "stdin": "import sys; sys.stdin.read()",
    "excepthook": "import sys; sys.excepthook = lambda *_: sys.exit(0)",
    "signals": "import signal\nfor number in (2, 15): signal.signal(number, signal.SIG_IGN)",
    "own-session": "import os\ntry: os.setsid()\nexcept OSError: pass",
    "changes-directory": "import os; os.chdir('/')",
}


@pytest.mark.parametrize(("code", "message"), SILENT.values(), ids=SILENT)
def test_a_target_that_ends_its_process_is_not_checked(write: Write, program: Program, code: str, message: str) -> None:
    write("hostile.py", f"{REGISTRY}{code}\n")
    write("fine.py", REGISTRY)
    done = program("check", "fine:Registry", "hostile:Registry", "fine:Registry", "--json")
    assert done.returncode == 2
    report = json.loads(done.stdout)
    assert [one["status"] for one in report["results"]] == ["ok", "error", "ok"]
    assert report["results"][1]["target"] == "hostile:Registry"
    assert report["results"][1]["error"].startswith(message)


@pytest.mark.parametrize("code", HARMLESS.values(), ids=HARMLESS)
@pytest.mark.parametrize(("text", "status"), [(REGISTRY, 0), (WITHOUT_LIST, 1)], ids=["right", "wrong"])
def test_a_target_cannot_turn_its_verdict_nor_get_into_the_report(
    write: Write, program: Program, code: str, text: str, status: int
) -> None:
    write("hostile.py", f"{text}\n{code}\n")
    done = program("check", "hostile:Registry", "--as", "FacetRegistry", "--format", "json")
    assert done.returncode == status
    assert json.loads(done.stdout)["exit_code"] == status


@pytest.mark.parametrize(
    "code", ["while True: pass", "import time; time.sleep(60)", "import os; os.read(os.pipe()[0], 1)"]
)
def test_a_target_that_hangs_is_given_up_when_its_time_is_up(document: Document, write: Write, code: str) -> None:
    write("hostile.py", code)
    write("fine.py", REGISTRY)
    report = document("check", "hostile:Registry", "fine:Registry", "--timeout", "2", code=2)
    assert [one["error"] for one in report["results"]] == [
        "no verdict after 2 s; --timeout SECONDS allows more",
        None,
    ]


def test_a_hang_while_an_object_is_checked_is_ended_too(document: Document, write: Write) -> None:
    write("lazy.py", "import time\ndef __getattr__(name): time.sleep(60)\n")
    [result] = document("check", "lazy:Registry", "--timeout", "0.5", code=2)["results"]
    assert result["error"].startswith("no verdict after 0.5 s")


@pytest.mark.parametrize(
    "text",
    [
        "class E(ImportError):\n    def __str__(self): raise SystemExit(0)\nraise E",
        "raise SystemExit(0)",
        "raise SystemExit",
    ],
)
def test_an_exit_while_importing_is_an_error(document: Document, write: Write, text: str) -> None:
    write("hostile.py", text)
    [result] = document("check", "hostile:x", code=2)["results"]
    assert result["error"].startswith("importing hostile fails: ")
    assert result["location"]["file"].endswith("hostile.py")


def test_what_a_target_prints_goes_to_stderr(write: Write, program: Program) -> None:
    write("loud.py", f"import os\nprint('here I am')\nos.write(1, b'and here\\n')\n{REGISTRY}")
    done = program("check", "loud:Registry")
    assert done.stdout == "ok    loud:Registry  conforms to FacetRegistry, found by its members\n1 checked\n"
    assert sorted(done.stderr.splitlines()) == ["and here", "here I am"]


def test_nothing_that_a_target_starts_is_left(write: Write, program: Program, tmp_path: Path) -> None:
    code = "import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])"
    write("starts.py", f"{REGISTRY}\n{code}\nopen('number', 'w').write(str(p.pid))\n")
    assert program("check", "starts:Registry").returncode == 0
    number = int(tmp_path.joinpath("number").read_text())
    for _ in range(100):
        state = Path(f"/proc/{number}/stat")
        if not state.exists() or state.read_text().split()[2] == "Z":
            return
        time.sleep(0.02)
    raise AssertionError("it still runs")


def started(*arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SHIM)},
        start_new_session=True,
    )


HANGING = "import os, time\nopen('number', 'w').write(str(os.getpid()))\ntime.sleep(60)\n"


def wait_for(path: Path) -> int:
    for _ in range(500):
        if path.exists() and path.read_text():
            return int(path.read_text())
        time.sleep(0.02)
    raise AssertionError("the target is not reached")


def is_gone(number: int) -> bool:
    for _ in range(200):
        try:
            os.kill(number, 0)
            if Path(f"/proc/{number}/stat").read_text().split()[2] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize(
    ("number", "code", "message"),
    [
        (signal.SIGINT, 130, "interrupted while hangs:x was being checked\n"),
        (signal.SIGTERM, 143, ""),
        (signal.SIGHUP, 129, ""),
        (signal.SIGKILL, -9, ""),
    ],
)
def test_a_signal_ends_the_command_line_and_the_target(
    write: Write, tmp_path: Path, number: signal.Signals, code: int, message: str
) -> None:
    write("hangs.py", HANGING)
    process = started("check", "logging:root", "hangs:x")
    assert process.stdout is not None
    assert process.stdout.readline() == "ok    logging:root  conforms to Logger, found by its members\n"
    child = wait_for(tmp_path / "number")
    time.sleep(0.3)  # the command line waits for the verdict by now
    process.send_signal(number)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (code, "", message)
    if sys.platform == "linux" or number != signal.SIGKILL:
        assert is_gone(child)


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "manifest.toml"],
        ["check", "manifest.json", "--as", "PluginManifest"],
        ["check", "faulty.toml"],
        ["list"],
        ["list", "--json"],
        ["show", "FacetRegistry"],
        ["show", "FacetRegsitry"],
        ["plan", "manifest.toml"],
        ["plugins"],
        ["plugins", "--json"],
        ["schema", "PluginManifest"],
        ["--version"],
        ["--help"],
        ["chekc"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("on_the_path", [False, True], ids=["", "PYTHONPATH"])
def test_commands_without_a_target_import_nothing_from_the_current_directory(
    write: Write, program: Program, tmp_path: Path, arguments: list[str], on_the_path: bool
) -> None:
    write("manifest.toml", "id = 'a'\nversion = '1.0.0'\nname = 'A'\nprovides = []\nrequires = []\n")
    write("manifest.json", json.dumps(MANIFEST))
    write("faulty.toml", "id = 'a'\nvresion = '1.0.0'\n")
    if not on_the_path:
        write("some_plugin-1.0.egg-info/PKG-INFO", "Metadata-Version: 2.1\nName: some-plugin\nVersion: 1.0\n")
        write("some_plugin-1.0.egg-info/entry_points.txt", "[latency.plugins]\nplanted = json:loads\n")
    before = program(*arguments)
    for name in names_of_python(program, tmp_path if on_the_path else None):
        write(f"{name}.py", "import os; os.write(2, b'imported'); os._exit(0)")
    environment = {"PYTHONPATH": f"{SHIM}{os.pathsep}{tmp_path}"} if on_the_path else {}
    after = program(*arguments, **environment)
    assert (after.returncode, after.stdout, after.stderr) == (before.returncode, before.stdout, before.stderr)
    assert "planted" not in after.stdout


def names_of_python(program: Program, folder: Path | None = None) -> set[str]:
    """Names of modules of the standard library; if a folder is on the path, but for those that Python starts with."""
    names = {*sys.stdlib_module_names, "typing_extensions"} - {"sitecustomize", "usercustomize", "antigravity", "this"}
    if folder is None:
        return names
    return names - {*program(before="import sys; print(*sys.modules); sys.exit()\n").stdout.split()}


def test_a_target_is_checked_although_its_folder_has_modules_named_like_those_of_python(
    write: Write, program: Program
) -> None:
    write("faulty.py", WITHOUT_LIST)
    expected = program("check", "faulty:Registry")
    assert expected.returncode == 1
    for name in names_of_python(program):
        write(f"{name}.py", "import os; os._exit(0)")
    done = program("check", "faulty:Registry")
    assert (done.returncode, done.stdout, done.stderr) == (1, expected.stdout, "")


def test_targets_before_it_change_nothing_for_a_file_or_a_distribution(write: Write, program: Program) -> None:
    write("faulty.py", WITHOUT_LIST)
    write("own.py", "from typing import TypedDict\nclass Settings(TypedDict):\n    size: int\n")
    write("settings.toml", "size = 'big'\n")
    arguments = "check", "faulty:Registry", "settings.toml", "pytest", "faulty:Registri", "--as", "own:Settings"
    expected = program(*arguments)
    assert "settings.toml:1: size: must be int, not 'big' [wrong-value]" in expected.stdout
    for name in names_of_python(program) - {"typing"}:
        write(f"{name}.py", "import os; os._exit(0)")
    done = program(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, expected.stdout, "")


@pytest.mark.parametrize("closed", ["0", "1", "2", "12", "012"])
def test_streams_can_be_closed(write: Write, closed: str) -> None:
    write("loud.py", f"import os\nprint('loud')\nos.write(1, b'loud')\n{WITHOUT_LIST}")
    command = f'"$0" "$@" {" ".join(f"{number}>&-" for number in closed)}'
    done = subprocess.run(  # noqa: S603 - our own program
        ["/bin/sh", "-c", command, sys.executable, "-c", PROGRAM, "check", "loud:Registry", "--json"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(SHIM)},
    )
    assert done.returncode == (2 if "1" in closed else 1)
    assert done.stdout == "" or json.loads(done.stdout)["exit_code"] == 1


def test_a_module_named_like_one_of_python_can_be_a_target(document: Document, write: Write) -> None:
    write("token.py", REGISTRY)
    by_name, by_file = document("check", "token:Registry", "token.py:Registry", code=2)["results"]
    assert by_name["error"].startswith("module 'token' has no attribute 'Registry': it is ")
    assert by_name["help"] == "name the file if you mean it: token.py:Registry"
    assert by_file["status"] == "ok"


def test_a_fault_of_the_command_line_is_never_taken_for_a_verdict(write: Write, program: Program) -> None:
    write("fine.py", REGISTRY)
    done = program("check", "fine:Registry", before="from latency_shim.cli import _process; _process.marshal = None\n")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.endswith("this is a fault of latency-shim itself; nothing is known about the targets\n")


@pytest.mark.parametrize("code", ["", "import os; os._exit(0)", "import time; time.sleep(60)"])
def test_a_spawned_child_does_as_a_forked_one(write: Write, program: Program, code: str) -> None:
    write("target.py", f"print('loud')\n{WITHOUT_LIST}\n{code}\n")
    arguments = "check", "target:Registry", "logging:root", "--timeout", "3", "--json"
    forked = program(*arguments)
    spawned = program(*arguments, before="from latency_shim.cli import _process; _process.can_fork = lambda: False\n")
    assert forked.returncode == (2 if code else 1)
    assert (spawned.returncode, spawned.stdout, spawned.stderr) == (forked.returncode, forked.stdout, forked.stderr)


def test_a_pipe_is_not_waited_for(document: Document, write: Write, tmp_path: Path) -> None:
    del write
    os.mkfifo(tmp_path / "pipe.toml")
    os.mkfifo(tmp_path / "pipe.py")
    report = document("check", "pipe.toml", "pipe.py:x", code=2)
    assert [one["error"] for one in report["results"]] == ["is not a regular file"] * 2


def test_a_file_that_takes_too_long_is_given_up(document: Document, write: Write) -> None:
    write("slow.toml", f"{'a.' * 100_000}a = 1\n")
    write("good.json", json.dumps(MANIFEST))
    slow, good = document("check", "slow.toml", "good.json", "--timeout", "1", code=2)["results"]
    assert slow["status"] == "error"
    assert good["status"] == "ok"


def test_a_process_with_a_thread_that_python_does_not_count_is_not_forked() -> None:
    lock = _thread.allocate_lock()
    with lock:
        _thread.start_new_thread(lock.acquire, ())
        assert not _process.can_fork()
