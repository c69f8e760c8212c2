# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# What is inspected here can be of any type.
"""The rules of methods: for each, a fast path that accepts, and beside it the explanation."""

import functools
import inspect
import sys
import types
from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias, get_args, get_origin, get_overloads

from latency_shim.conformance._annotations import (
    UNKNOWN,
    Scope,
    arguments,
    bindings_in,
    evaluated,
    is_open,
    is_same,
    is_type_parameter,
    is_union,
    loosened,
    of_function,
    parameters_of,
    raw_of_function,
    scope_of_function,
    special_name,
    stripped,
    substitute,
    with_receiver,
)
from latency_shim.conformance._assignability import CALLABLE, assignable, awaitable, effective
from latency_shim.conformance._bodies import is_stub
from latency_shim.conformance._inspection import (
    FUNCTIONS,
    MISSING,
    class_name,
    in_class,
    is_a,
    is_contract,
    is_one_of,
    is_protocol,
    mro,
    namespace,
    own_values,
    qualname,
)
from latency_shim.conformance._interface import STANDARD, Member, function_of_property
from latency_shim.conformance._rules import (
    ASYNC_FOR_SYNC,
    COROUTINE_FOR_ITERATOR,
    ITERATOR_FOR_COROUTINE,
    MEMBER_IS_NONE,
    NOT_CALLABLE,
    NOT_IMPLEMENTED,
    PARAMETER_TYPE,
    RETURN_TYPE,
    SYNC_FOR_ASYNC,
    UNVERIFIABLE,
    WRONG_BINDING,
    Rule,
)
from latency_shim.conformance._signatures import (
    AWAITABLE,
    NO_RECEIVER,
    POSITIONAL_ONLY,
    POSITIONAL_OR_KEYWORD,
    UNKNOWN_SIGNATURE,
    VAR_POSITIONAL,
    Parameter,
    Signature,
    accepts_calls,
    bound_to,
    explain_calls,
    kind_of_type,
    of_callable_type,
    overloads_of,
    pairs,
    signature_of,
)
from latency_shim.conformance._violation import Location, Violation
from latency_shim.conformance._wording import named, shown

Where: TypeAlias = Literal["instance", "class", "dynamic"]
LAZY = sys.version_info >= (3, 14)
ASYNC = inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR | inspect.CO_ITERABLE_COROUTINE | inspect.CO_GENERATOR
FLAGS = {
    "plain": (0,),
    "unknown": (0,),
    "coroutine": (inspect.CO_COROUTINE,),
    "async iterator": (0, inspect.CO_ASYNC_GENERATOR),
}
"""Permitted code flags for each kind of method."""


