"""Gradual signatures: `*args` and `**kwargs` that are both `Any`, or not annotated, stand for any parameters."""

# fmt: off
from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")


def anything() -> Any: ...


class Plain(Protocol):
    def f(self, a: int, b: str = "", *, c: bool = False) -> int: ...


class PlainCall(Protocol):
    def __call__(self, a: int, b: str = "", *, c: bool = False) -> int: ...


class PlainAny:
    def f(self, *args: Any, **kwargs: Any) -> int: ...


def plain_any_call(*args: Any, **kwargs: Any) -> int: ...


plain_any: Plain = PlainAny()
by_plain_any: PlainCall = plain_any_call


class PlainUnannotated:
    def f(self, *args, **kwargs) -> int: ...


def plain_unannotated_call(*args, **kwargs) -> int: ...


plain_unannotated: Plain = PlainUnannotated()
by_plain_unannotated: PlainCall = plain_unannotated_call


class PlainUnannotatedResult:
    def f(self, *args, **kwargs): return eval("0")


def plain_unannotated_result_call(*args, **kwargs): return eval("0")


plain_unannotated_result: Plain = PlainUnannotatedResult()
by_plain_unannotated_result: PlainCall = plain_unannotated_result_call


class PlainOtherNames:
    def f(self, *rest: Any, **options: Any) -> int: ...


def plain_other_names_call(*rest: Any, **options: Any) -> int: ...


plain_other_names: Plain = PlainOtherNames()
by_plain_other_names: PlainCall = plain_other_names_call


class PlainObject:
    def f(self, *args: object, **kwargs: object) -> int: ...


def plain_object_call(*args: object, **kwargs: object) -> int: ...


plain_object: Plain = PlainObject()
by_plain_object: PlainCall = plain_object_call


class PlainAnyAndObject:
    def f(self, *args: Any, **kwargs: object) -> int: ...


def plain_any_and_object_call(*args: Any, **kwargs: object) -> int: ...


plain_any_and_object: Plain = PlainAnyAndObject()
by_plain_any_and_object: PlainCall = plain_any_and_object_call


class PlainObjectAndAny:
    def f(self, *args: object, **kwargs: Any) -> int: ...


def plain_object_and_any_call(*args: object, **kwargs: Any) -> int: ...


plain_object_and_any: Plain = PlainObjectAndAny()
by_plain_object_and_any: PlainCall = plain_object_and_any_call


class PlainIntAndAny:
    def f(self, *args: int, **kwargs: Any) -> int: ...


def plain_int_and_any_call(*args: int, **kwargs: Any) -> int: ...


plain_int_and_any: Plain = PlainIntAndAny()  # E: f parameter-type
by_plain_int_and_any: PlainCall = plain_int_and_any_call  # E: __call__ parameter-type


class PlainAnyAndInt:
    def f(self, *args: Any, **kwargs: int) -> int: ...


def plain_any_and_int_call(*args: Any, **kwargs: int) -> int: ...


plain_any_and_int: Plain = PlainAnyAndInt()  # E: f parameter-type
by_plain_any_and_int: PlainCall = plain_any_and_int_call  # E: __call__ parameter-type


class PlainAnyAndText:
    def f(self, *args: Any, **kwargs: str) -> int: ...


def plain_any_and_text_call(*args: Any, **kwargs: str) -> int: ...


plain_any_and_text: Plain = PlainAnyAndText()  # E: f parameter-type
by_plain_any_and_text: PlainCall = plain_any_and_text_call  # E: __call__ parameter-type


class PlainWrongResult:
    def f(self, *args: Any, **kwargs: Any) -> str: ...


def plain_wrong_result_call(*args: Any, **kwargs: Any) -> str: ...


plain_wrong_result: Plain = PlainWrongResult()  # E: f return-type
by_plain_wrong_result: PlainCall = plain_wrong_result_call  # E: __call__ return-type


class PlainOnlyArgs:
    def f(self, *args: Any) -> int: ...


def plain_only_args_call(*args: Any) -> int: ...


plain_only_args: Plain = PlainOnlyArgs()  # E: f parameter-name
by_plain_only_args: PlainCall = plain_only_args_call  # E: __call__ parameter-name


class PlainOnlyArgsUnannotated:
    def f(self, *args) -> int: ...


def plain_only_args_unannotated_call(*args) -> int: ...


plain_only_args_unannotated: Plain = PlainOnlyArgsUnannotated()  # E: f parameter-name
by_plain_only_args_unannotated: PlainCall = plain_only_args_unannotated_call  # E: __call__ parameter-name


class PlainOnlyKwargs:
    def f(self, **kwargs: Any) -> int: ...


def plain_only_kwargs_call(**kwargs: Any) -> int: ...


