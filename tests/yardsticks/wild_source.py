"""Facts about a class from its source: where a member is defined, how, and whether a run time can see it."""

import ast
import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.util import resolve_name
from pathlib import Path
from types import FunctionType, MemberDescriptorType
from typing import Any, ForwardRef, TypeVar, cast, get_overloads, get_type_hints

import typing_extensions

Function = ast.FunctionDef | ast.AsyncFunctionDef
MISSING: Any = object()
PLAIN_DECORATORS = frozenset(
    {
        "abc.abstractmethod",
        "abstractmethod",
        "cached_property",
        "classmethod",
        "deprecated",
        "final",
        "functools.cached_property",
        "overload",
        "override",
        "property",
        "staticmethod",
        "t.final",
        "t.overload",
        "t.override",
        "te.deprecated",
        "te.override",
        "typing.final",
        "typing.overload",
        "typing_extensions.deprecated",
        "typing_extensions.override",
    }
)
"""Decorators that leave the signature as it is written, for type checkers and at run time."""


@dataclass(frozen=True)
class Definition:
    """One place in the source that defines a member."""

    kind: str  # "def", "declared", "assigned", "stored" (on self, in a method) or "class"
    node: ast.AST
    hidden: bool  # under `if TYPE_CHECKING`
    typed: bool

    @property
    def decorators(self) -> list[str]:
        if not isinstance(self.node, Function):
            return []
        return [ast.unparse(one.func if isinstance(one, ast.Call) else one) for one in self.node.decorator_list]


@dataclass(frozen=True)
class Scope:
    """A class statement, and whether it stands under `if TYPE_CHECKING`."""

    node: ast.ClassDef
    hidden: bool


class Source:
    """A parsed file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.tree = ast.parse(path.read_text(encoding="utf-8"))

    @cached_property
    def module(self) -> str:
        """The name of the module; that of a class may have been set to another."""
        files = ((name, getattr(module, "__file__", None)) for name, module in list(sys.modules.items()))
        return next(name for name, file in files if file == str(self.path) and name != "__main__")

    @cached_property
    def classes(self) -> Mapping[str, list[Scope]]:
        found: dict[str, list[Scope]] = {}

        def visit(statements: list[ast.stmt], prefix: str, hidden: bool) -> None:
            for node, below in flattened(statements, hidden=hidden):
                if isinstance(node, ast.ClassDef):
                    found.setdefault(prefix + node.name, []).append(Scope(node, below))
                    visit(node.body, f"{prefix}{node.name}.", below)

        visit(self.tree.body, "", False)  # noqa: FBT003
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """The names that the module binds at its top level."""
        return frozenset(name for node, _ in flattened(self.tree.body) for name in bound_by(node))

    @cached_property
    def twice(self) -> frozenset[str]:
        """The names that the module binds to one thing for type checkers and to another at run time."""
        seen: dict[bool, set[str]] = {True: set(), False: set()}
        for node in self.tree.body:
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
                negated = isinstance(node.test, ast.UnaryOp)
                for branch, checking in ((node.body, not negated), (node.orelse, negated)):
                    seen[checking] |= {name for one, _ in flattened(branch) for name in bound_by(one)}
            elif not isinstance(node, ast.If | ast.Try | ast.With):
                seen[False] |= set(bound_by(node))
        return frozenset(seen[True] & seen[False])

    @cached_property
    def imported(self) -> Mapping[str, tuple[str, str]]:
        """The names that the module imports from others, with the module's name and theirs in it."""
        package = self.module if self.path.name == "__init__.py" else self.module.rpartition(".")[0]
        return {
            alias.asname or alias.name: (resolve_name("." * node.level + (node.module or ""), package), alias.name)
            for node, _ in flattened(self.tree.body)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }

    def stands_in(self, name: str, steps: int = 5) -> bool:
        """Return whether a name is one thing for type checkers and another at run time, here or where it comes from."""
        if name in self.twice or not steps:
            return name in self.twice
        module, original = self.imported.get(name, ("", ""))
        file = getattr(sys.modules.get(module), "__file__", None)
        origin = source_at(file) if isinstance(file, str) and file.endswith(".py") else None
        return origin is not None and origin.stands_in(original, steps - 1)


