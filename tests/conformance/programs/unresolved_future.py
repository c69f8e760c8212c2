"""Names that only type checkers import, behind the future import: that annotation is unknown, and nothing else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, NotRequired, Protocol, Required, TypedDict, TypeVar

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

T = TypeVar("T")


class Prices(Protocol):
    tax: Fraction
    currency: str

    def price(self, name: str, /, *, day: Fraction | None = None) -> Decimal: ...

    def names(self) -> Sequence[str]: ...

    @property
    def total(self) -> Decimal: ...

    @property
    def count(self) -> int: ...


class Base:
    tax: Fraction
    currency: Any = "a"

    def __init__(self, tax: Any = 1, currency: Any = "a") -> None:
        self.tax = tax
        self.currency: Any = currency

    def price(self, name: str, /, *, day: Fraction | None = None) -> Decimal:
        raise LookupError

    def names(self) -> list[str]:
        return []

    @property
    def total(self) -> Decimal:
        raise LookupError

    @property
    def count(self) -> int:
        return 1


class WrongNames(Base):
    def names(self) -> list[int]:  # type: ignore[override]
        return []


class WrongKey(Base):
    def price(self, name: int, /, *, day: Fraction | None = None) -> Decimal:  # type: ignore[override]
        raise LookupError


class WithoutDay(Base):
    def price(self, name: str, /) -> Decimal:  # type: ignore[override]
        raise LookupError


class WrongCount(Base):
    @property
    def count(self) -> str:  # type: ignore[override]
        return "a"


class Everything(Protocol):
    def run(self, decimals: Sequence[Decimal], call: Callable[[Decimal], Awaitable[Fraction]], /) -> Mapping[str, Decimal]: ...

    def text(self, number: int, /) -> str: ...


class DoesEverything:
    def run(self, decimals: Any, call: Any) -> Any: ...

    def text(self, number: int) -> str:
        return "a"


class DoesWrongText(DoesEverything):
    def text(self, number: str) -> int:  # type: ignore[override]
        return 1


class DoesTooMuch(DoesEverything):
    def run(self, decimals: Any, call: Any, more: Any) -> Any: ...  # type: ignore[override]


prices: Prices = Base()
prices_names: Prices = WrongNames()  # E: names return-type
prices_key: Prices = WrongKey()  # E: price parameter-type
prices_day: Prices = WithoutDay()  # E: price parameter-name
prices_count: Prices = WrongCount()  # E: count return-type
prices_currency: Prices = Base(currency=1)  # R: currency wrong-value -- what is typed as Any is looked at
prices_tax: Prices = Base(tax="a")
prices_nothing: Prices = object()  # E: tax missing-property; currency missing-property; price missing-member; names missing-member; total missing-property; count missing-property
everything: Everything = DoesEverything()
everything_text: Everything = DoesWrongText()  # E: text parameter-type; text return-type
everything_more: Everything = DoesTooMuch()  # E: run extra-required-parameter


class Order(TypedDict):
    name: str
    price: Decimal
    parts: NotRequired[list[Fraction]]
    count: NotRequired[int]


class Partial(TypedDict, total=False):
    name: Required[str]
    price: Decimal
    fixed: Required[Fraction]


class OrderBelow(Order):
    customer: str


class Page(TypedDict, Generic[T]):
    items: list[T]
    price: NotRequired[Decimal]


@dataclass
class AnOrder:
    name: str
    price: Decimal


class HasName(Protocol):
    name: str
    price: Decimal


order: Order = {"name": "a", "price": 1}  # S: the name of the type is known to type checkers alone
order_missing: Order = {"name": "a"}  # E: price missing-key
order_name: Order = {"name": 1, "price": 2}  # E: name wrong-value
order_count: Order = {"name": "a", "price": 1, "count": "b"}  # E: count wrong-value
order_count_none: Order = {"name": "a", "price": 1, "count": None}  # E: count none-for-absent-key
order_unknown: Order = {"name": "a", "price": 1, "pirce": 2}  # E: pirce unknown-key
partial: Partial = {"name": "a", "fixed": 1}  # S: the name of the type is known to type checkers alone
partial_missing: Partial = {"price": 1}  # E: name missing-key; fixed missing-key
below_missing: OrderBelow = {"name": "a", "price": 1}  # E: customer missing-key
page: Page[int] = {"items": [1]}
page_items: Page[int] = {"items": ["a"]}  # E: items[0] wrong-value
record: HasName = AnOrder("a", 1)  # type: ignore[arg-type]
record_missing: HasName = object()  # E: name missing-property; price missing-property
