"""Parameters that begin with two underscores, which were positional-only before there was `/`."""

# fmt: off
from typing import Any, Protocol


class Old(Protocol):
    def f(self, __a: int) -> int: ...


class OldCall(Protocol):
    def __call__(self, __a: int) -> int: ...


class OldSame:
    def f(self, __a: int) -> int: ...


def old_same_call(__a: int) -> int: ...


old_same: Old = OldSame()
by_old_same: OldCall = old_same_call


class OldNew:
    def f(self, a: int, /) -> int: ...


def old_new_call(a: int, /) -> int: ...


old_new: Old = OldNew()
by_old_new: OldCall = old_new_call


class OldRenamed:
    def f(self, __x: int) -> int: ...


def old_renamed_call(__x: int) -> int: ...


old_renamed: Old = OldRenamed()
by_old_renamed: OldCall = old_renamed_call


class OldNamed:
    def f(self, x: int) -> int: ...


def old_named_call(x: int) -> int: ...


old_named: Old = OldNamed()
by_old_named: OldCall = old_named_call


class OldNamedLikewise:
    def f(self, a: int) -> int: ...


def old_named_likewise_call(a: int) -> int: ...


old_named_likewise: Old = OldNamedLikewise()
by_old_named_likewise: OldCall = old_named_likewise_call


class OldKeywordOnly:
    def f(self, *, a: int) -> int: ...


def old_keyword_only_call(*, a: int) -> int: ...


old_keyword_only: Old = OldKeywordOnly()  # E: f parameter-kind|too-few-parameters; f extra-required-parameter|parameter-kind
by_old_keyword_only: OldCall = old_keyword_only_call  # E: __call__ parameter-kind|too-few-parameters; __call__ extra-required-parameter|parameter-kind


class OldNone:
    def f(self) -> int: ...


def old_none_call() -> int: ...


old_none: Old = OldNone()  # E: f too-few-parameters
by_old_none: OldCall = old_none_call  # E: __call__ too-few-parameters


class OldWrong:
    def f(self, __a: str) -> int: ...


def old_wrong_call(__a: str) -> int: ...


old_wrong: Old = OldWrong()  # E: f parameter-type
by_old_wrong: OldCall = old_wrong_call  # E: __call__ parameter-type


class OldDunder:
    def f(self, __a__: int) -> int: ...


def old_dunder_call(__a__: int) -> int: ...


old_dunder: Old = OldDunder()
by_old_dunder: OldCall = old_dunder_call


class OldArgs:
    def f(self, *args: int) -> int: ...


def old_args_call(*args: int) -> int: ...


old_args: Old = OldArgs()
by_old_args: OldCall = old_args_call


class OldOpen:
    def f(self, *args: Any, **kwargs: Any) -> int: ...


def old_open_call(*args: Any, **kwargs: Any) -> int: ...


old_open: Old = OldOpen()
by_old_open: OldCall = old_open_call


class OldMore:
    def f(self, __a: int, __b: int) -> int: ...


def old_more_call(__a: int, __b: int) -> int: ...


old_more: Old = OldMore()  # E: f extra-required-parameter
by_old_more: OldCall = old_more_call  # E: __call__ extra-required-parameter


class OldMoreOptional:
    def f(self, __a: int, __b: int = 0) -> int: ...


def old_more_optional_call(__a: int, __b: int = 0) -> int: ...


old_more_optional: Old = OldMoreOptional()
by_old_more_optional: OldCall = old_more_optional_call


class OldTwo(Protocol):
    def f(self, __a: int, __b: str = "") -> int: ...


class OldTwoCall(Protocol):
    def __call__(self, __a: int, __b: str = "") -> int: ...


class OldTwoSame:
    def f(self, __a: int, __b: str = "") -> int: ...


def old_two_same_call(__a: int, __b: str = "") -> int: ...


old_two_same: OldTwo = OldTwoSame()
by_old_two_same: OldTwoCall = old_two_same_call