def bound_by(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            yield node.name
        case ast.Import() | ast.ImportFrom():
            for alias in node.names:
                yield alias.asname or alias.name.partition(".")[0]
        case _:
            for one in ast.walk(node):
                if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store):
                    yield one.id
            if sys.version_info >= (3, 12) and isinstance(node, ast.TypeAlias):
                yield node.name.id


def flattened(statements: list[ast.stmt], *, hidden: bool = False) -> Iterator[tuple[ast.stmt, bool]]:
    """Yield the statements of a body, those inside of `if`, `try` and `with` included, and which are hidden."""
    for node in statements:
        yield node, hidden
        if isinstance(node, ast.If):
            checking = "TYPE_CHECKING" in ast.unparse(node.test)
            yield from flattened(node.body, hidden=hidden or checking)
            yield from flattened(node.orelse, hidden=hidden or checking)
        elif isinstance(node, ast.Try | ast.With):
            yield from flattened(node.body, hidden=hidden)
            if isinstance(node, ast.Try):
                for handler in node.handlers:
                    yield from flattened(handler.body, hidden=hidden)
                yield from flattened(node.orelse, hidden=hidden)


@cache
def source_at(path: str) -> Source | None:
    try:
        return Source(Path(path))
    except (OSError, SyntaxError, UnicodeDecodeError):
        return None


@cache
def source_of(cls: type) -> Source | None:
    """Return the file in which a class is written, or None."""
    files = [getattr(sys.modules.get(cls.__module__), "__file__", None)]
    files += [
        one.__code__.co_filename
        for one in vars(cls).values()
        if type(one) is FunctionType and one.__qualname__ == f"{cls.__qualname__}.{one.__name__}"
    ]
    for file in files:
        source = source_at(file) if isinstance(file, str) and file.endswith(".py") else None
        if source and cls.__qualname__ in source.classes:
            return source
    return None


def scopes_of(cls: type) -> list[Scope]:
    source = source_of(cls)
    return source.classes[cls.__qualname__] if source else []


@cache
def definitions(cls: type) -> Mapping[str, list[Definition]]:
    """Return what the source of a class defines, not that of its bases."""
    found: dict[str, list[Definition]] = {}
    for scope in scopes_of(cls):
        for node, hidden in flattened(scope.node.body, hidden=scope.hidden):
            for name, definition in defined_by(node, hidden=hidden):
                found.setdefault(name, []).append(definition)
    return found


def defined_by(node: ast.stmt, *, hidden: bool) -> Iterator[tuple[str, Definition]]:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            yield node.name, Definition("def", node, hidden, typed=True)
            for name, place, typed in stored_by(node):
                yield name, Definition("stored", place, hidden, typed)
        case ast.ClassDef():
            yield node.name, Definition("class", node, hidden, typed=True)
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name, Definition("declared", node, hidden, typed=True)
        case ast.Assign():
            for target in node.targets:
                for one in ast.walk(target):
                    if isinstance(one, ast.Name):
                        yield one.id, Definition("assigned", node, hidden, typed=False)
        case _:
            pass


def stored_by(function: Function) -> Iterator[tuple[str, ast.AST, bool]]:
    """Yield the attributes that a method stores on its receiver, and whether with a type."""
    parameters = [*function.args.posonlyargs, *function.args.args]
    if not parameters:
        return
    receiver = parameters[0].arg
    for node in ast.walk(function):
        typed = isinstance(node, ast.AnnAssign)
        target = node.target if isinstance(node, ast.AnnAssign) else node
        match target:
            case ast.Attribute(value=ast.Name(id=name), attr=attribute, ctx=ast.Store()) if name == receiver:
                yield attribute, node, typed
            case _:
                pass


def kind_of(cls: type, name: str) -> str:
    """Return whether the source defines a member as a "method", "property", or "attribute", or "" where it does not."""
    for base in cls.__mro__:
        for place in definitions(base).get(name, []):
            if place.kind != "def":
                return "attribute"
            return "property" if any("property" in one for one in place.decorators) else "method"
    return ""


def is_read_only(cls: type, protocol: type, name: str) -> bool:
    """Return whether a class has a property without a setter where the protocol has an attribute."""
    found = in_mro(cls, name)
    return isinstance(found, property) and found.fset is None and kind_of(protocol, name) == "attribute"


