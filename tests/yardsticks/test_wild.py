"""The yardstick `wild` on a small package of its own, without pyright and without anything installed."""

import ast
import importlib
import random
import sys
import textwrap
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import wild
import wild_child
import wild_collect
import wild_copy
import wild_oracle
import wild_source
import wild_values

PACKAGE = {
    "__init__.py": "",
    "broken.py": "raise SystemExit(1)\n",
    "tests.py": "raise AssertionError\n",
    "shapes.py": """
        from __future__ import annotations
        import functools
        from collections.abc import Sized
        from typing import TYPE_CHECKING, Any, ClassVar, Literal, NotRequired, Protocol, TypedDict, TypeVar
        from typing import overload

        if TYPE_CHECKING:
            from nowhere import Unknown
            Other = int
        else:
            Other = str

        T = TypeVar("T")


        class Named(Protocol):
            name: str
            kind: ClassVar[str]

            def rename(self, name: str, *, quiet: bool = False) -> T: ...


        class Counted(Named, Sized, Protocol):
            @property
            def count(self) -> int: ...


        class Whole:
            name: str
            kind = "whole"

            def __init__(self) -> None:
                self.size = 1

            def rename(self, name, quiet=False):
                return name


        class Nearly:
            kind = "nearly"

            def rename(self, name: str, *, quiet: bool = False) -> Unknown: ...


        class Heir(Named):
            name = "heir"
            kind = "heir"

            def rename(self, name: str, *, quiet: bool = False) -> Other: ...


        class Lazy(Named):
            pass


        class Holder(Protocol[T]):
            def held(self, other: T | None = None) -> list[T]: ...


        class TextHolder(Holder[list[str]]):
            def held(self, other: list[str] | None = None) -> list[list[str]]: ...


        class Overloaded:
            @overload
            def rename(self, name: int) -> Unknown: ...
            @overload
            def rename(self, name: str) -> str: ...
            def rename(self, name: Any) -> Any: ...


        class Odd:
            @functools.lru_cache
            def rename(self, name: str) -> str: ...

            if TYPE_CHECKING:
                hidden: int


        class Inner(TypedDict):
            level: NotRequired[int]
            mode: Literal["a", "b"]


        class Outer(Inner):
            inner: list[Inner]
            other: NotRequired[Unknown]
            stand_in: NotRequired[Other]


        class _Private: ...
    """,
}


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[wild_collect.Found]:
    name = f"wild_{tmp_path.name}".replace("-", "_")
    folder = tmp_path / name
    folder.mkdir()
    for file, text in PACKAGE.items():
        (folder / file).write_text(textwrap.dedent(text), encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    importlib.invalidate_caches()
    yield wild_collect.collect(name)
    for one in [one for one in sys.modules if one.startswith(name)]:
        del sys.modules[one]


def named(found: wild_collect.Found, name: str) -> Any:
    return next(one for one in [*found.protocols, *found.typed_dicts, *found.classes] if one.__qualname__ == name)


def test_what_a_package_defines_is_found_and_tests_are_not_imported(found: wild_collect.Found) -> None:
    assert [one.__name__ for one in found.protocols] == ["Counted", "Holder", "Named"]
    assert [one.__name__ for one in found.typed_dicts] == ["Inner", "Outer"]
    assert [one.__name__ for one in found.classes] == [
        "Heir",
        "Lazy",
        "Nearly",
        "Odd",
        "Overloaded",
        "TextHolder",
        "Whole",
    ]
    assert [one.rpartition(".")[2] for one in found.failed] == ["broken: SystemExit"]


def test_classes_are_paired_by_the_names_of_their_members(found: wild_collect.Found) -> None:
    pairs = list(wild_collect.pairs_of(found, "0"))
    assert pairs == list(wild_collect.pairs_of(found, "0"))
    of_named = {(pair.cls.__name__, pair.inherits) for pair in pairs if pair.protocol.__name__ == "Named"}
    assert of_named == {("Whole", False), ("Nearly", False), ("Heir", True), ("Lazy", True)}


def test_the_source_tells_what_a_run_time_cannot_see(found: wild_collect.Found) -> None:
    def reasons(cls: str, member: str) -> set[str]:
        return set(wild_source.facts_of(named(found, cls), member).reasons)

    assert reasons("Whole", "rename") == {"parameter not annotated", "result not annotated"}
    assert reasons("Whole", "name") == set()
    assert reasons("Whole", "size") == {"type inferred"}
    assert reasons("Nearly", "rename") == {"result annotation cannot be resolved"}
    assert reasons("Heir", "rename") == {"stands for another type at run time"}
    assert reasons("Overloaded", "rename") == {"result annotation cannot be resolved"}
    assert "decorated" in reasons("Odd", "rename")
    assert "defined under TYPE_CHECKING" in reasons("Odd", "hidden")
    assert "typeshed" in reasons("Whole", "__hash__")


def test_whether_a_member_is_there_is_told_by_class_annotation_and_method(found: wild_collect.Found) -> None:
    whole = named(found, "Whole")
    assert [wild_source.facts_of(whole, one).present for one in ("name", "kind", "size", "none")] == [
        True,
        True,
        True,
        False,
    ]
    assert not wild_source.facts_of(whole, "__name__").present  # a class has that, an instance has not
    assert not wild_source.facts_of(named(found, "Odd"), "hidden").present


def test_a_method_that_only_the_protocol_has_is_known(found: wild_collect.Found) -> None:
    assert wild_child.inherits_stub(named(found, "Lazy"), "rename")
    assert not wild_child.inherits_stub(named(found, "Heir"), "rename")


def test_a_copy_says_what_the_protocol_says(found: wild_collect.Found) -> None:
    names = wild_child.Names()
    copier = wild_copy.Copier(names)
    assert copier.copy(named(found, "Counted")) == "Copy1"
    short = {name: short for (_, name), short in names.imports.items()}
    assert copier.texts["Copy0"] == textwrap.dedent(f"""\
        class Copy0({short["Protocol"]}):
            name: str
            kind: {short["ClassVar"]}[str]

            def rename(self, name: str, *, quiet: bool=...) -> {short["T"]}:
                ...""")
    assert copier.texts["Copy1"].startswith(f"class Copy1(Copy0, {short['Sized']}, {short['Protocol']}):")


def test_arguments_that_a_class_gives_a_protocol_are_asked_about(found: wild_collect.Found) -> None:
    holder = named(found, "Holder")
    given, text = wild_copy.arguments_for(named(found, "TextHolder"), holder, wild_child.Names())
    assert given == holder[list[str]]
    assert text == "[list[str]]"
    assert wild_copy.arguments_for(named(found, "Heir"), named(found, "Named"), wild_child.Names())[1] == ""


def test_copying_leaves_the_source_as_it_is(found: wild_collect.Found) -> None:
    protocol = named(found, "Holder")
    before = ast.dump(wild_source.scopes_of(protocol)[0].node)
    wild_copy.Copier(wild_child.Names(), relaxed=True).copy(protocol)
    wild_copy.Copier(wild_child.Names()).copy(protocol)
    assert ast.dump(wild_source.scopes_of(protocol)[0].node) == before


def test_attributes_of_a_relaxed_copy_can_only_be_read(found: wild_collect.Found) -> None:
    copier = wild_copy.Copier(wild_child.Names(), relaxed=True)
    text = copier.texts[copier.copy(named(found, "Named"))]
    assert "@property\n    def name(self) -> str:" in text
    assert "@property\n    def kind(self) -> str:" in text


def test_values_are_right_and_wrong_in_each_way(found: wild_collect.Found) -> None:
    values = list(wild_values.candidates(named(found, "Outer"), wild_child.Names(), "0"))
    kinds = Counter(value.kind for value in values)
    assert set(kinds) == {
        "all keys",
        "required keys",
        "missing key",
        "unknown key",
        "wrong leaf",
        "wrong nested leaf",
        "missing nested key",
        "unknown nested key",
    }
    right = eval(values[0].text)  # noqa: S307 - of the yardstick's own
    assert set(right) == {"level", "mode", "inner"}  # the types of the others are not known
    required = eval(values[1].text)  # noqa: S307
    assert set(required) == {"mode", "inner"}
    assert values == list(wild_values.candidates(named(found, "Outer"), wild_child.Names(), "0"))


@pytest.mark.parametrize(
    ("hint", "text"),
    [
        (int | None, "7"),
        (list[str], "['text', 'text']"),
        (tuple[int], "(7,)"),
        (tuple[int, ...], "(7, 7)"),
        (dict[str, set[int]], "{'text': {7}}"),
        (type[int], "int"),
    ],
)
def test_a_value_of_a_type_is_written(hint: Any, text: str) -> None:
    maker = wild_values.Maker(wild_child.Names(), random.Random(0))  # noqa: S311
    assert str(maker.value(hint, 0)) == text


REFUSAL = """\
Type "C" is not assignable to return type "P"
  "C" is incompatible with protocol "P"
    "get" is an incompatible type
      Type "(x: int) -> str" is not assignable to type "(x: int) -> int"
        Function return type "str" is incompatible with type "int"
    "P" is not assignable to "C"
    "name" is invariant because it is mutable
    "name" is an incompatible type
      "bool" is not assignable to "int"
  ..."""


def facts(*reasons: str, present: bool = True) -> dict[str, Any]:
    return {"class": list(reasons), "protocol": [], "present": present, "read_only": False}


def test_a_message_names_the_members() -> None:
    faults = wild_oracle.faults_in(REFUSAL)
    assert list(faults) == ["get", "name"]
    assert faults["name"].texts == {"is invariant because it is mutable", "is an incompatible type"}


@pytest.mark.parametrize(
    ("of_get", "reason"),
    [
        (facts(), ""),
        (facts("result not annotated"), "result not annotated"),
        (facts("parameter not annotated"), ""),
        (facts("decorated"), "decorated"),
    ],
)
def test_a_refusal_is_fair_unless_no_run_time_sees_its_reasons(of_get: dict[str, Any], reason: str) -> None:
    assert wild_oracle.unfair_refusal(REFUSAL, {"get": of_get, "name": facts()}) == reason


def test_the_number_of_parameters_is_seen_without_annotations() -> None:
    message = REFUSAL.replace('Function return type "str" is incompatible with type "int"', 'Extra parameter "y"')
    known = {"get": facts("result not annotated", "parameter not annotated"), "name": facts()}
    assert not wild_oracle.unfair_refusal(message, known)


def test_a_missing_member_is_fair_unless_it_is_made_at_run_time() -> None:
    message = 'Type\n  protocol\n    "get" is not present'
    assert not wild_oracle.unfair_refusal(message, {"get": facts(present=False)})
    assert wild_oracle.unfair_refusal(message, {"get": facts()}) == "made at run time"


def judged(found: wild_collect.Found, refused: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Judge all pairs where pyright would have refused those questions."""
    names = wild_child.Names()
    asked: dict[str, Any] = {**wild_child.ask_pairs(found, names, 50, "0", Counter()), "values": []}
    asked["imports"] = [[module, name, short] for (module, name), short in names.imports.items()]
    program = wild_oracle.program_of(asked)
    answers = {
        line: wild_oracle.Answer(refused=[refused.get(question, "no")])
        for question, line in program.asking.items()
        if question in refused or question.partition(" ")[0] in {"class", "protocol"}
    }
    judge = wild_oracle.Judge(asked, program, answers)
    return {
        f"{pair['class'].rpartition('.')[2]} {pair['protocol'].rpartition('.')[2]}": judge.pair(number)
        for number, pair in enumerate(asked["pairs"])
    }


def test_questions_are_left_out_by_facts(found: wild_collect.Found) -> None:
    verdicts = judged(found, {})
    assert verdicts["Whole Named"] == ("yes", "")
    assert verdicts["Nearly Named"] == ("", "not there at run time")
    assert verdicts["Heir Named"] == ("", "stands for another type at run time")
    assert "Lazy Named" not in verdicts


def test_what_becomes_of_a_check_is_told() -> None:
    def wrong() -> tuple[Any, ...]:
        raise ValueError("no")

    assert wild_child.guarded(lambda: ()) == {"outcome": "answered", "ours": []}
    assert wild_child.guarded(wrong)["outcome"] == "crash"


def test_a_check_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless() -> tuple[Any, ...]:
        while True:
            pass

    monkeypatch.setattr(wild_child, "SECONDS", 0.05)
    assert wild_child.guarded(endless) == {"outcome": "time-out"}


def test_what_is_imported_is_what_is_installed() -> None:
    group = tomllib.loads((wild.HERE.parent.parent / "pyproject.toml").read_text(encoding="utf-8"))[
        "dependency-groups"
    ]["wild"]
    installed = {name.replace("-", "_") for name in group if not name.startswith(("pyright", "typing_extensions"))}
    other_names = {"pydantic_ai_slim": "pydantic_ai", "strawberry_graphql": "strawberry"}
    assert {other_names.get(name, name) for name in installed} == set(wild.PACKAGES)


def test_answers_are_counted_and_put_into_the_page(tmp_path: Path) -> None:
    row = wild.Row("pytest", protocols=2)
    said = {"outcome": "answered", "ours": [["missing-member", "get", "is missing"]]}
    row.count(said, "no", "")
    row.count(said, "yes", "")
    row.count({"outcome": "answered", "ours": []}, "no", "pyright's")
    row.count({"outcome": "crash"}, "no", "")
    row.count({"outcome": "time-out"}, "no", "")
    row.count(said, "", "a reason")
    assert (row.asked, row.agreed, row.alarms, row.misses, row.crashes, row.timeouts) == (5, 1, 1, 1, 1, 1)
    assert [one["outcome"] for one in row.details] == ["false alarm", "miss", "crash", "time-out"]

    page = tmp_path / "page.md"
    page.write_text("before\n<!-- wild -->\nold\n<!-- /wild -->\nafter\n", encoding="utf-8")
    wild.put(page, wild.table([row]))
    text = page.read_text(encoding="utf-8")
    assert "| 2 | 0 | 5 | 20.0 % | 1 | 1 | 1 | 1 |" in text
    assert "| a reason | 1 |" in text
    assert text.startswith("before\n<!-- wild -->\n| package")
    assert text.endswith("\n<!-- /wild -->\nafter\n")
