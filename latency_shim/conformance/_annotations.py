# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# What is inspected here can be of any type.
"""Resolving annotations without running more of them than names, attributes, subscripts, unions and constants.

What cannot be resolved is `Any`, in that place alone; what is not annotated is `UNKNOWN`.
"""

import ast
import builtins
import sys
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property, lru_cache, reduce
from operator import is_, or_
from typing import Annotated, Any, ClassVar, ForwardRef, Literal, get_args, get_origin

from latency_shim.conformance._inspection import (
    class_name,
    is_a,
    is_one_of,
    is_root,
    module_of,
    namespace,
    own_values,
)

if sys.version_info >= (3, 14):
    import annotationlib


class _Unknown:
    """Stands for a type that is not stated: nothing is compared with it."""

    def __repr__(self) -> str:
        return "unknown"


UNKNOWN: Any = _Unknown()
Scope = Callable[[str], Any]
"""Looks a name up; raises `NameError` if there is no such name."""
QUALIFIERS = {"ClassVar", "Final", "NotRequired", "ReadOnly", "Required"}


# Looking at forms


def is_type_parameter(form: Any, *kinds: str) -> bool:
    """Check whether a form is a type parameter of one of the given kinds, from `typing` or `typing_extensions`."""
    if type(form) is type:
        return False
    return class_name(type(form)) in kinds and module_of(type(form)) in {"typing", "typing_extensions"}


def is_same(one: Any, other: Any) -> bool:
    """Check whether two forms are the same, part by part; `==` also asks the classes in them, which can say anything."""
    if one is other:
        return True
    kind = type(one)
    if kind is not type(other):
        return is_one_of(None, one, other) and is_one_of(types.NoneType, one, other)
    if kind is not types.UnionType:
        if kind is not types.GenericAlias and not is_one_of(kind, *ALIASES):
            return False
        if one.__origin__ is not other.__origin__:
            return False
    args, others = one.__args__, other.__args__
    return len(args) == len(others) and (all(map(is_, args, others)) or all(map(is_same, args, others)))


ALIASES = (type(typing.List[int]), type(typing.Optional[int]), type(Callable[[], None]))  # noqa: UP006, UP045
"""Other classes of forms that are made of other forms."""


def is_type_var(form: Any) -> bool:
    """Check whether a form is a type variable."""
    return is_type_parameter(form, "TypeVar")


def is_union(form: Any) -> bool:
    """Check whether a form is a union, in either spelling."""
    return is_one_of(type(form), types.UnionType) or is_one_of(get_origin(form), typing.Union, types.UnionType)


def is_open(form: Any) -> bool:
    """Check whether a form is unknown: `Any`, `...`, or unresolved text."""
    return form is Any or form is UNKNOWN or form is ... or type(form) is str or type(form) is ForwardRef


def special_name(form: Any) -> str:
    """Return the name of a special form such as `Required`, of `typing` or of `typing_extensions`; else nothing."""
    kind = type(form)
    if is_one_of(kind, type, types.UnionType, types.GenericAlias, types.NoneType, tuple, str):
        return ""
    if module_of(kind) not in {"typing", "typing_extensions"}:
        return ""
    name = getattr(form, "_name", None) or getattr(form, "__name__", None)
    return name if type(name) is str else ""


def qualified(form: Any) -> tuple[Any, frozenset[str]]:
    """Return a form without its type qualifiers, and their names."""
    found: set[str] = set()
    while True:
        origin = get_origin(form)
        if origin is Annotated:
            form = get_args(form)[0]
        elif origin is not None and (name := special_name(origin)) in QUALIFIERS:
            found.add(name)
            form = get_args(form)[0]
        elif origin is typing.ClassVar or origin is typing.Final:
            found.add("ClassVar" if origin is typing.ClassVar else "Final")
            form = get_args(form)[0]
        elif (name := special_name(form)) in {"ClassVar", "Final"}:
            return UNKNOWN, frozenset({*found, name})
        else:
            return form, frozenset(found)