plain_only_kwargs: Plain = PlainOnlyKwargs()  # E: f too-few-parameters
by_plain_only_kwargs: PlainCall = plain_only_kwargs_call  # E: __call__ too-few-parameters


class PlainOnlyKwargsUnannotated:
    def f(self, **kwargs) -> int: ...


def plain_only_kwargs_unannotated_call(**kwargs) -> int: ...


plain_only_kwargs_unannotated: Plain = PlainOnlyKwargsUnannotated()  # E: f too-few-parameters
by_plain_only_kwargs_unannotated: PlainCall = plain_only_kwargs_unannotated_call  # E: __call__ too-few-parameters


class PlainFirst:
    def f(self, a: int, *args: Any, **kwargs: Any) -> int: ...


def plain_first_call(a: int, *args: Any, **kwargs: Any) -> int: ...


plain_first: Plain = PlainFirst()
by_plain_first: PlainCall = plain_first_call


class PlainFirstUnannotated:
    def f(self, a, *args, **kwargs) -> int: ...


def plain_first_unannotated_call(a, *args, **kwargs) -> int: ...


plain_first_unannotated: Plain = PlainFirstUnannotated()
by_plain_first_unannotated: PlainCall = plain_first_unannotated_call


class PlainFirstRenamed:
    def f(self, x: int, *args: Any, **kwargs: Any) -> int: ...


def plain_first_renamed_call(x: int, *args: Any, **kwargs: Any) -> int: ...


plain_first_renamed: Plain = PlainFirstRenamed()  # E: f parameter-name|parameter-kind
by_plain_first_renamed: PlainCall = plain_first_renamed_call  # E: __call__ parameter-name|parameter-kind


class PlainFirstOnly:
    def f(self, a: int, /, *args: Any, **kwargs: Any) -> int: ...


def plain_first_only_call(a: int, /, *args: Any, **kwargs: Any) -> int: ...


plain_first_only: Plain = PlainFirstOnly()  # E: f parameter-kind
by_plain_first_only: PlainCall = plain_first_only_call  # E: __call__ parameter-kind


class PlainFirstWrong:
    def f(self, a: str, *args: Any, **kwargs: Any) -> int: ...


def plain_first_wrong_call(a: str, *args: Any, **kwargs: Any) -> int: ...


plain_first_wrong: Plain = PlainFirstWrong()  # E: f parameter-type
by_plain_first_wrong: PlainCall = plain_first_wrong_call  # E: __call__ parameter-type


class PlainFirstTwo:
    def f(self, a: int, b: str = "", *args: Any, **kwargs: Any) -> int: ...


def plain_first_two_call(a: int, b: str = "", *args: Any, **kwargs: Any) -> int: ...


plain_first_two: Plain = PlainFirstTwo()
by_plain_first_two: PlainCall = plain_first_two_call


class PlainFirstTwoRequired:
    def f(self, a: int, b: str, *args: Any, **kwargs: Any) -> int: ...


def plain_first_two_required_call(a: int, b: str, *args: Any, **kwargs: Any) -> int: ...


plain_first_two_required: Plain = PlainFirstTwoRequired()  # E: f parameter-required
by_plain_first_two_required: PlainCall = plain_first_two_required_call  # E: __call__ parameter-required


class PlainFirstTwoWrong:
    def f(self, a: int, b: int = 0, *args: Any, **kwargs: Any) -> int: ...


def plain_first_two_wrong_call(a: int, b: int = 0, *args: Any, **kwargs: Any) -> int: ...


plain_first_two_wrong: Plain = PlainFirstTwoWrong()  # E: f parameter-type
by_plain_first_two_wrong: PlainCall = plain_first_two_wrong_call  # E: __call__ parameter-type


class PlainFirstThreeRequired:
    def f(self, a: int, b: str, x: int, *args: Any, **kwargs: Any) -> int: ...


def plain_first_three_required_call(a: int, b: str, x: int, *args: Any, **kwargs: Any) -> int: ...


plain_first_three_required: Plain = PlainFirstThreeRequired()  # E: f extra-required-parameter; f parameter-required
by_plain_first_three_required: PlainCall = plain_first_three_required_call  # E: __call__ extra-required-parameter; __call__ parameter-required


class PlainByName:
    def f(self, *args: Any, c: bool = False, **kwargs: Any) -> int: ...


def plain_by_name_call(*args: Any, c: bool = False, **kwargs: Any) -> int: ...


plain_by_name: Plain = PlainByName()
by_plain_by_name: PlainCall = plain_by_name_call


class PlainByNameRequired:
    def f(self, *args: Any, c: bool, **kwargs: Any) -> int: ...


def plain_by_name_required_call(*args: Any, c: bool, **kwargs: Any) -> int: ...


