"""Call compatibility: names, kinds, defaults and numbers of parameters, of methods and of functions."""

# fmt: off
from typing import Protocol


class Nothing(Protocol):
    def f(self) -> int: ...


class NothingCall(Protocol):
    def __call__(self) -> int: ...


class NothingSame:
    def f(self) -> int: ...


def nothing_same_call() -> int: ...


nothing_same: Nothing = NothingSame()
by_nothing_same: NothingCall = nothing_same_call


class NothingOptional:
    def f(self, a: int = 0) -> int: ...


def nothing_optional_call(a: int = 0) -> int: ...


nothing_optional: Nothing = NothingOptional()
by_nothing_optional: NothingCall = nothing_optional_call


class NothingOptionalByName:
    def f(self, *, k: int = 0) -> int: ...


def nothing_optional_by_name_call(*, k: int = 0) -> int: ...


nothing_optional_by_name: Nothing = NothingOptionalByName()
by_nothing_optional_by_name: NothingCall = nothing_optional_by_name_call


class NothingAllOptional:
    def f(self, a: int = 0, *args: int, k: int = 0, **kwargs: int) -> int: ...


def nothing_all_optional_call(a: int = 0, *args: int, k: int = 0, **kwargs: int) -> int: ...


nothing_all_optional: Nothing = NothingAllOptional()
by_nothing_all_optional: NothingCall = nothing_all_optional_call


class NothingRequired:
    def f(self, a: int) -> int: ...


def nothing_required_call(a: int) -> int: ...


nothing_required: Nothing = NothingRequired()  # E: f extra-required-parameter
by_nothing_required: NothingCall = nothing_required_call  # E: __call__ extra-required-parameter


class NothingRequiredByName:
    def f(self, *, k: int) -> int: ...


def nothing_required_by_name_call(*, k: int) -> int: ...


nothing_required_by_name: Nothing = NothingRequiredByName()  # E: f extra-required-parameter
by_nothing_required_by_name: NothingCall = nothing_required_by_name_call  # E: __call__ extra-required-parameter


class NothingTwoRequired:
    def f(self, a: int, b: int) -> int: ...


def nothing_two_required_call(a: int, b: int) -> int: ...


nothing_two_required: Nothing = NothingTwoRequired()  # E: f extra-required-parameter
by_nothing_two_required: NothingCall = nothing_two_required_call  # E: __call__ extra-required-parameter


class One(Protocol):
    def f(self, a: int) -> int: ...


class OneCall(Protocol):
    def __call__(self, a: int) -> int: ...


class OneSame:
    def f(self, a: int) -> int: ...


def one_same_call(a: int) -> int: ...


one_same: One = OneSame()
by_one_same: OneCall = one_same_call


class OneRenamed:
    def f(self, x: int) -> int: ...


def one_renamed_call(x: int) -> int: ...


one_renamed: One = OneRenamed()  # E: f parameter-name
by_one_renamed: OneCall = one_renamed_call  # E: __call__ parameter-name


class OneRenamedOptional:
    def f(self, x: int = 0) -> int: ...


def one_renamed_optional_call(x: int = 0) -> int: ...


one_renamed_optional: One = OneRenamedOptional()  # E: f parameter-name
by_one_renamed_optional: OneCall = one_renamed_optional_call  # E: __call__ parameter-name


class OneRenamedUnderscore:
    def f(self, _a: int) -> int: ...


def one_renamed_underscore_call(_a: int) -> int: ...


one_renamed_underscore: One = OneRenamedUnderscore()  # E: f parameter-name
by_one_renamed_underscore: OneCall = one_renamed_underscore_call  # E: __call__ parameter-name


class OnePositionalOnly:
    def f(self, a: int, /) -> int: ...


def one_positional_only_call(a: int, /) -> int: ...


one_positional_only: One = OnePositionalOnly()  # E: f parameter-kind
by_one_positional_only: OneCall = one_positional_only_call  # E: __call__ parameter-kind


class OneKeywordOnly:
    def f(self, *, a: int) -> int: ...


def one_keyword_only_call(*, a: int) -> int: ...


one_keyword_only: One = OneKeywordOnly()  # E: f parameter-kind
by_one_keyword_only: OneCall = one_keyword_only_call  # E: __call__ parameter-kind


class OneOptional:
    def f(self, a: int = 0) -> int: ...


def one_optional_call(a: int = 0) -> int: ...


one_optional: One = OneOptional()
by_one_optional: OneCall = one_optional_call


class OneNone:
    def f(self) -> int: ...


def one_none_call() -> int: ...


one_none: One = OneNone()  # E: f too-few-parameters
by_one_none: OneCall = one_none_call  # E: __call__ too-few-parameters


class OneMoreOptional:
    def f(self, a: int, b: int = 0) -> int: ...


def one_more_optional_call(a: int, b: int = 0) -> int: ...


one_more_optional: One = OneMoreOptional()
by_one_more_optional: OneCall = one_more_optional_call


class OneMoreOptionalByName:
    def f(self, a: int, *, k: int = 0) -> int: ...


def one_more_optional_by_name_call(a: int, *, k: int = 0) -> int: ...


one_more_optional_by_name: One = OneMoreOptionalByName()
by_one_more_optional_by_name: OneCall = one_more_optional_by_name_call


class OneMoreRequired:
    def f(self, a: int, b: int) -> int: ...


def one_more_required_call(a: int, b: int) -> int: ...


one_more_required: One = OneMoreRequired()  # E: f extra-required-parameter
by_one_more_required: OneCall = one_more_required_call  # E: __call__ extra-required-parameter


class OneMoreRequiredByName:
    def f(self, a: int, *, k: int) -> int: ...


def one_more_required_by_name_call(a: int, *, k: int) -> int: ...


one_more_required_by_name: One = OneMoreRequiredByName()  # E: f extra-required-parameter
by_one_more_required_by_name: OneCall = one_more_required_by_name_call  # E: __call__ extra-required-parameter


class OneArgs:
    def f(self, *args: int) -> int: ...


def one_args_call(*args: int) -> int: ...


one_args: One = OneArgs()  # E: f parameter-name
by_one_args: OneCall = one_args_call  # E: __call__ parameter-name


class OneKwargs:
    def f(self, **kwargs: int) -> int: ...


def one_kwargs_call(**kwargs: int) -> int: ...


one_kwargs: One = OneKwargs()  # E: f too-few-parameters
by_one_kwargs: OneCall = one_kwargs_call  # E: __call__ too-few-parameters


class OneArgsKwargs:
    def f(self, *args: int, **kwargs: int) -> int: ...


def one_args_kwargs_call(*args: int, **kwargs: int) -> int: ...


one_args_kwargs: One = OneArgsKwargs()
by_one_args_kwargs: OneCall = one_args_kwargs_call


class OneArgsAndName:
    def f(self, *args: int, a: int = 0) -> int: ...


def one_args_and_name_call(*args: int, a: int = 0) -> int: ...


