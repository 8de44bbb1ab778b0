"""Ticking off what is done one after the other."""

from datetime import date, datetime

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.registers.cleaning import shown
from fullscore.store import living as store
from fullscore.store.models import ChangeStep, HistoryEntry
from fullscore.usecases import registers
from fullscore.usecases.changes.living import keeping
from fullscore.usecases.changes.living.values import Done
from fullscore.usecases.registers.values import NotThereError

STEPS = "steps"


def tick(
    *, by: Member, ref: str, step: str, is_done: bool, version: int | None, on: date, now: datetime
) -> Done:
    """Tick one step off, or take the tick away; ticking twice is ticking once."""
    by.require(Right.EDIT_REGISTERS)
    with transaction.atomic():
        row = keeping.locked(by, ref, None)
        one = _step(store.steps(row), step)
        values = {"is_done": is_done, "done_by": by.name if is_done else None,
                  "done_on": on.isoformat() if is_done else None}  # fmt: skip
        if one.is_done == is_done:
            return Done(row.ref, one.text, row.state, row.version)
        registers.save(by=by, register=STEPS, ref=step, values=values, version=version, now=now)
    entries = HistoryEntry.objects.of(by.organisation_id).filter(register=STEPS, row_id=one.pk)
    return Done(row.ref, one.text, row.state, row.version, entries.latest("pk").pk)


def untick(*, by: Member, ref: str, step: str, entry: int, now: datetime) -> Done:
    """Undo one tick."""
    by.require(Right.EDIT_REGISTERS)
    row = keeping.found(by, ref)
    one = _step(store.steps(row), step)
    registers.undo(by=by, register=STEPS, ref=step, entry=entry, now=now)
    return Done(row.ref, one.text, row.state, row.version)


def _step(steps: tuple[ChangeStep, ...], ref: str) -> ChangeStep:
    found = next((one for one in steps if one.ref == ref), None)
    if found is None:
        values = {"target": "step", "value": shown(ref)}
        raise NotThereError(Finding("row-not-found", Subject(STEPS, shown(ref)), values))
    return found
