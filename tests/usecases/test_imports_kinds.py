"""Lists other than devices brought in whole: what each becomes, and that twice is once."""

import csv
import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from fullscore.engine.registers.access import Member
from fullscore.store.models import Event, Person, Pool, PoolSeat, Site, Vendor
from fullscore.usecases import imports
from fullscore.usecases.imports import Imported
from tests.conftest import NOW

Table = list[list[str]]
BringIn = Callable[..., Imported]


@pytest.fixture
def bring(owner: Member) -> BringIn:
    """Bring a table, or a file's bytes, in as the owner."""

    def run(content: Table | bytes, name: str = "list.csv") -> Imported:
        content = content if isinstance(content, bytes) else as_csv(content)
        return imports.bring_in(by=owner, file_name=name, content=content, clock=lambda: NOW)

    return run


def as_csv(table: Table) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(table)
    return out.getvalue().encode()


def counts(done: Imported) -> tuple[int, int, int, int]:
    assert done.rows == done.created + done.updated + done.left + done.refused + done.conflicts
    return done.created, done.updated, done.left, done.refused


def test_a_german_list_of_people_comes_with_names_turned_and_words_understood(
    bring: BringIn, owner: Member
) -> None:
    table = [
        ["Personalnummer", "Name", "Abteilung", "Standort", "Eintrittsdatum", "Beschäftigungsart",
         "Status", "E-Mail",
         "Kostenstelle", "Gehalt"],
        ["0012", "Ruiz, Ana", "100 - Einkauf", "Hof", "01.10.2012", "Teilzeit", "aktiv",
         "ana@mill.example", "4711", "52000"],
        ["0013", "Ruiz, Ana", "100 - Einkauf", "Hof", "03.02.2015", "Vollzeit", "ausgeschieden", "",
         "4711", "50000"],
    ]  # fmt: skip
    done = bring(table)

    assert (done.kind, counts(done)) == ("people", (2, 0, 0, 0))
    first, second = (
        Person.objects.of(owner.organisation_id).select_related("team").order_by("employee_number")
    )
    assert (first.name, first.team.name, first.working_pattern) == ("Ana Ruiz", "Einkauf", "part time")
    assert (first.employee_number, first.starts_on) == ("0012", date(2012, 10, 1))
    assert (second.name, second.status) == ("Ana Ruiz", "left")
    assert first.extra == {"Abteilung": "100 - Einkauf", "Kostenstelle": "4711"}
    assert counts(bring(table)) == (0, 0, 2, 0)


def test_every_bill_is_counted_and_each_vendor_made_once(bring: BringIn, owner: Member) -> None:
    table = [
        ["*BillNo", "*Supplier", "*BillDate", "*DueDate", "*Account", "*LineAmount"],
        ["1", "CDW", "01/05/2026", "02/05/2026", "Hardware", "100.00"],
        ["2", "cdw", "02/05/2026", "03/05/2026", "Hardware", "50.00"],
        ["3", "Total Quality Logistics", "02/06/2026", "03/06/2026", "Freight", "20.00"],
        ["4", "", "02/07/2026", "03/07/2026", "Freight", "20.00"],
    ]
    done = bring(table)

    assert (done.kind, counts(done)) == ("bills", (3, 0, 0, 1))
    assert sorted(vendor.name for vendor in Vendor.objects.of(owner.organisation_id)) == [
        "CDW", "Total Quality Logistics",
    ]  # fmt: skip
    assert counts(bring(table)) == (0, 0, 3, 1)


def test_licences_from_a_sheet_have_a_price_by_the_seat(bring: BringIn, owner: Member) -> None:
    table = [
        ["Software", "Vendor", "# Users", "Total annual cost", "Renewal date", "License key"],
        ["Visio Plan 2", "CDW", "10", "$1,200.00", "03/31/2027", "AAAA-BBBB-CCCC"],
        ["Zabbix", "", "unlimited", "", "", ""],
    ]
    done = bring(table)

    assert (done.kind, counts(done)) == ("licences", (2, 0, 0, 0))
    visio = Pool.objects.of(owner.organisation_id).select_related("vendor").get(name="Visio Plan 2")
    assert (visio.capacity, visio.unit_cost, visio.cost_period) == (Decimal(10), Decimal(120), "year")
    assert (visio.vendor.name, visio.expires_on) == ("CDW", date(2027, 3, 31))
    assert "AAAA" not in str(visio.extra)
    assert counts(bring(table)) == (0, 0, 2, 0)


