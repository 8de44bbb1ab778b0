"""Decisions and the pack issued before, read for the next one."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fullscore.engine.reports.sections.decisions import Decided
from fullscore.store.models import Brand, Decision, Pack, PackAnswer

Row = Mapping[str, Any]


def decided(organisation_id: int, on: date) -> tuple[Decided, ...]:
    """Return every decision until a day."""
    rows = Decision.objects.of(organisation_id).filter(archived_at=None, decided_on__lte=on)
    return tuple(
        Decided(row.subject, row.outcome, row.reason, row.decided_by, row.decided_on)
        for row in rows.only("subject", "outcome", "reason", "decided_by", "decided_on")
    )


def before(organisation_id: int, on: date) -> Pack | None:
    """Return the newest board pack that was issued for an earlier day."""
    rows = Pack.objects.of(organisation_id).filter(kind="board", state="done", on__lt=on)
    return rows.exclude(document=None).order_by("-number").first()


def asked(organisation_id: int) -> dict[str, str]:
    """Return by proposal what an owner asked and nobody has decided since."""
    newest: dict[str, PackAnswer] = {}
    for answer in PackAnswer.objects.of(organisation_id).order_by("pk"):
        newest[answer.proposal] = answer
    return {ref: f"{each.by_name}: {each.words}" for ref, each in newest.items() if each.answer == "asked"}


def style(organisation_id: int) -> Brand | None:
    """Return how packs look here; None as shipped."""
    return Brand.objects.of(organisation_id).first()
