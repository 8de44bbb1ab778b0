"""What has to be done: the first hour, what comes again, what is open, what changes, what is on its way."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from fullscore.engine.reports.blocks import Block, Cell, Fact, Facts, Row, Said, Section, Table, Word
from fullscore.engine.reports.handover.masking import masked
from fullscore.engine.reports.handover.services import NOBODY, UNSAID
from fullscore.engine.reports.handover.values import Coming, HandedOver, Open, Reach, Routine
from fullscore.engine.reports.sections import changes as board
from fullscore.engine.reports.voice import Voice, few, headed, many, names

_FIRST, _CALLED = 8, 6
_NO_ROUTINE = (
    "No maintenance window, freeze or calendar is known. Write them on the changes page, so that nobody "
    "works when nobody may."
)
_NO_FINDINGS = "Nothing is open on Today. If lists were never imported, that only means nobody has looked."
_NO_ORDERS = "Nothing is on its way, and no plan asks for an order."


def first_hour(found: HandedOver, voice: Voice) -> Section:
    """Return who to call and what is due next; it is read before anything else."""
    due = sorted(_due(found), key=lambda each: (each[0], each[1]))[:_FIRST]
    title = f"First: {due[0][1]}, by {voice.day(due[0][0])}" if due else "Nothing has a day it is due by"
    blocks: list[Block] = [Facts(tuple(_calls(found)), "Who to call")]
    if due:
        items = tuple(Fact(what, voice.short(day), voice.tone(day)) for day, what in due)
        blocks.append(Facts(items, "What is due next"))
    if found.weak:
        items = tuple(
            Fact(f"{each.name} stops {names(each.services)}", many(each.people, "person", "people") if
                 each.people else None)
            for each in found.weak[:3]
        )  # fmt: skip
        blocks.append(Facts(items, "What hurts most when it fails"))
    return Section("first-hour", title, None, tuple(blocks))


def _calls(found: HandedOver) -> Iterator[Fact]:
    """Yield owners by how many services are theirs, then vendors services rest on."""
    owned: dict[Reach, list[str]] = {}
    for each in found.services:
        if each.owner is not None and not each.owner.is_gone:
            owned.setdefault(each.owner, []).append(each.name)
    for owner, of in sorted(owned.items(), key=lambda pair: (-len(pair[1]), pair[0].name))[:_CALLED]:
        yield Fact(f"{owner.name}, answers for {names(of)}", owner.by or UNSAID, "" if owner.by else "soon")
    if not owned:
        yield Fact("Nobody answers for any service", None, "late")
    carrying = sorted((each for each in found.suppliers if each.services), key=lambda one: -len(one.services))
    for vendor in carrying[:_CALLED]:
        reach = ", ".join(each for each in (vendor.phone, vendor.email) if each)
        verb = "rests" if len(vendor.services) == 1 else "rest"
        yield Fact(
            f"{vendor.name}, {names(vendor.services)} {verb} on it", reach or UNSAID, "" if reach else "soon"
        )


def _due(found: HandedOver) -> Iterator[tuple[date, str]]:
    for each in found.findings:
        if each.by is not None:
            yield each.by, each.title
    for work in found.calendar.set_for() if found.calendar else ():
        assert work.start is not None
        yield work.start, f"Change: {work.name}"


def routine(found: HandedOver) -> Section:
    backup = Fact(
        "Backup of Fullscore itself", found.backup or "none is known", "" if found.backup else "late"
    )
    if not found.routines:
        facts = Facts((backup, Fact(_NO_ROUTINE)))
        return Section("routine", "No routine is written down", None, (facts,))
    rows = tuple(_routine(each) for each in found.routines)
    table = Table(("What", "Kind", "For", "When"), rows)
    title = f"{headed(few(len(rows), 'thing'))} to know the days of"
    return Section("routine", title, None, (Facts((backup,)), table))


def _routine(each: Routine) -> Row:
    return Row((masked(each.name), each.kind, each.about or "everything", each.when))


def findings(found: HandedOver, voice: Voice) -> Section:
    if not found.findings:
        return Section("findings", "Nothing is open", missing=_NO_FINDINGS)
    rows = tuple(_finding(each, voice) for each in found.findings)
    columns = ("What to do", "Why", "By", "Whose", "A week's waiting>")
    title = f"{headed(few(len(rows), 'thing is', 'things are'))} open"
    return Section("findings", title, None, (Table(columns, rows),))


def _finding(each: Open, voice: Voice) -> Row:
    by = Cell(voice.short(each.by), voice.tone(each.by)) if each.by else Cell("no day")
    cost: Word = Said(each.cost[0], each.cost[1], f"{each.title}, a week") if each.cost else "not priced"
    return Row((each.title, masked(each.sentence), by, each.assigned or NOBODY, cost))


def changes(found: HandedOver, voice: Voice) -> Section:
    """Return the same as the board pack says of changes, and no more of what is done."""
    if found.calendar is None:
        return Section("changes", "No change is planned", missing="No change is planned.")
    return board.section(replace(found.calendar, done=()), voice)


def orders(found: HandedOver, voice: Voice) -> Section:
    if not found.orders:
        return Section("orders", "Nothing is on its way", missing=_NO_ORDERS)
    rows = tuple(_order(each, voice) for each in found.orders)
    waiting = sum(each.placed_on is None for each in found.orders)
    title = f"{headed(few(len(rows), 'order'))}, {waiting} still to be placed"
    columns = ("Order", "What", "Vendor", "Standing", "Due", "Cost>")
    return Section("orders", title, None, (Table(columns, rows),))


def _order(each: Coming, voice: Voice) -> Row:
    standing = f"ordered {voice.short(each.placed_on)}" if each.placed_on else "to be placed"
    due = Cell(voice.short(each.due), voice.tone(each.due)) if each.due else Cell("not known", "soon")
    cost: Word = voice.money(each.cost, f"order {each.ref}") if each.cost else "not priced"
    return Row(
        (
            each.ref,
            f"{each.quantity.normalize():,f} x {each.name}",
            each.vendor or (UNSAID if each.placed_on else ""),
            standing,
            due,
            cost,
        )
    )
