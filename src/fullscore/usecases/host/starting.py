"""Getting ready to run: the home, the tables, and what is refused."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, OperationalError

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.store import database, homes, inboxes, schema, upgrade
from fullscore.store.models import Organisation
from fullscore.store.schema import Schema, Standing
from fullscore.usecases.host.archiving import back_up
from fullscore.usecases.registers.values import RefusedError

Say = Callable[[str], None]


class NewerDatabaseError(RefusedError):
    """The database was written by a newer Fullscore; this one must not touch it."""


def prepare(*, now: datetime, say: Say) -> None:
    """Make home and tables ready: build what is not there, upgrade what is older after a backup.

    Raises `NewerDatabaseError`, or `RefusedError` with what stands in the way. `say` hears each step.
    """
    home = Path(settings.HOME)
    make_home(home)
    if _current(schema_or_refusal()):
        return
    # Who waits for another's upgrade must not hold the file it swaps.
    database.let_go()
    try:
        with upgrade.one_at_a_time(home):
            _bring_up(home, schema_or_refusal(), now, say)
    except homes.HomeInUseError as error:
        raise RefusedError(Finding("home-in-use", Subject("host", "home"), {"home": str(home)})) from error


def schema_or_refusal() -> Schema:
    """Return how the tables stand; raises `RefusedError` when the database does not answer."""
    try:
        return schema.read()
    except OperationalError as error:
        why = str(error).strip().partition("\n")[0]
        raise RefusedError(Finding("database-away", Subject("host", "database"), {"why": why})) from error
    except DatabaseError as error:
        if not database.is_file():
            raise
        values: dict[str, Value] = {"file": str(database.file()), "why": str(error)}
        raise RefusedError(Finding("database-broken", Subject("host", "database"), values)) from error


def is_begun() -> bool:
    """Return whether there is an organisation to sign in to."""
    return Organisation.objects.exists()


def require_answer() -> None:
    """Raise `RefusedError` when a database server does not answer; a file need not exist yet."""
    if not database.is_file():
        schema_or_refusal()


def make_home(home: Path) -> None:
    """Make the folder, or say why it cannot be one."""
    try:
        homes.make(home)
        inboxes.make(home)
    except OSError as error:
        values = {"home": str(home), "why": error.strerror or str(error)}
        raise RefusedError(Finding("home-not-made", Subject("host", "home"), values)) from error


def holds_sample() -> bool | None:
    """Return whether the data is a sample company's; None when there is none yet."""
    if schema_or_refusal().standing is Standing.EMPTY:
        return None
    return Organisation.objects.order_by("pk").values_list("is_demo", flat=True).first()


def _current(found: Schema) -> bool:
    if found.standing is Standing.NEWER:
        steps = tuple(f"{app}.{name}" for app, name in found.unknown)
        raise NewerDatabaseError(Finding("database-newer", Subject("host", "database"), {"steps": steps}))
    return found.standing is Standing.CURRENT


def _bring_up(home: Path, found: Schema, now: datetime, say: Say) -> None:
    # Somebody else may have finished while we waited for our turn.
    if _current(found):
        return
    if found.standing is Standing.OLDER:
        file = home / "backups" / f"before-upgrade-{now:%Y%m%d-%H%M%S}.zip"
        say(f"Backing up to {file} before the upgrade.")
        back_up(file=file, now=now)
        say(f"Upgrading the database ({len(found.missing)} steps).")
    try:
        upgrade.upgrade(home)
    except upgrade.NoRoomError as error:
        values: dict[str, Value] = {"needed": error.needed // 2**20 + 1, "home": str(home)}
        raise RefusedError(Finding("disk-too-small", Subject("host", "home"), values)) from error
    except upgrade.DamagedError as error:
        raise RefusedError(
            Finding("database-damaged", Subject("host", "database"), {"why": str(error)})
        ) from error