class OldTwoNew:
    def f(self, x: int, y: str = "", /) -> int: ...


def old_two_new_call(x: int, y: str = "", /) -> int: ...


old_two_new: OldTwo = OldTwoNew()
by_old_two_new: OldTwoCall = old_two_new_call


class OldTwoNamed:
    def f(self, a: int, b: str = "") -> int: ...


def old_two_named_call(a: int, b: str = "") -> int: ...


old_two_named: OldTwo = OldTwoNamed()
by_old_two_named: OldTwoCall = old_two_named_call


class OldTwoMixed:
    def f(self, __a: int, b: str = "") -> int: ...


def old_two_mixed_call(__a: int, b: str = "") -> int: ...


old_two_mixed: OldTwo = OldTwoMixed()
by_old_two_mixed: OldTwoCall = old_two_mixed_call


class OldTwoRequired:
    def f(self, __a: int, __b: str) -> int: ...


def old_two_required_call(__a: int, __b: str) -> int: ...


old_two_required: OldTwo = OldTwoRequired()  # E: f parameter-required
by_old_two_required: OldTwoCall = old_two_required_call  # E: __call__ parameter-required


class OldTwoMissing:
    def f(self, __a: int) -> int: ...


def old_two_missing_call(__a: int) -> int: ...


old_two_missing: OldTwo = OldTwoMissing()  # E: f too-few-parameters
by_old_two_missing: OldTwoCall = old_two_missing_call  # E: __call__ too-few-parameters


class OldTwoInserted:
    def f(self, __a: int, __x: str = "", __b: str = "") -> int: ...


def old_two_inserted_call(__a: int, __x: str = "", __b: str = "") -> int: ...


old_two_inserted: OldTwo = OldTwoInserted()
by_old_two_inserted: OldTwoCall = old_two_inserted_call


class OldTwoWrong:
    def f(self, __a: int, __b: int = 0) -> int: ...


def old_two_wrong_call(__a: int, __b: int = 0) -> int: ...


old_two_wrong: OldTwo = OldTwoWrong()  # E: f parameter-type
by_old_two_wrong: OldTwoCall = old_two_wrong_call  # E: __call__ parameter-type


class OldThenNamed(Protocol):
    def f(self, __a: int, b: str = "") -> int: ...


class OldThenNamedCall(Protocol):
    def __call__(self, __a: int, b: str = "") -> int: ...


class OldThenNamedSame:
    def f(self, __a: int, b: str = "") -> int: ...


def old_then_named_same_call(__a: int, b: str = "") -> int: ...


old_then_named_same: OldThenNamed = OldThenNamedSame()
by_old_then_named_same: OldThenNamedCall = old_then_named_same_call


class OldThenNamedNew:
    def f(self, a: int, /, b: str = "") -> int: ...


def old_then_named_new_call(a: int, /, b: str = "") -> int: ...


old_then_named_new: OldThenNamed = OldThenNamedNew()
by_old_then_named_new: OldThenNamedCall = old_then_named_new_call


class OldThenNamedNamed:
    def f(self, a: int, b: str = "") -> int: ...


def old_then_named_named_call(a: int, b: str = "") -> int: ...


old_then_named_named: OldThenNamed = OldThenNamedNamed()
by_old_then_named_named: OldThenNamedCall = old_then_named_named_call


class OldThenNamedAllOld:
    def f(self, __a: int, __b: str = "") -> int: ...


def old_then_named_all_old_call(__a: int, __b: str = "") -> int: ...


old_then_named_all_old: OldThenNamed = OldThenNamedAllOld()  # E: f parameter-name|parameter-kind
by_old_then_named_all_old: OldThenNamedCall = old_then_named_all_old_call  # E: __call__ parameter-name|parameter-kind


class Named(Protocol):
    def f(self, a: int) -> int: ...


class NamedCall(Protocol):
    def __call__(self, a: int) -> int: ...


