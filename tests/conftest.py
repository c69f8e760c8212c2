"""Instrument shim, core and examples with typeguard: every value that crosses an interface is checked.

The shim comes from what is installed (the wheel, in nox); the examples from the work tree.
"""

import os
import signal
import sys
from pathlib import Path

import pytest
import typeguard

import records

ROOT = Path(__file__).parent.parent
ONCE = {  # slow, and the same on every Python
    "test_benchmarks",
    "test_complete",
    "test_drift",
    "test_generate",
    "test_git_source_control",
    "test_growth",
    "test_guide",
    "test_promises",
    "test_source_control",
    "test_tutorials",
}
pytest_plugins = ["pytester", "redis_server", "cli_fixtures"]  # the first runs the contract kit on mutants

# What is committed in a test must not land in a repository that the environment names, nor hang on a user's settings.
for name in [name for name in os.environ if name.startswith("GIT_")]:
    del os.environ[name]
os.environ["GIT_CONFIG_GLOBAL"] = os.devnull
os.environ["GIT_CONFIG_NOSYSTEM"] = "1"

# Some shells let a job in the background ignore SIGINT, and nohup lets it ignore SIGHUP: the processes that tests of
# these signals start would ignore them too.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

sys.path.append(str(ROOT))  # last, so that what is installed comes before the work tree's shim
# Not the checker: it looks at hostile objects, at which typeguard would look with `isinstance`. Nor the command line,
# which has no names of `typing` at run time. Nor what stands in for a provider: typeguard would ask it for its class.
the_contract = [f"latency_shim.{name}" for name in ("composition", "facets", "runtime", "_errors")]
the_core = [f"latency_shim.memory.{path.stem}" for path in ROOT.joinpath("latency_shim", "memory").glob("[!_]*.py")]
typeguard.install_import_hook(["examples", *the_contract, *the_core])
typeguard.config.collection_check_strategy = typeguard.CollectionCheckStrategy.ALL_ITEMS
typeguard.checker_lookup_functions.insert(0, records.lookup)

import both_ways  # noqa: E402 - loads modules of the contract, which the hook has to see
from latency_shim.testing._histories import Histories  # noqa: E402 - the same

both_ways.install()
# Random histories make a hundred thousand calls, each of which typeguard would slow down tenfold.
Histories.holds = typeguard.suppress_type_checks(Histories.holds)  # type: ignore[method-assign]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option of the tests with threads."""
    parser.addoption("--rounds", type=int, default=20, help="rounds of each test with threads")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what runs once, as histories do; refuse names that differ between processes, which xdist cannot compare."""
    for item in items:
        if item.path.stem in ONCE or "._models." in getattr(getattr(item, "function", None), "__module__", ""):
            item.add_marker("once")
    addresses = [item.nodeid for item in items if " at 0x" in item.nodeid]
    if addresses:
        raise pytest.UsageError(f"the name of a test holds an address: {addresses[0]}; help: give the parameter an id")