def is_any(protocol: type, name: str) -> bool:
    """Return whether a protocol declares an attribute as `Any`."""
    return any(
        isinstance(place.node, ast.AnnAssign) and ast.unparse(place.node.annotation).rpartition(".")[2] == "Any"
        for base in protocol.__mro__
        for place in definitions(base).get(name, [])
    )


def instead_of_method(cls: type, protocol: type, name: str) -> str:
    """Return what a class has in place of a method, which pyright refuses though it can be called, or ""."""
    if kind_of(protocol, name) != "method":
        return ""
    kind = kind_of(cls, name)
    return {"property": "a property in place of a method", "attribute": "an attribute in place of a method"}.get(
        kind, ""
    )


def is_stub(cls: type, name: str) -> bool:
    """Return whether a method does nothing: it is abstract, or its body is `...`, `pass`, a text or a refusal."""
    if getattr(in_mro(cls, name), "__isabstractmethod__", False):
        return True
    functions = [one.node for one in definitions(cls).get(name, []) if isinstance(one.node, Function)]
    return bool(functions) and all(does_nothing(one) for function in functions for one in function.body)


def does_nothing(node: ast.stmt) -> bool:
    match node:
        case ast.Pass() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Raise(exc=ast.expr() as error):
            return "NotImplementedError" in ast.unparse(error)
        case _:
            return False


def in_mro(cls: type, name: str) -> object:
    """Return what an instance finds on its class: not what a metaclass has."""
    return next((vars(base)[name] for base in cls.__mro__ if name in vars(base)), MISSING)


@dataclass(frozen=True)
class Facts:
    """What bears on a member of a class: `reasons` for which pyright may know more than a run time, or otherwise."""

    owner: type | None
    present: bool  # at run time, on the class or by an annotation, or stored by a method
    defined: bool  # in a source
    reasons: frozenset[str]


@cache
def facts_of(cls: type, name: str) -> Facts:
    """Return the facts about a member of a class, from the first class of its MRO that defines it."""
    raw = in_mro(cls, name)
    for base in cls.__mro__:
        places = definitions(base).get(name, [])
        if places or name in vars(base) or name in own_annotations(base):
            reasons = frozenset(reasons_of(base, name, places, vars(base).get(name, MISSING)))
            present = raw is not MISSING or any(place.kind == "stored" or not place.hidden for place in places)
            return Facts(base, present, bool(places), reasons)
    return Facts(None, present=raw is not MISSING, defined=False, reasons=frozenset())


def reasons_of(owner: type, name: str, places: list[Definition], raw: object) -> Iterator[str]:
    if place := strange_place(owner, name, places):
        yield place
    if any(place.hidden for place in places):
        yield "defined under TYPE_CHECKING"
    source = source_of(owner)
    if source and any(source.stands_in(name) for place in places for name in names_in_types(place.node)):
        yield "stands for another type at run time"
    if source and any(bound_is_unknown(source, name) for place in places for name in names_in_types(place.node)):
        yield "bound of a type parameter cannot be resolved"
    if any(decorator_is_strange(one) for place in places for one in place.decorators):
        yield "decorated"
    if places and all(place.kind in {"stored", "assigned"} and not place.typed for place in places):
        yield "type inferred"
    if any(place.kind == "declared" for place in places) and not resolves(owner, name):
        yield "annotation cannot be resolved"
    if raw is not MISSING:
        yield from reasons_of_function(raw)


def bound_is_unknown(source: Source, name: str) -> bool:
    """Return whether a name is that of a type parameter whose bound cannot be evaluated."""
    value = vars(sys.modules[source.module]).get(name)
    if not isinstance(value, TypeVar) or not isinstance(value.__bound__, ForwardRef):
        return False
    return not evaluates(value.__bound__.__forward_arg__, vars(sys.modules.get(value.__module__)))


def strange_place(owner: type, name: str, places: list[Definition]) -> str:
    """Return where type checkers read a definition if that is not the source that runs, or ""."""
    if owner.__module__.partition(".")[0] in sys.stdlib_module_names:
        return "typeshed"
    file = getattr(sys.modules.get(owner.__module__), "__file__", None) or ""
    if not file.endswith(".py"):
        return "compiled"
    if stub_differs(owner, name, places):
        return "stub differs"
    return "" if places else "made at run time"


