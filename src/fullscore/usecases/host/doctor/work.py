"""Checks of what goes on by itself: the worker, the queue, the nightly backup."""

from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from fullscore import queue
from fullscore.store import host_runs
from fullscore.store.models import Organisation
from fullscore.usecases.host.archiving import look_into
from fullscore.usecases.host.doctor.check import Check, broken, doubtful, fine
from fullscore.usecases.host.periodic import BACKUP, backups_folder
from fullscore.usecases.registers.values import RefusedError

# Two nights missed is a habit.
OLD = timedelta(days=2)
LONG_QUEUE = 1000


def worker(now: datetime) -> Check:
    last = host_runs.latest("worker")
    do = "Start `fullscore serve`, or `fullscore worker` beside `fullscore web`."
    if last is None or last.finished_at is None:
        return doubtful("worker", "No worker has ever run.", do)
    silent = now - last.finished_at
    if silent > timedelta(seconds=3 * settings.SWEEP_SECONDS + 30):
        return doubtful("worker", f"No worker since {last.finished_at:%Y-%m-%d %H:%M} UTC.", do)
    return fine("worker", f"{last.key} gave a sign of life {int(silent.total_seconds())} seconds ago.")


def queued(now: datetime) -> Check:
    del now
    if not queue.exists():
        return fine("queued", "No wake-up was ever sent.")
    waiting = queue.waiting()
    if waiting > LONG_QUEUE:
        return doubtful("queued", f"{waiting} wake-ups wait.", "Start another `fullscore worker`.")
    return fine("queued", f"{waiting} wake-ups wait.")


def backup_age(now: datetime) -> Check:
    oldest = Organisation.objects.order_by("created_at").values_list("created_at", flat=True).first()
    if oldest is None or now - oldest < OLD:
        return fine("backup-age", "Nothing is old enough to be missed; the first backup comes tonight.")
    last = host_runs.latest(BACKUP)
    do = "Keep a worker running at night, or run `fullscore backup FILE` by your own clock."
    if last is None or last.finished_at is None:
        return broken("backup-age", "There was never a nightly backup.", do)
    if last.state != "done" or now - last.finished_at > OLD:
        return broken("backup-age", f"The last nightly backup is of {last.key} ({last.state}).", do)
    return fine("backup-age", f"The last nightly backup is of {last.key}.")


def backup_whole(now: datetime) -> Check:
    del now
    newest = max(backups_folder().glob("*.zip"), key=lambda path: path.stat().st_mtime, default=None)
    if newest is None:
        return doubtful("backup-whole", "There is no backup in the home.", "fullscore backup FILE")
    try:
        found = look_into(file=newest)
    except RefusedError as error:
        return broken("backup-whole", str(error), "Run `fullscore backup FILE` now, and look at the disk.")
    return fine("backup-whole", f"{newest.name} was read to its end: {found.rows} rows.")


def backup_failures(now: datetime) -> Check:
    del now
    open_runs = host_runs.open_runs(BACKUP)
    failed = next((run for run in open_runs if run.state == "failed" or run.attempts > 1), None)
    if failed is not None:
        seen = f"The backup of {failed.key} failed {failed.attempts} times: {failed.note or 'it was cut off'}"
        return broken("backup-failures", seen, "Mend what it says; the worker tries again by itself.")
    return fine("backup-failures", "No backup has failed.")


def backups_apart(now: datetime) -> Check:
    del now
    folder = backups_folder()
    if not folder.exists():
        return fine("backups-apart", "Backups will lie in the home.")
    if folder.resolve().stat().st_dev == Path(settings.HOME).stat().st_dev:
        do = f"Copy {folder} to another machine each day, or make it a link to another disk."
        return doubtful("backups-apart", "Backups lie on the same disk as the data.", do)
    return fine("backups-apart", f"{folder} lies on another disk.")


CHECKS = (worker, queued, backup_age, backup_whole, backup_failures, backups_apart)
