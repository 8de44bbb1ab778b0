"""Licences, who holds them, and what a seat costs: from programs and from anybody's sheet."""

from decimal import Decimal

import pytest

from fullscore.importing.records import Mention
from fullscore.importing.repeats import without_repeats
from fullscore.importing.vocabularies import currencies, periods
from tests.importing.lists import CONTEXT, codes, line, lines, mapped, mention, record


def test_a_licence_has_seats_a_vendor_an_owner_and_an_end() -> None:
    found = record("licences", {
        "ID": ("source_id", "7"), "Lizenz": ("name", "Visio Plan 2"), "Anzahl": ("capacity", "25"),
        "Verfügbar": ("free", "5"), "Lieferant": ("vendor", "Softcat"),
        "Verlängerungsdatum": ("expires_on", "2027-03-31"),
        "Verantwortlich": ("owner", "Ana Ruiz"), "Lizenzschlüssel": ("key", "AAAA-BBBB"),
        "Notizen": ("notes", "EA"),
    })  # fmt: skip

    assert (found.values["capacity"], found.values["used"]) == (Decimal(25), Decimal(20))
    assert found.values["vendor"] == Mention("vendors", (("name", "Softcat"),))
    assert found.values["owner"] == Mention("people", (("name", "Ana Ruiz"),), is_made=False)
    assert str(found.values["expires_on"]) == "2027-03-31"
    assert (found.source_id, found.extra) == ("7", {"Notizen": "EA"})
    assert "AAAA" not in repr(found)


def test_more_in_use_than_bought_is_told_by_seats_below_zero() -> None:
    found = record("licences", {
        "Name": ("name", "Visio"), "Total": ("capacity", "10"), "Remaining": ("free", "-3"),
    })  # fmt: skip

    assert found.values["used"] == 13


def test_what_has_no_end_has_no_number_of_seats() -> None:
    found = record("licences", {"Name": ("name", "Zabbix"), "Seats": ("capacity", "Unlimited")})

    assert "capacity" not in found.values
    assert found.extra == {"Seats": "Unlimited"}


@pytest.mark.parametrize(
    ("header", "meaning", "cell", "period", "costs"),
    [
        ("Per-User Cost", "unit_cost", "$12.50", "Monthly", "12.5 a month"),
        ("Per-User Cost", "unit_cost", "12.50", "jährlich", "12.5 a year"),
        ("Annual cost per user", "unit_cost", "144", "Monthly", "144 a year"),
        ("Price", "unit_cost", "$12.50 / user / month", "", "12.5 a month"),
        ("Price", "unit_cost", "30", "quarterly", "120 a year"),
        ("Price", "unit_cost", "300", "3 years", "100 a year"),
        ("Price", "unit_cost", "99", "perpetual", "99 once"),
        ("Cost per seat/year", "cost", "659.88", "", "659.88 a year"),
        ("Kosten pro Lizenz und Jahr", "cost", "659.88", "", "659.88 a year"),
        ("Monthly unit price", "cost", "12.50", "", "12.5 a month"),
        ("Total annual cost", "cost", "1,200.00", "", "120 a year"),
        ("Gesamtkosten", "cost", "100", "monatlich", "10 a month"),
        ("Total cost", "cost", "100", "3 years", "3.3333 a year"),
    ],
)
def test_what_a_seat_costs(header: str, meaning: str, cell: str, period: str, costs: str) -> None:
    found = record("licences", {
        "Software": ("name", "Visio"), "# Users": ("capacity", "10"), header: (meaning, cell),
        "Cost Period": ("period", period),
    })  # fmt: skip

    cost, _, per = costs.replace("once", "a once").partition(" a ")
    assert (found.values["unit_cost"], found.values["cost_period"]) == (Decimal(cost), per)
    assert found.headers["unit_cost"] == header


@pytest.mark.parametrize(
    ("ends", "fills"),
    [
        ("", {}),
        ("2027-01-31", {"unit_cost": Decimal(99), "cost_period": "year"}),
        ("2029-02-01", {"unit_cost": Decimal(33), "cost_period": "year"}),
        ("2027-06-30", {}),
    ],
)
def test_what_was_paid_for_all_seats_tells_a_price_by_its_term(ends: str, fills: dict[str, object]) -> None:
    found = record("licences", {
        "Name": ("name", "Visio"), "Total": ("capacity", "10"), "Purchase Cost": ("cost", "$990.00"),
        "Purchase Date": ("purchased_on", "2026-02-01"), "Expiration Date": ("expires_on", ends),
    })  # fmt: skip

    assert found.fills == fills
    assert "unit_cost" not in found.values


def test_of_two_prices_the_one_that_says_for_how_long_is_taken() -> None:
    found = line("licences", {
        "Software": ("name", "Visio"), "Seats": ("capacity", "10"), "Cost per Seat": ("unit_cost", "10"),
        "Annual Cost": ("cost", "1200"),
    })  # fmt: skip

    assert found.records[0].values["unit_cost"] == 120
    assert found.records[0].extra == {"Cost per Seat": "10"}
    assert codes(found) == []


