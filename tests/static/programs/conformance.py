"""The structural checker, as type checkers see it."""

from typing import Protocol, assert_type

from latency_shim import ISSUE_TRACKER, SECRET_STORE, FacetKey, FacetRegistry, IssueSpec, IssueTracker, SecretStore, StateStore
from latency_shim.conformance import (
    ConformanceError,
    Location,
    Violation,
    class_violations,
    conforms,
    implements,
    verify,
    violations,
)


class Mailer(Protocol):
    async def send(self, to: str, text: str, /) -> None: ...


MAILER = FacetKey("Mailer", Mailer)


def verify_gives_the_interface(thing: object) -> None:
    assert_type(verify(thing, StateStore), StateStore)
    assert_type(verify(thing, ISSUE_TRACKER), IssueTracker)
    assert_type(verify(thing, Mailer), Mailer)
    assert_type(verify(thing, MAILER), Mailer)
    assert_type(verify(thing, IssueSpec), IssueSpec)
    verify(thing)  # E no interface


def conforms_narrows(thing: object) -> None:
    if conforms(thing, StateStore):
        assert_type(thing, StateStore)
    if conforms(thing, ISSUE_TRACKER):
        assert_type(thing, IssueTracker)
    if conforms(thing, MAILER):
        assert_type(thing, Mailer)


def violations_are_read(thing: object) -> None:
    found = violations(thing, FacetRegistry)
    assert_type(found, tuple[Violation, ...])
    assert_type(class_violations(type(thing), MAILER), tuple[Violation, ...])
    for fault in found:
        assert_type(fault.code, str)
        assert_type(fault.member, str)
        assert_type(fault.location, Location | None)
        fault.code = "other"  # E read-only
        fault.location.line  # E may be None


def errors_tell_all(error: ConformanceError) -> None:
    assert_type(error.violations, tuple[Violation, ...])


@implements(SecretStore)
class Secrets:
    def __init__(self, count: int) -> None:
        self.count = count

    async def get_secret(self, key: str) -> str | None:
        return key

    async def set_secret(self, key: str, value: str) -> None: ...
    async def delete_secret(self, key: str) -> bool:
        return bool(key)

    async def has_secret(self, key: str) -> bool:
        return bool(key)


assert_type(Secrets(3), Secrets)
assert_type(Secrets(3).count, int)


@implements(SECRET_STORE)
class SecretsByKey(Secrets):
    def __len__(self) -> int:
        return self.count


assert_type(SecretsByKey(3), SecretsByKey)
assert_type(len(SecretsByKey(3)), int)


@implements(Mailer)
class Post:
    async def send(self, to: str, text: str, /) -> None: ...


@implements(MAILER)
class PostByKey:
    async def send(self, to: str, text: str, /) -> None: ...


assert_type(Post(), Post)
assert_type(PostByKey(), PostByKey)


class Half:
    async def get_secret(self, key: str) -> str | None:
        return key


implements(SecretStore)(Half)  # E three methods are missing
implements(SECRET_STORE)(Half)  # E three methods are missing
implements("SecretStore")(Half)  # E no interface and no key


@implements(SecretStore)  # E three methods are missing (not mypy: reports it at the class) (not pyrefly: ignores class decorators)
class Decorated:  # OK reported a line above (but mypy: reports it here)
    async def get_secret(self, key: str) -> str | None:
        return key


@implements(SECRET_STORE)  # E three methods are missing (not mypy: reports it at the class) (not pyrefly: ignores class decorators)
class DecoratedByKey:  # OK reported a line above (but mypy: reports it here)
    async def get_secret(self, key: str) -> str | None:
        return key