one_args_and_name: One = OneArgsAndName()
by_one_args_and_name: OneCall = one_args_and_name_call


class OneAlsoKwargs:
    def f(self, a: int, **kwargs: int) -> int: ...


def one_also_kwargs_call(a: int, **kwargs: int) -> int: ...


one_also_kwargs: One = OneAlsoKwargs()
by_one_also_kwargs: OneCall = one_also_kwargs_call


class OneAlsoArgs:
    def f(self, a: int, *args: int) -> int: ...


def one_also_args_call(a: int, *args: int) -> int: ...


one_also_args: One = OneAlsoArgs()
by_one_also_args: OneCall = one_also_args_call


class OneAlsoBoth:
    def f(self, a: int, *args: int, **kwargs: int) -> int: ...


def one_also_both_call(a: int, *args: int, **kwargs: int) -> int: ...


one_also_both: One = OneAlsoBoth()
by_one_also_both: OneCall = one_also_both_call


class OnePositionalOnlyKwargs:
    def f(self, a: int, /, **kwargs: int) -> int: ...


def one_positional_only_kwargs_call(a: int, /, **kwargs: int) -> int: ...


one_positional_only_kwargs: One = OnePositionalOnlyKwargs()  # E: f parameter-kind
by_one_positional_only_kwargs: OneCall = one_positional_only_kwargs_call  # E: __call__ parameter-kind


class OneOptionalPositionalOnlyKwargs:
    def f(self, a: int = 0, /, **kwargs: int) -> int: ...


def one_optional_positional_only_kwargs_call(a: int = 0, /, **kwargs: int) -> int: ...


one_optional_positional_only_kwargs: One = OneOptionalPositionalOnlyKwargs()  # S: every call binds, and mypy accepts it
by_one_optional_positional_only_kwargs: OneCall = one_optional_positional_only_kwargs_call  # S: every call binds, and mypy accepts it


class OneRenamedPositionalOnlyKwargs:
    def f(self, x: int, /, **kwargs: int) -> int: ...


def one_renamed_positional_only_kwargs_call(x: int, /, **kwargs: int) -> int: ...


one_renamed_positional_only_kwargs: One = OneRenamedPositionalOnlyKwargs()  # E: f parameter-name|parameter-kind
by_one_renamed_positional_only_kwargs: OneCall = one_renamed_positional_only_kwargs_call  # E: __call__ parameter-name|parameter-kind


class Only(Protocol):
    def f(self, a: int, /) -> int: ...


class OnlyCall(Protocol):
    def __call__(self, a: int, /) -> int: ...


class OnlySame:
    def f(self, a: int, /) -> int: ...


def only_same_call(a: int, /) -> int: ...


only_same: Only = OnlySame()
by_only_same: OnlyCall = only_same_call


class OnlyNamed:
    def f(self, a: int) -> int: ...


def only_named_call(a: int) -> int: ...


only_named: Only = OnlyNamed()
by_only_named: OnlyCall = only_named_call


class OnlyRenamed:
    def f(self, x: int) -> int: ...


def only_renamed_call(x: int) -> int: ...


only_renamed: Only = OnlyRenamed()
by_only_renamed: OnlyCall = only_renamed_call


class OnlyRenamedOptional:
    def f(self, x: int = 0) -> int: ...


def only_renamed_optional_call(x: int = 0) -> int: ...


only_renamed_optional: Only = OnlyRenamedOptional()
by_only_renamed_optional: OnlyCall = only_renamed_optional_call


class OnlyKeywordOnly:
    def f(self, *, a: int) -> int: ...


def only_keyword_only_call(*, a: int) -> int: ...


only_keyword_only: Only = OnlyKeywordOnly()  # E: f parameter-kind
by_only_keyword_only: OnlyCall = only_keyword_only_call  # E: __call__ parameter-kind


class OnlyOtherKeywordOnly:
    def f(self, *, x: int) -> int: ...


def only_other_keyword_only_call(*, x: int) -> int: ...


only_other_keyword_only: Only = OnlyOtherKeywordOnly()  # E: f too-few-parameters; f extra-required-parameter
by_only_other_keyword_only: OnlyCall = only_other_keyword_only_call  # E: __call__ too-few-parameters; __call__ extra-required-parameter


class OnlyNone:
    def f(self) -> int: ...


def only_none_call() -> int: ...


only_none: Only = OnlyNone()  # E: f too-few-parameters
by_only_none: OnlyCall = only_none_call  # E: __call__ too-few-parameters


class OnlyArgs:
    def f(self, *args: int) -> int: ...


def only_args_call(*args: int) -> int: ...


only_args: Only = OnlyArgs()
by_only_args: OnlyCall = only_args_call


class OnlyArgsKwargs:
    def f(self, *args: int, **kwargs: int) -> int: ...


def only_args_kwargs_call(*args: int, **kwargs: int) -> int: ...


only_args_kwargs: Only = OnlyArgsKwargs()
by_only_args_kwargs: OnlyCall = only_args_kwargs_call


class OnlyKwargs:
    def f(self, **kwargs: int) -> int: ...


def only_kwargs_call(**kwargs: int) -> int: ...


only_kwargs: Only = OnlyKwargs()  # E: f too-few-parameters
by_only_kwargs: OnlyCall = only_kwargs_call  # E: __call__ too-few-parameters


class OnlyMoreOptional:
    def f(self, x: int, y: int = 0) -> int: ...


def only_more_optional_call(x: int, y: int = 0) -> int: ...


only_more_optional: Only = OnlyMoreOptional()
by_only_more_optional: OnlyCall = only_more_optional_call


class OnlyMoreRequired:
    def f(self, x: int, y: int) -> int: ...


def only_more_required_call(x: int, y: int) -> int: ...


only_more_required: Only = OnlyMoreRequired()  # E: f extra-required-parameter
by_only_more_required: OnlyCall = only_more_required_call  # E: __call__ extra-required-parameter


class OnlyMoreRequiredByName:
    def f(self, x: int, *, y: int) -> int: ...


def only_more_required_by_name_call(x: int, *, y: int) -> int: ...


only_more_required_by_name: Only = OnlyMoreRequiredByName()  # E: f extra-required-parameter
by_only_more_required_by_name: OnlyCall = only_more_required_by_name_call  # E: __call__ extra-required-parameter


class OnlyMoreRequiredByTheSameName:
    def f(self, x: int, *, a: int) -> int: ...


def only_more_required_by_the_same_name_call(x: int, *, a: int) -> int: ...


only_more_required_by_the_same_name: Only = OnlyMoreRequiredByTheSameName()  # E: f extra-required-parameter|parameter-kind
by_only_more_required_by_the_same_name: OnlyCall = only_more_required_by_the_same_name_call  # E: __call__ extra-required-parameter|parameter-kind


class Two(Protocol):
    def f(self, a: int, b: int) -> int: ...


