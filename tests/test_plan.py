"""A plan says what a binder will bind, and everything that is in the way."""

import asyncio
import json
import random
import time
from typing import Any, Literal

import pytest

from latency_shim import BinderConfig, FacetProvider, FacetRequirement, PluginManifest, RegistrationOptions
from latency_shim.conformance import ConformanceError
from latency_shim.loading import plan
from latency_shim.memory import MemoryBinder, MemoryRegistry


def plugin(
    id: str,
    requires: tuple[FacetRequirement, ...] = (),
    provides: tuple[FacetProvider, ...] = (),
    uses: tuple[FacetRequirement, ...] = (),
) -> PluginManifest:
    return {
        "id": id,
        "version": "1.0.0",
        "name": id.title(),
        "provides": list(provides),
        "requires": list(requires),
        "uses": list(uses),
    }


DIGEST = plugin("digest", ({"facet": "SourceControl", "qualifier": "git"},), ({"facet": "Digest"},))
BOARD = plugin("board", ({"facet": "Digest"},), uses=({"facet": "Mailer"},))
GIT: FacetProvider = {"facet": "SourceControl", "qualifier": "git", "priority": 3}


def test_plugins_start_after_those_that_they_depend_on() -> None:
    planned = plan([BOARD, DIGEST], [GIT])
    assert planned.ok
    assert planned.order == ("digest", "board")
    assert [one.after for one in planned.plugins] == [(), ("digest",)]


def test_a_binding_says_what_is_bound_and_whose_it_is() -> None:
    digest, board = plan([DIGEST, BOARD], [GIT]).plugins
    [source] = digest.bindings
    assert (source.facet, source.qualifier, source.provider, source.priority) == ("SourceControl", "git", "git", 3)
    assert (source.found, source.optional, source.plugins) == (True, False, ())
    of_digest, mailer = board.bindings
    assert (of_digest.provider, of_digest.priority, of_digest.plugins) == (None, 0, ("digest",))
    assert (mailer.found, mailer.optional, mailer.priority) == (False, True, None)


def test_a_registry_can_be_given() -> None:
    registry = MemoryRegistry()
    registry.register("SourceControl", object(), {"qualifier": "git", "priority": 3})
    assert plan([DIGEST, BOARD], registry) == plan([DIGEST, BOARD], [GIT])
    assert not registry.has("Digest")


def test_the_priority_of_a_registration_counts_and_not_that_of_the_manifest() -> None:
    offering = plugin("p", provides=({"facet": "F", "qualifier": "p", "priority": 9},))
    asking = plugin("q", ({"facet": "F"},))
    registered: list[FacetProvider] = [{"facet": "F", "qualifier": "p", "priority": 1}, {"facet": "F", "priority": 2}]
    assert plan([offering, asking], registered).plugins[1].bindings[0].provider is None


@pytest.mark.parametrize(
    ("manifests", "kind", "first", "message", "help"),
    [
        ([DIGEST, DIGEST], "duplicate-id", "digest", '2 plugins have the id "digest"', "remove all but one"),
        ([BOARD], "missing", "board", 'No provider found for facet "Digest"', ""),
        (
            [plugin("p", ({"facet": "SourceContrl"},))],
            "missing",
            "p",
            "No provider found",
            "did you mean 'SourceControl'?",
        ),
        (
            [plugin("p", ({"facet": "SourceControl", "qualifier": "svn"},))],
            "missing",
            "p",
            'No provider found for facet "SourceControl" with qualifier "svn"',
            "there is git",
        ),
        (
            [
                plugin("p", ({"facet": "F"},)),
                plugin("q", (), ({"facet": "F"},)),
                plugin("r", (), ({"facet": "F", "qualifier": "x"},)),
            ],
            "ambiguous",
            "p",
            'Multiple providers for facet "F": <default>, x. Specify a qualifier',
            "",
        ),
        (
            [plugin("p", ({"facet": "A"},), ({"facet": "B"},)), plugin("q", ({"facet": "B"},), ({"facet": "A"},))],
            "circular",
            "p",
            "Circular dependency detected: p -> q -> p",
            "make one of the requirements optional",
        ),
    ],
)
def test_each_problem_is_told(manifests: list[PluginManifest], kind: str, first: str, message: str, help: str) -> None:
    planned = plan(manifests, [GIT])
    assert not planned.ok
    [problem] = planned.problems
    assert (problem.kind, problem.plugin) == (kind, first)
    assert problem.message.startswith(message)
    assert problem.help.startswith(help)
    assert bool(help) == bool(problem.help)
    assert f"problem: {problem.plugin}: {problem.message} [{kind}]" in str(planned)


