"""The four errors: their texts, and laws over all of them."""

import asyncio
import builtins
import copy
import copyreg
import json
import pickle
import ssl
import threading
import types
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import Any, Self

import pytest

import contract
from latency_shim import AmbiguousFacetError, CircularDependencyError, FacetError, FacetKey, FacetNotFoundError


@pytest.fixture(autouse=True)
def without_reducers_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """Undo what tblib registers for every exception there is when dask loads it: it has ways of its own."""
    for kind in [kind for kind in copyreg.dispatch_table if issubclass(kind, BaseException)]:
        monkeypatch.delitem(copyreg.dispatch_table, kind)


class BlankError(FacetError):
    """A facet's own error, with a constructor of its own."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} is blank", "VALIDATION")
        self.what = what


class NoCacheError(FacetNotFoundError):
    def __init__(self) -> None:
        super().__init__("Cache")


EXAMPLES: list[Exception] = [
    FacetError("gone", "NOT_FOUND"),
    FacetError("gone", "NOT_FOUND", cause=KeyError("7")),
    FacetError("gone", "NOT_FOUND", cause="a reason that is no exception"),
    FacetNotFoundError("Cache"),
    FacetNotFoundError("Cache", "disk"),
    FacetNotFoundError("Cache", ""),
    AmbiguousFacetError("Cache", ["disk", "memory"]),
    AmbiguousFacetError("Cache", ()),
    CircularDependencyError(["a", "b", "a"]),
    CircularDependencyError(()),
    BlankError("title"),
    NoCacheError(),
]
ALL = [pytest.param(error, id=repr(error)) for error in EXAMPLES]


def pickled(protocol: int, error: Any) -> Any:
    return pickle.loads(pickle.dumps(error, protocol))


COPIES: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    **{f"pickle protocol {number}": partial(pickled, number) for number in range(pickle.HIGHEST_PROTOCOL + 1)},
}


def picture(error: BaseException) -> object:
    """Return the whole state of an error, in a form that can be compared; the cause does not travel."""
    state = {name: repr(value) for name, value in vars(error).items() if name != "cause"}
    state |= {name: repr(getattr(error, name, None)) for name in slots(type(error))}
    text = repr(error).partition(", cause=")[0].rstrip(")")
    return type(error), error.args, str(error), text, state


def slots(cls: type) -> list[str]:
    """Return the attributes that the constructors of exceptions in C set, and those that `__slots__` name."""
    kinds = types.MemberDescriptorType, types.GetSetDescriptorType
    return [
        name
        for base in cls.__mro__
        for name, member in vars(base).items()
        if isinstance(member, kinds) and not name.startswith("__")
    ]


def raise_it(error: Exception) -> None:
    raise error


def test_the_examples_show_every_error_of_the_contract() -> None:
    assert {type(error) for error in EXAMPLES} >= set(contract.ERRORS.values())


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (FacetError("gone", "NOT_FOUND"), "gone"),
        (FacetNotFoundError("F"), 'No provider found for facet "F"'),
        (FacetNotFoundError("F", "Q"), 'No provider found for facet "F" with qualifier "Q"'),
        (FacetNotFoundError("F", ""), 'No provider found for facet "F"'),
        (
            AmbiguousFacetError("F", ["a", "b"]),
            'Multiple providers for facet "F": a, b. Specify a qualifier or configure explicit binding.',
        ),
        (
            AmbiguousFacetError("F", []),
            'Multiple providers for facet "F": . Specify a qualifier or configure explicit binding.',
        ),
        (CircularDependencyError(["A", "B", "A"]), "Circular dependency detected: A -> B -> A"),
        (CircularDependencyError([]), "Circular dependency detected: "),
    ],
)
def test_text_is_that_of_the_typescript_contract(error: Exception, text: str) -> None:
    assert str(error) == text


def test_attributes_are_what_the_constructor_was_given() -> None:
    not_found = FacetNotFoundError("F", "")
    ambiguous = AmbiguousFacetError("F", ["a", "b"])
    assert (not_found.facet, not_found.qualifier) == ("F", "")
    assert (ambiguous.facet, ambiguous.providers) == ("F", ("a", "b"))
    assert CircularDependencyError(["A", "A"]).cycle == ("A", "A")
    assert FacetError("m", "C").code == "C"
    assert FacetError("m", "C").cause is None


def test_args_are_the_constructors_arguments() -> None:
    assert FacetError("m", "C", cause=1).args == ("m", "C")
    assert FacetNotFoundError("F").args == ("F", None)
    assert FacetNotFoundError(facet="F", qualifier="Q").args == ("F", "Q")
    assert AmbiguousFacetError("F", ["a"]).args == ("F", ("a",))
    assert CircularDependencyError(["A", "A"]).args == (("A", "A"),)


@pytest.mark.parametrize("error", [error for error in EXAMPLES if type(error) in contract.ERRORS.values()], ids=repr)
def test_repr_is_the_call_that_makes_it(error: Exception) -> None:
    again = eval(repr(error))  # noqa: S307 - that is what is shown
    assert picture(again) == picture(error)


@pytest.mark.parametrize("error", ALL)
@pytest.mark.parametrize("way", COPIES)
def test_a_copy_has_everything(error: Exception, way: str) -> None:
    assert picture(COPIES[way](error)) == picture(error)


@pytest.mark.parametrize("way", COPIES)
def test_a_copy_has_what_was_added_later(way: str) -> None:
    error = FacetNotFoundError("Cache")
    error.add_note("asked for by the digest")
    again = COPIES[way](error)
    assert again.__notes__ == ["asked for by the digest"]


def test_a_facet_key_leaves_its_name_alone_in_an_error() -> None:
    class Local:
        """Cannot be pickled: nobody can import it."""

    for error in FacetNotFoundError(FacetKey("Local", Local)), AmbiguousFacetError(FacetKey("Local", Local), []):
        assert pickle.loads(pickle.dumps(error)).facet == "Local"


def test_errors_come_back_whole_from_another_process() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        for error in EXAMPLES:
            with pytest.raises(type(error)) as caught:
                pool.submit(raise_it, error).result()
            assert picture(caught.value) == picture(error)


# --- the law: all errors, whatever the other base, in either order, by every route

OWN: dict[type[Exception], tuple[Any, ...]] = {
    FacetError: ("gone", "NOT_FOUND"),
    FacetNotFoundError: ("Cache", "disk"),
    AmbiguousFacetError: ("Cache", ("disk", "memory")),
    CircularDependencyError: (("a", "b", "a"),),
}
"""The constructor's arguments of each error."""
OTHERS: list[Any] = [
    *dict.fromkeys(  # EnvironmentError and IOError are OSError
        thing
        for thing in vars(builtins).values()
        if isinstance(thing, type)
        and issubclass(thing, BaseException)
        and thing not in {BaseException, Exception, BaseExceptionGroup, ExceptionGroup}
    ),
    asyncio.CancelledError,
    asyncio.IncompleteReadError,  # which has a constructor and a `__reduce__` in Python
    json.JSONDecodeError,
    *OWN,
    ssl.SSLError,
]
PLACES = {"lineno", "offset", "end_lineno", "end_offset"}  # of a SyntaxError