class TwoCall(Protocol):
    def __call__(self, a: int, b: int) -> int: ...


class TwoSame:
    def f(self, a: int, b: int) -> int: ...


def two_same_call(a: int, b: int) -> int: ...


two_same: Two = TwoSame()
by_two_same: TwoCall = two_same_call


class TwoSwapped:
    def f(self, b: int, a: int) -> int: ...


def two_swapped_call(b: int, a: int) -> int: ...


two_swapped: Two = TwoSwapped()  # E: f parameter-kind
by_two_swapped: TwoCall = two_swapped_call  # E: __call__ parameter-kind


class TwoSecondRenamed:
    def f(self, a: int, c: int) -> int: ...


def two_second_renamed_call(a: int, c: int) -> int: ...


two_second_renamed: Two = TwoSecondRenamed()  # E: f parameter-name
by_two_second_renamed: TwoCall = two_second_renamed_call  # E: __call__ parameter-name


class TwoSecondOnly:
    def f(self, a: int, b: int, /) -> int: ...


def two_second_only_call(a: int, b: int, /) -> int: ...


two_second_only: Two = TwoSecondOnly()  # E: f parameter-kind
by_two_second_only: TwoCall = two_second_only_call  # E: __call__ parameter-kind


class TwoFirstOnly:
    def f(self, a: int, /, b: int) -> int: ...


def two_first_only_call(a: int, /, b: int) -> int: ...


two_first_only: Two = TwoFirstOnly()  # E: f parameter-kind
by_two_first_only: TwoCall = two_first_only_call  # E: __call__ parameter-kind


class TwoSecondByName:
    def f(self, a: int, *, b: int) -> int: ...


def two_second_by_name_call(a: int, *, b: int) -> int: ...


two_second_by_name: Two = TwoSecondByName()  # E: f parameter-kind
by_two_second_by_name: TwoCall = two_second_by_name_call  # E: __call__ parameter-kind


class TwoBothByName:
    def f(self, *, a: int, b: int) -> int: ...


def two_both_by_name_call(*, a: int, b: int) -> int: ...


two_both_by_name: Two = TwoBothByName()  # E: f parameter-kind
by_two_both_by_name: TwoCall = two_both_by_name_call  # E: __call__ parameter-kind


class TwoOne:
    def f(self, a: int) -> int: ...


def two_one_call(a: int) -> int: ...


two_one: Two = TwoOne()  # E: f too-few-parameters
by_two_one: TwoCall = two_one_call  # E: __call__ too-few-parameters


class TwoTheOther:
    def f(self, b: int) -> int: ...


def two_the_other_call(b: int) -> int: ...


two_the_other: Two = TwoTheOther()  # E: f parameter-kind|parameter-name; f too-few-parameters|parameter-kind
by_two_the_other: TwoCall = two_the_other_call  # E: __call__ parameter-kind|parameter-name; __call__ too-few-parameters|parameter-kind


class TwoNone:
    def f(self) -> int: ...


def two_none_call() -> int: ...


two_none: Two = TwoNone()  # E: f too-few-parameters
by_two_none: TwoCall = two_none_call  # E: __call__ too-few-parameters


class TwoRest:
    def f(self, a: int, *args: int) -> int: ...


def two_rest_call(a: int, *args: int) -> int: ...


two_rest: Two = TwoRest()  # E: f parameter-name
by_two_rest: TwoCall = two_rest_call  # E: __call__ parameter-name


class TwoRestByBoth:
    def f(self, a: int, *args: int, **kwargs: int) -> int: ...


def two_rest_by_both_call(a: int, *args: int, **kwargs: int) -> int: ...


two_rest_by_both: Two = TwoRestByBoth()
by_two_rest_by_both: TwoCall = two_rest_by_both_call


class TwoRestByName:
    def f(self, a: int, **kwargs: int) -> int: ...


def two_rest_by_name_call(a: int, **kwargs: int) -> int: ...


two_rest_by_name: Two = TwoRestByName()  # E: f too-few-parameters
by_two_rest_by_name: TwoCall = two_rest_by_name_call  # E: __call__ too-few-parameters


class TwoOptionalInserted:
    def f(self, a: int, x: int = 0, b: int = 0) -> int: ...


def two_optional_inserted_call(a: int, x: int = 0, b: int = 0) -> int: ...


two_optional_inserted: Two = TwoOptionalInserted()  # E: f parameter-kind
by_two_optional_inserted: TwoCall = two_optional_inserted_call  # E: __call__ parameter-kind


class TwoBothOptional:
    def f(self, a: int = 0, b: int = 0) -> int: ...


def two_both_optional_call(a: int = 0, b: int = 0) -> int: ...


two_both_optional: Two = TwoBothOptional()
by_two_both_optional: TwoCall = two_both_optional_call


class TwoThird:
    def f(self, a: int, b: int, c: int) -> int: ...


def two_third_call(a: int, b: int, c: int) -> int: ...


two_third: Two = TwoThird()  # E: f extra-required-parameter
by_two_third: TwoCall = two_third_call  # E: __call__ extra-required-parameter


class Optional(Protocol):
    def f(self, a: int, b: int = 0) -> int: ...


class OptionalCall(Protocol):
    def __call__(self, a: int, b: int = 0) -> int: ...


class OptionalSame:
    def f(self, a: int, b: int = 0) -> int: ...


def optional_same_call(a: int, b: int = 0) -> int: ...


optional_same: Optional = OptionalSame()
by_optional_same: OptionalCall = optional_same_call


class OptionalOtherDefault:
    def f(self, a: int, b: int = 7) -> int: ...


def optional_other_default_call(a: int, b: int = 7) -> int: ...


optional_other_default: Optional = OptionalOtherDefault()
by_optional_other_default: OptionalCall = optional_other_default_call


class OptionalRenamed:
    def f(self, a: int, c: int = 0) -> int: ...


def optional_renamed_call(a: int, c: int = 0) -> int: ...


optional_renamed: Optional = OptionalRenamed()  # E: f parameter-name
by_optional_renamed: OptionalCall = optional_renamed_call  # E: __call__ parameter-name


class OptionalRequired:
    def f(self, a: int, b: int) -> int: ...


def optional_required_call(a: int, b: int) -> int: ...


optional_required: Optional = OptionalRequired()  # E: f parameter-required
by_optional_required: OptionalCall = optional_required_call  # E: __call__ parameter-required


class OptionalMissing:
    def f(self, a: int) -> int: ...


def optional_missing_call(a: int) -> int: ...


optional_missing: Optional = OptionalMissing()  # E: f too-few-parameters
by_optional_missing: OptionalCall = optional_missing_call  # E: __call__ too-few-parameters


class OptionalPositionalOnly:
    def f(self, a: int, b: int = 0, /) -> int: ...


def optional_positional_only_call(a: int, b: int = 0, /) -> int: ...


optional_positional_only: Optional = OptionalPositionalOnly()  # E: f parameter-kind
by_optional_positional_only: OptionalCall = optional_positional_only_call  # E: __call__ parameter-kind


