"""Lists of contracts: days and notice as people write them, prices by their period, and what is refused."""

from datetime import date
from decimal import Decimal

import pytest

from fullscore.importing.kinds import contracts
from fullscore.importing.kinds.contracts.increases import Increase, increase
from fullscore.importing.kinds.contracts.notices import Notice, notice
from fullscore.importing.kinds.contracts.whose import people
from fullscore.importing.records import Line, Mention, Record
from tests.importing.lists import codes, kind, line, lines, record
from tests.importing.mapping import lines as read

assert kind("contracts") is contracts.KIND


def contract(**cells: str) -> Record:
    """Return the contract of a row whose columns are called as their meanings are."""
    told = {"name": "CRM", **cells}
    return record("contracts", {name: (name, text) for name, text in told.items()})


def row(**cells: str) -> Line:
    told = {"name": "CRM", **cells}
    return line("contracts", {name: (name, text) for name, text in told.items()})


def headed(header: str, meaning: str, text: str, **cells: str) -> Record:
    told = {"Contract": ("name", "CRM"), header: (meaning, text)}
    return record("contracts", told | {name: (name, cell) for name, cell in cells.items()})


@pytest.mark.parametrize(
    ("text", "header", "meant"),
    [
        ("3 months", "Notice", Notice(3, "months")),
        ("90 days", "Notice", Notice(90, "days")),
        ("60", "Notice", Notice(60, "days")),
        ("3", "Notice", Notice(3, "months")),
        ("3", "Notice (days)", Notice(3, "days")),
        ("2", "Kündigungsfrist Monate", Notice(2, "months")),
        ("10 working days", "Notice", Notice(10, "working days")),
        ("10 Werktage", "Frist", Notice(10, "working days")),
        ("3 Monate zum Quartalsende", "Frist", Notice(3, "months", "quarter")),
        ("4 Wochen zum Monatsende", "Frist", Notice(4, "weeks", "month")),
        ("4 weeks to end of month", "Notice", Notice(4, "weeks", "month")),
        ("30 days prior to the end of the term, in writing", "Notice", Notice(30, "days", "term", "letter")),
        ("thirty (30) days' written notice", "Notice", Notice(30, "days", "", "letter")),
        ("one month", "Notice", Notice(1, "months")),
        ("30 calendar days", "Notice", Notice(30, "days")),
        ("1 year", "Notice", Notice(12, "months")),
        ("1 quarter", "Notice", Notice(3, "months")),
        ("30 days at any time", "Notice", Notice(30, "days", "any day")),
        ("60 days before renewal", "Notice", Notice(60, "days", "term")),
    ],
)
def test_a_notice_is_read_as_people_write_it(text: str, header: str, meant: Notice) -> None:
    assert notice(text, header) == meant


@pytest.mark.parametrize(
    "text", ["3 Monate zum Jahresende", "7", "see contract", "3 months after month 6", "-3 months"]
)
def test_a_notice_of_which_a_word_is_not_understood_is_not_taken_for_half_of_it(text: str) -> None:
    assert notice(text, "Notice") is None
    told = row(notice=text)
    assert codes(told) == ["import-notice-unread"]
    assert "notice" not in told.records[0].values
    assert told.records[0].extra == {"notice": text}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3%", Increase(Decimal(3))), ("3", Increase(Decimal(3))), ("2,5 % p.a.", Increase(Decimal("2.5"))),
        ("3 % max 5 %", Increase(Decimal(3), Decimal(5))), ("up to 5%", Increase(None, Decimal(5))),
        ("CPI", Increase(index="CPI")), ("CPI, capped at 4%", Increase(None, Decimal(4), "CPI")),
        ("fixed price", Increase(Decimal(0))), ("CPI + 2%", None), ("by agreement", None),
    ],
)  # fmt: skip
def test_a_yearly_increase_is_a_share_a_cap_or_an_index(text: str, meant: Increase | None) -> None:
    assert increase(text) == meant


def test_an_increase_that_is_not_understood_stays_beside_the_contract() -> None:
    told = row(increase="by agreement")

    assert codes(told) == ["import-increase-unread"]
    assert told.records[0].extra == {"increase": "by agreement"}


def test_a_contract_that_renews_on_a_day_was_last_in_force_the_day_before() -> None:
    assert contract(renews_on="2027-03-01").values["ends_on"] == date(2027, 2, 28)
    assert contract(ends_on="2027-03-01").values["ends_on"] == date(2027, 3, 1)


def test_of_an_end_and_another_renewal_the_end_is_taken() -> None:
    told = row(ends_on="2027-02-28", renews_on="2027-06-01")

    assert (codes(told), told.records[0].values["ends_on"]) == (
        ["import-renewal-elsewhere"],
        date(2027, 2, 28),
    )
    assert told.notes[0].column == "renews_on"
    assert codes(row(ends_on="2027-02-28", renews_on="2027-03-01")) == []


