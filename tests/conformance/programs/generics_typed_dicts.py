"""Generic TypedDicts: bare, given, inherited, nested in TypedDicts and in protocols."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Optional, Protocol

from typing_extensions import NotRequired, TypedDict, TypeVar

T = TypeVar("T")
U = TypeVar("U")
T_co = TypeVar("T_co", covariant=True)
D = TypeVar("D", default=int)


class Page(TypedDict, Generic[T]):
    items: Sequence[T]
    total: int
    next: NotRequired[T]


class Response(TypedDict, Generic[T]):
    page: Page[T]
    first: Optional[T]


class Swapped(TypedDict, Generic[T, U]):
    left: T
    right: U


class Again(Swapped[U, T], Generic[T, U]):
    both: "tuple[T, U]"


class IntPage(Page[int]):
    note: str


class ListPage(Page[list[U]], Generic[U]):
    pass


class TextListPage(ListPage[str]):
    pass


class Defaulted(TypedDict, Generic[D]):
    value: D


class Tree(TypedDict, Generic[T]):
    value: T
    children: "list[Tree[T]]"


class Container(TypedDict):
    response: Response[int]
    pages: list[Page[str]]
    by_name: Mapping[str, Swapped[int, str]]
    either: "Page[int] | Page[str] | None"


page: Page[int] = {"items": [1, 2], "total": 2}
page_next: Page[int] = {"items": [], "total": 0, "next": 1}
page_item_wrong: Page[int] = {"items": [1, "a"], "total": 2}  # E: items[1] wrong-value
page_next_wrong: Page[int] = {"items": [], "total": 0, "next": "a"}  # E: next wrong-value
page_total_wrong: Page[int] = {"items": [], "total": "a"}  # E: total wrong-value
page_missing: Page[int] = {"items": []}  # E: total missing-key
page_unknown: Page[int] = {"items": [], "total": 0, "nxt": 1}  # E: nxt unknown-key
page_bare: Page = {"items": ["a", 1], "total": 2}  # type: ignore[type-arg]
page_bare_wrong: Page = {"items": 1, "total": 2}  # E: items wrong-value
page_any: Page[Any] = {"items": ["a", 1], "total": 2}
page_object: Page[object] = {"items": ["a", 1], "total": 2}
page_union: Page[int | str] = {"items": ["a", 1], "total": 2}
page_union_wrong: Page[int | str] = {"items": ["a", 1.5], "total": 2}  # E: items[1] wrong-value
page_of_pages: Page[Page[int]] = {"items": [{"items": [1], "total": 1}], "total": 1}
page_of_pages_wrong: Page[Page[int]] = {"items": [{"items": ["a"], "total": 1}], "total": 1}  # E: items[0].items[0] wrong-value
response: Response[str] = {"page": {"items": ["a"], "total": 1}, "first": None}
response_wrong: Response[str] = {"page": {"items": [1], "total": 1}, "first": None}  # E: page.items[0] wrong-value
response_first_wrong: Response[str] = {"page": {"items": [], "total": 1}, "first": 1}  # E: first wrong-value
swapped: Swapped[int, str] = {"left": 1, "right": "a"}
swapped_wrong: Swapped[str, int] = {"left": 1, "right": "a"}  # E: left wrong-value; right wrong-value
again: Again[int, str] = {"left": "a", "right": 1, "both": (1, "a")}
again_wrong: Again[int, str] = {"left": 1, "right": "a", "both": (1, "a")}  # E: left wrong-value; right wrong-value
again_both_wrong: Again[int, str] = {"left": "a", "right": 1, "both": ("a", 1)}  # E: both[0] wrong-value; both[1] wrong-value
int_page: IntPage = {"items": [1], "total": 1, "note": "a"}
int_page_wrong: IntPage = {"items": ["a"], "total": 1, "note": "a"}  # E: items[0] wrong-value
int_page_next_wrong: IntPage = {"items": [], "total": 1, "note": "a", "next": "b"}  # E: next wrong-value
list_page: ListPage[str] = {"items": [["a"]], "total": 1}
list_page_wrong: ListPage[str] = {"items": [[1]], "total": 1}  # E: items[0][0] wrong-value
text_list_page: TextListPage = {"items": [["a"]], "total": 1, "next": ["a"]}
text_list_page_wrong: TextListPage = {"items": [["a"]], "total": 1, "next": "a"}  # E: next wrong-value
text_list_page_deep_wrong: TextListPage = {"items": [["a"], ["b", 1]], "total": 1}  # E: items[1][1] wrong-value
defaulted: Defaulted = {"value": 1}
defaulted_wrong: Defaulted = {"value": "a"}  # E: value wrong-value
defaulted_given: Defaulted[str] = {"value": "a"}
defaulted_given_wrong: Defaulted[str] = {"value": 1}  # E: value wrong-value
tree: Tree[int] = {"value": 1, "children": [{"value": 2, "children": []}]}
tree_wrong: Tree[int] = {"value": 1, "children": [{"value": "a", "children": []}]}  # E: children[0].value wrong-value
tree_deep_wrong: Tree[int] = {"value": 1, "children": [{"value": 1, "children": [{"value": "a", "children": []}]}]}  # E: children[0].children[0].value wrong-value
tree_bare: Tree = {"value": 1, "children": [{"value": "a", "children": []}]}  # type: ignore[type-arg]
container: Container = {"response": {"page": {"items": [1], "total": 1}, "first": 1}, "pages": [{"items": ["a"], "total": 1}], "by_name": {"a": {"left": 1, "right": "a"}}, "either": {"items": ["a"], "total": 1}}
container_response_wrong: Container = {"response": {"page": {"items": ["a"], "total": 1}, "first": 1}, "pages": [], "by_name": {}, "either": None}  # E: response.page.items[0] wrong-value
container_pages_wrong: Container = {"response": {"page": {"items": [1], "total": 1}, "first": 1}, "pages": [{"items": [1], "total": 1}], "by_name": {}, "either": None}  # E: pages[0].items[0] wrong-value
container_by_name_wrong: Container = {"response": {"page": {"items": [1], "total": 1}, "first": 1}, "pages": [], "by_name": {"a": {"left": "a", "right": "a"}}, "either": None}  # E: by_name['a'].left wrong-value

# In protocols


class Store(Protocol[T]):
    def read(self) -> Page[T]: ...

    def write(self, page: Page[T], /) -> None: ...


class Held(Protocol[T]):
    @property
    def page(self) -> Page[T]: ...

    @property
    def trees(self) -> Sequence[Tree[T]]: ...


class IntStore:
    def read(self) -> Page[int]:
        return {"items": [], "total": 0}

    def write(self, page: Page[int], /) -> None: ...


class MappingStore:
    def read(self) -> Page[int]:
        return {"items": [], "total": 0}

    def write(self, page: Mapping[str, object], /) -> None: ...


class DictStore:
    def read(self) -> Page[int]:
        return {"items": [], "total": 0}

    def write(self, page: dict[str, object], /) -> None: ...


@dataclass
class Holds:
    page: Page[int]
    trees: list[Tree[int]]


def holds(page: Any, *trees: Any) -> Holds:
    return Holds(page, list(trees))


int_store: Store[int] = IntStore()
int_store_wrong: Store[str] = IntStore()  # E: read return-type; write parameter-type
mapping_store: Store[int] = MappingStore()
dict_store: Store[int] = DictStore()  # S: a TypedDict is no dict to type checkers, but is one at run time
held: Held[int] = Holds({"items": [1], "total": 1}, [{"value": 1, "children": []}])
held_other: Held[str] = holds({"items": [1], "total": 1}, {"value": 1, "children": []})  # E: page.items[0] wrong-value; trees[0].value wrong-value
held_any: Held[int] = holds({"items": ["a"]})  # R: page.items[0] wrong-value; page.total missing-key -- what is typed as Any is looked at
