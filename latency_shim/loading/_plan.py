"""What would be bound to what, found out before anything is loaded."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from latency_shim._binding import UNQUALIFIED, Binding, BoundPlugin, Failure, shared_ids
from latency_shim.composition.facet import FacetProvider
from latency_shim.composition.manifest import PluginManifest
from latency_shim.conformance import verify
from latency_shim.conformance._wording import count, near
from latency_shim.loading._text import clean
from latency_shim.runtime.binder import BinderConfig
from latency_shim.runtime.registry import FacetRegistration, FacetRegistry
from latency_shim.runtime.resolution import AmbiguousFacetError, FacetNotFoundError, ResolutionError

SCHEMA = 1
"""Version of what `Plan.to_json` returns; docs/host.md describes it."""


@dataclass(frozen=True, slots=True)
class PlannedBinding:
    """The planned binding of one requirement of a plugin."""

    facet: str
    """Name of the facet."""
    qualifier: str | None
    """Qualifier that the manifest asks for."""
    optional: bool
    """Whether the plugin works without it."""
    found: bool
    """Whether there is a provider; only an optional facet can be without."""
    provider: str | None
    """Qualifier of the provider; `None` for the unqualified one, and where there is none."""
    priority: int | None
    """Priority of the provider; `None` where there is none."""
    plugins: tuple[str, ...]
    """Ids of the plugins that declare the provider; empty for one of the host."""


@dataclass(frozen=True, slots=True)
class PlannedPlugin:
    """The plan for one plugin."""

    id: str
    version: str
    name: str
    starts: bool
    """Whether all that it requires is there: the plugin would get a context."""
    after: tuple[str, ...]
    """Ids of the plugins on which it depends."""
    bindings: tuple[PlannedBinding, ...]
    """A binding for each requirement without a problem."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a plugin would not be bound."""

    kind: Literal["duplicate-id", "missing", "ambiguous", "circular"]
    plugin: str
    """Id of the plugin; of a circle the first."""
    message: str
    help: str = ""
    facet: str | None = None
    qualifier: str | None = None
    error: ResolutionError | None = field(default=None, compare=False)  # errors are equal to themselves alone
    """The error that a binder would report; `None` for a duplicate id."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan of all bindings. `str()` makes a report for people, `to_json()` one for programs."""

    plugins: tuple[PlannedPlugin, ...]
    """All plugins, in the order in which they start; those that would not start come last."""
    problems: tuple[Problem, ...]
    """Everything that is in the way."""
    warnings: tuple[str, ...]
    """Remarks for people, such as providers that nobody uses."""

    @property
    def ok(self) -> bool:
        """Whether there is no problem."""
        return not self.problems

    @property
    def order(self) -> tuple[str, ...]:
        """Ids of the plugins that would start, each after those that it depends on."""
        return tuple(plugin.id for plugin in self.plugins if plugin.starts)

    def __str__(self) -> str:
        return "\n".join(map(_clean_line, self._lines()))

    def _lines(self) -> Iterator[str]:
        number = len(self.order)
        yield f"{number} of {count(len(self.plugins), 'plugin')} can start, {count(len(self.problems), 'problem')}"
        for place, plugin in enumerate(self.plugins, start=1):
            after = f", after {', '.join(plugin.after)}" if plugin.after else ""
            yield f"{f'{place}.' if plugin.starts else '--'} {plugin.id} {plugin.version}{after}"
            for one in plugin.bindings:
                asked = f'{one.facet} "{one.qualifier}"' if one.qualifier else one.facet
                found = f"{one.provider or UNQUALIFIED}{_of(one.plugins)}" if one.found else "nothing, which it allows"
                yield f"     {asked} -> {found}"
        for problem in self.problems:
            yield f"problem: {problem.plugin}: {problem.message} [{problem.kind}]"
            if problem.help:
                yield f"  help: {problem.help}"
        for warning in self.warnings:
            yield f"warning: {warning}"

    def to_json(self) -> str:
        """Return the plan as a JSON document."""
        plugins = [asdict(plugin) for plugin in self.plugins]
        problems = [
            {
                "kind": one.kind,
                "plugin": one.plugin,
                "facet": one.facet,
                "qualifier": one.qualifier,
                "message": one.message,
                "help": one.help,
                "providers": getattr(one.error, "providers", None),
                "cycle": getattr(one.error, "cycle", None),
            }
            for one in self.problems
        ]
        document = {
            "schema": SCHEMA,
            "ok": self.ok,
            "order": self.order,
            "plugins": plugins,
            "problems": problems,
            "warnings": self.warnings,
        }
        return json.dumps(document, indent=2)

    def to_mermaid(self) -> str:
        """Return the plan as the text of a Mermaid flow chart: an arrow leads from each plugin to what it gets."""
        return "\n".join(["flowchart LR", *(f"    {line}" for line in self._chart())])

    def _chart(self) -> Iterator[str]:
        nodes: dict[tuple[str, ...], str] = {}
        for plugin in self.plugins:
            nodes[plugin.id,] = f"p{len(nodes)}"
            style = "" if plugin.starts else ":::problem"
            yield f"{nodes[plugin.id,]}[{_label(f'{plugin.id} {plugin.version}')}]{style}"
        for plugin in self.plugins:
            for one in plugin.bindings:
                if not one.found:
                    continue
                arrow = f"{'-.->' if one.optional else '-->'}|{_label(one.facet)}|"
                for provider in one.plugins:
                    yield f"{nodes[plugin.id,]} {arrow} {nodes[provider,]}"
                if not one.plugins:
                    key = one.facet, one.provider or UNQUALIFIED
                    if key not in nodes:
                        nodes[key] = f"r{len(nodes)}"
                        yield f"{nodes[key]}([{_label(' '.join(key))}])"
                    yield f"{nodes[plugin.id,]} {arrow} {nodes[key]}"
        for number, problem in enumerate(self.problems):
            yield f"x{number}{{{{{_label(problem.message)}}}}}:::problem"
            yield f"{nodes[problem.plugin,]} --x x{number}"
        if self.problems:
            yield "classDef problem stroke:#c00,stroke-width:2px"


