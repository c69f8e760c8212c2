"""Types of parameters are contravariant, those of results covariant; what is not annotated is not judged."""

# fmt: off
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Any, Generic, Literal, LiteralString, NewType, Never, NoReturn, Optional, Protocol
from typing import TypeAlias, TypeVar, Union


class Base: ...


class Derived(Base): ...


class Other: ...


T = TypeVar("T")
N = TypeVar("N", int, str)
B = TypeVar("B", bound=Base)
Number: TypeAlias = int | float
UserId = NewType("UserId", int)


class Integer(Protocol):
    def f(self, a: int) -> int: ...


class IntegerCall(Protocol):
    def __call__(self, a: int) -> int: ...


class IntegerSame:
    def f(self, a: int) -> int: ...


def integer_same_call(a: int) -> int: ...


integer_same: Integer = IntegerSame()
by_integer_same: IntegerCall = integer_same_call


class IntegerUnannotated:
    def f(self, a): return eval("0")


def integer_unannotated_call(a): return eval("0")


integer_unannotated: Integer = IntegerUnannotated()
by_integer_unannotated: IntegerCall = integer_unannotated_call


class IntegerUnannotatedParameter:
    def f(self, a) -> int: ...


def integer_unannotated_parameter_call(a) -> int: ...


integer_unannotated_parameter: Integer = IntegerUnannotatedParameter()
by_integer_unannotated_parameter: IntegerCall = integer_unannotated_parameter_call


class IntegerUnannotatedResult:
    def f(self, a: int): return eval("0")


def integer_unannotated_result_call(a: int): return eval("0")


integer_unannotated_result: Integer = IntegerUnannotatedResult()
by_integer_unannotated_result: IntegerCall = integer_unannotated_result_call


class IntegerAny:
    def f(self, a: Any) -> Any: ...


def integer_any_call(a: Any) -> Any: ...


integer_any: Integer = IntegerAny()
by_integer_any: IntegerCall = integer_any_call


class IntegerObject:
    def f(self, a: object) -> int: ...


def integer_object_call(a: object) -> int: ...


integer_object: Integer = IntegerObject()
by_integer_object: IntegerCall = integer_object_call


class IntegerGivesObject:
    def f(self, a: int) -> object: ...


def integer_gives_object_call(a: int) -> object: ...


integer_gives_object: Integer = IntegerGivesObject()  # E: f return-type
by_integer_gives_object: IntegerCall = integer_gives_object_call  # E: __call__ return-type


class IntegerUnion:
    def f(self, a: int | str) -> int: ...


def integer_union_call(a: int | str) -> int: ...


integer_union: Integer = IntegerUnion()
by_integer_union: IntegerCall = integer_union_call


class IntegerOldUnion:
    def f(self, a: Union[int, str]) -> int: ...


def integer_old_union_call(a: Union[int, str]) -> int: ...


integer_old_union: Integer = IntegerOldUnion()
by_integer_old_union: IntegerCall = integer_old_union_call


class IntegerOptional:
    def f(self, a: Optional[int]) -> int: ...


def integer_optional_call(a: Optional[int]) -> int: ...


integer_optional: Integer = IntegerOptional()
by_integer_optional: IntegerCall = integer_optional_call


class IntegerTextAnnotation:
    def f(self, a: "int") -> "int": ...


def integer_text_annotation_call(a: "int") -> "int": ...


integer_text_annotation: Integer = IntegerTextAnnotation()
by_integer_text_annotation: IntegerCall = integer_text_annotation_call


class IntegerText:
    def f(self, a: str) -> int: ...


def integer_text_call(a: str) -> int: ...


integer_text: Integer = IntegerText()  # E: f parameter-type
by_integer_text: IntegerCall = integer_text_call  # E: __call__ parameter-type


class IntegerTextInQuotes:
    def f(self, a: "str") -> int: ...


def integer_text_in_quotes_call(a: "str") -> int: ...


integer_text_in_quotes: Integer = IntegerTextInQuotes()  # E: f parameter-type
by_integer_text_in_quotes: IntegerCall = integer_text_in_quotes_call  # E: __call__ parameter-type


class IntegerGivesText:
    def f(self, a: int) -> str: ...


def integer_gives_text_call(a: int) -> str: ...


integer_gives_text: Integer = IntegerGivesText()  # E: f return-type
by_integer_gives_text: IntegerCall = integer_gives_text_call  # E: __call__ return-type


class IntegerGivesTextInQuotes:
    def f(self, a: int) -> "str": ...


def integer_gives_text_in_quotes_call(a: int) -> "str": ...


integer_gives_text_in_quotes: Integer = IntegerGivesTextInQuotes()  # E: f return-type
by_integer_gives_text_in_quotes: IntegerCall = integer_gives_text_in_quotes_call  # E: __call__ return-type


class IntegerBothWrong:
    def f(self, a: str) -> str: ...


def integer_both_wrong_call(a: str) -> str: ...


integer_both_wrong: Integer = IntegerBothWrong()  # E: f parameter-type; f return-type
by_integer_both_wrong: IntegerCall = integer_both_wrong_call  # E: __call__ parameter-type; __call__ return-type


class IntegerTakesBool:
    def f(self, a: bool) -> int: ...


def integer_takes_bool_call(a: bool) -> int: ...


integer_takes_bool: Integer = IntegerTakesBool()  # E: f parameter-type
by_integer_takes_bool: IntegerCall = integer_takes_bool_call  # E: __call__ parameter-type


class IntegerGivesBool:
    def f(self, a: int) -> bool: ...


def integer_gives_bool_call(a: int) -> bool: ...


integer_gives_bool: Integer = IntegerGivesBool()
by_integer_gives_bool: IntegerCall = integer_gives_bool_call


class IntegerTakesFloat:
    def f(self, a: float) -> int: ...


def integer_takes_float_call(a: float) -> int: ...


integer_takes_float: Integer = IntegerTakesFloat()
by_integer_takes_float: IntegerCall = integer_takes_float_call


class IntegerTakesComplex:
    def f(self, a: complex) -> int: ...


def integer_takes_complex_call(a: complex) -> int: ...


integer_takes_complex: Integer = IntegerTakesComplex()
by_integer_takes_complex: IntegerCall = integer_takes_complex_call


class IntegerGivesFloat:
    def f(self, a: int) -> float: ...


def integer_gives_float_call(a: int) -> float: ...


integer_gives_float: Integer = IntegerGivesFloat()  # E: f return-type
by_integer_gives_float: IntegerCall = integer_gives_float_call  # E: __call__ return-type


class IntegerTakesDecimal:
    def f(self, a: Decimal) -> int: ...


def integer_takes_decimal_call(a: Decimal) -> int: ...


integer_takes_decimal: Integer = IntegerTakesDecimal()  # E: f parameter-type
by_integer_takes_decimal: IntegerCall = integer_takes_decimal_call  # E: __call__ parameter-type


class IntegerTakesAlias:
    def f(self, a: Number) -> int: ...


def integer_takes_alias_call(a: Number) -> int: ...


integer_takes_alias: Integer = IntegerTakesAlias()
by_integer_takes_alias: IntegerCall = integer_takes_alias_call


class IntegerGivesAlias:
    def f(self, a: int) -> Number: ...


def integer_gives_alias_call(a: int) -> Number: ...