class OptionalKeywordOnly:
    def f(self, a: int, *, b: int = 0) -> int: ...


def optional_keyword_only_call(a: int, *, b: int = 0) -> int: ...


optional_keyword_only: Optional = OptionalKeywordOnly()  # E: f parameter-kind
by_optional_keyword_only: OptionalCall = optional_keyword_only_call  # E: __call__ parameter-kind


class OptionalInserted:
    def f(self, a: int, x: int = 0, b: int = 0) -> int: ...


def optional_inserted_call(a: int, x: int = 0, b: int = 0) -> int: ...


optional_inserted: Optional = OptionalInserted()  # E: f parameter-kind
by_optional_inserted: OptionalCall = optional_inserted_call  # E: __call__ parameter-kind


class OptionalInsertedFirst:
    def f(self, x: int = 0, a: int = 0, b: int = 0) -> int: ...


def optional_inserted_first_call(x: int = 0, a: int = 0, b: int = 0) -> int: ...


optional_inserted_first: Optional = OptionalInsertedFirst()  # E: f parameter-kind
by_optional_inserted_first: OptionalCall = optional_inserted_first_call  # E: __call__ parameter-kind


class OptionalAppended:
    def f(self, a: int, b: int = 0, x: int = 0) -> int: ...


def optional_appended_call(a: int, b: int = 0, x: int = 0) -> int: ...


optional_appended: Optional = OptionalAppended()
by_optional_appended: OptionalCall = optional_appended_call


class OptionalAppendedByName:
    def f(self, a: int, b: int = 0, *, x: int = 0) -> int: ...


def optional_appended_by_name_call(a: int, b: int = 0, *, x: int = 0) -> int: ...


optional_appended_by_name: Optional = OptionalAppendedByName()
by_optional_appended_by_name: OptionalCall = optional_appended_by_name_call


class OptionalAppendedRequired:
    def f(self, a: int, b: int = 0, *, x: int) -> int: ...


def optional_appended_required_call(a: int, b: int = 0, *, x: int) -> int: ...


optional_appended_required: Optional = OptionalAppendedRequired()  # E: f extra-required-parameter
by_optional_appended_required: OptionalCall = optional_appended_required_call  # E: __call__ extra-required-parameter


class OptionalSwapped:
    def f(self, b: int = 0, a: int = 0) -> int: ...


def optional_swapped_call(b: int = 0, a: int = 0) -> int: ...


optional_swapped: Optional = OptionalSwapped()  # E: f parameter-kind
by_optional_swapped: OptionalCall = optional_swapped_call  # E: __call__ parameter-kind


class OptionalArgs:
    def f(self, a: int, *args: int) -> int: ...


def optional_args_call(a: int, *args: int) -> int: ...


optional_args: Optional = OptionalArgs()  # E: f parameter-name
by_optional_args: OptionalCall = optional_args_call  # E: __call__ parameter-name


class OptionalKwargs:
    def f(self, a: int, **kwargs: int) -> int: ...


def optional_kwargs_call(a: int, **kwargs: int) -> int: ...


optional_kwargs: Optional = OptionalKwargs()  # E: f too-few-parameters
by_optional_kwargs: OptionalCall = optional_kwargs_call  # E: __call__ too-few-parameters


class OptionalArgsKwargs:
    def f(self, a: int, *args: int, **kwargs: int) -> int: ...


def optional_args_kwargs_call(a: int, *args: int, **kwargs: int) -> int: ...


optional_args_kwargs: Optional = OptionalArgsKwargs()
by_optional_args_kwargs: OptionalCall = optional_args_kwargs_call


class OptionalAlsoArgs:
    def f(self, a: int, b: int = 0, *args: int) -> int: ...


def optional_also_args_call(a: int, b: int = 0, *args: int) -> int: ...


optional_also_args: Optional = OptionalAlsoArgs()
by_optional_also_args: OptionalCall = optional_also_args_call


class OptionalAlsoKwargs:
    def f(self, a: int, b: int = 0, **kwargs: int) -> int: ...


def optional_also_kwargs_call(a: int, b: int = 0, **kwargs: int) -> int: ...


optional_also_kwargs: Optional = OptionalAlsoKwargs()
by_optional_also_kwargs: OptionalCall = optional_also_kwargs_call


class OptionalAll:
    def f(self, *args: int, **kwargs: int) -> int: ...


def optional_all_call(*args: int, **kwargs: int) -> int: ...


optional_all: Optional = OptionalAll()
by_optional_all: OptionalCall = optional_all_call


class OptionalOnly(Protocol):
    def f(self, a: int, b: int = 0, /) -> int: ...


class OptionalOnlyCall(Protocol):
    def __call__(self, a: int, b: int = 0, /) -> int: ...


class OptionalOnlySame:
    def f(self, a: int, b: int = 0, /) -> int: ...


def optional_only_same_call(a: int, b: int = 0, /) -> int: ...


optional_only_same: OptionalOnly = OptionalOnlySame()
by_optional_only_same: OptionalOnlyCall = optional_only_same_call


class OptionalOnlyNamed:
    def f(self, a: int, b: int = 0) -> int: ...


def optional_only_named_call(a: int, b: int = 0) -> int: ...


optional_only_named: OptionalOnly = OptionalOnlyNamed()
by_optional_only_named: OptionalOnlyCall = optional_only_named_call


class OptionalOnlyRenamed:
    def f(self, x: int, y: int = 0) -> int: ...


def optional_only_renamed_call(x: int, y: int = 0) -> int: ...


optional_only_renamed: OptionalOnly = OptionalOnlyRenamed()
by_optional_only_renamed: OptionalOnlyCall = optional_only_renamed_call


class OptionalOnlySwapped:
    def f(self, b: int, a: int = 0) -> int: ...


def optional_only_swapped_call(b: int, a: int = 0) -> int: ...


optional_only_swapped: OptionalOnly = OptionalOnlySwapped()
by_optional_only_swapped: OptionalOnlyCall = optional_only_swapped_call


class OptionalOnlyInserted:
    def f(self, a: int, x: int = 0, b: int = 0) -> int: ...


def optional_only_inserted_call(a: int, x: int = 0, b: int = 0) -> int: ...


optional_only_inserted: OptionalOnly = OptionalOnlyInserted()
by_optional_only_inserted: OptionalOnlyCall = optional_only_inserted_call


class OptionalOnlyRequired:
    def f(self, x: int, y: int) -> int: ...


def optional_only_required_call(x: int, y: int) -> int: ...


optional_only_required: OptionalOnly = OptionalOnlyRequired()  # E: f parameter-required
by_optional_only_required: OptionalOnlyCall = optional_only_required_call  # E: __call__ parameter-required


class OptionalOnlyMissing:
    def f(self, x: int) -> int: ...


def optional_only_missing_call(x: int) -> int: ...