class Shape:
    """The shape of a plain function that is known to conform to a method."""

    __slots__ = ("end", "first", "flags", "hints", "kind", "named", "names", "required", "result", "star")

    def __init__(self, expected: Signature) -> None:
        self.kind = expected.kind
        self.flags = FLAGS[expected.kind]
        positional = expected.positional
        self.names = tuple(one.name for one in positional)
        self.required = sum(not one.has_default for one in positional)
        self.named = tuple(one.name for one in positional if one.kind == POSITIONAL_OR_KEYWORD)
        self.star = expected.has_args
        self.hints = {one.name: one.type for one in expected.parameters or ()} | {"return": expected.result}
        self.result = expected.result
        self.end = len(self.names) + 1
        self.first = self.end - len(self.named)
        """Where the parameters begin that may be named, and where all of them end."""

    def accepts(self, function: Any) -> bool:
        """Check whether a plain function is sure to accept every call, and to return what is expected."""
        code = function.__code__
        names = code.co_varnames
        total = code.co_argcount
        first, end = self.first, self.end
        if total < end:
            return False
        flags, own_names = code.co_flags, names[1:end]
        if (
            flags & ASYNC not in self.flags
            or total - 1 - len(function.__defaults__ or ()) > self.required
            or code.co_posonlyargcount > first
            or (own_names != self.names and names[first:end] != self.named)
            or (self.star and not flags & inspect.CO_VARARGS)
            or (code.co_kwonlyargcount and not _has_all_defaults(function))
            or function.__dict__  # it wraps another, is abstract, or is marked as async
            or get_overloads(function)
        ):
            return False
        wanted = self.hints
        if own_names != self.names or self.star:
            places = [*own_names, names[total + code.co_kwonlyargcount]] if self.star else own_names
            wanted = {**dict(zip(places, self.hints.values(), strict=False)), "return": self.result}
        annotations = raw_of_function(function) if LAZY else function.__annotations__
        scope: Scope | None = None
        for name, stated in annotations.items():
            had, want = stated, wanted.get(name)
            if type(had) is str:
                if scope is None:
                    if getattr(function, "__type_params__", ()):
                        return False
                    scope = scope_of_function(function)
                had = evaluated(had, scope)
            if had is None:
                had = types.NoneType
            if had is not want and not is_same(had, want) and not self._agrees(had, want, name):
                return False
        return True

    def _agrees(self, had: Any, want: Any, name: str) -> bool:
        """Check whether an annotation is sure to be in no conflict with the interface."""
        want = UNKNOWN if want is None else want
        if had is Any:
            return True
        if name != "return":
            return is_settled(had) and assignable(want, had) is not False
        if not is_settled(had):
            return False
        if self.kind == "coroutine":
            comparable = kind_of_type(had) in {"plain", "unknown"}
        else:
            comparable = self.kind in {"plain", "unknown"} and kind_of_type(had) in {"plain", "unknown"}
        return comparable and assignable(had, self.result) is not False


def _has_all_defaults(function: Any) -> bool:
    """Check whether everything that is accepted only by keyword may be left out."""
    code = function.__code__
    names = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
    return all(name in (function.__kwdefaults__ or ()) for name in names)


def is_settled(form: Any) -> bool:
    """Check whether an annotation is already resolved: it contains no text and no qualifiers."""
    if type(form) is type or form is ... or is_a(form, type) or get_origin(form) is Literal:
        return True
    if class_name(type(form)) not in MADE_OF_OTHERS:
        return False
    return all(is_settled(one) for one in (form if type(form) is list else get_args(form)))


MADE_OF_OTHERS = {
    "GenericAlias", "Union", "UnionType", "_CallableGenericAlias", "_GenericAlias", "_UnionGenericAlias", "list",
}  # fmt: skip
"""Names of the classes of forms that are made of other forms."""


def shape_of(member: Member) -> Shape | None:
    """Return the shape of a conforming function, if the signature is simple enough."""
    if member.name[:2] == "__" or len(member.signatures) > 1:
        return None
    expected = next(iter(member.signatures))
    kinds = {one.kind for one in expected.parameters or ()}
    if expected.parameters is None or not kinds <= {POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL}:
        return None
    if expected.kind not in FLAGS or any(_is_odd(one.type) for one in expected.parameters) or _is_odd(expected.result):
        return None
    if expected.kind in {"plain", "unknown"} and kind_of_type(expected.result) not in {"plain", "unknown"}:
        return None
    return Shape(expected)


PARAMETERS = ("TypeVar", "ParamSpec", "TypeVarTuple")


def _is_odd(form: Any) -> bool:
    if is_type_parameter(form, *PARAMETERS) or (get_args(form) and parameters_of(form)):
        return True
    return with_receiver(form, object) is not form


def location_of(function: Any) -> Location | None:
    """Return where a function is defined, if it is defined in a file."""
    if type(function) is not types.FunctionType or function.__code__.co_filename.startswith("<"):
        return None
    code = function.__code__
    return Location(code.co_filename, code.co_firstlineno)


# What runs when a method is called


