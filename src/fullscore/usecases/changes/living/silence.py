"""Silence: whose last day for an answer is over has agreed; written down by whoever comes by."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from fullscore.engine.registers.access import Member, Role
from fullscore.store import living as store
from fullscore.store.models import Change
from fullscore.usecases.changes.living import verdicts

_BY = "silence"
SILENCE = "silence:"


def silent(*, now: datetime) -> tuple[str, ...]:
    """Return the keys of changes with a question whose last day is over."""
    return tuple(f"{SILENCE}{organisation}:{change}" for organisation, change in store.unanswered(now))


def note_silence(*, key: str, now: datetime) -> None:
    """Let one change follow from silence; once or often comes to the same."""
    organisation, _, change = key.removeprefix(SILENCE).partition(":")
    with transaction.atomic():
        rows = Change.objects.of(int(organisation)).select_for_update(of=("self",))
        row = rows.select_related("owner", "organisation").filter(pk=int(change), archived_at=None).first()
        if row is None:
            return
        by = Member(row.organisation_id, row.organisation.ref, Role.OWNER, None, _BY)
        verdicts.settle(by, row, _today(row, now), now)


def _today(row: Change, now: datetime) -> date:
    fixed: date | None = settings.ON
    return fixed or now.astimezone(ZoneInfo(row.organisation.zone)).date()
