"""A copy of a protocol in source, which no class inherits, so that a type checker looks at the members."""

import ast
import builtins
import copy
import sys
from collections.abc import Callable
from typing import Any, get_origin

from wild_collect import is_protocol
from wild_source import Source, scopes_of, source_of

KEPT = frozenset({"property", "overload", "classmethod", "staticmethod"})
DROPPED = frozenset({"abstractmethod", "override", "final", "deprecated"})
WRAPPERS = frozenset({"ClassVar", "Final", "ReadOnly"})

Import = Callable[[str, str], str]
"""Returns the name under which a name of a module is imported."""


class NotFaithfulError(Exception):
    """A copy would say something else than the protocol."""


class Renamed(ast.NodeTransformer):
    """Names of the protocol's module under the names by which they are imported."""

    def __init__(self, source: Source, own: frozenset[str], name: Import) -> None:
        self.source = source
        self.own = own
        self.name = name

    def of(self, node: ast.expr) -> ast.expr:
        """Return an expression with its names changed; itself it stays as it is."""
        changed: ast.expr = self.visit(copy.deepcopy(node))
        return changed

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if node.id in self.own:
            return node
        if node.id in self.source.names:
            return ast.Name(self.name(self.source.module, node.id), ast.Load())
        if hasattr(builtins, node.id):
            return node
        raise NotFaithfulError(node.id)

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if not isinstance(node.value, str):
            return node
        try:
            changed: ast.AST = self.visit(ast.parse(node.value, mode="eval").body)
        except SyntaxError:
            raise NotFaithfulError(node.value) from None
        return changed

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        head = ast.unparse(node.value).rpartition(".")[2]
        if head == "Literal":
            return ast.Subscript(self.visit(node.value), node.slice, node.ctx)
        if head == "Annotated":
            raise NotFaithfulError(head)
        return self.generic_visit(node)


