"""A proposal is moved to another quarter of the roadmap: it starts then and not before."""

from calendar import monthrange
from datetime import date, datetime

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.registers.cleaning import shown as quoted
from fullscore.store import reports as store
from fullscore.store.models import HistoryEntry
from fullscore.usecases import registers
from fullscore.usecases.registers.values import NotThereError, Row
from fullscore.usecases.reports.values import Moved

_MONTHS = 3


def move(*, by: Member, proposal: str, quarter: date, now: datetime) -> Moved:
    """Let a proposal start in the three months from `quarter`; raises `NotThereError`.

    The answer names the entry of history that takes it back.
    """
    by.require(Right.EDIT_REGISTERS)
    with transaction.atomic():
        row = store.proposal(by.organisation_id, proposal)
        if row is None:
            values = {"target": "proposal", "value": quoted(proposal)}
            raise NotThereError(Finding("row-not-found", Subject("proposals", quoted(proposal)), values))
        first = quarter.replace(day=1)
        saved = registers.save(
            by=by, register="proposals", ref=row.ref, version=None, now=now,
            values={"starts_from": first.isoformat(), "starts_until": _end(first).isoformat()},
        )  # fmt: skip
        return Moved(row.ref, row.name, first, _end(first), _entry(by, row.pk, saved, row.version))


def _end(first: date) -> date:
    month = first.month - 1 + _MONTHS - 1
    year, of_year = first.year + month // 12, month % 12 + 1
    return date(year, of_year, monthrange(year, of_year)[1])


def _entry(by: Member, key: int, saved: Row, version: int) -> int | None:
    """Return the entry just written; None where nothing changed."""
    if saved.version == version:
        return None
    entries = HistoryEntry.objects.of(by.organisation_id).filter(register="proposals", row_id=key)
    return entries.latest("pk").pk