def stripped(form: Any) -> Any:
    """Return a form without qualifiers and aliases: what it says about values."""
    for _ in range(50):  # an alias may stand for itself
        if form is None:
            return types.NoneType
        if type(form) is type or type(form) is types.UnionType:
            return form
        form = qualified(form)[0]
        if type(form) is Reference:
            value = form.value
        elif class_name(type(form)) in BARE:
            value = get_origin(form)
        else:
            value = alias_value(form)
        if value is form:
            return form
        form = value
    return UNKNOWN


MOST_REFERENCES = 32
BARE = {"_SpecialGenericAlias", "_TupleType", "_DeprecatedGenericAlias"}
"""Classes of `List`, `Tuple` and the like, without arguments."""


class Reference:
    """A name that stands for a text, which stands for a type: perhaps for one with the same name in it."""

    known: ClassVar[dict[tuple[str, str, int], "Reference"]] = {}
    """The latest references: the same name in the same namespace is the same reference."""

    @classmethod
    def of(cls, name: str, text: str, scope: Scope) -> "Reference":
        """Return the reference for a name that stands for a text."""
        key = name, text, id(getattr(scope, "space", scope))
        if key not in cls.known:
            if len(cls.known) >= MOST_REFERENCES:
                cls.known.clear()
            cls.known[key] = cls(name, text, scope)
        return cls.known[key]

    def __init__(self, name: str, text: str, scope: Scope) -> None:
        self.__name__ = name
        self.text = text
        self.scope = scope

    @cached_property
    def value(self) -> Any:
        """The type."""
        return evaluated(self.text, self.scope)

    def __call__(self) -> None:
        """Pass for a type where `typing` asks for one."""

    def __or__(self, other: Any) -> Any:
        return typing.Union[self, other]  # noqa: UP007 - this is what `|` means here

    def __ror__(self, other: Any) -> Any:
        return typing.Union[other, self]  # noqa: UP007 - likewise


def alias_value(form: Any) -> Any:
    """Return what a `type` alias stands for, its arguments filled in; any other form stands for itself."""
    origin = get_origin(form)
    alias = form if origin is None else origin
    if not is_type_parameter(alias, "TypeAliasType"):
        return form
    try:
        value = alias.__value__
    except Exception:  # noqa: BLE001 - it is evaluated only now
        return UNKNOWN
    if type(value) in (str, ForwardRef):
        value = resolved(value, scope_of(vars(sys.modules.get(alias.__module__, builtins))))
    parameters = alias.__type_params__
    return substitute(value, bound(parameters, get_args(form) or None)) if parameters else value


# Type parameters


def default_of(parameter: Any) -> Any:
    """Return the default of a type parameter; without one, what is not given can be anything."""
    with suppress(Exception):
        if parameter.has_default():
            return parameter.__default__
    if is_type_parameter(parameter, "ParamSpec"):
        return ...
    if is_type_var(parameter) and (parameter.__bound__ is not None or parameter.__constraints__):
        return parameter  # what it stands for is open, but not wholly
    return typing.Unpack[tuple[Any, ...]] if is_type_parameter(parameter, "TypeVarTuple") else Any


def bound(parameters: tuple[Any, ...], args: tuple[Any, ...] | None) -> dict[Any, Any]:
    """Bind type parameters to arguments, if there are any; a missing argument is the parameter's default."""
    found: dict[Any, Any] = {}
    variadic = next((n for n, one in enumerate(parameters) if is_type_parameter(one, "TypeVarTuple")), None)
    is_bare, args = args is None, args or ()
    if variadic is not None and not is_bare:
        after = len(parameters) - variadic - 1
        middle = args[variadic : len(args) - after]
        args = (*args[:variadic], middle, *args[len(args) - after :])
    for number, parameter in enumerate(parameters):
        if number < len(args):
            given = args[number]
            # Some versions write the default into the arguments.
            found[parameter] = substitute(given, found) if is_same(given, default_of(parameter)) else given
        else:
            found[parameter] = substitute(default_of(parameter), found)
    return found


