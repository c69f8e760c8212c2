"""docs/conformance.md shows each rule by the message that it produces: every example there runs, with that output."""

import re

import pytest

import rules_page
from latency_shim import conformance
from latency_shim.conformance._rules import RULES, table

PAGE = rules_page.DOCUMENT.read_text(encoding="utf-8")
SECTIONS = rules_page.sections(PAGE)


@pytest.mark.parametrize("code", SECTIONS)
def test_example_prints_what_the_page_shows(code: str) -> None:
    match = rules_page.EXAMPLE.search(SECTIONS[code])
    assert match is not None
    assert rules_page.printed(match[1]) == match[3], f"run {rules_page.COMMAND}"
    assert f"[{code}]" in match[3]


def test_every_rule_has_a_section_in_the_order_of_the_rules() -> None:
    assert list(SECTIONS) == list(RULES)


def test_the_table_is_up_to_date() -> None:
    match = rules_page.TABLE.search(PAGE)
    assert match is not None
    assert match[0] == f"{table()}\n", f"the table of rules is out of date: run {rules_page.COMMAND}"


def test_every_link_within_the_page_leads_to_a_heading() -> None:
    headings = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```", "", PAGE, flags=re.DOTALL | re.MULTILINE), re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#(.+?)\)", PAGE)) <= anchors


def test_the_example_of_the_module_runs() -> None:
    match = re.search(r"```python\n(.*?)```", conformance.__doc__ or "", re.DOTALL)
    assert match is not None
    exec(match[1], {})  # noqa: S102 - our own docstring
