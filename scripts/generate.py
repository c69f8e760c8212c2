"""Generate everything that repeats the stubs: `nox -s generate`, or with `--check` only compare.

From the stubs: the modules of the shim without code of their own, the `.pyi` pointer beside each module, the table of
names of the barrels, the barrels of the stubs, the overloads of `@implements`, and the pages of the reference with
their place in the navigation. From the modules below them: what `latency_shim.memory` and `latency_shim.testing`
export. From stubs and tools: the public surface, `tests/api.txt`.
"""

import argparse
import ast
import copy
import difflib
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

from api import Function, public_names, snapshot
from json_schemas import COMMENT, FOLDER, UnknownTypeError, schemas

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("composition", "facets", "runtime")
WITH_CODE = frozenset({"composition.facet", "facets.common", "runtime.resolution"})
"""Modules of the shim that are written by hand; their stubs are compared with them by `nox -s drift`."""
RUN_TIME_TYPING = "latency_shim._typing"
"""Where the shim gets what the standard library of Python 3.11 has in another form, or not at all."""
BEGIN, END = "# Generated from here on", "# End of the generated part."
REFERENCE = "docs/reference"
SURFACE = "tests/api.txt"


class Stub(NamedTuple):
    """A module of the stubs."""

    name: str  # composition.facet
    path: Path
    tree: ast.Module


class UnknownConstructError(Exception):
    """A stub contains something for which there is no rule."""

    def __init__(self, stub: Stub, node: ast.AST, message: str) -> None:
        """Name the place."""
        super().__init__(f"{stub.path}:{getattr(node, 'lineno', 1)}: {message}")


# Reading the stubs


def read(root: Path) -> dict[str, Stub]:
    """Return the modules of the stubs, by name, in the order of the packages and of the alphabet."""
    folder = root / "latency-stubs"
    paths = [path for package in PACKAGES for path in sorted((folder / package).glob("*.pyi"))]
    stubs: dict[str, Stub] = {}
    for path in (path for path in paths if path.stem != "__init__"):
        name = f"{path.parent.name}.{path.stem}"
        stubs[name] = Stub(name, path.relative_to(root), ast.parse(path.read_text(encoding="utf-8"), str(path)))
    return stubs


def names(stub: Stub) -> list[str]:
    """Return the public names of a module: those in its `__all__`, in the order of ruff."""
    try:
        return public_names(stub.tree)
    except LookupError as error:
        raise UnknownConstructError(stub, stub.tree, str(error)) from None


def first_line(node: ast.Module | ast.ClassDef | Function) -> str | None:
    """Return the first line of a docstring."""
    text = ast.get_docstring(node)
    return None if text is None else text.partition("\n")[0]


def text_of(statement: ast.stmt | None) -> str:
    """Return the text of a statement that is a docstring, of whatever is above it."""
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        return str(statement.value.value)
    return ""


def classes(stubs: Mapping[str, Stub]) -> dict[str, list[tuple[Stub, ast.ClassDef]]]:
    """Return all classes of the stubs by their names, of which two modules can have the same."""
    found: dict[str, list[tuple[Stub, ast.ClassDef]]] = {}
    for stub in stubs.values():
        for statement in stub.tree.body:
            if isinstance(statement, ast.ClassDef):
                found.setdefault(statement.name, []).append((stub, statement))
    return found


def is_declaration(statement: ast.ClassDef, stubs: Mapping[str, Stub]) -> bool:
    """Check whether a class needs no code: it is a protocol, a TypedDict, or derived from such a class alone."""
    known = classes(stubs)
    bases = [base for base in map(name_of, statement.bases) if base != "Generic"]
    return bool(bases) and all(
        base in {"Protocol", "TypedDict"}
        or (base in known and all(is_declaration(one, stubs) for _, one in known[base]))
        for base in bases
    )


def name_of(base: ast.expr) -> str:
    """Return the name of a base class, without its type arguments."""
    return ast.unparse(base.value if isinstance(base, ast.Subscript) else base)