def bind(raw: Any, where: Where) -> tuple[Any, bool]:
    """Return what runs when an attribute is called, and whether the instance still fills its first parameter.

    No descriptor of the object is asked; its annotation says what it would return, else that is unknown.
    """
    if where != "class":
        return raw, False
    if is_a(raw, staticmethod):
        return raw.__func__, False
    if is_a(raw, classmethod):
        return raw.__func__, True
    if is_a(raw, functools.singledispatchmethod):
        return raw.func, True
    if is_a(raw, functools.partialmethod):
        return functools.partial(raw.func, None, *raw.args, **raw.keywords), False
    if is_a(raw, *FUNCTIONS):
        return raw, not is_a(raw, types.BuiltinFunctionType, types.MethodType, types.ClassMethodDescriptorType)
    if is_a(raw, type):
        return raw, False
    if is_a(raw, functools.partial):
        return raw, LAZY  # a method since 3.14, too
    return raw, in_class(type(raw), "__get__") is not MISSING


def signature_of_type(form: Any) -> Signature | None:
    """Return the signature of the values of a type; nothing if they cannot be called."""
    form = stripped(form)
    if get_origin(form) is CALLABLE or form is CALLABLE:
        return of_callable_type(form)
    plain = get_origin(form) or form
    if is_open(form) or not is_a(plain, type) or is_one_of(plain, object, type):
        return UNKNOWN_SIGNATURE
    call = in_class(plain, "__call__")
    if call is MISSING:
        return None if in_class(plain, "__getattr__") is MISSING else UNKNOWN_SIGNATURE
    if not is_a(call, types.FunctionType):
        return UNKNOWN_SIGNATURE
    return bound_to(signature_of(call, bound=True, owner=plain), _bindings_of_form(call, form))


def _bindings_of_form(function: Any, form: Any) -> Mapping[Any, Any]:
    """Return what the type parameters of the class that defines a function stand for in a type."""
    for base in mro(get_origin(form) or form):
        if any(one is function for one in namespace(base).values()):
            return bindings_in(base, arguments(form))
    return {}


class Found(NamedTuple):
    """The callable that runs when an attribute is called; without a signature it cannot be called."""

    function: Any
    signature: Signature | None
    is_bound: bool = False


def found_signature(raw: Any, where: Where, owner: type, form: Any = None) -> Found:
    """Return what runs when an attribute is called; `form` is the owner with arguments, if these are known."""
    function, is_bound = bind(raw, where)
    if is_bound and not is_a(function, *FUNCTIONS) and not _is_known_wrapper(function):
        getter = in_class(type(function), "__get__")
        if is_a(getter, types.FunctionType):
            return Found(function, signature_of_type(given_by(getter)))
        return Found(function, UNKNOWN_SIGNATURE)
    bindings = _bindings(function, owner, form)
    return Found(function, signature_of(function, bound=is_bound, owner=owner, bindings=bindings), is_bound)


def given_by(getter: Any) -> Any:
    """Return the type of what the `__get__` of a descriptor gives for an instance."""
    for one in overloads_of(getter, None, ""):
        hints = of_function(one)
        names = one.__code__.co_varnames
        if len(names) > 1 and hints.get(names[1]) is not types.NoneType:
            return hints.get("return", UNKNOWN)
    return of_function(getter).get("return", UNKNOWN)


def _is_known_wrapper(function: Any) -> bool:
    kind = type(function)
    if "__wrapped__" in own_values(function):
        return True
    return class_name(kind) in {"_lru_cache_wrapper", "cython_function_or_method", "partial"} or any(
        namespace(base).get("__module__", "") in {"wrapt", "wrapt.wrappers", "wrapt.decorators"} for base in mro(kind)
    )


def _bindings(function: Any, owner: type, form: Any) -> Mapping[Any, Any]:
    """Return what the type parameters of the class that defines a function stand for in a class that extends it."""
    for base in mro(owner):
        space = namespace(base)
        if (
            "__parameters__" in space
            and space["__parameters__"]
            and any(one is function or getattr(one, "__func__", None) is function for one in space.values())
        ):
            return bindings_in(base, arguments(owner if form is None else form))
    return {}


# Explaining