integer_gives_alias: Integer = IntegerGivesAlias()  # E: f return-type
by_integer_gives_alias: IntegerCall = integer_gives_alias_call  # E: __call__ return-type


class IntegerTakesLiteral:
    def f(self, a: Literal[1, 2]) -> int: ...


def integer_takes_literal_call(a: Literal[1, 2]) -> int: ...


integer_takes_literal: Integer = IntegerTakesLiteral()  # E: f parameter-type
by_integer_takes_literal: IntegerCall = integer_takes_literal_call  # E: __call__ parameter-type


class IntegerGivesLiteral:
    def f(self, a: int) -> Literal[1, 2]: ...


def integer_gives_literal_call(a: int) -> Literal[1, 2]: ...


integer_gives_literal: Integer = IntegerGivesLiteral()
by_integer_gives_literal: IntegerCall = integer_gives_literal_call


class IntegerGivesWrongLiteral:
    def f(self, a: int) -> Literal["1"]: ...


def integer_gives_wrong_literal_call(a: int) -> Literal["1"]: ...


integer_gives_wrong_literal: Integer = IntegerGivesWrongLiteral()  # E: f return-type
by_integer_gives_wrong_literal: IntegerCall = integer_gives_wrong_literal_call  # E: __call__ return-type


class IntegerTakesNewType:
    def f(self, a: UserId) -> int: ...


def integer_takes_new_type_call(a: UserId) -> int: ...


integer_takes_new_type: Integer = IntegerTakesNewType()  # S: a NewType is its base at run time
by_integer_takes_new_type: IntegerCall = integer_takes_new_type_call  # S: a NewType is its base at run time


class IntegerGivesNewType:
    def f(self, a: int) -> UserId: ...


def integer_gives_new_type_call(a: int) -> UserId: ...


integer_gives_new_type: Integer = IntegerGivesNewType()
by_integer_gives_new_type: IntegerCall = integer_gives_new_type_call


class IntegerTakesNone:
    def f(self, a: None) -> int: ...


def integer_takes_none_call(a: None) -> int: ...


integer_takes_none: Integer = IntegerTakesNone()  # E: f parameter-type
by_integer_takes_none: IntegerCall = integer_takes_none_call  # E: __call__ parameter-type


class IntegerGivesNone:
    def f(self, a: int) -> None: ...


def integer_gives_none_call(a: int) -> None: ...


integer_gives_none: Integer = IntegerGivesNone()  # E: f return-type
by_integer_gives_none: IntegerCall = integer_gives_none_call  # E: __call__ return-type


class IntegerGivesOptional:
    def f(self, a: int) -> int | None: ...


def integer_gives_optional_call(a: int) -> int | None: ...


integer_gives_optional: Integer = IntegerGivesOptional()  # E: f return-type
by_integer_gives_optional: IntegerCall = integer_gives_optional_call  # E: __call__ return-type


class IntegerGivesNever:
    def f(self, a: int) -> Never: ...


def integer_gives_never_call(a: int) -> Never: ...


integer_gives_never: Integer = IntegerGivesNever()
by_integer_gives_never: IntegerCall = integer_gives_never_call


class IntegerGivesNoReturn:
    def f(self, a: int) -> NoReturn: ...


def integer_gives_no_return_call(a: int) -> NoReturn: ...


integer_gives_no_return: Integer = IntegerGivesNoReturn()
by_integer_gives_no_return: IntegerCall = integer_gives_no_return_call


class IntegerAnnotated:
    def f(self, a: Annotated[int, "unit"]) -> Annotated[int, "unit"]: ...


def integer_annotated_call(a: Annotated[int, "unit"]) -> Annotated[int, "unit"]: ...


integer_annotated: Integer = IntegerAnnotated()
by_integer_annotated: IntegerCall = integer_annotated_call


class IntegerAnnotatedText:
    def f(self, a: Annotated[str, "unit"]) -> int: ...


def integer_annotated_text_call(a: Annotated[str, "unit"]) -> int: ...


integer_annotated_text: Integer = IntegerAnnotatedText()  # E: f parameter-type
by_integer_annotated_text: IntegerCall = integer_annotated_text_call  # E: __call__ parameter-type


class IntegerOwnVariable:
    def f(self, a: T) -> T: ...


def integer_own_variable_call(a: T) -> T: ...


integer_own_variable: Integer = IntegerOwnVariable()
by_integer_own_variable: IntegerCall = integer_own_variable_call


class IntegerOwnVariableUnused:
    def f(self, a: T) -> int: ...


def integer_own_variable_unused_call(a: T) -> int: ...


integer_own_variable_unused: Integer = IntegerOwnVariableUnused()
by_integer_own_variable_unused: IntegerCall = integer_own_variable_unused_call


class IntegerOwnVariableGiven:
    def f(self, a: int) -> T: ...


def integer_own_variable_given_call(a: int) -> T: ...


integer_own_variable_given: Integer = IntegerOwnVariableGiven()  # S: an unsolved variable may be anything
by_integer_own_variable_given: IntegerCall = integer_own_variable_given_call  # S: an unsolved variable may be anything


class IntegerOwnConstrained:
    def f(self, a: N) -> N: ...


def integer_own_constrained_call(a: N) -> N: ...


integer_own_constrained: Integer = IntegerOwnConstrained()
by_integer_own_constrained: IntegerCall = integer_own_constrained_call


class IntegerOwnBound:
    def f(self, a: B) -> int: ...


def integer_own_bound_call(a: B) -> int: ...


integer_own_bound: Integer = IntegerOwnBound()  # E: f parameter-type
by_integer_own_bound: IntegerCall = integer_own_bound_call  # E: __call__ parameter-type


class IntegerProtocolType:
    def f(self, a: "SupportsNothing") -> int: ...


def integer_protocol_type_call(a: "SupportsNothing") -> int: ...


integer_protocol_type: Integer = IntegerProtocolType()
by_integer_protocol_type: IntegerCall = integer_protocol_type_call


class SupportsNothing(Protocol): ...


class Class(Protocol):
    def f(self, a: Derived) -> Base: ...


class ClassCall(Protocol):
    def __call__(self, a: Derived) -> Base: ...


class ClassSame:
    def f(self, a: Derived) -> Base: ...


def class_same_call(a: Derived) -> Base: ...


class_same: Class = ClassSame()
by_class_same: ClassCall = class_same_call


class ClassWider:
    def f(self, a: Base) -> Derived: ...


def class_wider_call(a: Base) -> Derived: ...


class_wider: Class = ClassWider()
by_class_wider: ClassCall = class_wider_call


class ClassWidest:
    def f(self, a: object) -> Derived: ...


def class_widest_call(a: object) -> Derived: ...


class_widest: Class = ClassWidest()
by_class_widest: ClassCall = class_widest_call


class ClassOther:
    def f(self, a: Other) -> Base: ...


def class_other_call(a: Other) -> Base: ...


class_other: Class = ClassOther()  # E: f parameter-type
by_class_other: ClassCall = class_other_call  # E: __call__ parameter-type


class ClassGivesOther:
    def f(self, a: Derived) -> Other: ...


def class_gives_other_call(a: Derived) -> Other: ...


class_gives_other: Class = ClassGivesOther()  # E: f return-type
by_class_gives_other: ClassCall = class_gives_other_call  # E: __call__ return-type


