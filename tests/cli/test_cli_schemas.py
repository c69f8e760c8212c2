"""The JSON Schemas of records say what the structural checker says."""

import ast
import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import latency_shim
from json_schemas import FOLDER as GENERATED
from json_schemas import UnknownTypeError, schemas
from latency_shim import PluginManifest
from latency_shim.cli._matching import contract
from latency_shim.conformance import violations

jsonschema: Any = import_module("jsonschema")  # which has no types

FOLDER = Path(latency_shim.__file__).parent / "cli" / "schemas"
RECORDS = {one.name: one.form for one in contract() if one.kind == "typed-dict"}
MANIFEST: dict[str, Any] = {
    "id": "a",
    "version": "1.0.0",
    "name": "A",
    "provides": [{"facet": "Cache", "qualifier": "x", "priority": 1}],
    "requires": [{"facet": "Store", "optional": True}],
    "uses": [],
}


def validator(name: str) -> Any:
    schema = json.loads(FOLDER.joinpath(f"{name}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_each_record_that_is_written_has_a_schema() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} - {"report"} == {*RECORDS}


@pytest.mark.parametrize("name", RECORDS)
def test_a_schema_has_the_keys_of_its_record_each_with_a_description(name: str) -> None:
    schema = validator(name).schema
    form = RECORDS[name]
    keys = form.__required_keys__ | form.__optional_keys__
    assert {*schema["properties"]} == keys - {"signal"}  # which JSON cannot hold
    assert {*schema.get("required", [])} == form.__required_keys__
    assert all(one.get("description") for one in schema["properties"].values())
    assert "[TypeScript]" not in json.dumps(schema)
    assert "[Python]" not in json.dumps(schema)


CHANGES: dict[str, list[Any]] = {
    "id": ["b", "", 1, None, ["a"]],
    "version": ["1.0.0", "1.2.3-rc.1+build.5", "1.0", "v1.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "", 1.0],
    "name": ["", "A", 1],
    "description": ["", "text", 1, None],
    "provides": [
        [],
        None,
        "Cache",
        {},
        [{}],
        [{"facet": ""}],
        [{"facet": "A", "priority": -1}],
        [{"facet": "A", "x": 1}],
    ],
    "requires": [
        [],
        [{"facet": "A", "optional": 1}],
        [{"facet": "A", "qualifier": None}],
        [{"facet": "A", "optional": False}],
    ],
    "uses": [[], None, [{"facet": 1}], [{"facet": "A"}]],
    "unknown": ["x", None],
}


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in CHANGES.items() for value in values])
def test_the_schema_of_manifests_refuses_what_the_checker_refuses(key: str, value: object) -> None:
    manifest = {**MANIFEST, key: value}
    assert validator("PluginManifest").is_valid(manifest) == (not violations(manifest, PluginManifest))


@pytest.mark.parametrize("key", MANIFEST)
def test_the_schema_of_manifests_requires_what_the_checker_requires(key: str) -> None:
    manifest = {name: value for name, value in MANIFEST.items() if name != key}
    assert validator("PluginManifest").is_valid(manifest) == (not violations(manifest, PluginManifest))


# The generator

STUB = '''
Level: TypeAlias = Literal["low", "high"]
class Signal(Protocol):
    def stop(self) -> None: ...
class Node(TypedDict):
    """A node. [TypeScript]

    Of a tree. [Python]
    """
    name: str
    """Its name. [TypeScript]"""
    level: NotRequired[Level]
    children: Sequence[Node]
    meta: NotRequired[Mapping[str, int | None]]
    anything: object
    signal: NotRequired[Signal]
class Root(Node):
    at: datetime.datetime
'''


def generated(stub: str) -> dict[str, Any]:
    documents = schemas({"facets.tree": ast.parse(stub)})
    return {Path(path).stem: json.loads(text) for path, text in documents.items()}


def test_a_schema_is_made_of_each_typed_dict() -> None:
    node = generated(STUB)["Node"]
    assert node["description"] == "A node.\nOf a tree."
    assert node["properties"] == {
        "name": {"description": "Its name.", "type": "string"},
        "level": {"enum": ["low", "high"]},
        "children": {"type": "array", "items": {"$ref": "#/$defs/Node"}},
        "meta": {"type": "object", "additionalProperties": {"anyOf": [{"type": "integer"}, {"type": "null"}]}},
        "anything": {},
    }
    assert node["required"] == ["name", "children", "anything"]
    jsonschema.Draft202012Validator.check_schema(node)
    tree: dict[str, Any] = {"name": "a", "anything": 1, "children": [{"name": "b", "anything": None, "children": []}]}
    assert jsonschema.Draft202012Validator(node).is_valid(tree)
    assert not jsonschema.Draft202012Validator(node).is_valid({**tree, "children": [{"name": "b"}]})


def test_a_typed_dict_has_the_keys_of_its_bases() -> None:
    root = generated(STUB)["Root"]
    assert root["required"] == ["name", "children", "anything", "at"]
    assert root["properties"]["at"] == {"type": "string", "format": "date-time"}


def test_of_two_records_with_one_name_the_root_has_the_first() -> None:
    first, second = ast.parse("class A(Protocol):\n    x: int\n"), ast.parse("class A(TypedDict):\n    x: int\n")
    assert [*schemas({"composition.a": first, "facets.a": second})] == [f"{GENERATED}/facets.A.json"]


def test_a_type_without_a_rule_is_refused() -> None:
    with pytest.raises(UnknownTypeError, match=r"no JSON Schema for set\[str\]: add a rule"):
        generated("class A(TypedDict):\n    x: set[str]\n")
