"""What a person answers to a file that was looked at: what it is, what its columns mean, yes or no."""

from datetime import datetime

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right
from fullscore.importing.records import Reading, Said
from fullscore.queue import wake
from fullscore.store import imports as store
from fullscore.store.models import ImportRun
from fullscore.usecases.imports.applying.staging import put_reading, reading_of, said_of, stage
from fullscore.usecases.imports.starting import AT_ONCE, said_as_json
from fullscore.usecases.imports.values import Imported, imported
from fullscore.usecases.registers import NotThereError, RefusedError

_OF_A_HEADER = frozenset({"kind", "source", "columns", "words"})
_OPEN = (store.ASKING, store.PROPOSED)


def say(*, by: Member, number: int, said: Said, now: datetime) -> Imported:
    """Look at a waiting file again with what a person says of it; raises `NotThereError`, `RefusedError`."""
    by.require(Right.IMPORT)
    with transaction.atomic():
        run = _waiting(by, number)
        run.said = said_as_json(said)
        content = bytes(run.blob.content) if run.blob else b""
        if len(content) > AT_ONCE:
            return _left_to_a_worker(run)
        reading = reading_of(run, content)
        if isinstance(reading, Finding):
            raise RefusedError(reading)
        return _looked_at(run, by, reading, now)


def _left_to_a_worker(run: ImportRun) -> Imported:
    run.state, run.applied = store.READING, 0
    run.save()
    transaction.on_commit(lambda: wake("import", f"{run.organisation_id}/{run.pk}"))
    return imported(run, ())


def _looked_at(run: ImportRun, by: Member, reading: Reading, now: datetime) -> Imported:
    put_reading(run, reading)
    told = stage(run, by, reading, now)
    store.forget_reasons(run)
    reasons = store.as_reasons(run, told)
    store.note_reasons(reasons)
    run.save()
    return imported(run, reasons)


def confirm(*, by: Member, number: int, now: datetime) -> Imported:
    """Let a worker apply a file as it was looked at; what was said of its header is remembered."""
    by.require(Right.IMPORT)
    with transaction.atomic():
        run = _waiting(by, number)
        said = said_of(run.said)
        if run.state == store.ASKING and not said.kind:
            values = {"file": run.file}
            raise RefusedError(Finding("import-kind-unsaid", Subject("imports", str(number)), dict(values)))
        _remember(run, said, by, now)
        for name in ("applied", "created", "updated", "left", "refused", "conflicts"):
            setattr(run, name, 0)
        store.forget_reasons(run)
        run.state = store.WAITING
        run.save()
        transaction.on_commit(lambda: wake("import", f"{run.organisation_id}/{run.pk}"))
    return imported(run, ())


def _remember(run: ImportRun, said: Said, by: Member, now: datetime) -> None:
    """Keep what holds for every file with this header; own edits are about this one only."""
    mark = str(run.preview.get("fingerprint") or "")
    if mark and (said.kind or said.columns or said.words):
        told = {name: value for name, value in run.said.items() if name in _OF_A_HEADER}
        store.remember_header(run.organisation_id, mark, told, now, by.name)


def discard(*, by: Member, number: int, now: datetime) -> Imported:
    """Put away a file that waits for an answer; no row was touched."""
    by.require(Right.IMPORT)
    with transaction.atomic():
        run = _waiting(by, number)
        run.state, run.finished_at = store.DISCARDED, now
        run.save()
    return imported(run, ())


def _waiting(by: Member, number: int) -> ImportRun:
    run = store.locked(by.organisation_id, number)
    if run is None:
        raise NotThereError(
            Finding("import-not-here", Subject("imports", str(number)), {"value": str(number)})
        )
    if run.state not in _OPEN:
        values = {"file": run.file, "state": run.state}
        raise RefusedError(Finding("import-not-waiting", Subject("imports", str(number)), dict(values)))
    return run
