"""The yardstick takes the assignments that can be judged, reads their marks, and lets no difference go unexplained."""

import textwrap
from pathlib import Path

import pytest

import typing_conformance
from typing_conformance import Outcome, Place, Verdict

HEAD = """
from typing import Any, Generic, Protocol, TypedDict, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

class Named(Protocol):
    def name(self) -> str: ...

class Good:
    def name(self) -> str: return ""

class Bad:
    pass

class Movie(TypedDict):
    title: str

class Box(Protocol[T_co]):
    def content(self) -> T_co: ...
"""


def checkout(folder: Path, program: str, name: str = "protocols_tried") -> Path:
    tests = folder / "conformance" / "tests"
    tests.mkdir(parents=True, exist_ok=True)
    (tests / f"{name}.py").write_text(HEAD + textwrap.dedent(program), encoding="utf-8")
    return folder


def judged(folder: Path, program: str) -> list[tuple[str, Outcome]]:
    verdicts = typing_conformance.verdicts_of(checkout(folder, program))
    return [(verdict.source, verdict.outcome) for verdict in verdicts]


def verdict(source: str, outcome: Outcome, place: Place = "declaration") -> Verdict:
    return Verdict("protocols_tried.py", 1, source, place, "", (), outcome)


def test_each_way_to_differ(tmp_path: Path) -> None:
    program = """
        right: Named = Good()  # OK
        caught: Named = Bad()  # E: no name
        alarm: Named = Bad()
        missed: Named = Good()  # E
        free1: Named = Good()  # E?: unspecified
        free2: Named = Bad()  # E?
        quoted: "Movie" = {
            "title": 1,  # E: on a line of its own
        }
    """
    assert judged(tmp_path, program) == [
        ("right: Named = Good()", "agree"),
        ("caught: Named = Bad()", "agree"),
        ("alarm: Named = Bad()", "false alarm"),
        ("missed: Named = Good()", "miss"),
        ("free1: Named = Good()", "agree"),
        ("free2: Named = Bad()", "agree"),
        ('quoted: "Movie" = { "title": 1, # E: on a line of its own }', "agree"),
    ]


def test_what_is_no_mark(tmp_path: Path) -> None:
    assert judged(tmp_path, 'one: Movie = {"title": 1}  # Every  # E2  #E') == [
        ('one: Movie = {"title": 1}', "false alarm"),
    ]


def test_of_tagged_lines_one_is_an_error(tmp_path: Path) -> None:
    program = """
        one: Named = Good()  # E[one]
        other: Named = Bad()  # E[one]
        both1: Named = Bad()  # E[two]
        both2: Named = Bad()  # E[two]: the second is too many
        none1: Named = Good()  # E[three]
        none2: Named = Good()  # E[three]
        some1: Named = Bad()  # E[some+]
        some2: Named = Bad()  # E[some+]
        elsewhere: Named = Good()  # E[far]
        print(elsewhere)  # E[far]
    """
    expected = ["agree", "agree", "false alarm", "false alarm", "miss", "miss", "agree", "agree", "agree"]
    assert [outcome for _, outcome in judged(tmp_path, program)] == expected


def test_a_statement_that_raises_is_skipped_alone(tmp_path: Path) -> None:
    program = """
        raise ValueError("on purpose")
        unknown: Missing = Good()
        valueless: Named = missing()
        late: Named = Bad()  # E
    """
    assert judged(tmp_path, program) == [("late: Named = Bad()", "agree")]


def test_other_types_give_no_verdict(tmp_path: Path) -> None:
    program = """
        number: int = 1
        plain: Good = Bad()  # E
        anything: Any = 1
        kind: type[Named] = Bad  # E
    """
    assert judged(tmp_path, program) == []


def test_interfaces_with_arguments_and_behind_other_names(tmp_path: Path) -> None:
    program = """
        from typing import Annotated
        from typing_extensions import TypeAliasType
        Alias = TypeAliasType("Alias", Named)

        class Numbers:
            def content(self) -> int: return 0

        box: Box[int] = Numbers()
        text: Box[str] = Numbers()  # E
        aliased: Alias = Bad()  # E
        described: Annotated[Named, "described"] = Bad()  # E
    """
    assert [outcome for _, outcome in judged(tmp_path, program)] == ["agree"] * 4


def test_a_later_assignment_counts_by_the_declaration(tmp_path: Path) -> None:
    program = """
        movie: Movie
        movie = {"title": ""}
        movie = {}  # E
        undeclared = Bad()
    """
    verdicts = typing_conformance.verdicts_of(checkout(tmp_path, program))
    assert [(one.source, one.outcome, one.place) for one in verdicts] == [
        ('movie = {"title": ""}', "agree", "later assignment"),
        ("movie = {}", "agree", "later assignment"),
    ]


