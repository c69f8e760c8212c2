"""What the kit does for whoever subclasses a suite, beyond the tests of the suites."""

import inspect
import json
import re
import subprocess
import sys
from fnmatch import fnmatch
from importlib.util import find_spec
from typing import Any

import pytest

import documents
import latency_shim
from latency_shim import testing
from latency_shim.testing import FacetRegistryContract
from mutants import QUIET

READABLE = *QUIET, "-k", "not in_any_history"
SORTED = *QUIET, "-k", "not in_any_history or is_listed_in_any_history"
HEAD = """
import asyncio
import functools
from collections.abc import AsyncIterator, Sequence
from typing import Protocol

import pytest

from latency_shim.testing import Contract, FacetRegistryContract
from latency_shim.memory import MemoryRegistry


class RegistrySuite(FacetRegistryContract):
    histories = 3  # what they find is tested elsewhere

    @pytest.fixture
    def registry(self):
        return MemoryRegistry()


class Greeter(Protocol):
    async def greet(self, name: str, /) -> str: ...
    def names(self) -> Sequence[str]: ...
    def many(self) -> AsyncIterator[str]: ...

class GreeterContract(Contract):
    interface = Greeter
    fixture = "greeter"
    abilities = {"memory": "remembers names"}

    def test_greeting(self, it):
        assert self.run(it.greet("ada")).endswith("ada")

    def test_names(self, it):
        self.need("memory")
        assert list(it.names()) == []

    def test_many(self, it):
        async def all_of_them():
            return [name async for name in it.many()]
        self.run(all_of_them())

class Good:
    async def greet(self, name): return f"hello {name}"
    def names(self): return []
    async def many(self):
        yield "ada"

"""


@pytest.fixture
def mine(pytester: pytest.Pytester) -> pytest.Pytester:
    """Return a folder without any file of the project."""
    return pytester


def run(mine: pytest.Pytester, program: str, *options: str, apart: bool = False) -> pytest.RunResult:
    """Run a user's test file, in this process or apart from it; by default without the tests of histories."""
    mine.path.joinpath("test_mine.py").write_text(HEAD + program, encoding="utf-8")
    mine.syspathinsert()
    runpytest = mine.runpytest_subprocess if apart else mine.runpytest_inprocess
    return runpytest(*(options or READABLE))


def counts(result: pytest.RunResult) -> dict[str, int]:
    return {what: count for what, count in result.parseoutcomes().items() if not what.startswith("warning")}


def test_a_correct_implementation_is_green(mine: pytest.Pytester) -> None:
    found = counts(run(mine, "class TestMine(RegistrySuite): ...", *QUIET, "--strict-markers", "-Werror"))
    assert set(found) == {"passed"}
    assert found["passed"] > 20


def test_a_suite_that_is_imported_is_not_collected(mine: pytest.Pytester) -> None:
    assert counts(run(mine, "def test_nothing(): ...")) == {"passed": 1}


def test_the_structural_check_comes_first_and_lists_everything(mine: pytest.Pytester) -> None:
    program = """
class Broken(MemoryRegistry):
    has = None
    async def unregister(self, facet, qualifier): ...

class TestMine(FacetRegistryContract):
    @pytest.fixture
    def registry(self):
        return Broken()
"""
    result = run(mine, program, *QUIET, "-x")
    result.stdout.fnmatch_lines(
        [
            "*TestMine.test_it_conforms_to_the_interface*",
            "*has: must be a method, not None*",
            "*unregister: * [[]parameter-required[]]",
            "*unregister: must not be async*",
        ]
    )
    assert counts(result) == {"failed": 1}


def test_a_missing_fixture_is_named_with_what_to_write(mine: pytest.Pytester) -> None:
    result = run(mine, "class TestMine(FacetRegistryContract): ...")
    result.stdout.fnmatch_lines(
        [
            "TestMine has no fixture `registry`, which gives an empty registry*",
            "*@pytest.fixture",
            "*def registry(self):",
        ]
    )
    assert "passed" not in counts(result)


@pytest.mark.parametrize(
    "body",
    [
        "def test_facets_are_apart(self): ...",
        "test_facets_are_apart = None",
        "interface = FacetRegistryContract.interface\n    def test_facets_are_apart(self): ...",
        "@functools.wraps(RegistrySuite.test_facets_are_apart)\n    def test_facets_are_apart(self, it): ...",
    ],
)
def test_replacing_a_contract_test_is_refused(mine: pytest.Pytester, body: str) -> None:
    result = run(mine, f"class TestMine(RegistrySuite):\n    {body}")
    result.stdout.fnmatch_lines(["*TestMine replaces test_facets_are_apart of its suite*`expected_failures`*"])
    assert counts(result) == {"errors": 1}