class NamedOld:
    def f(self, __a: int) -> int: ...


def named_old_call(__a: int) -> int: ...


named_old: Named = NamedOld()  # E: f parameter-name|parameter-kind
by_named_old: NamedCall = named_old_call  # E: __call__ parameter-name|parameter-kind


class NamedSingle:
    def f(self, _a: int) -> int: ...


def named_single_call(_a: int) -> int: ...


named_single: Named = NamedSingle()  # E: f parameter-name
by_named_single: NamedCall = named_single_call  # E: __call__ parameter-name


class New(Protocol):
    def f(self, a: int, b: str = "", /) -> int: ...


class NewCall(Protocol):
    def __call__(self, a: int, b: str = "", /) -> int: ...


class NewOld:
    def f(self, __a: int, __b: str = "") -> int: ...


def new_old_call(__a: int, __b: str = "") -> int: ...


new_old: New = NewOld()
by_new_old: NewCall = new_old_call


class NewOldRenamed:
    def f(self, __x: int, __y: str = "") -> int: ...


def new_old_renamed_call(__x: int, __y: str = "") -> int: ...


new_old_renamed: New = NewOldRenamed()
by_new_old_renamed: NewCall = new_old_renamed_call


class NewHalf:
    def f(self, __a: int, b: str = "") -> int: ...


def new_half_call(__a: int, b: str = "") -> int: ...


new_half: New = NewHalf()
by_new_half: NewCall = new_half_call


class Dunder(Protocol):
    def f(self, __a__: int) -> int: ...


class DunderCall(Protocol):
    def __call__(self, __a__: int) -> int: ...


class DunderSame:
    def f(self, __a__: int) -> int: ...


def dunder_same_call(__a__: int) -> int: ...


dunder_same: Dunder = DunderSame()
by_dunder_same: DunderCall = dunder_same_call


class DunderOther:
    def f(self, a: int) -> int: ...


def dunder_other_call(a: int) -> int: ...


dunder_other: Dunder = DunderOther()  # E: f parameter-name
by_dunder_other: DunderCall = dunder_other_call  # E: __call__ parameter-name


class DunderOnly:
    def f(self, __a__: int, /) -> int: ...


def dunder_only_call(__a__: int, /) -> int: ...


dunder_only: Dunder = DunderOnly()  # E: f parameter-kind
by_dunder_only: DunderCall = dunder_only_call  # E: __call__ parameter-kind


class Static(Protocol):
    @staticmethod
    def f(__a: int) -> int: ...


class StaticOld:
    @staticmethod
    def f(__a: int) -> int: ...


class StaticNamed:
    @staticmethod
    def f(b: int) -> int: ...


class MethodNamed:
    def f(self, b: int) -> int: ...


class OldSelf:
    def f(__self, b: int) -> int: ...


class OldSelfOld:
    def f(__self, __b: int) -> int: ...


class NewSelf:
    def f(self, /, b: int) -> int: ...


class ClassOld:
    @classmethod
    def f(cls, __b: int) -> int: ...


static_old: Static = StaticOld()
static_named: Static = StaticNamed()
method_named: Static = MethodNamed()
old_self: Static = OldSelf()
old_self_old: Static = OldSelfOld()
new_self: Static = NewSelf()
class_old: Static = ClassOld()


class OldSelfProtocol(Protocol):
    def f(__self, b: int) -> int: ...


class Plain:
    def f(self, b: int) -> int: ...


class PlainRenamed:
    def f(self, c: int) -> int: ...


class PlainOld:
    def f(self, __b: int) -> int: ...


plain: OldSelfProtocol = Plain()
plain_renamed: OldSelfProtocol = PlainRenamed()  # E: f parameter-name
plain_old: OldSelfProtocol = PlainOld()  # E: f parameter-name|parameter-kind
plain_old_self: OldSelfProtocol = OldSelf()
plain_new_self: OldSelfProtocol = NewSelf()
