"""Whom to call and under which number one is known there, what binds, and where the way in lies."""

from fullscore.engine.reports.blocks import Cell, Fact, Facts, Row, Section, Table, Word
from fullscore.engine.reports.handover.masking import masked, place
from fullscore.engine.reports.handover.services import NOBODY, UNSAID
from fullscore.engine.reports.handover.values import HandedOver, Kept, Supplier
from fullscore.engine.reports.sections.renewals import price
from fullscore.engine.reports.voice import Voice, few, headed
from fullscore.engine.vendors.renewals import Renewal

_NO_VENDORS = "No vendor is known. Import the list of your vendors, with their phones and account numbers."
_NO_CONTRACTS = "No contract is known. Import the list of your contracts to see what ends when."
_NO_WAYS = "No service and no contract is known, so there is nothing to say where its password lies."


def suppliers(found: HandedOver) -> Section:
    if not found.suppliers:
        return Section("vendors", "No vendor is known", missing=_NO_VENDORS)
    silent = sum(not (each.phone or each.email) for each in found.suppliers)
    title = f"{headed(few(len(found.suppliers), 'vendor'))}, {silent} of them without phone and e-mail"
    columns = ("Vendor", "Contact", "Phone", "E-mail", "Our account number", "For which services")
    table = Table(columns, tuple(_supplier(each) for each in found.suppliers))
    said = tuple(Fact(f"{each.name}: {masked(each.notes)}") for each in found.suppliers if each.notes.strip())
    return Section("vendors", title, None, (table, Facts(said, "Notes")) if said else (table,))


def _supplier(each: Supplier) -> Row:
    return Row((
        each.name, each.contact or UNSAID, each.phone or UNSAID, each.email or each.website or UNSAID,
        masked(each.account) or UNSAID, ", ".join(each.services) or "none known",
    ))  # fmt: skip


def contracts(found: HandedOver, voice: Voice) -> Section:
    if not found.renewals:
        return Section("contracts", "No contract is known", missing=_NO_CONTRACTS)
    unknown = sum(bool(each.dates.unknown) for each in found.renewals)
    title = headed(few(len(found.renewals), "contract"))
    title += f", {unknown} of them without a notice day" if unknown else ""
    columns = ("Contract", "Vendor", "Number", "Owner", "Ends", "Notice by", "Notice", "A year>")
    rows = tuple(_contract(each, found, voice) for each in found.renewals)
    return Section("contracts", title, None, (Table(columns, rows),))


def _contract(each: Renewal, found: HandedOver, voice: Voice) -> Row:
    number = found.numbers.get(each.ref, "")
    return Row((
        each.contract.name, each.vendor or UNSAID, number or UNSAID, each.owner or Cell(NOBODY, "soon"),
        _day(each, "ends_on", voice), _notice_by(each, voice), _notice(each), price(each, voice),
    ))  # fmt: skip


def _day(each: Renewal, name: str, voice: Voice) -> Word:
    trace = each.day(name)
    what = {"ends_on": "ends", "notice_by": "notice by"}[name]
    return voice.when(trace, f"{each.contract.name}, {what}") if trace else "not known"


def _notice_by(each: Renewal, voice: Voice) -> Cell:
    day = each.dates.notice_by
    if day is None:
        return Cell("over" if each.dates.is_over else "not known", "" if each.dates.is_over else "soon")
    return Cell(_day(each, "notice_by", voice), voice.tone(day))


def _notice(each: Renewal) -> str:
    """Return how long before the end notice must arrive, and how."""
    contract = each.contract
    if contract.notice is None:
        return UNSAID
    unit = contract.notice_unit.removesuffix("s") if contract.notice == 1 else contract.notice_unit
    form = f", by {contract.notice_form}" if contract.notice_form else ""
    return f"{contract.notice} {unit} to the end of the {contract.notice_to}{form}".replace(
        "the end of the any day", "any day"
    )


def secrets(found: HandedOver) -> Section:
    """Return where the way into each thing lies; a place that looks like the secret itself is not shown."""
    if not found.kept:
        return Section("secrets", "Nothing is known that has a password", missing=_NO_WAYS)
    silent = [each for each in found.kept if not each.place.strip()]
    count = len(found.kept)
    title = (
        f"Nobody wrote down where {len(silent)} of {count} passwords are"
        if silent
        else f"Where each of {count} passwords lies is written down"
    )
    columns = ("For", "What it is", "Vendor", "Where its password lies")
    rows = tuple(_kept(each) for each in found.kept)
    lead = "Places only. The secrets themselves are not in this document, and must not be."
    return Section("secrets", title, lead, (Table(columns, rows),))


def _kept(each: Kept) -> Row:
    lies = place(each.place)
    if each.through and lies:
        lies = f"{lies} (as for {each.through})"
    where = Cell(lies) if lies else Cell("nobody wrote down where the password is", "late")
    return Row((each.name, each.kind, each.vendor or "", where))
