"""typeguard enforces the contract in these tests: what conforms passes, what does not is refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
import typeguard

import contract
from latency_shim import (
    AgentResult,
    Binder,
    FacetKey,
    FacetNotFoundError,
    FacetRegistration,
    FacetRegistry,
    PaginatedResult,
)
from latency_shim.memory import MemoryBinder, MemoryRegistration, MemoryRegistry

EACH_MEMBER = [
    pytest.param(protocol, member, id=f"{name}.{member}")
    for name, protocol in contract.PROTOCOLS.items()
    for member in contract.members(protocol)
]


@pytest.mark.parametrize("protocol", contract.PROTOCOLS.values(), ids=contract.PROTOCOLS)
def test_an_object_with_every_member_is_accepted(protocol: Any) -> None:
    typeguard.check_type(contract.conforming(protocol)(), protocol)


@pytest.mark.parametrize(("protocol", "member"), EACH_MEMBER)
def test_an_object_without_one_member_is_refused(protocol: Any, member: str) -> None:
    with pytest.raises(typeguard.TypeCheckError, match=member):
        typeguard.check_type(contract.conforming(protocol, without=member)(), protocol)


@pytest.mark.parametrize(("conforming", "protocol"), [(MemoryRegistry(), FacetRegistry), (MemoryBinder(), Binder)])
def test_the_example_core_is_accepted(conforming: object, protocol: Any) -> None:
    assert typeguard.check_type(conforming, protocol) is conforming


def test_a_method_with_too_many_parameters_is_refused() -> None:
    class Greedy(MemoryRegistry):
        def list(self, facet: str, order: str, /) -> Sequence[FacetRegistration]:  # type: ignore[override]
            raise AssertionError(facet, order)

    with pytest.raises(typeguard.TypeCheckError, match="list"):
        typeguard.check_type(Greedy(), FacetRegistry)


def test_a_record_with_all_values_right_is_accepted() -> None:
    typeguard.check_type(MemoryRegistration("Cache", "disk", 0, {"shared": True}), FacetRegistration)


@pytest.mark.parametrize(
    ("wrong", "attribute"),
    [
        (MemoryRegistration(7, None, 0, None), "facet"),  # type: ignore[arg-type]
        (MemoryRegistration("Cache", 7, 0, None), "qualifier"),  # type: ignore[arg-type]
        (MemoryRegistration("Cache", None, "high", None), "priority"),  # type: ignore[arg-type]
        (MemoryRegistration("Cache", None, 0, {7: 7}), "metadata"),  # type: ignore[dict-item]
    ],
)
def test_a_record_with_one_value_wrong_is_refused_with_the_attributes_name(wrong: object, attribute: str) -> None:
    with pytest.raises(typeguard.TypeCheckError, match=f"attribute '{attribute}'"):
        typeguard.check_type(wrong, FacetRegistration)


@dataclass
class Page:
    items: list[Any]
    total: int
    has_more: bool


@dataclass
class Result:
    output: str
    invocation_id: str
    usage: Any


def give(items: list[Any]) -> PaginatedResult[FacetRegistration]:
    return Page(items, len(items), has_more=False)


def test_every_item_of_a_page_that_crosses_an_interface_is_checked() -> None:
    right, wrong = MemoryRegistration("Cache", None, 0, None), MemoryRegistration("Cache", None, "high", None)  # type: ignore[arg-type]
    checked = typeguard.typechecked(give)
    checked([right, right])
    with pytest.raises(typeguard.TypeCheckError, match="item 1"):
        checked([right, wrong])


def test_a_record_within_a_record_is_checked() -> None:
    typeguard.check_type(Result("", "1", usage=None), AgentResult)
    with pytest.raises(typeguard.TypeCheckError, match="usage"):
        typeguard.check_type(Result("", "1", usage="much"), AgentResult)


def test_the_examples_run_instrumented() -> None:
    with pytest.raises(typeguard.TypeCheckError, match="priority"):
        MemoryRegistry().register("Cache", object(), {"priority": "high"})  # type: ignore[arg-type]


def test_the_shim_runs_instrumented() -> None:
    with pytest.raises(typeguard.TypeCheckError, match="qualifier"):
        FacetNotFoundError("Cache", 7)  # type: ignore[arg-type]
    with pytest.raises(typeguard.TypeCheckError, match="name"):
        FacetKey(7, FacetRegistry)  # type: ignore[arg-type]
