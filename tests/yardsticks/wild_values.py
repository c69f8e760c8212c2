"""Right and wrong values of a TypedDict, as expressions that both Python and a type checker can read."""

import ast
import collections.abc
import datetime
import decimal
import enum
import pathlib
import random
import re
import sys
import types
import typing
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args, get_origin

import typing_extensions

from wild_source import flattened, names_in, own_annotations, scopes_of, source_of

Import = Callable[[str, str], str]
"""Returns the name under which a name of a module is imported."""
CALLABLE: Any = collections.abc.Callable
UNRESOLVED: Any = object()
DEEPEST = 5
DEPTH_OF_ALL_KEYS = 2
NO_TEXT = ("12345", "None", "[1, 2]", "{1: 2}", "3.5")
WRONG = (*NO_TEXT, "'wrong'", "b'raw'", "('a', 1)")


class NoValueError(Exception):
    """No value of a type can be written down; the message says why."""


@dataclass(frozen=True)
class Leaf:
    """An expression; `sequence` where its type has a sequence, which the checker takes no text for."""

    text: str
    sequence: bool = False

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Items:
    """A list, tuple or set of values."""

    left: str
    items: tuple["Node", ...]
    right: str
    sequence: bool = False

    def __str__(self) -> str:
        comma = "," if self.left == "(" and len(self.items) == 1 else ""
        return f"{self.left}{', '.join(map(str, self.items))}{comma}{self.right}"


@dataclass(frozen=True)
class Entries:
    """A dictionary; `record` where its keys are those of a TypedDict."""

    entries: tuple[tuple[str, "Node"], ...]
    record: bool = False
    sequence: bool = False

    def __str__(self) -> str:
        return f"{{{', '.join(f'{key}: {value}' for key, value in self.entries)}}}"


Node = Leaf | Items | Entries

LEAVES: dict[Any, str] = {
    str: "'text'",
    int: "7",
    float: "1.5",
    complex: "2j",
    bool: "True",
    bytes: "b'bytes'",
    bytearray: "bytearray(b'bytes')",
    type(None): "None",
    None: "None",
    Any: "'anything'",
    object: "'anything'",
    dict: "{}",
    list: "[]",
    tuple: "()",
    set: "set()",
    frozenset: "frozenset()",
    typing_extensions.LiteralString: "'text'",
    collections.abc.Hashable: "'text'",
}
IMPORTED: dict[Any, tuple[str, str, str]] = {
    datetime.datetime: ("datetime", "datetime", "{}(2026, 1, 1)"),
    datetime.date: ("datetime", "date", "{}(2026, 1, 1)"),
    datetime.timedelta: ("datetime", "timedelta", "{}(1)"),
    decimal.Decimal: ("decimal", "Decimal", "{}('1.5')"),
    pathlib.Path: ("pathlib", "Path", "{}('here')"),
    uuid.UUID: ("uuid", "UUID", "{}(int=1)"),
}
LISTS: tuple[Any, ...] = (
    list,
    collections.abc.Sequence,
    collections.abc.MutableSequence,
    collections.abc.Collection,
    collections.abc.Iterable,
)
SETS: tuple[Any, ...] = (set, collections.abc.Set, collections.abc.MutableSet)
MAPPINGS: tuple[Any, ...] = (dict, collections.abc.Mapping, collections.abc.MutableMapping)


@dataclass(frozen=True)
class Key:
    """The declaration of a key of a TypedDict."""

    type: Any  # `UNRESOLVED` where it cannot be resolved, or is another for type checkers
    required: bool


def keys_of(typed_dict: Any) -> Mapping[str, Key]:
    """Return the keys of a TypedDict, those of its bases first.

    `__required_keys__` cannot be trusted where annotations are text: what the resolved types say counts.
    """
    origin = get_origin(typed_dict) or typed_dict
    given = dict(zip(getattr(origin, "__parameters__", ()), get_args(typed_dict), strict=False))
    found: dict[str, Key] = {}
    inherited: set[str] = set()
    for base in getattr(origin, "__orig_bases__", ()):
        if typing_extensions.is_typeddict(get_origin(base) or base):
            keys = keys_of(substituted(base, given) if get_args(base) else base)
            found.update(keys)
            inherited |= set(keys)
    own = {name for scope in scopes_of(origin) for name, _ in annotations_in(scope.node)}
    for name, annotation in own_annotations(origin).items():
        if name not in inherited or name in own:
            found[name] = key_of(origin, name, annotation, given)
    return found


def annotations_in(node: ast.ClassDef) -> Iterator[tuple[str, ast.expr]]:
    for statement, _ in flattened(node.body):
        match statement:
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name, statement.annotation
            case _:
                pass


