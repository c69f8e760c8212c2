"""What the generator writes for each kind of construct in a stub, and what it refuses."""

import ast
import shutil
from pathlib import Path
from textwrap import dedent

import pytest

import documents
import generate

HEAD = '''
"""A module.

More about it.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final, NotRequired, Protocol, TypeAlias, TypedDict, TypeVar, overload, runtime_checkable

from latency.composition.facet import FacetKey
from typing_extensions import deprecated

__all__ = ["A"]

_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)
'''
SHIM_HEAD = '''
"""A module."""
from collections.abc import Callable, Sequence
from latency_shim._typing import NotRequired, Protocol, TypedDict, runtime_checkable
from typing import Any, Final, TypeAlias, TypeVar, overload
from latency_shim.composition.facet import FacetKey
__all__ = ["A"]
'''


def stub(text: str, name: str = "facets.cache") -> generate.Stub:
    return generate.Stub(name, Path(f"latency-stubs/{name.replace('.', '/')}.pyi"), ast.parse(text))


def normal(text: str) -> list[str]:
    """Return the lines of a module, without those that are empty."""
    return [line for line in ast.unparse(ast.parse(text)).splitlines() if line]


KINDS = {
    "typed_dict": (
        '''
        class A(TypedDict, total=False):
            """Options.

            More about them.
            """

            size: NotRequired[int]
            """How large. More about it."""
            items: Sequence[str]
        ''',
        '''
        class A(TypedDict, total=False):
            """Options."""
            size: NotRequired[int]
            items: Sequence[str]
        ''',
    ),
    "record": (
        '''
        @runtime_checkable
        class A(Protocol):
            """A record."""
            @property
            def size(self) -> int:
                """How large.

                More about it.
                """
            @property
            def none(self) -> object | None: ...
        ''',
        '''
        @runtime_checkable
        class A(Protocol):
            """A record."""
            @property
            def size(self) -> int:
                """How large."""
                ...
            @property
            def none(self) -> object | None: ...
        ''',
    ),
    "methods": (
        '''
        class A(Protocol):
            limit: int
            """Settable."""
            def get(self, key: str, /, default: Any = None, *rest: int, flag: bool = False, **more: str) -> Any:
                """Return a value."""
            async def put(self, key: str, /) -> None: ...
            def stream(self) -> Sequence[bytes]:
                """Yield parts."""
                ...
            @classmethod
            def make(cls) -> object: ...
            @staticmethod
            def made() -> int: ...
            @property
            def name(self) -> str: ...
            @name.setter
            def name(self, value: str) -> None: ...
        ''',
        '''
        class A(Protocol):
            limit: int
            def get(self, key: str, /, default: Any = None, *rest: int, flag: bool = False, **more: str) -> Any:
                """Return a value."""
                ...
            async def put(self, key: str, /) -> None: ...
            def stream(self) -> Sequence[bytes]:
                """Yield parts."""
                ...
            @classmethod
            def make(cls) -> object: ...
            @staticmethod
            def made() -> int: ...
            @property
            def name(self) -> str: ...
            @name.setter
            def name(self, value: str) -> None: ...
        ''',
    ),
    "overloads_become_the_last_one_with_the_text_of_the_first": (
        '''
        class A(Protocol):
            @overload  # typed key
            def get(self, key: FacetKey[_T], /) -> _T:
                """Return a provider.

                More about it.
                """
            @overload
            @deprecated("no")
            def get(self, key: FacetKey[Any], /) -> object: ...
            @overload
            def get(self, key: str, /) -> Any: ...
            def has(self, key: str, /) -> bool: ...
        ''',
        '''
        class A(Protocol):
            def get(self, key: str, /) -> Any:
                """Return a provider."""
                ...
            def has(self, key: str, /) -> bool: ...
        ''',
    ),
    "type_variables_that_are_still_needed": (
        "class A(Protocol[_T_co]):\n    def get(self) -> _T_co: ...",
        '_T_co = TypeVar("_T_co", covariant=True)\nclass A(Protocol[_T_co]):\n    def get(self) -> _T_co: ...',
    ),
    "names_that_are_defined_later_are_quoted": (
        """
        class A(Protocol):
            def child(self, parent: A | None = None) -> Sequence[B]: ...
        class B(TypedDict):
            first: NotRequired[A]
            second: NotRequired[Sequence[B]]
        """,
        """
        class A(Protocol):
            def child(self, parent: "A | None" = None) -> "Sequence[B]": ...
        class B(TypedDict):
            first: NotRequired[A]
            second: "NotRequired[Sequence[B]]"
        """,
    ),
    "aliases": (
        'A: TypeAlias = Callable[[], None]\n"""A callback."""',
        "A: TypeAlias = Callable[[], None]",
    ),
    "key": (
        'class I(Protocol):\n    def get(self) -> int: ...\nA: Final[FacetKey[I]]\n"""Key of the facet `"Cache"`."""',
        'class I(Protocol):\n    def get(self) -> int: ...\nA: Final[FacetKey[I]] = FacetKey("Cache", I)',
    ),
    "derived": (
        "class Base(TypedDict):\n    size: int\nclass A(Base):\n    more: int\nclass B(A):\n    '''A copy.'''",
        "class Base(TypedDict):\n    size: int\nclass A(Base):\n    more: int\nclass B(A):\n    '''A copy.'''",
    ),
    "imports_of_a_module": ("import datetime\nclass A(TypedDict):\n    at: datetime.datetime",) * 2,
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_construct(kind: str) -> None:
    written, expected = map(dedent, KINDS[kind])
    one = stub(HEAD + written)
    assert normal(generate.leaf(one, {one.name: one})) == normal(SHIM_HEAD + expected)


REFUSED = {
    "if 1:\n    A = 1": "no rule for this construct (If: if 1:)",
    "def a() -> None: ...": "no rule for this construct (FunctionDef: def a() -> None:",
    "class A: ...": "no rule for this construct (ClassDef: class A:)",
    "class A(Exception): ...": "no rule for this construct (ClassDef: class A(Exception):)",
    "class A(Generic[_T]): ...": "no rule for this construct (ClassDef: class A(Generic[_T]):)",
    "from .other import A": "no rule for this construct (ImportFrom: from .other import A)",
    "from latency.facets.other import *": "no rule for this construct (ImportFrom: from latency.facets.other import *)",
    "from typing_extensions import TypeAliasType": "typing_extensions.TypeAliasType is not at hand at run time",
    "A: Final[int]": "no rule for this construct (AnnAssign: A: Final[int])",
    "A: Final = 1": "no rule for this construct (AnnAssign: A: Final = 1)",
    "A: Final[FacetKey[I]]\n'''A key.'''": 'the docstring of a facet key must name it: `"Cache"`',
    "A: Final[FacetKey[I[int]]]\n'''`\"A\"`'''": "no rule for this construct (AnnAssign: A: Final[FacetKey[I[int]]])",
    "class A(Protocol):\n    x = 1": "no rule for this construct (Assign: x = 1)",
    "class A(Protocol):\n    x: int = 1": "no rule for this construct (AnnAssign: x: int = 1)",
    "class A(Protocol):\n    class B: ...": "no rule for this construct (ClassDef: class B:)",
    "class A(Protocol):\n    def f(self, x: int = ...) -> None: ...": "write out the default values of 'f'",
    "class A(Protocol):\n    @final\n    def f(self) -> None: ...": "no rule for this construct (Name: final)",
    "class A(Protocol):\n    def f(self) -> None: return": "no rule for this construct (Return: return)",
    "for x in (): ...": "no rule for this construct (For: for x in ():)",
    "del x": "no rule for this construct (Delete: del x)",
}


@pytest.mark.parametrize("text", REFUSED)
def test_an_unknown_construct_is_an_error_with_file_and_line(text: str) -> None:
    one = stub(f"{HEAD}\n{text}")
    with pytest.raises(generate.UnknownConstructError) as caught:
        generate.leaf(one, {one.name: one})
    place, _, message = str(caught.value).partition(": ")
    assert message.startswith(REFUSED[text])
    path, _, line = place.partition(":")
    assert path == "latency-stubs/facets/cache.pyi"
    assert int(line) > HEAD.count("\n")


def test_a_stub_without_a_list_of_its_names_is_an_error() -> None:
    with pytest.raises(generate.UnknownConstructError, match=r"cache\.pyi:1: no __all__"):
        generate.names(stub("A = 1"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a copy of what the generator reads and writes."""
    for folder in "latency-stubs", "latency_shim":
        shutil.copytree(documents.ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(documents.ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


CACHE = '''"""The facet `Cache`: what is quickly found again."""

from typing import Final, NotRequired, Protocol, TypedDict, runtime_checkable

from latency.composition.facet import FacetKey

__all__ = ["CACHE", "Cache", "CacheOptions"]

class CacheOptions(TypedDict):
    """How a value is kept."""

    seconds: NotRequired[float]

@runtime_checkable
class Cache(Protocol):
    """Keeps values for a while."""

    async def get(self, key: str, /) -> object: ...

CACHE: Final[FacetKey[Cache]]
"""Key of the facet `"Cache"`."""
'''


def test_a_new_facet_is_in_every_list(root: Path) -> None:
    (root / "latency-stubs/facets/cache.pyi").write_text(CACHE, encoding="utf-8")
    files = generate.generated(root)
    assert files["latency_shim/facets/cache.pyi"].endswith("\nfrom latency.facets.cache import *\n")
    assert "CACHE: Final[FacetKey[Cache]] = FacetKey('Cache', Cache)" in files["latency_shim/facets/cache.py"]
    assert '    "facets.cache": "CACHE Cache CacheOptions",' in files["latency_shim/_barrel.py"]
    for barrel in "latency-stubs/__init__.pyi", "latency-stubs/facets/__init__.pyi":
        assert "from latency.facets.cache import CACHE, Cache, CacheOptions\n" in files[barrel]
        assert "'CACHE'" in files[barrel]
    assert "'CACHE'" not in files["latency-stubs/composition/__init__.pyi"]
    implements = files["latency_shim/conformance/_implements.py"]
    assert '(interface: "FacetKey[Cache]") -> "Callable[[_Cache], _Cache]": ...' in implements
    assert '(interface: "TypeForm[Cache]") -> "Callable[[_Cache], _Cache]": ...' in implements
    assert "CacheOptions" not in implements  # a record
    assert files["docs/reference/latency.facets.cache.md"].endswith("\n::: latency.facets.cache\n")
    assert "\n          - cache: reference/latency.facets.cache.md\n" in files["mkdocs.yml"]


def test_of_two_modules_with_one_name_the_first_counts_at_the_root(root: Path) -> None:
    (root / "latency-stubs/facets/cache.pyi").write_text(CACHE.replace("CacheOptions", "Logger"), encoding="utf-8")
    files = generate.generated(root)
    assert "from latency.facets.cache import CACHE, Cache\n" in files["latency-stubs/__init__.pyi"]


def test_a_protocol_is_tried_before_those_it_is_derived_from(root: Path) -> None:
    derived = CACHE.replace("class Cache(Protocol)", "class Cache(StateStore, Protocol)").replace(
        "from latency.composition", "from latency.facets.state import StateStore\nfrom latency.composition"
    )
    (root / "latency-stubs/facets/zcache.pyi").write_text(derived, encoding="utf-8")
    implements = generate.generated(root)["latency_shim/conformance/_implements.py"]
    assert implements.index("TypeForm[Cache]") < implements.index("TypeForm[StateStore]")


def test_a_generic_protocol_has_any_arguments(root: Path) -> None:
    generic = CACHE.partition("CACHE:")[0].replace('"CACHE", ', "").replace("Cache(Protocol)", "Cache(Protocol[_T])")
    (root / "latency-stubs/facets/cache.pyi").write_text(generic, encoding="utf-8")
    implements = generate.generated(root)["latency_shim/conformance/_implements.py"]
    assert 'TypeForm[Cache[Any]]") -> "Callable[[_Cache], _Cache]"' in implements
    assert '_Cache = TypeVar("_Cache", bound=type[Cache[Any]])' in implements


def test_the_key_of_something_else_than_a_behaviour_is_an_error(root: Path) -> None:
    wrong = CACHE.replace("FacetKey[Cache]", "FacetKey[CacheOptions]")
    (root / "latency-stubs/facets/cache.pyi").write_text(wrong, encoding="utf-8")
    with pytest.raises(generate.UnknownConstructError, match=r"cache\.pyi:20: CacheOptions is not a protocol with"):
        generate.generated(root)
