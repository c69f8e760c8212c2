"""A `StateStore` over SQLite: values as JSON in one table."""

import asyncio
import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from examples.stored_text import decoded, dumped, loaded, storable
from latency_shim import FacetError

CODES = {
    sqlite3.SQLITE_BUSY: "BUSY",
    sqlite3.SQLITE_FULL: "FULL",
    sqlite3.SQLITE_CORRUPT: "CORRUPT",
    sqlite3.SQLITE_NOTADB: "CORRUPT",
}


class SqliteStateStore:
    """A `StateStore`; each call is a transaction of its own, in the store's thread, so the event loop goes on.

    Calls take place in the order in which they were made. One that is cancelled before its turn does not take place.

    Codes of `FacetError`: `VALIDATION` for a key with a surrogate and a value that JSON cannot hold, `CORRUPT` for a
    value that is not JSON and a file that is not a database, `BUSY` when others keep the database locked for longer
    than `patience`, `FULL` for a full disk, else `UNKNOWN`.
    """

    patience = 30.0
    """Seconds to wait until other programs have written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(1)
        self._statement("CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL)")

    async def get(self, key: str, /) -> Any:
        rows, _ = await self._run("SELECT value FROM state WHERE key = ?", storable(f"key {key!r}", key))
        return loaded(f"value of {key!r}", rows[0][0]) if rows else None

    async def set(self, key: str, value: object, /) -> None:
        await self._run("INSERT OR REPLACE INTO state VALUES (?, ?)", key, dumped(f"value of {key!r}", value))

    async def delete(self, key: str, /) -> bool:
        _, changed = await self._run("DELETE FROM state WHERE key = ?", key)
        return changed > 0

    async def has(self, key: str, /) -> bool:
        rows, _ = await self._run("SELECT 1 FROM state WHERE key = ?", key)
        return bool(rows)

    async def keys(self, prefix: str | None = None) -> Sequence[str]:
        start = storable(f"key {prefix!r}", prefix or "")
        rows, _ = await self._run("SELECT key FROM state WHERE typeof(key) = 'text'")
        return [key for key in decoded(key for (key,) in rows) if key.startswith(start)]  # `LIKE` ends at a NUL

    async def _run(self, statement: str, *values: str) -> tuple[list[tuple[Any]], int]:
        for value in values:
            storable(f"key {value!r}", value)
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._statement, statement, *values)

    def _statement(self, statement: str, *values: str) -> tuple[list[tuple[Any]], int]:
        """Return the rows, and how many were changed."""
        try:
            connection = sqlite3.connect(self._path, timeout=self.patience)
            connection.text_factory = bytes  # what others wrote may be no text
            try:
                with connection:
                    cursor = connection.execute(statement, values)
                    return cursor.fetchall(), cursor.rowcount
            finally:
                connection.close()
        except (sqlite3.Error, ValueError) as error:
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF  # of an extended code
            raise FacetError(f"{self._path}: {error}", CODES.get(code, "UNKNOWN"), cause=error) from error
