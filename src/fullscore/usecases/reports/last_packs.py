"""Decisions and the pack issued before, read for the next one."""

from datetime import date, datetime

from fullscore.engine.reports.sections.decisions import Decided
from fullscore.store.budget import newest
from fullscore.store.models import Brand, Decision, Pack, PackAnswer

_RESTS_ON = {
    "bills": ("bills",), "budget lines": ("lines", "amounts"), "changes": ("changes",),
    "decisions": ("decisions",), "losses": ("scenarios", "causes", "controls", "reductions", "tolerances"),
    "proposals": ("proposals", "options", "outlays"),
}  # fmt: skip


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
    said: dict[str, PackAnswer] = {}
    for answer in PackAnswer.objects.of(organisation_id).order_by("pk"):
        said[answer.proposal] = answer
    return {ref: f"{each.by_name}: {each.words}" for ref, each in said.items() if each.answer == "asked"}


def ages(organisation_id: int) -> dict[str, datetime]:
    """Return when what a pack rests on beside contracts was last written."""
    found = {name: newest(organisation_id, registers) for name, registers in _RESTS_ON.items()}
    return {name: at for name, at in found.items() if at is not None}


def style(organisation_id: int) -> Brand | None:
    """Return how packs look here; None as shipped."""
    return Brand.objects.of(organisation_id).first()
