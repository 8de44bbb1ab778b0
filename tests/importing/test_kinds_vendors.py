"""Vendors, contracts and calendars: who is named is known; what waits for its room is kept whole."""

from datetime import date

import pytest

from fullscore.importing.records import Key
from fullscore.importing.repeats import without_repeats
from tests.importing.lists import CONTEXT, codes, kind, line, lines, mapped, record


def test_a_vendor_from_bookkeeping_has_a_contact_and_an_address_to_write_to() -> None:
    found = record("vendors", {
        "*ContactName": ("name", "Harbor & Pine, Inc."),
        "EmailAddress": ("email", "Jo <jo@pine.example>, b@pine.example"),
        "FirstName": ("contact_first", "Jo"), "LastName": ("contact_last", "Pine"),
        "PhoneNumber": ("phone", "555 0100"),
        "BankAccountNumber": ("secret", "12345678"), "Terms": ("beside", "Net 30"),
    })  # fmt: skip

    assert found.values == {
        "name": "Harbor & Pine, Inc.", "contact": "Jo Pine", "email": "jo@pine.example", "phone": "555 0100",
    }  # fmt: skip
    assert found.keys == (Key("name", "Harbor & Pine, Inc.", is_strong=False),)
    assert found.extra == {"Terms": "Net 30"}


def test_a_vendor_without_a_name_is_refused() -> None:
    assert codes(line("vendors", {"Vendor": ("name", ""), "Phone": ("phone", "555"), "X": ("", "1")})) == [
        "import-nothing-to-know-it-by"
    ]


def test_two_contracts_with_one_vendor_are_no_repeat() -> None:
    columns = {"Asset name": "name", "Vendor": "vendor", "Renewal date": "renews_on", "Cost": "cost"}
    told = mapped(
        "contracts",
        columns,
        ["Fibre", "Telekom", "soon", "x"],
        ["Phones", "Telekom", "", ""],
        ["Domain", "", "", ""],
    )
    found = list(without_repeats(CONTEXT, told.kind.lines(CONTEXT, told)))

    assert [[record.register for record in row.records] for row in found] == [["contracts"]] * 3
    assert not any(row.refusals for row in found)


CALENDAR = {"Name": "name", "Starts": "starts_on", "Ends": "ends_on", "All day": "all_day",
            "Place": "place", "UID": "uid",
            "Status": "status", "Closed": "is_closed"}  # fmt: skip


def test_the_days_of_a_series_are_events_of_their_own() -> None:
    told = mapped(
        "calendar", CALENDAR,
        ["Stock-taking", "2026-06-30", "2026-07-01", "yes", "Hall 3", "u1", "", "ja"],
        ["Stock-taking", "2026-12-30", "", "yes", "Hall 3", "u1", "confirmed", ""],
        ["Fair", "2026-10-01", "2026-10-02", "yes", "", "u2", "cancelled", ""],
    )  # fmt: skip
    june, december, fair = without_repeats(CONTEXT, told.kind.lines(CONTEXT, told))

    assert june.records[0].values == {
        "name": "Stock-taking", "starts_on": date(2026, 6, 30), "ends_on": date(2026, 7, 1),
        "is_closed": True,
    }  # fmt: skip
    assert december.records[0].values["ends_on"] == date(2026, 12, 30)
    assert june.records[0].source_id != december.records[0].source_id
    assert june.records[0].extra == {"All day": "yes", "Place": "Hall 3"}
    assert not december.refusals
    assert fair.records == ()


def test_a_whole_day_that_ends_at_midnight_ends_the_day_before() -> None:
    outlook = {"Subject": "name", "Start Date": "starts_on", "End Date": "ends_on", "End Time": "end_time",
               "All day event": "all_day"}  # fmt: skip
    whole, part = lines(
        "calendar", outlook,
        ["Closure", "12/24/2026", "12/27/2026", "12:00:00 AM", "True"],
        ["Night shift", "12/24/2026", "12/25/2026", "12:00:00 AM", "False"],
    )  # fmt: skip

    assert whole.records[0].values["ends_on"] == date(2026, 12, 26)
    assert part.records[0].values["ends_on"] == date(2026, 12, 25)


def test_an_event_without_a_day_is_refused_at_its_column() -> None:
    found = line("calendar", {"Betreff": ("name", "Messe"), "Beginn": ("starts_on", ""), "X": ("", "1")})

    assert (codes(found), found.refusals[0].column) == (["import-nothing-to-know-it-by"], "Beginn")


@pytest.mark.parametrize(
    ("name", "room"),
    [
        ("tickets", "desk"), ("replacements", "budget"), ("changes", "changes"),
        ("restore tests", "recovery"), ("decisions", "reports"), ("evidence", "standards"), ("activity",
        "estate"),
        ("maintenances", "estate"), ("software", "estate"),
    ],
)  # fmt: skip
def test_what_no_register_holds_is_kept_whole_for_its_room(name: str, room: str) -> None:
    first = kind(name).meanings[0].name
    found = lines(name, {"A": first, "B": ""}, ["x", "y"], ["z", ""])

    assert (kind(name).register, kind(name).room) == ("", room)
    assert [(row.number, row.records, row.refusals) for row in found] == [(2, (), ()), (3, (), ())]
