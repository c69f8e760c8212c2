"""Source control that keeps the contract; of git it is the real one, on a repository made for the test."""

import subprocess
from pathlib import Path

import pytest

from examples.git_source_control import GitSourceControl
from latency_shim import SourceControl
from latency_shim.testing import SourceControlContract
from latency_shim.testing._suites.source_control import Write

BEGIN = (
    ("init", "--quiet", "--initial-branch=main"),
    ("config", "user.name", "Ada"),
    ("config", "user.email", "ada@example.org"),
    ("commit", "--quiet", "--allow-empty", "--message=begin"),
)


class TestGitSourceControl(SourceControlContract):
    histories = 1  # it starts several processes for each call

    @pytest.fixture
    def source(self, tmp_path: Path) -> SourceControl:
        for arguments in BEGIN:
            subprocess.run(["git", *arguments], cwd=tmp_path, check=True)  # noqa: S603, S607 - the git on the path
        return GitSourceControl(tmp_path)

    @pytest.fixture
    def write(self, tmp_path: Path) -> Write:
        def write(path: str, text: str) -> None:
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")

        return write
