"""The JSON Schemas of records say what the structural checker says."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import latency_shim
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