plain_by_name_required: Plain = PlainByNameRequired()  # E: f parameter-required
by_plain_by_name_required: PlainCall = plain_by_name_required_call  # E: __call__ parameter-required


class PlainByNameWrong:
    def f(self, *args: Any, c: str = "", **kwargs: Any) -> int: ...


def plain_by_name_wrong_call(*args: Any, c: str = "", **kwargs: Any) -> int: ...


plain_by_name_wrong: Plain = PlainByNameWrong()  # E: f parameter-type
by_plain_by_name_wrong: PlainCall = plain_by_name_wrong_call  # E: __call__ parameter-type


class PlainOtherByName:
    def f(self, *args: Any, x: bool = False, **kwargs: Any) -> int: ...


def plain_other_by_name_call(*args: Any, x: bool = False, **kwargs: Any) -> int: ...


plain_other_by_name: Plain = PlainOtherByName()
by_plain_other_by_name: PlainCall = plain_other_by_name_call


class PlainOtherByNameRequired:
    def f(self, *args: Any, x: bool, **kwargs: Any) -> int: ...


def plain_other_by_name_required_call(*args: Any, x: bool, **kwargs: Any) -> int: ...


plain_other_by_name_required: Plain = PlainOtherByNameRequired()  # E: f extra-required-parameter
by_plain_other_by_name_required: PlainCall = plain_other_by_name_required_call  # E: __call__ extra-required-parameter


class Only(Protocol):
    def f(self, a: int, /) -> int: ...


class OnlyCall(Protocol):
    def __call__(self, a: int, /) -> int: ...


class OnlyAny:
    def f(self, *args: Any, **kwargs: Any) -> int: ...


def only_any_call(*args: Any, **kwargs: Any) -> int: ...


only_any: Only = OnlyAny()
by_only_any: OnlyCall = only_any_call


class OnlyOnlyArgs:
    def f(self, *args: Any) -> int: ...


def only_only_args_call(*args: Any) -> int: ...


only_only_args: Only = OnlyOnlyArgs()
by_only_only_args: OnlyCall = only_only_args_call


class OnlyOnlyKwargs:
    def f(self, **kwargs: Any) -> int: ...


def only_only_kwargs_call(**kwargs: Any) -> int: ...


only_only_kwargs: Only = OnlyOnlyKwargs()  # E: f too-few-parameters
by_only_only_kwargs: OnlyCall = only_only_kwargs_call  # E: __call__ too-few-parameters


class OnlyFirstRenamed:
    def f(self, x: int, *args: Any, **kwargs: Any) -> int: ...


def only_first_renamed_call(x: int, *args: Any, **kwargs: Any) -> int: ...


only_first_renamed: Only = OnlyFirstRenamed()
by_only_first_renamed: OnlyCall = only_first_renamed_call


class OnlyTwo:
    def f(self, x: int, y: int, *args: Any, **kwargs: Any) -> int: ...


def only_two_call(x: int, y: int, *args: Any, **kwargs: Any) -> int: ...


only_two: Only = OnlyTwo()  # E: f extra-required-parameter
by_only_two: OnlyCall = only_two_call  # E: __call__ extra-required-parameter


class Nothing(Protocol):
    def f(self) -> int: ...


class NothingCall(Protocol):
    def __call__(self) -> int: ...


class NothingAny:
    def f(self, *args: Any, **kwargs: Any) -> int: ...


def nothing_any_call(*args: Any, **kwargs: Any) -> int: ...


nothing_any: Nothing = NothingAny()
by_nothing_any: NothingCall = nothing_any_call


class NothingOnlyArgs:
    def f(self, *args: Any) -> int: ...


def nothing_only_args_call(*args: Any) -> int: ...


nothing_only_args: Nothing = NothingOnlyArgs()
by_nothing_only_args: NothingCall = nothing_only_args_call


class NothingOnlyKwargs:
    def f(self, **kwargs: Any) -> int: ...


def nothing_only_kwargs_call(**kwargs: Any) -> int: ...


nothing_only_kwargs: Nothing = NothingOnlyKwargs()
by_nothing_only_kwargs: NothingCall = nothing_only_kwargs_call


class NothingFirst:
    def f(self, a: int, *args: Any, **kwargs: Any) -> int: ...


def nothing_first_call(a: int, *args: Any, **kwargs: Any) -> int: ...


nothing_first: Nothing = NothingFirst()  # E: f extra-required-parameter
by_nothing_first: NothingCall = nothing_first_call  # E: __call__ extra-required-parameter


class NothingFirstOptional:
    def f(self, a: int = 0, *args: Any, **kwargs: Any) -> int: ...


def nothing_first_optional_call(a: int = 0, *args: Any, **kwargs: Any) -> int: ...


