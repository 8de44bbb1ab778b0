"""What the clock asks for: one backup a night, whoever writes it, however often they are killed."""

import os
import socket
from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.conf import settings

from fullscore.store import host_runs
from fullscore.store.models import Organisation
from fullscore.usecases.host.archiving import back_up
from fullscore.usecases.registers.values import RefusedError

NIGHT = time(2, 0)
BACKUP = "backup"
# Rows of nights long past answer no question.
REMEMBERED = timedelta(days=90)
_ME = f"{socket.gethostname()[:40]}-{os.getpid()}-{uuid4().hex[:8]}"


def nights_due(*, now: datetime) -> tuple[str, ...]:
    """Return the nights to back up: the last one that has passed, and what an earlier worker left open."""
    first = Organisation.objects.order_by("pk").only("zone", "created_at").first()
    if first is None:
        return ()
    due_at = last_night(now, ZoneInfo(first.zone))
    if due_at > first.created_at:
        host_runs.expect(BACKUP, f"{due_at:%Y-%m-%d}", due_at)
    return host_runs.waiting(BACKUP, now)


def last_night(now: datetime, zone: ZoneInfo) -> datetime:
    """Return the latest 02:00 on the wall of `zone` that is not after `now`."""
    local = now.astimezone(zone)
    tonight = datetime.combine(local.date(), NIGHT, zone)
    return tonight if tonight <= local else datetime.combine(local.date() - timedelta(days=1), NIGHT, zone)


def back_up_night(*, night: str, now: datetime, clock: Callable[[], datetime]) -> bool:
    """Write one night's backup; False when another worker has it or it is there.

    A worker that dies leaves a claim that runs out; the file has one name, so a second try replaces
    the first and never stands beside it.
    """
    lease = timedelta(seconds=settings.LEASE_SECONDS)
    if not host_runs.claim(BACKUP, night, _ME, now, lease):
        return False
    folder = backups_folder()
    for draft in folder.glob(f".nightly-{night}.zip.*"):
        draft.unlink(missing_ok=True)  # of a worker that was killed while it wrote
    try:
        made = back_up(file=folder / f"nightly-{night}.zip", now=now, pulse=_renewing(night, lease, clock))
    except RefusedError as error:
        host_runs.let_go(BACKUP, night, clock(), str(error))
        raise
    host_runs.finish(BACKUP, night, clock(), f"{made.rows} rows, {made.size} bytes, verified")
    host_runs.forget(BACKUP, now - REMEMBERED)
    _keep_latest(folder, settings.BACKUPS_KEPT)
    return True


def backups_folder() -> Path:
    """Return where nightly backups lie."""
    return Path(settings.HOME) / "backups"


def note_worker(*, now: datetime) -> None:
    """Note that a worker lives; `doctor` asks for it."""
    host_runs.beat(socket.gethostname()[:64], now)


def _renewing(night: str, lease: timedelta, clock: Callable[[], datetime]) -> Callable[[], None]:
    renewed_at = clock()

    def pulse() -> None:
        nonlocal renewed_at
        now = clock()
        if now - renewed_at > lease / 4:
            host_runs.renew(BACKUP, night, _ME, now, lease)
            renewed_at = now

    return pulse


def _keep_latest(folder: Path, count: int) -> None:
    # Named by their night, so the names' order is the order of time.
    for old in sorted(folder.glob("nightly-*.zip"))[:-count]:
        old.unlink(missing_ok=True)