def parameters_of(form: Any) -> tuple[Any, ...]:
    """Return the type parameters that a form leaves open, or that a class has."""
    try:
        found: Any = _parameters_of_class(form) if is_a(form, type) else form.__parameters__
    except Exception:  # noqa: BLE001 - most forms have none, and an annotation can be any object
        return ()
    return found if type(found) is tuple else ()


def _parameters_of_class(kind: type) -> Any:
    """Return the type parameters of a class in the order that `Generic[…]` or `Protocol[…]` states.

    `__parameters__` has them in the order in which the bases mention them.
    """
    space = namespace(kind)
    found = space.get("__parameters__", ())
    if len(found) > 1:
        for base in space.get("__orig_bases__", ()):
            origin = get_origin(base)
            if origin is typing.Generic or (is_a(origin, type) and is_root(origin)):
                stated = tuple(get_args(one)[0] if is_unpacked(one) else one for one in get_args(base))
                return stated if len(stated) == len(found) else found
    return found


def is_unpacked(form: Any) -> bool:
    """Check whether a form is `Unpack[…]`, or `*…`."""
    return special_name(get_origin(form)) == "Unpack" or (
        is_a(form, types.GenericAlias) and getattr(form, "__unpacked__", False) is True
    )


def substitute(form: Any, bindings: Mapping[Any, Any]) -> Any:
    """Put arguments in the place of type parameters; those that are not bound stay."""
    if not bindings or form is UNKNOWN:
        return form
    if is_type_parameter(form, "TypeVar", "ParamSpec", "TypeVarTuple"):
        return bindings.get(form, form)
    if is_a(form, type) and not is_a(form, types.GenericAlias):
        return form
    parameters = parameters_of(form)
    if not parameters or not any(one in bindings for one in parameters):
        return form
    args: list[Any] = []
    for one in parameters:
        value = bindings.get(one, one)
        if is_type_parameter(one, "TypeVarTuple"):
            args += value if type(value) is tuple else [typing.Unpack[value] if value is one else value]
        else:
            args.append(value)
    try:
        return form[tuple(args)]
    except Exception:  # noqa: BLE001 - an argument that the form refuses
        return UNKNOWN


def loosened(form: Any) -> Any:
    """Put `Any` in the place of type variables within a form: what they stand for is up to the caller."""
    if is_type_var(form) or not get_args(form):
        return form
    return substitute(form, {one: Any for one in parameters_of(form) if is_type_var(one)})


def with_receiver(form: Any, receiver: Any, known: dict[int, Any] | None = None) -> Any:
    """Put the class of the instance in the place of `Self`; a form that occurs often is `known` after the first time."""
    if type(form) is type or form is UNKNOWN or form is Any:
        return form
    if special_name(form) == "Self":
        return receiver
    args = get_args(form)
    if not args or get_origin(form) is Literal:
        return form
    known = {} if known is None else known
    if id(form) not in known:
        new = tuple(
            [with_receiver(inner, receiver, known) for inner in one]
            if type(one) is list
            else with_receiver(one, receiver, known)
            for one in args
        )
        known[id(form)] = form if all(map(_is_unchanged, new, args)) else rebuilt(form, new)
    return known[id(form)]


def arguments(form: Any) -> dict[int, tuple[Any, ...]]:
    """Return the arguments of a class and of all generic classes that it extends, by the id of each class."""
    origin = get_origin(form) or form
    found: dict[int, tuple[Any, ...]] = {}
    if is_a(origin, type):
        _collect(origin, arguments_of(form) if get_origin(form) is not None else None, found)
    return found


