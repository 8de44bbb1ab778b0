"""What every deed on a kept plan shares: found by its ref, its version guarded, its history written."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member
from fullscore.store import goals as store
from fullscore.store.accounts import record
from fullscore.store.models import HistoryEntry, KeptPlan, KeptRequirement
from fullscore.usecases.goals.values import Kept, OrderLine
from fullscore.usecases.registers.values import NotThereError, RefusedError, Row, StaleVersionError
from fullscore.usecases.registers.waking import today_is_behind

REGISTER = "goals"


def found(by: Member, ref: str) -> KeptPlan:
    """Return a kept plan of the member's organisation; raises `NotThereError`."""
    return _there(store.plan(by.organisation_id, ref), ref)


def locked(by: Member, ref: str, version: int | None) -> KeptPlan:
    """Return it with its lock held; raises `StaleVersionError` when it is no longer at `version`."""
    row = _there(store.locked(by.organisation_id, ref), ref)
    refuse_stale(row, version)
    return row


def refuse_stale(row: KeptPlan, version: int | None) -> None:
    """Raise `StaleVersionError` when the plan is no longer at the version somebody read."""
    if version is not None and version != row.version:
        raise _stale(row)


def _there(row: KeptPlan | None, ref: str) -> KeptPlan:
    if row is None:
        values = {"target": "plan", "value": ref[:64]}
        raise NotThereError(Finding("row-not-found", Subject(REGISTER, ref[:64]), values))
    return row


def _stale(row: KeptPlan) -> StaleVersionError:
    entries = HistoryEntry.objects.of(row.organisation_id).filter(register=REGISTER, row_id=row.pk)
    last = entries.order_by("-id").first()
    values = {"value": row.ref, "other": last.by_name if last else "someone"}
    finding = Finding("row-changed-meanwhile", Subject(REGISTER, row.ref), values)
    changed_at = last.at if last else row.kept_at
    theirs = Row(row.pk, row.ref, row.sentence, row.version, {"state": row.state}, changed_at)
    return StaleVersionError(finding, theirs)


def refused(code: str, row: KeptPlan) -> RefusedError:
    """Return the refusal of a deed the plan's state does not allow."""
    return RefusedError(Finding(code, Subject(REGISTER, row.ref), {"plan": row.ref, "state": row.state}))


def saved(row: KeptPlan) -> None:
    """Write the row with its version grown by one."""
    row.version += 1
    row.save()


def remember(
    by: Member, row: KeptPlan, action: str, now: datetime, changes: Mapping[str, Sequence[str | None]]
) -> None:
    """Write the one history entry of a deed."""
    record(by, register=REGISTER, row_id=row.pk, ref=row.ref, action=action, changes=changes, now=now)
    today_is_behind(by.organisation_id)


def kept(row: KeptPlan) -> Kept:
    """Return a stored plan as lists show it."""
    about = row.summary
    return Kept(
        row.ref, row.sentence, row.on, row.state, row.priority, row.kept_at, row.kept_by, row.accepted_at,
        row.accepted_by or None, row.dropped_at, row.version, about["team"], about["people"],
        date.fromisoformat(about["need_by"]), about["answer"], Decimal(about["cost_once"]),
        Decimal(about["cost_year"]), about["is_complete"],
    )  # fmt: skip


def line(row: KeptRequirement) -> OrderLine:
    """Return a stored order as doors show it."""
    order = row.purchase_order
    return OrderLine(
        row.pk, row.plan.ref, row.requirement, row.register, row.ref, row.name, row.kind, row.quantity,
        row.unit or None, row.place or None, row.order_by, row.need_by, row.cost_once, row.cost_year,
        row.state, order.ref if order else None, row.changed_at, row.changed_by,
    )  # fmt: skip
