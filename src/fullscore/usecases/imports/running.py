"""Imports from the first byte to the last row: started, claimed, applied in batches, finished."""

import hashlib
import socket
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from itertools import islice
from os import getpid
from threading import get_ident
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right, Role
from fullscore.engine.registers.cleaning import shown
from fullscore.importing import recognising
from fullscore.importing.records import Context, Reading
from fullscore.queue import wake
from fullscore.store import imports as store
from fullscore.store.models import ImportRun, Organisation
from fullscore.usecases.imports.batches import ClaimLostError, apply
from fullscore.usecases.imports.known import Known
from fullscore.usecases.imports.values import Imported, imported
from fullscore.usecases.imports.work import Work
from fullscore.usecases.registers import RefusedError, all_registers
from fullscore.usecases.registers.files import kept_blob

KIND = "import"
# A batch of this size takes a fraction of a second; no write transaction is longer than one.
BATCH = 500
_LONGEST_NAME = 200
Clock = Callable[[], datetime]
Progress = Callable[[int, int], None]


def start(*, by: Member, file_name: str, content: bytes, now: datetime) -> Imported:
    """Keep a file that is understood and ask a worker to apply it.

    Raises `RefusedError` for one that is not; then nothing was kept.
    """
    run, _ = _started(by, file_name, content, now)
    return imported(run)


def bring_in(
    *, by: Member, file_name: str, content: bytes, clock: Clock, progress: Progress = lambda _, __: None
) -> Imported:
    """Start an import and apply it here and now; what a kill leaves undone, a worker finishes."""
    run, reading = _started(by, file_name, content, clock())
    ours = claimed(run.organisation_id, run.pk, clock)
    if ours is not None:
        carry_out(ours, by, reading, clock, progress)
    return imported(ImportRun.objects.of(by.organisation_id).get(pk=run.pk))


def refuse_unknown(*, by: Member, files: Iterable[tuple[str, bytes]]) -> None:
    """Raise `RefusedError` naming every file that is not understood, before the first one is applied."""
    by.require(Right.IMPORT)
    organisation = Organisation.objects.get(pk=by.organisation_id)
    read = [recognising.read(context_of(organisation, _name(name)), content) for name, content in files]
    findings = [found for found in read if isinstance(found, Finding)]
    if findings:
        raise RefusedError(*findings)


def advance(*, key: str, clock: Clock) -> None:
    """Apply what is left of one import, unless somebody else has it in hand; `key` is as `wake` was told."""
    organisation_id, _, run_id = key.partition("/")
    run = claimed(int(organisation_id), int(run_id), clock)
    if run is None:
        return
    by = _by(run)
    if by is None:
        _finish(run, store.STOPPED, clock)
        return
    reading = recognising.read(
        context_of(run.organisation, run.file), bytes(run.blob.content) if run.blob else b""
    )
    if isinstance(reading, Finding):
        _finish(run, store.STOPPED, clock)
    else:
        carry_out(run, by, reading, clock, lambda _, __: None)


def stale(*, now: datetime) -> tuple[str, ...]:
    """Return the keys of imports that are unfinished and in nobody's hands."""
    return tuple(f"{organisation}/{run}" for organisation, run in store.waiting(now))


def _by(run: ImportRun) -> Member | None:
    """Return who brought the file in, with the rights they have now; None when they may no longer."""
    if run.user_id is None:
        return Member(run.organisation_id, run.organisation.ref, Role.OWNER, None, run.by_name)
    member = store.importer(run)
    return member if member is not None and member.may(Right.IMPORT) else None


def _started(by: Member, file_name: str, content: bytes, now: datetime) -> tuple[ImportRun, Reading]:
    by.require(Right.IMPORT)
    name = _name(file_name)
    organisation = Organisation.objects.get(pk=by.organisation_id)
    reading = recognising.read(context_of(organisation, name), content)
    if isinstance(reading, Finding):
        raise RefusedError(reading)
    with transaction.atomic():
        run = ImportRun.objects.of(by.organisation_id).create(
            organisation=organisation, file=name, blob=kept_blob(by.organisation_id, content),
            sha256=hashlib.sha256(content).hexdigest(), kind=f"{reading.source} {reading.kind}",
            register=reading.register, confidence=reading.confidence, rows=reading.rows,
            started_at=now, user_id=by.user_id, by_name=by.name,
        )  # fmt: skip
        transaction.on_commit(lambda: wake(KIND, f"{run.organisation_id}/{run.pk}"))
    return run, reading


def _name(given: str) -> str:
    """Return the file's own name without its folders, as sentences and lists may show it."""
    name = shown(given.replace("\\", "/").rpartition("/")[2]).strip()
    if not name:
        raise RefusedError(Finding("file-name-unfit", Subject("imports", "file"), {"value": "nothing"}))
    return name[:_LONGEST_NAME]


def context_of(organisation: Organisation, file: str) -> Context:
    """Return what a source must know of the organisation."""
    return Context(all_registers(), organisation.date_order, organisation.currency, file)


def claimed(organisation_id: int, run_id: int, clock: Clock) -> ImportRun | None:
    """Take an unfinished import for this worker, None when another one has it."""
    now = clock()
    return store.claim(run_id, organisation_id, _worker(), now, now + _lease())


def _worker() -> str:
    return f"{socket.gethostname()[:32]}:{getpid()}:{get_ident()}"[:64]


def _lease() -> timedelta:
    return timedelta(seconds=settings.LEASE_SECONDS)


def carry_out(run: ImportRun, by: Member, reading: Reading, clock: Clock, progress: Progress) -> None:
    """Apply what is left of a claimed import; stops without a word when the claim is lost."""
    zone = ZoneInfo(run.organisation.zone)
    work = Work(run, by, Known(run.organisation_id, reading.source), all_registers())
    # Read before the first transaction begins: writers must not wait for it.
    work.known.open((reading.register, *_mentioned(reading.register)))
    at = run.applied
    lines = islice(reading.lines(), at, None)
    while batch := list(islice(lines, BATCH)):
        now = clock()
        work.begin(now, now.astimezone(zone).date())
        try:
            at = apply(work, batch, _worker(), at)
        except ClaimLostError:
            return
        store.claim(run.pk, run.organisation_id, _worker(), now, now + _lease())
        progress(at, reading.rows)
    _finish(run, store.DONE, clock)


def _mentioned(register: str) -> tuple[str, ...]:
    """Return the registers that this one's rows point at."""
    return tuple({column.target for column in all_registers()[register].columns if column.target})


def _finish(run: ImportRun, state: str, clock: Clock) -> None:
    runs = ImportRun.objects.of(run.organisation_id).filter(pk=run.pk, claimed_by=_worker())
    runs.update(state=state, finished_at=clock(), claimed_by="", claimed_until=None)