def arguments_of(form: Any) -> tuple[Any, ...]:
    """Return the arguments of a generic class, text among them resolved where the class is defined."""
    args = get_args(form)
    if parameters_of(form):  # an alias that leaves parameters open
        stated = [default_of(one) for one in parameters_of(get_origin(form))]
        args = tuple(
            one
            if any(is_same(one, other) for other in stated)
            else default_of(one)
            if is_type_var(one)
            else loosened(one)
            for one in args
        )
    if any(type(one) in (str, ForwardRef) for one in args):
        scope = scope_of_class(get_origin(form))
        return tuple(resolved(one, scope) if type(one) in (str, ForwardRef) else one for one in args)
    return args


def _collect(kind: type, args: tuple[Any, ...] | None, found: dict[int, tuple[Any, ...]]) -> None:
    parameters = parameters_of(kind)
    bindings = bound(parameters, args) if parameters else {}
    if id(kind) not in found or args:
        found[id(kind)] = tuple(bindings.values()) if parameters else args or ()
    bases: Any = namespace(kind).get("__orig_bases__", kind.__bases__)
    for base in bases if type(bases) is tuple else ():
        stated: Any = get_origin(base)
        origin: Any = base if stated is None else stated
        if not is_a(origin, type) or is_root(origin) or origin is typing.Generic or origin is object:
            continue
        given = None if get_origin(base) is None else _given(origin, get_args(base), bindings)
        if id(origin) not in found or (given and not found[id(origin)]):
            _collect(origin, given, found)


def _given(origin: type, args: tuple[Any, ...], bindings: Mapping[Any, Any]) -> tuple[Any, ...]:
    """Return the arguments of a base; a default, which some versions write among them, is of the base itself."""
    stated = [default_of(one) for one in parameters_of(origin)]
    return tuple(
        one if number < len(stated) and is_same(one, stated[number]) else substitute(one, bindings)
        for number, one in enumerate(args)
    )


def bindings_in(owner: type, args: Mapping[int, tuple[Any, ...]]) -> Mapping[Any, Any]:
    """Return what the type parameters of a class are bound to, among the arguments of one that extends it."""
    parameters = parameters_of(owner)
    if not parameters:
        return {}
    given = args.get(id(owner))
    return dict(zip(parameters, given, strict=False)) if given else bound(parameters, None)


# Text


Evaluator = Callable[[Scope], Any]
"""Evaluates a text that was parsed before."""


@lru_cache(maxsize=4000)
def parsed(text: str) -> Evaluator | None:
    """Parse an annotation; return `None` if it is not an expression."""
    try:
        if text.startswith("*"):  # of `*args`
            return _evaluator(ast.Starred(ast.parse(text[1:], mode="eval").body))
        return _evaluator(ast.parse(text.strip(), mode="eval").body)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def evaluated(text: str, scope: Scope) -> Any:
    """Return the form that a text stands for; names that nobody knows are `Any`."""
    evaluator = parsed(text)
    try:
        return UNKNOWN if evaluator is None else evaluator(scope)
    except Exception:  # noqa: BLE001 - a form may refuse its arguments, a class its attributes
        return Any


KNOWN_NAMES = {"NotRequired": typing.NotRequired, "Required": typing.Required}
"""What says whether a key is required, also if only type checkers import it."""


def _evaluator(node: ast.expr) -> Evaluator:
    """Return the evaluator of an expression; of what is not evaluated nothing is known."""
    match node:
        case ast.Constant(value=str(text)):
            return lambda scope: evaluated(text, scope)
        case ast.Constant(value=value):
            return lambda _: value
        case ast.Name(id=name):
            return lambda scope: _named(name, scope)
        case ast.Attribute(value=base, attr=name):
            home = _evaluator(base)
            return lambda scope: _attribute(home(scope), name)
        case ast.Subscript(value=base, slice=index):
            return _subscript(_evaluator(base), index)
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            one, other = _evaluator(left), _evaluator(right)
            return lambda scope: _union(one(scope), other(scope))
        case ast.Tuple(elts=items):
            parts = [_evaluator(item) for item in items]
            return lambda scope: tuple(part(scope) for part in parts)
        case ast.List(elts=items):
            parts = [_evaluator(item) for item in items]
            return lambda scope: [part(scope) for part in parts]
        case ast.Starred(value=inner):
            unpacked = _evaluator(inner)
            return lambda scope: typing.Unpack[unpacked(scope)]
        case _:
            return lambda _: Any


