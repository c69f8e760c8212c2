"""JSON Schemas of the TypedDicts of the stubs, which `latency-shim schema` prints."""

import ast
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

FOLDER = "latency_shim/cli/schemas"
COMMENT = "Generated from the stubs by `nox -s generate`; do not edit."
SEMANTIC_VERSION = (
    r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)"
    r"(-(0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*)?"
    r"(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$"
)
CONSTRAINTS: Mapping[tuple[str, str], Mapping[str, object]] = {
    ("FacetProvider", "facet"): {"minLength": 1},
    ("FacetProvider", "priority"): {"minimum": 0},
    ("FacetRequirement", "facet"): {"minLength": 1},
    ("PluginManifest", "id"): {"minLength": 1},
    ("PluginManifest", "version"): {"pattern": SEMANTIC_VERSION},
}
"""What types cannot express and the structural checker demands; a test compares both."""
PRIMITIVES: Mapping[str, Mapping[str, object]] = {
    "str": {"type": "string"},
    "bool": {"type": "boolean"},
    "int": {"type": "integer"},
    "float": {"type": "number"},
    "None": {"type": "null"},
    "object": {},
    "Any": {},
    "datetime.datetime": {"type": "string", "format": "date-time"},
}


class UnknownTypeError(Exception):
    """A type of the stubs has no rule here."""


class Record(NamedTuple):
    """A TypedDict."""

    name: str  # as the command line takes it
    statement: ast.ClassDef


def schemas(modules: Mapping[str, ast.Module]) -> dict[str, str]:
    """Return the schema of each TypedDict, by its path; `modules` are the stubs by name, in their order."""
    statements = [(name, one) for name, module in modules.items() for one in module.body]
    aliases = {
        ast.unparse(one.target): one.value
        for _, one in statements
        if isinstance(one, ast.AnnAssign) and one.value is not None
    }
    classes: dict[str, ast.ClassDef] = {}
    records: dict[str, Record] = {}
    for module, one in statements:
        if isinstance(one, ast.ClassDef):
            is_first = one.name not in classes  # of two classes with one name the root has the first
            classes.setdefault(one.name, one)
            if any(ast.unparse(base) == "TypedDict" or ast.unparse(base) in records for base in one.bases):
                name = one.name if is_first else f"{module.partition('.')[0]}.{one.name}"
                records[one.name] = Record(name, one)
    maker = _Maker(records, aliases)
    return {f"{FOLDER}/{record.name}.json": maker.document(record) for record in records.values()}


class _Maker:
    """Makes schemas of records that can refer to each other."""

    def __init__(self, records: Mapping[str, Record], aliases: Mapping[str, ast.expr]) -> None:
        self.records = records
        self.aliases = aliases
        self.used: dict[str, dict[str, object]] = {}

    def document(self, record: Record) -> str:
        """Return a schema, with those of the records in it."""
        self.used = {}
        schema = self.record(record.statement)
        document: dict[str, object] = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$comment": COMMENT,
            "title": record.name,
            **schema,
        }
        if self.used:
            document["$defs"] = dict(sorted(self.used.items()))
        return json.dumps(document, indent=2, ensure_ascii=False) + "\n"

    def record(self, statement: ast.ClassDef) -> dict[str, object]:
        """Return the schema of a TypedDict; keys whose values JSON cannot hold are left out."""
        properties: dict[str, object] = {}
        required: list[str] = []
        for owner, name, annotation, text in self.keys(statement):
            form = annotation
            is_required = True
            if isinstance(form, ast.Subscript) and ast.unparse(form.value) == "NotRequired":
                form, is_required = form.slice, False
            schema = self.value(form)
            if schema is None:
                continue
            described = {"description": text} if text else {}
            properties[name] = {**described, **schema, **CONSTRAINTS.get((owner, name), {})}
            required += [name] if is_required else []
        text = description(ast.get_docstring(statement))
        return {
            **({"description": text} if text else {}),
            "type": "object",
            "properties": properties,
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def keys(self, statement: ast.ClassDef) -> Iterator[tuple[str, str, ast.expr, str]]:
        """Yield class, name, annotation and description of each key, those of base classes first."""
        for base in statement.bases:
            if (record := self.records.get(ast.unparse(base))) is not None:
                yield from self.keys(record.statement)
        for one, following in zip(statement.body, [*statement.body[1:], None], strict=True):
            if isinstance(one, ast.AnnAssign):
                text = following.value if isinstance(following, ast.Expr) else None
                is_text = isinstance(text, ast.Constant) and isinstance(text.value, str)
                doc = ast.get_docstring(ast.Module([following], [])) if is_text and following else None
                yield statement.name, ast.unparse(one.target), one.annotation, description(doc)

    def value(self, form: ast.expr) -> dict[str, Any] | None:
        """Return the schema of a type; `None` if JSON has no such values."""
        text = ast.unparse(form)
        if text in PRIMITIVES:
            return dict(PRIMITIVES[text])
        if text in self.records:
            if text not in self.used:
                self.used[text] = {}  # it may refer to itself
                self.used[text] = self.record(self.records[text].statement)
            return {"$ref": f"#/$defs/{text}"}
        if text in self.aliases:
            return self.value(self.aliases[text])
        if isinstance(form, ast.BinOp):
            options = [self.value(form.left), self.value(form.right)]
            return None if None in options else {"anyOf": options}
        if isinstance(form, ast.Subscript):
            of, arguments = ast.unparse(form.value), form.slice
            if of == "Literal":
                return {"enum": [*_literals(arguments)]}
            if of == "Sequence":
                items = self.value(arguments)
                return None if items is None else {"type": "array", **({"items": items} if items else {})}
            if of == "Mapping" and isinstance(arguments, ast.Tuple) and ast.unparse(arguments.elts[0]) == "str":
                values = self.value(arguments.elts[1])
                return (
                    None
                    if values is None
                    else {"type": "object", **({"additionalProperties": values} if values else {})}
                )
        if isinstance(form, ast.Name):  # a protocol
            return None
        raise UnknownTypeError(f"no JSON Schema for {text}: add a rule to scripts/json_schemas.py")


def _literals(arguments: ast.expr) -> Iterator[object]:
    for one in arguments.elts if isinstance(arguments, ast.Tuple) else [arguments]:
        yield ast.literal_eval(one)


def description(docstring: str | None) -> str:
    """Return a docstring without the marks of where it comes from, a line for each paragraph."""
    text = re.sub(r" *\[(TypeScript|Python)\]", "", docstring or "")
    return "\n".join(" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text.strip()))
