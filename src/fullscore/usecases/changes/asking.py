"""Dates that were asked for: kept until a worker finds them, looked at while it does, stopped on request."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from fullscore import queue
from fullscore.engine.calendars.clock import zone_of
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right
from fullscore.store import changes as store
from fullscore.store.models import Organisation, ScheduleRun
from fullscore.usecases.changes.posing import AS_IT_IS, Asked
from fullscore.usecases.changes.values import Run
from fullscore.usecases.registers.values import NotThereError

KIND = "changes"
# Older answers are forgotten: what was asked for a hundred times ago is of no plan any more.
KEPT = 100


def ask(*, by: Member, on: date, now: datetime, asked: Asked = AS_IT_IS) -> Run:
    """Ask a worker for dates of all open changes; what is asked already is not asked twice."""
    by.require(Right.EDIT_REGISTERS)
    with transaction.atomic():
        row = Organisation.objects.select_for_update().get(pk=by.organisation_id)
        waiting = store.runs(row.pk).filter(state="asked", asked=asked.document(), stop_asked=False).first()
        run = waiting or _new(by, row, on, now, asked)
        key = str(run.pk)
        transaction.on_commit(lambda: queue.wake(KIND, key))
    return shown(run)


def _new(by: Member, row: Organisation, on: date, now: datetime, asked: Asked) -> ScheduleRun:
    last: int = store.runs(row.pk).aggregate(last=Max("number"))["last"] or 0
    store.runs(row.pk).filter(number__lte=last - KEPT, taken_at=None).delete()
    return ScheduleRun.objects.create(
        organisation=row, number=last + 1, asked_at=now, asked_by=by.name, asked=asked.document(), on=on
    )


def run(*, by: Member, number: int) -> Run:
    """Return one; raises `NotThereError`."""
    by.require(Right.PLAN_GOALS)
    return shown(found(by.organisation_id, number))


def latest(*, by: Member) -> Run | None:
    """Return the newest one asked for."""
    by.require(Right.PLAN_GOALS)
    return newest(by.organisation_id)


def newest(organisation_id: int) -> Run | None:
    row = store.runs(organisation_id).select_related("organisation").first()
    return shown(row) if row else None


def stop(*, by: Member, number: int, now: datetime) -> Run:
    """Stop looking for dates; what a worker has in hand it lets go of within a second."""
    by.require(Right.EDIT_REGISTERS)
    row = found(by.organisation_id, number)
    rows = store.runs(by.organisation_id).filter(pk=row.pk)
    rows.filter(state="asked").update(state="stopped", stop_asked=True, ended_at=now)
    rows.filter(state="running").update(stop_asked=True)
    return shown(found(by.organisation_id, number))


def found(organisation_id: int, number: int) -> ScheduleRun:
    row = store.runs(organisation_id).select_related("organisation").filter(number=number).first()
    if row is None:
        about = Subject("changes", str(number))
        raise NotThereError(Finding("schedule-not-found", about, {"value": str(number)}))
    return row


def shown(row: ScheduleRun) -> Run:
    """Return a kept run as doors show it."""
    zone = zone_of(row.organisation.zone)
    document: Mapping[str, object] | None = row.document
    return Run(
        number=row.number,
        state=row.state,
        asked_at=row.asked_at.astimezone(zone),
        asked_by=row.asked_by,
        asked=row.asked,
        progress=row.progress,
        document=document,
        is_old=document is not None and store.newest_history(row.organisation_id) != row.history,
        error=row.error,
        taken_at=row.taken_at.astimezone(zone) if row.taken_at else None,
        taken_by=row.taken_by,
    )
