"""What all suites share: how the implementation reaches a test, and how a test is run, guarded, or expected to fail."""

import asyncio
import contextvars
import functools
import inspect
import sys
from collections.abc import Awaitable, Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar

import pytest

from latency_shim import FacetError
from latency_shim.testing import _loop
from latency_shim.testing._boundary import Watched, implementation, nonconformance
from latency_shim.testing._patience import guard, is_debugging
from latency_shim.testing._wording import cut, shown

if TYPE_CHECKING:
    from _pytest.fixtures import FixtureFunctionDefinition  # what a fixture that overrides this one is, too
    from _pytest.outcomes import Skipped
else:
    Skipped = pytest.skip.Exception

__all__ = ["Contract"]

_T = TypeVar("_T")


class PassedOver(Skipped):
    """Raised by `Contract.pass_over`, and by no implementation."""

    __module__, __qualname__ = "builtins", "Skipped"  # as pytest's own are shown


class Lacking(PassedOver):
    """Raised by `Contract.need`: the implementation is declared to lack an ability."""

    __module__, __qualname__ = "builtins", "Skipped"


def default(function: Callable[..., Any]) -> "FixtureFunctionDefinition":
    """Make a fixture of a suite, which a fixture of that name in a module or a `conftest.py` replaces."""
    name = function.__name__
    names = list(inspect.signature(function).parameters)[1:]

    @functools.wraps(function)
    def fixture(self: Any, request: pytest.FixtureRequest, **given: Any) -> Any:
        try:
            return request.getfixturevalue(name)  # the one that this replaces
        except pytest.FixtureLookupError as error:
            if error.argname != name:
                raise
        return function(self, **{one: given[one] for one in names})

    _takes(fixture, "request", *names)
    return pytest.fixture(fixture)


def _takes(fixture: Callable[..., Any], *names: str) -> None:
    """State the arguments of a method, by which pytest finds fixtures."""
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    parameters = [inspect.Parameter(name, kind) for name in ("self", *names)]
    fixture.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    vars(fixture).pop("__wrapped__", None)


