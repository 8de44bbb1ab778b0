"""A claimed import carried on: applied in batches from where it stands to its last row."""

import socket
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import islice
from os import getpid
from threading import get_ident
from zoneinfo import ZoneInfo

from django.conf import settings

from fullscore.engine.registers.access import Member
from fullscore.importing.records import Reading
from fullscore.store import imports as store
from fullscore.store.models import ImportRun
from fullscore.usecases.imports.applying.batches import ClaimLostError, apply
from fullscore.usecases.imports.applying.staging import work_of
from fullscore.usecases.imports.meeting.work import Work
from fullscore.usecases.imports.pairing.doubting import note_doubts
from fullscore.usecases.registers.waking import today_is_behind

# A batch of this size takes a fraction of a second; no write transaction is longer than one.
BATCH = 500
Clock = Callable[[], datetime]
Progress = Callable[[int, int], None]


def claimed(organisation_id: int, run_id: int, clock: Clock) -> ImportRun | None:
    """Take an unfinished import for this worker, None when another one has it."""
    now = clock()
    return store.claim(run_id, organisation_id, worker(), now, now + lease())


def worker() -> str:
    """Return the name under which this thread claims work."""
    return f"{socket.gethostname()[:32]}:{getpid()}:{get_ident()}"[:64]


def lease() -> timedelta:
    """Return for how long a claim holds without a word."""
    return timedelta(seconds=settings.LEASE_SECONDS)


def carry_out(run: ImportRun, by: Member, reading: Reading, clock: Clock, progress: Progress) -> None:
    """Apply what is left of a claimed import; stops without a word when the claim is lost."""
    # What is known of a hundred thousand rows makes room before doubts are looked for.
    if _is_carried(work_of(run, by, reading), reading, clock, progress):
        note_doubts(run, clock())
        finish(run, store.DONE, clock)


def _is_carried(work: Work, reading: Reading, clock: Clock, progress: Progress) -> bool:
    """Apply batch by batch; False when the claim was lost."""
    run, at = work.run, work.run.applied
    zone = ZoneInfo(run.organisation.zone)
    lines = islice(reading.lines(), at, None)
    while batch := list(islice(lines, BATCH)):
        now = clock()
        work.begin(now, now.astimezone(zone).date())
        try:
            at = apply(work, batch, worker(), at)
        except ClaimLostError:
            return False
        store.claim(run.pk, run.organisation_id, worker(), now, now + lease())
        progress(at, reading.rows)
    return True


def finish(run: ImportRun, state: str, clock: Clock) -> None:
    """Let go of an import that has come to its end."""
    runs = ImportRun.objects.of(run.organisation_id).filter(pk=run.pk, claimed_by=worker())
    runs.update(state=state, finished_at=clock(), claimed_by="", claimed_until=None)
    today_is_behind(run.organisation_id)