def _named(name: str, scope: Scope) -> Any:
    try:
        found = scope(name)
    except NameError:
        return KNOWN_NAMES.get(name, Any)
    return Reference.of(name, found, scope) if type(found) is str else found


def _attribute(home: Any, name: str) -> Any:
    return KNOWN_NAMES.get(name, Any) if home is Any else getattr(home, name, Any)


def _union(one: Any, other: Any) -> Any:
    try:
        return one | other
    except TypeError:
        return typing.Union[one, other]  # noqa: UP007 - what `|` refuses


def _subscript(base: Evaluator, index: ast.expr) -> Evaluator:
    items = index.elts if isinstance(index, ast.Tuple) else [index]
    parts = [_evaluator(item) for item in items]
    literals = [_literal(item) for item in items]

    def evaluate(scope: Scope) -> Any:
        form = base(scope)
        if form is Any:
            return Any
        if form is Annotated or special_name(form) == "Annotated":
            return parts[0](scope)
        if form is Literal or special_name(form) == "Literal":
            values = tuple(part(scope) for part in literals)
            return Any if any(one is Any for one in values) else form[values]
        found = tuple(part(scope) for part in parts)
        return form[found if isinstance(index, ast.Tuple) else found[0]]

    return evaluate


def _literal(node: ast.expr) -> Evaluator:
    """Return the evaluator of a value within `Literal`, where text is itself."""
    match node:
        case ast.Constant(value=value):
            return lambda _: value
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(value))):
            return lambda _: -value
        case _:
            return _evaluator(node)


def resolved(form: Any, scope: Scope, known: dict[int, Any] | None = None) -> Any:
    """Return a form with all text in it resolved; a form that occurs often is `known` after the first time."""
    if type(form) is str:
        return evaluated(form, scope)
    if type(form) is ForwardRef:
        return evaluated(form.__forward_arg__, _scope_of_reference(form, scope))
    if form is None:
        return types.NoneType
    if type(form) is type or form is Any:
        return form
    known = {} if known is None else known
    origin = get_origin(form)
    if origin is Annotated:
        return resolved(get_args(form)[0], scope, known)
    args = get_args(form)
    if not args or origin is Literal:
        return form
    if id(form) not in known:
        new = tuple(
            [resolved(inner, scope, known) for inner in one] if type(one) is list else resolved(one, scope, known)
            for one in args
        )
        known[id(form)] = form if all(map(_is_unchanged, new, args)) else rebuilt(form, new)
    return known[id(form)]


def _is_unchanged(one: Any, other: Any) -> bool:
    """Check whether an argument is the same; parameters of `Callable` are a new list each time."""
    if type(one) is list and type(other) is list:
        return len(one) == len(other) and all(map(is_, one, other))
    return one is other


def rebuilt(form: Any, args: tuple[Any, ...]) -> Any:
    """Return a form with other arguments."""
    if is_union(form):
        try:
            return reduce(or_, args)
        except TypeError:
            return typing.Union[args]  # noqa: UP007 - what `|` refuses
    origin = get_origin(form)
    try:
        if origin is typing.get_origin(Callable[[], None]):
            listed = args[0] if len(args) == 2 and not is_a(args[0], type) else list(args[:-1])  # noqa: PLR2004
            made: Any = Callable
            return made[listed, args[-1]]
        if hasattr(form, "copy_with"):
            return form.copy_with(args)
        return origin[args if len(args) != 1 else args[0]]
    except Exception:  # noqa: BLE001 - a form that refuses
        return UNKNOWN