def explain_method(
    member: Member, raw: Any, where: Where, owner: type, form: Any = None, *, is_of_instance: bool = True
) -> list[Violation]:
    """Return what is wrong with an attribute in the place of a method.

    `owner` is the class in which it is looked up, `form` that class with its arguments, if these are known. If there is
    no instance, a class that extends the owner may implement what the owner itself calls abstract.
    """
    if type(raw) is types.FunctionType and where == "class" and not vars(raw):  # as nearly all are
        signature = signature_of(raw, bound=True, owner=owner, bindings=_bindings(raw, owner, form))
        whole = Found(raw, signature, is_bound=True)
        return _explain_found(member, whole, raw, owner, form, is_of_instance=is_of_instance)
    if raw is None:
        return [MEMBER_IS_NONE(member.name, expected="a method", found="None")]
    if where == "class" and function_of_property(raw) is not None:
        return _explain_property(member, raw)
    whole = found_signature(raw, where, owner, form)
    if whole.signature is None or (not callable(whole.function) and not _gives_callables(whole.function, where)):
        return [NOT_CALLABLE(member.name, expected="a method", found=shown(whole.function))]
    return _explain_found(member, whole, raw, owner, form, is_of_instance=is_of_instance)


def _explain_found(
    member: Member, whole: "Found", raw: Any, owner: type, form: Any, *, is_of_instance: bool
) -> list[Violation]:
    """Return what is wrong with what runs when a method is called."""
    function, found = whole.function, whole.signature or UNKNOWN_SIGNATURE
    declared_by = only_declared_by(member, raw, function, owner, is_of_instance=is_of_instance)
    if declared_by is not None:
        return [not_implemented(member, declared_by, location_of(function))]
    overloaded = _overloaded(function)
    if any(map(_is_for_some_receivers, overloaded)):
        return []  # which of them holds the class alone does not tell
    overloads = _overloads(whole, owner, form) if overloaded else []
    if len(member.signatures) == 1 and not overloads:
        return explain_signature(member, member.signatures[0], found, raw, function, owner)
    faults: list[Violation] = []
    for expected in member.signatures:
        if overloads:
            here = _explain_overloads(member, expected, overloads, raw, function, owner)
        else:
            here = explain_signature(member, expected, found, raw, function, owner)
        faults += [fault for fault in here if fault not in faults]
    return faults


def explain_unbound(member: Member, raw: Any, cls: type) -> list[Violation]:
    """Return what is wrong with a function that is called on the class itself, which binds nothing."""
    found = signature_of(raw, owner=cls)
    first, *rest = found.parameters or (Parameter("self", POSITIONAL_ONLY, has_default=False),)
    found = found.replace(parameters=(first._replace(type=cls) if first.type is UNKNOWN else first, *rest))
    return [
        fault for expected in member.signatures for fault in explain_signature(member, expected, found, raw, raw, cls)
    ]


def _explain_overloads(
    member: Member,
    expected: Signature,
    overloads: list[Signature],
    raw: Any,
    function: Any,
    owner: type,
    depth: int = 0,
) -> list[Violation]:
    """Judge the first overload that accepts the calls; if none does, say what is wrong with the nearest."""
    nearest: list[Violation] | None = None
    for found in overloads:
        faults = explain_signature(member, expected, found, raw, function, owner)
        of_calls = [fault for fault in faults if fault.code not in OF_RESULTS]
        if not of_calls:
            return faults
        if nearest is None or len(of_calls) < len(nearest):
            nearest = of_calls
    parameters = expected.parameters or ()
    for index, one in enumerate(parameters if depth < MOST_EXPANDED else ()):
        if is_union(stripped(one.type)):  # each type of which an overload of its own may accept
            parts = [one._replace(type=part, has_default=False) for part in get_args(stripped(one.type))]
            each = [
                expected.replace(parameters=(*parameters[:index], part, *parameters[index + 1 :])) for part in parts
            ]
            if one.has_default:  # a call without it
                each.append(expected.replace(parameters=(*parameters[:index], *parameters[index + 1 :])))
            expanded = [_explain_overloads(member, part, overloads, raw, function, owner, depth + 1) for part in each]
            return list(dict.fromkeys(fault for faults in expanded for fault in faults))
    return nearest or []


MOST_EXPANDED = 3
"""Parameters of which each type of a union is tried on its own."""


