"""Measure everything on the Python that runs this, and write it to a file: `measure.py RESULT.json`."""

import argparse
import datetime
import gc
import json
import platform
import sys
import tracemalloc
import types
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

import typeguard
from pydantic import TypeAdapter, ValidationError

import samples
from latency_shim import FacetRegistry, Issue, PluginManifest
from latency_shim._barrel import MODULES
from latency_shim._typing import Protocol, runtime_checkable
from latency_shim.conformance import ConformanceError, conforms, verify, violations
from latency_shim.conformance._inspection import is_protocol
from latency_shim.conformance._members import interface_of
from timing import Row, machine, ratio, ratio_of_new, ratios_of_processes, times_of_processes

ALL_ITEMS = typeguard.CollectionCheckStrategy.ALL_ITEMS


def protocols() -> dict[str, Any]:
    """Return every protocol of the contract."""
    found: dict[str, Any] = {}
    for home, names in MODULES.items():
        module = import_module(f"latency_shim.{home}")
        found |= {f"{home}.{name}": getattr(module, name) for name in names.split()}
    return {name: thing for name, thing in found.items() if is_protocol(thing)}


def implementer(protocol: Any) -> object:
    """Make an object with every member of a protocol."""
    members: dict[str, Any] = {}
    for member in interface_of(protocol).members:
        function = member.function if member.is_method else None
        members[member.name] = function and types.FunctionType(function.__code__, {}, argdefs=function.__defaults__)
    return type("Implementer", (), members)()


def declared_again(protocol: Any) -> Any:
    """Declare a protocol again, with the same members."""
    members: dict[str, Any] = {member.name: vars(protocol)[member.name] for member in interface_of(protocol).members}
    return runtime_checkable(types.new_class("Local", (Protocol,), {}, partial(update, members)))


def update(members: dict[str, Any], namespace: dict[str, Any]) -> None:
    """Put members into the namespace of a class."""
    namespace.update(members)


def imports(rounds: int) -> Iterator[Row]:
    """Measure what importing the contract costs, as whole processes."""
    base = "import typing" if sys.version_info >= (3, 12) else "import typing_extensions"
    wanted = {
        "import latency_shim": 1.05,
        "from latency_shim import FacetRegistry": 1.2,
        "from latency_shim import *": 1.35,
        "from latency_shim.conformance import verify": None,
    }
    ratios = ratios_of_processes(rounds, ["-c", base], *(["-c", program] for program in wanted))
    for (program, target), found in zip(wanted.items(), ratios, strict=True):
        yield Row(f"`{program}`, whole process", "`import typing`; on 3.11 `import typing_extensions`", found, target)


def instance_checks(rounds: int) -> Iterator[Row]:
    """Measure `isinstance` on each protocol against the same protocol declared here."""
    worst = 0.0
    for protocol in protocols().values():
        local, obj = declared_again(protocol), implementer(protocol)
        hits = partial(isinstance, obj, protocol), partial(isinstance, obj, local)
        # The worst of many is mostly one that something else held up: once more, then, and the better counts.
        found = ratio(rounds, *hits, calls=1000)
        worst = max(worst, found if found < worst else min(found, ratio(rounds, *hits, calls=1000)))
    yield Row("`isinstance`, a hit, the worst of all protocols", "the same protocol declared locally", worst, 1.1)


def structural_checks(rounds: int) -> Iterator[Row]:
    """Measure the structural checker on behaviours."""
    seen = samples.maker()()
    hit = partial(isinstance, seen, FacetRegistry)
    for check in violations, conforms:
        found = ratio(rounds, partial(check, seen, FacetRegistry), hit, calls=5000)
        yield Row(f"`{check.__name__}`, class seen before", "`isinstance`, a hit", found, 1.5)

    def ours(obj: object) -> object:
        return violations(obj, FacetRegistry)

    def guard(obj: object) -> object:
        return typeguard.check_type(obj, FacetRegistry)

    make = samples.maker()
    zope, declared = samples.zope()
    text = samples.maker(head="from __future__ import annotations")
    to_zope = partial(ratio_of_new, rounds, ours, zope)
    yield Row("new class", "typeguard's `check_type`", ratio_of_new(rounds, ours, guard, (make, make)), 0.2)
    yield Row("new class", "zope's `verifyObject`", to_zope((make, declared(samples.REGISTRY))), 1)
    yield Row("new class, annotations as text", "zope's `verifyObject`", to_zope((text, declared(samples.REGISTRY))), 2)
    faulty = samples.maker(samples.FAULTY), declared(samples.FAULTY)
    found = ratio_of_new(rounds, explained(verify_registry, ConformanceError), explained(zope, samples.Invalid), faulty)
    yield Row("new class with two faults, all explained", "zope's `verifyObject`, the text of its errors", found, 1.5)
    few, many = samples.wide(10), samples.wide(100)
    found = ratio_of_new(rounds, checks(many[0]), checks(few[0]), (many[1], few[1]), objects=(10, 100))
    yield Row("new class, each of 100 methods", "each of 10", found, 1.1)


def checks(interface: Any) -> Callable[[object], object]:
    """Return the check of an object against an interface."""
    return lambda obj: violations(obj, interface)


def verify_registry(obj: object) -> object:
    """Verify that an object is a registry."""
    return verify(obj, FacetRegistry)


def explained(check: Callable[[object], object], error: type[Exception]) -> Callable[[object], object]:
    """Return a function of a faulty object that catches the error which a check raises and makes its text."""

    def explain(obj: object) -> str:
        try:
            check(obj)
        except error as found:
            return str(found)
        raise AssertionError("no fault is found")

    return explain


