"""Names that only type checkers import: the annotation is unknown, and nothing else is."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar

from typing_extensions import NotRequired, TypedDict

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

# In protocols


class Prices(Protocol):
    def price(self, name: str, /) -> "Decimal": ...

    def names(self) -> Sequence[str]: ...


class Takes(Protocol):
    def take(self, amount: "Decimal", times: int, /) -> str: ...


class TakesNested(Protocol):
    def take(self, amounts: "Sequence[Decimal]", /) -> "Mapping[str, Decimal]": ...


class AsyncPrices(Protocol):
    async def price(self, name: str, /) -> "Decimal": ...


class Amount(Protocol):
    amount: "Decimal"
    name: str


class ReadsAmount(Protocol):
    @property
    def amount(self) -> "Decimal | None": ...

    @property
    def name(self) -> str: ...


class Getter(Protocol[T_co]):
    def get(self) -> T_co: ...


class Names:
    def names(self) -> list[str]:
        return []


class DecimalPrices(Names):
    def price(self, name: str) -> "Decimal":
        raise LookupError


class TextPrices(Names):
    def price(self, name: str) -> str:
        return "1"


class WrongNames:
    def price(self, name: str) -> "Decimal":
        raise LookupError

    def names(self) -> list[int]:
        return []


class WrongKey(Names):
    def price(self, name: int) -> "Decimal":
        raise LookupError


class TooMany(Names):
    def price(self, name: str, other: str) -> "Decimal":
        raise LookupError


class AsyncOnes(Names):
    async def price(self, name: str) -> "Decimal":
        raise LookupError


class Missing(Names):
    pass


prices: Prices = DecimalPrices()
prices_text: Prices = TextPrices()  # S: the name of the result's type is known to type checkers alone
prices_names: Prices = WrongNames()  # E: names return-type
prices_key: Prices = WrongKey()  # E: price parameter-type
prices_too_many: Prices = TooMany()  # E: price extra-required-parameter
prices_async: Prices = AsyncOnes()  # S: what the name stands for may be awaitable
prices_missing: Prices = Missing()  # E: price missing-member
prices_nothing: Prices = object()  # E: price missing-member; names missing-member
async_prices: AsyncPrices = AsyncOnes()
async_prices_sync: AsyncPrices = DecimalPrices()  # S: a type whose name is unknown may be one that can be awaited


class TakesDecimal:
    def take(self, amount: "Decimal", times: int) -> str:
        return "a"


class TakesText:
    def take(self, amount: str, times: int) -> str:
        return "a"


class TakesTextTimes:
    def take(self, amount: "Decimal", times: str) -> str:
        return "a"


class TakesAndGivesInt:
    def take(self, amount: "Decimal", times: int) -> int:
        return 1


class TakesUnknownFraction:
    def take(self, amount: "Fraction", times: "Fraction") -> str:
        return "a"


takes: Takes = TakesDecimal()
takes_text: Takes = TakesText()  # S: the name of the parameter's type is known to type checkers alone
takes_times: Takes = TakesTextTimes()  # E: take parameter-type
takes_gives: Takes = TakesAndGivesInt()  # E: take return-type
takes_fraction: Takes = TakesUnknownFraction()  # S: the name of the parameter's type is known to type checkers alone


class NestedRight:
    def take(self, amounts: "Sequence[Decimal]") -> "dict[str, Decimal]":
        return {}


class NestedWrong:
    def take(self, amounts: str) -> str:
        return "a"


nested: TakesNested = NestedRight()
nested_wrong: TakesNested = NestedWrong()  # E: take parameter-type; take return-type


@dataclass
class AnAmount:
    amount: Any
    name: Any = "a"


@dataclass
class DecimalAmount:
    amount: "Decimal"
    name: str = "a"


amount: Amount = AnAmount(1)
amount_name: Amount = AnAmount(1, 2)  # R: name wrong-value -- what is typed as Any is looked at
amount_missing: Amount = object()  # E: amount missing-property; name missing-property
reads_amount: ReadsAmount = AnAmount("a")
reads_amount_name: ReadsAmount = AnAmount("a", None)  # R: name wrong-value -- what is typed as Any is looked at
reads_amount_none: ReadsAmount = AnAmount(None)

# In implementing classes


class Plain(Protocol):
    def price(self, name: str, /) -> int: ...

    def names(self) -> Sequence[str]: ...


class PlainAmount(Protocol):
    def amount(self) -> int: ...


plain_unknown: Plain = DecimalPrices()  # S: the name of the result's type is known to type checkers alone
plain_names: Plain = WrongNames()  # E: names return-type


class DecimalBox(Generic[T]):
    def get(self) -> T:
        raise LookupError


class BoxOfDecimal(DecimalBox["Decimal"]):
    pass


class GivesList:
    def get(self) -> "list[Decimal]":
        return []


box_decimal: Getter[int] = BoxOfDecimal()  # S: the argument of the base is known to type checkers alone
box_list: Getter[int] = GivesList()  # E: get return-type
box_given: "Getter[int]" = GivesList()  # E: get return-type

# In TypedDicts


class Order(TypedDict):
    name: str
    price: "Decimal"
    parts: NotRequired["list[Fraction]"]
    note: "NotRequired[Decimal]"
    count: NotRequired[int]


class OrderBelow(Order):
    customer: str


class Shop(TypedDict):
    orders: list[Order]
    prices: "Mapping[str, Decimal]"


class Page(TypedDict, Generic[T]):
    items: list[T]
    price: "NotRequired[Decimal]"


order: Order = {"name": "a", "price": 1}  # S: the name of the type is known to type checkers alone
order_none: Order = {"name": "a", "price": None}  # S: the name of the type is known to type checkers alone
order_missing: Order = {"name": "a"}  # E: price missing-key
order_name: Order = {"name": 1, "price": 2}  # E: name wrong-value
order_count: Order = {"name": "a", "price": 1, "count": "b"}  # E: count wrong-value
order_count_none: Order = {"name": "a", "price": 1, "count": None}  # E: count none-for-absent-key
order_unknown: Order = {"name": "a", "price": 1, "pirce": 2}  # E: pirce unknown-key
order_parts: Order = {"name": "a", "price": 1, "parts": "b", "note": "c"}  # E: parts wrong-value
order_below: OrderBelow = {"name": "a", "price": 1}  # E: customer missing-key
order_below_name: OrderBelow = {"name": 1, "price": 1, "customer": "b"}  # E: name wrong-value
shop: Shop = {"orders": [{"name": "a", "price": 1}], "prices": {"a": 1}}  # S: the name of the type is known to type checkers alone
shop_order: Shop = {"orders": [{"name": 1, "price": 1}], "prices": {}}  # E: orders[0].name wrong-value
shop_orders: Shop = {"orders": None, "prices": {}}  # E: orders wrong-value
page: Page[int] = {"items": [1]}
page_items: Page[int] = {"items": ["a"]}  # E: items[0] wrong-value

# A name that does not exist, and text that is no type


class Broken(Protocol):
    def run(self, value: "Nowhere", /) -> "no.where": ...  # type: ignore # noqa: F821

    def stop(self, number: int, /) -> "list[int": ...  # type: ignore # noqa: F722

    def name(self) -> str: ...


class Repaired:
    def run(self, value: int) -> int:
        return value

    def stop(self, number: int) -> list[int]:
        return []

    def name(self) -> str:
        return "a"


class StillBroken(Repaired):
    def name(self) -> int:  # type: ignore[override]
        return 1

    def stop(self, number: str) -> list[int]:  # type: ignore[override]
        return []


class Callbacks(Protocol):
    handler: "Callable[[Decimal], Awaitable[Fraction]]"


class HasHandler:
    def __init__(self) -> None:
        self.handler: Any = 1


class Table:
    names: "ClassVar[list[Decimal]]" = []

    def name(self) -> str:
        return "a"


class HasNames(Protocol):
    names: "ClassVar[list[Decimal]]"

    def name(self) -> str: ...


repaired: Broken = Repaired()
still_broken: Broken = StillBroken()  # E: name return-type; stop parameter-type
handler: Callbacks = HasHandler()  # R: handler wrong-value -- what is typed as Any is looked at
handler_missing: Callbacks = object()  # E: handler missing-property
has_names: HasNames = Table()
has_names_missing: HasNames = Repaired()  # E: names missing-property
