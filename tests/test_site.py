"""The sources of the documentation site hang together, and its check after a build finds what it must find."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import check_site
import generate
from check_site import Page

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
SOURCES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *ROOT.glob("tests/**/*.md")])
FENCED = re.compile(r"^( *)```.*?^\1```$", re.DOTALL | re.MULTILINE)


def text_of(path: Path) -> str:
    """Return a page without its blocks of code."""
    return FENCED.sub("", path.read_text(encoding="utf-8"))


def anchors(path: Path) -> set[str]:
    """Return the anchors of a page's headings, which the site and code hosts make in the same way."""
    found = set[str]()
    for heading in re.findall(r"^#+ (.+)$", text_of(path), re.MULTILINE):
        title, _, own = heading.partition(" { #")
        found.add(own.removesuffix(" }") or re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-"))
    return found


def links() -> Iterator[tuple[Path, str]]:
    """Yield each relative link of the Markdown files of the repository."""
    for path in SOURCES:
        for link in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`]*`", "", text_of(path))):
            if "://" not in link:
                yield path, link


def test_every_relative_link_leads_to_a_file_and_a_heading() -> None:
    dead: list[str] = []
    for path, link in links():
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(f"{path.relative_to(ROOT)}: {link}")
    assert dead == []


def test_pages_of_the_site_link_to_pages_of_the_site_alone() -> None:
    outside = [
        f"{path.relative_to(ROOT)}: {link}"
        for path, link in links()
        if path.is_relative_to(DOCS) and not (path.parent / link.partition("#")[0]).resolve().is_relative_to(DOCS)
    ]
    assert outside == []


def test_each_page_stands_once_in_the_navigation() -> None:
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = re.findall(r"^ +- .+: (\S+\.md)$", configuration, re.MULTILINE)
    assert sorted(listed) == sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))


def site(folder: Path, **pages: str) -> dict[Path, Page]:
    """Write a site and read it."""
    for name, text in {"index": "", **pages}.items():
        path = folder / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return check_site.read(folder)


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("a.html", None),
        ("./a.html#here", None),
        ("#top", None),
        ("reference", None),
        ("https://example.org/nowhere.html#there", None),
        ("b.html", "leads to no page"),
        ("../outside.html", "leads to no page"),
        ("a.html#there", "leads to no anchor"),
        ("#bottom", "leads to no anchor"),
    ],
)
def test_a_dead_link_is_reported(tmp_path: Path, link: str, fault: str | None) -> None:
    (tmp_path / "outside.html").touch()
    (tmp_path / "site").mkdir()
    start = f'<h1 id="top"></h1><a href="{link}">a link</a>'
    pages = site(tmp_path / "site", index=start, a='<h2 id="here"></h2>', reference__index="")
    assert [*check_site.dead_links(pages)] == ([f"index.html: {link} {fault}"] if fault else [])


@pytest.mark.parametrize(
    ("tag", "is_foreign"),
    [
        ('<script src="https://example.org/a.js"></script>', True),
        ('<script src="//example.org/a.js"></script>', True),
        ('<link rel="stylesheet" href="https://example.org/a.css">', True),
        ('<link rel="preconnect" href="https://example.org">', True),
        ('<img src="http://example.org/a.png">', True),
        ('<script src="assets/a.js"></script>', False),
        ('<link rel="stylesheet" href="assets/a.css">', False),
        ('<a href="https://example.org">a link</a>', False),
    ],
)
def test_what_is_loaded_from_another_host_is_reported(tmp_path: Path, tag: str, is_foreign: bool) -> None:
    assert bool([*check_site.foreign_loads(site(tmp_path, index=tag))]) is is_foreign


def test_a_public_name_without_an_anchor_is_reported(tmp_path: Path) -> None:
    pages = site(tmp_path, **{"reference__latency.facets.state": '<h2 id="latency.facets.state.StateStore"></h2>'})
    names = [("latency.facets.state", "StateStore"), ("latency.facets.state", "StateStore.get"), ("latency.other", "A")]
    assert [*check_site.without_anchor(pages, iter(names))] == [
        "latency.facets.state.StateStore.get: has no anchor on the page of its module",
        "latency.other.A: there is no page reference/latency.other.html",
    ]


def test_public_names_are_those_of_the_stubs_with_their_members_and_of_the_tools() -> None:
    names = {*check_site.public(generate.ROOT)}
    assert names >= {
        ("latency.facets.state", "STATE_STORE"),
        ("latency.facets.state", "StateStore.get"),
        ("latency.facets.issue_tracker", "IssueSpec.title"),
        ("latency.runtime.registry", "FacetRegistry.register"),
        ("latency_shim.memory", "MemoryRegistry"),
        ("latency_shim.loading", "plan"),
    }
