"""A `StateStore` over SQLite: values as JSON in one table."""

import asyncio
import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from latency_shim import FacetError


class SqliteStateStore:
    """A `StateStore`; each call is a transaction of its own, in a thread, so the event loop goes on.

    A value that JSON cannot hold is a `FacetError` with code `VALIDATION`; a failure of the database
    one with code `UNKNOWN`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._statement("CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL)")

    async def get(self, key: str, /) -> Any:
        rows, _ = await self._run("SELECT value FROM state WHERE key = ?", key)
        return json.loads(rows[0][0]) if rows else None

    async def set(self, key: str, value: object, /) -> None:
        try:
            text = json.dumps(value, allow_nan=False)
        except (TypeError, ValueError) as error:
            raise FacetError(f"value of {key!r} is no JSON: {error}", "VALIDATION", cause=error) from error
        await self._run("INSERT OR REPLACE INTO state VALUES (?, ?)", key, text)

    async def delete(self, key: str, /) -> bool:
        _, changed = await self._run("DELETE FROM state WHERE key = ?", key)
        return changed > 0

    async def has(self, key: str, /) -> bool:
        rows, _ = await self._run("SELECT 1 FROM state WHERE key = ?", key)
        return bool(rows)

    async def keys(self, prefix: str | None = None) -> Sequence[str]:
        rows, _ = await self._run(
            "SELECT key FROM state WHERE substr(key, 1, length(?)) = ?", prefix or "", prefix or ""
        )
        return [key for (key,) in rows]

    async def _run(self, statement: str, *values: str) -> tuple[list[tuple[Any]], int]:
        return await asyncio.to_thread(self._statement, statement, *values)

    def _statement(self, statement: str, *values: str) -> tuple[list[tuple[Any]], int]:
        """Give the rows, and how many were changed."""
        try:
            connection = sqlite3.connect(self._path)
            try:
                with connection:
                    cursor = connection.execute(statement, values)
                    return cursor.fetchall(), cursor.rowcount
            finally:
                connection.close()
        except sqlite3.Error as error:
            raise FacetError(f"{self._path}: {error}", "UNKNOWN", cause=error) from error