class ClassUnion:
    def f(self, a: Derived | Other) -> Base: ...


def class_union_call(a: Derived | Other) -> Base: ...


class_union: Class = ClassUnion()
by_class_union: ClassCall = class_union_call


class ClassUnions:
    def f(self, a: Base | Other) -> Derived | Base: ...


def class_unions_call(a: Base | Other) -> Derived | Base: ...


class_unions: Class = ClassUnions()
by_class_unions: ClassCall = class_unions_call


class ClassGivesUnion:
    def f(self, a: Derived) -> Base | Other: ...


def class_gives_union_call(a: Derived) -> Base | Other: ...


class_gives_union: Class = ClassGivesUnion()  # E: f return-type
by_class_gives_union: ClassCall = class_gives_union_call  # E: __call__ return-type


class ClassBound:
    def f(self, a: B) -> B: ...


def class_bound_call(a: B) -> B: ...


class_bound: Class = ClassBound()
by_class_bound: ClassCall = class_bound_call


class ClassQuoted:
    def f(self, a: "Base") -> "Derived": ...


def class_quoted_call(a: "Base") -> "Derived": ...


class_quoted: Class = ClassQuoted()
by_class_quoted: ClassCall = class_quoted_call


class ClassQuotedWrong:
    def f(self, a: "Other") -> "Other": ...


def class_quoted_wrong_call(a: "Other") -> "Other": ...


class_quoted_wrong: Class = ClassQuotedWrong()  # E: f parameter-type; f return-type
by_class_quoted_wrong: ClassCall = class_quoted_wrong_call  # E: __call__ parameter-type; __call__ return-type


class Narrow(Protocol):
    def f(self, a: Base) -> Derived: ...


class NarrowCall(Protocol):
    def __call__(self, a: Base) -> Derived: ...


class NarrowNarrower:
    def f(self, a: Derived) -> Derived: ...


def narrow_narrower_call(a: Derived) -> Derived: ...


narrow_narrower: Narrow = NarrowNarrower()  # E: f parameter-type
by_narrow_narrower: NarrowCall = narrow_narrower_call  # E: __call__ parameter-type


class NarrowGivesWider:
    def f(self, a: Base) -> Base: ...


def narrow_gives_wider_call(a: Base) -> Base: ...


narrow_gives_wider: Narrow = NarrowGivesWider()  # E: f return-type
by_narrow_gives_wider: NarrowCall = narrow_gives_wider_call  # E: __call__ return-type


class Maybe(Protocol):
    def f(self, a: int | None = None) -> int | None: ...


class MaybeCall(Protocol):
    def __call__(self, a: int | None = None) -> int | None: ...


class MaybeSame:
    def f(self, a: int | None = None) -> int | None: ...


def maybe_same_call(a: int | None = None) -> int | None: ...


maybe_same: Maybe = MaybeSame()
by_maybe_same: MaybeCall = maybe_same_call


class MaybeReordered:
    def f(self, a: None | int = None) -> None | int: ...


def maybe_reordered_call(a: None | int = None) -> None | int: ...


maybe_reordered: Maybe = MaybeReordered()
by_maybe_reordered: MaybeCall = maybe_reordered_call


class MaybeOld:
    def f(self, a: Optional[int] = None) -> Optional[int]: ...


def maybe_old_call(a: Optional[int] = None) -> Optional[int]: ...


maybe_old: Maybe = MaybeOld()
by_maybe_old: MaybeCall = maybe_old_call


class MaybeGivesLess:
    def f(self, a: int | None = None) -> int: ...


def maybe_gives_less_call(a: int | None = None) -> int: ...


maybe_gives_less: Maybe = MaybeGivesLess()
by_maybe_gives_less: MaybeCall = maybe_gives_less_call


class MaybeGivesNone:
    def f(self, a: int | None = None) -> None: ...


def maybe_gives_none_call(a: int | None = None) -> None: ...


maybe_gives_none: Maybe = MaybeGivesNone()
by_maybe_gives_none: MaybeCall = maybe_gives_none_call


class MaybeTakesLess:
    def f(self, a: int = 0) -> int: ...


def maybe_takes_less_call(a: int = 0) -> int: ...


maybe_takes_less: Maybe = MaybeTakesLess()  # E: f parameter-type
by_maybe_takes_less: MaybeCall = maybe_takes_less_call  # E: __call__ parameter-type


class MaybeTakesNone:
    def f(self, a: None = None) -> int: ...


def maybe_takes_none_call(a: None = None) -> int: ...


maybe_takes_none: Maybe = MaybeTakesNone()  # E: f parameter-type
by_maybe_takes_none: MaybeCall = maybe_takes_none_call  # E: __call__ parameter-type


class MaybeTakesMore:
    def f(self, a: int | str | None = None) -> int: ...


def maybe_takes_more_call(a: int | str | None = None) -> int: ...


maybe_takes_more: Maybe = MaybeTakesMore()
by_maybe_takes_more: MaybeCall = maybe_takes_more_call


class MaybeGivesMore:
    def f(self, a: int | None = None) -> int | str | None: ...


def maybe_gives_more_call(a: int | None = None) -> int | str | None: ...


maybe_gives_more: Maybe = MaybeGivesMore()  # E: f return-type
by_maybe_gives_more: MaybeCall = maybe_gives_more_call  # E: __call__ return-type


class MaybeTakesObject:
    def f(self, a: object = None) -> int: ...


def maybe_takes_object_call(a: object = None) -> int: ...


maybe_takes_object: Maybe = MaybeTakesObject()
by_maybe_takes_object: MaybeCall = maybe_takes_object_call


class Nothing(Protocol):
    def f(self) -> None: ...


class NothingCall(Protocol):
    def __call__(self) -> None: ...


class NothingSame:
    def f(self) -> None: ...


def nothing_same_call() -> None: ...


nothing_same: Nothing = NothingSame()
by_nothing_same: NothingCall = nothing_same_call


class NothingGivesInt:
    def f(self) -> int: ...


def nothing_gives_int_call() -> int: ...


nothing_gives_int: Nothing = NothingGivesInt()  # E: f return-type
by_nothing_gives_int: NothingCall = nothing_gives_int_call  # E: __call__ return-type


class NothingGivesObject:
    def f(self) -> object: ...


def nothing_gives_object_call() -> object: ...


nothing_gives_object: Nothing = NothingGivesObject()  # E: f return-type
by_nothing_gives_object: NothingCall = nothing_gives_object_call  # E: __call__ return-type


class NothingGivesAny:
    def f(self) -> Any: ...


def nothing_gives_any_call() -> Any: ...


nothing_gives_any: Nothing = NothingGivesAny()
by_nothing_gives_any: NothingCall = nothing_gives_any_call


class NothingGivesOptional:
    def f(self) -> int | None: ...


def nothing_gives_optional_call() -> int | None: ...


nothing_gives_optional: Nothing = NothingGivesOptional()  # E: f return-type
by_nothing_gives_optional: NothingCall = nothing_gives_optional_call  # E: __call__ return-type


class NothingNever:
    def f(self) -> Never: ...


def nothing_never_call() -> Never: ...


nothing_never: Nothing = NothingNever()
by_nothing_never: NothingCall = nothing_never_call


class NothingUnannotated:
    def f(self): return eval("0")


