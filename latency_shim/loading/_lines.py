"""Where the values of a TOML or JSON document stand: the parsers of the standard library do not say."""

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

TOKEN = re.compile(
    r'''
      (?P<blank> [ \t\r]+ | \#[^\n]* )
    | """ (?: \\. | [^\\] )*? """ "{0,2}
    | \'\'\' .*? \'\'\' '{0,2}
    | " (?: \\. | [^"\\\n] )* "
    | ' [^'\n]* '
    | [\[\]{},:=.\n]
    | [^\s\[\]{},:=.\#"']+
    ''',
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A piece of a document; the empty text is its end."""

    text: str
    line: int


class Repeated(NamedTuple):
    """A key that a table has twice."""

    member: str
    line: int
    first_line: int


class Lines:
    """The line of each value, by the path that the checker gives it, such as `provides[1].facet`.

    The document is taken to be well formed; what is not ends the search.
    """

    def __init__(self, text: str, form: str) -> None:
        """Look through a document; `form` is `TOML` or `JSON`."""
        self.repeated: list[Repeated] = []
        self._lines = {"": 1}
        self._defined: dict[tuple[str, str], int] = {}  # lines, by table and name: names may have dots
        self._tokens = _tokens(text)
        self._token = next(self._tokens)
        try:
            if form == "TOML":
                self._document()
            else:
                self._value("")
        except (RecursionError, ValueError):  # deeper than anything that a manifest has, or not well formed
            pass

    def of(self, member: str) -> int:
        """Return the line of a value, or of the nearest one around it."""
        while member not in self._lines:
            member = member[: max(member.rfind("."), member.rfind("["), 0)]
        return self._lines[member]

    def _next(self) -> Token:
        token = self._token
        self._token = next(self._tokens, Token("", token.line))
        return token

    def _skip_newlines(self) -> None:
        while self._token.text == "\n":
            self._next()

    def _document(self) -> None:
        """Read tables and keys of TOML."""
        table = ""
        tables: dict[str, int] = {}  # in each array of tables
        while self._token.text:
            self._skip_newlines()
            if self._token.text == "[":
                line = self._next().line
                is_array = self._token.text == "["
                *parents, name = self._key("]") or [""]
                table = ""
                for parent in parents:
                    table = _within(table, parent)
                    self._lines.setdefault(table, line)
                    table += f"[{tables[table] - 1}]" if table in tables else ""
                if is_array:
                    table = _within(table, name)
                    self._lines.setdefault(table, line)
                    tables[table] = tables.get(table, 0) + 1
                    table += f"[{tables[table] - 1}]"
                    self._lines[table] = line
                else:
                    table = self._define(table, name, line)
                while self._token.text not in {"", "\n"}:
                    self._next()
            elif self._token.text:
                self._pair(table)

    def _pair(self, table: str) -> None:
        """Read a key, which may be dotted in TOML, and its value."""
        line = self._token.line
        *parents, name = self._key("=:") or [""]
        for parent in parents:
            table = _within(table, parent)
            self._lines.setdefault(table, line)
        self._value(self._define(table, name, line))

    def _key(self, ends: str) -> Sequence[str]:
        """Read the parts of a key, and what ends it."""
        parts: list[str] = []
        while (token := self._next()).text and token.text not in ends:
            if token.text not in {".", "[", "\n"}:
                parts.append(_unquoted(token.text))
        return parts

    def _define(self, table: str, name: str, line: int) -> str:
        """Note a key or the head of a table; return its path."""
        member = _within(table, name)
        if (table, name) in self._defined:
            self.repeated.append(Repeated(member, line, self._defined[table, name]))
        self._defined[table, name] = self._lines[member] = line
        return member

    def _value(self, member: str) -> None:
        """Read a value, and those within it."""
        self._skip_newlines()
        opening = self._token
        self._lines.setdefault(member, opening.line)
        if opening.text not in {"[", "{"}:
            while self._token.text not in {"", "\n", ",", "]", "}"}:
                self._next()
            return
        self._next()
        number = 0
        while self._token.text not in {"", "]", "}"}:
            if self._token.text in {"\n", ","}:
                self._next()
            elif opening.text == "{":
                self._pair(member)
            else:
                self._value(f"{member}[{number}]")
                number += 1
        self._next()


def _tokens(text: str) -> Iterator[Token]:
    line, place = 1, 0
    while match := TOKEN.match(text, place):
        if match["blank"] is None:
            yield Token(match[0], line)
        line += match[0].count("\n")
        place = match.end()
    yield Token("", line)


def _within(table: str, name: str) -> str:
    return f"{table}.{name}" if table else name


def _unquoted(text: str) -> str:
    """Return what a key says."""
    if text[0] not in "\"'":
        return text
    if text[0] == "'" or "\\" not in text:
        return text[1:-1]
    try:
        return str(json.loads(text))
    except ValueError:  # TOML knows other escapes
        return str(tomllib.loads(f"key = {text}")["key"])
