"""What the stubs promise, sentence by sentence, and what the kit's suites make of it."""

import ast
import re
from pathlib import Path

from latency_shim.testing import Contract

STUBS = Path(__file__).parent.parent / "latency-stubs"


def text_of(docstring: str) -> str:
    """Give what a docstring promises: the paragraphs that say where they come from, up to there, on one line."""
    promised: list[str] = []
    for paragraph in re.split(r"\n\s*\n|\n\s*- ", docstring):
        before, mark, _ = paragraph.rpartition("[Python]")
        before_typescript, typescript_mark, _ = paragraph.rpartition("[TypeScript]")
        if mark or typescript_mark:
            promised.append(max(before, before_typescript, key=len))
    text = re.sub(r"\[(Python|TypeScript)\]", "", "\n".join(promised))
    return re.sub(r"\s+([.,;])", r"\1", " ".join(text.split()))


def documented(tree: ast.AST, prefix: str = "") -> dict[str, str]:
    """Give the promises of each class and member of a stub, by dotted name; of overloads the first speaks."""
    found: dict[str, str] = {}
    body: list[ast.stmt] = getattr(tree, "body", [])
    for statement, following in zip(body, [*body[1:], None], strict=True):
        if isinstance(statement, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            found.setdefault(prefix + statement.name, text_of(ast.get_docstring(statement) or ""))
        if isinstance(statement, ast.ClassDef):
            found |= documented(statement, f"{prefix}{statement.name}.")
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            text = following.value if isinstance(following, ast.Expr) else None
            found[prefix + statement.target.id] = text_of(str(text.value)) if isinstance(text, ast.Constant) else ""
    return found


def promised() -> dict[str, str]:
    """Give all promises of the contract, by module and dotted name: `facets.state:StateStore.get`."""
    found: dict[str, str] = {}
    for path in sorted(STUBS.rglob("*.pyi")):
        module = path.relative_to(STUBS).with_suffix("").as_posix().replace("/", ".")
        for name, text in documented(ast.parse(path.read_text(encoding="utf-8"))).items():
            found[f"{module}:{name}"] = text
    return found


def sentences(text: str) -> list[str]:
    """Give the sentences of a text that promise something beyond what the structural check of each suite sees."""
    found = re.split(r"(?<=\.)\s+(?=[A-Z`])", text)
    return [one for one in found if one and not re.search(r"\b(left open|not promised)\b|^[Ss]ynchronous\.$", one)]


def of_interface(suite: type[Contract], also: tuple[str, ...]) -> list[str]:
    """Give each sentence that a suite has to answer for: its interface's, and of names that go with it."""
    module = suite.interface.__module__.partition(".")[2]
    names = suite.interface.__name__, *also
    return [
        sentence
        for place, text in promised().items()
        if any(f"{place}.".startswith((f"{module}:{name}.", f"{name}.")) for name in names)
        for sentence in sentences(text)
    ]


def quotes(suite: type[Contract]) -> dict[str, list[str]]:
    """Give what each test of a suite quotes of the contract."""
    found: dict[str, list[str]] = {}
    for name, test in suite.contract_tests.items():
        promise = " ".join((test.__doc__ or "").partition("\n\n")[0].split())
        found[name] = promise.split(" … ")
    return found
