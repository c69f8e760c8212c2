"""Check the documentation site after it was built: `python tests/check_site.py FOLDER`.

Each link within the site must lead to a page and an anchor, each public name of the stubs and of the tools must have an
anchor on the page of its module, and no page may load anything from another host.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

sys.path.append(str(Path(__file__).parent.parent / "scripts"))

import api
import generate

TOOLS = ("conformance", "loading", "memory", "testing")
LOADING = {"audio", "embed", "iframe", "img", "script", "source", "video"}
LOADED_LINKS = {"icon", "manifest", "modulepreload", "preconnect", "prefetch", "preload", "stylesheet"}


class Page(HTMLParser):
    """What a page refers to, and what can be referred to on it."""

    def __init__(self, text: str) -> None:
        """Read the page."""
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag refers to."""
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.anchors.add(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag in LOADING and "src" in given:
            self.loads.append(given["src"])
        if tag == "link" and LOADED_LINKS & set(given.get("rel", "").split()):
            self.loads.append(given.get("href", ""))


def read(site: Path) -> dict[Path, Page]:
    """Return all pages of a site, by their paths."""
    return {path: Page(path.read_text(encoding="utf-8")) for path in sorted(site.resolve().rglob("*.html"))}


def dead_links(pages: Mapping[Path, Page]) -> Iterator[str]:
    """Yield each link that leads to no page, or to no anchor of its page."""
    site = min(pages, key=lambda path: len(path.parts)).parent
    for path, page in pages.items():
        for link in page.links:
            address = urlsplit(link)
            if address.scheme or address.netloc:
                continue
            base = site if address.path.startswith("/") else path.parent
            target = (base / unquote(address.path).lstrip("/")).resolve() if address.path else path
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or not target.is_relative_to(site):
                yield f"{path.relative_to(site)}: {link} leads to no page"
            elif address.fragment and target in pages and unquote(address.fragment) not in pages[target].anchors:
                yield f"{path.relative_to(site)}: {link} leads to no anchor"


def foreign_loads(pages: Mapping[Path, Page]) -> Iterator[str]:
    """Yield whatever a page loads from another host."""
    for path, page in pages.items():
        for load in page.loads:
            if urlsplit(load).netloc:
                yield f"{path.name}: loads {load}"


def public(root: Path) -> Iterator[tuple[str, str]]:
    """Yield each public name of the stubs and of the tools, after the module that documents it."""
    for name, stub in generate.read(root).items():
        listed = generate.names(stub)
        for statement in stub.tree.body:
            for one in names_of(statement):
                if one.partition(".")[0] in listed:
                    yield f"latency.{name}", one
    for tool in TOOLS:
        path = root / "latency_shim" / tool / "__init__.py"
        for one in api.public_names(ast.parse(path.read_text(encoding="utf-8"))):
            yield f"latency_shim.{tool}", one


def names_of(statement: ast.stmt) -> Iterator[str]:
    """Yield the name that a statement defines; for a class also those of its public members."""
    if isinstance(statement, ast.AnnAssign):
        yield ast.unparse(statement.target)
    elif isinstance(statement, api.Function):
        yield statement.name
    elif isinstance(statement, ast.ClassDef):
        yield statement.name
        for member in statement.body:
            yield from (f"{statement.name}.{name}" for name in names_of(member) if not name.startswith("_"))


def without_anchor(pages: Mapping[Path, Page], names: Iterator[tuple[str, str]]) -> Iterator[str]:
    """Yield each name that the page of its module has no anchor for."""
    by_name = {path.stem: page for path, page in pages.items() if path.parent.name == "reference"}
    for module, name in names:
        if module not in by_name:
            yield f"{module}.{name}: there is no page reference/{module}.html"
        elif f"{module}.{name}" not in by_name[module].anchors:
            yield f"{module}.{name}: has no anchor on the page of its module"


def main(site: Path) -> int:
    """Print every fault of a site."""
    pages = read(site)
    names = [*public(generate.ROOT)]
    faults = [*dict.fromkeys([*dead_links(pages), *foreign_loads(pages), *without_anchor(pages, iter(names))])]
    print(*faults, f"{len(pages)} pages, {len(names)} public names, {len(faults) or 'no'} faults", sep="\n")
    return bool(faults)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
