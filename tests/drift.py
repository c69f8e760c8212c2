"""Compare stubs and shim by syntax tree: what stubtest does not see, and some of what it does.

`python tests/drift.py` prints every difference, of stubtest too.
"""

import ast
import copy
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import documents
import generate

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
Facts: TypeAlias = dict[str, str]  # for each place in a module, in order, what stands there


def differences(stubs: Path, shim: Path) -> list[str]:
    """Return each way in which what is written by hand in the shim departs from the stubs.

    The rest of the shim is generated from them: `scripts/generate.py --check` compares it.
    """
    found: list[str] = []
    for module in sorted(generate.WITH_CODE):
        path = module.replace(".", "/")
        stub, source = parse(stubs / f"{path}.pyi"), parse(shim / f"{path}.py")
        found += compare(module, dict(facts(stub)), dict(facts(source)))
        found += compare(module, {"names": " ".join(names(stub))}, {"names": " ".join(names(source))})
    for package in ("", *generate.PACKAGES):
        stub, source = parse(stubs / package / "__init__.pyi"), parse(shim / package / "__init__.py")
        found += compare(package or "latency", {"docstring": first_line(stub)}, {"docstring": first_line(source)})
    return found


def contract_files(shim: Path) -> list[Path]:
    """Return the shim's public modules, without the tools."""
    folders = [shim / package for package in generate.PACKAGES]
    return [shim / "__init__.py", *(path for one in folders for path in one.rglob("*.py") if is_public(path.stem))]


def is_public(name: str) -> bool:
    return name in {"__init__", "__new__", "__all__"} or not name.startswith("_")


def module_name(path: Path, root: Path) -> str:
    return ".".join(path.relative_to(root).with_suffix("").parts).removesuffix("__init__").rstrip(".")


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def names(module: ast.Module) -> list[str]:
    """Return what a module's `__all__` lists."""
    for statement in module.body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "__all__":
            listed: list[str] = ast.literal_eval(statement.value)
            return listed
    return []


def compare(module: str, stub: Facts, shim: Facts) -> Iterator[str]:
    """Return each place where two modules differ, or that only their order does."""
    for place in [*stub, *(place for place in shim if place not in stub)]:
        if stub.get(place) != shim.get(place):
            yield f"{module}: {place}: stub {stub.get(place)!r}, shim {shim.get(place)!r}"
    if stub.keys() == shim.keys() and list(stub) != list(shim):
        yield f"{module}: the order differs"


def facts(module: ast.Module) -> Iterator[tuple[str, str]]:
    """Return what is compared of a module."""
    yield "docstring", first_line(module)
    for statement in module.body:
        if isinstance(statement, ast.ClassDef):
            yield from class_facts(statement)
        elif isinstance(statement, ast.Assign) and is_public(name := ast.unparse(statement.targets[0])):
            yield name, ast.unparse(statement.value)
        elif isinstance(statement, ast.AnnAssign):
            annotation = ast.unparse(statement.annotation)
            value = statement.value if annotation == "TypeAlias" else None  # a constant has none in the stub
            yield ast.unparse(statement.target), f"{annotation} = {written(value)}"


def class_facts(statement: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Return what is compared of a class: its head, and its public members in their order."""
    name = statement.name
    yield name, f"class({', '.join(map(ast.unparse, [*statement.bases, *statement.keywords]))})"
    yield f"{name} decorators", " ".join(map(ast.unparse, statement.decorator_list))
    yield f"{name} docstring", first_line(statement)
    seen: Facts = {}
    for member in statement.body:
        if isinstance(member, ast.AnnAssign) and is_public(attribute := ast.unparse(member.target)):
            yield f"{name}.{attribute}", written(member.annotation)
        elif isinstance(member, Function) and is_public(member.name):
            described = dict(function_facts(f"{name}.{member.name}", member))
            parameters = described[f"{name}.{member.name} parameters"]
            if member.name not in seen:
                yield from described.items()
            elif parameters != seen[member.name]:
                yield f"{name}.{member.name} overload", parameters
            yield f"{name}.{member.name} types", described[f"{name}.{member.name} types"]  # of overloads the last one's
            seen[member.name] = parameters


def function_facts(name: str, function: Function) -> Iterator[tuple[str, str]]:
    """Return what is compared of a function."""
    decorators = [ast.unparse(decorator) for decorator in function.decorator_list]
    yield name, type(function).__name__
    yield f"{name} docstring", first_line(function)
    yield f"{name} decorators", " ".join(decorator for decorator in decorators if decorator != "overload")
    arguments = copy.deepcopy(function.args)
    types: list[str] = []
    for one in ast.walk(arguments):
        if isinstance(one, ast.arg):
            types.append(f"{one.arg}: {written(one.annotation)}")
            one.annotation = None
    types.append(f"-> {written(function.returns)}")
    yield f"{name} types", ", ".join(types)
    yield f"{name} parameters", ast.unparse(arguments)


def written(annotation: ast.expr | None) -> str:
    """Write an annotation in one way, quoted or not."""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return ast.unparse(ast.parse(annotation.value, mode="eval").body)
    return "" if annotation is None else ast.unparse(annotation)


def first_line(node: ast.Module | ast.ClassDef | Function) -> str:
    return (ast.get_docstring(node) or "").partition("\n")[0]


if __name__ == "__main__":
    import stubtest_latency  # which imports this module

    shim = stubtest_latency.installed_shim()
    listed = [*stubtest_latency.findings(shim), *differences(documents.ROOT / "latency-stubs", shim)]
    print("\n".join([*listed, f"stubs and shim: {len(listed) or 'no'} differences"]))
    sys.exit(bool(listed))
