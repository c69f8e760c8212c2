# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# What reports hold can be of any type.
"""The hooks of pytest by which a fault of one implementation stays a short failure of its own test."""

import atexit
import concurrent.futures.thread
import inspect
import os
import sys
import threading
from collections.abc import Generator
from typing import Any
from unittest import SkipTest

import pytest

from latency_shim.testing import report as reporting
from latency_shim.testing._boundary import implementation
from latency_shim.testing._contract import Contract, Lacking, PassedOver
from latency_shim.testing._patience import guard, raised
from latency_shim.testing._wording import LINES, cut, shown

REPORT = 10.0
"""Seconds, at the least, that the text of a failure may take."""
OUTPUT = 2000
"""Characters of captured output that a report keeps."""
ENDS = (pytest.skip.Exception, pytest.xfail.Exception, pytest.exit.Exception, SkipTest)
"""What an implementation can raise to end its test, or all tests, in another way than by a failure."""
FAILURES = Exception, pytest.fail.Exception

_threads = pytest.StashKey[set[threading.Thread]]()
_told = pytest.StashKey[set[str]]()
_exit_status = [1]
_stubborn: list[threading.Thread] = []


def suite_of(item: object) -> type[Contract] | None:
    """Return the class of an item, if it subclasses a suite."""
    cls = getattr(item, "cls", None)
    return cls if isinstance(cls, type) and issubclass(cls, Contract) else None


def is_contract_test(item: pytest.Item) -> bool:
    """Check whether an item is a test of a suite, and not one that a user added."""
    cls = suite_of(item)
    return cls is not None and getattr(item, "originalname", "") in cls.contract_tests


def pytest_configure(config: pytest.Config) -> None:
    """Register the plugin that sums up, if it is not there."""
    guard.config = config
    if not config.pluginmanager.has_plugin(reporting.__name__):
        config.pluginmanager.register(reporting, reporting.__name__)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, Any, Any]:
    """Tell which fixture is missing."""
    cls = suite_of(item)
    if cls is None:
        return (yield)
    guard.at_work = item.nodeid
    try:
        result = yield
    except pytest.FixtureLookupError as error:
        _tell_missing(item, cls, error)
        raise
    given: dict[str, object] = getattr(item, "funcargs", {})
    if cls.fixture in given and "it" not in given:  # which looks at it first
        test: Contract = item.instance  # type: ignore[attr-defined]
        test.see_that_it_is_one(item, given[cls.fixture])
    return result


def _tell_missing(item: Any, cls: type[Contract], error: pytest.FixtureLookupError) -> None:
    """Fail with what to write, if a fixture is missing that the suite needs."""
    name = error.argname
    if name is not None and name in {cls.fixture, *cls.needs}:
        __tracebackhide__ = True
        test: Contract = getattr(item, "instance", None) or cls()
        test.no_fixture(name)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_fixture_setup(
    fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest
) -> Generator[None, object, object]:
    """Bound what makes objects for a single test."""
    item: Any = request.node
    cls = suite_of(item)
    if cls is None or fixturedef.scope != "function":
        return (yield)
    name = fixturedef.argname
    ended = ""
    try:
        with guard.limit(cls.patience, f"the fixture `{name}`"):
            return (yield)
    except BaseException as error:
        if fixturedef.cached_result is None:  # pytest forgets to do so for some exceptions, and to clean up then
            fixturedef.cached_result = None, None, (error, error.__traceback__)
        if not isinstance(error, (*FAILURES, *ENDS, KeyboardInterrupt)):
            ended = raised(error)
        elif not _is_async(fixturedef.func) or "no plugin or hook" not in str(error):
            raise
    if ended:
        pytest.fail(ended, pytrace=False)
    test: Contract = item.instance
    test.not_awaited(name)


def _is_async(function: object) -> bool:
    return inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function)


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Bound a test, and make a failure of whatever else its implementation does to end it."""
    cls = suite_of(pyfuncitem)
    if cls is None or not is_contract_test(pyfuncitem):
        return (yield)
    pyfuncitem.stash[_threads] = set(threading.enumerate())
    folder = os.getcwd()  # noqa: PTH109
    ended = ""
    result: object = None
    try:
        with guard.limit(cls.patience):
            result = yield
    except KeyboardInterrupt:
        raise  # by whoever runs the tests
    except pytest.FixtureLookupError as error:
        _tell_missing(pyfuncitem, cls, error)
        raise
    except BaseException as error:
        if isinstance(error, PassedOver) or (isinstance(error, FAILURES) and not isinstance(error, ENDS)):
            raise
        ended = raised(error)
    finally:
        moved = _is_elsewhere(folder)
        if moved:
            os.chdir(folder)
    if ended:
        pytest.fail(ended, pytrace=False)
    if moved:
        pytest.fail(f"the implementation changes the working directory, to {shown(moved)}", pytrace=False)
    return result


def _is_elsewhere(folder: str) -> str:
    """Return the working directory, if it is not a certain folder."""
    try:
        now = os.getcwd()  # noqa: PTH109
    except FileNotFoundError:
        return "a folder that is gone"
    return now if now != folder else ""


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, Any, Any]:
    """See that no thread outlives a test that would keep the process from ending."""
    result = yield
    cls = suite_of(item)
    before = item.stash.get(_threads, None)
    if cls is None or before is None:
        return result
    pool: Any = vars(concurrent.futures.thread)["_threads_queues"]  # whose threads end with the process
    for thread in set(threading.enumerate()) - before:
        if thread.daemon or thread in pool or thread is threading.current_thread():
            continue
        thread.join(cls.patience)
        if thread.is_alive():
            _leave_behind(thread)
            pytest.fail(
                f"this goes on after the test: the thread {shown(thread.name, 100)}, which is not a daemon thread",
                pytrace=False,
            )
    return result


def _leave_behind(thread: threading.Thread) -> None:
    """See that a thread does not keep the process from ending."""
    if not _stubborn:
        register: Any = getattr(threading, "_register_atexit", None)  # the only hook that comes before they are joined
        if register is not None:
            register(_end_process)
    _stubborn.append(thread)


def _end_process() -> None:
    """End the process as if all of its threads had ended."""
    if any(thread.is_alive() for thread in _stubborn):
        run_all: Any = vars(atexit)["_run_exitfuncs"]  # public, but for its name
        run_all()
        for stream in sys.stdout, sys.stderr:
            stream.flush()
        os._exit(_exit_status[0])


def pytest_enter_pdb() -> None:
    """Leave the test all the time that somebody needs who looks at it."""
    guard.rest()


def pytest_sessionfinish(exitstatus: int) -> None:
    """Note the exit code."""
    _exit_status[0] = int(exitstatus)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Shorten the report of a test, and add what is written into the conformance report."""
    cls = suite_of(item)
    if cls is None:
        return (yield)
    try:
        with guard.limit(max(cls.patience, REPORT), "the text of this failure, with the `repr` of objects,"):
            found = yield
    except pytest.fail.Exception:
        call.excinfo = pytest.ExceptionInfo.from_current()
        found = pytest.TestReport.from_item_and_call(item, call)
    _shorten(found)
    if is_contract_test(item):
        vars(found)["latency_contract"] = _facts(item, cls, call, found)
    return found