@dataclass(frozen=True, slots=True)
class _Registration:
    """A `FacetRegistration`."""

    facet: str
    qualifier: str | None
    priority: int
    metadata: Mapping[str, object] | None = None


def plan(
    manifests: Iterable[PluginManifest],
    registrations: FacetRegistry | Iterable[FacetProvider] = (),
    config: BinderConfig | None = None,
) -> Plan:
    """Return what a binder would bind, and everything that is in the way.

    `registrations` is what the host offers: its registry, or facets in the form in which a manifest provides them.
    What the manifests provide counts as registered behind it, unless the host has the same facet and qualifier.
    Nothing is loaded, and nothing is registered.
    """
    manifests = [verify(one, PluginManifest, name=_name(place, one)) for place, one in enumerate(manifests)]
    config = verify({} if config is None else config, BinderConfig, name="the configuration")
    offered = _Offered(manifests, registrations)
    binding = Binding(manifests, config, offered.listed, lambda _: True)
    problems = [
        Problem(
            "duplicate-id",
            shared,
            f'{number} plugins have the id "{shared}"',
            "remove all but one; this plan is made with the last",
        )
        for shared, number in shared_ids(manifests).items()
    ]
    problems += [_problem(failure, offered) for failure in binding.failures]
    starting = dict.fromkeys(binding.order)
    others = [name for name in binding.plugins if name not in starting]
    return Plan(
        tuple(_planned(binding, name, starts=name in starting) for name in [*starting, *others]),
        tuple(problems),
        (*_replaced(binding), *binding.warnings()),
    )


