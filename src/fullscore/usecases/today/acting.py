"""What people do about a finding: put it off, give it to somebody, finish it, decide against it, reopen it.

Each deed is one transaction with the row locked, one history entry, and a version that grows; reopening
takes every other one back. A decision against is kept in the register of decisions as well.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.access import Member, Right
from fullscore.store import today as store
from fullscore.store.accounts import record
from fullscore.store.models import HistoryEntry, KeptFinding
from fullscore.usecases import registers
from fullscore.usecases.registers.values import RefusedError, Row, StaleVersionError
from fullscore.usecases.today import working
from fullscore.usecases.today.keeping import reopened
from fullscore.usecases.today.marks import snoozed_mark
from fullscore.usecases.today.reading import REGISTER, assignees, line, line_of, there
from fullscore.usecases.today.values import KeptLine

LONGEST_REASON, LONGEST_NAME = 2000, 200
# Kept in a decision: what was read, not how it was computed.
_SEEN = 20_000
Change = Callable[[KeptFinding], Mapping[str, list[str | None]]]


def snooze(
    *, by: Member, finding: int, until: date | None, on: date, now: datetime, version: int | None = None
) -> KeptLine:
    """Put a finding off until a day, or (None) until something changes.

    Either ends early when the finding becomes another case or urgent. Raises `RefusedError` for a day that
    is not ahead, and for a finding somebody has dealt with already.
    """

    def change(row: KeptFinding) -> Mapping[str, list[str | None]]:
        _require(row, "open", "snoozed")
        if until is not None and until <= on:
            raise _refused(row, "finding-snooze-past", until=until)
        row.state, row.snoozed_until = "snoozed", until
        row.snoozed_mark = snoozed_mark(row.mark, row.group)
        return {"snoozed_until": [None, until.isoformat() if until else "something changes"]}

    return _act(by, finding, version, now, "snoozed", change)


def assign(
    *, by: Member, finding: int, user: int | None, now: datetime, version: int | None = None
) -> KeptLine:
    """Give a finding to a member who may act on it; None takes it from whoever has it."""
    by.require(Right.ACT_ON_FINDINGS)
    names = dict(assignees(by=by))

    def change(row: KeptFinding) -> Mapping[str, list[str | None]]:
        if user is not None and user not in names:
            raise _refused(row, "finding-assignee-unknown")
        before = row.assigned_name or None
        row.assigned_to_id, row.assigned_name = user, names.get(user or 0, "")
        return {"assigned_to": [before, row.assigned_name or None]}

    return _act(by, finding, version, now, "assigned", change)


def finish(*, by: Member, finding: int, now: datetime, version: int | None = None) -> KeptLine:
    """Say that it is done; where the lists still tell otherwise a week later it comes back."""

    def change(row: KeptFinding) -> Mapping[str, list[str | None]]:
        _require(row, "open", "snoozed")
        before = row.state
        reopened(row)
        row.state = "done"
        return {"state": [before, "done"]}

    return _act(by, finding, version, now, "done", change)


def decline(
    *, by: Member, finding: int, reason: str, decided_by: str, on: date, now: datetime,
    version: int | None = None, outcome: str = "not doing", seen: str = "",
) -> KeptLine:  # fmt: skip
    """Say that it will not be done, why, and who decided; the decision becomes a row of its register."""

    def change(row: KeptFinding) -> Mapping[str, list[str | None]]:
        _require(row, "open", "snoozed")
        why, who = reason.strip(), decided_by.strip()
        if not why or len(why) > LONGEST_REASON:
            raise _refused(row, "finding-reason-missing", longest=LONGEST_REASON)
        if not who or len(who) > LONGEST_NAME:
            raise _refused(row, "finding-decider-missing", longest=LONGEST_NAME)
        before = row.state
        reopened(row)
        row.state, row.reason = "declined", why
        kept = _decided(by, row, why, who, outcome, seen or said(row), on, now)
        return {"state": [before, "declined"], "decision": [None, kept.ref], "decided_by": [None, who]}

    return _act(by, finding, version, now, "declined", change)


def reopen(*, by: Member, finding: int, now: datetime, version: int | None = None) -> KeptLine:
    """Take back what was said of a finding; who has it assigned keeps it. An open one stays as it is."""

    def change(row: KeptFinding) -> Mapping[str, list[str | None]]:
        before = row.state
        if before == "open":
            return {}
        reopened(row)
        row.version -= 1
        return {"state": [before, "open"]}

    return _act(by, finding, version, now, "reopened", change)


def amend(
    *, by: Member, finding: int, wanted: Mapping[str, object], on: date, now: datetime,
    version: int | None = None,
) -> KeptLine:  # fmt: skip
    """Do several of these in one transaction: what `wanted` names of state, until, reason and assignment."""
    by.require(Right.ACT_ON_FINDINGS)
    with transaction.atomic():
        row = there(store.locked(by.organisation_id, finding), finding)
        if version is not None and version != row.version:
            raise _stale(row)
        if "assigned_to" in wanted:
            user = wanted["assigned_to"]
            assign(by=by, finding=finding, user=user if isinstance(user, int) else None, now=now)
        _into(by, finding, wanted, on, now)
    return line(by=by, finding=finding)


def _into(by: Member, finding: int, wanted: Mapping[str, object], on: date, now: datetime) -> None:
    match wanted.get("state"):
        case "snoozed":
            until = wanted.get("until")
            day = until if isinstance(until, date) else None
            snooze(by=by, finding=finding, until=day, on=on, now=now)
        case "done":
            finish(by=by, finding=finding, now=now)
        case "declined":
            why, who = str(wanted.get("reason") or ""), str(wanted.get("decided_by") or "")
            decline(by=by, finding=finding, reason=why, decided_by=who, on=on, now=now)
        case "open":
            reopen(by=by, finding=finding, now=now)
        case _:
            # Only who has it was to change.
            pass


def said(row: KeptFinding) -> str:
    """Return the case as it stood on the page: what, by when, what waiting cost."""
    told = row.document.get("title"), row.document.get("sentence"), row.document.get("reason")
    return "\n".join(str(part) for part in told if part)[:_SEEN]


def _act(  # noqa: PLR0917  used by the deeds above only
    by: Member, finding: int, version: int | None, now: datetime, action: str, change: Change
) -> KeptLine:
    by.require(Right.ACT_ON_FINDINGS)
    with transaction.atomic():
        row = there(store.locked(by.organisation_id, finding), finding)
        if version is not None and version != row.version:
            raise _stale(row)
        before = row.version
        changes = change(row)
        if changes:
            row.version, row.by_name, row.acted_at = before + 1, by.name, now
            row.save()
            _remember(by, row, action, changes, now)
            transaction.on_commit(lambda: working.wake(by.organisation_id))
    return line_of(row, row.document)


def _remember(
    by: Member, row: KeptFinding, action: str, changes: Mapping[str, list[str | None]], now: datetime
) -> None:
    ref = f"{row.code} {row.ref}"
    record(by, register=REGISTER, row_id=row.pk, ref=ref, action=action, changes=changes, now=now)


def _require(row: KeptFinding, *states: str) -> None:
    if row.state not in states:
        raise _refused(row, "finding-dealt-with", state=row.state)


def _refused(row: KeptFinding, code: str, **values: Value) -> RefusedError:
    title = str(row.document.get("title") or row.ref)
    return RefusedError(Finding(code, Subject(row.register, row.ref), {"title": title, **values}))


def _stale(row: KeptFinding) -> StaleVersionError:
    entries = HistoryEntry.objects.of(row.organisation_id).filter(register=REGISTER, row_id=row.pk)
    last = entries.order_by("-pk").first()
    values: dict[str, Value] = {"value": row.ref, "other": last.by_name if last else "someone"}
    changed_at = row.acted_at or row.first_found_at
    theirs = Row(row.pk, row.ref, row.code, row.version, {"state": row.state}, changed_at)
    return StaleVersionError(Finding("row-changed-meanwhile", Subject(row.register, row.ref), values), theirs)


def _decided(  # noqa: PLR0917  the columns of one row
    by: Member, row: KeptFinding, reason: str, who: str, outcome: str, seen: str, on: date, now: datetime
) -> Row:
    subject = str(row.document.get("title") or f"{row.code} {row.ref}")[:200]
    values: dict[str, object] = {
        "subject": subject, "outcome": outcome, "reason": reason, "decided_by": who, "decided_on": on,
        "seen": seen,
    }  # fmt: skip
    return registers.save(by=by, register="decisions", ref=None, values=values, version=None, now=now)
