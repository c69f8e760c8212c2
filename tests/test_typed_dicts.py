"""Laws over all TypedDicts of the contract."""

import asyncio
from typing import Any, get_type_hints

import pydantic
import pytest
import typeguard

import contract
from latency_shim import InvokeOptions

ALL = [pytest.param(record, id=name) for name, record in contract.TYPED_DICTS.items()]
WITH_REQUIRED = [
    pytest.param(record, id=name) for name, record in contract.TYPED_DICTS.items() if record.__required_keys__
]


@pytest.mark.parametrize("record", ALL)
def test_required_and_optional_keys_are_told_apart(record: Any) -> None:
    hints = get_type_hints(record)
    assert record.__required_keys__ | record.__optional_keys__ == set(hints)
    assert not record.__required_keys__ & record.__optional_keys__


@pytest.mark.parametrize("record", ALL)
def test_typeguard_takes_a_full_record_and_one_with_only_the_required_keys(record: Any) -> None:
    full = contract.sample(record)
    typeguard.check_type(full, record)
    typeguard.check_type({key: full[key] for key in record.__required_keys__}, record)


@pytest.mark.parametrize("record", WITH_REQUIRED)
def test_typeguard_refuses_a_record_without_a_required_key(record: Any) -> None:
    for missing in record.__required_keys__:
        with pytest.raises(typeguard.TypeCheckError, match=missing):
            typeguard.check_type(
                {key: value for key, value in contract.sample(record).items() if key != missing}, record
            )


@pytest.mark.parametrize("record", ALL)
def test_typeguard_refuses_an_unknown_key(record: Any) -> None:
    with pytest.raises(typeguard.TypeCheckError, match="unheard_of"):
        typeguard.check_type({**contract.sample(record), "unheard_of": 1}, record)


@pytest.mark.parametrize("record", [param for param in ALL if param.values[0] is not InvokeOptions])
def test_pydantic_takes_a_full_record(record: Any) -> None:
    adapter = pydantic.TypeAdapter(record)
    assert set(adapter.validate_python(contract.sample(record))) == set(get_type_hints(record))


@pytest.mark.parametrize("record", WITH_REQUIRED)
def test_pydantic_refuses_a_record_without_its_required_keys(record: Any) -> None:
    with pytest.raises(pydantic.ValidationError) as caught:
        pydantic.TypeAdapter(record).validate_python({})
    assert {error["loc"][0] for error in caught.value.errors()} == record.__required_keys__


def test_pydantic_takes_invoke_options_where_a_live_object_is_allowed() -> None:
    config = pydantic.ConfigDict(arbitrary_types_allowed=True)  # an AbortSignal is no data
    adapter = pydantic.TypeAdapter(tuple[InvokeOptions], config=config)
    signal = asyncio.Event()
    assert adapter.validate_python([{"signal": signal}]) == ({"signal": signal},)
    with pytest.raises(pydantic.ValidationError, match="AbortSignal"):
        adapter.validate_python([{"signal": "stop"}])