OF_RESULTS = {
    rule.code for rule in (RETURN_TYPE, SYNC_FOR_ASYNC, ASYNC_FOR_SYNC, COROUTINE_FOR_ITERATOR, ITERATOR_FOR_COROUTINE)
}


def _gives_callables(function: Any, where: Where) -> bool:
    """Check whether a descriptor may give something that can be called."""
    return where == "class" and in_class(type(function), "__get__") is not MISSING


def _explain_property(member: Member, raw: Any) -> list[Violation]:
    """Judge a property in the place of a method by its annotation; its value only running it would tell."""
    given = of_function(function_of_property(raw)).get("return", UNKNOWN)
    if given is UNKNOWN or special_name(given) in {"Never", "NoReturn"}:
        reason = "it is a property, and only running it would tell its value"
        return [UNVERIFIABLE(member.name, reason=reason, expected="a method", found="a property")]
    found = signature_of_type(given)
    if found is None:
        return [NOT_CALLABLE(member.name, expected="a method", found=f"a property of type {named(given)}")]
    return [
        fault
        for expected in member.signatures
        for fault in explain_signature(member, expected, found, raw, None, object)
    ]


def _overloaded(function: Any) -> list[Any]:
    """Return the overloads of a function or method."""
    plain = function.__func__ if type(function) is types.MethodType else function
    if type(plain) is not types.FunctionType:
        return []
    return [getattr(one, "__func__", one) for one in get_overloads(plain)]


def _is_for_some_receivers(overload: Any) -> bool:
    """Check whether an overload states the type of the instance."""
    first = overload.__code__.co_varnames[:1]
    return first in (("self",), ("cls",)) and first[0] in raw_of_function(overload)


def _overloads(found: Found, owner: type, form: Any) -> list[Signature]:
    """Return the overloads of a function, as it is found in a class or on its own."""
    function, is_bound = found.function, found.is_bound
    if is_a(function, types.MethodType):
        function, is_bound, owner = function.__func__, True, type(function.__self__)
    if not is_a(function, types.FunctionType):
        return []
    overloads = _overloaded(function)
    bindings = _bindings(function, owner, form) if overloads else {}
    return [signature_of(one, bound=is_bound, owner=owner, bindings=bindings) for one in overloads]


def not_implemented(member: Member, owner: str, location: Location | None = None) -> Violation:
    """Return the violation of a member that is only declared."""
    return NOT_IMPLEMENTED(
        member.name, owner=owner, expected="an implementation", found=f"the declaration of {owner}", location=location
    )


def only_declared_by(member: Member, raw: Any, function: Any, owner: type, *, is_of_instance: bool) -> str | None:
    """Return the name of the class that only declares what was found, if it is not an implementation."""
    if (
        type(function) is types.FunctionType
        and not vars(function)
        and (type(owner) is type or is_a(owner, type))
        and namespace(owner).get(member.name) is raw
        and function.__qualname__ == f"{qualname(owner)}.{member.name}"
        and id(owner) not in STANDARD
    ):
        return None  # as nearly all are
    if is_a(raw, type) and _is_placeholder(raw, member.name, owner):
        return class_name(owner)
    if not is_a(function, types.FunctionType) or is_protocol(owner):
        return None
    is_abstract = vars(function).get("__isabstractmethod__", False) is True
    for base in mro(owner) if is_a(owner, type) else ():
        declared = namespace(base).get(member.name)
        if declared is not raw and getattr(declared, "__func__", None) is not function:
            continue
        if is_protocol(base) or id(base) in STANDARD:
            return class_name(base) if is_abstract or is_contract(base) or is_stub(function) else None
        if is_abstract and is_of_instance:
            return class_name(base)
        break
    if function is member.function:
        is_of_protocol = function.__qualname__.endswith(f"{member.owner_name}.{member.name}")
        return (
            member.owner_name if is_of_protocol and (member.of_contract or is_abstract or is_stub(function)) else None
        )
    home = _home_of(function)
    return class_name(home) if home is not None and is_protocol(home) and is_stub(function) else None


