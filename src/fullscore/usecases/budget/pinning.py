"""A person wants an option, forbids it, or lets it go; taken back as every change of a row is."""

from datetime import date, datetime

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.registers.cleaning import shown
from fullscore.store import budget as store
from fullscore.store.models import HistoryEntry, Option
from fullscore.usecases import registers
from fullscore.usecases.budget.values import Pinned
from fullscore.usecases.registers.values import NotThereError, RefusedError

PINS = ("free", "pinned", "forbidden")
_REGISTER = "options"
_PIN = "pin"


def pin(*, by: Member, ref: str, pin: str, version: int | None, on: date, now: datetime) -> Pinned:
    """Pin, forbid or free an option, with who says so and since when.

    Raises `StaleVersionError`, `NotThereError` and `RefusedError` "budget-pin-unknown".
    """
    by.require(Right.EDIT_REGISTERS)
    if pin not in PINS:
        values: dict[str, Value] = {"value": shown(pin), "pins": PINS}
        raise RefusedError(Finding("budget-pin-unknown", Subject(_REGISTER, shown(ref)), values))
    with transaction.atomic():
        row = _found(by, ref)
        before = row.version
        if row.pin != pin or (version is not None and version != row.version):
            who = ("", "") if pin == "free" else (by.name, on.isoformat())
            values = {_PIN: pin, "pinned_by": who[0], "pinned_on": who[1]}
            registers.save(
                by=by,
                register=_REGISTER,
                ref=ref,
                values=values,
                version=row.version if version is None else version,
                now=now,
            )
        return _pinned(by, _found(by, ref), before)


def take_back(*, by: Member, ref: str, entry: int, now: datetime) -> Pinned:
    """Take a pin back; raises `RefusedError` when the row was changed since, or that entry was no pin."""
    by.require(Right.EDIT_REGISTERS)
    with transaction.atomic():
        row = _found(by, ref)
        past = HistoryEntry.objects.of(by.organisation_id).filter(
            pk=entry, register=_REGISTER, row_id=row.pk, action="changed"
        )
        if not any(_PIN in each.changes for each in past):
            values = {"name": row.name, "value": str(entry)}
            raise RefusedError(Finding("budget-pin-overtaken", Subject(_REGISTER, row.ref), values))
        registers.undo(by=by, register=_REGISTER, ref=ref, entry=entry, now=now)
        row = _found(by, ref)
    return _pinned(by, row, row.version)


def _found(by: Member, ref: str) -> Option:
    row = store.option(by.organisation_id, ref)
    if row is None:
        values = {"target": "option", "value": shown(ref)}
        raise NotThereError(Finding("row-not-found", Subject(_REGISTER, shown(ref)), values))
    return row


def _pinned(by: Member, row: Option, before: int) -> Pinned:
    entries = HistoryEntry.objects.of(by.organisation_id).filter(register=_REGISTER, row_id=row.pk)
    entry = entries.latest("pk").pk if row.version != before else None
    return Pinned(row.ref, row.name, row.proposal.ref, row.pin, row.version, entry)


def pinned_document(found: Pinned) -> dict[str, object]:
    """Return `fullscore/pin/1`: what is wanted of an option now, and the entry that takes it back."""
    return {
        "schema": "fullscore/pin/1", "ref": found.ref, "name": found.name, "proposal": found.proposal,
        "pin": found.pin, "version": found.version, "entry": found.entry,
    }  # fmt: skip