def test_replacing_a_contract_test_by_a_mixin_is_refused(mine: pytest.Pytester) -> None:
    program = """
class Mixin:
    def test_facets_are_apart(self): ...

class TestMine(Mixin, RegistrySuite): ...
"""
    run(mine, program).stdout.fnmatch_lines(["*TestMine replaces test_facets_are_apart of its suite*"])


def test_two_suites_in_one_class_are_refused(mine: pytest.Pytester) -> None:
    result = run(mine, "class TestMine(GreeterContract, RegistrySuite): ...")
    result.stdout.fnmatch_lines(["*TestMine has more than one suite: GreeterContract, FacetRegistryContract*"])


def test_a_contract_test_that_is_gone_fails_the_first_test(mine: pytest.Pytester) -> None:
    program = """
class TestMine(RegistrySuite): ...

del FacetRegistryContract.test_facets_are_apart
"""
    result = run(mine, program, apart=True)  # it would be gone here too
    result.stdout.fnmatch_lines(["TestMine has lost tests of its suite: test_facets_are_apart"])
    assert counts(result)["failed"] == 1


def test_a_test_of_ones_own_can_be_added(mine: pytest.Pytester) -> None:
    program = """
class TestMine(RegistrySuite):
    def test_of_my_own(self, it):
        assert it.resolve("Cache") is None
"""
    assert counts(run(mine, program, *QUIET, "-k", "test_of_my_own or test_facets_are_apart"))["passed"] == 2


GAP = """
class Sorted(MemoryRegistry):
    def list(self, facet):
        return sorted(super().list(facet), key=lambda entry: str(entry.qualifier))

class TestMine(RegistrySuite):
    expected_failures = {EXPECTED}

    @pytest.fixture
    def registry(self):
        return Sorted()
"""


SORTS = "'test_list_is_in_the_order_of_registration': 'it sorts', 'test_what_is_listed_in_any_history': 'it sorts'"


def test_a_known_gap_is_an_expected_failure(mine: pytest.Pytester) -> None:
    program = GAP.replace("EXPECTED", SORTS.replace("it sorts", "it sorts, see issue 7"))
    result = run(mine, program, *SORTED, "-rx")
    result.stdout.fnmatch_lines(["XFAIL *test_list_is_in_the_order_of_registration - it sorts, see issue 7"])
    assert counts(result)["xfailed"] == 2
    assert "failed" not in counts(result)


def test_a_gap_that_is_closed_fails(mine: pytest.Pytester) -> None:
    program = GAP.replace("EXPECTED", "'test_facets_are_apart': 'they were not'")
    result = run(mine, program, *QUIET, "-k", "test_facets_are_apart")
    result.stdout.fnmatch_lines(["*XPASS(strict)*they were not*"])
    assert counts(result)["failed"] == 1


def test_a_known_gap_is_one_of_that_implementation_alone(mine: pytest.Pytester) -> None:
    program = GAP.replace("EXPECTED", SORTS)
    found = counts(run(mine, program + "\nclass TestOther(RegistrySuite): ...", *SORTED))
    assert (found["xfailed"], found.get("failed")) == (2, None)


def test_a_known_gap_that_a_subclass_has_closed_is_tested_there(mine: pytest.Pytester) -> None:
    program = GAP.replace("EXPECTED", SORTS)
    program += """
class TestMended(TestMine):
    expected_failures = {}

    @pytest.fixture
    def registry(self):
        return MemoryRegistry()
"""
    found = counts(run(mine, program, *SORTED))
    assert (found["xfailed"], found.get("failed")) == (2, None)


@pytest.mark.parametrize(
    ("attribute", "message"),
    [
        ("expected_failures = {'test_facets_are_part': 'x'}", "*did you mean 'test_facets_are_apart'?"),
        ("expected_failures = {'test_facets_are_apart': ' '}", "*is empty: expected the reason"),
        (
            "lacks = {'speed': 'x'}",
            "*TestMine.lacks has 'speed', which its suite does not have; there are: ties, replacement",
        ),
    ],
)
def test_what_a_declaration_names_must_be_there_and_have_a_reason(
    mine: pytest.Pytester, attribute: str, message: str
) -> None:
    result = run(mine, f"class TestMine(RegistrySuite):\n    {attribute}")
    result.stdout.fnmatch_lines([message])
    assert counts(result) == {"errors": 1}


def own(implementation: str, suite: str = "") -> str:
    """Make a test file with a suite of one's own."""
    return f"""
class Mine(Good):
    {implementation}

class TestMine(GreeterContract):
    {suite or "..."}

    @pytest.fixture
    def greeter(self):
        return Mine()
"""


