"""Files on their way in: opened, kept, looked at; applied at once where nobody needs to look."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.registers.cleaning import shown
from fullscore.importing import child, recognising
from fullscore.importing.records import Reading, Said
from fullscore.queue import wake
from fullscore.store import imports as store
from fullscore.store.models import ImportRun, Organisation
from fullscore.usecases.imports.applying.carrying import Clock, carry_out, claimed
from fullscore.usecases.imports.applying.staging import (
    context_of,
    look,
    put_reading,
    reading_of,
    said_of,
    stage,
)
from fullscore.usecases.imports.fitting import unfit
from fullscore.usecases.imports.values import Imported, imported
from fullscore.usecases.registers import RefusedError
from fullscore.usecases.registers.files import kept_blob

Progress = Callable[[int, int], None]
# A file of this size is looked at while its sender waits, a larger one by a worker.
AT_ONCE = 300_000
_LONGEST_NAME = 200


def opened(file_name: str, content: bytes) -> Sequence[tuple[str, bytes]]:
    """Return the files in a ZIP, else the file itself; raises `RefusedError` for a ZIP that is none."""
    found = child.unpacked(named(file_name), content)
    if isinstance(found, Finding):
        raise RefusedError(found)
    return found


def start(
    *, by: Member, file_name: str, content: bytes, now: datetime, came_by: str = "page",
    is_applied: bool = False,
) -> Imported:  # fmt: skip
    """Keep a file and look at it: it then waits for a yes, or for an answer what it is.

    With `is_applied` one that is surely known is applied without waiting. A large file is looked at by a
    worker. Raises `RefusedError` for one that cannot be read; then nothing was kept.
    """
    by.require(Right.IMPORT)
    run = _new(by, file_name, content, now, came_by)
    if len(content) > AT_ONCE:
        run.preview = {}
        run.said = {"is_applied": is_applied}
        return _kept(run, content, store.READING)
    reading = _understood(run, content)
    put_reading(run, reading)
    if is_applied and reading.is_sure:
        return _kept(run, content, store.WAITING)
    reasons = stage(run, by, reading, now)
    return _kept(run, content, run.state, reasons)


def bring_in(
    *, by: Member, file_name: str, content: bytes, clock: Clock, progress: Progress = lambda _, __: None,
    came_by: str = "cli", said: Said | None = None,
) -> Imported:  # fmt: skip
    """Start an import and apply it here and now; what a kill leaves undone, a worker finishes.

    Raises `RefusedError` for a file that is not understood, or not surely; then nothing was kept.
    """
    by.require(Right.IMPORT)
    run = _new(by, file_name, content, clock(), came_by)
    run.said = said_as_json(said or Said())
    reading = _understood(run, content)
    if not reading.is_sure:
        raise RefusedError(not_sure(run.file, reading))
    put_reading(run, reading)
    _kept(run, content, store.WAITING)
    ours = claimed(run.organisation_id, run.pk, clock)
    if ours is not None:
        carry_out(ours, by, reading, clock, progress)
    kept = ImportRun.objects.of(by.organisation_id).get(pk=run.pk)
    return imported(kept, store.reasons_of(kept))


def dry_run(
    *, by: Member, file_name: str, content: bytes, now: datetime, said: Said | None = None,
    progress: Progress = lambda _, __: None,
) -> Imported:  # fmt: skip
    """Return what a file would do; nothing is kept. Raises `RefusedError` for one that cannot be read.

    One that is not surely known says so first of all its reasons: for line 0, which is the file.
    """
    by.require(Right.IMPORT)
    run = _new(by, file_name, content, now, "cli")
    run.said = said_as_json(said or Said())
    reading = _understood(run, content)
    put_reading(run, reading)
    reasons = look(run, by, reading, now, progress)
    if not reading.is_sure:
        doubt = not_sure(run.file, reading)
        told: dict[str, object] = {
            "line": 0,
            "column": None,
            "code": doubt.code,
            "values": dict(doubt.values),
            "refused": False,
        }
        reasons = [told, *reasons]
    run.state = "dry"
    return imported(run, store.as_reasons(run, reasons))


def refuse_unknown(
    *, by: Member, files: Iterable[tuple[str, bytes]], said: Said | None = None
) -> None:  # fmt: skip
    """Raise `RefusedError` naming every file that is not understood, before the first one is applied."""
    by.require(Right.IMPORT)
    organisation = Organisation.objects.get(pk=by.organisation_id)
    findings: list[Finding] = []
    for name, content in files:
        read = recognising.read(context_of(organisation, named(name), said), content)
        if isinstance(read, Finding):
            findings.append(read)
        else:
            findings += unfit(named(name), said or Said(), read)
            findings += [] if read.is_sure else [not_sure(named(name), read)]
    if findings:
        raise RefusedError(*findings)


def not_sure(file: str, reading: Reading) -> Finding:
    """Return why a file waits for a person: what it probably is, and how sure that is."""
    values: dict[str, str | int] = {
        "file": file, "guess": reading.label, "kind": reading.kind, "sure": round(reading.confidence * 100)
    }  # fmt: skip
    return Finding("import-not-sure", Subject("imports", file), dict(values))


def said_as_json(said: Said) -> dict[str, object]:
    """Return what a person said as it is kept."""
    return {
        "kind": said.kind, "source": said.source, "columns": dict(said.columns),
        "words": {meaning: dict(words) for meaning, words in said.words.items()},
        "files": sorted(said.files),
    }  # fmt: skip


def named(given: str) -> str:
    """Return the file's own name without its folders, as sentences and lists may show it."""
    name = shown(given.replace("\\", "/").rpartition("/")[2]).strip()
    if not name:
        raise RefusedError(Finding("file-name-unfit", Subject("imports", "file"), {"value": "nothing"}))
    return name[:_LONGEST_NAME]


def refuse_large(file_name: str, size: int) -> None:
    """Raise `RefusedError` for a file larger than any list may be, before a byte of it is kept."""
    if size > child.LIMIT_MB * 1024 * 1024:
        name = named(file_name)
        values: dict[str, Value] = {"file": name, "limit": child.LIMIT_MB}
        raise RefusedError(Finding("import-file-too-large", Subject("imports", name), values))


def _new(by: Member, file_name: str, content: bytes, now: datetime, came_by: str) -> ImportRun:
    refuse_large(file_name, len(content))
    organisation = Organisation.objects.get(pk=by.organisation_id)
    return ImportRun(
        organisation=organisation, file=named(file_name), sha256=hashlib.sha256(content).hexdigest(),
        started_at=now, user_id=by.user_id, by_name=by.name, came_by=came_by,
    )  # fmt: skip


def _understood(run: ImportRun, content: bytes) -> Reading:
    reading = reading_of(run, content)
    if isinstance(reading, Finding):
        raise RefusedError(reading)
    wrong = unfit(run.file, said_of(run.said or {}), reading)
    if wrong:
        raise RefusedError(*wrong)
    return reading


def _kept(run: ImportRun, content: bytes, state: str, reasons: Sequence[dict[str, object]] = ()) -> Imported:
    run.state = state
    with transaction.atomic():
        run.blob = kept_blob(run.organisation_id, content)
        run.save(force_insert=True)
        kept = store.as_reasons(run, reasons)
        store.note_reasons(kept)
        if state in store.UNFINISHED:
            transaction.on_commit(lambda: wake("import", f"{run.organisation_id}/{run.pk}"))
    return imported(run, kept)