optional_only_missing: OptionalOnly = OptionalOnlyMissing()  # E: f too-few-parameters
by_optional_only_missing: OptionalOnlyCall = optional_only_missing_call  # E: __call__ too-few-parameters


class OptionalOnlyKeywordOnly:
    def f(self, a: int, *, b: int = 0) -> int: ...


def optional_only_keyword_only_call(a: int, *, b: int = 0) -> int: ...


optional_only_keyword_only: OptionalOnly = OptionalOnlyKeywordOnly()  # E: f parameter-kind
by_optional_only_keyword_only: OptionalOnlyCall = optional_only_keyword_only_call  # E: __call__ parameter-kind


class OptionalOnlyArgs:
    def f(self, a: int, *args: int) -> int: ...


def optional_only_args_call(a: int, *args: int) -> int: ...


optional_only_args: OptionalOnly = OptionalOnlyArgs()
by_optional_only_args: OptionalOnlyCall = optional_only_args_call


class OptionalOnlyKwargs:
    def f(self, a: int, **kwargs: int) -> int: ...


def optional_only_kwargs_call(a: int, **kwargs: int) -> int: ...


optional_only_kwargs: OptionalOnly = OptionalOnlyKwargs()  # E: f too-few-parameters
by_optional_only_kwargs: OptionalOnlyCall = optional_only_kwargs_call  # E: __call__ too-few-parameters


class OnlyThenNamed(Protocol):
    def f(self, a: int, /, b: int = 0) -> int: ...


class OnlyThenNamedCall(Protocol):
    def __call__(self, a: int, /, b: int = 0) -> int: ...


class OnlyThenNamedSame:
    def f(self, a: int, /, b: int = 0) -> int: ...


def only_then_named_same_call(a: int, /, b: int = 0) -> int: ...


only_then_named_same: OnlyThenNamed = OnlyThenNamedSame()
by_only_then_named_same: OnlyThenNamedCall = only_then_named_same_call


class OnlyThenNamedNamed:
    def f(self, a: int, b: int = 0) -> int: ...


def only_then_named_named_call(a: int, b: int = 0) -> int: ...


only_then_named_named: OnlyThenNamed = OnlyThenNamedNamed()
by_only_then_named_named: OnlyThenNamedCall = only_then_named_named_call


class OnlyThenNamedRenamedFirst:
    def f(self, x: int, b: int = 0) -> int: ...


def only_then_named_renamed_first_call(x: int, b: int = 0) -> int: ...


only_then_named_renamed_first: OnlyThenNamed = OnlyThenNamedRenamedFirst()
by_only_then_named_renamed_first: OnlyThenNamedCall = only_then_named_renamed_first_call


class OnlyThenNamedRenamedSecond:
    def f(self, a: int, /, c: int = 0) -> int: ...


def only_then_named_renamed_second_call(a: int, /, c: int = 0) -> int: ...


only_then_named_renamed_second: OnlyThenNamed = OnlyThenNamedRenamedSecond()  # E: f parameter-name
by_only_then_named_renamed_second: OnlyThenNamedCall = only_then_named_renamed_second_call  # E: __call__ parameter-name


class OnlyThenNamedOnly:
    def f(self, a: int, b: int = 0, /) -> int: ...


def only_then_named_only_call(a: int, b: int = 0, /) -> int: ...


only_then_named_only: OnlyThenNamed = OnlyThenNamedOnly()  # E: f parameter-kind
by_only_then_named_only: OnlyThenNamedCall = only_then_named_only_call  # E: __call__ parameter-kind


class OnlyThenNamedInserted:
    def f(self, a: int, x: int = 0, b: int = 0) -> int: ...


def only_then_named_inserted_call(a: int, x: int = 0, b: int = 0) -> int: ...


only_then_named_inserted: OnlyThenNamed = OnlyThenNamedInserted()  # E: f parameter-kind
by_only_then_named_inserted: OnlyThenNamedCall = only_then_named_inserted_call  # E: __call__ parameter-kind


class OnlyThenNamedFirstNamedAsSecond:
    def f(self, b: int, a: int = 0) -> int: ...


def only_then_named_first_named_as_second_call(b: int, a: int = 0) -> int: ...


only_then_named_first_named_as_second: OnlyThenNamed = OnlyThenNamedFirstNamedAsSecond()  # E: f parameter-kind|parameter-name
by_only_then_named_first_named_as_second: OnlyThenNamedCall = only_then_named_first_named_as_second_call  # E: __call__ parameter-kind|parameter-name


class OnlyThenNamedArgsKwargs:
    def f(self, a: int, *args: int, **kwargs: int) -> int: ...


def only_then_named_args_kwargs_call(a: int, *args: int, **kwargs: int) -> int: ...


only_then_named_args_kwargs: OnlyThenNamed = OnlyThenNamedArgsKwargs()
by_only_then_named_args_kwargs: OnlyThenNamedCall = only_then_named_args_kwargs_call


class ByName(Protocol):
    def f(self, *, k: int) -> int: ...


class ByNameCall(Protocol):
    def __call__(self, *, k: int) -> int: ...


class ByNameSame:
    def f(self, *, k: int) -> int: ...


def by_name_same_call(*, k: int) -> int: ...


by_name_same: ByName = ByNameSame()
by_by_name_same: ByNameCall = by_name_same_call


class ByNameOptional:
    def f(self, *, k: int = 0) -> int: ...


def by_name_optional_call(*, k: int = 0) -> int: ...


by_name_optional: ByName = ByNameOptional()
by_by_name_optional: ByNameCall = by_name_optional_call


class ByNamePositional:
    def f(self, k: int) -> int: ...


def by_name_positional_call(k: int) -> int: ...


by_name_positional: ByName = ByNamePositional()
by_by_name_positional: ByNameCall = by_name_positional_call


class ByNamePositionalOptional:
    def f(self, k: int = 0) -> int: ...


def by_name_positional_optional_call(k: int = 0) -> int: ...


by_name_positional_optional: ByName = ByNamePositionalOptional()
by_by_name_positional_optional: ByNameCall = by_name_positional_optional_call


class ByNamePositionalSecond:
    def f(self, x: int = 0, k: int = 0) -> int: ...


def by_name_positional_second_call(x: int = 0, k: int = 0) -> int: ...


by_name_positional_second: ByName = ByNamePositionalSecond()
by_by_name_positional_second: ByNameCall = by_name_positional_second_call


class ByNamePositionalOnly:
    def f(self, k: int, /) -> int: ...


def by_name_positional_only_call(k: int, /) -> int: ...


by_name_positional_only: ByName = ByNamePositionalOnly()  # E: f parameter-kind
by_by_name_positional_only: ByNameCall = by_name_positional_only_call  # E: __call__ parameter-kind


class ByNameRenamed:
    def f(self, *, x: int) -> int: ...


def by_name_renamed_call(*, x: int) -> int: ...


