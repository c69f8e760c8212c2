"""One edit of each kind that lets stubs and hand-written modules drift apart, made on a copy of the shim."""

import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Edit:
    """Replaces a text, which occurs once, in one file of the shim."""

    kind: str
    file: str
    old: str
    new: str
    by_stubtest: bool = False  # whether stubtest catches it too

    def apply(self, shim: Path, folder: Path) -> Path:
        """Copy the shim into a folder, with this edit."""
        copy = folder / "latency_shim"
        shutil.copytree(shim, copy, ignore=shutil.ignore_patterns("__pycache__"))
        path = copy / self.file
        text = path.read_text(encoding="utf-8")
        assert text.count(self.old) == 1, f"{self.kind}: {self.old!r} occurs {text.count(self.old)} times"
        path.write_text(text.replace(self.old, self.new), encoding="utf-8")
        return copy


COMMON, FACET, RESOLUTION = "facets/common.py", "composition/facet.py", "runtime/resolution.py"
LIMIT, OFFSET = "    limit: NotRequired[int]\n", "    offset: NotRequired[int]\n"
NOT_FOUND = "(self, facet: str, qualifier: str | None = None)"
PLUGIN_LIST = '''

class PluginList(Protocol):
    """A definition that the stubs lack."""
'''

EDITS = [
    Edit("parameter renamed", COMMON, "message: str, code: str, *", "text: str, code: str, *", by_stubtest=True),
    Edit("parameter lost", RESOLUTION, NOT_FOUND, "(self, facet: str)", by_stubtest=True),
    Edit("default changed", RESOLUTION, NOT_FOUND, NOT_FOUND.replace("= None", '= ""'), by_stubtest=True),
    Edit("default lost", RESOLUTION, NOT_FOUND, NOT_FOUND.replace(" = None", ""), by_stubtest=True),
    Edit("kind changed", COMMON, "*, cause: object = None", "cause: object = None", by_stubtest=True),
    Edit(
        "method added", COMMON, "    def __str__", "    def text(self) -> str: ...\n\n    def __str__", by_stubtest=True
    ),
    Edit("method lost", COMMON, "    def has_more", "    def _has_more", by_stubtest=True),
    Edit("members in another order", COMMON, LIMIT + OFFSET, OFFSET + LIMIT),
    Edit("property made a method", COMMON, "    @property\n    def total", "    def total", by_stubtest=True),
    Edit("parameter's annotation changed", COMMON, "message: str, code: str, *", "message: str, code: object, *"),
    Edit("result's annotation changed", FACET, "TypeForm[_T]) -> Self", "TypeForm[_T]) -> object"),
    Edit("property's annotation changed", COMMON, "def total(self) -> int", "def total(self) -> float"),
    Edit("TypedDict key renamed", FACET, "    priority: NotRequired", "    rank: NotRequired"),
    Edit("TypedDict key lost", FACET, "    priority: NotRequired[int]\n", ""),
    Edit("NotRequired lost", FACET, "priority: NotRequired[int]", "priority: int"),
    Edit("member of an alias lost", RESOLUTION, "FacetNotFoundError | AmbiguousFacetError |", "FacetNotFoundError |"),
    Edit("base of an error changed", COMMON, "FacetError(Exception)", "FacetError(ValueError)"),
    Edit("keyword of a class added", COMMON, "PaginatedQuery(TypedDict)", "PaginatedQuery(TypedDict, total=False)"),
    Edit("decorator lost", COMMON, "@runtime_checkable\n", ""),
    Edit("error's attribute lost", COMMON, "    code: Final[str]\n", ""),
    Edit("name lost from __all__", COMMON, '"PaginatedQuery", ', "", by_stubtest=True),
    Edit("class added", COMMON, "\n\nclass PaginatedQuery", PLUGIN_LIST + "\n\nclass PaginatedQuery"),
    Edit("docstring changed", COMMON, '"""One page of a result', '"""A page of a result'),
    Edit("module's docstring changed", COMMON, '"""What all facets share', '"""All that facets share'),
    Edit("package's docstring changed", "facets/__init__.py", '"""The abilities', '"""Abilities'),
]