def _is_placeholder(nested: type, name: str, owner: type) -> bool:
    """Check whether a class has an empty class where a method is expected."""
    if qualname(nested) != f"{qualname(owner)}.{name}":
        return False
    return len(mro(nested)) == 2 and not any(callable(one) for one in namespace(nested).values())  # noqa: PLR2004


def _home_of(function: Any) -> Any:
    """Return the class in whose body a function was defined, if its module still has that class."""
    *path, name = function.__qualname__.split(".")
    space: Mapping[str, Any] = function.__globals__
    home: Any = None
    for part in path:
        home = space.get(part)
        if not is_a(home, type):
            return None
        space = namespace(home)
    declared = space.get(name)
    return home if declared is function or getattr(declared, "__func__", None) is function else None


def explain_signature(
    member: Member, expected: Signature, found: Signature, raw: Any, function: Any, owner: type
) -> list[Violation]:
    """Return what is wrong with a signature: calls that do not bind, then the kind of result, then types."""
    location = location_of(function)
    if owner is not object and (expected.mentions_self or found.mentions_self):
        expected, found = for_receiver(expected, owner), for_receiver(found, owner)
    faults = explain_calls(expected, found)
    if faults:
        wrong_binding = _explain_binding(expected, found, raw, function)
        if wrong_binding:
            faults = [(WRONG_BINDING, {"fault": wrong_binding})]
    told = [
        rule(member.name, expected=str(expected), found=str(found), location=location, **fields)
        for rule, fields in faults
    ]
    kind = explain_kind(member, expected, found, function)
    if kind is not None:
        told.append(kind)
    told += explain_types(member, expected, found, location, with_result=kind is None)
    return list(dict.fromkeys(told)) if len(told) > 1 else told


def for_receiver(signature: Signature, receiver: type) -> Signature:
    """Put the class of the instance in the place of `Self`."""
    if not signature.mentions_self:
        return signature
    result = with_receiver(signature.result, receiver)
    kind = kind_of_type(result) if signature.kind == "unknown" else signature.kind
    parameters = signature.parameters and tuple(
        one._replace(type=with_receiver(one.type, receiver)) for one in signature.parameters
    )
    return Signature(parameters, kind, result)


def _explain_binding(expected: Signature, found: Signature, raw: Any, function: Any) -> str:
    """Say whether only the receiver's own parameter is at fault."""
    if type(function) is not types.FunctionType:
        return ""
    if NO_RECEIVER in (found.parameters or ()):
        return "has no parameter for the instance"
    if not function.__code__.co_argcount:
        return ""
    first = function.__code__.co_varnames[0]
    is_static = raw is not function and is_a(raw, staticmethod)
    is_likely = first == "self" if is_static else any(one.name == first for one in expected.positional)
    if is_likely and accepts_calls(expected, signature_of(function, bound=is_static)):
        if is_static:
            return f"is a static method, so nothing is passed for its first parameter {first!r}"
        return "has no parameter for the instance"
    return ""


def explain_kind(member: "Member | Subject", expected: Signature, found: Signature, function: Any) -> Violation | None:
    """Compare the kind of the result: awaitable, async iterator, or plain."""
    wanted, got = expected.kind, found.kind
    if wanted == got and wanted in {"plain", "coroutine"}:
        return None

    def fault(rule: Rule, form: str, use: str = "await", help: str = "") -> Violation:
        return rule(member.name, expected=form, found=got, location=location_of(function), use=use, help=help)

    if got == "unknown" and not is_lambda(function):
        # The contract asks for what is async, or says that it can be awaited.
        is_open_def = member.of_contract and found.result is UNKNOWN and is_plain_def(function)
        return fault(SYNC_FOR_ASYNC, "async def") if wanted == "coroutine" and is_open_def else None
    if wanted in {"coroutine", "awaitable"}:
        if is_lambda(function) and found.result is UNKNOWN:
            reason = "it is a lambda, and whether it returns an awaitable is unknown"
            where = location_of(function)
            return UNVERIFIABLE(member.name, reason=reason, expected="async def", found="a lambda", location=where)
        if got == "async generator" or (got == "async iterator" and _conflict(found, expected)):
            return fault(ITERATOR_FOR_COROUTINE, "async def")
        if got in {"generator", "plain"}:
            return fault(SYNC_FOR_ASYNC, "async def")
        return None
    if wanted in {"async iterator", "async generator"}:
        if got in {"coroutine", "awaitable"} and (got == "coroutine" or _conflict(found, expected)):
            return fault(COROUTINE_FOR_ITERATOR, "an async iterator", help="add a yield, or remove async")
        return fault(SYNC_FOR_ASYNC, "an async iterator", "iterate asynchronously over") if got == "generator" else None
    if got not in {"coroutine", "awaitable", "async generator"} or expected.result is object:
        return None
    if (wanted == "unknown" or expected.result is UNKNOWN) and not (member.of_contract and is_open(expected.result)):
        return None  # it may be awaited, too
    if got == "awaitable" and expected.result is not Any and not _conflict(found, expected):
        return None
    return fault(ASYNC_FOR_SYNC, "def")


