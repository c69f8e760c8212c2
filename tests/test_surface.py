"""The shim has what the TypeScript package has, member by member."""

import datetime
import inspect
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from typing import Any, Final, Literal, NotRequired, get_args, get_origin, get_type_hints

import pytest

import contract
import latency_shim

NAMESPACE: dict[str, Any] = {
    "Any": Any,
    "Literal": Literal,
    "NotRequired": NotRequired,
    "datetime": datetime,
    "AsyncIterator": AsyncIterator,
    "Awaitable": Awaitable,
    "Callable": Callable,
    "Mapping": Mapping,
    "Sequence": Sequence,
}

# Where DESIGN settles what the listing of the TypeScript package leaves open.
SETTLED = {
    "Any | None": Any,  # no return-only type parameters: a plain name gives Any
    "Callable[[object], None]": Callable[[object], object],  # an event handler's result is ignored
}


def entries(*forms: str) -> list[Any]:
    return [
        pytest.param(entry, id=f"{entry['module']}.{entry['ts_name']}")
        for entry in contract.SURFACE
        if entry["py_form"] in forms
    ]


def public(entry: dict[str, Any]) -> Any:
    return contract.PUBLIC[f"{entry['module']}.{entry['ts_name']}"]


def evaluate(entry: dict[str, Any], text: str) -> Any:
    """Return the type that the listing names, looked up in the module of the entry."""
    if text in SETTLED:
        return SETTLED[text]
    module = {name.rpartition(".")[2]: thing for name, thing in contract.PUBLIC.items()}
    module |= {
        name.rpartition(".")[2]: thing
        for name, thing in contract.PUBLIC.items()
        if name.rpartition(".")[0] == entry["module"]
    }
    return eval(text, {**NAMESPACE, **module, "T": variable(entry)})  # noqa: S307 - the listing is ours


def variable(entry: dict[str, Any]) -> Any:
    return next(iter(getattr(public(entry), "__parameters__", ())), None)


def test_all_69_types_are_there() -> None:
    assert len(contract.SURFACE) == 69
    assert {f"{entry['module']}.{entry['ts_name']}" for entry in contract.SURFACE} <= set(contract.PUBLIC)


def test_what_only_python_has_is_listed_with_a_reason() -> None:
    added = set(contract.PUBLIC) - {f"{entry['module']}.{entry['ts_name']}" for entry in contract.SURFACE}
    assert not (new := sorted(added - set(contract.PYTHON_ONLY))), f"add to PYTHON_ONLY in tests/contract.py: {new}"
    assert not (gone := sorted(set(contract.PYTHON_ONLY) - added)), f"remove from PYTHON_ONLY: {gone}"


@pytest.mark.parametrize("entry", entries("typed_dict", "record_protocol", "behaviour_protocol", "alias"))
def test_what_the_typescript_root_exports_the_root_exports(entry: dict[str, Any]) -> None:
    at_root = getattr(latency_shim, entry["ts_name"], None) is public(entry)
    assert at_root == entry["root_export"]


@pytest.mark.parametrize("entry", entries("typed_dict"))
def test_typed_dict_has_the_keys_and_types_of_the_interface(entry: dict[str, Any]) -> None:
    own = {member["py_name"]: evaluate(entry, member["py_type"]) for member in entry["members"]}
    hints = get_type_hints(public(entry), include_extras=True)
    assert {key: hints[key] for key in own} == own
    inherited = {key for base in entry["extends"] for key in contract.PUBLIC[f"facets.common.{base}"].__annotations__}
    assert set(hints) == {*own, *inherited}


@pytest.mark.parametrize("entry", entries("typed_dict"))
def test_typed_dict_requires_what_the_interface_requires(entry: dict[str, Any]) -> None:
    required = {member["py_name"] for member in entry["members"] if not member["optional"]}
    assert public(entry).__required_keys__ == required
    assert public(entry).__optional_keys__ == set(get_type_hints(public(entry))) - required


@pytest.mark.parametrize("entry", entries("record_protocol", "behaviour_protocol"))
def test_protocol_has_the_members_of_the_interface(entry: dict[str, Any]) -> None:
    assert list(contract.members(public(entry))) == [member["py_name"] for member in entry["members"]]


@pytest.mark.parametrize("entry", entries("record_protocol", "behaviour_protocol"))
def test_protocol_properties_have_the_types_of_the_interface(entry: dict[str, Any]) -> None:
    for member in entry["members"]:
        if member["kind"] == "field":
            prop = contract.members(public(entry))[member["py_name"]]
            assert isinstance(prop, property)
            assert prop.fset is None
            assert get_type_hints(prop.fget)["return"] == evaluate(entry, member["py_type"])


@pytest.mark.parametrize("entry", entries("behaviour_protocol"))
def test_protocol_methods_have_the_parameters_and_types_of_the_interface(entry: dict[str, Any]) -> None:
    for member in entry["members"]:
        if member["kind"] != "method":
            continue
        method = contract.members(public(entry))[member["py_name"]]
        scope: dict[str, Any] = {}
        # The listing's signature becomes a function, whose annotations stay text.
        exec(f"from __future__ import annotations\n{member['py_signature']}: ...", scope)  # noqa: S102
        listed = inspect.signature(scope[member["py_name"]])
        ours = inspect.signature(method)
        hints = get_type_hints(method)
        assert list(ours.parameters) == list(listed.parameters)
        assert hints["return"] == (
            type(None) if listed.return_annotation == "None" else evaluate(entry, listed.return_annotation)
        )
        for name, parameter in list(listed.parameters.items())[1:]:
            assert hints[name] == evaluate(entry, parameter.annotation)
            assert ours.parameters[name].default == parameter.default
            assert ours.parameters[name].kind == (
                parameter.kind  # optional ones can be named, required ones cannot
                if parameter.default is None or parameter.kind is parameter.VAR_POSITIONAL
                else parameter.POSITIONAL_ONLY
            )
        assert inspect.iscoroutinefunction(method) == member["async"]


@pytest.mark.parametrize("entry", [entry for entry in entries("alias") if "literals" in entry.values[0]])
def test_literal_alias_has_the_values_of_the_union(entry: dict[str, Any]) -> None:
    assert list(get_args(public(entry))) == entry["literals"]


@pytest.mark.parametrize("entry", [entry for entry in entries("alias") if "literals" not in entry.values[0]])
def test_other_alias_is_the_type_it_names(entry: dict[str, Any]) -> None:
    assert public(entry) == evaluate(entry, entry["py_type"])


@pytest.mark.parametrize("entry", entries("exception"))
def test_error_has_the_attributes_and_parameters_of_the_class(entry: dict[str, Any]) -> None:
    error = public(entry)
    assert error.__bases__ == (Exception,)
    hints = get_type_hints(error)
    assert all(get_origin(hints[member["py_name"]]) is Final for member in entry["members"])
    listed = [parameter["py_name"] for parameter in entry["constructor"]["params"]]
    ours = ["options" if name == "cause" else name for name in inspect.signature(error).parameters]
    assert ours == listed
