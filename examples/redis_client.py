"""What the providers over Redis share: a client that fails clearly, and failures as `FacetError`."""

import re
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from typing import Any

import redis.asyncio
from redis import exceptions
from redis.asyncio.retry import Retry

from latency_shim import FacetError


class RefusedError(exceptions.ResponseError):
    """The server refused the password: unlike the error that it replaces, not one of the connection."""


class UnlessRefused(Retry):
    """Retries as another policy does, except after a refused password, which would be refused again."""

    def __init__(self, policy: Any) -> None:
        super().__init__(policy._backoff, policy._retries, policy._supported_errors)  # noqa: SLF001 - no other way

    async def call_with_retry(self, do: Callable[[], Awaitable[Any]], *others: Any, **options: Any) -> Any:
        async def attempt() -> Any:
            try:
                return await do()
            except exceptions.AuthenticationError as error:
                raise RefusedError(*error.args) from error

        return await super().call_with_retry(attempt, *others, **options)


def prepared(client: redis.asyncio.Redis) -> Any:
    """Return the client, which from now on reports a refused password at once."""
    untyped: Any = client  # the types of its methods differ from version to version
    if untyped.get_encoder().decode_responses:
        raise ValueError("other programs may write bytes that are not text; give a client without `decode_responses`")
    policy = untyped.get_retry()
    if policy is not None and not isinstance(policy, UnlessRefused):
        untyped.set_retry(UnlessRefused(policy))
    return untyped


def escaped(text: str) -> str:
    """Return a pattern of Redis that matches just this text."""
    return re.sub(r"([*?\[\]\\])", r"\\\1", text)


@contextmanager
def failures() -> Generator[None]:
    """Turn failures of Redis into `FacetError`."""
    try:
        yield
    except (exceptions.RedisError, OSError) as error:
        raise FacetError(f"Redis: {str(error) or 'no answer'}", code_of(error), cause=error) from error


def code_of(error: Exception) -> str:
    """Return the code of `FacetError` for an error of Redis."""
    match error:
        case RefusedError() | exceptions.AuthenticationError() | exceptions.NoPermissionError():
            return "AUTH"
        case exceptions.OutOfMemoryError():
            return "FULL"
        case exceptions.ConnectionError() | exceptions.TimeoutError() | OSError():
            return "UNAVAILABLE"
        case _:
            return "UNKNOWN"
