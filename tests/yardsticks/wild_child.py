"""Check the pairs and values of one package: `wild_child.py PACKAGE RESULT.json MOST SEED`.

A process of its own, so that a crash, a hang or an exit is seen from outside. The result has all that pyright is to be
asked, and what the checker says; the line that is printed last says how far it came.
"""

import contextlib
import io
import json
import signal
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from typing_extensions import TypeAliasType, is_typeddict

from latency_shim.conformance import class_violations, violations
from wild_collect import Found, Pair, collect, is_protocol, members_of, pairs_of
from wild_copy import Copier, NotFaithfulError, arguments_for
from wild_source import definitions, facts_of, function_in, in_mro, instead_of_method, is_any, is_read_only, is_stub
from wild_values import NoValueError, candidates

SECONDS = 5.0


class TookTooLong(BaseException):
    """The checker was given enough time."""


def anything(*args: Any, **kwargs: Any) -> Any:
    """Do nothing."""


class Names:
    """The names that the generated program imports."""

    def __init__(self) -> None:
        self.imports: dict[tuple[str, str], str] = {}

    def __call__(self, module: str, name: str) -> str:
        return self.imports.setdefault((module, name), f"N{len(self.imports)}")

    def of(self, cls: type) -> str:
        top, _, rest = cls.__qualname__.partition(".")
        return self(cls.__module__, top) + (f".{rest}" if rest else "")

    def scope(self) -> dict[str, Any]:
        found = {short: getattr(sys.modules.get(module), name, None) for (module, name), short in self.imports.items()}
        return {**found, "anything": anything}


def guarded(check: Callable[[], tuple[Any, ...]]) -> dict[str, Any]:
    """Run a check for a limited time; return what it found or what became of it."""

    def stop(*_: object) -> None:
        raise TookTooLong

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            found = check()
    except TookTooLong:
        return {"outcome": "time-out"}
    except BaseException as error:  # noqa: BLE001 - that is a crash, whatever it is
        signal.setitimer(signal.ITIMER_REAL, 0)
        return {"outcome": "crash", "error": f"{type(error).__name__}: {error}"[:300]}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return {"outcome": "answered", "ours": [[one.code, one.member, one.message] for one in found]}


def inherits_stub(cls: type, name: str) -> bool:
    """Return whether a class has a member from a protocol alone, which only declares it."""
    owner = facts_of(cls, name).owner
    if owner is None or not is_protocol(owner):
        return False
    places = [place.kind for base in cls.__mro__ for place in definitions(base).get(name, [])]
    return is_stub(owner, name) or (name not in vars(owner) and "stored" not in places)


def gives_record_for_dict(cls: type, protocol: type, name: str) -> bool:
    """Return whether a method gives a TypedDict where a dict is meant, which at run time it is."""
    forms = [forms_of(result_of(in_mro(one, name))) for one in (cls, protocol)]
    return any(map(is_typeddict, forms[0])) and any((get_origin(one) or one) is dict for one in forms[1])


def result_of(raw: object) -> object:
    try:
        return get_type_hints(function_in(raw)).get("return")
    except Exception:  # noqa: BLE001 - whatever an annotation raises
        return None


def forms_of(hint: Any) -> list[Any]:
    """Return the members of a union, through aliases."""
    if isinstance(hint, TypeAliasType):
        return forms_of(hint.__value__)
    if get_origin(hint) in {Union, UnionType}:
        return [form for one in get_args(hint) for form in forms_of(one)]
    return [hint]


def about(pair: Pair) -> dict[str, Any]:
    """Return the facts about each member of a pair."""
    found: dict[str, Any] = {}
    for name in sorted(members_of(pair.protocol)):
        of_class, of_protocol = facts_of(pair.cls, name), facts_of(pair.protocol, name)
        read_only = is_read_only(pair.cls, pair.protocol, name)
        more = {instead_of_method(pair.cls, pair.protocol, name)}
        if read_only and is_any(pair.protocol, name):
            more.add("a property for an attribute of type Any")
        if gives_record_for_dict(pair.cls, pair.protocol, name):
            more.add("result is a TypedDict, which is no dict to type checkers")
        found[name] = {
            "class": sorted({*of_class.reasons, *more} - {""}),
            "protocol": sorted(of_protocol.reasons),
            "present": of_class.present,
            "read_only": read_only,
            "owner": of_class.owner and f"{of_class.owner.__module__}.{of_class.owner.__qualname__}",
        }
    return found


