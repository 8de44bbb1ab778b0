"""The hand-over pack as one document: what a stranger needs who takes over, from what every room knows."""

from collections.abc import Callable
from datetime import date, datetime

from fullscore.engine.registers.access import Member
from fullscore.engine.reports import writing
from fullscore.engine.reports.blocks import Section
from fullscore.engine.reports.handover import services, vendors, work
from fullscore.engine.reports.handover.values import HandedOver
from fullscore.engine.reports.voice import Voice, few
from fullscore.store.models import Organisation
from fullscore.usecases.reports import handover_facts, last_packs
from fullscore.usecases.reports.composing import brand_of
from fullscore.usecases.reports.keeping import require_reading

Document = dict[str, object]
Progress = Callable[[str], None]
SECTIONS = (
    "first-hour", "services", "single-points", "vendors", "contracts", "secrets", "routine", "findings",
    "changes", "orders",
)  # fmt: skip


def handover_document(*, by: Member, on: date, now: datetime, progress: Progress | None = None) -> Document:
    """Return `fullscore/hand-over/1` as of a day; for those who may read everything."""
    require_reading(by, "hand-over")
    tell = progress or (lambda _: None)
    organisation = Organisation.objects.get(pk=by.organisation_id)
    voice = Voice(organisation.currency, on, organisation.fiscal_start_month)
    tell("Reading")
    found = handover_facts.read(by, organisation, on, now)
    tell("Composing")
    return _document(organisation, voice, found)


def _sections(found: HandedOver, voice: Voice) -> tuple[Section, ...]:
    return (
        work.first_hour(found, voice),
        services.services(found, voice),
        services.weak(found),
        vendors.suppliers(found),
        vendors.contracts(found, voice),
        vendors.secrets(found),
        work.routine(found),
        work.findings(found, voice),
        work.changes(found, voice),
        work.orders(found, voice),
    )


def _document(organisation: Organisation, voice: Voice, found: HandedOver) -> Document:
    numbered = writing.Numbered()
    sections = writing.written(_sections(found, voice), numbered)
    return {
        "schema": "fullscore/hand-over/1",
        "organisation": organisation.ref,
        "name": organisation.name,
        "on": voice.on.isoformat(),
        "currency": organisation.currency,
        "number": None,
        "issued_at": None,
        "issued_by": None,
        "brand": brand_of(organisation, last_packs.style(organisation.pk)),
        "title": _title(organisation, found),
        "lead": "What you need to take over. It holds no password; it says where each one lies.",
        "ages": [{"of": name, "at": at.isoformat(timespec="seconds")} for name, at in found.ages],
        "sections": sections,
        "traces": numbered.documents(),
    }


def _title(organisation: Organisation, found: HandedOver) -> str:
    silent = sum(not each.place.strip() for each in found.kept)
    said = f"{organisation.name}: {few(len(found.services), 'service')} to take over"
    return f"{said}, and nobody wrote down where {few(silent, 'password')} {_is(silent)}" if silent else said


def _is(count: int) -> str:
    return "is" if count == 1 else "are"