def nothing_unannotated_call(): return eval("0")


nothing_unannotated: Nothing = NothingUnannotated()
by_nothing_unannotated: NothingCall = nothing_unannotated_call


class Anything(Protocol):
    def f(self) -> object: ...


class AnythingCall(Protocol):
    def __call__(self) -> object: ...


class AnythingNone:
    def f(self) -> None: ...


def anything_none_call() -> None: ...


anything_none: Anything = AnythingNone()
by_anything_none: AnythingCall = anything_none_call


class AnythingInt:
    def f(self) -> int: ...


def anything_int_call() -> int: ...


anything_int: Anything = AnythingInt()
by_anything_int: AnythingCall = anything_int_call


class AnythingType:
    def f(self) -> type[int]: ...


def anything_type_call() -> type[int]: ...


anything_type: Anything = AnythingType()
by_anything_type: AnythingCall = anything_type_call


class Unknown(Protocol):
    def f(self, a: Any) -> Any: ...


class UnknownCall(Protocol):
    def __call__(self, a: Any) -> Any: ...


class UnknownNone:
    def f(self, a: None) -> None: ...


def unknown_none_call(a: None) -> None: ...


unknown_none: Unknown = UnknownNone()
by_unknown_none: UnknownCall = unknown_none_call


class UnknownInt:
    def f(self, a: int) -> str: ...


def unknown_int_call(a: int) -> str: ...


unknown_int: Unknown = UnknownInt()
by_unknown_int: UnknownCall = unknown_int_call


class UnknownFewer:
    def f(self) -> int: ...


def unknown_fewer_call() -> int: ...


unknown_fewer: Unknown = UnknownFewer()  # E: f too-few-parameters
by_unknown_fewer: UnknownCall = unknown_fewer_call  # E: __call__ too-few-parameters


class Literals(Protocol):
    def f(self, a: Literal["r", "w"]) -> Literal["ok"]: ...


class LiteralsCall(Protocol):
    def __call__(self, a: Literal["r", "w"]) -> Literal["ok"]: ...


class LiteralsSame:
    def f(self, a: Literal["r", "w"]) -> Literal["ok"]: ...


def literals_same_call(a: Literal["r", "w"]) -> Literal["ok"]: ...


literals_same: Literals = LiteralsSame()
by_literals_same: LiteralsCall = literals_same_call


class LiteralsReordered:
    def f(self, a: Literal["w", "r"]) -> Literal["ok"]: ...


def literals_reordered_call(a: Literal["w", "r"]) -> Literal["ok"]: ...


literals_reordered: Literals = LiteralsReordered()
by_literals_reordered: LiteralsCall = literals_reordered_call


class LiteralsMore:
    def f(self, a: Literal["r", "w", "a"]) -> Literal["ok"]: ...


def literals_more_call(a: Literal["r", "w", "a"]) -> Literal["ok"]: ...


literals_more: Literals = LiteralsMore()
by_literals_more: LiteralsCall = literals_more_call


class LiteralsFewer:
    def f(self, a: Literal["r"]) -> Literal["ok"]: ...


def literals_fewer_call(a: Literal["r"]) -> Literal["ok"]: ...


literals_fewer: Literals = LiteralsFewer()  # E: f parameter-type
by_literals_fewer: LiteralsCall = literals_fewer_call  # E: __call__ parameter-type


class LiteralsText:
    def f(self, a: str) -> Literal["ok"]: ...


def literals_text_call(a: str) -> Literal["ok"]: ...


literals_text: Literals = LiteralsText()
by_literals_text: LiteralsCall = literals_text_call


class LiteralsGivesText:
    def f(self, a: str) -> str: ...


def literals_gives_text_call(a: str) -> str: ...


literals_gives_text: Literals = LiteralsGivesText()  # E: f return-type
by_literals_gives_text: LiteralsCall = literals_gives_text_call  # E: __call__ return-type


class LiteralsGivesOther:
    def f(self, a: str) -> Literal["no"]: ...


def literals_gives_other_call(a: str) -> Literal["no"]: ...


literals_gives_other: Literals = LiteralsGivesOther()  # E: f return-type
by_literals_gives_other: LiteralsCall = literals_gives_other_call  # E: __call__ return-type


class LiteralsGivesMore:
    def f(self, a: str) -> Literal["ok", "no"]: ...


def literals_gives_more_call(a: str) -> Literal["ok", "no"]: ...


literals_gives_more: Literals = LiteralsGivesMore()  # E: f return-type
by_literals_gives_more: LiteralsCall = literals_gives_more_call  # E: __call__ return-type


class LiteralsNumber:
    def f(self, a: int) -> Literal["ok"]: ...


def literals_number_call(a: int) -> Literal["ok"]: ...


literals_number: Literals = LiteralsNumber()  # E: f parameter-type
by_literals_number: LiteralsCall = literals_number_call  # E: __call__ parameter-type


class LiteralsLiteralString:
    def f(self, a: LiteralString) -> Literal["ok"]: ...


def literals_literal_string_call(a: LiteralString) -> Literal["ok"]: ...


literals_literal_string: Literals = LiteralsLiteralString()
by_literals_literal_string: LiteralsCall = literals_literal_string_call


class LiteralsNested:
    def f(self, a: Literal["r", Literal["w", "a"]]) -> Literal["ok"]: ...


def literals_nested_call(a: Literal["r", Literal["w", "a"]]) -> Literal["ok"]: ...


literals_nested: Literals = LiteralsNested()
by_literals_nested: LiteralsCall = literals_nested_call


class LiteralsUnions:
    def f(self, a: Literal["r"] | Literal["w"]) -> Literal["ok"]: ...


def literals_unions_call(a: Literal["r"] | Literal["w"]) -> Literal["ok"]: ...


literals_unions: Literals = LiteralsUnions()
by_literals_unions: LiteralsCall = literals_unions_call


class LiteralsBoolForInt:
    def f(self, a: Literal["r", "w"]) -> Literal[True]: ...


def literals_bool_for_int_call(a: Literal["r", "w"]) -> Literal[True]: ...


literals_bool_for_int: Literals = LiteralsBoolForInt()  # E: f return-type
by_literals_bool_for_int: LiteralsCall = literals_bool_for_int_call  # E: __call__ return-type


class One(Protocol):
    def f(self, a: Literal[1]) -> int: ...


class OneCall(Protocol):
    def __call__(self, a: Literal[1]) -> int: ...


class OneTrue:
    def f(self, a: Literal[True]) -> int: ...


def one_true_call(a: Literal[True]) -> int: ...


one_true: One = OneTrue()  # E: f parameter-type
by_one_true: OneCall = one_true_call  # E: __call__ parameter-type


class OneSame:
    def f(self, a: Literal[1]) -> Literal[True]: ...


def one_same_call(a: Literal[1]) -> Literal[True]: ...


one_same: One = OneSame()
by_one_same: OneCall = one_same_call


class Lists(Protocol):
    def f(self, a: list[int]) -> Sequence[int]: ...


class ListsCall(Protocol):
    def __call__(self, a: list[int]) -> Sequence[int]: ...


class ListsSame:
    def f(self, a: list[int]) -> Sequence[int]: ...


def lists_same_call(a: list[int]) -> Sequence[int]: ...


