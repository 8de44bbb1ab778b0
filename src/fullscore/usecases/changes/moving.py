"""A change gets another date: checked, with its version guarded, in one entry of its history."""

from datetime import UTC, date, datetime, timedelta

from django.db import transaction

from fullscore.engine.calendars.clock import clock_of, local_day, zone_of
from fullscore.engine.changes.schedule import Placed
from fullscore.engine.changes.states import Stage, settled
from fullscore.engine.registers.access import Member, Right
from fullscore.store.models import Change, HistoryEntry
from fullscore.usecases import registers
from fullscore.usecases.changes.jobs import said
from fullscore.usecases.changes.living import clock, keeping
from fullscore.usecases.changes.standing import Standing, standing
from fullscore.usecases.changes.trying import tried
from fullscore.usecases.changes.values import Moved, Rule, Tried
from fullscore.usecases.registers.values import RefusedError

MOVED = "moved"


def move(
    *, by: Member, ref: str, start: datetime, version: int | None, on: date, now: datetime,
    is_confirmed: bool = False,
) -> Moved:  # fmt: skip
    """Set a change for a moment, also one that breaks rules: they are said in the answer.

    Raises `StaleVersionError` when somebody else changed it since `version` was read (None: whatever it is),
    and `RefusedError` "change-is-announced" until moving an announced date is confirmed.
    """
    by.require(Right.EDIT_REGISTERS)
    # Read before the lock is taken: reading all rules takes longer than anybody should wait for it.
    stands = standing(by.organisation_id, on, now, until=start.date())
    with transaction.atomic():
        row = keeping.locked(by, ref, version)
        found = tried(stands, row, start)
        if found.is_announced and not is_confirmed:
            raise RefusedError(said("change-is-announced", row, day=row.starts_on))
        entry = put(by, row, found.start, now)
    return _moved(row, found, entry)


def put(by: Member, row: Change, start: datetime, now: datetime) -> HistoryEntry | None:
    """Write the date of a locked change; what everybody agreed to is scheduled with it."""
    zone = row.organisation.zone
    stage = settled(Stage(row.state), is_agreed=False, has_date=True)
    values = {"starts_on": local_day(start, zone), "starts_at": clock_of(start, zone), "state": stage.value}
    return keeping.put(by, row, values, now, action=MOVED)


def _moved(row: Change, found: Tried, entry: HistoryEntry | None) -> Moved:
    number = entry.pk if entry else None
    return Moved(row.ref, row.name, row.version, row.state, found.start, found.end, found.rules, number)


def take_back(*, by: Member, ref: str, entry: int, on: date, now: datetime) -> Moved:
    """Put a change back to the date it had before that entry; raises `RefusedError` when one came after."""
    by.require(Right.EDIT_REGISTERS)
    with transaction.atomic():
        row = keeping.locked(by, ref, None)
        entries = HistoryEntry.objects.of(by.organisation_id).filter(register=keeping.REGISTER, row_id=row.pk)
        # What made the row, or put it away, is no move: taking that back is another door's.
        if not entries.filter(pk=entry, action=MOVED).exists():
            raise keeping.refused("change-undo-overtaken", row)
        registers.undo(by=by, register=keeping.REGISTER, ref=ref, entry=entry, now=now)
        row = keeping.found(by, ref)
    stands = standing(by.organisation_id, on, now)
    here = stands.of(ref)
    start, end = _where(row, here)
    return Moved(row.ref, row.name, row.version, row.state, start, end, _rules(stands, here), None)


def _rules(stands: Standing, here: Placed | None) -> tuple[Rule, ...]:
    return stands.rules(stands.book.of(here.ref, stands.placed)) if here else ()


def _where(row: Change, here: Placed | None) -> tuple[datetime | None, datetime | None]:
    zone = zone_of(row.organisation.zone)
    if here is not None:
        return here.start.astimezone(zone), here.end.astimezone(zone)
    start = clock.planned(row.starts_on, row.starts_at, row.organisation.zone)
    return start, start


def when(row: Change) -> datetime | None:
    """Return the moment a change is set for, None without a day or a time."""
    if row.starts_on is None or not row.starts_at:
        return None
    return clock.planned(row.starts_on, row.starts_at, row.organisation.zone)


def end_of(start: datetime, minutes: int) -> datetime:
    """Return when so many minutes are over, whatever clocks do meanwhile."""
    return start.astimezone(UTC) + timedelta(minutes=minutes)