def _it(name: str) -> Callable[..., Any]:
    """Make the fixture `it`, which takes the implementation as a real argument, so that pytest sees its parameters."""

    def it(self: Contract, request: pytest.FixtureRequest, **given: Any) -> Any:
        """Return the implementation, watched: each value that it returns is checked against the interface."""
        self.see_that_it_is_one(request.node, given[name])
        return Watched(given[name], self.interface)

    _takes(it, "request", name)
    return pytest.fixture(it)


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
    needs: ClassVar[Mapping[str, str]] = {}
    """Fixtures that implementers give, by name, each with a noun phrase that says what it returns. Set by the suite."""
    needed_for: ClassVar[Mapping[str, str]] = {}
    """The ability without which a fixture of `needs` may be missing, by the name of the fixture. Set by the suite."""
    abilities: ClassVar[Mapping[str, str]] = {}
    """Abilities that an implementation may lack, by name, each with its meaning. Set by the suite."""
    untested: ClassVar[Mapping[str, str]] = {}
    """Promises without a test, each with the reason. Set by the suite."""

    lacks: ClassVar[Mapping[str, str]] = {}
    """Abilities that your implementation does not have, each with the reason. Their tests are skipped."""
    expected_failures: ClassVar[Mapping[str, str]] = {}
    """Tests that your implementation is known to fail, each with the reason. One that passes after all fails."""
    patience: ClassVar[float] = 10.0
    """Seconds that anything may take which a test asks of your implementation, or a fixture of its own."""

    contract_tests: ClassVar[Mapping[str, Callable[..., None]]] = {}
    """The tests of the suite, by name."""
    suite: ClassVar[str] = ""
    """The name of the suite."""
    _as_run: ClassVar[Mapping[str, Callable[..., None]]] = {}
    _told: ClassVar[set[str]] = set()
    _loop: asyncio.AbstractEventLoop | None = None
    _context: contextvars.Context | None = None

    def __init_subclass__(cls, **keywords: Any) -> None:
        super().__init_subclass__(**keywords)
        suites = [base for base in cls.__mro__[1:] if base is not Contract and "interface" in vars(base)]
        if not all(issubclass(suites[0], other) for other in suites):
            names = ", ".join(suite.__name__ for suite in suites)
            raise TypeError(f"{cls.__name__} has more than one suite: {names}. Make a class for each")
        if any(base.__module__ == "unittest.case" and base.__name__ == "TestCase" for base in cls.__mro__):
            raise TypeError(
                f"{cls.__name__} is a unittest.TestCase, in which pytest passes no fixtures to tests. "
                "Subclass the suite alone"
            )
        if replaced := cls._replaced():
            raise TypeError(
                f"{cls.__name__} replaces {', '.join(replaced)} of its suite: a contract test is the same for all. "
                "Name what is known to fail in `expected_failures`, with the reason"
            )
        cls._told = set()
        if "interface" in vars(cls):  # a suite
            cls.suite = cls.__name__
            cls.contract_tests = {**_tests_of(cls), **cls.contract_tests}
        if cls.fixture:
            setattr(cls, "it", _it(cls.fixture))  # noqa: B010 - type checkers would take it for a declaration
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
        """Return the names of the suite's tests for which something else stands here."""
        return [name for name, test in cls._as_run.items() if getattr(cls, name, None) is not test]

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """Register what the tests of all suites need of pytest, as soon as one of them is collected."""
        _register(metafunc.config)

    @pytest.fixture(autouse=True)
    def _surroundings(self, request: pytest.FixtureRequest) -> Iterator[None]:
        """Close the event loop after the test, and see that nothing is left over."""
        _register(request.config)  # if the class has a `pytest_generate_tests` of its own
        yield
        if self._loop is not None:
            left = _loop.close(self._loop, self.patience)
            if left:
                pytest.fail(left, pytrace=False)

    def run(self, awaitable: Awaitable[_T]) -> _T:
        """Run what an async method returned, to its end, in one event loop a test.

        Every coroutine of the kit comes through here: override it to use another loop.
        """
        __tracebackhide__ = True
        if self._loop is None:
            self._loop, self._context = _loop.new(), contextvars.copy_context()
        try:
            return _loop.run(self._loop, self._context, awaitable, None if is_debugging() else self.patience)
        finally:
            guard.again()

    def need(self, ability: str) -> None:
        """Skip the test if the implementation is declared to lack an ability."""
        if ability in self.lacks:
            raise Lacking(f"lacks {ability!r}: {self.lacks[ability]}")

    def pass_over(self, reason: str) -> NoReturn:
        """Skip the test, since another test reports the fault; a contract test must not call `pytest.skip`."""
        raise PassedOver(reason)

    def no_fixture(self, name: str, what: str = "") -> NoReturn:
        """Fail with the fixture that a suite cannot do without."""
        if (ability := self.needed_for.get(name)) is not None:
            self.need(ability)
        what = what or self.needs.get(name, f"an implementation of {getattr(self.interface, '__name__', 'yours')}")
        holder = type(self) if hasattr(type(self), name) else sys.modules.get(type(self).__module__)
        found = getattr(holder, name, None)
        if inspect.isfunction(found) and not hasattr(found, "_pytestfixturefunction"):  # as pytest 8.3 marks fixtures
            self.wrong(
                f"{getattr(holder, '__name__', holder)}.{name} is not a fixture",
                "Write @pytest.fixture above its `def`",
            )
        self.wrong(
            f"{type(self).__name__} has no fixture `{name}`, which gives {what}",
            f"Add to the class:\n\n    @pytest.fixture\n    def {name}(self):\n        return …",
        )

    def wrong(self, fault: str, help: str) -> NoReturn:
        """Fail since the class of tests is not set up as it must be; the help appears once a class."""
        told = fault in self._told
        self._told.add(fault)
        pytest.fail(fault if told else f"{fault}. {help}", pytrace=False)

    def see_that_it_is_one(self, item: Any, given: object) -> None:
        """Fail if the fixture gives something else than an object for each test."""
        name = self.fixture
        if inspect.iscoroutine(given) or inspect.isasyncgen(given):
            if inspect.iscoroutine(given):
                given.close()
            self.not_awaited(name)
        if given is None:
            self.wrong(f"the fixture `{name}` returns None", "Does it return what it makes?")
        if isinstance(given, type) and nonconformance(given, self.interface):
            self.wrong(f"the fixture `{name}` returns the class {given.__name__}", f"Return {given.__name__}()")
        information = getattr(item, "_fixtureinfo", None)
        definitions: Any = getattr(information, "name2fixturedefs", {}).get(name)
        scope = definitions[-1].scope if definitions else "function"
        if scope != "function":
            self.wrong(
                f"the fixture `{name}` is {scope}-scoped, but each test needs an object of its own",
                "Leave out its `scope`, and keep what is expensive to make in a fixture beside it",
            )

    def not_awaited(self, name: str) -> NoReturn:
        """Fail since a fixture is async, and nothing has run it."""
        self.wrong(
            f"the fixture `{name}` is async, and no plugin of pytest runs it",
            "Make it a plain `def` that returns `self.run(…)`; or decorate it as pytest-asyncio or anyio want it",
        )

    @contextmanager
    def refuses(self, code: str | None = None) -> Generator[None]:
        """Check that the block fails with a `FacetError`, of one code if that is given."""
        __tracebackhide__ = True
        promised = "a FacetError" if code is None else f"a FacetError with code {code!r}"
        try:
            yield
        except FacetError as error:
            if code not in (None, error.code):
                raise AssertionError(
                    f"this fails with code {shown(repr(error.code))}, but {promised} is promised"
                ) from error
        except AssertionError:
            raise
        except Exception as error:
            raise AssertionError(f"this raises {shown(error)}, but {promised} is promised") from error
        else:
            raise AssertionError(f"this raises nothing, but {promised} is promised")

    def test_it_conforms_to_the_interface(self, it: Any) -> None:
        """Every call that the interface allows will work.

        If this fails, the message lists all that is wrong, with the codes of `latency_shim.conformance`.
        """
        __tracebackhide__ = True
        if gone := self._replaced():
            pytest.fail(f"{type(self).__name__} has lost tests of its suite: {', '.join(gone)}", pytrace=False)
        if error := nonconformance(implementation(it), self.interface):
            pytest.fail("\n".join(cut(str(error).splitlines(), 100)), pytrace=False)