lists_same: Lists = ListsSame()
by_lists_same: ListsCall = lists_same_call


class ListsSequence:
    def f(self, a: Sequence[int]) -> list[int]: ...


def lists_sequence_call(a: Sequence[int]) -> list[int]: ...


lists_sequence: Lists = ListsSequence()
by_lists_sequence: ListsCall = lists_sequence_call


class ListsIterable:
    def f(self, a: Iterable[int]) -> tuple[int, ...]: ...


def lists_iterable_call(a: Iterable[int]) -> tuple[int, ...]: ...


lists_iterable: Lists = ListsIterable()
by_lists_iterable: ListsCall = lists_iterable_call


class ListsCollection:
    def f(self, a: Collection[object]) -> tuple[int, int]: ...


def lists_collection_call(a: Collection[object]) -> tuple[int, int]: ...


lists_collection: Lists = ListsCollection()
by_lists_collection: ListsCall = lists_collection_call


class ListsBare:
    def f(self, a: list) -> list: ...


def lists_bare_call(a: list) -> list: ...


lists_bare: Lists = ListsBare()
by_lists_bare: ListsCall = lists_bare_call


class ListsAny:
    def f(self, a: list[Any]) -> list[Any]: ...


def lists_any_call(a: list[Any]) -> list[Any]: ...


lists_any: Lists = ListsAny()
by_lists_any: ListsCall = lists_any_call


class ListsTexts:
    def f(self, a: list[str]) -> Sequence[int]: ...


def lists_texts_call(a: list[str]) -> Sequence[int]: ...


lists_texts: Lists = ListsTexts()  # E: f parameter-type
by_lists_texts: ListsCall = lists_texts_call  # E: __call__ parameter-type


class ListsTextSequence:
    def f(self, a: Sequence[str]) -> list[int]: ...


def lists_text_sequence_call(a: Sequence[str]) -> list[int]: ...


lists_text_sequence: Lists = ListsTextSequence()  # E: f parameter-type
by_lists_text_sequence: ListsCall = lists_text_sequence_call  # E: __call__ parameter-type


class ListsGivesTexts:
    def f(self, a: list[int]) -> list[str]: ...


def lists_gives_texts_call(a: list[int]) -> list[str]: ...


lists_gives_texts: Lists = ListsGivesTexts()  # E: f return-type
by_lists_gives_texts: ListsCall = lists_gives_texts_call  # E: __call__ return-type


class ListsGivesTupleOfText:
    def f(self, a: list[int]) -> tuple[int, str]: ...


def lists_gives_tuple_of_text_call(a: list[int]) -> tuple[int, str]: ...


lists_gives_tuple_of_text: Lists = ListsGivesTupleOfText()  # E: f return-type
by_lists_gives_tuple_of_text: ListsCall = lists_gives_tuple_of_text_call  # E: __call__ return-type


class ListsGivesBools:
    def f(self, a: list[int]) -> list[bool]: ...


def lists_gives_bools_call(a: list[int]) -> list[bool]: ...


lists_gives_bools: Lists = ListsGivesBools()
by_lists_gives_bools: ListsCall = lists_gives_bools_call


class ListsGivesIterable:
    def f(self, a: list[int]) -> Iterable[int]: ...


def lists_gives_iterable_call(a: list[int]) -> Iterable[int]: ...


lists_gives_iterable: Lists = ListsGivesIterable()  # E: f return-type
by_lists_gives_iterable: ListsCall = lists_gives_iterable_call  # E: __call__ return-type


class ListsGivesSet:
    def f(self, a: list[int]) -> set[int]: ...


def lists_gives_set_call(a: list[int]) -> set[int]: ...


lists_gives_set: Lists = ListsGivesSet()  # E: f return-type
by_lists_gives_set: ListsCall = lists_gives_set_call  # E: __call__ return-type


class ListsGivesText:
    def f(self, a: list[int]) -> str: ...


def lists_gives_text_call(a: list[int]) -> str: ...


lists_gives_text: Lists = ListsGivesText()  # E: f return-type
by_lists_gives_text: ListsCall = lists_gives_text_call  # E: __call__ return-type


class ListsGivesBytes:
    def f(self, a: list[int]) -> bytes: ...


def lists_gives_bytes_call(a: list[int]) -> bytes: ...


lists_gives_bytes: Lists = ListsGivesBytes()
by_lists_gives_bytes: ListsCall = lists_gives_bytes_call


class ListsGivesRange:
    def f(self, a: list[int]) -> range: ...


def lists_gives_range_call(a: list[int]) -> range: ...


lists_gives_range: Lists = ListsGivesRange()
by_lists_gives_range: ListsCall = lists_gives_range_call


class ListsInvariant:
    def f(self, a: list[float]) -> Sequence[int]: ...


def lists_invariant_call(a: list[float]) -> Sequence[int]: ...


lists_invariant: Lists = ListsInvariant()  # S: invariance protects against changes that are not seen
by_lists_invariant: ListsCall = lists_invariant_call  # S: invariance protects against changes that are not seen


class ListsTuple:
    def f(self, a: tuple[int, ...]) -> Sequence[int]: ...


def lists_tuple_call(a: tuple[int, ...]) -> Sequence[int]: ...


lists_tuple: Lists = ListsTuple()  # E: f parameter-type
by_lists_tuple: ListsCall = lists_tuple_call  # E: __call__ parameter-type


class ListsMapping:
    def f(self, a: Mapping[str, int]) -> Sequence[int]: ...


def lists_mapping_call(a: Mapping[str, int]) -> Sequence[int]: ...


lists_mapping: Lists = ListsMapping()  # E: f parameter-type
by_lists_mapping: ListsCall = lists_mapping_call  # E: __call__ parameter-type


class Maps(Protocol):
    def f(self, a: dict[str, int]) -> Mapping[str, float]: ...


class MapsCall(Protocol):
    def __call__(self, a: dict[str, int]) -> Mapping[str, float]: ...


class MapsSame:
    def f(self, a: dict[str, int]) -> Mapping[str, float]: ...


def maps_same_call(a: dict[str, int]) -> Mapping[str, float]: ...


maps_same: Maps = MapsSame()
by_maps_same: MapsCall = maps_same_call


class MapsMapping:
    def f(self, a: Mapping[str, int]) -> dict[str, float]: ...


def maps_mapping_call(a: Mapping[str, int]) -> dict[str, float]: ...


maps_mapping: Maps = MapsMapping()
by_maps_mapping: MapsCall = maps_mapping_call


class MapsGivesInts:
    def f(self, a: Mapping[str, object]) -> dict[str, int]: ...


def maps_gives_ints_call(a: Mapping[str, object]) -> dict[str, int]: ...


maps_gives_ints: Maps = MapsGivesInts()
by_maps_gives_ints: MapsCall = maps_gives_ints_call


class MapsWrongValue:
    def f(self, a: dict[str, str]) -> Mapping[str, float]: ...


def maps_wrong_value_call(a: dict[str, str]) -> Mapping[str, float]: ...


maps_wrong_value: Maps = MapsWrongValue()  # E: f parameter-type
by_maps_wrong_value: MapsCall = maps_wrong_value_call  # E: __call__ parameter-type


class MapsWrongKey:
    def f(self, a: dict[int, int]) -> Mapping[str, float]: ...