def test_a_suite_can_be_made_for_an_interface_of_ones_own(mine: pytest.Pytester) -> None:
    assert counts(run(mine, own("..."))) == {"passed": 4}


def test_an_ability_that_is_lacking_is_counted_and_shown(mine: pytest.Pytester) -> None:
    result = run(mine, own("...", 'lacks = {"memory": "it forgets"}'))
    assert counts(result) == {"passed": 3, "skipped": 1}
    result.stdout.fnmatch_lines(
        ["*contract: 1 promise not checked*", "*TestMine::test_names: lacks 'memory': it forgets"]
    )


@pytest.mark.parametrize(
    ("implementation", "message"),
    [
        ("def names(self): return ('ada', 7)", "*what Greeter.names() gives is not Sequence[[]str[]]:"),
        ("async def greet(self, name): return 7", "*what Greeter.greet() gives when awaited is not str:"),
        ("async def many(self):\n        yield 7", "*an item of what Greeter.many() gives is not str:"),
        ("def greet(self, name): return name", "*what Greeter.greet() gives when awaited: it cannot be awaited*"),
    ],
)
def test_a_value_of_another_type_is_found_where_it_crosses(
    mine: pytest.Pytester, implementation: str, message: str
) -> None:
    run(mine, own(implementation)).stdout.fnmatch_lines([message])


def test_what_does_not_end_fails_after_the_suites_patience(mine: pytest.Pytester) -> None:
    program = own("async def greet(self, name): await asyncio.sleep(60)", "patience = 0.05")
    result = run(mine, program, *QUIET, "-k", "test_greeting")
    result.stdout.fnmatch_lines(["*this is not done after 0.05 s, the suite's `patience`"])


def test_a_timeout_of_the_implementation_is_its_own(mine: pytest.Pytester) -> None:
    program = own("async def greet(self, name): raise TimeoutError('mine')")
    run(mine, program, *QUIET, "-k", "test_greeting").stdout.fnmatch_lines(["*TimeoutError: mine"])


def test_coroutines_run_where_one_method_says(mine: pytest.Pytester) -> None:
    program = own("...", "def run(self, awaitable): return asyncio.run(awaitable)")
    result = run(mine, program, *QUIET, "-k", "test_greeting or test_names")
    assert counts(result)["passed"] == 2


def test_failing_assertions_explain_themselves(mine: pytest.Pytester) -> None:
    program = GAP.replace("EXPECTED", "")
    run(mine, program).stdout.fnmatch_lines(["E *assert [[]'a', 'b', 'c'] == [[]'b', 'c', 'a']"])


@pytest.mark.parametrize(
    ("name", "option"),
    [
        ("xdist", "-n2"),
        ("pytest_randomly", "--randomly-seed=7"),
        ("pytest_asyncio", "--asyncio-mode=auto"),
    ],
)
def test_it_works_beside_a_plugin(mine: pytest.Pytester, name: str, option: str) -> None:
    if find_spec(name) is None:
        pytest.skip(f"{name} is not installed")
    program = own("...") + "\nclass TestRegistry(RegistrySuite): ..."
    alone = counts(run(mine, program))
    options = *READABLE[-2:], "-pno:cacheprovider", "--strict-markers", option
    beside = counts(run(mine, program, *options, apart=True))
    assert beside["passed"] == alone["passed"]
    assert set(beside) <= set(alone)


def test_it_prints_what_a_suite_tests_and_what_it_cannot(mine: pytest.Pytester) -> None:
    done = mine.run(sys.executable, "-m", "latency_shim.testing", "FacetRegistryContract")
    assert done.ret == 0
    done.stdout.fnmatch_lines(
        [
            "FacetRegistryContract, * tests; promises without a test: 1",
            "  needs the fixture `registry`: an empty registry of yours, a new one for each test",
            "  test_list_is_in_the_order_of_registration",
            "      In the order of registration",
            "  not tested, since *",
            "      Without input or output",
        ]
    )


def test_a_suite_that_there_is_not_is_told_with_those_that_there_are(mine: pytest.Pytester) -> None:
    done = mine.run(sys.executable, "-m", "latency_shim.testing", "Registry")
    assert done.ret == 2
    done.stderr.fnmatch_lines(["*no suite Registry; there are: BinderContract, *"])


# Fixtures