def test_a_renewal_says_how_and_for_how_long() -> None:
    values = contract(auto_renewal="Yes, 12 months", term="36 months", notice_by="2026-11-30").values
    told = ("renewal", "renewal_months", "initial_months", "notice_said")
    assert {name: values[name] for name in told} == {
        "renewal": "tacit", "renewal_months": 12, "initial_months": 36, "notice_said": date(2026, 11, 30),
    }  # fmt: skip
    assert contract(auto_renewal="no").values["renewal"] == "none"
    assert contract(auto_renewal="Evergreen").values["renewal"] == "tacit"
    assert contract(auto_renewal="stillschweigend").values["renewal"] == "tacit"
    assert contract(auto_renewal="express").values["renewal"] == "express"
    both = contract(term="36 + 12").values
    assert (both["initial_months"], both["renewal_months"]) == (36, 12)


@pytest.mark.parametrize(
    ("header", "cost", "billing", "price", "period"),
    [
        ("Annual Cost", "1200", "Monthly", "1200", "year"),
        ("Monthly cost", "100", "", "100", "month"),
        ("Cost", "89", "monthly", "89", "month"),
        ("Cost", "89.50 / month", "annual", "89.50", "month"),
        ("Price", "300", "quarterly", "300", "quarter"),
        ("Price", "3000", "3 years", "1000", "year"),
    ],
)
def test_the_header_says_what_time_a_price_is_for_before_the_billing_does(
    header: str, cost: str, billing: str, price: str, period: str
) -> None:
    values = headed(header, "cost", cost, billing=billing).values

    assert (values["price"], values["period"]) == (Decimal(price), period)


def test_a_price_of_the_whole_term_is_shared_out_over_its_years() -> None:
    values = headed("Total contract value", "cost", "36000", term="36 months").values
    assert (values["price"], values["period"]) == (Decimal(12000), "year")

    told = line("contracts", {"Contract": ("name", "CRM"), "TCV": ("cost", "36000")})
    assert (codes(told), "price" in told.records[0].values) == (["import-total-without-term"], False)


def test_money_keeps_the_currency_it_is_written_in() -> None:
    assert contract(cost="€ 1.200,00 / year").values["currency"] == "EUR"
    assert contract(cost="1,200 / year", currency="GBP").values["currency"] == "GBP"
    assert contract(cost="1,200 / year", currency="USD").values["currency"] == "USD"
    assert "currency" not in contract(cost="$1,200 / year").values
    assert contract(cost="€ 1.200,00 / year").values["price"] == Decimal(1200)


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ({"starts_on": "2026-05-01", "ends_on": "2026-04-30"}, "contract-ends-after", "ends_on"),
        ({"cost": "100", "billing": "annual", "currency": "XQZ"}, "currency-unknown", "currency"),
        ({"cost": "100", "billing": "annual", "currency": "Bitcoin"}, "currency-unknown", "currency"),
        ({"cost": "XQZ 100", "billing": "annual"}, "currency-unknown", "cost"),
        ({"cost": "-100", "billing": "annual"}, "field-too-small", "cost"),
        ({"unit_price": "-1", "quantity": "3"}, "field-too-small", "unit_price"),
        ({"ends_on": "30 Feb 2027"}, "import-day-impossible", "ends_on"),
        ({"renews_on": "2027-02-30"}, "import-day-impossible", "renews_on"),
        ({"notice_by": "2027-02-30"}, "import-day-impossible", "notice_by"),
    ],
)
def test_what_cannot_be_refuses_the_whole_row_and_names_its_column(
    cells: dict[str, str], code: str, column: str
) -> None:
    told = row(vendor="Acme", **cells)

    assert told.records == ()
    assert [(reason.finding.code, reason.column) for reason in told.refusals] == [(code, column)]


@pytest.mark.parametrize(
    "text", ["Ana Ruiz, Ben Ochoa", "Ana & Ben", "Ana Ruiz / Ben Ochoa", "a@x.example; b@x.example"]
)
def test_of_two_owners_none_is_taken_and_the_row_says_so(text: str) -> None:
    told = row(owner=text)

    assert (codes(told), told.notes[0].column) == (["import-owners-several"], "owner")
    assert "owner" not in told.records[0].values
    assert told.records[0].extra == {"owner": text}


def test_a_last_name_before_a_comma_is_one_person() -> None:
    assert people("Ruiz, Ana") == ("Ruiz, Ana",)
    told = contract(owner="Ruiz, Ana").values["owner"]
    assert isinstance(told, Mention)
    assert not told.is_made


def test_seats_make_a_line_of_the_contract_and_the_licence_they_are_of() -> None:
    told = row(vendor="Copperline", pool="CAD seat", quantity="50 seats", cost="31200", billing="annual")
    found, charge = told.records

    assert (found.values["price"], found.values["period"]) == (Decimal(31200), "year")
    assert (charge.register, charge.values["quantity"], charge.values["unit_price"]) == (
        "charges", Decimal(50), Decimal(624),
    )  # fmt: skip
    pool = charge.values["pool"]
    assert isinstance(pool, Mention)
    assert (pool.words, pool.seed["capacity"]) == ((("name", "CAD seat"),), "50")