def maps_wrong_key_call(a: dict[int, int]) -> Mapping[str, float]: ...


maps_wrong_key: Maps = MapsWrongKey()  # E: f parameter-type
by_maps_wrong_key: MapsCall = maps_wrong_key_call  # E: __call__ parameter-type


class MapsGivesWrongValue:
    def f(self, a: dict[str, int]) -> dict[str, str]: ...


def maps_gives_wrong_value_call(a: dict[str, int]) -> dict[str, str]: ...


maps_gives_wrong_value: Maps = MapsGivesWrongValue()  # E: f return-type
by_maps_gives_wrong_value: MapsCall = maps_gives_wrong_value_call  # E: __call__ return-type


class MapsGivesWrongKey:
    def f(self, a: dict[str, int]) -> dict[int, float]: ...


def maps_gives_wrong_key_call(a: dict[str, int]) -> dict[int, float]: ...


maps_gives_wrong_key: Maps = MapsGivesWrongKey()  # E: f return-type
by_maps_gives_wrong_key: MapsCall = maps_gives_wrong_key_call  # E: __call__ return-type


class MapsGivesList:
    def f(self, a: dict[str, int]) -> list[str]: ...


def maps_gives_list_call(a: dict[str, int]) -> list[str]: ...


maps_gives_list: Maps = MapsGivesList()  # E: f return-type
by_maps_gives_list: MapsCall = maps_gives_list_call  # E: __call__ return-type


class MapsBare:
    def f(self, a: dict) -> dict: ...


def maps_bare_call(a: dict) -> dict: ...


maps_bare: Maps = MapsBare()
by_maps_bare: MapsCall = maps_bare_call


class MapsIterable:
    def f(self, a: Iterable[str]) -> dict[str, float]: ...


def maps_iterable_call(a: Iterable[str]) -> dict[str, float]: ...


maps_iterable: Maps = MapsIterable()
by_maps_iterable: MapsCall = maps_iterable_call


class MapsIterableOfValues:
    def f(self, a: Iterable[int]) -> dict[str, float]: ...


def maps_iterable_of_values_call(a: Iterable[int]) -> dict[str, float]: ...


maps_iterable_of_values: Maps = MapsIterableOfValues()  # E: f parameter-type
by_maps_iterable_of_values: MapsCall = maps_iterable_of_values_call  # E: __call__ parameter-type


class Function(Protocol):
    def f(self, a: Callable[[int], str]) -> Callable[[int], object]: ...


class FunctionCall(Protocol):
    def __call__(self, a: Callable[[int], str]) -> Callable[[int], object]: ...


class FunctionSame:
    def f(self, a: Callable[[int], str]) -> Callable[[int], object]: ...


def function_same_call(a: Callable[[int], str]) -> Callable[[int], object]: ...


function_same: Function = FunctionSame()
by_function_same: FunctionCall = function_same_call


class FunctionAnything:
    def f(self, a: Callable[..., Any]) -> Callable[..., Any]: ...


def function_anything_call(a: Callable[..., Any]) -> Callable[..., Any]: ...


function_anything: Function = FunctionAnything()
by_function_anything: FunctionCall = function_anything_call


class FunctionBare:
    def f(self, a: Callable) -> Callable: ...


def function_bare_call(a: Callable) -> Callable: ...


function_bare: Function = FunctionBare()
by_function_bare: FunctionCall = function_bare_call


class FunctionGivesFewer:
    def f(self, a: Callable[[int], str]) -> Callable[[], object]: ...


def function_gives_fewer_call(a: Callable[[int], str]) -> Callable[[], object]: ...


function_gives_fewer: Function = FunctionGivesFewer()  # E: f return-type
by_function_gives_fewer: FunctionCall = function_gives_fewer_call  # E: __call__ return-type


class FunctionGivesWider:
    def f(self, a: Callable[[int], str]) -> Callable[[object], str]: ...


def function_gives_wider_call(a: Callable[[int], str]) -> Callable[[object], str]: ...


function_gives_wider: Function = FunctionGivesWider()
by_function_gives_wider: FunctionCall = function_gives_wider_call


class FunctionTakesWiderResult:
    def f(self, a: Callable[[int], object]) -> Callable[[int], object]: ...


def function_takes_wider_result_call(a: Callable[[int], object]) -> Callable[[int], object]: ...


function_takes_wider_result: Function = FunctionTakesWiderResult()
by_function_takes_wider_result: FunctionCall = function_takes_wider_result_call


class FunctionTakesNarrowerResult:
    def f(self, a: Callable[[int], int]) -> Callable[[int], object]: ...


def function_takes_narrower_result_call(a: Callable[[int], int]) -> Callable[[int], object]: ...


function_takes_narrower_result: Function = FunctionTakesNarrowerResult()  # E: f parameter-type
by_function_takes_narrower_result: FunctionCall = function_takes_narrower_result_call  # E: __call__ parameter-type


class FunctionTakesNoCallable:
    def f(self, a: int) -> Callable[[int], object]: ...


def function_takes_no_callable_call(a: int) -> Callable[[int], object]: ...


function_takes_no_callable: Function = FunctionTakesNoCallable()  # E: f parameter-type
by_function_takes_no_callable: FunctionCall = function_takes_no_callable_call  # E: __call__ parameter-type


class FunctionGivesNoCallable:
    def f(self, a: Callable[[int], str]) -> int: ...


def function_gives_no_callable_call(a: Callable[[int], str]) -> int: ...


function_gives_no_callable: Function = FunctionGivesNoCallable()  # E: f return-type
by_function_gives_no_callable: FunctionCall = function_gives_no_callable_call  # E: __call__ return-type


class FunctionTakesObject:
    def f(self, a: object) -> Callable[[int], object]: ...


def function_takes_object_call(a: object) -> Callable[[int], object]: ...


function_takes_object: Function = FunctionTakesObject()
by_function_takes_object: FunctionCall = function_takes_object_call


class Tuples(Protocol):
    def f(self, a: tuple[int, str]) -> tuple[int, ...]: ...


class TuplesCall(Protocol):
    def __call__(self, a: tuple[int, str]) -> tuple[int, ...]: ...


class TuplesSame:
    def f(self, a: tuple[int, str]) -> tuple[int, ...]: ...


def tuples_same_call(a: tuple[int, str]) -> tuple[int, ...]: ...


tuples_same: Tuples = TuplesSame()
by_tuples_same: TuplesCall = tuples_same_call


class TuplesTwo:
    def f(self, a: tuple[int, str]) -> tuple[int, int]: ...


def tuples_two_call(a: tuple[int, str]) -> tuple[int, int]: ...


tuples_two: Tuples = TuplesTwo()
by_tuples_two: TuplesCall = tuples_two_call


class TuplesEmpty:
    def f(self, a: tuple[int, str]) -> tuple[()]: ...


def tuples_empty_call(a: tuple[int, str]) -> tuple[()]: ...


tuples_empty: Tuples = TuplesEmpty()
by_tuples_empty: TuplesCall = tuples_empty_call


class TuplesWrongLength:
    def f(self, a: tuple[int, str, int]) -> tuple[int, ...]: ...


def tuples_wrong_length_call(a: tuple[int, str, int]) -> tuple[int, ...]: ...


