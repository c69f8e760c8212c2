"""The four errors: their texts, and laws over all of them."""

import asyncio
import copy
import pickle
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import Any

import pytest

import contract
from latency_shim import AmbiguousFacetError, CircularDependencyError, FacetError, FacetKey, FacetNotFoundError


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
    """Give all that makes up an error, in a form that can be compared."""
    state = {name: repr(value) for name, value in vars(error).items()}
    return type(error), error.args, str(error), repr(error), state


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
    again = COPIES[way](error)
    assert picture(again) == picture(error)
    assert repr(again.__cause__) == repr(error.__cause__)


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