def key_of(typed_dict: type, name: str, annotation: object, given: Mapping[Any, Any]) -> Key:
    if name.startswith(f"_{typed_dict.__name__.lstrip('_')}__"):
        raise NoValueError("a private name as key")
    if name == "__extra_items__":
        raise NoValueError("extra items in the syntax of a draft")
    source = source_of(typed_dict)
    written = dict(pair for scope in scopes_of(typed_dict) for pair in annotations_in(scope.node)).get(name)
    total = vars(typed_dict).get("__total__", True)
    module = source.module if source else typed_dict.__module__
    known = source is None or written is None or not any(map(source.stands_in, names_in(written)))
    hint = evaluated(annotation, vars(sys.modules[module]))
    if hint is UNRESOLVED or not known:
        if written is None:
            raise NoValueError("annotation cannot be resolved")
        return Key(UNRESOLVED, required_by_text(ast.unparse(written), total))
    hint, required = unqualified(hint, total)
    return Key(substituted(hint, given), required)


def evaluated(annotation: object, scope: dict[str, Any]) -> Any:
    """Return what an annotation stands for, qualifiers included."""
    holder = type("Holder", (), {"__annotations__": {"it": annotation}})
    try:
        return typing_extensions.get_type_hints(holder, scope, include_extras=True)["it"]
    except Exception:  # noqa: BLE001 - whatever an annotation raises
        return UNRESOLVED


def required_by_text(text: str, total: bool) -> bool:
    """Return whether a key is required, from an annotation that cannot be resolved."""
    found = re.search(r"\b(Not)?Required\[", text)
    return total if found is None else not found[1]


def substituted(hint: Any, given: Mapping[Any, Any]) -> Any:
    """Return a type with arguments in the place of type parameters."""
    if isinstance(hint, typing.TypeVar | typing_extensions.TypeVar):
        return given.get(hint, hint)
    if isinstance(hint, type):
        return hint
    parameters: tuple[Any, ...] = getattr(hint, "__parameters__", ())
    return hint[tuple(given.get(one, one) for one in parameters)] if parameters else hint


def unqualified(hint: Any, required: bool) -> tuple[Any, bool]:
    while True:
        origin = get_origin(hint)
        if origin in {typing.Required, typing_extensions.Required}:
            required = True
        elif origin in {typing.NotRequired, typing_extensions.NotRequired}:
            required = False
        elif origin is typing.Annotated or origin is typing_extensions.ReadOnly:
            pass
        else:
            return hint, required
        hint = get_args(hint)[0]


def has_sequence(hint: Any) -> bool:
    """Return whether a type is a sequence of some kind that text is too, or a union with one."""
    origin, args = get_origin(hint), get_args(hint)
    if isinstance(hint, typing_extensions.TypeAliasType):
        return has_sequence(hint.__value__)
    if origin in {typing.Union, types.UnionType}:
        return any(map(has_sequence, args))
    return origin in LISTS and origin is not list


class Maker:
    """Writes values."""

    def __init__(self, name: Import, chance: random.Random) -> None:
        self.name = name
        self.chance = chance

    def record(self, typed_dict: Any, depth: int = 0, *, all_keys: bool = True) -> Entries:
        entries: list[tuple[str, Node]] = []
        generic = bool(getattr(get_origin(typed_dict) or typed_dict, "__parameters__", ()))
        for name, key in keys_of(typed_dict).items():
            # pyright infers the type arguments from the keys that are given
            if not key.required and not generic and (not all_keys or depth > DEPTH_OF_ALL_KEYS):
                continue
            try:
                entries.append((repr(name), self.value(key.type, depth + 1)))
            except NoValueError:
                if key.required:
                    raise
        return Entries(tuple(entries), record=True)

    def value(self, hint: Any, depth: int) -> Node:
        made = self.made(hint, depth)
        return replace(made, sequence=True) if has_sequence(hint) else made

    def made(self, hint: Any, depth: int) -> Node:  # noqa: C901, PLR0911, PLR0912
        if depth > DEEPEST:
            raise NoValueError("too deep")
        if hint is UNRESOLVED:
            raise NoValueError("annotation cannot be resolved")
        if isinstance(hint, typing.NewType):
            made = self.value(hint.__supertype__, depth + 1)
            return Leaf(f"{self.name(hint.__module__, hint.__name__)}({made})")
        if isinstance(hint, typing_extensions.TypeAliasType):
            return self.value(hint.__value__, depth)
        origin, args = get_origin(hint), get_args(hint)
        if isinstance(hint, typing.TypeVar | typing_extensions.TypeVar):
            if hint.__bound__ is not None or hint.__constraints__:
                raise NoValueError("no literal of a bounded type parameter")
            return self.leaf(object)
        if hint in LEAVES or hint in IMPORTED:
            return self.leaf(hint)
        if origin is typing.Annotated:
            return self.value(args[0], depth)
        if origin in {typing.Literal, typing_extensions.Literal}:
            return self.literal(self.chance.choice(args))
        if origin in {typing.Union, types.UnionType}:
            return self.one_of(args, depth)
        if typing_extensions.is_typeddict(origin or hint):
            return self.record(hint, depth)
        if origin is tuple and args and args[-1] is not ...:
            return Items("(", tuple(self.value(one, depth + 1) for one in args), ")")
        if origin is tuple and args:
            return Items("(", (self.value(args[0], depth + 1),) * 2, ")")
        if origin in LISTS:
            item = self.value(args[0], depth + 1)
            return Items("[", (item, item), "]")
        if origin in SETS:
            return Items("{", (self.value(args[0], depth + 1),), "}")
        if origin is frozenset:
            return Items("frozenset({", (self.value(args[0], depth + 1),), "})")
        if origin in MAPPINGS:
            return Entries(((str(self.value(args[0], depth + 1)), self.value(args[1], depth + 1)),))
        if origin is CALLABLE:
            return Leaf("anything")  # of the generated program
        if origin is type:
            cls = args[0] if isinstance(args[0], type) and args[0] is not Any else int
            return Leaf(self.class_named(cls))
        if isinstance(hint, enum.EnumMeta) and len(hint):
            return Leaf(f"{self.class_named(hint)}.{next(iter(hint.__members__))}")
        raise NoValueError(f"no literal of {str(hint)[:40]}")

    def leaf(self, hint: Any) -> Leaf:
        if hint in LEAVES:
            return Leaf(LEAVES[hint])
        module, name, text = IMPORTED[hint]
        return Leaf(text.format(self.name(module, name)))

    def literal(self, value: object) -> Leaf:
        if isinstance(value, enum.Enum):
            return Leaf(f"{self.class_named(type(value))}.{value.name}")
        return Leaf(repr(value))

    def one_of(self, forms: tuple[Any, ...], depth: int) -> Node:
        forms = tuple(form for form in forms if form is not type(None)) or forms
        for form in self.chance.sample(forms, len(forms)):
            try:
                return self.value(form, depth + 1)
            except NoValueError:
                continue
        raise NoValueError("no literal of any form of a union")

    def class_named(self, cls: type) -> str:
        top, _, rest = cls.__qualname__.partition(".")
        if "<" in cls.__qualname__ or "[" in str(cls):
            raise NoValueError("class without a name")
        if cls.__module__ == "builtins":
            return cls.__qualname__
        return self.name(cls.__module__, top) + (f".{rest}" if rest else "")