def test_every_problem_is_told_at_once() -> None:
    circle = [plugin("p", ({"facet": "A"},), ({"facet": "B"},)), plugin("q", ({"facet": "B"},), ({"facet": "A"},))]
    planned = plan([*circle, BOARD, DIGEST, DIGEST], [{"facet": "SourceControl", "qualifier": "svn"}])
    assert [(one.kind, one.plugin) for one in planned.problems] == [
        ("duplicate-id", "digest"),
        ("missing", "digest"),
        ("circular", "p"),
    ]
    assert planned.order == ("board",)  # which keeps its binding to a plugin that failed, as with a binder


def test_several_plugins_that_declare_one_provider_are_a_warning() -> None:
    manifests = [plugin("p", (), ({"facet": "F"},)), plugin("q", (), ({"facet": "F"},))]
    assert 'p, q provide "<default>" of facet "F": one replaces the other' in plan(manifests).warnings


def test_the_report_shows_everything() -> None:
    planned = plan([BOARD, DIGEST, plugin("lost", ({"facet": "Digst", "qualifier": "x"},))], [GIT])
    assert str(planned).splitlines() == [
        "2 of 3 plugins can start, 1 problem",
        "1. digest 1.0.0",
        '     SourceControl "git" -> git',
        "2. board 1.0.0, after digest",
        "     Digest -> <default> of digest",
        "     Mailer -> nothing, which it allows",
        "-- lost 1.0.0",
        'problem: lost: No provider found for facet "Digst" with qualifier "x" [missing]',
        "  help: did you mean 'Digest'?",
    ]


def test_json_has_everything() -> None:
    planned = plan([BOARD, plugin("p", ({"facet": "A"},), ({"facet": "A"},), ({"facet": "B"},))])
    document = json.loads(planned.to_json())
    assert document["schema"] == 1
    assert (document["ok"], document["order"]) == (False, ["p"])
    assert document["plugins"][0] == {
        "id": "p",
        "version": "1.0.0",
        "name": "P",
        "starts": True,
        "after": [],
        "bindings": [
            {
                "facet": "A",
                "qualifier": None,
                "optional": False,
                "found": True,
                "provider": None,
                "priority": 0,
                "plugins": ["p"],
            },
            {
                "facet": "B",
                "qualifier": None,
                "optional": True,
                "found": False,
                "provider": None,
                "priority": None,
                "plugins": [],
            },
        ],
    }
    assert document["problems"] == [
        {
            "kind": "missing",
            "plugin": "board",
            "facet": "Digest",
            "qualifier": None,
            "message": 'No provider found for facet "Digest"',
            "help": "",
            "providers": None,
            "cycle": None,
        }
    ]


def test_mermaid_draws_plugins_providers_and_problems() -> None:
    manifests = [DIGEST, BOARD, plugin('"odd"] end;\n', ({"facet": "x"},))]
    manifests[1] = plugin("board", ({"facet": "Digest"},), uses=({"facet": "SourceControl"},))
    assert plan(manifests, [GIT]).to_mermaid().splitlines() == [
        "flowchart LR",
        '    p0["digest 1.0.0"]',
        '    p1["board 1.0.0"]',
        '    p2["#34;odd#34;#93; end#59; 1.0.0"]:::problem',
        '    r3(["SourceControl git"])',
        '    p0 -->|"SourceControl"| r3',
        '    p1 -->|"Digest"| p0',
        '    p1 -.->|"SourceControl"| r3',
        '    x0{{"No provider found for facet #34;x#34;"}}:::problem',
        "    p2 --x x0",
        "    classDef problem stroke:#c00,stroke-width:2px",
    ]


def test_a_text_from_a_manifest_cannot_govern_a_terminal() -> None:
    assert "\x1b" not in str(plan([plugin("p\x1b[2J", ({"facet": "\x1b[31m"},))]))


