"""The interfaces of the contract by name, and which of them an object is meant for."""

from __future__ import annotations

TYPE_CHECKING = False  # true to type checkers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any, Literal, NoReturn, TypeAlias

    from latency_shim.cli._report import Result
    from latency_shim.conformance import Violation

    Kind: TypeAlias = Literal["behaviour", "record", "typed-dict"]

__all__ = ["Interface", "contract", "find", "home", "interface_of", "interfaces", "judge", "kind_of"]

MISSING = {"missing-member", "missing-property"}
NAME_ONE = "name one with --as INTERFACE; `latency-shim list` shows them"


class Interface:
    """The interface that an object is checked against."""

    def __init__(self, name: str, kind: Kind, form: Any, module: str = "") -> None:
        """Store what is known of it."""
        self.name = name  # as `--as` takes it
        self.kind: Kind = kind
        self.form = form  # the protocol or TypedDict
        self.module = module  # below `latency_shim`; empty for a user's own


class Verdict:
    """The result of checking an object against one interface of the contract."""

    def __init__(
        self, interface: Interface, members: frozenset[str], present: int, sound: int, violations: tuple[Violation, ...]
    ) -> None:
        """Store what was found."""
        self.interface = interface
        self.members = members
        self.present = present
        self.sound = sound
        self.violations = violations


# Names


def contract(module: str = "") -> list[Interface]:
    """Return the interfaces of the contract, in its order; or those of one module, without loading the others."""
    from latency_shim._barrel import MODULES

    found: list[Interface] = []
    names: set[str] = set()
    for one, public in MODULES.items():
        for name in public.split():
            form = of_contract(one, name) if one.startswith(module) else None
            kind = kind_of(form)
            if kind is not None:  # of a name that clashes, the root has the first
                found.append(Interface(f"{one.partition('.')[0]}.{name}" if name in names else name, kind, form, one))
            names.add(name)
    return found


def of_contract(module: str, name: str) -> Any:
    """Return a name of the contract."""
    from importlib import import_module

    return getattr(import_module(f"latency_shim.{module}"), name)


def home(name: str) -> tuple[str, str]:
    """Return the module of the contract that defines a name, which may say its package, and the bare name."""
    from latency_shim._barrel import MODULES
    from latency_shim.cli._targets import TargetError, suggestion

    scope, _, bare = name.removeprefix("latency_shim.").removeprefix("latency.").rpartition(".")
    for module, public in MODULES.items():
        if bare in public.split() and scope in {"", module, module.partition(".")[0]}:
            return module, bare
    near = suggestion(name, [one.name for one in contract()])
    raise TargetError(
        f"the contract has no interface {name!r}", near or "your own protocol or TypedDict is written module:attribute"
    )


def interface_of(name: str) -> Interface:
    """Return the interface that `--as` names."""
    from latency_shim.cli._targets import TargetError, failing, load, object_job
    from latency_shim.conformance._checking import resolved

    if ":" not in name:
        module, bare = home(name)
        form = resolved(of_contract(module, bare))
        for one in contract(module):
            if one.form is form:
                return one
    else:
        form = resolved(load(object_job(name))[0])
    with failing(f"{name} cannot be looked at"):
        kind = kind_of(form)
    if kind is None:
        raise TargetError(f"{name} is neither a protocol nor a TypedDict nor a FacetKey")
    if not members_of(form, kind):
        raise TargetError(f"{name} has no members, so everything conforms to it")
    return Interface(name, kind, form)


def kind_of(form: Any) -> Kind | None:
    """Return which kind of interface something is; `None` if it is none."""
    from latency_shim.conformance._inspection import is_protocol, is_typed_dict
    from latency_shim.conformance._members import interface_of as plan_of

    form = getattr(form, "__origin__", form)  # `Page[Issue]` is of the kind of `Page`
    if is_typed_dict(form):
        return "typed-dict"
    if not is_protocol(form):
        return None
    return "record" if plan_of(form).is_record else "behaviour"


def members_of(form: Any, kind: Kind) -> frozenset[str]:
    """Return the names of an interface's members."""
    from latency_shim.conformance._members import interface_of as plan_of

    if kind == "typed-dict":
        origin = getattr(form, "__origin__", form)
        return frozenset(origin.__required_keys__ | origin.__optional_keys__)
    return frozenset(member.name for member in plan_of(getattr(form, "__origin__", form)).members)


def interfaces(names: Iterable[str], cache: dict[str, Interface]) -> list[Interface]:
    """Return the interfaces that `--as` names."""
    for name in names:
        if name not in cache:
            cache[name] = interface_of(name)
    return [cache[name] for name in names]