def _shorten(report: pytest.TestReport) -> None:
    """Cut what could be without end."""
    report.sections = [(title, shown(text, OUTPUT)) for title, text in report.sections]
    longrepr: Any = report.longrepr
    if isinstance(longrepr, str):
        report.longrepr = "\n".join(cut(longrepr.splitlines(), 100))
        return
    chain: Any = getattr(longrepr, "chain", None) or [(getattr(longrepr, "reprtraceback", None), None, None)]
    for traceback, *_ in chain:
        for entry in getattr(traceback, "reprentries", ()):
            lines: Any = getattr(entry, "lines", None)
            if isinstance(lines, list):
                code = [str(line) for line in lines if not str(line).startswith("E ")]
                lines[:] = [*cut(code, 100), *cut(lines[len(code) :], 2 * LINES)]
    if (crash := getattr(longrepr, "reprcrash", None)) is not None:
        crash.message = shown(crash.message)


def _facts(item: Any, cls: type[Contract], call: pytest.CallInfo[None], report: pytest.TestReport) -> dict[str, object]:
    """Return what the conformance report has to know of a phase of a test, as JSON can hold it."""
    place = item.getparent(pytest.Class).nodeid
    own = {
        name.strip()
        for mark in getattr(cls.contract_tests[item.originalname], "pytestmark", ())
        if mark.name == "parametrize"
        for name in (mark.args[0].split(",") if isinstance(mark.args[0], str) else mark.args[0])
    }
    callspec: Any = getattr(item, "callspec", None)
    parameters: dict[str, object] = getattr(callspec, "params", {})
    facts: dict[str, object] = {
        "class": place,
        "variant": {
            name: _named(value, name, callspec.indices[name]) for name, value in parameters.items() if name not in own
        },
        "test": item.originalname,
        "outcome": _outcome(call, report),
        "reason": _reason(report),
    }
    watched = getattr(item, "funcargs", {}).get("it")
    if watched is not None:
        kind: type = type(implementation(watched))
        facts["implementation"] = f"{kind.__module__}.{kind.__qualname__}"
    told = item.config.stash.setdefault(_told, set())
    if place not in told:
        told.add(place)
        facts["about"] = _about(cls)
    return facts


def _about(cls: type[Contract]) -> dict[str, object]:
    """Return what is the same for all tests of a class."""
    promises = {name: _promise(test.__doc__ or "") for name, test in cls.contract_tests.items()}
    interface: Any = cls.interface
    return {
        "suite": cls.suite,
        "interface": f"{interface.__module__}.{interface.__qualname__}",
        "lacks": {str(name): str(reason) for name, reason in cls.lacks.items()},
        "expected_failures": {str(name): str(reason) for name, reason in cls.expected_failures.items()},
        "untested": dict(cls.untested),
        "promises": promises,
    }


def _promise(docstring: str) -> str:
    return " ".join(docstring.partition("\n\n")[0].split())


def _named(value: object, name: str, index: int) -> str:
    """Return the name of a parameter, much as pytest has it in the ids of tests."""
    if value is None or isinstance(value, str | int | float | complex):
        return shown(str(value), 100)
    return shown(str(getattr(value, "__name__", f"{name}{index}")), 100)


def _outcome(call: pytest.CallInfo[None], report: pytest.TestReport) -> str:
    """Return what a phase says of the promise."""
    error = None if call.excinfo is None else call.excinfo.value
    if hasattr(report, "wasxfail"):
        return "expected-failure" if report.skipped else "unexpectedly-kept"
    if report.skipped:
        return "lacking" if isinstance(error, Lacking) else "skipped"
    if report.failed:
        return "unexpectedly-kept" if error is None else "error" if report.when == "setup" else "broken"
    return "kept" if report.when == "call" else ""


def _reason(report: pytest.TestReport) -> str:
    """Return why a promise is not kept, on a line."""
    if hasattr(report, "wasxfail"):
        return str(report.wasxfail)
    if report.passed:
        return ""
    longrepr: Any = report.longrepr
    if isinstance(longrepr, tuple):
        return shown(str(longrepr[2]).removeprefix("Skipped: "))
    crash = getattr(longrepr, "reprcrash", None)
    return shown(str(longrepr if crash is None else crash.message).split("\n", 1)[0])