nothing_first_optional: Nothing = NothingFirstOptional()
by_nothing_first_optional: NothingCall = nothing_first_optional_call


class NothingByName:
    def f(self, *args: Any, k: int, **kwargs: Any) -> int: ...


def nothing_by_name_call(*args: Any, k: int, **kwargs: Any) -> int: ...


nothing_by_name: Nothing = NothingByName()  # E: f extra-required-parameter
by_nothing_by_name: NothingCall = nothing_by_name_call  # E: __call__ extra-required-parameter


class Open(Protocol):
    def f(self, *args: Any, **kwargs: Any) -> int: ...


class OpenCall(Protocol):
    def __call__(self, *args: Any, **kwargs: Any) -> int: ...


class OpenSame:
    def f(self, *args: Any, **kwargs: Any) -> int: ...


def open_same_call(*args: Any, **kwargs: Any) -> int: ...


open_same: Open = OpenSame()
by_open_same: OpenCall = open_same_call


class OpenUnannotated:
    def f(self, *args, **kwargs) -> int: ...


def open_unannotated_call(*args, **kwargs) -> int: ...


open_unannotated: Open = OpenUnannotated()
by_open_unannotated: OpenCall = open_unannotated_call


class OpenObject:
    def f(self, *args: object, **kwargs: object) -> int: ...


def open_object_call(*args: object, **kwargs: object) -> int: ...


open_object: Open = OpenObject()
by_open_object: OpenCall = open_object_call


class OpenInt:
    def f(self, *args: int, **kwargs: int) -> int: ...


def open_int_call(*args: int, **kwargs: int) -> int: ...


open_int: Open = OpenInt()
by_open_int: OpenCall = open_int_call


class OpenNone:
    def f(self) -> int: ...


def open_none_call() -> int: ...


open_none: Open = OpenNone()
by_open_none: OpenCall = open_none_call


class OpenOne:
    def f(self, a: int) -> int: ...


def open_one_call(a: int) -> int: ...


open_one: Open = OpenOne()
by_open_one: OpenCall = open_one_call


class OpenOneOnly:
    def f(self, a: int, /) -> int: ...


def open_one_only_call(a: int, /) -> int: ...


open_one_only: Open = OpenOneOnly()
by_open_one_only: OpenCall = open_one_only_call


class OpenTwo:
    def f(self, a: int, b: str) -> int: ...


def open_two_call(a: int, b: str) -> int: ...


open_two: Open = OpenTwo()
by_open_two: OpenCall = open_two_call


class OpenByName:
    def f(self, *, k: int) -> int: ...


def open_by_name_call(*, k: int) -> int: ...


open_by_name: Open = OpenByName()
by_open_by_name: OpenCall = open_by_name_call


class OpenMixed:
    def f(self, a: int, /, b: str, *args: int, k: bool, **kwargs: bytes) -> int: ...


def open_mixed_call(a: int, /, b: str, *args: int, k: bool, **kwargs: bytes) -> int: ...


open_mixed: Open = OpenMixed()
by_open_mixed: OpenCall = open_mixed_call


class OpenOnlyArgs:
    def f(self, *args: int) -> int: ...


def open_only_args_call(*args: int) -> int: ...


open_only_args: Open = OpenOnlyArgs()
by_open_only_args: OpenCall = open_only_args_call


class OpenOnlyKwargs:
    def f(self, **kwargs: int) -> int: ...


def open_only_kwargs_call(**kwargs: int) -> int: ...


open_only_kwargs: Open = OpenOnlyKwargs()
by_open_only_kwargs: OpenCall = open_only_kwargs_call


class OpenUnannotatedOne:
    def f(self, a): return eval("0")


def open_unannotated_one_call(a): return eval("0")


open_unannotated_one: Open = OpenUnannotatedOne()
by_open_unannotated_one: OpenCall = open_unannotated_one_call


class OpenWrongResult:
    def f(self, a: int) -> str: ...


def open_wrong_result_call(a: int) -> str: ...


open_wrong_result: Open = OpenWrongResult()  # E: f return-type
by_open_wrong_result: OpenCall = open_wrong_result_call  # E: __call__ return-type


class Bare(Protocol):
    def f(self, *args, **kwargs) -> int: ...


class BareCall(Protocol):
    def __call__(self, *args, **kwargs) -> int: ...


class BareSame:
    def f(self, *args, **kwargs) -> int: ...


def bare_same_call(*args, **kwargs) -> int: ...


bare_same: Bare = BareSame()
by_bare_same: BareCall = bare_same_call


class BareNone:
    def f(self) -> int: ...


def bare_none_call() -> int: ...


bare_none: Bare = BareNone()
by_bare_none: BareCall = bare_none_call


