"""A date looked at before anything is written: the rules against it, and the two that work."""

from datetime import date, datetime

from fullscore.engine.calendars.clock import ClockTrouble, moment, zone_of
from fullscore.engine.changes.dragging import Dragged, dragged
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.registers.cleaning import shown
from fullscore.store.models import Change, Organisation
from fullscore.usecases.changes.jobs import said
from fullscore.usecases.changes.living import keeping
from fullscore.usecases.changes.standing import Standing, standing
from fullscore.usecases.changes.values import Slot, Tried
from fullscore.usecases.registers.values import RefusedError

MOVABLE = frozenset({"draft", "planned", "agreed", "scheduled"})


def try_move(*, by: Member, ref: str, start: datetime, on: date, now: datetime) -> Tried:
    """Return what moving a change there would meet; raises `RefusedError` for one that has no length.

    It lies on the next quarter of an hour before `start`.
    """
    by.require(Right.PLAN_GOALS)
    row = keeping.found(by, ref)
    stands = standing(by.organisation_id, on, now, until=start.date())
    return tried(stands, row, start)


def tried(stands: Standing, row: Change, start: datetime) -> Tried:
    """Return what a date meets in the calendar as it stands."""
    refuse_unmovable(stands, row)
    found = dragged(stands.problem, stands.placed, row.ref, start, book=stands.book)
    length = found.at.end - found.at.start
    return Tried(
        ref=row.ref,
        name=row.name,
        version=row.version,
        start=stands.local(found.at.start),
        end=stands.local(found.at.end),
        soak_until=stands.local(found.at.soak_until),
        rules=stands.rules(found.violations),
        dates=tuple(Slot(stands.local(at), stands.local(at + length)) for at in found.alternatives),
        touches=stands.touching(found.touches.items()),
        people_hours=found.disturbed,
        is_announced=is_announced(stands, found),
    )


def is_announced(stands: Standing, found: Dragged) -> bool:
    """Say whether people were told another date."""
    job = stands.book.jobs[found.at.ref]
    return job.is_announced and job.set_for != found.at.start


def refuse_unmovable(stands: Standing, row: Change) -> None:
    """Raise `RefusedError` for a change whose date stays, or that cannot be planned yet, with why."""
    if row.state not in MOVABLE:
        raise RefusedError(said("change-not-movable", row, state=row.state))
    missing = stands.posed.left.get(row.ref)
    if missing:
        raise RefusedError(*missing)
    if row.ref not in stands.book.jobs:
        raise RefusedError(said("change-not-planned", row))


def moment_for(*, by: Member, text: str) -> datetime:
    """Return the moment a text such as 2026-12-12T22:00 means to a member; as `moment_of` does it."""
    return moment_of(text, Organisation.objects.get(pk=by.organisation_id).zone)


def moment_of(text: str, zone: str) -> datetime:
    """Return the moment a day and time of the organisation's clock stand for, with an offset or without.

    Raises `RefusedError` for what is none, and for an hour that does not exist; of two the first is meant.
    """
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError:
        raise RefusedError(_unread(text)) from None
    if at.tzinfo is not None:
        return at.astimezone(zone_of(zone))
    if len(text.strip()) <= len("2026-12-12"):
        raise RefusedError(_unread(text))
    found = moment(at.date(), f"{at:%H:%M}", zone)
    if found.trouble is ClockTrouble.SKIPPED:
        values: dict[str, Value] = {"name": text, "day": at.date(), "clock": f"{at:%H:%M}"}
        raise RefusedError(Finding("clock-time-skipped", Subject("changes", "start"), values))
    return found.at.astimezone(zone_of(zone))


def _unread(text: str) -> Finding:
    return Finding("change-date-unread", Subject("changes", "start"), {"value": shown(text)})
