"""Dates that were found become the dates of the changes: all of them, or those somebody picked."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from fullscore.engine.changes.schedule import Placed
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right
from fullscore.store import changes as store
from fullscore.store import living
from fullscore.store.models import Change, HistoryEntry
from fullscore.usecases.changes import asking, moving
from fullscore.usecases.changes.documents import Document
from fullscore.usecases.changes.jobs import said
from fullscore.usecases.changes.living import keeping
from fullscore.usecases.changes.posing import posed
from fullscore.usecases.changes.scheduling import asked_before
from fullscore.usecases.changes.standing import Standing, stood
from fullscore.usecases.changes.trying import MOVABLE
from fullscore.usecases.changes.values import Moved, Taken
from fullscore.usecases.registers.values import RefusedError


@dataclass(frozen=True, slots=True)
class _Date:
    """One date of a document, and the version of the change it was found for."""

    ref: str
    version: int
    start: datetime


def take(
    *, by: Member, number: int, refs: Collection[str] | None = None, on: date, now: datetime,
    is_confirmed: bool = False,
) -> Taken:  # fmt: skip
    """Write the dates of a run, one history entry each; `refs` None: of all changes.

    What was changed since, or would break a rule by now, is left with why; so is an announced date, until
    moving it is confirmed. Raises `NotThereError`, and `RefusedError` for a run that has no dates.
    """
    by.require(Right.EDIT_REGISTERS)
    with transaction.atomic():
        run = asking.found(by.organisation_id, number)
        if run.document is None:
            about = Subject("changes", str(number))
            raise RefusedError(Finding("schedule-not-done", about, {"value": str(number)}))
        found = written(by, run.document, refs, on, now, asked=run.asked, is_confirmed=is_confirmed)
        store.runs(by.organisation_id).filter(pk=run.pk).update(taken_at=now, taken_by=by.name)
    return found


def keep(*, by: Member, document: Document, on: date, now: datetime, is_confirmed: bool = False) -> Taken:
    """Write the dates of a document that was just worked out; as `take` does it."""
    by.require(Right.EDIT_REGISTERS)
    with transaction.atomic():
        return written(by, document, None, on, now, asked=document["asked"], is_confirmed=is_confirmed)


def written(
    by: Member, document: Mapping[str, object], refs: Collection[str] | None, on: date, now: datetime,
    *, asked: object, is_confirmed: bool,
) -> Taken:  # fmt: skip
    """Write the dates of a document, in one transaction of the caller."""
    dates = [each for each in _dates(document) if refs is None or each.ref in refs]
    left: list[Finding] = []
    rows: dict[str, Change] = {}
    for each in dates:
        row = living.change(by.organisation_id, each.ref, is_locked=True)
        finding = _in_the_way(by, row, each, is_confirmed=is_confirmed)
        if finding is not None:
            left.append(finding)
        elif row is not None:
            rows[each.ref] = row
    stands = stood(posed(by.organisation_id, on, now, until=_last(dates), asked=asked_before(asked)))
    starts = _unbroken(stands, {each.ref: each.start for each in dates if each.ref in rows})
    left += [said("change-date-breaks", rows[ref]) for ref in rows if ref not in starts]
    moved = tuple(_put(by, rows[ref], start, now, stands) for ref, start in starts.items())
    return Taken(tuple(each for each in moved if each.entry is not None), tuple(left))


def _dates(document: Mapping[str, object]) -> list[_Date]:
    placed = document["placed"]
    assert isinstance(placed, list)
    return [_Date(each["ref"], each["version"], datetime.fromisoformat(each["start"])) for each in placed]


def _last(dates: list[_Date]) -> date | None:
    return max((each.start.date() for each in dates), default=None)


def _in_the_way(by: Member, row: Change | None, each: _Date, *, is_confirmed: bool) -> Finding | None:
    """Return why a date cannot be written, or None."""
    if row is None or row.archived_at is not None:
        values = {"name": each.ref, "other": "somebody"}
        return Finding("change-date-gone", Subject(keeping.REGISTER, each.ref), values)
    if row.state not in MOVABLE:
        return said("change-not-movable", row, state=row.state) if row.version != each.version else None
    if row.version != each.version:
        return said("change-date-gone", row, other=_who(by, row))
    is_same = moving.when(row) == each.start
    if row.is_announced and row.starts_on is not None and not is_same and not is_confirmed:
        return said("change-is-announced", row, day=row.starts_on)
    return None


def _who(by: Member, row: Change) -> str:
    entries = HistoryEntry.objects.of(by.organisation_id).filter(register=keeping.REGISTER, row_id=row.pk)
    last = entries.order_by("-pk").first()
    return last.by_name if last else "somebody"


def _unbroken(stands: Standing, starts: Mapping[str, datetime]) -> dict[str, datetime]:
    """Return the dates that break no rule together with all that stays; leaving one may spoil another."""
    chosen = dict(starts)
    while True:
        there = _there(stands, chosen)
        bad = {one.change for one in stands.book.all(there) if one.change in chosen}
        bad |= chosen.keys() - stands.book.jobs.keys()
        if not bad:
            return chosen
        chosen = {ref: start for ref, start in chosen.items() if ref not in bad}


def _there(stands: Standing, starts: Mapping[str, datetime]) -> list[Placed]:
    told = stands.posed
    jobs = tuple(
        replace(job, set_for=starts[job.ref]) if job.ref in starts else job for job in told.problem.jobs
    )
    return list(stood(replace(told, problem=replace(told.problem, jobs=jobs))).placed)


def _put(by: Member, row: Change, start: datetime, now: datetime, stands: Standing) -> Moved:
    entry = moving.put(by, row, start, now) if row.state in MOVABLE else None
    length = stands.problem.step * stands.book.effects[row.ref].length
    return Moved(
        row.ref, row.name, row.version, row.state, stands.local(start),
        stands.local(moving.end_of(start, length)), (), entry.pk if entry else None,
    )  # fmt: skip
