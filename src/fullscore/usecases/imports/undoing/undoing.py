"""An import taken back as one: in batches that survive a kill, and what others did since stays."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from django.db import IntegrityError, transaction

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.access import Member, Right
from fullscore.queue import wake
from fullscore.store import imports as store
from fullscore.store import undoing as past
from fullscore.store.models import HistoryEntry, ImportRun
from fullscore.usecases.imports.applying.batches import ClaimLostError
from fullscore.usecases.imports.applying.carrying import Clock, Progress, claimed, lease, worker
from fullscore.usecases.imports.pairing.parting import part_some
from fullscore.usecases.imports.undoing.taking import Kept, Taking
from fullscore.usecases.imports.values import Imported, imported
from fullscore.usecases.registers import NotThereError, RefusedError
from fullscore.usecases.registers.waking import today_is_behind

# As many entries of history at once as rows on the way in.
BATCH = 500


def undo(*, by: Member, number: int, now: datetime) -> Imported:
    """Let a worker take an import back; raises `NotThereError`, `RefusedError` for one that is not done."""
    del now  # When it is over, the worker's clock says.
    by.require(Right.IMPORT)
    with transaction.atomic():
        run = _begun(by, number)
        transaction.on_commit(lambda: wake("import", f"{run.organisation_id}/{run.pk}"))
    return imported(run, store.reasons_of(run))


def take_back(
    *, by: Member, number: int, clock: Clock, progress: Progress = lambda _, __: None
) -> Imported:  # fmt: skip
    """Take an import back here and now; what a kill leaves undone, a worker finishes. Raises as `undo`."""
    by.require(Right.IMPORT)
    with transaction.atomic():
        run = _begun(by, number)
    ours = claimed(run.organisation_id, run.pk, clock)
    if ours is not None:
        carry_back(ours, clock, progress)
    kept = ImportRun.objects.of(by.organisation_id).get(pk=number)
    return imported(kept, store.reasons_of(kept))


def _begun(by: Member, number: int) -> ImportRun:
    subject = Subject("imports", str(number))
    run = store.locked(by.organisation_id, number)
    if run is None:
        raise NotThereError(Finding("import-not-here", subject, {"value": str(number)}))
    if run.state not in {store.DONE, store.STOPPED}:
        values: dict[str, Value] = {"file": run.file, "state": run.state}
        raise RefusedError(Finding("import-not-undoable", subject, values))
    run.state, run.undone, run.undone_by, run.kept_edits = store.UNDOING, 0, by.name, []
    run.save(update_fields=["state", "undone", "undone_by", "kept_edits"])
    return run


def carry_back(run: ImportRun, clock: Clock, progress: Progress = lambda _, __: None) -> None:
    """Take back what is left of a claimed import; stops without a word when the claim is lost.

    Whoever asked for it was allowed to; that they have left since does not leave it half done.
    """
    count = past.count_deeds(run)
    entries = past.deeds(run, skip=run.undone, older_than=None, count=BATCH)
    while entries:
        try:
            _take(run, entries, clock())
        except ClaimLostError:
            return
        store.claim(run.pk, run.organisation_id, worker(), clock(), clock() + lease())
        progress(run.undone, count)
        entries = past.deeds(run, skip=0, older_than=entries[-1].pk, count=BATCH)
    while past.forget_sightings(run):
        pass
    runs = ImportRun.objects.of(run.organisation_id).filter(pk=run.pk, claimed_by=worker())
    runs.update(state=store.UNDONE, undone_at=clock(), claimed_by="", claimed_until=None)
    today_is_behind(run.organisation_id)


def _take(run: ImportRun, entries: Sequence[HistoryEntry], now: datetime) -> None:
    """Take a stretch back, merges where they stand in it."""
    for is_merge, some in groupby(entries, key=lambda entry: entry.action == past.MERGED):
        if is_merge:
            _part(run, list(some), now)
        else:
            _restore(run, list(some), now)


def _restore(run: ImportRun, entries: Sequence[HistoryEntry], now: datetime) -> None:
    """Take entries back; when the database refuses them, one by one, each looked at beforehand."""
    try:
        _at_once(run, Taking(run, entries, now), len(entries))
    except IntegrityError:
        for entry in entries:
            _at_once(run, Taking(run, [entry], now, is_careful=True), 1)


def _at_once(run: ImportRun, taking: Taking, count: int) -> None:
    """Write what is taken back together with the cursor, or nothing."""
    with transaction.atomic():
        taking.take()
        kept = _moved(run, taking.kept, count)
    run.undone, run.kept_edits = run.undone + count, kept


def _part(run: ImportRun, entries: Sequence[HistoryEntry], now: datetime) -> None:
    """Part the rows that the import itself had merged."""
    rows = {(entry.register, entry.row_id) for entry in entries}
    with transaction.atomic():
        kept = _moved(run, part_some(run, rows, run.undone_by, now), len(entries))
    run.undone, run.kept_edits = run.undone + len(entries), kept


def _moved(run: ImportRun, listed: Sequence[Kept], count: int) -> list[Kept]:
    """Move the cursor and return what is listed by now; raises `ClaimLostError`."""
    known = {tuple(each.values()) for each in run.kept_edits}
    kept = [*run.kept_edits, *(each for each in listed if tuple(each.values()) not in known)]
    # What is listed may be long; it is written only when it has grown.
    grown = {"kept_edits": kept} if len(kept) > len(run.kept_edits) else {}
    if not past.move_back(run, worker(), run.undone, {"undone": run.undone + count, **grown}):
        raise ClaimLostError
    return kept