def behaviours(stubs: Mapping[str, Stub]) -> list[tuple[Stub, ast.ClassDef]]:
    """Return the protocols that have methods, base classes after those derived from them."""
    found: list[tuple[Stub, ast.ClassDef]] = []
    for stub in stubs.values():
        for statement in stub.tree.body:
            if isinstance(statement, ast.ClassDef) and is_behaviour(statement, stubs):
                bases = {name_of(base) for base in statement.bases}
                place = next((at for at, (_, other) in enumerate(found) if other.name in bases), len(found))
                found.insert(place, (stub, statement))
    return found


def is_behaviour(statement: ast.ClassDef, stubs: Mapping[str, Stub]) -> bool:
    """Check whether a class is a protocol with a method, of its own or of a base class."""
    bases = [name_of(base) for base in statement.bases]
    if "Protocol" not in bases:
        return False
    inherited = [one for base in bases for _, one in classes(stubs).get(base, ())]
    return any(is_behaviour(one, stubs) for one in inherited) or any(
        isinstance(member, Function) and not any(map(is_property, member.decorator_list)) for member in statement.body
    )


def parameters(statement: ast.ClassDef) -> int:
    """Return the number of type parameters of a protocol."""
    for base in statement.bases:
        if isinstance(base, ast.Subscript) and name_of(base) in {"Protocol", "Generic"}:
            return len(base.slice.elts) if isinstance(base.slice, ast.Tuple) else 1
    return 0


def is_property(decorator: ast.expr) -> bool:
    """Check whether a decorator makes a method a data member."""
    return ast.unparse(decorator) == "property" or (isinstance(decorator, ast.Attribute) and decorator.attr == "setter")


def keys(stubs: Mapping[str, Stub]) -> list[tuple[Stub, ast.AnnAssign, str]]:
    """Return the facet keys, each with its module and the name of its interface."""
    return [
        (stub, statement, interface)
        for stub in stubs.values()
        for statement in stub.tree.body
        if isinstance(statement, ast.AnnAssign) and (interface := interface_of_key(statement))
    ]


def interface_of_key(statement: ast.AnnAssign) -> str | None:
    """Return the interface of a facet key; `None` for any other constant."""
    match = re.fullmatch(r"Final\[FacetKey\[(.+)\]\]", ast.unparse(statement.annotation))
    return match[1] if match else None


# Modules of the shim


def leaf(stub: Stub, stubs: Mapping[str, Stub]) -> str:
    """Return the module of the shim for a module of the stubs."""
    stub = stub._replace(tree=copy.deepcopy(stub.tree))
    later = {
        statement.name if isinstance(statement, ast.ClassDef) else ast.unparse(statement.target)
        for statement in stub.tree.body
        if isinstance(statement, ast.ClassDef | ast.AnnAssign)
    }
    body: list[ast.stmt] = []
    statements = stub.tree.body
    for statement, following in zip(statements, [*statements[1:], None], strict=True):
        if statement is statements[0] and text_of(statement):
            body.append(docstring(first_line(stub.tree)))
        elif isinstance(statement, ast.ImportFrom):
            body += imports(stub, statement)
        elif isinstance(statement, ast.Import | ast.Assign):
            body.append(statement)
        elif isinstance(statement, ast.AnnAssign):
            body.append(constant(stub, statement, text_of(following)))
            later.discard(ast.unparse(statement.target))
        elif isinstance(statement, ast.ClassDef):
            body.append(declaration(stub, statement, stubs, later))
            later.discard(statement.name)
        elif not text_of(statement):
            refuse(stub, statement)
    return "\n\n".join(ast.unparse(ast.fix_missing_locations(one)) for one in used(body))


def refuse(stub: Stub, node: ast.AST) -> NoReturn:
    """Raise an error for a construct without a rule."""
    construct = f"{type(node).__name__}: {ast.unparse(node).splitlines()[0]}"
    advice = "add a rule to scripts/generate.py, or write the module by hand and add it to WITH_CODE there"
    raise UnknownConstructError(stub, node, f"no rule for this construct ({construct}); {advice}")


