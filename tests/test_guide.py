"""Pages that list what the contract or the kit has are complete."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import generate
import latency_shim.testing

DOCS = Path(__file__).parent.parent / "docs"
SUITES = {
    name: getattr(latency_shim.testing, name)
    for name in latency_shim.testing.__all__
    if name.endswith("Contract") and name != "Contract"
}


def test_the_guide_names_every_suite_and_its_fixture() -> None:
    guide = (DOCS / "testing.md").read_text(encoding="utf-8")
    for name, suite in SUITES.items():
        assert re.search(rf"^\| `{name}`.* \| .*`(binder|logger_at|{suite.fixture})`", guide, re.MULTILINE), name


def test_the_page_of_abilities_has_each_ability_of_each_suite() -> None:
    page = (DOCS / "abilities.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+Contract)` \| `([\w-]+)` \|", page, re.MULTILINE)
    assert sorted(listed) == sorted((name, ability) for name, suite in SUITES.items() for ability in suite.abilities)


def declared() -> Iterator[tuple[str, str]]:
    """Yield the abilities that cores and providers of this repository lack, each with the reason."""
    tests = Path(__file__).parent
    for path in sorted([*tests.glob("kit/test_*.py"), *tests.glob("mutants/*.py")]):
        for statement in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(statement, ast.ClassDef) and path.stem != "test_plugin":  # whose plugins are nobody's
                for member in statement.body:
                    if isinstance(member, ast.AnnAssign) and ast.unparse(member.target) == "lacks" and member.value:
                        yield from ast.literal_eval(member.value).items()


def test_the_page_of_abilities_says_what_is_lacking_in_this_repository() -> None:
    page = (DOCS / "abilities.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| [^|]+ \| `([\w-]+)` \| ([^|]+) \|$", page.partition("## Who lacks what")[2], re.MULTILINE)
    assert sorted(listed) == sorted(declared())


def test_the_page_of_errors_lists_the_codes_that_the_stubs_name() -> None:
    page = (DOCS / "errors.md").read_text(encoding="utf-8")
    listed = {
        module: sorted(re.findall(r"`([A-Z_]+)`", codes))
        for module, codes in re.findall(r"^\| .*latency\.(facets\.\w+)\.md\) \| (.+) \|$", page, re.MULTILINE)
    }
    named = {
        name: sorted(set(re.findall(r"`([A-Z_]{4,})`", (generate.ROOT / stub.path).read_text(encoding="utf-8"))))
        for name, stub in generate.read(generate.ROOT).items()
        if name.startswith("facets.") and name != "facets.common"  # which gives one as an example
    }
    assert listed == {name: codes for name, codes in named.items() if codes}