def manifests(rounds: int) -> Iterator[Row]:
    """Measure the structural checker on a manifest of eleven entries, right and with three faults."""
    peer = TypeAdapter(PluginManifest)

    def pydantic_errors() -> list[Any]:
        try:
            peer.validate_python(samples.FAULTY_MANIFEST, strict=True)
        except ValidationError as error:
            return list(error.errors())
        return []

    def our_errors() -> list[str]:
        return [f"{one.member}: {one.message}" for one in violations(samples.FAULTY_MANIFEST, PluginManifest)]

    if violations(samples.LONG_MANIFEST, PluginManifest) or {len(our_errors()), len(pydantic_errors())} != {3}:
        raise AssertionError("the manifests have other faults than are meant")
    ours = partial(violations, samples.LONG_MANIFEST, PluginManifest)
    found = ratio(rounds, ours, partial(peer.validate_python, samples.LONG_MANIFEST, strict=True), calls=200)
    yield Row("a `PluginManifest` of eleven entries", "pydantic's `TypeAdapter`, strict", found, 1.5)
    found = ratio(rounds, our_errors, pydantic_errors, calls=200)
    yield Row("three faults in eleven entries, explained", "pydantic's `ValidationError.errors()`, strict", found, 6)


def records(rounds: int) -> Iterator[Row]:
    """Measure the structural checker on records with their values, which are all right."""
    issue = samples.Issue()
    hints = {member.name: member.hint for member in interface_of(Issue).members}

    def guard_issue() -> None:
        typeguard.check_type(issue, Issue)  # which sees that there are the attributes, and no values
        for name, hint in hints.items():
            typeguard.check_type(getattr(issue, name), hint, collection_check_strategy=ALL_ITEMS)

    def guard_manifest() -> None:
        typeguard.check_type(samples.MANIFEST, PluginManifest, collection_check_strategy=ALL_ITEMS)

    found = ratio(rounds, lambda: violations(issue, Issue), guard_issue, calls=200)
    yield Row("a dataclass `Issue` with its values", "typeguard, protocol and each value", found, 0.3)
    found = ratio(rounds, lambda: violations(samples.MANIFEST, PluginManifest), guard_manifest, calls=200)
    yield Row("a `PluginManifest`", "typeguard, all items", found, 0.3)


def memory(classes: int) -> Iterator[Row]:
    """Measure what is left of classes that were checked and are gone."""
    make = samples.maker()
    violations(make(), FacetRegistry)
    tracemalloc.start()

    def used() -> int:
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    before = used()
    made = [make() for _ in range(classes)]
    found = [one for one in made if not conforms(one, FacetRegistry)]
    alive = used() - before
    made.clear()
    make()  # the last is kept by the text that it was made from
    left = used() - before
    tracemalloc.stop()
    if found:
        raise AssertionError("a class does not conform")
    what = f"memory left of {classes:,} classes that were checked and are gone"
    yield Row(what, "their memory before", left / alive, 0.02)


def command_line(rounds: int) -> Iterator[Row]:
    """Measure the command line, as whole processes."""
    program = ["-c", "import sys; from latency_shim.cli import run; sys.exit(run())"]  # as the installed script does
    check = [*program, "check", "small:Store", "--as", "PluginStateStore"]
    ratios = ratios_of_processes(rounds, ["-c", "pass"], [*program, "--help"], check, files={"small.py": samples.STORE})
    yield Row("`latency-shim --help`, whole process", "`python -c pass`", ratios[0], 2)
    yield Row("`latency-shim check` of a small class, whole process", "`python -c pass`", ratios[1], 5)
    files = {"many.py": samples.STORE + "".join(f"class C{number}(Store): ...\n" for number in range(100))}
    many = [*program, "check", "--as", "PluginStateStore", *(f"many:C{number}" for number in range(100))]
    [found] = ratios_of_processes(rounds, ["-c", samples.IN_ONE_PROCESS], many, files=files)
    yield Row(
        "`latency-shim check` of 100 classes of a module", "importing and checking them in one process", found, 1.5
    )


def binder(rounds: int) -> Iterator[Row]:
    """Measure how long the binder in memory takes for many plugins, each of which requires what the next provides."""
    many, few = samples.chain(2000), samples.chain(200)
    found = ratio(max(rounds // 5, 1), many, few, calls=1)
    yield Row("`MemoryBinder`, 2,000 chained plugins", "200 chained plugins", found, 12)


def kit(rounds: int) -> Iterator[Row]:
    """Measure what two suites of the contract kit add to what pytest takes for one empty test."""
    files = {
        "test_empty.py": "def test_nothing(): ...",
        "test_core.py": samples.KIT,
    }
    pytest = ["-m", "pytest", "-pno:cacheprovider"]
    times = times_of_processes(rounds, [*pytest, "test_empty.py"], [*pytest, "test_core.py"], files=files)
    added = median(core - empty for empty, core in times)
    yield Row("registry and binder suites of the kit, beyond pytest's own start", "one second", added, 1)


def main() -> None:
    """Measure, and write what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("result", type=Path)
    parser.add_argument("--rounds", type=int, default=25, help="of which the median counts")
    parser.add_argument("--classes", type=int, default=10_000, help="of which the memory is measured")
    options = parser.parse_args()
    rounds: int = options.rounds
    rows = [
        *imports(rounds),
        *instance_checks(rounds),
        *structural_checks(rounds),
        *records(rounds),
        *manifests(rounds),
        *memory(options.classes),
        *command_line(rounds),
        *binder(rounds),
        *kit(rounds),
    ]
    result = {
        "python": platform.python_version(),
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "machine": machine(),
        "peers": {name: version(name) for name in ("pydantic", "typeguard", "typing_extensions", "zope.interface")},
        "rows": [asdict(row) for row in rows],
    }
    options.result.write_text(json.dumps(result, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