def relaxed_copy(protocol: type, copier: Copier) -> str:
    """Return the name of a copy whose attributes are read only, or "" where that is no other than the protocol."""
    if not any(
        place.kind == "declared"
        for base in protocol.__mro__
        for name in members_of(protocol)
        for place in definitions(base).get(name, [])
    ):
        return ""
    try:
        return copier.copy(protocol)
    except NotFaithfulError:
        return ""


def ask_pairs(found: Found, names: Names, most: int, seed: str, left_out: Counter[str]) -> dict[str, Any]:
    copier = Copier(names)
    relaxing = Copier(names, relaxed=True)
    asked: list[dict[str, Any]] = []
    for pair in pairs_of(found, seed):
        if len(asked) == most:
            break
        target, interface, arguments = names.of(pair.protocol), pair.protocol, ""
        if any(inherits_stub(pair.cls, name) for name in members_of(pair.protocol)):
            left_out["a member is only declared, by a protocol that the class inherits"] += 1
            continue
        if pair.inherits:
            try:
                target = copier.copy(pair.protocol)
            except NotFaithfulError:
                left_out["no faithful copy of the protocol"] += 1
                continue
            interface, arguments = arguments_for(pair.cls, pair.protocol, names)
        relaxed = relaxed_copy(pair.protocol, relaxing)
        print(f"pair {len(asked)}: {pair.cls.__module__}.{pair.cls.__qualname__} {pair.protocol.__qualname__}")
        asked.append(
            {
                "class": f"{pair.cls.__module__}.{pair.cls.__qualname__}",
                "protocol": f"{pair.protocol.__module__}.{pair.protocol.__qualname__}",
                "inherits": pair.inherits,
                "source": names.of(pair.cls),
                "target": target + arguments,
                "relaxed": relaxed and relaxed + arguments,
                "facts": about(pair),
                **guarded(partial(class_violations, pair.cls, interface)),
            }
        )
    return {"pairs": asked, "copies": {**copier.texts, **relaxing.texts}}


def ask_values(found: Found, names: Names, most: int, seed: str, left_out: Counter[str]) -> list[dict[str, Any]]:
    queues: list[list[dict[str, Any]]] = []
    for typed_dict in found.typed_dicts:
        name = f"{typed_dict.__module__}.{typed_dict.__qualname__}"
        try:
            queues.append(
                [
                    {"typed_dict": name, "target": names.of(typed_dict), "kind": one.kind, "text": one.text}
                    for one in candidates(typed_dict, names, f"{seed}{name}")
                ]
            )
        except NoValueError as error:
            left_out[f"TypedDict: {str(error).partition(' of ')[0]}"] += 1
        except RecursionError:
            left_out["TypedDict: too deep"] += 1
    asked = [queue[turn] for turn in range(max(map(len, queues), default=0)) for queue in queues if turn < len(queue)]
    asked = asked[:most]
    scope = names.scope()
    for one in asked:
        print(f"value: {one['typed_dict']} {one['kind']}")
        typed_dict = eval(one["target"], scope)  # noqa: S307 - what was just written
        try:
            value = eval(one["text"], scope)  # noqa: S307
        except TypeError:  # an unhashable item of a set
            left_out["TypedDict: a value that Python cannot make"] += 1
            continue
        one.update(guarded(partial(violations, value, typed_dict)))
    return [one for one in asked if "outcome" in one]


def main(package: str, result: str, most: str, seed: str) -> None:
    found = collect(package)
    names = Names()
    left_out: Counter[str] = Counter()
    values = ask_values(found, names, int(most), seed, left_out)
    answer = {
        "package": package,
        "modules": found.modules,
        "failed": found.failed,
        "protocols": len(found.protocols),
        "typed_dicts": len(found.typed_dicts),
        "classes": len(found.classes),
        "values": values,
        **ask_pairs(found, names, int(most), seed, left_out),
        "imports": [[module, name, short] for (module, name), short in names.imports.items()],
        "left_out": left_out,
    }
    Path(result).write_text(json.dumps(answer, indent=1), encoding="utf-8")
    print("done")


if __name__ == "__main__":
    main(*sys.argv[1:])