# What an object is meant for


def judge(obj: object, interface: Interface) -> tuple[Violation, ...]:
    """Check an object; if it is a class, its instances are meant."""
    from latency_shim.cli._targets import failing
    from latency_shim.conformance import class_violations, violations

    with failing(f"cannot be checked against {interface.name}"):
        cls = class_of(obj)
        return violations(obj, interface.form) if cls is None else class_violations(cls, interface.form)


def class_of(obj: Any) -> type | None:
    """Return the object if it is a class; `isinstance` would believe a `__class__` that lies."""
    return obj if type in type(obj).__mro__ else None


def find(target: str, obj: Any) -> list[Result]:
    """Check an object against the interfaces that it matches, else against the closest one."""
    from latency_shim.cli._report import checked
    from latency_shim.cli._targets import TargetError
    from latency_shim.conformance._checking import resolved

    every = contract()
    manifest = next(one for one in every if one.name == "PluginManifest")
    if (class_of(obj) is not None and kind_of(obj) is not None) or resolved(obj) is not obj:
        raise TargetError("is an interface itself", "name a class or an object that implements it")
    if dict in type(obj).__mro__:
        keys = set(dict[object, object].keys(obj))  # without code of a subclass
        if 2 * len(keys & manifest.form.__required_keys__) > len(manifest.form.__required_keys__):
            return [checked(target, manifest.name, "manifest", judge(obj, manifest))]
    parents = (class_of(obj) or type(obj)).__mro__
    behaviours = [verdict(obj, one) for one in every if one.kind == "behaviour"]
    plain = [one for one in behaviours if one.interface.form in parents or not one.violations]
    if plain:
        return [
            checked(
                target,
                one.interface.name,
                "inherited" if one.interface.form in parents else "members",
                one.violations,
                note=wider(one, behaviours),
            )
            for one in most_specific(plain)
        ]
    records = [verdict(obj, one) for one in every if one.kind == "record"]
    plain = [one for one in records if not one.violations]
    if plain:
        return [checked(target, one.interface.name, "members") for one in most_specific(plain)]
    return guess(target, [*behaviours, *records]) or guess(target, [as_plugin(obj)]) or refuse()


def as_plugin(obj: object) -> Verdict:
    """Check an object as a plugin, for which the contract has no interface."""
    from latency_shim.cli._targets import our_path

    with our_path():
        from latency_shim.loading import Plugin

    return verdict(obj, Interface("latency_shim.loading:Plugin", "behaviour", Plugin))


def refuse() -> NoReturn:
    """Report that no interface is similar."""
    from latency_shim.cli._targets import TargetError

    raise TargetError("no interface of the contract is similar", NAME_ONE)


def guess(target: str, verdicts: Iterable[Verdict]) -> list[Result]:
    """Take the interface that comes closest, if at least half of its members are there."""
    from latency_shim.cli._report import checked

    near = [
        one
        for one in verdicts
        if 2 * one.present >= len(one.members)
        and all(violation.member for violation in one.violations)
        and (one.sound or any(violation.code != "unverifiable" for violation in one.violations))  # a mock has all
    ]
    if not near:
        return []
    best = max(near, key=lambda one: (one.sound, one.present, -len(one.violations)))
    name = best.interface.name
    if not best.violations:
        return [checked(target, name, "members")]
    note = f"{name} is a guess: it is the closest, with {best.present} of {len(best.members)} members; {NAME_ONE}"
    return [checked(target, name, "guess", best.violations, note=note)]


def verdict(obj: object, interface: Interface) -> Verdict:
    """Check an object against one interface of the contract."""
    members = members_of(interface.form, interface.kind)
    found = judge(obj, interface)
    missing = {one.member for one in found if one.code in MISSING}
    faulty = {one.member.partition(".")[0].partition("[")[0] for one in found}
    return Verdict(interface, members, len(members - missing), len(members - faulty), found)


def most_specific(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Leave out each interface whose members another one has too, and more."""
    return [one for one in verdicts if not any(one.members < other.members for other in verdicts)]


def wider(verdict: Verdict, verdicts: Iterable[Verdict]) -> str | None:
    """Return a note on an interface that has all these members and more, all of which are there, but faulty."""
    from latency_shim.cli._report import count

    for other in verdicts:
        if verdict.members < other.members and other.present == len(other.members):
            name = other.interface.name
            faults = count(len(other.violations), "violation")
            return f"it has the members of {name} too, with {faults}; --as {name} shows them"
    return None