def own_constructor(error: type[Exception]) -> Callable[..., None]:
    def construct(self: Any, *arguments: Any) -> None:
        error.__init__(self, *arguments)

    return construct


def combined(error: type[Exception], other: type[BaseException], first: type[BaseException]) -> type[Any]:
    """Make a class of both, which a pickle finds in this module."""
    bases = (error, other) if first is error else (other, error)
    name = "And".join(base.__name__ for base in bases) + f"MadeBy{error.__name__}"
    cls = type(name, bases, {"__module__": __name__, "__slots__": ("extra",), "__init__": own_constructor(error)})
    globals()[name] = cls
    return cls


COMBINED = [
    (combined(error, other, first), error)
    for error in OWN
    for other in OTHERS
    for first in (error, other)
    if error is not other
]


def filled(cls: type[Any], error: type[Exception]) -> Any:
    """Make an error with a value in every attribute."""
    made: Any = cls(*OWN[error])
    for name in slots(cls):
        if name == "args":
            continue
        sample: object = b"text" if name == "object" and isinstance(made, UnicodeDecodeError) else "text"
        try:
            setattr(made, name, 1 if name in PLACES else sample)
        except TypeError:
            setattr(made, name, 1)
    setattr(made, "found_later", [1])  # noqa: B010 - no class of exceptions declares it
    made.add_note("asked for by the digest")
    return made