@pytest.mark.parametrize(
    "body",
    [
        "    @pytest.fixture(params=['a', 'b'])\n    def registry(self, request): return MemoryRegistry()",
        (
            "    @pytest.fixture(params=['a', 'b'])\n    def back_end(self, request): return request.param\n"
            "    @pytest.fixture\n    def registry(self, back_end): return MemoryRegistry()"
        ),
    ],
    ids=["the fixture itself", "one that it takes"],
)
def test_a_parametrised_fixture_runs_each_test_for_each_back_end(mine: pytest.Pytester, body: str) -> None:
    once = counts(run(mine, "class TestMine(RegistrySuite): ..."))["passed"]
    assert counts(run(mine, f"class TestMine(RegistrySuite):\n{body}"))["passed"] == 2 * once


def test_the_class_can_be_parametrised(mine: pytest.Pytester) -> None:
    program = """
@pytest.mark.parametrize("greeter", [Good(), Good()])
class TestDirectly(GreeterContract): ...

@pytest.mark.parametrize("greeter", [Good, Good], indirect=True)
class TestIndirectly(GreeterContract):
    @pytest.fixture
    def greeter(self, request):
        return request.param()
"""
    assert counts(run(mine, program)) == {"passed": 16}


def test_a_fixture_of_the_module_is_found(mine: pytest.Pytester) -> None:
    program = """
@pytest.fixture(params=["a", "b"])
def greeter(request): return Good()

class TestMine(GreeterContract): ...
"""
    assert counts(run(mine, program)) == {"passed": 8}


def test_a_fixture_of_a_conftest_is_found_even_for_what_the_kit_has_itself(mine: pytest.Pytester) -> None:
    mine.makeconftest("""
        import pytest
        from latency_shim.memory import MemoryBinder, MemoryRegistry

        class Registry(MemoryRegistry): ...

        @pytest.fixture(params=["a", "b"])
        def binder(request): return MemoryBinder()

        @pytest.fixture
        def registry(): return Registry()
    """)
    program = """
from latency_shim.testing import BinderContract

class TestMine(BinderContract):
    def test_of_my_own(self, registry):
        assert type(registry).__name__ == "Registry"
"""
    result = run(mine, program, *QUIET, "-k", "test_of_my_own or test_a_plugin_with_an_error_has_no_context")
    assert counts(result)["passed"] == 3