def _conflict(found: Signature, expected: Signature) -> bool:
    return assignable(effective(found), awaitable(expected)) is False


def is_plain_def(function: Any) -> bool:
    """Check whether a function is neither async, nor annotated, nor a wrapper."""
    return type(function) is types.FunctionType and not vars(function) and "return" not in raw_of_function(function)


def is_lambda(function: Any) -> bool:
    """Check whether a function is a lambda."""
    return type(function) is types.FunctionType and function.__code__.co_name == "<lambda>"


def explain_types(
    member: "Member | Subject",
    expected: Signature,
    found: Signature,
    location: Location | None,
    *,
    with_result: bool,
) -> Iterator[Violation]:
    """Compare the types of parameters and results, as far as both sides state them."""
    solved: dict[Any, Any] = {}
    for want, have in pairs(expected, found):
        if want.type is have.type and type(have.type) is type:
            continue
        if get_args(have.type):
            have = have._replace(type=loosened(have.type))  # noqa: PLW2901 - the same parameter
        if is_type_parameter(have.type, "TypeVar"):
            solved.setdefault(have.type, want.type)
        if is_same(want.type, have.type) or want.type is UNKNOWN or have.type is UNKNOWN:
            continue
        if assignable(want.type, have.type) is False:
            yield PARAMETER_TYPE(
                member.name, name=have.name, expected=named(want.type), found=named(have.type), location=location
            )
    if not with_result or (expected.kind == found.kind and expected.result is found.result is types.NoneType):
        return
    # What a generic method returns is known as far as its arguments tell.
    open_ones = dict.fromkeys((found.result, *parameters_of(found.result)), Any) if _is_odd(found.result) else {}
    result = found.replace(result=substitute(found.result, {**open_ones, **solved})) if open_ones else found
    have_all, want_all = effective(result), awaitable(expected)
    if have_all is UNKNOWN or want_all is UNKNOWN or assignable(have_all, want_all) is not False:
        return
    have_type, want_type = awaited(result), awaited(expected)
    if (have_type is UNKNOWN) is not (want_type is UNKNOWN) or have_type is UNKNOWN:
        have_type, want_type = have_all, want_all
    yield RETURN_TYPE(member.name, expected=named(want_type), found=named(have_type), location=location)


def awaited(signature: Signature) -> Any:
    """Return the type of the result after awaiting."""
    if signature.kind == "coroutine":
        return Any if signature.result is UNKNOWN else signature.result
    origin, args = get_origin(signature.result), get_args(signature.result)
    if is_one_of(origin, *AWAITABLE) and args:
        return args[-1]
    return UNKNOWN


class Subject(NamedTuple):
    """The subject of a comparison that is not a member, such as a `Callable` value."""

    name: str = ""
    of_contract: bool = False


def explain_callable(expected: Signature, found: Signature, function: Any) -> Iterator[Violation]:
    """Yield what is wrong with what a callable value returns, and with the types of its parameters."""
    subject = Subject()
    kind = explain_kind(subject, expected, found, function)
    if kind is not None:
        yield kind
    yield from explain_types(subject, expected, found, location_of(function), with_result=kind is None)
