"""What the workflow files repeat, and what they leave to nox. zizmor, which lint runs, looks at their security."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WORKFLOWS = {path.name: path.read_text(encoding="utf-8") for path in ROOT.glob(".github/workflows/*.yml")}
PREPARATION = {
    "python -m pip install --group nox",
    "sudo apt-get install --quiet --yes redis-server # for the tests of the providers over Redis",
    """'[ "$RESULTS" = "success success success" ]'""",
}


def test_every_supported_python_is_tested_on_every_system() -> None:
    project = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    supported = re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"]))
    [matrix] = re.findall(r"^ +python: \[(.+)\]$", WORKFLOWS["ci.yml"], re.MULTILINE)
    assert matrix.replace('"', "").split(", ") == supported


@pytest.mark.parametrize("name", WORKFLOWS)
def test_steps_only_call_nox(name: str) -> None:
    commands = set(re.findall(r"^ +- run: (.+)$", WORKFLOWS[name], re.MULTILINE)) - PREPARATION
    assert [command for command in commands if not command.startswith("nox")] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_job_has_a_time_limit(name: str) -> None:
    assert WORKFLOWS[name].count("timeout-minutes:") == WORKFLOWS[name].count("runs-on:") > 0


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_job_has_no_permission_that_it_does_not_name(name: str) -> None:
    assert "\npermissions: {}\n" in WORKFLOWS[name]