class BareOne:
    def f(self, a: int) -> int: ...


def bare_one_call(a: int) -> int: ...


bare_one: Bare = BareOne()
by_bare_one: BareCall = bare_one_call


class BareByName:
    def f(self, *, k: int) -> int: ...


def bare_by_name_call(*, k: int) -> int: ...


bare_by_name: Bare = BareByName()
by_bare_by_name: BareCall = bare_by_name_call


class BareWrongResult:
    def f(self, a: int) -> str: ...


def bare_wrong_result_call(a: int) -> str: ...


bare_wrong_result: Bare = BareWrongResult()  # E: f return-type
by_bare_wrong_result: BareCall = bare_wrong_result_call  # E: __call__ return-type


class Objects(Protocol):
    def f(self, *args: object, **kwargs: object) -> int: ...


class ObjectsCall(Protocol):
    def __call__(self, *args: object, **kwargs: object) -> int: ...


class ObjectsSame:
    def f(self, *args: object, **kwargs: object) -> int: ...


def objects_same_call(*args: object, **kwargs: object) -> int: ...


objects_same: Objects = ObjectsSame()
by_objects_same: ObjectsCall = objects_same_call


class ObjectsAny:
    def f(self, *args: Any, **kwargs: Any) -> int: ...


def objects_any_call(*args: Any, **kwargs: Any) -> int: ...


objects_any: Objects = ObjectsAny()
by_objects_any: ObjectsCall = objects_any_call


class ObjectsUnannotated:
    def f(self, *args, **kwargs) -> int: ...


def objects_unannotated_call(*args, **kwargs) -> int: ...


objects_unannotated: Objects = ObjectsUnannotated()
by_objects_unannotated: ObjectsCall = objects_unannotated_call


class ObjectsNone:
    def f(self) -> int: ...


def objects_none_call() -> int: ...


objects_none: Objects = ObjectsNone()  # E: f missing-var-positional; f parameter-kind
by_objects_none: ObjectsCall = objects_none_call  # E: __call__ missing-var-positional; __call__ parameter-kind


class ObjectsInt:
    def f(self, *args: int, **kwargs: int) -> int: ...


def objects_int_call(*args: int, **kwargs: int) -> int: ...


objects_int: Objects = ObjectsInt()  # E: f parameter-type
by_objects_int: ObjectsCall = objects_int_call  # E: __call__ parameter-type


class ObjectsOneOptional:
    def f(self, a: object = None) -> int: ...


def objects_one_optional_call(a: object = None) -> int: ...


objects_one_optional: Objects = ObjectsOneOptional()  # E: f missing-var-positional; f parameter-kind
by_objects_one_optional: ObjectsCall = objects_one_optional_call  # E: __call__ missing-var-positional; __call__ parameter-kind


class ObjectsOnlyArgs:
    def f(self, *args: object) -> int: ...


def objects_only_args_call(*args: object) -> int: ...


objects_only_args: Objects = ObjectsOnlyArgs()  # E: f parameter-kind
by_objects_only_args: ObjectsCall = objects_only_args_call  # E: __call__ parameter-kind


class ObjectsOnlyKwargs:
    def f(self, **kwargs: object) -> int: ...


def objects_only_kwargs_call(**kwargs: object) -> int: ...


objects_only_kwargs: Objects = ObjectsOnlyKwargs()  # E: f missing-var-positional
by_objects_only_kwargs: ObjectsCall = objects_only_kwargs_call  # E: __call__ missing-var-positional


class Half(Protocol):
    def f(self, *args: Any, **kwargs: object) -> int: ...


class HalfCall(Protocol):
    def __call__(self, *args: Any, **kwargs: object) -> int: ...


class HalfSame:
    def f(self, *args: Any, **kwargs: object) -> int: ...


def half_same_call(*args: Any, **kwargs: object) -> int: ...


half_same: Half = HalfSame()
by_half_same: HalfCall = half_same_call


class HalfAny:
    def f(self, *args: Any, **kwargs: Any) -> int: ...


def half_any_call(*args: Any, **kwargs: Any) -> int: ...


half_any: Half = HalfAny()
by_half_any: HalfCall = half_any_call


class HalfNone:
    def f(self) -> int: ...


def half_none_call() -> int: ...


half_none: Half = HalfNone()  # E: f missing-var-positional; f parameter-kind
by_half_none: HalfCall = half_none_call  # E: __call__ missing-var-positional; __call__ parameter-kind


class AnyArgs(Protocol):
    def f(self, *args: Any) -> int: ...


class AnyArgsCall(Protocol):
    def __call__(self, *args: Any) -> int: ...


class AnyArgsSame:
    def f(self, *args: Any) -> int: ...


