"""Connections beside the default one: a snapshot to read from, a file that is being built."""

import sqlite3
import time
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections, models, transaction

from fullscore.store.homes import HomeInUseError

# How long a swap waits for those who only look into the file.
PATIENCE = 5.0


def is_file() -> bool:
    """Return whether the data lies in an SQLite file."""
    return connections[DEFAULT_DB_ALIAS].vendor == "sqlite"


def file() -> Path:
    """Return the SQLite file's path."""
    return Path(connections[DEFAULT_DB_ALIAS].settings_dict["NAME"])


def state() -> Hashable | None:
    """Return what is another as soon as anything was written, by this connection or any other.

    None where that cannot be told: on a server, and within a transaction that may yet be undone.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    if not is_file() or connection.in_atomic_block:
        return None
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA data_version")
        written_by_others = int(cursor.fetchone()[0])
    # The connection itself belongs to it: another one, such as to a restored file, counts from its own start.
    return connection.connection, written_by_others, connection.connection.total_changes


def let_go() -> None:
    """Close this thread's connection; the next query opens another."""
    connections[DEFAULT_DB_ALIAS].close()


@contextmanager
def another(**changes: Any) -> Iterator[str]:  # noqa: ANN401  Django's settings hold anything
    """Open a second connection with some settings changed; gives the alias to say in `using`."""
    alias = f"beside-{uuid4().hex[:8]}"
    known = connections.settings
    # A new dictionary each time: other threads may be walking the old one.
    connections.settings = {**known, alias: {**known[DEFAULT_DB_ALIAS], **changes}}
    try:
        yield alias
    finally:
        connections[alias].close()
        del connections[alias]
        connections.settings = {name: value for name, value in connections.settings.items() if name != alias}


@contextmanager
def beside(path: Path) -> Iterator[str]:
    """Open a file that is being built. Nobody waits for its disk: it is synced once, when it is whole."""
    known = connections.settings[DEFAULT_DB_ALIAS].get("OPTIONS") or {}
    quick = "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON;"
    with another(NAME=path, CONN_MAX_AGE=0, OPTIONS={**known, "init_command": quick}) as alias:
        yield alias


@contextmanager
def snapshot() -> Iterator[str]:
    """Give an alias whose reads all see one moment, while others go on writing."""
    options = dict(connections.settings[DEFAULT_DB_ALIAS].get("OPTIONS") or {})
    if is_file():
        # IMMEDIATE would take the one writer's place for as long as a backup reads.
        options["transaction_mode"] = "DEFERRED"
    else:
        from psycopg import IsolationLevel  # noqa: PLC0415  only for those who use PostgreSQL

        options["isolation_level"] = IsolationLevel.REPEATABLE_READ
    with another(OPTIONS=options, CONN_MAX_AGE=0) as alias, transaction.atomic(using=alias):
        # The snapshot is taken by the first read, not by BEGIN.
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT 1 FROM django_migrations LIMIT 1")
        yield alias


def settle(path: Path) -> None:
    """Bring what lies in the write-ahead log into the file and leave no log behind.

    Raises `HomeInUseError` while another process has the file open.
    """
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            _without_log(path)
        except sqlite3.OperationalError as error:
            # Another start may be looking at its tables for a moment.
            if time.monotonic() > ends:
                raise HomeInUseError(str(path)) from error
            time.sleep(0.1)
        else:
            return


def _without_log(path: Path) -> None:
    connection = sqlite3.connect(path, timeout=0.1, isolation_level=None)
    try:
        mode = connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
    finally:
        connection.close()
    if mode != "delete":
        raise sqlite3.OperationalError(f"{path} is in use.")


def complaints(path: Path) -> tuple[str, ...]:
    """Return what SQLite's own check finds wrong with a file; empty when it is whole."""
    connection = sqlite3.connect(path, timeout=5, isolation_level=None)
    try:
        said = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        connection.close()
    lines = [] if said == ["ok"] else said
    return (
        *lines,
        *(f"{row[0]} {row[1]} points to a row of {row[2]} that is not there" for row in loose[:10]),
    )


def journal_mode() -> str:
    """Return how the live file is written: 'wal' or 'delete'."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        return str(cursor.fetchone()[0])


def described() -> str:
    """Return the database's kind and version after asking it something."""
    connection = connections[DEFAULT_DB_ALIAS]
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if is_file() else "SHOW server_version")
        version = str(cursor.fetchone()[0])
    return f"{connection.display_name} {version}"


def damage() -> tuple[str, ...]:
    """Return what the database's own check finds wrong; PostgreSQL checks its references by itself."""
    if is_file():
        return complaints(file())
    connection = connections[DEFAULT_DB_ALIAS]
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint WHERE NOT convalidated")
        return tuple(f"The rule {row[0]} was never checked." for row in cursor.fetchall())


def newest_moment() -> datetime | None:
    """Return when the latest entry of history was written."""
    from fullscore.store.models import HistoryEntry  # noqa: PLC0415  tables need the apps; connections do not

    return models.QuerySet(HistoryEntry).order_by("-pk").values_list("at", flat=True).first()


def empty() -> None:
    """Delete every row of every table; for the sample company only."""
    call_command("flush", interactive=False, verbosity=0)
