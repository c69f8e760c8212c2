"""Write down the public surface, with a line for each name, member and signature, so that each change shows in review.

The stubs are read for the contract, and for the tools the modules in which their public names are defined.
"""

import ast
import copy
from collections.abc import Iterator, Mapping
from pathlib import Path

TOOLS = ("conformance", "loading", "memory", "testing")
SPECIAL = frozenset({"__call__", "__init__", "__init_subclass__", "__iter__", "__len__", "__new__", "__str__"})
"""Methods of which a class does not have to make a name public."""
HEAD = "# Generated from the stubs and the tools by `nox -s generate`; do not edit.\n"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements of a body, and those under its conditions."""
    for statement in body:
        if isinstance(statement, ast.If | ast.Try):
            yield from statements([*statement.body, *statement.orelse])
        else:
            yield statement


def public_names(tree: ast.Module) -> list[str]:
    """Return the names in the `__all__` of a module, in its order; `LookupError` if it has no such list."""
    for statement in statements(tree.body):
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "__all__":
            listed: list[str] = ast.literal_eval(statement.value)
            return listed
    raise LookupError("no __all__: list the module's public names")


def name_of(statement: ast.stmt) -> str:
    """Return the name that a statement defines, or nothing."""
    match statement:
        case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
            return statement.name
        case ast.AnnAssign(target=target) | ast.Assign(targets=[target]):
            return ast.unparse(target)
        case _:
            return ""


def line_of(statement: ast.stmt) -> str:
    """Return a definition on one line, without its body."""
    match statement:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            bare = copy.deepcopy(statement)
            bare.body = [ast.Expr(ast.Constant(...))]
            return " ".join(line.strip() for line in ast.unparse(bare).splitlines()).removesuffix(": ...")
        case ast.ClassDef():
            bases = ", ".join(ast.unparse(one) for one in [*statement.bases, *statement.keywords])
            decorators = "".join(f"@{ast.unparse(one)} " for one in statement.decorator_list)
            return f"{decorators}class {statement.name}({bases})".removesuffix("()")
        case _:
            return " ".join(ast.unparse(statement).split())


def is_public(name: str) -> bool:
    """Check whether a member of a class is part of the surface; a test of a suite is part of the promises instead."""
    return name in SPECIAL or (bool(name) and not name.startswith(("_", "test_")))


def attributes(statement: ast.stmt) -> Iterator[str]:
    """Yield the public attributes that a constructor sets."""
    if isinstance(statement, ast.FunctionDef) and statement.name == "__init__":
        for node in ast.walk(statement):
            for target in node.targets if isinstance(node, ast.Assign) else []:
                if isinstance(target, ast.Attribute) and ast.unparse(target.value) == "self" and is_public(target.attr):
                    yield f"self.{target.attr}"
            if (
                isinstance(node, ast.AnnAssign)
                and isinstance(node.target, ast.Attribute)
                and is_public(node.target.attr)
            ):
                yield f"self.{node.target.attr}: {ast.unparse(node.annotation)}"


def definition(name: str, body: list[ast.stmt]) -> Iterator[str]:
    """Yield the lines of a name: all its overloads, or a class with its members."""
    for statement in statements(body):
        if name_of(statement) != name:
            continue
        yield line_of(statement)
        if isinstance(statement, ast.ClassDef):
            for member in statements(statement.body):
                if is_public(name_of(member)):
                    yield f"    {line_of(member)}"
                for attribute in attributes(member):
                    yield f"    {attribute}"


def of_tool(package: str, root: Path, files: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of a tool, each name from the module that defines it."""
    path = f"latency_shim/{package}/__init__.py"
    tree = ast.parse(files.get(path) or (root / path).read_text(encoding="utf-8"))
    home: dict[str, str] = {
        alias.name: (statement.module or "").replace(".", "/") + ".py"
        for statement in statements(tree.body)
        if isinstance(statement, ast.ImportFrom)
        for alias in statement.names
    }
    yield f"\n# latency_shim.{package}\n"
    for name in sorted(public_names(tree)):
        yield from definition(name, ast.parse((root / home[name]).read_text(encoding="utf-8")).body)


def snapshot(stubs: Mapping[str, ast.Module], root: Path, files: Mapping[str, str]) -> str:
    """Return the whole surface; `files` are new texts of files, which are not written yet."""
    lines = [HEAD]
    for name, tree in stubs.items():
        lines.append(f"\n# latency.{name}\n")
        for public in sorted(public_names(tree)):
            lines += definition(public, tree.body)
    for package in TOOLS:
        lines += of_tool(package, root, files)
    return "\n".join(lines) + "\n"