MALFORMED: list[tuple[tuple[Any, ...], str]] = [
    (([{"id": "p"}],), "the manifest 'p'"),
    (([3],), "manifests[0]"),
    (([DIGEST], [{"facte": "x"}]), "registrations[0]"),
    (([DIGEST], [], {"strategy": "first"}), "the configuration"),
]


@pytest.mark.parametrize(("arguments", "message"), MALFORMED)
def test_what_is_malformed_is_refused_by_its_name(arguments: tuple[Any, ...], message: str) -> None:
    with pytest.raises(ConformanceError) as caught:
        plan(*arguments)
    assert str(caught.value).startswith(message)


def test_nothing_is_changed() -> None:
    manifests = [DIGEST, BOARD]
    before = json.dumps(manifests)
    plan(manifests, [GIT])
    assert json.dumps(manifests) == before


# --- a plan and a binder decide alike

STRATEGIES: tuple[Literal["first", "highest-priority", "explicit"], ...] = ("first", "highest-priority", "explicit")


def some_requirements(chance: random.Random) -> tuple[FacetRequirement, ...]:
    found: list[FacetRequirement] = []
    for _ in range(chance.randrange(3)):
        one: FacetRequirement = {"facet": chance.choice("ABC")}
        if chance.random() < 0.3:
            one["qualifier"] = chance.choice("xy")
        if chance.random() < 0.2:
            one["optional"] = True
        found.append(one)
    return tuple(found)


def some_offers(chance: random.Random) -> tuple[FacetProvider, ...]:
    found: dict[tuple[str, str], FacetProvider] = {}
    for _ in range(chance.randrange(3)):
        facet, qualifier = chance.choice("ABC"), chance.choice(["", "x", "y"])
        one: FacetProvider = {"facet": facet, "priority": chance.randrange(3)}
        if qualifier:
            one["qualifier"] = qualifier
        found[facet, qualifier] = one
    return tuple(found.values())


@pytest.mark.parametrize("seed", range(300))
def test_a_plan_is_what_a_binder_binds(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test
    manifests = [
        plugin(f"p{number}", some_requirements(chance), some_offers(chance), some_requirements(chance))
        for number in range(chance.randrange(1, 6))
    ]
    config: BinderConfig = {"resolution_strategy": chance.choice(STRATEGIES), "strict_optional": chance.random() < 0.2}
    config["explicit_bindings"] = [{"plugin": "p0", "facet": chance.choice("ABC"), "qualifier": chance.choice("xy")}]
    registry = MemoryRegistry()
    offers = some_offers(chance)
    for number, offer in enumerate([*offers, *(offer for one in manifests for offer in one["provides"])]):
        options: RegistrationOptions = {"priority": offer.get("priority", 0)}
        if "qualifier" in offer:
            options["qualifier"] = offer["qualifier"]
        if not any(one.qualifier == offer.get("qualifier") for one in registry.list(offer["facet"])):
            registry.register(offer["facet"], f"provider {number}", options)
    result = asyncio.run(MemoryBinder().bind(manifests, registry, config))
    planned = plan(manifests, offers, config)
    assert planned.order == tuple(result.contexts)
    assert [(one.plugin, one.facet, one.qualifier, str(one.error)) for one in planned.problems] == [
        (one.plugin, one.facet, one.qualifier, str(one.error)) for one in result.errors
    ]
    assert planned == plan(manifests, registry, config)
    for one in planned.plugins:
        for binding in one.bindings:
            if one.starts and binding.found:
                provider = registry.resolve(binding.facet, binding.provider)
                assert result.contexts[one.id].require(binding.facet, binding.qualifier) is provider


def test_time_grows_linearly_with_a_chain_of_plugins() -> None:
    def chain(length: int) -> float:
        manifests = [
            plugin(f"p{n}", ({"facet": f"F{n + 1}"},) if n < length - 1 else (), ({"facet": f"F{n}"},))
            for n in range(length)
        ]
        started = time.perf_counter()
        planned = plan(manifests)
        taken = time.perf_counter() - started
        assert planned.order == tuple(f"p{n}" for n in reversed(range(length)))
        return taken

    chain(500)
    assert min(chain(4000) for _ in range(3)) < 30 * min(chain(500) for _ in range(3))