WRONG = {
    "decorator forgotten": (
        "class TestMine(GreeterContract):\n    def greeter(self): return Good()",
        "TestMine.greeter is not a fixture. Write @pytest.fixture above its `def`",
    ),
    "decorator forgotten in the module": (
        "def greeter(): return Good()\nclass TestMine(GreeterContract): ...",
        "test_mine.greeter is not a fixture. Write @pytest.fixture above its `def`",
    ),
    "async": (
        "class TestMine(GreeterContract):\n    @pytest.fixture\n    async def greeter(self): return Good()",
        "the fixture `greeter` is async, and no plugin of pytest runs it. Make it a plain `def`*`self.run(…)`*",
    ),
    "async generator": (
        "class TestMine(GreeterContract):\n    @pytest.fixture\n    async def greeter(self): yield Good()",
        "the fixture `greeter` is async, and no plugin of pytest runs it.*",
    ),
    "coroutine": (
        (
            "async def make(): ...\n"
            "class TestMine(GreeterContract):\n    @pytest.fixture\n    def greeter(self): return make()"
        ),
        "the fixture `greeter` is async, and no plugin of pytest runs it.*`self.run(…)`*",
    ),
    "session-scoped": (
        "@pytest.fixture(scope='session')\ndef greeter(): return Good()\nclass TestMine(GreeterContract): ...",
        "the fixture `greeter` is session-scoped, but each test needs an object of its own.*",
    ),
    "class-scoped": (
        "@pytest.fixture(scope='class')\ndef greeter(): return Good()\nclass TestMine(GreeterContract): ...",
        "the fixture `greeter` is class-scoped, but each test needs an object of its own.*",
    ),
    "class": (
        "class TestMine(GreeterContract):\n    @pytest.fixture\n    def greeter(self): return Good",
        "the fixture `greeter` returns the class Good. Return Good()",
    ),
    "None": (
        "class TestMine(GreeterContract):\n    @pytest.fixture\n    def greeter(self): Good()",
        "the fixture `greeter` returns None. Does it return what it makes?",
    ),
    "another fixture is missing": (
        "class TestMine(GreeterContract):\n    @pytest.fixture\n    def greeter(self, server): return Good()",
        "E       fixture 'server' not found",
    ),
    "lacks as a set": (
        "class TestMine(GreeterContract):\n    lacks = {'memory'}",
        "*TestMine.lacks is a set; make it a dict from names to reasons",
    ),
    "a TestCase": (
        "import unittest\nclass TestMine(GreeterContract, unittest.TestCase): ...",
        "*TestMine is a unittest.TestCase, in which pytest passes no fixtures to tests. Subclass the suite alone",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_set_up_is_told_in_one_message(mine: pytest.Pytester, name: str) -> None:
    program, message = WRONG[name]
    result = run(mine, program, *QUIET, "-Werror", "-rN")
    result.stdout.fnmatch_lines([message.replace("[", "[[]")])
    assert "passed" not in counts(result)
    told = message.partition(". ")[2].partition("*")[0]
    assert not told or result.stdout.str().count(told) == 1


def test_a_fixture_that_is_not_needed_without_an_ability_may_be_missing(mine: pytest.Pytester) -> None:
    program = """
class NamedContract(GreeterContract):
    interface = Greeter
    needs = {"name": "a name that is known"}
    needed_for = {"name": "memory"}

    def test_name(self, it, name): ...

class TestMine(NamedContract):
    lacks = {"memory": "it forgets"}

    @pytest.fixture
    def greeter(self): return Good()
"""
    result = run(mine, program, *QUIET, "-k", "test_name", "-rs")
    result.stdout.fnmatch_lines(["*TestMine::test_name: lacks 'memory': it forgets"])
    assert counts(result)["skipped"] == 2


def test_a_class_that_another_test_has_broken_fails_the_structural_test(mine: pytest.Pytester) -> None:
    program = """
class TestFirst(GreeterContract):
    @pytest.fixture
    def greeter(self): return Good()

class TestSecond(GreeterContract):
    @pytest.fixture
    def greeter(self, monkeypatch):
        monkeypatch.setattr(Good, "names", lambda self, wanted: [])
        return Good()
"""
    result = run(mine, program, *QUIET, "-k", "conforms", "-rf")
    result.stdout.fnmatch_lines(["FAILED *TestSecond::test_it_conforms_to_the_interface*"])
    assert counts(result)["passed"] == 1


# Bounds

HOSTILE = """
import os, sys, threading, time, unittest
from latency_shim.testing import _patience

class Patient(GreeterContract):
    interface = Greeter

def forever():
    while True: pass

def case(name, hangs=False, **members):
    kind = type(name, (Good,), members)
    @pytest.fixture
    def greeter(self): return kind()
    members = {"greeter": greeter, "patience": 0.5 if hangs else 60, "__module__": __name__}
    globals()[f"Test{name}"] = type(f"Test{name}", (Patient,), members)

def names(call):
    return {"names": lambda self: call() or []}

def greet(call):
    async def greet(self, name): return await call() or name
    return {"greet": greet}

def fails(error):
    def call(): raise error
    return call

def sleeps_in_finally():
    try: time.sleep(60)
    finally: time.sleep(60)

async def stubborn():
    while True:
        try: await asyncio.sleep(60)
        except BaseException: pass

async def loops(): forever()

async def leaks(task):
    global leaked
    leaked = asyncio.ensure_future(task())
    await asyncio.sleep(0)

async def is_held_up():
    await leaks(loops)
    await asyncio.sleep(60)

async def leaks_a_call(): await asyncio.wait([asyncio.ensure_future(asyncio.to_thread(time.sleep, 60))], timeout=0)
async def stops(): asyncio.get_running_loop().stop(); await asyncio.sleep(0)
async def exits(): sys.exit(0)

class Prints:
    def __repr__(self): forever()

async def endless(self):
    while True: yield "ada"

case("Loops", hangs=True, **names(forever))
case("Sleeps", hangs=True, **names(lambda: time.sleep(60)))
case("SleepsInFinally", hangs=True, **names(sleeps_in_finally))
case("Stubborn", hangs=True, **greet(stubborn))
case("LoopsAsync", hangs=True, **greet(loops))
case("IsHeldUp", hangs=True, **greet(is_held_up))
case("Endless", hangs=True, many=endless)
case("LeaksATask", hangs=True, **greet(lambda: leaks(stubborn)))
case("LeaksACall", hangs=True, **greet(leaks_a_call))
case("LeaksAThread", hangs=True, **names(threading.Thread(target=time.sleep, args=(60,), name="pump").start))
case("StopsTheLoop", hangs=True, **greet(stops))
case("Exits", **names(sys.exit))
case("ExitsAsync", **greet(exits))
case("Skips", **names(lambda: pytest.skip("no")))
case("Xfails", **names(lambda: pytest.xfail("no")))
case("SkipsAsUnittest", **names(fails(unittest.SkipTest("no"))))
case("EndsPytest", **names(lambda: pytest.exit("no")))
case("RaisesKeyboardInterrupt", **names(fails(KeyboardInterrupt())))
case("RaisesBaseException", **names(fails(BaseException("no"))))
case("RaisesCancelledError", **names(fails(asyncio.CancelledError())))
case("ChangesDirectory", **names(lambda: os.chdir(os.sep)))
case("ReturnsMuch", **names(lambda: list(range(1000))))
case("ReturnsLongText", **names(lambda: ["x" * 10_000_000]))
case("ReprLoops", hangs=True, __repr__=lambda self: forever(), **names(lambda: [Prints()]))
case("WritesMuch", **names(lambda: print("x" * 10_000_000) or [1]))
case("ConstructorLoops", hangs=True, __init__=lambda self: forever())
case("ConstructorExits", __init__=lambda self: sys.exit(0))
case("Right")
"""
NOT_DONE = "is not done after 0.5 s, the suite's `patience`"
BOUNDED = {
    "Loops": f"this {NOT_DONE}: at test_mine.py:*, in `forever`",
    "Sleeps": f"this {NOT_DONE}: at test_mine.py:*, in `<lambda>`",
    "SleepsInFinally": f"this {NOT_DONE}: at test_mine.py:*, in `sleeps_in_finally`",
    "Stubborn": f"*this {NOT_DONE}, and goes on though it was cancelled",
    "LoopsAsync": f"this {NOT_DONE}: at test_mine.py:*, in `forever`",
    "IsHeldUp": f"this {NOT_DONE}: at test_mine.py:*, in `forever`",
    "Endless": f"this {NOT_DONE}: at *",
    "LeaksATask": "this goes on after the test: the task stubborn, though it was cancelled",
    "LeaksACall": "this goes on after the test: a call in a thread of the loop, as by asyncio.to_thread",
    "LeaksAThread": "this goes on after the test: the thread pump, which is not a daemon thread",
    "StopsTheLoop": "*the implementation stopped the event loop of the test",
    "Exits": "the implementation raises SystemExit, at test_mine.py:*, in `<lambda>`",
    "ExitsAsync": "the implementation raises SystemExit: 0, at test_mine.py:*, in `exits`",
    "Skips": "the implementation raises Skipped: no, at test_mine.py:*, in `<lambda>`",
    "Xfails": "the implementation raises XFailed: no, at test_mine.py:*, in `<lambda>`",
    "SkipsAsUnittest": "the implementation raises SkipTest: no, at test_mine.py:*, in `call`",
    "EndsPytest": "the implementation raises Exit: no, at test_mine.py:*, in `<lambda>`",
    "RaisesKeyboardInterrupt": "the implementation raises KeyboardInterrupt, at test_mine.py:*, in `call`",
    "RaisesBaseException": "the implementation raises BaseException: no, at test_mine.py:*, in `call`",
    "RaisesCancelledError": "the implementation raises CancelledError, at test_mine.py:*, in `call`",
    "ChangesDirectory": "the implementation changes the working directory, to *",
    "ReturnsMuch": "*… and 98? more lines",
    "ReturnsLongText": "*assert * == []*",
    "ReprLoops": "*must be str, not a Prints*",
    "WritesMuch": "*must be str, not 1*",
    "ConstructorLoops": f"the fixture `greeter` {NOT_DONE}: at test_mine.py:*, in `forever`",
    "ConstructorExits": "the implementation raises SystemExit: 0, at test_mine.py:*, in `<lambda>`",
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what pytest prints of implementations that do harm."""
    folder = tmp_path_factory.mktemp("hostile")
    folder.joinpath("test_mine.py").write_text(HEAD + HOSTILE, encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "pytest", "-q", "-rA", *QUIET, "test_mine.py"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("name", BOUNDED)
def test_whatever_an_implementation_does_ends_in_one_short_failure(hostile: str, name: str) -> None:
    blocks = re.split(r"\n_{3,} (.*) _{3,}\n", hostile.partition("short test summary")[0])
    told = {title: text for title, text in zip(blocks[1::2], blocks[2::2], strict=True) if f"Test{name}." in title}
    at_fault = {title: text for title, text in told.items() if not title.startswith("ERROR at setup")}
    assert len(at_fault) == 1 or len(told) == 4  # each test of one that cannot be made
    for text in told.values():
        assert [line for line in text.splitlines() if fnmatch(line, BOUNDED[name].replace("[", "[[]"))], text
        assert len(text) < 5000


def test_what_an_implementation_does_harms_no_other_test(hostile: str) -> None:
    passed = re.findall(r"(?m)^PASSED test_mine.py::Test(\w+)::", hostile)
    assert passed.count("Right") == 4
    for name in BOUNDED:
        expected = 0 if name.startswith("Constructor") else 4 if name.startswith("Leaks") else 3
        assert (name, passed.count(name)) == (name, expected)


def test_an_event_loop_that_is_closed_fails_the_test_that_closes_it(mine: pytest.Pytester) -> None:
    program = """
class Mine(Good):
    async def greet(self, name):
        self.loop = asyncio.get_running_loop()
        return name
    def names(self):
        self.loop.close()
        return []

class BothContract(GreeterContract):
    interface = Greeter
    def test_both(self, it):
        self.run(it.greet("ada"))
        it.names()
        self.run(it.greet("ada"))

class TestMine(BothContract):
    @pytest.fixture
    def greeter(self): return Mine()
"""
    result = run(mine, program, *QUIET, "-k", "both or many", "-Werror")
    result.stdout.fnmatch_lines(["*AssertionError: the implementation closed the event loop of the test"])
    assert {**counts(result), "deselected": 0} == {"failed": 1, "passed": 1, "deselected": 0}


def test_what_catches_every_interruption_ends_the_process_with_a_message(mine: pytest.Pytester) -> None:
    program = """
import time
from latency_shim.testing import _patience

_patience.LAST = 0.5

class Mine(Good):
    def names(self):
        while True:
            try: time.sleep(60)
            except BaseException: pass

class TestMine(GreeterContract):
    interface = Greeter
    patience = 0.2

    @pytest.fixture
    def greeter(self): return Mine()
"""
    result = run(mine, program, *QUIET, apart=True)
    assert result.ret == 1
    result.stderr.fnmatch_lines(["*TestMine::test_names is not done*test_mine.py:*, in `names`, and cannot be*"])


def test_an_implementation_is_interrupted_on_another_thread_too(mine: pytest.Pytester) -> None:
    program = """
import threading

class Mine(Good):
    def names(self):
        while True: pass

class TestMine(GreeterContract):
    interface = Greeter
    patience = 0.2

    @pytest.fixture
    def greeter(self): return Mine()
"""
    mine.path.joinpath("test_mine.py").write_text(HEAD + program, encoding="utf-8")
    mine.path.joinpath("runs.py").write_text(
        "import sys, threading, pytest\n"
        "thread = threading.Thread(target=lambda: pytest.main(sys.argv[1:]))\nthread.start()\nthread.join()\n",
        encoding="utf-8",
    )
    done = mine.run(sys.executable, "runs.py", *QUIET)
    done.stdout.fnmatch_lines(["this is not done after 0.2 s, the suite's `patience`: at test_mine.py:*, in `names`"])
    assert counts(done) == {"passed": 3, "failed": 1}


def test_an_interrupt_of_the_implementation_is_its_own_even_if_the_signal_is_ignored(mine: pytest.Pytester) -> None:
    program = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n" + own(
        "def names(self): raise KeyboardInterrupt"
    )
    assert counts(run(mine, program, apart=True)) == {"passed": 3, "failed": 1}


def test_interrupting_the_tests_still_ends_them(mine: pytest.Pytester) -> None:
    program = own("def names(self):\n        import signal\n        signal.raise_signal(signal.SIGINT)")
    assert run(mine, program, apart=True).ret == pytest.ExitCode.INTERRUPTED


def test_a_thread_that_ends_soon_is_no_fault(mine: pytest.Pytester) -> None:
    program = own(
        "def names(self):\n"
        "        import threading\n        threading.Timer(0.05, lambda: None).start()\n        return []"
    )
    assert counts(run(mine, program)) == {"passed": 4}


@pytest.mark.parametrize("name", [name for name in dir(testing) if name.endswith("Contract") and name != "Contract"])
def test_what_the_tests_of_a_suite_take_is_there_or_among_what_the_suite_needs(name: str) -> None:
    suite = getattr(testing, name)
    taken = {
        argument
        for test in suite.contract_tests.values()
        for argument in inspect.signature(test).parameters
        if not any(argument in mark.args[0] for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize")
    }
    assert {one for one in taken - {"self", "request"} if one not in suite.needs and not hasattr(suite, one)} == set()
    assert {one for one in suite.needs if hasattr(suite, one)} == set(), "these would hide fixtures of a conftest.py"
    assert set(suite.needed_for) <= set(suite.needs)
    assert set(suite.needed_for.values()) <= set(suite.abilities)


# The report


REPORT = "-platency_shim.testing.report", "--latency-report=report.json"
UNDER_XDIST = *(option for option in QUIET if option != "-pno:xdist"), "-n2"


def written(mine: pytest.Pytester, program: str, *options: str) -> dict[str, Any]:
    """Run tests with a report, and return it."""
    run(mine, program, *(options or QUIET), *REPORT)
    return reported(mine)


def reported(mine: pytest.Pytester) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(mine.path.joinpath("report.json").read_text(encoding="utf-8"))
    return report


REPORTED = """
class Mine(Good):
    def names(self): return [7]

class TestMine(GreeterContract):
    expected_failures = {"test_greeting": "it is rude"}
    lacks = {"memory": "it forgets"}

    @pytest.fixture(params=["a", "b"])
    def greeter(self, request):
        rude = Good()
        if request.param == "a":
            rude.greet = None
        return rude

class TestOther(GreeterContract):
    @pytest.fixture
    def greeter(self): return Mine()
"""


@pytest.mark.parametrize("options", [QUIET, UNDER_XDIST], ids=["alone", "xdist"])
def test_a_report_tells_what_became_of_each_promise(mine: pytest.Pytester, options: tuple[str, ...]) -> None:
    result = run(mine, REPORTED, *options, *REPORT, apart=options is UNDER_XDIST)
    result.stdout.fnmatch_lines(["*contract: 2 promises not checked*", "*TestMine::test_names[[]?]: lacks 'memory': *"])
    report = reported(mine)
    found = {
        (suite["class"], suite["variant"].get("greeter")): {
            one["test"].removeprefix("test_"): one["outcome"] for one in suite["promises"]
        }
        for suite in report["suites"]
    }
    conforms = "it_conforms_to_the_interface"
    assert found == {
        ("test_mine.py::TestMine", "a"): {
            conforms: "broken", "greeting": "expected-failure", "names": "lacking", "many": "kept",
        },
        ("test_mine.py::TestMine", "b"): {
            conforms: "kept", "greeting": "unexpectedly-kept", "names": "lacking", "many": "kept",
        },
        ("test_mine.py::TestOther", None): {
            conforms: "kept", "greeting": "kept", "names": "broken", "many": "kept",
        },
    }  # fmt: skip
    assert [suite["conforms"] for suite in report["suites"]] == [False, False, False]
    assert report["exit_status"] == 1


def test_a_report_says_what_was_tested_with_what(mine: pytest.Pytester) -> None:
    report = written(mine, "class TestMine(RegistrySuite): ...")
    assert (report["schema"], report["contract"]) == (1, latency_shim.CONTRACT)
    assert report["versions"]["pytest"] == pytest.__version__
    [suite] = report["suites"]
    assert (suite["suite"], suite["interface"], suite["implementation"], suite["conforms"]) == (
        "FacetRegistryContract",
        "latency_shim.runtime.registry.FacetRegistry",
        "latency_shim.memory.registry.MemoryRegistry",
        True,
    )
    assert suite["untested"] == dict(FacetRegistryContract.untested)
    assert suite["counts"]["kept"] == len(suite["promises"]) == len(FacetRegistryContract.contract_tests)


def test_what_was_not_run_is_told_as_such(mine: pytest.Pytester) -> None:
    [suite] = written(mine, own("..."), *QUIET, "-k", "test_greeting")["suites"]
    assert suite["counts"] == {**dict.fromkeys(suite["counts"], 0), "kept": 1, "not-run": 3}
    assert suite["conforms"] is False


def test_parameters_of_a_contract_test_are_no_variants(mine: pytest.Pytester) -> None:
    program = """
from latency_shim.memory import MemoryStateStore
from latency_shim.testing import StateStoreContract

class TestMine(StateStoreContract):
    @pytest.fixture
    def store(self): return MemoryStateStore()
"""
    [suite] = written(mine, program)["suites"]
    assert suite["variant"] == {}


def test_a_report_into_a_folder_that_there_is_not_is_refused_at_once(mine: pytest.Pytester) -> None:
    done = run(mine, own("..."), *QUIET, REPORT[0], "--latency-report=no/report.json")
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["ERROR: --latency-report: there is no folder *no"])


def test_what_the_docs_say_of_the_report_is_all_of_it(mine: pytest.Pytester) -> None:
    report = written(mine, own("..."))
    page = documents.ROOT.joinpath("docs", "testing.md").read_text(encoding="utf-8")
    [section] = re.findall(r"(?ms)^## The conformance report$(.*?)^## ", page)
    described = set(re.findall(r"(?m)^\| `(\w+)` \|", section))
    suite = report["suites"][0]
    assert described == {*report, *suite, *suite["promises"][0]}
    outcomes = set(re.findall(r"(?m)^- `([\w-]+)`: ", section))
    assert outcomes == set(suite["counts"])


# Cost


def test_a_suite_is_loaded_without_the_others() -> None:
    program = """
import sys
from latency_shim.testing import FacetRegistryContract
print(sorted(name for name in sys.modules if "._suites." in name))
"""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert "registry" in done.stdout
    assert "binder" not in done.stdout
