"""What the kit does for whoever subclasses a suite, beyond the tests of the suites."""

import sys
from importlib.util import find_spec

import pytest

from mutants import QUIET

HEAD = """
import asyncio
import functools
from collections.abc import AsyncIterator, Sequence
from typing import Protocol

import pytest

from latency_shim.testing import Contract, FacetRegistryContract
from latency_shim.memory import MemoryRegistry


class RegistrySuite(FacetRegistryContract):
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
    """Give a folder with nothing of the project in it."""
    return pytester


def run(mine: pytest.Pytester, program: str, *options: str, apart: bool = False) -> pytest.RunResult:
    """Run a user's test file, in this process or apart from it."""
    mine.path.joinpath("test_mine.py").write_text(HEAD + program, encoding="utf-8")
    mine.syspathinsert()
    runpytest = mine.runpytest_subprocess if apart else mine.runpytest_inprocess
    return runpytest(*(options or QUIET))


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

class TestMine(FacetRegistryContract):
    expected_failures = {EXPECTED}

    @pytest.fixture
    def registry(self):
        return Sorted()
"""


def test_a_known_gap_is_an_expected_failure(mine: pytest.Pytester) -> None:
    program = GAP.replace("EXPECTED", "'test_list_is_in_the_order_of_registration': 'it sorts, see issue 7'")
    result = run(mine, program, *QUIET, "-rx")
    result.stdout.fnmatch_lines(["XFAIL *test_list_is_in_the_order_of_registration - it sorts, see issue 7"])
    assert counts(result)["xfailed"] == 1
    assert "failed" not in counts(result)


def test_a_gap_that_is_closed_fails(mine: pytest.Pytester) -> None:
    program = GAP.replace("EXPECTED", "'test_facets_are_apart': 'they were not'")
    result = run(mine, program, *QUIET, "-k", "test_facets_are_apart")
    result.stdout.fnmatch_lines(["*XPASS(strict)*they were not*"])
    assert counts(result)["failed"] == 1


def test_a_known_gap_is_one_of_that_implementation_alone(mine: pytest.Pytester) -> None:
    program = GAP.replace("EXPECTED", "'test_list_is_in_the_order_of_registration': 'it sorts'")
    found = counts(run(mine, program + "\nclass TestOther(RegistrySuite): ..."))
    assert (found["xfailed"], found.get("failed")) == (1, None)


def test_a_known_gap_that_a_subclass_has_closed_is_tested_there(mine: pytest.Pytester) -> None:
    program = GAP.replace("EXPECTED", "'test_list_is_in_the_order_of_registration': 'it sorts'")
    program += """
class TestMended(TestMine):
    expected_failures = {}

    @pytest.fixture
    def registry(self):
        return MemoryRegistry()
"""
    found = counts(run(mine, program))
    assert (found["xfailed"], found.get("failed")) == (1, None)


@pytest.mark.parametrize(
    ("attribute", "message"),
    [
        ("expected_failures = {'test_facets_are_part': 'x'}", "*did you mean 'test_facets_are_apart'?"),
        ("expected_failures = {'test_facets_are_apart': ' '}", "*is empty, where the reason is expected"),
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
    assert counts(run(mine, program, "-pno:cacheprovider", "--strict-markers", option, apart=True)) == alone


def test_it_prints_what_a_suite_tests_and_what_it_cannot(mine: pytest.Pytester) -> None:
    done = mine.run(sys.executable, "-m", "latency_shim.testing", "FacetRegistryContract")
    assert done.ret == 0
    done.stdout.fnmatch_lines(
        [
            "FacetRegistryContract, * tests; promises without a test: 1",
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