def stub_differs(owner: type, name: str, places: list[Definition]) -> bool:
    """Return whether a stub beside the module says something else about a member."""
    source = source_of(owner)
    stub = source_at(str(source.path.with_suffix(".pyi"))) if source else None
    if stub is None:
        return False
    said = [
        definition
        for scope in stub.classes.get(owner.__qualname__, [])
        for node, hidden in flattened(scope.node.body, hidden=scope.hidden)
        for one, definition in defined_by(node, hidden=hidden)
        if one == name
    ]
    return [signature(one.node) for one in said] != [signature(one.node) for one in places]


def signature(node: ast.AST) -> tuple[str, ...]:
    """Return what a definition says of types and parameters."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            decorators = [ast.unparse(one) for one in node.decorator_list]
            result = ast.unparse(node.returns) if node.returns else ""
            return type(node).__name__, ast.unparse(node.args), result, *decorators
        case ast.AnnAssign():
            return ("declared", ast.unparse(node.annotation))
        case _:
            return (ast.unparse(node),)


def names_in_types(node: ast.AST) -> Iterator[str]:
    """Yield the names in the annotations of a definition."""
    annotations: list[ast.expr | None] = []
    if isinstance(node, ast.AnnAssign):
        annotations.append(node.annotation)
    elif isinstance(node, Function):
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs, node.args.vararg, node.args.kwarg]
        annotations += [one.annotation for one in arguments if one]
        annotations.append(node.returns)
    for annotation in annotations:
        if annotation:
            yield from names_in(annotation)


def names_in(annotation: ast.expr) -> Iterator[str]:
    for node in ast.walk(annotation):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from re.findall(r"\w+", node.value)


def decorator_is_strange(text: str) -> bool:
    return text not in PLAIN_DECORATORS and not text.endswith((".setter", ".getter", ".deleter"))


def function_in(raw: object) -> Any:
    """Return the function that a member runs, or None."""
    if isinstance(raw, staticmethod | classmethod):
        raw = cast("Any", raw).__func__
    elif isinstance(raw, property):
        raw = raw.fget
    elif type(raw).__name__ == "cached_property":
        raw = getattr(raw, "func", None)
    return raw if isinstance(raw, FunctionType) else None


def reasons_of_function(raw: object) -> Iterator[str]:
    function = function_in(raw)
    if function is not None:
        if "__wrapped__" in vars(function):
            yield "decorated"
        for one in [function, *map(function_in, get_overloads(function))]:
            yield from reasons_of_annotations(one, bound=not isinstance(raw, staticmethod))
    elif callable(raw) and not isinstance(raw, type):
        yield "callable without a signature of its own"
    elif hasattr(type(raw), "__get__") and not isinstance(raw, MemberDescriptorType):  # of `__slots__`
        yield "descriptor"


def reasons_of_annotations(function: FunctionType, *, bound: bool) -> Iterator[str]:
    annotations = own_annotations(function)
    if "return" not in annotations:
        yield "result not annotated"
    code = function.__code__
    count = code.co_argcount + code.co_kwonlyargcount
    count += bool(code.co_flags & inspect.CO_VARARGS) + bool(code.co_flags & inspect.CO_VARKEYWORDS)
    parameters = code.co_varnames[:count]
    if any(parameter not in annotations for parameter in parameters[bound:]):
        yield "parameter not annotated"
    for name, annotation in annotations.items():
        if not evaluates(annotation, function.__globals__):
            place = "result" if name == "return" else "parameter"
            yield f"{place} annotation cannot be resolved"


def own_annotations(thing: Any) -> Mapping[str, Any]:
    """Return what a class or function itself annotates, unresolved."""
    try:
        return typing_extensions.get_annotations(thing, format=typing_extensions.Format.FORWARDREF)
    except Exception:  # noqa: BLE001 - annotations can be any code
        return {}


def evaluates(annotation: object, scope: dict[str, Any]) -> bool:
    holder = type("Holder", (), {"__annotations__": {"it": annotation}})
    try:
        get_type_hints(holder, scope, include_extras=True)
    except Exception:  # noqa: BLE001 - whatever an annotation raises
        return False
    return True


def resolves(owner: type, name: str) -> bool:
    """Return whether the annotation of a data member can be evaluated."""
    annotations = own_annotations(owner)
    return name in annotations and evaluates(
        annotations[name], vars(sys.modules[source.module if (source := source_of(owner)) else owner.__module__])
    )
