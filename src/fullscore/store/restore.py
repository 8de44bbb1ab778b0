"""An archive becomes the database: built beside it, compared with the archive, then swapped in."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections, transaction

from fullscore.store import database, dump, homes, schema
from fullscore.store.archive import Manifest
from fullscore.store.upgrade import FILE, DamagedError

# What is being built in PostgreSQL lies in a schema of its own until it is moved in one transaction.
WORKSHOP = "fullscore_building"


class UnlikeError(Exception):
    """What came out of the new database is not what the archive holds."""


class NotEmptyError(Exception):
    """The PostgreSQL database already holds an organisation."""


def restore(path: Path, manifest: Manifest, home: Path, now: datetime) -> Path | None:
    """Build, compare, swap; returns where the replaced file is kept. The caller has verified the archive."""
    if database.is_file():
        return _into_file(path, manifest, home, now)
    _into_postgres(path, manifest)
    return None


def _into_file(path: Path, manifest: Manifest, home: Path, now: datetime) -> Path | None:
    live = database.file()
    with homes.alone(home), homes.workshop(home) as folder:
        new = folder / FILE
        with database.beside(new) as alias:
            _build(path, manifest, alias)
        database.settle(new)
        wrong = database.complaints(new)
        if wrong:
            raise DamagedError("; ".join(wrong[:3]))
        new.chmod(0o600)
        aside = _aside(live, now)
        homes.put_in_place(new, live, aside)
    return aside


def _aside(live: Path, now: datetime) -> Path | None:
    if not live.exists():
        return None
    connections[DEFAULT_DB_ALIAS].close()
    aside = live.with_name(f"{live.name}.before-restore-{now:%Y%m%d-%H%M%S}")
    try:
        database.settle(live)
    except sqlite3.DatabaseError:
        # No longer a database, which is why it is replaced: its log goes with it, out of the new one's way.
        for ending in ("-wal", "-shm"):
            log = live.with_name(live.name + ending)
            if log.exists():
                log.replace(aside.with_name(aside.name + ending))
    return aside


def _build(path: Path, manifest: Manifest, alias: str) -> None:
    schema.migrate_to(manifest.migrations, alias)
    dump.load(path, alias)
    unlike = dump.differences(path, alias)
    if unlike:
        raise UnlikeError(unlike[0])
    schema.migrate(alias)


def _into_postgres(path: Path, manifest: Manifest) -> None:
    if _holds_organisations():
        raise NotEmptyError
    known = connections.settings[DEFAULT_DB_ALIAS]
    options = {**known.get("OPTIONS", {}), "options": f"-c search_path={WORKSHOP}"}
    with _schema():
        with database.another(OPTIONS=options, CONN_MAX_AGE=0) as alias:
            _build(path, manifest, alias)
        _move()


@contextmanager
def _schema() -> Iterator[None]:
    _say(f"DROP SCHEMA IF EXISTS {WORKSHOP} CASCADE")
    _say(f"CREATE SCHEMA {WORKSHOP}")
    try:
        yield
    finally:
        _say(f"DROP SCHEMA IF EXISTS {WORKSHOP} CASCADE")


def _holds_organisations() -> bool:
    connection = connections[DEFAULT_DB_ALIAS]
    if "store_organisation" not in connection.introspection.table_names():
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM store_organisation LIMIT 1")
        return cursor.fetchone() is not None


@transaction.atomic
def _move() -> None:
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [WORKSHOP])
        for (table,) in cursor.fetchall():
            # Empty tables of an installation that was begun and never filled make way.
            cursor.execute(f'DROP TABLE IF EXISTS public."{table}" CASCADE')
            cursor.execute(f'ALTER TABLE {WORKSHOP}."{table}" SET SCHEMA public')


def _say(statement: str) -> None:
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(statement)