class _Offered:
    """The registrations that the host makes for the `provides` of the manifests."""

    def __init__(
        self, manifests: Sequence[PluginManifest], registrations: FacetRegistry | Iterable[FacetProvider]
    ) -> None:
        self.registry = registrations if isinstance(registrations, FacetRegistry) else None
        self.by_facet: dict[str, dict[str | None, FacetRegistration]] = {}
        if not isinstance(registrations, FacetRegistry):
            for place, one in enumerate(registrations):
                self._add(verify(one, FacetProvider, name=f"registrations[{place}]"))
        for manifest in manifests:
            for offer in manifest["provides"]:
                self._add(offer)

    def listed(self, facet: str) -> Sequence[FacetRegistration]:
        return [*self._of(facet).values()]

    def _of(self, facet: str) -> dict[str | None, FacetRegistration]:
        if facet not in self.by_facet:
            found: dict[str | None, FacetRegistration] = {}
            for one in self.registry.list(facet) if self.registry is not None else ():
                found.setdefault(one.qualifier, one)
            self.by_facet[facet] = found
        return self.by_facet[facet]

    def _add(self, offer: FacetProvider) -> None:
        facet, qualifier = offer["facet"], offer.get("qualifier")
        self._of(facet).setdefault(qualifier, _Registration(facet, qualifier, offer.get("priority", 0)))


def _name(place: int, manifest: Any) -> str:
    try:
        return f"the manifest {str(manifest['id'])!r}"
    except (LookupError, TypeError):
        return f"manifests[{place}]"


def _planned(binding: Binding, name: str, *, starts: bool) -> PlannedPlugin:
    plugin: BoundPlugin = binding.plugins[name]
    bindings: list[PlannedBinding] = []
    for one in plugin.bindings:
        provider = one.registration.qualifier if one.registration else None
        declaring = binding.offers.get(one.facet, {}).get(provider, ()) if one.registration else ()
        bindings.append(
            PlannedBinding(
                one.facet,
                one.qualifier,
                one.optional,
                one.registration is not None,
                provider,
                one.registration.priority if one.registration else None,
                tuple(dict.fromkeys(declaring)),
            )
        )
    after = dict.fromkeys(other for need in plugin.needs for other in need.declaring if other != name)
    manifest = plugin.manifest
    return PlannedPlugin(name, manifest["version"], manifest["name"], starts, tuple(after), tuple(bindings))


def _problem(failure: Failure, offered: _Offered) -> Problem:
    error = failure.error
    if isinstance(error, FacetNotFoundError):
        kind: Literal["missing", "ambiguous", "circular"] = "missing"
        others = [one.qualifier or UNQUALIFIED for one in offered.listed(failure.facet)]
        known = [facet for facet, registered in offered.by_facet.items() if registered]
        help_ = f"there is {', '.join(others)}" if others else near(failure.facet, known)
    elif isinstance(error, AmbiguousFacetError):
        kind, help_ = "ambiguous", ""  # the message has it
    else:
        kind, help_ = "circular", "make one of the requirements optional, or move what both need into a third plugin"
    return Problem(kind, failure.plugin, str(error), help_, failure.facet, failure.qualifier, error)


def _replaced(binding: Binding) -> Iterator[str]:
    """Yield a warning for each provider that several plugins declare."""
    for facet, offers in binding.offers.items():
        for qualifier, plugins in offers.items():
            if len(plugins) > 1:
                yield f'{", ".join(plugins)} provide "{qualifier or UNQUALIFIED}" of facet "{facet}": one replaces the other'


def _of(plugins: Sequence[str]) -> str:
    return f" of {', '.join(plugins)}" if plugins else ""


def _clean_line(line: str) -> str:
    """Return a line without what a terminal would obey, and with its indentation."""
    return line[: len(line) - len(line.lstrip(" "))] + clean(line)


def _label(text: str) -> str:
    """Return a text in quotes, in which Mermaid takes no character for one of its own."""
    return '"' + "".join(one if one.isalnum() or one in " -_.,:/@" else f"#{ord(one)};" for one in clean(text)) + '"'
