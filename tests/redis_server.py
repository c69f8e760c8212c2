# pyright: reportUnknownMemberType=false
# redis leaves the types of some parameters open.
"""A real redis-server on loopback, for the tests that need one."""

import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import redis
from redis.asyncio import Redis

PROGRAM = shutil.which("redis-server")
NO_PROGRAM = "the program redis-server is not installed"


class RedisServer:
    """A server that keeps nothing, and that nobody else can use, since it has a password of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._log = folder / f"{secrets.token_hex(4)}.log"
        self._password = secrets.token_hex()
        self._process: subprocess.Popen[bytes] | None = None
        for _ in range(10):
            self.url = f"redis://:{self._password}@127.0.0.1:{free_port()}"
            if self.start():
                return
        pytest.fail(f"redis-server does not start:\n{self._log.read_text(encoding='utf-8')}")

    def start(self) -> bool:
        """Start it on its port; return whether that was still free."""
        options = {
            "bind": "127.0.0.1",
            "port": urlsplit(self.url).port,
            "requirepass": self._password,
            "save": "",
            "appendonly": "no",
            "dir": self._folder,
            "logfile": self._log,
        }
        arguments = [str(part) for name, value in options.items() for part in (f"--{name}", value)]
        self._process = subprocess.Popen([str(PROGRAM), *arguments])  # noqa: S603 - our own arguments
        deadline = time.monotonic() + 30
        while self._process.poll() is None and time.monotonic() < deadline:
            try:
                with redis.Redis.from_url(self.url) as client:
                    client.ping()
            except redis.RedisError:
                time.sleep(0.01)
            else:
                return True
        self.stop()
        return False

    @contextmanager
    def hanging(self) -> Generator[None]:
        """Keep it from answering, with all connections open."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        """Stop it, if it runs."""
        if self._process is not None:
            self._process.kill()  # it has nothing to save
            self._process.wait()


def intruder(url: str) -> Redis:
    """Return a client with a wrong password, and with the patience of redis, which `from_url` does not give."""
    parts = urlsplit(url)
    return Redis(host=str(parts.hostname), port=parts.port or 0, password="wrong")  # noqa: S106 - it is


def free_port() -> int:
    """Return a port on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let all tests that are skipped without the program have one place, so that the summary has one line for them."""
    report = yield
    if report.skipped and isinstance(report.longrepr, tuple) and NO_PROGRAM in report.longrepr[2]:
        report.longrepr = (__file__, 1, report.longrepr[2])
    return report


@pytest.fixture(scope="session")
def redis_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for servers; without the program there is nothing to test."""
    if PROGRAM is None:
        pytest.skip(NO_PROGRAM)
    return tmp_path_factory.mktemp("redis")


@pytest.fixture(scope="session")
def redis_url(redis_folder: Path) -> Iterator[str]:
    """Yield the address of a server that all tests use: whoever writes there takes a namespace of their own."""
    server = RedisServer(redis_folder)
    yield server.url
    server.stop()


@pytest.fixture
def own_redis_server(redis_folder: Path) -> Iterator[RedisServer]:
    """Yield a server that a test may stop and start."""
    server = RedisServer(redis_folder)
    yield server
    server.stop()