@pytest.mark.parametrize("way", COPIES)
def test_a_copy_has_everything_whatever_the_other_base(way: str) -> None:
    for cls, error in COMBINED:
        for original in (filled(cls, error), cls(*OWN[error])):
            assert picture(COPIES[way](original)) == picture(original)


def test_attributes_are_the_same_whatever_the_other_base() -> None:
    for cls, error in COMBINED:
        plain, made = error(*OWN[error]), cls(*OWN[error])
        assert made.args == plain.args
        assert repr(made).partition("(")[2] == repr(plain).partition("(")[2]
        for name in vars(plain):
            assert getattr(made, name) == getattr(plain, name)


def raise_made(index: int) -> None:
    raise filled(*COMBINED[index])


def test_errors_come_back_whole_from_another_process_whatever_the_other_base() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        for index, done in [(index, pool.submit(raise_made, index)) for index in range(len(COMBINED))]:
            assert picture(done.exception()) == picture(filled(*COMBINED[index]))  # type: ignore[arg-type]


def test_an_error_whose_own_constructor_was_not_called_shows_itself() -> None:
    for error in OWN:
        for other in (OSError, StopIteration):
            bare = type("Bare", (other, error), {})
            for arguments in (), ("Cache",), (7, 7):
                made = bare(*arguments)
                assert repr(made).startswith("Bare(")
                assert isinstance(str(made), str)


def test_the_other_bases_constructor_may_be_called_by_the_subclass() -> None:
    class DownError(FacetError, OSError):
        def __init__(self, host: str) -> None:
            super().__init__(f"{host} is down", "DOWN")
            OSError.__init__(self, 111, "refused", host)

    error = DownError("example")
    assert (str(error), error.code, error.errno, error.filename) == ("example is down", "DOWN", 111, "example")
    assert (copy.copy(error).errno, copy.copy(error).filename) == (111, "example")


class DownFirstError(OSError, FacetError):
    pass


def test_where_another_constructor_comes_first_attributes_are_taken_from_args() -> None:
    error = DownFirstError("gone", "NOT_FOUND")
    assert (error.code, error.cause) == ("NOT_FOUND", None)
    assert picture(pickle.loads(pickle.dumps(error))) == picture(error)


class SeveralError(FacetError, ExceptionGroup[Exception]):
    def __new__(cls, message: str, errors: list[Exception]) -> Self:
        return super().__new__(cls, message, errors)

    def __init__(self, message: str, errors: list[Exception]) -> None:
        super().__init__(message, "SEVERAL")


@pytest.mark.parametrize("way", COPIES)
def test_a_group_that_is_a_facet_error_keeps_its_errors(way: str) -> None:
    error = SeveralError("all failed", [FacetError("gone", "NOT_FOUND"), KeyError("7")])
    again = COPIES[way](error)
    assert (again.code, str(again), repr(again.exceptions)) == ("SEVERAL", "all failed", repr(error.exceptions))


class RenamedError(FacetError):
    def __reduce__(self) -> Any:
        return RenamedError, ("other", "OTHER")


class RenamedDownError(RenamedError, OSError):
    pass


@pytest.mark.parametrize("cls", [RenamedError, RenamedDownError])
def test_a_subclass_may_say_itself_how_it_is_pickled(cls: type[RenamedError]) -> None:
    assert pickle.loads(pickle.dumps(cls("gone", "NOT_FOUND"))).code == "OTHER"