tuples_wrong_length: Tuples = TuplesWrongLength()  # E: f parameter-type
by_tuples_wrong_length: TuplesCall = tuples_wrong_length_call  # E: __call__ parameter-type


class TuplesShorter:
    def f(self, a: tuple[int]) -> tuple[int, ...]: ...


def tuples_shorter_call(a: tuple[int]) -> tuple[int, ...]: ...


tuples_shorter: Tuples = TuplesShorter()  # E: f parameter-type
by_tuples_shorter: TuplesCall = tuples_shorter_call  # E: __call__ parameter-type


class TuplesWrongItem:
    def f(self, a: tuple[int, int]) -> tuple[int, ...]: ...


def tuples_wrong_item_call(a: tuple[int, int]) -> tuple[int, ...]: ...


tuples_wrong_item: Tuples = TuplesWrongItem()  # E: f parameter-type
by_tuples_wrong_item: TuplesCall = tuples_wrong_item_call  # E: __call__ parameter-type


class TuplesAnyLength:
    def f(self, a: tuple[int | str, ...]) -> tuple[int, ...]: ...


def tuples_any_length_call(a: tuple[int | str, ...]) -> tuple[int, ...]: ...


tuples_any_length: Tuples = TuplesAnyLength()
by_tuples_any_length: TuplesCall = tuples_any_length_call


class TuplesAnyLengthOfInt:
    def f(self, a: tuple[int, ...]) -> tuple[int, ...]: ...


def tuples_any_length_of_int_call(a: tuple[int, ...]) -> tuple[int, ...]: ...


tuples_any_length_of_int: Tuples = TuplesAnyLengthOfInt()  # E: f parameter-type
by_tuples_any_length_of_int: TuplesCall = tuples_any_length_of_int_call  # E: __call__ parameter-type


class TuplesGivesText:
    def f(self, a: tuple[int, str]) -> tuple[int, str]: ...


def tuples_gives_text_call(a: tuple[int, str]) -> tuple[int, str]: ...


tuples_gives_text: Tuples = TuplesGivesText()  # E: f return-type
by_tuples_gives_text: TuplesCall = tuples_gives_text_call  # E: __call__ return-type


class TuplesGivesTexts:
    def f(self, a: tuple[int, str]) -> tuple[str, ...]: ...


def tuples_gives_texts_call(a: tuple[int, str]) -> tuple[str, ...]: ...


tuples_gives_texts: Tuples = TuplesGivesTexts()  # E: f return-type
by_tuples_gives_texts: TuplesCall = tuples_gives_texts_call  # E: __call__ return-type


class TuplesSequence:
    def f(self, a: Sequence[object]) -> tuple[int, ...]: ...


def tuples_sequence_call(a: Sequence[object]) -> tuple[int, ...]: ...


tuples_sequence: Tuples = TuplesSequence()
by_tuples_sequence: TuplesCall = tuples_sequence_call


class TuplesBare:
    def f(self, a: tuple) -> tuple: ...


def tuples_bare_call(a: tuple) -> tuple: ...


tuples_bare: Tuples = TuplesBare()
by_tuples_bare: TuplesCall = tuples_bare_call


class TuplesList:
    def f(self, a: list[int]) -> tuple[int, ...]: ...


def tuples_list_call(a: list[int]) -> tuple[int, ...]: ...


tuples_list: Tuples = TuplesList()  # E: f parameter-type
by_tuples_list: TuplesCall = tuples_list_call  # E: __call__ parameter-type


class TuplesGivesList:
    def f(self, a: tuple[int, str]) -> list[int]: ...


def tuples_gives_list_call(a: tuple[int, str]) -> list[int]: ...


tuples_gives_list: Tuples = TuplesGivesList()  # E: f return-type
by_tuples_gives_list: TuplesCall = tuples_gives_list_call  # E: __call__ return-type


class Types(Protocol):
    def f(self, a: type[Derived]) -> type[Base]: ...


class TypesCall(Protocol):
    def __call__(self, a: type[Derived]) -> type[Base]: ...


class TypesSame:
    def f(self, a: type[Derived]) -> type[Base]: ...


def types_same_call(a: type[Derived]) -> type[Base]: ...


types_same: Types = TypesSame()
by_types_same: TypesCall = types_same_call


class TypesWider:
    def f(self, a: type[Base]) -> type[Derived]: ...


def types_wider_call(a: type[Base]) -> type[Derived]: ...


types_wider: Types = TypesWider()
by_types_wider: TypesCall = types_wider_call


class TypesOther:
    def f(self, a: type[Other]) -> type[Base]: ...


def types_other_call(a: type[Other]) -> type[Base]: ...


types_other: Types = TypesOther()  # E: f parameter-type
by_types_other: TypesCall = types_other_call  # E: __call__ parameter-type


class TypesGivesOther:
    def f(self, a: type[Derived]) -> type[Other]: ...


def types_gives_other_call(a: type[Derived]) -> type[Other]: ...


types_gives_other: Types = TypesGivesOther()  # E: f return-type
by_types_gives_other: TypesCall = types_gives_other_call  # E: __call__ return-type


class TypesAny:
    def f(self, a: type[Any]) -> type[Any]: ...


def types_any_call(a: type[Any]) -> type[Any]: ...


types_any: Types = TypesAny()
by_types_any: TypesCall = types_any_call


class TypesBare:
    def f(self, a: type) -> type: ...


def types_bare_call(a: type) -> type: ...


types_bare: Types = TypesBare()
by_types_bare: TypesCall = types_bare_call


class TypesInstance:
    def f(self, a: Derived) -> type[Base]: ...


def types_instance_call(a: Derived) -> type[Base]: ...


types_instance: Types = TypesInstance()  # E: f parameter-type
by_types_instance: TypesCall = types_instance_call  # E: __call__ parameter-type


class TypesGivesInstance:
    def f(self, a: type[Derived]) -> Base: ...


def types_gives_instance_call(a: type[Derived]) -> Base: ...


types_gives_instance: Types = TypesGivesInstance()  # E: f return-type
by_types_gives_instance: TypesCall = types_gives_instance_call  # E: __call__ return-type


class TypesObject:
    def f(self, a: object) -> type[Derived]: ...


def types_object_call(a: object) -> type[Derived]: ...


types_object: Types = TypesObject()
by_types_object: TypesCall = types_object_call


class TypesCallable:
    def f(self, a: Callable[[], Base]) -> type[Derived]: ...


def types_callable_call(a: Callable[[], Base]) -> type[Derived]: ...


types_callable: Types = TypesCallable()
by_types_callable: TypesCall = types_callable_call


class Starred(Protocol):
    def f(self, *args: int, **kwargs: str) -> int: ...


class StarredCall(Protocol):
    def __call__(self, *args: int, **kwargs: str) -> int: ...


class StarredSame:
    def f(self, *args: int, **kwargs: str) -> int: ...


def starred_same_call(*args: int, **kwargs: str) -> int: ...


starred_same: Starred = StarredSame()
by_starred_same: StarredCall = starred_same_call


class StarredWider:
    def f(self, *args: object, **kwargs: object) -> int: ...


def starred_wider_call(*args: object, **kwargs: object) -> int: ...


starred_wider: Starred = StarredWider()
by_starred_wider: StarredCall = starred_wider_call


class StarredAny:
    def f(self, *args: Any, **kwargs: Any) -> int: ...


