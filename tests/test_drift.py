"""Stubs and shim say the same, and the comparison that says so catches every kind of edit."""

from pathlib import Path

import pytest

import documents
import drift
from drift_edits import EDITS, Edit

STUBS, SHIM = documents.ROOT / "latency-stubs", documents.ROOT / "latency_shim"


def test_stubs_and_shim_agree() -> None:
    assert drift.differences(STUBS, SHIM) == []


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.kind)
def test_an_edit_of_the_shim_is_caught(edit: Edit, tmp_path: Path) -> None:
    found = drift.differences(STUBS, edit.apply(SHIM, tmp_path))
    assert any(Path(edit.file).stem in line or "_barrel" in edit.file for line in found)