by_name_renamed: ByName = ByNameRenamed()  # E: f parameter-name; f extra-required-parameter
by_by_name_renamed: ByNameCall = by_name_renamed_call  # E: __call__ parameter-name; __call__ extra-required-parameter


class ByNameRenamedOptional:
    def f(self, *, x: int = 0) -> int: ...


def by_name_renamed_optional_call(*, x: int = 0) -> int: ...


by_name_renamed_optional: ByName = ByNameRenamedOptional()  # E: f parameter-name
by_by_name_renamed_optional: ByNameCall = by_name_renamed_optional_call  # E: __call__ parameter-name


class ByNameMissing:
    def f(self) -> int: ...


def by_name_missing_call() -> int: ...


by_name_missing: ByName = ByNameMissing()  # E: f parameter-name
by_by_name_missing: ByNameCall = by_name_missing_call  # E: __call__ parameter-name


class ByNameKwargs:
    def f(self, **kwargs: int) -> int: ...


def by_name_kwargs_call(**kwargs: int) -> int: ...


by_name_kwargs: ByName = ByNameKwargs()
by_by_name_kwargs: ByNameCall = by_name_kwargs_call


class ByNameArgs:
    def f(self, *args: int) -> int: ...


def by_name_args_call(*args: int) -> int: ...


by_name_args: ByName = ByNameArgs()  # E: f parameter-name
by_by_name_args: ByNameCall = by_name_args_call  # E: __call__ parameter-name


class ByNameMoreRequired:
    def f(self, *, k: int, x: int) -> int: ...


def by_name_more_required_call(*, k: int, x: int) -> int: ...


by_name_more_required: ByName = ByNameMoreRequired()  # E: f extra-required-parameter
by_by_name_more_required: ByNameCall = by_name_more_required_call  # E: __call__ extra-required-parameter


class ByNameMoreOptional:
    def f(self, *, k: int, x: int = 0) -> int: ...


def by_name_more_optional_call(*, k: int, x: int = 0) -> int: ...


by_name_more_optional: ByName = ByNameMoreOptional()
by_by_name_more_optional: ByNameCall = by_name_more_optional_call


class ByNameRequiredBefore:
    def f(self, x: int, *, k: int) -> int: ...


def by_name_required_before_call(x: int, *, k: int) -> int: ...


by_name_required_before: ByName = ByNameRequiredBefore()  # E: f extra-required-parameter
by_by_name_required_before: ByNameCall = by_name_required_before_call  # E: __call__ extra-required-parameter


class ByNameRequiredPositionalBefore:
    def f(self, x: int, k: int) -> int: ...


def by_name_required_positional_before_call(x: int, k: int) -> int: ...


by_name_required_positional_before: ByName = ByNameRequiredPositionalBefore()  # E: f extra-required-parameter
by_by_name_required_positional_before: ByNameCall = by_name_required_positional_before_call  # E: __call__ extra-required-parameter


class ByNameOptional(Protocol):
    def f(self, a: int, *, k: int = 0) -> int: ...


class ByNameOptionalCall(Protocol):
    def __call__(self, a: int, *, k: int = 0) -> int: ...


class ByNameOptionalSame:
    def f(self, a: int, *, k: int = 0) -> int: ...


def by_name_optional_same_call(a: int, *, k: int = 0) -> int: ...


by_name_optional_same: ByNameOptional = ByNameOptionalSame()
by_by_name_optional_same: ByNameOptionalCall = by_name_optional_same_call


class ByNameOptionalRequired:
    def f(self, a: int, *, k: int) -> int: ...


def by_name_optional_required_call(a: int, *, k: int) -> int: ...


by_name_optional_required: ByNameOptional = ByNameOptionalRequired()  # E: f parameter-required
by_by_name_optional_required: ByNameOptionalCall = by_name_optional_required_call  # E: __call__ parameter-required


class ByNameOptionalPositional:
    def f(self, a: int, k: int = 0) -> int: ...


def by_name_optional_positional_call(a: int, k: int = 0) -> int: ...


by_name_optional_positional: ByNameOptional = ByNameOptionalPositional()
by_by_name_optional_positional: ByNameOptionalCall = by_name_optional_positional_call


class ByNameOptionalPositionalRequired:
    def f(self, a: int, k: int) -> int: ...


def by_name_optional_positional_required_call(a: int, k: int) -> int: ...


by_name_optional_positional_required: ByNameOptional = ByNameOptionalPositionalRequired()  # E: f parameter-required|extra-required-parameter
by_by_name_optional_positional_required: ByNameOptionalCall = by_name_optional_positional_required_call  # E: __call__ parameter-required|extra-required-parameter


class ByNameOptionalMissing:
    def f(self, a: int) -> int: ...


def by_name_optional_missing_call(a: int) -> int: ...


by_name_optional_missing: ByNameOptional = ByNameOptionalMissing()  # E: f parameter-name
by_by_name_optional_missing: ByNameOptionalCall = by_name_optional_missing_call  # E: __call__ parameter-name


class ByNameOptionalRenamed:
    def f(self, a: int, *, x: int = 0) -> int: ...


def by_name_optional_renamed_call(a: int, *, x: int = 0) -> int: ...


by_name_optional_renamed: ByNameOptional = ByNameOptionalRenamed()  # E: f parameter-name
by_by_name_optional_renamed: ByNameOptionalCall = by_name_optional_renamed_call  # E: __call__ parameter-name


class ByNameOptionalKwargs:
    def f(self, a: int, **kwargs: int) -> int: ...


def by_name_optional_kwargs_call(a: int, **kwargs: int) -> int: ...


by_name_optional_kwargs: ByNameOptional = ByNameOptionalKwargs()
by_by_name_optional_kwargs: ByNameOptionalCall = by_name_optional_kwargs_call


class ByNameOptionalPositionalOnly:
    def f(self, a: int, k: int = 0, /) -> int: ...


def by_name_optional_positional_only_call(a: int, k: int = 0, /) -> int: ...


by_name_optional_positional_only: ByNameOptional = ByNameOptionalPositionalOnly()  # E: f parameter-kind|parameter-name
by_by_name_optional_positional_only: ByNameOptionalCall = by_name_optional_positional_only_call  # E: __call__ parameter-kind|parameter-name


class ByNameOptionalReordered:
    def f(self, *, k: int = 0, a: int) -> int: ...


def by_name_optional_reordered_call(*, k: int = 0, a: int) -> int: ...


by_name_optional_reordered: ByNameOptional = ByNameOptionalReordered()  # E: f parameter-kind
by_by_name_optional_reordered: ByNameOptionalCall = by_name_optional_reordered_call  # E: __call__ parameter-kind


class ByNameOptionalPositionalFirst:
    def f(self, k: int = 0, a: int = 0) -> int: ...


def by_name_optional_positional_first_call(k: int = 0, a: int = 0) -> int: ...


by_name_optional_positional_first: ByNameOptional = ByNameOptionalPositionalFirst()  # E: f parameter-kind
by_by_name_optional_positional_first: ByNameOptionalCall = by_name_optional_positional_first_call  # E: __call__ parameter-kind


