"""What importing the shim gives, and what it costs."""

import importlib
import json
import subprocess
import sys
from importlib import metadata
from importlib.resources import files
from typing import Any

import pytest

import contract
import documents
import generate
import latency_shim
from latency_shim import composition, facets, runtime

BARRELS = [latency_shim, composition, facets, runtime]


def modules_after(statement: str) -> set[str]:
    """Return the modules that a statement loads in a fresh interpreter."""
    program = f"""
import json, sys
before = set(sys.modules)
{statement}
print(json.dumps(sorted(set(sys.modules) - before)))
"""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout))


def test_importing_the_shim_loads_the_root_alone() -> None:
    assert modules_after("import latency_shim") == {"latency_shim", "latency_shim._barrel"}


@pytest.mark.skipif(sys.version_info < (3, 12), reason="3.11 takes typing constructs from typing_extensions")
def test_the_whole_contract_needs_neither_typing_extensions_nor_inspect() -> None:
    assert not {"typing_extensions", "inspect", "dataclasses"} & modules_after("from latency_shim import *")


def test_the_contract_loads_no_tool() -> None:
    loaded = {name for name in modules_after("from latency_shim import *") if name.startswith("latency_shim")}
    contract_modules = {f"latency_shim.{leaf}" for leaf in contract.LEAVES}
    private = {"latency_shim._barrel", "latency_shim._errors", "latency_shim._typing"}
    assert (
        loaded == {"latency_shim", *(f"latency_shim.{name}" for name in generate.PACKAGES)} | contract_modules | private
    )


def test_there_is_no_run_time_module_called_latency() -> None:
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("latency")


@pytest.mark.parametrize("barrel", BARRELS, ids=lambda barrel: barrel.__name__)
def test_barrel_lists_its_public_names_sorted(barrel: Any) -> None:
    assert barrel.__all__ == sorted(barrel.__all__)
    assert dir(barrel) == barrel.__all__


@pytest.mark.parametrize("barrel", BARRELS, ids=lambda barrel: barrel.__name__)
def test_barrel_gives_the_objects_of_the_modules_below_it(barrel: Any) -> None:
    below = barrel.__name__.partition(".")[2]
    expected: dict[str, Any] = {}
    for name, thing in contract.PUBLIC.items():  # composition comes first, and wins
        if name.startswith(below):
            expected.setdefault(name.rpartition(".")[2], thing)
    assert {name: getattr(barrel, name) for name in barrel.__all__} == expected


@pytest.mark.parametrize("barrel", BARRELS, ids=lambda barrel: barrel.__name__)
def test_star_import_gives_every_public_name(barrel: Any) -> None:
    scope: dict[str, Any] = {}
    exec(f"from {barrel.__name__} import *", scope)  # noqa: S102 - a star import cannot stand in a function
    assert set(scope) - {"__builtins__"} == set(barrel.__all__)


def test_clashing_names_mean_the_composition_ones_at_the_root() -> None:
    assert latency_shim.Logger is composition.Logger
    assert latency_shim.Logger is not facets.Logger  # type: ignore[comparison-overlap]  # mypy knows it
    assert latency_shim.DecisionResult is composition.DecisionResult
    assert latency_shim.DecisionResult is not facets.DecisionResult  # type: ignore[comparison-overlap]  # here too


def test_subpackages_are_reached_from_the_root() -> None:
    program = "import latency_shim; latency_shim.facets.Logger; latency_shim.runtime.Binder"
    assert "latency_shim.facets.logging" in modules_after(program)


def test_a_name_that_was_asked_for_is_kept() -> None:
    assert latency_shim.Binder is runtime.Binder
    assert vars(latency_shim)["Binder"] is vars(runtime)["Binder"]


def test_a_misspelt_name_is_an_attribute_error_that_names_it() -> None:
    with pytest.raises(AttributeError, match="module 'latency_shim' has no attribute 'IsueTracker'") as caught:
        latency_shim.IsueTracker  # type: ignore[attr-defined]  # noqa: B018
    assert (caught.value.name, caught.value.obj) == ("IsueTracker", latency_shim)  # what suggestions are made from


def test_a_misspelt_import_is_an_import_error() -> None:
    with pytest.raises(ImportError, match="IsueTracker"):
        exec("from latency_shim import IsueTracker")  # noqa: S102 - it must fail at run time


def test_the_shim_is_marked_as_typed() -> None:
    assert files("latency_shim").joinpath("py.typed").is_file()


def test_the_shim_says_its_version_and_that_of_the_contract() -> None:
    assert latency_shim.__version__ == metadata.version("latency-stubs")
    assert latency_shim.CONTRACT == "0.1.1"
    changelog = documents.ROOT.joinpath("CHANGELOG.md").read_text(encoding="utf-8")
    assert f"`@generacy-ai/latency` {latency_shim.CONTRACT}" in changelog


def test_the_version_is_looked_up_only_when_it_is_asked_for() -> None:
    assert "importlib.metadata" not in modules_after("import latency_shim; latency_shim.CONTRACT")
    assert "importlib.metadata" in modules_after("import latency_shim; latency_shim.__version__")


def test_without_an_installed_distribution_there_is_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.delitem(vars(latency_shim), "__version__", raising=False)
    monkeypatch.setattr(metadata, "version", version)
    with pytest.raises(AttributeError, match="latency-stubs is not installed"):
        latency_shim.__version__  # noqa: B018
