"""Run stubtest on `latency`, with a copy of the shim as its run-time module.

stubtest compares modules of one name only, and followed through `latency_shim` it would compare the stubs with
themselves. There is no allowlist: whatever it finds is an error.
"""

import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from mypy import nodes, options, stubtest, types

import drift


def copy_shim(shim: Path, folder: Path) -> None:
    """Write the shim's modules as a package called `latency`.

    On 3.11 too it takes `TypedDict` from the standard library, as the stubs do: the one of `typing_extensions`
    has attributes that mypy's lacks.
    """
    for source in shim.rglob("*.py"):
        text = source.read_text(encoding="utf-8").replace("latency_shim", "latency")
        if source.name == "_typing.py":
            text = text.replace("if sys.version_info >= (3, 12):", "if True:")
        target = folder / "latency" / source.relative_to(shim)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


verify_alias = stubtest.verify.dispatch(nodes.TypeAlias)


@stubtest.verify.register(nodes.TypeAlias)
def verify_literal_alias(stub: nodes.TypeAlias, runtime: Any, path: list[str]) -> Iterator[stubtest.Error]:
    """Compare the values of a literal alias; stubtest takes it for a union, and looks no further."""
    target = types.get_proper_type(stub.target)
    if isinstance(target, types.UnionType) and get_origin(runtime) is Literal:
        items = map(types.get_proper_type, target.items)
        if [item.value for item in items if isinstance(item, types.LiteralType)] != list(get_args(runtime)):
            yield stubtest.Error(path, "has other values", stub, runtime, stub_desc=str(target))
    else:
        yield from verify_alias(stub, runtime, path)


@cache
def build_stubs() -> None:
    """Let mypy read the installed stubs, once."""
    build_options = options.Options()
    build_options.incremental = False  # what mypy takes from its cache has no trees to compare
    stubtest.build_stubs(["latency"], build_options, find_submodules=True)


def findings(shim: Path) -> list[str]:
    """Return what stubtest finds between the installed stubs and a shim."""
    modules = sorted(drift.module_name(path, shim) for path in drift.contract_files(shim))
    with tempfile.TemporaryDirectory() as folder:
        copy_shim(shim, Path(folder))
        sys.path.insert(0, folder)
        try:
            build_stubs()
            return [
                error.get_description(concise=True)
                for module in modules
                for error in stubtest.test_module(f"latency.{module}".rstrip("."))
            ]
        finally:
            sys.path.remove(folder)
            for name in [name for name in sys.modules if name.partition(".")[0] == "latency"]:
                del sys.modules[name]


def installed_shim() -> Path:
    """Return the folder of the installed shim."""
    spec = find_spec("latency_shim")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent
