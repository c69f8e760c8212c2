"""The ratchet of phrases: where it looks, and what it reports. That the project's own prose passes is part of lint."""

from pathlib import Path

import pytest

import phrases

TABLE = '"told" = { instead = "write \'reported\'", places = 1 }\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    tmp_path.joinpath("docs").mkdir()
    tmp_path.joinpath("tests").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("README.md", "A fault is told."),
        ("docs/page.md", "# Title\n\nA fault\nis told."),
        ("noxfile.py", 'def f():\n    """Return what is told."""\n'),
        ("noxfile.py", 'print(f"{x} is told")\n'),
        ("tests/test_it.py", '"""A fault is told."""\n'),
    ],
)
def test_a_phrase_counts_in_pages_docstrings_and_messages(project: Path, file: str, text: str) -> None:
    project.joinpath(file).write_text(text, encoding="utf-8")
    assert phrases.check(project, TABLE) == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("README.md", "```python\ntold = 1\n```"),
        ("README.md", "What is retold or toldest."),
        ("noxfile.py", "told = 1  # told"),
        ("tests/test_it.py", 'DATA = "told"\n'),
    ],
)
def test_code_and_data_of_tests_do_not_count(project: Path, file: str, text: str) -> None:
    project.joinpath(file).write_text(text, encoding="utf-8")
    assert phrases.check(project, TABLE) == ["'told' occurs only 0 times: run `python scripts/phrases.py --write`"]


def test_a_count_that_has_risen_is_reported_with_places_and_help(project: Path) -> None:
    project.joinpath("README.md").write_text("It is told.\n\nIt is told.", encoding="utf-8")
    assert phrases.check(project, TABLE) == [
        "'told' occurs 2 times, but only 1 are allowed; help: write 'reported'. In README.md:1, README.md:3"
    ]


def test_the_table_is_lowered_and_never_raised(project: Path) -> None:
    assert phrases.lowered(project, TABLE) == TABLE.replace("places = 1", "places = 0")
    project.joinpath("README.md").write_text("told told", encoding="utf-8")
    assert phrases.lowered(project, TABLE) == TABLE