def test_functions_with_stand_ins_for_their_parameters(tmp_path: Path) -> None:
    program = """
        class Pair(Protocol[T]):
            left: T
            def swap(self) -> T: ...

        def use(good: Good, bad: Bad, box: Box[int], pair: Pair[int], key: str):
            first: Named = good
            second: Named = bad  # E
            third: Box[int] = box
            fourth: Box[str] = box  # E
            fifth: Pair[int] = pair
            sixth: Pair[str] = pair  # E
            seventh: Movie = {key: ""}  # E
            raise AssertionError("a body is not run")

        def cannot(movie: Movie, numbers: list[int], anything, more: "Later"):
            first: Movie = movie  # E
            second: Named = numbers
            third: Named = anything
            fourth: Named = more

        class Later:
            def name(self) -> str: return ""
    """
    verdicts = typing_conformance.verdicts_of(checkout(tmp_path, program))
    assert {verdict.place for verdict in verdicts} == {"function"}
    assert [(one.source.partition(":")[0], one.outcome) for one in verdicts] == [
        *((name, "agree") for name in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")),
        ("fourth", "agree"),
    ]


def test_the_future_import_counts_for_what_follows(tmp_path: Path) -> None:
    tests = checkout(tmp_path, "") / "conformance" / "tests"
    program = "from __future__ import annotations\ndef f(x: Missing) -> None: ...\nx: str = f.__annotations__['x']\n"
    (tests / "protocols_tried.py").write_text(f"{program}{HEAD}\ny: Named = x  # E", encoding="utf-8")
    assert [verdict.outcome for verdict in typing_conformance.verdicts_of(tmp_path)] == ["agree"]


def test_a_checker_that_raises_is_a_difference_under_every_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> tuple[()]:
        raise ZeroDivisionError

    monkeypatch.setattr(typing_conformance, "violations", crash)
    program = "one: Named = Good()\ntwo: Named = Bad()  # E\nthree: Named = Bad()  # E?\nfour: Named = Bad()  # E[a]"
    assert [outcome for _, outcome in judged(tmp_path, program)] == ["crash"] * 4


def test_only_the_named_files_are_read(tmp_path: Path) -> None:
    for name in ("typeddicts_some", "callables_protocol", "generics_defaults_some", "generics_basic", "protocols"):
        checkout(tmp_path, "one: Named = Good()", name)
    assert {verdict.file for verdict in typing_conformance.verdicts_of(tmp_path)} == {
        "typeddicts_some.py",
        "callables_protocol.py",
        "generics_defaults_some.py",
    }


def test_a_difference_needs_a_reason_and_a_reason_a_difference() -> None:
    verdicts = [verdict("one", "agree"), verdict("two", "miss"), verdict("three", "crash"), verdict("four", "miss")]
    known = {("protocols_tried.py", name): "because" for name in ("one", "two", "gone")}
    unknown1, unknown2, agreeing, gone = typing_conformance.complaints(verdicts, known)
    assert unknown1 == "protocols_tried.py:1: three\n    crash: marked OK, found no violation"
    assert "four" in unknown2
    assert agreeing == "protocols_tried.py: one\n    agrees now: take it out of KNOWN"
    assert gone == "protocols_tried.py: gone\n    is not there: take it out of KNOWN"
    assert typing_conformance.complaints([verdict("one", "agree")], {}) == []


def test_the_table() -> None:
    verdicts = [verdict("one", "agree"), verdict("two", "miss"), verdict("three", "agree", "later assignment")]
    known = {("protocols_tried.py", "two | more"): "because"}
    text = typing_conformance.table(verdicts, known)
    assert "\n| `protocols_tried.py` | 2 | 1 | 0 | 1 | 0 |\n" in text
    assert "\n| **annotated assignments of all files** | 2 | 1 | 0 | 1 | 0 |\n" in text
    assert "\n| later assignments to the same names | 1 | 1 | 0 | 0 | 0 |\n" in text
    assert "\n| assignments in functions | 0 | 0 | 0 | 0 | 0 |\n" in text
    assert text.endswith("| `protocols_tried.py` | `two \\| more` | because |")


def test_the_program_writes_between_its_markers_and_fails_on_a_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{typing_conformance.START}\nold\n{typing_conformance.END}\nafter\n", encoding="utf-8")
    folder = checkout(tmp_path, "missed: Named = Good()  # E")
    for known, status in ({("protocols_tried.py", "missed: Named = Good()"): "tried"}, 0), ({}, 1):
        monkeypatch.setattr(typing_conformance, "KNOWN", known)
        assert typing_conformance.main([str(folder), "--write", str(page)]) == status
        out, err = capsys.readouterr()
        text = page.read_text(encoding="utf-8")
        assert text.startswith(f"before\n{typing_conformance.START}\n\n`python/typing`, Python ")
        assert text.endswith(f"|\n\n{typing_conformance.END}\nafter\n")
        assert out.strip() in text
        assert "old" not in text
        assert ("missed: Named" in err) is bool(status)


def test_what_cannot_be_read_or_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="is no checkout of python/typing"):
        typing_conformance.main([str(tmp_path)])
    page = tmp_path / "page.md"
    page.write_text("no markers", encoding="utf-8")
    with pytest.raises(SystemExit, match="has no <!-- typing-conformance -->"):
        typing_conformance.main([str(checkout(tmp_path, "one: Named = Good()")), "--write", str(page)])
    with pytest.raises(SystemExit, match=r"protocols_tried\.py has syntax that Python .* does not know"):
        typing_conformance.main([str(checkout(tmp_path, "one = = 1"))])