def any_args_same_call(*args: Any) -> int: ...


any_args_same: AnyArgs = AnyArgsSame()
by_any_args_same: AnyArgsCall = any_args_same_call


class AnyArgsInt:
    def f(self, *args: int) -> int: ...


def any_args_int_call(*args: int) -> int: ...


any_args_int: AnyArgs = AnyArgsInt()
by_any_args_int: AnyArgsCall = any_args_int_call


class AnyArgsOneOptional:
    def f(self, a: int = 0) -> int: ...


def any_args_one_optional_call(a: int = 0) -> int: ...


any_args_one_optional: AnyArgs = AnyArgsOneOptional()  # E: f missing-var-positional
by_any_args_one_optional: AnyArgsCall = any_args_one_optional_call  # E: __call__ missing-var-positional


class AnyArgsNone:
    def f(self) -> int: ...


def any_args_none_call() -> int: ...


any_args_none: AnyArgs = AnyArgsNone()  # E: f missing-var-positional
by_any_args_none: AnyArgsCall = any_args_none_call  # E: __call__ missing-var-positional


class AnyArgsOpen:
    def f(self, *args: Any, **kwargs: Any) -> int: ...


def any_args_open_call(*args: Any, **kwargs: Any) -> int: ...


any_args_open: AnyArgs = AnyArgsOpen()
by_any_args_open: AnyArgsCall = any_args_open_call


class AnyKwargs(Protocol):
    def f(self, **kwargs: Any) -> int: ...


class AnyKwargsCall(Protocol):
    def __call__(self, **kwargs: Any) -> int: ...


class AnyKwargsSame:
    def f(self, **kwargs: Any) -> int: ...


def any_kwargs_same_call(**kwargs: Any) -> int: ...


any_kwargs_same: AnyKwargs = AnyKwargsSame()
by_any_kwargs_same: AnyKwargsCall = any_kwargs_same_call


class AnyKwargsInt:
    def f(self, **kwargs: int) -> int: ...


def any_kwargs_int_call(**kwargs: int) -> int: ...


any_kwargs_int: AnyKwargs = AnyKwargsInt()
by_any_kwargs_int: AnyKwargsCall = any_kwargs_int_call


class AnyKwargsNone:
    def f(self) -> int: ...


def any_kwargs_none_call() -> int: ...


any_kwargs_none: AnyKwargs = AnyKwargsNone()  # E: f parameter-kind
by_any_kwargs_none: AnyKwargsCall = any_kwargs_none_call  # E: __call__ parameter-kind


class AnyKwargsOneOptional:
    def f(self, *, k: int = 0) -> int: ...


def any_kwargs_one_optional_call(*, k: int = 0) -> int: ...


any_kwargs_one_optional: AnyKwargs = AnyKwargsOneOptional()  # E: f parameter-kind
by_any_kwargs_one_optional: AnyKwargsCall = any_kwargs_one_optional_call  # E: __call__ parameter-kind


class AnyKwargsOpen:
    def f(self, *args: Any, **kwargs: Any) -> int: ...


def any_kwargs_open_call(*args: Any, **kwargs: Any) -> int: ...


any_kwargs_open: AnyKwargs = AnyKwargsOpen()
by_any_kwargs_open: AnyKwargsCall = any_kwargs_open_call


class OneThenOpen(Protocol):
    def f(self, a: int, /, *args: Any, **kwargs: Any) -> int: ...


class OneThenOpenCall(Protocol):
    def __call__(self, a: int, /, *args: Any, **kwargs: Any) -> int: ...


class OneThenOpenSame:
    def f(self, a: int, /, *args: Any, **kwargs: Any) -> int: ...


def one_then_open_same_call(a: int, /, *args: Any, **kwargs: Any) -> int: ...


one_then_open_same: OneThenOpen = OneThenOpenSame()
by_one_then_open_same: OneThenOpenCall = one_then_open_same_call


class OneThenOpenNamed:
    def f(self, a: int, *args: Any, **kwargs: Any) -> int: ...


def one_then_open_named_call(a: int, *args: Any, **kwargs: Any) -> int: ...


one_then_open_named: OneThenOpen = OneThenOpenNamed()
by_one_then_open_named: OneThenOpenCall = one_then_open_named_call


class OneThenOpenRenamed:
    def f(self, x: int, *args: Any, **kwargs: Any) -> int: ...


def one_then_open_renamed_call(x: int, *args: Any, **kwargs: Any) -> int: ...


one_then_open_renamed: OneThenOpen = OneThenOpenRenamed()
by_one_then_open_renamed: OneThenOpenCall = one_then_open_renamed_call


class OneThenOpenOne:
    def f(self, x: int) -> int: ...


def one_then_open_one_call(x: int) -> int: ...


