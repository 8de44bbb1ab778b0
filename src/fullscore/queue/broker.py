"""Where wake-ups wait: a file beside the database, or tables in PostgreSQL."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from django.conf import settings
from django.db import connections
from huey import Huey, PostgresHuey, SqliteHuey
from huey.registry import Message
from huey.serializer import Serializer

Handler = Callable[[str, str], None]
NAME = "fullscore"
ADVISORY_LOCK = 7_391_204_456
# Two threads that wake first at once must not make two queues, of which one is dropped while open.
_ONE_AT_A_TIME = Lock()


class _Plain(Serializer):  # type: ignore[misc]  # huey ships no types
    """Wake-ups as JSON: huey's own pickles would let whoever writes the queue run code in the worker."""

    def _serialize(self, data: Any) -> bytes:  # noqa: ANN401  huey's signature
        return json.dumps(data).encode()

    def _deserialize(self, data: bytes) -> Any:  # noqa: ANN401  huey's signature
        return Message(*json.loads(bytes(data)))


class Broker:
    """One queue and the one task it knows: look at the row `key` of `kind`."""

    def __init__(self, huey: Huey) -> None:
        self.huey = huey
        self._handle: Handler | None = None
        self._task = huey.task(name="look")(self._look)

    def send(self, kind: str, key: str) -> None:
        self._task(kind, key)

    def answer_with(self, handle: Handler) -> None:
        """Say, in a worker, what a wake-up does."""
        self._handle = handle

    def waiting(self) -> int:
        """Return how many wake-ups nobody has taken yet."""
        return int(self.huey.pending_count())

    def _look(self, kind: str, key: str) -> None:
        if self._handle is None:
            raise RuntimeError("A wake-up was taken outside a worker.")
        self._handle(kind, key)


def broker() -> Broker:
    """Return this process's queue: PostgreSQL's when the data lies there, else queue.db in the home."""
    with _ONE_AT_A_TIME:
        if is_in_file():
            return _in_file(where())
        return _in_postgres(str(connections["default"].settings_dict["NAME"]))


def is_in_file() -> bool:
    """Return whether wake-ups wait in a file: wherever the data does."""
    return connections["default"].vendor != "postgresql"


def where() -> Path:
    """Return the path of that file."""
    return Path(settings.HOME) / "queue.db"


@cache
def _in_file(path: Path) -> Broker:
    # What is in this file can be derived again, so a power cut may take it: no fsync.
    return Broker(SqliteHuey(NAME, filename=str(path), results=False, fsync=False, serializer=_Plain()))


@cache
def _in_postgres(_name: str) -> Broker:
    huey = PostgresHuey(NAME, connection=_connect, results=False, serializer=_Plain(), create_tables=False)
    with _connect() as connection, connection.transaction():
        # Two that begin at once would both find no tables and both make them.
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])
        for statement in huey.storage.ddl:
            connection.execute(statement)
    return Broker(huey)


def _connect() -> Any:  # noqa: ANN401  a psycopg connection, which huey drives
    import psycopg  # noqa: PLC0415  only for those who use PostgreSQL

    known = connections["default"].settings_dict
    return psycopg.connect(
        host=known["HOST"] or None,
        port=known["PORT"] or None,
        user=known["USER"] or None,
        password=known["PASSWORD"] or None,
        dbname=known["NAME"],
        autocommit=True,
    )