def _scope_of_reference(reference: ForwardRef, scope: Scope) -> Scope:
    module = getattr(reference, "__forward_module__", None)
    name = module if type(module) is str else getattr(module, "__name__", None)
    if name is None or name not in sys.modules:
        return scope
    return scope_of({}, vars(sys.modules[name]), fallback=scope)


def scope_of(*spaces: Mapping[str, Any], fallback: Scope | None = None) -> Scope:
    """Return a look-up in some namespaces, then in the builtins."""
    everywhere = (*spaces, vars(builtins))

    def look_up(name: str) -> Any:
        for space in everywhere:
            if name in space:
                return space[name]
        if fallback is None:
            raise NameError(name)
        return fallback(name)

    vars(look_up)["space"] = spaces[-1]  # by which it is known again
    return look_up


def scope_of_function(function: Any, owner: type | None = None) -> Scope:
    """Return the look-up of the names in the annotations of a function."""
    if function.__closure__ is None and owner is None and sys.version_info < (3, 12):
        return scope_of(function.__globals__)
    names: dict[str, Any] = {}
    for one in getattr(function, "__type_params__", ()):
        names[one.__name__] = one
    annotate = getattr(function, "__annotate__", None) if sys.version_info >= (3, 14) else None
    for one in (function, annotate):
        if type(one) is types.FunctionType and one.__closure__:
            for name, cell in zip(one.__code__.co_freevars, one.__closure__, strict=False):
                with suppress(ValueError):  # an empty cell
                    names.setdefault(name, cell.cell_contents)
    last = _scope_of_class_body(owner) if owner is not None else None
    return scope_of(names, function.__globals__, fallback=last)


def _scope_of_class_body(owner: type) -> Scope:
    space = namespace(owner)

    def look_up(name: str) -> Any:
        found = space.get(name)
        if is_a(found, type):
            return found
        parameters = type_parameters(space)
        if name not in parameters:
            raise NameError(name)
        return parameters[name]

    return look_up


def type_parameters(space: Mapping[str, Any]) -> dict[str, Any]:
    """Return the type parameters that a class states in brackets, by name."""
    found = space.get("__type_params__", ())
    return {one.__name__: one for one in found} if type(found) is tuple else {}


def scope_of_class(kind: type) -> Scope:
    """Return the look-up of the names in the annotations of a class."""
    module = sys.modules.get(str(namespace(kind).get("__module__", "")))
    space = namespace(kind)
    names = type_parameters(space)
    annotate = space.get("__annotate_func__") or space.get("__annotate__")
    if type(annotate) is types.FunctionType and annotate.__closure__:
        for name, cell in zip(annotate.__code__.co_freevars, annotate.__closure__, strict=False):
            with suppress(ValueError):  # an empty cell
                names.setdefault(name, cell.cell_contents)
    names.setdefault(class_name(kind), kind)
    scope = own_values(module) if module is not None else {}
    # That of a TypedDict is made by `typing`.
    if type(annotate) is types.FunctionType and annotate.__globals__.get("__name__") == space.get("__module__"):
        scope = annotate.__globals__
    return scope_of(names, scope, fallback=_scope_of_class_body(kind))


# Reading annotations


def of_function(function: Any, owner: type | None = None) -> dict[str, Any]:
    """Return the types that a plain function states, by the names of its parameters and `return`."""
    raw = raw_of_function(function)
    if not raw or vars(function).get("__no_type_check__", False) is True:
        return {}
    scope: Scope | None = None
    found: dict[str, Any] = {}
    for name, one in raw.items():
        if type(one) is type or one is Any:
            found[name] = one
        elif one is None:
            found[name] = types.NoneType
        else:
            scope = scope_of_function(function, owner) if scope is None else scope
            found[name] = _resolved_safely(one, scope)
    return found


def _resolved_safely(form: Any, scope: Scope) -> Any:
    try:
        return resolved(form, scope)
    except Exception:  # noqa: BLE001 - an annotation can be any object
        return UNKNOWN