one_then_open_one: OneThenOpen = OneThenOpenOne()
by_one_then_open_one: OneThenOpenCall = one_then_open_one_call


class OneThenOpenTwo:
    def f(self, x: int, y: str) -> int: ...


def one_then_open_two_call(x: int, y: str) -> int: ...


one_then_open_two: OneThenOpen = OneThenOpenTwo()
by_one_then_open_two: OneThenOpenCall = one_then_open_two_call


class OneThenOpenByName:
    def f(self, x: int, *, y: str) -> int: ...


def one_then_open_by_name_call(x: int, *, y: str) -> int: ...


one_then_open_by_name: OneThenOpen = OneThenOpenByName()
by_one_then_open_by_name: OneThenOpenCall = one_then_open_by_name_call


class OneThenOpenOptional:
    def f(self, x: int = 0) -> int: ...


def one_then_open_optional_call(x: int = 0) -> int: ...


one_then_open_optional: OneThenOpen = OneThenOpenOptional()
by_one_then_open_optional: OneThenOpenCall = one_then_open_optional_call


class OneThenOpenNone:
    def f(self) -> int: ...


def one_then_open_none_call() -> int: ...


one_then_open_none: OneThenOpen = OneThenOpenNone()  # E: f too-few-parameters
by_one_then_open_none: OneThenOpenCall = one_then_open_none_call  # E: __call__ too-few-parameters


class OneThenOpenWrong:
    def f(self, x: str) -> int: ...


def one_then_open_wrong_call(x: str) -> int: ...


one_then_open_wrong: OneThenOpen = OneThenOpenWrong()  # E: f parameter-type
by_one_then_open_wrong: OneThenOpenCall = one_then_open_wrong_call  # E: __call__ parameter-type


class OneThenOpenWrongThenOpen:
    def f(self, x: str, *args: Any, **kwargs: Any) -> int: ...


def one_then_open_wrong_then_open_call(x: str, *args: Any, **kwargs: Any) -> int: ...


one_then_open_wrong_then_open: OneThenOpen = OneThenOpenWrongThenOpen()  # E: f parameter-type
by_one_then_open_wrong_then_open: OneThenOpenCall = one_then_open_wrong_then_open_call  # E: __call__ parameter-type


class OneThenOpenOnlyByName:
    def f(self, *, x: int) -> int: ...


def one_then_open_only_by_name_call(*, x: int) -> int: ...


one_then_open_only_by_name: OneThenOpen = OneThenOpenOnlyByName()  # E: f too-few-parameters
by_one_then_open_only_by_name: OneThenOpenCall = one_then_open_only_by_name_call  # E: __call__ too-few-parameters


class OneThenOpenArgs:
    def f(self, *args: int) -> int: ...


def one_then_open_args_call(*args: int) -> int: ...


one_then_open_args: OneThenOpen = OneThenOpenArgs()
by_one_then_open_args: OneThenOpenCall = one_then_open_args_call


class OneThenOpenArgsWrong:
    def f(self, *args: str) -> int: ...


def one_then_open_args_wrong_call(*args: str) -> int: ...


one_then_open_args_wrong: OneThenOpen = OneThenOpenArgsWrong()  # E: f parameter-type
by_one_then_open_args_wrong: OneThenOpenCall = one_then_open_args_wrong_call  # E: __call__ parameter-type


class OneThenOpenOpen:
    def f(self, *args: Any, **kwargs: Any) -> int: ...


def one_then_open_open_call(*args: Any, **kwargs: Any) -> int: ...


one_then_open_open: OneThenOpen = OneThenOpenOpen()
by_one_then_open_open: OneThenOpenCall = one_then_open_open_call


class NamedThenOpen(Protocol):
    def f(self, a: int, *args: Any, **kwargs: Any) -> int: ...


class NamedThenOpenCall(Protocol):
    def __call__(self, a: int, *args: Any, **kwargs: Any) -> int: ...


class NamedThenOpenSame:
    def f(self, a: int, *args: Any, **kwargs: Any) -> int: ...


def named_then_open_same_call(a: int, *args: Any, **kwargs: Any) -> int: ...


named_then_open_same: NamedThenOpen = NamedThenOpenSame()
by_named_then_open_same: NamedThenOpenCall = named_then_open_same_call


class NamedThenOpenOne:
    def f(self, a: int) -> int: ...


def named_then_open_one_call(a: int) -> int: ...


named_then_open_one: NamedThenOpen = NamedThenOpenOne()
by_named_then_open_one: NamedThenOpenCall = named_then_open_one_call


class NamedThenOpenTwo:
    def f(self, a: int, b: str) -> int: ...


def named_then_open_two_call(a: int, b: str) -> int: ...


