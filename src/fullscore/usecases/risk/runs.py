"""What takes a while: kept until a worker answers it, looked at while it does, stopped on request."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max, QuerySet

from fullscore import queue
from fullscore.engine.calendars.clock import zone_of
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member
from fullscore.store import budget as store
from fullscore.store.models import BudgetRun, Organisation
from fullscore.usecases.registers.values import NotThereError
from fullscore.usecases.risk.values import Document, Run

# One kind of wake-up answers all that is asked here: jobs/budget.py.
WAKE = "budget"
# Older answers are forgotten: what was asked for so long ago is of no plan any more.
KEPT = 200


def asked_for(
    by: Member, kind: str, asked: Mapping[str, object], fingerprint: str, *, on: date, now: datetime
) -> Run:
    """Return the kept answer to the same question about the same rows, or ask a worker for one."""
    with transaction.atomic():
        row = Organisation.objects.select_for_update().get(pk=by.organisation_id)
        same = store.runs(row.pk).filter(kind=kind, asked=dict(asked), fingerprint=fingerprint)
        known = (
            same.filter(state="done").first()
            or same.filter(state__in=store.OPEN_RUNS, stop_asked=False).first()
        )
        run = _again(known, by, now) if known else _new(by, row, kind, asked, fingerprint, on, now)
        if run.state in store.OPEN_RUNS:
            key = str(run.pk)
            transaction.on_commit(lambda: queue.wake(WAKE, key))
    return shown(run, fingerprint)


def _new(  # noqa: PLR0917  as a row keeps them
    by: Member, row: Organisation, kind: str, asked: Mapping[str, object], fingerprint: str, on: date,
    now: datetime,
) -> BudgetRun:  # fmt: skip
    last: int = store.runs(row.pk).aggregate(last=Max("number"))["last"] or 0
    store.runs(row.pk).filter(number__lte=last - KEPT).delete()
    return BudgetRun.objects.create(
        organisation=row, number=last + 1, kind=kind, asked_at=now, asked_by=by.name, asked=dict(asked),
        on=on, fingerprint=fingerprint,
    )  # fmt: skip


def _again(known: BudgetRun, by: Member, now: datetime) -> BudgetRun:
    """Return a run that is asked for anew: it is the newest again, and pages show it."""
    known.asked_at, known.asked_by = now, by.name
    store.runs(known.organisation_id).filter(pk=known.pk).update(asked_at=now, asked_by=by.name)
    return known


def found(organisation_id: int, number: int, kinds: tuple[str, ...]) -> BudgetRun:
    """Return one of these kinds; raises `NotThereError`."""
    row = _of(organisation_id, kinds).filter(number=number).first()
    if row is None:
        raise NotThereError(Finding("run-not-found", Subject("budget", str(number)), {"value": str(number)}))
    return row


def newest(organisation_id: int, *kinds: str, fingerprint: str | None = None) -> Run | None:
    """Return the newest that was asked for, whatever became of it."""
    row = _of(organisation_id, kinds).first()
    return None if row is None else shown(row, fingerprint)


def kept(organisation_id: int, *kinds: str, fingerprint: str | None = None, **asked: object) -> Run | None:
    """Return the newest with an answer, of those asked in just this way (none: in any)."""
    rows = _of(organisation_id, kinds).filter(state__in=("done", "stopped"), document__isnull=False)
    row = (rows.filter(asked=asked) if asked else rows).first()
    return None if row is None else shown(row, fingerprint)


def _of(organisation_id: int, kinds: tuple[str, ...]) -> QuerySet[BudgetRun]:
    rows = store.runs(organisation_id).select_related("organisation").filter(kind__in=kinds)
    return rows.order_by("-asked_at", "-number")


def stop(organisation_id: int, number: int, kinds: tuple[str, ...], now: datetime) -> Run:
    """Let one be; what a worker has in hand it lets go of within a second or so."""
    row = found(organisation_id, number, kinds)
    rows = store.runs(organisation_id).filter(pk=row.pk)
    rows.filter(state="asked").update(state="stopped", stop_asked=True, ended_at=now)
    rows.filter(state="running").update(stop_asked=True)
    return shown(found(organisation_id, number, kinds))


def shown(row: BudgetRun, fingerprint: str | None = None) -> Run:
    """Return a kept run as doors show it; `fingerprint` is how what it was asked of reads now."""
    zone = zone_of(row.organisation.zone)
    document: Mapping[str, object] | None = row.document
    return Run(
        row.number, row.kind, row.state, row.asked_at.astimezone(zone), row.asked_by, row.asked, row.on,
        row.progress, document, row.ended_at.astimezone(zone) if row.ended_at else None, row.fingerprint,
        document is not None and fingerprint is not None and row.fingerprint != fingerprint, row.error,
    )  # fmt: skip


def run_document(run: Run) -> Document:
    """Return `fullscore/budget-run/1`: how far it is, and the answer once it is there."""
    return {
        "schema": "fullscore/budget-run/1",
        "number": run.number,
        "kind": run.kind,
        "state": run.state,
        "asked_at": run.asked_at.isoformat(timespec="seconds"),
        "asked_by": run.asked_by,
        "asked": dict(run.asked),
        "on": run.on.isoformat(),
        "progress": {name: value for name, value in run.progress.items() if name in {"level", "value"}},
        "is_old": run.is_old,
        "error": run.error,
        "ended_at": run.ended_at.isoformat(timespec="seconds") if run.ended_at else None,
        "document": None if run.document is None else dict(run.document),
    }
