"""Bring an older database to this program's state so that a kill at any step loses nothing.

A file is migrated as a copy and swapped in by one rename; in PostgreSQL all steps are one transaction.
Django alone would not do: it notes some migrations only after their change has been committed.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections, transaction

from fullscore.store import database, homes, schema

# One upgrade at a time, whichever machine begins it. The number means nothing but Fullscore.
ADVISORY_LOCK = 7_391_204_455
FILE = "fullscore.db"
# Another process may be upgrading this very moment; it is waited for.
PATIENCE = 120.0


class DamagedError(Exception):
    """The migrated copy did not pass the database's own check, so the original was left as it is."""


class NoRoomError(Exception):
    """The disk cannot hold the copy that an upgrade works on; carries the bytes it needs."""

    def __init__(self, needed: int) -> None:
        super().__init__(str(needed))
        self.needed = needed


@contextmanager
def one_at_a_time(home: Path) -> Iterator[None]:
    """Keep every other upgrade, and on a file every other process, out."""
    if database.is_file():
        with homes.alone(home, PATIENCE):
            yield
        return
    with database.another(CONN_MAX_AGE=0) as alias, connections[alias].cursor() as cursor:
        # The lock goes with this connection, so a killed process lets go of it.
        cursor.execute("SELECT pg_advisory_lock(%s)", [ADVISORY_LOCK])
        yield


def upgrade(home: Path) -> None:
    """Migrate; the caller holds `one_at_a_time`. Raises `NoRoomError` or `DamagedError`, changing nothing."""
    if database.is_file():
        _by_copy(home, database.file())
        return
    with transaction.atomic():
        with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            # A later step may alter a table whose rows an earlier one changed: no check may be pending.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        schema.migrate()


def _by_copy(home: Path, live: Path) -> None:
    with homes.workshop(home) as folder:
        copy = folder / FILE
        if live.exists():
            connections[DEFAULT_DB_ALIAS].close()
            database.settle(live)
            _require_room(folder, live.stat().st_size)
            shutil.copyfile(live, copy)
        with database.beside(copy) as alias:
            schema.migrate(alias)
        database.settle(copy)
        wrong = database.complaints(copy)
        if wrong:
            raise DamagedError("; ".join(wrong[:3]))
        copy.chmod(0o600)
        homes.put_in_place(copy, live)


def _require_room(folder: Path, size: int) -> None:
    # A migration may write a table twice before the old one goes.
    needed = size * 2
    if shutil.disk_usage(folder).free < needed:
        raise NoRoomError(needed)
