"""Imports in the background: looked at, applied, taken back, whatever is due next."""

from datetime import datetime

from fullscore.engine.findings.finding import Finding
from fullscore.engine.registers.access import Member, Right, Role
from fullscore.importing.records import Reading
from fullscore.queue import wake
from fullscore.store import imports as store
from fullscore.store.models import ImportRun
from fullscore.usecases.imports.applying.carrying import Clock, carry_out, claimed, finish, lease, worker
from fullscore.usecases.imports.applying.staging import put_reading, reading_of, stage
from fullscore.usecases.imports.undoing.undoing import carry_back

KIND = "import"


def advance(*, key: str, clock: Clock) -> None:
    """Go on with one import, unless somebody else has it in hand; `key` is as `wake` was told."""
    organisation_id, run_id = (int(part) for part in key.split("/"))
    if store.comes_later(organisation_id, run_id):
        # Lists of one export build on each other: the one before it wakes this one when it is done.
        return
    run = claimed(organisation_id, run_id, clock)
    if run is None:
        return
    _take_up(run, clock)
    following = store.first_in_line(organisation_id)
    if following is not None and following != run_id:
        wake(KIND, f"{organisation_id}/{following}")


def _take_up(run: ImportRun, clock: Clock) -> None:
    by = _by(run)
    if run.state == store.UNDOING:
        # Whoever asked to take it back was allowed to; it does not matter who had brought it in.
        carry_back(run, clock)
    elif by is None:
        finish(run, store.STOPPED, clock)
    else:
        _go_on(run, by, clock)


def _go_on(run: ImportRun, by: Member, clock: Clock) -> None:
    reading = reading_of(run, bytes(run.blob.content) if run.blob else b"")
    if isinstance(reading, Finding):
        _stop(run, reading, clock)
    elif run.state == store.READING:
        _look(run, by, reading, clock)
    else:
        carry_out(run, by, reading, clock, lambda _, __: None)


def _look(run: ImportRun, by: Member, reading: Reading, clock: Clock) -> None:
    """Look at a large file for whoever sent it; one that nobody needs to look at is applied at once."""
    put_reading(run, reading)
    if run.said.get("is_applied") and reading.is_sure:
        run.state = store.RUNNING
        run.save()
        carry_out(run, by, reading, clock, lambda _, __: None)
        return
    runs = ImportRun.objects.of(run.organisation_id).filter(pk=run.pk, claimed_by=worker())

    def progress(at: int, rows: int) -> None:
        now = clock()
        runs.update(applied=at, rows=rows)
        store.claim(run.pk, run.organisation_id, worker(), now, now + lease())

    reasons = stage(run, by, reading, clock(), progress)
    run.claimed_by, run.claimed_until = "", None
    store.forget_reasons(run)
    store.note_reasons(store.as_reasons(run, reasons))
    run.save()


def _stop(run: ImportRun, finding: Finding, clock: Clock) -> None:
    """End an import whose file cannot be read, and say why."""
    told = {"line": 0, "column": None, "code": finding.code, "values": dict(finding.values)}
    store.note_reasons(store.as_reasons(run, [told]))
    finish(run, store.STOPPED, clock)


def stale(*, now: datetime) -> tuple[str, ...]:
    """Return the keys of imports that are unfinished and in nobody's hands."""
    return tuple(f"{organisation}/{run}" for organisation, run in store.waiting(now))


def _by(run: ImportRun) -> Member | None:
    """Return who brought the file in, with the rights they have now; None when they may no longer."""
    if run.user_id is None:
        return Member(run.organisation_id, run.organisation.ref, Role.OWNER, None, run.by_name)
    member = store.importer(run)
    return member if member is not None and member.may(Right.IMPORT) else None