named_then_open_two: NamedThenOpen = NamedThenOpenTwo()
by_named_then_open_two: NamedThenOpenCall = named_then_open_two_call


class NamedThenOpenRenamed:
    def f(self, x: int) -> int: ...


def named_then_open_renamed_call(x: int) -> int: ...


named_then_open_renamed: NamedThenOpen = NamedThenOpenRenamed()  # E: f parameter-name
by_named_then_open_renamed: NamedThenOpenCall = named_then_open_renamed_call  # E: __call__ parameter-name


class NamedThenOpenOnly:
    def f(self, a: int, /) -> int: ...


def named_then_open_only_call(a: int, /) -> int: ...


named_then_open_only: NamedThenOpen = NamedThenOpenOnly()  # E: f parameter-kind
by_named_then_open_only: NamedThenOpenCall = named_then_open_only_call  # E: __call__ parameter-kind


class NamedThenOpenWrong:
    def f(self, a: str) -> int: ...


def named_then_open_wrong_call(a: str) -> int: ...


named_then_open_wrong: NamedThenOpen = NamedThenOpenWrong()  # E: f parameter-type
by_named_then_open_wrong: NamedThenOpenCall = named_then_open_wrong_call  # E: __call__ parameter-type


class NamedThenOpenNone:
    def f(self) -> int: ...


def named_then_open_none_call() -> int: ...


named_then_open_none: NamedThenOpen = NamedThenOpenNone()  # E: f too-few-parameters
by_named_then_open_none: NamedThenOpenCall = named_then_open_none_call  # E: __call__ too-few-parameters


class NamedThenOpenOpen:
    def f(self, *args: Any, **kwargs: Any) -> int: ...


def named_then_open_open_call(*args: Any, **kwargs: Any) -> int: ...


named_then_open_open: NamedThenOpen = NamedThenOpenOpen()
by_named_then_open_open: NamedThenOpenCall = named_then_open_open_call


class OpenByName(Protocol):
    def f(self, *args: Any, k: int, **kwargs: Any) -> int: ...


class OpenByNameCall(Protocol):
    def __call__(self, *args: Any, k: int, **kwargs: Any) -> int: ...


class OpenByNameSame:
    def f(self, *args: Any, k: int, **kwargs: Any) -> int: ...


def open_by_name_same_call(*args: Any, k: int, **kwargs: Any) -> int: ...


open_by_name_same: OpenByName = OpenByNameSame()
by_open_by_name_same: OpenByNameCall = open_by_name_same_call


class OpenByNameOne:
    def f(self, *, k: int) -> int: ...


def open_by_name_one_call(*, k: int) -> int: ...


open_by_name_one: OpenByName = OpenByNameOne()
by_open_by_name_one: OpenByNameCall = open_by_name_one_call


class OpenByNameOneOptional:
    def f(self, *, k: int = 0) -> int: ...


def open_by_name_one_optional_call(*, k: int = 0) -> int: ...


open_by_name_one_optional: OpenByName = OpenByNameOneOptional()
by_open_by_name_one_optional: OpenByNameCall = open_by_name_one_optional_call


class OpenByNamePositional:
    def f(self, a: str, k: int) -> int: ...


def open_by_name_positional_call(a: str, k: int) -> int: ...


open_by_name_positional: OpenByName = OpenByNamePositional()  # S: a call with `k` by name binds
by_open_by_name_positional: OpenByNameCall = open_by_name_positional_call  # S: a call with `k` by name binds


class OpenByNameOpen:
    def f(self, *args: Any, **kwargs: Any) -> int: ...


def open_by_name_open_call(*args: Any, **kwargs: Any) -> int: ...


open_by_name_open: OpenByName = OpenByNameOpen()
by_open_by_name_open: OpenByNameCall = open_by_name_open_call


class OpenByNameKwargs:
    def f(self, **kwargs: int) -> int: ...


def open_by_name_kwargs_call(**kwargs: int) -> int: ...


open_by_name_kwargs: OpenByName = OpenByNameKwargs()
by_open_by_name_kwargs: OpenByNameCall = open_by_name_kwargs_call


class OpenByNameWrong:
    def f(self, *, k: str) -> int: ...


def open_by_name_wrong_call(*, k: str) -> int: ...


open_by_name_wrong: OpenByName = OpenByNameWrong()  # E: f parameter-type
by_open_by_name_wrong: OpenByNameCall = open_by_name_wrong_call  # E: __call__ parameter-type


class OpenByNameNone:
    def f(self) -> int: ...


def open_by_name_none_call() -> int: ...


open_by_name_none: OpenByName = OpenByNameNone()  # E: f parameter-name
by_open_by_name_none: OpenByNameCall = open_by_name_none_call  # E: __call__ parameter-name
