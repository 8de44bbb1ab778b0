"""What every act on a change shares: found by its ref, its version guarded, its one history entry."""

from collections.abc import Mapping
from datetime import datetime

from fullscore.engine.changes.states import Act, Stage, after, allowed
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.access import Member
from fullscore.engine.registers.cleaning import shown
from fullscore.store import living as store
from fullscore.store.models import Change, HistoryEntry
from fullscore.usecases.registers import deriving, remembering, waking
from fullscore.usecases.registers.showing import shown_row
from fullscore.usecases.registers.values import NotThereError, RefusedError, StaleVersionError

REGISTER = "changes"
# Moments of what truly happened; beside the register's columns, so that only acts write them.
TIMES = ("begun_at", "ended_at")


def found(by: Member, ref: str) -> Change:
    """Return a change of the member's organisation; raises `NotThereError`."""
    return _there(store.change(by.organisation_id, ref), ref)


def locked(by: Member, ref: str, version: int | None) -> Change:
    """Return it with its lock held; raises `StaleVersionError` when it is no longer at `version`."""
    row = _there(store.change(by.organisation_id, ref, is_locked=True), ref)
    if version is not None and version != row.version:
        raise _stale(by, row)
    return row


def _there(row: Change | None, ref: str) -> Change:
    if row is None or row.archived_at is not None:
        values = {"target": "change", "value": shown(ref)}
        raise NotThereError(Finding("row-not-found", Subject(REGISTER, shown(ref)), values))
    return row


def _stale(by: Member, row: Change) -> StaleVersionError:
    entries = HistoryEntry.objects.of(row.organisation_id).filter(register=REGISTER, row_id=row.pk)
    last = entries.order_by("-id").first()
    values = {"value": row.name, "other": last.by_name if last else "someone"}
    finding = Finding("row-changed-meanwhile", Subject(REGISTER, row.ref), values)
    return StaleVersionError(finding, shown_row(row, deriving.register(by, REGISTER), by, {}))


def refused(code: str, row: Change, **values: Value) -> RefusedError:
    """Return the refusal of an act on one change."""
    return RefusedError(Finding(code, Subject(REGISTER, row.ref), {"name": row.name, **values}))


def stage_after(row: Change, act: Act) -> Stage:
    """Return where an act leads; raises `RefusedError` naming what may be done instead."""
    stage = Stage(row.state)
    target = after(stage, act)
    if target is None:
        choices = tuple(each.value for each in allowed(stage))
        raise refused("change-act-not-now", row, state=row.state, choices=choices)
    return target


def put(
    by: Member,
    row: Change,
    values: Mapping[str, object],
    now: datetime,
    *,
    action: str = "changed",
    times: Mapping[str, datetime | None] | None = None,
) -> HistoryEntry | None:
    """Write values and moments of a locked change and remember them in one entry; None: nothing differed."""
    seen = deriving.register(by, REGISTER)
    before, moments = remembering.picture(row, seen), {name: getattr(row, name) for name in TIMES}
    for name, value in {**values, **(times or {})}.items():
        setattr(row, name, value)
    changes = remembering.differences(before, row, seen)
    row.provenance = remembering.typed(by, changes, row.provenance)
    changes |= {name: [_text(was), _text(getattr(row, name))] for name, was in moments.items()
                if was != getattr(row, name)}  # fmt: skip
    if not changes:
        return None
    row.version, row.changed_at = row.version + 1, now
    row.save()
    remembering.remember(by, row, action, changes, now)
    waking.today_is_behind(by.organisation_id)
    return HistoryEntry.objects.of(by.organisation_id).filter(register=REGISTER, row_id=row.pk).latest("pk")


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
