"""Writing registers: save, archive, bulk edit, undo; one transaction and one history entry each."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.registers.columns import Register
from fullscore.engine.registers.refs import free_ref, slug
from fullscore.store import rows as store
from fullscore.store.models import RegisterRow
from fullscore.usecases.registers import checking, deriving, remembering, waking
from fullscore.usecases.registers.reading import stored
from fullscore.usecases.registers.showing import import_files, shown_row
from fullscore.usecases.registers.values import NotThereError, RefusedError, Row, StaleVersionError

MOST_AT_ONCE = 500


def save(
    *,
    by: Member,
    register: str,
    ref: str | None,
    values: Mapping[str, object],
    version: int | None,
    now: datetime,
) -> Row:
    """Create a row (`ref` None) or change one; give only the values to set.

    Raises `RefusedError` with every finding at once, `NotThereError`, or `StaleVersionError` when the
    row is no longer at `version`; then nothing was saved.
    """
    by.require(Right.EDIT_REGISTERS)
    seen = deriving.register(by, register)
    try:
        with transaction.atomic():
            row = (
                _created(by, seen, values, now)
                if ref is None
                else _changed(by, seen, ref, values, version=version, now=now)
            )
            waking.today_is_behind(by.organisation_id)
    except IntegrityError as error:
        # Someone took the same word between our look and our write; the next try will name it.
        raise RefusedError(
            Finding("value-not-unique", Subject(register, ref or "new"),
                    {"field": seen.singular, "value": ref or "this", "other": "another row"})
        ) from error  # fmt: skip
    return shown_row(row, seen, by, import_files([row], by.organisation_id))


def _created(by: Member, seen: Register, given: Mapping[str, object], now: datetime) -> RegisterRow:
    found = checking.checked(by, seen, given, "new")
    findings = found.findings + checking.missing(seen, given)
    if findings:
        raise RefusedError(*findings)
    model = deriving.models_by_register()[seen.name]
    row = model(organisation_id=by.organisation_id, created_at=now, changed_at=now)
    _set(row, found.values)
    row.ref = _ref_for(row, str(found.values.get("ref") or ""))
    _refuse_clashes(row, seen)
    row.provenance = remembering.typed(by, found.values, {})
    row.save(force_insert=True)
    remembering.remember(by, row, "created", remembering.differences(None, row, seen), now)
    return row


def _ref_for(row: RegisterRow, wanted: str) -> str:
    if wanted:
        return wanted
    words = [
        str(getattr(getattr(row, name), "ref", None) or getattr(row, name) or "") for name in row.REF_FROM
    ]
    base = slug("-".join(words) if row.IS_REF_JOINED else next((word for word in words if word), ""))
    base = base or row.SINGULAR.lower().replace(" ", "-")
    taken = (
        type(row).objects.of(row.organisation_id).filter(ref__startswith=base).values_list("ref", flat=True)
    )
    return free_ref(base, frozenset(taken))


def _set(row: RegisterRow, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        setattr(row, name, value)


def _refuse_clashes(row: RegisterRow, seen: Register) -> None:
    findings = checking.clashes(row, seen)
    if findings:
        raise RefusedError(*findings)


def _locked(by: Member, name: str, ref: str) -> RegisterRow:
    """Return the row with its lock held, so that two savers come one after the other."""
    row = stored(by, name, ref)
    return store.rows_of(type(row), by, is_archived=None).select_for_update().get(pk=row.pk)


def _changed(
    by: Member,
    seen: Register,
    ref: str,
    given: Mapping[str, object],
    *,
    version: int | None,
    now: datetime,
) -> RegisterRow:
    row = _locked(by, seen.name, ref)
    if version is not None and version != row.version:
        raise _stale(by, seen, row)
    found = checking.checked(by, seen, given, ref)
    if found.findings:
        raise RefusedError(*found.findings)
    kept = {name: value for name, value in found.values.items() if name != "ref" or value}
    return _write(by, seen, row, kept, now)


def _write(
    by: Member, seen: Register, row: RegisterRow, values: Mapping[str, object], now: datetime
) -> RegisterRow:
    before = remembering.picture(row, seen)
    _set(row, values)
    changes = remembering.differences(before, row, seen)
    if not changes:
        return row
    _refuse_clashes(row, seen)
    row.provenance = remembering.typed(by, changes, row.provenance)
    _bump(row, now)
    remembering.remember(by, row, "changed", changes, now)
    return row


def _bump(row: RegisterRow, now: datetime) -> None:
    row.version += 1
    row.changed_at = now
    row.save()


def _stale(by: Member, seen: Register, row: RegisterRow) -> StaleVersionError:
    last = store.history_of(type(row), by, row.pk).first()
    values = {"value": row.ref, "other": last.by_name if last else "someone"}
    finding = Finding("row-changed-meanwhile", Subject(seen.name, row.ref), values)
    return StaleVersionError(finding, shown_row(row, seen, by, {}))


def archive(*, by: Member, register: str, ref: str, now: datetime) -> Row:
    """Put a row away; it can be brought back from its history. Archiving twice is one archiving."""
    return _put(by, register, ref, now, is_archived=True)


def unarchive(*, by: Member, register: str, ref: str, now: datetime) -> Row:
    """Bring an archived row back; raises `RefusedError` when its tag or e-mail is taken by now."""
    return _put(by, register, ref, now, is_archived=False)


def _put(by: Member, name: str, ref: str, now: datetime, *, is_archived: bool) -> Row:
    by.require(Right.EDIT_REGISTERS)
    seen = deriving.register(by, name)
    with transaction.atomic():
        row = _locked(by, name, ref)
        if (row.archived_at is not None) != is_archived:
            row.archived_at = now if is_archived else None
            if not is_archived:
                _refuse_clashes(row, seen)
            _bump(row, now)
            remembering.remember(by, row, "archived" if is_archived else "unarchived", {}, now)
            waking.today_is_behind(by.organisation_id)
    return shown_row(row, seen, by, {})


def bulk(
    *, by: Member, register: str, refs: Sequence[str], values: Mapping[str, object], now: datetime
) -> int:
    """Set the same values on many rows, all or none; returns how many were changed."""
    by.require(Right.EDIT_REGISTERS)
    seen = deriving.register(by, register)
    if len(refs) > MOST_AT_ONCE:
        finding = Finding(
            "too-many-rows", Subject(register, "bulk"), {"count": len(refs), "limit": MOST_AT_ONCE}
        )
        raise RefusedError(finding)
    found = checking.checked(by, seen, values, "bulk")
    if found.findings:
        raise RefusedError(*found.findings)
    with transaction.atomic():
        rows = [_locked(by, register, ref) for ref in dict.fromkeys(refs)]
        versions = [row.version for row in rows]
        after = [_write(by, seen, row, found.values, now) for row in rows]
        waking.today_is_behind(by.organisation_id)
    return sum(row.version != version for row, version in zip(after, versions, strict=True))


def undo(*, by: Member, register: str, ref: str, entry: int, now: datetime) -> Row:
    """Take back one entry of a row's history; raises `RefusedError` when a later change stands on it."""
    by.require(Right.EDIT_REGISTERS)
    seen = deriving.register(by, register)
    row = stored(by, register, ref)
    past = store.history_of(type(row), by, row.pk).filter(pk=entry).first()
    if past is None:
        values = {"target": "history entry", "value": str(entry)}
        raise NotThereError(Finding("row-not-found", Subject(register, ref), values))
    if past.action in {"created", "archived", "unarchived"}:
        return _put(by, register, ref, now, is_archived=past.action != "archived")
    overtaken = remembering.overtaken(row, seen, past.changes)
    if overtaken:
        raise RefusedError(*overtaken)
    before = {name: pair[0] for name, pair in past.changes.items()}
    return save(by=by, register=register, ref=ref, values=before, version=row.version, now=now)