def raw_of_function(function: Any) -> Mapping[str, Any]:
    """Return the annotations of a plain function as they are stored, without evaluating more than names."""
    if type(function) is not types.FunctionType:
        return {}
    if sys.version_info >= (3, 14):
        annotate = function.__annotate__
        if annotate is not None:
            return _evaluated_late(annotate, function)
    found: Any = function.__annotations__
    return found if type(found) is dict else {}


def of_class(kind: type) -> dict[str, Any]:
    """Return the types that a class itself states for its attributes, with their qualifiers."""
    raw = raw_of_class(kind)
    if not raw:
        return {}
    scope = scope_of_class(kind)
    return {name: _resolved_safely(one, scope) for name, one in raw.items()}


def raw_of_class(kind: type) -> Mapping[str, Any]:
    """Return the annotations of a class itself as they are stored, without evaluating more than names."""
    space = namespace(kind)
    found: Any = space.get("__annotations__")
    if sys.version_info >= (3, 14):
        annotate = space.get("__annotate_func__") or space.get("__annotate__")
        if found is None:
            found = space.get("__annotations_cache__")
        if found is None and annotate is not None:
            found = _evaluated_late(annotate)
    return found if type(found) is dict else {}


if sys.version_info >= (3, 14):
    _CALLS = {
        number
        for name, number in __import__("dis").opmap.items()
        if name.startswith("CALL") and "INTRINSIC" not in name
    }

    @lru_cache(maxsize=2000)
    def _calls(code: types.CodeType) -> bool:
        return any(number in _CALLS for number in code.co_code[::2])

    class _Written:
        """Stands for whatever an annotation mentions, and notes how it is written; no code of it runs."""

        def __init__(self, text: str) -> None:
            self.__dict__["text"] = text

        def __getattr__(self, name: str) -> "_Written":
            return _Written(f"{self.text}.{name}")

        def __getitem__(self, item: Any) -> "_Written":
            items = item if type(item) is tuple else (item,)
            return _Written(f"{self.text}[{', '.join(map(_written, items)) or '()'}]")

        def __call__(self, *_: Any, **__: Any) -> "_Written":
            return _Written(f"{self.text}()")

        def __or__(self, other: Any) -> "_Written":
            return _Written(f"{self.text} | {_written(other)}")

        def __ror__(self, other: Any) -> "_Written":
            return _Written(f"{_written(other)} | {self.text}")

        def __iter__(self) -> Iterator["_Written"]:
            yield _Written(f"*{self.text}")

    class _Names(dict[str, Any]):
        def __missing__(self, name: str) -> _Written:
            return _Written(name)

    def _written(value: Any) -> str:
        if type(value) is list:
            return f"[{', '.join(map(_written, value))}]"
        return value.text if type(value) is _Written else "..." if value is ... else repr(value)

    def _evaluated_late(annotate: Any, function: Any = None) -> Mapping[str, Any]:
        """Evaluate annotations that are lazy: as values if they contain no call, else as text."""
        if type(annotate) is not types.FunctionType:
            return {}
        if annotate.__globals__.get("__name__") in {"dataclasses", "typing"}:  # made of annotations that were evaluated
            for form in annotationlib.Format.VALUE, annotationlib.Format.FORWARDREF:
                with suppress(Exception):
                    return dict(annotate(form))
            return {}
        if not _calls(annotate.__code__):
            with suppress(Exception):  # names that are not there
                # A function keeps what was evaluated, and perhaps changed since.
                found = annotate(annotationlib.Format.VALUE) if function is None else function.__annotations__
                return found if type(found) is dict else {}
        cells = [
            types.CellType({} if name == "__classdict__" else _Written(name)) for name in annotate.__code__.co_freevars
        ]
        stand_in = types.FunctionType(annotate.__code__, _Names(), closure=tuple(cells), argdefs=annotate.__defaults__)
        with suppress(Exception):  # what only real values can do
            written = stand_in(annotationlib.Format.VALUE_WITH_FAKE_GLOBALS)
            return {name: one.text if type(one) is _Written else one for name, one in written.items()}
        return {}