# --- the cause


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("cause", [KeyError("7"), "no exception", threading.Lock()], ids=["exception", "text", "lock"])
def test_a_cause_does_not_travel_in_a_pickle(protocol: int, cause: object) -> None:
    again = pickled(protocol, FacetError("gone", "NOT_FOUND", cause=cause))
    assert (again.cause, again.__cause__) == (None, None)
    assert (str(again), again.code) == ("gone", "NOT_FOUND")


@pytest.mark.parametrize("way", [copy.copy, copy.deepcopy])
@pytest.mark.parametrize("cause", [KeyError("7"), {"status": 404}, threading.Lock()], ids=["exception", "dict", "lock"])
def test_a_copy_shares_the_cause(way: Callable[[Any], Any], cause: object) -> None:
    again = way(FacetError("gone", "NOT_FOUND", cause=cause))
    assert again.cause is cause
    assert again.__cause__ is (cause if isinstance(cause, BaseException) else None)


def raise_with_a_cause_that_cannot_be_pickled() -> None:
    raise FacetError("gone", "NOT_FOUND", cause=threading.Lock())


def test_a_cause_that_cannot_be_pickled_breaks_no_process_pool() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        error = pool.submit(raise_with_a_cause_that_cannot_be_pickled).exception()
        assert picture(error) == picture(FacetError("gone", "NOT_FOUND"))  # type: ignore[arg-type]
        assert pool.submit(len, "ok").result() == 2


def test_a_cause_that_cannot_be_shown_does_not_spoil_the_text() -> None:
    class Shy:
        def __repr__(self) -> str:
            raise ValueError

    assert repr(FacetError("gone", "NOT_FOUND", cause=Shy())) == "FacetError('gone', 'NOT_FOUND', cause=<Shy>)"


class NoSuchNameError(FacetError, AttributeError):
    pass


def test_the_object_that_lacks_an_attribute_travels_where_it_can() -> None:
    for obj, travels in ([1], True), (threading.Lock(), False):
        error = NoSuchNameError("gone", "NOT_FOUND")
        error.name, error.obj = "title", obj
        again = pickle.loads(pickle.dumps(error))
        assert (again.name, again.obj) == ("title", obj if travels else None)
        assert copy.copy(error).obj is obj


@pytest.mark.parametrize("error", ALL)
def test_an_exception_group_splits_by_class(error: Exception) -> None:
    group = ExceptionGroup("several", [error, ValueError()])
    matched, rest = group.split(type(error))
    assert matched is not None
    assert matched.exceptions == (error,)
    assert rest is not None
    assert len(rest.exceptions) == 1


def test_an_exception_given_as_cause_is_the_cause_of_the_traceback() -> None:
    reason = KeyError("7")
    error = FacetError("gone", "NOT_FOUND", cause=reason)
    assert error.cause is reason
    assert error.__cause__ is reason
    assert error.__suppress_context__


def test_a_cause_that_is_no_exception_is_kept_beside() -> None:
    error = FacetError("gone", "NOT_FOUND", cause={"status": 404})
    assert error.cause == {"status": 404}
    assert error.__cause__ is None


def test_catching_the_base_catches_a_subclass() -> None:
    with pytest.raises(FacetError) as caught:
        raise BlankError("title")
    assert caught.value.code == "VALIDATION"


@pytest.mark.parametrize("kind", [FacetNotFoundError, AmbiguousFacetError, CircularDependencyError])
def test_resolution_errors_are_no_facet_errors(kind: type[Exception]) -> None:
    assert not issubclass(kind, FacetError)
    assert not hasattr(kind, "code")


def test_an_error_crosses_a_task() -> None:
    async def fail() -> None:
        raise FacetNotFoundError("Cache", "disk")

    async def main() -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())

    with pytest.raises(ExceptionGroup) as caught:
        asyncio.run(main())
    assert picture(caught.value.exceptions[0]) == picture(FacetNotFoundError("Cache", "disk"))
