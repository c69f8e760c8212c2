"""What all suites share: how a test is run, guarded, expected to fail, or passed over."""

import asyncio
import functools
from collections.abc import Awaitable, Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any, ClassVar, NoReturn, TypeVar

import pytest

from latency_shim import FacetError
from latency_shim.conformance import ConformanceError, verify
from latency_shim.testing._boundary import Watched

_T = TypeVar("_T")


class Contract:
    """Base of all suites, and of one of your own for an interface of your own.

    A suite is a subclass that names an `interface`, and the fixture by which implementers give theirs. Each of
    its tests quotes what is promised in the first paragraph of its docstring, and says in the second what a
    failure means. Whoever subclasses a suite can add tests and not replace any.
    """

    interface: ClassVar[Any] = None
    """The protocol whose implementations are tested."""
    fixture: ClassVar[str] = ""
    """Name of the fixture that gives the implementation."""
    abilities: ClassVar[Mapping[str, str]] = {}
    """What an implementation may do without, by name, and what it then need not do. Set by the suite."""
    untested: ClassVar[Mapping[str, str]] = {}
    """What is promised and has no test, each with the reason. Set by the suite."""

    lacks: ClassVar[Mapping[str, str]] = {}
    """Abilities that your implementation does not have, each with the reason. Their tests are skipped."""
    expected_failures: ClassVar[Mapping[str, str]] = {}
    """Tests that your implementation is known to fail, each with the reason. One that passes after all fails."""
    patience: ClassVar[float] = 10.0
    """Seconds that anything awaited may take."""

    contract_tests: ClassVar[Mapping[str, Callable[..., None]]] = {}
    """The tests of the suite, by name."""
    _as_run: ClassVar[Mapping[str, Callable[..., None]]] = {}
    _runner: asyncio.Runner | None = None

    def __init_subclass__(cls, **keywords: Any) -> None:
        super().__init_subclass__(**keywords)
        suites = [base for base in cls.__mro__[1:] if base is not Contract and "interface" in vars(base)]
        if not all(issubclass(suites[0], other) for other in suites):
            names = ", ".join(suite.__name__ for suite in suites)
            raise TypeError(f"{cls.__name__} has more than one suite: {names}. Make a class for each")
        if replaced := cls._replaced():
            raise TypeError(
                f"{cls.__name__} replaces {', '.join(replaced)} of its suite: a contract test is the same for all. "
                "Name what is known to fail in `expected_failures`, with the reason"
            )
        if "interface" in vars(cls):  # a suite
            cls.contract_tests = {**_tests_of(cls), **cls.contract_tests}
        _see_that_all_are_known(cls, "expected_failures", cls.expected_failures, cls.contract_tests)
        _see_that_all_are_known(cls, "lacks", cls.lacks, cls.abilities)
        cls._as_run = {
            name: _expected_to_fail(test, cls.expected_failures[name]) if name in cls.expected_failures else test
            for name, test in cls.contract_tests.items()
        }
        for name in cls._replaced():
            setattr(cls, name, cls._as_run[name])

    @classmethod
    def _replaced(cls) -> list[str]:
        """Give the names of the suite's tests for which something else stands here."""
        return [name for name, test in cls._as_run.items() if getattr(cls, name, None) is not test]

    @pytest.fixture
    def it(self, request: pytest.FixtureRequest) -> Any:
        """Give the implementation, watched: each value that it gives is checked against the interface."""
        return Watched(request.getfixturevalue(self.fixture), self.interface)

    @pytest.fixture(autouse=True)
    def _surroundings(self, request: pytest.FixtureRequest) -> Iterator[None]:
        """Show what is skipped when all is done; close the event loop after the test."""
        if not request.config.pluginmanager.has_plugin(Summary.__name__):
            request.config.pluginmanager.register(Summary(), Summary.__name__)
        yield
        if self._runner is not None:
            self._runner.close()

    def run(self, awaitable: Awaitable[_T]) -> _T:
        """Run what an async method gave, to its end, in one event loop a test.

        Every coroutine of the kit comes through here: override it to use another loop.
        """
        __tracebackhide__ = True
        if self._runner is None:
            self._runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)  # and leave the thread's loop alone
        return self._runner.run(_within(self.patience, awaitable))

    def need(self, ability: str) -> None:
        """Skip the test where the implementation is declared to lack an ability."""
        if ability in self.lacks:
            pytest.skip(f"lacks {ability!r}: {self.lacks[ability]}")

    def no_fixture(self, name: str, what: str) -> NoReturn:
        """Say which fixture a suite cannot do without."""
        pytest.fail(
            f"{type(self).__name__} has no fixture `{name}`, which gives {what}. Add to the class:\n\n"
            f"    @pytest.fixture\n    def {name}(self):\n        return …",
            pytrace=False,
        )

    @contextmanager
    def refuses(self, code: str | None = None) -> Generator[None]:
        """See that what is done within fails with a `FacetError`, of one code if that is given."""
        __tracebackhide__ = True
        promised = "a FacetError" if code is None else f"a FacetError with code {code!r}"
        try:
            yield
        except FacetError as error:
            if code not in (None, error.code):
                raise AssertionError(f"this fails with code {error.code!r}, where {promised} is promised") from error
        except AssertionError:
            raise
        except Exception as error:
            raise AssertionError(f"this raises {error!r}, where {promised} is promised") from error
        else:
            raise AssertionError(f"this raises nothing, where {promised} is promised")

    def test_it_conforms_to_the_interface(self, request: pytest.FixtureRequest) -> None:
        """Every call that the interface allows will work.

        If this fails, the message lists all that is wrong, with the codes of `latency_shim.conformance`.
        """
        __tracebackhide__ = True
        if gone := self._replaced():
            pytest.fail(f"{type(self).__name__} has lost tests of its suite: {', '.join(gone)}", pytrace=False)
        faults = ""
        try:
            verify(request.getfixturevalue(self.fixture), self.interface)
        except ConformanceError as error:
            faults = str(error)
        if faults:
            pytest.fail(faults, pytrace=False)


