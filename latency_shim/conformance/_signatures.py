# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# What is inspected here can be of any type.
"""Signatures: what calls a callable accepts and what a call returns, read without calling it, and their comparison."""

import contextlib
import dis
import functools
import inspect
import itertools
import types
import typing
from collections import abc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, Literal, NamedTuple, Self, TypeAlias, get_args, get_origin

from latency_shim.conformance._annotations import (
    UNKNOWN,
    fields_of,
    is_same,
    is_type_parameter,
    is_union,
    is_unpacked,
    of_function,
    parameters_of,
    raw_of_function,
    special_name,
    stripped,
    substitute,
    with_receiver,
)
from latency_shim.conformance._annotations import bound as bound_parameters
from latency_shim.conformance._inspection import (
    LRU_CACHE,
    MISSING,
    class_name,
    in_class,
    is_a,
    is_mock,
    is_one_of,
    is_subclass,
    is_typed_dict,
    module_of,
    mro,
    namespace,
    own_values,
    qualname,
)
from latency_shim.conformance._rules import (
    EXTRA_REQUIRED_PARAMETER,
    MISSING_VAR_POSITIONAL,
    PARAMETER_KIND,
    PARAMETER_NAME,
    PARAMETER_REQUIRED,
    TOO_FEW_PARAMETERS,
    Rule,
)
from latency_shim.conformance._wording import near

POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = range(5)
"""Kinds of parameters, in the order of `inspect`'s."""
Kind: TypeAlias = Literal[
    "plain", "coroutine", "awaitable", "generator", "async generator", "async iterator", "unknown"
]
"""What a call returns, as far as its being awaited or iterated over goes."""
DEEPEST = 20
"""Wrappers within each other; a chain that is longer has no end."""

AWAITABLE: tuple[Any, ...] = (abc.Awaitable, abc.Coroutine, types.CoroutineType)
ASYNC_ITERATOR: tuple[Any, ...] = (abc.AsyncIterator, abc.AsyncIterable, abc.AsyncGenerator, types.AsyncGeneratorType)
ITERATOR: tuple[Any, ...] = (abc.Iterator, abc.Iterable, abc.Generator, types.GeneratorType, object)


Call: TypeAlias = tuple[int, frozenset[str]]
"""A form of a call: how many values by position, and the names of others."""


class Parameter(NamedTuple):
    """A parameter of a callable."""

    name: str
    kind: int
    has_default: bool
    type: Any = UNKNOWN


NO_RECEIVER = Parameter("self", KEYWORD_ONLY, has_default=False)
"""Stands among the parameters of a function that has none for the instance: so no call binds."""


class Signature:
    """The parameters and the result of a callable; `parameters` is `None` if unknown."""

    __slots__ = (
        "_mentions_self",
        "_text",
        "has_args",
        "has_kwargs",
        "is_gradual",
        "keyword_only",
        "kind",
        "own_calls",
        "parameters",
        "positional",
        "result",
    )

    def __init__(self, parameters: tuple[Parameter, ...] | None, kind: Kind, result: Any = UNKNOWN) -> None:
        self.parameters = parameters
        self.kind: Kind = kind
        self.result = result
        self.own_calls: list[Call] | None = None
        self._text: str | None = None
        self._mentions_self: bool | None = None
        self.positional: list[Parameter] = []
        self.keyword_only: dict[str, Parameter] = {}
        self.has_args = self.has_kwargs = False
        self.is_gradual = True
        for one in parameters or ():
            if one.kind <= POSITIONAL_OR_KEYWORD:
                self.positional.append(one)
            elif one.kind == KEYWORD_ONLY:
                self.keyword_only[one.name] = one
            else:
                self.has_args = self.has_args or one.kind == VAR_POSITIONAL
                self.has_kwargs = self.has_kwargs or one.kind == VAR_KEYWORD
                self.is_gradual = self.is_gradual and is_anything(one.type)
        self.is_gradual = self.is_gradual and self.has_args and self.has_kwargs

    def replace(self, **changes: Any) -> "Signature":
        """Return a signature with other parts."""
        now: dict[str, Any] = {"parameters": self.parameters, "kind": self.kind, "result": self.result}
        return Signature(**{**now, **changes})

    def type_of(self, kind: int) -> Any:
        """Return the type of `*args` or `**kwargs`."""
        return next((one.type for one in self.parameters or () if one.kind == kind), UNKNOWN)

    def __str__(self) -> str:
        if self._text is None:
            self._text = written(self.parameters)
        return self._text

    @property
    def mentions_self(self) -> bool:
        """Whether the signature mentions the class of the instance."""
        if self._mentions_self is None:
            forms = [one.type for one in self.parameters or () if type(one.type) is not type]
            if type(self.result) is not type:
                forms.append(self.result)
            self._mentions_self = bool(forms) and any(with_receiver(one, object) is not one for one in forms)
        return self._mentions_self