def test_seats_whose_price_does_not_come_out_even_keep_the_price_on_the_contract() -> None:
    found, charge = row(pool="CAD seat", quantity="7", cost="100", billing="annual").records

    assert found.values["price"] == Decimal(100)
    assert "unit_price" not in charge.values


def test_the_price_of_a_seat_without_their_number_stays_beside_the_contract() -> None:
    told = row(unit_price="20", billing="monthly")

    assert [each.register for each in told.records] == ["contracts"]
    assert told.records[0].extra == {"unit_price": "20", "billing": "monthly"}
    assert "price" not in told.records[0].values


def test_so_many_seats_at_a_price_each_cost_their_product() -> None:
    found, charge = row(unit_price="20", quantity="50", billing="monthly", pool="CAD seat").records

    assert (found.values["price"], found.values["period"]) == (Decimal(1000), "month")
    assert (charge.values["unit_price"], charge.values["period"]) == (Decimal(20), "month")


NUMBERED = {"Contract no": "number", "Contract": "name", "Vendor": "vendor", "End date": "ends_on",
            "Annual cost": "cost"}  # fmt: skip


def test_rows_with_one_number_are_lines_of_one_contract() -> None:
    first, second, other = read(
        contracts.KIND, NUMBERED,
        ("K-1", "Internet", "Telekom", "12/31/2026", "1200"),
        ("K-1", "Fixed address", "Telekom", "12/31/2026", "60"),
        ("K-1", "Internet", "Vodafone", "12/31/2026", "900"),
    )  # fmt: skip

    assert [each.register for each in first.records] == ["contracts", "charges"]
    assert first.records[0].source_id == second.records[0].source_id != other.records[0].source_id
    assert "price" not in first.records[0].values
    assert [each.records[1].values["unit_price"] for each in (first, second)] == [Decimal(1200), Decimal(60)]
    assert [each.records[1].values["name"] for each in (first, second)] == ["Internet", "Fixed address"]
    assert [each.register for each in other.records] == ["contracts"]


def test_a_line_that_says_another_end_is_told_and_the_first_row_counts() -> None:
    first, second = read(
        contracts.KIND, NUMBERED,
        ("K-1", "Internet", "Telekom", "12/31/2026", "1200"),
        ("K-1", "Address", "Telekom", "6/30/2027", "60"),
    )  # fmt: skip

    assert (codes(first), codes(second)) == ([], ["import-lines-differ"])
    assert (second.notes[0].column, second.notes[0].finding.values["first"]) == ("End date", 2)
    assert second.records[0].values == {}


def test_one_name_that_ends_on_two_days_is_two_contracts() -> None:
    unnumbered = {"Contract": "name", "Vendor": "vendor", "End date": "ends_on"}
    first, second = read(
        contracts.KIND,
        unnumbered,
        ("Internet", "Telekom", "12/31/2026"),
        ("Internet", "Telekom", "6/30/2027"),
    )

    assert [each.records[0].values["name"] for each in (first, second)] == ["Internet", "Internet (2)"]
    assert first.records[0].source_id != second.records[0].source_id


def test_a_row_that_says_nothing_new_is_a_repeat() -> None:
    row_again = ("K-1", "Internet", "Telekom", "12/31/2026", "1200")
    first, second = read(contracts.KIND, NUMBERED, row_again, row_again)

    assert (codes(first), codes(second)) == ([], ["import-repeated"])
    assert [each.register for each in first.records] == ["contracts"]


def test_words_that_are_no_day_stay_beside_the_contract() -> None:
    told = row(ends_on="soon", cost="see contract", vendor="Telekom")

    assert sorted(codes(told)) == ["field-not-a-date", "field-not-a-number"]
    assert told.records[0].extra == {"ends_on": "soon", "cost": "see contract"}


def test_a_contract_is_of_the_kind_its_name_gives_away() -> None:
    assert contract(name="Copier lease").firsts == {"kind": "lease"}
    assert contract(name="Copier", kind="Leasing").values["kind"] == "lease"
    assert contract(name="Cyber insurance").firsts == {"kind": "insurance"}
    assert contract(name="Northwind").firsts == {}


def test_a_service_it_pays_for_is_named_and_a_password_is_never_kept() -> None:
    told = row(covered="ERP", account="C-2093", secret="hunter2", payment="Lastschrift")  # noqa: S106  never kept
    found, cover = told.records

    assert cover.register == "covers"
    assert (found.values["account_at"], found.values["payment_method"]) == ("C-2093", "direct debit")
    assert "hunter2" not in str(told)


def test_a_row_that_names_nothing_is_refused() -> None:
    assert codes(lines("contracts", {"Contract": "name", "Notice": "notice"}, ["", "3 months"])[0]) == [
        "import-nothing-to-know-it-by"
    ]