def used(body: list[ast.stmt]) -> list[ast.stmt]:
    """Leave out private names, such as type variables, that only overloads needed."""
    mentioned = set[str]()
    for node in ast.walk(ast.Module(body, [])):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            mentioned.add(node.id)
        for annotation in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if isinstance(annotation, ast.Constant):  # one that is quoted
                mentioned.update(re.findall(r"\w+", str(annotation.value)))
    return [
        one
        for one in body
        if not isinstance(one, ast.Assign)
        or not re.match(r"_[^_]", name := ast.unparse(one.targets[0]))
        or name in mentioned
    ]


def imports(stub: Stub, statement: ast.ImportFrom) -> Iterator[ast.stmt]:
    """Yield what the shim imports for an import of a stub; ruff removes what it does not use."""
    module = statement.module or ""
    if statement.level or any(alias.name == "*" for alias in statement.names):
        refuse(stub, statement)
    if module.partition(".")[0] == "latency":
        module = module.replace("latency", "latency_shim", 1)
    elif module in {"typing", "typing_extensions"}:
        ours = [alias for alias in statement.names if alias.name in run_time_names()]
        if ours:
            yield ast.ImportFrom(RUN_TIME_TYPING, ours, 0)
        statement.names = [alias for alias in statement.names if alias not in ours]
        if module == "typing_extensions":  # of which the shim has nothing but on 3.11
            statement.names = [alias for alias in statement.names if alias.name != "deprecated"]
            for alias in statement.names:
                raise UnknownConstructError(
                    stub, statement, f"typing_extensions.{alias.name} is not at hand at run time: see {RUN_TIME_TYPING}"
                )
    if statement.names:
        yield ast.ImportFrom(module, statement.names, 0)


def run_time_names() -> list[str]:
    """Return what the shim's own module of typing constructs has."""
    path = ROOT / "latency_shim" / "_typing.py"
    return names(Stub("_typing", path, ast.parse(path.read_text(encoding="utf-8"))))


def docstring(text: str | None) -> ast.stmt:
    """Return a docstring."""
    return ast.Expr(ast.Constant(text))


def constant(stub: Stub, statement: ast.AnnAssign, text: str) -> ast.stmt:
    """Return an alias, or a facet key with its value."""
    if statement.value is None:
        interface = interface_of_key(statement)
        if interface is None or not interface.isidentifier():
            refuse(stub, statement)
        match = re.search(r'`"([^"`]+)"`', text)
        if match is None:
            raise UnknownConstructError(stub, statement, 'the docstring of a facet key must name it: `"Cache"`')
        value = ast.parse(f"FacetKey({match[1]!r}, {interface})", mode="eval").body
    elif ast.unparse(statement.annotation) == "TypeAlias":
        value = statement.value
    else:
        refuse(stub, statement)
    return ast.AnnAssign(statement.target, statement.annotation, value, 1)


def declaration(stub: Stub, statement: ast.ClassDef, stubs: Mapping[str, Stub], later: set[str]) -> ast.stmt:
    """Return a protocol or a TypedDict."""
    if not is_declaration(statement, stubs) or getattr(statement, "type_params", []):
        refuse(stub, statement)
    body: list[ast.stmt] = [docstring(line)] if (line := first_line(statement)) else []
    overloads: dict[str, str | None] = {}
    for member in statement.body:
        if isinstance(member, ast.AnnAssign) and member.value is None:
            body.append(ast.AnnAssign(member.target, quoted(member.annotation, later), None, 1))
        elif isinstance(member, Function):
            overloaded = any(map(is_overload, member.decorator_list))
            if overloaded:
                overloads.setdefault(member.name, first_line(member))
            if not overloaded or is_last_overload(member, statement):
                body.append(method(stub, member, overloads.get(member.name) or first_line(member), later))
        elif not text_of(member) and not is_empty(member):
            refuse(stub, member)
    return ast.ClassDef(statement.name, statement.bases, statement.keywords, body, statement.decorator_list)


def is_empty(statement: ast.stmt) -> bool:
    """Check whether a statement only fills a body."""
    return isinstance(statement, ast.Pass) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant) and statement.value.value is ...
    )


