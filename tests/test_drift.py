"""Stubs and shim say the same, and the comparison that says so catches every kind of edit."""

import shutil
from pathlib import Path

import pytest

import documents
import drift
from drift_edits import EDITS, Edit

STUBS, SHIM = documents.ROOT / "latency-stubs", documents.ROOT / "latency_shim"


def test_stubs_and_shim_agree() -> None:
    found = drift.differences(STUBS, SHIM)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.kind)
def test_an_edit_of_the_shim_is_caught(edit: Edit, tmp_path: Path) -> None:
    found = drift.differences(STUBS, edit.apply(SHIM, tmp_path))
    module = edit.file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    assert found
    assert all(line.startswith(f"{module}: ") for line in found)


def test_all_differences_are_listed(tmp_path: Path) -> None:
    shim = tmp_path / "shim"
    shutil.copytree(SHIM, shim)
    for path in shim.glob("*/*.py"):
        path.write_text(path.read_text(encoding="utf-8").replace("NotRequired[int]", "int"), encoding="utf-8")
    assert [line.partition(": stub")[0] for line in drift.differences(STUBS, shim)] == [
        "composition.facet: FacetProvider.priority",
        "facets.common: PaginatedQuery.limit",
        "facets.common: PaginatedQuery.offset",
    ]