def test_a_price_whose_time_nobody_tells_is_a_guess_and_said() -> None:
    found = line("licences", {"Software": ("name", "Visio"), "Price": ("unit_cost", "12")})

    assert codes(found) == ["import-period-assumed"]
    assert found.records[0].fills == {"unit_cost": Decimal(12), "cost_period": "year"}


def test_a_cost_that_may_be_of_one_or_of_all_only_fills_what_is_empty() -> None:
    found = record("licences", {
        "Software": ("name", "Visio"), "Seats": ("capacity", "10"), "Cost": ("cost", "1200"),
        "Billing": ("period", "annual"),
    })  # fmt: skip

    assert found.fills == {"unit_cost": Decimal(120), "cost_period": "year"}


def test_what_all_seats_cost_stays_beside_where_nobody_counts_them() -> None:
    found = record("licences", {"Software": ("name", "Visio"), "Annual cost": ("cost", "1200")})

    assert found.extra == {"Annual cost": "1200"}
    assert "unit_cost" not in {**found.values, **found.fills}


def test_another_currency_is_said_and_its_price_not_taken() -> None:
    by_column = line("licences", {
        "Software": ("name", "Visio"), "Price": ("unit_cost", "12"), "Currency": ("currency", "Euro"),
    })  # fmt: skip
    by_sign = line(
        "licences",
        {"Software": ("name", "Visio"), "Price": ("unit_cost", "£12"), "Billing": ("period", "year")},
    )

    assert codes(by_column) == codes(by_sign) == ["import-other-currency"]
    assert not {"unit_cost"} & {*by_column.records[0].values, *by_sign.records[0].values}
    assert by_sign.records[0].extra["Price"] == "£12"


def test_currencies_are_known_by_sign_name_and_code() -> None:
    assert [currencies.code(text) for text in ("€", "Euro", "EUR", "USD - US Dollar", "$", "", "zł")] == [
        "EUR", "EUR", "EUR", "USD", None, None, "PLN",
    ]  # fmt: skip


def test_every_word_for_a_period_means_one_we_can_count() -> None:
    assert set(periods.WORDS.values()) == set(periods.PERIODS)
    assert {each for each in periods.PERIODS if each not in periods.A_YEAR} == {"once", "month"}


SEATS = {"Full Name": "holder_name", "Email": "holder_email", "Username": "holder_login",
         "Item name": "product",
         "serial number": "key", "seats": "capacity", "expiration date": "expires_on", "supplier": "vendor",
         "purchase cost": "beside"}  # fmt: skip


def test_a_seat_names_its_holder_by_the_surest_word_and_tells_of_its_licence() -> None:
    (found,) = lines(
        "licence seats", SEATS,
        ["Ruiz, Ana", "Ana@mill.example", "aruiz", "Visio", "4c27", "56", "02/26/2027", "Softcat", "$12.58"],
    )  # fmt: skip
    seat, pool = found.records

    assert mention(seat, "person").words == (
        ("email", "ana@mill.example"), ("username", "aruiz"), ("name", "Ana Ruiz"),
    )  # fmt: skip
    assert seat.values["pool"] == Mention(
        "pools", (("name", "Visio"),), {"kind": "licence", "capacity": "56"}
    )
    assert (seat.together, seat.extra) == (("pool", "person"), {"purchase cost": "$12.58"})
    assert (pool.values, pool.fills["capacity"], str(pool.fills["expires_on"])) == (
        {},
        Decimal(56),
        "2027-02-26",
    )
    assert "4c27" not in repr(found)


def test_a_holder_may_stand_in_two_columns() -> None:
    found = record("licence seats", {
        "Product": ("product", "Visio"), "First Name": ("holder_first_name", "Ana"),
        "Last Name": ("holder_last_name", "Ruiz"),
    })  # fmt: skip

    assert mention(found, "person").words == (("name", "Ana Ruiz"),)


def test_seats_without_holders_are_their_licence_however_often_it_stands_there() -> None:
    told = mapped("licence seats", SEATS, *(["", "", "", "Visio", "", "5", "", "", ""],) * 3)
    found = list(without_repeats(CONTEXT, told.kind.lines(CONTEXT, told)))

    assert [[each.register for each in row.records] for row in found] == [["pools"]] * 3
    assert not any(row.refusals for row in found)


GAM = {"primaryEmail": "email", "LicensesCount": "counters", "Licenses": "sku", "LicensesDisplay": "licences"}


def test_a_user_holds_what_the_row_names_and_nothing_else() -> None:
    both, none, nobody = lines(
        "user licences", GAM,
        ["Ana@mill.example", "2", "1010020020 101034", "Google Workspace Enterprise Plus, Cloud Identity"],
        ["bo@mill.example", "0", "", ""], ["", "1", "", "Cloud Identity"],
    )  # fmt: skip

    assert [mention(each, "pool").shown for each in both.records] == [
        "Google Workspace Enterprise Plus", "Cloud Identity",
    ]  # fmt: skip
    assert (none.records, none.whole is not None) == ((), True)
    assert codes(nobody) == ["import-nothing-to-know-it-by"]