def is_overload(decorator: ast.expr) -> bool:
    """Check whether a decorator makes a function one of several overloads."""
    return ast.unparse(decorator).rpartition(".")[2] == "overload"


def is_last_overload(function: Function, statement: ast.ClassDef) -> bool:
    """Check whether a function is the last overload, the one whose signature accepts the calls of all others."""
    same = [one for one in statement.body if isinstance(one, Function) and one.name == function.name]
    return same[-1] is function


def method(stub: Stub, function: Function, text: str | None, later: set[str]) -> ast.stmt:
    """Return a member of a protocol."""
    decorators = [one for one in function.decorator_list if not is_overload(one)]
    known = {"property", "staticmethod", "classmethod", "abstractmethod"}
    for one in decorators:
        if ast.unparse(one) not in known and not is_property(one):
            refuse(stub, one)
    if getattr(function, "type_params", []):
        refuse(stub, function)
    for statement in function.body:
        if not text_of(statement) and not is_empty(statement):
            refuse(stub, statement)
    arguments = function.args
    for default in [*arguments.defaults, *arguments.kw_defaults]:
        if isinstance(default, ast.Constant) and default.value is ...:
            raise UnknownConstructError(stub, function, f"write out the default values of '{function.name}'")
    for argument in ast.walk(arguments):
        if isinstance(argument, ast.arg) and argument.annotation is not None:
            argument.annotation = quoted(argument.annotation, later)
    returns = None if function.returns is None else quoted(function.returns, later)
    body: list[ast.stmt] = [*([docstring(text)] if text else []), ast.Expr(ast.Constant(...))]
    return type(function)(function.name, arguments, body, decorators, returns)


def quoted(annotation: ast.expr, later: set[str]) -> ast.expr:
    """Return an annotation as text if it names what is defined only later."""
    if any(isinstance(node, ast.Name) and node.id in later for node in ast.walk(annotation)):
        return ast.Constant(ast.unparse(annotation))
    return annotation


# Lists of names


def barrel(stubs: Iterable[Stub], submodules: Iterable[str] = ()) -> str:
    """Return what a barrel of the stubs consists of, below its docstring."""
    lines = [f"from latency import {name} as {name}" for name in submodules]
    public: set[str] = set()
    for stub in stubs:
        own = [name for name in names(stub) if name not in public]  # of two modules with one name the first counts
        lines.append(f"from latency.{stub.name} import {', '.join(own)}")
        public.update(own)
    return "\n".join([*lines, f"__all__ = {sorted(public)!r}"])


def table(stubs: Mapping[str, Stub]) -> str:
    """Return the table from which the shim's barrels are made."""
    rows = [f'    "{name}": "{" ".join(names(stub))}",' for name, stub in stubs.items()]
    return "\n".join(["MODULES = {", *rows, "}"])


def overloads(stubs: Mapping[str, Stub]) -> tuple[str, str]:
    """Return the imports and the overloads of `@implements`: one for each facet key and each behaviour."""
    found = behaviours(stubs)
    several = {one.name for _, one in found if sum(one.name == other.name for _, other in found) > 1}
    head = ["    from latency_shim.composition.facet import FacetKey"]
    variables: list[str] = []
    forms: dict[tuple[str, str], tuple[str, str]] = {}
    for stub, one in found:
        alias = one.name
        if alias in several:  # the Logger of a context and that of the facet
            alias = stub.name.rpartition(".")[2].title().replace("_", "") + alias
        head.append(f"    from latency_shim.{stub.name} import {one.name}" + f" as {alias}" * (alias != one.name))
        form = alias + (f"[{', '.join(['Any'] * parameters(one))}]" if parameters(one) else "")
        variables.append(f'    _{alias} = TypeVar("_{alias}", bound=type[{form}])')
        forms[stub.name, one.name] = f"_{alias}", form
    of_keys: list[tuple[str, str]] = []
    for stub, statement, interface in keys(stubs):
        if (stub.name, interface) not in forms:
            raise UnknownConstructError(stub, statement, f"{interface} is not a protocol with methods in this module")
        name, form = forms[stub.name, interface]
        of_keys.append((f"FacetKey[{form}]", name))
    of_forms = [(f"TypeForm[{form}]", name) for name, form in forms.values()]
    lines: list[str] = []
    for accepted, name in [*of_keys, ("FacetKey[Any]", "_C"), *of_forms]:
        lines += ["@overload", f'def implements(interface: "{accepted}") -> "Callable[[{name}], {name}]": ...']
    return "\n".join(["if TYPE_CHECKING:", *head, *variables]), "\n".join(lines)