def test_users_with_their_licences_in_one_cell_hold_seats_until_a_list_leaves_one_out(
    bring: BringIn, owner: Member
) -> None:
    bring([["Name", "E-mail", "Department"], ["Ana Ruiz", "ana@mill.example", "Sales"]])
    header = ["primaryEmail", "LicensesCount", "Licenses", "LicensesDisplay"]

    first = bring([header, ["ana@mill.example", "2", "1 2", "Google Workspace Enterprise, Cloud Identity"]])
    second = bring([header, ["ana@mill.example", "1", "2", "Cloud Identity"]])

    assert (first.kind, counts(first), counts(second)) == ("user licences", (1, 0, 0, 0), (0, 1, 0, 0))
    assert [seat.ref for seat in PoolSeat.objects.of(owner.organisation_id).filter(archived_at=None)] == [
        "cloud-identity-ana-ruiz"
    ]


def test_sites_in_anybodys_spelling_are_in_our_letters(bring: BringIn, owner: Member) -> None:
    table = [
        ["Standort", "Straße", "PLZ", "Ort", "Bundesland", "Land"],
        ["Werk Hof", "Bahnhofstr. 1", "95028", "Hof", "Bayern", "Deutschland"],
        ["Dayton", "1 Main St", "45402", "Dayton", "Ohio", "U.S.A."],
    ]
    done = bring(table)

    assert (done.kind, counts(done)) == ("sites", (2, 0, 0, 0))
    dayton, hof = Site.objects.of(owner.organisation_id).order_by("name")
    assert (dayton.country, dayton.subdivision, hof.country, hof.subdivision) == ("US", "OH", "DE", "BY")
    assert counts(bring(table)) == (0, 0, 2, 0)


CALENDAR = b"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//mill//calendar//EN
BEGIN:VEVENT
UID:stock@mill.example
SUMMARY:Stock-taking
DTSTART;VALUE=DATE:20260630
DTEND;VALUE=DATE:20260702
END:VEVENT
BEGIN:VEVENT
UID:again@mill.example
SUMMARY:Stock-taking
DTSTART;VALUE=DATE:20260730
DTEND;VALUE=DATE:20260801
END:VEVENT
BEGIN:VEVENT
UID:fair@mill.example
SUMMARY:Fair
STATUS:CANCELLED
DTSTART;VALUE=DATE:20261001
END:VEVENT
END:VCALENDAR
""".replace(b"\n", b"\r\n")


def test_events_of_one_name_are_told_apart_by_their_day_and_cancelled_ones_left(
    bring: BringIn, owner: Member
) -> None:
    done = bring(CALENDAR, "mill.ics")

    assert (done.kind, counts(done)) == ("calendar", (2, 0, 1, 0))
    events = Event.objects.of(owner.organisation_id).order_by("starts_on")
    assert [(each.name, each.starts_on, each.ends_on) for each in events] == [
        ("Stock-taking", date(2026, 6, 30), date(2026, 7, 1)),
        ("Stock-taking", date(2026, 7, 30), date(2026, 7, 31)),
    ]  # fmt: skip
    assert counts(bring(CALENDAR, "mill.ics")) == (0, 0, 3, 0)


def test_tickets_are_kept_whole_and_every_row_is_counted(bring: BringIn) -> None:
    done = bring([
        ["Ticket Id", "Subject", "Status", "Priority", "Requester", "Agent", "Group", "Created Time",
         "Resolved Time"],
        ["1", "Printer", "Open", "Low", "Ana Ruiz", "Bo", "IT", "2026-01-05 10:00", ""],
        ["2", "Screen", "Closed", "Low", "Ana Ruiz", "Bo", "IT", "2026-01-06 10:00", "2026-01-07 10:00"],
    ])  # fmt: skip

    assert (done.kind, counts(done)) == ("tickets", (0, 0, 2, 0))