UNKNOWN_SIGNATURE = Signature(None, "unknown")


def is_anything(form: Any) -> bool:
    """Check whether the type of `*args` or `**kwargs` says nothing."""
    return form is UNKNOWN or form is Any


# Reading


def signature_of(
    function: Any,
    *,
    bound: bool = False,
    owner: type | None = None,
    bindings: Mapping[Any, Any] | None = None,
    depth: int = 0,
) -> Signature:
    """Read a callable; `bound` if the instance fills its first parameter, found in the class `owner`."""
    if depth > DEEPEST:
        return UNKNOWN_SIGNATURE
    if type(function) is types.FunctionType:
        return _of_function(function, bound, owner, bindings, depth)
    if is_mock(type(function)):  # accepts any call
        is_async = any(class_name(base) == "AsyncMock" for base in mro(type(function)))
        return Signature(None, "coroutine" if is_async else "unknown")
    if is_a(function, LRU_CACHE):
        inner = own_values(function).get("__wrapped__")
        return signature_of(inner, bound=bound, owner=owner, bindings=bindings, depth=depth + 1)
    if bound and not callable(own_values(function).get("__wrapped__")):
        whole = signature_of(function, owner=owner, bindings=bindings, depth=depth + 1)
        return whole if whole.parameters is None else whole.replace(parameters=without_first(whole.parameters))
    if is_a(function, types.MethodType):
        owner = type(function.__self__) if owner is None else owner
        return signature_of(function.__func__, bound=True, owner=owner, bindings=bindings, depth=depth + 1)
    if is_a(function, functools.partial):
        return _of_partial(function, depth)
    if is_a(function, type):
        return _of_constructor(function, depth)
    if is_a(function, types.GenericAlias) or class_name(type(function)) == "_GenericAlias":
        origin = get_origin(function)
        made = signature_of(origin, depth=depth + 1).replace(result=function)
        return bound_to(made, bound_parameters(parameters_of(origin), get_args(function)))
    if is_a(function, *BUILTINS) or class_name(type(function)) == "cython_function_or_method":
        return _of_builtin(function)
    if (
        module_of(type(function)).partition(".")[0] == "wrapt"
        or class_name(type(function)) == "_SingleDispatchCallable"
    ):
        with suppress(Exception):  # a proxy that was never given anything
            return signature_of(function.__wrapped__, bound=bound, owner=owner, depth=depth + 1)
    call = in_class(type(function), "__call__")
    inner = own_values(function).get("__wrapped__")
    if callable(inner) and is_a(call, types.FunctionType) and _passes_all_on(_parameters_of_code(call)[1:]):
        return signature_of(inner, bound=bound, owner=owner, bindings=bindings, depth=depth + 1)
    if is_a(call, staticmethod):
        return signature_of(call.__func__, owner=owner, depth=depth + 1)
    if call is MISSING or is_a(call, types.WrapperDescriptorType):
        return UNKNOWN_SIGNATURE
    is_bound = in_class(type(call), "__get__") is not MISSING
    return signature_of(call, bound=is_bound, owner=type(function), depth=depth + 1)


BUILTINS = (
    types.BuiltinFunctionType,
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
    types.MethodWrapperType,
    types.ClassMethodDescriptorType,
)


def _of_builtin(function: Any) -> Signature:
    """Read a function in C, if it says what it accepts."""
    try:
        found = inspect.signature(function, follow_wrapped=False)
    except Exception:  # noqa: BLE001 - most have none, and each Python knows others
        return UNKNOWN_SIGNATURE
    return Signature(
        tuple(
            Parameter(one.name, int(one.kind), one.default is not one.empty or one.kind.name.startswith("VAR"))
            for one in found.parameters.values()
        ),
        "unknown",
    )


def _of_partial(function: Any, depth: int) -> Signature:
    """Read a partial: what it fills is gone, what it names can still be replaced by keyword."""
    inner = signature_of(function.func, depth=depth + 1)
    args, keywords = function.args, function.keywords
    if inner.parameters is None or type(args) is not tuple or type(keywords) is not dict:
        return inner
    left = sum(one is not PLACEHOLDER for one in args)
    parameters: list[Parameter] = []
    named = False
    for one in inner.parameters:
        if one.kind <= POSITIONAL_OR_KEYWORD and left:
            left -= 1
        elif one.name in keywords and one.kind in (POSITIONAL_OR_KEYWORD, KEYWORD_ONLY):
            named = True
            parameters.append(one._replace(kind=KEYWORD_ONLY, has_default=True))
        elif named and one.kind == POSITIONAL_OR_KEYWORD:
            parameters.append(one._replace(kind=KEYWORD_ONLY))
        elif not (named and one.kind == VAR_POSITIONAL):
            parameters.append(one)
    if left and not inner.has_args:
        return inner.replace(parameters=(FILLED_TOO_FAR,))
    return inner.replace(parameters=tuple(parameters))