def suites(root: Path) -> str:
    """Return the table of what the contract kit exports: each suite, and what else its modules list."""
    found = listed(root, "testing")
    for path in sorted((root / "latency_shim" / "testing" / "_suites").glob("[!_]*.py")):
        statements = ast.parse(path.read_text(encoding="utf-8")).body
        of = [one.name for one in statements if isinstance(one, ast.ClassDef) and one.name.endswith("Contract")]
        found[f"_suites.{path.stem}"] = [name for name in of if not name.startswith("_")]
    return lazy("testing", {module: of for module, of in found.items() if of})


def listed(root: Path, package: str) -> dict[str, list[str]]:
    """Return what the modules of a package list in their `__all__`."""
    found: dict[str, list[str]] = {}
    for path in sorted((root / "latency_shim" / package).glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if path.stem != "__init__" and any(ast.unparse(one).startswith("__all__ =") for one in tree.body):
            found[path.stem] = names(Stub(path.stem, path.relative_to(root), tree))
    return found


def lazy(package: str, found: Mapping[str, Sequence[str]]) -> str:
    """Return the table of the names of a package's modules, and their imports for type checkers."""
    imports = [f"    from latency_shim.{package}.{module} import {', '.join(of)}" for module, of in found.items()]
    rows = [f'    "{package}.{module}": "{" ".join(of)}",' for module, of in found.items()]
    public = sorted(name for of in found.values() for name in of)
    return "\n".join(["if TYPE_CHECKING:", *imports, f"__all__ = {public}", "_MODULES = {", *rows, "}"])


# Pages of the documentation


def pages(stubs: Mapping[str, Stub]) -> dict[str, str]:
    """Return the page of each module of the stubs, by its path; the site fills in what the stub says."""
    return {
        f"{REFERENCE}/latency.{name}.md": f"""\
<!-- Generated from {stub.path.as_posix()} by `nox -s generate`; do not edit. -->

# latency.{name} {{ #latency.{name} }}

::: latency.{name}
"""
        for name, stub in stubs.items()
    }


def navigation(stubs: Mapping[str, Stub]) -> str:
    """Return the part of the navigation that has the pages of the stubs."""
    lines: list[str] = []
    for package in PACKAGES:
        lines.append(f"      - {package}:")
        below = [name for name in stubs if name.startswith(f"{package}.")]
        lines += [f"          - {name.partition('.')[2]}: reference/latency.{name}.md" for name in below]
    return "\n".join(lines)


# Files


def between_markers(text: str, *parts: str) -> str:
    """Replace what stands between the pairs of markers of a file."""
    pieces = re.split(rf"(?ms)^({BEGIN}\b[^\n]*\n).*?^({END}$)", text)
    if len(pieces) != 3 * len(parts) + 1:
        raise SystemExit(f"{len(parts)} pairs of the lines {BEGIN!r} and {END!r} expected, {len(pieces) // 3} found")
    for number, part in enumerate(parts):
        pieces[3 * number + 1] += f"{part}\n"
    return "".join(pieces)


def generated(root: Path) -> dict[str, str]:
    """Return the text of each generated file, before it is formatted, by its path."""
    stubs = read(root)
    files: dict[str, str] = {}
    for name, stub in stubs.items():
        path = f"latency_shim/{name.replace('.', '/')}.py"
        head = f"# Generated from {stub.path.as_posix()} by `nox -s generate`; do not edit.\n"
        files[f"{path}i"] = f"{head}from latency.{name} import *\n"
        if name not in WITH_CODE:
            files[path] = head + leaf(stub, stubs)
    for package in ("", *PACKAGES):
        path = f"latency-stubs/{package}/__init__.pyi".replace("//", "/")
        text = (root / path).read_text(encoding="utf-8")
        end = ast.parse(text).body[0].end_lineno
        head = "\n".join(text.splitlines()[:end])
        below = barrel([stub for name, stub in stubs.items() if name.startswith(package)], () if package else PACKAGES)
        files[path] = f"{head}\n\n# Generated from here on by `nox -s generate`; do not edit.\n{below}\n"
    for path, parts in (
        ("latency_shim/_barrel.py", (table(stubs),)),
        ("latency_shim/conformance/_implements.py", overloads(stubs)),
        ("latency_shim/memory/__init__.py", (lazy("memory", listed(root, "memory")),)),
        ("latency_shim/testing/__init__.py", (suites(root),)),
        ("mkdocs.yml", (navigation(stubs),)),
    ):
        files[path] = between_markers((root / path).read_text(encoding="utf-8"), *parts)
    trees = {name: stub.tree for name, stub in stubs.items()}
    return {**files, **pages(stubs), **schemas(trees), SURFACE: snapshot(trees, root, files)}


def formatted(files: Mapping[str, str]) -> dict[str, str]:
    """Format files with ruff, as the project's settings say; sort their imports and remove those that are not used."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        shutil.copy(ROOT / "pyproject.toml", folder)
        ours = "lint.isort.known-first-party=['latency_shim']"  # the folder does not have all of it
        fix = ["check", "-q", "--fix-only", "--select=I,F401,RUF022,D300", f"--config={ours}"]
        for command in fix, ["format", "-q"]:
            subprocess.run([sys.executable, "-m", "ruff", *command, "--no-cache", "."], cwd=folder, check=True)
        return {path: Path(folder, path).read_text(encoding="utf-8") for path in files}


def stale(root: Path, files: Mapping[str, str]) -> list[Path]:
    """Return the files that were once generated from a stub, or a TypedDict, that is gone."""
    of_records = [
        path
        for path in sorted((root / FOLDER).glob("*.json"))
        if path.relative_to(root).as_posix() not in files and COMMENT in path.read_text(encoding="utf-8")
    ]
    of_modules = [
        path
        for path in sorted((root / REFERENCE).glob("*.md"))
        if path.relative_to(root).as_posix() not in files
        and path.read_text(encoding="utf-8").startswith("<!-- Generated from ")
    ]
    return (
        of_records
        + of_modules
        + [
            path
            for package in PACKAGES
            for path in sorted((root / "latency_shim" / package).glob("*.py*"))
            if path.suffix in {".py", ".pyi"}
            and path.relative_to(root).as_posix() not in files
            and path.read_text(encoding="utf-8").startswith("# Generated from ")
        ]
    )


def main(arguments: list[str]) -> int:
    """Write the generated files, or compare them with those that are there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; print the differences, and fail if any")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    root: Path = options.root
    try:
        files = formatted(generated(root))
    except (UnknownConstructError, UnknownTypeError, SyntaxError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    found = 0
    for path, text in files.items():
        target = root / path
        before = target.read_text(encoding="utf-8") if target.exists() else ""
        if before == text:
            continue
        found += 1
        if options.check:
            lines = difflib.unified_diff(
                before.splitlines(keepends=True), text.splitlines(keepends=True), path, f"{path} (generated)"
            )
            sys.stdout.writelines(lines)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
            print(f"wrote {path}")
    for gone in stale(root, files):
        found += 1
        if not options.check:
            gone.unlink()
        print(f"{'no stub for' if options.check else 'removed'} {gone.relative_to(root).as_posix()}")
    if found and options.check:
        print(f"{found} generated files differ from what the stubs say: change the stubs, then run `nox -s generate`")
        return 1
    print(f"{len(files)} generated files, {found or 'none'} {'differ' if options.check else 'changed'}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
