"""One edit of each kind that lets stub and shim drift apart, made on a copy of the shim."""

import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Edit:
    """Replaces a text, which occurs once, in one file of the shim; without a text the file is removed."""

    kind: str
    file: str
    old: str = ""
    new: str = ""
    by_stubtest: bool = False  # whether stubtest catches it too

    def apply(self, shim: Path, folder: Path) -> Path:
        """Copy the shim into a folder, with this edit."""
        copy = folder / "latency_shim"
        shutil.copytree(shim, copy, ignore=shutil.ignore_patterns("__pycache__"))
        path = copy / self.file
        if self.old:
            text = path.read_text(encoding="utf-8")
            assert text.count(self.old) == 1, f"{self.kind}: {self.old!r} occurs {text.count(self.old)} times"
            path.write_text(text.replace(self.old, self.new), encoding="utf-8")
        elif path.exists():
            path.unlink()
        else:
            path.write_text(self.new, encoding="utf-8")
        return copy


REGISTRY, BINDER, STATE, DECISION = (
    "runtime/registry.py",
    "runtime/binder.py",
    "facets/state.py",
    "facets/decision.py",
)
LIMIT, OFFSET = "    limit: NotRequired[int]\n", "    offset: NotRequired[int]\n"
PLUGIN_LIST = '''

class PluginList(Protocol):
    """What the stubs do not have."""
'''

EDITS = [
    Edit("parameter renamed", STATE, "prefix: str", "start: str", by_stubtest=True),
    Edit("parameter lost", STATE, "key: str, value: object, /", "key: str, /", by_stubtest=True),
    Edit("default changed", STATE, "prefix: str | None = None", 'prefix: str | None = ""', by_stubtest=True),
    Edit("default lost", STATE, "prefix: str | None = None", "prefix: str | None", by_stubtest=True),
    Edit(
        "kind changed",
        STATE,
        "(self, key: str, value: object, /)",
        "(self, key: str, /, value: object)",
        by_stubtest=True,
    ),
    Edit("async dropped", STATE, "async def has", "def has"),
    Edit("async added", REGISTRY, "def list", "async def list", by_stubtest=True),
    Edit(
        "method added",
        STATE,
        "    async def delete",
        "    async def clear(self) -> None: ...\n    async def delete",
        by_stubtest=True,
    ),
    Edit("method lost", STATE, "    async def has", "    async def _has", by_stubtest=True),
    Edit("members in another order", "facets/common.py", LIMIT + OFFSET, OFFSET + LIMIT),
    Edit(
        "property made a method",
        "facets/common.py",
        "    @property\n    def total",
        "    def total",
        by_stubtest=True,
    ),
    Edit("parameter's annotation changed", STATE, "prefix: str | None", "prefix: bytes | None"),
    Edit("result's annotation changed", STATE, "-> Sequence[str]", "-> Sequence[object]"),
    Edit(
        "property's annotation changed",
        "facets/common.py",
        "def total(self) -> int",
        "def total(self) -> float",
    ),
    Edit(
        "overloaded parameter renamed",
        REGISTRY,
        "def resolve(self, facet: str, /, qualifier",
        "def resolve(self, facet: str, /, name",
        by_stubtest=True,
    ),
    Edit("overloaded parameter's annotation changed", REGISTRY, "provider: object", "provider: str"),
    Edit("overloaded result's annotation changed", REGISTRY, "= None) -> Any", "= None) -> object"),
    Edit("TypedDict key renamed", REGISTRY, "    priority: NotRequired", "    rank: NotRequired"),
    Edit("TypedDict key lost", REGISTRY, "    priority: NotRequired[int]\n", ""),
    Edit("NotRequired lost", REGISTRY, "priority: NotRequired[int]", "priority: int"),
    Edit("literal of an alias changed", DECISION, '"low", "medium"', '"low", "middle"', by_stubtest=True),
    Edit("literal of a key changed", BINDER, '"first", ', '"earliest", '),
    Edit("base class changed", "facets/issue_tracker.py", "IssueQuery(PaginatedQuery)", "IssueQuery(TypedDict)"),
    Edit("base of an error changed", "facets/common.py", "FacetError(Exception)", "FacetError(ValueError)"),
    Edit("decorator lost", STATE, "@runtime_checkable\n", ""),
    Edit("error's attribute lost", "facets/common.py", "    code: Final[str]\n", ""),
    Edit("constant's annotation changed", STATE, "Final[FacetKey[StateStore]]", "Final[FacetKey[object]]"),
    Edit("name lost from __all__", STATE, '["STATE_STORE", "StateStore"]', '["StateStore"]', by_stubtest=True),
    Edit(
        "name lost from the barrel's table",
        "_barrel.py",
        "STATE_STORE StateStore",
        "StateStore",
        by_stubtest=True,
    ),
    Edit("class added", STATE, "\nSTATE_STORE:", PLUGIN_LIST + "\nSTATE_STORE:"),
    Edit("docstring changed", STATE, '"""Keeps values under text keys', '"""Holds values under text keys'),
    Edit("module's docstring changed", STATE, '"""The facet `StateStore`', '"""The facet StateStore'),
    Edit("module missing in the shim", "facets/secrets.py", by_stubtest=True),
    Edit("module missing in the stubs", "facets/cache.py", new='"""New."""\n', by_stubtest=True),
    Edit("pointer to the stub lost", "facets/secrets.pyi"),
]
