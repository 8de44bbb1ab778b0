"""Asking for a pack: a draft to look at, or the next number, frozen when it is done."""

from datetime import date, datetime

from django.db import transaction

from fullscore import queue
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right
from fullscore.store import reports as store
from fullscore.store.accounts import record
from fullscore.store.models import Organisation, Pack
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.reports.checking import check
from fullscore.usecases.reports.keeping import found, whole
from fullscore.usecases.reports.values import PackShown

# One kind of wake-up makes all packs: jobs/reports.py.
WAKE = "reports"
REGISTER = "packs"


def prepare(
    *, by: Member, kind: str, on: date, now: datetime, left_out: frozenset[str] = frozenset()
) -> PackShown:
    """Ask for a draft, which replaces the one there is.

    Raises `RefusedError` for a kind or a section nobody knows.
    """
    by.require(Right.KEEP_PLANS)
    check(kind, left_out)
    with transaction.atomic():
        organisation = Organisation.objects.select_for_update().get(pk=by.organisation_id)
        row = store.pack(by.organisation_id, kind, store.DRAFT, is_locked=True)
        if row is not None:
            store.drop_files(row)
            row.delete()
        made = _asked(by, organisation, kind, store.DRAFT, on, now, {"left_out": sorted(left_out)})
    return whole(made)


def issue(
    *, by: Member, kind: str, on: date, now: datetime, left_out: frozenset[str] = frozenset(),
    is_as_drafted: bool = False,
) -> PackShown:  # fmt: skip
    """Ask for the next number: of the draft as it stands, or composed anew; done it never changes.

    Raises `RefusedError` "pack-not-drafted" where there is no finished draft to issue.
    """
    by.require(Right.KEEP_PLANS)
    check(kind, left_out)
    with transaction.atomic():
        organisation = Organisation.objects.select_for_update().get(pk=by.organisation_id)
        draft = store.pack(by.organisation_id, kind, store.DRAFT) if is_as_drafted else None
        if is_as_drafted and (draft is None or draft.state != "done"):
            raise RefusedError(Finding("pack-not-drafted", Subject("reports", kind)))
        number = store.next_number(by.organisation_id, kind)
        asked: dict[str, object] = draft.asked if draft else {"left_out": sorted(left_out)}
        made = _asked(by, organisation, kind, number, draft.on if draft else on, now, asked)
        if draft is not None:
            made.document = draft.document
            made.save(update_fields=["document"])
        record(
            by, register=REGISTER, row_id=made.pk, ref=str(made), action="issued",
            changes={"pack": [None, str(made)]}, now=now,
        )  # fmt: skip
    return whole(made)


def _asked(  # noqa: PLR0917  as a row keeps them
    by: Member, organisation: Organisation, kind: str, number: int, on: date, now: datetime,
    asked: dict[str, object],
) -> Pack:  # fmt: skip
    made = Pack.objects.create(
        organisation=organisation, kind=kind, number=number, on=on, asked_at=now, asked_by=by.name,
        asked=asked,
    )  # fmt: skip
    _wake(made)
    return made


def _wake(row: Pack) -> None:
    key = str(row.pk)
    transaction.on_commit(lambda: queue.wake(WAKE, key))


def stop(*, by: Member, kind: str, number: int, now: datetime) -> PackShown:
    """Let a pack be; a worker lets go of it before its next step."""
    by.require(Right.KEEP_PLANS)
    with transaction.atomic():
        row = found(by.organisation_id, kind, number, is_locked=True)
        if row.state == "asked":
            row.state, row.ended_at = "stopped", now
        row.stop_asked = row.state in {"running", "stopped"}
        row.save(update_fields=["state", "ended_at", "stop_asked"])
    return whole(row)


def again(*, by: Member, kind: str, number: int, now: datetime) -> PackShown:
    """Ask once more for a pack that was stopped or failed; raises `RefusedError` "pack-is-done"."""
    by.require(Right.KEEP_PLANS)
    with transaction.atomic():
        row = found(by.organisation_id, kind, number, is_locked=True)
        if row.state == "done":
            raise RefusedError(Finding("pack-is-done", Subject("reports", str(row))))
        row.state, row.stop_asked, row.error, row.asked_at = "asked", False, "", now
        row.begun_at = row.ended_at = None
        row.save(update_fields=["state", "stop_asked", "error", "asked_at", "begun_at", "ended_at"])
        _wake(row)
    return whole(row)
