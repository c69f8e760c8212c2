"""What an editor shows for the names that users meet most, as pyright's language server reports it.

Each hover must have a signature that can be read, and below it the docstring that the object has at run time. Fails
with a line for each fault; `--show` prints the hovers.
"""

import asyncio
import importlib
import inspect
import re
import sys
import tempfile
from operator import attrgetter
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

CONTRACT = """
AmbiguousFacetError Binder BinderConfig BindingResult DecisionHandler EventBus FacetError FacetKey FacetNotFoundError
FacetRegistration FacetRegistry IssueSpec IssueTracker Logger PaginatedResult PluginContext PluginManifest
RegistrationOptions SecretStore StateStore ISSUE_TRACKER STATE_STORE
Binder.bind FacetRegistry.list FacetRegistry.register FacetRegistry.resolve IssueTracker.create_issue
IssueTracker.list_issues PluginContext.logger PluginContext.optional PluginContext.provide PluginContext.require
PluginContext.state StateStore.get StateStore.keys StateStore.set
"""
NAMES = {
    "latency": CONTRACT,
    "latency_shim": CONTRACT,
    "latency_shim.conformance": "ConformanceError Violation class_violations conforms implements verify violations",
    "latency_shim.loading": "discover load load_manifest plan",
    "latency_shim.memory": "MemoryBinder MemoryContext MemoryRegistry MemoryStateStore failing",
    "latency_shim.testing": "BinderContract FacetRegistryContract PluginContract StateStoreContract plugin_context",
}
LONGEST, MOST = 120, 40
"""Characters of a line of a signature, and its lines."""
OVERLOADED = {"implements"}
"""Functions with an overload for each interface, without which not all checkers would report a wrong class."""
UNSOLVED = {"FacetKey"}
"""Classes whose type variable pyright shows as `Unknown`, since nothing solves it in a bare name."""
SPOILT = re.compile(r"\\[*_`\[]|&nbsp;|\[TypeScript\]|\[Python\]")
"""Marks that an editor would show as they are."""


def docstring(module: str, name: str) -> str:
    """Return the first line of the docstring that an object has at run time; a key has none, but its stub does."""
    if name.isupper():
        return "Key of the facet "
    found = importlib.import_module("latency_shim" if module == "latency" else module)
    return (inspect.getdoc(attrgetter(name)(found)) or "nothing").partition("\n")[0]


def faults(module: str, name: str, hover: str) -> list[str]:
    """Return what is wrong with a hover."""
    signature, _, text = hover.partition("```\n---\n")
    lines = signature.splitlines()
    found: list[str] = []
    if not text.startswith(expected := docstring(module, name)):
        found.append(f"does not show the docstring {expected!r}")
    if name.rpartition(".")[2] not in signature:
        found.append("has no signature")
    if name not in OVERLOADED and (len(lines) > MOST or max(map(len, lines), default=0) > LONGEST):
        found.append(f"has a signature of more than {MOST} lines or {LONGEST} columns")
    if name not in UNSOLVED and "Unknown" in signature:
        found.append("has a signature with an unknown type")
    if marks := SPOILT.findall(text):
        found.append(f"shows the marks {marks}")
    return found


def ignored(params: object) -> None:
    """Take a notification that says nothing about hovers."""


async def hovers(folder: Path) -> dict[tuple[str, str], str]:
    """Return the hover of each name, as Markdown."""
    names = [(module, name) for module, text in NAMES.items() for name in text.split()]
    lines = [f"import {module}" for module in NAMES] + [f"{module}.{name}" for module, name in names]
    text = "\n".join(lines)
    file = folder / "program.py"
    file.write_text(text, encoding="utf-8")
    markdown = lsp.HoverClientCapabilities(content_format=[lsp.MarkupKind.Markdown])
    client = LanguageClient("hovers", "1")
    for method in (lsp.WINDOW_LOG_MESSAGE, lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS):
        client.feature(method)(ignored)
    await client.start_io("pyright-langserver", "--stdio")  # pyright: ignore[reportUnknownMemberType]
    await client.initialize_async(
        lsp.InitializeParams(
            capabilities=lsp.ClientCapabilities(text_document=lsp.TextDocumentClientCapabilities(hover=markdown)),
            workspace_folders=[lsp.WorkspaceFolder(folder.as_uri(), folder.name)],
        )
    )
    client.initialized(lsp.InitializedParams())
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(file.as_uri(), "python", 1, text)))
    found: dict[tuple[str, str], str] = {}
    for number, (module, name) in enumerate(names, len(NAMES)):
        place = lsp.Position(number, len(lines[number]) - 1)
        hover = await client.text_document_hover_async(
            lsp.HoverParams(lsp.TextDocumentIdentifier(file.as_uri()), place)
        )
        contents = hover and hover.contents
        found[module, name] = contents.value if isinstance(contents, lsp.MarkupContent) else ""
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()  # type: ignore[no-untyped-call]
    return found


def main(arguments: list[str]) -> int:
    """Look at all hovers, print what is wrong, and return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(asyncio.wait_for(hovers(Path(folder).resolve()), timeout=300))
    wrong = [
        f"{module}.{name}: the hover {fault}"
        for (module, name), hover in found.items()
        for fault in faults(module, name, hover)
    ]
    if "--show" in arguments:
        print(*(f"# {module}.{name}\n\n{hover}" for (module, name), hover in found.items()), sep="\n\n")
    print(*wrong, f"{len(found)} hovers, {len(wrong)} faults", sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