async def _within(seconds: float, awaitable: Awaitable[_T]) -> _T:
    """Give what comes of something, in time."""
    __tracebackhide__ = True
    limit = asyncio.timeout(seconds)
    try:
        async with limit:
            return await awaitable
    except TimeoutError:
        if not limit.expired():  # it is the implementation's
            raise
    raise AssertionError(f"this is not done after {seconds:g} s, the suite's `patience`")


def _tests_of(suite: type) -> dict[str, Callable[..., None]]:
    """Give the tests of a suite in their order, those of its bases first."""
    return {
        name: getattr(suite, name)
        for base in reversed(suite.__mro__)
        for name in vars(base)
        if name.startswith("test_")
    }


def _see_that_all_are_known(cls: type, attribute: str, given: Mapping[str, str], known: Mapping[str, object]) -> None:
    """Refuse a name that means nothing, and one without a reason."""
    for name, reason in given.items():
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known) or 'none'}"
            raise TypeError(f"{cls.__name__}.{attribute} has {name!r}, which its suite does not have; {hint}")
        if not str(reason or "").strip():
            raise TypeError(f"{cls.__name__}.{attribute}[{name!r}] is empty, where the reason is expected")


def _expected_to_fail(test: Callable[..., None], reason: str) -> Callable[..., None]:
    """Give a test that must fail, and leave the suite's own as it is."""

    @functools.wraps(test)
    def expected_to_fail(*args: Any, **keywords: Any) -> None:
        __tracebackhide__ = True
        test(*args, **keywords)

    pytest.mark.xfail(strict=True, reason=reason)(expected_to_fail)
    return expected_to_fail


class Summary:
    """Shows the promises that were not checked since an ability is lacking."""

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Print them after all tests."""
        skipped = terminalreporter.stats.get("skipped", ())
        reasons = [(report.nodeid, report.longrepr[2].removeprefix("Skipped: ")) for report in skipped]
        lacking = [f"{test}: {reason}" for test, reason in reasons if reason.startswith("lacks '")]
        if lacking:
            terminalreporter.section(f"contract: {len(lacking)} promise{'s'[len(lacking) == 1 :]} not checked")
            for line in lacking:
                terminalreporter.line(line)
