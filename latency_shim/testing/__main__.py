# ruff: noqa: T201 - a command line prints
"""What each suite tests, and what it cannot: `python -m latency_shim.testing [SUITE…]`."""

import argparse
import sys
from collections.abc import Iterator, Sequence

import latency_shim.testing
from latency_shim.cli import run
from latency_shim.testing import Contract

SUITES: dict[str, type[Contract]] = {
    name: getattr(latency_shim.testing, name)
    for name in dir(latency_shim.testing)
    if name.endswith("Contract") and name != "Contract"
}


def described(suite: type[Contract]) -> Iterator[str]:
    """Return the lines that describe a suite."""
    yield f"{suite.__name__}, {len(suite.contract_tests)} tests; promises without a test: {len(suite.untested)}"
    for name, what in suite.needs.items():
        yield f"  needs the fixture `{name}`: {what}"
    for name, test in suite.contract_tests.items():
        promise = (test.__doc__ or "").partition("\n\n")[0]
        yield f"  {name}"
        yield f"      {' '.join(promise.split())}"
    for ability, without in suite.abilities.items():
        yield f"  may lack {ability!r}: {without}"
    for promise, reason in suite.untested.items():
        yield f"  not tested, since {reason}"
        yield f"      {promise}"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the suites that are asked for, all unless some are named."""
    parser = argparse.ArgumentParser(prog="python -m latency_shim.testing", description=__doc__)
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=f"one of {', '.join(SUITES)}")
    names = parser.parse_args(argv).suites or list(SUITES)
    if unknown := [name for name in names if name not in SUITES]:
        parser.error(f"no suite {', '.join(unknown)}; there are: {', '.join(SUITES)}")
    print("\n\n".join("\n".join(described(SUITES[name])) for name in names))
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
