"""Literals, enum members, NewType, Annotated, LiteralString, Never, numbers, bytes and classes in annotations."""

import enum
from collections.abc import Hashable, Sequence
from typing import Any, Literal, NewType, NoReturn, Optional, Protocol, Type, TypeVar, Union

from typing_extensions import Annotated, LiteralString, Never, TypeAlias

T_co = TypeVar("T_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)


class Gives(Protocol[T_co]):
    def run(self) -> T_co: ...


class Takes(Protocol[T_contra]):
    def run(self, value: T_contra, /) -> None: ...


class Color(enum.Enum):
    RED = 1
    BLUE = 2


class Text(str, enum.Enum):
    A = "a"
    B = "b"


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


class Perm(enum.Flag):
    READ = 1
    WRITE = 2


UserId = NewType("UserId", int)
AdminId = NewType("AdminId", UserId)
Name = NewType("Name", str)
Mode: TypeAlias = Literal["r", "w"]
Either = Union[int, str]

# Results


class GivesR:
    def run(self) -> Literal["r"]:
        return "r"


class GivesMode:
    def run(self) -> Mode:
        return "r"


class GivesX:
    def run(self) -> Literal["x"]:
        return "x"


class GivesOne:
    def run(self) -> Literal[1]:
        return 1


class GivesTrue:
    def run(self) -> Literal[True]:
        return True


class GivesNoneLiteral:
    def run(self) -> Literal[None]: ...


class GivesText:
    def run(self) -> str:
        return "r"


class GivesInt:
    def run(self) -> int:
        return 1


class GivesBool:
    def run(self) -> bool:
        return True


class GivesFloat:
    def run(self) -> float:
        return 1


class GivesComplex:
    def run(self) -> complex:
        return 1


class GivesNone:
    def run(self) -> None: ...


class GivesObject:
    def run(self) -> object: ...


class GivesAny:
    def run(self) -> Any: ...


class GivesNever:
    def run(self) -> Never:
        raise LookupError


class GivesNoReturn:
    def run(self) -> NoReturn:
        raise LookupError


class GivesLiteralText:
    def run(self) -> LiteralString:
        return "a"


class GivesColor:
    def run(self) -> Color:
        return Color.RED


class GivesRed:
    def run(self) -> Literal[Color.RED]:
        return Color.RED


class GivesTextMember:
    def run(self) -> Text:
        return Text.A


class GivesLevel:
    def run(self) -> Level:
        return Level.LOW


class GivesPerm:
    def run(self) -> Perm:
        return Perm.READ


class GivesUser:
    def run(self) -> UserId:
        return UserId(1)


class GivesAdmin:
    def run(self) -> AdminId:
        return AdminId(UserId(1))


class GivesName:
    def run(self) -> Name:
        return Name("a")


class GivesAnnotated:
    def run(self) -> Annotated[int, "whatever"]:
        return 1


class GivesAnnotatedTwice:
    def run(self) -> "Annotated[Annotated[int, 1], 2] | None":
        return 1


class GivesOptional:
    def run(self) -> Optional[int]:
        return 1


class GivesEither:
    def run(self) -> Either:
        return 1


class GivesBytes:
    def run(self) -> bytes:
        return b""


class GivesByteArray:
    def run(self) -> bytearray:
        return bytearray()


class GivesView:
    def run(self) -> memoryview:
        return memoryview(b"")


class GivesList:
    def run(self) -> list[int]:
        return []


r_r: Gives[Literal["r"]] = GivesR()
r_mode: Gives[Literal["r"]] = GivesMode()  # E: run return-type
r_text: Gives[Literal["r"]] = GivesText()  # E: run return-type
r_x: Gives[Literal["r"]] = GivesX()  # E: run return-type
mode_r: Gives[Mode] = GivesR()
mode_mode: Gives[Literal["w", "r"]] = GivesMode()
mode_x: Gives[Mode] = GivesX()  # E: run return-type
mode_text: Gives[Mode] = GivesText()  # E: run return-type
mode_int: Gives[Mode] = GivesInt()  # E: run return-type
mode_none: Gives[Literal["r", None]] = GivesNone()
mode_none_literal: Gives[Literal["r"] | None] = GivesNoneLiteral()
none_none_literal: Gives[None] = GivesNoneLiteral()
text_r: Gives[str] = GivesR()
text_one: Gives[str] = GivesOne()  # E: run return-type
int_one: Gives[int] = GivesOne()
int_true: Gives[int] = GivesTrue()
one_true: Gives[Literal[1]] = GivesTrue()  # E: run return-type
one_bool: Gives[Literal[1]] = GivesBool()  # E: run return-type
bool_true: Gives[bool] = GivesTrue()
bool_one: Gives[bool] = GivesOne()  # E: run return-type
true_or_false_bool: Gives[Literal[True, False]] = GivesBool()
true_bool: Gives[Literal[True]] = GivesBool()  # E: run return-type
float_one: Gives[float] = GivesOne()
hashable_r: Gives[Hashable] = GivesR()
sequence_r: Gives[Sequence[str]] = GivesR()

int_int: Gives[int] = GivesInt()
int_bool: Gives[int] = GivesBool()
int_float: Gives[int] = GivesFloat()  # E: run return-type
int_level: Gives[int] = GivesLevel()
int_none: Gives[int] = GivesNone()  # E: run return-type
int_optional: Gives[int] = GivesOptional()  # E: run return-type
int_either: Gives[int] = GivesEither()  # E: run return-type
int_object: Gives[int] = GivesObject()  # E: run return-type
int_any: Gives[int] = GivesAny()
int_never: Gives[int] = GivesNever()
int_no_return: Gives[int] = GivesNoReturn()
int_annotated: Gives[int] = GivesAnnotated()
int_annotated_twice: Gives[int | None] = GivesAnnotatedTwice()
int_annotated_wrong: Gives[str] = GivesAnnotated()  # E: run return-type
bool_int: Gives[bool] = GivesInt()  # E: run return-type
float_int: Gives[float] = GivesInt()
float_bool: Gives[float] = GivesBool()
float_level: Gives[float] = GivesLevel()
float_text: Gives[float] = GivesText()  # E: run return-type
float_complex: Gives[float] = GivesComplex()  # E: run return-type
float_optional: Gives[float | None] = GivesOptional()
complex_int: Gives[complex] = GivesInt()
complex_float: Gives[complex] = GivesFloat()
complex_user: Gives[complex] = GivesUser()
never_never: Gives[Never] = GivesNoReturn()
no_return_never: Gives[NoReturn] = GivesNever()
never_int: Gives[Never] = GivesInt()  # E: run return-type
never_none: Gives[NoReturn] = GivesNone()  # E: run return-type
none_none: Gives[None] = GivesNone()
none_int: Gives[None] = GivesInt()  # E: run return-type
none_never: Gives[None] = GivesNever()
none_any: Gives[None] = GivesAny()
object_none: Gives[object] = GivesNone()
object_int: Gives[object] = GivesInt()
object_object: Gives[object] = GivesObject()
any_object: Gives[Any] = GivesObject()

literal_text: Gives[LiteralString] = GivesLiteralText()
literal_text_r: Gives[LiteralString] = GivesR()
literal_text_text: Gives[LiteralString] = GivesText()  # S: whether a text is a literal one is not known at run time
literal_text_int: Gives[LiteralString] = GivesInt()  # E: run return-type
text_literal_text: Gives[str] = GivesLiteralText()
int_literal_text: Gives[int] = GivesLiteralText()  # E: run return-type

color_color: Gives[Color] = GivesColor()
color_red: Gives[Color] = GivesRed()
color_int: Gives[Color] = GivesInt()  # E: run return-type
color_text: Gives[Color] = GivesTextMember()  # E: run return-type
red_red: Gives[Literal[Color.RED]] = GivesRed()
red_color: Gives[Literal[Color.RED]] = GivesColor()  # E: run return-type
all_colors: Gives[Literal[Color.RED, Color.BLUE]] = GivesColor()
blue_red: Gives[Literal[Color.BLUE]] = GivesRed()  # E: run return-type
int_color: Gives[int] = GivesColor()  # E: run return-type
text_member: Gives[str] = GivesTextMember()
text_color: Gives[str] = GivesColor()  # E: run return-type
enum_red: Gives[enum.Enum] = GivesRed()
enum_int: Gives[enum.Enum] = GivesInt()  # E: run return-type
perm_perm: Gives[Perm] = GivesPerm()
perm_int: Gives[Perm] = GivesInt()  # E: run return-type

user_user: Gives[UserId] = GivesUser()
user_admin: Gives[UserId] = GivesAdmin()
user_int: Gives[UserId] = GivesInt()  # S: at run time a new type is what it is made of
user_name: Gives[UserId] = GivesName()  # E: run return-type
int_user: Gives[int] = GivesUser()
int_admin: Gives[int] = GivesAdmin()
text_user: Gives[str] = GivesUser()  # E: run return-type
admin_user: Gives[AdminId] = GivesUser()  # S: at run time a new type is what it is made of
float_user: Gives[float] = GivesUser()
text_name: Gives[str] = GivesName()
sequence_name: Gives[Sequence[str]] = GivesName()

either_int: Gives[Either] = GivesInt()
either_text: Gives[Either] = GivesText()
either_either: Gives[str | int] = GivesEither()
either_optional: Gives[Either] = GivesOptional()  # E: run return-type
either_bool: Gives[Either] = GivesBool()
either_bytes: Gives[Either] = GivesBytes()  # E: run return-type

bytes_bytes: Gives[bytes] = GivesBytes()
bytes_array: Gives[bytes] = GivesByteArray()  # E: run return-type
bytes_view: Gives[bytes] = GivesView()  # E: run return-type
bytes_text: Gives[bytes] = GivesText()  # E: run return-type
text_bytes: Gives[str] = GivesBytes()  # E: run return-type
sequence_bytes: Gives[Sequence[int]] = GivesBytes()
sequence_array: Gives[Sequence[int]] = GivesByteArray()
sequence_bytes_wrong: Gives[Sequence[str]] = GivesBytes()  # E: run return-type
sequence_text: Gives[Sequence[str]] = GivesText()
sequence_text_wrong: Gives[Sequence[int]] = GivesText()  # E: run return-type
hashable_int: Gives[Hashable] = GivesInt()
hashable_list: Gives[Hashable] = GivesList()  # E: run return-type

# Parameters


class TakesR:
    def run(self, value: Literal["r"], /) -> None: ...


class TakesMode:
    def run(self, value: Mode, /) -> None: ...


class TakesText:
    def run(self, value: str, /) -> None: ...


class TakesInt:
    def run(self, value: int, /) -> None: ...


class TakesBool:
    def run(self, value: bool, /) -> None: ...


class TakesFloat:
    def run(self, value: float, /) -> None: ...


class TakesNone:
    def run(self, value: None, /) -> None: ...


class TakesOptional:
    def run(self, value: int | None, /) -> None: ...


class TakesObject:
    def run(self, value: object, /) -> None: ...


class TakesAny:
    def run(self, value: Any, /) -> None: ...


class TakesNever:
    def run(self, value: Never, /) -> None: ...


class TakesLiteralText:
    def run(self, value: LiteralString, /) -> None: ...


class TakesColor:
    def run(self, value: Color, /) -> None: ...


class TakesRed:
    def run(self, value: Literal[Color.RED], /) -> None: ...


class TakesUser:
    def run(self, value: UserId, /) -> None: ...


class TakesAnnotated:
    def run(self, value: Annotated[int, "whatever"], /) -> None: ...


class TakesByteArray:
    def run(self, value: bytes | bytearray, /) -> None: ...


takes_r: Takes[Literal["r"]] = TakesR()
takes_r_mode: Takes[Literal["r"]] = TakesMode()
takes_r_text: Takes[Literal["r"]] = TakesText()
takes_r_int: Takes[Literal["r"]] = TakesInt()  # E: run parameter-type
takes_mode_r: Takes[Mode] = TakesR()  # E: run parameter-type
takes_text_mode: Takes[str] = TakesMode()  # E: run parameter-type
takes_one: Takes[Literal[1]] = TakesInt()
takes_one_float: Takes[Literal[1]] = TakesFloat()
takes_one_bool: Takes[Literal[1]] = TakesBool()  # E: run parameter-type
takes_true_int: Takes[Literal[True]] = TakesInt()
takes_bool_int: Takes[bool] = TakesInt()
takes_int_bool: Takes[int] = TakesBool()  # E: run parameter-type
takes_int_float: Takes[int] = TakesFloat()
takes_float_int: Takes[float] = TakesInt()  # E: run parameter-type
takes_optional: Takes[int | None] = TakesOptional()
takes_optional_int: Takes[int | None] = TakesInt()  # E: run parameter-type
takes_optional_none: Takes[int | None] = TakesNone()  # E: run parameter-type
takes_int_optional: Takes[int] = TakesOptional()
takes_int_object: Takes[int] = TakesObject()
takes_object_int: Takes[object] = TakesInt()  # E: run parameter-type
takes_any_int: Takes[Any] = TakesInt()
takes_object_any: Takes[object] = TakesAny()
takes_int_never: Takes[int] = TakesNever()  # E: run parameter-type
takes_never_int: Takes[Never] = TakesInt()
takes_text_literal: Takes[str] = TakesLiteralText()  # S: whether a text is a literal one is not known at run time
takes_r_literal: Takes[Literal["r"]] = TakesLiteralText()
takes_int_literal: Takes[int] = TakesLiteralText()  # E: run parameter-type
takes_red_color: Takes[Literal[Color.RED]] = TakesColor()
takes_color_red: Takes[Color] = TakesRed()  # E: run parameter-type
takes_blue_red: Takes[Literal[Color.BLUE]] = TakesRed()  # E: run parameter-type
takes_level_int: Takes[Level] = TakesInt()
takes_color_int: Takes[Color] = TakesInt()  # E: run parameter-type
takes_user_int: Takes[UserId] = TakesInt()
takes_user_user: Takes[UserId] = TakesUser()
takes_admin_user: Takes[AdminId] = TakesUser()
takes_int_user: Takes[int] = TakesUser()  # S: at run time a new type is what it is made of
takes_annotated: Takes[int] = TakesAnnotated()
takes_annotated_text: Takes[str] = TakesAnnotated()  # E: run parameter-type
takes_bytes: Takes[bytearray] = TakesByteArray()
takes_view: Takes[memoryview] = TakesByteArray()  # E: run parameter-type

# Classes


class Base:
    pass


class Derived(Base):
    pass


class Other:
    pass


class GivesBaseClass:
    def run(self) -> type[Base]:
        return Base


class GivesDerivedClass:
    def run(self) -> Type[Derived]:
        return Derived


class GivesOtherClass:
    def run(self) -> type[Other]:
        return Other


class GivesAnyClass:
    def run(self) -> type:
        return Base


class GivesTypeOfAny:
    def run(self) -> type[Any]:
        return Base


class GivesTypeOfUnion:
    def run(self) -> type[Base | Other]:
        return Base


class GivesInstance:
    def run(self) -> Base:
        return Base()


class TakesBaseClass:
    def run(self, value: type[Base], /) -> None: ...


class TakesDerivedClass:
    def run(self, value: type[Derived], /) -> None: ...


class TakesAnyClass:
    def run(self, value: type, /) -> None: ...


class TakesTypeOfObject:
    def run(self, value: type[object], /) -> None: ...


class_base: Gives[type[Base]] = GivesBaseClass()
class_derived: Gives[type[Base]] = GivesDerivedClass()
class_other: Gives[type[Base]] = GivesOtherClass()  # E: run return-type
class_any: Gives[type[Base]] = GivesAnyClass()
class_of_any: Gives[type[Base]] = GivesTypeOfAny()
class_instance: Gives[type[Base]] = GivesInstance()  # E: run return-type
class_derived_base: Gives[type[Derived]] = GivesBaseClass()  # E: run return-type
class_union: Gives[type[Base] | type[Other]] = GivesTypeOfUnion()
class_union_wrong: Gives[type[Base]] = GivesTypeOfUnion()  # E: run return-type
class_type: Gives[type] = GivesBaseClass()
class_type_int: Gives[type] = GivesInt()  # E: run return-type
class_old_type: Gives[Type] = GivesBaseClass()
class_object: Gives[type[object]] = GivesOtherClass()
instance_class: Gives[Base] = GivesBaseClass()  # E: run return-type
takes_derived_class: Takes[type[Derived]] = TakesBaseClass()
takes_base_class: Takes[type[Base]] = TakesDerivedClass()  # E: run parameter-type
takes_instance_class: Takes[Derived] = TakesBaseClass()  # E: run parameter-type
takes_any_class: Takes[type[Derived]] = TakesAnyClass()
takes_type_of_object: Takes[type[Derived]] = TakesTypeOfObject()
