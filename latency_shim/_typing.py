"""Typing constructs: the standard library's from 3.12 on, `typing_extensions`' on 3.11.

On 3.11 the standard library's `isinstance` on protocols is slow and runs property code, and pydantic
refuses its `TypedDict`.
"""

import sys
from typing import TYPE_CHECKING, NotRequired

if sys.version_info >= (3, 12):
    from typing import Protocol, TypedDict, runtime_checkable
else:
    from typing_extensions import Protocol, TypedDict, runtime_checkable

if TYPE_CHECKING or sys.version_info < (3, 12):
    from typing_extensions import TypeIs
elif sys.version_info >= (3, 13):
    from typing import TypeIs
else:

    class TypeIs:
        """Stands for `TypeIs` where the standard library has none: at run time it is a truth value."""

        def __class_getitem__(cls, form: object) -> type[bool]:
            return bool


if TYPE_CHECKING or sys.version_info < (3, 12):
    from typing_extensions import TypeForm
elif sys.version_info >= (3, 15):
    from typing import TypeForm
else:

    class TypeForm:
        """Stands for `TypeForm` where the standard library has none: a form of a type is any object."""

        def __class_getitem__(cls, form: object) -> type[object]:
            return object


__all__ = ["NotRequired", "Protocol", "TypeForm", "TypeIs", "TypedDict", "runtime_checkable"]