def starred_any_call(*args: Any, **kwargs: Any) -> int: ...


starred_any: Starred = StarredAny()
by_starred_any: StarredCall = starred_any_call


class StarredUnannotated:
    def f(self, *args, **kwargs) -> int: ...


def starred_unannotated_call(*args, **kwargs) -> int: ...


starred_unannotated: Starred = StarredUnannotated()
by_starred_unannotated: StarredCall = starred_unannotated_call


class StarredNarrower:
    def f(self, *args: bool, **kwargs: str) -> int: ...


def starred_narrower_call(*args: bool, **kwargs: str) -> int: ...


starred_narrower: Starred = StarredNarrower()  # E: f parameter-type
by_starred_narrower: StarredCall = starred_narrower_call  # E: __call__ parameter-type


class StarredWrongArgs:
    def f(self, *args: str, **kwargs: str) -> int: ...


def starred_wrong_args_call(*args: str, **kwargs: str) -> int: ...


starred_wrong_args: Starred = StarredWrongArgs()  # E: f parameter-type
by_starred_wrong_args: StarredCall = starred_wrong_args_call  # E: __call__ parameter-type


class StarredWrongKwargs:
    def f(self, *args: int, **kwargs: int) -> int: ...


def starred_wrong_kwargs_call(*args: int, **kwargs: int) -> int: ...


starred_wrong_kwargs: Starred = StarredWrongKwargs()  # E: f parameter-type
by_starred_wrong_kwargs: StarredCall = starred_wrong_kwargs_call  # E: __call__ parameter-type


class StarredWrongFirst:
    def f(self, a: str = "", *args: int, **kwargs: str) -> int: ...


def starred_wrong_first_call(a: str = "", *args: int, **kwargs: str) -> int: ...


starred_wrong_first: Starred = StarredWrongFirst()  # E: f parameter-type
by_starred_wrong_first: StarredCall = starred_wrong_first_call  # E: __call__ parameter-type


class StarredWrongByName:
    def f(self, *args: int, k: int = 0, **kwargs: str) -> int: ...


def starred_wrong_by_name_call(*args: int, k: int = 0, **kwargs: str) -> int: ...


starred_wrong_by_name: Starred = StarredWrongByName()  # E: f parameter-type
by_starred_wrong_by_name: StarredCall = starred_wrong_by_name_call  # E: __call__ parameter-type


class StarredRightByName:
    def f(self, *args: int, k: str = "", **kwargs: str) -> int: ...


def starred_right_by_name_call(*args: int, k: str = "", **kwargs: str) -> int: ...


starred_right_by_name: Starred = StarredRightByName()
by_starred_right_by_name: StarredCall = starred_right_by_name_call


class StarredRightFirst:
    def f(self, a: int = 0, /, *args: int, **kwargs: str) -> int: ...


def starred_right_first_call(a: int = 0, /, *args: int, **kwargs: str) -> int: ...


starred_right_first: Starred = StarredRightFirst()
by_starred_right_first: StarredCall = starred_right_first_call


class Caught(Protocol):
    def f(self, a: int, b: str, *, k: bool = False) -> int: ...


class CaughtCall(Protocol):
    def __call__(self, a: int, b: str, *, k: bool = False) -> int: ...


class CaughtArgsOfUnion:
    def f(self, *args: int | str, **kwargs: object) -> int: ...


def caught_args_of_union_call(*args: int | str, **kwargs: object) -> int: ...


caught_args_of_union: Caught = CaughtArgsOfUnion()
by_caught_args_of_union: CaughtCall = caught_args_of_union_call


class CaughtArgsOfInt:
    def f(self, *args: int, **kwargs: object) -> int: ...


def caught_args_of_int_call(*args: int, **kwargs: object) -> int: ...


caught_args_of_int: Caught = CaughtArgsOfInt()  # E: f parameter-type
by_caught_args_of_int: CaughtCall = caught_args_of_int_call  # E: __call__ parameter-type


class CaughtArgsOfObject:
    def f(self, *args: object, **kwargs: object) -> int: ...


def caught_args_of_object_call(*args: object, **kwargs: object) -> int: ...


caught_args_of_object: Caught = CaughtArgsOfObject()
by_caught_args_of_object: CaughtCall = caught_args_of_object_call


class CaughtKwargsOfText:
    def f(self, *args: object, **kwargs: str) -> int: ...


def caught_kwargs_of_text_call(*args: object, **kwargs: str) -> int: ...


caught_kwargs_of_text: Caught = CaughtKwargsOfText()  # E: f parameter-type
by_caught_kwargs_of_text: CaughtCall = caught_kwargs_of_text_call  # E: __call__ parameter-type


class CaughtKwargsOfBool:
    def f(self, a: int, b: str, **kwargs: bool) -> int: ...


def caught_kwargs_of_bool_call(a: int, b: str, **kwargs: bool) -> int: ...


caught_kwargs_of_bool: Caught = CaughtKwargsOfBool()
by_caught_kwargs_of_bool: CaughtCall = caught_kwargs_of_bool_call


class CaughtKwargsOfInt:
    def f(self, a: int, b: str, **kwargs: int) -> int: ...


def caught_kwargs_of_int_call(a: int, b: str, **kwargs: int) -> int: ...


caught_kwargs_of_int: Caught = CaughtKwargsOfInt()
by_caught_kwargs_of_int: CaughtCall = caught_kwargs_of_int_call


class CaughtKwargsOfOnlyText:
    def f(self, a: int, b: str, **kwargs: str) -> int: ...


def caught_kwargs_of_only_text_call(a: int, b: str, **kwargs: str) -> int: ...


caught_kwargs_of_only_text: Caught = CaughtKwargsOfOnlyText()  # E: f parameter-type
by_caught_kwargs_of_only_text: CaughtCall = caught_kwargs_of_only_text_call  # E: __call__ parameter-type


class CaughtPositional:
    def f(self, a: int, b: str, k: bool = False) -> int: ...


def caught_positional_call(a: int, b: str, k: bool = False) -> int: ...


caught_positional: Caught = CaughtPositional()
by_caught_positional: CaughtCall = caught_positional_call


class CaughtPositionalWrong:
    def f(self, a: int, b: str, k: str = "") -> int: ...


def caught_positional_wrong_call(a: int, b: str, k: str = "") -> int: ...


caught_positional_wrong: Caught = CaughtPositionalWrong()  # E: f parameter-type
by_caught_positional_wrong: CaughtCall = caught_positional_wrong_call  # E: __call__ parameter-type


class CaughtByNameWrong:
    def f(self, a: int, b: str, *, k: str = "") -> int: ...


def caught_by_name_wrong_call(a: int, b: str, *, k: str = "") -> int: ...


caught_by_name_wrong: Caught = CaughtByNameWrong()  # E: f parameter-type
by_caught_by_name_wrong: CaughtCall = caught_by_name_wrong_call  # E: __call__ parameter-type


class CaughtSecondWrong:
    def f(self, a: int, b: int, *, k: bool = False) -> int: ...


def caught_second_wrong_call(a: int, b: int, *, k: bool = False) -> int: ...


caught_second_wrong: Caught = CaughtSecondWrong()  # E: f parameter-type
by_caught_second_wrong: CaughtCall = caught_second_wrong_call  # E: __call__ parameter-type