FILLED_TOO_FAR = Parameter("fewer arguments in the partial", KEYWORD_ONLY, has_default=False)
"""Stands for the parameters of a partial that passes more arguments than its function accepts: no call binds."""
PLACEHOLDER: Any = getattr(functools, "Placeholder", MISSING)


def _of_constructor(kind: type, depth: int) -> Signature:
    """Read what a class accepts when it is called."""
    meta = in_class(type(kind), "__call__")
    if is_a(meta, types.FunctionType) and class_name(type(kind)) not in {"EnumType", "EnumMeta"}:
        hints = of_function(meta)
        if "return" in hints or not _passes_all_on(_parameters_of_code(meta)[1:]):
            return signature_of(meta, bound=True, owner=type(kind), depth=depth + 1)
    new = in_class(kind, "__new__")
    new = new.__func__ if is_a(new, staticmethod) else new
    if is_a(new, types.FunctionType):
        made = stripped(of_function(new, kind).get("return", UNKNOWN))
        if is_a(get_origin(made) or made, type) and not is_subclass(get_origin(made) or made, kind):
            return signature_of(new, bound=True, owner=kind, depth=depth + 1)  # no `__init__` runs
    found: Signature | None = None
    for name in ("__init__", "__new__"):
        function = in_class(kind, name)
        function = function.__func__ if is_a(function, staticmethod) else function
        if is_a(function, types.FunctionType):
            one = signature_of(function, bound=True, owner=kind, depth=depth + 1)
            if found is None or found.is_gradual:
                found = one
        elif not is_one_of(function, namespace(object)["__init__"], namespace(object)["__new__"]):
            return Signature(None, "plain", kind)
    return Signature(() if found is None else found.parameters, "plain", kind)


def _of_function(
    function: types.FunctionType, bound: bool, owner: type | None, bindings: Mapping[Any, Any] | None, depth: int
) -> Signature:
    """Read a function from its code; a wrapper that passes everything on is looked through."""
    inner = vars(function).get("__wrapped__")
    if inner is not None and callable(inner) and inner is not function:
        return _of_wrapper(function, inner, bound, owner, bindings, depth)
    signature = _with_types(function, of_function(function, owner), bound)
    return bound_to(signature, bindings) if bindings else signature


def _with_types(function: types.FunctionType, hints: Mapping[str, Any], bound: bool) -> Signature:
    code = function.__code__
    is_usual = bound and code.co_argcount and code.co_varnames[0] not in hints  # nothing is said of the receiver
    parameters = _parameters_of_code(function, hints, 1 if is_usual else 0)
    if code.co_flags & (inspect.CO_VARARGS | inspect.CO_VARKEYWORDS):
        parameters = expanded(parameters)
    result = hints.get("return", UNKNOWN)
    if bound and not is_usual:
        if parameters and is_type_parameter(first := receiver_of(parameters[0].type), "TypeVar"):
            result = substitute(result, {first: Self})
        parameters = without_first(parameters)
    return Signature(parameters, kind_of(function, result), result)


def _of_wrapper(
    function: types.FunctionType,
    inner: Any,
    bound: bool,
    owner: type | None,
    bindings: Mapping[Any, Any] | None,
    depth: int,
) -> Signature:
    """Read a wrapper as `functools.wraps` makes them.

    Its own annotations count. Where it only has those of what it wraps, it is known to return the same if its body
    shows it; else it may run, collect or change that.
    """
    own, others = raw_of_function(function), raw_of_function(inner)
    parameters = _parameters_of_code(function)
    passes = _passes_all_on(parameters)
    is_copy = own.keys() == others.keys() and all(map(is_same, own.values(), others.values()))
    hints = {} if is_copy else of_function(function, owner)
    if hints and not passes:
        return _with_types(function, hints, bound)
    kind = kind_of(function, hints.get("return", UNKNOWN))
    if not passes:
        return Signature(without_first(parameters) if bound else parameters, "unknown" if kind == "plain" else kind)
    if function.__code__ in MANAGERS:
        wrapped = signature_of(inner, bound=bound, owner=owner, bindings=bindings, depth=depth + 1)
        return Signature(wrapped.parameters, "plain", MANAGERS[function.__code__])
    straight, returned = _passes_straight_on(function, inner)
    if not straight:  # it may fill or drop arguments
        return Signature(parameters, "unknown" if kind == "plain" else kind)
    wrapped = signature_of(inner, bound=bound, owner=owner, bindings=bindings, depth=depth + 1)
    if hints:
        return Signature(wrapped.parameters, kind, hints.get("return", UNKNOWN))
    if kind not in ("plain", "unknown"):
        same = wrapped.kind == kind or (wrapped.kind in ("plain", "unknown") and kind == "coroutine")
        return wrapped.replace(kind=kind, result=wrapped.result if same else UNKNOWN)
    if returned:
        return wrapped
    return Signature(wrapped.parameters, "unknown")