@dataclass(frozen=True)
class Candidate:
    """A value, and what is done to it."""

    kind: str
    text: str


def candidates(typed_dict: Any, imported: Import, seed: str) -> Iterator[Candidate]:
    """Yield values of a TypedDict: right ones, and each kind of wrong ones."""
    chance = random.Random(seed)  # noqa: S311 - to sample
    if getattr(typed_dict, "__parameters__", ()):
        raise NoValueError("generic")  # pyright infers the arguments from the keys that are given
    maker = Maker(imported, chance)
    whole = maker.record(typed_dict)
    yield Candidate("all keys", str(whole))
    required = maker.record(typed_dict, all_keys=False)
    if required != whole:
        yield Candidate("required keys", str(required))
    keys = keys_of(typed_dict)
    needed = [name for name, key in keys.items() if key.required]
    for name in chance.sample(needed, min(1, len(needed))):
        yield Candidate("missing key", str(Entries(tuple(one for one in whole.entries if one[0] != repr(name)))))
    yield Candidate("unknown key", str(Entries((*whole.entries, ("'no_such_key'", Leaf("1"))))))
    paths = list(paths_in(whole, ()))
    shallow = [path for path in paths if len(path) == 1]
    deep = [path for path in paths if len(path) > 1]
    for kind, group in (("wrong leaf", shallow), ("wrong nested leaf", deep)):
        for path in chance.sample(group, min(3, len(group))):
            wrong = NO_TEXT if at(whole, path).sequence else WRONG
            yield Candidate(kind, str(replaced(whole, path, Leaf(chance.choice(wrong)))))
    inner = [path for path in inner_records(whole, ()) if path]
    for path in chance.sample(inner, min(1, len(inner))):
        record = at(whole, path)
        assert isinstance(record, Entries)
        yield Candidate("missing nested key", str(replaced(whole, path, Entries(record.entries[1:]))))
        more = Entries((*record.entries, ("'no_such_key'", Leaf("1"))))
        yield Candidate("unknown nested key", str(replaced(whole, path, more)))


def children(node: Node) -> tuple[Node, ...]:
    if isinstance(node, Items):
        return node.items
    return tuple(value for _, value in node.entries) if isinstance(node, Entries) else ()


def paths_in(node: Node, path: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield the way to each value inside of a value."""
    for place, child in enumerate(children(node)):
        yield (*path, place)
        yield from paths_in(child, (*path, place))


def inner_records(node: Node, path: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    if isinstance(node, Entries) and node.record and node.entries:
        yield path
    for place, child in enumerate(children(node)):
        yield from inner_records(child, (*path, place))


def at(node: Node, path: tuple[int, ...]) -> Node:
    for place in path:
        node = children(node)[place]
    return node


def replaced(node: Node, path: tuple[int, ...], by: Node) -> Node:
    """Return a value in which that at the end of a way is another."""
    if not path:
        return by
    place, *rest = path
    changed = [replaced(child, tuple(rest), by) if n == place else child for n, child in enumerate(children(node))]
    if isinstance(node, Items):
        return Items(node.left, tuple(changed), node.right)
    assert isinstance(node, Entries)
    entries = tuple((key, value) for (key, _), value in zip(node.entries, changed, strict=True))
    return Entries(entries, node.record)
