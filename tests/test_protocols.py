"""Laws over all protocols of the contract."""

import asyncio
import logging
import sys
import types
from typing import Any, get_type_hints

import pytest

import contract
from latency_shim import AbortSignal, Logger, facets

ALL = [pytest.param(protocol, id=name) for name, protocol in contract.PROTOCOLS.items()]
EACH_MEMBER = [
    pytest.param(protocol, member, id=f"{name}.{member}")
    for name, protocol in contract.PROTOCOLS.items()
    for member in contract.members(protocol)
]


@pytest.mark.parametrize("protocol", ALL)
def test_isinstance_accepts_an_object_with_every_member(protocol: Any) -> None:
    assert isinstance(contract.conforming(protocol)(), protocol)


@pytest.mark.parametrize(("protocol", "member"), EACH_MEMBER)
def test_isinstance_refuses_an_object_without_one_member(protocol: Any, member: str) -> None:
    assert not isinstance(contract.conforming(protocol, without=member)(), protocol)


@pytest.mark.parametrize("protocol", ALL)
def test_isinstance_runs_no_property(protocol: Any) -> None:
    def fail(_: object) -> None:
        raise AssertionError("a property ran")

    exploding = type("Exploding", (), dict.fromkeys(contract.members(protocol), property(fail)))
    isinstance(exploding(), protocol)  # what it answers does not matter here


@pytest.mark.parametrize("protocol", ALL)
def test_type_hints_of_every_member_resolve(protocol: Any) -> None:
    for member in contract.members(protocol).values():
        assert "return" in get_type_hints(member.fget if isinstance(member, property) else member)


@pytest.mark.parametrize("protocol", ALL)
def test_protocol_can_be_inherited_by_an_implementation(protocol: Any) -> None:
    explicit = types.new_class("Explicit", (protocol,))
    assert isinstance(explicit(), protocol)


@pytest.mark.parametrize("protocol", ALL)
def test_protocol_comes_from_the_best_typing_module_of_this_python(protocol: Any) -> None:
    expected = "typing_extensions" if sys.version_info < (3, 12) else "typing"
    assert type(protocol).__module__ in {expected, "abc"}
    assert hasattr(protocol, "__protocol_attrs__")  # what makes isinstance quick


@pytest.mark.parametrize("name", contract.KEYS)
def test_each_facet_key_names_the_protocol_beside_it(name: str) -> None:
    key = contract.KEYS[name]
    leaf = name.rpartition(".")[0]
    assert contract.PUBLIC[f"{leaf}.{key.protocol.__name__}"] is key.protocol
    assert str(key) == {"CICDPipeline": "Pipeline"}.get(key.protocol.__name__, key.protocol.__name__)


def test_the_standard_librarys_logger_is_a_composition_logger() -> None:
    assert isinstance(logging.getLogger(), Logger)
    assert not isinstance(logging.getLogger(), facets.Logger)


def test_an_asyncio_event_is_an_abort_signal() -> None:
    assert isinstance(asyncio.Event(), AbortSignal)
