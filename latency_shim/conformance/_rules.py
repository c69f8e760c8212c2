"""Every rule of the checker, once: its code, what it says in the documentation, and the template of its message."""

from typing import Any

from latency_shim.conformance._violation import Location, Violation

RULES: dict[str, "Rule"] = {}
"""All rules by their codes, in the order of the documentation."""


class Rule:
    """A kind of fault. Called, it makes a violation; the template's fields are keyword arguments."""

    __slots__ = ("code", "is_fixed", "summary", "template")

    def __init__(self, code: str, summary: str, template: str) -> None:
        self.code = code
        self.summary = summary
        self.template = template
        self.is_fixed = "{" not in template
        RULES[code] = self

    def __call__(
        self,
        member: str = "",
        *,
        expected: str = "",
        found: str = "",
        help: str = "",
        location: Location | None = None,
        **fields: Any,
    ) -> Violation:
        """Make a violation."""
        message = self.template if self.is_fixed else self.template.format(expected=expected, found=found, **fields)
        return Violation(self.code, member, message, expected, found, help, location)


# Objects as a whole

WRONG_OBJECT = Rule(
    "wrong-object",
    "The object is something else entirely, such as `None`, a coroutine or an object of another interface",
    "must be {expected}, not {found}",
)
CLASS_NOT_INSTANCE = Rule(
    "class-not-instance",
    "The object is a class, but callers expect an instance",
    "must be {expected}, not {found}",
)

# Methods

MISSING_MEMBER = Rule("missing-member", "A method does not exist", "is missing")
MEMBER_IS_NONE = Rule("member-is-none", "A method is `None`", "must be a method, not None")
NOT_CALLABLE = Rule("not-callable", "A method cannot be called", "must be a method, not {found}")
NOT_IMPLEMENTED = Rule(
    "not-implemented",
    "A method or property is only declared: abstract, or inherited from a protocol whose body does nothing",
    "is not implemented: {owner} only declares it",
)
WRONG_BINDING = Rule(
    "wrong-binding",
    "A static method has a parameter for the instance, or another method has none",
    "{fault}",
)

# Parameters

TOO_FEW_PARAMETERS = Rule(
    "too-few-parameters",
    "Callers pass an argument for which there is no parameter",
    "has no parameter for {name!r}, which callers pass",
)
EXTRA_REQUIRED_PARAMETER = Rule(
    "extra-required-parameter",
    "A parameter is required, but callers do not pass it",
    "requires {name!r}, which callers do not pass",
)
PARAMETER_REQUIRED = Rule(
    "parameter-required",
    "A parameter is required, but callers may leave it out",
    "requires {name!r}, which callers may leave out",
)
PARAMETER_NAME = Rule(
    "parameter-name",
    "A parameter has another name, but callers may pass it as a keyword argument",
    "does not accept the keyword argument {name!r}",
)
PARAMETER_KIND = Rule(
    "parameter-kind",
    "A parameter is at another position, or cannot be passed in a way that callers may use",
    "accepts {what} only {how}",
)
MISSING_VAR_POSITIONAL = Rule(
    "missing-var-positional",
    "Callers pass any number of positional arguments, but the method does not accept them",
    "must accept any number of positional arguments",
)
PARAMETER_TYPE = Rule(
    "parameter-type",
    "The type of a parameter does not accept the arguments that callers pass",
    "parameter {name!r} accepts {found}, but callers pass {expected}",
)

# Results

SYNC_FOR_ASYNC = Rule(
    "sync-for-async", "Callers await the result, but the method is not async", "must be async: callers {use} the result"
)
ASYNC_FOR_SYNC = Rule(
    "async-for-sync",
    "Callers use the result at once, but the method is async",
    "must not be async: callers use the result without awaiting it",
)
COROUTINE_FOR_ITERATOR = Rule(
    "coroutine-for-iterator",
    "Callers iterate with `async for`, but the method returns a coroutine",
    "returns a coroutine, but callers iterate over the result with 'async for'",
)
ITERATOR_FOR_COROUTINE = Rule(
    "iterator-for-coroutine",
    "Callers await the result, but the method returns an async iterator",
    "returns an async iterator, but callers await the result",
)
RETURN_TYPE = Rule(
    "return-type",
    "The return type is not assignable to the type that callers expect",
    "returns {found}, but callers expect {expected}",
)

# Data

MISSING_PROPERTY = Rule("missing-property", "An attribute does not exist, or has no value", "is missing")
METHOD_FOR_DATA = Rule(
    "method-for-data",
    "A method has the name of an attribute",
    "must be an attribute of type {expected}, not a method",
)
READ_ONLY = Rule(
    "read-only",
    "An attribute cannot be set, but callers may set it",
    "must be settable: {found} is read-only",
)
ATTRIBUTE_TYPE = Rule(
    "attribute-type",
    "A class declares an attribute with a type that is not assignable to the type of the interface",
    "is declared as {found}, but callers expect {expected}",
)

# Values

WRONG_VALUE = Rule(
    "wrong-value", "An attribute, a key or an item has a value of another type", "must be {expected}, not {found}"
)
WRONG_LITERAL = Rule("wrong-literal", "A value is not among those that are allowed", "must be {expected}, not {found}")
MISSING_KEY = Rule("missing-key", "A required key is missing", "is required")
UNKNOWN_KEY = Rule("unknown-key", "The record has no such key", "unexpected key in {record}")
NONE_FOR_ABSENT_KEY = Rule(
    "none-for-absent-key",
    "A non-required key holds `None`",
    "must be {expected}, not None",
)
INVALID_VALUE = Rule(
    "invalid-value",
    "A value has the right type, but breaks a promise of the contract's records",
    "must be {expected}, not {found}",
)
DUPLICATE_VALUE = Rule(
    "duplicate-value",
    "A value may occur once, but occurs again",
    "repeats {found}",
)
UNVERIFIABLE = Rule(
    "unverifiable",
    "Only running the code would tell; the message says why",
    "cannot be checked: {reason}",
)


def table() -> str:
    """Return the table of all rules for the documentation."""
    rows = [f"| [`{rule.code}`](#{rule.code}) | {rule.summary} |" for rule in RULES.values()]
    return "\n".join(["| code | meaning |", "|---|---|", *rows])
