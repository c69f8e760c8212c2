"""Run stubtest on `latency`, with a copy of the installed shim as its run-time module.

stubtest compares modules of one name only, and followed through `latency_shim` it would compare the stubs
with themselves. There is no allowlist: whatever it finds is an error.
"""

import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from mypy import nodes, stubtest, types


def copy_shim(folder: Path) -> None:
    """Write the shim's modules as a package called `latency`.

    On 3.11 too it takes `TypedDict` from the standard library, as the stubs do: the one of
    `typing_extensions` has attributes that mypy's lacks.
    """
    spec = find_spec("latency_shim")
    assert spec is not None
    assert spec.origin is not None
    shim = Path(spec.origin).parent
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
        values = [
            item.value
            for item in map(types.get_proper_type, target.items)
            if isinstance(item, types.LiteralType)
        ]
        if values != list(get_args(runtime)):
            yield stubtest.Error(path, "has other values", stub, runtime, stub_desc=str(target))
    else:
        yield from verify_alias(stub, runtime, path)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        copy_shim(Path(name))
        sys.path.insert(0, name)
        sys.exit(stubtest.test_stubs(stubtest.parse_options(["latency", *sys.argv[1:]])))