class ByNameTwo(Protocol):
    def f(self, *, k: int, m: int = 0) -> int: ...


class ByNameTwoCall(Protocol):
    def __call__(self, *, k: int, m: int = 0) -> int: ...


class ByNameTwoSame:
    def f(self, *, k: int, m: int = 0) -> int: ...


def by_name_two_same_call(*, k: int, m: int = 0) -> int: ...


by_name_two_same: ByNameTwo = ByNameTwoSame()
by_by_name_two_same: ByNameTwoCall = by_name_two_same_call


class ByNameTwoReordered:
    def f(self, *, m: int = 0, k: int) -> int: ...


def by_name_two_reordered_call(*, m: int = 0, k: int) -> int: ...


by_name_two_reordered: ByNameTwo = ByNameTwoReordered()
by_by_name_two_reordered: ByNameTwoCall = by_name_two_reordered_call


class ByNameTwoPositional:
    def f(self, k: int, m: int = 0) -> int: ...


def by_name_two_positional_call(k: int, m: int = 0) -> int: ...


by_name_two_positional: ByNameTwo = ByNameTwoPositional()
by_by_name_two_positional: ByNameTwoCall = by_name_two_positional_call


class ByNameTwoPositionalReordered:
    def f(self, m: int = 0, k: int = 0) -> int: ...


def by_name_two_positional_reordered_call(m: int = 0, k: int = 0) -> int: ...


by_name_two_positional_reordered: ByNameTwo = ByNameTwoPositionalReordered()
by_by_name_two_positional_reordered: ByNameTwoCall = by_name_two_positional_reordered_call


class ByNameTwoOneOfEach:
    def f(self, m: int = 0, *, k: int) -> int: ...


def by_name_two_one_of_each_call(m: int = 0, *, k: int) -> int: ...


by_name_two_one_of_each: ByNameTwo = ByNameTwoOneOfEach()
by_by_name_two_one_of_each: ByNameTwoCall = by_name_two_one_of_each_call


class ByNameTwoOneInKwargs:
    def f(self, *, k: int, **kwargs: int) -> int: ...


def by_name_two_one_in_kwargs_call(*, k: int, **kwargs: int) -> int: ...


by_name_two_one_in_kwargs: ByNameTwo = ByNameTwoOneInKwargs()
by_by_name_two_one_in_kwargs: ByNameTwoCall = by_name_two_one_in_kwargs_call


class Args(Protocol):
    def f(self, *args: int) -> int: ...


class ArgsCall(Protocol):
    def __call__(self, *args: int) -> int: ...


class ArgsSame:
    def f(self, *args: int) -> int: ...


def args_same_call(*args: int) -> int: ...


args_same: Args = ArgsSame()
by_args_same: ArgsCall = args_same_call


class ArgsRenamed:
    def f(self, *values: int) -> int: ...


def args_renamed_call(*values: int) -> int: ...


args_renamed: Args = ArgsRenamed()
by_args_renamed: ArgsCall = args_renamed_call


class ArgsNone:
    def f(self) -> int: ...


def args_none_call() -> int: ...


args_none: Args = ArgsNone()  # E: f missing-var-positional
by_args_none: ArgsCall = args_none_call  # E: __call__ missing-var-positional


class ArgsOne:
    def f(self, a: int = 0) -> int: ...


def args_one_call(a: int = 0) -> int: ...


args_one: Args = ArgsOne()  # E: f missing-var-positional
by_args_one: ArgsCall = args_one_call  # E: __call__ missing-var-positional


class ArgsOneFirst:
    def f(self, a: int = 0, *args: int) -> int: ...


def args_one_first_call(a: int = 0, *args: int) -> int: ...


args_one_first: Args = ArgsOneFirst()
by_args_one_first: ArgsCall = args_one_first_call


class ArgsOneRequiredFirst:
    def f(self, a: int, *args: int) -> int: ...


def args_one_required_first_call(a: int, *args: int) -> int: ...


args_one_required_first: Args = ArgsOneRequiredFirst()  # R: f extra-required-parameter|parameter-required -- a call without it fails, and mypy refuses it
by_args_one_required_first: ArgsCall = args_one_required_first_call  # R: __call__ extra-required-parameter|parameter-required -- a call without it fails, and mypy refuses it


class ArgsAlsoKwargs:
    def f(self, *args: int, **kwargs: int) -> int: ...


def args_also_kwargs_call(*args: int, **kwargs: int) -> int: ...


args_also_kwargs: Args = ArgsAlsoKwargs()
by_args_also_kwargs: ArgsCall = args_also_kwargs_call


class ArgsAlsoByName:
    def f(self, *args: int, k: int = 0) -> int: ...


def args_also_by_name_call(*args: int, k: int = 0) -> int: ...


args_also_by_name: Args = ArgsAlsoByName()
by_args_also_by_name: ArgsCall = args_also_by_name_call


class ArgsAlsoByNameRequired:
    def f(self, *args: int, k: int) -> int: ...


def args_also_by_name_required_call(*args: int, k: int) -> int: ...


args_also_by_name_required: Args = ArgsAlsoByNameRequired()  # E: f extra-required-parameter
by_args_also_by_name_required: ArgsCall = args_also_by_name_required_call  # E: __call__ extra-required-parameter


class ArgsSequence:
    def f(self, args: tuple[int, ...] = ()) -> int: ...


def args_sequence_call(args: tuple[int, ...] = ()) -> int: ...


args_sequence: Args = ArgsSequence()  # E: f missing-var-positional|parameter-type
by_args_sequence: ArgsCall = args_sequence_call  # E: __call__ missing-var-positional|parameter-type


class OneArgs(Protocol):
    def f(self, a: int, /, *args: int) -> int: ...


class OneArgsCall(Protocol):
    def __call__(self, a: int, /, *args: int) -> int: ...


class OneArgsSame:
    def f(self, a: int, /, *args: int) -> int: ...


def one_args_same_call(a: int, /, *args: int) -> int: ...


one_args_same: OneArgs = OneArgsSame()
by_one_args_same: OneArgsCall = one_args_same_call


class OneArgsArgs:
    def f(self, *args: int) -> int: ...


def one_args_args_call(*args: int) -> int: ...


one_args_args: OneArgs = OneArgsArgs()
by_one_args_args: OneArgsCall = one_args_args_call


class OneArgsTwo:
    def f(self, a: int, b: int = 0, *args: int) -> int: ...


def one_args_two_call(a: int, b: int = 0, *args: int) -> int: ...


one_args_two: OneArgs = OneArgsTwo()
by_one_args_two: OneArgsCall = one_args_two_call


class OneArgsTwoRequired:
    def f(self, a: int, b: int, *args: int) -> int: ...


def one_args_two_required_call(a: int, b: int, *args: int) -> int: ...


