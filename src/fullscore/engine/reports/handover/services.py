"""Services with who answers for them and what they rest on, and what alone stops them."""

from fullscore.engine.reports.blocks import Block, Cell, Fact, Facts, Row, Section, Table, Word
from fullscore.engine.reports.handover.masking import masked
from fullscore.engine.reports.handover.values import Answering, HandedOver, Reach, Weak
from fullscore.engine.reports.voice import Voice, few, headed, many

NOBODY, UNSAID = "nobody named", "not written down"
_NO_SERVICES = "No service is known. Name what people work with on the estate's page, and who answers for it."
_NO_WEAK = "Nothing known stops a service alone. Say what each service rests on to be sure of it."


def services(found: HandedOver, voice: Voice) -> Section:
    if not found.services:
        return Section("services", "No service is known", missing=_NO_SERVICES)
    owned = sum(each.owner is not None for each in found.services)
    title = f"{headed(few(len(found.services), 'service'))}, {owned} of them with an owner"
    notes = _notes(found)
    tables = (_owners(found, voice), _grounds(found))
    return Section("services", title, _lead(found), (*tables, notes) if notes else tables)


def _owners(found: HandedOver, voice: Voice) -> Table:
    rows = tuple(
        Row((
            each.name, _owner(each.owner), each.owner.by or UNSAID if each.owner else "", _cost(each, voice),
        ))
        for each in found.services
    )  # fmt: skip
    columns = ("Service", "Owner", "How to reach them", "An hour without it>")
    return Table(columns, rows, "Who answers", "No deputy is written down for anybody.")


def _grounds(found: HandedOver) -> Table:
    rows = tuple(
        Row((
            each.name, each.hours or UNSAID,
            Cell("; ".join(each.rests_on) or UNSAID, "" if each.rests_on else "soon"),
        ))
        for each in found.services
    )  # fmt: skip
    return Table(("Service", "Hours of use", "Rests on"), rows, "What each rests on")


def _lead(found: HandedOver) -> str | None:
    gone = [each.name for each in found.services if each.owner is not None and each.owner.is_gone]
    return f"Owned by people who left: {', '.join(gone)}." if gone else None


def _owner(owner: Reach | None) -> Cell:
    if owner is None:
        return Cell(NOBODY, "late")
    return Cell(f"{owner.name}, has left", "late") if owner.is_gone else Cell(owner.name)


def _cost(each: Answering, voice: Voice) -> Word:
    return voice.money(each.cost_hour, f"an hour without {each.name}") if each.cost_hour else UNSAID


def _notes(found: HandedOver) -> Facts | None:
    said = tuple(Fact(f"{each.name}: {masked(each.notes)}") for each in found.services if each.notes.strip())
    return Facts(said, "Notes") if said else None


def weak(found: HandedOver) -> Section:
    if not found.weak:
        return Section("single-points", "Nothing known stops a service alone", missing=_NO_WEAK)
    first = found.weak[0]
    title = f"{first.name} alone stops {few(len(first.services), 'service')}"
    table: Block = Table(
        ("What", "Kind", "Alone stops", "People who wait>"), tuple(_weak(each) for each in found.weak)
    )
    return Section("single-points", title, None, (table,))


def _weak(each: Weak) -> Row:
    who = many(each.people, "person", "people") if each.people else "not known"
    return Row((each.name, each.kind, ", ".join(each.services), who))
