"""Teach typeguard the properties of protocols, which it passes over.

With this a record is refused when an attribute is missing or holds a value of another type, however deep.
"""

from typing import Any, get_type_hints

import typeguard

MISSING = object()


def properties(protocol: type) -> dict[str, Any]:
    """Return the types of a protocol's properties."""
    return {
        name: get_type_hints(member.fget)["return"]
        for name, member in vars(protocol).items()
        if isinstance(member, property)
    }


def lookup(origin_type: Any, _args: tuple[Any, ...], _extras: tuple[Any, ...]) -> typeguard.TypeCheckerCallable | None:
    """Return the checker of a protocol that has properties."""
    if getattr(origin_type, "_is_protocol", False) and properties(origin_type):
        return check
    return None


def check(value: Any, origin_type: Any, args: tuple[Any, ...], memo: typeguard.TypeCheckMemo) -> None:
    """Check the methods as typeguard does, then the value of each property."""
    for other in typeguard.checker_lookup_functions:
        if other is not lookup and (checker := other(origin_type, args, ())):
            checker(value, origin_type, args, memo)
            break
    for name, hint in properties(origin_type).items():
        found = getattr(value, name, MISSING)
        if found is MISSING:
            raise typeguard.TypeCheckError(f"has no attribute {name!r}")
        expected = hint[args] if args and getattr(hint, "__parameters__", ()) else hint
        try:
            typeguard.check_type_internal(found, expected, memo)
        except typeguard.TypeCheckError as error:
            error.append_path_element(f"attribute {name!r}")
            raise