one_args_two_required: OneArgs = OneArgsTwoRequired()  # R: f extra-required-parameter|parameter-required -- a call without it fails, and mypy refuses it
by_one_args_two_required: OneArgsCall = one_args_two_required_call  # R: __call__ extra-required-parameter|parameter-required -- a call without it fails, and mypy refuses it


class OneArgsOne:
    def f(self, a: int) -> int: ...


def one_args_one_call(a: int) -> int: ...


one_args_one: OneArgs = OneArgsOne()  # E: f missing-var-positional
by_one_args_one: OneArgsCall = one_args_one_call  # E: __call__ missing-var-positional


class OneArgsOneOptional:
    def f(self, a: int = 0, *args: int) -> int: ...


def one_args_one_optional_call(a: int = 0, *args: int) -> int: ...


one_args_one_optional: OneArgs = OneArgsOneOptional()
by_one_args_one_optional: OneArgsCall = one_args_one_optional_call


class Kwargs(Protocol):
    def f(self, **kwargs: int) -> int: ...


class KwargsCall(Protocol):
    def __call__(self, **kwargs: int) -> int: ...


class KwargsSame:
    def f(self, **kwargs: int) -> int: ...


def kwargs_same_call(**kwargs: int) -> int: ...


kwargs_same: Kwargs = KwargsSame()
by_kwargs_same: KwargsCall = kwargs_same_call


class KwargsRenamed:
    def f(self, **values: int) -> int: ...


def kwargs_renamed_call(**values: int) -> int: ...


kwargs_renamed: Kwargs = KwargsRenamed()
by_kwargs_renamed: KwargsCall = kwargs_renamed_call


class KwargsNone:
    def f(self) -> int: ...


def kwargs_none_call() -> int: ...


kwargs_none: Kwargs = KwargsNone()  # E: f parameter-kind
by_kwargs_none: KwargsCall = kwargs_none_call  # E: __call__ parameter-kind


class KwargsOne:
    def f(self, *, k: int = 0) -> int: ...


def kwargs_one_call(*, k: int = 0) -> int: ...


kwargs_one: Kwargs = KwargsOne()  # E: f parameter-kind
by_kwargs_one: KwargsCall = kwargs_one_call  # E: __call__ parameter-kind


class KwargsOneFirst:
    def f(self, *, k: int = 0, **kwargs: int) -> int: ...


def kwargs_one_first_call(*, k: int = 0, **kwargs: int) -> int: ...


kwargs_one_first: Kwargs = KwargsOneFirst()
by_kwargs_one_first: KwargsCall = kwargs_one_first_call


class KwargsOneRequiredFirst:
    def f(self, *, k: int, **kwargs: int) -> int: ...


def kwargs_one_required_first_call(*, k: int, **kwargs: int) -> int: ...


kwargs_one_required_first: Kwargs = KwargsOneRequiredFirst()  # R: f extra-required-parameter|parameter-required -- a call without it fails, and mypy refuses it
by_kwargs_one_required_first: KwargsCall = kwargs_one_required_first_call  # R: __call__ extra-required-parameter|parameter-required -- a call without it fails, and mypy refuses it


class KwargsAlsoArgs:
    def f(self, *args: int, **kwargs: int) -> int: ...


def kwargs_also_args_call(*args: int, **kwargs: int) -> int: ...


kwargs_also_args: Kwargs = KwargsAlsoArgs()
by_kwargs_also_args: KwargsCall = kwargs_also_args_call


class KwargsAlsoPositional:
    def f(self, a: int = 0, **kwargs: int) -> int: ...


def kwargs_also_positional_call(a: int = 0, **kwargs: int) -> int: ...


kwargs_also_positional: Kwargs = KwargsAlsoPositional()
by_kwargs_also_positional: KwargsCall = kwargs_also_positional_call


class KwargsAlsoPositionalOnly:
    def f(self, a: int = 0, /, **kwargs: int) -> int: ...


def kwargs_also_positional_only_call(a: int = 0, /, **kwargs: int) -> int: ...


kwargs_also_positional_only: Kwargs = KwargsAlsoPositionalOnly()
by_kwargs_also_positional_only: KwargsCall = kwargs_also_positional_only_call


class KwargsAlsoPositionalRequired:
    def f(self, a: int, **kwargs: int) -> int: ...


def kwargs_also_positional_required_call(a: int, **kwargs: int) -> int: ...


kwargs_also_positional_required: Kwargs = KwargsAlsoPositionalRequired()  # R: f extra-required-parameter|parameter-required -- a call without it fails, and mypy refuses it
by_kwargs_also_positional_required: KwargsCall = kwargs_also_positional_required_call  # R: __call__ extra-required-parameter|parameter-required -- a call without it fails, and mypy refuses it


class KwargsMapping:
    def f(self, kwargs: dict[str, int] = {}) -> int: ...


def kwargs_mapping_call(kwargs: dict[str, int] = {}) -> int: ...


kwargs_mapping: Kwargs = KwargsMapping()  # E: f parameter-kind
by_kwargs_mapping: KwargsCall = kwargs_mapping_call  # E: __call__ parameter-kind


class Both(Protocol):
    def f(self, *args: int, **kwargs: int) -> int: ...


class BothCall(Protocol):
    def __call__(self, *args: int, **kwargs: int) -> int: ...


class BothSame:
    def f(self, *args: int, **kwargs: int) -> int: ...


def both_same_call(*args: int, **kwargs: int) -> int: ...


both_same: Both = BothSame()
by_both_same: BothCall = both_same_call


class BothArgs:
    def f(self, *args: int) -> int: ...


def both_args_call(*args: int) -> int: ...


both_args: Both = BothArgs()  # E: f parameter-kind
by_both_args: BothCall = both_args_call  # E: __call__ parameter-kind


class BothKwargs:
    def f(self, **kwargs: int) -> int: ...


def both_kwargs_call(**kwargs: int) -> int: ...


both_kwargs: Both = BothKwargs()  # E: f missing-var-positional
by_both_kwargs: BothCall = both_kwargs_call  # E: __call__ missing-var-positional


class BothNone:
    def f(self) -> int: ...


def both_none_call() -> int: ...


both_none: Both = BothNone()  # E: f missing-var-positional; f parameter-kind
by_both_none: BothCall = both_none_call  # E: __call__ missing-var-positional; __call__ parameter-kind


class BothNamed:
    def f(self, a: int = 0, *args: int, k: int = 0, **kwargs: int) -> int: ...


def both_named_call(a: int = 0, *args: int, k: int = 0, **kwargs: int) -> int: ...


both_named: Both = BothNamed()
by_both_named: BothCall = both_named_call


class BothOnlyFirst:
    def f(self, a: int = 0, /, *args: int, **kwargs: int) -> int: ...


def both_only_first_call(a: int = 0, /, *args: int, **kwargs: int) -> int: ...


both_only_first: Both = BothOnlyFirst()
by_both_only_first: BothCall = both_only_first_call