def _register(config: pytest.Config) -> None:
    """Register the hooks that tests of suites need."""
    from latency_shim.testing import _machinery  # noqa: PLC0415 - which imports this

    if not config.pluginmanager.has_plugin(_machinery.__name__):
        config.pluginmanager.register(_machinery, _machinery.__name__)


def _tests_of(suite: type) -> dict[str, Callable[..., None]]:
    """Return the tests of a suite in their order, those of its bases first."""
    return {
        name: getattr(suite, name)
        for base in reversed(suite.__mro__)
        for name in vars(base)
        if name.startswith("test_")
    }


def _see_that_all_are_known(cls: type, attribute: str, given: object, known: Mapping[str, object]) -> None:
    """Refuse a name that means nothing, and one without a reason."""
    if not isinstance(given, Mapping):
        kind = type(given).__name__
        raise TypeError(f"{cls.__name__}.{attribute} is a {kind}; make it a dict from names to reasons")
    declared: Mapping[Any, Any] = given  # pyright: ignore[reportUnknownVariableType]
    for name, reason in declared.items():
        if name not in known:
            near = get_close_matches(str(name), known, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known) or 'none'}"
            raise TypeError(f"{cls.__name__}.{attribute} has {name!r}, which its suite does not have; {hint}")
        if not str(reason or "").strip():
            raise TypeError(f"{cls.__name__}.{attribute}[{name!r}] is empty: expected the reason")


def _expected_to_fail(test: Callable[..., None], reason: str) -> Callable[..., None]:
    """Return a test that must fail, and leave the suite's own as it is."""

    @functools.wraps(test)
    def expected_to_fail(*args: Any, **keywords: Any) -> None:
        __tracebackhide__ = True
        test(*args, **keywords)

    pytest.mark.xfail(strict=True, reason=reason)(expected_to_fail)
    return expected_to_fail