class Copier:
    """Writes copies of protocols and of those that they extend, each once."""

    def __init__(self, name: Import, *, relaxed: bool = False) -> None:
        self.name = name
        self.relaxed = relaxed  # whether attributes become properties, so that their types need not be the same
        self.copies: dict[type, str] = {}
        self.texts: dict[str, str] = {}

    def copy(self, protocol: type) -> str:
        """Return the name of a copy; raise `NotFaithfulError` where there can be none."""
        if protocol in self.copies:
            return self.copies[protocol]
        source, scopes = source_of(protocol), scopes_of(protocol)
        if source is None or len(scopes) != 1 or scopes[0].hidden:
            raise NotFaithfulError(protocol.__qualname__)
        node = scopes[0].node
        own = frozenset(getattr(one, "name", "") for one in getattr(node, "type_params", ()))
        renamed = Renamed(source, own, self.name)
        bases = [self.base(base, renamed) for base in node.bases]
        body = [one for statement in node.body for one in self.statement(statement, renamed)]
        name = f"{'Relaxed' if self.relaxed else 'Copy'}{len(self.copies)}"
        copied = ast.ClassDef(name=name, bases=bases, keywords=[], body=body or [ast.Pass()], decorator_list=[])
        if sys.version_info >= (3, 12):
            copied.type_params = node.type_params
        self.texts[name] = ast.unparse(ast.fix_missing_locations(copied))
        self.copies[protocol] = name
        return name

    def base(self, node: ast.expr, renamed: Renamed) -> ast.expr:
        text = ast.unparse(node.value if isinstance(node, ast.Subscript) else node)
        value = value_of(text, renamed.source)
        root = str(getattr(value, "__module__", "")).partition(".")[0]
        if isinstance(value, type) and is_protocol(value) and root not in {"typing", "typing_extensions"}:
            copied = ast.Name(self.copy(value), ast.Load())
            if isinstance(node, ast.Subscript):
                return ast.Subscript(copied, renamed.of(node.slice), ast.Load())
            return copied
        if root in {"typing", "typing_extensions", "collections", "abc", "contextlib"}:
            return renamed.of(node)
        raise NotFaithfulError(text)

    def statement(self, node: ast.stmt, renamed: Renamed) -> list[ast.stmt]:
        match node:
            case ast.Expr(value=ast.Constant()) | ast.Pass():
                return []
            case ast.AnnAssign(target=ast.Name(id=name)):
                return [self.attribute(name, node.annotation, renamed)]
            case ast.Assign(targets=[ast.Name(id="__slots__" | "__hash__" | "__match_args__")]):
                return []
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                return [self.function(node, renamed)]
            case _:
                raise NotFaithfulError(ast.unparse(node))

    def attribute(self, name: str, annotation: ast.expr, renamed: Renamed) -> ast.stmt:
        if not self.relaxed:
            return ast.AnnAssign(ast.Name(name, ast.Store()), renamed.of(annotation), None, 1)
        if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
            annotation = ast.parse(annotation.value, mode="eval").body
        while isinstance(annotation, ast.Subscript) and ast.unparse(annotation.value).rpartition(".")[2] in WRAPPERS:
            annotation = annotation.slice
        text = f"@property\ndef {name}(self) -> {ast.unparse(renamed.of(annotation))}: ..."
        return ast.parse(text).body[0]

    def function(self, node: ast.FunctionDef | ast.AsyncFunctionDef, renamed: Renamed) -> ast.stmt:
        decorators: list[ast.expr] = []
        for decorator in node.decorator_list:
            text = ast.unparse(decorator.func if isinstance(decorator, ast.Call) else decorator)
            last = text.rpartition(".")[2]
            if last in {"setter", "deleter"}:
                decorators.append(decorator)
            elif last in KEPT:
                decorators.append(renamed.of(decorator))
            elif last not in DROPPED:
                raise NotFaithfulError(text)
        arguments = ast.arguments(
            posonlyargs=[argument(one, renamed) for one in node.args.posonlyargs],
            args=[argument(one, renamed) for one in node.args.args],
            vararg=argument(node.args.vararg, renamed) if node.args.vararg else None,
            kwonlyargs=[argument(one, renamed) for one in node.args.kwonlyargs],
            kw_defaults=[one and ast.Constant(...) for one in node.args.kw_defaults],
            kwarg=argument(node.args.kwarg, renamed) if node.args.kwarg else None,
            defaults=[ast.Constant(...) for _ in node.args.defaults],
        )
        if node.returns is None:
            raise NotFaithfulError(f"the result of {node.name}, which is not annotated")
        generates = any(isinstance(one, ast.Yield | ast.YieldFrom) for one in ast.walk(node))
        if generates and isinstance(node, ast.AsyncFunctionDef):
            raise NotFaithfulError(f"{node.name}, which generates")
        made = type(node)(
            name=node.name,
            args=arguments,
            body=[ast.Expr(ast.Constant(...))],
            decorator_list=decorators,
            returns=renamed.of(node.returns),
        )
        if sys.version_info >= (3, 12):
            made.type_params = node.type_params
        return made


def value_of(text: str, source: Source) -> object:
    """Return what a dotted name stands for in a module, or None."""
    value: object = sys.modules[source.module]
    for part in text.split("."):
        value = getattr(value, part, None)
    return value


def arguments_for(cls: type, protocol: type, name: Import) -> tuple[Any, str]:
    """Return the protocol with the arguments that a class gives it, and those as text; without any, itself and ""."""
    source = source_of(cls)
    given = [base for base in getattr(cls, "__orig_bases__", ()) if get_origin(base) is protocol]
    written = [
        node.slice
        for scope in scopes_of(cls)
        for node in scope.node.bases
        if source and isinstance(node, ast.Subscript) and value_of(ast.unparse(node.value), source) is protocol
    ]
    if source is None or len(given) != 1 or len(written) != 1 or given[0].__parameters__:
        return protocol, ""
    try:
        text = ast.unparse(Renamed(source, frozenset(), name).of(written[0]))
    except NotFaithfulError:
        return protocol, ""
    return given[0], f"[{text}]"


def argument(node: ast.arg, renamed: Renamed) -> ast.arg:
    return ast.arg(node.arg, renamed.of(node.annotation) if node.annotation else None)