_any: Any = callable
MANAGERS: dict[types.CodeType, Any] = {
    contextlib.contextmanager(_any).__code__: contextlib.AbstractContextManager,
    contextlib.asynccontextmanager(_any).__code__: contextlib.AbstractAsyncContextManager,
}
"""Return types of the standard library's context manager wrappers."""
_NOISE = {
    "BUILD_MAP", "CACHE", "COPY_FREE_VARS", "DICT_MERGE", "NOP", "PUSH_NULL", "RESUME", "PRECALL", "EXTENDED_ARG",
}  # fmt: skip


@functools.lru_cache(maxsize=1000)
def _calls_of_wrapper(code: types.CodeType) -> tuple[frozenset[str], bool]:
    """Return the names of the functions to which a wrapper passes just its own arguments.

    Also return whether all that it returns is what such a call returns.
    """
    found: set[str] = set()
    only_returned = True
    steps = [one for one in dis.get_instructions(code) if one.opname not in _NOISE]
    given = code.co_varnames[:2]
    for index, one in enumerate(steps):
        name = ""
        if one.opname == "CALL_FUNCTION_EX":
            before = steps[max(0, index - 3) : index]
            if len(before) == 3 and tuple(step.argval for step in before[1:]) == given:  # noqa: PLR2004 - function, arguments
                name = str(before[0].argval)
            elif before and before[-1].argval == given:  # newer versions load both arguments at once
                name = str(before[-2].argval) if len(before) > 1 else ""
            found.add(name)
        if one.opname in ("RETURN_VALUE", "RETURN_CONST"):
            only_returned = only_returned and index > 0 and steps[index - 1].opname == "CALL_FUNCTION_EX"
    return frozenset(found), only_returned


def _passes_straight_on(function: types.FunctionType, inner: Any) -> tuple[bool, bool]:
    """Check whether a wrapper calls what it wraps with just its own arguments, and whether it returns the result."""
    names, only_returned = _calls_of_wrapper(function.__code__)
    cells = dict(zip(function.__code__.co_freevars, function.__closure__ or (), strict=False))
    known: list[Any] = []
    for name in names:
        try:
            known.append(cells[name].cell_contents if name in cells else function.__globals__.get(name))
        except ValueError:  # an empty cell
            return False, False
    straight = any(one is inner for one in known)
    return straight, straight and only_returned and all(one is inner for one in known)


NO_HINTS: Mapping[str, Any] = {}


def _parameters_of_code(
    function: types.FunctionType, hints: Mapping[str, Any] = NO_HINTS, start: int = 0
) -> tuple[Parameter, ...]:
    """Read the parameters that a function really has, whatever it says of itself, from a position on."""
    code = function.__code__
    names = code.co_varnames
    total, only = code.co_argcount, code.co_posonlyargcount
    required = total - len(function.__defaults__ or ())
    name = function.__name__
    if name[:2] == "__" == name[-2:] and name not in {"__call__", "__init__", "__new__"}:
        only = total
    elif not only:
        only = _hidden(function.__qualname__, names[:total])
    parameters = [
        Parameter(name, int(index >= only), index >= required, hints.get(name, UNKNOWN))
        for index, name in enumerate(names[start:total], start)
    ]
    end = total + code.co_kwonlyargcount
    keyword_only: list[Parameter] = []
    if end > total:
        defaults = function.__kwdefaults__ or ()
        keyword_only = [
            Parameter(name, KEYWORD_ONLY, name in defaults, hints.get(name, UNKNOWN)) for name in names[total:end]
        ]
    if code.co_flags & inspect.CO_VARARGS:
        parameters.append(Parameter(names[end], VAR_POSITIONAL, has_default=True, type=hints.get(names[end], UNKNOWN)))
        end += 1
    parameters += keyword_only
    if code.co_flags & inspect.CO_VARKEYWORDS:
        parameters.append(Parameter(names[end], VAR_KEYWORD, has_default=True, type=hints.get(names[end], UNKNOWN)))
    return tuple(parameters)


def _hidden(path: str, names: tuple[str, ...]) -> int:
    """Return how many parameters come before the last of those that `__name` makes positional-only."""
    if not any("__" in name for name in names):
        return 0
    parts = path.split(".")
    mangled = f"_{parts[-2].lstrip('_')}__" if len(parts) > 1 else "__"
    hidden = [name.startswith(("__", mangled)) and not name.endswith("__") for name in names]
    start = 0 if hidden[:1] == [True] else 1  # the first may be the receiver
    end = start
    while end < len(names) and hidden[end]:
        end += 1
    return end if end > start else 0