# TypedDicts


def fields_of(record: Any, args: tuple[Any, ...] = ()) -> dict[str, tuple[Any, bool]]:
    """Return the type of each key of a TypedDict, and whether the key is required."""
    parameters = parameters_of(record)
    bindings = bound(parameters, args or None) if parameters else {}
    inherited: dict[str, tuple[Any, bool]] = {}
    for base in _bases_of_record(record):
        origin = get_origin(base) or base
        if is_a(origin, type) and origin is not record and class_name(type(origin)) == "_TypedDictMeta":
            inherited |= fields_of(origin, tuple(substitute(one, bindings) for one in get_args(base)))
    required = namespace(record).get("__required_keys__", ())
    raw = raw_of_record(record)
    scope = scope_of_class(record)
    kept = _raw_of_bases(record)
    found: dict[str, tuple[Any, bool]] = {}
    for key, annotation in raw.items():
        if key in inherited and key in kept and _same(kept[key], annotation):
            found[key] = inherited[key]
            continue
        form, qualifiers = qualified(_resolved_safely(annotation, scope))
        needed = key in required
        if "Required" in qualifiers or "NotRequired" in qualifiers:
            needed = "Required" in qualifiers
        found[key] = substitute(form, bindings), needed
    return found


def extra_items_of(record: Any) -> Any:
    """Return the type of the keys that a TypedDict does not name, if it has any."""
    for one in (record, *(get_origin(base) or base for base in _bases_of_record(record))):
        found = namespace(one).get("__extra_items__") if is_a(one, type) else None
        if found is not None and special_name(found) not in {"Never", "NoReturn"} and "NoExtra" not in repr(found):
            return qualified(_resolved_safely(found, scope_of_class(one)))[0]
        if one is not record and is_a(one, type) and (inherited := extra_items_of(one)) is not None:
            return inherited
    return None


def _same(one: Any, other: Any) -> bool:
    if one is other:
        return True
    try:
        return type(one) is type(other) and bool(one == other)
    except Exception:  # noqa: BLE001 - an annotation can be any object
        return False


def _bases_of_record(record: Any) -> Iterator[Any]:
    bases = namespace(record).get("__orig_bases__", ())
    yield from bases if type(bases) is tuple else ()


def _raw_of_bases(record: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for base in _bases_of_record(record):
        origin = get_origin(base) or base
        if is_a(origin, type) and class_name(type(origin)) == "_TypedDictMeta":
            found |= raw_of_record(origin)
    return found


def raw_of_record(record: Any) -> dict[str, Any]:
    """Return the annotations of a TypedDict, those of its bases included."""
    if sys.version_info >= (3, 14):
        return _raw_of_late_record(record)
    found: Any = namespace(record).get("__annotations__", {})
    return dict(found) if type(found) is dict else {}


if sys.version_info >= (3, 14):

    def _raw_of_late_record(record: Any) -> dict[str, Any]:
        space = namespace(record)
        cached = space.get("__annotations_cache__", space.get("__annotations__"))
        if type(cached) is dict:
            return dict(cached)
        annotate = space.get("__annotate_func__") or space.get("__annotate__")
        if type(annotate) is types.FunctionType and annotate.__closure__:  # made by `typing`, over that of the class
            cells = dict(zip(annotate.__code__.co_freevars, annotate.__closure__, strict=False))
            with suppress(KeyError, ValueError):
                own = cells["own_annotate"].cell_contents
                if own is not None and _calls(own.__code__):
                    return {**_raw_of_bases(record), **_evaluated_late(own)}
        with suppress(Exception):
            return dict(record.__annotations__)
        with suppress(Exception):
            return dict(annotationlib.get_annotations(record, format=annotationlib.Format.FORWARDREF))
        return {}