def expanded(parameters: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Write out `*args: *tuple[…]`, `**kwargs: Unpack[TypedDict]`, and a `ParamSpec` that is bound to something."""
    found: list[Parameter] = []
    by_name: list[Parameter] = []
    for one in parameters:
        form = one.type
        if one.kind == VAR_POSITIONAL and is_unpacked(form):
            inner = get_args(form)[0] if special_name(get_origin(form)) == "Unpack" else form
            if get_origin(inner) is tuple:
                found = [before._replace(kind=POSITIONAL_ONLY) for before in found]
                found += _of_items(one.name, get_args(inner))
                continue
        elif one.kind == VAR_KEYWORD and is_unpacked(form):
            record = get_args(form)[0]
            origin = get_origin(record) or record
            if is_typed_dict(origin):
                by_name += [
                    Parameter(key, KEYWORD_ONLY, not required, hint)
                    for key, (hint, required) in fields_of(origin, get_args(record)).items()
                ]
                continue
        found.append(one)
    if by_name:
        rest = [one for one in found if one.kind == VAR_KEYWORD]
        found = [*(one for one in found if one.kind != VAR_KEYWORD), *by_name, *rest]
    return tuple(found)


def _of_items(name: str, items: tuple[Any, ...]) -> Iterator[Parameter]:
    """Yield the parameters that the items of a tuple stand for, as far as their number is known."""
    if len(items) == 2 and items[1] is ...:  # noqa: PLR2004 - tuple[X, ...]
        yield Parameter(name, VAR_POSITIONAL, has_default=True, type=items[0])
        return
    for number, item in enumerate(items):
        if is_unpacked(item):
            inner = get_args(item)[0] if special_name(get_origin(item)) == "Unpack" else item
            if get_origin(inner) is tuple and number == len(items) - 1:
                yield from _of_items(name, get_args(inner))
            else:
                yield Parameter(name, VAR_POSITIONAL, has_default=True)
            return
        yield Parameter(f"{name}[{number}]", POSITIONAL_ONLY, has_default=False, type=item)


def without_first(parameters: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Take off the parameter that the instance fills; a function without one cannot be called on an instance."""
    if parameters and parameters[0].kind <= POSITIONAL_OR_KEYWORD:
        form = receiver_of(parameters[0].type)
        if is_type_parameter(form, "TypeVar"):  # which stands for the class of the instance
            return tuple(one._replace(type=substitute(one.type, {form: Self})) for one in parameters[1:])
        return parameters[1:]
    if parameters and parameters[0].kind == VAR_POSITIONAL:
        return parameters
    return (NO_RECEIVER, *parameters)


def receiver_of(form: Any) -> Any:
    """Return the type of the instance, whether the first parameter is the instance or its class."""
    return get_args(form)[0] if get_origin(form) is type and get_args(form) else form


def _passes_all_on(parameters: tuple[Parameter, ...]) -> bool:
    return [one.kind for one in parameters] == [VAR_POSITIONAL, VAR_KEYWORD]


def of_parameters(forms: Any) -> tuple[Parameter, ...] | None:
    """Return the parameters of `Callable[forms, …]`, or nothing if they are open."""
    if forms is ... or is_type_parameter(forms, "ParamSpec"):
        return None
    if special_name(get_origin(forms)) == "Concatenate":
        *leading, rest = get_args(forms)
        first = of_parameters(leading) or ()
        return (*first, *GRADUAL) if of_parameters(rest) is None else (*first, *(of_parameters(rest) or ()))
    items = forms if type(forms) in (list, tuple) else [forms]
    found: list[Parameter] = []
    for number, one in enumerate(items):
        if is_unpacked(one):
            found += expanded((Parameter("args", VAR_POSITIONAL, has_default=True, type=one),))
        else:
            found.append(Parameter(f"argument {number + 1}", POSITIONAL_ONLY, has_default=False, type=one))
    return tuple(found)


GRADUAL = (Parameter("args", VAR_POSITIONAL, has_default=True), Parameter("kwargs", VAR_KEYWORD, has_default=True))
"""What `...` stands for."""


def of_callable_type(form: Any) -> Signature:
    """Return the signature that `Callable[[…], X]` states."""
    args = get_args(form)
    if not args:
        return Signature(GRADUAL, "unknown")
    parameters = args[0] if len(args) == 2 else list(args[:-1])  # noqa: PLR2004 - parameters and result
    found = of_parameters(parameters)
    return Signature(GRADUAL if found is None else found, kind_of_type(args[-1]), args[-1])


def bound_to(signature: Signature, bindings: Mapping[Any, Any]) -> Signature:
    """Fill in type parameters, a `ParamSpec` among them."""
    if not bindings or signature.parameters is None:
        return signature
    found: list[Parameter] = []
    for one in signature.parameters:
        is_spec = class_name(type(one.type)) in {"ParamSpecArgs", "ParamSpecKwargs"}
        if is_spec and one.type.__origin__ not in bindings:
            found.append(one)
        elif class_name(type(one.type)) == "ParamSpecArgs":
            given = bindings.get(one.type.__origin__, ...)
            parameters = of_parameters(given)
            found += [one._replace(type=UNKNOWN)] if parameters is None else parameters
        elif (
            one.kind == VAR_POSITIONAL
            and is_unpacked(one.type)
            and get_args(one.type)[:1]
            and get_args(one.type)[0] in bindings
        ):
            found = [before._replace(kind=POSITIONAL_ONLY) for before in found]
            given = bindings[get_args(one.type)[0]]
            if type(given) is not tuple:  # the default, which says nothing if it is none
                inner = get_args(given)[0] if special_name(get_origin(given)) == "Unpack" else given
                given = get_args(inner)
            found += GRADUAL if given == (Any, ...) else _of_items(one.name, given)
        elif class_name(type(one.type)) == "ParamSpecKwargs":
            given = bindings.get(one.type.__origin__, ...)
            parameters = of_parameters(given)
            if parameters is None:
                found.append(one._replace(type=UNKNOWN))
        else:
            found.append(one._replace(type=substitute(one.type, bindings)))
    result = substitute(signature.result, bindings)
    kind = kind_of_type(result) if signature.kind == "unknown" else signature.kind
    return Signature(expanded(tuple(found)), kind, result)


def overloads_of(function: Any, owner: type | None, name: str) -> list[Any]:
    """Return the overloads of a function that a class defines, as `typing.overload` noted them."""
    if owner is None:
        return list(typing.get_overloads(function)) if type(function) is types.FunctionType else []
    module, path = module_of(owner), f"{qualname(owner)}.{name}"
    with suppress(Exception):
        stand_in: Any = types.SimpleNamespace(__module__=module, __qualname__=path)
        found = typing.get_overloads(stand_in)
        return [getattr(one, "__func__", one) for one in found]
    return []


# Kinds


def kind_of(function: types.FunctionType, result: Any) -> Kind:
    """Return what a call of a function returns, by its code and, where that says nothing, by its annotation."""
    flags = function.__code__.co_flags
    if flags & inspect.CO_COROUTINE or _is_marked(function):
        return "coroutine"
    if flags & inspect.CO_ASYNC_GENERATOR:
        return "async generator"
    if flags & inspect.CO_ITERABLE_COROUTINE:
        return "awaitable"
    if flags & inspect.CO_GENERATOR:
        return "generator"
    if result is UNKNOWN:
        is_open = "return" in raw_of_function(function) or not returns_plain_values(function.__code__)
        return "unknown" if is_open else "plain"
    return kind_of_type(result)


def _is_marked(function: types.FunctionType) -> bool:
    """Check whether `inspect.markcoroutinefunction` marked a function."""
    return bool(vars(function)) and inspect.iscoroutinefunction(function)


def kind_of_type(result: Any) -> Kind:
    """Return the kind of a type: awaitable, async iterator, plain or unknown."""
    if result is types.NoneType:
        return "plain"
    try:
        return _kind_of_form(stripped(result))
    except Exception:  # noqa: BLE001 - an annotation can be any object
        return "unknown"


def _kind_of_form(result: Any) -> Kind:
    if result is Any or result is UNKNOWN or is_type_parameter(result, "TypeVar"):
        return "unknown"
    if is_union(result):  # an awaitable may be in it
        kinds: set[Kind] = {kind_of_type(one) for one in get_args(result)}
        return kinds.pop() if len(kinds) == 1 else "unknown"
    origin = get_origin(result) or result
    if is_one_of(origin, *AWAITABLE):
        return "awaitable"
    if is_one_of(origin, *ASYNC_ITERATOR):
        return "async iterator"
    if not is_a(origin, type):
        is_value = special_name(origin) in {"Literal", "LiteralString", "Never", "NoReturn"}
        return "plain" if is_value else "unknown"
    if is_one_of(origin, object, type):
        return "plain"
    if in_class(origin, "__await__") is not MISSING:
        return "awaitable"
    if in_class(origin, "__aiter__") is not MISSING:
        return "async iterator"
    return "unknown" if in_class(origin, "__getattr__") is not MISSING else "plain"


_PLAIN_VALUES = (
    "LOAD_CONST", "RETURN_CONST", "LOAD_SMALL_INT", "BUILD_", "LIST_TO_TUPLE", "LIST_EXTEND", "DICT_UPDATE",
    "SET_UPDATE", "COMPARE_OP", "IS_OP", "CONTAINS_OP", "UNARY_NOT", "FORMAT_", "TO_BOOL", "LOAD_COMMON_CONSTANT",
)  # fmt: skip


@functools.lru_cache(maxsize=1000)
def returns_plain_values(code: types.CodeType) -> bool:
    """Check whether all that a function returns is a constant, a display or a comparison: so nothing to await."""
    before = ""
    for one in dis.get_instructions(code):
        if one.opname == "RETURN_CONST":
            before = "LOAD_CONST"
        if one.opname in ("RETURN_VALUE", "RETURN_CONST") and not before.startswith(_PLAIN_VALUES):
            return False
        if one.opname not in ("NOP", "CACHE", "EXTENDED_ARG"):
            before = one.opname
    return True


# Comparing


def accepts_calls(expected: Signature, found: Signature) -> bool:
    """Check whether every call that a signature allows binds, each argument to the parameter that is meant."""
    if found.parameters is None or expected.parameters is None:
        return True
    more = _unnamed(expected, found) if expected.is_gradual else frozenset()
    for number, names in calls(expected, found):
        if not binds(found, number, names, more):
            return False
    return not any(_misplaced(expected, found))


def explain_calls(expected: Signature, found: Signature) -> list[tuple[Rule, dict[str, Any]]]:
    """Return each reason for which a call that the interface allows would not bind."""
    if accepts_calls(expected, found):
        return []
    faults = list(diagnose(expected, found))
    if not faults:
        faults = [(PARAMETER_KIND, {"what": "arguments", "how": f"as {found}, not as {expected}"})]
    return faults


def calls(expected: Signature, found: Signature) -> Iterable[Call]:
    """Return each form of a call that a signature allows.

    Where any number of values is allowed, it goes beyond the parameters of the other side. Names do not depend on each
    other, so each non-required one alone, and all of them, will do. What is gradual allows no more than it names.
    """
    if expected.has_args and not expected.is_gradual:
        return _calls(expected, max(len(expected.positional), len(found.positional)) + 1)
    if expected.own_calls is None:
        expected.own_calls = list(_calls(expected, len(expected.positional)))
    return expected.own_calls


def _calls(expected: Signature, most: int) -> Iterator[Call]:
    """Yield the calls with at most so many values by position."""
    positional = expected.positional
    for number in range(most + 1):
        rest = positional[number:]
        if any(one.kind == POSITIONAL_ONLY and not one.has_default for one in rest):
            continue
        named = [one for one in rest if one.kind != POSITIONAL_ONLY]
        named += expected.keyword_only.values()
        always = frozenset(one.name for one in named if not one.has_default)
        optional = [one.name for one in named if one.has_default]
        if expected.has_kwargs and not expected.is_gradual:
            optional.append("any_name_at_all")
        yield number, always
        yield number, always.union(optional)
        for name in optional:
            yield number, always | {name}


def _unnamed(expected: Signature, found: Signature) -> frozenset[str]:
    """Return the parameters that only the further arguments of a gradual signature can fill."""
    named = {one.name for one in expected.parameters or () if one.kind in (POSITIONAL_OR_KEYWORD, KEYWORD_ONLY)}
    others = (*found.positional[len(expected.positional) :], *found.keyword_only.values())
    return frozenset(one.name for one in others if one.name not in named)


def binds(signature: Signature, number: int, names: frozenset[str], more: frozenset[str] = frozenset()) -> bool:
    """Check whether a call with so many values by position, and others by these names, finds its parameters.

    Parameters in `more` may be filled by further arguments, of which nothing is known.
    """
    positional = signature.positional
    if number > len(positional) and not signature.has_args:
        return False
    left = set(names)
    for index, one in enumerate(positional):
        can_be_named = one.kind != POSITIONAL_ONLY
        if index < number:
            if can_be_named and one.name in left:
                return False  # twice
        elif can_be_named and one.name in left:
            left.discard(one.name)
        elif not one.has_default and one.name not in more:
            return False
    for one in signature.keyword_only.values():
        if one.name in left:
            left.discard(one.name)
        elif not one.has_default and one.name not in more:
            return False
    return not left or signature.has_kwargs


def _misplaced(expected: Signature, found: Signature) -> Iterator[Parameter]:
    """Yield the parameters that callers may pass by position, but that have another position."""
    names = {one.name for one in found.positional if one.kind != POSITIONAL_ONLY} | found.keyword_only.keys()
    for want, have in zip(expected.positional, found.positional, strict=False):
        if want.kind != POSITIONAL_ONLY and have.name != want.name and want.name in names:
            yield want


def diagnose(expected: Signature, found: Signature) -> Iterator[tuple[Rule, dict[str, Any]]]:
    """Yield what is wrong with a signature that does not accept every call."""
    ours, theirs = expected.positional, found.positional
    told: set[str] = set()
    if expected.has_args and not expected.is_gradual and not found.has_args:
        yield MISSING_VAR_POSITIONAL, {}
    for want, have in itertools.zip_longest(ours, theirs[: len(ours)]):
        can_be_named = want.kind != POSITIONAL_ONLY
        if have is None:
            if want.name in found.keyword_only:
                told.add(want.name)
                yield PARAMETER_KIND, {"what": repr(want.name), "how": "as a keyword argument"}
            elif not found.has_args:
                yield TOO_FEW_PARAMETERS, {"name": want.name}
            elif can_be_named and not found.has_kwargs:
                yield PARAMETER_NAME, {"name": want.name}
            continue
        if want.has_default and not have.has_default:
            yield PARAMETER_REQUIRED, {"name": have.name}
        if not can_be_named or (have.name == want.name and have.kind != POSITIONAL_ONLY):
            continue
        if have.name == want.name:
            if not found.has_kwargs:
                yield PARAMETER_KIND, {"what": repr(want.name), "how": "as a positional argument"}
        elif any(one.name == want.name for one in theirs):
            yield PARAMETER_KIND, {"what": repr(want.name), "how": "at another position"}
        elif want.name not in found.keyword_only and not (found.has_kwargs and have.has_default):
            yield PARAMETER_NAME, {"name": want.name, "help": f"rename the parameter {have.name!r}"}
    if not expected.is_gradual:
        for have in theirs[len(ours) :]:
            if not have.has_default and have.name not in expected.keyword_only:
                yield EXTRA_REQUIRED_PARAMETER, {"name": have.name}
    for name, want in expected.keyword_only.items():
        have = found.keyword_only.get(name) or next((one for one in theirs if one.name == name), None)
        if have is not None and have.kind == POSITIONAL_ONLY and not found.has_kwargs:
            yield PARAMETER_KIND, {"what": repr(name), "how": "as a positional argument"}
        elif have is None and not found.has_kwargs:
            yield PARAMETER_NAME, {"name": name, "help": near(name, found.keyword_only.keys() - expected.keyword_only)}
        elif have is not None and want.has_default and not have.has_default:
            yield PARAMETER_REQUIRED, {"name": name}
    if expected.is_gradual:
        return
    for name, have in found.keyword_only.items():
        is_known = name in expected.keyword_only or name in told
        if (
            not have.has_default
            and not is_known
            and not any(one.name == name and one.kind != POSITIONAL_ONLY for one in ours)
        ):
            yield EXTRA_REQUIRED_PARAMETER, {"name": name}
    if expected.has_kwargs and not found.has_kwargs:
        yield PARAMETER_KIND, {"what": "keyword arguments", "how": "for its own parameters"}


def pairs(expected: Signature, found: Signature) -> Iterator[tuple[Parameter, Parameter]]:
    """Yield the parameters of both sides that receive the same argument."""
    if found.parameters is None or expected.parameters is None:
        return
    rest = next(one for one in found.parameters if one.kind == VAR_POSITIONAL) if found.has_args else None
    by_name = next(one for one in found.parameters if one.kind == VAR_KEYWORD) if found.has_kwargs else None
    seen: set[str] = set()
    have: Parameter | None
    for want, have in zip(expected.positional, found.positional, strict=False):
        seen.add(have.name)
        yield want, have
    for want in expected.positional[len(found.positional) :]:
        if rest is not None:
            seen.add(rest.name)
            yield want, rest
        if by_name is not None and want.kind == POSITIONAL_OR_KEYWORD:
            yield want, by_name
    if expected.has_args and found.has_args and not expected.is_gradual:
        want = next(one for one in expected.parameters if one.kind == VAR_POSITIONAL)
        for have in (*found.positional[len(expected.positional) :], rest):
            if have is not None:
                yield want, have
    if not expected.keyword_only and not expected.has_kwargs:
        return
    named = {one.name: one for one in found.parameters if one.kind in (POSITIONAL_OR_KEYWORD, KEYWORD_ONLY)}
    for name, want in expected.keyword_only.items():
        have = named.get(name, by_name)
        if have is not None:
            yield want, have
    if expected.has_kwargs and not expected.is_gradual:
        want = next(one for one in expected.parameters if one.kind == VAR_KEYWORD)
        known = {one.name for one in expected.parameters}
        others = [one for name, one in named.items() if name not in known and name not in seen]
        for have in (*others, by_name):
            if have is not None:
                yield want, have


def written(parameters: tuple[Parameter, ...] | None) -> str:
    """Return the parameters of a callable as written in source code."""
    if parameters is None:
        return "(…)"
    parts: list[str] = []
    last_only = 0
    starred = False
    for name, kind, has_default, *_ in parameters:
        if kind == VAR_POSITIONAL:
            starred = True
            parts.append(f"*{name}")
        elif kind == VAR_KEYWORD:
            parts.append(f"**{name}")
        else:
            if kind == KEYWORD_ONLY and not starred:
                starred = True
                parts.append("*")
            parts.append(f"{name}=…" if has_default else name)
            if kind == POSITIONAL_ONLY:
                last_only = len(parts)
    if last_only:
        parts.insert(last_only, "/")
    return f"({', '.join(parts)})"
